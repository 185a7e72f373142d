//! How often a day comes back: *hằng năm*, *hằng tháng*, in front of it or behind.

use super::draft::Draft;
use super::dressing::{self, BEFORE};
use super::expression::{DateExpression, YearReference};
use super::hand::{eat, eat_any, number, soft};
use super::lexicon::{COUNTED_YEAR, WEEKDAY, ids};
use super::partial::PartialDate;
use super::period::{Period, Unit};
use super::value::DateValue;
use crate::reading::{Gap, Place};
use crate::span::Found;

/// How often a date comes back by the words behind it, and the place behind them.
pub(super) fn recurrence_behind<'r, 't>(at: Place<'r, 't>) -> Option<(Period, Place<'r, 't>)> {
    let (dress, behind) = dressing::behind(at)?;
    let recurrence = dress.recurrence?;
    (soft(at) || !opens_another(behind)).then_some((recurrence, behind))
}

/// *…, hằng quý trước ngày 25*, *…, hằng quý: ngày 25*: whether what stands to the left, behind a comma,
/// is said of a day that follows.
fn opens_another(at: Place<'_, '_>) -> bool {
    at.gap() == Gap::Colon || soft(at) && at.phrase(&BEFORE).is_some()
}

/// How often a day without its year comes back by a recurrence in front of its limit: *hằng tháng trước
/// ngày 20*, *Hằng năm, chậm nhất là ngày 15/12*. A day whose month is named comes back yearly only.
pub(super) fn recurrence_in_front(
    draft: &Draft<'_, '_>,
    last: &Found<'_, DateExpression>,
) -> Option<Period> {
    let DateValue::Recurring(period) = last.value.value else {
        return None;
    };
    let date = &draft.expression;
    let month = match date.value {
        DateValue::Date(PartialDate::Day {
            year: None, month, ..
        }) => month,
        DateValue::Date(PartialDate::Month { year: None, month }) => Some(month),
        _ => return None,
    };
    let fits = date.recurrence.is_none()
        && date.year_reference != Some(YearReference::Shift(0))
        && (month.is_none() || period == Period::one(Unit::Year));
    let front = dressing::front(draft.start);
    let at = front.before;
    let joined = soft(at) || matches!(at.gap(), Gap::Comma | Gap::Colon);
    let adjoins = front.dressed && joined && at.end() == last.span.end;
    (fits && adjoins).then_some(period)
}

/// *của tháng đầu mỗi quý*, *tháng cuối quý*, *của tháng đầu quý sau*: a month of every quarter.
pub(super) fn month_of_quarter<'r, 't>(at: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let mut ahead = at;
    let _ = ahead.eat_word(ids().of);
    if !ahead.eat_word(ids().month) {
        return None;
    }
    let ordinal = eat_any(&mut ahead, &[ids().early, ids().late, ids().between]);
    if ordinal {
        let _ = eat_any(&mut ahead, &[ids().first, ids().same]);
    } else if !(ahead.eat_word(ids().thu) && eat(&mut ahead, &WEEKDAY).is_some()) {
        return None;
    }
    let _ = eat_any(&mut ahead, &[ids().of, ids().within]);
    let _ = eat_any(
        &mut ahead,
        &[ids().each, ids().every, ids().every_too, ids().one_by_one],
    );
    if !eat_any(&mut ahead, &[ids().quarter, ids().quarter_too]) || number(ahead, 4).is_some() {
        return None;
    }
    let mut counted = ahead;
    if eat(&mut counted, &COUNTED_YEAR).is_some() {
        ahead = counted;
    }
    Some(ahead)
}

/// Adds how often a day or a stretch without its year comes back, where the words behind it say so.
pub(super) fn add_recurrence(draft: &mut Draft<'_, '_>) {
    let dated = match &draft.expression.value {
        DateValue::Date(date) => date.year().is_none(),
        DateValue::Interval { .. } | DateValue::AllOf(_) | DateValue::Lunar(_) => true,
        _ => false,
    };
    if !dated {
        return;
    }
    let lone = matches!(
        draft.expression.value,
        DateValue::Date(PartialDate::Day { month: None, .. })
    );
    let quarterly = Period::one(Unit::Quarter);
    let recurrence = recurrence_behind(draft.behind).or_else(|| {
        month_of_quarter(draft.behind)
            .filter(|_| lone)
            .map(|at| (quarterly, at))
    });
    if let Some((period, behind)) = recurrence {
        draft.expression.recurrence = Some(period);
        draft.reach(behind);
    }
}
