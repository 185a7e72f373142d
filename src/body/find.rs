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
use super::lexicon::{Lexicon, acts_behind};
use super::words::{Words, in_word};
use crate::span::Span;
use crate::text::cursor::word_before;

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
    let openings = &lexicon.openings;
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
        let before = found.len();
        match at == class_at {
            true => class(&mut grammar, text, at, done, &mut found),
            false => name(&mut grammar, text, at, &mut found),
        }
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
        if let Some((span, _)) = found[before..].last() {
            done = span.end;
            from = done;
        }
    }
}

/// The body whose name begins at `at`, or those of a series.
fn name(grammar: &mut Grammar<'_, '_>, text: &str, at: usize, found: &mut Vec<(Span, Read)>) {
    let touches = text[..at].chars().next_back();
    if touches.is_some_and(|c| in_word(c) || matches!(c, '/' | '-') && in_symbol(text, at)) {
        return;
    }
    if !grammar.begins(at) {
        return;
    }
    let before = word_before(text, at);
    // *KT. Bộ trưởng*, *TL. Bộ trưởng*: the line above a signature.
    let for_another = text[..at].ends_with("KT. ") || text[..at].ends_with("TL. ");
    // Of an office that is left only the body still is one.
    let former = matches!(
        before,
        "Phó" | "phó" | "PHÓ" | "nguyên" | "Nguyên" | "cố" | "cựu"
    );
    if former && text[at..].starts_with("Thủ")
        || no_body_after(text, at, before)
        || inside_compound(text, at, before)
    {
        return;
    }
    let Some(mut read) = grammar.read(former) else {
        return;
    };
    if for_another && read.open == Some(Open::Ministry) && read.parent.is_none()
        || read.idea && !acts_behind(before)
    {
        return;
    }
    if !read.idea {
        let each = (1..=3).filter_map(|back| (read.next + 1).checked_sub(back));
        if let Some(each) = each.filter(|&i| i > 0).find(|&i| grammar.is(i, "các")) {
            let series = grammar.series(text, each);
            if !series.is_empty() {
                return found.extend(series);
            }
        }
    }
    // *các Ban Đảng*, *các Phó Thủ tướng*: more than one.
    let one = read.parent.is_some() || read.code.is_some();
    read.generic |= !one && matches!(before, "các" | "Các");
    read.shout = !text[at..read.end].chars().any(char::is_lowercase);
    found.push((Span::new(read.begin.max(at), read.end), read));
}

/// Whether the word before makes something else of a name: *phi chính phủ*, *Luật Ngân hàng Nhà
/// nước*, *trái phiếu Chính phủ*, *Luật Tổ chức Chính phủ*.
fn no_body_after(text: &str, at: usize, before: &str) -> bool {
    matches!(before, "phi" | "Phi" | "phiếu" | "liên" | "Luật" | "luật" | "ngành")
        // *Hải Phòng, Bộ Quốc Phòng*
        || matches!(before, "Hải" | "Quốc") && text[at..].starts_with("Phòng")
        // *Phó Thủ tướng Thường trực Chính phủ* is a title.
        || matches!(before, "tướng" | "thư" | "tịch" | "trưởng") && text[at..].starts_with("Thường trực")
        // *QH 1/500* is a plan (*quy hoạch*).
        || text[at..].strip_prefix("QH ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
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

/// A class of bodies around `at`, the second letter of *các* or of *bộ*, or a series behind *các*.
fn class(
    grammar: &mut Grammar<'_, '_>,
    text: &str,
    at: usize,
    done: usize,
    found: &mut Vec<(Span, Read)>,
) {
    let Some((start, first)) = text[..at].char_indices().next_back() else {
        return;
    };
    let lower = first.to_ascii_lowercase();
    if start < done
        || !matches!(lower, 'c' | 'b' | 's')
        || text[..start].chars().next_back().is_some_and(in_word)
    {
        return;
    }
    if lower == 'c' {
        grammar.words.restart(start);
        let series = grammar.series(text, 0);
        if !series.is_empty() {
            return found.extend(series);
        }
    } else if matches!(
        word_before(text, start),
        "cán" | "cơ" | "Cán" | "nội" | "toàn"
    ) {
        return;
    }
    let Some(end) = generic::read(&mut grammar.words, start) else {
        return;
    };
    let words: Vec<&str> = text[start..end].split_whitespace().collect();
    let read = Read {
        end,
        name: words.join(" "),
        generic: true,
        ..Read::default()
    };
    found.push((Span::new(start, end), read));
}
