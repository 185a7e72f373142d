//! What was found, for people: `cargo run --release --example evaluate -- COMMAND`
//!
//! `finds` prints a line a find; `compare` says what two runs say otherwise; `score` measures pages
//! against the `.finds` files beside them; `typeset` says what changes when the same pages are typeset
//! otherwise.

#[allow(dead_code, reason = "`batch` and `highlight` show more of a document")]
#[path = "../common/mod.rs"]
mod common;
mod difference;
mod finds;
mod labels;
mod report;
mod runs;
mod score;
mod typeset;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};

use common::files::{Filter, Input, Inputs};
use common::names::source_of;
use common::outputs;
use common::say::{Terminal, options, say_line, wrong};
use difference::{Change, LayerDifference};
use finds::shown;
use report::Column;
use runs::Page;
use typeset::Typesetting;

/// See, compare and score what vanban finds.
#[derive(Parser)]
#[command(version)]
struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print what is found: a line a find, grouped by layer
    Finds {
        /// Pages and folders of them, as batch reads them, and runs (.jsonl)
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Print this layer only
        #[arg(long)]
        layer: Vec<String>,
    },
    /// Print what the second run says otherwise than the first; a document is known by its `source`,
    /// or by its file's name where no `source` is in both
    Compare {
        /// The run that stands for what was
        old: PathBuf,
        /// The run that stands for what is; a page or folder of pages is read now
        new: PathBuf,
        /// Compare this layer only
        #[arg(long)]
        layer: Vec<String>,
        /// Write the report as an HTML page as well
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
    },
    /// Measure pages against the .finds files beside them
    Score {
        /// The folder of NAME.txt, NAME.html … with NAME.finds
        folder: PathBuf,
        /// Write the report as an HTML page as well
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
    },
    /// Typeset texts otherwise (wrapped, with marks, heads and notes) and print what changes
    Typeset {
        /// Pages and folders of them, as batch reads them, and corpora (.jsonl with `text`)
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Only this typesetting: wrapped, emphasis, heads, wrapped-heads, footnotes, crlf, decomposed,
        /// prose-before, prose-behind, upper-numbers, lower-numbers
        #[arg(long)]
        only: Option<String>,
        /// Read so many texts, evenly spread
        #[arg(long, default_value_t = usize::MAX)]
        sample: usize,
        /// Print this layer's changes only
        #[arg(long)]
        layer: Vec<String>,
        /// Print the changes of so many documents
        #[arg(long, default_value_t = 3)]
        show: usize,
        /// Print the texts as they were typeset, and nothing else
        #[arg(long)]
        texts: bool,
    },
}

fn main() -> ExitCode {
    let options: Options = options();
    let stdout = BufWriter::new(io::stdout().lock());
    let ran = if io::stdout().is_terminal() {
        finished(&options.command, Terminal(stdout))
    } else {
        finished(&options.command, stdout)
    };
    match ran {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        // A reader that has seen enough (`evaluate … | head`) is no error.
        Err(error)
            if error
                .downcast_ref::<io::Error>()
                .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe) =>
        {
            ExitCode::SUCCESS
        }
        Err(error) => {
            say_line("evaluate", &format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn finished(command: &Command, mut out: impl Write) -> Result<usize> {
    let failed = run(command, &mut out)?;
    out.flush()?;
    Ok(failed)
}

/// Hands out how many inputs could not be read.
fn run(command: &Command, out: &mut impl Write) -> Result<usize> {
    match command {
        Command::Finds { paths, layer } => print_finds(found(paths, None), layer, out),
        Command::Compare {
            old,
            new,
            layer,
            html,
        } => {
            let title = format!("{} and {}", source_of(old), source_of(new));
            let [old, new] =
                [old, new].map(|path| found(std::slice::from_ref(path), html.as_deref()));
            compare_runs(&title, old, new, layer, html.as_deref(), out)
        }
        Command::Score { folder, html } => {
            let inputs = found(std::slice::from_ref(folder), html.as_deref());
            score::print_score(&source_of(folder), inputs, html.as_deref(), out)
        }
        Command::Typeset {
            paths,
            only,
            sample,
            layer,
            show,
            texts,
        } => {
            let sets = typesettings(only.as_deref())?;
            let read = runs::pages(found(paths, None));
            let pages = runs::sampled(read.documents, *sample);
            if *texts {
                print_typeset(&pages, &sets, out)?;
                return Ok(read.failed);
            }
            for set in sets {
                compare_typeset(&pages, set, layer, *show, out)?;
            }
            Ok(read.failed)
        }
    }
}

/// The inputs that `paths` name, of which the report `html` is none.
fn found(paths: &[PathBuf], html: Option<&Path>) -> Inputs {
    let mut inputs = Inputs::find(paths, &Filter::default())
        .unwrap_or_else(|error| wrong::<Options>(&error.to_string()));
    let beside = inputs.inputs.iter().filter_map(|input| match input {
        Input::File { path, .. } => Some(path.with_extension("finds")).filter(|path| path.exists()),
        _ => None,
    });
    inputs.beside.extend(beside.collect::<Vec<_>>());
    let written: Vec<PathBuf> = html.map(Path::to_owned).into_iter().collect();
    outputs::part(&written, &mut inputs, report::is_report)
        .unwrap_or_else(|error| wrong::<Options>(&error));
    inputs
}

fn is_asked_for(layers: &[String], name: &str) -> bool {
    layers.is_empty() || layers.iter().any(|layer| layer == name)
}

fn print_finds(inputs: Inputs, asked: &[String], out: &mut impl Write) -> Result<usize> {
    let read = runs::documents(inputs);
    for run in read.documents {
        let mut layers = finds::layers(&run.document);
        layers.retain(|layer| is_asked_for(asked, &layer.name));
        writeln!(out, "# {}", shown(&run.name))?;
        write!(out, "{}", finds::page(&layers))?;
    }
    Ok(read.failed)
}

/// The changes of one layer, document by document, and how many finds stayed.
#[derive(Default)]
pub struct LayerReport {
    same: usize,
    counts: [usize; 3],
    documents: Vec<(String, Vec<Change>)>,
}

/// The changes of several documents, by layer.
#[derive(Default)]
pub struct Report {
    layers: BTreeMap<String, LayerReport>,
}

impl Report {
    /// Takes in what differs in the document `name`.
    pub fn add(&mut self, name: &str, differences: &[LayerDifference]) {
        for difference in differences {
            let counts = difference.counts();
            let layer = self.layers.entry(difference.layer.clone()).or_default();
            layer.same += difference.same;
            layer.counts = std::array::from_fn(|i| layer.counts[i] + counts[i]);
            if !difference.changes.is_empty() {
                layer
                    .documents
                    .push((name.to_owned(), difference.changes.clone()));
            }
        }
    }

    /// Every change under its layer and its document: `+` gained, `-` lost, `~` from what to what.
    pub fn print_changes(&self, out: &mut impl Write) -> Result<()> {
        for (name, layer) in &self.layers {
            let [gained, lost, changed] = layer.counts;
            if layer.documents.is_empty() {
                continue;
            }
            writeln!(
                out,
                "\n{name}: {gained} gained, {lost} lost, {changed} changed"
            )?;
            for (document, changes) in &layer.documents {
                writeln!(out, "  {}", shown(document))?;
                for change in changes {
                    match change {
                        Change::Gained(find) => writeln!(out, "    + {}", find.line)?,
                        Change::Lost(find) => writeln!(out, "    - {}", find.line)?,
                        Change::Changed(old, new) => {
                            writeln!(out, "    ~ {}\n    > {}", old.line, new.line)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// How many finds of each layer stayed, came and went.
    pub fn print_counts(&self, out: &mut impl Write) -> Result<()> {
        writeln!(
            out,
            "{:<16}{:>8}{:>8}{:>8}{:>8}",
            "", "same", "gained", "lost", "changed"
        )?;
        for (name, layer) in &self.layers {
            let [gained, lost, changed] = layer.counts;
            writeln!(
                out,
                "{name:<16}{:>8}{gained:>8}{lost:>8}{changed:>8}",
                layer.same
            )?;
        }
        Ok(())
    }
}

/// The figures of a comparison.
const COUNTS: [Column; 4] = [
    ("same", |layer| layer.same.to_string()),
    ("gained", |layer| layer.counts[0].to_string()),
    ("lost", |layer| layer.counts[1].to_string()),
    ("changed", |layer| layer.counts[2].to_string()),
];

fn compare_runs(
    title: &str,
    old: Inputs,
    new: Inputs,
    asked: &[String],
    html: Option<&Path>,
    out: &mut impl Write,
) -> Result<usize> {
    let [old, new] = [old, new].map(runs::documents);
    let failed = old.failed + new.failed;
    let names: BTreeSet<&str> = old.documents.iter().map(|run| run.name.as_str()).collect();
    let moved = new
        .documents
        .iter()
        .all(|run| !names.contains(run.name.as_str()));
    let old = keyed(old.documents, moved);
    let mut new: BTreeMap<(String, usize), runs::Run> = keyed(new.documents, moved).collect();
    let mut report = Report::default();
    let mut compared = 0;
    for (key, old) in old {
        let Some(new) = new.remove(&key) else {
            writeln!(out, "only in the old run: {}", shown(&old.name))?;
            continue;
        };
        compared += 1;
        let mut differences =
            difference::difference(&finds::layers(&old.document), &finds::layers(&new.document));
        differences.retain(|layer| is_asked_for(asked, &layer.layer));
        report.add(&old.name, &differences);
    }
    for run in new.values() {
        writeln!(out, "only in the new run: {}", shown(&run.name))?;
    }
    report.print_changes(out)?;
    let summary = format!("{compared} documents compared");
    writeln!(out, "\n{summary}")?;
    report.print_counts(out)?;
    report::write(html, title, &summary, &COUNTS, &report)?;
    Ok(failed)
}

/// Each document with its name, by its file's name alone where the files `moved`, and which of that name
/// it is.
fn keyed(runs: Vec<runs::Run>, moved: bool) -> impl Iterator<Item = ((String, usize), runs::Run)> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    runs.into_iter().map(move |run| {
        let name = if moved { run.stem() } else { run.name.clone() };
        let before = times.entry(name.clone()).or_default();
        *before += 1;
        ((name, *before), run)
    })
}

fn typesettings(only: Option<&str>) -> Result<Vec<Typesetting>> {
    let Some(name) = only else {
        return Ok(Typesetting::ALL.to_vec());
    };
    let set = Typesetting::ALL.into_iter().find(|set| set.name() == name);
    Ok(vec![set.with_context(|| {
        format!("{}: no such typesetting", shown(name))
    })?])
}

fn print_typeset(pages: &[Page], sets: &[Typesetting], out: &mut impl Write) -> Result<()> {
    for page in pages {
        let plain = runs::extracted(page.text());
        for set in sets {
            writeln!(out, "# {} {}", shown(&page.name), set.name())?;
            writeln!(out, "{}", set.set(page.text(), &plain))?;
        }
    }
    Ok(())
}

fn compare_typeset(
    pages: &[Page],
    set: Typesetting,
    asked: &[String],
    show: usize,
    out: &mut impl Write,
) -> Result<()> {
    let mut counts = Report::default();
    let mut changes = Report::default();
    let mut differing = 0;
    for page in pages {
        let plain = runs::extracted(page.text());
        let mut found = typeset::differences(page.text(), &plain, set);
        counts.add(&page.name, &found);
        found.retain(|layer| is_asked_for(asked, &layer.layer));
        if found.iter().any(|layer| !layer.changes.is_empty()) {
            differing += 1;
            if differing <= show {
                changes.add(&page.name, &found);
            }
        }
    }
    writeln!(
        out,
        "\n# {}: {} of {} documents equal",
        set.name(),
        pages.len() - differing,
        pages.len()
    )?;
    counts.print_counts(out)?;
    changes.print_changes(out)
}
