//! The order of the Vietnamese alphabet.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

use super::letters::Vowel;

/// Compares two texts as a Vietnamese dictionary sorts them: a ă â b c d đ e ê … o ô ơ … u ư … y.
///
/// First by letters; then by tones, in the order none, huyền, hỏi, ngã, sắc, nặng; then lower case
/// before capitals. Spaces and signs come before digits, digits before letters, other scripts
/// last. This is the order of the Unicode CLDR for `vi`. Only equal texts compare equal. Letters
/// must be composed (see [`normalize`](crate::normalize)).
///
/// ```
/// let mut names = ["Đắk Lắk", "Hà Nội", "Đà Nẵng", "An Giang", "Điện Biên", "Hà Nam", "Dương"];
/// names.sort_by(|a, b| vanban::text::compare(a, b));
/// assert_eq!(
///     names,
///     ["An Giang", "Dương", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Hà Nam", "Hà Nội"],
/// );
/// ```
pub fn compare(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.chars().map(Weight::of), b.chars().map(Weight::of));
    let (mut tone, mut case) = (Ordering::Equal, Ordering::Equal);
    loop {
        match (left.next(), right.next()) {
            (Some(x), Some(y)) => {
                let letter = x.letter.cmp(&y.letter);
                if letter.is_ne() {
                    return letter;
                }
                tone = tone.then(x.tone.cmp(&y.tone));
                case = case.then(x.upper.cmp(&y.upper));
            }
            (None, None) => return tone.then(case).then_with(|| a.cmp(b)),
            (x, y) => return x.is_some().cmp(&y.is_some()),
        }
    }
}

/// How much a character weighs in each of the three comparisons.
struct Weight {
    /// Signs, digits, Latin letters, others; then the place among them.
    letter: (u8, u32),
    tone: u32,
    upper: bool,
}

impl Weight {
    fn of(c: char) -> Weight {
        // A letter weighs by its ASCII base; ă â, ê, ô ơ, ư and đ come just behind it.
        let latin = |base: char, shape: u32, tone: u32| Weight {
            letter: (2, base.to_ascii_lowercase() as u32 * 4 + shape),
            tone,
            upper: c.is_uppercase(),
        };
        if let Some(vowel) = Vowel::of(c) {
            let bare = Vowel {
                shape: vowel.bare(),
                tone: 0,
                upper: false,
            };
            let shape = u32::from(vowel.shape - vowel.bare());
            return latin(bare.letter(), shape, vowel.tone.into());
        }
        match c {
            'đ' | 'Đ' => latin('d', 1, 0),
            _ if c.is_ascii_alphabetic() => latin(c, 0, 0),
            _ if c.is_numeric() => Weight::other(1, c),
            _ if !c.is_alphabetic() => Weight::other(0, c),
            // Foreign letters with accents stand with their base, behind the Vietnamese tones.
            _ => match std::iter::once(c).nfd().next() {
                Some(base) if base.is_ascii_alphabetic() => latin(base, 0, c as u32),
                _ => Weight::other(3, c),
            },
        }
    }

    fn other(class: u8, c: char) -> Weight {
        Weight {
            letter: (class, c.to_lowercase().next().unwrap_or(c) as u32),
            tone: 0,
            upper: c.is_uppercase(),
        }
    }
}
