//! Who speaks in a letter: *theo đề nghị của Bộ Nội vụ tại Tờ trình số …*.

use smol_str::SmolStr;

use super::words::{ADVERB, SAID_IN, SAYING, SEVERAL};
use super::{Findings, Source, StatedIssuer};
use crate::number::DocumentNumber;
use crate::reading::{Gap, Place};

/// The bodies that speak in the cited letter: *theo ý kiến của BODY tại Công văn số …*, *theo đề nghị của
/// BODY và BODY tại Tờ trình số …*, *BODY đề nghị tại Công văn số …*; and, behind another letter,
/// *… và của BODY tại Tờ trình số …*.
pub(super) fn speaker(findings: &Findings<'_, '_>, object: Place<'_, '_>) -> Vec<StatedIssuer> {
    let mut at = object;
    // "chỉ đạo của Thủ tướng Chính phủ tại các Công điện: số …; số …".
    if at.gap() == Gap::Colon
        && let Some((_, kind)) = findings.tables.kinds.announced_before(at)
    {
        at = kind;
    }
    if !at.gap().is_soft() {
        return Vec::new();
    }
    at.eat_back(&SEVERAL);
    if at.eat_back(&SAID_IN).is_none() {
        return Vec::new();
    }
    let said = at.gap().is_soft() && at.eat_back(&SAYING).is_some();
    let mut spaced = matches!(at.gap(), Gap::Space | Gap::Comma);
    // "Sở Tài chính (Thường trực Ban Chỉ đạo tỉnh) tại Tờ trình số …".
    if !said
        && at.between().trim() == ")"
        && let Some(bracket) = findings.reading.bracket(at.end())
    {
        at = findings.place(bracket.start);
        spaced = true;
    }
    let mut names = Vec::new();
    while spaced
        && let Some(body) = findings
            .body_ending_at(at.end())
            .filter(|body| findings.is_one_body(body))
    {
        names.push(StatedIssuer::of(body, Source::Sentence));
        at = findings.place(body.span.start);
        let and = at.back();
        if at.gap().is_soft() && findings.says(and, "và") {
            at = and;
        } else if at.gap() != Gap::Comma || names.len() < 2 {
            break;
        }
        spaced = matches!(at.gap(), Gap::Space | Gap::Comma);
    }
    if names.is_empty() {
        return names;
    }
    let of = at.back();
    let owned = at.gap().is_soft() && findings.says(of, "của");
    let saying = owned && of.gap().is_soft() && of.phrase_before(&SAYING).is_some();
    let beside = names.len() == 1 && is_beside_letter(findings, if owned { of } else { at });
    if !saying && !beside && (!said || owned || names.len() > 1) {
        return Vec::new();
    }
    names.reverse();
    names
}

/// The body that speaks in the letter that begins at byte `start` and whose words end at byte `end`: *Tại Công
/// văn số 77/SYT-NV, Sở Y tế đề nghị …*, where the code of its `number` is that of the body.
pub(super) fn speaker_behind(
    findings: &Findings<'_, '_>,
    start: usize,
    end: usize,
    number: &DocumentNumber,
) -> Vec<StatedIssuer> {
    let at = findings.place(start);
    let clause = findings.reading.clause(start);
    let opens =
        at.gap().is_soft() && findings.says(at.back(), "tại") && at.back().start() <= clause.start;
    let subject = findings.place(end);
    if !opens || subject.gap() != Gap::Comma {
        return Vec::new();
    }
    let Some(body) = findings
        .body_at(subject.start())
        .filter(|b| !b.value.generic)
    else {
        return Vec::new();
    };
    let mut verb = findings.place(body.span.end);
    while verb.gap().is_soft() && verb.eat(&ADVERB).is_some() {}
    let says = verb.gap().is_soft() && verb.phrase(&SAYING).is_some();
    let code = number.issuers().first().map(SmolStr::as_str);
    match says && code.is_some() && body.value.code.as_deref() == code {
        true => vec![StatedIssuer::of(body, Source::Sentence)],
        false => Vec::new(),
    }
}

/// Whether a letter with its day or its number ends in front of `at`, with *và* or a comma between.
fn is_beside_letter(findings: &Findings<'_, '_>, at: Place<'_, '_>) -> bool {
    let and = at.back();
    let joined = findings.says(and, "và") && at.gap().is_soft();
    let end = match joined {
        true => and.end(),
        false => at.end(),
    };
    // The row of bodies took the *và* before it.
    let taken = findings.says(at, "và");
    (joined || taken || at.gap() == Gap::Comma)
        && (findings.date_ending_at(end).is_some() || findings.number_ending_at(end).is_some())
}
