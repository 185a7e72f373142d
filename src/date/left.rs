//! Walking to the left of a date, word by word.

use super::lexer::{is_letter, is_word};

/// Walks to the left, word by word, never before `floor`.
#[derive(Clone, Copy)]
pub(super) struct Left<'t> {
    text: &'t str,
    floor: usize,
    pub(super) pos: usize,
}

impl<'t> Left<'t> {
    pub(super) fn new(text: &'t str, floor: usize, pos: usize) -> Self {
        Left { text, floor, pos }
    }

    fn rest(self) -> &'t str {
        &self.text[self.floor..self.pos]
    }

    /// The character just left of the position.
    pub(super) fn peek(self) -> Option<char> {
        self.rest().chars().next_back()
    }

    /// Skips white space with at most one line break.
    pub(super) fn skip_space(&mut self) {
        let trimmed = self
            .rest()
            .trim_end_matches([' ', '\t', '\n', '\r', '\u{a0}', '*']);
        let gone = &self.rest()[trimmed.len()..];
        if gone.bytes().filter(|&b| b == b'\n').count() <= 1 {
            self.pos = self.floor + trimmed.len();
        }
    }

    /// Skips `c` if it stands there.
    pub(super) fn skip(&mut self, c: char) -> bool {
        let there = self.peek() == Some(c);
        if there {
            self.pos -= c.len_utf8();
        }
        there
    }

    /// Takes the word to the left, spaces before it skipped; `None` at punctuation.
    pub(super) fn word(&mut self) -> Option<&'t str> {
        let mut at = *self;
        at.skip_space();
        let rest = at.rest();
        let start = rest
            .char_indices()
            .rev()
            .take_while(|&(_, c)| is_word(c))
            .last()
            .map(|(i, _)| i)?;
        self.pos = self.floor + start;
        Some(&rest[start..])
    }

    /// Whether the word to the left is one of `words`; takes it if so.
    pub(super) fn take(&mut self, words: &[&str]) -> bool {
        let mut at = *self;
        let taken = at.word().is_some_and(|word| is_one_of(word, words));
        if taken {
            *self = at;
        }
        taken
    }

    /// Whether the word to the left is one of `words`.
    pub(super) fn is(self, words: &[&str]) -> bool {
        let mut at = self;
        at.take(words)
    }

    /// The number to the left, in digits or words: *45*, *mười hai*, *ba mươi sáu*, *năm (05)*.
    pub(super) fn count(&mut self) -> Option<u16> {
        let mut at = *self;
        at.skip_space();
        let count = if at.skip(')') {
            let inside = at.plain_count();
            if !at.skip('(') {
                return None;
            }
            let outside = at.plain_count();
            inside.or(outside)?
        } else {
            at.plain_count()?
        };
        *self = at;
        Some(count)
    }

    fn plain_count(&mut self) -> Option<u16> {
        let mut at = *self;
        let word = at.word()?;
        let count = if word.starts_with(|c: char| c.is_ascii_digit()) {
            (word.len() <= 4).then(|| word.parse().ok()).flatten()?
        } else if is_one_of(word, &["mười"]) {
            10
        } else if is_one_of(word, &["mươi"]) {
            10 * digit(at.word()?)?
        } else {
            let units = digit(word)?;
            let mut tens = at;
            if at.take(&["mười"]) {
                10 + units
            } else if let Some(ten) = tens.take(&["mươi"]).then(|| digit(tens.word()?)).flatten()
            {
                at = tens;
                10 * ten + units
            } else {
                units
            }
        };
        *self = at;
        Some(count)
    }
}

/// The number that the word for a digit means, also in its form behind *mươi*.
fn digit(word: &str) -> Option<u16> {
    const DIGITS: [(&str, u16); 12] = [
        ("một", 1),
        ("hai", 2),
        ("ba", 3),
        ("bốn", 4),
        ("năm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("tám", 8),
        ("chín", 9),
        ("mốt", 1),
        ("tư", 4),
        ("lăm", 5),
    ];
    DIGITS
        .iter()
        .find(|(name, _)| is_one_of(word, &[name]))
        .map(|&(_, digit)| digit)
}

/// Whether `word` is one of `words`, which are in lower case.
pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|want| {
        let mut have = word.chars();
        want.chars()
            .all(|w| have.next().is_some_and(|c| is_letter(c, w)))
            && have.next().is_none()
    })
}
