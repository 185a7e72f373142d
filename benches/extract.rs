//! What extraction costs, layer by layer, beside the UTF-8 validation that every reader pays anyway.
//!
//! `cargo bench --bench extract`. Compare within one run only: the ratio to `from_utf8` says more
//! than the megabytes a second, which are the machine's. With `VANBAN_BENCH_DIR` set, the texts of
//! that folder are read in place of the fixtures.

use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// Enough text to leave the first-level cache; the fixtures are repeated until it is reached.
const AT_LEAST: usize = 1 << 20;

/// The texts, joined; clean, so that every pass reads the same bytes.
fn corpus() -> String {
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
        .map(|text| vanban::normalize(&text).as_str().to_owned() + "\n\n")
        .collect();
    assert!(!texts.is_empty(), "no .txt in {}", folder.display());
    let round: String = texts.concat();
    round.repeat(AT_LEAST.div_ceil(round.len()))
}

fn extract(c: &mut Criterion) {
    let text = corpus();
    let text = text.as_str();
    let mut group = c.benchmark_group("extract");
    group
        .throughput(Throughput::Bytes(text.len() as u64))
        .sample_size(20);
    group.bench_function("from_utf8", |b| {
        b.iter(|| std::str::from_utf8(black_box(text.as_bytes())).is_ok())
    });
    group.bench_function("normalize", |b| {
        b.iter(|| vanban::normalize(black_box(text)).is_clean())
    });
    group.bench_function("numbers", |b| {
        b.iter(|| vanban::number::find(black_box(text)).len())
    });
    group.bench_function("dates", |b| {
        b.iter(|| vanban::date::find(black_box(text)).len())
    });
    group.bench_function("bodies", |b| {
        b.iter(|| vanban::body::find(black_box(text)).len())
    });
    group.bench_function("task_lists", |b| {
        b.iter(|| vanban::task::lists(black_box(text)).len())
    });
    group.bench_function("extract", |b| {
        b.iter(|| vanban::extract(black_box(text)).citations.len())
    });
    group.finish();
}

criterion_group!(benches, extract);
criterion_main!(benches);
