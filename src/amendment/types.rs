//! What an instruction to amend says.

use crate::carry::{carried, placeless};
use crate::document_id::DocumentId;
use crate::named::named;
use crate::provision::Target;
use crate::span::Passage;

/// One thing that an amending document does to one unit of another (*sửa đổi, bổ sung, bãi bỏ*;
/// Luật 64/2025/QH15, Điều 8).
///
/// The span of the find is the sentence that instructs, without the new wording below it. An
/// instruction that names several units is as many amendments, each with its own part of the new
/// wording where that can be told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Amendment<'t> {
    /// What is done.
    pub operation: Operation,
    /// The document that is amended; of an attached regulation its carrier. `None` where the text
    /// does not tell which. Serde writes its name, and beside it which document that is, where the
    /// name leaves it open.
    #[cfg_attr(
        feature = "serde",
        serde(flatten, with = "crate::document_id::json::Of")
    )]
    pub of: Option<DocumentId>,
    /// The unit that is amended; without any label when it is the title of the document itself.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_whole"))]
    pub target: Target,
    /// Whether only the heading of that unit is meant, or the title of the document where there is no label: words
    /// exchanged *tại tên Điều 5*, *bãi bỏ tên Mục 2*. What is [renamed](Operation::Rename) is always a heading.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "crate::json::is_false")
    )]
    pub heading: bool,
    /// The units within it that stay as they are (*trừ khoản 2*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub except: Vec<Target>,
    /// The unit behind which a new one is put (*vào sau*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub after: Option<Target>,
    /// The unit in front of which a new one is put (*vào trước*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub before: Option<Target>,
    /// The new wording, without its quotation marks; its units are the quoted ones of the outline.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub new: Option<Passage<'t>>,
    /// The words that are taken out.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub old_words: Option<Passage<'t>>,
    /// The words that are put in; `None` beside [`old_words`](Self::old_words) when these are only
    /// taken out.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub new_words: Option<Passage<'t>>,
    /// The words behind which new ones are put.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub after_words: Option<Passage<'t>>,
    /// The words in front of which new ones are put.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub before_words: Option<Passage<'t>>,
}

#[cfg(feature = "serde")]
fn is_whole(target: &Target) -> bool {
    *target == Target::default()
}

carried!(Amendment<'_> { new, old_words, new_words, after_words, before_words }
    keeps { operation, of, target, heading, except, after, before });

/// What is done to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Operation {
    /// *sửa đổi, bổ sung khoản 2 Điều 5 như sau*: it reads anew.
    Replace,
    /// *bổ sung Điều 5a vào sau Điều 5*: it is put in.
    Insert,
    /// *bãi bỏ khoản 2 Điều 5*: it goes.
    Repeal,
    /// *thay thế cụm từ … bằng cụm từ …*, *bỏ cụm từ …*: some of its words change.
    ReplaceText,
    /// *bổ sung cụm từ … vào sau cụm từ …*: words are put in.
    InsertText,
    /// *sửa đổi tên Điều 5 như sau*: its heading reads anew.
    Rename,
}

placeless!(Operation);

named!(Operation, "an operation" {
    Replace = "replace",
    Insert = "insert",
    Repeal = "repeal",
    ReplaceText = "replace_text",
    InsertText = "insert_text",
    Rename = "rename",
});
