//! What the recognisers found, and quick answers about the places around it.

use once_cell::sync::Lazy;
use once_cell::unsync::OnceCell;

use super::instructed::Instructed;
use super::label::{self, Naming};
use super::listing::{self, ListIssuer};
use super::quote;
use super::words::{LOCAL, SEVERAL};
use crate::body::IssuingBody;
use crate::date::DateExpression;
use crate::number::DocumentNumber;
use crate::provision::Provision;
use crate::reading::{Phrases, Place, Reading};
use crate::span::{Found, Span};
use crate::tables::{FOREIGN, Tables, VOCABULARY};
use crate::text::fold;

/// What the recognisers found in one text, each list in text order and free of overlaps.
#[derive(Debug)]
pub(crate) struct Findings<'a, 't> {
    pub(crate) reading: &'a Reading<'t>,
    pub(crate) text: &'t str,
    pub(crate) tables: &'a Tables,
    pub(crate) numbers: &'a [Found<'t, DocumentNumber>],
    pub(crate) dates: &'a [Found<'t, DateExpression>],
    pub(crate) bodies: &'a [Found<'t, IssuingBody>],
    pub(crate) provisions: &'a [Found<'t, Provision>],
    /// The wording that an amending document quotes.
    quoted: Vec<Span>,
    /// Who issues rows of documents.
    lists: OnceCell<Vec<ListIssuer>>,
    /// Where names are given to documents.
    namings: OnceCell<Vec<Naming>>,
}

impl<'a, 't> Findings<'a, 't> {
    /// The finds of a text: numbers, dates, bodies and provisions.
    pub(crate) fn new(
        reading: &'a Reading<'t>,
        tables: &'a Tables,
        numbers: &'a [Found<'t, DocumentNumber>],
        dates: &'a [Found<'t, DateExpression>],
        bodies: &'a [Found<'t, IssuingBody>],
        provisions: &'a [Found<'t, Provision>],
    ) -> Self {
        Findings {
            reading,
            text: reading.text(),
            tables,
            numbers,
            dates,
            bodies,
            provisions,
            quoted: quote::amendments(reading),
            lists: OnceCell::new(),
            namings: OnceCell::new(),
        }
    }

    /// The same with the new wording that instructions have told, marked or not.
    pub(crate) fn with_wording(mut self, stretches: &[Instructed]) -> Self {
        let told = stretches.iter().filter(|stretch| stretch.wording);
        self.quoted.extend(told.map(|stretch| stretch.span));
        self.quoted.sort_by_key(|quoted| quoted.start);
        let mut joined: Vec<Span> = Vec::with_capacity(self.quoted.len());
        for quoted in self.quoted {
            match joined.last_mut().filter(|last| quoted.start <= last.end) {
                Some(last) => *last = last.to(quoted),
                None => joined.push(quoted),
            }
        }
        Findings {
            quoted: joined,
            ..self
        }
    }

    /// The place in front of the first word at byte `at` or behind.
    pub(crate) fn place(&self, at: usize) -> Place<'a, 't> {
        self.reading.place_at(at)
    }

    /// Whether the word at `place` is `word`, which is in small letters, in any case.
    pub(crate) fn says(&self, place: Place<'_, '_>, word: &str) -> bool {
        fold::is_lowered(self.reading.slice(place.index()), word)
    }

    /// The line that may be a title, by number: the first one, sentences that name nothing left out.
    pub(crate) fn title(&self) -> Option<usize> {
        let lines = self.reading.lines();
        let names_nothing = |span: Span| {
            !any_within(self.numbers, span)
                && !any_within(self.dates, span)
                && !any_within(self.bodies, span)
        };
        let is_prose =
            |span: Span| span.of(self.text).trim_end().ends_with('.') && names_nothing(span);
        lines.iter().position(|line| !is_prose(line.span()))
    }

    pub(crate) fn date_at(&self, start: usize) -> Option<&'a Found<'t, DateExpression>> {
        starting_at(self.dates, start)
    }

    pub(crate) fn body_at(&self, start: usize) -> Option<&'a Found<'t, IssuingBody>> {
        starting_at(self.bodies, start)
    }

    /// Whether one body is named that may issue a document, and no class of them: *UBND các huyện*. A district's
    /// or a commune's is one, also where the name of the place is left out.
    pub(super) fn is_one_body(&self, body: &Found<'_, IssuingBody>) -> bool {
        let local = || {
            let name = body.value.name.to_lowercase();
            let ends = self.place(body.span.end).phrase_before(&LOCAL).is_some();
            ends && !name.contains("các ") && !name.contains("cấp ")
        };
        let alone = || {
            self.place(body.span.start)
                .phrase_before(&SEVERAL)
                .is_none()
        };
        !body.value.generic || alone() && local()
    }

    pub(crate) fn provision_at(&self, start: usize) -> Option<&'a Found<'t, Provision>> {
        starting_at(self.provisions, start)
    }

    pub(crate) fn number_at(&self, start: usize) -> Option<&'a Found<'t, DocumentNumber>> {
        starting_at(self.numbers, start)
    }

    pub(crate) fn date_ending_at(&self, end: usize) -> Option<&'a Found<'t, DateExpression>> {
        ending_at(self.dates, end)
    }

    pub(crate) fn body_ending_at(&self, end: usize) -> Option<&'a Found<'t, IssuingBody>> {
        ending_at(self.bodies, end)
    }

    pub(crate) fn number_ending_at(&self, end: usize) -> Option<&'a Found<'t, DocumentNumber>> {
        ending_at(self.numbers, end)
    }

    pub(crate) fn provision_ending_at(&self, end: usize) -> Option<&'a Found<'t, Provision>> {
        ending_at(self.provisions, end)
    }

    /// Whether byte `at` lies in the wording that an amending document quotes.
    pub(crate) fn is_quoted(&self, at: usize) -> bool {
        let next = self.quoted.partition_point(|quote| quote.end <= at);
        self.quoted.get(next).is_some_and(|quote| quote.start <= at)
    }

    /// Where the sentence begins in which byte `at` lies, or which ends there.
    pub(crate) fn sentence_start(&self, at: usize) -> usize {
        self.sentence_around(at).start
    }

    /// Where that sentence ends.
    pub(crate) fn sentence_end(&self, at: usize) -> usize {
        self.sentence_around(at).end
    }

    fn sentence_around(&self, at: usize) -> Span {
        let around = self.reading.sentence(at);
        Span::new(around.start.min(at), around.end.max(at))
    }

    /// Whether the document at `span` is that of another country: *Luật An ninh mạng của Trung Quốc*.
    pub(crate) fn is_foreign(&self, span: Span) -> bool {
        let of = self.place(span.end);
        let country = of.next();
        let said = of.gap().is_soft() && self.says(of, "của") && country.gap().is_soft();
        said && country.phrase(&ABROAD).is_some_and(|(_, behind)| {
            // "của Mỹ Đức": the name goes on.
            let last = behind.gap().is_soft() && self.reading.case(behind.index()).is_capital();
            !last
        })
    }

    /// Where the text gives names to documents.
    pub(super) fn namings(&self) -> &[Naming] {
        let kinds = &self.tables.kinds;
        self.namings
            .get_or_init(|| label::namings(self.reading, kinds))
    }

    /// The body that issues the row of documents in which byte `at` stands, and its verb.
    pub(crate) fn issuer_of_list(&self, at: usize) -> Option<(Span, &'a str)> {
        let lists = self.lists.get_or_init(|| listing::list_issuers(self));
        let next = lists.partition_point(|list| list.from <= at);
        let list = lists.get(next.checked_sub(1)?)?;
        (at < list.until).then(|| (list.verb, &*self.bodies[list.body].value.name))
    }
}

/// The names of other countries.
static ABROAD: Lazy<Phrases<()>> = Lazy::new(|| {
    let countries = FOREIGN
        .rows()
        .filter(|[_, what]| matches!(*what, "country" | "open"));
    Phrases::new(&VOCABULARY, countries.map(|[name, _]| (name, ())))
});

/// Whether one of `finds` begins within `span`.
fn any_within<T>(finds: &[Found<'_, T>], span: Span) -> bool {
    let first = finds.partition_point(|find| find.span.start < span.start);
    finds
        .get(first)
        .is_some_and(|find| find.span.start < span.end)
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
