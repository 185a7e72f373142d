//! What is to be done, one item after the other: files, and the lines of files of records.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;

use serde_json::Value;

use super::files::{Input, holds_records};
use crate::common::failure::{Cause, Failure};
use crate::common::names::source_of;

/// One item: it becomes one document, or one failure.
pub enum Item {
    File {
        path: PathBuf,
        size: u64,
    },
    Record {
        source: String,
        line: Vec<u8>,
        streamed: bool,
    },
    Broken {
        source: String,
        failure: Failure,
    },
}

impl Item {
    /// About how many bytes it takes to work on.
    pub fn weight(&self) -> usize {
        match self {
            Item::File { size, .. } => *size as usize,
            Item::Record { line, .. } => line.len(),
            Item::Broken { .. } => 0,
        }
    }
}

/// A file of records that is being read, line by line.
struct Lines {
    name: String,
    reader: Box<dyn BufRead + Send>,
    number: usize,
    streamed: bool,
}

/// The items of all inputs in order, read only as they are asked for.
pub struct Items {
    inputs: std::vec::IntoIter<Input>,
    lines: Option<Lines>,
}

impl Items {
    pub fn new(inputs: Vec<Input>) -> Self {
        Items {
            inputs: inputs.into_iter(),
            lines: None,
        }
    }
}

impl Iterator for Items {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            if let Some(lines) = &mut self.lines {
                match lines.next() {
                    Some(item) => return Some(item),
                    None => self.lines = None,
                }
            }
            match self.inputs.next()? {
                Input::Broken { source, failure } => return Some(Item::Broken { source, failure }),
                Input::Stdin => {
                    self.lines = Some(Lines {
                        name: "-".to_owned(),
                        reader: Box::new(BufReader::new(io::stdin())),
                        number: 0,
                        streamed: true,
                    });
                }
                Input::File { path, .. } if holds_records(&path) => {
                    let name = source_of(&path);
                    match File::open(&path) {
                        Ok(file) => {
                            let reader = Box::new(BufReader::new(file));
                            self.lines = Some(Lines {
                                name,
                                reader,
                                number: 0,
                                streamed: false,
                            });
                        }
                        Err(error) => {
                            return Some(Item::Broken {
                                source: name,
                                failure: error.into(),
                            });
                        }
                    }
                }
                Input::File { path, size } => return Some(Item::File { path, size }),
            }
        }
    }
}

impl Lines {
    /// The next line that is not blank; of a stream every line, so that what goes in comes out.
    fn next(&mut self) -> Option<Item> {
        loop {
            let mut line = Vec::new();
            let read = self.reader.read_until(b'\n', &mut line);
            self.number += 1;
            let source = format!("{}:{}", self.name, self.number);
            match read {
                Ok(0) => return None,
                Ok(_) if line.trim_ascii().is_empty() && !self.streamed => {}
                Ok(_) => {
                    return Some(Item::Record {
                        source,
                        line,
                        streamed: self.streamed,
                    });
                }
                Err(error) => {
                    // What follows cannot be told from what was lost.
                    self.reader = Box::new(io::empty());
                    return Some(Item::Broken {
                        source,
                        failure: error.into(),
                    });
                }
            }
        }
    }
}

/// A record: its text, and its name when it has one.
pub struct Record {
    pub text: String,
    pub id: Option<String>,
}

/// Reads one line of records.
pub fn record(line: &[u8], text_field: &str, id_field: Option<&str>) -> Result<Record, Failure> {
    let line = line
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(line)
        .trim_ascii();
    if line.is_empty() {
        return Err(Failure::new(
            Cause::Damaged,
            "an empty line, no JSON record",
        ));
    }
    let value: Value =
        serde_json::from_slice(line).map_err(|error| Failure::damaged("no JSON record", error))?;
    let Value::Object(mut fields) = value else {
        return Err(Failure::new(Cause::Damaged, "no JSON object"));
    };
    let id = match id_field.map(|name| (name, fields.get(name))) {
        None => None,
        Some((_, Some(Value::String(id)))) => Some(id.clone()),
        Some((_, Some(Value::Number(id)))) => Some(id.to_string()),
        Some((name, _)) => {
            let message = format!("the record has no text or number in its field {name:?}");
            return Err(Failure::new(Cause::Damaged, message));
        }
    };
    match fields.remove(text_field) {
        Some(Value::String(text)) => Ok(Record { text, id }),
        Some(_) => {
            let message = format!("the record's field {text_field:?} holds no text");
            Err(Failure::new(Cause::Damaged, message))
        }
        None => {
            let message = format!("the record has no field {text_field:?} (see --text-field)");
            Err(Failure::new(Cause::Damaged, message))
        }
    }
}
