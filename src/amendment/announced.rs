//! What *Nghị định này* is on a page that is no document itself.

use super::relation::verbs::{FAR_REACHING, VERBS};
use crate::citation::{Citation, Findings};
use crate::document_id::DocumentId;
use crate::span::Found;
use crate::text::cursor::any_before;

/// The last document of the kind named at byte `at` that the page has spoken of before that clause.
pub(super) fn announced(
    findings: &Findings<'_, '_>,
    citations: &[Found<'_, Citation<'_>>],
    at: usize,
) -> Option<DocumentId> {
    let text = findings.text;
    let (kind, _) = findings.tables.kinds.head_at(text, at)?;
    let sentence = findings.sentence_start(at);
    let before = citations.partition_point(|citation| citation.span.end <= at);
    let told = citations[..before].iter().rev().take(NEAR).find(|c| {
        let apart = c.span.end <= sentence || text[c.span.end..at].contains(';');
        // What another document replaces or amends is not what the page announces.
        let verb = any_before(text, c.span.start, VERBS);
        let acted_on = verb.is_some_and(|(_, verb)| FAR_REACHING.contains(&verb));
        apart && !acted_on && c.value.kind.as_deref() == Some(kind.name.as_str())
    })?;
    Some(told.value.id.clone())
}

/// How many citations back an announced document may stand.
const NEAR: usize = 16;
