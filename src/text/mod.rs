//! Dirty source in, clean text out, and the way back.

pub(crate) mod cursor;
pub(crate) mod fold;
pub(crate) mod sentence;

use std::borrow::Cow;

use crate::span::{Found, Passage, Span};

/// Clean text, and the way back to the source it was made from.
#[derive(Clone, Debug)]
pub struct Text<'t> {
    source: &'t str,
    clean: Cow<'t, str>,
}

impl<'t> Text<'t> {
    /// The text as handed in.
    pub fn source(&self) -> &'t str {
        self.source
    }

    /// The repaired text.
    pub fn as_str(&self) -> &str {
        &self.clean
    }

    /// Where in the source the words at `clean` (a span of [`as_str`](Self::as_str)) stand.
    pub fn source_span(&self, clean: Span) -> Span {
        clean
    }
}

/// Repairs `source`: see the module's documentation.
pub fn normalize(source: &str) -> Text<'_> {
    Text {
        source,
        clean: Cow::Borrowed(source),
    }
}

/// What can be carried from the clean text back to the source.
///
/// The recognisers read the clean text and know nothing of the source; [`crate::Document`] is
/// carried back in one step, and only when something was repaired.
pub(crate) trait Relocate<'t> {
    /// The same thing, placed in the source.
    type Placed;

    /// Maps every span and every borrowed word through `text`.
    fn relocate(self, text: &Text<'t>) -> Self::Placed;
}

impl<'t> Relocate<'t> for Span {
    type Placed = Span;

    fn relocate(self, text: &Text<'t>) -> Span {
        text.source_span(self)
    }
}

impl<'t> Relocate<'t> for Passage<'_> {
    type Placed = Passage<'t>;

    fn relocate(self, text: &Text<'t>) -> Passage<'t> {
        Passage::new(text.source(), text.source_span(self.span))
    }
}

impl<'t, T: Relocate<'t>> Relocate<'t> for Found<'_, T> {
    type Placed = Found<'t, T::Placed>;

    fn relocate(self, text: &Text<'t>) -> Self::Placed {
        Found::new(
            text.source(),
            text.source_span(self.span),
            self.value.relocate(text),
        )
    }
}

impl<'t, T: Relocate<'t>> Relocate<'t> for Option<T> {
    type Placed = Option<T::Placed>;

    fn relocate(self, text: &Text<'t>) -> Self::Placed {
        self.map(|value| value.relocate(text))
    }
}

impl<'t, T: Relocate<'t>> Relocate<'t> for Vec<T> {
    type Placed = Vec<T::Placed>;

    fn relocate(self, text: &Text<'t>) -> Self::Placed {
        self.into_iter().map(|value| value.relocate(text)).collect()
    }
}
