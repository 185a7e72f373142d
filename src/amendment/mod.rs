//! What documents do to each other and to their own force: relations, effectivity.

mod effectivity;
mod graph;
mod relation;

pub(crate) use effectivity::effectivity;
pub use effectivity::{Effective, Effectivity, EffectivityKind};
pub use graph::{Edge, Node, edges};
pub(crate) use relation::relations;
pub use relation::{Relation, RelationKind};
