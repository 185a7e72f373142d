//! Where documents come from: texts that the library reads now, and runs that it was read from before.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rayon::prelude::*;
use serde_json::Value;
use walkdir::WalkDir;

/// A text to be read.
pub struct Page {
    /// Its path, or the `id` that a corpus gives it.
    pub name: String,
    /// The text.
    pub text: String,
}

/// A document as JSON.
pub struct Run {
    /// The path of the text.
    pub name: String,
    /// What was found in it.
    pub document: Value,
}

impl Run {
    /// The name of the text without folder and ending: where it was read from may have moved.
    pub fn stem(&self) -> String {
        let stem = Path::new(&self.name).file_stem();
        stem.map_or(self.name.clone(), |stem| {
            stem.to_string_lossy().into_owned()
        })
    }
}

/// What the library finds in a text.
pub fn extracted(text: &str) -> Value {
    // Only a map with keys that are no strings could fail.
    serde_json::to_value(vanban::extract(text)).unwrap_or_default()
}

/// The documents that `paths` name: text files and folders of them, which are read now, and files
/// `.jsonl`, each line the document of a run (with `source`) or a text of a corpus (`text` and `id`).
pub fn documents(paths: &[PathBuf]) -> Result<Vec<Run>> {
    let mut runs = Vec::new();
    for path in paths {
        if is(path, "jsonl") {
            let of_line = |(number, value): (usize, Value)| match corpus_page(&value) {
                Some(page) => run(page),
                None => Run {
                    name: string(&value, "source")
                        .unwrap_or_else(|| format!("line {}", number + 1)),
                    document: value,
                },
            };
            runs.par_extend(lines(path)?.into_par_iter().enumerate().map(of_line));
        } else {
            runs.par_extend(texts(path)?.into_par_iter().map(run));
        }
    }
    Ok(runs)
}

/// The texts that `paths` name, unread.
pub fn pages(paths: &[PathBuf]) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    for path in paths {
        if is(path, "jsonl") {
            pages.extend(lines(path)?.iter().filter_map(corpus_page));
        } else {
            pages.extend(texts(path)?);
        }
    }
    Ok(pages)
}

/// At most `count` of the pages, evenly spread.
pub fn sampled(pages: Vec<Page>, count: usize) -> Vec<Page> {
    let every = pages.len().div_ceil(count.max(1)).max(1);
    pages.into_iter().step_by(every).collect()
}

fn run(page: Page) -> Run {
    Run {
        document: extracted(&page.text),
        name: page.name,
    }
}

fn is(path: &Path, extension: &str) -> bool {
    path.extension()
        .is_some_and(|own| own.eq_ignore_ascii_case(extension))
}

fn lines(path: &Path) -> Result<Vec<Value>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(i, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("{}: line {} is no JSON", path.display(), i + 1))
        })
        .collect()
}

fn corpus_page(value: &Value) -> Option<Page> {
    Some(Page {
        text: string(value, "text")?,
        name: string(value, "id").unwrap_or_default(),
    })
}

fn string(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::to_owned)
}

/// A file, whatever its name; of a folder every `.txt`, by name.
fn texts(path: &Path) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    for entry in WalkDir::new(path).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_dir() || (entry.depth() > 0 && !is(entry.path(), "txt")) {
            continue;
        }
        let name = entry.path().display().to_string();
        let text = fs::read_to_string(entry.path()).with_context(|| name.clone())?;
        pages.push(Page { name, text });
    }
    Ok(pages)
}
