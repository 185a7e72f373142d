//! Standards and technical regulations: `TCVN 5574:2018`, `QCVN 06:2022/BXD`, `22 TCN 211-06`.

use super::grammar::Reading;
use super::lex::Joint;
use super::{DocumentNumber, Notation, NumberWarning, codes};
use crate::error::ParseError;
use crate::text::cursor::Cursor;

/// The systems of standards, longer names before those that end them.
const PREFIXES: [&str; 16] = [
    "TCVN ISO/IEC",
    "TCVN ISO/TS",
    "TCVN ISO/TR",
    "TCVN ISO",
    "TCVN IEC",
    "TCVN",
    "QCVN",
    "QCĐP",
    "TCCS",
    "TCXDVN",
    "TCXD",
    "ISO/IEC",
    "ISO/TS",
    "ISO",
    "IEC",
    "TCN",
];

/// Where the standard begins whose number is written right before byte `end` of `text`.
pub(super) fn start_before(text: &str, end: usize) -> Option<usize> {
    let digits = text[..end]
        .trim_end_matches(' ')
        .trim_end_matches(|c: char| c.is_ascii_digit() || "-.".contains(c));
    let left = digits.trim_end_matches(' ');
    if !left.ends_with(['N', 'O', 'C', 'P', 'S', 'D', 'R']) {
        return None;
    }
    let prefix = PREFIXES.iter().find(|prefix| left.ends_with(**prefix))?;
    let mut start = left.len() - prefix.len();
    if *prefix == "TCN" {
        let before = left[..start].trim_end_matches(' ');
        start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if start == before.len() {
            return None;
        }
    }
    let bounded = !text[..start]
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || c == '/' || c == '_');
    bounded.then_some(start)
}

/// Reads the standard that starts at byte `pos`. `Ok(None)` where no prefix of one stands.
pub(super) fn read(text: &str, pos: usize) -> Result<Option<Reading>, ParseError> {
    let mut cursor = Cursor::new(text, pos);
    let sector = cursor.digits();
    if !sector.is_empty() {
        cursor.spaces();
    }
    let prefix = match PREFIXES
        .iter()
        .find(|prefix| cursor.rest().starts_with(**prefix))
    {
        Some(prefix) if sector.is_empty() != (*prefix == "TCN") => *prefix,
        _ => return Ok(None),
    };
    let mut cursor = Cursor::new(text, cursor.pos() + prefix.len());
    let mut warnings = Vec::new();
    if !cursor.spaces() {
        warnings.push(NumberWarning::MissingSeparator);
    }
    let expected = |what, cursor: Cursor<'_>| Err(ParseError::new(text, cursor.pos(), what));
    let mut serial = cursor.digits().to_owned();
    if serial.is_empty() || serial.len() > 6 {
        return expected("the number of a standard", cursor);
    }
    // Parts follow a hyphen: `8297-1`, `61000-4-30`; before 1996 so did the year: `4453-87`.
    let mut old_year = None;
    loop {
        let mut ahead = cursor;
        if !ahead.eat('-') && !ahead.eat('.') {
            break;
        }
        let part = ahead.digits();
        if part.is_empty() || part.len() > 4 {
            break;
        }
        let before = cursor;
        cursor = ahead;
        let colon_follows = {
            let mut c = cursor;
            c.spaces();
            c.eat(':')
        };
        if !colon_follows
            && !matches!(cursor.peek(), Some('-' | '.'))
            && matches!(part.len(), 2 | 4)
        {
            old_year = Some((part.to_owned(), before.pos()));
            break;
        }
        serial = format!("{serial}{}", &text[before.pos()..cursor.pos()]);
        if serial.len() > 24 {
            return expected("a colon and a year", cursor);
        }
    }
    let (year_digits, sign) = match old_year {
        Some((digits, _)) => (digits, '-'),
        None => {
            let spaced = cursor.spaces();
            if !cursor.eat(':') {
                return expected("a colon and a year", cursor);
            }
            if spaced | cursor.spaces() {
                warnings.push(NumberWarning::Spaces);
            }
            (cursor.digits().to_owned(), ':')
        }
    };
    let year = match (year_digits.len(), year_digits.parse::<u16>()) {
        (4, Ok(year @ 1945..=2099)) => year,
        // Two digits are of the twentieth century, except for the last of the old sector standards.
        (2, Ok(year)) => {
            if year < 45 {
                2000 + year
            } else {
                1900 + year
            }
        }
        _ => return expected("a year", cursor),
    };
    let mut canonical = format!("{prefix} {serial}{sign}{year_digits}");
    let mut kind = prefix.to_owned();
    if !sector.is_empty() {
        canonical = format!("{sector} {canonical}");
        kind = format!("{sector} {kind}");
    }
    let mut issuers = Vec::new();
    let mut issuer_known = false;
    let mut end = cursor.pos();
    let mut ahead = cursor;
    if ahead.eat('/')
        && let Some(code) = codes::read(ahead.rest())
    {
        canonical = format!("{canonical}/{}", code.text);
        issuer_known = code.body;
        end = ahead.pos() + code.bytes;
        warnings.extend(code.warnings);
        issuers.push(code.text);
    }
    warnings.sort_unstable();
    Ok(Some(Reading {
        end,
        kind_known: true,
        issuer_known,
        lead: Joint::Slash,
        number: DocumentNumber {
            canonical,
            serial,
            suffix: None,
            year: Some(year),
            kind: Some(kind),
            issuers,
            units: Vec::new(),
            term: None,
            notation: Notation::Standard,
            warnings,
        },
    }))
}
