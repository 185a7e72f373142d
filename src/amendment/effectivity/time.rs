//! When a statement of force holds: from when on, until when, and except what.

use super::statement::{Exception, Reader, Subject, Time, ends_with};
use super::types::Effective;
use super::words::{CONCERNING, DAY, EXCEPT, FROM, GOES_ON, ISSUED, ITS_FORCE, OF, SINCE, UNTIL};
use crate::amendment::mood::PASSIVE;
use crate::date::{Anchor, CivilDate, DateExpression, DateValue, Modifier, Offset};
use crate::provision::Targets;
use crate::reading::{Gap, Place};
use crate::span::{Found, Span};

/// What a date says about force.
enum Said {
    From(Effective),
    Until(CivilDate),
}

/// The day of issue, told by an event: which one, the day where that is written out, and where the
/// words end.
struct Event<'a, 't> {
    anchor: Anchor,
    behind: Place<'a, 't>,
}

impl<'a, 't> Reader<'a, 't> {
    /// The time behind the verb that ends at `verb`.
    pub(super) fn time(&self, verb: Place<'a, 't>) -> Time {
        let mut time = Time {
            end: verb.end(),
            ..Time::default()
        };
        if let Some(date) = self.day_in_bracket(verb)
            && let Some(edtf) = date.value.value.edtf()
        {
            let span = date.span;
            time.end = span.end;
            time.from = Some(Effective::Date { edtf, span });
            return time;
        }
        let mut place = verb;
        let mut led = false;
        for _ in 0..LEADS {
            if !near(place) {
                break;
            }
            if let Some(date) = self.findings.date_at(place.start()) {
                place = self.take(date, place, &mut time);
                break;
            }
            // "kể từ ngày 26/01/2026 đến hết ngày …": the date may take in the last of the words.
            let mut behind = None;
            place.each_phrase(&SINCE, |(), longer| match behind {
                Some(shorter) if self.begins(shorter) => {}
                _ => behind = Some(longer),
            });
            match behind {
                Some(behind) => (place, led) = (behind, true),
                None => break,
            }
        }
        if time.from.is_none() && time.until.is_none() && led {
            match self.event(place) {
                Some(event) => {
                    let span = Span::new(place.start(), event.behind.end());
                    time.from = Some(Effective::Event {
                        anchor: event.anchor,
                        span,
                    });
                    time.end = event.behind.end();
                }
                None => self.together(verb, &mut time),
            }
        } else if matches!(time.from, Some(Effective::Event { .. })) {
            self.together(verb, &mut time);
        }
        self.limit(&mut time);
        time.except = self.exception(time.end);
        time
    }

    /// Whether a date begins at `place`.
    fn begins(&self, place: Place<'_, '_>) -> bool {
        self.findings.date_at(place.start()).is_some()
    }

    /// Takes what `date` says, which begins at `place`; the place behind its words.
    fn take(
        &self,
        date: &Found<'_, DateExpression>,
        place: Place<'a, 't>,
        time: &mut Time,
    ) -> Place<'a, 't> {
        time.end = date.span.end;
        match said(date, place) {
            Some(Said::Until(day)) => time.until = Some(day),
            Some(Said::From(from)) => {
                if let Effective::Date { .. } = from
                    && let DateValue::Interval { .. } = date.value.value
                {
                    time.until = date.value.bounds().and_then(|bounds| bounds.last);
                }
                time.from = Some(from);
            }
            None => {}
        }
        // "sau 10 ngày kể từ ngày Hội đồng nhân dân tỉnh thông qua": the event follows.
        if let Some(Effective::Offset { offset, span }) = &mut time.from
            && offset.from == Anchor::Event
            && let Some(event) = self.event(self.findings.place(span.end))
        {
            offset.from = event.anchor;
            span.end = event.behind.end();
            time.end = span.end;
        }
        self.findings.place(time.end)
    }

    /// *đến hết ngày 31/12/2027* behind what was said of the beginning.
    fn limit(&self, time: &mut Time) {
        if time.until.is_some() {
            return;
        }
        let place = self.findings.place(time.end);
        if near(place)
            && let Some((_, behind)) = place.phrase(&UNTIL)
            && let Some(date) = self.findings.date_at(behind.start())
            && let Some(day) = date.value.bounds().and_then(|bounds| bounds.last)
        {
            time.until = Some(day);
            time.end = date.span.end;
        }
    }

    /// *Thông tư này được ký ban hành*, *Hội đồng nhân dân tỉnh thông qua ngày …* at `place`, behind what
    /// leads in a day.
    fn event(&self, place: Place<'a, 't>) -> Option<Event<'a, 't>> {
        let mut at = place;
        if let Some((_, behind)) = at.phrase(&DAY) {
            at = behind;
        }
        if let Some(i) = self.mention_at(at.start()) {
            if !self.is_this(i) {
                return None;
            }
            at = self.findings.place(self.span(i).end);
        }
        if let Some((_, behind)) = at.phrase(&PASSIVE) {
            at = behind;
        }
        let mut by = None;
        if let Some(body) = self.findings.body_at(at.start()) {
            at = self.findings.place(body.span.end);
            by = Some(at.index());
        }
        // The term and the session of an assembly stand in between.
        let stop = self.findings.sentence_end(place.start());
        let last = by.map_or(at.index(), |by| by + SESSION);
        while at.index() < last && at.start() < stop && at.phrase(&ISSUED).is_none() {
            at = at.next();
        }
        let (&anchor, behind) = at.phrase(&ISSUED)?;
        if let Some(date) = self
            .findings
            .date_at(behind.start())
            .filter(|_| near(behind))
        {
            let DateValue::Date(day) = date.value.value else {
                return None;
            };
            return Some(Event {
                anchor: Anchor::Day(day),
                behind: self.findings.place(date.span.end),
            });
        }
        let own = !behind.gap().is_soft() || behind.phrase(&GOES_ON).is_some();
        own.then_some(Event { anchor, behind })
    }

    /// The day on which another document enters into force: *kể từ ngày Nghị định này có hiệu lực*.
    fn together(&self, verb: Place<'a, 't>, time: &mut Time) {
        let Some(i) = self.with(verb) else { return };
        let document = self.with_which(i);
        time.from = document.map(|document| Effective::With { document });
        time.end = self.span(i).end;
        let force = self.findings.place(time.end);
        if force.gap().is_soft()
            && let Some((_, behind)) = force.phrase(&ITS_FORCE)
        {
            // "… kể từ ngày Thông tư số … có hiệu lực (15/5/2023)" is a statement about that one, too.
            time.end = match self.day_in_bracket(behind) {
                Some(_) => self.span(i).start,
                None => behind.end(),
            };
        }
    }

    /// The date that fills the bracket at `place`.
    fn day_in_bracket(&self, place: Place<'_, '_>) -> Option<&'a Found<'t, DateExpression>> {
        let date = self.findings.date_at(place.start())?;
        let bracket = self.findings.reading.bracket(date.span.start)?;
        let behind = self.findings.text.get(date.span.end..bracket.end)?;
        (place.between().trim() == "(" && behind.trim() == ")").then_some(date)
    }

    /// *Kể từ ngày Thông tư này có hiệu lực, …*, *Kể từ ngày 01/9/2026, …*: the same at the head of a clause, a
    /// marker passed over.
    pub(super) fn time_in_front(&self, clause: Place<'a, 't>, time: &mut Time) {
        let heads = [clause, clause.next(), clause.next().next()];
        for head in heads {
            let Some((_, behind)) = head.phrase(&FROM) else {
                continue;
            };
            let date = self.findings.date_at(behind.start());
            let date = date.or_else(|| self.findings.date_at(head.start()));
            // An event may be that of another document: it is read below.
            if let Some(Said::From(from @ Effective::Date { .. })) =
                date.and_then(|date| said(date, behind))
            {
                time.from = Some(from);
                return;
            }
        }
        let with = heads.into_iter().find_map(|head| self.with_led(head));
        let document = with.and_then(|i| self.with_which(i));
        time.from = document.map(|document| Effective::With { document });
    }

    /// Whether words that lead a time in stand at `place`.
    pub(super) fn is_led_in(&self, place: Place<'_, '_>) -> bool {
        place.phrase(&FROM).is_some() || place.phrase(&SINCE).is_some()
    }

    /// The mention of the document whose day it is, behind a verb.
    fn with(&self, verb: Place<'a, 't>) -> Option<usize> {
        verb.gap().is_soft().then(|| self.with_led(verb)).flatten()
    }

    /// The same behind what leads a time in at `since`.
    fn with_led(&self, since: Place<'a, 't>) -> Option<usize> {
        let mut day = since;
        for _ in 0..LEADS {
            match day.phrase(&SINCE) {
                Some((_, behind)) if behind.gap().is_soft() => day = behind,
                _ => break,
            }
        }
        if day.index() == since.index() {
            return None;
        }
        if let Some((_, behind)) = day.phrase(&DAY) {
            day = behind;
        }
        let there = self.mention_at(day.start())?;
        let mut behind = self.findings.place(self.span(there).end);
        if let Some((_, passive)) = behind.phrase(&PASSIVE) {
            behind = passive;
        }
        let issued = behind.gap().is_soft() && behind.phrase(&ISSUED).is_some();
        let known = self.is_known(there) || self.is_this(there) && self.with_which(there).is_some();
        (!issued && known).then_some(there)
    }

    /// *Kể từ ngày …,* in front of the subject at byte `subject`.
    pub(super) fn time_before(&self, floor: usize, subject: usize) -> Option<Effective> {
        let left = self.findings.text[..subject].trim_end_matches([' ', ',']);
        let date = self.findings.date_ending_at(left.len())?;
        let start = self.findings.place(date.span.start);
        let led = ends_with(start, &SINCE) || start.phrase(&FROM).is_some();
        let edtf = date.value.value.edtf();
        Some(Effective::Date {
            edtf: edtf.filter(|_| led && date.span.start >= floor)?,
            span: date.span,
        })
    }

    /// The time said of the objects of a verb that end at byte `end`, behind what they are about.
    pub(super) fn time_behind(&self, end: usize) -> Time {
        let mut time = Time {
            end,
            ..Time::default()
        };
        let stop = self.findings.sentence_end(end);
        let dates = self.findings.dates;
        let first = dates.partition_point(|date| date.span.start < end);
        let near = dates[first..].iter().take(DATES);
        for date in near.take_while(|date| date.span.end <= stop) {
            let start = self.findings.place(date.span.start);
            let until = ends_with(start, &UNTIL);
            let since = ends_with(start, &FROM) || start.phrase(&FROM).is_some();
            if until || since {
                self.take(date, start, &mut time);
                self.limit(&mut time);
                break;
            }
        }
        time.except = self.exception(time.end);
        time
    }

    /// The provisions behind *trừ* at byte `at`.
    pub(super) fn exception(&self, at: usize) -> Exception {
        let place = self.findings.place(at);
        let between = self.findings.text[at..place.start()].trim();
        let Some((_, behind)) = place
            .phrase(&EXCEPT)
            .filter(|_| matches!(between, "" | "," | "("))
        else {
            return Exception::default();
        };
        let (from, stop) = (behind.end(), self.findings.sentence_end(behind.end()));
        let provisions = self.findings.provisions;
        let first = provisions.partition_point(|p| p.span.start < from);
        match provisions.get(first) {
            Some(p) if p.span.end <= stop && p.span.start - from <= NEAR => Exception {
                targets: p.value.targets.clone(),
                of_this: self.is_of_this(p.span.end),
            },
            _ => Exception::default(),
        }
    }

    /// The provisions behind *trừ* between the documents of `subject` and the verb at byte `verb`; empty
    /// where *trừ* stands there and takes out something else.
    pub(super) fn exception_within(&self, subject: &Subject, verb: usize) -> Option<Exception> {
        let ends = [
            self.span(subject.last).end,
            self.end_of_words(subject.last).min(verb),
        ];
        let opens = |&end: &usize| {
            let place = self.findings.place(end);
            place.start() < verb && place.phrase(&EXCEPT).is_some()
        };
        let end = ends.into_iter().find(opens)?;
        let except = self.exception(end);
        let stop = self.findings.text[..verb]
            .trim_end_matches([' ', ',', ')'])
            .len();
        let whole = self.findings.provision_ending_at(stop).is_some();
        Some(if whole { except } else { Exception::default() })
    }

    /// The provisions for which alone a time holds that ends at byte `end`: *từ ngày 01/6/2025 đối với Điều 3*.
    pub(super) fn concerned(&self, end: usize) -> Targets {
        let place = self.findings.place(end);
        let behind = place.phrase(&CONCERNING).filter(|_| place.gap().is_soft());
        let Some((_, provision)) = behind else {
            return Targets::default();
        };
        match self.findings.provision_at(provision.start()) {
            Some(found) if !self.is_of_another(found.span.end) => found.value.targets.clone(),
            _ => Targets::default(),
        }
    }

    /// Whether a document stands behind byte `end` that is not meant by *này*.
    fn is_of_another(&self, end: usize) -> bool {
        let mut place = self.findings.place(end);
        if let Some((_, behind)) = place.phrase(&OF) {
            place = behind;
        }
        let there = self.mention_at(place.start());
        place.gap().is_soft() && there.is_some_and(|i| !self.is_this(i))
    }

    /// Whether *của Thông tư này* stands behind byte `end`.
    fn is_of_this(&self, end: usize) -> bool {
        let mut place = self.findings.place(end);
        if let Some((_, behind)) = place.phrase(&OF) {
            place = behind;
        }
        let there = self.mention_at(place.start());
        place.gap().is_soft() && there.is_some_and(|i| self.is_this(i))
    }
}

/// What `date`, which stands at `place`, says of the beginning or the end of force.
fn said(date: &Found<'_, DateExpression>, place: Place<'_, '_>) -> Option<Said> {
    let span = date.span;
    let ends = matches!(
        date.value.modifier,
        Some(Modifier::By | Modifier::EndOf | Modifier::Before)
    );
    if ends || ends_with(place, &UNTIL) {
        return date.value.bounds()?.last.map(Said::Until);
    }
    let from = match &date.value.value {
        DateValue::Offset(offset) => Effective::Offset {
            offset: Offset { ..*offset },
            span,
        },
        DateValue::Anchor(anchor) => Effective::Event {
            anchor: *anchor,
            span,
        },
        value => Effective::Date {
            edtf: value.edtf()?,
            span,
        },
    };
    Some(Said::From(from))
}

/// Whether a time may go on at `place`.
fn near(place: Place<'_, '_>) -> bool {
    matches!(place.gap(), Gap::Space | Gap::Glued | Gap::Comma)
}

/// How many of the words that lead in a time stand together: *có hiệu lực, thi hành kể từ …*.
const LEADS: usize = 4;

/// How far the provisions of an exception may stand from *trừ*, in bytes.
const NEAR: usize = 60;

/// Among how many dates behind the objects of a verb that of its own is looked for.
const DATES: usize = 8;

/// How many words name the term and the session of an assembly.
const SESSION: usize = 12;
