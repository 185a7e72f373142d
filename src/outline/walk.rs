//! The walk over the lines: which markers are units, whose they are, and how they nest.

use super::line::{self, Line};
use super::marker::{self, Marker};
use super::quote;
use super::sequence::Number;
use super::{Level, OutlineNode};
use crate::span::{Found, Span};
use crate::text::fold;

/// What a walk leaves behind.
#[derive(Debug)]
pub(super) struct Walk<'t> {
    pub nodes: Vec<Found<'t, OutlineNode<'t>>>,
    /// Where the closing (recipients, signatures) begins.
    pub closing: Option<usize>,
    /// Where the first annex begins.
    pub annex: Option<usize>,
}

/// Reads the outline of `text` in one pass; in two when the text has a table of contents with
/// nothing behind it.
pub(super) fn walk<'t>(text: &'t str, lines: &[Line<'t>]) -> Walk<'t> {
    let mut walker = Walker::new(text, lines, true);
    walker.run();
    if walker.contents.is_some_and(|c| c.pending()) {
        walker = Walker::new(text, lines, false);
        walker.run();
    }
    walker.finish()
}

/// Where in the document the walk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Region {
    Body,
    /// Recipients and signatures; `foreign` after an article that is not the next one.
    Closing {
        start: usize,
        foreign: bool,
    },
    Annexes,
}

/// How an annex begins.
#[derive(Clone, Copy, Debug)]
enum AnnexHead {
    /// *Phụ lục* and its number, a span of the line.
    Labelled(Span),
    /// The title of an attached text: *QUY CHẾ …* (*Ban hành kèm theo …*).
    Attached,
}

/// A table of contents (*Mục lục*): its entries are markers, too, until the first of them comes
/// again as the unit itself.
#[derive(Clone, Copy, Debug)]
enum Contents {
    Announced,
    Reading(Level, Number),
    Read,
}

impl Contents {
    fn pending(self) -> bool {
        !matches!(self, Contents::Read)
    }
}

/// The units of one document that are open, and the last number seen of each level.
#[derive(Debug, Default)]
struct Track {
    open: [Option<usize>; Level::COUNT],
    last: [Option<Number>; Level::COUNT],
}

impl Track {
    /// The innermost open unit outside `level`.
    fn parent(&self, level: Level) -> Option<usize> {
        self.open[..level.rank()].iter().rev().find_map(|&o| o)
    }

    /// Enters a unit. Numbers below it start anew; articles count through the document.
    fn enter(&mut self, level: Level, number: Number, node: usize) {
        self.last[level.rank()] = Some(number);
        self.open[level.rank()] = Some(node);
        for below in level.rank() + 1..Level::COUNT {
            if below != Level::Article.rank() {
                self.last[below] = None;
            }
        }
    }

    fn last(&self, level: Level) -> Option<Number> {
        self.last[level.rank()]
    }

    fn is_open(&self, level: Level) -> bool {
        self.open[level.rank()].is_some()
    }
}

/// A quotation that runs over lines.
#[derive(Clone, Copy, Debug)]
struct Quotation {
    depth: usize,
    /// Its opening mark was forgotten; the first closing mark ends it.
    implicit: bool,
}

/// An instruction to amend, below which replacement text may stand.
#[derive(Clone, Copy, Debug)]
struct Announcement<'t> {
    words: &'t str,
    /// Whether it is the heading of an article, which announces without a colon.
    heading: bool,
}

struct Walker<'t, 'l> {
    text: &'t str,
    lines: &'l [Line<'t>],
    nodes: Vec<Found<'t, OutlineNode<'t>>>,
    own: Track,
    quoted: Track,
    quotation: Option<Quotation>,
    region: Region,
    closing: Option<usize>,
    annex: Option<usize>,
    contents: Option<Contents>,
    read_contents: bool,
    /// The outermost level whose last marker broke the sequence: units below it are not ours.
    foreign: Option<Level>,
    /// The last number of a table or list inside a clause, which counts from 1 again.
    inner: Option<Number>,
    /// The instruction in the line above, if it stands there.
    announcement: Option<Announcement<'t>>,
    /// Whether the document amends others.
    amending: bool,
    /// End of the last line that was read, be it as part of a heading.
    end: usize,
}

impl<'t, 'l> Walker<'t, 'l> {
    fn new(text: &'t str, lines: &'l [Line<'t>], read_contents: bool) -> Self {
        Walker {
            text,
            lines,
            nodes: Vec::new(),
            own: Track::default(),
            quoted: Track::default(),
            quotation: None,
            region: Region::Body,
            closing: None,
            annex: None,
            contents: None,
            read_contents,
            foreign: None,
            inner: None,
            announcement: None,
            amending: false,
            end: 0,
        }
    }

    fn run(&mut self) {
        for index in 0..self.lines.len() {
            let line = self.lines[index];
            self.line(index, line);
            self.end = self.end.max(line.span.end);
        }
        self.leave_quotation();
        self.close(Level::Annex, false);
    }

    fn finish(self) -> Walk<'t> {
        Walk {
            nodes: self.nodes,
            closing: self.closing,
            annex: self.annex,
        }
    }

    fn line(&mut self, index: usize, line: Line<'t>) {
        if self.quotation.is_none() && self.frame(index, line) {
            return;
        }
        let head = line
            .text
            .trim_start_matches(|c: char| quote::is_mark(c) || c == ' ');
        let start = line.span.end - head.len();
        let marker = marker::read(self.text, start, line.span.end);
        let body = marker.map_or(start, |m| m.body);
        let words = &self.text[body..line.span.end];
        let marks = quote::marks(line.text, body - line.span.start);
        let announcement = self.announcement.take();

        if let Some(marker) = marker.filter(|m| !self.is_contents_entry(m, line)) {
            if !marks.at_head && self.forgot_closing_mark(&marker, words) {
                self.leave_quotation();
            }
            if self.quotation.is_none()
                && !marks.at_head
                && announcement.is_some_and(|a| self.forgot_opening_mark(a, &marker, words))
            {
                self.quotation = Some(Quotation {
                    depth: 1,
                    implicit: true,
                });
            }
            if self.quotation.is_some() || marks.at_head {
                self.quoted_unit(index, marker);
            } else {
                self.own_unit(index, marker);
            }
        }

        self.end = self.end.max(line.span.end);
        self.turn_quotation(marks, announcement.is_some());
        let heading = marker.is_some_and(|m| m.level == Level::Article);
        let announces =
            marks.opens == 0 && (heading || words.ends_with(':')) && is_instruction(words);
        self.announcement = announces.then_some(Announcement { words, heading });
    }

    /// Takes the lines that belong to the frame of the document: table of contents, closing,
    /// annexes. Says whether the line was one of them.
    fn frame(&mut self, index: usize, line: Line<'t>) -> bool {
        let started = self.own.last(Level::Article).is_some();
        if self.read_contents
            && !started
            && fold::prefix(line.text, "mục lục") == Some(line.text.len())
        {
            self.contents = Some(Contents::Announced);
            return true;
        }
        if let Some(head) = self.annex_head(index, line) {
            self.enter_annex(index, line, head);
            return true;
        }
        match self.region {
            Region::Annexes => true,
            Region::Closing { start, foreign } => {
                self.closing_line(start, foreign, line);
                !matches!(self.region, Region::Body)
            }
            Region::Body => {
                let closes =
                    line::is_recipients(line.text) || started && line::is_signature(line.text);
                if closes {
                    self.region = Region::Closing {
                        start: line.span.start,
                        foreign: false,
                    };
                    self.closing = Some(line.span.start);
                }
                closes
            }
        }
    }

    /// A line below what looked like the closing. When the next article comes, it was none: a
    /// form or a table inside the body had the look of it.
    fn closing_line(&mut self, start: usize, foreign: bool, line: Line<'t>) {
        let Some(marker) = marker::read(self.text, line.span.start, line.span.end)
            .filter(|m| m.level == Level::Article)
        else {
            return;
        };
        let next = self
            .own
            .last(Level::Article)
            .is_none_or(|last| marker.number.is_next_after(last));
        if next && !foreign {
            self.region = Region::Body;
            self.closing = None;
        } else {
            self.region = Region::Closing {
                start,
                foreign: true,
            };
        }
    }

    /// How an annex begins at `line`, if one does.
    ///
    /// Below the closing a heading is enough; in the body it must be followed by the note to
    /// which document the annex belongs, for tables have *Phụ lục* in their cells.
    fn annex_head(&self, index: usize, line: Line<'t>) -> Option<AnnexHead> {
        let covered = match self.nodes.last() {
            // The lines below a heading that was read are part of it.
            Some(node) => line.span.start < node.span.end,
            // Above everything it is the title of the text itself.
            None => self.region == Region::Body,
        };
        let below = self.region != Region::Body;
        let head = match line::annex(line.text) {
            _ if covered => None,
            Some(label) => Some(AnnexHead::Labelled(label)),
            None if below && line::is_attached_title(line.text) => Some(AnnexHead::Attached),
            None => None,
        };
        let enough = below && matches!(head, Some(AnnexHead::Labelled(_)));
        head.filter(|_| enough || self.attachment_note(index).is_some())
    }

    /// Index of the line that says to which document the text that begins at line `index` is
    /// attached, if it stands close below.
    fn attachment_note(&self, index: usize) -> Option<usize> {
        const WITHIN: usize = 5;
        let last = self.lines.len().min(index + 1 + WITHIN);
        (index + 1..last).find(|&i| line::is_attachment_note(self.lines[i].text))
    }

    fn enter_annex(&mut self, index: usize, line: Line<'t>, head: AnnexHead) {
        self.leave_quotation();
        self.close(Level::Annex, false);
        self.region = Region::Annexes;
        let from = line.span.start;
        self.annex.get_or_insert(from);
        let (label, (heading, end)) = match head {
            AnnexHead::Labelled(label) => {
                let label = Span::new(from + label.start, from + label.end);
                let rest = self.text[label.end..line.span.end].trim_start_matches(|c: char| {
                    c.is_whitespace() || matches!(c, '.' | ':' | '-' | '–' | ')')
                });
                let body = line.span.end - rest.len();
                (label, self.heading(index, body, Level::Annex))
            }
            AnnexHead::Attached => {
                let note = self.attachment_note(index).unwrap_or(index + 1);
                let end = self.lines[note - 1].span.end;
                (Span::new(from, from), (Some(&self.text[from..end]), end))
            }
        };
        self.push(
            Level::Annex,
            label,
            heading,
            Span::new(from, end),
            None,
            false,
        );
        self.own.open[Level::Annex.rank()] = Some(self.nodes.len() - 1);
    }

    /// Whether the marker is an entry of a table of contents.
    fn is_contents_entry(&mut self, marker: &Marker, line: Line<'t>) -> bool {
        let key = (marker.level, marker.number);
        match self.contents {
            Some(Contents::Announced) => {
                self.contents = Some(Contents::Reading(key.0, key.1));
                return true;
            }
            Some(Contents::Reading(level, number)) => {
                if key != (level, number) {
                    return true;
                }
                self.contents = Some(Contents::Read);
            }
            _ => {}
        }
        // Dot leaders and a page number.
        let words = line.text.trim_end_matches(|c: char| c.is_ascii_digit());
        words.len() < line.text.len()
            && (words.trim_end().ends_with("....") || words.trim_end().ends_with("……"))
    }

    /// Whether the quotation around `marker` must have ended above, because the marker is the
    /// next unit of the document itself and does not read on in the quotation: it instructs to
    /// amend, or it is an article or more and continues no quoted one.
    fn forgot_closing_mark(&self, marker: &Marker, words: &str) -> bool {
        if self.quotation.is_none() || !self.continues_own(marker) {
            return false;
        }
        let reads_on = match self.quoted.last(marker.level) {
            Some(last) => marker.number.is_next_after(last),
            None => self.quoted.parent(marker.level).is_some(),
        };
        is_instruction(words) || marker.level <= Level::Article && !reads_on
    }

    /// Whether `marker` is the very next unit of the document itself.
    fn continues_own(&self, marker: &Marker) -> bool {
        match self.own.last(marker.level) {
            Some(last) => marker.number.is_next_after(last),
            None => marker.number.main == 1 && self.own.parent(marker.level).is_some(),
        }
    }

    /// Whether `marker`, the first line below `announcement`, is replacement text without its
    /// opening mark: the announcement names it, and it gives no instruction itself.
    fn forgot_opening_mark(
        &self,
        announcement: Announcement<'_>,
        marker: &Marker,
        words: &str,
    ) -> bool {
        let fits = !announcement.heading || marker.level > Level::Article;
        fits && !is_instruction(words)
            && !words.starts_with(quote::is_mark)
            && names(announcement.words, marker.level, marker.label.of(self.text))
    }

    fn quoted_unit(&mut self, index: usize, marker: Marker) {
        self.close(marker.level, true);
        let parent = self
            .quoted
            .parent(marker.level)
            .or_else(|| self.own.open.iter().rev().find_map(|&o| o));
        self.unit(index, marker, parent, true);
        let node = self.nodes.len() - 1;
        self.quoted.enter(marker.level, marker.number, node);
    }

    fn own_unit(&mut self, index: usize, marker: Marker) {
        if self.is_inner(index, &marker) || !self.accepts(&marker) {
            if marker.level == Level::Clause && self.own.last(Level::Clause).is_some() {
                self.inner = Some(marker.number);
            }
            if self.foreign.is_none_or(|level| marker.level < level) {
                self.foreign = Some(marker.level);
            }
            return;
        }
        if self.foreign.is_some_and(|level| marker.level <= level) {
            self.foreign = None;
        }
        if marker.level <= Level::Clause {
            self.inner = None;
        }
        self.close(marker.level, false);
        let parent = self.own.parent(marker.level);
        self.unit(index, marker, parent, false);
        let node = self.nodes.len() - 1;
        self.own.enter(marker.level, marker.number, node);
    }

    /// Whether `marker` goes on with a table inside the clause although it would fit the clauses,
    /// too: it or the line above reads like a cell, without the stop that ends a paragraph.
    fn is_inner(&self, index: usize, marker: &Marker) -> bool {
        const STOPS: [char; 6] = ['.', ';', ':', ',', '”', '/'];
        let cell = |line: &Line<'_>| !line.text.ends_with(STOPS);
        marker.level == Level::Clause
            && self
                .inner
                .is_some_and(|last| marker.number.is_next_after(last))
            && (cell(&self.lines[index]) || index > 0 && cell(&self.lines[index - 1]))
    }

    /// Whether `marker` continues the document's own units.
    fn accepts(&mut self, marker: &Marker) -> bool {
        /// So many numbers may be missing: repealed units, markers lost in conversion.
        const SKIP: u32 = 3;
        let last = self.own.last(marker.level);
        let follows = last.is_some_and(|last| marker.number.follows(last, SKIP));
        match marker.level {
            Level::Clause => {
                let home = self.own.is_open(Level::Article)
                    && self.foreign.is_none_or(|level| level >= Level::Clause);
                home && (follows || last.is_none() && marker.number.main <= SKIP)
            }
            Level::Point => {
                let home = self.own.is_open(Level::Article)
                    && match self.foreign {
                        None | Some(Level::Point) => true,
                        Some(Level::Clause) => last.is_some(),
                        Some(_) => false,
                    };
                home && (follows || last.is_none() && marker.number.main <= 2)
                    && !self.is_subdivision(marker)
            }
            Level::Article => {
                // An excerpt may leave out any number of articles, an amending act does not.
                let later = last.is_some_and(|last| marker.number > last) && !self.amending;
                follows || last.is_none() || later
            }
            _ => follows || last.is_none(),
        }
    }

    /// Whether `b1)` subdivides the point `b)` above it, which then ends in a colon, or goes on
    /// subdividing; an inserted point `b1)` stands beside a complete `b)`.
    fn is_subdivision(&self, marker: &Marker) -> bool {
        let (Some(last), Some(node)) = (
            self.own.last(Level::Point),
            self.own.open[Level::Point.rank()],
        ) else {
            return false;
        };
        marker.number.main == last.main
            && (self.nodes[node].text.ends_with(':') || marker.number.inserted > last.inserted + 1)
    }

    fn unit(&mut self, index: usize, marker: Marker, parent: Option<usize>, quoted: bool) {
        let line = self.lines[index];
        let (heading, end) = match marker.level {
            Level::Clause | Level::Point => (None, line.span.end),
            level => self.heading(index, marker.body, level),
        };
        if !quoted && is_instruction(&self.text[marker.body..line.span.end]) {
            self.amending = true;
        }
        let span = Span::new(marker.start, end);
        self.push(marker.level, marker.label, heading, span, parent, quoted);
    }

    /// The heading that begins at byte `body` of line `index` or below it, and where the
    /// announcement of the unit ends.
    fn heading(&self, index: usize, body: usize, level: Level) -> (Option<&'t str>, usize) {
        let line = self.lines[index].span;
        let mut start = body;
        let mut end = line.end;
        for next in &self.lines[index + 1..] {
            let empty = start == end || body == line.end && end == line.end;
            let words = &self.text[body.min(end)..end];
            let joins = match level {
                Level::Article => {
                    next.text.starts_with(char::is_lowercase) && !ends_sentence(words)
                }
                _ => line::is_caps(next.text) && (empty || line::is_caps(words)),
            };
            let plain = marker::read(self.text, next.span.start, next.span.end).is_none()
                && !line::is_attachment_note(next.text)
                && !line::is_signature(next.text)
                && line::annex(next.text).is_none()
                && !quote::is_mark(next.text.chars().next().unwrap_or(' '));
            if !plain || !(joins || empty) {
                break;
            }
            if empty {
                start = next.span.start;
            }
            end = next.span.end;
        }
        let heading = self.text[start.min(end)..end].trim_end_matches([' ', ':']);
        let heading = heading.trim_end_matches(|c: char| quote::is_mark(c) || c == ';');
        let is_heading = !heading.is_empty() && !ends_sentence(heading);
        match is_heading {
            true => (Some(heading), end),
            false => (None, line.end),
        }
    }

    fn push(
        &mut self,
        level: Level,
        label: Span,
        heading: Option<&'t str>,
        span: Span,
        parent: Option<usize>,
        quoted: bool,
    ) {
        self.end = self.end.max(span.end);
        let depth = parent.map_or(0, |p| self.nodes[p].value.depth + 1);
        let node = OutlineNode {
            level,
            label: label.of(self.text),
            heading,
            quoted,
            extent: span,
            parent,
            depth,
        };
        self.nodes.push(Found::new(self.text, span, node));
    }

    /// Ends the open units at and below `level`; those of the document end the quoted ones, too.
    fn close(&mut self, level: Level, quoted: bool) {
        if !quoted {
            self.close(Level::Annex, true);
        }
        let track = if quoted {
            &mut self.quoted
        } else {
            &mut self.own
        };
        for open in &mut track.open[level.rank()..] {
            if let Some(node) = open.take() {
                let extent = &mut self.nodes[node].value.extent;
                extent.end = extent.end.max(self.end);
            }
        }
    }

    fn leave_quotation(&mut self) {
        self.close(Level::Annex, true);
        self.quoted = Track::default();
        self.quotation = None;
    }

    /// Carries the quotation over the marks of a line.
    fn turn_quotation(&mut self, marks: quote::Marks, announced: bool) {
        let Some(quotation) = &mut self.quotation else {
            if marks.opens > 0 {
                self.quotation = Some(Quotation {
                    depth: marks.opens,
                    implicit: false,
                });
            } else if marks.at_head {
                self.leave_quotation();
            }
            return;
        };
        // Authors who open every paragraph anew close only once; a quotation within a quotation
        // is announced.
        let reopened = marks.at_head && !announced;
        if marks.opens > 0 && !reopened {
            quotation.depth += marks.opens;
        }
        quotation.depth = quotation.depth.saturating_sub(marks.closes);
        if quotation.depth == 0 || quotation.implicit && marks.closes > 0 {
            self.leave_quotation();
        }
    }
}

/// Verbs that open an instruction to amend.
const VERBS: [&str; 9] = [
    "sửa đổi",
    "bổ sung",
    "thay thế",
    "thay",
    "bãi bỏ",
    "hủy bỏ",
    "bỏ",
    "đổi tên",
    "đính chính",
];

/// How an instruction ends whose verb stands in the middle: *Khoản 2 Điều 9 được sửa đổi như sau:*
const PASSIVE: [&str; 4] = [
    "sửa đổi như sau:",
    "bổ sung như sau:",
    "thay thế như sau:",
    "sửa lại như sau:",
];

/// What is amended: units, words, whole acts.
const TARGETS: [&str; 14] = [
    "Điều",
    "điều",
    "hoản",
    "iểm ",
    "ương",
    "Mục",
    "hụ lục",
    "ẫu số",
    "tên",
    "từ",
    "Nghị",
    "Luật",
    "Thông tư",
    "nội dung",
];

/// Whether the words of a unit instruct to amend another act: a verb of amending at their head,
/// or announced at their end, and what it is done to.
fn is_instruction(words: &str) -> bool {
    let verb = line::starts_with_any(words, &VERBS) || PASSIVE.iter().any(|p| words.ends_with(p));
    verb && TARGETS.iter().any(|target| words.contains(target))
}

/// Whether `announcement` names the unit `label` of `level`.
fn names(announcement: &str, level: Level, label: &str) -> bool {
    let word = match level {
        Level::Article => "điều",
        Level::Clause => "khoản",
        Level::Point => "điểm",
        Level::Chapter => "chương",
        Level::Section => "mục",
        _ => return false,
    };
    announcement.char_indices().any(|(at, c)| {
        matches!(c, 'Đ' | 'đ' | 'k' | 'K' | 'C' | 'c' | 'M' | 'm')
            && fold::prefix(&announcement[at..], word).is_some_and(|end| {
                let rest = announcement[at + end..].trim_start();
                rest.strip_prefix(label)
                    .is_some_and(|r| !r.starts_with(char::is_alphanumeric))
            })
    })
}

/// Whether `words` are a sentence, not a title.
fn ends_sentence(words: &str) -> bool {
    words.ends_with(['.', ';', ',', '/'])
}
