//! What belongs to a date beside its own words, to both sides: the weekday and the hour, *cuối* and
//! *hằng năm*, the calendar.

use super::atom::{Atom, Kind};
use super::draft::Draft;
use super::expression::{DateExpression, DateWarning, YearReference};
use super::group::{self, Announced, Group};
use super::hand::{behind, eat, eat_count_back, eat_word_back, ends_phrase, is_counted, soft};
use super::lexicon::{BEFORE_LONE_DAY, CALENDAR, JOINT, Joint, SIDE_OF_WRITING, ids};
use super::lunar;
use super::moment::{add_time_behind, check_weekday, extend_left};
use super::part::extend_over_part;
use super::partial::PartialDate;
use super::recurrence::{add_recurrence, month_of_quarter, recurrence_behind};
use super::value::{DateValue, Endpoint};
use crate::span::Span;

/// Everything that starts from one date: ranges and lists, then what stands around.
pub(super) fn dated<'r, 't>(atom: Atom<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let start = atom.start;
    let plural = start.index() > floor
        && (soft(start) && [ids().plural, ids().many].contains(&start.id_before())
            || eat_count_back(&mut { start }, floor).is_some());
    let between = start.index() > floor && soft(start) && start.id_before() == ids().between;
    let group = group::group(atom, Announced { plural, between });
    let lone = |date: PartialDate| matches!(date, PartialDate::Day { month: None, .. });
    let lone = match group.value {
        DateValue::Date(date) => lone(date),
        DateValue::Interval {
            start: Endpoint::Date(date),
            ..
        } => lone(date),
        _ => false,
    };
    if lone && !lone_day_is_meant(&group, floor) {
        return None;
    }
    if group.value == DateValue::Impossible && atom.kind == Kind::Month && is_counted(group.behind)
    {
        return None;
    }
    Some(finish(group, floor))
}

/// *ngày 27* alone: after a preposition of time, or with the month said in other words.
fn lone_day_is_meant(group: &Group<'_, '_>, floor: usize) -> bool {
    if group.year_reference.is_some() && !matches!(group.value, DateValue::Blank)
        || recurrence_behind(group.behind).is_some()
        || month_of_quarter(group.behind).is_some()
    {
        return true;
    }
    let mut after = group.behind;
    let of = after.eat_word(ids().of);
    if after.eat_word(ids().month) {
        // *của tháng*, *tháng đầu tiên của quý*; *ngày 12 tháng 2019* is a slip of the pen.
        return of || after.number().is_none() && soft(after);
    }
    behind(group.start, floor, &BEFORE_LONE_DAY) && !is_counted(group.behind)
}

/// What stands around a group of dates.
pub(super) fn finish<'r, 't>(group: Group<'r, 't>, floor: usize) -> Draft<'r, 't> {
    let mut draft = Draft {
        start: group.start,
        behind: group.behind,
        end: group.end,
        expression: DateExpression::new(
            group.value.clone(),
            Span::new(group.core.min(group.end), group.end),
        ),
        is_day: group.kind == Kind::Day,
        glued: 0,
    };
    draft.expression.template = group.template;
    draft.expression.year_reference = group.year_reference;
    if needs_its_month(&group) || is_of_every_year(&group) {
        draft.expression.year_reference = Some(YearReference::Symbolic);
    }
    draft.expression.warnings.extend(group.warning);
    let reversed = group.warning == Some(DateWarning::ReversedInterval);

    add_calendar(&mut draft, floor);
    add_recurrence(&mut draft);
    add_side_of_writing(&mut draft);
    if draft.is_day && draft.expression.value != DateValue::Blank {
        add_time_behind(&mut draft);
    }
    if draft.is_day {
        extend_left(&mut draft, floor);
    } else {
        extend_over_part(&mut draft, floor);
    }
    between_two(&mut draft, floor);
    // The two ends of *từ … đến …* are one expression with their words.
    let two_ended = matches!(draft.expression.value, DateValue::Interval { .. }) || reversed;
    if two_ended && !group.named {
        let mut at = draft.start;
        if eat_word_back(&mut at, floor, ids().from) {
            draft.start = at;
            draft.expression.core = draft.span();
        }
    }
    check_weekday(&mut draft.expression);
    draft
}

/// Days without their month of which more is said than one day of this month: *ngày 30 hoặc 31 của
/// tháng cuối quý*, *từ ngày 01 đến ngày cuối cùng của tháng*.
fn needs_its_month(group: &Group<'_, '_>) -> bool {
    let lone = |date: &PartialDate| matches!(date, PartialDate::Day { month: None, .. });
    match &group.value {
        DateValue::Date(date) => {
            lone(date) && eat(&mut { group.behind }, &JOINT) == Some(Joint::To)
        }
        DateValue::AllOf(dates) | DateValue::OneOf(dates) => dates.iter().any(lone),
        DateValue::Interval {
            start: Endpoint::Date(start),
            ..
        } => lone(start),
        _ => false,
    }
}

/// *quý III các năm 2011 - 2016*, *tháng 9 các năm trước*: not of the year of the page.
fn is_of_every_year(group: &Group<'_, '_>) -> bool {
    let at = group.behind;
    let each = soft(at) && at.id() == ids().plural && at.next().id() == ids().year;
    let unit = matches!(
        group.value,
        DateValue::Date(
            PartialDate::Quarter { year: None, .. } | PartialDate::Month { year: None, .. }
        )
    );
    each && unit
}

/// *giữa năm 1984 và 1990* lies between the two; *giữa năm 1984* is its middle.
fn between_two(draft: &mut Draft<'_, '_>, floor: usize) {
    let DateValue::AllOf(dates) = &draft.expression.value else {
        return;
    };
    let [start, end] = dates[..] else {
        return;
    };
    let mut at = draft.start;
    let ordered = start
        .bounds()
        .zip(end.bounds())
        .is_none_or(|(a, b)| a.0 <= b.1);
    if ordered && eat_word_back(&mut at, floor, ids().between) {
        draft.start = at;
        draft.expression.core = draft.span();
        draft.expression.value = DateValue::Interval {
            start: Endpoint::Date(start),
            end: Endpoint::Date(end),
        };
    }
}

/// *âm lịch*, *(âm lịch)*, *dương lịch* behind a date, or *âm lịch* in front; a day of *tháng Giêng* or *tháng
/// Chạp* is lunar unless that says otherwise.
fn add_calendar(draft: &mut Draft<'_, '_>, floor: usize) {
    let civil = draft.expression.value.clone();
    let lunar = lunar::names_lunar_month(draft.start, draft.behind)
        || lunar::is_announced(draft.start, floor);
    if draft.is_day && lunar {
        draft.expression.value = lunar::as_lunar(&civil);
    }
    let bracket = draft.behind.between().trim_start() == "(";
    if !soft(draft.behind) && !bracket {
        return;
    }
    let Some((&lunar, behind)) = draft.behind.phrase(&CALENDAR) else {
        return;
    };
    let closed = draft.start.reading().text()[behind.end()..].starts_with(')');
    if bracket && !closed {
        return;
    }
    draft.reach(behind);
    draft.end += usize::from(bracket);
    draft.expression.value = match lunar {
        true => lunar::as_lunar(&civil),
        false => civil,
    };
}

/// *ngày 15/01 tới*, *tháng 10 vừa qua*: on which side of the day of writing a day or month without its
/// year lies. *tới* alone may be a preposition (*tới trụ sở*), unless the phrase ends with it.
fn add_side_of_writing(draft: &mut Draft<'_, '_>) {
    let date = &mut draft.expression;
    let day_of_year = matches!(
        date.value,
        DateValue::Date(
            PartialDate::Day {
                year: None,
                month: Some(_),
                ..
            } | PartialDate::Month { year: None, .. }
        )
    );
    if !day_of_year || date.recurrence.is_some() || date.year_reference.is_some() {
        return;
    }
    let mut ahead = draft.behind;
    let side = eat(&mut ahead, &SIDE_OF_WRITING);
    if ahead.index() > draft.behind.index() + 1 || ends_phrase(ahead) {
        date.year_reference = side;
    }
}
