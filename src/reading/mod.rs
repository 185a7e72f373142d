//! The text is read once: words, lines, sentences, clauses, brackets and quotations, for every
//! grammar.
//!
//! A [`Reading`] is made of flowing text, in which a line end ends a paragraph. Words are told
//! apart and named at once, for that is what every recogniser asks for at every step; signs are
//! marked when the first one asks, so that a short string stays cheap.

mod blocks;
mod gap;
mod marks;
mod phrases;
mod place;
pub(crate) mod quotes;
pub(crate) mod steps;
mod vocabulary;
mod words;

use once_cell::unsync::OnceCell;

use crate::span::Span;
use crate::text::letters::is_alphabetic;
use marks::Marks;
use words::Words;

pub(crate) use gap::Gap;
pub(crate) use marks::Line;
pub(crate) use phrases::Phrases;
pub(crate) use place::Place;
pub(crate) use quotes::is_quotation_mark;
pub(crate) use vocabulary::{Vocabulary, WordId};

/// The longest text that is read, in bytes: a little below 4 GiB, for places take four bytes. In a
/// longer one nothing is found.
pub const MAX_LEN: usize = u32::MAX as usize - 0xFF;

/// A text as all grammars see it.
#[derive(Debug)]
pub(crate) struct Reading<'t> {
    text: &'t str,
    words: Words,
    marks: OnceCell<Marks>,
}

/// A word: letters, or digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Offset of its first byte.
    pub(crate) start: usize,
    /// Offset just past its last byte.
    pub(crate) end: usize,
    pub(crate) id: WordId,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Case {
    Lower,
    /// The first letter is a capital, some other one is not.
    Title,
    /// All letters are capitals; a single capital too.
    Upper,
    /// No letter at the front.
    Digit,
}

impl Case {
    #[inline]
    pub(crate) fn is_capital(self) -> bool {
        matches!(self, Case::Title | Case::Upper)
    }
}

impl<'t> Reading<'t> {
    /// Reads `text`, which must be clean and flowing; words are those of `vocabulary`. One that is too
    /// long counts as empty.
    pub(crate) fn new(text: &'t str, vocabulary: &Vocabulary) -> Self {
        let text = if text.len() > MAX_LEN { "" } else { text };
        Reading {
            text,
            words: Words::of(text, vocabulary),
            marks: OnceCell::new(),
        }
    }

    /// The text.
    #[inline]
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// How many words there are.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Word `i`.
    #[inline]
    pub(crate) fn word(&self, i: usize) -> Option<Word> {
        steps::take(1);
        let row = self.words.row(i)?;
        Some(Word {
            start: row.start(),
            end: row.end(self.text),
            id: row.id(),
        })
    }

    /// What each word is, from word `from` on.
    pub(crate) fn ids(&self, from: usize) -> impl Iterator<Item = WordId> {
        let rows = self.words.rows().get(from..).unwrap_or_default();
        rows.iter().map(|row| row.id())
    }

    /// What word `i` is; `UNKNOWN` past the end.
    #[inline]
    pub(crate) fn id(&self, i: usize) -> WordId {
        steps::take(1);
        self.words.row(i).map_or(WordId::UNKNOWN, |row| row.id())
    }

    /// Word `i` as written; empty past the end.
    pub(crate) fn slice(&self, i: usize) -> &'t str {
        self.word(i)
            .map_or("", |word| &self.text[word.start..word.end])
    }

    /// How word `i` is written; `Digit` past the end.
    #[inline]
    pub(crate) fn case(&self, i: usize) -> Case {
        steps::take(1);
        self.words.row(i).map_or(Case::Digit, |row| row.case())
    }

    /// The bytes between word `i - 1` and word `i`: from the beginning of the text, to its end.
    pub(crate) fn between(&self, i: usize) -> &'t str {
        let start = i
            .checked_sub(1)
            .and_then(|i| self.word(i))
            .map_or(0, |word| word.end);
        let end = self.word(i).map_or(self.text.len(), |word| word.start);
        &self.text[start..end]
    }

    /// What stands between word `i - 1` and word `i`; a [`Gap::LineEnd`] at both ends of the text.
    #[inline]
    pub(crate) fn gap(&self, i: usize) -> Gap {
        steps::take(1);
        self.words.row(i).map_or(Gap::LineEnd, |row| row.gap())
    }

    /// The place in front of the first word that begins at byte `at` or behind it.
    #[inline]
    pub(crate) fn place_at(&self, at: usize) -> Place<'_, 't> {
        Place::new(self, self.words.first_from(at))
    }

    /// The place in front of word `i`.
    #[inline]
    pub(crate) fn place(&self, i: usize) -> Place<'_, 't> {
        Place::new(self, i.min(self.len()))
    }

    /// Every place at which one of `phrases` may begin: its first word is there.
    pub(crate) fn starts_of<'r, T>(
        &'r self,
        phrases: &'r Phrases<T>,
    ) -> impl Iterator<Item = Place<'r, 't>> {
        let trie = phrases.forward();
        let rows = self.words.rows().iter().enumerate();
        rows.filter(|(_, row)| trie.begins(row.id()))
            .map(|(i, _)| Place::new(self, i))
    }

    /// The first place from word `from` on at which one of `phrases` may begin.
    pub(crate) fn next_start<T>(&self, from: usize, phrases: &Phrases<T>) -> Option<Place<'_, 't>> {
        let next = self.next_start_in(from..self.len(), phrases);
        steps::take(next.unwrap_or(self.len()).saturating_sub(from));
        Some(Place::new(self, next?))
    }

    /// The first of the words `words` at which one of `phrases` may begin.
    pub(crate) fn next_start_in<T>(
        &self,
        words: std::ops::Range<usize>,
        phrases: &Phrases<T>,
    ) -> Option<usize> {
        let trie = phrases.forward();
        let from = words.start;
        let rows = self.words.rows();
        let rows = rows.get(from..words.end.min(rows.len()))?;
        let i = rows.iter().position(|row| trie.begins(row.id()))?;
        Some(from + i)
    }

    fn marks(&self) -> &Marks {
        self.marks.get_or_init(|| Marks::of(self.text))
    }

    /// The sentence around byte `at`, without the space around it and its full stop. A line end ends
    /// a sentence, a semicolon does not.
    pub(crate) fn sentence(&self, at: usize) -> Span {
        self.marks().sentence(self.text, at)
    }

    /// The clause around byte `at`: the part of its sentence between semicolons and colons. A byte
    /// inside a bracket has the clause inside that bracket; for one outside, what brackets hold
    /// does not count.
    pub(crate) fn clause(&self, at: usize) -> Span {
        self.marks().clause(self.text, at)
    }

    /// The innermost bracket around byte `at`, its marks included.
    pub(crate) fn bracket(&self, at: usize) -> Option<Span> {
        self.marks().bracket(at)
    }

    /// The first bracket that opens at byte `at` or behind it, its marks included.
    pub(crate) fn next_bracket(&self, at: usize) -> Option<Span> {
        self.marks().next_bracket(at)
    }

    /// The outermost quotation around byte `at`, its marks included.
    pub(crate) fn quotation(&self, at: usize) -> Option<Span> {
        self.marks().quotation(at)
    }

    /// Every quotation, outermost ones only, marks included, in order.
    pub(crate) fn quotations(&self) -> &[Span] {
        self.marks().quotations()
    }

    /// Lines that are not blank, without indent and trailing space, in order.
    pub(crate) fn lines(&self) -> &[Line] {
        self.marks().lines()
    }

    /// The line around byte `at`: the last one that begins there or before.
    pub(crate) fn line(&self, at: usize) -> Option<Line> {
        self.marks().line(at)
    }
}

/// How a word is written.
pub(crate) fn case(word: &str) -> Case {
    match word.as_bytes() {
        [b'a'..=b'z', ..] => return Case::Lower,
        [b'A'..=b'Z', b'a'..=b'z', ..] => return Case::Title,
        _ => {}
    }
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            if letters.all(|c| c.is_uppercase() || !is_alphabetic(c)) {
                Case::Upper
            } else {
                Case::Title
            }
        }
        Some(first) if is_alphabetic(first) => Case::Lower,
        _ => Case::Digit,
    }
}

#[cfg(test)]
mod tests;
