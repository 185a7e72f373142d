//! What ties a document to bodies and to what comes with it.

use std::collections::{HashMap, HashSet};

use super::name::NAME;
use super::objects::listed;
use super::reader::{NEAR, Objects, Reader};
use super::types::Node;
use super::types::RelationKind::{Amends, Approves, AtProposalOf, AttachedTo, Expires, Issues};
use super::words::{AND, COMES_WITH, HANDED, LISTING, NEARER, PROPOSAL, VERBS};
use crate::amendment::EffectivityKind;
use crate::amendment::mood::PASSIVE;
use crate::citation::governing;
use crate::number::Notation;
use crate::provision::ProvisionOf;
use crate::reading::{Gap, Place};
use crate::span::Span;

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
            let signed = self.reading.place_at(verb.start);
            // "Phó Thủ tướng ký ban hành Nghị quyết số … của Chính phủ": who signs is not who issues.
            let of = self.findings.body_ending_at(span.end);
            let issuers = match of.filter(|_| self.findings.says(signed, "ký")) {
                Some(of) => vec![Node::Body(of.value.name.clone().into_owned())],
                None => {
                    let issuers = governing.issuers.into_iter();
                    issuers.map(|issuer| Node::Body(issuer.name)).collect()
                }
            };
            let ids: Vec<Node> = self.row.nodes(i).collect();
            // "… đề nghị Hội đồng nhân dân tỉnh ban hành Nghị quyết quy định …": there is none yet.
            let numbered = |node: &Node| node.id().is_some_and(|id| id.number().is_some());
            if !ids.iter().any(numbered) && self.is_proposed(verb.start) {
                return;
            }
            self.add(verb, Issues, issuers, Objects::whole(ids));
        } else if let Some((verb, issuer)) = self.findings.issuer_of_list(span.start) {
            // One verb issues the whole row: its documents are gathered under it.
            self.add_to_row(verb, Issues, &[Node::Body(issuer.to_owned())], i);
            self.serving(i, verb.end);
        }
    }

    /// `ban hành các văn bản triển khai MENTION, bao gồm MENTION; MENTION`: what the documents of the
    /// row are for. The mention `i` is one of them, the verb of issuing ends at byte `issues`.
    fn serving(&mut self, i: usize, issues: usize) {
        let first = self.row.first_from(issues);
        if first >= i {
            return;
        }
        let object = self.reading.place_at(self.row.span(first).start);
        let listing = self.reading.place_at(self.row.span(first).end);
        let leads = matches!(listing.gap(), Gap::Space | Gap::Comma)
            && listing
                .phrase(&LISTING)
                .is_some_and(|(_, row)| row.start() == self.row.span(first + 1).start);
        if !leads || !object.gap().is_soft() {
            return;
        }
        let Some((&relation, verb)) = object.phrase_before(&VERBS) else {
            return;
        };
        if relation.is_far_reaching() || verb.start() < issues {
            return;
        }
        let verb = self.words(verb, object);
        let mut told = self.found.iter_mut().rev().take(NEAR);
        match told.find(|(other, _)| *other == verb) {
            Some((_, told)) => told.source.extend(self.row.nodes(i)),
            None => {
                let ids = self.row.nodes(first).collect();
                let source = self.row.nodes(i).collect();
                self.add(verb, relation, source, Objects::whole(ids));
            }
        }
    }

    /// `BODY phê duyệt Đề án …` beside `Quyết định số … phê duyệt Đề án …`: the same is done once, by the
    /// document that says so.
    pub(super) fn approved_again(&mut self) {
        let mut approvals: HashMap<String, Vec<Node>> = HashMap::new();
        for (_, relation) in &self.found {
            if relation.relation == Approves
                && let [Node::Unnumbered(words)] = relation.target.as_slice()
                && let Some(name) = name_key(words)
            {
                approvals
                    .entry(name)
                    .or_insert_with(|| relation.source.clone());
            }
        }
        if approvals.is_empty() {
            return;
        }
        let said = self.found.iter().map(|&(verb, _)| verb);
        let said: HashSet<Span> = said.collect();
        for body in self.findings.bodies.iter().filter(|b| !b.value.generic) {
            let Some(place) = self.right_of(body.span.end) else {
                continue;
            };
            let Some((Approves, object)) = place.phrase(&VERBS) else {
                continue;
            };
            if said.contains(&self.words(place, object)) {
                continue;
            }
            let Some((name, _)) = self.described(object) else {
                continue;
            };
            let source = name_key(name.of(self.text)).and_then(|name| approvals.get(&name));
            if let Some(source) = source {
                let ids = vec![Node::Unnumbered(name.of(self.text).to_owned())];
                let verb = self.words(place, object);
                self.add(verb, Approves, source.clone(), Objects::whole(ids));
            }
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
        // "Tờ trình và hồ sơ gửi kèm theo Công văn số …"
        if verb.gap().is_soft() && verb.phrase_before(&HANDED).is_some() {
            return;
        }
        if self.bringing(i, verb, mention) {
            return;
        }
        // "ban hành Thông tư kèm theo QCVN 29:2026/BCT": there the standard is what comes with it.
        let number = |node: &Node| Some(node.id()?.number()?.notation());
        if (self.row.nodes(i)).any(|node| number(&node) == Some(Notation::Standard)) {
            return;
        }
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
        self.amending_attached(i, name.start);
        let source = vec![Node::Unnumbered(name.of(self.text).trim_end().to_owned())];
        let carrier: Vec<Node> = self.row.nodes(i).collect();
        let verb = self.words(verb, mention);
        self.add(verb, AttachedTo, source, Objects::whole(carrier.clone()));
        self.acting_for(end, &carrier);
    }

    /// `sửa đổi Điều 5 KIND … ban hành kèm theo MENTION`: who amends what comes with the mention `i`, and is
    /// named at byte `attached`, amends that document. Who repeals or replaces the whole of it may leave the
    /// rest.
    fn amending_attached(&mut self, i: usize, attached: usize) {
        let (start, provisions) = self.provisions_before(attached);
        let object = self.reading.place_at(start);
        let Some((verb, relation)) = self.verb_before(object) else {
            return;
        };
        let part = relation.is_far_reaching() && provisions.is_some();
        if relation != Amends && !part {
            return;
        }
        let place = self.reading.place_at(verb.start);
        let passive = place.gap().is_soft() && place.phrase_before(&PASSIVE).is_some();
        if passive || self.is_told(verb) {
            return;
        }
        if let Some(source) = self.acting_subject(i, verb.start) {
            let carrier = self.row.nodes(i).collect();
            let to = Objects::of(carrier, listed(provisions));
            self.add(verb, relation, source, to);
        }
    }

    /// `MENTION … hết hiệu lực`, said by the document at hand.
    pub(super) fn expiring(&mut self) {
        let Some(own) = self.own.clone() else { return };
        for ends in self.effectivity {
            if ends.value.kind != EffectivityKind::Expires {
                continue;
            }
            if let ProvisionOf::Document(id) = &ends.value.of {
                let to = Objects {
                    ids: vec![Node::Document(id.clone())],
                    provisions: ends.value.provisions.clone(),
                    except: ends.value.except.clone(),
                };
                self.add(ends.span, Expires, vec![own.clone()], to);
            }
        }
    }

    /// `Theo đề nghị của BODY` at the beginning of a line above an official text.
    pub(super) fn proposal(&mut self, line: Place<'_, '_>) {
        let Some(own) = self.own.clone() else { return };
        let Some((_, behind)) = line.phrase(&PROPOSAL) else {
            return;
        };
        let mut ids = Vec::new();
        let mut place = behind;
        // "Tổng cục trưởng Tổng cục Thuế, Tổng cục trưởng Tổng cục Hải quan và …"
        while ids.len() < NEAR && matches!(place.gap(), Gap::Space | Gap::Comma) {
            place.eat(&AND);
            match self.findings.body_at(place.start()) {
                Some(body) if !body.value.generic => {
                    ids.push(Node::Body(body.value.name.clone().into_owned()));
                    place = self.reading.place_at(body.span.end);
                }
                _ => break,
            }
        }
        if ids.is_empty() {
            return;
        }
        // "… tại Tờ trình số …; của Giám đốc Sở Nội vụ tại Công văn số …"
        let end = self.reading.line(line.start()).map_or(0, |line| line.end);
        while ids.len() < NEAR && place.start() < end {
            let joined = place.between().trim() == ";"
                || place.gap().is_soft() && place.phrase_before(&AND).is_some();
            if let Some(body) = self.findings.body_at(place.next().start())
                && joined
                && self.findings.says(place, "của")
                && !body.value.generic
            {
                ids.push(Node::Body(body.value.name.clone().into_owned()));
            }
            place = place.next();
        }
        let verb = self.words(line, behind);
        self.add(verb, AtProposalOf, vec![own], Objects::whole(ids));
    }
}

/// The first words of a name, in small letters; `None` where they are too few to tell it.
fn name_key(name: &str) -> Option<String> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).take(SAME);
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    (words.len() == SAME).then(|| words.join(" "))
}

/// Names that begin with so many equal words are one.
const SAME: usize = 8;
