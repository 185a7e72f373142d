//! Parts of a year, a quarter, a month: *cuối năm 2020*, *6 tháng đầu năm*, *nửa cuối*.

use super::draft::Draft;
use super::dressing::PART;
use super::expression::Modifier;
use super::hand::{eat_back, eat_count_back, eat_word_back, soft};
use super::lexicon::ids;
use super::partial::PartialDate;
use super::value::{DateValue, Endpoint};
use crate::reading::Place;

/// *cuối năm 2020*, *những tháng cuối năm 2020*, *6 tháng đầu năm 2020*: what part of the unit.
pub(super) fn extend_over_part(draft: &mut Draft<'_, '_>, floor: usize) {
    if let DateValue::Date(PartialDate::Year(year)) = draft.expression.value
        && let Some((before, part)) = part_of_year(draft.start, floor)
    {
        draft.start = before;
        let core = draft.span();
        let expression = &mut draft.expression;
        match part.of(Some(year)) {
            Some(value) => {
                expression.value = value;
                expression.core = core;
            }
            None => expression.modifier = part.modifier(),
        }
        return;
    }
    if let DateValue::Date(PartialDate::Month { year, month }) = draft.expression.value
        && let Some((before, count, late)) = days_of_month(draft.start, floor)
        && let Some(value) = days_in_month(year, month, count, late)
    {
        draft.start = before;
        draft.expression.value = value;
        draft.expression.core = draft.span();
        return;
    }
    let mut at = draft.start;
    let Some(part) = eat_part_word(&mut at, floor) else {
        return;
    };
    match draft.expression.value {
        // *từ cuối năm 2019 đến …*: the part of the first end.
        DateValue::Interval { .. } => {
            let through_now = matches!(
                draft.expression.value,
                DateValue::Interval {
                    end: Endpoint::Unknown,
                    ..
                }
            );
            if through_now || eat_word_back(&mut { at }, floor, ids().from) {
                draft.start = at;
            }
        }
        DateValue::Date(_) => {
            draft.start = at;
            draft.expression.modifier = Some(part);
        }
        _ => {}
    }
}

/// Reads *đầu*, *giữa*, *cuối*, *nửa cuối* to the left, and the unit that is so called: *tuần đầu tháng 10*, *ngày
/// cuối tháng*. *tháng cuối quý* is a month, and says no more of the quarter.
pub(super) fn eat_part_word(at: &mut Place<'_, '_>, floor: usize) -> Option<Modifier> {
    let mut before = *at;
    let part = eat_back(&mut before, floor, &PART)?.modifier?;
    let unit = before.index() > floor
        && soft(before)
        && [ids().day, ids().month, ids().quarter].contains(&before.id_before());
    if unit {
        return None;
    }
    let _ = eat_word_back(&mut before, floor, ids().week);
    *at = before;
    Some(part)
}

/// *10 ngày đầu*, *15 ngày cuối* in front of a month: how many, and of which end.
fn days_of_month<'r, 't>(mut at: Place<'r, 't>, floor: usize) -> Option<(Place<'r, 't>, u8, bool)> {
    let late = eat_word_back(&mut at, floor, ids().late);
    if !late && !eat_word_back(&mut at, floor, ids().early) {
        return None;
    }
    if !eat_word_back(&mut at, floor, ids().day) {
        return None;
    }
    let (count, digits) = eat_count_back(&mut at, floor)?;
    (digits && (2..=27).contains(&count)).then_some((at, count as u8, late))
}

/// The first or last days of a month, if it is known how many it has.
fn days_in_month(year: Option<u16>, month: u8, count: u8, late: bool) -> Option<DateValue> {
    let day = |day| PartialDate::Day {
        year,
        month: Some(month),
        day,
    };
    let (first, last) = match late {
        false => (1, count),
        true => {
            let (_, last) = PartialDate::Month { year, month }.bounds()?;
            (last.day() + 1 - count, last.day())
        }
    };
    Some(DateValue::Interval {
        start: Endpoint::Date(day(first)),
        end: Endpoint::Date(day(last)),
    })
}

/// A part of a year, as said in front of *năm*.
#[derive(Clone, Copy, Debug)]
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

impl Part {
    /// That part of the year; `None` where it has no limits of its own.
    pub(super) fn of(self, year: Option<u16>) -> Option<DateValue> {
        let value = match self {
            Part::Some { .. } => return None,
            Part::Half { late } | Part::Months { count: 6, late } => {
                let half = 1 + u8::from(late);
                DateValue::Date(PartialDate::Half { year, half })
            }
            Part::Quarter { late } => {
                let quarter = if late { 4 } else { 1 };
                DateValue::Date(PartialDate::Quarter { year, quarter })
            }
            Part::Months { count, late } => {
                let month = |month| PartialDate::Month { year, month };
                let (first, last) = if late { (13 - count, 12) } else { (1, count) };
                if first == last {
                    DateValue::Date(month(first))
                } else {
                    DateValue::Interval {
                        start: Endpoint::Date(month(first)),
                        end: Endpoint::Date(month(last)),
                    }
                }
            }
        };
        Some(value)
    }

    fn modifier(self) -> Option<Modifier> {
        match self {
            Part::Some { late: true } => Some(Modifier::LastMonths),
            Part::Some { late: false } => Some(Modifier::FirstMonths),
            _ => None,
        }
    }
}

/// The part of a year that the words in front of *năm* name, and the place in front of them.
pub(super) fn part_of_year<'r, 't>(
    mut at: Place<'r, 't>,
    floor: usize,
) -> Option<(Place<'r, 't>, Part)> {
    // *9 tháng năm 2018* are its first ones.
    let mut counted = at;
    if eat_word_back(&mut counted, floor, ids().month)
        && let Some((count @ 2..=11, true)) = eat_count_back(&mut counted, floor)
    {
        let count = count as u8;
        return Some((counted, Part::Months { count, late: false }));
    }
    let late = soft(at) && at.index() > floor && at.id_before() == ids().late;
    if !late && !eat_word_back(&mut { at }, floor, ids().early) {
        return None;
    }
    at = at.back();
    if eat_word_back(&mut at, floor, ids().half) {
        return Some((at, Part::Half { late }));
    }
    if eat_word_back(&mut at, floor, ids().quarter)
        || eat_word_back(&mut at, floor, ids().quarter_too)
    {
        return Some((at, Part::Quarter { late }));
    }
    if !eat_word_back(&mut at, floor, ids().month) {
        return None;
    }
    if [ids().many, ids().plural, ids().some]
        .into_iter()
        .any(|word| eat_word_back(&mut at, floor, word))
    {
        return Some((at, Part::Some { late }));
    }
    let (count, _) = eat_count_back(&mut at, floor)?;
    let count = u8::try_from(count)
        .ok()
        .filter(|count| (1..=11).contains(count))?;
    Some((at, Part::Months { count, late }))
}
