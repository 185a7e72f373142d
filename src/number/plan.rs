//! From the plan of a number to the number: its fields and its canonical spelling.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

use smol_str::{SmolStr, SmolStrBuilder};

use super::codes::Code;
use super::court::COURT_DECISION;
use super::lex::{Joint, Pieces};
use super::words::TERMED;
use super::{Codes, DocumentNumber, Notation, NumberWarning, Parts};

/// A number that was read, and what is known of it.
#[derive(Clone, Debug)]
pub(super) struct Parsed {
    pub(super) number: DocumentNumber,
    /// Byte offset just past the last letter.
    pub(super) end: usize,
    /// The kind is one of the registry.
    pub(super) kind_known: bool,
    /// The first issuer is one of the registry.
    pub(super) issuer_known: bool,
    /// Nothing but a space joins the serial with the rest.
    pub(super) loose: bool,
    /// One or two digits behind `end` belong to a footnote.
    pub(super) footnote: bool,
}

/// Where the groups of a number belong, and how its canonical form joins them.
#[derive(Clone, Debug)]
pub(super) struct Plan<'c> {
    pub(super) notation: Notation,
    pub(super) kind: Option<Cow<'c, str>>,
    /// The index of the group that says what kind was consolidated.
    pub(super) base_kind: Option<usize>,
    /// Indices of the groups that are issuers.
    pub(super) issuers: Range<usize>,
    /// Indices of the groups that are units.
    pub(super) units: Range<usize>,
    /// The joint before the first group.
    pub(super) lead: Joint,
    /// The joint before the second group; `None` keeps the one that is there.
    pub(super) second: Option<Joint>,
}

impl<'c> Plan<'c> {
    /// A kind and nobody.
    pub(super) fn new(notation: Notation, kind: Option<Cow<'c, str>>) -> Plan<'c> {
        Plan {
            notation,
            kind,
            base_kind: None,
            issuers: 0..0,
            units: 0..0,
            lead: Joint::Slash,
            second: None,
        }
    }

    /// The number that `pieces` are under this plan.
    pub(super) fn build(self, mut pieces: Pieces<'c>) -> Parsed {
        self.split_footnote(&mut pieces);
        let issuer = self.issuers.clone().next().map(|i| &pieces.groups[i].code);
        let issuer_known = issuer.is_some_and(|code| code.body);
        let (issuers, term) = self.issuers(&pieces);
        let mut warnings = pieces.warnings;
        for piece in &pieces.groups {
            warnings.extend(piece.code.warnings);
        }
        if let (Some(year), Some(term)) = (pieces.year, term)
            && !in_term(year, term)
        {
            warnings.add(NumberWarning::TermYearMismatch);
        }
        if self.notation == Notation::Joint
            && !pieces.groups[self.issuers.clone()]
                .iter()
                .all(|piece| piece.code.body)
        {
            warnings.add(NumberWarning::UnknownIssuer);
        }
        let units = pieces.groups[self.units.clone()].iter();
        let base_kind = self
            .base_kind
            .map(|i| (&*pieces.groups[i].code.text).into());
        Parsed {
            end: pieces.end(),
            kind_known: self.kind.is_some() && !warnings.has(NumberWarning::UnknownKind),
            issuer_known,
            loose: match pieces.year {
                Some(_) => pieces.year_joint == Joint::Space,
                None => pieces.groups[0].joint == Joint::Space,
            },
            footnote: warnings.has(NumberWarning::Footnote),
            number: DocumentNumber::of(Parts {
                canonical: self.spell(&pieces),
                units: units.map(|piece| (&*piece.code.text).into()).collect(),
                serial: pieces.serial.into(),
                suffix: pieces.suffix.map(Into::into),
                year: pieces.year,
                kind: self.kind.map(Into::into),
                base_kind,
                issuers,
                term,
                notation: self.notation,
                warnings: warnings.list(),
            }),
        }
    }

    /// The codes of the issuers without their term, and the term.
    fn issuers(&self, pieces: &Pieces<'_>) -> (Codes, Option<u8>) {
        let mut term = None;
        let mut issuers = Codes::new();
        if pieces.groups[0].code.text == COURT_DECISION {
            issuers.push("TANDTC".into());
        }
        for piece in &pieces.groups[self.issuers.clone()] {
            let code = &piece.code;
            if has_term(code) {
                term = term.or(code.digits().parse().ok());
                issuers.push(code.base().into());
            } else {
                issuers.push((&*code.text).into());
            }
        }
        (issuers, term)
    }

    /// A footnote's digits glued to the last code (`140/NQ-CP2`) are no part of the number; a
    /// unit may well end in digits (`VKSTC-V8`), and the State Bank's issuers did (`QĐ-NHNN7`).
    fn split_footnote(&self, pieces: &mut Pieces<'_>) {
        let last = pieces.groups.len() - 1;
        let piece = &mut pieces.groups[last];
        let code = &mut piece.code;
        let kept = code.extra_digits == 0 || has_term(code) || bears_number(code);
        if kept || !self.issuers.contains(&last) {
            return;
        }
        piece.end -= code.extra_digits;
        code.text = Cow::Owned(code.base().to_owned());
        code.extra_digits = 0;
        pieces.warn(NumberWarning::Footnote);
    }

    /// The canonical spelling: no spaces, `/` and `-`, codes as the registry has them. Before
    /// 1998 either sign was right between serial and symbol: there it stays as it is.
    fn spell(&self, pieces: &Pieces<'_>) -> SmolStr {
        let mut out = SmolStrBuilder::new();
        out.push_str(&pieces.serial);
        out.push_str(pieces.suffix.unwrap_or_default());
        if let Some(year) = pieces.year {
            let _ = write!(out, "/{year}");
        }
        let historic = self.notation == Notation::Historic && pieces.year.is_none();
        for (i, piece) in pieces.groups.iter().enumerate() {
            let joint = match i {
                0 if historic && piece.joint == Joint::Slash => Joint::Slash,
                0 => self.lead,
                1 => self.second.unwrap_or(piece.joint),
                _ => piece.joint,
            };
            out.push(match joint {
                Joint::Slash => '/',
                Joint::Point => '.',
                Joint::Comma => ',',
                Joint::Plus => '+',
                Joint::Hyphen | Joint::Space | Joint::None => '-',
            });
            out.push_str(&piece.code.text);
        }
        out.finish()
    }
}

/// Whether the digits behind a code are those of its name: of an issuer of the State Bank, or of a committee
/// called by the number of what it carries out (*Ban Chỉ đạo 35*).
fn bears_number(code: &Code<'_>) -> bool {
    matches!((code.base(), code.extra_digits), ("NHNN", _) | ("BCĐ", 2))
}

/// Whether the digits behind a code are a term: of the National Assembly, its organs, and its
/// committees (`UBVHXH15`).
fn has_term(code: &Code<'_>) -> bool {
    let (base, digits) = (code.base(), code.digits());
    match digits.len() {
        1 | 2 if TERMED.contains(&base) => true,
        2 => base.starts_with("UB") && base != "UBND",
        _ => false,
    }
}

/// Whether the National Assembly of `term` sat in `year`.
fn in_term(year: u16, term: u8) -> bool {
    const FIRST_YEAR: [u16; 17] = [
        1946, 1960, 1964, 1971, 1975, 1976, 1981, 1987, 1992, 1997, 2002, 2007, 2011, 2016, 2021,
        2026, 2031,
    ];
    let last = usize::from(term);
    let first = last.checked_sub(1).and_then(|i| FIRST_YEAR.get(i));
    match (first, FIRST_YEAR.get(last)) {
        (Some(&from), Some(&to)) => (from..=to).contains(&year),
        _ => true,
    }
}
