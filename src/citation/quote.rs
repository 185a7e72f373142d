//! The new wording that an amending document quotes: *Sửa đổi Điều 7 như sau: “Điều 7. …”*.

use crate::span::Span;
use crate::text::cursor::Cursor;

/// The quotations of `text` that are new wording, outermost ones only, in order.
///
/// One pass with a stack: an opening mark waits for its closing one. A quotation is new wording
/// behind *như sau:*, or when it begins with a unit (*“Điều 7a.*, *“2.*, *“a)*).
pub(super) fn amendments(text: &str) -> Vec<Span> {
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut found: Vec<Span> = Vec::new();
    // Every mark is `"` or begins with 0xE2.
    for at in memchr::memchr2_iter(b'"', 0xE2, text.as_bytes()) {
        let rest = &text[at..];
        let straight = rest.starts_with('"');
        let opens = rest.starts_with('“') || straight && opens_words(text, at);
        if opens {
            if open.len() < DEEPEST {
                open.push((at, is_wording(text, at)));
            }
        } else if (rest.starts_with('”') || straight)
            && let Some((start, wording)) = open.pop()
            && wording
        {
            let end = at + if straight { 1 } else { '”'.len_utf8() };
            while found.last().is_some_and(|inner| inner.start >= start) {
                found.pop();
            }
            found.push(Span::new(start, end));
        }
    }
    found
}

/// Quotations are not nested deeper than that.
const DEEPEST: usize = 16;

/// Whether a straight mark at byte `at` opens: in front of a word, behind none.
fn opens_words(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ':'))
        && after.is_some_and(|c| !c.is_whitespace() && !matches!(c, '.' | ',' | ';' | ')'))
}

/// Whether the quotation that opens at byte `at` is new wording.
fn is_wording(text: &str, at: usize) -> bool {
    let left = text[..at].trim_end().trim_end_matches(':').trim_end();
    if left.ends_with("như sau") {
        return true;
    }
    let colon = text[..at].trim_end().ends_with(':');
    let heads_line = text[..at].trim_end_matches([' ', '\t']).ends_with('\n');
    if !colon && !heads_line {
        return false;
    }
    let mut cursor = Cursor::new(text, at);
    cursor.eat_while(|c| matches!(c, '“' | '"' | ' '));
    let unit = ["điều", "khoản", "chương", "mục", "phụ lục"]
        .iter()
        .any(|unit| cursor.phrase(unit));
    let number = !cursor.digits().is_empty() || cursor.eat_if(char::is_lowercase).is_some();
    unit || number && cursor.eat_if(|c| matches!(c, '.' | ')')).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_new_wording_is_taken() {
        for (text, quoted) in [
            (
                "Sửa đổi khoản 2 như sau: “2. Hồ sơ gồm “một” đơn.”.",
                vec!["“2. Hồ sơ gồm “một” đơn.”"],
            ),
            (
                "Bổ sung như sau:\n“Điều 7a. Một\nHai.”\nĐiều 2",
                vec!["“Điều 7a. Một\nHai.”"],
            ),
            ("như sau: \"a) Một\"; hết", vec!["\"a) Một\""]),
            ("Đề án “Chuyển đổi số” và “Hai”", vec![]),
            ("như sau: “2. Không đóng", vec![]),
            ("”””", vec![]),
        ] {
            let found: Vec<_> = amendments(text).iter().map(|span| span.of(text)).collect();
            assert_eq!(found, quoted, "{text}");
        }
    }
}
