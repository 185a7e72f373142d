//! What is held at most.

use std::hint::black_box;

use allocation_counter::measure;

use crate::shapes::grown;
use crate::texts;

/// Peaks on long texts: the shapes that once held gigabytes, 10⁶ items, abbreviations and citations, deep
/// nesting, and 100 MB of one letter, one line, one paragraph, and of ordinary text. `memory N` makes the
/// last ones N MB long, `memory N NAME …` measures those alone whose names are given.
pub fn print(asked: &[String]) {
    let long = asked.first().and_then(|n| n.parse().ok()).unwrap_or(100) << 20;
    println!("| text | MB | results, MB | peak, MB | peak × source | beyond results × source |");
    println!("|---|---|---|---|---|---|");
    for &(name, text) in TEXTS {
        if asked.len() < 2 || asked[1..].iter().any(|one| one == name) {
            row(name, &text(long));
        }
    }
}

/// A name and the text that it stands for, of about so many bytes where it has no length of its own.
type Long = (&'static str, fn(usize) -> String);

const TEXTS: &[Long] = &[
    ("ranges", |_| {
        grown("các điểm từ a đến y khoản 1 đến 20 Điều 1 ", 1 << 20)
    }),
    ("ranges that enter into force", |_| {
        grown(
            "trừ các điểm từ a đến y khoản 1 đến 20 Điều 1 có hiệu lực từ ngày 1/1/2026; ",
            1 << 20,
        )
    }),
    ("partners without end", |_| {
        grown("Bộ Y tế chủ trì, phối hợp với ", 8 << 20)
    }),
    ("a million items", |_| {
        // No marker counts that far; a dash does not count.
        format!("các việc sau:\n{}", "- Việc;\n".repeat(1_000_000))
    }),
    ("a million abbreviations", |_| {
        counted(1_000_000, "công nghệ thông tin {i} (CNTT{i}) ")
    }),
    ("a million citations and 100,000 references", |_| {
        let citations = counted(
            1_000_000,
            "Nghị định số {i}/2020/NĐ-CP ngày 1/2/2020 của Chính phủ.\n",
        );
        citations + &counted(100_000, "Nghị định {i} và Nghị định nêu trên.\n")
    }),
    ("nested a million deep", |_| {
        "(a) [“Điều 1. ".repeat(1_000_000)
    }),
    ("one letter", |long| "a".repeat(long)),
    ("one line", |long| {
        grown("Bộ Tư pháp thực hiện việc này và báo cáo, ", long)
    }),
    ("one paragraph", |long| {
        grown("Bộ Tư pháp thực hiện việc này. ", long)
    }),
    ("ordinary text", |long| {
        let round = texts().join("\n\n");
        round.repeat(long.div_ceil(round.len()))
    }),
];

/// `unit` so many times, with the running number.
fn counted(times: usize, unit: &str) -> String {
    (1..=times)
        .map(|i| unit.replace("{i}", &i.to_string()))
        .collect()
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
