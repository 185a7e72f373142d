//! Assignments in brackets behind their task: *Rà soát văn bản (Bộ A chủ trì, phối hợp với Bộ B;
//! hoàn thành trong quý I/2026)*.

use super::clause;
use super::deadline::Calendar;
use super::labelled::Fields;
use super::reader::{Read, Reader};
use crate::span::{Passage, Span};
use crate::text::cursor::Cursor;

/// Longer brackets hold sentences of their own, in bytes.
const LONGEST: usize = 400;

/// The assignment in the bracket around `cue`, the word *chủ trì*.
pub(super) fn read<'t>(
    reader: &Reader<'t, '_>,
    cue: Span,
    calendar: &Calendar<'t, '_>,
) -> Read<'t> {
    let text = reader.text;
    let start = clause::start(reader.reading, cue.start);
    let bracket = start + text[start..cue.start].rfind(['(', ')'])?;
    if !text[bracket..].starts_with('(') {
        return None;
    }
    let rest = &text.as_bytes()[cue.end..];
    let near = &rest[..rest.len().min(LONGEST)];
    let close = cue.end + memchr::memchr3(b')', b'(', b'\n', near)?;
    if !text[close..].starts_with(')') {
        return None;
    }
    let task = text[start..bracket].trim_end();
    if task.is_empty() {
        return None;
    }
    let mut cursor = Cursor::new(text, bracket + 1);
    for opening in ["giao", "do"] {
        if cursor.phrase(opening) {
            cursor.spaces();
        }
    }
    let lead = Span::new(cursor.pos(), text[..cue.start].trim_end().len());
    let mut cursor = Cursor::new(text, cue.end);
    let mut partners = reader.partners(&mut cursor);
    if partners.is_empty() {
        partners = reader.partners_ahead(&mut cursor);
    }
    let task = Span::new(start, start + task.len());
    let terms = Span::new(cursor.pos().min(close), close);
    let fields = Fields {
        lead: reader.lead_named(lead)?,
        partners,
        deadline: calendar.deadline(task).or_else(|| calendar.deadline(terms)),
        recurrence: calendar
            .recurrence(task)
            .or_else(|| calendar.recurrence(terms)),
        product: None,
    };
    let span = Span::new(task.start, close);
    Some((span, fields.assign(Passage::new(text, task))))
}
