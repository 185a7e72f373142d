//! The relations of a document as edges between nodes.

use super::{Node, Relation, RelationKind};
use crate::date::CivilDate;
use crate::provision::Targets;
use crate::span::{Found, Span};

/// One relation between one source and one target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Edge<'a> {
    /// Who acts.
    pub source: &'a Node,
    /// What is done.
    pub relation: RelationKind,
    /// To whom.
    pub target: &'a Node,
    /// The provisions of the target that are meant; empty for the whole.
    pub provisions: &'a Targets,
    /// The day from which on it holds, where the page tells it.
    pub day: Option<CivilDate>,
    /// The verb, in bytes of the source.
    pub span: Span,
}

/// The edges of `relations`, each source with each target.
pub fn edges<'a>(relations: &'a [Found<'_, Relation>]) -> impl Iterator<Item = Edge<'a>> {
    relations.iter().flat_map(|found| {
        let relation = &found.value;
        relation.source.iter().flat_map(move |source| {
            relation.target.iter().map(move |target| Edge {
                source,
                relation: relation.relation,
                target,
                provisions: &relation.provisions,
                day: relation.day,
                span: found.span,
            })
        })
    })
}
