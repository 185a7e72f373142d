//! Where the wording of other acts, which a document quotes, begins and ends.

use super::Level;
use super::quote;
use super::walk::{Quotation, Walker};
use crate::marker::{ListStyle, UnitMarker as Marker};

impl Walker<'_, '_> {
    /// Whether a marker in a quotation is a unit: `(i)` below `c)` divides the point, and is none.
    pub(super) fn is_quoted_unit(&self, marker: &Marker) -> bool {
        let quoted = &self.tree.quoted;
        let divides = marker.style == Some(ListStyle::ParenLetter) && !marker.ordinal.is_first();
        quoted.is_like_last(marker) && (quoted.last(marker.level).is_some() || !divides)
    }

    /// Ends a quotation whose closing mark was forgotten above `marker`, or begins one whose
    /// opening mark was.
    pub(super) fn forgotten_mark(
        &mut self,
        index: usize,
        marker: &Marker,
        instructs: bool,
        begun: bool,
    ) {
        if self.quotation.is_some() && self.ended_above(index, marker, instructs) {
            self.leave_quotation();
        }
        if self.quotation.is_none() && begun {
            self.quotation = Some(Quotation {
                depth: 1,
                implicit: true,
            });
        }
    }

    /// Whether the quotation around `marker`, in line `index`, must have ended above, because the marker is the
    /// next unit of the document itself and does not read on in the quotation: it instructs to
    /// amend, or it is an article or more and continues no quoted one.
    fn ended_above(&self, index: usize, marker: &Marker, instructs: bool) -> bool {
        let next = match self.tree.own.last(marker.level) {
            Some(last) => marker.ordinal.follows(last, 0),
            // A mark above the first article opens no new wording.
            None => {
                let begun = self.tree.own.parent(marker.level).is_some();
                marker.ordinal.main == 1 && (begun || marker.level == Level::Article)
            }
        };
        let reads_on = match self.tree.quoted.last(marker.level) {
            Some(last) => marker.ordinal.follows(last, 0),
            None => self.tree.quoted.parent(marker.level).is_some(),
        };
        // New wording may instruct, too: *“1. …⏎2. Bãi bỏ Điều 5 Nghị định số ….”*
        let instructs = instructs && !(reads_on && self.is_closed_below(index));
        next && (instructs || marker.level <= Level::Article && !reads_on)
    }

    /// Whether the next mark without a partner, from line `index` on, closes a quotation.
    fn is_closed_below(&self, index: usize) -> bool {
        let marks = self.lines[index..].iter().take(WORDING);
        let mut marks = marks.map(|line| quote::marks(line.text));
        let next = marks.find(|marks| marks.at_head || marks.opens > 0 || marks.closes > 0);
        next.is_some_and(|marks| marks.closes > 0 && !marks.at_head)
    }

    /// Carries the quotation over the marks of a line.
    pub(super) fn turn_quotation(&mut self, marks: quote::Marks, announced: bool) {
        let Some(quotation) = &mut self.quotation else {
            if marks.opens > 0 {
                self.quotation = Some(Quotation {
                    depth: marks.opens,
                    implicit: false,
                });
            } else if marks.at_head {
                self.leave_quotation();
            }
            return;
        };
        // Authors who open every paragraph anew close only once; a quotation within a quotation
        // is announced.
        let reopened = marks.at_head && !announced;
        if !reopened {
            quotation.depth += marks.opens;
        }
        quotation.depth = quotation.depth.saturating_sub(marks.closes);
        if quotation.depth == 0 || quotation.implicit && marks.closes > 0 {
            self.leave_quotation();
        }
    }

    pub(super) fn leave_quotation(&mut self) {
        self.tree.leave_quotation();
        self.quotation = None;
    }
}

/// In how many lines the mark that closes new wording is looked for.
const WORDING: usize = 60;
