//! Lines.

use crate::span::Span;
use crate::text::fold;

/// A line without its indent and trailing space.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    pub span: Span,
    pub text: &'t str,
}

/// The lines of `text` that are not blank, trimmed.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for raw in text.split('\n') {
        let trimmed = raw.trim();
        if !trimmed.is_empty() {
            let at = start + (raw.len() - raw.trim_start().len());
            lines.push(Line {
                span: Span::new(at, at + trimmed.len()),
                text: trimmed,
            });
        }
        start += raw.len() + 1;
    }
    lines
}

/// Whether the words are capitals throughout; a line without letters is not.
pub(super) fn is_caps(line: &str) -> bool {
    let mut letters = false;
    for c in line.chars() {
        if c.is_lowercase() {
            return false;
        }
        letters |= c.is_alphabetic();
    }
    letters
}

/// Whether one of `phrases` (in lower case) stands at the head of `line` as whole words.
pub(super) fn starts_with_any(line: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|p| fold::prefix(line, p).is_some())
}
