//! Where words begin and end, and what each of them is: the columns that every grammar reads.
//!
//! A word is a run of letters or a run of ASCII digits, so *khoản1Điều5* is four words. Columns
//! instead of a vector of words keep the whole below the size of the text: a bit a byte for the
//! beginnings, with a rank every 64 bytes, and three bytes a word.

use super::blocks::{BLOCK, bits, blocks, mask};
use super::vocabulary::{Vocabulary, WordId, is_raised};

/// Words between two entries of `select`.
const SELECT: usize = 8;

/// The words of a text, numbered from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// A bit for each byte at which a word begins.
    starts: Vec<u64>,
    /// How many words begin before each block.
    rank: Vec<u32>,
    /// The block in which every eighth word begins.
    select: Vec<u32>,
    ids: Vec<WordId>,
    /// Bytes a word; 255 for the longer ones, which are measured when asked for.
    lens: Vec<u8>,
}

impl Words {
    pub(super) fn of(text: &str, vocabulary: &Vocabulary) -> Words {
        let bytes = text.as_bytes();
        let count = bytes.len().div_ceil(BLOCK);
        let mut words = Words {
            starts: Vec::with_capacity(count),
            rank: Vec::with_capacity(count),
            select: Vec::new(),
            ids: Vec::with_capacity(bytes.len() / 5 + 1),
            lens: Vec::with_capacity(bytes.len() / 5 + 1),
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
            words.starts.push(begins);
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
        if self.ids.len().is_multiple_of(SELECT) {
            self.select.push((start / BLOCK) as u32);
        }
        self.ids.push(if bytes[start].is_ascii_digit() {
            WordId::NUMBER
        } else {
            vocabulary.id_at(bytes, start, end)
        });
        self.lens.push((end - start).min(255) as u8);
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
        let block = at / BLOCK;
        match self.starts.get(block) {
            None => self.len(),
            Some(bits) => {
                let before = bits & ((1u64 << (at % BLOCK)) - 1);
                self.rank[block] as usize + before.count_ones() as usize
            }
        }
    }

    /// The byte at which word `i` begins.
    #[inline]
    pub(super) fn start(&self, i: usize) -> usize {
        let mut block = self.select[i / SELECT] as usize;
        while self
            .rank
            .get(block + 1)
            .is_some_and(|&rank| rank as usize <= i)
        {
            block += 1;
        }
        let mut bits = self.starts[block];
        for _ in self.rank[block] as usize..i {
            bits &= bits - 1;
        }
        block * BLOCK + bits.trailing_zeros() as usize
    }

    /// The byte at which the word before the one at byte `start` begins; there is one.
    #[inline]
    pub(super) fn start_before(&self, start: usize) -> usize {
        let mut block = start / BLOCK;
        let mut bits = self.starts[block] & ((1u64 << (start % BLOCK)) - 1);
        while bits == 0 && block > 0 {
            block -= 1;
            bits = self.starts[block];
        }
        (block * BLOCK + 63).saturating_sub(bits.leading_zeros() as usize)
    }

    /// The bytes of word `i`, which begins at byte `start` of `text`.
    #[inline]
    pub(super) fn byte_len(&self, i: usize, start: usize, text: &str) -> usize {
        match self.lens[i] {
            255 => {
                let digit = text.as_bytes()[start].is_ascii_digit();
                let goes_on = |c: char| match digit {
                    true => c.is_ascii_digit(),
                    false => c.is_alphanumeric() && !c.is_ascii_digit() && !is_raised(c),
                };
                text[start..]
                    .find(|c| !goes_on(c))
                    .unwrap_or(text.len() - start)
            }
            len => usize::from(len),
        }
    }
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
