//! DOCX to text: paragraphs and line breaks, tables row by row, the marks of numbered paragraphs,
//! and footnotes behind the text.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Read;

use flate2::bufread::DeflateDecoder;
use quick_xml::events::{BytesStart, Event};
use rawzip::{CompressionMethod, ZipArchive, ZipSliceArchive};

use super::failure::{Cause, Failure};
use super::layout::{Gap, Part, Parts, raised_digits};
use super::numbering::Numbering;
use super::xml::{attribute, each_event, reference};

/// How much of a part is unpacked. More than this is no text that somebody wrote.
const LIMIT: u64 = 64 << 20;

type Archive<'b> = ZipSliceArchive<&'b [u8]>;

/// The text of a DOCX file.
pub fn text(bytes: &[u8]) -> Result<String, Failure> {
    let archive = ZipArchive::from_slice(bytes)
        .map_err(|error| Failure::damaged("not a whole DOCX file", error))?;
    let document = part(&archive, "word/document.xml")?.ok_or_else(|| {
        Failure::new(
            Cause::Format,
            "a ZIP file without word/document.xml: no DOCX",
        )
    })?;
    let mut numbering = Numbering::default();
    if let Some(xml) = part(&archive, "word/numbering.xml")? {
        numbering.read("word/numbering.xml", &xml)?;
    }
    if let Some(xml) = part(&archive, "word/styles.xml")? {
        numbering.read_styles("word/styles.xml", &xml)?;
    }

    let mut reader = Reader::new(&mut numbering);
    each_event("word/document.xml", &document, |event| reader.take(event))?;
    let notes = std::mem::take(&mut reader.notes);
    let mut text = reader.text();
    for (name, kind) in [
        ("word/footnotes.xml", NoteKind::Foot),
        ("word/endnotes.xml", NoteKind::End),
    ] {
        let wanted: Vec<&str> = notes
            .iter()
            .filter(|note| note.0 == kind)
            .map(|note| note.1.as_str())
            .collect();
        if wanted.is_empty() {
            continue;
        }
        let Some(xml) = part(&archive, name)? else {
            continue;
        };
        let mut reader = Reader::new(&mut numbering);
        each_event(name, &xml, |event| reader.take(event))?;
        let found: HashMap<String, String> = reader.into_notes().collect();
        for note in wanted.iter().filter_map(|id| found.get(*id)) {
            text.push_str("\n\n");
            text.push_str(note);
        }
    }
    Ok(text)
}

/// The file `name` of the archive, unpacked; `None` if there is none. Of several the last counts, which
/// a program that adds to an archive has written over the others.
fn part(archive: &Archive<'_>, name: &str) -> Result<Option<String>, Failure> {
    let damaged = |error| Failure::damaged(name, error);
    let mut entries = archive.entries();
    let mut named = None;
    while let Some(entry) = entries.next_entry().map_err(damaged)? {
        if entry.file_path().as_ref() == name.as_bytes() {
            named = Some(entry);
        }
    }
    let Some(entry) = named else {
        return Ok(None);
    };
    let packed = archive.get_entry(entry.wayfinder()).map_err(damaged)?;
    let unpacked: Box<dyn Read + '_> = match entry.compression_method() {
        _ if entry.flags().is_encrypted() => {
            let message = format!("{name} is encrypted");
            return Err(Failure::new(Cause::Format, message));
        }
        CompressionMethod::STORE => Box::new(packed.data()),
        CompressionMethod::DEFLATE => Box::new(DeflateDecoder::new(packed.data())),
        other => {
            let message = format!(
                "{name} is packed by method {}, not by DEFLATE",
                other.as_u16()
            );
            return Err(Failure::new(Cause::Format, message));
        }
    };
    let mut bytes = Vec::new();
    packed
        .verifying_reader(unpacked)
        .take(LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::damaged(name, error))?;
    if bytes.len() as u64 > LIMIT {
        let message = format!("{name} unpacks to more than {} MB", LIMIT >> 20);
        return Err(Failure::new(Cause::Damaged, message));
    }
    let text =
        String::from_utf8(bytes).map_err(|error| Failure::damaged(name, error.utf8_error()))?;
    Ok(Some(text))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NoteKind {
    Foot,
    End,
}

/// Reads the body of a document, or the notes of one.
struct Reader<'x, 'n> {
    numbering: &'n mut Numbering,
    parts: Parts<'x>,
    /// Offsets into the text are of no use in a packed file; they only tell parts apart.
    at: usize,
    in_text: bool,
    /// Whether the run stands above the line.
    raised: bool,
    /// How deep in an element whose text is not a part of the page: what was moved away, and the
    /// second form of what is given in two.
    unseen: usize,
    /// The list and level of the paragraph whose properties are being read.
    list: Option<(String, usize)>,
    /// The notes that the text refers to, in order.
    notes: Vec<(NoteKind, String)>,
    /// Notes that were read, by id.
    bodies: Vec<(String, Parts<'x>)>,
}

impl<'x, 'n> Reader<'x, 'n> {
    fn new(numbering: &'n mut Numbering) -> Self {
        Reader {
            numbering,
            parts: Parts::default(),
            at: 0,
            in_text: false,
            raised: false,
            unseen: 0,
            list: None,
            notes: Vec::new(),
            bodies: Vec::new(),
        }
    }

    fn text(&self) -> String {
        self.parts.write().text
    }

    fn into_notes(self) -> impl Iterator<Item = (String, String)> {
        self.bodies
            .into_iter()
            .map(|(id, parts)| (id, parts.write().text))
    }

    fn push(&mut self, part: Part<'x>) {
        let length = match &part {
            Part::Verbatim(words) => words.len(),
            _ => 1,
        };
        if self.unseen == 0 {
            self.parts.push(part, self.at, self.at + length);
        }
        self.at += length;
    }

    fn take(&mut self, event: Event<'x>) {
        match event {
            Event::Start(start) => self.open(&start),
            Event::End(end) => self.close(end.local_name().as_ref()),
            Event::Text(words) if self.in_text => {
                let words = words.into_inner();
                let raised = raised_digits(&words).filter(|_| self.raised);
                self.push(Part::Verbatim(raised.map_or(words, Cow::Owned)));
            }
            Event::CData(words) if self.in_text => {
                self.push(Part::Verbatim(words.into_inner()));
            }
            Event::GeneralRef(name) if self.in_text => {
                if let Some(c) = reference(&name) {
                    self.push(Part::Verbatim(Cow::Owned(c.to_string())));
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) {
        let value = || attribute(start, "val");
        match start.local_name().as_ref() {
            "t" => self.in_text = true,
            "r" => self.raised = false,
            "vertAlign" => self.raised = value().as_deref() == Some("superscript"),
            "tab" | "ptab" => self.push(Part::Verbatim(Cow::Borrowed("\t"))),
            "br" => match attribute(start, "type").as_deref() {
                Some("page" | "column") => self.push(Part::Gap(Gap::Paragraph)),
                _ => self.push(Part::Gap(Gap::Line)),
            },
            "cr" => self.push(Part::Gap(Gap::Line)),
            "noBreakHyphen" => self.push(Part::Verbatim(Cow::Borrowed("-"))),
            "tr" => self.push(Part::Row),
            "tc" => self.push(Part::Cell),
            "moveFrom" | "Fallback" => self.unseen += 1,
            // What the paragraph was before a change that is tracked.
            "pPrChange" => self.unseen += 1,
            _ if self.unseen > 0 => {}
            "pStyle" if self.list.is_none() => {
                self.list = value().and_then(|style| self.numbering.of_style(&style));
            }
            "numId" => {
                if let Some(id) = value() {
                    let level = self.list.take().map_or(0, |(_, level)| level);
                    self.list = Some((id, level));
                }
            }
            "ilvl" => {
                if let Some(level) = value().and_then(|value| value.parse().ok()) {
                    let id = self.list.take().map_or_else(String::new, |(id, _)| id);
                    self.list = Some((id, level));
                }
            }
            "pPr" => self.list = None,
            "footnoteReference" => self.refer(NoteKind::Foot, start),
            "endnoteReference" => self.refer(NoteKind::End, start),
            "footnote" | "endnote" => self.parts = Parts::default(),
            _ => {}
        }
        if matches!(start.local_name().as_ref(), "footnote" | "endnote") {
            let id = attribute(start, "id").unwrap_or_default();
            self.bodies.push((id, Parts::default()));
        }
    }

    fn refer(&mut self, kind: NoteKind, start: &BytesStart<'_>) {
        if let Some(id) = attribute(start, "id").filter(|_| self.unseen == 0) {
            self.notes.push((kind, id));
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            // The properties stand at the head of a paragraph.
            "pPr" if self.unseen == 0 => {
                let mark = self.list.take();
                let mark = mark.and_then(|(id, level)| self.numbering.mark(&id, level));
                if let Some(mark) = mark {
                    self.push(Part::Mark(mark));
                }
            }
            "p" => self.push(Part::Gap(Gap::Paragraph)),
            "tr" => self.push(Part::RowEnd),
            "tbl" => self.push(Part::Gap(Gap::Paragraph)),
            "moveFrom" | "Fallback" | "pPrChange" => self.unseen = self.unseen.saturating_sub(1),
            "footnote" | "endnote" => {
                if let Some((_, parts)) = self.bodies.last_mut() {
                    *parts = std::mem::take(&mut self.parts);
                }
            }
            _ => {}
        }
    }
}
