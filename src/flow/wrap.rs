//! Wrapped lines joined.
//!
//! Two kinds of evidence. The *language*: a line that ends in a word with which nothing ends, or
//! goes on in lower case, goes on. The *measure*: where lines are filled up to an edge, a line
//! into which the first word of the next would not have gone was wrapped there. What stands for
//! itself (items, headings, rows, capitals, recipients) is joined by neither.

use super::hanging::{
    abbreviates, calls_for_unit, dates, ends_in_label, follow, hangs, in_bracket, is_sentence,
    quotes_amid,
};
use super::line::{End, Form, Line, Start, lines_of};
use super::measure::{Measures, ends_sentence};
use super::rewrite::{Rewriter, Rewritten};
use crate::span::Span;

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

/// Behind a longer line, in bytes, the list of recipients is over.
const LONGEST_RECIPIENT: usize = 200;

/// What is longer, in bytes, is no title.
const LONGEST_TITLE: usize = 300;

/// What stands between the cells of a table that was turned to lines.
const BAR: &str = "|";

/// The longest word of the language in capitals, in bytes, and the lines of a first cell, at most.
const LONGEST_WORD: usize = 16;
const FIRST_CELL: usize = 8;

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

/// Whether a line is a number and then the beginning of a sentence.
fn is_note(line: &str) -> bool {
    let words = line.trim_start_matches(|c: char| c.is_ascii_digit());
    words.trim_start().starts_with(char::is_uppercase)
}

/// Whether no letter of `words` is a small one.
fn is_capital(words: &str) -> bool {
    !words.chars().any(char::is_lowercase)
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
    let cells = head.contains(&BAR);
    let cut = |(i, pair): (usize, &[&str])| {
        let state = matches!(pair[0], "CỘNG" | "ĐẢNG")
            && matches!(pair[1].split(' ').next(), Some("HÒA" | "HOÀ" | "CỘNG"));
        // *ỦY BAN NHÂN⏎DÂN⏎TỈNH …*: the line above goes on.
        let open = |above: &usize| hangs(head[*above], |what| follow(pair[0], what, Start::Upper));
        state || cells && is_cut(pair[0], pair[1]) && i.checked_sub(1).filter(open).is_none()
    };
    match head.windows(2).enumerate().any(cut) {
        true => head.len(),
        false => 0,
    }
}

/// Whether the first word of a paragraph stands above the rest of it: *ỦY⏎BAN NHÂN DÂN TỈNH*, *Căn⏎cứ Luật Giá*; not
/// *LUẬT⏎THỦ ĐÔ*, a kind of one word and its name.
fn is_cut(word: &str, rest: &str) -> bool {
    let syllable =
        || !word.contains(' ') && word.chars().any(|c| !c.is_ascii() || "AEIOUY".contains(c));
    let capitals = is_capital(word) && is_capital(rest) && rest.contains(' ');
    word == "Căn" && rest.starts_with("cứ ")
        || capitals && syllable() && !matches!(word, "LUẬT" | "LỆNH")
}

impl Joiner<'_> {
    /// What the line end before line `i` becomes; `None` when it stays.
    fn joint(&mut self, i: usize) -> Option<&'static str> {
        let (line, next) = (&self.lines[i - 1], &self.lines[i]);
        if self.heads_cell(i - 1) && next.span.of(self.text) != BAR {
            return Some(" ");
        }
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
        if next.apart && !self.goes_on_over_page(i)
            || line.end == End::Other
            || line.end == End::Stop && !self.may_follow_stop(line, next)
        {
            return None;
        }
        if line.form == Form::Row || next.form == Form::Row {
            return None;
        }
        if line.end == End::Cut {
            let words = line.span.of(self.text);
            let small = words[..words.len() - 1].ends_with(char::is_lowercase);
            let code = match next.start {
                Start::Upper | Start::Digit => true,
                // *1248/qđ-⏎ttg*: what goes on need not be a word.
                Start::Lower | Start::Other => {
                    small && next.span.of(self.text).starts_with(char::is_lowercase)
                }
                _ => false,
            };
            return code.then_some("");
        }
        if line.end == End::Hyphen {
            return (next.start == Start::Lower).then_some("");
        }
        if line.end == End::Dash {
            return self.goes_on_behind_dash(i).then_some(" ");
        }
        let full = self.measures.is_full(self.text, i - 1, self.lines);
        self.goes_on(i, line, next, full).then_some(" ")
    }

    /// Whether `next` may go on with the paragraph of `line`, which ends with a stop.
    fn may_follow_stop(&self, line: &Line, next: &Line) -> bool {
        match next.start {
            Start::Lower | Start::Upper => true,
            // *Thư ký hội thảo:⏎700.000 đồng;*
            Start::Digit => line.span.of(self.text).ends_with(':'),
            _ => false,
        }
    }

    /// Whether a sentence goes on in line `i` over an empty line: where a page ends, a scan leaves one. Nothing
    /// closes the line above, which is as full as lines are, or no cell where none were wrapped, and line `i`
    /// begins in lower case or is called for.
    fn goes_on_over_page(&self, i: usize) -> bool {
        /// What is narrower may be a cell, in characters.
        const CELL: usize = 30;
        let (line, next) = (&self.lines[i - 1], &self.lines[i]);
        let called_for = match next.start {
            Start::Lower => matches!(line.end, End::Word | End::Comma),
            Start::Upper => self.open_end(line, next),
            // *21 Khoản này được bổ sung …* at the foot of a page is a note.
            Start::Digit => self.open_end(line, next) && !is_note(next.span.of(self.text)),
            _ => false,
        };
        called_for
            && line.form == Form::Prose
            && next.form == Form::Prose
            && match self.measures.has_edge(i - 1) {
                true => self.is_full(i - 1),
                false => line.width(self.text) >= CELL,
            }
    }

    /// Whether line `i` is the first word of a cell, behind which a portal breaks the line: *CHÍNH⏎PHỦ⏎|⏎
    /// Số:⏎80/NQ-CP⏎|⏎TP.⏎Hồ Chí Minh*
    fn heads_cell(&self, i: usize) -> bool {
        let says = |i: usize| self.lines.get(i).map(|line| line.span.of(self.text));
        let word = says(i).unwrap_or_default();
        // *Số:*, *TP.*, *V/v*
        let letters = word.strip_suffix([':', '.']).unwrap_or(word);
        let is_word = letters.len() <= LONGEST_WORD
            && letters.starts_with(char::is_uppercase)
            && letters.chars().all(|c| c.is_alphabetic() || c == '/');
        is_word
            && match i.checked_sub(1) {
                Some(above) => says(above) == Some(BAR),
                None => (1..FIRST_CELL).any(|i| says(i) == Some(BAR)),
            }
    }

    /// Whether line `i` goes on with what a letter is about, in a cell of its head: *V/v chính sách thuế⏎GTGT⏎|*.
    fn is_in_subject_cell(&self, i: usize) -> bool {
        /// No cell has more lines.
        const CELL: usize = 5;
        let says = |line: &Line| line.span.of(self.text);
        let head = says(&self.lines[self.head]);
        let subject = head
            .get(..3)
            .is_some_and(|first| first.eq_ignore_ascii_case("v/v"));
        let mut below = self.lines[i..].iter().take(CELL + 1);
        subject && below.any(|line| says(line) == BAR)
    }

    fn goes_on(&self, i: usize, line: &Line, next: &Line, full: bool) -> bool {
        let head = &self.lines[self.head];
        match next.start {
            Start::Marker if self.is_range(i) => return true,
            Start::Marker | Start::Own | Start::Other => return false,
            Start::Unit => return self.refers(line, next, full),
            Start::LowDash | Start::HighDash => {
                let inside = full || next.start == Start::LowDash && line.start == Start::Lower;
                return line.end == End::Word
                    && line.form == Form::Prose
                    && self.measures.has_edge(i - 1)
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
        if matches!(next.start, Start::Upper | Start::Digit) && self.is_in_subject_cell(i) {
            return true;
        }
        let (words, behind) = (line.span.of(self.text), next.span.of(self.text));
        if line.end == End::Word && (abbreviates(behind) || dates(words, behind)) {
            return true;
        }
        if line.form == Form::Capitals || next.form == Form::Capitals {
            // *Mục 1. NUÔI, TRỒNG VÀ⏎KINH DOANH LOÀI NGUY CẤP* has a word that is not in capitals.
            let titled = line.start == Start::Unit && next.form == Form::Capitals;
            let filled = full && !line.span.of(self.text).ends_with('.');
            // *QUY ĐỊNH TẠI NGHỊ ĐỊNH SỐ⏎265/2025/NĐ-CP*
            let number = next.start == Start::Digit && is_capital(next.span.of(self.text));
            let title = (titled || number || line.form == next.form)
                && matches!(next.start, Start::Upper | Start::Digit)
                && (line.end == End::Comma || self.open_end(line, next) || filled);
            // An abbreviation with which the sentence ends.
            let symbol = line.form == Form::Prose
                && next.first_word(self.text) == next.width(self.text)
                && next.end == End::Stop
                && line.end != End::Stop;
            return title || symbol && full;
        }
        if line.form == Form::Figures {
            return false;
        }
        let cell = self.is_cell(i);
        if self.open_end(line, next) && !(next.form == Form::Figures && cell) {
            return true;
        }
        if next.start == Start::Upper
            && next.span.of(self.text).starts_with("Điều ")
            && ends_in_label(line.span.of(self.text), &["khoản", "điểm"])
        {
            return true;
        }
        // *các mục 11, 12,⏎13 và 15*
        let units = ["điểm", "khoản", "điều", "mục"];
        if (next.start, line.end) == (Start::Digit, End::Comma)
            && ends_in_label(line.span.of(self.text), &units)
        {
            return true;
        }
        match (next.start, line.end) {
            (Start::Lower, End::Stop) => full && next.form == Form::Prose,
            (_, End::Stop) => full && !cell && !self.recipients && self.goes_on_behind_stop(i),
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
                let so_far = line.span.end - head.span.start;
                full && (head.start == Start::Own
                    || so_far > LONGEST_TITLE
                    || is_sentence(Span::new(head.span.start, line.span.end).of(self.text))
                    || self.ends_title(i))
            }
            // The last word of a sentence may be a number; a row of a table has no full stop.
            _ => {
                let figures = next.form == Form::Figures && next.end != End::Stop;
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
            && self.measures.has_edge(i - 1)
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
        next.form == Form::Prose
            && next.end == End::Stop
            && words[number..].trim_start().starts_with(char::is_lowercase)
            && (item || line.width(self.text) >= CELL && !self.is_cell(i))
    }

    fn is_full(&self, i: usize) -> bool {
        i + 1 < self.lines.len() && self.measures.is_full(self.text, i, self.lines)
    }

    /// The last line of the paragraph that goes on in line `i`, as far as the lines alone tell; none when
    /// that is far.
    fn end_of_paragraph(&self, i: usize) -> Option<usize> {
        const LINES: usize = 12;
        let goes_on = |i: usize| {
            self.lines.get(i + 1).is_some_and(|next| {
                let stands_alone = matches!(next.start, Start::Marker | Start::Unit | Start::Own);
                let runs =
                    next.start == Start::Lower || self.lines[i].end != End::Stop && self.is_full(i);
                !next.apart && !stands_alone && runs
            })
        };
        (i..self.lines.len().min(i + LINES)).find(|&i| !goes_on(i))
    }

    /// Whether the title that goes on in line `i` ends without a stop.
    fn ends_title(&self, i: usize) -> bool {
        self.end_of_paragraph(i)
            .is_some_and(|last| self.lines[last].end == End::Word)
    }

    /// Whether line `i`, which begins with a capital behind a full line that ends with a stop, goes on
    /// with its paragraph.
    fn goes_on_behind_stop(&self, i: usize) -> bool {
        let (line, next) = (&self.lines[i - 1], &self.lines[i]);
        let words = line.span.of(self.text);
        if line.form != Form::Prose {
            return false;
        }
        if self.labels_amid(i) {
            return true;
        }
        if next.end != End::Stop && !self.is_full(i) {
            return false;
        }
        let item = self.lines[self.head].start == Start::Marker;
        match words.as_bytes().last() {
            Some(b'.') => self.measures.sentences && ends_sentence(self.text, line, next),
            // Items without markers do not begin behind one that has a marker.
            Some(b';') => (item || calls_for_unit(words)) && next.form == Form::Prose,
            // A list has two items or more.
            Some(b':') if item => self.end_of_paragraph(i).is_some_and(|last| {
                self.lines[last].span.of(self.text).ends_with(['.', ';'])
                    && self.lines.get(last + 1).is_none_or(|next| {
                        next.apart || matches!(next.start, Start::Marker | Start::Unit | Start::Own)
                    })
            }),
            _ => false,
        }
    }

    /// Whether the paragraph is a series of labels with their values, and line `i` has the value of the last
    /// one: *Cơ quan chủ trì: Sở Y tế; thời gian hoàn thành:⏎Quý I/2026*.
    fn labels_amid(&self, i: usize) -> bool {
        /// No label is longer, in bytes, and its paragraph is read so many lines back.
        const LABEL: usize = 60;
        const LINES: usize = 4;
        let first = self.head.max(i.saturating_sub(LINES));
        let (first, last) = (self.lines[first].span, self.lines[i - 1].span);
        let paragraph = Span::new(first.start, last.end).of(self.text);
        let Some((before, label)) = paragraph.rsplit_once(';') else {
            return false;
        };
        let label = label.strip_suffix(':').map(str::trim);
        label.is_some_and(|label| label.len() <= LABEL && !label.contains(':'))
            && before.contains(':')
    }

    /// Whether the words before the dash that line `i` stands behind go on in it.
    fn goes_on_behind_dash(&self, i: usize) -> bool {
        let (line, next) = (&self.lines[i - 1], &self.lines[i]);
        let forms = (line.form, next.form);
        match next.start {
            Start::Digit => matches!(forms.0, Form::Prose | Form::Capitals) && forms.1 != Form::Row,
            Start::Lower | Start::Upper => match forms {
                (Form::Prose, Form::Prose) => true,
                (Form::Capitals, Form::Capitals) => self.is_full(i - 1),
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether the line before line `i` is a cell of a table: it is short, and near it, but for
    /// line `i`, figures stand alone on a line. Above an empty line a paragraph of more lines has
    /// none that are near.
    fn is_cell(&self, i: usize) -> bool {
        // A number that did not go into a full line is none of a cell.
        let figures = |&i: &usize| {
            let line = &self.lines[i];
            line.end == End::Word
                && line.form == Form::Figures
                && !i.checked_sub(1).is_some_and(|before| self.is_full(before))
        };
        let paragraph = self.lines[self.head].apart && self.head + 1 < i;
        let first = if paragraph { self.head } else { 0 };
        let before = first.max(i.saturating_sub(4))..i;
        let behind = i + 1..self.lines.len().min(i + 4);
        self.lines[i - 1].width(self.text) < 60 && before.chain(behind).any(|i| figures(&i))
    }

    /// Whether a line that looks like the beginning of a unit is what the line above refers to:
    /// *theo khoản 1⏎Điều 5. Trường hợp khác …*
    fn refers(&self, line: &Line, next: &Line, full: bool) -> bool {
        if line.form != Form::Prose || !matches!(line.end, End::Word | End::Comma) {
            return false;
        }
        let words = line.span.of(self.text);
        let article = next.span.of(self.text).starts_with("Điều ");
        line.end == End::Word && hangs(words, |follows| follows == "any")
            || article && ends_in_label(words, &["khoản", "điểm"])
            || !article && full && ends_in_label(words, &["mục", "chương", "phần", "điều"])
    }

    /// Whether `line` ends in a word with which nothing ends before `next`.
    fn open_end(&self, line: &Line, next: &Line) -> bool {
        let (words, behind) = (line.span.of(self.text), next.span.of(self.text));
        line.end == End::Word && hangs(words, |what| follow(behind, what, next.start))
    }
}
