//! Lists behind a colon whose verb stands before it: *Bãi bỏ các văn bản sau đây: a) …; b) …*.

use super::agents::Agents;
use super::lead::{Lead, Sign};
use super::objects::RowOf;
use super::reader::{NEAR, Reader};
use super::types::{Node, Relation, RelationKind};
use super::words::{ACTS, BELOW, ENDING, EXCEPT, LISTING, PART, SEVERAL, VERBS};
use crate::amendment::mood::{Mood, PASSIVE};
use crate::provision::Targets;
use crate::reading::Place;
use crate::span::Span;

/// A relation from which the items of a list are taken out.
struct Kept {
    /// Its place in the row of finds.
    relation: usize,
    /// How the line begins that says so; one that begins likewise is no item below it.
    around: Sign,
}

impl<'a, 't> Reader<'a, 't> {
    /// Reads what stands line by line: lists, and who proposed the document at hand.
    pub(super) fn lines(&mut self) {
        self.found.sort_by_key(|(verb, _)| verb.start);
        let told = self.found.len();
        let mut kept: Option<Kept> = None;
        let mut agents: Option<Agents> = None;
        // Whether the line before announces what stands below it.
        let mut announced = false;
        // Whether the first line of its own text was read.
        let mut opened = false;
        let mut parts = Vec::new();
        for line in self.reading.lines() {
            let line = line.span();
            let words = line.of(self.text);
            let marker = list_marker(words);
            let nests = std::mem::replace(&mut announced, words.ends_with(':'));
            match agents.as_ref().filter(|_| marker > 0) {
                Some(agents) => self.agents_in(agents, Span::new(line.start + marker, line.end)),
                None => {
                    agents = words
                        .ends_with(':')
                        .then(|| self.agents_below(line.start + marker, line))
                        .flatten();
                }
            }
            kept = kept.filter(|kept| marker > 0 && Sign::of(words) != kept.around);
            if let Some(kept) = &kept {
                self.keep(kept.relation, line);
            } else if words.ends_with(':') {
                kept = self.kept_below(line, told);
            }
            if self.is_part(line, marker) {
                continue;
            }
            if marker == 0 {
                self.lead = None;
                if line.start < self.body {
                    self.proposal(self.reading.place_at(line.start));
                } else if !std::mem::replace(&mut opened, true) {
                    self.first_article(line);
                }
            } else if let Some(lead) = &mut self.lead {
                if lead.ends_before(Sign::of(words), nests) {
                    self.lead = None;
                }
                self.listed(Span::new(line.start + marker, line.end));
                self.opens_part(line, marker);
                parts.extend(self.lead.as_ref().and_then(|lead| lead.part));
            }
            let Some((stop, items)) = self.list_in(line) else {
                continue;
            };
            let inline = items < line.end;
            let nested = marker > 0 && self.lead.is_some();
            if let Some(mut lead) = self.lead_in(Span::new(line.start, stop), inline) {
                lead.around = (marker > 0).then(|| Sign::of(words));
                self.lead = Some(lead);
            } else if !nested {
                continue;
            }
            if inline && self.lead.is_some() {
                self.listed_inline(Span::new(items, line.end));
                self.lead = self.lead.take().filter(|lead| !lead.inline);
            }
        }
        // Which part of the document is meant was not to be read: not the whole of it.
        for part in parts {
            let relation = &mut self.found[part.relation].1;
            if relation.provisions.is_empty() {
                relation.target.clear();
            }
        }
        self.found
            .retain(|(_, relation)| !relation.target.is_empty());
    }

    /// Where in `line` what leads a list in ends, and where the list begins: at a colon, or behind *gồm* in
    /// front of a document.
    fn list_in(&self, line: Span) -> Option<(usize, usize)> {
        if let Some(colon) = memchr::memchr(b':', line.of(self.text).as_bytes()) {
            return Some((line.start + colon, line.start + colon + 1));
        }
        // "Bãi bỏ toàn bộ các văn bản sau đây", and nothing behind it.
        let end = self.reading.place_at(line.end);
        if end.phrase_before(&BELOW).is_some() && self.left_of(line.end) == end.end() {
            return Some((line.end, line.end));
        }
        let last = self.reading.place_at(line.end).index();
        let mut from = self.reading.place_at(line.start).index();
        while let Some(next) = self.reading.next_start_in(from..last, &LISTING) {
            let place = self.reading.place(next);
            let (_, behind) = place.phrase(&LISTING)?;
            if self.row.at(behind.start()).is_some() {
                return Some((behind.end(), behind.start()));
            }
            from = next + 1;
        }
        None
    }

    /// *Bãi bỏ Thông tư số …, trừ các nội dung sau:*: what the items below `line` are taken out of, one of
    /// the first `told` relations.
    fn kept_below(&self, line: Span, told: usize) -> Option<Kept> {
        let words = |at: usize| self.reading.place_at(at).index();
        let except = self
            .reading
            .next_start_in(words(line.start)..words(line.end), &EXCEPT)?;
        let except = self.reading.place(except).start();
        let before = self.found[..told].partition_point(|(verb, _)| verb.start < except);
        let relation = before.checked_sub(1)?;
        let (verb, told) = &self.found[relation];
        let whole = verb.start >= line.start && told.except.is_empty();
        (whole && told.relation.is_far_reaching()).then_some(Kept {
            relation,
            around: Sign::of(line.of(self.text)),
        })
    }

    /// Takes the provisions named in `line` out of a relation.
    fn keep(&mut self, relation: usize, line: Span) {
        let provisions = self.findings.provisions;
        let first = provisions.partition_point(|p| p.span.start < line.start);
        let within = provisions[first..].iter();
        let within = within.take_while(|provision| provision.span.start < line.end);
        let except = &mut self.found[relation].1.except;
        within.for_each(|provision| except.append(provision.value.targets.clone()));
    }

    /// The verb that stands before the colon at the end of `span`, and whose list follows.
    fn lead_in(&self, span: Span, inline: bool) -> Option<Lead> {
        let clause = self.reading.clause(span.end.saturating_sub(1));
        let start = self.reading.place_at(clause.start.max(span.start));
        let (verb, relation, object) = self.first_verb(start, span.end)?;
        // What is listed has to be acts: nothing else may stand between the verb and the colon.
        let ending = relation == RelationKind::Expires;
        let passive = verb.gap().is_soft() && verb.phrase_before(&PASSIVE).is_some() || ending;
        let has = |mut place: Place<'a, 't>, end: usize, phrases| {
            while place.start() < end {
                if place.phrase(phrases).is_some() {
                    return true;
                }
                place = place.next();
            }
            false
        };
        let acts = object.start() >= span.end || has(object, span.end, &*ACTS);
        let mood = self.mood(verb.start());
        let named = match passive {
            true if ending => has(start, span.end, &*BELOW),
            // "Các văn bản bị bãi bỏ gồm …"
            true => {
                let listed = || has(object, span.end, &*LISTING);
                has(start, verb.start(), &*BELOW) || has(start, verb.start(), &*ACTS) && listed()
            }
            false => acts,
        };
        if !named || mood == Mood::Void {
            return None;
        }
        let proposed = mood != Mood::Stated;
        let first = self.row.first_from(object.end());
        let within = first < self.row.len() && self.row.span(first).end <= span.end;
        let act = (!passive && within).then_some(first);
        // "Bãi bỏ các quy định sau đây của Nghị định số …:"
        if let Some(act) = act {
            let of = self.row.span(act);
            let ends = self.left_of(span.end) <= self.end_of_words(act);
            if !ends || !has(object, of.start, &*BELOW) {
                return None;
            }
        }
        let source = match proposed {
            true => Vec::new(),
            false => match passive {
                true => self.speaking_in(span),
                false => self.acting_subject(first, verb.start()),
            }
            .or_else(|| self.announced(relation, start.start()))?,
        };
        Some(Lead {
            verb: self.words(verb, object),
            relation,
            source,
            proposed,
            around: None,
            items: None,
            inline,
            act,
            part: None,
        })
    }

    /// The document that says what stands in `span`: the one at hand, else the one meant by *này* there.
    fn speaking_in(&self, span: Span) -> Option<Vec<Node>> {
        if let Some(own) = &self.own {
            return Some(vec![own.clone()]);
        }
        let mentions = self.row.first_from(span.start)..self.row.len();
        let mut within = mentions.take_while(|&i| self.row.span(i).end <= span.end);
        let this = within.find(|&i| self.row.entry(i).is_this)?;
        Some(self.row.nodes(this).collect())
    }

    /// The last document in front of byte `at` that is said to do it to several others, which are not named
    /// there: *Thông tư số … về việc bãi bỏ một số văn bản. Các văn bản bị bãi bỏ gồm …*.
    fn announced(&self, relation: RelationKind, at: usize) -> Option<Vec<Node>> {
        let before = self.row.first_from(at);
        let mut near = (0..before).rev().take(NEAR);
        let announces = |i: usize| {
            let from = self.row.span(i).end;
            let first = self.reading.place_at(from).index();
            let stop = self.reading.sentence(from).end.min(at);
            let last = self.reading.place_at(stop).index().min(first + ABOUT);
            let next = self.reading.next_start_in(first..last, &VERBS)?;
            let (&verb, object) = self.reading.place(next).phrase(&VERBS)?;
            let counted = object.phrase(&SEVERAL).is_some() || object.number().is_some();
            (verb == relation && counted).then_some(())
        };
        let i = near.find(|&i| announces(i).is_some())?;
        let ids: Vec<Node> = self.row.nodes(i).collect();
        let numbered = |node: &Node| node.id().is_some_and(|id| id.number().is_some());
        ids.iter().all(numbered).then_some(ids)
    }

    /// The first verb between `place` and byte `end` that changes the force of documents, and the place
    /// behind it.
    fn first_verb(
        &self,
        place: Place<'a, 't>,
        end: usize,
    ) -> Option<(Place<'a, 't>, RelationKind, Place<'a, 't>)> {
        let last = self.reading.place_at(end).index();
        let mut from = place.index();
        while let Some(next) = self.reading.next_start_in(from..last, &VERBS) {
            let place = self.reading.place(next);
            match place.phrase(&VERBS) {
                Some((&relation, behind)) if relation.is_far_reaching() && behind.end() <= end => {
                    return Some((place, relation, behind));
                }
                _ => from = next + 1,
            }
        }
        let mut from = place.index();
        while let Some(next) = self.reading.next_start_in(from..last, &ENDING) {
            let place = self.reading.place(next);
            match place.phrase(&ENDING) {
                Some((_, behind)) if behind.end() <= end => {
                    return Some((place, RelationKind::Expires, behind));
                }
                _ => from = next + 1,
            }
        }
        None
    }

    /// The item in `span`: documents, or provisions and their document.
    fn listed(&mut self, span: Span) {
        let Some(lead) = &self.lead else { return };
        let start = self.reading.place_at(span.start);
        if let Some(act) = lead.act {
            return self.listed_of(act, span);
        }
        // "2. Bãi bỏ khoản 2 Điều 5 Quyết định số …": the verb may be said again.
        let start = match start.phrase(&VERBS) {
            Some((&relation, behind)) if relation == lead.relation => behind,
            _ => start,
        };
        let row = self.objects(start, RowOf::Items);
        // "2. Thông tư số … tiếp tục được áp dụng": a sentence of its own.
        if row.groups.is_empty() || self.has_predicate(row.end) && !self.is_ended(row.end) {
            return;
        }
        let except = match self.excepted_in(Span::new(row.end, span.end.max(row.end))) {
            Some(except) if except.is_empty() => return,
            except => except.unwrap_or_default(),
        };
        let mut lead = lead.clone();
        if start.phrase(&PART).is_some_and(|(&some, _)| some) {
            lead.relation = lead.relation.of_some();
        }
        let last = row.groups.len() - 1;
        for (i, mut objects) in row.groups.into_iter().enumerate() {
            // No document acts on itself.
            objects.ids.retain(|id| !lead.source.contains(id));
            // The row of the item before may have run over it.
            let told = self.found.iter().rev().take(NEAR).any(|(verb, relation)| {
                let same = *verb == lead.verb && relation.provisions == objects.provisions;
                (verb.start >= span.start || same)
                    && objects.ids.iter().all(|id| relation.target.contains(id))
                    && relation.relation == lead.relation
            });
            if told || objects.ids.is_empty() {
                continue;
            }
            let except = match i == last && objects.except.is_empty() {
                true => except.clone(),
                false => objects.except,
            };
            let relation = Relation {
                relation: lead.relation,
                source: lead.source.clone(),
                target: objects.ids,
                provisions: objects.provisions,
                except,
                proposed: lead.proposed,
                day: None,
            };
            self.found.push((lead.verb, relation));
        }
    }

    /// Whether the force of a document that is named before byte `at` is said to end.
    fn is_ended(&self, at: usize) -> bool {
        let place = self.right_of(at);
        place.is_some_and(|place| place.phrase(&ENDING).is_some())
    }

    /// What *, trừ …* takes out in the rest of an item; nothing where the word does not stand there.
    fn excepted_in(&self, rest: Span) -> Option<Targets> {
        let words = |at: usize| self.reading.place_at(at).index();
        let mut from = words(rest.start);
        while let Some(next) = self.reading.next_start_in(from..words(rest.end), &EXCEPT) {
            let place = self.reading.place(next);
            // "khấu trừ": only what is set off by a sign takes out.
            if !place.gap().is_soft()
                && let Some((_, behind)) = place.phrase(&EXCEPT)
            {
                return Some(self.excepted(behind));
            }
            from = next + 1;
        }
        None
    }

    /// `(1) MENTION; (2) MENTION` behind a colon in its line.
    fn listed_inline(&mut self, span: Span) {
        let mut start = span.start;
        for piece in span.of(self.text).split(';') {
            let head = piece.trim_start();
            let at = start + piece.len() - head.len();
            let marker = list_marker(head);
            self.listed(Span::new(at + marker, start + piece.len()));
            start += piece.len() + 1;
        }
    }
}

/// The bytes of a list's marker at the head of a line: `a)`, `1.`, `-`, `(1)`; 0 where there is none.
fn list_marker(line: &str) -> usize {
    let rest = line.trim_start_matches(['-', '–', '+', '•', '*']);
    if rest.len() < line.len() {
        return line.len() - rest.trim_start().len();
    }
    let open = usize::from(line.starts_with('('));
    let label = line.as_bytes()[open..]
        .iter()
        .take(LABEL)
        .position(|byte| matches!(byte, b'.' | b')' | b'/'));
    let Some(label) = label.filter(|&label| label > 0) else {
        return 0;
    };
    let end = open + label;
    let letters = line[open..end].chars();
    let closes = letters.clone().all(char::is_alphanumeric) && letters.count() <= 3;
    match closes {
        true => line.len() - line[end + 1..].trim_start().len(),
        false => 0,
    }
}

/// How many words behind a document what it does to several others is looked for.
const ABOUT: usize = 24;

/// The bytes of a label and its sign.
const LABEL: usize = 10;
