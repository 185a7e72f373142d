//! Where documents begin in a file that holds several: below the closing of one stands the letterhead
//! of the next.
//!
//! A letterhead is what Nghị định 30/2020/NĐ-CP, Điều 8 asks for: the state or the issuing body, a
//! number and place and date, none of them left blank, and the kind or the subject below. A form in an
//! annex has blanks; the authentication of a consolidated text signs it and begins nothing.

use std::ops::Range;

use super::cell::{Cell, cell, cells};
use super::line::Line;
use super::words::{NUMBER, national};
use super::{annex, closing};
use crate::reading::Reading;
use crate::tables::Tables;

/// Lines of a letterhead above its number, and below it to the title, at most.
const MOST: usize = 10;

/// The bytes at which the second document of the text begins, and every further one.
pub(crate) fn beginnings(reading: &Reading<'_>, tables: &Tables) -> Vec<usize> {
    let lines = reading.lines();
    let mut letterheads = Letterheads::new(reading, tables);
    let mut beginnings = Vec::new();
    // The lines behind the last letterhead are told once each: whether one ends the document.
    let (mut from, mut seen, mut is_closed) = (0, 0, false);
    while let Some((top, bottom)) = letterheads.next(from, usize::MAX) {
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

/// The byte before `end` at which the first whole letterhead begins.
pub(super) fn first_letterhead(
    reading: &Reading<'_>,
    end: usize,
    tables: &Tables,
) -> Option<usize> {
    let (top, _) = Letterheads::new(reading, tables).next(0, end)?;
    Some(reading.lines()[top].start).filter(|&start| start < end)
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

/// The letterheads of a text. What a line says is told once, for the letterheads of two numbers close
/// together share their lines.
struct Letterheads<'r, 't> {
    reading: &'r Reading<'t>,
    tables: &'r Tables,
    /// By line; empty until a number is met.
    told: Vec<Told>,
}

/// What was found out of a line.
#[derive(Clone, Copy, Default)]
struct Told {
    /// What it adds to a letterhead; within, `None` where it can stand in none.
    says: Option<Option<Letterhead>>,
    is_apart: Option<bool>,
}

impl<'r, 't> Letterheads<'r, 't> {
    fn new(reading: &'r Reading<'t>, tables: &'r Tables) -> Self {
        Letterheads {
            reading,
            tables,
            told: Vec::new(),
        }
    }

    /// The lines of the first letterhead from line `from` on that may begin before byte `end`: its first
    /// one, and the one past its last.
    fn next(&mut self, from: usize, end: usize) -> Option<(usize, usize)> {
        let lines = self.reading.lines();
        (from..lines.len())
            .take_while(|i| lines[i.saturating_sub(MOST).max(from)].start < end)
            .filter(|&i| begins_number(self.reading, lines[i].start))
            .find_map(|i| {
                let above = i.saturating_sub(MOST).max(from);
                self.around(i, above..lines.len().min(i + 1 + MOST))
            })
    }

    fn line(&self, i: usize) -> Line<'t> {
        line(self.reading, i)
    }

    /// What line `i` adds to a letterhead, if it may stand in one.
    fn says(&mut self, i: usize) -> Option<Letterhead> {
        if let Some(told) = self.told.get(i).and_then(|told| told.says) {
            return told;
        }
        self.told
            .resize(self.reading.lines().len(), Told::default());
        let says = Letterhead::of(self.reading, self.line(i), self.tables);
        self.told[i].says = Some(says);
        says
    }

    /// Whether line `i` belongs to a closing or opens an annex.
    fn is_apart(&mut self, i: usize) -> bool {
        let line = self.line(i);
        let told = &mut self.told[i].is_apart;
        *told.get_or_insert_with(|| is_apart(self.reading, line))
    }

    /// The first line of the letterhead whose number stands in line `number`, and the one past its last,
    /// both in `window`; `None` where it is none, or lacks something.
    fn around(&mut self, number: usize, window: Range<usize>) -> Option<(usize, usize)> {
        let mut whole = self.says(number)?;
        let mut top = number;
        while top > window.start
            && (!self.is_apart(top - 1) || self.is_issuer(top - 1, window.end))
            && let Some(above) = self.says(top - 1)
        {
            whole = whole.and(above);
            top -= 1;
        }
        let mut below = number + 1;
        while !whole.kind
            && below < window.end
            && !self.is_apart(below)
            && let Some(line) = self.says(below)
        {
            whole = whole.and(line);
            below += 1;
        }
        if !whole.is_whole() {
            return None;
        }
        // The name of who signed stands in capitals, too.
        let above = (top > window.start).then(|| self.line(top - 1));
        let signed = above.is_some_and(|above| closing::is_signature(self.reading, above));
        if signed && top < number && is_signer(self.reading, self.line(top)) {
            top += 1;
        }
        let form = top > window.start && annex::is_head(self.reading, self.line(top - 1));
        (!form).then_some((top, below))
    }

    /// Whether line `i` is an office that issues, and does not sign: the state is named below, or below
    /// the rule and the number between them (*THỦ TƯỚNG CHÍNH PHỦ*).
    fn is_issuer(&mut self, i: usize, end: usize) -> bool {
        let below = (i + 1..end).find(|&i| !self.says(i).is_some_and(|line| line.is_between()));
        below.is_some_and(|below| national(self.reading, self.line(below).span).is_some())
            && closing::is_office(self.reading, self.line(i))
    }
}

/// Whether the line may be the name of who signed.
fn is_signer(reading: &Reading<'_>, line: Line<'_>) -> bool {
    closing::is_name(line.text) && national(reading, line.span).is_none()
}

/// What a letterhead says, or a line of it.
#[derive(Clone, Copy, Debug, Default)]
struct Letterhead {
    /// The state, the Party, or the issuing body.
    named: bool,
    numbered: bool,
    dated: bool,
    /// The name of the kind, below which no letterhead goes on.
    kind: bool,
    /// What a letter is about.
    subject: bool,
    /// A date in a cell of its own.
    apart: bool,
}

impl Letterhead {
    /// What a line says, if it may stand in a letterhead.
    fn of(reading: &Reading<'_>, line: Line<'_>, tables: &Tables) -> Option<Self> {
        let text = reading.text();
        let mut says = Letterhead::default();
        for span in cells(reading, line.span) {
            match cell(reading, span, tables) {
                Cell::National | Cell::Issuer => says.named = true,
                Cell::Number { date, .. } => {
                    says.numbered = true;
                    says.dated |= date.is_some_and(|date| is_whole(date.of(text)));
                }
                Cell::Date(date) => {
                    says.apart = true;
                    says.dated |= is_whole(date.of(text));
                }
                Cell::Subject(_) => says.subject = true,
                Cell::Kind(_) => says.kind = true,
                Cell::Copy | Cell::Empty => {}
                Cell::Prose => return None,
            }
        }
        Some(says)
    }

    /// What both say.
    fn and(self, other: Letterhead) -> Self {
        Letterhead {
            named: self.named || other.named,
            numbered: self.numbered || other.numbered,
            dated: self.dated || other.dated,
            kind: self.kind || other.kind,
            subject: self.subject || other.subject,
            apart: self.apart || other.apart,
        }
    }

    /// Whether the line has nothing but a rule and a number.
    fn is_between(self) -> bool {
        !(self.named || self.apart || self.subject || self.kind)
    }

    fn is_whole(self) -> bool {
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
