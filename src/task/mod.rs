//! Enumerated task lists (*danh mục nhiệm vụ*) and who is to do what (*phân công*).
//!
//! [`lists`] finds every enumeration of a text, whatever its markers, with the sentence that
//! announces it, the number of items that this sentence promises, and lists within lists.
//! The [assignments](crate::Document::assignments) of a document say who leads a task, with whom and until
//! when. [`furniture`] finds what stands on a page and is no part of its text.
//!
//! ```
//! let text = "Đề án có 02 nhiệm vụ chủ yếu:\n1. Rà soát văn bản:\na) Luật;\nb) Nghị định;\n2. Lập báo cáo.";
//! let lists: Vec<_> = vanban::task::lists(text).collect();
//! assert_eq!(lists[0].declared_count, Some(2));
//! let [first, second] = &lists[0].items[..] else { panic!() };
//! assert_eq!((first.marker.as_deref(), &*first.text), (Some("1."), "Rà soát văn bản:"));
//! assert_eq!(first.lists[0].items[1].text, "Nghị định");
//! assert_eq!((second.marker.as_deref(), &*second.text), (Some("2."), "Lập báo cáo"));
//! ```
//!
//! # Units
//!
//! A task's `text` is its own words, without marker and terminator, up to its first nested list; its `span` covers the
//! nested lists too. `path` is the markers down to it (*III.2.a*). Deadlines are date expressions:
//! [`bounds`](crate::DateExpression::bounds)`().last` is the last day, *trước ngày 30/6* ending on the 29th. Names of
//! leads and partners are the registry's, else the words of the page.
//!
//! ```
//! let page = "Bộ Tư pháp chủ trì, phối hợp với Bộ Công an trình Đề án trước ngày 30/6/2021.";
//! let document = vanban::extract(page);
//! let given = &document.assignments[0].value;
//! assert_eq!((&given.leads[..], &given.partners[..]), (&["Bộ Tư pháp".to_owned()][..], &["Bộ Công an".to_owned()][..]));
//! let due = given.deadlines[0].value.bounds().unwrap().last.unwrap();
//! assert_eq!(due.to_string(), "2021-06-29");
//! ```
//!
//! # Errors
//!
//! None. A list that does not keep the count its lead-in promises, or whose markers break their sequence, carries a
//! [`ListWarning`].
//!
//! # Sources
//!
//! Markers of lists: Nghị định 30/2020/NĐ-CP, Phụ lục I, and Hướng dẫn 36-HD/VPTW of the Party; who leads and who takes
//! part (*chủ trì, phối hợp*) is said in no decree and read from the language of official texts.

mod actors;
mod answering;
mod asking;
mod assemble;
mod belongs;
mod chain;
mod charge;
mod class;
mod clauses;
mod context;
mod cue;
mod duty;
mod field;
mod frame;
mod furniture;
mod grammar;
mod labels;
mod lead_in;
mod limit;
mod lines;
mod list;
mod names;
mod open;
mod opening;
mod order;
mod owner;
mod paper;
mod predicate;
mod rank;
mod reach;
mod roles;
mod stack;
mod subject;
mod table;
mod told;
mod tree;
mod types;
mod walk;
mod when;
mod words;

pub use crate::marker::ListStyle;
pub use assemble::furniture;
pub(crate) use assemble::{Work, related, work};
pub(crate) use belongs::Page;
pub use list::lists;
pub use types::{Assignment, Duty, Furniture, FurnitureKind, ListWarning, Task, TaskList};
pub use walk::{TaskEntry, Tasks};
