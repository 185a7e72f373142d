//! Citations and references in one row, by place: what provisions, relations and effects are tied
//! to.
//!
//! A mention says which documents it means by their place in one list of documents; names are
//! written when a document is handed out.

use std::collections::HashMap;

use super::{Citation, Reference};
use crate::date::{CivilDate, PartialDate};
use crate::document_id::DocumentId;
use crate::span::{Found, Span};

/// A document in the list of [`Mentions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct DocumentIndex(u32);

impl DocumentIndex {
    /// Its place in the list of all documents.
    pub(crate) fn place(self) -> usize {
        self.0 as usize
    }
}

/// Where documents are mentioned.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    documents: Vec<DocumentId>,
    row: Vec<Mention>,
    /// The documents of all mentions, one after another.
    meant: Vec<DocumentIndex>,
    own: Option<DocumentIndex>,
    /// On which day documents were issued, where a citation tells.
    issued: HashMap<DocumentIndex, CivilDate>,
}

/// A citation or a reference.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    pub(crate) span: Span,
    pub(crate) of: MentionOf,
    /// Where its subject ends, or it itself.
    end: usize,
    first: u32,
    count: u32,
}

/// What a mention is, with its place in its own list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MentionOf {
    Citation(usize),
    Reference(usize),
}

/// Where a citation stands, and where its words end, those of its subject too.
fn words(citation: &Found<'_, Citation<'_>>) -> (Span, usize) {
    let subject = citation.value.subject.as_ref();
    let end = subject.map_or(citation.span.end, |subject| subject.span.end);
    (citation.span, end)
}

impl Mention {
    /// Where the words end that name the document and say what it is about.
    pub(crate) fn end_of_words(&self) -> usize {
        self.end
    }
}

impl Mentions {
    /// The row of `citations` and `references`, each in text order and resolved; `own` is the page's
    /// document itself.
    pub(crate) fn new(
        citations: &[Found<'_, Citation<'_>>],
        references: &[Found<'_, Reference>],
        own: Option<&DocumentId>,
    ) -> Mentions {
        let mut mentions = Mentions::default();
        let mut numbers: HashMap<DocumentId, DocumentIndex> = HashMap::new();
        let mut number = |mentions: &mut Mentions, id: &DocumentId| {
            *numbers.entry(id.clone()).or_insert_with_key(|id| {
                let index = DocumentIndex(mentions.documents.len() as u32);
                mentions.documents.push(id.clone());
                index
            })
        };
        mentions.own = own.map(|id| number(&mut mentions, id));
        let cited: Vec<DocumentIndex> = citations
            .iter()
            .map(|citation| number(&mut mentions, &citation.value.id))
            .collect();
        let mut next = 0;
        for (i, reference) in references.iter().enumerate() {
            while citations
                .get(next)
                .is_some_and(|citation| citation.span < reference.span)
            {
                mentions.cited(next, &citations[next], cited[next]);
                next += 1;
            }
            let first = mentions.meant.len();
            for id in &reference.value.resolves_to {
                let meant = number(&mut mentions, id);
                mentions.meant.push(meant);
            }
            mentions.push(
                (reference.span, reference.span.end),
                MentionOf::Reference(i),
                first,
            );
        }
        for (i, citation) in citations.iter().enumerate().skip(next) {
            mentions.cited(i, citation, cited[i]);
        }
        mentions
    }

    fn cited(&mut self, i: usize, citation: &Found<'_, Citation<'_>>, document: DocumentIndex) {
        let first = self.meant.len();
        self.meant.push(document);
        let day = citation.value.resolved.date.and_then(PartialDate::civil);
        if let Some(day) = day {
            self.issued.entry(document).or_insert(day);
        }
        self.push(words(citation), MentionOf::Citation(i), first);
    }

    /// Adds the mention of all that is meant from number `first` on.
    fn push(&mut self, (span, end): (Span, usize), of: MentionOf, first: usize) {
        self.row.push(Mention {
            span,
            of,
            end,
            first: first as u32,
            count: (self.meant.len() - first) as u32,
        });
    }

    /// All mentions, in text order.
    pub(crate) fn row(&self) -> &[Mention] {
        &self.row
    }

    /// The mention that begins at byte `at`.
    pub(crate) fn starting_at(&self, at: usize) -> Option<&Mention> {
        let i = self.row.partition_point(|mention| mention.span.start < at);
        self.row.get(i).filter(|mention| mention.span.start == at)
    }

    /// The last mention that ends at byte `at` or before.
    pub(crate) fn before(&self, at: usize) -> Option<&Mention> {
        let i = self.row.partition_point(|mention| mention.span.end <= at);
        self.row.get(i.checked_sub(1)?)
    }

    /// The documents that a mention means; none where that stays open.
    pub(crate) fn documents(&self, mention: &Mention) -> &[DocumentIndex] {
        &self.meant[mention.first as usize..(mention.first + mention.count) as usize]
    }

    /// Which document that is.
    pub(crate) fn id(&self, document: DocumentIndex) -> &DocumentId {
        &self.documents[document.0 as usize]
    }

    /// The documents of which it is known on which day they were issued, and that day.
    pub(crate) fn issued(&self) -> impl Iterator<Item = (&DocumentId, CivilDate)> {
        self.issued
            .iter()
            .map(|(&document, &day)| (self.id(document), day))
    }

    /// The page's own document, where it is one and has a number or title.
    pub(crate) fn own(&self) -> Option<DocumentIndex> {
        self.own
    }

    /// Every document, in order of first mention, the page's own before all.
    pub(crate) fn all(&self) -> impl Iterator<Item = &DocumentId> {
        self.documents.iter()
    }
}
