//! Documents that a statement of force names behind itself: *Từ ngày 01/7/2026, nhiều luật có hiệu lực, gồm: …; …*.

use super::statement::{Reader, Subject, Time};
use super::types::EffectivityKind::{self, EntersIntoForce, Expires};
use super::words::LISTING;
use crate::amendment::relation::SEVERAL;
use crate::marker;
use crate::reading::{Gap, Place};
use crate::span::Span;

impl<'a, 't> Reader<'a, 't> {
    /// Adds what the verb, whose clause begins at byte `floor`, says of the documents that are listed behind
    /// its time; says whether it was that.
    pub(super) fn say_of_row(
        &mut self,
        verb: Span,
        kind: EffectivityKind,
        floor: usize,
        time: &Time,
    ) -> bool {
        // What a document says of those that it ends is told from its lists.
        let listed = match kind {
            EntersIntoForce => true,
            Expires => !self.page.is_document,
            _ => false,
        };
        if !listed {
            return false;
        }
        let Some(counted) = self.counted(floor, verb.start) else {
            return false;
        };
        let mut time = time.clone();
        if !time.is_said() {
            time.from = self.time_before(floor, counted);
        }
        let list = self.list_behind(time.end.max(verb.end));
        let Some(list) = list.filter(|_| time.is_said()) else {
            return false;
        };
        let row = self.row_of_list(list);
        if row.is_empty() {
            return false;
        }
        let last = row[row.len() - 1];
        let subject = Subject {
            row,
            ..self.with_provisions(vec![last])
        };
        self.say(verb, kind, &subject, time);
        true
    }

    /// Where the words begin that count documents between byte `floor` and the verb: *ba luật mới*. What
    /// was asked for a verb before is not asked again.
    fn counted(&mut self, floor: usize, verb: usize) -> Option<usize> {
        let counted = self.counted_from(floor.max(self.uncounted), verb);
        self.uncounted = counted.unwrap_or(verb);
        counted
    }

    fn counted_from(&self, floor: usize, verb: usize) -> Option<usize> {
        let end = self.findings.place(verb).index();
        let mut place = self.findings.place(floor);
        while place.index() < end {
            let behind = match place.phrase(&SEVERAL) {
                Some((_, behind)) => Some(behind),
                None => place.number().map(|_| place.next()),
            };
            let kinds = &self.findings.tables.kinds;
            let named = |kind: Place<'_, '_>| {
                kinds.announced_at(kind).is_some() || self.findings.says(kind, "văn")
            };
            if behind.is_some_and(|kind| kind.gap().is_soft() && named(kind)) {
                return Some(place.start());
            }
            place = place.next();
        }
        None
    }

    /// Where a list begins behind byte `end`: at a colon, or behind *gồm*.
    fn list_behind(&self, end: usize) -> Option<Place<'a, 't>> {
        let at = self.findings.place(end);
        if at.between().contains(':') {
            return Some(at);
        }
        let near = at.gap().is_soft() || at.gap() == Gap::Comma;
        at.phrase(&LISTING).filter(|_| near).map(|(_, list)| list)
    }

    /// The documents of the list that begins at `list`: those at the head of its parts in one line, or at the
    /// head of the lines from there on.
    fn row_of_list(&self, list: Place<'a, 't>) -> Vec<usize> {
        let text = self.findings.text;
        let lines = self.findings.reading.lines();
        let mut row = Vec::new();
        let first = lines.partition_point(|line| line.end <= list.start());
        let Some(line) = lines.get(first) else {
            return row;
        };
        if line.start < list.start() && !list.between().contains('\n') {
            let mut start = list.start();
            for part in text[start..line.end].split(';') {
                row.extend(self.documents_at(Span::new(start, start + part.len())));
                start += part.len() + 1;
            }
            return row;
        }
        for line in lines[first..].iter().take(MOST) {
            let read = self.documents_at(line.span());
            if read.is_empty() {
                break;
            }
            row.extend(read);
        }
        row
    }

    /// The documents at the head of `part`, its marker passed over.
    fn documents_at(&self, part: Span) -> Vec<usize> {
        let reading = self.findings.reading;
        let start = self.findings.place(part.start).start();
        let body = marker::read(reading, start).map(|marker| self.findings.place(marker.body));
        let heads = [Some(self.findings.place(start)), body];
        let mut heads = heads.into_iter().flatten();
        let first = heads.find_map(|head| self.mention_at(head.start()));
        let Some(first) = first.filter(|&i| self.is_known(i) && self.span(i).end <= part.end)
        else {
            return Vec::new();
        };
        let mentions = self.mentions.row();
        let end = mentions.partition_point(|mention| mention.span.end <= part.end);
        self.row_from(first, end)
    }
}

/// More documents than one list has.
const MOST: usize = 200;
