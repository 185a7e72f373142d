//! Provisions (*điều, khoản, điểm*): the units of a document that a text points to.
//!
//! | written | read |
//! |---|---|
//! | `điểm a, b khoản 2 Điều 5` | 5-2-a, 5-2-b |
//! | `các điểm e, h khoản 3, điểm a khoản 4 Điều 12 của Luật này` | 12-3-e, 12-3-h, 12-4-a, of this document |
//! | `điểm a đến e khoản 1 Điều 9` | six points: the letters are counted a b c d đ e |
//! | `Điều 5, khoản 2, điểm a` | 5-2-a |
//! | `khoản 2 và khoản 3 Điều này` | clauses 2 and 3 of the article in which it stands |
//! | `Điều 5. Phạm vi điều chỉnh`, at the start of a line | nothing: a heading |
//! | `thời điểm`, `tài khoản 112`, `danh mục 1`, `điều này cho thấy` | nothing |
//!
//! A level word and a label are needed. *Đoạn 1*, *câu 2* and *điểm 5* are read only beside a
//! unit that is unmistakable, because they are more often a road, a sentence and a mark.

mod context;
mod grammar;
mod label;
mod level;
mod order;
mod resolve;

use std::fmt;
use std::str::FromStr;

pub use crate::marker::Level;
pub(crate) use context::document_after;

use crate::carry::placeless;
use crate::error::ParseError;
use crate::span::{Found, Span};
use crate::tables::Tables;
use crate::text::cursor::{Cursor, word_before};

/// One unit of a document, given by the labels of its levels: `{"article": "5", "clause": "2"}`.
///
/// Labels are kept as written (`7a`, `01`, `IIA`), ordinals as numbers (*thứ nhất* is `1`). A
/// level that is not named is `None`.
///
/// `Display` writes the units from small to large, as Vietnamese law does, and `FromStr` reads
/// that back:
///
/// ```
/// let target: vanban::provision::Target = "Điều 5 khoản 2 điểm a".parse()?;
/// assert_eq!(target.point.as_deref(), Some("a"));
/// assert_eq!(target.to_string(), "điểm a khoản 2 Điều 5");
/// # Ok::<(), vanban::ParseError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
#[non_exhaustive]
pub struct Target {
    /// *Phụ lục*: `II`, `IIA`, `01`.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub annex: Option<String>,
    /// *Mẫu số*: `01`, `02/ĐK-TCT`.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub form: Option<String>,
    /// *Phần*: `I`, `1` for *thứ nhất*, `A`.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub part: Option<String>,
    /// *Chương*.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub chapter: Option<String>,
    /// *Mục*.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub section: Option<String>,
    /// *Tiểu mục*.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub subsection: Option<String>,
    /// *Điều*.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub article: Option<String>,
    /// *khoản*.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub clause: Option<String>,
    /// *điểm*.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub point: Option<String>,
    /// *tiết*, *tiểu điểm*.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub subpoint: Option<String>,
    /// *đoạn*: `1`, `cuối` for the last.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub paragraph: Option<String>,
    /// *gạch đầu dòng thứ …*.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub indent: Option<String>,
    /// *câu*.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub sentence: Option<String>,
}

impl Target {
    /// The label of `level`.
    pub fn get(&self, level: Level) -> Option<&str> {
        let label = match level {
            Level::Annex => &self.annex,
            Level::Form => &self.form,
            Level::Part => &self.part,
            Level::Chapter => &self.chapter,
            Level::Section => &self.section,
            Level::Subsection => &self.subsection,
            Level::Article => &self.article,
            Level::Clause => &self.clause,
            Level::Point => &self.point,
            Level::Subpoint => &self.subpoint,
            Level::Paragraph => &self.paragraph,
            Level::Indent => &self.indent,
            Level::Sentence => &self.sentence,
        };
        label.as_deref()
    }

    /// The same unit, with `label` at `level`.
    ///
    /// ```
    /// use vanban::provision::{Level, Target};
    /// let target = Target::default().with(Level::Article, "7a");
    /// assert_eq!(target.to_string(), "Điều 7a");
    /// ```
    #[must_use]
    pub fn with(mut self, level: Level, label: impl Into<String>) -> Self {
        let slot = match level {
            Level::Annex => &mut self.annex,
            Level::Form => &mut self.form,
            Level::Part => &mut self.part,
            Level::Chapter => &mut self.chapter,
            Level::Section => &mut self.section,
            Level::Subsection => &mut self.subsection,
            Level::Article => &mut self.article,
            Level::Clause => &mut self.clause,
            Level::Point => &mut self.point,
            Level::Subpoint => &mut self.subpoint,
            Level::Paragraph => &mut self.paragraph,
            Level::Indent => &mut self.indent,
            Level::Sentence => &mut self.sentence,
        };
        *slot = Some(label.into());
        self
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut space = "";
        for level in Level::ALL.into_iter().rev() {
            let Some(label) = self.get(level) else {
                continue;
            };
            // The last of its kind has no number, and so no "thứ".
            let term = match level {
                Level::Indent if label == "cuối" => "gạch đầu dòng",
                _ => level.term(),
            };
            write!(f, "{space}{term} {label}")?;
            space = " ";
        }
        Ok(())
    }
}

impl FromStr for Target {
    type Err = ParseError;

    /// Reads one unit: `điểm a khoản 2 Điều 5`, in either order and any letter case.
    ///
    /// # Errors
    /// When `s` is no provision, or names more units than one.
    fn from_str(s: &str) -> Result<Self, ParseError> {
        let provision: Provision = s.parse()?;
        match <[Target; 1]>::try_from(provision.targets) {
            Ok([target]) if provision.of.is_none() => Ok(target),
            _ => Err(ParseError::new(s, 0, "one unit of a document")),
        }
    }
}

/// A reference to units of a document: a pinpoint.
///
/// `Display` writes every target in full, one after the other; `FromStr` reads a whole string
/// with the grammar of [`find`].
///
/// ```
/// use vanban::provision::Provision;
/// let provision: Provision = "các điểm a, b khoản 2 Điều 5".parse()?;
/// assert_eq!(provision.targets.len(), 2);
/// assert_eq!(provision.to_string(), "điểm a khoản 2 Điều 5, điểm b khoản 2 Điều 5");
/// # Ok::<(), vanban::ParseError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Provision {
    /// The units, lists and ranges written out, in the order of the text. Empty when only
    /// *Điều này* and the like is said.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub targets: Vec<Target>,
    /// The document they belong to, where that is known.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub of: Option<ProvisionOf>,
    /// The level that the text calls *này* ("this"): in *khoản 2 Điều này* the article in which
    /// the reference stands, whose own label is not written.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub within: Option<Level>,
    /// What could not be read to the end.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub warnings: Vec<ProvisionWarning>,
}

placeless!(Provision);

/// The document that a provision belongs to. Serde writes `"self"` or the number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(from = "String", into = "String"))]
#[non_exhaustive]
pub enum ProvisionOf {
    /// The document that speaks: *Luật này*, *Nghị định này*, *Điều này*.
    Itself,
    /// Another one, by its canonical number.
    Document(String),
}

impl From<String> for ProvisionOf {
    fn from(number: String) -> Self {
        if number == "self" {
            ProvisionOf::Itself
        } else {
            ProvisionOf::Document(number)
        }
    }
}

impl From<ProvisionOf> for String {
    fn from(of: ProvisionOf) -> Self {
        match of {
            ProvisionOf::Itself => "self".to_owned(),
            ProvisionOf::Document(number) => number,
        }
    }
}

/// What makes a reading incomplete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ProvisionWarning {
    /// A range whose units between the ends cannot be counted, such as *từ điểm b khoản 1 đến
    /// khoản 3*: only its ends are given.
    OnlyEnds,
    /// A range of more than 200 units: only its ends are given.
    RangeTooLong,
    /// Lists that multiply to more than 500 units: only the first are given.
    TooManyTargets,
}

impl fmt::Display for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, target) in self.targets.iter().enumerate() {
            write!(f, "{}{target}", if i > 0 { ", " } else { "" })?;
        }
        let space = if self.targets.is_empty() { "" } else { " " };
        match (&self.of, self.within) {
            (_, Some(level)) => write!(f, "{space}{} này", level.term()),
            (Some(ProvisionOf::Itself), None) => write!(f, "{space}văn bản này"),
            (Some(ProvisionOf::Document(number)), None) => write!(f, "{space}văn bản {number}"),
            (None, None) => Ok(()),
        }
    }
}

impl FromStr for Provision {
    type Err = ParseError;

    /// Reads a whole string as one pinpoint, with *Luật này* or another name of the speaking
    /// document behind it or nothing.
    ///
    /// # Errors
    /// Where a level word or a label is missing, and where something else follows.
    fn from_str(s: &str) -> Result<Self, ParseError> {
        let chain = grammar::chain(s, 0, Tables::builtin())?;
        let end = chain.end;
        let provision = read(s, chain, Tables::builtin());
        let rest = match document_after(s, end).at {
            at if context::names_itself(s, at, Tables::builtin()) => return Ok(provision),
            _ => s[end..].trim_start(),
        };
        if rest.is_empty() {
            return Ok(provision);
        }
        Err(ParseError::new(
            s,
            s.len() - rest.len(),
            "the end of the provision",
        ))
    }
}

/// Every provision that `text` refers to, in order.
///
/// The span covers the units and not the document behind them: in *khoản 2 Điều 5 của Luật này*
/// it ends with `5`, and [`of`](Provision::of) is [`ProvisionOf::Itself`].
///
/// ```
/// use vanban::provision::find;
/// let text = "theo quy định tại các điểm a, b khoản 2 Điều 5 và Điều 7 của Luật này";
/// let found = find(text);
/// assert_eq!(found[0].text, "các điểm a, b khoản 2 Điều 5 và Điều 7");
/// let targets: Vec<String> = found[0].value.targets.iter().map(ToString::to_string).collect();
/// assert_eq!(targets, ["điểm a khoản 2 Điều 5", "điểm b khoản 2 Điều 5", "Điều 7"]);
/// ```
pub fn find(text: &str) -> Vec<Found<'_, Provision>> {
    find_with(text, Tables::builtin())
}

/// The same, with the caller's tables.
pub(crate) fn find_with<'t>(text: &'t str, tables: &Tables) -> Vec<Found<'t, Provision>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, word)) = level::next(text, from) {
        from = start + word.len;
        if !context::may_have_label(&text[from..]) || context::is_within_word(text, start, word) {
            continue;
        }
        let first = plural_before(text, start).unwrap_or(start);
        let Ok(mut chain) = grammar::chain(text, first, tables) else {
            continue;
        };
        // Past what was read, also when it is dropped: no stretch is read twice.
        from = from.max(chain.end);
        let here = chain.phrases[0].terms[0].labels.is_empty();
        if here && !context::points_here(text, start, word)
            || context::is_heading(text, start, &chain, tables)
            || !resolve::keep_sure(&mut chain)
        {
            continue;
        }
        let span = Span::new(
            chain.phrases[0].start,
            chain.phrases[chain.phrases.len() - 1].end,
        );
        found.push(Found::new(text, span, read(text, chain, tables)));
    }
    found
}

/// What a chain means.
fn read(text: &str, mut chain: grammar::Chain<'_>, tables: &Tables) -> Provision {
    let end = chain.phrases[chain.phrases.len() - 1].end;
    let mut warnings = std::mem::take(&mut chain.warnings);
    let targets = resolve::targets(&chain, &mut warnings);
    let itself =
        chain.this.is_some() || context::names_itself(text, document_after(text, end).at, tables);
    Provision {
        targets,
        of: itself.then_some(ProvisionOf::Itself),
        within: chain.this,
        warnings,
    }
}

/// Where *các* begins, if it stands before the level word at `start`.
fn plural_before(text: &str, start: usize) -> Option<usize> {
    let word = word_before(text, start);
    if !matches!(word, "các" | "Các" | "những") {
        return None;
    }
    let at = text[..start].rfind(word)?;
    Cursor::new(text, at + word.len()).spaces().then_some(at)
}
