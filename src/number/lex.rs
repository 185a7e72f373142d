//! The pieces of a number: serial, year, and the letter groups with what stands between them.
//!
//! Whatever typists do to the joints of a number (spaces, line ends, long dashes, a slash too
//! few) is settled here; what the pieces mean is settled in [`super::grammar`].

use std::borrow::Cow;

use smallvec::SmallVec;

use super::codes::{self, Code};
use super::court::PRECEDENT;
use super::warnings::Warnings;
use super::words::TERMED;
use super::{NumberWarning, court};
use crate::error::ParseError;
use crate::tables::Tables;
use crate::text::cursor::Cursor;

/// What joins two pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Slash,
    Hyphen,
    /// Some provinces put one before the drafting unit: `QĐ-UBND.HC`.
    Point,
    /// Letters of several units: `BTC-QLCS,NSNN`.
    Comma,
    /// The same: `SXD-QLN+PC`.
    Plus,
    /// Only spaces.
    Space,
    /// Nothing at all.
    None,
}

/// A joint as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Separator {
    joint: Joint,
    space_before: bool,
    space_after: bool,
    line_break: bool,
    typographic: bool,
    underscore: bool,
}

impl Separator {
    /// A sign without any space.
    fn is_tight(self) -> bool {
        let sign = matches!(self.joint, Joint::Slash | Joint::Hyphen);
        sign && !(self.space_before || self.space_after || self.line_break)
    }
}

/// A letter group and the joint before it.
#[derive(Clone, Debug)]
pub(super) struct Piece<'c> {
    pub(super) joint: Joint,
    pub(super) code: Code<'c>,
    /// Byte offsets in the text.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// All pieces of a number, in order.
#[derive(Clone, Debug)]
pub(super) struct Pieces<'c> {
    pub(super) start: usize,
    pub(super) serial: Cow<'c, str>,
    pub(super) suffix: Option<&'c str>,
    pub(super) year: Option<u16>,
    /// The joint before the year.
    pub(super) year_joint: Joint,
    pub(super) groups: SmallVec<[Piece<'c>; 2]>,
    /// The issuers stand apart (`NQLT - CP - UBTWMTTQVN`), so that one more may.
    spaced: bool,
    pub(super) warnings: Warnings,
}

/// More groups than any number has, joint documents apart; with them, more than any of those.
const MOST_GROUPS: (usize, usize) = (6, 16);

/// Years that a number can carry: the state begins in 1945.
pub(super) fn is_year(digits: &str) -> bool {
    digits.len() == 4 && matches!(digits.parse(), Ok(1945..=2099))
}

/// Reads the pieces of the number that starts at byte `pos`.
pub(super) fn read<'c>(
    text: &'c str,
    pos: usize,
    tables: &'c Tables,
) -> Result<Pieces<'c>, ParseError> {
    read_behind(text, pos, pos, tables)
}

/// The same, where a space or a point had cut the serial in two and its second half begins at byte `second`:
/// `2 345/QĐ-BYT`.
pub(super) fn read_behind<'c>(
    text: &'c str,
    pos: usize,
    second: usize,
    tables: &'c Tables,
) -> Result<Pieces<'c>, ParseError> {
    let expected = |what, at: usize| ParseError::new(text, at, what);
    let mut cursor = Cursor::new(text, second);
    let mut pieces = Pieces {
        start: pos,
        serial: Cow::Borrowed(cursor.digits()),
        suffix: None,
        year: None,
        year_joint: Joint::None,
        groups: SmallVec::new(),
        spaced: false,
        warnings: Warnings::default(),
    };
    if pieces.serial.is_empty() || pieces.serial.len() > 6 {
        return Err(expected("a serial number of at most six digits", pos));
    }
    if second > pos {
        let first = text[pos..second].trim_end_matches(|c: char| !c.is_ascii_digit());
        pieces.serial = Cow::Owned(format!("{first}{}", pieces.serial));
        pieces.warn(NumberWarning::Spaces);
    }
    let mut decimals = cursor;
    if second == pos && decimals.eat('.') && matches!(decimals.digits().len(), 1..=3) {
        cursor = decimals;
        pieces.serial = Cow::Borrowed(&text[pos..cursor.pos()]);
    }
    pieces.suffix = suffix(&mut cursor);

    let mut separator = read_separator(&mut cursor);
    let mut ahead = cursor;
    let digits = ahead.digits();
    // `05 2025/TTLT-BTP-BCA`: the slash got lost; what the serial is not is the year.
    let slash_lost = separator.joint == Joint::Space && ahead.peek() == Some('/');
    let year_follows = is_year(digits)
        && (slash_lost || matches!(separator.joint, Joint::Slash | Joint::Hyphen))
        && !separator.line_break;
    if year_follows {
        pieces.note(separator);
        pieces.year = digits.parse().ok();
        pieces.year_joint = separator.joint;
        cursor = ahead;
        separator = read_separator(&mut cursor);
        let glued = || codes::read(cursor.rest(), tables).is_some_and(|code| code.kind);
        if separator.joint == Joint::None
            && (cursor.peek().is_some_and(char::is_uppercase) || glued())
        {
            pieces.warn(NumberWarning::MissingSeparator);
        } else if !matches!(separator.joint, Joint::Slash | Joint::Hyphen) {
            return Err(expected("a slash after the year", ahead.pos()));
        }
    } else if !digits.is_empty() {
        return Err(expected("a year from 1945 on or a code", cursor.pos()));
    }
    pieces.thousands_point();

    loop {
        let at = cursor.pos();
        let small = || match separator.is_tight() && pieces.is_small(text) {
            true => codes::read_small(cursor.rest()).filter(|code| pieces.takes_small(code)),
            false => None,
        };
        let Some(code) = read_group(cursor.rest(), tables).or_else(small) else {
            break;
        };
        let behind = &text[at + code.bytes..];
        if !pieces.joins(separator, &code, tables) && !pieces.lacks(separator, &code, behind) {
            break;
        }
        pieces.note(separator);
        let end = at + code.bytes;
        let code = match pieces.is_stroked_kind(&code) {
            true => Code::unknown(&text[at..end]),
            false => code,
        };
        pieces.groups.push(Piece {
            joint: separator.joint,
            code,
            start: at,
            end,
        });
        cursor = Cursor::new(text, end);
        let glued = pieces
            .groups
            .last()
            .is_some_and(|piece| piece.code.warnings.has(NumberWarning::GluedWord));
        if glued || pieces.is_full(tables) {
            break;
        }
        separator = read_separator(&mut cursor);
        if separator.joint == Joint::None {
            break;
        }
    }
    if pieces.groups.is_empty() {
        let what = match (separator.joint, pieces.year) {
            (Joint::Slash | Joint::Hyphen, Some(_)) => "a code after the year",
            (Joint::Slash | Joint::Hyphen, None) => "a year from 1945 on or a code",
            _ => "a slash or a hyphen after the serial number",
        };
        return Err(expected(what, cursor.pos()));
    }
    Ok(pieces)
}

/// Reads a group; one that a stray space cut in two (`TT-B GDĐT`) is put together when that
/// makes a known body of it.
fn read_group<'c>(rest: &'c str, tables: &'c Tables) -> Option<Code<'c>> {
    let code = codes::read(rest, tables)?;
    if let Some(bytes) = term_behind_a_space(&code, rest) {
        let joined = format!("{}{}", code.text, rest[code.bytes..bytes].trim_start());
        return codes::read(&joined, tables).map(|code| code.across_a_space(bytes));
    }
    // *TT-BGD ĐT*: a body of old, and the rest of a longer code.
    if code.kind || !code.warnings.is_empty() {
        return Some(code);
    }
    let tail = rest[code.bytes..]
        .strip_prefix(' ')
        .and_then(|rest| codes::read(rest, tables));
    let whole = tail.and_then(|tail| {
        let joined = format!("{}{}", code.text, tail.text);
        let bytes = code.bytes + 1 + tail.bytes;
        let whole = codes::read(&joined, tables)?;
        let short = !code.body || tail.text.chars().count() == 2 && whole.warnings.is_empty();
        let body = whole.body && whole.extra_digits == 0 && short;
        body.then(|| whole.across_a_space(bytes))
    });
    Some(whole.unwrap_or(code))
}

/// The byte behind the term of the National Assembly or of one of its organs, where a space stands before it:
/// `51/2001/QH | 10`.
fn term_behind_a_space(code: &Code<'_>, rest: &str) -> Option<usize> {
    let behind = rest[code.bytes..].strip_prefix(' ')?;
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let after = &behind[digits..];
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '%');
    let inner = after.strip_prefix(['.', ',']).unwrap_or(after);
    let ends = !inner.starts_with(goes_on);
    let termed = code.digits().is_empty() && TERMED.contains(&code.base());
    let term: usize = behind[..digits].parse().ok()?;
    let whole = termed && ends && (1..=LAST_TERM).contains(&term);
    whole.then_some(code.bytes + 1 + digits)
}

/// The National Assembly after the next one.
const LAST_TERM: usize = 17;

impl Pieces<'_> {
    /// Byte offset just past the last group.
    pub(super) fn end(&self) -> usize {
        self.groups.last().map_or(self.start, |piece| piece.end)
    }

    /// Whether `code` is known only as a kind, with a stroke that nobody wrote, where an issuer stands: `9-KH/ND`.
    fn is_stroked_kind(&self, code: &Code<'_>) -> bool {
        let behind_kind = self
            .groups
            .first()
            .is_some_and(|first| first.code.kind && !matches!(&*first.code.text, "VBHN" | "VBHB"));
        behind_kind && code.kind && !code.body && code.warnings.has(NumberWarning::MissingStroke)
    }

    /// Whether the groups so far are known, and written in small letters.
    fn is_small(&self, text: &str) -> bool {
        self.groups.iter().all(|piece| {
            let mut letters = text[piece.start..piece.end].chars();
            (piece.code.known() || opens_symbol(&piece.code.text))
                && !letters.any(char::is_uppercase)
        })
    }

    /// Whether `code`, which the tables do not have, may follow in small letters: behind groups that are
    /// known, or as the first of a symbol of the courts; without a year *30/hs* counts pupils.
    fn takes_small(&self, code: &Code<'_>) -> bool {
        let opens = || match self.year {
            Some(_) => opens_symbol(&code.text),
            None => court::is_paper(&code.text),
        };
        !self.groups.is_empty() || opens()
    }

    /// Whether no number has more groups.
    fn is_full(&self, tables: &Tables) -> bool {
        let (most, most_of_joint) = MOST_GROUPS;
        let groups = self.groups.len();
        groups >= most_of_joint || groups >= most && !self.is_joint(tables)
    }

    /// Whether several bodies issue the document, so that issuers go on and on.
    fn is_joint(&self, tables: &Tables) -> bool {
        let kind = self.groups.first().map(|piece| &piece.code.text);
        kind.is_some_and(|kind| tables.kinds.is_joint(kind))
    }

    pub(super) fn warn(&mut self, warning: NumberWarning) {
        self.warnings.add(warning);
    }

    fn note(&mut self, separator: Separator) {
        if (separator.space_before || separator.space_after) && separator.joint != Joint::Space {
            self.warn(NumberWarning::Spaces);
        }
        self.spaced |= separator.space_before && separator.space_after;
        for (seen, warning) in [
            (
                separator.joint == Joint::Space,
                NumberWarning::MissingSeparator,
            ),
            (separator.line_break, NumberWarning::LineBreak),
            (separator.typographic, NumberWarning::Dash),
            (separator.underscore, NumberWarning::Underscore),
        ] {
            if seen {
                self.warn(warning);
            }
        }
    }

    /// `1.706` without a year is a thousand and more; `66.16/2026` is a decimal serial.
    fn thousands_point(&mut self) {
        if self.year.is_none()
            && let Some((thousands, rest)) = self.serial.split_once('.')
            && thousands.len() <= 3
            && rest.len() == 3
        {
            self.serial = Cow::Owned(format!("{thousands}{rest}"));
            self.warn(NumberWarning::ThousandsPoint);
        }
    }

    /// Whether `code` behind `separator` goes on with the number. Across a space only what makes
    /// the number whole does: `NĐ - CP` is one number, `QĐ-TTg - ABC` is a number and a remark.
    fn joins(&self, separator: Separator, code: &Code<'_>, tables: &Tables) -> bool {
        let first = self.groups.first().map(|piece| &piece.code);
        let second = self.groups.len() == 1;
        let after_kind = second && first.is_some_and(|first| first.kind);
        match (separator.space_before, separator.space_after) {
            _ if separator.joint == Joint::Point => {
                let unit =
                    code.text.chars().all(char::is_uppercase) && code.text.chars().count() <= 6;
                // *QĐ.UBND.NN*: two groups, which are parted later.
                let two = |first: &Code<'_>| first.text.contains('.');
                (self.groups.len() > 1 || first.is_some_and(two))
                    && unit
                    && code.warnings.is_empty()
            }
            _ if matches!(separator.joint, Joint::Comma | Joint::Plus) => self.takes_unit(code),
            _ if separator.joint == Joint::Space => match first {
                None => self.year.is_none() && code.kind,
                Some(_) => {
                    after_kind
                        && self.year.is_some()
                        && code.body
                        && code.warnings.is_empty()
                        && !separator.line_break
                }
            },
            _ if separator.line_break && code.text.chars().count() < 2 => false,
            (false, false) if separator.line_break => {
                code.known() || after_kind || self.groups.is_empty()
            }
            (false, false) => true,
            (true, true) if self.is_joint(tables) => {
                // The registry does not have every issuer; in a chain of them it is one all the same.
                let capitals = code.text.chars().all(char::is_uppercase);
                code.known() || self.spaced && capitals && code.text.chars().count() > 2
            }
            (true, true) => self.groups.len() < 2 && (code.known() || self.of_a_court(code)),
            _ => {
                code.known()
                    || after_kind
                    || self.of_a_court(code)
                    || self.goes_on_spaced(separator, code)
            }
        }
    }

    /// Whether `code` is one more unit of a letter, and no body that issues its own.
    fn takes_unit(&self, code: &Code<'_>) -> bool {
        let letter = self.groups.len() > 1
            && self
                .groups
                .first()
                .is_some_and(|first| first.code.body && !first.code.kind);
        let mut letters = code.text.chars();
        let unit = (2..=6).contains(&letters.clone().count()) && letters.all(char::is_uppercase);
        letter && unit && !code.issues()
    }

    /// Whether `code` is a unit of a letter whose slashes all have a space behind them: `2325/ BKH/ VPTĐ`.
    fn goes_on_spaced(&self, separator: Separator, code: &Code<'_>) -> bool {
        let slash = separator.joint == Joint::Slash && separator.space_after;
        let spaced = self.warnings.has(NumberWarning::Spaces);
        let mut letters = code.text.chars();
        let unit = letters.clone().count() > 1 && letters.all(char::is_uppercase);
        let issuer = self.groups.first().is_some_and(|first| first.code.body);
        slash && spaced && unit && issuer && !separator.line_break
    }

    /// Whether the number lacks an issuer, and `code` is one that the registry does not have: `558/QĐ - ĐHTM`; or a
    /// letter's the unit: `1578/SGDĐT- CTTT`. In a heading in capitals (`SỐ 5/QĐ - VỀ VIỆC`) words follow it.
    fn lacks(&self, separator: Separator, code: &Code<'_>, behind: &str) -> bool {
        let [first] = &self.groups[..] else {
            return false;
        };
        // Behind a kind the space stands on both sides, behind an issuer on one.
        let spaced = separator.joint == Joint::Hyphen
            && separator.space_before == first.code.kind
            && separator.space_after
            && first.joint == Joint::Slash;
        let mut letters = code.text.chars();
        let capitals = letters.clone().count() > 2
            && letters.all(|c| c.is_ascii_uppercase() || matches!(c, 'Đ' | 'Ư'));
        let mut next = behind.trim_start_matches([' ', '\u{a0}']).chars();
        let shouted = next.next().is_some_and(char::is_uppercase)
            && next.next().is_some_and(char::is_uppercase);
        spaced && capitals && !shouted
    }

    /// Whether `code` goes on with the symbol of a court's paper: `QĐST - HNGĐ`, `DS - ST`.
    fn of_a_court(&self, code: &Code<'_>) -> bool {
        let first = self.groups.first().map(|piece| &*piece.code.text);
        self.year.is_some()
            && first.is_some_and(|first| {
                court::kind(first, &code.text, "").is_some_and(|(_, n)| n == 2)
            })
    }
}

/// Whether a symbol that has no kind of the tables begins with `code`: of a court, of a precedent.
fn opens_symbol(code: &str) -> bool {
    code == PRECEDENT || court::opens(code)
}

/// The letter after the serial, or *bis*: `30a/2008`, `18B/SL`. A letter that begins a code
/// (`858CV/ĐUK`) is left where it is.
fn suffix<'c>(cursor: &mut Cursor<'c>) -> Option<&'c str> {
    let mut ahead = *cursor;
    let letters = ahead.eat_while(char::is_alphabetic);
    let one = letters.chars().count() == 1;
    let separated = matches!(
        ahead.peek(),
        None | Some('/' | '-' | ' ' | '\u{2010}'..='\u{2015}')
    );
    if (one || letters.eq_ignore_ascii_case("bis")) && separated {
        *cursor = ahead;
        return Some(letters);
    }
    None
}

/// Reads what stands between two pieces, line break included (never before the sign: a sign
/// that begins a line is a bullet).
fn read_separator(cursor: &mut Cursor<'_>) -> Separator {
    let mut separator = Separator {
        joint: Joint::None,
        space_before: false,
        space_after: false,
        line_break: false,
        typographic: false,
        underscore: false,
    };
    let mut ahead = *cursor;
    let spaces = ahead.spaces();
    let mut behind = ahead.rest().chars().skip(1);
    let glued = !spaces && behind.next().is_some_and(char::is_uppercase);
    let sign = ahead.eat_if(|c| {
        matches!(c, '/' | '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
            || c == '.' && !spaces
            || matches!(c, ',' | '+') && glued
    });
    let Some(sign) = sign else {
        if spaces {
            separator.joint = Joint::Space;
            separator.line_break = ahead.peek() == Some('\n');
            *cursor = ahead;
        }
        return separator;
    };
    separator.space_before = spaces;
    separator.joint = match sign {
        '/' => Joint::Slash,
        '.' => Joint::Point,
        ',' => Joint::Comma,
        '+' => Joint::Plus,
        _ => Joint::Hyphen,
    };
    if matches!(sign, '.' | ',' | '+') {
        *cursor = ahead;
        return separator;
    }
    separator.underscore = sign == '_';
    separator.typographic = !sign.is_ascii();
    let after_sign = ahead.rest();
    if ahead.space_or_break() {
        let skipped = &after_sign[..after_sign.len() - ahead.rest().len()];
        separator.line_break = skipped.contains('\n');
        separator.space_after = !separator.line_break;
    }
    *cursor = ahead;
    separator
}
