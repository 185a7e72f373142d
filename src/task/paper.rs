//! Papers that order: *Thủ tướng vừa ký Công điện số 15/CĐ-TTg ngày 5/6/2026 yêu cầu các bộ …*.

use super::actors::Actor;
use super::grammar::{Grammar, Mood};
use super::order::Asking;
use super::words::Class;
use crate::reading::{Gap, Place};
use crate::span::Span;

/// What was done with a letter is told no more words before it.
const SENDING_WORDS: usize = 4;

/// What a paper is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    /// It orders: *công điện*, *chỉ thị*.
    Directive,
    /// It asks, or only tells: *công văn*, *văn bản*.
    Letter,
}

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// The paper whose name ends at `end`, and where it begins: *Công điện*, *Công điện số 15/CĐ-TTg ngày
    /// 5/6/2026*, *Công điện 15*.
    pub(super) fn paper_before(&self, end: Place<'r, 't>) -> Option<(Paper, Place<'r, 't>)> {
        let at = self.calendar.before_date(end).unwrap_or(end);
        let at = before_number(at).unwrap_or(at);
        match Class::Directive.before(at) {
            Some(start) => Some((Paper::Directive, start)),
            None => Some((Paper::Letter, Class::Letter.before(at)?)),
        }
    }

    /// Who signed the paper that orders, whose name ends at `end`: *công điện yêu cầu …*, *Chủ tịch UBND
    /// tỉnh vừa có văn bản yêu cầu …*.
    pub(super) fn by_paper(
        &self,
        end: Place<'r, 't>,
        first: Place<'r, 't>,
        mood: &Mood,
    ) -> Option<Asking> {
        // *có Công văn số 15/UBND-KT để chỉ đạo …*
        let end = match self.reading.slice(end.back().index()) {
            "để" | "nhằm" => end.back(),
            _ => end,
        };
        let (paper, at) = self.paper_before(end)?;
        // *Chủ tịch UBND tỉnh cho biết, tỉnh đã có văn bản yêu cầu …* only tells.
        if at.index() < first.index() || self.is_only_said(first, at) {
            return None;
        }
        // *Văn bản yêu cầu Sở A …*
        let speaks = at.index() == first.index() && self.reading.case(at.index()).is_capital();
        if paper == Paper::Letter && !speaks {
            let words = (first.index()..at.index()).rev().take(SENDING_WORDS);
            let mut words = words.map(|i| self.reading.slice(i));
            // *ban hành văn bản*, *có công văn*
            words.find(|word| matches!(*word, "đã" | "vừa" | "ký" | "hành" | "có"))?;
        }
        let within = Span::new(first.start(), at.end().max(first.start()));
        let opens = |actor: &&Actor| {
            actor.start == first.index() || actor.opens || {
                self.reading.place(actor.start).gap() == Gap::Comma
            }
        };
        let signer = self.actors.within(within).iter().find(opens);
        Some(match signer.filter(|actor| self.actors.is_body(actor)) {
            Some(signer) => Asking {
                names: self.names(std::slice::from_ref(signer)),
                start: signer.span.start,
                told: false,
            },
            None => Asking {
                names: mood.requesters.clone(),
                start: at.start(),
                told: false,
            },
        })
    }
}

/// The place before the number that ends at `end`: *(số) 15/CĐ-TTg*, *(số) 469*.
fn before_number<'r, 't>(end: Place<'r, 't>) -> Option<Place<'r, 't>> {
    /// A number has no more parts.
    const PARTS: usize = 8;
    let reading = end.reading();
    let mut at = end.back();
    for _ in 0..PARTS {
        if !matches!(at.gap(), Gap::Slash | Gap::Dash | Gap::And | Gap::Glued) {
            break;
        }
        at = at.back();
    }
    let digit = |place: Place<'_, '_>| {
        reading
            .slice(place.index())
            .starts_with(|c: char| c.is_ascii_digit())
    };
    if end.index() == 0 || !digit(at) || at.gap() != Gap::Space {
        return None;
    }
    let word = at.back();
    Some(match reading.slice(word.index()) {
        "số" | "Số" => word,
        _ => at,
    })
}

/// Whether a paper is named at `place`.
pub(super) fn is_paper(place: Place<'_, '_>) -> bool {
    let papers = [Class::Directive, Class::Letter];
    papers.iter().any(|class| class.at(place).is_some())
}
