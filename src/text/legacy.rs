//! The code tables of the charsets before Unicode.

use std::collections::HashMap;

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use once_cell::sync::Lazy;
use unicode_normalization::UnicodeNormalization;

use super::charset::Charset;
use super::letters::Vowel;
use crate::tables::CHARSETS;

/// One charset: what a byte means, and what two bytes mean together.
struct Table {
    single: [char; 256],
    pairs: HashMap<(u8, u8), char>,
}

impl Table {
    /// Western text, which is what the fonts of these charsets left in the codes they did not use.
    fn western() -> Table {
        Table {
            single: std::array::from_fn(|byte| decode_byte(WINDOWS_1252, byte as u8)),
            pairs: HashMap::new(),
        }
    }

    /// The table of a column of `charsets.tsv`.
    fn of_column(column: usize) -> Table {
        let mut table = Table::western();
        let mut taken = [false; 256];
        for row in CHARSETS.rows() {
            let letter = row[0].chars().next();
            let code = u16::from_str_radix(row[1 + column], 16);
            let (Some(letter), Ok(code)) = (letter, code) else {
                continue;
            };
            match code.to_be_bytes() {
                // Small letters come first; a capital that has no code of its own stays behind.
                [0, byte] => {
                    if !std::mem::replace(&mut taken[usize::from(byte)], true) {
                        table.single[usize::from(byte)] = letter;
                    }
                }
                [base, mark] => {
                    table.pairs.insert((base, mark), letter);
                    // Capitals are found with the marks of small letters, too.
                    table.pairs.entry((base, mark | 0x20)).or_insert(letter);
                }
            }
        }
        table
    }
}

fn decode_byte(encoding: &'static encoding_rs::Encoding, byte: u8) -> char {
    let bytes = [byte];
    let (text, _) = encoding.decode_without_bom_handling(&bytes);
    text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
}

static TCVN3: Lazy<Table> = Lazy::new(|| {
    let mut table = Table::of_column(0);
    // Some converters wrote a capital with a tone as the capital and the small letter with it.
    for code in 0..=255u8 {
        let small = Vowel::of(table.single[usize::from(code)]);
        let Some(small) = small.filter(|vowel| vowel.tone > 0 && !vowel.upper) else {
            continue;
        };
        let capital = Vowel {
            upper: true,
            ..small
        };
        let bare = Vowel { tone: 0, ..capital }.letter();
        if let Some(base) = (0..=255u8).find(|&b| table.single[usize::from(b)] == bare) {
            table.pairs.insert((base, code), capital.letter());
        }
    }
    table
});
static VNI: Lazy<Table> = Lazy::new(|| Table::of_column(1));
static VISCII: Lazy<Table> = Lazy::new(|| Table::of_column(2));
static VPS: Lazy<Table> = Lazy::new(|| Table::of_column(3));
static CP1258: Lazy<Table> = Lazy::new(|| Table {
    single: std::array::from_fn(|byte| decode_byte(WINDOWS_1258, byte as u8)),
    pairs: HashMap::new(),
});

/// Decodes bytes given as the characters of their numbers, or as the windows-1252 text that was
/// made of them. Characters that are no bytes stay.
pub(crate) fn decode_legacy(bytes: &str, charset: Charset) -> String {
    match charset {
        Charset::Tcvn3 => bytes
            .split_inclusive('\n')
            .map(|line| restore_capitals(decode_with(line, &TCVN3, true)))
            .collect(),
        Charset::Vni => decode_with(bytes, &VNI, false),
        Charset::Viscii => decode_with(bytes, &VISCII, false),
        Charset::Vps => decode_with(bytes, &VPS, false),
        Charset::Windows1258 => decode_with(bytes, &CP1258, false).nfc().collect(),
        _ => {
            let bytes: Option<Vec<u8>> = bytes.chars().map(byte_of).collect();
            let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
            text.unwrap_or_default()
        }
    }
}

fn decode_with(bytes: &str, table: &Table, swapped_glyphs: bool) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut chars = bytes.chars().peekable();
    let mut after_letter = false;
    while let Some(c) = chars.next() {
        // A sign that touches a letter without a space is no minus.
        let is_letter =
            |c: &char| byte_of(*c).is_some_and(|b| table.single[usize::from(b)].is_alphabetic());
        let in_word = after_letter || chars.peek().is_some_and(is_letter);
        let letter = match (c, byte_of(c)) {
            // The text layer of PDF files has these two for the letters of TCVN3.
            ('\u{2212}', _) if swapped_glyphs && in_word => 'ư',
            ('\u{2219}', _) if swapped_glyphs && in_word => 'ã',
            (_, Some(byte)) => {
                let next = chars.peek().copied().and_then(byte_of);
                let pair = next.and_then(|next| table.pairs.get(&(byte, next)));
                if pair.is_some() {
                    chars.next();
                }
                pair.copied().unwrap_or(table.single[usize::from(byte)])
            }
            _ => c,
        };
        after_letter = letter.is_alphabetic();
        text.push(letter);
    }
    text
}

/// The byte that was read as `c`, in Latin-1 or windows-1252.
fn byte_of(c: char) -> Option<u8> {
    static SYMBOLS: Lazy<HashMap<char, u8>> = Lazy::new(|| {
        (0x80..=0x9F)
            .map(|byte| (decode_byte(WINDOWS_1252, byte), byte))
            .collect()
    });
    match u8::try_from(u32::from(c)) {
        Ok(byte) => Some(byte),
        Err(_) => SYMBOLS.get(&c).copied(),
    }
}

/// TCVN3 has no capitals with tone marks, its fonts drew small letters as such. In a line whose
/// other letters are capitals they were meant to be, and in a word of any line in which two others or
/// more are capitals and none is small (*PHầN*); one capital (*Có*) does not tell.
fn restore_capitals(line: String) -> String {
    let (mut upper, mut letters) = (0, 0);
    // Symbols of documents are capitals in any line.
    let is_symbol = |word: &&str| word.contains(|c: char| c.is_numeric() || matches!(c, '/' | '-'));
    for c in line
        .split(' ')
        .filter(|word| !is_symbol(word))
        .flat_map(str::chars)
    {
        if c.is_alphabetic() && Vowel::of(c).is_none_or(|vowel| vowel.tone == 0) {
            letters += 1;
            upper += usize::from(c.is_uppercase());
        }
    }
    if letters >= 3 && upper * 10 >= letters * 9 {
        line.to_uppercase()
    } else if line.split(' ').any(is_in_capitals) {
        let words = line.split(' ').map(|word| match is_in_capitals(word) {
            true => word.to_uppercase(),
            false => word.to_owned(),
        });
        words.collect::<Vec<_>>().join(" ")
    } else {
        line
    }
}

/// Whether the letters of a word that could be capitals are, two at least, and others were not able to.
fn is_in_capitals(word: &str) -> bool {
    let toned = |c: &char| Vowel::of(*c).is_some_and(|vowel| vowel.tone > 0);
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let mut able = letters().filter(|c| !toned(c));
    letters().any(|c| toned(&c) && c.is_lowercase())
        && able.clone().count() >= 2
        && able.all(char::is_uppercase)
}
