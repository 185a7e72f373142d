//! Orders: *Chủ tịch UBND tỉnh giao (cho) Sở A làm gì*, and what only looks like one.

use std::sync::LazyLock;

use super::actors::{Actor, plain};
use super::cue::{CUES, Cue};
use super::duty::{AUX, NO_DUTY, NO_SUBJECT};
use super::grammar::{Given, Grammar, Mood};
use super::paper::is_paper;
use super::types::Duty;
use super::words::{Class, action, backwards};
use crate::reading::{Case, Gap, Phrases, Place};
use crate::span::Span;

static ADDRESS: LazyLock<Phrases<()>> = LazyLock::new(|| backwards(Class::Address));
static NOT: LazyLock<Phrases<()>> = LazyLock::new(|| backwards(Class::Not));
static ACTIONS: LazyLock<Phrases<()>> = LazyLock::new(|| backwards(Class::Action));
static ASKING: LazyLock<Phrases<()>> = LazyLock::new(|| backwards(Class::Asking));

/// Who gives an order, and where the words about it begin.
pub(super) struct Asking {
    pub(super) names: Vec<String>,
    pub(super) start: usize,
    /// It is told of the past: *đã yêu cầu*.
    pub(super) told: bool,
}

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// *(R) giao (cho) X làm gì*
    pub(super) fn ordered(
        &self,
        clause: Span,
        run: &[Actor],
        first: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<Given> {
        let (order, asking) = self.asking(self.reading.place(run[0].start), first, mood)?;
        // *2. Sở Y tế⏎Chỉ đạo các bệnh viện …* is what the one above is to do.
        let others = || run.iter().all(|actor| !self.actors.is_certain(actor));
        if order.index() == first.index()
            && !mood.who.is_empty()
            && (others() || matches!(order.phrase(&CUES), Some((Cue::Direct, _))))
        {
            return None;
        }
        // Names that nobody knows may stand among them: *giao Sở Tài chính, NN&PTNT …*
        let (mut names, mut behind) = self.actors.partners(self.reading.place(run[0].start));
        // *đề nghị Ban Quản lý bến cảng và các bãi tắm có trách nhiệm …*
        let does = action(behind).is_some_and(|verb| verb.index() > behind.index() + 1);
        if !does && let Some((Some(name), cue)) = self.long_subject(clause, run.last()?) {
            names.truncate(run.len() - 1);
            names.push(plain(name.of(self.reading.text())));
            behind = cue;
        }
        let said = self.predicate(clause, behind, Some(Duty::Ordered), true);
        let predicate = match said {
            Some(said) => said,
            None => {
                let (name, must) = self.charged_subject(clause, run.last()?)?;
                names.truncate(run.len() - 1);
                names.push(plain(name.of(self.reading.text())));
                self.predicate(clause, must, Some(Duty::Ordered), true)?
            }
        };
        if self.is_told_done(clause, predicate.task) {
            return None;
        }
        // *đã giao Bộ Y tế chủ trì …* tells of the order, and gives it.
        let told = asking.told && predicate.duty != Duty::Lead;
        let mut given = self.given(clause, &[], predicate, asking.names, asking.start, true);
        given.leads = names;
        given.told = told;
        Some(given)
    }

    /// The same where nobody knows X but by its name: *giao ông Trần Văn Hòa …*, *yêu cầu TPHCM …*.
    pub(super) fn ordered_by_name(
        &self,
        clause: Span,
        first: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<Given> {
        let end = self.reading.place_at(clause.end).index();
        for &(start, cue) in self.cues.within(first.index(), end) {
            if !cue.is_order() {
                continue;
            }
            let Some((_, mut name)) = self.reading.place(start).phrase(&CUES) else {
                continue;
            };
            while let Some(behind) = Class::Address.at(name) {
                name = behind;
            }
            let owners = start == first.index() && cue == Cue::Direct && !mood.who.is_empty();
            let spaced = name.gap() == Gap::Space;
            if owners || !spaced || !self.actors.run_from(name.index()).is_empty() {
                continue;
            }
            let Some(mut behind) = self.actors.unknown_name(name) else {
                continue;
            };
            let words = Span::new(name.start(), behind.end());
            let mut who = plain(words.of(self.reading.text()));
            // *giao ông Trần Văn Hòa, Phó Giám đốc Sở Y tế phụ trách …*
            if behind.gap() == Gap::Comma
                && let Some(office) = self.actors.run_from(behind.index()).first()
                && self.actors.is_holder(office)
            {
                who = self.actors.name(office);
                behind = self.actors.behind(office);
            }
            // A verb ends the name: otherwise the name is an object.
            let is_short = behind.index() == name.index() + 1;
            if is_short && self.reading.case(name.index()) != Case::Upper
                || action(behind).is_none() && !super::cue::is_cue(behind)
            {
                continue;
            }
            let Some((_, asking)) = self.asking(name, first, mood) else {
                continue;
            };
            let Some(predicate) = self.predicate(clause, behind, Some(Duty::Ordered), false) else {
                continue;
            };
            let mut given = self.given(clause, &[], predicate, asking.names, asking.start, true);
            given.leads.push(who);
            given.told = asking.told;
            return Some(given);
        }
        None
    }

    /// The order right before `subject`, and who gives it.
    fn asking(
        &self,
        subject: Place<'r, 't>,
        first: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<(Place<'r, 't>, Asking)> {
        let mut before = subject;
        while let Some((_, ahead)) = before.phrase_before(&ADDRESS)
            && ahead.index() >= first.index()
        {
            before = ahead;
        }
        if !matches!(before.gap(), Gap::Space | Gap::Colon) {
            return None;
        }
        let (&cue, order) = before.phrase_before(&CUES)?;
        if !cue.is_order() || order.index() < first.index() {
            return None;
        }
        Some((order, self.requester(cue, order, first, mood)?))
    }

    /// Who gives the order at `order`; `None` when it is none: a right, a noun, a wish.
    fn requester(
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
        if order.gap() != Gap::Space {
            // *theo dõi, đôn đốc các sở …*: one more verb of the same subject.
            let chained = || !mood.who.is_empty() || order.phrase_before(&ACTIONS).is_some();
            let given = match cue {
                Cue::Direct => !chained(),
                _ => !self.is_opinion(first, order),
            };
            return given.then(|| inherited(order));
        }
        let (end, told) = self.before_order(order, first);
        // *Sở Y tế tiếp tục chỉ đạo …* is what it does itself.
        if cue == Cue::Direct && order.phrase_before(&AUX).is_some() {
            return None;
        }
        let run = self.subject_of(self.actors.run_before(end.index()));
        let Some(asking) = run.first().filter(|asking| asking.start >= first.index()) else {
            if end.phrase_before(&NO_DUTY).is_some() && end.gap() == Gap::Space {
                return None;
            }
            if end.index() == first.index() || self.reading.slice(order.index() - 1) == "và" {
                return Some(inherited(order));
            }
            return self
                .by_council(end, first, told)
                .or_else(|| self.by_paper(end, first, mood));
        };
        let begin = self.reading.place(asking.start);
        // *Đại biểu đề nghị Chính phủ …* is what they think.
        if Class::Opinion.at(begin).is_some() {
            return None;
        }
        let speaker = begin.phrase_before(&NO_SUBJECT).is_some() && begin.gap() == Gap::Space;
        // *(ký) Chỉ thị số 15/CT-TTg của Thủ tướng Chính phủ yêu cầu …*
        let paper = || is_paper(first) || self.paper_before(begin.back()).is_some();
        if speaker && begin.index() > first.index() && !paper() {
            return None;
        }
        // *Tại cuộc họp, Thủ tướng đã yêu cầu …*, *Trong Công điện, …*
        let occasion = match self.reading.slice(first.index()) {
            "Tại" | "tại" => true,
            "Trong" | "trong" | "Theo" | "theo" => is_paper(first.next()),
            _ => false,
        };
        let told = told && !occasion;
        let names = |run| Asking {
            names: self.names(run),
            start: asking.span.start,
            told,
        };
        if run.iter().all(|actor| self.actors.is_body(actor)) {
            return Some(names(run));
        }
        let opens = begin.index() == first.index() || begin.gap() == Gap::Comma;
        if !opens || !self.reading.case(begin.index()).is_capital() {
            return self.by_holder(order, first, told);
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

    /// The place before *đã*, *cũng* and the like that stand before an order, and whether they tell that
    /// it was given.
    fn before_order(&self, order: Place<'r, 't>, first: Place<'r, 't>) -> (Place<'r, 't>, bool) {
        let mut end = order;
        let mut told = false;
        while end.index() > first.index() && end.gap() == Gap::Space {
            if let Some((_, ahead)) =
                (end.phrase_before(&AUX)).or_else(|| end.phrase_before(&ASKING))
                && ahead.index() >= first.index()
            {
                end = ahead;
                continue;
            }
            match self.reading.slice(end.index() - 1) {
                "đã" => told = true,
                "vừa" | "mới" => {}
                _ => break,
            }
            end = end.back();
        }
        (end, told)
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

    /// Those of `run` who are the subject of what stands behind it: *Sau khi nghe báo cáo của Bộ A, Phó
    /// Thủ tướng …* names one, behind the comma.
    pub(super) fn subject_of<'a>(&self, run: &'a [Actor]) -> &'a [Actor] {
        let place = |actor: &Actor| self.reading.place(actor.start);
        let inside = |first: &Actor| {
            place(first).gap() == Gap::Space && place(first).phrase_before(&NO_SUBJECT).is_some()
        };
        if !run.first().is_some_and(inside) {
            return run;
        }
        let own = run
            .iter()
            .rposition(|actor| place(actor).gap() == Gap::Comma);
        &run[own.unwrap_or(0)..]
    }

    /// Whether what is asked for before `order` is what somebody thinks: *nhiều ý kiến cho rằng …, đề
    /// nghị Chính phủ …*.
    fn is_opinion(&self, first: Place<'r, 't>, order: Place<'r, 't>) -> bool {
        let mut words = first.index()..order.index();
        words.any(|i| Class::Opinion.at(self.reading.place(i)).is_some())
    }

    /// Whether the order right before `subject` is not given: *không giao X …*.
    pub(super) fn is_withheld(&self, subject: Place<'r, 't>) -> bool {
        let mut before = subject;
        while let Some((_, ahead)) = before.phrase_before(&ADDRESS) {
            before = ahead;
        }
        let order = before.phrase_before(&CUES);
        order.is_some_and(|(cue, order)| {
            cue.is_order() && order.gap() == Gap::Space && order.phrase_before(&NOT).is_some()
        })
    }

    /// Whether the words at `place` give the task to somebody else: *giao Sở Tài chính …*. To direct
    /// (*chỉ đạo*) those below is a duty of one's own.
    pub(super) fn hands_on(&self, place: Place<'r, 't>) -> bool {
        let Some((Cue::Order, mut behind)) = place.phrase(&CUES) else {
            return false;
        };
        while let Some(more) = Class::Address.at(behind) {
            behind = more;
        }
        self.reading.slice(place.index()) != "chỉ"
            && !self.actors.run_from(behind.index()).is_empty()
    }

    /// Whether somebody would like it to be done: *cử tri kiến nghị …*, *tôi mong …*.
    pub(super) fn is_wish(
        &self,
        first: Place<'r, 't>,
        from: Place<'r, 't>,
        to: Place<'r, 't>,
    ) -> bool {
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
