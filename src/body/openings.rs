//! How names of bodies may begin: what the scan of a text looks for.

use super::words::in_word;
use crate::text::{tone_on_first_vowel, tone_on_second_vowel};

/// The first four bytes of names, in every spelling that the grammar takes for one.
#[derive(Clone, Debug)]
pub(super) struct Openings {
    /// Bytes at which a closer look pays: the last one of an opening's first letter, for the
    /// first one of `Đ` and `Ủ` is everywhere.
    marks: [bool; 256],
    /// Whether all of those are among the few that many bytes can be asked for at once.
    few: bool,
    /// Which four bytes, hashed, open a name.
    bits: Vec<u64>,
}

const DIGEST_BITS: u32 = 14;

/// Bytes of an opening.
const LENGTH: usize = 4;

impl Openings {
    /// The openings of `names`.
    pub fn new<'n>(names: impl Iterator<Item = &'n str>) -> Openings {
        let mut openings = Openings {
            marks: [false; 256],
            few: true,
            bits: vec![0; 1 << (DIGEST_BITS - 6)],
        };
        for name in names {
            for spelling in spellings(name) {
                openings.add(&spelling);
            }
        }
        openings.few = (0..=255u8).all(|b| is_usual(b) || !openings.marks[usize::from(b)]);
        openings
    }

    fn add(&mut self, name: &str) {
        let Some(first) = name.chars().next() else {
            return;
        };
        self.marks[usize::from(name.as_bytes()[first.len_utf8() - 1])] = true;
        let mut four = [b' '; LENGTH];
        let known = name.len().min(LENGTH);
        four[..known].copy_from_slice(&name.as_bytes()[..known]);
        if known == LENGTH {
            return self.set(four);
        }
        // Of a shorter name (*CA*, *BTV*) what follows is open: any sign, and then any byte.
        let signs = (0..=255u8).filter(|&b| !b.is_ascii() || !in_word(char::from(b)));
        for sign in signs {
            four[known] = sign;
            match known + 1 == LENGTH {
                true => self.set(four),
                false if sign == b' ' => self.add_all(four, known + 1),
                false => {}
            }
        }
    }

    fn add_all(&mut self, mut four: [u8; LENGTH], at: usize) {
        for byte in 0..=255u8 {
            four[at] = byte;
            match at + 1 == LENGTH {
                true => self.set(four),
                false => self.add_all(four, at + 1),
            }
        }
    }

    fn set(&mut self, four: [u8; LENGTH]) {
        let digest = Openings::digest(four);
        self.bits[digest / 64] |= 1 << (digest % 64);
    }

    fn digest(four: [u8; LENGTH]) -> usize {
        (u32::from_le_bytes(four).wrapping_mul(0x9E37_79B1) >> (32 - DIGEST_BITS)) as usize
    }

    /// The first place at or after `from`, a character boundary, where a name may begin.
    pub fn next(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            at = self.next_mark(bytes, at)?;
            // The mark of a letter of several bytes is its last one.
            let inside = |&start: &usize| bytes[start] & 0xC0 == 0x80 && start > from;
            let start = (at.saturating_sub(3)..=at)
                .rev()
                .find(|start| !inside(start));
            let start = start.unwrap_or(at);
            let digest = Self::digest(*bytes.get(start..)?.first_chunk()?);
            let opens = self.bits[digest / 64] >> (digest % 64) & 1 == 1;
            if opens && bytes[start] & 0xC0 != 0x80 {
                return Some(start);
            }
            at += 1;
        }
    }

    /// Sixteen bytes at a time as long as none of them can be a mark; the compiler makes vector
    /// instructions of the fold.
    fn next_mark(&self, bytes: &[u8], mut at: usize) -> Option<usize> {
        loop {
            let chunk = &bytes[at..bytes.len().min(at + 16)];
            if chunk.is_empty() {
                return None;
            }
            let may = !self.few || chunk.iter().fold(false, |may, &b| may | is_usual(b));
            if may && let Some(i) = chunk.iter().position(|&b| self.marks[usize::from(b)]) {
                return Some(at + i);
            }
            at += chunk.len();
        }
    }
}

/// Whether `byte` is a capital of ASCII, or the last byte of `Đ` or `Ủ`.
fn is_usual(byte: u8) -> bool {
    (byte.wrapping_sub(b'A') < 26) | (byte == 0x90) | (byte == 0xA6)
}

/// How a name may be written: as it is, with a capital on its first or on each word, all in
/// capitals, and the tone mark of its first word on either vowel.
fn spellings(name: &str) -> Vec<String> {
    let (first, rest) = match name.split_once(' ') {
        Some((first, rest)) => (first, format!(" {rest}")),
        None => (name, String::new()),
    };
    let mut spellings = Vec::new();
    for first in [
        first.into(),
        tone_on_first_vowel(first),
        tone_on_second_vowel(first),
    ] {
        let whole = format!("{first}{rest}");
        let each: Vec<String> = whole.split(' ').map(capitalised).collect();
        for spelling in [
            capitalised(&whole),
            each.join(" "),
            whole.to_uppercase(),
            whole,
        ] {
            // A name in small letters opens nothing.
            let capital = spelling.starts_with(|c: char| !c.is_lowercase());
            if capital && !spellings.contains(&spelling) {
                spellings.push(spelling);
            }
        }
    }
    spellings
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_are_found_across_chunks() {
        let names = ["Bộ", "Ủy ban", "Đảng ủy", "Viện", "CA", "BTV", "Ấp"];
        for usual in [true, false] {
            let openings = Openings::new(names.into_iter().filter(|&name| !usual || name != "Ấp"));
            assert_eq!(openings.few, usual);
            for gap in 0..40 {
                for name in [
                    "Bộ Tư pháp",
                    "UỶ BAN",
                    "Uỷ ban nhân dân",
                    "Đảng ủy",
                    "CA Hà Nội",
                    "BTV,",
                ] {
                    let text = format!("{}{name} x", "ộ ".repeat(gap));
                    let found = openings.next(text.as_bytes(), 0);
                    assert_eq!(found, Some("ộ ".len() * gap), "{text}");
                }
            }
            assert_eq!(openings.next("không có gì".as_bytes(), 0), None);
            assert_eq!(openings.next("".as_bytes(), 0), None);
        }
    }

    #[test]
    fn a_name_with_any_first_letter_is_seen() {
        let openings = Openings::new(["Ấn phẩm"].into_iter());
        assert_eq!(openings.next("là Ấn phẩm".as_bytes(), 0), Some("là ".len()));
        assert_eq!(openings.next("là Ẩn phẩm".as_bytes(), 0), None);
    }
}
