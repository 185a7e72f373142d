//! What the other mentions of a document add to a citation.

use std::borrow::Cow;
use std::collections::HashMap;

use smallvec::{SmallVec, smallvec};

use super::{Citation, Evidence, Findings, PartyMeeting, Resolved};
use crate::body::BodyClass;
use crate::date::PartialDate;
use crate::document_id::{is_of_one_body, issuer_by_code, issuers_by_codes};
use crate::number::{DocumentNumber, Notation};
use crate::span::Found;
use crate::text::fold;

/// Fills [`Citation::resolved`] and [`Citation::id`]: what the sentence says, else what every other mention of the same
/// document agrees on, else, for the issuer, the list it stands in and the code in its number.
///
/// Two mentions are of one document when their numbers agree; the wording of the kind may differ
/// (*Chương trình* and *Chương trình hành động*). Only a number of the National Assembly tells no
/// kind, so that a law and a resolution may carry the same one: there the kind must agree as well.
/// Where two mentions state different dates the number was used twice, and neither is taken for a
/// third.
pub(super) fn resolve<'t>(findings: &Findings<'_, 't>, citations: &mut [Found<'t, Citation<'t>>]) {
    let place = only_place(findings);
    for group in groups(findings, citations) {
        let told = Told::by(findings, group.iter().map(|&i| &citations[i]), place);
        for &i in &group {
            let citation = &mut citations[i].value;
            let stated = citation.issuers.iter().map(|issuer| issuer.name.clone());
            let (issuers, evidence) = match citation.issuers.is_empty() {
                true => (told.issuers.clone(), told.evidence),
                false => (stated.collect(), Some(Evidence::Stated)),
            };
            let date = citation.date.as_ref().map(|date| date.date);
            citation.resolved = Resolved {
                number: citation.resolved.number.take(),
                date: date.or(told.date),
                issuers,
                evidence,
            };
        }
        // What nobody contradicts is one document, whoever of its body acts in each sentence.
        let model = group.iter().find(|&&i| citations[i].value.kind.is_some());
        let shared = model
            .filter(|_| told.is_one)
            .map(|&i| citations[i].value.identified(findings.tables));
        for &i in &group {
            let value = &mut citations[i].value;
            value.id = shared
                .clone()
                .unwrap_or_else(|| value.identified(findings.tables));
        }
    }
}

/// Citations of one document, as places in their list; most documents are cited once or twice.
type Group = SmallVec<[usize; 4]>;

/// The citations of one document together, each by its number, in text order. Of documents without
/// number and name no two are known to be one.
fn groups(findings: &Findings<'_, '_>, citations: &[Found<'_, Citation<'_>>]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut known: HashMap<Key<'_>, usize> = HashMap::new();
    for (i, citation) in citations.iter().enumerate() {
        let key = key(findings, &citation.value);
        let constitution = key.kind == Some("Hiến pháp");
        let named = key.number.is_some() || key.meeting.is_some() || key.title.is_some();
        if !named && !constitution {
            groups.push(smallvec![i]);
            continue;
        }
        let at = *known.entry(key).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(i),
            None => groups.push(smallvec![i]),
        }
    }
    let mut of_one = Vec::with_capacity(groups.len());
    for group in groups {
        by_issuer(findings, citations, group, &mut of_one);
    }
    of_one
}

/// The mentions of one number, apart where they state issuers that contradict each other: every province
/// has a *12/QĐ-UBND*. Which of those a mention without issuer means is then not known.
///
/// Where the number tells the issuer there is one document, whatever the mentions call him.
fn by_issuer(
    findings: &Findings<'_, '_>,
    citations: &[Found<'_, Citation<'_>>],
    group: Group,
    of_one: &mut Vec<Group>,
) {
    let value = |i: usize| &citations[i].value;
    let registry = &findings.tables.bodies;
    let told = |n: &DocumentNumber| is_of_one_body(n, registry);
    let one = group
        .iter()
        .find_map(|&i| value(i).number.as_ref())
        .is_none_or(told);
    let mut apart: Vec<Group> = Vec::new();
    let mut open: Vec<Group> = Vec::new();
    if group.len() > 1 && !one {
        for &i in &group {
            if value(i).issuers.is_empty() {
                open.push(smallvec![i]);
                continue;
            }
            let like = apart
                .iter_mut()
                .take(MOST_ISSUERS)
                .find(|others| may_agree(value(others[0]), value(i)));
            match like {
                Some(others) => others.push(i),
                None => apart.push(smallvec![i]),
            }
        }
    }
    if apart.len() < 2 {
        return of_one.push(group);
    }
    of_one.append(&mut apart);
    of_one.append(&mut open);
}

/// Issuers of one number that are told apart, at most; it bounds the work.
const MOST_ISSUERS: usize = 64;

/// Whether the issuers that two mentions state may be those of one document, of which one may name fewer.
fn may_agree(one: &Citation<'_>, other: &Citation<'_>) -> bool {
    let (few, many) = match one.issuers.len() <= other.issuers.len() {
        true => (&one.issuers, &other.issuers),
        false => (&other.issuers, &one.issuers),
    };
    few.iter()
        .all(|a| many.iter().any(|b| may_be_one(&a.name, &b.name)))
}

/// What all mentions of one document tell.
struct Told {
    date: Option<PartialDate>,
    issuers: Vec<String>,
    evidence: Option<Evidence>,
    /// Whether no two mentions contradict each other.
    is_one: bool,
}

impl Told {
    fn by<'c, 't: 'c>(
        findings: &Findings<'_, 't>,
        mentions: impl Iterator<Item = &'c Found<'t, Citation<'t>>> + Clone,
        place: Option<&str>,
    ) -> Told {
        let dates = mentions
            .clone()
            .filter_map(|m| Some(m.value.date.as_ref()?.date));
        let date = most_exact(dates);
        let stated = mentions.clone().map(|m| &m.value.issuers[..]);
        let by_nobody = stated.clone().all(<[_]>::is_empty);
        let undated = mentions.clone().all(|m| m.value.date.is_none());
        let dated = date.is_some() || undated;
        let stated = agreed(stated.filter(|issuers| !issuers.is_empty()), |a, b| {
            let mut pairs = a.iter().zip(*b);
            a.len() == b.len() && pairs.all(|(a, b)| may_be_one(&a.name, &b.name))
        });
        if let Some(issuers) = stated {
            return Told {
                date,
                issuers: issuers.iter().map(|issuer| issuer.name.clone()).collect(),
                evidence: Some(Evidence::Mention),
                is_one: dated,
            };
        }
        let lists = mentions
            .clone()
            .filter_map(|m| Some(findings.issuer_of_list(m.span.start)?.1));
        if let Some(name) = agreed(lists, |a, b| may_be_one(a, b)) {
            return Told {
                date,
                issuers: vec![name.to_owned()],
                evidence: Some(Evidence::List),
                is_one: dated && by_nobody,
            };
        }
        let number = mentions.clone().find_map(|m| m.value.number.as_ref());
        let registry = &findings.tables.bodies;
        let by = |place| number.and_then(|n| issuer_by_code(n, date, place, registry));
        // The code of a body that every province has does not say which.
        let by_code = by(None).map(|name| (name, Evidence::Code));
        let by_code = by_code.or_else(|| Some((by(Some(place?))?, Evidence::Place)));
        let (issuer, evidence) = by_code.unzip();
        let joint = || number.map(|number| issuers_by_codes(number, date, registry));
        let issuers = match issuer {
            Some(issuer) => vec![issuer],
            None => joint().unwrap_or_default(),
        };
        let evidence = evidence.or((!issuers.is_empty()).then_some(Evidence::Code));
        Told {
            date,
            evidence,
            issuers,
            is_one: dated && by_nobody,
        }
    }
}

/// What citations of one document have in common.
#[derive(PartialEq, Eq, Hash)]
struct Key<'c> {
    number: Option<&'c DocumentNumber>,
    kind: Option<&'c str>,
    meeting: Option<&'c PartyMeeting>,
    title: Option<Cow<'c, [u8]>>,
    year: Option<u16>,
}

fn key<'c>(findings: &'c Findings<'_, '_>, citation: &'c Citation<'_>) -> Key<'c> {
    let laws = &findings.tables.laws;
    let number = citation.number.as_ref();
    let by_kind = number.is_none_or(|number| number.notation() == Notation::Assembly);
    let titled = number.is_none() && citation.meeting.is_none();
    let title = citation.title.as_ref().filter(|_| titled);
    // A new law takes the name of the old one: a name is of one law in one year only.
    let year = citation.date.as_ref().and_then(|date| date.date.year());
    Key {
        number,
        kind: citation.kind.as_deref().filter(|_| by_kind),
        meeting: citation.meeting.as_ref(),
        title: title
            .map(|title| laws.name_key(citation.kind.as_deref().unwrap_or_default(), &title.text)),
        year: year.filter(|_| title.is_some()),
    }
}

/// The first of `said`, if all others say the same.
fn agreed<T>(mut said: impl Iterator<Item = T>, same: impl Fn(&T, &T) -> bool) -> Option<T> {
    let first = said.next()?;
    said.all(|other| same(&first, &other)).then_some(first)
}

/// The most exact of dates that agree: *năm 2022* and a day in 2022 do. Nothing where two differ.
fn most_exact(dates: impl Iterator<Item = PartialDate>) -> Option<PartialDate> {
    let within = |day: PartialDate, year: PartialDate| {
        matches!(year, PartialDate::Year(_)) && day.year() == year.year()
    };
    let mut exact: Option<PartialDate> = None;
    for date in dates {
        match exact {
            Some(known) if known == date || within(known, date) => {}
            Some(known) if !within(date, known) => return None,
            _ => exact = Some(date),
        }
    }
    exact
}

/// Whether two issuers may be one: a body and the office that acts for it (*Bộ Tư pháp*, *Bộ
/// trưởng Bộ Tư pháp*) do not contradict each other.
fn may_be_one(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b) = (fold::key(a), fold::key(b));
    a.ends_with(&b) || b.ends_with(&a)
}

/// The place of the bodies in a document that speaks of one place only.
fn only_place<'a>(findings: &Findings<'a, '_>) -> Option<&'a str> {
    // A court decides on what other bodies issue.
    let others = findings
        .bodies
        .iter()
        .filter(|body| body.value.class != BodyClass::Court);
    let mut places = others.filter_map(|body| body.value.place.as_deref());
    let first = places.next()?;
    // "xã Hòa Sơn", "Huyện ủy Mỹ Đức": what bears the code of its committee may as well be the province's.
    let province = crate::tables::places::Place::by_name(first).is_some();
    (province && places.all(|place| place == first)).then_some(first)
}
