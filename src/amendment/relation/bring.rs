//! What a decision brings into the world: the plan that it approves, the rules that come with it.

use super::reader::{Objects, Reader};
use super::types::Node;
use super::types::RelationKind::{Approves, Promulgates};
use super::words::VERBS;
use crate::marker;
use crate::outline::Level;
use crate::reading::{Place, is_quotation_mark};
use crate::span::Span;

impl<'a, 't> Reader<'a, 't> {
    /// `Ban hành kèm theo Quyết định này Quy định …`: the document at hand, the mention `i`, brings what is named behind
    /// it; says whether it was that.
    pub(super) fn bringing(
        &mut self,
        i: usize,
        verb: Place<'a, 't>,
        mention: Place<'a, 't>,
    ) -> bool {
        let opens = self.reading.case(verb.index()).is_capital();
        if !opens || !self.row.entry(i).is_this || self.findings.is_quoted(verb.start()) {
            return false;
        }
        let object = self.reading.place_at(self.row.span(i).end);
        let parted = |c: char| !(c == ' ' || is_quotation_mark(c));
        if object.between().contains(parted) {
            return true;
        }
        let capital = self.reading.case(object.index()).is_capital();
        if let Some((name, end)) = self.described(object).filter(|_| capital) {
            let ids = vec![Node::Unnumbered(name.of(self.text).to_owned())];
            let source: Vec<Node> = self.row.nodes(i).collect();
            let verb = self.words(verb, mention);
            self.add(verb, Promulgates, source.clone(), Objects::whole(ids));
            self.acting_for(end, &source);
        }
        true
    }

    /// *Điều 1. Ban hành Kế hoạch …*, *Điều 1. Phê duyệt Quy hoạch …*: what the document at hand does in its first article,
    /// which `line` opens.
    pub(super) fn first_article(&mut self, line: Span) {
        let Some(own) = self.own.clone() else { return };
        let marker = marker::unit(self.reading, line.start, line.end);
        let Some(marker) = marker.filter(|marker| marker.level == Level::Article) else {
            return;
        };
        let place = self.reading.place_at(marker.body);
        let opens = self.reading.case(place.index()).is_capital();
        let Some((&relation, object)) = place.phrase(&VERBS).filter(|_| opens) else {
            return;
        };
        let brings = matches!(relation, Approves | Promulgates) && object.gap().is_soft();
        if !brings || object.start() >= line.end || self.findings.is_quoted(place.start()) {
            return;
        }
        let verb = self.words(place, object);
        let named = self.described(object).filter(|_| !self.is_told(verb));
        let capital = self.reading.case(object.index()).is_capital();
        // "Phê duyệt Dự án (tên dự án)" in a form names none.
        let told = |&(name, kind): &(Span, usize)| capital && name.end > kind;
        let body = |end: usize| self.findings.body_ending_at(end).is_some();
        if let Some((name, end)) = named.filter(|named| told(named) || body(named.1)) {
            let ids = vec![Node::Unnumbered(name.of(self.text).to_owned())];
            self.add(verb, relation, vec![own.clone()], Objects::whole(ids));
            self.acting_for(end, &[own]);
        }
    }
}
