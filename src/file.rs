//! A file of several documents as one [`Document`].

use std::collections::HashMap;

use crate::document::Document;
use crate::document_id::DocumentId;
use crate::identity::MentionedDocument;
use crate::part::Part;
use crate::provision::ProvisionOf;
use crate::task::TaskList;

/// A file put together from the documents in it, each read for itself and handed in in order.
#[derive(Default)]
pub(crate) struct File<'t> {
    frames: Vec<Part<'t>>,
    /// What was found in each, but for the roll-up, which is one for all.
    found: Vec<Document<'t>>,
    documents: Vec<MentionedDocument>,
    /// Where in the roll-up the documents stand that were mentioned.
    mentioned: HashMap<DocumentId, usize>,
    /// How many units there are.
    units: usize,
}

impl<'t> File<'t> {
    /// Adds the document that `frame` is of: what was found in it, each place counted from the beginning
    /// of the file already, but for the parents of its units.
    pub(crate) fn add(&mut self, frame: Part<'t>, mut part: Document<'t>) {
        if let Some(identity) = &frame.identity {
            name_itself(&mut part, &identity.id);
        }
        for node in &mut part.outline {
            node.value.parent = node.value.parent.map(|parent| parent + self.units);
        }
        self.units += part.outline.len();
        for document in std::mem::take(&mut part.documents) {
            match self.mentioned.get(&document.id) {
                Some(&known) => self.documents[known].mentions.extend(document.mentions),
                None => {
                    let known = self.documents.len();
                    self.mentioned.insert(document.id.clone(), known);
                    self.documents.push(document);
                }
            }
        }
        self.frames.push(frame);
        self.found.push(part);
    }

    /// The file as one document. Each list is put together in a piece of its own, so that no more than
    /// one is held twice.
    pub(crate) fn into_document(self) -> Document<'t> {
        let mut found = self.found;
        macro_rules! joined {
            ($($list:ident)*) => {
                Document {
                    parts: self.frames,
                    documents: self.documents,
                    $($list: joined(&mut found, |part| &mut part.$list),)*
                    ..Document::default()
                }
            };
        }
        joined! {
            outline numbers dates bodies provisions citations references relations amendments
            effectivity abbreviations task_lists assignments furniture patterns
        }
    }
}

/// One list of all documents, without room to spare.
fn joined<'t, T>(
    found: &mut [Document<'t>],
    list: impl for<'p> Fn(&'p mut Document<'t>) -> &'p mut Vec<T>,
) -> Vec<T> {
    let count = found.iter_mut().map(|part| list(part).len()).sum();
    let mut whole = Vec::with_capacity(count);
    for part in found {
        whole.extend(std::mem::take(list(part)));
    }
    whole
}

/// Says by its name what is said of the document itself: in a file with several *self* tells nothing.
fn name_itself(document: &mut Document<'_>, own: &DocumentId) {
    let name = |of: &mut ProvisionOf| {
        if *of == ProvisionOf::Itself {
            *of = ProvisionOf::Document(own.clone());
        }
    };
    for node in &mut document.outline {
        if !node.value.quoted && node.value.of.is_none() {
            node.value.of = Some(own.clone());
        }
    }
    for provision in &mut document.provisions {
        provision.value.of.as_mut().map(name);
    }
    for effect in &mut document.effectivity {
        name(&mut effect.value.of);
    }
    for assignment in &mut document.assignments {
        assignment.value.of.as_mut().map(name);
    }
    let mut lists: Vec<&mut TaskList<'_>> = document.task_lists.iter_mut().collect();
    while let Some(list) = lists.pop() {
        list.of.as_mut().map(name);
        lists.extend(list.items.iter_mut().flat_map(|task| &mut task.lists));
    }
}
