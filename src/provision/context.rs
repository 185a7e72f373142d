//! What stands around a candidate: whether it is a reference at all, and what follows it.

use std::ops::Range;

use super::grammar::Chain;
use super::label::Label;
use super::words::{Hand, LevelWord, Word, is_compound};
use crate::marker::Level;
use crate::reading::{Case, Place};
use crate::tables::kinds::Trait;
use crate::tables::{Tables, laws};
use crate::text::cursor::{Cursor, word_before};

/// Whether `label`, read up to `hand`, is the number of an amount. `listed`: it has no level word
/// of its own.
pub(super) fn is_quantity(hand: Hand<'_, '_>, label: &Label<'_>, listed: bool) -> bool {
    if !label.has_digits() {
        return false;
    }
    // A decimal: "điểm 7,5 điểm", "khoản 1,5 triệu".
    let mut decimal = hand;
    let mut ahead = hand;
    if decimal.eat(',') && !decimal.digits().is_empty() {
        ahead = decimal;
    }
    ahead.spaces()
        && (ahead.word(Word::Measure) || listed && label.is_number() && ahead.word(Word::Counted))
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
        Some(c) if c.is_ascii_digit() || c.is_uppercase() || c == '(' => true,
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

/// Whether the level word at `place` is part of another word or phrase: *thời điểm a*.
pub(super) fn is_within_word(place: Place<'_, '_>, word: LevelWord) -> bool {
    let left = &place.reading().text()[..place.start()];
    if left.ends_with(|c: char| c.is_alphabetic() || c == '_' || c == '-') {
        return true;
    }
    word.case != Case::Title && is_compound(place, word.level)
}

/// Whether a chain that stands at `start` is the heading of the unit itself.
///
/// Nghị định 30/2020/NĐ-CP, Phụ lục I: a part and a chapter stand on a line of their own, the
/// title of a section below its number; an article's number ends in a full stop.
pub(super) fn is_heading(text: &str, start: usize, chain: &Chain, tables: &Tables) -> bool {
    let [phrase] = chain.phrases.as_slice() else {
        return false;
    };
    let [term] = phrase.terms.as_slice() else {
        return false;
    };
    term.labels.as_slice().len() == 1 && is_heading_term(text, start..chain.end, term.level, tables)
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
    if !(at_line_start || quoted || after_sentence) {
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
pub(super) fn begins_document(words: &str, tables: &Tables) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit())
        || tables.kinds.named_at(words, Trait::Holds).is_some()
        || laws::short_name_at(words)
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
    if !cursor.spaces() {
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
    if words.iter().any(|word| exact(&mut ahead, word)) && ahead.spaces() {
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
    cursor.spaces() && cursor.phrase("này")
}
