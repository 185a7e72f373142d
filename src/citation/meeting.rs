//! What Party congresses and plenums resolve: documents that are cited by their meeting.

use super::words::{
    CONGRESS, CONGRESS_OF, MEETING_OF, ORDINAL_LEAD, PLENUM, PLENUM_OF, TERM, WHOLE_PARTY,
};
use super::{Findings, PartyMeeting};
use crate::marker;
use crate::reading::{Gap, Phrases, Place};
use crate::span::Span;
use crate::tables::kinds::{DocumentKind, Trait};
use crate::tables::numerals::ORDINALS;
use crate::text::fold;

/// Words that may stand between *Đại hội* and its ordinal at most: the name of a Party committee.
const MOST_WORDS: usize = 14;

/// The kind of what a Party meeting resolved that is named at `place`, the meeting, and where its name stands.
pub(super) fn read<'a>(
    findings: &'a Findings<'_, '_>,
    place: Place<'_, '_>,
) -> Option<(&'a DocumentKind, PartyMeeting, Span)> {
    let (kind, behind) = findings.tables.kinds.named_in(place, Trait::Congress)?;
    let name = behind.gap().is_soft().then_some(behind)?;
    let name = spaced(name, &MEETING_OF).unwrap_or(name);
    let (meeting, end) = congress(findings, name).or_else(|| plenum(name))?;
    Some((kind, meeting, Span::new(name.start(), end)))
}

/// The byte behind the plenum that is named at `place` as what passed the document before it: *… số 18-NQ/TW Hội
/// nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII*.
pub(super) fn passing_plenum(place: Place<'_, '_>) -> Option<usize> {
    place.phrase(&PLENUM)?;
    plenum(place).map(|(_, end)| end)
}

/// Who passes the resolutions of a plenum.
pub(super) const CENTRAL_COMMITTEE: &str = "Ban Chấp hành Trung ương";

/// Reads one of `phrases` and the space behind it.
fn spaced<'r, 't>(place: Place<'r, 't>, phrases: &Phrases<()>) -> Option<Place<'r, 't>> {
    let (_, behind) = place.phrase(phrases)?;
    behind.gap().is_soft().then_some(behind)
}

/// Reads *Đại hội đại biểu toàn quốc lần thứ XIII của Đảng*, *Đại hội XIII*, *Đại hội Đảng bộ tỉnh Sơn
/// La lần thứ XV*.
fn congress(findings: &Findings<'_, '_>, start: Place<'_, '_>) -> Option<(PartyMeeting, usize)> {
    let mut name = spaced(start, &CONGRESS)?;
    while let Some((_, behind)) = name.phrase(&CONGRESS_OF) {
        name = behind.gap().is_soft().then_some(behind)?;
    }
    let mut place = name;
    let mut number = ordinal(place);
    for _ in 0..MOST_WORDS {
        if number.is_some() || place.index() >= place.reading().len() {
            break;
        }
        place = place.next();
        if !place.gap().is_soft() && place.gap() != Gap::Dash {
            return None;
        }
        number = ordinal(place);
    }
    let (number, mut behind) = number?;
    let words = (place.index() > name.index()).then(|| {
        let words = &findings.text[name.start()..place.end()];
        fold::plain(words)
    });
    let named = words.filter(|of| !is_party(of));
    let mut whose = None;
    if behind.gap() == Gap::Space {
        let of = spaced(behind, &MEETING_OF);
        let next = of.unwrap_or(behind);
        let body = findings.body_at(next.start());
        let party = next.phrase(&WHOLE_PARTY);
        if let Some(body) = body.filter(|body| is_committee(&body.value.name)) {
            whose = Some(body.value.name.clone().into_owned());
            behind = findings.place(body.span.end);
        } else if let Some((_, end)) =
            party.filter(|(_, end)| of.is_some() || end.index() > next.index() + 1)
        {
            whose = Some("Đảng".to_owned());
            behind = end;
        } else if of.is_some() || body.is_some() || findings.reading.case(next.index()).is_capital()
        {
            // A congress of another organisation, which says whose it is.
            return None;
        }
    }
    let of = named.or(whose).filter(|of| !is_party(of));
    if of.as_deref().is_some_and(|of| !is_committee(of)) {
        return None;
    }
    let meeting = PartyMeeting::Congress {
        ordinal: number,
        of,
    };
    Some((meeting, behind.end()))
}

/// Whether `name` is that of the whole Party.
fn is_party(name: &str) -> bool {
    fold::same(name, "Đảng") || fold::same(name, "Đảng Cộng sản Việt Nam")
}

/// Whether `name` is that of a Party committee with its own congress.
fn is_committee(name: &str) -> bool {
    let key = fold::key(name);
    ["Đảng bộ", "Chi bộ"]
        .iter()
        .any(|head| key.starts_with(&fold::key(head)))
}

/// Reads *Trung ương 4 khóa XII*, *Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XIII*.
fn plenum(start: Place<'_, '_>) -> Option<(PartyMeeting, usize)> {
    let mut place = start;
    if let Some((_, behind)) = place.phrase(&PLENUM) {
        place = behind.gap().is_soft().then_some(behind)?;
    }
    let mut number = ordinal(place);
    if let Some((_, behind)) = number {
        place = spaced(behind, &MEETING_OF).unwrap_or(behind);
    }
    let (_, behind) = place.phrase(&PLENUM_OF)?;
    place = behind;
    if number.is_none() {
        number = ordinal(place).filter(|_| place.gap().is_soft());
        place = number?.1;
    }
    let (number, _) = number?;
    let between = place.between().trim();
    let bracket = between.ends_with('(');
    if !matches!(between, "" | "," | "(" | ",(" | ", (") {
        return None;
    }
    let (term, behind) = ordinal(spaced(place, &TERM)?)?;
    let closed = behind.between().starts_with(')');
    if bracket && !closed {
        return None;
    }
    let meeting = PartyMeeting::Plenum {
        ordinal: number,
        term,
    };
    Some((meeting, behind.end() + usize::from(bracket)))
}

/// Reads *lần thứ XIII*, *lần thứ tám*, *thứ 8*, *XIII*, *4*.
fn ordinal<'r, 't>(start: Place<'r, 't>) -> Option<(u8, Place<'r, 't>)> {
    let led = start.phrase(&ORDINAL_LEAD).map(|(_, behind)| behind);
    let place = match led {
        Some(behind) => behind.gap().is_soft().then_some(behind)?,
        None => start,
    };
    let word = place.reading().slice(place.index());
    let (value, behind) = if let Some(digits) = place.number() {
        (digits.parse().ok()?, place.next())
    } else if let Some((&value, behind)) = place.phrase(&ORDINALS).filter(|_| led.is_some()) {
        (value, behind)
    } else {
        let roman = word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
        (marker::roman(word).filter(|_| roman)?, place.next())
    };
    // A serial (*12-NQ/TW*) or a date is no ordinal.
    let whole = behind.gap() != Gap::Glued && !behind.between().starts_with(['/', '-']);
    let value = u8::try_from(value).ok();
    let value = value.filter(|value| whole && (1..=40).contains(value))?;
    Some((value, behind))
}
