//! What an earlier run left in the output. What was cut short is taken off; what is no output of such a run
//! is left as it is, and refused.

use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::{self, BufRead, BufReader, ErrorKind};
use std::path::{Path, PathBuf};

use super::options::{Asked, Format};
use super::output::{LEDGER, WriteError, ledger_head, wanted_tables};
use super::tables::{TABLES, head};
use crate::common::source;

/// The files and records that the output holds, by their place; where it holds no document but an error,
/// with that.
pub type Known = HashMap<String, Option<String>>;

/// Reads what `out` holds, and takes off what was cut short.
///
/// # Errors
/// When it cannot be read, or is no output of a run with these options.
pub fn known(
    format: Format,
    out: &Path,
    asked: &Asked,
    select: &[String],
) -> Result<Known, WriteError> {
    match format {
        Format::Csv => known_rows(out, asked, select),
        _ => known_lines(out, asked).map_err(|error| WriteError::of(out, error)),
    }
}

/// What a line of a run says of itself.
#[derive(serde::Deserialize)]
struct Held {
    source: String,
    record: Option<String>,
    #[serde(default)]
    options: Asked,
    schema: Option<u32>,
    error: Option<String>,
}

/// How every line begins.
const LINE: &[u8] = b"{\"source\":\"";

/// Whether the first line of `path` is a document of a run, or there is none.
pub fn begins_as_lines(path: &Path) -> bool {
    let mut line = Vec::new();
    let read =
        source::open(path).and_then(|(file, _)| BufReader::new(file).read_until(b'\n', &mut line));
    read.is_ok_and(|length| length == 0 || held(&line).is_ok_and(|held| held.schema.is_some()))
}

fn held(line: &[u8]) -> Result<Held, String> {
    let held: Held = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    if held.schema.is_none() && held.error.is_none() {
        return Err("it has no \"schema\"".to_owned());
    }
    Ok(held)
}

fn known_lines(path: &Path, asked: &Asked) -> io::Result<Known> {
    let mut known = Known::new();
    let file = match source::open(path) {
        Ok((file, _)) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(known),
        Err(error) => return Err(error),
    };
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    let mut whole = 0;
    for number in 1.. {
        line.clear();
        let length = reader.read_until(b'\n', &mut line)?;
        if line.is_empty() {
            break;
        }
        let held = match held(&line) {
            Ok(held) => held,
            Err(_) if is_cut(&line) => break,
            Err(error) => {
                let message = format!("line {number} is no document of an earlier run ({error})");
                return Err(refused(&message));
            }
        };
        if held.options != *asked {
            let what = format!("line {number}");
            return Err(refused(&of_other_options(
                &what,
                &held.options.shown(),
                asked,
            )));
        }
        if line.last() != Some(&b'\n') {
            break;
        }
        whole += length as u64;
        known.insert(held.record.unwrap_or(held.source), held.error);
    }
    truncate(path, whole)?;
    Ok(known)
}

/// Whether this is the beginning of a line of a run: not closed, and no JSON of somebody else.
fn is_cut(line: &[u8]) -> bool {
    let is_json = serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok();
    !line.ends_with(b"\n") && !is_json && (line.starts_with(LINE) || LINE.starts_with(line))
}

fn of_other_options(what: &str, then: &str, asked: &Asked) -> String {
    format!(
        "{what} was written with the options {then}, now they are {}",
        asked.shown()
    )
}

fn refused(why: &str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, format!("{why}; not resumed"))
}

fn truncate(path: &Path, length: u64) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.set_len(length)
}

/// The rows of the ledger tell which documents the tables hold, and how long each table was with them: rows
/// behind belong to a document that was cut short.
fn known_rows(folder: &Path, asked: &Asked, select: &[String]) -> Result<Known, WriteError> {
    let path = folder.join(LEDGER);
    let ledger = read_ledger(&path, asked, select).map_err(|error| WriteError::of(&path, error))?;
    let tables: Vec<(usize, PathBuf)> = wanted_tables(select)
        .map(|table| (table, folder.join(format!("{}.csv", TABLES[table].0))))
        .collect();
    let ends = ledger.ends.iter().copied().chain(std::iter::repeat(0));
    for ((table, path), end) in tables.iter().zip(ends.clone()) {
        check_table(*table, path, end, ledger.exists)
            .map_err(|error| WriteError::of(path, error))?;
    }
    let lengths = tables.iter().map(|(_, path)| path).zip(ends);
    for (path, length) in lengths.chain([(&path, ledger.length)]) {
        if path.exists() {
            truncate(path, length).map_err(|error| WriteError::of(path, error))?;
        }
    }
    Ok(ledger.known)
}

#[derive(Default)]
struct Ledger {
    exists: bool,
    known: Known,
    /// How long its whole rows are.
    length: u64,
    /// How long each table was with the last of them.
    ends: Vec<u64>,
}

fn read_ledger(path: &Path, asked: &Asked, select: &[String]) -> io::Result<Ledger> {
    let mut ledger = Ledger::default();
    let bytes = match source::open(path) {
        Ok(_) => fs::read(path)?,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(ledger),
        Err(error) => return Err(error),
    };
    ledger.exists = true;
    let expected = ledger_head(select);
    if !bytes.starts_with(&expected) {
        return if expected.starts_with(&bytes) {
            Ok(ledger)
        } else {
            Err(refused("it is not of a run with these tables"))
        };
    }
    ledger.length = expected.len() as u64;
    // A row may hold line ends between quotes; the last one is whole only if a line end closes it.
    let closed = bytes
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |at| at + 1);
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(&bytes[..closed]);
    let columns = reader.headers()?.len();
    let mut row = csv::StringRecord::new();
    while matches!(reader.read_record(&mut row), Ok(true)) && row.len() == columns {
        if row[2] != asked.shown() {
            let what = row[0].to_owned();
            return Err(refused(&of_other_options(&what, &row[2], asked)));
        }
        let Ok(ends) = row.iter().skip(3).map(str::parse).collect() else {
            break;
        };
        ledger.ends = ends;
        ledger.length = reader.position().byte();
        let place = if row[1].is_empty() { &row[0] } else { &row[1] };
        ledger.known.insert(place.to_owned(), None);
    }
    Ok(ledger)
}

/// Sees to it that a table is the one that the ledger tells of.
fn check_table(table: usize, path: &Path, end: u64, has_ledger: bool) -> io::Result<()> {
    let bytes = match source::open(path) {
        Ok(_) => fs::read(path)?,
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    if !has_ledger && !bytes.is_empty() {
        return Err(refused(&format!("it is there and {LEDGER} is not")));
    }
    let head = head(table)?;
    if !bytes.starts_with(&head) && !head.starts_with(&bytes) {
        return Err(refused("it is no such table of an earlier run"));
    }
    if (bytes.len() as u64) < end {
        let (held, end) = (bytes.len(), end);
        return Err(refused(&format!(
            "it has {held} bytes, and {LEDGER} tells of {end}"
        )));
    }
    Ok(())
}
