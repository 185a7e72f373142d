//! Where a text instructs to amend, and which act: told by the instructions, for the mentions in them
//! and in the new wording that they bring.

use std::collections::HashMap;

use super::Citation;
use super::reference::{Anaphor, Reference, same_kind};
use crate::document_id::DocumentId;
use crate::reading::Reading;
use crate::span::{Found, Span};

/// A stretch of a text that is about another act.
#[derive(Clone, Debug)]
pub(crate) struct Instructed {
    pub(crate) span: Span,
    /// Whether it is new wording: what it says of itself is said of the act into which it goes.
    pub(crate) wording: bool,
    /// The act that is amended, where it is one.
    pub(crate) of: Option<DocumentId>,
}

impl Instructed {
    /// The stretch around byte `at`; they are in order and free of overlaps.
    pub(super) fn around(stretches: &[Instructed], at: usize) -> Option<&Instructed> {
        let next = stretches.partition_point(|stretch| stretch.span.end <= at);
        stretches
            .get(next)
            .filter(|stretch| stretch.span.start <= at)
    }

    /// Whether byte `at` of the stretch is new wording, or stands among words that are exchanged.
    pub(super) fn is_new(&self, reading: &Reading<'_>, at: usize) -> bool {
        self.wording || reading.quotation(at).is_some()
    }
}

/// Ties *Nghị định này* in new wording to the act into which it goes, where that is of the kind; whether
/// there was any.
pub(crate) fn tie_new_wording(
    reading: &Reading<'_>,
    references: &mut [Found<'_, Reference>],
    citations: &[Found<'_, Citation<'_>>],
    stretches: &[Instructed],
) -> bool {
    let mut tied = false;
    if stretches.is_empty() {
        return tied;
    }
    let mut kinds: HashMap<&DocumentId, &str> = HashMap::new();
    for citation in citations {
        if let Some(kind) = citation.value.kind.as_deref() {
            kinds.entry(&citation.value.id).or_insert(kind);
        }
    }
    for reference in references {
        if reference.value.anaphor != Anaphor::This {
            continue;
        }
        let at = reference.span.start;
        let around = Instructed::around(stretches, at).filter(|around| around.is_new(reading, at));
        let Some(of) = around.and_then(|around| around.of.as_ref()) else {
            continue;
        };
        let named = reference.value.kind.as_deref();
        let fits = named.is_some_and(|named| {
            named == "Văn bản" || kinds.get(of).is_some_and(|kind| same_kind(kind, named))
        });
        if fits {
            reference.value.resolves_to = vec![of.clone()];
            tied = true;
        }
    }
    tied
}
