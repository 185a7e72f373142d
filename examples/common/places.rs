//! Where a place in the text that was read stands in the source, and in which unit it is counted.

use std::borrow::Cow;

use clap::ValueEnum;
use vanban::{Document, Offsets, Span};

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

impl From<Unit> for Offsets {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Bytes => Offsets::Bytes,
            Unit::Chars => Offsets::Chars,
            Unit::Utf16 => Offsets::Utf16,
        }
    }
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
    pub fn source_span(&self, span: Span) -> Span {
        let start = self.start(span.start());
        Span::try_from(start..self.end(span.end()).max(start)).unwrap_or_default()
    }
}

/// What is to be told of a file or a record beside its text.
pub type Notes = Vec<Cow<'static, str>>;

/// The text of a source and where it stands there.
pub struct Page {
    /// What is read.
    pub text: Excerpt,
    /// What offsets count in, where that is not the text itself.
    pub source: Option<String>,
    /// How many bytes were taken in.
    pub bytes: usize,
    /// What the reader should be told: the charset that was found, what was replaced.
    pub notes: Notes,
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

    /// What was found in the text, with offsets into what offsets count in.
    pub fn placed<'t>(&self, document: Document<'t>, unit: Unit) -> Document<'t> {
        match &self.source {
            Some(source) => document
                .relocate(|span| self.text.source_span(span))
                .recount(source, unit.into()),
            None => document.recount(&self.text.text, unit.into()),
        }
    }
}
