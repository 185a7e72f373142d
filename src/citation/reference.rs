//! References (*dẫn chiếu rút gọn*): a document named again without its number, or with a part of it.
//!
//! *Nghị quyết nêu trên*, *Quyết định số 1706*, *hai Nghị quyết này*, *Đề án*. A reference is tied to
//! the citations around it by kind, serial and issuer, and by which of them was named last. Where two
//! fit it is left open: `resolves_to` is then empty.

use std::collections::HashMap;

use aho_corasick::packed::{Config, MatchKind, Searcher};
use once_cell::sync::Lazy;

use super::carried::{self, Carried, Via};
use super::label::{self, Labels};
use super::{Citation, Findings, governing};
use crate::registry::kinds::{self, Head};
use crate::registry::laws;
use crate::span::{Found, Span};
use crate::text::cursor::{Cursor, phrase_before};
use crate::text::{fold, sentence};

/// A short reference to a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Reference {
    /// Canonical numbers of the documents meant, in the order in which they were cited; empty when
    /// that stays open, and for the document at hand when its header has no number.
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

/// First words of the kinds that are referred back to, as they begin a reference.
static HEADS: Lazy<Option<Searcher>> = Lazy::new(|| {
    let words = [
        "Nghị ",
        "Quyết ",
        "Thông ",
        "Chỉ ",
        "Kết ",
        "Kế ",
        "Chương ",
        "Đề ",
        "Luật",
        "Bộ l",
        "Pháp l",
        "Công ",
        "Tờ ",
        "Văn ",
        "Hướng ",
        "Quy ",
        "Dự ",
        "nghị ",
        "quyết ",
        "thông ",
        "chỉ ",
        "kế ",
        "chương ",
        "đề ",
        "văn ",
    ];
    Config::new()
        .match_kind(MatchKind::LeftmostLongest)
        .builder()
        .extend(words)
        .build()
});

/// Words behind a kind that point back.
const ABOVE: &[(&str, ())] = &[
    ("nêu trên", ()),
    ("nói trên", ()),
    ("trên đây", ()),
    ("kể trên", ()),
    ("đã nêu", ()),
    ("đã nói", ()),
    ("vừa nêu", ()),
];

/// Numerals in front of a kind that is pointed back to.
const COUNTS: &[(&str, usize)] = &[
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("năm", 5),
    ("02", 2),
    ("03", 3),
    ("04", 4),
    ("05", 5),
    ("2", 2),
    ("3", 3),
];

/// What may follow a kind that stands for one document by itself: verbs that documents do, and
/// words that go on with the sentence. Anything else (*Kế hoạch triển khai …*) is a name.
const GOES_ON: &[(&str, ())] = &[
    ("đề ra", ()),
    ("đưa ra", ()),
    ("đặt ra", ()),
    ("xác định", ()),
    ("nêu", ()),
    ("nhấn mạnh", ()),
    ("khẳng định", ()),
    ("yêu cầu", ()),
    ("quy định", ()),
    ("chỉ rõ", ()),
    ("chỉ ra", ()),
    ("tập trung", ()),
    ("bao gồm", ()),
    ("gồm", ()),
    ("là", ()),
    ("có", ()),
    ("đã", ()),
    ("sẽ", ()),
    ("được", ()),
    ("cũng", ()),
    ("còn", ()),
    ("phải", ()),
    ("cần", ()),
    ("và", ()),
    ("với", ()),
    ("trong", ()),
    ("tại", ()),
    ("theo", ()),
    ("để", ()),
    ("cho", ()),
    ("do", ()),
    ("nhằm", ()),
    ("đến", ()),
    ("từ", ()),
    ("vào", ()),
    ("ở", ()),
    ("trên", ()),
    ("vẫn", ()),
    ("chưa", ()),
    ("không", ()),
];

/// Words in front of a kind after which it is no known document: a draft, one of many, a new one.
const NEW: &[&str] = &[
    "dự thảo",
    "một",
    "mỗi",
    "từng",
    "các",
    "những",
    "nhiều",
    "một số",
    "xây dựng",
    "soạn thảo",
    "ban hành",
    "trình",
];

/// Kinds whose name at the head of a sentence may be a verb: *Quy định …*, *Kết luận cuộc họp*.
const VERBAL: &[&str] = &[
    "Quy định",
    "Hướng dẫn",
    "Kết luận",
    "Thông báo",
    "Chỉ thị",
    "Quyết định",
    "Báo cáo",
];

/// Every reference of a text, in order. `citations` are those of the same text, resolved; `own` is
/// the number of the document itself, where its header has one.
pub fn references<'t>(
    findings: &Findings<'_, 't>,
    citations: &[Found<'t, Citation<'t>>],
    own: Option<&str>,
) -> Vec<Found<'t, Reference>> {
    let text = findings.text;
    let Some(searcher) = HEADS.as_ref() else {
        return Vec::new();
    };
    let carried = carried::find(findings, citations);
    let reader = Reader {
        findings,
        citations,
        own,
        labels: Labels::new(label::find(findings, citations, &carried)),
        carried,
        titles: titles(citations),
    };
    let mut references: Vec<Found<'t, Reference>> = Vec::new();
    for hit in searcher.find_iter(text) {
        let past = references.last().map_or(0, |last| last.span.end);
        let Some((head, end)) = kinds::head_at(text, hit.start()) else {
            continue;
        };
        let span = Span::new(hit.start(), end);
        if span.start < past || reader.in_citation(span) {
            continue;
        }
        if let Some((span, reference)) = reader.read(span, &head)
            && span.start >= past
        {
            references.push(Found::new(text, span, reference));
        }
    }
    references
}

struct Reader<'a, 't> {
    findings: &'a Findings<'a, 't>,
    citations: &'a [Found<'t, Citation<'t>>],
    own: Option<&'a str>,
    labels: Labels,
    carried: Vec<Carried>,
    titles: HashMap<String, Vec<(usize, String)>>,
}

/// The laws that are cited by number, year or date, by their name.
fn titles(citations: &[Found<'_, Citation<'_>>]) -> HashMap<String, Vec<(usize, String)>> {
    let mut titles: HashMap<String, Vec<(usize, String)>> = HashMap::new();
    for citation in citations {
        let value = &citation.value;
        let told = value.number.is_some() || value.date.is_some();
        if let (true, None, Some(kind), Some(title)) =
            (told, &value.meeting, &value.kind, value.title)
        {
            let known = titles.entry(name_key(kind, title.text)).or_default();
            let id = value.id();
            if !known.iter().any(|(_, have)| *have == id) && known.len() <= MOST {
                known.push((citation.span.end, id));
            }
        }
    }
    titles
}

/// The key under which spellings of the name of a law meet.
pub(super) fn name_key(kind: &str, title: &str) -> String {
    let mut key = fold::key(kind);
    key.push(' ');
    key.extend(fold::key(title).chars().filter(|&c| c != ','));
    key
}

impl<'t> Reader<'_, 't> {
    fn in_citation(&self, span: Span) -> bool {
        let next = self
            .citations
            .partition_point(|citation| citation.span.end <= span.start);
        self.citations
            .get(next)
            .is_some_and(|citation| citation.span.overlaps(span))
    }

    /// The reference whose kind stands at `kind`.
    fn read(&self, kind: Span, head: &Head) -> Option<(Span, Reference)> {
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
            return capital.then(|| self.bare(kind, head)).flatten();
        }
        let next = cursor;
        if cursor.phrase("này") {
            let own = self.own.map(str::to_owned).into_iter().collect();
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
            return self.above(kind, head, cursor.pos());
        }
        if !capital {
            return None;
        }
        self.serial(kind, head, next)
            .or_else(|| self.of_issuer(kind, head, next))
            .or_else(|| self.in_front_of_bracket(kind, head))
            .or_else(|| self.bare(kind, head))
            .or_else(|| self.in_title(kind, head))
    }

    /// A name that the text has given to a document.
    fn labelled(&self, kind: Span, head: &Head) -> Option<(Span, Reference)> {
        let (label, end) = self.labels.at(self.findings.text, kind.start, head.name)?;
        if label.bare && !(self.stands_alone(kind) && self.is_known(kind)) {
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
        if !capital || self.titles.is_empty() {
            return None;
        }
        let text = self.findings.text;
        let (mention, end) = laws::law_at(text, kind.start)?;
        if mention.year.is_some() || mention.name.is_empty() {
            return None;
        }
        let title = text.get(kind.end..end)?.trim();
        let known = self.titles.get(&name_key(mention.kind, title))?;
        let resolves_to: Vec<String> = known
            .iter()
            .filter(|(from, _)| *from <= kind.start)
            .map(|(_, id)| id.clone())
            .collect();
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
    fn carrier(&self, at: usize, head: &Head) -> Option<(Vec<String>, Option<Via>)> {
        let mut known = self
            .carried
            .iter()
            .rev()
            .skip_while(|carried| carried.from > at)
            .take(FAR)
            .filter(|carried| carried.kind == head.name);
        let last = known.next()?;
        if known.any(|other| other.carrier != last.carrier) {
            return Some((Vec::new(), None));
        }
        Some((vec![last.carrier.clone()], Some(last.via)))
    }

    /// `KIND nêu trên`, with or without a count in front.
    fn above(&self, kind: Span, head: &Head, end: usize) -> Option<(Span, Reference)> {
        let text = self.findings.text;
        let count = COUNTS
            .iter()
            .find_map(|&(word, count)| Some((phrase_before(text, kind.start, word)?, count)));
        let (start, count, anaphor) = match count {
            Some((start, count)) => (start, count, Anaphor::CountedAbove),
            None => (kind.start, 1, Anaphor::SaidAbove),
        };
        let mut numbers = self.last_distinct(kind.start, head, count);
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

    /// `KIND số 1706`, `KIND 30`, and `KIND 15/2020` without a symbol.
    fn serial(&self, kind: Span, head: &Head, mut cursor: Cursor<'t>) -> Option<(Span, Reference)> {
        let labelled = cursor.phrase("số") && cursor.space_or_break();
        let digits = cursor.digits();
        if digits.is_empty() || digits.len() > 6 {
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
        let fits = |citation: &Citation<'_>| {
            citation.number.as_ref().is_some_and(|number| {
                number.serial.trim_start_matches('0') == serial
                    && number.suffix.as_deref().map(str::to_lowercase) == suffix.map(String::from)
                    && (year.is_none() || number.year == year)
            })
        };
        let numbers = self.distinct(|citation| fits(citation) && compatible(citation, head));
        if numbers.is_empty() && !labelled && year.is_none() {
            return None;
        }
        let resolves_to = if numbers.len() == 1 {
            numbers
        } else {
            Vec::new()
        };
        Some((
            Span::new(kind.start, cursor.pos()),
            Reference {
                resolves_to,
                via: None,
                anaphor: Anaphor::KindPlusSerial,
            },
        ))
    }

    /// `KIND của ISSUER`.
    fn of_issuer(
        &self,
        kind: Span,
        head: &Head,
        mut cursor: Cursor<'t>,
    ) -> Option<(Span, Reference)> {
        if !(cursor.phrase("của") && cursor.space_or_break()) {
            return None;
        }
        let body = self
            .findings
            .body_at(cursor.pos())
            .filter(|body| !body.value.generic)?;
        let issuer = fold::key(&body.value.name);
        let numbers = self.distinct(|citation| {
            let known = citation.resolved.issuer.as_deref();
            compatible(citation, head) && known.is_some_and(|known| fold::key(known) == issuer)
        });
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
    fn in_front_of_bracket(&self, kind: Span, head: &Head) -> Option<(Span, Reference)> {
        let text = self.findings.text;
        let end = sentence::end(text, kind.end);
        let next = self
            .citations
            .partition_point(|citation| citation.span.start < kind.end);
        let citation = self
            .citations
            .get(next)
            .filter(|citation| citation.span.end <= end)?;
        let description = text[kind.end..citation.span.start].strip_suffix('(')?;
        let named = citation.value.kind.as_deref() == Some(head.name);
        let inner = description.char_indices().any(|(i, c)| {
            c.is_uppercase()
                && kinds::head_at(description, i).is_some_and(|(inner, _)| inner.name == head.name)
        });
        if !named || inner || description.contains(['(', ';']) {
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
        !NEW.iter()
            .any(|word| phrase_before(self.findings.text, kind.start, word).is_some())
    }

    /// Whether nothing follows the kind that could be its name.
    fn stands_alone(&self, kind: Span) -> bool {
        let mut cursor = Cursor::new(self.findings.text, kind.end);
        let ends = cursor.peek().is_none_or(|c| ",.;:)”!?…\n".contains(c));
        ends || cursor.space_or_break() && cursor.any_phrase(GOES_ON).is_some()
    }

    /// A kind with a capital that nothing follows which could be its name.
    fn bare(&self, kind: Span, head: &Head) -> Option<(Span, Reference)> {
        let text = self.findings.text;
        if !self.is_known(kind)
            || VERBAL.contains(&head.name) && sentence::start(text, kind.end) == kind.start
            || !self.stands_alone(kind)
        {
            return None;
        }
        let numbers = self.last_distinct(kind.start, head, 2);
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
                let before = sentence::start(text, kind.start);
                let reach =
                    sentence::start(text, text[..before].trim_end().trim_end_matches('.').len());
                let near = self.numbers_since(reach, kind.start, head);
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
    fn in_title(&self, kind: Span, head: &Head) -> Option<(Span, Reference)> {
        let text = self.findings.text;
        if text[..kind.start].contains('\n') || !self.last_distinct(kind.start, head, 1).is_empty()
        {
            return None;
        }
        let issuer = governing::read(self.findings, kind, None).issuer?;
        let issuer = fold::key(&issuer.name);
        let numbers = self.distinct(|citation| {
            let known = citation.resolved.issuer.as_deref();
            compatible(citation, head) && known.is_some_and(|known| fold::key(known) == issuer)
        });
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

    /// The distinct numbers of the citations that `fits` accepts, in order of first mention.
    fn distinct(&self, fits: impl Fn(&Citation<'_>) -> bool) -> Vec<String> {
        let mut numbers = Vec::new();
        for citation in self
            .citations
            .iter()
            .filter(|citation| fits(&citation.value))
        {
            let id = citation.value.id();
            if !numbers.contains(&id) {
                numbers.push(id);
                if numbers.len() > MOST {
                    break;
                }
            }
        }
        numbers
    }

    /// The last `count` distinct documents of a kind in front of byte `at`, in order of mention.
    fn last_distinct(&self, at: usize, head: &Head, count: usize) -> Vec<String> {
        let mut numbers: Vec<String> = Vec::new();
        let end = self
            .citations
            .partition_point(|citation| citation.span.end <= at);
        for citation in self.citations[..end]
            .iter()
            .rev()
            .take(FAR)
            .filter(|c| compatible(&c.value, head))
        {
            if numbers.len() == count {
                break;
            }
            let id = citation.value.id();
            if !numbers.contains(&id) {
                numbers.push(id);
            }
        }
        numbers.reverse();
        numbers
    }

    /// The distinct documents of a kind that are cited from byte `from` up to byte `to`.
    fn numbers_since(&self, from: usize, to: usize, head: &Head) -> Vec<String> {
        let first = self
            .citations
            .partition_point(|citation| citation.span.start < from);
        let last = self
            .citations
            .partition_point(|citation| citation.span.end <= to);
        let mut numbers: Vec<String> = Vec::new();
        for citation in self.citations.get(first..last).unwrap_or_default() {
            let id = citation.value.id();
            if compatible(&citation.value, head) && !numbers.contains(&id) {
                numbers.push(id);
            }
        }
        numbers
    }
}

/// So many candidates at most are told apart; more are as good as none.
const MOST: usize = 8;

/// How many citations back a document is looked for.
const FAR: usize = 400;

/// Whether a citation may be meant by a kind word: *Nghị quyết* never means a *Nghị định*, but a
/// *Chương trình hành động* may be called a *Chương trình*.
pub(super) fn compatible(citation: &Citation<'_>, head: &Head) -> bool {
    let Some(kind) = citation.kind.as_deref() else {
        return false;
    };
    kind == head.name
        || kind.starts_with(&format!("{} ", head.name))
        || head.name.starts_with(&format!("{kind} "))
}
