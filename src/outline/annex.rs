//! Where an annex begins: *Phụ lục*, or a text that is issued by the one above it (*ban hành kèm
//! theo*).

use super::line::{Line, is_caps, lines};
use super::words::{ANNEX, FORM, NOTE, begins, head as head_words};
use crate::reading::{Phrases, Reading};
use crate::span::Span;
use crate::tables::Tables;
use crate::tables::kinds::Trait;

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
    let note = || {
        let last = lines.len().min(index + 1 + NOTE_WITHIN);
        (index + 1..last).find(|&i| is_note(reading, lines[i]))
    };
    if let Some(label) = label(reading, line) {
        let note = note();
        let titled = is_caps(line.text)
            && lines
                .get(index + 1)
                .is_some_and(|title| is_caps(title.text) && self::label(reading, *title).is_none());
        return (below || note.is_some() || titled).then_some(Opening {
            head: Head::Labelled(label),
            note,
        });
    }
    let kind = attached_kind(reading, line, tables)?;
    let note = note()?;
    Some(Opening {
        head: Head::Attached {
            last: note - 1,
            kind,
        },
        note: Some(note),
    })
}

/// The code of a form that the line is the heading of: `Mẫu số 01`, `MẪU SỐ 02/ĐK`.
pub(super) fn form(reading: &Reading<'_>, line: Line<'_>) -> Option<Span> {
    let from = named(reading, line, &FORM)?;
    let text = &reading.text()[..line.span.end];
    let at = text.len() - text[from..].trim_start_matches([':', ' ']).len();
    let code = code(text, at);
    let words = code.of(text);
    let rest = text[code.end..].trim_matches([' ', '.', ')', ']']);
    let numbered = words.contains(|c: char| c.is_ascii_digit());
    let heading = rest.is_empty() || rest.starts_with([':', '-', '–']) || is_caps(rest);
    (numbered && heading).then_some(code)
}

/// Where the number stands in an annex heading; empty when there is none.
///
/// The heading is *Phụ lục* alone, with a number, or with its title in capitals; what reads on
/// in small letters (*Phụ lục I ban hành kèm theo …*) is a reference.
pub(super) fn label(reading: &Reading<'_>, line: Line<'_>) -> Option<Span> {
    let from = named(reading, line, &ANNEX)?;
    let text = &reading.text()[..line.span.end];
    let at = text.len() - text[from..].trim_start().len();
    let word = code(text, at).of(text);
    let code = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
    let numbered = word.starts_with(|c: char| c.is_ascii_digit())
        || !word.is_empty() && word.chars().all(code);
    let label = Span::new(at, at + if numbered { word.len() } else { 0 });
    let rest =
        text[label.end..].trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | ']'));
    (rest.is_empty() || rest.starts_with([':', '-', '–']) || is_caps(rest)).then_some(label)
}

/// Whether the line is the head of an annex or of a form.
pub(super) fn is_head(reading: &Reading<'_>, line: Line<'_>) -> bool {
    label(reading, line).is_some() || form(reading, line).is_some()
}

/// Where the name of an annex or a form ends at the head of the line, which may stand in a bracket.
fn named(reading: &Reading<'_>, line: Line<'_>, names: &Phrases<()>) -> Option<usize> {
    let words = line.text.trim_start_matches(['(', '[']);
    if !words.starts_with(['P', 'p', 'M', 'm']) {
        return None;
    }
    head_words(
        reading,
        Span::new(line.span.end - words.len(), line.span.end),
        names,
    )
}

/// The number or letters at byte `at` of `text`: `01`, `II-A`, `02/ĐK`.
fn code(text: &str, at: usize) -> Span {
    let word = &text[at..];
    let end = word.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '.' | '/'));
    let word = word[..end.unwrap_or(word.len())].trim_end_matches(['-', '.', '/']);
    Span::new(at, at + word.len())
}

/// Whether the line is the title of an attached text, all in capitals.
pub(super) fn is_attached_title(reading: &Reading<'_>, line: Line<'_>, tables: &Tables) -> bool {
    attached_kind(reading, line, tables).is_some()
}

/// Where the name of the kind ends in the title of an attached text, which stands in capitals.
fn attached_kind(reading: &Reading<'_>, line: Line<'_>, tables: &Tables) -> Option<usize> {
    if !is_caps(line.text) {
        return None;
    }
    let kinds = &tables.kinds;
    let (_, end) = kinds.named_at(reading, line.span, Trait::Attached)?;
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

/// The head of an attached text that is a page of its own, without the document with which it came.
pub(crate) struct Attached<'x> {
    /// Its kind: *Quy chế*.
    pub(crate) kind: &'x str,
    /// What stands below the kind.
    pub(crate) title: Span,
    /// The line that says with what it came.
    pub(crate) note: Span,
}

/// Reads such a head above byte `end`, where the first article begins.
pub(crate) fn attached<'x>(
    reading: &Reading<'_>,
    tables: &'x Tables,
    end: usize,
) -> Option<Attached<'x>> {
    let lines: Vec<Line<'_>> = lines(reading)
        .into_iter()
        .take(HEAD)
        .take_while(|line| line.span.end <= end)
        .collect();
    let at = lines
        .iter()
        .position(|&line| is_attached_title(reading, line, tables))?;
    let (kind, _) = tables
        .kinds
        .named_at(reading, lines[at].span, Trait::Attached)?;
    let below = &lines[at + 1..];
    let note = below.iter().position(|&line| is_note(reading, line))?;
    let title = match below[..note] {
        [] => return None,
        [first, .., last] => Span::new(first.span.start, last.span.end),
        [only] => only.span,
    };
    Some(Attached {
        kind: &kind.name,
        title,
        note: below[note].span,
    })
}

/// Lines of a head at most.
const HEAD: usize = 16;
