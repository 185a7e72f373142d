//! A verb in front of a document, and who acts: a document further left, or the one at hand.

use super::objects::{RowOf, listed};
use super::reader::{NEAR, Objects, Reader};
use super::types::Node;
use super::types::RelationKind::{self, Amends, Details, Guides, Implements, RefersTo};
use super::words::{
    ACTING, ADJUNCT, AND, BASIS, GOES_ON, JOINING, MATTER, OF, PART, POINTING, REWORDING, VERBS,
};
use crate::amendment::mood::{Mood, PASSIVE};
use crate::provision::{ProvisionOf, Targets};
use crate::reading::{Gap, Place, is_quotation_mark};
use crate::span::Span;

impl<'a, 't> Reader<'a, 't> {
    /// A verb in front of a document whose subject is another one further left in the sentence, or
    /// the document at hand: *Thông tư này … thay thế Thông tư số …*.
    pub(super) fn acted_on(&mut self, i: usize) {
        let at = self.row.span(i).start;
        let (start, provisions) = self.provisions_before(at);
        let object = self.reading.place_at(start);
        let (verb, relation) = match self.verb_before(object) {
            Some(told) => told,
            None => match self.rewording(object) {
                Some(verb) => (verb, Amends),
                None => return self.pointing(i),
            },
        };
        if !relation.is_far_reaching() && !self.opens_title(verb.start) {
            // "Thông tư số … hướng dẫn một số quy định của Nghị định số …": that one acts.
            return match self.is_told(verb) {
                true => {}
                false => self.pointing(i),
            };
        }
        let place = self.reading.place_at(verb.start);
        let passive = place.gap().is_soft() && place.phrase_before(&PASSIVE).is_some();
        let mut last = self.found.iter().rev().take(NEAR);
        if passive || last.any(|(other, _)| other.overlaps(verb)) {
            return;
        }
        let source = match self.acting_subject(i, verb.start) {
            Some(source) => source,
            None if self.is_proposed(verb.start) => Vec::new(),
            None => return,
        };
        let row = RowOf::acted_on(relation);
        let mut groups = self.objects(self.reading.place_at(at), row).groups;
        let own: Vec<Node> = self.row.nodes(i).collect();
        let (mut ids, except) = match groups.is_empty() {
            true => (own.clone(), Targets::default()),
            false => {
                let first = groups.remove(0);
                (first.ids, first.except)
            }
        };
        // What the provisions stand before is theirs; the rest of the row is meant whole.
        if provisions.is_some() {
            ids.retain(|id| !own.contains(id));
            if !ids.is_empty() {
                groups.insert(0, Objects::whole(ids));
            }
            ids = own;
        }
        self.coordinated(verb.start, &source, &ids);
        let first = Objects {
            ids,
            provisions: listed(provisions),
            except,
        };
        self.add(verb, relation, source.clone(), first);
        for objects in groups {
            self.add(verb, relation, source.clone(), objects);
        }
    }

    /// The verb in front of `object`, words for a part of it passed over.
    pub(super) fn verb_before(&self, object: Place<'a, 't>) -> Option<(Span, RelationKind)> {
        self.verb_right_before(object)
            .or_else(|| self.verb_of_matter(object))
    }

    /// The verb in front of what a rule in `object` is about, which so changes: *bãi bỏ quy định về phụ cấp
    /// tại Thông tư số …*.
    fn verb_of_matter(&self, object: Place<'a, 't>) -> Option<(Span, RelationKind)> {
        if !follows(object) {
            return None;
        }
        let (_, mut at) = object.phrase_before(&OF)?;
        for _ in 0..MATTER_WORDS {
            if !at.gap().is_soft() {
                return None;
            }
            at = self.reading.place(at.index().checked_sub(1)?);
            let verb = at.phrase(&MATTER).and_then(|_| at.phrase_before(&VERBS));
            if let Some((relation, verb)) = verb.filter(|_| follows(at)) {
                let changes = relation.may_be_intended();
                return changes.then(|| (self.words(verb, at), relation.of_some()));
            }
        }
        None
    }

    /// The verb right in front of `object`.
    fn verb_right_before(&self, mut object: Place<'a, 't>) -> Option<(Span, RelationKind)> {
        // "sửa đổi, bổ sung một số điều của các": two words for a part may follow each other.
        let mut some = false;
        for at in 0..=2 {
            if !follows(object) && !self.hangs_on_verb(object) {
                return None;
            }
            let verb = match object.phrase_before(&ACTING) {
                Some((&Some(relation), verb)) if at == 0 => Some((relation, verb)),
                _ => object
                    .phrase_before(&VERBS)
                    .map(|(&relation, verb)| (relation, verb)),
            };
            if let Some((relation, verb)) = verb {
                let relation = if some { relation.of_some() } else { relation };
                return Some((self.words(verb, object), relation));
            }
            some |= object.eat_back(&PART)?;
        }
        None
    }

    /// Whether the line above `object` says a verb and no more: *1. Bãi bỏ⏎Điều 21 Thông tư số …*.
    fn hangs_on_verb(&self, object: Place<'a, 't>) -> bool {
        if object.gap() != Gap::LineEnd {
            return false;
        }
        let Some((_, verb)) = object.phrase_before(&VERBS) else {
            return false;
        };
        let line = self.reading.line(verb.start());
        line.is_some_and(|line| {
            let marker = &self.text[line.start..verb.start()];
            let marked = marker.trim_end().ends_with(['.', ')', '-']);
            marked && marker.split_whitespace().count() == 1
        })
    }

    /// Whether the title of the document at hand begins with the verb at byte `verb`: it says what it
    /// does (*KẾ HOẠCH thực hiện Chỉ thị …*).
    fn opens_title(&self, verb: usize) -> bool {
        let Some(title) = self.subject else {
            return false;
        };
        // The title may lie far above: only a few bytes are worth a look.
        let lead = self.text.get(title.start..verb).map(str::trim);
        lead.is_some_and(|lead| {
            lead.is_empty()
                || lead.len() <= "về việc".len()
                    && matches!(lead.to_lowercase().as_str(), "về việc" | "về" | "v/v")
        })
    }

    /// `sửa đổi khoản 1 Điều 1 và bãi bỏ Điều 3 MENTION`: the verb before the one at byte `at`, whose
    /// document is said once for both.
    fn coordinated(&mut self, at: usize, source: &[Node], ids: &[Node]) {
        let left = self.text[..self.left_of(at)].strip_suffix("và");
        let left = left.or_else(|| self.text[..self.left_of(at)].strip_suffix(','));
        let Some(left) = left else { return };
        let left = self.left_of(left.len());
        let Some(provision) = self.findings.provision_ending_at(left) else {
            return;
        };
        let object = self.reading.place_at(provision.span.start);
        if !follows(object) {
            return;
        }
        if let Some((&relation, verb)) = object.phrase_before(&VERBS)
            && relation.is_far_reaching()
        {
            let to = Objects::of(ids.to_vec(), provision.value.targets.clone());
            self.add(self.words(verb, object), relation, source.to_vec(), to);
        }
    }

    /// The document that the verb at byte `verb` has for its subject: the last one before it in its
    /// clause, or the one whose verb it goes on from; else the document at hand.
    pub(super) fn acting_subject(&self, i: usize, verb: usize) -> Option<Vec<Node>> {
        let reading = self.reading;
        let bracket = reading.bracket(verb);
        let clause = reading.clause(verb);
        let named = (0..i)
            .rev()
            .take(NEAR)
            .take_while(|&j| self.row.span(j).start >= clause.start)
            .filter(|&j| self.row.span(j).end <= verb)
            .filter(|&j| reading.bracket(self.row.span(j).start) == bracket);
        let subject = self.subject_among(named, verb);
        let subject = subject.filter(|&subject| !self.is_acted_on(subject));
        if let Some(subject) = subject {
            let span = self.row.span(subject);
            // Behind a comma or *và* the sentence goes on from its first verb, whatever that is.
            let behind = reading.place_at(span.end);
            let joined = behind.gap() == Gap::Comma || behind.phrase(&JOINING).is_some();
            let goes_on = |relation: RelationKind| {
                relation.is_far_reaching()
                    || relation == Implements
                    || joined && matches!(relation, Details | Guides)
            };
            let told = self.found.iter().rev().take(NEAR);
            let mut told = told.chain(self.void.iter().rev().take(NEAR));
            let told = told.find(|(other, relation)| {
                other.start >= clause.start
                    && other.end <= span.start
                    && goes_on(relation.relation)
                    && self
                        .row
                        .nodes(subject)
                        .all(|id| relation.target.contains(&id))
            });
            if let Some((_, relation)) = told {
                return Some(relation.source.clone());
            }
            if self.may_be_subject(span.end, verb) || self.is_in_force(subject, verb) {
                return Some(self.row_before(subject, true));
            }
        }
        if let Some(source) = self.carried_over(verb) {
            return Some(source);
        }
        let own = self
            .own
            .clone()
            .filter(|_| !self.is_of_another_kind(verb))?;
        Some(vec![own])
    }

    /// The last of the mentions `named`, told from the right, unless it only tells by what, where or on what ground
    /// something is done and the verb at byte `verb` goes on behind a comma or *và* from another one: *Thông tư A hướng
    /// dẫn theo Nghị quyết B và thay thế Thông tư C*.
    fn subject_among(&self, mut named: impl Iterator<Item = usize>, verb: usize) -> Option<usize> {
        let last = named.next()?;
        let place = self.reading.place_at(verb);
        let parted =
            place.gap() == Gap::Comma || follows(place) && place.phrase_before(&JOINING).is_some();
        let Some(adjunct) = self.adjunct_of(last).filter(|_| parted) else {
            let acting = self.predicate_of(last).filter(|_| parted);
            return Some(acting.unwrap_or(last));
        };
        // Who acts opens the clause, in front of the preposition.
        let others = named
            .filter(|&j| self.row.span(j).end <= adjunct.start() && self.adjunct_of(j).is_none());
        let founds = adjunct.phrase(&BASIS).is_some();
        others.last().or((!founds).then_some(last))
    }

    /// The document in whose predicate the mention `i` and its row stand, whatever the verb of that is: *Quyết định A kế
    /// thừa Quyết định B, thay thế Quyết định C*.
    fn predicate_of(&self, i: usize) -> Option<usize> {
        let between = |left: usize, right: usize| {
            let (left, right) = (self.row.span(left).end, self.row.span(right).start);
            self.text.get(left..right).unwrap_or_default().trim()
        };
        let mut first = i;
        while first > 0 && i - first < NEAR && matches!(between(first - 1, first), "," | "và") {
            first -= 1;
        }
        let (start, _) = self.provisions_before(self.row.span(first).start);
        let acting = first.checked_sub(1)?;
        let behind = self.right_of(self.row.span(acting).end)?;
        let object = self.reading.place_at(start);
        let lower = self.text[behind.start()..].starts_with(char::is_lowercase);
        let predicate = lower && follows(object) && behind.phrase(&GOES_ON).is_none();
        let acts = behind.phrase(&PASSIVE).is_none() && self.mood(behind.start()) == Mood::Stated;
        if !predicate || !acts || self.adjunct_of(acting).is_some() || self.is_object(acting) {
            return None;
        }
        let mut place = behind;
        for _ in 0..PREDICATE {
            if place.start() >= object.start() {
                return Some(acting);
            }
            place = place.next();
            if !follows(place) {
                return None;
            }
        }
        None
    }

    /// The words in front of the mention `i`, its provisions passed over, by which it is no subject: a preposition
    /// (*tại*, *theo*, *căn cứ*), or a predicate beside another one (*…, hướng dẫn Luật số …*).
    fn adjunct_of(&self, i: usize) -> Option<Place<'a, 't>> {
        let (start, _) = self.provisions_before(self.row.span(i).start);
        let document = self.reading.place_at(start);
        let hangs = follows(document).then(|| document.phrase_before(&ADJUNCT));
        if let Some((_, preposition)) = hangs.flatten() {
            return Some(preposition);
        }
        let (verb, relation) = self.verb_right_before(document)?;
        let verb = self.reading.place_at(verb.start);
        let beside =
            verb.gap() == Gap::Comma || follows(verb) && verb.phrase_before(&AND).is_some();
        (beside && matches!(relation, Details | Guides | Implements)).then_some(verb)
    }

    /// The document that acts in the clause before the semicolon behind which the verb at byte `verb` stands:
    /// *Nghị quyết A sửa đổi Nghị quyết B; bãi bỏ Nghị quyết C*.
    fn carried_over(&self, verb: usize) -> Option<Vec<Node>> {
        let mut place = self.reading.place_at(verb);
        while follows(place) && place.eat_back(&JOINING).is_some() {}
        let left = self.left_of(place.start());
        let before = self.left_of(self.text[..left].strip_suffix(';')?.len());
        let last = self.row.first_from(before).checked_sub(1)?;
        let object = self.row.span(last).start;
        let clause = self.reading.clause(object);
        let mut told = self.found.iter().rev().take(NEAR);
        let told = told.find(|(verb, _)| clause.start <= verb.start && verb.end <= object);
        let Some((_, relation)) = told else {
            return self.speaking(verb);
        };
        let acted_on = self.row.nodes(last).all(|id| relation.target.contains(&id));
        let acts = relation.relation.is_far_reaching() && !relation.proposed;
        (acts && acted_on).then(|| relation.source.clone())
    }

    /// *KIND này* at the head of the sentence in which the verb at byte `verb` opens a clause of its own: *Nghị định này
    /// có hiệu lực từ ngày ký; bãi bỏ Nghị định số …*.
    fn speaking(&self, verb: usize) -> Option<Vec<Node>> {
        let sentence = self.reading.sentence(verb);
        let head = self.row.first_from(sentence.start);
        let speaks = head < self.row.len() && self.row.entry(head).is_this;
        let span = self.row.span(head.min(self.row.len().checked_sub(1)?));
        let before = &self.text[sentence.start..span.start.max(sentence.start)];
        let opens = before.trim().is_empty() || before.trim_end().ends_with(['.', ')']);
        (speaks && span.end < verb && opens).then(|| self.row.nodes(head).collect())
    }

    /// Whether a verb stands right in front of the mention `i`: it is acted on.
    pub(super) fn is_object(&self, i: usize) -> bool {
        self.verb_of(i).is_some()
    }

    /// The verb right in front of the mention `i`, its provisions passed over.
    pub(super) fn verb_of(&self, i: usize) -> Option<(Span, RelationKind)> {
        let (start, _) = self.provisions_before(self.row.span(i).start);
        self.verb_before(self.reading.place_at(start))
    }

    /// Whether the mention `i` is what a verb before it acts on, of which nothing could be told.
    fn is_acted_on(&self, i: usize) -> bool {
        let Some((verb, relation)) = self.verb_of(i) else {
            return false;
        };
        relation.is_far_reaching() && !self.is_told(verb)
    }

    /// Whether a document of another kind than the one at hand is named right before the verb at byte
    /// `verb`: *9. Luật sửa đổi, bổ sung một số điều của Luật Nhà ở* in a resolution.
    fn is_of_another_kind(&self, verb: usize) -> bool {
        let mut head = self.reading.place_at(verb);
        for _ in 0..KIND {
            if !head.gap().is_soft() {
                return false;
            }
            head = head.back();
            if let Some((kind, behind)) = self.findings.tables.kinds.announced_at(head)
                && behind.start() == verb
            {
                return self.kind != Some(kind.name.as_str());
            }
        }
        false
    }

    /// Whether the clause says of the mention `subject`, in front of the verb at byte `verb`, that it enters
    /// into force: *Nghị định số … quy định … có hiệu lực từ ngày …, thay thế Nghị định số …*.
    fn is_in_force(&self, subject: usize, verb: usize) -> bool {
        let before = self.effectivity.partition_point(|e| e.span.end <= verb);
        let Some(last) = before.checked_sub(1).map(|i| &self.effectivity[i]) else {
            return false;
        };
        let behind = last.span.start >= self.row.span(subject).end;
        let ProvisionOf::Document(id) = &last.value.of else {
            return false;
        };
        behind && self.row.nodes(subject).any(|node| node.id() == Some(id))
    }

    /// Whether a document that ends at byte `end` may be the subject of the verb at byte `verb`: it is
    /// near, brackets not counted, or *và* or *này* stands between.
    fn may_be_subject(&self, end: usize, verb: usize) -> bool {
        let mut place = self.behind_issue(self.reading.place_at(end));
        let verb = self.reading.place_at(verb);
        let around = self.reading.bracket(verb.start());
        let mut words = 0;
        while place.index() < verb.index() {
            if self.findings.says(place, "và") || self.findings.says(place, "này") {
                return true;
            }
            let bracket = self.reading.bracket(place.start());
            match bracket.filter(|_| bracket != around) {
                Some(bracket) => {
                    place = self.reading.place_at(bracket.end.max(place.next().start()))
                }
                None => (place, words) = (place.next(), words + 1),
            }
            if words > LONGEST_CLAUSE {
                return false;
            }
        }
        words <= SUBJECT
    }

    /// `thay thế cụm từ “…” … tại` in front of `object`.
    fn rewording(&self, object: Place<'_, '_>) -> Option<Span> {
        let at = object.back();
        if !follows(object) || !self.findings.says(at, "tại") {
            return None;
        }
        if !at.between().trim_end().ends_with(is_quotation_mark) {
            return None;
        }
        let clause = self.findings.sentence_start(at.start());
        let mut verb = at;
        for _ in 0..LONGEST_CLAUSE.min(at.index()) {
            verb = verb.back();
            if verb.start() < clause {
                return None;
            }
            if let Some((&words, _)) = verb.phrase(&REWORDING) {
                let behind = self.reading.place(verb.index() + words);
                return Some(self.words(verb, behind));
            }
        }
        None
    }

    /// `theo quy định tại khoản 2 Điều 5 MENTION`, said by the document at hand.
    fn pointing(&mut self, i: usize) {
        let Some(own) = self.own.clone() else { return };
        let (start, provisions) = self.provisions_before(self.row.span(i).start);
        let object = self.reading.place_at(start);
        if !follows(object) || self.hangs_in_basis(i) {
            return;
        }
        if let Some((_, verb)) = object.phrase_before(&POINTING) {
            let verb = self.words(verb, object);
            let (ids, provisions) = (self.row.nodes(i).collect(), listed(provisions));
            self.add(verb, RefersTo, vec![own], Objects::of(ids, provisions));
        }
    }
}

/// Whether nothing but space parts the words to both sides.
fn follows(place: Place<'_, '_>) -> bool {
    place.gap().is_soft()
}

/// How far a subject may stand from its verb, in words outside brackets.
const SUBJECT: usize = 15;

/// The most words between a subject and what its first verb acts on.
const PREDICATE: usize = 6;

/// The most words that tell what a rule is about.
const MATTER_WORDS: usize = 16;

/// How many words name a kind.
const KIND: usize = 4;

/// No clause has more words.
const LONGEST_CLAUSE: usize = 100;
