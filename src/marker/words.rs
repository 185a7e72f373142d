//! Markers in words: *Thứ nhất,* · *Một là,* · *Nhiệm vụ 1:* · *Giải pháp thứ hai:*

use once_cell::sync::Lazy;

use super::grammar::{Marker, Sense, count, finish};
use super::ordinal::{Ordinal, roman};
use super::style::{Glue, LABELLED, MOT, MOT_LA, ORDINAL_WORDS, Style};
use crate::reading::{Gap, Phrases, Place};
use crate::span::Span;
use crate::tables::numerals::{CARDINALS, ORDINALS};
use crate::tables::{MARKER_LABELS, VOCABULARY};
use crate::text::cursor::Cursor;

/// What is counted by name, with a number for each name.
static LABELS: Lazy<Phrases<u32>> = Lazy::new(|| {
    let rows = MARKER_LABELS.rows().map(|[words]| words).zip(0..);
    Phrases::new(&VOCABULARY, rows)
});

/// *thứ*, *ngày* and *là*.
static SMALL: Lazy<Phrases<Small>> = Lazy::new(|| {
    let rows = [
        ("thứ", Small::Ordinal),
        ("ngày", Small::Day),
        ("là", Small::Is),
    ];
    Phrases::new(&VOCABULARY, rows)
});

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Small {
    Ordinal,
    Day,
    Is,
}

impl Small {
    /// Reads this word.
    fn eat(self, place: &mut Place<'_, '_>) -> bool {
        let mut ahead = *place;
        let there = ahead.eat(&SMALL) == Some(self);
        if there {
            *place = ahead;
        }
        there
    }
}

/// The marker in words that begins with the word behind `start`.
pub(crate) fn worded<'t>(start: Place<'_, 't>) -> Option<Marker<'t>> {
    ordinal(start)
        .or_else(|| cardinal(start))
        .or_else(|| labelled(start))
}

/// The number to the right of `place` behind *thứ*, in words or in digits with nothing glued to them;
/// and the place behind it.
pub(crate) fn ordinal_words<'r, 't>(mut place: Place<'r, 't>) -> Option<(u32, Place<'r, 't>)> {
    if !Small::Ordinal.eat(&mut place) || !place.gap().is_soft() {
        return None;
    }
    if let Some(value) = place.eat(&ORDINALS) {
        return Some((value, place));
    }
    let value = count(place.number()?, 3)?;
    let behind = place.next();
    (behind.gap() != Gap::Glued).then_some((value, behind))
}

/// *Thứ nhất,* · *Thứ hai là*
fn ordinal<'t>(start: Place<'_, 't>) -> Option<Marker<'t>> {
    let (value, mut place) = ordinal_words(start)?;
    let mut end = behind(place);
    if place.gap().is_soft() && Small::Is.eat(&mut place) {
        end = behind(place);
        end.eat_if(|c| matches!(c, ',' | ':'));
    } else {
        end.eat_if(|c| ORDINAL_WORDS.is_closed_by(c))?;
    }
    // *Thứ hai, 13/4* and *Thứ Tư, ngày 13* are days of the week.
    let day = place.number().is_some() || Small::Day.eat(&mut place);
    if (2..=7).contains(&value) && day {
        return None;
    }
    finish_worded(start, end, &ORDINAL_WORDS, 0, value)
}

/// *Một là,* · *Một,* before words, not before another number (*một, hai ngày*).
fn cardinal<'t>(start: Place<'_, 't>) -> Option<Marker<'t>> {
    let mut place = start;
    let value = place.eat(&CARDINALS)?;
    let mut end = behind(place);
    if end.eat(',') {
        let another = place.phrase(&CARDINALS).is_some();
        return match another {
            true => None,
            false => finish_worded(start, end, &MOT, 0, value),
        };
    }
    if !(place.gap().is_soft() && Small::Is.eat(&mut place)) {
        return None;
    }
    let mut end = behind(place);
    end.eat_if(|c| MOT_LA.is_closed_by(c));
    finish_worded(start, end, &MOT_LA, 0, value)
}

/// *Nhiệm vụ 1:* · *Bước II -* · *Giải pháp thứ hai:*
fn labelled<'t>(start: Place<'_, 't>) -> Option<Marker<'t>> {
    let mut place = start;
    let name = place.eat(&LABELS)?;
    if !place.gap().is_soft() {
        return None;
    }
    let (value, place) = match ordinal_words(place) {
        Some(ordinal) => ordinal,
        None => {
            let word = place.reading().slice(place.index());
            (count(word, 2).or_else(|| roman(word))?, place.next())
        }
    };
    let mut end = behind(place);
    let spaced = end.spaces();
    let sign = end.eat_if(|c| LABELLED.is_closed_by(c))?;
    if spaced != matches!(sign, '-' | '–') {
        return None;
    }
    finish_worded(start, end, &LABELLED, name, value)
}

/// The text right behind the word to the left of `place`.
fn behind<'t>(place: Place<'_, 't>) -> Cursor<'t> {
    Cursor::new(place.reading().text(), place.end())
}

fn finish_worded<'t>(
    start: Place<'_, 't>,
    end: Cursor<'t>,
    style: &'static Style,
    variant: u32,
    value: u32,
) -> Option<Marker<'t>> {
    let sense = Sense::new(style, variant, Ordinal::new(value));
    let start = Cursor::new(start.reading().text(), start.start());
    let label = Span::new(start.pos(), end.pos());
    finish(start, end, label, Glue::Never, [Some(sense), None])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Reading;

    #[test]
    fn markers_in_words() {
        for (text, expected) in [
            ("Thứ nhất, tăng cường", "OrdinalWords 1 tăng cường"),
            ("Thứ hai là, tăng", "OrdinalWords 2 tăng"),
            ("thứ mười sáu: tăng", "OrdinalWords 16 tăng"),
            ("Một là, tăng", "MotLa 1 tăng"),
            ("Hai mươi mốt là tăng", "MotLa 21 tăng"),
            ("Ba, tăng", "MotLa 3 tăng"),
            ("Nhiệm vụ 1: Tăng", "Labelled 1 Tăng"),
            ("Bước II - Tăng", "Labelled 2 Tăng"),
            ("NHIỆM VỤ, GIẢI PHÁP THỨ HAI: Tăng", "Labelled 2 Tăng"),
            ("Thứ Tư, 13/04/2022", "-"),
            ("Thứ hai, ngày 5", "-"),
            ("một, hai ngày", "-"),
            ("Một lần", "-"),
            ("Nhiệm vụ: Tăng", "-"),
            ("Nhiệm vụ 1 của Bộ", "-"),
            ("Thứ trưởng, Bộ", "-"),
        ] {
            let reading = Reading::new(text, &VOCABULARY);
            let marker = worded(reading.place(0));
            let found = marker.map_or("-".to_owned(), |marker| {
                let sense = marker.senses().next().expect("one sense");
                let list = sense.shape.style.list;
                format!("{list:?} {} {}", sense.ordinal.main, &text[marker.body..])
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
