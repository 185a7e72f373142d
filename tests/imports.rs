//! The files of `src` import one way: whoever reads a file has read what it rests on, and nothing that rests
//! on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The files of the library: what a path in `use` calls each, and its code without tests and comments.
fn files() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                let name = path
                    .strip_prefix(&root)
                    .expect("below src")
                    .with_extension("");
                let name = name.to_str().expect("UTF-8").replace(['/', '\\'], "::");
                let name = name.strip_suffix("::mod").unwrap_or(&name).to_owned();
                let text = fs::read_to_string(&path).expect("UTF-8");
                let code = text.split("#[cfg(test)]").next().expect("one part").lines();
                let code = code.map(|line| line.split("//").next().expect("one part"));
                found.insert(name, code.collect::<Vec<_>>().join("\n"));
            }
        }
    }
    found
}

/// The paths that `tree`, the words behind `use`, names.
fn paths(tree: &str) -> Vec<String> {
    let Some((before, rest)) = tree.split_once('{') else {
        return vec![tree.to_owned()];
    };
    let inner = rest.strip_suffix('}').expect("a closed tree");
    let mut named = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = &inner[start..at];
                start = at + 1;
                named.extend(
                    paths(part)
                        .into_iter()
                        .map(|path| format!("{before}{path}")),
                );
            }
            _ => {}
        }
    }
    named
}

/// The file that `path`, as it stands in file `from`, leads to.
fn target<'f>(path: &str, from: &str, files: &'f BTreeMap<String, String>) -> Option<&'f str> {
    let mut whole: Vec<&str> = match path.split("::").next() {
        Some("crate") => Vec::new(),
        _ => from.split("::").collect(),
    };
    for part in path.split("::") {
        match part {
            "crate" | "self" => {}
            "super" => {
                whole.pop();
            }
            part => whole.push(part),
        }
    }
    while !whole.is_empty() {
        let name = whole.join("::");
        if let Some((name, _)) = files.get_key_value(name.as_str()) {
            return (name != from).then_some(name.as_str());
        }
        whole.pop();
    }
    None
}

/// What each file imports.
fn imports(files: &BTreeMap<String, String>) -> BTreeMap<&str, BTreeSet<&str>> {
    let of = |from: &str, code: &str| {
        let uses = code.split("use ").skip(1);
        let uses = uses.filter_map(|rest| rest.split(';').next());
        let uses = uses.filter(|tree| {
            ["crate::", "super::", "self::"]
                .iter()
                .any(|root| tree.starts_with(root))
        });
        let trees = uses.map(|tree| tree.split_whitespace().collect::<String>());
        let paths = trees.flat_map(|tree| paths(&tree));
        let targets = paths.filter_map(|path| target(&path, from, files));
        targets.collect::<BTreeSet<_>>()
    };
    let all = files
        .iter()
        .map(|(from, code)| (from.as_str(), of(from, code)));
    all.collect()
}

/// A way from `at` back to a file on `way`.
fn circle<'f>(
    at: &'f str,
    imports: &BTreeMap<&'f str, BTreeSet<&'f str>>,
    way: &mut Vec<&'f str>,
    done: &mut BTreeSet<&'f str>,
) -> Option<Vec<&'f str>> {
    if let Some(first) = way.iter().position(|&file| file == at) {
        return Some(way[first..].to_vec());
    }
    if !done.insert(at) {
        return None;
    }
    way.push(at);
    for next in &imports[at] {
        if let Some(found) = circle(next, imports, way, done) {
            return Some(found);
        }
    }
    way.pop();
    None
}

#[test]
fn files_import_one_way() {
    let files = files();
    let imports = imports(&files);
    let count: usize = imports.values().map(BTreeSet::len).sum();
    assert!(
        count > files.len(),
        "{count} imports of {} files",
        files.len()
    );
    let mut done = BTreeSet::new();
    for file in files.keys() {
        let found = circle(file, &imports, &mut Vec::new(), &mut done);
        assert_eq!(found, None, "a circle of imports");
    }
}

#[test]
fn a_circle_is_seen() {
    let code = [
        ("a", "use crate::b::{self, c::{D, E}};\nuse std::fmt;"),
        ("b", ""),
        ("b::c", "use super::d::F;"),
        ("b::d", "use crate::a::G;"),
    ];
    let files = code
        .map(|(name, code)| (name.to_owned(), code.to_owned()))
        .into();
    let imports = imports(&files);
    assert_eq!(imports["a"], ["b", "b::c"].into());
    let found = circle("a", &imports, &mut Vec::new(), &mut BTreeSet::new());
    assert_eq!(found, Some(vec!["a", "b::c", "b::d"]));
}
