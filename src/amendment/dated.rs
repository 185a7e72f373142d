//! The day from which on one document changes or ends the force of another.

use std::collections::{HashMap, HashSet};

use super::effectivity::{Effectivity, EffectivityKind};
use super::relation::{Node, Relation};
use crate::date::CivilDate;
use crate::document_id::DocumentId;
use crate::provision::{ProvisionOf, Targets};
use crate::span::Found;

/// What a page tells of days of force.
#[derive(Default)]
struct Days<'e> {
    /// On which day documents, or provisions of them, expire; `None` where it tells of several days.
    ends: HashMap<(Node, &'e Targets), Option<CivilDate>>,
    /// On which day documents enter into force.
    begins: HashMap<Node, Option<CivilDate>>,
    /// Documents that enter into force part by part: which of them acts is not to be told.
    divided: HashSet<Node>,
}

impl<'e> Days<'e> {
    fn read(effects: &'e [Found<'_, Effectivity>], own: Option<&DocumentId>) -> Self {
        let mut days = Days::default();
        for effect in effects {
            let value = &effect.value;
            let of = match (&value.of, own) {
                (ProvisionOf::Document(id), _) => Node::Document(id.clone()),
                (ProvisionOf::Itself, Some(own)) => Node::Document(own.clone()),
                (ProvisionOf::Itself, None) => Node::Itself,
            };
            let day = match value.kind {
                EffectivityKind::Expires => days
                    .ends
                    .entry((of, &value.provisions))
                    .or_insert(value.day),
                EffectivityKind::EntersIntoForce if value.provisions.is_empty() => {
                    if !value.except.is_empty() {
                        days.divided.insert(of.clone());
                    }
                    days.begins.entry(of).or_insert(value.day)
                }
                EffectivityKind::EntersIntoForce => {
                    days.divided.insert(of);
                    continue;
                }
                _ => continue,
            };
            *day = day.filter(|told| Some(*told) == value.day);
        }
        days
    }

    fn of(&self, relation: &Relation, target: &Node) -> Option<CivilDate> {
        let ended = self.ends.get(&(target.clone(), &relation.provisions));
        match (ended, relation.source.as_slice()) {
            (Some(day), _) if relation.relation.ends_force() => *day,
            (_, [source]) if !self.divided.contains(source) => *self.begins.get(source)?,
            _ => None,
        }
    }
}

/// Gives each of `relations` that changes or ends the force of documents its [day](Relation::day). `own` is the page's
/// document.
pub(crate) fn date(
    relations: &mut [Found<'_, Relation>],
    effects: &[Found<'_, Effectivity>],
    own: Option<&DocumentId>,
) {
    let days = Days::read(effects, own);
    if days.begins.is_empty() && days.ends.is_empty() {
        return;
    }
    for found in relations {
        let relation = &found.value;
        if !relation.relation.is_of_force() || relation.proposed {
            continue;
        }
        let mut told = relation
            .target
            .iter()
            .map(|target| days.of(relation, target));
        let day = told.next().flatten();
        let day = day.filter(|_| told.all(|other| other == day));
        found.value.day = day;
    }
}
