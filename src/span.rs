//! Where a thing stands in a text.

use std::borrow::Cow;
use std::fmt;
use std::iter::FusedIterator;
use std::ops::Range;

/// A half-open range of UTF-8 **byte** offsets, `start..end`.
///
/// Every span that this crate hands out lies on character boundaries of the text it was made
/// from, so `&text[span.range()]` never panics. Serde writes it as `[start, end]`.
///
/// ```
/// let span = vanban::Span::try_from(2..5)?;
/// assert_eq!(span.of("a văn"), "vă");
/// assert_eq!((span.start(), span.end(), span.to_string().as_str()), (2, 5, "2..5"));
/// # Ok::<(), vanban::SpanError>(())
/// ```
///
/// None ends before it starts: a range or JSON that says so is refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(try_from = "(usize, usize)", into = "(usize, usize)")
)]
pub struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Span {
    /// The span `start..end`, or the empty one at `start` when `end` lies before it.
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Span { start, end }
    }

    /// Offset of the first byte.
    pub const fn start(self) -> usize {
        self.start
    }

    /// Offset just past the last byte.
    pub const fn end(self) -> usize {
        self.end
    }

    /// The same positions as a standard range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies within this span; equal spans contain each other.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The slice of `text` that the span covers.
    ///
    /// # Panics
    /// If the span was made from another text and does not fit this one.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }
}

impl TryFrom<Range<usize>> for Span {
    type Error = SpanError;

    fn try_from(range: Range<usize>) -> Result<Self, SpanError> {
        (range.start, range.end).try_into()
    }
}

impl TryFrom<(usize, usize)> for Span {
    type Error = SpanError;

    fn try_from((start, end): (usize, usize)) -> Result<Self, SpanError> {
        match start <= end {
            true => Ok(Span { start, end }),
            false => Err(SpanError { start, end }),
        }
    }
}

/// A range ends before it starts, and is no [`Span`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a span that ends behind its start, found [{start},{end}]")]
pub struct SpanError {
    start: usize,
    end: usize,
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A value together with the place it was read from.
///
/// `text` is always the source's own slice: `text == span.of(source)`; it is borrowed from the
/// source until [`Document::into_owned`](crate::Document::into_owned). In JSON the fields of the value
/// stand beside `span` and `text`, not below them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Found<'t, T> {
    /// Where, in bytes of the source.
    pub span: Span,
    /// The words that stand there, as written.
    pub text: Cow<'t, str>,
    /// What they mean.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub value: T,
}

impl<'t, T> Found<'t, T> {
    /// `value`, as if read from `span` of `source`; `None` where the span does not fit.
    pub fn at(source: &'t str, span: Span, value: T) -> Option<Self> {
        let text = Cow::Borrowed(source.get(span.range())?);
        Some(Found { span, text, value })
    }

    /// `value`, read from `span` of `source`.
    ///
    /// `span` lies on character boundaries of `source`.
    pub(crate) fn new(source: &'t str, span: Span, value: T) -> Self {
        Found {
            span,
            text: Cow::Borrowed(&source[span.range()]),
            value,
        }
    }
}

/// What a recogniser found in a text, in text order: an iterator.
///
/// The text is read when it is made, since what a word means may hang on words behind it.
///
/// ```
/// let mut dates = vanban::date::find("từ ngày 01/7/2025, trừ ngày 02/9/2025");
/// assert_eq!(dates.len(), 2);
/// assert_eq!(dates.next().unwrap().text, "ngày 01/7/2025");
/// ```
#[derive(Clone, Debug)]
pub struct Finds<T>(std::vec::IntoIter<T>);

impl<T> From<Vec<T>> for Finds<T> {
    fn from(found: Vec<T>) -> Self {
        Finds(found.into_iter())
    }
}

impl<T> Iterator for Finds<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<T> DoubleEndedIterator for Finds<T> {
    fn next_back(&mut self) -> Option<T> {
        self.0.next_back()
    }
}

impl<T> ExactSizeIterator for Finds<T> {}

impl<T> FusedIterator for Finds<T> {}

/// Words of the source and where they stand: a [`Found`] without a reading of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Passage<'t> {
    /// Where, in bytes of the source.
    pub span: Span,
    /// The words that stand there, as written.
    pub text: Cow<'t, str>,
}

impl<'t> Passage<'t> {
    /// The words at `span` of `source`.
    ///
    /// `span` lies on character boundaries of `source`.
    pub(crate) fn new(source: &'t str, span: Span) -> Self {
        Passage {
            span,
            text: Cow::Borrowed(&source[span.range()]),
        }
    }
}
