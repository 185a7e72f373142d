//! What a run found, in lines that a person can read and that git can merge.
//!
//! A line a find, grouped by layer under a heading; what a find holds within itself (the items of a
//! list, the deadlines of an item) stands below it, further in, under its key:
//!
//! ```text
//! numbers
//!   111..119 ⟦52-NQ/TW⟧ canonical=52-NQ/TW kind=NQ issuers=[TW] notation=party serial=52
//! task_lists
//!   1660..2571 style=arabic_dot
//!     items 1660..1932 ⟦Rà soát … năm 2023⟧ marker=1.
//! ```
//!
//! It is made from the JSON of a document and knows no layer by name, so that it reads the run of
//! any version. What is null, false or empty is left out, `true` is its bare key, an array of two
//! whole numbers is a span, `⏎` a line end, `⇥` a tab, and a long text loses its middle.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::common::names::is_harmful;

/// The keys that say most, in the order in which they are shown; the others follow by name.
const FIRST: &[&str] = &[
    "marker",
    "level",
    "label",
    "canonical",
    "name",
    "kind",
    "number",
    "title",
    "edtf",
    "id",
    "code",
    "relation",
    "operation",
    "source",
    "target",
    "lead",
    "leads",
];

/// What is no find: the name of the page, its text, how it was read, and the JSON's version.
const NO_LAYERS: &[&str] = &[
    "source", "record", "options", "schema", "offsets", "content",
];

/// How many characters of a text are shown.
const SHOWN: usize = 160;

/// The finds of one layer.
pub struct Layer {
    /// Its key in the document.
    pub name: String,
    /// Its finds, in order.
    pub finds: Vec<Find>,
}

/// One find.
#[derive(Clone)]
pub struct Find {
    /// The line, indented by how deep the find stands, texts shortened.
    pub line: String,
    /// What is compared: everything but the spans, nothing shortened.
    pub value: String,
}

impl Find {
    /// A find as a line of a file has it.
    fn from_line(line: &str) -> Self {
        Find {
            line: line.to_owned(),
            value: without_spans(line),
        }
    }

    /// The span at the head of the line.
    pub fn span(&self) -> Option<(usize, usize)> {
        self.line
            .split(' ')
            .take_while(|word| !word.starts_with('⟦'))
            .find_map(span_of)
    }

    /// The text between the first brackets.
    pub fn text(&self) -> Option<&str> {
        let (_, rest) = self.line.split_once('⟦')?;
        rest.split_once('⟧').map(|(text, _)| text)
    }
}

/// The layers of a document in which anything was found.
pub fn layers(document: &Value) -> Vec<Layer> {
    let Value::Object(layers) = document else {
        return Vec::new();
    };
    let mut layers: Vec<Layer> = layers
        .iter()
        .filter(|(name, value)| !NO_LAYERS.contains(&name.as_str()) && says_something(value))
        .map(|(name, value)| Layer {
            name: shown(name),
            finds: layer_finds(value),
        })
        .collect();
    // The order of a map's keys depends on how serde_json was built.
    layers.sort_by(|a, b| a.name.cmp(&b.name));
    layers
}

/// The layers as a page of lines.
pub fn page(layers: &[Layer]) -> String {
    let mut page = String::new();
    for layer in layers {
        let _ = writeln!(page, "{}", layer.name);
        for find in &layer.finds {
            let _ = writeln!(page, "  {}", find.line);
        }
    }
    page
}

/// The inverse of [`page`]; a line that begins with `#` is a remark, or the name that `finds` writes.
pub fn from_page(page: &str) -> Vec<Layer> {
    let mut layers: Vec<Layer> = Vec::new();
    for line in page.lines().filter(|line| !line.starts_with('#')) {
        match (line.strip_prefix("  "), layers.last_mut()) {
            (Some(line), Some(layer)) => layer.finds.push(Find::from_line(line)),
            _ => layers.push(Layer {
                name: line.to_owned(),
                finds: Vec::new(),
            }),
        }
    }
    layers
}

/// What is right by a page with known misses, which has more lines than [`page`] writes: `! ` before a
/// reason, `!-` before a line that is right and is not found, `!+` before one that is found and wrong.
pub fn right(page: &str) -> String {
    marked(page, "!-", "!+")
}

/// The lines without those marked `dropped`, those marked `kept` without their mark.
pub fn marked(page: &str, kept: &str, dropped: &str) -> String {
    let mut lines = String::with_capacity(page.len());
    for line in page.lines() {
        if !line.starts_with(dropped) && !line.starts_with("! ") {
            lines.push_str(line.strip_prefix(kept).unwrap_or(line));
            lines.push('\n');
        }
    }
    lines
}

/// A string without its line ends and without anything that a terminal would obey.
pub fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push('⏎'),
            '\t' => out.push('⇥'),
            '\r' => out.push('␍'),
            '⟦' | '⟧' => out.extend(c.escape_unicode()),
            c if is_harmful(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

fn layer_finds(value: &Value) -> Vec<Find> {
    let mut finds = Vec::new();
    match value {
        Value::Array(values) => {
            for value in values {
                push_find(&mut finds, 0, "", value);
            }
        }
        // The header, the closing: a line a key.
        Value::Object(object) => {
            for key in keys(object) {
                push_keyed(&mut finds, 0, key, &object[key]);
            }
        }
        _ => push_find(&mut finds, 0, "", value),
    }
    finds
}

/// `value` under its key: a line, or one for each of its values where these have places.
fn push_keyed(finds: &mut Vec<Find>, depth: usize, key: &str, value: &Value) {
    match value {
        Value::Array(values) if has_places(value) => {
            for value in values {
                push_find(finds, depth, key, value);
            }
        }
        _ => push_find(finds, depth, key, value),
    }
}

/// The line of one find and those of what it holds.
fn push_find(finds: &mut Vec<Find>, depth: usize, key: &str, value: &Value) {
    let depth = depth + own_depth(value);
    let head = format!("{}{}", "  ".repeat(depth), shown(key));
    let separator = if key.is_empty() { "" } else { " " };
    let write = |limit| format!("{head}{separator}{}", find_line(value, limit));
    finds.push(Find {
        line: write(SHOWN),
        value: without_spans(&write(usize::MAX)),
    });
    if let Value::Object(object) = value {
        for key in keys(object).filter(|key| has_places(&object[*key])) {
            push_keyed(finds, depth + 1, key, &object[key]);
        }
    }
}

/// How deep a unit of an outline stands.
fn own_depth(value: &Value) -> usize {
    let depth = value.get("depth").and_then(Value::as_u64).unwrap_or(0);
    usize::try_from(depth.min(32)).unwrap_or(0)
}

fn find_line(value: &Value, limit: usize) -> String {
    let Value::Object(object) = value else {
        return inline(value, limit);
    };
    let head = [place(object), words(object, limit)];
    let rest = keys(object).filter(|key| !has_places(&object[*key]));
    let cells = rest.map(|key| cell(key, &object[key], limit));
    let filled = head.into_iter().flatten().chain(cells);
    filled.collect::<Vec<_>>().join(" ")
}

fn place(object: &Map<String, Value>) -> Option<String> {
    object.get("span").and_then(span)
}

fn words(object: &Map<String, Value>, limit: usize) -> Option<String> {
    let text = object.get("text")?.as_str()?;
    Some(format!("⟦{}⟧", shortened(&shown(text), limit)))
}

fn cell(key: &str, value: &Value, limit: usize) -> String {
    match value {
        Value::Bool(true) => shown(key),
        _ => format!("{}={}", shown(key), inline(value, limit)),
    }
}

/// A value within a line.
fn inline(value: &Value, limit: usize) -> String {
    match value {
        Value::String(text) => quoted(&shortened(&shown(text), limit)),
        Value::Array(values) => span(value).unwrap_or_else(|| {
            let values: Vec<_> = values.iter().map(|value| inline(value, limit)).collect();
            format!("[{}]", values.join(", "))
        }),
        Value::Object(object) => {
            let head = [place(object), words(object, limit)];
            let head: String = head.into_iter().flatten().collect();
            let rest: Vec<_> = keys(object)
                .map(|key| cell(key, &object[key], limit))
                .collect();
            if rest.is_empty() {
                head
            } else {
                format!("{head}{{{}}}", rest.join(" "))
            }
        }
        _ => value.to_string(),
    }
}

/// The keys that say something beside place and words, those of [`FIRST`] first.
fn keys(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let rank = |key: &str| FIRST.iter().position(|first| *first == key);
    let mut keys: Vec<&str> = object
        .iter()
        .filter(|(key, value)| says_something(value) && !is_elsewhere(key, value))
        .map(|(key, _)| key.as_str())
        .collect();
    keys.sort_by_key(|key| (rank(key).unwrap_or(FIRST.len()), *key));
    keys.into_iter()
}

/// Whether the line shows this otherwise: by its head, by how far in it stands, or in another layer.
fn is_elsewhere(key: &str, value: &Value) -> bool {
    match key {
        "span" => span(value).is_some(),
        "text" => value.is_string(),
        "depth" | "parent" => value.is_u64(),
        // The names of those documents stand beside; the row of documents has them whole.
        "ids" | "of_id" | "document_id" | "source_ids" | "target_ids" => true,
        _ => false,
    }
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(values) => !values.is_empty(),
        Value::Object(object) => object.values().any(says_something),
        _ => true,
    }
}

/// Whether `value` is a row of things that each have a place of their own.
fn has_places(value: &Value) -> bool {
    let Value::Array(values) = value else {
        return false;
    };
    !values.is_empty() && values.iter().all(|value| value.get("span").is_some())
}

fn span(value: &Value) -> Option<String> {
    match value.as_array()?.as_slice() {
        [start, end] => Some(format!("{}..{}", start.as_u64()?, end.as_u64()?)),
        _ => None,
    }
}

fn span_of(word: &str) -> Option<(usize, usize)> {
    let (start, end) = word.split_once("..")?;
    Some((start.parse().ok()?, end.parse().ok()?))
}

/// The line without the spans in it. What else looks like one (`1..3` in a text) goes as well, which
/// costs a comparison nothing: it goes on both sides.
fn without_spans(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("..") {
        let before = rest[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let after = rest[at + 2..].trim_start_matches(|c: char| c.is_ascii_digit());
        let is_span = before.len() < at && after.len() < rest.len() - at - 2;
        if is_span {
            out.push_str(before);
            rest = after.strip_prefix(' ').unwrap_or(after);
        } else {
            out.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
        }
    }
    out.push_str(rest);
    out
}

fn quoted(text: &str) -> String {
    let plain = |c: char| !c.is_whitespace() && !"\",=[]{}".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('"', "\\\""))
    }
}

/// The text without its middle where it is longer than `limit` characters.
fn shortened(text: &str, limit: usize) -> String {
    let count = text.chars().count();
    if count <= limit {
        return text.to_owned();
    }
    let head: String = text.chars().take(limit * 2 / 3).collect();
    let tail: String = text.chars().skip(count - limit / 3).collect();
    format!("{}…{}", head.trim_end(), tail.trim_start())
}
