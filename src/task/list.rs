//! Finding the lists: one walk over the lines; a line is searched further only when something on
//! it says that a list could begin or go on inside it.

use memchr::{memchr2_iter, memmem};

use super::lines::{self, Line};
use super::table::{self, Table};
use super::tree::Tree;
use super::vocabulary::begins_with_action;
use super::{TaskList, lead_in, walk};
use crate::marker;
use crate::reading::Reading;
use crate::span::{Finds, Span};
use crate::tables::VOCABULARY;

/// Every list of `text`, in order; lists within an item are its [`lists`](super::Task::lists).
///
/// Headings of articles (*Điều 1.*) and chapters end a list and are no items themselves; clauses
/// and points are. Numbers that only look like markers (`1.000 đồng`, `12/8`, *Thứ Tư,
/// 13/04/2022*), recipients, quoted wording of amending laws and page furniture stay out.
/// A list without a lead-in is reported from two items on, one that goes on the count of the list
/// in the part before it (`I. 1. 2. II. 3. 4.`) from one on.
///
/// A table of tasks (*STT | Nhiệm vụ | Cơ quan chủ trì | …*) is a list of its rows.
pub fn lists(text: &str) -> Finds<TaskList<'_>> {
    let lines = lines::of(text);
    let reading = Reading::new(text, &VOCABULARY);
    let tables = table::find(&reading, &lines);
    let mut lists = of_lines(&reading, &lines, &tables);
    walk::set_paths(&mut lists, "");
    lists.into()
}

/// The lists of a text whose lines and tables are known.
pub(super) fn of_lines<'t>(
    reading: &Reading<'t>,
    lines: &[Line],
    tables: &[Table<'t>],
) -> Vec<TaskList<'t>> {
    let text = reading.text();
    let mut tables = tables.iter().peekable();
    let mut table_end = 0;
    let words = word_starts(text);
    let mut words = &words[..];
    let hard_wrapped = lines.iter().all(|line| line.span.len() < WRAPPED);
    let mut tree = Tree::new(reading, hard_wrapped);
    let mut bare_until = 0;
    for (i, line) in lines.iter().enumerate() {
        if line.furniture.is_some() || i < table_end {
            continue;
        }
        if let Some(table) = tables.next_if(|table| table.lines.start == i) {
            table_end = table.lines.end;
            tree.table(table.list());
            continue;
        }
        if line.quoted {
            tree.reach(line.span);
            continue;
        }
        let span = line.span;
        let content = span.of(text);
        if let Some(heading) = lines::heading(content).filter(|_| !tree.is_broken(line)) {
            tree.heading(span, heading);
            continue;
        }
        let mut at = span.start;
        let next = lines.get(i + 1);
        let mut inline = false;
        match marker::read(reading, at).filter(|marker| !marker.bare || has_words(reading, next)) {
            Some(marker) if tree.take(&marker, None) => {
                at = marker.body;
                inline = marker.is_worded() || goes_on_inline(text, at, span.end);
                if content.ends_with(':') {
                    bare_until = i + 1 + bare_items(reading, content, &lines[i + 1..]);
                }
            }
            _ if i < bare_until => tree.paragraph_item(span),
            _ if tree.continues(line) => inline = tree.is_inline(),
            _ => {
                tree.paragraph(span);
                if content.ends_with(':') {
                    bare_until = i + 1 + bare_items(reading, content, &lines[i + 1..]);
                }
            }
        }
        while words.first().is_some_and(|&word| word < span.start) {
            words = &words[1..];
        }
        inline |= words.first().is_some_and(|&word| word < span.end);
        if inline || starts_inline(text, at, span.end) {
            scan_inline(&mut tree, at, span);
        }
        tree.reach(span);
    }
    tree.finish()
}

/// Lines of a text that was broken into lines for print are shorter than this, in bytes.
const WRAPPED: usize = 200;

fn has_words(reading: &Reading<'_>, line: Option<&Line>) -> bool {
    let text = reading.text();
    line.is_some_and(|line| {
        line.furniture.is_none()
            && marker::read(reading, line.span.start).is_none()
            && lines::heading(line.span.of(text)).is_none()
            && line.span.of(text).contains(char::is_alphabetic)
    })
}

/// How many of `lines` are taken by items without a marker below the lead-in `lead`: paragraphs
/// that end in semicolons up to the last one, or that all begin with what is to be done.
fn bare_items(reading: &Reading<'_>, lead: &str, lines: &[Line]) -> usize {
    let text = reading.text();
    let mut actions = Run::default();
    let mut semicolons = Run::default();
    for (i, line) in lines.iter().enumerate() {
        if line.furniture.is_some() {
            continue;
        }
        let words = line.span.of(text);
        let stops = line.quoted
            || words.ends_with(':')
            || lines::heading(words).is_some()
            || marker::read(reading, line.span.start).is_some()
            || lead_in::changes_topic(words);
        actions.add(i, !stops && begins_with_action(words), false);
        semicolons.add(
            i,
            !stops && words.ends_with([';', '.']),
            words.ends_with('.'),
        );
        if actions.over && semicolons.over {
            break;
        }
    }
    let best = if actions.count >= semicolons.count {
        actions
    } else {
        semicolons
    };
    if best.count < 2 {
        return 0;
    }
    let sentence = lead_in::find(lead, Span::new(0, lead.len()), false);
    let announced = sentence.is_some_and(|sentence| lead_in::announces(&sentence.text));
    if announced { best.lines } else { 0 }
}

/// Paragraphs of one make in a row.
#[derive(Default)]
struct Run {
    count: usize,
    lines: usize,
    over: bool,
}

impl Run {
    fn add(&mut self, line: usize, fits: bool, last: bool) {
        if fits && !self.over {
            self.count += 1;
            self.lines = line + 1;
        }
        self.over |= !fits || last;
    }
}

/// Whether another marker may stand inside a line that begins with one.
fn goes_on_inline(text: &str, from: usize, end: usize) -> bool {
    let bytes = &text.as_bytes()[from..end];
    memchr2_iter(b';', b'.', bytes).any(|i| could_be_marker(&bytes[i + 1..], false))
}

/// Whether a list could begin inside a line: a first marker behind a colon, or `(1)` anywhere.
fn starts_inline(text: &str, from: usize, end: usize) -> bool {
    let bytes = &text.as_bytes()[from..end];
    memchr2_iter(b':', b'(', bytes).any(|i| match bytes[i] {
        b'(' => matches!(bytes[i + 1..], [b'1' | b'a' | b'i' | b'A' | b'I', b')', ..]),
        _ => could_be_marker(&bytes[i + 1..], true),
    })
}

/// A look at two bytes, before the grammar is asked.
fn could_be_marker(bytes: &[u8], first: bool) -> bool {
    let spaces = bytes.iter().take_while(|&&b| b == b' ').count();
    match bytes[spaces..] {
        [b'(', ..] | [b'[', b'1', b']', ..] => true,
        [b'-' | b'+' | b'*', b' ', ..] => true,
        [
            b'1' | b'a' | b'i' | b'A' | b'I',
            b'.' | b')' | b'/' | b'-',
            ..,
        ] => true,
        [0xE2, ..] => true,
        [a, b'.' | b')' | b'/', ..] => !first && a.is_ascii_alphanumeric(),
        [a, b, b'.' | b')' | b'/', ..] => {
            !first && (a.is_ascii_digit() && b.is_ascii_digit() || a == 0xC4)
        }
        _ => false,
    }
}

/// Where *thứ nhất*, *một là* and *một,* stand; a text without them is not searched for the others.
fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    for needle in ["hứ nhất", "hứ Nhất", "ột là", "ột,"] {
        starts.extend(memmem::find_iter(text.as_bytes(), needle.as_bytes()));
    }
    starts.sort_unstable();
    starts
}

/// Asks for a marker behind every sign that could stand before one.
fn scan_inline(tree: &mut Tree<'_, '_>, from: usize, line: Span) {
    let text = tree.text;
    let mut at = from;
    while at < line.end {
        let sign = text.as_bytes()[at];
        if !matches!(sign, b':' | b';' | b'.' | b',' | b'(' | b'?') {
            at += 1;
            continue;
        }
        let mut sign = char::from(sign);
        if sign == '?' {
            sign = '.';
        }
        let mut place = at;
        if sign == '(' {
            let before = text[line.start..at].trim_end();
            sign = match before.chars().next_back() {
                Some(c @ (':' | ';' | '.' | ',')) => c,
                _ if before.ends_with(" và") || before.ends_with(" hoặc") => ',',
                _ => ' ',
            };
        } else {
            let rest = &text[at + 1..line.end];
            let inner = rest.trim_start_matches(['”', '"', ')']).trim_start();
            let inner = ["và ", "hoặc "]
                .iter()
                .find_map(|c| inner.strip_prefix(c))
                .unwrap_or(inner);
            place = line.end - inner.len();
        }
        let taken = marker::read(tree.reading, place)
            .filter(|marker| !marker.bare && marker.body < line.end)
            .filter(|marker| tree.take(marker, Some(sign)));
        at = taken.map_or(at + 1, |marker| marker.body);
    }
}
