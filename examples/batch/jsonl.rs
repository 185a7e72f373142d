//! One JSON document a line.

use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;
use vanban::Document;

use super::options::Asked;
use crate::common::names::is_harmful;

/// What a line says before it says what was found.
#[derive(Serialize)]
pub struct Head<'a> {
    pub source: &'a str,
    /// Where the record stands, when `source` is the name that it gave itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<&'a str>,
    #[serde(skip_serializing_if = "Asked::is_usual")]
    pub options: &'a Asked,
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    #[serde(flatten)]
    document: &'a Document<'a>,
    /// The text that offsets count in, when it stands in no file.
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<&'a str>,
}

#[derive(Serialize)]
struct Error<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    error: &'a str,
}

/// The line of one document, its line end included.
pub fn line(
    head: Head<'_>,
    document: &Document<'_>,
    content: Option<&str>,
) -> serde_json::Result<Vec<u8>> {
    write(&Line {
        head,
        document,
        content,
    })
}

/// The line of a record that gave no document.
pub fn error(head: Head<'_>, error: &str) -> serde_json::Result<Vec<u8>> {
    write(&Error { head, error })
}

fn write(value: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut line = Vec::with_capacity(4096);
    value.serialize(&mut Serializer::with_formatter(&mut line, Harmless))?;
    line.push(b'\n');
    Ok(line)
}

/// Writes characters that a terminal may act on as `\u009b`; the JSON says the same.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(is_harmful) {
            writer.write_all(&rest.as_bytes()[..at])?;
            let harmful = rest[at..].chars().next().map_or(0, u32::from);
            write!(writer, "\\u{harmful:04x}")?;
            let mut behind = rest[at..].chars();
            behind.next();
            rest = behind.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}
