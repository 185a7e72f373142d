//! The stack of open lists, and what a marker or a paragraph does to it.
//!
//! Every marker is asked, from the innermost open list outwards, which list it goes on; if none
//! and it is a first one (`1.`, `a)`, `-`), it opens a list in the item that is open. A paragraph
//! without a marker suspends the open lists: they go on if their next marker comes, and then the
//! paragraph was a part of the item before it (clauses of a law often have several); otherwise
//! they ended before it.

use once_cell::sync::Lazy;

use super::frame::{Child, Frame, Item, ends_lightly, goes_on, part};
use super::lead_in;
use super::lines::Heading;
use super::{ListWarning, TaskList};
use crate::marker::{Marker, Sense, Step};
use crate::reading::{Gap, Phrases, Reading};
use crate::span::Span;
use crate::tables::{OPEN_ENDS, VOCABULARY};

/// How deep lists are followed into each other.
pub(super) const MAX_DEPTH: usize = 12;

pub(super) struct Tree<'t, 'r> {
    pub(super) reading: &'r Reading<'t>,
    pub(super) text: &'t str,
    /// A list stands within another of its shape only where a colon announces it.
    pub(super) frames: Vec<Frame<'t>>,
    roots: Vec<TaskList<'t>>,
    /// The paragraph without a marker that was read last, if no item came after it.
    pub(super) paragraph: Option<Span>,
    /// Dashes are addressees or recipients here.
    pub(super) addressed: Option<Heading>,
    /// The lists are clauses and points of an article.
    pub(super) article: bool,
    /// How far the lists of the part before this one counted.
    pub(super) counted_before: Vec<Sense<'t>>,
}

impl<'t, 'r> Tree<'t, 'r> {
    pub(super) fn new(reading: &'r Reading<'t>) -> Self {
        Tree {
            reading,
            text: reading.text(),
            frames: Vec::new(),
            roots: Vec::new(),
            paragraph: None,
            addressed: None,
            article: false,
            counted_before: Vec::new(),
        }
    }

    pub(super) fn finish(mut self) -> Vec<TaskList<'t>> {
        self.close_to(0);
        part(&mut self.roots);
        self.roots
    }

    /// Whether the marker read last stands alone on its line: its words come below.
    pub(super) fn wants_words(&self) -> bool {
        let item = self.frames.last().map(|frame| &frame.current);
        self.paragraph.is_none() && item.is_some_and(|item| item.body == item.end)
    }

    pub(super) fn is_inline(&self) -> bool {
        let top = self.frames.last();
        top.is_some_and(|frame| frame.inline && frame.current.pending.is_none())
    }

    /// The end of a line is reached.
    pub(super) fn reach(&mut self, line: Span) {
        self.extend(line.end);
    }

    pub(super) fn extend(&mut self, end: usize) {
        if let Some(paragraph) = &mut self.paragraph {
            paragraph.end = paragraph.end.max(end);
            for frame in &mut self.frames {
                frame.current.pending = frame.current.pending.map(|pending| pending.max(end));
            }
        } else if let Some(frame) = self.frames.last_mut() {
            frame.current.end = frame.current.end.max(end);
        }
    }

    pub(super) fn heading(&mut self, span: Span, heading: Heading) {
        let open = self.frames.first().map(|frame| frame.sense);
        self.counted_before.clear();
        if heading == Heading::Division {
            self.counted_before.extend(open);
        }
        self.close_to(0);
        self.paragraph = Some(span);
        match heading {
            Heading::Recipients | Heading::Addressee => self.addressed = Some(heading),
            Heading::Article | Heading::Division => self.addressed = None,
            Heading::Signature => {}
        }
        self.article = heading == Heading::Article;
    }

    pub(super) fn paragraph(&mut self, span: Span) {
        let bare = |frame: &Frame<'_>| frame.sense.shape.style.list.is_bare();
        if let Some(depth) = self.frames.iter().position(bare) {
            self.close_to(depth);
        }
        // A letter goes on below its addressees; below the recipients are signatures only.
        let dash = span.of(self.text).starts_with(['-', '–', '—', '+', '•']);
        if self.addressed == Some(Heading::Addressee) && !dash {
            self.addressed = None;
        }
        if self.explains_heading(span) || self.is_remark(span) {
            self.extend(span.end);
            self.paragraph = Some(span);
            return;
        }
        self.paragraph = Some(span);
        for frame in &mut self.frames {
            frame.current.pending = Some(span.end);
        }
    }

    /// Whether a paragraph is a bracket behind the words of the open item: *a) Thu thập thông tin.⏎(Phòng
    /// A chủ trì)*.
    fn is_remark(&self, span: Span) -> bool {
        /// *(Đã ký)* is no remark, in bytes.
        const SHORTEST: usize = 30;
        let words = span.of(self.text);
        let item = self.frames.last().map(|frame| &frame.current);
        words.starts_with('(')
            && words.ends_with(')')
            && words.len() >= SHORTEST
            && item.is_some_and(|item| item.pending.is_none() && item.lists.is_empty())
    }

    /// Whether a paragraph that comes now is that of the heading above, as with the items before it:
    /// *1. Mục đích⏎Nâng cao nhận thức.⏎2. Yêu cầu⏎Thiết thực.*
    fn explains_heading(&self, span: Span) -> bool {
        let before = self.frames.last().and_then(|frame| frame.items.last());
        before.is_some_and(|task| task.lists.is_empty() && task.text.contains('\n'))
            && span.of(self.text).ends_with(['.', ';', ':'])
            && self.heading_above().is_some()
    }

    /// A table stands where a list could stand: in the item that is open, or alone.
    pub(super) fn table(&mut self, list: TaskList<'t>) {
        let span = list.span;
        self.paragraph = None;
        // Below dashes only a colon announces it.
        let plain = |frame: &Frame<'t>| {
            let item = &frame.current;
            let words = self.text[item.body..item.end].trim_end();
            !frame.sense.shape.style.counts() && !words.ends_with(':')
        };
        let kept = self.frames.iter().rposition(|frame| !plain(frame));
        self.close_to(kept.map_or(0, |depth| depth + 1));
        match self.frames.last_mut() {
            Some(frame) => {
                let item = &mut frame.current;
                let detached = item.pending.is_some();
                match &mut item.pending {
                    Some(pending) => *pending = span.end.max(*pending),
                    None => item.end = item.end.max(span.end),
                }
                item.lists.push(Child { list, detached });
            }
            None => self.roots.push(list),
        }
    }

    /// Labels tell of the open item that holds `task`: its own words end before them, and the lists that
    /// are open within it end. Of another task they are the words of a paragraph.
    pub(super) fn labels(&mut self, task: Span, labels: Span, due: Option<Span>) {
        let holds = |frame: &Frame<'_>| {
            let item = &frame.current;
            item.pending.is_none() && (item.body..=item.end).contains(&task.start)
        };
        let Some(depth) = self.frames.iter().rposition(holds) else {
            self.reach(labels);
            return;
        };
        self.close_to(depth + 1);
        self.paragraph = None;
        if let Some(frame) = self.frames.last_mut() {
            let item = &mut frame.current;
            item.labels = item.labels.or(Some(labels.start));
            item.due = due;
            item.end = item.end.max(labels.end);
        }
    }

    pub(super) fn paragraph_item(&mut self, span: Span) {
        self.take(&Marker::paragraph(span.start), None);
    }

    /// Takes `marker` into an open list or opens one; `sign` is what stands before a marker
    /// inside a line. Says whether it was taken.
    pub(super) fn take(&mut self, marker: &Marker<'t>, sign: Option<char>) -> bool {
        for sense in marker.senses() {
            if sign.is_none() && self.goes_in(&sense, marker) && self.open(&sense, marker, sign) {
                return true;
            }
            if let Some((depth, step)) = self.next_in(&sense, marker, sign) {
                self.next_item(depth, sense, marker, step, sign.is_some());
                return true;
            }
        }
        if marker
            .senses()
            .any(|sense| sense.is_first() && self.open(&sense, marker, sign))
        {
            return true;
        }
        if sign.is_some() {
            return false;
        }
        for sense in marker.senses() {
            let innermost = self.open_lists(&sense).next();
            if let Some(depth) = innermost {
                let frame = &self.frames[depth];
                let suspended = frame.current.pending.is_some();
                let step = sense.step_from(frame.sense.ordinal);
                let fits = match step {
                    Step::Gap(missing) if suspended => missing <= 1,
                    Step::Gap(missing) => missing <= self.largest_gap(marker),
                    Step::Repeat => !suspended || !sense.is_first() && frame.is_explained(),
                    _ => false,
                };
                if fits {
                    self.next_item(depth, sense, marker, step, false);
                }
                return fits;
            }
        }
        for sense in marker.senses() {
            if self.resumes(&sense).is_some() && self.open(&sense, marker, None) {
                return true;
            }
        }
        let suspended = self
            .frames
            .iter()
            .all(|frame| frame.current.pending.is_some());
        let mut late = marker.senses().filter(|sense| sense.may_start_late());
        late.next().is_some_and(|sense| {
            (suspended || self.begins_around(&sense)) && self.open(&sense, marker, sign)
        })
    }

    /// Whether a page that begins amid a list goes on with what stood around it: *c) Công bố.⏎4. Nhân
    /// dân …*
    fn begins_around(&self, sense: &Sense<'t>) -> bool {
        let late = |frame: &Frame<'t>| frame.warnings.contains(&ListWarning::LateStart);
        let outer = |frame: &Frame<'t>| Frame::depth(sense) < Frame::depth(&frame.sense);
        self.frames.first().is_some_and(late) && self.frames.iter().all(outer)
    }

    /// Whether a mark that does not count begins a list within the item above it by where it stands.
    fn goes_in(&self, sense: &Sense<'t>, marker: &Marker<'t>) -> bool {
        let last = self.frames.len().checked_sub(1);
        !sense.shape.style.counts()
            && !sense.shape.style.list.is_bare()
            && last.is_some_and(|last| {
                let frame = &self.frames[last];
                frame.sense.shape == sense.shape
                    && frame.current.pending.is_none()
                    && self.is_further_in(last, marker)
            })
    }

    /// Whether `marker` is not of the innermost of several lists of its shape that are open, of which the
    /// one at `depth` is one: it stands further out, or is a title as the items of another one are.
    fn is_of_another(&self, depth: usize, sense: &Sense<'t>, marker: &Marker<'t>) -> bool {
        let frame = &self.frames[depth];
        let around = &self.frames[..depth];
        around.iter().any(|outer| outer.sense.shape == sense.shape)
            && match sense.shape.style.counts() {
                true => self.is_title(marker.body) && !self.is_title(frame.current.body),
                false => indent(self.text, marker.start) + INDENT <= frame.indent,
            }
    }

    /// How many markers may be missing in a list before `marker`, which begins a line: only a few
    /// where the line above ends in a word with which nothing ends.
    fn largest_gap(&self, marker: &Marker<'t>) -> u32 {
        /// Whether the word hangs behind a comma only.
        static OPEN: Lazy<Phrases<bool>> = Lazy::new(|| {
            let words = OPEN_ENDS.rows();
            Phrases::new(
                &VOCABULARY,
                words.map(|[word, _]| (word, word.starts_with(','))),
            )
        });
        let place = self.reading.place_at(marker.start);
        let hangs = place.phrase_before(&OPEN).is_some_and(|(&comma, before)| {
            let between = &self.text[place.end()..marker.start];
            between.trim().is_empty() && (!comma || before.gap() == Gap::Comma)
        });
        if hangs { 2 } else { 20 }
    }

    /// The depth of the innermost open list that `marker`, read as `sense`, is the next of. One that
    /// its sentence closed gives way to a like one around it: *1. A:⏎1. x;⏎2. y.⏎2. B*.
    fn next_in(
        &self,
        sense: &Sense<'t>,
        marker: &Marker<'t>,
        sign: Option<char>,
    ) -> Option<(usize, Step)> {
        let mut closed = None;
        for depth in self.open_lists(sense) {
            let frame = &self.frames[depth];
            let step = sense.step_from(frame.sense.ordinal);
            let fits = matches!(step, Step::Next | Step::Foreign)
                && (sign.is_some() || !self.is_of_another(depth, sense, marker))
                && self.goes_on_below(frame, sign)
                && sign.is_none_or(|sign| goes_on(frame, marker, sign, self.text));
            if !fits {
                continue;
            }
            if !frame.is_closed(self.text, sign) {
                return Some((depth, step));
            }
            closed = closed.or(Some((depth, step)));
        }
        closed
    }

    /// Whether a list may go on behind the paragraphs that came after its last item. One that counts
    /// may. Dashes and bullets go on behind a single paragraph that announces nothing and does not
    /// take the talk elsewhere, when something announced the list.
    fn goes_on_below(&self, frame: &Frame<'t>, sign: Option<char>) -> bool {
        let Some(pending) = frame.current.pending else {
            return true;
        };
        if sign.is_some() {
            return false;
        }
        let style = frame.sense.shape.style;
        if style.counts() {
            return true;
        }
        let between = self.text[frame.current.end..pending.max(frame.current.end)].trim();
        let begin = frame.current.end + self.text[frame.current.end..].find(between).unwrap_or(0);
        (frame.headed || frame.lead_in.is_some())
            && !style.list.is_bare()
            && frame.current.lists.is_empty()
            && between.ends_with(['.', ';'])
            && !between.contains('\n')
            && !lead_in::changes_topic(self.reading, begin)
    }

    /// The depths of the open lists that `sense` could be of, innermost first.
    fn open_lists(&self, sense: &Sense<'t>) -> impl Iterator<Item = usize> {
        let (shape, prefix) = (sense.shape, sense.prefix);
        let frames = self.frames.iter().enumerate().rev();
        frames
            .filter(move |(_, frame)| frame.sense.shape == shape && frame.sense.prefix == prefix)
            .map(|(depth, _)| depth)
    }

    fn next_item(
        &mut self,
        depth: usize,
        sense: Sense<'t>,
        marker: &Marker<'t>,
        step: Step,
        inline: bool,
    ) {
        if inline {
            self.extend(marker.start);
        }
        self.close_to(depth + 1);
        let text = self.text;
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let at = Span::new(marker.start, marker.end);
        match step {
            Step::Gap(missing) => frame.warnings.push(ListWarning::Gap { at, missing }),
            Step::Repeat => frame.warnings.push(ListWarning::Repeat { at }),
            Step::Foreign => frame.warnings.push(ListWarning::ForeignLetter { at }),
            Step::Next | Step::No => {}
        }
        let mut done = std::mem::replace(&mut frame.current, Item::new(marker));
        if let Some(pending) = done.pending.take() {
            done.end = done.end.max(pending);
        }
        frame.light &= ends_lightly(&text[done.start..done.end]);
        frame.sense = sense;
        frame.items.push(done.close(text).0);
        frame.counted_before = std::mem::take(&mut frame.counted);
        self.paragraph = None;
    }

    /// Closes the lists from `depth` inwards.
    pub(super) fn close_to(&mut self, depth: usize) {
        while self.frames.len() > depth {
            let Some(mut frame) = self.frames.pop() else {
                return;
            };
            if let Some(parent) = self.frames.last_mut() {
                parent.note(frame.counted_before.drain(..));
                parent.note(frame.counted.drain(..));
                parent.note([frame.sense]);
            }
            let detached = frame.detached;
            let plain = !frame.inline && !frame.sense.shape.style.counts();
            let reached = frame.current.end;
            let (lists, later) = frame.close(self.reading);
            let Some(parent) = self.frames.last_mut() else {
                self.roots.extend(lists);
                self.roots.extend(later);
                continue;
            };
            let item = &mut parent.current;
            // A single dash or bullet that nothing announces is no list; its line is a paragraph
            // like any other.
            let paragraph = detached || plain && lists.is_empty();
            match item.pending {
                Some(pending) if paragraph => item.pending = Some(pending.max(reached)),
                None if paragraph => item.pending = Some(reached),
                _ => item.end = item.end.max(reached),
            }
            let suspended = item.pending.is_some();
            let child = |detached| move |list| Child { list, detached };
            item.lists.extend(lists.into_iter().map(child(detached)));
            item.lists.extend(later.into_iter().map(child(suspended)));
        }
    }
}

/// Lists of one shape stand so much further in than those around them, in characters.
pub(super) const INDENT: usize = 2;

/// How much space stands before byte `at` on its line; a tab is four.
pub(super) fn indent(text: &str, at: usize) -> usize {
    let space = text[..at]
        .chars()
        .rev()
        .take_while(|&c| matches!(c, ' ' | '\t' | '\u{a0}'));
    space.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}
