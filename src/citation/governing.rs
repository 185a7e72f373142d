//! The date and the issuers that govern a citation from the clause it stands in.
//!
//! *Ngày 27/9/2019, Bộ Chính trị đã ban hành Nghị quyết số 52-NQ/TW …*: date, subject and verb
//! stand in front of the object. They govern that object alone and nothing nested in it.

use std::collections::HashSet;

use super::actor::{Actor, FAR};
use super::stated::Stated;
use super::words::{
    ADVERB, BASIS, BEFORE_DAY, ISSUED, ISSUES, LEADS_CLAUSE, PASSIVE, SAME_DAY, SEVERAL,
};
use super::{Findings, Source, StatedDate, StatedIssuer, speaking};
use crate::date::PartialDate;
use crate::document_id::issuer_by_code;
use crate::number::DocumentNumber;
use crate::reading::{Gap, Place};
use crate::span::Span;

/// What governs the citation at `span`; `taken` are the dates of other documents.
pub(super) fn read(
    findings: &Findings<'_, '_>,
    span: Span,
    kind: Option<&str>,
    number: Option<&DocumentNumber>,
    taken: &HashSet<usize>,
) -> Stated {
    let stated = governed(findings, span, kind, number, taken);
    if !stated.issuers.is_empty() || stated.verb.is_some() {
        return stated;
    }
    Stated {
        issuers: speaking::speaker(findings, findings.place(span.start)),
        ..stated
    }
}

/// Whether a verb of issuing stands in front of byte `at`.
pub(crate) fn is_issued(findings: &Findings<'_, '_>, at: usize) -> bool {
    let place = findings.place(at);
    place.gap().is_soft() && place.phrase_before(&ISSUES).is_some()
}

/// How a sentence says that a document is issued.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Issue {
    Said,
    /// *vừa ban hành*, *mới được ban hành*.
    New,
}

/// How it says so of the document at `span`, by whom it may be. On what a page rests it does not tell.
pub(crate) fn issue(findings: &Findings<'_, '_>, span: Span) -> Option<Issue> {
    let clause = findings.place(findings.reading.clause(span.start).start);
    if clause.phrase(&BASIS).is_some() {
        return None;
    }
    let new = |place: Place<'_, '_>| findings.says(place, "vừa") || findings.says(place, "mới");
    let governing = governed(findings, span, None, None, &HashSet::new());
    if let Some(verb) = governing.verb.filter(|_| !governing.issuers.is_empty()) {
        let before = findings.place(verb.start).back();
        return Some(if new(before) { Issue::New } else { Issue::Said });
    }
    let place = findings.place(span.end);
    let (_, behind) = place.phrase(&PASSIVE).filter(|_| place.gap().is_soft())?;
    let by = findings.body_at(behind.start());
    let verb = by.map_or(behind, |body| findings.place(body.span.end));
    verb.phrase(&ISSUED)?;
    Some(if new(place) { Issue::New } else { Issue::Said })
}

/// The verb of issuing that has the document at `span` for its object, with its subject and date.
pub(crate) fn issuing(findings: &Findings<'_, '_>, span: Span, kind: Option<&str>) -> Stated {
    governed(findings, span, kind, None, &HashSet::new())
}

fn governed(
    findings: &Findings<'_, '_>,
    span: Span,
    kind: Option<&str>,
    number: Option<&DocumentNumber>,
    taken: &HashSet<usize>,
) -> Stated {
    let object = findings.place(span.start);
    if let Some(told) = told_before(findings, object) {
        return told;
    }
    if findings.text[..span.start].ends_with('(') {
        return in_host_clause(findings, span.start - 1, kind, number, taken);
    }
    before_object(findings, object, Source::Sentence, taken)
}

/// What is told of a document right before its number, which stands in a bracket or behind a comma: *Quyết định do
/// Chủ tịch UBND tỉnh ký ngày 20/7/2025 (số 2201/QĐ-UBND)*.
fn told_before(findings: &Findings<'_, '_>, number: Place<'_, '_>) -> Option<Stated> {
    let apart = number.gap() == Gap::Comma || number.between().trim() == "(";
    let date = findings.date_ending_at(number.end()).filter(|_| apart)?;
    let day = findings.place(date.span.start);
    let (_, verb) = day.phrase_before(&ISSUED).filter(|_| day.gap().is_soft())?;
    let body = findings
        .body_ending_at(verb.end())
        .filter(|_| verb.gap().is_soft())?;
    let by = findings.place(body.span.start);
    if !by.gap().is_soft() || !findings.says(by.back(), "do") || !findings.is_one_body(body) {
        return None;
    }
    Some(Stated {
        verb: Some(Span::new(verb.start(), day.end())),
        date: StatedDate::of(date, Source::Bracket),
        issuers: vec![StatedIssuer::of(body, Source::Bracket)],
    })
}

/// What governs the bracket that opens at byte `open`: the clause in front of it names a document as
/// the object of a verb of issuing. A document of another kind is the same one only if the number
/// says that the subject issued it.
fn in_host_clause(
    findings: &Findings<'_, '_>,
    open: usize,
    kind: Option<&str>,
    number: Option<&DocumentNumber>,
    taken: &HashSet<usize>,
) -> Stated {
    let mut place = findings.place(open);
    let floor = findings.reading.clause(open).start;
    for _ in 0..FAR {
        place = place.back();
        if place.start() <= floor || place.index() == 0 {
            break;
        }
        if !is_issued(findings, place.start()) {
            continue;
        }
        let Some((head, _)) = findings.tables.kinds.announced_at(place) else {
            continue;
        };
        let stated = before_object(findings, place, Source::Bracket, taken);
        let same = kind == Some(head.name.as_str());
        let registry = &findings.tables.bodies;
        let by_code = number.and_then(|number| issuer_by_code(number, None, None, registry));
        let told = by_code.is_some_and(|code| {
            let mut names = stated.issuers.iter();
            names.any(|issuer| issuer.name.ends_with(&code) || code.ends_with(&issuer.name))
        });
        if same || told {
            return stated;
        }
        break;
    }
    Stated::default()
}

/// Reads `[date ,] subject verb` leftwards from the object.
fn before_object(
    findings: &Findings<'_, '_>,
    object: Place<'_, '_>,
    source: Source,
    taken: &HashSet<usize>,
) -> Stated {
    let floor = findings.reading.clause(object.start()).start;
    let mut object = object;
    // "ra bản Cáo trạng số …".
    if object.gap().is_soft() && findings.says(object.back(), "bản") {
        object = object.back();
    }
    if object.gap().is_soft() {
        object.eat_back(&SEVERAL);
    }
    let object = match object.gap() {
        Gap::Comma => outside_aside(object, floor),
        gap => gap.is_soft().then_some(object),
    };
    let Some(object) = object else {
        return Stated::default();
    };
    let Some((_, mut at)) = object.phrase_before(&ISSUES) else {
        return Stated::default();
    };
    if at.start() < floor {
        return Stated::default();
    }
    let verb = Span::new(at.start(), object.end());
    while at.start() > floor && at.gap().is_soft() && at.eat_back(&ADVERB).is_some() {}
    let mut stated = Stated {
        verb: Some(verb),
        ..Stated::default()
    };
    if at.start() <= floor {
        return stated;
    }
    let actor = Actor::before(findings, at, floor);
    let free = |date: &StatedDate| !taken.contains(&date.span.start);
    let same_day = is_same_day(findings, actor.start);
    // "Ngày 5/3/2024 ban hành Quyết định số …": the day and the verb need no subject between them.
    let beside_verb = actor.day.is_some_and(|day| {
        let before = findings.place(day.span.start);
        at.gap() == Gap::Space && before.phrase_before(&BEFORE_DAY).is_none()
    });
    stated.date = actor
        .day
        .and_then(|date| StatedDate::of(date, source))
        .filter(free)
        .or_else(|| date_before(findings, floor, actor.start, source).filter(free))
        .or_else(|| {
            let alone = same_day || !issues_between(findings, floor, actor.start);
            let opening = || opening_date(findings, floor, actor.start, source).filter(free);
            alone.then(opening).flatten()
        })
        .or_else(|| {
            let earlier = || earlier_day(findings, actor.start, source, free);
            same_day.then(earlier).flatten()
        });
    if stated.date.is_some() && actor.bodies.is_empty() && !actor.person && !beside_verb {
        stated.date = None;
    }
    let bodies = actor.bodies.iter();
    stated.issuers = bodies
        .filter(|body| findings.is_one_body(body))
        .map(|body| StatedIssuer::of(body, source))
        .collect();
    stated
}

/// The place behind the verb from which words between commas part its object: *ban hành, sau nhiều
/// lần lấy ý kiến, Quyết định số …*.
fn outside_aside<'r, 't>(object: Place<'r, 't>, floor: usize) -> Option<Place<'r, 't>> {
    let mut place = object.back();
    for _ in 0..ASIDE {
        if place.start() <= floor {
            return None;
        }
        match place.gap() {
            Gap::Comma => return Some(place),
            Gap::Space => place = place.back(),
            _ => return None,
        }
    }
    None
}

/// Words between a verb and its object at most.
const ASIDE: usize = 10;

/// The date at the beginning of the clause that begins at byte `floor`, whose subject begins at byte
/// `subject`.
fn opening_date(
    findings: &Findings<'_, '_>,
    floor: usize,
    subject: usize,
    source: Source,
) -> Option<StatedDate> {
    let first = findings
        .dates
        .partition_point(|date| date.span.start < floor);
    let date = findings.dates.get(first)?;
    // Room for "Vào sáng".
    let opens = date.span.start - floor <= 16
        && !findings.text[floor..date.span.start].contains([',', ';', ':']);
    let between = findings.text.get(date.span.end..subject)?;
    let near = !between.contains([';', ':', '('])
        && findings.place(subject).index() <= findings.place(date.span.end).index() + FAR;
    (opens && near).then(|| StatedDate::of(date, source))?
}

/// The date that leads in the clause of the subject that begins at byte `subject`: *Để cụ thể hóa chủ
/// trương này, ngày 05/3/2020, Chính phủ đã ban hành …*, *…, trước đó ngày 02/3/2026 Bộ Tư pháp có …*.
fn date_before(
    findings: &Findings<'_, '_>,
    floor: usize,
    subject: usize,
    source: Source,
) -> Option<StatedDate> {
    let place = findings.place(subject);
    let date = findings.date_ending_at(place.end())?;
    let mut before = findings.place(date.span.start);
    let mut led = false;
    while before.gap().is_soft() && before.eat_back(&LEADS_CLAUSE).is_some() {
        led = true;
    }
    // "Sở Tư pháp đưa tin - Ngày 20/4/2019, Bộ trưởng đã ký …".
    let apart = led || !before.gap().is_soft();
    let beside = matches!(place.gap(), Gap::Space | Gap::Comma);
    (apart && beside && date.span.start >= floor).then(|| StatedDate::of(date, source))?
}

/// Whether *cùng ngày* leads in the clause of the subject that begins at byte `subject`.
fn is_same_day(findings: &Findings<'_, '_>, subject: usize) -> bool {
    let place = findings.place(subject);
    let beside = matches!(place.gap(), Gap::Space | Gap::Comma);
    beside && place.phrase_before(&SAME_DAY).is_some()
}

/// The day that *cùng ngày* means, before the subject that begins at byte `subject`: the last one of the sentence
/// and the one before it that is of no other document, or the only one.
fn earlier_day(
    findings: &Findings<'_, '_>,
    subject: usize,
    source: Source,
    free: impl Fn(&StatedDate) -> bool,
) -> Option<StatedDate> {
    let sentence = findings.sentence_start(subject);
    let before = findings.text[..sentence].trim_end().len();
    let same_line = !findings.text[before..sentence].contains('\n');
    let reach = match same_line && before > 0 {
        true => findings.sentence_start(before - 1),
        false => sentence,
    };
    let first = findings
        .dates
        .partition_point(|date| date.span.start < reach);
    let last = findings
        .dates
        .partition_point(|date| date.span.end <= subject);
    let days: Vec<StatedDate> = findings.dates[first.max(last.saturating_sub(MOST_DAYS))..last]
        .iter()
        .filter_map(|date| StatedDate::of(date, source))
        .filter(|date| matches!(date.date, PartialDate::Day { .. }))
        .collect();
    let told = days.iter().rev().find(|day| free(day));
    told.or(match days.as_slice() {
        [only] => Some(only),
        _ => None,
    })
    .cloned()
}

/// Days of two sentences that are looked at.
const MOST_DAYS: usize = 8;

/// Whether a document is issued in another clause between byte `floor` and the subject that begins at byte
/// `subject`: the day that opens the sentence is of that one.
fn issues_between(findings: &Findings<'_, '_>, floor: usize, subject: usize) -> bool {
    let numbers = findings.numbers;
    let last = numbers.partition_point(|number| number.span.end <= subject);
    let Some(number) = last.checked_sub(1).map(|last| numbers[last].span) else {
        return false;
    };
    let mut place = findings.place(number.start);
    for _ in 0..FAR {
        if place.start() <= floor {
            return false;
        }
        place = place.back();
        let object = findings.tables.kinds.announced_at(place).is_some();
        if object && is_issued(findings, place.start()) {
            return true;
        }
    }
    false
}

/// The day that opens the clause right before the document at byte `start`: *Ngày 25/11/2014, Luật Nhà ở
/// được Quốc hội thông qua*.
pub(super) fn day_before(findings: &Findings<'_, '_>, start: usize) -> Option<StatedDate> {
    let place = findings.place(start);
    let floor = findings.reading.clause(start).start;
    if place.gap() != Gap::Comma || findings.date_ending_at(place.end()).is_none() {
        return None;
    }
    opening_date(findings, floor, start, Source::Sentence)
}
