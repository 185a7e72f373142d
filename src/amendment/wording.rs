//! The new wording that an instruction brings: where it begins and ends, and which part of it is
//! whose.

use super::statement::Statement;
use crate::outline::OutlineNode;
use crate::provision::{Level, Target};
use crate::reading::{Reading, is_quotation_mark};
use crate::span::{Found, Span};

pub(super) struct Wording<'a, 't> {
    pub(super) reading: &'a Reading<'t>,
    pub(super) nodes: &'a [Found<'t, OutlineNode<'t>>],
}

/// Where the new wording stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Region {
    /// Its words, with their quotation marks.
    pub(super) words: Span,
    /// Where the document itself goes on.
    pub(super) past: usize,
}

impl Wording<'_, '_> {
    /// The new wording of the instruction at `span`: the quotation in it, or the one
    /// that begins in the next line. Where marks are missing, it ends before the next unit of the
    /// document itself; at byte `stop` it ends in any case.
    pub(super) fn below(&self, statement: &Statement, span: Span, stop: usize) -> Option<Region> {
        let text = self.reading.text();
        let lines = self.reading.lines();
        let end = span.end;
        let next = lines.partition_point(|line| line.start < end);
        let start = match statement.wording {
            Some(start) => start,
            None => lines.get(next)?.start,
        };
        let cap = self.cap(span.start, end).min(stop);
        if start >= cap {
            return None;
        }
        let marked = text[start..].starts_with(is_quotation_mark);
        if !marked && !self.is_quoted(start) {
            return None;
        }
        let mut past = match self.quotation(start) {
            Some(quotation) if marked => quotation.end.min(cap),
            _ => cap,
        };
        // Every paragraph in marks of its own.
        loop {
            let next = lines.partition_point(|line| line.start < past);
            let Some(line) = lines.get(next).filter(|line| line.start < cap) else {
                break;
            };
            match self.quotation(line.start) {
                Some(more) if more.end >= line.end - PUNCTUATION => past = more.end.min(cap),
                _ => break,
            }
        }
        let words = Span::new(start, start + text[start..past].trim_end().len());
        Some(Region { words, past })
    }

    /// Whether a unit of another act begins at byte `at`.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        let node = self.nodes.get(self.node_at(at));
        node.is_some_and(|n| n.span.start == at && n.value.quoted)
    }

    fn quotation(&self, start: usize) -> Option<Span> {
        let all = self.reading.quotations();
        let i = all.partition_point(|q| q.start < start);
        let text = self.reading.text();
        let says = |q: &Span| !q.of(text).trim_matches(is_quotation_mark).is_empty();
        all.get(i).copied().filter(|q| q.start == start && says(q))
    }

    /// The first of the units that begin at byte `at` or behind it.
    fn node_at(&self, at: usize) -> usize {
        self.nodes.partition_point(|n| n.span.start < at)
    }

    /// The next unit of the document itself behind byte `end`, or the end of the unit that instructs.
    fn cap(&self, start: usize, end: usize) -> usize {
        let next = self.node_at(end);
        let own = self.nodes[next..].iter().find(|n| !n.value.quoted);
        let around = self.nodes[..next]
            .iter()
            .rev()
            .take(DEEPEST)
            .find(|n| !n.value.quoted && n.value.extent.end > start);
        let around = around.map_or(self.reading.text().len(), |n| n.value.extent.end);
        own.map_or(around, |n| n.span.start.min(around.max(end)))
    }

    /// The part of the wording `whole` that is the unit `target` where the larger unit around it stands in
    /// front: *“10. Biện pháp gồm:⏎c) Nộp lại giấy;”* for point c of clause 10.
    pub(super) fn within(&self, whole: Span, target: &Target) -> Option<Span> {
        let text = whole.of(self.reading.text());
        let head = text.trim_start_matches(|c: char| is_quotation_mark(c) || c == ' ');
        let node = self.nodes.get(self.node_at(whole.end - head.len()))?;
        let unit = &node.value;
        let smaller = Level::ALL
            .into_iter()
            .any(|l| l > unit.level && target.get(l).is_some());
        let around = unit.quoted && node.span.start < whole.end && smaller;
        match around && target.get(unit.level) == Some(&*unit.label) {
            true => self.part(whole, target, false),
            false => None,
        }
    }

    /// The part of the wording `whole` that is the unit `target`; its announcement alone where only its
    /// heading is meant.
    pub(super) fn part(&self, whole: Span, target: &Target, heading: bool) -> Option<Span> {
        let named = |level: &Level| target.get(*level).is_some();
        // The words of a unit in front of the units in it are its announcement.
        let lead = target
            .get(Level::Paragraph)
            .is_some_and(|which| which.ends_with("đầu"));
        let (skipped, heading) = (usize::from(lead), heading || lead);
        let level = Level::ALL.into_iter().rev().filter(named).nth(skipped)?;
        let label = target.get(level)?;
        let node = self.nodes[self.node_at(whole.start)..]
            .iter()
            .take_while(|n| n.span.start < whole.end)
            .find(|n| n.value.quoted && n.value.level == level && n.value.label == label);
        match node {
            Some(node) if heading => Some(node.span),
            Some(node) => {
                let end = node.value.extent.end.min(whole.end);
                Some(Span::new(node.span.start, end))
            }
            None if whole.len() > PARAGRAPH => None,
            None => self.inline(whole, level, label),
        }
    }

    /// The same in wording of one paragraph, from the marker of the unit to the next one of its level:
    /// *“e1) Viện nghiên cứu; e2) Doanh nghiệp.”*
    fn inline(&self, whole: Span, level: Level, label: &str) -> Option<Span> {
        let text = whole.of(self.reading.text());
        let sign = match level {
            Level::Clause => '.',
            Level::Point => ')',
            _ => return None,
        };
        let mut units = text.match_indices(sign).filter_map(|(at, _)| {
            let before = &text[..at];
            let marker = before.rfind(|c: char| !c.is_alphanumeric());
            let start = marker.map_or(0, |at| {
                at + before[at..].chars().next().map_or(1, char::len_utf8)
            });
            let left = before[..start].trim_end();
            let begins = left.is_empty()
                || left.ends_with(|c: char| matches!(c, '.' | ';' | ':') || is_quotation_mark(c));
            let is_marker = match level {
                Level::Point => {
                    before[start..]
                        .chars()
                        .filter(|c| c.is_alphabetic())
                        .count()
                        == 1
                }
                _ => before[start..].starts_with(|c: char| c.is_ascii_digit()),
            };
            (begins && is_marker).then(|| (start, &before[start..]))
        });
        let (start, _) = units.find(|&(_, marker)| marker == label)?;
        let end = units.next().map_or(text.len(), |(next, _)| next);
        let words = text[start..end].trim_end();
        Some(Span::new(
            whole.start + start,
            whole.start + start + words.len(),
        ))
    }
}

/// The longest paragraph in which units stand one behind the other, in bytes.
const PARAGRAPH: usize = 20_000;

/// Bytes of punctuation that may follow a closing mark.
const PUNCTUATION: usize = 2;

/// An instruction stands in the innermost units.
const DEEPEST: usize = 4;

fn count_marks(text: &str) -> usize {
    // Every mark is `"` or begins with one of two bytes.
    let heads = memchr::memchr3_iter(b'"', 0xE2, 0xC2, text.as_bytes());
    heads
        .filter(|&at| text[at..].starts_with(is_quotation_mark))
        .count()
}

/// `span` without space, its quotation marks and the punctuation behind them.
pub(super) fn bare(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let opened = words.trim_start().trim_start_matches(is_quotation_mark);
    let marked = opened.len() < words.trim_start().len();
    let start = span.end - opened.trim_start().len();
    let mut kept = text[start..span.end].trim_end();
    let unpunctuated = kept.trim_end_matches(['.', ';', ',']).trim_end();
    if let Some(closed) = unpunctuated.strip_suffix(is_quotation_mark) {
        let pairs = !marked || count_marks(closed).is_multiple_of(2);
        if pairs {
            kept = closed.trim_end();
        }
    }
    Span::new(start, start + kept.len())
}
