//! The date and the issuer that stand right behind a number.

use super::{Findings, Source, StatedDate, StatedIssuer};
use crate::text::cursor::Cursor;

/// What follows a number, and the end of the stretch that belongs to the citation.
pub(super) struct Inline {
    pub(super) date: Option<StatedDate>,
    pub(super) issuers: Vec<StatedIssuer>,
    pub(super) end: usize,
}

/// Verbs of issuing in a participle behind the number: `do Bộ Y tế ban hành ngày …`.
const ISSUED: &[(&str, ())] = &[
    ("ký ban hành", ()),
    ("ban hành", ()),
    ("thông qua", ()),
    ("phê duyệt", ()),
    ("ký", ()),
];

/// Reads `ngày DATE` and `của ISSUER`, in either order, from byte `pos`. Party offices set them off
/// by commas (`số 52-NQ/TW, ngày 27-9-2019, của Bộ Chính trị`).
pub(super) fn read(findings: &Findings<'_, '_>, pos: usize) -> Inline {
    let mut inline = Inline {
        date: None,
        issuers: Vec::new(),
        end: pos,
    };
    while read_date(findings, &mut inline) || read_issuer(findings, &mut inline) {}
    read_participle(findings, &mut inline);
    inline
}

/// A cursor at the next word behind what has been read, an optional comma passed over.
fn ahead<'t>(findings: &Findings<'_, 't>, inline: &Inline) -> Cursor<'t> {
    let mut cursor = Cursor::new(findings.text, inline.end);
    cursor.eat(',');
    cursor.space_or_break();
    cursor
}

fn read_date(findings: &Findings<'_, '_>, inline: &mut Inline) -> bool {
    if inline.date.is_some() {
        return false;
    }
    let mut cursor = ahead(findings, inline);
    let bracket = cursor.eat('(');
    if cursor.any_phrase(HOUR_LEADS).is_some() {
        cursor.space_or_break();
    }
    let hour = findings
        .date_at(cursor.pos())
        .or_else(|| findings.date_at(behind_hour(cursor).pos()));
    let Some(date) = hour else {
        return false;
    };
    let Some(stated) = StatedDate::of(date, Source::Inline) else {
        return false;
    };
    let closed = !bracket || findings.text[date.span.end..].starts_with(')');
    if closed {
        inline.end = date.span.end + usize::from(bracket);
        inline.date = Some(stated);
    }
    closed
}

/// What leads in the hour of a telegram (*công điện*).
const HOUR_LEADS: &[(&str, ())] = &[("vào hồi", ()), ("vào lúc", ()), ("hồi", ()), ("lúc", ())];

/// The cursor behind *16 giờ 00*, *16h30*, *16 giờ 30 phút*.
fn behind_hour(mut cursor: Cursor<'_>) -> Cursor<'_> {
    cursor.digits();
    cursor.spaces();
    let _ = cursor.phrase("giờ") || cursor.eat('h') || cursor.eat('g') || cursor.eat(':');
    cursor.spaces();
    cursor.digits();
    cursor.spaces();
    let _ = cursor.phrase("phút") || cursor.eat('\'');
    cursor.eat(',');
    cursor.spaces();
    cursor
}

fn read_issuer(findings: &Findings<'_, '_>, inline: &mut Inline) -> bool {
    if !inline.issuers.is_empty() {
        return false;
    }
    let mut cursor = ahead(findings, inline);
    if !(cursor.phrase("của") && cursor.space_or_break()) {
        return false;
    }
    let Some((named, end)) = issuers(findings, cursor.pos()) else {
        return false;
    };
    inline.issuers = named;
    inline.end = end;
    true
}

/// `được Quốc hội thông qua ngày …`, `do Bộ Y tế ban hành`, `ban hành ngày …`: tells, without
/// making the citation longer.
fn read_participle(findings: &Findings<'_, '_>, inline: &mut Inline) {
    let mut cursor = ahead(findings, inline);
    let passive = cursor.phrase("được") || cursor.phrase("đã được") || cursor.phrase("do");
    let mut named = Vec::new();
    if passive {
        cursor.space_or_break();
        if let Some((by, end)) = issuers(findings, cursor.pos()) {
            named = by;
            cursor = Cursor::new(findings.text, end);
            cursor.space_or_break();
        }
    }
    if cursor.any_phrase(ISSUED).is_none() {
        return;
    }
    if inline.issuers.is_empty() {
        inline.issuers = named;
    }
    cursor.space_or_break();
    if inline.date.is_none() {
        inline.date = findings
            .date_at(cursor.pos())
            .and_then(|date| StatedDate::of(date, Source::Inline));
    }
}

/// One body or several, `Bộ A, Bộ B và Bộ C`, from byte `pos`; joint documents have several.
fn issuers(findings: &Findings<'_, '_>, pos: usize) -> Option<(Vec<StatedIssuer>, usize)> {
    let first = findings.body_at(pos).filter(|body| !body.value.generic)?;
    let mut named = vec![StatedIssuer::of(first, Source::Inline)];
    let mut end = first.span.end;
    let mut joined = Vec::new();
    let mut cursor = Cursor::new(findings.text, end);
    loop {
        let comma = cursor.eat(',');
        let spaced = cursor.space_or_break();
        let last = cursor.phrase("và") && cursor.space_or_break();
        let next = findings
            .body_at(cursor.pos())
            .filter(|body| !body.value.generic);
        let Some(body) = next.filter(|_| spaced && (comma || last)) else {
            break;
        };
        joined.push(StatedIssuer::of(body, Source::Inline));
        cursor = Cursor::new(findings.text, body.span.end);
        if last {
            // Only a row that is closed by "và" is known to belong together: after a lone comma
            // the next clause may begin, with its own subject.
            named.append(&mut joined);
            end = body.span.end;
        }
    }
    Some((named, end))
}
