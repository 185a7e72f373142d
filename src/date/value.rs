//! What a date expression says: the values, their first and last days, and what a reference
//! day adds to them.

use crate::named::named;

use super::civil::CivilDate;
use super::counted::{Anchor, Offset, Relative};
use super::partial::PartialDate;
use super::period::{Period, Unit};

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Endpoint {
    /// A date: the interval holds all of it (*đến hết năm 2022*).
    Date(PartialDate),
    /// No end; `..` in EDTF.
    Open,
    /// An end that the words do not tell, as the start of *từ nay đến năm 2025*; empty in EDTF.
    Unknown,
}

impl Endpoint {
    fn resolve(self, reference: CivilDate) -> Option<Endpoint> {
        Some(match self {
            Endpoint::Date(date) => Endpoint::Date(date.resolve(reference)?),
            Endpoint::Open => Endpoint::Open,
            Endpoint::Unknown => Endpoint::Date(reference.into()),
        })
    }

    fn bounds(self) -> Option<(CivilDate, CivilDate)> {
        match self {
            Endpoint::Date(date) => date.bounds(),
            Endpoint::Open | Endpoint::Unknown => None,
        }
    }
}

/// Whether the interval ends before it starts, as far as its ends are known.
pub(super) fn is_reversed(start: Endpoint, end: Endpoint) -> bool {
    match (start, end) {
        (Endpoint::Date(start), Endpoint::Date(end)) => start.is_after(end),
        _ => false,
    }
}

/// What a date expression says.
///
/// [`Date`](Self::Date), [`Approximate`](Self::Approximate), [`Interval`](Self::Interval),
/// [`AllOf`](Self::AllOf) and [`OneOf`](Self::OneOf) have an EDTF form (ISO 8601-2), which
/// `Display` writes and `FromStr` reads; the others have none, see [`edtf`](Self::edtf).
///
/// In JSON an object of one key, `{"edtf": "2020-05-14"}` or `{"anchor": "signing"}`; in an expression
/// that key stands among the others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateValue {
    /// One date.
    Date(PartialDate),
    /// About one date (*khoảng năm 2015*); `2015~`.
    Approximate(PartialDate),
    /// From one date through another (*giai đoạn 2018 - 2022*); `2018/2022`.
    #[non_exhaustive]
    Interval {
        /// The first date.
        start: Endpoint,
        /// The last date.
        end: Endpoint,
    },
    /// Each of several dates (*năm 2020 và 2021*); `{2020,2021}`.
    #[non_exhaustive]
    AllOf(Vec<PartialDate>),
    /// One of several dates (*năm 2020 hoặc 2021*); `[2020,2021]`.
    #[non_exhaustive]
    OneOf(Vec<PartialDate>),
    /// Again and again, without a date (*hằng năm*).
    Recurring(Period),
    /// A date of the lunar calendar (*âm lịch*). It is not converted.
    Lunar(LunarDate),
    /// A length of time counted from an event (*sau 45 ngày kể từ ngày ký*).
    Offset(Offset),
    /// A day named by what happened on it (*ngày ký*, *cùng ngày*).
    Anchor(Anchor),
    /// Counted from the day of writing (*hôm qua*, *năm nay*).
    Relative(Relative),
    /// A stretch of time without borders (*thời gian tới*).
    Vague(Vague),
    /// A form that was not filled in (*ngày … tháng … năm …*).
    Blank,
    /// Written as a date, but no day of any calendar (*31/02/2020*) or one without a reading.
    Impossible,
}

impl DateValue {
    /// Whether a day, a month or the like stands in it without its year.
    pub(super) fn lacks_year(&self) -> bool {
        let open = |date: &PartialDate| match date {
            PartialDate::Century(_) | PartialDate::Decade(_) => false,
            date => date.year().is_none(),
        };
        match self {
            DateValue::Date(date) | DateValue::Approximate(date) => open(date),
            DateValue::AllOf(dates) | DateValue::OneOf(dates) => dates.iter().any(open),
            DateValue::Interval { start, end } => [start, end]
                .into_iter()
                .any(|end| matches!(end, Endpoint::Date(date) if open(date))),
            _ => false,
        }
    }

    /// The interval; `None` where neither end is a date, and where it would end before it starts.
    pub fn interval(start: Endpoint, end: Endpoint) -> Option<DateValue> {
        let dated = matches!(start, Endpoint::Date(_)) || matches!(end, Endpoint::Date(_));
        (dated && !is_reversed(start, end)).then_some(DateValue::Interval { start, end })
    }

    /// Each of the dates; `None` without one.
    pub fn all_of(dates: Vec<PartialDate>) -> Option<DateValue> {
        (!dates.is_empty()).then_some(DateValue::AllOf(dates))
    }

    /// One of the dates; `None` without one.
    pub fn one_of(dates: Vec<PartialDate>) -> Option<DateValue> {
        (!dates.is_empty()).then_some(DateValue::OneOf(dates))
    }

    /// The first and last days; an open or untold end is `None`, and so is the whole where
    /// neither day is known. A set spans from its first to its last member.
    ///
    /// ```
    /// use vanban::date::{CivilDate, DateValue};
    ///
    /// let value: DateValue = "2020-36".parse()?;
    /// let bounds = value.bounds().unwrap();
    /// assert_eq!(bounds.first, CivilDate::new(2020, 10, 1));
    /// assert_eq!(bounds.last, CivilDate::new(2020, 12, 31));
    /// # Ok::<(), vanban::ParseError>(())
    /// ```
    pub fn bounds(&self) -> Option<Bounds> {
        let (first, last) = match self {
            DateValue::Date(date) => date.bounds().unzip(),
            DateValue::Interval { start, end } => {
                (start.bounds().map(|b| b.0), end.bounds().map(|b| b.1))
            }
            DateValue::AllOf(dates) | DateValue::OneOf(dates) => {
                let all: Option<Vec<_>> = dates.iter().map(|date| date.bounds()).collect();
                let all = all?;
                (all.iter().map(|b| b.0).min(), all.iter().map(|b| b.1).max())
            }
            // "About 2015" may well be 2014.
            _ => return None,
        };
        Bounds::new(first, last)
    }

    /// The value with what `reference` tells: the missing year is its year (a writer leaves the
    /// year out when it is the current one), *từ nay* starts on it, relative words count from
    /// it, and the day of signing is it. `None` if the value stays unknown.
    ///
    /// ```
    /// use vanban::date::{CivilDate, DateValue};
    ///
    /// let reference = CivilDate::new(2020, 8, 5).unwrap();
    /// let value: DateValue = "XXXX-08-12".parse()?;
    /// assert_eq!(value.resolve(reference).unwrap().to_string(), "2020-08-12");
    /// # Ok::<(), vanban::ParseError>(())
    /// ```
    pub fn resolve(&self, reference: CivilDate) -> Option<DateValue> {
        let all = |dates: &[PartialDate]| -> Option<Vec<PartialDate>> {
            dates.iter().map(|date| date.resolve(reference)).collect()
        };
        let value = match self {
            DateValue::Date(date) => DateValue::Date(date.resolve(reference)?),
            DateValue::Approximate(date) => DateValue::Approximate(date.resolve(reference)?),
            DateValue::Interval { start, end } => DateValue::Interval {
                start: start.resolve(reference)?,
                end: end.resolve(reference)?,
            },
            DateValue::AllOf(dates) => DateValue::AllOf(all(dates)?),
            DateValue::OneOf(dates) => DateValue::OneOf(all(dates)?),
            DateValue::Relative(relative) => relative.resolve(reference)?,
            DateValue::Anchor(anchor) => DateValue::Date(anchor.day(Some(reference))?.into()),
            DateValue::Offset(offset) => DateValue::Date(offset.end(Some(reference))?.into()),
            _ => return None,
        };
        value.exists().then_some(value)
    }

    /// The value completed without any reference: itself where nothing is missing, the last day of a
    /// length counted from a day that is written out.
    pub(super) fn resolve_itself(&self) -> Option<DateValue> {
        let complete = |end: &Endpoint| match end {
            Endpoint::Date(date) => date.is_complete(),
            Endpoint::Open => true,
            Endpoint::Unknown => false,
        };
        let itself = match self {
            DateValue::Date(date) | DateValue::Approximate(date) => date.is_complete(),
            DateValue::Interval { start, end } => complete(start) && complete(end),
            DateValue::AllOf(dates) | DateValue::OneOf(dates) => {
                dates.iter().all(|date| date.is_complete())
            }
            DateValue::Offset(offset) => return Some(DateValue::Date(offset.end(None)?.into())),
            _ => false,
        };
        (itself && self.exists()).then(|| self.clone())
    }

    /// Whether every date is one of the calendar and no interval ends before it starts.
    fn exists(&self) -> bool {
        match self {
            DateValue::Date(date) | DateValue::Approximate(date) => date.exists(),
            DateValue::Interval { start, end } => !is_reversed(*start, *end),
            DateValue::AllOf(dates) | DateValue::OneOf(dates) => {
                dates.iter().all(|date| date.exists())
            }
            _ => true,
        }
    }
}

/// The days that an expression covers, both inclusive. `None` is an end without a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Bounds {
    /// The first day.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub first: Option<CivilDate>,
    /// The last day.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub last: Option<CivilDate>,
}

impl Bounds {
    pub(super) fn new(first: Option<CivilDate>, last: Option<CivilDate>) -> Option<Bounds> {
        let reversed = first.zip(last).is_some_and(|(first, last)| first > last);
        (!reversed && (first.is_some() || last.is_some())).then_some(Bounds { first, last })
    }
}

/// A day of the lunar calendar (*âm lịch*), as far as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LunarDate {
    /// The year, as a number.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub year: Option<u16>,
    /// 1 (*tháng giêng*) to 12 (*tháng chạp*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub month: Option<u8>,
    /// 1 to 30.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub day: Option<u8>,
}

/// A stretch of time without borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Vague {
    /// *thời gian qua*, *thời gian vừa qua*.
    Past,
    /// *thời gian tới*, *thời gian sắp tới*.
    Future,
}

named!(Vague, "a vague stretch of time" {
    Past = "past",
    Future = "future",
});

impl Relative {
    pub(super) fn resolve(self, reference: CivilDate) -> Option<DateValue> {
        if let Some(weekday) = self.weekday {
            let behind_monday = i32::from(reference.weekday().number());
            let ahead = i32::from(weekday.number()) - behind_monday;
            let days = match (self.unit, self.shift) {
                (Unit::Week, shift) => ahead + 7 * i32::from(shift),
                (Unit::Day, 1) => (ahead - 1).rem_euclid(7) + 1,
                (Unit::Day, -1) => -((-ahead - 1).rem_euclid(7) + 1),
                _ => return None,
            };
            return Some(DateValue::Date(reference.plus_days(days)?.into()));
        }
        let Some(count) = self.count else {
            return self.unit_at(reference, i32::from(self.shift));
        };
        let far = i32::from(self.shift) + i32::from(self.shift.signum()) * (i32::from(count) - 1);
        let near = self.unit_at(reference, i32::from(self.shift))?;
        let far = self.unit_at(reference, far)?;
        let (first, last) = if self.shift < 0 {
            (far, near)
        } else {
            (near, far)
        };
        let ends = |value| match value {
            DateValue::Date(date) => Some((Endpoint::Date(date), Endpoint::Date(date))),
            DateValue::Interval { start, end } => Some((start, end)),
            _ => None,
        };
        let (start, end) = (ends(first)?.0, ends(last)?.1);
        Some(DateValue::Interval { start, end })
    }

    /// The unit `shift` on from the one of `reference`. A week runs from Monday to Sunday.
    fn unit_at(self, reference: CivilDate, shift: i32) -> Option<DateValue> {
        let months = |months: i32| reference.plus_months(shift.checked_mul(months)?);
        let date = match self.unit {
            Unit::Day => reference.plus_days(shift)?.into(),
            Unit::Week => {
                let monday = 7 * shift - i32::from(reference.weekday().number());
                let day = |days| Some(Endpoint::Date(reference.plus_days(days)?.into()));
                let (start, end) = (day(monday)?, day(monday + 6)?);
                return Some(DateValue::Interval { start, end });
            }
            Unit::Month => {
                let day = months(1)?;
                PartialDate::Month {
                    year: Some(day.year()),
                    month: day.month(),
                }
            }
            Unit::Quarter => {
                let day = months(3)?;
                PartialDate::Quarter {
                    year: Some(day.year()),
                    quarter: day.month().div_ceil(3),
                }
            }
            Unit::Year => PartialDate::Year(months(12)?.year()),
        };
        Some(DateValue::Date(date))
    }
}
