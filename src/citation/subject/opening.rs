//! Where a subject begins: behind *về*, with a verb of decisions, or with a quotation mark.

use crate::citation::words::{LEAD, NO_SUBJECT, REPLACES, SUBJECT};
use crate::citation::{Findings, behind, governing};
use crate::number::{DocumentNumber, Notation};
use crate::reading::{Gap, Place, is_quotation_mark};
use crate::span::Span;

use super::edge::is_numbered;

/// Where a subject begins.
pub(super) struct Opening<'r, 't> {
    /// Its first word.
    pub(super) start: Place<'r, 't>,
    /// Its first byte: the quotation mark in front of that word, if there is one.
    pub(super) begin: usize,
    /// Where the quotation ends that is the whole of it: *Nghị quyết số 18-NQ/TW “Một số vấn đề …”*.
    pub(super) quoted: Option<usize>,
    /// Whether *về* leads it in, or a quotation mark: what follows a verb may as well be what the document does.
    pub(super) led: bool,
}

/// Where the subject of the citation at `span` begins, if the words at byte `from` are one.
pub(super) fn opening<'r, 't>(
    findings: &Findings<'r, 't>,
    span: Span,
    number: Option<&DocumentNumber>,
    from: usize,
) -> Option<Opening<'r, 't>> {
    let text = findings.text;
    let place = findings.place(from);
    if let Some(end) = quoted_title(findings, from, place) {
        // "“Về tăng cường …; bảo vệ rừng”": the words that lead it in, and with them the marks, are none of it.
        let led = place.phrase(&LEAD).map(|(_, behind)| behind);
        let opening = from + text[from..place.start()].trim_end_matches(is_mark).len();
        let closing = text[..end].chars().next_back().map_or(0, char::len_utf8);
        return Some(Opening {
            start: led.unwrap_or(place),
            begin: led.map_or(opening, Place::start),
            quoted: Some(if led.is_some() { end - closing } else { end }),
            led: true,
        });
    }
    if let Some(subject) = in_bracket(findings, from, place) {
        return Some(subject);
    }
    if !is_beside(findings, span, number, from, place) {
        return None;
    }
    let mut place = behind_addressees(findings, place);
    let led = if is_short_lead(&text[place.start()..]) {
        place = place.next().next();
        true
    } else {
        place.eat(&LEAD).is_some()
    };
    let begin = text[..place.start()].trim_end_matches(is_quotation_mark);
    (led || begins_with_verb(findings, place)).then_some(Opening {
        start: place,
        begin: begin.len(),
        quoted: None,
        led,
    })
}

/// The subject that fills the bracket before `place`, behind the document that ends at byte `from`: *Công văn số
/// 3302/BTC-QLG (V/v tăng cường quản lý giá)*.
fn in_bracket<'r, 't>(
    findings: &Findings<'r, 't>,
    from: usize,
    place: Place<'r, 't>,
) -> Option<Opening<'r, 't>> {
    let text = findings.text;
    if text[from..place.start()].trim() != "(" {
        return None;
    }
    let start = match is_short_lead(&text[place.start()..]) {
        true => place.next().next(),
        false => place.phrase(&LEAD)?.1,
    };
    let bracket = findings.reading.bracket(place.start())?;
    let end = bracket.end - 1;
    let whole = text[end..].starts_with(')') && start.start() < end;
    whole.then_some(Opening {
        start,
        begin: start.start(),
        quoted: Some(end),
        led: true,
    })
}

/// Whether `words` begin with the short form of *về việc*.
fn is_short_lead(words: &str) -> bool {
    let short = ["V/v ", "v/v ", "V/v:", "v/v:", "V/v :"];
    short.iter().any(|short| words.starts_with(short))
}

/// Whether nothing stands between byte `from` and `place` that parts a document from its subject.
fn is_beside(
    findings: &Findings<'_, '_>,
    span: Span,
    number: Option<&DocumentNumber>,
    from: usize,
    place: Place<'_, '_>,
) -> bool {
    let gap = &findings.text[from..place.start()];
    let gap = match from > span.end {
        // "…, ban hành ngày 18/6/2014, hướng dẫn …".
        true => gap.trim_start_matches(','),
        false => gap,
    };
    match gap.trim_matches(' ') {
        "" => !gap.is_empty(),
        // "… của UBND tỉnh, về việc …"; *về* alone may begin other words, unless commas part all that is said of
        // the document: "số 40-CT/TW, ngày 22/11/2014, về …".
        "," => {
            // The Party's offices set commas.
            let party = number.is_some_and(|number| number.notation() == Notation::Party);
            let apart = party || span.of(findings.text).contains(", ");
            (apart || is_object(findings, span)) && findings.says(place, "về")
                || is_object(findings, span) && begins_with_verb(findings, place)
                || findings.says(place, "về") && findings.says(place.next(), "việc")
                || is_short_lead(&findings.text[place.start()..])
        }
        "\n" => behind::goes_on_in_capitals(findings, place),
        // "Nghị quyết số 98/2023/QH15 của Quốc hội: Về thí điểm …".
        ":" => place.phrase(&LEAD).is_some(),
        // "… của Ban Bí thư “về việc …”".
        mark => is_one_mark(mark, is_quotation_mark) && place.phrase(&LEAD).is_some(),
    }
}

/// Whether the document at `span` is issued in its sentence, or is one more of a row behind a semicolon: what follows
/// a comma is its title, and no clause of its own.
fn is_object(findings: &Findings<'_, '_>, span: Span) -> bool {
    let place = findings.place(span.start);
    let listed = place.between().trim() == ";";
    let dated =
        findings.date_ending_at(span.end).is_some() || findings.body_ending_at(span.end).is_some();
    dated && (listed || governing::is_issued(findings, span.start))
}

/// Where the quotation ends that opens between byte `from` and `place` and is the title of the document: no
/// new wording, which begins with a unit of it.
fn quoted_title(findings: &Findings<'_, '_>, from: usize, place: Place<'_, '_>) -> Option<usize> {
    let text = findings.text;
    let gap = &text[from..place.start()];
    let mark = gap.trim_matches(' ');
    if !gap.starts_with(' ') || !is_one_mark(mark, is_mark) {
        return None;
    }
    let unit = place.number().is_some() || findings.provision_at(place.start()).is_some();
    if unit || findings.is_quoted(place.start()) {
        return None;
    }
    let end = match findings.reading.quotation(place.start()) {
        Some(quotation) if is_quotation_mark(mark.chars().next()?) => quotation.end,
        Some(_) => return None,
        None => {
            let closing = match mark {
                "‘" => '’',
                "'" => '\'',
                _ => return None,
            };
            let line = findings.reading.line(place.start())?.end;
            let title = text.get(place.start()..line)?.char_indices();
            let mut title = title.take_while(|&(at, _)| at < LONGEST_TITLE);
            place.start() + title.find(|&(_, c)| c == closing)?.0 + closing.len_utf8()
        }
    };
    let words = findings.place(end).index().saturating_sub(place.index());
    (words >= SHORTEST_TITLE && end - place.start() <= LONGEST_TITLE).then_some(end)
}

/// Words of a title in quotation marks at least: fewer are a name that is spoken of.
const SHORTEST_TITLE: usize = 3;

/// Bytes of one at most.
const LONGEST_TITLE: usize = 600;

/// Whether `c` may stand around a title.
pub(super) fn is_mark(c: char) -> bool {
    is_quotation_mark(c) || matches!(c, '\'' | '‘' | '’')
}

fn is_one_mark(gap: &str, is_mark: impl Fn(char) -> bool) -> bool {
    let mut marks = gap.chars();
    marks.next().is_some_and(is_mark) && marks.next().is_none()
}

/// Whether the subject of a decision begins at `place` with its verb.
fn begins_with_verb(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    let Some((_, behind)) = place.phrase(&SUBJECT) else {
        return false;
    };
    // "phê duyệt “Đề án làng nghề”".
    let named = behind.between().starts_with(' ')
        && is_one_mark(behind.between().trim(), is_quotation_mark);
    let goes_on = behind.gap().is_soft() || behind.gap() == Gap::Comma || named;
    // "quy định cụ thể và hướng dẫn thi hành một số điều của …" is a title.
    let clause = behind.phrase(&NO_SUBJECT);
    let clause = clause.filter(|(_, next)| !findings.says(*next, "và"));
    if !goes_on || clause.is_some() {
        return false;
    }
    if place.phrase(&REPLACES).is_none() {
        return true;
    }
    // "… sửa đổi khoản 2 Điều 5 Thông tư số 9/2020/TT-BTC như sau:" gives new words.
    let said = &findings.text[..findings.reading.clause(place.start()).end];
    // "… sửa đổi Nghị định số 42/2014/NĐ-CP" says what it does, not what it is about.
    let amended = findings.tables.kinds.announced_at(behind);
    let numbered = amended.is_some_and(|(_, behind)| is_numbered(behind));
    !said.ends_with("như sau") && !numbered
}

/// The place behind those to whom a letter goes, where the words follow that say what it is about: *gửi UBND
/// các tỉnh, thành phố về việc …*; else `place` itself.
fn behind_addressees<'r, 't>(findings: &Findings<'_, '_>, place: Place<'r, 't>) -> Place<'r, 't> {
    if !findings.says(place, "gửi") {
        return place;
    }
    // "gửi các Sở, ban, ngành; UBND các huyện về việc …".
    let limit = findings.sentence_end(place.start());
    let mut next = place.next();
    for _ in 0..ADDRESSEES {
        let about = findings.says(next, "về") && findings.says(next.next(), "việc");
        let named = || findings.body_ending_at(next.end()).is_some();
        let apart = next.gap() == Gap::Comma || next.between().trim() == ";";
        if next.start() >= limit || !(next.gap().is_soft() || apart) {
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
