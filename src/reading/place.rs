//! The one hand that grammars read with.

use super::phrases::Phrases;
use super::{Gap, Reading, Word, WordId};

/// A place between words: in front of word `index`, behind word `index - 1`. It moves both ways, and
/// only when what it was asked for is there. Copy it to look ahead; assign the copy back to accept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'r, 't> {
    reading: &'r Reading<'t>,
    index: usize,
}

impl<'r, 't> Place<'r, 't> {
    pub(super) fn new(reading: &'r Reading<'t>, index: usize) -> Self {
        Place { reading, index }
    }

    #[inline]
    pub(crate) fn reading(self) -> &'r Reading<'t> {
        self.reading
    }

    /// The number of the word in front of which this is.
    #[inline]
    pub(crate) fn index(self) -> usize {
        self.index
    }

    /// The word to the right.
    #[inline]
    pub(crate) fn word(self) -> Option<Word> {
        self.reading.word(self.index)
    }

    /// The word to the left.
    #[inline]
    pub(crate) fn previous(self) -> Option<Word> {
        self.reading.word(self.index.checked_sub(1)?)
    }

    /// What the word to the right is; `UNKNOWN` at the end of the text.
    #[inline]
    pub(crate) fn id(self) -> WordId {
        self.reading.id(self.index)
    }

    /// What the word to the left is; `UNKNOWN` at the beginning of the text.
    #[inline]
    pub(crate) fn id_before(self) -> WordId {
        match self.index {
            0 => WordId::UNKNOWN,
            index => self.reading.id(index - 1),
        }
    }

    /// What stands between the words to both sides.
    #[inline]
    pub(crate) fn gap(self) -> Gap {
        self.reading.gap(self.index)
    }

    /// The bytes between the words to both sides.
    #[inline]
    pub(crate) fn between(self) -> &'t str {
        self.reading.between(self.index)
    }

    /// The byte at which the word to the right begins; the end of the text behind the last one.
    #[inline]
    pub(crate) fn start(self) -> usize {
        self.word()
            .map_or(self.reading.text().len(), |word| word.start)
    }

    /// The byte behind the word to the left; 0 before the first one.
    #[inline]
    pub(crate) fn end(self) -> usize {
        self.previous().map_or(0, |word| word.end)
    }

    /// The next place to the right; stays at the end.
    #[inline]
    #[must_use]
    pub(crate) fn next(self) -> Self {
        Place {
            index: (self.index + 1).min(self.reading.len()),
            ..self
        }
    }

    /// The next place to the left; stays at the beginning.
    #[inline]
    #[must_use]
    pub(crate) fn back(self) -> Self {
        Place {
            index: self.index.saturating_sub(1),
            ..self
        }
    }

    /// The longest of `phrases` that begins with the word to the right, and the place behind it.
    #[inline]
    pub(crate) fn phrase<T>(self, phrases: &Phrases<T>) -> Option<(&T, Self)> {
        let node = phrases.forward().first(self.id())?;
        let mut best = None;
        self.each_phrase_from(node, phrases, |value, behind| best = Some((value, behind)));
        best
    }

    /// Every one of `phrases` that begins with the word to the right, shorter ones first.
    #[inline]
    pub(crate) fn each_phrase<'p, T>(self, phrases: &'p Phrases<T>, see: impl FnMut(&'p T, Self)) {
        // Most words begin no phrase.
        if let Some(node) = phrases.forward().first(self.id()) {
            self.each_phrase_from(node, phrases, see);
        }
    }

    fn each_phrase_from<'p, T>(
        self,
        mut node: u32,
        phrases: &'p Phrases<T>,
        mut see: impl FnMut(&'p T, Self),
    ) {
        let trie = phrases.forward();
        let mut place = self.next();
        if place.index == self.index {
            return;
        }
        loop {
            if let Some(value) = trie.value_at(node) {
                see(phrases.value(value), place);
            }
            if place.index >= self.reading.len() {
                return;
            }
            let sign = || place.gap().within_phrase();
            let Some(next) = trie.next(node, place.id(), sign) else {
                return;
            };
            node = next;
            place = place.next();
        }
    }

    /// Reads the longest of `phrases` to the right.
    pub(crate) fn eat<T: Copy>(&mut self, phrases: &Phrases<T>) -> Option<T> {
        let (&value, behind) = self.phrase(phrases)?;
        *self = behind;
        Some(value)
    }

    /// The longest of `phrases` that ends with the word to the left, and the place before it.
    #[inline]
    pub(crate) fn phrase_before<T>(self, phrases: &Phrases<T>) -> Option<(&T, Self)> {
        let node = phrases.backward().first(self.id_before())?;
        let mut best = None;
        self.each_phrase_before_from(node, phrases, |value, before| best = Some((value, before)));
        best
    }

    /// Every one of `phrases` that ends with the word to the left, shorter ones first.
    #[inline]
    pub(crate) fn each_phrase_before<'p, T>(
        self,
        phrases: &'p Phrases<T>,
        see: impl FnMut(&'p T, Self),
    ) {
        if let Some(node) = phrases.backward().first(self.id_before()) {
            self.each_phrase_before_from(node, phrases, see);
        }
    }

    fn each_phrase_before_from<'p, T>(
        self,
        mut node: u32,
        phrases: &'p Phrases<T>,
        mut see: impl FnMut(&'p T, Self),
    ) {
        let trie = phrases.backward();
        let mut place = self.back();
        if place.index == self.index {
            return;
        }
        loop {
            if let Some(value) = trie.value_at(node) {
                see(phrases.value(value), place);
            }
            if place.index == 0 {
                return;
            }
            let sign = || place.gap().within_phrase();
            let Some(next) = trie.next(node, place.id_before(), sign) else {
                return;
            };
            node = next;
            place = place.back();
        }
    }

    /// Reads the longest of `phrases` to the left.
    pub(crate) fn eat_back<T: Copy>(&mut self, phrases: &Phrases<T>) -> Option<T> {
        let (&value, before) = self.phrase_before(phrases)?;
        *self = before;
        Some(value)
    }

    /// Reads the word to the right if it is `id`, with nothing but space (or nothing) before it.
    pub(crate) fn eat_word(&mut self, id: WordId) -> bool {
        let there = self.id() == id && self.gap().is_soft();
        if there {
            *self = self.next();
        }
        there
    }

    /// The digits to the right.
    #[inline]
    pub(crate) fn number(self) -> Option<&'t str> {
        (self.id() == WordId::NUMBER).then(|| self.reading.slice(self.index))
    }
}
