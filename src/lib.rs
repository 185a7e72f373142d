//! Reads Vietnamese legal and administrative text (*văn bản*) into typed structs: document numbers
//! (*số, ký hiệu*), dates, issuing bodies (*cơ quan ban hành*), citations and task lists.
//!
//! ```
//! let page = "Quyết định số 471/QĐ-TTg ngày 26/4/2019 của Thủ tướng Chính phủ phê duyệt Đề án.";
//! let document = vanban::extract(page);
//! let citation = &document.citations[0];
//! assert_eq!(citation.value.name(), "471/QĐ-TTg");
//! assert_eq!(citation.value.resolved.date, "2019-04-26".parse().ok());
//! assert_eq!(citation.value.resolved.issuers, ["Thủ tướng Chính phủ"]);
//! assert_eq!(&page[citation.span.range()], citation.text);
//! ```
//!
//! # What it promises
//!
//! - **It never invents.** A value has the precision of the text; what is not written is absent, or
//!   marked as derived.
//! - **It never loses its place.** Every value carries its byte span in the source as handed in,
//!   also when the text had to be repaired before it could be read.
//! - **It never fails a document.** A bad candidate becomes a warning on that candidate. Only the
//!   whole-string parsers (`"52-NQ/TW".parse()`) return errors, which name what was expected and
//!   where.
//! - **It is linear** in the length of any input, deterministic, offline, and free of unsafe code.
//!
//! # A page a concept
//!
//! [numbers](number) · [dates](date) · [bodies](body) · [provisions](provision) · [citations](citation) ·
//! [amendments](amendment) · [tasks](task) · [units of a text](outline) · [repair and charsets](text) ·
//! [offsets](guide::offsets) · [JSON](guide::json) · [options](ExtractorBuilder)
//!
//! # Layers
//!
//! [`normalize`] turns dirty text into clean text and knows the way back. Each recogniser reads
//! clean text for one kind of thing and can be used alone: [`number::find`], [`date::find`],
//! [`body::find`], [`provision::find`], [`abbreviation::find`]; [`task::lists`] and [`outline::read`]
//! need nothing else either. [`extract`] runs them all and ties together what they found: citations,
//! references and relations ([`citation`]), assignments, deadlines, issue dates. [`Layers`] choose what
//! an [`Extractor`] reads.
//!
//! # Features
//!
//! None is on by default. `serde`: JSON, see [there](guide::json). `schema`: its JSON Schema. `jiff02`: days
//! from and into `jiff::civil::Date` of jiff 0.2.

pub mod abbreviation;
pub mod amendment;
pub mod annotate;
pub mod body;
mod builder;
mod carry;
pub mod citation;
pub mod date;
mod deixis;
mod document;
mod document_id;
mod error;
mod extractor;
mod file;
mod flow;
#[cfg(test)]
mod growth;
pub mod guide;
mod identity;
#[cfg(feature = "serde")]
mod json;
mod layers;
mod marker;
mod named;
pub mod number;
mod offsets;
pub mod outline;
mod part;
mod pattern;
pub mod provision;
pub(crate) mod reading;
#[cfg(feature = "schema")]
mod schema;
mod span;
pub(crate) mod tables;
pub mod task;
pub mod text;

pub use abbreviation::Abbreviation;
pub use amendment::Amendment;
pub use body::IssuingBody;
pub use builder::ExtractorBuilder;
pub use citation::Citation;
pub use date::DateExpression;
pub use document::{Document, Schema};
pub use document_id::DocumentId;
pub use error::ParseError;
pub use extractor::Extractor;
pub use identity::{Identity, MentionedDocument, Signer};
pub use layers::Layers;
pub use marker::Level;
pub use number::DocumentNumber;
pub use offsets::{OffsetCounter, Offsets};
pub use part::Part;
pub use pattern::{Group, PatternMatch};
pub use provision::Provision;
pub use reading::MAX_LEN;
#[cfg(feature = "schema")]
pub use schema::json_schema;
/// The type of short values: codes, kinds, paths. Up to 23 bytes are held in place.
pub use smol_str::SmolStr;
pub use span::{Finds, Found, Passage, Span, SpanError};
pub use task::{Assignment, Task, TaskEntry, TaskList};
pub use text::{Repair, Text, decode, normalize};

/// Everything that `source` says, with default options.
///
/// Never fails and never panics; a text of more than [`MAX_LEN`] bytes is not read. See [`Document`] for what it yields and [`Extractor`] for options.
///
/// ```
/// let document = vanban::extract("Công văn số 4698/BNV-CCVC ngày 15/9/2020 của Bộ Nội vụ");
/// assert_eq!(document.numbers[0].value.issuers(), ["BNV"]);
/// ```
pub fn extract(source: &str) -> Document<'_> {
    Extractor::new().extract(source)
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeExamples;
