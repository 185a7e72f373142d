//! Rows of bodies that issue a document together: *của Bộ Chính trị, Ban Bí thư*.

use super::words::LEAD;
use super::{Findings, Source, StatedIssuer};
use crate::number::{DocumentNumber, Notation};
use crate::reading::{Gap, Place};

/// Whether several bodies issue the documents of such a number.
pub(super) fn is_joint(number: &DocumentNumber) -> bool {
    number.notation() == Notation::Joint || number.issuers().len() > 1
}

/// Whether no clause can begin with the body before `place`: the words follow that say what the document is
/// about, or the clause ends.
pub(super) fn closes_row(place: Place<'_, '_>) -> bool {
    match place.gap() {
        Gap::Space => place.phrase(&LEAD).is_some(),
        _ => place.between().starts_with([')', ';', '.']),
    }
}

/// One body or several, `Bộ A, Bộ B và Bộ C`, and where they end. Only a row that is closed is known to
/// belong together, by *và* or by what follows it (`của Bộ Chính trị, Ban Bí thư về …`): after a lone comma
/// the next clause may begin, with its own subject; unless the document is one of several issuers.
pub(super) fn row_of_bodies(
    findings: &Findings<'_, '_>,
    place: Place<'_, '_>,
    joint: bool,
) -> Option<(Vec<StatedIssuer>, usize)> {
    let named = |at: usize| {
        findings
            .body_at(at)
            .filter(|body| findings.is_one_body(body))
    };
    // "của Liên Bộ Tài chính - Nội vụ": each is a name behind the one word for all.
    let place = match joint && findings.says(place, "liên") {
        true => place.next().next(),
        false => place,
    };
    let first = named(place.start()).or_else(|| {
        // "của Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc": who leads a committee is a minister.
        let other = place.next().next();
        let minister = findings.says(place, "bộ") && findings.says(place.next(), "trưởng");
        let holder = named(other.start()).filter(|body| body.value.holder.is_some());
        holder.filter(|_| minister && other.gap() == Gap::Comma)
    })?;
    let mut issuers = vec![StatedIssuer::of(first, Source::Inline)];
    let mut end = first.span.end;
    let mut waiting = Vec::new();
    let mut at = end;
    loop {
        let mut next = findings.place(at);
        // "của Bộ Ngoại giao - Bộ Nội vụ".
        let comma = next.gap() == Gap::Comma || joint && next.gap() == Gap::Dash;
        let last = findings.says(next, "và");
        if !comma && !(last && next.gap() == Gap::Space) {
            break;
        }
        if last {
            next = next.next();
        }
        let Some(body) = named(next.start()) else {
            break;
        };
        waiting.push(StatedIssuer::of(body, Source::Inline));
        at = body.span.end;
        if last || joint {
            issuers.append(&mut waiting);
            end = at;
        }
    }
    if !waiting.is_empty() && (closes_row(findings.place(at)) || is_dated(findings, at)) {
        issuers.append(&mut waiting);
        end = at;
    }
    Some((issuers, end))
}

/// Whether the day of the document stands at byte `at`, and behind it what the document is about, or its clause ends:
/// *của Bộ Chính trị, Ban Bí thư ngày 28/02/2025 về …*.
fn is_dated(findings: &Findings<'_, '_>, at: usize) -> bool {
    let day = findings.place(at);
    let date = findings
        .date_at(day.start())
        .filter(|_| day.gap().is_soft());
    date.is_some_and(|date| closes_row(findings.place(date.span.end)))
}
