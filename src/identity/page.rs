//! The page's identity where its header has no number: by its title, by the block of metadata above it, by
//! what it announces.

use super::Identity;
use super::header::{one_day, signers};
use crate::citation::{Anaphor, Citation, Findings, Issue, Reference, issue, metadata};
use crate::document_id::DocumentId;
use crate::number::DocumentNumber;
use crate::outline::{self, Closing, Header};
use crate::span::{Found, Passage};

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

/// The rules that the page holds, the first article of which begins at byte `first`, where their head says with
/// which document they came: *QUY CHẾ⏎Làm việc …⏎(Ban hành kèm theo Quyết định số …)*. Their day and their issuer
/// are those of that document.
pub(crate) fn attached<'t>(
    findings: &Findings<'_, 't>,
    closing: Option<&Closing<'t>>,
    citations: &[Found<'t, Citation<'t>>],
    first: usize,
) -> Option<Identity<'t>> {
    let head = outline::attached(findings.reading, findings.tables, first)?;
    let at = citations.partition_point(|citation| citation.span.start < head.note.start);
    let carrier = citations
        .get(at)
        .filter(|citation| citation.span.end <= head.note.end)?;
    carrier.value.number.as_ref()?;
    let title = Passage::new(findings.text, head.title);
    let id = DocumentId::titled(Some(head.kind), &title.text)?;
    let id = match carrier.value.resolved.date {
        Some(date) => id.dated(date),
        None => id,
    };
    let issuers = carrier.value.resolved.issuers.clone();
    let id = id.issued_by(&issuers.join(", "));
    Some(Identity {
        announced: false,
        kind: Some(head.kind.to_owned()),
        number: None,
        date: carrier.value.resolved.date.map(|date| date.to_string()),
        issuers,
        title: Some(title),
        iri: id.akn_iri(),
        signers: closing.map(signers).unwrap_or_default(),
        id,
    })
}

/// The consolidated text whose number stands at its end, with its authentication (Pháp lệnh
/// 01/2012/UBTVQH13, Điều 5): *Số: 13/VBHN-VPQH⏎XÁC THỰC VĂN BẢN HỢP NHẤT*.
pub(crate) fn authenticated<'t>(
    findings: &Findings<'_, 't>,
    closing: Option<&Closing<'t>>,
) -> Option<Identity<'t>> {
    let head = outline::authentication(findings.reading)?;
    let near = |at: usize| {
        let lines = findings.reading.lines();
        let line = |at: usize| lines.partition_point(|line| line.end <= at);
        line(at).abs_diff(line(head.start)) <= AUTHENTICATION
    };
    let first = findings
        .numbers
        .partition_point(|number| number.span.start + REACH < head.start);
    let number = findings.numbers[first..].iter().find(|number| {
        let code = number.value.kind();
        code == Some("VBHN") && near(number.span.start)
    })?;
    let first = findings
        .dates
        .partition_point(|date| date.span.start < number.span.start);
    let date = findings.dates[first..]
        .iter()
        .take_while(|date| near(date.span.start))
        .find_map(one_day);
    let last = findings
        .bodies
        .partition_point(|body| body.span.end <= number.span.start);
    let body = findings.bodies[..last].last();
    let body = body.filter(|body| near(body.span.start));
    let kind = "Văn bản hợp nhất";
    let mut id = DocumentId::numbered(Some(kind), number.value.clone());
    if let Some(date) = date {
        id = id.dated(date);
    }
    let issuers: Vec<String> = body
        .map(|body| body.value.issuer().to_owned())
        .into_iter()
        .collect();
    let id = id.issued_by(&issuers.join(", "));
    Some(Identity {
        announced: false,
        kind: Some(kind.to_owned()),
        number: Some(number.value.to_string()),
        date: date.map(|date| date.to_string()),
        issuers,
        title: None,
        iri: id.akn_iri(),
        signers: closing.map(signers).unwrap_or_default(),
        id,
    })
}

/// Lines between the head of an authentication and the number, the day and the body at most.
const AUTHENTICATION: usize = 4;

/// Bytes in front of it in which the number stands.
const REACH: usize = 300;

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
        kind: value.kind.as_ref().map(ToString::to_string),
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
