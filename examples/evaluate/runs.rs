//! Where documents come from: pages of every kind that `batch` reads, which the library reads now, and runs
//! that it was read from before.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde_json::{Map, Value};

use crate::common::failure::{Cause, Failure};
use crate::common::files::Inputs;
use crate::common::names::source_of;
use crate::common::places::{self, Unit};
use crate::common::records::{Item, Items, object};
use crate::common::say::say;
use crate::common::source;

/// Says on standard error what `evaluate` has to say of `what`.
pub fn tell(what: &str, message: &str) {
    say("evaluate", what, message);
}

/// A page to be read.
pub struct Page {
    /// Its path, or the name that its record gives it.
    pub name: String,
    /// Its file, when it is the only page there.
    pub path: Option<PathBuf>,
    page: places::Page,
}

impl Page {
    /// The words that are read.
    pub fn text(&self) -> &str {
        self.page.words()
    }

    /// What the library finds in it, with offsets into its source.
    pub fn extracted(&self) -> Value {
        let document = vanban::extract(self.text());
        // Only a map with keys that are no strings could fail.
        serde_json::to_value(self.page.placed(document, Unit::Bytes)).unwrap_or_default()
    }
}

/// A document as JSON.
pub struct Run {
    /// The name of the text.
    pub name: String,
    /// What was found in it.
    pub document: Value,
}

impl Run {
    /// The name of the text without folder and ending: where it was read from may have moved.
    pub fn stem(&self) -> String {
        let stem = Path::new(&self.name).file_stem();
        stem.map_or(self.name.clone(), |stem| {
            stem.to_string_lossy().into_owned()
        })
    }
}

/// What the library finds in a text.
pub fn extracted(text: &str) -> Value {
    serde_json::to_value(vanban::extract(text)).unwrap_or_default()
}

/// What is read, and how much could not be.
pub struct Read<T> {
    pub documents: Vec<T>,
    pub failed: usize,
}

/// One document of the inputs.
enum Source {
    Page(Page),
    Run(Run),
}

/// The documents of all inputs: a line of a file of records is the document of a run (with `source`) or a page
/// (with `text`), which is read now like every other page. What cannot be read is told and counted.
pub fn documents(inputs: Inputs) -> Read<Run> {
    read(inputs, |source| {
        Ok(match source {
            Source::Page(page) => Run {
                document: page.extracted(),
                name: page.name,
            },
            Source::Run(run) => run,
        })
    })
}

/// The pages of all inputs, unread.
pub fn pages(inputs: Inputs) -> Read<Page> {
    read(inputs, |source| match source {
        Source::Page(page) => Ok(page),
        Source::Run(_) => Err(Failure::new(Cause::Damaged, "a run, no page to read")),
    })
}

/// At most `count` of the pages, evenly spread.
pub fn sampled(pages: Vec<Page>, count: usize) -> Vec<Page> {
    let every = pages.len().div_ceil(count.max(1)).max(1);
    pages.into_iter().step_by(every).collect()
}

fn read<T: Send>(inputs: Inputs, take: impl Fn(Source) -> Result<T, Failure> + Sync) -> Read<T> {
    for (what, note) in &inputs.notes {
        tell(what, note);
    }
    let items: Vec<Item> = Items::new(inputs.inputs).collect();
    let one = |item| {
        let (name, source) = source_of_item(item);
        (name, source.and_then(&take))
    };
    let all = on_all_processors(items, one);
    let mut read = Read {
        documents: Vec::new(),
        failed: 0,
    };
    for (name, document) in all {
        match document {
            Ok(document) => read.documents.push(document),
            Err(failure) => {
                tell(&name, &failure.message);
                read.failed += 1;
            }
        }
    }
    read
}

fn source_of_item(item: Item) -> (String, Result<Source, Failure>) {
    match item {
        Item::File { path, .. } => {
            let name = source_of(&path);
            let page = source::read(&path, false).map(|page| {
                Source::Page(Page {
                    name: name.clone(),
                    path: Some(path),
                    page,
                })
            });
            (name, page)
        }
        Item::Record { source, line, .. } => {
            let read = object(&line, false).and_then(|(fields, _)| of_record(&source, fields));
            (source, read)
        }
        Item::Broken { source, failure } => (source, Err(failure)),
    }
}

fn of_record(place: &str, fields: Map<String, Value>) -> Result<Source, Failure> {
    let string = |key: &str| fields.get(key).and_then(Value::as_str);
    if let Some(text) = string("text") {
        return Ok(Source::Page(Page {
            name: string("id").unwrap_or(place).to_owned(),
            path: None,
            page: places::Page::plain(text.to_owned()),
        }));
    }
    let damaged = |message: String| Err(Failure::new(Cause::Damaged, message));
    match (string("source"), string("error")) {
        (Some(name), Some(error)) => damaged(format!("{name} failed in that run: {error}")),
        (Some(name), None) => Ok(Source::Run(Run {
            name: name.to_owned(),
            document: Value::Object(fields),
        })),
        _ => damaged("neither a page (`text`) nor a document of a run (`source`)".to_owned()),
    }
}

/// What `work` makes of each item, in their order.
fn on_all_processors<X: Send, T: Send>(items: Vec<X>, work: impl Fn(X) -> T + Sync) -> Vec<T> {
    let left = Mutex::new(items.into_iter().enumerate());
    let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
    let share = || {
        let worked = std::iter::from_fn(next).map(|(place, item)| (place, work(item)));
        worked.collect::<Vec<_>>()
    };
    let jobs = std::thread::available_parallelism().map_or(1, |jobs| jobs.get());
    let mut all: Vec<(usize, T)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..jobs).map(|_| scope.spawn(share)).collect();
        let joined = threads.into_iter().map(|thread| thread.join());
        joined
            .flat_map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, made)| made).collect()
}
