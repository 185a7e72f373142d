//! The copy of a text with some stretches replaced, and the list of these edits.

use crate::span::Span;
use crate::text::{Edit, Edits};

/// A rewritten text and the way back.
pub(super) type Rewritten = Option<(String, Edits)>;

/// Copies a text and replaces stretches of it, in order.
pub(super) struct Rewriter<'a> {
    from: &'a str,
    copied: usize,
    to: String,
    edits: Edits,
}

impl<'a> Rewriter<'a> {
    pub(super) fn new(from: &'a str) -> Self {
        Rewriter {
            from,
            copied: 0,
            to: String::new(),
            edits: Edits::default(),
        }
    }

    /// Puts `with` in the place of `span`, which lies behind all that was replaced before.
    pub(super) fn replace(&mut self, span: Span, with: &str) {
        if span.of(self.from) == with {
            return;
        }
        if self.edits.is_empty() {
            self.to.reserve(self.from.len());
        }
        self.to.push_str(&self.from[self.copied..span.start]);
        let start = self.to.len();
        self.to.push_str(with);
        self.edits.push(Edit {
            source: span,
            clean: Span::new(start, self.to.len()),
        });
        self.copied = span.end;
    }

    pub(super) fn drop(&mut self, span: Span) {
        self.replace(span, "");
    }

    /// The copy, if anything was replaced.
    pub(super) fn finish(mut self) -> Rewritten {
        if self.edits.is_empty() {
            return None;
        }
        self.to.push_str(&self.from[self.copied..]);
        Some((self.to, self.edits))
    }
}
