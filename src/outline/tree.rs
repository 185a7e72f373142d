//! The nodes and how they nest.

use std::borrow::Cow;

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

    /// Enters a unit. Ordinals below it start anew; articles count through the document.
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
        let node = self.push(level, marker.label, heading, Span::new(marker.start, end));
        self.nodes[node].value.quoted = quoted;
        self.nodes[node].value.parent = parent;
        self.nodes[node].value.depth = parent.map_or(0, |p| self.nodes[p].value.depth + 1);
        let track = match quoted {
            true => &mut self.quoted,
            false => &mut self.own,
        };
        track.enter(marker, node);
    }

    /// Adds an annex; everything before it ends.
    pub(super) fn annex(&mut self, label: Span, heading: Option<&'t str>, span: Span) {
        self.close(Level::Annex);
        let node = self.push(Level::Annex, label, heading, span);
        self.own.open[Level::Annex.rank()] = Some(node);
    }

    fn push(&mut self, level: Level, label: Span, heading: Option<&'t str>, span: Span) -> usize {
        self.reach(span.end);
        let node = OutlineNode {
            level,
            label: Cow::Borrowed(label.of(self.text)),
            heading: heading.map(Cow::Borrowed),
            quoted: false,
            extent: span,
            parent: None,
            depth: 0,
        };
        self.nodes.push(Found::new(self.text, span, node));
        self.nodes.len() - 1
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
