//! The notation of the tables itself: see `common`.

mod common;

use common::{Marked, assert_finds, marking, rows};
use vanban::Span;

#[test]
fn a_row_is_taken_apart_and_put_together() {
    let row = "Nghị quyết⏎⟦72-NQ-TW⟧, ⟦27/NQ-TW⟧ | =72-NQ/TW; 27-NQ/TW";
    let marked = Marked::of(row);
    assert_eq!(marked.text, "Nghị quyết\n72-NQ-TW, 27/NQ-TW");
    assert_eq!(marked.inside(), ["72-NQ-TW", "27/NQ-TW"]);
    assert_eq!(marked.expected(), ["72-NQ/TW", "27-NQ/TW"]);
    assert!(row.starts_with(&marking(&marked.text, &marked.spans)));
    let table = Marked::of("| ⟦01/7/2026⟧ | còn |");
    assert_eq!(
        (table.values.clone(), table.expected()),
        (None, vec!["01/7/2026"])
    );
    assert_eq!(Marked::of("không có gì").spans, []);
    assert_eq!(rows("\n# một\na\n\nb\n").collect::<Vec<_>>(), ["a", "b"]);
}

/// A finder of the words *Bộ*, called by their number.
fn ministries(text: &str) -> Vec<(Span, String)> {
    text.match_indices("Bộ")
        .enumerate()
        .map(|(i, (at, word))| (Span::try_from(at..at + word.len()).unwrap(), i.to_string()))
        .collect()
}

#[test]
fn what_is_found_is_what_is_marked() {
    assert_finds("⟦Bộ⟧ và ⟦Bộ⟧ | =0; 1", ministries, Clone::clone);
    assert_finds("bộ", ministries, Clone::clone);
}

#[test]
#[should_panic = "expected in the second"]
fn what_is_not_marked_must_not_be_found() {
    assert_finds("⟦Bộ⟧ và Bộ | =0", ministries, Clone::clone);
}

#[test]
#[should_panic = "expected in the second"]
fn what_is_marked_must_be_found() {
    assert_finds("⟦Bộ⟧ và ⟦Sở⟧ | =0; 1", ministries, Clone::clone);
}

#[test]
#[should_panic = "Bộ⟧ | =7"]
fn values_must_be_those_of_the_row() {
    assert_finds("⟦Bộ⟧ | =7", ministries, Clone::clone);
}

#[test]
#[should_panic = "a value a bracket"]
fn a_row_with_a_value_too_few_is_refused() {
    Marked::of("⟦Bộ⟧ và ⟦Bộ⟧ | =0");
}

#[test]
#[should_panic = "open brackets"]
fn a_row_with_an_open_bracket_is_refused() {
    Marked::of("⟦Bộ và");
}
