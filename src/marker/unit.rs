//! The markers of units: what a line must begin with to announce one.

use super::ordinal::{Ordinal, is_letter, roman};
use super::style::ListStyle;
use super::{LEVEL_WORDS, Level, grammar, words};
use crate::reading::Reading;
use crate::span::Span;
use crate::text::cursor::Cursor;

/// A marker at the head of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnitMarker {
    pub(crate) level: Level,
    pub(crate) ordinal: Ordinal,
    /// How it is written; `None` behind its level word (*Khoản 1.*).
    pub(crate) style: Option<ListStyle>,
    /// The number as written.
    pub(crate) label: Span,
    /// It is written in words: *thứ nhất*.
    pub(crate) worded: bool,
    /// Where the marker begins.
    pub(crate) start: usize,
    /// Where the words after the marker and its punctuation begin.
    pub(crate) body: usize,
}

/// The marker of a unit at byte `start`, in a line that ends at `end`.
pub(crate) fn unit(reading: &Reading<'_>, start: usize, end: usize) -> Option<UnitMarker> {
    let line = &reading.text()[..end];
    named(reading, line, start).or_else(|| signed(line, start))
}

/// An article whose number has no stop behind it: `Điều 5 Phạm vi`. The words alone do not tell it from a
/// reference.
pub(crate) fn open_article(reading: &Reading<'_>, start: usize, end: usize) -> Option<UnitMarker> {
    let line = &reading.text()[..end];
    if !line[start..].starts_with('Đ') {
        return None;
    }
    let (&level, place) = reading.place_at(start).phrase(&LEVEL_WORDS)?;
    let mut cursor = Cursor::new(line, place.end());
    if level != Level::Article || !cursor.spaces() {
        return None;
    }
    let at = cursor.pos();
    let ordinal = arabic(&mut cursor)?;
    let label = Span::new(at, cursor.pos());
    let titled = cursor.spaces() && cursor.peek().is_some_and(char::is_uppercase);
    titled.then_some(UnitMarker {
        level,
        ordinal,
        style: None,
        label,
        worded: false,
        start,
        body: cursor.pos(),
    })
}

/// `1.`, `a)` and their older forms.
fn signed(line: &str, start: usize) -> Option<UnitMarker> {
    let marker = grammar::signed(line, start)?;
    let (level, sense) = marker
        .senses()
        .find_map(|sense| Some((sense.shape.style.unit?, sense)))?;
    Some(UnitMarker {
        level,
        ordinal: sense.ordinal,
        style: Some(sense.shape.style.list),
        label: marker.label,
        worded: false,
        start,
        body: marker.body,
    })
}

/// `Điều 5.`, `CHƯƠNG II`, `Mục 1. QUY ĐỊNH`, `Phần thứ nhất`, `Khoản 1.`
fn named(reading: &Reading<'_>, line: &str, start: usize) -> Option<UnitMarker> {
    // Level words begin with few letters, most lines with others.
    let first = line[start..].chars().next()?;
    if !matches!(
        first,
        'Đ' | 'đ' | 'C' | 'c' | 'M' | 'm' | 'T' | 't' | 'P' | 'p' | 'K' | 'k'
    ) {
        return None;
    }
    let place = reading.place_at(start);
    let (&level, place) = place.phrase(&LEVEL_WORDS)?;
    let mut cursor = Cursor::new(line, place.end());
    cursor.spaces();
    let at = cursor.pos();
    let ordinal = match level {
        Level::Article | Level::Clause => arabic(&mut cursor),
        Level::Point => letter(&mut cursor),
        Level::Part | Level::Chapter | Level::Section | Level::Subsection => {
            roman_or_arabic(&mut cursor)
        }
        _ => return None,
    };
    let worded = ordinal.is_none();
    let ordinal = match ordinal {
        Some(ordinal) => ordinal,
        None if matches!(level, Level::Article | Level::Part) && place.start() == at => {
            let (value, behind) = words::ordinal_words(place)?;
            cursor = Cursor::new(line, behind.end());
            Ordinal::new(value)
        }
        None => return None,
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
    let open = level < Level::Clause && (cursor.rest().is_empty() || is_caps(cursor.rest()));
    (closed.is_some() || open).then_some(UnitMarker {
        level,
        ordinal,
        style: None,
        label,
        worded,
        start,
        body: cursor.pos(),
    })
}

/// `5`, `7a`.
fn arabic(cursor: &mut Cursor<'_>) -> Option<Ordinal> {
    let ordinal = Ordinal::new(grammar::count(cursor.digits(), 3)?);
    Some(insertion(cursor, ordinal))
}

/// `a`, `đ1`.
fn letter(cursor: &mut Cursor<'_>) -> Option<Ordinal> {
    let ordinal = cursor.eat_if(is_letter).and_then(Ordinal::of_letter)?;
    match cursor.digits() {
        "" => Some(ordinal),
        digits => Some(ordinal.with_number(grammar::count(digits, 2)?)),
    }
}

/// `III`, `3`, `IIa`, `IIA`.
fn roman_or_arabic(cursor: &mut Cursor<'_>) -> Option<Ordinal> {
    if cursor.peek()?.is_ascii_digit() {
        return arabic(cursor);
    }
    let mut ahead = *cursor;
    let word = ahead.eat_while(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    let ordinal = Ordinal::new(roman(word)?);
    *cursor = ahead;
    Some(insertion(cursor, ordinal))
}

/// The letter of an inserted unit, if there is one.
fn insertion(cursor: &mut Cursor<'_>, ordinal: Ordinal) -> Ordinal {
    let mut ahead = *cursor;
    let inserted = ahead
        .eat_if(|c| is_letter(c) || matches!(c, 'A' | 'B'))
        .and_then(|letter| ordinal.with_letter(letter));
    match inserted {
        Some(inserted) if !ahead.peek().is_some_and(char::is_alphanumeric) => {
            *cursor = ahead;
            inserted
        }
        _ => ordinal,
    }
}

/// Whether the words are capitals throughout; a line without letters is not.
fn is_caps(line: &str) -> bool {
    line.contains(char::is_alphabetic) && !line.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::VOCABULARY;

    #[test]
    fn lines_that_announce_a_unit() {
        for (line, expected) in [
            ("Điều 5. Phạm vi", "article 5 | Phạm vi"),
            ("ĐIỀU 7a: Hồ sơ", "article 7a | Hồ sơ"),
            ("Điều 1.- Nay", "article 1 | Nay"),
            ("Điều thứ nhất. Nay", "article thứ nhất | Nay"),
            ("CHƯƠNG II", "chapter II | "),
            ("Chương IIa QUY ĐỊNH", "chapter IIa | QUY ĐỊNH"),
            ("Phần thứ hai", "part thứ hai | "),
            ("Mục 1. Tên", "section 1 | Tên"),
            ("Tiểu mục 2", "subsection 2 | "),
            ("Khoản 1. Tên", "clause 1 | Tên"),
            ("Điểm a) Tên", "point a | Tên"),
            ("1. Tên", "clause 1 | Tên"),
            ("1a. Tên", "clause 1a | Tên"),
            ("1) Tên", "clause 1 | Tên"),
            ("1.- Tên", "clause 1 | Tên"),
            ("1/ Tên", "clause 1 | Tên"),
            ("1 - Tên", "clause 1 | Tên"),
            ("2.", "clause 2 | "),
            ("a) 5%;", "point a | 5%;"),
            ("a. Tên", "point a | Tên"),
            ("a/ Tên", "point a | Tên"),
            ("a- Tên", "point a | Tên"),
            ("(a) tên", "point a | tên"),
            ("aa) tên", "point aa | tên"),
            ("i) tên", "point i | tên"),
            ("Điều 5 của Luật này", "-"),
            ("Khoản 1 của Điều này", "-"),
            ("Điều kiện. Tên", "-"),
            ("Điều 5.2 quy định", "-"),
            ("1.000 đồng", "-"),
            ("1.2. Tên", "-"),
            ("1/5 số đại biểu", "-"),
            ("I. TÊN", "-"),
            ("- tên", "-"),
            ("(1) tên", "-"),
        ] {
            let reading = Reading::new(line, &VOCABULARY);
            let found = unit(&reading, 0, line.trim_end().len());
            let found = found.map_or("-".to_owned(), |unit| {
                let words = line.get(unit.body..).unwrap_or_default();
                format!("{} {} | {words}", unit.level, unit.label.of(line))
            });
            assert_eq!(found, expected, "{line}");
        }
    }
}
