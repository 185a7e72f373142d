//! The citations that a reference may mean, for look-up by serial, issuer, name and nearness.

use std::collections::HashMap;

use crate::citation::Citation;
use crate::span::Found;
use crate::tables::kinds::DocumentKind;
use crate::text::fold;

/// The citations of a text.
pub(super) struct Known<'a, 't> {
    pub(super) citations: &'a [Found<'t, Citation<'t>>],
    /// What each of them is called.
    ids: Vec<String>,
    /// One citation of each document with a serial, and with an issuer.
    by_serial: HashMap<&'a str, Vec<usize>>,
    by_issuer: HashMap<String, Vec<usize>>,
    /// The laws that are cited by number, year or date, by their names.
    titles: HashMap<String, Vec<usize>>,
}

/// So many candidates at most are told apart; more are as good as none.
const MOST: usize = 64;

/// How many citations back a document is looked for.
pub(super) const FAR: usize = 400;

impl<'a, 't> Known<'a, 't> {
    pub(super) fn new(citations: &'a [Found<'t, Citation<'t>>]) -> Self {
        let mut known = Known {
            citations,
            ids: citations.iter().map(|c| c.value.name()).collect(),
            by_serial: HashMap::new(),
            by_issuer: HashMap::new(),
            titles: HashMap::new(),
        };
        let mut keys: HashMap<&str, String> = HashMap::new();
        for (i, citation) in citations.iter().enumerate() {
            let value = &citation.value;
            let ids = &known.ids;
            let kind = value.kind.as_deref();
            let add = |places: &mut Vec<usize>| {
                let new =
                    |&j: &usize| ids[j] != ids[i] || citations[j].value.kind.as_deref() != kind;
                if places.len() < MOST && places.iter().all(new) {
                    places.push(i);
                }
            };
            if let Some(number) = &value.number {
                add(known
                    .by_serial
                    .entry(number.serial.trim_start_matches('0'))
                    .or_default());
            }
            for issuer in &value.resolved.issuers {
                let key = keys.entry(issuer).or_insert_with(|| fold::key(issuer));
                match known.by_issuer.get_mut(key.as_str()) {
                    Some(places) => add(places),
                    None => add(known.by_issuer.entry(key.clone()).or_default()),
                }
            }
            let told = value.number.is_some() || value.date.is_some();
            if let (true, None, Some(kind), Some(title)) =
                (told, &value.meeting, kind, &value.title)
            {
                add(known.titles.entry(name_key(kind, &title.text)).or_default());
            }
        }
        known
    }

    fn of_kind(&self, places: Option<&Vec<usize>>, head: &DocumentKind) -> Vec<usize> {
        let places = places.into_iter().flatten().copied();
        places
            .filter(|&i| compatible(&self.citations[i].value, head))
            .collect()
    }

    /// Different names among the citations at `places`, in order of first mention.
    fn names(&self, places: impl Iterator<Item = usize>) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for i in places {
            if !names.contains(&self.ids[i]) {
                names.push(self.ids[i].clone());
            }
        }
        names
    }

    /// The documents of a kind with this serial that `fits` accepts.
    pub(super) fn with_serial(
        &self,
        serial: &str,
        head: &DocumentKind,
        fits: impl Fn(&Citation<'_>) -> bool,
    ) -> Vec<String> {
        let places = self.of_kind(self.by_serial.get(serial), head);
        self.names(
            places
                .into_iter()
                .filter(|&i| fits(&self.citations[i].value)),
        )
    }

    /// The documents of a kind that the body called `issuer` has issued.
    pub(super) fn of_issuer(&self, issuer: &str, head: &DocumentKind) -> Vec<String> {
        let places = self.of_kind(self.by_issuer.get(&fold::key(issuer)), head);
        self.names(places.into_iter())
    }

    /// The laws of that name that are cited in front of byte `at`.
    pub(super) fn with_title(&self, kind: &str, title: &str, at: usize) -> Vec<String> {
        if self.titles.is_empty() {
            return Vec::new();
        }
        let places = self.titles.get(&name_key(kind, title));
        let places = places.into_iter().flatten().copied();
        self.names(places.filter(|&i| self.citations[i].span.end <= at))
    }

    /// The last `count` different documents of a kind in front of byte `at`, in order of mention.
    pub(super) fn last(&self, at: usize, head: &DocumentKind, count: usize) -> Vec<String> {
        let end = self.citations.partition_point(|c| c.span.end <= at);
        let mut names: Vec<&String> = Vec::new();
        for i in (end.saturating_sub(FAR)..end).rev() {
            if names.len() == count {
                break;
            }
            let fits = compatible(&self.citations[i].value, head);
            if fits && !names.contains(&&self.ids[i]) {
                names.push(&self.ids[i]);
            }
        }
        names.into_iter().rev().cloned().collect()
    }

    /// The different documents of a kind that are cited from byte `from` up to byte `to`.
    pub(super) fn between(&self, from: usize, to: usize, head: &DocumentKind) -> Vec<String> {
        let first = self.citations.partition_point(|c| c.span.start < from);
        let last = self.citations.partition_point(|c| c.span.end <= to);
        let near = first.max(last.saturating_sub(FAR))..last;
        self.names(near.filter(|&i| compatible(&self.citations[i].value, head)))
    }

    /// The name of the last citation in front of byte `at` that `fits` accepts.
    pub(super) fn last_that(
        &self,
        at: usize,
        fits: impl Fn(&Found<'_, Citation<'_>>) -> bool,
    ) -> Option<&String> {
        let end = self.citations.partition_point(|c| c.span.end <= at);
        let places = (end.saturating_sub(FAR)..end).rev();
        let mut fitting = places.filter(|&i| fits(&self.citations[i]));
        fitting.next().map(|i| &self.ids[i])
    }
}

/// The key under which spellings of the name of a law meet.
pub(in crate::citation) fn name_key(kind: &str, title: &str) -> String {
    let mut key = fold::key(kind);
    key.push(' ');
    key.extend(fold::key(title).chars().filter(|&c| c != ','));
    key
}

/// Whether a citation may be meant by a kind word: *Nghị quyết* never means a *Nghị định*, but a
/// *Chương trình hành động* may be called a *Chương trình*.
pub(in crate::citation) fn compatible(citation: &Citation<'_>, head: &DocumentKind) -> bool {
    let Some(kind) = citation.kind.as_deref() else {
        return false;
    };
    let longer = |long: &str, short: &str| {
        long.strip_prefix(short)
            .is_some_and(|rest| rest.starts_with(' '))
    };
    kind == head.name || longer(kind, &head.name) || longer(&head.name, kind)
}
