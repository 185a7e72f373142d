//! Documents without a number of their own that a numbered one carries: the scheme that a decision
//! approves (*Quyết định số … phê duyệt Đề án*), the rules that come with it (*Quy chế ban hành kèm
//! theo Quyết định số …*).

use super::{Citation, Findings};
use crate::span::Found;
use crate::text::cursor::{Cursor, any_before};

/// How a document without a number hangs on the one that carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Via {
    /// *phê duyệt*: the decision approves it.
    Approves,
    /// *ban hành*, *ban hành kèm theo*: the decision puts it into force.
    Promulgates,
}

/// A carried document.
pub(super) struct Carried<'x> {
    /// Its kind: *Đề án*.
    pub(super) kind: &'x str,
    /// The byte from which on it is known.
    pub(super) from: usize,
    /// What carries it.
    pub(super) carrier: String,
    pub(super) via: Via,
}

/// Verbs with which the subject of a carrier begins.
const CARRYING: &[(&str, Via)] = &[
    ("phê duyệt", Via::Approves),
    ("ban hành kèm theo", Via::Promulgates),
    ("ban hành", Via::Promulgates),
];

/// What stands between the name of what is carried and its carrier.
const CARRIED_BY: &[(&str, Via)] = &[
    ("phê duyệt kèm theo", Via::Approves),
    ("phê duyệt tại", Via::Approves),
    ("phê duyệt theo", Via::Approves),
    ("ban hành kèm theo", Via::Promulgates),
    ("ban hành kèm", Via::Promulgates),
    ("ban hành tại", Via::Promulgates),
    ("ban hành theo", Via::Promulgates),
    ("kèm theo", Via::Promulgates),
];

/// Every carried document of a text, in the order in which they become known.
pub(super) fn find<'x>(
    findings: &Findings<'x, '_>,
    citations: &[Found<'_, Citation<'_>>],
) -> Vec<Carried<'x>> {
    let text = findings.text;
    let mut carried = Vec::new();
    for (i, citation) in citations.iter().enumerate() {
        if let Some(subject) = &citation.value.subject {
            let mut cursor = Cursor::new(text, subject.span.start);
            if let Some(via) = cursor.any_phrase(CARRYING)
                && cursor.space_or_break()
            {
                cursor.eat_while(|c| matches!(c, '“' | '"'));
                if let Some((head, end)) = findings.tables.kinds.head_at(text, cursor.pos()) {
                    carried.push(Carried {
                        kind: &head.name,
                        from: end,
                        carrier: citation.value.name(),
                        via,
                    });
                }
            }
        }
        let start = citation.span.start;
        let verb = any_before(text, start, CARRIED_BY);
        if let Some((verb, via)) = verb
            && let Some(kind) =
                named_before(findings, verb, i.checked_sub(1).map(|i| &citations[i]))
        {
            carried.push(Carried {
                kind,
                from: citation.span.end,
                carrier: citation.value.name(),
                via,
            });
        }
    }
    carried.sort_by_key(|carried| carried.from);
    carried
}

/// The kind with a capital that is named last in the sentence in front of byte `verb`, behind the
/// citation `previous`.
fn named_before<'x>(
    findings: &Findings<'x, '_>,
    verb: usize,
    previous: Option<&Found<'_, Citation<'_>>>,
) -> Option<&'x str> {
    let text = findings.text;
    let clause = findings.sentence_start(verb);
    let clause = previous
        .map_or(clause, |p| clause.max(p.span.end))
        .min(verb);
    text[clause..verb]
        .char_indices()
        .rev()
        .filter(|&(_, c)| c.is_uppercase())
        .find_map(|(at, _)| findings.tables.kinds.head_at(text, clause + at))
        .map(|(head, _)| head.name.as_str())
}
