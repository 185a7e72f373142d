//! Short numbers: *Quyết định số 1706*, *Nghị định 30*, *Nghị định 100/2019*.

use std::borrow::Cow;

use super::back::goes_on;
use super::reader::Reader;
use super::{Anaphor, Reference};
use crate::reading::{Gap, Place};
use crate::span::{Found, Span};
use crate::tables::kinds::{DocumentKind, DocumentSystem, Trait};

impl<'a, 't> Reader<'a, 't> {
    /// `KIND số 1706`, `KIND 30`, and `KIND 15/2020` without a symbol.
    pub(super) fn serial(
        &self,
        kind: Span,
        head: &DocumentKind,
        next: Place<'a, 't>,
    ) -> Option<(Span, Reference)> {
        let labelled = self.is_labelled(next);
        let digits = if labelled { next.next() } else { next };
        let (end, reference) = self.serial_at(digits, head, labelled)?;
        Some((Span::new(kind.start, end), reference))
    }

    /// The same behind a kind in small letters, where *số* shows it and the word means nothing but a
    /// document.
    pub(super) fn small_serial(
        &self,
        kind: Span,
        head: &DocumentKind,
        next: Place<'a, 't>,
    ) -> Option<(Span, Reference)> {
        // "theo Mẫu quyết định số 02" is a form.
        let formal = head.is(Trait::Formal) && head.is(Trait::Small);
        if !self.is_labelled(next) || !self.is_known(kind) || !formal {
            return None;
        }
        self.serial(kind, head, next)
    }

    /// `NĐ 45/2022`: two letters mean many things, and a document only with its year.
    pub(super) fn short_dated(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        let next = self.place(kind.end);
        let read = self
            .serial(kind, head, next)
            .filter(|_| next.gap().is_soft());
        read.filter(|(_, reference)| reference.year.is_some())
    }

    /// Whether *số* stands at `next`, before what it counts.
    fn is_labelled(&self, next: Place<'a, 't>) -> bool {
        self.slice(next) == "số" && next.next().gap().is_soft()
    }

    /// The rest of a row that names its kind once: *Nghị định số 15 và 16*. Only what resolves is
    /// taken; other numbers may count anything.
    pub(super) fn serial_row(
        &self,
        head: &DocumentKind,
        references: &mut Vec<Found<'t, Reference>>,
    ) {
        let text = self.findings.text;
        while let Some(last) = references.last() {
            let mut place = self.place(last.span.end);
            let comma = place.gap() == Gap::Comma;
            let and = self.slice(place) == "và";
            if !comma && !(and && place.gap() == Gap::Space) {
                return;
            }
            if and {
                place = place.next();
            }
            let start = place.start();
            let labelled = self.slice(place) == "số" && place.next().gap().is_soft();
            let digits = if labelled { place.next() } else { place };
            match self.serial_at(digits, head, labelled) {
                Some((end, reference)) if !reference.resolves_to.is_empty() => {
                    references.push(Found::new(text, Span::new(start, end), reference));
                }
                _ => return,
            }
        }
    }

    /// A serial, with or without its year, of a document of the kind `head`, and where it ends.
    fn serial_at(
        &self,
        place: Place<'a, 't>,
        head: &DocumentKind,
        labelled: bool,
    ) -> Option<(usize, Reference)> {
        let digits = place.number()?;
        // "Danh mục số 01" is the first of the lists that come with one document.
        let numbered = !head.systems.contains(&DocumentSystem::Attachment);
        // "Luật 2015" is that of the year.
        let of_year = head.is(Trait::Law)
            && !labelled
            && digits.len() == 4
            && matches!(digits.parse(), Ok(1945..2100));
        if digits.len() > 6 || !numbered || of_year {
            return None;
        }
        let mut behind = place.next();
        // "66.13" is a decimal, "1.706" has a thousands point.
        let mut digits = Cow::Borrowed(digits);
        if behind.between() == "."
            && let Some(more) = behind.number()
        {
            let point = if more.len() == 3 { "" } else { "." };
            digits = Cow::Owned(format!("{digits}{point}{more}"));
            behind = behind.next();
        }
        let mut suffix = None;
        if behind.gap() == Gap::Glued && behind.start() < self.findings.text.len() {
            let letter = self.slice(behind);
            if letter.chars().count() > 1 || !letter.starts_with(char::is_lowercase) {
                return None;
            }
            suffix = Some(letter.to_owned());
            behind = behind.next();
        }
        let mut year = None;
        let tight = behind.between() == "/";
        if let Some(number) = behind.number().filter(|_| tight)
            && let Ok(number) = number.parse::<u16>()
            && (1945..2100).contains(&number)
        {
            year = Some(number);
            behind = behind.next();
        }
        // "Nghị định 38 năm 2023".
        if year.is_none()
            && behind.gap() == Gap::Space
            && self.slice(behind) == "năm"
            && behind.next().gap() == Gap::Space
            && let Some(number) = behind.next().number()
            && let Ok(number) = number.parse::<u16>()
            && (1945..2100).contains(&number)
        {
            year = Some(number);
            behind = behind.next().next();
        }
        let end = behind.end();
        let rest = &self.findings.text[end..];
        if rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '–' | '%')) {
            return None;
        }
        let serial = digits.trim_start_matches('0');
        let documents = self.known.with_serial(serial, head, |citation| {
            citation.number.as_ref().is_some_and(|number| {
                number.suffix().map(str::to_lowercase) == suffix
                    && (year.is_none() || number.year() == year)
            })
        });
        // "Báo cáo 12/2020" is that of December; "Thông tư 200 được …", "Chương trình 135 con bò".
        let told = match year {
            Some(_) => !head.is(Trait::Noun),
            None => head.is(Trait::Formal) && head.is(Trait::Small) && self.ends_mention(end),
        };
        if documents.is_empty() && !labelled && !told {
            return None;
        }
        let documents = Some(documents).filter(|d| d.len() == 1).unwrap_or_default();
        let full = format!("{digits}{}", suffix.unwrap_or_default());
        let candidate = match (documents.is_empty(), year) {
            (true, Some(year)) if head.name == "Nghị định" => {
                Some(format!("{full}/{year}/NĐ-CP"))
            }
            _ => None,
        };
        let reference = Reference {
            serial: Some(full),
            year,
            candidate,
            ..Reference::to(Anaphor::KindPlusSerial, head, documents)
        };
        Some((end, reference))
    }

    /// Whether a mention may end at byte `end`: a sign follows, the day or the issuer of a document, or
    /// words that go on with the sentence.
    fn ends_mention(&self, end: usize) -> bool {
        let behind = self.place(end);
        let dated = || self.findings.date_at(behind.start()).is_some();
        let issued = || {
            self.slice(behind) == "của" && self.findings.body_at(behind.next().start()).is_some()
        };
        !behind.gap().is_soft() || goes_on(behind) || dated() || issued()
    }
}
