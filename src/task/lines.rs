//! The lines of a text and what each of them is, settled once for lists, assignments and furniture.

use memchr::memchr_iter;

use super::furniture;
use super::types::FurnitureKind;
use super::words::Class;
use crate::marker::{self, LEVEL_WORDS, Level};
use crate::outline::contents;
use crate::reading::{Case, Gap, Place, Reading, case, is_quotation_mark};
use crate::span::Span;

/// A line that has something on it, without the space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) span: Span,
    /// Whether an empty line stands before it.
    pub(super) apart: bool,
    /// How many lines with nothing but a bar stand before it: the ends of cells.
    pub(super) bars: usize,
    /// It stands in a quotation that began on an earlier line or begins with it.
    pub(super) quoted: bool,
    pub(super) furniture: Option<FurnitureKind>,
    /// A number alone on it that looks like that of a page is a cell of a table.
    pub(super) cell: bool,
    pub(super) heading: Option<Heading>,
}

/// The lines of a text that are not empty, and what they are.
pub(super) fn of(reading: &Reading<'_>) -> Vec<Line> {
    let text = reading.text();
    let mut behind = 0;
    let line = |line: &crate::reading::Line| {
        let span = line.span();
        if span.of(text) == "|" {
            return None;
        }
        let gap = &text.as_bytes()[behind..span.start];
        let apart = memchr_iter(b'\n', gap).count() > usize::from(behind > 0);
        let bars = match apart {
            true => memchr_iter(b'|', gap).count(),
            false => 0,
        };
        behind = span.end;
        let furniture = furniture::of_line(reading, span);
        Some(Line {
            span,
            apart,
            bars,
            quoted: false,
            furniture,
            cell: false,
            heading: heading(reading, span),
        })
    };
    let mut lines: Vec<Line> = reading.lines().iter().filter_map(line).collect();
    mark_quotations(reading, &mut lines);
    mark_repeats(text, &mut lines);
    mark_related(text, &mut lines);
    mark_bylines(reading, &mut lines);
    mark_cells(text, &mut lines);
    mark_menus(text, &mut lines);
    mark_contents(reading, &mut lines);
    lines
}

/// Marks the lines of quotations that run over several lines: the new wording in an amending law.
fn mark_quotations(reading: &Reading<'_>, lines: &mut [Line]) {
    let mut first = 0;
    for &quotation in reading.quotations() {
        while lines
            .get(first)
            .is_some_and(|line| line.span.end <= quotation.start)
        {
            first += 1;
        }
        let Some(line) = lines.get(first) else {
            return;
        };
        if quotation.end <= line.span.end {
            continue;
        }
        let at_start = quotation.start <= line.span.start;
        if at_start || brings_unit(reading, line.span, quotation.start) {
            let inside = lines[first + usize::from(!at_start)..].iter_mut();
            for line in inside.take_while(|line| line.span.start < quotation.end) {
                line.quoted = true;
            }
        }
    }
}

/// Whether a quotation at byte `at` inside `line` follows a colon and begins with the heading or the
/// marker that it is to replace; else somebody speaks.
fn brings_unit(reading: &Reading<'_>, line: Span, at: usize) -> bool {
    let text = reading.text();
    let inner = text[at..line.end].trim_start_matches(is_quotation_mark);
    let start = line.end - inner.len();
    text[line.start..at].trim_end().ends_with(':')
        && (heading(reading, Span::new(start, line.end)).is_some()
            || marker::signed(text, start).is_some())
}

/// A caption is often printed twice: as the text behind an image, and below it.
fn mark_repeats(text: &str, lines: &mut [Line]) {
    for i in 1..lines.len() {
        let line = lines[i].span;
        if line.len() == lines[i - 1].span.len()
            && (60..400).contains(&line.len())
            && line.of(text) == lines[i - 1].span.of(text)
            && !line.of(text).ends_with(['.', ';', ':', ','])
        {
            for line in &mut lines[i - 1..=i] {
                line.furniture = line.furniture.or(Some(FurnitureKind::Caption));
            }
        }
    }
}

/// Behind the header of a block of other articles all is furniture when it stands at the end
/// of the page; in the middle of it the block goes on as long as its lines are headlines.
fn mark_related(text: &str, lines: &mut [Line]) {
    let mut block = false;
    for line in lines {
        if line.furniture == Some(FurnitureKind::Related) {
            block = true;
        } else if block {
            let late = line.span.start > text.len() / 5 * 2;
            block = late || line.span.len() < PROSE;
            if block {
                line.furniture = Some(FurnitureKind::Related);
            }
        }
    }
}

/// Shorter lines, in bytes, may be headlines.
const PROSE: usize = 200;

/// The name of the author below the last paragraph: two to five capitalised words.
fn mark_bylines(reading: &Reading<'_>, lines: &mut [Line]) {
    const LONGEST: usize = 48;
    let text = reading.text();
    for i in 1..lines.len() {
        let line = lines[i].span;
        if line.start > text.len() / 2
            && line.len() <= LONGEST
            && lines[i].furniture.is_none()
            && lines[i - 1].span.len() > PROSE / 2
            && lines[i - 1].span.of(text).ends_with(['.', '…', '!', '”'])
            && is_name(line.of(text))
        {
            lines[i].furniture = Some(FurnitureKind::Byline);
        }
    }
}

/// A number alone below a short line that nothing closes stands in a column, not at the foot of a page.
fn mark_cells(text: &str, lines: &mut [Line]) {
    /// Longer lines are those of a paragraph, in bytes.
    const CELL: usize = 70;
    for i in 1..lines.len() {
        let above = lines[i - 1].span;
        lines[i].cell = lines[i].furniture == Some(FurnitureKind::PageNumber)
            && !lines[i].apart
            && above.len() < CELL
            && lines[i - 1]
                .furniture
                .is_none_or(|kind| kind == FurnitureKind::PageNumber)
            && !above.of(text).ends_with(['.', ';', ':', ',', '…']);
    }
}

/// The menu of a site is all of a row of short bullets one of which leads home, and its counters all of
/// one that counts visitors.
fn mark_menus(text: &str, lines: &mut [Line]) {
    const LONGEST: usize = 64;
    let is_entry = |line: &Line| {
        let words = line.span.of(text);
        let bullet = words.chars().next().is_some_and(marker::is_bullet);
        bullet && words.len() <= LONGEST && !words.ends_with(['.', ';', ':', ',', '!'])
    };
    let menu = Some(FurnitureKind::Menu);
    let counter = Some(FurnitureKind::Counter);
    let mut i = 0;
    while i < lines.len() {
        let run = lines[i..].iter().take_while(|line| is_entry(line)).count();
        let is_menu = |line: &Line| line.furniture == menu || line.furniture == counter;
        let headed = run > 0 && i > 0 && lines[i - 1].furniture == counter;
        if headed || lines[i..i + run].iter().any(is_menu) {
            lines[i..i + run]
                .iter_mut()
                .for_each(|line| line.furniture = menu);
        }
        i += run.max(1);
    }
}

/// The lines of a table of contents: below its heading those that end in a page; without one, four and
/// more together that have markers and end in pages that go up.
fn mark_contents(reading: &Reading<'_>, lines: &mut [Line]) {
    const FEWEST: usize = 4;
    let text = reading.text();
    let mut i = 0;
    let marked =
        |line: &&Line| line.heading.is_some() || marker::read(reading, line.span.start).is_some();
    while i < lines.len() {
        let headed = contents::is_heading(reading, lines[i].span);
        let run = match headed {
            true => 1 + below_contents_heading(text, &lines[i + 1..]),
            false => pages_going_up(text, &lines[i..]),
        };
        let told = || lines[i..i + run].iter().filter(marked).count() * 2 >= run;
        if headed && run > 2 || run >= FEWEST && told() {
            for line in &mut lines[i..i + run] {
                line.furniture = line.furniture.or(Some(FurnitureKind::Contents));
            }
        }
        i += run.max(1);
    }
}

/// How many of `lines` end in a page, be it a Roman one; a line between two of them was wrapped.
fn below_contents_heading(text: &str, lines: &[Line]) -> usize {
    let paged = |line: &Line| {
        let words = line.span.of(text);
        let last = words
            .rsplit([' ', '\t', '.', '…'])
            .next()
            .unwrap_or_default();
        let roman =
            !last.is_empty() && last.len() <= 5 && last.bytes().all(|b| b"ivx".contains(&b));
        contents::page_behind(words).is_some() || roman && last.len() < words.len()
    };
    let mut run = 0;
    for (i, line) in lines.iter().enumerate() {
        if paged(line) || line.furniture == Some(FurnitureKind::Contents) {
            run = i + 1;
        } else if i > run {
            break;
        }
    }
    run
}

/// How many of `lines` end in pages that do not go down; 0 where they only count, like *Phụ lục 1⏎Phụ
/// lục 2*.
fn pages_going_up(text: &str, lines: &[Line]) -> usize {
    let mut run = 0;
    let mut last = 0;
    let mut counting = true;
    for line in lines {
        let Some(page) = contents::page_behind(line.span.of(text)).filter(|&page| page >= last)
        else {
            break;
        };
        counting &= run == 0 || page == last || page == last + 1;
        last = page;
        run += 1;
    }
    // Pages that go up by one at most are those of a page or two of contents.
    let few = counting && last as usize > run / 2;
    if few { 0 } else { run }
}

fn is_name(line: &str) -> bool {
    let words = line.split_whitespace();
    let named = |word: &str| case(word) == Case::Title && word.chars().all(char::is_alphabetic);
    (2..=5).contains(&words.clone().count()) && words.clone().all(named)
}

/// What ends every open list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// *Điều 5.*
    Article,
    /// A chapter, section, part or annex; the verb of the document (*QUYẾT ĐỊNH:*).
    Division,
    /// *Kính gửi:*
    Addressee,
    /// *Nơi nhận:*
    Recipients,
    /// *TM. CHÍNH PHỦ*, *KT. BỘ TRƯỞNG*
    Signature,
}

/// What heading a line is, if any.
fn heading(reading: &Reading<'_>, line: Span) -> Option<Heading> {
    const SIGNATURES: [&str; 8] = ["TM.", "T/M", "TL.", "T/L", "TUQ.", "TUN.", "KT.", "K/T"];
    let words = line.of(reading.text());
    if words.ends_with(':') && is_telegram(reading, line) {
        return Some(Heading::Addressee);
    }
    if words.ends_with(':') && words.starts_with(char::is_uppercase) && is_contact(reading, line) {
        return Some(Heading::Addressee);
    }
    let first = words.bytes().next()?;
    // Words that begin with another letter head nothing; Đ begins with C4.
    if !matches!(first, b'C' | b'K' | b'M' | b'N' | b'P' | b'Q' | b'T' | 0xC4) {
        return None;
    }
    let place = reading.place_at(line.start);
    if let Some((&level, behind)) = place.phrase(&LEVEL_WORDS) {
        return match level {
            Level::Article => is_numbered(behind, line.end, true).then_some(Heading::Article),
            Level::Annex | Level::Part | Level::Chapter | Level::Section | Level::Subsection => {
                let bare = level == Level::Annex && is_capitals(place, behind, line);
                let whole = bare || is_numbered(behind, line.end, false);
                whole.then_some(Heading::Division)
            }
            _ => None,
        };
    }
    let announced = |class: Class| {
        let rest = class
            .at(place)
            .map(|behind| &reading.text()[behind.end()..line.end]);
        rest.is_some_and(|rest| matches!(rest.trim_start().bytes().next(), None | Some(b':')))
    };
    if announced(Class::Recipients) {
        return Some(Heading::Recipients);
    }
    if announced(Class::Addressee) {
        return Some(Heading::Addressee);
    }
    if let Some(behind) = Class::Ruling.at(place)
        && is_capitals(place, behind, line)
    {
        return Some(Heading::Division);
    }
    let signed = SIGNATURES.iter().any(|sign| words.starts_with(sign));
    signed.then_some(Heading::Signature)
}

/// *Mọi chi tiết xin liên hệ:*, below which those stand whom one may turn to.
fn is_contact(reading: &Reading<'_>, line: Span) -> bool {
    let last = reading.place_at(line.end).back();
    let [before, last] = [last.back(), last].map(|place| reading.slice(place.index()));
    last == "hệ" && matches!(before, "liên" | "Liên")
}

/// *THỦ TƯỚNG CHÍNH PHỦ điện:*, or *Điện:* alone below the name of who sends it, below which those stand
/// who get the telegram.
fn is_telegram(reading: &Reading<'_>, line: Span) -> bool {
    let first = reading.place_at(line.start);
    let last = reading.place_at(line.end).back();
    let sends = || matches!(reading.slice(last.index()), "điện" | "ĐIỆN" | "Điện");
    let whose = || {
        [Class::Officer, Class::Head]
            .iter()
            .any(|class| class.at(first).is_some())
    };
    let apart = matches!(last.gap(), Gap::Space | Gap::Comma);
    sends() && (last.start() == line.start || apart && whose())
}

/// Whether the words from `place` to `behind` are all of the line, in capitals.
fn is_capitals(place: Place<'_, '_>, behind: Place<'_, '_>, line: Span) -> bool {
    let reading = place.reading();
    let rest = reading.text().get(behind.end()..line.end);
    rest.is_some_and(|rest| matches!(rest, "" | ":"))
        && (place.index()..behind.index()).all(|i| reading.case(i) == Case::Upper)
}

/// Whether a number stands at `place`, then the end of the line, a full stop, a colon or a capital:
/// *Điều 5.*, *Chương II Quy định chung*, *Phần thứ nhất*.
fn is_numbered(place: Place<'_, '_>, line_end: usize, article: bool) -> bool {
    let reading = place.reading();
    if place.start() >= line_end || !place.gap().is_soft() {
        return false;
    }
    if marker::ordinal_words(place).is_some() {
        return !article;
    }
    let number = reading.slice(place.index());
    let mut behind = place.next();
    if place.number().is_some() {
        // *Điều 7a.*
        if behind.gap() == Gap::Glued {
            behind = behind.next();
        }
    } else {
        let letter = number.chars().count() == 1 && number.starts_with(char::is_uppercase);
        let roman = number.bytes().all(|b| b"IVXLC".contains(&b));
        if article || !letter && !roman {
            return false;
        }
    }
    let rest = reading.text().get(behind.end()..line_end).unwrap_or("");
    match rest.trim_start().chars().next() {
        None | Some('.' | ':' | '-' | '–' | '—') => true,
        Some(c) => !article && c.is_uppercase(),
    }
}
