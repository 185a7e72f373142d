//! Who is to do what, with whom and until when.
//!
//! The words that assign (*chủ trì*, *có trách nhiệm*, *phối hợp với*, *đề nghị* …) are looked
//! for; from each, the actor is read to the left (to the right behind a request), the partners
//! and the task to the right.

use aho_corasick::AhoCorasick;
use once_cell::sync::Lazy;

use super::actor::{Actor, Actors};
use super::vocabulary::{Class, begins_with_action, prefix, strip_word};
use super::{TaskList, lead_in, lines, marker};
use crate::body::IssuingBody;
use crate::span::{Found, Passage, Span};
use crate::text::cursor::Cursor;
use crate::text::{Relocate, Text};

/// A task given to somebody: *Cục A chủ trì, phối hợp với Vụ B xây dựng kế hoạch*.
///
/// The span goes from the actor to the end of the task.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Assignment<'t> {
    /// Who leads (*chủ trì*), is responsible or is asked: the body's name, or the words of the
    /// text when they name a class (*các Bộ, ngành, địa phương*).
    pub lead: String,
    /// Who works with the lead (*phối hợp*), in the order of the text; named like the lead.
    pub partners: Vec<String>,
    /// What is to be done, without the words that assign it.
    pub task: Passage<'t>,
    /// Who asks for it: *Bộ A* in *Bộ A đề nghị Cục B …*.
    pub requester: Option<String>,
    /// The date by which it is to be done: one of the dates handed in, found behind *trước*,
    /// *trong*, *chậm nhất*, *hoàn thành* and the like.
    pub deadline: Option<Passage<'t>>,
}

impl<'t> Relocate<'t> for Assignment<'_> {
    type Placed = Assignment<'t>;

    fn relocate(self, text: &Text<'t>) -> Assignment<'t> {
        Assignment {
            lead: self.lead,
            partners: self.partners,
            task: self.task.relocate(text),
            requester: self.requester,
            deadline: self.deadline.relocate(text),
        }
    }
}

/// Longer tasks are cut here, in bytes; it keeps a text without full stops linear.
const LONGEST: usize = 2000;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Cue {
    /// *chủ trì*
    Leads,
    /// *có trách nhiệm*, *chịu trách nhiệm*
    Answers,
    /// *đầu mối*
    Hub,
    /// *phối hợp*
    Works,
    /// *giao*, *yêu cầu*, *đề nghị*
    Asks,
}

const CUES: [(&str, Cue); 12] = [
    ("hủ trì", Cue::Leads),
    ("ó trách nhiệm", Cue::Answers),
    ("hịu trách nhiệm", Cue::Answers),
    ("ầu mối", Cue::Hub),
    ("hối hợp", Cue::Works),
    ("êu cầu", Cue::Asks),
    ("ề nghị", Cue::Asks),
    ("giao ", Cue::Asks),
    ("Giao ", Cue::Asks),
    ("hân công", Cue::Asks),
    ("hỉ đạo", Cue::Asks),
    ("iến nghị", Cue::Asks),
];

static CUE_WORDS: Lazy<AhoCorasick> = Lazy::new(|| {
    AhoCorasick::new(CUES.map(|(words, _)| words)).expect("a dozen literals make an automaton")
});

/// Every assignment of `text`, in order of where the actors stand.
///
/// `bodies` and `dates` are what was found in the same text; of the dates only the spans are
/// read. A body's span is never split, so
/// commas within a name do no harm; the list of partners ends where a verb begins. Words
/// without an actor (*xác định cơ quan chủ trì, phối hợp thực hiện*) and what was done already
/// (*đã chủ trì cuộc họp*) are no assignments.
pub fn assignments<'t, D>(
    text: &'t str,
    bodies: &[Found<'_, IssuingBody>],
    dates: &[Found<'_, D>],
) -> Vec<Found<'t, Assignment<'t>>> {
    let reader = Reader {
        text,
        actors: Actors::new(text, bodies),
        owners: owners(text, bodies),
    };
    let mut found: Vec<Found<'t, Assignment<'t>>> = Vec::new();
    let mut taken = 0;
    for hit in CUE_WORDS.find_iter(text) {
        if hit.start() < taken {
            continue;
        }
        let cue = CUES[hit.pattern().as_usize()].1;
        let words = Span::new(reader.word_start(hit.start()), hit.end());
        let read = match cue {
            Cue::Leads => reader.leads(words),
            Cue::Answers => reader.answers(words),
            Cue::Hub => reader.hub(words),
            Cue::Works => reader.works(words),
            Cue::Asks => reader.asks(words),
        };
        if let Some((span, mut assignment)) = read {
            assignment.deadline = deadline(text, assignment.task.span, dates);
            taken = hit.end().max(assignment.task.span.start.min(span.end));
            found.push(Found::new(text, span, assignment));
        }
    }
    found.sort_by_key(|assignment| assignment.span.start);
    found
}

/// Sets the deadline of every task of `lists`: a date in its own words behind *trước*, *trong*,
/// *chậm nhất*, *hoàn thành* and the like. `dates` are those of the same text, in order.
pub fn attach_deadlines<'t, D>(text: &'t str, lists: &mut [TaskList<'t>], dates: &[Found<'_, D>]) {
    for task in lists.iter_mut().flat_map(|list| &mut list.items) {
        task.deadline = deadline(text, task.words, dates);
        attach_deadlines(text, &mut task.lists, dates);
    }
}

/// The last date in `within` that is a deadline by the words before it.
fn deadline<'t, D>(text: &'t str, within: Span, dates: &[Found<'_, D>]) -> Option<Passage<'t>> {
    let first = dates.partition_point(|date| date.span.start < within.start);
    let inside = dates[first..]
        .iter()
        .take_while(|date| date.span.end <= within.end);
    let due = |date: &&Found<'_, D>| {
        let before = &text[within.start..date.span.start];
        let mut words = before
            .rsplit(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty());
        const SIGNS: [&str; 12] = [
            "trước", "nhất", "trong", "xong", "thành", "hạn", "đến", "hết", "vào", "để", "gian",
            "cuối",
        ];
        let mut near = words.by_ref().take(3);
        let unbroken = before
            .trim_end()
            .ends_with(|c: char| c.is_alphanumeric() || c == ':');
        unbroken && near.any(|word| SIGNS.contains(&word.to_lowercase().as_str()))
    };
    inside
        .filter(due)
        .last()
        .map(|date| Passage::new(text, date.span))
}

struct Reader<'t, 'b> {
    text: &'t str,
    actors: Actors<'t, 'b>,
    owners: Vec<Owner>,
}

type Read<'t> = Option<(Span, Assignment<'t>)>;

impl<'t> Reader<'t, '_> {
    /// Where the word around byte `at` begins.
    fn word_start(&self, at: usize) -> usize {
        let before = self.text[..at].char_indices().rev();
        before
            .take(3)
            .take_while(|(_, c)| c.is_alphabetic())
            .last()
            .map_or(at, |(i, _)| i)
    }

    /// *X (sẽ) chủ trì, phối hợp với Y làm gì* · *do X chủ trì*
    fn leads(&self, cue: Span) -> Read<'t> {
        let mut cursor = Cursor::new(self.text, cue.end);
        // *chủ trì cuộc họp*: to chair.
        let mut next = cursor;
        if next.space_or_break() && Class::Meeting.eat(&mut next) {
            return None;
        }
        let (actor, requester) = self.actor_before(cue.start)?;
        let partners = self.partners(&mut cursor);
        if partners.is_empty()
            && let Some(inverted) = self.inverted(&actor, cue.end)
        {
            return Some(inverted);
        }
        self.build(actor, requester, partners, cursor)
    }

    /// *Nhiệm vụ do X chủ trì*: the task stands before the actor.
    fn inverted(&self, actor: &Actor, end: usize) -> Read<'t> {
        let left = self.text[..actor.span.start].trim_end();
        let head = left.strip_suffix("do").filter(|head| head.ends_with(' '))?;
        let start = self.clause_start(head.len());
        let task = Span::new(start, head.trim_end().len().max(start));
        let words = task.of(self.text).trim_start();
        let task = Span::new(task.end - words.len(), task.end);
        (!task.is_empty()).then(|| {
            let assignment = Assignment {
                lead: actor.name.clone(),
                partners: Vec::new(),
                task: Passage::new(self.text, task),
                requester: None,
                deadline: None,
            };
            (Span::new(task.start, end), assignment)
        })
    }

    /// *X có trách nhiệm làm gì* · *X chịu trách nhiệm …*
    fn answers(&self, cue: Span) -> Read<'t> {
        let (actor, requester) = self.actor_before(cue.start)?;
        let mut cursor = Cursor::new(self.text, cue.end);
        let mut next = cursor;
        next.space_or_break();
        let partners = if next.phrase("chủ trì") {
            cursor = next;
            self.partners(&mut cursor)
        } else {
            self.partners(&mut cursor)
        };
        self.build(actor, requester, partners, cursor)
    }

    /// *X là cơ quan đầu mối giúp Y làm gì* · *X làm đầu mối …*
    fn hub(&self, cue: Span) -> Read<'t> {
        let before = self.text[..cue.start].trim_end();
        let named = ["là cơ quan", "là đơn vị", "là", "làm"];
        let verb = named.iter().any(|verb| strip_word(before, verb).is_some());
        verb.then(|| self.answers(cue)).flatten()
    }

    /// *X phối hợp (chặt chẽ) với Y làm gì*
    fn works(&self, cue: Span) -> Read<'t> {
        let mut cursor = Cursor::new(self.text, cue.start);
        let partners = self.partners(&mut cursor);
        if partners.is_empty() {
            return None;
        }
        let (actor, requester) = self.actor_before(cue.start)?;
        self.build(actor, requester, partners, cursor)
    }

    /// *(R) đề nghị X làm gì* where nothing else says that X is to do it.
    fn asks(&self, cue: Span) -> Read<'t> {
        let mut cursor = Cursor::new(self.text, cue.end);
        cursor.space_or_break();
        if cursor.phrase("cho") {
            cursor.space_or_break();
        }
        let actors = self.actors.list(cursor.pos());
        let (first, last) = (actors.first()?, actors.last()?);
        let span = first.span.to(last.span);
        let mut after = Cursor::new(self.text, span.end);
        super::actor::abbreviation(&mut after);
        after.space_or_break();
        self.modals(&mut after);
        const OTHERS: [&str; 6] = [
            "chủ trì",
            "phối hợp",
            "có trách nhiệm",
            "chịu trách nhiệm",
            "làm đầu mối",
            "là đầu mối",
        ];
        if OTHERS
            .iter()
            .any(|other| prefix(after.rest(), other).is_some())
        {
            return None;
        }
        if !begins_with_action(after.rest()) {
            return None;
        }
        let name = match &actors[..] {
            [one] => one.name.clone(),
            _ => span.of(self.text).to_owned(),
        };
        let actor = Actor { span, name };
        let requester = self.requester(cue.start);
        self.build(actor, requester, Vec::new(), after)
    }

    /// Reads `, phối hợp chặt chẽ với A, B và C`; without partners the cursor stays.
    fn partners(&self, cursor: &mut Cursor<'t>) -> Vec<String> {
        let mut ahead = *cursor;
        ahead.eat_while(|c| matches!(c, ',' | ' '));
        ahead.space_or_break();
        if ahead.phrase("và") {
            ahead.space_or_break();
        }
        if !ahead.phrase("phối hợp") {
            return Vec::new();
        }
        loop {
            let mut more = ahead;
            more.eat(',');
            if !more.space_or_break() || !Class::Manner.eat(&mut more) {
                break;
            }
            ahead = more;
        }
        ahead.space_or_break();
        const WITH: [(&str, ()); 3] = [("cùng với", ()), ("với", ()), ("cùng", ())];
        if ahead.any_phrase(&WITH).is_some() {
            ahead.space_or_break();
        }
        let actors = self.actors.list(ahead.pos());
        if let Some(last) = actors.last() {
            *cursor = Cursor::new(self.text, last.span.end);
        }
        actors.into_iter().map(|actor| actor.name).collect()
    }

    /// Skips *sẽ*, *cần*, *tiếp tục* and the like.
    fn modals(&self, cursor: &mut Cursor<'t>) {
        while Class::Modal.eat(cursor) {
            cursor.space_or_break();
        }
    }

    /// The actor whose words end before byte `cue`, and who asks.
    fn actor_before(&self, cue: usize) -> Option<(Actor, Option<String>)> {
        let start = self.clause_start(cue);
        let end = self.without_modals(start, cue)?;
        if end == start {
            let owner = self.owner(cue)?;
            let name = owner.name.clone();
            return Some((
                Actor {
                    span: Span::new(start, start),
                    name,
                },
                None,
            ));
        }
        // Behind a request the actor begins; before it stands who asks.
        let (from, requester) = self.after_request(start, end);
        let listed = self.actors.list(from);
        let reaches = listed.last().filter(|last| last.span.end >= end);
        if let (Some(first), Some(_)) = (listed.first(), reaches) {
            let name = match &listed[..] {
                [one] => one.name.clone(),
                _ => self.text[from..end].to_owned(),
            };
            let span = Span::new(first.span.start, end.max(first.span.start));
            return Some((Actor { span, name }, requester));
        }
        let bracket = self.text[..end]
            .strip_suffix(')')
            .and_then(|head| head.rfind('('));
        let name_end = bracket.map_or(end, |i| self.text[..i].trim_end().len());
        let body = self
            .actors
            .body_before(end)
            .or_else(|| self.actors.body_before(name_end))?;
        if body.span.start < start {
            return None;
        }
        let name = if body.value.generic {
            body.text.to_owned()
        } else {
            body.value.name.clone()
        };
        let requester = requester.filter(|_| from == body.span.start);
        Some((
            Actor {
                span: body.span,
                name,
            },
            requester,
        ))
    }

    /// Where the actor ends when the modal verbs before byte `end` are left out; `None` when
    /// what stands there speaks of the past or of an office (*cơ quan chủ trì*).
    fn without_modals(&self, start: usize, end: usize) -> Option<usize> {
        let words = self.text[start..end].trim_end_matches([',', ' ', '\n']);
        let words = Class::Modal.strip_end(words);
        const NOT: [&str; 11] = [
            "đã",
            "vừa",
            "cơ quan",
            "đơn vị",
            "người",
            "sự",
            "việc",
            "công tác",
            "vai trò",
            "không",
            "trong",
        ];
        let bare = |not: &&str| {
            strip_word(words, not).is_some_and(|head| Class::Plural.strip_end(head) == head)
        };
        if NOT.iter().any(bare) {
            return None;
        }
        Some(start + words.len())
    }

    /// Where the clause around byte `at` begins: behind a full stop, a semicolon, a colon, a
    /// line's start or the marker on it.
    fn clause_start(&self, at: usize) -> usize {
        let mut from = at.saturating_sub(LONGEST / 4);
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let left = &self.text[from..at];
        let mut start = left.len();
        loop {
            let sign = |byte: &u8| matches!(byte, b'.' | b';' | b':' | b'\n');
            let Some(stop) = left.as_bytes()[..start].iter().rposition(sign) else {
                start = 0;
                break;
            };
            if left[stop..].starts_with('.') && lead_in::sentence_after(left, stop).is_none() {
                start = stop;
                continue;
            }
            start = stop + 1;
            break;
        }
        let start = from + start;
        let words =
            self.text[start..at].trim_start_matches(|c: char| c.is_whitespace() || c == '“');
        let start = at - words.len();
        let marker = marker::read(self.text, start).filter(|marker| marker.body <= at);
        marker.map_or(start, |marker| marker.body)
    }

    /// Where the words behind the last request in the clause begin, and who makes it.
    fn after_request(&self, start: usize, end: usize) -> (usize, Option<String>) {
        let clause = &self.text[start..end];
        let key = clause.to_lowercase();
        if key.len() != clause.len() {
            return (start, None);
        }
        let last = Class::Request
            .phrases()
            .filter_map(|request| {
                let at = key.rfind(request)?;
                let whole = !key[..at].ends_with(char::is_alphanumeric)
                    && key[at + request.len()..].starts_with(' ');
                whole.then_some((at, request.len()))
            })
            .max();
        let Some((at, len)) = last else {
            return (start, None);
        };
        let after = start + at + len;
        let spaces = self.text[after..end].len() - self.text[after..end].trim_start().len();
        (after + spaces, self.requester(start + at))
    }

    /// The body whose words end before the request at byte `at`.
    fn requester(&self, at: usize) -> Option<String> {
        let start = self.clause_start(at);
        let end = self.without_modals(start, at)?;
        self.actors
            .body_before(end)
            .map(|body| body.value.name.clone())
    }

    /// Puts an assignment together; its task begins at `cursor`.
    fn build(
        &self,
        actor: Actor,
        requester: Option<String>,
        partners: Vec<String>,
        mut cursor: Cursor<'t>,
    ) -> Read<'t> {
        cursor.eat_while(|c| matches!(c, ',' | ' '));
        cursor.space_or_break();
        for opening in ["để", "trong việc", "và"] {
            if cursor.phrase(opening) {
                cursor.space_or_break();
            }
        }
        let start = cursor.pos();
        let end = start + self.clause_len(start);
        let words = self.text[start..end].trim_end();
        let words = words
            .strip_suffix("./")
            .unwrap_or(words)
            .trim_end_matches([',', ':', ' ']);
        let task = Span::new(start, start + words.len());
        if !words.starts_with(char::is_alphanumeric) {
            return None;
        }
        let assignment = Assignment {
            lead: actor.name,
            partners,
            task: Passage::new(self.text, task),
            requester,
            deadline: None,
        };
        Some((actor.span.to(task), assignment))
    }

    /// How far the clause goes on from byte `start`: to a semicolon, a full stop or the end of
    /// the line.
    fn clause_len(&self, start: usize) -> usize {
        let mut limit = (start + LONGEST).min(self.text.len());
        while !self.text.is_char_boundary(limit) {
            limit -= 1;
        }
        let rest = &self.text[start..limit];
        let mut at = 0;
        while let Some(found) = rest[at..].find([';', '.', '\n', '!', '?']) {
            let stop = at + found;
            match rest.as_bytes()[stop] {
                b'.' | b'!' | b'?' => {
                    let last = rest[stop + 1..].trim_start_matches(['”', '"', '/', '.', ' ']);
                    if lead_in::sentence_after(rest, stop).is_some()
                        || last.is_empty()
                        || last.starts_with('\n')
                    {
                        return stop;
                    }
                }
                b'\n' => {
                    let next = rest[stop..].trim_start();
                    let wrapped = next.starts_with(char::is_lowercase)
                        && marker::read(next, 0).is_none()
                        && !rest[stop + 1..].starts_with('\n');
                    if !wrapped {
                        return stop;
                    }
                }
                _ => return stop,
            }
            at = stop + 1;
        }
        rest.len()
    }

    /// The body that the lines above byte `at` are about.
    fn owner(&self, at: usize) -> Option<&Owner> {
        let i = self.owners.partition_point(|owner| owner.from <= at);
        self.owners[..i].last().filter(|owner| at < owner.to)
    }
}

/// A body that the tasks below its line are given to: *Bộ A có trách nhiệm:*, *Điều 5. Trách
/// nhiệm của Bộ A*.
struct Owner {
    from: usize,
    to: usize,
    name: String,
}

/// The stretches of `text` whose tasks have an owner, in order.
fn owners(text: &str, bodies: &[Found<'_, IssuingBody>]) -> Vec<Owner> {
    let mut owners: Vec<Owner> = Vec::new();
    let mut depth = None;
    let mut next = 0;
    if bodies.is_empty() {
        return owners;
    }
    for (span, _) in lines::spans(text) {
        while bodies
            .get(next)
            .is_some_and(|body| body.span.start < span.start)
        {
            next += 1;
        }
        let words = span.of(text);
        let heading = lines::heading(words).is_some();
        if depth.is_none() && !heading && !words.ends_with(':') {
            continue;
        }
        let marked = marker::read(text, span.start);
        let level = marked
            .and_then(|marker| marker.readings().next())
            .map(|reading| 1 + reading.shape.style.depth(reading.shape.variant));
        let level = if heading { 0 } else { level.unwrap_or(1) };
        if depth.is_some_and(|depth| level <= depth) {
            if let Some(open) = owners.last_mut() {
                open.to = open.to.min(span.start);
            }
            depth = None;
        }
        let body = bodies
            .get(next)
            .filter(|body| body.span.end <= span.end && !body.value.generic);
        let Some(body) = body else { continue };
        let before = text[span.start..body.span.start].trim_end();
        let about = heading && before.ends_with("của") || words.ends_with(':');
        let from = marked.map_or(span.start, |marker| marker.body);
        let opens = from == body.span.start
            || ["của", "Giao", "nghị", "cầu"]
                .iter()
                .any(|w| before.ends_with(w));
        if about && opens {
            depth = Some(level);
            owners.push(Owner {
                from: span.end,
                to: text.len(),
                name: body.value.name.clone(),
            });
        }
    }
    owners
}
