//! What is to be done, one item after the other: files, and the lines of files of records.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;

use serde_json::{Map, Value};

use super::failure::{Cause, Failure};
use super::files::Input;
use super::names::source_of;
use super::places::{Notes, Page};
use super::source::{self, Kind, kind_of_name};

/// One item: it becomes one document, or one failure.
pub enum Item {
    File {
        path: PathBuf,
        size: u64,
    },
    /// A line of a file of records; `source` is its place there, `FILE:LINE`.
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
    /// The byte order mark of UTF-16, for which every line is decoded by itself.
    mark: Option<[u8; 2]>,
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
                    let reader = BufReader::new(io::stdin());
                    self.lines = Some(Lines::new("-".to_owned(), reader, true));
                }
                Input::File { path, .. } if kind_of_name(&path) == Some(Kind::Records) => {
                    let source = source_of(&path);
                    match source::open(&path) {
                        Ok((file, _)) => {
                            self.lines = Some(Lines::new(source, BufReader::new(file), false));
                        }
                        Err(error) => {
                            let failure = error.into();
                            return Some(Item::Broken { source, failure });
                        }
                    }
                }
                Input::File { path, size, .. } => return Some(Item::File { path, size }),
            }
        }
    }
}

impl Lines {
    fn new(name: String, reader: impl BufRead + Send + 'static, streamed: bool) -> Self {
        Lines {
            name,
            reader: Box::new(reader),
            number: 0,
            streamed,
            mark: None,
        }
    }

    /// The next line, also an empty one: what goes in comes out.
    fn next(&mut self) -> Option<Item> {
        let line = self.line();
        self.number += 1;
        let source = format!("{}:{}", self.name, self.number);
        match line {
            Ok(line) if line.is_empty() => None,
            Ok(line) => Some(Item::Record {
                source,
                line,
                streamed: self.streamed,
            }),
            Err(error) => {
                // What follows cannot be told from what was lost.
                self.reader = Box::new(io::empty());
                Some(Item::Broken {
                    source,
                    failure: error.into(),
                })
            }
        }
    }

    /// The bytes of the next line with its end; of UTF-16 with the mark before them.
    fn line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        self.reader.read_until(b'\n', &mut line)?;
        if self.number == 0 {
            self.mark = line
                .first_chunk()
                .copied()
                .filter(|mark| matches!(mark, b"\xFF\xFE" | b"\xFE\xFF"));
        } else if let Some(mark) = self.mark
            && !line.is_empty()
        {
            line.splice(0..0, mark);
        }
        if let Some(mark) = self.mark {
            let end: &[u8] = if mark[0] == 0xFF { b"\n\0" } else { b"\0\n" };
            // The byte of a line end stands in other characters too.
            while !(line.len() % 2 == 0 && line.ends_with(end)) {
                let more = if line.len() % 2 == 1 && line.ends_with(b"\n") {
                    (&mut self.reader).take(1).read_to_end(&mut line)?
                } else {
                    self.reader.read_until(b'\n', &mut line)?
                };
                if more == 0 {
                    break;
                }
            }
        }
        Ok(line)
    }
}

/// A record: its text, and its name when it has one.
pub struct Record {
    pub page: Page,
    pub id: Option<String>,
}

/// Reads the object of one line of records, with what is to be told of its charset.
pub fn object(line: &[u8], lossy: bool) -> Result<(Map<String, Value>, Notes), Failure> {
    let (text, notes) = match std::str::from_utf8(line) {
        Ok(text) => (Cow::Borrowed(text), Vec::new()),
        Err(_) => {
            let (text, notes) = source::decode(line.to_vec(), lossy)?;
            (Cow::Owned(text), notes)
        }
    };
    let text = text.trim_start_matches('\u{FEFF}').trim_ascii();
    if text.is_empty() {
        return Err(Failure::new(
            Cause::Damaged,
            "an empty line, no JSON record",
        ));
    }
    match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => Ok((fields, notes)),
        Ok(_) => Err(Failure::new(Cause::Damaged, "no JSON object")),
        Err(error) => Err(Failure::damaged("no JSON record", error)),
    }
}

/// Reads one line of records.
pub fn record(
    line: &[u8],
    text_field: &str,
    id_field: Option<&str>,
    lossy: bool,
) -> Result<Record, Failure> {
    let (mut fields, notes) = object(line, lossy)?;
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
        Some(Value::String(text)) => {
            let mut page = Page::plain(text);
            page.notes = notes;
            Ok(Record { page, id })
        }
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
