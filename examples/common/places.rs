//! Where a place in the text that was read stands in the source, and in which unit it is counted.

use std::borrow::Cow;

use clap::ValueEnum;
use serde_json::Value;
use vanban::{OffsetCounter, Offsets, Span};

/// The unit of offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Unit {
    /// UTF-8 bytes, as the library counts
    Bytes,
    /// Characters (code points), as Python counts
    Chars,
    /// UTF-16 code units, as JavaScript and Java count
    Utf16,
}

/// A stretch of the text and the stretch of the source that it was made from.
#[derive(Clone, Copy, Debug)]
struct Piece {
    text: usize,
    source: usize,
    source_end: usize,
    /// Byte for byte the same; otherwise one cannot be told apart further than as a whole.
    copied: bool,
}

/// A text that was taken out of a source, piece by piece.
#[derive(Debug, Default)]
pub struct Excerpt {
    pub text: String,
    pieces: Vec<Piece>,
}

impl Excerpt {
    /// Takes `words`, which stand at `source`.
    pub fn copy(&mut self, words: &str, source: usize) {
        let end = source + words.len();
        let copied = self
            .pieces
            .last_mut()
            .filter(|p| p.copied && p.source_end == source);
        match copied {
            Some(piece) => piece.source_end = end,
            None if words.is_empty() => {}
            None => self.pieces.push(Piece {
                text: self.text.len(),
                source,
                source_end: end,
                copied: true,
            }),
        }
        self.text.push_str(words);
    }

    /// Puts `words` in the place of what stands at `source..source_end`.
    pub fn put(&mut self, words: &str, source: usize, source_end: usize) {
        if words.is_empty() {
            return;
        }
        self.pieces.push(Piece {
            text: self.text.len(),
            source,
            source_end,
            copied: false,
        });
        self.text.push_str(words);
    }

    /// Takes white space off the end.
    pub fn trim_end(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        while let Some(piece) = self.pieces.last_mut() {
            if piece.text < self.text.len() {
                if piece.copied {
                    piece.source_end = piece.source + self.text.len() - piece.text;
                }
                break;
            }
            self.pieces.pop();
        }
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        let behind = self.pieces.partition_point(|piece| piece.text <= at);
        self.pieces.get(behind.checked_sub(1)?)
    }

    fn start(&self, at: usize) -> usize {
        match self.piece(at) {
            Some(piece) if piece.copied => (piece.source + at - piece.text).min(piece.source_end),
            Some(piece) => piece.source,
            None => 0,
        }
    }

    fn end(&self, at: usize) -> usize {
        match at.checked_sub(1).and_then(|last| self.piece(last)) {
            Some(piece) if piece.copied => piece.source + at - piece.text,
            Some(piece) => piece.source_end,
            None => 0,
        }
    }

    /// The bytes of the source that `span` of the text was made from.
    fn source_span(&self, span: Span) -> Span {
        let start = self.start(span.start);
        Span::new(start, self.end(span.end).max(start))
    }
}

/// From spans of the text that was read to the offsets that are printed.
pub struct Places<'s> {
    excerpt: Option<&'s Excerpt>,
    counter: Option<(Offsets, OffsetCounter<'s>)>,
}

impl<'s> Places<'s> {
    /// `source` is what offsets count in; `excerpt` how the text was taken out of it, if it is not
    /// the text itself.
    pub fn new(source: &'s str, excerpt: Option<&'s Excerpt>, unit: Unit) -> Self {
        let unit = match unit {
            Unit::Bytes => None,
            Unit::Chars => Some(Offsets::Chars),
            Unit::Utf16 => Some(Offsets::Utf16),
        };
        let counter = unit.map(|unit| (unit, OffsetCounter::new(source, unit)));
        Places { excerpt, counter }
    }

    /// Whether offsets are printed as the library gives them.
    pub fn are_plain(&self) -> bool {
        self.excerpt.is_none() && self.counter.is_none()
    }

    /// What offsets count, where that is no bytes.
    pub fn unit(&self) -> Option<Offsets> {
        self.counter.as_ref().map(|(unit, _)| *unit)
    }

    pub fn of(&self, span: Span) -> Span {
        let span = self
            .excerpt
            .map_or(span, |excerpt| excerpt.source_span(span));
        match &self.counter {
            Some((_, counter)) => counter.span(span),
            None => span,
        }
    }

    /// Counts every span of a document's JSON anew. A span is an array of two whole numbers, the
    /// second not smaller than the first; nothing else in a document is.
    pub fn recount(&self, value: &mut Value) {
        match value {
            Value::Array(items) => {
                let ends = match items.as_slice() {
                    [a, b] => a.as_u64().zip(b.as_u64()),
                    _ => None,
                };
                match ends {
                    Some((start, end)) => {
                        let span = self.of(Span::new(start as usize, end as usize));
                        *items = vec![span.start.into(), span.end.into()];
                    }
                    None => items.iter_mut().for_each(|item| self.recount(item)),
                }
            }
            Value::Object(fields) => fields.values_mut().for_each(|value| self.recount(value)),
            _ => {}
        }
    }
}

/// The text of a source and where it stands there.
pub struct Page {
    /// What is read.
    pub text: Excerpt,
    /// What offsets count in, where that is not the text itself.
    pub source: Option<String>,
    /// How many bytes were taken in.
    pub bytes: usize,
    /// What the reader should be told: the charset that was found, what was replaced.
    pub notes: Vec<Cow<'static, str>>,
}

impl Page {
    pub fn plain(text: String) -> Self {
        let bytes = text.len();
        let text = Excerpt {
            text,
            pieces: Vec::new(),
        };
        Page {
            text,
            source: None,
            bytes,
            notes: Vec::new(),
        }
    }

    pub fn places(&self, unit: Unit) -> Places<'_> {
        match &self.source {
            Some(source) => Places::new(source, Some(&self.text), unit),
            None => Places::new(&self.text.text, None, unit),
        }
    }
}
