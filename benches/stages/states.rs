//! The text layer against its yardsticks, over one text in four states.

use unicode_normalization::UnicodeNormalization;

use super::{Stage, best, rate};

const YARDSTICKS: [Stage; 3] = [
    ("vanban", |text| vanban::normalize(text).as_str().len()),
    ("from_utf8", |text| {
        std::str::from_utf8(text.as_bytes()).map_or(0, str::len)
    }),
    ("unicode-normalization", |text| {
        text.nfc().collect::<String>().len()
    }),
];

pub fn print(texts: &[String]) {
    let text: String = texts.concat().nfc().collect();
    let clean = vanban::normalize(&text).as_str().to_owned();
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
    println!("| state | reader | MB/s |\n|---|---|---|");
    for (state, text) in [
        ("half composed", half_composed(&clean)),
        ("decomposed", clean.nfd().collect()),
        ("nearly clean", nearly),
        ("clean", clean),
    ] {
        let rounds = (4usize << 20).div_ceil(text.len());
        let text = [text];
        for (reader, run) in YARDSTICKS {
            let time = best(&text, rounds, run);
            println!(
                "| {state} | {reader} | {:.0} |",
                rate(text[0].len(), rounds, time)
            );
        }
    }
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
