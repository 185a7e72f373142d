//! The one grammar of unit markers: what a line must begin with to announce a unit.

use super::Level;
use super::line::is_caps;
use super::sequence::{self, Number};
use crate::span::Span;
use crate::text::cursor::Cursor;
use crate::text::numeral;

/// A marker at the head of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marker {
    pub level: Level,
    pub number: Number,
    /// The number as written.
    pub label: Span,
    /// Where the marker begins.
    pub start: usize,
    /// Where the words after the marker and its punctuation begin.
    pub body: usize,
}

/// The marker at byte `start` of `text`, in a line that ends at `end`.
pub(super) fn read(text: &str, start: usize, end: usize) -> Option<Marker> {
    let line = &text[..end];
    let first = line[start..].chars().next()?;
    let cursor = Cursor::new(line, start);
    match first {
        '0'..='9' => clause(cursor),
        'Đ' | 'đ' => named(cursor, "điều", Level::Article).or_else(|| point(cursor)),
        'C' | 'c' => named(cursor, "chương", Level::Chapter).or_else(|| point(cursor)),
        'M' | 'm' => named(cursor, "mục", Level::Section).or_else(|| point(cursor)),
        'T' | 't' => named(cursor, "tiểu mục", Level::Subsection).or_else(|| point(cursor)),
        'P' | 'p' => named(cursor, "phần", Level::Part).or_else(|| point(cursor)),
        'a'..='z' => point(cursor),
        _ => None,
    }
}

/// `Điều 5.`, `CHƯƠNG II`, `Mục 1. QUY ĐỊNH`, `Phần thứ nhất`.
fn named(mut cursor: Cursor<'_>, word: &str, level: Level) -> Option<Marker> {
    let start = cursor.pos();
    if !cursor.phrase(word) {
        return None;
    }
    cursor.spaces();
    let at = cursor.pos();
    let number = match level {
        Level::Article => arabic(&mut cursor).or_else(|| ordinal(&mut cursor))?,
        Level::Part => roman_or_arabic(&mut cursor).or_else(|| ordinal(&mut cursor))?,
        _ => roman_or_arabic(&mut cursor)?,
    };
    let label = Span::new(at, cursor.pos());
    if cursor.peek().is_some_and(char::is_alphanumeric) {
        return None;
    }
    cursor.spaces();
    let closed = cursor.eat_if(|c| matches!(c, '.' | ':' | ')' | '-' | '–' | '—'));
    if closed == Some('.') && cursor.peek().is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    // Older texts stop twice: `Điều 1.-`.
    cursor.eat_while(|c| matches!(c, ' ' | '\t' | '-' | '–' | '—'));
    // Without a stop after the number only a heading in capitals is told from a reference.
    let heading = closed.is_some() || cursor.rest().is_empty() || is_caps(cursor.rest());
    heading.then_some(Marker {
        level,
        number,
        label,
        start,
        body: cursor.pos(),
    })
}

/// `1.`, `1a.`, in old texts also `1-` and `1/`; never `1.000`, `1.2`, `1-2`, `1/5`.
fn clause(mut cursor: Cursor<'_>) -> Option<Marker> {
    let start = cursor.pos();
    let number = arabic(&mut cursor)?;
    let label = Span::new(start, cursor.pos());
    cursor.spaces();
    let stop = cursor.eat_if(|c| matches!(c, '.' | '-' | '/'))?;
    match cursor.peek() {
        None => {}
        Some(c) if stop == '.' && !c.is_ascii_digit() && c != '.' && c != '…' => {}
        Some(' ' | '\t') => {}
        Some(_) => return None,
    }
    cursor.spaces();
    Some(Marker {
        level: Level::Clause,
        number,
        label,
        start,
        body: cursor.pos(),
    })
}

/// `a)`, `đ)`, `a1)`.
fn point(mut cursor: Cursor<'_>) -> Option<Marker> {
    let start = cursor.pos();
    let main = cursor.peek().and_then(sequence::letter)?;
    cursor.eat_if(|_| true);
    let digits = cursor.digits();
    let inserted = match digits.is_empty() {
        true => 0,
        false => small(digits)?,
    };
    let label = Span::new(start, cursor.pos());
    cursor.spaces();
    if !cursor.eat(')') {
        return None;
    }
    cursor.spaces();
    Some(Marker {
        level: Level::Point,
        number: Number::new(main, inserted),
        label,
        start,
        body: cursor.pos(),
    })
}

/// A number of at most three digits.
fn small(digits: &str) -> Option<u32> {
    (digits.len() <= 3).then(|| digits.parse().ok())?
}

/// `5`, `7a`.
fn arabic(cursor: &mut Cursor<'_>) -> Option<Number> {
    let main = small(cursor.digits())?;
    Some(Number::new(main, insertion(cursor)))
}

/// `III`, `3`, `IIa`, `IIA`.
fn roman_or_arabic(cursor: &mut Cursor<'_>) -> Option<Number> {
    if cursor.peek()?.is_ascii_digit() {
        return arabic(cursor);
    }
    let mut ahead = *cursor;
    let word = ahead.eat_while(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    let main = numeral::roman(word)?;
    *cursor = ahead;
    let inserted = match cursor.eat_if(|c| matches!(c, 'A' | 'B')) {
        Some(c) => c as u32 - 'A' as u32 + 1,
        None => insertion(cursor),
    };
    Some(Number::new(main, inserted))
}

/// `thứ nhất`, `thứ 5`, in any case; articles were counted so until the 1950s.
fn ordinal(cursor: &mut Cursor<'_>) -> Option<Number> {
    if !(cursor.phrase("thứ") && cursor.spaces()) {
        return None;
    }
    let word = cursor.any_phrase(numeral::ORDINALS);
    word.map(|main| Number::new(main, 0))
        .or_else(|| arabic(cursor))
}

/// The letter of an inserted unit; 0 when there is none.
fn insertion(cursor: &mut Cursor<'_>) -> u32 {
    let mut ahead = *cursor;
    let Some(place) = ahead.eat_if(|_| true).and_then(sequence::letter) else {
        return 0;
    };
    if ahead.peek().is_some_and(char::is_alphanumeric) {
        return 0;
    }
    *cursor = ahead;
    place
}
