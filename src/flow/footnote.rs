//! The marks of footnotes: *Điều 4.[1] Tên điều*, *NĐ-CP[2] ngày*, *Tên điều¹*, *Điều 6.7 Tên*.
//!
//! A mark in brackets or raised is known by itself: it is glued to the word before it. A plain
//! digit behind a marker is one only when the notes stand below and its number is due.

use memchr::{memchr, memchr_iter, memmem};

use super::rewrite::{Rewriter, Rewritten};
use crate::span::Span;
use crate::text::letters::is_alphanumeric;

/// What [`strip`] yields.
pub(super) struct Footnotes {
    /// Where the notes begin, in the rewritten text.
    pub(super) begin: Option<usize>,
    pub(super) rewritten: Rewritten,
}

/// Takes the marks of footnotes out of `text`.
pub(super) fn strip(text: &str) -> Footnotes {
    let mut marks = Vec::new();
    bracketed(text, &mut marks);
    raised(text, &mut marks);
    let notes = Notes::of(text, &marks);
    if let Some(notes) = &notes {
        plain(text, notes, &mut marks);
    }
    marks.sort_unstable_by_key(|span| span.start);
    let mut rewriter = Rewriter::new(text);
    for mark in marks {
        rewriter.drop(mark);
    }
    let rewritten = rewriter.finish();
    let begin = notes.map(|notes| match &rewritten {
        Some((_, edits)) => edits.clean_span(Span::new(notes.begin, notes.begin)).start,
        None => notes.begin,
    });
    Footnotes { begin, rewritten }
}

/// `[1]` glued to a word, a number or a sign of punctuation, and no link behind it.
fn bracketed(text: &str, marks: &mut Vec<Span>) {
    let bytes = text.as_bytes();
    for at in memchr_iter(b'[', bytes) {
        let digits = digits(&bytes[at + 1..]);
        let close = at + 1 + digits;
        let glued =
            text[..at].ends_with(|c: char| is_alphanumeric(c) || ".,;:)”\"’%/]".contains(c));
        if glued
            && (1..=3).contains(&digits)
            && bytes.get(close) == Some(&b']')
            && bytes.get(close + 1) != Some(&b'(')
        {
            marks.push(Span::new(at, close + 1));
        }
    }
}

fn digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| b.is_ascii_digit()).count()
}

fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// How far back a word is looked at, in characters.
const LONGEST_TOKEN: usize = 32;

/// Raised digits behind a word; not those of a unit (*m²*) or a power (*10⁶*).
fn raised(text: &str, marks: &mut Vec<Span>) {
    // The raised digits begin with the bytes C2 and E2 81; E2 is too common to look for.
    let low = memchr_iter(0xC2, text.as_bytes());
    let high = memmem::find_iter(text.as_bytes(), [0xE2, 0x81].as_slice());
    let mut places: Vec<usize> = low.chain(high).collect();
    places.sort_unstable();
    let mut behind = 0;
    for at in places {
        let run = text[at..]
            .find(|c| !is_raised(c))
            .unwrap_or(text.len() - at);
        if at < behind || run == 0 {
            continue;
        }
        behind = at + run;
        let before = &text[..at];
        let letters = before.char_indices().rev().take(LONGEST_TOKEN);
        let token = letters.take_while(|(_, c)| !c.is_whitespace()).last();
        let token = token.map_or("", |(i, _)| &before[i..]);
        let letters = token.trim_start_matches(|c: char| c.is_ascii_digit() || "(.,/".contains(c));
        let unit =
            (1..=2).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_alphabetic());
        let power = token.ends_with(|c: char| c.is_ascii_digit()) && !token.contains('/');
        if token.is_empty() {
            // Apart by one space it is a mark still; at the start of a line it leads a note.
            let word = before.strip_suffix(' ').unwrap_or("");
            if word.ends_with(is_alphanumeric) {
                marks.push(Span::new(word.len(), behind));
            }
        } else if !unit && !power {
            marks.push(Span::new(at, behind));
        }
    }
}

/// The notes at the end of a text.
struct Notes {
    begin: usize,
    /// How many there are, numbered from 1.
    count: usize,
}

impl Notes {
    /// The last run of lines that are numbered 1, 2, 3 … as notes are: `[1] …`, `¹ …` when the
    /// text has such marks, or `1 …` when they tell what amended the text.
    fn of(text: &str, marks: &[Span]) -> Option<Notes> {
        const AMENDED: [&str; 4] = [
            "được sửa đổi",
            "được bổ sung",
            "được bãi bỏ",
            "căn cứ ban hành",
        ];
        // Consolidated texts alone have notes without brackets.
        let amended = memmem::find(text.as_bytes(), AMENDED[3].as_bytes()).is_some();
        if marks.is_empty() && !amended {
            return None;
        }
        let mut notes: Option<Notes> = None;
        let mut told = 0;
        let mut start = 0;
        for end in memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
            let line = text[start..end].trim_start();
            let begin = end - line.len();
            start = end + 1;
            let Some((number, marked)) = led_by(line) else {
                continue;
            };
            if !(marked || amended && AMENDED.iter().any(|words| line.contains(words))) {
                continue;
            }
            told += usize::from(!marked);
            match &mut notes {
                Some(notes) if number == notes.count + 1 => notes.count = number,
                _ if number == 1 => notes = Some(Notes { begin, count: 1 }),
                _ => {}
            }
        }
        notes.filter(|notes| {
            let marked = marks.first().is_some_and(|first| first.start < notes.begin);
            marked || told >= 2 && notes.count >= 2
        })
    }
}

/// The number of the note that a line begins with, and whether it is in brackets or raised.
fn led_by(line: &str) -> Option<(usize, bool)> {
    let bytes = line.as_bytes();
    if line.starts_with('[') {
        let count = digits(&bytes[1..]);
        let closed = (1..=3).contains(&count) && bytes.get(count + 1) == Some(&b']');
        return closed.then(|| (line[1..count + 1].parse().unwrap_or(0), true));
    }
    let count = digits(bytes);
    if (1..=3).contains(&count) && bytes.get(count) == Some(&b' ') {
        return Some((line[..count].parse().unwrap_or(0), false));
    }
    let raised = line.chars().take_while(|&c| is_raised(c));
    let number = raised.fold(0, |number, c| {
        number * 10
            + "⁰¹²³⁴⁵⁶⁷⁸⁹"
                .chars()
                .position(|digit| digit == c)
                .unwrap_or(0)
    });
    (number > 0).then_some((number, true))
}

/// Digits glued to the marker of an article, a clause or a point: *Điều 6.7 Tên*, *4.37 Bộ Y tế*,
/// *a)18 Thu nhập*. Their numbers rise from mark to mark.
fn plain(text: &str, notes: &Notes, marks: &mut Vec<Span>) {
    let mut last = 0;
    let mut start = 0;
    let bytes = text.as_bytes();
    while start < notes.begin {
        let end = memchr(b'\n', &bytes[start..]).map_or(text.len(), |i| start + i);
        let line = &text[start..end];
        let at = start + line.len() - line.trim_start().len();
        start = end + 1;
        let marker = text[at..end]
            .strip_prefix("Điều ")
            .map_or(0, |_| "Điều ".len());
        let number = digits(&bytes[at + marker..end]);
        let letter = text[at + marker..end]
            .chars()
            .next()
            .filter(|c| c.is_lowercase());
        let sign = at
            + marker
            + if number > 0 {
                number
            } else {
                letter.map_or(0, char::len_utf8)
            };
        if sign == at + marker || !matches!(bytes.get(sign), Some(b'.' | b')')) {
            continue;
        }
        let count = digits(&bytes[sign + 1..end]);
        let mark = Span::new(sign + 1, sign + 1 + count);
        let Ok(note) = mark.of(text).parse::<usize>() else {
            continue;
        };
        let title = text[mark.end..end].strip_prefix(' ').unwrap_or("");
        if (last + 1..=last + 40).contains(&note)
            && note <= notes.count
            && title.starts_with(|c: char| c.is_uppercase() || c == '“')
        {
            last = note;
            marks.push(mark);
        }
    }
}
