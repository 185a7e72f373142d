//! What documents do to each other and to their own force: relations, effectivity.

mod effectivity;
mod graph;
mod relation;

pub use effectivity::{Effective, Effectivity, EffectivityKind, effectivity};
pub use graph::{Edge, Node, edges};
pub use relation::{Relation, RelationKind, relations};
