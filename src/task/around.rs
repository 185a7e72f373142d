//! What stands around an assignment: the items it is in, the clauses that go on with it, and the
//! names in a field of its own.

use super::reader::Reader;
use super::vocabulary::{Class, begins_with_action};
use super::{Task, clause};
use crate::span::Span;

impl<'t, 'b> Reader<'t, 'b> {
    /// The items that byte `at` stands in, the outermost first.
    pub(super) fn tasks_around(&self, at: usize) -> Vec<&'b Task<'t>> {
        let mut tasks = Vec::new();
        let mut lists = self.lists;
        loop {
            let i = lists.partition_point(|list| list.span.end <= at);
            let Some(list) = lists.get(i) else { break };
            let i = list.items.partition_point(|task| task.span.end <= at);
            let Some(task) = list.items.get(i).filter(|task| task.span.start <= at) else {
                break;
            };
            tasks.push(task);
            lists = &task.lists;
        }
        tasks
    }

    /// Whether `task` is the whole of a list.
    pub(super) fn is_list(&self, task: Span) -> bool {
        let i = self
            .announced
            .partition_point(|&(_, items)| items.start < task.start);
        self.announced
            .get(i)
            .is_some_and(|&(_, items)| items == task)
    }

    /// The clauses behind `task` that go on with it, up to byte `limit`: they begin with a verb or
    /// with words of time, and nobody else is named to do them.
    pub(super) fn clauses_behind(&self, task: Span, limit: usize) -> impl Iterator<Item = Span> {
        let text = self.text;
        let limit = limit.min(task.end + clause::LONGEST);
        let mut at = task.end;
        std::iter::from_fn(move || {
            let rest = text[at..].trim_start_matches([';', '.', ',', ' ', '/', '”']);
            let start = text.len() - rest.trim_start().len();
            if start >= limit || !self.goes_on(rest, start) {
                return None;
            }
            at = start + clause::len(text, start);
            (at > start).then(|| Span::new(start, at))
        })
    }

    /// Whether the clause at byte `start` is about the task before it; `rest` is the text from the
    /// end of that on, a line break included.
    fn goes_on(&self, rest: &str, start: usize) -> bool {
        let words = rest.trim_start();
        Class::Time.starts(words)
            || !Class::Request.starts(words)
                && !rest.starts_with('\n')
                && (begins_with_action(words)
                    || words.starts_with(char::is_lowercase) && self.actors.one(start).is_none())
    }

    /// The names in `within`, a field that holds nothing else: those of bodies, and what stands
    /// between the commas where no body is known.
    pub(super) fn names(&self, within: Span) -> Vec<String> {
        let mut names = Vec::new();
        let mut at = within.start;
        while at < within.end {
            let rest = &self.text[at..within.end];
            let mut words =
                rest.trim_start_matches(|c: char| c.is_whitespace() || ",;-+•".contains(c));
            words = words.strip_prefix("và ").unwrap_or(words);
            at = within.end - words.len();
            let actors = self.actors.list(at);
            let inside = actors
                .into_iter()
                .take_while(|actor| actor.span.end <= within.end);
            let before = names.len();
            let mut reached = at;
            for actor in inside {
                reached = actor.span.end;
                names.push(actor.name);
            }
            if names.len() == before {
                let end = words.find([',', ';', '\n']).unwrap_or(words.len());
                let name = words[..end].trim_end_matches([' ', '.']);
                if !name.is_empty() {
                    names.push(name.to_owned());
                }
                reached = at + end.max(1).min(words.len());
            }
            at = reached.max(at);
        }
        names
    }

    /// The one who leads, of a field that holds nothing else; the words of the text when there
    /// are several.
    pub(super) fn lead(&self, within: Span) -> Option<String> {
        let mut names = self.names(within);
        match names.len() {
            0 => None,
            1 => names.pop(),
            _ => Some(within.of(self.text).to_owned()),
        }
    }
}
