//! The grammar of one date: a unit word and its number, with what completes it to the right.
//!
//! Everything here is anchored: it reads at a cursor or leaves it alone. Ranges and lists of
//! dates are in `period`, what stands to the left in `context`.

use super::value::PartialDate;
use super::{DateWarning, YearReference};
use crate::span::Span;
use crate::text::cursor::Cursor;

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
pub(super) struct Atom {
    pub(super) span: Span,
    /// Where the digits start; they end with the span.
    pub(super) core: usize,
    pub(super) kind: Kind,
    /// `None` if it is blank or impossible.
    pub(super) date: Option<PartialDate>,
    /// Whether a unit word (*ngày*, *tháng* …) stands in front.
    pub(super) worded: bool,
    pub(super) template: bool,
    pub(super) warning: Option<DateWarning>,
    pub(super) year_reference: Option<YearReference>,
}

impl Atom {
    fn new(start: usize, core: usize, kind: Kind, date: PartialDate) -> Self {
        Atom {
            span: Span::new(start, core),
            core,
            kind,
            date: Some(date),
            worded: start != core,
            template: false,
            warning: None,
            year_reference: None,
        }
    }

    /// A date without a unit word, from `start` to the cursor.
    pub(super) fn bare(start: usize, end: &Cursor<'_>, kind: Kind, date: PartialDate) -> Self {
        Atom::new(start, start, kind, date).closed(end)
    }

    /// Ends the atom at the cursor; a date that no calendar has becomes a warning.
    fn closed(mut self, cursor: &Cursor<'_>) -> Self {
        self.span.end = cursor.pos();
        if self.date.is_some_and(|date| !date.exists()) {
            self.warn(DateWarning::ImpossibleDate);
        }
        self
    }

    fn warn(&mut self, warning: DateWarning) {
        self.warning = Some(warning);
        if warning != DateWarning::TwoDigitYear {
            self.date = None;
        }
    }

    /// Whether the year (and month) are there.
    pub(super) fn is_complete(&self) -> bool {
        self.date.is_some_and(PartialDate::is_complete)
    }

    /// Whether it is a day of the month and nothing more (*ngày 27*).
    pub(super) fn is_lone_day(&self) -> bool {
        matches!(self.date, Some(PartialDate::Day { month: None, .. }))
    }
}

/// Reads white space with at most one line break, and the asterisks of Markdown.
pub(super) fn gap(cursor: &mut Cursor<'_>) {
    cursor.space_or_break();
    if !cursor.eat_while(|c| c == '*').is_empty() {
        cursor.space_or_break();
    }
}

/// Reads `word` (lower case) in any case. A digit may follow directly (*ngày14*), a letter not.
pub(super) fn keyword(cursor: &mut Cursor<'_>, word: &str) -> bool {
    let mut ahead = *cursor;
    for want in word.chars() {
        let read = match want {
            ' ' => ahead.space_or_break(),
            _ => ahead.eat_if(|c| c == want || lower(c) == want).is_some(),
        };
        if !read {
            return false;
        }
    }
    if ahead.peek().is_some_and(char::is_alphabetic) {
        return false;
    }
    *cursor = ahead;
    true
}

/// Reads a gap and the first of `words` that is there; longer ones must come first.
pub(super) fn gap_keyword(cursor: &mut Cursor<'_>, words: &[&str]) -> bool {
    let mut ahead = *cursor;
    gap(&mut ahead);
    let read = words.iter().any(|word| keyword(&mut ahead, word));
    if read {
        *cursor = ahead;
    }
    read
}

pub(super) fn lower(c: char) -> char {
    if c.is_ascii() {
        c.to_ascii_lowercase()
    } else {
        c.to_lowercase().next().unwrap_or(c)
    }
}

/// Reads a whole run of at most `digits` digits.
pub(super) fn number(cursor: &mut Cursor<'_>, digits: usize) -> Option<u16> {
    let mut ahead = *cursor;
    let run = ahead.digits();
    if run.is_empty() || run.len() > digits {
        return None;
    }
    *cursor = ahead;
    run.parse().ok()
}

/// Reads a year of four digits, 1000 to 2199.
pub(super) fn year(cursor: &mut Cursor<'_>) -> Option<u16> {
    let mut ahead = *cursor;
    let year = number(&mut ahead, 4).filter(|year| (1000..2200).contains(year))?;
    *cursor = ahead;
    Some(year)
}

/// Reads the dots or underscores of an unfilled form; says whether there were any.
pub(super) fn blank(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let mut weight = 0;
    loop {
        let mut run = ahead;
        run.spaces();
        let marks = run.eat_while(|c| matches!(c, '.' | '…' | '_' | '·'));
        if marks.is_empty() {
            break;
        }
        weight += marks
            .chars()
            .map(|c| if c == '.' || c == '·' { 1 } else { 2 })
            .sum::<usize>();
        ahead = run;
    }
    if weight < 2 {
        return false;
    }
    *cursor = ahead;
    true
}

/// Whether a date may end here: no digit, letter, fraction, percentage or code goes on.
pub(super) fn may_end(cursor: &Cursor<'_>) -> bool {
    let mut rest = cursor.rest().chars();
    match rest.next() {
        Some('/' | '%' | '‰' | '\\') => false,
        Some('-' | '–' | '_') => !rest.next().is_some_and(char::is_alphabetic),
        Some('.' | ',') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}

/// Reads any date that starts with a unit word.
pub(super) fn worded(cursor: &mut Cursor<'_>) -> Option<Atom> {
    let start = cursor.pos();
    let mut ahead = *cursor;
    let atom = if keyword(&mut ahead, "ngày") {
        day(&mut ahead, start)
    } else if keyword(&mut ahead, "tháng") {
        month(&mut ahead, start)
    } else if keyword(&mut ahead, "năm") {
        year_atom(&mut ahead, start)
    } else if any_quarter_word(&mut ahead) {
        quarter(&mut ahead, start)
    } else {
        None
    }?;
    *cursor = ahead;
    Some(atom)
}

/// *quý*, in its four spellings.
pub(super) fn any_quarter_word(cursor: &mut Cursor<'_>) -> bool {
    ["quý", "quí", "qúy", "qúi"]
        .iter()
        .any(|word| keyword(cursor, word))
}

/// What follows *ngày*: `D/M/Y`, `D/M`, `D tháng M năm Y`, a lone `D`, or blanks for any of them.
fn day(cursor: &mut Cursor<'_>, start: usize) -> Option<Atom> {
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
/// Behind *ngày* (`core` is not `start`) a space may follow a separator, and `D-M` is read.
pub(super) fn numeric(cursor: &mut Cursor<'_>, start: usize, core: usize) -> Option<Atom> {
    let worded = start != core;
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
        (1..=2, 1..=2, None) if separator == '-' && worded && second <= 12 => {
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
    let separator = match ahead.eat_if(|c| matches!(c, '/' | '-' | '‐' | '‑' | '–' | '−' | '.'))?
    {
        c @ ('/' | '.') => c,
        _ => '-',
    };
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

/// 00 to 49 are of this century, 50 to 99 of the last.
fn full_year(two_digits: u16) -> u16 {
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

/// What follows *tháng*: `M/Y`, `M năm Y`, `M`.
fn month(cursor: &mut Cursor<'_>, start: usize) -> Option<Atom> {
    let mut ahead = *cursor;
    if blank(&mut ahead) {
        // *tháng … năm 2020*: the year is all that is filled in.
        let core = ahead.pos();
        let mut atom = Atom::new(start, core, Kind::Month, PartialDate::Year(0));
        atom.template = true;
        atom.date = match year_tail(&mut ahead) {
            YearTail::Year(year) => Some(PartialDate::Year(year)),
            YearTail::Blank => None,
            _ => return None,
        };
        *cursor = ahead;
        return Some(atom.closed(&ahead));
    }
    gap(&mut ahead);
    let core = ahead.pos();
    let in_words = ahead.peek().is_some_and(char::is_alphabetic);
    let month = month_number(&mut ahead)?;
    let mut atom = Atom::new(
        start,
        core,
        Kind::Month,
        PartialDate::Month { year: None, month },
    );
    month_year(&mut ahead, &mut atom, month);
    if in_words && month == 5 && !atom.is_complete() {
        // *tháng năm 2020*: May, its year without a second *năm*.
        let mut plain = ahead;
        gap(&mut plain);
        if let Some(year) = year(&mut plain) {
            atom.date = Some(PartialDate::Month {
                year: Some(year),
                month,
            });
            ahead = plain;
        }
    }
    if !may_end(&ahead) && !(matches!(ahead.peek(), Some('-' | '–')) && !atom.is_complete()) {
        return None;
    }
    *cursor = ahead;
    Some(atom.closed(&ahead))
}

/// Reads the year behind the month's number and puts it into `atom`.
pub(super) fn month_year(cursor: &mut Cursor<'_>, atom: &mut Atom, month: u8) {
    let mut ahead = *cursor;
    let year = slash_year(&mut ahead).or_else(|| match year_tail(&mut ahead) {
        YearTail::Year(year) => Some(year),
        YearTail::Blank => {
            atom.template = true;
            None
        }
        YearTail::Counted(reference) => {
            atom.year_reference = Some(reference);
            None
        }
        YearTail::TwoDigits(_) | YearTail::None => {
            ahead = *cursor;
            None
        }
    });
    *cursor = ahead;
    atom.date = Some(PartialDate::Month { year, month });
}

/// `/2020`, `-2020`, `.2020` behind a month or quarter.
fn slash_year(cursor: &mut Cursor<'_>) -> Option<u16> {
    let mut ahead = *cursor;
    ahead.spaces();
    let spaced = ahead.pos() != cursor.pos();
    let separator = ahead.eat_if(|c| matches!(c, '/' | '-' | '–' | '.'))?;
    if spaced && separator != '/' {
        return None;
    }
    if separator == '/' {
        ahead.spaces();
    }
    let year = year(&mut ahead).filter(|year| *year >= 1900)?;
    *cursor = ahead;
    Some(year)
}

/// A month in digits or as a word. *Tháng giêng* is the first and *tháng chạp* the twelfth.
pub(super) fn month_number(cursor: &mut Cursor<'_>) -> Option<u8> {
    const NAMES: [(&str, u8); 16] = [
        ("mười một", 11),
        ("mười hai", 12),
        ("mười", 10),
        ("giêng", 1),
        ("một", 1),
        ("hai", 2),
        ("ba", 3),
        ("tư", 4),
        ("bốn", 4),
        ("năm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("bẩy", 7),
        ("tám", 8),
        ("chín", 9),
        ("chạp", 12),
    ];
    if let Some(month) = number(cursor, 2) {
        return Some(month as u8);
    }
    NAMES
        .iter()
        .find(|(name, _)| keyword(cursor, name))
        .map(|&(_, month)| month)
}

/// What follows *quý*: a Roman or Arabic number, then the year.
pub(super) fn quarter(cursor: &mut Cursor<'_>, start: usize) -> Option<Atom> {
    let mut ahead = *cursor;
    gap(&mut ahead);
    let core = ahead.pos();
    let quarter = quarter_number(&mut ahead)?;
    let mut atom = Atom::new(
        start,
        core,
        Kind::Quarter,
        PartialDate::Quarter {
            year: None,
            quarter,
        },
    );
    let year = quarter_year(&mut ahead, &mut atom);
    atom.date = Some(PartialDate::Quarter { year, quarter });
    if !may_end(&ahead) && !(matches!(ahead.peek(), Some('-' | '–')) && year.is_none()) {
        return None;
    }
    *cursor = ahead;
    Some(atom.closed(&ahead))
}

/// The year behind a quarter's number.
pub(super) fn quarter_year(cursor: &mut Cursor<'_>, atom: &mut Atom) -> Option<u16> {
    if let Some(year) = slash_year(cursor) {
        return Some(year);
    }
    let mut ahead = *cursor;
    let year = match year_tail(&mut ahead) {
        YearTail::Year(year) => Some(year),
        YearTail::Blank => {
            atom.template = true;
            None
        }
        YearTail::Counted(reference) => {
            atom.year_reference = Some(reference);
            None
        }
        YearTail::TwoDigits(_) | YearTail::None => {
            ahead = *cursor;
            let mut plain = *cursor;
            plain.spaces();
            year(&mut plain)
                .filter(|year| *year >= 1900 && may_end(&plain))
                .inspect(|_| ahead = plain)
        }
    };
    *cursor = ahead;
    year
}

/// 1 to 4, as `I`, `1`, `01` or *một*.
pub(super) fn quarter_number(cursor: &mut Cursor<'_>) -> Option<u8> {
    const NAMES: [(&str, u8); 10] = [
        ("i", 1),
        ("ii", 2),
        ("iii", 3),
        ("iv", 4),
        ("một", 1),
        ("hai", 2),
        ("ba", 3),
        ("bốn", 4),
        ("tư", 4),
        ("thứ tư", 4),
    ];
    let mut ahead = *cursor;
    let quarter = match number(&mut ahead, 2) {
        Some(quarter @ 1..=4) => quarter as u8,
        Some(_) => return None,
        None => NAMES.iter().find(|(name, _)| keyword(&mut ahead, name))?.1,
    };
    *cursor = ahead;
    Some(quarter)
}

/// What follows *năm*: four digits.
fn year_atom(cursor: &mut Cursor<'_>, start: usize) -> Option<Atom> {
    let mut ahead = *cursor;
    gap(&mut ahead);
    // *năm học 2020-2021*, *năm tài chính 2020*: one unit of planning.
    if ["học", "tài chính", "ngân sách", "kế hoạch", "dương lịch"]
        .iter()
        .any(|word| keyword(&mut ahead, word))
    {
        gap(&mut ahead);
    }
    let core = ahead.pos();
    // Across a line end, as in a table, a number must look like a year of our time.
    let wrapped = cursor.rest()[..core - cursor.pos()].contains('\n');
    let value = year(&mut ahead).filter(|year| !wrapped || (1900..=2100).contains(year))?;
    let ends = match ahead.peek() {
        Some('/') => ahead.rest()[1..].starts_with(|c: char| c.is_ascii_digit()),
        Some('.' | ',') => may_end(&ahead),
        Some(c) => c != '%',
        None => true,
    };
    if !ends {
        return None;
    }
    *cursor = ahead;
    Some(Atom::new(start, core, Kind::Year, PartialDate::Year(value)).closed(&ahead))
}

enum YearTail {
    Year(u16),
    TwoDigits(u16),
    Counted(YearReference),
    Blank,
    None,
}

/// *năm 2020*, *năm 20…*, *năm sau* behind a month.
fn year_tail(cursor: &mut Cursor<'_>) -> YearTail {
    let mut ahead = *cursor;
    gap(&mut ahead);
    let comma = ahead.eat(',');
    gap(&mut ahead);
    let of = keyword(&mut ahead, "của");
    gap(&mut ahead);
    if !comma && keyword(&mut ahead, "kỳ báo cáo") {
        *cursor = ahead;
        return YearTail::Counted(YearReference::Symbolic);
    }
    if !keyword(&mut ahead, "năm") {
        return YearTail::None;
    }
    let tail = if blank(&mut ahead) {
        YearTail::Blank
    } else {
        gap(&mut ahead);
        let digits_at = ahead;
        let digits = ahead.digits();
        match digits.len() {
            4 if may_end(&ahead) || !matches!(ahead.peek(), Some('/' | '%')) => {
                let mut at = digits_at;
                match year(&mut at) {
                    Some(year) => YearTail::Year(year),
                    None => YearTail::None,
                }
            }
            2 | 3 if blank(&mut ahead) => YearTail::Blank,
            2 if !of && may_end(&ahead) => match digits.parse() {
                Ok(two) => YearTail::TwoDigits(full_year(two)),
                Err(_) => YearTail::None,
            },
            0 if !comma => counted_year(&mut ahead).map_or(YearTail::None, YearTail::Counted),
            _ => YearTail::None,
        }
    };
    if !matches!(tail, YearTail::None) {
        *cursor = ahead;
    }
    tail
}

/// What follows *năm* where the year is counted: *sau*, *trước liền kề*, *báo cáo*.
fn counted_year(cursor: &mut Cursor<'_>) -> Option<YearReference> {
    const WORDS: [(&str, YearReference); 21] = [
        ("liền kề sau", YearReference::Shift(1)),
        ("liền kề trước", YearReference::Shift(-1)),
        ("trước kỳ báo cáo", YearReference::Symbolic),
        ("trước năm báo cáo", YearReference::Symbolic),
        ("trước năm kế hoạch", YearReference::Symbolic),
        ("sau liền kề", YearReference::Shift(1)),
        ("trước liền kề", YearReference::Shift(-1)),
        ("sau", YearReference::Shift(1)),
        ("tới", YearReference::Shift(1)),
        ("tiếp theo", YearReference::Shift(1)),
        ("kế tiếp", YearReference::Shift(1)),
        ("liền kề", YearReference::Symbolic),
        ("trước", YearReference::Shift(-1)),
        ("ngoái", YearReference::Shift(-1)),
        ("nay", YearReference::Shift(0)),
        ("này", YearReference::Shift(0)),
        ("hiện tại", YearReference::Shift(0)),
        ("báo cáo", YearReference::Symbolic),
        ("kế hoạch", YearReference::Symbolic),
        ("hiện hành", YearReference::Symbolic),
        ("đó", YearReference::Symbolic),
    ];
    WORDS
        .iter()
        .find(|(word, _)| keyword(cursor, word))
        .map(|&(_, reference)| reference)
}
