//! Orders: *Chủ tịch UBND tỉnh giao (cho) Sở A làm gì*. An order is a frame around its verb: whoever gives
//! it stands before, whoever is to carry it out right behind, and then what is to be done.

use super::actors::{Actor, plain};
use super::cue::{CUES, Cue};
use super::grammar::{Given, Grammar, MOST_RUNS, Mood};
use super::types::Duty;
use super::words::{Class, Said, action};
use crate::reading::{Case, Gap, Place};
use crate::span::Span;

/// Who gives an order, and where the words about it begin.
pub(super) struct Asking {
    pub(super) names: Vec<String>,
    pub(super) start: usize,
    /// It is told of the past: *đã yêu cầu*.
    pub(super) told: bool,
}

/// Those who are to carry out an order, as its words name them.
struct Charged<'r, 't> {
    names: Vec<String>,
    /// Those who only take part, where brackets say so.
    partners: Vec<String>,
    /// The place behind the names.
    behind: Place<'r, 't>,
    /// The first and the last one of those that are known.
    first: Option<Actor>,
    last: Option<Actor>,
    /// None of them is a certain body.
    vague: bool,
    /// Words about something else stand between the order and them: *chỉ đạo, trong thời gian tới, các sở …*.
    apart: bool,
    /// Nobody knows them but by their name.
    unknown: bool,
    /// Brackets say who of them leads: *Sở A (chủ trì)*.
    led: bool,
}

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// *(R) giao (cho) X làm gì*, where `verb` is the word that the order begins with.
    pub(super) fn ordered(
        &self,
        clause: Span,
        (verb, cue): (usize, Cue),
        first: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<Given> {
        let order = self.reading.place(verb);
        let (_, behind) = order.phrase(&CUES)?;
        // *trân trọng đề nghị* is an order as a whole.
        let (_, whole) = behind.phrase_before(&CUES)?;
        if whole.index() != verb {
            return None;
        }
        if mood.petitioned && self.asks(order) {
            return None;
        }
        let mut charged = self.charged_by(clause, behind)?;
        // *2. Sở Y tế⏎Chỉ đạo các bệnh viện …* is what the one above is to do.
        if verb == first.index()
            && !mood.who.is_empty()
            && (charged.vague || cue == Cue::Direct || charged.unknown && cue != Cue::Order)
        {
            return None;
        }
        let asking = self.asked_by(cue, order, first, mood)?;
        // *đấu thầu, đặt hàng, giao nhiệm vụ cho doanh nghiệp*: one of several things that are done; *nếu cần
        // sửa đổi, đề nghị các cơ quan …* is one that follows.
        let mut ahead = (first.index()..verb).rev();
        let mut listed = || {
            order.gap() == Gap::Comma
                && Class::Action.before(order).is_some()
                && !ahead.any(|i| matches!(self.reading.slice(i), "nếu" | "Nếu"))
        };
        if asking.names.is_empty() && (charged.apart || charged.vague && listed()) {
            return None;
        }
        if charged
            .first
            .is_some_and(|first| self.is_petition(order, &asking, &first))
        {
            return None;
        }
        let cut = charged.last.is_some_and(|last| self.actors.is_cut(&last));
        let free = !charged.unknown && !cut;
        let duty = Some(match charged.partners.is_empty() {
            true => Duty::Ordered,
            false => Duty::Lead,
        });
        let said = self.predicate(clause, charged.behind, duty, free);
        let predicate = match said {
            Some(said) => said,
            None if charged.unknown || cue == Cue::Direct => return None,
            None => {
                let (name, must) = self.charged_subject(clause, &charged.last?)?;
                if let Some(name) = name {
                    charged.names.pop();
                    charged.names.push(plain(name.of(self.reading.text())));
                }
                self.predicate(clause, must, duty, true)?
            }
        };
        if self.is_told_done(clause, predicate.task)
            || asking.told && self.is_told_undone(clause, predicate.task)
        {
            return None;
        }
        // *đã giao Bộ Y tế chủ trì …* tells of the order, and gives it.
        let told = asking.told && predicate.duty != Duty::Lead;
        let mut given = self.given(clause, &[], predicate, asking.names, asking.start, true);
        given.leads = charged.names;
        given.partners.extend(charged.partners);
        if charged.led {
            given.duty = Duty::Lead;
        }
        given.told = told;
        if let Some(task) = self.task_ahead(clause, first, order, &given) {
            given.task = task;
            given.points = false;
            given.start = task.start;
        }
        Some(given)
    }

    /// The words of a task before the order that gives it, when that says only that it is to be done:
    /// *Phục dựng lễ hội, giao Sở A thực hiện*.
    fn task_ahead(
        &self,
        clause: Span,
        first: Place<'r, 't>,
        order: Place<'r, 't>,
        given: &Given,
    ) -> Option<Span> {
        let below = self.reading.text()[clause.end..].starts_with(':');
        let opening = Said::at(first);
        let aside = [
            Class::Topic,
            Class::Time,
            Class::Given,
            Class::Told,
            Class::NoSubject,
            Class::Stop,
        ];
        let labelled = || {
            let before = self.reading.text()[..clause.start].trim_end();
            before.ends_with(':')
        };
        let bare = given.points && !given.task.is_empty() && !below;
        if !bare
            || !given.requesters.is_empty()
            || order.gap() != Gap::Comma
            || !(opening.action().is_some() || labelled())
            || aside.iter().any(|class| opening.is(*class))
        {
            return None;
        }
        let task = Span::new(first.start(), order.end());
        /// A noun alone does not say what is to be done.
        const BARE: usize = 2;
        let words = task.of(self.reading.text()).split_whitespace();
        let whole = super::lead_in::first_sentence_end(self.reading, task).is_none();
        (whole && words.take(BARE + 1).count() > BARE).then_some(task)
    }

    /// Whoever is named right behind an order.
    fn charged_by(&self, clause: Span, behind: Place<'r, 't>) -> Option<Charged<'r, 't>> {
        let mut at = behind;
        while let Some(more) = Class::Address.at(at).filter(|_| at.gap() == Gap::Space)
            && self.actors.run_from(at.index()).is_empty()
        {
            at = more;
        }
        let apart = at.gap() == Gap::Comma;
        if apart {
            at = self.behind_aside(clause, at);
        } else if !matches!(at.gap(), Gap::Space | Gap::Colon) {
            return None;
        }
        let run = self.actors.run_from(at.index());
        let Some(last) = run.last() else {
            return (!apart && at.gap() == Gap::Space)
                .then(|| self.charged_by_name(at))
                .flatten();
        };
        if let Some((leads, partners)) = self.actors.shares(run) {
            return Some(Charged {
                names: self.names(&leads),
                partners: self.names(&partners),
                behind: self.actors.behind(last),
                first: run.first().copied(),
                last: Some(*last),
                vague: false,
                apart,
                unknown: false,
                led: true,
            });
        }
        // Names that nobody knows may stand among them: *giao Sở Tài chính, NN&PTNT …*
        let (mut names, mut behind) = self.actors.partners(at);
        // *đề nghị Ban Quản lý bến cảng và các bãi tắm có trách nhiệm …*
        let does = action(behind).is_some_and(|verb| verb.index() > behind.index() + 1);
        if !does
            && let Some((more, cue)) = self.long_subject(clause, last)
            && !more.is_empty()
        {
            names.truncate(run.len() - 1);
            names.extend(more);
            behind = cue;
        }
        Some(Charged {
            names,
            partners: Vec::new(),
            behind,
            first: run.first().copied(),
            last: Some(*last),
            vague: run.iter().all(|actor| !self.actors.is_certain(actor)),
            apart,
            unknown: false,
            led: false,
        })
    }

    /// The same where nobody knows them but by their name: *giao ông Trần Văn Hòa …*, *yêu cầu TPHCM …*.
    fn charged_by_name(&self, name: Place<'r, 't>) -> Option<Charged<'r, 't>> {
        let mut behind = self.actors.unknown_name(name)?;
        // *Ủy ban Hội Liên hiệp Thanh niên các huyện, thị xã*
        while behind.gap() == Gap::Comma
            && Class::Level.before(behind).is_some()
            && let Some(more) = Class::Level.at(behind)
        {
            behind = more;
        }
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
        // A verb ends the name: otherwise the name is an object. *bà P.* is nobody's name.
        let short = behind.index() == name.index() + 1;
        let letters = self.reading.slice(name.index()).chars().count();
        if short && (self.reading.case(name.index()) != Case::Upper || letters == 1)
            || action(self.behind_aux(behind)).is_none() && !super::cue::is_cue(behind)
        {
            return None;
        }
        Some(Charged {
            names: vec![who],
            partners: Vec::new(),
            behind,
            first: None,
            last: None,
            vague: false,
            apart: false,
            unknown: true,
            led: false,
        })
    }

    /// The place behind the words between two commas that say when: *chỉ đạo, trong thời gian tới, các sở …*.
    pub(super) fn behind_aside(&self, clause: Span, at: Place<'r, 't>) -> Place<'r, 't> {
        /// An aside has no more words.
        const ASIDE: usize = 10;
        // *…, nhất là tỉnh Quảng Ninh và thành phố Hải Phòng tiếp tục …*
        if let Some(named) = Class::Notably.at(at) {
            let (names, behind) = self.actors.partners(named);
            let goes_on = matches!(behind.gap(), Gap::Space | Gap::Comma);
            return match !names.is_empty() && goes_on {
                true => self.behind_rest_of_name(clause, behind),
                false => at,
            };
        }
        let time = [Class::Time, Class::Topic, Class::NoSubject, Class::Given];
        if !time.iter().any(|class| class.at(at).is_some()) {
            return at;
        }
        let mut place = at.next();
        for _ in 0..ASIDE {
            if place.start() >= clause.end {
                break;
            }
            if place.gap() == Gap::Comma {
                return place;
            }
            place = place.next();
        }
        at
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
        !self.actors.run_from(behind.index()).is_empty()
    }

    /// The first word of a wish in words `from..to` that somebody utters: *cử tri kiến nghị …*, *tôi mong
    /// …*.
    pub(super) fn wish_in(&self, first: Place<'r, 't>, to: usize) -> Option<usize> {
        let speaks = |wish: usize| {
            let before = self.reading.place(wish.saturating_sub(1));
            // *Trước đề xuất của Sở A, …*
            let noun = [Class::NoSubject, Class::Time, Class::Topic, Class::Given];
            let name = || {
                let noun = noun.iter().any(|class| class.at(before).is_some());
                self.reading.case(before.index()).is_capital() && !noun
            };
            wish == first.index()
                || !self.actors.run_before(wish).is_empty()
                || name()
                || Class::Speaker.at(before).is_some()
        };
        let wishes = self.cues.wishes_within(first.index(), to).iter();
        wishes
            .take(MOST_RUNS)
            .find(|&&(wish, _)| speaks(wish))
            .map(|&(wish, _)| wish)
    }

    /// Those of `run` who are the subject of what stands behind it: *Sau khi nghe báo cáo của Bộ A, Phó
    /// Thủ tướng …* names one, behind the comma.
    pub(super) fn subject_of<'a>(&self, run: &'a [Actor]) -> &'a [Actor] {
        let place = |actor: &Actor| self.reading.place(actor.start);
        let inside = |first: &Actor| {
            let first = place(first);
            let lower = self.reading.case(first.back().index()) == Case::Lower;
            first.gap() == Gap::Space
                && (Class::NoSubject.before(first).is_some()
                    || lower && Class::Address.before(first).is_none())
        };
        if !run.first().is_some_and(inside) {
            return run;
        }
        let own = run.iter().rposition(|actor| self.is_parted(actor));
        &run[own.unwrap_or(0)..]
    }

    /// Whether the order right before `subject` is not given: *không giao X …*.
    pub(super) fn is_withheld(&self, subject: Place<'r, 't>) -> bool {
        let mut before = subject;
        while let Some(ahead) = Class::Address.before(before) {
            before = ahead;
        }
        let order = before.phrase_before(&CUES);
        order.is_some_and(|(cue, order)| {
            cue.is_order() && order.gap() == Gap::Space && Class::Not.before(order).is_some()
        })
    }
}
