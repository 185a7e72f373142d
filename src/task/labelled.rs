//! Assignments that are told under labels: *Đơn vị chủ trì: X; đơn vị phối hợp: Y; thời gian hoàn
//! thành: Z* behind the task or on lines of their own below it.

use super::clause;
use super::deadline::Calendar;
use super::field::{self, Field};
use super::reader::{Read, Reader};
use super::{Assignment, Recurrence};
use crate::date::DateExpression;
use crate::marker;
use crate::reading::Reading;
use crate::span::{Found, Passage, Span};

/// Labels on so many lines above this one are no task.
const LINES_ABOVE: usize = 6;

/// The assignment whose lead stands behind the label around `cue`.
pub(super) fn read<'t>(
    reader: &Reader<'t, '_>,
    cue: Span,
    calendar: &Calendar<'t, '_>,
) -> Read<'t> {
    let text = reader.text;
    let colon = colon(text, cue.end)?;
    let start = clause::start(reader.reading, cue.start);
    let start = text[start..cue.start]
        .rfind('(')
        .map_or(start, |bracket| start + bracket + 1);
    if Field::of_label(&text[start..colon]) != Some(Field::Lead) {
        return None;
    }
    let task = task_before(reader, start)?;
    let lead = value(text, colon + 1);
    let mut read = Fields {
        lead: reader.lead(lead)?,
        ..Fields::default()
    };
    let mut end = lead.end;
    while let Some((field, value)) = next(reader.reading, end) {
        match field {
            Field::Partners => read.partners = reader.names(value),
            Field::Deadline => {
                read.deadline = calendar.named_deadline(value);
                read.recurrence = calendar.named_recurrence(value);
            }
            Field::Product => read.product = Some(Passage::new(text, value)),
            Field::Note => {}
            Field::Number | Field::Task | Field::Lead => break,
        }
        end = value.end;
    }
    let span = Span::new(task.start, end);
    Some((span, read.assign(Passage::new(text, task))))
}

/// What labels or columns say of a task.
#[derive(Default)]
pub(super) struct Fields<'t> {
    pub(super) lead: String,
    pub(super) partners: Vec<String>,
    pub(super) deadline: Option<Found<'t, DateExpression>>,
    pub(super) recurrence: Option<Found<'t, Recurrence>>,
    pub(super) product: Option<Passage<'t>>,
}

impl<'t> Fields<'t> {
    pub(super) fn assign(self, task: Passage<'t>) -> Assignment<'t> {
        Assignment {
            lead: self.lead,
            partners: self.partners,
            task,
            requester: None,
            deadline: self.deadline,
            recurrence: self.recurrence,
            product: self.product,
        }
    }
}

/// The colon that ends the label going on at byte `at`.
fn colon(text: &str, at: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[at..text.len().min(at + field::LONGEST)];
    let sign = bytes
        .iter()
        .position(|byte| matches!(byte, b':' | b';' | b'.' | b'\n'))?;
    (bytes[sign] == b':').then_some(at + sign)
}

/// What stands behind a label, up to the end of its clause or bracket.
fn value(text: &str, at: usize) -> Span {
    let rest = &text[at..];
    let start = at + rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let clause = &text[start..start + clause::len(text, start)];
    let mut depth = 0i32;
    let bracket = clause.bytes().position(|byte| {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        depth < 0
    });
    let clause = &clause[..bracket.unwrap_or(clause.len())];
    let words = clause.trim_end_matches([' ', '.', ',', '/', '\n']);
    Span::new(start, start + words.len())
}

/// The label behind byte `at`, and its value.
fn next(reading: &Reading<'_>, at: usize) -> Option<(Field, Span)> {
    let text = reading.text();
    let rest = text[at..].trim_start_matches([' ', '\t', ';', '.', ',', '/', ')', '(']);
    let below = rest.trim_start();
    if rest[..rest.len() - below.len()].matches('\n').count() > 2 {
        return None;
    }
    let start = text.len() - below.len();
    let marked = marker::read(reading, start).filter(|marker| !marker.bare);
    let start = marked.map_or(start, |marker| marker.body);
    let colon = colon(text, start)?;
    let field = Field::of_label(&text[start..colon])?;
    let value = value(text, colon + 1);
    (!value.is_empty()).then_some((field, value))
}

/// The task that the label at byte `start` tells about: the words of its item, or of the item
/// above when the label is an item of its own, or else what stands before it on its line or on
/// the line above.
fn task_before(reader: &Reader<'_, '_>, start: usize) -> Option<Span> {
    let text = reader.text;
    let tasks = reader.tasks_around(start);
    let item = tasks.iter().rfind(|task| task.words.start < start);
    if let Some(task) = item {
        let end = task.words.end.min(start);
        let own = Span::new(task.words.start, end);
        return words(text, own).filter(|own| own.len() <= clause::LONGEST);
    }
    let mut floor = start.saturating_sub(clause::LONGEST);
    while !text.is_char_boundary(floor) {
        floor += 1;
    }
    let mut end = start;
    for _ in 0..LINES_ABOVE {
        let line = text[floor..end]
            .rfind('\n')
            .map_or(floor, |i| floor + i + 1);
        let from = end - text[line..end].trim_start().len();
        let body = marker::read(reader.reading, from).map_or(from, |marker| marker.body);
        if body < end {
            let label = text[body..end].find(':');
            let label = label.and_then(|i| Field::of_label(&text[body..body + i]));
            if label.is_none()
                && let Some(words) = words(text, Span::new(body, end))
            {
                return Some(words);
            }
        }
        end = line.checked_sub(1).filter(|&end| end >= floor)?;
    }
    None
}

/// `span` without the signs around its words, when there are any.
fn words(text: &str, span: Span) -> Option<Span> {
    let own = span.of(text);
    let own = own.trim_end_matches(|c: char| c.is_whitespace() || ".;,:(/-–+*".contains(c));
    let start = span.start;
    own.starts_with(|c: char| c.is_alphanumeric() || c == '“')
        .then(|| Span::new(start, start + own.len()))
}
