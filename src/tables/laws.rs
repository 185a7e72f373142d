//! Laws, codes, ordinances and key resolutions: by number and by name; [`mention`] reads them in a text.
//!
//! Numbers, names and dates of adoption come from the Official Gazette (*Công báo*); the days of
//! entering into force from the closing articles of the laws. A name is no key, because a new law
//! takes the name of the one that it replaces, and a number is none either: 93/2015/QH13 is both
//! the Law on Administrative Procedure and a resolution.

mod mention;

use std::borrow::Cow;
use std::collections::HashMap;

use once_cell::sync::Lazy;

use crate::text::fold;
use crate::text::letters::is_alphanumeric;

#[cfg(test)]
use mention::LawMention;
pub(crate) use mention::{law_at, openings, opens};

/// One law of the table. Dates are ISO 8601, so that they compare as strings.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Law {
    /// `59/2020/QH14`; the Constitution has none.
    pub(crate) number: Option<&'static str>,
    /// *Luật*, *Bộ luật*, *Pháp lệnh*, *Nghị quyết*, *Hiến pháp*.
    pub(crate) kind: &'static str,
    /// The name behind the kind: *Doanh nghiệp*.
    pub(crate) name: &'static str,
    /// The day on which it was passed; its year is the one that people cite.
    pub(crate) adopted: &'static str,
    /// The day on which it entered into force, where known.
    pub(crate) from: Option<&'static str>,
    pub(crate) until: Until,
}

/// The end of a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Until {
    /// It is in force (November 2026).
    Open,
    /// It was replaced on this day.
    Day(&'static str),
    /// It was replaced; the day is not in the table.
    Unknown,
}

impl Law {
    /// The year of adoption.
    pub(crate) fn year(&self) -> Option<u16> {
        self.adopted.get(..4)?.parse().ok()
    }
}

struct Table {
    laws: Vec<Law>,
    /// Kind and whole name of each as [`key`] spells them.
    keys: Vec<String>,
    /// Kind and name as [`key`] spells them, to places in `laws`.
    names: HashMap<String, Vec<usize>>,
    /// Kind and name, whole and short, as they are written.
    spelled: Vec<(String, usize)>,
    /// All laws of the kind and the name of one.
    same: HashMap<usize, Vec<usize>>,
    /// `BLDS`: kind and name in one.
    short: HashMap<&'static str, usize>,
}

static TABLE: Lazy<Table> = Lazy::new(|| {
    let mut table = Table {
        laws: Vec::new(),
        keys: Vec::new(),
        names: HashMap::new(),
        spelled: Vec::new(),
        same: HashMap::new(),
        short: HashMap::new(),
    };
    for [number, kind, name, adopted, from, until, short] in super::LAWS.rows() {
        let known = |cell: &'static str| (!cell.is_empty()).then_some(cell);
        let at = table.laws.len();
        table.laws.push(Law {
            number: known(number),
            kind,
            name: if kind == name { "" } else { name },
            adopted,
            from: known(from),
            until: match until {
                "" => Until::Open,
                "?" => Until::Unknown,
                day => Until::Day(day),
            },
        });
        table.keys.push(key(kind, name));
        table.add(kind, name, at);
        for short in short.split('|').filter(|s| !s.is_empty()) {
            match short.strip_prefix('*') {
                Some(name) => table.add(kind, name, at),
                None => {
                    table.short.insert(short, at);
                }
            }
        }
    }
    for (at, key) in table.keys.iter().enumerate() {
        let all = table.names.get(key);
        table.same.insert(at, all.cloned().unwrap_or_default());
    }
    table
});

impl Table {
    fn add(&mut self, kind: &str, name: &str, at: usize) {
        self.names.entry(key(kind, name)).or_default().push(at);
        let spelled = match kind == name {
            true => name.to_owned(),
            false => format!("{kind} {name}"),
        };
        self.spelled.push((spelled, at));
    }
}

/// The look-up key of a name. Commas and dashes are left out: *Phòng, chống* is often *Phòng chống*.
fn key(kind: &str, name: &str) -> String {
    let mut key = fold::key(kind);
    key.reserve(name.len() + 1);
    for word in name.split(|c: char| c == ',' || c.is_whitespace()) {
        if !matches!(word, "" | "-" | "–") {
            key.push(' ');
            fold::push_key(&mut key, word);
        }
    }
    key
}

/// The laws that carry `number`, of `kind` if one is given.
pub(crate) fn by_number(number: &str, kind: Option<&str>) -> Vec<&'static Law> {
    let same_kind = |law: &&Law| kind.is_none_or(|kind| fold::same(kind, law.kind));
    TABLE
        .laws
        .iter()
        .filter(|law| law.number == Some(number))
        .filter(same_kind)
        .collect()
}

/// Every version of the law of `kind` that is called `name`, whole or short; of the year of
/// adoption if one is given.
pub(crate) fn by_name(kind: &str, name: &str, year: Option<u16>) -> Vec<&'static Law> {
    let Some(places) = TABLE.names.get(&key(kind, name)) else {
        return Vec::new();
    };
    // A short name stands beside one version; the others share its full name.
    let full = TABLE.laws[places[0]].name;
    let all = TABLE.names.get(&key(kind, full)).unwrap_or(places);
    all.iter()
        .map(|&at| &TABLE.laws[at])
        .filter(|law| year.is_none_or(|year| law.year() == Some(year)))
        .collect()
}

/// The version in force on `day` (ISO 8601). `None` when the table cannot say for sure.
pub(crate) fn in_force(kind: &str, name: &str, day: &str) -> Option<&'static Law> {
    let mut versions = by_name(kind, name, None);
    versions.retain(|law| law.adopted <= day);
    versions.sort_by_key(|law| std::cmp::Reverse(law.adopted));
    let mut newest = true;
    for law in versions {
        if law.from? > day {
            // Passed, but the one before still holds.
            newest = false;
            continue;
        }
        return match law.until {
            Until::Open => Some(law),
            Until::Day(end) => (end > day).then_some(law),
            Until::Unknown => (!newest).then_some(law),
        };
    }
    None
}

/// The whole name of the law of `kind` that `name` is short for: *Hình sự* for *BLHS*, *Doanh nghiệp*
/// for *DN*.
pub(crate) fn whole_name(kind: &str, name: &str) -> Option<&'static str> {
    let called = || TABLE.names.get(&key(kind, name))?.first();
    let law = TABLE.short.get(name).or_else(called)?;
    Some(TABLE.laws[*law].name)
}

/// The key under which spellings of the name of a law meet, whole and short, one of the table or not.
pub(crate) fn name_key(kind: &str, name: &str) -> Cow<'static, str> {
    if let Some(&law) = TABLE.short.get(name) {
        return Cow::Borrowed(&TABLE.keys[law]);
    }
    let written = key(kind, name);
    match TABLE.names.get(&written) {
        Some(laws) => Cow::Borrowed(&TABLE.keys[laws[0]]),
        None => Cow::Owned(written),
    }
}

/// Whether `words` begin with a short name that is kind and name in one: `BLDS`.
pub(crate) fn short_name_at(words: &str) -> bool {
    let end = words.find(|c| !is_alphanumeric(c)).unwrap_or(words.len());
    TABLE.short.contains_key(&words[..end])
}

#[cfg(test)]
mod tests;
