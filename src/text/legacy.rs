//! The code tables of the charsets before Unicode.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::aligned::Aligned;
use super::charset::Charset;
use super::letters::Vowel;
use crate::tables::CHARSETS;

/// What windows-1252 has in the place of the second set of control characters; the five codes that it
/// leaves free stay controls. All other codes are those of Latin-1.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// Where windows-1258 is neither windows-1252 nor a letter of Vietnamese: tone marks by themselves, the đồng
/// sign, and four codes that it leaves free.
const WINDOWS_1258: [(u8, char); 10] = [
    (0xCC, '\u{300}'),
    (0xD2, '\u{309}'),
    (0xDE, '\u{303}'),
    (0xEC, '\u{301}'),
    (0xF2, '\u{323}'),
    (0xFE, '₫'),
    (0x8A, '\u{8A}'),
    (0x8E, '\u{8E}'),
    (0x9A, '\u{9A}'),
    (0x9E, '\u{9E}'),
];

/// One charset: what a byte means, and what two bytes mean together.
struct Table {
    single: [char; 256],
    pairs: HashMap<(u8, u8), char>,
}

impl Table {
    /// Western text, which is what the fonts of these charsets left in the codes they did not use.
    fn western() -> Table {
        Table {
            single: std::array::from_fn(|byte| western(byte as u8)),
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

/// The character of a byte in windows-1252.
fn western(byte: u8) -> char {
    let symbol = usize::from(byte).checked_sub(0x80);
    match symbol.and_then(|at| WINDOWS_1252.get(at)) {
        Some(&c) => c,
        None => char::from(byte),
    }
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
static CP1258: Lazy<Table> = Lazy::new(|| {
    let mut table = Table::of_column(4);
    for (byte, c) in WINDOWS_1258 {
        table.single[usize::from(byte)] = c;
    }
    table
});

/// Decodes bytes given as the characters of their numbers, or as the windows-1252 text that was
/// made of them. Characters that are no bytes stay. `width` says how wide such a character is in the
/// source.
pub(crate) fn decode_legacy(bytes: &str, charset: Charset, width: Width) -> Aligned {
    match charset {
        Charset::Tcvn3 => {
            let mut text = Aligned::default();
            for line in bytes.split_inclusive('\n') {
                text.append(&restore_capitals(decode_with(line, &TCVN3, true, width)));
            }
            text
        }
        Charset::Vni => decode_with(bytes, &VNI, false, width),
        Charset::Viscii => decode_with(bytes, &VISCII, false, width),
        Charset::Vps => decode_with(bytes, &VPS, false, width),
        Charset::Windows1258 => decode_with(bytes, &CP1258, false, width),
        _ => decode_utf8_again(bytes, width).unwrap_or_default(),
    }
}

/// How many bytes of the source a character stands for.
pub(crate) type Width = fn(char) -> usize;

/// UTF-8 that was read as windows-1252.
fn decode_utf8_again(bytes: &str, width: Width) -> Option<Aligned> {
    let all: Vec<u8> = bytes.chars().map(byte_of).collect::<Option<_>>()?;
    let mut text = Aligned::default();
    let mut source = bytes.chars();
    for c in std::str::from_utf8(&all).ok()?.chars() {
        let widths = source.by_ref().take(c.len_utf8()).map(width);
        text.push(c, widths.sum());
    }
    Some(text)
}

fn decode_with(bytes: &str, table: &Table, swapped_glyphs: bool, width: Width) -> Aligned {
    let mut text = Aligned::default();
    let mut chars = bytes.chars().peekable();
    let mut after_letter = false;
    while let Some(c) = chars.next() {
        let mut wide = width(c);
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
                    wide += chars.next().map_or(0, width);
                }
                pair.copied().unwrap_or(table.single[usize::from(byte)])
            }
            _ => c,
        };
        after_letter = letter.is_alphabetic();
        text.push(letter, wide);
    }
    text
}

/// The byte that was read as `c`, in Latin-1 or windows-1252.
fn byte_of(c: char) -> Option<u8> {
    static SYMBOLS: Lazy<HashMap<char, u8>> =
        Lazy::new(|| (0x80..=0x9F).map(|byte| (western(byte), byte)).collect());
    match u8::try_from(u32::from(c)) {
        Ok(byte) => Some(byte),
        Err(_) => SYMBOLS.get(&c).copied(),
    }
}

/// TCVN3 has no capitals with tone marks, its fonts drew small letters as such. In a line whose
/// other letters are capitals they were meant to be, and in a word of any line in which two others or
/// more are capitals and none is small (*PHầN*); one capital (*Có*) does not tell.
fn restore_capitals(line: Aligned) -> Aligned {
    let text = line.text.as_str();
    let (mut upper, mut letters) = (0, 0);
    // Symbols of documents are capitals in any line.
    let is_symbol = |word: &&str| word.contains(|c: char| c.is_numeric() || matches!(c, '/' | '-'));
    for c in text
        .split(' ')
        .filter(|word| !is_symbol(word))
        .flat_map(str::chars)
    {
        if c.is_alphabetic() && Vowel::of(c).is_none_or(|vowel| vowel.tone == 0) {
            letters += 1;
            upper += usize::from(c.is_uppercase());
        }
    }
    let whole = letters >= 3 && upper * 10 >= letters * 9;
    let meant = |word| whole || is_in_capitals(word);
    if !text.split(' ').any(meant) {
        return line;
    }
    let mut raised = Aligned::default();
    let mut letters = line.widths();
    for word in text.split_inclusive(' ') {
        let meant = meant(word.trim_end_matches(' '));
        for (c, width) in letters.by_ref().take(word.chars().count()) {
            raised.push(if meant { capital(c) } else { c }, width);
        }
    }
    raised
}

/// The capital of a letter that has one.
fn capital(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(capital), None) => capital,
        _ => c,
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
