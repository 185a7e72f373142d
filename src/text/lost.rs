//! Letters that a converter lost: every *ư* without a tone.
//!
//! In TCVN3 that letter is the byte of the soft hyphen, which converters drop: *nớc, đợc, trởng*. No
//! Vietnamese syllable has *ơ* before *c*, *ng* or *u*, so these have one reading. A line that still has
//! an *ư* lost none, and *Krơng* with its capital and no tone may be a name, unless something else
//! on the line shows the loss. What has two readings (*ngời* is a word, and *người* without its *ư*)
//! stays as it is.

use memchr::memchr2_iter;

use super::letters::{Vowel, is_alphabetic};
use super::offsets::{Edit, Edits};
use super::tone::Syllable;
use crate::span::Span;

/// A place at which an *ư* is missing: in front of this letter.
struct Loss {
    letter: Span,
    upper: bool,
    /// Whether it can be nothing else than a loss.
    proof: bool,
}

/// Puts every *ư* back that has one reading; `None` when none is lost.
pub(super) fn horned_u(text: &str) -> Option<(String, Edits)> {
    if !may_have_losses(text.as_bytes()) {
        return None;
    }
    let mut edits = Edits::default();
    let mut clean = String::new();
    let mut copied = 0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        for loss in losses(line) {
            let letter = Span::new(start + loss.letter.start, start + loss.letter.end);
            if edits.is_empty() {
                // One letter in thirty at most is one that was lost.
                clean.reserve(text.len() + text.len() / 16);
            }
            clean.push_str(&text[copied..letter.start]);
            let at = clean.len();
            clean.push(if loss.upper { 'Ư' } else { 'ư' });
            clean.push_str(letter.of(text));
            edits.push(Edit {
                source: letter,
                clean: Span::new(at, clean.len()),
            });
            copied = letter.end;
        }
        start += line.len();
    }
    if edits.is_empty() {
        return None;
    }
    clean.push_str(&text[copied..]);
    Some((clean, edits))
}

/// Whether somewhere an *ơ* stands before *c*, *ng* or *u* and behind no *ư*: then the lines are read.
/// Every text is asked, so the look is one that the compiler turns into steps of many bytes.
fn may_have_losses(bytes: &[u8]) -> bool {
    const CHUNK: usize = 256;
    /// Bytes `a`, `b` and then an *ơ* of some tone and what follows.
    #[inline(always)]
    fn is_loss([a, b, c, d, e, f, g]: [u8; 7]) -> bool {
        let horn = (a == 0xC6) & ((b == 0xAF) | (b == 0xB0));
        let coda = |one: u8, two: u8| {
            let (one, two) = (one | 0x20, two | 0x20);
            (one == b'c') | (one == b'u') | ((one == b'n') & (two == b'g'))
        };
        let toned = (c == 0xE1) & (d == 0xBB) & (e.wrapping_sub(0x9A) < 10) & coda(f, g);
        let plain = (c == 0xC6) & ((d == 0xA0) | (d == 0xA1)) & coda(e, f);
        !horn & (toned | plain)
    }
    let at = |i: usize| -> [u8; 7] {
        std::array::from_fn(|k| {
            (i + k)
                .checked_sub(2)
                .and_then(|i| bytes.get(i))
                .copied()
                .unwrap_or(0)
        })
    };
    let whole = bytes.len().saturating_sub(6);
    let inner = (0..whole).step_by(CHUNK).any(|from| {
        let len = CHUNK.min(whole - from);
        let [a, b, c, d, e, f, g]: [&[u8]; 7] =
            std::array::from_fn(|k| &bytes[from + k..from + k + len]);
        (0..len).fold(0, |any, i| {
            any | u8::from(is_loss([a[i], b[i], c[i], d[i], e[i], f[i], g[i]]))
        }) != 0
    });
    inner || (0..2).chain(whole + 2..bytes.len()).any(|i| is_loss(at(i)))
}

/// The losses of a line; none where nothing proves that there are any.
fn losses(line: &str) -> Vec<Loss> {
    let bytes = line.as_bytes();
    let mut found = Vec::new();
    // ư and Ư are C6 B0 and C6 AF, ơ and Ơ C6 A1 and C6 A0; those with a tone are E1 BB 9A to A3.
    for at in memchr2_iter(0xC6, 0xE1, bytes) {
        match bytes[at..] {
            [0xC6, 0xAF | 0xB0, ..] => return Vec::new(),
            [0xC6, 0xA0 | 0xA1, ..] | [0xE1, 0xBB, 0x9A..=0xA3, ..] => {
                found.extend(loss_before(line, at));
            }
            _ => {}
        }
    }
    if !found.iter().any(|loss| loss.proof) {
        return Vec::new();
    }
    for (at, _) in line.match_indices("hng").chain(line.match_indices("rng")) {
        let word = word_around(line, at);
        if matches!(word.of(line), "nhng" | "Nhng" | "trng" | "Trng") {
            let letter = Span::new(at + 1, at + 2);
            let (upper, proof) = (false, false);
            found.push(Loss {
                letter,
                upper,
                proof,
            });
        }
    }
    found.sort_by_key(|loss| loss.letter);
    found
}

/// The *ư* that is missing before the *ơ* at `at`.
fn loss_before(line: &str, at: usize) -> Option<Loss> {
    let letter = line[at..].chars().next()?;
    let vowel = Vowel::of(letter)?;
    let word = word_around(line, at);
    let (before, behind) = (
        &line[word.start..at],
        &line[at + letter.len_utf8()..word.end],
    );
    let coda = behind.to_ascii_lowercase();
    if !matches!(coda.as_str(), "c" | "ng" | "u") || before.ends_with(['u', 'U']) {
        return None;
    }
    let horn = if vowel.upper { 'Ư' } else { 'ư' };
    Syllable::parse(&format!("{before}{horn}{letter}{behind}"))?;
    Some(Loss {
        letter: Span::new(at, at + letter.len_utf8()),
        upper: vowel.upper,
        proof: vowel.tone > 0 || !word.of(line).starts_with(char::is_uppercase),
    })
}

/// The run of letters around `at`, not longer than a syllable and its surplus can be.
fn word_around(line: &str, at: usize) -> Span {
    const LONGEST: usize = 8;
    let before = line[..at].char_indices().rev().take(LONGEST);
    let start = before
        .take_while(|&(_, c)| is_alphabetic(c))
        .last()
        .map_or(at, |(start, _)| start);
    let behind = line[at..].char_indices().take(LONGEST);
    let end = behind
        .take_while(|&(_, c)| is_alphabetic(c))
        .last()
        .map_or(at, |(i, c)| at + i + c.len_utf8());
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_is_seen_wherever_it_stands() {
        for shift in 0..300 {
            for lost in ["đợc", "nớc", "ợu", "Trởng", "dơng"] {
                let text = format!("{}{lost}", "-".repeat(shift));
                assert!(may_have_losses(text.as_bytes()), "{text}");
            }
            let whole = format!("{}nước lớn được trường hươu", "-".repeat(shift));
            assert!(!may_have_losses(whole.as_bytes()), "{whole}");
        }
        assert!(!may_have_losses(b"") && !may_have_losses("ơ".as_bytes()));
    }
}
