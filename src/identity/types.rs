//! What an identity is.

use crate::carry::{carried, placeless};
use crate::document_id::DocumentId;
use crate::span::{Passage, Span};

/// The document that the page is: read from its header, its closing and the day on which it was passed;
/// of a page without a header the one that it announces.
///
/// ```
/// let page = "BỘ TƯ PHÁP\nSố: 09/2025/TT-BTP\nHà Nội, ngày 20 tháng 6 năm 2025\nTHÔNG TƯ\nVề công chứng\n\
///             Điều 1. Phạm vi\nThông tư này quy định về công chứng.";
/// let document = vanban::extract(page);
/// let identity = document.identity.unwrap();
/// assert_eq!(identity.id.name(), "09/2025/TT-BTP");
/// assert_eq!(identity.iri.as_deref(), Some("/akn/vn/act/thong-tu/2025-06-20/09-2025-tt-btp"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Identity<'t> {
    /// Which document it is.
    pub id: DocumentId,
    /// Whether the page only announces the document: a report of its issue, which is not its text.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "crate::json::is_false")
    )]
    pub announced: bool,
    /// Kind (*loại văn bản*), in the registry's spelling.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub kind: Option<String>,
    /// Canonical number (*số, ký hiệu*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub number: Option<String>,
    /// Date of issue in EDTF: that of the header, else the day on which it was passed.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub date: Option<String>,
    /// Full names of the issuing bodies.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub issuers: Vec<String>,
    /// Title (*trích yếu*; of a law its name).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub title: Option<Passage<'t>>,
    /// Work IRI of Akoma Ntoso: see [`DocumentId::akn_iri`].
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub iri: Option<String>,
    /// Who signed.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub signers: Vec<Signer>,
}

/// Who signed (*người ký*), with the lines above the name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Signer {
    /// Name of the person.
    pub name: String,
    /// Office (*chức vụ*), as written: *THỨ TRƯỞNG*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub office: Option<String>,
    /// Whose place the signature takes, with the abbreviation before it: *KT. BỘ TRƯỞNG*.
    #[cfg_attr(
        feature = "serde",
        serde(default, rename = "for", skip_serializing_if = "Option::is_none")
    )]
    pub in_place_of: Option<String>,
}

/// A document with all its mentions: citations and references.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MentionedDocument {
    /// Which document.
    pub id: DocumentId,
    /// Its canonical number.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub number: Option<String>,
    /// Its title, where it is known by it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub title: Option<String>,
    /// Where it is mentioned, in text order.
    pub mentions: Vec<Span>,
}

carried!(Identity<'_> { title } keeps { id, announced, kind, number, date, issuers, iri, signers });
carried!(MentionedDocument { mentions } keeps { id, number, title });
placeless!(Signer);
