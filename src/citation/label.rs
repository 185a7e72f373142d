//! Short names that a text gives to documents: *(sau đây gọi tắt là Nghị định số 30)*.

use once_cell::sync::Lazy;

use super::carried::{Carried, Via};
use super::words::{HEREAFTER, SEVERAL};
use super::{Citation, Findings, reference};
use crate::document_id::DocumentId;
use crate::reading::{Phrases, Reading, is_quotation_mark};
use crate::span::{Found, Span};
use crate::tables::kinds::Kinds;
use crate::tables::{CITATION_WORDS, VOCABULARY};
use crate::text::fold;

/// A short name.
pub(super) struct Label<'x> {
    /// The kind word that it begins with.
    pub(super) kind: &'x str,
    /// The name in lower case.
    pub(super) words: String,
    /// Whether it is a kind word and nothing else.
    pub(super) bare: bool,
    /// Whether it is one of several documents together: *các Thông tư*.
    pub(super) plural: bool,
    /// Where it is given; it holds from there on.
    pub(super) span: Span,
    /// The documents it stands for.
    pub(super) ids: Vec<DocumentId>,
    pub(super) via: Option<Via>,
}

/// The longest name that is taken for one, in bytes.
const LONGEST: usize = 120;

/// What leads in a name; whether it is one of several documents.
static CALLS: Lazy<Phrases<bool>> = Lazy::new(|| {
    let of_role = |role, several| {
        let rows = CITATION_WORDS.rows_of(role);
        rows.map(move |[_, phrase]| (phrase, several))
    };
    let phrases = of_role("called", false).chain(of_role("all_called", true));
    Phrases::new(&VOCABULARY, phrases)
});

/// A place where a text gives a name, whatever has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Naming {
    /// Where the words that lead in the name begin.
    start: usize,
    /// The name, which begins with a kind word.
    name: Span,
    several: bool,
    /// Whether *các* leads the name.
    plural: bool,
}

/// Every such place, in order.
pub(super) fn namings(reading: &Reading<'_>, kinds: &Kinds) -> Vec<Naming> {
    let text = reading.text();
    let mut namings = Vec::new();
    for at in reading.starts_of(&CALLS) {
        let Some((&several, behind)) = at.phrase(&CALLS) else {
            continue;
        };
        let opens = at.between().ends_with('(');
        let led_in = at.gap().is_soft() && at.phrase_before(&HEREAFTER).is_some();
        let between = behind.between().trim();
        if !(opens || led_in) || !between.chars().all(|c| is_quotation_mark(c) || c == ':') {
            continue;
        }
        let begin = behind.start();
        // "(sau đây gọi chung là các Thông tư)".
        let plural = behind.phrase(&SEVERAL).map(|(_, kind)| kind);
        let kind = plural.filter(|kind| kind.gap().is_soft()).unwrap_or(behind);
        if kinds.announced_at(kind).is_none() {
            continue;
        }
        let ends = |c: char| matches!(c, ')' | ',' | ';' | '.' | '\n') || is_quotation_mark(c);
        // No farther than the longest name: a text may have no sign that ends it.
        let most = (begin + LONGEST + 1).min(text.len());
        let most = (begin..=most).rfind(|&at| text.is_char_boundary(at));
        let rest = &text[begin..most.unwrap_or(begin)];
        let name = match rest.find(ends).filter(|&end| end <= LONGEST) {
            Some(end) => &rest[..end],
            None if rest.len() <= LONGEST => rest,
            None => continue,
        };
        let end = begin + name.trim_end().len();
        if end <= kind.start() {
            continue;
        }
        namings.push(Naming {
            start: at.start(),
            name: Span::new(kind.start(), end),
            several: several || plural.is_some(),
            plural: plural.is_some(),
        });
    }
    namings
}

/// Every name that `text` gives to a document, in order. A name that might be that of two
/// documents is left out.
pub(super) fn find<'x>(
    findings: &Findings<'x, '_>,
    citations: &[Found<'_, Citation<'_>>],
    carried: &[Carried<'x>],
) -> Vec<Label<'x>> {
    let text = findings.text;
    let mut labels = Vec::new();
    for naming in findings.namings() {
        let Naming {
            start,
            several,
            plural,
            ..
        } = *naming;
        let (begin, name) = (naming.name.start, naming.name.of(text));
        let kinds = &findings.tables.kinds;
        let Some((head, kind_end)) = kinds.announced_at(findings.place(begin)) else {
            continue;
        };
        let kind_end = kind_end.end();
        let words = name.to_lowercase();
        let clause = findings.sentence_start(start);
        let first = citations.partition_point(|c| c.span.start < clause);
        let last = citations.partition_point(|c| c.span.end <= start);
        let mut ids: Vec<DocumentId> = Vec::new();
        let named = |citation: &Citation<'_>| {
            citation.number.as_ref().is_some_and(|number| {
                let serial = words.rsplit(' ').next().unwrap_or_default();
                number.serial().trim_start_matches('0') == serial.trim_start_matches('0')
            }) || citation.title.as_ref().is_some_and(|title| {
                let name = text.get(kind_end..begin + name.len()).unwrap_or_default();
                fold::same(&title.text, name.trim())
            })
        };
        let fit = citations
            .get(first..last)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(FAR)
            .filter(|citation| reference::compatible(&citation.value, head));
        for citation in fit.take(MOST) {
            let id = citation.value.id.clone();
            if named(&citation.value) && !several {
                ids = vec![id];
                break;
            }
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.reverse();
        let mut via = None;
        if ids.is_empty() {
            let last = carried.partition_point(|c| c.from <= start);
            let near = carried[..last].iter().rev().take(MOST);
            if let Some(one) = near
                .take_while(|c| c.from >= clause)
                .find(|c| c.kind == head.name)
            {
                ids.push(one.carrier.clone());
                via = Some(one.via);
            }
        }
        if ids.is_empty() || ids.len() > 1 && !several {
            continue;
        }
        labels.push(Label {
            kind: &head.name,
            bare: kind_end == begin + name.len(),
            plural,
            words,
            span: Span::new(start, begin + name.len()),
            ids,
            via,
        });
    }
    labels
}

/// How many citations back the document is looked for.
const FAR: usize = 200;

/// More documents than one name is given to; it bounds the work of one look.
const MOST: usize = 30;

/// How many names of one kind are remembered, the last ones.
const REMEMBERED: usize = 32;

/// The names by their kind, for look-up at a place in the text.
pub(super) struct Labels<'x> {
    labels: Vec<Label<'x>>,
}

impl<'x> Labels<'x> {
    pub(super) fn new(labels: Vec<Label<'x>>) -> Self {
        Labels { labels }
    }

    /// The longest name that stands at byte `at`, and where it ends.
    pub(super) fn at(&self, text: &str, at: usize, kind: &str) -> Option<(&Label<'x>, usize)> {
        let given = self.labels.partition_point(|label| label.span.end <= at);
        self.labels[..given]
            .iter()
            .rev()
            .take(REMEMBERED)
            .filter(|label| label.kind == kind)
            .filter_map(|label| {
                let end = at + fold::prefix(&text[at..], &label.words)?;
                let whole = !text[end..].starts_with(['/', '-', '–']);
                whole.then_some((label, end))
            })
            .max_by_key(|&(label, end)| (end, label.span.start))
    }

    /// Whether a name is given at `span`.
    pub(super) fn define(&self, span: Span) -> bool {
        let next = self
            .labels
            .partition_point(|label| label.span.end <= span.start);
        self.labels
            .get(next)
            .is_some_and(|label| label.span.overlaps(span))
    }
}
