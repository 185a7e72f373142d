//! Where the results go.

use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::options::{Asked, Format};
use super::tables::{TABLES, head};
use crate::common::names::source_of;
use crate::common::outputs::STDOUT;
use crate::common::say::Terminal;

/// How much is collected before it is written, in bytes.
const BUFFER: usize = 64 << 10;

/// The result of one document, as it is written.
pub enum Rendered {
    Bytes(Vec<u8>),
    /// The rows of every table of `TABLES`.
    Tables(Vec<Vec<u8>>),
}

/// One file, or standard output: whole documents are collected and written together.
struct Sink {
    to: Box<dyn Write>,
    name: String,
    /// How many bytes the file has.
    length: u64,
    waiting: Vec<u8>,
}

impl Sink {
    /// `plain` says that nothing in it is for a terminal to obey.
    fn stdout(plain: bool) -> Self {
        let stdout = io::stdout();
        let to: Box<dyn Write> = if plain && stdout.is_terminal() {
            Box::new(Terminal(stdout))
        } else {
            Box::new(stdout)
        };
        Sink {
            to,
            name: "standard output".to_owned(),
            length: 0,
            waiting: Vec::new(),
        }
    }

    fn file(path: &Path, append: bool) -> Result<Self, WriteError> {
        let file = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(!append)
            .append(append)
            .open(path);
        let opened = file.and_then(|file| Ok((file.metadata()?.len(), file)));
        let (length, file) = opened.map_err(|error| WriteError::of(path, error))?;
        Ok(Sink {
            to: Box::new(file),
            name: source_of(path),
            length,
            waiting: Vec::new(),
        })
    }

    /// How long it is with what waits.
    fn end(&self) -> u64 {
        self.length + self.waiting.len() as u64
    }

    fn flush(&mut self) -> Result<(), WriteError> {
        let wrote = self
            .to
            .write_all(&self.waiting)
            .and_then(|()| self.to.flush());
        self.length = self.end();
        self.waiting.clear();
        wrote.map_err(|error| WriteError {
            name: self.name.clone(),
            error,
        })
    }
}

/// The output could not be written, or be gone on with.
#[derive(Debug)]
pub struct WriteError {
    pub name: String,
    pub error: io::Error,
}

impl WriteError {
    pub fn of(path: &Path, error: io::Error) -> Self {
        let name = source_of(path);
        WriteError { name, error }
    }
}

/// The table of the documents that the other tables hold.
pub const LEDGER: &str = "files.csv";

/// The tables that are wanted, by number.
pub fn wanted_tables(select: &[String]) -> impl Iterator<Item = usize> {
    let wanted = |name: &str| select.is_empty() || select.iter().any(|part| part == name);
    (0..TABLES.len()).filter(move |&table| wanted(TABLES[table].0))
}

/// The first line of the ledger: behind a document stands how long each table was with it.
pub fn ledger_head(select: &[String]) -> Vec<u8> {
    let tables = wanted_tables(select).map(|table| TABLES[table].0);
    row(["source", "record", "options"].into_iter().chain(tables))
}

fn row<T: AsRef<[u8]>>(cells: impl IntoIterator<Item = T>) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Into memory: it cannot fail.
    let _ = csv::Writer::from_writer(&mut bytes).write_record(cells);
    bytes
}

/// The files that will be written.
pub fn files(format: Format, out: Option<&Path>, select: &[String]) -> Vec<PathBuf> {
    let Some(out) = out else {
        return vec![STDOUT.into()];
    };
    match format {
        Format::Csv => {
            let names = wanted_tables(select).map(|table| format!("{}.csv", TABLES[table].0));
            let names = names.chain([LEDGER.to_owned()]);
            names.map(|name| out.join(name)).collect()
        }
        Format::Ics if out.is_dir() => vec![out.join("tasks.ics")],
        _ => vec![out.to_owned()],
    }
}

/// All files that are written.
pub struct Output {
    /// One, or one a table.
    sinks: Vec<(usize, Sink)>,
    /// Which documents the tables hold: written last, so that it never says too much.
    ledger: Option<Sink>,
    tail: String,
}

impl Output {
    /// Opens what `format` writes to; `select` names the tables that are wanted, all if empty.
    ///
    /// # Errors
    /// When a file cannot be made.
    pub fn open(
        format: Format,
        out: Option<&Path>,
        append: bool,
        select: &[String],
    ) -> Result<Self, WriteError> {
        if format == Format::Csv {
            return Self::tables(out, append, select);
        }
        let mut sink = match files(format, out, select).first() {
            Some(path) if out.is_some() => Sink::file(path, append)?,
            _ => Sink::stdout(format == Format::Ics),
        };
        let mut tail = String::new();
        if format == Format::Ics {
            let (head, end) = super::calendar::frame();
            sink.waiting = head.into_bytes();
            tail = end;
        }
        Ok(Output {
            sinks: vec![(0, sink)],
            ledger: None,
            tail,
        })
    }

    fn tables(out: Option<&Path>, append: bool, select: &[String]) -> Result<Self, WriteError> {
        if let Some(folder) = out {
            let made = match folder.is_file() {
                true => Err(io::Error::other("a file; tables go into a folder")),
                false => fs::create_dir_all(folder),
            };
            made.map_err(|error| WriteError::of(folder, error))?;
        }
        let mut sinks = Vec::new();
        let mut files = files(Format::Csv, out, select).into_iter();
        for table in wanted_tables(select) {
            let mut sink = match files.next() {
                Some(path) if out.is_some() => Sink::file(&path, append)?,
                _ => Sink::stdout(true),
            };
            if sink.length == 0 {
                sink.waiting = head(table).unwrap_or_default();
            }
            sinks.push((table, sink));
        }
        let mut ledger = None;
        if let Some(path) = files.next() {
            let mut sink = Sink::file(&path, append)?;
            if sink.length == 0 {
                sink.waiting = ledger_head(select);
            }
            ledger = Some(sink);
        }
        Ok(Output {
            sinks,
            ledger,
            tail: String::new(),
        })
    }

    /// Writes one document. Unless `more` are there already, all of it is on its way when this
    /// returns.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(
        &mut self,
        source: &str,
        record: Option<&str>,
        asked: &Asked,
        rendered: &Rendered,
        more: bool,
    ) -> Result<(), WriteError> {
        match rendered {
            Rendered::Bytes(bytes) => self.sinks[0].1.waiting.extend_from_slice(bytes),
            Rendered::Tables(tables) => {
                for (table, sink) in &mut self.sinks {
                    sink.waiting.extend_from_slice(&tables[*table]);
                }
                if let Some(ledger) = &mut self.ledger {
                    let ends = self.sinks.iter().map(|(_, sink)| sink.end().to_string());
                    let names =
                        [source, record.unwrap_or_default(), &asked.shown()].map(str::to_owned);
                    ledger.waiting.extend(row(names.into_iter().chain(ends)));
                }
            }
        }
        let waiting: usize = self.sinks.iter().map(|(_, sink)| sink.waiting.len()).sum();
        if more && waiting < BUFFER {
            Ok(())
        } else {
            self.flush()
        }
    }

    fn flush(&mut self) -> Result<(), WriteError> {
        for (_, sink) in &mut self.sinks {
            sink.flush()?;
        }
        self.ledger.as_mut().map_or(Ok(()), Sink::flush)
    }

    /// Writes what is left and the end.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(&mut self, totals: &str) -> Result<(), WriteError> {
        let tail = std::mem::take(&mut self.tail);
        if let Some((_, sink)) = self.sinks.first_mut() {
            sink.waiting.extend_from_slice(tail.as_bytes());
            sink.waiting.extend_from_slice(totals.as_bytes());
        }
        self.flush()
    }
}
