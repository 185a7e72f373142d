//! Who issues the documents of a row: *Bộ trưởng ban hành các văn bản, bao gồm: …; …*.

use super::Findings;
use super::words::{ADVERB, ISSUES, LISTING, SEVERAL};
use crate::reading::Gap;
use crate::span::Span;

/// A body that issues a row of documents: *Bộ trưởng ban hành các văn bản triển khai, bao gồm Quyết
/// định số …; Quyết định số …*.
#[derive(Clone, Debug)]
pub(super) struct ListIssuer {
    pub(super) verb: Span,
    /// Its place in the row of bodies.
    pub(super) body: usize,
    /// Where the row begins, and where it ends at the latest.
    pub(super) from: usize,
    pub(super) until: usize,
}

/// The bodies that issue rows of documents, in order.
pub(super) fn list_issuers(findings: &Findings<'_, '_>) -> Vec<ListIssuer> {
    let bodies = findings.bodies.iter().enumerate();
    let mut lists: Vec<ListIssuer> = bodies
        .filter(|(_, body)| !body.value.generic)
        .filter_map(|(at, body)| list_issuer(findings, at, body.span.end))
        .collect();
    lists.sort_by_key(|list| list.from);
    lists
}

fn list_issuer(findings: &Findings<'_, '_>, body: usize, end: usize) -> Option<ListIssuer> {
    let mut place = findings.place(end);
    while place.gap().is_soft() && place.eat(&ADVERB).is_some() {}
    let start = place.start();
    if !place.gap().is_soft() || place.eat(&ISSUES).is_none() {
        return None;
    }
    let verb = Span::new(start, place.end());
    let many = place.eat(&SEVERAL).is_some() || place.number().is_some();
    if place.number().is_some() {
        place = place.next();
    }
    // "Tòa án có các nhiệm vụ sau đây: …" issues nothing.
    findings.tables.kinds.announced_at(place)?;
    if !many {
        return None;
    }
    let until = findings.reading.sentence(place.start()).end;
    for _ in 0..FAR {
        place = place.next();
        if place.start() >= until {
            return None;
        }
        if place.gap() == Gap::Colon || place.gap().is_soft() && place.phrase(&LISTING).is_some() {
            let from = place.start();
            return Some(ListIssuer {
                verb,
                body,
                from,
                until,
            });
        }
    }
    None
}

/// Words looked through to where a row begins at most.
const FAR: usize = 60;
