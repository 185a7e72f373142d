//! Laws, codes, ordinances and key resolutions: by number, by name, and as a text mentions them.
//!
//! Numbers, names and dates of adoption come from the Official Gazette (*Công báo*); the days of
//! entering into force from the closing articles of the laws. A name is no key, because a new law
//! takes the name of the one that it replaces, and a number is none either: 93/2015/QH13 is both
//! the Law on Administrative Procedure and a resolution.

use std::collections::{HashMap, HashSet};

use once_cell::sync::Lazy;

use super::kinds::Trait;
use crate::text::cursor::{Cursor, word_before};
use crate::text::fold;

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

/// A law as a text mentions it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LawMention {
    /// *Luật*, *Bộ luật*, *Pháp lệnh*, *Hiến pháp*.
    pub(crate) kind: &'static str,
    /// The full name as the table spells it, or as written if the table does not know it. Empty
    /// for the Constitution.
    pub(crate) name: String,
    /// The year of adoption, if written.
    pub(crate) year: Option<u16>,
}

impl LawMention {
    /// Every law of that kind, name and year; without a year, every version.
    pub(crate) fn candidates(&self) -> Vec<&'static Law> {
        let name = match self.name.is_empty() {
            true => self.kind,
            false => &self.name,
        };
        by_name(self.kind, name, self.year)
    }
}

struct Table {
    laws: Vec<Law>,
    /// Kind and name as [`key`] spells them, to places in `laws`.
    names: HashMap<String, Vec<usize>>,
    /// What those keys begin with, word by word: where a name cannot go on, the look ends.
    beginnings: HashSet<String>,
    /// `BLDS`: kind and name in one.
    short: HashMap<&'static str, usize>,
    /// Words of the longest name.
    longest: usize,
}

static TABLE: Lazy<Table> = Lazy::new(|| {
    let mut table = Table {
        laws: Vec::new(),
        names: HashMap::new(),
        beginnings: HashSet::new(),
        short: HashMap::new(),
        longest: 0,
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
        table.names.entry(key(kind, name)).or_default().push(at);
        table.longest = table.longest.max(name.split(' ').count());
        for short in short.split('|').filter(|s| !s.is_empty()) {
            match short.strip_prefix('*') {
                Some(name) => table.names.entry(key(kind, name)).or_default().push(at),
                None => {
                    table.short.insert(short, at);
                }
            }
        }
    }
    for key in table.names.keys() {
        let ends = key.match_indices(' ').map(|(i, _)| i);
        let beginnings = ends.chain([key.len()]).map(|end| key[..end].to_owned());
        table.beginnings.extend(beginnings);
    }
    table
});

/// The look-up key of a name. Commas are left out: *Phòng, chống* is often *Phòng chống*.
fn key(kind: &str, name: &str) -> String {
    let mut key = fold::key(kind);
    key.push(' ');
    key.extend(fold::key(name).chars().filter(|&c| c != ','));
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

/// The law that is mentioned by name at byte `pos` of `text`, and where the mention ends.
///
/// It ends behind the name, *(sửa đổi)* and the year; a number or date behind it is left to the
/// caller. A name that the table does not know is taken when it is capitalised and a year, a
/// number, a date or the end of the sentence follows.
pub(crate) fn law_at(text: &str, pos: usize) -> Option<(LawMention, usize)> {
    let mut cursor = Cursor::new(text, pos);
    if cursor.previous().is_some_and(char::is_alphanumeric) || word_before(text, pos) == "pháp" {
        return None;
    }
    let (kind, name) = match short_name(&mut cursor) {
        Some(law) => (law.kind, law.name.to_owned()),
        None => {
            let kind = head(&mut cursor)?;
            (kind, name(&mut cursor, kind)?)
        }
    };
    amended(&mut cursor);
    let year = year(&mut cursor);
    amended(&mut cursor);
    let mention = LawMention { kind, name, year };
    Some((mention, cursor.pos()))
}

/// The short names that are kind and name in one: `BLDS`.
pub(crate) fn short_names() -> impl Iterator<Item = &'static str> {
    TABLE.short.keys().copied()
}

/// The whole name of the law of `kind` that `name` is short for: *Hình sự* for *BLHS*, *Doanh nghiệp*
/// for *DN*.
pub(crate) fn whole_name(kind: &str, name: &str) -> Option<&'static str> {
    let mut short = Cursor::new(name, 0);
    if let Some(law) = short_name(&mut short).filter(|_| short.rest().is_empty()) {
        return Some(law.name);
    }
    let of_table = by_name(kind, name, None);
    Some(of_table.first()?.name)
}

/// Whether `words` begin with one of those.
pub(crate) fn short_name_at(words: &str) -> bool {
    short_name(&mut Cursor::new(words, 0)).is_some()
}

/// Reads `BLDS`.
fn short_name(cursor: &mut Cursor<'_>) -> Option<&'static Law> {
    let mut ahead = *cursor;
    let word = ahead.eat_while(char::is_alphanumeric);
    let &at = TABLE.short.get(word)?;
    *cursor = ahead;
    Some(&TABLE.laws[at])
}

/// Reads *Luật*, *Bộ luật*, *Pháp lệnh* or *Hiến pháp*.
fn head(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    let kinds = &super::Tables::builtin().kinds;
    let (kind, length) = kinds.named_at(cursor.rest(), Trait::Law)?;
    cursor.advance(length);
    Some(&kind.name)
}

/// Reads the name behind `kind`.
fn name(cursor: &mut Cursor<'_>, kind: &'static str) -> Option<String> {
    if kind == "Hiến pháp" {
        let mut ahead = *cursor;
        if ahead.space_or_break() && ahead.phrase("này") {
            return None;
        }
        ahead = *cursor;
        if ahead.space_or_break()
            && (ahead.phrase("nước cộng hòa xã hội chủ nghĩa việt nam")
                || ahead.phrase("nước chxhcn việt nam"))
        {
            *cursor = ahead;
        }
        return Some(String::new());
    }
    let mut ahead = *cursor;
    if !ahead.space_or_break() {
        return None;
    }
    if let Some(amending) = amending_name(&mut ahead) {
        *cursor = ahead;
        return Some(amending);
    }
    let (mut by_table, mut by_looks) = (ahead, ahead);
    let known = known_name(&mut by_table, kind).map(str::to_owned);
    let unknown = unknown_name(&mut by_looks);
    // "Luật Doanh nghiệp nhà nước 2003" is not the law on enterprises.
    let longer = text_between(by_table, by_looks).is_some_and(|more| {
        !more.contains(',') && (1..=6).contains(&more.split_whitespace().count())
    });
    if known.is_some() && !(unknown.is_some() && longer) {
        *cursor = by_table;
        return known;
    }
    *cursor = by_looks;
    unknown
}

/// What `right` has read and `left` has not.
fn text_between<'t>(left: Cursor<'t>, right: Cursor<'t>) -> Option<&'t str> {
    left.rest().get(..right.pos().checked_sub(left.pos())?)
}

/// Reads the longest name of the table.
fn known_name(cursor: &mut Cursor<'_>, kind: &'static str) -> Option<&'static str> {
    let mut words = Words(*cursor);
    let mut key = key(kind, "");
    let mut best = None;
    for i in 0..TABLE.longest {
        let Some(word) = words.next() else { break };
        if i > 0 {
            key.push(' ');
        }
        key.push_str(&fold::key(word.text));
        if let Some(places) = TABLE.names.get(&key) {
            best = Some((TABLE.laws[places[0]].name, word.end));
        } else if !TABLE.beginnings.contains(&key) {
            break;
        }
        if word.last {
            break;
        }
    }
    let (name, end) = best?;
    cursor.advance(end - cursor.pos());
    Some(name)
}

/// More laws than one law amends; it bounds the work of one look.
const MOST_AMENDED: usize = 30;

/// Reads *sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C*.
fn amending_name(cursor: &mut Cursor<'_>) -> Option<String> {
    const AMENDING: &[(&str, &str)] = &[
        (
            "sửa đổi, bổ sung một số điều của",
            "sửa đổi, bổ sung một số điều của",
        ),
        (
            "sửa đổi bổ sung một số điều của",
            "sửa đổi, bổ sung một số điều của",
        ),
        ("sửa đổi một số điều của", "sửa đổi một số điều của"),
        ("bổ sung một số điều của", "bổ sung một số điều của"),
        ("sửa đổi, bổ sung", "sửa đổi, bổ sung"),
        ("sửa đổi", "sửa đổi"),
        ("bổ sung", "bổ sung"),
    ];
    let mut ahead = *cursor;
    let mut whole = ahead.any_phrase(AMENDING)?.to_owned();
    let mut joint = " ";
    let mut any = false;
    for _ in 0..MOST_AMENDED {
        let mut next = ahead;
        if any {
            joint = if next.eat(',') { ", " } else { " và " };
        }
        if !next.space_or_break()
            || joint == " và " && !(next.phrase("và") && next.space_or_break())
        {
            break;
        }
        let Some(kind) = head(&mut next).filter(|&kind| kind != "Hiến pháp") else {
            break;
        };
        let mut spaced = next;
        let named = spaced.space_or_break().then(|| {
            known_name(&mut spaced, kind)
                .map(str::to_owned)
                .or_else(|| capitalised(&mut spaced))
        });
        let Some(name) = named.flatten() else { break };
        whole.push_str(joint);
        whole.push_str(kind);
        whole.push(' ');
        whole.push_str(&name);
        ahead = spaced;
        any = true;
    }
    any.then(|| {
        *cursor = ahead;
        whole
    })
}

/// Words of the longest name that is taken on the strength of the punctuation behind it.
const LONGEST_UNKNOWN: usize = 8;

/// Reads a name that the table does not know, if what follows shows where it ends: a year, a
/// number, a date, or the end of the sentence.
fn unknown_name(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut ahead = *cursor;
    let name = capitalised(&mut ahead)?;
    let mut next = ahead;
    amended(&mut next);
    let closed = next.peek().is_none_or(|c| ".;:)]”\"\n".contains(c))
        && (2..=LONGEST_UNKNOWN).contains(&name.split(' ').count())
        // In capitals, "LUẬT SƯ" looks like a name.
        && name.contains(char::is_lowercase);
    let shown = closed
        || year(&mut next).is_some()
        || next.space_or_break()
            && (next.phrase("số") || next.phrase("ngày"))
            && next.space_or_break()
            && !next.digits().is_empty();
    shown.then(|| {
        *cursor = ahead;
        name
    })
}

/// Reads the words of a name by their looks: it begins with a capital letter and ends before a
/// year, a number, a bracket, a full stop, or a word that goes on with the sentence.
fn capitalised(cursor: &mut Cursor<'_>) -> Option<String> {
    /// No name of a law has more words than this without being in the table.
    const MOST: usize = 16;
    const STOP: &[&str] = &[
        "năm", "số", "ngày", "quy", "được", "có", "của", "theo", "tại", "này", "trong", "thì",
        "là", "đã", "do", "bởi", "để", "khi", "hiện", "sửa", "về", "với", "cũng", "phải", "sẽ",
        "không", "cho", "nêu", "cấm", "gồm", "nói", "nhằm", "đều", "còn", "vẫn", "bị", "cần",
        "chưa", "Luật", "Bộ", "Nghị", "Pháp", "Điều",
    ];
    if !cursor.peek().is_some_and(char::is_uppercase) {
        return None;
    }
    let mut end = None;
    let mut before: Option<Word<'_>> = None;
    for word in Words(*cursor).take(MOST) {
        if STOP.contains(&word.text) || word.text.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        // "Luật Cư trú và Thông tư …", or a line of its own below the name.
        let capital = word.text.starts_with(char::is_uppercase);
        let parts = before.as_ref().is_some_and(|before| {
            before.wraps || matches!(before.text, "và" | "hoặc") && word.text == "Thông"
        });
        let at = word.end - word.text.len() - cursor.pos();
        let named = || {
            super::Tables::builtin()
                .kinds
                .head_at(cursor.rest(), at)
                .is_some()
        };
        if capital && (parts || before.is_some() && named()) {
            break;
        }
        // "Luật Cư trú và Luật …": the conjunction belongs to what comes.
        if !matches!(word.text, "và" | "hoặc") {
            end = Some(word.end);
        }
        if word.last {
            break;
        }
        before = Some(word);
    }
    let end = end?;
    let name = cursor.rest()[..end - cursor.pos()].trim_end_matches(',');
    let name_end = cursor.pos() + name.len();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    cursor.advance(name_end - cursor.pos());
    Some(name)
}

/// Reads *(sửa đổi)* or *(sửa đổi, bổ sung)*.
fn amended(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    if ahead.spaces()
        && ahead.eat('(')
        && (ahead.phrase("sửa đổi, bổ sung") || ahead.phrase("sửa đổi"))
        && ahead.eat(')')
    {
        *cursor = ahead;
    }
}

/// Reads *năm 2015* or *2015*.
fn year(cursor: &mut Cursor<'_>) -> Option<u16> {
    let mut ahead = *cursor;
    if !ahead.space_or_break() {
        return None;
    }
    if ahead.phrase("năm") {
        ahead.space_or_break();
    }
    let digits = ahead.digits();
    let year = digits.parse().ok().filter(|y| (1945..2100).contains(y))?;
    let whole = digits.len() == 4
        && !ahead
            .peek()
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '-'));
    whole.then(|| {
        *cursor = ahead;
        year
    })
}

/// The words of a name: a comma behind a word does not end it, other punctuation does.
struct Words<'t>(Cursor<'t>);

struct Word<'t> {
    text: &'t str,
    /// Where it ends.
    end: usize,
    /// Whether no further word of a name can follow.
    last: bool,
    /// Whether a line break follows.
    wraps: bool,
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        let cursor = &mut self.0;
        let text = cursor.eat_while(|c| c.is_alphanumeric() || matches!(c, '&' | '-' | '–'));
        if text.is_empty() {
            return None;
        }
        let end = cursor.pos();
        cursor.eat(',');
        let gap = *cursor;
        let last = !cursor.space_or_break();
        let wraps = gap.rest()[..cursor.pos() - gap.pos()].contains('\n');
        Some(Word {
            text,
            end,
            last,
            wraps,
        })
    }
}

#[cfg(test)]
mod tests;
