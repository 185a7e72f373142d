//! From text to date expressions: the words that may begin one wake the grammar, the frame and the
//! dressing settle it.

use super::atom::{Atom, Kind};
use super::change;
use super::column::{self, Cell};
use super::counted::{Anchor, Offset};
use super::digits;
use super::draft::Draft;
use super::dressing;
use super::era;
use super::expression::{DateExpression, Modifier, Role};
use super::frame::{dated, finish};
use super::group;
use super::hand::{
    behind, blank, eat, eat_cardinal, eat_count_back, eat_number, eat_word_back, is_counted, soft,
};
use super::lexicon::{
    AT_LEAST, BEFORE_MONTH, CONJUNCTION, COUNTED_YEAR, PER, UNIT, WAKE, Wake, ids,
};
use super::lunar;
use super::moment::ends_clocks;
use super::part::part_of_year;
use super::partial::PartialDate;
use super::period::{Period, Unit};
use super::recurrence::{add_recurrence, recurrence_behind, recurrence_in_front};
use super::relative;
use super::role;
use super::row::{self, share_limit, share_recurrence, share_year};
use super::unit::worded;
use super::value::{DateValue, LunarDate};
use crate::reading::{Gap, Place, Reading};
use crate::span::{Finds, Found};
use crate::tables::VOCABULARY;

/// Every date expression of clean `text`, in order; they do not overlap.
///
/// ```
/// let found = vanban::date::find("Thứ Tư, 13/04/2022, 11:01 [GMT+7]").next().unwrap();
/// assert_eq!(found.text, "Thứ Tư, 13/04/2022, 11:01 [GMT+7]");
/// assert_eq!(found.value.edtf().as_deref(), Some("2022-04-13"));
/// assert_eq!(found.value.time.unwrap().to_string(), "11:01+07:00");
/// ```
pub fn find(text: &str) -> Finds<Found<'_, DateExpression>> {
    dates_of(&Reading::new(text, &VOCABULARY)).into()
}

/// The same, of a text that is read already.
pub(crate) fn dates_of<'t>(reading: &Reading<'t>) -> Vec<Found<'t, DateExpression>> {
    let mut found: Vec<Found<'t, DateExpression>> = Vec::new();
    // Nothing left of the floor is read again.
    let mut floor = 0;
    let mut last_day = None;
    let mut last_issue = None;
    let mut moved = None;
    let cells = column::cells_of_time(reading);
    let mut cells = &cells[..];
    for at in reading.starts_of(&WAKE) {
        if at.index() < floor {
            continue;
        }
        let further = || is_further(at, floor, &found);
        while let Some((cell, rest)) = cells.split_first()
            && cell.span.end <= at.start()
        {
            cells = rest;
        }
        let cell = cells.first().filter(|cell| cell.span.start <= at.start());
        let bare = || {
            let cell = cell.filter(|_| at.number().is_some())?;
            let draft = digits::in_cell(at, floor)?;
            let opens = dressing::front(draft.start).before.start() <= cell.span.start;
            (opens && draft.end == cell.span.end).then_some(draft)
        };
        let Some(mut draft) = woken(at, floor, further).or_else(bare) else {
            continue;
        };
        settle(&mut draft, cell);
        if let (Some(moved), Some(last)) = (moved, found.last_mut()) {
            let start = draft.span().start;
            change::arrive(reading.text(), moved, last, start, &mut draft.expression);
        }
        moved = change::leave(&mut draft);
        if let Some(period) = found
            .last()
            .and_then(|last| recurrence_in_front(&draft, last))
        {
            draft.expression.recurrence = Some(period);
        }
        if let Some(last) = found.last() {
            row::time_of_recurrence(&mut draft, last);
        }
        row::year_of_exception(&mut draft, &mut found);
        floor = draft.behind.index().max(at.index() + 1);
        let span = draft.span();
        let date = &mut draft.expression;
        date.open_century();
        // *Quyết định số 5/QĐ-SYT ngày 10/6/2024*: of a document, and not of what the text tells.
        let cited = date.role == Some(Role::Issue) && role::is_of_number(draft.start);
        let day = match date.value {
            DateValue::Date(day @ PartialDate::Day { .. }) => day.is_complete().then_some(day),
            _ => None,
        };
        if cited && day.is_some() {
            last_issue = day;
        }
        match date.value {
            // Nothing else happens on the day of a birth.
            _ if date.role == Some(Role::Birth) => {}
            DateValue::Date(PartialDate::Day { .. })
                if day.is_some() && (cited || reading.bracket(span.start).is_some()) => {}
            DateValue::Date(PartialDate::Day { .. }) if day.is_some() => last_day = day,
            // Another day, and which one only the day of writing tells.
            DateValue::Date(PartialDate::Day { .. }) => last_day = None,
            DateValue::Relative(day) if day.unit == Unit::Day => last_day = None,
            DateValue::Anchor(Anchor::SameDay) => {
                let same = if cited { last_issue } else { last_day };
                date.resolved = same.map(DateValue::Date);
            }
            _ => {}
        }
        if let Some(itself) = date.resolve_itself() {
            date.resolved = Some(itself);
        }
        share_year(reading.text(), &mut found, span, &date.value);
        row::month_of_lone_day(reading, &found, span, date);
        if let Some(period) = date.recurrence
            && !matches!(date.value, DateValue::Recurring(_))
        {
            share_recurrence(reading.text(), &mut found, span, period);
            share_limit(reading.text(), &found, span, date);
        }
        found.push(Found::new(reading.text(), span, draft.expression));
    }
    found
}

/// *giai đoạn 2016 - 2020 và 2021 - 2025*: whether a period ends right in front of `at`.
fn is_further(at: Place<'_, '_>, floor: usize, found: &[Found<'_, DateExpression>]) -> bool {
    found.last().is_some_and(|last| {
        let between = &at.reading().text()[last.span.end.min(at.start())..at.start()];
        matches!(last.value.value, DateValue::Interval { .. })
            && at.index() <= floor + 1
            && matches!(between.trim(), "và" | "," | ";")
    })
}

/// Modifier and role, by what stands around.
fn settle(draft: &mut Draft<'_, '_>, cell: Option<&Cell>) {
    let front = dressing::front(draft.start);
    let date = &mut draft.expression;
    let mut limit = front.modifier;
    if let Some((dress, _)) = dressing::behind(draft.behind)
        && soft(draft.behind)
        && dress.modifier.is_some()
    {
        limit = dress.modifier;
    }
    // *Khoảng 7 giờ ngày 3/8/2023*: the hour is about right, the day is not.
    let hour_in_front = date.time.is_some() && draft.start.start() < date.core.start;
    if limit == Some(Modifier::About) && hour_in_front {
        limit = None;
    }
    // *từ 14h đến 16h30 cùng ngày* lies within the day.
    if limit == Some(Modifier::By) && hour_in_front && ends_clocks(front.before) {
        limit = None;
    }
    // *ít nhất 10 ngày trước ngày 05/7/2026* is no later; *ít nhất 30 ngày kể từ …* is no limit.
    if let DateValue::Offset(offset) = &date.value
        && limit.is_none()
        && offset.counts_back()
        && behind(draft.start, 0, &AT_LEAST)
    {
        limit = Some(Modifier::By);
    }
    if limit == Some(Modifier::Before) && count_back(draft) {
        limit = Some(Modifier::By);
    }
    let date = &mut draft.expression;
    match (date.modifier, limit) {
        (None, limit) => date.modifier = limit,
        // *đến cuối quý II/2027*: a limit, and a part of the unit.
        (Some(part), Some(Modifier::By | Modifier::Before | Modifier::From | Modifier::After))
            if part.is_part() =>
        {
            date.part = Some(part);
            date.modifier = limit;
        }
        _ => {}
    }
    // *khoảng giữa năm 2018* is about and a part.
    if let (Some(Modifier::About), DateValue::Date(day)) = (limit, &date.value) {
        date.value = DateValue::Approximate(*day);
    }
    // A date that is all there is in its cell is what the head of its column says.
    let of_column = cell.and_then(|cell| {
        let fills = front.before.start() <= cell.span.start && draft.end == cell.span.end;
        cell.role
            .filter(|&role| fills && role::fits(role, &draft.expression))
    });
    if draft.expression.role.is_none() {
        draft.expression.role = of_column.or_else(|| role::role(draft, &front));
    }
}

/// *trước ngày 01/7/2025 ít nhất 15 ngày*: makes the day that of a length counted back from it.
fn count_back(draft: &mut Draft<'_, '_>) -> bool {
    let DateValue::Date(day @ PartialDate::Day { .. }) = draft.expression.value else {
        return false;
    };
    let mut ahead = draft.behind;
    if eat(&mut ahead, &AT_LEAST).is_none() {
        return false;
    }
    let count = eat_number(&mut ahead, 3).or_else(|| eat_cardinal(&mut ahead));
    let period = count
        .filter(|&count| count > 0)
        .zip(eat(&mut ahead, &UNIT))
        .and_then(|(count, unit)| Period::new(count, unit));
    let Some(period) = period else {
        return false;
    };
    let working_days = ahead.id() == ids().working_a && ahead.next().id() == ids().working_b;
    if working_days {
        ahead = ahead.next().next();
    }
    draft.expression.value = DateValue::Offset(Offset {
        period,
        working_days,
        back: true,
        from: Anchor::Day(day),
    });
    draft.reach(ahead);
    true
}

/// Reads the expression that the word at `at` wakes, if it is one.
fn woken<'r, 't>(
    at: Place<'r, 't>,
    floor: usize,
    further: impl Fn() -> bool,
) -> Option<Draft<'r, 't>> {
    let (&wake, behind) = at.phrase(&WAKE)?;
    match wake {
        Wake::Number => digits::date(at, floor, further()),
        Wake::Day => day(at, floor),
        Wake::Month => month(at, floor),
        Wake::Quarter | Wake::Year => quarter_or_year(at, floor),
        Wake::Week => relative::recurring(at, floor)
            .or_else(|| relative::offset(at, floor))
            .or_else(|| relative::relative(at, floor)),
        Wake::Planning => era::planning(at, false),
        Wake::Span => relative::vague(at).or_else(|| era::planning(at, true)),
        Wake::Century => era::century(at, floor),
        Wake::Decade => era::named_decade(at, behind, floor),
        Wake::Today => relative::relative(at, floor),
        Wake::Now => relative::part_of_day(at, floor).or_else(|| match at.id() == ids().now {
            true => era::from_now(at, floor),
            false => None,
        }),
        Wake::LunarDay => lunar::named_day(at, floor),
        Wake::NewYear => lunar::new_year(at).or_else(|| lunar::new_year_eve(at, floor)),
        Wake::Weekday => relative::weekday_relative(at, floor),
        Wake::Born => digits::born(at),
    }
}

fn day<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    if let Some(atom) = worded(at) {
        return dated(atom, floor);
    }
    first_day(at, floor)
        .or_else(|| relative::recurring(at, floor))
        .or_else(|| relative::offset(at, floor))
        .or_else(|| relative::anchor(at, floor))
        .or_else(|| relative::relative(at, floor))
}

/// *ngày đầu tiên của tháng 3*.
fn first_day<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let mut ahead = at.next();
    if !(ahead.eat_word(ids().early) && ahead.eat_word(ids().first)) {
        return None;
    }
    let _ = ahead.eat_word(ids().of);
    let month = worded(ahead).filter(|atom| atom.kind == Kind::Month && soft(ahead))?;
    let Some(PartialDate::Month {
        year,
        month: number,
    }) = month.date
    else {
        return None;
    };
    let date = PartialDate::Day {
        year,
        month: Some(number),
        day: 1,
    };
    dated(
        Atom::new(at, at, month.behind, Kind::Day, Some(date)),
        floor,
    )
}

fn month<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let counted = eat_count_back(&mut { at }, floor).is_some();
    if let Some(lunar) = worded(at).and_then(|atom| cyclic(&atom)) {
        return Some(lunar);
    }
    if let Some(atom) = worded(at)
        && (atom.template
            || (!counted && month_is_meant(&atom, floor))
            || (counted && atom.is_complete() && !atom.spelled))
    {
        return dated(atom, floor);
    }
    relative::recurring(at, floor)
        .or_else(|| relative::offset(at, floor))
        .or_else(|| relative::relative(at, floor))
}

/// *tháng Giêng năm Ất Tỵ*: a month of a cyclic year is lunar.
fn cyclic<'r, 't>(atom: &Atom<'r, 't>) -> Option<Draft<'r, 't>> {
    let Some(PartialDate::Month { month, .. }) = atom.date else {
        return None;
    };
    let behind = lunar::cyclic_year(atom.behind)?;
    let value = DateValue::Lunar(LunarDate {
        year: None,
        month: Some(month),
        day: None,
    });
    Some(Draft::new(atom.start, atom.start.next(), behind, value))
}

/// Whether a month without a year is one: *tháng 01 lần* (once a month) is not, nor is *tháng hai bên
/// thỏa thuận*.
fn month_is_meant(atom: &Atom<'_, '_>, floor: usize) -> bool {
    let written = &atom.start.reading().text()[atom.core..atom.end];
    let impossible_with_year =
        atom.date.is_none() && written.bytes().filter(u8::is_ascii_digit).count() > 2;
    if atom.is_complete() || atom.year_reference.is_some() || impossible_with_year {
        return true;
    }
    let start = atom.start;
    if behind(start, floor, &PER) || start.gap() == Gap::Slash || is_counted(atom.behind) {
        return false;
    }
    let month_of_year = atom.date.is_some();
    if !atom.spelled {
        return month_of_year;
    }
    // *từ tháng năm đến tháng năm* is a form.
    let form = atom.behind.back().id() == ids().year && is_form_of_year(start, atom.behind);
    let cue = behind(start, floor, &BEFORE_MONTH);
    let ends = super::hand::ends_phrase(atom.behind) && month_of_year;
    !form && (cue || ends || recurrence_behind(atom.behind).is_some())
}

/// *Từ tháng năm đến tháng năm*, *tháng, năm*: both words of a form without its numbers, twice.
fn is_form_of_year(start: Place<'_, '_>, behind: Place<'_, '_>) -> bool {
    let twin = |at: Place<'_, '_>| {
        at.id() == ids().month
            && at.next().id() == ids().year
            && at.next().next().number().is_none()
    };
    let reading = start.reading();
    let near = |from: usize, to: usize| (from..to).any(|i| twin(reading.place(i)));
    near(start.index().saturating_sub(5), start.index())
        || near(behind.index(), (behind.index() + 5).min(reading.len()))
}

fn quarter_or_year<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    if let Some(atom) = worded(at) {
        return counted_units(at, &atom, floor);
    }
    if let Some(draft) = relative::recurring(at, floor).or_else(|| relative::offset(at, floor)) {
        return Some(draft);
    }
    if at.id() != ids().year {
        return relative::relative(at, floor);
    }
    if let Some(draft) = part_of_any_year(at, floor)
        .or_else(|| from_beginning(at, floor))
        .or_else(|| era::bracketed_years(at))
    {
        return Some(draft);
    }
    let many =
        soft(at) && at.index() > floor && [ids().many, ids().plural].contains(&at.id_before());
    // *những năm 90*
    if many && at.next().number().is_some() {
        return era::decade(at.back(), at.next(), floor);
    }
    if blank(at.next()).is_some() {
        return None;
    }
    if let Some(behind) = lunar::stem_and_branch(at.next()) {
        let value = DateValue::Lunar(LunarDate {
            year: None,
            month: None,
            day: None,
        });
        return Some(Draft::new(at, at.next(), behind, value));
    }
    relative::relative(at, floor)
}

/// A year or a quarter, unless its unit is counted: *mỗi năm 2000 tấn*, *2 lần/năm*; but *từng năm
/// 2024 - 2026*.
fn counted_units<'r, 't>(
    at: Place<'r, 't>,
    atom: &Atom<'r, 't>,
    floor: usize,
) -> Option<Draft<'r, 't>> {
    let counted = behind(at, floor, &PER) || at.gap() == Gap::Slash;
    let gem = atom.kind == Kind::Quarter
        && soft(at)
        && matches!(
            at.back().reading().slice(at.index().wrapping_sub(1)),
            "đá" | "kim"
        );
    let draft = if gem { None } else { dated(*atom, floor) };
    // *những năm 1980* are ten years.
    let single = draft
        .as_ref()
        .is_some_and(|draft| draft.behind.index() == atom.behind.index());
    let many = soft(at) && at.index() > floor && at.id_before() == ids().many;
    if single && many && atom.kind == Kind::Year {
        let decade = era::decade(at.back(), atom.behind.back(), floor);
        if decade.is_some() {
            return decade;
        }
    }
    draft.filter(|draft| {
        atom.template || !counted || matches!(draft.expression.value, DateValue::Interval { .. })
    })
}

/// *từ đầu năm đến nay*, *từ đầu năm đến hết tháng 9/2025*: `at` stands in front of *năm*.
fn from_beginning<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let mut start = at;
    if !eat_word_back(&mut start, floor, ids().early) {
        return None;
    }
    let behind = at.next();
    let first = PartialDate::Day {
        year: None,
        month: Some(1),
        day: 1,
    };
    let group = group::range(Atom::new(start, start, behind, Kind::Day, Some(first)))?;
    let opens = eat_word_back(&mut { start }, floor, ids().from) || group.is_open();
    opens.then(|| finish(group, floor))
}

/// *6 tháng cuối năm*, *nửa đầu năm nay*, the year not said: `at` is where *năm* stands.
fn part_of_any_year<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let (start, part) = part_of_year(at, floor)?;
    let value = part.of(None)?;
    let mut ahead = at.next();
    let mut counted = ahead;
    // *6 tháng đầu năm trước ngày 31/7* is before that day, not of the year before.
    let reference =
        eat(&mut counted, &COUNTED_YEAR).filter(|_| eat(&mut { counted }, &CONJUNCTION).is_none());
    if reference.is_some() {
        ahead = counted;
    } else if at.id_before() == ids().month {
        // *9 tháng năm nay*, but no *9 tháng năm* alone.
        return None;
    }
    let mut draft = Draft::new(start, start, ahead, value);
    draft.expression.year_reference = reference;
    add_recurrence(&mut draft);
    Some(draft)
}
