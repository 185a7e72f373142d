//! Where an annex begins: *Phụ lục*, or a text that is issued by the one above it (*ban hành kèm
//! theo*).

use super::line::{Line, is_caps};
use super::words::{NOTE, begins};
use crate::reading::Reading;
use crate::span::Span;
use crate::tables::Tables;
use crate::tables::kinds::Trait;
use crate::text::fold;

/// How an annex begins.
#[derive(Clone, Copy, Debug)]
pub(super) enum Head {
    /// *Phụ lục* and its number, a span of the text.
    Labelled(Span),
    /// A title above the note that it is attached; the last line of the title, and where the name
    /// of its kind ends.
    Attached { last: usize, kind: usize },
}

/// An annex, and the line that says what it is attached to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    pub head: Head,
    pub note: Option<usize>,
}

/// How an annex begins at line `index`, if one does.
///
/// Below the closing a heading is enough. In the body the note must follow that says to which
/// document the annex belongs, or a title in capitals, for tables have *Phụ lục* in their cells.
pub(super) fn head(
    reading: &Reading<'_>,
    lines: &[Line<'_>],
    index: usize,
    below: bool,
    tables: &Tables,
) -> Option<Opening> {
    const NOTE_WITHIN: usize = 5;
    let line = lines[index];
    let from = line.span.start;
    let note = || {
        let last = lines.len().min(index + 1 + NOTE_WITHIN);
        (index + 1..last).find(|&i| is_note(reading, lines[i]))
    };
    if let Some(label) = label(line.text) {
        let note = note();
        let titled = is_caps(line.text)
            && lines
                .get(index + 1)
                .is_some_and(|title| is_caps(title.text) && self::label(title.text).is_none());
        let label = Span::new(from + label.start, from + label.end);
        return (below || note.is_some() || titled).then_some(Opening {
            head: Head::Labelled(label),
            note,
        });
    }
    let kind = attached_kind(line.text, tables)?;
    let note = note()?;
    Some(Opening {
        head: Head::Attached {
            last: note - 1,
            kind: from + kind,
        },
        note: Some(note),
    })
}

/// The code of a form that the line is the heading of: `Mẫu số 01`, `MẪU SỐ 02/ĐK`.
pub(super) fn form(line: &str) -> Option<Span> {
    let words = line.trim_start_matches(['(', '[']);
    if !words.starts_with(['M', 'm']) {
        return None;
    }
    let mut at = line.len() - words.len() + fold::prefix(words, "mẫu")?;
    let skip_space = |at: usize| at + line[at..].len() - line[at..].trim_start().len();
    at = skip_space(at);
    if let Some(end) = fold::prefix(&line[at..], "số") {
        at = skip_space(at + end);
        at += line[at..].len() - line[at..].trim_start_matches([':', ' ']).len();
    }
    let end = line[at..]
        .find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '.' | '/'))
        .map_or(line.len(), |end| at + end);
    let code = line[at..end].trim_end_matches(['-', '.', '/']);
    let rest = line[at + code.len()..].trim_matches([' ', '.', ')', ']']);
    let numbered = code.contains(|c: char| c.is_ascii_digit());
    let heading = rest.is_empty() || rest.starts_with([':', '-', '–']) || is_caps(rest);
    (numbered && heading).then_some(Span::new(at, at + code.len()))
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
    attached_kind(line, tables).is_some()
}

/// Where the name of the kind ends in the title of an attached text, which stands in capitals.
fn attached_kind(line: &str, tables: &Tables) -> Option<usize> {
    if !is_caps(line) {
        return None;
    }
    let (_, end) = tables.kinds.named_at(line, Trait::Attached)?;
    Some(end)
}

/// Whether the line says to which document the text above it is attached.
pub(super) fn is_note(reading: &Reading<'_>, line: Line<'_>) -> bool {
    let words = line.text.trim_start_matches(['(', '[', ' ']);
    begins(
        reading,
        Span::new(line.span.end - words.len(), line.span.end),
        &NOTE,
    )
}
