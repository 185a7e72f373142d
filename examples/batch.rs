//! Extracts everything from many files: `cargo run --release --example batch -- PATH…`
//!
//! Takes files, folders, globs and a stream of records; prints a page for people, JSON lines, tables or a
//! calendar, in input order. How to run it as a filter under a pipe, Spark's among them, stands in
//! `examples/README.md`.

/// The parts of the tool.
mod batch {
    pub mod calendar;
    pub mod files;
    pub mod guard;
    pub mod jsonl;
    pub mod options;
    pub mod output;
    pub mod people;
    pub mod pipeline;
    pub mod records;
    pub mod tables;
    pub mod totals;
}

#[allow(dead_code, reason = "`highlight` shows more of a document")]
mod common;

use std::collections::HashSet;
use std::fmt::Write as _;
use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use vanban::Extractor;

use batch::files::{Filter, Inputs};
use batch::guard::guarded;
use batch::options::{Format, Options, When, wrong};
use batch::output::{Output, Rendered, WriteError, known};
use batch::people::Colours;
use batch::records::{Item, Items, record};
use batch::totals::Totals;
use batch::{calendar, jsonl, people, pipeline, tables};
use common::failure::{Cause, Failure};
use common::places::Page;
use common::values::Values;
use common::{names, source};

/// The exit status of a program that was interrupted.
const INTERRUPTED: u8 = 130;

fn main() -> ExitCode {
    let options = Options::read();
    match run(options) {
        Ok(status) => ExitCode::from(status),
        // A reader that has seen enough (`batch … | head`) is no error.
        Err(error) if error.error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("batch: {}: {}", names::harmless(&error.name), error.error);
            ExitCode::FAILURE
        }
    }
}

fn run(options: Options) -> Result<u8, WriteError> {
    let filter = Filter::new(&options.include, &options.exclude)
        .unwrap_or_else(|error| wrong(&error.to_string()));
    let mut found =
        Inputs::find(&options.paths, &filter).unwrap_or_else(|error| wrong(&error.to_string()));
    if let Some(out) = &options.out {
        found.leave_out(out);
    }
    let done = match &options.out {
        Some(out) if options.resume => known(options.format, out)?,
        _ => HashSet::new(),
    };
    let out = options.out.as_deref();
    let mut output = Output::open(options.format, out, options.resume, &options.select)?;
    let draw = out.is_some() || !io::stdout().is_terminal();
    let mut totals = Totals::new(
        options.quiet,
        found.inputs.len(),
        found.skipped,
        found.bytes(),
        draw,
    );
    for (source, note) in &found.notes {
        totals.note(source, note);
    }

    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    // Without a handler Ctrl-C still ends it, only less cleanly.
    let _ = ctrlc::set_handler(move || {
        if asked.swap(true, Ordering::Relaxed) {
            std::process::exit(INTERRUPTED.into());
        }
    });
    let processors = || std::thread::available_parallelism().map_or(1, |jobs| jobs.get());
    let jobs = options.jobs.map_or_else(processors, usize::from);
    let counting = options.format == Format::Page;
    let mut counts = [0; KINDS.len()];
    let reader = Reader::new(options, done);
    pipeline::run(
        Items::new(found.inputs),
        jobs,
        Arc::clone(&stop),
        Item::weight,
        move |item| reader.read(item),
        |outcome, more| {
            for note in &outcome.notes {
                totals.note(&outcome.source, note);
            }
            for (total, count) in counts.iter_mut().zip(outcome.counts) {
                *total += count;
            }
            match &outcome.result {
                Ok(_) => totals.document(outcome.bytes),
                Err(Missing::Known) => totals.known(outcome.bytes),
                Err(Missing::Failed(failure)) => {
                    totals.failure(&outcome.source, failure, outcome.bytes);
                }
            }
            match outcome.result.ok().or(outcome.instead) {
                Some(rendered) => output.write(&outcome.source, &rendered, more),
                None => Ok(()),
            }
        },
    )?;
    let interrupted = stop.load(Ordering::Relaxed);
    output.finish(&if counting {
        sums(&counts)
    } else {
        String::new()
    })?;
    totals.finish(interrupted);
    Ok(match totals.failed() {
        _ if interrupted => INTERRUPTED,
        0 => 0,
        _ => 1,
    })
}

/// What is counted for people.
const KINDS: [&str; 6] = [
    "citations",
    "numbers",
    "dates",
    "bodies",
    "relations",
    "tasks",
];

fn sums(counts: &[usize; KINDS.len()]) -> String {
    let mut text = String::from("in all\n");
    for (kind, count) in KINDS.iter().zip(counts) {
        let _ = writeln!(text, "  {kind:<12}{count:>8}");
    }
    text
}

/// Why an item gave no document.
enum Missing {
    /// The output has it.
    Known,
    Failed(Failure),
}

/// What came of one item.
struct Outcome {
    source: String,
    bytes: usize,
    notes: Vec<String>,
    counts: [usize; KINDS.len()],
    result: Result<Rendered, Missing>,
    /// What is written in the place of a document that failed.
    instead: Option<Rendered>,
}

/// Makes a result of an item, on any thread.
struct Reader {
    options: Options,
    extractor: Extractor,
    done: HashSet<String>,
    colours: Colours,
}

impl Reader {
    fn new(options: Options, done: HashSet<String>) -> Self {
        let mut extractor = Extractor::builder();
        if let Some(day) = options.reference_date {
            extractor = extractor.reference_date(day);
        }
        let terminal = options.out.is_none() && io::stdout().is_terminal();
        let colours = match options.color {
            When::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty()),
            When::Always => true,
            When::Never => false,
        };
        Reader {
            options,
            extractor: extractor.build(),
            done,
            colours: Colours(colours),
        }
    }

    fn read(&self, item: Item) -> Outcome {
        let mut outcome = Outcome {
            source: String::new(),
            bytes: item.weight(),
            notes: Vec::new(),
            counts: [0; KINDS.len()],
            result: Err(Missing::Known),
            instead: None,
        };
        outcome.source = match &item {
            Item::File { path, .. } => names::source_of(path),
            Item::Record { source, .. } | Item::Broken { source, .. } => source.clone(),
        };
        if self.done.contains(&outcome.source) {
            return outcome;
        }
        let streamed = matches!(item, Item::Record { streamed: true, .. });
        let result = match guarded(|| self.document(item, &mut outcome)) {
            Ok(result) => result,
            Err(said) => Err(Missing::Failed(Failure::new(Cause::Panic, said))),
        };
        if let Err(Missing::Failed(failure)) = &result
            && streamed
            && self.options.format == Format::Jsonl
        {
            let line = jsonl::error(&outcome.source, &failure.message);
            outcome.instead = line.ok().map(Rendered::Bytes);
        }
        outcome.result = result;
        outcome
    }

    fn document(&self, item: Item, outcome: &mut Outcome) -> Result<Rendered, Missing> {
        let page = match item {
            Item::File { path, .. } => source::read(&path, self.options.lossy),
            Item::Record { line, .. } => {
                let id_field = self.options.id_field.as_deref();
                record(&line, &self.options.text_field, id_field).map(|record| {
                    if let Some(id) = record.id {
                        outcome.source = id;
                    }
                    Page::plain(record.text)
                })
            }
            Item::Broken { failure, .. } => Err(failure),
        };
        let page = page.map_err(Missing::Failed)?;
        if self.done.contains(&outcome.source) {
            return Err(Missing::Known);
        }
        outcome
            .notes
            .extend(page.notes.iter().map(ToString::to_string));
        let rendered = self.render(&page, outcome);
        rendered.map_err(|message| Missing::Failed(Failure::new(Cause::Damaged, message)))
    }

    fn render(&self, page: &Page, outcome: &mut Outcome) -> Result<Rendered, String> {
        let document = self.extractor.extract(page.words());
        let document = page.placed(document, self.options.offsets);
        let source = outcome.source.as_str();
        if self.options.format == Format::Jsonl {
            let content = page.source.as_deref().unwrap_or(page.words());
            let content = self.options.content.then_some(content);
            let line = jsonl::line(source, &document, &self.options.select, content);
            return line.map(Rendered::Bytes).map_err(|error| error.to_string());
        }
        let values = Values::of(&document);
        outcome.counts = [
            values.citations.len(),
            values.numbers.len(),
            values.dates.len(),
            values.bodies.len(),
            values.relations.len(),
            values.tasks.len(),
        ];
        Ok(match self.options.format {
            Format::Csv => {
                Rendered::Tables(tables::rows(source, &values).map_err(|error| error.to_string())?)
            }
            Format::Ics => Rendered::Bytes(calendar::events(source, &values).into_bytes()),
            _ => {
                let wants = |part: &str| self.options.wants(part);
                let page = people::page(source, page.bytes, &values, wants, self.colours);
                Rendered::Bytes(page.into_bytes())
            }
        })
    }
}
