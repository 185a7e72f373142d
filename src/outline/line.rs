//! Lines.

use crate::reading::Reading;
use crate::span::Span;
use crate::text::letters::is_alphabetic;

/// A line without its indent and trailing space.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    pub span: Span,
    pub text: &'t str,
}

/// The lines of a text that is read.
pub(super) fn lines<'t>(reading: &Reading<'t>) -> Vec<Line<'t>> {
    let lines = reading.lines().iter().map(|line| Line {
        span: line.span(),
        text: line.span().of(reading.text()),
    });
    lines.collect()
}

/// Whether the words are capitals throughout; a line without letters is not.
pub(super) fn is_caps(line: &str) -> bool {
    let mut letters = false;
    for c in line.chars() {
        if c.is_lowercase() {
            return false;
        }
        letters |= is_alphabetic(c);
    }
    letters
}
