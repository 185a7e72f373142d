//! What makes a duty of a plain verb: *phải*, and a day by which it is to be done.

use once_cell::sync::Lazy;

use super::actors::Actor;
use super::cue::CUES;
use super::duty::MUST;
use super::grammar::{Grammar, Mood};
use super::types::Duty;
use super::words::{Class, action};
use crate::date::{DateExpression, DateValue, Modifier};
use crate::reading::{Case, Gap, Place, WordId};
use crate::span::Span;
use crate::tables::VOCABULARY;

/// *này*
static SELF: Lazy<WordId> = Lazy::new(|| VOCABULARY.id("này"));

/// The name of a kind of document has no more words.
const THIS: usize = 4;

/// So many words of a clause are looked through behind a verb, not all that follow.
const AHEAD: usize = 120;

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// The duty of those of `run`, where they must do something or are to do it by a day: *Bộ Công Thương phải trình
    /// phương án trước ngày 30/9*, *UBND các xã bàn giao mặt bằng chậm nhất ngày 30/10*. `does` is what stands behind
    /// their names, `first` the first word of the clause.
    pub(super) fn bound_by_limit(
        &self,
        clause: Span,
        run: &[Actor],
        (first, does): (Place<'r, 't>, Place<'r, 't>),
        mood: &Mood,
    ) -> Option<Duty> {
        if mood.rights || does.gap() != Gap::Space {
            return None;
        }
        let whom = self.actors.is_certain(&run[0]) || self.actors.names_kind(&run[0]);
        let must = does.id() == *MUST;
        if mood.spoken || mood.duty == Some(Duty::Ordered) {
            return (must && whom).then_some(Duty::Ordered);
        }
        let known = run.last().is_some_and(|last| self.actors.is_certain(last));
        if known && run[0].start == first.index() && self.sees_to_this(clause, does) {
            return Some(Duty::Responsible);
        }
        // *người dân phải …* is as often what law says of everybody.
        let must = must && (whom || !self.actors.is_person_class(&run[0]));
        let limit = || whom && self.does_plainly(does) && self.has_limit(clause, does);
        let subject = self.reading.place(run[0].start);
        // *cơ quan quản lý | xuất nhập cảnh*: a verb may as well say which body.
        let named = || {
            self.actors.is_certain(&run[0])
                || Class::Procedural.at(does).is_some() && !self.is_bound_behind(clause, does)
        };
        let bound = must || limit() || self.opens_due(first, subject, does) && named();
        (bound && !self.calendar.due_in(clause).is_empty()).then_some(Duty::Responsible)
    }

    /// Whether a clause opens with the day by which its subject is to do something, or says that this comes back: *Trước
    /// ngày 25 hằng tháng, Cục A gửi …*, *Định kỳ hằng quý, Sở B báo cáo …*. `does` is where the verb begins.
    pub(super) fn opens_due(
        &self,
        first: Place<'r, 't>,
        subject: Place<'r, 't>,
        does: Place<'r, 't>,
    ) -> bool {
        if subject.gap() != Gap::Comma || !self.opens_aside(first) {
            return false;
        }
        let opening = Span::new(first.start(), subject.end());
        let due = self.calendar.due_in(opening);
        let plain = action(does).is_some() && does.phrase(&CUES).is_none();
        // *Trong năm 2026, …* is as often a report.
        let limits = |date: &DateExpression| {
            matches!(date.modifier, Some(Modifier::Before | Modifier::By))
                || matches!(date.value, DateValue::Offset(_))
        };
        let limited = due.iter().any(|date| limits(&date.value));
        let reports = || {
            let word = self.reading.slice(does.index());
            Class::Reporting.at(does).is_some()
                && (word == "báo" || Class::Periodic.at(first).is_some())
        };
        plain && (limited || !due.is_empty() && reports())
    }

    /// Whether *chậm nhất*, *muộn nhất* or *trước* a day stands in the clause behind `place`.
    fn has_limit(&self, clause: Span, place: Place<'r, 't>) -> bool {
        let last = self.reading.place_at(clause.end).index();
        let latest = |i: usize| {
            let place = self.reading.place(i);
            let first = self.reading.slice(i);
            match first {
                "chậm" | "muộn" => Class::Due.at(place).is_some(),
                // *trước ngày 30/6*, but *trước khi …*, *trước ngày Luật này có hiệu lực*
                "trước" => {
                    let number = |more: &Place<'_, '_>| more.number().is_some();
                    number(&place.next()) || number(&place.next().next())
                }
                _ => false,
            }
        };
        (place.index()..last).take(AHEAD).any(latest)
    }

    /// Whether those before `does` see to it that the document itself is carried out: *theo dõi, đôn đốc việc thực hiện
    /// Kế hoạch này*.
    fn sees_to_this(&self, clause: Span, does: Place<'r, 't>) -> bool {
        if Class::Oversees.at(does).is_none() {
            return false;
        }
        let last = self.reading.place_at(clause.end);
        let kind = |this: Place<'r, 't>| {
            let ahead = (this.index().saturating_sub(THIS)..this.index()).rev();
            let mut ahead = ahead.map(|i| self.reading.case(i));
            ahead.any(|case| case == Case::Title)
        };
        (last.back().id() == *SELF || last.back().back().id() == *SELF) && kind(last.back())
    }

    /// Whether *phải* stands in the words from `place` on that no sign parts from it: *doanh nghiệp kinh doanh hàng
    /// miễn thuế phải …*.
    fn is_bound_behind(&self, clause: Span, place: Place<'r, 't>) -> bool {
        /// The rest of a name has no more words.
        const NAME: usize = 20;
        let mut at = place;
        for _ in 0..NAME {
            at = at.next();
            if at.start() >= clause.end || at.gap() != Gap::Space {
                return false;
            }
            if at.id() == *MUST {
                return true;
            }
        }
        false
    }

    /// Whether a verb without a word of duty stands at `place`.
    fn does_plainly(&self, place: Place<'r, 't>) -> bool {
        let cued = place.phrase(&CUES).is_some();
        action(place).is_some() && Class::NounVerb.at(place).is_none() && !cued
    }
}
