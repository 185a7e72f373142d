//! Quotation marks across lines: where quoted text begins and ends.

/// The quotation marks of one line that have no partner in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// The line begins with an opening mark.
    pub at_head: bool,
    /// How many quotations it opens that go on in the next line.
    pub opens: usize,
    /// How many quotations from lines above it closes.
    pub closes: usize,
}

/// The marks that stand at the head of a line.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '«' | '»' | '"' | '‟')
}

/// The marks that open.
pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '“' | '„' | '«' | '‟')
}

/// What the marks of `line` (trimmed) do to the quotation around it.
///
/// The shape of a mark is what authors get wrong most often, so its surroundings have the last
/// word: a mark behind a space and before a letter opens, one behind a letter and before the end
/// closes. An opening mark in the middle of a line counts only behind a colon or at byte `body`,
/// where the words of a unit begin: everywhere else its partner was forgotten, and the words
/// meant are in this line.
pub(super) fn marks(line: &str, body: usize) -> Marks {
    let mut marks = Marks {
        at_head: line.starts_with(is_mark),
        ..Marks::default()
    };
    // Openings of this line that still wait, the first `across` of them able to cross its end.
    let mut open: Vec<bool> = Vec::new();
    // Every mark is `"` or begins with one of two bytes that little else begins with.
    for at in memchr::memchr3_iter(b'"', 0xE2, 0xC2, line.as_bytes()) {
        let Some(c) = line[at..].chars().next().filter(|&c| is_mark(c)) else {
            continue;
        };
        let before = line[..at].chars().next_back();
        let after = line[at + c.len_utf8()..].chars().next();
        if opens(c, before, after, !open.is_empty()) {
            let colon = line[..at].trim_end().ends_with([':', '“', '"']);
            open.push(at == 0 || at == body || colon);
        } else if open.pop().is_none() && ends_words(&line[at + c.len_utf8()..]) {
            marks.closes += 1;
        }
    }
    marks.opens = open.iter().filter(|&&across| across).count();
    marks
}

/// Whether the mark `c` between `before` and `after` opens a quotation.
fn opens(c: char, before: Option<char>, after: Option<char>, waiting: bool) -> bool {
    let free_left = before.is_none_or(|b| b.is_whitespace() || matches!(b, '(' | '[' | ':'));
    let free_right = after.is_none_or(|a| !a.is_alphanumeric());
    match c {
        '“' | '„' | '«' | '‟' => free_left || !free_right,
        '”' | '»' => free_left && !free_right && !waiting,
        _ if before.is_none() => true,
        _ if free_left == free_right => !waiting && free_left && after.is_some(),
        _ => free_left,
    }
}

/// Whether a quotation may end before `rest`: nothing follows, or punctuation does.
fn ends_words(rest: &str) -> bool {
    rest.chars()
        .next()
        .is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation() || is_mark(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_without_a_partner() {
        for (line, opens, closes) in [
            ("“Điều 7. Hồ sơ", 1, 0),
            ("1. Đơn đề nghị.”", 0, 1),
            ("1. Đơn đề nghị.”.", 0, 1),
            ("1. Đơn đề nghị”;", 0, 1),
            ("“1. Đơn đề nghị.”", 0, 0),
            ("\"Điều 7. Hồ sơ", 1, 0),
            ("1. Đơn đề nghị.\"", 0, 1),
            ("Sửa đổi khoản 2 như sau: “2. Nội dung", 1, 0),
            ("Thay cụm từ “tỉnh” bằng cụm từ “tỉnh, thành phố”.", 0, 0),
            ("Thay cụm từ \"tỉnh\" bằng cụm từ \"xã\".", 0, 0),
            ("Thay cụm từ “tỉnh bằng cụm từ khác", 0, 0),
            ("Bỏ cụm từ “tỉnh“ tại khoản 2", 0, 0),
            ("“ Điều 7. Hồ sơ", 1, 0),
            ("a) Sửa khoản 1 như sau: “1. Sửa như sau: “a) Một", 2, 0),
            ("b) Hai.””.", 0, 2),
            ("không có dấu", 0, 0),
            ("”", 0, 1),
        ] {
            let found = marks(line, 0);
            assert_eq!((found.opens, found.closes), (opens, closes), "{line}");
        }
    }
}
