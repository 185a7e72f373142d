//! The day from which an effect holds.

use std::collections::HashMap;

use super::types::Effective;
use super::types::Effectivity;
use super::types::EffectivityKind::EntersIntoForce;
use crate::citation::{Citation, is_passed};
use crate::date::{Anchor, CivilDate, DateExpression, DateValue, Offset, PartialDate};
use crate::document_id::DocumentId;
use crate::provision::ProvisionOf;
use crate::reading::Reading;
use crate::span::Found;

/// Says on which day each effect begins. `dates` are those of the text, `own` is the page's document and
/// its day of issue; a day that hangs on the signing of another one is counted from that one's date.
pub(crate) fn settle(
    effects: &mut [Found<'_, Effectivity>],
    reading: &Reading<'_>,
    dates: &[Found<'_, DateExpression>],
    citations: &[Found<'_, Citation<'_>>],
    own: Option<(&DocumentId, Option<CivilDate>)>,
) {
    let mut begins: HashMap<ProvisionOf, CivilDate> = HashMap::new();
    let mut issued: HashMap<&DocumentId, CivilDate> = HashMap::new();
    for citation in citations {
        let day = citation.value.resolved.date.and_then(PartialDate::civil);
        if let Some(day) = day {
            issued.entry(&citation.value.id).or_insert(day);
        }
    }
    let issue = |of: &ProvisionOf| match (of, own) {
        (ProvisionOf::Document(id), Some((own, day))) if id == own => day,
        (ProvisionOf::Document(id), _) => issued.get(id).copied(),
        (ProvisionOf::Itself, Some((_, day))) => day,
        _ => None,
    };
    // The day on which the page's own document was passed stands below its text.
    let adopted = |of: &ProvisionOf| {
        let mut last = dates.iter().rev();
        let passed = last.find(|date| is_passed(reading, date.span.start));
        let passed = passed.filter(|_| *of == ProvisionOf::Itself && own.is_some());
        passed
            .and_then(|date| date.value.day())
            .or_else(|| issue(of))
    };
    let day_of = |anchor: Anchor, of: &ProvisionOf| match anchor {
        Anchor::Adoption => adopted(of),
        Anchor::Signing | Anchor::Promulgation => issue(of),
        Anchor::Day(day) => day.bounds().map(|(first, _)| first),
        _ => None,
    };
    for effect in effects.iter_mut() {
        let value = &mut effect.value;
        value.day = match (&value.from, &value.of) {
            (Some(Effective::Date { edtf, .. }), _) => {
                edtf.split('/').next().and_then(|day| day.parse().ok())
            }
            (Some(Effective::Offset { offset, .. }), of) => {
                day_of(offset.from, of).and_then(|day| counted(*offset, day))
            }
            (Some(Effective::Event { anchor, .. }), of) => day_of(*anchor, of),
            _ => None,
        };
        if let (EntersIntoForce, Some(day), true) =
            (value.kind, value.day, value.provisions.is_empty())
        {
            begins.entry(value.of.clone()).or_insert(day);
        }
    }
    for effect in effects.iter_mut() {
        if let Some(Effective::With { document }) = &effect.value.from {
            effect.value.day = begins.get(document).copied();
        }
    }
}

/// The day on which `offset`, counted from `day` on, is over.
fn counted(offset: Offset, day: CivilDate) -> Option<CivilDate> {
    let from = Anchor::Day(day.into());
    match DateValue::Offset(Offset { from, ..offset }).resolve(day)? {
        DateValue::Date(end) => end.civil(),
        _ => None,
    }
}
