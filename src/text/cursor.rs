//! The one hand that all grammars read with: a position in clean text that moves right only
//! when what it was asked for is there.

use super::fold;
use super::letters::is_alphanumeric;

/// A position in a text. Copy it to look ahead; assign the copy back to accept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'t> {
    text: &'t str,
    pos: usize,
}

impl<'t> Cursor<'t> {
    /// A cursor at byte `pos` of `text`, which must be a character boundary.
    pub(crate) fn new(text: &'t str, pos: usize) -> Self {
        debug_assert!(text.is_char_boundary(pos));
        Cursor { text, pos }
    }

    /// The byte offset reached.
    pub(crate) fn pos(self) -> usize {
        self.pos
    }

    /// What has not been read yet.
    pub(crate) fn rest(self) -> &'t str {
        &self.text[self.pos..]
    }

    /// The next character.
    pub(crate) fn peek(self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character before the cursor.
    pub(crate) fn previous(self) -> Option<char> {
        self.text[..self.pos].chars().next_back()
    }

    /// Skips `bytes` that the caller has looked at; they must end at a character boundary.
    pub(crate) fn advance(&mut self, bytes: usize) {
        self.pos += bytes;
        debug_assert!(self.text.is_char_boundary(self.pos));
    }

    /// Reads one character if `accept` likes it.
    pub(crate) fn eat_if(&mut self, accept: impl FnOnce(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|&c| accept(c))?;
        self.pos += c.len_utf8();
        Some(c)
    }

    /// Reads `c`.
    pub(crate) fn eat(&mut self, c: char) -> bool {
        self.eat_if(|have| have == c).is_some()
    }

    /// Reads characters as long as `accept` likes them; the slice may be empty.
    pub(crate) fn eat_while(&mut self, accept: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|c| !accept(c)).unwrap_or(rest.len());
        self.pos += end;
        &rest[..end]
    }

    /// Reads a run of ASCII digits; the slice may be empty.
    pub(crate) fn digits(&mut self) -> &'t str {
        self.eat_while(|c| c.is_ascii_digit())
    }

    /// Reads spaces and tabs within the line; says whether there were any.
    pub(crate) fn spaces(&mut self) -> bool {
        !self
            .eat_while(|c| matches!(c, ' ' | '\t' | '\u{a0}'))
            .is_empty()
    }

    /// Reads white space with at most one line break in it (a wrapped line, never a blank one);
    /// says whether there was any. At a paragraph break nothing is read.
    pub(crate) fn space_or_break(&mut self) -> bool {
        let mut ahead = *self;
        let space = ahead.eat_while(char::is_whitespace);
        if space.is_empty() || space.matches('\n').count() > 1 {
            return false;
        }
        *self = ahead;
        true
    }

    /// Reads `phrase` (written in lower case) as whole words: case, tone placement and the
    /// number of spaces do not matter. See [`fold::prefix`].
    pub(crate) fn phrase(&mut self, phrase: &str) -> bool {
        match fold::prefix(self.rest(), phrase) {
            Some(bytes) => {
                self.pos += bytes;
                true
            }
            None => false,
        }
    }

    /// Reads the first of `phrases` that is there; list longer ones first.
    pub(crate) fn any_phrase<T: Copy>(&mut self, phrases: &[(&str, T)]) -> Option<T> {
        phrases
            .iter()
            .find(|(phrase, _)| self.phrase(phrase))
            .map(|&(_, value)| value)
    }
}

/// The word that ends at byte `end` of `text`, spaces before `end` skipped: letters and digits
/// only, on the same line. Empty when something else stands there.
pub(crate) fn word_before(text: &str, end: usize) -> &str {
    let left = text[..end].trim_end_matches([' ', '\t', '\u{a0}']);
    let start = left.rfind(|c: char| !is_alphanumeric(c)).map_or(0, |i| {
        i + left[i..].chars().next().map_or(0, char::len_utf8)
    });
    &left[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_only_on_a_match() {
        let mut cursor = Cursor::new("ngày 05 tháng 8", 0);
        assert!(!cursor.phrase("tháng"));
        assert!(cursor.phrase("ngày") && cursor.spaces());
        assert_eq!(cursor.digits(), "05");
        assert!(cursor.space_or_break());
        assert_eq!(cursor.any_phrase(&[("năm", 1), ("tháng", 2)]), Some(2));
        assert_eq!(cursor.rest(), " 8");
    }

    #[test]
    fn stops_at_a_paragraph_break() {
        let mut cursor = Cursor::new("\n\nHai", 0);
        assert!(!cursor.space_or_break());
        let mut cursor = Cursor::new(" \n Hai", 0);
        assert!(cursor.space_or_break());
        assert_eq!(cursor.rest(), "Hai");
    }

    #[test]
    fn word_before_stays_on_its_line() {
        assert_eq!(word_before("Quyết định số 5", "Quyết định số ".len()), "số");
        assert_eq!(word_before("số\n5", 5), "");
        assert_eq!(word_before("5", 0), "");
    }
}
