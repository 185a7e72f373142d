//! Dates of the lunar calendar (*âm lịch*). They are kept as written: converting them takes a
//! Vietnamese table of lunations, which this crate does not carry.

use super::grammar::month_number;
use super::left::Left;
use super::lexer::{gap, gap_keyword, keyword, may_end, number, year};
use super::partial::PartialDate;
use super::value::{DateValue, LunarDate};
use crate::span::Span;
use crate::text::cursor::Cursor;

/// *âm lịch* or *(âm lịch)* behind a date: the cursor moves past it.
pub(super) fn calendar_word(cursor: &mut Cursor<'_>) -> Option<bool> {
    let mut ahead = *cursor;
    gap(&mut ahead);
    let bracket = ahead.eat('(');
    let lunar = if keyword(&mut ahead, "âm lịch") || keyword(&mut ahead, "al") {
        true
    } else if ["dương lịch", "công lịch"]
        .iter()
        .any(|word| keyword(&mut ahead, word))
    {
        false
    } else {
        return None;
    };
    if bracket && !ahead.eat(')') {
        return None;
    }
    *cursor = ahead;
    Some(lunar)
}

/// The same day and month, of the lunar calendar.
pub(super) fn as_lunar(value: &DateValue) -> DateValue {
    let (year, month, day) = match *value {
        DateValue::Date(PartialDate::Day { year, month, day }) => (year, month, Some(day)),
        DateValue::Date(PartialDate::Month { year, month }) => (year, Some(month), None),
        DateValue::Date(PartialDate::Year(year)) => (Some(year), None, None),
        _ => (None, None, None),
    };
    DateValue::Lunar(LunarDate { year, month, day })
}

/// *mùng 1 Tết*, *mồng 10 tháng 3*, *rằm tháng bảy*: a day by its lunar name. Only *Tết*, *rằm*,
/// *âm lịch* and the months *giêng* and *chạp* make it lunar; *mồng 2 tháng 9* is a day of the civil year.
pub(super) fn named_day(text: &str, at: usize) -> Option<(Span, Span, DateValue)> {
    let mut cursor = Cursor::new(text, at);
    let full_moon = keyword(&mut cursor, "rằm");
    if !full_moon && !keyword(&mut cursor, "mồng") && !keyword(&mut cursor, "mùng") {
        return None;
    }
    gap(&mut cursor);
    let core = if full_moon { at } else { cursor.pos() };
    let day = if full_moon {
        15
    } else {
        number(&mut cursor, 2).filter(|day| (1..=30).contains(day))?
    };
    gap(&mut cursor);
    if keyword(&mut cursor, "tết") {
        let value = LunarDate {
            year: None,
            month: Some(1),
            day: Some(day as u8),
        };
        return Some((
            Span::new(at, cursor.pos()),
            Span::new(core, cursor.pos()),
            DateValue::Lunar(value),
        ));
    }
    if !keyword(&mut cursor, "tháng") {
        return None;
    }
    gap(&mut cursor);
    let lunar_name = keyword(&mut { cursor }, "giêng") || keyword(&mut { cursor }, "chạp");
    let month = month_number(&mut cursor).filter(|month| (1..=12).contains(month))?;
    let date = DateValue::Date(PartialDate::Day {
        year: None,
        month: Some(month),
        day: day as u8,
    });
    let lunar = calendar_word(&mut cursor).unwrap_or(full_moon || lunar_name);
    let value = if lunar { as_lunar(&date) } else { date };
    Some((
        Span::new(at, cursor.pos()),
        Span::new(core, cursor.pos()),
        value,
    ))
}

/// *Tết Nguyên đán*, *Tết Âm lịch*, *Tết Nguyên đán Ất Tỵ 2025*: the first month, the day not
/// said.
pub(super) fn new_year(text: &str, at: usize) -> Option<(Span, DateValue)> {
    let mut cursor = Cursor::new(text, at);
    let read = keyword(&mut cursor, "tết")
        && gap_keyword(
            &mut cursor,
            &["nguyên đán", "nguyên đáng", "âm lịch", "cổ truyền"],
        );
    if !read {
        return None;
    }
    let mut ahead = cursor;
    gap_keyword(&mut ahead, &["năm"]);
    if cyclic_year(&mut ahead) {
        cursor = ahead;
    }
    gap(&mut ahead);
    let year = year(&mut ahead).filter(|year| *year >= 1900 && may_end(&ahead));
    if year.is_some() {
        cursor = ahead;
    }
    let date = LunarDate {
        year,
        month: Some(1),
        day: None,
    };
    Some((Span::new(at, cursor.pos()), DateValue::Lunar(date)))
}

/// *30 Tết*, *29 Tết*: a day of the old year's last month, counted to *Tết*, which stands at `at`.
pub(super) fn new_year_eve(text: &str, floor: usize, at: usize) -> Option<(Span, Span, DateValue)> {
    let mut cursor = Cursor::new(text, at);
    if !keyword(&mut cursor, "tết") {
        return None;
    }
    let mut left = Left::new(text, floor, at);
    let day = left.count().filter(|day| (20..=30).contains(day))?;
    let core = Span::new(left.pos, cursor.pos());
    left.take(&["ngày"]);
    let date = LunarDate {
        year: None,
        month: Some(12),
        day: Some(day as u8),
    };
    let span = Span::new(left.pos, cursor.pos());
    Some((span, core, DateValue::Lunar(date)))
}

/// *Ất Tỵ* behind *năm*: a year of the cycle of sixty.
pub(super) fn cyclic_year(cursor: &mut Cursor<'_>) -> bool {
    const STEMS: [&str; 10] = [
        "giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý",
    ];
    const BRANCHES: [&str; 15] = [
        "tý", "tí", "sửu", "dần", "mão", "mẹo", "thìn", "tỵ", "tị", "ngọ", "mùi", "thân", "dậu",
        "tuất", "hợi",
    ];
    // Names are capitalised, which spares the look at most words.
    let mut next = *cursor;
    gap(&mut next);
    next.peek().is_some_and(char::is_uppercase)
        && gap_keyword(cursor, &STEMS)
        && gap_keyword(cursor, &BRANCHES)
}
