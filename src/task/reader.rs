//! The grammar of assignments: from the words that assign, the actor is read to the left (to the
//! right behind a request), the partners and the task to the right.

use super::actor::{Actor, Actors, abbreviation};
use super::owner::{self, Owner};
use super::vocabulary::{Class, begins_with_action, prefix, strip_word};
use super::{Assignment, TaskList, clause};
use crate::body::IssuingBody;
use crate::reading::Reading;
use crate::span::{Found, Passage, Span};
use crate::text::cursor::Cursor;

/// What the grammar reads with.
pub(super) struct Reader<'t, 'b> {
    pub(super) text: &'t str,
    pub(super) reading: &'b Reading<'t>,
    pub(super) actors: Actors<'t, 'b>,
    owners: Vec<Owner>,
    pub(super) lists: &'b [TaskList<'t>],
    /// For every list with a lead-in, where that ends, and where the items stand; by the first.
    pub(super) announced: Vec<(usize, Span)>,
}

/// An assignment and where it stands.
pub(super) type Read<'t> = Option<(Span, Assignment<'t>)>;

impl<'t, 'b> Reader<'t, 'b> {
    /// `owners`, `lists` and `bodies` are those of `text`.
    pub(super) fn new(
        reading: &'b Reading<'t>,
        bodies: &'b [Found<'b, IssuingBody>],
        owners: Vec<Owner>,
        lists: &'b [TaskList<'t>],
    ) -> Self {
        let mut announced = Vec::new();
        let mut open: Vec<&TaskList<'t>> = lists.iter().collect();
        while let Some(list) = open.pop() {
            if let (Some(lead_in), Some(first)) = (&list.lead_in, list.items.first()) {
                let items = Span::new(first.span.start, list.span.end);
                announced.push((lead_in.span.end, items));
            }
            open.extend(list.items.iter().flat_map(|task| &task.lists));
        }
        announced.sort_unstable_by_key(|&(at, items): &(usize, Span)| (at, items.start));
        let text = reading.text();
        Reader {
            text,
            reading,
            actors: Actors::new(text, bodies),
            owners,
            lists,
            announced,
        }
    }

    /// The items of the list whose lead-in ends with the colon at byte `at`.
    fn items_below(&self, at: usize) -> Option<Span> {
        let found = self
            .announced
            .binary_search_by_key(&(at + 1), |&(at, _)| at);
        found.ok().map(|i| self.announced[i].1)
    }

    /// Where the word around byte `at` begins.
    pub(super) fn word_start(&self, at: usize) -> usize {
        let before = self.text[..at].char_indices().rev();
        before
            .take(3)
            .take_while(|(_, c)| c.is_alphabetic())
            .last()
            .map_or(at, |(i, _)| i)
    }

    /// *X (sẽ) chủ trì, phối hợp với Y làm gì* · *do X chủ trì*
    pub(super) fn leads(&self, cue: Span) -> Read<'t> {
        let mut cursor = Cursor::new(self.text, cue.end);
        // *chủ trì cuộc họp*: to chair.
        let mut next = cursor;
        if next.space_or_break() && Class::Meeting.eat(&mut next) {
            return None;
        }
        let (actor, requester) = self.actor_before(cue.start)?;
        let mut partners = self.partners(&mut cursor);
        if partners.is_empty() {
            partners = self.partners_ahead(&mut cursor);
            if let Some(inverted) = self.inverted(&actor, &partners, cursor.pos()) {
                return Some(inverted);
            }
        }
        self.build(actor, requester, partners, cursor)
    }

    /// *Nhiệm vụ do X chủ trì*: the task stands before the actor.
    fn inverted(&self, actor: &Actor, partners: &[String], end: usize) -> Read<'t> {
        let left = self.text[..actor.span.start].trim_end();
        let head = left.strip_suffix("do").filter(|head| head.ends_with(' '))?;
        let start = clause::start(self.reading, head.len());
        let task = Span::new(start, head.trim_end().len().max(start));
        let words = task.of(self.text).trim_start();
        let task = Span::new(task.end - words.len(), task.end);
        (!task.is_empty()).then(|| {
            let assignment = Assignment {
                lead: actor.name.clone(),
                partners: partners.to_vec(),
                task: Passage::new(self.text, task),
                requester: None,
                deadline: None,
                recurrence: None,
                product: None,
            };
            (Span::new(task.start, end), assignment)
        })
    }

    /// *X có trách nhiệm làm gì* · *X chịu trách nhiệm …*
    pub(super) fn answers(&self, cue: Span) -> Read<'t> {
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
    pub(super) fn hub(&self, cue: Span) -> Read<'t> {
        let before = self.text[..cue.start].trim_end();
        let named = ["là cơ quan", "là đơn vị", "là", "làm"];
        let verb = named.iter().any(|verb| strip_word(before, verb).is_some());
        verb.then(|| self.answers(cue)).flatten()
    }

    /// *X phối hợp (chặt chẽ) với Y làm gì*
    pub(super) fn works(&self, cue: Span) -> Read<'t> {
        let mut cursor = Cursor::new(self.text, cue.start);
        let partners = self.partners(&mut cursor);
        if partners.is_empty() {
            return None;
        }
        let (actor, requester) = self.actor_before(cue.start)?;
        self.build(actor, requester, partners, cursor)
    }

    /// *(R) đề nghị X làm gì* where nothing else says that X is to do it.
    pub(super) fn asks(&self, cue: Span) -> Read<'t> {
        let mut cursor = Cursor::new(self.text, cue.end);
        cursor.space_or_break();
        if cursor.phrase("cho") {
            cursor.space_or_break();
        }
        let actors = self.actors.list(cursor.pos());
        let (first, last) = (actors.first()?, actors.last()?);
        let span = first.span.to(last.span);
        let mut after = Cursor::new(self.text, span.end);
        abbreviation(&mut after);
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
        let list_below = after.rest().starts_with(':');
        if !begins_with_action(after.rest()) && !list_below {
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
    pub(super) fn partners(&self, cursor: &mut Cursor<'t>) -> Vec<String> {
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
        let actors = self.actors.partners(ahead.pos());
        if let Some(last) = actors.last() {
            *cursor = Cursor::new(self.text, last.span.end);
        }
        actors.into_iter().map(|actor| actor.name).collect()
    }

    /// Reads `, Y và Z phối hợp (thực hiện)`; without partners the cursor stays.
    pub(super) fn partners_ahead(&self, cursor: &mut Cursor<'t>) -> Vec<String> {
        let mut ahead = *cursor;
        if !ahead.eat(',') && !ahead.eat(';') || !ahead.space_or_break() {
            return Vec::new();
        }
        let actors = self.actors.partners(ahead.pos());
        let Some(last) = actors.last() else {
            return Vec::new();
        };
        ahead = Cursor::new(self.text, last.span.end);
        ahead.space_or_break();
        self.modals(&mut ahead);
        if !ahead.phrase("phối hợp") {
            return Vec::new();
        }
        let mut with = ahead;
        if with.space_or_break() && with.phrase("với") {
            return Vec::new();
        }
        *cursor = ahead;
        actors.into_iter().map(|actor| actor.name).collect()
    }

    /// Skips *sẽ*, *cần*, *tiếp tục* and the like.
    fn modals(&self, cursor: &mut Cursor<'t>) {
        while Class::Modal.eat(cursor) {
            cursor.space_or_break();
        }
    }

    /// The actor whose words end before byte `cue`, and who asks.
    pub(super) fn actor_before(&self, cue: usize) -> Option<(Actor, Option<String>)> {
        let start = clause::start(self.reading, cue);
        let end = self.without_modals(start, cue)?;
        if end == start {
            let owner = owner::at(&self.owners, cue)?;
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
            body.text.clone().into_owned()
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

    /// Where the words behind the last request in the clause begin, and who makes it.
    fn after_request(&self, start: usize, end: usize) -> (usize, Option<String>) {
        let clause = &self.text[start..end];
        let starts =
            std::iter::once(0).chain(memchr::memchr_iter(b' ', clause.as_bytes()).map(|i| i + 1));
        let last = starts
            .filter_map(|at| {
                let (len, _) = Class::Request.at_start(&clause[at..])?;
                clause[at + len..].starts_with(' ').then_some((at, len))
            })
            .next_back();
        let Some((at, len)) = last else {
            return (start, None);
        };
        let after = start + at + len;
        let spaces = self.text[after..end].len() - self.text[after..end].trim_start().len();
        (after + spaces, self.requester(start + at))
    }

    /// The body whose words end before the request at byte `at`.
    fn requester(&self, at: usize) -> Option<String> {
        let start = clause::start(self.reading, at);
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
        let task = match self.text[start..].starts_with(':') {
            // What is to be done is told in the list below.
            true => self.items_below(start)?,
            false => match self.pointer(start) {
                Some(colon) => self.items_below(colon)?,
                None => self.clause(start)?,
            },
        };
        let assignment = Assignment {
            lead: actor.name,
            partners,
            task: Passage::new(self.text, task),
            requester,
            deadline: None,
            recurrence: None,
            product: None,
        };
        Some((actor.span.to(task), assignment))
    }

    /// The colon of a list when the words from byte `start` on only point to it: *thực hiện các
    /// nhiệm vụ sau:*.
    fn pointer(&self, start: usize) -> Option<usize> {
        const POINTERS: [(&str, ()); 15] = [
            ("thực hiện", ()),
            ("triển khai", ()),
            ("tập trung", ()),
            ("các", ()),
            ("những", ()),
            ("một số", ()),
            ("tốt", ()),
            ("như sau", ()),
            ("sau đây", ()),
            ("dưới đây", ()),
            ("cụ thể", ()),
            ("sau", ()),
            ("gồm", ()),
            ("và", ()),
            ("việc", ()),
        ];
        let mut cursor = Cursor::new(self.text, start);
        for _ in 0..POINTERS.len() {
            if cursor.rest().starts_with(':') {
                return self.items_below(cursor.pos()).map(|_| cursor.pos());
            }
            let read = cursor.any_phrase(&POINTERS).is_some()
                || Class::Countable.eat(&mut cursor)
                || Class::Quality.eat(&mut cursor)
                || !cursor.digits().is_empty();
            if !read {
                return None;
            }
            cursor.eat(',');
            cursor.space_or_break();
        }
        None
    }

    /// The clause at byte `start`, when it begins with a word.
    fn clause(&self, start: usize) -> Option<Span> {
        let end = start + clause::len(self.text, start);
        let words = self.text[start..end].trim_end();
        let words = words
            .strip_suffix("./")
            .unwrap_or(words)
            .trim_end_matches([',', ':', ' ']);
        let named = words.starts_with(char::is_alphanumeric);
        named.then(|| Span::new(start, start + words.len()))
    }

    /// Who leads by words that must be those of actors and nothing else.
    pub(super) fn lead_named(&self, within: Span) -> Option<String> {
        let actors = self.actors.list(within.start);
        let whole = actors
            .last()
            .is_some_and(|last| last.span.end == within.end);
        match &actors[..] {
            [one] if whole => Some(one.name.clone()),
            _ => whole.then(|| within.of(self.text).to_owned()),
        }
    }
}
