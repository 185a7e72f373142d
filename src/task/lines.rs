//! The lines of a text and what each of them is, settled once for lists, assignments and furniture.

use memchr::memmem;

use super::furniture::{self, FurnitureKind};
use super::words::Class;
use crate::marker::{self, LEVEL_WORDS, Level};
use crate::reading::{Case, Gap, Place, Reading, case};
use crate::span::Span;

/// A line that has something on it, without the space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) span: Span,
    /// Whether an empty line stands before it.
    pub(super) apart: bool,
    /// It stands in a quotation that began on an earlier line or begins with it.
    pub(super) quoted: bool,
    pub(super) furniture: Option<FurnitureKind>,
    pub(super) heading: Option<Heading>,
}

/// The lines of a text that are not empty, and what they are.
pub(super) fn of(reading: &Reading<'_>) -> Vec<Line> {
    let text = reading.text();
    let mut behind = 0;
    let line = |line: &crate::reading::Line| {
        let span = line.span();
        let gap = text[behind..span.start].bytes();
        let apart = gap.filter(|&b| b == b'\n').count() > usize::from(behind > 0);
        behind = span.end;
        let furniture = furniture::of_line(reading, span);
        Line {
            span,
            apart,
            quoted: false,
            furniture,
            heading: heading(reading, span),
        }
    };
    let mut lines: Vec<Line> = reading.lines().iter().map(line).collect();
    mark_quotations(reading, &mut lines);
    mark_repeats(text, &mut lines);
    mark_related(text, &mut lines);
    mark_bylines(reading, &mut lines);
    lines
}

/// Marks the lines of quotations that run over several lines: the new wording in an amending
/// law. Marks that are balanced within their line do not count, so that one that was forgotten
/// inside a sentence does no harm.
fn mark_quotations(reading: &Reading<'_>, lines: &mut [Line]) {
    let text = reading.text();
    if memmem::find(text.as_bytes(), "“".as_bytes()).is_none()
        && memchr::memchr(b'"', text.as_bytes()).is_none()
    {
        return;
    }
    let mut open: Option<usize> = None;
    for i in 0..lines.len() {
        let span = lines[i].span;
        // The marks are “ and ” (both begin with the byte E2) and the straight one.
        if memchr::memchr2(b'"', 0xE2, span.of(text).as_bytes()).is_none() {
            continue;
        }
        let (closes, opens) = unbalanced(reading, span);
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
fn unbalanced(reading: &Reading<'_>, span: Span) -> (bool, Option<bool>) {
    let line = span.of(reading.text());
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
    let mut first = first.filter(|&i| introduced(reading, span, i));
    let mut last = last.filter(|&i| first.is_none() && ends_after(line, i + 1));
    if depth > 0 && last.take().is_some() {
        depth -= 1;
    }
    if closes && first.take().is_some() {
        closes = false;
    }
    closes |= last.is_some();
    let curly = (depth > 0 && introduced(reading, span, opener)).then_some(opener == 0);
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
fn introduced(reading: &Reading<'_>, line: Span, at: usize) -> bool {
    let text = reading.text();
    let (before, inner) = line.of(text).split_at(at);
    let start = line.end - inner.trim_start_matches(['“', '"']).len();
    let unit = || {
        heading(reading, Span::new(start, line.end)).is_some()
            || marker::signed(text, start).is_some()
    };
    at == 0 || before.trim_end().ends_with(':') && unit()
}

/// A caption is often printed twice: as the text behind an image, and below it.
fn mark_repeats(text: &str, lines: &mut [Line]) {
    for i in 1..lines.len() {
        let line = lines[i].span;
        if line.len() == lines[i - 1].span.len()
            && (60..400).contains(&line.len())
            && line.of(text) == lines[i - 1].span.of(text)
            && !line.of(text).ends_with(['.', ';', ':', ','])
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
fn mark_bylines(reading: &Reading<'_>, lines: &mut [Line]) {
    const LONGEST: usize = 48;
    let text = reading.text();
    for i in 1..lines.len() {
        let line = lines[i].span;
        if line.start > text.len() / 2
            && line.len() <= LONGEST
            && lines[i].furniture.is_none()
            && lines[i - 1].span.len() > PROSE / 2
            && lines[i - 1].span.of(text).ends_with(['.', '…', '!', '”'])
            && is_name(line.of(text))
        {
            lines[i].furniture = Some(FurnitureKind::Byline);
        }
    }
}

fn is_name(line: &str) -> bool {
    let words = line.split_whitespace();
    let named = |word: &str| case(word) == Case::Title && word.chars().all(char::is_alphabetic);
    (2..=5).contains(&words.clone().count()) && words.clone().all(named)
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

/// What heading a line is, if any.
fn heading(reading: &Reading<'_>, line: Span) -> Option<Heading> {
    const SIGNATURES: [&str; 8] = ["TM.", "T/M", "TL.", "T/L", "TUQ.", "TUN.", "KT.", "K/T"];
    let words = line.of(reading.text());
    let first = words.bytes().next()?;
    // Words that begin with another letter head nothing; Đ begins with C4.
    if !matches!(first, b'C' | b'K' | b'M' | b'N' | b'P' | b'Q' | b'T' | 0xC4) {
        return None;
    }
    let place = reading.place_at(line.start);
    if let Some((&level, behind)) = place.phrase(&LEVEL_WORDS) {
        return match level {
            Level::Article => is_numbered(behind, line.end, true).then_some(Heading::Article),
            Level::Annex | Level::Part | Level::Chapter | Level::Section | Level::Subsection => {
                let bare = level == Level::Annex && is_capitals(place, behind, line);
                let whole = bare || is_numbered(behind, line.end, false);
                whole.then_some(Heading::Division)
            }
            _ => None,
        };
    }
    let announced = |class: Class| {
        let rest = class
            .at(place)
            .map(|behind| &reading.text()[behind.end()..line.end]);
        rest.is_some_and(|rest| matches!(rest.trim_start().bytes().next(), None | Some(b':')))
    };
    if announced(Class::Recipients) {
        return Some(Heading::Recipients);
    }
    if announced(Class::Addressee) {
        return Some(Heading::Addressee);
    }
    if let Some(behind) = Class::Ruling.at(place)
        && is_capitals(place, behind, line)
    {
        return Some(Heading::Division);
    }
    let signed = SIGNATURES.iter().any(|sign| words.starts_with(sign));
    signed.then_some(Heading::Signature)
}

/// Whether the words from `place` to `behind` are all of the line, in capitals.
fn is_capitals(place: Place<'_, '_>, behind: Place<'_, '_>, line: Span) -> bool {
    let reading = place.reading();
    let rest = reading.text().get(behind.end()..line.end);
    rest.is_some_and(|rest| matches!(rest, "" | ":"))
        && (place.index()..behind.index()).all(|i| reading.case(i) == Case::Upper)
}

/// Whether a number stands at `place`, then the end of the line, a full stop, a colon or a capital:
/// *Điều 5.*, *Chương II Quy định chung*, *Phần thứ nhất*.
fn is_numbered(place: Place<'_, '_>, line_end: usize, article: bool) -> bool {
    let reading = place.reading();
    if place.start() >= line_end || !place.gap().is_soft() {
        return false;
    }
    if marker::ordinal_words(place).is_some() {
        return !article;
    }
    let number = reading.slice(place.index());
    let mut behind = place.next();
    if place.number().is_some() {
        // *Điều 7a.*
        if behind.gap() == Gap::Glued {
            behind = behind.next();
        }
    } else {
        let letter = number.chars().count() == 1 && number.starts_with(char::is_uppercase);
        let roman = number.bytes().all(|b| b"IVXLC".contains(&b));
        if article || !letter && !roman {
            return false;
        }
    }
    let rest = reading.text().get(behind.end()..line_end).unwrap_or("");
    match rest.trim_start().chars().next() {
        None | Some('.' | ':' | '-' | '–') => true,
        Some(c) => !article && c.is_uppercase(),
    }
}
