//! Documents that others act on: *được sửa đổi, bổ sung bởi A và được thay thế bởi B*.

use super::objects::{RowOf, listed};
use super::reader::{NEAR, Objects, Reader};
use super::types::RelationKind::Details;
use super::types::{Node, Relation, RelationKind};
use super::words::{ACTING, BY, COMES_WITH, JOINING, LASTING, PART, VERBS};
use crate::amendment::mood::PASSIVE;
use crate::provision::Targets;
use crate::reading::{Gap, Place};
use crate::span::Span;

/// A predicate whose agents are named.
struct Done {
    verb: Span,
    relation: RelationKind,
    source: Vec<Node>,
    /// Whether only a part of the document is meant.
    part: bool,
    /// Where the row of agents ends.
    end: usize,
}

impl<'a, 't> Reader<'a, 't> {
    /// `MENTION được sửa đổi, bổ sung theo MENTION`, `MENTION bị MENTION bãi bỏ`; says whether it was
    /// that.
    pub(super) fn passive(&mut self, place: Place<'a, 't>, bracket: bool, i: usize) -> bool {
        let verb = match place.phrase(&PASSIVE) {
            Some((_, verb)) if verb.gap().is_soft() => verb,
            // "Nghị định số … (sửa đổi bởi Nghị định số …)"
            None if bracket && self.changed_by(place) => place,
            _ => return false,
        };
        if let Some(subject) = self
            .inserted_behind(i)
            .filter(|_| place.gap() == Gap::Comma)
        {
            return self.passive(place, bracket, subject);
        }
        let acted_on = |reader: &Self| match bracket {
            true => Objects::whole(reader.row.nodes(i).collect()),
            false => {
                let (_, provisions) = reader.provisions_before(reader.row.span(i).start);
                Objects::of(reader.row_before(i, false), listed(provisions))
            }
        };
        if let Some(by) = self.row.at(verb.start()) {
            let Some(verb) = self.right_of(self.row.span(by).end) else {
                return false;
            };
            let Some((&Some(relation), behind)) = verb.phrase(&ACTING) else {
                return false;
            };
            if !bracket && self.hangs_on_another(i) {
                return true;
            }
            let (source, to) = (self.row.nodes(by).collect(), acted_on(self));
            self.add(self.words(verb, behind), relation, source, to);
            return true;
        }
        // "được Quốc hội kéo dài thời gian áp dụng theo Nghị quyết số …"
        let body = self.findings.body_at(verb.start());
        let verb = body
            .and_then(|body| self.right_of(body.span.end))
            .unwrap_or(verb);
        let Some(mut done) = self.done_by(verb) else {
            return false;
        };
        if body.is_some() && !done.relation.is_far_reaching() {
            return false;
        }
        // "… thi hành Luật A được sửa đổi bởi Nghị định B": a decree amends what details the law.
        let hangs = self.hangs_on_another(i);
        let law = self.row.nodes(i).next();
        let below = law.is_some_and(|law| done.source.iter().all(|by| self.is_above(&law, by)));
        if hangs && below {
            let of = self.row.nodes(i - 1).collect();
            self.add(done.verb, done.relation, done.source, Objects::whole(of));
            return true;
        }
        // Which of two documents the words are about nobody can tell; those that go on from the predicate of
        // another one are about that.
        if !bracket && hangs || self.is_told(done.verb) {
            return true;
        }
        for _ in 0..CHAIN {
            let mut to = acted_on(self);
            // "Điều 5 Luật A được sửa đổi một số điều theo Luật B": the law is amended, not the article.
            if done.part {
                to.provisions = Targets::default();
            }
            self.add(done.verb, done.relation, done.source, to);
            match self.done_next(done.end) {
                Some(next) => done = next,
                None => break,
            }
        }
        true
    }

    /// The document behind which, set off by a comma, is put in what it does to the mention `i`: *Quyết định A, sau khi
    /// thay thế Quyết định B, lại bị Quyết định C bãi bỏ*.
    fn inserted_behind(&self, i: usize) -> Option<usize> {
        let (verb, _) = self.verb_of(i)?;
        let subject = i.checked_sub(1)?;
        let ends = [self.row.span(subject).end, self.end_of_words(subject)];
        let verb = self.reading.place_at(verb.start).index();
        let put_in = ends.into_iter().any(|end| {
            let first = self.reading.place_at(end);
            let soft = |word: usize| self.reading.place(word).gap().is_soft();
            first.gap() == Gap::Comma
                && first.index() <= verb
                && verb <= first.index() + INSERTED
                && (first.index() + 1..=verb).all(soft)
        });
        put_in.then_some(subject)
    }

    /// Whether what is done at `verb` to a document changes it or its force, and by whom is named.
    fn changed_by(&self, verb: Place<'a, 't>) -> bool {
        let done = self.done_by(verb);
        done.is_some_and(|done| done.relation.is_of_force() || done.relation == Details)
    }

    /// Whether a relation was read at `verb` already, be it that it is denied.
    pub(super) fn is_told(&self, verb: Span) -> bool {
        let told = |told: &[(Span, Relation)]| {
            let mut last = told.iter().rev().take(NEAR);
            last.any(|(other, _)| *other == verb)
        };
        told(&self.found) || told(&self.void)
    }

    /// `sửa đổi, bổ sung bởi MENTION và MENTION` at `verb`.
    fn done_by(&self, verb: Place<'a, 't>) -> Option<Done> {
        let (relation, behind) = match verb.phrase(&ACTING)? {
            (&Some(relation), behind) => (relation, behind),
            (None, _) => return None,
        };
        let by = self.behind_lasting(behind);
        let (&part, object) = by.phrase(&BY).filter(|_| by.gap().is_soft())?;
        // New wording may mean by *này* the act it goes into, or the one that brings it.
        let quoted = self.findings.is_quoted(verb.start());
        let by_this = self.object_at(object);
        if by_this.is_some_and(|(_, by)| quoted && self.row.entry(by).is_this) {
            return None;
        }
        let row = self.row_behind(object, RowOf::Agents);
        (!row.groups.is_empty()).then(|| Done {
            verb: self.words(verb, behind),
            relation: if part { relation.of_some() } else { relation },
            source: row.groups.into_iter().flat_map(|by| by.ids).collect(),
            part,
            end: row.end,
        })
    }

    /// The place behind the time, at `place`, until which something holds, or `place` itself.
    fn behind_lasting(&self, place: Place<'a, 't>) -> Place<'a, 't> {
        let until = place.phrase(&LASTING).filter(|_| place.gap().is_soft());
        let Some((_, mut at)) = until else {
            return place;
        };
        for _ in 0..TIME {
            if !at.gap().is_soft() || self.row.at(at.start()).is_some() {
                break;
            }
            if at.phrase(&BY).is_some() {
                return at;
            }
            at = at.next();
        }
        place
    }

    /// The next of a chain of predicates: *…, sau đó bị bãi bỏ bởi MENTION*, *và thay thế bởi MENTION*.
    fn done_next(&self, end: usize) -> Option<Done> {
        let first = self.reading.place_at(end);
        if !matches!(first.gap(), Gap::Space | Gap::Comma) {
            return None;
        }
        let mut at = first;
        while let Some((_, behind)) = at.phrase(&JOINING) {
            at = behind;
        }
        if at.index() == first.index() && at.gap() != Gap::Comma {
            return None;
        }
        at.eat(&PASSIVE);
        self.done_by(at)
    }

    /// Whether the mention `i` only tells what the one before it is for or came with: *Kế hoạch số … ban
    /// hành kèm theo Quyết định số …*, *Thông tư số … hướng dẫn Nghị định số …*.
    pub(super) fn hangs_on_another(&self, i: usize) -> bool {
        let Some(other) = i.checked_sub(1) else {
            return false;
        };
        let (start, _) = self.provisions_before(self.row.span(i).start);
        let mut object = self.reading.place_at(start);
        for _ in 0..2 {
            if object.gap().is_soft() {
                object.eat_back(&PART);
            }
        }
        if !object.gap().is_soft() {
            return false;
        }
        let verb = object.phrase_before(&VERBS).map(|(_, verb)| verb);
        let verb = object
            .phrase_before(&COMES_WITH)
            .map(|(_, verb)| verb)
            .or(verb);
        let Some(place) = self.right_of(self.row.span(other).end) else {
            return false;
        };
        verb.is_some_and(|verb| verb.index() == place.index())
    }
}

/// How many words stand in front of the verb of what is put in.
const INSERTED: usize = 4;

/// How many words tell until when something holds.
const TIME: usize = 10;

/// The most predicates of one document in a chain.
const CHAIN: usize = 8;
