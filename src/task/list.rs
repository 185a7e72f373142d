//! Finding the lists: one walk over the lines; a line is searched further only when something on
//! it says that a list could begin or go on inside it.

use once_cell::sync::Lazy;

use memchr::memchr2_iter;

use super::labels::{self, Block};
use super::lead_in::AND;
use super::lines::{self, Line};
use super::table::{self, Table};
use super::tree::Tree;
use super::words::action;
use super::{TaskList, lead_in, walk};
use crate::marker;
use crate::reading::{Gap, Phrases, Reading};
use crate::span::{Finds, Span};
use crate::tables::{MARKER_LABELS, VOCABULARY};

/// Every list of `text`, in order; lists within an item are its [`lists`](super::Task::lists).
///
/// Headings of articles (*Điều 1.*) and chapters end a list and are no items themselves; clauses
/// and points are. Numbers that only look like markers (`1.000 đồng`, `12/8`, *Thứ Tư,
/// 13/04/2022*), recipients, legal bases, blanks of a form, quoted wording of amending laws and page
/// furniture stay out; so do labels with markers below an item (*- Đơn vị chủ trì: …*), which tell of it.
/// A list within an item of its own shape is told by the colon before it, by a title in capitals above
/// it, or by how far in its dashes stand.
/// A list without a lead-in is reported from two items on, one that goes on the count of the list
/// in the part before it (`I. 1. 2. II. 3. 4.`) from one on.
///
/// A table of tasks (*STT | Nhiệm vụ | Cơ quan chủ trì | …*) is a list of its rows.
pub fn lists(text: &str) -> Finds<TaskList<'_>> {
    let reading = Reading::new(text, &VOCABULARY);
    let lines = lines::of(&reading);
    let tables = table::find(&reading, &lines);
    let blocks = labels::blocks(&reading, &lines);
    let mut lists = of_lines(&reading, &lines, &tables, &blocks);
    walk::set_paths(&mut lists, "");
    lists.into()
}

/// The lists of a text whose lines, tables and labels are known.
pub(super) fn of_lines<'t>(
    reading: &Reading<'t>,
    lines: &[Line],
    tables: &[Table<'t>],
    blocks: &[Block],
) -> Vec<TaskList<'t>> {
    let text = reading.text();
    let mut blocks = blocks.iter().peekable();
    let mut labels_end = 0;
    let mut tables = tables.iter().peekable();
    let mut table_end = 0;
    let mut firsts = first_words(reading).peekable();
    let mut tree = Tree::new(reading);
    let mut bare_until = 0;
    for (i, line) in lines.iter().enumerate() {
        while blocks.next_if(|block| block.lines.start < i).is_some() {}
        if line.furniture.is_some() || i < table_end.max(labels_end) {
            continue;
        }
        if let Some(table) = tables.next_if(|table| table.lines.start == i) {
            table_end = table.lines.end;
            tree.table(table.list());
            continue;
        }
        let block = blocks.next_if(|block| block.lines.start == i);
        if let Some((block, (task, due))) =
            block.and_then(|block| Some((block, block.item_above()?)))
        {
            labels_end = block.lines.end;
            let last = lines[labels_end - 1].span;
            tree.labels(task, line.span.to(last), due);
            continue;
        }
        let span = line.span;
        if line.quoted {
            tree.reach(span);
            continue;
        }
        if let Some(heading) = line.heading {
            tree.heading(span, heading);
            continue;
        }
        let mut at = span.start;
        let next = lines.get(i + 1);
        let mut inline = false;
        let below = || match span.of(text).ends_with(':') {
            true => i + 1 + bare_items(reading, span, &lines[i + 1..]),
            false => 0,
        };
        match marker::read(reading, at).filter(|marker| !marker.bare || has_words(reading, next)) {
            Some(marker) if tree.take(&marker, None) => {
                at = marker.body;
                inline = marker.is_worded() || goes_on_inline(text, at, span.end);
                bare_until = below().max(bare_until);
            }
            _ if i < bare_until => tree.paragraph_item(span),
            _ if tree.wants_words() => inline = tree.is_inline(),
            _ => {
                tree.paragraph(span);
                bare_until = below().max(bare_until);
            }
        }
        while firsts.next_if(|&first| first < span.start).is_some() {}
        inline |= firsts
            .peek()
            .is_some_and(|&first| (span.start + 1..span.end).contains(&first));
        if inline || starts_inline(text, at, span.end) {
            scan_inline(&mut tree, at, span);
        }
        tree.reach(span);
    }
    tree.finish()
}

fn has_words(reading: &Reading<'_>, line: Option<&Line>) -> bool {
    line.is_some_and(|line| {
        line.furniture.is_none()
            && line.heading.is_none()
            && marker::read(reading, line.span.start).is_none()
            && line.span.of(reading.text()).contains(char::is_alphabetic)
    })
}

/// How many of `lines` are taken by items without a marker below the lead-in `lead`: paragraphs
/// that end in semicolons up to the last one, that all begin with what is to be done, or that stand
/// together, short and closed, where empty lines part all others.
fn bare_items(reading: &Reading<'_>, lead: Span, lines: &[Line]) -> usize {
    let text = reading.text();
    let mut actions = Run::default();
    let mut semicolons = Run::default();
    let mut block = Run::default();
    for (i, line) in lines.iter().enumerate() {
        if line.furniture.is_some() {
            continue;
        }
        let words = line.span.of(text);
        let stops = line.quoted
            || line.heading.is_some()
            || words.ends_with(':')
            || marker::read(reading, line.span.start).is_some()
            || lead_in::changes_topic(reading, line.span.start);
        let place = reading.place_at(line.span.start);
        let acts = || place.start() == line.span.start && action(place).is_some();
        let last = words.ends_with('.');
        actions.add(i, !stops && acts(), false);
        semicolons.add(i, !stops && (last || words.ends_with(';')), last);
        if line.apart {
            // What stands together ends here, and not before.
            block.ended |= !block.over && i > 0;
            block.over = true;
        }
        block.add(i, !stops && last && words.len() <= SHORT, false);
        if actions.over && semicolons.over && block.over {
            break;
        }
    }
    block.count *= usize::from(block.ended);
    let best = [actions, semicolons, block]
        .into_iter()
        .reduce(|best, run| if run.count > best.count { run } else { best })
        .filter(|best| best.count > 1);
    let Some(best) = best else {
        return 0;
    };
    let sentence = lead_in::find(reading, lead, false);
    let announced = sentence
        .is_some_and(|sentence| lead_in::announces(reading, sentence.span, best.count as u32));
    if announced { best.lines } else { 0 }
}

/// Paragraphs of one make in a row.
#[derive(Default)]
struct Run {
    count: usize,
    lines: usize,
    over: bool,
    /// An empty line came behind the last of them.
    ended: bool,
}

/// Items without a marker that only stand together are at most so long, in bytes.
const SHORT: usize = 200;

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

/// Where the first markers in words stand: *thứ nhất*, *một là*, *một,* and *Phần I*; a line without
/// them is not searched for the others.
fn first_words(reading: &Reading<'_>) -> impl Iterator<Item = usize> {
    reading
        .starts_of(&FIRST_WORDS)
        .filter(|place| {
            let Some((&follows, behind)) = place.phrase(&FIRST_WORDS) else {
                return false;
            };
            match follows {
                Follows::Anything => true,
                Follows::Comma => behind.gap() == Gap::Comma,
                Follows::One => {
                    let number = reading.slice(behind.index());
                    behind.gap() == Gap::Space && matches!(number, "1" | "01" | "I")
                }
            }
        })
        .map(|place| place.start())
}

/// What must follow for a word to be a first marker.
#[derive(Clone, Copy)]
enum Follows {
    Anything,
    Comma,
    One,
}

static FIRST_WORDS: Lazy<Phrases<Follows>> = Lazy::new(|| {
    let words = [
        ("thứ nhất", Follows::Anything),
        ("một là", Follows::Anything),
        ("một", Follows::Comma),
    ];
    let labels = MARKER_LABELS.rows().map(|[label]| (label, Follows::One));
    Phrases::new(&VOCABULARY, words.into_iter().chain(labels))
});

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
                _ if follows_and(tree.reading, at) => ',',
                _ => ' ',
            };
        } else {
            let rest = &text[at + 1..line.end];
            let inner = rest.trim_start_matches(['”', '"', ')']).trim_start();
            place = line.end - inner.len();
            let word = tree.reading.place_at(place);
            if let Some((_, behind)) = word.phrase(&AND).filter(|_| word.start() == place)
                && behind.gap() != Gap::LineEnd
            {
                let inner = text[behind.end()..line.end].trim_start();
                place = line.end - inner.len();
            }
        }
        let taken = marker::read(tree.reading, place)
            .filter(|marker| !marker.bare && marker.body < line.end)
            .filter(|marker| tree.take(marker, Some(sign)));
        at = taken.map_or(at + 1, |marker| marker.body);
    }
}

/// Whether *và* or *hoặc* stands right before byte `at`.
fn follows_and(reading: &Reading<'_>, at: usize) -> bool {
    let place = reading.place_at(at);
    place.phrase_before(&AND).is_some() && reading.text()[place.end()..at].trim().is_empty()
}
