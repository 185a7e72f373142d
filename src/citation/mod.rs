//! Citations (*viện dẫn văn bản*): which document, by whom, of what day, about what.
//!
//! A citation is tied together from what the recognisers found: a kind word, a number, the date
//! and the issuer beside it, or those that govern the sentence it stands in. What a sentence says
//! itself and what the rest of the document adds stay apart ([`Citation::date`] against
//! [`Citation::resolved`]).

mod carried;
mod effectivity;
mod findings;
mod governing;
mod graph;
mod head;
mod identifier;
mod inline;
mod label;
mod named;
mod quote;
mod reference;
mod relation;
mod resolve;
mod subject;

use std::collections::HashSet;

use crate::body::IssuingBody;
use crate::carry::{carried, placeless};
use crate::date::DateExpression;
use crate::number::DocumentNumber;
use crate::span::{Found, Passage, Span};

pub use carried::Via;
pub use effectivity::{Effective, Effectivity, EffectivityKind, effectivity};
pub use findings::Findings;
pub use graph::{Edge, Node, edges};
pub use named::law_in_force;
pub use reference::{Anaphor, Reference, references};
pub use relation::{Relation, RelationKind, relations};
pub use resolve::resolve;

/// A document that the text names by its number.
///
/// The span of the find covers kind, *số* and number, and the date and `của ISSUER` when they
/// follow directly: `Quyết định số 471/QĐ-TTg ngày 26/4/2019 của Thủ tướng Chính phủ`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Citation<'t> {
    /// Kind (*loại văn bản*) as the text calls it, in the registry's spelling: `Nghị quyết`.
    /// `None` when neither a kind word nor the number's code tells.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub kind: Option<String>,
    /// The number; serde writes its canonical spelling. `None` for a document that is cited by name,
    /// as the resolution of a Party congress is, or a law.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none", with = "as_text")
    )]
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
    /// Issue date (*ngày ban hành*) as this sentence states it; of a law that is cited by name and
    /// year, the year.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub date: Option<StatedDate>,
    /// Issuing body as this sentence states it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub issuer: Option<StatedIssuer>,
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
#[non_exhaustive]
pub struct StatedDate {
    /// The date in EDTF (ISO 8601-2): `2019-09-27`.
    pub edtf: String,
    /// Where it stands.
    pub source: Source,
    /// Its place in the text.
    pub span: Span,
}

/// An issuing body, and where the sentence states it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct StatedIssuer {
    /// Full name; several issuers are joined by `; `.
    pub name: String,
    /// Where it stands.
    pub source: Source,
}

/// Where a sentence states the date or the issuer of a document it cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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

/// What the whole document tells of a cited document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Resolved {
    /// Number of a law that is cited by name, from the table of laws; `None` when it leaves more
    /// than one, or the text has the number itself.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub number: Option<String>,
    /// Issue date in EDTF; `None` when nothing tells, or when two mentions disagree.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub date: Option<String>,
    /// Full name of the issuer; `None` likewise.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub issuer: Option<String>,
    /// How the issuer became known; `None` when it is not.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub issuer_source: Option<Evidence>,
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
}

/// A number as its canonical spelling alone.
#[cfg(feature = "serde")]
mod as_text {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    use crate::number::DocumentNumber;

    pub(super) fn serialize<S: Serializer>(
        number: &Option<DocumentNumber>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        number.as_ref().map(DocumentNumber::as_str).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<DocumentNumber>, D::Error> {
        let number = Option::<String>::deserialize(from)?;
        number
            .map(|number| number.parse())
            .transpose()
            .map_err(de::Error::custom)
    }
}

impl Citation<'_> {
    /// What tells the document from others: its number, also one that the table of laws knows;
    /// else the Party meeting or the title behind its kind, with the year of a law.
    ///
    /// ```
    /// let id = |text| vanban::extract(text).citations[0].value.id();
    /// assert_eq!(id("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"), "Nghị quyết Đại hội XIII của Đảng");
    /// assert_eq!(id("Bộ luật Dân sự năm 2015"), "91/2015/QH13");
    /// ```
    pub fn id(&self) -> String {
        if let Some(number) = &self.number {
            return number.to_string();
        }
        if let Some(number) = &self.resolved.number {
            return number.clone();
        }
        let mut id = self.kind.clone().unwrap_or_default();
        let name = match &self.meeting {
            Some(meeting) => Some(meeting.to_string()),
            None => self.title.as_ref().map(|title| {
                let words = title.text.split_whitespace().collect::<Vec<_>>();
                words.join(" ")
            }),
        };
        let year = self.date.as_ref().and_then(|date| date.edtf.get(..4));
        let year = year.filter(|_| self.meeting.is_none());
        for part in [name.as_deref(), year].into_iter().flatten() {
            id.push(' ');
            id.push_str(part);
        }
        id
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

carried!(Citation<'_> { title, date, subject } keeps { kind, number, meeting, issuer, resolved });
carried!(StatedDate { span } keeps { edtf, source });
placeless!(Reference, Relation);

/// Every citation of a document with a number or by name, in order.
///
/// The number of the document itself, alone on a line of its header (`Số: 05/QĐ-BTP`), is none.
pub fn find<'t>(findings: &Findings<'_, 't>) -> Vec<Found<'t, Citation<'t>>> {
    let mut citations: Vec<Found<'t, Citation<'t>>> = Vec::new();
    let mut shared = None;
    for number in findings.numbers {
        let Some(head) = head::read(findings, number, citations.last()) else {
            continue;
        };
        let mut stated = inline::read(findings, number.span.end);
        if !head.in_row {
            shared = head.issuer;
        }
        stated.issuer = stated.issuer.or_else(|| shared.clone());
        let span = Span::new(head.start, stated.end);
        if stated.date.is_none() || stated.issuer.is_none() {
            let governing = governing::read(findings, span, head.kind.as_deref());
            stated.date = stated.date.or(governing.date);
            stated.issuer = stated.issuer.or(governing.issuer);
        }
        let citation = Citation {
            kind: head.kind,
            number: Some(number.value.clone()),
            title: head.title,
            meeting: None,
            date: stated.date,
            issuer: stated.issuer,
            subject: subject::read(findings, span.end),
            resolved: Resolved::default(),
        };
        citations.push(Found::new(findings.text, span, citation));
    }
    let named = named::find(findings, &citations);
    if !named.is_empty() {
        citations.extend(named);
        citations.sort_by_key(|citation| citation.span);
        drop_known_names(findings, &mut citations);
    }
    citations
}

/// Takes out the laws that are named without a number when the text has said before which one is
/// meant: those are [references](Reference).
fn drop_known_names<'t>(findings: &Findings<'_, 't>, citations: &mut Vec<Found<'t, Citation<'t>>>) {
    let text = findings.text;
    let carried = carried::find(findings, citations);
    let labels = label::Labels::new(label::find(findings, citations, &carried));
    let mut named = HashSet::new();
    citations.retain(|citation| {
        let value = &citation.value;
        let (Some(kind), Some(title)) = (&value.kind, &value.title) else {
            return true;
        };
        let key = reference::name_key(kind, &title.text);
        let by_name = value.number.is_none() && value.meeting.is_none();
        let head = findings
            .tables
            .kinds
            .head_at(text, citation.span.start)
            .filter(|_| by_name);
        if let Some((head, _)) = head {
            let given = labels.define(citation.span)
                || labels.at(text, citation.span.start, &head.name).is_some();
            if given || value.date.is_none() && named.contains(&key) {
                return false;
            }
        }
        if value.number.is_some() || value.date.is_some() {
            named.insert(key);
        }
        true
    });
}

/// Date and issuer as one place states them.
#[derive(Debug, Default)]
struct Stated {
    /// The verb of issuing, where there is one.
    verb: Option<Span>,
    date: Option<StatedDate>,
    issuer: Option<StatedIssuer>,
}

impl StatedDate {
    /// `date`, if it is a full day; an issue date never is less.
    fn of(date: &Found<'_, DateExpression>, source: Source) -> Option<Self> {
        let edtf = date.value.day()?.to_string();
        Some(StatedDate {
            edtf,
            source,
            span: date.span,
        })
    }
}

impl StatedIssuer {
    fn of(body: &Found<'_, IssuingBody>, source: Source) -> Self {
        StatedIssuer {
            name: body.value.name.clone(),
            source,
        }
    }
}
