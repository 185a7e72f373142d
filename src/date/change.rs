//! A date that is moved: *lùi thời hạn từ tháng 6/2025 sang tháng 9/2025* is no stretch between the two.

use super::draft::Draft;
use super::dressing::{BEFORE, CLAUSE, LABEL, Sense};
use super::due::REACH;
use super::expression::{DateExpression, Role};
use super::lexicon::{JOINT, Joint, MOVE, Move, ids};
use super::partial::PartialDate;
use super::value::DateValue;
use crate::reading::Place;
use crate::span::Found;

/// Whether a date that begins at `first` is moved to the one behind the joint at `joint`.
pub(super) fn is_moved(first: Place<'_, '_>, joint: Place<'_, '_>) -> bool {
    let end = first.index();
    let mut at = clause_of(first);
    let mut moved = None;
    let mut from = false;
    while at.index() < end {
        from |= at.id() == ids().from;
        match at.phrase(&MOVE) {
            Some((&by, behind)) => {
                (moved, from) = (Some(by), false);
                at = behind;
            }
            None => at = at.next(),
        }
    }
    let over = joint.reading().slice(joint.index()) == "sang";
    from && match moved {
        Some(Move::Back) => true,
        Some(Move::Over) => over,
        Some(Move::Away) | None => false,
    }
}

/// The clause in front of a place, at most so many words of it.
fn clause_of<'r, 't>(at: Place<'r, 't>) -> Place<'r, 't> {
    let reading = at.reading();
    let first = reading
        .place_at(reading.clause(at.start()).start)
        .index()
        .min(at.index())
        .max(at.index().saturating_sub(REACH));
    reading.place(first)
}

/// What the last date says of the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moved {
    /// Something lies on the next day instead.
    Day,
    /// It is a term, which then ends on the next day.
    Term,
}

/// What is moved away from the date, which is then neither a limit nor a day of its own.
pub(super) fn leave(draft: &mut Draft<'_, '_>) -> Option<Moved> {
    let mut ahead = draft.behind;
    let over = ahead.gap().is_soft() && ahead.eat(&JOINT) == Some(Joint::To);
    let dated = matches!(
        draft.expression.value,
        DateValue::Date(_) | DateValue::Relative(_)
    );
    if !(over && dated && is_moved(draft.start, draft.behind)) {
        return None;
    }
    draft.expression.modifier = None;
    draft.expression.role = None;
    Some(match is_term(draft.start) {
        true => Moved::Term,
        false => Moved::Day,
    })
}

/// Whether the clause in front is about a term, and not about when something is in force.
fn is_term(start: Place<'_, '_>) -> bool {
    let mut at = clause_of(start);
    let mut term = false;
    while at.index() < start.index() {
        let of = |role| {
            [at.phrase(&BEFORE), at.phrase(&LABEL)]
                .into_iter()
                .flatten()
                .any(|(dress, _)| dress.role == Some(role))
        };
        if of(Role::Effective) {
            return false;
        }
        let sense = at.phrase(&CLAUSE).and_then(|(dress, _)| dress.sense);
        term |= of(Role::Deadline) || matches!(sense, Some(Sense::Done | Sense::Sent));
        at = at.next();
    }
    term
}

/// Makes `date` the one to which `last`, right in front of it, was moved.
pub(super) fn arrive(
    text: &str,
    moved: Moved,
    last: &mut Found<'_, DateExpression>,
    start: usize,
    date: &mut DateExpression,
) {
    let between = text.get(last.span.end..start).unwrap_or("").trim();
    if !matches!(between, "sang" | "đến" | "tới" | "đến hết" | "sang hết") {
        return;
    }
    if let (DateValue::Date(from), DateValue::Date(to)) = (&mut last.value.value, &date.value) {
        let filled = from.filled_from(*to);
        if filled.exists() && !filled.is_after(*to) {
            *from = filled;
            last.value.resolved = last.value.resolve_itself();
        }
    }
    let year = matches!(date.value, DateValue::Date(PartialDate::Year(_)));
    date.role = match moved {
        Moved::Term if !year => Some(Role::Deadline),
        _ => date.role.filter(|&role| role == Role::Event),
    };
}
