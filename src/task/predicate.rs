//! What the words behind a subject say of it: what kind of duty, with whom, and where the words of
//! the task begin.

use super::cue::{CUES, Cue, behind_remit};
use super::grammar::{Grammar, Predicate};
use super::types::Duty;
use super::words::{Class, action};
use crate::reading::{Case, Gap, Place};
use crate::span::Span;

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// What the words at `place` say; `plain` is the duty that a verb without a cue is, `free`
    /// says that any verb will do.
    pub(super) fn predicate(
        &self,
        clause: Span,
        place: Place<'r, 't>,
        plain: Option<Duty>,
        free: bool,
    ) -> Option<Predicate<'r, 't>> {
        // *Sở Tài chính, trên cơ sở đề nghị của các xã, thẩm định …*
        let mut at = match place.gap() {
            Gap::Comma if place.phrase(&CUES).is_none() => self.behind_aside(clause, place),
            _ => place,
        };
        let place = at;
        let mut duty = None;
        let mut partners = Vec::new();
        let mut office = false;
        let within = |place: Place<'_, '_>| place.start() < clause.end;
        loop {
            at = self.behind_time(clause, at);
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
                    // *có trách nhiệm với cộng đồng*, but *chịu trách nhiệm về …*, *đối với …*
                    let answers = matches!(self.reading.slice(behind.index()), "về" | "đối")
                        && (self.reading.slice(here.index()) == "chịu"
                            || self.reading.slice(behind.index() + 1) == "việc");
                    let toward = Class::Toward.at(behind).is_some() && !answers;
                    if toward && behind.gap() == Gap::Space {
                        return None;
                    }
                    if self.only_answers_to(clause, behind) {
                        return None;
                    }
                    duty = duty.or(Some(Duty::Responsible));
                    at = behind;
                }
                Some((Cue::Office, behind)) => {
                    office = true;
                    at = behind_remit(behind);
                }
                Some((Cue::Cooperate, _)) if partners.is_empty() => {
                    let Some((names, behind)) = self.with(here) else {
                        // *có trách nhiệm phối hợp trong việc …*
                        if self.reading.slice(here.index() + 1) == "trách" {
                            duty = duty.or(Some(Duty::Responsible));
                            at = here.next().next().next();
                        }
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
            // Behind *phải* whatever follows is what is to be done.
            let bound = task.index() > at.index();
            task = self.verb(clause, task, (free || bound) && !office)?;
            if task.index() == place.index() && self.may_go_on(place) {
                return None;
            }
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
        // *Chính phủ thống nhất đánh giá: …* says what they think.
        if !strong && within(task) && Class::Appraises.at(task).is_some() {
            return None;
        }
        // *các nhiệm vụ được giao Bộ A chủ trì đã hoàn thành* tells how far they are.
        if within(task) && Class::Standing.at(task).is_some() {
            return None;
        }
        Some(Predicate {
            duty,
            cued: strong,
            partners,
            task,
        })
    }

    /// Whether the words behind *chịu trách nhiệm* only say to whom one answers, and not what for: *(cá nhân)
    /// trước pháp luật*.
    fn only_answers_to(&self, clause: Span, behind: Place<'r, 't>) -> bool {
        /// *cá nhân*, *toàn diện* and the like stand before it.
        const AHEAD: usize = 4;
        let word = |i| self.reading.slice(i);
        let end = self.reading.place_at(clause.end).index();
        let mut ahead = behind.index()..end.min(behind.index() + AHEAD);
        let Some(whom) = ahead.find(|&i| word(i) == "trước") else {
            return false;
        };
        let plain = |i| action(self.reading.place(i)).is_none();
        let dated = self
            .calendar
            .behind_date(self.reading.place(whom))
            .is_some();
        let below = self.reading.text()[clause.end..].starts_with(':');
        !dated
            && !below
            && (behind.index()..whom).all(plain)
            && (whom + 1..end).all(|i| {
                let inside = self.actors.is_inside(self.reading.place(i).start());
                inside
                    || plain(i)
                        && !matches!(word(i), "về" | "đối" | "việc" | "trong" | "nếu" | "khi")
            })
    }

    /// `place` behind the day that stands before a verb: *trước ngày 20/4 phải báo cáo*.
    fn behind_time(&self, clause: Span, place: Place<'r, 't>) -> Place<'r, 't> {
        let opens = matches!(place.gap(), Gap::Space | Gap::Comma);
        let behind = opens.then(|| self.calendar.behind_date(place)).flatten();
        behind.map_or(place, |behind| {
            let goes_on = matches!(behind.gap(), Gap::Space | Gap::Comma);
            if goes_on && behind.start() < clause.end {
                behind
            } else {
                place
            }
        })
    }

    /// Whether the name before `place` may go on with the verb there: *Hội đồng thẩm định giá đất họp*.
    fn may_go_on(&self, place: Place<'r, 't>) -> bool {
        let council = self.reading.slice(place.back().index()) == "đồng"
            && matches!(
                self.reading.slice(place.back().back().index()),
                "Hội" | "hội"
            );
        council && place.gap() == Gap::Space && Class::NounVerb.at(place).is_some()
    }

    /// `place` when a verb stands there.
    fn verb(&self, clause: Span, place: Place<'r, 't>, free: bool) -> Option<Place<'r, 't>> {
        if place.start() >= clause.end {
            return free.then_some(place);
        }
        if action(place).is_some() || free && is_forbidden(place) {
            return Some(place);
        }
        let plain = free
            && matches!(place.gap(), Gap::Space)
            && self.reading.case(place.index()) == Case::Lower
            && Class::Stop.at(place).is_none()
            && Class::Plural.at(place).is_none()
            && Class::Some.at(place).is_none()
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
                // *Hồ sơ khoa học về di sản*, *Phiên họp thường kỳ* are nothing that is done.
                Class::Thing,
                Class::Meeting,
            ]
            .iter()
            .all(|class| class.at(place).is_none())
            // *Nhóm nhiệm vụ tư vấn được quy định như sau:*
            && (Class::Countable.at(place).is_none() || !self.only_leads(clause));
        (plain || opens).then_some(place)
    }

    /// Whether a clause ends in words that point to what stands below it.
    fn only_leads(&self, clause: Span) -> bool {
        Class::Below
            .before(self.reading.place_at(clause.end))
            .is_some()
    }

    /// `place` behind *sẽ*, *cần* and the like.
    pub(super) fn behind_aux(&self, place: Place<'r, 't>) -> Place<'r, 't> {
        let mut at = place;
        while at.gap() != Gap::LineEnd
            && let Some(behind) = Class::Aux.at(at)
            // *trong trường hợp cần thiết*
            && Class::Quality.at(at).is_none()
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
            let more = (self.behind_agent(at))
                .or_else(|| Class::Modal.at(at))
                .or_else(|| Class::Aux.at(at));
            let and = (self.reading.slice(at.index()) == "và").then(|| at.next());
            match more.or(and).filter(|_| joined) {
                Some(behind) => at = behind,
                None => return place,
            }
        }
        place
    }

    /// `place` behind those who gave the task, and the verb: *được Chính phủ giao chủ trì …*.
    fn behind_agent(&self, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
        if self.reading.slice(place.index()) != "được" {
            return None;
        }
        let run = self.actors.run_from(place.next().index());
        let (cue, behind) = self.actors.behind(run.last()?).phrase(&CUES)?;
        cue.is_order().then_some(behind)
    }

    /// The partners in `, phối hợp chặt chẽ với A, B và C` and the place behind them.
    pub(super) fn with(&self, place: Place<'r, 't>) -> Option<(Vec<String>, Place<'r, 't>)> {
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
    pub(super) fn partners_before_cue(
        &self,
        place: Place<'r, 't>,
    ) -> Option<(Vec<String>, Place<'r, 't>)> {
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
    pub(super) fn task(&self, clause: Span, place: Place<'r, 't>) -> Span {
        let start = place.start().min(clause.end);
        let words = &self.reading.text()[start..clause.end];
        let words = words.strip_suffix("./").unwrap_or(words);
        let words = words.trim_end_matches([',', ':', ' ', '/', '.']);
        Span::new(start, start + words.len())
    }

    /// Whether the words from `place` on only point to a list: *thực hiện các nhiệm vụ sau*.
    pub(super) fn only_points(&self, clause: Span, place: Place<'r, 't>) -> bool {
        let mut at = place;
        while at.start() < clause.end {
            // *có các trách nhiệm sau (khoản 1 Điều 16):*
            at = self.actors.behind_bracket(at);
            if at.start() >= clause.end {
                break;
            }
            let read = Class::Pointer
                .at(at)
                .or_else(|| Class::Countable.at(at))
                .or_else(|| Class::Quality.at(at))
                .or_else(|| Class::Manner.at(at))
                .or_else(|| at.number().map(|_| at.next()));
            let Some(behind) = read else { return false };
            at = behind;
        }
        true
    }
}

/// Whether something is not to be done: *(tuyệt đối) không chủ quan*.
fn is_forbidden(place: Place<'_, '_>) -> bool {
    let reading = place.reading();
    let quite = Class::Manner.at(place).unwrap_or(place);
    place.gap() == Gap::Space && reading.slice(quite.index()) == "không"
}
