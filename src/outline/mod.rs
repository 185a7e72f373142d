//! The outline of an official document: parts, chapters, sections, articles, clauses and points
//! (*phần, chương, mục, tiểu mục, điều, khoản, điểm*), and the frame around them.
//!
//! Nothing is recognised here that other modules recognise: the outline is read from line
//! beginnings alone. Three things decide whether a marker opens a unit of the document itself:
//!
//! 1. **Form.** `Điều 5.` at the head of a line is a heading; `Điều 5 của Luật này` is a
//!    reference that a line break moved there, and `1.000 đồng` is money.
//! 2. **Quotation.** An amending act carries the units of another act between quotation marks
//!    (*“Điều 7a. …”*). They are reported as [`quoted`](OutlineNode::quoted), also when the
//!    quotation runs over many lines, or its opening or closing mark was forgotten.
//! 3. **Sequence.** Clauses count 1, 2, 3 within an article, points a, b, c, d, đ, e within a
//!    clause, articles through the whole document. A number that breaks the sequence belongs
//!    to a table, a form or a list inside the unit, and is no unit.
//!
//! ```
//! let page = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Áp dụng toàn quốc.\n2. Trừ:\na) Hải đảo.\n";
//! let document = vanban::extract(page);
//! let units: Vec<(&str, &str)> = document
//!     .units()
//!     .map(|unit| (&*unit.value.path, unit.value.body.of(page)))
//!     .collect();
//! assert_eq!(units[2..], [
//!     ("I/1/1", "Áp dụng toàn quốc."),
//!     ("I/1/2", "Trừ:"),
//!     ("I/1/2/a", "Hải đảo."),
//! ]);
//! ```
//!
//! [`Document::units`](crate::Document::units) are the document's own, [`unit_at`](crate::Document::unit_at)
//! says in which one something stands, and [`chunks`](crate::Document::chunks) cuts the text along them for
//! retrieval. [`read`] is for who needs nothing but the outline.
//!
//! # Units
//!
//! All spans are bytes of the source; the limit of a [`Chunk`] is in bytes, too. A path has the labels from
//! the outermost unit to this one, with strokes between them.
//!
//! # Errors
//!
//! None. A page that is no official text has no units, and is one chunk after the other without a path.
//!
//! # Sources
//!
//! The hierarchy is that of Nghị định 30/2020/NĐ-CP, Phụ lục I, and of the Law on the promulgation of legal
//! normative documents (64/2025/QH15).

mod annex;
mod cell;
mod chunk;
mod closing;
mod columns;
pub(crate) mod contents;
mod header;
mod heading;
mod instruction;
mod line;
mod quote;
mod quoting;
mod series;
mod several;
mod tree;
mod walk;
mod words;

use std::borrow::Cow;

use smol_str::SmolStr;

use crate::carry::carried;
use crate::document_id::DocumentId;
use crate::reading::Reading;
use crate::span::{Found, Span};
use crate::tables::Tables;

pub use crate::marker::Level;
pub(crate) use annex::attached;
pub use chunk::Chunk;
pub(crate) use chunk::chunks;
pub use closing::Closing;
pub(crate) use closing::authentication;
pub use header::Header;
pub(crate) use several::beginnings;
pub(crate) use words::{AUTHORITIES, is_office};

/// One unit of a document.
///
/// The span of the [`Found`] that carries it covers the **announcement** of the unit: from its
/// marker to the end of its heading, or, where there is no heading apart from the text, to the
/// end of the line. [`extent`](Self::extent) covers the **whole** unit with all that is nested in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct OutlineNode<'t> {
    /// What kind of unit.
    pub level: Level,
    /// Its number as written, without the level word and the punctuation: `5`, `III`, `đ`,
    /// `7a`; a number in words in digits (*Phần thứ nhất* is `1`). Empty for an annex without one.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub label: Cow<'t, str>,
    /// Its title. Chapters and the like have it on the marker's line or on the lines below (then
    /// the line breaks are inside the slice). Articles have it when what follows the marker is
    /// no sentence of its own; a final colon is left out. Clauses and points have none.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub heading: Option<Cow<'t, str>>,
    /// Where it stands in the document: its labels from the outermost unit to itself, `II/5/2/a`;
    /// an annex stands with its own words, `Phụ lục I/3`, `QUY CHẾ/1`. Empty for a quoted unit.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub path: SmolStr,
    /// Its own text: what stands behind its marker and heading, up to the first unit in it. Empty
    /// where there is none.
    pub body: Span,
    /// The document that an annex belongs to, by its note (*ban hành kèm theo Quyết định số …*); of
    /// the units in it, too. Serde writes its name, and beside it which document that is, where the
    /// name leaves it open.
    #[cfg_attr(
        feature = "serde",
        serde(flatten, with = "crate::document_id::json::Of")
    )]
    pub of: Option<DocumentId>,
    /// Whether the unit stands in quoted text: it is then a unit of the document that is being
    /// amended, not of this one.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "crate::json::is_false")
    )]
    pub quoted: bool,
    /// The whole unit: from its marker to the last word before the next unit of the same or a
    /// higher level (a quoted unit ends at the latest where the quotation does).
    pub extent: Span,
    /// Index among the units of the unit that this one is nested in. The parent of
    /// a quoted unit is another quoted one, or the unit that quotes it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub parent: Option<usize>,
    /// How many units this one is nested in: 0 for a unit without a parent.
    pub depth: usize,
}

carried!(OutlineNode<'_> { label, heading, body, extent } keeps { level, path, of, quoted, parent, depth });

/// The units of a text and the frame around them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Outline<'t> {
    /// Letterhead and opening; `None` without a letterhead: neither the name of the state or the Party,
    /// nor a number of its own, nor a title with what it rests on below.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub header: Option<Header<'t>>,
    /// The units.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub nodes: Vec<Found<'t, OutlineNode<'t>>>,
    /// Recipients and signature; `None` when neither stands below the units. In a document without
    /// articles the last *Nơi nhận* is looked for.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub closing: Option<Closing<'t>>,
}

impl Outline<'_> {
    /// Whether `text` is that of an act or of a part of one: under a letterhead, from a unit on, with the first
    /// article or many of them. Who only quotes some begins with other words; an annex alone is of another
    /// document.
    pub(crate) fn is_act(&self, text: &str) -> bool {
        let opens = |node: &Found<'_, OutlineNode<'_>>| {
            node.value.level > Level::Form && text[..node.span.start].trim().is_empty()
        };
        let own = self.nodes.iter().map(|node| &node.value);
        let articles = own.filter(|unit| unit.level == Level::Article && !unit.quoted);
        let labels = articles.map(|unit| unit.label.parse::<u32>().unwrap_or(0));
        let mut run = 0..0;
        let in_order = |label: u32| {
            run = match label == run.end {
                true => run.start..label + 1,
                false => label..label + 1,
            };
            run.start == 1 || run.len() >= MANY
        };
        self.header.is_some()
            || self.nodes.first().is_some_and(opens)
            || labels.into_iter().any(in_order)
    }
}

/// So many articles in order are those of an act.
const MANY: usize = 5;

carried!(Outline<'_> { header, nodes, closing });

/// The units of `text`, in text order, with its header and closing. A parent always stands
/// before its children, so one pass over the units builds the tree.
///
/// An **annex** and an attached regulation are nodes with units of their own: their articles count
/// from 1 again, and their [`path`](OutlineNode::path) begins with the annex.
///
/// A unit begins a line: text that lost its line breaks has no outline, and a unit quoted in the
/// middle of a line is not reported. Units whose number breaks the sequence are left out, so in a
/// text with two documents one below the other only the first is read.
///
/// Clauses are reported within articles only: the numbered paragraphs of a plan or a letter are
/// lists, not clauses.
///
/// ```
/// use vanban::outline::{self, Level};
///
/// let text = "Điều 1. Sửa đổi Nghị định số 5/2020/NĐ-CP\n\
///             1. Sửa đổi Điều 7 như sau:\n\
///             “Điều 7. Hồ sơ\n\
///             1. Đơn đề nghị.”\n\
///             2. Bãi bỏ Điều 9.\n";
/// let nodes = outline::read(text).nodes;
/// let shown: Vec<_> = nodes
///     .iter()
///     .map(|n| (n.value.level, &*n.value.label, n.value.quoted))
///     .collect();
/// assert_eq!(shown, [
///     (Level::Article, "1", false),
///     (Level::Clause, "1", false),
///     (Level::Article, "7", true),
///     (Level::Clause, "1", true),
///     (Level::Clause, "2", false),
/// ]);
/// assert_eq!(nodes[2].value.heading.as_deref(), Some("Hồ sơ"));
/// assert_eq!(nodes[2].value.parent, Some(1));
/// assert_eq!(nodes[4].value.extent.of(text), "2. Bãi bỏ Điều 9.");
/// ```
///
/// ```
/// let text = "BỘ TƯ PHÁP\nSố: 05/2024/TT-BTP\nTHÔNG TƯ\nVề công chứng\n\
///             Điều 1. Phạm vi\nĐiều 2. Hiệu lực\nBỘ TRƯỞNG\nNguyễn Văn A\n";
/// let outline = vanban::outline::read(text);
/// assert_eq!(outline.header.unwrap().number.unwrap().text, "05/2024/TT-BTP");
/// assert_eq!(outline.nodes.len(), 2);
/// assert_eq!(outline.closing.unwrap().signature.unwrap().text, "BỘ TRƯỞNG\nNguyễn Văn A");
/// ```
pub fn read(text: &str) -> Outline<'_> {
    let tables = Tables::builtin();
    of_reading(&Reading::new(text, &tables.vocabulary), None, tables).0
}

/// Where the first article of an official text begins, which is that of the page itself.
pub(crate) fn first_article(nodes: &[Found<'_, OutlineNode<'_>>]) -> Option<usize> {
    let mut articles = nodes
        .iter()
        .filter(|node| node.value.level == Level::Article);
    let first = articles.find(|node| node.value.label == "1" && !node.value.quoted)?;
    Some(first.span.start)
}

/// The innermost of `nodes` around `span`.
pub(crate) fn unit_at<'n, 't>(
    nodes: &'n [Found<'t, OutlineNode<'t>>],
    span: Span,
) -> Option<&'n Found<'t, OutlineNode<'t>>> {
    let before = nodes.partition_point(|node| node.span.start <= span.start);
    let mut unit = before.checked_sub(1);
    while let Some(node) = unit.map(|unit| &nodes[unit]) {
        if span.end <= node.value.extent.end {
            return Some(node);
        }
        unit = node.value.parent;
    }
    None
}

/// The outline of a text that is read, whose footnotes begin at byte `notes`; and the annexes whose
/// documents are told, with the lines that tell them.
pub(crate) fn of_reading<'t>(
    reading: &Reading<'t>,
    notes: Option<usize>,
    tables: &Tables,
) -> (Outline<'t>, Vec<(usize, Span)>) {
    let lines = line::lines(reading);
    let walk = walk::walk(reading, &lines, notes, tables);
    let header = header::header(reading, &lines, &walk, tables);
    let outline = Outline {
        closing: closing::closing(reading, &lines, &walk, tables, header.is_some()),
        header,
        nodes: walk.nodes,
    };
    (outline, walk.annexes)
}
