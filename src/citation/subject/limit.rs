//! How far a subject may reach.

use crate::citation::words::{NUMBER_FIELD, SUBJECT, TOLD, TRAILING};
use crate::citation::{Findings, behind};
use crate::number::DocumentNumber;
use crate::reading::{Gap, Place};
use crate::span::{Passage, Span};

/// Where the clause ends in which a subject begins at byte `start`; what stands in quotation marks is
/// not taken apart.
pub(super) fn limit(
    findings: &Findings<'_, '_>,
    start: usize,
    number: Option<&DocumentNumber>,
) -> usize {
    let reading = findings.reading;
    if let Some(end) = number.and_then(|number| named_again(findings, start, number)) {
        return end;
    }
    let mut limit = reading.clause(start).end;
    // "… về việc ban hành⏎Quy chế hoạt động của Quỹ;": a verb has an object.
    let verb = findings.place(start).phrase(&SUBJECT);
    if let Some((_, object)) = verb.filter(|(_, object)| object.start() >= limit)
        && object.gap() == Gap::LineEnd
        && !object.between().trim_matches(' ').contains("\n\n")
        && reading.case(object.index()).is_capital()
        && findings.body_at(object.start()).is_none()
    {
        limit = reading.clause(object.start()).end;
    }
    for _ in 0..CAPITAL_LINES {
        let next = findings.place(limit);
        if limit >= findings.text.len() || !is_more_of_title(findings, next) {
            break;
        }
        limit = reading.clause(next.start()).end.max(next.end());
    }
    if let Some(around) = reading.quotation(start).filter(|q| q.start < start) {
        let inside = around.of(findings.text);
        let mark = inside.chars().next_back().map_or(0, char::len_utf8);
        return limit.min(around.end - mark);
    }
    for _ in 0..4 {
        match reading.quotation(limit).filter(|q| q.start > start) {
            Some(quotation) if quotation.end < findings.text.len() => {
                limit = reading.clause(quotation.end).end.max(quotation.end);
            }
            Some(quotation) => return quotation.end,
            None => break,
        }
    }
    limit
}

/// Lines of a title in capitals at most.
const CAPITAL_LINES: usize = 6;

/// Whether the line that begins at `place` is one more of a title in capitals: no body that decides, and
/// no verb with a colon.
fn is_more_of_title(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    let Some(line) = findings.reading.line(place.start()) else {
        return false;
    };
    behind::goes_on_in_capitals(findings, place)
        && !line.span().of(findings.text).ends_with(':')
        && !line.span().of(findings.text).contains(char::is_lowercase)
        && findings.body_at(line.start).is_none()
        && findings.tables.kinds.announced_at(place).is_none()
}

/// Where the bracket opens that gives the document its short name behind a title with semicolons or a colon of
/// its own: *… trong lĩnh vực hôn nhân và gia đình; thi hành án dân sự (Nghị định số 82/2020/NĐ-CP)*. The title begins at
/// byte `start`, and `number` is that of the document.
fn named_again(
    findings: &Findings<'_, '_>,
    start: usize,
    number: &DocumentNumber,
) -> Option<usize> {
    let clause = findings.reading.clause(start).end;
    if !findings.text[clause..].starts_with([';', ':']) {
        return None;
    }
    let sentence = findings
        .reading
        .sentence(start)
        .end
        .min(clause + LONGEST_ROW);
    let next = findings
        .numbers
        .partition_point(|other| other.span.start < start);
    // The next document that is named is this one once more.
    let again = findings.numbers.get(next)?;
    let bracket = findings.reading.bracket(again.span.start)?;
    let title = bracket.start > clause && again.span.end <= sentence;
    (title && again.value == *number).then_some(bracket.start)
}

/// Bytes of such a row at most.
const LONGEST_ROW: usize = 600;

/// The byte `end` of a subject, or where the words begin that lead in what the document says: *… như sau*.
pub(super) fn without_lead_in(findings: &Findings<'_, '_>, begin: usize, end: usize) -> usize {
    let place = findings.place(end);
    // "… thi hành Luật Đất đai Số hiệu: 43/2014/NĐ-CP": the next field of a block.
    let field = || {
        place
            .phrase_before(&NUMBER_FIELD)
            .filter(|_| place.gap() == Gap::Colon)
    };
    match place.phrase_before(&TOLD).or_else(field) {
        Some((_, before)) if place.end() == end && before.end() > begin => before.end(),
        _ => end,
    }
}

/// The words of `subject` up to byte `end`, without the punctuation behind them.
pub(in crate::citation) fn until<'t>(
    findings: &Findings<'_, 't>,
    subject: Span,
    end: usize,
) -> Passage<'t> {
    let words = &findings.text[subject.start..end.max(subject.start)];
    // "./." is the sign at the end of a document.
    let words = words.trim_end_matches("./");
    let trimmed = |words: &str| {
        words
            .trim_end_matches([' ', '\n', ',', '-', '–', '|'])
            .len()
    };
    let mut words = &words[..trimmed(words)];
    // "… được duyệt và", "… bưu chính vừa": what the word led in was cut off.
    let last = findings.place(subject.start + words.len());
    if let Some((_, before)) = last.phrase_before(&TRAILING)
        && last.end() == subject.start + words.len()
        && before.end() > subject.start
    {
        words = &findings.text[subject.start..before.end()];
        words = &words[..trimmed(words)];
    }
    Passage::new(
        findings.text,
        Span::new(subject.start, subject.start + words.len()),
    )
}
