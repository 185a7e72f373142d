//! The pass over a text, and who wins a contested stretch of it.

use std::sync::Arc;

use crate::body::{Body, BodyClass};
use crate::carry::Carry;
use crate::citation::{self, Citation, Findings, Mentions};
use crate::date::{CivilDate, DateExpression, Role};
use crate::document::{Document, Schema};
use crate::flow::{self, Aside, AsideKind};
use crate::number::DocumentKind;
use crate::offsets::Offsets;
use crate::outline::{Header, Level, OutlineNode};
use crate::provision::Provision;
use crate::reading::Reading;
use crate::span::{Found, Span};
use crate::tables::Tables;
use crate::task::{Furniture, FurnitureKind};
use crate::text::{Relocation, Text, normalize};
use crate::{abbreviation, amendment, body, date, identity, number, outline, provision, task};

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
    reference_date: Option<CivilDate>,
    /// `None` for the built-in ones.
    tables: Option<Arc<Tables>>,
    bodies: body::Finder,
}

/// Sets the options of an [`Extractor`].
#[derive(Clone, Debug, Default)]
pub struct ExtractorBuilder {
    reference_date: Option<CivilDate>,
    kinds: Vec<DocumentKind>,
    bodies: Vec<Body>,
    abbreviations: Vec<(String, String)>,
}

impl ExtractorBuilder {
    /// The day the text was written, for dates that lack a year or are relative (*Sáng 12/8*).
    /// Without it the page's own date serves: its dateline, its header, its signature's stamp.
    #[must_use]
    pub fn reference_date(mut self, date: CivilDate) -> Self {
        self.reference_date = Some(date);
        self
    }

    /// A kind of document (*loại văn bản*) that the tables do not have, and its code in numbers;
    /// an empty code for a kind that has none. It is read wherever a kind is: in numbers, titles,
    /// citations, references, provisions and annexes.
    ///
    /// ```
    /// let extractor = vanban::Extractor::builder().kind("Sắc chỉ", "SC").build();
    /// let document = extractor.extract("Căn cứ Sắc chỉ số 5/2027/SC-CP, khoản 2 Điều 3 của Sắc chỉ này.");
    /// assert_eq!(document.citations[0].value.kind.as_deref(), Some("Sắc chỉ"));
    /// assert_eq!(document.numbers[0].value.kind(), Some("SC"));
    /// assert_eq!(document.references[0].text, "Sắc chỉ này");
    /// ```
    #[must_use]
    pub fn kind(mut self, name: impl AsRef<str>, code: impl AsRef<str>) -> Self {
        self.kinds
            .push(DocumentKind::own(name.as_ref(), code.as_ref()));
        self
    }

    /// A body (*cơ quan*) that the registry does not have, and its code in numbers; an empty code
    /// for a body that has none. Where more is known of it (class, years, other spellings), a row
    /// of [`registry`](Self::registry) says so.
    ///
    /// ```
    /// let extractor = vanban::Extractor::builder().body("Bộ Kinh tế số", "BKTS").build();
    /// let document = extractor.extract("Thông tư số 5/2027/TT-BKTS");
    /// let resolved = &document.citations[0].value.resolved;
    /// assert_eq!(resolved.issuers, ["Bộ Kinh tế số"]);
    /// ```
    #[must_use]
    pub fn body(mut self, name: impl Into<String>, code: impl Into<String>) -> Self {
        let (body, code) = (Body::new(name, BodyClass::default()), code.into());
        self.bodies.push(match code.is_empty() {
            true => body,
            false => body.code(code),
        });
        self
    }

    /// Rows for the registry of bodies.
    ///
    /// ```
    /// use vanban::body::{Body, BodyClass};
    /// let row = Body::new("Tạp chí Cộng sản", BodyClass::Party).code("TCCSĐ").alias("Tạp chí CS");
    /// let extractor = vanban::Extractor::builder().registry([row]).build();
    /// let document = extractor.extract("Giao Tạp chí CS chủ trì.");
    /// assert_eq!(document.bodies[0].value.name, "Tạp chí Cộng sản");
    /// ```
    #[must_use]
    pub fn registry(mut self, rows: impl IntoIterator<Item = Body>) -> Self {
        self.bodies.extend(rows);
        self
    }

    /// An abbreviation that names of bodies are made with, as if every text defined it.
    ///
    /// ```
    /// let extractor = vanban::Extractor::builder().abbreviation("KTS", "kinh tế số").build();
    /// let document = extractor.extract("Giao Cục KTS chủ trì.");
    /// assert_eq!(document.bodies[0].value.name, "Cục Kinh tế số");
    /// ```
    #[must_use]
    pub fn abbreviation(mut self, short: impl Into<String>, long: impl Into<String>) -> Self {
        self.abbreviations.push((short.into(), long.into()));
        self
    }

    /// The extractor.
    pub fn build(self) -> Extractor {
        let own = !self.kinds.is_empty() || !self.bodies.is_empty();
        let tables = own.then(|| Arc::new(Tables::with(&self.kinds, self.bodies)));
        let pairs: Vec<(&str, &str)> = self
            .abbreviations
            .iter()
            .map(|(short, long)| (short.as_str(), long.as_str()))
            .collect();
        let bodies = body::Finder::new().abbreviations(&pairs);
        Extractor {
            reference_date: self.reference_date,
            bodies: match &tables {
                Some(tables) => bodies.tables(tables),
                None => bodies,
            },
            tables,
        }
    }
}

impl Extractor {
    /// An extractor with default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts to set options.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Everything that `source` says. Never fails: what cannot be read right is left out or
    /// carries a warning, and costs nothing else.
    pub fn extract<'t>(&self, source: &'t str) -> Document<'t> {
        let text = normalize(source);
        let repairs = text.repairs().collect();
        let flow = flow::undo(text);
        let mut document = if flow.text.is_clean() {
            self.read(source, flow.notes)
        } else {
            let read = self.read(flow.text.as_str(), flow.notes);
            read.carry(&mut Relocation::new(&flow.text))
        };
        document.repairs = repairs;
        for stamp in flow
            .aside
            .iter()
            .filter(|found| found.value.kind == AsideKind::SignatureStamp)
        {
            let excerpt = Text::excerpt(source, stamp.span);
            let dates: Vec<_> = date::find(excerpt.as_str()).collect();
            document
                .dates
                .extend(dates.carry(&mut Relocation::new(&excerpt)));
        }
        document.dates.sort_by_key(|date| date.span.start);
        set_aside(&mut document.furniture, flow.aside);
        document
    }

    /// Reads clean text.
    ///
    /// Contested stretches are settled here and nowhere else: a document number beats a date and a
    /// body inside it, because its grammar asks for more than theirs.
    fn read<'t>(&self, text: &'t str, notes: Option<usize>) -> Document<'t> {
        let tables = self.tables.as_deref().unwrap_or(Tables::builtin());
        let reading = Reading::new(text, &tables.vocabulary);
        let numbers = number::numbers_of(&reading, tables);
        let mut dates = date::dates_of(&reading);
        let abbreviations = abbreviation::abbreviations_of(&reading);
        let known: Vec<_> = abbreviations
            .iter()
            .filter(|a| !a.value.short.contains(' '))
            .map(|a| (&*a.value.short, &*a.value.long))
            .collect();
        let mut bodies = self.bodies.bodies_of(&reading, &known);
        retain_outside(&mut dates, &numbers);
        retain_outside(&mut bodies, &numbers);

        let (mut frame, annexes) = outline::of_reading(&reading, notes, tables);
        let mut provisions = provision::of_reading(&reading, tables);
        settle(&mut provisions, &frame.nodes);
        let findings = Findings::new(&reading, tables, &numbers, &dates, &bodies, &provisions);
        let is_document = frame.header.is_some() || !frame.nodes.is_empty();
        let citations = citation::find(&findings, is_document);
        name_annexes(&mut frame.nodes, &annexes, &citations);
        let identity = identity::read(
            &reading,
            tables,
            frame.header.as_ref(),
            frame.closing.as_ref(),
            &numbers,
            &dates,
            &bodies,
        );
        let own = identity.as_ref().map(|identity| &identity.id);
        let references = citation::references(&findings, &citations, own);
        let announced = (!is_document)
            .then(|| identity::announced(&findings, &citations, &references))
            .flatten();
        let mentions = Mentions::new(&citations, &references, own);
        let acts = citation::acts(&findings, &citations, &mentions, is_document);
        for (provision, act) in provisions.iter_mut().zip(acts) {
            provision.value.of = act;
        }
        let findings = Findings::new(&reading, tables, &numbers, &dates, &bodies, &provisions);
        let mut effectivity = amendment::effectivity(&findings, &citations, &references, own);
        let title = frame.header.as_ref().and_then(|h| h.subject.as_ref());
        let page = amendment::Page {
            reading: &reading,
            own,
            subject: title.map(|title| title.span),
        };
        let relations =
            amendment::relations(&findings, &citations, &references, &effectivity, &page);
        let amendments =
            amendment::amendments(&reading, &frame, &provisions, &references, &mentions);
        mark_issue_dates(&mut dates, &citations);
        self.resolve_dates(frame.header.as_ref(), &mut dates);
        amendment::settle(&mut effectivity, &dates, &citations);
        let work = task::work(&reading, &bodies, &dates);
        Document {
            schema: Schema,
            offsets: Offsets::Bytes,
            header: frame.header,
            identity: identity.or(announced),
            documents: identity::documents(&mentions),
            closing: frame.closing,
            outline: frame.nodes,
            numbers,
            dates,
            bodies,
            provisions,
            citations,
            references,
            relations,
            amendments,
            effectivity,
            abbreviations,
            task_lists: work.lists,
            assignments: work.assignments,
            furniture: work.furniture,
            repairs: Vec::new(),
        }
    }

    /// Gives dates that lack a part their value on the calendar, seen from the day of writing: the
    /// caller's, else the page's own (its dateline, the date of its header, its signature's stamp).
    /// The date of a document that the page cites says nothing about the page.
    fn resolve_dates(&self, header: Option<&Header<'_>>, dates: &mut [Found<'_, DateExpression>]) {
        let with_role = |role| {
            let mut days = dates.iter().filter(move |d| d.value.role == Some(role));
            days.find_map(|d| d.value.day())
        };
        let place_date = header.and_then(|header| header.place_date.as_ref());
        let headed = || {
            let place = place_date?.span;
            let mut days = dates.iter().filter(|d| place.overlaps(d.span));
            days.find_map(|d| d.value.day())
        };
        let reference = self
            .reference_date
            .or_else(|| with_role(Role::Page))
            .or_else(headed)
            .or_else(|| with_role(Role::Signature));
        let Some(reference) = reference else {
            return;
        };
        for date in dates {
            date.value.resolved = date.value.resolve(reference);
        }
    }
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

/// Gives provisions that say *Điều này* and the like the labels of the units that they stand in.
fn settle(provisions: &mut [Found<'_, Provision>], nodes: &[Found<'_, OutlineNode<'_>>]) {
    for provision in provisions {
        let Some(within) = provision.value.within else {
            continue;
        };
        let mut around = Vec::new();
        let mut unit = outline::unit_at(nodes, provision.span);
        while let Some(node) = unit {
            let level = node.value.level;
            let divides = within < Level::Article || level >= Level::Article;
            if level <= within && divides && !node.value.label.is_empty() {
                around.push((level, &*node.value.label));
            }
            unit = node.value.parent.map(|parent| &nodes[parent]);
        }
        if around.first().is_some_and(|&(level, _)| level == within) {
            provision.value.settle(&around);
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

    #[test]
    fn winners_keep_their_stretch() {
        let text = "0123456789";
        let at = |start, end| Found::new(text, Span::new(start, end), ());
        let mut contested = vec![at(0, 2), at(2, 4), at(5, 6), at(7, 9)];
        retain_outside(&mut contested, &[at(3, 5), at(6, 8)]);
        assert_eq!(contested, [at(0, 2), at(5, 6)]);
    }
}
