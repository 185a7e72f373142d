//! The relations of a document as edges between nodes.

use super::{Relation, RelationKind};
use crate::provision::Target;
use crate::span::{Found, Span};

/// An end of an [`Edge`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Node<'a> {
    /// A document, by its canonical number or its name.
    Document(&'a str),
    /// A document without a number, in the words of the text: a scheme, rules.
    Unnumbered(&'a str),
    /// A body, by its full name.
    Body(&'a str),
}

impl<'a> Node<'a> {
    /// The number, the words or the name.
    pub fn as_str(self) -> &'a str {
        match self {
            Node::Document(name) | Node::Unnumbered(name) | Node::Body(name) => name,
        }
    }
}

impl std::fmt::Display for Node<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One relation between one source and one target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Edge<'a> {
    /// Who acts.
    pub source: Node<'a>,
    /// What is done.
    pub relation: RelationKind,
    /// To whom.
    pub target: Node<'a>,
    /// The provisions of the target that are meant; empty for the whole.
    pub provisions: &'a [Target],
    /// The verb, in bytes of the source.
    pub span: Span,
}

/// The edges of `relations`, each source with each target.
pub fn edges<'a>(relations: &'a [Found<'_, Relation>]) -> impl Iterator<Item = Edge<'a>> {
    relations.iter().flat_map(|found| {
        let relation = &found.value;
        relation.source.iter().flat_map(move |source| {
            relation.target.iter().map(move |target| Edge {
                source: source_node(relation.relation, source),
                relation: relation.relation,
                target: target_node(relation.relation, target),
                provisions: &relation.provisions,
                span: found.span,
            })
        })
    })
}

fn source_node(relation: RelationKind, name: &str) -> Node<'_> {
    match relation {
        RelationKind::Issues => Node::Body(name),
        RelationKind::AttachedTo => Node::Unnumbered(name),
        _ => Node::Document(name),
    }
}

fn target_node(relation: RelationKind, name: &str) -> Node<'_> {
    match relation {
        RelationKind::AtProposalOf => Node::Body(name),
        RelationKind::Approves | RelationKind::Promulgates => Node::Unnumbered(name),
        _ => Node::Document(name),
    }
}
