//! Date expressions of Vietnamese official prose: full and partial dates, periods, sets,
//! recurring and relative ones.
//!
//! ```
//! let found = vanban::date::find("Chương trình số 135-CTr/BCS ngày 14/05/2020, giai đoạn 2020 - 2025");
//! let seen: Vec<_> = found.map(|d| (d.text, d.value.edtf().unwrap())).collect();
//! assert_eq!(seen, [
//!     ("ngày 14/05/2020".into(), "2020-05-14".to_string()),
//!     ("giai đoạn 2020 - 2025".into(), "2020/2025".to_string()),
//! ]);
//! ```
//!
//! The day comes before the month (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4). A value
//! has the precision of the words: *tháng 11/2020* is a month, *Sáng 12/8* a day of an unknown
//! year. The span holds the unit word and the digits; a preposition (*trước*, *đến hết*, *trong*)
//! stands outside and becomes the [`Modifier`], except in *từ … đến …*, which is one interval.
//! Blank forms, impossible days and lunar dates are reported without an EDTF value.
//!
//! # Units
//!
//! Values are [EDTF](https://www.loc.gov/standards/datetime/) (ISO 8601-2:2019), levels 0 to 2: `2020-11` a month,
//! `XXXX-08-12` a day of an unknown year, `2020-36` the fourth quarter, `2018/2022` an interval with both its ends.
//! [`DateExpression::bounds`] gives the first and the last day, with the modifier, the clock and what was
//! [resolved](DateExpression::resolved) heeded; both ends count. Recurrences and lengths are ISO 8601 durations
//! ([`Period`]). Clock times are of Vietnam, UTC+07:00, unless the text says otherwise.
//!
//! ```
//! use vanban::date::{Modifier, Role};
//!
//! let found = vanban::date::find("hoàn thành trước ngày 30/6/2021").next().unwrap();
//! let date = found.value;
//! assert_eq!((date.modifier, date.role), (Some(Modifier::Before), Some(Role::Deadline)));
//! assert_eq!(date.bounds().unwrap().last.unwrap().to_string(), "2021-06-29");
//! ```
//!
//! # Errors
//!
//! [`find`] has none: a day that no calendar has is found with a [warning](DateWarning::ImpossibleDate). `parse` of
//! [`DateValue`], [`PartialDate`], [`CivilDate`], [`TimeOfDay`] and [`Period`] names what was expected and the byte:
//!
//! ```
//! let error = "2020-02-31".parse::<vanban::date::CivilDate>().unwrap_err();
//! assert_eq!(error.to_string(), "expected a day that the calendar has at byte 5, found '0'");
//! ```

mod atom;
mod change;
mod civil;
mod clock;
mod column;
mod counted;
mod day;
mod digits;
mod draft;
mod dressing;
mod due;
mod edtf;
mod era;
mod expression;
mod find;
mod frame;
mod group;
mod hand;
mod hours;
#[cfg(feature = "jiff02")]
mod jiff;
mod lexicon;
mod lunar;
mod moment;
mod part;
mod partial;
mod period;
mod recurrence;
mod relative;
mod role;
mod row;
#[cfg(feature = "serde")]
mod serialize;
mod unit;
mod value;

pub use civil::CivilDate;
pub use clock::{PartOfDay, TimeOfDay, Weekday};
pub use counted::{Anchor, Offset, Relative};
pub use expression::{DateExpression, DateWarning, Modifier, Role, YearReference};
pub(crate) use find::dates_of;
pub use find::find;
pub use partial::PartialDate;
pub use period::{Period, Unit};
pub use value::{Bounds, DateValue, Endpoint, LunarDate, Vague};
