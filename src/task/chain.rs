//! What a clause goes on with behind a duty: the next one who is to do something, those who help, and the
//! sentence behind it that is of the same ones.

use super::actors::Actor;
use super::assemble::Walk;
use super::clauses::Clause;
use super::cue::{CUES, Cue};
use super::grammar::{Given, Mood};
use super::types::Duty;
use super::words::{Class, action};
use crate::reading::{Gap, Place};
use crate::span::Span;

/// The next one of a clause who is to do something.
pub(super) struct Next {
    /// Where the words before it end.
    pub(super) cut: usize,
    /// Where what is said of it begins.
    pub(super) start: usize,
    /// Only a verb says that it is to do something.
    pub(super) by_verb: bool,
}

/// The words that turn from one to the next: *, đồng thời đề nghị | Công an tỉnh*.
struct Turn<'r, 't> {
    /// The place before all of them.
    before: Place<'r, 't>,
    /// The place of the order, or of the name where none stands before it.
    own: Place<'r, 't>,
}

impl<'r, 't> Walk<'_, 'r, 't, '_> {
    /// The words of a task end before byte `end`.
    pub(super) fn end_task(&self, given: &mut Given, end: usize) {
        let words = self.reading.text()[given.task.start..end].trim_end_matches([' ', ',']);
        given.task.end = given.task.start + words.len();
    }

    /// Those who help, named behind the task of who leads, and where their names begin: *chủ trì xây
    /// dựng Đề án, Bộ B và các địa phương phối hợp thực hiện*.
    pub(super) fn helpers(&self, given: &Given) -> Option<(usize, Vec<String>)> {
        if given.duty != Duty::Lead {
            return None;
        }
        let actors = self.grammar.actors.within(given.task);
        actors.iter().find_map(|actor| {
            let place = self.reading.place(actor.start);
            if place.gap() != Gap::Comma || actor.linked || place.start() <= given.task.start {
                return None;
            }
            let (names, _) = self.grammar.partners_before_cue(place)?;
            Some((place.start(), names))
        })
    }

    /// Where the next one begins who is to do something in the same clause: *giao A làm x, B làm y*, *A chủ trì
    /// soạn thảo, B thẩm định*, *giao A làm x, đồng thời đề nghị B làm y*.
    pub(super) fn next_subject(&self, given: &Given, clause: Span) -> Option<Next> {
        let within = Span::new(given.task.start, clause.end);
        let by = |duty| Mood {
            duty,
            ..Mood::default()
        };
        let mood = by(given.ordered.then_some(Duty::Ordered));
        let plain = by(Some(Duty::Responsible));
        let mut rest = self.grammar.actors.within(within);
        while let Some(actor) = rest.first() {
            let run = self.grammar.actors.run_from(actor.start).len().max(1);
            rest = &rest[run.min(rest.len())..];
            let place = self.reading.place(actor.start);
            let Some(turn) = self.turn_to(place, given.task.start) else {
                continue;
            };
            // *giao Sở A kiểm tra*: it is the task itself that begins there.
            if turn.before.end() < given.task.start {
                continue;
            }
            let turned = turn.before.index() < place.index();
            let other = self.is_counterpart(given, actor);
            let known = self.grammar.actors.is_certain(actor)
                || other
                || turned && self.grammar.actors.names_kind(actor);
            let inside = turn.own.start() < given.task.end;
            if place.start() <= given.task.start || !known || turned && !inside {
                continue;
            }
            let own = Span::new(turn.own.start(), clause.end);
            let gives = |mood| {
                let next = self.grammar.duty_in(own, mood, false);
                next.is_some_and(|next| next.start == own.start)
            };
            let by_verb = !given.ordered && (inside || other) && self.does(actor);
            let next = |by_verb| Next {
                cut: turn.before.end(),
                start: own.start,
                by_verb,
            };
            if gives(&mood) {
                return Some(next(false));
            }
            if by_verb && gives(&plain) {
                return Some(next(true));
            }
        }
        None
    }

    /// Whether `actor` is called like the one before it, and is another: *Bên A giao hàng, bên B thanh toán*.
    fn is_counterpart(&self, given: &Given, actor: &Actor) -> bool {
        let name = self.grammar.actors.name(actor).to_lowercase();
        let first = |name: &str| name.split(' ').next().map(str::to_owned);
        let other = |lead: &String| {
            let lead = lead.to_lowercase();
            lead != name && first(&lead) == first(&name)
        };
        let several = || Class::Plural.at(self.reading.place(actor.start)).is_some();
        // Whoever a heading names is called by nobody here.
        let named = given.start < given.task.start;
        named
            && actor.body.is_none()
            && !actor.linked
            && !several()
            && given.leads.iter().any(other)
    }

    /// The words that turn to the one at `place`, behind byte `from`; `None` where it belongs to what stands
    /// before it.
    fn turn_to(&self, place: Place<'r, 't>, from: usize) -> Option<Turn<'r, 't>> {
        let own = self.grammar.before_address(place);
        let order = match own.gap() {
            Gap::Space => own.phrase_before(&CUES),
            _ => None,
        };
        let (own, order) = match order {
            Some((Cue::Order, order)) => (order, Some(order)),
            _ => (place, None),
        };
        let mut before = own;
        while before.start() > from
            && let Some(ahead) = Class::Turn.before(before)
        {
            before = ahead;
        }
        let comma = before.gap() == Gap::Comma;
        // *giao Sở A kiểm tra, yêu cầu Công ty B khắc phục* is what Sở A does.
        if let Some(order) = order
            && before.index() == order.index()
        {
            let hands_on = Class::HandsOn.at(order).is_some();
            let and = before.back();
            return match hands_on {
                true if comma => Some(Turn { before, own }),
                true if self.reading.slice(and.index()) == "và" => Some(Turn { before: and, own }),
                _ => None,
            };
        }
        comma.then_some(Turn { before, own })
    }

    /// A clause behind the words that only turn to whom it names: *; riêng Sở A hoàn thành …*.
    pub(super) fn behind_turn(&self, clause: Clause) -> Clause {
        let first = self.reading.place_at(clause.span.start);
        let behind = match clause.sign {
            ';' | '.' | '\n' => Class::Turn.at(first),
            _ => None,
        };
        let named = |behind: &Place<'_, '_>| {
            let start = behind
                .phrase(&CUES)
                .map_or(behind.index(), |(_, name)| name.index());
            !self.grammar.actors.run_from(start).is_empty() && behind.start() < clause.span.end
        };
        match behind.filter(named) {
            Some(behind) => Clause {
                span: Span::new(behind.start(), clause.span.end),
                ..clause
            },
            None => clause,
        }
    }

    /// Whether the words behind who leads only say by when: *Mở lớp: Trung tâm A chủ trì, xong trước 15/4/2026*.
    pub(super) fn names_no_task(&self, given: &Given) -> bool {
        let first = self.reading.place_at(given.task.start);
        let timed = || Class::Time.at(first).is_some() || Class::Done.at(first).is_some();
        given.duty == Duty::Lead && (given.task.is_empty() || timed())
    }

    /// Whether a verb stands right behind a body that nobody holds, and not what those do to whom
    /// something is submitted.
    fn does(&self, actor: &Actor) -> bool {
        let behind = self.grammar.actors.behind(actor);
        behind.gap() == Gap::Space
            && action(behind).is_some()
            && Class::Approval.at(behind).is_none()
            && !self.grammar.actors.is_holder(actor)
    }

    /// A sentence that begins with a word of duty is of those of the sentence before: *Đồng thời, chủ
    /// trì, phối hợp với Bộ A …*
    pub(super) fn carried_on(&mut self, place: usize, clause: Clause) -> Option<usize> {
        if clause.sign != '.' || clause.marked {
            return None;
        }
        let mut first = self.reading.place_at(clause.span.start);
        while let Some(behind) = Class::Topic.at(first).or_else(|| Class::Aux.at(first))
            && behind.start() < clause.span.end
        {
            first = behind;
        }
        let before = &self.found[place].value;
        let ordered = before.duty == Duty::Ordered && self.goes_on_ordering(clause.span, first);
        let mood = Mood {
            who: before.leads.clone(),
            requesters: before.requesters.clone(),
            duty: ordered.then_some(Duty::Ordered),
            ..Mood::default()
        };
        let rest = Span::new(first.start().min(clause.span.end), clause.span.end);
        if !self.grammar.actors.run_from(first.index()).is_empty() {
            return None;
        }
        let given = self.grammar.duty_in(rest, &mood, true)?;
        (given.start == rest.start && !given.points && !given.task.is_empty())
            .then(|| self.add(given))
    }

    /// Whether a sentence without a subject goes on with what was ordered: *… . Tham mưu thành lập Tổ thư ký*.
    fn goes_on_ordering(&self, clause: Span, first: Place<'r, 't>) -> bool {
        let last = self.reading.place_at(clause.end).index();
        let past =
            || (first.index()..last).any(|i| Class::Past.at(self.reading.place(i)).is_some());
        let others = || {
            let mut actors = self.grammar.actors.within(clause).iter();
            actors.any(|actor| self.reading.gap(actor.start) == Gap::Comma && !actor.linked)
        };
        first.start() == clause.start
            && action(first).is_some()
            // *Thống nhất chủ trương …* is what the one says who speaks.
            && Class::Asking.at(first).is_none()
            && self.reading.case(first.index()).is_capital()
            && self.calendar.due_in(clause).is_empty()
            && !past()
            && !others()
    }
}
