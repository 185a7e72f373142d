//! Citations (*viện dẫn văn bản*): which document, by whom, of what day, about what.
//!
//! A citation is tied together from what the recognisers found: a kind word, a number, the date
//! and the issuer beside it, or those that govern the sentence it stands in. What a sentence says
//! itself and what the rest of the document adds stay apart ([`Citation::date`] against
//! [`Citation::resolved`]).

mod behind;
mod carried;
mod effectivity;
mod find;
mod findings;
pub(crate) mod governing;
mod graph;
mod head;
mod label;
mod named;
mod quote;
mod reference;
mod relation;
mod resolve;
mod row;
mod subject;
mod types;
mod words;

use crate::carry::placeless;

pub use carried::Via;
pub(crate) use effectivity::effectivity;
pub use effectivity::{Effective, Effectivity, EffectivityKind};
pub(crate) use find::find;
pub(crate) use findings::Findings;
pub use graph::{Edge, Node, edges};
pub use named::law_in_force;
pub(crate) use reference::references;
pub use reference::{Anaphor, Reference};
pub(crate) use relation::relations;
pub use relation::{Relation, RelationKind};
pub(crate) use resolve::resolve;
pub(crate) use row::Mentions;
pub use types::{Citation, Evidence, PartyMeeting, Resolved, Source, StatedDate, StatedIssuer};

placeless!(Reference, Relation);
