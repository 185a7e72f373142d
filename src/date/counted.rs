//! Days that are counted: lengths from a day or an event, units from the day of writing.

use super::civil::CivilDate;
use super::clock::Weekday;
use super::partial::PartialDate;
use super::period::{Period, Unit};

/// A length of time counted from an event (*sau 45 ngày kể từ ngày ký ban hành*) or back from one
/// (*chậm nhất 20 ngày trước ngày 30/11/2025*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Offset {
    /// How long.
    pub period: Period,
    /// Whether only working days count (*ngày làm việc*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "crate::json::is_false")
    )]
    pub working_days: bool,
    /// Whether it is counted back.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "crate::json::is_false")
    )]
    pub back: bool,
    /// What it is counted from.
    pub from: Anchor,
}

impl Offset {
    /// The day on which it ends: the day counted from does not count (Bộ luật Dân sự, Điều 147).
    /// Never for working days, which need a table of holidays.
    pub(super) fn end(self, reference: Option<CivilDate>) -> Option<CivilDate> {
        if self.working_days {
            return None;
        }
        let base = self.from.day(reference)?;
        let count = i32::from(self.period.count()) * if self.back { -1 } else { 1 };
        match self.period.unit() {
            Unit::Day => base.plus_days(count),
            Unit::Week => base.plus_days(count * 7),
            Unit::Month | Unit::Quarter => base.plus_months(count),
            Unit::Year => base.plus_months(count * 12),
        }
    }

    /// Whether it is counted from a day that is written out, as far as it is.
    pub(super) fn is_from_day(self) -> bool {
        matches!(self.from, Anchor::Day(_))
    }

    /// Whether it is counted back from its day.
    pub(super) fn counts_back(self) -> bool {
        self.back
    }

    /// The day it is counted from on, if that is written out.
    pub(super) fn base(self) -> Option<CivilDate> {
        self.from.day(None).filter(|_| !self.back)
    }
}

/// A day named by what happened on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Anchor {
    /// *ngày ký*, *ngày ký ban hành*: the document's own date.
    Signing,
    /// *ngày ban hành*: the document's own date.
    Promulgation,
    /// *ngày công bố*.
    Publication,
    /// *ngày thông qua*: the day on which the Assembly or a council passed it.
    Adoption,
    /// *ngày đăng Công báo*.
    Gazette,
    /// *ngày có hiệu lực*.
    EntryIntoForce,
    /// *cùng ngày*: the day last named.
    SameDay,
    /// *ngày nói trên*, *ngày này*: a day named before.
    Mentioned,
    /// Another event, named in words of its own (*ngày nhận đủ hồ sơ*).
    Event,
    /// A day written out (*kể từ ngày 01/8/2025*).
    Day(PartialDate),
}

impl Anchor {
    /// The day meant. The document's own date is the reference.
    pub(super) fn day(self, reference: Option<CivilDate>) -> Option<CivilDate> {
        match self {
            Anchor::Signing | Anchor::Promulgation => reference,
            Anchor::Day(date) => {
                let date = match reference {
                    Some(reference) => date.resolve(reference)?,
                    None => date,
                };
                let (first, last) = date.bounds()?;
                (first == last).then_some(first)
            }
            _ => None,
        }
    }
}

/// A date counted in whole units from the day of writing.
///
/// ```
/// use vanban::date::{CivilDate, DateValue};
///
/// let found = vanban::date::find("Gửi ý kiến vào thứ Sáu tuần này.").next().unwrap();
/// let wednesday = CivilDate::new(2026, 3, 11).unwrap();
/// assert_eq!(found.value.resolve(wednesday).unwrap().to_string(), "2026-03-13");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Relative {
    /// The unit, and the precision of the result.
    pub unit: Unit,
    /// 0 is the current one, 1 the next, -1 the one before.
    pub shift: i16,
    /// This many units on, from the one at `shift` and away from the day of writing (*3 ngày tới*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub count: Option<u16>,
    /// This day of the week (*thứ Sáu tuần này*); with days as the unit the next or last day of that
    /// name (*thứ Ba tới*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub weekday: Option<Weekday>,
}

impl Relative {
    pub(super) fn new(unit: Unit, shift: i16) -> Self {
        Relative {
            unit,
            shift,
            count: None,
            weekday: None,
        }
    }
}
