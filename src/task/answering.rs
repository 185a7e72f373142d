//! Duties whose owner stands above, or answers for what is done.

use super::cue::CUES;
use super::grammar::{Given, Grammar, Mood, Predicate};
use super::types::Duty;
use super::words::{Class, Said, action};
use crate::reading::{Gap, Place};
use crate::span::Span;

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// *Hành khách có trách nhiệm khai báo …*: whoever a clause begins with.
    pub(super) fn answering(
        &self,
        clause: Span,
        first: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<Given> {
        // *Buộc bà Trần Thị B có nghĩa vụ …*: the verb of a judgment is no part of the name.
        let first = match self.reading.slice(first.index()) {
            "Buộc" => first.next(),
            _ => first,
        };
        let aside = self.behind_opening(clause, first);
        let first = aside.unwrap_or(first);
        let opening = Said::at(first);
        let others = [Class::Time, Class::Topic, Class::NoSubject, Class::Stop];
        // *Tổ chức vận hành có trách nhiệm …*
        let arranges = opening.action().is_some() && !opening.is(Class::Head);
        if !(self.reading.case(first.index()).is_capital()
            || opening.is(Class::Plural)
            || opening.is(Class::Address)
            || aside.is_some())
            || arranges
            || others.iter().any(|class| opening.is(*class)) && !opening.is(Class::Person)
            || first.phrase(&CUES).is_some()
        {
            return None;
        }
        // *Cơ quan được lấy ý kiến có trách nhiệm …*
        let noun = aside.is_some() || opening.is(Class::Head) || opening.is(Class::Person);
        let cue = self.responsible_behind(clause, first.next())?;
        let end = self.before_aux(cue);
        let words = Span::new(first.start(), end.end());
        let is_name = cue.gap() == Gap::Space
            && (first.index()..end.index()).all(|i| {
                let place = self.reading.place(i);
                (i == first.index() || place.gap() == Gap::Space)
                    && (noun || !matches!(self.reading.slice(i), "được" | "luôn" | "và"))
            });
        if !is_name || words.is_empty() || self.is_office(first, end.index(), mood) {
            return None;
        }
        let predicate = self.predicate(clause, cue, mood.duty, false)?;
        if mood.duty.is_none() && self.is_told_done(clause, predicate.task) {
            return None;
        }
        let does = mood.duty.is_some()
            || predicate.task.start() >= clause.end
            || aside.is_some()
            || action(predicate.task).is_some();
        does.then(|| {
            let start = words.start;
            let mut given = self.given(clause, &[], predicate, Vec::new(), start, false);
            let name = Span::new(words.start, self.name_end(words));
            given
                .leads
                .push(super::actors::plain(name.of(self.reading.text())));
            given
        })
    }

    /// What the one above is to do: *a) Chủ trì, phối hợp với Y …*, *b) Hướng dẫn …*.
    pub(super) fn inherited(
        &self,
        clause: Span,
        first: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<Given> {
        // *Hằng năm, báo cáo …* says how often before it says what.
        let verb = match mood.who.is_empty() {
            true => first,
            false => {
                let verb = self.behind_period(clause, first);
                self.behind_grounds(clause, verb).unwrap_or(verb)
            }
        };
        // *THỦ TRƯỞNG ĐƠN VỊ⏎(Ký, ghi rõ họ tên)*
        let aside = clause.of(self.reading.text()).starts_with('(');
        // *1. Bộ Y tế …* says what another one does.
        let others = || {
            let run = self.actors.run_from(first.index());
            run.first().is_some_and(|actor| self.actors.is_body(actor))
        };
        let none = aside || others() || self.says_what_is(clause, first);
        if mood.who.is_empty() || none || self.names_owner(clause, first) {
            return None;
        }
        // *Quy định của pháp luật về …*, *Yêu cầu về diện tích*: a noun.
        let owned = action(first).is_some_and(|behind| self.reading.slice(behind.index()) == "của");
        // *Văn phòng Chính phủ: Thông báo số 15/TB-VPCP …* names a paper.
        let paper = |noun: Place<'r, 't>| {
            matches!(self.reading.slice(noun.index()), "số" | "Số")
                && noun.next().number().is_some()
        };
        if action(first).is_some_and(paper) {
            return None;
        }
        let order = first.phrase(&CUES).filter(|(cue, _)| cue.is_order());
        let about = order.is_some_and(|(_, behind)| self.reading.slice(behind.index()) == "về");
        if owned || about {
            return None;
        }
        let orders = order.is_some();
        let own = || {
            let (duty, partners) = (mood.duty.filter(|_| orders)?, Vec::new());
            Some(Predicate {
                duty,
                cued: false,
                partners,
                task: first,
            })
        };
        let said = self.predicate(clause, verb, mood.duty, mood.strong);
        let mut predicate = said.or_else(own)?;
        if predicate.task.index() == verb.index() {
            predicate.task = first;
        }
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
            told: false,
        })
    }

    /// Whether a clause says what somebody is: *Chủ tài khoản là người đại diện …*, but *Phòng A là cơ quan đầu
    /// mối …*.
    pub(super) fn says_what_is(&self, clause: Span, first: Place<'r, 't>) -> bool {
        /// Who is spoken of is named in no more words.
        const NAME: usize = 8;
        let mut place = first;
        for _ in 0..NAME {
            if action(place).is_some() || super::cue::is_cue(place) {
                return false;
            }
            place = place.next();
            if place.start() >= clause.end || place.gap() != Gap::Space {
                return false;
            }
            if self.reading.slice(place.index()) == "là" {
                let office = Class::Modal.at(place);
                return office.is_none_or(|behind| behind.index() == place.index() + 1);
            }
        }
        false
    }

    /// `first` behind the words that say how often or by when, and stand before a verb: *Hằng năm,*, *Trước
    /// ngày 15/11,*.
    pub(super) fn behind_period(&self, clause: Span, first: Place<'r, 't>) -> Place<'r, 't> {
        let mut place = first;
        loop {
            // *Định kỳ hằng quý*
            let date = match Class::Periodic.at(place) {
                Some(behind) if self.reading.slice(place.index()).ends_with("ịnh") => behind,
                _ => place,
            };
            let behind = self.calendar.behind_date(date);
            let goes_on = |behind: &Place<'_, '_>| {
                matches!(behind.gap(), Gap::Space | Gap::Comma) && behind.start() < clause.end
            };
            match behind.filter(goes_on) {
                // *Hằng năm, trước ngày 15/11, báo cáo …*
                Some(behind) => place = behind,
                None if place.index() > first.index() && action(place).is_some() => return place,
                None => return first,
            }
        }
    }
}
