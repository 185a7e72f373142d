//! Laws, codes, ordinances and key resolutions: by number and by name, those of the table and the caller's;
//! [`mention`] reads them in a text.
//!
//! Numbers, names and dates of adoption come from the Official Gazette (*Công báo*); the days of
//! entering into force from the closing articles of the laws. A name is no key, because a new law
//! takes the name of the one that it replaces, and a number is none either: 93/2015/QH13 is both
//! the Law on Administrative Procedure and a resolution.

mod end;
mod listed;
mod mention;
mod words;

use once_cell::sync::OnceCell;
use std::borrow::Cow;
use std::collections::HashMap;

use smallvec::SmallVec;

use crate::text::fold;
use crate::text::letters::is_alphanumeric;

pub(crate) use listed::listed_law_at;
pub(crate) use mention::{LawMention, law_at, openings, opens};

/// A law, code, ordinance or key resolution that is cited by its name. Dates are ISO 8601, so that they compare
/// as strings.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Law {
    /// `59/2020/QH14`; the Constitution has none.
    pub(crate) number: Option<Cow<'static, str>>,
    /// *Luật*, *Bộ luật*, *Pháp lệnh*, *Nghị quyết*, *Hiến pháp*.
    pub(crate) kind: Cow<'static, str>,
    /// The name behind the kind: *Doanh nghiệp*.
    pub(crate) name: Cow<'static, str>,
    /// The day on which it was passed; its year is the one that people cite. Empty where it is not known.
    pub(crate) adopted: Cow<'static, str>,
    /// The day on which it entered into force, where known.
    pub(crate) from: Option<Cow<'static, str>>,
    pub(crate) until: Until,
    /// Short names, behind the kind; those that are kind and name in one stand without a star.
    short: Cow<'static, str>,
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
    /// One of the caller's: in force, as far as is known.
    pub(crate) fn own(kind: &str, name: &str, number: &str, adopted: Option<String>) -> Law {
        let number = number.trim();
        Law {
            number: (!number.is_empty()).then(|| Cow::Owned(number.to_owned())),
            kind: Cow::Owned(kind.to_owned()),
            name: Cow::Owned(name.to_owned()),
            from: None,
            adopted: Cow::Owned(adopted.unwrap_or_default()),
            until: Until::Open,
            short: Cow::Borrowed(""),
        }
    }

    fn from_row([number, kind, name, adopted, from, until, short]: [&'static str; 7]) -> Law {
        let known = |cell: &'static str| (!cell.is_empty()).then_some(Cow::Borrowed(cell));
        Law {
            number: known(number),
            kind: Cow::Borrowed(kind),
            name: Cow::Borrowed(if kind == name { "" } else { name }),
            adopted: Cow::Borrowed(adopted),
            from: known(from),
            until: match until {
                "" => Until::Open,
                "?" => Until::Unknown,
                day => Until::Day(day),
            },
            short: Cow::Borrowed(short),
        }
    }

    /// The year of adoption.
    pub(crate) fn year(&self) -> Option<u16> {
        self.adopted.get(..4)?.parse().ok()
    }
}

/// What this crate knows and the caller's own, put together when the first one asks.
#[derive(Debug, Default)]
pub(crate) struct Laws {
    own: Vec<Law>,
    table: OnceCell<Table>,
    phrases: OnceCell<mention::NamePhrases>,
}

impl Clone for Laws {
    fn clone(&self) -> Laws {
        Laws::with(self.own.clone())
    }
}

impl Laws {
    pub(super) fn with(own: Vec<Law>) -> Laws {
        Laws {
            own,
            ..Laws::default()
        }
    }

    /// The words of the caller's.
    pub(super) fn own_words(&self) -> impl Iterator<Item = &str> {
        let own = self.own.iter();
        own.flat_map(|law| [law.kind.as_ref(), law.name.as_ref()])
    }

    fn table(&self) -> &Table {
        self.table.get_or_init(|| Table::with(&self.own))
    }
}

#[derive(Debug, Default)]
struct Table {
    laws: Vec<Law>,
    /// Kind and whole name of each as [`key`] spells them.
    keys: Vec<Vec<u8>>,
    /// Kind and name as [`key`] spells them, to places in `laws`.
    names: HashMap<Vec<u8>, Vec<usize>>,
    /// Kind and name, whole and short, as they are written.
    spelled: Vec<(String, usize)>,
    /// All laws of the kind and the name of one.
    same: HashMap<usize, Vec<usize>>,
    /// `BLDS`: kind and name in one.
    short: HashMap<&'static str, usize>,
}

impl Table {
    fn with(own: &[Law]) -> Table {
        let mut table = Table::default();
        let built_in = super::LAWS.rows().map(Law::from_row);
        for law in built_in.chain(own.iter().cloned()) {
            table.push(law);
        }
        for (at, key) in table.keys.iter().enumerate() {
            let all = table.names.get(key);
            table.same.insert(at, all.cloned().unwrap_or_default());
        }
        table
    }

    fn push(&mut self, law: Law) {
        let at = self.laws.len();
        let kind = law.kind.clone();
        let name = match law.name.is_empty() {
            true => kind.clone(),
            false => law.name.clone(),
        };
        self.keys.push(key(&kind, &name).into_vec());
        self.add(&kind, &name, at);
        if let Cow::Borrowed(short) = law.short {
            for short in short.split('|').filter(|s| !s.is_empty()) {
                match short.strip_prefix('*') {
                    Some(name) => self.add(&kind, name, at),
                    None => {
                        self.short.insert(short, at);
                    }
                }
            }
        }
        self.laws.push(law);
    }

    fn add(&mut self, kind: &str, name: &str, at: usize) {
        let key = key(kind, name).into_vec();
        self.names.entry(key).or_default().push(at);
        let spelled = match kind == name {
            true => name.to_owned(),
            false => format!("{kind} {name}"),
        };
        self.spelled.push((spelled, at));
    }

    /// Every version of a law.
    fn versions(&self, law: usize) -> impl Iterator<Item = &Law> {
        let all = self.same.get(&law).map_or(&[][..], Vec::as_slice);
        all.iter().map(|&at| &self.laws[at])
    }
}

/// The look-up key of a name. Commas and dashes are left out: *Phòng, chống* is often *Phòng chống*.
fn key(kind: &str, name: &str) -> Key {
    let mut key = Key::new();
    let mut push = |c: char| key.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    fold::spell_key(kind, &mut push);
    for word in name.split(|c: char| c == ',' || c.is_whitespace()) {
        if !matches!(word, "" | "-" | "–") {
            push(' ');
            fold::spell_key(word, &mut push);
        }
    }
    key
}

/// The bytes of a [`key`]; most are only looked up.
type Key = SmallVec<[u8; 96]>;

impl Laws {
    /// The laws that carry `number`, of `kind` if one is given.
    pub(crate) fn by_number(&self, number: &str, kind: Option<&str>) -> Vec<&Law> {
        let same_kind = |law: &&Law| kind.is_none_or(|kind| fold::same(kind, &law.kind));
        let laws = self.table().laws.iter();
        laws.filter(|law| law.number.as_deref() == Some(number))
            .filter(same_kind)
            .collect()
    }

    /// Every version of the law of `kind` that is called `name`, whole or short; of the year of
    /// adoption if one is given.
    pub(crate) fn by_name(&self, kind: &str, name: &str, year: Option<u16>) -> Vec<&Law> {
        let table = self.table();
        let Some(places) = table.names.get(&key(kind, name)[..]) else {
            return Vec::new();
        };
        // A short name stands beside one version; the others share its full name.
        let full = &table.laws[places[0]].name;
        let all = table.names.get(&key(kind, full)[..]).unwrap_or(places);
        all.iter()
            .map(|&at| &table.laws[at])
            .filter(|law| year.is_none_or(|year| law.year() == Some(year)))
            .collect()
    }

    /// The version in force on `day` (ISO 8601). `None` when the table cannot say for sure.
    pub(crate) fn in_force(&self, kind: &str, name: &str, day: &str) -> Option<&Law> {
        let mut versions = self.by_name(kind, name, None);
        versions.retain(|law| *law.adopted <= *day);
        versions.sort_by_key(|law| std::cmp::Reverse(&law.adopted));
        let mut newest = true;
        for law in versions {
            if **law.from.as_ref()? > *day {
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
    pub(crate) fn whole_name(&self, kind: &str, name: &str) -> Option<&str> {
        let table = self.table();
        let called = || table.names.get(&key(kind, name)[..])?.first();
        let law = table.short.get(name).or_else(called)?;
        Some(&table.laws[*law].name)
    }

    /// The key under which spellings of the name of a law meet, whole and short, one of the table or not.
    pub(crate) fn name_key(&self, kind: &str, name: &str) -> Cow<'_, [u8]> {
        let table = self.table();
        if let Some(&law) = table.short.get(name) {
            return Cow::Borrowed(&table.keys[law]);
        }
        let written = key(kind, name);
        match table.names.get(&written[..]) {
            Some(laws) => Cow::Borrowed(&table.keys[laws[0]]),
            None => Cow::Owned(written.into_vec()),
        }
    }

    /// Whether `words` begin with a short name that is kind and name in one: `BLDS`.
    pub(crate) fn short_name_at(&self, words: &str) -> bool {
        let end = words.find(|c| !is_alphanumeric(c)).unwrap_or(words.len());
        self.table().short.contains_key(&words[..end])
    }
}

#[cfg(test)]
mod tests;
