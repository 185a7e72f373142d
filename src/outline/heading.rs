//! The title of a unit: on the line of its marker, or on the lines below.

use super::instruction::is_instruction;
use super::line::{self, Line};
use super::words::national;
use super::{Level, annex, closing};
use crate::marker::{self, roman};
use crate::reading::{Reading, is_quotation_mark};
use crate::span::Span;
use crate::tables::Tables;

/// The heading of the unit of `level` whose words begin at byte `body` of line `index`, and
/// where the announcement of the unit ends.
///
/// Titles of chapters and the like go on in capitals, or stand alone below the marker. Articles
/// have theirs on one line, wrapped at most: then the next line goes on in small letters.
pub(super) fn heading<'t>(
    reading: &Reading<'t>,
    lines: &[Line<'t>],
    index: usize,
    body: usize,
    level: Level,
    tables: &Tables,
) -> (Option<&'t str>, usize) {
    let text = reading.text();
    let line = lines[index].span;
    let mut title = (body < line.end).then(|| Span::new(body, line.end));
    let mut caps = title.is_none_or(|title| line::is_caps(title.of(text)));
    for next in &lines[index + 1..] {
        let joins = match title {
            None => true,
            Some(title) if level == Level::Article => {
                next.text.starts_with(char::is_lowercase) && !ends_sentence(title.of(text))
            }
            Some(_) => caps && line::is_caps(next.text),
        };
        if !joins || !is_plain(reading, *next) {
            break;
        }
        caps &= line::is_caps(next.text);
        title = Some(title.map_or(next.span, |title| title.to(next.span)));
    }
    let Some(title) = title else {
        return (None, line.end);
    };
    let words = title.of(text);
    let words =
        words.trim_end_matches(|c: char| is_quotation_mark(c) || matches!(c, ':' | ';' | ' '));
    let leads = level == Level::Article
        && leads_in(title.of(text))
        && !is_instruction(reading, within(title, words), tables);
    match words.is_empty() || ends_sentence(words) || leads {
        true => (None, line.end),
        false => (Some(words), title.end),
    }
}

/// Whether the line is neither a unit nor part of the frame.
fn is_plain(reading: &Reading<'_>, line: Line<'_>) -> bool {
    marker::unit(reading, line.span.start, line.span.end).is_none()
        && !counts(line.text)
        && !line.text.starts_with(is_quotation_mark)
        && !closing::is_signature(reading, line)
        && national(reading, line.span).is_none()
        && !annex::is_note(reading, line)
        && !annex::is_head(reading, line)
}

/// Whether the line has a number of its own: *I. KINH TẾ*, *A. TRUNG ƯƠNG*.
fn counts(line: &str) -> bool {
    let marker = line.split(' ').next().unwrap_or_default();
    let Some(label) = marker.strip_suffix(['.', ')', '/']) else {
        return false;
    };
    let letter = label.len() == 1 && label.starts_with(|c: char| c.is_ascii_uppercase());
    let roman = label.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) && roman(label).is_some();
    marker.len() < line.len() && (letter || roman)
}

/// Whether `words` announce what is listed below: *Kiện toàn Ban Chỉ đạo gồm:*
fn leads_in(words: &str) -> bool {
    let words = words.strip_suffix(':').map(str::trim_end);
    words.is_some_and(|words| {
        ["gồm", "sau", "sau đây", "là"].iter().any(|end| {
            words
                .strip_suffix(end)
                .is_some_and(|head| head.ends_with(' '))
        })
    })
}

/// Whether `words` are a sentence, not a title.
fn ends_sentence(words: &str) -> bool {
    words.ends_with(['.', ';', ',', '/'])
}

/// The part of `title` that is `words`, without what was cut off behind.
fn within(title: Span, words: &str) -> Span {
    Span::new(title.start, title.start + words.len())
}
