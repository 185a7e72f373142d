//! What is read of one statement of force, and what reads it.

use super::entered::Entered;
use super::types::{Effective, Effectivity, EffectivityKind};
use crate::amendment::Page;
use crate::citation::{Findings, Mentions};
use crate::date::CivilDate;
use crate::provision::{ProvisionOf, Targets};
use crate::reading::{Phrases, Place};
use crate::span::Found;

/// A row of mentions, and provisions in front of the first.
pub(super) struct Subject {
    pub(super) first: usize,
    pub(super) last: usize,
    /// All of them; what one is about may name others, which are not among them.
    pub(super) row: Vec<usize>,
    pub(super) provisions: Targets,
    pub(super) provisions_start: usize,
}

/// When a statement holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Time {
    /// Where its words end; 0 where there are none.
    pub(super) end: usize,
    pub(super) from: Option<Effective>,
    /// The last day.
    pub(super) until: Option<CivilDate>,
    pub(super) except: Exception,
}

impl Time {
    pub(super) fn is_said(&self) -> bool {
        self.from.is_some() || self.until.is_some()
    }
}

/// The provisions for which something else holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Exception {
    pub(super) targets: Targets,
    /// *Điều 21 của Thông tư này*: they are those of the page's document.
    pub(super) of_this: bool,
}

impl Exception {
    /// Provisions of the document that the statement is about.
    pub(super) fn of_document(targets: Targets) -> Self {
        Exception {
            targets,
            of_this: false,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }

    /// Those that are provisions of `of`.
    pub(super) fn of(&self, of: &ProvisionOf) -> Targets {
        match self.of_this && *of != ProvisionOf::Itself {
            true => Targets::default(),
            false => self.targets.clone(),
        }
    }
}

pub(super) struct Reader<'a, 't> {
    pub(super) findings: &'a Findings<'a, 't>,
    pub(super) page: &'a Page<'a, 't>,
    pub(super) mentions: &'a Mentions,
    /// Where the statement before ends.
    pub(super) past: usize,
    /// From the floor of the last verb up to this byte nothing counts documents.
    pub(super) uncounted: usize,
    /// Of what the verb before spoke without a time, and where it ends.
    pub(super) timeless: Option<(usize, Subject)>,
    /// The document of the clause before, where that is only a time: *Kể từ ngày Nghị định này có hiệu
    /// lực, …*.
    pub(super) pending: Option<ProvisionOf>,
    pub(super) found: Vec<Found<'t, Effectivity>>,
    /// The documents that were said to enter into force as a whole.
    pub(super) entered: Entered,
    /// The kinds of which a label has told.
    pub(super) labelled: Vec<EffectivityKind>,
}

impl<'a, 't> Reader<'a, 't> {
    pub(super) fn new(findings: &'a Findings<'a, 't>, page: &'a Page<'a, 't>) -> Self {
        Reader {
            findings,
            page,
            mentions: page.mentions,
            past: 0,
            uncounted: 0,
            timeless: None,
            pending: None,
            found: Vec::new(),
            entered: Entered::default(),
            labelled: Vec::new(),
        }
    }
}

/// Whether one of `phrases` ends right before `place`.
pub(super) fn ends_with(place: Place<'_, '_>, phrases: &Phrases<()>) -> bool {
    place.gap().is_soft() && place.phrase_before(phrases).is_some()
}
