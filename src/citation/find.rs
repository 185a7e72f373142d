//! Citations, found by their numbers and by their names.

use std::collections::HashSet;

use super::{
    Citation, Findings, Resolved, Source, StatedDate, StatedIssuer, carried, governing, head,
    inline, label, named, reference, subject,
};
use crate::body::IssuingBody;
use crate::date::DateExpression;
use crate::document_id::DocumentId;
use crate::span::{Found, Span};

/// Every citation of a document with a number or by name, in order.
///
/// The number of the document itself, alone on a line of its header (`Số: 05/QĐ-BTP`), is none.
pub(crate) fn find<'t>(findings: &Findings<'_, 't>) -> Vec<Found<'t, Citation<'t>>> {
    let mut citations: Vec<Found<'t, Citation<'t>>> = Vec::new();
    let mut shared = None;
    for number in findings.numbers {
        let Some(head) = head::read(findings, number, citations.last()) else {
            continue;
        };
        let mut stated = inline::read(findings, number.span.end);
        if !head.in_row {
            shared = head.issuer;
        }
        if stated.issuers.is_empty() {
            stated.issuers.extend(shared.clone());
        }
        let span = Span::new(head.start, stated.end);
        if stated.date.is_none() || stated.issuers.is_empty() {
            let governing = governing::read(findings, span, head.kind.as_deref());
            stated.date = stated.date.or(governing.date);
            if stated.issuers.is_empty() {
                stated.issuers = governing.issuers;
            }
        }
        let citation = Citation {
            kind: head.kind,
            number: Some(number.value.clone()),
            title: head.title,
            meeting: None,
            date: stated.date,
            issuers: stated.issuers,
            id: DocumentId::titled(None, ""),
            subject: subject::read(findings, span.end),
            resolved: Resolved::default(),
        };
        citations.push(Found::new(findings.text, span, citation));
    }
    let named = named::find(findings, &citations);
    let by_name = !named.is_empty();
    if by_name {
        citations.extend(named);
        citations.sort_by_key(|citation| citation.span);
    }
    for citation in &mut citations {
        citation.value.id = citation.value.identified();
    }
    if by_name {
        drop_known_names(findings, &mut citations);
    }
    citations
}

/// Takes out the laws that are named without a number when the text has said before which one is
/// meant: those are [references](Reference).
fn drop_known_names<'t>(findings: &Findings<'_, 't>, citations: &mut Vec<Found<'t, Citation<'t>>>) {
    let text = findings.text;
    let carried = carried::find(findings, citations);
    let labels = label::Labels::new(label::find(findings, citations, &carried));
    let mut named = HashSet::new();
    citations.retain(|citation| {
        let value = &citation.value;
        let (Some(kind), Some(title)) = (&value.kind, &value.title) else {
            return true;
        };
        let key = reference::name_key(kind, &title.text);
        let by_name = value.number.is_none() && value.meeting.is_none();
        let head = findings
            .tables
            .kinds
            .head_at(text, citation.span.start)
            .filter(|_| by_name);
        if let Some((head, _)) = head {
            let given = labels.define(citation.span)
                || labels.at(text, citation.span.start, &head.name).is_some();
            if given || value.date.is_none() && named.contains(&key) {
                return false;
            }
        }
        if value.number.is_some() || value.date.is_some() {
            named.insert(key);
        }
        true
    });
}

/// Date and issuer as one place states them.
#[derive(Debug, Default)]
pub(crate) struct Stated {
    /// The verb of issuing, where there is one.
    pub(crate) verb: Option<Span>,
    pub(crate) date: Option<StatedDate>,
    pub(crate) issuers: Vec<StatedIssuer>,
}

impl StatedDate {
    /// `date`, if it is a full day; an issue date never is less.
    pub(super) fn of(date: &Found<'_, DateExpression>, source: Source) -> Option<Self> {
        let day = date.value.day()?;
        Some(StatedDate {
            date: day.into(),
            source,
            span: date.span,
        })
    }
}

impl StatedIssuer {
    pub(super) fn of(body: &Found<'_, IssuingBody>, source: Source) -> Self {
        StatedIssuer {
            name: body.value.issuer().to_owned(),
            source,
        }
    }
}
