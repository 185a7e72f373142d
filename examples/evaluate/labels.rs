//! What is right of a page, in the `.finds` beside it: read with care, since a slip would count as a find
//! that is missing, or as a layer of its own.

use std::path::Path;

use crate::common::names::harmless;
use crate::common::source;
use crate::common::values::KEYS;
use crate::finds::{self, Layer};

/// The layers of the `.finds` at `path`.
///
/// # Errors
/// When it cannot be read, or a line is neither a layer nor a find: each such line with its number.
pub fn read(path: &Path) -> Result<Vec<Layer>, Vec<String>> {
    let page = source::read(path, false).map_err(|failure| vec![failure.message])?;
    let text = harmless_lines(page.words().trim_start_matches('\u{FEFF}'));
    let mut wrong = Vec::new();
    let mut in_layer = false;
    for (line, number) in text.lines().zip(1..) {
        // What is marked is a line like every other behind its mark.
        let bare = ["!-", "!+"].iter().find_map(|mark| line.strip_prefix(mark));
        match bare.unwrap_or(line) {
            "" => {}
            line if line.starts_with('#') || line.starts_with("! ") => {}
            line if line.starts_with("  ") && !in_layer => {
                wrong.push(format!("line {number}: a find, and no layer above it"));
            }
            line if line.starts_with("  ") => {
                if line.matches('⟦').count() != line.matches('⟧').count() {
                    wrong.push(format!("line {number}: ⟦ without ⟧"));
                }
            }
            line if is_layer(line) => in_layer = true,
            line => wrong.push(format!(
                "line {number}: no layer \"{line}\"; a find stands two spaces in, and layers are {}",
                KEYS.iter()
                    .copied()
                    .filter(|key| is_layer(key))
                    .collect::<Vec<_>>()
                    .join(", ")
            )),
        }
    }
    match wrong.is_empty() {
        true => Ok(finds::from_page(&finds::right(&text))),
        false => Err(wrong),
    }
}

fn is_layer(name: &str) -> bool {
    // Tasks are found as lists and assignments.
    KEYS.contains(&name) && name != "tasks"
}

/// The text with what a terminal would obey written out, as finds have it.
fn harmless_lines(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(|line| harmless(line.trim_end())).collect();
    lines.join("\n")
}
