//! One date, with what was written of it.

use super::civil::{CivilDate, month_length};

/// One date, as precise as it was written and no more.
///
/// A `year` (or `month`) of `None` was not written. It is made by its constructors or read from
/// EDTF, and always a date that the calendar can have.
///
/// ```
/// use vanban::date::PartialDate;
///
/// let date = PartialDate::new_day(None, Some(8), 12).unwrap();
/// assert_eq!(date.to_string(), "XXXX-08-12");
/// assert_eq!("2020-36".parse().ok(), PartialDate::new_quarter(Some(2020), 4));
/// assert_eq!(PartialDate::new_quarter(None, 250), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartialDate {
    /// All years with these first two digits (*thế kỷ XX*: 19, the years 1900 to 1999).
    #[non_exhaustive]
    Century(u8),
    /// All years with these first three digits (*thập niên 90*: 199).
    #[non_exhaustive]
    Decade(u16),
    /// A year, 0 to 9999.
    #[non_exhaustive]
    Year(u16),
    /// A half-year (*6 tháng đầu năm*), 1 or 2.
    #[non_exhaustive]
    Half {
        /// The year, if written.
        year: Option<u16>,
        /// 1 or 2.
        half: u8,
    },
    /// A quarter (*quý*), 1 to 4.
    #[non_exhaustive]
    Quarter {
        /// The year, if written.
        year: Option<u16>,
        /// 1 to 4.
        quarter: u8,
    },
    /// A month, 1 to 12.
    #[non_exhaustive]
    Month {
        /// The year, if written.
        year: Option<u16>,
        /// 1 to 12.
        month: u8,
    },
    /// A day of a month.
    #[non_exhaustive]
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
    /// The hundred years that begin with these two digits, 0 to 99.
    pub fn new_century(digits: u8) -> Option<Self> {
        PartialDate::Century(digits).checked()
    }

    /// The ten years that begin with these three digits, 0 to 999.
    pub fn new_decade(digits: u16) -> Option<Self> {
        PartialDate::Decade(digits).checked()
    }

    /// A year, 0 to 9999.
    pub fn new_year(year: u16) -> Option<Self> {
        PartialDate::Year(year).checked()
    }

    /// A half-year, 1 or 2.
    pub fn new_half(year: Option<u16>, half: u8) -> Option<Self> {
        PartialDate::Half { year, half }.checked()
    }

    /// A quarter, 1 to 4.
    pub fn new_quarter(year: Option<u16>, quarter: u8) -> Option<Self> {
        PartialDate::Quarter { year, quarter }.checked()
    }

    /// A month, 1 to 12.
    pub fn new_month(year: Option<u16>, month: u8) -> Option<Self> {
        PartialDate::Month { year, month }.checked()
    }

    /// A day that the month has; without a month its year stays unknown too.
    pub fn new_day(year: Option<u16>, month: Option<u8>, day: u8) -> Option<Self> {
        PartialDate::Day { year, month, day }.checked()
    }

    fn checked(self) -> Option<Self> {
        self.exists().then_some(self)
    }

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

    /// Whether the calendar can have such a date; where the year is unknown, in any year. While a text
    /// is being read there are dates that do not.
    pub(super) fn exists(self) -> bool {
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

    /// The day, where it is one of a month and a year.
    pub(crate) fn civil(self) -> Option<CivilDate> {
        match self {
            PartialDate::Day { year, month, day } => CivilDate::new(year?, month?, day),
            _ => None,
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

    /// Whether it lies after `other` whatever the missing month of either. A missing year says nothing.
    pub(super) fn is_after(self, other: PartialDate) -> bool {
        let first = self.possible_bounds().map(|(first, _)| first);
        let last = other.possible_bounds().map(|(_, last)| last);
        first.zip(last).is_some_and(|(first, last)| first > last)
    }

    /// The first and the last day that may be meant: a day of a month without a name may lie in any.
    fn possible_bounds(self) -> Option<(CivilDate, CivilDate)> {
        match self {
            PartialDate::Day {
                year: Some(year),
                month: None,
                day,
            } => Some((
                CivilDate::new(year, 1, day)?,
                CivilDate::new(year, 12, day)?,
            )),
            _ => self.bounds(),
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

    /// The same date with its missing year (and month) taken from a reference day; `None` where that
    /// year has no such day.
    pub fn resolve(self, reference: CivilDate) -> Option<PartialDate> {
        self.filled_from(PartialDate::from(reference)).checked()
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
