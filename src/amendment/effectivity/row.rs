//! Documents that a statement of force names behind itself: *Từ ngày 01/7/2026, nhiều luật có hiệu lực, gồm: …; …*.

use super::statement::{Exception, Reader, Subject, Time};
use super::types::EffectivityKind::{self, EntersIntoForce, Expires};
use super::words::{EXCEPT, LISTING, OF};
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
        let items = self.items_of_list(list);
        for (subject, except) in &items {
            let mut time = time.clone();
            if let Some(except) = except {
                time.except = except.clone();
            }
            // What is taken out, and nobody can tell what it is, leaves open what ends.
            if except.as_ref().is_none_or(|except| !except.is_empty()) {
                self.say(verb, kind, subject, time);
            }
        }
        !items.is_empty()
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

    /// The items of the list that begins at `list`, each with what it takes out: its parts in one line, or the
    /// lines from there on.
    fn items_of_list(&self, list: Place<'a, 't>) -> Vec<(Subject, Option<Exception>)> {
        let text = self.findings.text;
        let lines = self.findings.reading.lines();
        let mut items = Vec::new();
        let first = lines.partition_point(|line| line.end <= list.start());
        let Some(line) = lines.get(first) else {
            return items;
        };
        if line.start < list.start() && !list.between().contains('\n') {
            let mut start = list.start();
            for part in text[start..line.end].split(';') {
                items.extend(self.item_at(Span::new(start, start + part.len())));
                start += part.len() + 1;
            }
            return items;
        }
        for line in lines[first..].iter().take(MOST) {
            match self.item_at(line.span()) {
                Some(item) => items.push(item),
                None => break,
            }
        }
        items
    }

    /// The documents at the head of `part`, its marker passed over, or provisions of one, and what it takes out
    /// of them.
    fn item_at(&self, part: Span) -> Option<(Subject, Option<Exception>)> {
        let reading = self.findings.reading;
        let start = self.findings.place(part.start).start();
        let body = marker::read(reading, start).map(|marker| self.findings.place(marker.body));
        let heads = [Some(self.findings.place(start)), body];
        let first = heads.into_iter().flatten().find_map(|head| {
            let provision = self.findings.provision_at(head.start());
            let behind = provision.map(|provision| self.findings.place(provision.span.end));
            let of = behind.map(|behind| behind.phrase(&OF).map_or(behind, |(_, of)| of));
            self.mention_at(of.unwrap_or(head).start())
        })?;
        if !self.is_known(first) || self.span(first).end > part.end {
            return None;
        }
        let mentions = self.mentions.row();
        let end = mentions.partition_point(|mention| mention.span.end <= part.end);
        let subject = self.with_provisions(vec![first]);
        // What follows in the row of a document with provisions may be meant whole, or with them.
        let subject = match subject.provisions.is_empty() {
            true => self.with_provisions(self.row_from(first, end)),
            false => subject,
        };
        let rest = Span::new(self.span(subject.last).end, part.end);
        Some((subject, self.taken_out(rest)))
    }

    /// What *, trừ …* takes out in `rest`.
    fn taken_out(&self, rest: Span) -> Option<Exception> {
        let word = |at: usize| self.findings.place(at).index();
        let mut from = word(rest.start);
        while let Some(next) = self
            .findings
            .reading
            .next_start_in(from..word(rest.end), &EXCEPT)
        {
            let place = self.findings.reading.place(next);
            // "khấu trừ": only what is set off by a sign takes out.
            if !place.gap().is_soft() {
                return Some(self.exception(place.start()));
            }
            from = next + 1;
        }
        None
    }
}

/// More documents than one list has.
const MOST: usize = 200;
