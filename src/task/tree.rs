//! The stack of open lists, and what a marker or a paragraph does to it.
//!
//! Every marker is asked, from the innermost open list outwards, which list it goes on; if none
//! and it is a first one (`1.`, `a)`, `-`), it opens a list in the item that is open. A paragraph
//! without a marker suspends the open lists: they go on if their next marker comes, and then the
//! paragraph was a part of the item before it (clauses of a law often have several); otherwise
//! they ended before it.

use super::frame::{Child, Frame, Item, ends_lightly, goes_on};
use super::lead_in;
use super::lines::{Heading, Line};
use super::vocabulary::strip_word;
use super::{ListWarning, TaskList};
use crate::marker::{self, Marker, Sense, Step};
use crate::reading::Reading;
use crate::span::Span;

/// How deep lists are followed into each other.
pub(super) const MAX_DEPTH: usize = 12;

/// A line that was broken for print is at least this long, in bytes.
const FULL: usize = 70;

pub(super) struct Tree<'t, 'r> {
    pub(super) reading: &'r Reading<'t>,
    pub(super) text: &'t str,
    hard_wrapped: bool,
    /// At most one list of each shape is open at a time.
    frames: Vec<Frame<'t>>,
    roots: Vec<TaskList<'t>>,
    /// The paragraph without a marker that was read last, if no item came after it.
    paragraph: Option<Span>,
    last_line: Span,
    /// Dashes are addressees or recipients here.
    addressed: Option<Heading>,
    /// The lists are clauses and points of an article.
    article: bool,
    /// How far the lists of the part before this one counted.
    counted_before: Vec<Sense<'t>>,
}

/// Words that no sentence ends with, and titles that the name of an office must follow.
const HANGING: [&str; 26] = [
    "của",
    "và",
    "với",
    "tại",
    "ở",
    "cho",
    "do",
    "về",
    "theo",
    "từ",
    "đến",
    "trong",
    "các",
    "những",
    "hoặc",
    "là",
    "để",
    "bằng",
    "giữa",
    "Điều",
    "Thủ tướng",
    "Chủ tịch",
    "Bộ trưởng",
    "Ủy ban",
    "Uỷ ban",
    "thuộc",
];

/// Whether a line ends in the middle of a sentence by its last word.
fn hangs(line: &str) -> bool {
    let halved = line.strip_suffix('-');
    halved.is_some_and(|head| head.ends_with(char::is_alphanumeric))
        || HANGING.iter().any(|word| strip_word(line, word).is_some())
}

impl<'t, 'r> Tree<'t, 'r> {
    pub(super) fn new(reading: &'r Reading<'t>, hard_wrapped: bool) -> Self {
        Tree {
            reading,
            text: reading.text(),
            hard_wrapped,
            frames: Vec::new(),
            roots: Vec::new(),
            paragraph: None,
            last_line: Span::new(0, 0),
            addressed: None,
            article: false,
            counted_before: Vec::new(),
        }
    }

    pub(super) fn finish(mut self) -> Vec<TaskList<'t>> {
        self.close_to(0);
        self.roots
    }

    /// Whether `line` goes on a sentence that the line before it left open.
    pub(super) fn continues(&self, line: &Line) -> bool {
        if self.wants_words() {
            return true;
        }
        let before = self.last_line.of(self.text);
        let Some(last) = before.chars().next_back() else {
            return false;
        };
        let open = !matches!(last, '.' | ';' | ':' | '!' | '?' | '…' | '”');
        let words = line.span.of(self.text);
        if words.starts_with(char::is_lowercase) {
            return open || !line.apart;
        }
        // A number or a quotation begins no sentence when the one before it is open.
        let amid = words.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '“' | '"'))
            && words.contains(char::is_alphabetic)
            && marker::read(self.reading, line.span.start).is_none();
        open && (!line.apart && (last == ',' || amid || hangs(before)) || self.is_broken(line))
    }

    /// Whether the marker read last stands alone on its line: its words come below.
    fn wants_words(&self) -> bool {
        let item = self.frames.last().map(|frame| &frame.current);
        self.paragraph.is_none() && item.is_some_and(|item| item.body == item.end)
    }

    /// Whether the line before `line` was broken for print: then any word may begin this one.
    pub(super) fn is_broken(&self, line: &Line) -> bool {
        !line.apart && self.is_full()
    }

    /// Whether the line read last was broken for print.
    fn is_full(&self) -> bool {
        let open = !self
            .last_line
            .of(self.text)
            .ends_with(['.', ';', ':', '!', '?', '…', '”']);
        self.hard_wrapped && open && self.last_line.len() >= FULL
    }

    pub(super) fn is_inline(&self) -> bool {
        let top = self.frames.last();
        top.is_some_and(|frame| frame.inline && frame.current.pending.is_none())
    }

    /// The end of a line is reached.
    pub(super) fn reach(&mut self, line: Span) {
        self.last_line = line;
        self.extend(line.end);
    }

    fn extend(&mut self, end: usize) {
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
        self.last_line = span;
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
        self.paragraph = Some(span);
        for frame in &mut self.frames {
            frame.current.pending = Some(span.end);
        }
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
        self.last_line = span;
    }

    pub(super) fn paragraph_item(&mut self, span: Span) {
        self.take(&Marker::paragraph(span.start), None);
    }

    /// Takes `marker` into an open list or opens one; `sign` is what stands before a marker
    /// inside a line. Says whether it was taken.
    pub(super) fn take(&mut self, marker: &Marker<'t>, sign: Option<char>) -> bool {
        for sense in marker.senses() {
            if let Some(depth) = self.open_list(&sense) {
                let frame = &self.frames[depth];
                let suspended = frame.current.pending.is_some();
                let step = sense.step_from(frame.sense.ordinal);
                let fits = matches!(step, Step::Next | Step::Foreign)
                    && !(suspended && (sign.is_some() || !sense.shape.style.counts()))
                    && sign.is_none_or(|sign| goes_on(frame, marker, sign, self.text));
                if fits {
                    self.next_item(depth, sense, marker, step, sign.is_some());
                    return true;
                }
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
            if let Some(depth) = self.open_list(&sense) {
                let frame = &self.frames[depth];
                let suspended = frame.current.pending.is_some();
                let step = sense.step_from(frame.sense.ordinal);
                let fits = match step {
                    Step::Gap(missing) if suspended => missing <= 1,
                    Step::Gap(missing) => missing <= self.largest_gap(),
                    Step::Repeat => !suspended,
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
        let late = marker.senses().find(|sense| sense.may_start_late());
        late.is_some_and(|sense| suspended && self.open(&sense, marker, sign))
    }

    /// How many markers may be missing in a list before one at the start of a line: only a few
    /// where that line may go on a sentence.
    fn largest_gap(&self) -> u32 {
        const LARGEST: u32 = 20;
        let before = self.last_line.of(self.text);
        if self.is_full() || hangs(before) {
            2
        } else {
            LARGEST
        }
    }

    /// How `sense` goes on the count of a list that stood in the item, or in the part, before
    /// this one: `I. 1. 2. II. 3. 4.`
    fn resumes(&self, sense: &Sense<'t>) -> Option<Step> {
        if self.is_full() || hangs(self.last_line.of(self.text)) {
            return None;
        }
        let before = self.frames.iter().rev().map(|frame| &frame.counted_before);
        let last = before.chain([&self.counted_before]).find_map(|counts| {
            let same = |last: &&Sense<'_>| last.shape == sense.shape && last.prefix == sense.prefix;
            counts.iter().find(same)
        })?;
        let step = sense.step_from(last.ordinal);
        match step {
            Step::Next | Step::Gap(1 | 2) => Some(step),
            _ => None,
        }
    }

    /// The depth of the open list that `sense` would go on.
    fn open_list(&self, sense: &Sense<'_>) -> Option<usize> {
        self.frames.iter().rposition(|frame| {
            frame.sense.shape == sense.shape && frame.sense.prefix == sense.prefix
        })
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

    fn open(&mut self, sense: &Sense<'t>, marker: &Marker<'t>, sign: Option<char>) -> bool {
        let style = sense.shape.style;
        let resumed = match sense.is_first() {
            true => None,
            false => self.resumes(sense),
        };
        if self.addressed.is_some() && !style.counts() {
            return false;
        }
        let same = self
            .frames
            .iter()
            .rposition(|frame| frame.sense.shape == sense.shape);
        if let Some(sign) = sign {
            let under_way = same.is_some_and(|depth| self.frames[depth].current.pending.is_none());
            if !style.begins_inline(sign, under_way) {
                return false;
            }
            self.extend(marker.start);
        }
        let mut restart = false;
        if let Some(depth) = same {
            restart = self.frames[depth].current.pending.is_none();
            self.close_to(depth);
        }
        let lead_open = self.scope(marker).of(self.text).trim_end().ends_with(':');
        while let Some(frame) = self.frames.last() {
            let suspended = frame.current.pending.is_some();
            let outer = Frame::depth(sense) < Frame::depth(&frame.sense);
            let leaves = match sign {
                None => {
                    outer && (suspended || !lead_open) || frame.inline && !suspended && !lead_open
                }
                Some(_) => {
                    frame.inline && !suspended && frame.has_ended(self.text, self.scope(marker))
                }
            };
            if !leaves {
                break;
            }
            self.close_to(self.frames.len() - 1);
        }
        if self.frames.len() == MAX_DEPTH {
            return false;
        }
        let scope = self.scope(marker);
        let lead_in = lead_in::find(self.text, scope, sign.is_none());
        if self.article
            && self
                .frames
                .last()
                .is_some_and(|frame| frame.is_outside(sense))
            || resumed.is_some()
        {
            self.resume();
        }
        let headed = sign.is_none() && self.paragraph.is_none() && self.ends_in_heading();
        let mut warnings = Vec::new();
        if restart && lead_in.is_none() && sense.is_first() && style.counts() {
            warnings.push(ListWarning::Restart);
        }
        let at = Span::new(marker.start, marker.end);
        match resumed {
            Some(Step::Gap(missing)) => warnings.push(ListWarning::Gap { at, missing }),
            None if !sense.is_first() => warnings.push(ListWarning::LateStart),
            _ => {}
        }
        self.frames.push(Frame {
            sense: *sense,
            inline: sign.is_some(),
            headed,
            detached: self
                .frames
                .last()
                .is_some_and(|frame| frame.current.pending.is_some()),
            light: true,
            lead_in,
            scope,
            continues: resumed.is_some(),
            counted: Vec::new(),
            counted_before: Vec::new(),
            items: Vec::new(),
            current: Item::new(marker),
            warnings,
        });
        self.paragraph = None;
        true
    }

    /// Whether the words of the open item are a heading: no sign closes them.
    fn ends_in_heading(&self) -> bool {
        self.frames.last().is_some_and(|frame| {
            let item = &frame.current;
            let words = self.text[item.body..item.end].trim_end();
            frame.sense.shape.style.counts()
                && !frame.inline
                && item.pending.is_none()
                && item.lists.is_empty()
                && words.ends_with(char::is_alphanumeric)
                && !words.contains('\n')
        })
    }

    /// The paragraphs since the last item were its own.
    fn resume(&mut self) {
        for frame in &mut self.frames {
            let item = &mut frame.current;
            if let Some(pending) = item.pending.take() {
                item.end = item.end.max(pending);
                item.lists
                    .iter_mut()
                    .for_each(|child| child.detached = false);
            }
        }
    }

    /// The words before `marker` that may announce a list: the paragraph before it, or what the
    /// open item says after its last list.
    fn scope(&self, marker: &Marker<'_>) -> Span {
        if let Some(paragraph) = self.paragraph {
            return Span::new(paragraph.start, paragraph.end.min(marker.start));
        }
        match self.frames.last() {
            Some(frame) if frame.current.pending.is_none() => {
                let item = &frame.current;
                let from = item
                    .lists
                    .last()
                    .map_or(item.body, |child| child.list.span.end);
                Span::new(
                    from.min(marker.start),
                    item.end.clamp(from, marker.start.max(from)),
                )
            }
            _ => Span::new(marker.start, marker.start),
        }
    }

    /// Closes the lists from `depth` inwards.
    fn close_to(&mut self, depth: usize) {
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
            let (lists, later) = frame.close(self.text);
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
