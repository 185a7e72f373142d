//! Documents without a number of their own that a numbered one carries: the scheme that a decision
//! approves (*Quyết định số … phê duyệt Đề án*), the rules that come with it (*Quy chế ban hành kèm
//! theo Quyết định số …*).

use super::words::{APPROVED_BY, APPROVING, PROMULGATED_BY, PROMULGATING};
use super::{Citation, Findings};
use crate::document_id::DocumentId;
use crate::named::named;
use crate::reading::{Phrases, Place};
use crate::span::Found;

/// How a document without a number hangs on the one that carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Via {
    /// *phê duyệt*: the decision approves it.
    Approves,
    /// *ban hành*, *ban hành kèm theo*: the decision puts it into force.
    Promulgates,
}

named!(Via, "a way to carry a document" {
    Approves = "approves",
    Promulgates = "promulgates",
});

/// A carried document.
pub(super) struct Carried<'x> {
    /// Its kind: *Đề án*.
    pub(super) kind: &'x str,
    /// The byte from which on it is known.
    pub(super) from: usize,
    /// What carries it.
    pub(super) carrier: DocumentId,
    pub(super) via: Via,
}

/// Every carried document of a text, in the order in which they become known.
pub(super) fn find<'x>(
    findings: &Findings<'x, '_>,
    citations: &[Found<'_, Citation<'_>>],
) -> Vec<Carried<'x>> {
    let mut carried = Vec::new();
    // The number of the citation behind the last one that a bracket gives for what is approved.
    let mut approved = usize::MAX;
    for (i, citation) in citations.iter().enumerate() {
        let carrier = || citation.value.id.clone();
        if let Some(subject) = &citation.value.subject {
            let place = findings.place(subject.span.start);
            if let Some((via, name)) = either(place, &APPROVING, &PROMULGATING)
                && let Some((head, behind)) = findings.tables.kinds.announced_at(name)
            {
                carried.push(Carried {
                    kind: &head.name,
                    from: behind.end(),
                    carrier: carrier(),
                    via,
                });
            }
        }
        let place = findings.place(citation.span.start);
        // "phê duyệt Chiến lược … (Quyết định số 88/QĐ-TTg)".
        if place.between().ends_with('(')
            && let Some((named, kind)) =
                named_before(findings, place, i.checked_sub(1).map(|i| &citations[i]))
            && (named.gap().is_soft() && named.phrase_before(&APPROVING).is_some()
                || approved == i && is_next_of_row(findings, named))
        {
            approved = i + 1;
            carried.push(Carried {
                kind,
                from: citation.span.end,
                carrier: carrier(),
                via: Via::Approves,
            });
        }
        let verb = [
            (&*APPROVED_BY, Via::Approves),
            (&*PROMULGATED_BY, Via::Promulgates),
        ];
        let verb = verb
            .into_iter()
            .filter(|_| place.gap().is_soft())
            .find_map(|(verbs, via)| Some((via, place.phrase_before(verbs)?.1)));
        if let Some((via, verb)) = verb
            && let Some((_, kind)) =
                named_before(findings, verb, i.checked_sub(1).map(|i| &citations[i]))
        {
            carried.push(Carried {
                kind,
                from: citation.span.end,
                carrier: carrier(),
                via,
            });
        }
    }
    carried.sort_by_key(|carried| carried.from);
    carried
}

/// Whether nothing but *và* or a comma stands between a bracket and `place`.
fn is_next_of_row(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    let and = place.gap().is_soft() && findings.says(place.back(), "và");
    let before = if and { place.back() } else { place };
    matches!(before.between().trim_end(), ")" | "),")
}

/// Reads one of two sets of verbs.
fn either<'r, 't>(
    place: Place<'r, 't>,
    approving: &Phrases<()>,
    promulgating: &Phrases<()>,
) -> Option<(Via, Place<'r, 't>)> {
    match place.phrase(approving) {
        Some((_, behind)) => Some((Via::Approves, behind)),
        None => Some((Via::Promulgates, place.phrase(promulgating)?.1)),
    }
}

/// Words between the name of what is carried and the verb at most.
const FAR: usize = 80;

/// The kind with a capital that is named last in the sentence in front of the verb, behind the citation
/// `previous`; and its place.
pub(super) fn named_before<'x, 't>(
    findings: &Findings<'x, 't>,
    verb: Place<'x, 't>,
    previous: Option<&Found<'_, Citation<'_>>>,
) -> Option<(Place<'x, 't>, &'x str)> {
    let clause = findings.sentence_start(verb.end());
    let clause = previous.map_or(clause, |p| clause.max(p.span.end));
    let mut place = verb;
    for _ in 0..FAR {
        place = place.back();
        if place.start() < clause {
            return None;
        }
        if findings.reading.case(place.index()).is_capital()
            && let Some((head, _)) = findings.tables.kinds.announced_at(place)
        {
            return Some((place, &head.name));
        }
        if place.index() == 0 {
            return None;
        }
    }
    None
}
