//! Lists that say year and symbol once, behind their last serial: *các Thông tư số 01, 02, 03/2021/TT-BGDĐT*.

use super::label::{Label, is_listed_behind};
use super::words::{JOINTS, LABELS};
use super::{DocumentNumber, Notation, NumberWarning, Parts, lex};
use crate::reading::{Gap, Place, WordId};
use crate::span::{Found, Span};
use crate::tables::Tables;
use crate::tables::kinds::Trait;

/// No list that was met is longer.
const MOST: usize = 64;

/// A serial of a list, with the year where it has one of its own.
struct Member<'t> {
    span: Span,
    serial: &'t str,
    year: Option<&'t str>,
}

/// The numbers before the one at `place`, of which `number` says the symbol and, where they have
/// none, the year.
///
/// `label` is what stands right before `place`, `last` the list that the last candidate belonged
/// to; nothing before byte `settled` is looked at.
pub(super) fn before<'t>(
    place: Place<'_, 't>,
    number: &DocumentNumber,
    label: Label<'_>,
    last: Option<(usize, usize)>,
    settled: usize,
    tables: &Tables,
) -> Vec<Found<'t, DocumentNumber>> {
    // A head of its own right before it, or a sentence's end: no list.
    let whole = number.notation() != Notation::Standard && !number.serial().contains('.');
    if label.head.is_some() || number.suffix().is_some() || !whole {
        return Vec::new();
    }
    let (mut front, mut members) = (place, Vec::new());
    while members.len() < MOST
        && let Some((before, member)) = member_before(front)
        && member.span.start >= settled
    {
        front = before;
        members.push(member);
    }
    if members.is_empty() {
        return Vec::new();
    }
    members.reverse();
    let mut label = Label::before(front, tables);
    if label.head.is_none()
        && let Some((first, end)) = last
        && is_listed_behind(front, end)
    {
        label = Label::before(front.reading().place(first), tables);
    }
    let announced = label.head.is_some_and(|head| match number.kind() {
        Some(kind) => head.carries(kind),
        None => head.is(Trait::Law),
    });
    if !announced || !agree(&members, number, label) {
        return Vec::new();
    }
    let text = place.reading().text();
    let found = members.iter().map(|member| {
        let value = number.of_serial(member.serial, member.year);
        Found::new(text, member.span, value)
    });
    found.collect()
}

/// Whether the serials can be of one list with `number`. Years must stand with all of them or with
/// none; a year is lent only where the words say that there are several numbers, and the serials rise.
fn agree(members: &[Member<'_>], number: &DocumentNumber, label: Label<'_>) -> bool {
    let own_years = members
        .iter()
        .filter(|member| member.year.is_some())
        .count();
    if own_years > 0 {
        return own_years == members.len() && number.year().is_some();
    }
    let serials = members
        .iter()
        .map(|member| member.serial)
        .chain([number.serial()]);
    let values: Vec<u32> = serials.map(|serial| serial.parse().unwrap_or(0)).collect();
    (label.number || label.plural) && values.is_sorted_by(|a, b| a < b)
}

/// The serial of a list before `place`, and the place before it.
fn member_before<'r, 't>(place: Place<'r, 't>) -> Option<(Place<'r, 't>, Member<'t>)> {
    let mut front = place;
    if front.gap().is_soft()
        && let Some((_, before)) = front.phrase_before(&LABELS)
    {
        front = before;
    }
    if front.gap().is_soft()
        && let Some((_, before)) = front.phrase_before(&JOINTS)
        && before.gap() != Gap::Glued
    {
        front = before;
    } else if front.gap() != Gap::Comma && front.between().trim() != ";" {
        return None;
    }
    if !matches!(front.between().trim(), "" | "," | ";") || front.gap() == Gap::LineEnd {
        return None;
    }
    let end = front.end();
    let digits = |place: Place<'r, 't>| {
        let before = place.back();
        (place.id_before() == WordId::NUMBER).then(|| Some((before, before.number()?)))?
    };
    let (before, serial) = digits(front)?;
    let (before, serial, year) = match before.gap() {
        Gap::Slash if before.between() == "/" && lex::is_year(serial) => {
            let (before, own) = digits(before)?;
            (before, own, Some(serial))
        }
        _ => (before, serial, None),
    };
    let apart = matches!(
        before.gap(),
        Gap::Space | Gap::Comma | Gap::Colon | Gap::LineEnd
    );
    let glued_label = before.gap() == Gap::Glued && before.phrase_before(&LABELS).is_some();
    let listed = before.between().trim() == ";";
    if serial.len() > 6 || !(apart || glued_label || listed) {
        return None;
    }
    let span = Span::new(before.start(), end);
    Some((before, Member { span, serial, year }))
}

impl DocumentNumber {
    /// The number with that serial (and year) and this symbol.
    fn of_serial(&self, serial: &str, year: Option<&str>) -> DocumentNumber {
        let year = year.and_then(|year| year.parse().ok()).or(self.year());
        let (sign, symbol) = self.signed_symbol();
        let canonical = match year {
            Some(year) => format!("{serial}/{year}{sign}{symbol}"),
            None => format!("{serial}{sign}{symbol}"),
        };
        let mut warnings = self.0.warnings.clone();
        warnings.push(NumberWarning::Shared);
        DocumentNumber::of(Parts {
            canonical: canonical.into(),
            serial: serial.into(),
            year,
            warnings,
            ..Parts::clone(&self.0)
        })
    }

    /// The symbol and the sign before it.
    fn signed_symbol(&self) -> (&str, &str) {
        let symbol = self.symbol();
        let at = self.as_str().len() - symbol.len();
        (self.as_str().get(at - 1..at).unwrap_or("/"), symbol)
    }
}
