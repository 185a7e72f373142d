//! What a document rests on: the paragraphs that begin with *Căn cứ* and *Thực hiện*.

use super::name::NAME;
use super::reader::{NEAR, Reader};
use super::types::Node;
use super::types::RelationKind::{self, Amends, BasedOn, Details, Guides, Implements};
use super::words::{AND, BASIS, BRINGING, NEARER, POINTING, VERBS};
use crate::citation::governing;
use crate::reading::Gap;
use crate::span::Span;

/// What a sentence says at its head that a document rests on.
pub(super) struct Basis {
    verb: Span,
    /// Whether it is based on them, or implements them.
    relation: RelationKind,
    /// The document that rests on them.
    source: Vec<Node>,
    /// The first mention that is none of them.
    until: usize,
}

impl Reader<'_, '_> {
    /// In a sentence that begins with *Căn cứ* or *Thực hiện* at byte `clause`: the verb, and the document
    /// that is based on what follows. The mention `i` is the first of the sentence.
    pub(super) fn basis(&self, i: usize, clause: usize) -> Option<Basis> {
        let start = self.reading.place_at(clause);
        let (&relation, behind) = start.phrase(&BASIS)?;
        let verb = self.words(start, behind);
        let end = self.findings.sentence_end(self.row.span(i).start);
        let issued = (i + 1..self.row.len())
            .take_while(|&next| self.row.span(next).end <= end)
            .find(|&next| {
                let governing = governing::issuing(self.findings, self.row.span(next), None);
                !governing.issuers.is_empty()
            });
        let own = self.own.clone().or(self.rests.then_some(Node::Itself));
        match (issued, own) {
            (Some(issued), _) => Some(Basis {
                verb,
                relation,
                source: self.row.nodes(issued).collect(),
                until: issued,
            }),
            (None, Some(own))
                if relation == BasedOn && clause < self.body && self.opens_line(clause) =>
            {
                Some(Basis {
                    verb,
                    relation,
                    source: vec![own],
                    until: self.row.len(),
                })
            }
            (None, Some(own)) if relation == Implements && self.opens_line(clause) => Some(Basis {
                verb,
                relation,
                source: vec![own],
                until: match self.issuing_itself(i, end) {
                    Some(itself) => self.row.first_from(itself),
                    None if self.is_ground(clause) => self.row.len(),
                    None => return None,
                },
            }),
            _ => None,
        }
    }

    /// The same for a paragraph that goes on with the row of the one above: *Căn cứ Thông tư A;⏎Thông tư B;*, *Căn cứ
    /// các Thông tư của Bộ trưởng:⏎số 80/2018/TT-BTC …*.
    pub(super) fn basis_above(&self, i: usize, clause: usize) -> Option<Basis> {
        let opens = self.row.span(i).start == self.reading.place_at(clause).start();
        if !opens || clause >= self.body || !self.opens_line(clause) {
            return None;
        }
        let lines = self.reading.lines();
        let here = lines.partition_point(|line| line.start <= clause);
        let above = lines[..here.saturating_sub(1)].iter().rev().take(NEAR);
        for line in above.map(|line| line.span()) {
            let head = self.reading.place_at(line.start);
            let goes_on = line.of(self.text).trim_end().ends_with([';', ':']);
            if goes_on && head.phrase(&BASIS).is_some() {
                return self.basis(i, line.start);
            }
            if !goes_on || self.row.at(head.start()).is_none() {
                return None;
            }
        }
        None
    }

    /// Where *BODY ban hành Kế hoạch …* tells, between the mention `i` and byte `end`, of the document at
    /// hand, which is of that kind and has no other name there.
    fn issuing_itself(&self, i: usize, end: usize) -> Option<usize> {
        let own = self.kind?;
        let mut place = self.reading.place_at(self.row.span(i).end);
        for _ in 0..NAME {
            if place.start() >= end {
                break;
            }
            if let Some((_, kind)) = place.phrase(&BRINGING)
                && kind.gap().is_soft()
                && let Some((named, _)) = self.findings.tables.kinds.announced_at(kind)
                && named.name == own
                && !self.row.covers(kind.start())
            {
                return Some(kind.start());
            }
            place = place.next();
        }
        None
    }

    /// Whether the paragraph at byte `clause`, above the document's own text, ends as one of a row of grounds does:
    /// *Thực hiện Nghị quyết số …;*.
    fn is_ground(&self, clause: usize) -> bool {
        let line = self.reading.line(clause);
        let ends =
            line.is_some_and(|line| line.span().of(self.text).trim_end().ends_with([';', ',']));
        clause < self.body && ends
    }

    /// Whether a line begins at byte `at`.
    fn opens_line(&self, at: usize) -> bool {
        let left = self.left_of(at);
        left == 0 || self.text[..left].ends_with('\n')
    }

    /// `Căn cứ MENTION …, BODY ban hành MENTION`, and the basis lines in front of an official text.
    pub(super) fn founded(&mut self, i: usize, basis: &Basis) {
        let Basis {
            verb,
            relation,
            ref source,
            until,
        } = *basis;
        if i >= until || relation == Implements && self.is_about_it(i) {
            return;
        }
        // "Căn cứ Kết luận A về tiếp tục thực hiện Nghị quyết B": it rests on A.
        let start = self.row.span(i).start;
        let mut before = (0..i).rev().take(NEAR);
        let sentence = self.findings.sentence_start(start);
        let within = |j: &usize| self.row.span(*j).start >= sentence;
        let covered = before.any(|j| within(&j) && self.row.entry(j).words > start);
        if relation == BasedOn && (self.hangs_in_basis(i) || covered && self.serves(i)) {
            return;
        }
        let itself = self.row.nodes(i).eq(source.iter().cloned());
        // "Căn cứ Nghị định A quy định chi tiết Luật B": it rests on A.
        let described = self.found.iter().rev().take(NEAR).any(|(other, told)| {
            let acts = matches!(told.relation, Details | Guides | Amends | Implements);
            acts && other.start >= verb.end
                && other.end <= self.row.span(i).start
                && self.row.nodes(i).all(|id| told.target.contains(&id))
        });
        if !itself && !described && !governing::is_issued(self.findings, self.row.span(i).start) {
            self.add_to_row(verb, relation, source, i);
        }
    }

    /// Whether, in a paragraph that says what a document rests on, the mention `i` only tells where the thing is provided
    /// for that the one before it is about: *Căn cứ Thông tư A hướng dẫn …: … quy định tại Nghị định B và Nghị định C*.
    pub(super) fn hangs_in_basis(&self, i: usize) -> bool {
        let start = self.row.span(i).start;
        let sentence = self.findings.sentence_start(start);
        let head = self.reading.place_at(sentence).phrase(&BASIS);
        if sentence >= self.body || head.is_none_or(|(&relation, _)| relation != BasedOn) {
            return false;
        }
        let within = |j: &usize| self.row.span(*j).start >= sentence;
        let mut j = i;
        while j > 0 && i - j < NEAR && within(&(j - 1)) {
            let (start, _) = self.provisions_before(self.row.span(j).start);
            let place = self.reading.place_at(start);
            if place.gap().is_soft()
                && let Some((_, points)) = place.phrase_before(&POINTING)
            {
                // "… và quy định tại Nghị định B" is a ground of its own.
                let joined = points.gap() == Gap::Comma
                    || points.gap().is_soft() && points.phrase_before(&AND).is_some();
                return !joined && points.start() > self.row.span(j - 1).end;
            }
            if !place.gap().is_soft() || place.phrase_before(&AND).is_none() {
                return false;
            }
            j -= 1;
        }
        false
    }

    /// Whether what the mention `i` asks for is done by what the words in front of it say.
    fn serves(&self, i: usize) -> bool {
        let place = self.reading.place_at(self.row.span(i).start);
        let verb = place.gap().is_soft().then(|| place.phrase_before(&VERBS));
        verb.flatten()
            .is_some_and(|(&relation, _)| relation == Implements)
    }

    /// Whether the mention `i` stands in the words that tell what one before it is about, and no *và* begins
    /// another member of the row with it; what they are done by (*về phát triển vùng theo Nghị quyết …*) does.
    fn is_about_it(&self, i: usize) -> bool {
        let start = self.row.span(i).start;
        let place = self.reading.place_at(start);
        let joined = place.gap().is_soft() && place.phrase_before(&AND).is_some();
        let mut before = (0..i).rev().take(NEAR);
        let sentence = self.findings.sentence_start(start);
        let nearer = place.gap().is_soft() && place.phrase_before(&NEARER).is_some();
        let follows = i > 0 && self.row.span(i - 1).start >= sentence;
        !joined && (before.any(|j| self.row.entry(j).words > start) || nearer && follows)
    }
}
