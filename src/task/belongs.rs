//! Which document a list or an assignment is a part of, and which unit of it.

use smol_str::SmolStr;

use super::assemble::Work;
use super::types::TaskList;
use crate::amendment::Amendment;
use crate::document_id::DocumentId;
use crate::outline::{self, OutlineNode};
use crate::provision::ProvisionOf;
use crate::span::{Found, Span};

/// What is known of the page that the work stands on; all of it in the order of the text.
pub(crate) struct Page<'p, 't> {
    /// Whether it is a document, and no report about one, nor an annex alone.
    pub(crate) is_document: bool,
    /// Where its letterhead begins: what stands above is the site's, that shows it.
    pub(crate) from: usize,
    /// Its own number or title.
    pub(crate) own: Option<&'p DocumentId>,
    pub(crate) nodes: &'p [Found<'t, OutlineNode<'t>>],
    pub(crate) amendments: &'p [Found<'t, Amendment<'t>>],
}

impl Work<'_> {
    /// Says of every list and assignment where it belongs.
    pub(crate) fn belongs_to(&mut self, page: &Page<'_, '_>) {
        let above = |span: Span| span.start < page.from;
        for list in self.lists.iter_mut().filter(|list| !above(list.span)) {
            let (of, unit) = page.place_of(list.span);
            within(list, &of);
            list.unit = unit;
        }
        let assignments = self.assignments.iter_mut();
        for assignment in assignments.filter(|assignment| !above(assignment.span)) {
            let (of, unit) = page.place_of(assignment.span);
            assignment.value.of = of;
            assignment.value.unit = unit;
        }
    }
}

/// The lists within a list are of the same document. They are nested at most
/// [`MAX_DEPTH`](super::tree::MAX_DEPTH) deep, so the recursion is bounded.
fn within(list: &mut TaskList<'_>, of: &Option<ProvisionOf>) {
    list.of.clone_from(of);
    for list in list.items.iter_mut().flat_map(|task| &mut task.lists) {
        within(list, of);
    }
}

impl Page<'_, '_> {
    /// The page, where it is the document.
    fn itself(&self) -> Option<ProvisionOf> {
        self.is_document.then_some(ProvisionOf::Itself)
    }

    /// The document and the path of the unit that `span` stands in.
    fn place_of(&self, span: Span) -> (Option<ProvisionOf>, SmolStr) {
        let Some(node) = outline::unit_at(self.nodes, span) else {
            return (self.itself(), SmolStr::default());
        };
        let node = &node.value;
        if node.quoted {
            return (self.amended_at(span.start), SmolStr::new(&node.label));
        }
        let own = |id: &DocumentId| self.own.is_some_and(|own| own == id);
        let of = match &node.of {
            Some(id) if !own(id) => Some(ProvisionOf::Document(id.clone())),
            _ => self.itself(),
        };
        let unit = of.as_ref().map(|_| node.path.clone());
        (of, unit.unwrap_or_default())
    }

    /// The document whose new wording stands around byte `at`.
    fn amended_at(&self, at: usize) -> Option<ProvisionOf> {
        let before = self
            .amendments
            .partition_point(|amendment| amendment.span.start <= at);
        let covers = |amendment: &&Found<'_, Amendment<'_>>| {
            let new = amendment.value.new.as_ref();
            new.is_some_and(|new| new.span.start <= at && at < new.span.end)
        };
        let amendment = self.amendments[..before]
            .iter()
            .rev()
            .take(LOOK)
            .find(covers)?;
        amendment.value.of.clone().map(ProvisionOf::Document)
    }
}

/// How many instructions back the one whose wording stands around a place is looked for: one line
/// gives several.
const LOOK: usize = 8;
