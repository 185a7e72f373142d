//! Wrapped lines joined.
//!
//! Two kinds of evidence. The *language*: a line that ends in a word with which nothing ends, or
//! goes on in lower case, goes on. The *measure*: where lines are filled up to an edge, a line
//! into which the first word of the next would not have gone was wrapped there. What stands for
//! itself (items, headings, rows, capitals, recipients) is joined by neither.

use once_cell::sync::Lazy;

use super::line::{End, Form, Line, Start, lines_of};
use super::rewrite::{Rewriter, Rewritten};
use crate::span::Span;
use crate::tables::OPEN_ENDS;
use crate::text::letters::is_alphanumeric;

/// Joins the wrapped lines of `text`.
pub(super) fn join(text: &str) -> Rewritten {
    memchr::memchr(b'\n', text.as_bytes())?;
    let lines = lines_of(text);
    let measures = Measures::of(text, &lines);
    let mut rewriter = Rewriter::new(text);
    let mut reader = Joiner {
        text,
        lines: &lines,
        measures,
        head: 0,
        recipients: false,
        cut_heads: cut_heads(text, &lines),
    };
    for i in 1..lines.len() {
        let gap = Span::new(lines[i - 1].span.end, lines[i].span.start);
        match reader.joint(i) {
            Some(with) => rewriter.replace(gap, with),
            None => reader.head = i,
        }
    }
    rewriter.finish()
}

/// Where lines are wrapped, and from which reach on a line is full.
///
/// The *reach* of a line is its width and that of the next word, with the space between: a line
/// is full when its reach is beyond the edge. How far that is, the lines tell that are wrapped for
/// certain.
struct Measures(Vec<Option<usize>>);

/// Lines that are measured together.
const BLOCK: usize = 32;

impl Measures {
    fn of(text: &str, lines: &[Line]) -> Measures {
        let mut reaches = Vec::new();
        let mut pages: Vec<Option<usize>> = Vec::new();
        let mut all = Vec::new();
        for block in lines.chunks(BLOCK) {
            let from = pages.len() * BLOCK;
            reaches.clear();
            for i in from.max(1)..from + block.len() {
                if runs_on(text, &lines[i - 1], &lines[i]) {
                    reaches.push((
                        reach(text, &lines[i - 1], &lines[i]),
                        lines[i - 1].width(text),
                    ));
                }
            }
            all.extend_from_slice(&reaches);
            pages.push(edge(text, &mut reaches, block));
        }
        let whole = edge(text, &mut all, lines);
        Measures(pages.into_iter().map(|page| page.or(whole)).collect())
    }

    fn is_full(&self, text: &str, i: usize, lines: &[Line]) -> bool {
        self.0[i / BLOCK].is_some_and(|edge| {
            let reach = reach(text, &lines[i], &lines[i + 1]);
            (edge..edge + edge / 2).contains(&reach)
        })
    }
}

fn reach(text: &str, line: &Line, next: &Line) -> usize {
    line.width(text) + 1 + next.first_word(text)
}

/// The least reach of a full line, when enough of the lines go on below and end near to one edge.
/// `reaches` are those of the lines that do, with their widths. Where lines are narrow, one in eight
/// must; else a third of those that come near the edge: a page of short lines has few that were
/// wrapped.
fn edge(text: &str, reaches: &mut [(usize, usize)], lines: &[Line]) -> Option<usize> {
    /// Narrower lines may be cells of a table.
    const NARROW: usize = 50;
    if reaches.len() < 2 {
        return None;
    }
    reaches.sort_unstable();
    let (widest, _) = reaches[reaches.len() * 9 / 10];
    let near = (widest * 17 / 20).max(30);
    // What is narrower are the columns of tables.
    let filled = &reaches[reaches.partition_point(|&(reach, _)| reach < near)..];
    if filled.len() * 3 < reaches.len() || widest > 140 {
        return None;
    }
    if reaches.len() * 8 < lines.len() {
        let wide = |line: &&Line| line.width(text) >= near;
        let many = filled.len() >= 2 && filled.len() * 3 >= lines.iter().filter(wide).count();
        if widest < NARROW || !many {
            return None;
        }
    }
    // Where all letters are of one width the edge is not before the widest line; else the lines
    // vary, and one may be full that is narrower.
    let width = filled.iter().map(|&(_, width)| width).max()?;
    Some(filled[0].0.min(width + 1))
}

/// Whether the language alone says that `line` goes on in `next`.
fn runs_on(text: &str, line: &Line, next: &Line) -> bool {
    !next.apart
        && next.start == Start::Lower
        && matches!(line.end, End::Word | End::Comma)
        && next.form(text) == Form::Prose
        && line.form(text) == Form::Prose
}

/// Behind a longer line, in bytes, the list of recipients is over.
const LONGEST_RECIPIENT: usize = 200;

struct Joiner<'t> {
    text: &'t str,
    lines: &'t [Line],
    measures: Measures,
    /// The first line of the paragraph that is being read.
    head: usize,
    /// Below *Nơi nhận*.
    recipients: bool,
    /// The first lines, up to this one, are those of a head whose paragraphs lost their first words.
    cut_heads: usize,
}

/// The lines of the head of a document, where the first word of its paragraphs stands on a line of its
/// own: some sites write them so, and *CỘNG* alone above *HÒA XÃ HỘI …* shows it.
fn cut_heads(text: &str, lines: &[Line]) -> usize {
    /// No head is longer.
    const HEAD: usize = 40;
    let head = lines[..lines.len().min(HEAD)]
        .iter()
        .take_while(|line| line.start != Start::Unit);
    let head: Vec<&str> = head.map(|line| line.span.of(text)).collect();
    let cut = |pair: &[&str]| {
        matches!(pair[0], "CỘNG" | "ĐẢNG")
            && matches!(pair[1].split(' ').next(), Some("HÒA" | "HOÀ" | "CỘNG"))
    };
    match head.windows(2).any(cut) {
        true => head.len(),
        false => 0,
    }
}

impl Joiner<'_> {
    /// What the line end before line `i` becomes; `None` when it stays.
    fn joint(&mut self, i: usize) -> Option<&'static str> {
        let (line, next) = (&self.lines[i - 1], &self.lines[i]);
        if line.start == Start::Own && line.span.of(self.text).starts_with("Nơi nhận") {
            self.recipients = true;
        } else if next.start == Start::Unit || line.span.len() > LONGEST_RECIPIENT {
            self.recipients = false;
        }
        if i < self.cut_heads && !next.apart && matches!(next.start, Start::Upper | Start::Digit) {
            let words = line.span.of(self.text).trim_end_matches(':');
            let one =
                words.starts_with(char::is_uppercase) && words.chars().all(char::is_alphabetic);
            if one {
                return Some(" ");
            }
        }
        // Nearly all lines end with a stop, and the next begins with a marker or a capital.
        if next.apart
            || line.end == End::Other
            || line.end == End::Stop && next.start != Start::Lower
        {
            return None;
        }
        if line.form(self.text) == Form::Row || next.form(self.text) == Form::Row {
            return None;
        }
        if line.end == End::Cut {
            let code = matches!(next.start, Start::Upper | Start::Digit);
            return code.then_some("");
        }
        if line.end == End::Hyphen {
            return (next.start == Start::Lower).then_some("");
        }
        let full = self.measures.is_full(self.text, i - 1, self.lines);
        self.goes_on(i, line, next, full).then_some(" ")
    }

    fn goes_on(&self, i: usize, line: &Line, next: &Line, full: bool) -> bool {
        let head = &self.lines[self.head];
        match next.start {
            Start::Marker if self.is_range(i) => return true,
            Start::Marker | Start::Own | Start::Other => return false,
            Start::Unit => return self.refers(line, next),
            Start::LowDash | Start::HighDash => {
                let inside = full || next.start == Start::LowDash && line.start == Start::Lower;
                return line.end == End::Word
                    && line.form(self.text) == Form::Prose
                    && self.measures.0[(i - 1) / BLOCK].is_some()
                    && inside;
            }
            Start::Code => {
                return line
                    .span
                    .of(self.text)
                    .ends_with(|c: char| c.is_ascii_digit());
            }
            _ => {}
        }
        if line.form(self.text) == Form::Capitals || next.form(self.text) == Form::Capitals {
            let title = line.form(self.text) == next.form(self.text)
                && matches!(next.start, Start::Upper | Start::Digit)
                && (line.end == End::Comma || self.open_end(line, next));
            // An abbreviation with which the sentence ends.
            let symbol = line.form(self.text) == Form::Prose
                && next.first_word(self.text) == next.width(self.text)
                && next.end == End::Stop
                && line.end != End::Stop;
            return title || symbol && full;
        }
        if line.form(self.text) == Form::Figures {
            return false;
        }
        let cell = self.is_cell(i);
        if self.open_end(line, next) && !(next.form(self.text) == Form::Figures && cell) {
            return true;
        }
        if next.start == Start::Upper
            && next.span.of(self.text).starts_with("Điều ")
            && ends_in_label(line.span.of(self.text))
        {
            return true;
        }
        match (next.start, line.end) {
            (_, End::Stop) => {
                full && next.start == Start::Lower && next.form(self.text) == Form::Prose
            }
            (Start::Lower, _) => full || !cell || in_bracket(line.span.of(self.text)),
            (_, End::Comma) if next.start == Start::Upper && !self.recipients => {
                full || head.start != Start::Own
                    && !cell
                    && next.first_word(self.text) < next.width(self.text)
            }
            (Start::Digit, _) if self.counts_amid(i) => true,
            (Start::Opener, _) if quotes_amid(next.span.of(self.text)) => true,
            // A heading has a line of its own; what follows it begins with a capital too.
            _ if matches!(head.start, Start::Unit | Start::Own) && head.end != End::Stop => {
                full && (head.start == Start::Own || self.ends_title(i))
            }
            // The last word of a sentence may be a number; a row of a table has no full stop.
            _ => {
                let figures = next.form(self.text) == Form::Figures && next.end != End::Stop;
                full && !cell && !self.recipients && !figures
            }
        }
    }

    /// Whether the dash before line `i` stands between two years or months: *giai đoạn 2021⏎- 2025*.
    fn is_range(&self, i: usize) -> bool {
        let (line, next) = (&self.lines[i - 1], &self.lines[i]);
        let words = line.span.of(self.text);
        let first = words.rsplit(' ').next().unwrap_or("");
        let dashed = next.span.of(self.text).strip_prefix(['-', '–']);
        let second = dashed.map_or("", |rest| rest.trim_start_matches(' '));
        let end = second.find([' ', ',', ';', ')']).unwrap_or(second.len());
        let second = second[..end].trim_end_matches('.');
        let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        let year = |word: &str| word.len() == 4 && number(word) && word.starts_with(['1', '2']);
        let month = |word: &str| word.len() <= 2 && number(word);
        let dated = second
            .rsplit_once('/')
            .is_some_and(|(before, last)| year(last) && before.split('/').all(month));
        line.end == End::Word
            && self.measures.0[(i - 1) / BLOCK].is_some()
            && (year(first) && year(second) || (month(first) || first.contains('/')) && dated)
    }

    /// Whether line `i` begins with a number within a sentence: the line above, of an item or as
    /// long as lines are, has not ended, and words follow the number up to a stop. *… dài ít nhất⏎3,5
    /// m tại chỗ.*
    fn counts_amid(&self, i: usize) -> bool {
        /// Shorter lines may be cells, in characters.
        const CELL: usize = 45;
        let (line, next) = (&self.lines[i - 1], &self.lines[i]);
        let words = next.span.of(self.text);
        let number = words.find(' ').unwrap_or(words.len());
        let item = self.lines[self.head].start == Start::Marker;
        next.form(self.text) == Form::Prose
            && next.end == End::Stop
            && words[number..].trim_start().starts_with(char::is_lowercase)
            && (item || line.width(self.text) >= CELL && !self.is_cell(i))
    }

    /// Whether line `i` is the last line of a title: short, without a stop, and something that
    /// stands for itself behind it.
    fn ends_title(&self, i: usize) -> bool {
        let (line, next) = (&self.lines[i], self.lines.get(i + 1));
        line.end == End::Word
            && next.is_none_or(|next| {
                next.apart
                    || next.start != Start::Lower
                        && !self.measures.is_full(self.text, i, self.lines)
            })
    }

    /// Whether the line before line `i` is a cell of a table: it is short, and near it, but for
    /// line `i`, figures stand alone on a line.
    fn is_cell(&self, i: usize) -> bool {
        let figures = |line: &Line| line.end == End::Word && line.form(self.text) == Form::Figures;
        let before = &self.lines[i.saturating_sub(4)..i];
        let behind = &self.lines[i + 1..self.lines.len().min(i + 4)];
        self.lines[i - 1].width(self.text) < 60 && before.iter().chain(behind).any(figures)
    }

    /// Whether a line that looks like the beginning of a unit is what the line above refers to:
    /// *theo khoản 1⏎Điều 5. Trường hợp khác …*
    fn refers(&self, line: &Line, next: &Line) -> bool {
        if line.form(self.text) != Form::Prose || !matches!(line.end, End::Word | End::Comma) {
            return false;
        }
        let words = line.span.of(self.text);
        let last = words.rsplit(' ').next().unwrap_or("");
        matches!(last, "tại" | "theo" | "của" | "và" | "hoặc" | "với")
            || next.span.of(self.text).starts_with("Điều ") && ends_in_label(words)
    }

    /// Whether `line` ends in a word with which nothing ends.
    fn open_end(&self, line: &Line, next: &Line) -> bool {
        let words = line.span.of(self.text);
        let Some((_, last)) = words.rsplit_once(' ').filter(|_| line.end == End::Word) else {
            return false;
        };
        // The longest word of the table has nine bytes.
        if last.len() > 12 {
            return false;
        }
        let last = last.to_lowercase();
        let from = OPEN.partition_point(|&(word, _)| word < last.as_str());
        OPEN[from..]
            .iter()
            .take_while(|&&(word, _)| word == last)
            .any(|&(_, follows)| follow(next.span.of(self.text), follows, next.start))
    }
}

/// The words with which nothing ends, in order, and what must follow.
static OPEN: Lazy<Vec<(&str, &str)>> = Lazy::new(|| {
    let mut words: Vec<_> = OPEN_ENDS.rows().map(|[word, what]| (word, what)).collect();
    words.sort_unstable();
    words
});

/// Whether `words` begin as a word calls for: the second column of the table.
fn follow(words: &str, what: &str, start: Start) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let tail = &words[digits..];
    let len = words
        .find(|c: char| !is_alphanumeric(c))
        .unwrap_or(words.len());
    let word = &words[..len];
    match what {
        "any" => matches!(
            start,
            Start::Lower | Start::Upper | Start::Digit | Start::Opener
        ),
        "number" => (1..=3).contains(&digits),
        "serial" => digits > 0 && tail.trim_start().starts_with(['/', '-']) && tail.len() > 3,
        "day" => {
            matches!(digits, 1 | 2) && (tail.is_empty() || tail.starts_with(['/', '-', '.', ' ']))
        }
        "year" => digits == 4 && (words.starts_with("19") || words.starts_with("20")),
        _ if what.starts_with('=') => word == &what[1..],
        "letter" => word.chars().count() == 1 && word.starts_with(char::is_lowercase),
        _ => !word.is_empty() && word.bytes().all(|b| b"IVX".contains(&b)),
    }
}

/// Whether `words` end in the label of a clause or a point, which calls for its article:
/// *theo khoản 1*, *điểm a,*
fn ends_in_label(words: &str) -> bool {
    let words = words.trim_end_matches([',', ' ']);
    let (before, label) = words.rsplit_once(' ').unwrap_or(("", words));
    let level = before.rsplit(' ').next().unwrap_or("");
    let labels = label.len() <= 3 && label.starts_with(|c: char| c.is_ascii_digit())
        || label.chars().count() == 1 && label.starts_with(char::is_lowercase);
    labels && matches!(level, "khoản" | "Khoản" | "điểm" | "Điểm")
}

/// Whether `words` begin with a quotation and go on in lower case: *… và bờ⏎“Đông” của sông.*
fn quotes_amid(words: &str) -> bool {
    let behind = words.split_once(['”', '"', '’', '»']).map(|(_, rest)| rest);
    let straight = words
        .strip_prefix('"')
        .and_then(|rest| rest.split_once('"'));
    let behind = straight.map(|(_, rest)| rest).or(behind);
    behind.is_some_and(|rest| rest.starts_with(' ') && rest[1..].starts_with(char::is_lowercase))
}

/// Whether a bracket opens in `words` that does not close there.
fn in_bracket(words: &str) -> bool {
    let open = memchr::memrchr(b'(', words.as_bytes());
    open.is_some_and(|at| memchr::memchr(b')', &words.as_bytes()[at..]).is_none())
}
