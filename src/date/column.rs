//! The columns of a table whose heads speak of time: *| Nhiệm vụ | Thời hạn |*.
//!
//! In a cell of such a column digits are a date without further words, and the head says what of.

use memchr::memchr2;

use super::dressing::LABEL;
use super::expression::Role;
use super::lexicon::{TIME_HEAD, ids};
use crate::reading::{Line, Reading};
use crate::span::Span;

/// A cell under a head that speaks of time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) span: Span,
    pub(super) role: Option<Role>,
}

/// Every such cell, in order.
pub(super) fn cells_of_time(reading: &Reading<'_>) -> Vec<Cell> {
    let text = reading.text();
    let mut found = Vec::new();
    let Some(first) = memchr2(b'|', b'\t', text.as_bytes()) else {
        return found;
    };
    let lines = reading.lines();
    let mut at = lines.partition_point(|line| line.end <= first);
    while let Some(&head) = lines.get(at) {
        let words = &text.as_bytes()[head.start..head.end];
        let Some(sign) = memchr2(b'|', b'\t', words).map(|at| words[at]) else {
            at += 1;
            continue;
        };
        let heads: Vec<Option<Option<Role>>> = cells(text, head, sign)
            .map(|cell| role_of_head(reading, cell))
            .collect();
        let of_time = heads.iter().any(Option::is_some);
        let mut above = head;
        at += 1;
        while let Some(&line) = lines.get(at) {
            let beside = text[above.end..line.start]
                .bytes()
                .filter(|&b| b == b'\n')
                .count()
                == 1;
            let row = &text[line.start..line.end];
            if !beside || !row.as_bytes().contains(&sign) {
                break;
            }
            // The rest of a wrapped row has fewer cells, and nobody knows of which columns.
            if of_time && cells(text, line, sign).count() == heads.len() {
                let row = cells(text, line, sign).zip(&heads);
                found.extend(row.filter_map(|(span, head)| {
                    let role = (*head)?;
                    (!span.is_empty()).then_some(Cell { span, role })
                }));
            }
            above = line;
            at += 1;
        }
    }
    found
}

/// The cells of a line, without the space around them.
fn cells(text: &str, line: Line, sign: u8) -> impl Iterator<Item = Span> {
    let row = &text[line.start..line.end];
    let inner = match sign {
        b'|' => row.strip_prefix('|').unwrap_or(row),
        _ => row,
    };
    let mut start = line.end - inner.len();
    inner.split(char::from(sign)).map(move |cell| {
        let own = cell.trim();
        let from = start + (cell.len() - cell.trim_start().len()).min(cell.len());
        start += cell.len() + 1;
        Span::new(from, from + own.len())
    })
}

/// What the head of a column says of the dates under it: no time, a time, a time with a role.
fn role_of_head(reading: &Reading<'_>, cell: Span) -> Option<Option<Role>> {
    let head = reading.place_at(cell.start);
    let within = |end: usize| end <= cell.end;
    if let Some((dress, behind)) = head.phrase(&LABEL)
        && within(behind.end())
        && let Some(role) = dress.role
        && (behind.end() == cell.end || role == Role::Deadline)
    {
        // *Ngày ký* of a document listed is that of its issue.
        return Some(Some(match role {
            Role::Signature => Role::Issue,
            role => role,
        }));
    }
    let (_, behind) = head.phrase(&TIME_HEAD)?;
    let day = head.id() == ids().day && within(behind.end());
    (day || behind.end() == cell.end).then_some(None)
}
