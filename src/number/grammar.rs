//! What the pieces of a number mean: the one grammar of document numbers.
//!
//! [`read`] is called by `FromStr` on a whole string and by [`super::find`] on a place in a text.

use super::codes::{self, Code};
use super::lex::{self, Joint, Pieces};
use super::{DocumentNumber, Notation, NumberWarning, standard};
use crate::error::ParseError;
use crate::registry::kinds::Head;

/// Kinds that several bodies issue together: every group after them is an issuer.
pub(super) const JOINT: [&str; 8] = [
    "TTLT", "NQLT", "QĐLT", "CTLT", "KHLT", "CTrPH", "TTLN", "TTLB",
];

/// Fields of law in the numbers of the courts.
const AREAS: [&str; 11] = [
    "HS", "DS", "HNGĐ", "HN&GĐ", "KDTM", "KT", "LĐ", "HC", "PS", "VDS", "HCST",
];

/// Stages of a case: first instance, appeal, cassation, reopening, summary.
const LEVELS: [&str; 5] = ["ST", "PT", "GĐT", "TT", "RG"];

/// Bodies whose code is followed by the number of their term.
const TERMED: [&str; 5] = ["QH", "UBTVQH", "TVQH", "HĐNN", "HĐDT"];

/// Kinds whose codes are also codes of issuers (*Cục Thuế*, *Tài chính* …).
const CONTESTED: [&str; 11] = [
    "CT", "TT", "TC", "CĐ", "HĐ", "QC", "PC", "BC", "KH", "BTT", "TB",
];

/// A number that was read, and what is known of it.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) number: DocumentNumber,
    /// Byte offset just past the last letter.
    pub(super) end: usize,
    /// The kind is one of the registry.
    pub(super) kind_known: bool,
    /// The first issuer is one of the registry.
    pub(super) issuer_known: bool,
    /// The joint before the first group, or before the year.
    pub(super) lead: Joint,
}

/// Reads the number that starts at byte `pos` of `text`. `head` is the word that announces it:
/// *Công văn* makes an issuer of a contested code, *Hợp đồng* a kind of an unknown one.
pub(super) fn read(text: &str, pos: usize, head: Option<Head>) -> Result<Reading, ParseError> {
    if let Some(reading) = standard::read(text, pos)? {
        return Ok(reading);
    }
    let mut pieces = lex::read(text, pos)?;
    unfuse(&mut pieces);
    Parser { text, head, pieces }.parse()
}

/// Splits a first group that is a kind and a body without the hyphen between: `TTBLĐTBXH`.
fn unfuse(pieces: &mut Pieces) {
    let Some(first) = pieces.groups.first() else {
        return;
    };
    if first.code.known() || first.code.text == "QĐTA" || court_decision(&first.code.text) {
        return;
    }
    let text = first.code.text.clone();
    let split = text
        .char_indices()
        .map(|(i, _)| i)
        .skip(1)
        .collect::<Vec<_>>();
    for cut in split.into_iter().rev() {
        let (kind, body) = text.split_at(cut);
        if !codes::is_kind(kind) {
            continue;
        }
        let body = body.trim_start_matches('.');
        let Some(body) = codes::read(body).filter(|code| code.body && code.text == body) else {
            continue;
        };
        let mut first = pieces.groups[0].clone();
        let mut second = first.clone();
        first.code = Code {
            text: kind.to_owned(),
            kind: true,
            body: false,
            extra_digits: 0,
            ..first.code
        };
        second.code = body;
        second.joint = Joint::Hyphen;
        pieces.groups[0] = first;
        pieces.groups.insert(1, second);
        pieces.warn(NumberWarning::MissingSeparator);
        return;
    }
}

/// `QĐST`, `TLPT`, `QĐXXST`: a paper and the stage of the case.
fn court_decision(code: &str) -> bool {
    ["QĐ", "TL", "TB"]
        .iter()
        .filter_map(|paper| code.strip_prefix(paper))
        .any(|stage| stage.ends_with("ST") || stage.ends_with("PT") || stage.ends_with("GĐT"))
}

struct Parser<'t> {
    text: &'t str,
    head: Option<Head>,
    pieces: Pieces,
}

/// Where the groups of a number belong.
struct Plan {
    notation: Notation,
    kind: Option<String>,
    /// Indices of the groups that are issuers and units.
    issuers: std::ops::Range<usize>,
    units: std::ops::Range<usize>,
    /// How the joints are written in the canonical form: before the year and the first group,
    /// and before the second group. `None` keeps what is there.
    lead: Joint,
    second: Option<Joint>,
}

impl Parser<'_> {
    fn parse(mut self) -> Result<Reading, ParseError> {
        let plan = match (self.pieces.year, self.lead()) {
            (Some(_), _) => self.with_year(),
            (None, Joint::Slash) => self.after_slash(),
            (None, _) => self.after_hyphen(),
        }?;
        if let Some(issuer) = plan.issuers.clone().next().map(|i| &self.pieces.groups[i])
            && !issuer.code.known()
            && issuer.code.text.chars().count() < 2
        {
            return Err(ParseError::new(
                self.text,
                issuer.start,
                "an issuer of two letters or more",
            ));
        }
        Ok(self.build(plan))
    }

    fn lead(&self) -> Joint {
        self.pieces.groups[0].joint
    }

    fn code(&self, i: usize) -> Option<&Code> {
        self.pieces.groups.get(i).map(|piece| &piece.code)
    }

    fn text(&self, i: usize) -> &str {
        self.code(i).map_or("", |code| &code.text)
    }

    fn is_kind(&self, i: usize) -> bool {
        self.code(i).is_some_and(|code| code.kind)
    }

    fn is_body(&self, i: usize) -> bool {
        self.code(i)
            .is_some_and(|code| code.body || code.extra_digits > 0 && code.known())
    }

    fn len(&self) -> usize {
        self.pieces.groups.len()
    }

    fn head_is(&self, names: &[&str]) -> bool {
        self.head.is_some_and(|head| names.contains(&head.name))
    }

    fn expected<T>(&self, what: &'static str) -> Result<T, ParseError> {
        let end = self
            .pieces
            .groups
            .last()
            .map_or(self.pieces.start, |piece| piece.end);
        Err(ParseError::new(self.text, end, what))
    }

    /// The plan of a kind, an issuer and units: `NĐ-CP`, `QĐ-TANDTC-TĐKT`.
    fn kind_first(&self, notation: Notation) -> Plan {
        Plan {
            notation,
            kind: Some(codes::kind_of(self.text(0)).to_owned()),
            issuers: 1..self.len().min(2),
            units: self.len().min(2)..self.len(),
            lead: Joint::Slash,
            second: None,
        }
    }

    /// The plan of a Party number: `NQ/TW`, `QĐ/TWĐTN-CTĐ`.
    fn party(&self) -> Plan {
        Plan {
            lead: Joint::Hyphen,
            second: Some(Joint::Slash),
            ..self.kind_first(Notation::Party)
        }
    }

    fn issuer_first(&self, notation: Notation) -> Plan {
        Plan {
            notation,
            kind: None,
            issuers: 0..1,
            units: 1..self.len(),
            lead: Joint::Slash,
            second: None,
        }
    }

    fn no_issuer(&self, notation: Notation, kind: Option<&str>) -> Plan {
        Plan {
            notation,
            kind: kind.map(str::to_owned),
            issuers: 0..0,
            units: 0..0,
            lead: Joint::Slash,
            second: None,
        }
    }

    /// `N/YEAR/…`
    fn with_year(&mut self) -> Result<Plan, ParseError> {
        let first = self.text(0).to_owned();
        let first = first.as_str();
        let base = self.code(0).map_or("", |code| code.base()).to_owned();
        if ["QH", "UBTVQH"].contains(&base.as_str()) {
            if base == first {
                self.pieces.warn(NumberWarning::MissingTerm);
            }
            if self.lead() == Joint::Hyphen {
                self.pieces.warn(NumberWarning::SwappedSeparators);
            }
            self.pieces.groups.truncate(1);
            self.pieces.groups[0].joint = Joint::Slash;
            return Ok(self.issuer_first(Notation::Assembly));
        }
        if first == "AL" {
            self.pieces.groups.truncate(1);
            return Ok(self.no_issuer(Notation::Precedent, Some("AL")));
        }
        if let Some(kind) = self.court() {
            return Ok(self.no_issuer(Notation::Court, Some(&kind)));
        }
        if self.pieces.year_joint == Joint::Hyphen || self.lead() == Joint::Hyphen {
            self.pieces.warn(NumberWarning::SwappedSeparators);
        }
        if JOINT.contains(&first) {
            return self.joint();
        }
        if first == "VBHN" || first == "VBHB" {
            return self.consolidated();
        }
        if first == "QĐTA" {
            return Ok(Plan {
                units: 1..self.len(),
                issuers: 0..0,
                ..self.kind_first(Notation::Normative)
            });
        }
        if self.is_kind(0) {
            if self.len() == 1 {
                self.pieces.warn(NumberWarning::MissingIssuer);
            }
            return Ok(self.kind_first(Notation::Normative));
        }
        if self.len() == 1 {
            return match self.is_body(0) {
                true => Ok(self.issuer_first(Notation::Historic)),
                false => self.expected("a kind and an issuer"),
            };
        }
        if self.reversed() {
            return Ok(self.reverse());
        }
        if self.is_body(0) {
            return Ok(self.issuer_first(Notation::Letter));
        }
        self.pieces.warn(NumberWarning::UnknownKind);
        Ok(self.kind_first(Notation::Normative))
    }

    /// `N/…` without a year.
    fn after_slash(&mut self) -> Result<Plan, ParseError> {
        let first = self.text(0).to_owned();
        let first = first.as_str();
        if first == "VBHN" || first == "VBHB" {
            return self.consolidated();
        }
        if self.len() == 1 {
            return self.single_group(first);
        }
        if JOINT.contains(&first) {
            return self.joint();
        }
        if matches!(first, "SL" | "LCT") && self.pieces.groups[1].joint == Joint::Slash {
            return Ok(Plan {
                issuers: 1..2,
                units: 2..self.len(),
                ..self.no_issuer(Notation::Historic, Some(first))
            });
        }
        if self.is_kind(0) && !self.issuer_not_kind() {
            // The Centre and the provinces' committees number in the Party's way only.
            if matches!(self.text(1), "TW" | "TƯ" | "TU") {
                self.pieces.warn(NumberWarning::SwappedSeparators);
                return Ok(self.party());
            }
            return Ok(self.kind_first(Notation::State));
        }
        if self.reversed() {
            return Ok(self.reverse());
        }
        Ok(self.issuer_first(Notation::Letter))
    }

    /// `66/CP`, `23/SL`, `1234/BTC`.
    fn single_group(&mut self, first: &str) -> Result<Plan, ParseError> {
        match first {
            "SL" | "LCT" | "TTLB" | "TTLN" | "SLt" => {
                Ok(self.no_issuer(Notation::Historic, Some(first)))
            }
            "CP" | "TTg" | "HĐBT" | "CT" => Ok(self.issuer_first(Notation::Historic)),
            _ if self.is_kind(0) && !self.is_body(0) || self.head_names_kind(first) => {
                self.pieces.warn(NumberWarning::MissingIssuer);
                Ok(self.no_issuer(Notation::State, Some(first)))
            }
            _ if matches!(self.pieces.groups[0].code.base(), "QH" | "UBTVQH") => {
                Ok(self.issuer_first(Notation::Assembly))
            }
            _ => Ok(self.issuer_first(Notation::Letter)),
        }
    }

    fn head_names_kind(&self, code: &str) -> bool {
        self.head.is_some_and(|head| head.codes.contains(&code))
    }

    /// Whether a contested first group is an issuer: the head says *Công văn*, or the second
    /// group is a short unit and no body that could issue.
    fn issuer_not_kind(&self) -> bool {
        let (first, second) = (self.text(0), self.text(1));
        if !CONTESTED.contains(&first) || self.head_names_kind(first) {
            return false;
        }
        if self.head_is(&["Công văn", "Công thư"]) {
            let issues = matches!(second, "CP" | "TTg" | "UBND" | "HĐND")
                || second.starts_with('B') && self.is_body(1);
            return !issues;
        }
        let short = second.chars().count() <= 2 || second.ends_with(|c: char| c.is_lowercase());
        // A Party cell (`CB`) issues nothing in this notation; `UB` is an old *Ủy ban*.
        let unit = short && second != "UB" && (!self.is_body(1) || second == "CB");
        first == "CT" && unit || first == "TC" && !party_body(second)
    }

    /// Whether the issuer stands before the kind, as it did until 1996: `1008/BYT-QĐ`.
    fn reversed(&self) -> bool {
        let ministry = self.text(0) == "LB" || self.text(0).starts_with('B') && self.is_body(0);
        match self.text(1) {
            _ if self.len() != 2 || self.head_is(&["Công văn", "Công thư"]) => false,
            "QĐ" | "NĐ" | "NQ" | "TTLT" => true,
            "TT" => ministry,
            "CT" => self.head_names_kind("CT"),
            _ => false,
        }
    }

    fn reverse(&self) -> Plan {
        Plan {
            kind: Some(self.text(1).to_owned()),
            issuers: 0..1,
            units: 0..0,
            ..self.no_issuer(Notation::Historic, None)
        }
    }

    /// `N/VBHN-ISSUER`, and the common slip `VBHB`.
    fn consolidated(&mut self) -> Result<Plan, ParseError> {
        if self.len() < 2 {
            return self.expected("a hyphen and an issuer");
        }
        if self.text(0) == "VBHB" {
            self.pieces.warn(NumberWarning::KindTypo);
            self.pieces.groups[0].code.text = "VBHN".to_owned();
        }
        Ok(self.kind_first(Notation::Consolidated))
    }

    fn joint(&mut self) -> Result<Plan, ParseError> {
        if self.len() < 2 {
            self.pieces.warn(NumberWarning::MissingIssuer);
        }
        Ok(Plan {
            issuers: 1..self.len(),
            units: 0..0,
            ..self.kind_first(Notation::Joint)
        })
    }

    /// The kind of a court paper, if the groups are those of one; groups beyond it are dropped.
    fn court(&mut self) -> Option<String> {
        let area = |code: &str| AREAS.contains(&code);
        let level = |code: &str| LEVELS.contains(&code);
        let (first, second, third) = (self.text(0), self.text(1), self.text(2));
        let judgment = |stage: &str| {
            if matches!(stage, "GĐT" | "TT") {
                "QĐ"
            } else {
                "BA"
            }
        };
        let (kind, groups) = if first == "HN" && second == "GĐ" && level(third) {
            (judgment(third), 3)
        } else if area(first) && level(second) {
            (judgment(second), 2)
        } else if court_decision(first) && (area(second) || self.len() == 1) {
            (
                if first.starts_with("TL") { "TL" } else { first },
                self.len().min(2),
            )
        } else if first.strip_prefix("QĐ").is_some_and(area) && level(second) {
            ("QĐ", 2)
        } else if let Some(stage) = LEVELS
            .iter()
            .find(|&&stage| first.strip_suffix(stage).is_some_and(area))
        {
            (judgment(stage), 1)
        } else {
            return None;
        };
        let kind = kind.to_owned();
        self.pieces.groups.truncate(groups);
        Some(kind)
    }

    /// `N-…`, and the same with a space or nothing for the hyphen.
    fn after_hyphen(&mut self) -> Result<Plan, ParseError> {
        let first = self.text(0).to_owned();
        let first = first.as_str();
        let lead = self.lead();
        if matches!(lead, Joint::Space | Joint::None) {
            if lex::is_year(&self.pieces.serial) {
                return Err(ParseError::new(
                    self.text,
                    self.pieces.start,
                    "a serial number before the year",
                ));
            }
            self.pieces.warn(NumberWarning::MissingSeparator);
        }
        let historic = Plan {
            lead: Joint::Hyphen,
            ..self.no_issuer(Notation::Historic, None)
        };
        if self.len() > 1 && matches!(first, "SL" | "LCT")
            || self.len() == 1 && matches!(first, "SL" | "LCT" | "SLt")
        {
            return Ok(Plan {
                kind: Some(first.to_owned()),
                issuers: 1..self.len(),
                ..historic
            });
        }
        let last = self.len() - 1;
        let kind_last = self.pieces.groups[last].joint == Joint::Slash && self.is_kind(last);
        if !self.is_kind(0) || first == "TC" && !party_body(self.text(1)) && self.len() > 1 {
            if last > 0 && kind_last {
                return Ok(Plan {
                    kind: Some(self.text(last).to_owned()),
                    issuers: 0..last,
                    ..historic
                });
            }
            if self.is_body(0)
                && self.len() > 2
                && self.is_kind(1)
                && self.pieces.groups[1].joint == Joint::Slash
            {
                let (kind, units) = (Some(self.text(1).to_owned()), 2..self.len());
                return Ok(Plan {
                    kind,
                    issuers: 0..1,
                    units,
                    ..historic
                });
            }
            if self.is_body(0) && (self.len() > 1 || matches!(first, "CP" | "TTg" | "HĐBT")) {
                return Ok(Plan {
                    issuers: 0..1,
                    units: 1..self.len(),
                    ..historic
                });
            }
            return self.expected(if self.len() == 1 {
                "a kind"
            } else {
                "a kind before the issuer"
            });
        }
        let party = self.party();
        if self.len() == 1 {
            self.pieces.warn(NumberWarning::MissingIssuer);
            return Ok(party);
        }
        if self.pieces.groups[1].joint != Joint::Slash {
            if lead != Joint::Hyphen && !party_body(self.text(1)) {
                return Ok(self.kind_first(Notation::State));
            }
            self.pieces.warn(NumberWarning::SwappedSeparators);
        }
        Ok(party)
    }

    fn build(mut self, plan: Plan) -> Reading {
        self.split_footnote(&plan);
        let mut term = None;
        let mut issuers: Vec<String> = Vec::new();
        if self.text(0) == "QĐTA" {
            issuers.push("TANDTC".to_owned());
        }
        for i in plan.issuers.clone() {
            let code = &self.pieces.groups[i].code;
            let base = code.base();
            let digits = code.digits();
            let termed =
                TERMED.contains(&base) || base.starts_with("UB") && code.kind_or_unknown_digits();
            match digits.parse() {
                Ok(n) if termed && digits.len() <= 2 => {
                    term = term.or(Some(n));
                    issuers.push(base.to_owned());
                }
                _ => issuers.push(code.text.clone()),
            }
        }
        let units = plan
            .units
            .clone()
            .map(|i| self.text(i).to_owned())
            .collect();
        let canonical = self.spell(&plan);
        let kind_known =
            plan.kind.is_some() && !self.pieces.warnings.contains(&NumberWarning::UnknownKind);
        let issuer_known = plan.issuers.clone().next().is_some_and(|i| self.is_body(i));
        let mut warnings = std::mem::take(&mut self.pieces.warnings);
        for warning in self
            .pieces
            .groups
            .iter()
            .flat_map(|piece| &piece.code.warnings)
        {
            if !warnings.contains(warning) {
                warnings.push(*warning);
            }
        }
        if let (Notation::Assembly, Some(year), Some(term)) =
            (plan.notation, self.pieces.year, term)
            && !in_term(year, term)
        {
            warnings.push(NumberWarning::TermYearMismatch);
        }
        warnings.sort_unstable();
        Reading {
            end: self
                .pieces
                .groups
                .last()
                .map_or(self.pieces.start, |piece| piece.end),
            kind_known,
            issuer_known,
            lead: if self.pieces.year.is_some() {
                self.pieces.year_joint
            } else {
                self.lead()
            },
            number: DocumentNumber {
                canonical,
                serial: self.pieces.serial,
                suffix: self.pieces.suffix,
                year: self.pieces.year,
                kind: plan.kind,
                issuers,
                units,
                term,
                notation: plan.notation,
                warnings,
            },
        }
    }

    /// A footnote's digits glued to the last code (`140/NQ-CP2`) are no part of the number; a
    /// unit may well end in digits (`VKSTC-V8`), and the State Bank's did (`QĐ-NHNN7`).
    fn split_footnote(&mut self, plan: &Plan) {
        let last = self.pieces.groups.len() - 1;
        let piece = &mut self.pieces.groups[last];
        let code = &mut piece.code;
        let base = code.base().to_owned();
        if !plan.issuers.contains(&last) || code.extra_digits == 0 {
            return;
        }
        if TERMED.contains(&base.as_str())
            || base.starts_with("UB") && base.len() > 4 && !base.starts_with("UBND")
            || base == "NHNN"
        {
            return;
        }
        piece.end -= code.extra_digits;
        code.text = base;
        code.extra_digits = 0;
        self.pieces.warn(NumberWarning::Footnote);
    }

    /// The canonical spelling: no spaces, `/` and `-`, codes as the registry has them.
    fn spell(&mut self, plan: &Plan) -> String {
        let sign = |joint: Joint| match joint {
            Joint::Slash => '/',
            Joint::Point => '.',
            _ => '-',
        };
        let mut out = self.pieces.serial.clone();
        out.push_str(self.pieces.suffix.as_deref().unwrap_or(""));
        if let Some(year) = self.pieces.year {
            out.push('/');
            out.push_str(&year.to_string());
        }
        for (i, piece) in self.pieces.groups.iter().enumerate() {
            out.push(match (i, plan.notation) {
                (0, Notation::Historic)
                    if matches!(piece.joint, Joint::Slash | Joint::Hyphen)
                        && self.pieces.year.is_none() =>
                {
                    sign(piece.joint)
                }
                (0, _) => sign(plan.lead),
                (1, _) => sign(plan.second.unwrap_or(piece.joint)),
                _ => sign(piece.joint),
            });
            out.push_str(&piece.code.text);
        }
        out
    }
}

impl Code {
    /// Whether the digits behind the code can be a term: `UBVHXH15`.
    fn kind_or_unknown_digits(&self) -> bool {
        !self.digits().is_empty() && self.digits().len() <= 2
    }
}

/// Committees of the Party and its organs.
fn party_body(code: &str) -> bool {
    code.ends_with("TW")
        || code.ends_with('U')
        || code.starts_with("BCS")
        || code.starts_with("ĐU")
        || code.starts_with("TWĐ")
}

/// Whether the National Assembly of `term` sat in `year`.
fn in_term(year: u16, term: u8) -> bool {
    const FIRST_YEAR: [u16; 17] = [
        1946, 1960, 1964, 1971, 1975, 1976, 1981, 1987, 1992, 1997, 2002, 2007, 2011, 2016, 2021,
        2026, 2031,
    ];
    let term = usize::from(term);
    match (
        term.checked_sub(1).and_then(|i| FIRST_YEAR.get(i)),
        FIRST_YEAR.get(term),
    ) {
        (Some(&from), Some(&to)) => (from..=to).contains(&year),
        _ => true,
    }
}
