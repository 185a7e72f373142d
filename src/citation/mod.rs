//! Citations (*viện dẫn văn bản*): which document, by whom, of what day, about what.
//!
//! A citation is tied together from what the recognisers found: a kind word, a number, the date
//! and the issuers beside it, or those that govern the clause it stands in. What a sentence says
//! itself and what the rest of the document adds stay apart ([`Citation::date`] against
//! [`Citation::resolved`]).
//!
//! ```
//! use vanban::citation::Source;
//!
//! let document = vanban::extract(
//!     "Ngày 26/4/2019, Thủ tướng Chính phủ ban hành Quyết định số 471/QĐ-TTg. Quyết định nêu trên có ba phần.",
//! );
//! let citation = &document.citations[0].value;
//! let date = citation.date.as_ref().unwrap();
//! assert_eq!((date.date.to_string().as_str(), date.source), ("2019-04-26", Source::Sentence));
//! assert_eq!(citation.id.to_string(), "Quyết định 471/QĐ-TTg (2019-04-26)");
//! // What has no number of its own is a reference.
//! let reference = &document.references[0];
//! assert_eq!((reference.text.as_ref(), &reference.value.resolves_to[0]), ("Quyết định nêu trên", &citation.id));
//! ```
//!
//! # Units
//!
//! Which document is meant is a [`DocumentId`](crate::DocumentId), one for all mentions, which compare and hash by
//! it. Dates are [`PartialDate`](crate::date::PartialDate)s, as precise as the text; a [`Source`] says how near the words
//! stood. [`Document::documents`](field@crate::Document::documents) and
//! [`mentions`](crate::Document::mentions) roll citations and references up.
//!
//! # Errors
//!
//! None: a date or an issuer that two readings would give to a citation is left out.
//!
//! # Sources
//!
//! What a first citation holds (kind, number, date, issuer, title) is said by Nghị định 30/2020/NĐ-CP, Phụ lục I,
//! for administrative documents, and by Nghị định 78/2025/NĐ-CP for legal ones. Laws cited by name and year are those
//! of `src/tables/laws.tsv`.

mod actor;
mod behind;
mod behind_title;
mod carried;
mod find;
mod findings;
pub(crate) mod governing;
mod head;
mod instructed;
mod issuers;
mod label;
mod listing;
mod meeting;
mod metadata;
mod named;
mod pinpoint;
mod quote;
mod reference;
mod resolve;
mod row;
mod speaking;
mod stated;
mod subject;
mod types;
mod unnumbered;
mod words;

use crate::carry::placeless;

pub use carried::Via;
pub(crate) use find::{Page, find};
pub(crate) use findings::Findings;
pub(crate) use governing::{Issue, issue};
pub(crate) use instructed::{Instructed, tie_new_wording};
pub(crate) use metadata::metadata;
pub use named::law_in_force;
pub(crate) use pinpoint::{acts, is_passed, left_out};
pub(crate) use reference::references;
pub use reference::{Anaphor, Reference};
#[allow(unused_imports, reason = "the row that amendment moves onto")]
pub(crate) use row::{DocumentIndex, Mention, MentionOf, Mentions};
pub use types::{Citation, Evidence, PartyMeeting, Resolved, Source, StatedDate, StatedIssuer};

placeless!(Reference);
