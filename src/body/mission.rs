//! Embassies and consulates: the state that sends one, and where it is.

use super::cues::ids;
use super::grammar::Grammar;
use super::lexicon::{Head, Nation};
use super::read::Read;
use super::window::Gap;
use crate::tables::bodies::BodyClass;

/// The country, the city or both in which a mission is have so many words at most.
const LONGEST_SEAT: usize = 3;

impl Grammar<'_, '_, '_> {
    /// `Đại sứ quán Việt Nam tại Lào`, `Đại sứ quán Hoa Kỳ tại Hà Nội`; one of which state is not said is none
    /// in particular.
    pub(super) fn mission(&mut self, head: &Head, next: usize) -> Option<Read> {
        let of = next + usize::from(self.is(next, ids().của));
        let (sender, behind) = match self.nation(of) {
            Some((Nation::Nothing, _)) => return None,
            Some((nation, behind)) => (Some(nation), behind),
            None => (None, next),
        };
        let seat = self.seat(behind);
        let end = seat.unwrap_or(behind);
        let mut name = head.name.to_owned();
        if sender.is_some() {
            name.push(' ');
            match sender {
                Some(Nation::Home) => name.push_str("Việt Nam"),
                _ => name.push_str(&self.words.written(of, behind)),
            }
        }
        if seat.is_some() {
            name.push(' ');
            name.push_str(&self.words.written(behind, end));
        }
        Some(self.finish(end, |read| {
            read.name = name.into();
            read.generic = sender.is_none();
            read.class = match sender {
                Some(Nation::Country | Nation::Open) => BodyClass::Foreign,
                _ => head.class,
            };
        }))
    }

    /// The word behind *tại* and a place.
    fn seat(&mut self, at: usize) -> Option<usize> {
        let spaced = self.words.get(at)?.gap == Gap::Space;
        if !self.is(at, ids().tại) || !spaced {
            return None;
        }
        if let Some((nation, behind)) = self.nation(at + 1) {
            return (nation != Nation::Nothing).then_some(behind);
        }
        if let Some(place) = self.place(at + 1).filter(|place| !place.generic) {
            return Some(place.next);
        }
        let capitals = (at + 1..=at + LONGEST_SEAT).take_while(|&i| {
            let word = self.words.get(i);
            word.is_some_and(|word| word.gap == Gap::Space && word.is_capital())
        });
        let end = capitals.last()? + 1;
        Some(end)
    }
}
