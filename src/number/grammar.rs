//! What the pieces of a number mean: the one grammar of document numbers.
//!
//! [`read`] is called by `FromStr` on a whole string and by [`super::find`] on a place in a text.

use std::borrow::Cow;

use super::codes::{self, Code};
use super::court::{COURT_DECISION, PRECEDENT};
use super::lex::{self, Joint, Pieces};
use super::plan::{Parsed, Plan};
use super::words::{CONTESTED, KINDLESS};
use super::{Notation, NumberWarning, court, standard};
use crate::error::ParseError;
use crate::tables::Tables;
use crate::tables::kinds::{DocumentKind, DocumentSystem};

/// Reads the number that starts at byte `pos` of `text`. `head` is the word that announces it:
/// after *Công văn* a contested code is an issuer.
pub(super) fn parse<'c>(
    text: &'c str,
    pos: usize,
    head: Option<&DocumentKind>,
    tables: &'c Tables,
) -> Result<Parsed, ParseError> {
    match standard::read(text, pos, tables)? {
        Some(parsed) => Ok(parsed),
        None => interpret(lex::read(text, pos, tables)?, text, head, tables),
    }
}

/// What `pieces` of `text` mean. The spelling that the number gets must be one that is read as the
/// same: what is repaired to something that is no number was none.
pub(super) fn interpret<'c>(
    pieces: Pieces<'c>,
    text: &'c str,
    head: Option<&DocumentKind>,
    tables: &'c Tables,
) -> Result<Parsed, ParseError> {
    let start = pieces.start;
    let parsed = understand(pieces, text, head, tables)?;
    let spelling = parsed.number.as_str();
    // Digits that belong to a footnote were a part of what was understood.
    if parsed.footnote || text.get(start..parsed.end) != Some(spelling) {
        let again = lex::read(spelling, 0, tables)
            .and_then(|pieces| understand(pieces, spelling, head, tables));
        let same = again.is_ok_and(|again| {
            let (number, read) = (&parsed.number, &again.number);
            again.end == spelling.len()
                && read.as_str() == spelling
                && (read.kind(), read.issuers()) == (number.kind(), number.issuers())
        });
        if !same {
            return Err(ParseError::new(text, start, "a document number"));
        }
    }
    Ok(parsed)
}

fn understand<'c>(
    mut pieces: Pieces<'c>,
    text: &'c str,
    head: Option<&DocumentKind>,
    tables: &'c Tables,
) -> Result<Parsed, ParseError> {
    unfuse(&mut pieces, tables);
    let mut grammar = Grammar {
        text,
        head,
        tables,
        pieces,
    };
    let plan = grammar.plan()?;
    Ok(plan.build(grammar.pieces))
}

/// Splits a first group that is a kind and a body without the hyphen between (`TTBLĐTBXH`) or
/// with a point in its place (`NĐ.CP`).
fn unfuse<'c>(pieces: &mut Pieces<'c>, tables: &'c Tables) {
    let first = &pieces.groups[0];
    let text = &*first.code.text;
    if first.code.known() || text == COURT_DECISION || court::is_paper(text) {
        return;
    }
    let cuts = text.char_indices().skip(1).map(|(cut, _)| cut);
    let split = cuts.filter_map(|cut| {
        let (kind, body) = text.split_at(cut);
        let body = body.trim_start_matches('.');
        let code = tables
            .kinds
            .is_code(kind)
            .then(|| codes::read(body, tables));
        let code = code
            .flatten()
            .filter(|code| (code.body || body == codes::OLD_COMMITTEE) && code.text == body)?;
        Some((kind.to_owned(), code.into_owned()))
    });
    // The longest kind: `TTLT` rather than `TT`.
    let Some((kind, body)) = split.last() else {
        return;
    };
    let mut second = first.clone();
    second.code = body;
    second.joint = Joint::Hyphen;
    let first = &mut pieces.groups[0].code;
    *first = Code {
        text: kind.into(),
        kind: true,
        body: false,
        extra_digits: 0,
        ..first.clone()
    };
    pieces.groups.insert(1, second);
    pieces.warn(NumberWarning::MissingSeparator);
}

struct Grammar<'c, 'h> {
    text: &'c str,
    head: Option<&'h DocumentKind>,
    tables: &'c Tables,
    pieces: Pieces<'c>,
}

impl<'c> Grammar<'c, '_> {
    fn plan(&mut self) -> Result<Plan<'c>, ParseError> {
        let plan = match (self.pieces.year, self.joint(0)) {
            (Some(_), _) => self.with_year(),
            (None, Joint::Slash) => self.after_slash(),
            (None, _) => self.after_hyphen(),
        }?;
        let issuer = plan.issuers.clone().next().map(|i| &self.pieces.groups[i]);
        match issuer {
            Some(piece) if !piece.code.known() && piece.code.text.chars().count() < 2 => {
                self.expected(piece.start, "an issuer of two letters or more")
            }
            _ => Ok(plan),
        }
    }

    /// `N/YEAR/…`
    fn with_year(&mut self) -> Result<Plan<'c>, ParseError> {
        let first = self.text_of(0);
        let hyphen = self.pieces.year_joint == Joint::Hyphen || self.joint(0) == Joint::Hyphen;
        if hyphen {
            self.warn(NumberWarning::SwappedSeparators);
        }
        let base = self.pieces.groups[0].code.base();
        if matches!(base, "QH" | "UBTVQH") {
            if base == first {
                self.warn(NumberWarning::MissingTerm);
            }
            self.pieces.groups.truncate(1);
            return Ok(self.issuer_first(Notation::Assembly));
        }
        if first == PRECEDENT {
            self.pieces.groups.truncate(1);
            return Ok(Plan::new(Notation::Precedent, Some(PRECEDENT.into())));
        }
        if let Some((kind, groups)) = court::kind(&first, self.code(1), self.code(2)) {
            let kind = kind.to_owned();
            self.pieces.groups.truncate(groups);
            return Ok(Plan::new(Notation::Court, Some(kind.into())));
        }
        if first == COURT_DECISION {
            let units = 1..self.len();
            return Ok(Plan {
                issuers: 0..0,
                units,
                ..self.kind_first(Notation::Normative)
            });
        }
        if let Some(plan) = self.shared() {
            return plan;
        }
        if self.is_kind(0) {
            if self.len() == 1 {
                self.warn(NumberWarning::MissingIssuer);
            }
            return Ok(self.kind_first(Notation::Normative));
        }
        match (self.is_body(0), self.len()) {
            (true, 1) => Ok(self.issuer_first(Notation::Historic)),
            (false, 1) => self.expected(self.pieces.end(), "a kind and an issuer"),
            _ if self.reversed() => Ok(self.reverse()),
            (true, _) => Ok(self.issuer_first(Notation::Letter)),
            (false, _) => {
                self.warn(NumberWarning::UnknownKind);
                Ok(self.kind_first(Notation::Normative))
            }
        }
    }

    /// `N/…` without a year.
    fn after_slash(&mut self) -> Result<Plan<'c>, ParseError> {
        if let Some(plan) = self.shared() {
            return plan;
        }
        if self.len() == 1 {
            return Ok(self.single_group());
        }
        if matches!(self.code(0), "SL" | "LCT") && self.joint(1) == Joint::Slash {
            return Ok(Plan {
                notation: Notation::Historic,
                ..self.kind_first(Notation::Historic)
            });
        }
        if self.is_kind(0) && !self.issuer_not_kind() {
            // The Centre and the provinces' committees number in the Party's way only, what the Party issues.
            if matches!(self.code(1), "TW" | "TƯ" | "TU") && self.of_party(0) {
                self.warn(NumberWarning::SwappedSeparators);
                return Ok(self.party());
            }
            return Ok(self.kind_first(Notation::State));
        }
        if self.reversed() {
            return Ok(self.reverse());
        }
        // `QĐKN-VKS`, `CTHĐ-UBND`: a kind that the registry does not have.
        if !self.is_body(0) && (self.code(0).starts_with("QĐ") || self.issues(1)) {
            self.warn(NumberWarning::UnknownKind);
            return Ok(self.kind_first(Notation::State));
        }
        Ok(self.issuer_first(Notation::Letter))
    }

    /// Consolidated texts and joint documents, with and without a year.
    fn shared(&mut self) -> Option<Result<Plan<'c>, ParseError>> {
        let first = self.code(0);
        if matches!(first, "VBHN" | "VBHB") {
            if self.len() < 2 {
                return Some(self.expected(self.pieces.end(), "a hyphen and an issuer"));
            }
            if first == "VBHB" {
                self.warn(NumberWarning::KindTypo);
                self.pieces.groups[0].code.text = "VBHN".into();
            }
            let plan = self.kind_first(Notation::Consolidated);
            // Since 2026 the kind that was consolidated stands before the issuer.
            if self.len() > 2 && self.is_kind(1) && (!self.is_body(1) || self.is_body(2)) {
                return Some(Ok(Plan {
                    base_kind: Some(1),
                    issuers: 2..3,
                    units: 3..self.len(),
                    ..plan
                }));
            }
            return Some(Ok(plan));
        }
        if self.tables.kinds.is_joint(first) && (self.len() > 1 || self.pieces.year.is_some()) {
            if self.len() < 2 {
                self.warn(NumberWarning::MissingIssuer);
            }
            let (issuers, units) = (1..self.len(), 0..0);
            return Some(Ok(Plan {
                issuers,
                units,
                ..self.kind_first(Notation::Joint)
            }));
        }
        None
    }

    /// `66/CP`, `23/SL`, `1234/BTC`, `254/QH15`.
    fn single_group(&mut self) -> Plan<'c> {
        let first = self.text_of(0);
        let issuer = self.issuer_of(0).to_owned();
        match &*first {
            "SL" | "SLt" | "LCT" | "TTLB" | "TTLN" => Plan::new(Notation::Historic, Some(first)),
            _ if KINDLESS.contains(&issuer.as_str()) => self.issuer_first(Notation::Historic),
            kind if self.is_kind(0) && !self.is_body(0) || self.head_names_kind(kind) => {
                self.warn(NumberWarning::MissingIssuer);
                Plan::new(Notation::State, Some(first))
            }
            _ if matches!(self.pieces.groups[0].code.base(), "QH" | "UBTVQH") => {
                self.issuer_first(Notation::Assembly)
            }
            _ => self.issuer_first(Notation::Letter),
        }
    }

    /// `N-…`, and the same with a space or nothing for the hyphen.
    fn after_hyphen(&mut self) -> Result<Plan<'c>, ParseError> {
        let hyphen = self.joint(0) == Joint::Hyphen;
        if !hyphen {
            if lex::is_year(&self.pieces.serial) {
                return self.expected(self.pieces.start, "a serial number before the year");
            }
            self.warn(NumberWarning::MissingSeparator);
        }
        let issued_law = matches!(self.code(0), "SL" | "SLt" | "LCT");
        let finance = self.code(0) == "TC" && self.len() > 1 && !party_body(self.code(1));
        if issued_law || finance || !self.is_kind(0) {
            return self.historic_after_hyphen(issued_law);
        }
        if self.len() == 1 {
            // `193-CT` was a decision of the Chairman (*Chủ tịch*), `202-CT` may be a *Chỉ thị*.
            if self.code(0) == "CT" && self.head.is_some() && !self.head_names_kind("CT") {
                let plan = self.issuer_first(Notation::Historic);
                return Ok(Plan {
                    lead: Joint::Hyphen,
                    ..plan
                });
            }
            self.warn(NumberWarning::MissingIssuer);
        } else if self.joint(1) != Joint::Slash {
            if !hyphen && !party_body(self.code(1)) {
                let shared = self.shared();
                return shared.unwrap_or_else(|| Ok(self.kind_first(Notation::State)));
            }
            self.warn(NumberWarning::SwappedSeparators);
        }
        Ok(self.party())
    }

    /// `21-LCT/HĐNN8`, `01-TANDTC-VKSNDTC/TTLT`, `999-TC/QĐ/CĐKT`, `89-TC/TCT`, `90-TTg`.
    fn historic_after_hyphen(&self, issued_law: bool) -> Result<Plan<'c>, ParseError> {
        let last = self.len() - 1;
        let historic = Plan {
            lead: Joint::Hyphen,
            ..Plan::new(Notation::Historic, None)
        };
        let kind = |i: usize| Some(self.text_of(i));
        if issued_law {
            return Ok(Plan {
                kind: kind(0),
                issuers: 1..self.len(),
                ..historic
            });
        }
        if last > 0 && self.is_kind(last) && self.joint(last) == Joint::Slash {
            return Ok(Plan {
                kind: kind(last),
                issuers: 0..last,
                ..historic
            });
        }
        if !self.is_body(0) || last == 0 && !KINDLESS.contains(&self.issuer_of(0)) {
            let what = if last == 0 {
                "a kind"
            } else {
                "a kind before the issuer"
            };
            return self.expected(self.pieces.end(), what);
        }
        if last > 1 && self.is_kind(1) && self.joint(1) == Joint::Slash {
            return Ok(Plan {
                kind: kind(1),
                issuers: 0..1,
                units: 2..self.len(),
                ..historic
            });
        }
        Ok(Plan {
            issuers: 0..1,
            units: 1..self.len(),
            ..historic
        })
    }

    /// Whether a contested first group is an issuer: the head says *Công văn*, or the second
    /// group is a short unit and no body that could issue.
    fn issuer_not_kind(&self) -> bool {
        let (first, second) = (self.code(0), self.code(1));
        if !CONTESTED.contains(&first) || self.head_names_kind(first) {
            return false;
        }
        if self.head_is_letter() {
            return !self.issues(1);
        }
        let short = second.chars().count() <= 2 || second.ends_with(char::is_lowercase);
        // A Party cell (`CB`) issues nothing in this notation; `UB` is an old *Ủy ban*.
        let unit = short && second != "UB" && (!self.is_body(1) || second == "CB");
        first == "CT" && unit || first == "TC" && !party_body(second)
    }

    /// Whether the issuer stands before the kind, as it did until 1996: `1008/BYT-QĐ`.
    fn reversed(&self) -> bool {
        let ministry = self.code(0) == "LB" || self.code(0).starts_with('B') && self.is_body(0);
        match self.code(1) {
            _ if self.len() != 2 || self.head_is_letter() => false,
            "QĐ" | "NĐ" | "NQ" | "TTLT" => true,
            "TT" => ministry,
            "CT" => self.head_names_kind("CT"),
            _ => false,
        }
    }

    fn reverse(&self) -> Plan<'c> {
        Plan {
            issuers: 0..1,
            ..Plan::new(Notation::Historic, Some(self.text_of(1)))
        }
    }

    /// A kind, an issuer and units: `NĐ-CP`, `QĐ-TANDTC-TĐKT`.
    fn kind_first(&self, notation: Notation) -> Plan<'c> {
        let second = self.len().min(2);
        Plan {
            issuers: 1..second,
            units: second..self.len(),
            ..Plan::new(notation, Some(self.canonical_kind()))
        }
    }

    /// An issuer and units: `BNV-CCVC`.
    fn issuer_first(&self, notation: Notation) -> Plan<'c> {
        Plan {
            issuers: 0..1,
            units: 1..self.len(),
            ..Plan::new(notation, None)
        }
    }

    /// A kind, an issuer and units with the Party's signs: `NQ/TW`, `QĐ/TWĐTN-CTĐ`.
    fn party(&self) -> Plan<'c> {
        Plan {
            lead: Joint::Hyphen,
            second: Some(Joint::Slash),
            ..self.kind_first(Notation::Party)
        }
    }

    fn len(&self) -> usize {
        self.pieces.groups.len()
    }

    /// The code of a group; empty when there are not so many.
    fn code(&self, i: usize) -> &str {
        self.pieces
            .groups
            .get(i)
            .map_or("", |piece| &piece.code.text)
    }

    /// The code of a group, to keep.
    fn text_of(&self, i: usize) -> Cow<'c, str> {
        self.pieces.groups[i].code.text.clone()
    }

    /// The code of a group without a footnote's digits.
    fn issuer_of(&self, i: usize) -> &str {
        let code = &self.pieces.groups[i].code;
        match code.extra_digits {
            0 => &code.text,
            _ => code.base(),
        }
    }

    fn canonical_kind(&self) -> Cow<'c, str> {
        let code = self.text_of(0);
        match self.tables.kinds.canonical(&code) {
            same if same == code => code,
            other => Cow::Owned(other.to_owned()),
        }
    }

    fn joint(&self, i: usize) -> Joint {
        self.pieces.groups[i].joint
    }

    fn is_kind(&self, i: usize) -> bool {
        self.pieces.groups[i].code.kind
    }

    /// Whether a kind of the Party has the group for its code.
    fn of_party(&self, i: usize) -> bool {
        let mut kinds = self.tables.kinds.by_code(self.code(i));
        kinds.any(|kind| kind.systems.contains(&DocumentSystem::Party))
    }

    fn is_body(&self, i: usize) -> bool {
        self.pieces.groups[i].code.body
    }

    /// Whether the group is a body that issues documents.
    fn issues(&self, i: usize) -> bool {
        self.pieces
            .groups
            .get(i)
            .is_some_and(|piece| piece.code.issues())
    }

    fn head_names_kind(&self, code: &str) -> bool {
        self.head.is_some_and(|head| head.carries(code))
    }

    fn head_is_letter(&self) -> bool {
        self.head
            .is_some_and(|head| matches!(head.name.as_str(), "Công văn" | "Công thư"))
    }

    fn warn(&mut self, warning: NumberWarning) {
        self.pieces.warn(warning);
    }

    fn expected<T>(&self, at: usize, what: &'static str) -> Result<T, ParseError> {
        Err(ParseError::new(self.text, at, what))
    }
}

/// Committees of the Party and their organs.
fn party_body(code: &str) -> bool {
    let starts = ["BCS", "ĐU", "TWĐ"]
        .iter()
        .any(|start| code.starts_with(start));
    starts || ["TW", "TƯ", "U"].iter().any(|end| code.ends_with(end))
}
