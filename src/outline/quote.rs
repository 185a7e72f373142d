//! Quotation marks across lines: where quoted text begins and ends, also where one of a pair was forgotten.

use smallvec::SmallVec;

use crate::reading::quotes::{ends_words, is_quotation_mark, may_go_on, opens};

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

/// What the marks of `line` (trimmed) do to the quotation around it.
///
/// An opening mark in the middle of a line counts only behind a colon or where the words of a unit begin:
/// everywhere else its partner was forgotten, and the words meant are in this line.
pub(super) fn marks(line: &str) -> Marks {
    let mut marks = Marks {
        at_head: line.starts_with(is_quotation_mark),
        ..Marks::default()
    };
    // Openings of this line that still wait, the first `across` of them able to cross its end.
    let mut open: SmallVec<[bool; 16]> = SmallVec::new();
    // Every mark is `"` or begins with one of two bytes that little else begins with.
    for at in memchr::memchr3_iter(b'"', 0xE2, 0xC2, line.as_bytes()) {
        let Some(c) = line[at..].chars().next().filter(|&c| is_quotation_mark(c)) else {
            continue;
        };
        let before = line[..at].chars().next_back();
        let after = line[at + c.len_utf8()..].chars().next();
        if opens(c, before, after, !open.is_empty()) {
            open.push(may_go_on(&line[..at]));
        } else if open.pop().is_none() && ends_words(&line[at + c.len_utf8()..]) {
            marks.closes += 1;
        }
    }
    marks.opens = open.iter().filter(|&&across| across).count();
    marks
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
            let found = marks(line);
            assert_eq!((found.opens, found.closes), (opens, closes), "{line}");
        }
    }
}
