//! Who issues the documents of a number, by its code.

use smol_str::SmolStr;

use crate::date::PartialDate;
use crate::number::{DocumentNumber, Notation};
use crate::tables::Tables;
use crate::tables::bodies::{Body, BodyClass, Context, Registry, Setting};

/// Whether the code in a number stands for one body, so that nobody else can have issued it.
pub(super) fn tells_issuer(number: &DocumentNumber) -> bool {
    match number.notation() {
        Notation::Assembly | Notation::Standard | Notation::Precedent => true,
        Notation::Court => false,
        _ if number.issuers().len() > 1 => true,
        _ => is_of_one_body(number, &Tables::builtin().bodies),
    }
}

/// Whether the code in `number` stands for one body alone, whatever the day and the place.
pub(crate) fn is_of_one_body(number: &DocumentNumber, registry: &Registry) -> bool {
    body_by_code(number, &circumstances(number, None, None), registry).is_some()
}

/// The body that the code in `number` stands for, when it is one body alone; one that every
/// province has is none without its `place`. Names change with the `date`.
pub(crate) fn issuer_by_code(
    number: &DocumentNumber,
    date: Option<PartialDate>,
    place: Option<&str>,
    registry: &Registry,
) -> Option<String> {
    let context = circumstances(number, date, place);
    let body = body_by_code(number, &context, registry)?;
    Some(body.name_at(place, context.date))
}

/// The bodies that the codes of a joint number stand for; none where one of them is not known.
pub(crate) fn issuers_by_codes(
    number: &DocumentNumber,
    date: Option<PartialDate>,
    registry: &Registry,
) -> Vec<String> {
    let context = circumstances(number, date, None);
    let name = |code: &SmolStr| {
        let body = body_of_code(code, &context, registry)?;
        Some(body.name_at(None, context.date))
    };
    let names: Option<Vec<String>> = number.issuers().iter().map(name).collect();
    names.unwrap_or_default()
}

fn body_by_code<'r>(
    number: &DocumentNumber,
    context: &Context<'_>,
    registry: &'r Registry,
) -> Option<&'r Body> {
    let [code] = number.issuers() else {
        return None;
    };
    body_of_code(code, context, registry)
}

fn body_of_code<'r>(code: &str, context: &Context<'_>, registry: &'r Registry) -> Option<&'r Body> {
    let found = registry.lookup(code, context);
    let everywhere = found.all().iter().any(|body| body.is_local());
    match everywhere && context.place.is_none() {
        true => None,
        false => found
            .of_one_name()
            .filter(|body| !is_of_many(code, body, context)),
    }
}

/// Whether offices all over the country write `code`, which once or elsewhere stands for `body` alone: *TC* and *XD* of
/// districts and schools, where ministries have written *BTC* and *BXD* since Thông tư liên tịch 55/2005/TTLT-BNV-VPCP;
/// *TA* and *CA* of courts; *QH* for plans (*quy hoạch*) in letters.
fn is_of_many(code: &str, body: &Body, context: &Context<'_>) -> bool {
    let year = context.date.and_then(PartialDate::year);
    let old = year.is_some_and(|year| year < 2006);
    let without_head = || {
        let whole = body.codes.first().and_then(|whole| whole.strip_prefix('B'));
        whole == Some(code)
    };
    match body.class {
        BodyClass::Court => code.len() <= 2,
        BodyClass::Department => body.name.starts_with("Vụ "),
        BodyClass::Ministry => !old && without_head(),
        _ => code == "QH" && context.setting == Setting::Letter,
    }
}

/// What the number tells of the circumstances in which its code stands, beside what is known of them.
fn circumstances<'a>(
    number: &DocumentNumber,
    date: Option<PartialDate>,
    place: Option<&'a str>,
) -> Context<'a> {
    let year = number.year().and_then(PartialDate::new_year);
    let setting = match number.notation() {
        Notation::Party => Setting::PartyNumber,
        // "31/LB-CQĐT" is an order of arrest.
        Notation::Letter if !number.units().is_empty() => Setting::Letter,
        _ => Setting::StateNumber,
    };
    Context {
        setting,
        date: date.or(year),
        place,
    }
}
