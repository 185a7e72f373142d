//! What the lines of a text look like, seen by the one who may have to join them.

use memchr::memchr_iter;

use crate::span::Span;
use crate::text::letters::{is_alphabetic, is_alphanumeric};

/// A line that has something on it, without the space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) span: Span,
    /// Whether an empty line stands before it.
    pub(super) apart: bool,
    pub(super) start: Start,
    pub(super) end: End,
    pub(super) form: Form,
}

/// How a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// The marker of a list item: `1.`, `a)`, `-`, `•`, `IV.`
    Marker,
    /// `- ` before a word in lower case: an item, or a dash that was wrapped.
    LowDash,
    /// `- ` before a capital: an item nearly always, else the second half of a name
    /// (*Kế hoạch⏎- Tài chính*).
    HighDash,
    /// `/QĐ-BYT`, `/2025/TT-BYT`: the rest of a number.
    Code,
    /// A numbered unit with its heading: `Điều 5. Tên`, `Chương II`.
    Unit,
    /// A legal basis, an addressee, recipients, who signs for whom: always a line of its own.
    Own,
    Lower,
    Upper,
    Digit,
    /// A bracket or a quotation mark that opens.
    Opener,
    Other,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// `.` `;` `:` `!` `?`, closing marks behind them included.
    Stop,
    Comma,
    /// A hyphen or a slash inside a number: `05/2024/TT-`.
    Cut,
    /// A hyphen at the end of a word: `Ô-xtơ-`.
    Hyphen,
    /// A dash behind a space, between two words: *Kinh tế -⏎Ngân sách*, *giai đoạn 2021 -⏎2025*.
    Dash,
    Word,
    /// No letter and no digit, or a rule of dots and dashes.
    Other,
}

/// What a line is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Prose,
    /// All letters are capitals, and there are some.
    Capitals,
    /// Cells with `|`, tabs or gaps between them.
    Row,
    /// Digits and signs alone.
    Figures,
}

/// The lines of `text` that are not empty.
pub(super) fn lines_of(text: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(memchr_iter(b'\n', text.as_bytes()).count() + 1);
    let mut start = 0;
    let mut apart = true;
    for end in memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let raw = &text[start..end];
        let left = raw.trim_start();
        let from = end - left.len();
        let words = left.trim_end();
        if words.is_empty() {
            apart = true;
        } else {
            lines.push(Line {
                span: Span::new(from, from + words.len()),
                apart,
                start: start_of(words),
                end: end_of(words),
                form: form_of(words),
            });
            apart = false;
        }
        start = end + 1;
    }
    lines
}

impl Line {
    /// How many characters the line has, the indent not counted.
    pub(super) fn width(&self, text: &str) -> usize {
        chars(self.span.of(text))
    }

    /// How many characters its first word has.
    pub(super) fn first_word(&self, text: &str) -> usize {
        let words = self.span.of(text);
        chars(&words[..words.find([' ', '\t']).unwrap_or(words.len())])
    }
}

/// How many characters `words` has.
fn chars(words: &str) -> usize {
    words.bytes().filter(|&b| (b as i8) >= -0x40).count()
}

fn form_of(words: &str) -> Form {
    let bytes = words.as_bytes();
    let cells = &bytes[marker_len(bytes)..];
    if bytes[0] == b'|' || memchr::memchr(b'\t', bytes).is_some() || gap(cells) {
        return Form::Row;
    }
    let mut letters = words.chars().filter(|&c| is_alphabetic(c));
    match letters.next() {
        None => Form::Figures,
        _ if is_measured(bytes) => Form::Figures,
        // A document number has capitals, but is no heading.
        _ if bytes[0].is_ascii_digit() && memchr::memchr(b' ', bytes).is_none() => Form::Prose,
        Some(first) if first.is_uppercase() && letters.all(|c| !c.is_lowercase()) => Form::Capitals,
        Some(_) => Form::Prose,
    }
}

/// The bytes of a marker and of the spaces behind it, however many: `1.   Thay thế` is no row.
fn marker_len(bytes: &[u8]) -> usize {
    /// No marker is longer.
    const MARKER: usize = 5;
    let near = &bytes[..bytes.len().min(MARKER)];
    match memchr::memchr2(b'.', b')', near) {
        Some(sign) => {
            let spaces = bytes[sign + 1..].iter().take_while(|&&b| b == b' ');
            sign + 1 + spaces.count()
        }
        None => 0,
    }
}

/// Whether figures begin the words, and no letters are next to each other: *10°07’13,00”N, 107°17’28,00”E.*
fn is_measured(bytes: &[u8]) -> bool {
    let figures = bytes.strip_prefix(b"(").unwrap_or(bytes);
    figures.first().is_some_and(u8::is_ascii_digit)
        && !bytes
            .windows(2)
            .any(|two| two.iter().all(u8::is_ascii_alphabetic))
        && memchr::memchr(b' ', bytes).is_some()
        && bytes.iter().filter(|b| b.is_ascii_digit()).count() * 4 > bytes.len()
}

/// Three spaces or more between words.
fn gap(bytes: &[u8]) -> bool {
    // One space in three bytes of a gap stands at a multiple of three.
    (2..bytes.len()).step_by(3).any(|i| {
        bytes[i] == b' '
            && bytes[i - 2..]
                .windows(3)
                .take(3)
                .any(|three| three == b"   ")
    })
}

fn start_of(words: &str) -> Start {
    let mut chars = words.chars();
    let Some(first) = chars.next() else {
        return Start::Other;
    };
    let rest = chars.as_str();
    match first {
        '-' | '–' | '—' | '+' | '•' | '*' | '●' | '▪' | '◦' | '○' | '■' | '□' | '\u{F0B7}'
        | '\u{F02D}' | '✓' | '→' | '☐' | '·' | '>' => match rest.trim_start().chars().next()
        {
            Some(c)
                if matches!(first, '-' | '–')
                    && c.is_lowercase()
                    && rest.starts_with(' ')
                    && is_word(rest.trim_start()) =>
            {
                Start::LowDash
            }
            Some(c) if matches!(first, '-' | '–') && c.is_uppercase() && rest.starts_with(' ') => {
                Start::HighDash
            }
            _ => Start::Marker,
        },
        '(' | '[' => {
            let close = rest.find([')', ']']).unwrap_or(rest.len());
            let inner = &rest[..close];
            let marker = close < rest.len()
                && (inner.len() <= 3 && inner.bytes().all(|b| b.is_ascii_digit())
                    || inner.chars().count() == 1
                    || is_roman(inner));
            if marker { Start::Marker } else { Start::Opener }
        }
        '“' | '"' | '‘' | '«' => Start::Opener,
        // *(vật liệu, nhân công,⏎…) để thực hiện*; alone on a line it stands for a paragraph.
        '…' if rest.starts_with([')', ',']) => Start::Lower,
        '/' if rest.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase()) => Start::Code,
        _ if first.is_ascii_digit() => {
            if numbered(words) {
                Start::Marker
            } else {
                Start::Digit
            }
        }
        _ if !is_alphabetic(first) => Start::Other,
        _ if lettered(words) => Start::Marker,
        'Đ' | 'C' | 'M' | 'T' | 'P' | 'A' if is_unit(words) => Start::Unit,
        'C' | 'T' | 'X' | 'N' | 'K' | 'V' | 'Đ' | 'S' if is_own(words) => Start::Own,
        _ if first.is_lowercase() => {
            if is_word(words) {
                Start::Lower
            } else {
                Start::Other
            }
        }
        _ => Start::Upper,
    }
}

/// `1.`, `12)`, `1/`, `1.2.` and `1.2` before a space or a capital.
fn numbered(words: &str) -> bool {
    let tail = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = &words[..words.len() - tail.len()];
    let levels = number.trim_end_matches('.').split('.');
    if levels
        .clone()
        .any(|level| level.is_empty() || level.len() > 3)
    {
        return false;
    }
    let several = levels.count() > 1;
    let sign = tail.chars().next();
    match sign {
        Some(')') => true,
        Some('/' | '-') => tail[1..].starts_with([' ', '\t']) && !several,
        Some(c) if number.ends_with('.') => c.is_whitespace() || c.is_uppercase() || c == '“',
        // `1.2 Tên`; a bare `12 người` is a number.
        Some(' ') => several && tail.trim_start().starts_with(char::is_uppercase),
        _ => false,
    }
}

/// `a)`, `đ.`, `a1)`, `IV.`, `A.`, `ii)`; not the `a` of *a lô*.
fn lettered(words: &str) -> bool {
    let near = &words.as_bytes()[..words.len().min(9)];
    if !near.iter().any(|b| b").-/".contains(b)) {
        return false;
    }
    let end = words
        .find(|c: char| !is_alphanumeric(c))
        .unwrap_or(words.len());
    let label = &words[..end];
    let rest = &words[end..];
    let sign = rest.chars().next();
    if label.len() > 8 || !matches!(sign, Some(')' | '.' | '/' | '-')) {
        return false;
    }
    let letters = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let short = letters.chars().count() == 1 || is_twice(letters);
    let spaced = rest[1..].starts_with([' ', '\t']) || rest.len() == 1;
    match sign {
        Some(')') => short || is_roman(letters),
        Some('.') => {
            (short || is_roman(label)) && (spaced || rest[1..].starts_with(char::is_uppercase))
        }
        _ => (short || is_roman(label)) && spaced,
    }
}

fn is_twice(letters: &str) -> bool {
    let mut chars = letters.chars();
    chars.next() == chars.next()
        && chars.next().is_none()
        && letters.starts_with(char::is_lowercase)
}

fn is_roman(label: &str) -> bool {
    !label.is_empty()
        && (label.bytes().all(|b| b"IVXLC".contains(&b))
            || label.bytes().all(|b| b"ivx".contains(&b)))
}

/// `Điều 5. Tên`, `Chương II`, `Phụ lục 1`: a unit that begins, not one that is spoken of
/// (*Điều 5 Nghị định này*).
fn is_unit(words: &str) -> bool {
    const ARTICLES: [&str; 3] = ["Điều ", "ĐIỀU ", "Article "];
    const DIVISIONS: [&str; 12] = [
        "Chương ",
        "CHƯƠNG ",
        "Mục ",
        "MỤC ",
        "Tiểu mục ",
        "TIỂU MỤC ",
        "Phần ",
        "PHẦN ",
        "Phụ lục ",
        "PHỤ LỤC ",
        "Mẫu số ",
        "MẪU SỐ ",
    ];
    if let Some(rest) = ARTICLES.iter().find_map(|name| words.strip_prefix(name)) {
        let rest = rest.trim_start();
        let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let tail = tail
            .strip_prefix(char::is_lowercase)
            .unwrap_or(tail)
            .trim_start();
        return tail.len() < rest.len() && (tail.is_empty() || tail.starts_with(['.', ':']));
    }
    DIVISIONS.iter().any(|name| {
        words.strip_prefix(name).is_some_and(|rest| {
            let label = rest
                .find(|c: char| !is_alphanumeric(c))
                .unwrap_or(rest.len());
            let tail = rest[label..].trim_start();
            let named = rest.starts_with("thứ ") || rest.starts_with("THỨ ");
            named
                || label > 0
                    && rest.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase())
                    && (tail.is_empty()
                        || tail.starts_with(|c: char| ".:-–(".contains(c) || c.is_uppercase()))
        })
    })
}

fn is_own(words: &str) -> bool {
    const OWN: [&str; 17] = [
        "Căn cứ ",
        "Theo đề nghị ",
        "Xét đề nghị ",
        "Xét Tờ trình ",
        "Nơi nhận",
        "Kính gửi",
        "TM.",
        "T/M",
        "KT.",
        "K/T",
        "TL.",
        "T/L",
        "TUQ.",
        "V/v",
        "Độc lập",
        "ĐỘC LẬP",
        "Số:",
    ];
    OWN.iter().any(|opening| words.starts_with(opening))
}

/// Whether a word in lower case begins the line, or the letter of a point (*điểm a⏎b khoản 2*), and
/// no address or left-over of a script.
fn is_word(words: &str) -> bool {
    let end = words.find([' ', '\t']).unwrap_or(words.len());
    let word = &words[..end];
    let letter = word.trim_end_matches(',');
    if letter.chars().count() == 1 && words[end..].trim_start().starts_with(char::is_lowercase) {
        return letter.starts_with(is_alphabetic);
    }
    if is_label(letter) {
        return true;
    }
    let vowel = |c: char| !c.is_ascii() && c != 'đ' || "aeiouy".contains(c);
    !word.contains(['@', '\\', '=', '{', '_', '('])
        && !word.contains("://")
        && !word.starts_with("www.")
        && (word.chars().any(vowel) || word.len() == 2 && word.ends_with(','))
}

/// Whether the word is the label of a point that came later or has points of its own: *k1*, *c(viii)*.
fn is_label(word: &str) -> bool {
    let mut chars = word.chars();
    let lettered = chars.next().is_some_and(char::is_lowercase);
    let rest = chars.as_str();
    let roman = rest
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let counted = matches!(rest.len(), 1 | 2) && rest.bytes().all(|b| b.is_ascii_digit());
    lettered && (counted || roman.is_some_and(is_roman))
}

fn end_of(words: &str) -> End {
    let bare = words.trim_end_matches(['”', '"', '’', ')', ']', '»', ' ']);
    match bare.chars().next_back() {
        Some('.' | ';' | ':' | '!' | '?' | '…') => End::Stop,
        Some(',') => End::Comma,
        Some(c) if is_alphanumeric(c) || matches!(c, '%' | '²' | '³') => End::Word,
        Some('-' | '/') if bare.len() == words.len() && cut_number(words) => End::Cut,
        Some('-')
            if bare.len() == words.len() && bare[..bare.len() - 1].ends_with(is_alphabetic) =>
        {
            End::Hyphen
        }
        Some('-' | '–') if bare.len() == words.len() && is_between_words(words) => End::Dash,
        // A closing bracket alone.
        None => End::Word,
        _ => End::Other,
    }
}

/// Whether the dash that ends `words` stands behind a word and a space.
fn is_between_words(words: &str) -> bool {
    let before = words.trim_end_matches(['-', '–']);
    let dashes = words[before.len()..].chars().count();
    let word = before.trim_end_matches(' ');
    dashes == 1 && word.len() < before.len() && word.ends_with(|c| is_alphanumeric(c) || c == ')')
}

/// Whether the last word is the first part of a number: `1248/QĐ-`, `05/2024/TT-`, `1248/qđ-`.
fn cut_number(words: &str) -> bool {
    let last = words.rsplit([' ', '\t']).next().unwrap_or("");
    let part = &last[..last.len() - 1];
    let sign = |c: char| c.is_ascii_digit() || "/-".contains(c);
    let counted = part.starts_with(|c: char| c.is_ascii_digit());
    let capitals = part.chars().all(|c| sign(c) || c.is_uppercase());
    let small = counted && part.contains('/') && part.chars().all(|c| sign(c) || c.is_lowercase());
    part.ends_with(is_alphanumeric) && (capitals && (counted || part.contains(['/', '-'])) || small)
}
