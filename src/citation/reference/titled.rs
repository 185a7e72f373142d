//! References by a label or by the name of a law, and those of a title to what comes below.

use std::collections::HashSet;

use super::known::Salience;
use super::reader::Reader;
use super::{Anaphor, Reference};
use crate::citation::governing;
use crate::citation::words::SEVERAL;
use crate::document_id::DocumentId;
use crate::reading::Gap;
use crate::span::Span;
use crate::tables::kinds::{DocumentKind, Trait};
use crate::tables::laws;

impl<'a, 't> Reader<'a, 't> {
    /// A name that the text has given to a document.
    pub(super) fn labelled(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        let (label, end) = self.labels.at(self.findings.text, kind.start, &head.name)?;
        let place = self.place(kind.start);
        let several = place
            .phrase_before(&SEVERAL)
            .filter(|_| place.gap().is_soft());
        let start = match (label.plural, several) {
            (false, _) => kind.start,
            (true, Some((_, before))) => before.start(),
            (true, None) => return None,
        };
        // "theo quy định của luật" is law in general, whatever was called *Luật*.
        let general = || {
            head.is(Trait::Law) && self.findings.text[kind.start..].starts_with(char::is_lowercase)
        };
        let alone = self.stands_alone(kind) && (label.plural || self.is_known(kind));
        if label.bare && (general() || !alone) {
            return None;
        }
        let reference = Reference {
            via: label.via,
            ..Reference::to(Anaphor::Label, head, label.ids.clone())
        };
        Some((Span::new(start, end), reference))
    }

    /// A law by the name that an earlier citation gave with its number, year or date.
    pub(super) fn titled(
        &self,
        kind: Span,
        head: &DocumentKind,
        capital: bool,
    ) -> Option<(Span, Reference)> {
        if !capital || !head.is(Trait::Law) {
            return None;
        }
        let text = self.findings.text;
        let known = |title: &str| self.known.with_title(&head.name, title, kind.start);
        let (documents, end) =
            match laws::law_at(self.findings.tables, self.findings.place(kind.start)) {
                Some(mention) if mention.year.is_none() && !mention.name.is_empty() => {
                    let end = mention.end;
                    let title = text.get(kind.end..end)?.trim();
                    let meant = self.known.with_title(mention.kind, title, kind.start);
                    match meant.is_empty() {
                        true => self.longest_title(kind.end, known)?,
                        false => (meant, end),
                    }
                }
                Some(_) => return None,
                // A name that the table does not have, known by its citation, whatever follows.
                None => self.longest_title(kind.end, known)?,
            };
        if documents.is_empty() {
            return None;
        }
        // "Luật Tổ chức Chính phủ mới" is not the one that was cited.
        let behind = self.place(end);
        if behind.gap().is_soft() && self.findings.says(behind, "mới") {
            return None;
        }
        let documents = Some(documents).filter(|d| d.len() == 1).unwrap_or_default();
        let reference = Reference::to(Anaphor::KindPlusTitle, head, documents);
        Some((Span::new(kind.start, end), reference))
    }

    /// The longest run of words behind byte `from` that `known` knows for a title, and its end.
    fn longest_title(
        &self,
        from: usize,
        known: impl Fn(&str) -> Vec<DocumentId>,
    ) -> Option<(Vec<DocumentId>, usize)> {
        let start = self.place(from);
        let mut found = None;
        let mut end = start;
        for _ in 0..self.known.longest_title() {
            if !(end.gap().is_soft() || end.index() > start.index() && end.gap() == Gap::Comma) {
                break;
            }
            end = end.next();
            let documents = known(&self.findings.text[start.start()..end.end()]);
            if !documents.is_empty() {
                found = Some((documents, end.end()));
            }
        }
        found
    }

    /// In a title: the first document of the kind that the same body issues further down.
    pub(super) fn in_title(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        let first = |salience| self.known.last(kind.start, head, 1, salience);
        if kind.start > self.title_end || !first(Salience::Counted).is_empty() {
            return None;
        }
        let issuers = governing::read(self.findings, kind, None, None, &HashSet::new()).issuers;
        let documents = self.known.of_issuer(&issuers.first()?.name, head);
        let [_] = documents.as_slice() else {
            return None;
        };
        Some((kind, Reference::to(Anaphor::Cataphoric, head, documents)))
    }
}
