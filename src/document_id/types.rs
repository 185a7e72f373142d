//! What a document is known by.

use once_cell::sync::{Lazy, OnceCell};
use std::cmp::Ordering;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use smol_str::SmolStr;

use super::issuer::tells_issuer;
use super::written::{parts_before, plain, without_label};
use crate::date::PartialDate;
use crate::number::{DocumentNumber, Notation};
use crate::tables::Tables;
use crate::tables::kinds::Trait;
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
/// `Display` writes a stable string, which [`FromStr`](std::str::FromStr) takes back and JSON holds:
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
///
/// It is cheap to clone: all mentions of a document share one.
#[derive(Clone)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(into = "String", try_from = "String"))]
pub struct DocumentId(Arc<Known>);

/// What is known of a document.
#[derive(Clone, Debug, Default)]
struct Known {
    kind: Option<SmolStr>,
    number: Option<DocumentNumber>,
    title: Option<SmolStr>,
    issuer: Option<SmolStr>,
    date: Option<PartialDate>,
    /// Whether the number says whose it is.
    issuer_told: bool,
    /// What equality looks at, once it was asked for, and the hash of that and the number.
    key: OnceCell<Key>,
    hash: OnceCell<u64>,
}

/// What equality looks at beside the number: nothing that the number tells itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Key {
    kind: Option<String>,
    /// The title behind the kind: where one ends and the other begins is a matter of tables.
    title: Option<String>,
    issuer: Option<String>,
    year: Option<u16>,
}

impl DocumentId {
    /// The document with this number; `kind` is its kind word (*Nghị định*), where one is known. Words that
    /// cannot be told from the number are none.
    pub fn numbered(kind: Option<&str>, number: DocumentNumber) -> Self {
        DocumentId(Arc::new(Known {
            kind: kind
                .map(plain)
                .map(|kind| SmolStr::from(without_label(&kind)))
                .filter(|kind| !kind.is_empty() && parts_before(kind, &number)),
            issuer_told: tells_issuer(&number),
            number: Some(number),
            ..Known::default()
        }))
    }

    /// The document with this title behind its kind word: *Luật*, *Đất đai*. A law's date, or year,
    /// is to be added: a new law takes the title of the old one. `None` where there are no words to know a
    /// document by.
    ///
    /// ```
    /// use vanban::DocumentId;
    ///
    /// let law = DocumentId::titled(Some("Luật"), "Đất đai").unwrap();
    /// assert_eq!(law.dated("2024".parse()?).to_string(), "Luật Đất đai (2024)");
    /// assert_eq!(DocumentId::titled(None, " "), None);
    /// # Ok::<(), vanban::ParseError>(())
    /// ```
    pub fn titled(kind: Option<&str>, title: &str) -> Option<Self> {
        // Laws of one name are told apart by their year.
        let law = |name: &str| {
            let mut laws = Tables::builtin().kinds.that(Trait::Law);
            laws.any(|law| law.name == name)
        };
        let kind = kind.map(plain).filter(|kind| !kind.is_empty());
        let title = Some(plain(title)).filter(|title| !title.is_empty());
        if kind.is_none() && title.is_none() {
            return None;
        }
        Some(DocumentId(Arc::new(Known {
            issuer_told: kind.as_deref().is_none_or(law),
            kind,
            title,
            ..Known::default()
        })))
    }

    /// A document of which nothing is known yet: the place of one that is still to be told.
    pub(crate) fn unknown() -> Self {
        static UNKNOWN: Lazy<Arc<Known>> = Lazy::new(Arc::default);
        DocumentId(UNKNOWN.clone())
    }

    /// The same, issued by the body of this name. Nothing and a date are no names.
    #[must_use]
    pub fn issued_by(mut self, name: &str) -> Self {
        let name = Some(plain(name)).filter(|name| !name.is_empty());
        self.known().issuer = name.filter(|name| name.parse::<PartialDate>().is_err());
        self
    }

    /// The same, issued on this date.
    #[must_use]
    pub fn dated(mut self, date: PartialDate) -> Self {
        self.known().date = Some(date);
        self
    }

    /// What is known, to be added to.
    fn known(&mut self) -> &mut Known {
        let known = Arc::make_mut(&mut self.0);
        (known.key, known.hash) = Default::default();
        known
    }

    /// Kind (*loại văn bản*).
    pub fn kind(&self) -> Option<&str> {
        self.0.kind.as_deref()
    }

    /// Number (*số, ký hiệu*).
    pub fn number(&self) -> Option<&DocumentNumber> {
        self.0.number.as_ref()
    }

    /// Title, of a document that is known by it: *Đất đai* of the *Luật Đất đai*.
    pub fn title(&self) -> Option<&str> {
        self.0.title.as_deref()
    }

    /// Issuing body, as far as known; several are joined by commas.
    pub fn issuer(&self) -> Option<&str> {
        self.0.issuer.as_deref()
    }

    /// Date of issue, as far as known.
    pub fn date(&self) -> Option<PartialDate> {
        self.0.date
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
        if let Some(number) = self.number() {
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
        let titled = |a: &DocumentId, b: &DocumentId| match (a.kind(), b.kind()) {
            (Some(_), Some(_)) => a.key().title == b.key().title,
            _ => a.title().map(fold::key) == b.title().map(fold::key),
        };
        self.number() == other.number()
            && titled(self, other)
            && (a.kind == b.kind || a.kind.is_none() || b.kind.is_none())
            && open(&a.issuer, &b.issuer)
            && (a.year == b.year || a.year.is_none() || b.year.is_none())
    }

    /// Whether its [name](Self::name) says all that tells it from other documents.
    #[cfg(feature = "serde")]
    pub(super) fn is_told_by_name(&self) -> bool {
        self.number().is_some() && *self.key() == Key::default()
    }

    /// Whether number or kind say whose it is, so that nobody else can have issued it.
    pub(super) fn issuer_is_told(&self) -> bool {
        self.0.issuer_told
    }

    /// Whether the year tells one document from others: the number has none.
    pub(super) fn year_counts(&self) -> bool {
        self.number().is_none_or(|number| number.year().is_none())
    }

    fn year(&self) -> Option<u16> {
        self.date().and_then(PartialDate::year)
    }

    fn key(&self) -> &Key {
        self.0.key.get_or_init(|| {
            let number = self.number();
            // A law and a resolution of the National Assembly may carry one number.
            let assembly = number.is_some_and(|number| number.notation() == Notation::Assembly);
            let kind_of_number = self.kind().filter(|_| assembly);
            let issuer = self.issuer().filter(|_| !self.issuer_is_told());
            Key {
                kind: kind_of_number.map(fold::key),
                title: match (number, self.kind(), self.title()) {
                    (None, Some(kind), title) => {
                        Some(fold::key(&[kind, title.unwrap_or_default()].join(" ")))
                    }
                    (.., title) => title.map(fold::key),
                },
                issuer: issuer.map(fold::key),
                year: self.year().filter(|_| self.year_counts()),
            }
        })
    }
}

impl PartialEq for DocumentId {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
            || self.number() == other.number() && self.key() == other.key()
    }
}

impl Eq for DocumentId {}

/// As an archive files them, by [number](DocumentNumber), those without one first.
///
/// ```
/// let mut ids = ["Nghị định 2/2021/NĐ-CP", "Luật Giá", "Nghị định 10/2020/NĐ-CP"]
///     .map(|id| id.parse::<vanban::DocumentId>().unwrap());
/// ids.sort();
/// assert_eq!(ids.map(|id| id.name()), ["Luật Giá", "10/2020/NĐ-CP", "2/2021/NĐ-CP"]);
/// ```
impl Ord for DocumentId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number()
            .cmp(&other.number())
            .then_with(|| self.key().cmp(other.key()))
    }
}

impl PartialOrd for DocumentId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for DocumentId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let hash = self.0.hash.get_or_init(|| {
            let mut hasher = DefaultHasher::new();
            (self.number(), self.key()).hash(&mut hasher);
            hasher.finish()
        });
        state.write_u64(*hash);
    }
}
