//! The words of an instruction to amend.

use once_cell::sync::Lazy;

use super::types::Operation;
use crate::reading::Phrases;
use crate::tables::{AMENDMENT_WORDS, VOCABULARY};

/// What a word does in an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Verb(Operation),
    /// What stands behind it takes the place of what stands before.
    By,
    After,
    Before,
    /// The new wording follows.
    Wording,
    /// The heading of a unit is meant, not the unit.
    Title,
    /// Words are meant, not a unit.
    Words,
    /// Some units of the one named next are meant.
    Part,
    Passive,
    /// What stands behind it is another authority.
    According,
    Not,
    /// The unit behind it is the one that takes in what is named before.
    Into,
    /// At the end of the unit behind it, which takes in what is new.
    End,
    /// What stands behind it stays.
    Except,
    /// A case is meant that stays, no unit.
    Case,
    /// A row or a column of the table in the unit behind it, or the number of a unit: not the whole of it.
    Row,
    /// What a rule is about, and not the unit that holds it.
    Matter,
    Lead,
    Nothing,
}

pub(super) static WORDS: Lazy<Phrases<Word>> = Lazy::new(|| {
    let rows = AMENDMENT_WORDS
        .rows()
        .filter(|row| !matches!(row[1], "quotes" | "where"))
        .map(|[phrase, role, operation]| (phrase, word(role, operation)));
    Phrases::new(&VOCABULARY, rows)
});

/// What turns a verb round.
pub(super) static PASSIVE: Lazy<Phrases<()>> = Lazy::new(|| of_role("passive"));

/// How a sentence ends below which an act is quoted.
pub(super) static QUOTES: Lazy<Phrases<()>> = Lazy::new(|| of_role("quotes"));

/// What leads in the unit in which something stands.
pub(super) static WHERE: Lazy<Phrases<()>> = Lazy::new(|| of_role("where"));

fn of_role(role: &str) -> Phrases<()> {
    let rows = AMENDMENT_WORDS.rows().filter(|row| row[1] == role);
    Phrases::new(&VOCABULARY, rows.map(|[phrase, ..]| (phrase, ())))
}

fn word(role: &str, operation: &str) -> Word {
    match role {
        "verb" => Word::Verb(match operation {
            "replace" => Operation::Replace,
            "insert" => Operation::Insert,
            "repeal" => Operation::Repeal,
            "rename" => Operation::Rename,
            other => panic!("no verb does {other:?}"),
        }),
        "by" => Word::By,
        "after" => Word::After,
        "before" => Word::Before,
        "wording" => Word::Wording,
        "title" => Word::Title,
        "words" => Word::Words,
        "part" => Word::Part,
        "passive" => Word::Passive,
        "according" => Word::According,
        "not" => Word::Not,
        "into" => Word::Into,
        "end" => Word::End,
        "except" => Word::Except,
        "case" => Word::Case,
        "row" => Word::Row,
        "matter" => Word::Matter,
        "lead" => Word::Lead,
        "nothing" => Word::Nothing,
        other => panic!("no word of an instruction is {other:?}"),
    }
}
