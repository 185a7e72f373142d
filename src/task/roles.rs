//! Who leads and who helps, both told in one field: *Sở A phối hợp với Sở B*, *Sở A (chủ trì), Sở B (phối
//! hợp)*.

use super::actors::Actors;
use super::cue::{CUES, Cue};
use super::words::{Class, is_verb};
use crate::reading::{Gap, Place};
use crate::span::Span;

impl<'r, 't> Actors<'r, 't, '_> {
    /// The names of those who lead and of those who help in `within`, the field of those who lead.
    pub(super) fn roles(&self, within: Span) -> [Vec<String>; 2] {
        let alone = || [self.names(within), Vec::new()];
        let Some((cue, behind)) = self.cooperation_in(within) else {
            return alone();
        };
        if let Some(bracket) = self.reading.bracket(cue.start())
            && bracket.start >= within.start
        {
            let text = self.reading.text();
            let before = &text[within.start..bracket.start];
            // Those before the bracket, up to the bracket that says who leads.
            let start = within.start + before.rfind(')').map_or(0, |at| at + 1);
            let open = text[within.start..start].rfind('(');
            let end = open.map_or(start, |at| within.start + at);
            return [
                self.names(Span::new(within.start, end)),
                self.names(Span::new(start, bracket.start)),
            ];
        }
        let lead = self.cue_in(within, |cue| cue == Cue::Lead);
        let lead = lead.filter(|(lead, _)| lead.start() < cue.start());
        if behind.gap() == Gap::Space
            && let Some(named) = Class::Link.at(behind)
        {
            let end = lead.map_or(cue, |(lead, _)| lead);
            let (partners, _) = self.partners(named);
            let leads = self.names(self.up_to(within.start, end));
            return match leads.is_empty() || partners.is_empty() {
                true => alone(),
                false => [leads, partners],
            };
        }
        // *Sở A chủ trì, Sở B phối hợp*
        match lead {
            Some((lead, after)) => [
                self.names(self.up_to(within.start, lead)),
                self.names(self.up_to(after.start(), cue)),
            ],
            None => alone(),
        }
    }

    /// Whether `within`, behind the label *Phân công* at byte `label`, says what each one does: *Cô Hoa trang trí hội
    /// trường*.
    pub(super) fn are_told_deeds(&self, label: usize, within: Span) -> bool {
        let shares = self.reading.place_at(label).phrase(&CUES);
        let first = self.reading.place_at(within.start).index();
        let last = self.reading.place_at(within.end).index();
        let does = |i| {
            let place = self.reading.place(i);
            place.gap() == Gap::Space && is_verb(place) && !self.is_inside(place.start())
        };
        let told = || within.of(self.reading.text()).contains('(') || (first + 1..last).any(does);
        matches!(shares, Some((Cue::Direct, _))) && told()
    }

    /// From byte `start` to the end of the words before `end`.
    fn up_to(&self, start: usize, end: Place<'r, 't>) -> Span {
        Span::new(start, end.end().max(start))
    }

    /// The first *phối hợp* in `within` that is no part of a name, and the place behind it.
    fn cooperation_in(&self, within: Span) -> Option<(Place<'r, 't>, Place<'r, 't>)> {
        self.cue_in(within, |cue| cue == Cue::Cooperate)
    }

    fn cue_in(
        &self,
        within: Span,
        wanted: impl Fn(Cue) -> bool,
    ) -> Option<(Place<'r, 't>, Place<'r, 't>)> {
        let first = self.reading.place_at(within.start).index();
        let last = self.reading.place_at(within.end).index();
        (first..last).find_map(|i| {
            let place = self.reading.place(i);
            let (cue, behind) = place.phrase(&CUES)?;
            (wanted(*cue) && !self.is_inside(place.start())).then_some((place, behind))
        })
    }
}
