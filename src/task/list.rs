//! Building the lists: one walk over the lines, with the open lists on a stack.
//!
//! Every marker is asked, from the innermost open list outwards, which list it goes on; if none
//! and it is a first one (`1.`, `a)`, `-`), it opens a list in the item that is open. A paragraph
//! without a marker suspends the open lists: they go on if their next marker comes, and then the
//! paragraph was a part of the item before it (clauses of a law often have several); otherwise
//! they ended before it.

use memchr::{memchr2_iter, memmem};

use super::lead_in;
use super::lines::{self, Heading, Line};
use super::marker::{self, Marker, Reading, Shape, Step};
use super::vocabulary::begins_with_action;
use super::{ListStyle, ListWarning, Task, TaskList};
use crate::span::{Passage, Span};

/// How deep lists are followed into each other.
pub(super) const MAX_DEPTH: usize = 12;

/// Every list of `text`, in order; lists within an item are its [`lists`](Task::lists).
///
/// Headings of articles (*Điều 1.*) and chapters end a list and are no items themselves; clauses
/// and points are. Numbers that only look like markers (`1.000 đồng`, `12/8`, *Thứ Tư,
/// 13/04/2022*), recipients, quoted wording of amending laws and page furniture stay out.
/// A list without a lead-in is reported from two items on.
pub fn lists(text: &str) -> Vec<TaskList<'_>> {
    let lines = lines::of(text);
    let words = word_starts(text);
    let mut words = &words[..];
    let hard_wrapped = lines.iter().all(|line| line.span.len() < WRAPPED);
    let mut tree = Tree::new(text, hard_wrapped);
    let mut bare_until = 0;
    for (i, line) in lines.iter().enumerate() {
        if line.furniture.is_some() {
            continue;
        }
        if line.quoted {
            tree.quoted(line.span);
            continue;
        }
        let span = line.span;
        let content = span.of(text);
        if let Some(heading) = lines::heading(content).filter(|_| !tree.is_broken(line)) {
            tree.heading(span, heading);
            continue;
        }
        let mut at = span.start;
        let next = lines.get(i + 1);
        let mut inline = false;
        match marker::read(text, at).filter(|marker| !marker.bare || has_words(text, next)) {
            Some(marker) if tree.take(&marker, None) => {
                at = marker.body;
                inline = goes_on_inline(text, at, span.end);
                if content.ends_with(':') {
                    bare_until = i + 1 + bare_items(text, content, &lines[i + 1..]);
                }
            }
            _ if i < bare_until => tree.paragraph_item(span),
            _ if tree.continues(line) => inline = tree.is_inline(),
            _ => {
                tree.paragraph(span);
                if content.ends_with(':') {
                    bare_until = i + 1 + bare_items(text, content, &lines[i + 1..]);
                }
            }
        }
        while words.first().is_some_and(|&word| word < span.start) {
            words = &words[1..];
        }
        inline |= words.first().is_some_and(|&word| word < span.end);
        if inline || starts_inline(text, at, span.end) {
            scan_inline(&mut tree, at, span);
        }
        tree.reach(span);
    }
    tree.finish()
}

/// A line that was broken for print is at least this long, in bytes.
const FULL: usize = 70;
/// Lines of a text that was broken into lines for print are shorter than this, in bytes.
const WRAPPED: usize = 200;

fn has_words(text: &str, line: Option<&Line>) -> bool {
    line.is_some_and(|line| {
        line.furniture.is_none()
            && marker::read(text, line.span.start).is_none()
            && lines::heading(line.span.of(text)).is_none()
            && line.span.of(text).contains(char::is_alphabetic)
    })
}

/// How many of `lines` are taken by items without a marker below the lead-in `lead`: paragraphs
/// that end in semicolons up to the last one, or that all begin with what is to be done.
fn bare_items(text: &str, lead: &str, lines: &[Line]) -> usize {
    let sentence = lead_in::find(lead, Span::new(0, lead.len()), false);
    if !sentence.is_some_and(|sentence| lead_in::announces(sentence.text)) {
        return 0;
    }
    let mut actions = Run::default();
    let mut semicolons = Run::default();
    for (i, line) in lines.iter().enumerate() {
        if line.furniture.is_some() {
            continue;
        }
        let words = line.span.of(text);
        let stops = line.quoted
            || words.ends_with(':')
            || lines::heading(words).is_some()
            || marker::read(text, line.span.start).is_some()
            || lead_in::changes_topic(words);
        actions.add(i, !stops && begins_with_action(words), false);
        semicolons.add(
            i,
            !stops && words.ends_with([';', '.']),
            words.ends_with('.'),
        );
        if actions.over && semicolons.over {
            break;
        }
    }
    let best = if actions.count >= semicolons.count {
        actions
    } else {
        semicolons
    };
    if best.count >= 2 { best.lines } else { 0 }
}

/// Paragraphs of one make in a row.
#[derive(Default)]
struct Run {
    count: usize,
    lines: usize,
    over: bool,
}

impl Run {
    fn add(&mut self, line: usize, fits: bool, last: bool) {
        if fits && !self.over {
            self.count += 1;
            self.lines = line + 1;
        }
        self.over |= !fits || last;
    }
}

/// Whether another marker may stand inside a line that begins with one.
fn goes_on_inline(text: &str, from: usize, end: usize) -> bool {
    let bytes = &text.as_bytes()[from..end];
    memchr2_iter(b';', b'.', bytes).any(|i| could_be_marker(&bytes[i + 1..], false))
}

/// Whether a list could begin inside a line: a first marker behind a colon, or `(1)` anywhere.
fn starts_inline(text: &str, from: usize, end: usize) -> bool {
    let bytes = &text.as_bytes()[from..end];
    memchr2_iter(b':', b'(', bytes).any(|i| match bytes[i] {
        b'(' => matches!(bytes[i + 1..], [b'1' | b'a' | b'i' | b'A' | b'I', b')', ..]),
        _ => could_be_marker(&bytes[i + 1..], true),
    })
}

/// A look at two bytes, before the grammar is asked.
fn could_be_marker(bytes: &[u8], first: bool) -> bool {
    let spaces = bytes.iter().take_while(|&&b| b == b' ').count();
    match bytes[spaces..] {
        [b'(', ..] => true,
        [b'-' | b'+' | b'*', b' ', ..] => true,
        [
            b'1' | b'a' | b'i' | b'A' | b'I',
            b'.' | b')' | b'/' | b'-',
            ..,
        ] => true,
        [0xE2, ..] => true,
        [a, b'.' | b')' | b'/', ..] => !first && a.is_ascii_alphanumeric(),
        [a, b, b'.' | b')' | b'/', ..] => {
            !first && (a.is_ascii_digit() && b.is_ascii_digit() || a == 0xC4)
        }
        _ => false,
    }
}

/// Where *thứ nhất* and *một là* stand; a text without them is not searched for the others.
fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    for needle in ["hứ nhất", "hứ Nhất", "ột là"] {
        starts.extend(memmem::find_iter(text.as_bytes(), needle.as_bytes()));
    }
    starts.sort_unstable();
    starts
}

/// Asks for a marker behind every sign that could stand before one.
fn scan_inline(tree: &mut Tree<'_>, from: usize, line: Span) {
    let text = tree.text;
    let mut at = from;
    while at < line.end {
        let sign = text.as_bytes()[at];
        if !matches!(sign, b':' | b';' | b'.' | b',' | b'(') {
            at += 1;
            continue;
        }
        let mut sign = char::from(sign);
        let mut place = at;
        if sign == '(' {
            let before = text[line.start..at].trim_end();
            sign = match before.chars().next_back() {
                Some(c @ (':' | ';' | '.' | ',')) => c,
                _ if before.ends_with(" và") || before.ends_with(" hoặc") => ',',
                _ => ' ',
            };
        } else {
            let rest = &text[at + 1..line.end];
            let inner = rest.trim_start_matches(['”', '"', ')']).trim_start();
            let inner = ["và ", "hoặc "]
                .iter()
                .find_map(|c| inner.strip_prefix(c))
                .unwrap_or(inner);
            place = line.end - inner.len();
        }
        let taken = marker::read(text, place)
            .filter(|marker| !marker.bare && marker.body < line.end)
            .filter(|marker| tree.take(marker, Some(sign)));
        at = taken.map_or(at + 1, |marker| marker.body);
    }
}

/// An item that is still open.
struct Item<'t> {
    marker: Option<Span>,
    start: usize,
    body: usize,
    /// How far its words and lists reach for certain.
    end: usize,
    /// How far the paragraphs reach that came after it and may turn out to be its own.
    pending: Option<usize>,
    lists: Vec<Child<'t>>,
}

struct Child<'t> {
    list: TaskList<'t>,
    /// It came after a paragraph that may not belong to the item.
    detached: bool,
}

/// A list that is still open.
struct Frame<'t> {
    reading: Reading<'t>,
    inline: bool,
    detached: bool,
    /// The items so far were closed by a semicolon or a comma.
    light: bool,
    lead_in: Option<Passage<'t>>,
    /// Where a declared count may stand.
    scope: Span,
    items: Vec<Task<'t>>,
    current: Item<'t>,
    warnings: Vec<ListWarning>,
}

struct Tree<'t> {
    text: &'t str,
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
}

impl<'t> Tree<'t> {
    fn new(text: &'t str, hard_wrapped: bool) -> Self {
        Tree {
            text,
            hard_wrapped,
            frames: Vec::new(),
            roots: Vec::new(),
            paragraph: None,
            last_line: Span::new(0, 0),
            addressed: None,
            article: false,
        }
    }

    fn finish(mut self) -> Vec<TaskList<'t>> {
        self.close_to(0);
        self.roots
    }

    /// Whether `line` goes on a sentence that the line before it left open.
    fn continues(&self, line: &Line) -> bool {
        if self.wants_words() {
            return true;
        }
        let before = self.last_line.of(self.text);
        let Some(last) = before.chars().next_back() else {
            return false;
        };
        let open = !matches!(last, '.' | ';' | ':' | '!' | '?' | '…' | '”');
        let small = line.span.of(self.text).starts_with(char::is_lowercase);
        if small {
            return open || !line.apart;
        }
        open && (last == ',' && !line.apart || self.is_broken(line))
    }

    /// Whether the marker read last stands alone on its line: its words come below.
    fn wants_words(&self) -> bool {
        let item = self.frames.last().map(|frame| &frame.current);
        self.paragraph.is_none() && item.is_some_and(|item| item.body == item.end)
    }

    /// Whether the line before `line` was broken for print: then any word may begin this one.
    fn is_broken(&self, line: &Line) -> bool {
        let open = !self
            .last_line
            .of(self.text)
            .ends_with(['.', ';', ':', '!', '?', '…', '”']);
        self.hard_wrapped && !line.apart && open && self.last_line.len() >= FULL
    }

    fn is_inline(&self) -> bool {
        let top = self.frames.last();
        top.is_some_and(|frame| frame.inline && frame.current.pending.is_none())
    }

    fn quoted(&mut self, span: Span) {
        self.last_line = span;
        self.extend(span.end);
    }

    /// The end of a line is reached.
    fn reach(&mut self, line: Span) {
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

    fn heading(&mut self, span: Span, heading: Heading) {
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

    fn paragraph(&mut self, span: Span) {
        let bare = |frame: &Frame<'_>| frame.reading.shape.style.is_bare();
        if let Some(depth) = self.frames.iter().position(bare) {
            self.close_to(depth);
        }
        // A letter goes on below its addressees; below the recipients are signatures only.
        if self.addressed == Some(Heading::Addressee) {
            self.addressed = None;
        }
        self.paragraph = Some(span);
        for frame in &mut self.frames {
            frame.current.pending = Some(span.end);
        }
    }

    fn paragraph_item(&mut self, span: Span) {
        self.take(&Marker::paragraph(span.start), None);
    }

    /// Takes `marker` into an open list or opens one; `sign` is what stands before a marker
    /// inside a line. Says whether it was taken.
    fn take(&mut self, marker: &Marker<'t>, sign: Option<char>) -> bool {
        for reading in marker.readings() {
            if let Some(depth) = self.open_list(&reading) {
                let frame = &self.frames[depth];
                let suspended = frame.current.pending.is_some();
                let step = reading.step_from(frame.reading.ordinal);
                let fits = matches!(step, Step::Next | Step::Foreign)
                    && !(suspended && (sign.is_some() || !reading.shape.style.counts()))
                    && sign.is_none_or(|sign| goes_on(frame, marker, sign, self.text));
                if fits {
                    self.next_item(depth, reading, marker, step, sign.is_some());
                    return true;
                }
            }
        }
        if marker
            .readings()
            .any(|reading| reading.is_first() && self.open(&reading, marker, sign))
        {
            return true;
        }
        if sign.is_some() {
            return false;
        }
        for reading in marker.readings() {
            if let Some(depth) = self.open_list(&reading) {
                let frame = &self.frames[depth];
                let suspended = frame.current.pending.is_some();
                let step = reading.step_from(frame.reading.ordinal);
                let fits = match step {
                    Step::Gap(missing) => missing <= if suspended { 1 } else { 2 },
                    Step::Repeat => !suspended,
                    _ => false,
                };
                if fits {
                    self.next_item(depth, reading, marker, step, false);
                }
                return fits;
            }
        }
        let suspended = self
            .frames
            .iter()
            .all(|frame| frame.current.pending.is_some());
        let late = marker.readings().find(|reading| reading.may_start_late());
        late.is_some_and(|reading| suspended && self.open(&reading, marker, sign))
    }

    /// The depth of the open list that `reading` would go on.
    fn open_list(&self, reading: &Reading<'_>) -> Option<usize> {
        self.frames.iter().rposition(|frame| {
            frame.reading.shape == reading.shape && frame.reading.prefix == reading.prefix
        })
    }

    fn next_item(
        &mut self,
        depth: usize,
        reading: Reading<'t>,
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
        frame.reading = reading;
        frame.items.push(done.close(text).0);
        self.paragraph = None;
    }

    fn open(&mut self, reading: &Reading<'t>, marker: &Marker<'t>, sign: Option<char>) -> bool {
        let style = reading.shape.style;
        if self.addressed.is_some() && !style.counts() {
            return false;
        }
        let same = self
            .frames
            .iter()
            .rposition(|frame| frame.reading.shape == reading.shape);
        if let Some(sign) = sign {
            let under_way = same.is_some_and(|depth| self.frames[depth].current.pending.is_none());
            if !begins(reading, sign, under_way) {
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
            let outer = Frame::depth(reading) < Frame::depth(&frame.reading);
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
                .is_some_and(|frame| frame.is_outside(reading))
        {
            self.resume();
        }
        let mut warnings = Vec::new();
        if restart && lead_in.is_none() && reading.is_first() && style.counts() {
            warnings.push(ListWarning::Restart);
        }
        if !reading.is_first() {
            warnings.push(ListWarning::LateStart);
        }
        self.frames.push(Frame {
            reading: *reading,
            inline: sign.is_some(),
            detached: self
                .frames
                .last()
                .is_some_and(|frame| frame.current.pending.is_some()),
            light: true,
            lead_in,
            scope,
            items: Vec::new(),
            current: Item::new(marker),
            warnings,
        });
        self.paragraph = None;
        true
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
            let Some(frame) = self.frames.pop() else {
                return;
            };
            let detached = frame.detached;
            let reached = frame.current.end;
            let (lists, later) = frame.close(self.text);
            let Some(parent) = self.frames.last_mut() else {
                self.roots.extend(lists);
                self.roots.extend(later);
                continue;
            };
            let item = &mut parent.current;
            match &mut item.pending {
                Some(pending) if detached => *pending = (*pending).max(reached),
                _ => item.end = item.end.max(reached),
            }
            let suspended = item.pending.is_some();
            let child = |detached| move |list| Child { list, detached };
            item.lists.extend(lists.into_iter().map(child(detached)));
            item.lists.extend(later.into_iter().map(child(suspended)));
        }
    }
}

/// Whether a marker inside a line goes on the list `frame`, by the `sign` before it.
fn goes_on(frame: &Frame<'_>, marker: &Marker<'_>, sign: char, text: &str) -> bool {
    let capital = text[marker.body..].starts_with(|c: char| c.is_uppercase() || c == '“');
    match frame.reading.shape.style {
        ListStyle::ParenArabic
        | ListStyle::ParenLetter
        | ListStyle::RomanUpperParen
        | ListStyle::RomanLower => sign != ' ' || capital,
        ListStyle::ArabicParen
        | ListStyle::LetterParen
        | ListStyle::LetterSlash
        | ListStyle::ArabicSlash
        | ListStyle::OrdinalWords
        | ListStyle::MotLa => sign != ' ',
        ListStyle::ArabicDot
        | ListStyle::ArabicMulti
        | ListStyle::LetterDot
        | ListStyle::RomanUpperDot
        | ListStyle::Labelled => matches!(sign, ';' | '.' | ':') && capital,
        _ => sign == ';' || sign == '.' && frame.inline,
    }
}

/// Whether a list may begin inside a line, by the `sign` before its first marker. `under_way`
/// says that a list of this shape is open.
fn begins(reading: &Reading<'_>, sign: char, under_way: bool) -> bool {
    match reading.shape.style {
        _ if sign == ':' => true,
        ListStyle::ParenArabic | ListStyle::ParenLetter | ListStyle::RomanLower => {
            reading.shape.variant == marker::BRACKETED && !under_way
        }
        ListStyle::OrdinalWords | ListStyle::MotLa => sign != ' ' && !under_way,
        _ => false,
    }
}

fn ends_lightly(words: &str) -> bool {
    let words = words.trim_end();
    let words = words.strip_suffix("và").unwrap_or(words).trim_end();
    words.ends_with([';', ','])
}

impl<'t> Item<'t> {
    fn new(marker: &Marker<'_>) -> Self {
        Item {
            marker: (marker.start < marker.end).then(|| Span::new(marker.start, marker.end)),
            start: marker.start,
            body: marker.body,
            end: marker.body,
            pending: None,
            lists: Vec::new(),
        }
    }

    /// The finished item, and the lists that came after it and are not its own.
    fn close(self, text: &'t str) -> (Task<'t>, Vec<TaskList<'t>>) {
        let suspended = self.pending.is_some();
        let (outside, inside): (Vec<_>, Vec<_>) = self
            .lists
            .into_iter()
            .partition(|child| suspended && child.detached);
        let lists: Vec<_> = inside.into_iter().map(|child| child.list).collect();
        let raw = &text[self.body..self.end];
        let body = self.body + raw.len() - raw.trim_start().len();
        let whole = without_terminator(raw.trim_start());
        let cut = lists.first().and_then(|list| list.items.first());
        let own = match cut {
            Some(item) => text[body..item.span.start.max(body)].trim_end(),
            None => whole,
        };
        let end = body + whole.len();
        let end = lists.last().map_or(end, |list| end.max(list.span.end));
        let task = Task {
            span: Span::new(self.start, end),
            marker: self.marker.map(|span| span.of(text)),
            text: own,
            words: Span::new(body, body + own.len()),
            deadline: None,
            lists,
        };
        (task, outside.into_iter().map(|child| child.list).collect())
    }
}

/// `words` without the sign that closes an item, and without the *và* before the last one.
fn without_terminator(words: &str) -> &str {
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
    fn has_ended(&self, text: &str, until: Span) -> bool {
        !self.items.is_empty()
            && self.light
            && lead_in::first_sentence_end(until.of(text)).is_some()
    }

    fn depth(reading: &Reading<'_>) -> u8 {
        reading.shape.style.depth(reading.shape.variant)
    }

    /// Whether lists of `reading` usually stand within this one: points within clauses.
    fn is_outside(&self, reading: &Reading<'_>) -> bool {
        Self::depth(&self.reading) < Self::depth(reading)
    }

    /// The finished list, or if it is none the lists within it; and the lists that came after it
    /// and are not its own.
    fn close(mut self, text: &'t str) -> (Vec<TaskList<'t>>, Vec<TaskList<'t>>) {
        if self.inline && self.current.lists.is_empty() {
            self.cut(text);
        }
        let (task, later) = self.current.close(text);
        self.items.push(task);
        let announced =
            self.lead_in.is_some() && !self.inline && !self.reading.shape.style.is_bare();
        let late = self.warnings.contains(&ListWarning::LateStart);
        if self.items.len() < 2 && (late || !announced) {
            let inner = self.items.into_iter().flat_map(|task| task.lists);
            return (inner.collect(), later);
        }
        let first = self.items.first().map_or(0, |task| task.span.start);
        let last = self.items.last().map_or(first, |task| task.span.end);
        let start = self.lead_in.map_or(first, |lead_in| lead_in.span.start);
        let found = self.items.len() as u32;
        let mut list = TaskList {
            span: Span::new(start, last),
            lead_in: self.lead_in,
            declared_count: None,
            declared_in: None,
            style: self.reading.shape.style,
            items: self.items,
            warnings: self.warnings,
        };
        if let Some((count, words)) = lead_in::declared(text, self.lead_in, self.scope, found) {
            list.declared_count = Some(count);
            list.declared_in = Some(words);
            if count != found {
                let declared = count;
                list.warnings
                    .push(ListWarning::CountMismatch { declared, found });
            }
        }
        (vec![list], later)
    }

    /// The last item of a list inside a paragraph ends with its sentence when those before it
    /// ended in semicolons, otherwise where the paragraph goes on to something else.
    fn cut(&mut self, text: &str) {
        let item = &mut self.current;
        let words = &text[item.body..item.end];
        if self.items.is_empty() {
            return;
        }
        let mut at = 0;
        while let Some(end) = lead_in::first_sentence_end(&words[at..]) {
            at += end;
            if self.light || lead_in::changes_topic(words[at..].trim_start()) {
                item.end = item.body + at;
                return;
            }
        }
    }
}
