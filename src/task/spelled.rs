//! Markers in words: *Thứ nhất,* · *Một là,* · *Nhiệm vụ 1:* · *Giải pháp thứ hai:*

use super::ListStyle;
use super::marker::{COMMA, Glue, Marker, Reading, count, finish};
use super::ordinal::roman;
use super::vocabulary::{Class, prefix};
use crate::text::cursor::Cursor;
use crate::text::numeral::{CARDINALS, ORDINALS};

/// *Thứ nhất,* · *Một là,* · *Nhiệm vụ 1:*
pub(super) fn read(cursor: Cursor<'_>) -> Option<Marker<'_>> {
    if let Some(marker) = ordinal_word(cursor) {
        return Some(marker);
    }
    if let Some((bytes, major)) = cardinal(cursor.rest()) {
        let mut after = cursor;
        after.advance(bytes);
        let mut comma = after;
        if comma.eat(',') {
            return counted_word(cursor, comma, major);
        }
        if after.spaces() && after.phrase("là") {
            after.eat_if(|c| matches!(c, ',' | ':'));
            let reading = Reading::new(ListStyle::MotLa, 0, major);
            return finish(cursor, after, Glue::Never, [Some(reading), None]);
        }
    }
    labelled(cursor)
}

/// The number in words that `text` begins with, and how many bytes it takes.
fn cardinal(text: &str) -> Option<(usize, u32)> {
    let mut cardinals = CARDINALS.iter();
    cardinals.find_map(|&(words, value)| Some((prefix(text, words)?, value)))
}

/// *Một,* *hai,* before words, not before another number (*một, hai ngày*); `end` is behind the
/// comma.
fn counted_word<'t>(start: Cursor<'t>, end: Cursor<'t>, major: u32) -> Option<Marker<'t>> {
    let mut after = end;
    after.spaces();
    if cardinal(after.rest()).is_some() {
        return None;
    }
    let reading = Reading::new(ListStyle::MotLa, COMMA, major);
    finish(start, end, Glue::Never, [Some(reading), None])
}

fn ordinal_word(start: Cursor<'_>) -> Option<Marker<'_>> {
    let mut cursor = start;
    if !matches!(cursor.peek(), Some('T' | 't')) || !cursor.phrase("thứ") || !cursor.spaces() {
        return None;
    }
    let major = cursor.any_phrase(ORDINALS)?;
    let mut is = cursor;
    if is.spaces() && is.phrase("là") {
        cursor = is;
        cursor.eat_if(|c| matches!(c, ',' | ':'));
    } else {
        cursor.eat_if(|c| matches!(c, ',' | ':' | '.'))?;
    }
    // *Thứ hai, 13/4* and *Thứ Tư, ngày 13* are days of the week.
    let mut after = cursor;
    after.spaces();
    if (2..=7).contains(&major)
        && (after.peek().is_some_and(|c| c.is_ascii_digit()) || after.phrase("ngày"))
    {
        return None;
    }
    let reading = Reading::new(ListStyle::OrdinalWords, 0, major);
    finish(start, cursor, Glue::Never, [Some(reading), None])
}

fn labelled(start: Cursor<'_>) -> Option<Marker<'_>> {
    let mut cursor = start;
    let (_, label) = Class::Label.at_start(start.rest())?;
    cursor.phrase(label);
    if !cursor.spaces() {
        return None;
    }
    let major = if cursor.phrase("thứ") {
        cursor.spaces();
        cursor.any_phrase(ORDINALS)?
    } else {
        let word = cursor.eat_while(char::is_alphanumeric);
        count(word, 2).or_else(|| roman(word, 'I', 'V', 'X', 'L', 'C'))?
    };
    let mut dashed = cursor;
    if dashed.spaces() && dashed.eat_if(|c| matches!(c, '-' | '–')).is_some() {
        cursor = dashed;
    } else {
        cursor.eat_if(|c| matches!(c, ':' | '.' | ','))?;
    }
    let reading = Reading::new(ListStyle::Labelled, label_number(label), major);
    finish(start, cursor, Glue::Never, [Some(reading), None])
}

/// Keeps *Nhiệm vụ 1:* and *Bước 1:* apart.
fn label_number(label: &str) -> u32 {
    Class::Label
        .phrases()
        .position(|phrase| phrase == label)
        .map_or(0, |place| place as u32)
}
