//! What a body is to those who read the document.

use std::borrow::Cow;

use crate::carry::placeless;
use crate::named::named;
use crate::tables::bodies::BodyClass;

/// A body that issues documents or is given tasks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct IssuingBody {
    /// Full name in the registry's spelling; a name that the registry does not have is composed
    /// of the head word's spelling and the page's words.
    pub name: Cow<'static, str>,
    /// Which body it is, whoever speaks for it: the name in small letters with hyphens, of a holder
    /// that of his body. *Bộ Chính trị* and *Ban Bí thư* share the code `TW`, but no id. A class
    /// of bodies has none, nor has *UBND tỉnh* of a province that is not known. Of *Sở Y tế* and *Vụ Pháp
    /// chế* alone it is the name, which others share.
    ///
    /// ```
    /// let id = |text: &str| vanban::body::find(text).next().unwrap().value.id;
    /// assert_eq!(id("Bộ trưởng Bộ Tư pháp").as_deref(), Some("bộ-tư-pháp"));
    /// assert_eq!(id("BỘ TƯ PHÁP").as_deref(), Some("bộ-tư-pháp"));
    /// ```
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub id: Option<Cow<'static, str>>,
    /// Code that stands for it in document numbers.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub code: Option<Cow<'static, str>>,
    /// What kind of body.
    pub class: BodyClass,
    /// The province or city it belongs to; the district or commune where no province is named.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub place: Option<Cow<'static, str>>,
    /// The office named instead of the body: *Bộ trưởng* in *Bộ trưởng Bộ Tư pháp*; a deputy's as
    /// such: *Phó Chủ tịch*, *Thứ trưởng* (which stands before the name, not in it).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub holder: Option<Cow<'static, str>>,
    /// The term of an assembly: 15 for *Quốc hội khóa XV*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub term: Option<u16>,
    /// The body it is part of.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub parent: Option<Cow<'static, str>>,
    /// Whether it names a class of bodies (*các bộ, ngành, địa phương*), not one.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "crate::json::is_false")
    )]
    pub generic: bool,
    /// Whether part of the name was taken from elsewhere in the document: the province of
    /// *Tỉnh ủy*, the ministry of *Văn phòng Bộ*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "crate::json::is_false")
    )]
    pub derived: bool,
    /// What is doubtful about it for a page of that day.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub warnings: Vec<BodyWarning>,
}

/// Why a page of its day should not name a body as one that acts. The body is given all the same: a text
/// of 2026 may well tell of *Bộ Kế hoạch và Đầu tư*, which ended in February 2025.
///
/// ```
/// use vanban::body::{BodyWarning, Finder};
///
/// let of = |text: &str, day: &str| {
///     let finder = Finder::new().on(day.parse().unwrap());
///     finder.find(text).next().unwrap().value.warnings
/// };
/// assert_eq!(of("Bộ Kế hoạch và Đầu tư", "2026-03-01"), [BodyWarning::NoMore]);
/// assert_eq!(of("Bộ Nông nghiệp và Môi trường", "2024-03-01"), [BodyWarning::NotYet]);
/// assert_eq!(of("UBND huyện Mộc Châu", "2025-07-01"), [BodyWarning::NoMore]);
/// assert_eq!(of("UBND huyện Mộc Châu", "2025-06-30"), []);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum BodyWarning {
    /// There was no such body yet: it, its province or its level came later. The date of the page, the name
    /// or the reading is wrong.
    NotYet,
    /// There is no such body any more: it, its province or its level ended before. Who took over its work
    /// stands in the [registry](super::Registry).
    NoMore,
}

named!(BodyWarning, "a warning about a body" {
    NotYet = "not_yet",
    NoMore = "no_more",
});

placeless!(IssuingBody);

impl IssuingBody {
    /// Who issues what this body or holder signs: a deputy signs for another (*KT.*, Nghị định
    /// 30/2020/NĐ-CP, Điều 13).
    pub(crate) fn issuer(&self) -> &str {
        let deputy = |holder: &&Cow<'static, str>| holder.starts_with("Phó ");
        let within = |holder: &&Cow<'static, str>| self.name.starts_with(&***holder);
        let Some(holder) = self.holder.as_ref().filter(within).filter(deputy) else {
            return &self.name;
        };
        // Their chiefs are issuers themselves.
        for (office, chief) in [
            ("Phó Thủ tướng", "Thủ tướng Chính phủ"),
            ("Phó Chủ tịch nước", "Chủ tịch nước"),
        ] {
            if holder.starts_with(office) && self.class != BodyClass::Foreign {
                return chief;
            }
        }
        // *Phó Chánh Văn phòng Bộ*: the title takes a word of the name along.
        let title = [
            "Phó Chánh V",
            "Phó Chánh T",
            "Phó Tổng T",
            "Phó Tổng K",
            "Phó Trưởng B",
        ]
        .iter()
        .find(|title| holder.starts_with(**title))
        .map_or(holder.len(), |title| title.len() - 1);
        self.name.get(title..).map_or(&self.name, str::trim_start)
    }
}

impl std::fmt::Display for IssuingBody {
    /// The full name.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}
