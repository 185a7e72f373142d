//! The JSON of a relation: its ends by name.

use serde::{Deserialize, Serialize};

use super::{Node, RelationKind};
use crate::document_id::DocumentId;
use crate::document_id::json::all_named;
use crate::error::ParseError;
use crate::provision::Target;

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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    provisions: Vec<Target>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    except: Vec<Target>,
    #[serde(default, skip_serializing_if = "crate::json::is_false")]
    proposed: bool,
}

/// Makes an end of what a relation mostly has there.
type End = fn(String) -> Result<Node, ParseError>;

fn document(name: String) -> Result<Node, ParseError> {
    name.parse().map(Node::Document)
}

fn unnumbered(words: String) -> Result<Node, ParseError> {
    Ok(Node::Unnumbered(words))
}

fn body(name: String) -> Result<Node, ParseError> {
    Ok(Node::Body(name))
}

fn source(relation: RelationKind) -> End {
    match relation {
        RelationKind::Issues => body,
        RelationKind::AttachedTo => unnumbered,
        _ => document,
    }
}

fn target(relation: RelationKind) -> End {
    match relation {
        RelationKind::AtProposalOf => body,
        RelationKind::Approves | RelationKind::Promulgates => unnumbered,
        _ => document,
    }
}

/// The names of `nodes`, and the documents where names as [`nodes_of`] reads them would not tell.
fn names_of(nodes: Vec<Node>, end: End) -> (Vec<String>, Vec<DocumentId>) {
    let ids: Option<Vec<DocumentId>> = nodes.iter().map(|node| node.id().cloned()).collect();
    let ids = ids.filter(|ids| !ids.is_empty());
    let Some(ids) = ids else {
        return (nodes.iter().map(Node::to_string).collect(), Vec::new());
    };
    let (names, whole) = all_named(&ids);
    let told = names
        .iter()
        .zip(nodes)
        .all(|(name, node)| end(name.clone()).as_ref() == Ok(&node));
    (names, if told { whole } else { ids })
}

fn nodes_of(names: Vec<String>, ids: Vec<DocumentId>, end: End) -> Result<Vec<Node>, ParseError> {
    match ids.is_empty() {
        true => names.into_iter().map(end).collect(),
        false => Ok(ids.into_iter().map(Node::Document).collect()),
    }
}

impl From<super::Relation> for Relation {
    fn from(of: super::Relation) -> Self {
        let (source, source_ids) = names_of(of.source, source(of.relation));
        let (target, target_ids) = names_of(of.target, target(of.relation));
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
