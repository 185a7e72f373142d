//! What a register tells of its document, line by line: *05/11/2019 Bị bãi bỏ 17/2019/TT-BCT*.

use super::reader::{Objects, Reader};
use super::types::Node;
use super::words::{BY, PART, VERBS};
use crate::amendment::mood::PASSIVE;
use crate::span::Span;

impl<'a, 't> Reader<'a, 't> {
    /// Reads the lines of a register; `of` is the document that it is about.
    pub(super) fn registered(&mut self, of: &Node) {
        for line in self.reading.lines() {
            self.registered_in(line.span(), of);
        }
    }

    /// A day, what was done to the document, and the one that did it: nothing else stands in the line.
    fn registered_in(&mut self, line: Span, of: &Node) -> Option<()> {
        let start = self.reading.place_at(line.start);
        let day = self.findings.date_at(start.start())?;
        let (_, verb) = self.reading.place_at(day.span.end).phrase(&PASSIVE)?;
        let (&relation, behind) = verb.phrase(&VERBS)?;
        let (some, by) = match (behind.phrase(&BY), behind.phrase(&PART)) {
            (Some((&part, by)), _) => (part, by),
            (None, Some((&some, by))) => (some, by),
            (None, None) => (false, behind),
        };
        let by = self.row.at(by.start())?;
        if by + 1 < self.row.len() && self.row.span(by + 1).start < line.end {
            return None;
        }
        let source = self.row.nodes(by).collect();
        let relation = if some { relation.of_some() } else { relation };
        let verb = self.words(verb, behind);
        self.add(verb, relation, source, Objects::whole(vec![of.clone()]));
        Some(())
    }
}
