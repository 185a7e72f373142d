//! What ties a document to bodies, to what it rests on and to what comes with it.

use super::reader::{Objects, Reader};
use super::types::Node;
use super::types::RelationKind::{AtProposalOf, AttachedTo, BasedOn, Expires, Issues};
use super::words::{BASIS, COMES_WITH, FATE, NEARER, PROPOSAL};
use crate::amendment::{Effectivity, EffectivityKind};
use crate::citation::governing;
use crate::provision::ProvisionOf;
use crate::reading::Place;
use crate::span::{Found, Span};

impl<'a, 't> Reader<'a, 't> {
    /// `BODY ban hành MENTION`.
    pub(super) fn issuing(&mut self, i: usize) {
        let span = self.row.span(i);
        // Only a citation in a bracket is looked for by its kind.
        let bracket = self.text[..span.start].ends_with('(');
        let kind = bracket
            .then(|| {
                let kinds = &self.findings.tables.kinds;
                kinds.announced_at(self.reading.place_at(span.start))
            })
            .flatten()
            .map(|(head, _)| head.name.as_str());
        let governing = governing::issuing(self.findings, span, kind);
        if let (Some(verb), false) = (governing.verb, governing.issuers.is_empty()) {
            let issuers = governing
                .issuers
                .into_iter()
                .map(|issuer| Node::Body(issuer.name));
            let ids = self.row.nodes(i).collect();
            self.add(verb, Issues, issuers.collect(), Objects::whole(ids));
        } else if let Some((verb, issuer)) = self.findings.issuer_of_list(span.start) {
            // One verb issues the whole row: its documents are gathered under it.
            self.add_to_row(verb, Issues, &[Node::Body(issuer.to_owned())], i);
        }
    }

    /// `KIND … ban hành kèm theo MENTION`: the words in front name what is attached.
    pub(super) fn carrying(&mut self, i: usize) {
        let mention = self.reading.place_at(self.row.span(i).start);
        if !mention.gap().is_soft() {
            return;
        }
        let Some((_, verb)) = mention.phrase_before(&COMES_WITH) else {
            return;
        };
        // It is an annex or a form that comes with the document.
        if self
            .findings
            .provision_ending_at(self.left_of(verb.start()))
            .is_some()
        {
            return;
        }
        let clause = self.findings.sentence_start(verb.start());
        let before = i.checked_sub(1).map(|i| self.row.span(i));
        let kinds = &self.findings.tables.kinds;
        let mut at = verb;
        let mut attached = None;
        for _ in 0..NAME.min(verb.index()) {
            at = at.back();
            if at.start() < clause {
                break;
            }
            let start = at.start();
            let free = before.is_none_or(|b| start < b.start || start >= b.end);
            if free
                && kinds.announced_at(at).is_some()
                && self.reading.case(at.index()).is_capital()
                && !self.row.covers(start)
            {
                attached = Some(at);
                break;
            }
        }
        let Some((name, end)) = attached.and_then(|at| self.described(at)) else {
            return;
        };
        if end > verb.start() {
            return;
        }
        let name = Span::new(name.start, name.end.min(verb.start()));
        // "Đơn … theo mẫu ban hành kèm theo": the nearest thing is what comes with it.
        let mut nearer = self.reading.place_at(name.start).next();
        while nearer.start() < name.end {
            if nearer.phrase(&NEARER).is_some() {
                return;
            }
            nearer = nearer.next();
        }
        let source = vec![Node::Unnumbered(name.of(self.text).trim_end().to_owned())];
        let carrier: Vec<Node> = self.row.nodes(i).collect();
        let verb = self.words(verb, mention);
        self.add(verb, AttachedTo, source, Objects::whole(carrier.clone()));
        self.acting_for(end, &carrier);
    }

    /// A document without a number, named by its kind: the words that name it, and where a verb of
    /// its own may begin.
    pub(super) fn described(&self, at: Place<'_, 't>) -> Option<(Span, usize)> {
        let (_, behind) = self.findings.tables.kinds.announced_at(at)?;
        let (start, kind_end) = (at.start(), behind.end());
        if self
            .row
            .at(start)
            .is_some_and(|i| self.row.span(i).end > kind_end)
        {
            return None;
        }
        let of = behind.next();
        if behind.gap().is_soft()
            && self.findings.says(behind, "của")
            && of.gap().is_soft()
            && let Some(body) = self.findings.body_at(of.start())
        {
            return Some((Span::new(start, body.span.end), body.span.end));
        }
        let sentence = self.reading.sentence(kind_end.max(start)).end.max(kind_end);
        let last = self.reading.place(behind.index() + NAME);
        if last.start() < sentence {
            return None;
        }
        let bytes = &self.text.as_bytes()[kind_end..sentence];
        let stop = memchr::memchr3(b';', b'(', b')', bytes).map_or(sentence, |i| kind_end + i);
        let mut fate = behind;
        while fate.start() < stop {
            if fate.phrase(&FATE).is_some() {
                return Some((Span::new(start, self.left_of(fate.start())), kind_end));
            }
            fate = fate.next();
        }
        Some((Span::new(start, self.left_of(stop)), kind_end))
    }

    /// In a sentence that begins with *Căn cứ* at byte `clause`: the verb, and the document that is
    /// based on what follows. The mention `i` is the first of the sentence.
    pub(super) fn basis(&self, i: usize, clause: usize) -> Option<(Span, Vec<Node>)> {
        let start = self.reading.place_at(clause);
        let (_, behind) = start.phrase(&BASIS)?;
        let verb = self.words(start, behind);
        let end = self.findings.sentence_end(self.row.span(i).start);
        let issued = (i + 1..self.row.len())
            .take_while(|&next| self.row.span(next).end <= end)
            .find(|&next| {
                let governing = governing::issuing(self.findings, self.row.span(next), None);
                !governing.issuers.is_empty()
            });
        match (issued, self.own) {
            (Some(issued), _) => Some((verb, self.row.nodes(issued).collect())),
            (None, Some(own)) if self.opens_line(clause) => {
                Some((verb, vec![Node::Document(own.clone())]))
            }
            _ => None,
        }
    }

    /// Whether a line begins at byte `at`.
    fn opens_line(&self, at: usize) -> bool {
        let left = self.left_of(at);
        left == 0 || self.text[..left].ends_with('\n')
    }

    /// `Căn cứ MENTION …, BODY ban hành MENTION`, and the basis lines in front of an official text.
    pub(super) fn founded(&mut self, i: usize, verb: Span, source: &[Node]) {
        let itself = self.row.nodes(i).eq(source.iter().cloned());
        if !itself && !governing::is_issued(self.findings, self.row.span(i).start) {
            self.add_to_row(verb, BasedOn, source, i);
        }
    }

    /// `MENTION … hết hiệu lực`, said by the document at hand.
    pub(super) fn expiring(&mut self, effectivity: &[Found<'_, Effectivity>]) {
        let Some(own) = self.own else { return };
        for ends in effectivity {
            if ends.value.kind != EffectivityKind::Expires {
                continue;
            }
            if let ProvisionOf::Document(id) = &ends.value.of {
                let ids = vec![Node::Document(id.clone())];
                let provisions = ends.value.provisions.clone();
                let to = Objects { ids, provisions };
                self.add(ends.span, Expires, vec![Node::Document(own.clone())], to);
            }
        }
    }

    /// `Theo đề nghị của BODY` at the beginning of a line above an official text.
    pub(super) fn proposal(&mut self, line: Place<'_, '_>) {
        let Some(own) = self.own else { return };
        let Some((_, behind)) = line.phrase(&PROPOSAL) else {
            return;
        };
        let body = self.findings.body_at(behind.start());
        if let Some(body) = body.filter(|body| !body.value.generic && behind.gap().is_soft()) {
            let verb = self.words(line, behind);
            let ids = vec![Node::Body(body.value.name.clone().into_owned())];
            self.add(
                verb,
                AtProposalOf,
                vec![Node::Document(own.clone())],
                Objects::whole(ids),
            );
        }
    }
}

/// The most words of a name; a longer one was not told where it ends.
const NAME: usize = 150;
