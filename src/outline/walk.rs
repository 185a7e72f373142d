//! The walk over the lines: which markers are units, and whose they are.

use smol_str::format_smolstr;

use super::contents::{self, Contents};
use super::heading::heading;
use super::instruction::{Announcement, is_instruction};
use super::line::Line;
use super::quote;
use super::tree::{Title, Tree, Walk};
use super::{Level, annex, closing};
use crate::marker::{self, LEVEL_WORDS, Ordinal, UnitMarker as Marker};
use crate::reading::{Reading, is_quotation_mark};
use crate::span::Span;
use crate::tables::Tables;

/// Reads the outline of `text` in one pass; in two when what looked like a table of contents
/// never ends.
pub(super) fn walk<'t>(
    reading: &Reading<'t>,
    lines: &[Line<'t>],
    notes: Option<usize>,
    tables: &Tables,
) -> Walk<'t> {
    let mut walker = Walker::new(reading, lines, notes, tables);
    walker.run(true);
    if walker.contents.is_pending() {
        walker = Walker::new(reading, lines, notes, tables);
        walker.run(false);
    }
    Walk {
        nodes: walker.tree.nodes,
        closing: walker.closing,
        annex: walker.annex,
        annexes: walker.annexes,
    }
}

/// Where in the document the walk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    Body,
    /// Recipients and signatures; `foreign` below a unit that is not the next one.
    Closing {
        foreign: bool,
    },
    Annexes,
}

/// A quotation that runs over lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quotation {
    pub(super) depth: usize,
    /// Its opening mark was forgotten; the first closing mark ends it.
    pub(super) implicit: bool,
}

pub(super) struct Walker<'t, 'l> {
    pub(super) reading: &'l Reading<'t>,
    pub(super) text: &'t str,
    pub(super) tables: &'l Tables,
    pub(super) lines: &'l [Line<'t>],
    pub(super) tree: Tree<'t>,
    pub(super) region: Region,
    pub(super) closing: Option<usize>,
    pub(super) annex: Option<usize>,
    pub(super) annexes: Vec<(usize, Span)>,
    /// Where the footnotes begin.
    pub(super) notes: Option<usize>,
    pub(super) contents: Contents,
    pub(super) quotation: Option<Quotation>,
    /// What the line above announces.
    pub(super) announcement: Option<Announcement>,
    /// The outermost level whose last marker broke the sequence: units below it are not ours.
    pub(super) foreign: Option<Level>,
    /// The last number of a table or list inside a clause, which counts from 1 again.
    pub(super) inner: Option<Ordinal>,
    /// Whether the document amends others.
    pub(super) amending: bool,
}

impl<'t, 'l> Walker<'t, 'l> {
    fn new(
        reading: &'l Reading<'t>,
        lines: &'l [Line<'t>],
        notes: Option<usize>,
        tables: &'l Tables,
    ) -> Self {
        Walker {
            reading,
            text: reading.text(),
            tables,
            lines,
            tree: Tree::new(reading.text()),
            region: Region::Body,
            closing: None,
            annex: None,
            annexes: Vec::new(),
            notes,
            contents: Contents::Absent,
            quotation: None,
            announcement: None,
            foreign: None,
            inner: None,
            amending: false,
        }
    }

    fn run(&mut self, with_contents: bool) {
        for (index, line) in self.lines.iter().enumerate() {
            let started = self.last_article().is_some();
            if with_contents && !started && contents::is_heading(self.reading, line.span) {
                self.contents = Contents::Announced;
            } else if self.quotation.is_some() || !self.frame(index, *line) {
                self.line(index, *line);
            } else {
                // What stands below the units is part of none.
                continue;
            }
            self.tree.reach(line.span.end);
        }
        self.tree.finish();
    }

    /// Takes the lines that belong to the frame of the document, closing and annexes. Says
    /// whether the line was one of them.
    fn frame(&mut self, index: usize, line: Line<'t>) -> bool {
        if self.notes.is_some_and(|notes| notes <= line.span.start) {
            return true;
        }
        let below = self.region != Region::Body;
        // The lines below a heading that was read are part of it.
        let last = self.tree.nodes.last();
        let covered =
            last.is_some_and(|node| line.span.start < node.span.end) || self.contents.is_pending();
        if let Some(opening) =
            annex::head(self.reading, self.lines, index, below, self.tables).filter(|_| !covered)
        {
            if self.is_running_head(opening.head) {
                return true;
            }
            self.enter_annex(index, opening);
            return false;
        }
        match self.region {
            Region::Annexes => {
                if !covered && let Some(code) = annex::form(self.reading, line) {
                    self.enter_form(index, code);
                }
                return false;
            }
            Region::Closing { foreign } => self.closing_line(foreign, line),
            Region::Body => {
                let started = self.last_article().is_some();
                if closing::is_recipients(self.reading, line)
                    || started
                        && (closing::is_signature(self.reading, line)
                            || closing::is_adoption(self.reading, line, self.tables)
                            || closing::is_authentication(self.reading, line))
                {
                    self.region = Region::Closing { foreign: false };
                    self.closing = Some(line.span.start);
                }
            }
        }
        self.region != Region::Body
    }

    /// A line below what looked like the closing. When the next article or clause comes, it was
    /// none: a form or a table inside the body had the look of it.
    fn closing_line(&mut self, foreign: bool, line: Line<'t>) {
        let marker = marker::unit(self.reading, line.span.start, line.span.end);
        let Some(marker) = marker.filter(|m| matches!(m.level, Level::Article | Level::Clause))
        else {
            return;
        };
        let next = match self.tree.own.last(marker.level) {
            Some(last) => marker.ordinal.follows(last, 0),
            None => marker.level == Level::Article,
        };
        if next && !foreign {
            self.region = Region::Body;
            self.closing = None;
        } else {
            self.region = Region::Closing { foreign: true };
        }
    }

    /// Whether `head` is the running head of the annex that is open: its number comes again.
    fn is_running_head(&self, head: annex::Head) -> bool {
        let annex::Head::Labelled(label) = head else {
            return false;
        };
        let label = label.of(self.text);
        let open = self.tree.own.open(Level::Annex);
        !label.is_empty() && open.is_some_and(|node| self.tree.nodes[node].value.label == label)
    }

    fn enter_annex(&mut self, index: usize, opening: annex::Opening) {
        let line = self.lines[index].span;
        let title = match opening.head {
            annex::Head::Labelled(label) => {
                let (heading, end) = self.title_behind(index, label.end);
                let number = label.of(self.text);
                Title {
                    label,
                    heading,
                    path: format_smolstr!("Phụ lục {number}").trim_end().into(),
                    span: Span::new(line.start, end),
                }
            }
            annex::Head::Attached { last, kind } => {
                let span = line.to(self.lines[last].span);
                let name = self.text[kind..span.end].trim();
                Title {
                    label: Span::new(line.start, line.start),
                    heading: (!name.is_empty()).then_some(name),
                    path: self.text[line.start..kind].into(),
                    span,
                }
            }
        };
        self.region = Region::Annexes;
        self.foreign = None;
        self.inner = None;
        self.annex.get_or_insert(line.start);
        self.annexes.extend(
            opening
                .note
                .map(|note| (self.tree.nodes.len(), self.lines[note].span)),
        );
        self.tree.annex(Level::Annex, &title);
    }

    /// A form in an annex.
    fn enter_form(&mut self, index: usize, code: Span) {
        let start = self.lines[index].span.start;
        let (heading, end) = self.title_behind(index, code.end);
        self.foreign = None;
        self.tree.annex(
            Level::Form,
            &Title {
                label: code,
                heading,
                path: code.of(self.text).into(),
                span: Span::new(start, end),
            },
        );
    }

    /// The title behind the number of an annex that ends at byte `from` of line `index`.
    fn title_behind(&self, index: usize, from: usize) -> (Option<&'t str>, usize) {
        let line = self.lines[index].span;
        let rest = self.text[from..line.end].trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, '.' | ':' | '-' | '–' | ')')
        });
        let body = line.end - rest.len();
        heading(
            self.reading,
            self.lines,
            index,
            body,
            Level::Annex,
            self.tables,
        )
    }

    /// A line of the body or of a quotation.
    fn line(&mut self, index: usize, line: Line<'t>) {
        let head = line
            .text
            .trim_start_matches(|c: char| is_quotation_mark(c) || c == ' ');
        let start = line.span.end - head.len();
        let marker = marker::unit(self.reading, start, line.span.end)
            .or_else(|| self.open_article(start, line.span.end));
        let body = marker.map_or(start, |m| m.body);
        let words = &self.text[body..line.span.end];
        let marks = quote::marks(line.text);
        let announcement = self.announcement.take();
        let instructs = (marker.is_some() || words.ends_with(':'))
            && is_instruction(self.reading, Span::new(body, line.span.end), self.tables);

        let listed =
            marker.is_some_and(|m| contents::has_page_number(line) || self.contents.lists(&m));
        if let Some(marker) = marker.filter(|_| !listed && !is_within_sentence(line.text)) {
            if !marks.at_head {
                let begun = !instructs
                    && announcement.is_some_and(|a| a.is_followed_by(self.reading, &marker, words));
                self.forgotten_mark(index, &marker, instructs, begun);
            }
            if self.quotation.is_some() || marks.at_head {
                if self.is_quoted_unit(&marker) {
                    self.unit(index, &marker, true);
                }
            } else {
                self.own_unit(index, &marker, instructs);
            }
        }

        self.tree.reach(line.span.end);
        self.turn_quotation(marks, announcement.is_some());
        if instructs && marks.opens == 0 {
            let words = Span::new(body, line.span.end);
            self.announcement = Announcement::read(self.text, marker, words);
        }
    }

    /// The heading of an article without a stop behind its number (*Điều 5 Phạm vi*), which looks like a
    /// reference: it is the next one of the document, and what follows names no document.
    fn open_article(&self, start: usize, end: usize) -> Option<Marker> {
        let marker = marker::open_article(self.reading, start, end)?;
        let next = match self.last_article() {
            Some(last) => marker.ordinal.follows(last, 0),
            None => marker.ordinal.is_first(),
        };
        let words = self.reading.place_at(marker.body);
        let names =
            self.tables.kinds.announced_at(words).is_some() || words.phrase(&LEVEL_WORDS).is_some();
        (next && !names && self.quotation.is_none()).then_some(marker)
    }

    pub(super) fn unit(&mut self, index: usize, marker: &Marker, quoted: bool) {
        let (heading, end) = match marker.level {
            Level::Clause | Level::Point => (None, self.lines[index].span.end),
            level => heading(
                self.reading,
                self.lines,
                index,
                marker.body,
                level,
                self.tables,
            ),
        };
        self.tree.unit(marker, heading, end, quoted);
    }

    pub(super) fn last_article(&self) -> Option<Ordinal> {
        self.tree.own.last(Level::Article)
    }
}

/// Whether the line quotes words at its head and goes on with the sentence: *“Điều 5. Trích dẫn” là
/// tên một bài thơ*.
fn is_within_sentence(line: &str) -> bool {
    let Some(quoted) = line.strip_prefix(is_quotation_mark) else {
        return false;
    };
    let behind = quoted.rsplit_once(is_quotation_mark);
    behind.is_some_and(|(_, rest)| rest.trim_start().starts_with(char::is_lowercase))
}
