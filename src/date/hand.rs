//! Steps over words that every grammar of dates takes: numbers, counts, blanks, ends.

use super::lexicon::{BEHIND_TEN, COUNTED, DIGIT, MANY, UNIT, ids};
use crate::reading::{Gap, Phrases, Place, WordId};

/// Whether nothing but space stands before the place.
pub(super) fn soft(at: Place<'_, '_>) -> bool {
    at.gap().is_soft()
}

/// Reads a phrase of `book` to the right, with nothing but space before it.
pub(super) fn eat<T: Copy>(at: &mut Place<'_, '_>, book: &Phrases<T>) -> Option<T> {
    if soft(*at) { at.eat(book) } else { None }
}

/// Reads a phrase of `book` to the left, not beyond word `floor`.
pub(super) fn eat_back<T: Copy>(
    at: &mut Place<'_, '_>,
    floor: usize,
    book: &Phrases<T>,
) -> Option<T> {
    if at.index() <= floor || !soft(*at) {
        return None;
    }
    let (&value, before) = at.phrase_before(book)?;
    if before.index() < floor {
        return None;
    }
    *at = before;
    Some(value)
}

/// Whether a phrase of `book` ends to the left.
pub(super) fn behind<T: Copy>(at: Place<'_, '_>, floor: usize, book: &Phrases<T>) -> bool {
    eat_back(&mut { at }, floor, book).is_some()
}

/// Reads the word `id` to the left, not beyond word `floor`.
pub(super) fn eat_word_back(at: &mut Place<'_, '_>, floor: usize, id: WordId) -> bool {
    let there = at.index() > floor && soft(*at) && at.id_before() == id;
    if there {
        *at = at.back();
    }
    there
}

/// Reads one of the words to the right.
pub(super) fn eat_any(at: &mut Place<'_, '_>, words: &[WordId]) -> bool {
    words.iter().any(|&id| at.eat_word(id))
}

/// Reads *tháng* or *thg*.
pub(super) fn eat_month_word(at: &mut Place<'_, '_>) -> bool {
    eat_any(at, &[ids().month, ids().month_short])
}

/// The number of at most `digits` digits to the right.
pub(super) fn number(at: Place<'_, '_>, digits: usize) -> Option<u16> {
    let written = at.number()?;
    if written.len() > digits {
        return None;
    }
    written.parse().ok()
}

/// Reads a number of at most `digits` digits, with nothing but space before it.
pub(super) fn eat_number(at: &mut Place<'_, '_>, digits: usize) -> Option<u16> {
    let value = number(*at, digits).filter(|_| soft(*at))?;
    *at = at.next();
    Some(value)
}

/// The year of four digits to the right, 1000 to 2199.
pub(super) fn year(at: Place<'_, '_>) -> Option<u16> {
    let year = at.number().filter(|written| written.len() == 4)?;
    year.parse().ok().filter(|year| (1000..2200).contains(year))
}

/// Whether a year is one that texts of our time plan in or look back on.
pub(super) fn is_modern(year: u16) -> bool {
    (1900..=2100).contains(&year)
}

/// Reads a number in words below 100, with nothing but space before it: *năm*, *mười hai*, *ba mươi
/// mốt*.
pub(super) fn eat_cardinal(at: &mut Place<'_, '_>) -> Option<u16> {
    if !soft(*at) {
        return None;
    }
    let mut ahead = *at;
    let value = if ahead.eat_word(ids().ten) {
        10 + eat(&mut ahead, &BEHIND_TEN).unwrap_or(0)
    } else {
        let digit = ahead.eat(&DIGIT)?;
        if ahead.eat_word(ids().tens) {
            10 * digit + eat(&mut ahead, &BEHIND_TEN).unwrap_or(0)
        } else {
            digit
        }
    };
    *at = ahead;
    Some(value)
}

/// Reads a year in words: *một nghìn chín trăm chín mươi chín*, *hai nghìn không trăm linh năm*.
pub(super) fn eat_spelled_year(at: &mut Place<'_, '_>) -> Option<u16> {
    let mut ahead = *at;
    let thousands = eat(&mut ahead, &DIGIT).filter(|&digit| digit <= 2)?;
    if !eat_any(&mut ahead, &[ids().thousand, ids().thousand_too]) {
        return None;
    }
    let hundreds = match ahead.eat_word(ids().no_hundred) {
        true => 0,
        false => eat(&mut ahead, &DIGIT)?,
    };
    if !ahead.eat_word(ids().hundred) {
        return None;
    }
    let rest = match eat_any(&mut ahead, &[ids().linh, ids().le]) {
        true => eat(&mut ahead, &DIGIT)?,
        false => eat_cardinal(&mut ahead).unwrap_or(0),
    };
    *at = ahead;
    Some(thousands * 1000 + hundreds * 100 + rest)
}

/// Reads a count to the left: *45*, *mười hai*, *ba mươi sáu*, *năm (05)*. Says whether it is
/// written in digits.
pub(super) fn eat_count_back(at: &mut Place<'_, '_>, floor: usize) -> Option<(u16, bool)> {
    if at.index() <= floor {
        return None;
    }
    if at.between().trim_end() == ")" {
        return eat_bracketed_count_back(at, floor);
    }
    if at.id_before() == WordId::NUMBER && soft(*at) {
        let before = at.back();
        // Not the last field of 12/2020, nor of 1.000 or 2,5.
        let part = before.index() > floor
            && matches!(before.gap(), Gap::Slash | Gap::Dot | Gap::Comma)
            && before.between().len() == 1
            && before.id_before() == WordId::NUMBER;
        let count = number(before, 4).filter(|_| !part)?;
        *at = before;
        return Some((count, true));
    }
    spelled_count_back(at, floor, true).map(|count| (count, false))
}

/// Whether the unit at the place is told how many of it there are: *2 năm*, *4.000 năm*, *vài ngày*, *hàng
/// nghìn năm*, *nửa tháng*.
pub(super) fn has_quantity(at: Place<'_, '_>, floor: usize) -> bool {
    let word =
        at.index() > floor && soft(at) && [WordId::NUMBER, ids().half].contains(&at.id_before());
    word || behind(at, floor, &MANY) || eat_count_back(&mut { at }, floor).is_some()
}

/// Reads a count and the same count in a bracket to the left: *năm (05)*, *05 (năm)*.
fn eat_bracketed_count_back(at: &mut Place<'_, '_>, floor: usize) -> Option<(u16, bool)> {
    let mut inside = *at;
    let count = if at.id_before() == WordId::NUMBER {
        inside = at.back();
        number(inside, 4)?
    } else {
        spelled_count_back(&mut inside, floor, false)?
    };
    if inside.index() <= floor || inside.between().trim_start() != "(" {
        return None;
    }
    let mut outside = inside;
    if outside.id_before() == WordId::NUMBER {
        outside = outside.back();
        let same = number(outside, 4) == Some(count);
        *at = if same { outside } else { inside };
    } else if spelled_count_back(&mut outside, floor, false).is_some() {
        *at = outside;
    } else {
        *at = inside;
    }
    Some((count, true))
}

fn spelled_count_back(at: &mut Place<'_, '_>, floor: usize, spaced: bool) -> Option<u16> {
    if spaced && !soft(*at) {
        return None;
    }
    // The longest that ends here, of at most three words.
    let end = at.index();
    for length in (1..=3).rev() {
        let Some(start) = end.checked_sub(length).filter(|&start| start >= floor) else {
            continue;
        };
        let start = at.reading().place(start);
        let mut ahead = start;
        let first_soft = soft(start);
        let value = if first_soft {
            eat_cardinal(&mut ahead)
        } else {
            // Behind a sign or at the beginning of the text.
            opening_cardinal(&mut ahead)
        };
        if let Some(value) = value.filter(|_| ahead.index() == end) {
            *at = start;
            return Some(value);
        }
    }
    None
}

/// A cardinal whose first word has something else than space before it.
fn opening_cardinal(at: &mut Place<'_, '_>) -> Option<u16> {
    let mut ahead = *at;
    if ahead.id() == ids().ten {
        ahead = ahead.next();
        let rest = eat(&mut ahead, &BEHIND_TEN).unwrap_or(0);
        *at = ahead;
        return Some(10 + rest);
    }
    let digit = ahead.eat(&DIGIT)?;
    let value = match ahead.eat_word(ids().tens) {
        true => 10 * digit + eat(&mut ahead, &BEHIND_TEN).unwrap_or(0),
        false => digit,
    };
    *at = ahead;
    Some(value)
}

/// How many bytes of dots, underscores or wide space an unfilled form has behind the place; none
/// where it has less than two dots' worth.
pub(super) fn blank(behind: Place<'_, '_>) -> Option<usize> {
    let between = behind.between();
    let marks = between.trim_start_matches([' ', '\t']);
    let run = marks
        .find(|c: char| !matches!(c, '.' | '…' | '_' | '·' | ' ' | '\t'))
        .unwrap_or(marks.len());
    let weight: usize = marks[..run]
        .chars()
        .map(|c| match c {
            '.' | '·' => 1,
            '…' | '_' => 2,
            _ => 0,
        })
        .sum();
    if weight >= 2 {
        let written = marks[..run].trim_end();
        return Some(between.len() - marks.len() + written.len());
    }
    // Words of a form stand far apart.
    let wide = between.len() >= 3 && between.bytes().all(|b| matches!(b, b' ' | b'\t'));
    wide.then_some(between.len())
}

/// Whether a date may end in front of the place: no digit, letter, fraction, percentage or code
/// goes on.
pub(super) fn may_end(behind: Place<'_, '_>) -> bool {
    let range = behind.gap() == Gap::Dash && behind.phrase(&UNIT).is_some();
    range || may_end_at(behind.reading().text(), behind.end())
}

/// The same for byte `end`.
fn may_end_at(text: &str, end: usize) -> bool {
    let mut rest = text[end..].chars();
    match rest.next() {
        Some('/' | '%' | '‰' | '\\') => false,
        Some('-' | '–' | '_') => !rest.next().is_some_and(char::is_alphabetic),
        Some('.' | ',' | ':') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}

/// Whether what follows makes the number before it a count.
pub(super) fn is_counted(behind: Place<'_, '_>) -> bool {
    eat(&mut { behind }, &COUNTED).is_some()
}

/// Whether the clause or sentence ends behind the place.
pub(super) fn ends_phrase(behind: Place<'_, '_>) -> bool {
    let between = behind.between().trim_start_matches([' ', '\t']);
    let sign = between.starts_with([',', '.', ';', ')', ':', '-', '–', '\n', '”', '"', '|']);
    sign || (between.is_empty() && behind.word().is_none())
}

/// The quarter that the Roman numeral to the right counts, whatever stands before it.
pub(super) fn roman_quarter(at: Place<'_, '_>) -> Option<u8> {
    at.phrase(&super::lexicon::ROMAN_QUARTER)
        .map(|(&quarter, _)| quarter)
}
