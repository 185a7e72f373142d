//! Counting as markers count: numbers, letters in the Vietnamese order, Roman numerals.

use super::ListStyle;
use super::marker::UPPER;

/// Which markers count together. Two markers with the same shape are of one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) style: ListStyle,
    /// What else keeps lists of one style apart: upper from lower case, one bullet from
    /// another, two-level from three-level numbers, *Nhiệm vụ* from *Bước*.
    pub(super) variant: u32,
}

/// A place in the count; `minor` counts what was inserted later (`1a.`, `b1)`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ordinal {
    pub(super) major: u32,
    pub(super) minor: u32,
}

/// How one marker stands to the one before it in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The next in order.
    Next,
    /// The next in order but a letter that is not in the official alphabet (f, j, w, z).
    Foreign,
    /// The same once more.
    Repeat,
    /// So many are missing in between.
    Gap(u32),
    /// Not after it.
    No,
}

/// Letters count by twos, so that those outside the alphabet fit in between.
const ALPHABET: &str = "abcdđeghiklmnopqrstuvxy";
const FOREIGN: [(char, char); 4] = [('f', 'e'), ('j', 'i'), ('w', 'v'), ('z', 'y')];

/// The place of a lower-case letter among markers: a 2, b 4 … e 12, f 13, g 14 (domain: the
/// official order is a b c d đ e g h i k l m n o p q r s t u v x y).
pub(super) fn letter_rank(letter: char) -> Option<u32> {
    if let Some(&(_, before)) = FOREIGN.iter().find(|(foreign, _)| *foreign == letter) {
        return letter_rank(before).map(|rank| rank + 1);
    }
    let place = ALPHABET.chars().position(|c| c == letter)?;
    Some(2 * (place as u32 + 1))
}

impl ListStyle {
    /// Whether markers of this style count; dashes and bullets do not.
    pub(super) fn counts(self) -> bool {
        !matches!(
            self,
            ListStyle::Dash
                | ListStyle::Plus
                | ListStyle::Bullet
                | ListStyle::ParagraphsAfterColon
                | ListStyle::Table
        )
    }

    /// Whether its items have no marker at all.
    pub(super) fn is_bare(self) -> bool {
        self == ListStyle::ParagraphsAfterColon
    }

    pub(super) fn is_letter(self) -> bool {
        matches!(
            self,
            ListStyle::LetterParen
                | ListStyle::LetterDot
                | ListStyle::LetterSlash
                | ListStyle::LetterHyphen
                | ListStyle::ParenLetter
        )
    }

    /// How far out a style usually stands: parts of a plan first, bullets last.
    pub(super) fn depth(self, variant: u32) -> u8 {
        match self {
            ListStyle::RomanUpperDot
            | ListStyle::RomanUpperSlash
            | ListStyle::RomanUpperHyphen
            | ListStyle::RomanUpperParen => 0,
            ListStyle::LetterDot if variant == UPPER => 0,
            ListStyle::Labelled | ListStyle::OrdinalWords | ListStyle::MotLa => 1,
            ListStyle::ArabicDot | ListStyle::ArabicSlash | ListStyle::ArabicHyphen => 2,
            ListStyle::ArabicMulti => 3,
            ListStyle::Dash => 5,
            ListStyle::Plus | ListStyle::Bullet => 6,
            _ => 4,
        }
    }

    /// How `now` stands to `last` in a list of this style.
    pub(super) fn step(self, last: Ordinal, now: Ordinal) -> Step {
        if !self.counts() {
            return Step::Next;
        }
        if now.major == last.major {
            return match now.minor {
                minor if minor == last.minor + 1 => Step::Next,
                minor if minor == last.minor => Step::Repeat,
                _ => Step::No,
            };
        }
        if now.major < last.major || now.minor > 0 {
            return Step::No;
        }
        let ahead = now.major - last.major;
        if !self.is_letter() {
            return if ahead == 1 {
                Step::Next
            } else {
                Step::Gap(ahead - 1)
            };
        }
        match (now.major % 2, ahead) {
            (1, 1) => Step::Foreign,
            (_, 1 | 2) => Step::Next,
            _ => Step::Gap((ahead - 1) / 2),
        }
    }
}

/// The value of a well-formed Roman numeral up to 89 in the given letters.
pub(super) fn roman(word: &str, i: char, v: char, x: char, l: char, c: char) -> Option<u32> {
    if word.is_empty() || word.len() > 8 {
        return None;
    }
    let value = |letter: char| match letter {
        _ if letter == i => Some(1),
        _ if letter == v => Some(5),
        _ if letter == x => Some(10),
        _ if letter == l => Some(50),
        _ if letter == c => Some(100),
        _ => None,
    };
    let mut sum = 0;
    let mut last = 0;
    for letter in word.chars().rev() {
        let now = value(letter)?;
        if now < last {
            sum -= now
        } else {
            sum += now
        }
        last = last.max(now);
    }
    (sum > 0 && sum <= 100 && written(sum, i, v, x, l, c) == word).then_some(sum as u32)
}

/// The canonical numeral; a word that is not spelt like it (`IC`, `VV`) is none.
fn written(mut value: i32, i: char, v: char, x: char, l: char, c: char) -> String {
    let parts: [(i32, &[char]); 9] = [
        (100, &[c]),
        (90, &[x, c]),
        (50, &[l]),
        (40, &[x, l]),
        (10, &[x]),
        (9, &[i, x]),
        (5, &[v]),
        (4, &[i, v]),
        (1, &[i]),
    ];
    let mut out = String::new();
    for (size, letters) in parts {
        while value >= size {
            out.extend(letters);
            value -= size;
        }
    }
    out
}
