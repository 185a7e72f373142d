//! Where the subject of a clause ends that is longer than the name of a class of actors: *Tổ chức, cá nhân
//! sử dụng tài nguyên nước có trách nhiệm …*.

use super::actors::Actor;
use super::cue::{CUES, Cue};
use super::duty::{AUX, NO_DUTY};
use super::grammar::Grammar;
use super::words::{Class, action};
use crate::reading::{Gap, Place};
use crate::span::Span;

/// How many words a class of actors may go on until *có trách nhiệm*.
const LONG_SUBJECT: usize = 30;

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// The words of a class of actors that goes on until *có trách nhiệm*, and the place of the cue: *Tổ
    /// chức, cá nhân sử dụng tài nguyên nước có trách nhiệm …*. Other words than those of its name part
    /// them in *Thành viên làm việc kiêm nhiệm, có trách nhiệm …*.
    pub(super) fn long_subject(
        &self,
        clause: Span,
        last: &Actor,
    ) -> Option<(Option<Span>, Place<'r, 't>)> {
        if self.actors.is_certain(last) {
            return None;
        }
        let cue = self.responsible_behind(clause, self.reading.place(last.end))?;
        let end = self.before_aux(cue);
        let name = Span::new(last.span.start, end.end());
        let more = cue.gap() == Gap::Comma || self.reading.slice(cue.back().index()) == "và";
        (end.index() > last.end).then(|| ((!more).then_some(name), cue))
    }

    /// The place of *có trách nhiệm* behind words about the grounds: *Sở Tài chính căn cứ số thu của các đơn
    /// vị có trách nhiệm …*.
    pub(super) fn responsible_aside(
        &self,
        clause: Span,
        behind: Place<'r, 't>,
    ) -> Option<Place<'r, 't>> {
        let aside = Class::Given.at(behind)?;
        let spaced = behind.gap() == Gap::Space && behind.phrase(&CUES).is_none();
        let cue = self.responsible_behind(clause, aside)?;
        (spaced && cue.gap() == Gap::Space).then_some(cue)
    }

    /// The place of *có trách nhiệm* in the words from `place` on, if they are those of its subject.
    pub(super) fn responsible_behind(
        &self,
        clause: Span,
        place: Place<'r, 't>,
    ) -> Option<Place<'r, 't>> {
        let mut place = place;
        for _ in 0..LONG_SUBJECT {
            if place.start() >= clause.end {
                return None;
            }
            match place.phrase(&CUES) {
                // *có trách nhiệm phối hợp …*
                Some((Cue::Responsible | Cue::Cooperate, _))
                    if self.reading.slice(place.index()) != "phối" =>
                {
                    return place.phrase_before(&NO_DUTY).is_none().then_some(place);
                }
                Some((Cue::Office, _)) => return None,
                // *Lãnh đạo thành phố yêu cầu Sở Xây dựng có trách nhiệm …*
                Some((cue, behind))
                    if cue.is_order() && !self.actors.run_from(behind.index()).is_empty() =>
                {
                    return None;
                }
                _ => {}
            }
            if self.begins_clause(place) || Class::Past.at(place).is_some() {
                return None;
            }
            place = place.next();
        }
        None
    }

    /// The words of a class of actors that goes on until *phải* or *cần*, and the place of that: *yêu cầu
    /// các tỉnh trong phạm vi ảnh hưởng của bão phải …*.
    pub(super) fn charged_subject(
        &self,
        clause: Span,
        last: &Actor,
    ) -> Option<(Span, Place<'r, 't>)> {
        if self.actors.is_certain(last) {
            return None;
        }
        let mut place = self.reading.place(last.end);
        for _ in 0..LONG_SUBJECT {
            let inside = place.start() < clause.end && place.gap() == Gap::Space;
            if !inside || self.begins_clause(place) {
                return None;
            }
            let verb = self.behind_aux(place);
            if verb.index() > place.index() && verb.gap() == Gap::Space && action(verb).is_some() {
                return Some((Span::new(last.span.start, place.end()), place));
            }
            place = place.next();
        }
        None
    }

    /// Whether a word stands at `place` behind which no subject goes on: *thì*, *mà*, *là*, *rằng*.
    fn begins_clause(&self, place: Place<'r, 't>) -> bool {
        matches!(
            self.reading.slice(place.index()),
            "thì" | "mà" | "là" | "rằng"
        )
    }

    /// The place before *sẽ*, *phải* and the like that stand before `place`.
    pub(super) fn before_aux(&self, place: Place<'r, 't>) -> Place<'r, 't> {
        let mut end = place;
        while end.gap() == Gap::Space
            && let Some((_, ahead)) = end.phrase_before(&AUX)
            // *Cán bộ được phân công* says who.
            && self.reading.slice(ahead.index()) != "được"
        {
            end = ahead;
        }
        end
    }
}
