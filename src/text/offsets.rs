//! The way between a text and its repaired copy: a sorted list of edits, searched by halves.
//!
//! Between two edits the texts are the same, so an offset needs only the edit before it. A per-byte
//! map would cost more than the whole repair.

use crate::span::Span;

/// One stretch that was replaced. `source` is never empty; `clean` is when it was dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) source: Span,
    pub(crate) clean: Span,
}

/// All edits of a text, in order, none touching the inside of another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Edits(Vec<Edit>);

impl Edits {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> std::slice::Iter<'_, Edit> {
        self.0.iter()
    }

    /// Adds an edit behind all others.
    #[inline]
    pub(crate) fn push(&mut self, edit: Edit) {
        debug_assert!(!edit.source.is_empty());
        debug_assert!(self.0.last().is_none_or(|last| {
            last.source.end <= edit.source.start && last.clean.end <= edit.clean.start
        }));
        self.0.push(edit);
    }

    /// Where the words at `clean` stand in the source. What was dropped at either edge stays
    /// outside; an edit that the span cuts is taken whole. An empty span stays empty.
    pub(crate) fn source_span(&self, clean: Span) -> Span {
        self.source_span_near(clean, &mut (self.0.len() / 2))
    }

    /// The same, looked for from the edit `near` on, which is moved to where it was found: spans
    /// that come in order take a few steps each.
    pub(crate) fn source_span_near(&self, clean: Span, near: &mut usize) -> Span {
        *near = self.partition_near(*near, |e| e.clean.start <= clean.start);
        let start = match self.0[..*near].last() {
            Some(edit) if clean.start < edit.clean.end => edit.source.start,
            last => behind(last.map(|e| (e.clean.end, e.source.end)), clean.start),
        };
        if clean.is_empty() {
            return Span::new(start, start);
        }
        let next = self.partition_near(*near, |e| e.clean.end < clean.end);
        let end = match self.0.get(next) {
            Some(edit) if edit.clean.start < clean.end => edit.source.end,
            _ => behind(
                self.0[..next].last().map(|e| (e.clean.end, e.source.end)),
                clean.end,
            ),
        };
        Span::new(start, end)
    }

    /// How many edits come `before`, looked for in growing steps from the edit `near` on.
    fn partition_near(&self, near: usize, before: impl Fn(&Edit) -> bool) -> usize {
        let edits = &self.0;
        let near = near.min(edits.len());
        let (mut from, mut to) = (near, near);
        let mut step = 1;
        while from > 0 && !before(&edits[from - 1]) {
            to = from - 1;
            from = from.saturating_sub(step);
            step *= 2;
        }
        if to == near {
            while to < edits.len() && before(&edits[to]) {
                from = to + 1;
                to = (to + step).min(edits.len());
                step *= 2;
            }
        }
        from + edits[from..to].partition_point(before)
    }

    /// Where the words at `source` stand in the clean text: the other way round. A span of
    /// nothing but dropped characters is empty.
    pub(crate) fn clean_span(&self, source: Span) -> Span {
        let before = |at| self.0[..self.0.partition_point(|e| e.source.start <= at)].last();
        let start = match before(source.start) {
            Some(edit) if source.start < edit.source.end => edit.clean.start,
            last => behind(last.map(|e| (e.source.end, e.clean.end)), source.start),
        };
        if source.is_empty() {
            return Span::new(start, start);
        }
        let end = match self.0[..self.0.partition_point(|e| e.source.start < source.end)].last() {
            Some(edit) if source.end < edit.source.end => edit.clean.end,
            last => behind(last.map(|e| (e.source.end, e.clean.end)), source.end),
        };
        Span::new(start, end)
    }

    /// The edits of two repairs, one after the other, as one list: `self` leads from the source
    /// to a text between, `second` from there to the clean text. Edits that overlap there
    /// become one.
    pub(crate) fn then(self, second: Edits) -> Edits {
        if self.is_empty() {
            return second;
        }
        let mut merged = Edits::default();
        let mut first = self.0.into_iter().peekable();
        let mut second = second.0.into_iter().peekable();
        // How much shorter the text had become behind the last edit, in each repair. It may have
        // become longer, so all sums wrap; their results are offsets again.
        let (mut dropped_first, mut dropped_second) = (0usize, 0usize);
        loop {
            let between = |e: &Edit| e.clean.start;
            let start = match (first.peek().map(between), second.peek()) {
                (Some(a), Some(b)) => a.min(b.source.start),
                (Some(a), None) => a,
                (None, Some(b)) => b.source.start,
                (None, None) => return merged,
            };
            let source_start = start.wrapping_add(dropped_first);
            let clean_start = start.wrapping_sub(dropped_second);
            let mut end = start;
            let mut fresh = true;
            loop {
                if let Some(edit) =
                    first.next_if(|e| e.clean.start < end || fresh && e.clean.start == start)
                {
                    end = end.max(edit.clean.end);
                    dropped_first = edit.source.end.wrapping_sub(edit.clean.end);
                } else if let Some(edit) =
                    second.next_if(|e| e.source.start < end || fresh && e.source.start == start)
                {
                    end = end.max(edit.source.end);
                    dropped_second = edit.source.end.wrapping_sub(edit.clean.end);
                } else {
                    break;
                }
                fresh = false;
            }
            merged.push(Edit {
                source: Span::new(source_start, end.wrapping_add(dropped_first)),
                clean: Span::new(clean_start, end.wrapping_sub(dropped_second)),
            });
        }
    }
}

/// The offset `at`, seen from the end of the edit before it: `(end here, end there)`.
fn behind(edit: Option<(usize, usize)>, at: usize) -> usize {
    match edit {
        Some((here, there)) => there + (at - here),
        None => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(list: &[(usize, usize, usize, usize)]) -> Edits {
        let mut edits = Edits::default();
        for &(a, b, c, d) in list {
            edits.push(Edit {
                source: Span::new(a, b),
                clean: Span::new(c, d),
            });
        }
        edits
    }

    #[test]
    fn spans_there_and_back() {
        // source: ··DDD·XXXX·   clean: ···XX·
        let map = edits(&[(2, 5, 2, 2), (6, 10, 3, 5)]);
        for (clean, source) in [
            ((0, 2), (0, 2)),
            ((0, 3), (0, 6)),
            ((2, 3), (5, 6)),
            ((3, 5), (6, 10)),
            ((4, 5), (6, 10)),
            ((3, 4), (6, 10)),
            ((5, 6), (10, 11)),
            ((2, 2), (5, 5)),
        ] {
            assert_eq!(
                map.source_span(Span::new(clean.0, clean.1)),
                Span::new(source.0, source.1),
                "clean {clean:?}"
            );
        }
        for (source, clean) in [
            ((0, 2), (0, 2)),
            ((2, 5), (2, 2)),
            ((3, 4), (2, 2)),
            ((4, 6), (2, 3)),
            ((7, 8), (3, 5)),
            ((10, 11), (5, 6)),
        ] {
            assert_eq!(
                map.clean_span(Span::new(source.0, source.1)),
                Span::new(clean.0, clean.1),
                "source {source:?}"
            );
        }
    }

    #[test]
    fn two_repairs_become_one() {
        let first = edits(&[(2, 5, 2, 2), (6, 10, 3, 5), (20, 21, 15, 15)]);
        let second = edits(&[(2, 3, 2, 3), (4, 6, 4, 5), (8, 10, 7, 8)]);
        let both = first.then(second);
        assert_eq!(
            both.0,
            edits(&[
                (2, 5, 2, 2),
                (5, 6, 2, 3),
                (6, 11, 3, 5),
                (13, 15, 7, 8),
                (20, 21, 13, 13)
            ])
            .0
        );
    }
}
