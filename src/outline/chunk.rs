//! A document cut along its units, for search and retrieval.

use std::borrow::Cow;

use super::OutlineNode;
use crate::reading::Reading;
use crate::span::{Found, Span};
use crate::tables::VOCABULARY;
use crate::text::fold;

/// A piece of a document: the own text of a unit, or a part of it.
///
/// It borrows from the document and its source until [`into_owned`](Self::into_owned).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Chunk<'d> {
    /// Where the unit stands: `II/5/2/a`; empty for what stands above the units.
    pub path: Cow<'d, str>,
    /// What the units around it are called, the outermost first: *Chương II QUY ĐỊNH CHUNG > Điều
    /// 5. Hồ sơ*.
    pub context: String,
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub text: Cow<'d, str>,
}

impl Chunk<'_> {
    /// The same chunk with words of its own, to be kept when document and source are gone.
    ///
    /// ```
    /// fn pieces(page: &str) -> Vec<vanban::outline::Chunk<'static>> {
    ///     let document = vanban::extract(page);
    ///     let chunks = document.chunks(page, 1000).into_iter();
    ///     chunks.map(|chunk| chunk.into_owned()).collect()
    /// }
    /// assert_eq!(pieces("Điều 1. Phạm vi\nÁp dụng toàn quốc.")[0].text, "Áp dụng toàn quốc.");
    /// ```
    pub fn into_owned(self) -> Chunk<'static> {
        Chunk {
            path: self.path.into_owned().into(),
            context: self.context,
            span: self.span,
            text: self.text.into_owned().into(),
        }
    }
}

/// The chunks of `source`, whose units are `nodes`, in order.
///
/// Every unit with words of its own is one; longer ones are cut behind a sentence, or, where a
/// sentence is too long itself, between words. Quoted text belongs to the unit that quotes it.
/// Context and text of a chunk have no more than `limit` bytes together, the context a quarter of
/// that.
pub(crate) fn chunks<'d>(
    nodes: &'d [Found<'_, OutlineNode<'_>>],
    source: &'d str,
    limit: usize,
) -> Vec<Chunk<'d>> {
    let mut chunks = Vec::new();
    let own: Vec<usize> = (0..nodes.len())
        .filter(|&node| !nodes[node].value.quoted)
        .collect();
    let first = own
        .first()
        .map_or(source.len(), |&node| nodes[node].span.start);
    cut(&mut chunks, source, Span::new(0, first), ("", ""), limit);
    for (i, &node) in own.iter().enumerate() {
        let unit = &nodes[node].value;
        let next = own
            .get(i + 1)
            .map_or(source.len(), |&next| nodes[next].span.start);
        let end = unit.extent.end.min(next).max(unit.body.start);
        let words = Span::new(unit.body.start, end);
        let context = context(nodes, node, limit / 4);
        cut(&mut chunks, source, words, (&unit.path, &context), limit);
    }
    chunks
}

/// The announcements of the units around `node` and its own heading, in one line of at most `most`
/// bytes; what does not fit is left out at the front.
fn context(nodes: &[Found<'_, OutlineNode<'_>>], node: usize, most: usize) -> String {
    const BETWEEN: &str = " > ";
    let mut line = String::new();
    let mut around = Some(node);
    while let Some(unit) = around {
        let Found { text, value, .. } = &nodes[unit];
        around = value.parent;
        if unit == node && value.heading.is_none() {
            continue;
        }
        let words = fold::plain(text);
        let between = if line.is_empty() { "" } else { BETWEEN };
        if line.len() + between.len() + words.len() > most {
            break;
        }
        line = words + between + &line;
    }
    line
}

/// Adds the words of `span` in pieces.
fn cut<'d>(
    chunks: &mut Vec<Chunk<'d>>,
    source: &'d str,
    span: Span,
    (path, context): (&'d str, &str),
    limit: usize,
) {
    let most = limit.saturating_sub(context.len()).max(4);
    let words = &source[span.start..span.end];
    let reading = Reading::new(words, &VOCABULARY);
    let mut from = 0;
    loop {
        from += words[from..].len() - words[from..].trim_start().len();
        if from == words.len() {
            return;
        }
        let end = from + piece(&reading, from, most);
        let text = words[from..end].trim_end();
        let start = span.start + from;
        chunks.push(Chunk {
            path: Cow::Borrowed(path),
            context: context.to_owned(),
            span: Span::new(start, start + text.len()),
            text: Cow::Borrowed(text),
        });
        from = end;
    }
}

/// How many bytes from byte `from` on make a piece of at most `most`.
fn piece(reading: &Reading<'_>, from: usize, most: usize) -> usize {
    let words = &reading.text()[from..];
    if words.len() <= most {
        return words.len();
    }
    let mut limit = most;
    while !words.is_char_boundary(limit) {
        limit -= 1;
    }
    // The last sentence that begins within the limit ends behind it: cut in front of it.
    let last = reading.sentence(from + limit.saturating_sub(1)).start;
    if last > from {
        return last - from;
    }
    match words[..limit].rfind(char::is_whitespace) {
        Some(space) if space > 0 => space,
        _ => limit.max(words.chars().next().map_or(1, char::len_utf8)),
    }
}
