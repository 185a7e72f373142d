//! The written form of values: EDTF, that is ISO 8601-2, in the profile that dates of
//! Vietnamese documents need.
//!
//! | written | meaning |
//! |---|---|
//! | `2020`, `2020-11`, `2020-05-14` | year, month, day |
//! | `2020-33` … `2020-36`; `2020-40`, `2020-41` | quarter; half-year |
//! | `19XX`, `199X` | century, decade |
//! | `XXXX-08-12`, `XXXX-08`, `XXXX-XX-27` | a date without its year |
//! | `2015~` | about 2015 |
//! | `2018/2022`, `../2025`, `2025/..`, `/2025` | intervals; open end; untold end |
//! | `{2020,2021}`, `[2020,2021]` | all of a set; one of a set |

use std::fmt::{self, Write};
use std::str::FromStr;

use super::civil::month_length;
use super::partial::PartialDate;
use super::period::{Period, Unit};
use super::value::{DateValue, Endpoint, is_reversed};
use crate::ParseError;
use crate::text::cursor::Cursor;

const FIRST_QUARTER: u8 = 33;
const FIRST_HALF: u8 = 40;

impl DateValue {
    /// The value in EDTF; `None` for what has no such form: recurring, lunar, relative, vague,
    /// blank and impossible ones.
    pub fn edtf(&self) -> Option<String> {
        let has_form = matches!(
            self,
            DateValue::Date(_)
                | DateValue::Approximate(_)
                | DateValue::Interval { .. }
                | DateValue::AllOf(_)
                | DateValue::OneOf(_)
        );
        has_form.then(|| self.to_string())
    }
}

/// EDTF where there is one; `null` for the rest.
impl fmt::Display for DateValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DateValue::Date(date) => date.fmt(f),
            DateValue::Approximate(date) => write!(f, "{date}~"),
            DateValue::Interval { start, end } => write!(f, "{start}/{end}"),
            DateValue::AllOf(dates) => write_set(f, '{', dates, '}'),
            DateValue::OneOf(dates) => write_set(f, '[', dates, ']'),
            _ => f.write_str("null"),
        }
    }
}

fn write_set(
    f: &mut fmt::Formatter<'_>,
    open: char,
    dates: &[PartialDate],
    close: char,
) -> fmt::Result {
    f.write_char(open)?;
    for (i, date) in dates.iter().enumerate() {
        if i > 0 {
            f.write_char(',')?;
        }
        write!(f, "{date}")?;
    }
    f.write_char(close)
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Endpoint::Date(date) => date.fmt(f),
            Endpoint::Open => f.write_str(".."),
            Endpoint::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let write_year = |f: &mut fmt::Formatter<'_>, year: Option<u16>| match year {
            Some(year) => write!(f, "{year:04}"),
            None => f.write_str("XXXX"),
        };
        match *self {
            PartialDate::Century(century) => write!(f, "{century:02}XX"),
            PartialDate::Decade(decade) => write!(f, "{decade:03}X"),
            PartialDate::Year(year) => write_year(f, Some(year)),
            PartialDate::Half { year, half } => {
                write_year(f, year)?;
                write!(f, "-{}", FIRST_HALF - 1 + half)
            }
            PartialDate::Quarter { year, quarter } => {
                write_year(f, year)?;
                write!(f, "-{}", FIRST_QUARTER - 1 + quarter)
            }
            PartialDate::Month { year, month } => {
                write_year(f, year)?;
                write!(f, "-{month:02}")
            }
            PartialDate::Day { year, month, day } => {
                write_year(f, year)?;
                match month {
                    Some(month) => write!(f, "-{month:02}")?,
                    None => f.write_str("-XX")?,
                }
                write!(f, "-{day:02}")
            }
        }
    }
}

impl FromStr for PartialDate {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let mut reader = Reader::new(text);
        let date = reader.date()?;
        reader.end("the end of the date")?;
        Ok(date)
    }
}

impl FromStr for DateValue {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let mut reader = Reader::new(text);
        let value = if reader.cursor.eat('{') {
            DateValue::AllOf(reader.members('}', "`,` or `}`")?)
        } else if reader.cursor.eat('[') {
            DateValue::OneOf(reader.members(']', "`,` or `]`")?)
        } else {
            reader.date_or_interval()?
        };
        reader.end("the end of the value")?;
        Ok(value)
    }
}

/// The error of a parser that stopped at `cursor`.
pub(super) fn unexpected(text: &str, cursor: Cursor<'_>, expected: &'static str) -> ParseError {
    ParseError::new(text, cursor.pos(), expected)
}

/// Reads EDTF; every method says what it expected where it stopped.
struct Reader<'t> {
    text: &'t str,
    cursor: Cursor<'t>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Reader {
            text,
            cursor: Cursor::new(text, 0),
        }
    }

    fn error<T>(&self, expected: &'static str) -> Result<T, ParseError> {
        Err(unexpected(self.text, self.cursor, expected))
    }

    fn end(&self, expected: &'static str) -> Result<(), ParseError> {
        match self.cursor.peek() {
            None => Ok(()),
            Some(_) => self.error(expected),
        }
    }

    fn members(
        &mut self,
        close: char,
        expected: &'static str,
    ) -> Result<Vec<PartialDate>, ParseError> {
        let mut dates = vec![self.date()?];
        while self.cursor.eat(',') {
            dates.push(self.date()?);
        }
        if self.cursor.eat(close) {
            Ok(dates)
        } else {
            self.error(expected)
        }
    }

    fn date_or_interval(&mut self) -> Result<DateValue, ParseError> {
        let start = self.endpoint()?;
        if self.cursor.eat('/') {
            let end = self.endpoint()?;
            return match (start, end) {
                (Endpoint::Date(_), _) | (_, Endpoint::Date(_)) => {
                    if is_reversed(start, end) {
                        return self.error("an interval that does not end before it starts");
                    }
                    Ok(DateValue::Interval { start, end })
                }
                _ => self.error("a date at one end of the interval"),
            };
        }
        match start {
            Endpoint::Date(date) if self.cursor.eat('~') => Ok(DateValue::Approximate(date)),
            Endpoint::Date(date) => Ok(DateValue::Date(date)),
            Endpoint::Open => self.error("`/`"),
            Endpoint::Unknown => self.error("a date"),
        }
    }

    fn endpoint(&mut self) -> Result<Endpoint, ParseError> {
        if self.cursor.rest().starts_with("..") {
            self.cursor.eat('.');
            self.cursor.eat('.');
            return Ok(Endpoint::Open);
        }
        match self.cursor.peek() {
            None | Some('/') => Ok(Endpoint::Unknown),
            Some(_) => self.date().map(Endpoint::Date),
        }
    }

    fn date(&mut self) -> Result<PartialDate, ParseError> {
        let digits = self.cursor.digits();
        let blanks = self.cursor.eat_while(|c| c == 'X');
        if digits.len() + blanks.len() != 4 {
            return self.error("a year of four digits or `X`");
        }
        let number = digits
            .bytes()
            .fold(0u16, |n, b| n * 10 + u16::from(b - b'0'));
        let year = match digits.len() {
            4 => Some(number),
            3 => return Ok(PartialDate::Decade(number)),
            2 => return Ok(PartialDate::Century(number as u8)),
            0 => None,
            _ => return self.error("a year of four digits or `X`"),
        };
        if !self.cursor.eat('-') {
            return match year {
                Some(year) => Ok(PartialDate::Year(year)),
                None => self.error("`-` and a month"),
            };
        }
        let part_at = self.cursor;
        let part = self.two("a month of two digits or `XX`")?;
        match (part, self.cursor.eat('-')) {
            (Some(month @ 1..=12), false) => Ok(PartialDate::Month { year, month }),
            (Some(quarter @ 33..=36), false) => Ok(PartialDate::Quarter {
                year,
                quarter: quarter - FIRST_QUARTER + 1,
            }),
            (Some(half @ 40..=41), false) => Ok(PartialDate::Half {
                year,
                half: half - FIRST_HALF + 1,
            }),
            (Some(month @ 1..=12), true) => {
                let longest = month_length(year.unwrap_or(2000), month);
                Ok(PartialDate::Day {
                    year,
                    month: Some(month),
                    day: self.day(longest)?,
                })
            }
            (None, true) => Ok(PartialDate::Day {
                year,
                month: None,
                day: self.day(31)?,
            }),
            (Some(_), _) => Err(unexpected(
                self.text,
                part_at,
                "a month (01 to 12), quarter (33 to 36) or half-year (40, 41)",
            )),
            (None, false) => self.error("`-` and a day"),
        }
    }

    fn day(&mut self, longest: u8) -> Result<u8, ParseError> {
        let at = self.cursor;
        match self.two("a day of two digits")? {
            Some(day) if (1..=longest).contains(&day) => Ok(day),
            _ => Err(unexpected(self.text, at, "a day that the month has")),
        }
    }

    /// Two digits, or `XX` as `None`.
    fn two(&mut self, expected: &'static str) -> Result<Option<u8>, ParseError> {
        let mut number = 0;
        let mut blanks = 0;
        for _ in 0..2 {
            match self.cursor.eat_if(|c| c == 'X' || c.is_ascii_digit()) {
                Some('X') => blanks += 1,
                Some(digit) => number = number * 10 + (digit as u8 - b'0'),
                None => return self.error(expected),
            }
        }
        match blanks {
            0 => Ok(Some(number)),
            2 => Ok(None),
            _ => self.error(expected),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.count();
        match self.unit() {
            Unit::Day => write!(f, "P{count}D"),
            Unit::Week => write!(f, "P{count}W"),
            // A period is of no quarters.
            Unit::Month | Unit::Quarter => write!(f, "P{count}M"),
            Unit::Year => write!(f, "P{count}Y"),
        }
    }
}

const COUNT: &str = "a count from 1 to 65535";

/// Reads `P1Y`, `P3M`, `P2W`, `P45D`. Three months are a quarter's length and read as months.
impl FromStr for Period {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let mut reader = Reader::new(text);
        if !reader.cursor.eat('P') {
            return reader.error("`P`");
        }
        let at = reader.cursor.pos();
        let Ok(count) = reader.cursor.digits().parse() else {
            return Err(ParseError::new(text, at, COUNT));
        };
        let unit = match reader.cursor.eat_if(|c| matches!(c, 'D' | 'W' | 'M' | 'Y')) {
            Some('D') => Unit::Day,
            Some('W') => Unit::Week,
            Some('M') => Unit::Month,
            Some(_) => Unit::Year,
            None => return reader.error("`D`, `W`, `M` or `Y`"),
        };
        reader.end("the end of the duration")?;
        Period::new(count, unit).ok_or_else(|| ParseError::new(text, at, COUNT))
    }
}

impl From<Period> for String {
    fn from(period: Period) -> String {
        period.to_string()
    }
}

impl TryFrom<String> for Period {
    type Error = ParseError;

    fn try_from(text: String) -> Result<Self, ParseError> {
        text.parse()
    }
}
