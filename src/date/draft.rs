//! An expression while it is being read.

use super::expression::DateExpression;
use super::value::DateValue;
use crate::reading::Place;
use crate::span::Span;

/// An expression being read.
#[derive(Clone, Debug)]
pub(super) struct Draft<'r, 't> {
    pub(super) start: Place<'r, 't>,
    /// Behind its last word.
    pub(super) behind: Place<'r, 't>,
    /// The byte at which it ends: behind its last word, a bracket or the dots of a form.
    pub(super) end: usize,
    pub(super) expression: DateExpression,
    pub(super) is_day: bool,
    /// How many bytes of the word in front belong to it: *ngày* glued to a code (*NĐ-CPngày 12/6*).
    pub(super) glued: usize,
}

impl<'r, 't> Draft<'r, 't> {
    /// An expression from `start` to `behind`, whose digits begin at `core`.
    pub(super) fn new(
        start: Place<'r, 't>,
        core: Place<'r, 't>,
        behind: Place<'r, 't>,
        value: DateValue,
    ) -> Self {
        let end = behind.end();
        Draft {
            start,
            behind,
            end,
            expression: DateExpression::new(value, Span::new(core.start(), end)),
            is_day: false,
            glued: 0,
        }
    }

    /// The same, as a day.
    pub(super) fn day(mut self) -> Self {
        self.is_day = true;
        self
    }

    pub(super) fn span(&self) -> Span {
        let start = match self.glued {
            0 => self.start.start(),
            bytes => self.start.end() - bytes,
        };
        Span::new(start, self.end)
    }

    pub(super) fn reach(&mut self, behind: Place<'r, 't>) {
        self.behind = behind;
        self.end = behind.end();
    }
}
