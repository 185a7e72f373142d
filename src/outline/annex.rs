//! Where an annex begins: *Phụ lục*, or a text that is issued by the one above it (*ban hành kèm
//! theo*).

use super::line::{Line, is_caps, starts_with_any};
use crate::span::Span;
use crate::tables::Tables;
use crate::tables::kinds::Trait;
use crate::text::fold;

/// How an annex begins.
#[derive(Clone, Copy, Debug)]
pub(super) enum Head {
    /// *Phụ lục* and its number, a span of the text.
    Labelled(Span),
    /// A title above the note that it is attached; the last line of the title.
    Attached(usize),
}

/// How an annex begins at line `index`, if one does.
///
/// `below` the closing a heading is enough; in the body it must be followed by the note to which
/// document the annex belongs, for tables have *Phụ lục* in their cells.
pub(super) fn head(lines: &[Line<'_>], index: usize, below: bool, tables: &Tables) -> Option<Head> {
    const NOTE_WITHIN: usize = 5;
    let line = lines[index];
    let label = label(line.text);
    if label.is_none() && !(below && is_attached_title(line.text, tables)) {
        return None;
    }
    let note = || {
        let last = lines.len().min(index + 1 + NOTE_WITHIN);
        (index + 1..last).find(|&i| is_note(lines[i].text))
    };
    let from = line.span.start;
    match label {
        Some(label) if below || note().is_some() => Some(Head::Labelled(Span::new(
            from + label.start,
            from + label.end,
        ))),
        Some(_) => None,
        None => note().map(|note| Head::Attached(note - 1)),
    }
}

/// Where the number stands in an annex heading; empty when there is none.
///
/// The heading is *Phụ lục* alone, with a number, or with its title in capitals; what reads on
/// in small letters (*Phụ lục I ban hành kèm theo …*) is a reference.
pub(super) fn label(line: &str) -> Option<Span> {
    let words = line.trim_start_matches(['(', '[']);
    if !words.starts_with(['P', 'p']) {
        return None;
    }
    let mut at = line.len() - words.len() + fold::prefix(words, "phụ lục")?;
    let skip_space = |at: usize| at + line[at..].len() - line[at..].trim_start().len();
    at = skip_space(at);
    if let Some(end) = fold::prefix(&line[at..], "số") {
        at = skip_space(at + end);
    }
    let end = line[at..]
        .find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '.' | '/'))
        .map_or(line.len(), |end| at + end);
    let word = line[at..end].trim_end_matches(['-', '.', '/']);
    let code = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
    let numbered = word.starts_with(|c: char| c.is_ascii_digit())
        || !word.is_empty() && word.chars().all(code);
    let label = Span::new(at, at + if numbered { word.len() } else { 0 });
    let rest =
        line[label.end..].trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | ']'));
    (rest.is_empty() || rest.starts_with([':', '-', '–']) || is_caps(rest)).then_some(label)
}

/// Whether the line is the title of an attached text, all in capitals.
pub(super) fn is_attached_title(line: &str, tables: &Tables) -> bool {
    is_caps(line) && tables.kinds.named_at(line, Trait::Attached).is_some()
}

/// Whether the line says to which document the text above it is attached.
pub(super) fn is_note(line: &str) -> bool {
    let words = line.trim_start_matches(['(', '[', ' ']);
    starts_with_any(words, &["ban hành kèm theo", "kèm theo", "ban hành theo"])
}
