//! Abbreviations that a text defines for itself: *công nghệ thông tin (CNTT)*.

use std::borrow::Cow;

use memchr::memchr_iter;

use crate::carry::carried;
use crate::span::{Found, Span};
use crate::text::cursor::Cursor;
use crate::text::fold::split_tone;

/// A short form and the words it stands for, from its definition on.
///
/// The span of the find covers both, `công nghệ thông tin (CNTT)`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Abbreviation<'t> {
    /// The short form, without brackets: `CNTT`.
    pub short: Cow<'t, str>,
    /// The long form as the text has it; a head word such as *Vụ* or *Cục* is not part of it.
    pub long: Cow<'t, str>,
}

carried!(Abbreviation<'_> { short, long });

/// Words that may lie between two words of a long form without a letter of their own.
const SILENT: &[&str] = &[
    "và", "của", "về", "các", "cho", "với", "trong", "ở", "tại", "theo", "những",
];

/// Phrases that may stand before the short form inside the brackets.
const LABELS: &[(&str, ())] = &[
    ("sau đây gọi tắt là", ()),
    ("sau đây viết tắt là", ()),
    ("sau đây gọi chung là", ()),
    ("sau đây gọi là", ()),
    ("dưới đây gọi tắt là", ()),
    ("viết tắt là", ()),
    ("viết tắt", ()),
    ("gọi tắt là", ()),
    ("gọi tắt", ()),
];

/// The longest definition that is followed, in words.
const MOST_WORDS: usize = 16;

/// Every abbreviation that `text` defines, in order.
///
/// A short form in brackets counts when its letters are the initials of the words before it, in
/// order, each syllable one letter; small words such as *và* may be passed over. So an agency
/// tag, `(PLVN)`, which nothing before it spells, is none.
///
/// ```
/// let found = vanban::abbreviation::find("ứng dụng công nghệ thông tin (CNTT) tại Bộ");
/// assert_eq!(found[0].text, "công nghệ thông tin (CNTT)");
/// assert_eq!((&*found[0].value.short, &*found[0].value.long), ("CNTT", "công nghệ thông tin"));
/// ```
pub fn find(text: &str) -> Vec<Found<'_, Abbreviation<'_>>> {
    memchr_iter(b'(', text.as_bytes())
        .filter_map(|open| definition(text, open))
        .collect()
}

/// The definition whose short form stands in the bracket that opens at byte `open`.
fn definition(text: &str, open: usize) -> Option<Found<'_, Abbreviation<'_>>> {
    let mut cursor = Cursor::new(text, open + 1);
    cursor.spaces();
    cursor.any_phrase(LABELS);
    cursor.eat_while(|c| c == ' ' || c == ':' || c == '“' || c == '"');
    let short = cursor.eat_while(|c| c.is_alphanumeric() || c == '&' || c == '-');
    let end = cursor.pos();
    cursor.eat_while(|c| c == ' ' || c == '”' || c == '"');
    if !cursor.eat(')') {
        return None;
    }
    let letters: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.len() < 2 || letters.iter().filter(|c| c.is_uppercase()).count() < 2 {
        return None;
    }
    let long = spelled_by(&letters, &text[..open])?;
    let short = Span::new(end - short.len(), end).of(text);
    Some(Found::new(
        text,
        Span::new(long.start, cursor.pos()),
        Abbreviation {
            short: short.into(),
            long: long.of(text).into(),
        },
    ))
}

/// The last words of `left` whose initials are `letters`.
fn spelled_by(letters: &[char], left: &str) -> Option<Span> {
    let end = left.trim_end().len();
    let mut start = end;
    let mut open = letters.len();
    for _ in 0..MOST_WORDS {
        let before = left[..start].trim_end_matches([' ', '\n', ',', '-', '–', '"', '”', '“']);
        let word_start = before.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |i| {
            i + before[i..].chars().next().map_or(0, char::len_utf8)
        });
        let word = &before[word_start..];
        let initial = word.chars().next()?;
        start = word_start;
        if same_initial(initial, letters[open - 1]) {
            open -= 1;
            if open == 0 {
                return Some(Span::new(start, end));
            }
        } else if open == letters.len() || !SILENT.contains(&word) {
            return None;
        }
    }
    None
}

/// Whether a word that begins with `initial` may stand behind `letter`: shapes are dropped in
/// short forms (*Ủy ban* is UB, *ứng dụng* is UD), but đ is a letter of its own.
fn same_initial(initial: char, letter: char) -> bool {
    let plain = |c: char| match split_tone(c).0 {
        'ă' | 'â' => 'a',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        other => other,
    };
    plain(initial) == plain(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions() {
        for (text, short, long) in [
            (
                "Vụ Phổ biến, giáo dục pháp luật (PBGDPL) trình",
                "PBGDPL",
                "Phổ biến, giáo dục pháp luật",
            ),
            (
                "Cục Kế hoạch - Tài chính (KHTC)",
                "KHTC",
                "Kế hoạch - Tài chính",
            ),
            (
                "bộ thủ tục hành chính (sau đây viết tắt là TTHC)",
                "TTHC",
                "thủ tục hành chính",
            ),
            (
                "Bộ Khoa học và Công nghệ (KH&CN)",
                "KH&CN",
                "Khoa học và Công nghệ",
            ),
            ("Ủy ban nhân dân (UBND) tỉnh", "UBND", "Ủy ban nhân dân"),
            (
                "hệ thống đánh giá và quản lý (ĐGQL)",
                "ĐGQL",
                "đánh giá và quản lý",
            ),
            (
                "công nghệ\nthông tin (“CNTT”)",
                "CNTT",
                "công nghệ\nthông tin",
            ),
        ] {
            let found = find(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(
                (&*found[0].value.short, &*found[0].value.long),
                (short, long)
            );
        }
    }

    #[test]
    fn no_definitions() {
        for text in [
            "(PLVN) - Bộ Tư pháp",
            "Liên minh châu Âu (EU)",
            "Điều 5 (Mẫu số 1)",
            "Nguyễn Văn A (Hà Nội)",
            "doanh nghiệp (DA)",
            "điểm (a)",
            "(",
            "công nghệ thông tin (CNTT",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}
