//! Extracts everything from many files: `cargo run --release --example batch -- PATH…`
//!
//! Takes files, folders, globs and a stream of records; prints a page for people, JSON lines, tables or a
//! calendar, in input order. How to run it as a filter under a pipe, Spark's among them, stands in
//! `examples/README.md`.

/// The parts of the tool.
mod batch {
    pub mod calendar;
    pub mod guard;
    pub mod jsonl;
    pub mod options;
    pub mod output;
    pub mod people;
    pub mod pipeline;
    pub mod resume;
    pub mod tables;
    pub mod totals;
}

#[allow(dead_code, reason = "`highlight` shows more of a document")]
mod common;

use std::fmt::Write as _;
use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use vanban::Extractor;

use batch::guard::guarded;
use batch::options::{Asked, Format, Options, When, wrong};
use batch::output::{Output, Rendered, WriteError, files};
use batch::people::Colours;
use batch::resume::{Known, begins_as_lines, known};
use batch::totals::Totals;
use batch::{calendar, jsonl, people, pipeline, tables};
use common::failure::{Cause, Failure};
use common::files::{Filter, Inputs};
use common::places::Page;
use common::records::{Item, Items, record};
use common::say::say;
use common::values::{Values, layers};
use common::{names, outputs, source};

/// The exit status of a program that was interrupted.
const INTERRUPTED: u8 = 130;

fn main() -> ExitCode {
    let options = Options::read();
    match run(options) {
        Ok(status) => ExitCode::from(status),
        // A reader that has seen enough (`batch … | head`) is no error.
        Err(error) if error.error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            say("batch", &error.name, error.error);
            ExitCode::FAILURE
        }
    }
}

fn run(options: Options) -> Result<u8, WriteError> {
    let filter = Filter::new(&options.include, &options.exclude)
        .unwrap_or_else(|error| wrong(&error.to_string()));
    let mut found =
        Inputs::find(&options.paths, &filter).unwrap_or_else(|error| wrong(&error.to_string()));
    let out = options.out.as_deref();
    let (format, select) = (options.format, &options.select);
    let written = files(format, out, select);
    outputs::part(&written, &mut found, |path| is_ours(format, path))
        .unwrap_or_else(|error| wrong(&error));
    let asked = Asked::of(&options);
    let held = match out {
        Some(out) if options.resume => known(format, out, &asked, select)?,
        _ => Known::new(),
    };
    let mut output = Output::open(format, out, options.resume, select)?;
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
    let told = Arc::clone(&stop);
    // Without a handler Ctrl-C still ends it, only less cleanly.
    let _ = ctrlc::set_handler(move || {
        if told.swap(true, Ordering::Relaxed) {
            std::process::exit(INTERRUPTED.into());
        }
    });
    let processors = || std::thread::available_parallelism().map_or(1, |jobs| jobs.get());
    let jobs = options.jobs.map_or_else(processors, usize::from);
    let counting = format == Format::Page;
    let mut counts = [0; KINDS.len()];
    let reader = Reader::new(options, asked.clone(), held);
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
                Some(rendered) => {
                    let record = outcome.record.as_deref();
                    output.write(&outcome.source, record, &asked, &rendered, more)
                }
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

/// Whether `path` was written by an earlier run.
fn is_ours(format: Format, path: &std::path::Path) -> bool {
    match format {
        Format::Jsonl => begins_as_lines(path),
        Format::Page => std::fs::read(path).is_ok_and(|page| people::is_page(&page)),
        // These have endings that are not read in a folder.
        Format::Csv | Format::Ics => false,
    }
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
    /// Where the record stands, when `source` is the name that it gave itself.
    record: Option<String>,
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
    asked: Asked,
    extractor: Extractor,
    held: Known,
    colours: Colours,
}

impl Reader {
    fn new(options: Options, asked: Asked, held: Known) -> Self {
        let mut extractor = Extractor::builder();
        if let Some(day) = options.reference_date {
            extractor = extractor.reference_date(day);
        }
        // Tables and pages say more of a document than the parts that they show.
        if options.format == Format::Jsonl && !options.select.is_empty() {
            extractor = extractor.only(layers(&options.select));
        }
        let terminal = options.out.is_none() && io::stdout().is_terminal();
        let colours = match options.color {
            When::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty()),
            When::Always => true,
            When::Never => false,
        };
        Reader {
            options,
            asked,
            extractor: extractor.build(),
            held,
            colours: Colours(colours),
        }
    }

    fn read(&self, item: Item) -> Outcome {
        let source = match &item {
            Item::File { path, .. } => names::source_of(path),
            Item::Record { source, .. } | Item::Broken { source, .. } => source.clone(),
        };
        let mut outcome = Outcome {
            source,
            record: None,
            bytes: item.weight(),
            notes: Vec::new(),
            counts: [0; KINDS.len()],
            result: Err(Missing::Known),
            instead: None,
        };
        match self.held.get(&outcome.source) {
            None => {}
            Some(None) => return outcome,
            // What failed then is told again; the output says it already.
            Some(Some(said)) => {
                let failure = Failure::new(Cause::Damaged, said);
                outcome.result = Err(Missing::Failed(failure));
                return outcome;
            }
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
            let line = jsonl::error(self.head(&outcome), &failure.message);
            outcome.instead = line.ok().map(Rendered::Bytes);
        }
        outcome.result = result;
        outcome
    }

    fn document(&self, item: Item, outcome: &mut Outcome) -> Result<Rendered, Missing> {
        let page = match item {
            Item::File { path, .. } => source::read(&path, self.options.lossy),
            Item::Record { source, line, .. } => {
                let options = &self.options;
                let id_field = options.id_field.as_deref();
                record(&line, &options.text_field, id_field, options.lossy).map(|record| {
                    if let Some(id) = record.id {
                        outcome.source = id;
                        outcome.record = Some(source);
                    }
                    record.page
                })
            }
            Item::Broken { failure, .. } => Err(failure),
        };
        let page = page.map_err(|failure| Missing::Failed(failure.hinting()))?;
        outcome
            .notes
            .extend(page.notes.iter().map(ToString::to_string));
        let rendered = self.render(&page, outcome);
        rendered.map_err(|message| Missing::Failed(Failure::new(Cause::Damaged, message)))
    }

    fn head<'a>(&'a self, outcome: &'a Outcome) -> jsonl::Head<'a> {
        jsonl::Head {
            source: &outcome.source,
            record: outcome.record.as_deref(),
            options: &self.asked,
        }
    }

    fn render(&self, page: &Page, outcome: &mut Outcome) -> Result<Rendered, String> {
        let document = self.extractor.extract(page.words());
        let document = page.placed(document, self.options.offsets);
        if self.options.format == Format::Jsonl {
            let content = page.source.as_deref().unwrap_or(page.words());
            let content = self.options.content.then_some(content);
            let head = self.head(outcome);
            let line = jsonl::line(head, &document, content);
            return line.map(Rendered::Bytes).map_err(|error| error.to_string());
        }
        let values = Values::of(&document);
        let source = outcome.source.as_str();
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
