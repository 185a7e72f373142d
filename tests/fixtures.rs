//! Every page in `fixtures/` yields the finds beside it, in the lines of `evaluate finds`.
//!
//! The lines are what is right. Where the library is known to differ, the line that it misses stands
//! behind `!-`, the one that it should not have behind `!+`, below a reason behind `! `.
//!
//! `VANBAN_BLESS=1 cargo test --test fixtures` rewrites the expected finds and leaves the known misses
//! where they are; read the diff before you commit it.

#[allow(dead_code)] // each includer needs a part of it
mod common {
    #[path = "../../examples/common/names.rs"]
    pub mod names;
}
#[allow(dead_code)]
#[path = "../examples/evaluate/finds.rs"]
mod finds;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use similar::{ChangeTag, TextDiff};

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut pages: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of fixtures")
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    pages.sort();
    pages
}

fn found(source: &str) -> String {
    let document = serde_json::to_value(vanban::extract(source)).expect("a document is JSON");
    finds::page(&finds::layers(&document))
}

/// Whether a line marked as missed is found.
fn is_found(mark: &str, found: &str) -> bool {
    let missed = mark.strip_prefix("!-");
    missed.is_some_and(|missed| found.lines().any(|line| line == missed))
}

/// What is found by a page with known misses.
fn expected(page: &str) -> String {
    finds::marked(page, "!+", "!-")
}

/// The labels of a page of which `found` is found now: known misses stay, but for lines that are found.
fn blessed(labelled: &str, found: &str) -> String {
    let mut labels = String::new();
    let expected = expected(labelled);
    let diff = TextDiff::from_lines(expected.as_str(), found);
    let mut old = labelled.lines().peekable();
    for change in diff.iter_all_changes() {
        if change.tag() != ChangeTag::Insert {
            // What is marked stands before the line that it belongs to.
            let marked = |line: &&str| line.starts_with("!-") || line.starts_with("! ");
            while let Some(mark) = old.next_if(marked) {
                if !is_found(mark, found) {
                    labels.push_str(mark);
                    labels.push('\n');
                }
            }
        }
        let wrong = match change.tag() {
            ChangeTag::Insert => false,
            _ => old.next().is_some_and(|line| line.starts_with("!+")),
        };
        if change.tag() != ChangeTag::Delete {
            labels.push_str(if wrong { "!+" } else { "" });
            labels.push_str(change.value());
        }
    }
    labels.extend(old.flat_map(|mark| [mark, "\n"]));
    labels
}

#[test]
fn known_misses_stay_when_labels_are_rewritten() {
    let old = "dates\n! A year is missed.\n!-  5..9 ⟦2024⟧\n!+  5..7 ⟦20⟧\n  8..9 ⟦x⟧\n";
    assert_eq!(finds::right(old), "dates\n  5..9 ⟦2024⟧\n  8..9 ⟦x⟧\n");
    let found = "dates\n  5..7 ⟦20⟧\n  8..9 ⟦y⟧\n";
    assert_eq!(
        blessed(old, found),
        "dates\n! A year is missed.\n!-  5..9 ⟦2024⟧\n!+  5..7 ⟦20⟧\n  8..9 ⟦y⟧\n"
    );
    assert_eq!(blessed("", found), found);
    let mended = "dates\n  5..9 ⟦2024⟧\n  8..9 ⟦x⟧\n";
    assert_eq!(
        blessed(old, mended),
        "dates\n! A year is missed.\n  5..9 ⟦2024⟧\n  8..9 ⟦x⟧\n"
    );
}

#[test]
fn every_page_yields_its_finds() {
    let pages = pages();
    assert!(pages.len() >= 44, "only {} pages", pages.len());
    let bless = std::env::var_os("VANBAN_BLESS").is_some();
    let mut wrong = String::new();
    for page in pages {
        let source = std::fs::read_to_string(&page).expect("a page in UTF-8");
        let found = found(&source);
        let beside = page.with_extension("finds");
        let labelled = std::fs::read_to_string(&beside);
        if bless {
            let labels = blessed(labelled.as_deref().unwrap_or(""), &found);
            std::fs::write(&beside, labels).expect("the expected finds are writable");
            continue;
        }
        let labelled = labelled.unwrap_or_else(|error| panic!("{}: {error}", beside.display()));
        for mark in labelled.lines().filter(|line| is_found(line, &found)) {
            let _ = writeln!(wrong, "{}: found now: {mark}", beside.display());
        }
        let expected = expected(&labelled);
        if expected != found {
            let diff = TextDiff::from_lines(&expected, &found);
            let name = beside.display().to_string();
            let diff = diff
                .unified_diff()
                .context_radius(1)
                .header(&name, "found")
                .to_string();
            wrong.push_str(&diff);
        }
    }
    assert!(wrong.is_empty(), "finds differ\n{wrong}");
}

#[test]
fn lines_leave_nothing_out_that_was_found() {
    let document = serde_json::json!({
        "source": "a.txt",
        "schema": 2,
        "header": { "issuer": [{ "span": [0, 3], "text": "A\n\tB" }], "number": null },
        "numbers": [
            { "span": [4, 9], "text": "1/CT\u{1b}[0m", "canonical": "1/CT", "issuers": [], "units": ["A B", "C"], "generic": true, "year": 0 },
        ],
        "outline": [
            { "span": [4, 9], "text": "Điều 1", "depth": 0, "label": "1", "parent": null },
            { "span": [6, 9], "text": "a)", "depth": 1, "label": "a", "parent": 0, "extent": [6, 12] },
        ],
        "task_lists": [{ "span": [10, 40], "items": [
            { "span": [10, 40], "text": "Làm", "marker": "1.",
              "deadline": { "span": [12, 14], "text": "5/6", "edtf": "XXXX-06-05", "template": false },
              "deadlines": [{ "span": [12, 14], "text": "5/6" }, { "span": [15, 18], "text": "7/8" }],
              "lists": [{ "span": [20, 40], "items": [{ "span": [20, 40], "marker": "-", "text": "x".repeat(300) }] }] },
        ] }],
        "provisions": [{ "span": [1, 2], "text": "Đ5", "targets": [{ "article": "5", "clause": "1" }, { "article": "6" }] }],
        "repairs": [],
    });
    let long = format!("{}…{}", "x".repeat(106), "x".repeat(53));
    let expected = format!(
        "header
  issuer 0..3 ⟦A⏎⇥B⟧
numbers
  4..9 ⟦1/CT\\u{{1b}}[0m⟧ canonical=1/CT generic units=[\"A B\", C] year=0
outline
  4..9 ⟦Điều 1⟧ label=1
    6..9 ⟦a)⟧ label=a extent=6..12
provisions
  1..2 ⟦Đ5⟧ targets=[{{article=5 clause=1}}, {{article=6}}]
task_lists
  10..40
    items 10..40 ⟦Làm⟧ marker=1. deadline=12..14⟦5/6⟧{{edtf=XXXX-06-05}}
      deadlines 12..14 ⟦5/6⟧
      deadlines 15..18 ⟦7/8⟧
      lists 20..40
        items 20..40 ⟦{long}⟧ marker=-
"
    );
    let layers = finds::layers(&document);
    assert_eq!(finds::page(&layers), expected);
    let again = finds::from_page(&expected);
    assert_eq!(finds::page(&again), expected);
    assert_eq!(again[1].finds[0].span(), Some((4, 9)));
    assert_eq!(layers[2].finds[1].value, "  ⟦a)⟧ label=a extent=");
}
