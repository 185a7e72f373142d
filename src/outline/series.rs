//! Which markers go on with the document's own units.

use super::Level;
use super::line::{self, Line};
use super::walk::Walker;
use crate::marker::{Ordinal, Step, UnitMarker as Marker};

impl Walker<'_, '_> {
    /// A marker outside quotations: a unit of the document when it continues the sequence.
    pub(super) fn own_unit(&mut self, index: usize, marker: &Marker, instructs: bool) {
        let level = marker.level;
        // `1)` beside `1.` counts something else, and says nothing about the units.
        if !self.tree.own.is_like_last(marker) {
            return;
        }
        if self.is_inner(index, marker) || !self.continues(index, marker, instructs) {
            if level == Level::Clause && self.tree.own.last(level).is_some() {
                self.inner = Some(marker.ordinal);
            }
            self.foreign = Some(self.foreign.map_or(level, |foreign| foreign.min(level)));
            return;
        }
        self.foreign = self.foreign.filter(|&foreign| foreign < level);
        if level <= Level::Clause {
            self.inner = None;
        }
        self.amending |= instructs;
        self.unit(index, marker, false);
    }

    /// Whether `marker` goes on with a table inside the clause although it would fit the clauses,
    /// too: it or the line above reads like a cell, without the stop that ends a paragraph.
    fn is_inner(&self, index: usize, marker: &Marker) -> bool {
        const STOPS: [char; 6] = ['.', ';', ':', ',', '”', '/'];
        let cell = |line: &Line<'_>| !line.text.ends_with(STOPS);
        let next = |last: Ordinal| marker.ordinal.follows(last, 0);
        marker.level == Level::Clause
            && self.inner.is_some_and(next)
            && self.lines[index.saturating_sub(1)..=index].iter().any(cell)
    }

    /// Whether `marker` continues the document's own units. An instruction does so even below
    /// units that are not ours: they were text that it replaces.
    fn continues(&self, index: usize, marker: &Marker, instructs: bool) -> bool {
        /// So many numbers may be missing: repealed units, markers lost in conversion.
        const SKIP: u32 = 3;
        let own = &self.tree.own;
        let last = own.last(marker.level);
        let follows = last.is_some_and(|last| marker.ordinal.follows(last, SKIP))
            || own.fills_gap(marker.level, marker.ordinal);
        let first = |highest: u32| last.is_none() && marker.ordinal.main <= highest;
        let in_article = own.open(Level::Article).is_some();
        // What a form says is still to be written.
        if own.open(Level::Form).is_some() {
            return false;
        }
        // Tables in an annex have chapters and articles of other texts in their cells.
        let attached = self.annex.is_some();
        let begins = last.is_none() && (!attached || marker.ordinal.is_first());
        match marker.level {
            Level::Clause => {
                let home = instructs || self.foreign.is_none_or(|foreign| foreign >= Level::Clause);
                in_article && home && (follows || first(SKIP))
            }
            Level::Point => {
                let home = match self.foreign {
                    None | Some(Level::Point) => true,
                    Some(Level::Clause) => last.is_some(),
                    Some(_) => instructs,
                };
                in_article && home && (follows || first(2)) && !self.is_subdivision(index, marker)
            }
            // An excerpt may leave out any number of articles, an amending act does not.
            Level::Article => {
                let excerpt =
                    !attached && !self.amending && last.is_some_and(|last| marker.ordinal > last);
                follows || begins || excerpt
            }
            // … and chapters without the capitals of a title (Nghị định 30/2020/NĐ-CP, Phụ lục I).
            _ => (follows || begins) && (!attached || self.has_title_in_capitals(index, marker)),
        }
    }

    fn has_title_in_capitals(&self, index: usize, marker: &Marker) -> bool {
        let line = self.lines[index];
        let behind = &self.text[marker.body..line.span.end];
        match behind.is_empty() {
            false => line::is_caps(behind),
            true => self
                .lines
                .get(index + 1)
                .is_some_and(|next| line::is_caps(next.text)),
        }
    }

    /// Whether `b1)` subdivides the point `b)`, below a line that ends in a colon, or goes on
    /// subdividing; an inserted point `b1)` stands beside a complete `b)`.
    fn is_subdivision(&self, index: usize, marker: &Marker) -> bool {
        let announced = index > 0 && self.lines[index - 1].text.ends_with(':');
        self.tree.own.last(Level::Point).is_some_and(|last| {
            marker.ordinal.main == last.main
                && (announced
                    || !matches!(marker.ordinal.step_from(last), Step::Next | Step::Foreign))
        })
    }
}
