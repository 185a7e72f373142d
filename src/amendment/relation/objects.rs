//! Rows of documents, with provisions of theirs: what a verb acts on, or who acts.

use super::reader::{Objects, Reader};
use super::types::RelationKind::{
    self, Amends, Approves, Details, Guides, Promulgates, Repeals, Replaces, Withdraws,
};
use super::words::{ACTING, ADJUNCT, AND, EXCEPT, GOES_ON, ISSUED, OF, PART, PREDICATE, VERBS};
use crate::amendment::mood::{NOT, PASSIVE};
use crate::provision::Targets;
use crate::reading::{Gap, Place};
use crate::tables::kinds::Trait;

/// What a row of documents is to its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowOf {
    Objects,
    /// Those whose force a verb ends: what each of them is about may stand before the next.
    Ended,
    /// Those that a verb changes: the same, where they are of one kind.
    Amended,
    /// Those of an item of a list: what they do to others only describes them.
    Items,
    /// Those that act: *được sửa đổi bởi A và B*. A semicolon ends their row.
    Agents,
    /// Those that a verb details: a semicolon ends their row, too (*Căn cứ A quy định chi tiết B; C*).
    Detailed,
}

impl RowOf {
    /// The row of what a verb acts on.
    pub(super) fn acted_on(relation: RelationKind) -> RowOf {
        match relation {
            Amends => RowOf::Amended,
            Replaces | Repeals | Withdraws => RowOf::Ended,
            Details | Guides => RowOf::Detailed,
            _ => RowOf::Objects,
        }
    }
}

/// A row that was read.
#[derive(Default)]
pub(super) struct ObjectRow {
    pub(super) groups: Vec<Objects>,
    /// Where it ends; 0 where there is none.
    pub(super) end: usize,
}

impl<'a, 't> Reader<'a, 't> {
    /// The row behind the verb or preposition that ends at `place`.
    pub(super) fn row_behind(&self, place: Place<'a, 't>, row: RowOf) -> ObjectRow {
        match place.gap().is_soft() || place.gap() == Gap::LineEnd {
            true => self.objects(place, row),
            false => ObjectRow::default(),
        }
    }

    /// A document at `place`, the words for a part of it passed over: its provisions and its entry.
    pub(super) fn object_at(&self, mut place: Place<'a, 't>) -> Option<(Targets, usize)> {
        while let Some((_, behind)) = place.phrase(&PART) {
            if !behind.gap().is_soft() && behind.gap() != Gap::LineEnd {
                return None;
            }
            place = behind;
        }
        let mut provisions = Targets::default();
        if let Some(provision) = self.findings.provision_at(place.start()) {
            provisions = provision.value.targets.clone();
            place = self.right_of_comma(provision.span.end)?;
            if let Some((_, behind)) = place.phrase(&OF) {
                place = behind;
                if !place.gap().is_soft() {
                    return None;
                }
            }
        }
        Some((provisions, self.row.at(place.start())?))
    }

    /// The place behind byte `end`, a comma passed over: *khoản 2, Điều 8, Nghị định số …*.
    fn right_of_comma(&self, end: usize) -> Option<Place<'a, 't>> {
        let place = self.reading.place_at(end);
        match place.gap() {
            Gap::Comma => Some(place),
            _ => self.right_of(end),
        }
    }

    /// The provisions that are named right behind *trừ*.
    pub(super) fn excepted(&self, behind: Place<'a, 't>) -> Targets {
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
        there.map_or_else(Targets::default, |p| p.value.targets.clone())
    }

    /// The documents in a row at `place`; those with provisions of their own apart.
    pub(super) fn objects(&self, mut place: Place<'a, 't>, row: RowOf) -> ObjectRow {
        let mut found = ObjectRow::default();
        let groups = &mut found.groups;
        let mut count = 0;
        let mut listed = false;
        // Whether a semicolon stands before the document.
        let mut after_stop = false;
        // The document before, where its words were passed over.
        let mut passed = None;
        while let Some((provisions, next)) = self.object_at(place).or_else(|| {
            self.behind_rewording(place)
                .filter(|_| after_stop && row == RowOf::Ended)
        }) {
            let end = self.row.span(next).end;
            // What has a predicate of its own begins another clause.
            let apart = self.has_verb(end, row)
                || self.has_predicate(end)
                || row != RowOf::Items
                    && (self.opens_clause(next) || after_stop && self.may_act(next));
            let unlike = match row {
                RowOf::Amended => passed.is_some_and(|i| !self.are_alike(i, next)),
                // "theo Luật số 59/2024/QH15, Luật Căn cước số …": a law of its own amends nobody.
                RowOf::Agents => listed && count > 0 && self.is_titled_law(next),
                _ => false,
            };
            let own = listed && apart && self.amends_one_of(end, groups);
            if listed && apart && !own || unlike {
                break;
            }
            count += 1;
            match groups.last_mut() {
                Some(group) if provisions.is_empty() && group.provisions.is_empty() => {
                    group.ids.extend(self.row.nodes(next));
                }
                _ => groups.push(Objects::of(self.row.nodes(next).collect(), provisions)),
            }
            found.end = end;
            if own {
                break;
            }
            place = self.reading.place_at(end);
            let mut gap = self.text.get(end..place.start()).unwrap_or_default().trim();
            let joined = gap.is_empty() && place.phrase(&AND).is_some();
            let passes = matches!(row, RowOf::Ended | RowOf::Amended | RowOf::Items);
            if passes
                && !joined
                && let Some(alike) = self.next_alike(next)
            {
                place = alike;
                continue;
            }
            if passes && !joined && !matches!(gap, "," | ";") {
                // What the document is about and its day stand before the next one.
                let words = self.end_of_words(next);
                let behind = self.reading.place_at(words);
                if behind.index() > place.index() {
                    (place, found.end) = (behind, words);
                    passed = Some(next);
                    gap = self
                        .text
                        .get(words..place.start())
                        .unwrap_or_default()
                        .trim();
                }
            }
            if matches!(gap, "" | ",")
                && let Some((_, behind)) = place.phrase(&EXCEPT)
                && let Some(group) = groups.last_mut()
            {
                group.except = self.excepted(behind);
                break;
            }
            after_stop = gap == ";";
            listed = gap == "," || gap == ";" && !matches!(row, RowOf::Agents | RowOf::Detailed);
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
        found
    }

    /// Where the words of the mention `i` end: those that tell what it is about, its day and who issued
    /// it; its own end where they run into the next mention.
    pub(super) fn end_of_words(&self, i: usize) -> usize {
        let entry = self.row.entry(i);
        let mut end = entry.words;
        for _ in 0..2 {
            let place = self.reading.place_at(end);
            if !place.gap().is_soft() {
                break;
            }
            let issuer = place
                .phrase(&OF)
                .filter(|(_, behind)| behind.gap().is_soft());
            let issuer = issuer.and_then(|(_, behind)| self.findings.body_at(behind.start()));
            match (self.findings.date_at(place.start()), issuer) {
                (Some(date), _) => end = date.span.end,
                (None, Some(issuer)) => end = issuer.span.end,
                (None, None) => break,
            }
        }
        let next = i + 1;
        let runs_on = next < self.row.len() && self.row.span(next).start < end;
        match runs_on || self.describes(entry.span.end, end) {
            true => entry.span.end,
            false => end,
        }
    }

    /// The next document of the kind of mention `i`, where that details laws in between: *Nghị định A quy định
    /// chi tiết Luật B và Nghị định C* are two decrees.
    fn next_alike(&self, i: usize) -> Option<Place<'a, 't>> {
        let (own, from) = (self.row.kind(i)?, self.row.span(i).end);
        let stop = self.reading.sentence(from).end;
        let others = i + 1..self.row.len().min(i + ALIKE);
        let mut alike = others.filter(|&j| self.row.kind(j) == Some(own));
        let next = alike
            .next()
            .filter(|&j| j > i + 1 && self.row.span(j).end <= stop)?;
        let place = self.reading.place_at(self.row.span(next).start);
        let joined = place.gap().is_soft() && place.phrase_before(&AND).is_some();
        let details = matches!(
            self.described_by(from, place.start()),
            Some(Details | Guides)
        );
        (joined && details).then_some(place)
    }

    /// Whether the mention `i` calls a law by its name; laws that only amend have but a number.
    fn is_titled_law(&self, i: usize) -> bool {
        let place = self.reading.place_at(self.row.span(i).start);
        let kind = self.findings.tables.kinds.announced_at(place);
        kind.is_some_and(|(kind, behind)| {
            let number = self.findings.says(behind, "số") || behind.number().is_some();
            kind.is(Trait::Law) && !number
        })
    }

    /// Whether the mentions `i` and `j` are documents of one kind.
    fn are_alike(&self, i: usize, j: usize) -> bool {
        self.row.kind(i) == self.row.kind(j)
    }

    /// The first verb between two bytes.
    fn described_by(&self, from: usize, to: usize) -> Option<RelationKind> {
        let last = self.reading.place_at(to).index();
        let mut at = self.reading.place_at(from).index();
        while let Some(next) = self.reading.next_start_in(at..last, &VERBS) {
            if let Some((&relation, _)) = self.reading.place(next).phrase(&VERBS) {
                return Some(relation);
            }
            at = next + 1;
        }
        None
    }

    /// Whether the words between two bytes tell what the document before them does to others, which may
    /// be more than one: *hướng dẫn Luật A và Nghị định B*.
    fn describes(&self, from: usize, to: usize) -> bool {
        let verb = self.described_by(from, to);
        verb.is_some_and(|relation| !matches!(relation, Promulgates | Approves))
    }

    /// Whether what is said of a document's own force or make-up stands behind byte `at`.
    pub(super) fn has_predicate(&self, at: usize) -> bool {
        self.right_of(at)
            .is_some_and(|place| place.phrase(&PREDICATE).is_some())
    }

    /// Whether a predicate of its own stands behind byte `at`.
    fn has_verb(&self, at: usize, row: RowOf) -> bool {
        let Some(place) = self.right_of(at) else {
            // "…; Luật B, được sửa đổi bởi Luật C"
            let place = self.reading.place_at(at);
            let comma = self.text[at..place.start()].trim() == ",";
            return comma && place.phrase(&PASSIVE).is_some();
        };
        place.phrase(&NOT).is_some()
            || place.phrase(&PASSIVE).is_some()
            || row != RowOf::Items && matches!(place.phrase(&ACTING), Some((Some(_), _)))
    }

    /// Whether the word behind the mention `i` goes on neither with it nor with a row: *…; Công văn số 46/STP
    /// đề nghị …* has a predicate of its own, whatever its verb is.
    fn opens_clause(&self, i: usize) -> bool {
        let entry = self.row.entry(i);
        let Some(place) = self.right_of(entry.span.end) else {
            return false;
        };
        let start = place.start();
        let word = self.text[start..].starts_with(char::is_lowercase);
        let told = entry.words > entry.span.end
            || self.findings.date_at(start).is_some()
            || self.findings.body_at(start).is_some()
            || self.findings.provision_at(start).is_some();
        word && !told && place.phrase(&GOES_ON).is_none()
    }

    /// Whether the document before byte `end` is described there as one that amends another of the row: *thay thế Quyết
    /// định A, Quyết định B sửa đổi Quyết định A*.
    fn amends_one_of(&self, end: usize, row: &[Objects]) -> bool {
        let verb = self.right_of(end).and_then(|place| place.phrase(&VERBS));
        let Some((Amends, object)) = verb else {
            return false;
        };
        let mut known = row.iter().rev().take(ALIKE);
        self.object_at(object).is_some_and(|(_, of)| {
            known.any(|group| self.row.nodes(of).all(|id| group.ids.contains(&id)))
        })
    }

    /// The document behind the semicolon that ends the item at `place`, out of which only words go: *…; Điều 7 và cụm từ
    /// “trực tiếp” tại Điều 8 Thông tư số …; Thông tư số …*.
    fn behind_rewording(&self, place: Place<'a, 't>) -> Option<(Targets, usize)> {
        let clause = self.reading.clause(place.start());
        let words = self.text.get(place.start()..clause.end)?;
        let next = self.reading.place_at(clause.end);
        (words.contains("cụm từ") && next.between().trim() == ";").then(|| self.object_at(next))?
    }

    /// Whether the mention `i`, behind a semicolon, may have a predicate further on: behind words that are put in
    /// (*…; Thông tư A, căn cứ Nghị định B, bãi bỏ …*), or what it provides for, where the next clause is that of
    /// another document that acts (*…; Thông tư A quy định định mức; Thông tư B bãi bỏ …*).
    fn may_act(&self, i: usize) -> bool {
        let span = self.row.span(i);
        let clause = self.reading.clause(span.end);
        let behind = self.reading.place_at(self.end_of_words(i).max(span.end));
        let put_in = behind.phrase(&ADJUNCT).is_some() || behind.phrase(&ISSUED).is_some();
        if behind.gap() == Gap::Comma && put_in {
            let mut place = behind.next();
            while place.start() < clause.end {
                let verb = matches!(place.phrase(&ACTING), Some((Some(_), _)))
                    || place.phrase(&PREDICATE).is_some()
                    || self.findings.says(place, "thì");
                if place.gap() == Gap::Comma && verb {
                    return true;
                }
                place = place.next();
            }
            return false;
        }
        let provides = self
            .right_of(span.end)
            .is_some_and(|place| self.findings.says(place, "quy"));
        let next = self.row.first_from(clause.end);
        let parted = || {
            let between = self.text.get(clause.end..self.row.span(next).start);
            between.is_some_and(|between| between.trim() == ";")
        };
        provides
            && next < self.row.len()
            && parted()
            && self.has_verb(self.row.span(next).end, RowOf::Objects)
    }

    /// The provision that stands right before the document at byte `at`, *của* passed over, and
    /// where it begins; or `at` itself.
    pub(super) fn provisions_before(&self, at: usize) -> (usize, Option<&'a Targets>) {
        let mut place = self.reading.place_at(at);
        if place.gap().is_soft() {
            place.eat_back(&OF);
        }
        // "khoản 2, Điều 8, Nghị định số …"
        let left = match place.gap() {
            Gap::Comma => place.end(),
            _ => self.left_of(place.start()),
        };
        let provision = self.findings.provision_ending_at(left);
        match provision {
            Some(provision) => (provision.span.start, Some(&provision.value.targets)),
            None => (at, None),
        }
    }
}

pub(super) fn listed(provisions: Option<&Targets>) -> Targets {
    provisions.cloned().unwrap_or_default()
}

/// More documents than stand in one row; it bounds the work of one look.
const MOST: usize = 200;

/// How many documents on one of the same kind is looked for.
const ALIKE: usize = 5;

/// How many words behind *trừ* the provisions may stand.
const EXCEPTED: usize = 12;
