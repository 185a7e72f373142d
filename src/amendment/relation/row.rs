//! The documents that a text mentions, in one row.

use super::types::Node;
use crate::amendment::Page;
use crate::citation::{Anaphor, Findings, Mention, MentionOf, Mentions};
use crate::span::Span;

/// A citation or a reference whose document is known, or which means the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) span: Span,
    /// Where its own verb may begin: behind the kind for a document that is only described.
    pub(super) verb: usize,
    /// Where the words end that tell what it is about.
    pub(super) words: usize,
    /// *Nghị định này*.
    pub(super) is_this: bool,
    mention: Mention,
}

pub(super) struct Row<'a> {
    mentions: &'a Mentions,
    entries: Vec<Entry>,
}

impl<'a> Row<'a> {
    pub(super) fn new(findings: &Findings<'_, '_>, page: &Page<'a, '_>) -> Self {
        let (mentions, references) = (page.mentions, page.references);
        let known = mentions.row().iter().filter(|m| {
            let document = !mentions.documents(m).is_empty() || page.is_itself(m.span.start);
            document && !findings.is_foreign(m.span)
        });
        let entries = known.map(|&mention| {
            let span = mention.span;
            let anaphor = match mention.of {
                MentionOf::Reference(i) => Some(references[i].value.anaphor),
                MentionOf::Citation(_) => None,
            };
            let described = anaphor == Some(Anaphor::DescriptiveThenParenthesis);
            let kind = described.then(|| {
                findings
                    .tables
                    .kinds
                    .announced_at(findings.place(span.start))
            });
            let verb = kind.flatten().map_or(span.end, |(_, behind)| behind.end());
            Entry {
                span,
                verb,
                words: mention.end_of_words(),
                is_this: anaphor == Some(Anaphor::This),
                mention,
            }
        });
        Row {
            mentions,
            entries: entries.collect(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn entry(&self, i: usize) -> Entry {
        self.entries[i]
    }

    pub(super) fn span(&self, i: usize) -> Span {
        self.entries[i].span
    }

    /// The documents that entry `i` means; the page itself where it means no other.
    pub(super) fn nodes(&self, i: usize) -> impl Iterator<Item = Node> {
        let documents = self.mentions.documents(&self.entries[i].mention);
        let itself = documents.is_empty().then_some(Node::Itself);
        let known = documents.iter();
        let known = known.map(|&one| Node::Document(self.mentions.id(one).clone()));
        itself.into_iter().chain(known)
    }

    /// The kind of the first document that entry `i` means.
    pub(super) fn kind(&self, i: usize) -> Option<&str> {
        let documents = self.mentions.documents(&self.entries[i].mention);
        self.mentions.id(*documents.first()?).kind()
    }

    /// The entry that begins at byte `start`.
    pub(super) fn at(&self, start: usize) -> Option<usize> {
        self.entries
            .binary_search_by_key(&start, |entry| entry.span.start)
            .ok()
    }

    /// The first entry that begins at byte `at` or behind.
    pub(super) fn first_from(&self, at: usize) -> usize {
        self.entries.partition_point(|entry| entry.span.start < at)
    }

    /// Whether byte `at` lies in one.
    pub(super) fn covers(&self, at: usize) -> bool {
        let next = self.entries.partition_point(|entry| entry.span.end <= at);
        self.entries
            .get(next)
            .is_some_and(|entry| entry.span.start <= at)
    }
}
