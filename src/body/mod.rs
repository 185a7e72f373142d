//! Issuing bodies (*cơ quan ban hành*).
//!
//! [`find`] reads names out of running text: those of the [`Registry`] in every spelling in use,
//! and those composed of a head word (*Sở, Cục, Vụ, Ban Thường vụ* …), field words, the body it
//! belongs to, and a place.
//!
//! ```
//! let text = "Theo đề nghị của Sở Tư pháp tỉnh Sơn La, Chủ tịch UBND tỉnh đã ký quyết định.";
//! let bodies = vanban::body::find(text);
//! assert_eq!(bodies[0].value.name, "Sở Tư pháp tỉnh Sơn La");
//! assert_eq!(bodies[1].text, "Chủ tịch UBND tỉnh");
//! assert_eq!(bodies[1].value.name, "Chủ tịch Ủy ban nhân dân tỉnh Sơn La");
//! assert!(bodies[1].value.derived);
//! ```

mod field;
mod find;
mod generic;
mod grammar;
mod lexicon;
mod office;
mod openings;
mod place;
mod resolve;
mod series;
mod words;

use std::collections::HashMap;
use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::carry::placeless;
use crate::span::{Finds, Found};
use lexicon::Lexicon;

pub use crate::tables::bodies::{Body, BodyClass, Candidates, Context, Registry, Setting};
pub use crate::tables::places::Place;

/// A body that issues documents or is given tasks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct IssuingBody {
    /// Full name in the registry's spelling; a name that the registry does not have is composed
    /// of the head word's spelling and the page's words.
    pub name: String,
    /// Which body it is, whoever speaks for it: the name in small letters with hyphens, of a holder
    /// that of his body. *Bộ Chính trị* and *Ban Bí thư* share the code `TW`, but no id. A class
    /// of bodies, or a body whose province or ministry is not known, has none.
    ///
    /// ```
    /// let id = |text: &str| vanban::body::find(text).next().unwrap().value.id;
    /// assert_eq!(id("Bộ trưởng Bộ Tư pháp").as_deref(), Some("bộ-tư-pháp"));
    /// assert_eq!(id("BỘ TƯ PHÁP").as_deref(), Some("bộ-tư-pháp"));
    /// ```
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub id: Option<String>,
    /// Code that stands for it in document numbers.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub code: Option<String>,
    /// What kind of body.
    pub class: BodyClass,
    /// The province or city it belongs to; the district or commune where no province is named.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub place: Option<String>,
    /// The office named instead of the body: *Bộ trưởng* in *Bộ trưởng Bộ Tư pháp*; a deputy's as
    /// such: *Phó Chủ tịch*, *Thứ trưởng* (which stands before the name, not in it).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub holder: Option<String>,
    /// The term of an assembly: 15 for *Quốc hội khóa XV*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub term: Option<u16>,
    /// The body it is part of.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub parent: Option<String>,
    /// Whether it names a class of bodies (*các bộ, ngành, địa phương*), not one.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "crate::json::is_false")
    )]
    pub generic: bool,
    /// Whether part of the name was taken from elsewhere in the document: the province of
    /// *Tỉnh ủy*, the ministry of *Văn phòng Bộ*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "crate::json::is_false")
    )]
    pub derived: bool,
}

placeless!(IssuingBody);

impl IssuingBody {
    /// Who issues what this body or holder signs: a deputy signs for another (*KT.*, Nghị định
    /// 30/2020/NĐ-CP, Điều 13).
    pub(crate) fn issuer(&self) -> &str {
        let deputy = |holder: &&String| holder.starts_with("Phó ");
        let within = |holder: &&String| self.name.starts_with(holder.as_str());
        let Some(holder) = self.holder.as_ref().filter(within).filter(deputy) else {
            return &self.name;
        };
        // Their chiefs are issuers themselves.
        for (office, chief) in [
            ("Phó Thủ tướng", "Thủ tướng Chính phủ"),
            ("Phó Chủ tịch nước", "Chủ tịch nước"),
        ] {
            if holder.starts_with(office) && self.class != BodyClass::Foreign {
                return chief;
            }
        }
        // *Phó Chánh Văn phòng Bộ*: the title takes a word of the name along.
        let title = [
            "Phó Chánh V",
            "Phó Chánh T",
            "Phó Tổng T",
            "Phó Tổng K",
            "Phó Trưởng B",
        ]
        .iter()
        .find(|title| holder.starts_with(**title))
        .map_or(holder.len(), |title| title.len() - 1);
        self.name.get(title..).map_or(&self.name, str::trim_start)
    }
}

impl std::fmt::Display for IssuingBody {
    /// The full name.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

impl std::str::FromStr for IssuingBody {
    type Err = crate::ParseError;

    /// Reads a string that is the name of one body and nothing else, in any spelling.
    ///
    /// ```
    /// let body: vanban::IssuingBody = "UBND tỉnh Sơn La".parse()?;
    /// assert_eq!(body.to_string(), "Ủy ban nhân dân tỉnh Sơn La");
    /// let error = "Ủy viên".parse::<vanban::IssuingBody>().unwrap_err();
    /// assert_eq!(error.to_string(), "expected the name of a body at byte 0, found 'Ủ'");
    /// # Ok::<(), vanban::ParseError>(())
    /// ```
    ///
    /// # Errors
    /// Where the name of a body was expected and did not begin, or ended before the string did.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        match find(s).next() {
            Some(found) if found.span.start == 0 && found.span.end == s.len() => Ok(found.value),
            Some(found) if found.span.start == 0 => Err(crate::ParseError::new(
                s,
                found.span.end,
                "the end of the name",
            )),
            _ => Err(crate::ParseError::new(s, 0, "the name of a body")),
        }
    }
}

/// Finds bodies with a registry and abbreviations of the caller's choice.
///
/// ```
/// let finder = vanban::body::Finder::new()
///     .abbreviations(&[("CNTT", "công nghệ thông tin")]);
/// let found = finder.find("Giao Cục CNTT chủ trì.").next().unwrap();
/// assert_eq!(found.value.name, "Cục Công nghệ thông tin");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Finder {
    /// `None` for the built-in one.
    lexicon: Option<Arc<Lexicon>>,
    defined: HashMap<String, String>,
}

static BUILTIN: Lazy<Lexicon> = Lazy::new(|| Lexicon::new(Registry::builtin()));

impl Finder {
    /// A finder that knows the built-in registry.
    pub fn new() -> Finder {
        Finder::default()
    }

    /// Uses `registry` instead of the built-in one.
    pub fn registry(mut self, registry: &Registry) -> Finder {
        self.lexicon = Some(Arc::new(Lexicon::new(registry)));
        self
    }

    /// Adds abbreviations, as (short, long): what the text says that `CNTT` in *Cục CNTT* is.
    pub fn abbreviations(mut self, pairs: &[(&str, &str)]) -> Finder {
        let pairs = pairs
            .iter()
            .map(|&(short, long)| (short.to_owned(), long.to_owned()));
        self.defined.extend(pairs);
        self
    }

    /// Every body of `text`, in order; nested bodies are not repeated.
    pub fn find<'t>(&self, text: &'t str) -> Finds<Found<'t, IssuingBody>> {
        self.bodies_of(text).into()
    }

    pub(crate) fn bodies_of<'t>(&self, text: &'t str) -> Vec<Found<'t, IssuingBody>> {
        let lexicon = self.lexicon.as_deref().unwrap_or(&BUILTIN);
        resolve::resolve(text, find::find(lexicon, &self.defined, text))
            .into_iter()
            .map(|(span, body)| Found::new(text, span, body))
            .collect()
    }
}

/// Every body of `text`, in order; nested bodies are not repeated.
pub fn find(text: &str) -> Finds<Found<'_, IssuingBody>> {
    Finder::new().find(text)
}
