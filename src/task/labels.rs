//! Tasks that are told under labels: *Đơn vị chủ trì: X; đơn vị phối hợp: Y; thời gian hoàn thành:
//! Z* behind the task or on lines of their own below it.

use super::actors::Actors;
use super::field::{self, Field};
use super::lines::Line;
use super::types::{Assignment, Duty};
use super::when::Calendar;
use crate::date::DateExpression;
use crate::marker;
use crate::reading::Reading;
use crate::span::{Found, Passage, Span};

/// What labels or columns say of a task.
#[derive(Default)]
pub(super) struct Fields<'t> {
    pub(super) leads: Vec<String>,
    pub(super) partners: Vec<String>,
    pub(super) deadlines: Vec<Found<'t, DateExpression>>,
    pub(super) product: Option<Passage<'t>>,
}

impl<'t> Fields<'t> {
    pub(super) fn assign(self, task: Passage<'t>) -> Assignment<'t> {
        Assignment {
            leads: self.leads,
            partners: self.partners,
            requesters: Vec::new(),
            duty: Duty::Lead,
            task,
            deadlines: self.deadlines,
            product: self.product,
            of: None,
            unit: String::new(),
        }
    }
}

/// A label and where its value stands.
#[derive(Clone, Copy, Debug)]
struct Label {
    field: Field,
    start: usize,
    value: Span,
}

/// The lines of labels below each other, and what they say.
pub(super) struct Block<'t> {
    /// Which lines of the text hold nothing else.
    pub(super) lines: std::ops::Range<usize>,
    /// The line on which they stand behind the task, and where.
    pub(super) behind: Option<(usize, usize)>,
    /// `None` where they tell about no task: they are no tasks either.
    pub(super) assignment: Option<Found<'t, Assignment<'t>>>,
}

/// The blocks of labels that name who leads.
pub(super) fn blocks<'t>(
    reading: &Reading<'t>,
    lines: &[Line],
    actors: &Actors<'_, 't, '_>,
    calendar: &Calendar<'_, 't, '_>,
) -> Vec<Block<'t>> {
    let mut blocks = Vec::new();
    let mut i = 0;
    while i < lines.len() {
        let labels = match lines[i].furniture.is_some() || lines[i].quoted {
            true => Vec::new(),
            false => labels_of(reading, lines[i].span),
        };
        if !labels
            .iter()
            .any(|label| matches!(label.field, Field::Lead | Field::Partners | Field::Task))
        {
            i += 1;
            continue;
        }
        let (block, end) = block_at(reading, lines, i, labels, actors, calendar);
        blocks.extend(block);
        i = end;
    }
    blocks
}

fn block_at<'t>(
    reading: &Reading<'t>,
    lines: &[Line],
    first: usize,
    mut labels: Vec<Label>,
    actors: &Actors<'_, 't, '_>,
    calendar: &Calendar<'_, 't, '_>,
) -> (Option<Block<'t>>, usize) {
    let text = reading.text();
    let own = labels[0].start;
    let mut end = first + 1;
    // The value of a label at the end of its line stands on the lines below it.
    let mut open = labels.last().is_some_and(|last| last.value.is_empty());
    while let Some(line) = lines.get(end) {
        let more = labels_of(reading, line.span);
        let words = words_of(reading, line.span);
        let known = |label: &Label| labels.iter().any(|known| known.field == label.field);
        if (more.first()).is_some_and(|label| label.start == words.start && !known(label)) {
            open = more.last().is_some_and(|last| last.value.is_empty());
            labels.extend(more);
        } else if let Some(last) = labels
            .last_mut()
            .filter(|_| open && is_member(text, line.span))
        {
            let start = if last.value.is_empty() {
                words.start
            } else {
                last.value.start
            };
            last.value = Span::new(start, words.end);
        } else {
            break;
        }
        end += 1;
    }
    let mut fields = Fields::default();
    let mut task = None;
    for label in &labels {
        let value = label.value;
        match label.field {
            Field::Lead => fields.leads = actors.names(value),
            Field::Partners => fields.partners = actors.names(value),
            Field::Deadline => fields.deadlines = calendar.named_in(value),
            Field::Product => fields.product = Some(Passage::new(text, value)),
            Field::Task => task = Some(value),
            Field::Number | Field::Note | Field::More => {}
        }
    }
    let told = labels.iter().any(|label| label.field == Field::Lead) && !fields.leads.is_empty();
    let above = match task.filter(|task| !task.is_empty()) {
        Some(task) => Above::Task(task),
        None => above(reading, lines, first, own),
    };
    let last = labels.iter().map(|label| label.value.end).max();
    let last = last.unwrap_or(own);
    // A single line *Đơn vị thực hiện: …* without a task is a line of a form; several tell of one that
    // the page has no words for.
    let task = match above {
        Above::Task(task) => Some(task),
        Above::Nothing if end > first + 1 => Some(Span::new(own, own)),
        Above::Nothing => return (None, end),
        Above::Field => None,
    };
    if !told {
        return (None, end);
    }
    let whole = labels[0].start == words_of(reading, lines[first].span).start;
    let from = if whole { first } else { first + 1 };
    let assignment = task.map(|task| {
        let assignment = fields.assign(Passage::new(text, task));
        let span = Span::new(task.start.min(own), last.max(task.end));
        Found::new(text, span, assignment)
    });
    let block = Block {
        lines: from..end,
        behind: (!whole).then_some((first, own)),
        assignment,
    };
    (Some(block), end)
}

/// The words of a line behind its marker.
fn words_of(reading: &Reading<'_>, line: Span) -> Span {
    let text = reading.text();
    let start = marker::read(reading, line.start).map_or(line.start, |marker| marker.body);
    let start = start.min(line.end);
    let words = text[start..line.end].trim_end_matches([' ', '.', ';', ',']);
    Span::new(start, start + words.len())
}

/// Whether a line is one of those that the value of a label goes on over.
fn is_member(text: &str, line: Span) -> bool {
    line.of(text).starts_with(['+', '-', '–', '•'])
}

/// The labels of a line, in order, with their values.
fn labels_of(reading: &Reading<'_>, line: Span) -> Vec<Label> {
    let text = reading.text();
    let mut labels: Vec<Label> = Vec::new();
    if memchr::memchr(b':', line.of(text).as_bytes()).is_none() {
        return labels;
    }
    let mut from = words_of(reading, line).start;
    let mut at = from;
    let sign_from = |at: usize| {
        let is_sign = |b: &u8| matches!(b, b':' | b';' | b'.' | b'(' | b'\t');
        text.as_bytes()[at..line.end].iter().position(is_sign)
    };
    while let Some(sign) = sign_from(at) {
        let place = at + sign;
        let sign = text.as_bytes()[place];
        at = place + 1;
        if sign == b'.' && !text[at..].starts_with([' ', '\n']) {
            continue;
        }
        if sign != b':' {
            from = at;
            continue;
        }
        let start = at
            - 1
            - text[from..at - 1]
                .trim_start_matches([' ', '*', '-', '+'])
                .len();
        if place - start <= field::LONGEST
            && let Some(field) = Field::of_label(reading, Span::new(start, place))
        {
            if let Some(last) = labels.last_mut() {
                last.value = trimmed(text, Span::new(last.value.start, start));
            }
            labels.push(Label {
                field,
                start,
                value: trimmed(text, Span::new(at, line.end)),
            });
        }
        from = at;
    }
    labels
}

/// `span` without the signs around its words.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let left = words.trim_start_matches([' ', '*', '\t']);
    let start = span.end - left.len();
    let mut words = left.trim_end_matches([' ', '.', ';', ',', '/', '(', '*', '-', '–']);
    if words.ends_with(')') && !words.contains('(') {
        words = words.trim_end_matches(')');
    }
    Span::new(start, start + words.len())
}

/// How many lines above a label its task may stand.
const LINES_ABOVE: usize = 3;

/// What the labels below it are about.
enum Above {
    Task(Span),
    /// The name of a field itself: *Cơ quan chịu trách nhiệm thu thập, tổng hợp* over *- Chủ trì: …*
    /// in the form of an indicator, which is no task.
    Field,
    Nothing,
}

/// What the label at byte `start` of line `i` tells about: what stands before it on its line, or on
/// the next line above that is none of labels.
fn above(reading: &Reading<'_>, lines: &[Line], i: usize, start: usize) -> Above {
    let text = reading.text();
    let own = words_of(reading, lines[i].span);
    if let Some(words) = before_label(text, Span::new(own.start, start)) {
        return Above::Task(words);
    }
    for line in lines[..i].iter().rev().take(LINES_ABOVE) {
        let words = words_of(reading, line.span);
        if line.furniture.is_some() || words.is_empty() {
            continue;
        }
        let Some(words) = before_label(text, words) else {
            continue;
        };
        if Field::names_somebody(reading, words) {
            return Above::Field;
        }
        return match labels_of(reading, line.span).is_empty() && words.len() <= LONGEST {
            true => Above::Task(words),
            false => Above::Nothing,
        };
    }
    Above::Nothing
}

/// Longer words are no task but a text.
const LONGEST: usize = 2000;

/// The words of `span` without the signs that part them from what follows.
fn before_label(text: &str, span: Span) -> Option<Span> {
    if span.start >= span.end {
        return None;
    }
    let words = span.of(text);
    let words = words.trim_end_matches(|c: char| c.is_whitespace() || ".;,:(/-–+*".contains(c));
    let plain = words.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '“' | '"'));
    plain.then(|| Span::new(span.start, span.start + words.len()))
}
