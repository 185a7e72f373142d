//! What stands around a candidate: whether it is a reference at all, and what follows it.

use std::ops::Range;

use super::grammar::{Chain, Phrase, Term};
use super::label::Label;
use super::level::{Case, LevelWord, is_compound};
use crate::marker::Level;
use crate::tables::kinds::Trait;
use crate::tables::{Tables, laws};
use crate::text::cursor::{Cursor, word_before};

/// Units of money and measure: *khoản 2 triệu đồng* is an amount.
const MEASURES: &[&str] = &[
    "đồng",
    "triệu",
    "tỷ",
    "tỉ",
    "nghìn",
    "ngàn",
    "trăm",
    "usd",
    "vnđ",
    "vnd",
    "km",
    "kg",
    "ha",
    "mét",
    "phần trăm",
    "mm",
    "cm",
    "lít",
    "tấn",
];

/// Words that a bare number in a list counts: in *Điều 5, 10 ngày* the 10 is no article.
const COUNTED: &[&str] = &[
    "ngày",
    "tháng",
    "năm",
    "tuổi",
    "lần",
    "giờ",
    "phút",
    "giây",
    "người",
    "bản",
    "bộ",
    "tuần",
    "quý",
    "trường hợp",
    "loại",
    "cấp",
    "hình thức",
    "nội dung",
    "nhóm",
    "bước",
    "đơn vị",
    "cơ quan",
    "tỉnh",
    "huyện",
    "xã",
    "nghị định",
    "luật",
    "thông tư",
    "văn bản",
    "tiêu chí",
    "điều kiện",
    "thành viên",
    "cán bộ",
    "biên chế",
];

/// Whether `label`, read up to `cursor`, is the number of an amount. `listed`: it has no level
/// word of its own.
pub(super) fn is_quantity(cursor: Cursor<'_>, label: &Label<'_>, listed: bool) -> bool {
    if !label.text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    // A decimal: "điểm 7,5 điểm", "khoản 1,5 triệu".
    let mut decimal = cursor;
    let mut ahead = cursor;
    if decimal.eat(',') && !decimal.digits().is_empty() {
        ahead = decimal;
    }
    ahead.spaces()
        && (MEASURES.iter().any(|word| exact(&mut ahead, word))
            || listed && label.is_number() && COUNTED.iter().any(|word| exact(&mut ahead, word)))
}

/// Reads `words` just as they are written here, and not the beginning of a longer word.
pub(super) fn exact(cursor: &mut Cursor<'_>, words: &str) -> bool {
    let Some(rest) = cursor.rest().strip_prefix(words) else {
        return false;
    };
    if rest.starts_with(char::is_alphanumeric) {
        return false;
    }
    cursor.advance(words.len());
    true
}

/// Whether `rest`, the text behind a level word, can begin with a label. It turns down most
/// *điều kiện* and *khoản vay* before anything else is looked at.
pub(super) fn may_have_label(rest: &str) -> bool {
    let label = rest.trim_start_matches(':').trim_start();
    if label.len() == rest.len() {
        return label.starts_with(|c: char| c.is_ascii_digit());
    }
    let mut chars = label.chars();
    match chars.next() {
        Some(c) if c.is_ascii_digit() || c.is_uppercase() => true,
        Some('n' | 't' | 's' | 'đ' | 'c' | 'm') => {
            let word = label.split_once(|c: char| !c.is_alphanumeric());
            let word = word.map_or(label, |(word, _)| word);
            word.chars().skip(1).all(|c| c.is_ascii_digit())
                || ["này", "thứ", "từ", "số", "đầu", "cuối", "mở"].contains(&word)
        }
        Some(c) if c.is_alphabetic() => match chars.next() {
            Some(second) if second == c => !chars.next().is_some_and(char::is_alphabetic),
            second => !second.is_some_and(char::is_alphabetic),
        },
        _ => false,
    }
}

/// Whether the level word at `start` is part of another word or phrase: *thời điểm a*.
pub(super) fn is_within_word(text: &str, start: usize, word: LevelWord) -> bool {
    // "quy định tạikhoản 2": a space was lost.
    const GLUED: &[&str] = &["tại", "theo", "của", "và"];
    let left = &text[..start];
    if left.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-')
        && !GLUED.iter().any(|word| left.ends_with(word))
    {
        return true;
    }
    word.case != Case::Capital && is_compound(word_before(text, start), word.level)
}

/// Whether a chain that stands at `start` is the heading of the unit itself.
///
/// Nghị định 30/2020/NĐ-CP, Phụ lục I: a part and a chapter stand on a line of their own, the
/// title of a section below its number; an article's number ends in a full stop.
pub(super) fn is_heading(text: &str, start: usize, chain: &Chain<'_>, tables: &Tables) -> bool {
    let [phrase] = chain.phrases.as_slice() else {
        return false;
    };
    let [term] = phrase.terms.as_slice() else {
        return false;
    };
    term.labels.len() == 1 && is_heading_term(text, start..chain.end, term.level, tables)
}

fn is_heading_term(text: &str, at: Range<usize>, level: Level, tables: &Tables) -> bool {
    let Range { start, end } = at;
    let left = text[..start].trim_end_matches([' ', '\t', '“', '"', '”', '‘', '*', '#', '|', '«']);
    let quoted = text[left.len()..start].contains(['“', '"', '‘', '«']);
    let at_line_start = left.is_empty() || left.ends_with('\n');
    // In a text without line breaks a heading stands behind a sentence or behind the capitals of
    // the heading above it.
    let after_sentence = left.ends_with(['.', ';', ':', '!', '?', '/', ')'])
        || is_capitals(word_before(left, left.len()));
    if !(at_line_start || quoted || after_sentence) || at_line_start && is_wrapped(left) {
        return false;
    }
    let rest = text[end..].trim_start_matches([' ', '\t']);
    if let Some(title) = text[end..].strip_prefix(['.', ':']) {
        // "a) Điều 5." ends an item of a list, "a) Điều 5: Thay …" leads one in; a heading has a
        // full stop and its title on the same line.
        let stops = text[end..].starts_with('.') || level < Level::Article;
        let title = title.trim_start_matches(' ');
        let titled = stops && title.starts_with(char::is_uppercase);
        return at_line_start || quoted || titled;
    }
    if at_line_start && rest.starts_with([':', '[']) {
        return true;
    }
    if rest.starts_with('\n') {
        return at_line_start;
    }
    if level >= Level::Clause {
        return false;
    }
    let words = rest.trim_start_matches(['-', '–', '.', ':', ' ']);
    if level == Level::Article {
        return at_line_start && !quoted && begins_title(words) && !begins_document(words, tables);
    }
    at_line_start && words.len() < rest.len()
        || begins_capitals(words)
        || at_line_start
            && (rest.starts_with('(') || begins_title(words) && !begins_document(words, tables))
}

/// Whether the line before goes on into the next one: it ends in a comma or in a word that
/// cannot end a sentence.
fn is_wrapped(left: &str) -> bool {
    const OPEN: &[&str] = &[
        "tại", "theo", "của", "và", "hoặc", "từ", "đến", "các", "trừ", "với", "trong", "ở",
        "thuộc", "là", "định", "khoản", "điểm", "cứ", "bỏ", "hành", "sung", "đổi", "thế",
    ];
    let line = left.strip_suffix('\n').unwrap_or(left);
    if line.ends_with('\n') {
        return false;
    }
    let last = word_before(line, line.len());
    line.trim_end().ends_with(',') || OPEN.contains(&last)
}

/// Whether `words` begin with a capital letter.
fn begins_title(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
}

/// Whether the first two words are written in capitals, as a title is.
fn begins_capitals(words: &str) -> bool {
    let mut heads = words.split_whitespace();
    heads.next().is_some_and(is_capitals) && heads.next().is_some_and(is_capitals)
}

fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.contains(char::is_lowercase)
}

/// Whether `words` begin with the kind of a document that has provisions, with the short name of a
/// law, or with a number.
fn begins_document(words: &str, tables: &Tables) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit())
        || tables.kinds.named_at(words, Trait::Holds).is_some()
        || laws::short_name_at(words)
}

/// Whether the chain must end before `term`, which was read at `begin..end` behind a chain that
/// ends at `chain_end`: a line break lies between, and a heading begins behind it.
pub(super) fn breaks_off(
    text: &str,
    chain_end: usize,
    begin: usize,
    end: usize,
    open: &Phrase<'_>,
    term: &Term<'_>,
    tables: &Tables,
) -> bool {
    if !text[chain_end..begin].contains('\n') {
        return false;
    }
    let heading = is_heading_term(text, begin..end, term.level, tables);
    let last = open.terms.last().map_or(Level::Annex, |t| t.level);
    // In a wrapped line "điểm a khoản 2 ⏎ Điều 5." goes on; "Chương II ⏎ Điều 5." does not.
    let goes_on = term.level == Level::Article && last > Level::Article;
    heading && !goes_on
}

/// Whether *Điều này* and its like are meant as a unit. In prose *điều này* is "this (thing)",
/// *khoản này* "this amount": alone they need a word before them that points to a place.
pub(super) fn points_here(text: &str, start: usize, word: LevelWord) -> bool {
    const PLACES: &[&str] = &["tại", "của", "theo", "trong", "thuộc", "ở", "trừ"];
    // "quy định chi tiết khoản này", "hướng dẫn Điều này".
    const VERBS: &[&str] = &["tiết", "dẫn", "định", "hiện", "dụng", "nêu", "và", "hoặc"];
    let before = word_before(text, start).to_lowercase();
    let pointed = PLACES.contains(&before.as_str()) || VERBS.contains(&before.as_str());
    let capital = word.case != Case::Lower;
    match word.level {
        Level::Annex => true,
        Level::Article => {
            capital && !before.is_empty() || matches!(before.as_str(), "tại" | "trong")
        }
        Level::Clause | Level::Point => pointed,
        Level::Subpoint => before == "tại",
        Level::Sentence | Level::Indent | Level::Paragraph => false,
        _ => capital && !before.is_empty() || matches!(before.as_str(), "tại" | "theo"),
    }
}

/// Where a document may be named behind a provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opening {
    /// The byte at which its name or kind would begin.
    pub(crate) at: usize,
    /// Whether *của*, *tại*, *kèm theo* or the like ties the two together.
    pub(crate) linked: bool,
}

/// Where the document would begin to which a provision that ends at byte `end` belongs:
/// `[của|tại …] [Phụ lục] [được] [ban hành] [kèm theo …]`.
pub(crate) fn document_after(text: &str, end: usize) -> Opening {
    let start = Cursor::new(text, end);
    let mut cursor = start;
    let comma = cursor.eat(',');
    if !cursor.space_or_break() {
        return Opening {
            at: end,
            linked: false,
        };
    }
    let plain = cursor;
    let mut linked = step(&mut cursor, &["của", "tại", "thuộc", "trong", "ở"]);
    cursor.eat('(');
    let mut attached = cursor;
    step(&mut attached, &["Phụ lục", "phụ lục"]);
    step(&mut attached, &["được"]);
    let issued = step(&mut attached, &["ban hành"]);
    let along = step(&mut attached, &["kèm theo", "đính kèm", "kèm"])
        || issued && step(&mut attached, &["theo", "tại", "bởi"]);
    if along {
        linked = true;
        cursor = attached;
    } else if !linked {
        cursor = plain;
    }
    if comma && !linked {
        return Opening {
            at: end,
            linked: false,
        };
    }
    Opening {
        at: cursor.pos(),
        linked,
    }
}

/// Reads one of `words` and the space behind it.
fn step(cursor: &mut Cursor<'_>, words: &[&str]) -> bool {
    let mut ahead = *cursor;
    if words.iter().any(|word| exact(&mut ahead, word)) && ahead.space_or_break() {
        *cursor = ahead;
        return true;
    }
    false
}

/// Whether the document named at byte `at` is the one that speaks: *Luật này*, *Quy chế này*.
pub(super) fn names_itself(text: &str, at: usize, tables: &Tables) -> bool {
    let Some((_, length)) = tables.kinds.named_at(&text[at..], Trait::Holds) else {
        return false;
    };
    let mut cursor = Cursor::new(text, at + length);
    cursor.space_or_break() && cursor.phrase("này")
}
