//! The words in and around the names of laws; the table is `law_words.tsv`.

use once_cell::sync::Lazy;

use crate::reading::{Gap, Phrases, Place};
use crate::tables::{FOREIGN, LAW_WORDS, VOCABULARY};

fn book(class: &'static str) -> Phrases<&'static str> {
    let rows = LAW_WORDS.rows_of(class);
    Phrases::new(
        &VOCABULARY,
        rows.map(|[_, words, written]| (words, written)),
    )
}

pub(super) static AMENDS: Lazy<Phrases<&str>> = Lazy::new(|| book("amends"));
pub(super) static AMENDED: Lazy<Phrases<&str>> = Lazy::new(|| book("amended"));
/// Countries whose laws have the names of ours.
pub(super) static COUNTRIES: Lazy<Phrases<()>> = Lazy::new(|| {
    let countries = FOREIGN.rows().filter(|[_, class]| *class == "country");
    Phrases::new(&VOCABULARY, countries.map(|[name, _]| (name, ())))
});
pub(super) static BASIS: Lazy<Phrases<&str>> = Lazy::new(|| book("basis"));
pub(super) static STATE: Lazy<Phrases<&str>> = Lazy::new(|| book("state"));
pub(super) static ENDS: Lazy<Phrases<&str>> = Lazy::new(|| book("ends"));
pub(super) static AND: Lazy<Phrases<&str>> = Lazy::new(|| book("and"));

/// What stands between the two places, as written.
pub(super) fn written<'t>(start: Place<'_, 't>, behind: Place<'_, 't>) -> &'t str {
    &start.reading().text()[start.start()..behind.end()]
}

/// Whether the word to the left ends where it seems to: no letter, digit, hyphen or `&` joins another
/// one to it.
pub(super) fn is_whole(place: Place<'_, '_>) -> bool {
    place.gap() != Gap::Glued && !matches!(place.between(), "-" | "–" | "&")
}
