//! All tasks of a document in one row.

use super::types::{Assignment, Task, TaskList};
use super::when::Calendar;
use crate::citation::Citation;
use crate::marker::ListStyle;
use crate::span::{Found, Span};

/// A task, where it stands among the others, and what is known of it. See
/// [`Document::tasks`](crate::Document::tasks).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskEntry<'d, 't> {
    /// The list it is an item of.
    pub list: &'d TaskList<'t>,
    /// The task.
    pub task: &'d Task<'t>,
    /// The assignments that begin in its own words; who is named above it is among their leads.
    pub assignments: &'d [Found<'t, Assignment<'t>>],
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
}

impl<'d, 't> Tasks<'d, 't> {
    pub(crate) fn new(
        lists: &'d [TaskList<'t>],
        assignments: &'d [Found<'t, Assignment<'t>>],
        citations: &'d [Found<'t, Citation<'t>>],
    ) -> Self {
        let level = Level { lists, next: 0 };
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
            self.open.push(Level {
                lists: &task.lists,
                next: 0,
            });
            return Some(TaskEntry {
                list,
                task,
                assignments: starting_in(self.assignments, own_words(list, task)),
                citations: starting_in(self.citations, task.words),
            });
        }
    }
}

impl std::iter::FusedIterator for Tasks<'_, '_> {}

/// Where an assignment of `task` may begin: a row of a table is assigned as a whole, an item by its
/// own words.
fn own_words(list: &TaskList<'_>, task: &Task<'_>) -> Span {
    match list.style {
        ListStyle::Table => Span::new(task.span.start, task.words.end.max(task.span.start + 1)),
        _ => Span::new(task.words.start, task.words.end.max(task.words.start + 1)),
    }
}

/// Gives every item of `lists` its path, who is to do it and by when. Lists are nested at most
/// [`MAX_DEPTH`](super::tree::MAX_DEPTH) deep, so the recursion is bounded.
pub(super) fn settle<'t>(
    lists: &mut [TaskList<'t>],
    assignments: &[Found<'t, Assignment<'t>>],
    calendar: &Calendar<'_, 't, '_>,
) {
    set_paths(lists, "");
    set_deadlines(lists, calendar);
    set_leads(lists, assignments);
}

pub(super) fn set_paths(lists: &mut [TaskList<'_>], above: &str) {
    for list in lists {
        for (i, task) in list.items.iter_mut().enumerate() {
            task.path = join(above, task.marker.as_deref(), i + 1);
            set_paths(&mut task.lists, &task.path);
        }
    }
}

pub(super) fn set_deadlines<'t>(lists: &mut [TaskList<'t>], calendar: &Calendar<'_, 't, '_>) {
    for task in lists.iter_mut().flat_map(|list| &mut list.items) {
        let named = task.due.take().map(|cell| calendar.named_in(cell));
        task.deadlines = named
            .filter(|named| !named.is_empty())
            .unwrap_or_else(|| calendar.due_in(task.words));
        task.deadlines.shrink_to_fit();
        set_deadlines(&mut task.lists, calendar);
    }
}

fn set_leads<'t>(lists: &mut [TaskList<'t>], assignments: &[Found<'t, Assignment<'t>>]) {
    for list in lists {
        let table = list.style == ListStyle::Table;
        for task in &mut list.items {
            let from = if table {
                task.span.start
            } else {
                task.words.start
            };
            let own = Span::new(from, task.words.end.max(from + 1));
            for assignment in starting_in(assignments, own) {
                let value = &assignment.value;
                for (names, more) in [
                    (&mut task.leads, &value.leads),
                    (&mut task.partners, &value.partners),
                ] {
                    for name in more {
                        if !names.contains(name) {
                            names.push(name.clone());
                        }
                    }
                }
            }
            task.leads.shrink_to_fit();
            task.partners.shrink_to_fit();
            set_leads(&mut task.lists, assignments);
        }
    }
}

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
