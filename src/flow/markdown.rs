//! The marks of Markdown: emphasis, headings, escapes, block quotes, links.
//!
//! They are dropped when the text is Markdown beyond doubt; table rows keep their `|`, bullets
//! their `*`, and so do footnote signs (`(*)`, `***`) and words with `_` inside.

use memchr::{memchr, memchr_iter, memchr2_iter, memmem};

use super::rewrite::{Rewriter, Rewritten};
use crate::span::Span;

/// Takes the marks of Markdown out of `text`; `excerpt` where the mate of a mark may stand outside it.
pub(super) fn strip(text: &str, excerpt: bool) -> Rewritten {
    let bytes = text.as_bytes();
    let asterisk = memchr(b'*', bytes).is_some();
    let sure = excerpt
        || strong(text)
        || memchr_iter(b'#', bytes).any(|at| heading(text, at).is_some())
        || memmem::find_iter(bytes, b"](").any(|at| link_end(text, at + 1).is_some())
        || memchr_iter(b'\\', bytes).any(|at| escaped(bytes, at))
        || memmem::find(bytes, b"&nbsp;").is_some()
        || memmem::find(bytes, b"<br").is_some();
    let underscore = memchr2_iter(b'_', b'`', bytes).next().is_some();
    if !sure && !asterisk && !underscore {
        return None;
    }
    let mut marks = Marks {
        text,
        found: Vec::new(),
    };
    let mut start = 0;
    for end in memchr_iter(b'\n', bytes).chain([text.len()]) {
        if sure {
            marks.line_start(start, end);
            marks.signs(start, end);
        }
        start = end + 1;
    }
    marks.emphasis(sure);
    marks
        .found
        .sort_unstable_by_key(|&(span, _)| (span.start, span.end));
    let mut rewriter = Rewriter::new(text);
    let mut behind = 0;
    for (span, with) in marks.found {
        if span.start >= behind {
            rewriter.replace(span, with);
            behind = span.end;
        }
    }
    rewriter.finish()
}

/// Whether `**` opens before a word and stands once more behind it.
fn strong(text: &str) -> bool {
    let mut marks = memmem::find_iter(text.as_bytes(), b"**");
    let opens = |at: usize| {
        text[at + 2..].starts_with(|c: char| c.is_alphanumeric() || "“\"([".contains(c))
    };
    marks.any(opens) && marks.next().is_some()
}

/// How far before the mark of a heading its line may begin.
const INDENT: usize = 8;

/// No link is longer, in bytes.
const LONGEST_LINK: usize = 1000;

/// Where the marks of a heading that begin at `at` end: `## Điều 3.`
fn heading(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let near = &bytes[at.saturating_sub(INDENT)..at];
    let indent = near
        .iter()
        .rev()
        .take_while(|&&b| matches!(b, b' ' | b'>'))
        .count();
    if at > indent && bytes[at - indent - 1] != b'\n' {
        return None;
    }
    let marks = bytes[at..].iter().take_while(|&&b| b == b'#').count();
    let rest = &text[at + marks..];
    let words = rest.trim_start_matches(' ');
    (marks <= 6 && words.len() < rest.len() && !words.starts_with('\n') && !words.is_empty())
        .then(|| text.len() - words.len())
}

/// A backslash before a sign that Markdown gives a meaning.
fn escaped(bytes: &[u8], at: usize) -> bool {
    bytes
        .get(at + 1)
        .is_some_and(|b| b"\\`*_{}[]()#+-.!|>~".contains(b))
}

/// Where `(url)` at `open` ends.
fn link_end(text: &str, open: usize) -> Option<usize> {
    let rest = text[open..].strip_prefix('(')?.as_bytes();
    let rest = &rest[..rest.len().min(LONGEST_LINK)];
    let close = rest.iter().position(|b| matches!(b, b')' | b'\n' | b' '))?;
    let like = rest[..close].iter().any(|b| b"/#.@".contains(b));
    (like && rest[close] == b')').then_some(open + 1 + close + 1)
}

struct Marks<'t> {
    text: &'t str,
    found: Vec<(Span, &'static str)>,
}

impl Marks<'_> {
    fn drop(&mut self, start: usize, end: usize) {
        self.found.push((Span::new(start, end), ""));
    }

    /// Block quotes and headings.
    fn line_start(&mut self, start: usize, end: usize) {
        let bytes = self.text.as_bytes();
        let mut at = start;
        while at < end && bytes[at] == b'>' {
            at += 1;
            if bytes.get(at) == Some(&b' ') {
                at += 1;
            }
        }
        // Two together are an arrow before a link: *>> Xem thêm: …*.
        let quotes = at > start && !bytes[start..].starts_with(b">>");
        if quotes && !bytes.get(at).is_some_and(u8::is_ascii_digit) {
            self.drop(start, at.min(end));
        }
        let indent = self.text[at.min(end)..end]
            .bytes()
            .take_while(|&b| b == b' ')
            .count();
        let sign = at + indent;
        if indent <= 3
            && bytes.get(sign) == Some(&b'#')
            && let Some(words) = heading(self.text, sign)
        {
            self.drop(sign, words.min(end));
        }
    }

    /// Escapes, links, entities and breaks of one line.
    fn signs(&mut self, start: usize, end: usize) {
        let (text, bytes) = (self.text, self.text.as_bytes());
        let row = text[start..end].trim_start().starts_with('|');
        for at in memchr::memchr3_iter(b'\\', b'[', b'&', &bytes[start..end]).map(|i| start + i) {
            match bytes[at] {
                b'\\' if escaped(bytes, at) => self.drop(at, at + 1),
                b'[' => {
                    let Some(close) =
                        memchr(b']', &bytes[at..end.min(at + LONGEST_LINK)]).map(|i| at + i)
                    else {
                        continue;
                    };
                    if close > at + 1
                        && let Some(behind) = link_end(text, close + 1)
                    {
                        let image = usize::from(at > start && bytes[at - 1] == b'!');
                        self.drop(at - image, at + 1);
                        self.drop(close, behind);
                    }
                }
                b'&' if bytes[at..end].starts_with(b"&nbsp;") => {
                    self.found.push((Span::new(at, at + "&nbsp;".len()), " "));
                }
                _ => {}
            }
        }
        for at in memmem::find_iter(&bytes[start..end], b"<br").map(|i| start + i) {
            let rest = text[at + 3..end].trim_start_matches([' ', '/']);
            if rest.starts_with('>') {
                let behind = end - rest.len() + 1;
                self.found
                    .push((Span::new(at, behind), if row { " " } else { "\n" }));
            }
        }
    }

    /// Pairs of `*`, `_` and `` ` `` runs of the same length within a paragraph.
    fn emphasis(&mut self, sure: bool) {
        let (text, bytes) = (self.text, self.text.as_bytes());
        let mut open: Vec<Span> = Vec::new();
        let mut at = 0;
        while let Some(i) = memchr::memchr3(b'*', b'_', b'`', &bytes[at..]) {
            let start = at + i;
            let sign = bytes[start];
            let run = bytes[start..].iter().take_while(|&&b| b == sign).count();
            let end = start + run;
            if memmem::find(&bytes[at.saturating_sub(1)..start], b"\n\n").is_some() {
                self.drop_strong(&mut open, sure);
            }
            at = end;
            if start > 0 && bytes[start - 1] == b'\\' || run > 3 || sign == b'`' && run > 1 {
                continue;
            }
            let before = text[..start].chars().next_back().unwrap_or('\n');
            let after = text[end..].chars().next().unwrap_or('\n');
            let strong = sign == b'*' && run == 2;
            let (opens, closes) = if strong {
                let sign = before == '(' && after == ')';
                (
                    !sign && !after.is_whitespace(),
                    !sign && !before.is_whitespace(),
                )
            } else {
                let word = |c: char| c.is_alphanumeric();
                (
                    !word(before) && (word(after) || "“\"‘([*_`~\\-+•§…<".contains(after)),
                    !word(after) && (word(before) || ".,;:)]”\"’!?…%*_`/>-–".contains(before)),
                )
            };
            let pair = open
                .iter()
                .rposition(|o| o.len() == run && bytes[o.start] == sign);
            match pair.filter(|_| closes) {
                Some(i) => {
                    let first = open[i];
                    open.truncate(i);
                    // In a text that may be no Markdown at all a pair stays within its line.
                    if sure || memchr(b'\n', &bytes[first.end..start]).is_none() {
                        self.drop(first.start, first.end);
                        self.drop(start, end);
                    }
                }
                None if opens && open.len() < DEEPEST => open.push(Span::new(start, end)),
                None if closes && strong && sure => self.drop(start, end),
                None => {}
            }
        }
        self.drop_strong(&mut open, sure);
    }

    /// At the end of a paragraph: `**` that was left open goes on into the next, where its mate
    /// is; the others were no marks.
    fn drop_strong(&mut self, open: &mut Vec<Span>, sure: bool) {
        for mark in open.drain(..) {
            if sure && mark.of(self.text) == "**" {
                self.drop(mark.start, mark.end);
            }
        }
    }
}

/// How many marks may be open at a time.
const DEEPEST: usize = 16;
