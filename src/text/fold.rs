//! Comparing words the way a reader does: without regard to case and to where in its syllable
//! a tone mark was put (*hòa* and *hoà*, *Ủy ban* and *UỶ BAN*).
//!
//! A fold is a key for look-up; it is never written back to a text.

use crate::text::letters::{is_alphabetic, is_alphanumeric};
use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::letters::Vowel;
use super::lookalike::eth;
use super::normalize_with;
use super::tone::{Syllable, tone_on_first_vowel};

/// The key under which spellings of one name meet: lower case, tone marks on the first vowel
/// (*hoà* → *hòa*), *y* alone behind a consonant as *i* (*lý* → *lí*), every dash a hyphen, every run
/// of white space one space, none at the ends.
///
/// The text is [normalised](crate::normalize) first, but that lost letters stay lost. A key is for look-up; it is never
/// written back.
///
/// ```
/// use vanban::text::fold;
///
/// assert_eq!(fold("UỶ BAN  Kỹ thuật – Công nghệ"), "ủy ban kĩ thuật - công nghệ");
/// assert_eq!(fold("Thanh Hoá"), fold("Thanh Hóa"));
/// ```
pub fn fold(text: &str) -> String {
    let clean = normalize_with(text, false);
    let mut key = String::with_capacity(clean.as_str().len());
    for word in clean.as_str().split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            if is_alphabetic(first) {
                // A mark that no letter took up makes the word a foreign one.
                let in_word = |c: char| is_alphabetic(c) || is_combining_mark(c);
                let end = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
                fold_syllable(&rest[..end], &mut key);
                rest = &rest[end..];
            } else {
                // What joins pictures has nothing to join behind a hyphen that was a minus sign.
                if !(matches!(first, '\u{200c}' | '\u{200d}') && key.ends_with('-')) {
                    key.push(if is_dash(first) { '-' } else { first });
                }
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    key
}

/// The key without diacritics, for those who type none: tone marks and the marks of the letters
/// taken off, *đ* as *d*, and the rest as in [`fold`].
///
/// ```
/// assert_eq!(vanban::text::fold_plain("Đắk Lắk"), "dak lak");
/// ```
pub fn fold_plain(text: &str) -> String {
    let clean = normalize_with(text, false);
    let bare = clean.as_str().nfd().filter(|&c| !is_combining_mark(c));
    let plain: String = bare
        .map(|c| match eth(c).unwrap_or(c) {
            'đ' => 'd',
            'Đ' => 'D',
            c => c,
        })
        .collect();
    fold(&plain)
}

fn fold_syllable(word: &str, key: &mut String) {
    // For a key, Ð is Đ in whatever company.
    let plain: String = word.chars().map(|c| eth(c).unwrap_or(c)).collect();
    // Small letters may compose with marks that capitals leave alone.
    let lower: String = plain.to_lowercase().nfc().collect();
    let Some(syllable) = Syllable::parse(&lower) else {
        key.push_str(&lower);
        return;
    };
    let placed: Cow<'_, str> = tone_on_first_vowel(&lower);
    if syllable.ends_in_lone_y() {
        key.extend(placed.chars().map(|c| match Vowel::of(c) {
            Some(vowel) if vowel.shape == Y => Vowel { shape: I, ..vowel }.letter(),
            _ => c,
        }));
    } else {
        key.push_str(&placed);
    }
}

const I: u8 = 5;
const Y: u8 = 11;

fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// A letter in lower case without its tone mark, and the mark (0 none, 1–5). The shape of the
/// letter (â, ă, ê, ô, ơ, ư, đ) stays: it makes another letter, where a tone makes another word.
pub(crate) fn split_tone(c: char) -> (char, u8) {
    if c.is_ascii() {
        return (c.to_ascii_lowercase(), 0);
    }
    match Vowel::of(c) {
        Some(vowel) => {
            let plain = Vowel {
                tone: 0,
                upper: false,
                ..vowel
            };
            (plain.letter(), vowel.tone)
        }
        None if c == 'đ' || c == 'Đ' => ('đ', 0),
        None => (c.to_lowercase().next().unwrap_or(c), 0),
    }
}

/// How many bytes at the start of `text` read as `pattern`, or `None`.
///
/// `pattern` is written in lower case. Case and tone placement are ignored, a space of the
/// pattern stands for any run of spaces and tabs with at most one line break in it, and the
/// match must end at the end of a word.
#[inline]
pub(crate) fn prefix(text: &str, pattern: &str) -> Option<usize> {
    // Most calls end here: two plain letters that differ. A letter with a mark may still meet one
    // without, since the tone can stand elsewhere in the syllable.
    let (have, want) = (*text.as_bytes().first()?, *pattern.as_bytes().first()?);
    if have.is_ascii() && want.is_ascii() && have.to_ascii_lowercase() != want {
        return None;
    }
    prefix_of_words(text, pattern)
}

fn prefix_of_words(text: &str, pattern: &str) -> Option<usize> {
    let mut have = text.char_indices().peekable();
    let mut tones = (0u8, 0u8);
    for p in pattern.chars() {
        if p == ' ' {
            if tones.0 != tones.1 {
                return None;
            }
            tones = (0, 0);
            let mut any = false;
            let mut breaks = 0;
            while let Some(&(_, c)) = have.peek() {
                match c {
                    ' ' | '\t' | '\u{a0}' => any = true,
                    '\n' | '\r' => {
                        any = true;
                        breaks += usize::from(c == '\n');
                    }
                    _ => break,
                }
                have.next();
            }
            if !any || breaks > 1 {
                return None;
            }
        } else {
            let (_, c) = have.next()?;
            let (a, tone_a) = split_tone(c);
            let (b, tone_b) = split_tone(p);
            if a != b {
                return None;
            }
            tones = (tones.0 + tone_a, tones.1 + tone_b);
        }
    }
    let end = have.peek().map_or(text.len(), |&(i, _)| i);
    let ends_word = !have.peek().is_some_and(|&(_, c)| is_alphanumeric(c));
    (tones.0 == tones.1 && ends_word).then_some(end)
}

/// The look-up key of a name: lower case, tone marks moved behind their syllable, every run of
/// spaces one space, every dash a hyphen. Two spellings of one name have one key.
pub(crate) fn key(name: &str) -> String {
    /// Room for the marks of a few syllables, in bytes.
    const TONES: usize = 8;
    let mut key = String::with_capacity(name.len() + TONES);
    spell_key(name, |c| key.push(c));
    key
}

/// Spells the [`key`] of `name`.
pub(crate) fn spell_key(name: &str, mut push: impl FnMut(char)) {
    let mut tone = 0u8;
    let (mut begun, mut space) = (false, false);
    for c in name.chars() {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        let (base, mark) = if is_dash(c) { ('-', 0) } else { split_tone(c) };
        if (space || !is_alphabetic(base)) && tone > 0 {
            push(char::from(b'0' + tone));
            tone = 0;
        }
        if space && begun {
            push(' ');
        }
        (begun, space) = (true, false);
        push(base);
        tone += mark;
    }
    if tone > 0 {
        push(char::from(b'0' + tone));
    }
}

/// Words with plain spaces.
pub(crate) fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain
}

/// Whether `words` are those of `lower`, which is in lower case.
pub(crate) fn is_lowered(words: &str, lower: &str) -> bool {
    let mut lower = lower.chars();
    let same = |c: char| {
        let small = lower.next();
        small == Some(c)
            || match c.is_ascii() {
                true => small == Some(c.to_ascii_lowercase()),
                false => c.to_lowercase().eq(small),
            }
    };
    words.chars().all(same) && lower.next().is_none()
}

/// Whether two names are spellings of one.
pub(crate) fn same(a: &str, b: &str) -> bool {
    // A key has a letter or a sign for each of the name, and marks of tone; most names differ in length.
    let length = |name: &str| name.chars().filter(|c| !c.is_whitespace()).count();
    a == b || length(a) == length(b) && key(a) == key(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefix_ignores_case_tone_place_and_spacing() {
        for (text, pattern, bytes) in [
            ("Ủy ban nhân dân", "ủy ban", Some(8)),
            ("Uỷ  ban", "ủy ban", Some(9)),
            ("ỦY\nBAN x", "ủy ban", Some(8)),
            ("Ủy\n\nban", "ủy ban", None),
            ("Ủy bang", "ủy ban", None),
            ("Uy ban", "ủy ban", None),
            ("ngày14", "ngày", None),
            ("Điều 5", "điều", Some("Điều".len())),
        ] {
            assert_eq!(prefix(text, pattern), bytes, "{text:?} against {pattern:?}");
        }
    }

    #[test]
    fn key_is_one_for_all_spellings() {
        for (a, b) in [
            ("Bộ Lao động - Thương binh", "BỘ LAO ĐỘNG –  THƯƠNG BINH"),
            ("Thanh Hoá", "Thanh Hóa"),
            ("Uỷ ban", "Ủy ban"),
        ] {
            assert!(same(a, b), "{a} / {b}");
        }
        assert!(!same("Bộ Tư pháp", "Bộ Tư phạp"));
        assert!(!same("Đắk Lắk", "Đak Lak"));
    }
}
