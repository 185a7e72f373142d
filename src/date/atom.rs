//! The grammar of one date: a unit word and its number, with what completes it to the right.
//!
//! Everything here is anchored: it reads at a place or leaves it alone. Days are in `day`, ranges and
//! lists of dates in `group`, what stands around in `frame`.

use super::expression::{DateWarning, YearReference};
use super::hand::{
    blank, eat, eat_cardinal, eat_month_word, eat_number, eat_spelled_year, is_counted, is_modern,
    may_end, number, soft, year,
};
use super::lexicon::{COUNTED_YEAR, KIND_OF_YEAR, MONTH_NAME, ROMAN_QUARTER, ids};
use super::partial::PartialDate;
use crate::reading::{Gap, Place};

/// The precision of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Day,
    Month,
    Quarter,
    Year,
}

/// One date as read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom<'r, 't> {
    /// In front of its first word.
    pub(super) start: Place<'r, 't>,
    /// The byte at which its digits, or the words for them, begin.
    pub(super) core: usize,
    /// Behind its last word.
    pub(super) behind: Place<'r, 't>,
    /// The byte at which it ends: behind its last word or the dots of a form.
    pub(super) end: usize,
    pub(super) kind: Kind,
    /// `None` if it is blank or impossible.
    pub(super) date: Option<PartialDate>,
    /// Whether a unit word (*ngày*, *tháng* …) stands in front.
    pub(super) worded: bool,
    /// Whether its number is written in words.
    pub(super) spelled: bool,
    /// Whether it is the year of a school, a budget or the like.
    pub(super) named: bool,
    pub(super) template: bool,
    pub(super) warning: Option<DateWarning>,
    pub(super) year_reference: Option<YearReference>,
}

impl<'r, 't> Atom<'r, 't> {
    /// A date that reaches from `start` to `behind`.
    pub(super) fn new(
        start: Place<'r, 't>,
        core: Place<'r, 't>,
        behind: Place<'r, 't>,
        kind: Kind,
        date: Option<PartialDate>,
    ) -> Self {
        Atom {
            start,
            core: core.start(),
            behind,
            end: behind.end(),
            kind,
            date,
            worded: start.index() != core.index(),
            spelled: false,
            named: false,
            template: false,
            warning: None,
            year_reference: None,
        }
        .checked()
    }

    /// Lets the date end behind `behind`.
    pub(super) fn until(mut self, behind: Place<'r, 't>) -> Self {
        self.behind = behind;
        self.end = self.end.max(behind.end());
        self.checked()
    }

    /// A date that no calendar has becomes a warning.
    pub(super) fn checked(mut self) -> Self {
        if self.date.is_some_and(|date| !date.exists()) {
            self.warn(DateWarning::ImpossibleDate);
        }
        self
    }

    pub(super) fn warn(&mut self, warning: DateWarning) {
        self.warning = Some(warning);
        if warning != DateWarning::TwoDigitYear {
            self.date = None;
        }
    }

    /// Whether the year (and month) are there.
    pub(super) fn is_complete(&self) -> bool {
        self.date.is_some_and(PartialDate::is_complete)
    }

    /// 0 for a lone day, 1 without a year, 2 with it.
    pub(super) fn completeness(&self) -> u8 {
        match self.date {
            Some(PartialDate::Day { month: None, .. }) => 0,
            _ if self.is_complete() => 2,
            _ => 1,
        }
    }

    /// Whether it is a day of the month and nothing more (*ngày 27*).
    pub(super) fn is_lone_day(&self) -> bool {
        matches!(self.date, Some(PartialDate::Day { month: None, .. }))
    }
}

/// What follows *tháng*: `M/Y`, `M năm Y`, `M Y`, `M`.
pub(super) fn month<'r, 't>(start: Place<'r, 't>, at: Place<'r, 't>) -> Option<Atom<'r, 't>> {
    if at.id() == ids().year
        && let Some(bytes) = blank(at)
        && let Some((tail, behind, end)) = year_tail(Skipped(at))
    {
        // *tháng … năm 2020*: the year is all that is filled in.
        let date = match tail {
            YearTail::Year(year) => Some(PartialDate::Year(year)),
            YearTail::Blank => None,
            _ => return None,
        };
        let mut atom = Atom::new(start, at, behind, Kind::Month, date);
        atom.core = at.end() + bytes;
        atom.template = true;
        atom.end = end;
        atom.worded = true;
        return Some(atom);
    }
    let mut ahead = at;
    let (month, spelled) = eat_month_number(&mut ahead)?;
    let date = PartialDate::Month { year: None, month };
    let mut atom = Atom::new(start, at, ahead, Kind::Month, Some(date));
    atom.spelled = spelled;
    let atom = month_year(atom, month);
    let range = atom.behind.gap() == Gap::Dash && !atom.is_complete();
    (may_end(atom.behind) || range).then_some(atom)
}

/// A place before which anything may stand.
#[derive(Clone, Copy)]
pub(super) struct Skipped<'r, 't>(pub(super) Place<'r, 't>);

/// Reads the year behind the month's number.
pub(super) fn month_year<'r, 't>(mut atom: Atom<'r, 't>, month: u8) -> Atom<'r, 't> {
    let year = read_year_or_slash(&mut atom);
    atom.date = Some(PartialDate::Month { year, month });
    atom.checked()
}

/// Reads the year behind a month or quarter into `atom`, with a sign or a word in front.
fn read_year_or_slash(atom: &mut Atom<'_, '_>) -> Option<u16> {
    let mut ahead = atom.behind;
    match eat_slash_year(&mut ahead) {
        Some((year, short)) => {
            *atom = atom.until(ahead);
            if short {
                atom.warning = Some(DateWarning::TwoDigitYear);
            }
            Some(year)
        }
        None => read_year(atom),
    }
}

/// Reads the year behind a month or quarter into `atom`, as far as it is one.
fn read_year(atom: &mut Atom<'_, '_>) -> Option<u16> {
    let (tail, behind, end) = year_tail(Skipped(atom.behind))
        .filter(|_| soft(atom.behind) || atom.behind.gap() == Gap::Comma)?;
    let year = match tail {
        YearTail::Year(year) => Some(year),
        YearTail::TwoDigits(year) => {
            atom.warning = Some(DateWarning::TwoDigitYear);
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
    };
    atom.behind = behind;
    atom.end = end;
    year
}

/// Reads `/2020`, `-2020`, `.2020` behind a month or quarter, and `/75`, which is no day, no month and no year to
/// come. A spaced dash is a range. Says whether the century was left out.
fn eat_slash_year(at: &mut Place<'_, '_>) -> Option<(u16, bool)> {
    const LAST_CENTURY: u16 = 50;
    let spaced = at.between().starts_with([' ', '\t']);
    let joined = match at.gap() {
        Gap::Slash => true,
        Gap::Dash | Gap::Dot => !spaced,
        _ => false,
    };
    let whole = year(*at).filter(|&year| is_modern(year));
    let short = || {
        let two = number(*at, 2).filter(|&two| two >= LAST_CENTURY)?;
        may_end(at.next()).then(|| full_year(two))
    };
    let year = match whole {
        Some(year) => (year, false),
        None => (short()?, true),
    };
    *at = at.next();
    joined.then_some(year)
}

/// Reads a month in digits or in words, and says which. *Tháng giêng* is the first and *tháng chạp*
/// the twelfth.
pub(super) fn eat_month_number(at: &mut Place<'_, '_>) -> Option<(u8, bool)> {
    if let Some(month) = eat_number(at, 2) {
        return Some((month as u8, false));
    }
    let mut ahead = *at;
    let named = eat(&mut ahead, &MONTH_NAME);
    let month = match named {
        Some(month) => month,
        None => {
            ahead = *at;
            eat_cardinal(&mut ahead).filter(|month| (1..=12).contains(month))? as u8
        }
    };
    *at = ahead;
    Some((month, true))
}

/// What follows *quý*: a Roman or Arabic number or a word, then the year.
pub(super) fn quarter<'r, 't>(start: Place<'r, 't>, at: Place<'r, 't>) -> Option<Atom<'r, 't>> {
    let mut ahead = at;
    // *quý thứ tư*
    let ordinal = ahead.eat_word(ids().thu);
    let (quarter, spelled) = eat_quarter_number(&mut ahead)?;
    if ordinal && !spelled {
        return None;
    }
    let date = PartialDate::Quarter {
        year: None,
        quarter,
    };
    let mut atom = Atom::new(start, at, ahead, Kind::Quarter, Some(date));
    atom.spelled = spelled;
    let atom = quarter_year(atom, quarter);
    let range = atom.behind.gap() == Gap::Dash && !atom.is_complete();
    (may_end(atom.behind) || range).then_some(atom)
}

/// Reads the year behind a quarter's number.
pub(super) fn quarter_year<'r, 't>(mut atom: Atom<'r, 't>, quarter: u8) -> Atom<'r, 't> {
    let year = read_year_or_slash(&mut atom);
    atom.date = Some(PartialDate::Quarter { year, quarter });
    atom.checked()
}

/// Reads 1 to 4, as `I`, `1`, `01` or *một*, and says whether in words.
pub(super) fn eat_quarter_number(at: &mut Place<'_, '_>) -> Option<(u8, bool)> {
    if let Some(quarter) = number(*at, 2).filter(|_| soft(*at)) {
        if !(1..=4).contains(&quarter) {
            return None;
        }
        *at = at.next();
        return Some((quarter as u8, false));
    }
    if let Some(quarter) = eat(at, &ROMAN_QUARTER) {
        return Some((quarter, false));
    }
    let mut ahead = *at;
    let quarter = match eat(&mut ahead, &MONTH_NAME) {
        Some(4) => 4,
        Some(_) => return None,
        None => eat_cardinal(&mut ahead).filter(|quarter| (1..=4).contains(quarter))? as u8,
    };
    *at = ahead;
    Some((quarter, true))
}

/// What follows *năm*: four digits, or a year in words.
pub(super) fn year_atom<'r, 't>(start: Place<'r, 't>, at: Place<'r, 't>) -> Option<Atom<'r, 't>> {
    let mut ahead = at;
    // *năm học 2020-2021*, *năm tài chính 2020*: one unit of planning.
    let named = eat(&mut ahead, &KIND_OF_YEAR).is_some();
    let core = ahead;
    let value = match year(ahead).filter(|_| soft(ahead)) {
        Some(year) => {
            ahead = ahead.next();
            year
        }
        None => eat_spelled_year(&mut ahead)?,
    };
    let text = at.reading().text();
    let rest = &text[ahead.end()..];
    let ends = match rest.chars().next() {
        Some('/') => rest[1..].starts_with(|c: char| c.is_ascii_digit()),
        Some('.' | ',') => may_end(ahead),
        Some(c) => c != '%',
        None => true,
    };
    if !ends {
        return None;
    }
    let mut atom = Atom::new(
        start,
        core,
        ahead,
        Kind::Year,
        Some(PartialDate::Year(value)),
    );
    atom.named = named;
    Some(atom)
}

/// How a year may stand behind a day or a month.
pub(super) enum YearTail {
    Year(u16),
    TwoDigits(u16),
    Counted(YearReference),
    Blank,
}

/// *năm 2020*, *của năm 2020*, *, 2020*, *năm 20…*, *năm sau*: what it is, the place behind it and
/// the byte at which it ends.
pub(super) fn year_tail<'r, 't>(from: Skipped<'r, 't>) -> Option<(YearTail, Place<'r, 't>, usize)> {
    let mut at = from.0;
    let comma = at.gap() == Gap::Comma;
    if let Some(year) = year(at) {
        let behind = at.next();
        let plain = is_modern(year) && may_end(behind) && !is_counted(behind);
        return plain.then(|| (YearTail::Year(year), behind, behind.end()));
    }
    let of = at.id() == ids().of;
    if of {
        at = at.next();
        if !soft(at) {
            return None;
        }
    }
    if !comma && at.id() == ids().periodic_b {
        // *của kỳ báo cáo*
        let mut ahead = at.next();
        let counted = eat(&mut ahead, &COUNTED_YEAR) == Some(YearReference::Symbolic);
        return counted.then(|| {
            (
                YearTail::Counted(YearReference::Symbolic),
                ahead,
                ahead.end(),
            )
        });
    }
    if at.id() != ids().year {
        return None;
    }
    at = at.next();
    if let Some(bytes) = blank(at) {
        let end = at.end() + bytes;
        return Some((YearTail::Blank, at, end));
    }
    if let Some(written) = at.number().filter(|_| soft(at)) {
        let behind = at.next();
        if let (2 | 3, Some(bytes)) = (written.len(), blank(behind)) {
            return Some((YearTail::Blank, behind, behind.end() + bytes));
        }
        let goes_on = at.reading().text()[behind.end()..].starts_with(['/', '%']);
        if let Some(year) = year(at).filter(|_| !goes_on) {
            return Some((YearTail::Year(year), behind, behind.end()));
        }
        let two = number(at, 2).filter(|_| written.len() == 2 && !of && may_end(behind))?;
        return Some((YearTail::TwoDigits(full_year(two)), behind, behind.end()));
    }
    if let Some(year) = eat_spelled_year(&mut at) {
        return Some((YearTail::Year(year), at, at.end()));
    }
    if comma {
        return None;
    }
    if let Some(reference) = eat(&mut at, &COUNTED_YEAR) {
        return Some((YearTail::Counted(reference), at, at.end()));
    }
    // *ngày 01/01 của năm nộp hồ sơ*: a year that its words name; they are left to the reader.
    let named = soft(at) && at.number().is_none() && eat(&mut { at }, &KIND_OF_YEAR).is_none();
    let before = from.0;
    named.then(|| {
        (
            YearTail::Counted(YearReference::Symbolic),
            before,
            before.end(),
        )
    })
}

/// 00 to 49 are of this century, 50 to 99 of the last.
pub(super) fn full_year(two_digits: u16) -> u16 {
    two_digits + if two_digits < 50 { 2000 } else { 1900 }
}

/// Reads *tháng* (*thg*) over a comma.
pub(super) fn eat_month_word_over_comma(at: &mut Place<'_, '_>) -> bool {
    if at.gap() == Gap::Comma {
        let word = [ids().month, ids().month_short].contains(&at.id());
        if word {
            *at = at.next();
        }
        return word;
    }
    eat_month_word(at)
}
