//! A file that holds several documents, one below the other: a gazette, a folder turned into text.

use crate::carry::carried;
use crate::identity::Identity;
use crate::outline::{Closing, Header};
use crate::span::Span;

/// One of the documents of a file that holds several.
///
/// Each is read for itself: its units count from 1, *Thông tư này* and *Điều này* are its own, the day
/// that a date without a year is seen from is the day on which it was written. Where its header tells
/// which document it is, its own units, provisions, lists, assignments and statements of force name it;
/// `self` stays where the header does not tell.
///
/// ```
/// let one = "BỘ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 05/2024/TT-BYT\nHà Nội, ngày 02 tháng 5 năm 2024\n\
///            THÔNG TƯ\nVề kho thuốc\nĐiều 1. Phạm vi\nThông tư này áp dụng toàn quốc.\nBỘ TRƯỞNG\nTrần Văn A\n";
/// let two = one.replace("05/2024", "06/2024");
/// let file = format!("{one}{two}");
/// let document = vanban::extract(&file);
/// let numbers: Vec<_> = document.parts.iter().map(|part| part.identity.as_ref().unwrap().id.name()).collect();
/// assert_eq!(numbers, ["05/2024/TT-BYT", "06/2024/TT-BYT"]);
/// assert_eq!(document.parts[1].span.of(&file), two.trim_end());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Part<'t> {
    /// From its letterhead to the end of its closing and annexes.
    pub span: Span,
    /// Which document it is.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub identity: Option<Identity<'t>>,
    /// The frame above it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub header: Option<Header<'t>>,
    /// The frame below it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub closing: Option<Closing<'t>>,
}

carried!(Part<'_> { span, identity, header, closing });
