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

/// How names begin. Capital first letters only: running text in lower case names no body.
const OPENINGS: &[&str] = &[
    "Bộ ",
    "BỘ ",
    "BCH ",
    "BTV ",
    "BCS",
    "BCĐ",
    "BHXH",
    "Ban ",
    "BAN ",
    "Bí ",
    "BÍ ",
    "Bảo h",
    "BẢO H",
    "Bệnh v",
    "BỆNH V",
    "Công ",
    "CÔNG ",
    "Cục ",
    "CỤC ",
    "Chi ",
    "CHI ",
    "Chính ph",
    "CHÍNH PH",
    "Chính Ph",
    "Chủ ",
    "CHỦ ",
    "Chánh ",
    "CHÁNH ",
    "Cơ q",
    "CƠ Q",
    "Cảnh s",
    "CẢNH S",
    "Giám đ",
    "GIÁM Đ",
    "Hiệp h",
    "HIỆP H",
    "Hiệu t",
    "Hội ",
    "HỘI ",
    "Học v",
    "HỌC V",
    "Huyện ",
    "HUYỆN ",
    "HĐND",
    "Kho b",
    "KHO B",
    "Kiểm ",
    "KIỂM ",
    "KBNN",
    "Liên ",
    "LIÊN ",
    "LĐLĐ",
    "Mặt ",
    "MẶT ",
    "MTTQ",
    "Ngân h",
    "NGÂN H",
    "NHNN",
    "Nhà x",
    "Phòng ",
    "PHÒNG ",
    "Quân ",
    "QUÂN ",
    "Quốc h",
    "QUỐC H",
    "Quỹ ",
    "QUỸ ",
    "Quận ",
    "QUẬN ",
    "Sở ",
    "SỞ ",
    "TAND",
    "TTXVN",
    "TT ",
    "TT.",
    "Tập ",
    "TẬP ",
    "Thanh tra",
    "THANH TRA",
    "Thi hành",
    "Thành ",
    "THÀNH ",
    "Thông t",
    "THÔNG T",
    "Thống đ",
    "THỐNG Đ",
    "Thủ t",
    "THỦ T",
    "Thường t",
    "THƯỜNG T",
    "Thị ",
    "THỊ ",
    "Toà ",
    "Tòa ",
    "TOÀ ",
    "TÒA ",
    "Tổng ",
    "TỔNG ",
    "Tỉnh ",
    "TỈNH ",
    "Trung ",
    "TRUNG ",
    "Trưởng ",
    "Trường ",
    "TRƯỜNG ",
    "Tư l",
    "TƯ L",
    "UBND",
    "UBTVQH",
    "UBMTTQ",
    "UBKT",
    "UBTW",
    "UBTƯ",
    "UB ",
    "Uỷ ",
    "UỶ ",
    "Ủy ",
    "ỦY ",
    "VKSND",
    "VKS",
    "VP ",
    "Văn ph",
    "VĂN PH",
    "Viện ",
    "VIỆN ",
    "Vụ ",
    "VỤ ",
    "Đài ",
    "ĐÀI ",
    "Đại h",
    "ĐẠI H",
    "Đảng ",
    "ĐẢNG ",
    "Đoàn ",
    "ĐOÀN ",
    "ĐU ",
    "UBCK",
    "CA ",
    "Hội đ",
];

/// How classes of bodies begin, and the one body that is written in lower case.
const LOWER: &[&str] = &[
    "đại hội đại biểu",
    "ác bộ",
    "ác Bộ",
    "ác sở",
    "ác Sở",
    "ác cơ quan",
    "ác Cơ quan",
    "ác địa phương",
    "ác đơn vị",
    "ác ban, ",
    "ác ban ngành",
    "ác ngành",
    "ác cấp ủy",
    "ác tỉnh, thành",
    "ác tỉnh ủy",
    "ác Tỉnh ủy",
    "ác Vụ",
    "ác Cục",
    "ộ, cơ quan ngang",
    "ộ, ngành",
    "ở, ban",
];

enum Search {
    Packed(packed::Searcher),
    Plain(Box<AhoCorasick>),
}

static TRIGGERS: Lazy<Search> = Lazy::new(|| {
    let literals = OPENINGS.iter().chain(LOWER);
    let packed = packed::Config::new()
        .match_kind(packed::MatchKind::LeftmostFirst)
        .builder()
        .extend(literals.clone())
        .build();
    match packed {
        Some(searcher) => Search::Packed(searcher),
        None => Search::Plain(Box::new(
            AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostFirst)
                .build(literals)
                .expect("a fixed list of literals"),
        )),
    }
});

fn triggers(text: &str) -> Box<dyn Iterator<Item = (usize, usize)> + '_> {
    match &*TRIGGERS {
        Search::Packed(searcher) => Box::new(
            searcher
                .find_iter(text)
                .map(|m| (m.start(), m.pattern().as_usize())),
        ),
        Search::Plain(searcher) => Box::new(
            searcher
                .find_iter(text)
                .map(|m| (m.start(), m.pattern().as_usize())),
        ),
    }
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
    let mut done = 0;
    for (at, pattern) in triggers(text) {
        if at < done {
            continue;
        }
        if pattern >= OPENINGS.len() && !LOWER[pattern - OPENINGS.len()].starts_with('đ') {
            let (start, end) = match class(&mut grammar.words, text, at, done) {
                Some(class) => class,
                None => continue,
            };
            let mut name = text[start..end]
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            name.shrink_to_fit();
            let read = Read {
                end,
                name,
                generic: true,
                ..Read::default()
            };
            done = end;
            found.push((Span::new(start, end), read));
            continue;
        }
        if text[..at]
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '-') && in_symbol(text, at))
        {
            continue;
        }
        let before = word_before(text, at);
        let deputy = matches!(before, "Phó" | "phó" | "PHÓ" | "nguyên" | "Nguyên" | "cố");
        if deputy && text[at..].starts_with("Thủ")
            || matches!(before, "phi" | "Phi" | "liên" | "Luật" | "luật")
        {
            continue;
        }
        if inside_compound(text, at, before) {
            continue;
        }
        let Some(mut read) = grammar.read(at, deputy) else {
            continue;
        };
        // *các Ban Đảng*: more than one.
        read.generic |=
            read.parent.is_none() && read.code.is_none() && matches!(before, "các" | "Các");
        done = read.end;
        found.push((Span::new(at, read.end), read));
    }
    found
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

/// Whether a dash or slash before `at` belongs to a symbol such as `QĐ-UBND`.
fn in_symbol(text: &str, at: usize) -> bool {
    text[..at - 1]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric)
}

/// A class of bodies around a trigger: from *các* or the first noun.
fn class(words: &mut Words<'_>, text: &str, at: usize, done: usize) -> Option<(usize, usize)> {
    let start = text[..at]
        .char_indices()
        .next_back()
        .filter(|(_, c)| matches!(c, 'c' | 'C' | 'b' | 'B' | 's' | 'S'))?
        .0;
    if start < done
        || text[..start]
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric)
    {
        return None;
    }
    if !text[start..].starts_with(['c', 'C'])
        && matches!(
            word_before(text, start),
            "cán" | "cơ" | "Cán" | "nội" | "toàn"
        )
    {
        return None;
    }
    generic::read(words, start).map(|end| (start, end))
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
