//! What opens a list: a first marker, where something open lets one begin.

use super::frame::{Frame, Item};
use super::lead_in;
use super::tree::{INDENT, MAX_DEPTH, Tree, indent};
use super::types::ListWarning;
use crate::marker::{Marker, Sense, Step};
use crate::span::{Passage, Span};

/// Whether no sign closes these words, but for that of a question.
fn ends_heading(words: &str) -> bool {
    words.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '”' | '"' | ')' | '?'))
}

impl<'t> Tree<'t, '_> {
    /// Opens a list at `marker`, read as `sense`, where one may begin, and closes what it leaves. A
    /// list within an item of its own shape needs a colon: *(1) A: (1) x; (2) y; (2) B*.
    pub(super) fn open(
        &mut self,
        sense: &Sense<'t>,
        marker: &Marker<'t>,
        sign: Option<char>,
    ) -> bool {
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
        let lead_open = |tree: &Self| tree.scope(marker).of(tree.text).trim_end().ends_with(':');
        let mut restart = false;
        if let Some(depth) = same {
            let open = |frame: &Frame<'_>| frame.current.pending.is_none();
            let announced = self.paragraph.is_none() && self.frames.last().is_some_and(open);
            let within = match style.counts() {
                true => lead_open(self) || self.is_below_title(depth, marker),
                false => self.is_further_in(depth, marker),
            };
            if !(announced && within) {
                restart = open(&self.frames[depth]);
                let leads = sign == Some(':') && announced && depth + 1 == self.frames.len();
                let lead_in = if leads {
                    self.leave_sentence(marker)
                } else {
                    None
                };
                self.close_to(depth);
                self.paragraph = lead_in.or(self.paragraph);
            }
        }
        let lead_open = lead_open(self);
        while let Some(frame) = self.frames.last() {
            let suspended = frame.current.pending.is_some();
            let outer = Frame::depth(sense) < Frame::depth(&frame.sense);
            let leaves = match sign {
                None => {
                    outer && (suspended || !lead_open) || frame.inline && !suspended && !lead_open
                }
                Some(_) => {
                    frame.inline && !suspended && frame.has_ended(self.reading, self.scope(marker))
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
        let lead_in = lead_in::find(self.reading, scope, sign.is_none());
        if self.article
            && self
                .frames
                .last()
                .is_some_and(|frame| frame.is_outside(sense))
            || resumed.is_some()
        {
            self.resume();
        } else if lead_in.is_some() && sign.is_none() && self.is_section() {
            self.resume_section();
        }
        let heading = match sign {
            None if lead_in.is_none() && self.paragraph.is_none() => self.heading_above(),
            _ => None,
        };
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
            indent: match sign {
                None if !style.counts() => indent(self.text, marker.start),
                _ => 0,
            },
            headed: heading.is_some(),
            detached: self
                .frames
                .last()
                .is_some_and(|frame| frame.current.pending.is_some()),
            light: true,
            lead_in: lead_in.or_else(|| self.announcing(heading?)),
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

    /// The last sentence of the open item when it is not its first: it announces the list that begins with
    /// `marker` behind it on the line, and the item ends before it.
    fn leave_sentence(&mut self, marker: &Marker<'_>) -> Option<Span> {
        let words = self.scope(marker);
        let start = lead_in::last_sentence(self.reading, words.start, words.end);
        let item = &mut self.frames.last_mut()?.current;
        if start <= words.start || item.lists.iter().any(|child| child.list.span.end > start) {
            return None;
        }
        item.end = start;
        Some(Span::new(start, marker.start))
    }

    /// Whether `marker` stands further in than the marks of the list at `depth`, below an item that no sign
    /// closes.
    pub(super) fn is_further_in(&self, depth: usize, marker: &Marker<'_>) -> bool {
        let frame = &self.frames[depth];
        let item = &frame.current;
        let words = self.text[item.body..item.end.max(item.body)].trim_end();
        !frame.inline
            && !words.ends_with(['.', ';', ','])
            && indent(self.text, marker.start) >= frame.indent + INDENT
    }

    /// Whether the item at `depth` is a title, and the words behind `marker` are none: *1. QUẢNG NINH⏎1.
    /// Phường Móng Cái*.
    fn is_below_title(&self, depth: usize, marker: &Marker<'_>) -> bool {
        self.is_title(self.frames[depth].current.body) && !self.is_title(marker.body)
    }

    /// Whether the line from byte `at` on has letters, and capitals only.
    pub(super) fn is_title(&self, at: usize) -> bool {
        let words = self.text[at..].lines().next().unwrap_or_default();
        !words.contains(char::is_lowercase) && words.contains(char::is_uppercase)
    }

    /// A heading as the lead-in of what stands below: *1. Sở Nội vụ⏎a) …*. A title in capitals is that
    /// of a part of the page.
    fn announcing(&self, heading: Span) -> Option<Passage<'t>> {
        let words = heading.of(self.text);
        let title = !words.contains(char::is_lowercase);
        (!title).then(|| Passage::new(self.text, heading))
    }

    /// The words of the open item when they are a heading: no sign closes them.
    pub(super) fn heading_above(&self) -> Option<Span> {
        let frame = self.frames.last()?;
        let item = &frame.current;
        let words = self.text[item.body..item.end].trim_end();
        let style = frame.sense.shape.style;
        let heads = style.counts()
            && !frame.inline
            && item.pending.is_none()
            && item.lists.is_empty()
            && ends_heading(words)
            && !words.contains('\n');
        heads.then(|| Span::new(item.body, item.body + words.len()))
    }

    /// Whether the open item is a section with paragraphs of its own, as those before it: *1. Hợp đồng lao
    /// động là gì?⏎Hợp đồng là …⏎2. Khi nào thì chấm dứt?⏎Theo luật …*
    fn is_section(&self) -> bool {
        let Some(frame) = self.frames.last() else {
            return false;
        };
        let headed = |words: &str| {
            let first = words.lines().next().unwrap_or_default().trim_end();
            first.len() < words.trim_end().len() && ends_heading(first)
        };
        let item = &frame.current;
        let words = &self.text[item.body..item.pending.unwrap_or(item.end).max(item.body)];
        frame.sense.shape.style.counts()
            && !frame.inline
            && frame.items.last().is_some_and(|task| headed(&task.text))
            && headed(words)
    }

    /// The paragraphs since the last item were its own.
    fn resume(&mut self) {
        for frame in &mut self.frames {
            frame.current.resume();
        }
    }

    /// The paragraphs since the last item were its own, and those of the items around it.
    fn resume_section(&mut self) {
        for frame in self.frames.iter_mut().rev() {
            frame.current.resume();
            if frame.detached {
                break;
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

    /// How `sense` goes on the count of a list that stood in the item, or in the part, before
    /// this one: `I. 1. 2. II. 3. 4.`
    pub(super) fn resumes(&self, sense: &Sense<'t>) -> Option<Step> {
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
}
