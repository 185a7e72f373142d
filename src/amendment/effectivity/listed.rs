//! The force of documents that a list names: *Các văn bản sau đây hết hiệu lực kể từ ngày …: a) …; b) …*.

use super::statement::{Reader, Time};
use super::types::{Effectivity, EffectivityKind::Expires};
use crate::amendment::{Node, Page, Relation, RelationKind};
use crate::citation::Findings;
use crate::provision::ProvisionOf;
use crate::span::{Found, Span};

/// Adds to `found` what the relations read from lists say of the force of documents.
pub(crate) fn listed<'t>(
    findings: &Findings<'_, 't>,
    page: &Page<'_, 't>,
    relations: &[Found<'t, Relation>],
    found: &mut Vec<Found<'t, Effectivity>>,
) {
    let reader = Reader::new(findings, page);
    let told = found.len();
    for relation in relations {
        let value = &relation.value;
        let verb = relation.span;
        if !value.relation.ends_force() || value.proposed {
            continue;
        }
        // A statement of its own has its verb among the finds.
        let stated = found[..told].binary_search_by_key(&verb.start, |found| found.span.start);
        if stated.is_ok() {
            continue;
        }
        let expires = value.relation == RelationKind::Expires;
        let behind = match expires {
            true => Some(verb.end),
            false => reader.end_of_objects(verb, &value.target),
        };
        let behind = behind.map(|end| findings.place(end));
        let behind = behind.filter(|place| expires || reader.is_led_in(*place));
        let mut time = behind.map_or_else(Time::default, |place| reader.time(place));
        if !time.is_said() {
            let clause = findings.reading.clause(verb.start).start;
            reader.time_in_front(findings.place(clause), &mut time);
        }
        // A verb of its own that tells no day says nothing of force.
        if !expires && time.from.is_none() {
            continue;
        }
        for id in value.target.iter().filter_map(Node::id) {
            let of = ProvisionOf::Document(id.clone());
            let value = Effectivity {
                kind: Expires,
                of,
                provisions: value.provisions.clone(),
                from: time.from.clone(),
                day: None,
                until: time.until,
                except: value.except.clone(),
            };
            found.push(Found::new(findings.text, verb, value));
        }
    }
    found.sort_by_key(|found| found.span.start);
}

impl Reader<'_, '_> {
    /// Where the words end that name, behind `verb` in its sentence, the last of `objects`.
    fn end_of_objects(&self, verb: Span, objects: &[Node]) -> Option<usize> {
        let end = self.findings.sentence_end(verb.end);
        let row = self.mentions.row();
        let first = row.partition_point(|mention| mention.span.start < verb.end);
        let within = row[first..].iter().take(MOST);
        let within = within.take_while(|mention| mention.span.start < end);
        let is_object = |&one: &_| {
            let id = self.mentions.id(one);
            objects.iter().any(|object| object.id() == Some(id))
        };
        let (last, _) = within
            .enumerate()
            .filter(|(_, mention)| {
                let mut documents = self.mentions.documents(mention).iter();
                documents.any(is_object)
            })
            .last()?;
        Some(self.end_of_words(first + last))
    }
}

/// How many documents behind a verb are looked at.
const MOST: usize = 40;
