//! Long stretches: decades and centuries, periods of planning, years in a bracket or behind *từ*.

use super::atom::{Atom, Kind};
use super::draft::Draft;
use super::expression::DateWarning;
use super::frame::finish;
use super::group::{self, Group};
use super::hand::{
    eat, eat_any, eat_count_back, eat_word_back, is_modern, may_end, number, soft, year,
};
use super::lexicon::{CENTURY, PLANNING, ids};
use super::part::eat_part_word;
use super::partial::PartialDate;
use super::unit::worded;
use super::value::{DateValue, Endpoint};
use crate::marker::roman;
use crate::reading::Place;

/// *thế kỷ XX*, *thế kỷ 21*, with or without its word: its number and the place behind it.
fn century_number<'r, 't>(mut at: Place<'r, 't>) -> Option<(PartialDate, Place<'r, 't>)> {
    let _ = at.eat_word(ids().thu);
    let ordinal = match number(at, 2) {
        Some(ordinal) => u32::from(ordinal),
        None => {
            let written = at.reading().slice(at.index());
            let capitals = written.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
            roman(written).filter(|_| capitals)?
        }
    };
    let behind = at.next();
    let there = (1..=30).contains(&ordinal) && may_end(behind);
    there.then(|| (PartialDate::Century(ordinal as u8 - 1), behind))
}

fn century_at<'r, 't>(at: Place<'r, 't>) -> Option<(PartialDate, Place<'r, 't>, Place<'r, 't>)> {
    let (_, core) = at.phrase(&CENTURY)?;
    if !soft(core) {
        return None;
    }
    let (date, behind) = century_number(core)?;
    Some((date, core, behind))
}

/// One century, or *thế kỷ XV - XVI*, *từ thế kỷ XV đến thế kỷ XVIII*, *thế kỷ XVIII và XIX*.
pub(super) fn century<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let (first, core, mut behind) = century_at(at)?;
    let mut value = DateValue::Date(first);
    if let Some((both, next)) = group::joins(behind) {
        let second = century_at(next)
            .map(|(date, _, end)| (date, end))
            .or_else(|| century_number(next));
        if let (PartialDate::Century(a), Some((last @ PartialDate::Century(b), end))) =
            (first, second)
            && a < b
        {
            behind = end;
            value = match both {
                true => DateValue::AllOf(vec![first, last]),
                false => DateValue::Interval {
                    start: Endpoint::Date(first),
                    end: Endpoint::Date(last),
                },
            };
        }
    }
    let mut start = at;
    let modifier = eat_part_word(&mut start, floor);
    let interval = matches!(value, DateValue::Interval { .. });
    let from = interval && eat_word_back(&mut start, floor, ids().from);
    let mut draft = Draft::new(start, if from { start } else { core }, behind, value);
    draft.expression.modifier = modifier;
    Some(draft)
}

/// *thập niên 90*, *những năm 1990*, *những năm 80 của thế kỷ XX*: the digits stand at `core`.
pub(super) fn decade<'r, 't>(
    start: Place<'r, 't>,
    core: Place<'r, 't>,
    floor: usize,
) -> Option<Draft<'r, 't>> {
    let tens = number(core, 4).filter(|tens| tens % 10 == 0 && soft(core))?;
    let digits = core.number()?.len();
    let behind = core.next();
    if !may_end(behind) {
        return None;
    }
    let (date, behind, guessed) = match digits {
        4 if (1000..2200).contains(&tens) => (PartialDate::Decade(tens / 10), behind, false),
        2 => {
            let mut of = behind;
            let _ = of.eat_word(ids().of);
            // *những năm 80 của thế kỷ trước* says no more than the two digits do.
            let last = of.phrase(&CENTURY).map(|(_, end)| end);
            let last_century = last.filter(|end| end.id() == ids().before && soft(*end));
            let (hundreds, behind, guessed) = match (century_at(of), last_century) {
                (Some((PartialDate::Century(century), _, end)), _) if soft(of) => {
                    (u16::from(century), end, false)
                }
                (_, Some(end)) => (if tens < 30 { 20 } else { 19 }, end.next(), true),
                _ => (if tens < 30 { 20 } else { 19 }, behind, true),
            };
            (
                PartialDate::Decade(hundreds * 10 + tens / 10),
                behind,
                guessed,
            )
        }
        _ => return None,
    };
    let mut start = start;
    let modifier = eat_part_word(&mut start, floor);
    let mut draft = Draft::new(start, core, behind, DateValue::Date(date));
    draft.expression.modifier = modifier;
    if guessed {
        draft.expression.warnings.push(DateWarning::TwoDigitYear);
    }
    Some(draft)
}

/// *thập niên …*, its word at `at`.
pub(super) fn named_decade<'r, 't>(
    at: Place<'r, 't>,
    core: Place<'r, 't>,
    floor: usize,
) -> Option<Draft<'r, 't>> {
    if eat_count_back(&mut { at }, floor).is_some() {
        return None;
    }
    decade(at, core, floor)
}

/// *giai đoạn 2018 - 2022*, *thời kỳ*, *nhiệm kỳ*, *niên độ*, *thời gian*: the words, then years.
/// `span` says that the words are no more than *thời gian*, behind which two years must stand.
pub(super) fn planning<'r, 't>(at: Place<'r, 't>, span: bool) -> Option<Draft<'r, 't>> {
    let (_, mut ahead) = at.phrase(&PLANNING)?;
    let mut bracket = false;
    if year(ahead).is_none() || !soft(ahead) {
        // *giai đoạn I (2021 - 2025)*, *giai đoạn 1: từ năm 2021 đến năm 2025*, *giai đoạn 5 năm
        // 2021 - 2025*
        let _ = ahead.eat_word(ids().term);
        let numbered = soft(ahead)
            && (number(ahead, 2).is_some()
                || roman(ahead.reading().slice(ahead.index())).is_some());
        if numbered {
            ahead = ahead.next();
        }
        let between = ahead.between().trim();
        bracket = between == "(";
        let labelled = matches!(between, ":" | ",");
        if !(soft(ahead) || bracket || (numbered || span) && labelled || between == ":") {
            return None;
        }
        for word in [ids().from, ids().year] {
            if ahead.id() == word && (soft(ahead) || ahead.between().trim() == between) {
                ahead = ahead.next();
            }
        }
    }
    let group = match group::years(ahead, true) {
        Some(group) => group,
        None if !bracket && !span && soft(ahead) => {
            let first = year(ahead).filter(|&year| is_modern(year) && may_end(ahead.next()))?;
            let date = Some(PartialDate::Year(first));
            Group::of(Atom::new(ahead, ahead, ahead.next(), Kind::Year, date))
        }
        None => return None,
    };
    let closed = bracket && at.reading().text()[group.end..].starts_with(')');
    Some(named_years(group, at, closed))
}

/// The years of `group`, from the words at `start` on.
fn named_years<'r, 't>(
    mut group: Group<'r, 't>,
    start: Place<'r, 't>,
    closed: bool,
) -> Draft<'r, 't> {
    group.named = true;
    group.start = start;
    let floor = start.index();
    let mut draft = finish(group, floor);
    draft.end += usize::from(closed);
    draft
}

/// *5 năm (2021 - 2025)*: the years behind *năm* in brackets; `at` is where *năm* stands.
pub(super) fn bracketed_years<'r, 't>(at: Place<'r, 't>) -> Option<Draft<'r, 't>> {
    let years = at.next();
    if years.between().trim_start() != "(" {
        return None;
    }
    let group = group::years(years, true)?;
    let closed = at.reading().text()[group.end..].starts_with(')');
    closed.then(|| {
        let mut draft = named_years(group, at, true);
        draft.start = at;
        draft
    })
}

/// *từ 1998 đến 2010*: `at` stands in front of the first year, behind *từ*.
pub(super) fn from_years<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let group = group::years(at, false)?;
    Some(finish(group, floor))
}

/// *từ nay đến năm 2025*, *từ nay tới cuối năm*: `at` stands in front of *nay*.
pub(super) fn from_now<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let mut start = at;
    if !eat_word_back(&mut start, floor, ids().from) {
        return None;
    }
    let mut ahead = at.next();
    let joint = eat(&mut ahead, &super::lexicon::JOINT)?;
    if joint != super::lexicon::Joint::To {
        return None;
    }
    let _ = eat_any(&mut ahead, &[ids().through]);
    let _ = eat_any(&mut ahead, &[ids().late, ids().early, ids().between]);
    if !soft(ahead) {
        return None;
    }
    let atom = match worded(ahead) {
        Some(atom) => atom,
        None => {
            let year = year(ahead).filter(|_| may_end(ahead.next()))?;
            Atom::new(
                ahead,
                ahead,
                ahead.next(),
                Kind::Year,
                Some(PartialDate::Year(year)),
            )
        }
    };
    let end = atom.date.filter(|_| !atom.template)?;
    let value = DateValue::Interval {
        start: Endpoint::Unknown,
        end: Endpoint::Date(end),
    };
    let mut draft = Draft::new(start, start, atom.behind, value);
    draft.end = atom.end;
    draft.expression.core = crate::span::Span::new(atom.core, atom.end);
    Some(draft)
}
