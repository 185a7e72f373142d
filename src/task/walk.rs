//! All tasks of a document in one row.

use super::{Assignment, Task, TaskList};
use crate::citation::Citation;
use crate::span::{Found, Span};

/// A task, where it stands among the others, and what is known of it. See
/// [`Document::tasks`](crate::Document::tasks).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskEntry<'d, 't> {
    /// The markers from the outermost list to this task, without their signs and joined by full
    /// stops: `III.2.b`. A task without a number of its own has its place in its list: `2.b.1`
    /// for the first dash below `b)`.
    pub path: String,
    /// The list it is an item of.
    pub list: &'d TaskList<'t>,
    /// The task.
    pub task: &'d Task<'t>,
    /// Who is to do it, as its own words say; if they do not, as the lead-in of its list says
    /// (*Giao Bộ Tư pháp thực hiện các nhiệm vụ sau:*), or the task around it.
    pub assignments: &'d [Found<'t, Assignment<'t>>],
    /// Whether `assignments` come from the lead-in or the task around it.
    pub inherited: bool,
    /// The documents that its own words cite.
    pub citations: &'d [Found<'t, Citation<'t>>],
}

/// Iterates over all tasks of a document, each before those within it. See
/// [`Document::tasks`](crate::Document::tasks).
#[derive(Clone, Debug)]
pub struct Tasks<'d, 't> {
    assignments: &'d [Found<'t, Assignment<'t>>],
    citations: &'d [Found<'t, Citation<'t>>],
    /// The lists that are open, innermost last.
    open: Vec<Level<'d, 't>>,
}

#[derive(Clone, Debug)]
struct Level<'d, 't> {
    /// The lists that are left on this level, the current one first.
    lists: &'d [TaskList<'t>],
    /// The next item of the current list.
    next: usize,
    /// The path of the task around them.
    path: String,
    inherited: &'d [Found<'t, Assignment<'t>>],
}

impl<'d, 't> Tasks<'d, 't> {
    pub(crate) fn new(
        lists: &'d [TaskList<'t>],
        assignments: &'d [Found<'t, Assignment<'t>>],
        citations: &'d [Found<'t, Citation<'t>>],
    ) -> Self {
        let level = Level {
            lists,
            next: 0,
            path: String::new(),
            inherited: &[],
        };
        Tasks {
            assignments,
            citations,
            open: vec![level],
        }
    }
}

impl<'d, 't> Iterator for Tasks<'d, 't> {
    type Item = TaskEntry<'d, 't>;

    fn next(&mut self) -> Option<TaskEntry<'d, 't>> {
        loop {
            let level = self.open.last_mut()?;
            let Some((list, later)) = level.lists.split_first() else {
                self.open.pop();
                continue;
            };
            let Some(task) = list.items.get(level.next) else {
                level.lists = later;
                level.next = 0;
                continue;
            };
            level.next += 1;
            let path = join(&level.path, task.marker.as_deref(), level.next);
            let announced = list.lead_in.as_ref().map_or(&[][..], |lead_in| {
                starting_in(self.assignments, lead_in.span)
            });
            let inherited = if announced.is_empty() {
                level.inherited
            } else {
                announced
            };
            // A row of a table is assigned as a whole, an item by its own words.
            let words = Span::new(task.span.start, task.words.end.max(task.span.start + 1));
            let own = starting_in(self.assignments, words);
            let assignments = if own.is_empty() { inherited } else { own };
            self.open.push(Level {
                lists: &task.lists,
                next: 0,
                path: path.clone(),
                inherited: assignments,
            });
            return Some(TaskEntry {
                path,
                list,
                task,
                assignments,
                inherited: own.is_empty() && !inherited.is_empty(),
                citations: starting_in(self.citations, task.words),
            });
        }
    }
}

impl std::iter::FusedIterator for Tasks<'_, '_> {}

/// What begins within `span`; `found` is in order.
fn starting_in<'d, 't, T>(found: &'d [Found<'t, T>], span: Span) -> &'d [Found<'t, T>] {
    let from = found.partition_point(|found| found.span.start < span.start);
    let inside = &found[from..];
    &inside[..inside.partition_point(|found| found.span.start < span.end)]
}

/// The path of a task with `marker` at `place` of its list below the task at `path`.
fn join(path: &str, marker: Option<&str>, place: usize) -> String {
    // The bullet `o` is a sign, no letter.
    let label = marker
        .filter(|&marker| marker != "o")
        .map(|marker| marker.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|label| !label.is_empty());
    let label = label.map_or_else(|| place.to_string(), str::to_owned);
    // `1.2.` below `1.` says already what it is below.
    let starts = std::iter::once(0).chain(path.match_indices('.').map(|(dot, _)| dot + 1));
    let said = starts.into_iter().find(|&start| {
        let rest = label.strip_prefix(&path[start..]);
        start < path.len() && rest.is_some_and(|rest| rest.starts_with('.'))
    });
    let above = path[..said.unwrap_or(path.len())].trim_end_matches('.');
    if above.is_empty() {
        label
    } else {
        format!("{above}.{label}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        for (path, marker, place, expected) in [
            ("", Some("III."), 3, "III"),
            ("III", Some("2)"), 2, "III.2"),
            ("III.2", Some("b)"), 2, "III.2.b"),
            ("III.2", Some("-"), 4, "III.2.4"),
            ("III.2", None, 4, "III.2.4"),
            ("II.1", Some("1.2."), 2, "II.1.2"),
            ("II.1.2", Some("1.2.3"), 3, "II.1.2.3"),
            ("", Some("(1)"), 1, "1"),
            ("", Some("Thứ nhất,"), 1, "Thứ nhất"),
        ] {
            assert_eq!(join(path, marker, place), expected);
        }
    }
}
