//! The text is read once: words, lines, sentences, clauses, brackets and quotations, for every
//! grammar.
//!
//! A [`Reading`] is made of flowing text, in which a line end ends a paragraph. Words are told
//! apart and named at once, for that is what every recogniser asks for at every step; signs are
//! marked when the first one asks, so that a short string stays cheap.

mod blocks;
mod marks;
mod phrases;
mod place;
mod quotes;
pub(crate) mod steps;
mod vocabulary;
mod words;

use std::cell::OnceCell;

use crate::span::Span;
use crate::text::letters::is_alphabetic;
use marks::Marks;
use words::Words;

pub(crate) use marks::Line;
pub(crate) use phrases::Phrases;
pub(crate) use place::Place;
pub(crate) use quotes::is_quotation_mark;
pub(crate) use vocabulary::{Vocabulary, WordId};

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
    pub(crate) fn is_capital(self) -> bool {
        matches!(self, Case::Title | Case::Upper)
    }
}

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing: letters and digits meet.
    Glued,
    /// Spaces; tabs and three spaces are between columns and are [`Other`](Gap::Other).
    Space,
    /// The end of a line, and so of a paragraph.
    LineEnd,
    /// A comma, with or without space.
    Comma,
    /// A hyphen or dash, with or without space.
    Dash,
    /// A full stop.
    Dot,
    /// A slash.
    Slash,
    /// A colon.
    Colon,
    /// An ampersand.
    And,
    /// Anything else.
    Other,
}

impl Gap {
    /// Nothing but space.
    pub(crate) fn is_soft(self) -> bool {
        matches!(self, Gap::Glued | Gap::Space)
    }

    /// Whether a phrase may go on over the gap: `Some(true)` when there is a sign in it.
    fn within_phrase(self) -> Option<bool> {
        match self {
            Gap::Glued | Gap::Space => Some(false),
            Gap::Comma | Gap::Dash | Gap::Dot | Gap::And => Some(true),
            _ => None,
        }
    }

    /// `between` is neither empty nor one of the common gaps.
    #[cold]
    fn of(between: &str) -> Gap {
        if between.as_bytes().contains(&b'\n') {
            return Gap::LineEnd;
        }
        // A space that does not break is a space.
        if between.chars().all(|c| matches!(c, ' ' | '\u{a0}')) {
            return match between.chars().count() {
                1 | 2 => Gap::Space,
                _ => Gap::Other,
            };
        }
        match between.trim_matches([' ', '\u{a0}']) {
            "\t" => Gap::Other,
            "," => Gap::Comma,
            "." => Gap::Dot,
            "/" => Gap::Slash,
            ":" => Gap::Colon,
            "&" => Gap::And,
            "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}" | "\u{2015}"
            | "\u{2212}" => Gap::Dash,
            _ => Gap::Other,
        }
    }
}

impl<'t> Reading<'t> {
    /// Reads `text`, which must be clean and flowing; words are those of `vocabulary`.
    pub(crate) fn new(text: &'t str, vocabulary: &Vocabulary) -> Self {
        Reading {
            text,
            words: Words::of(text, vocabulary),
            marks: OnceCell::new(),
        }
    }

    /// The text.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Word `i`.
    #[inline]
    pub(crate) fn word(&self, i: usize) -> Option<Word> {
        steps::take(1);
        let id = *self.words.ids().get(i)?;
        let start = self.words.start(i);
        Some(Word {
            start,
            end: self.words.end(i, start, self.text),
            id,
        })
    }

    /// What each word is.
    pub(crate) fn ids(&self) -> &[WordId] {
        self.words.ids()
    }

    /// What word `i` is; `UNKNOWN` past the end.
    #[inline]
    pub(crate) fn id(&self, i: usize) -> WordId {
        steps::take(1);
        self.words.ids().get(i).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// Word `i` as written; empty past the end.
    pub(crate) fn slice(&self, i: usize) -> &'t str {
        self.word(i)
            .map_or("", |word| &self.text[word.start..word.end])
    }

    /// How word `i` is written.
    pub(crate) fn case(&self, i: usize) -> Case {
        case(self.slice(i))
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
    pub(crate) fn gap(&self, i: usize) -> Gap {
        steps::take(1);
        if i == 0 || i >= self.len() {
            return Gap::LineEnd;
        }
        let start = self.words.start(i);
        let before = self.words.start(i - 1);
        let end = self.words.end(i - 1, before, self.text);
        // One space, mostly.
        match &self.text.as_bytes()[end..start] {
            [] => Gap::Glued,
            b" " => Gap::Space,
            b", " => Gap::Comma,
            _ => Gap::of(&self.text[end..start]),
        }
    }

    /// The place in front of the first word that begins at byte `at` or behind it.
    pub(crate) fn place_at(&self, at: usize) -> Place<'_, 't> {
        Place::new(self, self.words.first_from(at))
    }

    /// The place in front of word `i`.
    pub(crate) fn place(&self, i: usize) -> Place<'_, 't> {
        Place::new(self, i.min(self.len()))
    }

    /// Every place at which one of `phrases` may begin: its first word is there.
    pub(crate) fn starts_of<'r, T>(
        &'r self,
        phrases: &'r Phrases<T>,
    ) -> impl Iterator<Item = Place<'r, 't>> {
        let trie = phrases.forward();
        self.words
            .ids()
            .iter()
            .enumerate()
            .filter(|(_, id)| trie.first(**id).is_some())
            .map(|(i, _)| Place::new(self, i))
    }

    /// The first place from word `from` on at which one of `phrases` may begin.
    pub(crate) fn next_start<T>(&self, from: usize, phrases: &Phrases<T>) -> Option<Place<'_, 't>> {
        let trie = phrases.forward();
        let ids = self.words.ids().get(from..)?;
        let i = ids.iter().position(|&id| trie.first(id).is_some());
        steps::take(i.unwrap_or(ids.len()));
        Some(Place::new(self, from + i?))
    }

    /// The first of the words `words` at which one of `phrases` may begin.
    pub(crate) fn next_start_in<T>(
        &self,
        words: std::ops::Range<usize>,
        phrases: &Phrases<T>,
    ) -> Option<usize> {
        let trie = phrases.forward();
        let from = words.start;
        let ids = self.words.ids().get(words)?;
        let i = ids.iter().position(|&id| trie.first(id).is_some())?;
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
