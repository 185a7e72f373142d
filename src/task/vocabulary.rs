//! The words that lists and assignments are recognised by; the table is `task_words.tsv`.

use std::cmp::Reverse;

use once_cell::sync::Lazy;

pub(super) use super::words::Class;
use crate::tables::TASK_WORDS;
use crate::text::cursor::Cursor;
use crate::text::fold;

/// The table by class and by [`onset`] of the phrases, longer ones first.
struct Table {
    entries: Vec<&'static str>,
    /// Where the entries of a class and onset begin; those of the next one end them.
    starts: Vec<u16>,
}

/// How many onsets are told apart.
pub(super) const ONSETS: usize = 256;

/// A number for the first three letters of a text, the same for every spelling that
/// [`fold::prefix`] takes for one: case and tone marks do not count, and what is no letter ends
/// the word. Texts of different letters may share a number.
pub(super) fn onset(text: &str) -> usize {
    let mut number = 0usize;
    for c in text.chars().take(3) {
        // The letters of Vietnamese; others need not be told from signs.
        let letter = match c {
            'a'..='z' | 'A'..='Z' => c.to_ascii_lowercase(),
            '\u{C0}'..='\u{1B0}' | '\u{1EA0}'..='\u{1EF9}' => fold::split_tone(c).0,
            _ => break,
        };
        number = number * 37 + letter as usize;
    }
    number % ONSETS
}

static TABLE: Lazy<Table> = Lazy::new(|| {
    let entry = |[class, words]: [&'static str; 2]| {
        let class = Class::named(class)?;
        let slot = class as usize * ONSETS + onset(words);
        Some((slot, words))
    };
    let mut entries: Vec<(usize, &str)> = TASK_WORDS.rows().filter_map(entry).collect();
    entries.sort_by_key(|(slot, words)| (*slot, Reverse(words.len())));
    let slots = (Class::NotHead as usize + 1) * ONSETS;
    let mut starts = vec![0u16; slots + 1];
    for (slot, _) in &entries {
        starts[slot + 1] += 1;
    }
    for slot in 0..slots {
        starts[slot + 1] += starts[slot];
    }
    let entries = entries.into_iter().map(|(_, words)| words).collect();
    Table { entries, starts }
});

/// Whether `text` could begin with `phrase` (in lower case): false as soon as two ASCII letters
/// differ, so that most phrases need no whole comparison. From the first other difference on
/// (a capital with a mark, a tone mark put elsewhere) only the whole comparison can tell.
pub(super) fn may_begin(text: &str, phrase: &str) -> bool {
    for (have, want) in text.bytes().zip(phrase.bytes()) {
        if have.to_ascii_lowercase() != want {
            let plain = have.is_ascii_alphanumeric() && want.is_ascii()
                || have.is_ascii() && want.is_ascii_alphanumeric();
            return !plain;
        }
    }
    true
}

/// [`fold::prefix`] behind a quick look.
pub(super) fn prefix(text: &str, phrase: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix(phrase) {
        let ends = !rest.starts_with(char::is_alphanumeric);
        return ends.then_some(phrase.len());
    }
    if may_begin(text, phrase) {
        fold::prefix(text, phrase)
    } else {
        None
    }
}

impl Class {
    /// Every phrase of the class.
    pub(super) fn phrases(self) -> impl Iterator<Item = &'static str> {
        let slot = self as usize * ONSETS;
        let range = TABLE.starts[slot] as usize..TABLE.starts[slot + ONSETS] as usize;
        TABLE.entries[range].iter().copied()
    }

    /// The longest phrase of the class that `text` begins with: how many bytes of the text it
    /// takes, and the phrase as the table has it.
    pub(super) fn at_start(self, text: &str) -> Option<(usize, &'static str)> {
        let slot = self as usize * ONSETS + onset(text);
        let range = TABLE.starts[slot] as usize..TABLE.starts[slot + 1] as usize;
        let mut known = TABLE.entries[range].iter().copied();
        known.find_map(|words| Some((prefix(text, words)?, words)))
    }

    /// Whether `text` begins with a phrase of the class.
    pub(super) fn starts(self, text: &str) -> bool {
        self.at_start(text).is_some()
    }

    /// Reads a phrase of the class.
    pub(super) fn eat(self, cursor: &mut Cursor<'_>) -> bool {
        self.at_start(cursor.rest())
            .is_some_and(|(_, words)| cursor.phrase(words))
    }
}

/// `text` without the whole words `words` at its end.
pub(super) fn strip_word<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let head = text.strip_suffix(words)?;
    (head.is_empty() || head.ends_with([' ', '\n', ','])).then(|| head.trim_end())
}

/// Whether `words` begin with a verb of doing: *Xây dựng …*, *tăng cường …*.
pub(super) fn begins_with_action(words: &str) -> bool {
    Class::Action.starts(words) && !Class::Noun.starts(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins() {
        assert!(begins_with_action("Giao Sở") && !begins_with_action("Giao thông"));
    }

    #[test]
    fn a_quick_look_rejects_nothing_that_fits() {
        for (text, phrase, may) in [
            ("Giao cho", "giao", true),
            ("Toà soạn", "tòa soạn", true),
            ("Tòa soạn", "toà soạn", true),
            ("Đôn đốc", "đôn đốc", true),
            ("Theo dõi", "thực hiện", true),
            ("Trình", "theo", false),
            ("Gi", "giao", true),
            ("gi ao", "giao", false),
        ] {
            assert_eq!(may_begin(text, phrase), may, "{text} / {phrase}");
        }
    }

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(TASK_WORDS.rows().count(), TABLE.entries.len());
        assert!(
            TABLE
                .entries
                .iter()
                .all(|&words| words == words.to_lowercase())
        );
    }
}
