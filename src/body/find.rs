//! Where a body may begin.
//!
//! Names begin with a capital, and there are few of those: a table of bytes finds them, a bitmap
//! of the first four bytes tells those that open a name, the grammar settles each place by
//! itself, and the longest name from the left wins. Classes of bodies begin with *các*, or with
//! *bộ* and a comma.

use std::collections::HashMap;

use memchr::memmem;
use once_cell::sync::Lazy;

use super::generic;
use super::grammar::{Grammar, Open, Read};
use super::lexicon::Lexicon;
use super::words::{Words, in_word};
use crate::span::Span;
use crate::text::cursor::word_before;

/// The first four bytes of names.
struct Openings {
    /// Bytes at which a closer look pays: the last one of an opening's first letter, for the
    /// first one of `Đ` and `Ủ` is everywhere.
    marks: [bool; 256],
    /// Which four bytes, hashed, open a name.
    bits: Vec<u64>,
}

const DIGEST_BITS: u32 = 14;

impl Openings {
    fn digest(four: [u8; 4]) -> usize {
        (u32::from_le_bytes(four).wrapping_mul(0x9E37_79B1) >> (32 - DIGEST_BITS)) as usize
    }

    /// The first place at or after `from`, a character boundary, where a name may begin.
    fn next(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            at = self.next_mark(bytes, at)?;
            // The mark of a letter of several bytes is its last one.
            let back = match bytes[at] {
                b if b.is_ascii() => 0,
                0x90 => 1,
                _ => 2,
            };
            let start = at.saturating_sub(back);
            let digest = Self::digest(*bytes.get(start..)?.first_chunk()?);
            let opens = self.bits[digest / 64] >> (digest % 64) & 1 == 1;
            if opens && start >= from && bytes[start] & 0xC0 != 0x80 {
                return Some(start);
            }
            at += 1;
        }
    }

    /// Sixteen bytes at a time as long as none of them can be a mark; the compiler makes vector
    /// instructions of the fold.
    fn next_mark(&self, bytes: &[u8], mut at: usize) -> Option<usize> {
        loop {
            let chunk = &bytes[at..bytes.len().min(at + 16)];
            if chunk.is_empty() {
                return None;
            }
            let may = chunk.iter().fold(false, |may, &b| {
                may | (b.wrapping_sub(b'A') < 26) | (b == 0x90) | (b == 0xA6)
            });
            if may && let Some(i) = chunk.iter().position(|&b| self.marks[usize::from(b)]) {
                return Some(at + i);
            }
            at += chunk.len();
        }
    }
}

static OPENINGS: Lazy<Openings> = Lazy::new(|| {
    let mut openings = Openings {
        marks: [false; 256],
        bits: vec![0; 1 << (DIGEST_BITS - 6)],
    };
    for [word] in crate::tables::OPENINGS.rows() {
        let word = word.replace('_', " ");
        let first = word.chars().next().map_or(1, char::len_utf8);
        openings.marks[usize::from(word.as_bytes()[first - 1])] = true;
        if let Some(&four) = word.as_bytes().first_chunk() {
            let digest = Openings::digest(four);
            openings.bits[digest / 64] |= 1 << (digest % 64);
        }
    }
    openings
});

static EACH: Lazy<memmem::Finder<'static>> = Lazy::new(|| memmem::Finder::new("ác "));
static COMMA: Lazy<memmem::Finder<'static>> = Lazy::new(|| memmem::Finder::new("ộ, "));
static CONGRESS: Lazy<memmem::Finder<'static>> = Lazy::new(|| memmem::Finder::new("đại hội đại"));

/// Hits of one search in order, each kept until it is asked for.
struct Ahead<I: Iterator<Item = usize>>(std::iter::Peekable<I>);

impl<I: Iterator<Item = usize>> Ahead<I> {
    /// The first hit at or after `from`.
    fn at(&mut self, from: usize) -> usize {
        while self.0.next_if(|&hit| hit < from).is_some() {}
        self.0.peek().copied().unwrap_or(usize::MAX)
    }
}

/// Every body of `text` as it reads by itself, in order.
pub(super) fn find(
    lexicon: &Lexicon,
    defined: &HashMap<String, String>,
    text: &str,
) -> Vec<(Span, Read)> {
    let bytes = text.as_bytes();
    let openings = &*OPENINGS;
    let mut found: Vec<(Span, Read)> = Vec::new();
    let mut grammar = Grammar {
        lexicon,
        defined,
        words: Words::new(text),
    };
    let mut each = Ahead(EACH.find_iter(bytes).peekable());
    let mut comma = Ahead(COMMA.find_iter(bytes).peekable());
    let mut congress = Ahead(CONGRESS.find_iter(bytes).peekable());
    let mut name_at = 0;
    let mut done = 0;
    let mut from = 0;
    loop {
        if name_at != usize::MAX && (name_at < from || from == 0) {
            name_at = openings.next(bytes, from).unwrap_or(usize::MAX);
        }
        let class_at = each.at(from).min(comma.at(from));
        let at = name_at.min(class_at).min(congress.at(from));
        if at == usize::MAX {
            return found;
        }
        let read = match at == class_at {
            true => class(&mut grammar.words, text, at, done),
            false => name(&mut grammar, text, at),
        };
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
        if let Some((span, read)) = read {
            done = span.end;
            from = done;
            found.push((span, read));
        }
    }
}

/// A body whose name begins at `at`.
fn name(grammar: &mut Grammar<'_, '_>, text: &str, at: usize) -> Option<(Span, Read)> {
    let touches = text[..at].chars().next_back();
    if touches.is_some_and(|c| in_word(c) || matches!(c, '/' | '-') && in_symbol(text, at)) {
        return None;
    }
    if !grammar.begins(at) {
        return None;
    }
    let before = word_before(text, at);
    // *KT. Bộ trưởng*, *TL. Bộ trưởng*: the line above a signature.
    let for_another = text[..at].ends_with("KT. ") || text[..at].ends_with("TL. ");
    let deputy = matches!(before, "Phó" | "phó" | "PHÓ" | "nguyên" | "Nguyên" | "cố");
    if deputy && text[at..].starts_with("Thủ")
        || no_body_after(text, at, before)
        || inside_compound(text, at, before)
    {
        return None;
    }
    let mut read = grammar.read(deputy)?;
    if for_another && read.open == Some(Open::Ministry) && read.parent.is_none() {
        return None;
    }
    // *các Ban Đảng*: more than one.
    read.generic |= read.parent.is_none() && read.code.is_none() && matches!(before, "các" | "Các");
    read.shout = !text[at..read.end].chars().any(char::is_lowercase);
    Some((Span::new(at, read.end), read))
}

/// Whether the word before makes something else of a name: *phi chính phủ*, *Luật Ngân hàng Nhà
/// nước*, *trái phiếu Chính phủ*, *Luật Tổ chức Chính phủ*.
fn no_body_after(text: &str, at: usize, before: &str) -> bool {
    matches!(before, "phi" | "Phi" | "phiếu" | "liên" | "Luật" | "luật" | "ngành")
        // *Hải Phòng, Bộ Quốc Phòng*
        || matches!(before, "Hải" | "Quốc") && text[at..].starts_with("Phòng")
        // *Phó Thủ tướng Thường trực Chính phủ* is a title.
        || matches!(before, "tướng" | "thư" | "tịch" | "trưởng") && text[at..].starts_with("Thường trực")
        // *VỤ TRƯỞNG VỤ PHÁP CHẾ* signs.
        || before == "VỤ" && text[at..].starts_with("TRƯỞNG")
        || before == "TRƯỞNG" && text[at..].starts_with("VỤ")
        || before == "chức" && text[..at].trim_end().ends_with("Luật Tổ chức")
}

/// Whether the word at `at` is the second half of a compound (`CƠ SỞ`, `NHIỆM VỤ`, `QUỐC PHÒNG`)
/// or of a place name (`phường Hội An`). Capitals alone do not tell these from heads.
fn inside_compound(text: &str, at: usize, before: &str) -> bool {
    const LEFT: &str = " CƠ TRỤ CÔNG CÁN NỘI TOÀN TIẾN NHIỆM DỊCH PHỤC CHỨC NGHIỆP BỆNH THƯ QUỐC VĂN XÃ \
        NGHĨA BỐ ĐẢNG CHI ĐẠI THAM GIỚI CẢNG HẢI ";
    const PLACE: [&str; 8] = [
        "phường",
        "xã",
        "đường",
        "phố",
        "Phường",
        "Xã",
        "Đường",
        "Phố",
    ];
    if PLACE.contains(&before) {
        return !text[..at].ends_with("thành phố ");
    }
    if before.len() < 2 || !before.chars().all(char::is_uppercase) {
        return false;
    }
    let word: String = text[at..].chars().take(2).collect();
    word.chars().all(char::is_uppercase) && LEFT.split(' ').any(|left| left == before)
}

/// Whether the letters at `at` go on a symbol such as `QĐ-UBND`.
fn in_symbol(text: &str, at: usize) -> bool {
    let glued = text[..at - 1].chars().next_back().is_some_and(in_word);
    let code = text[at..]
        .chars()
        .take(3)
        .filter(|c| c.is_uppercase())
        .count()
        == 3;
    glued && code
}

/// A class of bodies around `at`, the second letter of *các* or of *bộ*.
fn class(words: &mut Words<'_>, text: &str, at: usize, done: usize) -> Option<(Span, Read)> {
    let (start, first) = text[..at].char_indices().next_back()?;
    let lower = first.to_ascii_lowercase();
    if start < done || !matches!(lower, 'c' | 'b' | 's') {
        return None;
    }
    if text[..start].chars().next_back().is_some_and(in_word) {
        return None;
    }
    if lower != 'c'
        && matches!(
            word_before(text, start),
            "cán" | "cơ" | "Cán" | "nội" | "toàn"
        )
    {
        return None;
    }
    let end = generic::read(words, start)?;
    let words: Vec<&str> = text[start..end].split_whitespace().collect();
    let read = Read {
        end,
        name: words.join(" "),
        generic: true,
        ..Read::default()
    };
    Some((Span::new(start, end), read))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_opening_has_a_mark_that_the_scan_sees() {
        for (b, marked) in OPENINGS.marks.iter().enumerate() {
            let seen = (b as u8).is_ascii_uppercase() || b == 0x90 || b == 0xA6;
            assert!(seen || !marked, "{b:#x}");
        }
    }

    #[test]
    fn openings_are_found_across_chunks() {
        for gap in 0..40 {
            for name in ["Bộ Tư pháp", "Ủy ban nhân dân", "Đảng ủy", "VKSND"] {
                let text = format!("{}{name} x", "ộ ".repeat(gap));
                let found = OPENINGS.next(text.as_bytes(), 0);
                assert_eq!(found, Some("ộ ".len() * gap), "{text}");
            }
        }
        assert_eq!(OPENINGS.next("không có gì".as_bytes(), 0), None);
        assert_eq!(OPENINGS.next("".as_bytes(), 0), None);
    }
}
