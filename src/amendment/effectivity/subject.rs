//! What a statement of force is about: documents, and provisions of the first of them.

use super::statement::{Reader, Subject, ends_with};
use super::types::Effectivity;
use super::words::{AGAIN, ASIDE, BY, CARRIED, LINK, OBJECT, OF, PRIVATE, PROVIDED};
use crate::citation::{Anaphor, Mention, MentionOf};
use crate::document_id::DocumentId;
use crate::provision::{ProvisionOf, Targets};
use crate::reading::{Gap, Phrases, Place};
use crate::span::{Found, Span};
use crate::tables::kinds::Trait;

impl<'a, 't> Reader<'a, 't> {
    pub(super) fn mention(&self, i: usize) -> &Mention {
        &self.mentions.row()[i]
    }

    pub(super) fn span(&self, i: usize) -> Span {
        self.mention(i).span
    }

    /// Where the words end that tell what the mention `i` is about.
    pub(super) fn end_of_words(&self, i: usize) -> usize {
        self.mention(i).end_of_words()
    }

    /// The mention that begins at byte `at`.
    pub(super) fn mention_at(&self, at: usize) -> Option<usize> {
        let row = self.mentions.row();
        let i = row.partition_point(|mention| mention.span.start < at);
        row.get(i).filter(|m| m.span.start == at).map(|_| i)
    }

    /// The mention right in front of byte `end`.
    pub(super) fn mention_ending_at(&self, end: usize) -> Option<usize> {
        let row = self.mentions.row();
        let i = row.partition_point(|mention| mention.span.end <= end);
        let i = i.checked_sub(1)?;
        self.adjoins(row[i].span.end, end).then_some(i)
    }

    /// Whether the mention says *Nghị định này*.
    pub(super) fn is_this(&self, i: usize) -> bool {
        match self.mention(i).of {
            MentionOf::Citation(_) => false,
            MentionOf::Reference(i) => self.page.references[i].value.anaphor == Anaphor::This,
        }
    }

    /// Whether it says so and means the page.
    fn is_itself(&self, i: usize) -> bool {
        let start = self.span(i).start;
        let documents = self.mentions.documents(self.mention(i));
        let means = |own: &DocumentId| {
            let mut documents = documents.iter();
            documents.len() == 0 || documents.any(|&one| self.mentions.id(one) == own)
        };
        self.is_this(i) && (self.page.own.is_some_and(means) || self.page.is_itself(start))
    }

    /// The documents of the mention `i`.
    pub(super) fn of(&self, i: usize) -> impl Iterator<Item = ProvisionOf> {
        let itself = self.is_itself(i).then_some(ProvisionOf::Itself);
        let documents = match itself {
            Some(_) => &[],
            None => self.mentions.documents(self.mention(i)),
        };
        let named = documents
            .iter()
            .map(|&one| ProvisionOf::Document(self.mentions.id(one).clone()));
        itself.into_iter().chain(named)
    }

    /// Whether it is known which document the mention `i` means, and that is one of ours that is in
    /// force as acts are.
    pub(super) fn is_known(&self, i: usize) -> bool {
        let span = self.span(i);
        let known = self.is_itself(i) || !self.mentions.documents(self.mention(i)).is_empty();
        let private = self.findings.place(span.start).phrase(&PRIVATE).is_some();
        known && (!private || self.is_this(i)) && !self.findings.is_foreign(span)
    }

    /// Whether nothing but space stands between two bytes.
    pub(super) fn adjoins(&self, end: usize, start: usize) -> bool {
        let between = self.findings.text.get(end..start);
        between.is_some_and(|between| between.trim().is_empty())
    }

    /// Whether nothing but one of `phrases`, or nothing at all, stands between two bytes, commas apart.
    pub(super) fn is_linked(&self, end: usize, start: usize, phrases: &Phrases<()>) -> bool {
        let from = self.findings.place(end);
        let comma = |at: Place<'_, '_>| at.gap().is_soft() || at.gap() == Gap::Comma;
        if !comma(from) {
            return from.start() >= start && end == start;
        }
        if from.start() >= start {
            return true;
        }
        matches!(from.phrase(phrases), Some((_, behind)) if behind.start() == start && comma(behind))
    }

    /// What the verb is about where no document stands before it: provisions of the document that
    /// was spoken of, that document itself once more, or the document at hand by its bare kind.
    pub(super) fn understood(
        &self,
        floor: usize,
        verb: usize,
        goes_on: Option<&Found<'_, Effectivity>>,
        last: Option<&Found<'_, Effectivity>>,
    ) -> Option<(Targets, ProvisionOf)> {
        let text = self.findings.text;
        if let Some(last) = goes_on
            && self.is_linked(floor, verb, &AGAIN)
        {
            return Some((last.value.provisions.clone(), last.value.of.clone()));
        }
        let mut words = self.findings.place(verb);
        if words.gap().is_soft() {
            words.eat_back(&LINK);
        }
        let stop = text[..words.start()].trim_end().len();
        let provision = self.findings.provision_ending_at(stop);
        if let Some(provision) = provision.filter(|p| p.span.start >= floor) {
            let known = match (goes_on, self.page.is_document) {
                (Some(last), _) => Some(last.value.of.clone()),
                (None, true) => Some(ProvisionOf::Itself),
                (None, false) => last.map(|last| last.value.of.clone()),
            };
            return Some((provision.value.targets.clone(), known?));
        }
        self.is_bare(floor, verb)
            .then_some((Targets::default(), ProvisionOf::Itself))
    }

    /// Whether the document at hand is named by its bare kind right before byte `verb`, at the head of
    /// what is said from byte `floor` on: *Thông tư có hiệu lực*.
    pub(super) fn is_bare(&self, floor: usize, verb: usize) -> bool {
        let left = self.findings.text[..verb].trim_end().len();
        let start = self.findings.place(floor);
        // A marker may stand in front: *1. Thông tư có hiệu lực*.
        let mut heads = [start, start.next(), start.next().next()].into_iter();
        self.page.is_document
            && heads.any(|head| {
                let capital = self.findings.reading.case(head.index()).is_capital();
                let named = self.findings.tables.kinds.announced_at(head);
                let same = |name: &str| self.page.kind.is_none_or(|own| own == name);
                capital
                    && named
                        .is_some_and(|(kind, end)| end.end() == left && same(kind.name.as_str()))
            })
    }

    /// Whether *áp dụng từ …* is said of the document or of what it provides, not of a price list
    /// that is named beside it.
    pub(super) fn is_applied(&self, floor: usize, subject: &Subject, verb: usize) -> bool {
        let start = subject.provisions_start.max(floor);
        let opens = self.findings.text[floor..start].trim_end();
        let marker = opens.len() <= MARKER && opens.ends_with(['.', ')', '-']);
        let provided = ends_with(self.findings.place(start), &PROVIDED);
        let linked = |end| self.is_linked(end, verb, &LINK);
        let last = self.span(subject.last).end;
        (linked(last) || linked(self.end_of_words(subject.last)) || self.is_around(last, verb))
            && (opens.trim().is_empty() || marker || provided)
    }

    /// The documents that open the clause between `floor` and the verb.
    pub(super) fn subject(&self, floor: usize, verb: usize) -> Option<Subject> {
        if let Some(next) = self.subject_next(floor, verb) {
            return Some(next);
        }
        let row = self.mentions.row();
        let bracket = self.findings.reading.bracket(verb);
        let inside = bracket.map_or(verb, |bracket| bracket.start);
        let clause = self.findings.reading.clause(inside).start.max(floor);
        let first = row.partition_point(|mention| mention.span.start < clause);
        let end = row.partition_point(|mention| mention.span.end <= verb);
        let mut first = (first..end).find(|&i| self.is_known(i))?;
        if self.is_of_bare_kind(verb) || self.is_of_private(clause, self.span(first).start) {
            return None;
        }
        if let Some(around) = bracket.and_then(|bracket| self.subject_before(bracket, verb)) {
            return Some(around);
        }
        // The verb may end the line above.
        let place = self.findings.place(self.span(first).start);
        let follows = place.gap().is_soft() || place.gap() == Gap::LineEnd;
        if follows && place.phrase_before(&OBJECT).is_some() {
            return None;
        }
        if self.is_aside(clause, self.span(first).start) {
            first = self.beside(first, end, verb)?;
        }
        let row = self.row_from(first, end);
        if let Some(acting) = self.acting(&row, end) {
            return Some(self.with_provisions(vec![acting]));
        }
        match self.mention_ending_at(verb) {
            Some(this) if !row.contains(&this) && self.opens_as_this(this) => {
                Some(self.with_provisions(vec![self.meant_by_this(this)?]))
            }
            _ => Some(self.with_provisions(row)),
        }
    }

    /// Whether the verb at byte `verb` is said of a document that is only called by its kind, in the middle of a
    /// clause: *trước khi Luật có hiệu lực*. No other one is meant.
    fn is_of_bare_kind(&self, verb: usize) -> bool {
        let mut place = self.findings.place(verb);
        loop {
            if let Some(next) = self.mention_ending_at(place.start()) {
                return !self.is_known(next) && !self.is_this(next);
            }
            if !place.gap().is_soft() {
                return false;
            }
            if place.eat_back(&LINK).is_none() {
                break;
            }
        }
        let kind = self.findings.tables.kinds.announced_before(place);
        kind.is_some_and(|(kind, start)| {
            let capital = self.findings.reading.case(start.index()).is_capital();
            kind.is(Trait::Formal) && capital && start.gap().is_soft()
        })
    }

    /// Whether the clause is about what is agreed or granted, with the document at byte `document` only to tell of it:
    /// *Hợp đồng theo mẫu của Thông tư số … có hiệu lực*; *Giấy phép này có hiệu lực* is about itself.
    fn is_of_private(&self, clause: usize, document: usize) -> bool {
        let itself = self.findings.place(document).phrase(&PRIVATE);
        if itself.is_some() {
            return false;
        }
        let mut place = self.findings.place(clause);
        let private = [place, place.next()]
            .iter()
            .any(|head| head.phrase(&PRIVATE).is_some());
        while private && place.start() < document {
            place = place.next();
            if !place.gap().is_soft() {
                return false;
            }
        }
        private
    }

    /// The document right in front of `bracket`, which says when that is in force and names no other: *Thông tư số …
    /// (ban hành tháng 12/2024, hiệu lực từ 14/2/2025)*; what another one acts on may not be meant.
    fn subject_before(&self, bracket: Span, verb: usize) -> Option<Subject> {
        let row = self.mentions.row();
        let inside = row.partition_point(|mention| mention.span.start < bracket.start);
        let alone = row
            .get(inside)
            .is_none_or(|mention| mention.span.start > verb);
        let last = inside.checked_sub(1)?;
        let ends = [
            self.span(last).end,
            self.end_of_words(last),
            self.end_of_dress(last),
        ];
        let adjoins = ends.iter().any(|&end| self.adjoins(end, bracket.start));
        let subject = self.with_provisions(vec![last]);
        let acted_on = ends_with(self.findings.place(subject.provisions_start), &OBJECT);
        (alone && adjoins && !acted_on && self.is_known(last)).then_some(subject)
    }

    /// The document by which those of `row` are changed, up to mention `end`: *A bị thay thế bởi B có hiệu lực từ …*.
    fn acting(&self, row: &[usize], end: usize) -> Option<usize> {
        let behind = row.last()? + 1;
        (behind..end).find(|&i| {
            let place = self.findings.place(self.span(i).start);
            self.is_known(i) && place.gap().is_soft() && place.phrase_before(&BY).is_some()
        })
    }

    /// The mentions, up to number `end`, that stand in a row with the mention `first`: what each is about, its
    /// day and who issued it may stand before the next.
    pub(super) fn row_from(&self, first: usize, end: usize) -> Vec<usize> {
        std::iter::successors(Some(first), |&i| self.next_of_row(i, end)).collect()
    }

    fn next_of_row(&self, i: usize, end: usize) -> Option<usize> {
        let joins = |from: usize, to: usize| {
            let between = self.findings.text.get(from..to);
            between.is_some_and(|b| matches!(b.trim_matches([' ', ',', '\n']), "" | "và"))
        };
        let span = self.span(i);
        let next = i + 1;
        if next < end && joins(span.end, self.span(next).start) {
            return self.is_known(next).then_some(next);
        }
        let words = self.end_of_dress(i);
        let next = (i + 1..end).find(|&j| self.span(j).start >= words)?;
        let parted = self.findings.place(words).gap() == Gap::Comma
            || self.findings.says(self.findings.place(words), "và");
        // "Thông tư A hướng dẫn Luật B và Nghị định C" may be about both.
        let kind = |i: usize| {
            let documents = self.mentions.documents(self.mention(i));
            documents
                .first()
                .and_then(|&one| self.mentions.id(one).kind())
        };
        // "Thông tư A sửa đổi Thông tư B và Thông tư C": A acts on both.
        let beside = (i + 1..next).any(|j| kind(j) == kind(next));
        let alike = self.end_of_words(i) == span.end || kind(i) == kind(next) && !beside;
        let joined = parted && alike && joins(words, self.span(next).start);
        (joined && self.is_known(next)).then_some(next)
    }

    /// Where the words of the mention `i` end, its day and who issued it taken in.
    fn end_of_dress(&self, i: usize) -> usize {
        let mut end = self.end_of_words(i);
        for _ in 0..2 {
            let place = self.findings.place(end);
            if !place.gap().is_soft() {
                break;
            }
            let of = place.phrase(&OF).filter(|(_, of)| of.gap().is_soft());
            let issuer = of.and_then(|(_, of)| self.findings.body_at(of.start()));
            match (self.findings.date_at(place.start()), issuer) {
                (Some(date), _) => end = date.span.end,
                (None, Some(issuer)) => end = issuer.span.end,
                (None, None) => break,
            }
        }
        end
    }

    /// The subject of a clause that only rests on the document `aside`: another one behind the comma
    /// (*Theo Nghị định số …, Thông tư số … có hiệu lực*), or that one itself, where nothing else can
    /// be meant (*Theo Nghị định số … có hiệu lực từ …*).
    fn beside(&self, aside: usize, end: usize, verb: usize) -> Option<usize> {
        let next = (aside + 1..end).find(|&i| {
            let gap = self.findings.place(self.span(i).start).gap();
            self.is_known(i) && gap == Gap::Comma
        });
        let words = self.end_of_words(aside).min(verb);
        let between = self.findings.text[words..verb].trim_end_matches([' ', ',']);
        next.or_else(|| (!between.contains(',')).then_some(aside))
    }

    /// The mentions of `row`, at least one, with the provisions in front of them.
    pub(super) fn with_provisions(&self, row: Vec<usize>) -> Subject {
        let (first, last) = (row[0], row[row.len() - 1]);
        let start = self.span(first).start;
        let mut place = self.findings.place(start);
        if place.gap().is_soft() {
            place.eat_back(&OF);
        }
        let left = self.findings.text[..place.start()].trim_end().len();
        let provision = self.findings.provision_ending_at(left);
        Subject {
            first,
            last,
            row,
            provisions: provision.map_or_else(Targets::default, |p| p.value.targets.clone()),
            provisions_start: provision.map_or(start, |p| p.span.start),
        }
    }

    /// The document right behind the verb that ends at `place`, whose force it ends or goes on with.
    pub(super) fn object(&self, place: Place<'a, 't>) -> Option<Subject> {
        let mut at = place;
        if !at.gap().is_soft() {
            return None;
        }
        if let Some((_, behind)) = at.phrase(&OF) {
            at = behind;
        }
        if let Some(provision) = self.findings.provision_at(at.start()) {
            at = self.findings.place(provision.span.end);
            if let Some((_, behind)) = at.phrase(&OF) {
                at = behind;
            }
        }
        let first = self.mention_at(at.start()).filter(|&i| self.is_known(i))?;
        let stop = self.findings.sentence_end(place.start());
        let row = self.mentions.row();
        let end = row.partition_point(|mention| mention.span.end <= stop);
        let mut object = self.with_provisions(self.row_from(first, end));
        // "Ngưng hiệu lực Thông tư số … khoản 8 Điều 8"
        let behind = self.findings.place(self.span(object.last).end);
        if object.provisions.is_empty()
            && object.row.len() == 1
            && behind.gap().is_soft()
            && let Some(provision) = self.findings.provision_at(behind.start())
        {
            object.provisions = provision.value.targets.clone();
        }
        Some(object)
    }

    /// Whether the words at byte `start`, not the first ones behind byte `floor`, tell by what the thing
    /// before them was done.
    pub(super) fn hangs(&self, floor: usize, start: usize) -> bool {
        let place = self.findings.place(start);
        if !place.gap().is_soft() || place.phrase_before(&CARRIED).is_some() {
            return false;
        }
        let (Some((_, aside)), provided) =
            (place.phrase_before(&ASIDE), place.phrase_before(&PROVIDED))
        else {
            return false;
        };
        let provides = provided.is_some_and(|(_, before)| before.index() <= aside.index());
        !provides && aside.start() > self.findings.place(floor).start()
    }

    /// Whether what stands at byte `start` only carries the thing that is told of.
    pub(super) fn is_carrier(&self, start: usize) -> bool {
        ends_with(self.findings.place(start), &CARRIED)
    }

    /// Whether the clause begins with a document, at byte `document`, that it only rests on.
    fn is_aside(&self, clause: usize, document: usize) -> bool {
        let document = self.findings.place(document);
        if !document.gap().is_soft() {
            return false;
        }
        let before = document.phrase_before(&ASIDE);
        before.is_some_and(|(_, before)| before.start() <= self.findings.place(clause).start())
    }
}

/// The longest marker in front of a sentence (*12.3.*, *Điều 12.*), in bytes.
const MARKER: usize = 14;
