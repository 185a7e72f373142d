//! The JSON of dates: values as EDTF strings, where they have one.

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::clock::TimeOfDay;
use super::counted::{Anchor, Offset, Relative};
use super::expression::DateExpression;
use super::partial::PartialDate;
use super::period::Period;
use super::value::{Bounds, DateValue, LunarDate, Vague};
use crate::ParseError;
use crate::json::written_as;

/// Writes a value that has a written form as a string, and reads it back.
macro_rules! as_string {
    ($type:ty) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?
                    .parse()
                    .map_err(de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                String::schema_name()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                String::json_schema(generator)
            }
        }
    };
}

as_string!(PartialDate);
as_string!(TimeOfDay);

/// The one key under which a value stands beside those of its expression: `edtf`, or what kind of
/// value it is that EDTF cannot say.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum Keyed {
    Edtf(String),
    Recurring(Period),
    Lunar(LunarDate),
    Offset(Offset),
    Anchor(Anchor),
    Relative(Relative),
    Vague(Vague),
    /// `true`, as the next.
    Blank(bool),
    Impossible(bool),
}

written_as!(DateValue, Keyed);

impl From<DateValue> for Keyed {
    fn from(value: DateValue) -> Keyed {
        match value {
            DateValue::Recurring(period) => Keyed::Recurring(period),
            DateValue::Lunar(lunar) => Keyed::Lunar(lunar),
            DateValue::Offset(offset) => Keyed::Offset(offset),
            DateValue::Anchor(anchor) => Keyed::Anchor(anchor),
            DateValue::Relative(relative) => Keyed::Relative(relative),
            DateValue::Vague(vague) => Keyed::Vague(vague),
            DateValue::Blank => Keyed::Blank(true),
            DateValue::Impossible => Keyed::Impossible(true),
            DateValue::Date(_)
            | DateValue::Approximate(_)
            | DateValue::Interval { .. }
            | DateValue::AllOf(_)
            | DateValue::OneOf(_) => Keyed::Edtf(value.to_string()),
        }
    }
}

impl TryFrom<Keyed> for DateValue {
    type Error = ParseError;

    fn try_from(keyed: Keyed) -> Result<DateValue, ParseError> {
        Ok(match keyed {
            Keyed::Edtf(edtf) => edtf.parse()?,
            Keyed::Recurring(period) => DateValue::Recurring(period),
            Keyed::Lunar(lunar) => DateValue::Lunar(lunar),
            Keyed::Offset(offset) => DateValue::Offset(offset),
            Keyed::Anchor(anchor) => DateValue::Anchor(anchor),
            Keyed::Relative(relative) => DateValue::Relative(relative),
            Keyed::Vague(vague) => DateValue::Vague(vague),
            Keyed::Blank(_) => DateValue::Blank,
            Keyed::Impossible(_) => DateValue::Impossible,
        })
    }
}

/// With `first` and `last`, which are counted from the rest and not read back.
impl Serialize for DateExpression {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match &self.value {
            DateValue::Recurring(period) => map.serialize_entry("recurring", period)?,
            DateValue::Lunar(lunar) => map.serialize_entry("lunar", lunar)?,
            DateValue::Offset(offset) => map.serialize_entry("offset", offset)?,
            DateValue::Anchor(anchor) => map.serialize_entry("anchor", anchor)?,
            DateValue::Relative(relative) => map.serialize_entry("relative", relative)?,
            DateValue::Vague(vague) => map.serialize_entry("vague", vague)?,
            DateValue::Blank => map.serialize_entry("blank", &true)?,
            DateValue::Impossible => map.serialize_entry("impossible", &true)?,
            dated => map.serialize_entry("edtf", &dated.to_string())?,
        }
        map.serialize_entry("core", &self.core)?;
        let edtf = self.resolved.as_ref().and_then(DateValue::edtf);
        let Bounds { first, last } = self.bounds().unwrap_or(Bounds {
            first: None,
            last: None,
        });
        entry(&mut map, "resolved", &edtf)?;
        entry(&mut map, "first", &first)?;
        entry(&mut map, "last", &last)?;
        entry(&mut map, "modifier", &self.modifier)?;
        entry(&mut map, "part", &self.part)?;
        entry(&mut map, "role", &self.role)?;
        entry(&mut map, "time", &self.time)?;
        entry(&mut map, "weekday", &self.weekday)?;
        entry(&mut map, "part_of_day", &self.part_of_day)?;
        entry(&mut map, "recurrence", &self.recurrence)?;
        entry(&mut map, "year_reference", &self.year_reference)?;
        entry(&mut map, "template", &self.template.then_some(true))?;
        let warnings = Some(&self.warnings).filter(|warnings| !warnings.is_empty());
        entry(&mut map, "warnings", &warnings)?;
        map.end()
    }
}

/// An entry that is left out where it says nothing.
fn entry<M: SerializeMap>(
    map: &mut M,
    key: &'static str,
    value: &Option<impl Serialize>,
) -> Result<(), M::Error> {
    match value {
        Some(value) => map.serialize_entry(key, value),
        None => Ok(()),
    }
}

/// With the ranges of the calendar checked.
impl<'de> Deserialize<'de> for LunarDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(default)]
        #[derive(Default)]
        struct Written {
            year: Option<u16>,
            month: Option<u8>,
            day: Option<u8>,
        }
        let Written { year, month, day } = Written::deserialize(deserializer)?;
        if month.is_some_and(|month| !(1..=12).contains(&month)) {
            return Err(de::Error::custom("expected a lunar month from 1 to 12"));
        }
        if day.is_some_and(|day| !(1..=30).contains(&day)) {
            return Err(de::Error::custom("expected a lunar day from 1 to 30"));
        }
        Ok(LunarDate { year, month, day })
    }
}
