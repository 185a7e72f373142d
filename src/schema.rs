//! The JSON Schema of a document.

use schemars::generate::SchemaSettings;
use schemars::{Schema, json_schema};

use crate::document::{Document, Schema as Version};

/// The JSON Schema (draft 2020-12) of what serde writes for a [`Document`]; feature `schema`.
///
/// Its `$id` names the [version](crate::Schema::VERSION). Keys that may be left out are not required, and
/// keys that a later version of this crate adds are allowed.
///
/// ```
/// let schema = vanban::json_schema();
/// assert_eq!(schema.get("$id").unwrap(), "urn:vanban:document:2");
/// assert!(schema.pointer("/properties/numbers/items").is_some());
/// ```
pub fn json_schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<Document<'_>>();
    let id = format!("urn:vanban:document:{}", Version::VERSION);
    schema.insert("$id".to_owned(), id.into());
    schema
}

/// What is written of a date expression: its place, whatever else it has, and the first and the last day
/// beside its fields.
pub(crate) fn date_as_written(schema: &mut Schema) {
    let day = json_schema!({ "type": "string", "format": "date" });
    let keys = schema.ensure_object();
    keys.insert("required".to_owned(), vec!["core"].into());
    if let Some(properties) = keys.get_mut("properties").and_then(|p| p.as_object_mut()) {
        properties.insert("first".to_owned(), day.clone().into());
        properties.insert("last".to_owned(), day.into());
    }
}
