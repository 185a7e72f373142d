//! Headings that name who is to do what stands below them: bodies, persons, offices.

use super::charge::Charge;
use super::cue::{CUES, Cue};
use super::grammar::{Grammar, Mood};
use super::types::Duty;
use super::words::Class;
use crate::reading::{Case, Gap, Place};
use crate::span::Span;

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// *1. Nhiệm vụ*, *2. Quyền hạn*: what the one above is charged with, under a name for it.
    pub(super) fn of_kind(&self, own: Span, first: Place<'r, 't>, mood: &Mood) -> Option<Mood> {
        if mood.who.is_empty() && mood.about.is_empty() {
            return None;
        }
        let charge = Charge::at(first)?;
        (charge.behind.start() >= own.end).then(|| match charge.rights {
            true => Mood {
                rights: true,
                ..Mood::default()
            },
            false if mood.who.is_empty() => Mood {
                who: mood.about.clone(),
                duty: Some(Duty::Responsible),
                strong: true,
                ..Mood::default()
            },
            false => mood.clone(),
        })
    }

    /// *Bộ Nội vụ*, *Giao Bộ Nội vụ:* with nothing else on the line.
    pub(super) fn named(
        &self,
        own: Span,
        first: Place<'r, 't>,
        mood: &Mood,
        (marked, colon): (bool, bool),
    ) -> Option<Mood> {
        let mut place = first;
        let mut duty = mood.duty.or(Some(Duty::Lead));
        let mut strong = mood.strong && mood.duty == Some(Duty::Ordered);
        if let Some((cue, behind)) = place.phrase(&CUES)
            && cue.is_order()
        {
            place = behind;
            duty = Some(Duty::Ordered);
            strong = true;
        }
        while let Some(behind) = behind_address(place)
            && behind.end() <= own.end
        {
            place = behind;
        }
        // *Đồng chí Trần Văn An, Phó Chủ tịch UBND xã* is one.
        let whole = self.actors.run_from(first.index());
        let run = match self.actors.run_from(place.index()) {
            [] if whole.iter().any(|actor| self.actors.is_holder(actor)) => whole,
            run => run,
        };
        let Some(last) = run.last() else {
            let addressed = place.index() > first.index() && mood.duty.is_some();
            let who = addressed.then(|| self.person_at(own, place)).flatten()?;
            return Some(Mood {
                who: vec![who],
                requesters: mood.requesters.clone(),
                duty,
                strong: true,
                ..Mood::default()
            });
        };
        let behind = self.actors.behind(last);
        if last.span.end > own.end || behind.start() < own.end {
            return None;
        }
        if place.index() > first.index() && self.is_petition_to(first, last) {
            return Some(Mood::default());
        }
        // Below nothing that gives duties a name on its line is the cell of a table or who signs.
        if !marked && !colon && mood.duty.is_none() && place.index() == first.index() {
            return None;
        }
        if self.actors.is_arranging(&run[0]) {
            return None;
        }
        // *Thủ tướng: Không để …* is what somebody says.
        let told = colon && !marked && mood.duty.is_none() && place.index() == first.index();
        if told && self.actors.is_holder(last) {
            return None;
        }
        // *Điều 8. Người nộp thuế* says of whom, and gives nobody anything to do.
        let persons = || run.iter().all(|actor| self.actors.is_person_class(actor));
        let leads = self.names(run);
        if mood.duty.is_none() && duty != Some(Duty::Ordered) && persons() {
            return Some(Mood {
                about: leads,
                ..Mood::default()
            });
        }
        let requesters = mood.requesters.clone();
        Some(Mood {
            who: leads,
            partners: Vec::new(),
            requesters,
            duty,
            strong: strong || colon && mood.duty.is_some(),
            rights: mood.rights,
            ..Mood::default()
        })
    }

    /// The one whose name begins at `place` and is all of `own`, with an office or without one: *Nguyễn Văn
    /// An - Chủ tịch UBND xã*; named by the office, if it is known.
    pub(super) fn person_at(&self, own: Span, place: Place<'r, 't>) -> Option<String> {
        /// A person's name has so many words at most.
        const NAME: usize = 5;
        let mut end = place;
        while end.index() < place.index() + NAME
            && self.reading.case(end.index()) == Case::Title
            && (end.index() == place.index() || end.gap() == Gap::Space)
        {
            end = end.next();
        }
        let words = end.index() - place.index();
        // *Cô Hoa* goes by one name.
        let address = Class::Address.before(place).filter(|_| words == 1);
        let start = address.map_or(place.start(), |address| address.start());
        let name = Span::new(start, end.end().max(start));
        let whole = |behind: Place<'_, '_>| behind.start() >= own.end;
        // *Thầy Nam, thầy Bình* are two.
        let more = end.gap() == Gap::Comma && Class::Address.at(end).is_some();
        if words < 2 && address.is_none() || name.end > own.end || more {
            return None;
        }
        let plain = || super::actors::plain(name.of(self.reading.text()));
        if whole(end) {
            return Some(plain());
        }
        let parted = matches!(end.gap(), Gap::Comma | Gap::Dash) || end.between().contains('(');
        let office = self.actors.run_from(end.index());
        let last = office.last().filter(|_| parted);
        match last {
            Some(last) if whole(self.actors.behind(last)) && self.actors.is_holder(&office[0]) => {
                Some(self.actors.name(&office[0]))
            }
            // *Lê Văn Minh - Công chức Văn hóa*
            _ => {
                /// What somebody is, is told in no more words.
                const OFFICE: usize = 10;
                let to = self.reading.place_at(own.end).index();
                let words = end.index()..to;
                let office = parted && words.len() <= OFFICE;
                let plainly = |i| {
                    let place = self.reading.place(i);
                    let joined =
                        i == end.index() || !matches!(place.gap(), Gap::Colon | Gap::Comma);
                    joined && place.phrase(&CUES).is_none() && super::words::action(place).is_none()
                };
                (office && words.into_iter().all(plainly)).then(plain)
            }
        }
    }

    /// *TỔ CHỨC THỰC HIỆN*, *Trách nhiệm của Bộ Công an*, *Quyền của …*.
    pub(super) fn titled(
        &self,
        own: Span,
        first: Place<'r, 't>,
        mood: &Mood,
        (marked, colon): (bool, bool),
    ) -> Option<Mood> {
        let (cue, behind) = first.phrase(&CUES)?;
        let upper = !own.of(self.reading.text()).contains(char::is_lowercase);
        // *Phân công nhiệm vụ như sau:*
        let leads = || colon && self.only_points(own, behind);
        // *Tổ chức thực hiện* with nothing else on its line
        let alone = || behind.start() >= own.end && self.reading.case(first.index()).is_capital();
        match cue {
            Cue::Section if marked || upper || leads() || alone() => Some(Mood {
                duty: Some(Duty::Lead),
                ..Mood::default()
            }),
            Cue::Duties | Cue::Toward => {
                let run = self.actors.run_from(behind.index());
                let Some(last) = run.last() else {
                    return self
                        .duties_of_others(own, first, behind, mood)
                        .filter(|_| marked || colon && self.is_short(own, behind));
                };
                // *Đối với cá nhân:* says of whom, and gives nothing to do.
                let certain = || run.iter().all(|actor| self.actors.is_certain(actor));
                if *cue == Cue::Toward && mood.duty.is_none() && !upper && !certain() {
                    return None;
                }
                let whole = self.actors.behind(last).start() >= own.end;
                let leads = match whole {
                    true => self.names(run),
                    false => vec![self.named_within(Span::new(run[0].span.start, own.end))],
                };
                // *UBND huyện yêu cầu:⏎- Đối với xã A: …*
                let ordered = *cue == Cue::Toward && mood.duty == Some(Duty::Ordered);
                let duty = match ordered {
                    true => Duty::Ordered,
                    false => Duty::Responsible,
                };
                Some(Mood {
                    who: leads,
                    duty: Some(duty),
                    requesters: mood.requesters.clone(),
                    strong: true,
                    ..Mood::default()
                })
            }
            Cue::Rights => Some(Mood {
                rights: true,
                ..Mood::default()
            }),
            _ => None,
        }
    }

    /// Whether a heading is *Trách nhiệm của* with bodies behind it and nothing more.
    pub(super) fn names_duties_of(&self, own: Span, first: Place<'r, 't>) -> bool {
        let Some((Cue::Duties, behind)) = first.phrase(&CUES) else {
            return false;
        };
        let run = self.actors.run_from(behind.index());
        run.last()
            .is_some_and(|last| self.actors.behind(last).start() >= own.end)
    }

    /// *Trách nhiệm của thí sinh*: those whose duties stand below are whoever is named.
    pub(super) fn duties_of_others(
        &self,
        own: Span,
        first: Place<'r, 't>,
        behind: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<Mood> {
        // *Nhiệm vụ của Đề án* are nobody's; *Nhiệm vụ, quyền hạn của Tổ trưởng* are somebody's.
        let mut words = (first.index()..behind.index()).map(|i| self.reading.place(i));
        let duties = Class::ChargeOwn.at(first).is_some()
            || words.any(|word| Class::ChargeRight.at(word).is_some());
        let name = Span::new(behind.start().min(own.end), own.end);
        (duties && behind.gap() == Gap::Space && !name.is_empty()).then(|| Mood {
            who: vec![self.named_within(name)],
            requesters: mood.requesters.clone(),
            duty: Some(Duty::Responsible),
            ..Mood::default()
        })
    }

    /// Whether the words of a heading from `place` on may be a name.
    pub(super) fn is_short(&self, own: Span, place: Place<'r, 't>) -> bool {
        /// Who is charged is named in no more words.
        const NAME: usize = 12;
        self.reading.place_at(own.end).index() <= place.index() + NAME
    }

    /// The name with which `words` begin, up to what they say of the duty.
    pub(super) fn named_within(&self, words: Span) -> String {
        let name = Span::new(words.start, self.name_end(words));
        super::actors::plain(name.of(self.reading.text()))
    }
}

/// The place behind the words that somebody is addressed with: *đồng chí*, *ông*, *Đ/c*.
fn behind_address<'r, 't>(place: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let reading = place.reading();
    let next = place.next();
    let short = matches!(reading.slice(place.index()), "Đ" | "đ")
        && next.gap() == Gap::Slash
        && reading.slice(next.index()) == "c";
    Class::Address
        .at(place)
        .or_else(|| short.then(|| next.next()))
}
