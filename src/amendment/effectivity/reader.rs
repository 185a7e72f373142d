//! Reads statements of force: whose, what of it, from when, and except what.

use super::types::{
    Effective, Effectivity,
    EffectivityKind::{self, Applies, EntersIntoForce, Expires, Retroactive, Suspended},
};
use super::words::{
    AGAIN, ASIDE, BEHIND, Behind, CARRIED, DAY, EXCEPT, FROM, ISSUED, ITS_FORCE, LINK, NOT, OF,
    PROVIDED, SINCE, TRIGGERS, Trigger, VERBS,
};
use crate::citation::{Anaphor, Findings, Mention, MentionOf, Mentions, Reference};
use crate::date::DateValue;
use crate::provision::{ProvisionOf, Targets};
use crate::reading::{Gap, Phrases, Place};
use crate::span::{Found, Span};

/// Everything a text says about the force of documents, in order; `own` says whether the page is a
/// document itself.
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
    mentions: &Mentions,
    references: &[Found<'t, Reference>],
    own: bool,
) -> Vec<Found<'t, Effectivity>> {
    let text = findings.text;
    let reader = Reader {
        findings,
        mentions,
        references,
        own,
    };
    let mut found = Vec::new();
    // The end of the clause before, and what it says when it is only a time.
    let mut past = 0;
    let mut pending = None;
    let mut trigger = findings.place(0);
    while let Some(next) = findings.reading.next_start(trigger.index(), &TRIGGERS) {
        trigger = next.next();
        let Some(verb) = reader.verb(next) else {
            continue;
        };
        let Verb { span, kind, end } = verb;
        if findings.is_quoted(span.start) || span.start < past || reader.is_void(span) {
            continue;
        }
        // "Quyết định A ngưng hiệu lực Quyết định B": B's force ends, which is a relation of A to it.
        if matches!(kind, Expires | Suspended) && reader.has_object(end) {
            continue;
        }
        let sentence = findings.sentence_start(span.start);
        let floor = past.max(sentence);
        if floor > past {
            pending = None;
        }
        let (time_end, from, except) = reader.time(end);
        let goes_on = found.last().filter(|_| past >= sentence);
        let Some(subject) = reader.subject(floor, span.start) else {
            // The provisions of an exception, or the same document again.
            let Some((provisions, of)) =
                reader.understood(floor, span.start, goes_on, found.last())
            else {
                continue;
            };
            past = time_end.max(span.end);
            if from.is_some() {
                let value = Effectivity {
                    kind,
                    except: except.of(&of),
                    of,
                    provisions,
                    from,
                    day: None,
                };
                found.push(Found::new(text, span, value));
            }
            continue;
        };
        // "Giấy phép cấp theo Nghị định số … hết hiệu lực": the licence does.
        if kind != EntersIntoForce && reader.hangs(floor, subject.provisions_start) {
            continue;
        }
        if kind == Applies && !reader.is_applied(floor, &subject, span.start) {
            continue;
        }
        past = span.end;
        if ends_with(findings.place(subject.provisions_start), &DAY) {
            pending = reader.of(subject.first).next();
            continue;
        }
        past = time_end.max(span.end);
        let from = from.or_else(|| {
            let document = pending.take()?;
            Some(Effective::With { document })
        });
        let from = from.or_else(|| reader.time_before(floor, subject.provisions_start));
        // "… dẫn đến chứng thư hết hiệu lực" is no statement about the document named before.
        let adjacent = reader.adjoins(reader.span(subject.last).end, span.start);
        if from.is_none() && (!adjacent || matches!(kind, EntersIntoForce | Applies)) {
            continue;
        }
        for of in (subject.first..=subject.last).flat_map(|i| reader.of(i)) {
            // No document is in force from the day on that it is: *này* means the one that speaks.
            let from = from.clone().map(|from| match from {
                Effective::With { document } if document == of => Effective::With {
                    document: ProvisionOf::Itself,
                },
                from => from,
            });
            let value = Effectivity {
                kind,
                except: except.of(&of),
                of,
                provisions: subject.provisions.clone(),
                from,
                day: None,
            };
            found.push(Found::new(text, span, value));
        }
    }
    found
}

/// A verb of force.
struct Verb<'a, 't> {
    span: Span,
    kind: EffectivityKind,
    /// Where a time may follow.
    end: Place<'a, 't>,
}

/// What a statement is about: a row of mentions, and provisions in front of the first.
struct Subject {
    first: usize,
    last: usize,
    provisions: Targets,
    provisions_start: usize,
}

/// The provisions for which something else holds.
#[derive(Clone, Debug, Default)]
struct Exception {
    targets: Targets,
    /// *Điều 21 của Thông tư này*: they are those of the page's document.
    of_this: bool,
}

impl Exception {
    /// Those that are provisions of `of`.
    fn of(&self, of: &ProvisionOf) -> Targets {
        match self.of_this && *of != ProvisionOf::Itself {
            true => Targets::default(),
            false => self.targets.clone(),
        }
    }
}

struct Reader<'a, 't> {
    findings: &'a Findings<'a, 't>,
    mentions: &'a Mentions,
    references: &'a [Found<'t, Reference>],
    /// Whether the page is a document itself.
    own: bool,
}

impl<'a, 't> Reader<'a, 't> {
    fn mention(&self, i: usize) -> &Mention {
        &self.mentions.row()[i]
    }

    fn span(&self, i: usize) -> Span {
        self.mention(i).span
    }

    /// Whether the mention says *Nghị định này*.
    fn is_this(&self, i: usize) -> bool {
        match self.mention(i).of {
            MentionOf::Citation(_) => false,
            MentionOf::Reference(i) => self.references[i].value.anaphor == Anaphor::This,
        }
    }

    /// Whether it says so and means the page, or nobody knows what.
    fn is_itself(&self, i: usize) -> bool {
        self.is_this(i) && (self.own || self.mentions.documents(self.mention(i)).is_empty())
    }

    /// The documents of the mention `i`.
    fn of(&self, i: usize) -> impl Iterator<Item = ProvisionOf> {
        let itself = self.is_itself(i).then_some(ProvisionOf::Itself);
        let documents = match itself {
            Some(_) => &[],
            None => self.mentions.documents(self.mention(i)),
        };
        let named = documents
            .iter()
            .map(|&one| ProvisionOf::Document(self.mentions.id(one).clone()));
        itself.into_iter().chain(named)
    }

    /// Whether it is known which document the mention `i` means.
    fn is_known(&self, i: usize) -> bool {
        self.is_itself(i) || !self.mentions.documents(self.mention(i)).is_empty()
    }

    /// The verb of force at a trigger.
    fn verb(&self, at: Place<'a, 't>) -> Option<Verb<'a, 't>> {
        let (&trigger, mut end) = at.phrase(&TRIGGERS)?;
        if trigger == Trigger::Applies {
            self.findings.date_at(end.start())?;
            let verb = self.findings.place(at.next().next().start());
            let span = Span::new(at.start(), verb.end());
            return end.gap().is_soft().then_some(Verb {
                span,
                kind: Applies,
                end: verb,
            });
        }
        if !at.gap().is_soft() {
            return None;
        }
        let (&kind, start) = at.phrase_before(&VERBS)?;
        let mut span = Span::new(start.start(), end.end());
        let mut kind = kind;
        if end.gap().is_soft()
            && let Some((&behind, after)) = end.phrase(&BEHIND)
        {
            match behind {
                Behind::Judgment => return None,
                Behind::GoesOn => {
                    span.end = after.end();
                    end = after;
                }
                Behind::Back => kind = Retroactive,
            }
        }
        Some(Verb { span, kind, end })
    }

    /// Whether the verb is denied, or the sentence asks.
    fn is_void(&self, verb: Span) -> bool {
        let end = self.findings.sentence_end(verb.end);
        ends_with(self.findings.place(verb.start), &NOT)
            || self.findings.text[end..].trim_start().starts_with('?')
            || self.findings.text[..end].ends_with('?')
    }

    /// Whether nothing but space stands between two bytes.
    fn adjoins(&self, end: usize, start: usize) -> bool {
        let between = self.findings.text.get(end..start);
        between.is_some_and(|between| between.trim().is_empty())
    }

    /// Whether nothing but one of `phrases`, or nothing at all, stands between two bytes, commas apart.
    fn is_linked(&self, end: usize, start: usize, phrases: &Phrases<()>) -> bool {
        let from = self.findings.place(end);
        let comma = |at: Place<'_, '_>| at.gap().is_soft() || at.gap() == Gap::Comma;
        if !comma(from) {
            return from.start() >= start && end == start;
        }
        if from.start() >= start {
            return true;
        }
        matches!(from.phrase(phrases), Some((_, behind)) if behind.start() == start && comma(behind))
    }

    /// What the verb is about where no document stands before it: provisions of the document that
    /// was spoken of, that document itself once more, or the document at hand by its bare kind.
    fn understood(
        &self,
        floor: usize,
        verb: usize,
        goes_on: Option<&Found<'_, Effectivity>>,
        last: Option<&Found<'_, Effectivity>>,
    ) -> Option<(Targets, ProvisionOf)> {
        let text = self.findings.text;
        let left = text[..verb].trim_end();
        if let Some(last) = goes_on
            && self.is_linked(floor, verb, &AGAIN)
        {
            return Some((last.value.provisions.clone(), last.value.of.clone()));
        }
        let provision = self.findings.provision_ending_at(left.len());
        if let Some(provision) = provision.filter(|p| p.span.start >= floor) {
            let known = match (goes_on, self.own) {
                (Some(last), _) => Some(last.value.of.clone()),
                (None, true) => Some(ProvisionOf::Itself),
                (None, false) => last.map(|last| last.value.of.clone()),
            };
            return Some((provision.value.targets.clone(), known?));
        }
        let start = self.findings.place(floor);
        let (_, end) = self.findings.tables.kinds.announced_at(start)?;
        let capital = self.findings.reading.case(start.index()).is_capital();
        (self.own && capital && end.end() == left.len())
            .then_some((Targets::default(), ProvisionOf::Itself))
    }

    /// Whether *áp dụng từ …* is said of the document or of what it provides, not of a price list
    /// that is named beside it.
    fn is_applied(&self, floor: usize, subject: &Subject, verb: usize) -> bool {
        let start = subject.provisions_start.max(floor);
        let opens = self.findings.text[floor..start].trim_end();
        let marker = opens.len() <= MARKER && opens.ends_with(['.', ')', '-']);
        let provided = ends_with(self.findings.place(start), &PROVIDED);
        self.is_linked(self.span(subject.last).end, verb, &LINK)
            && (opens.trim().is_empty() || marker || provided)
    }

    /// *Kể từ ngày …,* in front of the subject.
    fn time_before(&self, floor: usize, subject: usize) -> Option<Effective> {
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

    /// The documents that open the clause between `floor` and the verb.
    fn subject(&self, floor: usize, verb: usize) -> Option<Subject> {
        let row = self.mentions.row();
        let bracket = self.findings.reading.bracket(verb);
        let inside = bracket.map_or(verb, |bracket| bracket.start);
        let clause = self.findings.reading.clause(inside).start.max(floor);
        let first = row.partition_point(|mention| mention.span.start < clause);
        let end = row.partition_point(|mention| mention.span.end <= verb);
        let mut first = (first..end).find(|&i| self.is_known(i))?;
        // "Theo Nghị định số …, Thông tư số … có hiệu lực từ …": another one stands behind the comma.
        if self.is_aside(clause, self.span(first).start)
            && let Some(next) = (first + 1..end).find(|&i| {
                let gap = self.findings.place(self.span(i).start).gap();
                self.is_known(i) && gap == Gap::Comma
            })
        {
            first = next;
        }
        let mut last = first;
        while last + 1 < end && self.is_known(last + 1) {
            let between = self
                .findings
                .text
                .get(self.span(last).end..self.span(last + 1).start);
            if !matches!(between?.trim_matches([' ', ',', '\n']), "" | "và") {
                break;
            }
            last += 1;
        }
        let start = self.span(first).start;
        let mut place = self.findings.place(start);
        if place.gap().is_soft() {
            place.eat_back(&OF);
        }
        let left = self.findings.text[..place.start()].trim_end().len();
        let provision = self.findings.provision_ending_at(left);
        Some(Subject {
            first,
            last,
            provisions: provision.map_or_else(Targets::default, |p| p.value.targets.clone()),
            provisions_start: provision.map_or(start, |p| p.span.start),
        })
    }

    /// Whether the words at byte `start`, not the first ones behind byte `floor`, tell by what the thing
    /// before them was done.
    fn hangs(&self, floor: usize, start: usize) -> bool {
        let place = self.findings.place(start);
        if !place.gap().is_soft() || place.phrase_before(&CARRIED).is_some() {
            return false;
        }
        let (Some((_, aside)), provided) =
            (place.phrase_before(&ASIDE), place.phrase_before(&PROVIDED))
        else {
            return false;
        };
        let provides = provided.is_some_and(|(_, before)| before.index() == aside.index());
        !provides && aside.start() > self.findings.place(floor).start()
    }

    /// Whether the clause begins with a document, at byte `document`, that it only rests on.
    fn is_aside(&self, clause: usize, document: usize) -> bool {
        let document = self.findings.place(document);
        if !document.gap().is_soft() {
            return false;
        }
        let before = document.phrase_before(&ASIDE);
        before.is_some_and(|(_, before)| before.start() <= self.findings.place(clause).start())
    }

    /// The time behind the verb that ends at `end`: where it ends, and the provisions for which it does
    /// not hold.
    fn time(&self, end: Place<'a, 't>) -> (usize, Option<Effective>, Exception) {
        let mut place = end;
        let mut past = end.end();
        let mut from = None;
        while matches!(place.gap(), Gap::Space | Gap::Glued | Gap::Comma) {
            if let Some(date) = self.findings.date_at(place.start()) {
                let span = date.span;
                from = match &date.value.value {
                    DateValue::Offset(offset) => Some(Effective::Offset {
                        offset: *offset,
                        span,
                    }),
                    DateValue::Anchor(anchor) => Some(Effective::Event {
                        anchor: *anchor,
                        span,
                    }),
                    value => value.edtf().map(|edtf| Effective::Date { edtf, span }),
                };
                past = span.end;
                break;
            }
            match place.phrase(&SINCE) {
                Some((_, behind)) => place = behind,
                None => break,
            }
        }
        if !matches!(
            from,
            Some(Effective::Date { .. } | Effective::Offset { .. })
        ) && let Some(i) = self.with(end)
        {
            from = self
                .of(i)
                .next()
                .map(|document| Effective::With { document });
            past = self.span(i).end;
            let force = self.findings.place(past);
            if force.gap().is_soft()
                && let Some((_, behind)) = force.phrase(&ITS_FORCE)
            {
                past = behind.end();
            }
        }
        (past, from, self.exception(past))
    }

    /// *kể từ ngày Nghị định này có hiệu lực*: the mention of the document whose day it is.
    fn with(&self, end: Place<'a, 't>) -> Option<usize> {
        let mut day = end;
        while day.gap().is_soft()
            && let Some((_, behind)) = day.phrase(&SINCE)
        {
            day = behind;
        }
        if day.index() == end.index() || !day.gap().is_soft() {
            return None;
        }
        if let Some((_, behind)) = day.phrase(&DAY) {
            day = behind;
        }
        let row = self.mentions.row();
        let i = row.partition_point(|mention| mention.span.start < day.start());
        let there = row.get(i).filter(|m| m.span.start == day.start())?;
        let behind = self.findings.place(there.span.end);
        let issued = behind.gap().is_soft() && behind.phrase(&ISSUED).is_some();
        (!issued && self.is_known(i)).then_some(i)
    }

    /// Whether a document stands right behind the verb that ends at `place`.
    fn has_object(&self, mut place: Place<'a, 't>) -> bool {
        if !place.gap().is_soft() {
            return false;
        }
        if let Some((_, behind)) = place.phrase(&OF) {
            place = behind;
        }
        let provision = self.findings.provision_at(place.start());
        let row = self.mentions.row();
        let i = row.partition_point(|mention| mention.span.start < place.start());
        provision.is_some() || row.get(i).is_some_and(|m| m.span.start == place.start())
    }

    /// Whether *của Thông tư này* stands behind byte `end`.
    fn is_of_this(&self, end: usize) -> bool {
        let mut place = self.findings.place(end);
        if let Some((_, behind)) = place.phrase(&OF) {
            place = behind;
        }
        let row = self.mentions.row();
        let i = row.partition_point(|mention| mention.span.start < place.start());
        let there = row.get(i).is_some_and(|m| m.span.start == place.start());
        place.gap().is_soft() && there && self.is_this(i)
    }

    /// The provisions behind *trừ* at byte `at`.
    fn exception(&self, at: usize) -> Exception {
        let place = self.findings.place(at);
        let between = self.findings.text[at..place.start()].trim();
        let Some((_, behind)) = place
            .phrase(&EXCEPT)
            .filter(|_| matches!(between, "" | ","))
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
}

/// Whether one of `phrases` ends right before `place`.
fn ends_with(place: Place<'_, '_>, phrases: &Phrases<()>) -> bool {
    place.gap().is_soft() && place.phrase_before(phrases).is_some()
}

/// The longest marker in front of a sentence (*12.3.*, *Điều 12.*), in bytes.
const MARKER: usize = 14;

/// How far the provisions of an exception may stand from *trừ*, in bytes.
const NEAR: usize = 60;
