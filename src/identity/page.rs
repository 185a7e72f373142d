//! The page's identity where its header has no number: by its title, by the block of metadata above it, by
//! what it announces.

use super::Identity;
use super::header::signers;
use crate::citation::{Anaphor, Citation, Findings, Issue, Reference, issue, metadata};
use crate::number::DocumentNumber;
use crate::outline::{Closing, Header};
use crate::span::Found;

/// The same of a header whose title holds the number: *LUẬT CỦA QUỐC HỘI SỐ 29/2004/QH11 NGÀY 03 THÁNG 12 NĂM
/// 2004 VỀ …*, as legal databases print it; the title is then cited like any other document.
pub(crate) fn titled<'t>(
    header: Option<&Header<'t>>,
    closing: Option<&Closing<'t>>,
    citations: &[Found<'t, Citation<'t>>],
) -> Option<Identity<'t>> {
    let header = header.filter(|header| header.number.is_none())?;
    let kind = header.kind.as_ref()?.span;
    let at = citations.partition_point(|citation| citation.span.start < kind.start);
    let title = citations.get(at).filter(|c| c.span.start == kind.start)?;
    let number = title.value.number.as_ref()?;
    Some(Identity {
        announced: false,
        signers: closing.map(signers).unwrap_or_default(),
        ..of_citation(&title.value, number)
    })
}

/// The document whose articles the page holds, the first of which begins at byte `first`, where a block of
/// metadata above them says which it is (*Số hiệu: 07/2026/NĐ-CP*), or the first line begins with it.
pub(crate) fn labelled<'t>(
    findings: &Findings<'_, 't>,
    closing: Option<&Closing<'t>>,
    citations: &[Found<'t, Citation<'t>>],
    first: usize,
) -> Option<Identity<'t>> {
    let line = findings.reading.lines().first()?;
    let block = metadata(findings, first).map(|(value, _)| value);
    let title = || {
        let citation = citations.first()?;
        let begins = findings.place(line.start).start() == citation.span.start;
        // A first line that ends like a sentence is the text itself.
        let is_title = !line
            .span()
            .of(findings.text)
            .trim_end()
            .ends_with(['.', ';', ':']);
        (begins && is_title).then(|| citation.value.clone())
    };
    let value = block.or_else(title)?;
    let number = value.number.as_ref()?;
    Some(Identity {
        announced: false,
        signers: closing.map(signers).unwrap_or_default(),
        ..of_citation(&value, number)
    })
}

/// The document about which the page has a block of metadata near its beginning, which says its number and
/// two things more.
pub(crate) fn described<'t>(findings: &Findings<'_, 't>) -> Option<Identity<'t>> {
    let (value, told) = metadata(findings, findings.text.len())?;
    let number = value.number.as_ref().filter(|_| told > 2)?;
    Some(of_citation(&value, number))
}

/// `identity`, with the day and the issuers of the block of metadata that its number stands in.
pub(crate) fn completed<'t>(
    findings: &Findings<'_, 't>,
    mut identity: Identity<'t>,
) -> Identity<'t> {
    if identity.date.is_some() && !identity.issuers.is_empty() {
        return identity;
    }
    let block = metadata(findings, findings.text.len()).map(|(value, _)| value);
    let same = |value: &Citation<'_>| {
        let number = value.number.as_ref().map(ToString::to_string);
        number.is_some() && number == identity.number
    };
    let Some(value) = block.filter(same) else {
        return identity;
    };
    if let Some(date) = value.resolved.date.filter(|_| identity.date.is_none()) {
        identity.date = Some(date.to_string());
        identity.id = identity.id.dated(date);
    }
    if identity.issuers.is_empty() && !value.resolved.issuers.is_empty() {
        identity.id = identity.id.issued_by(&value.resolved.issuers.join(", "));
        identity.issuers = value.resolved.issuers;
    }
    identity.iri = identity.id.akn_iri();
    identity
}

/// What a citation says of the document that a page is or announces.
fn of_citation<'t>(value: &Citation<'t>, number: &DocumentNumber) -> Identity<'t> {
    Identity {
        id: value.id.clone(),
        announced: true,
        kind: value.kind.clone(),
        number: Some(number.to_string()),
        date: value.resolved.date.map(|date| date.to_string()),
        issuers: value.resolved.issuers.clone(),
        title: value.subject.clone(),
        iri: value.id.akn_iri(),
        signers: Vec::new(),
    }
}

/// The document that a page without a header announces: the one that its title says was issued, else the
/// one of which its first paragraphs say that it was issued just now. Nothing where that may be two.
pub(crate) fn announced<'t>(
    findings: &Findings<'_, 't>,
    citations: &[Found<'t, Citation<'t>>],
    references: &[Found<'t, Reference>],
) -> Option<Identity<'t>> {
    let lines = &findings.reading.lines()[findings.title()?..];
    let title = lines.first()?.end;
    let lead = lines[lines.len().min(LEAD) - 1].end;
    let head = references
        .iter()
        .take_while(|reference| reference.span.end <= title);
    let mut ahead = head.filter(|reference| reference.value.anaphor == Anaphor::Cataphoric);
    let ahead = ahead.find_map(|reference| match reference.value.resolves_to.as_slice() {
        [id] => citations.iter().find(|citation| citation.value.id == *id),
        _ => None,
    });
    let numbered = citations
        .iter()
        .take_while(|citation| citation.span.end <= lead)
        .filter(|citation| citation.value.number.is_some());
    // A first line that ends like a sentence is the text itself.
    let is_title = !findings.text[..title].trim_end().ends_with(['.', ';', ':']);
    let of_title = || {
        let mut named = numbered
            .clone()
            .filter(|citation| is_title && citation.span.end <= title);
        let issued = named
            .clone()
            .find(|citation| issue(findings, citation.span).is_some())?;
        // "Thông tư 65/2013/TT-BTC sửa đổi Thông tư … do Bộ Tài chính ban hành": of the first, whatever follows.
        let first = named.next()?;
        let opens = findings.text[..first.span.start].trim().is_empty();
        Some(if opens { first } else { issued })
    };
    let of_lead = || {
        let mut new = numbered
            .clone()
            .filter(|citation| issue(findings, citation.span) == Some(Issue::New));
        let first = new.next()?;
        new.all(|other| other.value.id == first.value.id)
            .then_some(first)
    };
    let registered = || registered(findings, citations);
    let announced = ahead.or_else(of_title).or_else(of_lead);
    let value = announced
        .map(|citation| citation.value.clone())
        .or_else(registered)?;
    Some(of_citation(&value, value.number.as_ref()?))
}

/// The document of which a page tells what is known, and does not hold it: the one of its block of metadata,
/// where no other one has such a block and it says more than a number.
fn registered<'t>(
    findings: &Findings<'_, 't>,
    citations: &[Found<'t, Citation<'t>>],
) -> Option<Citation<'t>> {
    let (block, told) = metadata(findings, findings.text.len())?;
    if told < 2 {
        return None;
    }
    let cited = |citation: &&Found<'t, Citation<'t>>| citation.value.id == block.id;
    let known = citations.iter().find(cited);
    Some(known.map_or(block.clone(), |citation| citation.value.clone()))
}

/// Paragraphs at the head of a page that announce what it is about: title, sapo, the first of the text.
const LEAD: usize = 3;
