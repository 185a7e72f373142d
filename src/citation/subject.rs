//! What a cited document is about (*trích yếu nội dung*).

use super::words::{
    ADVERBIAL, ALL_CALLED, BEFORE_NOUN, BY_OTHER, CALLED, CHANGED, FATE, FINITE, HEREAFTER, ISSUED,
    LEAD, NO_ACTOR, NO_SUBJECT, NUMBER_FIELD, OPENS, OTHERS, PREDICATE, PREPOSITION, REPLACES,
    SEVERAL, SUBJECT, TOLD,
};
use super::{Findings, behind};
use crate::number::{DocumentNumber, Notation};
use crate::reading::{Gap, Place, is_quotation_mark};
use crate::span::{Passage, Span};

/// Reads the subject of the citation at `span` with its `number`, which may begin at byte `from`.
///
/// It has no clean right edge. It ends with its clause at the latest, and before: a bracket that gives
/// the document another name; a comma behind which another clause begins; the next citation of a row;
/// and, where the document is the subject of its sentence, the verb of that sentence.
pub(super) fn read<'t>(
    findings: &Findings<'_, 't>,
    span: Span,
    number: Option<&DocumentNumber>,
    from: usize,
) -> Option<Passage<'t>> {
    let text = findings.text;
    let mut place = findings.place(from);
    let gap = &text[from..place.start()];
    let gap = match from > span.end {
        // "…, ban hành ngày 18/6/2014, hướng dẫn …".
        true => gap.trim_start_matches(','),
        false => gap,
    };
    let spaced = !gap.is_empty() && gap.chars().all(|c| c == ' ');
    // "… của Ban Bí thư “về việc …”".
    let quoted = || {
        let marks = gap.trim_matches(' ');
        marks.chars().count() == 1
            && marks.chars().all(is_quotation_mark)
            && place.phrase(&LEAD).is_some()
    };
    // "… của UBND tỉnh, về việc …"; *về* alone may begin other words.
    let apart = || {
        let about = findings.says(place, "về") && findings.says(place.next(), "việc");
        gap.trim_matches(' ') == "," && about
    };
    if !spaced
        && !quoted()
        && !apart()
        && !(gap == "\n" && behind::goes_on_in_capitals(findings, place))
    {
        return None;
    }
    place = behind_addressees(findings, place);
    let short = ["V/v ", "v/v ", "V/v:", "v/v:", "V/v :"];
    let led = if short.iter().any(|v| text[place.start()..].starts_with(v)) {
        place = place.next().next();
        true
    } else {
        place.eat(&LEAD).is_some()
    };
    let start = place;
    // With the quotation mark before its first word.
    let begin = text[..start.start()]
        .trim_end_matches(is_quotation_mark)
        .len();
    if !led {
        let (_, behind) = start.phrase(&SUBJECT)?;
        let goes_on = behind.gap().is_soft() || behind.gap() == Gap::Comma;
        // "quy định cụ thể và hướng dẫn thi hành một số điều của …" is a title.
        let clause = behind.phrase(&NO_SUBJECT);
        let clause = clause.filter(|(_, next)| !findings.says(*next, "và"));
        if !goes_on || clause.is_some() {
            return None;
        }
        // "… sửa đổi khoản 2 Điều 5 Thông tư số 9/2020/TT-BTC như sau:" gives new words.
        let said = &text[..findings.reading.clause(start.start()).end];
        if start.phrase(&REPLACES).is_some() && said.ends_with("như sau") {
            return None;
        }
        // "… sửa đổi Nghị định số 42/2014/NĐ-CP" says what it does, not what it is about.
        let amended = findings.tables.kinds.announced_at(behind);
        let numbered = amended.is_some_and(|(_, behind)| is_numbered(behind));
        if numbered && start.phrase(&REPLACES).is_some() {
            return None;
        }
    }
    let limit = limit(findings, start.start())
        .min(findings.reading.place_at(start.start() + LONGEST).start());
    let edge = Edge::of(findings, span);
    let mut place = start;
    while place.start() < limit {
        if place.index() > start.index() && edge.ends_before(findings, place, start, limit) {
            break;
        }
        if place.between().contains('(') && place.index() > start.index() {
            let renamed = place.phrase(&HEREAFTER).is_some()
                || place.phrase(&CALLED).is_some()
                || place.phrase(&ALL_CALLED).is_some()
                || is_short_name(findings, place, span.start);
            if renamed {
                break;
            }
            if let Some(bracket) = findings.reading.bracket(place.start()) {
                // "… (Nghị quyết số 57-NQ/TW)" says which one it is.
                if number.is_some_and(|number| holds(findings, bracket, number)) {
                    break;
                }
                let behind = findings.place(bracket.end);
                // A remark at the end is none of the title's words.
                if (behind.start() >= limit || edge.ends_before(findings, behind, start, limit))
                    && !is_part_of_name(bracket.of(text))
                {
                    break;
                }
                place = if behind.index() > place.index() {
                    behind
                } else {
                    place.next()
                };
                continue;
            }
        }
        place = place.next();
    }
    let end = match place.start() < limit {
        true => place.end(),
        false => limit,
    };
    let quoted = begin < start.start()
        || text
            .get(begin..end)
            .is_some_and(|words| words.contains('“'));
    let rest = &text[end..];
    let closing = rest.len() - rest.trim_start_matches('”').len();
    let end = if quoted { end + closing } else { end };
    let end = without_lead_in(findings, begin, end);
    Some(until(findings, Span::new(begin, end), end)).filter(|words| !words.text.is_empty())
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

/// The place behind those to whom a letter goes, where the words follow that say what it is about: *gửi UBND
/// các tỉnh, thành phố về việc …*; else `place` itself.
fn behind_addressees<'r, 't>(findings: &Findings<'_, '_>, place: Place<'r, 't>) -> Place<'r, 't> {
    if !findings.says(place, "gửi") {
        return place;
    }
    let limit = findings.reading.clause(place.start()).end;
    let mut next = place.next();
    for _ in 0..ADDRESSEES {
        let about = findings.says(next, "về") && findings.says(next.next(), "việc");
        let named = || findings.body_ending_at(next.end()).is_some();
        if next.start() >= limit || !(next.gap().is_soft() || next.gap() == Gap::Comma) {
            break;
        }
        if next.gap().is_soft() && (about || findings.says(next, "về") && named()) {
            return next;
        }
        next = next.next();
    }
    place
}

/// Words that name those to whom a letter goes, at most.
const ADDRESSEES: usize = 60;

/// Where the name of a law may stand behind the number of its citation at `span`, up to the end of the
/// clause: *Luật số 06/2003/QH11 Biên giới quốc gia …*.
pub(super) fn name_behind(
    findings: &Findings<'_, '_>,
    span: Span,
    number: &DocumentNumber,
) -> Option<Span> {
    let lawlike = number.notation() == Notation::Assembly || number.kind() == Some("PL");
    let place = findings.place(span.end);
    let named = lawlike
        && place.gap() == Gap::Space
        && findings.reading.case(place.index()).is_capital()
        && findings.body_at(place.start()).is_none()
        && findings.tables.kinds.announced_at(place).is_none();
    let longest = findings.reading.place_at(place.start() + LONGEST_NAME);
    let end = findings.reading.clause(place.start()).end;
    named.then(|| Span::new(place.start(), end.min(longest.start())))
}

/// The words of `subject` up to byte `end`, without the punctuation behind them.
pub(super) fn until<'t>(findings: &Findings<'_, 't>, subject: Span, end: usize) -> Passage<'t> {
    let words = &findings.text[subject.start..end.max(subject.start)];
    // "./." is the sign at the end of a document.
    let words = words.trim_end_matches("./");
    let words = words.trim_end_matches([' ', '\n', ',', '-', '–']);
    Passage::new(
        findings.text,
        Span::new(subject.start, subject.start + words.len()),
    )
}

/// Where the clause ends in which a subject begins at byte `start`; what stands in quotation marks is
/// not taken apart.
fn limit(findings: &Findings<'_, '_>, start: usize) -> usize {
    let reading = findings.reading;
    let mut limit = reading.clause(start).end;
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

/// The byte `end` of a subject, or where the words begin that lead in what the document says: *… như sau*.
fn without_lead_in(findings: &Findings<'_, '_>, begin: usize, end: usize) -> usize {
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

/// What stands before `place` with brackets and quotation marks left out.
fn separator(place: Place<'_, '_>) -> Gap {
    match place.gap() {
        Gap::Other if place.between().trim_start_matches(is_closing).trim() == "," => Gap::Comma,
        gap => gap,
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | '”' | '"' | '’')
}

/// Whether `bracket` holds `number` once more.
fn holds(findings: &Findings<'_, '_>, bracket: Span, number: &DocumentNumber) -> bool {
    let first = findings
        .numbers
        .partition_point(|other| other.span.start < bracket.start);
    let mut within = findings.numbers[first..]
        .iter()
        .take_while(|other| other.span.end <= bracket.end);
    within.any(|other| other.value == *number)
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

/// Whether a bracket is a part of a title: *(sửa đổi)*, *(ODA)*, *(lần 2)*.
fn is_part_of_name(bracket: &str) -> bool {
    let words = bracket.trim_matches(['(', ')']);
    let few = words.split_whitespace().count() <= 3;
    few && (words.starts_with("sửa đổi")
        || words.starts_with("lần")
        || words.starts_with("giai đoạn")
        || !words.contains(char::is_lowercase))
}

/// What may end a subject.
struct Edge {
    /// The citation is in an adverbial: a main clause follows behind a comma.
    adverbial: bool,
    /// A word that leads in nothing but an adverbial opens the sentence: a main clause must follow.
    led: bool,
    /// The citation is the subject of its sentence.
    subject: bool,
}

impl Edge {
    fn of(findings: &Findings<'_, '_>, span: Span) -> Edge {
        let mut before = findings.place(span.start);
        let clause = findings.reading.clause(span.start);
        if let Some(provision) = findings.provision_ending_at(before.end()) {
            before = findings.place(provision.span.start);
        }
        let opens = before.start() <= clause.start;
        let stopped = findings.text[clause.end..].starts_with('.');
        let adverbial = (!opens && before.gap().is_soft())
            .then(|| before.phrase_before(&ADVERBIAL))
            .flatten();
        let prepositions = before.phrase_before(&PREPOSITION);
        Edge {
            adverbial: adverbial.is_some(),
            led: adverbial.is_some()
                && stopped
                && prepositions.is_some_and(|(_, start)| start.start() <= clause.start),
            subject: opens && stopped,
        }
    }

    /// Whether the subject that begins at `start` ends before `place`.
    fn ends_before(
        &self,
        findings: &Findings<'_, '_>,
        place: Place<'_, '_>,
        start: Place<'_, '_>,
        limit: usize,
    ) -> bool {
        if is_next_of_row(findings, place) {
            return true;
        }
        match separator(place) {
            Gap::Comma => {
                is_fate(findings, place)
                    || is_issued_on(findings, place)
                    || self.opens_clause(findings, place, start, limit)
            }
            Gap::Space => {
                // "sửa đổi … Nghị định số 60/2021/NĐ-CP quy định … công lập thành “Đơn vị …”".
                let turned = findings.says(place, "thành") || findings.says(place, "bằng");
                if turned && place.next().between().contains(is_quotation_mark) {
                    return true;
                }
                let sent = findings.says(place, "gửi")
                    && (findings.body_at(place.next().start()).is_some()
                        || place.next().phrase(&SEVERAL).is_some());
                // A title has two words at least before the verb of the sentence can come.
                let long = place.index() >= start.index() + 2;
                long && (sent
                    || is_fate(findings, place)
                    || place.phrase(&OTHERS).is_some()
                    || findings.says(place, "thì")
                    || self.subject && is_predicate(findings, place))
            }
            _ => false,
        }
    }

    /// Whether a clause of its own begins at `place`, behind a comma.
    fn opens_clause(
        &self,
        findings: &Findings<'_, '_>,
        place: Place<'_, '_>,
        start: Place<'_, '_>,
        limit: usize,
    ) -> bool {
        if place.phrase(&OPENS).is_some() {
            return true;
        }
        if let Some(body) = findings.body_at(place.start()) {
            let mut behind = findings.place(body.span.end);
            // "…, Sở Giáo dục và Đào tạo (GDĐT) yêu cầu …".
            let mut beside = behind.gap().is_soft();
            if behind.between().trim() == "("
                && let Some(bracket) = findings.reading.bracket(behind.start())
            {
                behind = findings.place(bracket.end);
                beside = behind.between().trim() == ")";
            }
            // "…, Bộ Chính trị, Ban Bí thư yêu cầu …".
            if behind.gap() == Gap::Comma
                && let Some(next) = findings.body_at(behind.start())
                && let verb = findings.place(next.span.end)
                && verb.gap().is_soft()
                && verb.phrase(&FINITE).is_some()
            {
                return true;
            }
            let goes_on = behind.start() >= limit || !beside || behind.phrase(&NO_ACTOR).is_some();
            return !goes_on;
        }
        if !self.adverbial {
            return false;
        }
        if self.led && is_only_comma(place, start, limit) {
            return true;
        }
        let mut ahead = place;
        for _ in 0..CLAUSE {
            let apart = ahead.gap() == Gap::Comma || ahead.between().contains('(');
            if ahead.start() >= limit || ahead.index() > place.index() && apart {
                return false;
            }
            if let Some((_, behind)) = ahead.phrase(&FINITE)
                && !is_noun(findings, ahead, behind)
                && !findings.says(behind, "về")
            {
                return true;
            }
            ahead = ahead.next();
        }
        false
    }
}

/// Whether a verb begins at `place` that a document is the subject of.
fn is_predicate(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    if findings.says(place, "có") && place.next().number().is_some() {
        return true;
    }
    place
        .phrase(&PREDICATE)
        .is_some_and(|(_, behind)| !is_noun(findings, place, behind))
}

/// Whether the words between the two places, which may be a verb, are a noun: *có yêu cầu*, *đề nghị của*.
fn is_noun(findings: &Findings<'_, '_>, start: Place<'_, '_>, behind: Place<'_, '_>) -> bool {
    start.phrase_before(&BEFORE_NOUN).is_some() || findings.says(behind, "của")
}

/// Whether the comma before `place` is the only one behind `start`, where a subject begins, up to byte
/// `limit`, and words enough for a clause follow it.
fn is_only_comma(place: Place<'_, '_>, start: Place<'_, '_>, limit: usize) -> bool {
    let mut before = place.back();
    while before.index() > start.index() {
        if before.gap() == Gap::Comma || place.index() > before.index() + LONG {
            return false;
        }
        before = before.back();
    }
    let mut next = place.next();
    while next.start() < limit {
        if next.gap() == Gap::Comma || next.index() > place.index() + CLAUSE {
            return false;
        }
        next = next.next();
    }
    next.index() - place.index() >= SHORTEST_CLAUSE
}

/// Words of a subject behind which the comma is looked at alone, at most.
const LONG: usize = 60;

/// Words of the shortest clause.
const SHORTEST_CLAUSE: usize = 4;

/// No name of a law is longer, in bytes, with the day and the issuer behind it.
const LONGEST_NAME: usize = 400;

/// No subject is longer, in bytes.
const LONGEST: usize = 1500;

/// Words before the verb of a clause at most.
const CLAUSE: usize = 24;

/// Whether what becomes of the document begins at `place`: *được gửi*, *được các cấp ủy …*, *được BODY …*.
fn is_fate(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    match place.phrase(&FATE) {
        // "vốn do Nhà nước nắm giữ" is a part of the title.
        Some(_) if findings.reading.slice(place.index()) == "do" => {
            let told = behind::participle(findings, place.end(), true);
            !told.issuers.is_empty()
        }
        Some(_) => true,
        None if place.phrase(&CHANGED).is_some() => {
            let behind = place.phrase(&CHANGED).map(|(_, behind)| behind);
            behind.is_some_and(|by| by.gap().is_soft() && by.phrase(&BY_OTHER).is_some())
        }
        None => {
            findings.reading.slice(place.index()) == "được"
                && findings.body_at(place.next().start()).is_some()
        }
    }
}

/// Whether *ban hành ngày 04/7/2011* begins at `place`.
fn is_issued_on(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    let behind = place.phrase(&ISSUED).map(|(_, behind)| behind);
    behind.is_some_and(|day| day.gap().is_soft() && findings.date_at(day.start()).is_some())
}

/// Whether `, Quyết định số …` or ` và Nghị định số …` begins at `place`.
fn is_next_of_row(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    let and = findings.reading.slice(place.index()) == "và";
    let at = match and {
        true => place.next(),
        false if separator(place) == Gap::Comma => place,
        false => return false,
    };
    let head = findings.tables.kinds.announced_at(at);
    head.is_some_and(|(_, behind)| is_numbered(behind))
}

/// Whether a number stands behind `place`.
fn is_numbered(place: Place<'_, '_>) -> bool {
    let said = place.reading().slice(place.index()) == "số";
    place.gap().is_soft() && (said || place.number().is_some())
}
