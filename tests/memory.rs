//! What is held at most, as a multiple of the source. `cargo bench --bench stages -- memory` measures longer texts.

mod pages;

use allocation_counter::measure;

/// A unit, which is repeated; how many bytes for each byte of the text may be held at once, and how many
/// by the document.
#[rustfmt::skip]
const BOUNDS: &[(&str, f64, f64)] = &[
    // Ranges are kept as ranges: written out, the first held 3,160 bytes a byte.
    ("các điểm từ a đến y khoản 1 đến 20 Điều 1 ", 30.0, 15.0),
    ("trừ các điểm từ a đến y khoản 1 đến 20 Điều 1 có hiệu lực từ ngày 1/1/2026; ", 30.0, 15.0),
    ("Bộ Y tế chủ trì, phối hợp với ", 40.0, 25.0),
    ("Bộ Tư pháp thực hiện việc này. ", 32.0, 12.0),
    ("Nghị quyết số 52-NQ/TW ", 200.0, 80.0),
    ("a) Việc;\n", 120.0, 60.0),
    ("a", 8.0, 0.1),
    ("\n", 30.0, 0.1),
    ("“", 30.0, 0.1),
];

/// The same of the fixtures, one behind the other.
const ORDINARY: (f64, f64) = (15.0, 10.5);

/// Peak and results a byte.
fn held(text: &str) -> (f64, f64) {
    let mut document = None;
    let held = measure(|| document = Some(vanban::extract(text)));
    let bytes = |n: f64| n / text.len() as f64;
    (
        bytes(held.bytes_max as f64),
        bytes(held.bytes_current as f64),
    )
}

#[test]
fn what_is_held_is_a_multiple_of_the_text() {
    let pages: Vec<String> = pages::fixtures()
        .into_iter()
        .map(|(_, page)| page)
        .collect();
    let ordinary = pages.join("\n\n").repeat(3);
    // What all texts share is built with the first.
    vanban::extract(&ordinary);
    let mut over = Vec::new();
    let units = BOUNDS
        .iter()
        .map(|&(unit, peak, kept)| (unit, unit.repeat(200_000 / unit.len()), peak, kept));
    for (name, text, peak, kept) in
        units.chain([("ordinary text", ordinary.clone(), ORDINARY.0, ORDINARY.1)])
    {
        vanban::extract(&text[..unit_end(&text)]);
        let held = held(&text);
        let line = format!("{name:?}: {:.1} of {peak}, {:.1} of {kept}", held.0, held.1);
        println!("{line}");
        if held.0 > peak || held.1 > kept {
            over.push(line);
        }
    }
    assert!(over.is_empty(), "more is held:\n{}", over.join("\n"));
}

/// Where a start of some hundred bytes ends.
fn unit_end(text: &str) -> usize {
    (300..)
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len())
}

/// Bytes of JSON for each byte of a text, at most: units that stand in ranges are written out, a mention
/// of no more than [`vanban::provision::Targets::MOST`].
const WRITTEN: usize = 300;

#[test]
fn what_is_written_is_a_multiple_of_the_text() {
    let worst = [
        "bãi bỏ điểm a đến y khoản 1 đến 20 Điều 1 Nghị định số 5/2020/NĐ-CP; ",
        "trừ các điểm từ a đến y khoản 1 đến 20 Điều 1 có hiệu lực từ ngày 1/1/2026; ",
        "từ Điều 1 đến Điều 200; ",
    ];
    let units = worst.into_iter().chain(BOUNDS.iter().map(|bound| bound.0));
    for unit in units {
        let text = unit.repeat(20_000 / unit.len());
        let json = serde_json::to_string(&vanban::extract(&text)).expect("a document is JSON");
        let factor = json.len() / text.len();
        println!("{unit:?}: {factor}");
        assert!(factor <= WRITTEN, "{unit:?}: {factor} bytes a byte");
    }
}
