//! How JSON holds the documents that something is of or about: by their names, which people know and
//! search for; and whole beside them where the name alone is not enough.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::DocumentId;
use crate::error::ParseError;

/// What is written as the name of a document, with the whole identity beside it where that says more.
pub(crate) trait ByName: Sized {
    /// The two; `None` for nothing.
    fn named(&self) -> Option<(String, Option<DocumentId>)>;

    /// Takes them back.
    fn of_name(named: Option<(String, Option<DocumentId>)>) -> Result<Self, ParseError>;
}

impl ByName for DocumentId {
    fn named(&self) -> Option<(String, Option<DocumentId>)> {
        let whole = (!self.is_told_by_name()).then(|| self.clone());
        Some((self.name(), whole))
    }

    fn of_name(named: Option<(String, Option<DocumentId>)>) -> Result<Self, ParseError> {
        match named {
            Some((_, Some(id))) => Ok(id),
            Some((name, None)) => name.parse(),
            None => "".parse(),
        }
    }
}

impl<T: ByName> ByName for Option<T> {
    fn named(&self) -> Option<(String, Option<DocumentId>)> {
        self.as_ref()?.named()
    }

    fn of_name(named: Option<(String, Option<DocumentId>)>) -> Result<Self, ParseError> {
        named.map(|named| T::of_name(Some(named))).transpose()
    }
}

/// The names of several documents; beside them are all or none.
pub(crate) fn all_named(ids: &[DocumentId]) -> (Vec<String>, Vec<DocumentId>) {
    let told = ids.iter().all(DocumentId::is_told_by_name);
    let whole = if told { Vec::new() } else { ids.to_vec() };
    (ids.iter().map(DocumentId::name).collect(), whole)
}

/// Takes back what [`all_named`] gives.
pub(crate) fn of_names(
    names: Vec<String>,
    ids: Vec<DocumentId>,
) -> Result<Vec<DocumentId>, ParseError> {
    match ids.is_empty() {
        true => names.into_iter().map(|name| name.parse()).collect(),
        false => Ok(ids),
    }
}

/// For a field that is flattened: a document under one key, and whole under another.
macro_rules! by_name {
    ($type:ident: $key:literal, $whole:literal) => {
        #[derive(Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub(crate) struct $type {
            #[serde(rename = $key, default, skip_serializing_if = "Option::is_none")]
            name: Option<String>,
            #[serde(rename = $whole, default, skip_serializing_if = "Option::is_none")]
            id: Option<DocumentId>,
        }

        impl $type {
            pub(crate) fn serialize<T: ByName, S: Serializer>(
                of: &T,
                to: S,
            ) -> Result<S::Ok, S::Error> {
                let (name, id) = of.named().unzip();
                let id = id.flatten();
                Serialize::serialize(&$type { name, id }, to)
            }

            pub(crate) fn deserialize<'de, T: ByName, D: Deserializer<'de>>(
                from: D,
            ) -> Result<T, D::Error> {
                let $type { name, id } = Deserialize::deserialize(from)?;
                T::of_name(name.map(|name| (name, id))).map_err(de::Error::custom)
            }
        }
    };
}

by_name!(Of: "of", "of_id");
by_name!(Cited: "document", "document_id");

/// For a field that is flattened: the documents that a reference means.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ResolvesTo {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    resolves_to: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ids: Vec<DocumentId>,
}

impl ResolvesTo {
    pub(crate) fn serialize<S: Serializer>(ids: &[DocumentId], to: S) -> Result<S::Ok, S::Error> {
        let (resolves_to, ids) = all_named(ids);
        Serialize::serialize(&ResolvesTo { resolves_to, ids }, to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<DocumentId>, D::Error> {
        let ResolvesTo { resolves_to, ids } = Deserialize::deserialize(from)?;
        of_names(resolves_to, ids).map_err(de::Error::custom)
    }
}
