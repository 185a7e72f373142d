//! What holds for every input, read as a whole document.

use proptest::prelude::*;
use vanban::{Document, Span, TaskList};

/// Calls `check` for every span of a document with the words that must stand there.
fn each_place(document: &Document<'_>, mut check: impl FnMut(Span, &str)) {
    document.numbers.iter().for_each(|f| check(f.span, &f.text));
    document.bodies.iter().for_each(|f| check(f.span, &f.text));
    document
        .abbreviations
        .iter()
        .for_each(|f| check(f.span, &f.text));
    document
        .assignments
        .iter()
        .for_each(|f| check(f.span, &f.text));
    for found in &document.dates {
        check(found.span, &found.text);
        assert!(found.span.contains(found.value.core), "{found:?}");
    }
    for found in &document.citations {
        check(found.span, &found.text);
        if let Some(subject) = &found.value.subject {
            check(subject.span, &subject.text);
        }
        if let Some(title) = &found.value.title {
            check(title.span, &title.text);
            assert!(found.span.contains(title.span), "{found:?}");
        }
    }
    let mut open: Vec<&TaskList<'_>> = document.task_lists.iter().collect();
    while let Some(list) = open.pop() {
        for item in &list.items {
            assert!(
                list.span.contains(item.span),
                "{item:?} outside {}",
                list.span
            );
            check(item.words, &item.text);
            for nested in &item.lists {
                assert!(
                    item.span.contains(nested.span),
                    "{nested:?} outside {}",
                    item.span
                );
                open.push(nested);
            }
        }
    }
}

fn holds(source: &str) {
    let document = vanban::extract(source);
    each_place(&document, |span, text| {
        assert_eq!(&source[span.range()], text)
    });
    for pair in document.numbers.windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start(), "{pair:?}");
    }
    for date in &document.dates {
        assert!(
            document
                .numbers
                .iter()
                .all(|number| !number.span.overlaps(date.span)),
            "{date:?}"
        );
        if let Some(bounds) = date.value.bounds() {
            assert!(
                bounds.first.is_none() || bounds.last.is_none() || bounds.first <= bounds.last,
                "{date:?}"
            );
        }
    }
    for repair in &document.repairs {
        assert!(
            source.is_char_boundary(repair.span.start())
                && source.is_char_boundary(repair.span.end())
        );
    }
    let clean = vanban::normalize(source);
    assert_eq!(
        vanban::normalize(clean.as_str()).as_str(),
        clean.as_str(),
        "normalising twice"
    );
}

/// Pieces of which official text is made, traps among them, to be strung together at random.
const PIECES: &[&str] = &[
    "Nghị quyết số 52-NQ/TW",
    "Quyết định",
    " số ",
    "242/QĐ-TTg",
    "43/2024/QH15",
    "Luật ",
    "Bảo hiểm y tế",
    "15/2020/NĐ-CP",
    "ngày ",
    "27/9/2019",
    "31/02/2020",
    "tháng 8 năm 2020",
    "quý IV/2020",
    "giai đoạn 2018 - 2022",
    "Bộ Tư pháp",
    "Bộ trưởng ",
    "Ban Thường vụ Tỉnh ủy ",
    "Thái Nguyên",
    " của ",
    " về việc ",
    "chủ trì, phối hợp với ",
    "Vụ Pháp chế",
    "công nghệ thông tin (CNTT)",
    "Cục CNTT",
    "1. ",
    "2) ",
    "(3) ",
    "a) ",
    "đ) ",
    "- ",
    "+ ",
    "I. ",
    "Thứ nhất, ",
    "Thứ hai, ",
    ":",
    ";",
    ".",
    ", ",
    "\n",
    "\n\n",
    " ",
    "“",
    "”",
    "(",
    ")",
    "như sau:",
    "07 nhóm nhiệm vụ",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\r\n",
    "e\u{0301}\u{0302}",
    "N\u{00d0}-СР",
    "Điều 5",
    "khoản 2",
    "/",
    "-",
    "–",
    "20",
    "5",
    "TT-\nBTC",
    "https://x.vn/nghi-dinh-15-2020-nd-cp",
    "🙂",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn any_string(source in any::<String>()) {
        holds(&source);
    }

    #[test]
    fn any_official_looking_string(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        holds(&pieces.concat());
    }
}

#[test]
fn hostile_lengths() {
    for piece in PIECES {
        holds(&piece.repeat(3_000));
    }
}
