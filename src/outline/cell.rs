//! What the lines of a letterhead say, cell by cell.

use super::columns::{Columns, place_date};
use super::line;
use super::words::{JOINT, STAMP, begins, head, national};
use crate::number::DocumentSystem;
use crate::reading::Reading;
use crate::span::Span;
use crate::tables::Tables;
use crate::tables::kinds::Trait;
use crate::text::cursor::Cursor;

/// What a cell of a letterhead says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    /// The state or the Party.
    National,
    Issuer,
    Number {
        number: Span,
        /// The place and date beside it.
        date: Option<Span>,
    },
    /// The number of a copy (*sao y*, *sao lục*, *trích sao*: Nghị định 30/2020/NĐ-CP, Điều 25), above the document that was copied.
    Copy,
    Date(Span),
    /// What a letter is about, behind *V/v*.
    Subject(Span),
    Kind(Span),
    /// A rule, a motto, a stamp.
    Empty,
    /// Words that stand in no letterhead.
    Prose,
}

/// The cells of a line: columns are apart by a bar, a tab or two spaces, or the right one names the
/// state.
pub(super) fn cells(reading: &Reading<'_>, line: Span) -> impl Iterator<Item = Span> {
    let text = reading.text();
    let mut rest = trimmed(text, line);
    let mut columns = Columns::new(reading, rest);
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = columns.end(rest).unwrap_or(rest.end);
        let cell = trimmed(text, Span::new(rest.start, end));
        rest = trimmed(text, Span::new(end, rest.end));
        Some(cell)
    })
}

/// What the cell at `span` says.
pub(super) fn cell(reading: &Reading<'_>, span: Span, tables: &Tables) -> Cell {
    let text = reading.text();
    let words = span.of(text);
    if words.is_empty() || begins(reading, span, &STAMP) {
        Cell::Empty
    } else if let Some(number) = number(reading, span, tables) {
        let rest = behind_sign(text, Span::new(number.end, span.end));
        let date = place_date(rest.of(text)).map(|date| at(rest, date));
        match number.of(text).starts_with(|c: char| c.is_ascii_digit()) {
            true if is_copy(number.of(text), tables) => Cell::Copy,
            true => Cell::Number { number, date },
            // "Số:     /KH-UBND": still to be filled in.
            false => date.map_or(Cell::Empty, Cell::Date),
        }
    } else if let Some(date) = place_date(words) {
        Cell::Date(at(span, date))
    } else if let Some(subject) = about(words) {
        Cell::Subject(Span::new(span.start + subject, span.end))
    } else if let Some(kind) = kind(reading, span, tables) {
        Cell::Kind(kind)
    } else if national(reading, span).is_some() {
        Cell::National
    } else if line::is_caps(words) && !words.contains(['/', ':']) {
        // A colon leads in those to whom a letter goes: "KÍNH GỬI: BỘ TÀI CHÍNH".
        Cell::Issuer
    } else {
        match words.contains(char::is_alphabetic) {
            true => Cell::Prose,
            false => Cell::Empty,
        }
    }
}

/// A span inside the slice at `outer`, as a span of the text.
pub(super) fn at(outer: Span, inner: Span) -> Span {
    Span::new(outer.start + inner.start, outer.start + inner.end)
}

/// The span without the space and the bars of a table around it.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let around = |c: char| c.is_whitespace() || matches!(c, '|' | '*');
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start_matches(around).len());
    Span::new(start, start + words.trim_matches(around).len())
}

/// The span without what parts it from the cell before it: a bar, a comma, a dash.
fn behind_sign(text: &str, span: Span) -> Span {
    let sign = |c: char| c.is_whitespace() || matches!(c, '|' | '*' | '.' | ',' | '-' | '–');
    let words = span.of(text).trim_start_matches(sign);
    trimmed(text, Span::new(span.end - words.len(), span.end))
}

/// The name without the dash that joins it with the next: *SỞ Y TẾ -⏎SỞ TÀI CHÍNH*.
pub(super) fn undashed(text: &str, name: Span) -> Span {
    let words = name.of(text).strip_suffix(['-', '–']).map(str::trim_end);
    words.map_or(name, |words| {
        Span::new(name.start, name.start + words.len())
    })
}

/// Whether the number is that of a copy: *05/SL-SNV*.
fn is_copy(number: &str, tables: &Tables) -> bool {
    let mut parts = number.split(['/', '-', '–']);
    let code = parts.find(|part| part.starts_with(char::is_alphabetic));
    let kinds = code
        .into_iter()
        .flat_map(|code| tables.kinds.by_code(code.trim()));
    kinds
        .into_iter()
        .any(|kind| kind.systems.contains(&DocumentSystem::Copy))
}

/// The number after *Số:*, *Luật số:*, *Số* at the start of `cell`.
fn number(reading: &Reading<'_>, cell: Span, tables: &Tables) -> Option<Span> {
    let words = &reading.text()[..cell.end];
    let mut cursor = Cursor::new(words, cell.start);
    if let Some((_, behind)) = tables.kinds.named_at(reading, cell, Trait::Refers) {
        cursor = Cursor::new(words, behind);
        cursor.spaces();
    }
    if !cursor.phrase("số") {
        return None;
    }
    cursor.spaces();
    cursor.eat(':');
    cursor.spaces();
    let start = cursor.pos();
    loop {
        cursor.eat_while(|c| c.is_alphanumeric() || "/-–.+&,_…".contains(c));
        // Spaces around a slash or a hyphen: `Số: 04 /2026/TT-BCT`.
        let mut ahead = cursor;
        let joined = cursor
            .previous()
            .is_some_and(|c| matches!(c, '/' | '-' | '–'));
        if !(ahead.spaces() && (joined || ahead.peek() == Some('/')) && ahead.peek().is_some()) {
            break;
        }
        cursor = ahead;
    }
    let token = words[start..cursor.pos()].trim_end_matches(['.', ',', '-', '–', ' ']);
    let end = start + token.len();
    let has_code = token.contains(['/', '-', '–']) && token.chars().any(char::is_alphabetic);
    // In prose the words go on; in a letterhead only a place and a date may stand beside it.
    let rest = behind_sign(words, Span::new(end, words.len())).of(words);
    let alone = rest.is_empty() || place_date(rest).is_some();
    (has_code && alone).then_some(Span::new(start, end))
}

/// Where the subject of a letter begins: after *V/v*, *Về việc* is part of it.
fn about(words: &str) -> Option<usize> {
    let rest = words
        .strip_prefix("V/v")
        .or_else(|| words.strip_prefix("V/V"))?;
    let start = words.len() - rest.trim_start_matches([':', ' ', '.']).len();
    (start < words.len()).then_some(start)
}

/// The kind that a title line names: the line is the kind, in capitals, alone, with its author (*KẾT LUẬN CỦA
/// BỘ CHÍNH TRỊ*), with what qualifies it (*QUY ĐỊNH (BỔ SUNG)*, *HƯỚNG DẪN LIÊN NGÀNH*), or a law with its name.
fn kind(reading: &Reading<'_>, line: Span, tables: &Tables) -> Option<Span> {
    let words = line.of(reading.text());
    if !line::is_caps(words) {
        return None;
    }
    let (kind, end) = tables.kinds.named_at(reading, line, Trait::Title)?;
    let rest = reading.text()[end..line.end].trim();
    let authored = rest.starts_with("CỦA ") && !words.ends_with(':');
    let named = kind.is(Trait::Law) && !words.ends_with(':');
    if head(
        reading,
        trimmed(reading.text(), Span::new(end, line.end)),
        &JOINT,
    ) == Some(line.end)
    {
        return Some(line);
    }
    let qualified = rest.starts_with('(') && rest.ends_with(')');
    (rest.is_empty() || named || authored || qualified).then_some(Span::new(line.start, end))
}
