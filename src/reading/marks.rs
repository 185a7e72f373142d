//! Signs between words: where lines, sentences, clauses, brackets and quotations begin and end.

use super::blocks::{bits, blocks, mask};
use super::quotes::Quotes;
use crate::span::Span;
use crate::text::letters::is_alphanumeric;

/// A line that is not blank, without its indent and trailing space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Line {
    pub(crate) fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// The signs of a text.
#[derive(Debug, Default)]
pub(super) struct Marks {
    lines: Vec<Line>,
    /// Each sentence's end: the mark that ends it and the byte past it.
    ends: Vec<(u32, u32)>,
    ends_by_stretch: Stretches,
    cuts: Vec<Cut>,
    cuts_by_stretch: Stretches,
    brackets: Vec<Bracket>,
    rims: Vec<Rim>,
    quotations: Vec<Span>,
}

/// A sign that clauses begin or end at.
#[derive(Clone, Copy, Debug)]
struct Cut {
    at: u32,
    /// Where the clause begins that goes on behind the sign.
    start: u32,
    /// Where the clause ends that goes on up to the sign.
    end: u32,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A semicolon, a colon.
    Clause,
    /// The end of a sentence: so many bytes.
    Sentence(u32),
    Open,
    Close,
}

/// A pair of brackets.
#[derive(Clone, Copy, Debug)]
struct Bracket {
    open: u32,
    /// The byte past the closing one; 0 where none closes it.
    end: u32,
}

/// From byte `at` to the next rim this pair is the innermost one: where it opens, or one within it closed.
#[derive(Clone, Copy, Debug)]
struct Rim {
    at: u32,
    inside: Option<u32>,
}

impl Marks {
    pub(super) fn of(text: &str) -> Marks {
        let mut reader = LineReader::default();
        let bytes = text.as_bytes();
        for (base, window) in blocks(bytes) {
            for at in bits(mask(&window, is_sign)) {
                reader.sign(text, base + at);
            }
        }
        reader.end_line(text, text.len());
        let mut marks = reader.marks;
        marks.quotations = reader.quotes.finish();
        marks.ends_by_stretch = Stretches::of(marks.ends.iter().map(|end| end.1), text.len());
        marks.cuts_by_stretch = Stretches::of(marks.cuts.iter().map(|cut| cut.at), text.len());
        marks
    }

    /// Sets the rims of the pairs from the one with number `first` on, those of a line.
    fn rim(&mut self, first: usize, inside: &mut Vec<usize>) {
        inside.clear();
        let outer = |inside: &[usize]| inside.last().map(|&i| i as u32);
        for (i, bracket) in self.brackets.iter().enumerate().skip(first) {
            if bracket.end == 0 {
                continue;
            }
            while let Some(closed) = inside.pop_if(|last| self.brackets[*last].end <= bracket.open)
            {
                let at = self.brackets[closed].end;
                let inside = outer(inside);
                self.rims.push(Rim { at, inside });
            }
            inside.push(i);
            let (at, inside) = (bracket.open, outer(inside));
            self.rims.push(Rim { at, inside });
        }
        while let Some(closed) = inside.pop() {
            let at = self.brackets[closed].end;
            let inside = outer(inside);
            self.rims.push(Rim { at, inside });
        }
    }

    pub(super) fn lines(&self) -> &[Line] {
        &self.lines
    }

    pub(super) fn line(&self, at: usize) -> Option<Line> {
        let next = self.lines.partition_point(|line| line.start <= at);
        self.lines.get(next.checked_sub(1)?).copied()
    }

    pub(super) fn sentence(&self, text: &str, at: usize) -> Span {
        let is_before = |&(_, past): &(u32, u32)| past as usize <= at;
        let next = self.ends_by_stretch.behind(&self.ends, at, is_before);
        let start = next.checked_sub(1).map_or(0, |i| self.ends[i].1 as usize);
        let end = self
            .ends
            .get(next)
            .map_or(text.len(), |&(mark, _)| mark as usize);
        trimmed(text, start, end)
    }

    pub(super) fn clause(&self, text: &str, at: usize) -> Span {
        let sentence = self.sentence(text, at);
        let is_before = |cut: &Cut| (cut.at as usize) < at;
        let next = self.cuts_by_stretch.behind(&self.cuts, at, is_before);
        let inside =
            |cut: &&Cut| sentence.start <= cut.at as usize && (cut.at as usize) < sentence.end;
        let left = next
            .checked_sub(1)
            .and_then(|i| self.cuts.get(i))
            .filter(inside);
        let right = self.cuts.get(next).filter(inside);
        let start = left.map_or(sentence.start, |cut| cut.start as usize);
        let end = right.map_or(sentence.end, |cut| cut.end as usize);
        trimmed(text, start.max(sentence.start), end.min(sentence.end))
    }

    pub(super) fn bracket(&self, at: usize) -> Option<Span> {
        let next = self.rims.partition_point(|rim| rim.at as usize <= at);
        let inside = self.rims.get(next.checked_sub(1)?)?.inside?;
        let bracket = self.brackets[inside as usize];
        Some(Span::new(bracket.open as usize, bracket.end as usize))
    }

    pub(super) fn next_bracket(&self, at: usize) -> Option<Span> {
        let next = self
            .brackets
            .partition_point(|bracket| (bracket.open as usize) < at);
        let bracket = self.brackets.get(next)?;
        Some(Span::new(bracket.open as usize, bracket.end as usize))
    }

    pub(super) fn quotation(&self, at: usize) -> Option<Span> {
        let before = self
            .quotations
            .partition_point(|quotation| quotation.start <= at);
        let last = *self.quotations.get(before.checked_sub(1)?)?;
        (at < last.end).then_some(last)
    }

    pub(super) fn quotations(&self) -> &[Span] {
        &self.quotations
    }
}

/// How many signs of a row stand before each stretch of the text: what is around a byte, which is asked for
/// everywhere, is found without a search.
#[derive(Debug, Default)]
struct Stretches(Vec<u32>);

impl Stretches {
    /// Bytes a stretch.
    const LENGTH: usize = 256;

    /// Of signs at these places, in order, of a text of so many bytes.
    fn of(places: impl Iterator<Item = u32>, length: usize) -> Self {
        let mut before = Vec::with_capacity(length / Self::LENGTH + 1);
        let mut count = 0;
        for place in places {
            while before.len() * Self::LENGTH <= place as usize {
                before.push(count);
            }
            count += 1;
        }
        before.resize(length / Self::LENGTH + 1, count);
        Stretches(before)
    }

    /// The first sign of `row` that is not before byte `at`.
    #[inline]
    fn behind<T>(&self, row: &[T], at: usize, is_before: impl Fn(&T) -> bool) -> usize {
        let stretch = (at / Self::LENGTH).min(self.0.len() - 1);
        let from = self.0[stretch] as usize;
        let near = row[from..].iter().take_while(|sign| is_before(sign));
        from + near.count()
    }
}

/// The span without white space at its ends.
fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let Some(words) = text.get(start..end) else {
        return Span::new(start, start);
    };
    let from = start + (words.len() - words.trim_start().len());
    Span::new(from, from + words.trim().len())
}

/// Reads signs line by line: what is open at the end of a line was never closed, but for quotations.
#[derive(Default)]
struct LineReader {
    marks: Marks,
    quotes: Quotes,
    /// The byte at which the line begins, and its first cut.
    start: usize,
    first: usize,
    /// Brackets of the line that are open, as places in `cuts`.
    open: Vec<usize>,
    /// Scratch of `tie` and of `rim`.
    around: Vec<u32>,
    brackets: Vec<(u32, usize)>,
    inside: Vec<usize>,
}

impl LineReader {
    fn sign(&mut self, text: &str, at: usize) {
        let bytes = text.as_bytes();
        match bytes[at] {
            b'\n' => self.end_line(text, at),
            b'.' | b'!' | b'?' if ends_sentence(text, at, 1) => self.cut(at, Kind::Sentence(1)),
            b';' => self.cut(at, Kind::Clause),
            b':' if bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace) => {
                self.cut(at, Kind::Clause);
            }
            b'(' | b'[' => {
                self.open.push(self.marks.cuts.len());
                self.cut(at, Kind::Open);
            }
            b')' | b']' if !self.open.is_empty() => {
                self.open.pop();
                self.cut(at, Kind::Close);
            }
            b'"' => self.quotes.mark(text, self.start, at),
            0xC2 | 0xE2 => {
                if text[at..].starts_with('…') {
                    if ends_sentence(text, at, '…'.len_utf8()) {
                        self.cut(at, Kind::Sentence(3));
                    }
                } else {
                    self.quotes.mark(text, self.start, at);
                }
            }
            _ => {}
        }
    }

    fn cut(&mut self, at: usize, kind: Kind) {
        self.marks.cuts.push(Cut {
            at: at as u32,
            start: 0,
            end: 0,
            kind,
        });
    }

    fn end_line(&mut self, text: &str, end: usize) {
        let span = trimmed(text, self.start, end);
        if !span.is_empty() {
            self.marks.lines.push(Line {
                start: span.start,
                end: span.end,
            });
        }
        // What was not closed opens nothing.
        if !self.open.is_empty() {
            let cuts = self.marks.cuts.split_off(self.first);
            let mut open = self.open.drain(..).peekable();
            let numbered = (self.first..).zip(cuts);
            let closed = numbered.filter(|(i, _)| open.next_if_eq(i).is_none());
            self.marks.cuts.extend(closed.map(|(_, cut)| cut));
        }
        self.tie(end as u32);
        self.quotes.end_line();
        self.marks.ends.push((end as u32, end as u32 + 1));
        self.start = end + 1;
        self.first = self.marks.cuts.len();
    }

    /// Says for each cut of the line which clause is around it.
    fn tie(&mut self, line_end: u32) {
        let cuts = &mut self.marks.cuts[self.first..];
        let mut clause = self.start as u32;
        self.around.clear();
        let first = self.marks.brackets.len();
        let brackets = &mut self.brackets;
        brackets.clear();
        for cut in cuts.iter_mut() {
            match cut.kind {
                Kind::Open => {
                    let number = self.marks.brackets.len();
                    self.marks.brackets.push(Bracket {
                        open: cut.at,
                        end: 0,
                    });
                    brackets.push((clause, number));
                    clause = cut.at + 1;
                }
                Kind::Close => {
                    if let Some((outside, number)) = brackets.pop() {
                        clause = outside;
                        self.marks.brackets[number].end = cut.at + 1;
                    }
                }
                Kind::Clause => clause = cut.at + 1,
                Kind::Sentence(bytes) => {
                    clause = cut.at + bytes;
                    // Inside a bracket it ends a clause only.
                    if brackets.is_empty() {
                        self.marks.ends.push((cut.at, clause));
                    }
                }
            }
            cut.start = clause;
        }
        let mut end = line_end;
        for cut in cuts.iter_mut().rev() {
            match cut.kind {
                Kind::Close => {
                    self.around.push(end);
                    end = cut.at;
                }
                Kind::Open => end = self.around.pop().unwrap_or(line_end),
                Kind::Clause | Kind::Sentence(_) => end = cut.at,
            }
            cut.end = end;
        }
        self.marks.rim(first, &mut self.inside);
    }
}

#[inline]
fn is_sign(byte: u8) -> u8 {
    u8::from(matches!(
        byte,
        b'\n' | b'.' | b'!' | b'?' | b';' | b':' | b'(' | b')' | b'[' | b']' | b'"' | 0xC2 | 0xE2
    ))
}

/// Abbreviations that end in a full stop without ending a sentence.
const TITLES: &[&str] = &[
    "TP", "Tp", "tp", "TX", "TT", "GS", "PGS", "TS", "ThS", "Ths", "BS", "CN", "KS", "LS", "Tr",
    "tr", "Đ", "P", "Q", "H", "X", "No", "v", "vv", "KT", "TL", "TM", "TUQ", "St", "Mr", "Mrs",
];

/// Whether the sign of `len` bytes at byte `at` ends a sentence: it stands before a space, and is
/// not the full stop of an abbreviation or an initial.
fn ends_sentence(text: &str, at: usize, len: usize) -> bool {
    let closes = text[at + len..]
        .chars()
        .next()
        .is_none_or(|c| c.is_whitespace() || matches!(c, '”' | '"' | '’' | ')' | ']' | '»'));
    closes && !(text.as_bytes()[at] == b'.' && is_abbreviation(word_before(text, at)))
}

fn is_abbreviation(word: &str) -> bool {
    let mut letters = word.chars();
    let initial = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase());
    initial || TITLES.contains(&word)
}

/// The letters and digits right before byte `at`, four at most: no abbreviation is longer.
fn word_before(text: &str, at: usize) -> &str {
    let start = text[..at]
        .char_indices()
        .rev()
        .take(5)
        .take_while(|(_, c)| is_alphanumeric(*c))
        .last()
        .map_or(at, |(start, _)| start);
    &text[start..at]
}
