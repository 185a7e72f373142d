//! Reads statements of force: whose, what of it, from when, until when, and except what.

use super::next::is_later;
use super::statement::{Exception, Reader, Subject, Time, ends_with};
use super::types::{
    Effective, Effectivity,
    EffectivityKind::{self, Applies, Continues, EntersIntoForce, Expires, Retroactive, Suspended},
};
use super::words::{
    BEHIND, Before, Behind, DAY, FROM, LABELS, LINK, PROVIDED, STAYS, TRIGGERS, Trigger, VERBS,
};
use crate::amendment::Page;
use crate::amendment::mood::{Mood, asks_above, is_asked_for, mood};
use crate::citation::Findings;
use crate::date::DateValue;
use crate::provision::{ProvisionOf, Targets};
use crate::reading::{Gap, Place};
use crate::span::{Found, Span};

/// Everything a text says about the force of documents, in order.
///
/// ```
/// use vanban::amendment::{Effective, EffectivityKind};
///
/// let text = "Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2025.";
/// let found = &vanban::extract(text).effectivity[0].value;
/// assert_eq!(found.kind, EffectivityKind::EntersIntoForce);
/// assert!(matches!(&found.from, Some(Effective::Date { edtf, .. }) if edtf == "2025-07-01"));
/// ```
pub(crate) fn effectivity<'t>(
    findings: &Findings<'_, 't>,
    page: &Page<'_, 't>,
) -> Vec<Found<'t, Effectivity>> {
    let mut reader = Reader::new(findings, page);
    let mut trigger = findings.place(0);
    while let Some(next) = findings.reading.next_start(trigger.index(), &TRIGGERS) {
        trigger = next.next();
        reader.state(next);
    }
    reader.found
}

/// A verb of force.
struct Verb<'a, 't> {
    span: Span,
    kind: EffectivityKind,
    /// Where a time may follow.
    end: Place<'a, 't>,
    /// Whether the document may stand behind it: *ngưng hiệu lực Thông tư số …*.
    transitive: bool,
    /// It stands alone, with a time: *…, hiệu lực từ ngày 01/7/2025*.
    bare: bool,
}

impl<'a, 't> Reader<'a, 't> {
    /// Adds what is stated at a trigger.
    fn state(&mut self, trigger: Place<'a, 't>) {
        if self.label(trigger) {
            return;
        }
        let Some(verb) = self.verb(trigger) else {
            return;
        };
        let Verb {
            span, kind, end, ..
        } = verb;
        if self.findings.is_quoted(span.start) || span.start < self.past {
            return;
        }
        let mood = mood(self.findings, self.mentions, span.start);
        if matches!(mood, Mood::Void | Mood::Supposed)
            || is_asked_for(self.findings.place(span.start))
        {
            return;
        }
        // "Quyết định A ngưng hiệu lực Quyết định B": B's force ends.
        if verb.transitive
            && let Some(object) = self.object(end)
        {
            if mood != Mood::Asked {
                let time = self.time_behind(self.end_of_words(object.last));
                self.past = time.end.max(span.end);
                self.say(span, kind, &object, time);
            }
            return;
        }
        let sentence = self.findings.sentence_start(span.start);
        let floor = self.past.max(sentence);
        if floor > self.past {
            self.pending = None;
        }
        let time = self.time(end);
        if matches!(kind, Continues | Expires)
            && let Some(subject) = self.subject_set_apart(sentence, span.start)
        {
            self.timeless = None;
            self.past = time.end.max(span.end);
            if let Some(subject) = subject.filter(|_| time.is_said()) {
                self.say(span, kind, &subject, time);
            }
            return;
        }
        let bare = self.is_bare(floor, span.start);
        let subject = match bare {
            true => None,
            false => self
                .subject(floor, span.start)
                .or_else(|| self.subject_behind(&verb, sentence, &time))
                .or_else(|| self.subject_around(span.start))
                .or_else(|| self.subject_again(sentence, span.start)),
        };
        self.timeless = None;
        let subject = subject.map(|subject| self.possible(subject, span, kind, &time));
        match subject {
            Some(subject) if self.ends_objects(sentence, span.start, &subject) => {
                self.past = span.end
            }
            Some(subject) => self.state_of(&verb, floor, subject, time),
            None if self.say_of_row(span, kind, floor, &time) => self.past = time.end.max(span.end),
            None => self.go_on(&verb, sentence, floor, time),
        }
    }

    /// A verb whose documents are named.
    fn state_of(
        &mut self,
        verb: &Verb<'a, 't>,
        floor: usize,
        mut subject: Subject,
        mut time: Time,
    ) {
        let Verb { span, kind, .. } = *verb;
        // "đề nghị Chính phủ quyết định các nội dung sau: … Nghị định số … tiếp tục có hiệu lực"
        let head = subject.provisions_start;
        let asked = matches!(kind, Continues | Suspended)
            && asks_above(self.findings, self.mentions, head.min(span.start));
        if asked || is_asked_for(self.findings.place(head)) {
            self.past = span.end;
            return;
        }
        // "Giấy phép cấp theo Nghị định số … hết hiệu lực": the licence does.
        let parted = self.findings.place(span.start).gap() == Gap::Comma
            && !self.is_amending(subject.provisions_start);
        if (kind != EntersIntoForce || parted) && self.hangs(floor, subject.provisions_start) {
            return;
        }
        let ending = matches!(kind, Expires | Suspended);
        // "Thông tư số … ngưng hiệu lực Điều 13 từ …" does not end the whole.
        let part =
            verb.end.gap().is_soft() && self.findings.provision_at(verb.end.start()).is_some();
        if ending && part {
            self.past = span.end;
            return;
        }
        // "Quy chế ban hành kèm theo Quyết định số … hết hiệu lực": the rules do.
        if ending && self.is_carrier(subject.provisions_start) {
            return;
        }
        // "Nghị định số …, trừ Điều 18, hết hiệu lực"
        match self.exception_within(&subject, span.start) {
            Some(except) if !except.is_empty() => time.except = except,
            Some(_) if ending => return,
            _ => {}
        }
        let starts = self.span(subject.first).start;
        if kind == Applies && starts < span.start && !self.is_applied(floor, &subject, span.start) {
            return;
        }
        self.past = span.end;
        let dated = matches!(time.from, Some(Effective::Date { .. }));
        // The document next to the verb may only tell a day: *trước ngày Thông tư này có hiệu lực*.
        let next = self.mention_ending_at(span.start).unwrap_or(subject.last);
        let nearest = [subject.first, next].map(|i| (i, self.with_provisions(vec![i])));
        for (i, told) in nearest {
            match (self.tells_a_day(told.provisions_start), dated) {
                (true, false) => {
                    self.pending = self.with_which(i);
                    return;
                }
                // "Kế hoạch số … ban hành trước khi Nghị quyết số … có hiệu lực ngày …": that day is the resolution's.
                (true, true) if i == next && self.is_known(i) => subject = told,
                _ => {}
            }
        }
        self.past = time.end.max(span.end);
        if !time.is_said() {
            let document = self.pending.take();
            time.from = document.map(|document| Effective::With { document });
        }
        if !time.is_said() && starts < span.start {
            time.from = self.time_before(floor, subject.provisions_start);
        }
        // "… dẫn đến chứng thư hết hiệu lực" is no statement about the document named before.
        let ends = self.span(subject.last).end;
        let adjacent = self.is_linked(ends, span.start, &LINK);
        if !time.is_said() && (!adjacent || matches!(kind, EntersIntoForce | Applies)) {
            self.timeless = Some((span.end, subject));
            return;
        }
        // "Thông tư số …, giấy phép … có hiệu lực đến ngày …": a last day alone is said of what is next to it.
        if time.from.is_none() && kind == EntersIntoForce && !adjacent {
            return;
        }
        self.say(span, kind, &subject, time);
    }

    /// What was said so far.
    pub(super) fn told(&self) -> &[Found<'t, Effectivity>] {
        &self.found
    }

    /// Whether what begins at byte `start` only tells a day: *đến ngày các quy định tại Nghị quyết số … hết
    /// hiệu lực*.
    fn tells_a_day(&self, start: usize) -> bool {
        let mut place = self.findings.place(start);
        if place.gap().is_soft() {
            place.eat_back(&PROVIDED);
        }
        ends_with(place, &DAY)
    }

    /// A verb that has no document of its own: provisions of an exception, or the same document again.
    fn go_on(&mut self, verb: &Verb<'a, 't>, sentence: usize, floor: usize, time: Time) {
        let Verb { span, kind, .. } = *verb;
        if let Some((of, except)) = self.rest_of(span.start) {
            self.past = time.end.max(span.end);
            if time.is_said() {
                let except = Exception::of_document(except);
                self.push(span, kind, of, Targets::default(), Time { except, ..time });
            }
            return;
        }
        let last = self.found.last();
        let same = last.filter(|_| self.past >= sentence);
        let Some((provisions, of)) = self.understood(floor, span.start, same, last) else {
            return;
        };
        self.past = time.end.max(span.end);
        if time.is_said() {
            self.push(span, kind, of, provisions, time);
        }
    }

    /// Adds a statement about each document of `subject`.
    pub(super) fn say(&mut self, verb: Span, kind: EffectivityKind, subject: &Subject, time: Time) {
        let documents = subject.row.iter().flat_map(|&i| self.of(i));
        for of in documents.collect::<Vec<_>>() {
            if is_later(&of, kind, &time) {
                continue;
            }
            let mut time = time.clone();
            // No document is in force from the day on that it is: *này* means the one that speaks.
            if let Some(Effective::With { document }) = &time.from
                && *document == of
            {
                let document = ProvisionOf::Itself;
                time.from = self
                    .page
                    .is_document
                    .then_some(Effective::With { document });
            }
            self.push(verb, kind, of, subject.provisions.clone(), time);
        }
    }

    fn push(
        &mut self,
        verb: Span,
        kind: EffectivityKind,
        of: ProvisionOf,
        provisions: Targets,
        time: Time,
    ) {
        let provisions = match provisions.is_empty() {
            true => self.concerned(time.end),
            false => provisions,
        };
        let value = Effectivity {
            kind,
            except: time.except.of(&of),
            of,
            provisions,
            from: time.from,
            day: None,
            until: time.until,
        };
        if kind == EntersIntoForce && value.provisions.is_empty() {
            self.entered.add(&value.of);
        }
        self.found.push(Found::new(self.findings.text, verb, value));
    }

    /// The verb of force at a trigger.
    fn verb(&self, at: Place<'a, 't>) -> Option<Verb<'a, 't>> {
        let (&trigger, end) = at.phrase(&TRIGGERS)?;
        let (span, kind, end) = match trigger {
            Trigger::Verb(kind) => (Span::new(at.start(), end.end()), kind, end),
            Trigger::Applies => {
                // The last word of the trigger leads the time in, or is a part of it.
                let verb = self.findings.place(at.next().next().start());
                self.dated(verb)?;
                (Span::new(at.start(), verb.end()), Applies, verb)
            }
            Trigger::Force => return self.force(at, end),
        };
        let kind = match kind == Applies && ends_with(at, &STAYS) {
            true => Continues,
            false => kind,
        };
        Some(Verb {
            span,
            kind,
            end,
            transitive: matches!(trigger, Trigger::Verb(_)),
            bare: false,
        })
    }

    /// Whether a time that is written out stands behind `place`, words that lead it in passed over.
    fn dated(&self, place: Place<'a, 't>) -> Option<()> {
        let time = self.time(place);
        time.is_said().then_some(())
    }

    /// *có hiệu lực*: what stands around the trigger `at`, which ends at `end`.
    fn force(&self, at: Place<'a, 't>, mut end: Place<'a, 't>) -> Option<Verb<'a, 't>> {
        let before = at.gap().is_soft().then(|| at.phrase_before(&VERBS));
        let noun = Before {
            kind: EntersIntoForce,
            transitive: false,
            until: false,
        };
        let (before, start, bare) = match before.flatten() {
            Some((&before, start)) => (before, start, false),
            // Behind another word it is a noun: *thời hạn hiệu lực từ …*.
            None if !at.gap().is_soft() => (noun, at, true),
            None => return None,
        };
        let Before {
            mut kind,
            transitive,
            until,
        } = before;
        let mut span = Span::new(start.start(), end.end());
        if end.gap().is_soft()
            && let Some((&behind, after)) = end.phrase(&BEHIND)
        {
            match behind {
                Behind::Judgment | Behind::Part => return None,
                Behind::GoesOn => {
                    span.end = after.end();
                    end = after;
                }
                Behind::Back => (kind, end) = (Retroactive, after),
            }
        }
        // "sớm hơn 5 tháng, từ ngày 01/8/2024": a difference, and no length that ends.
        let date = self.findings.date_at(end.start());
        let differs = end.index() > 0 && self.findings.says(end.back(), "hơn");
        if differs && date.is_some_and(|date| matches!(date.value.value, DateValue::Offset(_))) {
            return None;
        }
        let dated = || {
            let bracket = self.findings.reading.bracket(at.start()).is_some();
            bracket
                && self
                    .findings
                    .date_at(end.start())
                    .is_some_and(|date| date.value.day().is_some())
        };
        let led = end.gap().is_soft() && (end.phrase(&FROM).is_some() || dated());
        let lasts = !until || self.time(end).until.is_some();
        (lasts && (!bare || led)).then_some(Verb {
            span,
            kind,
            end,
            transitive,
            bare,
        })
    }

    /// *Có hiệu lực từ ngày 15/7/2018, Nghị định số … cho phép …*: the document behind a statement that
    /// opens the sentence.
    fn subject_behind(&self, verb: &Verb<'a, 't>, sentence: usize, time: &Time) -> Option<Subject> {
        let opens = self.findings.text[sentence.min(verb.span.start)..verb.span.start].trim();
        let opens = opens.is_empty() || opens.len() <= MARKER && opens.ends_with(['.', ')', '-']);
        let dated = matches!(time.from, Some(Effective::Date { .. }));
        let behind = self.findings.place(time.end);
        if !opens || !dated || verb.bare || behind.gap() != Gap::Comma {
            return None;
        }
        let first = self.mention_at(behind.start());
        let first = first.filter(|&i| self.is_known(i))?;
        Some(self.with_provisions(vec![first]))
    }

    /// *Ngày có hiệu lực: 01/7/2025* above the text of a document or in what is known of one; says whether it
    /// was that.
    fn label(&mut self, at: Place<'a, 't>) -> bool {
        let of = match (self.page.own, self.page.announced) {
            (Some(_), _) => ProvisionOf::Itself,
            (None, Some(announced)) => ProvisionOf::Document(announced.clone()),
            (None, None) => return false,
        };
        if at.start() >= self.page.body {
            return false;
        }
        let Some((Trigger::Force, end)) = at.phrase(&TRIGGERS) else {
            return false;
        };
        let Some((&kind, start)) = at.phrase_before(&LABELS) else {
            return false;
        };
        let capital = self.findings.reading.case(start.index()).is_capital();
        let date = self.findings.date_at(end.start());
        // In a table the value has a cell of its own: *| Ngày hiệu lực: | 21/3/2007 |*.
        let between = end.between();
        let signs = between.chars().all(|c| matches!(c, ' ' | '|' | '*' | ':'));
        let parted = signs && between.contains([':', '|']);
        // "Ngày có hiệu lực 01/07/2012" may be all that a line says.
        let line = self.findings.reading.line(start.start());
        let alone = |end: usize| {
            line.is_some_and(|line| {
                let text = self.findings.text;
                let lead = &text[line.start..start.start()];
                let rest = text.get(end..line.end);
                !lead.contains(char::is_alphanumeric)
                    && rest.is_some_and(|rest| rest.trim().is_empty())
            })
        };
        let Some(date) = date.filter(|date| capital && (parted || signs && alone(date.span.end)))
        else {
            return false;
        };
        let Some(edtf) = date.value.value.edtf() else {
            return false;
        };
        if !self.labelled.contains(&kind) {
            self.labelled.push(kind);
            let from = Effective::Date {
                edtf,
                span: date.span,
            };
            let time = Time {
                from: Some(from),
                ..Time::default()
            };
            let verb = Span::new(start.start(), end.end());
            self.push(verb, kind, of, Targets::default(), time);
        }
        true
    }
}

/// The longest marker in front of a sentence, in bytes.
const MARKER: usize = 14;
