//! Who speaks in a letter: *theo đề nghị của Bộ Nội vụ tại Tờ trình số …*.

use super::words::{SAID_IN, SAYING, SEVERAL};
use super::{Findings, Source, StatedIssuer};
use crate::reading::{Gap, Place};

/// The bodies that speak in the cited letter: *theo ý kiến của BODY tại Công văn số …*, *theo đề nghị của
/// BODY và BODY tại Tờ trình số …*, *BODY đề nghị tại Công văn số …*.
pub(super) fn speaker(findings: &Findings<'_, '_>, object: Place<'_, '_>) -> Vec<StatedIssuer> {
    let mut at = object;
    if !at.gap().is_soft() {
        return Vec::new();
    }
    at.eat_back(&SEVERAL);
    if at.eat_back(&SAID_IN).is_none() {
        return Vec::new();
    }
    let said = at.gap().is_soft() && at.eat_back(&SAYING).is_some();
    let mut names = Vec::new();
    while matches!(at.gap(), Gap::Space | Gap::Comma)
        && let Some(body) = findings
            .body_ending_at(at.end())
            .filter(|b| !b.value.generic)
    {
        names.push(StatedIssuer::of(body, Source::Sentence));
        at = findings.place(body.span.start);
        let and = at.back();
        if at.gap().is_soft() && findings.says(and, "và") {
            at = and;
        } else if at.gap() != Gap::Comma || names.len() < 2 {
            break;
        }
    }
    let of = at.back();
    let owned = at.gap().is_soft() && findings.says(of, "của");
    let saying = owned && of.gap().is_soft() && of.phrase_before(&SAYING).is_some();
    if !saying && (!said || owned || names.len() > 1) {
        return Vec::new();
    }
    names.reverse();
    names
}
