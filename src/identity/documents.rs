//! The roll-up of all mentions by document.

use super::MentionedDocument;
use crate::citation::Mentions;

/// Every document of `mentions` with the places of its mentions, in order of the first.
pub(crate) fn documents(mentions: &Mentions) -> Vec<MentionedDocument> {
    let mut documents: Vec<MentionedDocument> = mentions
        .all()
        .map(|id| MentionedDocument {
            id: id.clone(),
            number: id.number().map(ToString::to_string),
            title: id.title().map(str::to_owned),
            mentions: Vec::new(),
        })
        .collect();
    for mention in mentions.row() {
        for document in mentions.documents(mention) {
            documents[document.place()].mentions.push(mention.span);
        }
    }
    documents.retain(|document| !document.mentions.is_empty());
    for document in &mut documents {
        document.mentions.shrink_to_fit();
    }
    documents
}
