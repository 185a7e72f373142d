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
        let long = Class::LongAgo.at(first).map(|behind| behind.index());
        match Class::Ago.at(first).map(|behind| behind.index()) {
            Some(ago) if long.is_none_or(|long| long < ago) => Some(Elapsed::Period),
            _ if long.is_some() => Some(Elapsed::Gone),
            _ => self.calendar.elapsed_at(first),
        }
    }

    /// Whether a clause says that what stands behind its colon is what somebody asks for: *Trả lời đề nghị của ông
    /// A:*.
    pub(super) fn tells_a_petition(&self, clause: Span) -> bool {
        Class::Petition
            .at(self.reading.place_at(clause.start))
            .is_some()
    }

    /// Whether below a heading with these words it is told what was achieved: *Kết quả thực hiện*.
    pub(super) fn heads_results(&self, own: Span, first: Place<'r, 't>) -> bool {
        /// Words that say of what and when: *Kết quả thực hiện công tác tháng 6 năm 2026*.
        const MORE: usize = 14;
        let Some(behind) = Class::Outcome.at(first) else {
            return false;
        };
        let last = self.reading.place_at(own.end).index();
        let more = behind.index()..last;
        let noun = || self.reading.slice(behind.index() - 1) != "quả";
        more.is_empty()
            || noun()
                && more.len() <= MORE
                && (more.into_iter()).all(|i| {
                    let place = self.reading.place(i);
                    super::words::action(place).is_none()
                        && place.phrase(&super::cue::CUES).is_none()
                })
    }

    /// Whether what stands at `place` of a clause is only what somebody says: *cho rằng Sở A phải …*.
    pub(super) fn is_only_said(&self, first: Place<'r, 't>, place: Place<'r, 't>) -> bool {
        let mut words = first.index()..place.index();
        words.any(|i| Class::Thinks.at(self.reading.place(i)).is_some())
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
        let run = self.actors.run_from(i);
        let behind = run.last().map_or(place, |last| self.actors.behind(last));
        // *yêu cầu Sở A báo cáo, và Sở đã báo cáo*
        let does = || {
            let own = run.first().is_some_and(|who| !who.linked);
            let past = Class::Past
                .at(behind)
                .filter(|_| own && behind.gap() == Gap::Space);
            self.reading.slice(i - 1) == "và"
                && past.is_some_and(|verb| super::words::action(verb).is_some())
        };
        // *có trách nhiệm giao hàng nhưng đã không thực hiện*
        let but = || {
            let past = Class::Past.at(place.next());
            let word = |place: Place<'_, '_>| self.reading.slice(place.index());
            self.reading.slice(i) == "nhưng"
                && past.is_some_and(|not| matches!(word(not), "không" | "chưa"))
        };
        joined && (says_done(behind) || does()) || but()
    }

    /// Whether the words from `from` on tell that an order was not carried out: *đã yêu cầu Sở A báo cáo nhưng Sở chưa
    /// thực hiện*.
    pub(super) fn is_told_undone(&self, clause: Span, from: Place<'r, 't>) -> bool {
        /// The one who did not is named in no more words.
        const NAME: usize = 6;
        let end = self.reading.place_at(clause.end).index();
        let word = |i| self.reading.slice(i);
        let but = (from.index()..end).find(|&i| word(i) == "nhưng");
        but.is_some_and(|but| (but + 1..end.min(but + NAME)).any(|i| word(i) == "chưa"))
    }

    /// Whether a clause tells that the task before it is done: *Đến nay đã hoàn thành*.
    pub(super) fn closes(&self, clause: Span) -> bool {
        /// How many words may stand before *đã*.
        const AHEAD: usize = 4;
        let first = self.reading.place_at(clause.start);
        // *Sở đã hoàn thành*
        let run = self.actors.run_from(first.index());
        let mut place = run.last().map_or(first, |last| self.actors.behind(last));
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
