//! Where words begin and end, and what each of them is: the columns that every grammar reads.
//!
//! A word is a run of letters or a run of ASCII digits, so *khoản1Điều5* is four words. Narrow
//! columns instead of a vector of words keep the whole below the size of the text: five bytes a word,
//! and a rank every 64 bytes.

use super::blocks::{BLOCK, bits, blocks, mask};
use super::vocabulary::{Vocabulary, WordId, is_raised};

/// Words a group: the places of its words are counted from the first one.
const GROUP: usize = 32;

/// The place of a word too far from the first one of its group; `far` has it.
const FAR: u16 = u16::MAX;

/// The length of a word of so many bytes or more.
const LONG: u8 = u8::MAX;

/// The words of a text, numbered from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// Where the first word of each group begins.
    groups: Vec<u32>,
    /// Where each word begins, from the first one of its group.
    places: Vec<u16>,
    /// Where the words begin whose place does not tell, by number.
    far: Vec<(u32, u32)>,
    ids: Vec<WordId>,
    /// Bytes a word; [`LONG`] for the longer ones, which are measured when asked for.
    lens: Vec<u8>,
    /// How many words begin before each block of bytes.
    rank: Vec<u32>,
}

impl Words {
    pub(super) fn of(text: &str, vocabulary: &Vocabulary) -> Words {
        let bytes = text.as_bytes();
        let likely = bytes.len() / 5 + 1;
        let mut words = Words {
            groups: Vec::with_capacity(likely / GROUP + 1),
            places: Vec::with_capacity(likely),
            far: Vec::new(),
            ids: Vec::with_capacity(likely),
            lens: Vec::with_capacity(likely),
            rank: Vec::with_capacity(bytes.len().div_ceil(BLOCK)),
        };
        // The class of the byte before the block, bytes of a sign that reach into the block, and
        // a word that began before it.
        let (mut letter_before, mut digit_before) = (0u64, 0u64);
        let mut sign_bytes = 0u32;
        let mut pending = None;
        for (base, window) in blocks(bytes) {
            let mut letters = mask(&window, is_letter);
            let digits = mask(&window, is_digit);
            letters &= u64::MAX.checked_shl(sign_bytes).unwrap_or(0);
            sign_bytes = 0;
            for at in bits(mask(&window, may_lead_sign)) {
                let Some(sign) = text.get(base + at..).and_then(|t| t.chars().next()) else {
                    continue;
                };
                if !sign.is_alphanumeric() || is_raised(sign) {
                    let len = sign.len_utf8();
                    letters &= !(((1u64 << len) - 1) << at);
                    sign_bytes = (at + len).saturating_sub(BLOCK) as u32;
                }
            }
            let begins =
                letters & !(letters << 1 | letter_before) | digits & !(digits << 1 | digit_before);
            let ends =
                !letters & (letters << 1 | letter_before) | !digits & (digits << 1 | digit_before);
            letter_before = letters >> 63;
            digit_before = digits >> 63;
            words
                .rank
                .push(words.ids.len() as u32 + u32::from(pending.is_some()));
            let mut begins = bits(begins);
            for end in bits(ends) {
                let start = pending.take().or_else(|| begins.next().map(|at| base + at));
                if let Some(start) = start {
                    words.push(bytes, start, base + end, vocabulary);
                }
            }
            pending = pending.or_else(|| begins.next().map(|at| base + at));
        }
        if let Some(start) = pending {
            words.push(bytes, start, bytes.len(), vocabulary);
        }
        words
    }

    #[inline]
    fn push(&mut self, bytes: &[u8], start: usize, end: usize, vocabulary: &Vocabulary) {
        let number = self.ids.len();
        if number.is_multiple_of(GROUP) {
            self.groups.push(start as u32);
        }
        let from_first = start - self.groups[number / GROUP] as usize;
        self.places.push(if from_first < usize::from(FAR) {
            from_first as u16
        } else {
            self.far.push((number as u32, start as u32));
            FAR
        });
        self.ids.push(if bytes[start].is_ascii_digit() {
            WordId::NUMBER
        } else {
            vocabulary.id_at(bytes, start, end)
        });
        self.lens.push((end - start).min(usize::from(LONG)) as u8);
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn ids(&self) -> &[WordId] {
        &self.ids
    }

    /// The number of the first word that begins at byte `at` or behind.
    #[inline]
    pub(super) fn first_from(&self, at: usize) -> usize {
        let Some(&rank) = self.rank.get(at / BLOCK) else {
            return self.len();
        };
        let mut i = rank as usize;
        while i < self.len() && self.start(i) < at {
            i += 1;
        }
        i
    }

    /// The byte at which word `i` begins.
    #[inline]
    pub(super) fn start(&self, i: usize) -> usize {
        match self.places[i] {
            FAR => self.far_start(i),
            place => self.groups[i / GROUP] as usize + usize::from(place),
        }
    }

    #[cold]
    fn far_start(&self, i: usize) -> usize {
        let at = self
            .far
            .partition_point(|&(number, _)| (number as usize) < i);
        self.far[at].1 as usize
    }

    /// The byte behind word `i`, which begins at byte `start` of `text`.
    #[inline]
    pub(super) fn end(&self, i: usize, start: usize, text: &str) -> usize {
        match self.lens[i] {
            LONG => end_of_long(text, start),
            len => start + usize::from(len),
        }
    }
}

#[cold]
fn end_of_long(text: &str, start: usize) -> usize {
    let digit = text.as_bytes()[start].is_ascii_digit();
    let goes_on = |c: char| match digit {
        true => c.is_ascii_digit(),
        false => c.is_alphanumeric() && !c.is_ascii_digit() && !is_raised(c),
    };
    let len = text[start..].find(|c| !goes_on(c));
    len.map_or(text.len(), |len| start + len)
}

/// Bytes of letters; every byte that is not ASCII counts, until its character is looked at.
#[inline(always)]
fn is_letter(byte: u8) -> u8 {
    u8::from((byte | 0x20).wrapping_sub(b'a') < 26) | byte >> 7
}

#[inline(always)]
fn is_digit(byte: u8) -> u8 {
    u8::from(byte.wrapping_sub(b'0') < 10)
}

/// First bytes of characters that may be no letters.
#[inline(always)]
fn may_lead_sign(byte: u8) -> u8 {
    u8::from(byte >= 0xE2) | u8::from(byte == 0xC2)
}
