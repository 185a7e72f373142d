//! The bodies of a text.

use once_cell::sync::Lazy;
use std::borrow::Cow;
use std::sync::Arc;

use super::abbreviations::Abbreviations;
use super::find::bodies_as_written;
use super::lexicon::Lexicon;
use super::life::Day;
use super::resolve::resolve;
use super::value::IssuingBody;
use crate::date::CivilDate;
use crate::reading::Reading;
use crate::span::{Finds, Found};
use crate::tables::bodies::Registry;
use crate::tables::{Tables, VOCABULARY};

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
    defined: Vec<(String, String)>,
    on: Option<CivilDate>,
}

static BUILTIN: Lazy<Lexicon> = Lazy::new(|| {
    let registry = Cow::Borrowed(Registry::builtin());
    Lexicon::new(registry, Cow::Borrowed(&*VOCABULARY))
});

impl Finder {
    /// A finder that knows the built-in registry.
    pub fn new() -> Finder {
        Finder::default()
    }

    /// Uses `registry` instead of the built-in one.
    #[must_use]
    pub fn registry(self, registry: &Registry) -> Finder {
        let mut vocabulary = VOCABULARY.clone();
        vocabulary.extend(registry.words());
        self.with(registry, Cow::Owned(vocabulary))
    }

    /// Uses the registry of `tables`.
    pub(crate) fn tables(self, tables: &Tables) -> Finder {
        self.with(&tables.bodies, tables.vocabulary.clone())
    }

    fn with(
        mut self,
        registry: &Registry,
        vocabulary: Cow<'static, crate::reading::Vocabulary>,
    ) -> Finder {
        let registry = Cow::Owned(registry.clone());
        self.lexicon = Some(Arc::new(Lexicon::new(registry, vocabulary)));
        self
    }

    /// Adds abbreviations, as (short, long): what the text says that `CNTT` in *Cục CNTT* is.
    #[must_use]
    pub fn abbreviations(mut self, pairs: &[(&str, &str)]) -> Finder {
        let pairs = pairs
            .iter()
            .map(|&(short, long)| (short.to_owned(), long.to_owned()));
        self.defined.extend(pairs);
        self
    }

    /// Judges every body by whether it was there on `day`, which is that of the page.
    #[must_use]
    pub fn on(mut self, day: CivilDate) -> Finder {
        self.on = Some(day);
        self
    }

    /// Every body of `text`, in order; nested bodies are not repeated.
    pub fn find<'t>(&self, text: &'t str) -> Finds<Found<'t, IssuingBody>> {
        let reading = Reading::new(text, &self.lexicon().vocabulary);
        self.bodies_of(&reading, &[], self.on).into()
    }

    /// The same of a text that is read already, which says what `abbreviations` stand for and of what
    /// `day` it is.
    pub(crate) fn bodies_of<'t>(
        &self,
        reading: &Reading<'t>,
        abbreviations: &[(&str, &str)],
        day: Option<CivilDate>,
    ) -> Vec<Found<'t, IssuingBody>> {
        let defined = Abbreviations {
            text: abbreviations,
            own: &self.defined,
        };
        let read = bodies_as_written(self.lexicon(), defined, reading);
        let day = day.map(|day| Day {
            date: day.into(),
            registry: &self.lexicon().registry,
        });
        resolve(self.lexicon(), reading, read, day)
            .into_iter()
            .map(|(span, body)| Found::new(reading.text(), span, body))
            .collect()
    }

    fn lexicon(&self) -> &Lexicon {
        self.lexicon.as_deref().unwrap_or(&BUILTIN)
    }
}

/// Every body of `text`, in order; nested bodies are not repeated.
pub fn find(text: &str) -> Finds<Found<'_, IssuingBody>> {
    Finder::new().find(text)
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
