//! A verb in its clause: who acts, and on what.

use super::reader::{NEAR, Objects, Reader, is_space};
use super::types::Node;
use super::types::RelationKind::{
    self, Amends, Approves, Details, Guides, Implements, Promulgates, RefersTo,
};
use super::words::{
    ABOUT, AND, BY, COMES_WITH, EXCEPT, JOINING, Mood, NOT, OF, PART, PASSIVE, POINTING, PREDICATE,
    REWORDING, VERBS,
};
use crate::provision::{Target, Targets};
use crate::reading::{Gap, Place, is_quotation_mark};
use crate::span::Span;

/// What a row of documents is to its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowOf {
    Objects,
    /// Those that act: *được sửa đổi bởi A và B*. A semicolon ends their row.
    Agents,
}

impl<'a, 't> Reader<'a, 't> {
    /// The verb behind the mention `i` and its object.
    pub(super) fn acting(&mut self, i: usize) {
        let end = self.row.entry(i).verb;
        let place = self.reading.place_at(end);
        let gap = self.text.get(end..place.start()).unwrap_or_default();
        let bracket = match gap.trim() {
            "" | "," => false,
            "(" | ",(" | ", (" => true,
            _ => return,
        };
        if gap.is_empty() || self.passive(place, bracket, i) || !is_space(gap) {
            return;
        }
        let mut verb = place;
        if let Some((_, behind)) = place.phrase(&ABOUT)
            && behind.gap().is_soft()
        {
            verb = behind;
        }
        let Some((&relation, object)) = verb.phrase(&VERBS) else {
            return;
        };
        let verb = self.words(verb, object);
        if matches!(relation, Approves | Promulgates) {
            let Some((name, end)) = self.described(object) else {
                return;
            };
            let source = self.row_before(i, true);
            let ids = vec![Node::Unnumbered(name.of(self.text).to_owned())];
            self.add(verb, relation, source.clone(), Objects::whole(ids));
            // What it carries acts in its name: *… ban hành Chương trình thực hiện Nghị quyết …*.
            self.acting_for(end, &source);
            return;
        }
        let objects = self.row_behind(object, RowOf::Objects);
        if objects.is_empty() {
            return;
        }
        let source = self.row_before(i, true);
        for objects in objects {
            self.add(verb, relation, source.clone(), objects);
        }
    }

    /// The verb behind byte `end` of a document without a number, for which `source` stands.
    pub(super) fn acting_for(&mut self, end: usize, source: &[Node]) {
        let Some(place) = self.right_of(end) else {
            return;
        };
        let Some((Implements, object)) = place.phrase(&VERBS) else {
            return;
        };
        let verb = self.words(place, object);
        for objects in self.row_behind(object, RowOf::Objects) {
            self.add(verb, Implements, source.to_vec(), objects);
        }
    }

    /// The mention `i` with those that are joined to it on the left: *A và B thay thế C*. In the middle
    /// of a clause only *và* joins, and only where it is asked for.
    pub(super) fn row_before(&self, i: usize, joined: bool) -> Vec<Node> {
        let gap = |left: usize, right: usize| {
            let (left, right) = (self.row.span(left).end, self.row.span(right).start);
            self.text.get(left..right).unwrap_or(";").trim()
        };
        let mut first = i;
        while first > 0 && i - first < NEAR && matches!(gap(first - 1, first), "và" | "," | ", và")
        {
            first -= 1;
        }
        let start = self.row.span(first).start;
        let clause = self.reading.clause(self.row.span(i).start);
        let opens = self.text[clause.start.min(start)..start].trim();
        let marker = opens.is_empty()
            || opens.ends_with(['.', ')'])
            || matches!(opens, "Các" | "Hai" | "Ba");
        let last = match marker {
            true => first,
            false if !joined => i,
            // "theo Thông tư A, Thông tư B thay thế C": only what "và" joins.
            false => (first..i)
                .rev()
                .take_while(|&j| gap(j, j + 1) == "và")
                .last()
                .unwrap_or(i),
        };
        let mut ids: Vec<Node> = Vec::new();
        for id in (last..=i).flat_map(|one| self.row.nodes(one)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// `MENTION được sửa đổi, bổ sung theo MENTION`, `MENTION bị MENTION bãi bỏ`; says whether it was
    /// that.
    fn passive(&mut self, place: Place<'a, 't>, bracket: bool, i: usize) -> bool {
        let Some((_, verb)) = place.phrase(&PASSIVE) else {
            return false;
        };
        if !verb.gap().is_soft() {
            return false;
        }
        let provisions = |reader: &Self| match bracket {
            true => Vec::new(),
            false => listed(reader.provisions_before(reader.row.span(i).start).1),
        };
        if let Some(by) = self.row.at(verb.start()) {
            let Some(verb) = self.right_of(self.row.span(by).end) else {
                return false;
            };
            let Some((&relation, behind)) = verb.phrase(&VERBS) else {
                return false;
            };
            if !bracket && self.hangs_on_another(i) {
                return true;
            }
            let (ids, source) = (self.row_before(i, false), self.row.nodes(by).collect());
            let provisions = provisions(self);
            self.add(
                self.words(verb, behind),
                relation,
                source,
                Objects::of(ids, provisions),
            );
            return true;
        }
        let Some((&relation, by)) = verb.phrase(&VERBS) else {
            return false;
        };
        let Some((&part, object)) = by.phrase(&BY).filter(|_| by.gap().is_soft()) else {
            return false;
        };
        // New wording may mean by *này* the act it goes into, or the one that brings it.
        let quoted = self.findings.is_quoted(verb.start());
        let by_this = self.object_at(object);
        if by_this.is_some_and(|(_, by)| quoted && self.row.entry(by).is_this) {
            return false;
        }
        let by_whom = self.row_behind(object, RowOf::Agents);
        if by_whom.is_empty() {
            return false;
        }
        // Which of two documents the words are about nobody can tell.
        if !bracket && self.hangs_on_another(i) {
            return true;
        }
        let source = by_whom.into_iter().flat_map(|by| by.ids).collect();
        let ids = match bracket {
            true => self.row.nodes(i).collect(),
            false => self.row_before(i, false),
        };
        // "Điều 5 Luật A được sửa đổi một số điều theo Luật B": the law is amended, not the article.
        let provisions = if part { Vec::new() } else { provisions(self) };
        self.add(
            self.words(verb, by),
            relation,
            source,
            Objects::of(ids, provisions),
        );
        true
    }

    /// Whether the mention `i` only tells what the one before it is for or came with: *Kế hoạch số … ban
    /// hành kèm theo Quyết định số …*, *Thông tư số … hướng dẫn Nghị định số …*.
    fn hangs_on_another(&self, i: usize) -> bool {
        let Some(other) = i.checked_sub(1) else {
            return false;
        };
        let (start, _) = self.provisions_before(self.row.span(i).start);
        let mut object = self.reading.place_at(start);
        for _ in 0..2 {
            if follows(object) {
                object.eat_back(&PART);
            }
        }
        if !follows(object) {
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

    /// The row behind the verb or preposition that ends at `place`.
    fn row_behind(&self, place: Place<'a, 't>, row: RowOf) -> Vec<Objects> {
        match place.gap().is_soft() || place.gap() == Gap::LineEnd {
            true => self.objects(place, row),
            false => Vec::new(),
        }
    }

    /// A document at `place`, the words for a part of it passed over: its provisions and its entry.
    pub(super) fn object_at(&self, mut place: Place<'a, 't>) -> Option<(Vec<Target>, usize)> {
        while let Some((_, behind)) = place.phrase(&PART) {
            if !behind.gap().is_soft() && behind.gap() != Gap::LineEnd {
                return None;
            }
            place = behind;
        }
        let mut provisions = Vec::new();
        if let Some(provision) = self.findings.provision_at(place.start()) {
            provisions = provision.value.targets.to_vec();
            place = self.right_of(provision.span.end)?;
            if let Some((_, behind)) = place.phrase(&OF) {
                place = behind;
                if !place.gap().is_soft() {
                    return None;
                }
            }
        }
        Some((provisions, self.row.at(place.start())?))
    }

    /// The provisions that are named right behind *trừ*.
    pub(super) fn excepted(&self, behind: Place<'a, 't>) -> Vec<Target> {
        let stop = self.findings.sentence_end(behind.end());
        let provisions = self.findings.provisions;
        let first = provisions.partition_point(|p| p.span.start < behind.end());
        let near = |start: usize| self.reading.place_at(start).index() <= behind.index() + EXCEPTED;
        let there = provisions
            .get(first)
            .filter(|p| p.span.end <= stop && near(p.span.start));
        // "trừ trường hợp quy định tại Điều 21 của Thông tư này": not a provision of the other act.
        let of_this = |end: usize| {
            let mut place = self.reading.place_at(end);
            place.eat(&OF);
            let mention = self.row.at(place.start());
            mention.is_some_and(|i| self.row.entry(i).is_this)
        };
        let there = there.filter(|p| !of_this(p.span.end));
        there.map_or_else(Vec::new, |p| p.value.targets.to_vec())
    }

    /// The documents in a row at `place`; those with provisions of their own apart.
    pub(super) fn objects(&self, mut place: Place<'a, 't>, row: RowOf) -> Vec<Objects> {
        let mut groups: Vec<Objects> = Vec::new();
        let mut count = 0;
        let mut listed = false;
        while let Some((provisions, next)) = self.object_at(place) {
            let end = self.row.span(next).end;
            // What has a predicate of its own begins another clause.
            if listed && (self.has_verb(end) || self.has_predicate(end)) {
                break;
            }
            count += 1;
            match groups.last_mut() {
                Some(group) if provisions.is_empty() && group.provisions.is_empty() => {
                    group.ids.extend(self.row.nodes(next));
                }
                _ => groups.push(Objects::of(self.row.nodes(next).collect(), provisions)),
            }
            place = self.reading.place_at(end);
            let gap = self.text.get(end..place.start()).unwrap_or_default().trim();
            if matches!(gap, "" | ",")
                && let Some((_, behind)) = place.phrase(&EXCEPT)
                && let Some(group) = groups.last_mut()
            {
                group.except = self.excepted(behind);
                break;
            }
            listed = gap == "," || gap == ";" && row == RowOf::Objects;
            if count >= MOST || !listed && !gap.is_empty() {
                break;
            }
            match place.phrase(&AND) {
                Some((_, behind)) if behind.gap().is_soft() => place = behind,
                Some(_) => break,
                None if !listed => break,
                None => {}
            }
        }
        groups
    }

    /// Whether what is said of a document's own force or make-up stands behind byte `at`.
    pub(super) fn has_predicate(&self, at: usize) -> bool {
        self.right_of(at)
            .is_some_and(|place| place.phrase(&PREDICATE).is_some())
    }

    /// Whether a predicate of its own stands behind byte `at`.
    fn has_verb(&self, at: usize) -> bool {
        let Some(place) = self.right_of(at) else {
            // "…; Luật B, được sửa đổi bởi Luật C"
            let place = self.reading.place_at(at);
            let comma = self.text[at..place.start()].trim() == ",";
            return comma && place.phrase(&PASSIVE).is_some();
        };
        place.phrase(&NOT).is_some()
            || place.phrase(&PASSIVE).is_some()
            || place.phrase(&VERBS).is_some()
    }

    /// The provision that stands right before the document at byte `at`, *của* passed over, and
    /// where it begins; or `at` itself.
    fn provisions_before(&self, at: usize) -> (usize, Option<&'a Targets>) {
        let mut place = self.reading.place_at(at);
        if place.gap().is_soft() {
            place.eat_back(&OF);
        }
        let provision = self
            .findings
            .provision_ending_at(self.left_of(place.start()));
        match provision {
            Some(provision) => (provision.span.start, Some(&provision.value.targets)),
            None => (at, None),
        }
    }

    /// A verb in front of a document whose subject is another one further left in the sentence, or
    /// the document at hand: *Thông tư này … thay thế Thông tư số …*.
    pub(super) fn acted_on(&mut self, i: usize) {
        let at = self.row.span(i).start;
        let (start, provisions) = self.provisions_before(at);
        let mut object = self.reading.place_at(start);
        // "sửa đổi, bổ sung một số điều của các": two words for a part may follow each other.
        for _ in 0..2 {
            if follows(object) {
                object.eat_back(&PART);
            }
        }
        let told = follows(object)
            .then(|| object.phrase_before(&VERBS))
            .flatten();
        let (verb, relation) = match told {
            Some((&relation, verb)) => (self.words(verb, object), relation),
            None => match self.rewording(object) {
                Some(verb) => (verb, Amends),
                None => return self.pointing(i),
            },
        };
        if !relation.is_far_reaching() && !self.opens_title(verb.start) {
            return self.pointing(i);
        }
        let place = self.reading.place_at(verb.start);
        let passive = place.gap().is_soft() && place.phrase_before(&PASSIVE).is_some();
        let mut last = self.found.iter().rev().take(NEAR);
        if passive || last.any(|(other, _)| other.overlaps(verb)) {
            return;
        }
        let source = match self.acting_subject(i, verb.start) {
            Some(source) => source,
            None if self.mood(verb.start) == Mood::Proposed => Vec::new(),
            None => return,
        };
        let mut groups = self.objects(self.reading.place_at(at), RowOf::Objects);
        let own: Vec<Node> = self.row.nodes(i).collect();
        let (mut ids, except) = match groups.is_empty() {
            true => (own.clone(), Vec::new()),
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
            let to = Objects::of(ids.to_vec(), provision.value.targets.to_vec());
            self.add(self.words(verb, object), relation, source.to_vec(), to);
        }
    }

    /// The document that the verb at byte `verb` has for its subject: the last one before it in its
    /// clause, or the one whose verb it goes on from; else the document at hand.
    pub(super) fn acting_subject(&self, i: usize, verb: usize) -> Option<Vec<Node>> {
        let reading = self.reading;
        let bracket = reading.bracket(verb);
        let clause = reading.clause(verb);
        let subject = (0..i)
            .rev()
            .take(NEAR)
            .take_while(|&j| self.row.span(j).start >= clause.start)
            .filter(|&j| self.row.span(j).end <= verb)
            .find(|&j| reading.bracket(self.row.span(j).start) == bracket);
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
            if self.may_be_subject(span.end, verb) {
                return Some(self.row_before(subject, true));
            }
        }
        self.own.map(|own| vec![Node::Document(own.clone())])
    }

    /// Whether a document that ends at byte `end` may be the subject of the verb at byte `verb`: it is
    /// near, brackets not counted, or *và* or *này* stands between.
    fn may_be_subject(&self, end: usize, verb: usize) -> bool {
        let (mut place, verb) = (self.reading.place_at(end), self.reading.place_at(verb));
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
        let Some(own) = self.own else { return };
        let (start, provisions) = self.provisions_before(self.row.span(i).start);
        let object = self.reading.place_at(start);
        if !follows(object) {
            return;
        }
        if let Some((_, verb)) = object.phrase_before(&POINTING) {
            let verb = self.words(verb, object);
            let (ids, provisions) = (self.row.nodes(i).collect(), listed(provisions));
            self.add(
                verb,
                RefersTo,
                vec![Node::Document(own.clone())],
                Objects::of(ids, provisions),
            );
        }
    }
}

fn listed(provisions: Option<&Targets>) -> Vec<Target> {
    provisions.map_or_else(Vec::new, Targets::to_vec)
}

/// Whether nothing but space parts the words to both sides.
fn follows(place: Place<'_, '_>) -> bool {
    place.gap().is_soft()
}

/// More documents than stand in one row; it bounds the work of one look.
const MOST: usize = 200;

/// How far a subject may stand from its verb, in words outside brackets.
const SUBJECT: usize = 15;

/// How many words behind *trừ* the provisions may stand.
const EXCEPTED: usize = 12;

/// No clause has more words.
const LONGEST_CLAUSE: usize = 100;
