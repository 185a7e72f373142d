//! Every list of words is a table: one TSV file here, one constant, one reader.
//!
//! The first line of a file says who reads it; the line above the rows names the columns.

pub(crate) mod bodies;
mod body;
pub(crate) mod kinds;
pub(crate) mod laws;
pub(crate) mod numerals;
pub(crate) mod places;
mod validity;

use once_cell::sync::Lazy;
use std::borrow::Cow;
use std::collections::HashMap;

use bodies::{Body, Registry};
use kinds::{DocumentKind, Kinds};
use laws::{Law, Laws};
use places::Place;

use crate::reading::Vocabulary;

/// What every recogniser looks up: the tables of this crate with the caller's rows.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    pub(crate) kinds: Kinds,
    pub(crate) bodies: Registry,
    pub(crate) laws: Laws,
    /// Every word of both and of all other tables: what a text is read with.
    pub(crate) vocabulary: Cow<'static, Vocabulary>,
    /// The codes with small letters, by their spelling in capitals.
    cased: HashMap<String, String>,
}

static BUILTIN: Lazy<Tables> = Lazy::new(|| {
    let vocabulary = Cow::Borrowed(&*VOCABULARY);
    let kinds = Kinds::new(&[], &vocabulary);
    Tables::of(kinds, Registry::new(), Laws::default(), vocabulary)
});

impl Tables {
    /// What this crate knows.
    pub(crate) fn builtin() -> &'static Tables {
        &BUILTIN
    }

    /// That, and the caller's own.
    pub(crate) fn with(
        kinds: &[DocumentKind],
        bodies: impl IntoIterator<Item = Body>,
        places: impl IntoIterator<Item = Place>,
        laws: Vec<Law>,
    ) -> Tables {
        let bodies = Registry::with(bodies).places(places);
        let laws = Laws::with(laws);
        let mut vocabulary = VOCABULARY.clone();
        for kind in kinds {
            vocabulary.extend([kind.name.as_str()].into_iter().chain(texts(&kind.codes)));
        }
        vocabulary.extend(bodies.words());
        vocabulary.extend(laws.own_words());
        let kinds = Kinds::new(kinds, &vocabulary);
        Tables::of(kinds, bodies, laws, Cow::Owned(vocabulary))
    }

    fn of(
        kinds: Kinds,
        bodies: Registry,
        laws: Laws,
        vocabulary: Cow<'static, Vocabulary>,
    ) -> Tables {
        let codes = kinds.iter().flat_map(|kind| &kind.codes);
        let codes = codes.chain(bodies.bodies().iter().flat_map(|body| &body.codes));
        let cased = codes
            .filter(|code| code.contains(char::is_lowercase))
            .map(|code| (code.to_uppercase(), code.clone()))
            .collect();
        Tables {
            kinds,
            bodies,
            laws,
            vocabulary,
            cased,
        }
    }

    /// The canonical spelling of a code that is not all capitals: `CTr` for `CTR`.
    pub(crate) fn cased(&self, capitals: &str) -> Option<&str> {
        self.cased.get(capitals).map(String::as_str)
    }
}

fn texts(strings: &[String]) -> impl Iterator<Item = &str> {
    strings.iter().map(String::as_str)
}

/// A table of `N` columns.
///
/// A line that begins with `# ` is a comment, the cells of a row are parted by tabs, `-` is an
/// empty cell.
pub(crate) struct Table<const N: usize> {
    /// The name of the file.
    file: &'static str,
    text: &'static str,
}

macro_rules! table {
    ($file:literal) => {
        Table {
            file: $file,
            text: include_str!($file),
        }
    };
}

pub(crate) const KINDS: Table<7> = table!("kinds.tsv");
pub(crate) const BODIES: Table<11> = table!("bodies.tsv");
pub(crate) const PLACES: Table<9> = table!("places.tsv");
pub(crate) const LAWS: Table<7> = table!("laws.tsv");
pub(crate) const BODY_HEADS: Table<5> = table!("body_heads.tsv");
pub(crate) const BODY_WORDS: Table<3> = table!("body_words.tsv");
pub(crate) const BODY_CUES: Table<2> = table!("body_cues.tsv");
pub(crate) const NOT_BODIES: Table<1> = table!("not_bodies.tsv");
pub(crate) const NAME_STOPS: Table<2> = table!("name_stops.tsv");
pub(crate) const HOLDERS: Table<5> = table!("holders.tsv");
pub(crate) const FOREIGN: Table<2> = table!("foreign.tsv");
pub(crate) const PLACE_LEVELS: Table<6> = table!("place_levels.tsv");
pub(crate) const ACTING: Table<1> = table!("acting.tsv");
pub(crate) const TASK_WORDS: Table<2> = table!("task_words.tsv");
pub(crate) const CITATION_WORDS: Table<2> = table!("citation_words.tsv");
pub(crate) const TASK_CUES: Table<2> = table!("task_cues.tsv");
pub(crate) const TASK_FIELDS: Table<2> = table!("task_fields.tsv");
pub(crate) const TASK_RANKS: Table<3> = table!("task_ranks.tsv");
pub(crate) const FURNITURE: Table<3> = table!("furniture.tsv");
pub(crate) const NUMERALS: Table<3> = table!("numerals.tsv");
pub(crate) const LEVELS: Table<2> = table!("levels.tsv");
pub(crate) const PROVISION_WORDS: Table<2> = table!("provision_words.tsv");
pub(crate) const LEVEL_COMPOUNDS: Table<2> = table!("level_compounds.tsv");
pub(crate) const MARKER_LABELS: Table<1> = table!("marker_labels.tsv");
pub(crate) const OPEN_ENDS: Table<2> = table!("open_ends.tsv");
pub(crate) const AMENDMENT_WORDS: Table<3> = table!("amendment_words.tsv");
pub(crate) const RELATION_WORDS: Table<3> = table!("relation_words.tsv");
pub(crate) const FORCE_WORDS: Table<3> = table!("force_words.tsv");
pub(crate) const MOOD_WORDS: Table<2> = table!("mood_words.tsv");
pub(crate) const OUTLINE_WORDS: Table<2> = table!("outline_words.tsv");
pub(crate) const NUMBER_WORDS: Table<2> = table!("number_words.tsv");
pub(crate) const ABBREVIATION_WORDS: Table<2> = table!("abbreviation_words.tsv");
pub(crate) const DATE_WORDS: Table<3> = table!("date_words.tsv");
pub(crate) const DATE_DRESSING: Table<6> = table!("date_dressing.tsv");
pub(crate) const LAW_WORDS: Table<3> = table!("law_words.tsv");
pub(crate) const CHARSETS: Table<6> = table!("charsets.tsv");

impl<const N: usize> Table<N> {
    /// The rows, in their order.
    ///
    /// Cells are a few bytes long, and every process reads all of them at its first call: plain loops over
    /// bytes split them several times faster than searchers that are set up for each.
    pub(crate) fn rows(self) -> impl Iterator<Item = [&'static str; N]> {
        let Table { file, text } = self;
        split(text, b'\n')
            .filter(|line| !line.is_empty() && !line.starts_with("# "))
            .map(move |line| row(file, text, line))
    }

    /// The rows whose first cell is `class`.
    pub(crate) fn rows_of(self, class: &str) -> impl Iterator<Item = [&'static str; N]> + use<N> {
        let Table { file, text } = self;
        // Most tables have dozens of classes, each a book of its own: only the rows of this one are looked at.
        let needle = format!("\n{class}\t");
        let starts: Vec<usize> = memchr::memmem::find_iter(text.as_bytes(), &needle)
            .map(|at| at + 1)
            .collect();
        starts
            .into_iter()
            .filter_map(move |start| split(&text[start..], b'\n').next())
            .map(move |line| row(file, text, line))
    }

    /// The phrases of some columns; a cell may hold several, parted by `;`.
    fn phrases<const C: usize>(self, columns: [usize; C]) -> impl Iterator<Item = &'static str> {
        self.rows()
            .flat_map(move |row| columns.map(|column| row[column]))
            .flat_map(|cell| split(cell, b';'))
            .filter(|phrase| !phrase.is_empty() && *phrase != "!")
    }
}

/// Every phrase of every table that may stand in a text: names, spellings, codes and plain words.
pub(crate) fn phrases() -> impl Iterator<Item = &'static str> {
    KINDS
        .phrases([0, 1, 3])
        .chain(BODIES.phrases([0, 1, 10]))
        .chain(PLACES.phrases([0, 8]))
        .chain(LAWS.phrases([1, 2, 6]))
        .chain(LAW_WORDS.phrases([1]))
        .chain(BODY_HEADS.phrases([0, 1]))
        .chain(BODY_WORDS.phrases([0, 2]))
        .chain(BODY_CUES.phrases([1]))
        .chain(NOT_BODIES.phrases([0]))
        .chain(NAME_STOPS.phrases([1]))
        .chain(HOLDERS.phrases([0]))
        .chain(FOREIGN.phrases([0]))
        .chain(PLACE_LEVELS.phrases([0]))
        .chain(ACTING.phrases([0]))
        .chain(TASK_WORDS.phrases([1]))
        .chain(CITATION_WORDS.phrases([1]))
        .chain(TASK_CUES.phrases([1]))
        .chain(TASK_FIELDS.phrases([1]))
        .chain(FURNITURE.phrases([0]))
        .chain(DATE_WORDS.phrases([1]))
        .chain(DATE_DRESSING.phrases([0]))
        .chain(NUMERALS.phrases([0]))
        .chain(LEVELS.phrases([0]))
        .chain(MARKER_LABELS.phrases([0]))
        .chain(AMENDMENT_WORDS.phrases([0]))
        .chain(RELATION_WORDS.phrases([1]))
        .chain(FORCE_WORDS.phrases([1]))
        .chain(MOOD_WORDS.phrases([1]))
        .chain(OUTLINE_WORDS.phrases([1]))
        .chain(PROVISION_WORDS.phrases([1]))
        .chain(LEVEL_COMPOUNDS.phrases([0]))
        .chain(NUMBER_WORDS.phrases([1]))
        .chain(ABBREVIATION_WORDS.phrases([1]))
        .chain(["thứ", "ngày", "là", "đ", "k"])
}

/// The words of all tables: what a [`Reading`](crate::reading::Reading) knows by name.
pub(crate) static VOCABULARY: Lazy<Vocabulary> = Lazy::new(|| Vocabulary::of(phrases()));

/// The cells of a line of `text`. What has another number of them is a mistake of ours, found by the
/// tests.
fn row<const N: usize>(file: &str, text: &str, line: &'static str) -> [&'static str; N] {
    let number = || {
        let at = line.as_ptr() as usize - text.as_ptr() as usize;
        text[..at].split('\n').count()
    };
    let mut cells = split(line, b'\t');
    let row = std::array::from_fn(|_| match cells.next() {
        Some("-") => "",
        Some(cell) => cell,
        None => panic!(
            "src/tables/{file}:{}: fewer than {N} columns: {line}",
            number()
        ),
    });
    assert!(
        cells.next().is_none(),
        "src/tables/{file}:{}: more than {N} columns: {line}",
        number()
    );
    row
}

/// The parts of `text` between ASCII signs.
fn split(text: &str, sign: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let whole = rest?;
        match whole.bytes().position(|byte| byte == sign) {
            Some(at) => {
                rest = Some(&whole[at + 1..]);
                Some(&whole[..at])
            }
            None => rest.take(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::WordId;

    #[test]
    fn lines_become_rows() {
        let table = Table::<3> {
            file: "a.tsv",
            text: "# Read by nobody.\na\t-\tb c\n\n#\t1\t2\n",
        };
        let rows: Vec<_> = table.rows().collect();
        assert_eq!(rows, [["a", "", "b c"], ["#", "1", "2"]]);
        let table = Table::<2> {
            file: "b.tsv",
            text: "# Read by nobody.\na\tb\nab\tc\na\td\n",
        };
        let rows: Vec<_> = table.rows_of("a").collect();
        assert_eq!(rows, [["a", "b"], ["a", "d"]]);
    }

    #[test]
    #[should_panic(expected = "src/tables/a.tsv:2: fewer than 3 columns: a\tb")]
    fn a_short_row_is_told() {
        let text = "# Read by nobody.\na\tb\n";
        let _ = Table::<3> {
            file: "a.tsv",
            text,
        }
        .rows()
        .count();
    }

    #[test]
    #[should_panic(expected = "src/tables/a.tsv:3: more than 1 columns: a\tb")]
    fn a_long_row_is_told() {
        let text = "# Read by nobody.\na\na\tb\n";
        let _ = Table::<1> {
            file: "a.tsv",
            text,
        }
        .rows_of("a")
        .count();
    }

    #[test]
    fn every_table_is_whole_and_says_who_reads_it() {
        fn check<const N: usize>(table: Table<N>) {
            let (file, text) = (table.file, table.text);
            assert!(text.starts_with("# Read by "), "{file}");
            assert!(table.rows().count() > 0, "{file}");
            for (i, line) in text.lines().enumerate() {
                let empty = line.split('\t').any(str::is_empty);
                assert!(!empty && line == line.trim(), "{file}:{}: {line:?}", i + 1);
            }
        }
        check(KINDS);
        check(BODIES);
        check(PLACES);
        check(LAWS);
        check(LAW_WORDS);
        check(BODY_HEADS);
        check(BODY_WORDS);
        check(BODY_CUES);
        check(NOT_BODIES);
        check(NAME_STOPS);
        check(HOLDERS);
        check(FOREIGN);
        check(PLACE_LEVELS);
        check(ACTING);
        check(TASK_WORDS);
        check(CITATION_WORDS);
        check(TASK_CUES);
        check(TASK_FIELDS);
        check(TASK_RANKS);
        check(FURNITURE);
        check(DATE_WORDS);
        check(DATE_DRESSING);
        check(CHARSETS);
        check(NUMERALS);
        check(LEVELS);
        check(AMENDMENT_WORDS);
        check(RELATION_WORDS);
        check(FORCE_WORDS);
        check(MOOD_WORDS);
        check(OUTLINE_WORDS);
        check(MARKER_LABELS);
        check(PROVISION_WORDS);
        check(LEVEL_COMPOUNDS);
        check(NUMBER_WORDS);
        check(ABBREVIATION_WORDS);
    }

    #[test]
    fn the_callers_words_join_the_vocabulary() {
        let tables = Tables::with(
            &[],
            [Body::new("Sàn Quygiao Zdịch", Default::default())],
            [],
            Vec::new(),
        );
        assert_ne!(tables.vocabulary.id("Quygiao"), WordId::UNKNOWN);
        assert_eq!(tables.vocabulary.id("nghị"), VOCABULARY.id("Nghị"));
        assert_eq!(Tables::builtin().vocabulary.id("Quygiao"), WordId::UNKNOWN);
    }

    #[test]
    fn the_vocabulary_has_the_words_of_the_tables() {
        for word in ["Nghị", "BTP", "hành", "Sơn", "La", "Kon", "CNTT", "đôn"] {
            assert_ne!(VOCABULARY.id(word), WordId::UNKNOWN, "{word}");
        }
        for word in ["-", "resolution", "department"] {
            assert_eq!(VOCABULARY.id(word), WordId::UNKNOWN, "{word}");
        }
    }
}
