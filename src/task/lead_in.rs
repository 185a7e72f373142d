//! The words that announce a list, and how many items they promise.

use super::vocabulary::{Class, prefix};
use crate::span::{Passage, Span};

use crate::tables::numerals::CARDINAL_LIST;
use crate::text::cursor::Cursor;

/// The sentence at the end of `within` that ends in a colon (or in *như sau*, *sau đây* when a
/// line ends there), or `None`.
pub(super) fn find(text: &str, within: Span, line_end: bool) -> Option<Passage<'_>> {
    let words = within.of(text).trim_end();
    let announced = words.ends_with(':') || line_end && is_open_ended(words);
    if !announced {
        return None;
    }
    let start = within.start + last_sentence(words);
    let end = within.start + words.len();
    (start + 1 < end).then(|| Passage::new(text, Span::new(start, end)))
}

/// Words that call for a list even when the colon was forgotten.
fn is_open_ended(words: &str) -> bool {
    let words = words.trim_end_matches(['.', ';', ',']);
    ["như sau", "sau đây", "dưới đây", "bao gồm"]
        .iter()
        .any(|ending| words.ends_with(ending))
}

/// Where the last sentence of `words` begins.
fn last_sentence(words: &str) -> usize {
    let mut at = words.len();
    while let Some(stop) = memchr::memrchr3(b'.', b'!', b'?', &words.as_bytes()[..at]) {
        if let Some(next) = sentence_after(words, stop) {
            return next;
        }
        at = stop;
    }
    words.len() - words.trim_start().len()
}

/// Where the first sentence of `words` ends, its full stop included, if another one follows.
pub(super) fn first_sentence_end(words: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = words[at..].find(['.', '!', '?', '…']) {
        let stop = at + found;
        let len = words[stop..].chars().next().map_or(1, char::len_utf8);
        if sentence_after(words, stop).is_some() {
            return Some(stop + len);
        }
        at = stop + len;
    }
    None
}

/// Where the next sentence begins when the sign at byte `stop` ends one: a space and a capital
/// follow, and what stands before is no abbreviation (*TP. Hồ Chí Minh*, *Nguyễn Văn A. Bình*).
pub(super) fn sentence_after(words: &str, stop: usize) -> Option<usize> {
    let sign = words[stop..].chars().next()?;
    let after = words[stop + sign.len_utf8()..].trim_start_matches(['”', '"', ')']);
    let next = after.trim_start();
    if next.len() == after.len() || !next.starts_with(|c: char| c.is_uppercase() || c == '“') {
        return None;
    }
    if sign == '.' {
        let before = &words[..stop];
        let word = before
            .char_indices()
            .rev()
            .take(6)
            .take_while(|(_, c)| c.is_alphanumeric())
            .last()
            .map_or("", |(i, _)| &before[i..]);
        const TITLES: [&str; 17] = [
            "TP", "Tp", "tp", "TS", "ThS", "Ths", "PGS", "GS", "BS", "KS", "CN", "LS", "TT", "TX",
            "Q", "P", "KT",
        ];
        let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
        if TITLES.contains(&word) || initial {
            return None;
        }
    }
    Some(words.len() - next.len())
}

/// A number of items that a text declares: *07 nhóm nhiệm vụ*, *ba giải pháp*.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Count {
    value: u32,
    /// From the number to the end of the noun, in bytes of the words searched.
    span: Span,
}

/// The number of items that the text declares for a list of `found`: what its lead-in says, or
/// what stands shortly before it (*có 05 nội dung. Cụ thể:*) when that number is right. A number
/// that stands further away, or without a list, belongs to no list.
pub(super) fn declared<'t>(
    text: &'t str,
    lead_in: Option<&Passage<'t>>,
    scope: Span,
    found: u32,
) -> Option<(u32, Passage<'t>)> {
    let within = |span: Span| {
        let counts = declared_counts(span.of(text));
        let right = counts.iter().find(|count| count.value == found);
        // *5 nhóm nhiệm vụ với 22 nhiệm vụ cụ thể*: the list is of what is named first.
        let count = right.or(counts.first()).copied()?;
        let place = Span::new(span.start + count.span.start, span.start + count.span.end);
        Some((count.value, Passage::new(text, place)))
    };
    let said = lead_in.and_then(|lead_in| within(lead_in.span));
    let said = said.or_else(|| counted(text, lead_in?, found));
    said.or_else(|| within(end_of(text, scope)).filter(|&(value, _)| value == found))
}

/// The end of `scope`: numbers further away count something else.
fn end_of(text: &str, scope: Span) -> Span {
    let mut start = scope.start.max(scope.end.saturating_sub(NEAR));
    while !text.is_char_boundary(start) {
        start += 1;
    }
    Span::new(start, scope.end)
}

/// How far before a list the number of its items may stand, in bytes.
const NEAR: usize = 400;

/// The right number of whatever `lead_in` ends with, *sau đây* or *như sau* behind it or not: *có 02
/// vi phạm sau đây:*, *tổ chức 03 cuộc:*.
fn counted<'t>(text: &'t str, lead_in: &Passage<'t>, found: u32) -> Option<(u32, Passage<'t>)> {
    let words = lead_in.text.trim_end_matches([':', ' ', '.']);
    let pointers = ["sau đây", "như sau", "sau", "dưới đây"];
    let head = pointers
        .iter()
        .find_map(|pointer| words.strip_suffix(pointer));
    let head = head.unwrap_or(words).trim_end();
    let mut from = head.len();
    for _ in 0..COUNTED_WORDS {
        from = head[..from].trim_end().rfind(' ')? + 1;
        let mut rest = head[from..].split(' ');
        let number = rest.next().unwrap_or_default();
        let digits = number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
        let cardinal = || {
            let number = number.to_lowercase();
            let known = CARDINAL_LIST.iter().find(|(words, _)| *words == number);
            known.map(|&(_, value)| value)
        };
        let value = if digits {
            number.parse().ok()
        } else {
            cardinal()
        };
        let Some(value) = value.filter(|&value| value > 1) else {
            continue;
        };
        // So many days or people are no items.
        const UNITS: [&str; 12] = [
            "ngày", "tháng", "năm", "giờ", "phút", "đồng", "tỷ", "triệu", "người", "tuổi", "km",
            "ha",
        ];
        if value != found || rest.next().is_none_or(|noun| UNITS.contains(&noun)) {
            return None;
        }
        let start = lead_in.span.start;
        let span = Span::new(start + from, start + head.len());
        return Some((value, Passage::new(text, span)));
    }
    None
}

/// The last sentence of `scope` when it ends in a full stop and says how many items follow: *Sở đề ra
/// 4 giải pháp.*
pub(super) fn counting_sentence(text: &str, scope: Span, found: u32) -> Option<Passage<'_>> {
    let words = scope.of(text).trim_end();
    if !words.ends_with('.') {
        return None;
    }
    let start = scope.start + last_sentence(&words[..words.len() - 1]);
    let sentence = Passage::new(text, Span::new(start, scope.start + words.len()));
    let right = declared_counts(&sentence.text)
        .iter()
        .any(|count| count.value == found);
    (right || counted(text, &sentence, found).is_some()).then_some(sentence)
}

/// What is counted is named in fewer words.
const COUNTED_WORDS: usize = 6;

/// The numbers of items declared in `words`, which do not hold the list itself. *một* is the
/// article, not a count.
fn declared_counts(words: &str) -> Vec<Count> {
    let mut counts: Vec<Count> = Vec::new();
    let bytes = words.as_bytes();
    let mut word = true;
    for (at, &byte) in bytes.iter().enumerate() {
        if word && may_count(byte, bytes.get(at + 1).copied().unwrap_or(b' ')) {
            let taken = counts.last().is_some_and(|count| at < count.span.end);
            if !taken {
                counts.extend(count_at(Cursor::new(words, at)));
            }
        }
        word = matches!(byte, b' ' | b'(' | b'\n' | b'\t');
    }
    counts
}

/// Whether a number could begin with the bytes `a` and `b`: a digit, or the first letters of a
/// cardinal in either case.
fn may_count(a: u8, b: u8) -> bool {
    match a | 0x20 {
        b'0'..=b'9' => a.is_ascii_digit(),
        b'm' => b == 0xC6,
        b'h' => b | 0x20 == b'a',
        b'b' => b | 0x20 == b'a' || b == 0xE1,
        b'n' => b == 0xC4,
        b's' | b't' => b == 0xC3,
        b'c' => b | 0x20 == b'h',
        _ => false,
    }
}

fn count_at(mut cursor: Cursor<'_>) -> Option<Count> {
    let start = cursor.pos();
    let first = cursor.peek()?;
    let value = if first.is_ascii_digit() {
        let digits = cursor.digits();
        digits.parse().ok().filter(|_| digits.len() <= 3)?
    } else {
        // *một* counts nothing: it is the article *a* nearly everywhere.
        let mut known = CARDINAL_LIST.iter().filter(|(_, value)| *value > 1);
        let (bytes, value) =
            known.find_map(|&(words, value)| Some((prefix(cursor.rest(), words)?, value)))?;
        cursor.advance(bytes);
        value
    };
    let mut gloss = cursor;
    if gloss.spaces() && gloss.eat('(') {
        gloss.eat_while(|c| c.is_alphabetic() || c == ' ');
        if gloss.eat(')') {
            cursor = gloss;
        }
    }
    let article = value == 1 && !first.is_ascii_digit();
    if value == 0 || article || !cursor.spaces() || !Class::Countable.eat(&mut cursor) {
        return None;
    }
    // The noun phrase goes on to the end of its clause: *nhiệm vụ, giải pháp chủ yếu*.
    let mut end = cursor.pos();
    loop {
        let mut next = cursor;
        next.eat_while(|c| matches!(c, ' ' | ','));
        next.phrase("và");
        next.spaces();
        let more = Class::Countable.eat(&mut next) || Class::Quality.eat(&mut next);
        if !more || next.pos() == cursor.pos() {
            break;
        }
        cursor = next;
        end = cursor.pos();
    }
    Some(Count {
        value,
        span: Span::new(start, end),
    })
}

/// Whether a lead-in announces what is to be done or what something consists of, so that bare
/// paragraphs below it are a list.
pub(super) fn announces(words: &str) -> bool {
    let key = words.to_lowercase();
    words.trim_end().ends_with(':') && Class::Announcement.phrases().any(|word| key.contains(word))
}

/// Whether a paragraph takes the talk elsewhere: it goes back to the whole (*Theo …*, *Trên cơ
/// sở …*), or adds to it (*Ngoài ra*).
pub(super) fn changes_topic(words: &str) -> bool {
    Class::Topic.starts(words)
}
