//! Where words begin and end, and what each of them is: the rows that every grammar reads.
//!
//! A word is a run of letters or a run of ASCII digits, so *khoản1Điều5* is four words. Eight bytes a
//! word hold all that is asked for at every step; a bit for each byte that begins a word says which
//! word is at a byte without a search.

use super::Case;
use super::blocks::{BLOCK, bits, blocks, mask};
use super::gap::Gap;
use super::vocabulary::{Vocabulary, WordId, is_raised};
use crate::text::letters::is_alphanumeric;

/// The length of a word of so many bytes or more.
const LONG: u8 = u8::MAX;

/// A word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    start: u32,
    id: WordId,
    /// Bytes; [`LONG`] for longer words, which are measured when asked for.
    len: u8,
    /// How it is written, and what stands before it.
    written: Written,
}

/// A [`Case`] and a [`Gap`] in one byte.
#[derive(Clone, Copy, Debug)]
struct Written(u8);

impl Written {
    #[inline]
    fn new(case: Case, gap: Gap) -> Self {
        Written((case as u8) << 4 | gap as u8)
    }

    #[inline]
    fn case(self) -> Case {
        const CASES: [Case; 4] = [Case::Lower, Case::Title, Case::Upper, Case::Digit];
        CASES[usize::from(self.0 >> 4) & 3]
    }

    #[inline]
    fn gap(self) -> Gap {
        Gap::ALL[usize::from(self.0) & 15]
    }
}

impl Row {
    /// The byte at which it begins.
    #[inline]
    pub(super) fn start(self) -> usize {
        self.start as usize
    }

    /// The byte behind it, in `text`.
    #[inline]
    pub(super) fn end(self, text: &str) -> usize {
        match self.len {
            LONG => end_of_long(text, self.start()),
            len => self.start() + usize::from(len),
        }
    }

    #[inline]
    pub(super) fn id(self) -> WordId {
        self.id
    }

    #[inline]
    pub(super) fn gap(self) -> Gap {
        self.written.gap()
    }

    #[inline]
    pub(super) fn case(self) -> Case {
        self.written.case()
    }
}

/// The words of a text, numbered from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    rows: Vec<Row>,
    /// For each block of bytes, which of them begin words, and how many words begin before it.
    begins: Vec<(u64, u32)>,
}

impl Words {
    pub(super) fn of(text: &str, vocabulary: &Vocabulary) -> Words {
        let bytes = text.as_bytes();
        let mut words = Words {
            rows: Vec::with_capacity(bytes.len() / 5 + 1),
            begins: Vec::with_capacity(bytes.len().div_ceil(BLOCK)),
        };
        // Behind the word before.
        let mut behind = 0;
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
                if !is_alphanumeric(sign) || is_raised(sign) {
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
            let before = words.rows.len() + usize::from(pending.is_some());
            words.begins.push((begins, before as u32));
            // A word ends before the next one begins.
            let mut begins = bits(begins).map(|at| base + at);
            for end in bits(ends).map(|at| base + at) {
                if let Some(start) = pending.take().or_else(|| begins.next()) {
                    words.push(text, behind, start, end, vocabulary);
                    behind = end;
                }
            }
            pending = pending.or_else(|| begins.next());
        }
        if let Some(start) = pending {
            words.push_last(text, behind, start, vocabulary);
        }
        words
    }

    /// The word that ends with the text.
    #[cold]
    fn push_last(&mut self, text: &str, behind: usize, start: usize, vocabulary: &Vocabulary) {
        self.push(text, behind, start, text.len(), vocabulary);
    }

    #[inline(always)]
    fn push(
        &mut self,
        text: &str,
        behind: usize,
        start: usize,
        end: usize,
        vocabulary: &Vocabulary,
    ) {
        let gap = match self.rows.is_empty() {
            false => Gap::of(text, behind, start),
            true => Gap::LineEnd,
        };
        let (id, case) = match text.as_bytes()[start].is_ascii_digit() {
            true => (WordId::NUMBER, Case::Digit),
            false => vocabulary.look_up(text, start, end),
        };
        self.rows.push(Row {
            start: start as u32,
            id,
            len: (end - start).min(usize::from(LONG)) as u8,
            written: Written::new(case, gap),
        });
    }

    /// How many words there are.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    #[inline]
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    #[inline]
    pub(super) fn row(&self, i: usize) -> Option<Row> {
        self.rows.get(i).copied()
    }

    /// The number of the first word that begins at byte `at` or behind.
    #[inline]
    pub(super) fn first_from(&self, at: usize) -> usize {
        let Some(&(begins, before)) = self.begins.get(at / BLOCK) else {
            return self.len();
        };
        let left = begins & ((1 << (at % BLOCK)) - 1);
        before as usize + left.count_ones() as usize
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
