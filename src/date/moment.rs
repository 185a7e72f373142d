//! What tells a day more closely: its weekday, the part of the day, the hour, in front and behind.

use super::clock::{PartOfDay, TimeOfDay, Weekday};
use super::draft::Draft;
use super::expression::{DateExpression, DateWarning};
use super::hand::{behind, eat, eat_any, eat_back, eat_word_back, number, soft};
use super::hours;
use super::lexicon::{HALF_OF_DAY, ORDERED, PART_OF_DAY, WEEKDAY, ids};
use super::partial::PartialDate;
use super::value::DateValue;
use crate::reading::{Gap, Place};

/// `, 11:01 [GMT+7]`, ` 07:55:25 +07:00`, `T07:55`, and a weekday in brackets.
pub(super) fn add_time_behind(draft: &mut Draft<'_, '_>) {
    let text = draft.start.reading().text();
    if draft.behind.between().trim_start() == "("
        && let Some((weekday, behind)) = weekday(draft.behind)
        && text[behind.end()..].starts_with(')')
    {
        draft.expression.weekday = Some(weekday);
        draft.reach(behind);
        draft.end += 1;
    }
    let mut at = draft.behind;
    let between = &text[draft.end.min(at.start())..at.start()];
    if at.gap() == Gap::Glued && at.id() == ids().time_mark {
        at = at.next();
    } else {
        let joined =
            matches!(between.trim(), "" | "," | "-" | "–" | "|") && !between.contains('\n');
        if !joined {
            return;
        }
        let _ = eat_any(&mut at, &[ids().into]);
        let _ = eat_any(&mut at, &[ids().at_time, ids().hoi]);
        if at.index() > draft.behind.index() && !soft(at) {
            return;
        }
    }
    if let Some(clock) = hours::time(at) {
        draft.expression.time = Some(clock.time);
        draft.behind = clock.behind;
        draft.end = clock.end;
        let mut part = clock.behind;
        if let Some(part_of_day) = eat(&mut part, &PART_OF_DAY)
            && clock.time.offset_minutes().is_none()
        {
            draft.expression.part_of_day = Some(part_of_day);
            draft.expression.time = Some(clock.time.in_part(part_of_day));
            draft.reach(part);
        }
    }
}

/// Reads a weekday to the right: *thứ Hai*, *thứ 2*, *Chủ nhật*, *CN*. *lần thứ 2* and *phiên họp thứ ba*
/// count; the end of a code is none (*3381/UBND-CN ngày …*).
pub(super) fn weekday<'r, 't>(at: Place<'r, 't>) -> Option<(Weekday, Place<'r, 't>)> {
    let second = at.next();
    if at.id() == ids().chu && second.id() == ids().nhat && soft(second) {
        return Some((Weekday::Sunday, second.next()));
    }
    let in_code = at.gap() == Gap::Glued || at.between().ends_with(['-', '–', '/', '&', '.']);
    if at.id() == ids().chu_nhat && !in_code && at.reading().slice(at.index()) == "CN" {
        return Some((Weekday::Sunday, second));
    }
    if at.id() != ids().thu || !soft(second) || behind(at, 0, &ORDERED) {
        return None;
    }
    let weekday = match number(second, 1) {
        Some(number) => Weekday::of_number(number)?,
        None => *second.phrase(&WEEKDAY)?.0,
    };
    Some((weekday, second.next()))
}

/// Weekday, part of the day and time in front of a day, in any order.
pub(super) fn extend_left(draft: &mut Draft<'_, '_>, floor: usize) {
    let text = draft.start.reading().text();
    for _ in 0..5 {
        let at = draft.start;
        if at.index() <= floor {
            return;
        }
        let stroke = hours::minute_stroke(&text[at.end()..]) > 0;
        if !(soft(at) || stroke || matches!(at.gap(), Gap::Comma | Gap::Dash)) {
            return;
        }
        let expression = &mut draft.expression;
        if expression.part_of_day.is_none()
            && let Some((&part, mut before)) = at.phrase_before(&PART_OF_DAY)
            && before.index() >= floor
        {
            let _ = eat_word_back(&mut before, floor, ids().session)
                || eat_word_back(&mut before, floor, ids().rang);
            expression.part_of_day = Some(part);
            draft.start = before;
            continue;
        }
        if expression.weekday.is_none()
            && let Some((weekday, before)) = weekday_before(at, floor)
        {
            expression.weekday = Some(weekday);
            draft.start = before;
            // *17h00 ngày thứ Năm, 20/6/2024*
            let _ = eat_word_back(&mut draft.start, floor, ids().day);
            continue;
        }
        if expression.time.is_none()
            && let Some((time, before)) = time_before(at, floor)
        {
            expression.time = Some(time);
            draft.start = before;
            continue;
        }
        break;
    }
    let expression = &mut draft.expression;
    if let (Some(time), Some(part)) = (expression.time, expression.part_of_day) {
        expression.time = Some(time.in_part(part));
    }
}

pub(super) fn weekday_before<'r, 't>(
    at: Place<'r, 't>,
    floor: usize,
) -> Option<(Weekday, Place<'r, 't>)> {
    [1, 2].into_iter().find_map(|words| {
        let start = at
            .index()
            .checked_sub(words)
            .filter(|&start| start >= floor)?;
        let start = at.reading().place(start);
        let (weekday, behind) = weekday(start)?;
        (behind.index() == at.index()).then_some((weekday, start))
    })
}

/// A time that ends in front of `at`, from each of the last words on; the longest wins.
fn time_before<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<(TimeOfDay, Place<'r, 't>)> {
    let ends_time = [ids().h, ids().g, ids().hour, ids().minute, ids().half_hour]
        .contains(&at.id_before())
        || at.back().number().is_some()
        || at.phrase_before(&HALF_OF_DAY).is_some();
    if !ends_time {
        return None;
    }
    (1..=6).rev().find_map(|words| {
        let start = at
            .index()
            .checked_sub(words)
            .filter(|&start| start >= floor)?;
        let start = at.reading().place(start);
        let clock = hours::time(start).filter(|clock| clock.behind.index() == at.index())?;
        Some((clock.time, start))
    })
}

/// Whether the hour whose limit begins at `limit` is the second of two: *từ 14h | đến 16h30 cùng ngày*.
pub(super) fn ends_clocks(limit: Place<'_, '_>) -> bool {
    let mut first = limit;
    let _ = eat_back(&mut first, 0, &PART_OF_DAY);
    time_before(first, 0).is_some_and(|(_, mut start)| {
        let _ = eat_word_back(&mut start, 0, ids().at_time);
        eat_word_back(&mut start, 0, ids().from)
    })
}

/// Warns where the weekday written is not that of the day.
pub(super) fn check_weekday(expression: &mut DateExpression) {
    if let (Some(weekday), DateValue::Date(date @ PartialDate::Day { .. })) =
        (expression.weekday, &expression.value)
        && date
            .bounds()
            .is_some_and(|(day, _)| day.weekday() != weekday)
    {
        expression.warnings.push(DateWarning::WeekdayMismatch);
    }
}

/// The part of the day that a word names, for what is said of *nay* and *mai*.
pub(super) fn part_of_day_before<'r, 't>(
    at: Place<'r, 't>,
    floor: usize,
) -> Option<(PartOfDay, Place<'r, 't>)> {
    let mut before = at;
    let part = eat_back(&mut before, floor, &PART_OF_DAY)?;
    let _ = eat_word_back(&mut before, floor, ids().session)
        || eat_word_back(&mut before, floor, ids().rang);
    Some((part, before))
}
