//! Dates that the word for their unit announces: *ngày*, *tháng*, *quý*, *năm*.

use super::atom::{Atom, month, quarter, year_atom};
use super::day::behind_day_word;
use super::lexicon::UNIT;
use super::period::Unit;
use crate::reading::Place;

/// Reads any date that starts with a unit word.
pub(super) fn worded<'r, 't>(start: Place<'r, 't>) -> Option<Atom<'r, 't>> {
    let (&unit, behind) = start.phrase(&UNIT)?;
    match unit {
        Unit::Day => behind_day_word(start, behind),
        Unit::Month => month(start, behind),
        Unit::Quarter => quarter(start, behind),
        Unit::Year => year_atom(start, behind),
        Unit::Week => None,
    }
}
