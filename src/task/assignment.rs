//! Who is to do what, with whom and until when.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::TaskList;
use crate::body::IssuingBody;
use crate::date::DateExpression;
use crate::span::{Found, Passage};
use crate::text::fold;
use crate::text::{Relocate, Text};

/// A task given to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Assignment<'t> {
    /// Who leads.
    pub lead: String,
    /// Who works with them.
    pub partners: Vec<String>,
    /// What is to be done.
    pub task: Passage<'t>,
    /// Who asks for it.
    pub requester: Option<String>,
    /// Until when.
    pub deadline: Option<Passage<'t>>,
}

/// todo
pub fn assignments<'t>(
    _text: &'t str,
    _bodies: &[Found<'_, IssuingBody>],
    _dates: &[Found<'_, DateExpression>],
) -> Vec<Found<'t, Assignment<'t>>> {
    Vec::new()
}

/// todo
pub fn attach_deadlines<'t>(_lists: &mut [TaskList<'t>], _dates: &[Found<'t, DateExpression>]) {}

impl<'t> Relocate<'t> for Assignment<'_> {
    type Placed = Assignment<'t>;

    fn relocate(self, text: &Text<'t>) -> Assignment<'t> {
        Assignment {
            lead: self.lead,
            partners: self.partners,
            task: self.task.relocate(text),
            requester: self.requester,
            deadline: self.deadline.relocate(text),
        }
    }
}

/// The verbs of `actions.txt` by their first character.
static ACTIONS: Lazy<HashMap<char, Vec<&'static str>>> = Lazy::new(|| {
    let mut actions: HashMap<char, Vec<&'static str>> = HashMap::new();
    let verbs = include_str!("actions.txt").lines();
    for verb in verbs.filter(|verb| !verb.starts_with('#')) {
        if let Some(first) = verb.chars().next() {
            actions.entry(first).or_default().push(verb);
        }
    }
    actions
});

/// Whether `words` begin with a verb of doing: *Xây dựng …*, *tăng cường …*.
pub(super) fn begins_with_action(words: &str) -> bool {
    let first = words.chars().next().and_then(|c| c.to_lowercase().next());
    let verbs = first.and_then(|first| ACTIONS.get(&first));
    verbs.is_some_and(|verbs| verbs.iter().any(|verb| fold::prefix(words, verb).is_some()))
}
