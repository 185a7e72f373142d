//! The grammar of a day: *ngày 5 tháng 8 năm 2020*, *05/8/2020*, *ngày … tháng … năm 20…*.

use super::grammar::{Atom, Kind, YearTail, month_number, year_tail};
use super::lexer::{blank, gap, gap_keyword, keyword, may_end, number, year};
use super::partial::PartialDate;
use super::{DateWarning, YearReference};
use crate::text::cursor::Cursor;

/// What follows *ngày*: `D/M/Y`, `D/M`, `D tháng M năm Y`, a lone `D`, or blanks for any of them.
pub(super) fn day(cursor: &mut Cursor<'_>, start: usize) -> Option<Atom> {
    let mut ahead = *cursor;
    if blank(&mut ahead) {
        return blank_day(ahead, cursor, start);
    }
    gap(&mut ahead);
    let form = ahead;
    if keyword(&mut ahead, "tháng") {
        return blank_day(form, cursor, start);
    }
    let _ = keyword(&mut ahead, "mồng") || keyword(&mut ahead, "mùng");
    gap(&mut ahead);
    let core = ahead.pos();
    let atom = numeric(&mut ahead, start, core).or_else(|| {
        let day = number(&mut ahead, 2)?;
        let lone = PartialDate::Day {
            year: None,
            month: None,
            day: day as u8,
        };
        let mut atom = Atom::new(start, core, Kind::Day, lone);
        if !month_tail(&mut ahead, &mut atom, day as u8) {
            if !(1..=31).contains(&day) {
                return None;
            }
            if month_reference(&mut ahead) {
                atom.year_reference = Some(YearReference::Symbolic);
            }
        }
        Some(atom.closed(&ahead))
    })?;
    // Behind a whole date a footnote may be glued: *năm 2027.3*, *12/6/2025của*.
    let glued = atom.is_complete() && !matches!(ahead.peek(), Some('/' | '%' | '-' | '–'));
    if !may_end(&ahead) && !glued {
        // `ngày 20-24/5/2022` goes on as a range.
        let range = atom.is_lone_day() && matches!(ahead.peek(), Some('-' | '–'));
        if !range {
            return None;
        }
    }
    *cursor = ahead;
    Some(atom)
}

/// *tháng sau*, *của tháng báo cáo* behind a lone day.
fn month_reference(cursor: &mut Cursor<'_>) -> bool {
    const WORDS: [&str; 9] = [
        "trước",
        "sau",
        "này",
        "tới",
        "tiếp theo",
        "kế tiếp",
        "liền kề",
        "báo cáo",
        "hiện tại",
    ];
    let mut ahead = *cursor;
    gap_keyword(&mut ahead, &["của"]);
    let read = gap_keyword(&mut ahead, &["tháng"]) && gap_keyword(&mut ahead, &WORDS);
    if read {
        *cursor = ahead;
    }
    read
}

/// `D tháng M`, the cursor behind `D`: reads the month and the year if there are any.
fn month_tail(cursor: &mut Cursor<'_>, atom: &mut Atom, day: u8) -> bool {
    let mut ahead = *cursor;
    gap(&mut ahead);
    if ahead.eat(',') {
        gap(&mut ahead);
    }
    if !keyword(&mut ahead, "tháng") {
        return false;
    }
    let month = if blank(&mut ahead) {
        atom.template = true;
        None
    } else {
        gap(&mut ahead);
        match month_number(&mut ahead) {
            Some(month) => Some(month),
            None => return false,
        }
    };
    let year = match year_tail(&mut ahead) {
        YearTail::Year(year) => Some(year),
        YearTail::TwoDigits(year) => {
            atom.warn(DateWarning::TwoDigitYear);
            Some(year)
        }
        YearTail::Blank => {
            atom.template = true;
            None
        }
        YearTail::Counted(reference) => {
            atom.year_reference = Some(reference);
            None
        }
        YearTail::None => None,
    };
    atom.date = match month {
        Some(_) => Some(PartialDate::Day { year, month, day }),
        // *ngày 05 tháng … năm 2020*: the day without its month says nothing.
        None => year.map(PartialDate::Year),
    };
    *cursor = ahead;
    true
}

/// A form: *ngày … tháng 8 năm 2021*, *ngày …/…/20…*; `form` stands behind the blank day.
fn blank_day<'t>(form: Cursor<'t>, cursor: &mut Cursor<'t>, start: usize) -> Option<Atom> {
    let core = {
        let mut at = *cursor;
        gap(&mut at);
        at.pos()
    };
    let mut ahead = form;
    let mut atom = Atom::new(start, core, Kind::Day, PartialDate::Year(0));
    atom.template = true;
    atom.date = None;
    let mut slash = ahead;
    slash.spaces();
    if slash.eat('/') {
        ahead = slash;
        for last in [false, true] {
            ahead.spaces();
            atom.date = year(&mut ahead).map(PartialDate::Year);
            if atom.date.is_none() {
                number(&mut ahead, 4);
                blank(&mut ahead);
            }
            let mut slash = ahead;
            slash.spaces();
            if last || atom.date.is_some() || !slash.eat('/') {
                break;
            }
            ahead = slash;
        }
    } else {
        gap(&mut ahead);
        let _ = ahead.eat(',');
        gap(&mut ahead);
        if !keyword(&mut ahead, "tháng") {
            return None;
        }
        let mut filled = ahead;
        gap(&mut filled);
        let dots = blank(&mut ahead);
        // *tháng năm* without a number between is the blank form of a year, not May.
        let month = if dots { None } else { number(&mut filled, 2) };
        if month.is_some() {
            ahead = filled;
        }
        let tail = year_tail(&mut ahead);
        let year = match tail {
            YearTail::Year(year) | YearTail::TwoDigits(year) => Some(year),
            YearTail::Blank => None,
            YearTail::Counted(_) | YearTail::None if dots || month.is_some() => None,
            YearTail::Counted(_) | YearTail::None => return None,
        };
        atom.date = match month {
            Some(month) => Some(PartialDate::Month {
                year,
                month: month as u8,
            }),
            None => year.map(PartialDate::Year),
        };
    }
    *cursor = ahead;
    Some(atom.closed(&ahead))
}

/// Dates of digits and separators: `D/M/Y`, `D-M-Y`, `D.M.Y`, `D/M`, `M/Y`, `Y-M-D`.
///
/// Behind *ngày* (`core` is not `start`) a space may stand beside a separator, and `D-M` is read.
pub(super) fn numeric(cursor: &mut Cursor<'_>, start: usize, core: usize) -> Option<Atom> {
    numeric_where(cursor, start, core, start != core)
}

/// The same, with `day_expected` where a day is announced by other words than *ngày*.
pub(super) fn numeric_where(
    cursor: &mut Cursor<'_>,
    start: usize,
    core: usize,
    day_expected: bool,
) -> Option<Atom> {
    let worded = start != core;
    if worded && let Some(atom) = spaced_day(cursor, start, core) {
        return Some(atom);
    }
    let mut ahead = *cursor;
    let first_digits = ahead.digits().len();
    let first: u16 = cursor.rest()[..first_digits].parse().ok()?;
    let separator = separator(&mut ahead, worded)?;
    let second_at = ahead;
    let second_digits = ahead.digits().len();
    let second: u16 = second_at.rest()[..second_digits].parse().ok()?;
    let day_of = |year, month: u16, day: u16| PartialDate::Day {
        year,
        month: Some(month as u8),
        day: day as u8,
    };

    let mut third = ahead;
    let third_value = (self::separator(&mut third, worded) == Some(separator))
        .then(|| {
            let digits = third.digits();
            digits
                .parse::<u16>()
                .ok()
                .map(|value| (digits.len(), value))
        })
        .flatten();
    let mut atom = match (first_digits, second_digits, third_value) {
        (4, 1..=2, Some((1..=2, day))) if separator != '.' && (1000..2200).contains(&first) => {
            ahead = third;
            Atom::new(start, core, Kind::Day, day_of(Some(first), second, day))
        }
        (1..=2, 1..=2, Some((4, year))) if (1000..2200).contains(&year) => {
            ahead = third;
            Atom::new(start, core, Kind::Day, day_of(Some(year), second, first))
        }
        // Two digits for a year are read only where they cannot be a code: with *ngày*.
        (1..=2, 1..=2, Some((2, year))) if worded && separator == '/' => {
            ahead = third;
            let date = day_of(Some(full_year(year)), second, first);
            let mut atom = Atom::new(start, core, Kind::Day, date);
            atom.warn(DateWarning::TwoDigitYear);
            atom
        }
        (1..=2, 1..=2, Some(_)) => return None,
        (1..=2, 1..=2, None) if separator == '/' => {
            let mut form = ahead;
            form.spaces();
            let blank_year = worded && form.eat('/') && (blank(&mut form) || form.digits() == "20");
            let mut atom = Atom::new(start, core, Kind::Day, day_of(None, second, first));
            if blank_year {
                blank(&mut form);
                ahead = form;
                atom.template = true;
            }
            atom
        }
        (1..=2, 1..=2, None) if separator == '-' && day_expected && second <= 12 => {
            let mut next = ahead;
            if matches!(next.peek(), Some('/')) || gap_keyword(&mut next, &["tháng"]) {
                return None;
            }
            Atom::new(start, core, Kind::Day, day_of(None, second, first))
        }
        (1..=2, 4, None) if separator != '.' && (1900..2200).contains(&second) => {
            if worded {
                let mut atom = Atom::new(start, core, Kind::Day, PartialDate::Year(second));
                atom.warn(DateWarning::MissingMonth);
                atom
            } else {
                let month = PartialDate::Month {
                    year: Some(second),
                    month: first as u8,
                };
                Atom::new(start, core, Kind::Month, month)
            }
        }
        _ => return None,
    };
    complete_year(&mut ahead, &mut atom);
    *cursor = ahead;
    Some(atom.closed(&ahead))
}

/// *08 - 05 - 2026*: with spaces around both separators only a whole date is one, since a spaced
/// dash is otherwise a range and a spaced point a full stop.
fn spaced_day(cursor: &mut Cursor<'_>, start: usize, core: usize) -> Option<Atom> {
    let mut ahead = *cursor;
    let day = number(&mut ahead, 2)?;
    let first = spaced_separator(&mut ahead)?;
    let month = number(&mut ahead, 2)?;
    let second = spaced_separator(&mut ahead)?;
    let year = year(&mut ahead).filter(|_| first == second)?;
    let date = PartialDate::Day {
        year: Some(year),
        month: Some(month as u8),
        day: day as u8,
    };
    *cursor = ahead;
    Some(Atom::new(start, core, Kind::Day, date).closed(&ahead))
}

fn spaced_separator(cursor: &mut Cursor<'_>) -> Option<char> {
    if !cursor.spaces() {
        return None;
    }
    let separator = cursor.eat_if(is_separator)?;
    cursor.spaces().then(|| uniform(separator))
}

/// `D/M` may be followed by *năm Y* or by a counted year.
fn complete_year(cursor: &mut Cursor<'_>, atom: &mut Atom) {
    let Some(PartialDate::Day {
        year: None,
        month,
        day,
    }) = atom.date
    else {
        return;
    };
    match year_tail(cursor) {
        YearTail::Year(year) => {
            atom.date = Some(PartialDate::Day {
                year: Some(year),
                month,
                day,
            })
        }
        YearTail::TwoDigits(year) => {
            atom.date = Some(PartialDate::Day {
                year: Some(year),
                month,
                day,
            });
            atom.warn(DateWarning::TwoDigitYear);
        }
        YearTail::Blank => atom.template = true,
        YearTail::Counted(reference) => atom.year_reference = Some(reference),
        YearTail::None => {}
    }
}

fn separator(cursor: &mut Cursor<'_>, worded: bool) -> Option<char> {
    let mut ahead = *cursor;
    if worded {
        ahead.spaces();
    }
    let spaced = ahead.pos() != cursor.pos();
    let separator = uniform(ahead.eat_if(is_separator)?);
    // A spaced dash is a range, a spaced point a full stop.
    if spaced && separator != '/' {
        return None;
    }
    if worded && separator == '/' {
        gap(&mut ahead);
    }
    *cursor = ahead;
    Some(separator)
}

fn is_separator(c: char) -> bool {
    matches!(c, '/' | '-' | '‐' | '‑' | '–' | '−' | '.')
}

/// All dashes are one.
fn uniform(separator: char) -> char {
    match separator {
        '/' | '.' => separator,
        _ => '-',
    }
}

/// 00 to 49 are of this century, 50 to 99 of the last.
pub(super) fn full_year(two_digits: u16) -> u16 {
    two_digits + if two_digits < 50 { 2000 } else { 1900 }
}

/// `D tháng M năm Y` without *ngày* in front.
pub(super) fn bare_long_day(cursor: &mut Cursor<'_>) -> Option<Atom> {
    let start = cursor.pos();
    let mut ahead = *cursor;
    let day = number(&mut ahead, 2)? as u8;
    let mut atom = Atom::new(
        start,
        start,
        Kind::Day,
        PartialDate::Day {
            year: None,
            month: None,
            day,
        },
    );
    if !month_tail(&mut ahead, &mut atom, day) || !may_end(&ahead) {
        return None;
    }
    *cursor = ahead;
    Some(atom.closed(&ahead))
}
