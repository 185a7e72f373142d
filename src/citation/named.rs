//! Documents that are cited by name, without a number: laws, the Constitution, and what Party
//! congresses and plenums resolve.
//!
//! | written | read |
//! |---|---|
//! | `Bộ luật Dân sự năm 2015`, `BLDS 2015` | Bộ luật, *Dân sự*, 2015 |
//! | `Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025` | Luật, *Tổ chức Chính phủ*, that day |
//! | `Nghị quyết Đại hội XIII của Đảng` | resolution of the 13th national congress |
//! | `Nghị quyết Trung ương 4 khóa XII` | resolution of the 4th plenum of the 12th term |
//!
//! A law's year is that of its adoption. Its number is not in the text, so that it is only told
//! under [`Resolved`](super::Resolved), and only where one law is left.

use smol_str::SmolStr;

use super::words::{NO_LAW, PREPOSITION, SEVERAL};
use super::{
    Citation, Findings, PartyMeeting, Resolved, Source, StatedDate, StatedIssuer, behind,
    governing, meeting,
};
use crate::date::{CivilDate, PartialDate};
use crate::document_id::DocumentId;
use crate::reading::{Gap, Place};
use crate::span::{Found, Passage, Span};
use crate::tables::Tables;
use crate::tables::kinds::Trait;
use crate::tables::laws::{self, LawMention, listed_law_at};
use crate::text::fold;

/// Every document that is cited by name in `text`, in order; those within a citation of `numbered`
/// are parts of its title and left out.
pub(super) fn find<'t>(
    findings: &Findings<'_, 't>,
    numbered: &[Found<'t, Citation<'t>>],
) -> Vec<Found<'t, Citation<'t>>> {
    let text = findings.text;
    let mut found: Vec<Found<'t, Citation<'t>>> = Vec::new();
    let mut past = 0;
    let mut next = 0;
    for place in findings.reading.starts_of(laws::openings(findings.tables)) {
        let start = place.start();
        if start < past
            || text[..start].ends_with(joins_words)
            || !laws::opens(findings.tables, place)
        {
            continue;
        }
        while numbered
            .get(next)
            .is_some_and(|citation| citation.span.end <= start)
        {
            next += 1;
        }
        let limit = numbered.get(next).map_or(text.len(), |c| c.span.start);
        if start >= limit {
            continue;
        }
        let last = found.last().map(|last| last.span);
        let read = of_meeting(findings, place).or_else(|| law(findings, place, last));
        if let Some((end, citation)) = read
            && end <= limit
        {
            past = end;
            found.push(Found::new(text, Span::new(start, end), citation));
        }
        let listed = listed(findings, place, past, limit);
        past = listed.last().map_or(past, |last| last.span.end);
        found.extend(listed);
    }
    found
}

/// The laws of a row whose kind, at `place`, is said of all of them: *các Luật: Doanh nghiệp năm 2020, Đầu tư và Đấu
/// thầu*. The first one, which ends at byte `past`, may have been read; none reaches beyond byte `limit`.
fn listed<'t>(
    findings: &Findings<'_, 't>,
    place: Place<'_, 't>,
    past: usize,
    limit: usize,
) -> Vec<Found<'t, Citation<'t>>> {
    let several = place.gap().is_soft() && place.phrase_before(&SEVERAL).is_some();
    let counted = place.gap() == Gap::Space && place.back().number().is_some();
    let Some((kind, behind)) = findings.tables.kinds.announced_at(place) else {
        return Vec::new();
    };
    let mut laws = Vec::new();
    let mut at = match past > place.start() {
        true => findings.place(past),
        false => behind,
    };
    let colon = behind.gap() == Gap::Colon;
    if !(several || counted) || !kind.is(Trait::Law) || !colon && past <= place.start() {
        return laws;
    }
    loop {
        let first = at.index() == behind.index();
        let and = !first && at.gap() == Gap::Space && findings.says(at, "và");
        let next = match at.gap() {
            Gap::Colon if first => at,
            Gap::Comma | Gap::Space if and => at.next(),
            Gap::Comma if !first => at,
            _ => break,
        };
        let Some(mention) = listed_law_at(findings.tables, &kind.name, next) else {
            break;
        };
        let Some((end, citation)) =
            of_mention(findings, next, mention).filter(|&(end, _)| end <= limit)
        else {
            break;
        };
        laws.push(Found::new(
            findings.text,
            Span::new(next.start(), end),
            citation,
        ));
        at = findings.place(end);
    }
    // One name behind a colon is no row.
    if past <= place.start() && laws.len() < 2 {
        laws.clear();
    }
    laws
}

/// Whether a name cannot begin behind `c`.
fn joins_words(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '/' | '-' | '–' | '_')
}

/// Reads a law at `place`, perhaps behind the citation at `last`.
fn law<'t>(
    findings: &Findings<'_, 't>,
    place: Place<'_, 't>,
    last: Option<Span>,
) -> Option<(usize, Citation<'t>)> {
    let mention = laws::law_at(findings.tables, place)?;
    if place.gap().is_soft() && place.phrase_before(&NO_LAW).is_some() {
        return None;
    }
    // "sinh viên học luật đất đai".
    let capital = findings.reading.case(place.index()).is_capital();
    let known = !mention.candidates.is_empty();
    let (end, citation) = of_mention(findings, place, mention)?;
    let meant =
        capital || known && (citation.date.is_some() || is_law_by_place(findings, place, last));
    meant.then_some((end, citation))
}

/// Whether the law in small letters at `place` is one by where it stands: behind a provision, behind what leads a basis
/// in, or in a row with the one at `last`.
fn is_law_by_place(findings: &Findings<'_, '_>, place: Place<'_, '_>, last: Option<Span>) -> bool {
    let and = place.gap().is_soft() && findings.says(place.back(), "và");
    let before = if and { place.back() } else { place };
    let row = and || place.gap() == Gap::Comma;
    if row && last.is_some_and(|last| last.end == before.end()) {
        return true;
    }
    if !place.gap().is_soft() {
        return false;
    }
    let of = findings.says(place.back(), "của");
    let of = if of { place.back() } else { place };
    place.phrase_before(&PREPOSITION).is_some()
        || of.gap().is_soft() && findings.provision_ending_at(of.end()).is_some()
}

/// The citation of the law that is mentioned at `place`, and where it ends.
fn of_mention<'t>(
    findings: &Findings<'_, 't>,
    place: Place<'_, 't>,
    mention: LawMention<'_>,
) -> Option<(usize, Citation<'t>)> {
    let text = findings.text;
    let (start, end) = (place.start(), mention.end);
    let named = !mention.name.is_empty();
    let title = named.then(|| Passage::new(text, mention.title));
    let mut stated = behind::read(findings, Span::new(start, end), false);
    // "Thông tư … hướng dẫn Luật Ngân sách nhà nước do Bộ trưởng Bộ Tài chính ban hành ngày …" tells of the circular.
    if stated.issuers.iter().any(|by| !passes_laws(&by.name)) {
        stated.issuers.clear();
        stated.date = stated.date.filter(|date| date.span.end <= stated.end);
    }
    let date = stated.date.take().or_else(|| {
        let year = mention.year?;
        let digits = text[start..end].rfind(&year.to_string())? + start;
        Some(StatedDate {
            date: PartialDate::Year(year),
            source: Source::Inline,
            span: Span::new(digits, digits + 4),
        })
    });
    let date = date.or_else(|| match stated.issuers.is_empty() {
        true => {
            // "Ngày 18/01/2024, Quốc hội thông qua Luật Đất đai".
            let passing = governing::issuing(findings, Span::new(start, end), Some(mention.kind));
            stated.issuers = passing.issuers;
            passing.date
        }
        false => governing::day_before(findings, start),
    });
    let mut candidates = mention.candidates;
    if let Some(day) = date
        .as_ref()
        .filter(|d| matches!(d.date, PartialDate::Day { .. }))
    {
        let day = day.date.to_string();
        candidates.retain(|law| law.adopted == day);
    }
    let known = date.is_some() && candidates.len() == 1;
    let number = candidates
        .first()
        .filter(|_| known)
        .and_then(|law| law.number.as_deref())
        .and_then(|number| number.parse().ok());
    let citation = Citation {
        kind: Some(SmolStr::new(mention.kind)),
        number: None,
        title,
        meeting: None,
        id: DocumentId::unknown(),
        date,
        issuers: stated.issuers,
        subject: None,
        resolved: Resolved {
            number,
            ..Resolved::default()
        },
    };
    Some((stated.end, citation))
}

/// Whether laws are passed or made known by the body of that name.
fn passes_laws(issuer: &str) -> bool {
    issuer.contains("Quốc hội") || issuer.starts_with("Chủ tịch nước")
}

/// The number of the law of that name that was in force on `day`; `None` when the table does not
/// know the law, or cannot say for sure which version held.
///
/// `kind` is *Luật*, *Bộ luật*, *Pháp lệnh* or *Hiến pháp*; `name` is what stands behind it, in any
/// spelling. A law that is cited by its name alone means the version of that day, but only the
/// reader knows which day is meant; so nothing is decided here.
///
/// ```
/// use vanban::citation::law_in_force;
/// let day = "2024-02-01".parse()?;
/// assert_eq!(law_in_force("Luật", "đất đai", day), Some("45/2013/QH13"));
/// # Ok::<(), vanban::ParseError>(())
/// ```
pub fn law_in_force(kind: &str, name: &str, day: CivilDate) -> Option<&'static str> {
    let law = Tables::builtin()
        .laws
        .in_force(kind, name, &day.to_string())?;
    law.number.as_deref()
}

/// Reads what a Party meeting resolved, at `place`; and where it ends.
fn of_meeting<'t>(
    findings: &Findings<'_, 't>,
    place: Place<'_, 't>,
) -> Option<(usize, Citation<'t>)> {
    let text = findings.text;
    let (kind, meeting, span) = meeting::read(findings, place)?;
    let end = span.end;
    let title = Passage::new(text, span);
    let issuer = match &meeting {
        PartyMeeting::Congress { .. } => {
            let words = fold::plain(&title.text);
            let mut letters = words.chars();
            let first = letters.next()?.to_uppercase();
            first.chain(letters).collect()
        }
        PartyMeeting::Plenum { .. } => meeting::CENTRAL_COMMITTEE.to_owned(),
    };
    let stated = behind::read(findings, Span::new(place.start(), end), false);
    let end = stated.date.as_ref().map_or(end, |_| stated.end);
    let citation = Citation {
        kind: Some(SmolStr::new(&kind.name)),
        number: None,
        title: Some(title),
        meeting: Some(meeting),
        id: DocumentId::unknown(),
        date: stated.date,
        issuers: vec![StatedIssuer {
            name: issuer,
            source: Source::Inline,
        }],
        subject: None,
        resolved: Resolved::default(),
    };
    Some((end, citation))
}
