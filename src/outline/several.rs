//! Where documents begin in a file that holds several: below the closing of one stands the letterhead
//! of the next.
//!
//! A letterhead is what Nghị định 30/2020/NĐ-CP, Điều 8 asks for: the state or the issuing body, a
//! number and place and date, none of them left blank, and the kind or the subject below. A form in an
//! annex has blanks; the authentication of a consolidated text signs it and begins nothing.

use super::header::{self, Cell};
use super::line::Line;
use super::words::NUMBER;
use super::{annex, closing};
use crate::reading::Reading;
use crate::tables::Tables;

/// Lines of a letterhead above its number, and below it to the title, at most.
const MOST: usize = 10;

/// The bytes at which the second document of the text begins, and every further one.
pub(crate) fn beginnings(reading: &Reading<'_>, tables: &Tables) -> Vec<usize> {
    let lines = reading.lines();
    let mut beginnings = Vec::new();
    // The lines behind the last letterhead are told once each: whether one ends the document.
    let (mut from, mut seen, mut is_closed) = (0, 0, false);
    while let Some((top, bottom)) = next_letterhead(reading, from, tables) {
        while seen < top && !is_closed {
            let next = (seen + 1 < top).then(|| line(reading, seen + 1));
            is_closed = ends(reading, line(reading, seen), next);
            seen += 1;
        }
        if is_closed && reading.quotation(lines[bottom - 1].start).is_none() {
            beginnings.push(lines[top].start);
        }
        (from, seen, is_closed) = (bottom, bottom, false);
    }
    beginnings
}

/// The byte at which the first whole letterhead begins.
pub(super) fn first_letterhead(reading: &Reading<'_>, tables: &Tables) -> Option<usize> {
    let (top, _) = next_letterhead(reading, 0, tables)?;
    Some(reading.lines()[top].start)
}

/// The lines of the first letterhead from line `from` on: its first one, and the one past its last.
fn next_letterhead(reading: &Reading<'_>, from: usize, tables: &Tables) -> Option<(usize, usize)> {
    let lines = reading.lines();
    (from..lines.len())
        .filter(|&i| begins_number(reading, lines[i].start))
        .find_map(|i| {
            let lower = i.saturating_sub(MOST).max(from);
            let upper = lines.len().min(i + 1 + MOST);
            let window: Vec<Line<'_>> = (lower..upper).map(|i| line(reading, i)).collect();
            let (top, bottom) = letterhead(reading, &window, i - lower, tables)?;
            Some((lower + top, lower + bottom))
        })
}

fn line<'t>(reading: &Reading<'t>, i: usize) -> Line<'t> {
    let span = reading.lines()[i].span();
    let text = span.of(reading.text());
    Line { span, text }
}

/// Whether a document ends with this line: its recipients, or an office with the name of who signs.
fn ends(reading: &Reading<'_>, line: Line<'_>, next: Option<Line<'_>>) -> bool {
    closing::is_recipients(reading, line)
        || closing::is_signature(reading, line)
            && next.is_some_and(|next| {
                closing::is_signature(reading, next) || is_signer(reading, next)
            })
}

/// Whether the line that begins at byte `at` may be that of a number: *Số:*, *Luật số:*.
fn begins_number(reading: &Reading<'_>, at: usize) -> bool {
    let place = reading.place_at(at);
    place.phrase(&NUMBER).is_some()
        && reading.text()[at..place.start()]
            .trim_matches([' ', '|'])
            .is_empty()
}

/// The first line of the letterhead whose number stands in line `number`, and the one past its last;
/// `None` where it is none, or lacks something.
fn letterhead(
    reading: &Reading<'_>,
    lines: &[Line<'_>],
    number: usize,
    tables: &Tables,
) -> Option<(usize, usize)> {
    let mut read = Letterhead::default();
    if !read.line(reading, lines[number], tables) {
        return None;
    }
    let mut top = number;
    while let Some(above) = top.checked_sub(1)
        && (!is_apart(reading, lines[above]) || is_issuer(reading, lines, above, tables))
        && read.line(reading, lines[above], tables)
    {
        top = above;
    }
    let mut below = number + 1;
    while !read.kind
        && let Some(&line) = lines.get(below)
        && !is_apart(reading, line)
        && read.line(reading, line, tables)
    {
        below += 1;
    }
    // The name of who signed stands in capitals, too.
    let signed = |i: usize| closing::is_signature(reading, lines[i]);
    if top > 0 && signed(top - 1) && is_signer(reading, lines[top]) && top < number {
        top += 1;
    }
    let form = top > 0 && annex::is_head(reading, lines[top - 1]);
    (read.is_whole() && !form).then_some((top, below))
}

/// Whether the line may be the name of who signed.
fn is_signer(reading: &Reading<'_>, line: Line<'_>) -> bool {
    closing::is_name(line.text) && header::national(reading, line.span).is_none()
}

/// Whether line `i` is an office that issues, and does not sign: the state is named below, or below the
/// rule and the number between them (*THỦ TƯỚNG CHÍNH PHỦ*).
fn is_issuer(reading: &Reading<'_>, lines: &[Line<'_>], i: usize, tables: &Tables) -> bool {
    let is_between = |line: &&Line<'_>| {
        header::cells(reading, line.span).all(|cell| {
            let cell = header::cell(reading, cell, tables);
            matches!(cell, Cell::Empty | Cell::Number { .. })
        })
    };
    let below = lines[i + 1..].iter().find(|line| !is_between(line));
    below.is_some_and(|line| header::national(reading, line.span).is_some())
        && closing::is_office(reading, lines[i])
}

/// What a letterhead says.
#[derive(Debug, Default)]
struct Letterhead {
    /// The state, the Party, or the issuing body.
    named: bool,
    numbered: bool,
    dated: bool,
    /// The name of the kind, below which no letterhead goes on.
    kind: bool,
    /// What a letter is about.
    subject: bool,
}

impl Letterhead {
    /// Reads a line; whether it may stand in a letterhead.
    fn line(&mut self, reading: &Reading<'_>, line: Line<'_>, tables: &Tables) -> bool {
        let text = reading.text();
        for cell in header::cells(reading, line.span) {
            match header::cell(reading, cell, tables) {
                Cell::National | Cell::Issuer => self.named = true,
                Cell::Number { date, .. } => {
                    self.numbered = true;
                    self.dated |= date.is_some_and(|date| is_whole(date.of(text)));
                }
                Cell::Date(date) => self.dated |= is_whole(date.of(text)),
                Cell::Subject(_) => self.subject = true,
                Cell::Kind(_) => self.kind = true,
                Cell::Empty => {}
                Cell::Prose => return false,
            }
        }
        true
    }

    fn is_whole(&self) -> bool {
        self.named && self.numbered && self.dated && (self.kind || self.subject)
    }
}

/// Whether a place and date has day, month and year.
fn is_whole(date: &str) -> bool {
    let digits = |part: &&str| part.ends_with(|c: char| c.is_ascii_digit());
    date.split_whitespace().filter(digits).count() >= 3
}

/// Whether the line belongs to a closing or opens an annex.
fn is_apart(reading: &Reading<'_>, line: Line<'_>) -> bool {
    closing::is_signature(reading, line)
        || closing::is_recipients(reading, line)
        || closing::is_authentication(reading, line)
        || annex::is_head(reading, line)
}
