//! The words that a clause opens with before its subject: when, on what grounds, in which case.

use super::actors::Actor;
use super::cue::Cue;
use super::duty::MUST;
use super::grammar::Grammar;
use super::words::{Class, Said, is_verb};
use crate::reading::{Case, Gap, Place};
use crate::span::Span;

/// What the words before a subject say of when, on what grounds, in which case.
const ASIDE: [Class; 4] = [Class::Time, Class::Topic, Class::Adjunct, Class::Given];

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// Whether a clause opens with such words, so that its subject stands behind a comma: *Trong thời hạn 05 ngày kể
    /// từ ngày nhận được đề nghị của Bộ A, Bộ B …*.
    pub(super) fn opens_aside(&self, first: Place<'r, 't>) -> bool {
        let opening = Said::at(first);
        ASIDE.iter().any(|class| opening.is(*class)) || self.calendar.behind_date(first).is_some()
    }

    /// Where the subject of *có trách nhiệm* begins behind such words, if it begins with a noun for somebody: *Chậm
    /// nhất 05 ngày trước ngày họp, | người bị chất vấn có trách nhiệm …*.
    pub(super) fn behind_opening(
        &self,
        clause: Span,
        first: Place<'r, 't>,
    ) -> Option<Place<'r, 't>> {
        /// Whoever answers for something is named in no more words.
        const NAME: usize = 14;
        if !self.opens_aside(first) {
            return None;
        }
        // *có trách nhiệm phối hợp …*
        let answers = |(at, cue): &&(usize, Cue)| {
            matches!(cue, Cue::Responsible | Cue::Cooperate) && self.reading.slice(*at) != "phối"
        };
        let &(cue, _) = self.cues_in(clause).iter().find(answers)?;
        let mut at = self.before_aux(self.reading.place(cue));
        // *người ký phải xác nhận và chịu trách nhiệm …* is one more verb.
        let more = self.reading.slice(at.back().index()) == "và";
        for _ in 0..NAME {
            if at.index() <= first.index() || more || at.back().id() == *MUST {
                return None;
            }
            match at.gap() {
                Gap::Comma => {
                    let at = self.first_of_nouns(at, first);
                    return self.names_somebody(at).then_some(at);
                }
                Gap::Space if self.reading.slice(at.index() - 1) == "thì" => {
                    return self.names_somebody(at).then_some(at);
                }
                Gap::Space => at = at.back(),
                _ => return None,
            }
        }
        None
    }

    /// The first of the nouns that stand together before the one at `place`: *cơ quan, tổ chức, | cá nhân có thẩm
    /// quyền*.
    fn first_of_nouns(&self, place: Place<'r, 't>, first: Place<'r, 't>) -> Place<'r, 't> {
        /// Such a noun has no more words.
        const NOUN: usize = 2;
        let mut at = place;
        loop {
            let mut ahead = at.back();
            for _ in 1..NOUN {
                if ahead.gap() == Gap::Space {
                    ahead = ahead.back();
                }
            }
            let noun = [Class::Head, Class::Member, Class::Person];
            let whole = noun.iter().any(|class| {
                let behind = class.at(ahead);
                behind.is_some_and(|behind| behind.index() == at.index())
            });
            if !whole || ahead.gap() != Gap::Comma || ahead.index() <= first.index() {
                return at;
            }
            at = ahead;
        }
    }

    /// Whether a noun for somebody stands at `place`, or the short form of one: *người nộp hồ sơ*, *NSDLĐ*.
    fn names_somebody(&self, place: Place<'r, 't>) -> bool {
        let said = Said::at(place);
        let nouns = [
            Class::Person,
            Class::Head,
            Class::Member,
            Class::Plural,
            Class::Address,
            Class::Officer,
        ];
        let short = || {
            self.reading.case(place.index()) == Case::Upper
                && self.reading.slice(place.index()).chars().count() > 2
        };
        nouns.iter().any(|class| said.is(*class)) || short()
    }

    /// The verb behind the grounds that a clause without a subject opens with: *Căn cứ tình hình thực tế, | xây dựng kế
    /// hoạch*, *Trên cơ sở Kế hoạch này, | tổ chức …*.
    pub(super) fn behind_grounds(
        &self,
        clause: Span,
        first: Place<'r, 't>,
    ) -> Option<Place<'r, 't>> {
        /// Grounds are told in no more words.
        const GROUNDS: usize = 24;
        let mut at = Class::Grounds.at(first)?;
        for _ in 0..GROUNDS {
            if at.start() >= clause.end {
                return None;
            }
            if at.gap() == Gap::Comma {
                // *Căn cứ kết quả, cơ quan quản lý …* has a subject.
                let run = self.actors.run_from(at.index());
                if run.first().is_some_and(|subject| !subject.linked) {
                    return None;
                }
                if is_verb(at) {
                    return Some(at);
                }
            }
            at = at.next();
        }
        None
    }

    /// The place before the words that somebody at `place` is addressed with: *các ông | Bí thư chi bộ*.
    pub(super) fn before_address(&self, place: Place<'r, 't>) -> Place<'r, 't> {
        let mut at = place;
        while at.gap() == Gap::Space
            && let Some(ahead) = Class::Address.before(at)
        {
            at = ahead;
        }
        at
    }

    /// Whether `actor` stands behind a comma, with what it is addressed with.
    pub(super) fn is_parted(&self, actor: &Actor) -> bool {
        let place = self.before_address(self.reading.place(actor.start));
        place.between().contains(',')
    }
}
