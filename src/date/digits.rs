//! Dates without a unit word: digits and separators, which numbers of documents, houses and
//! goods share. They are read only where the words in front expect a date.

use super::around::{Draft, dated, extend_left, finish};
use super::context;
use super::day::numeric_where;
use super::grammar::{self, Atom, Kind};
use super::left::{Left, is_one_of};
use super::lexer::{is_counted_noun, may_end};
use super::lunar;
use super::partial::PartialDate;
use super::period::{self, Group};
use super::value::{DateValue, Endpoint};
use crate::span::Span;
use crate::text::cursor::Cursor;

/// What stands right in front of a day, beside *ngày*.
const PARTS_OF_DAY: [&str; 7] = ["sáng", "trưa", "chiều", "tối", "đêm", "hôm", "buổi"];

/// How many words the name of a day has at most.
const LONGEST_NAME: usize = 10;

/// A date of digits alone; `at` is its first separator.
pub(super) fn date(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let digits = text[floor..at]
        .bytes()
        .rev()
        .take_while(u8::is_ascii_digit)
        .count();
    let start = at - digits;
    if text[floor..start].ends_with('Q') {
        return short_quarter(text, floor, start);
    }
    if let Some(range) = range_of_days(text, floor, start) {
        return Some(range);
    }
    if digits > 4 || !may_start(&text[floor..start]) {
        return None;
    }
    let mut cursor = Cursor::new(text, start);
    let day_expected = Left::new(text, floor, start).is(&PARTS_OF_DAY);
    let atom = numeric_where(&mut cursor, start, start, day_expected)?;
    let in_range = |date: PartialDate| match date {
        PartialDate::Day {
            month: Some(month),
            day,
            ..
        } => month <= 12 && (1..=31).contains(&day) && month > 0,
        other => other.exists(),
    };
    let stamp = cursor.rest().starts_with('T') && digits == 4;
    if !may_end(&cursor) && !stamp {
        return None;
    }
    // An impossible day is reported only if it still looks like one: 31/11/2020, not 45/13/2020.
    if atom.date.is_none() && !in_range(reread(text, start)?) {
        return None;
    }
    let left = Left::new(text, floor, start);
    let mut labelled = left;
    labelled.skip_space();
    labelled.skip(':');
    if labelled.is(&[
        "số", "mẫu", "điều", "khoản", "lục", "biểu", "lô", "thửa", "mã",
    ]) {
        return None;
    }
    if atom.date.is_some() && !atom.is_complete() && atom.year_reference.is_none() {
        return day_month(text, floor, atom);
    }
    if atom.kind == Kind::Month && !month_year_is_meant(text, floor, &atom) {
        return None;
    }
    dated(text, floor, atom)
}

/// *từ 01-15/3/2021*, *từ 20 đến 24/5/2022*: the first day is a lone number behind *từ*, which the
/// last one, whose digits stand at `last`, completes.
fn range_of_days(text: &str, floor: usize, last: usize) -> Option<Draft> {
    let mut left = Left::new(text, floor, last);
    left.skip_space();
    if !left.skip('-') && !left.skip('–') && !left.take(&["đến", "tới"]) {
        return None;
    }
    let day: u8 = left.word().filter(|word| word.len() <= 2)?.parse().ok()?;
    if !(1..=31).contains(&day) || !left.is(&["từ"]) {
        return None;
    }
    let mut cursor = Cursor::new(text, left.pos);
    let date = PartialDate::Day {
        year: None,
        month: None,
        day,
    };
    cursor.digits();
    let atom = Atom::bare(left.pos, &cursor, Kind::Day, date);
    let group = period::group(text, atom, false);
    let shared = matches!(
        group.value,
        DateValue::Interval {
            start: Endpoint::Date(PartialDate::Day { month: Some(_), .. }),
            ..
        }
    );
    // *từ 1 đến 2/3* of something.
    (shared && !may_be_fraction(&group)).then(|| finish(text, floor, group))
}

/// The numbers of an impossible `D/M/Y`, unchecked.
fn reread(text: &str, start: usize) -> Option<PartialDate> {
    let mut fields = text[start..].split(|c: char| !c.is_ascii_digit());
    let day = fields.next()?.parse().ok()?;
    let month = fields.next()?.parse().ok()?;
    Some(PartialDate::Day {
        year: None,
        month: Some(month),
        day,
    })
}

/// Whether a date of digits may start behind `before`.
fn may_start(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        None => true,
        Some('/' | '\\' | '$' | '#' | '№' | '_' | '%' | '=') => false,
        Some('.' | ',' | '-' | '–' | ':' | '+') => {
            !back.next().is_some_and(char::is_alphanumeric)
        }
        Some(c) => !c.is_alphanumeric(),
    }
}

/// *Q4/2020*: the digit stands at `digit`.
fn short_quarter(text: &str, floor: usize, digit: usize) -> Option<Draft> {
    let before = &text[floor..digit];
    let letter = before.strip_suffix('Q')?;
    let mut cursor = Cursor::new(text, digit);
    let atom = grammar::quarter(&mut cursor, digit).filter(|atom| atom.is_complete())?;
    if letter
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric)
    {
        return None;
    }
    let mut group = period::group(text, atom, false);
    group.span.start = digit - 1;
    Some(finish(text, floor, group))
}

/// `D/M` without *ngày*: only where the words in front expect a date.
fn day_month(text: &str, floor: usize, atom: Atom) -> Option<Draft> {
    let left = Left::new(text, floor, atom.span.start);
    let group = period::group(text, atom, false);
    // *chiều 5-6 người đến*
    let dashed = text[atom.span.start..atom.span.end].contains(['-', '–']);
    if dashed && is_counted_noun(text, group.span.end) {
        return None;
    }
    let fraction = may_be_fraction(&group) && text.as_bytes()[atom.span.start] != b'0';
    let after = text[group.span.end..].trim_start_matches([' ', '\t']);
    let ends_phrase = after.is_empty()
        || after.starts_with([',', '.', ';', ')', '\n', '-', '–', ':'])
        || [
            "đến", "sẽ", "tới", "này", "hằng", "hàng", "năm", "vừa", "là", "và",
        ]
        .iter()
        .any(|w| context::starts_with(after, w));
    let strong = left.is(&PARTS_OF_DAY)
        || has_clock_in_front(text, floor, atom.span.start)
        || lunar::calendar_word(&mut Cursor::new(text, group.span.end)).is_some()
        || behind_named_day(left);
    let cued = left.is(&[
        "từ", "đến", "tới", "trước", "sau", "dịp", "lễ", "khánh", "niệm", "vào", "hết", "hạn",
    ]) || (left.peek() == Some('(') && after.starts_with(')'));
    let sure = !fraction || (ends_phrase && left.peek() != Some('('));
    let accepted = strong || (cued && sure);
    accepted.then(|| finish(text, floor, group))
}

/// Whether the words in front name a day of the year: *Ngày Sách Việt Nam*, *ngày thành lập Đoàn*.
fn behind_named_day(mut left: Left<'_>) -> bool {
    const OCCASIONS: [&str; 7] = ["thành", "truyền", "giải", "hội", "kỷ", "chiến", "quốc"];
    let mut next = "";
    for _ in 0..LONGEST_NAME {
        let Some(word) = left.word() else {
            return false;
        };
        if is_one_of(word, &["ngày"]) {
            let name = next.starts_with(char::is_uppercase);
            return name || is_one_of(next, &OCCASIONS);
        }
        next = word;
    }
    false
}

fn has_clock_in_front(text: &str, floor: usize, start: usize) -> bool {
    let mut draft = Draft::new(
        Span::new(start, start),
        Span::new(start, start),
        DateValue::Blank,
    );
    draft.is_day = true;
    let mut left = Left::new(text, floor, start);
    extend_left(text, &mut left, &mut draft.expression);
    left.pos < start
}

/// `M/Y` without *tháng*: *từ 3/2020*, not *Nghị định 11/2020*.
fn month_year_is_meant(text: &str, floor: usize, atom: &Atom) -> bool {
    let left = Left::new(text, floor, atom.span.start);
    left.is(&[
        "từ", "đến", "tới", "trước", "sau", "vào", "trong", "hết", "khoảng", "đầu", "giữa", "cuối",
        "kỳ",
    ])
}

/// Whether `D/M` could as well be a fraction: *1/2*, *từ 1/3 đến 2/3*.
fn may_be_fraction(group: &Group) -> bool {
    let fraction = |date: PartialDate| matches!(date, PartialDate::Day { year: None, month: Some(month), day } if day < month && month <= 10);
    match group.value {
        DateValue::Date(date) => fraction(date),
        DateValue::Interval {
            start: Endpoint::Date(start),
            end: Endpoint::Date(end),
        } => fraction(start) && fraction(end),
        _ => false,
    }
}
