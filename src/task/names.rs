//! Names where nothing but names can stand: in a field, and behind *phối hợp với*.

use super::actors::{Actor, Actors, plain};
use super::cue::{CUES, Cue};
use super::field::is_ditto;
use super::words::{Class, is_verb};
use crate::reading::{Gap, Place};
use crate::span::Span;

/// A name of more words is no name.
const NAME_WORDS: usize = 12;

impl<'r, 't> Actors<'r, 't, '_> {
    /// The names in `within`, a field that holds nothing else: those of actors, and what stands
    /// between the commas where none is known.
    pub(super) fn names(&self, within: Span) -> Vec<String> {
        let text = self.reading.text();
        let actors = self.within(within);
        let mut names = Vec::new();
        if is_ditto(within.of(text)) {
            return names;
        }
        let mut next = 0;
        let mut piece = within.start;
        while piece < within.end {
            // A comma inside a name parts nothing.
            let mut end = piece;
            let first = next;
            loop {
                let rest = &text[end..within.end];
                end += rest.find([',', ';', '\n']).unwrap_or(rest.len());
                while actors.get(next).is_some_and(|actor| actor.span.start < end) {
                    next += 1;
                }
                match actors[first..next].last() {
                    Some(last) if last.span.end > end => end = last.span.end,
                    _ if end < within.end && self.goes_on_over(end, actors.get(next)) => end += 1,
                    _ => break,
                }
            }
            self.piece_names(Span::new(piece, end), &actors[first..next], &mut names);
            piece = end + 1;
        }
        names
    }

    /// Whether a name goes on behind the comma at byte `at`, where the next actor is `next`: *Cục Phổ
    /// biến, giáo dục pháp luật*.
    fn goes_on_over(&self, at: usize, next: Option<&Actor>) -> bool {
        let Some(rest) = self.reading.text()[at..].strip_prefix(", ") else {
            return false;
        };
        let actor = next.is_some_and(|next| next.span.start <= at + 2);
        let first = self.reading.place_at(at);
        rest.starts_with(char::is_lowercase) && !actor && Class::Member.at(first).is_none()
    }

    /// The names in a piece of a field, which holds `actors`.
    fn piece_names(&self, piece: Span, actors: &[Actor], names: &mut Vec<String>) {
        let text = self.reading.text();
        let trimmed = |words: &str| {
            let words = words.trim_matches(|c: char| c.is_whitespace() || ".-–+•:*/".contains(c));
            let words = words.strip_prefix("và ").unwrap_or(words);
            // *Đ/c Trần Thị Lan*
            let addressed = words
                .strip_prefix("Đ/c ")
                .or_else(|| words.strip_prefix("đ/c "));
            plain(addressed.unwrap_or(words))
        };
        if actors.is_empty() {
            let name = trimmed(piece.of(text));
            if name.chars().any(char::is_alphabetic) {
                names.push(name);
            }
            return;
        }
        // *Thanh tra Sở*: a name that begins before its class is a name as a whole.
        let first = self.reading.place_at(piece.start);
        if let [only] = actors
            && !self.is_certain(only)
            && first.index() < only.start
            && self.reading.case(first.index()).is_capital()
            && Class::Address.at(first).is_none()
            && Class::Link.at(first).is_none()
            && first.phrase(&CUES).is_none()
        {
            names.push(trimmed(piece.of(text)));
            return;
        }
        for (i, actor) in actors.iter().enumerate() {
            // The words behind a class say which one: *UBND các xã được kiểm tra*.
            let end = actors.get(i + 1).map_or(piece.end, |next| next.span.start);
            let own = trimmed(&text[actor.span.start..end.max(actor.span.end)]);
            let own = own.strip_suffix(" và").unwrap_or(&own);
            names.push(match self.is_certain(actor) {
                true => self.name(actor),
                false => own.to_owned(),
            });
        }
    }

    /// Those of `run` who lead and those who take part, where brackets say which: *Sở A (chủ trì), Sở B, Sở C
    /// (phối hợp)*.
    pub(super) fn shares(&self, run: &[Actor]) -> Option<(Vec<Actor>, Vec<Actor>)> {
        let (mut leads, mut partners, mut open) = (Vec::new(), Vec::new(), Vec::new());
        for actor in run {
            open.push(*actor);
            let inside = self.reading.place(actor.end);
            if !inside.between().contains('(') {
                continue;
            }
            // *(cơ quan chủ trì)*
            let office = Class::NoDuty
                .at(inside)
                .filter(|cue| cue.gap() == Gap::Space);
            match office.unwrap_or(inside).phrase(&CUES) {
                Some((Cue::Lead, _)) => leads.append(&mut open),
                Some((Cue::Cooperate, _)) => partners.append(&mut open),
                _ => {}
            }
        }
        partners.append(&mut open);
        (!leads.is_empty()).then_some((leads, partners))
    }

    /// Actors behind words that only an actor can follow: one that no recogniser knows (*Báo Pháp
    /// luật*) is taken by its name. Their names, and the place behind them.
    pub(super) fn partners(&self, place: Place<'r, 't>) -> (Vec<String>, Place<'r, 't>) {
        let mut names = Vec::new();
        let mut next = place;
        let mut end = place;
        loop {
            let run = self.run_from(next.index());
            if let Some(last) = run.last() {
                names.extend(run.iter().map(|actor| self.person(actor)));
                end = self.behind(last);
                if let Some(behind) = self.behind_field(last, end) {
                    names.pop();
                    names.push(plain(&self.reading.text()[last.span.start..behind.end()]));
                    end = behind;
                }
            } else if let Some(behind) = self.sector(place, next) {
                names.push(plain(&self.reading.text()[next.start()..behind.end()]));
                end = behind;
            } else if let Some(behind) = self.unknown_name(next) {
                names.push(plain(&self.reading.text()[next.start()..behind.end()]));
                end = self.behind_bracket(behind);
            } else if let Some(behind) = self.unknown_item(next).filter(|_| !names.is_empty()) {
                names.push(plain(&self.reading.text()[next.start()..behind.end()]));
                end = behind;
            } else {
                break;
            }
            next = end;
            let comma = next.gap() == Gap::Comma;
            // *Bộ Tài chính (Cục Thuế) và các bộ*
            let spaced = next.gap() == Gap::Space || next.between() == ") ";
            let link = Class::Link.at(next).filter(|_| comma || spaced);
            if !comma && link.is_none() {
                break;
            }
            next = link.unwrap_or(next);
        }
        (names, end)
    }

    /// The place behind the sector at `next` where the word *ngành* stands before it once for several: *phối hợp với
    /// ngành y tế, giao thông vận tải*.
    fn sector(&self, place: Place<'r, 't>, next: Place<'r, 't>) -> Option<Place<'r, 't>> {
        let behind = Class::Sector.at(next)?;
        let mut words = (place.index()..next.index()).map(|i| self.reading.slice(i));
        words.any(|word| word == "ngành").then_some(behind)
    }

    /// The place behind a few small words between two commas, where another actor follows: *lực lượng công an,
    /// quân đội, các địa phương*.
    fn unknown_item(&self, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
        /// An item has no more words.
        const ITEM: usize = 4;
        let mut end = place;
        for _ in 0..ITEM {
            if is_verb(end) || super::cue::is_cue(end) || Class::Stop.at(end).is_some() {
                return None;
            }
            end = end.next();
            match end.gap() {
                Gap::Space => {}
                Gap::Comma => return (!self.run_from(end.index()).is_empty()).then_some(end),
                _ => return None,
            }
        }
        None
    }

    /// The place behind the field that a class works in, where another name follows: *cơ quan quản lý nhà nước
    /// về tài sản, cơ quan tài chính*.
    fn behind_field(&self, class: &Actor, end: Place<'r, 't>) -> Option<Place<'r, 't>> {
        /// A field is told in no more words.
        const FIELD: usize = 6;
        if class.body.is_some()
            || end.gap() != Gap::Space
            || self.reading.slice(end.index()) != "về"
        {
            return None;
        }
        let mut place = end.next();
        for _ in 0..FIELD {
            place = place.next();
            match place.gap() {
                Gap::Space => {}
                Gap::Comma => {
                    return (!self.run_from(place.index()).is_empty()).then_some(place);
                }
                _ => return None,
            }
        }
        None
    }

    /// The place behind the name at `place`: from a capital to the verb or the sign that ends it.
    pub(super) fn unknown_name(&self, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
        // *các sở Tài chính, Xây dựng*
        let parted = || place.gap() == Gap::Comma;
        if !self.reading.case(place.index()).is_capital() || is_verb(place) && !parted() {
            return None;
        }
        let mut end = place.next();
        while end.index() < place.index() + NAME_WORDS && end.index() < self.reading.len() {
            let lower = !self.reading.case(end.index()).is_capital();
            // *TP. Hồ Chí Minh*
            let short =
                end.gap() == Gap::Dot && self.reading.slice(end.index() - 1).len() <= 2 && !lower;
            if !short && !matches!(end.gap(), Gap::Space | Gap::Dash | Gap::And)
                || lower && is_verb(end)
                || Class::Stop.at(end).is_some()
                || Class::Link.at(end).is_some()
                || super::cue::is_cue(end)
            {
                return Some(end);
            }
            end = end.next();
        }
        (end.index() == self.reading.len()).then_some(end)
    }
}
