//! What the other mentions of a document add to a citation.

use super::{Citation, Evidence, Findings, Resolved};
use crate::body::{Context, Registry, Setting};
use crate::number::Notation;
use crate::span::Found;
use crate::text::fold;

/// Fills [`Citation::resolved`]: what the sentence says, else what every other mention of the same
/// document agrees on, else, for the issuer, the list it stands in and the code in its number.
///
/// Two mentions are of one document when their numbers agree; the wording of the kind may differ
/// (*Chương trình* and *Chương trình hành động*). Only a number of the National Assembly tells no
/// kind, so that a law and a resolution may carry the same one: there the kind must agree as well.
/// Where two mentions state different dates the number was used twice, and neither is taken for a
/// third.
pub fn resolve<'t>(findings: &Findings<'_, 't>, citations: &mut [Found<'t, Citation<'t>>]) {
    let place = only_place(findings);
    let mut order: Vec<usize> = (0..citations.len()).collect();
    order.sort_by(|&a, &b| {
        document(&citations[a].value)
            .cmp(&document(&citations[b].value))
            .then(a.cmp(&b))
    });
    let groups: Vec<Vec<usize>> = order
        .chunk_by(|&a, &b| document(&citations[a].value) == document(&citations[b].value))
        .map(<[usize]>::to_vec)
        .collect();
    for group in groups {
        let mentions = || group.iter().map(|&i| &citations[i]);
        let date = agreed(
            mentions().filter_map(|m| Some(m.value.date.as_ref()?.edtf.as_str())),
            |a, b| a == b,
        );
        let issuer = agreed(
            mentions().filter_map(|m| Some(m.value.issuer.as_ref()?.name.as_str())),
            may_be_one,
        )
        .map(|name| (name.to_owned(), Evidence::Mention))
        .or_else(|| {
            let lists = mentions().filter_map(|m| Some(findings.issuer_of_list(m.span.start)?.1));
            Some((agreed(lists, may_be_one)?.to_owned(), Evidence::List))
        })
        .or_else(|| {
            Some((
                by_code(
                    &citations[group[0]].value,
                    date,
                    place,
                    &findings.tables.bodies,
                )?,
                Evidence::Code,
            ))
        });
        let date = date.map(str::to_owned);
        for i in group {
            let citation = &mut citations[i].value;
            let stated = citation
                .issuer
                .as_ref()
                .map(|issuer| (issuer.name.clone(), Evidence::Stated));
            let (issuer, issuer_source) = stated.or_else(|| issuer.clone()).unzip();
            let stated = citation.date.as_ref().map(|date| date.edtf.clone());
            citation.resolved = Resolved {
                number: citation.resolved.number.take(),
                date: stated.or_else(|| date.clone()),
                issuer,
                issuer_source,
            };
        }
    }
}

/// What two citations of one document have in common.
fn document<'a>(citation: &'a Citation<'_>) -> impl Ord + use<'a> {
    let number = citation.number.as_ref();
    let by_kind = number.is_none_or(|number| number.notation == Notation::Assembly);
    let kind = citation.kind.as_deref().filter(|_| by_kind);
    let meeting = citation.meeting.as_ref();
    let title = citation
        .title
        .as_ref()
        .filter(|_| number.is_none() && meeting.is_none())
        .map(|title| fold::key(&title.text));
    // A new law takes the name of the old one: a name is of one law in one year only.
    let year = citation.date.as_ref().and_then(|date| date.edtf.get(..4));
    let year = year.filter(|_| title.is_some());
    (number, kind, meeting, title, year)
}

/// The first of `said`, if all others say the same.
fn agreed<'a>(
    mut said: impl Iterator<Item = &'a str>,
    same: impl Fn(&str, &str) -> bool,
) -> Option<&'a str> {
    let first = said.next()?;
    said.all(|other| same(first, other)).then_some(first)
}

/// Whether two issuers may be one: a body and the office that acts for it (*Bộ Tư pháp*, *Bộ
/// trưởng Bộ Tư pháp*) do not contradict each other.
fn may_be_one(a: &str, b: &str) -> bool {
    let (a, b) = (fold::key(a), fold::key(b));
    a.ends_with(&b) || b.ends_with(&a)
}

/// What the code of the issuer tells when it stands for one body alone; a body that every province
/// has is none without its place.
pub(super) fn by_code(
    citation: &Citation<'_>,
    date: Option<&str>,
    place: Option<&str>,
    registry: &Registry,
) -> Option<String> {
    let number = citation.number.as_ref()?;
    let [code] = number.issuers.as_slice() else {
        return None;
    };
    let year = number.year.map(|year| year.to_string());
    let setting = match number.notation {
        Notation::Party => Setting::PartyNumber,
        _ => Setting::StateNumber,
    };
    let context = Context {
        setting,
        date: date.or(year.as_deref()),
        place,
    };
    let everywhere = registry
        .lookup(code, &context)
        .all()
        .iter()
        .any(|body| body.is_local());
    if everywhere && place.is_none() {
        None
    } else {
        registry.issuer_name(code, &context)
    }
}

/// The place of the bodies in a document that speaks of one place only.
fn only_place<'a>(findings: &Findings<'a, '_>) -> Option<&'a str> {
    let mut places = findings
        .bodies
        .iter()
        .filter_map(|body| body.value.place.as_deref());
    let first = places.next()?;
    places.all(|place| place == first).then_some(first)
}
