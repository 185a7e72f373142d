//! What a clause tells that is over or done, and so gives nobody anything to do.

use super::cue::Cue;
use super::grammar::{Grammar, Told};
use super::when::Elapsed;
use super::words::Class;
use crate::reading::{Gap, Place};
use crate::span::Span;

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// How long ago the time is that a clause opens with: *Tuần qua, …*; `None` where it opens with none.
    pub(super) fn elapsed(&self, clause: Span) -> Option<Elapsed> {
        let first = self.reading.place_at(clause.start);
        if Class::Ago.at(first).is_some() {
            return Some(Elapsed::Period);
        }
        self.calendar.elapsed_at(first)
    }

    /// Whether a word of duty stands in `clause`.
    pub(super) fn has_cue(&self, clause: Span) -> bool {
        let mut cues = self.cues_in(clause).iter();
        cues.any(|(_, cue)| matches!(cue, Cue::Lead | Cue::Cooperate))
    }

    /// Whether the words behind *chủ trì* tell that it is done: *… và đã hoàn thành tháng 6/2023*.
    pub(super) fn is_told_done(&self, clause: Span, from: Place<'r, 't>) -> bool {
        let end = self.reading.place_at(clause.end).index();
        let from = from.index();
        let mut told = self.told.get().filter(|told| told.end == end);
        let told = told.get_or_insert(Told {
            end,
            from: end,
            last: None,
        });
        if from < told.from {
            let behind = told.last;
            told.last = behind.or_else(|| (from..told.from).rev().find(|&i| self.goes_on_done(i)));
            told.from = from;
        }
        self.told.set(Some(*told));
        told.last.is_some_and(|last| last >= from)
    }

    /// Whether the clause goes on at word `i` with what tells that it is done.
    fn goes_on_done(&self, i: usize) -> bool {
        let place = self.reading.place(i);
        let joined = place.gap() == Gap::Comma || self.reading.slice(i - 1) == "và";
        // *… và Bộ đã hoàn thành*
        let who = self.actors.run_from(i).last();
        joined && says_done(who.map_or(place, |last| self.actors.behind(last)))
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
