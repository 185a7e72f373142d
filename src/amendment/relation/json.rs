//! The JSON of a relation: its ends by name.

use serde::{Deserialize, Serialize};

use super::{Node, RelationKind};
use crate::document_id::DocumentId;
use crate::document_id::json::all_named;
use crate::error::ParseError;
use crate::provision::Targets;

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Relation {
    relation: RelationKind,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    source: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    source_ids: Vec<DocumentId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    target: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    target_ids: Vec<DocumentId>,
    #[serde(default, skip_serializing_if = "Targets::is_empty")]
    provisions: Targets,
    #[serde(default, skip_serializing_if = "Targets::is_empty")]
    except: Targets,
    #[serde(default, skip_serializing_if = "crate::json::is_false")]
    proposed: bool,
}

/// What a relation mostly has at an end, and what a name alone is read as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Document,
    Unnumbered,
    Body,
}

fn source(relation: RelationKind) -> End {
    match relation {
        RelationKind::Issues => End::Body,
        RelationKind::AttachedTo => End::Unnumbered,
        _ => End::Document,
    }
}

fn target(relation: RelationKind) -> End {
    match relation {
        RelationKind::AtProposalOf => End::Body,
        RelationKind::Approves | RelationKind::Promulgates => End::Unnumbered,
        _ => End::Document,
    }
}

/// The names of `nodes`, and the documents where [`nodes_of`] could not tell them by their names.
fn names_of(nodes: &[Node], end: End) -> (Vec<String>, Vec<DocumentId>) {
    let names = || nodes.iter().map(Node::to_string).collect();
    let ids: Option<Vec<DocumentId>> = nodes.iter().map(|node| node.id().cloned()).collect();
    match ids {
        Some(ids) if end == End::Document => all_named(&ids),
        ids => (names(), ids.unwrap_or_default()),
    }
}

fn nodes_of(names: Vec<String>, ids: Vec<DocumentId>, end: End) -> Result<Vec<Node>, ParseError> {
    if !ids.is_empty() {
        return Ok(ids.into_iter().map(Node::Document).collect());
    }
    let node = |name: String| match end {
        End::Document => name.parse().map(Node::Document),
        End::Unnumbered => Ok(Node::Unnumbered(name)),
        End::Body => Ok(Node::Body(name)),
    };
    names.into_iter().map(node).collect()
}

impl From<super::Relation> for Relation {
    fn from(of: super::Relation) -> Self {
        let (source, source_ids) = names_of(&of.source, source(of.relation));
        let (target, target_ids) = names_of(&of.target, target(of.relation));
        Relation {
            relation: of.relation,
            source,
            source_ids,
            target,
            target_ids,
            provisions: of.provisions,
            except: of.except,
            proposed: of.proposed,
        }
    }
}

impl TryFrom<Relation> for super::Relation {
    type Error = ParseError;

    fn try_from(json: Relation) -> Result<Self, ParseError> {
        let relation = json.relation;
        Ok(super::Relation {
            relation,
            source: nodes_of(json.source, json.source_ids, source(relation))?,
            target: nodes_of(json.target, json.target_ids, target(relation))?,
            provisions: json.provisions,
            except: json.except,
            proposed: json.proposed,
        })
    }
}
