//! What dates in a row say for each other: how often they come back, which limit they share, of what year
//! they are.

use super::draft::Draft;
use super::dressing;
use super::expression::{DateExpression, Role, YearReference};
use super::hand::eat_word_back;
use super::lexicon::ids;
use super::partial::PartialDate;
use super::period::{Period, Unit};
use super::value::{DateValue, Endpoint};
use crate::reading::Reading;
use crate::span::{Found, Span};

/// *ngày 01 tháng 3 và ngày 01 tháng 9 hằng năm*: the date in front comes back too.
pub(super) fn share_recurrence(
    text: &str,
    found: &mut [Found<'_, DateExpression>],
    span: Span,
    period: Period,
) {
    let Some(last) = found.last_mut() else {
        return;
    };
    let joined = matches!(text[last.span.end..span.start].trim(), "và" | "," | "hoặc");
    let day_of_year = matches!(
        last.value.value,
        DateValue::Date(
            PartialDate::Day { year: None, .. } | PartialDate::Month { year: None, .. }
        )
    );
    // *60 ngày kể từ ngày 30 tháng 6 hoặc ngày 31 tháng 12 hằng năm*
    let counted = matches!(
        last.value.value,
        DateValue::Offset(offset) if last.value.resolved.is_none() && offset.is_from_day()
    );
    if joined && (day_of_year || counted) && last.value.recurrence.is_none() {
        last.value.recurrence = Some(period);
    }
}

/// *định kỳ 6 tháng (trước ngày 15/6)*, *hằng năm (trước ngày 15/12)*: a limit in brackets behind what comes
/// back is kept every time. A day of the year comes back every year.
pub(super) fn time_of_recurrence(draft: &mut Draft<'_, '_>, last: &Found<'_, DateExpression>) {
    let text = draft.start.reading().text();
    let between = &text[last.span.end.min(draft.start.start())..draft.start.start()];
    let bracket = between.trim_start().starts_with('(') && between.len() <= LONGEST_LIMIT;
    let date = &mut draft.expression;
    let limit = date.modifier.is_some_and(|limit| limit.is_limit());
    if !bracket || !limit || !matches!(last.value.value, DateValue::Recurring(_)) {
        return;
    }
    let DateValue::Date(PartialDate::Day {
        year: None, month, ..
    }) = date.value
    else {
        return;
    };
    date.role = Some(Role::Deadline);
    let every = match month {
        Some(_) => Period::new(1, Unit::Year),
        None => last.value.recurrence,
    };
    date.recurrence = date.recurrence.or(every);
}

/// *(riêng năm 2026 trước ngày 15/02)*: the year right in front of a day's limit is that of the day, where
/// *riêng* says so; elsewhere a report of one year is due in the next. Takes the year into the expression.
pub(super) fn year_of_exception(
    draft: &mut Draft<'_, '_>,
    found: &mut Vec<Found<'_, DateExpression>>,
) {
    let Some(last) = found.last() else {
        return;
    };
    let (
        DateValue::Date(PartialDate::Year(of)),
        DateValue::Date(PartialDate::Day {
            year: year @ None,
            month: Some(_),
            ..
        }),
    ) = (&last.value.value, &mut draft.expression.value)
    else {
        return;
    };
    let reading = draft.start.reading();
    let front = dressing::front(draft.start);
    let first = reading.place_at(last.span.start);
    let mut before = first;
    let _ = eat_word_back(&mut before, 0, ids().within);
    if front.before.end() != last.span.end || !eat_word_back(&mut before, 0, ids().alone) {
        return;
    }
    *year = Some(*of);
    draft.start = first;
    found.pop();
    let rule = found.last().map(|rule| &rule.value);
    let due = rule.is_some_and(|rule| rule.role == Some(Role::Deadline));
    let limit = draft
        .expression
        .modifier
        .is_some_and(|limit| limit.is_limit());
    if due && limit {
        draft.expression.role = Some(Role::Deadline);
    }
}

/// How many bytes stand between two halves of a year at most: *phương hướng, nhiệm vụ trọng tâm công tác*.
const BETWEEN_HALVES: usize = 100;

/// How many bytes the words of a limit in brackets have at most: *(chậm nhất là trước*.
const LONGEST_LIMIT: usize = 40;

/// *trước ngày 10/6 và ngày 10/12 hằng năm*: the limit of the first is that of the second.
pub(super) fn share_limit(
    text: &str,
    found: &[Found<'_, DateExpression>],
    span: Span,
    date: &mut DateExpression,
) {
    let Some(last) = found.last() else {
        return;
    };
    let joined = matches!(text[last.span.end..span.start].trim(), "và" | "," | "hoặc");
    let dated = matches!(last.value.value, DateValue::Date(_));
    let limit = last
        .value
        .modifier
        .filter(|limit| limit.is_limit() && dated);
    if joined && date.modifier.is_none() && limit.is_some() && last.value.recurrence.is_some() {
        date.modifier = limit;
        date.role = last.value.role;
    }
}

/// *trước ngày 15 hàng tháng; sau ngày 15 thì …*, *Tháng 7: các ngày 03, 10*: a day alone behind what comes back, or
/// behind a month, in its sentence is none of the month of the page.
pub(super) fn month_of_lone_day(
    reading: &Reading<'_>,
    found: &[Found<'_, DateExpression>],
    span: Span,
    date: &mut DateExpression,
) {
    let lone = matches!(
        date.value,
        DateValue::Date(PartialDate::Day { month: None, .. })
    );
    if !lone || date.recurrence.is_some() || date.year_reference.is_some() {
        return;
    }
    let Some(last) = found.last() else {
        return;
    };
    let month = matches!(last.value.value, DateValue::Date(PartialDate::Month { .. }));
    let told = month || last.value.recurrence.is_some();
    if told && reading.sentence(span.start).start <= last.span.start {
        date.year_reference = Some(YearReference::Symbolic);
    }
}

/// *quý III và 9 tháng đầu năm 2020*: what stands in front of the months of a year is of that year too.
pub(super) fn share_year(
    text: &str,
    found: &mut [Found<'_, DateExpression>],
    span: Span,
    value: &DateValue,
) {
    let year = match value {
        DateValue::Interval {
            start: Endpoint::Date(PartialDate::Month { year, month: 1 }),
            end: Endpoint::Date(PartialDate::Month { .. }),
        }
        | DateValue::Date(PartialDate::Half { year, .. }) => *year,
        _ => None,
    };
    let Some(year) = year else {
        return;
    };
    let mut behind = span.start;
    for last in found.iter_mut().rev() {
        let date = &mut last.value;
        let between = &text[last.span.end..behind];
        // *công tác 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2025*: the halves of a year are told together.
        let half = matches!(date.value, DateValue::Date(PartialDate::Half { .. }))
            && between.len() <= BETWEEN_HALVES
            && !between.contains(['.', ';', ':', '\n']);
        if !(half || matches!(between.trim(), "và" | ","))
            || date.year_reference.is_some()
            || date.recurrence.is_some()
        {
            return;
        }
        match &mut date.value {
            DateValue::Date(
                PartialDate::Quarter { year: none, .. } | PartialDate::Month { year: none, .. },
            ) if none.is_none() => *none = Some(year),
            DateValue::Date(PartialDate::Half { year: none, .. }) if none.is_none() => {
                *none = Some(year);
            }
            _ => return,
        }
        date.resolved = date.resolve_itself();
        behind = last.span.start;
    }
}
