//! What a word *is*: one rule of equality for everything that compares words.
//!
//! Two spellings are one word when they differ in case, in the place of the tone mark (*hòa*,
//! *hoà*, *qúy*), or in a last *i* or *y* alone behind its consonant (*lý*, *lí*). A vocabulary
//! writes out these spellings once, so that looking a word up compares its bytes and nothing else.

use std::collections::HashMap;

use super::{Case, case};
use crate::text::letters::{Vowel, is_alphanumeric};
use crate::text::tone::Syllable;

/// The identity of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(u16);

impl WordId {
    /// A word that no table has.
    pub(crate) const UNKNOWN: WordId = WordId(0);
    /// A run of ASCII digits.
    pub(crate) const NUMBER: WordId = WordId(1);
    const RESERVED: usize = 2;

    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The longest spelling that is looked up, in bytes. No Vietnamese syllable is longer.
const LONGEST: usize = 16;

/// All words that the tables know.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    /// Folded word to id.
    words: HashMap<Box<str>, WordId>,
    /// Open addressing: `slots` holds 1 + the index into `spellings`.
    slots: Vec<u16>,
    spellings: Vec<Spelling>,
}

/// A way to write a word: what the word is, and how it is written.
#[derive(Clone, Copy, Debug)]
struct Spelling {
    key: Key,
    id: WordId,
    case: Case,
}

/// The bytes of a spelling, zeros behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key(u64, u64);

impl Vocabulary {
    /// The vocabulary of `phrases`: every word of each of them.
    pub(crate) fn of<'w>(phrases: impl IntoIterator<Item = &'w str>) -> Self {
        let mut vocabulary = Vocabulary {
            words: HashMap::with_capacity(4096),
            slots: vec![0; 1 << 12],
            spellings: Vec::with_capacity(1 << 14),
        };
        vocabulary.extend(phrases);
        vocabulary
    }

    /// Adds the words of `phrases`; the ids of those that are known stay.
    pub(crate) fn extend<'w>(&mut self, phrases: impl IntoIterator<Item = &'w str>) {
        for phrase in phrases {
            for word in split_words(phrase) {
                self.add(word);
            }
        }
    }

    fn add(&mut self, word: &str) {
        if word.starts_with(|c: char| c.is_ascii_digit()) || self.find_exact(word).is_some() {
            return;
        }
        let folded = fold_word(word);
        if self.words.contains_key(folded.as_str()) {
            // A spelling that the rules do not write out, such as capitals within a word.
            return;
        }
        let id = WordId((WordId::RESERVED + self.words.len()) as u16);
        assert!(id.0 < u16::MAX, "a vocabulary holds 65,533 words");
        each_spelling(&folded, |spelling| self.insert(spelling, id));
        self.words.insert(folded.into(), id);
    }

    fn insert(&mut self, spelling: &str, id: WordId) {
        let Some(key) = key_of(spelling.as_bytes()) else {
            return;
        };
        if self.get(key).is_some() {
            return;
        }
        if (self.spellings.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let case = case(spelling);
        self.spellings.push(Spelling { key, id, case });
        assert!(
            self.spellings.len() < usize::from(u16::MAX),
            "too many spellings"
        );
        self.place(key, self.spellings.len() as u16);
    }

    fn place(&mut self, key: Key, number: u16) {
        let mask = self.slots.len() - 1;
        let mut slot = key.hash() & mask;
        while self.slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        self.slots[slot] = number;
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for i in 0..self.spellings.len() {
            self.place(self.spellings[i].key, i as u16 + 1);
        }
    }

    #[inline]
    fn get(&self, key: Key) -> Option<(WordId, Case)> {
        let mask = self.slots.len() - 1;
        let mut slot = key.hash() & mask;
        loop {
            let number = self.slots[slot];
            if number == 0 {
                return None;
            }
            let spelling = &self.spellings[usize::from(number) - 1];
            if spelling.key == key {
                return Some((spelling.id, spelling.case));
            }
            slot = (slot + 1) & mask;
        }
    }

    fn find_exact(&self, word: &str) -> Option<WordId> {
        let known = key_of(word.as_bytes()).and_then(|key| self.get(key))?;
        Some(known.0)
    }

    /// What the word at `start..end` of `text` is, letters only, and how it is written.
    #[inline]
    pub(super) fn look_up(&self, text: &str, start: usize, end: usize) -> (WordId, Case) {
        let len = end - start;
        let behind = text.as_bytes().get(start..);
        if let Some(sixteen) = behind.and_then(<[u8]>::first_chunk)
            && len <= LONGEST
            && let Some(known) = self.get(Key::of(sixteen, len))
        {
            return known;
        }
        self.look_up_rare(&text[start..end])
    }

    /// A word at the end of the text, or one that is not written out: none of the tables has it, or it has a
    /// capital behind its first letter that not all others are (*QuyếT*).
    #[inline(never)]
    fn look_up_rare(&self, word: &str) -> (WordId, Case) {
        if let Some(known) = key_of(word.as_bytes()).and_then(|key| self.get(key)) {
            return known;
        }
        let case = case(word);
        let bytes = word.as_bytes();
        let inner_capital = bytes.len() > 2 && bytes[1..].iter().any(u8::is_ascii_uppercase);
        let known = match inner_capital && bytes.len() <= LONGEST {
            true => self.words.get(fold_word(word).as_str()).copied(),
            false => None,
        };
        (known.unwrap_or(WordId::UNKNOWN), case)
    }

    /// The id of `word`.
    pub(crate) fn id(&self, word: &str) -> WordId {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return WordId::NUMBER;
        }
        self.find_exact(word)
            .or_else(|| self.words.get(fold_word(word).as_str()).copied())
            .unwrap_or(WordId::UNKNOWN)
    }

    /// How many ids there are: each is below.
    pub(crate) fn len(&self) -> usize {
        WordId::RESERVED + self.words.len()
    }
}

/// The words of a phrase as [`super::Words`] would split it: runs of letters, runs of digits.
pub(super) fn split_words(phrase: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (mut class, mut len) = Class::at(phrase, at)?;
        while class == Class::Sign {
            at += len;
            (class, len) = Class::at(phrase, at)?;
        }
        let start = at;
        at += len;
        while let Some((_, len)) = Class::at(phrase, at).filter(|&(next, _)| next == class) {
            at += len;
        }
        Some(&phrase[start..at])
    })
}

/// What a character is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Sign,
}

impl Class {
    /// That of the character at byte `at` of `text`, and how long that is.
    fn at(text: &str, at: usize) -> Option<(Class, usize)> {
        Some(match *text.as_bytes().get(at)? {
            b'0'..=b'9' => (Class::Digit, 1),
            byte if byte.is_ascii_alphabetic() => (Class::Letter, 1),
            byte if byte.is_ascii() => (Class::Sign, 1),
            // The letters of Vietnamese: Latin-1 and its extensions but for × and ÷, and the block
            // of letters with two marks.
            0xC3 if !matches!(text.as_bytes()[at + 1], 0x97 | 0xB7) => (Class::Letter, 2),
            0xC4..=0xC6 => (Class::Letter, 2),
            0xE1 if matches!(text.as_bytes()[at + 1], 0xBA | 0xBB) => (Class::Letter, 3),
            _ => {
                let c = text[at..].chars().next()?;
                let class = match is_alphanumeric(c) && !is_raised(c) {
                    true => Class::Letter,
                    false => Class::Sign,
                };
                (class, c.len_utf8())
            }
        })
    }
}

/// Raised digits and fractions count footnotes; they are no part of words.
pub(super) fn is_raised(c: char) -> bool {
    c.is_numeric() && !c.is_ascii_digit()
}

fn key_of(word: &[u8]) -> Option<Key> {
    let mut sixteen = [0; LONGEST];
    sixteen.get_mut(..word.len())?.copy_from_slice(word);
    Some(Key::of(&sixteen, word.len()))
}

impl Key {
    /// The key of the first `len` of the bytes.
    #[inline]
    fn of(sixteen: &[u8; LONGEST], len: usize) -> Key {
        const EIGHT: usize = LONGEST / 2;
        /// The lowest bytes of a number, by how many.
        const LOWEST: [u64; EIGHT + 1] = {
            let mut masks = [u64::MAX; EIGHT + 1];
            let mut bytes = 0;
            while bytes < EIGHT {
                masks[bytes] = (1 << (8 * bytes)) - 1;
                bytes += 1;
            }
            masks
        };
        let whole = u128::from_le_bytes(*sixteen);
        let (low, high) = (whole as u64, (whole >> 64) as u64);
        let behind = len.saturating_sub(EIGHT);
        Key(low & LOWEST[len - behind], high & LOWEST[behind])
    }

    #[inline]
    fn hash(self) -> usize {
        let mixed =
            self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ self.1.wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
        ((mixed ^ mixed >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
    }
}

/// Lower case, the tone taken off and written behind as a digit, a lone last *y* as *i*.
fn fold_word(word: &str) -> String {
    let mut folded = String::with_capacity(word.len() + 1);
    let mut tone = 0;
    for c in word.chars() {
        match Vowel::of(c) {
            Some(vowel) => {
                tone += vowel.tone;
                let bare = Vowel {
                    tone: 0,
                    upper: false,
                    ..vowel
                };
                folded.push(bare.letter());
            }
            None if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            None => folded.extend(c.to_lowercase()),
        }
    }
    if folded.ends_with('y') && Syllable::parse(&folded).is_some_and(|s| s.ends_in_lone_y()) {
        folded.pop();
        folded.push('i');
    }
    if tone > 0 {
        folded.push(char::from(b'0' + tone.min(9)));
    }
    folded
}

/// Every spelling of a folded word: the tone mark on each of its vowels, *i* and *y*, in lower
/// case, with a capital, in capitals.
fn each_spelling(folded: &str, mut see: impl FnMut(&str)) {
    let (base, tone) = match folded.as_bytes().last() {
        Some(digit) if digit.is_ascii_digit() => (&folded[..folded.len() - 1], digit - b'0'),
        _ => (folded, 0),
    };
    let mut letters: Vec<char> = base.chars().collect();
    cases(&mut letters, tone, &mut see);
    if letters.last() == Some(&'i') {
        if let Some(last) = letters.last_mut() {
            *last = 'y';
        }
        let with_y: String = letters.iter().collect();
        if Syllable::parse(&with_y).is_some_and(|s| s.ends_in_lone_y()) {
            cases(&mut letters, tone, &mut see);
        }
    }
}

fn cases(letters: &mut [char], tone: u8, see: &mut impl FnMut(&str)) {
    if tone == 0 || tone > 5 {
        in_three_cases(letters, see);
        return;
    }
    for i in 0..letters.len() {
        if let Some(vowel) = Vowel::of(letters[i]) {
            let plain = letters[i];
            letters[i] = Vowel { tone, ..vowel }.letter();
            in_three_cases(letters, see);
            letters[i] = plain;
        }
    }
}

fn in_three_cases(letters: &[char], see: &mut impl FnMut(&str)) {
    let upper = |c: char| match Vowel::of(c) {
        Some(vowel) => Vowel {
            upper: true,
            ..vowel
        }
        .letter(),
        None if c == 'đ' => 'Đ',
        None if c.is_ascii() => c.to_ascii_uppercase(),
        None => c.to_uppercase().next().unwrap_or(c),
    };
    let mut spelling = String::with_capacity(LONGEST);
    spelling.extend(letters);
    see(&spelling);
    spelling.clear();
    spelling.extend(letters.iter().enumerate().map(|(i, &c)| match i {
        0 => upper(c),
        _ => c,
    }));
    see(&spelling);
    if letters.len() > 1 {
        spelling.clear();
        spelling.extend(letters.iter().map(|&c| upper(c)));
        see(&spelling);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_have_one_id() {
        let vocabulary = Vocabulary::of(["thanh hóa, quý lý đắk ủy ban", "Thủ tướng", "7a"]);
        for (a, b) in [
            ("hóa", "HOÁ"),
            ("quý", "Qúy"),
            ("lý", "Lí"),
            ("ủy", "UỶ"),
            ("thủ", "tHỦ"),
            ("tướng", "TưỚnG"),
            ("đắk", "ĐẮK"),
        ] {
            assert_eq!(vocabulary.id(a), vocabulary.id(b), "{a} {b}");
            assert_ne!(vocabulary.id(a), WordId::UNKNOWN, "{a}");
            let (id, how) = vocabulary.look_up(b, 0, b.len());
            assert_eq!((id, how), (vocabulary.id(a), case(b)), "{b}");
        }
        for (a, b) in [
            ("hóa", "hoa"),
            ("đắk", "dak"),
            ("quý", "quy"),
            ("ban", "bạn"),
        ] {
            assert_ne!(vocabulary.id(a), vocabulary.id(b), "{a} {b}");
        }
        assert_eq!(vocabulary.id("12"), WordId::NUMBER);
        assert_eq!(vocabulary.id("khác"), WordId::UNKNOWN);
    }

    #[test]
    fn words_of_a_phrase() {
        let words: Vec<_> = split_words("khoản1Điều 5a, QH14 ¹x").collect();
        assert_eq!(words, ["khoản", "1", "Điều", "5", "a", "QH", "14", "x"]);
    }
}
