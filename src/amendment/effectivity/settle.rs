//! The day from which an effect holds.

use std::collections::HashMap;

use super::types::Effective;
use super::types::Effectivity;
use super::types::EffectivityKind::EntersIntoForce;
use crate::citation::Citation;
use crate::date::{CivilDate, DateExpression};
use crate::document_id::DocumentId;
use crate::provision::ProvisionOf;
use crate::span::Found;

/// Says on which day each effect begins. `dates` are those of the text, resolved by the page's own
/// day; a day that hangs on the signing of another document is counted from that one's date.
pub(crate) fn settle(
    effects: &mut [Found<'_, Effectivity>],
    dates: &[Found<'_, DateExpression>],
    citations: &[Found<'_, Citation<'_>>],
) {
    let mut begins: HashMap<ProvisionOf, CivilDate> = HashMap::new();
    let mut issued: HashMap<&DocumentId, CivilDate> = HashMap::new();
    for citation in citations {
        let day = citation.value.resolved.date.as_ref();
        if let Some(day) = day.and_then(|date| date.to_string().parse().ok()) {
            issued.entry(&citation.value.id).or_insert(day);
        }
    }
    for effect in effects.iter_mut() {
        let value = &mut effect.value;
        value.day = match (&value.from, &value.of) {
            (Some(Effective::Date { edtf, .. }), _) => {
                edtf.split('/').next().and_then(|day| day.parse().ok())
            }
            (Some(Effective::Offset { span, .. } | Effective::Event { span, .. }), of) => {
                let date = dates.binary_search_by_key(&span.start, |date| date.span.start);
                date.ok()
                    .and_then(|i| match of {
                        ProvisionOf::Document(id) => dates[i].value.resolve(*issued.get(id)?),
                        _ => dates[i].value.resolved.clone(),
                    })
                    .and_then(|day| day.to_string().parse().ok())
            }
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
