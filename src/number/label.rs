//! What stands before a number: its label, and the list that it goes on.

use super::words::{JOINTS, LABELS, OTHERS, PLURALS};
use crate::reading::Place;
use crate::tables::Tables;
use crate::tables::kinds::DocumentKind;

/// What stands before a candidate.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Label<'x> {
    /// *số*, *Số:*, *ký hiệu*
    pub(super) number: bool,
    /// The kind that announces the document.
    pub(super) head: Option<&'x DocumentKind>,
    /// *các*, *những* before the kind.
    pub(super) plural: bool,
    /// A word that announces something else: a form, an annex, an address, an account.
    pub(super) other: bool,
}

impl<'x> Label<'x> {
    /// Reads the label that ends right before `place`.
    pub(super) fn before(mut place: Place<'_, '_>, tables: &'x Tables) -> Label<'x> {
        let mut label = Label::default();
        let sign = |between: &str| matches!(between.trim(), "" | ":" | ".");
        if !sign(place.between()) || !within_paragraph(place) {
            return label;
        }
        if let Some((&proof, before)) = place.phrase_before(&LABELS) {
            label.number = proof;
            place = before;
            if !place.between().trim().is_empty() || !within_paragraph(place) {
                return label;
            }
        }
        match tables.kinds.announced_before(place) {
            Some((head, before)) => {
                label.head = Some(head);
                label.plural = before.gap().is_soft() && before.phrase_before(&PLURALS).is_some();
            }
            None => label.other = place.phrase_before(&OTHERS).is_some(),
        }
        label
    }
}

/// Whether at most one line end lies between the words to both sides.
fn within_paragraph(place: Place<'_, '_>) -> bool {
    place.between().bytes().filter(|&b| b == b'\n').count() < 2
}

/// Whether nothing but words of a list stands between byte `end` and `place`: `, số`, ` và `, `; `.
pub(super) fn is_listed_behind(mut place: Place<'_, '_>, end: usize) -> bool {
    loop {
        let between = place.between();
        if between.len() > 8
            || !between
                .chars()
                .all(|c| c.is_whitespace() || matches!(c, ',' | ';' | ':'))
        {
            return false;
        }
        if place.end() <= end {
            return place.end() == end;
        }
        if place.eat_back(&JOINTS).is_none() {
            return false;
        }
    }
}
