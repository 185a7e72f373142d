//! Decades and centuries.

use super::lexer::{gap, gap_keyword, keyword, may_end, number};
use super::partial::PartialDate;
use super::value::{DateValue, Endpoint};
use crate::marker;
use crate::span::Span;
use crate::text::cursor::Cursor;

/// *thế kỷ XX*, *thế kỷ 21*.
fn century(text: &str, at: usize) -> Option<(Span, Span, PartialDate)> {
    let mut cursor = Cursor::new(text, at);
    let _ = keyword(&mut cursor, "thứ");
    if !keyword(&mut cursor, "thế kỷ") && !keyword(&mut cursor, "thế kỉ") {
        return None;
    }
    gap(&mut cursor);
    let _ = keyword(&mut cursor, "thứ");
    gap(&mut cursor);
    let core = cursor.pos();
    let date = ordinal(&mut cursor).filter(|_| may_end(&cursor))?;
    let end = cursor.pos();
    Some((Span::new(at, end), Span::new(core, end), date))
}

/// One century, or *thế kỷ XV - XVI*, *từ thế kỷ XV đến thế kỷ XVIII*, *thế kỷ XVIII và XIX*.
pub(super) fn centuries(text: &str, at: usize) -> Option<(Span, Span, DateValue)> {
    let (span, core, first) = century(text, at)?;
    let alone = Some((span, core, DateValue::Date(first)));
    let mut cursor = Cursor::new(text, span.end);
    gap(&mut cursor);
    let both = keyword(&mut cursor, "và");
    let through = !both
        && (cursor.eat('-')
            || cursor.eat('–')
            || keyword(&mut cursor, "đến")
            || keyword(&mut cursor, "sang"));
    if !both && !through {
        return alone;
    }
    gap(&mut cursor);
    let second = match century(text, cursor.pos()) {
        Some((second, _, date)) => Some((second.end, date)),
        None => {
            let date = ordinal(&mut cursor).filter(|_| may_end(&cursor));
            date.map(|date| (cursor.pos(), date))
        }
    };
    match (first, second) {
        (PartialDate::Century(a), Some((end, last @ PartialDate::Century(b)))) if a < b => {
            let value = if both {
                DateValue::AllOf(vec![first, last])
            } else {
                DateValue::Interval {
                    start: Endpoint::Date(first),
                    end: Endpoint::Date(last),
                }
            };
            Some((Span::new(at, end), Span::new(core.start, end), value))
        }
        _ => alone,
    }
}

/// The number of a century, Roman or Arabic.
fn ordinal(cursor: &mut Cursor<'_>) -> Option<PartialDate> {
    let mut ahead = *cursor;
    let ordinal = match number(&mut ahead, 2) {
        Some(ordinal) => u32::from(ordinal),
        None => marker::roman(ahead.eat_while(|c| matches!(c, 'I' | 'V' | 'X')))?,
    };
    *cursor = ahead;
    (1..=30)
        .contains(&ordinal)
        .then(|| PartialDate::Century(ordinal as u8 - 1))
}

/// The tens behind *những năm*, *thập niên*, *thập kỷ*: `90` or `1990`, with the century that may
/// follow. Says whether the century had to be guessed.
pub(super) fn decade(text: &str, at: usize) -> Option<(Span, PartialDate, bool)> {
    let mut cursor = Cursor::new(text, at);
    let written = cursor;
    let tens = number(&mut cursor, 4).filter(|tens| tens % 10 == 0)?;
    let digits = cursor.pos() - written.pos();
    if !may_end(&cursor) {
        return None;
    }
    let end = cursor.pos();
    match digits {
        4 => Some((Span::new(at, end), PartialDate::Decade(tens / 10), false)),
        2 => {
            let mut tail = cursor;
            gap_keyword(&mut tail, &["của"]);
            gap(&mut tail);
            let century = match century(text, tail.pos()) {
                Some((span, _, PartialDate::Century(century))) => {
                    Some((span.end, u16::from(century)))
                }
                _ => None,
            };
            // *những năm 80 của thế kỷ trước* says no more than the two digits do.
            let mut last = tail;
            let end = match keyword(&mut last, "thế kỷ trước") {
                true => last.pos(),
                false => end,
            };
            let (end, hundreds, guessed) = match century {
                Some((end, hundreds)) => (end, hundreds, false),
                None => (end, if tens < 30 { 20 } else { 19 }, true),
            };
            Some((
                Span::new(at, end),
                PartialDate::Decade(hundreds * 10 + tens / 10),
                guessed,
            ))
        }
        _ => None,
    }
}
