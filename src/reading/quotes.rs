//! Quotations, over lines too: *Sửa đổi Điều 7 như sau: “Điều 7. …⏎…”*.
//!
//! The shape of a mark is what authors get wrong most often, so its surroundings have the last
//! word: a mark behind a space and before a letter opens, one behind a letter and before the end
//! closes.

use crate::span::Span;
use crate::text::letters::is_alphanumeric;

/// Pairs the marks of a text, handed in from left to right.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    /// Openings that wait for their partner.
    open: Vec<Opening>,
    /// Quotations found, outermost ones only.
    found: Vec<Span>,
    /// How many openings of lines above wait.
    above: usize,
}

#[derive(Clone, Copy, Debug)]
struct Opening {
    at: usize,
    /// Whether the quotation may go on over the line's end: it begins where the words of a line or
    /// of a unit begin, or behind a colon. Everywhere else a missing partner was forgotten.
    across: bool,
}

/// Quotations are not nested deeper than that.
const DEEPEST: usize = 16;

/// The longest marker in front of a quotation at the head of a line (*12.3. “…*), in bytes.
const MARKER: usize = 12;

/// The marks of quotations.
pub(crate) fn is_quotation_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '«' | '»' | '"' | '‟')
}

impl Quotes {
    /// Reads the character at byte `at`, in the line that begins at byte `line`.
    pub(super) fn mark(&mut self, text: &str, line: usize, at: usize) {
        let Some(mark) = text[at..].chars().next().filter(|&c| is_quotation_mark(c)) else {
            return;
        };
        let left = &text[line..at];
        let right = &text[at + mark.len_utf8()..];
        let waiting = self.open.len() > self.above;
        let before = left.chars().next_back();
        let after = right.chars().next().filter(|&c| c != '\n');
        // A straight mark alone on its line says nothing: scanned pages have them.
        if mark == '"' && before.is_none() && after.is_none() {
            return;
        }
        if opens(mark, before, after, waiting) {
            if self.open.len() < DEEPEST {
                let across = may_go_on(left);
                self.open.push(Opening { at, across });
            }
        } else if let Some(opening) = self.open.pop() {
            // One of a line above is closed only where words end.
            if self.open.len() < self.above && !ends_words(right) {
                self.open.push(opening);
                return;
            }
            self.above = self.above.min(self.open.len());
            let quotation = Span::new(opening.at, at + mark.len_utf8());
            while self
                .found
                .last()
                .is_some_and(|inner| inner.start >= quotation.start)
            {
                self.found.pop();
            }
            self.found.push(quotation);
        }
    }

    pub(super) fn end_line(&mut self) {
        let above = self.above;
        let mut i = 0;
        self.open.retain(|opening| {
            i += 1;
            i <= above || opening.across
        });
        // One quotation goes on over lines: where another one begins, the end of the first was
        // forgotten.
        if self.open.len() > above {
            self.open.drain(..above);
        }
        self.above = self.open.len();
    }

    pub(super) fn finish(self) -> Vec<Span> {
        self.found
    }
}

/// Whether a quotation that opens behind `left` in its line may go on in the next one.
pub(crate) fn may_go_on(left: &str) -> bool {
    let left = left.trim();
    left.is_empty()
        || left.ends_with(':')
        || left.ends_with(is_quotation_mark)
        || left.len() <= MARKER && left.ends_with(['.', ')', '-', '+'])
}

/// Whether the mark between `before` and `after` opens a quotation.
pub(crate) fn opens(mark: char, before: Option<char>, after: Option<char>, waiting: bool) -> bool {
    let free_left = before.is_none_or(|b| b.is_whitespace() || matches!(b, '(' | '[' | ':'));
    let free_right = after.is_none_or(|a| !is_alphanumeric(a));
    match mark {
        '“' | '„' | '«' | '‟' => free_left || !free_right,
        '”' | '»' => free_left && !free_right && !waiting,
        _ if before.is_none() => after.is_some(),
        // *sau đây:";* ends.
        _ if free_left == free_right => {
            !waiting && free_left && after.is_some_and(|a| !matches!(a, ';' | '.' | ',' | ')'))
        }
        _ => free_left,
    }
}

/// Whether a quotation may end before `rest`: nothing follows, or punctuation does.
pub(crate) fn ends_words(rest: &str) -> bool {
    rest.chars()
        .next()
        .is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation() || is_quotation_mark(c))
}
