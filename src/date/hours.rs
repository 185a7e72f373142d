//! Times of day in running text.

use super::clock::{PartOfDay, TimeOfDay, signed_offset};
use super::hand::{eat, eat_month_word, number, soft};
use super::lexicon::{HALF_OF_DAY, ids};
use crate::reading::{Gap, Place};
use crate::text::cursor::Cursor;

/// A time as read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock<'r, 't> {
    pub(super) time: TimeOfDay,
    /// Behind its last word.
    pub(super) behind: Place<'r, 't>,
    /// The byte at which it ends: behind its last word, a stroke for minutes or a bracket.
    pub(super) end: usize,
}

/// A time in running text that begins with the number to the right: `11:01`, `07:55:25 +07:00`,
/// `11:01 [GMT+7]`, `8h30`, `8g30'`, `14h`, `14 giờ 00 phút`, `8 giờ rưỡi`, `11 giờ kém 15`.
pub(super) fn time<'r, 't>(at: Place<'r, 't>) -> Option<Clock<'r, 't>> {
    let hour = bounded_number(at, 24)?;
    let mut time = TimeOfDay {
        hour,
        minute: None,
        second: None,
        offset_minutes: None,
    };
    let text = at.reading().text();
    let mut behind = at.next();
    if behind.gap() == Gap::Colon && behind.between() == ":" {
        time.minute = Some(bounded_number(behind, 59)?);
        behind = behind.next();
        if behind.between() == ":"
            && let Some(second) = bounded_number(behind, 59)
        {
            time.second = Some(second);
            behind = behind.next();
        }
    } else if behind.gap() == Gap::Glued && [ids().h, ids().g].contains(&behind.id()) {
        behind = behind.next();
        if behind.gap() == Gap::Glued {
            time.minute = Some(bounded_number(behind, 59)?);
            behind = behind.next();
            if behind.gap() == Gap::Glued {
                return None;
            }
        }
    } else if behind.eat_word(ids().hour) {
        let minutes = behind;
        if behind.eat_word(ids().half_hour) {
            time.minute = Some(30);
        } else if behind.eat_word(ids().less) {
            let less = bounded_number(behind, 59).filter(|&less| less > 0 && hour > 0)?;
            (time.hour, time.minute) = (hour - 1, Some(60 - less));
            behind = behind.next();
            let _ = behind.eat_word(ids().minute);
        } else if let Some(minute) = bounded_number(minutes, 59).filter(|_| soft(minutes)) {
            let number = minutes.next();
            let mut word = number;
            let date = matches!(number.gap(), Gap::Slash | Gap::Dash | Gap::Dot)
                && number.number().is_some();
            let month = eat_month_word(&mut { number });
            if word.eat_word(ids().minute) {
                (time.minute, behind) = (Some(minute), word);
            } else if !date && !month {
                (time.minute, behind) = (Some(minute), number);
            }
        }
    } else {
        return None;
    }
    let mut end = behind.end();
    // *7h45'*
    end += minute_stroke(&text[end..]);
    let mut half = behind;
    if let Some(half_of_day) = eat(&mut half, &HALF_OF_DAY) {
        if half_of_day == PartOfDay::Afternoon && time.hour < 12 {
            time.hour += 12;
        }
        (behind, end) = (half, half.end());
    }
    if let Some((offset, zone_end)) = zone(text, end) {
        time.offset_minutes = Some(offset);
        end = zone_end;
        behind = at.reading().place_at(end);
    } else if behind.gap() == Gap::Glued && behind.id() == ids().z && time.minute.is_some() {
        behind = behind.next();
        end = behind.end();
    }
    time.exists().then_some(Clock { time, behind, end })
}

/// How many bytes the stroke for minutes has at the beginning of `rest`.
pub(super) fn minute_stroke(rest: &str) -> usize {
    let stroke = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '\'' | '’' | '′' | '´'));
    stroke.map_or(0, char::len_utf8)
}

/// `[GMT+7]`, `(GMT+7)`, `+07:00` behind byte `at`: the offset and where it ends.
fn zone(text: &str, at: usize) -> Option<(i16, usize)> {
    let mut cursor = Cursor::new(text, at);
    cursor.spaces();
    let bracket = cursor.eat_if(|c| matches!(c, '[' | '('));
    let rest = cursor.rest().as_bytes();
    let named = rest.len() > 3
        && (rest[..3].eq_ignore_ascii_case(b"gmt") || rest[..3].eq_ignore_ascii_case(b"utc"))
        && matches!(rest[3], b'+' | b'-');
    if named {
        cursor.advance("gmt".len());
    }
    if !named && bracket.is_some() {
        return None;
    }
    let offset = signed_offset(&mut cursor)?;
    let closed = match bracket {
        Some('[') => cursor.eat(']'),
        Some(_) => cursor.eat(')'),
        None => !cursor.peek().is_some_and(char::is_alphanumeric),
    };
    closed.then_some((offset, cursor.pos()))
}

/// The number of at most two digits to the right, at most `most`.
fn bounded_number(at: Place<'_, '_>, most: u16) -> Option<u8> {
    number(at, 2).filter(|&n| n <= most).map(|n| n as u8)
}
