//! Who gives an order: the words before its verb.

use super::actors::Actor;
use super::cue::{CUES, Cue};
use super::grammar::{Grammar, Mood};
use super::order::Asking;
use super::paper::is_paper;
use super::words::Class;
use crate::reading::{Case, Gap, Place};
use crate::span::Span;

/// The words right before an order that say when and how firmly it is given.
struct Tense<'r, 't> {
    /// The place before them.
    before: Place<'r, 't>,
    /// *đã*
    told: bool,
}

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// Who gives the order at `order`; `None` when it is none: a right, a noun, a wish, what may come.
    pub(super) fn asked_by(
        &self,
        cue: Cue,
        order: Place<'r, 't>,
        first: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<Asking> {
        let inherited = |start: Place<'_, '_>| Asking {
            names: mood.requesters.clone(),
            start: start.start(),
            told: false,
        };
        if order.index() <= first.index() {
            return Some(inherited(order));
        }
        let Tense { before: end, told } = self.tense(order, first)?;
        // *Sở Y tế tiếp tục chỉ đạo …* is what it does itself.
        if cue == Cue::Direct && order.gap() == Gap::Space && Class::Aux.before(order).is_some() {
            return None;
        }
        if end.gap() != Gap::Space {
            return self.chained(cue, end, first, mood);
        }
        // The *UBND* of *Công văn số 15/UBND-KT* is a part of the number.
        let whole = match self.paper_before(end) {
            Some(_) => &[],
            None => self.actors.run_before(end.index()),
        };
        // *khi được Hội đồng, Ủy ban giao*
        let passive = |giver: &Actor| {
            let word = self.reading.place(giver.start).back();
            word.index() >= first.index()
                && matches!(self.reading.slice(word.index()), "được" | "bị")
        };
        if whole.first().is_some_and(passive) {
            return None;
        }
        let run = self.subject_of(whole);
        let Some(giver) = run.first().filter(|giver| giver.start >= first.index()) else {
            if Class::NoDuty.before(end).is_some() {
                return None;
            }
            if end.index() == first.index() || self.reading.slice(order.index() - 1) == "và" {
                return Some(inherited(order));
            }
            return self
                .by_council(end, first, told)
                .or_else(|| self.by_paper(end, first, mood))
                .or_else(|| self.by_person(end, first));
        };
        let begin = self.reading.place(giver.start);
        // *Đại biểu đề nghị Chính phủ …* is what they think, *Chấp hành viên yêu cầu …* how things go.
        // *Ban Giám đốc phân công …* gives one.
        let governs = || Class::Governing.at(begin).is_some();
        if Class::Opinion.at(begin).is_some() || self.actors.is_person_class(giver) && !governs() {
            return None;
        }
        let speaker = Class::NoSubject.before(begin).is_some() && begin.gap() == Gap::Space;
        // *(ký) Chỉ thị số 15/CT-TTg của Thủ tướng Chính phủ yêu cầu …*
        // *truyền đạt ý kiến của Phó Thủ tướng giao …*
        let said = || matches!(begin.phrase_before(&CUES), Some((Cue::Verdict, _)));
        let paper = || is_paper(first) || said() || self.paper_before(begin.back()).is_some();
        if speaker && begin.index() > first.index() && !paper() {
            return None;
        }
        let occasion = self.is_occasion(first);
        // *Công an tỉnh đã chỉ đạo các đơn vị …* reports, *Chủ tịch UBND tỉnh đã chỉ đạo …* tells of an order.
        let holds = || run.iter().any(|actor| self.actors.is_holder(actor));
        if told && cue == Cue::Direct && !occasion && !holds() {
            return None;
        }
        let told = told && !occasion;
        let names = |run| Asking {
            names: self.names(run),
            start: giver.span.start,
            told,
        };
        if run.iter().all(|actor| self.actors.is_body(actor)) {
            return Some(names(run));
        }
        let opens = begin.index() == first.index() || begin.gap() == Gap::Comma;
        // *…, tỉnh Quảng Bình yêu cầu …*
        let place = || {
            let level = Class::Level.at(begin);
            level.is_some_and(|name| self.reading.case(name.index()).is_capital())
        };
        if !opens || !self.reading.case(begin.index()).is_capital() && !place() {
            let holder = self.by_holder(order, first, told);
            return holder.or_else(|| self.by_person(end, first));
        }
        // *Đồng chí giao Sở Tài chính …*
        match Class::Address.at(begin) {
            Some(_) => Some(Asking {
                told,
                ..inherited(order)
            }),
            None => Some(names(run)),
        }
    }

    /// The words right before an order; `None` where they make it none: *sẽ đề nghị*, *không giao*.
    fn tense(&self, order: Place<'r, 't>, first: Place<'r, 't>) -> Option<Tense<'r, 't>> {
        let mut before = order;
        let mut told = false;
        while before.index() > first.index() && before.gap() == Gap::Space {
            if Class::Coming.before(before).is_some() || Class::Not.before(before).is_some() {
                return None;
            }
            let past = Class::Past.before(before);
            told |= past.is_some();
            let more = past
                .or_else(|| Class::Aux.before(before))
                .or_else(|| Class::Asking.before(before));
            match more {
                Some(ahead) if ahead.index() >= first.index() => before = ahead,
                _ => break,
            }
        }
        Some(Tense { before, told })
    }

    /// Whoever gives an order that is one more verb of its subject, behind a sign: *đã ban hành Công văn số
    /// 15/UBND-KT, yêu cầu các sở …*.
    fn chained(
        &self,
        cue: Cue,
        end: Place<'r, 't>,
        first: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<Asking> {
        // *theo dõi, đôn đốc các sở …*
        let more = || !mood.who.is_empty() || Class::Action.before(end).is_some();
        if cue == Cue::Direct && more() || self.is_opinion(first, end) {
            return None;
        }
        if let Some(asking) = self.by_paper(end, first, mood) {
            return Some(asking);
        }
        // *đã ban hành 12 văn bản, giao các sở …* reports.
        let tells = |i| {
            let word = self.reading.place(i);
            Class::Past.at(word).is_some() || Class::Coming.at(word).is_some()
        };
        if (first.index()..end.index()).any(tells) && !self.is_occasion(first) {
            return None;
        }
        let names = match mood.requesters.is_empty() {
            true => self.subject_before(end, first),
            false => mood.requesters.clone(),
        };
        Some(Asking {
            names,
            start: end.start(),
            told: false,
        })
    }

    /// The names of the body that is the subject of a clause whose verbs stand before `end`.
    fn subject_before(&self, end: Place<'r, 't>, first: Place<'r, 't>) -> Vec<String> {
        let run = self.actors.run_from(first.index());
        let speaks = run.iter().all(|actor| self.actors.is_body(actor));
        let before = run.last().is_some_and(|last| last.end < end.index());
        if speaks && before {
            self.names(run)
        } else {
            Vec::new()
        }
    }

    /// Whether a clause opens with the meeting or the paper that something is said in: *Tại cuộc họp, …*, *Trong
    /// Công điện, …*, *Kết luận hội nghị, …*.
    fn is_occasion(&self, first: Place<'r, 't>) -> bool {
        match Class::Occasion.at(first) {
            Some(behind) => match self.reading.slice(first.index()) {
                "Trong" | "trong" | "Theo" | "theo" => is_paper(behind),
                _ => true,
            },
            None => false,
        }
    }

    /// The body that is told by what it is for: *Ban Chỉ đạo Trung ương về phòng cháy rừng yêu cầu …*.
    fn by_council(&self, order: Place<'r, 't>, first: Place<'r, 't>, told: bool) -> Option<Asking> {
        let within = Span::new(first.start(), order.end().max(first.start()));
        let council = self.actors.within(within).iter().find(|actor| {
            let place = self.reading.place(actor.start);
            let opens = actor.start == first.index() || place.gap() == Gap::Comma;
            let board = || Class::Board.at(place).is_some();
            opens && !actor.linked && self.reading.slice(actor.end) == "về" && board()
        })?;
        let names = self.names(std::slice::from_ref(council));
        let start = council.span.start;
        Some(Asking { names, start, told })
    }

    /// Whoever holds an office and is the subject of a clause that orders, whatever stands between: *Thứ
    /// trưởng Lê Văn An, Tổ phó Tổ công tác đề nghị …*.
    fn by_holder(&self, order: Place<'r, 't>, first: Place<'r, 't>, told: bool) -> Option<Asking> {
        let within = Span::new(first.start(), order.end().max(first.start()));
        let holds = |actor: &&Actor| {
            let place = self.reading.place(actor.start);
            let opens = actor.start == first.index() || place.gap() == Gap::Comma;
            opens && self.actors.is_holder(actor)
        };
        let holder = self.actors.within(within).iter().find(holds)?;
        Some(Asking {
            names: self.names(std::slice::from_ref(holder)),
            start: holder.span.start,
            told,
        })
    }

    /// Somebody who is told by their name, and speaks at a meeting: *Kết luận cuộc họp, ông Trần Văn Hòa yêu
    /// cầu …*.
    fn by_person(&self, end: Place<'r, 't>, first: Place<'r, 't>) -> Option<Asking> {
        /// A person's name has no more words.
        const NAME: usize = 5;
        let mut name = end;
        while name.index() > first.index()
            && end.index() - name.index() < NAME
            && self.reading.case(name.back().index()) == Case::Title
            && (name.index() == end.index() || name.gap() == Gap::Space)
        {
            name = name.back();
        }
        if end.index() - name.index() < 2 {
            return None;
        }
        let words = Span::new(name.start(), end.end());
        let start = match Class::Address.before(name) {
            Some(address) if name.gap() == Gap::Space => address,
            _ => name,
        };
        let opens = start.index() == first.index() || start.gap() == Gap::Comma;
        (opens && self.is_occasion(first)).then(|| Asking {
            names: vec![super::actors::plain(words.of(self.reading.text()))],
            start: start.start(),
            told: false,
        })
    }

    /// Whether what is asked for before `order` is what somebody thinks: *nhiều ý kiến cho rằng …, đề
    /// nghị Chính phủ …*.
    fn is_opinion(&self, first: Place<'r, 't>, order: Place<'r, 't>) -> bool {
        let mut words = first.index()..order.index();
        words.any(|i| Class::Opinion.at(self.reading.place(i)).is_some())
    }
}
