//! What a citation is.

use smol_str::SmolStr;

use crate::carry::{carried, placeless};
use crate::date::PartialDate;
use crate::document_id::DocumentId;
use crate::named::named;
use crate::number::DocumentNumber;
use crate::span::{Passage, Span};
use crate::tables::Tables;

/// A document that the text names by its number.
///
/// The span of the find covers kind, *số* and number, and the date and `của ISSUER` when they
/// follow directly: `Quyết định số 471/QĐ-TTg ngày 26/4/2019 của Thủ tướng Chính phủ`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Citation<'t> {
    /// Kind (*loại văn bản*) as the text calls it, in the registry's spelling: `Nghị quyết`.
    /// `None` when neither a kind word nor the number's code tells.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub kind: Option<SmolStr>,
    /// The number; serde writes its canonical spelling. `None` for a document that is cited by name,
    /// as the resolution of a Party congress is, or a law.
    #[cfg_attr(
        feature = "serde",
        serde(
            default,
            skip_serializing_if = "Option::is_none",
            with = "optional_text"
        )
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub number: Option<DocumentNumber>,
    /// The name: `Bảo hiểm y tế` in *Luật Bảo hiểm y tế số 25/2008/QH12*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub title: Option<Passage<'t>>,
    /// The Party meeting that passed it: *Đại hội XIII*, *Trung ương 4 khóa XII*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub meeting: Option<PartyMeeting>,
    /// Which document it is, as far as the whole text tells.
    pub id: DocumentId,
    /// Issue date (*ngày ban hành*) as this sentence states it; of a law that is cited by name and
    /// year, the year.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub date: Option<StatedDate>,
    /// Issuing bodies (*cơ quan ban hành*) as this sentence states them; a joint document has several.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub issuers: Vec<StatedIssuer>,
    /// Subject (*trích yếu*), without the *về* or *về việc* that leads it in.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub subject: Option<Passage<'t>>,
    /// Date and issuer with the help of the rest of the document.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Resolved::is_empty")
    )]
    pub resolved: Resolved,
}

/// A Party meeting that passes resolutions without a number (*Nghị quyết Đại hội XIII của Đảng*,
/// *Nghị quyết Trung ương 4 khóa XII*).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum PartyMeeting {
    /// *Đại hội*: a congress.
    Congress {
        /// Which one: 13 in *Đại hội XIII*.
        ordinal: u8,
        /// The Party committee whose congress it is, as written: *Đảng bộ tỉnh Sơn La*; `None` for
        /// the national one.
        #[cfg_attr(
            feature = "serde",
            serde(default, skip_serializing_if = "Option::is_none")
        )]
        of: Option<String>,
    },
    /// *Hội nghị Trung ương*: a plenum of the Central Committee.
    Plenum {
        /// Which one: 4 in *Trung ương 4 khóa XII*.
        ordinal: u8,
        /// The term of the Central Committee: 12 there.
        term: u8,
    },
}

/// An issue date, and where the sentence states it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StatedDate {
    /// The date, with the precision that was written; JSON has it in EDTF (ISO 8601-2): `2019-09-27`.
    #[cfg_attr(feature = "serde", serde(rename = "edtf", with = "as_text"))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub date: PartialDate,
    /// Where it stands.
    pub source: Source,
    /// Its place in the text.
    pub span: Span,
}

/// An issuing body, and where the sentence states it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StatedIssuer {
    /// Full name.
    pub name: String,
    /// Where it stands.
    pub source: Source,
}

/// Where a sentence states the date or the issuer of a document it cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Source {
    /// Right after the number: `số 12/CP ngày 26/01/1995 của Chính phủ`.
    Inline,
    /// Before the verb whose object the citation is: `Ngày 27/9/2019, Bộ Chính trị ban hành …`.
    Sentence,
    /// In the sentence in front of the bracket that holds the citation.
    Bracket,
}

named!(Source, "a source of what is stated" {
    Inline = "inline",
    Sentence = "sentence",
    Bracket = "bracket",
});

/// What the whole document tells of a cited document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Resolved {
    /// Number of a law that is cited by name, from the table of laws; `None` when it leaves more
    /// than one, or the text has the number itself.
    #[cfg_attr(
        feature = "serde",
        serde(
            default,
            skip_serializing_if = "Option::is_none",
            with = "optional_text"
        )
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub number: Option<DocumentNumber>,
    /// Issue date; `None` when nothing tells, or when two mentions disagree.
    #[cfg_attr(
        feature = "serde",
        serde(
            default,
            skip_serializing_if = "Option::is_none",
            with = "optional_text"
        )
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub date: Option<PartialDate>,
    /// Full names of the issuers; none likewise.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub issuers: Vec<String>,
    /// How the issuers became known; `None` when they are not.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub evidence: Option<Evidence>,
}

impl Resolved {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Resolved::default()
    }
}

/// How the issuer of a cited document became known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Evidence {
    /// The sentence of the citation says so.
    Stated,
    /// Another mention of the same document says so.
    Mention,
    /// The citation stands in a list of documents that were issued by that body.
    List,
    /// The issuer code in the number stands for that body alone.
    Code,
    /// Every province has the body of the issuer code; the text speaks of one place only.
    Place,
}

named!(Evidence, "an evidence" {
    Stated = "stated",
    Mention = "mention",
    List = "list",
    Code = "code",
    Place = "place",
});

/// A value in its written form.
#[cfg(feature = "serde")]
mod as_text {
    use std::fmt::Display;
    use std::str::FromStr;

    use serde::{Deserialize, Deserializer, Serializer, de};

    pub(super) fn serialize<T: Display, S: Serializer>(
        value: &T,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_str(value)
    }

    pub(super) fn deserialize<'de, T, D>(from: D) -> Result<T, D::Error>
    where
        T: FromStr<Err: Display>,
        D: Deserializer<'de>,
    {
        let text = String::deserialize(from)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// The same, of what may be absent.
#[cfg(feature = "serde")]
mod optional_text {
    use std::fmt::Display;
    use std::str::FromStr;

    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    pub(super) fn serialize<T: Display, S: Serializer>(
        value: &Option<T>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        value.as_ref().map(ToString::to_string).serialize(to)
    }

    pub(super) fn deserialize<'de, T, D>(from: D) -> Result<Option<T>, D::Error>
    where
        T: FromStr<Err: Display>,
        D: Deserializer<'de>,
    {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| text.parse().map_err(de::Error::custom))
            .transpose()
    }
}

impl Citation<'_> {
    /// What people call the document: its number, also one that the table of laws knows; else the
    /// Party meeting or the title behind its kind, with the year of a law.
    ///
    /// ```
    /// let name = |text| vanban::extract(text).citations[0].value.name();
    /// assert_eq!(name("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"), "Nghị quyết Đại hội XIII của Đảng");
    /// assert_eq!(name("Bộ luật Dân sự năm 2015"), "91/2015/QH13");
    /// ```
    pub fn name(&self) -> String {
        self.id.name()
    }

    /// Which document this is, by all that is known of it.
    pub(super) fn identified(&self, tables: &Tables) -> DocumentId {
        let kind = self.kind.as_deref();
        let number = self.number.as_ref().or(self.resolved.number.as_ref());
        let mut id = match (number, &self.meeting) {
            (Some(number), _) => DocumentId::numbered(kind, number.clone()),
            (None, Some(meeting)) => {
                let id = DocumentId::titled(kind, &meeting.to_string());
                return id.unwrap_or_else(DocumentId::unknown);
            }
            (None, None) => {
                let title = self.title.as_ref().map_or("", |title| &title.text);
                let whole = kind.and_then(|kind| tables.laws.whole_name(kind, title));
                let id = DocumentId::titled(kind, whole.unwrap_or(title));
                id.unwrap_or_else(DocumentId::unknown)
            }
        };
        let stated = self.date.as_ref().map(|date| date.date);
        if let Some(date) = stated.or(self.resolved.date) {
            id = id.dated(date);
        }
        match self.resolved.issuers.is_empty() {
            true if self.issuers.is_empty() => id,
            true => match &self.issuers[..] {
                [one] => id.issued_by(&one.name),
                several => {
                    let names: Vec<&str> = several.iter().map(|i| i.name.as_str()).collect();
                    id.issued_by(&names.join(", "))
                }
            },
            false => match &self.resolved.issuers[..] {
                [one] => id.issued_by(one),
                several => id.issued_by(&several.join(", ")),
            },
        }
    }
}

impl std::fmt::Display for PartyMeeting {
    /// As it is usually written: *Đại hội XIII của Đảng*, *Trung ương 4 khóa XII*.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PartyMeeting::Congress { ordinal, of } => {
                let of = of.as_deref().unwrap_or("của Đảng");
                write!(f, "Đại hội {} {of}", Roman(*ordinal))
            }
            PartyMeeting::Plenum { ordinal, term } => {
                write!(f, "Trung ương {ordinal} khóa {}", Roman(*term))
            }
        }
    }
}

/// A number in Roman figures.
struct Roman(u8);

impl std::fmt::Display for Roman {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        for _ in 0..self.0 / 10 {
            f.write_str("X")?;
        }
        f.write_str(ONES[usize::from(self.0 % 10)])
    }
}

carried!(Citation<'_> { title, date, subject } keeps { kind, number, meeting, id, issuers, resolved });
carried!(StatedDate { span } keeps { date, source });
placeless!(StatedIssuer);
