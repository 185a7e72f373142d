//! Enumerated task lists (*danh mục nhiệm vụ*) and who is to do what (*phân công*).
//!
//! [`lists`] finds every enumeration of a text, whatever its markers, with the sentence that
//! announces it, the number of items that this sentence promises, and lists within lists.
//! [`assignments`] finds who leads a task, with whom and until when. [`furniture`] finds what
//! stands on a page and is no part of its text.
//!
//! ```
//! let text = "Đề án có 02 nhiệm vụ chủ yếu:\n1. Rà soát văn bản:\na) Luật;\nb) Nghị định;\n2. Lập báo cáo.";
//! let lists = vanban::task::lists(text);
//! assert_eq!(lists[0].declared_count, Some(2));
//! let [first, second] = &lists[0].items[..] else { panic!() };
//! assert_eq!((first.marker.as_deref(), &*first.text), (Some("1."), "Rà soát văn bản:"));
//! assert_eq!(first.lists[0].items[1].text, "Nghị định");
//! assert_eq!((second.marker.as_deref(), &*second.text), (Some("2."), "Lập báo cáo"));
//! ```

mod actor;
mod around;
mod assignment;
mod bracketed;
mod clause;
mod deadline;
mod field;
mod frame;
mod furniture;
mod labelled;
mod lead_in;
mod lines;
mod list;
mod owner;
mod reader;
mod table;
mod tree;
mod vocabulary;
mod walk;

use std::borrow::Cow;

use crate::body::IssuingBody;
use crate::carry::{Carrier, Carry, carried};
use crate::date::DateExpression;
use crate::reading::Reading;
use crate::span::{Found, Passage, Span};

pub use crate::marker::ListStyle;
pub use assignment::{Assignment, assignments};
pub use deadline::{Recurrence, attach_deadlines};
pub use furniture::{Furniture, FurnitureKind, furniture};
pub use list::lists;
pub use walk::{TaskEntry, Tasks};

/// Everything that this module finds in one text.
pub(crate) struct Work<'t> {
    pub(crate) lists: Vec<TaskList<'t>>,
    pub(crate) assignments: Vec<Found<'t, Assignment<'t>>>,
    pub(crate) furniture: Vec<Found<'t, Furniture>>,
}

/// Reads the lines of `text` once for all that is told by them. `bodies` and `dates` are what
/// was found in the same text, in order.
pub(crate) fn read<'t>(
    reading: &Reading<'t>,
    bodies: &[Found<'t, IssuingBody>],
    dates: &[Found<'t, DateExpression>],
) -> Work<'t> {
    let text = reading.text();
    let lines = lines::of(text);
    let tables = table::find(text, &lines);
    let mut lists = list::of_lines(reading, &lines, &tables);
    let calendar = deadline::Calendar::new(text, dates);
    calendar.attach(&mut lists);
    let assignments = assignment::of_lists(reading, &lines, &lists, &tables, bodies, &calendar);
    Work {
        lists,
        assignments,
        furniture: furniture::of_lines(text, &lines),
    }
}

/// An enumeration: its announcement and its items.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TaskList<'t> {
    /// From the start of the lead-in, or of the first marker without one, to the end of the
    /// last item.
    pub span: Span,
    /// The sentence that announces the list, its colon included.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub lead_in: Option<Passage<'t>>,
    /// How many items the text says there are: 7 for *07 nhóm nhiệm vụ, giải pháp chủ yếu*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub declared_count: Option<u32>,
    /// The words that say so.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub declared_in: Option<Passage<'t>>,
    /// What its items are marked with.
    pub style: ListStyle,
    /// The items, in order.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub items: Vec<Task<'t>>,
    /// What is odd about it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub warnings: Vec<ListWarning>,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Task<'t> {
    /// From its marker to the end of its words and of the lists within it; the sign that closes
    /// the item is left out.
    pub span: Span,
    /// The marker as written: `1.`, `(1)`, `Thứ nhất,`; `None` for bare paragraphs.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub marker: Option<Cow<'t, str>>,
    /// Its own words, without the marker and without the `;`, `,`, `.` or `./.` that closes
    /// them. With lists within it they go up to the first marker of the first of these: the
    /// lead-in of that list is a part of them, colon and all.
    pub text: Cow<'t, str>,
    /// Where these words stand.
    pub words: Span,
    /// When it is to be done: see [`attach_deadlines`].
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub deadline: Option<Found<'t, DateExpression>>,
    /// How often it is to be done: see [`attach_deadlines`].
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub recurrence: Option<Found<'t, Recurrence>>,
    /// Where its deadline stands when it is not among its words, a cell of a table, until the
    /// deadlines are read.
    #[cfg_attr(feature = "serde", serde(skip))]
    due: Option<Span>,
    /// The lists within it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub lists: Vec<TaskList<'t>>,
}

/// What is odd about a list. Nothing of it keeps the list from being reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ListWarning {
    /// Markers are missing before the one at `at`; `d)` followed by `e)` is such a gap.
    Gap {
        /// The marker behind the gap.
        at: Span,
        /// How many are missing.
        missing: u32,
    },
    /// The marker at `at` repeats the one before it.
    Repeat {
        /// The second of the two.
        at: Span,
    },
    /// The marker at `at` is a letter outside the official order (f, j, w, z).
    ForeignLetter {
        /// That marker.
        at: Span,
    },
    /// The list begins anew right behind another one with the same markers.
    Restart,
    /// The list does not begin with the first marker.
    LateStart,
    /// There are not as many items as the lead-in says.
    CountMismatch {
        /// What the lead-in says.
        declared: u32,
        /// How many there are.
        found: u32,
    },
}

impl<'from, 'to> Carry<'from, 'to> for ListWarning {
    type There = ListWarning;

    fn carry(mut self, by: &mut impl Carrier<'from, 'to>) -> ListWarning {
        if let Self::Gap { at, .. } | Self::Repeat { at } | Self::ForeignLetter { at } = &mut self {
            *at = by.span(*at);
        }
        self
    }
}

// Lists are nested at most `tree::MAX_DEPTH` deep, so the recursion is bounded.
carried!(TaskList<'_> { span, lead_in, declared_in, items, warnings } keeps { declared_count, style });

impl<'from, 'to> Carry<'from, 'to> for Task<'from> {
    type There = Task<'to>;

    fn carry(self, by: &mut impl Carrier<'from, 'to>) -> Task<'to> {
        let start = self.span.start;
        let marker = self.marker.map(|marker| {
            let place = by.span(Span::new(start, start + marker.len()));
            by.words(marker, place)
        });
        let words = by.span(self.words);
        Task {
            span: by.span(self.span),
            marker,
            words,
            text: by.words(self.text, words),
            deadline: self.deadline.carry(by),
            recurrence: self.recurrence.carry(by),
            due: self.due.carry(by),
            lists: self.lists.carry(by),
        }
    }
}
