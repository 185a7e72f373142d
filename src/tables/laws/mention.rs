//! Laws as a text mentions them by name.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::{Law, TABLE, Table};
use crate::reading::{Case, Gap, Phrases, Place};
use crate::span::Span;
use crate::tables::kinds::{Kinds, Trait};
use crate::tables::{FOREIGN, LAW_WORDS, Tables, VOCABULARY};
use crate::text::letters::is_alphanumeric;

/// A law as a text mentions it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LawMention {
    /// *Luật*, *Bộ luật*, *Pháp lệnh*, *Hiến pháp*.
    pub(crate) kind: &'static str,
    /// The full name as the table spells it, or as written if the table does not know it. Empty
    /// for the Constitution.
    pub(crate) name: Cow<'static, str>,
    /// The year of adoption, if written.
    pub(crate) year: Option<u16>,
    /// Every law of that kind, name and year; without a year, every version.
    pub(crate) candidates: Vec<&'static Law>,
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

fn book(class: &'static str) -> Phrases<&'static str> {
    let rows = LAW_WORDS.rows_of(class);
    Phrases::new(
        &VOCABULARY,
        rows.map(|[_, words, written]| (words, written)),
    )
}

static AMENDS: LazyLock<Phrases<&str>> = LazyLock::new(|| book("amends"));
static AMENDED: LazyLock<Phrases<&str>> = LazyLock::new(|| book("amended"));
/// Countries whose laws have the names of ours.
static COUNTRIES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let countries = FOREIGN.rows().filter(|[_, class]| *class == "country");
    Phrases::new(&VOCABULARY, countries.map(|[name, _]| (name, ())))
});
static BASIS: LazyLock<Phrases<&str>> = LazyLock::new(|| book("basis"));
static STATE: LazyLock<Phrases<&str>> = LazyLock::new(|| book("state"));
static ENDS: LazyLock<Phrases<&str>> = LazyLock::new(|| book("ends"));
static AND: LazyLock<Phrases<&str>> = LazyLock::new(|| book("and"));

/// *Luật*, *Bộ luật*, *Pháp lệnh*, *Hiến pháp*.
static HEADS: LazyLock<Phrases<&str>> = LazyLock::new(|| {
    let kinds = Tables::builtin().kinds.that(Trait::Law);
    Phrases::new(
        &VOCABULARY,
        kinds.map(|kind| (kind.words(), kind.name.as_str())),
    )
});

/// Kind and name of every law, whole and short, and its place in the table.
static NAMES: LazyLock<Phrases<usize>> = LazyLock::new(|| {
    let names = TABLE.spelled.iter().map(|(name, at)| (name.as_str(), *at));
    Phrases::new(&VOCABULARY, names)
});

/// Kind and name in one (`BLDS`), as written.
static SHORT: LazyLock<Phrases<&str>> =
    LazyLock::new(|| Phrases::new(&VOCABULARY, TABLE.short.keys().map(|&short| (short, short))));

/// How a citation by name may begin: with a kind that has names of its own, with one that a congress
/// passes, or with the short name of a law.
static OPENINGS: LazyLock<Phrases<Option<&str>>> = LazyLock::new(|| {
    let kinds = &Tables::builtin().kinds;
    let kinds = kinds.that(Trait::Law).chain(kinds.that(Trait::Congress));
    let kinds = kinds.map(|kind| (kind.words(), None));
    let short = TABLE.short.keys().map(|&short| (short, Some(short)));
    Phrases::new(&VOCABULARY, kinds.chain(short))
});

/// Whether a document that is cited by name may begin at `place`: what stands there may open one and
/// is not written in capitals, as headings are.
pub(crate) fn opens(place: Place<'_, '_>) -> bool {
    place
        .phrase(&OPENINGS)
        .is_some_and(|(short, behind)| match short {
            Some(short) => written(place, behind) == *short,
            None => place.reading().case(place.index()) != Case::Upper,
        })
}

/// The words at which [`opens`] may say yes.
pub(crate) fn openings() -> &'static Phrases<Option<&'static str>> {
    &OPENINGS
}

/// The law that is mentioned by name at `place`.
///
/// A name that the table does not know is taken when it is capitalised and a year, a number, a date
/// or the end of the sentence follows.
pub(crate) fn law_at(place: Place<'_, '_>) -> Option<LawMention> {
    let before = place.reading().slice(place.index().wrapping_sub(1));
    if place.gap() == Gap::Glued || place.gap().is_soft() && before == "pháp" {
        return None;
    }
    let (kind, title, found) = match short_name(place) {
        Some((law, behind)) => {
            let name = Name::of_table(law, behind);
            (TABLE.laws[law].kind, place, name)
        }
        None => {
            let (&kind, behind) = place.phrase(&HEADS).filter(|(_, b)| is_whole(*b))?;
            (kind, behind, name(place, kind, behind)?)
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
        && TABLE.versions(law).any(|law| law.year() == Some(said))
    {
        // "Luật sửa đổi … Bộ luật Hình sự năm 2015": the year is that of the law that is amended.
        year = None;
    }
    let mut candidates = match found.law {
        Some(law) => TABLE.versions(law).collect(),
        None => super::by_name(kind, &found.name, None),
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
struct Name<'r, 't> {
    name: Cow<'static, str>,
    /// Its place in the table.
    law: Option<usize>,
    /// The place of the law named last in it, which it amends.
    amended: Option<usize>,
    behind: Place<'r, 't>,
}

impl<'r, 't> Name<'r, 't> {
    fn of_table(law: usize, behind: Place<'r, 't>) -> Self {
        Name {
            name: Cow::Borrowed(TABLE.laws[law].name),
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

/// What stands between the two places, as written.
fn written<'t>(start: Place<'_, 't>, behind: Place<'_, 't>) -> &'t str {
    &start.reading().text()[start.start()..behind.end()]
}

/// Whether the word to the left ends where it seems to: no letter, digit, hyphen or `&` joins another
/// one to it.
fn is_whole(place: Place<'_, '_>) -> bool {
    place.gap() != Gap::Glued && !matches!(place.between(), "-" | "–" | "&")
}

/// Reads `BLDS`.
fn short_name<'r, 't>(place: Place<'r, 't>) -> Option<(usize, Place<'r, 't>)> {
    let (&short, behind) = place.phrase(&SHORT)?;
    let found = behind.gap() != Gap::Glued && written(place, behind) == short;
    found.then(|| (TABLE.short[short], behind))
}

/// Reads the name behind `kind`, which begins at `start` and ends at `behind`.
fn name<'r, 't>(
    start: Place<'r, 't>,
    kind: &'static str,
    behind: Place<'r, 't>,
) -> Option<Name<'r, 't>> {
    if kind == "Hiến pháp" {
        let spaced = behind.gap().is_soft();
        if spaced && behind.reading().slice(behind.index()) == "này" {
            return None;
        }
        let of_state = behind.phrase(&STATE).filter(|_| spaced);
        return Some(Name {
            name: Cow::Borrowed(""),
            law: known_name(start).map(|(law, _)| law),
            amended: None,
            behind: of_state.map_or(behind, |(_, behind)| behind),
        });
    }
    if behind.gap() != Gap::Space {
        return None;
    }
    if let Some((name, amended, behind)) = amending_name(behind) {
        return Some(Name {
            amended,
            ..Name::as_written(name, behind)
        });
    }
    let known = known_name(start);
    let basis = start.gap().is_soft() && start.phrase_before(&BASIS).is_some();
    let unknown = unknown_name(behind, basis);
    // "Luật Doanh nghiệp nhà nước 2003" is not the law on enterprises.
    let longer = match (&known, &unknown) {
        (Some((_, short)), Some((_, long))) if short.index() < long.index() => {
            let more = &behind.reading().text()[short.end()..long.end()];
            !more.contains(',') && (1..=6).contains(&more.split_whitespace().count())
        }
        _ => false,
    };
    match (known, unknown) {
        (Some((law, behind)), _) if !longer => Some(Name::of_table(law, behind)),
        (_, unknown) => unknown.map(|(name, behind)| Name::as_written(name, behind)),
    }
}

/// Reads the longest kind and name of the table.
fn known_name<'r, 't>(start: Place<'r, 't>) -> Option<(usize, Place<'r, 't>)> {
    let mut best = None;
    start.each_phrase(&NAMES, |&law, behind| {
        if is_whole(behind) {
            best = Some((law, behind));
        }
    });
    best
}

/// Reads *sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C*.
fn amending_name<'r, 't>(start: Place<'r, 't>) -> Option<(String, Option<usize>, Place<'r, 't>)> {
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
        let Some((&kind, head_end)) = next.phrase(&HEADS).filter(|(_, b)| b.gap() == Gap::Space)
        else {
            break;
        };
        if kind == "Hiến pháp" {
            break;
        }
        let named = match known_name(next) {
            Some((law, end)) => Some((Cow::Borrowed(TABLE.laws[law].name), Some(law), end)),
            None => capitalised(head_end).map(|(name, end)| (Cow::Owned(name), None, end)),
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
fn unknown_name<'r, 't>(start: Place<'r, 't>, basis: bool) -> Option<(String, Place<'r, 't>)> {
    let capital = start.reading().case(start.index()).is_capital();
    if !capital && !basis {
        return None;
    }
    let (name, behind) = by_its_looks(start)?;
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
        || capital && is_next_of_row(behind))
        && (2..=most).contains(&name.split(' ').count())
        // In capitals, "LUẬT SƯ" looks like a name.
        && name.contains(char::is_lowercase);
    let shown = closed || end.year().is_some() || end.numbered();
    shown.then_some((name, behind))
}

/// Whether another law or document of a row begins at `place`: *, Luật Hợp tác xã*, *và Nghị định …*.
fn is_next_of_row(place: Place<'_, '_>) -> bool {
    let reading = place.reading();
    let next = match place.gap() {
        Gap::Comma => place,
        Gap::Space if place.phrase(&AND).is_some() => place.next(),
        _ => return false,
    };
    next.gap() != Gap::LineEnd
        && reading.case(next.index()).is_capital()
        && Tables::builtin().kinds.announced_at(next).is_some()
}

/// Reads the words of a name by their looks: it begins with a capital letter and ends before a year, a
/// number, a bracket, a full stop, or a word that goes on with the sentence.
fn capitalised<'r, 't>(start: Place<'r, 't>) -> Option<(String, Place<'r, 't>)> {
    let capital = start.reading().case(start.index()).is_capital();
    capital.then(|| by_its_looks(start)).flatten()
}

/// The same, with a first word of any case.
fn by_its_looks<'r, 't>(start: Place<'r, 't>) -> Option<(String, Place<'r, 't>)> {
    let reading = start.reading();
    let kinds: &Kinds = &Tables::builtin().kinds;
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
    let end = end?;
    let words: Vec<&str> = written(start, end).split_whitespace().collect();
    Some((words.join(" "), end))
}

/// The place behind the word at `place` and those that are joined to it: *HN&GĐ*, *3G*.
fn token<'r, 't>(place: Place<'r, 't>) -> Place<'r, 't> {
    let mut behind = place.next();
    while behind.index() < behind.reading().len() && !is_whole(behind) {
        behind = behind.next();
    }
    behind
}

/// What stands behind a name.
#[derive(Clone, Copy)]
struct End<'r, 't> {
    /// The place of the next word.
    place: Place<'r, 't>,
    /// The byte behind what was read.
    byte: usize,
}

impl<'r, 't> End<'r, 't> {
    fn of(place: Place<'r, 't>) -> Self {
        End {
            place,
            byte: place.end(),
        }
    }

    fn rest(self) -> &'t str {
        &self.place.reading().text()[self.byte..]
    }

    /// Whether nothing but a space stands before the next word.
    fn is_spaced(self) -> bool {
        let between = &self.place.reading().text()[self.byte..self.place.start()];
        !between.is_empty() && between.chars().all(|c| matches!(c, ' ' | '\u{a0}'))
    }

    /// Reads *(sửa đổi)* or *(sửa đổi, bổ sung)*.
    fn amended(&mut self) {
        let between = &self.place.reading().text()[self.byte..self.place.start()];
        if between.trim_start() != "(" || between.len() < 2 {
            return;
        }
        if let Some((_, behind)) = self.place.phrase(&AMENDED)
            && End::of(behind).rest().starts_with(')')
        {
            self.byte = behind.end() + 1;
            self.place = behind;
        }
    }

    /// Reads *năm 2015* or *2015*.
    fn year(&mut self) -> Option<u16> {
        if !self.is_spaced() {
            return None;
        }
        let mut ahead = self.place;
        if ahead.reading().slice(ahead.index()) == "năm" && ahead.next().gap().is_soft() {
            ahead = ahead.next();
        }
        let digits = ahead.number().filter(|digits| digits.len() == 4)?;
        let year = digits.parse().ok().filter(|y| (1945..2100).contains(y))?;
        let behind = End::of(ahead.next());
        let next = behind.rest().chars().next();
        if next.is_some_and(|c| is_alphanumeric(c) || matches!(c, '/' | '-')) {
            return None;
        }
        *self = behind;
        Some(year)
    }

    /// Whether *số* or *ngày* and digits follow.
    fn numbered(self) -> bool {
        let word = self.place.reading().slice(self.place.index());
        let next = self.place.next();
        self.is_spaced()
            && matches!(word, "số" | "ngày")
            && next.gap() == Gap::Space
            && next.number().is_some()
    }
}

impl Table {
    /// Every version of a law.
    fn versions(&self, law: usize) -> impl Iterator<Item = &Law> {
        let all = self.same.get(&law).map_or(&[][..], Vec::as_slice);
        all.iter().map(|&at| &self.laws[at])
    }
}
