//! All tasks of a document in one row.

use smol_str::{SmolStr, format_smolstr};

use super::types::{Assignment, Task, TaskList};
use super::when::Calendar;
use crate::citation::Citation;
use crate::date::DateExpression;
use crate::marker::ListStyle;
use crate::provision::ProvisionOf;
use crate::span::{Found, Span};

/// A task, an item of a list or what is given to somebody outside of lists, and what is known of it.
/// See [`Document::tasks`](crate::Document::tasks).
///
/// An item of a list need not be a duty: of a *Hồ sơ gồm:* each paper is one. Those that somebody is to do have
/// [leads](Self::leads) or [deadlines](Self::deadlines).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskEntry<'d, 't> {
    /// The item and the list it is an item of; `None` for an assignment that stands in no item.
    pub item: Option<(&'d TaskList<'t>, &'d Task<'t>)>,
    /// The assignments that begin in its own words; who is named above it is among their leads. The
    /// one that it is, where it is no item.
    pub assignments: &'d [Found<'t, Assignment<'t>>],
    /// The documents that its own words cite.
    pub citations: &'d [Found<'t, Citation<'t>>],
}

impl<'d, 't> TaskEntry<'d, 't> {
    /// What an item and an assignment both have.
    fn of_either<T>(
        &self,
        item: impl FnOnce(&'d Task<'t>) -> T,
        assignment: impl FnOnce(&'d Found<'t, Assignment<'t>>) -> T,
    ) -> Option<T> {
        match self.item {
            Some((_, task)) => Some(item(task)),
            None => self.assignments.first().map(assignment),
        }
    }

    /// Where it stands: an item with its marker and the lists within it.
    pub fn span(&self) -> Span {
        let span = self.of_either(|task| task.span, |assignment| assignment.span);
        span.unwrap_or_default()
    }

    /// What is to be done: the own words of an item, the task of an assignment.
    pub fn text(&self) -> &'d str {
        let text = self.of_either(
            |task| task.text.as_ref(),
            |assignment| assignment.value.task.text.as_ref(),
        );
        text.unwrap_or_default()
    }

    /// The [path](Task::path) of an item, counted within its list (`1.a`); the [unit](Assignment::unit) that an
    /// assignment stands in (`IX/2/38`). In which article an item stands,
    /// [`Document::unit_at`](crate::Document::unit_at) tells.
    pub fn path(&self) -> &'d str {
        let path = self.of_either(
            |task| task.path.as_str(),
            |assignment| assignment.value.unit.as_str(),
        );
        path.unwrap_or_default()
    }

    /// Who is to do it.
    pub fn leads(&self) -> &'d [String] {
        let leads = self.of_either(
            |task| task.leads.as_slice(),
            |assignment| assignment.value.leads.as_slice(),
        );
        leads.unwrap_or_default()
    }

    /// Who is to help.
    pub fn partners(&self) -> &'d [String] {
        let partners = self.of_either(
            |task| task.partners.as_slice(),
            |assignment| assignment.value.partners.as_slice(),
        );
        partners.unwrap_or_default()
    }

    /// By when, and how often.
    pub fn deadlines(&self) -> &'d [Found<'t, DateExpression>] {
        let deadlines = self.of_either(
            |task| task.deadlines.as_slice(),
            |assignment| assignment.value.deadlines.as_slice(),
        );
        deadlines.unwrap_or_default()
    }

    /// The document that it is a part of, see [`Assignment::of`].
    pub fn of(&self) -> Option<&'d ProvisionOf> {
        match self.item {
            Some((list, _)) => list.of.as_ref(),
            None => self.assignments.first()?.value.of.as_ref(),
        }
    }
}

/// Iterates over all tasks of a document by place, each before those within it. See
/// [`Document::tasks`](crate::Document::tasks).
#[derive(Clone, Debug)]
pub struct Tasks<'d, 't> {
    assignments: &'d [Found<'t, Assignment<'t>>],
    citations: &'d [Found<'t, Citation<'t>>],
    /// How many assignments are in what was handed out.
    given: usize,
    /// The lists that are open, innermost last.
    open: Vec<Level<'d, 't>>,
}

#[derive(Clone, Copy, Debug)]
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
            given: 0,
            open: vec![level],
        }
    }
}

impl<'d, 't> Iterator for Tasks<'d, 't> {
    type Item = TaskEntry<'d, 't>;

    fn next(&mut self) -> Option<TaskEntry<'d, 't>> {
        loop {
            let Some(level) = self.open.last_mut() else {
                return self.alone(usize::MAX);
            };
            let Some((list, later)) = level.lists.split_first() else {
                self.open.pop();
                continue;
            };
            let Some(task) = list.items.get(level.next) else {
                level.lists = later;
                level.next = 0;
                continue;
            };
            let own = own_words(list, task);
            if let Some(alone) = self.alone(own.start) {
                return Some(alone);
            }
            let level = self.open.last_mut()?;
            level.next += 1;
            self.open.push(Level {
                lists: &task.lists,
                next: 0,
            });
            let assignments = starting_in(&self.assignments[self.given..], own);
            self.given += assignments.len();
            return Some(TaskEntry {
                item: Some((list, task)),
                assignments,
                citations: starting_in(self.citations, task.words),
            });
        }
    }
}

impl<'d, 't> Tasks<'d, 't> {
    /// The next assignment that begins before byte `until` and in no item.
    fn alone(&mut self, until: usize) -> Option<TaskEntry<'d, 't>> {
        let assignments = &self.assignments[self.given..];
        let next = assignments.first()?;
        if next.span.start >= until {
            return None;
        }
        self.given += 1;
        Some(TaskEntry {
            item: None,
            assignments: &assignments[..1],
            citations: starting_in(self.citations, next.span),
        })
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
                // Labels below the last item of a list stand behind its words.
                let behind = |due: &&Found<'_, _>| due.span.start >= task.words.end;
                if !table && task.deadlines.is_empty() {
                    let due = value.deadlines.iter().filter(behind);
                    task.deadlines = due.cloned().collect();
                }
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
fn join(path: &str, marker: Option<&str>, place: usize) -> SmolStr {
    // The bullet `o` is a sign, no letter.
    let label = marker
        .filter(|&marker| marker != "o")
        .map(|marker| marker.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|label| !label.is_empty());
    let label = label.map_or_else(|| format_smolstr!("{place}"), SmolStr::new);
    // `1.2.` below `1.` says already what it is below.
    let starts = std::iter::once(0).chain(path.match_indices('.').map(|(dot, _)| dot + 1));
    let said = starts.into_iter().find(|&start| {
        let rest = label.strip_prefix(&path[start..]);
        start < path.len() && rest.is_some_and(|rest| rest.starts_with('.'))
    });
    let above = path[..said.unwrap_or(path.len())].trim_end_matches('.');
    match above {
        "" => label,
        _ => format_smolstr!("{above}.{label}"),
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
