//! Those who are given tasks, all of a text in one row: bodies that were recognised, and classes of
//! them that the text names in its own words (*các Bộ, ngành, địa phương*).

use super::words::{self, Class};
use crate::body::IssuingBody;
use crate::reading::{Case, Gap, Place, Reading};
use crate::span::{Found, Span};
pub(super) use crate::text::fold::plain;

/// Somebody a task can be given to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Actor {
    /// The number of its first word and of the word behind it.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) span: Span,
    /// Which body it is; `None` for a class.
    pub(super) body: Option<usize>,
    /// It stands together with the one before it: *Bộ A, Bộ B và Bộ C*.
    pub(super) linked: bool,
    /// Nothing stands before the row that it is in.
    pub(super) opens: bool,
    /// The office that is named once for several: *Giám đốc* in *Giám đốc các Sở: Xây dựng, Tài chính*.
    pub(super) office: Option<Span>,
}

/// The actors of a text, in order, without overlaps.
pub(super) struct Actors<'r, 't, 'b> {
    pub(super) reading: &'r Reading<'t>,
    pub(super) bodies: &'b [Found<'t, IssuingBody>],
    /// The first word of each body that begins with a word, and which body it is.
    starts: Vec<(usize, usize)>,
    row: Vec<Actor>,
}

/// What the words of a class begin with.
const CLASS_BEGINS: &[Class] = &[Class::Plural, Class::Head, Class::ShortHead, Class::Person];

/// Between two that are linked stand no more words: a short form in a bracket and *và các*.
const LINK_WORDS: usize = 40;

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
                // *trợ giúp xã hội*: the second half of what is none is none either.
                let none = Class::NotHead.at(reading.place(at));
                at = none.map_or(at + 1, |behind| behind.index().max(at + 1));
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
            // *Bộ A, Bộ B, mỗi bộ cử …* are two.
            let place = reading.place(actor.start);
            if actor.linked && actor.body.is_none() && super::cue::behind_each(place).is_some() {
                continue;
            }
            actor.opens = match last.filter(|_| actor.linked) {
                Some(last) => last.opens,
                None => {
                    let place = reading.place(actor.start);
                    !matches!(place.gap(), Gap::Space | Gap::Comma)
                        || super::cue::is_ordered(place)
                        || super::cue::is_joined(place)
                }
            };
            if actor.linked && actor.office.is_none() && actors.is_bare(&actor) {
                actor.office = last.and_then(|last| last.office);
            }
            actors.row.push(actor);
            while let Some(unknown) = actors.unknown_behind(&actor) {
                at = unknown.end;
                actor = unknown;
                actors.row.push(actor);
            }
        }
        actors
    }

    /// The one whom nobody knows but by the name, behind a semicolon in a row of names that opens a sentence:
    /// *Giám đốc các Sở; Trưởng các Trạm; Chủ tịch UBND các xã chịu trách nhiệm …*; behind a comma where words of
    /// duty follow: *Công an tỉnh, Điện lực Thái Nguyên có trách nhiệm …*.
    fn unknown_behind(&self, last: &Actor) -> Option<Actor> {
        let place = self.behind_bracket(self.reading.place(last.end));
        let sign = place.between().trim_start_matches(')').trim_end();
        if !last.opens || !matches!(sign, ";" | ",") || self.actor_at(place).is_some() {
            return None;
        }
        let end = self.unknown_name(place)?;
        let closed = match sign {
            ";" => matches!(end.between().trim_end(), ";" | ",") || end.between() == " ",
            _ => {
                end.index() > place.index() + 1
                    && end.gap() == Gap::Space
                    && super::cue::is_cue(end)
            }
        };
        closed.then(|| Actor {
            start: place.index(),
            end: end.index(),
            span: Span::new(place.start(), end.end()),
            body: None,
            linked: true,
            opens: true,
            office: None,
        })
    }

    /// The words before *các* in *Giám đốc các Sở* (`kind`) when `actor` is one of these *Sở*, and not
    /// what *UBND các phường* already names.
    fn office_of(&self, kind: &Actor, actor: &Actor) -> Option<Span> {
        let mut places = (kind.start..kind.end).map(|i| self.reading.place(i));
        let (plural, noun) = places.find_map(|i| Some((i, Class::Plural.at(i)?)))?;
        let noun = &self.reading.text()[noun.start()..kind.span.end];
        let name = &self.bodies[actor.body?].value.name;
        let span = Span::new(kind.span.start, plural.end());
        let named = name.get(..noun.len());
        let same = named.is_some_and(|named| named.to_lowercase() == noun.to_lowercase());
        (plural.index() > kind.start && same).then_some(span)
    }

    /// Whether a body is written without the words for its kind, which stand before it once for
    /// several.
    fn is_bare(&self, actor: &Actor) -> bool {
        actor.body.is_some_and(|body| self.is_bare_body(body))
    }

    /// Whether a body is certain and written without the words for its kind.
    pub(super) fn is_bare_body(&self, body: usize) -> bool {
        let found = &self.bodies[body];
        let (name, words) = (&found.value.name, found.span.of(self.reading.text()));
        !found.value.generic
            && name.len() > words.len()
            && name.to_lowercase().ends_with(&words.to_lowercase())
    }

    /// Whether `kind` only says what kind of body `actor` is, with a colon or without: *các Bộ Công an,
    /// Quốc phòng*.
    fn is_spread(&self, kind: &Actor, actor: &Actor) -> bool {
        if self.is_addressed(kind, actor) {
            return true;
        }
        if self.is_certain(kind) || !self.is_certain(actor) {
            return false;
        }
        let between = &self.reading.text()[kind.span.end..actor.span.start];
        match between {
            " " => self.is_bare(actor) && self.names_kind(kind),
            _ => between.trim() == ":" && !between.contains('\n'),
        }
    }

    /// Whether a class is of persons or firms, of whom a heading may only speak.
    pub(super) fn is_person_class(&self, actor: &Actor) -> bool {
        let place = self.reading.place(actor.start);
        let noun = Class::Plural.at(place).unwrap_or(place);
        // *hội viên* is longer than *hội*.
        let end = |class: Class| class.at(noun).map(|behind| behind.index());
        actor.body.is_none() && end(Class::Person) > end(Class::Head)
    }

    /// Whether what is read as a class is as well what is arranged: *Tổ chức thi lý thuyết*, but *Tổ chức,
    /// cá nhân*, *Tổ chức tín dụng*.
    pub(super) fn is_arranging(&self, actor: &Actor) -> bool {
        let place = self.reading.place(actor.start);
        let behind = place.next().next();
        let longest = Class::Head.at(place).map(|head| head.index());
        actor.body.is_none()
            && matches!(self.reading.slice(actor.start), "tổ" | "Tổ" | "TỔ")
            && longest == Some(behind.index())
            && behind.gap() == Gap::Space
    }

    /// Whether a class is a plural of a kind with nothing more: *các Bộ*, *UBND các tỉnh*.
    pub(super) fn names_kind(&self, kind: &Actor) -> bool {
        let mut words = (kind.start..kind.end).map(|i| self.reading.place(i));
        words.any(|place| Class::Plural.at(place).is_some())
    }

    /// Whether `kind` is only how somebody is addressed whose name and office follow: *đồng chí Trần Văn
    /// Hòa, Phó Chủ tịch UBND tỉnh*.
    fn is_addressed(&self, kind: &Actor, office: &Actor) -> bool {
        let place = self.reading.place(kind.start);
        let behind = match Class::Address.at(place) {
            Some(behind) if behind.index() <= kind.end => behind.index(),
            _ => return false,
        };
        let name = behind..office.start;
        (2..6).contains(&name.len())
            && self.is_holder(office)
            && self.reading.gap(office.start) == Gap::Comma
            && (name.clone()).all(|i| self.reading.case(i).is_capital())
            && name.skip(1).all(|i| self.reading.gap(i) == Gap::Space)
    }

    /// Whether byte `at` stands inside an actor.
    pub(super) fn is_inside(&self, at: usize) -> bool {
        let i = self.row.partition_point(|actor| actor.span.end <= at);
        (self.row.get(i)).is_some_and(|actor| actor.span.start < at)
    }

    /// Whether byte `at` stands inside an actor, or between two that stand together.
    pub(super) fn covers(&self, at: usize) -> bool {
        let i = self.row.partition_point(|actor| actor.span.end <= at);
        (self.row.get(i)).is_some_and(|actor| actor.span.start < at || actor.linked)
    }

    /// Whether it is somebody who holds an office.
    pub(super) fn is_holder(&self, actor: &Actor) -> bool {
        actor.body.map(|body| &self.bodies[body].value).map_or_else(
            || Class::Officer.at(self.reading.place(actor.start)).is_some(),
            |body| body.holder.is_some() || body.name.starts_with("Thủ tướng"),
        )
    }

    /// The body that the text names first.
    pub(super) fn first_body(&self) -> Option<usize> {
        self.starts.first().map(|&(_, body)| body)
    }

    /// The actors within `span`.
    pub(super) fn within(&self, span: Span) -> &[Actor] {
        let from = self
            .row
            .partition_point(|actor| actor.span.start < span.start);
        let inside = &self.row[from..];
        &inside[..inside.partition_point(|actor| actor.span.end <= span.end)]
    }

    /// Whether one begins at word `start`.
    fn has_at(&self, start: usize) -> bool {
        let begins = |actor: &Actor| actor.start.cmp(&start);
        self.row.binary_search_by(begins).is_ok()
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
                // *Bộ trưởng các Bộ: Quốc phòng, Công an*
                Some(office) => match plain(office.of(text)) {
                    office if body.name.starts_with(office.trim_end_matches(" các")) => {
                        body.name.to_string()
                    }
                    office => format!("{office} {}", body.name),
                },
                None => body.name.to_string(),
            },
            _ => plain(actor.span.of(text)),
        }
    }

    /// The name of an actor who is to do something: one of several deputies is told by their own name
    /// (*Phó Thủ tướng Lê Văn An*).
    pub(super) fn person(&self, actor: &Actor) -> String {
        let mut name = self.name(actor);
        let holder = actor
            .body
            .and_then(|body| self.bodies[body].value.holder.as_deref());
        let from = self.behind_bracket(self.reading.place(actor.end));
        let behind = self.behind(actor);
        if holder.is_some_and(|holder| holder.starts_with("Phó")) && behind.index() > from.index()
        {
            name.push(' ');
            name.push_str(&plain(&self.reading.text()[from.start()..behind.end()]));
        }
        name
    }

    /// Whether it is a body that the registry or its name makes certain.
    pub(super) fn is_certain(&self, actor: &Actor) -> bool {
        actor
            .body
            .is_some_and(|body| !self.bodies[body].value.generic)
    }

    /// Whether the name of a body seems to be cut inside a word: *Trung tâm Bảo tồn Di | tích*. Behind a
    /// lower-case word one capitalised syllable begins a word that may go on.
    pub(super) fn is_cut(&self, actor: &Actor) -> bool {
        let case = |i| self.reading.case(i);
        let last = self.reading.place(actor.end.saturating_sub(1));
        self.is_body(actor)
            && actor.end > actor.start + 2
            && case(last.index()) == Case::Title
            && case(last.index() - 1) == Case::Lower
            && Class::Level.before(last).is_none()
            && self.reading.gap(actor.end) == Gap::Space
            && case(actor.end) == Case::Lower
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
        if (2..5).contains(&words) && !self.has_at(place.index()) {
            return name;
        }
        super::cue::behind_each(place).unwrap_or(place)
    }

    /// The place behind `(KHTC)`, the short form behind a name.
    pub(super) fn behind_bracket(&self, place: Place<'r, 't>) -> Place<'r, 't> {
        if !place.between().contains('(') {
            return place;
        }
        let Some(bracket) = self.reading.bracket(place.start()) else {
            return place;
        };
        match place.end() <= bracket.start {
            true => self.reading.place_at(bracket.end),
            false => place,
        }
    }

    fn are_linked(&self, last: &Actor, start: usize) -> bool {
        // *Theo Kế hoạch số 15/KH-UBND, Sở A chủ trì …*: a part of a number stands with nobody.
        let numbered = matches!(self.reading.place(last.start).between(), "-" | "/");
        if start > last.end + LINK_WORDS || numbered {
            return false;
        }
        let text = self.reading.text();
        let mut place = self.behind_bracket(self.reading.place(last.end));
        // *Phó Thủ tướng Trần Văn An và Phó Thủ tướng Lê Văn Bình*
        let mut name = place;
        while name.index() < start.min(place.index() + 5)
            && name.gap() == Gap::Space
            && self.reading.case(name.index()) == Case::Title
        {
            name = name.next();
        }
        if (2..5).contains(&(name.index() - place.index())) && self.is_holder(last) {
            place = name;
        }
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
    pub(super) fn body_at(&self, place: Place<'r, 't>) -> Option<(usize, usize)> {
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
        if let Some(found) = found.filter(|found| self.is_certain(found)) {
            // *Sở Y tế tại các tỉnh, thành phố* are several, *Đoàn Thanh niên xã* is one of many.
            let behind = self.reading.place(found.end);
            let seat = self.behind_seat(behind);
            let seat = seat.or_else(|| self.behind_level(behind));
            // *Ban Chỉ huy phòng thủ dân sự các tỉnh ven biển từ Quảng Ninh đến Huế*
            let seat = seat.or_else(|| self.behind_region(&found, behind));
            return Some(seat.map_or(found, |seat| Actor {
                end: seat.index(),
                span: Span::new(found.span.start, seat.end()),
                body: None,
                ..found
            }));
        }
        let class = self.class_at(place);
        // *các bộ, ngành và các địa phương* are two.
        let parted = |class: &Actor| {
            let and = Class::Link.at(self.reading.place(class.end));
            and.is_some_and(|and| Class::Plural.at(and).is_some())
        };
        class
            .filter(|class| found.is_none_or(|found| found.end < class.end || parted(class)))
            .or(found)
            .map(|kind| self.with_region(self.with_work(kind)))
    }
}
