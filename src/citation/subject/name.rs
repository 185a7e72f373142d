//! The name of a law behind its number.

use crate::citation::Findings;
use crate::number::{DocumentNumber, Notation};
use crate::reading::Gap;
use crate::span::Span;

/// Where the name of a law may stand behind the number of its citation at `span`, up to the end of the
/// clause: *Luật số 06/2003/QH11 Biên giới quốc gia …*.
pub(in crate::citation) fn name_behind(
    findings: &Findings<'_, '_>,
    span: Span,
    number: &DocumentNumber,
) -> Option<Span> {
    let lawlike = number.notation() == Notation::Assembly || number.kind() == Some("PL");
    let place = findings.place(span.end);
    let named = lawlike
        && place.gap() == Gap::Space
        && findings.reading.case(place.index()).is_capital()
        && findings.body_at(place.start()).is_none()
        && findings.tables.kinds.announced_at(place).is_none();
    let longest = findings.reading.place_at(place.start() + LONGEST_NAME);
    let end = findings.reading.clause(place.start()).end;
    named.then(|| Span::new(place.start(), end.min(longest.start())))
}

/// No name of a law is longer, in bytes, with the day and the issuer behind it.
const LONGEST_NAME: usize = 400;
