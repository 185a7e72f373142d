//! The source again, with markup around what was found.

use crate::body::IssuingBody;
use crate::citation::{Citation, Reference};
use crate::date::DateExpression;
use crate::document::Document;
use crate::number::DocumentNumber;
use crate::provision::Provision;
use crate::span::{Found, Span};

/// One value of a [`Document`], to choose from in [`Document::annotate`].
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Mention<'d, 't> {
    /// A document number.
    Number(&'d Found<'t, DocumentNumber>),
    /// A date expression.
    Date(&'d Found<'t, DateExpression>),
    /// A body.
    Body(&'d Found<'t, IssuingBody>),
    /// A citation; it usually holds a number, and often a date and a body.
    Citation(&'d Found<'t, Citation<'t>>),
    /// A reference to a document without its number.
    Reference(&'d Found<'t, Reference>),
    /// A reference to points, clauses and articles.
    Provision(&'d Found<'t, Provision>),
}

impl Mention<'_, '_> {
    /// Where it stands in the source, in bytes.
    pub fn span(&self) -> Span {
        match self {
            Mention::Number(found) => found.span,
            Mention::Date(found) => found.span,
            Mention::Body(found) => found.span,
            Mention::Citation(found) => found.span,
            Mention::Reference(found) => found.span,
            Mention::Provision(found) => found.span,
        }
    }
}

/// What goes before and after a mention; written as it is, so it may hold tags.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Markup {
    /// Opens the mention: `<a href="…">`.
    pub before: String,
    /// Closes it: `</a>`.
    pub after: String,
}

impl Document<'_> {
    /// `source` as HTML text with the markup that `choose` gives around the mentions it likes.
    ///
    /// `source` is the text that the document was extracted from. Its own characters `& < > " '`
    /// are escaped, the markup is not. Mentions within mentions nest, the longer one outside; of
    /// two that cross each other the later one is left unmarked, so that the result is always well
    /// formed.
    ///
    /// ```
    /// use vanban::annotate::{Markup, Mention};
    /// let source = "<b>Nghị quyết số 52-NQ/TW</b>";
    /// let html = vanban::extract(source).annotate(source, |mention| match mention {
    ///     Mention::Number(number) => Some(Markup {
    ///         before: format!("<a id=\"{}\">", number.value),
    ///         after: "</a>".into(),
    ///     }),
    ///     _ => None,
    /// });
    /// assert_eq!(html, "&lt;b&gt;Nghị quyết số <a id=\"52-NQ/TW\">52-NQ/TW</a>&lt;/b&gt;");
    /// ```
    ///
    /// # Panics
    /// If `source` is another text and a span does not fit it.
    pub fn annotate(
        &self,
        source: &str,
        mut choose: impl FnMut(Mention<'_, '_>) -> Option<Markup>,
    ) -> String {
        let numbers = self.numbers.iter().map(Mention::Number);
        let dates = self.dates.iter().map(Mention::Date);
        let bodies = self.bodies.iter().map(Mention::Body);
        let citations = self.citations.iter().map(Mention::Citation);
        let references = self.references.iter().map(Mention::Reference);
        let provisions = self.provisions.iter().map(Mention::Provision);
        let mut marks: Vec<(Span, Markup)> = citations
            .chain(references)
            .chain(provisions)
            .chain(numbers)
            .chain(dates)
            .chain(bodies)
            .filter_map(|mention| Some((mention.span(), choose(mention)?)))
            .collect();
        marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));

        let mut html = Html {
            source,
            at: 0,
            text: String::with_capacity(source.len() * 2),
        };
        let mut open: Vec<(usize, String)> = Vec::new();
        for (span, markup) in marks {
            while let Some((end, after)) = open.pop_if(|(end, _)| *end <= span.start) {
                html.escape_to(end);
                html.text.push_str(&after);
            }
            if open.last().is_some_and(|&(end, _)| end < span.end) {
                continue;
            }
            html.escape_to(span.start);
            html.text.push_str(&markup.before);
            open.push((span.end, markup.after));
        }
        while let Some((end, after)) = open.pop() {
            html.escape_to(end);
            html.text.push_str(&after);
        }
        html.escape_to(source.len());
        html.text
    }
}

/// HTML text that has been written up to byte `at` of its source.
struct Html<'s> {
    source: &'s str,
    at: usize,
    text: String,
}

impl Html<'_> {
    fn escape_to(&mut self, end: usize) {
        for c in self.source[self.at..end].chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\'' => self.text.push_str("&#39;"),
                c => self.text.push(c),
            }
        }
        self.at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tagged(source: &str) -> String {
        crate::extract(source).annotate(source, |mention| {
            let tag = match mention {
                Mention::Number(_) => "n",
                Mention::Date(_) => "d",
                Mention::Body(_) => "b",
                Mention::Citation(_) => "c",
                Mention::Reference(_) => "r",
                Mention::Provision(_) => "p",
            };
            Some(Markup {
                before: format!("<{tag}>"),
                after: format!("</{tag}>"),
            })
        })
    }

    #[test]
    fn mentions_nest() {
        assert_eq!(
            tagged("A & Quyết định số 471/QĐ-TTg ngày 26/4/2019 của Thủ tướng Chính phủ."),
            "A &amp; <c>Quyết định số <n>471/QĐ-TTg</n> <d>ngày 26/4/2019</d> của <b>Thủ tướng Chính phủ</b></c>."
        );
    }

    #[test]
    fn provisions_and_references_are_mentions_too() {
        assert_eq!(
            tagged("Theo khoản 2 Điều 5 của Nghị định này."),
            "Theo <p>khoản 2 Điều 5</p> của <r>Nghị định này</r>."
        );
    }

    #[test]
    fn a_repaired_source_is_marked_as_it_stands() {
        assert_eq!(
            tagged("Nghị\u{a0}định 40/2026/NĐ-СР"),
            "<c>Nghị\u{a0}định <n>40/2026/NĐ-СР</n></c>"
        );
    }
}
