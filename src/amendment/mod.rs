//! What documents do to each other and to their own force: [relations](Relation),
//! [amendments](Amendment) and [effectivity](Effectivity).

mod effectivity;
mod graph;
mod instruction;
mod relation;
mod statement;
mod types;
mod wording;
mod words;

pub(crate) use effectivity::effectivity;
pub use effectivity::{Effective, Effectivity, EffectivityKind};
pub use graph::{Edge, Node, edges};
pub(crate) use instruction::amendments;
pub(crate) use relation::relations;
pub use relation::{Relation, RelationKind};
pub use types::{Amendment, Operation};
