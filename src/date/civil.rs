//! Days of the civil calendar, and no more arithmetic than reading dates needs.

use std::fmt;
use std::str::FromStr;

use super::Weekday;
use crate::ParseError;

/// A day that exists in the (proleptic) Gregorian calendar, years 0 to 9999.
///
/// Written, read and serialised as `YYYY-MM-DD`.
///
/// ```
/// use vanban::date::CivilDate;
///
/// let day: CivilDate = "2020-08-05".parse()?;
/// assert_eq!((day.year(), day.month(), day.day()), (2020, 8, 5));
/// assert!(CivilDate::new(2021, 2, 29).is_none());
/// # Ok::<(), vanban::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(into = "String", try_from = "String"))]
pub struct CivilDate {
    year: u16,
    month: u8,
    day: u8,
}

impl CivilDate {
    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = year <= 9999
            && (1..=12).contains(&month)
            && (1..=month_length(year, month)).contains(&day);
        exists.then_some(CivilDate { year, month, day })
    }

    /// The year, 0 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day of the week.
    ///
    /// ```
    /// use vanban::date::{CivilDate, Weekday};
    ///
    /// let day = CivilDate::new(2022, 4, 13).unwrap();
    /// assert_eq!(day.weekday(), Weekday::Wednesday);
    /// ```
    pub fn weekday(self) -> Weekday {
        // 0000-01-01 was a Saturday.
        const FROM_SATURDAY: [Weekday; 7] = [
            Weekday::Saturday,
            Weekday::Sunday,
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
        ];
        FROM_SATURDAY[(self.ordinal() % 7) as usize]
    }

    /// The day `days` later, or earlier if negative; `None` outside years 0 to 9999.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        let mut rest = u32::try_from(i64::from(self.ordinal()) + i64::from(days)).ok()?;
        // An estimate that is never too late, then at most a few steps.
        let mut year = u16::try_from(rest / 366).ok()?;
        rest -= days_before(year);
        while rest >= year_length(year) {
            rest -= year_length(year);
            year += 1;
        }
        let mut month = 1;
        while rest >= u32::from(month_length(year, month)) {
            rest -= u32::from(month_length(year, month));
            month += 1;
        }
        CivilDate::new(year, month, rest as u8 + 1)
    }

    /// How many days it is from this day to `other`; negative where `other` is earlier.
    ///
    /// ```
    /// use vanban::date::CivilDate;
    /// let today: CivilDate = "2026-11-26".parse()?;
    /// assert_eq!(today.days_until("2026-12-31".parse()?), 35);
    /// assert_eq!(today.days_until("2026-11-25".parse()?), -1);
    /// # Ok::<(), vanban::ParseError>(())
    /// ```
    pub fn days_until(self, other: CivilDate) -> i32 {
        // Ten thousand years have fewer than four million days.
        other.ordinal() as i32 - self.ordinal() as i32
    }

    /// The same day `months` later; the last day of that month where it is too short.
    pub(super) fn plus_months(self, months: i32) -> Option<Self> {
        let count = i32::from(self.year) * 12 + i32::from(self.month) - 1 + months;
        let year = u16::try_from(count.div_euclid(12)).ok()?;
        let month = count.rem_euclid(12) as u8 + 1;
        CivilDate::new(year, month, self.day.min(month_length(year, month)))
    }

    /// Days since 0000-01-01.
    fn ordinal(self) -> u32 {
        let months: u32 = (1..self.month)
            .map(|month| u32::from(month_length(self.year, month)))
            .sum();
        days_before(self.year) + months + u32::from(self.day) - 1
    }
}

/// How many days the month has; 0 for a month that does not exist.
pub(super) fn month_length(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn year_length(year: u16) -> u32 {
    365 + u32::from(is_leap(year))
}

/// Days of all years before `year`.
fn days_before(year: u16) -> u32 {
    let year = u32::from(year);
    365 * year + year.div_ceil(4) - year.div_ceil(100) + year.div_ceil(400)
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for CivilDate {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        const EXPECTED: &str = "a day written YYYY-MM-DD";
        let field = |from: usize, to: usize| -> Result<u16, ParseError> {
            match text.get(from..to) {
                Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => {
                    Ok(digits.bytes().fold(0, |n, b| n * 10 + u16::from(b - b'0')))
                }
                _ => Err(ParseError::new(text, floor_boundary(text, from), EXPECTED)),
            }
        };
        let year = field(0, 4)?;
        let month = field(5, 7)?;
        let day = field(8, 10)?;
        for dash in [4, 7] {
            if text.as_bytes()[dash] != b'-' {
                return Err(ParseError::new(text, dash, EXPECTED));
            }
        }
        if text.len() > 10 {
            return Err(ParseError::new(text, 10, "the end of the day"));
        }
        CivilDate::new(year, month as u8, day as u8)
            .ok_or_else(|| ParseError::new(text, 5, "a day that the calendar has"))
    }
}

/// The last character boundary of `text` not after `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl From<CivilDate> for String {
    fn from(date: CivilDate) -> String {
        date.to_string()
    }
}

impl TryFrom<String> for CivilDate {
    type Error = ParseError;

    fn try_from(text: String) -> Result<Self, ParseError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days_across_months_and_leap_years() {
        for (from, days, to) in [
            ("2020-02-28", 1, "2020-02-29"),
            ("2021-02-28", 1, "2021-03-01"),
            ("2021-01-01", -1, "2020-12-31"),
            ("2000-01-01", 366, "2001-01-01"),
            ("1900-02-28", 1, "1900-03-01"),
            ("0000-01-01", 3_652_424, "9999-12-31"),
        ] {
            let from: CivilDate = from.parse().unwrap();
            assert_eq!(from.plus_days(days).unwrap().to_string(), to);
        }
        assert_eq!(CivilDate::new(0, 1, 1).unwrap().plus_days(-1), None);
        assert_eq!(CivilDate::new(9999, 12, 31).unwrap().plus_days(1), None);
        let january = CivilDate::new(2021, 1, 31).unwrap();
        assert_eq!(january.plus_months(1), CivilDate::new(2021, 2, 28));
        assert_eq!(january.plus_months(-1), CivilDate::new(2020, 12, 31));
    }

    #[test]
    fn knows_weekdays() {
        for (day, weekday) in [
            ("2022-04-13", Weekday::Wednesday),
            ("2000-01-01", Weekday::Saturday),
            ("1975-04-30", Weekday::Wednesday),
            ("1945-09-02", Weekday::Sunday),
        ] {
            assert_eq!(day.parse::<CivilDate>().unwrap().weekday(), weekday);
        }
    }

    #[test]
    fn says_what_was_wrong() {
        for (text, message) in [
            (
                "2020-02-30",
                "expected a day that the calendar has at byte 5, found '0'",
            ),
            (
                "2020/02/03",
                "expected a day written YYYY-MM-DD at byte 4, found '/'",
            ),
            (
                "20",
                "expected a day written YYYY-MM-DD at byte 0, found '2'",
            ),
            (
                "2020-02-03T",
                "expected the end of the day at byte 10, found 'T'",
            ),
            (
                "năm 2020 x",
                "expected a day written YYYY-MM-DD at byte 0, found 'n'",
            ),
        ] {
            let error = text.parse::<CivilDate>().unwrap_err();
            assert_eq!(error.to_string(), message, "{text}");
        }
    }
}
