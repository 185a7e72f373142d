//! What the recognisers found, and quick answers about the places around it.

use std::cell::{Cell, RefCell};

use super::{governing, quote};
use crate::body::IssuingBody;
use crate::date::DateExpression;
use crate::number::DocumentNumber;
use crate::provision::Provision;
use crate::span::{Found, Span};
use crate::tables::Tables;
use crate::text::sentence;

/// What the recognisers found in one text, each list in text order and free of overlaps.
#[derive(Clone, Debug)]
pub(crate) struct Findings<'a, 't> {
    pub(crate) text: &'t str,
    pub(crate) tables: &'a Tables,
    pub(crate) numbers: &'a [Found<'t, DocumentNumber>],
    pub(crate) dates: &'a [Found<'t, DateExpression>],
    pub(crate) bodies: &'a [Found<'t, IssuingBody>],
    pub(crate) provisions: &'a [Found<'t, Provision>],
    /// The wording that an amending document quotes.
    quoted: Vec<Span>,
    /// The sentence that was asked for last: neighbours mostly ask for the same.
    sentence: Cell<Span>,
    /// Who issues rows of documents in the sentence that begins there.
    lists: RefCell<(usize, Vec<governing::ListIssuer>)>,
}

impl<'a, 't> Findings<'a, 't> {
    /// The finds of `text`, which is clean text: numbers, dates, bodies and provisions, with the
    /// tables that they were read with.
    pub(crate) fn new(
        text: &'t str,
        tables: &'a Tables,
        numbers: &'a [Found<'t, DocumentNumber>],
        dates: &'a [Found<'t, DateExpression>],
        bodies: &'a [Found<'t, IssuingBody>],
        provisions: &'a [Found<'t, Provision>],
    ) -> Self {
        Findings {
            text,
            tables,
            numbers,
            dates,
            bodies,
            provisions,
            quoted: quote::amendments(text),
            sentence: Cell::new(Span::default()),
            lists: RefCell::new((usize::MAX, Vec::new())),
        }
    }

    pub(crate) fn date_at(&self, start: usize) -> Option<&'a Found<'t, DateExpression>> {
        starting_at(self.dates, start)
    }

    pub(crate) fn body_at(&self, start: usize) -> Option<&'a Found<'t, IssuingBody>> {
        starting_at(self.bodies, start)
    }

    pub(crate) fn provision_at(&self, start: usize) -> Option<&'a Found<'t, Provision>> {
        starting_at(self.provisions, start)
    }

    pub(crate) fn date_ending_at(&self, end: usize) -> Option<&'a Found<'t, DateExpression>> {
        ending_at(self.dates, end)
    }

    pub(crate) fn body_ending_at(&self, end: usize) -> Option<&'a Found<'t, IssuingBody>> {
        ending_at(self.bodies, end)
    }

    pub(crate) fn provision_ending_at(&self, end: usize) -> Option<&'a Found<'t, Provision>> {
        ending_at(self.provisions, end)
    }

    /// Whether byte `at` lies in the wording that an amending document quotes.
    pub(crate) fn is_quoted(&self, at: usize) -> bool {
        let next = self.quoted.partition_point(|quote| quote.end <= at);
        self.quoted.get(next).is_some_and(|quote| quote.start <= at)
    }

    /// See [`sentence::start`].
    pub(crate) fn sentence_start(&self, at: usize) -> usize {
        self.sentence_around(at).start
    }

    /// See [`sentence::end`].
    pub(crate) fn sentence_end(&self, at: usize) -> usize {
        self.sentence_around(at).end
    }

    /// The sentence around byte `at`. A long one is cut some way off, so that no look around costs
    /// more than a constant; a cut sentence still holds `at`.
    pub(crate) fn sentence_around(&self, at: usize) -> Span {
        let last = self.sentence.get();
        if last.start < at && at <= last.end {
            return last;
        }
        let around = Span::new(sentence::start(self.text, at), sentence::end(self.text, at));
        self.sentence.set(around);
        around
    }

    /// The body that issues the row of documents in which byte `at` stands, and its verb.
    pub(crate) fn issuer_of_list(&self, at: usize) -> Option<(Span, &'a str)> {
        let around = self.sentence_around(at);
        let mut lists = self.lists.borrow_mut();
        if lists.0 != around.start {
            *lists = (around.start, governing::list_issuers(self, around));
        }
        let list = lists.1.iter().rev().find(|list| list.from <= at)?;
        Some((list.verb, &self.bodies[list.body].value.name))
    }
}

/// The find of `found` that begins at byte `start`.
fn starting_at<'a, 't, T>(found: &'a [Found<'t, T>], start: usize) -> Option<&'a Found<'t, T>> {
    found
        .binary_search_by_key(&start, |f| f.span.start)
        .ok()
        .map(|i| &found[i])
}

/// The find of `found` that ends at byte `end`; finds of one kind do not overlap.
fn ending_at<'a, 't, T>(found: &'a [Found<'t, T>], end: usize) -> Option<&'a Found<'t, T>> {
    found
        .binary_search_by_key(&end, |f| f.span.end)
        .ok()
        .map(|i| &found[i])
}
