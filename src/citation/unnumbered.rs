//! Documents that are cited without a number and without a title: *ký Công điện yêu cầu …*, *Tờ trình
//! của Chính phủ về …*, *dự thảo Nghị định*.

use smol_str::SmolStr;

use super::words::{DRAFT, ISSUES, LEAD, ORDERS};
use super::{Citation, Findings, Resolved, Source, StatedIssuer, governing, reference, subject};
use crate::document_id::DocumentId;
use crate::span::{Found, Span};
use crate::tables::kinds::{DocumentKind, Trait};

/// Every such document, in order; nothing within one of `citations`, which are in text order.
pub(super) fn find<'t>(
    findings: &Findings<'_, 't>,
    citations: &[Found<'t, Citation<'t>>],
) -> Vec<Found<'t, Citation<'t>>> {
    let kinds = &findings.tables.kinds;
    let mut found: Vec<Found<'t, Citation<'t>>> = Vec::new();
    let mut next = 0;
    for (place, kind, behind) in kinds.announced(findings.reading) {
        let (start, end) = (place.start(), behind.end());
        while citations
            .get(next)
            .is_some_and(|citation| citation.span.end <= start)
        {
            next += 1;
        }
        let free = citations
            .get(next)
            .is_none_or(|citation| citation.span.start >= end);
        let capital = findings.text[start..].starts_with(char::is_uppercase);
        let named = kind.is(Trait::Law) || matches!(kind.name.as_str(), "Văn bản" | "Đạo luật");
        if !free || !capital || named {
            continue;
        }
        // "Quyết định phê duyệt … (Quyết định số 468/QĐ-TTg)": the number comes.
        let numbered = citations.get(next).is_some_and(|citation| {
            citation.value.kind.as_deref() == Some(&kind.name)
                && citation.span.start < findings.sentence_end(end)
        });
        if numbered {
            continue;
        }
        let span = Span::new(start, end);
        let read = issued(findings, span, kind)
            .or_else(|| owned(findings, span, kind))
            .or_else(|| draft(findings, span, kind));
        found.extend(read);
    }
    found
}

fn citation<'t>(
    findings: &Findings<'_, 't>,
    span: Span,
    kind: &DocumentKind,
) -> Found<'t, Citation<'t>> {
    let citation = Citation {
        kind: Some(SmolStr::new(&kind.name)),
        number: None,
        title: None,
        meeting: None,
        id: DocumentId::titled(Some(&kind.name), "").unwrap_or_else(DocumentId::unknown),
        date: None,
        issuers: Vec::new(),
        subject: subject::subject(findings, span, None, span.end),
        resolved: Resolved::default(),
    };
    Found::new(findings.text, span, citation)
}

/// `BODY ký Công điện yêu cầu …`: the object of a verb of issuing, with a subject of its own, that says
/// what it is about or what it orders.
fn issued<'t>(
    findings: &Findings<'_, 't>,
    span: Span,
    kind: &DocumentKind,
) -> Option<Found<'t, Citation<'t>>> {
    let place = findings.place(span.start);
    let (_, verb) = place
        .phrase_before(&ISSUES)
        .filter(|_| place.gap().is_soft())?;
    // "có Công văn" is said of many; "ra Quyết định", too.
    let signs = place.index() - verb.index() >= 2 || findings.says(verb, "ký");
    let next = findings.place(span.end);
    let goes_on = next.phrase(&LEAD).is_some() || next.phrase(&ORDERS).is_some();
    if !kind.is(Trait::Formal) || !signs || !next.gap().is_soft() || !goes_on {
        return None;
    }
    let governing = governing::issuing(findings, span, None);
    if governing.issuers.is_empty() {
        return None;
    }
    let mut found = citation(findings, span, kind);
    found.value.date = governing.date;
    found.value.issuers = governing.issuers;
    Some(found)
}

/// `Tờ trình của Chính phủ về …`.
fn owned<'t>(
    findings: &Findings<'_, 't>,
    span: Span,
    kind: &DocumentKind,
) -> Option<Found<'t, Citation<'t>>> {
    let of = findings.place(span.end);
    let body = findings.body_at(of.next().start())?;
    let next = findings.place(body.span.end);
    let led = next.gap().is_soft() && next.phrase(&LEAD).is_some();
    let paper = kind.is(Trait::Formal) || kind.name == "Tờ trình";
    if !findings.says(of, "của") || !paper || !led || body.value.generic {
        return None;
    }
    if reference::is_one_of_many(findings.place(span.start)) {
        return None;
    }
    let whole = Span::new(span.start, body.span.end);
    let mut found = citation(findings, whole, kind);
    found.value.issuers = vec![StatedIssuer::of(body, Source::Inline)];
    Some(found)
}

/// `dự thảo Nghị định`: who drafts it does not issue it.
fn draft<'t>(
    findings: &Findings<'_, 't>,
    span: Span,
    kind: &DocumentKind,
) -> Option<Found<'t, Citation<'t>>> {
    let place = findings.place(span.start);
    let (_, before) = place
        .phrase_before(&DRAFT)
        .filter(|_| place.gap().is_soft())?;
    if !kind.is(Trait::Formal) || reference::is_one_of_many(before) {
        return None;
    }
    Some(citation(
        findings,
        Span::new(before.start(), span.end),
        kind,
    ))
}
