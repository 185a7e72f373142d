//! The JSON of dates: values as EDTF strings.

use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde::{Deserialize, Deserializer, de};

use super::partial::PartialDate;
use super::value::DateValue;
use super::{DateExpression, TimeOfDay};

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
    };
}

as_string!(PartialDate);
as_string!(TimeOfDay);

/// EDTF as a string; null for values without EDTF.
impl Serialize for DateValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.edtf().serialize(serializer)
    }
}

impl Serialize for DateExpression {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut json = serializer.serialize_struct("DateExpression", 14)?;
        json.serialize_field("edtf", &self.value)?;
        json.serialize_field("core", &self.core)?;
        json.serialize_field("resolved", &self.resolved)?;
        json.serialize_field("modifier", &self.modifier)?;
        json.serialize_field("role", &self.role)?;
        json.serialize_field("time", &self.time)?;
        json.serialize_field("weekday", &self.weekday)?;
        json.serialize_field("part_of_day", &self.part_of_day)?;
        json.serialize_field("recurrence", &self.recurrence)?;
        json.serialize_field("year_reference", &self.year_reference)?;
        // What EDTF cannot say is written only where it was said.
        match &self.value {
            DateValue::Lunar(lunar) => json.serialize_field("lunar", lunar)?,
            DateValue::Offset(offset) => json.serialize_field("offset", offset)?,
            DateValue::Anchor(anchor) => json.serialize_field("anchor", anchor)?,
            DateValue::Relative(relative) => json.serialize_field("relative", relative)?,
            DateValue::Vague(vague) => json.serialize_field("vague", vague)?,
            _ => json.skip_field("value")?,
        }
        json.serialize_field("template", &self.template)?;
        json.serialize_field("warnings", &self.warnings)?;
        json.end()
    }
}
