//! Items of a list whose provisions stand apart from their document: on lines of their own below it, or
//! below a lead that names the document.

use super::lead::{Part, Sign};
use super::reader::Reader;
use super::types::{Node, Relation};
use super::words::EXCEPT;
use crate::provision::Targets;
use crate::span::Span;

impl<'a, 't> Reader<'a, 't> {
    /// Whether `line` names provisions of the item above it, which are then taken.
    pub(super) fn is_part(&mut self, line: Span, marker: usize) -> bool {
        let words = line.of(self.text);
        let Some(lead) = &mut self.lead else {
            return false;
        };
        let Some(part) = lead.part else { return false };
        let below = match part.label {
            Some(label) => {
                let longer = words.strip_prefix(label.of(self.text));
                longer.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
                    || marker > 0 && lead.items.is_some_and(|items| items < Sign::of(words))
            }
            None => marker > 0 && lead.items.is_none_or(|items| items == Sign::of(words)),
        };
        let start = line.start + marker;
        if below {
            self.add_part(part.relation, Span::new(start, line.end));
            return true;
        }
        // What an exception names stands without a sign.
        let provision = self.findings.provision_at(start).is_some();
        if marker > 0 || !provision {
            lead.part = None;
        }
        marker == 0 && provision
    }

    /// Adds the provisions that `item` names to a relation, and to its exceptions those behind *trừ*.
    fn add_part(&mut self, relation: usize, item: Span) {
        let words = |at: usize| self.reading.place_at(at).index();
        let except = self
            .reading
            .next_start_in(words(item.start)..words(item.end), &EXCEPT)
            .map(|word| self.reading.place(word))
            .filter(|place| place.phrase(&EXCEPT).is_some());
        let except = except.map_or(item.end, |place| place.start());
        let provisions = self.findings.provisions;
        let first = provisions.partition_point(|p| p.span.start < item.start);
        let named = provisions[first..].iter();
        for provision in named.take_while(|p| p.span.start < item.end) {
            let relation = &mut self.found[relation].1;
            match provision.span.start < except {
                true => relation.provisions.append(provision.value.targets.clone()),
                false => relation.except.append(provision.value.targets.clone()),
            }
        }
    }

    /// Notes that the item in `line`, which was just read, leaves its provisions to the lines below it.
    pub(super) fn opens_part(&mut self, line: Span, marker: usize) {
        let words = line.of(self.text);
        let Some(lead) = &mut self.lead else { return };
        let last = self.found.len().wrapping_sub(1);
        let here = self.found.last().is_some_and(|(verb, relation)| {
            *verb == lead.verb && relation.provisions.is_empty() && relation.except.is_empty()
        });
        if words.ends_with(':') && here && lead.act.is_none() && self.named_in(line) {
            let end = words[..marker].find(['.', ')', '/']).unwrap_or(0);
            if let Some(lead) = &mut self.lead {
                lead.part = Some(Part {
                    relation: last,
                    label: Some(Span::new(line.start, line.start + end)),
                });
            }
        }
    }

    /// Whether a document is named in `line`.
    fn named_in(&self, line: Span) -> bool {
        let first = self.row.first_from(line.start);
        first < self.row.len() && self.row.span(first).end <= line.end
    }

    /// The item in `span`: provisions of the act that the lead names.
    pub(super) fn listed_of(&mut self, act: usize, span: Span) {
        let Some(lead) = &mut self.lead else { return };
        let relation = match lead.part {
            Some(part) => part.relation,
            None => {
                let target: Vec<Node> = self.row.nodes(act).collect();
                let relation = Relation {
                    relation: lead.relation,
                    source: lead.source.clone(),
                    target,
                    provisions: Targets::default(),
                    except: Targets::default(),
                    proposed: lead.proposed,
                    day: None,
                };
                self.found.push((lead.verb, relation));
                let relation = self.found.len() - 1;
                lead.part = Some(Part {
                    relation,
                    label: None,
                });
                relation
            }
        };
        self.add_part(relation, span);
    }
}
