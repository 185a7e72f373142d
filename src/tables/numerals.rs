//! Numbers in words.

use std::sync::LazyLock;

use super::{NUMERALS, VOCABULARY};
use crate::reading::Phrases;

/// *một*, *hai* … *ba mươi*.
pub(crate) static CARDINALS: LazyLock<Phrases<u32>> = LazyLock::new(|| book("cardinal"));

/// *nhất*, *hai* … *ba mươi*, as they stand behind *thứ*.
pub(crate) static ORDINALS: LazyLock<Phrases<u32>> = LazyLock::new(|| book("ordinal"));

/// The ordinals, the longer of two that begin alike first; for those who do not read words by their
/// ids yet.
pub(crate) static ORDINAL_LIST: LazyLock<Vec<(&str, u32)>> =
    LazyLock::new(|| rows("ordinal").collect());

fn rows(of_use: &'static str) -> impl Iterator<Item = (&'static str, u32)> {
    NUMERALS.rows().filter_map(move |[words, value, usage]| {
        let value = value.parse().expect("numerals.tsv: a number in column 2");
        (usage == of_use || usage == "both").then_some((words, value))
    })
}

fn book(of_use: &'static str) -> Phrases<u32> {
    Phrases::new(&VOCABULARY, rows(of_use))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_hides_a_longer_one() {
        let words = &*ORDINAL_LIST;
        for (i, (earlier, _)) in words.iter().enumerate() {
            let mut later = words[i + 1..].iter();
            assert!(
                later.all(|(later, _)| !later.starts_with(earlier)),
                "{earlier}"
            );
        }
    }
}
