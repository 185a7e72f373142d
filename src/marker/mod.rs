//! The one grammar of markers and of counting: what stands before the items of a list (`1.`, `a)`,
//! *Thứ nhất,*) and before the units of a text (*Điều 5.*, `1.`, `a)`), and how they count.
//!
//! Evidence grows with the place. At the head of a line [`read`] takes any style of
//! [`style`]'s table; inside a line the list decides by the sign before it
//! ([`Style::goes_on_inline`](style::Style::goes_on_inline)); a [`unit`] of a text needs its line.

mod grammar;
mod level;
mod ordinal;
mod style;
mod unit;
mod words;

pub use level::Level;
pub use style::ListStyle;

pub(crate) use grammar::{Marker, Sense, signed};
pub(crate) use level::LEVEL_WORDS;
pub(crate) use ordinal::{Ordinal, Step, is_letter, letter, roman, to_roman};
pub(crate) use style::is_bullet;
pub(crate) use unit::{UnitMarker, open_article, unit};
pub(crate) use words::{ordinal_words, worded};

use crate::reading::Reading;

/// The marker of an item at byte `at`, or `None` when none could stand there.
pub(crate) fn read<'t>(reading: &Reading<'t>, at: usize) -> Option<Marker<'t>> {
    let marker = signed(reading.text(), at).or_else(|| {
        let place = reading.place_at(at);
        (place.start() == at).then(|| worded(place)).flatten()
    });
    marker.filter(|marker| !marker.wordless)
}
