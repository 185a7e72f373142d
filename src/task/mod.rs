//! Enumerated task lists (*danh mục nhiệm vụ*) and who is to do what (*phân công*).
//!
//! [`lists`] finds every enumeration of a text, whatever its markers, with the sentence that
//! announces it, the number of items that this sentence promises, and lists within lists.
//! [`assignments`] finds who leads a task, with whom and until when. [`furniture`] finds what
//! stands on a page and is no part of its text.
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

mod actors;
mod assemble;
mod belongs;
mod context;
mod class;
mod clauses;
mod cue;
mod duty;
mod field;
mod frame;
mod furniture;
mod grammar;
mod labels;
mod lead_in;
mod lines;
mod list;
mod names;
mod open;
mod order;
mod predicate;
mod stack;
mod table;
mod tree;
mod types;
mod walk;
mod when;
mod words;

pub use crate::marker::ListStyle;
pub(crate) use assemble::{Work, work};
pub use assemble::{assignments, attach_deadlines};
pub(crate) use belongs::Page;
pub use furniture::{Furniture, FurnitureKind, furniture};
pub use list::lists;
pub use types::{Assignment, Duty, ListWarning, Task, TaskList};
pub use walk::{TaskEntry, Tasks};
