//! The grammar of one clause: who says that who is to do what, with whom.
//!
//! A clause has a subject, a run of actors at its beginning, behind a comma or behind an order
//! (*giao*, *yêu cầu*), or the one that the heading above it names; and a predicate, which says by
//! its cue (*chủ trì*, *có trách nhiệm*) what kind of duty it is, or is a plain verb where an order
//! or a heading makes it a duty.

use std::sync::LazyLock;

use super::actors::{Actor, Actors};
use super::cue::{CUES, Cue, Cues};
use super::lead_in;
use super::types::Duty;
use super::words::{Class, Said, action, backwards};
use crate::reading::{Case, Gap, Phrases, Place, Reading};
use crate::span::Span;

static ADDRESS: LazyLock<Phrases<()>> = LazyLock::new(|| backwards(Class::Address));
static NO_DUTY: LazyLock<Phrases<()>> = LazyLock::new(|| backwards(Class::NoDuty));
static NO_SUBJECT: LazyLock<Phrases<()>> = LazyLock::new(|| backwards(Class::NoSubject));
static NOT: LazyLock<Phrases<()>> = LazyLock::new(|| backwards(Class::Not));
static MODALS: LazyLock<Phrases<()>> = LazyLock::new(|| backwards(Class::Aux));
pub(super) static POINTERS: LazyLock<Phrases<()>> = LazyLock::new(|| backwards(Class::Pointer));

/// What the words above a clause make of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Mood {
    /// Who is to do what has no subject of its own.
    pub(super) who: Vec<String>,
    pub(super) partners: Vec<String>,
    /// Who says so.
    pub(super) requesters: Vec<String>,
    /// The duty of who is named without a cue; `None` where a plain verb is none.
    pub(super) duty: Option<Duty>,
    /// Whatever stands below is a duty, also where its first word is no known verb.
    pub(super) strong: bool,
    /// What stands below are rights: nothing is a duty.
    pub(super) rights: bool,
}

/// A duty that a clause gives.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) leads: Vec<String>,
    pub(super) partners: Vec<String>,
    pub(super) requesters: Vec<String>,
    pub(super) duty: Duty,
    /// Somebody says that it is to be done: those who are named behind are to do it too.
    pub(super) ordered: bool,
    /// Where its words begin: with the subject, or with the task.
    pub(super) start: usize,
    /// Where the words of the task stand; empty where nothing follows.
    pub(super) task: Span,
    /// How far the words about it go.
    pub(super) reach: usize,
    /// The words of the task only point to what stands below.
    pub(super) points: bool,
}

/// What a clause is read with.
pub(super) struct Grammar<'a, 'r, 't, 'b> {
    pub(super) reading: &'r Reading<'t>,
    pub(super) actors: &'a Actors<'r, 't, 'b>,
    pub(super) cues: &'a Cues,
}

/// What the words behind a subject say.
struct Predicate<'r, 't> {
    duty: Duty,
    partners: Vec<String>,
    /// Where the words of the task begin.
    task: Place<'r, 't>,
}

/// How many words a class of actors may go on until *có trách nhiệm*.
const LONG_SUBJECT: usize = 30;

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// The duty that `clause` gives; `fresh` says that it begins what stands below a heading, a
    /// marker or a colon, and so may have no subject.
    pub(super) fn duty_in(&self, clause: Span, mood: &Mood, fresh: bool) -> Option<Given> {
        let first = self.reading.place_at(clause.start);
        let end = self.reading.place_at(clause.end).index();
        if mood.rights || first.index() >= end {
            return None;
        }
        // Without a word of duty nothing is one, but below a heading or a lead-in.
        if mood.duty.is_none() && self.cues.within(first.index(), end).is_empty() {
            return None;
        }
        let opening = Said::at(first);
        let told = opening.is(Class::Told) || opening.is(Class::Given);
        let mut rest = self.actors.within(clause);
        let mut seen = first;
        while let Some(actor) = rest.first() {
            let run = self.actors.run_from(actor.start);
            let run = &run[..run.len().min(rest.len())];
            rest = &rest[run.len()..];
            let start = self.reading.place(run[0].start);
            if self.is_wish(first, seen, start) {
                return None;
            }
            seen = start;
            let given = self
                .ordered(clause, run, first, mood)
                .filter(|_| !(fresh && self.is_owners(run, first, mood)))
                .or_else(|| self.inverted(clause, run, first))
                .or_else(|| match opening.is(Class::Told) {
                    true => None,
                    false => self.stated(clause, run, first, mood, told),
                });
            if given.is_some() {
                return given;
            }
        }
        if told || !fresh {
            return None;
        }
        self.inherited(clause, first, mood)
    }

    /// *(R) giao (cho) X làm gì*
    fn ordered(
        &self,
        clause: Span,
        run: &[Actor],
        first: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<Given> {
        let subject = self.reading.place(run[0].start);
        let mut before = subject;
        while let Some((_, ahead)) = before.phrase_before(&ADDRESS)
            && ahead.index() >= first.index()
        {
            before = ahead;
        }
        if !matches!(before.gap(), Gap::Space | Gap::Colon) {
            return None;
        }
        let (cue, order) = before.phrase_before(&CUES)?;
        if *cue != Cue::Order || order.index() < first.index() {
            return None;
        }
        let (requesters, start) = self.requester(order, first, mood)?;
        let last = run.last()?;
        let behind = self.actors.behind(last);
        let predicate = self.predicate(clause, behind, Some(Duty::Ordered), true)?;
        Some(self.given(clause, run, predicate, requesters, start, true))
    }

    /// Whether an order that a clause below the name of an owner begins with is the owner's duty: it goes
    /// to a class of others (*2. Sở Y tế⏎Chỉ đạo các bệnh viện …*).
    fn is_owners(&self, run: &[Actor], first: Place<'r, 't>, mood: &Mood) -> bool {
        let order = matches!(first.phrase(&CUES), Some((Cue::Order, _)));
        order && !mood.who.is_empty() && run.iter().all(|actor| !self.actors.is_certain(actor))
    }

    /// Who gives the order at `order`, and where that begins; `None` when it is none: of the past, a
    /// right, a noun.
    fn requester(
        &self,
        order: Place<'r, 't>,
        first: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<(Vec<String>, usize)> {
        let inherited = || (mood.requesters.clone(), order.start());
        if order.index() <= first.index() {
            return Some(inherited());
        }
        if order.phrase_before(&NO_DUTY).is_some() && order.gap() == Gap::Space {
            return None;
        }
        if order.gap() != Gap::Space {
            return Some(inherited());
        }
        let mut end = order;
        while let Some((_, ahead)) = end.phrase_before(&MODALS)
            && ahead.index() >= first.index()
        {
            end = ahead;
        }
        let run = self.actors.run_before(end.index());
        let Some(asking) = run.first().filter(|asking| asking.start >= first.index()) else {
            let and = self.reading.slice(order.index() - 1) == "và";
            let bare = end.index() == first.index();
            return (and || bare).then(inherited);
        };
        let begin = self.reading.place(asking.start);
        let speaker = begin.phrase_before(&NO_SUBJECT).is_some() && begin.gap() == Gap::Space;
        if speaker && begin.index() > first.index() {
            return None;
        }
        if run.iter().all(|actor| self.actors.is_body(actor)) {
            return Some((self.names(run), asking.span.start));
        }
        let opens = begin.index() == first.index() || begin.gap() == Gap::Comma;
        if !opens || !self.reading.case(begin.index()).is_capital() {
            return None;
        }
        // *Đồng chí giao Sở Tài chính …*
        match Class::Address.at(begin) {
            Some(_) => Some(inherited()),
            None => Some((self.names(run), asking.span.start)),
        }
    }

    /// *Nhiệm vụ do X chủ trì*: the task stands before the actor.
    fn inverted(&self, clause: Span, run: &[Actor], first: Place<'r, 't>) -> Option<Given> {
        let subject = self.reading.place(run[0].start);
        if self.reading.slice(subject.back().index()) != "do"
            || subject.back().index() <= first.index()
        {
            return None;
        }
        let behind = self.actors.behind(run.last()?);
        let (cue, end) = behind.phrase(&CUES)?;
        if *cue != Cue::Lead {
            return None;
        }
        let (partners, mut end) = self.with(end).unwrap_or((Vec::new(), end));
        // Nothing but *thực hiện* follows: otherwise the words are a part of a report.
        if let Some(verb) = action(end).filter(|_| end.gap() == Gap::Space) {
            end = verb;
        }
        let closed = end.start() >= clause.end || !matches!(end.gap(), Gap::Space | Gap::Glued);
        let task = Span::new(first.start(), subject.back().end());
        (closed && self.can_be_led(task, first)).then(|| Given {
            leads: self.names(run),
            partners,
            requesters: Vec::new(),
            duty: Duty::Lead,
            ordered: false,
            start: task.start,
            task,
            reach: clause.end,
            points: false,
        })
    }

    /// Whether the words before *do X chủ trì* are a task: one sentence, no meeting, and more than a noun
    /// that says what kind of work it is (*Đề tài do X chủ trì*).
    fn can_be_led(&self, task: Span, first: Place<'r, 't>) -> bool {
        /// A noun without anything that says which one.
        const BARE: usize = 2;
        let words = task.of(self.reading.text());
        let bare = || {
            words.split_whitespace().count() <= BARE
                && action(first).is_none()
                && !words.ends_with("này")
        };
        let one = || lead_in::first_sentence_end(self.reading, task).is_none();
        !task.is_empty() && Class::Meeting.at(first).is_none() && !bare() && one()
    }

    /// Whether the words behind *chủ trì* tell that it is done: *… và đã hoàn thành tháng 6/2023*.
    fn is_told_done(&self, clause: Span, from: Place<'r, 't>) -> bool {
        let mut place = from;
        while place.start() < clause.end {
            let joined = place.gap() == Gap::Comma || self.reading.slice(place.index() - 1) == "và";
            if joined && says_done(place) {
                return true;
            }
            place = place.next();
        }
        false
    }

    /// Whether a clause tells that the task before it is done: *Đến nay đã hoàn thành*.
    pub(super) fn closes(&self, clause: Span) -> bool {
        /// How many words may stand before *đã*.
        const AHEAD: usize = 4;
        let mut place = self.reading.place_at(clause.start);
        for _ in 0..=AHEAD {
            if place.start() >= clause.end || !self.actors.run_from(place.index()).is_empty() {
                return false;
            }
            if says_done(place) {
                return true;
            }
            place = place.next();
        }
        false
    }

    /// Whether the order right before `subject` is not given: *không giao X …*.
    fn is_withheld(&self, subject: Place<'r, 't>) -> bool {
        let mut before = subject;
        while let Some((_, ahead)) = before.phrase_before(&ADDRESS) {
            before = ahead;
        }
        let order = before.phrase_before(&CUES);
        order.is_some_and(|(cue, order)| {
            *cue == Cue::Order && order.gap() == Gap::Space && order.phrase_before(&NOT).is_some()
        })
    }

    /// *X (sẽ) chủ trì, phối hợp với Y làm gì*, and *X làm gì* where the mood makes it a duty.
    fn stated(
        &self,
        clause: Span,
        run: &[Actor],
        first: Place<'r, 't>,
        mood: &Mood,
        if_so: bool,
    ) -> Option<Given> {
        let subject = self.reading.place(run[0].start);
        let at_start = subject.index() == first.index();
        let apart = at_start || subject.gap() != Gap::Space;
        if subject.phrase_before(&NO_SUBJECT).is_some() && !apart {
            return None;
        }
        // *Trường hợp chậm tiến độ, Sở A có trách nhiệm …*
        if if_so && (at_start || subject.gap() != Gap::Comma) {
            return None;
        }
        if !apart && (!self.actors.is_certain(&run[0]) || self.is_withheld(subject)) {
            return None;
        }
        let last = run.last()?;
        let behind = self.actors.behind(last);
        // *cơ quan chủ trì*: an office, nobody in it.
        let bare = self.reading.place(run[0].end).phrase_before(&NO_DUTY);
        if run.len() == 1 && bare.is_some_and(|(_, noun)| noun.index() == run[0].start) {
            return None;
        }
        let plain = mood.duty.filter(|_| apart && !if_so);
        let long = self.long_subject(clause, run, first);
        let predicate = self.predicate(clause, long.unwrap_or(behind), plain, false)?;
        if self.hands_on(predicate.task)
            || mood.duty.is_none() && self.is_told_done(clause, predicate.task)
        {
            return None;
        }
        let long = long.map(|long| {
            let words = Span::new(last.span.start, long.end());
            super::actors::plain(words.of(self.reading.text()))
        });
        // *…, tổ chức chủ trì khai quật phải …*: a class that leads is a noun.
        let cued = match predicate.duty {
            Duty::Responsible => true,
            Duty::Lead => self.actors.is_certain(last),
            Duty::Cooperate | Duty::Ordered => false,
        };
        if if_so && !cued {
            return None;
        }
        // *Ngày 5/6, Sở Tư pháp phối hợp với Công an tỉnh tổ chức …* tells what was done.
        if predicate.duty == Duty::Cooperate && mood.duty.is_none() && !at_start {
            return None;
        }
        let requesters = mood.requesters.clone();
        let ordered = mood.duty == Some(Duty::Ordered);
        let start = run[0].span.start;
        let mut given = self.given(clause, run, predicate, requesters, start, ordered);
        if let Some(name) = long {
            given.leads.pop();
            given.leads.push(name);
        }
        Some(given)
    }

    /// Whether the words at `place` give the task to somebody else: *giao Sở Tài chính …*. To direct
    /// (*chỉ đạo*) those below is a duty of one's own.
    fn hands_on(&self, place: Place<'r, 't>) -> bool {
        let Some((Cue::Order, mut behind)) = place.phrase(&CUES) else {
            return false;
        };
        while let Some(more) = Class::Address.at(behind) {
            behind = more;
        }
        self.reading.slice(place.index()) != "chỉ"
            && !self.actors.run_from(behind.index()).is_empty()
    }

    /// The place of *có trách nhiệm* behind a class of actors that goes on: *Tổ chức, cá nhân sử
    /// dụng tài nguyên nước có trách nhiệm …*.
    fn long_subject(
        &self,
        clause: Span,
        run: &[Actor],
        first: Place<'r, 't>,
    ) -> Option<Place<'r, 't>> {
        let last = run.last()?;
        if run[0].start != first.index() || self.actors.is_certain(last) {
            return None;
        }
        let mut place = self.reading.place(last.end);
        for _ in 0..LONG_SUBJECT {
            if place.start() >= clause.end {
                return None;
            }
            match place.phrase(&CUES) {
                Some((Cue::Responsible, _)) => {
                    let never = place.phrase_before(&NO_DUTY).is_some();
                    return (place.index() > last.end && !never).then_some(place);
                }
                Some((Cue::Office, _)) => return None,
                _ => {}
            }
            if Class::Past.at(place).is_some() {
                return None;
            }
            place = place.next();
        }
        None
    }

    /// What the one above is to do: *a) Chủ trì, phối hợp với Y …*, *b) Hướng dẫn …*.
    fn inherited(&self, clause: Span, first: Place<'r, 't>, mood: &Mood) -> Option<Given> {
        if mood.who.is_empty() {
            return None;
        }
        let orders = matches!(first.phrase(&CUES), Some((Cue::Order, _)));
        let own = || {
            let (duty, partners) = (mood.duty.filter(|_| orders)?, Vec::new());
            Some(Predicate {
                duty,
                partners,
                task: first,
            })
        };
        let said = self.predicate(clause, first, mood.duty, mood.strong);
        let mut predicate = said.or_else(own)?;
        if predicate.partners.is_empty() {
            predicate.partners = mood.partners.clone();
        }
        let task = self.task(clause, predicate.task);
        Some(Given {
            leads: mood.who.clone(),
            partners: predicate.partners,
            requesters: mood.requesters.clone(),
            duty: predicate.duty,
            ordered: mood.duty == Some(Duty::Ordered),
            start: first.start(),
            task,
            reach: clause.end,
            points: self.only_points(clause, predicate.task),
        })
    }

    fn given(
        &self,
        clause: Span,
        run: &[Actor],
        predicate: Predicate<'r, 't>,
        requesters: Vec<String>,
        start: usize,
        ordered: bool,
    ) -> Given {
        Given {
            leads: self.names(run),
            partners: predicate.partners,
            requesters,
            duty: predicate.duty,
            ordered,
            start,
            task: self.task(clause, predicate.task),
            reach: clause.end,
            points: self.only_points(clause, predicate.task),
        }
    }

    /// The names of those that are bodies; of the last one where none is.
    pub(super) fn names_of_bodies(&self, run: &[Actor]) -> Vec<String> {
        let bodies = run.iter().filter(|actor| self.actors.is_body(actor));
        let names: Vec<String> = bodies.map(|actor| self.actors.name(actor)).collect();
        match names.is_empty() {
            true => self.names(&run[run.len() - 1..]),
            false => names,
        }
    }

    pub(super) fn names(&self, run: &[Actor]) -> Vec<String> {
        run.iter().map(|actor| self.actors.name(actor)).collect()
    }

    /// What the words at `place` say; `plain` is the duty that a verb without a cue is, `free`
    /// says that any verb will do.
    fn predicate(
        &self,
        clause: Span,
        place: Place<'r, 't>,
        plain: Option<Duty>,
        free: bool,
    ) -> Option<Predicate<'r, 't>> {
        let mut at = place;
        let mut duty = None;
        let mut partners = Vec::new();
        let mut office = false;
        let within = |place: Place<'_, '_>| place.start() < clause.end;
        loop {
            let here = self.behind_modals(at);
            if !within(here) {
                break;
            }
            match here.phrase(&CUES) {
                Some((Cue::Lead, behind)) => {
                    if Class::Meeting.at(behind).is_some() && behind.gap() == Gap::Space {
                        return None;
                    }
                    duty = Some(Duty::Lead);
                    at = behind;
                    if let Some((names, behind)) = self.with(at) {
                        (partners, at) = (names, behind);
                    }
                }
                Some((Cue::Responsible, behind)) => {
                    if Class::Toward.at(behind).is_some() && behind.gap() == Gap::Space {
                        return None;
                    }
                    duty = duty.or(Some(Duty::Responsible));
                    at = behind;
                }
                Some((Cue::Office, behind)) => {
                    office = true;
                    at = behind;
                }
                Some((Cue::Cooperate, _)) if partners.is_empty() => {
                    let Some((names, behind)) = self.with(here) else {
                        break;
                    };
                    duty = duty.filter(|duty| *duty != Duty::Responsible);
                    duty = duty.or(Some(Duty::Cooperate));
                    (partners, at) = (names, behind);
                }
                _ => break,
            }
        }
        let strong = duty.is_some();
        let duty = duty.or(plain).or(office.then_some(Duty::Ordered))?;
        let mut task = self.behind_aux(at);
        if !strong {
            task = self.verb(clause, task, free && !office)?;
        }
        while within(task) && matches!(task.gap(), Gap::Comma | Gap::Space) {
            let word = self.reading.slice(task.index());
            if !matches!(word, "để" | "và")
                && !(word == "trong" && self.reading.slice(task.index() + 1) == "việc")
            {
                break;
            }
            task = if word == "trong" {
                task.next().next()
            } else {
                task.next()
            };
        }
        Some(Predicate {
            duty,
            partners,
            task,
        })
    }

    /// `place` when a verb stands there.
    fn verb(&self, clause: Span, place: Place<'r, 't>, free: bool) -> Option<Place<'r, 't>> {
        if place.start() >= clause.end {
            return free.then_some(place);
        }
        if action(place).is_some() {
            return Some(place);
        }
        let plain = free
            && matches!(place.gap(), Gap::Space)
            && self.reading.case(place.index()) == Case::Lower
            && Class::Stop.at(place).is_none()
            && Class::Toward.at(place).is_none()
            && Class::NoSubject.at(place).is_none();
        let opens = free
            && place.index() > 0
            && place.gap() != Gap::Space
            && self.reading.case(place.index()).is_capital()
            && [
                Class::Plural,
                Class::Head,
                Class::Told,
                Class::Given,
                Class::NoDuty,
                Class::NoSubject,
            ]
            .iter()
            .all(|class| class.at(place).is_none());
        (plain || opens).then_some(place)
    }

    /// `place` behind *sẽ*, *cần* and the like.
    fn behind_aux(&self, place: Place<'r, 't>) -> Place<'r, 't> {
        let mut at = place;
        while at.gap() != Gap::LineEnd
            && let Some(behind) = Class::Aux.at(at)
        {
            at = behind;
        }
        at
    }

    /// `place` behind all that may stand before a cue, if there is one.
    fn behind_modals(&self, place: Place<'r, 't>) -> Place<'r, 't> {
        let mut at = place;
        for _ in 0..6 {
            if at.phrase(&CUES).is_some() {
                return at;
            }
            let joined = matches!(at.gap(), Gap::Space | Gap::Comma) || at.index() == place.index();
            let more = Class::Modal.at(at).or_else(|| Class::Aux.at(at));
            let and = (self.reading.slice(at.index()) == "và").then(|| at.next());
            match more.or(and).filter(|_| joined) {
                Some(behind) => at = behind,
                None => return place,
            }
        }
        place
    }

    /// The partners in `, phối hợp chặt chẽ với A, B và C` and the place behind them.
    fn with(&self, place: Place<'r, 't>) -> Option<(Vec<String>, Place<'r, 't>)> {
        let mut at = place;
        if self.reading.slice(at.index()) == "và" {
            at = at.next();
        }
        match at.phrase(&CUES) {
            Some((Cue::Cooperate, behind)) => {
                at = behind;
                while let Some(behind) = Class::Manner
                    .at(at)
                    .filter(|_| matches!(at.gap(), Gap::Space | Gap::Comma))
                {
                    at = behind;
                }
                if at.gap() != Gap::Space {
                    return None;
                }
                at = Class::Link.at(at).unwrap_or(at);
            }
            _ if at.gap() == Gap::Comma && !self.actors.run_from(at.index()).is_empty() => {
                return self.partners_before_cue(at);
            }
            // *chủ trì, cùng Bộ Công Thương …*
            _ if self.reading.slice(at.index()) == "cùng" => at = Class::Link.at(at)?,
            _ => return None,
        }
        let (names, behind) = self.actors.partners(at);
        (!names.is_empty()).then_some((names, behind))
    }

    /// The partners in `Y và Z phối hợp (thực hiện)` and the place behind them.
    fn partners_before_cue(&self, place: Place<'r, 't>) -> Option<(Vec<String>, Place<'r, 't>)> {
        let run = self.actors.run_from(place.index());
        let place = self.behind_modals(self.actors.behind(run.last()?));
        let (cue, behind) = place.phrase(&CUES)?;
        let with = self.reading.slice(behind.index()) == "với" && behind.gap() == Gap::Space;
        (*cue == Cue::Cooperate && !with).then(|| (self.names(run), behind))
    }

    /// The partners that a clause names behind one that names who leads: *Y, Z phối hợp kiểm tra …*,
    /// and the words of the task.
    pub(super) fn partners_ahead(&self, clause: Span) -> Option<(Vec<String>, Span)> {
        let first = self.reading.place_at(clause.start);
        let (names, behind) = self.partners_before_cue(first)?;
        Some((names, self.task(clause, behind)))
    }

    /// The words of the task from `place` to the end of the clause.
    fn task(&self, clause: Span, place: Place<'r, 't>) -> Span {
        let start = place.start().min(clause.end);
        let words = &self.reading.text()[start..clause.end];
        let words = words.strip_suffix("./").unwrap_or(words);
        let words = words.trim_end_matches([',', ':', ' ', '/', '.']);
        Span::new(start, start + words.len())
    }

    /// Whether the words from `place` on only point to a list: *thực hiện các nhiệm vụ sau*.
    fn only_points(&self, clause: Span, place: Place<'r, 't>) -> bool {
        let mut at = place;
        while at.start() < clause.end {
            let read = Class::Pointer
                .at(at)
                .or_else(|| Class::Countable.at(at))
                .or_else(|| Class::Quality.at(at))
                .or_else(|| at.number().map(|_| at.next()));
            let Some(behind) = read else { return false };
            at = behind;
        }
        true
    }

    /// Whether somebody would like it to be done: *cử tri kiến nghị …*, *tôi mong …*.
    fn is_wish(&self, first: Place<'r, 't>, from: Place<'r, 't>, to: Place<'r, 't>) -> bool {
        let cues = self.cues.within(from.index(), to.index()).iter();
        for &(wish, _) in cues.filter(|(_, cue)| *cue == Cue::Wish) {
            let speaks = wish == first.index()
                || !self.actors.run_before(wish).is_empty()
                || self.reading.case(wish - 1).is_capital()
                || Class::Speaker.at(self.reading.place(wish - 1)).is_some();
            if speaks {
                return true;
            }
        }
        false
    }
}

/// *đã (cơ bản) hoàn thành*
fn says_done(place: Place<'_, '_>) -> bool {
    let Some(mut behind) = Class::Past.at(place) else {
        return false;
    };
    if let Some(quite) = Class::Quality.at(behind) {
        behind = quite;
    }
    behind.gap() == Gap::Space && Class::Done.at(behind).is_some()
}
