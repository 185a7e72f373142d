//! Where the subject of a clause ends that is longer than the name of a class of actors: *Tổ chức, cá nhân
//! sử dụng tài nguyên nước có trách nhiệm …*.

use super::actors::{Actor, plain};
use super::cue::{CUES, Cue};
use super::grammar::Grammar;
use super::words::{Class, action, is_verb};
use crate::reading::{Gap, Place};
use crate::span::Span;

/// How many words a class of actors may go on until *có trách nhiệm*.
const LONG_SUBJECT: usize = 30;

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// The names that a class of actors has which goes on until *có trách nhiệm*, and the place of the cue:
    /// *Tổ chức, cá nhân sử dụng tài nguyên nước có trách nhiệm …*. No names where other words than those of
    /// its own part them: *Thành viên làm việc kiêm nhiệm, có trách nhiệm …*.
    pub(super) fn long_subject(
        &self,
        clause: Span,
        last: &Actor,
    ) -> Option<(Vec<String>, Place<'r, 't>)> {
        if self.actors.is_certain(last) {
            return None;
        }
        let cue = self.responsible_behind(clause, self.reading.place(last.end))?;
        let mut end = self.before_aux(cue);
        // *Ban A được giao chủ trì, phối hợp với …*
        if let Some((Cue::Lead, _)) = cue.phrase(&CUES) {
            end = Class::Aux.before(cue).unwrap_or(end);
        }
        let more = cue.gap() == Gap::Comma || self.reading.slice(cue.back().index()) == "và";
        (end.index() > last.end).then(|| {
            let names = match more {
                true => Vec::new(),
                false => self.names_up_to(last, end),
            };
            (names, cue)
        })
    }

    /// The names from `first` up to `end`, parted where another actor begins behind a comma or *và*: *các hội
    /// được giao dự toán, Chủ tịch UBND các xã và các đơn vị liên quan*.
    fn names_up_to(&self, first: &Actor, end: Place<'r, 't>) -> Vec<String> {
        let text = self.reading.text();
        let mut names = Vec::new();
        let mut own = *first;
        let behind = Span::new(self.reading.place(first.end).start(), end.end());
        // *trường nơi học sinh, sinh viên đang học*: one that stands with another inside the name is none.
        let mut inside = false;
        let parted = self.actors.within(behind).iter().filter(|actor| {
            let place = self.reading.place(actor.start);
            let parts =
                place.gap() == Gap::Comma || self.reading.slice(place.back().index()) == "và";
            inside = !parts || inside && actor.linked;
            !inside
        });
        let name = |own: &Actor, to: usize| {
            let to = self.name_end(Span::new(own.span.start, to));
            let words = text[own.span.start..to].trim_end_matches([' ', ',']);
            let words = words.strip_suffix(" và").unwrap_or(words);
            match own.span.end >= own.span.start + words.len() {
                true => self.actors.name(own),
                false => plain(words.trim_end_matches([' ', ','])),
            }
        };
        for actor in parted {
            names.push(name(&own, actor.span.start));
            own = *actor;
        }
        names.push(name(&own, end.end()));
        names
    }

    /// Where the name ends that `words` begin with: before what they say of the duty. *chủ đầu tư | trong việc
    /// nghiệm thu*, *người vận chuyển | khi vận chuyển hành khách*.
    pub(super) fn name_end(&self, words: Span) -> usize {
        let first = self.reading.place_at(words.start).index();
        let last = self.reading.place_at(words.end).index();
        let clause = [Class::Given, Class::Below, Class::Pointer, Class::Time];
        let ends = |place: &Place<'_, '_>| {
            let within = self.reading.slice(place.index()) == "trong";
            Class::Stop.at(*place).is_some()
                && (within || clause.iter().any(|class| class.at(*place).is_some()))
        };
        let mut places = (first + 1..last).map(|i| self.reading.place(i));
        places.find(ends).map_or(words.end, |place| place.end())
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
                    return Class::NoDuty.before(place).is_none().then_some(place);
                }
                // *… trình dự án luật chủ trì, phối hợp với …*
                Some((Cue::Lead, behind))
                    if behind.gap() == Gap::Comma
                        && self.actors.run_before(place.index()).is_empty()
                        && matches!(behind.phrase(&CUES), Some((Cue::Cooperate, _))) =>
                {
                    return Class::NoDuty.before(place).is_none().then_some(place);
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
            let over = [Class::Past, Class::LongAgo];
            if self.begins_clause(place) || over.iter().any(|class| class.at(place).is_some()) {
                return None;
            }
            place = place.next();
        }
        None
    }

    /// The place of what those are to do whose name a recogniser cut, and the whole name: *yêu cầu các tỉnh
    /// trong phạm vi ảnh hưởng của bão phải …*, *Ban Chỉ đạo nhà nước các công trình trọng điểm rà soát …*. No
    /// name where the words between only say when: *các bộ sau kỳ nghỉ phải …*.
    pub(super) fn charged_subject(
        &self,
        clause: Span,
        last: &Actor,
    ) -> Option<(Option<Span>, Place<'r, 't>)> {
        let certain = self.actors.is_certain(last);
        let head = self.reading.place(last.end);
        // Behind the whole name of a body goes on what it is called only.
        if certain && Class::Plural.at(head).is_none() {
            return None;
        }
        let when = Class::Time.at(head).is_some() || self.reading.slice(head.index()) == "sau";
        let mut place = head;
        for _ in 0..LONG_SUBJECT {
            let inside = place.start() < clause.end
                && matches!(place.gap(), Gap::Space | Gap::Comma | Gap::Dash);
            if !inside || self.begins_clause(place) || place.phrase(&CUES).is_some() {
                return None;
            }
            // *các công trình*: the second half of a noun is no verb.
            let half = || Class::Compound.before(place).is_some();
            let does =
                || certain && is_verb(place) && Class::NounVerb.at(place).is_none() && !half();
            // *các sở trong quý III, đầu quý IV, phải …*
            let joined = place.gap() == Gap::Space || when && place.gap() == Gap::Comma;
            if joined && (self.begins_doing(place) || does()) {
                let name = Span::new(last.span.start, place.end());
                return Some(((!when).then_some(name), place));
            }
            place = place.next();
        }
        None
    }

    /// `place` behind the rest of a name that a recogniser cut, where *phải* or *khẩn trương* and a verb follow: *các cơ
    /// sở kinh doanh | dịch vụ du lịch phải …*.
    pub(super) fn behind_rest_of_name(&self, clause: Span, place: Place<'r, 't>) -> Place<'r, 't> {
        /// It has no more words.
        const REST: usize = 8;
        let mut at = place;
        for _ in 0..REST {
            if at.start() >= clause.end || at.gap() != Gap::Space {
                break;
            }
            if self.begins_doing(at) {
                return at;
            }
            at = at.next();
        }
        place
    }

    /// Whether the verb of a subject begins at `place`, behind *phải* or *khẩn trương*.
    fn begins_doing(&self, place: Place<'r, 't>) -> bool {
        let does = |verb: Place<'r, 't>| verb.gap() == Gap::Space && action(verb).is_some();
        let aux = self.behind_aux(place);
        if aux.index() > place.index() && does(aux) {
            return true;
        }
        Class::Manner.at(place).is_some_and(does)
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
            && let Some(ahead) = Class::Aux.before(end)
            // *Cán bộ được phân công* says who.
            && self.reading.slice(ahead.index()) != "được"
        {
            end = ahead;
        }
        end
    }
}
