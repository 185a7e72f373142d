//! The pass over a text, and who wins a contested stretch of it.

use std::sync::Arc;

use regex::Regex;

use crate::carry::{Carry, Mover};
use crate::citation::{self, Citation, Findings, Mentions};
use crate::date::{CivilDate, DateExpression, Role};
use crate::document::Document;
use crate::file::File;
use crate::flow::{self, Aside, AsideKind};
use crate::layers::{self, Layers};
use crate::outline::{Header, OutlineNode};
use crate::part::Part;
use crate::reading::{MAX_LEN, Reading};
use crate::span::{Found, Span};
use crate::tables::Tables;
use crate::task::{Furniture, FurnitureKind, Work};
use crate::text::{Relocation, Text, normalize_with};
use crate::{
    abbreviation, amendment, body, date, deixis, identity, number, outline, pattern, provision,
    task,
};

/// Reads texts with options of its own; [`extract`](crate::extract) is the one without.
///
/// Cheap to build, and to be shared between threads.
///
/// ```
/// let extractor = vanban::Extractor::builder().reference_date("2021-08-20".parse()?).build();
/// let document = extractor.extract("Sáng 12/8, Bộ Tư pháp họp.");
/// assert_eq!(document.dates[0].value.resolved.as_ref().unwrap().to_string(), "2021-08-12");
/// # Ok::<(), vanban::ParseError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Extractor {
    pub(crate) reference_date: Option<CivilDate>,
    /// `None` for the built-in ones.
    pub(crate) tables: Option<Arc<Tables>>,
    pub(crate) bodies: body::Finder,
    pub(crate) patterns: Vec<(String, Regex)>,
    pub(crate) layers: Layers,
    pub(crate) strict: bool,
    /// Lost letters stay lost.
    pub(crate) as_written: bool,
}

impl Extractor {
    /// An extractor with default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// Everything that `source` says, or the [layers](crate::ExtractorBuilder::only) of it that are wanted.
    /// Never fails: what cannot be read right is left out or carries a warning, and costs nothing else.
    ///
    /// A text of more than [`MAX_LEN`] bytes is not read: its document is empty.
    pub fn extract<'t>(&self, source: &'t str) -> Document<'t> {
        if source.len() > MAX_LEN {
            return Document::default();
        }
        let text = normalize_with(source, !self.as_written);
        let repairs = self.given(Layers::REPAIRS, || text.repairs().collect());
        let flow = flow::undo(text);
        let mut document = if flow.text.is_clean() {
            self.read(source, flow.notes)
        } else {
            let read = self.read(flow.text.as_str(), flow.notes);
            read.carry(&mut Relocation::new(&flow.text))
        };
        document.repairs = repairs;
        if self.layers.contains(Layers::DATES) {
            dates_of_stamps(source, &flow.aside, &mut document.dates);
        }
        if self.layers.contains(Layers::FURNITURE) {
            set_aside(&mut document.furniture, flow.aside);
        }
        document
    }

    /// What `find` finds, where `layer` is wanted.
    fn given<T: Default>(&self, layer: Layers, find: impl FnOnce() -> T) -> T {
        match self.layers.intersects(layer) {
            true => find(),
            false => T::default(),
        }
    }

    /// The same for a list, which is held for as long as the document is: without room to spare.
    fn list<T>(&self, layer: Layers, find: impl FnOnce() -> Vec<T>) -> Vec<T> {
        let mut list = self.given(layer, find);
        list.shrink_to_fit();
        list
    }

    /// Reads clean text: the document that it is, or those that it holds, each for itself.
    fn read<'t>(&self, text: &'t str, notes: Option<usize>) -> Document<'t> {
        let tables = self.tables.as_deref().unwrap_or(Tables::builtin());
        let reading = Reading::new(text, &tables.vocabulary);
        let beginnings = outline::beginnings(&reading, tables);
        if beginnings.is_empty() {
            let (frame, document) = self.read_one(&reading, tables, notes);
            return self.framed(frame, document);
        }
        // Each is read with columns of its own.
        drop(reading);
        let mut file = File::default();
        let starts = std::iter::once(0).chain(beginnings.iter().copied());
        let ends = beginnings.iter().copied().chain([text.len()]);
        for (start, end) in starts.zip(ends) {
            let words = text[start..end].trim_end();
            let within = |notes: &usize| (start..end).contains(notes);
            let notes = notes.filter(within).map(|notes| notes - start);
            let reading = Reading::new(words, &tables.vocabulary);
            let found = self.read_one(&reading, tables, notes);
            let there = |inner: Span| Span::new(start + inner.start, start + inner.end);
            let (frame, part) = found.carry(&mut Mover(there));
            file.add(frame, part);
        }
        let mut document = file.into_document();
        let first = document.parts[0].clone();
        if !self.layers.contains(Layers::PARTS) {
            document.parts.clear();
        }
        self.framed(first, document)
    }

    /// The document with the frame that is wanted.
    fn framed<'t>(&self, frame: Part<'t>, document: Document<'t>) -> Document<'t> {
        Document {
            identity: self.given(Layers::IDENTITY, || frame.identity),
            header: self.given(Layers::HEADER, || frame.header),
            closing: self.given(Layers::CLOSING, || frame.closing),
            ..document
        }
    }

    /// Reads one document: its frame, and all that is found in it.
    ///
    /// Contested stretches are settled here and nowhere else: a document number beats a date and a
    /// body inside it, because its grammar asks for more than theirs.
    ///
    /// Each stage is passed through for the sake of the layers that it serves.
    fn read_one<'t>(
        &self,
        reading: &Reading<'t>,
        tables: &Tables,
        notes: Option<usize>,
    ) -> (Part<'t>, Document<'t>) {
        let text = reading.text();
        let mut numbers = self.list(layers::NUMBERED, || number::numbers_of(reading, tables));
        let mut dates = self.list(layers::DATED, || date::dates_of(reading));
        retain_outside(&mut dates, &numbers);
        let (mut frame, annexes) = self.given(layers::FRAMED, || {
            outline::of_reading(reading, notes, tables)
        });
        let day = self.day_of_page(frame.header.as_ref(), &dates);
        let abbreviations = self.list(layers::SHORTENED, || {
            abbreviation::abbreviations_of(reading)
        });
        let mut bodies = self.list(layers::STAFFED, || {
            let known: Vec<_> = abbreviations
                .iter()
                .filter(|a| !a.value.short.contains(' '))
                .map(|a| (&*a.value.short, &*a.value.long))
                .collect();
            self.bodies.bodies_of(reading, &known, day)
        });
        retain_outside(&mut bodies, &numbers);
        if self.strict {
            numbers.retain(|number| number.value.warnings().iter().all(|w| !w.is_deviation()));
            dates.retain(|date| date.value.warnings.is_empty());
        }
        let mut provisions = self.list(layers::CITING, || provision::of_reading(reading, tables));
        let quoted = deixis::settle(&mut provisions, &frame.nodes, reading);

        let findings = Findings::new(reading, tables, &numbers, &dates, &bodies, &provisions);
        let is_document = frame.header.is_some() || !frame.nodes.is_empty();
        let number = frame
            .header
            .as_ref()
            .and_then(|header| header.number.as_ref());
        let page = citation::Page {
            is_document,
            number: number.map(|number| number.span),
        };
        let citations = self.list(layers::CITING, || citation::find(&findings, page));
        name_annexes(&mut frame.nodes, &annexes, &citations);
        let first_article = outline::first_article(&frame.nodes);
        let identity = self.given(layers::IDENTIFIED, || {
            identity::read(
                reading,
                tables,
                frame.header.as_ref(),
                frame.closing.as_ref(),
                &numbers,
                &dates,
                &bodies,
            )
            .or_else(|| identity::titled(frame.header.as_ref(), frame.closing.as_ref(), &citations))
            .or_else(|| {
                let closing = frame.closing.as_ref();
                identity::labelled(&findings, closing, &citations, first_article?)
            })
            .map(|identity| identity::completed(&findings, identity))
            .or_else(|| {
                let closing = frame.closing.as_ref();
                let attached =
                    || identity::attached(&findings, closing, &citations, first_article?);
                attached().or_else(|| identity::authenticated(&findings, closing))
            })
        });
        let own = identity.as_ref().map(|identity| &identity.id);
        let is_act = frame.is_act(text);
        let mut references = self.list(layers::REFERRING, || {
            citation::references(&findings, &citations, own, is_act)
        });
        let announced = self.given(layers::IDENTIFIED, || match is_document {
            true if identity.is_some() => None,
            true => identity::described(&findings),
            false => identity::described(&findings)
                .or_else(|| identity::announced(&findings, &citations, &references)),
        });
        let mut mentions = Mentions::new(&citations, &references, own);
        let (amendments, instructed) = self.given(layers::AMENDING, || {
            amendment::amendments(reading, &frame, &provisions, &references, &mentions)
        });
        if citation::tie_new_wording(reading, &mut references, &citations, &instructed) {
            mentions = Mentions::new(&citations, &references, own);
        }
        let mut left_out = Vec::new();
        if self.layers.intersects(layers::ATTRIBUTED) {
            let acts = citation::acts(&findings, &mentions, &instructed, is_document);
            left_out = citation::left_out(&findings, &mentions, &acts);
            for (provision, act) in provisions.iter_mut().zip(acts) {
                provision.value.of = act;
            }
        }
        deixis::settle_quoted(&mut provisions, &quoted, &frame.nodes, &amendments);
        provision::leave_out(&mut provisions, &left_out);
        let findings = Findings::new(reading, tables, &numbers, &dates, &bodies, &provisions)
            .with_wording(&instructed);
        let page = self.given(layers::IN_FORCE, || {
            let page = amendment::Page::new(&findings, &references, &mentions, own, is_act);
            let announced = announced.as_ref().map(|announced| &announced.id);
            Some(page.framed(reading, &frame, announced, tables))
        });
        let mut effectivity = Vec::new();
        let mut relations = Vec::new();
        if let Some(page) = page {
            effectivity = amendment::effectivity(&findings, &page);
            relations = amendment::relations(&findings, &page, &effectivity);
            // The headline of another article says nothing of what this page is about.
            if !is_act && !relations.is_empty() {
                let related = task::related(reading);
                relations.retain(|relation| {
                    let line = related.partition_point(|line| line.end <= relation.span.start);
                    let line = related.get(line);
                    line.is_none_or(|line| relation.span.start < line.start)
                });
            }
            amendment::listed(&findings, &page, &relations, &mut effectivity);
        }
        mark_issue_dates(&mut dates, &citations);
        if let Some(day) = day {
            for date in &mut dates {
                date.value.resolved = date.value.resolve(day);
            }
        }
        let issued = identity
            .as_ref()
            .and_then(|identity| identity.date.as_ref());
        let issued = issued.and_then(|date| date.parse().ok());
        let issue = own.map(|own| (own, issued));
        amendment::settle(&mut effectivity, reading, &dates, &citations, issue);
        amendment::date(&mut relations, &effectivity, own);
        let mut work = match self.layers.intersects(layers::WORKED) {
            true => task::work(reading, &bodies, &dates),
            false => Work {
                furniture: self.given(Layers::FURNITURE, || task::furniture(text).collect()),
                ..Work::default()
            },
        };
        work.belongs_to(&task::Page {
            is_document: is_act || own.is_some(),
            from: frame.header.as_ref().map_or(0, Header::start),
            own,
            nodes: &frame.nodes,
            amendments: &amendments,
        });
        let documents = self.list(Layers::DOCUMENTS, || identity::documents(&mentions));
        let part = Part {
            span: Span::new(0, text.len()),
            identity: identity.or(announced),
            header: frame.header,
            closing: frame.closing,
        };
        let document = Document {
            documents,
            outline: self.given(Layers::OUTLINE, || frame.nodes),
            numbers: self.given(Layers::NUMBERS, || numbers),
            dates: self.given(Layers::DATES, || dates),
            bodies: self.given(Layers::BODIES, || bodies),
            provisions: self.given(Layers::PROVISIONS, || provisions),
            citations: self.given(Layers::CITATIONS, || citations),
            references: self.given(Layers::REFERENCES, || references),
            relations: self.given(Layers::RELATIONS, || relations),
            amendments: self.given(Layers::AMENDMENTS, || amendments),
            effectivity: self.given(Layers::EFFECTIVITY, || effectivity),
            abbreviations: self.given(Layers::ABBREVIATIONS, || abbreviations),
            task_lists: self.given(Layers::TASK_LISTS, || work.lists),
            assignments: self.given(Layers::ASSIGNMENTS, || work.assignments),
            furniture: self.given(Layers::FURNITURE, || work.furniture),
            patterns: self.given(Layers::PATTERNS, || pattern::matches(text, &self.patterns)),
            ..Document::default()
        };
        (part, document)
    }

    /// The day of writing, from which dates that lack a part get their value on the calendar and by which
    /// bodies are judged: the caller's, else the page's own (its dateline, the date of its header, its
    /// signature's stamp). The date of a document that the page cites says nothing about the page.
    fn day_of_page(
        &self,
        header: Option<&Header<'_>>,
        dates: &[Found<'_, DateExpression>],
    ) -> Option<CivilDate> {
        let with_role = |role| {
            let mut days = dates.iter().filter(move |d| d.value.role == Some(role));
            let first = days.find(|d| d.value.day().is_some())?;
            // Above the hour at which a page came out stands the day on which it was fetched.
            let timed = days.find(|d| d.value.time.is_some() && d.value.day().is_some());
            let own = timed
                .filter(|_| first.value.time.is_none())
                .unwrap_or(first);
            own.value.day()
        };
        let place_date = header.and_then(|header| header.place_date.as_ref());
        let headed = || {
            let place = place_date?.span;
            let mut days = dates.iter().filter(|d| place.overlaps(d.span));
            days.find_map(|d| d.value.day())
        };
        self.reference_date
            .or_else(|| with_role(Role::Page))
            .or_else(headed)
            .or_else(|| with_role(Role::Signature))
    }
}

/// Adds the dates of the stamps of signatures that stood between the pages.
fn dates_of_stamps<'t>(
    source: &'t str,
    aside: &[Found<'t, Aside>],
    dates: &mut Vec<Found<'t, DateExpression>>,
) {
    let is_stamp = |found: &&Found<'_, Aside>| found.value.kind == AsideKind::SignatureStamp;
    for stamp in aside.iter().filter(is_stamp) {
        let excerpt = flow::without_marks(Text::excerpt(source, stamp.span));
        let found: Vec<_> = date::find(excerpt.as_str()).collect();
        dates.extend(found.carry(&mut Relocation::new(&excerpt)));
    }
    dates.sort_by_key(|date| date.span.start);
}

/// Adds what stood between the pages to the furniture within them.
fn set_aside<'t>(furniture: &mut Vec<Found<'t, Furniture>>, aside: Vec<Found<'t, Aside>>) {
    if aside.is_empty() {
        return;
    }
    furniture.extend(aside.into_iter().map(|found| {
        let kind = match found.value.kind {
            AsideKind::RunningHead => FurnitureKind::RunningHead,
            AsideKind::PageNumber => FurnitureKind::PageNumber,
            AsideKind::SignatureStamp => FurnitureKind::SignatureStamp,
        };
        Found {
            span: found.span,
            text: found.text,
            value: Furniture { kind },
        }
    }));
    furniture.sort_by_key(|found| found.span.start);
}

/// Drops what overlaps one of `winners`; both lists are in text order and free of overlaps.
fn retain_outside<T, W>(contested: &mut Vec<Found<'_, T>>, winners: &[Found<'_, W>]) {
    let mut next = 0;
    contested.retain(|found| {
        while winners
            .get(next)
            .is_some_and(|winner| winner.span.end <= found.span.start)
        {
            next += 1;
        }
        !winners
            .get(next)
            .is_some_and(|winner| winner.span.overlaps(found.span))
    });
}

/// Says of the units in `annexes` to which document they are attached: the one that the line cites
/// by its number.
fn name_annexes(
    nodes: &mut [Found<'_, OutlineNode<'_>>],
    annexes: &[(usize, Span)],
    citations: &[Found<'_, Citation<'_>>],
) {
    for &(annex, note) in annexes {
        let first = citations.partition_point(|citation| citation.span.start < note.start);
        let mut within = citations[first..]
            .iter()
            .take_while(|citation| citation.span.start < note.end);
        let numbered = within.find(|citation| citation.value.number.is_some());
        let Some(of) = numbered.map(|citation| citation.value.id.clone()) else {
            continue;
        };
        let end = nodes[annex].value.extent.end;
        for node in &mut nodes[annex..] {
            if node.span.start >= end {
                break;
            }
            if !node.value.quoted {
                node.value.of = Some(of.clone());
            }
        }
    }
}

/// The dates that citations claim are issue dates.
fn mark_issue_dates(
    dates: &mut [Found<'_, DateExpression>],
    citations: &[Found<'_, Citation<'_>>],
) {
    for Span { start, .. } in citations
        .iter()
        .filter_map(|c| c.value.date.as_ref())
        .map(|date| date.span)
    {
        if let Ok(i) = dates.binary_search_by_key(&start, |date| date.span.start) {
            let role = &mut dates[i].value.role;
            // The year of a law is no day of issue.
            *role = role
                .filter(|&role| role == Role::LawYear)
                .or(Some(Role::Issue));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes five gigabytes: `cargo test --lib -- --ignored`.
    #[test]
    #[ignore = "four gigabytes of text"]
    fn what_is_too_long_is_not_read() {
        let mut text = "Nghị định số 15/2020/NĐ-CP ".to_owned();
        text.extend(std::iter::repeat_n("\0".repeat(1 << 20).as_str(), 1 << 12));
        assert_eq!(crate::extract(&text), Document::default());
        assert_eq!(number::find(&text).count(), 0);
        assert_eq!(
            date::find(&text).count() + provision::find(&text).count(),
            0
        );
        assert!(body::find(&text).next().is_none());
    }

    #[test]
    fn winners_keep_their_stretch() {
        let text = "0123456789";
        let at = |start, end| Found::new(text, Span::new(start, end), ());
        let mut contested = vec![at(0, 2), at(2, 4), at(5, 6), at(7, 9)];
        retain_outside(&mut contested, &[at(3, 5), at(6, 8)]);
        assert_eq!(contested, [at(0, 2), at(5, 6)]);
    }
}
