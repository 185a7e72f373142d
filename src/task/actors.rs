//! Those who are given tasks, all of a text in one row: bodies that were recognised, and classes of
//! them that the text names in its own words (*các Bộ, ngành, địa phương*).

use std::sync::LazyLock;

use super::words::{self, Class, Said, backwards, is_verb};
use crate::body::IssuingBody;
use crate::reading::{Case, Gap, Phrases, Place, Reading};
use crate::span::{Found, Span};

/// Somebody a task can be given to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Actor {
    /// The number of its first word and of the word behind it.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) span: Span,
    /// Which body it is; `None` for a class.
    body: Option<usize>,
    /// It stands together with the one before it: *Bộ A, Bộ B và Bộ C*.
    linked: bool,
    /// Nothing stands before the row that it is in.
    opens: bool,
    /// The office that is named once for several: *Giám đốc* in *Giám đốc các Sở: Xây dựng, Tài chính*.
    office: Option<Span>,
}

/// The actors of a text, in order, without overlaps.
pub(super) struct Actors<'r, 't, 'b> {
    reading: &'r Reading<'t>,
    bodies: &'b [Found<'t, IssuingBody>],
    /// The first word of each body that begins with a word, and which body it is.
    starts: Vec<(usize, usize)>,
    row: Vec<Actor>,
}

static OFFICES: LazyLock<Phrases<()>> = LazyLock::new(|| backwards(Class::Office));

/// What the words of a class begin with.
const CLASS_BEGINS: &[Class] = &[Class::Plural, Class::Head, Class::ShortHead];

/// A name of more words is no name.
const NAME_WORDS: usize = 12;

/// Between two that are linked stand no more words: a short form in a bracket and *và các*.
const LINK_WORDS: usize = 40;

/// The words of one class of actors are no more than this.
const CLASS_WORDS: usize = 60;

impl<'r, 't, 'b> Actors<'r, 't, 'b> {
    /// The actors of `reading`; `bodies` are those of the same text, in order.
    pub(super) fn of(reading: &'r Reading<'t>, bodies: &'b [Found<'t, IssuingBody>]) -> Self {
        let starts = (0..).zip(bodies).filter_map(|(i, body)| {
            let place = reading.place_at(body.span.start);
            (place.start() == body.span.start).then_some((place.index(), i))
        });
        let mut actors = Actors {
            reading,
            bodies,
            starts: starts.collect(),
            row: Vec::with_capacity(bodies.len() + bodies.len() / 2),
        };
        let mut next_body = 0;
        let mut next_class = 0;
        let mut at = 0;
        loop {
            // Most words begin neither a class nor a body: that is one look at each.
            if next_class <= at {
                next_class = words::next_beginning(reading, at, CLASS_BEGINS);
            }
            while actors
                .starts
                .get(next_body)
                .is_some_and(|&(start, _)| start < at)
            {
                next_body += 1;
            }
            let body = actors
                .starts
                .get(next_body)
                .map_or(reading.len(), |&(start, _)| start);
            at = next_class.min(body);
            if at >= reading.len() {
                break;
            }
            let Some(mut actor) = actors.actor_at(reading.place(at)) else {
                at += 1;
                continue;
            };
            at = actor.end;
            // *các Bộ: Tài chính, Công an* are two ministries, and no others.
            if let Some(kind) = actors
                .row
                .last()
                .copied()
                .filter(|kind| actors.is_spread(kind, &actor))
            {
                actors.row.pop();
                actor.office = actors.office_of(&kind, &actor);
                actor.start = kind.start;
                actor.span.start = kind.span.start;
            }
            let last = actors.row.last();
            actor.linked = last.is_some_and(|last| actors.are_linked(last, actor.start));
            actor.opens = match last.filter(|_| actor.linked) {
                Some(last) => last.opens,
                None => !matches!(reading.gap(actor.start), Gap::Space | Gap::Comma),
            };
            if actor.linked && actor.office.is_none() && actors.is_bare(&actor) {
                actor.office = last.and_then(|last| last.office);
            }
            actors.row.push(actor);
        }
        actors
    }

    /// The words before *các* in *Giám đốc các Sở* (`kind`) when `actor` is one of these *Sở*, and not
    /// what *UBND các phường* already names.
    fn office_of(&self, kind: &Actor, actor: &Actor) -> Option<Span> {
        let mut places = (kind.start..kind.end).map(|i| self.reading.place(i));
        let (plural, noun) = places.find_map(|i| Some((i, Class::Plural.at(i)?)))?;
        let noun = &self.reading.text()[noun.start()..kind.span.end];
        let name = &self.bodies[actor.body?].value.name;
        let span = Span::new(kind.span.start, plural.end());
        (plural.index() > kind.start && name.starts_with(noun)).then_some(span)
    }

    /// Whether a body is written without the words for its kind, which stand before it once for
    /// several.
    fn is_bare(&self, actor: &Actor) -> bool {
        let named = |body: usize| &self.bodies[body].value.name;
        let words = actor.span.of(self.reading.text());
        self.is_certain(actor)
            && actor
                .body
                .is_some_and(|body| named(body).len() > words.len() && named(body).ends_with(words))
    }

    /// Whether `kind` only says what kind of body `actor` behind its colon is.
    fn is_spread(&self, kind: &Actor, actor: &Actor) -> bool {
        let between = &self.reading.text()[kind.span.end..actor.span.start];
        between.trim() == ":"
            && !between.contains('\n')
            && !self.is_certain(kind)
            && self.is_certain(actor)
    }

    /// Whether byte `at` stands inside an actor, or between two that stand together.
    pub(super) fn covers(&self, at: usize) -> bool {
        let i = self.row.partition_point(|actor| actor.span.end <= at);
        (self.row.get(i)).is_some_and(|actor| actor.span.start < at || actor.linked)
    }

    /// Whether it is somebody who holds an office.
    pub(super) fn is_holder(&self, actor: &Actor) -> bool {
        actor
            .body
            .is_some_and(|body| self.bodies[body].value.holder.is_some())
    }

    /// The actors within `span`.
    pub(super) fn within(&self, span: Span) -> &[Actor] {
        let from = self
            .row
            .partition_point(|actor| actor.span.start < span.start);
        let inside = &self.row[from..];
        &inside[..inside.partition_point(|actor| actor.span.end <= span.end)]
    }

    /// The actors that stand together from word `start` on.
    pub(super) fn run_from(&self, start: usize) -> &[Actor] {
        let from = self.row.partition_point(|actor| actor.start < start);
        let rest = &self.row[from..];
        if rest.first().is_none_or(|actor| actor.start != start) {
            return &[];
        }
        let more = rest[1..].iter().take_while(|actor| actor.linked).count();
        &rest[..1 + more]
    }

    /// The actors that stand together and end at word `end`.
    pub(super) fn run_before(&self, end: usize) -> &[Actor] {
        let to = self.row.partition_point(|actor| actor.end <= end);
        let row = &self.row[..to];
        let Some(last) = row.last() else { return &[] };
        if last.end != end && self.behind(last).index() != end {
            return &[];
        }
        let more = row.iter().rev().take_while(|actor| actor.linked).count();
        &row[row.len() - (more + 1).min(row.len())..]
    }

    /// The name of an actor: the registry's where the registry knows it, else the page's words.
    pub(super) fn name(&self, actor: &Actor) -> String {
        let text = self.reading.text();
        match actor.body.map(|body| &self.bodies[body].value) {
            Some(body) if !body.generic => match actor.office {
                Some(office) => format!("{} {}", plain(office.of(text)), body.name),
                None => body.name.to_string(),
            },
            _ => plain(actor.span.of(text)),
        }
    }

    /// Whether it is a body that the registry or its name makes certain.
    pub(super) fn is_certain(&self, actor: &Actor) -> bool {
        actor
            .body
            .is_some_and(|body| !self.bodies[body].value.generic)
    }

    /// Whether a recogniser knows it, be it only as a class.
    pub(super) fn is_body(&self, actor: &Actor) -> bool {
        actor.body.is_some()
    }

    /// The place behind an actor and the bracket or the person's name that stands behind it.
    pub(super) fn behind(&self, actor: &Actor) -> Place<'r, 't> {
        let place = self.behind_bracket(self.reading.place(actor.end));
        // *Phó Chủ tịch UBND tỉnh Trần Văn Hòa*
        let mut name = place;
        while name.index() < place.index() + 5
            && name.gap() == Gap::Space
            && self.reading.case(name.index()) == Case::Title
        {
            name = name.next();
        }
        let words = name.index() - place.index();
        let apart = self.run_from(place.index()).is_empty();
        if (2..5).contains(&words) && apart {
            name
        } else {
            place
        }
    }

    /// The place behind `(KHTC)`, the short form behind a name.
    fn behind_bracket(&self, place: Place<'r, 't>) -> Place<'r, 't> {
        if !place.between().contains('(') {
            return place;
        }
        let Some(bracket) = self.reading.bracket(place.start()) else {
            return place;
        };
        if place.end() <= bracket.start && bracket.len() <= 80 {
            self.reading.place_at(bracket.end)
        } else {
            place
        }
    }

    fn are_linked(&self, last: &Actor, start: usize) -> bool {
        if start > last.end + LINK_WORDS {
            return false;
        }
        let text = self.reading.text();
        let mut place = self.behind_bracket(self.reading.place(last.end));
        let comma = text[place.end()..place.start()].contains([',', ';']);
        // *Giám đốc Sở A; Chủ tịch UBND các xã chịu trách nhiệm …*: where nothing stands before them,
        // semicolons part the names of one row.
        let opens = last.opens;
        let soft = |place: Place<'_, '_>| {
            let between = text[place.end()..place.start()].trim_start_matches(')');
            (between.chars()).all(|c| matches!(c, ' ' | ',') || c == ';' && opens)
        };
        if !soft(place) {
            return false;
        }
        let link = Class::Link.at(place);
        if let Some(behind) = link {
            place = behind;
        }
        place.index() == start && (comma || link.is_some()) && soft(place)
    }

    /// The body that begins at `place`: its number and the word behind it.
    fn body_at(&self, place: Place<'r, 't>) -> Option<(usize, usize)> {
        let i = self
            .starts
            .partition_point(|&(start, _)| start < place.index());
        let &(_, body) = (self.starts.get(i)).filter(|&&(start, _)| start == place.index())?;
        let end = self.reading.place_at(self.bodies[body].span.end);
        Some((body, end.index()))
    }

    /// The one actor that begins at `place`.
    fn actor_at(&self, place: Place<'r, 't>) -> Option<Actor> {
        let found = self.body_at(place).map(|(body, end)| Actor {
            start: place.index(),
            end,
            span: self.bodies[body].span,
            body: Some(body),
            linked: false,
            opens: false,
            office: None,
        });
        if found.is_some_and(|found| self.is_certain(&found)) {
            return found;
        }
        let class = self.class_at(place);
        class
            .filter(|class| found.is_none_or(|found| found.end < class.end))
            .or(found)
    }

    /// Whether a person's name may stand at `place`: two capitalised words.
    fn is_person(&self, place: Place<'r, 't>) -> bool {
        let title = |i| self.reading.case(i) == Case::Title;
        title(place.index()) && title(place.index() + 1) && place.next().gap() == Gap::Space
    }

    /// The class of actors whose words begin at `place`: *các đơn vị liên quan* in *các đơn vị
    /// liên quan để đề xuất …*.
    fn class_at(&self, place: Place<'r, 't>) -> Option<Actor> {
        let mut end = self.class_head(place)?;
        let known = self.body_at(place).map_or(0, |(_, behind)| behind);
        // *các Sở Khoa học và Công nghệ*
        let noun = Class::Plural.at(place).unwrap_or(place);
        if let Some((_, behind)) = self.body_at(noun).filter(|_| noun.index() > place.index()) {
            end = self.reading.place(behind.max(end.index()));
        }
        // *đồng chí Giám đốc Sở Y tế* is the director.
        if Class::Address
            .at(place)
            .is_some_and(|behind| behind.index() == end.index())
            && (self.body_at(end).is_some() || Class::Head.at(end).is_some())
        {
            return None;
        }
        while end.index() < self.reading.len() && end.index() - place.index() < CLASS_WORDS {
            let (mut next, linked) = match end.gap() {
                Gap::Comma => (end, true),
                Gap::Space => (end, false),
                _ => break,
            };
            let joined = Class::Link
                .at(next)
                .filter(|behind| behind.gap() == Gap::Space && is_and(self.reading, next));
            let linked = linked || joined.is_some();
            next = joined.unwrap_or(next);
            let said = Said::at(next);
            let body = self.body_at(next);
            if linked {
                let proper = || {
                    self.reading.case(next.index()).is_capital()
                        && self.reading.case(next.index() + 1).is_capital()
                };
                if joined.is_some() && known < next.index() && self.goes_on_with(place, next, &said)
                {
                    end = next.next();
                    continue;
                }
                if !said.is(Class::Member)
                    || said.is_verb()
                    || proper()
                    || body.is_some_and(|(body, _)| !self.bodies[body].value.generic)
                {
                    break;
                }
            } else if body.is_none() && self.is_person(next) {
                break;
            } else if let Some(tail) = said.behind(Class::Tail) {
                end = tail;
                continue;
            } else if self.class_ends(place, &said, next) {
                break;
            }
            end = match body {
                Some((_, end)) if !linked => self.reading.place(end),
                _ => next.next(),
            };
        }
        let span = Span::new(place.start(), end.end());
        Some(Actor {
            start: place.index(),
            end: end.index(),
            span,
            body: None,
            linked: false,
            opens: false,
            office: None,
        })
    }

    /// Whether the name in a class that begins at `place` goes on behind *và*: *các Sở Khoa học và Công
    /// nghệ*.
    fn goes_on_with(&self, place: Place<'r, 't>, next: Place<'r, 't>, said: &Said<'r, 't>) -> bool {
        let case = |i| self.reading.case(i);
        let named = (place.index() + 1..next.index() - 1).rev();
        let mut named = named.take_while(|&i| self.reading.gap(i) == Gap::Space);
        let kind = named.any(|i| case(i) == Case::Title && case(i - 1) == Case::Title);
        kind && case(next.index()) == Case::Title
            && !said.is(Class::Head)
            && !said.is(Class::Plural)
            && self.body_at(next).is_none()
            && !said.is(Class::ShortHead)
    }

    /// The place behind what a class of actors begins with: *các đơn vị*, *UBND*, *Sở*.
    fn class_head(&self, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
        let mut said = Said::at(place);
        let plural = said
            .behind(Class::Plural)
            .filter(|behind| behind.gap() == Gap::Space);
        if let Some(noun) = plural {
            said = Said::at(noun);
        }
        let head = said.behind(Class::Head).or_else(|| {
            let capital = || self.reading.case(place.index()).is_capital();
            (said.behind(Class::ShortHead)).filter(|_| plural.is_some() || capital())
        })?;
        (!said.is_verb() && !said.is(Class::NotHead)).then_some(head)
    }

    /// Whether the words of a class that begins at `start` end before `next`, of which `said` is
    /// known: a verb, a modal or *để* follows.
    fn class_ends(&self, start: Place<'r, 't>, said: &Said<'r, 't>, next: Place<'r, 't>) -> bool {
        if said.is(Class::Stop) || said.is(Class::Modal) || super::cue::is_cue(next) {
            return true;
        }
        let Some(verb) = said.action().filter(|_| said.is_verb()) else {
            return false;
        };
        // *cơ quan tham mưu*, *cơ sở sản xuất*: the verb says which body.
        if let Some((_, noun)) = next.phrase_before(&OFFICES)
            && (noun.index() == start.index() || said.is(Class::NounVerb))
        {
            return false;
        }
        // *ngoại giao*, *công lập*: the second half of a noun.
        verb.index() > next.index() + 1 || Class::Compound.at(next.back()).is_none()
    }

    /// The names in `within`, a field that holds nothing else: those of actors, and what stands
    /// between the commas where none is known.
    pub(super) fn names(&self, within: Span) -> Vec<String> {
        let text = self.reading.text();
        let actors = self.within(within);
        let mut names = Vec::new();
        let mut next = 0;
        let mut piece = within.start;
        while piece < within.end {
            // A comma inside a name parts nothing.
            let mut end = piece;
            let first = next;
            loop {
                let rest = &text[end..within.end];
                end += rest.find([',', ';', '\n']).unwrap_or(rest.len());
                while actors.get(next).is_some_and(|actor| actor.span.start < end) {
                    next += 1;
                }
                match actors[first..next].last() {
                    Some(last) if last.span.end > end => end = last.span.end,
                    _ if self.goes_on_over(end, actors.get(next)) => end += 1,
                    _ => break,
                }
            }
            self.piece_names(Span::new(piece, end), &actors[first..next], &mut names);
            piece = end + 1;
        }
        names
    }

    /// Whether a name goes on behind the comma at byte `at`, where the next actor is `next`: *Cục Phổ
    /// biến, giáo dục pháp luật*.
    fn goes_on_over(&self, at: usize, next: Option<&Actor>) -> bool {
        let Some(rest) = self.reading.text()[at..].strip_prefix(", ") else {
            return false;
        };
        let actor = next.is_some_and(|next| next.span.start <= at + 2);
        let first = self.reading.place_at(at);
        rest.starts_with(char::is_lowercase) && !actor && Class::Member.at(first).is_none()
    }

    /// The names in a piece of a field, which holds `actors`.
    fn piece_names(&self, piece: Span, actors: &[Actor], names: &mut Vec<String>) {
        let text = self.reading.text();
        let trimmed = |words: &str| {
            let words = words.trim_matches(|c: char| c.is_whitespace() || ".-–+•:*/".contains(c));
            plain(words.strip_prefix("và ").unwrap_or(words))
        };
        if actors.is_empty() {
            let name = trimmed(piece.of(text));
            if name.chars().any(char::is_alphabetic) {
                names.push(name);
            }
            return;
        }
        // *Thanh tra Sở*: a name that begins before its class is a name as a whole.
        let first = self.reading.place_at(piece.start);
        if let [only] = actors
            && !self.is_certain(only)
            && first.index() < only.start
            && self.reading.case(first.index()).is_capital()
            && Class::Address.at(first).is_none()
            && Class::Link.at(first).is_none()
            && first.phrase(&super::cue::CUES).is_none()
        {
            names.push(trimmed(piece.of(text)));
            return;
        }
        for (i, actor) in actors.iter().enumerate() {
            // The words behind a class say which one: *UBND các xã được kiểm tra*.
            let end = actors.get(i + 1).map_or(piece.end, |next| next.span.start);
            let own = trimmed(&text[actor.span.start..end.max(actor.span.end)]);
            let own = own.strip_suffix(" và").unwrap_or(&own);
            names.push(match self.is_certain(actor) {
                true => self.name(actor),
                false => own.to_owned(),
            });
        }
    }

    /// Actors behind words that only an actor can follow: one that no recogniser knows (*Báo Pháp
    /// luật*) is taken by its name. Their names, and the place behind them.
    pub(super) fn partners(&self, place: Place<'r, 't>) -> (Vec<String>, Place<'r, 't>) {
        let mut names = Vec::new();
        let mut next = place;
        let mut end = place;
        loop {
            let run = self.run_from(next.index());
            if let Some(last) = run.last() {
                names.extend(run.iter().map(|actor| self.name(actor)));
                end = self.behind_bracket(self.reading.place(last.end));
            } else if let Some(behind) = self.unknown_name(next) {
                names.push(plain(&self.reading.text()[next.start()..behind.end()]));
                end = self.behind_bracket(behind);
            } else {
                break;
            }
            next = end;
            let comma = next.gap() == Gap::Comma;
            let link = Class::Link
                .at(next)
                .filter(|_| comma || next.gap() == Gap::Space);
            if !comma && link.is_none() {
                break;
            }
            next = link.unwrap_or(next);
        }
        (names, end)
    }

    /// The place behind the name at `place`: from a capital to the verb or the sign that ends it.
    fn unknown_name(&self, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
        if !self.reading.case(place.index()).is_capital() || is_verb(place) {
            return None;
        }
        let mut end = place.next();
        while end.index() < place.index() + NAME_WORDS && end.index() < self.reading.len() {
            let lower = !self.reading.case(end.index()).is_capital();
            if !matches!(end.gap(), Gap::Space | Gap::Dash | Gap::And)
                || lower && is_verb(end)
                || Class::Stop.at(end).is_some()
                || Class::Link.at(end).is_some()
                || super::cue::is_cue(end)
            {
                return Some(end);
            }
            end = end.next();
        }
        (end.index() == self.reading.len()).then_some(end)
    }
}

fn is_and(reading: &Reading<'_>, place: Place<'_, '_>) -> bool {
    matches!(reading.slice(place.index()), "và" | "hoặc")
}

/// Words with plain spaces.
pub(super) fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain
}
