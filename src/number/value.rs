//! A document number, how it compares, and its written form.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

use smallvec::SmallVec;
use smol_str::SmolStr;

use super::notation::{Notation, NumberWarning};
use super::{grammar, scan};
use crate::carry::placeless;
use crate::error::ParseError;

/// A document number (*số, ký hiệu*).
///
/// `Display` gives the canonical spelling and [`FromStr`] takes it back. Two numbers are equal
/// when their canonical spellings are, but for leading zeros and for `/` against `-`; what was
/// tolerated in writing them makes no difference. They are ordered as an archive files them: by
/// symbol, then year, then serial.
///
/// A number alone does not identify a document: serials start again every year or every term, in
/// every province and every court.
///
/// ```
/// use vanban::number::{DocumentNumber, Notation, NumberWarning};
///
/// let number: DocumentNumber = "10 - Ctr/BCS".parse()?;
/// assert_eq!(number.to_string(), "10-CTr/BCS");
/// assert_eq!(number.notation(), Notation::Party);
/// assert_eq!(number.kind(), Some("CTr"));
/// assert_eq!(number.issuers(), ["BCS"]);
/// assert_eq!(number.warnings(), [NumberWarning::Spaces, NumberWarning::LetterCase]);
/// assert_eq!(number, "10-CTr/BCS".parse()?);
/// # Ok::<(), vanban::ParseError>(())
/// ```
///
/// It is cheap to clone: copies share what was read.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Written"))]
pub struct DocumentNumber(pub(super) Arc<Parts>);

/// Most numbers have one of each.
pub(super) type Codes = SmallVec<[SmolStr; 1]>;

/// What a number is made of.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Parts {
    pub(super) canonical: SmolStr,
    /// Serial as written, leading zeros and decimals kept: `05`, `66.16`. Of a standard, its
    /// number with the parts: `8297-1`.
    pub(super) serial: SmolStr,
    /// Letter after the serial: the `a` of `30a/2008/NQ-CP`, or *bis*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub(super) suffix: Option<SmolStr>,
    /// Year, where the number carries one.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub(super) year: Option<u16>,
    /// Kind code, canonical spelling (`QĐ`, `CTr`); of a court paper, derived from the area and
    /// the stage of the case (`BA` judgment, `QĐ` decision, `TL` docket); of a standard, its
    /// system (`TCVN ISO`).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub(super) kind: Option<SmolStr>,
    /// Kind code of the text that was consolidated: the `TT` of `81/2026/VBHN-TT-BXD`.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub(super) base_kind: Option<SmolStr>,
    /// Issuer codes, canonical spelling, without the term.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Codes::is_empty")
    )]
    pub(super) issuers: Codes,
    /// Drafting units after the issuer.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Codes::is_empty")
    )]
    pub(super) units: Codes,
    /// Term (*khóa*) of the National Assembly or its bodies: the 15 of `QH15`.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub(super) term: Option<u8>,
    /// How the number is built.
    pub(super) notation: Notation,
    /// What was tolerated; no part of the number's identity.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub(super) warnings: Vec<NumberWarning>,
}

placeless!(DocumentNumber);

impl DocumentNumber {
    pub(super) fn of(parts: Parts) -> Self {
        DocumentNumber(Arc::new(parts))
    }

    /// Serial as written, leading zeros and decimals kept: `05`, `66.16`. Of a standard, its
    /// number with the parts: `8297-1`.
    pub fn serial(&self) -> &str {
        &self.0.serial
    }

    /// Letter after the serial: the `a` of `30a/2008/NQ-CP`, or *bis*.
    pub fn suffix(&self) -> Option<&str> {
        self.0.suffix.as_deref()
    }

    /// Year, where the number carries one.
    pub fn year(&self) -> Option<u16> {
        self.0.year
    }

    /// Kind code, canonical spelling (`QĐ`, `CTr`); of a court paper, derived from the area and
    /// the stage of the case (`BA` judgment, `QĐ` decision, `TL` docket); of a standard, its
    /// system (`TCVN ISO`).
    pub fn kind(&self) -> Option<&str> {
        self.0.kind.as_deref()
    }

    /// Kind code of the text that was consolidated, where the number says it, as it does since
    /// 2026: the `TT` of `81/2026/VBHN-TT-BXD`.
    ///
    /// ```
    /// let number: vanban::DocumentNumber = "81/2026/VBHN-TT-BXD".parse()?;
    /// assert_eq!((number.kind(), number.base_kind()), (Some("VBHN"), Some("TT")));
    /// assert_eq!(number.issuers(), ["BXD"]);
    /// # Ok::<(), vanban::ParseError>(())
    /// ```
    pub fn base_kind(&self) -> Option<&str> {
        self.0.base_kind.as_deref()
    }

    /// Issuer codes, canonical spelling, without the term.
    pub fn issuers(&self) -> &[SmolStr] {
        &self.0.issuers
    }

    /// Drafting units after the issuer.
    pub fn units(&self) -> &[SmolStr] {
        &self.0.units
    }

    /// Term (*khóa*) of the National Assembly or its bodies: the 15 of `QH15`.
    pub fn term(&self) -> Option<u8> {
        self.0.term
    }

    /// How the number is built.
    pub fn notation(&self) -> Notation {
        self.0.notation
    }

    /// What was tolerated; no part of the number's identity.
    pub fn warnings(&self) -> &[NumberWarning] {
        &self.0.warnings
    }

    /// The canonical spelling; what `Display` writes.
    pub fn as_str(&self) -> &str {
        &self.0.canonical
    }

    /// The symbol (*ký hiệu*): what follows serial and year. Of a standard, its system.
    ///
    /// ```
    /// let number: vanban::DocumentNumber = "15/2020/NĐ-CP".parse()?;
    /// assert_eq!(number.symbol(), "NĐ-CP");
    /// # Ok::<(), vanban::ParseError>(())
    /// ```
    pub fn symbol(&self) -> &str {
        if self.0.notation == Notation::Standard {
            return self.0.kind.as_deref().unwrap_or_default();
        }
        let rest = self
            .0
            .canonical
            .strip_prefix(self.serial())
            .unwrap_or(&self.0.canonical);
        let rest = rest
            .strip_prefix(self.0.suffix.as_deref().unwrap_or_default())
            .unwrap_or(rest);
        let year = self.0.year.map_or(0, |_| "/2000".len());
        rest.get(year..)
            .unwrap_or(rest)
            .trim_start_matches(['/', '-'])
    }

    /// Whether both may be spellings of one number: signs, `&`, case and leading zeros do not count.
    ///
    /// ```
    /// let a: vanban::DocumentNumber = "47/2000/QĐ-BGD&ĐT".parse()?;
    /// let b: vanban::DocumentNumber = "47/2000/QĐ-BGDĐT".parse()?;
    /// assert!(a != b && a.matches(&b));
    /// # Ok::<(), vanban::ParseError>(())
    /// ```
    pub fn matches(&self, other: &DocumentNumber) -> bool {
        let key = |number: &DocumentNumber| -> String {
            number
                .folded()
                .filter(|c| c.is_alphanumeric() || *c == '/')
                .filter(|&c| c != '&')
                .flat_map(char::to_uppercase)
                .collect()
        };
        key(self) == key(other)
    }

    /// The canonical spelling without leading zeros and with one sign for both.
    fn folded(&self) -> impl Iterator<Item = char> {
        let digits = self
            .0
            .canonical
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(0);
        let (before, rest) = self.0.canonical.split_at(digits);
        before
            .chars()
            .chain(rest.trim_start_matches('0').chars())
            .map(|c| if c == '-' { '/' } else { c })
    }

    /// The serial as numbers, for sorting: `66.7` before `66.16`.
    fn serial_order(&self) -> impl Iterator<Item = u32> {
        self.0
            .serial
            .split(['.', '-'])
            .map(|part| part.parse().unwrap_or(0))
    }
}

impl PartialEq for DocumentNumber {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.folded().eq(other.folded())
    }
}

impl Eq for DocumentNumber {}

impl Hash for DocumentNumber {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // In one piece: a hasher takes long to be handed letter by letter.
        self.folded().collect::<smol_str::SmolStr>().hash(state);
    }
}

impl Ord for DocumentNumber {
    fn cmp(&self, other: &Self) -> Ordering {
        let symbol = |number: &DocumentNumber| -> Vec<(char, char)> {
            number.symbol().chars().map(alphabetical).collect()
        };
        symbol(self)
            .cmp(&symbol(other))
            .then_with(|| self.0.year.cmp(&other.0.year))
            .then_with(|| self.serial_order().cmp(other.serial_order()))
            .then_with(|| self.0.suffix.cmp(&other.0.suffix))
            .then_with(|| self.folded().cmp(other.folded()))
    }
}

/// The place of a letter in the Vietnamese alphabet, where Đ follows D; both signs are one.
fn alphabetical(c: char) -> (char, char) {
    let plain = match c {
        'Ă' | 'Â' => 'A',
        'Đ' => 'D',
        'Ê' => 'E',
        'Ô' | 'Ơ' => 'O',
        'Ư' => 'U',
        '-' => return ('/', '/'),
        _ => c,
    };
    (plain, c)
}

impl PartialOrd for DocumentNumber {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Writes the canonical spelling: no spaces, `/` and `-`, codes as the decrees spell them; the
/// serial as it was written.
impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.canonical)
    }
}

/// A number as JSON has it: its canonical spelling and what was tolerated. The other keys are told by
/// the spelling, or, where that has two readings (*202-CT*), say which one the words before it chose.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Written {
    canonical: String,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    issuers: Vec<String>,
    #[serde(default)]
    warnings: Vec<NumberWarning>,
}

#[cfg(feature = "serde")]
impl serde::Serialize for DocumentNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for DocumentNumber {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DocumentNumber".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Parts::json_schema(generator)
    }
}

#[cfg(feature = "serde")]
impl TryFrom<Written> for DocumentNumber {
    type Error = ParseError;

    fn try_from(written: Written) -> Result<Self, ParseError> {
        let spelling = &*written.canonical;
        let plain: DocumentNumber = spelling.parse()?;
        let agrees = |number: &DocumentNumber| {
            number.kind() == written.kind.as_deref() && number.issuers() == written.issuers
        };
        let tables = crate::tables::Tables::builtin();
        let behind = |head| Some(grammar::parse(spelling, 0, Some(head), tables).ok()?.number);
        let other = || tables.kinds.iter().filter_map(behind).find(agrees);
        let number = match agrees(&plain) {
            true => plain,
            false => other().unwrap_or(plain),
        };
        Ok(DocumentNumber::of(Parts {
            warnings: written.warnings,
            ..Arc::unwrap_or_clone(number.0)
        }))
    }
}

/// Reads a number that stands alone; white space and a label (*số:*) before it are skipped.
///
/// # Errors
/// When the string is no document number or goes on after it. Spellings that deviate are read
/// and bring [warnings](NumberWarning).
///
/// ```
/// let error = "15/2020/NĐ".parse::<vanban::DocumentNumber>();
/// assert!(error.is_ok(), "the issuer may be missing");
/// let error = "15/20/NĐ-CP".parse::<vanban::DocumentNumber>().unwrap_err();
/// assert_eq!(error.to_string(), "expected a year from 1945 on or a code at byte 3, found '2'");
/// ```
impl FromStr for DocumentNumber {
    type Err = ParseError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let start = scan::skip_label(s);
        let parsed = grammar::parse(s, start, None, crate::tables::Tables::builtin())?;
        let rest = s[parsed.end..].trim_end();
        let footnote = rest.len() <= 2 && rest.bytes().all(|b| b.is_ascii_digit());
        if rest.is_empty() || parsed.footnote && footnote {
            return Ok(parsed.number);
        }
        Err(ParseError::new(s, parsed.end, "the end of the number"))
    }
}
