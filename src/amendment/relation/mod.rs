//! What documents do to each other (*quan hệ giữa các văn bản*): issue, implement, amend, replace …
//!
//! A relation is a verb between two documents, or between a body and a document. It points from
//! the one that acts to the one that is acted on; a passive (*được sửa đổi bởi*) is turned round.
//! Plans that nobody has numbered yet have no relations, and the new wording that an amending law
//! quotes has none of that law's.

mod active;
mod agents;
mod basis;
mod bring;
mod frame;
mod grounds;
#[cfg(feature = "serde")]
mod json;
mod lead;
mod list;
mod name;
mod objects;
mod part;
mod passive;
mod reader;
mod register;
mod row;
mod subject;
mod types;
mod words;

pub(super) use lead::Sign;
pub(crate) use reader::relations;
pub use types::{Node, Relation, RelationKind};
pub(super) use words::{AND, SEVERAL};
