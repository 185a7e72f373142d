//! The nodes and how they nest.

use std::borrow::Cow;

use smol_str::{SmolStr, SmolStrBuilder};

use super::{Level, OutlineNode};
use crate::marker::{ListStyle, Ordinal, UnitMarker as Marker};
use crate::span::{Found, Span};

/// The units of one document that are open, and the last number seen of each level.
#[derive(Debug, Default)]
pub(super) struct Track {
    open: [Option<usize>; Level::ALL.len()],
    last: [Option<Ordinal>; Level::ALL.len()],
    /// How the last unit of each level is marked.
    style: [Option<ListStyle>; Level::ALL.len()],
    /// The last number before some were left out.
    gap: [Option<Ordinal>; Level::ALL.len()],
}

impl Track {
    /// The number of the last unit of `level` within the units around it.
    pub(super) fn last(&self, level: Level) -> Option<Ordinal> {
        self.last[level.rank()]
    }

    /// Whether the last unit of the level is marked as `marker` is: `1)` is no clause beside `1.`
    pub(super) fn is_like_last(&self, marker: &Marker) -> bool {
        let last = self.style[marker.level.rank()];
        self.last(marker.level).is_none() || last == marker.style
    }

    /// Whether `number` is the first of those that were left out at `level`: what stood in their
    /// place was no unit of the document, then.
    pub(super) fn fills_gap(&self, level: Level, number: Ordinal) -> bool {
        self.gap[level.rank()].is_some_and(|gap| number.follows(gap, 0))
    }

    /// The open unit of `level`.
    pub(super) fn open(&self, level: Level) -> Option<usize> {
        self.open[level.rank()]
    }

    /// The innermost open unit outside `level`.
    pub(super) fn parent(&self, level: Level) -> Option<usize> {
        self.open[..level.rank()].iter().rev().find_map(|&o| o)
    }

    /// The innermost open unit.
    fn innermost(&self) -> Option<usize> {
        self.open.iter().rev().find_map(|&o| o)
    }

    /// Forgets the numbers below `level`.
    fn restart(&mut self, level: Level) {
        for below in level.rank() + 1..Level::ALL.len() {
            self.open[below] = None;
            self.last[below] = None;
            self.style[below] = None;
            self.gap[below] = None;
        }
    }

    /// Enters a unit. Numbers below it start anew; articles count through the document.
    fn enter(&mut self, marker: &Marker, node: usize) {
        let (level, number) = (marker.level, marker.ordinal);
        let rank = level.rank();
        self.style[rank] = marker.style;
        if self.fills_gap(level, number) {
            self.gap[rank] = None;
        } else if let Some(last) = self.last[rank].filter(|&last| !number.follows(last, 0)) {
            self.gap[rank].get_or_insert(last);
        }
        self.open[rank] = Some(node);
        self.last[rank] = Some(number);
        for below in rank + 1..Level::ALL.len() {
            if below != Level::Article.rank() {
                self.last[below] = None;
                self.gap[below] = None;
            }
        }
    }
}

/// The heading of an annex or of a form.
#[derive(Debug)]
pub(super) struct Title<'t> {
    /// Its number; empty when there is none.
    pub label: Span,
    pub heading: Option<&'t str>,
    /// What a path calls it.
    pub path: SmolStr,
    pub span: Span,
}

/// The outline as far as it has been read.
#[derive(Debug)]
pub(super) struct Tree<'t> {
    text: &'t str,
    pub nodes: Vec<Found<'t, OutlineNode<'t>>>,
    /// The units of the document itself.
    pub own: Track,
    /// The units of the quotation that is being read.
    pub quoted: Track,
    /// End of the last line that was read, be it as part of a heading.
    end: usize,
}

impl<'t> Tree<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Tree {
            text,
            nodes: Vec::new(),
            own: Track::default(),
            quoted: Track::default(),
            end: 0,
        }
    }

    /// Says that the text has been read up to `end`: open units reach there at least.
    pub(super) fn reach(&mut self, end: usize) {
        self.end = self.end.max(end);
    }

    /// Adds a unit of the document itself or a quoted one, announced from its marker to `end`.
    pub(super) fn unit(
        &mut self,
        marker: &Marker,
        heading: Option<&'t str>,
        end: usize,
        quoted: bool,
    ) {
        let level = marker.level;
        let parent = if quoted {
            self.close_quoted(level);
            let parent = self.quoted.parent(level);
            parent.or_else(|| self.own.innermost())
        } else {
            self.close(level);
            self.own.parent(level)
        };
        let span = Span::new(marker.start, end);
        let own = match heading {
            Some(_) => end,
            None => marker.body,
        };
        let label = marker.label.of(self.text);
        let label = match marker.worded {
            true => Cow::Owned(marker.ordinal.main.to_string()),
            false => Cow::Borrowed(label),
        };
        let path = match (quoted, parent) {
            (true, _) => SmolStr::default(),
            (false, None) => SmolStr::new(&label),
            (false, Some(parent)) => below(&self.nodes[parent].value.path, &label),
        };
        let node = self.push(level, label, heading, span);
        self.nodes[node].value.path = path;
        self.nodes[node].value.body = Span::new(own, own);
        self.nodes[node].value.quoted = quoted;
        self.nodes[node].value.parent = parent;
        self.nodes[node].value.depth = parent.map_or(0, |p| self.nodes[p].value.depth + 1);
        let track = match quoted {
            true => &mut self.quoted,
            false => &mut self.own,
        };
        track.enter(marker, node);
    }

    /// Adds an annex, or a form in one. What it is part of goes on, everything else before it ends,
    /// and numbers begin anew.
    pub(super) fn annex(&mut self, level: Level, head: &Title<'t>) {
        self.close(level);
        let parent = self.own.parent(level);
        let label = Cow::Borrowed(head.label.of(self.text));
        let node = self.push(level, label, head.heading, head.span);
        let end = head.span.end;
        let value = &mut self.nodes[node].value;
        value.path = head.path.clone();
        value.body = Span::new(end, end);
        if let Some(parent) = parent {
            let around = &self.nodes[parent].value;
            let (path, depth) = (below(&around.path, &head.path), around.depth + 1);
            let value = &mut self.nodes[node].value;
            (value.path, value.depth, value.parent) = (path, depth, Some(parent));
        }
        self.own.restart(level);
        self.own.open[level.rank()] = Some(node);
    }

    fn push(
        &mut self,
        level: Level,
        label: Cow<'t, str>,
        heading: Option<&'t str>,
        span: Span,
    ) -> usize {
        self.reach(span.end);
        let node = OutlineNode {
            level,
            label,
            heading: heading.map(Cow::Borrowed),
            path: SmolStr::default(),
            body: Span::new(span.end, span.end),
            of: None,
            quoted: false,
            extent: span,
            parent: None,
            depth: 0,
        };
        self.nodes.push(Found::new(self.text, span, node));
        self.nodes.len() - 1
    }

    /// Says where the units' own texts end: where the first unit in them begins, or with them.
    pub(super) fn finish(&mut self) {
        self.close(Level::Annex);
        let mut next = self.text.len();
        for node in (0..self.nodes.len()).rev() {
            let Found {
                span,
                ref mut value,
                ..
            } = self.nodes[node];
            let own = value.body.start;
            let end = value.extent.end.min(next).max(own);
            let apart = |c: char| c.is_whitespace() || is_opening(c);
            let words = self.text[own..end].trim_start().trim_end_matches(apart);
            let start = own + (self.text[own..end].len() - self.text[own..end].trim_start().len());
            value.body = Span::new(start, start + words.len());
            next = span.start;
        }
    }

    /// Ends the quotation.
    pub(super) fn leave_quotation(&mut self) {
        self.close_quoted(Level::Annex);
        self.quoted = Track::default();
    }

    /// Ends the document's open units at and below `level`, and the quotation in them.
    pub(super) fn close(&mut self, level: Level) {
        self.leave_quotation();
        Self::end_units(&mut self.own, &mut self.nodes, level, self.end);
    }

    fn close_quoted(&mut self, level: Level) {
        Self::end_units(&mut self.quoted, &mut self.nodes, level, self.end);
    }

    fn end_units(
        track: &mut Track,
        nodes: &mut [Found<'t, OutlineNode<'t>>],
        level: Level,
        end: usize,
    ) {
        for open in &mut track.open[level.rank()..] {
            if let Some(node) = open.take() {
                nodes[node].value.extent.end = end;
            }
        }
    }
}

/// The path of the unit `label` in that of `path`.
fn below(path: &str, label: &str) -> SmolStr {
    let mut below = SmolStrBuilder::new();
    for part in [path, "/", label] {
        below.push_str(part);
    }
    below.finish()
}

/// The marks that open a quotation.
fn is_opening(c: char) -> bool {
    matches!(c, '“' | '„' | '«' | '‟')
}

/// What a walk leaves behind.
#[derive(Debug)]
pub(super) struct Walk<'t> {
    pub nodes: Vec<Found<'t, OutlineNode<'t>>>,
    /// Where the closing (recipients, signatures) begins.
    pub closing: Option<usize>,
    /// Where the first annex begins.
    pub annex: Option<usize>,
    /// The annexes whose documents are told, and the lines that tell them.
    pub annexes: Vec<(usize, Span)>,
}
