//! The sample pages.

use std::path::{Path, PathBuf};

/// Every page of `fixtures/`, by name.
pub fn fixtures() -> Vec<(PathBuf, String)> {
    // The checks of `.ci/` read them from further down.
    let mut above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let folder = above.find_map(|folder| Some(folder.join("fixtures")).filter(|f| f.is_dir()));
    let folder = folder.expect("the folder of fixtures");
    let mut pages: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of fixtures")
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| (path.clone(), std::fs::read_to_string(path).expect("a page")))
        .collect();
    pages.sort();
    assert!(pages.len() >= 12, "only {} pages", pages.len());
    pages
}
