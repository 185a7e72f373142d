//! The grammar of one date: a unit word and its number, with what completes it to the right.
//!
//! Everything here is anchored: it reads at a cursor or leaves it alone. Ranges and lists of
//! dates are in `period`, what stands to the left in `context`.

use super::day::{day, full_year};
use super::lexer::{blank, gap, keyword, may_end, number, year};
use super::partial::PartialDate;
use super::{DateWarning, YearReference};
use crate::span::Span;
use crate::tables::numerals::CARDINAL_LIST;
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
    pub(super) fn new(start: usize, core: usize, kind: Kind, date: PartialDate) -> Self {
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
    pub(super) fn closed(mut self, cursor: &Cursor<'_>) -> Self {
        self.span.end = cursor.pos();
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
    let range = matches!(ahead.peek(), Some('-' | '–')) && !atom.is_complete();
    if !may_end(&ahead) && !range {
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
    const OWN: [(&str, u32); 2] = [("giêng", 1), ("chạp", 12)];
    if let Some(month) = number(cursor, 2) {
        return Some(month as u8);
    }
    OWN.iter()
        .chain(CARDINAL_LIST.iter())
        .filter(|(_, month)| *month <= 12)
        .find(|(name, _)| keyword(cursor, name))
        .map(|&(_, month)| month as u8)
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
    let range = matches!(ahead.peek(), Some('-' | '–')) && year.is_none();
    if !may_end(&ahead) && !range {
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

pub(super) enum YearTail {
    Year(u16),
    TwoDigits(u16),
    Counted(YearReference),
    Blank,
    None,
}

/// *năm 2020*, *năm 20…*, *năm sau* behind a month.
pub(super) fn year_tail(cursor: &mut Cursor<'_>) -> YearTail {
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
pub(super) fn counted_year(cursor: &mut Cursor<'_>) -> Option<YearReference> {
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
