//! What documents do to each other and to their own force: [relations](Relation),
//! [amendments](Amendment) and [effectivity](Effectivity).

mod apply;
mod effectivity;
mod graph;
mod instruction;
mod mood;
mod relation;
mod statement;
mod types;
mod wording;
mod words;

pub use apply::{Amended, AmendedUnit, Reason, Unapplied, apply};
pub use effectivity::{Effective, Effectivity, EffectivityKind};
pub(crate) use effectivity::{effectivity, listed, settle};
pub use graph::{Edge, edges};
pub(crate) use instruction::amendments;
pub use relation::{Node, Relation, RelationKind};
pub(crate) use relation::{Page, relations};
pub use types::{Amendment, Operation};
