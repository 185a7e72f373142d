//! Tables of contents (*Mục lục*): their entries look like the units they list.

use super::Level;
use super::line::Line;
use super::words::{CONTENTS, head};
use crate::marker::{Ordinal, UnitMarker as Marker};
use crate::reading::Reading;
use crate::span::Span;

/// How far the table of contents of a text has been read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Contents {
    /// None was announced, or it has ended.
    #[default]
    Absent,
    /// *Mục lục* was read.
    Announced,
    /// Its entries are being read. When the first of them comes again, it is the unit itself.
    Entries(Level, Ordinal),
}

impl Contents {
    /// Whether the table has not ended.
    pub(super) fn is_pending(self) -> bool {
        !matches!(self, Contents::Absent)
    }

    /// Whether `marker` is an entry of the table and no unit.
    pub(super) fn lists(&mut self, marker: &Marker) -> bool {
        match *self {
            Contents::Absent => false,
            Contents::Announced => {
                *self = Contents::Entries(marker.level, marker.ordinal);
                true
            }
            Contents::Entries(level, number) => {
                let again = (marker.level, marker.ordinal) == (level, number);
                if again {
                    *self = Contents::Absent;
                }
                !again
            }
        }
    }
}

/// *MỤC LỤC* with nothing else on its line.
pub(crate) fn is_heading(reading: &Reading<'_>, line: Span) -> bool {
    let text = reading.text();
    // Only lines that begin with M or m are asked.
    let first = line.of(text).bytes().next();
    let behind = || head(reading, line, &CONTENTS);
    matches!(first, Some(b'M' | b'm'))
        && behind().is_some_and(|end| text[end..line.end].trim_end_matches([':', ' ']).is_empty())
}

/// The page that a line of contents ends in.
pub(crate) fn page_behind(line: &str) -> Option<u32> {
    let words = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let page = &line[words.len()..];
    let apart = words.ends_with([' ', '\t', '.', '…']);
    let told = apart && words.contains(char::is_alphabetic);
    (1..=3)
        .contains(&page.len())
        .then(|| page.parse().ok())?
        .filter(|_| told)
}

/// Whether the line ends with dot leaders and a page number.
pub(super) fn has_page_number(line: Line<'_>) -> bool {
    let words = line.text.trim_end_matches(|c: char| c.is_ascii_digit());
    let leaders = words.trim_end();
    words.len() < line.text.len() && (leaders.ends_with("....") || leaders.ends_with("……"))
}
