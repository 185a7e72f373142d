//! Dates of the lunar calendar (*âm lịch*). They are kept as written: converting them takes a
//! Vietnamese table of lunations, which this crate does not carry.

use super::atom::{Skipped, YearTail, eat_month_number, year_tail};
use super::draft::Draft;
use super::hand::{
    eat, eat_any, eat_cardinal, eat_count_back, eat_number, eat_word_back, is_modern, may_end,
    soft, year,
};
use super::lexicon::{BRANCH, CALENDAR, LUNAR_NEW_YEAR, MONTH_NAME, STEM, ids};
use super::moment::extend_left;
use super::partial::PartialDate;
use super::recurrence::add_recurrence;
use super::value::{DateValue, LunarDate};
use crate::reading::{Gap, Place};

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

/// Whether the month to the right is called by a name of the lunar year: *giêng*, *chạp*.
fn has_lunar_name(at: Place<'_, '_>) -> bool {
    matches!(eat(&mut { at }, &MONTH_NAME), Some(1 | 12))
}

/// Whether a month called so stands between the places.
pub(super) fn names_lunar_month(from: Place<'_, '_>, to: Place<'_, '_>) -> bool {
    let reading = from.reading();
    (from.index()..to.index()).any(|index| {
        let at = reading.place(index);
        at.id() == ids().month && has_lunar_name(at.next())
    })
}

/// *âm lịch | ngày 10 tháng 3*: whether the calendar is named in front, in full, and not for the date before
/// (*Tết âm lịch, ngày 29/01*).
pub(super) fn is_announced(at: Place<'_, '_>, floor: usize) -> bool {
    let named = at.phrase_before(&CALENDAR).filter(|_| soft(at));
    // *Theo lịch âm, lễ hội diễn ra ngày 15 tháng 3.*
    let reading = at.reading();
    let first = reading.place_at(reading.sentence(at.start()).start);
    let opens = first.id() == ids().by && first.index() < at.index();
    let of_sentence = first.next().phrase(&CALENDAR).filter(|_| opens);
    if of_sentence.is_some_and(|(&lunar, behind)| lunar && behind.gap() == Gap::Comma) {
        return true;
    }
    named.is_some_and(|(&lunar, before)| {
        let whole = before.index() >= floor && before.index() + 2 == at.index();
        lunar && whole
    })
}

/// *mùng 1 Tết*, *mồng 10 tháng 3*, *rằm tháng bảy*, *mùng 6 tháng Giêng năm Giáp Thìn*: a day by its
/// lunar name. Only *Tết*, *rằm*, *âm lịch*, a cyclic year and the months *giêng* and *chạp* make it
/// lunar; *mồng 2 tháng 9* is a day of the civil year.
pub(super) fn named_day<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let full_moon = at.id() == ids().ram;
    let mut ahead = at.next();
    let core = if full_moon { at } else { ahead };
    let day = if full_moon {
        15
    } else {
        let day = eat_number(&mut ahead, 2).or_else(|| eat_cardinal(&mut ahead))?;
        u8::try_from(day)
            .ok()
            .filter(|day| (1..=30).contains(day))?
    };
    let lunar_day = |month| {
        DateValue::Lunar(LunarDate {
            year: None,
            month: Some(month),
            day: Some(day),
        })
    };
    if ahead.eat_word(ids().tet) {
        return Some(around(Draft::new(at, core, ahead, lunar_day(1)), floor));
    }
    if !ahead.eat_word(ids().month) {
        return None;
    }
    let lunar_name = has_lunar_name(ahead);
    let (month, _) = eat_month_number(&mut ahead).filter(|(month, _)| (1..=12).contains(month))?;
    let mut lunar = full_moon || lunar_name;
    if let Some(behind) = cyclic_year(ahead) {
        (ahead, lunar) = (behind, true);
    }
    if let Some(is_lunar) = eat(&mut ahead, &CALENDAR) {
        lunar = is_lunar;
    }
    if lunar {
        return Some(around(Draft::new(at, core, ahead, lunar_day(month)), floor));
    }
    let mut civil_year = None;
    if let Some((YearTail::Year(year), behind, _)) =
        year_tail(Skipped(ahead)).filter(|_| soft(ahead))
    {
        (civil_year, ahead) = (Some(year), behind);
    }
    let date = PartialDate::Day {
        year: civil_year,
        month: Some(month),
        day,
    };
    date.exists()
        .then(|| around(Draft::new(at, core, ahead, DateValue::Date(date)), floor))
}

fn around<'r, 't>(draft: Draft<'r, 't>, floor: usize) -> Draft<'r, 't> {
    let mut draft = draft.day();
    add_recurrence(&mut draft);
    extend_left(&mut draft, floor);
    draft
}

/// *Tết Nguyên đán*, *Tết Âm lịch*, *Tết Nguyên đán Ất Tỵ 2025*: the first month, the day not said.
pub(super) fn new_year<'r, 't>(at: Place<'r, 't>) -> Option<Draft<'r, 't>> {
    let (_, mut ahead) = at.phrase(&LUNAR_NEW_YEAR)?;
    let mut names = ahead;
    let _ = names.eat_word(ids().year);
    if let Some(behind) = stem_and_branch(names) {
        (ahead, names) = (behind, behind);
    }
    let year = year(names).filter(|&year| soft(names) && is_modern(year) && may_end(names.next()));
    if year.is_some() {
        ahead = names.next();
    }
    let date = LunarDate {
        year,
        month: Some(1),
        day: None,
    };
    Some(Draft::new(at, at, ahead, DateValue::Lunar(date)))
}

/// *30 Tết*, *29 Tết*: a day of the old year's last month, counted to *Tết*, which stands at `at`.
pub(super) fn new_year_eve<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let mut core = at;
    let (day, _) = eat_count_back(&mut core, floor)?;
    let day = u8::try_from(day)
        .ok()
        .filter(|day| (20..=30).contains(day))?;
    let mut start = core;
    let _ = eat_word_back(&mut start, floor, ids().day);
    let date = LunarDate {
        year: None,
        month: Some(12),
        day: Some(day),
    };
    Some(around(
        Draft::new(start, core, at.next(), DateValue::Lunar(date)),
        floor,
    ))
}

/// *năm Ất Tỵ*: a year of the cycle of sixty.
pub(super) fn cyclic_year<'r, 't>(at: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let mut ahead = at;
    if !eat_any(&mut ahead, &[ids().year]) {
        return None;
    }
    stem_and_branch(ahead)
}

/// *Giáp Thìn*. Names of years are capitalised.
pub(super) fn stem_and_branch<'r, 't>(at: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let mut ahead = at;
    if !soft(at) || !at.reading().case(at.index()).is_capital() {
        return None;
    }
    eat(&mut ahead, &STEM)?;
    eat(&mut ahead, &BRANCH)?;
    Some(ahead)
}
