//! Where the columns of a line of a letterhead end.

use super::words::{NATIONAL, NUMBER, head};
use crate::reading::{Reading, steps};
use crate::span::Span;
use crate::text::cursor::Cursor;

/// Looks for the ends of the columns of one line from left to right. What is looked for again behind
/// each of them is found once.
pub(super) struct Columns<'r, 't> {
    reading: &'r Reading<'t>,
    /// The bytes behind the last small letter: from there on all are capitals.
    capitals: usize,
    small: Ahead,
    letter: Ahead,
    state: Ahead,
    bar: Ahead,
    label: Ahead,
    motto: Ahead,
}

impl<'r, 't> Columns<'r, 't> {
    pub(super) fn new(reading: &'r Reading<'t>, line: Span) -> Self {
        let small = line.of(reading.text()).rfind(char::is_lowercase);
        Columns {
            reading,
            capitals: small.map_or(line.start, |at| line.start + at + 1),
            small: Ahead::default(),
            letter: Ahead::default(),
            state: Ahead::default(),
            bar: Ahead::default(),
            label: Ahead::default(),
            motto: Ahead::default(),
        }
    }

    /// Where the first column of `rest`, which reaches to the end of the line, ends.
    pub(super) fn end(&mut self, rest: Span) -> Option<usize> {
        let reading = self.reading;
        let words = rest.of(reading.text());
        let find = |found: Option<usize>| found.map(|at| rest.start + at);
        if rest.start >= self.capitals {
            let state = || super::words::within(reading, rest, &NATIONAL);
            let state = self.state.from(rest, state);
            if let Some(at) = state.filter(|&at| at > rest.start) {
                return Some(at);
            }
        }
        let bar = self.bar.from(rest, || find(words.find('|')));
        // Wide gaps in a date are blanks to be filled in.
        bar.or_else(|| self.gap(rest).filter(|_| place_date(words).is_none()))
    }

    /// Where the space between two columns begins. Space behind *Số:* and before the slash of a number
    /// is a blank in it.
    fn gap(&mut self, rest: Span) -> Option<usize> {
        let text = self.reading.text();
        // "CHÍNH PHỦ Số: 101-CP": two cells of a column that lost their line end.
        let words = rest.of(text);
        let find = |found: Option<usize>| found.map(|at| rest.start + at);
        let label = self.label.from(rest, || find(words.find(" Số:")));
        // "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO Độc lập - Tự do - Hạnh phúc".
        let motto = self.motto.from(rest, || find(words.find(" Độc lập")));
        if let Some(at) = label.or(motto) {
            let small = self
                .small
                .from(rest, || find(words.find(char::is_lowercase)));
            let letter = self
                .letter
                .from(rest, || find(words.find(char::is_alphabetic)));
            if small.is_none_or(|small| small >= at) && letter.is_some_and(|letter| letter < at) {
                return Some(at);
            }
        }
        let label = head(self.reading, rest, &NUMBER);
        let state = head(self.reading, rest, &NATIONAL);
        wide_gaps(text, rest).find_map(|gap| {
            let before = &text[rest.start..gap.start];
            let number = label.is_some_and(|end| gap.start <= end + 1);
            let blank = text[gap.end..rest.end].starts_with(['/', '-', '–']);
            // "CỘNG HÒA XÃ HỘI CHỦ NGHĨA  VIỆT NAM".
            let name = state.is_some_and(|end| gap.start < end);
            (!before.ends_with(':') && !number && !blank && !name).then_some(gap.start)
        })
    }
}

/// The runs of space within `rest` that have a tab or two spaces.
fn wide_gaps(text: &str, rest: Span) -> impl Iterator<Item = Span> {
    let mut from = rest.start;
    std::iter::from_fn(move || {
        loop {
            let words = &text[from..rest.end];
            let start = from + words.find(char::is_whitespace)?;
            let space = &text[start..rest.end];
            let end = rest.end - space.trim_start().len();
            steps::take(end - from);
            from = end;
            let gap = Span::new(start, end);
            let space = gap.of(text);
            if space.contains('\t') || space.contains("  ") {
                return Some(gap);
            }
        }
    })
}

/// What is looked for in the rest of a line, again and again as the rest gets shorter.
#[derive(Default)]
enum Ahead {
    #[default]
    Unknown,
    At(usize),
    Nowhere,
}

impl Ahead {
    /// The first place in `rest`, which `find` looks for.
    fn from(&mut self, rest: Span, find: impl FnOnce() -> Option<usize>) -> Option<usize> {
        let known = match *self {
            Ahead::Nowhere => return None,
            Ahead::At(at) => Some(at).filter(|&at| at >= rest.start),
            Ahead::Unknown => None,
        };
        let found = known.or_else(|| {
            let found = find();
            steps::take(found.unwrap_or(rest.end) - rest.start);
            found
        });
        *self = found.map_or(Ahead::Nowhere, Ahead::At);
        found
    }
}

/// `Hà Nội, ngày 29 tháng 01 năm 2026`, also with the day or the month left blank; `Hà Nội, ngày 29/01/2026`.
pub(super) fn place_date(words: &str) -> Option<Span> {
    const LONGEST_PLACE: usize = 60;
    let comma = words
        .bytes()
        .take(2 * LONGEST_PLACE)
        .position(|b| b == b',')?;
    let place = words[..comma].trim_end();
    // "V/v …     Hà Nội, ngày …": two columns.
    // "CHÍNH PHỦ - Số: 5/CĐ-TTg - Hà Nội, ngày …": three.
    let one = !place.contains("  ") && !place.contains(['\t', ':']);
    let named = place.starts_with(char::is_uppercase) && place.len() <= LONGEST_PLACE && one;
    let mut cursor = Cursor::new(words, comma + 1);
    cursor.spaces();
    if !named || !cursor.phrase("ngày") {
        return None;
    }
    let cursor = worded(cursor).or_else(|| in_digits(cursor))?;
    let end = words[..cursor.pos()].trim_end().len();
    words[cursor.pos()..]
        .trim_matches(['.', ' ', '…'])
        .is_empty()
        .then_some(Span::new(0, end))
}

/// Behind *29 tháng 01 năm 2026*.
fn worded(mut cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let blank = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\t' | '.' | '…' | '_');
    cursor.eat_while(blank);
    if !cursor.phrase("tháng") {
        return None;
    }
    cursor.eat_while(blank);
    if !cursor.phrase("năm") {
        return None;
    }
    cursor.spaces();
    cursor.digits();
    Some(cursor)
}

/// Behind *29/01/2026*, *29-01-2026*.
fn in_digits(mut cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    cursor.spaces();
    for _ in ["day", "month"] {
        let digits = cursor.digits().len();
        cursor.spaces();
        let apart = ['/', '-', '–', '.']
            .into_iter()
            .any(|sign| cursor.eat(sign));
        if !(1..=2).contains(&digits) || !apart {
            return None;
        }
        cursor.spaces();
    }
    (cursor.digits().len() == 4).then_some(cursor)
}
