//! Lines, and what a line is when it opens no unit.

use crate::span::Span;
use crate::text::fold;

/// A line without its indent and trailing space.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    pub span: Span,
    pub text: &'t str,
}

/// The lines of `text` that are not blank, trimmed.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for raw in text.split('\n') {
        let trimmed = raw.trim();
        if !trimmed.is_empty() {
            let at = start + (raw.len() - raw.trim_start().len());
            lines.push(Line {
                span: Span::new(at, at + trimmed.len()),
                text: trimmed,
            });
        }
        start += raw.len() + 1;
    }
    lines
}

/// Whether the words are capitals throughout; a line without letters is not.
pub(super) fn is_caps(line: &str) -> bool {
    let mut letters = line.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
}

/// Whether one of `phrases` (in lower case) stands at the head of `line` as whole words.
pub(super) fn starts_with_any(line: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|p| fold::prefix(line, p).is_some())
}

/// Whether the line is the head of the list of recipients (*Nơi nhận:*).
pub(super) fn is_recipients(line: &str) -> bool {
    fold::prefix(line, "nơi nhận").is_some_and(|end| {
        let rest = line[end..].trim_start();
        rest.is_empty() || rest.starts_with([':', '.', '-'])
    })
}

/// Offices that sign. A signature line is one of them in capitals, alone or with the name of the
/// body, or starts with the authority under which somebody signs.
const OFFICES: [&str; 25] = [
    "bộ trưởng",
    "thứ trưởng",
    "chủ tịch",
    "phó chủ tịch",
    "chủ nhiệm",
    "phó chủ nhiệm",
    "thủ tướng",
    "phó thủ tướng",
    "thống đốc",
    "phó thống đốc",
    "tổng thanh tra",
    "tổng kiểm toán",
    "chánh án",
    "viện trưởng",
    "tổng giám đốc",
    "giám đốc",
    "phó giám đốc",
    "cục trưởng",
    "tổng cục trưởng",
    "vụ trưởng",
    "chánh văn phòng",
    "hiệu trưởng",
    "tổng bí thư",
    "bí thư",
    "trưởng ban",
];

/// Signing on behalf of, for, by order of, by delegation of, acting (Nghị định 30/2020/NĐ-CP,
/// Phụ lục I, phần II, mục 7; the Party writes `T/M`, `K/T`, `T/L`).
const AUTHORITIES: [&str; 12] = [
    "TM.", "T.M", "T/M", "KT.", "K.T", "K/T", "TL.", "T/L", "TUQ.", "TUN.", "Q.", "QUYỀN ",
];

/// Whether somebody signs in this line.
pub(super) fn is_signature(line: &str) -> bool {
    if fold::prefix(line.trim_start_matches(['(', '[', ' ']), "đã ký").is_some()
        || fold::prefix(line.trim_start_matches(['(', ' ']), "đã kí").is_some()
    {
        return line.chars().count() < 20;
    }
    if !is_caps(line) || line.ends_with([':', ';', ',']) {
        return false;
    }
    AUTHORITIES.iter().any(|a| line.starts_with(a)) || starts_with_any(line, &OFFICES)
}

/// An annex heading: where its number stands in the line.
///
/// *Phụ lục* alone, with a number, or with its title in capitals; what reads on in small
/// letters (*Phụ lục I ban hành kèm theo …*) is a reference.
pub(super) fn annex(line: &str) -> Option<Span> {
    let words = line.trim_start_matches(['(', '[']);
    let skipped = line.len() - words.len();
    let mut at = fold::prefix(words, "phụ lục")? + skipped;
    at += line[at..].len() - line[at..].trim_start().len();
    if let Some(end) = fold::prefix(&line[at..], "số") {
        at += end;
        at += line[at..].len() - line[at..].trim_start().len();
    }
    let label = line[at..]
        .find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '.' | '/'))
        .map_or(line.len(), |end| at + end);
    let label = at + line[at..label].trim_end_matches(['-', '.', '/']).len();
    let word = &line[at..label];
    let numbered = word.chars().next().is_some_and(|c| c.is_ascii_digit())
        || (!word.is_empty()
            && word
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '.')));
    let (label, rest) = match numbered {
        true => (Span::new(at, label), &line[label..]),
        false => (Span::new(at, at), &line[at..]),
    };
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | ']'));
    (rest.is_empty() || rest.starts_with([':', '-', '–']) || is_caps(rest)).then_some(label)
}

/// The kinds of text that are issued as an attachment of a decision (*ban hành kèm theo*).
const ATTACHED: [&str; 12] = [
    "quy chế",
    "quy định",
    "điều lệ",
    "nội quy",
    "quy trình",
    "hướng dẫn",
    "kế hoạch",
    "chương trình",
    "đề án",
    "danh mục",
    "quy chuẩn",
    "bảng",
];

/// Whether the line is the title of an attached text, all in capitals.
pub(super) fn is_attached_title(line: &str) -> bool {
    is_caps(line) && starts_with_any(line, &ATTACHED)
}

/// Whether the line says to which document the text above it is attached.
pub(super) fn is_attachment_note(line: &str) -> bool {
    let words = line.trim_start_matches(['(', '[', ' ']);
    starts_with_any(words, &["ban hành kèm theo", "kèm theo", "ban hành theo"])
}
