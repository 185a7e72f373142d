//! Where a sentence begins and ends.
//!
//! Good enough to say which words govern which: a full stop inside a number, after an initial or
//! after a title is none, a semicolon is none, and a line that goes on in lower case was wrapped.

use super::cursor::word_before;

/// How far a sentence is followed, in bytes. Longer ones are cut here, which keeps every look
/// around a constant amount of work.
const REACH: usize = 2_000;

/// Abbreviations that end in a full stop without ending a sentence.
const TITLES: &[&str] = &[
    "TP", "Tp", "tp", "TX", "TT", "GS", "PGS", "TS", "ThS", "Ths", "BS", "CN", "KS", "LS", "Tr",
    "tr", "Đ", "P", "Q", "No", "v", "vv",
];

/// The byte at which the sentence around byte `pos` begins, white space skipped.
pub(crate) fn start(text: &str, pos: usize) -> usize {
    let floor = boundary_at_or_after(text, pos.saturating_sub(REACH));
    let start = (floor..pos)
        .rev()
        .find_map(|at| end_mark(text, at))
        .map_or(floor, |(_, past)| past);
    let blank = text[start..pos].len() - text[start..pos].trim_start().len();
    start + blank
}

/// The byte just past the last character of the sentence around byte `pos`, its full stop left out.
pub(crate) fn end(text: &str, pos: usize) -> usize {
    let ceiling = boundary_at_or_after(text, (pos + REACH).min(text.len()));
    (pos..ceiling)
        .find_map(|at| end_mark(text, at))
        .map_or(ceiling, |(at, _)| at)
}

/// The mark at byte `at` that ends a sentence, as (its first byte, the byte past it). Bytes are
/// looked at before characters: nearly all of them are neither.
fn end_mark(text: &str, at: usize) -> Option<(usize, usize)> {
    let c = match text.as_bytes()[at] {
        byte @ (b'.' | b'!' | b'?' | b'\n') => char::from(byte),
        0xE2 if text[at..].starts_with('…') => '…',
        _ => return None,
    };
    ends_sentence(text, at, c).then_some((at, at + c.len_utf8()))
}

/// Whether the character `c` at byte `at` ends a sentence.
fn ends_sentence(text: &str, at: usize, c: char) -> bool {
    match c {
        '\n' => {
            let next = text[at + 1..].trim_start_matches([' ', '\t']);
            let previous = text[..at].trim_end_matches([' ', '\t', '\r']);
            !next.starts_with(|c: char| c.is_lowercase()) && !previous.ends_with(['-', '/', ','])
        }
        '.' | '!' | '?' | '…' => {
            let after = &text[at + c.len_utf8()..];
            let closes = after.is_empty()
                || after.starts_with(|c: char| c.is_whitespace() || "”\"’)]»".contains(c));
            closes && !(c == '.' && is_abbreviation(word_before(text, at)))
        }
        _ => false,
    }
}

fn is_abbreviation(word: &str) -> bool {
    let mut letters = word.chars();
    let initial = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase());
    initial || TITLES.contains(&word)
}

fn boundary_at_or_after(text: &str, mut pos: usize) -> usize {
    while !text.is_char_boundary(pos) {
        pos += 1;
    }
    pos
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` marks the place that is asked about; the sentence around it is expected.
    #[test]
    fn sentences() {
        for (marked, expected) in [
            ("Một. Hai |ba. Bốn", "Hai ba"),
            ("Tại TP. Hồ |Chí Minh. Sau đó", "Tại TP. Hồ Chí Minh"),
            (
                "Theo Nghị quyết số 66.16/2026/|NQ-CP; hết.",
                "Theo Nghị quyết số 66.16/2026/NQ-CP; hết",
            ),
            ("Dòng một\nDòng |hai", "Dòng hai"),
            ("Dòng một\ncòn |tiếp", "Dòng một\ncòn tiếp"),
            ("TT-\nBTC |x", "TT-\nBTC x"),
            ("|", ""),
        ] {
            let pos = marked.find('|').expect("the mark");
            let text = marked.replace('|', "");
            assert_eq!(&text[start(&text, pos)..end(&text, pos)], expected);
        }
    }
}
