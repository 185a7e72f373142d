//! The lines of a text and what each of them is, settled once for lists and furniture.

use memchr::{memchr_iter, memmem};

use super::furniture::{self, FurnitureKind};
use super::vocabulary::{may_begin, prefix};
use crate::marker;
use crate::span::Span;
use crate::text::cursor::Cursor;

/// A line that has something on it, without the space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) span: Span,
    /// Whether an empty line stands before it.
    pub(super) apart: bool,
    /// It stands in a quotation that began on an earlier line or begins with it.
    pub(super) quoted: bool,
    pub(super) furniture: Option<FurnitureKind>,
}

/// Where the lines of `text` stand that are not empty, without the space around them, and
/// whether an empty line is before each.
pub(super) fn spans(text: &str) -> impl Iterator<Item = (Span, bool)> {
    let mut start = 0;
    let mut apart = false;
    let ends = memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    ends.filter_map(move |end| {
        let raw = &text[start..end];
        let left = raw.trim_start();
        let from = start + raw.len() - left.len();
        let line = left.trim_end();
        start = end + 1;
        let found = (!line.is_empty()).then(|| (Span::new(from, from + line.len()), apart));
        apart = line.is_empty();
        found
    })
}

/// The lines of `text` that are not empty, and what they are.
pub(super) fn of(text: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(text.len() / 100 + 1);
    let line = |span: Span, apart| Line {
        span,
        apart,
        quoted: false,
        furniture: furniture::of_line(span.of(text)),
    };
    let heads: Vec<usize> = memmem::find_iter(text.as_bytes(), "CÔNG BÁO").collect();
    let mut heads = heads.into_iter().peekable();
    for (span, apart) in spans(text) {
        while heads.next_if(|&head| head <= span.start).is_some() {}
        match heads.next_if(|&head| head < span.end) {
            Some(head) => match page_head(text, span, head) {
                Some(head) => {
                    let words = text[span.start..head.start].trim_end().len();
                    lines.push(line(Span::new(span.start, span.start + words), apart));
                    lines.push(line(head, false));
                }
                None => lines.push(line(span, apart)),
            },
            None => lines.push(line(span, apart)),
        }
    }
    mark_quotations(text, &mut lines);
    mark_repeats(text, &mut lines);
    mark_related(text, &mut lines);
    mark_bylines(text, &mut lines);
    lines
}

/// The running head of the Gazette that a line ends with when its name stands at byte `at`, a
/// page number before it included: *…trước ngày 30/6. 12 CÔNG BÁO/Số 41 + 42/Ngày 20-6-2025*.
fn page_head(text: &str, line: Span, at: usize) -> Option<Span> {
    let head = &text[at..line.end];
    let rest = head
        .strip_prefix("CÔNG BÁO")?
        .trim_start()
        .strip_prefix('/')?;
    let named = |word: &str| {
        let word = word.trim_matches(|c: char| c.is_ascii_digit() || "+-/.".contains(c));
        matches!(word, "" | "Số" | "Ngày" | "ngày")
    };
    if !rest.contains("Số") || !rest.split([' ', '/', '\t']).all(named) {
        return None;
    }
    let before = text[line.start..at].trim_end();
    let words = before
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end();
    let page = before.len() - words.len() <= 4 && words.ends_with(['.', ';', ':', ',', '/']);
    let kept = if page { words } else { before };
    let start = at - text[line.start + kept.len()..at].trim_start().len();
    (!kept.is_empty()).then(|| Span::new(start, line.end))
}

/// Marks the lines of quotations that run over several lines: the new wording in an amending
/// law. Marks that are balanced within their line do not count, so that one that was forgotten
/// inside a sentence does no harm.
fn mark_quotations(text: &str, lines: &mut [Line]) {
    if memmem::find(text.as_bytes(), "“".as_bytes()).is_none()
        && memchr::memchr(b'"', text.as_bytes()).is_none()
    {
        return;
    }
    let mut open: Option<usize> = None;
    for i in 0..lines.len() {
        let line = lines[i].span.of(text);
        // The marks are “ and ” (both begin with the byte E2) and the straight one.
        if memchr::memchr2(b'"', 0xE2, line.as_bytes()).is_none() {
            continue;
        }
        let (closes, opens) = unbalanced(line);
        if closes && let Some(first) = open.take() {
            for quoted in &mut lines[first..=i] {
                quoted.quoted = true;
            }
        }
        if let Some(at_start) = opens {
            open = Some(if at_start { i } else { i + 1 });
        }
    }
}

/// Whether `line` ends a quotation that it did not begin, and whether it begins one that it
/// does not end (then: whether with its first character).
fn unbalanced(line: &str) -> (bool, Option<bool>) {
    let mut depth = 0usize;
    let mut closes = false;
    let mut opener = 0;
    let mut straight = 0;
    for (i, c) in line.char_indices() {
        match c {
            '“' => {
                if depth == 0 {
                    opener = i;
                }
                depth += 1;
            }
            '”' if depth > 0 => depth -= 1,
            '”' => closes |= ends_after(line, i + c.len_utf8()),
            '"' => straight += 1,
            _ => {}
        }
    }
    // A quotation is at times opened with a curly mark and closed with a straight one.
    let first = line.find('"').filter(|_| straight % 2 == 1);
    let last = line.rfind('"').filter(|_| straight % 2 == 1);
    let mut first = first.filter(|&i| introduced(line, i));
    let mut last = last.filter(|&i| first.is_none() && ends_after(line, i + 1));
    if depth > 0 && last.take().is_some() {
        depth -= 1;
    }
    if closes && first.take().is_some() {
        closes = false;
    }
    closes |= last.is_some();
    let curly = (depth > 0 && introduced(line, opener)).then_some(opener == 0);
    let opens = curly.or(first.map(|i| i == 0));
    (closes, opens)
}

/// Only full stops and the like stand behind byte `at`.
fn ends_after(line: &str, at: usize) -> bool {
    line[at..]
        .chars()
        .all(|c| matches!(c, '.' | ';' | ',' | ' ' | '/'))
}

/// A quotation of several lines begins a line, or follows a colon and begins with the heading or
/// the marker that it is to replace.
fn introduced(line: &str, at: usize) -> bool {
    let inner = line[at..].trim_start_matches(['“', '"']);
    at == 0
        || line[..at].trim_end().ends_with(':')
            && (heading(inner).is_some() || marker::signed(inner, 0).is_some())
}

/// A caption is often printed twice: as the text behind an image, and below it.
fn mark_repeats(text: &str, lines: &mut [Line]) {
    for i in 1..lines.len() {
        let line = lines[i].span.of(text);
        if (60..400).contains(&line.len())
            && line == lines[i - 1].span.of(text)
            && !line.ends_with(['.', ';', ':', ','])
        {
            for line in &mut lines[i - 1..=i] {
                line.furniture = line.furniture.or(Some(FurnitureKind::Caption));
            }
        }
    }
}

/// Behind the header of a block of other articles all is furniture when it stands at the end
/// of the page; in the middle of it the block goes on as long as its lines are headlines.
fn mark_related(text: &str, lines: &mut [Line]) {
    let mut block = false;
    for line in lines {
        if line.furniture == Some(FurnitureKind::Related) {
            block = true;
        } else if block {
            let late = line.span.start > text.len() / 5 * 2;
            block = late || line.span.len() < PROSE;
            if block {
                line.furniture = Some(FurnitureKind::Related);
            }
        }
    }
}

/// Shorter lines, in bytes, may be headlines.
const PROSE: usize = 200;

/// The name of the author below the last paragraph: two to five capitalised words.
fn mark_bylines(text: &str, lines: &mut [Line]) {
    for i in 1..lines.len() {
        let line = lines[i].span.of(text);
        if lines[i].span.start > text.len() / 2
            && line.len() <= 48
            && lines[i].furniture.is_none()
            && lines[i - 1].span.len() > PROSE / 2
            && lines[i - 1].span.of(text).ends_with(['.', '…', '!', '”'])
            && is_name(line)
        {
            lines[i].furniture = Some(FurnitureKind::Byline);
        }
    }
}

fn is_name(line: &str) -> bool {
    let mut words = 0;
    for word in line.split_whitespace() {
        let mut chars = word.chars();
        let capital = chars.next().is_some_and(char::is_uppercase);
        if !capital || !chars.all(char::is_lowercase) {
            return false;
        }
        words += 1;
    }
    (2..=5).contains(&words)
}

/// What ends every open list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// *Điều 5.*
    Article,
    /// A chapter, section, part or annex; the verb of the document (*QUYẾT ĐỊNH:*).
    Division,
    /// *Kính gửi:*
    Addressee,
    /// *Nơi nhận:*
    Recipients,
    /// *TM. CHÍNH PHỦ*, *KT. BỘ TRƯỞNG*
    Signature,
}

/// What heading a trimmed line is, if any.
pub(super) fn heading(line: &str) -> Option<Heading> {
    const SIGNATURES: [&str; 8] = ["TM.", "T/M", "TL.", "T/L", "TUQ.", "TUN.", "KT.", "K/T"];
    const VERBS: [&str; 4] = ["QUYẾT ĐỊNH", "QUYẾT NGHỊ", "NGHỊ ĐỊNH", "PHỤ LỤC"];
    let cursor = Cursor::new(line, 0);
    match cursor.peek()? {
        'Đ' if numbered(cursor, "điều", true) => Some(Heading::Article),
        'C' | 'M' | 'P' | 'T'
            if ["chương", "mục", "tiểu mục", "phần", "phụ lục"]
                .iter()
                .any(|level| numbered(cursor, level, false))
                || prefix(line, "phần thứ").is_some() =>
        {
            Some(Heading::Division)
        }
        'N' | 'P' | 'Q' if VERBS.contains(&line.trim_end_matches(':')) => Some(Heading::Division),
        'N' if announced(line, "nơi nhận") => Some(Heading::Recipients),
        'K' if announced(line, "kính gửi") => Some(Heading::Addressee),
        'K' | 'T' if SIGNATURES.iter().any(|sign| line.starts_with(sign)) => {
            Some(Heading::Signature)
        }
        _ => None,
    }
}

/// `phrase`, then a colon or the end of the line.
fn announced(line: &str, phrase: &str) -> bool {
    prefix(line, phrase)
        .is_some_and(|bytes| matches!(line[bytes..].trim_start().chars().next(), None | Some(':')))
}

/// `LEVEL N`, then the end of the line, a full stop, a colon or a capital.
fn numbered(mut cursor: Cursor<'_>, level: &str, dotted: bool) -> bool {
    if !may_begin(cursor.rest(), level) || !cursor.phrase(level) || !cursor.spaces() {
        return false;
    }
    let number = cursor.eat_while(char::is_alphanumeric);
    let digits = number.trim_end_matches(|c: char| c.is_lowercase());
    let arabic = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let roman = !number.is_empty() && number.bytes().all(|b| b"IVXLC".contains(&b));
    let letter = number.chars().count() == 1 && number.starts_with(char::is_uppercase);
    if !arabic && (dotted || !roman && !letter) {
        return false;
    }
    cursor.spaces();
    match cursor.peek() {
        None | Some('.' | ':' | '-' | '–') => true,
        Some(c) => !dotted && c.is_uppercase(),
    }
}
