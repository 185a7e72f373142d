//! How far the name of a class of actors goes: seats, regions, levels, places and what an institute does.

use super::actors::{Actor, Actors};
use super::words::{Class, action};
use crate::reading::{Case, Gap, Place, Reading};
use crate::span::Span;

impl<'r, 't> Actors<'r, 't, '_> {
    /// The place behind the words at `place` that say where those sit: *Sở Y tế tại các tỉnh, thành phố*.
    pub(super) fn behind_seat(&self, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
        /// A seat is told in no more words.
        const SEAT: usize = 6;
        if !matches!(reading_of(place), "tại" | "ở") {
            return None;
        }
        let level = Class::Level.at(Class::Plural.at(place.next())?)?;
        let mut end = level;
        while end.index() < place.index() + SEAT && matches!(end.gap(), Gap::Comma | Gap::Space) {
            match Class::Level.at(end) {
                Some(more) => end = more,
                None => break,
            }
        }
        Some(end)
    }

    /// The place behind the words at `place` that say in which region those lie that `kind` names several of.
    pub(super) fn behind_region(
        &self,
        kind: &Actor,
        place: Place<'r, 't>,
    ) -> Option<Place<'r, 't>> {
        let mut end = place;
        while end.gap() == Gap::Space {
            let stretch = || {
                let from = proper_behind(end.next())?;
                let to = matches!(reading_of(from), "đến" | "tới") && from.gap() == Gap::Space;
                proper_behind(from.next()).filter(|_| to)
            };
            let more = match reading_of(end) {
                "từ" => stretch(),
                _ => Class::Region.at(end),
            };
            match more {
                Some(more) => end = more,
                None => break,
            }
        }
        (end.index() > place.index() && self.names_kind(kind)).then_some(end)
    }

    /// An institute with the words behind it that say what it does, up to whose it is: *Viện nghiên cứu | phát
    /// triển kinh tế - xã hội tỉnh*, with what it is to do behind them.
    pub(super) fn with_work(&self, kind: Actor) -> Actor {
        /// What it does is told in no more words.
        const WORK: usize = 12;
        let reading = self.reading;
        let first = reading.place(kind.start);
        let end = reading.place(kind.end);
        let named = |place| Class::Work.at(place).is_some();
        let last = kind.end.saturating_sub(2).max(kind.start);
        if Class::Institute.at(first).is_none() || !named(end) && !named(reading.place(last)) {
            return kind;
        }
        let mut place = end;
        for _ in 0..WORK {
            let lower = reading.case(place.index()) == Case::Lower;
            if !matches!(place.gap(), Gap::Space | Gap::Dash)
                || !lower
                || Class::Stop.at(place).is_some()
                || Class::Plural.at(place).is_some()
                || super::cue::is_cue(place)
                || self.body_at(place).is_some()
            {
                return kind;
            }
            let level = Class::Level
                .at(place)
                .filter(|_| place.index() > end.index());
            let does = |behind: &Place<'r, 't>| {
                behind.gap() == Gap::Space
                    && (action(*behind).is_some() || super::cue::is_cue(*behind))
            };
            if let Some(behind) = level.filter(does)
                && reading_of(place.back()) != "cấp"
            {
                return Actor {
                    end: behind.index(),
                    span: Span::new(kind.span.start, behind.end()),
                    ..kind
                };
            }
            place = place.next();
        }
        kind
    }

    /// A class with the words behind it that say in which region those lie: *Ban Chỉ huy các tỉnh | ven biển*.
    pub(super) fn with_region(&self, class: Actor) -> Actor {
        match self.behind_region(&class, self.reading.place(class.end)) {
            Some(end) => Actor {
                end: end.index(),
                span: Span::new(class.span.start, end.end()),
                ..class
            },
            None => class,
        }
    }

    /// The place behind the level at `place` that says of which of many bodies one is spoken, where nothing
    /// of its name follows: *Đoàn Thanh niên xã*.
    pub(super) fn behind_level(&self, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
        let level = Class::Level.at(place)?;
        let lower = self.reading.case(place.index()) == Case::Lower;
        let closed = level.gap() != Gap::Space
            || is_and(self.reading, level)
            || super::cue::is_cue(level)
            || action(level).is_some();
        (place.gap() == Gap::Space && lower && closed).then_some(level)
    }

    /// Whether short forms stand on both sides of `place`.
    pub(super) fn is_short(&self, place: Place<'r, 't>) -> bool {
        let upper = |i| self.reading.case(i) == Case::Upper;
        upper(place.index()) && upper(place.back().index())
    }

    /// Whether the name of a unit that begins at `place` goes on behind the dash at `end`: *Tổ Toán - Tin*.
    pub(super) fn is_named(&self, place: Place<'r, 't>, end: Place<'r, 't>) -> bool {
        let title = |i| self.reading.case(i) == Case::Title;
        let whole = (place.index()..=end.index()).all(title);
        whole && end.index() > place.index() + 1 && Class::ShortHead.at(place).is_some()
    }

    /// `place`, or the place before the number that counts the noun there: *yêu cầu 18 tỉnh, thành phố*.
    pub(super) fn before_count(&self, place: Place<'r, 't>) -> Place<'r, 't> {
        let count = place.back();
        let counts = place.index() > 0
            && place.gap() == Gap::Space
            && self.reading.case(place.index()) == Case::Lower
            && Class::Plural.at(place).is_none()
            && count.number().is_some()
            && (count.gap() != Gap::Space || super::cue::is_ordered(count));
        if counts { count } else { place }
    }

    /// The place behind the places that a class which begins at `place` and goes to `end` is told by:
    /// *các tỉnh Lâm Đồng, Khánh Hòa*, *các địa phương từ Thanh Hóa đến Bình Thuận*, *xã Tân Lập*.
    pub(super) fn behind_places(
        &self,
        place: Place<'r, 't>,
        end: Place<'r, 't>,
    ) -> Option<Place<'r, 't>> {
        let reading = self.reading;
        if matches!(reading.slice(end.index() - 1), "từ" | "đến" | "tới") {
            return proper_behind(end);
        }
        let level = Class::Level.before(end)?;
        if level.index() <= place.index() {
            return proper_behind(end);
        }
        // *UBND các huyện …*, *lãnh đạo 2 xã …*, *UBND huyện, thành phố …*
        let mut words = (place.index()..level.index()).map(|i| reading.place(i));
        let several =
            |word: Place<'_, '_>| Class::Plural.at(word).is_some() || word.number().is_some();
        if level.gap() != Gap::Comma && !words.any(several) {
            return None;
        }
        self.behind_named(end)
    }

    /// Whether what stands up to `behind` behind a colon is all that it leads to, or more than one name:
    /// behind *UBND các xã: Lập danh sách …* stands what they are to do.
    pub(super) fn names_places(&self, start: Place<'r, 't>, behind: Place<'r, 't>) -> bool {
        let mut words = (start.index() + 1..behind.index()).map(|i| self.reading.place(i));
        behind.gap() != Gap::Space
            || words.any(|word| word.gap() == Gap::Comma || is_and(self.reading, word))
    }
}

/// The place behind the capitalised words at `place`: *Vĩnh Long*.
pub(super) fn proper_behind<'r, 't>(place: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let mut behind = place;
    while behind.index() < place.index() + PLACE_WORDS
        && behind.reading().case(behind.index()).is_capital()
        && (behind.index() == place.index() || behind.gap() == Gap::Space)
    {
        behind = behind.next();
    }
    (behind.index() > place.index()).then_some(behind)
}

pub(super) fn reading_of<'t>(place: Place<'_, 't>) -> &'t str {
    place.reading().slice(place.index())
}

pub(super) fn is_and(reading: &Reading<'_>, place: Place<'_, '_>) -> bool {
    matches!(reading.slice(place.index()), "và" | "hoặc")
}

/// The name of a place has no more words.
const PLACE_WORDS: usize = 4;
