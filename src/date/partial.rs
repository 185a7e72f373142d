//! One date, with what was written of it.

use super::civil::{CivilDate, month_length};

/// One date, as precise as it was written and no more.
///
/// A `year` (or `month`) of `None` was not written. The documented ranges are those of the
/// reader; a value built by hand outside them has no [`bounds`](Self::bounds).
///
/// ```
/// use vanban::date::PartialDate;
///
/// let date = PartialDate::Day { year: None, month: Some(8), day: 12 };
/// assert_eq!(date.to_string(), "XXXX-08-12");
/// assert_eq!("2020-36".parse(), Ok(PartialDate::Quarter { year: Some(2020), quarter: 4 }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartialDate {
    /// All years with these first two digits (*thế kỷ XX*: 19, the years 1900 to 1999).
    Century(u8),
    /// All years with these first three digits (*thập niên 90*: 199).
    Decade(u16),
    /// A year, 0 to 9999.
    Year(u16),
    /// A half-year (*6 tháng đầu năm*), 1 or 2.
    Half {
        /// The year, if written.
        year: Option<u16>,
        /// 1 or 2.
        half: u8,
    },
    /// A quarter (*quý*), 1 to 4.
    Quarter {
        /// The year, if written.
        year: Option<u16>,
        /// 1 to 4.
        quarter: u8,
    },
    /// A month, 1 to 12.
    Month {
        /// The year, if written.
        year: Option<u16>,
        /// 1 to 12.
        month: u8,
    },
    /// A day of a month.
    Day {
        /// The year, if written.
        year: Option<u16>,
        /// 1 to 12, if written.
        month: Option<u8>,
        /// 1 to 31.
        day: u8,
    },
}

impl PartialDate {
    /// The year, if written.
    pub fn year(self) -> Option<u16> {
        match self {
            PartialDate::Century(_) | PartialDate::Decade(_) => None,
            PartialDate::Year(year) => Some(year),
            PartialDate::Half { year, .. }
            | PartialDate::Quarter { year, .. }
            | PartialDate::Month { year, .. }
            | PartialDate::Day { year, .. } => year,
        }
    }

    /// Whether the calendar can have such a date; where the year is unknown, in any year.
    pub fn exists(self) -> bool {
        let year_exists = self.year().is_none_or(|year| year <= 9999);
        year_exists
            && match self {
                PartialDate::Century(century) => century <= 99,
                PartialDate::Decade(decade) => decade <= 999,
                PartialDate::Year(_) => true,
                PartialDate::Half { half, .. } => (1..=2).contains(&half),
                PartialDate::Quarter { quarter, .. } => (1..=4).contains(&quarter),
                PartialDate::Month { month, .. } => (1..=12).contains(&month),
                PartialDate::Day { year, month, day } => {
                    let longest =
                        month.map_or(31, |month| month_length(year.unwrap_or(2000), month));
                    (1..=longest).contains(&day)
                }
            }
    }

    /// The first and the last day meant; `None` while a year (or month) is missing.
    pub fn bounds(self) -> Option<(CivilDate, CivilDate)> {
        if !self.exists() {
            return None;
        }
        let months = |year: u16, first: u8, last: u8| {
            Some((
                CivilDate::new(year, first, 1)?,
                CivilDate::new(year, last, month_length(year, last))?,
            ))
        };
        let years = |first: u16, last: u16| {
            Some((CivilDate::new(first, 1, 1)?, CivilDate::new(last, 12, 31)?))
        };
        match self {
            PartialDate::Century(century) => {
                let first = u16::from(century) * 100;
                years(first, first + 99)
            }
            PartialDate::Decade(decade) => years(decade * 10, decade * 10 + 9),
            PartialDate::Year(year) => years(year, year),
            PartialDate::Half { year, half } => months(year?, half * 6 - 5, half * 6),
            PartialDate::Quarter { year, quarter } => months(year?, quarter * 3 - 2, quarter * 3),
            PartialDate::Month { year, month } => months(year?, month, month),
            PartialDate::Day { year, month, day } => {
                let day = CivilDate::new(year?, month?, day)?;
                Some((day, day))
            }
        }
    }

    /// The same date with its missing year (and month) taken from `other` where that has them.
    pub(super) fn filled_from(self, other: PartialDate) -> PartialDate {
        let other_year = other.year();
        let other_month = match other {
            PartialDate::Day { month, .. } => month,
            PartialDate::Month { month, .. } => Some(month),
            _ => None,
        };
        match self {
            PartialDate::Half { year, half } => PartialDate::Half {
                year: year.or(other_year),
                half,
            },
            PartialDate::Quarter { year, quarter } => PartialDate::Quarter {
                year: year.or(other_year),
                quarter,
            },
            PartialDate::Month { year, month } => PartialDate::Month {
                year: year.or(other_year),
                month,
            },
            PartialDate::Day { year, month, day } => PartialDate::Day {
                year: year.or(other_year),
                month: month.or(other_month),
                day,
            },
            complete => complete,
        }
    }

    /// The same date with its missing year (and month) taken from a reference day.
    pub fn resolve(self, reference: CivilDate) -> PartialDate {
        self.filled_from(PartialDate::from(reference))
    }

    /// Whether nothing is missing.
    pub(super) fn is_complete(self) -> bool {
        match self {
            PartialDate::Century(_) | PartialDate::Decade(_) | PartialDate::Year(_) => true,
            PartialDate::Day { year, month, .. } => year.is_some() && month.is_some(),
            _ => self.year().is_some(),
        }
    }
}

impl From<CivilDate> for PartialDate {
    fn from(date: CivilDate) -> Self {
        PartialDate::Day {
            year: Some(date.year()),
            month: Some(date.month()),
            day: date.day(),
        }
    }
}
