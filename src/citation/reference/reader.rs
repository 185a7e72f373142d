//! Reads references, at each word that may begin one.

use std::sync::LazyLock;

use super::known::{Known, Salience, compatible};
use super::{Anaphor, Reference};
use crate::citation::carried::{self, Carried, Via};
use crate::citation::label::{self, Labels};
use crate::citation::words::{ABOVE, GOES_ON, NEW, SEVERAL, THAT};
use crate::citation::{Citation, Findings, governing};
use crate::document_id::DocumentId;
use crate::reading::{Gap, Phrases, Place};
use crate::span::{Found, Span};
use crate::tables::kinds::{DocumentKind, DocumentSystem, Trait};
use crate::tables::{VOCABULARY, laws};
use crate::text::fold;

/// Numerals in front of a kind that is pointed back to.
static COUNTS: LazyLock<Phrases<usize>> = LazyLock::new(|| {
    let words = [("hai", 2), ("ba", 3), ("bốn", 4), ("năm", 5)];
    Phrases::new(&VOCABULARY, words)
});

/// Every reference of a text, in order. `citations` are those of the same text, resolved; `own` is
/// the page's own document.
pub(crate) fn references<'t>(
    findings: &Findings<'_, 't>,
    citations: &[Found<'t, Citation<'t>>],
    own: Option<&DocumentId>,
) -> Vec<Found<'t, Reference>> {
    let text = findings.text;
    let kinds = &findings.tables.kinds;
    let carried = carried::find(findings, citations);
    let reader = Reader {
        findings,
        known: Known::new(findings, citations),
        own,
        labels: Labels::new(label::find(findings, citations, &carried)),
        carried,
        first_line: memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len()),
    };
    let mut references: Vec<Found<'t, Reference>> = Vec::new();
    for start in kinds.openings(text) {
        let past = references.last().map_or(0, |last| last.span.end);
        let Some((head, end)) = kinds.head_at(text, start) else {
            continue;
        };
        let span = Span::new(start, end);
        if span.start < past || reader.in_citation(span) {
            continue;
        }
        if let Some((span, reference)) = reader.read(span, head)
            && span.start >= past
            && !reader.in_citation(span)
        {
            let row = reference.anaphor == Anaphor::KindPlusSerial;
            references.push(Found::new(text, span, reference));
            if row {
                reader.serial_row(head, &mut references);
            }
        }
    }
    references
}

struct Reader<'a, 't> {
    findings: &'a Findings<'a, 't>,
    known: Known<'a, 't>,
    own: Option<&'a DocumentId>,
    labels: Labels<'a>,
    carried: Vec<Carried<'a>>,
    /// Where the first line ends.
    first_line: usize,
}

impl<'a, 't> Reader<'a, 't> {
    fn in_citation(&self, span: Span) -> bool {
        let citations = self.known.citations;
        let next = citations.partition_point(|citation| citation.span.end <= span.start);
        citations
            .get(next)
            .is_some_and(|citation| citation.span.overlaps(span))
    }

    fn place(&self, at: usize) -> Place<'a, 't> {
        self.findings.place(at)
    }

    fn slice(&self, place: Place<'_, 't>) -> &'t str {
        self.findings.reading.slice(place.index())
    }

    /// The reference whose kind stands at `kind`.
    fn read(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        let capital = self.findings.text[kind.start..].starts_with(char::is_uppercase);
        if self.labels.define(kind) {
            return None;
        }
        if let Some(named) = self
            .labelled(kind, head)
            .or_else(|| self.titled(kind, head, capital))
        {
            return Some(named);
        }
        let next = self.place(kind.end);
        if !next.gap().is_soft() {
            let bare = capital && !head.is(Trait::Noun);
            return bare.then(|| self.bare(kind, head)).flatten();
        }
        if self.slice(next) == "này" && self.may_be_this(head, capital) {
            let documents = self.this(kind.start, head);
            let span = Span::new(kind.start, next.next().end());
            return Some((span, Reference::to(Anaphor::This, head, documents)));
        }
        if let Some((pointer, end)) = self.points_back(next) {
            let above = self.above(kind, head, end, pointer)?;
            // "hợp đồng nêu trên" is an everyday word unless the contract is known.
            let known = !above.1.resolves_to.is_empty();
            let open = !head.is(Trait::Noun) && pointer == Pointer::Said;
            return (known || open).then_some(above);
        }
        if let Some(above) = self.qualified_above(kind, head, next) {
            return Some(above);
        }
        if !capital {
            return None;
        }
        let serial = self
            .serial(kind, head, next)
            .or_else(|| self.in_front_of_bracket(kind, head));
        if serial.is_some() || head.is(Trait::Noun) {
            return serial;
        }
        self.of_issuer(kind, head, next)
            .or_else(|| self.bare(kind, head))
            .or_else(|| self.in_title(kind, head))
    }

    /// What *KIND này* at byte `at` means: the document at hand, in quoted new wording the one into
    /// which the words go; on a page that is no document, the last one of the kind that it is about.
    fn this(&self, at: usize, head: &DocumentKind) -> Vec<DocumentId> {
        if self.findings.is_quoted(at) {
            let quotation = self.findings.reading.quotation(at);
            let amended = quotation.and_then(|q| self.known.amended(q.start, head));
            return amended.into_iter().collect();
        }
        match self.own {
            Some(own) => vec![own.clone()],
            None => self.known.last(at, head, 1, Salience::Announced),
        }
    }

    /// Whether `KIND này` may be the document at hand. In small letters most kinds are everyday
    /// words (*quy định này*), and some are with a capital, too: *Giấy phép này* in a decree is
    /// the licence that it speaks of, and the document only where that is a licence.
    fn may_be_this(&self, head: &DocumentKind, capital: bool) -> bool {
        if head.is(Trait::Noun) {
            return match self.own.and_then(DocumentId::number) {
                Some(own) => own.kind().is_some_and(|code| head.carries(code)),
                None => capital,
            };
        }
        capital || head.is(Trait::Small)
    }

    /// A name that the text has given to a document.
    fn labelled(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        let (label, end) = self.labels.at(self.findings.text, kind.start, &head.name)?;
        // "theo quy định của luật" is law in general, whatever was called *Luật*.
        let general = || {
            head.is(Trait::Law) && self.findings.text[kind.start..].starts_with(char::is_lowercase)
        };
        if label.bare && (general() || !(self.stands_alone(kind) && self.is_known(kind))) {
            return None;
        }
        let reference = Reference {
            via: label.via,
            ..Reference::to(Anaphor::Label, head, label.ids.clone())
        };
        Some((Span::new(kind.start, end), reference))
    }

    /// A law by the name that an earlier citation gave with its number, year or date.
    fn titled(&self, kind: Span, head: &DocumentKind, capital: bool) -> Option<(Span, Reference)> {
        if !capital {
            return None;
        }
        let text = self.findings.text;
        let known = |title: &str| self.known.with_title(&head.name, title, kind.start);
        let (documents, end) = match laws::law_at(self.findings.place(kind.start)) {
            Some(mention) if mention.year.is_none() && !mention.name.is_empty() => {
                let end = mention.end;
                let title = text.get(kind.end..end)?.trim();
                let meant = self.known.with_title(mention.kind, title, kind.start);
                match meant.is_empty() {
                    true => self.longest_title(kind.end, known)?,
                    false => (meant, end),
                }
            }
            Some(_) => return None,
            // A name that the table does not have, known by its citation, whatever follows.
            None if head.is(Trait::Law) => self.longest_title(kind.end, known)?,
            None => return None,
        };
        if documents.is_empty() {
            return None;
        }
        let documents = Some(documents).filter(|d| d.len() == 1).unwrap_or_default();
        let reference = Reference::to(Anaphor::KindPlusTitle, head, documents);
        Some((Span::new(kind.start, end), reference))
    }

    /// The longest run of words behind byte `from` that `known` knows for a title, and its end.
    fn longest_title(
        &self,
        from: usize,
        known: impl Fn(&str) -> Vec<DocumentId>,
    ) -> Option<(Vec<DocumentId>, usize)> {
        let start = self.place(from);
        let mut found = None;
        let mut end = start;
        for _ in 0..self.known.longest_title() {
            if !(end.gap().is_soft() || end.index() > start.index() && end.gap() == Gap::Comma) {
                break;
            }
            end = end.next();
            let documents = known(&self.findings.text[start.start()..end.end()]);
            if !documents.is_empty() {
                found = Some((documents, end.end()));
            }
        }
        found
    }

    /// The numbered document that carries the last one of a kind in front of byte `at`; nothing when
    /// two carry one each.
    fn carrier(&self, at: usize, head: &DocumentKind) -> Option<(Vec<DocumentId>, Option<Via>)> {
        let end = self.carried.partition_point(|carried| carried.from <= at);
        let mut known = self.carried[..end]
            .iter()
            .rev()
            .take(NEAR)
            .filter(|carried| carried.kind == head.name);
        let last = known.next()?;
        if known.any(|other| other.carrier != last.carrier) {
            return Some((Vec::new(), None));
        }
        Some((vec![last.carrier.clone()], Some(last.via)))
    }

    /// Reads *nêu trên*, *trên*, *đó* behind a kind, and where it ends. *trên* may go on (*Quyết định trên
    /// cơ sở …*).
    fn points_back(&self, next: Place<'a, 't>) -> Option<(Pointer, usize)> {
        if let Some((_, behind)) = next.phrase(&ABOVE) {
            let alone = behind.index() == next.index() + 1;
            if !alone {
                return Some((Pointer::Said, behind.end()));
            }
            let ends = !behind.gap().is_soft() || behind.phrase(&GOES_ON).is_some();
            return ends.then_some((Pointer::That, behind.end()));
        }
        let (_, behind) = next.phrase(&THAT)?;
        Some((Pointer::That, behind.end()))
    }

    /// `KIND nêu trên`, with or without a count in front.
    fn above(
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
        let Some((count, before)) = counted else {
            let mut documents = self.known.last(kind.start, head, 1, Salience::Said);
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
            Some(count) => {
                let last = self.known.last(kind.start, head, count, Salience::Counted);
                Some(last).filter(|d| d.len() == count).unwrap_or_default()
            }
            None => self.known.last_group(self.findings, kind.start, head),
        };
        if documents.is_empty() && count.is_none() && pointer == Pointer::That {
            return None;
        }
        let span = Span::new(before.start(), end);
        Some((span, Reference::to(Anaphor::CountedAbove, head, documents)))
    }

    /// `bản án phúc thẩm nêu trên`: the words behind the kind are those of the citation meant.
    fn qualified_above(
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

    /// `KIND số 1706`, `KIND 30`, and `KIND 15/2020` without a symbol.
    fn serial(
        &self,
        kind: Span,
        head: &DocumentKind,
        next: Place<'a, 't>,
    ) -> Option<(Span, Reference)> {
        let labelled = self.slice(next) == "số" && next.next().gap().is_soft();
        let digits = if labelled { next.next() } else { next };
        let (end, reference) = self.serial_at(digits, head, labelled)?;
        Some((Span::new(kind.start, end), reference))
    }

    /// The rest of a row that names its kind once: *Nghị định số 15 và 16*. Only what resolves is
    /// taken; other numbers may count anything.
    fn serial_row(&self, head: &DocumentKind, references: &mut Vec<Found<'t, Reference>>) {
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
        if digits.len() > 6 || !numbered {
            return None;
        }
        let mut behind = place.next();
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
        let end = behind.end();
        let rest = &self.findings.text[end..];
        if rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '–' | '%')) {
            return None;
        }
        let serial = digits.trim_start_matches('0');
        let documents = self.known.with_serial(serial, head, |citation| {
            citation.number.as_ref().is_some_and(|number| {
                number.suffix.as_deref().map(str::to_lowercase) == suffix
                    && (year.is_none() || number.year == year)
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
        let full = suffix.map_or(digits.to_owned(), |suffix| format!("{digits}{suffix}"));
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

    /// Whether a mention may end at byte `end`: a sign follows, or words that go on with the sentence.
    fn ends_mention(&self, end: usize) -> bool {
        let behind = self.place(end);
        !behind.gap().is_soft() || behind.phrase(&GOES_ON).is_some()
    }

    /// `KIND của ISSUER`.
    fn of_issuer(
        &self,
        kind: Span,
        head: &DocumentKind,
        next: Place<'a, 't>,
    ) -> Option<(Span, Reference)> {
        if self.slice(next) != "của" {
            return None;
        }
        let body = self
            .findings
            .body_at(next.next().start())
            .filter(|body| !body.value.generic)?;
        let documents = self.known.of_issuer(&body.value.name, head);
        let [_] = documents.as_slice() else {
            return None;
        };
        let span = Span::new(kind.start, body.span.end);
        Some((
            span,
            Reference::to(Anaphor::KindPlusIssuer, head, documents),
        ))
    }

    /// `KIND description (KIND số NUMBER)`: the bracket says which.
    fn in_front_of_bracket(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        let text = self.findings.text;
        let citations = self.known.citations;
        let next = citations.partition_point(|citation| citation.span.start < kind.end);
        let citation = citations
            .get(next)
            .filter(|citation| text[..citation.span.start].ends_with('('))?;
        if citation.span.end > self.findings.sentence_end(kind.end) {
            return None;
        }
        let description = &text[kind.end..citation.span.start - 1];
        if citation.value.kind.as_ref() != Some(&head.name) || description.contains(['(', ';']) {
            return None;
        }
        let kinds = &self.findings.tables.kinds;
        let inner = description.char_indices().any(|(i, c)| {
            c.is_uppercase()
                && kinds
                    .head_at(description, i)
                    .is_some_and(|(inner, _)| inner.name == head.name)
        });
        if inner {
            return None;
        }
        citation.value.number.as_ref()?;
        let document = citation.value.id.clone();
        let span = Span::new(kind.start, kind.end + description.trim_end().len());
        let anaphor = Anaphor::DescriptiveThenParenthesis;
        Some((span, Reference::to(anaphor, head, vec![document])))
    }

    /// Whether nothing in front of the kind says that it is a draft, one of many, or a new one.
    fn is_known(&self, kind: Span) -> bool {
        let place = self.place(kind.start);
        !place.gap().is_soft() || place.phrase_before(&NEW).is_none()
    }

    /// Whether nothing follows the kind that could be its name.
    fn stands_alone(&self, kind: Span) -> bool {
        let rest = &self.findings.text[kind.end..];
        let ends = rest
            .chars()
            .next()
            .is_none_or(|c| ",.;:)”!?…\n".contains(c));
        let next = self.place(kind.end);
        ends || next.gap().is_soft() && next.phrase(&GOES_ON).is_some()
    }

    /// A kind with a capital that nothing follows which could be its name.
    fn bare(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        if !self.is_known(kind)
            || head.is(Trait::Verb) && self.findings.sentence_start(kind.end) == kind.start
            || !self.stands_alone(kind)
        {
            return None;
        }
        let documents = match self
            .known
            .last(kind.start, head, 2, Salience::Counted)
            .as_slice()
        {
            [] => {
                let (documents, via) = self.carrier(kind.start, head)?;
                let reference = Reference {
                    via,
                    ..Reference::to(Anaphor::BareKind, head, documents)
                };
                return Some((kind, reference));
            }
            [only] => vec![only.clone()],
            // Two documents of the kind were named: the last one is meant only if it was named just
            // now, in this sentence or the one before.
            [.., last] => {
                let before = self.findings.sentence_start(kind.start);
                let left = self.findings.text[..before]
                    .trim_end()
                    .trim_end_matches('.');
                let reach = self.findings.sentence_start(left.len());
                let near = self.known.between(reach, kind.start, head);
                Some(near)
                    .filter(|near| near.len() == 1 && near[0] == *last)
                    .unwrap_or_default()
            }
        };
        Some((kind, Reference::to(Anaphor::BareKind, head, documents)))
    }

    /// In a title: the first document of the kind that the same body issues further down.
    fn in_title(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        let first = |salience| self.known.last(kind.start, head, 1, salience);
        if kind.start > self.first_line || !first(Salience::Counted).is_empty() {
            return None;
        }
        let issuers = governing::read(self.findings, kind, None, None).issuers;
        let documents = self.known.of_issuer(&issuers.first()?.name, head);
        let [_] = documents.as_slice() else {
            return None;
        };
        Some((kind, Reference::to(Anaphor::Cataphoric, head, documents)))
    }
}

/// Whether what begins at `place` is one of many: *các Nghị quyết của Quốc hội*.
pub(in crate::citation) fn is_one_of_many(place: Place<'_, '_>) -> bool {
    place.gap().is_soft() && place.phrase_before(&SEVERAL).is_some()
}

/// How words point back.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pointer {
    /// *nêu trên*: it was named.
    Said,
    /// *đó*, *trên*: everyday words, too.
    That,
}

/// Words between a kind and *nêu trên* at most.
const QUALIFYING: usize = 6;

/// How many carried documents back one is looked for.
const NEAR: usize = 8;

/// More documents than are counted in words.
const MOST_COUNTED: usize = 20;
