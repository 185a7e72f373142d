//! Where the results go, and what is there already.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use super::options::Format;
use super::tables::{TABLES, head};

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
    waiting: Vec<u8>,
}

impl Sink {
    fn stdout() -> Self {
        Sink {
            to: Box::new(io::stdout()),
            name: "standard output".to_owned(),
            waiting: Vec::new(),
        }
    }

    fn file(path: &Path, append: bool) -> Result<Self, WriteError> {
        let name = path.display().to_string();
        let file = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(!append)
            .append(append)
            .open(path);
        let file = file.map_err(|error| WriteError {
            name: name.clone(),
            error,
        })?;
        Ok(Sink {
            to: Box::new(file),
            name,
            waiting: Vec::new(),
        })
    }

    fn flush(&mut self) -> Result<(), WriteError> {
        let wrote = self
            .to
            .write_all(&self.waiting)
            .and_then(|()| self.to.flush());
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
        let mut sink = match out {
            None => Sink::stdout(),
            Some(path) if format == Format::Ics && path.is_dir() => {
                Sink::file(&path.join("tasks.ics"), false)?
            }
            Some(path) => Sink::file(path, append)?,
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
        let wanted = |name: &str| select.is_empty() || select.iter().any(|part| part == name);
        let mut sinks = Vec::new();
        if let Some(folder) = out {
            fs::create_dir_all(folder).map_err(|error| WriteError {
                name: folder.display().to_string(),
                error,
            })?;
        }
        for (table, (name, _)) in TABLES
            .iter()
            .enumerate()
            .filter(|(_, (name, _))| wanted(name))
        {
            let mut sink = match out {
                None => Sink::stdout(),
                Some(folder) => Sink::file(&folder.join(format!("{name}.csv")), append)?,
            };
            if !append || is_empty(out, &format!("{name}.csv")) {
                sink.waiting = head(table).unwrap_or_default();
            }
            sinks.push((table, sink));
        }
        let ledger = match out {
            None => None,
            Some(folder) => {
                let mut sink = Sink::file(&folder.join(LEDGER), append)?;
                if !append || is_empty(out, LEDGER) {
                    sink.waiting = b"source\n".to_vec();
                }
                Some(sink)
            }
        };
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
                    let mut writer = csv::Writer::from_writer(&mut ledger.waiting);
                    // Into memory: it cannot fail.
                    let _ = writer.write_record([source]);
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

/// The table of the documents that the other tables hold.
const LEDGER: &str = "files.csv";

fn is_empty(folder: Option<&Path>, name: &str) -> bool {
    folder.is_none_or(|folder| fs::metadata(folder.join(name)).map_or(true, |file| file.len() == 0))
}

/// What an earlier run left in `out`: the sources of its documents. What was cut short is taken off.
///
/// # Errors
/// When it cannot be read, or is no output of this tool.
pub fn known(format: Format, out: &Path) -> Result<HashSet<String>, WriteError> {
    let (path, held) = match format {
        Format::Csv => known_rows(out),
        _ => (out.to_owned(), known_lines(out)),
    };
    held.map_err(|error| WriteError {
        name: path.display().to_string(),
        error,
    })
}

#[derive(serde::Deserialize)]
struct Held {
    source: String,
    #[serde(default)]
    error: Option<String>,
}

fn known_lines(path: &Path) -> io::Result<HashSet<String>> {
    let mut known = HashSet::new();
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(known),
        Err(error) => return Err(error),
    };
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    let mut whole = 0;
    for number in 1.. {
        line.clear();
        let length = reader.read_until(b'\n', &mut line)?;
        if line.last() != Some(&b'\n') {
            break;
        }
        let held: Held = serde_json::from_slice(&line).map_err(|error| {
            let message =
                format!("line {number} is no document of an earlier run ({error}); not resumed");
            io::Error::new(io::ErrorKind::InvalidData, message)
        })?;
        whole += length as u64;
        if held.error.is_none() {
            known.insert(held.source);
        }
    }
    truncate(path, whole)?;
    Ok(known)
}

fn truncate(path: &Path, length: u64) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.set_len(length)
}

/// The sources of the ledger. Rows of the tables behind the last of them belong to a document that
/// was cut short.
fn known_rows(folder: &Path) -> (PathBuf, io::Result<HashSet<String>>) {
    let ledger = folder.join(LEDGER);
    let mut known = HashSet::new();
    let read = whole_rows(&ledger, |source| {
        known.insert(source.to_owned());
        true
    });
    if let Err(error) = read {
        return (ledger, Err(error));
    }
    for (name, _) in TABLES {
        let path = folder.join(format!("{name}.csv"));
        if let Err(error) = whole_rows(&path, |source| known.contains(source)) {
            return (path, Err(error));
        }
    }
    (ledger, Ok(known))
}

/// Cuts a table off before the first row that is not whole or that `keep` does not want.
fn whole_rows(path: &Path, mut keep: impl FnMut(&str) -> bool) -> io::Result<()> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    // A row may hold line ends between quotes; the last one is whole only if a line end closes it.
    let closed = bytes
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |at| at + 1);
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(&bytes[..closed]);
    let mut whole = 0;
    let columns = reader.headers()?.len();
    if columns > 0 {
        whole = reader.position().byte();
        let mut row = csv::StringRecord::new();
        while matches!(reader.read_record(&mut row), Ok(true)) {
            if row.len() != columns || !keep(&row[0]) {
                break;
            }
            whole = reader.position().byte();
        }
    }
    truncate(path, whole)
}
