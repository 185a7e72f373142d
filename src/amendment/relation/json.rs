//! The JSON of a relation: its ends by name.

use serde::{Deserialize, Serialize};

use super::types::ITSELF;
use super::{Node, RelationKind};
use crate::date::CivilDate;
use crate::document_id::DocumentId;
use crate::document_id::json::all_named;
use crate::error::ParseError;
use crate::json::written_as;
use crate::provision::Targets;

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Relation {
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<CivilDate>,
}

written_as!(super::Relation, Relation);

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

/// The names of `nodes`, and the documents among them where [`nodes_of`] could not tell them by their
/// names.
fn names_of(nodes: &[Node], end: End) -> (Vec<String>, Vec<DocumentId>) {
    let names = nodes.iter().map(Node::to_string).collect();
    let is_document = |node: &Node| matches!(node, Node::Document(_) | Node::Itself);
    if !nodes.iter().all(is_document) {
        return (names, Vec::new());
    }
    let ids: Vec<DocumentId> = nodes.iter().filter_map(Node::id).cloned().collect();
    match end {
        End::Document => (names, all_named(&ids).1),
        _ => (names, ids),
    }
}

fn nodes_of(names: Vec<String>, ids: Vec<DocumentId>, end: End) -> Result<Vec<Node>, ParseError> {
    let mut ids = ids.into_iter();
    let node = |name: String| match (if name == ITSELF { None } else { ids.next() }, end) {
        (Some(id), _) => Ok(Node::Document(id)),
        (None, _) if name == ITSELF => Ok(Node::Itself),
        (None, End::Document) => name.parse().map(Node::Document),
        (None, End::Unnumbered) => Ok(Node::Unnumbered(name)),
        (None, End::Body) => Ok(Node::Body(name)),
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
            day: of.day,
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
            day: json.day,
        })
    }
}
