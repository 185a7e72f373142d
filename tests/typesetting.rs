//! The page's typesetting does not matter: wrapped lines, emphasis, running heads and the marks of
//! footnotes leave the same values, and so do the ways in which programs write line ends and letters, prose
//! around the page, and numbers in small letters or capitals.
//!
//! What is wrong shows `cargo run --example evaluate -- typeset fixtures --only wrapped`.

#[allow(dead_code)] // the examples need all of them
#[path = "../examples/common/mod.rs"]
mod common;
#[allow(dead_code)]
#[path = "../examples/evaluate/difference.rs"]
mod difference;
#[allow(dead_code)]
#[path = "../examples/evaluate/finds.rs"]
mod finds;
#[allow(dead_code)]
#[path = "../examples/evaluate/runs.rs"]
mod runs;
#[allow(dead_code)]
#[path = "../examples/evaluate/typeset.rs"]
mod typeset;

use std::path::Path;

use common::files::{Filter, Inputs};
use runs::Page;
use typeset::Typesetting::{self, *};

/// How many documents must come out equal, and how many finds in a thousand. Raise what is beaten;
/// the finds have some slack, since whatever is newly found is at first found on plain pages only.
#[rustfmt::skip]
const FLOORS: &[(&str, Typesetting, usize, usize)] = &[
    ("fixtures", Wrapped, 46, 1000),
    ("fixtures", Emphasis, 46, 1000),
    ("fixtures", Heads, 46, 1000),
    ("fixtures", WrappedHeads, 46, 1000),
    ("fixtures", Footnotes, 46, 1000),
    ("fixtures", Crlf, 46, 1000),
    ("fixtures", Decomposed, 46, 1000),
    ("fixtures", ProseBefore, 46, 1000),
    ("fixtures", ProseBehind, 46, 1000),
    ("fixtures", UpperNumbers, 46, 1000),
    ("fixtures", LowerNumbers, 45, 999),
    ("../shared/seeds", Wrapped, 5, 1000),
    ("../shared/seeds", Emphasis, 5, 1000),
    ("../shared/seeds", Heads, 5, 1000),
    ("../shared/seeds", WrappedHeads, 5, 1000),
    ("../shared/seeds", Footnotes, 5, 1000),
    ("../shared/seeds", Crlf, 5, 1000),
    ("../shared/seeds", Decomposed, 5, 1000),
    ("../shared/seeds", ProseBefore, 5, 1000),
    ("../shared/seeds", ProseBehind, 5, 1000),
    ("../shared/seeds", UpperNumbers, 5, 1000),
    ("../shared/seeds", LowerNumbers, 5, 1000),
    ("../shared/corpus/vbpl-dev.jsonl", Wrapped, 21, 997),
    ("../shared/corpus/vbpl-dev.jsonl", Emphasis, 36, 1000),
    ("../shared/corpus/vbpl-dev.jsonl", Heads, 35, 999),
    ("../shared/corpus/vbpl-dev.jsonl", WrappedHeads, 21, 996),
    ("../shared/corpus/vbpl-dev.jsonl", Footnotes, 36, 1000),
    ("../shared/corpus/vbpl-dev.jsonl", Crlf, 36, 1000),
    ("../shared/corpus/vbpl-dev.jsonl", Decomposed, 36, 1000),
    ("../shared/corpus/vbpl-dev.jsonl", ProseBefore, 36, 1000),
    ("../shared/corpus/vbpl-dev.jsonl", ProseBehind, 36, 1000),
    ("../shared/corpus/vbpl-dev.jsonl", UpperNumbers, 36, 1000),
    ("../shared/corpus/vbpl-dev.jsonl", LowerNumbers, 36, 1000),
];

/// A corpus is read in part.
const SAMPLE: usize = 40;

/// Documents without a difference, and finds without one in a thousand.
fn equal(pages: &[Page], set: Typesetting) -> (usize, usize) {
    let (mut documents, mut same, mut other) = (0, 0, 0);
    for page in pages {
        let layers = typeset::differences(page.text(), &runs::extracted(page.text()), set);
        same += layers.iter().map(|layer| layer.same).sum::<usize>();
        let changes = layers
            .iter()
            .map(|layer| layer.changes.len())
            .sum::<usize>();
        other += changes;
        documents += usize::from(changes == 0);
    }
    (documents, same * 1000 / (same + other).max(1))
}

/// The pages of a folder or corpus; none where it is not here.
fn pages(name: &str) -> Vec<Page> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if !path.exists() {
        println!("skipped: {name} is not here");
        return Vec::new();
    }
    let inputs = Inputs::find(&[path], &Filter::default()).expect("a path");
    let runs::Read {
        documents: pages,
        failed,
    } = runs::pages(inputs);
    assert_eq!(failed, 0, "{name} has pages that cannot be read");
    match name.ends_with(".jsonl") {
        true => runs::sampled(pages, SAMPLE),
        false => pages,
    }
}

#[test]
fn the_floors_hold() {
    let mut low = Vec::new();
    let mut read: Vec<(&str, Vec<Page>)> = Vec::new();
    for &(name, set, documents, finds) in FLOORS {
        if read.last().is_none_or(|(last, _)| *last != name) {
            read.push((name, pages(name)));
        }
        let pages = &read[read.len() - 1].1;
        if pages.is_empty() {
            continue;
        }
        let equal = equal(pages, set);
        let line = format!(
            "(\"{name}\", {set:?}, {}, {}), of {}",
            equal.0,
            equal.1,
            pages.len()
        );
        println!("{line}");
        if equal.0 < documents || equal.1 < finds {
            low.push(format!("{line}; the floor is {documents}, {finds}"));
        }
    }
    assert!(low.is_empty(), "fewer come out equal:\n{}", low.join("\n"));
}

/// The stamp of a signature gives its day, set bold too.
#[test]
fn a_stamp_is_read_below_its_emphasis() {
    let page = "Người ký: Sở Y tế\nThời gian ký: 2026-02-05 07:55:25 +07:00\nSở họp.\n";
    for page in [
        page.to_owned(),
        page.replace(
            "2026-02-05 07:55:25 +07:00",
            "**2026-02-05 07:55:25 +07:00**",
        ),
    ] {
        let dates = &vanban::extract(&page).dates;
        let roles: Vec<_> = dates.iter().map(|date| date.value.role).collect();
        assert_eq!(roles, [Some(vanban::date::Role::Signature)], "{page:?}");
    }
}

const PAGE: &str = "BỘ TƯ PHÁP\nSố: 5/QĐ-BTP\nĐiều 1. Phạm vi\nGiao Cục A chủ trì, phối hợp với \
                    Cục B thực hiện Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 của Chính phủ.\nĐiều 2. Hiệu lực\n";

fn set(set: Typesetting) -> String {
    let at = |words: &str| {
        let start = PAGE.find(words).expect("words of the page");
        [start, start + words.len()]
    };
    let document = serde_json::json!({
        "numbers": [{ "span": at("5/QĐ-BTP") }, { "span": at("15/2020/NĐ-CP") }],
        "dates": [{ "span": at("ngày 03/02/2020") }],
        "bodies": [{ "span": at("BỘ TƯ PHÁP") }],
        "outline": [
            { "span": at("Điều 1. Phạm vi"), "level": "article", "label": "1" },
            { "span": at("Điều 2. Hiệu lực"), "level": "article", "label": "2" },
        ],
    });
    set.set(PAGE, &document)
}

#[test]
fn pages_are_typeset() {
    assert_eq!(
        set(Wrapped),
        "BỘ TƯ PHÁP\nSố: 5/QĐ-BTP\nĐiều 1. Phạm vi\nGiao Cục A chủ trì, phối hợp với Cục B thực hiện Nghị định\n\
         số 15/2020/NĐ-CP ngày 03/02/2020 của Chính phủ.\nĐiều 2. Hiệu lực\n"
    );
    assert_eq!(
        set(Emphasis),
        "**BỘ TƯ PHÁP**\nSố: **5/QĐ-BTP**\n## Điều 1. Phạm vi\nGiao Cục A chủ trì, phối hợp với \
         Cục B thực hiện Nghị định số **15/2020/NĐ-CP** **ngày 03/02/2020** của Chính phủ.\n## Điều 2. Hiệu lực\n"
    );
    assert_eq!(
        set(Footnotes),
        "BỘ TƯ PHÁP\nSố: 5/QĐ-BTP[1]\nĐiều 1.[2] Phạm vi\nGiao Cục A chủ trì, phối hợp với \
         Cục B thực hiện Nghị định số 15/2020/NĐ-CP[3] ngày 03/02/2020 của Chính phủ.\nĐiều 2.[4] Hiệu lực\n"
    );
    let head = "CÔNG BÁO/Số 302/Ngày 20-5-2026";
    assert!(set(Heads).contains(&format!("5/QĐ-BTP\n{head}\n57\nĐiều 1")));
    assert!(set(WrappedHeads).contains(&format!("5/QĐ-BTP\nĐiều 1. Phạm vi\n{head}\n57\nGiao")));
}
