//! Citations (*viện dẫn văn bản*): which document, by whom, of what day, about what.
//!
//! A citation is tied together from what the recognisers found: a kind word, a number, the date
//! and the issuers beside it, or those that govern the clause it stands in. What a sentence says
//! itself and what the rest of the document adds stay apart ([`Citation::date`] against
//! [`Citation::resolved`]).

mod actor;
mod behind;
mod carried;
mod find;
mod findings;
pub(crate) mod governing;
mod head;
mod label;
mod listing;
mod meeting;
mod named;
mod pinpoint;
mod quote;
mod reference;
mod resolve;
mod row;
mod speaking;
mod subject;
mod types;
mod unnumbered;
mod words;

use crate::carry::placeless;

pub use carried::Via;
pub(crate) use find::{Page, find};
pub(crate) use findings::Findings;
pub(crate) use governing::{Issue, issue};
pub use named::law_in_force;
pub(crate) use pinpoint::{acts, is_passed};
pub(crate) use reference::references;
pub use reference::{Anaphor, Reference};
#[allow(unused_imports, reason = "the row that amendment moves onto")]
pub(crate) use row::{DocumentIndex, Mention, MentionOf, Mentions};
pub use types::{Citation, Evidence, PartyMeeting, Resolved, Source, StatedDate, StatedIssuer};

placeless!(Reference);
