//! Date expressions.

use crate::span::{Found, Span};

/// A date expression.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct DateExpression {
    /// The digits alone.
    pub core: Span,
}

/// Every date expression of `text`, in order.
pub fn find(_text: &str) -> Vec<Found<'_, DateExpression>> {
    Vec::new()
}
