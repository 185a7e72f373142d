//! Lists of those that act: *Thông tư số … được sửa đổi, bổ sung bởi: 1. Thông tư số …; 2. Thông tư số …*, as
//! consolidated texts begin.

use super::objects::RowOf;
use super::reader::{Objects, Reader};
use super::types::{Node, RelationKind};
use super::words::{BY, VERBS};
use crate::amendment::mood::PASSIVE;
use crate::span::Span;

/// A predicate whose agents follow in a list.
pub(super) struct Agents {
    verb: Span,
    relation: RelationKind,
    of: Vec<Node>,
}

impl<'a, 't> Reader<'a, 't> {
    /// The predicate at the end of `line`, in front of its colon; `start` is where its words begin. It is said
    /// of the document that opens the line.
    pub(super) fn agents_below(&self, start: usize, line: Span) -> Option<Agents> {
        let end = self.reading.place_at(line.end);
        let (&part, by) = end.phrase_before(&BY)?;
        let (&relation, verb) = by.phrase_before(&VERBS).filter(|_| by.gap().is_soft())?;
        let passive = verb.gap().is_soft() && verb.phrase_before(&PASSIVE).is_some();
        let first = self.row.at(self.reading.place_at(start).start())?;
        if !passive || !relation.is_far_reaching() || self.row.span(first).end > verb.start() {
            return None;
        }
        Some(Agents {
            verb: self.words(verb, by),
            relation: if part { relation.of_some() } else { relation },
            of: self.row.nodes(first).collect(),
        })
    }

    /// The agents in `item`, its marker passed over.
    pub(super) fn agents_in(&mut self, agents: &Agents, item: Span) {
        let row = self.objects(self.reading.place_at(item.start), RowOf::Agents);
        if let Some(by) = row.groups.into_iter().next() {
            let to = Objects::whole(agents.of.clone());
            self.add(agents.verb, agents.relation, by.ids, to);
        }
    }
}
