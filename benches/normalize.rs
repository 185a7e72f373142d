//! The text layer against its yardsticks, over one text in four states.
//!
//! `cargo bench --bench normalize`; set `VANBAN_BENCH_TEXT` to a file to measure on that.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use icu_normalizer::ComposingNormalizerBorrowed;
use unicode_normalization::UnicodeNormalization;

/// The fixture pages, clean, repeated to 4 MB; or the file that `VANBAN_BENCH_TEXT` names. A few
/// lines over and over would not do: `from_utf8` branches on every letter, and a processor soon
/// knows a short text by heart.
fn prose() -> String {
    if let Some(path) = std::env::var_os("VANBAN_BENCH_TEXT") {
        return std::fs::read_to_string(path).expect("VANBAN_BENCH_TEXT names a text file");
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut pages: Vec<_> = std::fs::read_dir(folder)
        .expect("the fixtures")
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    pages.sort();
    let text: String = pages
        .iter()
        .map(|page| std::fs::read_to_string(page).expect("a page in UTF-8"))
        .map(|page| vanban::normalize(&page).as_str().to_owned())
        .collect();
    text.repeat((4 << 20) / text.len())
}

/// Letters with their tone marks apart, as windows-1258 has them.
fn half_composed(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        let marks: Vec<char> = std::iter::once(c).nfd().collect();
        let is_tone = |m: &char| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*m);
        let base: String = marks
            .iter()
            .copied()
            .filter(|m| !is_tone(m))
            .nfc()
            .collect();
        out.push_str(&base);
        out.extend(marks.iter().filter(|m| is_tone(m)));
    }
    out
}

fn normalize(criterion: &mut Criterion) {
    let clean: String = prose().nfc().collect();
    let clean = vanban::normalize(&clean).as_str().to_owned();
    // One no-break space in about two thousand bytes.
    let mut spaces = 0;
    let nearly: String = clean
        .chars()
        .map(|c| {
            spaces += usize::from(c == ' ');
            if c == ' ' && spaces % 400 == 0 {
                '\u{A0}'
            } else {
                c
            }
        })
        .collect();
    let states = [
        ("half composed", half_composed(&clean)),
        ("decomposed", clean.nfd().collect()),
        ("nearly clean", nearly),
        ("clean", clean),
    ];
    let icu = ComposingNormalizerBorrowed::new_nfc();
    for (state, text) in &states {
        let mut group = criterion.benchmark_group(*state);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.sample_size(20);
        group.bench_with_input(BenchmarkId::from_parameter("vanban"), text, |b, text| {
            b.iter(|| black_box(vanban::normalize(black_box(text))).is_clean())
        });
        group.bench_with_input(BenchmarkId::from_parameter("std utf8"), text, |b, text| {
            b.iter(|| std::str::from_utf8(black_box(text.as_bytes())).is_ok())
        });
        group.bench_with_input(BenchmarkId::from_parameter("icu nfc"), text, |b, text| {
            b.iter(|| black_box(icu.normalize(black_box(text))).len())
        });
        if *state != "nearly clean" {
            let name = BenchmarkId::from_parameter("unicode-normalization");
            group.bench_with_input(name, text, |b, text| {
                b.iter(|| black_box(text).nfc().collect::<String>().len())
            });
        }
        group.finish();
    }
}

criterion_group!(benches, normalize);
criterion_main!(benches);
