//! References (*dẫn chiếu rút gọn*): a document named again without its number, or with a part of it.
//!
//! *Nghị quyết nêu trên*, *Quyết định số 1706*, *hai Nghị quyết này*, *Đề án*. A reference is tied to
//! the citations around it by kind, serial and issuer, and by which of them was named last. Where two
//! fit it is left open: `resolves_to` is then empty.

mod known;
mod words;

use known::Known;
pub(super) use known::{compatible, name_key};
use words::{ABOVE, COUNTS, GOES_ON, NEW};

use super::carried::{self, Carried, Via};
use super::label::{self, Labels};
use super::{Citation, Findings, governing};
use crate::number::DocumentNumber;
use crate::span::{Found, Span};
use crate::tables::kinds::{DocumentKind, DocumentSystem, Trait};
use crate::tables::laws;
use crate::text::cursor::{Cursor, any_before};
use crate::text::fold;

/// A short reference to a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Reference {
    /// Canonical numbers of the documents meant, in the order in which they were cited; empty when
    /// that stays open, and for the document at hand when its header has no number.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub resolves_to: Vec<String>,
    /// How the document meant hangs on the one in `resolves_to`, when it has no number of its own:
    /// the *Đề án* that a decision approved.
    #[cfg_attr(
        feature = "serde",
        serde(skip_serializing_if = "Option::is_none", default)
    )]
    pub via: Option<Via>,
    /// The form of the reference.
    pub anaphor: Anaphor,
}

/// The forms of a [`Reference`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Anaphor {
    /// *Nghị định này*: the document at hand.
    This,
    /// *Kế hoạch nói trên*, *Chỉ thị đã nêu*.
    SaidAbove,
    /// *hai Nghị quyết nêu trên*: so many documents of that kind, the last ones named.
    CountedAbove,
    /// *Nghị quyết đề ra …*: the kind alone, with a capital.
    BareKind,
    /// *Chương trình hành động của Chính phủ*.
    KindPlusIssuer,
    /// *Quyết định số 1706*, *Nghị định 30*.
    KindPlusSerial,
    /// *Luật Đất đai*, after *Luật Đất đai số 31/2024/QH15*.
    KindPlusTitle,
    /// A name that the text has given: *(sau đây gọi tắt là Nghị định số 30)*.
    Label,
    /// In a title, in front of the citation that it stands for.
    Cataphoric,
    /// *Quyết định phê duyệt … (Quyết định số 242/QĐ-TTg)*.
    DescriptiveThenParenthesis,
}

/// Every reference of a text, in order. `citations` are those of the same text, resolved; `own` is
/// the number of the document itself, where its header has one.
pub(crate) fn references<'t>(
    findings: &Findings<'_, 't>,
    citations: &[Found<'t, Citation<'t>>],
    own: Option<&str>,
) -> Vec<Found<'t, Reference>> {
    let text = findings.text;
    let kinds = &findings.tables.kinds;
    let carried = carried::find(findings, citations);
    let reader = Reader {
        findings,
        known: Known::new(citations),
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
    own: Option<&'a str>,
    labels: Labels<'a>,
    carried: Vec<Carried<'a>>,
    /// Where the first line ends.
    first_line: usize,
}

impl<'t> Reader<'_, 't> {
    fn in_citation(&self, span: Span) -> bool {
        let citations = self.known.citations;
        let next = citations.partition_point(|citation| citation.span.end <= span.start);
        citations
            .get(next)
            .is_some_and(|citation| citation.span.overlaps(span))
    }

    /// The reference whose kind stands at `kind`.
    fn read(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        let text = self.findings.text;
        let capital = text[kind.start..].starts_with(char::is_uppercase);
        if self.labels.define(kind) {
            return None;
        }
        if let Some(named) = self
            .labelled(kind, head)
            .or_else(|| self.titled(kind, capital))
        {
            return Some(named);
        }
        let mut cursor = Cursor::new(text, kind.end);
        if !cursor.space_or_break() {
            let bare = capital && !head.is(Trait::Noun);
            return bare.then(|| self.bare(kind, head)).flatten();
        }
        let next = cursor;
        if cursor.phrase("này") && self.may_be_this(head, capital) {
            // New wording that is quoted speaks of the document into which it goes.
            let own = self.own.filter(|_| !self.findings.is_quoted(kind.start));
            let own = own.map(str::to_owned).into_iter().collect();
            return Some((
                kind.to(Span::new(kind.start, cursor.pos())),
                Reference {
                    resolves_to: own,
                    via: None,
                    anaphor: Anaphor::This,
                },
            ));
        }
        if cursor.any_phrase(ABOVE).is_some() {
            let above = self.above(kind, head, cursor.pos())?;
            // "hợp đồng nêu trên" is an everyday word unless the contract is known.
            let known = !above.1.resolves_to.is_empty();
            return (known || !head.is(Trait::Noun)).then_some(above);
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

    /// Whether `KIND này` may be the document at hand. In small letters most kinds are everyday
    /// words (*quy định này*), and some are with a capital, too: *Giấy phép này* in a decree is
    /// the licence that it speaks of, and the document only where that is a licence.
    fn may_be_this(&self, head: &DocumentKind, capital: bool) -> bool {
        if head.is(Trait::Noun) {
            let own = self.own.and_then(|own| own.parse::<DocumentNumber>().ok());
            return match own {
                Some(own) => own.kind.is_some_and(|code| head.carries(&code)),
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
        Some((
            Span::new(kind.start, end),
            Reference {
                resolves_to: label.ids.clone(),
                via: label.via,
                anaphor: Anaphor::Label,
            },
        ))
    }

    /// A law by the name that an earlier citation gave with its number, year or date.
    fn titled(&self, kind: Span, capital: bool) -> Option<(Span, Reference)> {
        if !capital {
            return None;
        }
        let text = self.findings.text;
        let (mention, end) = laws::law_at(text, kind.start)?;
        if mention.year.is_some() || mention.name.is_empty() {
            return None;
        }
        let title = text.get(kind.end..end)?.trim();
        let resolves_to = self.known.with_title(mention.kind, title, kind.start);
        if resolves_to.is_empty() {
            return None;
        }
        Some((
            Span::new(kind.start, end),
            Reference {
                resolves_to: if resolves_to.len() == 1 {
                    resolves_to
                } else {
                    Vec::new()
                },
                via: None,
                anaphor: Anaphor::KindPlusTitle,
            },
        ))
    }

    /// The numbered document that carries the last one of a kind in front of byte `at`; nothing when
    /// two carry one each.
    fn carrier(&self, at: usize, head: &DocumentKind) -> Option<(Vec<String>, Option<Via>)> {
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

    /// `KIND nêu trên`, with or without a count in front.
    fn above(&self, kind: Span, head: &DocumentKind, end: usize) -> Option<(Span, Reference)> {
        let text = self.findings.text;
        let count = any_before(text, kind.start, COUNTS);
        let (start, count, anaphor) = match count {
            Some((start, count)) => (start, count, Anaphor::CountedAbove),
            None => (kind.start, 1, Anaphor::SaidAbove),
        };
        let mut numbers = self.known.last(kind.start, head, count);
        let mut via = None;
        if numbers.is_empty() && count == 1 {
            (numbers, via) = self.carrier(kind.start, head).unwrap_or_default();
        }
        if numbers.len() < count {
            numbers.clear();
        }
        Some((
            Span::new(start, end),
            Reference {
                resolves_to: numbers,
                via,
                anaphor,
            },
        ))
    }

    /// `bản án phúc thẩm nêu trên`: the words behind the kind are those of the citation meant.
    fn qualified_above(
        &self,
        kind: Span,
        head: &DocumentKind,
        mut cursor: Cursor<'t>,
    ) -> Option<(Span, Reference)> {
        let start = cursor.pos();
        for _ in 0..QUALIFYING {
            if !cursor.peek().is_some_and(char::is_lowercase) {
                return None;
            }
            cursor.eat_while(char::is_alphabetic);
            let end_of_words = cursor.pos();
            if !cursor.space_or_break() {
                return None;
            }
            let mut ahead = cursor;
            if ahead.any_phrase(ABOVE).is_none() {
                continue;
            }
            let words = fold::key(&self.findings.text[start..end_of_words]);
            let meant = self.known.last_that(kind.start, |citation| {
                compatible(&citation.value, head) && fold::key(&citation.text).contains(&words)
            })?;
            let reference = Reference {
                resolves_to: vec![meant.clone()],
                via: None,
                anaphor: Anaphor::SaidAbove,
            };
            return Some((Span::new(kind.start, ahead.pos()), reference));
        }
        None
    }

    /// `KIND số 1706`, `KIND 30`, and `KIND 15/2020` without a symbol.
    fn serial(
        &self,
        kind: Span,
        head: &DocumentKind,
        mut cursor: Cursor<'t>,
    ) -> Option<(Span, Reference)> {
        let labelled = cursor.phrase("số") && cursor.space_or_break();
        let (cursor, reference) = self.serial_at(cursor, head, labelled)?;
        Some((Span::new(kind.start, cursor.pos()), reference))
    }

    /// The rest of a row that names its kind once: *Nghị định số 15 và 16*. Only what resolves is
    /// taken; other numbers may count anything.
    fn serial_row(&self, head: &DocumentKind, references: &mut Vec<Found<'t, Reference>>) {
        let text = self.findings.text;
        while let Some(last) = references.last() {
            let mut cursor = Cursor::new(text, last.span.end);
            let comma = cursor.eat(',');
            let spaced = cursor.space_or_break();
            let and = cursor.phrase("và") && cursor.space_or_break();
            if !spaced || !comma && !and {
                return;
            }
            let start = cursor.pos();
            let labelled = cursor.phrase("số") && cursor.space_or_break();
            match self.serial_at(cursor, head, labelled) {
                Some((cursor, reference)) if !reference.resolves_to.is_empty() => {
                    let span = Span::new(start, cursor.pos());
                    references.push(Found::new(text, span, reference));
                }
                _ => return,
            }
        }
    }

    /// A serial at the cursor, with or without its year, of a document of the kind `head`.
    fn serial_at(
        &self,
        mut cursor: Cursor<'t>,
        head: &DocumentKind,
        labelled: bool,
    ) -> Option<(Cursor<'t>, Reference)> {
        let digits = cursor.digits();
        // "Danh mục số 01" is the first of the lists that come with one document.
        let numbered = !head.systems.contains(&DocumentSystem::Attachment);
        if digits.is_empty() || digits.len() > 6 || !numbered {
            return None;
        }
        let suffix = cursor.eat_if(|c| c.is_ascii_lowercase());
        let mut year = None;
        let mut ahead = cursor;
        if ahead.eat('/')
            && let Ok(number) = ahead.digits().parse::<u16>()
            && (1945..2100).contains(&number)
        {
            year = Some(number);
            cursor = ahead;
        }
        if cursor
            .peek()
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '–' | '%'))
        {
            return None;
        }
        let serial = digits.trim_start_matches('0');
        let suffix = suffix.map(String::from);
        let numbers = self.known.with_serial(serial, head, |citation| {
            citation.number.as_ref().is_some_and(|number| {
                number.suffix.as_deref().map(str::to_lowercase) == suffix
                    && (year.is_none() || number.year == year)
            })
        });
        // "Báo cáo 12/2020" is that of December.
        if numbers.is_empty() && !labelled && (year.is_none() || head.is(Trait::Noun)) {
            return None;
        }
        let resolves_to = if numbers.len() == 1 {
            numbers
        } else {
            Vec::new()
        };
        let reference = Reference {
            resolves_to,
            via: None,
            anaphor: Anaphor::KindPlusSerial,
        };
        Some((cursor, reference))
    }

    /// `KIND của ISSUER`.
    fn of_issuer(
        &self,
        kind: Span,
        head: &DocumentKind,
        mut cursor: Cursor<'t>,
    ) -> Option<(Span, Reference)> {
        if !(cursor.phrase("của") && cursor.space_or_break()) {
            return None;
        }
        let body = self
            .findings
            .body_at(cursor.pos())
            .filter(|body| !body.value.generic)?;
        let numbers = self.known.of_issuer(&body.value.name, head);
        let [_] = numbers.as_slice() else { return None };
        let anaphor = Anaphor::KindPlusIssuer;
        Some((
            Span::new(kind.start, body.span.end),
            Reference {
                resolves_to: numbers,
                via: None,
                anaphor,
            },
        ))
    }

    /// `KIND description (KIND số NUMBER)`: the bracket says which.
    fn in_front_of_bracket(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        let text = self.findings.text;
        let next = self
            .known
            .citations
            .partition_point(|citation| citation.span.start < kind.end);
        let citation = self
            .known
            .citations
            .get(next)
            .filter(|citation| text[..citation.span.start].ends_with('('))?;
        if citation.span.end > self.findings.sentence_end(kind.end) {
            return None;
        }
        let description = &text[kind.end..citation.span.start - 1];
        if citation.value.kind.as_ref() != Some(&head.name) || description.contains(['(', ';']) {
            return None;
        }
        let inner = description.char_indices().any(|(i, c)| {
            c.is_uppercase()
                && self
                    .findings
                    .tables
                    .kinds
                    .head_at(description, i)
                    .is_some_and(|(inner, _)| inner.name == head.name)
        });
        if inner {
            return None;
        }
        let number = citation.value.number.as_ref()?.to_string();
        let span = Span::new(kind.start, kind.end + description.trim_end().len());
        let anaphor = Anaphor::DescriptiveThenParenthesis;
        Some((
            span,
            Reference {
                resolves_to: vec![number],
                via: None,
                anaphor,
            },
        ))
    }

    /// Whether nothing in front of the kind says that it is a draft, one of many, or a new one.
    fn is_known(&self, kind: Span) -> bool {
        any_before(self.findings.text, kind.start, NEW).is_none()
    }

    /// Whether nothing follows the kind that could be its name.
    fn stands_alone(&self, kind: Span) -> bool {
        let mut cursor = Cursor::new(self.findings.text, kind.end);
        let ends = cursor.peek().is_none_or(|c| ",.;:)”!?…\n".contains(c));
        ends || cursor.space_or_break() && cursor.any_phrase(GOES_ON).is_some()
    }

    /// A kind with a capital that nothing follows which could be its name.
    fn bare(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        let text = self.findings.text;
        if !self.is_known(kind)
            || head.is(Trait::Verb) && self.findings.sentence_start(kind.end) == kind.start
            || !self.stands_alone(kind)
        {
            return None;
        }
        let numbers = self.known.last(kind.start, head, 2);
        let resolves_to = match numbers.as_slice() {
            [] => {
                let (resolves_to, via) = self.carrier(kind.start, head)?;
                let anaphor = Anaphor::BareKind;
                let reference = Reference {
                    resolves_to,
                    via,
                    anaphor,
                };
                return Some((kind, reference));
            }
            [_] => numbers,
            // Two documents of the kind were named: the last one is meant only if it was named just
            // now, in this sentence or the one before.
            [_, last] => {
                let before = self.findings.sentence_start(kind.start);
                let reach = self
                    .findings
                    .sentence_start(text[..before].trim_end().trim_end_matches('.').len());
                let near = self.known.between(reach, kind.start, head);
                if near == [last.clone()] {
                    near
                } else {
                    Vec::new()
                }
            }
            _ => Vec::new(),
        };
        Some((
            kind,
            Reference {
                resolves_to,
                via: None,
                anaphor: Anaphor::BareKind,
            },
        ))
    }

    /// In a title: the first document of the kind that the same body issues further down.
    fn in_title(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        if kind.start > self.first_line || !self.known.last(kind.start, head, 1).is_empty() {
            return None;
        }
        let issuers = governing::read(self.findings, kind, None, None).issuers;
        let numbers = self.known.of_issuer(&issuers.first()?.name, head);
        let [_] = numbers.as_slice() else { return None };
        Some((
            kind,
            Reference {
                resolves_to: numbers,
                via: None,
                anaphor: Anaphor::Cataphoric,
            },
        ))
    }
}

/// Words between a kind and *nêu trên* at most.
const QUALIFYING: usize = 6;

/// How many carried documents back one is looked for.
const NEAR: usize = 8;
