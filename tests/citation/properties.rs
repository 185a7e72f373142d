//! What holds for any text.

use proptest::prelude::*;
use vanban::extract;

/// Words of which texts are made that look like citations.
const WORDS: &[&str] = &[
    "Nghị quyết ",
    "Quyết định ",
    "Luật Đất đai ",
    "số ",
    "12/QĐ-BTP ",
    "52-NQ/TW ",
    "31/2024/QH15 ",
    "ngày 05/8/2020 ",
    "của Bộ Tư pháp ",
    "Đại hội XIII của Đảng ",
    "(sau đây gọi tắt là ",
    ") ",
    "; ",
    ". ",
    "\n",
    "nêu trên ",
    "này ",
    "ban hành ",
    "ban hành kèm theo ",
    "phê duyệt Đề án ",
    "bãi bỏ ",
    "được sửa đổi bởi ",
    "khoản 2 Điều 5 ",
    "có hiệu lực từ ",
    "hết hiệu lực ",
    "như sau: “",
    "” ",
    "Căn cứ ",
    "và ",
    "tại ",
    "BLDS ",
    "năm 2015 ",
];

proptest! {
    #[test]
    fn spans_hold_their_words(words in proptest::collection::vec(0..WORDS.len(), 0..60)) {
        let text: String = words.iter().map(|&i| WORDS[i]).collect();
        let document = extract(&text);
        for citation in &document.citations {
            prop_assert_eq!(&text[citation.span.range()], &*citation.text);
        }
        for pair in document.citations.windows(2) {
            prop_assert!(pair[0].span.start() < pair[1].span.start());
        }
        for reference in &document.references {
            prop_assert_eq!(&text[reference.span.range()], &*reference.text);
            prop_assert!(!document.citations.iter().any(|c| c.span.overlaps(reference.span)));
        }
        for relation in &document.relations {
            prop_assert_eq!(&text[relation.span.range()], &*relation.text);
            prop_assert!(!relation.value.source.is_empty() && !relation.value.target.is_empty());
        }
        for found in &document.effectivity {
            prop_assert_eq!(&text[found.span.range()], &*found.text);
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC*") {
        let _ = extract(&text);
    }
}

/// A long sentence costs what its parts cost: the test is that it ends.
#[test]
fn long_sentences_are_read() {
    for (unit, count) in [
        ("Quyết định số 1/QĐ-TTg ", 20_000),
        ("Luật Đất đai (sau đây gọi là Luật Đất đai) ", 5_000),
        ("như sau: “", 20_000),
        ("Đề án ban hành kèm theo Quyết định số 1/QĐ-TTg ", 5_000),
    ] {
        let text = unit.repeat(count);
        let document = extract(&text);
        assert_eq!(
            document.citations.is_empty(),
            !unit.contains("số 1") && !unit.contains("Luật")
        );
    }
}
