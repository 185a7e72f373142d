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

use super::words::NO_LAW;
use super::{
    Citation, Findings, PartyMeeting, Resolved, Source, StatedDate, StatedIssuer, behind, governing,
};
use crate::date::{CivilDate, PartialDate};
use crate::document_id::DocumentId;
use crate::marker;
use crate::reading::Place;
use crate::span::{Found, Passage, Span};
use crate::tables::kinds::Trait;
use crate::tables::laws;
use crate::tables::numerals::ORDINAL_LIST;
use crate::text::cursor::Cursor;
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
    for place in findings.reading.starts_of(laws::openings()) {
        let start = place.start();
        if start < past || text[..start].ends_with(joins_words) || !laws::opens(place) {
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
        let read = party_document(findings, start).or_else(|| law(findings, place));
        if let Some((end, citation)) = read
            && end <= limit
        {
            past = end;
            found.push(Found::new(text, Span::new(start, end), citation));
        }
    }
    found
}

/// Whether a name cannot begin behind `c`.
fn joins_words(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '/' | '-' | '–' | '_')
}

/// Reads a law at `place`.
fn law<'t>(findings: &Findings<'_, 't>, place: Place<'_, 't>) -> Option<(usize, Citation<'t>)> {
    let text = findings.text;
    let mention = laws::law_at(place)?;
    let (start, end) = (place.start(), mention.end);
    if place.gap().is_soft() && place.phrase_before(&NO_LAW).is_some() {
        return None;
    }
    let title = title(text, Span::new(start, end), mention.kind, &mention.name);
    let mut stated = behind::read(findings, end, false);
    let date = stated.date.take().or_else(|| {
        let year = mention.year?;
        let digits = text[start..end].rfind(&year.to_string())? + start;
        Some(StatedDate {
            date: PartialDate::Year(year),
            source: Source::Inline,
            span: Span::new(digits, digits + 4),
        })
    });
    // "sinh viên học luật đất đai".
    let capital = text[start..].starts_with(char::is_uppercase);
    if !capital && (date.is_none() || mention.candidates.is_empty()) {
        return None;
    }
    let date = date.or_else(|| match stated.issuers.is_empty() {
        true => None,
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
        .and_then(|law| law.number)
        .and_then(|number| number.parse().ok());
    let citation = Citation {
        kind: Some(mention.kind.to_owned()),
        number: None,
        title,
        meeting: None,
        id: DocumentId::titled(None, ""),
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

/// The name behind the kind, as written; `BLDS` is kind and name in one.
fn title<'t>(text: &'t str, mention: Span, kind: &str, name: &str) -> Option<Passage<'t>> {
    if name.is_empty() {
        return None;
    }
    let mut cursor = Cursor::new(text, mention.start);
    let _ = cursor.phrase(&kind.to_lowercase()) && cursor.space_or_break();
    let words = text.get(cursor.pos()..mention.end)?;
    let words = words.split(" (").next().unwrap_or(words);
    let end = cursor.pos() + without_year(words).len();
    Some(Passage::new(text, Span::new(cursor.pos(), end)))
}

/// `text` without the year at its end.
fn without_year(text: &str) -> &str {
    let words = text.trim_end();
    let digits = words.len() - words.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if digits != 4 {
        return words;
    }
    let left = words[..words.len() - digits].trim_end();
    left.strip_suffix("năm").unwrap_or(left).trim_end()
}

/// Reads what a Party meeting resolved, at byte `start`.
fn party_document<'t>(findings: &Findings<'_, 't>, start: usize) -> Option<(usize, Citation<'t>)> {
    let text = findings.text;
    let mut cursor = Cursor::new(text, start);
    let (kind, length) = findings
        .tables
        .kinds
        .named_at(cursor.rest(), Trait::Congress)?;
    let kind = &kind.name;
    cursor.advance(length);
    if !cursor.space_or_break() {
        return None;
    }
    if cursor.phrase("của") || cursor.phrase("các") {
        cursor.space_or_break();
    }
    let name = cursor.pos();
    let meeting = congress(findings, &mut cursor).or_else(|| plenum(&mut cursor))?;
    let end = cursor.pos();
    let issuer = match &meeting {
        PartyMeeting::Congress { .. } => {
            let words = text[name..end]
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let mut letters = words.chars();
            let first = letters.next()?.to_uppercase();
            first.chain(letters).collect()
        }
        PartyMeeting::Plenum { .. } => "Ban Chấp hành Trung ương".to_owned(),
    };
    let date = behind::read(findings, end, false);
    let citation = Citation {
        kind: Some(kind.to_owned()),
        number: None,
        title: Some(Passage::new(text, Span::new(name, end))),
        meeting: Some(meeting),
        id: DocumentId::titled(None, ""),
        date: date.date,
        issuers: vec![StatedIssuer {
            name: issuer,
            source: Source::Inline,
        }],
        subject: None,
        resolved: Resolved::default(),
    };
    Some((
        if citation.date.is_some() {
            date.end
        } else {
            end
        },
        citation,
    ))
}

/// Words that may stand between *Đại hội* and its ordinal at most: the name of a Party committee.
const MOST_WORDS: usize = 14;

/// Reads *Đại hội đại biểu toàn quốc lần thứ XIII của Đảng*, *Đại hội XIII*, *Đại hội Đảng bộ tỉnh
/// Sơn La lần thứ XV*.
fn congress(findings: &Findings<'_, '_>, cursor: &mut Cursor<'_>) -> Option<PartyMeeting> {
    let mut ahead = *cursor;
    if !(ahead.phrase("đại hội") && ahead.space_or_break()) {
        return None;
    }
    while ahead.phrase("đại biểu") || ahead.phrase("toàn quốc") {
        if !ahead.space_or_break() {
            return None;
        }
    }
    let committee = ahead;
    let mut of = None;
    let mut number = ordinal(&mut ahead);
    for _ in 0..MOST_WORDS {
        if number.is_some() {
            break;
        }
        if ahead
            .eat_while(|c| c.is_alphanumeric() || matches!(c, '-' | '–'))
            .is_empty()
        {
            return None;
        }
        of = Some(&committee.rest()[..ahead.pos() - committee.pos()]);
        if !ahead.space_or_break() {
            return None;
        }
        number = ordinal(&mut ahead);
    }
    let ordinal = number?;
    let of = of.map(|of| of.split_whitespace().collect::<Vec<_>>().join(" "));
    let of = of.filter(|of| !is_party(of));
    let mut next = ahead;
    let mut whose = None;
    if next.space_or_break() {
        let led = next.phrase("của") && next.space_or_break();
        let body = findings.body_at(next.pos());
        let committee = body.filter(|body| is_committee(&body.value.name));
        if let Some(body) = committee {
            whose = Some(body.value.name.clone().into_owned());
            next.advance(body.span.len());
        } else if next.phrase("đảng cộng sản việt nam") || led && next.phrase("đảng") {
            whose = Some("Đảng".to_owned());
        } else if led || body.is_some() || next.peek().is_some_and(char::is_uppercase) {
            // A congress of another organisation, which says whose it is.
            return None;
        }
    }
    if whose.is_some() {
        ahead = next;
    }
    let of = of.or(whose).filter(|of| !is_party(of));
    if of.as_deref().is_some_and(|of| !is_committee(of)) {
        return None;
    }
    *cursor = ahead;
    Some(PartyMeeting::Congress { ordinal, of })
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
fn plenum(cursor: &mut Cursor<'_>) -> Option<PartyMeeting> {
    const COMMITTEE: &[(&str, ())] = &[
        ("ban chấp hành trung ương đảng cộng sản việt nam", ()),
        ("ban chấp hành trung ương đảng", ()),
        ("ban chấp hành trung ương", ()),
        ("bch trung ương đảng", ()),
        ("bch trung ương", ()),
        ("bchtw đảng", ()),
        ("bchtw", ()),
        ("trung ương đảng", ()),
        ("trung ương", ()),
        ("tw", ()),
    ];
    let mut ahead = *cursor;
    if ahead.phrase("hội nghị") && !ahead.space_or_break() {
        return None;
    }
    let mut number = ordinal(&mut ahead);
    if number.is_some() {
        ahead.eat(',');
        ahead.space_or_break();
        if ahead.phrase("của") {
            ahead.space_or_break();
        }
    }
    ahead.any_phrase(COMMITTEE)?;
    if number.is_none() {
        if !ahead.space_or_break() {
            return None;
        }
        number = ordinal(&mut ahead);
    }
    let ordinal_of_plenum = number?;
    ahead.eat(',');
    ahead.space_or_break();
    let bracket = ahead.eat('(');
    if !((ahead.phrase("khóa") || ahead.phrase("khoá")) && ahead.space_or_break()) {
        return None;
    }
    let term = ordinal(&mut ahead)?;
    if bracket && !ahead.eat(')') {
        return None;
    }
    *cursor = ahead;
    Some(PartyMeeting::Plenum {
        ordinal: ordinal_of_plenum,
        term,
    })
}

/// Reads *lần thứ XIII*, *lần thứ tám*, *thứ 8*, *XIII*, *4*.
fn ordinal(cursor: &mut Cursor<'_>) -> Option<u8> {
    let mut ahead = *cursor;
    let led = ["lần thứ", "thứ", "lần", "khóa"]
        .iter()
        .any(|lead| ahead.phrase(lead));
    if led && !ahead.space_or_break() {
        return None;
    }
    let word = ahead;
    let digits = ahead.digits();
    let value: Option<u32> = if !digits.is_empty() {
        digits.parse().ok()
    } else if let Some(value) = led.then(|| ahead.any_phrase(&ORDINAL_LIST)).flatten() {
        Some(value)
    } else {
        marker::roman(ahead.eat_while(|c| matches!(c, 'I' | 'V' | 'X')))
    };
    let whole = ahead.pos() > word.pos()
        && !ahead
            .peek()
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '-'));
    let value = value.filter(|&value| whole && (1..=40).contains(&value))?;
    *cursor = ahead;
    u8::try_from(value).ok()
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
    laws::in_force(kind, name, &day.to_string())?.number
}
