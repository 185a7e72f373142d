//! Tables of tasks whose cells stand below each other, a line a cell, as pages turned to text have
//! them: *STT⏎Nhiệm vụ⏎Cơ quan chủ trì⏎1⏎Rà soát văn bản⏎Bộ Y tế*.

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

/// The table whose head begins on line `head`, when that names the column of numbers. Rows are told by
/// their numbers; one with more lines than there are columns is left out, as which words are whose is
/// not told by the text.
pub(super) fn stack_at(reading: &Reading<'_>, lines: &[Line], head: usize) -> Option<Stack> {
    let text = reading.text();
    let name = |line: &Line| Field::of_column(reading, line.span);
    let first = lines[head].span;
    if first.len() > HEAD || name(&lines[head]) != Some(Field::Number) {
        return None;
    }
    let number = |line: &Line| number(line.span.of(text));
    let heads = lines[head..].iter().take(MOST + 1);
    let count = heads.take_while(|line| !begins(line.span.of(text))).count();
    let heads = &lines[head..head + count];
    let columns: Vec<_> = heads.iter().map(name).collect();
    let has = |field| columns.contains(&Some(field));
    let tells = has(Field::Lead) || has(Field::Deadline) || has(Field::Partners);
    let short = heads.iter().all(|line| line.span.len() <= HEAD);
    if count > MOST || !short || !has(Field::Task) || !tells {
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
            // *II⏎Phát triển hạ tầng⏎3⏎…* is a group of rows.
            let words = lines[at + 1].span;
            let mut row = vec![line.span, words];
            row.resize(count, Span::new(words.end, words.end));
            rows.push(row);
            at += 2;
        } else {
            break;
        }
    }
    (!rows.is_empty()).then_some((columns, rows, at))
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
