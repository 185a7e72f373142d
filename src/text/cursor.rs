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

/// Where `phrase` (written in lower case) begins, if its words end right at byte `end` of `text`,
/// spaces and one line break before `end` skipped. The look to the left of [`Cursor::phrase`].
pub(crate) fn phrase_before(text: &str, end: usize, phrase: &str) -> Option<usize> {
    let left = text[..end].trim_end();
    let mut start = left.len();
    // Backwards by bare letters, so that the wrong word is given up at its last letter.
    for p in phrase.chars().rev() {
        let before = &left[..start];
        if p == ' ' {
            start = before.trim_end().len();
            if start == before.len() {
                return None;
            }
        } else {
            let c = before.chars().next_back()?;
            if fold::split_tone(c).0 != fold::split_tone(p).0 {
                return None;
            }
            start -= c.len_utf8();
        }
    }
    let whole = !left[..start].ends_with(char::is_alphanumeric)
        && text[left.len()..end].matches('\n').count() <= 1
        && fold::prefix(&text[start..], phrase) == Some(left.len() - start);
    whole.then_some(start)
}

/// The first of `phrases` whose words end right at byte `end` of `text`, and where it begins; list
/// longer ones first. The look to the left of [`Cursor::any_phrase`].
pub(crate) fn any_before<T: Copy>(
    text: &str,
    end: usize,
    phrases: &[(&str, T)],
) -> Option<(usize, T)> {
    let left = text[..end].trim_end();
    let word = left.rfind(|c: char| !is_alphanumeric(c)).map_or(left, |i| {
        &left[i + left[i..].chars().next().map_or(0, char::len_utf8)..]
    });
    if word.is_empty() {
        return None;
    }
    // Most phrases are ruled out by their last word: its spellings are of one length.
    let may_end = |phrase: &str| {
        let Some(start) = phrase.len().checked_sub(word.len()) else {
            return false;
        };
        (start == 0 || phrase.as_bytes()[start - 1] == b' ')
            && fold::prefix(word, &phrase[start..]).is_some()
    };
    phrases
        .iter()
        .filter(|(phrase, _)| may_end(phrase))
        .find_map(|&(phrase, value)| Some((phrase_before(text, end, phrase)?, value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrase_before_reads_whole_words() {
        let text = "Chính phủ đã ký ban hành Nghị định";
        let end = text.find("Nghị").expect("it is there");
        assert_eq!(phrase_before(text, end, "ban hành"), text.find("ban"));
        assert_eq!(phrase_before(text, end, "ký ban hành"), text.find("ký"));
        assert_eq!(phrase_before(text, end, "hành"), text.find("hành"));
        assert_eq!(phrase_before(text, end, "đã"), None);
        assert_eq!(phrase_before("", 0, "đã"), None);
        let text = "Sửa đổi, bổ sung ";
        assert_eq!(phrase_before(text, text.len(), "sửa đổi, bổ sung"), Some(0));
        assert_eq!(phrase_before(text, text.len(), "sửa đổi bổ sung"), None);
    }

    #[test]
    fn any_before_takes_the_first_that_fits() {
        let table = [("ký ban hành", 1), ("ban hành", 2), ("hành", 3)];
        for (text, expected) in [
            ("đã ký ban hành ", Some(("đã ".len(), 1))),
            ("ĐÃ BAN HÀNH", Some(("ĐÃ ".len(), 2))),
            ("thi hành\n", Some(("thi ".len(), 3))),
            ("ban hành:", None),
            ("", None),
        ] {
            assert_eq!(any_before(text, text.len(), &table), expected, "{text}");
        }
    }

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
