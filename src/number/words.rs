//! The words that grammar and scan ask for: `number_words.tsv`, a book for each question.

use once_cell::sync::Lazy;

use crate::reading::{Phrases, WordId};
use crate::tables::{NUMBER_WORDS, VOCABULARY};

/// The rows of a class.
fn of_class(class: &'static str) -> impl Iterator<Item = &'static str> {
    NUMBER_WORDS.rows_of(class).map(|[_, words]| words)
}

fn book(class: &'static str) -> Phrases<()> {
    Phrases::new(&VOCABULARY, of_class(class).map(|words| (words, ())))
}

fn list(class: &'static str) -> Vec<&'static str> {
    of_class(class).collect()
}

/// Words that say that a number follows, and whether they prove it.
pub(super) static LABELS: Lazy<Phrases<bool>> = Lazy::new(|| {
    let labels = of_class("label").map(|words| (words, true));
    let bare = of_class("bare_label").map(|words| (words, false));
    Phrases::new(&VOCABULARY, labels.chain(bare))
});

/// Words between the numbers of a list.
pub(super) static JOINTS: Lazy<Phrases<()>> = Lazy::new(|| book("joint"));

/// Words before a kind that say that there are several.
pub(super) static PLURALS: Lazy<Phrases<()>> = Lazy::new(|| book("plural"));

/// Words after which digits and letters are no document number.
pub(super) static OTHERS: Lazy<Phrases<()>> = Lazy::new(|| book("other"));

/// Endings of the names of files.
pub(super) static FILES: Lazy<Phrases<()>> = Lazy::new(|| book("file"));

/// What a candidate begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    Serial,
    Standard,
}

/// The words that a number may begin with: digits, or the system of a standard.
pub(super) static OPENINGS: Lazy<Phrases<Opening>> = Lazy::new(|| {
    let systems = STANDARDS
        .iter()
        .filter_map(|system| system.split([' ', '/']).next());
    let systems = systems.map(|word| (word, Opening::Standard));
    Phrases::new(
        &VOCABULARY,
        [("0", Opening::Serial)].into_iter().chain(systems),
    )
});

/// The word *ngày*.
pub(super) static DAY: Lazy<WordId> = Lazy::new(|| VOCABULARY.id("ngày"));

pub(super) static GLUED: Lazy<Vec<&str>> = Lazy::new(|| list("glued"));
pub(super) static CONTESTED: Lazy<Vec<&str>> = Lazy::new(|| list("contested"));
pub(super) static KINDLESS: Lazy<Vec<&str>> = Lazy::new(|| list("kindless"));
pub(super) static TERMED: Lazy<Vec<&str>> = Lazy::new(|| list("termed"));
/// Codes with a D that wants no stroke.
pub(super) static UNSTROKED: Lazy<Vec<&str>> = Lazy::new(|| list("unstroked"));

pub(super) static COURT_AREAS: Lazy<Vec<&str>> = Lazy::new(|| list("court_area"));
pub(super) static COURT_STAGES: Lazy<Vec<&str>> = Lazy::new(|| list("court_stage"));
pub(super) static STANDARDS: Lazy<Vec<&str>> = Lazy::new(|| list("standard"));
