//! The words that lists and assignments are recognised by; the tables are in `vocabulary.tsv`.

use std::cmp::Reverse;

use once_cell::sync::Lazy;

use crate::text::cursor::Cursor;
use crate::text::fold;

/// The classes of words, as they are named in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Action,
    Noun,
    Compound,
    Plural,
    Head,
    ShortHead,
    Member,
    Stop,
    NounVerb,
    Modal,
    Manner,
    Request,
    Meeting,
    Countable,
    Quality,
    Announcement,
    Topic,
    Label,
}

struct Entry {
    class: Class,
    first: char,
    words: &'static str,
}

/// Sorted by class and first character, longer phrases first.
static TABLE: Lazy<Vec<Entry>> = Lazy::new(|| {
    let rows = include_str!("vocabulary.tsv").lines();
    let entry = |row: &'static str| {
        let (class, words) = row.split_once('\t')?;
        let class = Class::named(class)?;
        let first = words.chars().next()?;
        Some(Entry {
            class,
            first,
            words,
        })
    };
    let mut table: Vec<Entry> = rows.filter_map(entry).collect();
    table.sort_by_key(|entry| (entry.class, entry.first, Reverse(entry.words.len())));
    table
});

impl Class {
    fn named(name: &str) -> Option<Class> {
        Some(match name {
            "action" => Class::Action,
            "noun" => Class::Noun,
            "compound" => Class::Compound,
            "plural" => Class::Plural,
            "head" => Class::Head,
            "short_head" => Class::ShortHead,
            "member" => Class::Member,
            "stop" => Class::Stop,
            "noun_verb" => Class::NounVerb,
            "modal" => Class::Modal,
            "manner" => Class::Manner,
            "request" => Class::Request,
            "meeting" => Class::Meeting,
            "countable" => Class::Countable,
            "quality" => Class::Quality,
            "announcement" => Class::Announcement,
            "topic" => Class::Topic,
            "label" => Class::Label,
            _ => return None,
        })
    }

    /// Every phrase of the class.
    pub(super) fn phrases(self) -> impl Iterator<Item = &'static str> {
        let from = TABLE.partition_point(|entry| entry.class < self);
        let entries = TABLE[from..]
            .iter()
            .take_while(move |entry| entry.class == self);
        entries.map(|entry| entry.words)
    }

    /// The longest phrase of the class that `text` begins with: how many bytes of the text it
    /// takes, and the phrase as the table has it.
    pub(super) fn at_start(self, text: &str) -> Option<(usize, &'static str)> {
        let first = text.chars().next()?.to_lowercase().next()?;
        let key = (self, first);
        let from = TABLE.partition_point(|entry| (entry.class, entry.first) < key);
        TABLE[from..]
            .iter()
            .take_while(|entry| (entry.class, entry.first) == key)
            .find_map(|entry| Some((fold::prefix(text, entry.words)?, entry.words)))
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

    /// `text` without the phrases of the class at its end.
    pub(super) fn strip_end(self, text: &str) -> &str {
        let mut text = text;
        while let Some(head) = self.phrases().find_map(|words| strip_word(text, words)) {
            text = head.trim_end_matches([',', ' ', '\n']);
        }
        text
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
        assert_eq!(
            Class::Request
                .at_start("Giao cho Sở")
                .map(|(_, words)| words),
            Some("giao cho")
        );
        assert!(begins_with_action("Giao Sở") && !begins_with_action("Giao thông"));
        assert_eq!(Class::Modal.strip_end("Bộ Y tế sẽ tiếp tục"), "Bộ Y tế");
    }

    #[test]
    fn every_row_of_the_table_is_read() {
        let rows = include_str!("vocabulary.tsv")
            .lines()
            .filter(|row| !row.starts_with('#'));
        assert_eq!(rows.count(), TABLE.len());
        assert!(
            TABLE
                .iter()
                .all(|entry| entry.words == entry.words.to_lowercase())
        );
    }
}
