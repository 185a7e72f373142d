//! The Vietnamese letters as numbers: twelve vowels, six tones, two cases, and Đ.
//!
//! Everything that looks at letters (composition, folding, ordering, decoding) reads this one
//! table. TCVN 6909:2001 has 146 letters with a vowel or đ in them; 134 are not ASCII.

/// The vowels in alphabetical order, each in the order of the tones: none, huyền, hỏi, ngã,
/// sắc, nặng.
const LOWER: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

const UPPER: [[char; 6]; 12] = [
    ['A', 'À', 'Ả', 'Ã', 'Á', 'Ạ'],
    ['Ă', 'Ằ', 'Ẳ', 'Ẵ', 'Ắ', 'Ặ'],
    ['Â', 'Ầ', 'Ẩ', 'Ẫ', 'Ấ', 'Ậ'],
    ['E', 'È', 'Ẻ', 'Ẽ', 'É', 'Ẹ'],
    ['Ê', 'Ề', 'Ể', 'Ễ', 'Ế', 'Ệ'],
    ['I', 'Ì', 'Ỉ', 'Ĩ', 'Í', 'Ị'],
    ['O', 'Ò', 'Ỏ', 'Õ', 'Ó', 'Ọ'],
    ['Ô', 'Ồ', 'Ổ', 'Ỗ', 'Ố', 'Ộ'],
    ['Ơ', 'Ờ', 'Ở', 'Ỡ', 'Ớ', 'Ợ'],
    ['U', 'Ù', 'Ủ', 'Ũ', 'Ú', 'Ụ'],
    ['Ư', 'Ừ', 'Ử', 'Ữ', 'Ứ', 'Ự'],
    ['Y', 'Ỳ', 'Ỷ', 'Ỹ', 'Ý', 'Ỵ'],
];

/// [`char::is_alphabetic`], without a look into its tables for the letters of Vietnamese and for
/// dashes and quotation marks.
#[inline]
pub(crate) fn is_alphabetic(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        'À'..='ɏ' => c != '×' && c != '÷',
        'Ḁ'..='ỿ' => true,
        '\u{2000}'..='\u{206f}' => false,
        _ => c.is_alphabetic(),
    }
}

/// [`char::is_alphanumeric`], likewise.
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        'À'..='ɏ' => c != '×' && c != '÷',
        'Ḁ'..='ỿ' => true,
        '\u{2000}'..='\u{206f}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// The letters lie below U+01B1 or in U+1EA0–U+1EF9.
const LOW_END: usize = 0x1B1;
const HIGH_START: usize = 0x1EA0;
const HIGH_END: usize = 0x1EFA;

/// For each code point of the two ranges 0, or 1 + vowel * 12 + tone * 2 + case.
static CODES: [u8; LOW_END + HIGH_END - HIGH_START] = {
    let mut codes = [0; LOW_END + HIGH_END - HIGH_START];
    let mut n = 0;
    while n < 144 {
        let (vowel, tone) = (n / 12, n % 12 / 2);
        let table = if n % 2 == 0 { &LOWER } else { &UPPER };
        let c = table[vowel][tone] as usize;
        let slot = if c < LOW_END {
            c
        } else {
            c - HIGH_START + LOW_END
        };
        codes[slot] = n as u8 + 1;
        n += 1;
    }
    codes
};

/// A vowel letter with its tone and case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Vowel {
    /// 0–11: a ă â e ê i o ô ơ u ư y.
    pub(crate) shape: u8,
    /// 0–5: none, huyền, hỏi, ngã, sắc, nặng.
    pub(crate) tone: u8,
    /// Whether it is a capital.
    pub(crate) upper: bool,
}

impl Vowel {
    /// Reads a letter, precomposed; `None` for consonants, Đ and whatever is not Vietnamese.
    #[inline]
    pub(crate) fn of(c: char) -> Option<Vowel> {
        let at = c as usize;
        let slot = if at < LOW_END {
            at
        } else if (HIGH_START..HIGH_END).contains(&at) {
            at - HIGH_START + LOW_END
        } else {
            return None;
        };
        let n = CODES[slot].checked_sub(1)?;
        Some(Vowel {
            shape: n / 12,
            tone: n % 12 / 2,
            upper: n % 2 == 1,
        })
    }

    /// The letter.
    #[inline]
    pub(crate) fn letter(self) -> char {
        let table = if self.upper { &UPPER } else { &LOWER };
        table[usize::from(self.shape)][usize::from(self.tone)]
    }

    /// The vowel without circumflex, breve and horn: one of a e i o u y.
    pub(crate) fn bare(self) -> u8 {
        const BARE: [u8; 12] = [0, 0, 0, 3, 3, 5, 6, 6, 6, 9, 9, 11];
        BARE[usize::from(self.shape)]
    }

    /// Whether the letter carries circumflex, breve or horn.
    pub(crate) fn is_shaped(self) -> bool {
        self.shape != self.bare()
    }

    /// The letter with one more mark on it; `None` when the mark is not Vietnamese, does not
    /// belong on this letter, or is the second of its sort.
    #[inline]
    pub(crate) fn with(self, mark: char) -> Option<Vowel> {
        let tone = match mark {
            '\u{300}' | '\u{340}' => 1,
            '\u{309}' => 2,
            '\u{303}' => 3,
            '\u{301}' | '\u{341}' => 4,
            '\u{323}' => 5,
            _ => {
                let shape = match (self.shape, mark) {
                    (0, '\u{306}') => 1,
                    (0, '\u{302}') => 2,
                    (3, '\u{302}') => 4,
                    (6, '\u{302}') => 7,
                    (6, '\u{31B}') => 8,
                    (9, '\u{31B}') => 10,
                    _ => return None,
                };
                return Some(Vowel { shape, ..self });
            }
        };
        (self.tone == 0).then_some(Vowel { tone, ..self })
    }
}

/// Whether `c` is written in Vietnamese words: an ASCII letter, or one of the 134 others.
pub(crate) fn is_vietnamese(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'đ' | 'Đ') || Vowel::of(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_unicode() {
        for c in '\0'..='\u{FFFF}' {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn the_table_is_its_own_inverse() {
        let mut count = 0;
        for c in '\0'..='\u{FFFF}' {
            if let Some(vowel) = Vowel::of(c) {
                assert_eq!(vowel.letter(), c);
                assert_eq!(vowel.upper, c.is_uppercase(), "{c}");
                let lower = Vowel {
                    upper: false,
                    ..vowel
                };
                assert!(c.to_lowercase().eq([lower.letter()]), "{c}");
                count += 1;
            }
        }
        assert_eq!(count, 144);
    }
}
