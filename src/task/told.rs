//! What a clause tells that is over or done, and so gives nobody anything to do.

use super::cue::Cue;
use super::grammar::Grammar;
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
        let [from, to] = [clause.start, clause.end].map(|at| self.reading.place_at(at).index());
        let mut cues = self.cues.within(from, to).iter();
        cues.any(|(_, cue)| matches!(cue, Cue::Lead | Cue::Cooperate))
    }

    /// Whether the words behind *chủ trì* tell that it is done: *… và đã hoàn thành tháng 6/2023*.
    pub(super) fn is_told_done(&self, clause: Span, from: Place<'r, 't>) -> bool {
        let mut place = from;
        while place.start() < clause.end {
            let joined = place.gap() == Gap::Comma || self.reading.slice(place.index() - 1) == "và";
            // *… và Bộ đã hoàn thành*
            let who = self.actors.run_from(place.index()).last();
            let done = who.map_or(place, |last| self.actors.behind(last));
            if joined && says_done(done) {
                return true;
            }
            place = place.next();
        }
        false
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
