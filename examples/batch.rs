//! Extracts everything from many files: `cargo run --release --example batch -- PATH…`
//!
//! Takes files, and folders of which it reads every `.txt`. Prints a page a person can read, or
//! with `--format jsonl` one document a line, in input order. A file that cannot be read is named
//! on stderr with the reason and the rest goes on; the exit status is then 1.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde::Serialize;
use vanban::Document;
use walkdir::WalkDir;

/// Extract document numbers, dates, bodies, citations and task lists from Vietnamese official texts.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// Text files, and folders of which every .txt file is read
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Page)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A summary for people, with totals
    Page,
    /// One JSON document a line
    Jsonl,
}

/// How many files are read before their output is written: bounds the memory, keeps the order.
const AT_ONCE: usize = 256;

fn main() -> ExitCode {
    let options = Options::parse();
    match run(&options) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // A reader that has seen enough (`batch … | head`) is no error.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("batch: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Reads and prints everything; says whether every file could be read.
fn run(options: &Options) -> Result<bool> {
    let begun = Instant::now();
    let mut totals = Totals::default();
    let mut out = BufWriter::new(io::stdout().lock());
    let files = files(&options.paths);
    let bar = progress(files.len());
    for part in files.chunks(AT_ONCE) {
        let pages: Vec<Result<Page>> = part
            .par_iter()
            .map(|file| {
                let page = file
                    .as_ref()
                    .map_err(|error| anyhow::anyhow!("{error}"))
                    .and_then(|path| read(path, options.format));
                bar.inc(1);
                page
            })
            .collect();
        for page in pages {
            match page {
                Ok(page) => {
                    out.write_all(page.text.as_bytes())?;
                    totals.add(&page);
                }
                Err(error) => {
                    totals.failed += 1;
                    bar.suspend(|| eprintln!("batch: {error:#}"));
                }
            }
        }
    }
    bar.finish_and_clear();
    if matches!(options.format, Format::Page) {
        totals.print(&mut out, begun.elapsed())?;
    }
    out.flush()?;
    Ok(totals.failed == 0)
}

/// The files that `paths` name, in order; a folder's in the order of their names.
fn files(paths: &[PathBuf]) -> Vec<Result<PathBuf, walkdir::Error>> {
    let is_text = |path: &Path| {
        path.extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
    };
    paths
        .iter()
        .flat_map(|root| {
            WalkDir::new(root)
                .sort_by_file_name()
                .into_iter()
                .map(move |entry| (root, entry))
        })
        .filter_map(|(root, entry)| match entry {
            Ok(entry) if entry.file_type().is_dir() => None,
            Ok(entry) if entry.depth() > 0 && !is_text(entry.path()) => None,
            Ok(entry) if entry.depth() == 0 => Some(Ok(root.clone())),
            Ok(entry) => Some(Ok(entry.into_path())),
            Err(error) => Some(Err(error)),
        })
        .collect()
}

/// A bar on stderr; indicatif draws none when that is not a terminal.
fn progress(files: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} files {eta}");
    ProgressBar::new(files as u64)
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// What one file gave.
struct Page {
    text: String,
    bytes: usize,
    counts: [usize; KINDS.len()],
    extracting: Duration,
}

/// What is counted, in the order of [`counts`].
const KINDS: [&str; 6] = [
    "citations",
    "numbers",
    "dates",
    "bodies",
    "task lists",
    "assignments",
];

fn counts(document: &Document<'_>) -> [usize; KINDS.len()] {
    [
        document.citations.len(),
        document.numbers.len(),
        document.dates.len(),
        document.bodies.len(),
        document.task_lists.len(),
        document.assignments.len(),
    ]
}

/// One line of `--format jsonl`.
#[derive(Serialize)]
struct Line<'a> {
    source: String,
    #[serde(flatten)]
    document: &'a Document<'a>,
}

fn read(path: &Path, format: Format) -> Result<Page> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    let source = String::from_utf8(bytes).map_err(|error| {
        anyhow::anyhow!(
            "{}: not UTF-8: the byte at {} begins no character",
            path.display(),
            error.utf8_error().valid_up_to()
        )
    })?;
    let begun = Instant::now();
    let document = vanban::extract(&source);
    let extracting = begun.elapsed();
    let name = path.display().to_string();
    let text = match format {
        Format::Page => page(&name, &source, &document),
        Format::Jsonl => {
            serde_json::to_string(&Line {
                source: name,
                document: &document,
            })? + "\n"
        }
    };
    Ok(Page {
        text,
        bytes: source.len(),
        counts: counts(&document),
        extracting,
    })
}

#[derive(Default)]
struct Totals {
    files: usize,
    failed: usize,
    bytes: usize,
    counts: [usize; KINDS.len()],
    extracting: Duration,
}

impl Totals {
    fn add(&mut self, page: &Page) {
        self.files += 1;
        self.bytes += page.bytes;
        self.extracting += page.extracting;
        for (total, count) in self.counts.iter_mut().zip(page.counts) {
            *total += count;
        }
    }

    fn print(&self, out: &mut impl Write, elapsed: Duration) -> io::Result<()> {
        let megabytes = self.bytes as f64 / 1e6;
        writeln!(
            out,
            "{} files, {megabytes:.2} MB, {} unreadable",
            self.files, self.failed
        )?;
        for (kind, count) in KINDS.iter().zip(self.counts) {
            writeln!(out, "  {kind:<12}{count:>8}")?;
        }
        let rate = |time: Duration| megabytes / time.as_secs_f64().max(1e-9);
        writeln!(
            out,
            "{:.3} s in all; extracting alone {:.1} MB/s a core",
            elapsed.as_secs_f64(),
            rate(self.extracting)
        )
    }
}

/// How much of a long text is shown, in characters.
const SHOWN: usize = 88;

/// The page for people.
fn page(name: &str, source: &str, document: &Document<'_>) -> String {
    let mut page = format!("── {name} ({} bytes) ", source.len());
    page.push_str(&"─".repeat(100usize.saturating_sub(page.chars().count())));
    page.push('\n');
    print_citations(&mut page, document);
    print_dates(&mut page, document);
    print_bodies(&mut page, document);
    section(&mut page, "abbreviations", document.abbreviations.len());
    for found in &document.abbreviations {
        row(
            &mut page,
            &[(&found.value.short, 16), (&one_line(&found.value.long), 0)],
        );
    }
    section(&mut page, "task lists", document.task_lists.len());
    print_tasks(&mut page, document);
    print_assignments(&mut page, document);
    print_warnings(&mut page, document);
    page.push('\n');
    page
}

fn section(page: &mut String, title: &str, count: usize) {
    if count > 0 {
        let _ = writeln!(page, "  {title} ({count})");
    }
}

/// One aligned row; a width of 0 takes what is left.
fn row(page: &mut String, cells: &[(&str, usize)]) {
    let mut line = String::from("    ");
    for &(cell, width) in cells {
        if width == 0 {
            line.push_str(cell);
        } else {
            let _ = write!(line, "{:<width$} ", clip(cell, width));
        }
    }
    page.push_str(line.trim_end());
    page.push('\n');
}

fn clip(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    text.chars()
        .take(width.saturating_sub(1))
        .chain(['…'])
        .collect()
}

/// The name of an enum's value as the JSON has it, for people.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value)
        .map(|json| {
            json.as_str()
                .map_or_else(|| json.to_string(), |name| name.replace('_', " "))
        })
        .unwrap_or_default()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn print_citations(page: &mut String, document: &Document<'_>) {
    // One row a document, in order of first mention, with the number of mentions.
    let mut order: Vec<(String, &vanban::Citation<'_>)> = Vec::new();
    let mut mentions: BTreeMap<String, usize> = BTreeMap::new();
    for found in &document.citations {
        let kind = found.value.kind.as_deref().unwrap_or("?");
        let key = match &found.value.number {
            Some(number) => format!("{kind} {number}"),
            None => found.value.id(),
        };
        let count = mentions.entry(key.clone()).or_default();
        if *count == 0 {
            order.push((key, &found.value));
        }
        *count += 1;
    }
    section(page, "citations", document.citations.len());
    for (key, citation) in order {
        let resolved = &citation.resolved;
        let date = resolved.date.as_deref().unwrap_or("–");
        let issuer = resolved.issuer.as_deref().unwrap_or("–");
        row(
            page,
            &[
                (&key, 44),
                (date, 10),
                (&format!("×{}", mentions[&key]), 4),
                (issuer, 0),
            ],
        );
    }
}

fn print_dates(page: &mut String, document: &Document<'_>) {
    section(page, "dates", document.dates.len());
    for found in &document.dates {
        let value = &found.value;
        let edtf = value.edtf().unwrap_or_else(|| {
            value
                .recurrence
                .map_or("–".into(), |period| period.to_string())
        });
        let modifier = value.modifier.map(|m| word(&m)).unwrap_or_default();
        let role = value.role.map(|r| word(&r)).unwrap_or_default();
        row(
            page,
            &[
                (&one_line(&found.text), 44),
                (&edtf, 22),
                (&modifier, 11),
                (&role, 0),
            ],
        );
    }
}

fn print_bodies(page: &mut String, document: &Document<'_>) {
    let mut count: BTreeMap<&str, (usize, &vanban::IssuingBody)> = BTreeMap::new();
    for found in document.bodies.iter().filter(|found| !found.value.generic) {
        count
            .entry(&found.value.name)
            .or_insert((0, &found.value))
            .0 += 1;
    }
    section(page, "bodies", document.bodies.len());
    let mut rows: Vec<_> = count.into_iter().collect();
    rows.sort_by_key(|&(_, (times, _))| std::cmp::Reverse(times));
    for (name, (times, body)) in rows {
        row(
            page,
            &[
                (name, 56),
                (body.code.as_deref().unwrap_or("–"), 12),
                (&format!("×{times}"), 0),
            ],
        );
    }
}

fn print_tasks(page: &mut String, document: &Document<'_>) {
    for entry in document.tasks() {
        let list = entry.list;
        let first = std::ptr::eq(&list.items[0], entry.task);
        if first && (list.lead_in.is_some() || !entry.task.path.contains('.')) {
            let lead_in = list
                .lead_in
                .as_ref()
                .map_or("(no lead-in)".into(), |lead_in| one_line(&lead_in.text));
            let declared = list
                .declared_count
                .map(|n| format!(", {n} declared"))
                .unwrap_or_default();
            let _ = writeln!(
                page,
                "    {} [{} items{declared}]",
                clip(&lead_in, SHOWN),
                list.items.len()
            );
        }
        let text = clip(&one_line(&entry.task.text), SHOWN);
        row(page, &[("", 1), (&entry.task.path, 12), (&text, 0)]);
        let mut notes: Vec<String> = Vec::new();
        if !entry.task.leads.is_empty() {
            notes.push(entry.task.leads.join("; "));
        }
        let due = entry.task.deadlines.iter();
        notes.extend(due.map(|date| format!("due {}", one_line(&date.text))));
        if !notes.is_empty() {
            row(page, &[("", 14), (&format!("→ {}", notes.join(", ")), 0)]);
        }
    }
}

fn print_assignments(page: &mut String, document: &Document<'_>) {
    section(page, "assignments", document.assignments.len());
    for found in &document.assignments {
        let value = &found.value;
        let with = if value.partners.is_empty() {
            String::new()
        } else {
            format!(" with {}", value.partners.join(", "))
        };
        let due: String = (value.deadlines.iter())
            .map(|date| format!(", due {}", one_line(&date.text)))
            .collect();
        let _ = writeln!(page, "    {}{with}{due}", value.leads.join(", "));
    }
}

fn print_warnings(page: &mut String, document: &Document<'_>) {
    let numbers = document
        .numbers
        .iter()
        .flat_map(|f| f.value.warnings.iter().map(|w| (&*f.text, word(w))));
    let dates = document
        .dates
        .iter()
        .flat_map(|f| f.value.warnings.iter().map(|w| (&*f.text, word(w))));
    let warnings: Vec<_> = numbers.chain(dates).collect();
    section(page, "warnings", warnings.len());
    for (text, warning) in warnings {
        row(page, &[(&one_line(text), 44), (&warning, 0)]);
    }
}
