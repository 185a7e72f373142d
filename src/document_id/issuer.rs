//! Who issues the documents of a number, by its code.

use crate::date::PartialDate;
use crate::number::{DocumentNumber, Notation};
use crate::tables::Tables;
use crate::tables::bodies::{Context, Registry, Setting};

/// Whether the code in a number stands for one body, so that nobody else can have issued it.
pub(super) fn tells_issuer(number: &DocumentNumber) -> bool {
    match number.notation() {
        Notation::Assembly | Notation::Standard | Notation::Precedent => true,
        Notation::Court => false,
        _ if number.issuers().len() > 1 => true,
        _ => issuer_by_code(number, None, None, &Tables::builtin().bodies).is_some(),
    }
}

/// The body that the code in `number` stands for, when it is one body alone; one that every
/// province has is none without its `place`. Names change with the `date`.
pub(crate) fn issuer_by_code(
    number: &DocumentNumber,
    date: Option<PartialDate>,
    place: Option<&str>,
    registry: &Registry,
) -> Option<String> {
    let [code] = number.issuers() else {
        return None;
    };
    body_by_code(code, number, date, place, registry)
}

/// The bodies that the codes of a joint number stand for; none where one of them is not known.
pub(crate) fn issuers_by_codes(
    number: &DocumentNumber,
    date: Option<PartialDate>,
    registry: &Registry,
) -> Vec<String> {
    let codes = number.issuers().iter();
    let bodies = codes.map(|code| body_by_code(code, number, date, None, registry));
    bodies.collect::<Option<_>>().unwrap_or_default()
}

fn body_by_code(
    code: &str,
    number: &DocumentNumber,
    date: Option<PartialDate>,
    place: Option<&str>,
    registry: &Registry,
) -> Option<String> {
    let year = number.year().and_then(PartialDate::new_year);
    let setting = match number.notation() {
        Notation::Party => Setting::PartyNumber,
        // "31/LB-CQĐT" is an order of arrest.
        Notation::Letter if !number.units().is_empty() => Setting::Letter,
        _ => Setting::StateNumber,
    };
    let context = Context {
        setting,
        date: date.or(year),
        place,
    };
    let everywhere = registry
        .lookup(code, &context)
        .all()
        .iter()
        .any(|body| body.is_local());
    match everywhere && place.is_none() {
        true => None,
        false => registry.issuer_name(code, &context),
    }
}
