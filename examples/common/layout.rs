//! From the parts of a marked-up page to lines of text, for every format that has blocks and tables.

use std::borrow::Cow;

use super::places::Excerpt;

/// What parts words from the words before them; the stronger of two wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    Space,
    Line,
    Paragraph,
}

/// One part of a page, with the bytes of the source that it was made from.
#[derive(Debug)]
pub enum Part<'s> {
    /// Words as they stand in the source.
    Copied(Cow<'s, str>),
    /// The same, with the white space among them as it is.
    Verbatim(Cow<'s, str>),
    /// Words that the source writes in another way.
    Written(Cow<'s, str>),
    /// The mark of a list item, which the source does not spell out.
    Mark(String),
    Gap(Gap),
    /// A row of a table begins; its parts follow, up to the `RowEnd`.
    Row,
    Cell,
    RowEnd,
}

/// The parts of a page in order, each with where it stands.
#[derive(Debug, Default)]
pub struct Parts<'s>(Vec<(Part<'s>, usize, usize)>);

impl<'s> Parts<'s> {
    pub fn push(&mut self, part: Part<'s>, start: usize, end: usize) {
        self.0.push((part, start, end));
    }

    /// How each row is to be written, by the index of its `Row`.
    ///
    /// A row of one line a cell, or of more than two cells, is a row of data: its cells stand on one
    /// line, with tabs between them. The others are there for the looks (the head of an official
    /// text has its issuer in one cell and its motto in the other): their cells follow each other
    /// as blocks.
    fn rows(&self) -> Vec<bool> {
        struct Open {
            index: usize,
            cells: usize,
            lines: bool,
            /// Whether words stand behind the last gap, and words before it in the same cell.
            words: bool,
            gap: bool,
        }
        let mut data = vec![false; self.0.len()];
        let mut open: Vec<Open> = Vec::new();
        for (index, (part, ..)) in self.0.iter().enumerate() {
            let row = open.last_mut();
            match (part, row) {
                (Part::Row, row) => {
                    // A table within a cell makes the outer one a frame.
                    if let Some(row) = row {
                        row.lines = true;
                        row.cells = row.cells.min(2);
                    }
                    open.push(Open {
                        index,
                        cells: 0,
                        lines: false,
                        words: false,
                        gap: false,
                    });
                }
                (Part::Cell, Some(row)) => {
                    row.cells += 1;
                    (row.words, row.gap) = (false, false);
                }
                (Part::Gap(Gap::Line | Gap::Paragraph), Some(row)) => row.gap = row.words,
                (Part::Copied(words) | Part::Verbatim(words), Some(row)) => row.see(words),
                (Part::Written(words), Some(row)) => row.see(words),
                (Part::RowEnd, Some(row)) => {
                    data[row.index] = !row.lines || row.cells > 2;
                    open.pop();
                }
                _ => {}
            }
        }
        impl Open {
            fn see(&mut self, words: &str) {
                if !words.trim().is_empty() {
                    self.lines |= self.gap;
                    self.words = true;
                }
            }
        }
        data
    }

    /// The text.
    pub fn write(&self) -> Excerpt {
        let rows = self.rows();
        let mut writer = Writer::default();
        // The rows that the part stands in, and for each whether it is one of data.
        let mut open: Vec<(bool, bool)> = Vec::new();
        for (index, (part, start, end)) in self.0.iter().enumerate() {
            let in_data = open.last().is_some_and(|&(data, _)| data);
            match part {
                Part::Copied(words) => writer.words(words, *start),
                // A tab within a cell is none between two.
                Part::Verbatim(words) if in_data => writer.words(words, *start),
                Part::Verbatim(words) => writer.verbatim(words, *start),
                Part::Written(words) => writer.written(words, *start, *end),
                Part::Mark(mark) if !self.is_marked(index) => {
                    writer.written(mark, *start, *end);
                    writer.gap(Gap::Space, *end, *end);
                }
                Part::Mark(_) => {}
                Part::Gap(_) if in_data => writer.gap(Gap::Space, *start, *end),
                // The paragraphs of a cell are the lines of one block: a long name fills several.
                Part::Gap(gap) if !open.is_empty() => {
                    writer.gap((*gap).min(Gap::Line), *start, *end);
                }
                Part::Gap(gap) => writer.gap(*gap, *start, *end),
                Part::Row => {
                    writer.gap(Gap::Line, *start, *start);
                    open.push((rows[index], false));
                }
                Part::Cell => match open.last_mut() {
                    Some((true, seen)) => {
                        if std::mem::replace(seen, true) {
                            writer.tab(*start);
                        }
                    }
                    _ => writer.gap(Gap::Paragraph, *start, *start),
                },
                Part::RowEnd => {
                    open.pop();
                    writer.gap(Gap::Line, *end, *end);
                }
            }
        }
        writer.excerpt.trim_end();
        writer.excerpt
    }

    /// Whether the words behind the mark at `index` begin with a mark of their own.
    fn is_marked(&self, index: usize) -> bool {
        let mut words = self.0[index + 1..]
            .iter()
            .filter_map(|(part, ..)| match part {
                Part::Copied(words) | Part::Verbatim(words) => Some(words.trim_start()),
                Part::Written(words) => Some(words.trim_start()),
                Part::Mark(_) => Some(""),
                _ => None,
            });
        let mut words = words.by_ref().take(4).filter(|words| !words.is_empty());
        let Some(words) = words.next() else {
            return false;
        };
        if words.starts_with(['-', '–', '—', '+', '•', '*', '▪', '●']) {
            return true;
        }
        let words = words.trim_start_matches('(');
        let rest = words.trim_start_matches(|c: char| c.is_alphanumeric() || c == '.');
        let label = &words[..words.len() - rest.len()];
        let signed = label.ends_with('.') || rest.starts_with([')', '/']);
        let label = label.trim_end_matches('.');
        signed && label.split('.').all(is_count)
    }
}

/// Whether `label` counts: `12`, `a`, `IV`.
fn is_count(label: &str) -> bool {
    let digits = (1..=3).contains(&label.len()) && label.bytes().all(|b| b.is_ascii_digit());
    let roman = !label.is_empty() && label.bytes().all(|b| b"IVXLC".contains(&b));
    digits || roman || label.chars().count() == 1
}

/// Writes words with one gap between them, however many the source has.
#[derive(Default)]
struct Writer {
    excerpt: Excerpt,
    gap: Option<(Gap, usize, usize)>,
}

impl Writer {
    fn gap(&mut self, gap: Gap, start: usize, end: usize) {
        self.gap = Some(match self.gap {
            Some((before, from, _)) => (before.max(gap), from, end),
            None => (gap, start, end),
        });
    }

    fn close_gap(&mut self) {
        let Some((gap, start, end)) = self.gap.take() else {
            return;
        };
        let text = &self.excerpt.text;
        if text.is_empty() || (gap == Gap::Space && text.ends_with('\t')) {
            return;
        }
        match gap {
            Gap::Space => self.excerpt.put(" ", start, end),
            Gap::Line => self.excerpt.put("\n", start, end),
            Gap::Paragraph => self.excerpt.put("\n\n", start, end),
        }
    }

    /// Between two cells of one row.
    fn tab(&mut self, at: usize) {
        // Only the row's own gap is kept, when its first cell is empty.
        if self.gap.is_some_and(|(gap, ..)| gap > Gap::Space) {
            self.close_gap();
        }
        self.gap = None;
        self.excerpt.put("\t", at, at);
    }

    /// Words as the source has them; any white space among them is one space.
    fn words(&mut self, words: &str, at: usize) {
        let mut from = 0;
        for (start, word) in pieces(words) {
            let space = &words[from..start];
            if space == " " && self.gap.is_none() && from > 0 {
                self.excerpt.copy(" ", at + from);
            } else if !space.is_empty() {
                self.gap(Gap::Space, at + from, at + start);
            }
            self.close_gap();
            self.excerpt.copy(word, at + start);
            from = start + word.len();
        }
        if from < words.len() {
            self.gap(Gap::Space, at + from, at + words.len());
        }
    }

    fn verbatim(&mut self, words: &str, at: usize) {
        // What would stand at the head or the end of a line is no part of it.
        let from = match self.gap {
            Some(_) => words.len() - words.trim_start().len(),
            None => 0,
        };
        if from < words.len() {
            self.close_gap();
            self.excerpt.copy(&words[from..], at + from);
        }
    }

    fn written(&mut self, words: &str, start: usize, end: usize) {
        if words.trim().is_empty() {
            self.gap(Gap::Space, start, end);
        } else {
            self.close_gap();
            self.excerpt.put(words, start, end);
        }
    }
}

/// The words between white space, each with its offset.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| c.is_ascii_whitespace() || c == '\u{A0}')
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Digits as they stand above the line: *văn bản¹*, *10³*; `None` where there is anything else.
pub fn raised_digits(words: &str) -> Option<String> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits: Option<String> = words
        .chars()
        .map(|c| Some(RAISED[c.to_digit(10)? as usize]))
        .collect();
    digits.filter(|digits| !digits.is_empty())
}
