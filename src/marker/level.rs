//! The levels of a document's structure, and the words that name them.

use once_cell::sync::Lazy;
use std::fmt;

use crate::reading::Phrases;
use crate::tables::{LEVELS, VOCABULARY};

/// A level of structure, from the largest to the smallest (the order of `Ord`).
///
/// The order of parts to points is that of Luật Ban hành văn bản quy phạm pháp luật
/// (64/2025/QH15); annexes and forms stand above it because they are divided like documents of
/// their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Level {
    /// *Phụ lục*; in an outline also an attached regulation (*Quy chế ban hành kèm theo …*).
    Annex,
    /// *Mẫu số*.
    Form,
    /// *Phần*.
    Part,
    /// *Chương*.
    Chapter,
    /// *Mục*.
    Section,
    /// *Tiểu mục*.
    Subsection,
    /// *Điều*.
    Article,
    /// *khoản*: `1.` within an article.
    Clause,
    /// *điểm*: `a)` within a clause or an article.
    Point,
    /// *tiết*, also *tiểu điểm*.
    Subpoint,
    /// *đoạn*.
    Paragraph,
    /// *gạch đầu dòng thứ …*: an item that is marked with a dash.
    Indent,
    /// *câu*.
    Sentence,
}

impl Level {
    /// Every level, the largest first.
    pub const ALL: [Level; 13] = [
        Level::Annex,
        Level::Form,
        Level::Part,
        Level::Chapter,
        Level::Section,
        Level::Subsection,
        Level::Article,
        Level::Clause,
        Level::Point,
        Level::Subpoint,
        Level::Paragraph,
        Level::Indent,
        Level::Sentence,
    ];

    /// Position in the hierarchy, 0 the outermost.
    pub(crate) const fn rank(self) -> usize {
        self as usize
    }

    /// The Vietnamese word, in the letter case in which a reference is written.
    pub const fn term(self) -> &'static str {
        match self {
            Level::Annex => "Phụ lục",
            Level::Form => "Mẫu số",
            Level::Part => "Phần",
            Level::Chapter => "Chương",
            Level::Section => "Mục",
            Level::Subsection => "Tiểu mục",
            Level::Article => "Điều",
            Level::Clause => "khoản",
            Level::Point => "điểm",
            Level::Subpoint => "tiết",
            Level::Paragraph => "đoạn",
            Level::Indent => "gạch đầu dòng thứ",
            Level::Sentence => "câu",
        }
    }

    /// The English name, as in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Level::Annex => "annex",
            Level::Form => "form",
            Level::Part => "part",
            Level::Chapter => "chapter",
            Level::Section => "section",
            Level::Subsection => "subsection",
            Level::Article => "article",
            Level::Clause => "clause",
            Level::Point => "point",
            Level::Subpoint => "subpoint",
            Level::Paragraph => "paragraph",
            Level::Indent => "indent",
            Level::Sentence => "sentence",
        }
    }

    pub(crate) fn named(name: &str) -> Level {
        let level = Level::ALL.into_iter().find(|level| level.as_str() == name);
        level.unwrap_or_else(|| panic!("no level is called {name:?}"))
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The words of `levels.tsv`.
pub(crate) static LEVEL_WORDS: Lazy<Phrases<Level>> = Lazy::new(|| {
    let rows = LEVELS
        .rows()
        .map(|[words, level]| (words, Level::named(level)));
    Phrases::new(&VOCABULARY, rows)
});
