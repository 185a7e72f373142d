//! Every page in `fixtures/` yields the document beside it.
//!
//! `VANBAN_BLESS=1 cargo test --test fixtures` rewrites the expected documents; read the diff before
//! you commit it.

use std::path::{Path, PathBuf};

use serde_json::Value;

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

/// The first place at which two values differ, as a path into the JSON with both sides.
fn difference(path: &str, expected: &Value, found: &Value) -> Option<String> {
    match (expected, found) {
        (Value::Object(a), Value::Object(b)) => a.keys().chain(b.keys()).find_map(|key| {
            difference(
                &format!("{path}.{key}"),
                a.get(key).unwrap_or(&Value::Null),
                b.get(key).unwrap_or(&Value::Null),
            )
        }),
        (Value::Array(a), Value::Array(b)) => (0..a.len().max(b.len())).find_map(|i| {
            difference(
                &format!("{path}[{i}]"),
                a.get(i).unwrap_or(&Value::Null),
                b.get(i).unwrap_or(&Value::Null),
            )
        }),
        _ => (expected != found)
            .then(|| format!("{path}\n    expected {expected}\n    found    {found}")),
    }
}

#[test]
fn every_page_yields_its_document() {
    let pages = pages();
    assert!(pages.len() >= 12, "only {} pages", pages.len());
    let bless = std::env::var_os("VANBAN_BLESS").is_some();
    let mut wrong = Vec::new();
    for page in pages {
        let source = std::fs::read_to_string(&page).expect("a page in UTF-8");
        let found = serde_json::to_value(vanban::extract(&source)).expect("a document is JSON");
        let beside = page.with_extension("json");
        if bless {
            let pretty = serde_json::to_string_pretty(&found).expect("a document is JSON");
            std::fs::write(&beside, pretty + "\n").expect("the expected document is writable");
        }
        let expected = std::fs::read_to_string(&beside)
            .unwrap_or_else(|error| panic!("{}: {error}", beside.display()));
        let expected: Value =
            serde_json::from_str(&expected).expect("the expected document is JSON");
        wrong.extend(difference("", &expected, &found).map(|at| format!("{}{at}", page.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
