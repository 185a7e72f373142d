//! A part of a document is that part of the whole.

mod pages;

use vanban::{Extractor, Layers};

fn json(extractor: &Extractor, page: &str) -> serde_json::Map<String, serde_json::Value> {
    match serde_json::to_value(extractor.extract(page)).expect("a document is JSON") {
        serde_json::Value::Object(keys) => keys,
        other => panic!("{other}"),
    }
}

fn patterned() -> vanban::ExtractorBuilder {
    let pattern = regex::Regex::new(r"(?<level>Điều|khoản) (?<number>\d+)").expect("a pattern");
    Extractor::builder().pattern("unit", pattern)
}

/// Each layer alone, and everything but it.
#[test]
fn a_layer_alone_is_that_layer_of_the_whole() {
    let whole = patterned().build();
    let mut seen = Layers::empty();
    for (path, page) in pages::fixtures() {
        let whole = json(&whole, &page);
        for (name, layer) in Layers::all().iter_names() {
            let key = name.to_lowercase();
            let alone = json(&patterned().only(layer).build(), &page);
            let keys: Vec<&str> = alone.keys().map(String::as_str).collect();
            assert!(
                keys.iter().all(|&name| name == "schema" || name == key),
                "{}: only {key} gives {keys:?}",
                path.display()
            );
            assert_eq!(
                alone.get(&key),
                whole.get(&key),
                "{}: {key}",
                path.display()
            );
            if alone.contains_key(&key) {
                seen |= layer;
            }
            let mut rest = whole.clone();
            rest.shift_remove(&key);
            let but = json(&patterned().only(Layers::all() - layer).build(), &page);
            assert_eq!(but, rest, "{}: all but {key}", path.display());
        }
    }
    assert_eq!(seen, Layers::all(), "no fixture has the other layers");
}

#[test]
fn a_pattern_reads_what_the_recognisers_read() {
    let phone = regex::Regex::new(r"điện thoại:? (?<number>[\d.]+)(?<branch> nhánh \d+)?").unwrap();
    let empty = regex::Regex::new("x*").unwrap();
    let extractor = Extractor::builder()
        .pattern("phone", phone)
        .pattern("empty", empty)
        .build();
    for (page, expected) in [
        (
            "Liên hệ, điện thoại: 024.627.39718.",
            Some(("điện thoại: 024.627.39718.", "024.627.39718.")),
        ),
        (
            "Liên hệ, **điện thoại**: 0243",
            Some(("điện thoại**: 0243", "0243")),
        ),
        ("Liên hệ, thư điện tử: 024", None),
        (
            "Liên hệ, đi\u{1ec7}n\u{a0}thoại 024",
            Some(("đi\u{1ec7}n\u{a0}thoại 024", "024")),
        ),
        ("", None),
    ] {
        let document = extractor.extract(page);
        let found = document.patterns.first().map(|found| {
            assert_eq!(found.value.name, "phone", "{page}");
            assert_eq!(found.span.of(page), found.text, "{page}");
            assert_eq!(found.value.group("branch"), None, "{page}");
            let number = found.value.group("number").expect("a group that took part");
            assert_eq!(number.span.of(page), number.text, "{page}");
            (&*found.text, &*number.text)
        });
        assert_eq!(found, expected, "{page}");
    }
}

#[test]
fn strict_leaves_out_what_deviates() {
    let strict = Extractor::builder().strict(true).build();
    for (page, numbers, dates) in [
        ("Nghị quyết số 52-NQ/TW ngày 27/9/2019", 1, 1),
        ("Chương trình số 10 - Ctr/BCS", 0, 0),
        ("Nghị định số 13/2023/NĐ–CP ngày 31/11/2020", 0, 0),
        ("các Thông tư số 01, 02/2021/TT-BGDĐT", 2, 0),
        // What looks like a date in a number that is left out is no date.
        ("Nghị quyết số 72-NQ-TW", 0, 0),
        ("Thứ Hai, 13/04/2022", 0, 0),
    ] {
        let document = strict.extract(page);
        let found = (document.numbers.len(), document.dates.len());
        assert_eq!(found, (numbers, dates), "{page}");
        assert!(document.citations.len() <= numbers, "{page}");
    }
}
