//! What reading a text costs, stage by stage, as ratios to the UTF-8 validation that every reader
//! pays anyway, with allocations; and how it grows.
//!
//! `cargo bench --bench stages` prints the table of stages; `-- growth` repeats hostile shapes and
//! prints how time grows when they double (`-- growth mutate` makes the shapes, of every row of the
//! tables and every line of the fixtures); `-- memory` measures peaks; `-- normalize` compares the text layer
//! with others. Texts are the fixtures, or
//! those of the folder in `VANBAN_BENCH_DIR`. Compare within one run only.

mod growth;
mod memory;
mod shapes;
mod states;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use allocation_counter::measure;

fn main() {
    // The first call of a process pays for the tables.
    let start = Instant::now();
    black_box(vanban::extract(black_box("Nghị quyết số 52-NQ/TW")));
    let first = start.elapsed();
    let asked: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with("--"))
        .collect();
    match asked.first().map(String::as_str) {
        Some("growth") => growth::print(&asked[1..]),
        Some("memory") => memory::print(&asked[1..]),
        Some("normalize") => states::print(&texts()),
        _ => {
            stages();
            println!("\nfirst call {:.2} ms", first.as_secs_f64() * 1e3);
            short_texts();
        }
    }
}

fn texts() -> Vec<String> {
    let folder = std::env::var_os("VANBAN_BENCH_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"),
        PathBuf::from,
    );
    let mut paths: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder of texts")
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    let texts: Vec<String> = paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect();
    assert!(!texts.is_empty(), "no .txt in {}", folder.display());
    texts
}

/// A stage: its name and what it does to one text.
type Stage = (&'static str, fn(&str) -> usize);

const STAGES: &[Stage] = &[
    ("normalize", |text| vanban::normalize(text).as_str().len()),
    ("numbers", |text| vanban::number::find(text).count()),
    ("dates", |text| vanban::date::find(text).len()),
    ("bodies", |text| vanban::body::find(text).len()),
    ("provisions", |text| vanban::provision::find(text).len()),
    ("extract", |text| vanban::extract(text).citations.len()),
];

fn stages() {
    let all = texts();
    let (official, pages): (Vec<String>, Vec<String>) = all
        .into_iter()
        .partition(|text| !vanban::extract(text).outline.is_empty());
    for (name, texts) in [("official documents", official), ("news-like pages", pages)] {
        let bytes: usize = texts.iter().map(String::len).sum();
        if bytes == 0 {
            continue;
        }
        // Enough rounds that small collections are timed over a megabyte at least.
        let rounds = (1usize << 20).div_ceil(bytes);
        let validate: fn(&str) -> usize =
            |text| std::str::from_utf8(text.as_bytes()).map_or(0, str::len);
        let base = best(&texts, rounds, validate);
        println!(
            "{name}: {} texts, {:.2} MB; from_utf8 {:.0} MB/s",
            texts.len(),
            bytes as f64 / 1e6,
            rate(bytes, rounds, base)
        );
        println!("| stage | × from_utf8 | MB/s | ms/MB | allocations/MB |");
        println!("|---|---|---|---|---|");
        for &(stage, run) in STAGES {
            let time = best(&texts, rounds, run);
            let allocations = measure(|| {
                for text in &texts {
                    black_box(run(black_box(text)));
                }
            });
            println!(
                "| {stage} | {:.3} | {:.1} | {:.2} | {:.0} |",
                base.as_secs_f64() / time.as_secs_f64(),
                rate(bytes, rounds, time),
                time.as_secs_f64() * 1e9 / (bytes * rounds) as f64,
                allocations.count_total as f64 * 1e6 / bytes as f64,
            );
        }
        println!();
    }
}

fn rate(bytes: usize, rounds: usize, time: Duration) -> f64 {
    (bytes * rounds) as f64 / 1e6 / time.as_secs_f64()
}

/// The best of five rounds over all texts.
fn best(texts: &[String], rounds: usize, run: fn(&str) -> usize) -> Duration {
    (0..5)
        .map(|_| {
            let start = Instant::now();
            for _ in 0..rounds {
                for text in texts {
                    black_box(run(black_box(text)));
                }
            }
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn short_texts() {
    for text in [
        "",
        "52-NQ/TW",
        "Nghị quyết số 52-NQ/TW của Bộ",
        "Ngày 27/9/2019, Bộ Chính trị đã ban hành Nghị quyết số 52-NQ/TW về một số chủ trương, chính sách mới.",
    ] {
        const TIMES: u32 = 2000;
        let start = Instant::now();
        for _ in 0..TIMES {
            black_box(vanban::extract(black_box(text)));
        }
        println!(
            "{} bytes: {:.2} µs",
            text.len(),
            start.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES)
        );
    }
}
