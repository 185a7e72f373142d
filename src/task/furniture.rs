//! Page furniture: what stands around a text on a news page, a portal or in the Gazette and is
//! no part of it.

use once_cell::sync::Lazy;
use std::collections::HashMap;

use super::types::FurnitureKind;
use crate::marker;
use crate::reading::{Gap, Phrases, Place, Reading, WordId};
use crate::span::Span;
use crate::tables::{FURNITURE, VOCABULARY};

/// Where a phrase must stand for its line to be furniture.
#[derive(Clone, Copy, PartialEq)]
enum Where {
    /// It is the whole line.
    Line,
    /// The line begins with it.
    Start,
    /// The same, and a number follows.
    Count,
    /// Behind such a number.
    Unit,
    /// The line begins with it, and is a day otherwise.
    Day,
    /// The line is a bracket that begins with it.
    Bracket,
    /// It is all of an item.
    Item,
}

/// A row of the table, but for its words.
struct Row {
    /// The signs before the words and behind them.
    before: &'static str,
    behind: &'static str,
    /// `None`: lines with these words are prose.
    kind: Option<FurnitureKind>,
    place: Where,
}

/// The rows by their words, those of the same words in the order of the table.
static ROWS: Lazy<Phrases<Vec<Row>>> = Lazy::new(|| {
    let mut rows: Vec<(&str, Vec<Row>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (words, row) in table().filter(|(words, _)| !words.is_empty()) {
        let place = *places.entry(words).or_insert(rows.len());
        if place == rows.len() {
            rows.push((words, Vec::new()));
        }
        rows[place].1.push(row);
    }
    Phrases::new(&VOCABULARY, rows)
});

/// The rows without words: signs that a line begins with.
static SIGNS: Lazy<Vec<Row>> = Lazy::new(|| {
    let signs = table().filter(|(words, _)| words.is_empty());
    signs.map(|(_, row)| row).collect()
});

/// The words of each row, and the rest of it.
fn table() -> impl Iterator<Item = (&'static str, Row)> {
    FURNITURE.rows().map(|[phrase, kind, place]| {
        let words = phrase.trim_start_matches(|c: char| !c.is_alphanumeric());
        let before = &phrase[..phrase.len() - words.len()];
        // A phrase goes on over commas, dashes and full stops only.
        let end = words.find(|c: char| !c.is_alphanumeric() && !" ,-.".contains(c));
        let end = words[..end.unwrap_or(words.len())].trim_end_matches([' ', ',', '-', '.']);
        let row = Row {
            before: before.trim(),
            behind: words[end.len()..].trim(),
            kind: kind.parse().ok(),
            place: match place {
                "line" => Where::Line,
                "count" => Where::Count,
                "unit" => Where::Unit,
                "day" => Where::Day,
                "bracket" => Where::Bracket,
                "item" => Where::Item,
                _ => Where::Start,
            },
        };
        (end, row)
    })
}

/// Longer lines are prose, in bytes.
const LONGEST: usize = 240;

/// What follows the words of a line that is nothing but them, or a counter, is shorter.
const REST: usize = 32;

/// What the line at `span` is when it is furniture by its own words.
pub(super) fn of_line(reading: &Reading<'_>, span: Span) -> Option<FurnitureKind> {
    let line = span.of(reading.text());
    let first = line.bytes().next().filter(|_| line.len() <= LONGEST)?;
    if first.is_ascii_digit() || first == b'-' {
        if is_page_number(line) {
            return Some(FurnitureKind::PageNumber);
        }
        if is_day(line) {
            return Some(FurnitureKind::Dateline);
        }
    }
    let place = reading.place_at(span.start);
    let place = match place.number() {
        // The running head stands behind the number of an even page.
        Some(_) if place.start() == span.start => place.next(),
        _ => place,
    };
    if place.start() < span.end
        && let Some(kind) = named(place, span)
    {
        return kind;
    }
    let sign = || SIGNS.iter().find(|row| line.starts_with(row.before));
    if !first.is_ascii_alphanumeric()
        && let Some(row) = sign()
    {
        return row.kind;
    }
    if is_contents(line) {
        return Some(FurnitureKind::Contents);
    }
    is_credited(reading, span).then_some(FurnitureKind::Caption)
}

/// What the rows say of a line whose first word is behind `place`; the longest words have the last
/// say.
fn named(place: Place<'_, '_>, line: Span) -> Option<Option<FurnitureKind>> {
    let text = place.reading().text();
    let mut kind = None;
    place.each_phrase(&ROWS, |rows, behind| {
        let before = text[line.start..place.start()].trim_end();
        let Some(rest) = text.get(behind.end()..line.end) else {
            return;
        };
        let row = rows.iter().find(|row| row.fits(before, rest, behind));
        kind = row.map(|row| row.kind).or(kind);
    });
    kind
}

impl Row {
    /// Whether the line is what the row says: `before` stands before its words, `rest` behind
    /// them.
    fn fits(&self, before: &str, rest: &str, behind: Place<'_, '_>) -> bool {
        let opens = match self.place {
            Where::Bracket => before == "(",
            Where::Item => is_bullet(before),
            Where::Count if is_bullet(before) => true,
            _ if before == self.before => true,
            // The number of an even page.
            _ => self.kind == Some(FurnitureKind::RunningHead) && is_number(before),
        };
        let rest = rest.trim_start();
        let signs = rest.get(..self.behind.len());
        if !opens || !signs.is_some_and(|signs| signs.eq_ignore_ascii_case(self.behind)) {
            return false;
        }
        let rest = rest[self.behind.len()..].trim_start();
        match self.place {
            Where::Start => true,
            Where::Line => matches!(rest, "" | ":" | "..."),
            Where::Item => rest.is_empty(),
            Where::Count => rest.len() <= REST && is_count(rest, behind),
            Where::Unit => false,
            Where::Day => is_day_behind(rest),
            Where::Bracket => {
                let inner = rest.strip_suffix(')');
                inner.is_some_and(|inner| !inner.contains(['(', ')', ';', ':']))
                    && rest.chars().count() <= 60
            }
        }
    }
}

fn is_bullet(sign: &str) -> bool {
    let mut signs = sign.chars();
    signs.next().is_some_and(marker::is_bullet) && signs.next().is_none()
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// `: 1.334 lượt` behind the words of a counter.
fn is_count(rest: &str, behind: Place<'_, '_>) -> bool {
    let number = rest.trim_start_matches([':', ' ', '(']);
    let mut place = behind;
    while place.number().is_some() {
        place = place.next();
    }
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let unit = unit.trim_start().trim_end_matches([')', '.']);
    let known = || {
        let (rows, behind) = place.phrase(&ROWS)?;
        let unit = rows.iter().any(|row| row.place == Where::Unit);
        (unit && behind.gap() == Gap::LineEnd).then_some(())
    };
    number.starts_with(|c: char| c.is_ascii_digit()) && (unit.is_empty() || known().is_some())
}

/// *Người dân nhận thuốc. Ảnh: Mai Hà*: the photographer stands at the end of a caption.
fn is_credited(reading: &Reading<'_>, line: Span) -> bool {
    /// How long a credit may be, in words and in bytes.
    const WORDS: usize = 12;
    const CREDIT: usize = 48;
    static PHOTO: Lazy<WordId> = Lazy::new(|| VOCABULARY.id("ảnh"));
    let photo = *PHOTO;
    let end = reading.place_at(line.end).index();
    let last = (end.saturating_sub(WORDS)..end).rfind(|&i| reading.id(i) == photo);
    let Some((i, word)) = last.and_then(|i| Some((i, reading.word(i)?))) else {
        return false;
    };
    let near = word.start > line.start && line.end - word.start <= CREDIT;
    let credit = near && reading.gap(i + 1) == Gap::Colon && reading.case(i).is_capital();
    let before = || reading.text()[line.start..word.start].trim_end();
    credit && before().ends_with(['.', '(', '!', '…'])
}

/// *1. Mở đầu ........ 3*: the page stands behind a row of dots.
fn is_contents(line: &str) -> bool {
    let words = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let page = line.len() - words.len();
    let dots = words.trim_end();
    let leader = dots.ends_with("....") || dots.ends_with("……");
    (1..=4).contains(&page) && leader && dots.contains(char::is_alphabetic)
}

/// `12`, `- 12 -`
fn is_page_number(line: &str) -> bool {
    let bare = line.trim_matches(['-', ' ']);
    bare.len() <= 3 && is_number(bare)
}

/// `, ngày 13/04/2022, 11:01 [GMT+7]` behind a weekday.
fn is_day_behind(rest: &str) -> bool {
    let rest = rest.trim_start_matches([',', ' ', '-', ':']);
    let day = ["ngày ", "Ngày "]
        .iter()
        .find_map(|word| rest.strip_prefix(word));
    is_day(day.unwrap_or(rest).trim_start())
}

/// `13/04/2022, 11:01 [GMT+7]`: a day, perhaps with a time, and nothing else.
fn is_day(line: &str) -> bool {
    const LONGEST: usize = 48;
    if line.len() > LONGEST {
        return false;
    }
    let mut rest = line;
    for part in 0..3 {
        if part > 0 {
            match rest.strip_prefix(['/', '-', '.']) {
                Some(behind) => rest = behind,
                None => return false,
            }
        }
        let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        if !(1..=4).contains(&(rest.len() - behind.len())) {
            return false;
        }
        rest = behind;
    }
    let clock = rest
        .trim_end_matches(']')
        .trim_end_matches(')')
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '+'))
        .trim_end_matches("GMT")
        .trim_end_matches(['(', '[', ' ']);
    let sign = |c: char| c.is_ascii_digit() || " ,-–|:.hg'AMP".contains(c);
    clock.chars().all(sign)
}

/// How many bytes of `(PLVN) - …` are the sign of the agency.
pub(super) fn agency_tag(line: &str) -> Option<usize> {
    let inner = line.strip_prefix('(')?;
    let close = inner.find(')').filter(|&i| (2..=24).contains(&i))?;
    let name = &inner[..close];
    let named = name.starts_with(char::is_uppercase)
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '&'))
        && (name.contains('.') || name.chars().skip(1).any(char::is_uppercase));
    let after = inner[close + 1..].trim_start();
    (named && after.starts_with(['-', '–', '—'])).then_some(close + 2)
}
