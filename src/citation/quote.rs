//! The new wording that an amending document quotes: *Sửa đổi Điều 7 như sau: “Điều 7. …”*.

use crate::reading::{Reading, is_quotation_mark};
use crate::span::Span;
use crate::text::cursor::Cursor;

/// The quotations of a text that are new wording, outermost ones only, in order.
pub(super) fn amendments(reading: &Reading<'_>) -> Vec<Span> {
    let quotations = reading.quotations().iter().copied();
    quotations
        .filter(|quotation| is_wording(reading.text(), quotation.start))
        .collect()
}

/// Whether the quotation that opens at byte `at` is new wording: it stands behind *như sau:*, or begins
/// with a unit (*“Điều 7a.*, *“2.*, *“a)*).
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
    cursor.eat_while(|c| is_quotation_mark(c) || c == ' ');
    let unit = ["điều", "khoản", "chương", "mục", "phụ lục"]
        .iter()
        .any(|unit| cursor.phrase(unit));
    let number = !cursor.digits().is_empty() || cursor.eat_if(char::is_lowercase).is_some();
    unit || number && cursor.eat_if(|c| matches!(c, '.' | ')')).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::VOCABULARY;

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
            let reading = Reading::new(text, &VOCABULARY);
            let found: Vec<_> = amendments(&reading)
                .iter()
                .map(|span| span.of(text))
                .collect();
            assert_eq!(found, quoted, "{text}");
        }
    }
}
