//! Precision and recall against the `.finds` files beside texts.

use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::common::files::{Input, Inputs};
use crate::common::names::source_of;
use crate::report::{self, Column};
use crate::runs::tell;
use crate::{LayerReport, Report, difference, finds, labels, runs};

/// Reads every page of the inputs that has a `.finds` beside it, and prints what is missing, what is
/// too much, and the figures of every layer. Hands out how many pages and labels could not be read.
pub fn print_score(
    title: &str,
    inputs: Inputs,
    html: Option<&Path>,
    out: &mut impl Write,
) -> Result<usize> {
    let mut report = Report::default();
    let mut scored = 0;
    let mut bare = Vec::new();
    let alone = labels_alone(&inputs);
    let read = runs::pages(inputs);
    let mut failed = read.failed + alone.len();
    for labels in alone {
        tell(&source_of(&labels), "no page beside it");
    }
    for page in &read.documents {
        let beside = page
            .path
            .as_deref()
            .map(|path| path.with_extension("finds"));
        let Some(beside) = beside.filter(|path| path.exists()) else {
            bare.push(page.name.as_str());
            continue;
        };
        let expected = match labels::read(&beside) {
            Ok(expected) => expected,
            Err(wrong) => {
                wrong.iter().for_each(|why| tell(&source_of(&beside), why));
                failed += 1;
                continue;
            }
        };
        let found = finds::page(&finds::layers(&page.extracted()));
        let differences = difference::difference(&expected, &finds::from_page(&found));
        report.add(&page.name, &differences);
        scored += 1;
    }
    if let [first, more @ ..] = &bare[..] {
        let more = match more.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        tell(&format!("{first}{more}"), "not scored, no .finds beside it");
    }
    if scored == 0 {
        tell(title, "no page with a .finds beside it");
        return Ok(failed + 1);
    }
    report.print_changes(out)?;
    writeln!(out, "\n{scored} documents scored")?;
    writeln!(
        out,
        "{:<16}{:>8}{:>8}{:>8}{:>10}{:>8}{:>8}",
        "", "right", "extra", "missing", "precision", "recall", "f1"
    )?;
    for (name, layer) in &report.layers {
        let (extra, missing) = wrong(layer);
        let [precision, recall, f1] = scores(layer);
        writeln!(
            out,
            "{name:<16}{:>8}{extra:>8}{missing:>8}{precision:>10.4}{recall:>8.4}{f1:>8.4}",
            layer.same
        )?;
    }
    let summary = format!("{scored} documents scored");
    let title = format!("Scores of {title}");
    report::write(html, &title, &summary, &FIGURES, &report)?;
    Ok(failed)
}

/// The labels of no page.
fn labels_alone(inputs: &Inputs) -> Vec<PathBuf> {
    let paths = inputs.inputs.iter().filter_map(|input| match input {
        Input::File { path, .. } => Some(path.with_extension("finds")),
        _ => None,
    });
    let labelled: HashSet<PathBuf> = paths.collect();
    let alone = |path: &&PathBuf| !labelled.contains(*path);
    inputs.beside.iter().filter(alone).cloned().collect()
}

/// The figures of a layer.
const FIGURES: [Column; 6] = [
    ("right", |layer| layer.same.to_string()),
    ("extra", |layer| wrong(layer).0.to_string()),
    ("missing", |layer| wrong(layer).1.to_string()),
    ("precision", |layer| format!("{:.4}", scores(layer)[0])),
    ("recall", |layer| format!("{:.4}", scores(layer)[1])),
    ("F1", |layer| format!("{:.4}", scores(layer)[2])),
];

/// How many finds are too many, and how many are missing; one that says something else is both.
fn wrong(layer: &LayerReport) -> (usize, usize) {
    let [gained, lost, changed] = layer.counts;
    (gained + changed, lost + changed)
}

/// Precision, recall and F1.
fn scores(layer: &LayerReport) -> [f64; 3] {
    let (extra, missing) = wrong(layer);
    [
        share(layer.same, extra),
        share(layer.same, missing),
        share(2 * layer.same, extra + missing),
    ]
}

fn share(right: usize, wrong: usize) -> f64 {
    if right + wrong == 0 {
        return 1.0;
    }
    right as f64 / (right + wrong) as f64
}
