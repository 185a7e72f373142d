//! Those who are given tasks: bodies that were recognised, and classes of them that the text
//! names in its own words (*các Bộ, ngành, địa phương*).

use super::vocabulary::{Class, begins_with_action};
use crate::body::IssuingBody;
use crate::span::{Found, Span};
use crate::text::cursor::Cursor;
use crate::text::fold;

/// Somebody a task can be given to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Actor {
    pub(super) span: Span,
    /// The body's name, or the words of the text.
    pub(super) name: String,
}

/// A text and the bodies in it, in order of their starts.
pub(super) struct Actors<'t, 'b> {
    text: &'t str,
    bodies: Vec<&'b Found<'b, IssuingBody>>,
}

/// A name of more words is no name.
const NAME_WORDS: usize = 12;

/// The words of one class of actors are not longer than this, in bytes.
const LONGEST: usize = 480;

impl<'t, 'b> Actors<'t, 'b> {
    pub(super) fn new(text: &'t str, bodies: &'b [Found<'b, IssuingBody>]) -> Self {
        let mut bodies: Vec<_> = bodies.iter().collect();
        bodies.sort_by_key(|body| (body.span.start, std::cmp::Reverse(body.span.end)));
        Actors { text, bodies }
    }

    /// The longest body that begins at byte `at`.
    fn body_at(&self, at: usize) -> Option<&'b Found<'b, IssuingBody>> {
        let i = self.bodies.partition_point(|body| body.span.start < at);
        self.bodies
            .get(i)
            .copied()
            .filter(|body| body.span.start == at)
    }

    /// The longest body that ends at byte `at`.
    pub(super) fn body_before(&self, at: usize) -> Option<&'b Found<'b, IssuingBody>> {
        let i = self.bodies.partition_point(|body| body.span.start < at);
        let near = &self.bodies[i.saturating_sub(4)..i];
        near.iter().copied().find(|body| body.span.end == at)
    }

    fn actor(&self, body: &Found<'_, IssuingBody>) -> Actor {
        let name = if body.value.generic {
            body.text.clone().into_owned()
        } else {
            body.value.name.clone()
        };
        Actor {
            span: body.span,
            name,
        }
    }

    /// The actors from byte `at` on, joined by commas, *và* or *cùng*; they end where a verb
    /// begins.
    pub(super) fn list(&self, at: usize) -> Vec<Actor> {
        self.joined(at, |at| self.one(at))
    }

    /// Like [`list`](Self::list), behind words that only an actor can follow: one that no
    /// recogniser knows (*Báo Pháp luật*) is taken by its name.
    pub(super) fn partners(&self, at: usize) -> Vec<Actor> {
        self.joined(at, |at| self.one(at).or_else(|| self.name(at)))
    }

    fn joined(&self, at: usize, one: impl Fn(usize) -> Option<Actor>) -> Vec<Actor> {
        let mut actors = Vec::new();
        let mut next = at;
        while let Some(actor) = one(next) {
            let mut cursor = Cursor::new(self.text, actor.span.end);
            abbreviation(&mut cursor);
            let end = cursor.pos();
            actors.push(Actor {
                span: Span::new(actor.span.start, end),
                ..actor
            });
            let comma = cursor.eat(',');
            let mut joined = comma;
            let mut ahead = cursor;
            if word_space(&mut ahead) {
                const LINKS: [(&str, ()); 4] =
                    [("cùng với", ()), ("cùng", ()), ("và", ()), ("với", ())];
                if ahead.any_phrase(&LINKS).is_some() {
                    joined = true;
                    cursor = ahead;
                }
            }
            if !joined || !word_space(&mut cursor) {
                break;
            }
            next = cursor.pos();
        }
        actors
    }

    /// The one actor that begins at byte `at`.
    pub(super) fn one(&self, at: usize) -> Option<Actor> {
        let body = self.body_at(at);
        match body {
            Some(body) if !body.value.generic => Some(self.actor(body)),
            _ => {
                let class = self.class(at);
                let found = body.map(|body| self.actor(body));
                let longer = |class: &Actor| {
                    found
                        .as_ref()
                        .is_none_or(|found| found.span.end < class.span.end)
                };
                class.filter(longer).or(found)
            }
        }
    }

    /// The name at byte `at`: from a capital to the verb or the sign that ends it.
    fn name(&self, at: usize) -> Option<Actor> {
        let mut cursor = Cursor::new(self.text, at);
        if !cursor.peek()?.is_uppercase() || is_verb(cursor) {
            return None;
        }
        let mut end = at;
        for _ in 0..NAME_WORDS {
            let word = cursor.eat_while(|c| c.is_alphanumeric() || matches!(c, '-' | '–' | '&'));
            end = if word.is_empty() { end } else { cursor.pos() };
            let ends = !word_space(&mut cursor)
                || cursor.peek().is_some_and(char::is_lowercase) && is_verb(cursor)
                || Class::Stop.starts(cursor.rest())
                || ["và", "với", "cùng"]
                    .iter()
                    .any(|link| fold::prefix(cursor.rest(), link).is_some());
            if ends {
                let span = Span::new(at, end);
                let name = span.of(self.text).to_owned();
                return (end > at).then_some(Actor { span, name });
            }
        }
        None
    }

    /// The class of actors whose words begin at byte `at`: *các đơn vị liên quan* in *các đơn vị
    /// liên quan để đề xuất …*.
    fn class(&self, at: usize) -> Option<Actor> {
        let mut cursor = Cursor::new(self.text, at);
        if !head(&mut cursor) {
            return None;
        }
        let mut end = cursor.pos();
        let limit = at + LONGEST;
        loop {
            let mut ahead = cursor;
            let comma = ahead.eat(',');
            if !word_space(&mut ahead) || ahead.pos() > limit {
                break;
            }
            let mut linked = comma;
            for link in ["và", "hoặc"] {
                linked |= ahead.phrase(link) && ahead.space_or_break();
            }
            let member = Class::Member.starts(ahead.rest());
            if linked && (!member || is_verb(ahead)) {
                break;
            }
            if self
                .body_at(ahead.pos())
                .is_some_and(|body| linked && !body.value.generic)
            {
                break;
            }
            if !linked && self.ends_class(ahead, &self.text[at..end]) {
                break;
            }
            let body = self.body_at(ahead.pos()).map(|body| body.span.end);
            cursor = match body {
                Some(end) if !linked => Cursor::new(self.text, end),
                _ => {
                    ahead.eat_while(|c| c.is_alphanumeric() || matches!(c, '-' | '–' | '&' | '/'));
                    ahead
                }
            };
            if cursor.pos() == end {
                break;
            }
            end = cursor.pos();
        }
        let span = Span::new(at, end);
        (end > at).then(|| Actor {
            span,
            name: span.of(self.text).to_owned(),
        })
    }

    /// Whether the words of a class end before `next`: a verb, a modal or *để* follows.
    fn ends_class(&self, next: Cursor<'_>, before: &str) -> bool {
        if !next.peek().is_some_and(char::is_alphanumeric) {
            return true;
        }
        if Class::Stop.starts(next.rest()) {
            return true;
        }
        // *cơ quan tham mưu*, *cơ quan đề xuất*: the verb says which body.
        const OFFICES: [&str; 5] = ["cơ quan", "đơn vị", "bộ phận", "lực lượng", "tổ chức"];
        const ALONE: [&str; 4] = ["cơ quan", "văn phòng", "trung tâm", "tổ chức"];
        let office = OFFICES.iter().any(|office| before.ends_with(office));
        let alone = ALONE
            .iter()
            .any(|office| fold::prefix(before, office) == Some(before.len()));
        if alone || office && Class::NounVerb.starts(next.rest()) {
            return false;
        }
        let Some((_, verb)) = Class::Action.at_start(next.rest()) else {
            return false;
        };
        // *ngoại giao*, *công lập*: the second half of a noun.
        let word = before.rsplit(' ').next().unwrap_or(before);
        is_verb(next) && (verb.contains(' ') || !Class::Compound.starts(word))
    }
}

/// Reads what a class of actors begins with: *các đơn vị*, *UBND*, *Sở*.
fn head(cursor: &mut Cursor<'_>) -> bool {
    let capital = cursor.peek().is_some_and(char::is_uppercase);
    let mut ahead = *cursor;
    let plural = Class::Plural.eat(&mut ahead) && ahead.space_or_break();
    if plural {
        *cursor = ahead;
    }
    if is_verb(*cursor) {
        return false;
    }
    Class::Head.eat(cursor) || (plural || capital) && Class::ShortHead.eat(cursor)
}

/// Reads the space between two words of one sentence, a line break in it only when the next
/// line goes on in small letters. A tab parts the cells of a table.
fn word_space(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let space = ahead.eat_while(char::is_whitespace);
    let read = match space {
        "" => false,
        " " => true,
        _ if space.contains('\t') => false,
        _ if space.contains('\n') => {
            space.matches('\n').count() == 1 && ahead.peek().is_some_and(char::is_lowercase)
        }
        _ => true,
    };
    if read {
        *cursor = ahead;
    }
    read
}

/// Whether a verb stands at the cursor; *tổ chức* and *lãnh đạo* are as often nouns, and verbs
/// when another verb follows them.
fn is_verb(mut cursor: Cursor<'_>) -> bool {
    if cursor.phrase("tổ chức") || cursor.phrase("lãnh đạo") {
        return cursor.space_or_break() && begins_with_action(cursor.rest());
    }
    begins_with_action(cursor.rest())
}

/// Reads ` (KHTC)`, the short form behind a name.
pub(super) fn abbreviation(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    ahead.spaces();
    if ahead.eat('(') {
        let inner = ahead.eat_while(|c| c != ')' && c != '(' && c != '\n');
        if inner.len() <= 60 && ahead.eat(')') {
            *cursor = ahead;
        }
    }
}
