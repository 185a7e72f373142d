//! Laws as a text mentions them by name.

use std::borrow::Cow;

use smallvec::SmallVec;

use super::Law;
use super::end::End;
use super::words::{AMENDED, AMENDS, AND, BASIS, COUNTRIES, ENDS, STATE, is_whole, written};
use crate::reading::{Case, Gap, Phrases, Place};
use crate::span::Span;
use crate::tables::Tables;
use crate::tables::kinds::Trait;
use crate::text::fold;

/// A law as a text mentions it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LawMention<'x> {
    /// *Luật*, *Bộ luật*, *Pháp lệnh*, *Hiến pháp*.
    pub(crate) kind: &'x str,
    /// The full name as the table spells it, or as written if the table does not know it. Empty
    /// for the Constitution.
    pub(crate) name: Cow<'x, str>,
    /// The year of adoption, if written.
    pub(crate) year: Option<u16>,
    /// Every law of that kind, name and year; without a year, every version.
    pub(crate) candidates: SmallVec<[&'x Law; 4]>,
    /// Where the name stands: behind the kind, or `BLDS`.
    pub(crate) title: Span,
    /// The byte behind the mention: behind the name, *(sửa đổi)* and the year.
    pub(crate) end: usize,
}

/// More laws than one law amends; it bounds the work of one look.
const MOST_AMENDED: usize = 30;

/// Words of the longest name that is taken on the strength of the punctuation behind it.
const LONGEST_UNKNOWN: usize = 8;

/// No name of a law has more words than this without being in the table.
const MOST_WORDS: usize = 16;

/// How laws are named in a text.
#[derive(Debug)]
pub(super) struct NamePhrases {
    /// The kinds that have names of their own: *Luật*, *Bộ luật*, *Pháp lệnh*, *Hiến pháp*; and those of the
    /// caller's laws.
    kinds: Vec<String>,
    /// Their words, to places in `kinds`.
    heads: Phrases<usize>,
    /// Kind and name of every law, whole and short, and its place in the table.
    names: Phrases<usize>,
    /// Kind and name in one (`BLDS`), as written.
    short: Phrases<&'static str>,
    /// How a citation by name may begin: with a kind that has names of its own, with one that a congress
    /// passes, or with the short name of a law.
    openings: Phrases<Option<&'static str>>,
}

impl NamePhrases {
    fn of(tables: &Tables) -> NamePhrases {
        let words = &tables.vocabulary;
        let table = tables.laws.table();
        let mut kinds: Vec<String> = tables
            .kinds
            .that(Trait::Law)
            .map(|kind| kind.name.clone())
            .collect();
        for law in &tables.laws.own {
            if !kinds.iter().any(|kind| **kind == *law.kind) {
                kinds.push(law.kind.clone().into_owned());
            }
        }
        let heads: Vec<String> = kinds.iter().map(|kind| kind.to_lowercase()).collect();
        let heads = || heads.iter().map(String::as_str);
        let names = table.spelled.iter().map(|(name, at)| (name.as_str(), *at));
        let short = table.short.keys().copied();
        let congress = tables.kinds.that(Trait::Congress).map(|kind| kind.words());
        let opening = heads().chain(congress).map(|words| (words, None));
        NamePhrases {
            heads: Phrases::new(words, heads().enumerate().map(|(at, words)| (words, at))),
            names: Phrases::new(words, names),
            short: Phrases::new(words, short.clone().map(|short| (short, short))),
            openings: Phrases::new(
                words,
                opening.chain(short.map(|short| (short, Some(short)))),
            ),
            kinds,
        }
    }
}

fn phrases(tables: &Tables) -> &NamePhrases {
    tables.laws.phrases.get_or_init(|| NamePhrases::of(tables))
}

/// The kind with names of its own at `place`.
fn head<'x, 'r, 't>(tables: &'x Tables, place: Place<'r, 't>) -> Option<(&'x str, Place<'r, 't>)> {
    let phrases = phrases(tables);
    let (&kind, behind) = place.phrase(&phrases.heads)?;
    Some((&phrases.kinds[kind], behind))
}

/// Whether a document that is cited by name may begin at `place`: what stands there may open one and
/// is not written in capitals, as headings are.
pub(crate) fn opens(tables: &Tables, place: Place<'_, '_>) -> bool {
    place
        .phrase(&phrases(tables).openings)
        .is_some_and(|(short, behind)| match short {
            Some(short) => written(place, behind) == *short,
            None => place.reading().case(place.index()) != Case::Upper,
        })
}

/// The words at which [`opens`] may say yes.
pub(crate) fn openings(tables: &Tables) -> &Phrases<Option<&'static str>> {
    &phrases(tables).openings
}

/// The law that is mentioned by name at `place`.
///
/// A name that the table does not know is taken when it is capitalised and a year, a number, a date
/// or the end of the sentence follows.
pub(crate) fn law_at<'x>(tables: &'x Tables, place: Place<'_, '_>) -> Option<LawMention<'x>> {
    let table = tables.laws.table();
    let before = place.reading().slice(place.index().wrapping_sub(1));
    if place.gap() == Gap::Glued || place.gap().is_soft() && before == "pháp" {
        return None;
    }
    let (kind, title, found) = match short_name(tables, place) {
        Some((law, behind)) => {
            let name = Name::of_table(tables, law, behind);
            (&*table.laws[law].kind, place, name)
        }
        None => {
            let (kind, behind) = head(tables, place).filter(|(_, b)| is_whole(*b))?;
            (kind, behind, name(tables, place, kind, behind)?)
        }
    };
    // "Bộ luật Dân sự Đức".
    let abroad = found.behind.gap().is_soft() && found.behind.phrase(&COUNTRIES).is_some();
    if abroad {
        return None;
    }
    let title = title.start().min(found.behind.end());
    let mut end = End::of(found.behind);
    end.amended();
    let mut year = end.year();
    end.amended();
    if let (Some(law), Some(said)) = (found.amended, year)
        && table.versions(law).any(|law| law.year() == Some(said))
    {
        // "Luật sửa đổi … Bộ luật Hình sự năm 2015": the year is that of the law that is amended.
        year = None;
    }
    let mut candidates: SmallVec<[&Law; 4]> = match found.law {
        Some(law) => table.versions(law).collect(),
        None => tables.laws.by_name(kind, &found.name, None).into(),
    };
    candidates.retain(|law| year.is_none_or(|year| law.year() == Some(year)));
    Some(LawMention {
        kind,
        name: found.name,
        year,
        candidates,
        title: Span::new(title, found.behind.end()),
        end: end.byte,
    })
}

/// A name that was read.
struct Name<'x, 'r, 't> {
    name: Cow<'x, str>,
    /// Its place in the table.
    law: Option<usize>,
    /// The place of the law named last in it, which it amends.
    amended: Option<usize>,
    behind: Place<'r, 't>,
}

impl<'x, 'r, 't> Name<'x, 'r, 't> {
    fn of_table(tables: &'x Tables, law: usize, behind: Place<'r, 't>) -> Self {
        Name {
            name: Cow::Borrowed(&tables.laws.table().laws[law].name),
            law: Some(law),
            amended: None,
            behind,
        }
    }

    fn as_written(name: String, behind: Place<'r, 't>) -> Self {
        Name {
            name: Cow::Owned(name),
            law: None,
            amended: None,
            behind,
        }
    }
}

/// Reads `BLDS`.
fn short_name<'r, 't>(tables: &Tables, place: Place<'r, 't>) -> Option<(usize, Place<'r, 't>)> {
    let (&short, behind) = place.phrase(&phrases(tables).short)?;
    let found = behind.gap() != Gap::Glued && written(place, behind) == short;
    found.then(|| (tables.laws.table().short[short], behind))
}

/// Reads the name behind `kind`, which begins at `start` and ends at `behind`.
fn name<'x, 'r, 't>(
    tables: &'x Tables,
    start: Place<'r, 't>,
    kind: &str,
    behind: Place<'r, 't>,
) -> Option<Name<'x, 'r, 't>> {
    if kind == "Hiến pháp" {
        let spaced = behind.gap().is_soft();
        if spaced && behind.reading().slice(behind.index()) == "này" {
            return None;
        }
        let of_state = behind.phrase(&STATE).filter(|_| spaced);
        return Some(Name {
            name: Cow::Borrowed(""),
            law: known_name(tables, start).map(|(law, _)| law),
            amended: None,
            behind: of_state.map_or(behind, |(_, behind)| behind),
        });
    }
    if behind.gap() != Gap::Space {
        return None;
    }
    if let Some((name, amended, behind)) = amending_name(tables, behind) {
        return Some(Name {
            amended,
            ..Name::as_written(name, behind)
        });
    }
    let known = known_name(tables, start);
    let basis = start.gap().is_soft() && start.phrase_before(&BASIS).is_some();
    let unknown = unknown_name(tables, behind, basis);
    // "Luật Doanh nghiệp nhà nước 2003" is not the law on enterprises.
    let longer = match (&known, &unknown) {
        (Some((_, short)), Some((_, long))) if short.index() < long.index() => {
            let more = &behind.reading().text()[short.end()..long.end()];
            !more.contains(',') && (1..=6).contains(&more.split_whitespace().count())
        }
        _ => false,
    };
    match (known, unknown) {
        (Some((law, behind)), _) if !longer => Some(Name::of_table(tables, law, behind)),
        (_, unknown) => unknown.map(|(name, behind)| Name::as_written(name, behind)),
    }
}

/// Reads the longest kind and name of the table.
fn known_name<'r, 't>(tables: &Tables, start: Place<'r, 't>) -> Option<(usize, Place<'r, 't>)> {
    let mut best = None;
    start.each_phrase(&phrases(tables).names, |&law, behind| {
        if is_whole(behind) {
            best = Some((law, behind));
        }
    });
    best
}

/// Reads *sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C*.
fn amending_name<'r, 't>(
    tables: &Tables,
    start: Place<'r, 't>,
) -> Option<(String, Option<usize>, Place<'r, 't>)> {
    let (amends, mut behind) = start.phrase(&AMENDS)?;
    let mut whole = (*amends).to_owned();
    let mut amended = None;
    for i in 0..MOST_AMENDED {
        let (joint, next) = match (i, behind.gap()) {
            (0, Gap::Space) => (" ", behind),
            (0, _) => break,
            (_, Gap::Comma) => (", ", behind),
            (_, Gap::Space) if behind.reading().slice(behind.index()) == "và" => {
                (" và ", behind.next())
            }
            _ => break,
        };
        let Some((kind, head_end)) = head(tables, next).filter(|(_, b)| b.gap() == Gap::Space)
        else {
            break;
        };
        if kind == "Hiến pháp" {
            break;
        }
        let named = match known_name(tables, next) {
            Some((law, end)) => {
                let name = &*tables.laws.table().laws[law].name;
                Some((Cow::Borrowed(name), Some(law), end))
            }
            None => capitalised(tables, head_end).map(|(name, end)| (Cow::Owned(name), None, end)),
        };
        let Some((name, law, end)) = named else {
            break;
        };
        amended = law;
        for part in [joint, kind, " ", &name] {
            whole.push_str(part);
        }
        behind = end;
        // "… của Luật Đất đai sửa đổi, Luật Nhà ở sửa đổi".
        if let Some((_, more)) = behind
            .phrase(&AMENDED)
            .filter(|_| behind.gap() == Gap::Space)
            && more.gap() == Gap::Comma
        {
            behind = more;
        }
        if i + 1 == MOST_AMENDED {
            break;
        }
    }
    (whole.len() > amends.len()).then_some((whole, amended, behind))
}

/// Reads a name that the table does not know, if what follows shows where it ends: a year, a number, a
/// date, the next of a row, or the end of the sentence. In a `basis` (*Căn cứ Luật …;*) nothing but the
/// name stands, so that it may be long and begin in small letters.
fn unknown_name<'r, 't>(
    tables: &Tables,
    start: Place<'r, 't>,
    basis: bool,
) -> Option<(String, Place<'r, 't>)> {
    let capital = start.reading().case(start.index()).is_capital();
    if !capital && !basis {
        return None;
    }
    let behind = by_its_looks(tables, start)?;
    let name = written(start, behind);
    let mut end = End::of(behind);
    end.amended();
    let next = end.rest().chars().next();
    let most = match basis {
        true => MOST_WORDS,
        false => LONGEST_UNKNOWN,
    };
    let ends = match basis {
        true => ";",
        false => ".;:)]”\"\n",
    };
    let closed = (next.is_none_or(|c| ".;:)]”\"\n".contains(c)) && capital
        || next.is_some_and(|c| ends.contains(c))
        || capital && is_next_of_row(tables, behind))
        && (2..=most).contains(&name.split_whitespace().count())
        // In capitals, "LUẬT SƯ" looks like a name.
        && name.contains(char::is_lowercase);
    let shown = closed || end.year().is_some() || end.numbered();
    shown.then(|| (fold::plain(name), behind))
}

/// Whether another law or document of a row begins at `place`: *, Luật Hợp tác xã*, *và Nghị định …*.
fn is_next_of_row(tables: &Tables, place: Place<'_, '_>) -> bool {
    let reading = place.reading();
    let next = match place.gap() {
        Gap::Comma => place,
        Gap::Space if place.phrase(&AND).is_some() => place.next(),
        _ => return false,
    };
    next.gap() != Gap::LineEnd
        && reading.case(next.index()).is_capital()
        && tables.kinds.announced_at(next).is_some()
}

/// Reads the words of a name by their looks: it begins with a capital letter and ends before a year, a
/// number, a bracket, a full stop, or a word that goes on with the sentence.
fn capitalised<'r, 't>(tables: &Tables, start: Place<'r, 't>) -> Option<(String, Place<'r, 't>)> {
    let capital = start.reading().case(start.index()).is_capital();
    let end = capital.then(|| by_its_looks(tables, start)).flatten()?;
    Some((fold::plain(written(start, end)), end))
}

/// The same, with a first word of any case: the place behind the name.
fn by_its_looks<'r, 't>(tables: &Tables, start: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let reading = start.reading();
    let kinds = &tables.kinds;
    let (mut place, mut end) = (start, None);
    let mut joined = false;
    for i in 0..MOST_WORDS {
        let behind = token(place);
        let word = written(place, behind);
        let stops = place
            .phrase(&ENDS)
            .is_some_and(|(said, end)| *said == written(place, end));
        if stops || place.number().is_some() {
            break;
        }
        // "Luật Cư trú và Thông tư …"
        let capital = reading.case(place.index()).is_capital();
        let next_one = joined && word == "Thông" || i > 0 && kinds.announced_at(place).is_some();
        if capital && next_one {
            break;
        }
        // "Luật Cư trú và Luật …": the conjunction belongs to what comes.
        joined = place.phrase(&AND).is_some();
        if !joined {
            end = Some(behind);
        }
        if !matches!(behind.gap(), Gap::Space | Gap::Comma | Gap::Dash)
            || !behind.between().ends_with([' ', '\u{a0}'])
        {
            break;
        }
        place = behind;
    }
    end
}

/// The place behind the word at `place` and those that are joined to it: *HN&GĐ*, *3G*.
fn token<'r, 't>(place: Place<'r, 't>) -> Place<'r, 't> {
    let mut behind = place.next();
    while behind.index() < behind.reading().len() && !is_whole(behind) {
        behind = behind.next();
    }
    behind
}
