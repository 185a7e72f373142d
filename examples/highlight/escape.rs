//! Text as HTML that shows it and does nothing else.

use std::fmt::Write as _;

use crate::common::names::is_harmful;

/// Appends `text`: what HTML reads as markup is written as references, and what would turn the
/// direction of writing or is no character to look at is written out.
pub fn push(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' | '\t' => html.push(c),
            '\r' => {}
            c if is_harmful(c) => {
                let _ = write!(html, "{}", c.escape_unicode());
            }
            c => html.push(c),
        }
    }
}

/// `text`, escaped.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    push(&mut html, text);
    html
}

/// `text` on one line, escaped, and no longer than `most` characters.
pub fn short(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        Some((end, _)) => escaped(&line[..end]) + "…",
        None => escaped(&line),
    }
}
