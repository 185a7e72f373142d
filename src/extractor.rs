//! The pass over a text, and who wins a contested stretch of it.

use crate::carry::Carry;
use crate::citation::{self, Citation, Findings};
use crate::date::{CivilDate, DateExpression, Role};
use crate::document::{Document, Schema};
use crate::number::DocumentNumber;
use crate::outline::Header;
use crate::provision::{Provision, ProvisionOf};
use crate::reading::Reading;
use crate::span::{Found, Span};
use crate::tables::VOCABULARY;
use crate::text::{Relocation, normalize};
use crate::{abbreviation, body, date, number, outline, provision, task};

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
}

/// Sets the options of an [`Extractor`].
#[derive(Clone, Debug, Default)]
pub struct ExtractorBuilder {
    extractor: Extractor,
}

impl ExtractorBuilder {
    /// The day the text was written, for dates that lack a year or are relative (*Sáng 12/8*).
    /// Without it the page's own date serves, then the latest issue date that the text cites.
    #[must_use]
    pub fn reference_date(mut self, date: CivilDate) -> Self {
        self.extractor.reference_date = Some(date);
        self
    }

    /// The extractor.
    pub fn build(self) -> Extractor {
        self.extractor
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
        if text.is_clean() {
            self.read(source)
        } else {
            let read = self.read(text.as_str());
            let mut document = read.carry(&mut Relocation::new(&text));
            document.repairs = text.repairs().collect();
            document
        }
    }

    /// Reads clean text.
    ///
    /// Contested stretches are settled here and nowhere else: a document number beats a date and a
    /// body inside it, because its grammar asks for more than theirs.
    fn read<'t>(&self, text: &'t str) -> Document<'t> {
        let numbers = number::find(text);
        let mut dates = date::find(text);
        let abbreviations = abbreviation::find(text);
        let known: Vec<_> = abbreviations
            .iter()
            .map(|a| (&*a.value.short, &*a.value.long))
            .collect();
        let mut bodies = body::Finder::new().abbreviations(&known).find(text);
        retain_outside(&mut dates, &numbers);
        retain_outside(&mut bodies, &numbers);

        let mut provisions = provision::find(text);
        let findings = Findings::new(text, &numbers, &dates, &bodies, &provisions);
        let mut citations = citation::find(&findings);
        citation::resolve(&findings, &mut citations);
        let frame = outline::read(text);
        let own = own_number(frame.header.as_ref(), &numbers);
        let references = citation::references(&findings, &citations, own.as_deref());
        let effectivity = citation::effectivity(&findings, &citations, &references);
        let relations = citation::relations(
            &findings,
            &citations,
            &references,
            &effectivity,
            own.as_deref(),
        );
        attribute(text, &mut provisions, &citations);
        mark_issue_dates(&mut dates, &citations);
        self.resolve_dates(&mut dates);
        let work = task::work(&Reading::new(text, &VOCABULARY), &bodies, &dates);
        Document {
            schema: Schema,
            header: frame.header,
            closing: frame.closing,
            outline: frame.nodes,
            numbers,
            dates,
            bodies,
            provisions,
            citations,
            references,
            relations,
            effectivity,
            abbreviations,
            task_lists: work.lists,
            assignments: work.assignments,
            furniture: work.furniture,
            repairs: Vec::new(),
        }
    }

    /// Gives dates that lack a part their value on the calendar, seen from the reference date.
    fn resolve_dates(&self, dates: &mut [Found<'_, DateExpression>]) {
        let with_role = |role| {
            dates
                .iter()
                .filter(move |d| d.value.role == Some(role))
                .filter_map(|d| d.value.day())
        };
        let page = with_role(Role::Page).next();
        let Some(reference) = self
            .reference_date
            .or(page)
            .or(with_role(Role::Issue).max())
        else {
            return;
        };
        for date in dates {
            date.value.resolved = date.value.resolve(reference);
        }
    }
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

/// The number of the document itself, from its header.
fn own_number(
    header: Option<&Header<'_>>,
    numbers: &[Found<'_, DocumentNumber>],
) -> Option<String> {
    let place = header?.number.as_ref()?.span;
    let number = numbers.iter().find(|number| number.span.overlaps(place))?;
    Some(number.value.to_string())
}

/// Ties provisions to the documents that are cited right behind them.
fn attribute(
    text: &str,
    provisions: &mut [Found<'_, Provision>],
    citations: &[Found<'_, Citation<'_>>],
) {
    for provision in provisions
        .iter_mut()
        .filter(|provision| provision.value.of.is_none())
    {
        let opening = provision::document_after(text, provision.span.end);
        if let Ok(i) = citations.binary_search_by_key(&opening.at, |citation| citation.span.start) {
            provision.value.of = Some(ProvisionOf::Document(citations[i].value.id()));
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
