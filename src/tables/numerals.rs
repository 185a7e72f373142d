//! Numbers in words.

use once_cell::sync::Lazy;

use super::{NUMERALS, VOCABULARY};
use crate::reading::Phrases;

/// *một*, *hai* … *ba mươi*.
pub(crate) static CARDINALS: Lazy<Phrases<u32>> = Lazy::new(|| book("cardinal"));

/// *nhất*, *hai* … *ba mươi*, as they stand behind *thứ*.
pub(crate) static ORDINALS: Lazy<Phrases<u32>> = Lazy::new(|| book("ordinal"));

fn rows(of_use: &'static str) -> impl Iterator<Item = (&'static str, u32)> {
    NUMERALS.rows().filter_map(move |[words, value, usage]| {
        let value = value.parse().expect("numerals.tsv: a number in column 2");
        (usage == of_use || usage == "both").then_some((words, value))
    })
}

fn book(of_use: &'static str) -> Phrases<u32> {
    Phrases::new(&VOCABULARY, rows(of_use))
}
