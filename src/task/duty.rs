//! The grammar of one clause: who says that who is to do what, with whom.
//!
//! A clause has a subject, a run of actors at its beginning, behind a comma or behind an order
//! (*giao*, *yêu cầu*), or the one that the heading above it names; and a predicate, which says by
//! its cue (*chủ trì*, *có trách nhiệm*) what kind of duty it is, or is a plain verb where an order
//! or a heading makes it a duty.

use once_cell::sync::Lazy;

use super::actors::Actor;
use super::cue::{CUES, Cue, behind_remit};
use super::grammar::{Given, Grammar, MOST_RUNS, Mood, Predicate};
use super::lead_in;
use super::types::Duty;
use super::words::{Class, Said, action};
use crate::reading::{Gap, Place, WordId};
use crate::span::Span;
use crate::tables::VOCABULARY;

/// *phải*
pub(super) static MUST: Lazy<WordId> = Lazy::new(|| VOCABULARY.id("phải"));

/// So many words of a clause are looked through behind one who is named in it, not all that follow: there may be
/// many who are named.
const AHEAD: usize = 120;

/// *trước*
static BEFORE: Lazy<WordId> = Lazy::new(|| VOCABULARY.id("trước"));

/// The end of *chậm nhất*, *muộn nhất*
static LATEST: Lazy<WordId> = Lazy::new(|| VOCABULARY.id("nhất"));

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// The duty that `clause` gives; `fresh` says that it begins what stands below a heading, a
    /// marker or a colon, and so may have no subject.
    pub(super) fn duty_in(&self, clause: Span, mood: &Mood, fresh: bool) -> Option<Given> {
        let first = self.behind_remit_ahead(self.reading.place_at(clause.start));
        let end = self.reading.place_at(clause.end).index();
        if first.index() >= end {
            return None;
        }
        // Without a word of duty nothing is one, but below a heading or a lead-in.
        let cued = || !self.cues.within(first.index(), end).is_empty();
        /// *phải* stands behind the name that a clause begins with, among so many words.
        const SUBJECT: usize = 40;
        let bound = || {
            let words = self.reading.ids(first.index());
            let mut words = words.take(SUBJECT.min(end - first.index()));
            Class::Time.at(first).is_some()
                || words.any(|id| id == *MUST || id == *LATEST || id == *BEFORE)
        };
        // *Sở A có được giao chủ trì hay không?*
        let asked = self.reading.text()[clause.end..].starts_with('?');
        // *Những người có trách nhiệm đăng ký là:* says who they are.
        let below = self.reading.text()[clause.end..].starts_with(':');
        let defines = below && clause.of(self.reading.text()).ends_with(" là");
        if asked || defines || mood.duty.is_none() && !cued() && !bound() {
            return None;
        }
        let opening = Said::at(first);
        let told = opening.is(Class::Told) || opening.is(Class::Given);
        // Behind a wish nothing is a duty; *Sở Y tế:⏎a) Đề xuất …* is what the one above is to do.
        let proposes =
            fresh && !mood.who.is_empty() && matches!(first.phrase(&CUES), Some((Cue::Wish, _)));
        let wish = self.wish_in(first, end).filter(|_| !proposes);
        let limit = wish.unwrap_or(end);
        let orders = self.cues.orders_within(first.index(), limit).iter();
        let mut orders = orders.take(MOST_RUNS).peekable();
        let mut ordered = |before: usize| {
            while let Some(&order) = orders.next_if(|(verb, _)| *verb < before) {
                // *Quyền của tổ chức⏎1. Yêu cầu cơ quan A cung cấp thông tin*
                let given = match mood.rights {
                    true => None,
                    false => self.ordered(clause, order, first, mood),
                };
                let given = given.filter(|given| !told || self.is_turned(given, first));
                if given.is_some() {
                    return given;
                }
            }
            None
        };
        let mut rest = self.actors.within(clause);
        for _ in 0..MOST_RUNS {
            let Some(actor) = rest.first() else { break };
            let run = self.actors.run_from(actor.start);
            let run = &run[..run.len().min(rest.len())];
            rest = &rest[run.len()..];
            if run[0].start >= limit {
                return None;
            }
            let given = ordered(run[0].start)
                .or_else(|| self.inverted(clause, run, first, mood))
                .or_else(|| match opening.is(Class::Told) {
                    true => None,
                    false => self.stated(clause, run, first, mood, (told, fresh)),
                });
            if given.is_some() {
                return given;
            }
        }
        let given = ordered(limit);
        if opening.is(Class::Told) || given.is_some() {
            return given;
        }
        self.answering(clause, first, mood).or_else(|| {
            match fresh && (!told || opening.is(Class::Grounds)) {
                true => self.inherited(clause, first, mood),
                false => None,
            }
        })
    }

    /// Whether the one who orders is named behind a comma, and the order is not told of the past: *Khi Tòa
    /// án yêu cầu Bộ A …* says what if, *Sau khi họp, Bộ B yêu cầu …* gives an order.
    fn is_turned(&self, given: &Given, first: Place<'r, 't>) -> bool {
        let start = self.reading.place_at(given.start).index();
        let mut places = (first.index() + 1..=start).map(|i| self.reading.place(i));
        !given.told && places.any(|place| place.gap() == Gap::Comma)
    }

    /// `first` behind *Căn cứ chức năng, nhiệm vụ được giao* when the one whose they are follows.
    fn behind_remit_ahead(&self, first: Place<'r, 't>) -> Place<'r, 't> {
        let Some((Cue::Office, behind)) = first.phrase(&CUES) else {
            return first;
        };
        let behind = behind_remit(behind);
        let follows = matches!(behind.gap(), Gap::Space | Gap::Comma)
            && !self.actors.run_from(behind.index()).is_empty();
        if follows { behind } else { first }
    }

    /// *Nhiệm vụ do X chủ trì*: the task stands before the actor.
    fn inverted(
        &self,
        clause: Span,
        run: &[Actor],
        first: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<Given> {
        let subject = self.reading.place(run[0].start);
        if !self.is_given(subject, first) || subject.back().index() <= first.index() {
            return None;
        }
        let behind = self.actors.behind(run.last()?);
        let shares = self.actors.shares(run);
        let (partners, mut end) = match (&shares, behind.phrase(&CUES)) {
            (Some((_, partners)), _) => (self.names(partners), behind),
            (None, Some((Cue::Lead, end))) => self.with(end).unwrap_or((Vec::new(), end)),
            (None, _) => return None,
        };
        let run = shares.as_ref().map_or(run, |(leads, _)| leads);
        // Nothing but *thực hiện* follows: otherwise the words are a part of a report.
        if let Some(verb) = action(end).filter(|_| end.gap() == Gap::Space) {
            end = verb;
        }
        // *… thực hiện trong quý III/2026*
        if let Some(date) = self
            .calendar
            .behind_date(end)
            .filter(|_| end.gap() == Gap::Space)
        {
            end = date;
        }
        let closed = end.start() >= clause.end || !matches!(end.gap(), Gap::Space | Gap::Glued);
        let task = Span::new(first.start(), subject.back().end());
        (closed && self.can_be_led(task, first)).then(|| Given {
            leads: self.names(run),
            partners,
            requesters: mood.requesters.clone(),
            duty: Duty::Lead,
            ordered: false,
            start: task.start,
            task,
            reach: clause.end,
            points: false,
            told: false,
        })
    }

    /// Whether words before `subject` give it what stands before them: *nhiệm vụ A do …*, *nhiệm vụ B
    /// giao …*.
    fn is_given(&self, subject: Place<'r, 't>, first: Place<'r, 't>) -> bool {
        match self.reading.slice(subject.back().index()) {
            "do" => true,
            "giao" => Class::Countable.at(first).is_some(),
            _ => false,
        }
    }

    /// Whether a clause names somebody else who is to do it, behind an order or before *chủ trì*: *Đề
    /// nghị Ủy ban Mặt trận Tổ quốc …*, *Nhiệm vụ truyền thông do Sở Văn hóa chủ trì …*.
    pub(super) fn names_owner(&self, clause: Span, first: Place<'r, 't>) -> bool {
        let leads = |actor: &Actor| {
            let run = self.actors.run_from(actor.start);
            let behind = run.last().map(|last| self.actors.behind(last));
            let cue = behind.and_then(|behind| behind.phrase(&CUES));
            self.is_given(self.reading.place(actor.start), first)
                && cue.is_some_and(|(cue, _)| *cue == Cue::Lead)
        };
        let ordered = || {
            let Some((Cue::Order, mut behind)) = first.phrase(&CUES) else {
                return false;
            };
            while let Some(more) = Class::Address.at(behind) {
                behind = more;
            }
            let run = self.actors.run_from(behind.index());
            run.first()
                .is_some_and(|actor| self.actors.is_certain(actor))
        };
        ordered() || self.actors.within(clause).iter().any(leads)
    }

    /// Whether the words before *do X chủ trì* are a task: one sentence, no meeting, and more than a noun
    /// that says what kind of work it is (*Đề tài do X chủ trì*).
    fn can_be_led(&self, task: Span, first: Place<'r, 't>) -> bool {
        /// The name of a meeting has no more words.
        const MEETING_WORDS: usize = 8;
        /// A noun without anything that says which one.
        const BARE: usize = 2;
        let words = task.of(self.reading.text());
        let bare = || {
            words.split_whitespace().count() <= BARE
                && action(first).is_none()
                && !words.ends_with("này")
        };
        let one = || lead_in::first_sentence_end(self.reading, task).is_none();
        // *dự các cuộc họp do Thủ tướng chủ trì*
        let last = self.reading.place_at(task.end).index();
        let meets = || {
            let mut words = (first.index()..last).rev().take(MEETING_WORDS);
            words.any(|i| Class::Meeting.at(self.reading.place(i)).is_some())
        };
        !task.is_empty() && Class::Meeting.at(first).is_none() && !bare() && one() && !meets()
    }

    /// *X (sẽ) chủ trì, phối hợp với Y làm gì*, and *X làm gì* where the mood makes it a duty.
    fn stated(
        &self,
        clause: Span,
        run: &[Actor],
        first: Place<'r, 't>,
        mood: &Mood,
        (if_so, fresh): (bool, bool),
    ) -> Option<Given> {
        // *Căn cứ phân loại các đơn vị, thủ trưởng đơn vị có trách nhiệm …*: the row of the subject
        // begins behind the comma.
        let own = if_so
            .then(|| run.iter().position(|actor| self.turns_to(actor)))
            .flatten();
        let run = &run[own.unwrap_or(0)..];
        // *Theo chỉ đạo của Thủ tướng, Bộ Công Thương phải …*
        let aside = self.opens_aside(first);
        let run = match aside {
            true => self.subject_of(run),
            false => run,
        };
        let subject = self.reading.place(run[0].start);
        // *Các ông Bí thư chi bộ …*
        let at_start = self.before_address(subject).index() == first.index();
        // *100% hộ gia đình* counts them.
        let parted = !matches!(
            subject.gap(),
            Gap::Space | Gap::Slash | Gap::And | Gap::Glued
        ) && !subject.between().starts_with('%');
        let apart = at_start || parted || if_so && self.turns_to(&run[0]);
        if Class::NoSubject.before(subject).is_some() && !apart {
            return None;
        }
        // *Ông A cho rằng Sở B phải chủ trì …*; *thay cụm từ “Sở A chủ trì” bằng …*
        let quoted = matches!(
            self.reading.slice(subject.back().index()),
            "từ" | "thành" | "bằng"
        ) && subject.between().contains(['"', '“']);
        if quoted || !at_start && self.is_only_said(first, subject) {
            return None;
        }
        // *Trước ngày họp, Ban được giao chủ trì nội dung A gửi …* says which one.
        let after = self.actors.behind(run.last()?);
        if Class::Time.at(first).is_some()
            && !at_start
            && self.reading.slice(after.index()) == "được"
        {
            return None;
        }
        // *Năm 2025, Sở Y tế chủ trì …* tells what was done.
        if mood.duty.is_none()
            && (mood.told || self.calendar.is_over_before(subject))
            && !self.calendar.is_ahead(clause)
        {
            return None;
        }
        // *Trường hợp chậm tiến độ, Sở A có trách nhiệm …*
        if if_so && (at_start || !self.turns_to(&run[0])) {
            return None;
        }
        // *Điều 99 quy định cơ quan bảo hiểm có trách nhiệm …*
        let said = || Class::Stating.before(subject).is_some() || self.actors.is_certain(&run[0]);
        if !apart && (!said() || self.is_withheld(subject)) {
            return None;
        }
        let last = run.last()?;
        let behind = self.actors.behind(last);
        if run.len() == 1 && self.is_office(self.reading.place(run[0].start), last.end, mood) {
            return None;
        }
        // *Trong đó, Ngân hàng Nhà nước phải …*
        let turned = || {
            Class::Topic
                .at(first)
                .is_some_and(|at| at.index() == subject.index())
        };
        let named = !mood.earlier || (at_start || turned()) && self.actors.is_certain(&run[0]);
        // Below *Tổ chức thực hiện* persons are as often spoken of, and where somebody else is to do it.
        let other = !at_start && !mood.who.is_empty();
        let spoken_of =
            || (mood.duty == Some(Duty::Lead) || other) && self.actors.is_person_class(&run[0]);
        let plain = (mood.duty).filter(|_| apart && !if_so && named && !spoken_of());
        let must = self.bound_by_limit(clause, run, (first, behind), mood);
        let must = must.filter(|_| apart);
        let shares = self.actors.shares(run).filter(|_| apart && !if_so);
        let plain = plain.or(must).or(shares.as_ref().map(|_| Duty::Lead));
        let timed = || aside && subject.gap() == Gap::Comma;
        let long = match at_start || if_so || timed() {
            true => self.long_subject(clause, last),
            false => None,
        };
        let cue = long
            .as_ref()
            .map(|(_, cue)| *cue)
            .or_else(|| match at_start || timed() {
                true => self.responsible_aside(clause, behind),
                false => None,
            });
        // Below *Thủ tướng yêu cầu:* whatever follows a name is what that one is to do.
        let free = fresh && at_start && mood.strong && mood.duty == Some(Duty::Ordered);
        let free = free && self.actors.is_certain(last);
        let predicate = self.predicate(clause, cue.unwrap_or(behind), plain, free)?;
        // *Nhà trường có nhiệm vụ:⏎a) Tổ chức giảng dạy …;⏎b) Phối hợp với gia đình, cá nhân …*
        let inherits = || {
            let opens = Said::at(first).action().is_some() || first.phrase(&CUES).is_some();
            match at_start {
                true => self.actors.is_arranging(&run[0]),
                false => opens && !self.actors.is_certain(&run[0]),
            }
        };
        if !predicate.cued && !mood.who.is_empty() && inherits() {
            return None;
        }
        // *UBND tỉnh đề nghị …. UBND tỉnh hướng dẫn …* is what it does itself.
        let asks = |actor: &Actor| mood.requesters.contains(&self.actors.name(actor));
        if !predicate.cued && run.iter().any(asks) {
            return None;
        }
        if !predicate.cued && self.hands_on(predicate.task)
            || mood.duty.is_none() && self.is_told_done(clause, predicate.task)
        {
            return None;
        }
        // *Tổ chức chủ trì khai quật phải …*: a class that leads is a noun.
        // *chưa rõ cơ quan, đơn vị chủ trì, phối hợp*
        if predicate.duty == Duty::Lead && !self.actors.is_certain(last) && mood.duty.is_none() {
            let end = self.reading.place_at(clause.end).index();
            let start = predicate.task.index();
            let mut task = self
                .reading
                .ids(start)
                .take(AHEAD.min(end.saturating_sub(start)));
            let cooperates = matches!(predicate.task.phrase(&CUES), Some((Cue::Cooperate, _)));
            if cooperates || task.any(|id| id == *MUST) {
                return None;
            }
        }
        let cued = match predicate.duty {
            Duty::Responsible => true,
            Duty::Lead => self.actors.is_certain(last),
            Duty::Cooperate | Duty::Ordered => false,
        };
        if if_so && !cued && must.is_none() {
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
        if let Some((leads, partners)) = shares {
            given.duty = Duty::Lead;
            given.leads = self.persons(&leads);
            given.partners.extend(self.names(&partners));
        } else if let Some((more, _)) = long.filter(|(more, _)| !more.is_empty()) {
            given.leads.pop();
            given.leads.extend(more);
        }
        Some(given)
    }

    /// Whether a name from `start` to word `end` is only that of an office, with nobody in it: *cơ quan*, and
    /// *Cơ quan chủ trì có trách nhiệm …* where nothing above gives duties.
    pub(super) fn is_office(&self, start: Place<'r, 't>, end: usize, mood: &Mood) -> bool {
        let end = self.reading.place(end);
        let charged = matches!(end.phrase(&CUES), Some((Cue::Responsible, _)));
        let noun = match end.phrase_before(&CUES) {
            Some((Cue::Lead, before)) if charged && mood.duty.is_none() => before,
            _ => end,
        };
        Class::NoDuty
            .before(noun)
            .is_some_and(|noun| noun.index() == start.index())
    }

    /// Whether what is said of `actor` begins with it, behind words that say what if: behind a comma or
    /// *thì*.
    fn turns_to(&self, actor: &Actor) -> bool {
        let place = self.reading.place(actor.start);
        place.gap() == Gap::Comma || self.reading.slice(place.back().index()) == "thì"
    }

    pub(super) fn given(
        &self,
        clause: Span,
        run: &[Actor],
        predicate: Predicate<'r, 't>,
        requesters: Vec<String>,
        start: usize,
        ordered: bool,
    ) -> Given {
        Given {
            leads: self.persons(run),
            partners: predicate.partners,
            requesters,
            duty: predicate.duty,
            ordered,
            start,
            task: self.task(clause, predicate.task),
            reach: clause.end,
            points: self.only_points(clause, predicate.task),
            told: false,
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

    /// The names of those who are to do something, deputies with their own.
    fn persons(&self, run: &[Actor]) -> Vec<String> {
        run.iter().map(|actor| self.actors.person(actor)).collect()
    }

    pub(super) fn names(&self, run: &[Actor]) -> Vec<String> {
        run.iter().map(|actor| self.actors.name(actor)).collect()
    }
}
