//! What the JSON of this crate leaves out: keys that would be null, false or empty.
//!
//! A field that may be left out says so with `default` and `skip_serializing_if`: an `Option`, a
//! `Vec` or a string with its own `is_none` or `is_empty`, a `bool` with [`is_false`].

/// For `skip_serializing_if` on a flag.
pub(crate) fn is_false(flag: &bool) -> bool {
    !flag
}

/// Reads what is written as a string, where it is there at all.
pub(crate) fn parsed<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    let written = <Option<String> as serde::Deserialize>::deserialize(deserializer)?;
    let value = written.map(|written| written.parse()).transpose();
    value.map_err(serde::de::Error::custom)
}

/// Gives `$type` the JSON of `$json`, from which it is made and into which it goes.
macro_rules! written_as {
    ($type:ty, $json:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                <$json>::from(self.clone()).serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let json = <$json>::deserialize(deserializer)?;
                json.try_into().map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <$json>::schema_name()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                <$json>::schema_id()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <$json>::json_schema(generator)
            }
        }
    };
}

pub(crate) use written_as;
