//! The caller's own patterns.

use regex::Regex;

use crate::carry::carried;
use crate::span::{Found, Passage, Span};

/// What one of the caller's [patterns](crate::ExtractorBuilder::pattern) matched.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PatternMatch<'t> {
    /// The name of the pattern.
    pub name: String,
    /// Its named groups that took part in the match, in the order of the pattern.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub groups: Vec<Group<'t>>,
}

/// What a named group of a pattern matched.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Group<'t> {
    /// The name of the group.
    pub name: String,
    /// Its words.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub passage: Passage<'t>,
}

carried!(PatternMatch<'_> { groups } keeps { name });
carried!(Group<'_> { passage } keeps { name });

impl<'t> PatternMatch<'t> {
    /// What the group of this name matched.
    pub fn group(&self, name: &str) -> Option<&Passage<'t>> {
        let group = self.groups.iter().find(|group| group.name == name);
        group.map(|group| &group.passage)
    }
}

/// Every match of `patterns` that is not empty, in text order.
pub(crate) fn matches<'t>(
    text: &'t str,
    patterns: &[(String, Regex)],
) -> Vec<Found<'t, PatternMatch<'t>>> {
    let mut found: Vec<_> = patterns
        .iter()
        .flat_map(|(name, pattern)| {
            pattern.captures_iter(text).map(move |captures| {
                let named = pattern.capture_names().flatten();
                let groups = named.filter_map(|group| {
                    let range = captures.name(group)?.range();
                    Some(Group {
                        name: group.to_owned(),
                        passage: Passage::new(text, Span::new(range.start, range.end)),
                    })
                });
                let groups = groups.collect();
                let name = name.clone();
                let range = captures.get_match().range();
                let span = Span::new(range.start, range.end);
                Found::new(text, span, PatternMatch { name, groups })
            })
        })
        .filter(|found| !found.span.is_empty())
        .collect();
    found.sort_by_key(|found| found.span);
    found
}
