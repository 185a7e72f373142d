//! The block of metadata that databases and portals set above a document: *Số hiệu: …*, *Cơ quan ban hành | …*.

use smol_str::SmolStr;

use super::words::{DAY_OF_ISSUE, ISSUER_FIELD, KIND_FIELD, LABEL, NUMBER_FIELD};
use super::{Citation, Findings, Resolved, Source, StatedDate, StatedIssuer};
use crate::date::PartialDate;
use crate::document_id::DocumentId;
use crate::reading::{Gap, Phrases, Place};

/// Words in which such a block ends.
const FAR: usize = 400;

/// What the block in front of byte `until` says of its document, and how many things; nothing where it has no
/// number, or where several documents have such blocks.
pub(crate) fn metadata<'t>(
    findings: &Findings<'_, 't>,
    until: usize,
) -> Option<(Citation<'t>, usize)> {
    let mut citation = Citation {
        kind: None,
        number: None,
        title: None,
        meeting: None,
        id: DocumentId::unknown(),
        date: None,
        issuers: Vec::new(),
        subject: None,
        resolved: Resolved::default(),
    };
    let kinds = &findings.tables.kinds;
    let mut place = findings.place(0);
    for _ in 0..FAR {
        if place.start() >= until {
            break;
        }
        if let Some(mut value) = value_of(place, &NUMBER_FIELD) {
            // "Lịch sử hiệu lực: Thông tư 31/2017/TT-BCT"
            if let Some((head, behind)) = kinds.announced_at(value) {
                citation.kind = citation.kind.or_else(|| Some(SmolStr::new(&head.name)));
                value = behind;
            }
            value.eat(&LABEL);
            let number = findings
                .number_at(value.start())
                .map(|number| &number.value);
            if citation
                .number
                .as_ref()
                .zip(number)
                .is_some_and(|(one, other)| one != other)
            {
                return None;
            }
            citation.number = citation.number.or_else(|| number.cloned());
        } else if let Some(value) = value_of(place, &DAY_OF_ISSUE) {
            let day = findings.date_at(value.start());
            let stated = day.and_then(|day| StatedDate::of(day, Source::Inline));
            let whole =
                |date: &StatedDate| matches!(date.date, PartialDate::Day { year: Some(_), .. });
            citation.date = citation.date.or(stated.filter(whole));
        } else if let Some(value) = value_of(place, &ISSUER_FIELD) {
            let body = findings.body_at(value.start()).filter(|b| !b.value.generic);
            if let Some(body) = body.filter(|_| citation.issuers.is_empty()) {
                citation
                    .issuers
                    .push(StatedIssuer::of(body, Source::Inline));
            }
        } else if let Some(value) = value_of(place, &KIND_FIELD) {
            let head = kinds.announced_at(value);
            citation.kind = citation.kind.or_else(|| Some(SmolStr::new(&head?.0.name)));
        }
        place = place.next();
    }
    let number = citation.number.as_ref()?;
    let said = [
        citation.date.is_some(),
        !citation.issuers.is_empty(),
        citation.kind.is_some(),
    ];
    let told = 1 + said.into_iter().filter(|&said| said).count();
    let code = number.kind();
    let by_code = || Some(SmolStr::new(&kinds.by_code(code?).next()?.name));
    citation.kind = citation.kind.or_else(by_code);
    citation.resolved.date = citation.date.as_ref().map(|date| date.date);
    citation.resolved.issuers = citation.issuers.iter().map(|by| by.name.clone()).collect();
    citation.id = citation.identified(findings.tables);
    Some((citation, told))
}

/// The place of the value behind one of `fields` at `place`, which a colon or the bar of a table parts.
fn value_of<'r, 't>(place: Place<'r, 't>, fields: &Phrases<()>) -> Option<Place<'r, 't>> {
    let (_, value) = place.phrase(fields)?;
    let apart = value.gap() == Gap::Colon || value.between().contains('|');
    apart.then_some(value)
}
