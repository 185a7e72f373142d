//! The roll-up of all mentions by document.

use super::MentionedDocument;
use crate::citation::Mentions;
use crate::document_id::DocumentId;

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
    documents.retain(|document| !document.mentions.is_empty() && tells_which(&document.id));
    for document in &mut documents {
        document.mentions.shrink_to_fit();
    }
    documents
}

/// Whether `id` says which document it is, and more than of what kind: two drafts of decrees are not one.
fn tells_which(id: &DocumentId) -> bool {
    let named = id.number().is_some() || id.title().is_some();
    named || id.issuer().is_some() || id.date().is_some() || id.kind() == Some("Hiến pháp")
}
