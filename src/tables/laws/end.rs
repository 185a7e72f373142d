//! What stands behind the name of a law: *(sửa đổi)*, its year, its number.

use super::words::AMENDED;
use crate::reading::{Gap, Place};
use crate::text::letters::is_alphanumeric;

/// What stands behind a name.
#[derive(Clone, Copy)]
pub(super) struct End<'r, 't> {
    /// The place of the next word.
    place: Place<'r, 't>,
    /// The byte behind what was read.
    pub(super) byte: usize,
}

impl<'r, 't> End<'r, 't> {
    pub(super) fn of(place: Place<'r, 't>) -> Self {
        End {
            place,
            byte: place.end(),
        }
    }

    pub(super) fn rest(self) -> &'t str {
        &self.place.reading().text()[self.byte..]
    }

    /// Whether nothing but a space stands before the next word.
    fn is_spaced(self) -> bool {
        let between = &self.place.reading().text()[self.byte..self.place.start()];
        !between.is_empty() && between.chars().all(|c| matches!(c, ' ' | '\u{a0}'))
    }

    /// Reads *(sửa đổi)*, *(sửa đổi, bổ sung)*, or *sửa đổi* before the year: *Bộ luật Lao động sửa đổi năm 2019*.
    pub(super) fn amended(&mut self) {
        if self.is_spaced()
            && let Some((_, behind)) = self.place.phrase(&AMENDED)
            && let mut dated = End::of(behind)
            && dated.year().is_some()
        {
            *self = End::of(behind);
            return;
        }
        let between = &self.place.reading().text()[self.byte..self.place.start()];
        if between.trim_start() != "(" || between.len() < 2 {
            return;
        }
        if let Some((_, behind)) = self.place.phrase(&AMENDED)
            && End::of(behind).rest().starts_with(')')
        {
            self.byte = behind.end() + 1;
            self.place = behind;
        }
    }

    /// Reads *năm 2015* or *2015*.
    pub(super) fn year(&mut self) -> Option<u16> {
        if !self.is_spaced() {
            return None;
        }
        let mut ahead = self.place;
        if ahead.reading().slice(ahead.index()) == "năm" && ahead.next().gap().is_soft() {
            ahead = ahead.next();
        }
        let digits = ahead.number().filter(|digits| digits.len() == 4)?;
        let year = digits.parse().ok().filter(|y| (1945..2100).contains(y))?;
        let behind = End::of(ahead.next());
        let next = behind.rest().chars().next();
        if next.is_some_and(|c| is_alphanumeric(c) || matches!(c, '/' | '-')) {
            return None;
        }
        *self = behind;
        Some(year)
    }

    /// Whether *số* or *ngày* and digits follow.
    pub(super) fn numbered(self) -> bool {
        let word = self.place.reading().slice(self.place.index());
        let next = self.place.next();
        self.is_spaced()
            && matches!(word, "số" | "ngày")
            && next.gap() == Gap::Space
            && next.number().is_some()
    }
}
