//! Where a clause begins and ends.

use super::lead_in;
use crate::marker;
use crate::reading::Reading;

/// Longer clauses are cut here, in bytes; it keeps a text without full stops linear.
pub(super) const LONGEST: usize = 2000;

/// Where the clause around byte `at` begins: behind a full stop, a semicolon, a colon, a
/// line's start or the marker on it.
pub(super) fn start(reading: &Reading<'_>, at: usize) -> usize {
    let text = reading.text();
    let mut from = at.saturating_sub(LONGEST / 4);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let left = &text[from..at];
    let mut start = left.len();
    loop {
        let sign = |byte: &u8| matches!(byte, b'.' | b';' | b':' | b'\n');
        let Some(stop) = left.as_bytes()[..start].iter().rposition(sign) else {
            start = 0;
            break;
        };
        if left[stop..].starts_with('.') && lead_in::sentence_after(left, stop).is_none() {
            start = stop;
            continue;
        }
        start = stop + 1;
        break;
    }
    let start = from + start;
    let words = text[start..at].trim_start_matches(|c: char| c.is_whitespace() || c == '“');
    let start = at - words.len();
    let marker = marker::read(reading, start).filter(|marker| marker.body <= at);
    marker.map_or(start, |marker| marker.body)
}

/// How far the clause goes on from byte `start`: to a semicolon, a full stop or the end of
/// the line.
pub(super) fn len(text: &str, start: usize) -> usize {
    let mut limit = (start + LONGEST).min(text.len());
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let rest = &text[start..limit];
    let mut at = 0;
    while let Some(found) = rest[at..].find([';', '.', '\n', '!', '?']) {
        let stop = at + found;
        match rest.as_bytes()[stop] {
            b'.' | b'!' | b'?' => {
                let last = rest[stop + 1..].trim_start_matches(['”', '"', '/', '.', ' ']);
                if lead_in::sentence_after(rest, stop).is_some()
                    || last.is_empty()
                    || last.starts_with('\n')
                {
                    return stop;
                }
            }
            b'\n' => {
                let next = rest[stop..].trim_start();
                let wrapped = next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
                    && marker::signed(next, 0).is_none()
                    && !rest[stop + 1..].starts_with('\n');
                if !wrapped {
                    return stop;
                }
            }
            _ => return stop,
        }
        at = stop + 1;
    }
    rest.len()
}
