//! Lengths of time: a count of one unit.

use crate::named::named;

/// A unit of calendar time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Unit {
    /// Ngày.
    Day,
    /// Tuần.
    Week,
    /// Tháng.
    Month,
    /// Quý.
    Quarter,
    /// Năm.
    Year,
}

named!(Unit, "a unit of time" {
    Day = "day",
    Week = "week",
    Month = "month",
    Quarter = "quarter",
    Year = "year",
});

/// A length of time in one unit; `Display` writes it as an ISO 8601 duration.
///
/// ```
/// use vanban::date::{Period, Unit};
///
/// assert_eq!("P45D".parse().ok(), Period::new(45, Unit::Day));
/// assert_eq!(Period::new(1, Unit::Quarter), Period::new(3, Unit::Month));
/// assert_eq!(Period::new(0, Unit::Day), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(into = "String", try_from = "String"))]
pub struct Period {
    count: u16,
    unit: Unit,
}

impl Period {
    /// `count` units; a quarter is three months. `None` for no time at all, and for more than 65535.
    pub const fn new(count: u16, unit: Unit) -> Option<Self> {
        let (count, unit) = match unit {
            Unit::Quarter => (count.checked_mul(3), Unit::Month),
            unit => (Some(count), unit),
        };
        match count {
            None | Some(0) => None,
            Some(count) => Some(Period { count, unit }),
        }
    }

    /// How many; never 0.
    pub const fn count(self) -> u16 {
        self.count
    }

    /// Of what: days, weeks, months or years.
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// One unit, or the months that make a quarter: for tables.
    pub(super) const fn one(unit: Unit) -> Period {
        match Period::new(1, unit) {
            Some(period) => period,
            None => panic!("one is not none"),
        }
    }
}
