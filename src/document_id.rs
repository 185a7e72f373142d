//! Which document: one type for the page itself, for what it cites and for what it refers to.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::carry::placeless;
use crate::date::{CivilDate, PartialDate};
use crate::error::ParseError;
use crate::number::{DocumentNumber, Notation};
use crate::tables::bodies::{Context, Registry, Setting};
use crate::tables::kinds::Trait;
use crate::tables::{Tables, laws};
use crate::text::fold;

/// What tells one document from all others: its kind and number, or its title.
///
/// A number alone is no key: serials start again every year, and decisions of the same number are
/// issued by every commune. So issuer and date are held as far as they are known, and count where
/// the number leaves them open: *12/QĐ-UBND* of Sơn La is not that of Điện Biên, and *471/QĐ-TTg* of
/// 2019 is not that of 2020, while *15/2020/NĐ-CP* is one decree, whatever else is known of it. Leading
/// zeros count for nothing: *05/QĐ-BTP* is *5/QĐ-BTP*.
///
/// `==` compares what is known; [`may_be`](Self::may_be) leaves room for what is not.
///
/// `Display` writes a stable string, which [`FromStr`] takes back and JSON holds:
///
/// ```
/// use vanban::DocumentId;
///
/// let id: DocumentId = "Quyết định 12/QĐ-UBND (Ủy ban nhân dân tỉnh Sơn La; 2024-03-05)".parse()?;
/// assert_eq!(id.kind(), Some("Quyết định"));
/// assert_eq!(id.number().unwrap().to_string(), "12/QĐ-UBND");
/// assert_eq!(id.to_string().parse(), Ok(id.clone()));
/// let elsewhere: DocumentId = "Quyết định 12/QĐ-UBND (Ủy ban nhân dân tỉnh Điện Biên)".parse()?;
/// assert!(id != elsewhere && !id.may_be(&elsewhere));
/// assert_eq!("Quyết định 05/QĐ-BTP".parse::<DocumentId>(), "Quyết định 5/QĐ-BTP".parse());
/// # Ok::<(), vanban::ParseError>(())
/// ```
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "String", try_from = "String"))]
pub struct DocumentId {
    kind: Option<String>,
    number: Option<DocumentNumber>,
    title: Option<String>,
    issuer: Option<String>,
    date: Option<PartialDate>,
    /// Whether the number says whose it is.
    issuer_told: bool,
}

placeless!(DocumentId);

impl DocumentId {
    /// The document with this number; `kind` is its kind word (*Nghị định*), where one is known.
    pub fn numbered(kind: Option<&str>, number: DocumentNumber) -> Self {
        DocumentId {
            kind: kind.map(plain),
            issuer_told: tells_issuer(&number),
            number: Some(number),
            title: None,
            issuer: None,
            date: None,
        }
    }

    /// The document with this title behind its kind word: *Luật*, *Đất đai*. A law's date, or year,
    /// is to be added: a new law takes the title of the old one.
    pub fn titled(kind: Option<&str>, title: &str) -> Self {
        DocumentId {
            kind: kind.map(plain),
            number: None,
            title: Some(plain(title)).filter(|title| !title.is_empty()),
            issuer: None,
            date: None,
            // Laws of one name are told apart by their year.
            issuer_told: kind.is_none_or(|kind| {
                let mut laws = Tables::builtin().kinds.that(Trait::Law);
                laws.any(|law| law.name == kind)
            }),
        }
    }

    /// The same, issued by the body of this name.
    #[must_use]
    pub fn issued_by(mut self, name: &str) -> Self {
        self.issuer = Some(plain(name)).filter(|name| !name.is_empty());
        self
    }

    /// The same, issued on this date.
    #[must_use]
    pub fn dated(mut self, date: PartialDate) -> Self {
        self.date = Some(date);
        self
    }

    /// Kind (*loại văn bản*).
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// Number (*số, ký hiệu*).
    pub fn number(&self) -> Option<&DocumentNumber> {
        self.number.as_ref()
    }

    /// Title, of a document that is known by it: *Đất đai* of the *Luật Đất đai*.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Issuing body, as far as known; several are joined by commas.
    pub fn issuer(&self) -> Option<&str> {
        self.issuer.as_deref()
    }

    /// Date of issue, as far as known.
    pub fn date(&self) -> Option<PartialDate> {
        self.date
    }

    /// The number, else the title behind its kind, with the year where one is known: what people
    /// call the document.
    ///
    /// ```
    /// let id: vanban::DocumentId = "Luật Đất đai (2024)".parse()?;
    /// assert_eq!(id.name(), "Luật Đất đai 2024");
    /// # Ok::<(), vanban::ParseError>(())
    /// ```
    pub fn name(&self) -> String {
        if let Some(number) = &self.number {
            return number.to_string();
        }
        let year = self.year().map(|year| year.to_string());
        let parts = [self.kind(), self.title(), year.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Whether the two may be one document: nothing that is known of both tells them apart.
    ///
    /// ```
    /// let id = |text: &str| text.parse::<vanban::DocumentId>().unwrap();
    /// assert!(id("Quyết định 12/QĐ-UBND").may_be(&id("Quyết định 12/QĐ-UBND (2024-03-05)")));
    /// assert!(!id("Quyết định 12/QĐ-UBND (2023)").may_be(&id("Quyết định 12/QĐ-UBND (2024)")));
    /// ```
    pub fn may_be(&self, other: &DocumentId) -> bool {
        let (a, b) = (self.key(), other.key());
        let open = |a: &Option<String>, b: &Option<String>| match (a, b) {
            // The body and its head act for each other.
            (Some(a), Some(b)) => a.ends_with(b.as_str()) || b.ends_with(a.as_str()),
            _ => true,
        };
        a.number == b.number
            && a.title == b.title
            && (a.kind == b.kind || a.kind.is_none() || b.kind.is_none())
            && open(&a.issuer, &b.issuer)
            && (a.year == b.year || a.year.is_none() || b.year.is_none())
    }

    fn year(&self) -> Option<u16> {
        self.date.and_then(PartialDate::year)
    }

    /// Whether the year tells one document from others: the number has none.
    fn year_counts(&self) -> bool {
        self.number.as_ref().is_none_or(|n| n.year.is_none())
    }

    fn key(&self) -> Key<'_> {
        let number = self.number.as_ref();
        let kind_counts = number.is_none_or(|number| number.notation == Notation::Assembly);
        Key {
            number,
            kind: self.kind.as_deref().filter(|_| kind_counts).map(fold::key),
            title: self.title.as_deref().map(fold::key),
            issuer: self
                .issuer
                .as_deref()
                .filter(|_| !self.issuer_told)
                .map(fold::key),
            year: self.year().filter(|_| self.year_counts()),
        }
    }

    /// The work IRI in the naming convention of Akoma Ntoso (OASIS LegalDocML Naming Convention 1.0):
    /// `/akn/vn/TYPE/KIND[/ISSUER]/DATE/NUMBER`, where the type is `judgment` for papers of courts,
    /// `doc` for letters and `act` for all else. `None` when the kind, the number, the day, or the
    /// issuer that it takes is unknown. It is ASCII in lower case: diacritics are taken off, *đ* is *d*,
    /// whatever is no letter or digit is one hyphen.
    ///
    /// ```
    /// let iri = |text| vanban::extract(text).citations[0].value.id.akn_iri();
    /// assert_eq!(
    ///     iri("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020").as_deref(),
    ///     Some("/akn/vn/act/nghi-dinh/2020-03-05/30-2020-nd-cp")
    /// );
    /// assert_eq!(iri("Nghị định số 30/2020/NĐ-CP"), None);
    /// ```
    pub fn akn_iri(&self) -> Option<String> {
        let Parts {
            kind,
            issuer,
            date,
            number,
        } = self.parts()?;
        let kind_of_work = match self.number.as_ref().map(|number| number.notation) {
            Some(Notation::Court) => "judgment",
            Some(Notation::Letter) => "doc",
            _ => "act",
        };
        Some(format!(
            "/akn/vn/{kind_of_work}/{kind}/{issuer}{date}/{number}"
        ))
    }

    /// A path after the template of the European Legislation Identifier (Council conclusions
    /// 2012/C 325/02): `/eli/vn/KIND/YEAR/MONTH/DAY/NUMBER`, the issuer behind the kind where it is
    /// needed. `None` as for [`akn_iri`](Self::akn_iri).
    ///
    /// ```
    /// let text = "Bộ luật Dân sự năm 2015";
    /// assert_eq!(
    ///     vanban::extract(text).citations[0].value.id.eli().as_deref(),
    ///     Some("/eli/vn/bo-luat/2015/11/24/91-2015-qh13")
    /// );
    /// ```
    pub fn eli(&self) -> Option<String> {
        let Parts {
            kind,
            issuer,
            date,
            number,
        } = self.parts()?;
        let date = date.replace('-', "/");
        Some(format!("/eli/vn/{kind}/{issuer}{date}/{number}"))
    }

    fn parts(&self) -> Option<Parts> {
        let kind = self.kind.as_deref()?;
        let number = self.number.as_ref()?.to_string();
        let law = match laws::by_number(&number, Some(kind)).as_slice() {
            [law] => Some(*law),
            _ => None,
        };
        // Days are often mistyped: the table goes first.
        let date = match law {
            Some(law) => law.adopted.to_owned(),
            None => day(self.date?)?.to_string(),
        };
        let issuer = match law.is_some() || self.issuer_told {
            true => String::new(),
            false => format!("{}/", slug(self.issuer.as_deref()?)),
        };
        Some(Parts {
            kind: slug(kind),
            issuer,
            date,
            number: slug(&number),
        })
    }
}

/// What equality looks at.
#[derive(PartialEq, Eq, Hash)]
struct Key<'a> {
    number: Option<&'a DocumentNumber>,
    kind: Option<String>,
    title: Option<String>,
    issuer: Option<String>,
    year: Option<u16>,
}

impl PartialEq for DocumentId {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && self.key() == other.key()
    }
}

impl Eq for DocumentId {}

impl Hash for DocumentId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl fmt::Display for DocumentId {
    /// `KIND NUMBER (ISSUER; DATE)`, or the title in the place of the number. Issuer and date stand there
    /// where the number leaves them open and they are known; the date is in EDTF.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number.as_ref().map(DocumentNumber::as_str);
        let words = [self.kind(), number.or(self.title())];
        for (i, words) in words.into_iter().flatten().enumerate() {
            write!(f, "{}{words}", if i == 0 { "" } else { " " })?;
        }
        let issuer = self.issuer().filter(|_| !self.issuer_told);
        let date = self.date.filter(|_| self.year_counts());
        match (issuer, date) {
            (Some(issuer), Some(date)) => write!(f, " ({issuer}; {date})"),
            (Some(issuer), None) => write!(f, " ({issuer})"),
            (None, Some(date)) => write!(f, " ({date})"),
            (None, None) => Ok(()),
        }
    }
}

impl FromStr for DocumentId {
    type Err = ParseError;

    /// Takes back what `Display` writes.
    ///
    /// # Errors
    /// Where neither a number nor a title stands.
    fn from_str(s: &str) -> Result<Self, ParseError> {
        let (name, known) = match s.strip_suffix(')').and_then(|s| s.rsplit_once(" (")) {
            Some((name, known)) => (name, known),
            None => (s, ""),
        };
        let name = &*plain(name);
        if name.is_empty() {
            return Err(ParseError::new(s, 0, "a document's number or title"));
        }
        let starts = std::iter::once(0).chain(name.match_indices(' ').map(|(at, _)| at + 1));
        let numbered = starts
            .filter_map(|at| Some((at, name.get(at..)?.parse::<DocumentNumber>().ok()?)))
            .next();
        let mut id = match numbered {
            Some((at, number)) => {
                let kind = name[..at].trim();
                DocumentId::numbered(Some(kind).filter(|kind| !kind.is_empty()), number)
            }
            None => {
                let head = Tables::builtin().kinds.head_at(name, 0);
                let whole = |end: usize| name[end..].is_empty() || name[end..].starts_with(' ');
                let end = head.map_or(0, |(_, end)| end);
                let end = if whole(end) { end } else { 0 };
                let kind = Some(&name[..end]).filter(|kind| !kind.is_empty());
                DocumentId::titled(kind, &name[end..])
            }
        };
        let (issuer, date) = match known.rsplit_once("; ") {
            Some((issuer, date)) => (issuer, date.parse().ok()),
            None => match known.parse::<PartialDate>() {
                Ok(date) => ("", Some(date)),
                Err(_) => (known, None),
            },
        };
        id.date = date;
        Ok(if issuer.is_empty() {
            id
        } else {
            id.issued_by(issuer)
        })
    }
}

impl From<DocumentId> for String {
    fn from(id: DocumentId) -> String {
        id.to_string()
    }
}

impl TryFrom<String> for DocumentId {
    type Error = ParseError;

    fn try_from(s: String) -> Result<Self, ParseError> {
        s.parse()
    }
}

/// The parts of an identifier; the issuer ends in a slash.
struct Parts {
    kind: String,
    /// Empty where the number tells whose it is.
    issuer: String,
    /// `2020-03-05`.
    date: String,
    number: String,
}

/// The words without what parts them in the written form.
fn plain(words: &str) -> String {
    let words = words.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ';'));
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The day that `date` is, if it is a full one.
fn day(date: PartialDate) -> Option<CivilDate> {
    let (first, last) = date.bounds()?;
    (first == last).then_some(first)
}

/// Whether the code in a number stands for one body, so that nobody else can have issued it.
fn tells_issuer(number: &DocumentNumber) -> bool {
    match number.notation {
        Notation::Assembly | Notation::Standard | Notation::Precedent => true,
        Notation::Court => false,
        _ if number.issuers.len() > 1 => true,
        _ => issuer_by_code(number, None, None, &Tables::builtin().bodies).is_some(),
    }
}

/// The body that the code in `number` stands for, when it is one body alone; one that every
/// province has is none without its `place`. `date` is ISO 8601: names change.
pub(crate) fn issuer_by_code(
    number: &DocumentNumber,
    date: Option<&str>,
    place: Option<&str>,
    registry: &Registry,
) -> Option<String> {
    let [code] = number.issuers.as_slice() else {
        return None;
    };
    let year = number.year.map(|year| year.to_string());
    let setting = match number.notation {
        Notation::Party => Setting::PartyNumber,
        _ => Setting::StateNumber,
    };
    let context = Context {
        setting,
        date: date.or(year.as_deref()),
        place,
    };
    let everywhere = registry
        .lookup(code, &context)
        .all()
        .iter()
        .any(|body| body.is_local());
    match everywhere && place.is_none() {
        true => None,
        false => registry.issuer_name(code, &context),
    }
}

/// `30/2020/NĐ-CP` as `30-2020-nd-cp`.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.nfd().filter(|&c| !is_combining_mark(c)) {
        match c {
            'đ' | 'Đ' => slug.push('d'),
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> DocumentId {
        text.parse().unwrap_or_else(|e| panic!("{text}: {e}"))
    }

    #[test]
    fn display_is_taken_back() {
        for text in [
            "15/2020/NĐ-CP",
            "Nghị định 15/2020/NĐ-CP",
            "Quyết định 12/QĐ-UBND (Ủy ban nhân dân tỉnh Sơn La; 2024-03-05)",
            "Công văn 5/STP-VP (Sở Tư pháp tỉnh Sơn La; XXXX-06-05)",
            "Công văn 5/STP-VP (XXXX-06-05)",
            "Luật Đất đai (2024)",
            "Luật Đất đai",
            "Hiến pháp (2013)",
            "Tiêu chuẩn quốc gia TCVN 5574:2018",
            "Công điện (Thủ tướng Chính phủ; 2024-09-18)",
        ] {
            let read = id(text);
            assert_eq!(read.to_string(), text);
            assert_eq!(id(&read.to_string()), read);
        }
        let error = "".parse::<DocumentId>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "expected a document's number or title at byte 0, found the end"
        );
    }

    #[test]
    fn equal_is_what_is_one_document() {
        for (a, b) in [
            ("Quyết định 05/QĐ-BTP", "Quyết định 5/QĐ-BTP"),
            (
                "Nghị định 15/2020/NĐ-CP",
                "15/2020/NĐ-CP (Chính phủ; 2020-02-03)",
            ),
            (
                "Quyết định 471/QĐ-TTg (2019-04-26)",
                "471/QĐ-TTg (Thủ tướng Chính phủ; 2019)",
            ),
            ("Luật Thuỷ sản (2017)", "Luật Thủy sản (2017-11-21)"),
        ] {
            assert_eq!(id(a), id(b));
            assert!(id(a).may_be(&id(b)));
        }
        for (a, b) in [
            ("Luật 93/2015/QH13", "Nghị quyết 93/2015/QH13"),
            (
                "12/QĐ-UBND (Ủy ban nhân dân tỉnh Sơn La)",
                "12/QĐ-UBND (Ủy ban nhân dân tỉnh Điện Biên)",
            ),
            ("471/QĐ-TTg (2019)", "471/QĐ-TTg (2020)"),
            ("Luật Đất đai (2013)", "Luật Đất đai (2024)"),
            ("Luật Đất đai", "Luật Giá"),
            ("5/QĐ-BTP", "5/QĐ-BNV"),
        ] {
            assert_ne!(id(a), id(b));
            assert!(!id(a).may_be(&id(b)), "{a} and {b}");
        }
        // What is unknown may be anything, but is not known to be the same.
        let (open, known) = (id("12/QĐ-UBND"), id("12/QĐ-UBND (2024-03-05)"));
        assert!(open != known && open.may_be(&known));
    }

    #[test]
    fn slugs_are_ascii() {
        for (text, expected) in [
            ("30/2020/NĐ-CP", "30-2020-nd-cp"),
            (
                "Ủy ban nhân dân tỉnh Đắk Lắk",
                "uy-ban-nhan-dan-tinh-dak-lak",
            ),
            ("66.16/2026/NQ-CP", "66-16-2026-nq-cp"),
            ("(a)", "a"),
            ("", ""),
        ] {
            assert_eq!(slug(text), expected);
        }
    }
}
