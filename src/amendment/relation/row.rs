//! The documents that a text mentions, in one row.

use super::types::Node;
use crate::citation::{Anaphor, Findings, Mention, MentionOf, Mentions, Reference};
use crate::span::{Found, Span};

/// A citation or a reference whose document is known.
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
    /// Where each *KIND này* begins that means nothing known.
    open: Vec<usize>,
}

impl<'a> Row<'a> {
    pub(super) fn new(
        findings: &Findings<'_, '_>,
        mentions: &'a Mentions,
        references: &[Found<'_, Reference>],
    ) -> Self {
        let known = mentions
            .row()
            .iter()
            .filter(|m| !mentions.documents(m).is_empty() && !findings.is_foreign(m.span));
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
        let open = references.iter().filter(|reference| {
            let value = &reference.value;
            value.anaphor == Anaphor::This && value.resolves_to.is_empty()
        });
        Row {
            mentions,
            entries: entries.collect(),
            open: open.map(|reference| reference.span.start).collect(),
        }
    }

    /// Whether a *KIND này* that means nothing known begins from byte `from` up to byte `to`.
    pub(super) fn is_open_between(&self, from: usize, to: usize) -> bool {
        let next = self.open.partition_point(|&start| start < from);
        self.open.get(next).is_some_and(|&start| start < to)
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

    /// The documents that entry `i` means.
    pub(super) fn nodes(&self, i: usize) -> impl Iterator<Item = Node> {
        let documents = self.mentions.documents(&self.entries[i].mention);
        documents
            .iter()
            .map(|&one| Node::Document(self.mentions.id(one).clone()))
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
