//! Standards and technical regulations: `TCVN 5574:2018`, `QCVN 06:2022/BXD`, `22 TCN 211-06`.

use super::plan::Parsed;
use super::warnings::Warnings;
use super::words::STANDARDS;
use super::{Codes, DocumentNumber, Notation, NumberWarning, Parts, codes};
use crate::error::ParseError;
use crate::reading::Place;
use crate::tables::Tables;
use crate::text::cursor::Cursor;

/// The system of the old sector standards; the number of the sector stands before it.
const SECTOR: &str = "TCN";

/// Whether the system at `place` is the one that has its sector before it.
pub(super) fn has_sector(place: Place<'_, '_>) -> bool {
    let word = place.reading().slice(place.index());
    word.eq_ignore_ascii_case(SECTOR)
}

/// Reads the standard that starts at byte `pos`. `Ok(None)` where no system of standards stands.
pub(super) fn read(text: &str, pos: usize, tables: &Tables) -> Result<Option<Parsed>, ParseError> {
    let mut cursor = Cursor::new(text, pos);
    let sector = cursor.digits();
    if !sector.is_empty() {
        cursor.spaces();
    }
    let written = |system: &str| cursor.rest().get(..system.len());
    let system = STANDARDS
        .iter()
        .find(|system| written(system).is_some_and(|have| have.eq_ignore_ascii_case(system)));
    let Some(&system) = system.filter(|&&system| sector.is_empty() != (system == SECTOR)) else {
        return Ok(None);
    };
    let mut warnings = Warnings::default();
    if written(system) != Some(system) {
        warnings.add(NumberWarning::LetterCase);
    }
    let mut cursor = Cursor::new(text, cursor.pos() + system.len());
    if !cursor.spaces() {
        warnings.add(NumberWarning::MissingSeparator);
    }
    let serial = serial(&mut cursor, &mut warnings);
    if serial.is_empty() {
        return Err(ParseError::new(
            text,
            cursor.pos(),
            "the number of a standard",
        ));
    }
    let spaced = cursor.spaces();
    let sign = cursor.eat_if(|c| matches!(c, ':' | '-'));
    let Some(sign) = sign.filter(|&sign| sign == ':' || !spaced) else {
        return Err(ParseError::new(text, cursor.pos(), "a colon and a year"));
    };
    if spaced | cursor.spaces() {
        warnings.add(NumberWarning::Spaces);
    }
    let at = cursor.pos();
    let digits = cursor.digits();
    let Some(year) = year(digits) else {
        return Err(ParseError::new(text, at, "a year"));
    };
    let (kind, mut canonical) = match sector {
        "" => (
            system.to_owned(),
            format!("{system} {serial}{sign}{digits}"),
        ),
        _ => (
            format!("{sector} {system}"),
            format!("{sector} {system} {serial}{sign}{digits}"),
        ),
    };
    let mut end = cursor.pos();
    let mut issuers = Codes::new();
    let mut issuer_known = false;
    if cursor.eat('/') {
        let spaced = cursor.spaces();
        let issuer =
            codes::read(cursor.rest(), tables).filter(|code| code.body || !spaced && !code.kind);
        if let Some(code) = issuer {
            canonical = format!("{canonical}/{}", code.text);
            end = cursor.pos() + code.bytes;
            issuer_known = code.body;
            warnings.extend(code.warnings);
            if spaced {
                warnings.add(NumberWarning::Spaces);
            }
            issuers.push((&*code.text).into());
        }
    }
    Ok(Some(Parsed {
        end,
        kind_known: true,
        issuer_known,
        loose: false,
        footnote: false,
        number: DocumentNumber::of(Parts {
            canonical: canonical.into(),
            serial: serial.into(),
            suffix: None,
            year: Some(year),
            kind: Some(kind.into()),
            base_kind: None,
            issuers,
            units: Codes::new(),
            term: None,
            notation: Notation::Standard,
            warnings: warnings.list(),
        }),
    }))
}

/// The number with its parts (`8297-1`, `61000-4-30`, `01 - 19`), but without the year that
/// followed a hyphen until the nineties (`4453-87`).
fn serial(cursor: &mut Cursor<'_>, warnings: &mut Warnings) -> String {
    let mut serial = cursor.digits().to_owned();
    while !serial.is_empty() && serial.len() < 24 {
        let mut ahead = *cursor;
        let before = ahead.spaces();
        if !ahead.eat('-') {
            break;
        }
        let spaced = before | ahead.spaces();
        let part = ahead.digits();
        let after_part = ahead;
        ahead.spaces();
        let colon = ahead.eat(':');
        if part.is_empty() || part.len() > 4 || !colon && (spaced || after_part.peek() != Some('-'))
        {
            break;
        }
        serial = format!("{serial}-{part}");
        *cursor = after_part;
        if spaced {
            warnings.add(NumberWarning::Spaces);
        }
    }
    serial
}

/// The year that `digits` mean. Two of them are of the twentieth century, except in the last
/// sector standards (`22 TCN 211-06`).
fn year(digits: &str) -> Option<u16> {
    match (digits.len(), digits.parse().ok()?) {
        (4, year @ 1945..=2099) => Some(year),
        (2, year @ 0..45) => Some(2000 + year),
        (2, year) => Some(1900 + year),
        _ => None,
    }
}
