//! What is open while the lists are built: items, and the lists they stand in.

use std::cell::Cell;

use memchr::memmem;

use super::lead_in;
use super::words::Class;
use super::{ListStyle, ListWarning, Task, TaskList};
use crate::marker::{Marker, Sense};
use crate::reading::Reading;
use crate::span::{Passage, Span};

/// An item that is still open.
pub(super) struct Item<'t> {
    pub(super) marker: Option<Span>,
    pub(super) start: usize,
    pub(super) body: usize,
    /// How far its words and lists reach for certain.
    pub(super) end: usize,
    /// How far the paragraphs reach that came after it and may turn out to be its own.
    pub(super) pending: Option<usize>,
    pub(super) lists: Vec<Child<'t>>,
    /// Where labels begin that tell of it: its own words end before them.
    pub(super) labels: Option<usize>,
    /// Where these say by when.
    pub(super) due: Option<Span>,
    /// Where its words begin in which no sentence ends, and how far that is known.
    unended: Cell<Span>,
}

pub(super) struct Child<'t> {
    pub(super) list: TaskList<'t>,
    /// It came after a paragraph that may not belong to the item.
    pub(super) detached: bool,
}

/// A list that is still open.
pub(super) struct Frame<'t> {
    pub(super) sense: Sense<'t>,
    pub(super) inline: bool,
    /// How far in its first marker stands, for marks that do not count.
    pub(super) indent: usize,
    pub(super) detached: bool,
    /// The words before it are a heading.
    pub(super) headed: bool,
    /// The items so far were closed by a semicolon or a comma.
    pub(super) light: bool,
    pub(super) lead_in: Option<Passage<'t>>,
    /// Where a declared count may stand.
    pub(super) scope: Span,
    /// It goes on the count of a list in the item before the one that it stands in.
    pub(super) continues: bool,
    /// How far the lists within the open item counted, one for each shape.
    pub(super) counted: Vec<Sense<'t>>,
    /// The same for the item before the open one.
    pub(super) counted_before: Vec<Sense<'t>>,
    pub(super) items: Vec<Task<'t>>,
    pub(super) current: Item<'t>,
    pub(super) warnings: Vec<ListWarning>,
}

/// Whether a marker inside a line goes on the list `frame`, by the `sign` before it.
pub(super) fn goes_on(frame: &Frame<'_>, marker: &Marker<'_>, sign: char, text: &str) -> bool {
    let capital = |at: usize| text[at..].starts_with(|c: char| c.is_uppercase() || c == '“');
    let style = frame.sense.shape.style;
    style.goes_on_inline(
        sign,
        || capital(marker.start),
        || capital(marker.body),
        frame.inline,
    )
}

pub(super) fn ends_lightly(words: &str) -> bool {
    let words = words.trim_end();
    // No sentence ends in *và*.
    words.ends_with([';', ',']) || words.ends_with(" và") || words.ends_with(" hoặc")
}

impl<'t> Item<'t> {
    pub(super) fn new(marker: &Marker<'_>) -> Self {
        Item {
            marker: (marker.start < marker.end).then(|| Span::new(marker.start, marker.end)),
            start: marker.start,
            body: marker.body,
            end: marker.body,
            pending: None,
            lists: Vec::new(),
            labels: None,
            due: None,
            unended: Cell::default(),
        }
    }

    /// The paragraphs that came after it are its own.
    pub(super) fn resume(&mut self) {
        if let Some(pending) = self.pending.take() {
            self.end = self.end.max(pending);
            for child in &mut self.lists {
                child.detached = false;
            }
        }
    }

    /// Whether a sentence ends in `words`, which are its own; looks at each of them once, however
    /// often they are asked for while they grow.
    fn has_ended(&self, reading: &Reading<'_>, words: Span) -> bool {
        let known = self.unended.get();
        let from = match known.start == words.start {
            true => known.end.max(words.start),
            false => words.start,
        };
        match lead_in::sentence_end(reading, Span::new(from, words.end)) {
            Ok(_) => true,
            Err(open) => {
                self.unended.set(Span::new(words.start, open));
                false
            }
        }
    }

    /// The finished item, and the lists that came after it and are not its own.
    pub(super) fn close(self, text: &'t str) -> (Task<'t>, Vec<TaskList<'t>>) {
        let suspended = self.pending.is_some();
        let (outside, inside): (Vec<_>, Vec<_>) = self
            .lists
            .into_iter()
            .partition(|child| suspended && child.detached);
        let mut lists: Vec<_> = inside.into_iter().map(|child| child.list).collect();
        part(&mut lists);
        lists.shrink_to_fit();
        let raw = &text[self.body..self.end];
        let body = self.body + raw.len() - raw.trim_start().len();
        let whole = without_terminator(raw.trim_start());
        let cut = lists.first().and_then(|list| match list.style {
            ListStyle::Table => Some(list.span.start),
            _ => Some(list.items.first()?.span.start),
        });
        let own = match (cut, self.labels) {
            (Some(cut), labels) if labels.is_none_or(|labels| cut < labels) => {
                text[body..cut.max(body)].trim_end()
            }
            (_, Some(labels)) => without_terminator(&text[body..labels.max(body)]),
            _ => whole,
        };
        let end = body + whole.len();
        let end = lists.last().map_or(end, |list| end.max(list.span.end));
        let task = Task {
            span: Span::new(self.start, end),
            marker: self.marker.map(|span| span.of(text).into()),
            text: own.into(),
            words: Span::new(body, body + own.len()),
            path: Default::default(),
            leads: Vec::new(),
            partners: Vec::new(),
            deadlines: Vec::new(),
            due: self.due,
            lists,
        };
        (task, outside.into_iter().map(|child| child.list).collect())
    }
}

/// Whether half of the items are blanks of a form: *1. Số cây đã trồng: ………*
fn is_form(items: &[Task<'_>]) -> bool {
    /// So many signs of a blank are dots at least: one in so many.
    const DOTS: usize = 6;
    let blank = |task: &&Task<'_>| {
        let text = &*task.text;
        let dotted = ["……", "...."]
            .iter()
            .any(|row| memmem::find(text.as_bytes(), row.as_bytes()).is_some());
        let dots = || {
            let dots = text.chars().map(|c| match c {
                '…' => 3,
                c => usize::from(c == '.'),
            });
            dots.sum::<usize>()
        };
        dotted && dots() * DOTS >= text.chars().count()
    };
    items.iter().filter(blank).count() * 2 >= items.len()
}

/// Whether half of the items are legal bases: *- Căn cứ Luật Đất đai …;*
fn is_basis(reading: &Reading<'_>, items: &[Task<'_>]) -> bool {
    let basis = |task: &&Task<'_>| {
        /// *căn* and *cứ*
        const BEFORE_KIND: usize = 2;
        let place = reading.place_at(task.words.start);
        // *Căn cứ quyết định của mình* names no act.
        let kind = reading.case(place.index() + BEFORE_KIND);
        Class::Basis.at(place).is_some() && kind.is_capital()
    };
    items.iter().filter(basis).count() * 2 >= items.len()
}

/// Words belong to one list: what the list before has of them as the end of an item announces the next one
/// no more, and a single item that nothing announces is no list.
pub(super) fn part(lists: &mut Vec<TaskList<'_>>) {
    let mut end = 0;
    lists.retain_mut(|list| {
        if list.span.start < end {
            list.lead_in = None;
            list.declared_count = None;
            list.declared_in = None;
            list.span.start = list.items.first().map_or(end, |task| task.span.start);
            if list.items.len() < 2 || list.span.start < end {
                return false;
            }
        }
        end = list.span.end;
        true
    });
}

/// `words` without the sign that closes an item, and without the *và* before the last one.
pub(super) fn without_terminator(words: &str) -> &str {
    let mut words = words.trim_end();
    for conjunction in [" và", " hoặc"] {
        let head = words.strip_suffix(conjunction).map(str::trim_end);
        words = head
            .filter(|head| head.ends_with([';', ',']))
            .unwrap_or(words);
    }
    if let Some(head) = words.strip_suffix("./.") {
        return head.trim_end();
    }
    match words.strip_suffix([';', ',', '.']) {
        Some(head) if !head.ends_with('.') => head.trim_end(),
        _ => words,
    }
}

impl<'t> Frame<'t> {
    /// Whether the words of a list inside a paragraph came to an end before `until`: its items
    /// were closed by semicolons, and now a sentence ended.
    pub(super) fn has_ended(&self, reading: &Reading<'_>, until: Span) -> bool {
        !self.items.is_empty() && self.light && self.current.has_ended(reading, until)
    }

    /// Whether a sentence ended with the last item, and with none before it; `sign` is what stands
    /// before the next marker when that is inside a line.
    pub(super) fn is_closed(&self, text: &str, sign: Option<char>) -> bool {
        let words = || text[self.current.start..self.current.end].trim_end();
        let stops = sign.map_or_else(|| words().ends_with('.'), |sign| sign == '.');
        !self.items.is_empty() && self.light && stops
    }

    /// Keeps in mind how far a list within the open item counted.
    pub(super) fn note(&mut self, counts: impl IntoIterator<Item = Sense<'t>>) {
        for sense in counts {
            self.counted.retain(|other| other.shape != sense.shape);
            if sense.shape.style.counts() {
                self.counted.push(sense);
            }
        }
    }

    /// Whether nothing but a short paragraph came after the open item: *2. Thi vẽ tranh⏎Học sinh vẽ …⏎2.
    /// Thi hát*, where a number was given twice.
    pub(super) fn is_explained(&self) -> bool {
        /// Longer paragraphs belong to something else, in bytes.
        const SHORT: usize = 300;
        let item = &self.current;
        let after = item
            .pending
            .map_or(0, |pending| pending.saturating_sub(item.end));
        item.lists.is_empty() && after <= SHORT
    }

    pub(super) fn depth(sense: &Sense<'_>) -> u8 {
        sense.shape.style.depth
    }

    /// Whether lists of `sense` usually stand within this one: points within clauses.
    pub(super) fn is_outside(&self, sense: &Sense<'_>) -> bool {
        Self::depth(&self.sense) < Self::depth(sense)
    }

    /// Turns of an interview, notes at the foot of a page.
    fn is_no_list(&self) -> bool {
        let asks = |task: &Task<'_>| task.text.ends_with('?');
        let style = &self.sense.shape.style;
        let turns = !style.counts() && !style.list.is_bare() && self.items.iter().any(asks);
        let announced = self.lead_in.is_some() && !self.headed;
        !announced && (turns || style.list == ListStyle::BracketArabic)
    }

    /// The finished list, or if it is none the lists within it; and the lists that came after it
    /// and are not its own.
    pub(super) fn close(mut self, reading: &Reading<'t>) -> (Vec<TaskList<'t>>, Vec<TaskList<'t>>) {
        let text = reading.text();
        if self.inline {
            self.cut(reading);
        }
        let none = self.is_no_list();
        let (task, later) = self.current.close(text);
        self.items.push(task);
        // A heading announces a single dash, but no single number.
        let counts = self.sense.shape.style.counts();
        let announced = if self.headed {
            !counts
        } else {
            self.lead_in.is_some()
        };
        let announced = announced && !self.inline && !self.sense.shape.style.list.is_bare();
        let late = self.warnings.contains(&ListWarning::LateStart);
        if self.items.len() < 2 && (late || !announced) && !self.continues {
            let inner = self.items.into_iter().flat_map(|task| task.lists);
            return (inner.collect(), later);
        }
        if none || is_form(&self.items) || is_basis(reading, &self.items) {
            let inner = self.items.into_iter().flat_map(|task| task.lists);
            return (inner.collect(), later);
        }
        let found = self.items.len() as u32;
        if self.lead_in.is_none() && found > 1 && counts {
            self.lead_in = lead_in::counting_sentence(reading, self.scope, found);
        }
        let first = self.items.first().map_or(0, |task| task.span.start);
        let last = self.items.last().map_or(first, |task| task.span.end);
        let start = self
            .lead_in
            .as_ref()
            .map_or(first, |lead_in| lead_in.span.start);
        self.items.shrink_to_fit();
        let mut list = TaskList {
            span: Span::new(start, last),
            lead_in: None,
            declared_count: None,
            declared_in: None,
            style: self.sense.shape.style.list,
            items: self.items,
            of: None,
            unit: Default::default(),
            warnings: self.warnings,
        };
        if let Some((count, words)) =
            lead_in::declared(reading, self.lead_in.as_ref(), self.scope, found)
        {
            list.declared_count = Some(count);
            list.declared_in = Some(words);
            if count != found {
                let declared = count;
                list.warnings
                    .push(ListWarning::CountMismatch { declared, found });
            }
        }
        list.lead_in = self.lead_in;
        (vec![list], later)
    }

    /// The last item of a list inside a paragraph ends with its sentence when those before it
    /// ended in semicolons, otherwise where the paragraph goes on to something else.
    fn cut(&mut self, reading: &Reading<'_>) {
        let text = reading.text();
        let item = &mut self.current;
        let mut at = item.body;
        for child in item.lists.iter().filter(|child| !child.detached) {
            at = at.max(child.list.span.end);
        }
        let words = &text[at.min(item.end)..item.end];
        if self.items.is_empty() {
            return;
        }
        // A list inside a quotation ends with it.
        if let Some(end) = words.find('”').filter(|&end| !words[..end].contains('“')) {
            item.end = at + end;
            return;
        }
        while let Some(end) = lead_in::first_sentence_end(reading, Span::new(at, item.end)) {
            let behind = end + (text[end..item.end].len() - text[end..item.end].trim_start().len());
            if self.light || lead_in::changes_topic(reading, behind) {
                item.end = end;
                return;
            }
            at = behind;
        }
    }
}
