//! The words of pinpoint references, and the hand that reads them.

use once_cell::sync::Lazy;
use std::collections::HashMap;

use crate::error::ParseError;
use crate::marker::{LEVEL_WORDS, Level};
use crate::reading::{Case, Phrases, Place, Reading};
use crate::tables::{LEVEL_COMPOUNDS, PROVISION_WORDS, VOCABULARY};
use crate::text::cursor::Cursor;
use crate::text::letters::is_alphabetic;

/// What a small word does; the classes of `provision_words.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    And,
    To,
    From,
    Plural,
    Of,
    OneOf,
    Annex,
    Passive,
    Issued,
    Along,
    By,
    This,
    Except,
    Number,
    Nth,
    First,
    Opening,
    Last,
    Syllable,
    Measure,
    Counted,
}

impl Word {
    fn named(class: &str) -> Word {
        match class {
            "and" => Word::And,
            "to" => Word::To,
            "from" => Word::From,
            "plural" => Word::Plural,
            "of" => Word::Of,
            "one_of" => Word::OneOf,
            "annex" => Word::Annex,
            "passive" => Word::Passive,
            "issued" => Word::Issued,
            "along" => Word::Along,
            "by" => Word::By,
            "this" => Word::This,
            "except" => Word::Except,
            "number" => Word::Number,
            "nth" => Word::Nth,
            "first" => Word::First,
            "opening" => Word::Opening,
            "last" => Word::Last,
            "word" => Word::Syllable,
            "measure" => Word::Measure,
            "counted" => Word::Counted,
            _ => panic!("provision_words.tsv: no class is called {class:?}"),
        }
    }
}

static WORDS: Lazy<Phrases<Word>> = Lazy::new(|| {
    let rows = PROVISION_WORDS.rows();
    Phrases::new(
        &VOCABULARY,
        rows.map(|[class, words]| (words, Word::named(class))),
    )
});

/// Syllables, and the levels (a bit each) that are none behind them.
static COMPOUNDS: Lazy<Phrases<u16>> = Lazy::new(|| {
    let rows = LEVEL_COMPOUNDS.rows().map(|[syllable, levels]| {
        let bits = levels.split(';').map(|level| bit(Level::named(level)));
        (syllable, bits.fold(0, |all, bit| all | bit))
    });
    let rows: HashMap<_, _> = rows.collect();
    Phrases::new(&VOCABULARY, rows)
});

fn bit(level: Level) -> u16 {
    1 << level.rank()
}

/// Whether the word to the left of `place` and the word for `level` behind it are one word that
/// names no level.
pub(super) fn is_compound(place: Place<'_, '_>, level: Level) -> bool {
    let spaced = place.gap().is_soft();
    let before = place.phrase_before(&COMPOUNDS);
    spaced && before.is_some_and(|(levels, _)| levels & bit(level) != 0)
}

/// Whether *các* or the like stands behind `place`.
pub(super) fn is_plural(place: Place<'_, '_>) -> bool {
    place
        .phrase(&WORDS)
        .is_some_and(|(&word, _)| word == Word::Plural)
}

/// Whether a word before `place` says that a unit of a text follows: *tại*, *của*, *theo*.
pub(super) fn is_pointed(place: Place<'_, '_>) -> bool {
    let word = place.phrase_before(&WORDS).map(|(&word, _)| word);
    place.gap().is_soft() && matches!(word, Some(Word::Of | Word::By))
}

/// The place before the words at whose end `place` stands and which leave out what follows: *trừ*.
pub(crate) fn before_except<'r, 't>(place: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let (&word, before) = place.phrase_before(&WORDS)?;
    (place.gap().is_soft() && word == Word::Except).then_some(before)
}

/// A level as a text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LevelWord {
    pub(super) level: Level,
    /// Only names of definite units are capitalised; in headings that stand in capitals the case
    /// of a label says nothing.
    pub(super) case: Case,
    /// The word is cut to its letter (*Đ. 5*, *K2*), and proves nothing alone.
    pub(super) cut: bool,
}

/// A place between two bytes that reads words by their ids, and signs and digits as they are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hand<'r, 't> {
    reading: &'r Reading<'t>,
    cursor: Cursor<'t>,
}

impl<'r, 't> Hand<'r, 't> {
    pub(super) fn new(reading: &'r Reading<'t>, at: usize) -> Self {
        Hand {
            reading,
            cursor: Cursor::new(reading.text(), at),
        }
    }

    pub(super) fn pos(&self) -> usize {
        self.cursor.pos()
    }

    pub(super) fn rest(&self) -> &'t str {
        self.cursor.rest()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.cursor.peek()
    }

    pub(super) fn eat(&mut self, sign: char) -> bool {
        self.cursor.eat(sign)
    }

    pub(super) fn eat_if(&mut self, accept: impl FnOnce(char) -> bool) -> Option<char> {
        self.cursor.eat_if(accept)
    }

    pub(super) fn eat_while(&mut self, accept: impl Fn(char) -> bool) -> &'t str {
        self.cursor.eat_while(accept)
    }

    pub(super) fn digits(&mut self) -> &'t str {
        self.cursor.digits()
    }

    pub(super) fn spaces(&mut self) -> bool {
        self.cursor.spaces()
    }

    pub(super) fn advance(&mut self, bytes: usize) {
        self.cursor.advance(bytes);
    }

    /// Whether `sign` stands in front of it.
    pub(super) fn is_behind(&self, sign: char) -> bool {
        self.cursor.previous() == Some(sign)
    }

    /// Whether a digit stands right before.
    pub(super) fn is_behind_digit(&self) -> bool {
        self.cursor.previous().is_some_and(|c| c.is_ascii_digit())
    }

    /// That something is missing here.
    pub(super) fn error(&self, missing: &'static str) -> ParseError {
        ParseError::new(self.reading.text(), self.pos(), missing)
    }

    /// What was read since `start`.
    pub(super) fn since(&self, start: Self) -> &'t str {
        &start.rest()[..self.pos() - start.pos()]
    }

    /// Reads with `read`, and moves only if it reads.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let value = read(&mut ahead)?;
        *self = ahead;
        Some(value)
    }

    /// The place in front of the word that begins right here.
    pub(super) fn place(&self) -> Option<Place<'r, 't>> {
        // Most often a digit or a sign stands here.
        if !is_alphabetic(self.peek()?) {
            return None;
        }
        let place = self.reading.place_at(self.pos());
        (place.start() == self.pos()).then_some(place)
    }

    /// Moves behind the word to the left of `place`.
    pub(super) fn go_to(&mut self, place: Place<'r, 't>) {
        self.cursor = Cursor::new(self.reading.text(), place.end());
    }

    /// Reads a small word of `class`.
    pub(super) fn word(&mut self, class: Word) -> bool {
        self.attempt(|hand| {
            let place = hand.place()?;
            let (&found, behind) = place.phrase(&WORDS)?;
            // *10 ngày* is an amount, *khoản 10 Luật …* is none.
            let small = !matches!(class, Word::Measure | Word::Counted)
                || !place.reading().case(place.index()).is_capital();
            (found == class && small).then(|| hand.go_to(behind))
        })
        .is_some()
    }

    /// Reads a small word of `class` and the space behind it.
    pub(super) fn word_and_space(&mut self, class: Word) -> bool {
        self.attempt(|hand| (hand.word(class) && hand.spaces()).then_some(()))
            .is_some()
    }

    /// Reads a level word as a whole word; a digit may be glued to it (*khoản16*).
    pub(super) fn level(&mut self) -> Option<LevelWord> {
        self.attempt(|hand| {
            let place = hand.place()?;
            if let Some((&level, behind)) = place.phrase(&LEVEL_WORDS) {
                let case = place.reading().case(place.index());
                hand.go_to(behind);
                return Some(LevelWord {
                    level,
                    case,
                    cut: false,
                });
            }
            hand.cut_level()
        })
    }

    /// *Đ. 5*, *Đ5*, *K2*: only with a number behind it.
    fn cut_level(&mut self) -> Option<LevelWord> {
        let level = match self.eat_if(|c| matches!(c, 'Đ' | 'K'))? {
            'K' => Level::Clause,
            _ => Level::Article,
        };
        if self.eat('.') {
            self.spaces();
        }
        self.peek()?.is_ascii_digit().then_some(LevelWord {
            level,
            case: Case::Title,
            cut: true,
        })
    }
}
