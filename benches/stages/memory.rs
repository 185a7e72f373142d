//! What is held at most.

use std::hint::black_box;

use allocation_counter::measure;

use crate::shapes::grown;
use crate::texts;

/// Peaks on long texts: the shapes that once held gigabytes, 10⁶ items, 100 MB of one letter, one
/// line, one paragraph, and of ordinary text. `memory N` makes the last ones N MB long.
pub fn print(asked: &[String]) {
    let long = asked.first().and_then(|n| n.parse().ok()).unwrap_or(100);
    let mut list = String::from("các việc sau:\n");
    (1..=1_000_000).for_each(|i| list += &format!("{i}. Việc;\n"));
    let letter = "a".repeat(long << 20);
    let line = grown("Bộ Tư pháp thực hiện việc này và báo cáo, ", long << 20);
    let paragraph = grown("Bộ Tư pháp thực hiện việc này. ", long << 20);
    let round = texts().join("\n\n");
    let ordinary = round.repeat((long << 20).div_ceil(round.len()));
    println!("| text | MB | results, MB | peak, MB | peak × source | beyond results × source |");
    println!("|---|---|---|---|---|---|");
    for (name, text) in [
        (
            "ranges",
            grown("các điểm từ a đến y khoản 1 đến 20 Điều 1 ", 1 << 20),
        ),
        (
            "ranges that enter into force",
            grown(
                "trừ các điểm từ a đến y khoản 1 đến 20 Điều 1 có hiệu lực từ ngày 1/1/2026; ",
                1 << 20,
            ),
        ),
        (
            "partners without end",
            grown("Bộ Y tế chủ trì, phối hợp với ", 8 << 20),
        ),
        ("a million items", list),
        ("one letter", letter),
        ("one line", line),
        ("one paragraph", paragraph),
        ("ordinary text", ordinary),
    ] {
        row(name, &text);
    }
}

fn row(name: &str, text: &str) {
    let mut kept = None;
    let peak = measure(|| kept = Some(vanban::extract(black_box(text))));
    let megabytes = |bytes: f64| bytes / 1e6;
    let (source, results, most) = (
        text.len() as f64,
        peak.bytes_current as f64,
        peak.bytes_max as f64,
    );
    println!(
        "| {name} | {:.1} | {:.1} | {:.1} | {:.2} | {:.2} |",
        megabytes(source),
        megabytes(results),
        megabytes(most),
        most / source,
        (most - results) / source,
    );
    drop(kept);
}
