//! Precision and recall against the `.finds` files beside texts.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::report::{self, Column};
use crate::{LayerReport, Report, difference, finds, runs};

/// Reads every text of `folder` that has a `.finds` beside it, and prints what is missing, what is
/// too much, and the figures of every layer.
pub fn print_score(folder: &Path, html: Option<&Path>, out: &mut impl Write) -> Result<()> {
    let mut report = Report::default();
    let mut scored = 0;
    for page in runs::pages(&[folder.to_owned()])? {
        let beside = PathBuf::from(&page.name).with_extension("finds");
        if !beside.exists() {
            continue;
        }
        let expected = fs::read_to_string(&beside).with_context(|| beside.display().to_string())?;
        let found = finds::page(&finds::layers(&runs::extracted(&page.text)));
        let differences = difference::difference(
            &finds::from_page(&finds::right(&expected)),
            &finds::from_page(&found),
        );
        report.add(&page.name, &differences);
        scored += 1;
    }
    ensure!(
        scored > 0,
        "{}: no text with a .finds beside it",
        folder.display()
    );
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
    let title = format!("Scores of {}", folder.display());
    report::write(
        html,
        &title,
        &format!("{scored} documents scored"),
        &FIGURES,
        &report,
    )
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
