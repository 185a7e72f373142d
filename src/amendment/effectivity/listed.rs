//! The force of documents that a list names: *Các văn bản sau đây hết hiệu lực kể từ ngày …: a) …; b) …*.

use super::statement::Reader;
use super::types::{Effectivity, EffectivityKind::Expires};
use crate::amendment::{Node, Page, Relation, RelationKind};
use crate::citation::Findings;
use crate::provision::ProvisionOf;
use crate::span::Found;

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
        if value.relation != RelationKind::Expires || value.proposed {
            continue;
        }
        // A statement of its own has its verb among the finds.
        let stated = found[..told].binary_search_by_key(&verb.start, |found| found.span.start);
        if stated.is_ok() {
            continue;
        }
        let mut time = reader.time(findings.place(verb.end));
        if !time.is_said() {
            let clause = findings.reading.clause(verb.start).start;
            reader.time_in_front(findings.place(clause), &mut time);
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
