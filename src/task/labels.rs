//! Tasks that are told under labels: *Đơn vị chủ trì: X; đơn vị phối hợp: Y; thời gian hoàn thành:
//! Z* behind the task or on lines of their own below it.

use std::ops::Range;

use super::actors::Actors;
use super::cue::{CUES, Cue};
use super::field::{self, Field};
use super::lines::Line;
use super::types::{Assignment, Duty};
use super::when::Calendar;
use super::words::Class;
use crate::date::DateExpression;
use crate::marker;
use crate::reading::{Gap, Reading};
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
            unit: Default::default(),
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

/// Labels below each other, the first of them perhaps behind the task on its line.
pub(super) struct Block {
    /// Which lines of the text hold nothing else.
    pub(super) lines: Range<usize>,
    /// The line on which they stand behind the task, and where.
    pub(super) behind: Option<(usize, usize)>,
    labels: Vec<Label>,
    about: About,
    /// The words of the item above that they tell of, where the first label stands behind a marker.
    item: Option<Span>,
}

/// What labels are about.
#[derive(Clone, Copy, Debug)]
enum About {
    /// The words of a line above them.
    Above(Span),
    /// Words before them on their line, or behind a label.
    Beside(Span),
    /// No task: the name of a field (*Cơ quan chịu trách nhiệm thu thập, tổng hợp* over *- Chủ trì: …* in the
    /// form of an indicator), or the thing whose properties stand below each other (*Số hiệu: …⏎Người ký:
    /// …⏎Đơn vị thực hiện: …*).
    Property,
    /// Something that the page has no words for.
    Unnamed,
}

/// The blocks of labels that name who leads.
pub(super) fn blocks(reading: &Reading<'_>, lines: &[Line]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut i = 0;
    while i < lines.len() {
        let labels = match lines[i].furniture.is_some() || lines[i].quoted {
            true => Vec::new(),
            false => labels_of(reading, lines[i].span),
        };
        let Some(first) = labels.first() else {
            i += 1;
            continue;
        };
        let whole = first.start == words_of(reading, lines[i].span).start;
        let opens = labels.iter().any(|label| match label.field {
            Field::Lead | Field::Partners | Field::Task => true,
            Field::Deadline | Field::Product => whole,
            Field::Number | Field::Note | Field::More => false,
        });
        if opens {
            let (block, end) = block_at(reading, lines, i, labels);
            blocks.extend(block);
            i = end;
        } else {
            i += 1;
        }
    }
    blocks
}

fn block_at(
    reading: &Reading<'_>,
    lines: &[Line],
    first: usize,
    mut labels: Vec<Label>,
) -> (Option<Block>, usize) {
    let text = reading.text();
    let own = labels[0].start;
    let mut end = first + 1;
    // The value of a label at the end of its line stands on the lines below it.
    let mut open = labels.last().is_some_and(|last| last.value.is_empty());
    while let Some(line) = lines.get(end) {
        let more = labels_of(reading, line.span);
        let words = words_of(reading, line.span);
        let known = |label: &Label| labels.iter().any(|known| known.field == label.field);
        // Whether a line begins with a label that the block does not have.
        let heads = |line: &Line, more: &[Label]| {
            let start = words_of(reading, line.span).start;
            (more.first()).is_some_and(|label| label.start == start && !known(label))
        };
        let goes_on = |line: &Line| heads(line, &labels_of(reading, line.span));
        let amid = !heads(line, &more)
            && is_beside(reading, &lines[first], line)
            && (!more.iter().all(known) || lines.get(end + 1).is_some_and(goes_on));
        let new: Vec<Label> = match amid {
            true => more.iter().filter(|label| !known(label)).copied().collect(),
            false => Vec::new(),
        };
        if heads(line, &more) {
            open = more.last().is_some_and(|last| last.value.is_empty());
            labels.extend(more);
        } else if let Some(last) = labels
            .last_mut()
            .filter(|_| open && is_member(text, line.span) && !shares_out(text, words))
        {
            let start = if last.value.is_empty() {
                words.start
            } else {
                last.value.start
            };
            last.value = Span::new(start, words.end);
        } else if amid {
            labels.extend(new);
            open = false;
        } else {
            break;
        }
        end += 1;
    }
    let named = |field| {
        let mut labels = labels.iter().filter(|label| label.field == field);
        labels.find(|label| !label.value.is_empty())
    };
    let about = match named(Field::Task) {
        Some(task) => Some(About::Beside(task.value)),
        None => match about(reading, lines, first..end, own) {
            // A single line *Đơn vị thực hiện: …* without a task is a line of a form; several tell of
            // one that the page has no words for.
            // *Trường: …* below them says something else of the same thing.
            None if end > first + 1 && below_is_property(reading, lines, end) => {
                Some(About::Property)
            }
            None if end > first + 1 => Some(About::Unnamed),
            about => about,
        },
    };
    let about = about.map(|about| match about {
        // *BIÊN BẢN HỌP⏎Chủ trì: …* says who held the meeting.
        About::Above(words) if meets(reading, words) => About::Property,
        about => about,
    });
    let Some(about) = about.filter(|_| named(Field::Lead).is_some()) else {
        return (None, end);
    };
    let whole = own == words_of(reading, lines[first].span).start;
    let marked = whole && own > lines[first].span.start;
    let item = match about {
        About::Above(task) => Some(task),
        _ => None,
    };
    let block = Block {
        lines: first + usize::from(!whole)..end,
        behind: (!whole).then_some((first, own)),
        labels,
        about,
        item: item.filter(|_| marked),
    };
    (Some(block), end)
}

impl Block {
    /// The words above the block that it tells of, and where it says by when, for labels that look like
    /// the items of a list; others are a paragraph of the item above them.
    pub(super) fn item_above(&self) -> Option<(Span, Option<Span>)> {
        let task = self.item?;
        let due = self
            .labels
            .iter()
            .find(|label| label.field == Field::Deadline);
        Some((task, due.map(|label| label.value)))
    }

    /// What the labels say; `None` where nobody is named to do it: then they are words like any other.
    pub(super) fn fields<'t>(
        &self,
        text: &'t str,
        actors: &Actors<'_, 't, '_>,
        calendar: &Calendar<'_, 't, '_>,
    ) -> Option<Fields<'t>> {
        let mut fields = Fields::default();
        for label in &self.labels {
            let value = label.value;
            match label.field {
                Field::Lead if actors.are_told_deeds(label.start, value) => return None,
                Field::Lead => {
                    let [leads, helpers] = actors.roles(value);
                    fields.leads = leads;
                    fields.partners.splice(0..0, helpers);
                }
                Field::Partners => fields.partners.append(&mut actors.names(value)),
                Field::Deadline => fields.deadlines = calendar.named_in(value),
                Field::Product => fields.product = Some(Passage::new(text, value)),
                Field::Task | Field::Number | Field::Note | Field::More => {}
            }
        }
        (!fields.leads.is_empty()).then_some(fields)
    }

    /// Who is to do what by these fields; `None` where they tell about no task.
    pub(super) fn assignment<'t>(
        &self,
        text: &'t str,
        fields: Fields<'t>,
    ) -> Option<Found<'t, Assignment<'t>>> {
        let own = self.labels[0].start;
        let task = match self.about {
            About::Above(task) | About::Beside(task) => task,
            About::Unnamed => Span::new(own, own),
            About::Property => return None,
        };
        let last = self.labels.iter().map(|label| label.value.end).max();
        let span = Span::new(task.start.min(own), last.unwrap_or(own).max(task.end));
        Some(Found::new(
            text,
            span,
            fields.assign(Passage::new(text, task)),
        ))
    }
}

/// The words of a line behind its marker.
fn words_of(reading: &Reading<'_>, line: Span) -> Span {
    let text = reading.text();
    let start = marker::read(reading, line.start).map_or(line.start, |marker| marker.body);
    let start = start.min(line.end);
    let words = text[start..line.end].trim_end_matches([' ', '.', ';', ',']);
    Span::new(start, start + words.len())
}

/// Whether a line has another label than those that are known, behind a mark like that of `first`: *- Cơ
/// quan quyết định: …* between *- Cơ quan tham mưu: …* and *- Thời gian: …*.
fn is_beside(reading: &Reading<'_>, first: &Line, line: &Line) -> bool {
    let sense = |line: &Line| marker::read(reading, line.span.start)?.senses().next();
    let shapes = [first, line].map(|line| sense(line).map(|sense| sense.shape));
    shapes[0].is_some()
        && shapes[0] == shapes[1]
        && is_property(reading, words_of(reading, line.span))
}

/// Whether the line at `end` is a property of what the labels above it tell of.
fn below_is_property(reading: &Reading<'_>, lines: &[Line], end: usize) -> bool {
    lines
        .get(end)
        .is_some_and(|line| is_property(reading, line.span))
}

/// Whether a line is one of those that the value of a label goes on over.
fn is_member(text: &str, line: Span) -> bool {
    line.of(text).starts_with(['+', '-', '–', '•'])
}

/// Whether words say what the one does whom they name: *Đồng chí An: phụ trách chung*.
fn shares_out(text: &str, words: Span) -> bool {
    let words = words.of(text).trim_end_matches([':', ' ']);
    words.contains(": ")
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

/// Whether `words` are the heading of what is written of a meeting or calls to one: *Biên bản họp …*.
fn meets(reading: &Reading<'_>, words: Span) -> bool {
    Class::Minutes.at(reading.place_at(words.start)).is_some()
}

/// How many lines above a label its task may stand.
const LINES_ABOVE: usize = 3;

/// How many lines of the same list may stand between labels and the item that they tell of.
const ITEMS_ABOVE: usize = 12;

/// What the labels on `block`, from byte `start` on, are about: what stands before them on their line, the
/// next line above, or the item that holds that line and them.
fn about(
    reading: &Reading<'_>,
    lines: &[Line],
    block: Range<usize>,
    start: usize,
) -> Option<About> {
    let text = reading.text();
    let first = block.start;
    let own = words_of(reading, lines[first].span);
    if let Some(words) = before_label(text, Span::new(own.start, start)) {
        return Some(About::Beside(words));
    }
    // *Đối tượng: …* says something else of the same thing.
    let bare = lines[first].span.start == own.start;
    let property = |line: &&Line| bare && is_property(reading, line.span);
    let others = lines[..first]
        .iter()
        .rev()
        .take_while(property)
        .take(MOST_PROPERTIES)
        .count();
    let above = lines[..first - others].iter().rev().take(LINES_ABOVE);
    let mut above = above.filter(|line| line.furniture.is_none());
    let found = above.find_map(|line| {
        let words = before_label(text, words_of(reading, line.span))?;
        Some((line, words))
    });
    if others > 0 && !found.is_some_and(|(line, _)| counts(reading, line)) {
        return Some(About::Property);
    }
    let (line, words) = found?;
    // *Yêu cầu các chi bộ báo cáo.⏎Đơn vị thực hiện: …* says itself who is to do it.
    let order = reading.place_at(words.start).phrase(&CUES);
    if order.is_some_and(|(cue, behind)| *cue == Cue::Order && behind.gap() == Gap::Space) {
        return None;
    }
    if Field::names_somebody(reading, words) {
        return Some(About::Property);
    }
    let shape = |line: &Line| {
        let sense = marker::read(reading, line.span.start)?.senses().next()?;
        sense.shape.style.counts().then_some(sense.shape)
    };
    let beside = shape(line).is_some() && shape(line) == shape(&lines[first]);
    if beside || !labels_of(reading, line.span).is_empty() || words.len() > LONGEST {
        return None;
    }
    let words = item_around(reading, lines, block, line).unwrap_or(words);
    Some(About::Above(words))
}

/// The words of the item that holds both `line`, a dash right above the labels of `block`, and these, as
/// one of its own: *1. Tập huấn⏎- Hai lớp.⏎- Đơn vị thực hiện: …*. Where the next dash has labels too,
/// each dash is a task.
fn item_around(
    reading: &Reading<'_>,
    lines: &[Line],
    block: Range<usize>,
    line: &Line,
) -> Option<Span> {
    let sense = |line: &Line| marker::read(reading, line.span.start)?.senses().next();
    let shape = sense(line)?.shape;
    let own = sense(&lines[block.start]);
    if shape.style.counts() || own.is_some_and(|own| own.shape != shape) {
        return None;
    }
    let outside = |line: &&Line| {
        line.heading.is_some()
            || sense(line).is_some_and(|sense| sense.shape.style.depth < shape.style.depth)
    };
    let leads = |line: &Line| {
        let labels = labels_of(reading, line.span);
        labels.iter().any(|label| label.field == Field::Lead)
    };
    let below = lines[block.end..].iter().take(ITEMS_ABOVE);
    if below.take_while(|line| !outside(line)).any(leads) {
        return None;
    }
    let above = lines[..block.start].iter().rev().take(ITEMS_ABOVE);
    let mut above = above.skip_while(|line| !outside(line) && !leads(line));
    let around = above
        .next()
        .filter(|line| line.heading.is_none() && outside(line))?;
    let words = before_label(reading.text(), words_of(reading, around.span))?;
    let task = words.of(reading.text()).contains(char::is_lowercase) && words.len() <= LONGEST;
    task.then_some(words)
}

/// Longer words are no task but a text.
const LONGEST: usize = 2000;

/// Whether a line begins with a marker that counts.
fn counts(reading: &Reading<'_>, line: &Line) -> bool {
    let sense = marker::read(reading, line.span.start).and_then(|marker| marker.senses().next());
    sense.is_some_and(|sense| sense.shape.style.counts())
}

/// So many properties are looked through for what they are of.
const MOST_PROPERTIES: usize = 12;

/// Whether a line without a marker is a short name, a colon and a value, and the name is none of a field:
/// *Người ký: …*.
fn is_property(reading: &Reading<'_>, line: Span) -> bool {
    /// Longer names are no names, in bytes.
    const NAME: usize = 48;
    let words = line.of(reading.text());
    let colon = words.bytes().take(NAME).position(|b| b == b':');
    let Some(colon) = colon else {
        return false;
    };
    let plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | ',' | '/' | '-' | '(' | ')');
    words.starts_with(char::is_uppercase)
        && words[..colon].chars().all(plain)
        && colon + 1 < words.len()
        && marker::read(reading, line.start).is_none()
        && Field::of_label(reading, Span::new(line.start, line.start + colon)).is_none()
}

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
