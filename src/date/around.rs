//! What belongs to a date beside its own words: ranges and lists, the weekday and the time, *cuối*
//! and *hằng năm*.

use super::clock::{self, part_of_day_named, weekday_named};
use super::context;
use super::grammar::{Atom, Kind};
use super::left::Left;
use super::lexer::{gap, gap_keyword, is_counted_noun, keyword, lower};
use super::partial::PartialDate;
use super::period::{self, Group};
use super::value::{DateValue, Endpoint};
use super::{DateExpression, DateWarning, Modifier, lunar, relative};
use crate::span::Span;
use crate::text::cursor::Cursor;

/// An expression being read.
pub(super) struct Draft {
    pub(super) span: Span,
    pub(super) expression: DateExpression,
    pub(super) is_day: bool,
}

impl Draft {
    pub(super) fn new(span: Span, core: Span, value: DateValue) -> Self {
        Draft {
            span,
            expression: DateExpression::new(value, core),
            is_day: false,
        }
    }
}

pub(super) fn recurs(text: &str, end: usize) -> bool {
    relative::recurrence_tail(&mut Cursor::new(text, end)).is_some()
}

/// Everything that starts from one date: ranges and lists, then what stands around.
pub(super) fn dated(text: &str, floor: usize, atom: Atom) -> Option<Draft> {
    let mut left = Left::new(text, floor, atom.span.start);
    let plural = left.is(&["các", "những"]) || left.count().is_some();
    let group = period::group(text, atom, plural);
    let lone = matches!(
        group.value,
        DateValue::Date(PartialDate::Day { month: None, .. })
    ) || matches!(
        &group.value,
        DateValue::Interval {
            start: Endpoint::Date(PartialDate::Day { month: None, .. }),
            ..
        }
    );
    if lone && !lone_day_is_meant(text, floor, &group) {
        return None;
    }
    if group.value == DateValue::Impossible
        && atom.kind == Kind::Month
        && is_counted_noun(text, group.span.end)
    {
        return None;
    }
    Some(finish(text, floor, group))
}

/// *ngày 27* alone: after a preposition of time, or with the month said in other words.
fn lone_day_is_meant(text: &str, floor: usize, group: &Group) -> bool {
    let left = Left::new(text, floor, group.span.start);
    let cue = left.is(&[
        "vào", "trước", "sau", "từ", "đến", "tới", "là", "hết", "hơn", "nhất", "quá", "các",
        "cùng", "và", "sáng", "chiều", "tối",
    ]);
    if group.year_reference.is_some() || recurs(text, group.span.end) {
        return true;
    }
    let mut after = Cursor::new(text, group.span.end);
    let of = gap_keyword(&mut after, &["của"]);
    gap(&mut after);
    if keyword(&mut after, "tháng") {
        // *của tháng*, *tháng đầu tiên của quý*; *ngày 12 tháng 2019* is a slip of the pen.
        return of
            || gap_keyword(
                &mut after,
                &[
                    "đầu", "cuối", "thứ", "thuộc", "đó", "có", "phát", "theo", "quý",
                ],
            );
    }
    cue && !is_counted_noun(text, group.span.end)
}

/// What stands around a group of dates.
pub(super) fn finish(text: &str, floor: usize, group: Group) -> Draft {
    let mut draft = Draft::new(group.span, group.core, group.value);
    draft.is_day = group.kind == Kind::Day;
    draft.expression.template = group.template;
    draft.expression.year_reference = group.year_reference;
    draft.expression.warnings.extend(group.warning);
    let reversed = group.warning == Some(DateWarning::ReversedInterval);

    let mut cursor = Cursor::new(text, draft.span.end);
    match lunar::calendar_word(&mut cursor) {
        Some(true) => {
            draft.expression.value = lunar::as_lunar(&draft.expression.value);
            draft.span.end = cursor.pos();
        }
        Some(false) => draft.span.end = cursor.pos(),
        None => {}
    }
    add_recurrence(text, &mut draft);
    if draft.is_day && !matches!(draft.expression.value, DateValue::Blank) {
        add_time_behind(text, &mut draft);
    }

    let mut left = Left::new(text, floor, draft.span.start);
    if draft.is_day {
        extend_left(text, &mut left, &mut draft.expression);
    } else {
        extend_over_part(&mut left, &mut draft);
    }
    draft.span.start = left.pos;
    // The two ends of *từ … đến …* are one expression with their words.
    let two_ended = matches!(draft.expression.value, DateValue::Interval { .. }) || reversed;
    let named = group.named || context::starts_with(&text[group.span.start..], "năm học");
    if two_ended && !named && left.take(&["từ"]) {
        draft.span.start = left.pos;
        draft.expression.core = draft.span;
    }
    check_weekday(&mut draft.expression);
    draft
}

pub(super) fn add_recurrence(text: &str, draft: &mut Draft) {
    let mut cursor = Cursor::new(text, draft.span.end);
    let dated = matches!(draft.expression.value, DateValue::Date(date) if date.year().is_none())
        || matches!(
            draft.expression.value,
            DateValue::Interval { .. } | DateValue::AllOf(_) | DateValue::Lunar(_)
        );
    if !dated {
        return;
    }
    if let Some(period) = relative::recurrence_tail(&mut cursor) {
        draft.expression.recurrence = Some(period);
        draft.span.end = cursor.pos();
    }
}

/// `, 11:01 [GMT+7]`, ` 07:55:25 +07:00`, `T07:55`, and a weekday in brackets.
fn add_time_behind(text: &str, draft: &mut Draft) {
    let mut cursor = Cursor::new(text, draft.span.end);
    let mut weekday = cursor;
    gap(&mut weekday);
    if weekday.eat('(') && keyword(&mut weekday, "thứ") {
        weekday.spaces();
        let word = weekday.eat_while(char::is_alphanumeric).to_lowercase();
        if let (Some(day), true) = (weekday_named(&word), weekday.eat(')')) {
            draft.expression.weekday = Some(day);
            draft.span.end = weekday.pos();
            cursor = weekday;
        }
    }
    if !cursor.eat('T') {
        cursor.spaces();
        let _ = cursor.eat_if(|c| matches!(c, ',' | '-' | '–' | '|'));
        gap(&mut cursor);
        let _ = keyword(&mut cursor, "vào");
        gap(&mut cursor);
        let _ = keyword(&mut cursor, "lúc") || keyword(&mut cursor, "hồi");
        gap(&mut cursor);
    }
    if let Some(time) = clock::time(&mut cursor) {
        draft.expression.time = Some(time);
        draft.span.end = cursor.pos();
    }
}

/// Weekday, part of the day and time in front of a day, in any order.
pub(super) fn extend_left(text: &str, left: &mut Left<'_>, expression: &mut DateExpression) {
    for _ in 0..4 {
        let mut at = *left;
        at.skip_space();
        let _ = at.skip(',') || at.skip('-');
        let mut word_at = at;
        let word = word_at.word().map(str::to_lowercase).unwrap_or_default();
        if let (None, Some(part)) = (expression.part_of_day, part_of_day_named(&word)) {
            let mut before = word_at;
            before.take(&["buổi", "rạng"]);
            expression.part_of_day = Some(part);
            *left = before;
            continue;
        }
        if expression.weekday.is_none() {
            let mut before = word_at;
            let weekday = match weekday_named(&word) {
                Some(day) if before.take(&["thứ"]) => Some(day),
                _ if word == "nhật" && before.take(&["chủ"]) => Some(super::Weekday::Sunday),
                _ => None,
            };
            if let Some(weekday) = weekday {
                expression.weekday = Some(weekday);
                *left = before;
                continue;
            }
        }
        if expression.time.is_none()
            && let Some((start, time)) = time_in_front(text, at)
        {
            expression.time = Some(time);
            left.pos = start;
            continue;
        }
        break;
    }
}

/// A time that ends where `left` stands: tried from each of the last tokens.
fn time_in_front(text: &str, left: Left<'_>) -> Option<(usize, super::TimeOfDay)> {
    let mut at = left;
    at.skip_space();
    let end = at.pos;
    // Only digits, *h*, *giờ* and *phút* end a time.
    if !at
        .peek()
        .is_some_and(|c| c.is_ascii_digit() || matches!(lower(c), 'h' | 'g' | 'ờ' | 't'))
    {
        return None;
    }
    let mut best = None;
    for _ in 0..4 {
        let Some(_) = at.word() else { break };
        while at.skip(':') {
            if at.word().is_none() {
                break;
            }
        }
        let mut cursor = Cursor::new(text, at.pos);
        if let Some(time) = clock::time(&mut cursor)
            && cursor.pos() == end
        {
            best = Some((at.pos, time));
        }
    }
    best
}

/// *cuối năm 2020*, *những tháng cuối năm 2020*, *6 tháng đầu năm 2020*: what part of the unit.
fn extend_over_part(left: &mut Left<'_>, draft: &mut Draft) {
    if let DateValue::Date(PartialDate::Year(year)) = draft.expression.value
        && let Some((part_start, part)) = part_of_year(*left)
    {
        left.pos = part_start;
        match part {
            Part::Some { late } => {
                draft.expression.modifier = Some(if late {
                    Modifier::LastMonths
                } else {
                    Modifier::FirstMonths
                });
            }
            Part::Months { count, late } => {
                if let Some(value) = months_of(Some(year), count, late) {
                    draft.expression.value = value;
                    draft.expression.core = Span::new(part_start, draft.span.end);
                }
            }
            Part::Half { late } => {
                draft.expression.value = half_of(Some(year), late);
                draft.expression.core = Span::new(part_start, draft.span.end);
            }
            Part::Quarter { late } => {
                draft.expression.value = quarter_of(Some(year), late);
                draft.expression.core = Span::new(part_start, draft.span.end);
            }
        }
        return;
    }
    // *từ cuối năm 2019 đến …*: the part of the first end.
    if matches!(draft.expression.value, DateValue::Interval { .. }) {
        let mut part = *left;
        if part_word(&mut part).is_some() && part.is(&["từ"]) {
            *left = part;
        }
    }
    if matches!(draft.expression.value, DateValue::Date(_)) {
        // *đến cuối năm 2020* is a limit, which the context settles.
        let mut part = *left;
        if let Some(modifier) = part_word(&mut part) {
            *left = part;
            draft.expression.modifier = Some(modifier);
        }
    }
}

/// *đầu*, *giữa*, *cuối*, *nửa cuối*. *tuần đầu tháng 10* and *tháng cuối quý* name a week and a
/// month, and say no more of the whole.
pub(super) fn part_word(left: &mut Left<'_>) -> Option<Modifier> {
    let mut part = *left;
    let (_, modifier) = [
        ("đầu", Modifier::Early),
        ("giữa", Modifier::Mid),
        ("cuối", Modifier::Late),
    ]
    .into_iter()
    .find(|(word, _)| part.take(&[word]))?;
    if part.is(&["ngày", "tuần", "tháng", "quý"]) {
        return None;
    }
    part.take(&["nửa"]);
    *left = part;
    Some(modifier)
}

/// A part of a year, as said in front of *năm*.
pub(super) enum Part {
    /// *những tháng cuối*
    Some { late: bool },
    /// *9 tháng đầu*
    Months { count: u8, late: bool },
    /// *nửa đầu*
    Half { late: bool },
    /// *quý cuối*
    Quarter { late: bool },
}

/// The first or second half of a year.
pub(super) fn half_of(year: Option<u16>, late: bool) -> DateValue {
    let half = 1 + u8::from(late);
    DateValue::Date(PartialDate::Half { year, half })
}

/// The first or last quarter of a year.
pub(super) fn quarter_of(year: Option<u16>, late: bool) -> DateValue {
    let quarter = if late { 4 } else { 1 };
    DateValue::Date(PartialDate::Quarter { year, quarter })
}

pub(super) fn part_of_year(mut left: Left<'_>) -> Option<(usize, Part)> {
    let late = left.is(&["cuối"]);
    if !left.take(&["cuối", "đầu"]) {
        return None;
    }
    if left.take(&["nửa"]) {
        return Some((left.pos, Part::Half { late }));
    }
    if left.take(&["quý", "quí"]) {
        return Some((left.pos, Part::Quarter { late }));
    }
    if !left.take(&["tháng"]) {
        return None;
    }
    if left.take(&["những", "các", "mấy"]) {
        return Some((left.pos, Part::Some { late }));
    }
    let count = left.count().filter(|count| (1..=11).contains(count))? as u8;
    Some((left.pos, Part::Months { count, late }))
}

/// The first or last `count` months of a year.
pub(super) fn months_of(year: Option<u16>, count: u8, late: bool) -> Option<DateValue> {
    if count == 6 {
        return Some(half_of(year, late));
    }
    let month = |month| PartialDate::Month { year, month };
    let (first, last) = if late { (13 - count, 12) } else { (1, count) };
    (1..=11).contains(&count).then(|| {
        if first == last {
            DateValue::Date(month(first))
        } else {
            DateValue::Interval {
                start: Endpoint::Date(month(first)),
                end: Endpoint::Date(month(last)),
            }
        }
    })
}

/// Warns where the weekday written is not that of the day.
fn check_weekday(expression: &mut DateExpression) {
    if let (Some(weekday), DateValue::Date(date @ PartialDate::Day { .. })) =
        (expression.weekday, &expression.value)
        && date
            .bounds()
            .is_some_and(|(day, _)| day.weekday() != weekday)
    {
        expression.warnings.push(DateWarning::WeekdayMismatch);
    }
}
