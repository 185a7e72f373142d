//! What a cited document is about (*trích yếu nội dung*), from its first word to its last.

use super::edge::{Edge, is_changed};
use super::limit::{limit, until, without_lead_in};
use super::opening::{Opening, opening};
use crate::citation::Findings;
use crate::citation::words::{
    ALL_CALLED, BASIS, CALLED, CARRIED_OUT, HEREAFTER, ISSUED, LEAD, REPLACES, SUBJECT, TITLE, TOLD,
};
use crate::number::DocumentNumber;
use crate::reading::{Gap, Place};
use crate::span::{Passage, Span};

/// Reads the subject of the citation at `span` with its `number`, which may begin at byte `from`.
///
/// It has no clean right edge. It ends with its clause at the latest, and before: a bracket that gives
/// the document another name; a comma behind which another clause begins; the next citation of a row;
/// and, where the document is the subject of its sentence, the verb of that sentence.
pub(in crate::citation) fn subject<'t>(
    findings: &Findings<'_, 't>,
    span: Span,
    number: Option<&DocumentNumber>,
    from: usize,
) -> Option<Passage<'t>> {
    let text = findings.text;
    let Opening {
        start,
        begin,
        quoted,
        led,
    } = opening(findings, span, number, from)?;
    if let Some(end) = quoted {
        return Some(until(findings, Span::new(begin, end), end));
    }
    let limit = limit(findings, start.start(), number)
        .min(findings.reading.place_at(start.start() + LONGEST).start());
    let end = walk(findings, span, number, start, limit);
    let quoted = begin < start.start()
        || text
            .get(begin..end)
            .is_some_and(|words| words.contains('“'));
    let rest = &text[end..];
    let closing = rest.len() - rest.trim_start_matches('”').len();
    let end = if quoted { end + closing } else { end };
    let told = without_lead_in(findings, begin, end);
    if !led
        && findings.number_ending_at(span.end).is_some()
        && is_predicate(findings, span, start, end)
    {
        return None;
    }
    let end = told;
    Some(until(findings, Span::new(begin, end), end))
        .filter(|words| !words.text.is_empty() && !is_verb_alone(start, words.span.end))
}

/// Whether the verb at `start` is that of the sentence, which says something of the document at `span` or of a
/// provision of it: *Nghị quyết 326/2016/UBTVQH14 quy định về án phí như sau:*, *Điểm a khoản 2 Điều 5 Nghị định số
/// 15/2020/NĐ-CP quy định phạt tiền …*. A title has verbs of its own, or a document for its object.
fn is_predicate(findings: &Findings<'_, '_>, span: Span, start: Place<'_, '_>, end: usize) -> bool {
    let kinds = &findings.tables.kinds;
    let titled = start.phrase(&TITLE).is_some()
        || start
            .phrase(&SUBJECT)
            .is_some_and(|(_, object)| kinds.announced_at(object).is_some());
    let last = findings.place(end);
    let said = last.end() == end && last.phrase_before(&TOLD).is_some();
    if titled || said {
        return !titled;
    }
    // A day and an issuer stand behind a title: *… hướng dẫn đăng ký hộ tịch ngày 18/03/2020 của Bộ Công an*.
    let first = findings
        .dates
        .partition_point(|date| date.span.start < start.start());
    let dated = findings.dates.get(first).is_some_and(|date| {
        date.span.end <= end && findings.says(findings.place(date.span.end), "của")
    });
    if dated {
        return false;
    }
    let before = findings.place(span.start);
    let provision = findings
        .provision_ending_at(before.end())
        .filter(|_| before.gap().is_soft() || before.gap() == Gap::Comma);
    // "(Điều 4 Nghị định số 77/2018/NĐ-CP hỗ trợ tưới tiên tiến ngày …)" is a note on a source.
    provision.is_some_and(|provision| !findings.text[..provision.span.start].ends_with('('))
}

/// Whether the words from `start` up to byte `end` are a verb without an object, of the sentence and of no title: *Luật
/// A được Luật số 59/2020/QH14 sửa đổi, bổ sung*; or tell on what the document rests: *ban hành căn cứ Luật Giáo dục*.
fn is_verb_alone(start: Place<'_, '_>, end: usize) -> bool {
    let verb = start
        .phrase(&REPLACES)
        .or_else(|| start.phrase(&CARRIED_OUT));
    let alone = verb.is_some_and(|(_, behind)| behind.start() >= end);
    let issued = start.phrase(&ISSUED).map(|(_, behind)| behind);
    alone || issued.is_some_and(|basis| basis.gap().is_soft() && basis.phrase(&BASIS).is_some())
}

/// The byte behind the last word of the subject that begins at `start` and reaches to byte `limit` at most.
fn walk(
    findings: &Findings<'_, '_>,
    span: Span,
    number: Option<&DocumentNumber>,
    start: Place<'_, '_>,
    limit: usize,
) -> usize {
    let edge = Edge::of(findings, span);
    let mut place = start;
    while place.start() < limit {
        if place.index() > start.index() {
            if edge.ends_before(findings, place, start, limit) {
                break;
            }
            if place.between().contains('(') {
                match beyond_bracket(findings, &edge, span, number, place, start, limit) {
                    Some(behind) => place = behind,
                    None => break,
                }
                continue;
            }
        }
        place = place.next();
    }
    match place.start() < limit {
        true => place.end(),
        false => limit,
    }
}

/// The place from which the subject goes on behind the bracket that opens before `place`; `None` where it
/// ends before the bracket.
fn beyond_bracket<'r, 't>(
    findings: &Findings<'r, 't>,
    edge: &Edge,
    span: Span,
    number: Option<&DocumentNumber>,
    place: Place<'r, 't>,
    start: Place<'r, 't>,
    limit: usize,
) -> Option<Place<'r, 't>> {
    let renamed = place.phrase(&HEREAFTER).is_some()
        || place.phrase(&CALLED).is_some()
        || place.phrase(&ALL_CALLED).is_some()
        || is_short_name(findings, place, span.start);
    if renamed {
        return None;
    }
    let Some(bracket) = findings.reading.bracket(place.start()) else {
        return Some(place.next());
    };
    // "… (Nghị quyết số 57-NQ/TW)" says which one it is.
    if number.is_some_and(|number| holds(findings, bracket, number)) {
        return None;
    }
    let behind = findings.place(bracket.end);
    // A remark at the end is none of the title's words, and no title goes on behind what has changed the document.
    let changed = is_changed(place) && behind.phrase(&LEAD).is_none();
    let last =
        changed || behind.start() >= limit || edge.ends_before(findings, behind, start, limit);
    if last && !is_part_of_name(bracket.of(findings.text)) {
        return None;
    }
    Some(match behind.index() > place.index() {
        true => behind,
        false => place.next(),
    })
}

/// Whether the bracket that opens before `place` holds a shorter name of the document at byte `cited`, which
/// begins with the same kind: *… phong cách Hồ Chí Minh (Chỉ thị 05)*.
fn is_short_name(findings: &Findings<'_, '_>, place: Place<'_, '_>, cited: usize) -> bool {
    let kinds = &findings.tables.kinds;
    let kind = |at| kinds.announced_at(at).map(|(head, _)| &head.name);
    let same = kind(place).is_some() && kind(place) == kind(findings.place(cited));
    same && findings
        .reading
        .bracket(place.start())
        .is_some_and(|bracket| findings.place(bracket.end).index() <= place.index() + SHORT_NAME)
}

/// Words of such a name at most.
const SHORT_NAME: usize = 6;

/// Whether `bracket` holds `number` once more.
pub(super) fn holds(findings: &Findings<'_, '_>, bracket: Span, number: &DocumentNumber) -> bool {
    let first = findings
        .numbers
        .partition_point(|other| other.span.start < bracket.start);
    let mut within = findings.numbers[first..]
        .iter()
        .take_while(|other| other.span.end <= bracket.end);
    within.any(|other| other.value == *number)
}

/// Whether a bracket is a part of a title: *(sửa đổi)*, *(ODA)*, *(lần 2)*.
fn is_part_of_name(bracket: &str) -> bool {
    let words = bracket.trim_matches(['(', ')']);
    let few = words.split_whitespace().count() <= 3;
    few && (words.starts_with("sửa đổi")
        || words.starts_with("lần")
        || words.starts_with("giai đoạn")
        || !words.contains(char::is_lowercase))
}

/// No subject is longer, in bytes.
const LONGEST: usize = 1500;
