//! Tables of tasks whose cells stand below each other, as pages turned to text have them: a line a cell
//! (*STT⏎Nhiệm vụ⏎Cơ quan chủ trì⏎1⏎Rà soát văn bản⏎Bộ Y tế*), or cells of any length with a bar alone
//! on the line behind each of them.

use super::field::Field;
use super::lines::Line;
use crate::marker;
use crate::reading::Reading;
use crate::span::Span;

/// The columns of a table, its rows, and the line behind it.
pub(super) type Stack = (Vec<Option<Field>>, Vec<Vec<Span>>, usize);

/// A table has at most so many columns.
const MOST: usize = 12;

/// The heads of columns are at most so long, in bytes.
const HEAD: usize = 80;

/// A cell, which may be empty.
#[derive(Clone, Copy)]
struct Cell {
    span: Span,
    /// The line behind it.
    end: usize,
}

/// The table whose head begins on line `head`.
pub(super) fn stack_at(reading: &Reading<'_>, lines: &[Line], head: usize) -> Option<Stack> {
    let first = lines[head].span;
    if first.len() > HEAD {
        return None;
    }
    let name = Field::of_column(reading, first)?;
    let barred = lines
        .get(head + 1..)?
        .iter()
        .take(2)
        .any(|line| line.bars > 0);
    match barred {
        true => barred_at(reading, lines, head),
        false if name == Field::Number => numbered_at(reading, lines, head),
        false => None,
    }
}

/// Whether columns make a table of tasks.
fn tells(columns: &[Option<Field>]) -> bool {
    let has = |field| columns.contains(&Some(field));
    has(Field::Task) && (has(Field::Lead) || has(Field::Deadline) || has(Field::Partners))
}

/// A table of which each line is a cell, when its head names the column of numbers. Rows are told by
/// their numbers; one with more lines than there are columns is left out, as which words are whose is
/// not told by the text.
fn numbered_at(reading: &Reading<'_>, lines: &[Line], head: usize) -> Option<Stack> {
    let text = reading.text();
    let name = |line: &Line| Field::of_column(reading, line.span);
    let number = |line: &Line| number(line.span.of(text));
    let heads = lines[head..].iter().take(MOST + 1);
    let count = heads.take_while(|line| !begins(line.span.of(text))).count();
    let heads = &lines[head..head + count];
    let columns: Vec<_> = heads.iter().map(name).collect();
    let short = heads.iter().all(|line| line.span.len() <= HEAD);
    if count > MOST || !short || !tells(&columns) {
        return None;
    }
    let mut rows = Vec::new();
    let mut at = head + count;
    let mut next = 1;
    while let Some(line) = lines.get(at) {
        if number(line) == Some(next) {
            let end = at + count;
            let ends = lines.get(end).is_none_or(|line| {
                line.apart
                    || line.heading.is_some()
                    || begins(line.span.of(text))
                    || marker::read(reading, line.span.start).is_some()
            });
            let row = lines.get(at..end).filter(|row| {
                ends && row[1..]
                    .iter()
                    .all(|cell| !cell.apart && number(cell) != Some(next + 1))
            });
            if let Some(row) = row {
                rows.push(row.iter().map(|cell| cell.span).collect());
                at = end;
            } else {
                let near = lines[at + 1..].iter().take(3 * MOST);
                let torn = near
                    .into_iter()
                    .position(|line| number(line) == Some(next + 1))?;
                at += 1 + torn;
            }
            next += 1;
        } else if begins(line.span.of(text)) && lines.get(at + 2).and_then(number) == Some(next) {
            rows.push(group(line.span, lines[at + 1].span, count));
            at += 2;
        } else {
            break;
        }
    }
    (!rows.is_empty()).then_some((columns, rows, at))
}

/// *II⏎Phát triển hạ tầng⏎3⏎…* is a group of rows.
fn group(number: Span, words: Span, count: usize) -> Vec<Span> {
    let mut row = vec![number, words];
    row.resize(count, Span::new(words.end, words.end));
    row
}

/// A table with a bar behind each cell. The head ends before the first number, or with the last cell that
/// names a column; then so many cells are a row each, as long as rows that are numbered begin with a
/// number.
fn barred_at(reading: &Reading<'_>, lines: &[Line], head: usize) -> Option<Stack> {
    let text = reading.text();
    let mut cells = cells(lines, head).peekable();
    let numbers = Field::of_column(reading, lines[head].span) == Some(Field::Number);
    let mut columns = Vec::new();
    while let Some(cell) = cells.next_if(|cell| {
        let named = || Field::of_column(reading, cell.span).is_some();
        match numbers {
            true => !begins(cell.span.of(text)),
            false => named(),
        }
    }) {
        columns.push(Field::of_column(reading, cell.span));
        if columns.len() > MOST || cell.span.len() > HEAD {
            return None;
        }
    }
    if !tells(&columns) {
        return None;
    }
    let mut rows: Vec<Vec<Span>> = Vec::new();
    let mut end = head + columns.len();
    while let Some(first) = cells.next() {
        if numbers && !begins(first.span.of(text)) {
            break;
        }
        let mut row = vec![first.span];
        let mut last = first.end;
        while row.len() < columns.len() {
            // A group has no more cells than its words.
            let groups = numbers && row.len() == 2;
            let Some(cell) = cells.next_if(|cell| !(groups && begins(cell.span.of(text)))) else {
                break;
            };
            row.push(cell.span);
            last = cell.end;
        }
        match row[..] {
            _ if row.len() == columns.len() => rows.push(row),
            [number, words] => rows.push(group(number, words, columns.len())),
            _ => break,
        }
        end = last;
    }
    (!rows.is_empty()).then_some((columns, rows, end))
}

/// The cells from line `from` on, up to a heading.
fn cells(lines: &[Line], from: usize) -> impl Iterator<Item = Cell> {
    let mut at = from;
    // Empty cells that stand before line `at`.
    let mut empty = 0;
    std::iter::from_fn(move || {
        let line = lines.get(at).filter(|line| line.heading.is_none())?;
        if empty > 0 {
            empty -= 1;
            let span = Span::new(line.span.start, line.span.start);
            return Some(Cell { span, end: at });
        }
        let more = lines[at + 1..]
            .iter()
            .take_while(|line| line.bars == 0 && line.heading.is_none());
        let end = at + 1 + more.count();
        let span = line.span.to(lines[end - 1].span);
        let cell = Cell { span, end };
        at = end;
        empty = lines.get(at).map_or(0, |next| next.bars.saturating_sub(1));
        Some(cell)
    })
}

/// Whether a line is a number alone, in digits or Roman ones.
fn begins(line: &str) -> bool {
    let roman = || {
        let bare = line.trim_end_matches('.');
        bare.len() <= 6 && !bare.is_empty() && bare.bytes().all(|b| b"IVX".contains(&b))
    };
    number(line).is_some() || roman()
}

/// `12`, `12.`
fn number(line: &str) -> Option<u32> {
    let bare = line.strip_suffix('.').unwrap_or(line);
    let digits = (1..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| bare.parse().ok()).flatten()
}
