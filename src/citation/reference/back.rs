//! Words that point back: *nêu trên*, *đó*, *hai Nghị quyết nói trên*.

use once_cell::sync::Lazy;

use super::known::{Salience, compatible};
use super::reader::{Pointer, Reader};
use super::{Anaphor, Reference};
use crate::citation::words::{
    ABOVE, ACTS, FINITE, GOES_ON, ORDERS, PREDICATE, REPLACES, SEVERAL, THAT,
};
use crate::document_id::DocumentId;
use crate::reading::{Gap, Phrases, Place};
use crate::span::Span;
use crate::tables::VOCABULARY;
use crate::tables::kinds::DocumentKind;
use crate::text::fold;

/// Numerals in front of a kind that is pointed back to.
static COUNTS: Lazy<Phrases<usize>> = Lazy::new(|| {
    let words = [("hai", 2), ("ba", 3), ("bốn", 4), ("năm", 5)];
    Phrases::new(&VOCABULARY, words)
});

impl<'a, 't> Reader<'a, 't> {
    /// Reads *nêu trên*, *trên*, *đó* behind a kind, and where it ends. *trên* may go on (*Quyết định trên
    /// cơ sở …*).
    pub(super) fn points_back(&self, next: Place<'a, 't>) -> Option<(Pointer, usize)> {
        if let Some((_, behind)) = next.phrase(&ABOVE) {
            let alone = behind.index() == next.index() + 1;
            if !alone {
                return Some((Pointer::Said, behind.end()));
            }
            let ends = !behind.gap().is_soft() || goes_on(behind);
            return ends.then_some((Pointer::That, behind.end()));
        }
        let (_, behind) = next.phrase(&THAT)?;
        Some((Pointer::That, behind.end()))
    }

    /// `KIND nêu trên`, with or without a count in front.
    pub(super) fn above(
        &self,
        kind: Span,
        head: &DocumentKind,
        end: usize,
        pointer: Pointer,
    ) -> Option<(Span, Reference)> {
        let place = self.place(kind.start);
        let counted = place
            .phrase_before(&COUNTS)
            .map(|(&count, before)| (Some(count), before))
            .or_else(|| {
                let digits = place.back();
                // "Điều 5 Nghị định nêu trên".
                if self.findings.provision_ending_at(place.end()).is_some() {
                    return None;
                }
                let count = digits.number()?.parse().ok()?;
                (2..=MOST_COUNTED)
                    .contains(&count)
                    .then_some((Some(count), digits))
            })
            .or_else(|| {
                place
                    .phrase_before(&SEVERAL)
                    .map(|(_, before)| (None, before))
            })
            .filter(|_| place.gap() == Gap::Space);
        // "quy định về … của văn bản đó" within a title is said of any document.
        let any = pointer == Pointer::That && head.name == "Văn bản";
        if any && (self.known.covering(kind.start).is_some() || self.is_of_any(kind)) {
            return None;
        }
        let Some((count, before)) = counted else {
            // "tên điều, khoản của văn bản đó" is said of any document.
            let mut documents = match any {
                true => self.named_just_now(kind.start, head).into_iter().collect(),
                false => self.last_alone(kind.start, head),
            };
            let mut via = None;
            if documents.is_empty() {
                (documents, via) = self.carrier(kind.start, head).unwrap_or_default();
            }
            let reference = Reference {
                via,
                ..Reference::to(Anaphor::SaidAbove, head, documents)
            };
            return Some((Span::new(kind.start, end), reference));
        };
        let documents = match count {
            Some(count) => self.last_counted(kind.start, head, count),
            None => self.known.last_group(self.findings, kind.start, head),
        };
        if documents.is_empty() && count.is_none() && pointer == Pointer::That {
            return None;
        }
        let span = Span::new(before.start(), end);
        Some((span, Reference::to(Anaphor::CountedAbove, head, documents)))
    }

    /// The last document of a kind in front of byte `at`, where it is none of a row: *Quyết định A và Quyết định B …
    /// Quyết định nêu trên* may be either.
    fn last_alone(&self, at: usize, head: &DocumentKind) -> Vec<DocumentId> {
        let last = self.known.spoken_of(at, head).next();
        let text = self.findings.text;
        match last.is_some_and(|last| self.known.is_of_row(text, last.span.start, head)) {
            true => Vec::new(),
            false => self.known.last(at, head, 1, Salience::Said),
        }
    }

    /// Whether *văn bản đó*, the kind at `kind`, takes up a document that was not named: *văn bản quy phạm pháp luật
    /// của cơ quan đã ban hành văn bản đó*.
    fn is_of_any(&self, kind: Span) -> bool {
        let sentence = self.findings.sentence_start(kind.start);
        let citations = self.known.citations;
        let last = citations.partition_point(|citation| citation.span.end <= kind.start);
        let named = last
            .checked_sub(1)
            .map_or(0, |last| citations[last].span.end);
        let between = &self.findings.text[sentence.max(named)..kind.start];
        between.contains("văn bản") || between.contains("VBQPPL")
    }

    /// `hai Nghị quyết này`, `các luật này`: those of the kind that were named last, and never the page alone.
    pub(super) fn counted_this(
        &self,
        kind: Span,
        head: &DocumentKind,
        end: usize,
    ) -> Option<(Span, Reference)> {
        let place = self.place(kind.start);
        if place.gap() != Gap::Space {
            return None;
        }
        let Some((&count, before)) = place.phrase_before(&COUNTS) else {
            let (_, before) = place.phrase_before(&SEVERAL)?;
            let documents = self.known.last_group(self.findings, kind.start, head);
            let span = Span::new(before.start(), end);
            return Some((span, Reference::to(Anaphor::CountedAbove, head, documents)));
        };
        let documents = self.last_counted(kind.start, head, count);
        // "trong năm Thông tư này có hiệu lực".
        if documents.is_empty() && self.findings.says(before, "năm") {
            return None;
        }
        let span = Span::new(before.start(), end);
        Some((span, Reference::to(Anaphor::CountedAbove, head, documents)))
    }

    /// The last `count` documents of a kind in front of byte `at`; none where fewer were named.
    fn last_counted(&self, at: usize, head: &DocumentKind, count: usize) -> Vec<DocumentId> {
        let last = self.known.last(at, head, count, Salience::Counted);
        Some(last).filter(|d| d.len() == count).unwrap_or_default()
    }

    /// `bản án phúc thẩm nêu trên`: the words behind the kind are those of the citation meant.
    pub(super) fn qualified_above(
        &self,
        kind: Span,
        head: &DocumentKind,
        start: Place<'a, 't>,
    ) -> Option<(Span, Reference)> {
        let mut place = start;
        for _ in 0..QUALIFYING {
            let small = self.slice(place).starts_with(char::is_lowercase);
            if !small || !place.gap().is_soft() {
                return None;
            }
            place = place.next();
            let pointer = self.points_back(place).filter(|_| place.gap().is_soft());
            let Some((Pointer::Said, end)) = pointer else {
                continue;
            };
            let words = fold::key(&self.findings.text[start.start()..place.end()]);
            let meant = self.known.last_that(kind.start, |citation| {
                compatible(&citation.value, head) && fold::key(&citation.text).contains(&words)
            })?;
            let reference = Reference::to(Anaphor::SaidAbove, head, vec![meant]);
            return Some((Span::new(kind.start, end), reference));
        }
        None
    }
}

/// Whether the sentence goes on at `place` behind a document named: with its verb, or with a word that leads on.
pub(super) fn goes_on(place: Place<'_, '_>) -> bool {
    let verbs = [
        &*GOES_ON,
        &*PREDICATE,
        &*FINITE,
        &*ORDERS,
        &*REPLACES,
        &*ACTS,
    ];
    verbs.iter().any(|verbs| place.phrase(verbs).is_some())
}

/// Words between a kind and *nêu trên* at most.
const QUALIFYING: usize = 6;

/// More documents than are counted in words.
const MOST_COUNTED: usize = 20;
