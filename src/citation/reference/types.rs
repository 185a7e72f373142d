//! What a reference is.

use smol_str::SmolStr;

use crate::citation::Via;
use crate::document_id::DocumentId;
use crate::named::named;
use crate::tables::kinds::DocumentKind;

/// A short reference to a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reference {
    /// The documents meant, in the order in which they were cited; empty when that stays open, and
    /// for the document at hand when its header has no number. Serde writes their names, and under
    /// `ids` which documents they are, where the names leave that open.
    #[cfg_attr(
        feature = "serde",
        serde(flatten, with = "crate::document_id::json::ResolvesTo")
    )]
    pub resolves_to: Vec<DocumentId>,
    /// How the document meant hangs on the one in `resolves_to`, when it has no number of its own:
    /// the *Đề án* that a decision approved.
    #[cfg_attr(
        feature = "serde",
        serde(skip_serializing_if = "Option::is_none", default)
    )]
    pub via: Option<Via>,
    /// The form of the reference.
    pub anaphor: Anaphor,
    /// Kind of document that the words name, in the registry's spelling.
    #[cfg_attr(
        feature = "serde",
        serde(skip_serializing_if = "Option::is_none", default)
    )]
    pub kind: Option<SmolStr>,
    /// The bodies that the words behind it name as those that issued it: *Thông tư nêu trên của Bộ Y tế*. In the
    /// registry's spelling where it knows the body.
    #[cfg_attr(
        feature = "serde",
        serde(skip_serializing_if = "Vec::is_empty", default)
    )]
    pub issuers: Vec<String>,
    /// Serial that a short number has: *1706* in *Quyết định số 1706*.
    #[cfg_attr(
        feature = "serde",
        serde(skip_serializing_if = "Option::is_none", default)
    )]
    pub serial: Option<String>,
    /// Year that a short number has: 2019 in *Nghị định 100/2019*.
    #[cfg_attr(
        feature = "serde",
        serde(skip_serializing_if = "Option::is_none", default)
    )]
    pub year: Option<u16>,
    /// The whole number that a short one most likely stands for. It is derived from the kind, which has one
    /// issuer alone (*Nghị định 100/2019* is *100/2019/NĐ-CP*), and not found in the text.
    #[cfg_attr(
        feature = "serde",
        serde(skip_serializing_if = "Option::is_none", default)
    )]
    pub candidate: Option<String>,
}

impl Reference {
    /// A reference of that form by a word for `kind`, to `documents`.
    pub(super) fn to(anaphor: Anaphor, kind: &DocumentKind, documents: Vec<DocumentId>) -> Self {
        Reference {
            resolves_to: documents,
            via: None,
            anaphor,
            kind: Some(SmolStr::new(&kind.name)),
            issuers: Vec::new(),
            serial: None,
            year: None,
            candidate: None,
        }
    }
}

/// The forms of a [`Reference`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Anaphor {
    /// *Nghị định này*: the document at hand; on a page that is none, the one that it announces.
    This,
    /// *Kế hoạch nói trên*, *Chỉ thị đã nêu*, *Luật đó*.
    SaidAbove,
    /// *hai Nghị quyết nêu trên*, *các Công điện nêu trên*: so many documents of that kind, the last
    /// ones named.
    CountedAbove,
    /// *Nghị quyết đề ra …*: the kind alone, with a capital.
    BareKind,
    /// *Chương trình hành động của Chính phủ*.
    KindPlusIssuer,
    /// *Quyết định số 1706*, *Nghị định 30*.
    KindPlusSerial,
    /// *Luật Đất đai*, after *Luật Đất đai số 31/2024/QH15*.
    KindPlusTitle,
    /// A name that the text has given: *(sau đây gọi tắt là Nghị định số 30)*.
    Label,
    /// In a title, in front of the citation that it stands for.
    Cataphoric,
    /// *Quyết định phê duyệt … (Quyết định số 242/QĐ-TTg)*.
    DescriptiveThenParenthesis,
}

named!(Anaphor, "a form of reference" {
    This = "this",
    SaidAbove = "said_above",
    CountedAbove = "counted_above",
    BareKind = "bare_kind",
    KindPlusIssuer = "kind_plus_issuer",
    KindPlusSerial = "kind_plus_serial",
    KindPlusTitle = "kind_plus_title",
    Label = "label",
    Cataphoric = "cataphoric",
    DescriptiveThenParenthesis = "descriptive_then_parenthesis",
});
