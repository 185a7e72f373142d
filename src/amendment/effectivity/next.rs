//! Which of several documents a statement of force is about: the one next to the verb, where the words
//! around it or the years say so.

use super::statement::{Reader, Subject, Time, ends_with};
use super::types::Effective;
use super::types::EffectivityKind::{self, EntersIntoForce, Expires, Suspended};
use super::words::{AGAIN, ALREADY, APART, ASIDE, ISSUED, LINK, OBJECT, PROVIDED, REST};
use crate::amendment::mood::PASSIVE;
use crate::amendment::words::{WORDS, Word};
use crate::citation::MentionOf;
use crate::document_id::DocumentId;
use crate::provision::{ProvisionOf, Targets};
use crate::reading::Gap;
use crate::span::Span;

impl<'a, 't> Reader<'a, 't> {
    /// The document right in front of the verb at byte `verb`, where the clause tells of its force beside
    /// something else: in a bracket (*(sửa đổi Nghị quyết số … có hiệu lực từ …)*), or as what another one acts
    /// on (*thay thế Nghị định số … vốn có hiệu lực từ …*).
    pub(super) fn subject_next(&self, floor: usize, verb: usize) -> Option<Subject> {
        let place = self.findings.place(verb);
        let already = place.gap().is_soft().then(|| place.phrase_before(&ALREADY));
        let already = already.flatten().map(|(_, words)| words);
        let behind = already.unwrap_or(place);
        if !behind.gap().is_soft() {
            return None;
        }
        let next = self.mention_ending_at(behind.start())?;
        let start = self.span(next).start;
        if start < floor || !self.is_known(next) {
            return None;
        }
        let bracketed = self.findings.reading.bracket(verb);
        let bracketed = bracketed.is_some_and(|bracket| bracket.start < start);
        let subject = self.with_provisions(vec![next]);
        let acted_on = ends_with(self.findings.place(subject.provisions_start), &OBJECT);
        (bracketed || already.is_some() && acted_on).then_some(subject)
    }

    /// The provisions right in front of the verb at byte `verb` that *trừ* or *riêng* sets apart from what one act does
    /// to another: of the act that is named with them, else of the one that goes (*A thay thế B, trừ Điều 4 tiếp tục áp
    /// dụng đến …*). `Some(None)` where several go.
    pub(super) fn subject_set_apart(
        &self,
        sentence: usize,
        verb: usize,
    ) -> Option<Option<Subject>> {
        let mut words = self.findings.place(verb);
        while words.gap().is_soft() && words.eat_back(&LINK).is_some() {}
        let stop = words.end();
        if let Some(next) = self.mention_ending_at(stop) {
            let subject = self.with_provisions(vec![next]);
            let told = !subject.provisions.is_empty() && self.is_known(next);
            return (told && self.is_set_apart(subject.provisions_start)).then_some(Some(subject));
        }
        let provision = self.findings.provision_ending_at(stop)?;
        if !self.is_set_apart(provision.span.start) {
            return None;
        }
        let row = self.mentions.row();
        let before = row.partition_point(|mention| mention.span.end <= provision.span.start);
        let mentioned = (0..before).rev().take(NEAR);
        let mut mentioned = mentioned.take_while(|&i| self.span(i).start >= sentence);
        let first = mentioned.find(|&i| {
            let subject = self.with_provisions(vec![i]);
            ends_with(self.findings.place(subject.provisions_start), &OBJECT)
        })?;
        let goes = Subject {
            provisions: provision.value.targets.clone(),
            provisions_start: provision.span.start,
            ..self.with_provisions(vec![first])
        };
        Some((first + 1 == before && self.is_known(first)).then_some(goes))
    }

    /// Whether the documents of `subject`, behind a semicolon and in front of a verb behind a comma, may be the last of
    /// what the first one of the sentence acts on: *Nghị định A sửa đổi Nghị định B; Nghị định C, có hiệu lực từ …*.
    pub(super) fn ends_objects(&self, sentence: usize, verb: usize, subject: &Subject) -> bool {
        let start = subject.provisions_start;
        let apart = self.findings.text[..start].trim_end().ends_with(';');
        if !apart || self.past > sentence || self.findings.place(verb).gap() != Gap::Comma {
            return false;
        }
        let row = self.mentions.row();
        let first = row.partition_point(|mention| mention.span.start < sentence);
        let acted_on = (first + 1..subject.first).take(NEAR).find(|&i| {
            let object = self.with_provisions(vec![i]);
            ends_with(self.findings.place(object.provisions_start), &OBJECT)
        });
        acted_on.is_some()
    }

    /// Whether *trừ* or *riêng* stands in front of the provisions at byte `start`.
    fn is_set_apart(&self, start: usize) -> bool {
        let mut place = self.findings.place(start);
        if place.gap().is_soft() {
            place.eat_back(&PROVIDED);
        }
        ends_with(place, &APART)
    }

    /// Whether the words at byte `start` say by what something is amended or a unit was brought in, which then is
    /// in force: *Khoản này được sửa đổi theo quy định tại khoản 6 Điều 1 Nghị định số …, có hiệu lực kể từ ngày
    /// …*, *Mẫu này được ban hành theo …*.
    pub(super) fn is_amending(&self, start: usize) -> bool {
        let words = self.findings.place(start);
        let Some((_, aside)) = words.phrase_before(&ASIDE) else {
            return false;
        };
        let mut from = self
            .findings
            .place(self.findings.sentence_start(start))
            .index();
        let reading = self.findings.reading;
        while let Some(next) = reading.next_start_in(from..aside.index(), &PASSIVE) {
            let place = reading.place(next);
            if let Some((_, verb)) = place
                .phrase(&PASSIVE)
                .filter(|(_, verb)| verb.gap().is_soft())
            {
                let this = place.gap().is_soft() && self.findings.says(place.back(), "này");
                let amended = matches!(verb.phrase(&WORDS), Some((Word::Verb(_), _)));
                if amended || this && verb.phrase(&ISSUED).is_some() {
                    return true;
                }
            }
            from = next + 1;
        }
        false
    }

    /// The document in front of the bracket that stands before the verb at byte `verb`: what the bracket says
    /// is another matter.
    pub(super) fn subject_around(&self, verb: usize) -> Option<Subject> {
        let mut place = self.findings.place(verb);
        if place.gap().is_soft() {
            place.eat_back(&LINK);
        }
        let left = self.findings.text[..place.start()].trim_end();
        let close = left.strip_suffix(')')?;
        let bracket = self.findings.reading.bracket(close.len())?;
        let first = self.mention_ending_at(bracket.start)?;
        (bracket.end == left.len() && self.is_known(first))
            .then(|| self.with_provisions(vec![first]))
    }

    /// *…; các quy định còn lại có hiệu lực từ ngày …*: the document of which provisions were spoken of in the line
    /// of the verb at byte `verb`, and those provisions.
    pub(super) fn rest_of(&self, verb: usize) -> Option<(ProvisionOf, Targets)> {
        let mut place = self.findings.place(verb);
        if place.gap().is_soft() {
            place.eat_back(&LINK);
        }
        let last = self.told().last()?;
        let line = self.findings.reading.line(verb)?;
        let rest = ends_with(place, &REST);
        let parts = !last.value.provisions.is_empty() && last.span.start >= line.start;
        (rest && parts).then(|| (last.value.of.clone(), last.value.provisions.clone()))
    }

    /// What the verb before spoke of without a time, where *và* leads the verb at byte `verb` in: *Luật … sẽ có
    /// hiệu lực sớm hơn và bắt đầu có hiệu lực từ ngày …*.
    pub(super) fn subject_again(&self, sentence: usize, verb: usize) -> Option<Subject> {
        let (end, subject) = self.timeless.as_ref()?;
        let joined = ends_with(self.findings.place(verb), &AGAIN);
        let row = self.mentions.row();
        let next = row.partition_point(|mention| mention.span.start < *end);
        let alone = row
            .get(next)
            .is_none_or(|mention| mention.span.start > verb);
        (joined && alone && *end > sentence).then(|| self.with_provisions(subject.row.clone()))
    }

    /// Whether nothing but a bracket stands between the document that ends at byte `end` and the verb.
    pub(super) fn is_around(&self, end: usize, verb: usize) -> bool {
        let around = self.subject_around(verb);
        around.is_some_and(|around| self.span(around.last).end == end)
    }

    /// `subject`, or the document next to the verb where that of `subject` is later than the day: *Nghị định số
    /// 5/2026/NĐ-CP thay thế Nghị định số 6/2020/NĐ-CP có hiệu lực từ ngày 01/3/2020*.
    pub(super) fn possible(
        &self,
        subject: Subject,
        verb: Span,
        kind: EffectivityKind,
        time: &Time,
    ) -> Subject {
        let later = |i: usize| self.of(i).any(|of| is_later(&of, kind, time));
        if !later(subject.first) {
            return subject;
        }
        let next = self.mention_ending_at(verb.start);
        match next.filter(|&next| !later(next) && self.is_known(next)) {
            Some(next) => self.with_provisions(vec![next]),
            None => subject,
        }
    }

    /// What *…, luật này có hiệu lực* is said of: the mention `i` opens the clause of the verb, and means a
    /// document of its kind that the sentence names.
    pub(super) fn meant_by_this(&self, i: usize) -> Option<usize> {
        if self.page.is_document || !self.mentions.documents(self.mention(i)).is_empty() {
            return Some(i);
        }
        let kind = self.kind_of_this(i)?;
        let sentence = self.findings.sentence_start(self.span(i).start);
        let mut before = (0..i).rev().take(NEAR);
        before.find(|&j| {
            let of_kind = |of: ProvisionOf| is_of_kind(&of, kind);
            self.span(j).start >= sentence && self.of(j).any(of_kind)
        })
    }

    /// The document on whose day another one changes, which the mention `i` means. On a page that is none
    /// itself *Luật này* is the law that was said to enter into force; of several nobody can tell which.
    pub(super) fn with_which(&self, i: usize) -> Option<ProvisionOf> {
        let named = self.of(i).next();
        let open = self.is_this(i) && matches!(named, None | Some(ProvisionOf::Itself));
        if !open || self.page.is_document {
            return named;
        }
        let Some(kind) = self.kind_of_this(i) else {
            return named;
        };
        match self.entered.of_kind(kind) {
            None => named,
            Some(one) => one.cloned(),
        }
    }

    /// The kind in *Luật này*.
    fn kind_of_this(&self, i: usize) -> Option<&'a str> {
        match self.mention(i).of {
            MentionOf::Citation(_) => None,
            MentionOf::Reference(i) => self.page.references[i].value.kind.as_deref(),
        }
    }

    /// Whether the mention `i` opens a clause as *KIND này*.
    pub(super) fn opens_as_this(&self, i: usize) -> bool {
        self.is_this(i) && self.findings.place(self.span(i).start).gap() == Gap::Comma
    }
}

/// Whether `of` is a document of the kind.
fn is_of_kind(of: &ProvisionOf, kind: &str) -> bool {
    matches!(of, ProvisionOf::Document(id) if id.kind() == Some(kind))
}

/// Whether the number of the document has a later year than the day from which on its force is said to
/// begin or to end.
pub(super) fn is_later(of: &ProvisionOf, kind: EffectivityKind, time: &Time) -> bool {
    let (ProvisionOf::Document(id), Some(Effective::Date { edtf, .. })) = (of, &time.from) else {
        return false;
    };
    let year = |id: &DocumentId| id.number()?.year();
    let day: Option<u16> = edtf.get(..4).and_then(|year| year.parse().ok());
    let begins = matches!(kind, EntersIntoForce | Expires | Suspended);
    begins && year(id).zip(day).is_some_and(|(year, day)| day < year)
}

/// Among how many documents before it one is looked for that *KIND này* means.
const NEAR: usize = 8;
