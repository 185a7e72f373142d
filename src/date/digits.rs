//! Dates without a unit word: digits and signs, which numbers of documents, houses and goods share.
//! They are read only where the words in front expect a date.

use super::atom::{Atom, Kind, quarter};
use super::day::{Expected, bare_long_day, numeric};
use super::draft::Draft;
use super::era;
use super::expression::{Modifier, Role};
use super::frame::{dated, finish};
use super::group::{self, Announced, Group};
use super::hand::{
    behind, eat, eat_back, eat_word_back, ends_phrase, is_counted, is_modern, may_end, number,
    soft, year,
};
use super::lexicon::{
    BEFORE_DAY_MONTH, BEFORE_MONTH_YEAR, BEHIND_DAY_MONTH, CALENDAR, CALLED, COUNTED_FROM, LABEL,
    OCCASION, PART_OF_DAY, ids,
};
use super::lunar::names_lunar_month;
use super::moment::extend_left;
use super::partial::PartialDate;
use super::recurrence::recurrence_behind;
use super::role::{code_ends, follows_law_name};
use super::value::{DateValue, Endpoint};
use crate::reading::{Gap, Place};

/// How many words the name of a day has at most.
const LONGEST_NAME: usize = 10;

/// A date that begins with the number at `at`. `further` says that a period ends right in front, with
/// no more than *và* between.
pub(super) fn date<'r, 't>(
    at: Place<'r, 't>,
    floor: usize,
    further: bool,
) -> Option<Draft<'r, 't>> {
    if let Some(day) = behind_glued_day_word(at, floor) {
        return Some(day);
    }
    let next = at.next();
    match next.gap() {
        Gap::Slash | Gap::Dash | Gap::Dot if next.number().is_some() => {
            signed(at, floor).or_else(|| bare_year(at, floor, further))
        }
        Gap::Glued | Gap::Space | Gap::Comma if is_month_word(next) => long(at, floor),
        _ => range_of_days(at, floor)
            .or_else(|| quarter_of_letter(at, floor))
            .or_else(|| bare_year(at, floor, further)),
    }
}

/// *NĐ-CPngày 12/6/2025*: *ngày* is no part of any other word, and gets glued to the code before it.
fn behind_glued_day_word<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    const DAY: &str = "ngày";
    if at.index() <= floor || !soft(at) {
        return None;
    }
    let word = at.reading().slice(at.index() - 1);
    let code = word.strip_suffix(DAY).filter(|code| !code.is_empty())?;
    if !code.ends_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let atom = numeric(at, at, Expected::Worded).or_else(|| bare_long_day(at))?;
    let whole = atom.is_complete() && atom.kind == Kind::Day;
    let mut draft = dated(atom, at.index()).filter(|_| whole)?;
    draft.glued = DAY.len();
    Some(draft)
}

/// Digits that begin at `at` in a cell under a head that speaks of time: there they need no other word.
pub(super) fn in_cell<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    if let Some(atom) = numeric(at, at, Expected::Day) {
        return dated(atom, floor).filter(|_| atom.date.is_some());
    }
    let (next, kind, date) = match year(at).filter(|&year| is_modern(year)) {
        Some(year) => (at.next(), Kind::Year, PartialDate::Year(year)),
        None => {
            let day = number(at, 2).filter(|day| (1..=31).contains(day))?;
            let (year, month, day) = (None, None, day as u8);
            (at.next(), Kind::Day, PartialDate::Day { year, month, day })
        }
    };
    let atom = Atom::new(at, at, next, kind, Some(date));
    if kind == Kind::Year {
        return dated(atom, floor);
    }
    // *15-20/7/2026*
    let group = group::range(atom)?;
    let (start, _) = group.ends()?;
    let shared = matches!(start, PartialDate::Day { month: Some(_), .. });
    shared.then(|| finish(group, floor))
}

fn is_month_word(at: Place<'_, '_>) -> bool {
    at.id() == ids().month || at.id() == ids().month_short
}

/// *26 tháng 6 năm 2026* without *ngày*.
fn long<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    if !may_start(at) {
        return None;
    }
    let atom = bare_long_day(at)?;
    let said = atom.is_complete()
        || recurrence_behind(atom.behind).is_some()
        || atom.year_reference.is_some()
        || behind(at, floor, &PART_OF_DAY)
        || behind(at, floor, &BEFORE_DAY_MONTH)
        || soft(at) && at.index() > floor && at.id_before() == ids().and
        || weekday_in_front(at, floor)
        || at.next().id() == ids().month_short
        || names_lunar_month(at, atom.behind);
    if !said || !atom.is_complete() && is_counted(atom.behind) {
        return None;
    }
    dated(atom, floor)
}

/// Whether a weekday, an hour or a part of the day stands in front.
fn weekday_in_front(at: Place<'_, '_>, floor: usize) -> bool {
    let mut draft = Draft::new(at, at, at.next(), DateValue::Blank).day();
    extend_left(&mut draft, floor);
    draft.start.index() < at.index()
}

/// Digits with signs between them.
fn signed<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    if let Some(quarter) = quarter_of_letter(at, floor) {
        return Some(quarter);
    }
    if let Some(range) = range_of_days(at, floor) {
        return Some(range);
    }
    if !may_start(at) && !glued_label_in_front(at) {
        return None;
    }
    let part = behind(at, floor, &PART_OF_DAY);
    let first = part || opens_range(at, floor);
    let expected = if first {
        Expected::Day
    } else {
        Expected::Nothing
    };
    let atom = numeric(at, at, expected)?;
    let stamp = atom.behind.gap() == Gap::Glued && atom.behind.id() == ids().time_mark;
    let iso = at.number().is_some_and(|written| written.len() == 4);
    // *Ngày ban hành:15/11/2022Hết hiệu lực:…*
    let whole = atom.is_complete() && atom.kind == Kind::Day;
    if !may_end(atom.behind) && !(stamp && iso) && !(whole && glued_label_behind(atom.behind))
        || glued_label_in_front(at) && !whole
    {
        return None;
    }
    // An impossible day is reported only if it still looks like one: 31/11/2020, not 45/13/2020.
    if atom.date.is_none() && !looks_like_day(at) {
        return None;
    }
    if labelled(at, floor) {
        return None;
    }
    if atom.date.is_some() && !atom.is_complete() && atom.year_reference.is_none() {
        return day_month(atom, floor, part);
    }
    // *Hội nghị Trung ương lần thứ 8 (5/1941)*
    let in_brackets = at.between().trim_start().ends_with('(')
        && at.reading().text()[atom.end..].starts_with(')');
    if atom.kind == Kind::Month
        && !in_brackets
        && !behind(at, floor, &BEFORE_MONTH_YEAR)
        && !matches!(group::group(atom, Announced::default()).ends(), Some((a, b)) if a.is_complete() && b.is_complete())
    {
        return None;
    }
    dated(atom, floor)
}

/// Whether a label ends in front with nothing between: *Ngày ban hành:15/11/2022*.
fn glued_label_in_front(at: Place<'_, '_>) -> bool {
    let mut back = at.reading().text()[..at.start()].chars().rev();
    back.next() == Some(':') && back.next().is_some_and(char::is_alphabetic)
}

/// Whether a label begins behind with nothing between: *15/11/2022Hết hiệu lực*. A code has no small letters.
fn glued_label_behind(behind: Place<'_, '_>) -> bool {
    let mut rest = behind.reading().text()[behind.end()..].chars();
    let capital = rest.next().is_some_and(char::is_uppercase);
    capital && rest.next().is_some_and(char::is_lowercase)
}

/// Whether the word in front makes a label of the number: *số 12/8*, *mẫu số: 01/2020*.
fn labelled(at: Place<'_, '_>, floor: usize) -> bool {
    let colon = at.gap() == Gap::Colon;
    if at.index() <= floor || !(soft(at) || colon) {
        return false;
    }
    at.phrase_before(&LABEL)
        .is_some_and(|(_, before)| before.index() >= floor)
}

/// *từ 3.5 đến 31.12.2025*, *trước 5.5*: a whole date follows, or a limit stands in front.
fn opens_range(at: Place<'_, '_>, floor: usize) -> bool {
    let Some(atom) = numeric(at, at, Expected::Day) else {
        return false;
    };
    behind(at, floor, &COUNTED_FROM)
        && group::range(atom)
            .and_then(|group| group.ends())
            .is_some_and(|(start, end)| start.is_complete() && end.is_complete())
        || behind(at, floor, &COUNTED_FROM) && (to_named_day(atom) || between_dashed_days(atom))
}

/// *từ 25-9 đến 15-10*: both are written with a dash, and one of the numbers can be no month.
fn between_dashed_days(atom: Atom<'_, '_>) -> bool {
    let dashed = |at: Place<'_, '_>| at.next().gap() == Gap::Dash;
    let Some(group) = group::range(atom).filter(|_| dashed(atom.start)) else {
        return false;
    };
    let late = |date| matches!(date, PartialDate::Day { month: Some(_), day, .. } if day > 12);
    let day = |date| matches!(date, PartialDate::Day { month: Some(_), .. });
    let ends = group.ends().filter(|&(start, end)| day(start) && day(end));
    ends.is_some_and(|(start, end)| late(start) || late(end)) && !is_counted(group.behind)
}

/// *từ 22.8 đến 17h ngày 30.8*: the last day is called one.
fn to_named_day(atom: Atom<'_, '_>) -> bool {
    let Some(group) = group::range(atom) else {
        return false;
    };
    let text = &atom.start.reading().text()[atom.end..group.end];
    let day = |date| matches!(date, PartialDate::Day { month: Some(_), .. });
    group
        .ends()
        .is_some_and(|(start, end)| day(start) && day(end))
        && text.contains("ngày")
}

/// *từ 01-15/3/2021*, *từ 20 đến 24/5/2022*, *12 – 15 thg 8, 2020*: a lone number that the last day
/// completes.
fn range_of_days<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let day = number(at, 2).filter(|day| (1..=31).contains(day))?;
    if !may_start(at) {
        return None;
    }
    let behind = at.next();
    let joined = behind.gap() == Gap::Dash
        || soft(behind) && eat(&mut { behind }, &super::lexicon::JOINT).is_some();
    if !joined {
        return None;
    }
    // *từ 20 đến 24/5*, *từ đêm 20 đến 24/5*
    let mut front = at;
    let _ = eat_back(&mut front, floor, &PART_OF_DAY);
    // *đêm 22 rạng ngày 23/8*
    let night = front.index() < at.index() && behind.id() == ids().rang;
    let from = eat_word_back(&mut front, floor, ids().from);
    let date = PartialDate::Day {
        year: None,
        month: None,
        day: day as u8,
    };
    let group = group::range(Atom::new(at, at, behind, Kind::Day, Some(date)))?;
    let (start, end) = group.ends()?;
    let shared = matches!(start, PartialDate::Day { month: Some(_), .. });
    let in_words = group.behind.reading().text()[at.start()..group.end].contains("th");
    let complete = end.is_complete() && in_words;
    // *trong 2 ngày (23-24/6)*
    let in_brackets = at.between().trim_start() == "("
        && group.behind.reading().text()[group.end..].starts_with(')')
        && !may_be_fraction(&group);
    // *từ 1 đến 2/3* of something.
    let meant =
        from && !may_be_fraction(&group) || complete || in_words && from || night || in_brackets;
    (shared && meant && may_end(group.behind)).then(|| finish(group, floor))
}

/// Whether the first two numbers may be a day and a month.
fn looks_like_day(at: Place<'_, '_>) -> bool {
    let day = number(at, 4).is_some_and(|day| (1..=31).contains(&day));
    day && number(at.next(), 4).is_some_and(|month| (1..=12).contains(&month))
}

/// Whether a date of digits may start here: no code, amount or fraction goes before.
fn may_start(at: Place<'_, '_>) -> bool {
    let before = &at.reading().text()[..at.start()];
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

/// *Q4/2020*, *Q3 2020*: the letter stands in front, with nothing between.
fn quarter_of_letter<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let glued = at.index() > floor && at.gap() == Gap::Glued && at.id_before() == ids().q;
    let letter = at.back();
    if !glued || letter.reading().slice(letter.index()) != "Q" || letter.gap() == Gap::Glued {
        return None;
    }
    let mut atom = quarter(letter, at).filter(|atom| atom.is_complete())?;
    atom.worded = false;
    let mut group = group::group(atom, Announced::default());
    group.core = at.start();
    Some(finish(group, floor))
}

/// `D/M` without *ngày*: only where the words in front expect a date.
fn day_month<'r, 't>(atom: Atom<'r, 't>, floor: usize, part: bool) -> Option<Draft<'r, 't>> {
    let start = atom.start;
    let text = start.reading().text();
    let group = group::group(atom, Announced::default());
    // *chiều 5-6 người đến*
    let dashed = start.next().gap() != Gap::Slash;
    if dashed && is_counted(group.behind) || is_counted(group.behind) && !part {
        return None;
    }
    let fraction = may_be_fraction(&group) && !text[start.start()..].starts_with('0');
    let ends = ends_phrase(group.behind) || eat(&mut { group.behind }, &BEHIND_DAY_MONTH).is_some();
    let bracket = start.between().trim_start().ends_with('(');
    let strong = part
        || weekday_in_front(start, floor)
        || eat(&mut { group.behind }, &CALENDAR).is_some()
        || behind_named_day(start, floor)
        || matches!(group.ends(), Some((a, b)) if a.is_complete() && b.is_complete());
    let cued = behind(start, floor, &BEFORE_DAY_MONTH)
        || bracket && text[group.end..].starts_with(')') && !fraction;
    let sure = !fraction || (ends && !bracket);
    (strong || cued && sure).then(|| finish(group, floor))
}

/// Whether the words in front name a day of the year: *Ngày Sách Việt Nam*, *ngày thành lập Đoàn*.
fn behind_named_day(start: Place<'_, '_>, floor: usize) -> bool {
    let mut at = start;
    let bracket = at.between().trim_start() == "(";
    for step in 0..LONGEST_NAME {
        let joined = soft(at) || step == 0 && bracket;
        if at.index() <= floor || !joined {
            return false;
        }
        if at.id_before() == ids().day {
            let name = at.reading().case(at.index()).is_capital();
            return step > 0 && (name || eat(&mut { at }, &OCCASION).is_some());
        }
        at = at.back();
    }
    false
}

/// Whether `D/M` could as well be a fraction: *1/2*, *từ 1/3 đến 2/3*.
fn may_be_fraction(group: &Group<'_, '_>) -> bool {
    let fraction = |date: PartialDate| matches!(date, PartialDate::Day { year: None, month: Some(month), day } if day < month && month <= 10);
    match (&group.value, group.ends()) {
        (DateValue::Date(date), _) => fraction(*date),
        (_, Some((start, end))) => fraction(start) && fraction(end),
        _ => false,
    }
}

/// A year without *năm*: behind *từ*, *tầm nhìn*, *đến*, a law's name, or as a further period.
fn bare_year<'r, 't>(at: Place<'r, 't>, floor: usize, further: bool) -> Option<Draft<'r, 't>> {
    let year = year(at).filter(|&year| is_modern(year))?;
    let date = DateValue::Date(PartialDate::Year(year));
    if at.between().trim_start().ends_with('(') {
        return bracketed_year(at, floor, date);
    }
    let spaced = soft(at) && at.gap() != Gap::Glued;
    if !spaced && !further {
        return None;
    }
    if further && let Some(draft) = era::from_years(at, floor) {
        return Some(draft);
    }
    if at.index() <= floor {
        return None;
    }
    let mut cue = at;
    if super::hand::eat_word_back(&mut cue, floor, ids().from) {
        return era::from_years(at, floor);
    }
    // *đầu 2024 đến nay*
    if super::part::eat_part_word(&mut { at }, floor).is_some()
        && let Some(draft) = era::from_years(at, floor)
        && matches!(
            draft.expression.value,
            DateValue::Interval {
                end: Endpoint::Unknown,
                ..
            }
        )
    {
        return Some(draft);
    }
    let behind_year = at.next();
    if !may_end(behind_year) {
        return None;
    }
    let mut draft = Draft::new(at, at, behind_year, date);
    let horizon = super::hand::eat_back(&mut cue, floor, &super::lexicon::JOINT)
        == Some(super::lexicon::Joint::To);
    let vision = super::hand::eat_word_back(&mut cue, floor, ids().vision_b)
        && cue.index() > floor
        && cue.id_before() == ids().vision_a;
    // *tầm nhìn 2050* reaches to it, as *tầm nhìn đến năm 2050* does.
    if vision {
        draft.expression.modifier = Some(Modifier::By);
        return Some(draft);
    }
    if horizon {
        let count = is_counted(behind_year);
        let goes_on = soft(behind_year) && behind_year.number().is_some();
        let from = cue.index() > floor && cue.id_before() == ids().from;
        // *tăng từ 1900 đến 2100 hộ* counts.
        let clause = ends_phrase(behind_year) || !count && !goes_on && may_look_ahead(behind_year);
        return (clause && !from).then_some(draft);
    }
    // *Quyết định 2519/QĐ-UBND 2015*
    if code_ends(at) && !is_counted(behind_year) {
        return Some(draft);
    }
    if follows_law_name(at) && !is_counted(behind_year) {
        draft.expression.role = Some(Role::LawYear);
        return Some(draft);
    }
    None
}

/// Whether a clause of its own goes on behind a year: *đến 2030 có 70% xã đạt chuẩn*.
fn may_look_ahead(at: Place<'_, '_>) -> bool {
    at.phrase(&super::dressing::AFTER).is_some()
        || at.phrase(&super::dressing::CLAUSE).is_some()
        || matches!(at.reading().slice(at.index()), "có" | "sẽ" | "phải" | "cơ")
}

/// *Luật Đất đai (2013)*, *ông Nguyễn Văn A (1980)*. In other brackets a number of four digits may be
/// anything.
fn bracketed_year<'r, 't>(
    at: Place<'r, 't>,
    floor: usize,
    date: DateValue,
) -> Option<Draft<'r, 't>> {
    let behind = at.next();
    if !at.reading().text()[behind.end()..].starts_with(')') {
        return None;
    }
    let role = if follows_law_name(at) {
        Role::LawYear
    } else if follows_person(at, floor) {
        Role::Birth
    } else {
        return None;
    };
    let mut draft = Draft::new(at, at, behind, date);
    draft.expression.role = Some(role);
    Some(draft)
}

/// Whether a capitalised name stands in front, behind the word by which people are called.
fn follows_person(start: Place<'_, '_>, floor: usize) -> bool {
    let mut at = start;
    for names in 0..6 {
        let joined = names == 0 || soft(at);
        if at.index() <= floor || !joined {
            return false;
        }
        let before = at.back();
        if names > 0 && at.phrase_before(&CALLED).is_some() {
            return true;
        }
        if !before.reading().case(before.index()).is_capital() {
            return false;
        }
        at = before;
    }
    false
}

/// *SN 1980*: `at` stands in front of *SN*.
pub(super) fn born<'r, 't>(at: Place<'r, 't>) -> Option<Draft<'r, 't>> {
    let digits = at.next();
    if at.reading().slice(at.index()) != "SN" || !soft(digits) || !may_end(digits.next()) {
        return None;
    }
    let year = year(digits)?;
    let date = DateValue::Date(PartialDate::Year(year));
    let mut draft = Draft::new(digits, digits, digits.next(), date);
    draft.expression.role = Some(Role::Birth);
    Some(draft)
}
