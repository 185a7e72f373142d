//! Text beside the bytes that it was decoded from.
//!
//! Most charsets give every character of a stretch the same number of bytes, so that a stretch is told by
//! where it begins and by the two widths of its characters.

use crate::span::Span;

/// A stretch of text whose units have all the same width, here and in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    text: usize,
    source: usize,
    text_unit: usize,
    source_unit: usize,
}

/// Text that was put together unit by unit, and the way back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Aligned {
    pub(super) text: String,
    runs: Vec<Run>,
    /// Where in the source the next unit stands.
    source: usize,
    /// The same as the last run expects it.
    expected: usize,
}

impl Aligned {
    /// Takes no text for so many bytes of the source.
    pub(super) fn skip(&mut self, source: usize) {
        self.source += source;
    }

    /// Puts one character for `source` bytes.
    pub(super) fn push(&mut self, c: char, source: usize) {
        self.begin(c.len_utf8(), source);
        self.text.push(c);
        self.end(source);
    }

    /// Puts text that is in the source as it is.
    pub(super) fn copy(&mut self, text: &str) {
        if !text.is_empty() {
            self.begin(1, 1);
            self.text.push_str(text);
            self.end(text.len());
        }
    }

    /// Puts what `other` holds; its source follows the one before.
    pub(super) fn append(&mut self, other: &Aligned) {
        let (text, source) = (self.text.len(), self.source);
        let moved = other.runs.iter().map(|run| Run {
            text: run.text + text,
            source: run.source + source,
            ..*run
        });
        self.runs.extend(moved);
        self.text.push_str(&other.text);
        self.source += other.source;
        self.expected = source + other.expected;
    }

    fn begin(&mut self, text_unit: usize, source_unit: usize) {
        let goes_on = self.expected == self.source
            && self
                .runs
                .last()
                .is_some_and(|run| (run.text_unit, run.source_unit) == (text_unit, source_unit));
        if !goes_on {
            self.runs.push(Run {
                text: self.text.len(),
                source: self.source,
                text_unit,
                source_unit,
            });
        }
    }

    fn end(&mut self, source: usize) {
        self.source += source;
        self.expected = self.source;
    }

    /// The characters with the width of each in the source. Text that was copied comes byte by byte wide
    /// characters included, so that this is for what was [pushed](Self::push) alone.
    pub(super) fn widths(&self) -> impl Iterator<Item = (char, usize)> {
        let mut run = 0;
        self.text.char_indices().map(move |(at, c)| {
            while self.runs.get(run + 1).is_some_and(|next| next.text <= at) {
                run += 1;
            }
            (c, self.runs[run].source_unit)
        })
    }

    /// Where the words at `span` of the text stand in the source: whole units, and what was skipped
    /// stays outside.
    pub(super) fn source_span(&self, span: Span) -> Span {
        let start = match self.run(span.start) {
            Some(run) => {
                let units = (span.start - run.text) / run.text_unit;
                run.source + units * run.source_unit
            }
            None => 0,
        };
        let end = match span.end.checked_sub(1).and_then(|last| self.run(last)) {
            Some(run) if !span.is_empty() => {
                let units = (span.end - run.text).div_ceil(run.text_unit);
                run.source + units * run.source_unit
            }
            _ => start,
        };
        Span::new(start.min(end), end)
    }

    /// The run that holds the byte at `at` of the text; behind the text, the last.
    fn run(&self, at: usize) -> Option<&Run> {
        let behind = self.runs.partition_point(|run| run.text <= at);
        self.runs.get(behind.checked_sub(1)?)
    }
}
