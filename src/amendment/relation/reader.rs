//! Goes through the documents that a text mentions and gathers what is done to them.

use std::collections::HashMap;

use super::grounds::rests_in_lines;
use super::lead::Lead;
use super::row::Row;
use super::types::{Node, Relation, RelationKind};
use super::words::POWERLESS;
use crate::amendment::mood::{Mood, PASSIVE, mood};
use crate::amendment::{Effectivity, Page};
use crate::citation::{Findings, Mentions};
use crate::date::CivilDate;
use crate::document_id::DocumentId;
use crate::number::DocumentNumber;
use crate::provision::Targets;
use crate::reading::{Place, Reading};
use crate::span::{Found, Span};
use crate::tables::kinds::{DocumentKind, Trait};
use crate::text::fold;

/// Every relation of a text, in order.
pub(crate) fn relations<'t>(
    findings: &Findings<'_, 't>,
    page: &Page<'_, 't>,
    effectivity: &[Found<'t, Effectivity>],
) -> Vec<Found<'t, Relation>> {
    let mut reader = Reader {
        findings,
        reading: findings.reading,
        text: findings.text,
        row: Row::new(findings, page),
        mentions: page.mentions,
        issued: page.mentions.issued().collect(),
        effectivity,
        subject: page.subject,
        own: page.node(),
        rests: page.node().is_none() && rests_in_lines(findings.reading),
        body: page.body,
        kind: page.kind,
        lead: None,
        found: Vec::new(),
        void: Vec::new(),
        rows: Vec::new(),
    };
    let mut basis: Option<(usize, _)> = None;
    for i in 0..reader.row.len() {
        let at = reader.row.span(i).start;
        let clause = findings.sentence_start(at);
        if basis.as_ref().is_none_or(|&(start, _)| start != clause) {
            let rests = reader.basis(i, clause);
            let rests = rests.or_else(|| reader.basis_above(i, clause));
            basis = Some((clause, rests));
        }
        reader.issuing(i);
        reader.acting(i);
        reader.acted_on(i);
        reader.carrying(i);
        if let Some((_, Some(basis))) = &basis {
            reader.founded(i, basis);
        }
    }
    reader.lines();
    if let Some(announced) = page.announced.filter(|_| page.own.is_none()) {
        reader.registered(&Node::Document(announced.clone()));
    }
    reader.approved_again();
    reader.expiring();
    let mut found = reader.found;
    found.sort_by_key(|&(span, ref relation)| (span, relation.relation));
    found.dedup();
    let found = found.into_iter();
    found
        .map(|(span, relation)| Found::new(findings.text, span, relation))
        .collect()
}

pub(super) struct Reader<'a, 't> {
    pub(super) findings: &'a Findings<'a, 't>,
    pub(super) reading: &'a Reading<'t>,
    pub(super) text: &'t str,
    pub(super) row: Row<'a>,
    pub(super) mentions: &'a Mentions,
    /// On which day documents were issued.
    issued: HashMap<&'a DocumentId, CivilDate>,
    pub(super) effectivity: &'a [Found<'t, Effectivity>],
    pub(super) subject: Option<Span>,
    /// Where its own text begins: what stands in front of that says what the document rests on.
    pub(super) body: usize,
    /// The document that the page is.
    pub(super) own: Option<Node>,
    /// Whether the page is none that is known to be a document, and rests on others as documents do.
    pub(super) rests: bool,
    /// The kind of that.
    pub(super) kind: Option<&'a str>,
    /// The verb that the items of a list stand under.
    pub(super) lead: Option<Lead>,
    pub(super) found: Vec<(Span, Relation)>,
    /// What is denied or asked: it does not hold, but its verb has a subject and objects.
    pub(super) void: Vec<(Span, Relation)>,
    /// Where in `found` the relation of a verb is that takes a row of objects one by one.
    rows: Vec<(Span, RelationKind, usize)>,
}

/// A row of documents that a verb acts on.
pub(super) struct Objects {
    pub(super) ids: Vec<Node>,
    pub(super) provisions: Targets,
    pub(super) except: Targets,
}

impl Objects {
    pub(super) fn whole(ids: Vec<Node>) -> Self {
        Objects::of(ids, Targets::default())
    }

    pub(super) fn of(ids: Vec<Node>, provisions: Targets) -> Self {
        Objects {
            ids,
            provisions,
            except: Targets::default(),
        }
    }
}

impl<'a, 't> Reader<'a, 't> {
    /// The place behind byte `end`, where nothing but space is between it and the next word.
    pub(super) fn right_of(&self, end: usize) -> Option<Place<'a, 't>> {
        let place = self.reading.place_at(end);
        is_space(self.text.get(end..place.start())?).then_some(place)
    }

    /// Where the words end that stand, with nothing but space between, in front of byte `start`.
    pub(super) fn left_of(&self, start: usize) -> usize {
        self.text[..start].trim_end_matches([' ', '\u{a0}']).len()
    }

    /// The bytes from word to word.
    pub(super) fn words(&self, from: Place<'_, '_>, to: Place<'_, '_>) -> Span {
        Span::new(from.start(), to.end())
    }

    /// Adds a relation, unless it would be one that the new wording quoted by the document at hand
    /// has, or one of a document with itself.
    pub(super) fn add(
        &mut self,
        verb: Span,
        relation: RelationKind,
        mut source: Vec<Node>,
        mut to: Objects,
    ) {
        // No document acts on itself: *Luật A và Nghị định B quy định chi tiết Luật A* tells of B.
        if source.iter().any(|id| !to.ids.contains(id)) {
            source.retain(|id| !to.ids.contains(id));
        }
        to.ids.retain(|id| !source.contains(id));
        // Nor on one of a later year.
        if let Some(year) = source.iter().map(year).min().flatten() {
            to.ids
                .retain(|id| self::year(id).is_none_or(|other| other <= year));
        }
        // Nor on one that came behind it in the same series.
        if relation.is_far_reaching() {
            to.ids
                .retain(|of| !source.iter().any(|by| follows_in_series(of, by)));
        }
        // Nor on one of a later day, which tells of a row that goes on in another clause; what a page names its
        // ground is that, whatever day it gives it.
        let issued = |node: &Node| node.id().and_then(|id| self.issued.get(id)).copied();
        if relation != RelationKind::BasedOn
            && let Some(day) = source.iter().map(issued).min().flatten()
        {
            to.ids
                .retain(|id| issued(id).is_none_or(|other| other <= day));
        }
        if relation.needs_rank() || relation == RelationKind::Expires {
            to.ids
                .retain(|of| !source.iter().all(|by| self.is_above(of, by)) || source.is_empty());
        }
        if relation == RelationKind::Amends {
            to.ids
                .retain(|of| !source.iter().all(|by| self.is_below(of, by)) || source.is_empty());
        }
        let own = self.own.as_ref().is_some_and(|own| source.contains(own));
        if own && self.findings.is_quoted(verb.start) || to.ids.is_empty() {
            return;
        }
        let mood = match relation.is_far_reaching() {
            true => self.mood(verb.start),
            false => Mood::Stated,
        };
        // "Nghị định số 168/2024/NĐ-CP sẽ thay thế …": what has a number exists.
        let exists = source.iter().all(|node| node.id().is_some()) && !source.is_empty();
        let intended = match mood {
            Mood::Coming => !exists,
            // "Trường hợp Nghị định số … được sửa đổi bởi Nghị định số …": that was done.
            Mood::Supposed => !exists || !self.is_passive(verb),
            Mood::Asked => true,
            Mood::Stated | Mood::Void => false,
        };
        if intended && relation == RelationKind::RespondsTo {
            return;
        }
        let proposed = intended && relation.may_be_intended();
        if !proposed && relation.needs_rank() && source.iter().any(|by| only_asks(by, &to.ids)) {
            return;
        }
        let told = match mood {
            Mood::Void => &mut self.void,
            _ => &mut self.found,
        };
        told.push((
            verb,
            Relation {
                relation,
                source: if proposed { Vec::new() } else { source },
                target: to.ids,
                provisions: to.provisions,
                except: to.except,
                proposed,
                day: None,
            },
        ));
    }

    /// Whether `of` is a law that documents of the kind of `by` cannot change.
    pub(super) fn is_above(&self, of: &Node, by: &Node) -> bool {
        let (Some(of), Some(by)) = (self.kind_of(of), self.kind_of(by)) else {
            return false;
        };
        let passed = by.is(Trait::Law) || by.is(Trait::Congress);
        of.is(Trait::Law) && !passed
    }

    /// Whether `of` is an act below the laws, whose words no law such as `by` changes.
    fn is_below(&self, of: &Node, by: &Node) -> bool {
        let (Some(of), Some(by)) = (self.kind_of(of), self.kind_of(by)) else {
            return false;
        };
        let passed = of.is(Trait::Law) || of.is(Trait::Congress);
        by.is(Trait::Law) && of.is(Trait::Formal) && !passed
    }

    fn kind_of(&self, node: &Node) -> Option<&'a DocumentKind> {
        let name = node.id()?.kind()?;
        let mut kinds = self.findings.tables.kinds.iter();
        kinds.find(|kind| kind.name == name)
    }

    /// How the verb at byte `verb` is meant.
    pub(super) fn mood(&self, verb: usize) -> Mood {
        mood(self.findings, self.mentions, verb)
    }

    /// Whether *được* or *bị* stands right before `verb`.
    fn is_passive(&self, verb: Span) -> bool {
        let place = self.reading.place_at(verb.start);
        place.gap().is_soft() && place.phrase_before(&PASSIVE).is_some()
    }

    /// Whether the verb at byte `verb` is only intended.
    pub(super) fn is_proposed(&self, verb: usize) -> bool {
        matches!(self.mood(verb), Mood::Coming | Mood::Asked | Mood::Supposed)
    }

    /// Adds an object to the relation of a verb that governs a row.
    pub(super) fn add_to_row(
        &mut self,
        verb: Span,
        relation: RelationKind,
        source: &[Node],
        i: usize,
    ) {
        let mut rows = self.rows.iter().rev().take(NEAR);
        let row = rows.find(|row| row.0 == verb && row.1 == relation);
        match row {
            Some(&(_, _, at)) => {
                let target = &mut self.found[at].1.target;
                // A long row is one of different documents; the check is for short ones.
                let near = target.len().saturating_sub(NEAR);
                for id in self.row.nodes(i) {
                    if !target[near..].contains(&id) && !source.contains(&id) {
                        target.push(id);
                    }
                }
            }
            None => {
                let before = self.found.len();
                let ids = self.row.nodes(i).collect();
                self.add(verb, relation, source.to_vec(), Objects::whole(ids));
                if self.found.len() > before {
                    self.rows.push((verb, relation, before));
                }
            }
        }
    }
}

/// Whether documents of the kind only ask for what they are about.
pub(super) fn is_powerless(kind: &str) -> bool {
    POWERLESS.iter().any(|name| fold::is_lowered(kind, name))
}

/// Whether `by` cannot do anything to `ids`, which are of other kinds, but ask for it.
fn only_asks(by: &Node, ids: &[Node]) -> bool {
    fn kind(node: &Node) -> Option<&str> {
        node.id()?.kind()
    }
    let own = kind(by);
    own.is_some_and(is_powerless) && ids.iter().all(|id| kind(id) != own)
}

/// Whether `of` has a later number than `by` in the same year of the same series: *3/2025/TT-BXD* behind *1/2025/TT-BXD*.
fn follows_in_series(of: &Node, by: &Node) -> bool {
    let (Some(of), Some(by)) = (number(of), number(by)) else {
        return false;
    };
    let serial = |number: &DocumentNumber| number.serial().parse::<u32>().ok();
    of.year().is_some()
        && of.year() == by.year()
        && of.kind() == by.kind()
        && of.issuers() == by.issuers()
        && serial(of).zip(serial(by)).is_some_and(|(of, by)| of > by)
}

fn number(node: &Node) -> Option<&DocumentNumber> {
    node.id()?.number()
}

/// The year in a document's number.
fn year(node: &Node) -> Option<u16> {
    number(node)?.year()
}

/// Whether nothing but space stands in `gap`, the end of one line perhaps.
pub(super) fn is_space(gap: &str) -> bool {
    gap == " " || gap.trim().is_empty() && gap.matches('\n').count() <= 1
}

/// How many finds back a verb is looked for that has been told already, and how many documents of a
/// long row are compared.
pub(super) const NEAR: usize = 8;
