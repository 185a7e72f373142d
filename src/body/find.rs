//! Where a body may begin.
//!
//! A packed literal search jumps to the first letters of the words that open a name; the grammar
//! settles each place by itself, and the longest name from the left wins.

use std::collections::HashMap;

use aho_corasick::packed;
use aho_corasick::{AhoCorasick, MatchKind};
use once_cell::sync::Lazy;

use super::generic;
use super::grammar::{Grammar, Open, Read};
use super::lexicon::Lexicon;
use super::words::Words;
use crate::span::Span;
use crate::text::cursor::word_before;

/// How names of bodies begin (capital letters only: running text in lower case names no body),
/// and how classes of bodies do.
static OPENINGS: Lazy<Vec<(Opening, Vec<u8>)>> = Lazy::new(|| {
    let mut openings: Vec<(Opening, Vec<u8>)> = Vec::new();
    for line in include_str!("openings.txt").lines() {
        let mut words = line.split(' ');
        let (opening, most) = match words.next() {
            Some("short") => (Opening::Name, 4),
            Some("whole") => (Opening::Name, usize::MAX),
            Some("class") => (Opening::Class, usize::MAX),
            _ => continue,
        };
        for word in words {
            let mut literal = word.replace('_', " ").into_bytes();
            literal.truncate(most);
            if !openings.iter().any(|(_, known)| *known == literal) {
                openings.push((opening, literal));
            }
        }
    }
    openings
});

#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Name,
    /// Found from its second letter on: *ác bộ* in *các bộ* and *Các bộ*.
    Class,
}

enum Search {
    Packed(Box<packed::Searcher>),
    Plain(Box<AhoCorasick>),
}

static TRIGGERS: Lazy<Search> = Lazy::new(|| {
    let literals = OPENINGS.iter().map(|(_, literal)| literal);
    let packed = packed::Config::new()
        .match_kind(packed::MatchKind::LeftmostFirst)
        .heuristic_pattern_limits(false)
        .builder()
        .extend(literals.clone())
        .build();
    match packed {
        Some(searcher) => Search::Packed(Box::new(searcher)),
        None => Search::Plain(Box::new(
            AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostFirst)
                .build(literals)
                .expect("a fixed list of literals"),
        )),
    }
});

/// The next opening at or after byte `from`.
fn next_opening(text: &str, from: usize) -> Option<(usize, Opening)> {
    let range = from..text.len();
    let (at, pattern) = match &*TRIGGERS {
        Search::Packed(searcher) => {
            let found = searcher.find_in(text, range.into())?;
            (found.start(), found.pattern())
        }
        Search::Plain(searcher) => {
            let found = searcher.find(aho_corasick::Input::new(text).range(range))?;
            (found.start(), found.pattern())
        }
    };
    Some((at, OPENINGS[pattern.as_usize()].0))
}

/// Every body of `text` as it reads by itself, in order.
pub(super) fn find(
    lexicon: &Lexicon,
    defined: &HashMap<String, String>,
    text: &str,
) -> Vec<(Span, Read)> {
    let mut found: Vec<(Span, Read)> = Vec::new();
    let mut grammar = Grammar {
        lexicon,
        defined,
        words: Words::new(text),
    };
    let (mut from, mut done) = (0, 0);
    while let Some((at, opening)) = next_opening(text, from) {
        let read = match opening {
            Opening::Name => name(&mut grammar, text, at),
            Opening::Class => class(&mut grammar.words, text, at, done),
        };
        match read {
            Some((span, read)) => {
                from = span.end;
                done = span.end;
                found.push((span, read));
            }
            // On to the next letter; in *các Bộ Tài chính* the name comes after the class.
            None => from = at + text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// A body whose name begins at `at`.
fn name(grammar: &mut Grammar<'_, '_>, text: &str, at: usize) -> Option<(Span, Read)> {
    let touches = text[..at].chars().next_back();
    if touches.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '-') && in_symbol(text, at))
    {
        return None;
    }
    let before = word_before(text, at);
    let deputy = matches!(before, "Phó" | "phó" | "PHÓ" | "nguyên" | "Nguyên" | "cố");
    if deputy && text[at..].starts_with("Thủ")
        || no_body_after(text, at, before)
        || inside_compound(text, at, before)
    {
        return None;
    }
    let mut read = grammar.read(at, deputy)?;
    // *các Ban Đảng*: more than one.
    read.generic |= read.parent.is_none() && read.code.is_none() && matches!(before, "các" | "Các");
    read.shout = !text[at..read.end].chars().any(char::is_lowercase);
    Some((Span::new(at, read.end), read))
}

/// Whether the word before makes something else of a name: *phi chính phủ*, *Luật Ngân hàng Nhà
/// nước*, *trái phiếu Chính phủ*, *Luật Tổ chức Chính phủ*.
fn no_body_after(text: &str, at: usize, before: &str) -> bool {
    matches!(before, "phi" | "Phi" | "phiếu" | "liên" | "Luật" | "luật")
        || before == "chức" && text[..at].trim_end().ends_with("Luật Tổ chức")
}

/// Whether the word at `at` is the second half of a compound (`CƠ SỞ`, `NHIỆM VỤ`, `QUỐC PHÒNG`)
/// or of a place name (`phường Hội An`). Capitals alone do not tell these from heads.
fn inside_compound(text: &str, at: usize, before: &str) -> bool {
    const LEFT: &str = " CƠ TRỤ CÔNG CÁN NỘI TOÀN TIẾN NHIỆM DỊCH PHỤC CHỨC NGHIỆP BỆNH THƯ QUỐC VĂN XÃ \
        NGHĨA BỐ ĐẢNG CHI ĐẠI THAM GIỚI ";
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
    let glued = text[..at - 1]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric);
    let code = text[at..]
        .chars()
        .take(3)
        .filter(|c| c.is_uppercase())
        .count()
        == 3;
    glued && code
}

/// A class of bodies around an opening: from *các* or from the first noun.
fn class(words: &mut Words<'_>, text: &str, at: usize, done: usize) -> Option<(Span, Read)> {
    let (start, first) = text[..at].char_indices().next_back()?;
    let lower = first.to_ascii_lowercase();
    if start < done || !matches!(lower, 'c' | 'b' | 's') {
        return None;
    }
    if text[..start]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric)
    {
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

/// The name with what the document says added.
pub(super) fn complete(read: &Read, open: Open, with: &str) -> String {
    match open {
        Open::Ministry if read.holder.is_some() && read.name == "Bộ trưởng" => {
            format!("Bộ trưởng {with}")
        }
        Open::Ministry => match read.name.strip_suffix("Bộ") {
            Some(head) => format!("{head}{with}"),
            None => read.name.clone(),
        },
        Open::Province | Open::City => format!("{} {with}", read.name),
    }
}
