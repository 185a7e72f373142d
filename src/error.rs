//! What the whole-string parsers say when they cannot read.
//!
//! Finding never fails; these errors come from `FromStr` only.

/// A string is not what the parser was asked for.
///
/// `expected` is a noun phrase in English; `at` is the byte offset in the input at which it was
/// missing, always a character boundary.
///
/// ```
/// let error = "242/".parse::<vanban::DocumentNumber>().unwrap_err();
/// assert_eq!(error.at, 4);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[error("expected {expected} at byte {at}, found {}", Quoted(*.found))]
pub struct ParseError {
    /// What would have been accepted there.
    pub expected: &'static str,
    /// Byte offset into the input.
    pub at: usize,
    /// The character that stood there; `None` at the end of the input.
    pub found: Option<char>,
}

struct Quoted(Option<char>);

impl std::fmt::Display for Quoted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(c) => write!(f, "{c:?}"),
            None => f.write_str("the end"),
        }
    }
}

impl ParseError {
    /// `expected` was missing at byte `at` of `input`.
    pub(crate) fn new(input: &str, at: usize, expected: &'static str) -> Self {
        ParseError {
            expected,
            at,
            found: input[at..].chars().next(),
        }
    }
}
