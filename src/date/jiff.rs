//! To and from the civil dates of `jiff`, for arithmetic that reading dates does not need.

use jiff::civil::Date;

use super::CivilDate;
use crate::ParseError;

/// The same day. Every day of the years 0 to 9999 is one of `jiff`'s, which reach back to -9999.
///
/// ```
/// use jiff::{ToSpan, civil};
///
/// let found = vanban::date::find("ban hành ngày 31 tháng 01 năm 2020").next().unwrap();
/// let issued = civil::Date::from(found.value.day().unwrap());
/// assert_eq!(issued.checked_add(1.month())?, civil::date(2020, 2, 29));
/// # Ok::<(), jiff::Error>(())
/// ```
impl From<CivilDate> for Date {
    fn from(date: CivilDate) -> Date {
        // Both calendars are the proleptic Gregorian one, and no field is above 9999.
        jiff::civil::date(date.year() as i16, date.month() as i8, date.day() as i8)
    }
}

/// The same day, if its year is not negative.
///
/// ```
/// use jiff::civil;
/// use vanban::date::CivilDate;
///
/// let day = CivilDate::try_from(civil::date(2020, 8, 5))?;
/// assert_eq!(day.to_string(), "2020-08-05");
/// # Ok::<(), vanban::ParseError>(())
/// ```
impl TryFrom<Date> for CivilDate {
    type Error = ParseError;

    /// Errors where the year is below 0, with the offset in what `date` displays.
    fn try_from(date: Date) -> Result<Self, ParseError> {
        u16::try_from(date.year())
            .ok()
            .and_then(|year| CivilDate::new(year, date.month() as u8, date.day() as u8))
            .ok_or_else(|| ParseError::new(&date.to_string(), 0, "a year from 0 to 9999"))
    }
}
