//! From the bytes of a file to a page of text.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use vanban::text::{Charset, CharsetBlock, CharsetReport};

use super::failure::{Cause, Failure};
use super::places::{Notes, Page};
use super::{docx, html};

/// What a file is read as, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Html,
    Docx,
    /// A record a line.
    Records,
    /// A known format that only another program can read, and which.
    Foreign(&'static str),
}

const DOC: &str = "an old Word file: convert it first, `soffice --headless --convert-to docx FILE`";
const PDF: &str = "a PDF: take its text out first, `pdftotext -layout FILE`";
const RTF: &str = "an RTF file: convert it first, `soffice --headless --convert-to docx FILE`";

const RECORDS: &str = "a file of records, no page: `batch` reads them";

/// The kind that the ending of a file's name tells; `None` for a name that tells nothing.
pub fn kind_of_name(path: &Path) -> Option<Kind> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    Some(match ending.as_str() {
        "txt" | "text" | "md" | "markdown" => Kind::Text,
        "html" | "htm" | "xhtml" => Kind::Html,
        "docx" | "docm" => Kind::Docx,
        "jsonl" | "ndjson" => Kind::Records,
        "doc" | "dot" => Kind::Foreign(DOC),
        "pdf" => Kind::Foreign(PDF),
        "rtf" => Kind::Foreign(RTF),
        _ => return None,
    })
}

/// How many bytes are looked at to tell what a file is.
const HEAD: usize = 256;

/// What the first bytes say against the name: exported pages often lie about what they are.
fn kind_of_bytes(bytes: &[u8]) -> Option<Kind> {
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    let words = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(bytes)
        .trim_ascii_start();
    let opens = |tag: &[u8]| {
        words
            .get(..tag.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(tag))
    };
    if begins(b"%PDF-") {
        Some(Kind::Foreign(PDF))
    } else if begins(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        Some(Kind::Foreign(DOC))
    } else if begins(b"{\\rtf") {
        Some(Kind::Foreign(RTF))
    } else if begins(b"PK\x03\x04") {
        Some(Kind::Docx)
    } else if opens(b"<!doctype html") || opens(b"<html") {
        Some(Kind::Html)
    } else {
        None
    }
}

/// Whether a file is one to be read: a pipe would wait for its writer, a device may never end.
///
/// # Errors
/// When it is not.
pub fn is_read(path: &Path, metadata: &Metadata) -> io::Result<()> {
    // What the shell made of `<(command)` has its writer already.
    let has_writer = || path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd");
    if metadata.is_file() || has_writer() {
        return Ok(());
    }
    Err(io::Error::new(
        io::ErrorKind::InvalidInput,
        match metadata.is_dir() {
            true => "a folder, no file",
            false => "no regular file; a pipe is read as records by `batch - < PIPE`",
        },
    ))
}

/// Opens a file that [is one to be read](is_read); its size is handed out with it.
///
/// # Errors
/// When it is none, or cannot be opened.
pub fn open(path: &Path) -> io::Result<(File, u64)> {
    let metadata = fs::metadata(path)?;
    is_read(path, &metadata)?;
    Ok((File::open(path)?, metadata.len()))
}

/// Reads one file. `lossy` takes damaged text with U+FFFD for what cannot be read.
pub fn read(path: &Path, lossy: bool) -> Result<Page, Failure> {
    let named = kind_of_name(path).unwrap_or(Kind::Text);
    let (mut file, size) = open(path)?;
    let mut head = [0; HEAD];
    let mut filled = 0;
    while filled < head.len() {
        match file.read(&mut head[filled..])? {
            0 => break,
            n => filled += n,
        }
    }
    // A `.doc` is often a web page or a DOCX under a false name.
    let kind = kind_of_bytes(&head[..filled]).unwrap_or(named);
    let foreign = match kind {
        Kind::Foreign(what) => Some(what),
        Kind::Records => Some(RECORDS),
        Kind::Text | Kind::Html | Kind::Docx => None,
    };
    if let Some(what) = foreign {
        return Err(Failure::new(Cause::Format, what));
    }
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    if size > vanban::MAX_LEN {
        return Err(Failure::new(Cause::Format, "more than 4 GiB in one file"));
    }
    let mut bytes = Vec::with_capacity(size.clamp(filled, 1 << 30));
    bytes.extend_from_slice(&head[..filled]);
    file.read_to_end(&mut bytes)?;
    page(bytes, kind, lossy)
}

/// Makes a page of the bytes of a file.
pub fn page(bytes: Vec<u8>, kind: Kind, lossy: bool) -> Result<Page, Failure> {
    let size = bytes.len();
    if kind == Kind::Docx {
        let mut page = Page::plain(docx::text(&bytes)?);
        page.bytes = size;
        return Ok(page);
    }
    let (text, notes) = decode(bytes, lossy)?;
    let mut page = match kind {
        Kind::Html => Page {
            text: html::text(&text),
            source: Some(text),
            bytes: size,
            notes: Vec::new(),
        },
        _ => Page::plain(text),
    };
    page.bytes = size;
    page.notes = notes;
    Ok(page)
}

/// Decodes bytes into the text that offsets count in, with what is to be told of it.
pub fn decode(bytes: Vec<u8>, lossy: bool) -> Result<(String, Notes), Failure> {
    let (text, notes) = decode_any(bytes, lossy)?;
    match no_text(&text) {
        Some(why) if !lossy => Err(Failure::new(Cause::Charset, why)),
        _ => Ok((text, notes)),
    }
}

/// Why what was decoded is no text, though every byte of it stands for a character.
fn no_text(text: &str) -> Option<String> {
    if let Some(at) = text.find('\0') {
        return Some(format!(
            "U+0000 at character {}: no text, or one in UTF-32",
            text[..at].chars().count()
        ));
    }
    let mut odd = 0;
    let mut all = 0;
    for c in text.chars() {
        all += 1;
        odd += usize::from(is_odd(c));
    }
    (odd > all / ODD).then(|| format!("{odd} of {all} characters are in no text"))
}

/// One such character in so many is damage; more are something else than text.
const ODD: usize = 8;

/// Controls that lay nothing out, code points that are no characters, and private ones.
fn is_odd(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || u32::from(c) & 0xFFFE == 0xFFFE
        || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{F0000}'..)
}

fn decode_any(bytes: Vec<u8>, lossy: bool) -> Result<(String, Notes), Failure> {
    // Well-formed text is decoded too: it may have been read in a wrong charset before.
    let error = match vanban::decode(&bytes) {
        Ok((text, report)) => {
            // Letters in pieces are the library's to compose, and a byte order mark its to skip: the
            // text stays as it is in the file, so that offsets are those of the file.
            let composes = |block: &CharsetBlock| block.charset == Charset::Windows1258;
            let as_is = report.blocks.iter().all(composes);
            let note = match (report.charset, as_is) {
                (Charset::Utf8, true) => {
                    return Ok((String::from_utf8(bytes).unwrap_or(text), Vec::new()));
                }
                (Charset::Utf8, false) => format!(
                    "was read in a wrong charset before ({}): read again; offsets count in what \
                     came out",
                    charsets(&report)
                ),
                (charset, _) => format!("read as {charset}; offsets count in its UTF-8 form"),
            };
            return Ok((text, vec![note.into()]));
        }
        Err(error) => error,
    };
    if !lossy {
        return Err(Failure::new(Cause::Charset, error.to_string()));
    }
    let (text, report) = vanban::text::decode_lossy(&bytes);
    let damaged = report.replaced.len();
    let note = format!("{error}: what cannot be read became U+FFFD ({damaged} places)");
    Ok((text, vec![note.into()]))
}

fn charsets(report: &CharsetReport) -> String {
    let mut names: Vec<String> = report
        .blocks
        .iter()
        .map(|block| block.charset.to_string())
        .collect();
    names.sort();
    names.dedup();
    names.join(", ")
}

impl Page {
    /// The text that is read.
    pub fn words(&self) -> &str {
        &self.text.text
    }
}
