//! The page's typesetting undone.
//!
//! Clean text in, *flowing* text out: a line end is the end of a paragraph, or of a line that
//! stands for itself (heading, item, cell, recipient, signature). Wrapped lines are joined; marks
//! of emphasis and of headings, marks of footnotes, running heads, page numbers and the stamps
//! of electronic signatures are taken out, so that the sentence around them goes on.
//!
//! Each step is a file of its own and rewrites the text that the step before it left. A step that
//! has nothing to undo costs a search for the signs that could call it, and copies nothing.

mod footnote;
mod hanging;
mod line;
mod markdown;
mod measure;
mod page;
mod rewrite;
mod wrap;

use crate::span::{Found, Span};
use crate::text::Text;

pub(crate) use page::{Aside, AsideKind};

/// A text whose typesetting has been undone.
pub(crate) struct Flow<'t> {
    /// The flowing text, and the way back to the source.
    pub(crate) text: Text<'t>,
    /// What was taken out that a reader might want to see, placed in the source.
    pub(crate) aside: Vec<Found<'t, Aside>>,
    /// Where in the flowing text the footnotes begin that its marks point to.
    pub(crate) notes: Option<usize>,
}

/// An excerpt of a source without the marks of Markdown.
pub(crate) fn without_marks(text: Text<'_>) -> Text<'_> {
    stripped(text, true)
}

fn stripped(text: Text<'_>, excerpt: bool) -> Text<'_> {
    match markdown::strip(text.as_str(), excerpt) {
        Some((clean, edits)) => text.rewritten(clean, edits),
        None => text,
    }
}

/// Undoes the typesetting of `text`: once, for the lines by which a page is measured are gone then.
pub(crate) fn undo(text: Text<'_>) -> Flow<'_> {
    let mut text = stripped(text, false);
    let mut aside = Vec::new();
    let page = page::set_aside(text.as_str());
    for (span, kind) in page.aside {
        let span = text.source_span(span);
        aside.push(Found::new(text.source(), span, Aside { kind }));
    }
    if let Some((clean, edits)) = page.rewritten {
        text = text.rewritten(clean, edits);
    }
    let footnotes = footnote::strip(text.as_str());
    let mut notes = footnotes.begin;
    if let Some((clean, edits)) = footnotes.rewritten {
        text = text.rewritten(clean, edits);
    }
    if let Some((clean, edits)) = wrap::join(text.as_str()) {
        notes = notes.map(|at| edits.clean_span(Span::new(at, at)).start);
        text = text.rewritten(clean, edits);
    }
    Flow { text, aside, notes }
}

#[cfg(test)]
mod tests;
