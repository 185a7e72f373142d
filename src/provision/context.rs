//! What stands around a candidate: whether it is a reference at all, and what follows it.

use std::ops::Range;

use super::grammar::Chain;
use super::words::{Hand, LevelWord, Word, is_compound};
use crate::marker::Level;
use crate::reading::{Case, Place, Reading};
use crate::tables::Tables;
use crate::tables::kinds::Trait;
use crate::text::cursor::word_before;
use crate::text::fold;
use crate::text::letters::is_alphabetic;

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
        Some(c) if is_alphabetic(c) => {
            let letter = match chars.next() {
                Some(second) if second == c => !chars.next().is_some_and(is_alphabetic),
                second => !second.is_some_and(is_alphabetic),
            };
            let word = || {
                let word = label.split_once(|c: char| !c.is_alphanumeric());
                word.map_or(label, |(word, _)| word)
            };
            letter
                || matches!(c, 'n' | 't' | 's' | 'đ' | 'c' | 'm' | 'd') && PLACES.contains(&word())
        }
        _ => false,
    }
}

/// First words of a label that is no number and no letter.
const PLACES: [&str; 9] = ["này", "thứ", "từ", "số", "đầu", "cuối", "mở", "mũ", "dẫn"];

/// Whether the level word at `place` is part of another word or phrase: *thời điểm a*.
pub(super) fn is_within_word(place: Place<'_, '_>, word: LevelWord) -> bool {
    let left = &place.reading().text()[..place.start()];
    if left.ends_with(|c: char| is_alphabetic(c) || c == '_' || c == '-') {
        return true;
    }
    word.case != Case::Title && is_compound(place, word.level)
}

/// Whether a chain that stands at `start` is the heading of the unit itself.
///
/// Nghị định 30/2020/NĐ-CP, Phụ lục I: a part and a chapter stand on a line of their own, the
/// title of a section below its number; an article's number ends in a full stop.
pub(super) fn is_heading(
    reading: &Reading<'_>,
    start: usize,
    chain: &Chain,
    tables: &Tables,
) -> bool {
    let [phrase] = chain.phrases.as_slice() else {
        return false;
    };
    let [term] = phrase.terms.as_slice() else {
        return false;
    };
    term.labels.as_slice().len() == 1
        && is_heading_term(reading, start..chain.end, term.level, tables)
}

fn is_heading_term(reading: &Reading<'_>, at: Range<usize>, level: Level, tables: &Tables) -> bool {
    let Range { start, end } = at;
    let text = reading.text();
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
    let documented = || begins_document(reading, text.len() - words.len(), tables);
    if level == Level::Article {
        return at_line_start && !quoted && begins_title(words) && !documented();
    }
    at_line_start && words.len() < rest.len()
        || begins_capitals(words)
        || at_line_start && (rest.starts_with('(') || begins_title(words) && !documented())
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

/// Whether the kind of a document that has provisions begins at byte `at`, the short name of a law, or a
/// number.
pub(super) fn begins_document(reading: &Reading<'_>, at: usize, tables: &Tables) -> bool {
    let place = reading.place_at(at);
    let kind = || place.start() == at && tables.kinds.named_in(place, Trait::Holds).is_some();
    let words = &reading.text()[at..];
    words.starts_with(|c: char| c.is_ascii_digit()) || kind() || tables.laws.short_name_at(words)
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

/// The byte at which a document could begin to which a provision that ends at byte `end` belongs:
/// `[của|tại …] [Phụ lục] [được] [ban hành] [kèm theo …]`.
pub(crate) fn document_after(reading: &Reading<'_>, end: usize) -> usize {
    let mut hand = Hand::new(reading, end);
    let comma = hand.eat(',');
    if !hand.spaces() {
        return end;
    }
    let plain = hand;
    let linked = hand.word_and_space(Word::Of);
    hand.eat('(');
    let mut attached = hand;
    attached.word_and_space(Word::Annex);
    attached.word_and_space(Word::Passive);
    let issued = attached.word_and_space(Word::Issued);
    let along = attached.word_and_space(Word::Along)
        || issued && (attached.word_and_space(Word::By) || attached.word_and_space(Word::Of));
    match (along, linked) {
        (true, _) => attached.pos(),
        (false, true) => hand.pos(),
        (false, false) if comma => end,
        (false, false) => plain.pos(),
    }
}

/// Whether the document named at byte `at` is the one that speaks: *Luật này*, *Quy chế này*.
pub(super) fn names_itself(reading: &Reading<'_>, at: usize, tables: &Tables) -> bool {
    let place = reading.place_at(at);
    let named = tables.kinds.named_in(place, Trait::Holds);
    named.is_some_and(|(_, this)| {
        place.start() == at
            && this.gap().is_soft()
            && fold::is_lowered(reading.slice(this.index()), "này")
    })
}
