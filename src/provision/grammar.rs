//! The grammar of pinpoint references.
//!
//! ```text
//! chain  = phrase { joint phrase }             các điểm a, b khoản 2, khoản 3 và Điều 7
//! phrase = term { tight term }                 các điểm a, b khoản 2
//! term   = ["các"] level labels | level "này"  các điểm a, b
//! labels = label { ("," | "và" | "đến") label }
//! ```
//!
//! Terms that stand side by side belong together; a comma or *và* begins another phrase. What a
//! phrase leaves unsaid is filled in afterwards, in [`super::resolve`].

use super::label::{self, Gap, Label};
use super::level::{self, Case, Level, LevelWord};
use super::{ProvisionWarning, context};
use crate::error::ParseError;
use crate::text::cursor::Cursor;

/// A level and its labels.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) level: Level,
    /// Empty when the text says *này*.
    pub(super) labels: Vec<String>,
    /// See [`Label::sure`].
    pub(super) sure: bool,
}

/// Terms that stand side by side.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) terms: Vec<Term>,
    /// What stands between this phrase and the one before.
    pub(super) joint: Joint,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What stands between two terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// Nothing, or *của*, *tại*: the terms belong together.
    Tight,
    /// A comma: a list, or a stray one within a phrase.
    Comma,
    /// *và*, *hoặc*, a semicolon: a list.
    And,
    /// *đến*: from one phrase to another.
    Range,
}

/// What was read from one place of a text.
#[derive(Debug)]
pub(super) struct Chain {
    pub(super) phrases: Vec<Phrase>,
    /// The level that *này* points to: the chain ends with it.
    pub(super) this: Option<Level>,
    pub(super) warnings: Vec<ProvisionWarning>,
    /// How far was read; searching goes on from here.
    pub(super) end: usize,
}

/// Reads the chain that begins at byte `start`.
pub(super) fn chain(text: &str, start: usize) -> Result<Chain, ParseError> {
    let mut cursor = Cursor::new(text, start);
    let mut warnings = Vec::new();
    let plural = plural(&mut cursor);
    let first = term(&mut cursor, text, plural, true, &mut warnings)?;
    let mut this = first.labels.is_empty().then_some(first.level);
    let mut phrases = vec![Phrase {
        terms: vec![first],
        joint: Joint::Tight,
        start,
        end: cursor.pos(),
    }];
    while this.is_none() {
        let mut ahead = cursor;
        let Some(joint) = joint(&mut ahead) else {
            break;
        };
        let open = phrases.last_mut().expect("a chain begins with a phrase");
        let begin = ahead.pos();
        let mut plural = plural_or_from(&mut ahead);
        plural |= joint == Joint::Range;
        let fresh = joint != Joint::Tight;
        let Ok(term) = term(&mut ahead, text, plural, fresh, &mut warnings) else {
            break;
        };
        if context::breaks_off(text, cursor.pos(), begin, ahead.pos(), open, &term) {
            break;
        }
        if term.labels.is_empty() {
            this = Some(term.level);
        }
        if joint == Joint::Range {
            warnings.push(ProvisionWarning::OnlyEnds);
        }
        if joint == Joint::Tight && continues(open, term.level) {
            open.terms.push(term);
            open.end = ahead.pos();
        } else {
            phrases.push(Phrase {
                terms: vec![term],
                // Two phrases without a sign between them are two members of a list.
                joint: if fresh { joint } else { Joint::And },
                start: begin,
                end: ahead.pos(),
            });
        }
        cursor = ahead;
    }
    Ok(Chain {
        phrases,
        this,
        warnings,
        end: cursor.pos(),
    })
}

/// Whether a term of `level` goes on in the direction (small to large, or large to small) in
/// which `phrase` has begun.
fn continues(phrase: &Phrase, level: Level) -> bool {
    let last = phrase.terms[phrase.terms.len() - 1].level;
    match phrase.terms.len() {
        1 => level != last,
        n if phrase.terms[n - 2].level > last => level < last,
        _ => level > last,
    }
}

/// Reads one term. `fresh`: it begins a phrase, so that a range may repeat the level word.
fn term(
    cursor: &mut Cursor<'_>,
    text: &str,
    plural: bool,
    fresh: bool,
    warnings: &mut Vec<ProvisionWarning>,
) -> Result<Term, ParseError> {
    let missing = |at: usize, what| ParseError::new(text, at, what);
    let mut ahead = *cursor;
    let word = level_word(&mut ahead)
        .ok_or_else(|| missing(cursor.pos(), "điểm, khoản, Điều or another level"))?;
    if plural {
        // "các điều từ Điều 1 đến Điều 11", "các điểm: a, b"
        ahead.eat(':');
        let mut inner = ahead;
        inner.space_or_break();
        let from = inner.phrase("từ") && inner.space_or_break();
        if from {
            ahead = inner;
        }
        if from && level_word(&mut inner).is_some_and(|again| again.level == word.level) {
            ahead = inner;
        }
    }
    ahead.space_or_break();
    if ahead.phrase("này") {
        *cursor = ahead;
        return Ok(Term {
            level: word.level,
            labels: Vec::new(),
            sure: true,
        });
    }
    let at = ahead.pos();
    let first = label::read(&mut ahead, word.level, word.case, None)
        .filter(|label| !context::is_quantity(ahead, label, false))
        .ok_or_else(|| missing(at, "the label of a unit"))?;
    let sure = first.sure;
    let labels = labels(&mut ahead, word, first, fresh, warnings);
    *cursor = ahead;
    Ok(Term {
        level: word.level,
        labels,
        sure,
    })
}

/// Reads the labels that follow `first`.
fn labels(
    cursor: &mut Cursor<'_>,
    word: LevelWord,
    first: Label,
    fresh: bool,
    warnings: &mut Vec<ProvisionWarning>,
) -> Vec<String> {
    let mut labels = vec![first.text.clone()];
    let mut last = first;
    loop {
        close_marker(cursor);
        let mut ahead = *cursor;
        let range = range_sign(&mut ahead);
        if !range && !list_sign(&mut ahead) {
            return labels;
        }
        if range {
            // "từ khoản 1 đến khoản 5"; but "khoản 2 Điều 5 đến Điều 9" runs from the khoản.
            let mut repeated = ahead;
            let again = level_word(&mut repeated).is_some_and(|again| again.level == word.level);
            if again && fresh && repeated.space_or_break() {
                ahead = repeated;
            }
        }
        let next = label::read(&mut ahead, word.level, word.case, Some(&last));
        let Some(next) =
            next.filter(|next| last.lists_with(next) && !context::is_quantity(ahead, next, true))
        else {
            return labels;
        };
        if range {
            match label::between(&last, &next) {
                Ok(between) => labels.extend(between),
                Err(gap) => {
                    warnings.push(match gap {
                        Gap::TooLong => ProvisionWarning::RangeTooLong,
                        Gap::Unknown => ProvisionWarning::OnlyEnds,
                    });
                    labels.push(next.text.clone());
                }
            }
        } else {
            labels.push(next.text.clone());
        }
        *cursor = ahead;
        last = next;
    }
}

/// Reads a level word as a whole word.
fn level_word(cursor: &mut Cursor<'_>) -> Option<LevelWord> {
    let word = level::read(cursor.rest())?;
    let end = Cursor::new(cursor.rest(), word.len);
    if end.peek().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut left = word.len;
    while left > 0 {
        left -= cursor.eat_if(|_| true).map_or(left, char::len_utf8);
    }
    Some(word)
}

/// Skips the bracket of a marker that was quoted with it, as in `điểm a) khoản 2`, when the
/// reference goes on behind it.
fn close_marker(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    if !ahead.eat(')') {
        return;
    }
    let mut next = ahead;
    let goes_on = match joint(&mut next) {
        Some(Joint::Tight) => level_word(&mut next).is_some(),
        Some(_) => {
            let level = level_word(&mut next).is_some();
            level || {
                next.eat_while(char::is_alphanumeric);
                next.eat(')')
            }
        }
        None => false,
    };
    if goes_on {
        *cursor = ahead;
    }
}

/// Reads what may stand between two terms.
fn joint(cursor: &mut Cursor<'_>) -> Option<Joint> {
    const LIST: &[(&str, Joint)] = &[
        ("và", Joint::And),
        ("hoặc", Joint::And),
        ("hay", Joint::And),
        ("cùng", Joint::And),
        ("đến hết", Joint::Range),
        ("đến", Joint::Range),
        ("tới", Joint::Range),
    ];
    const WITHIN: &[(&str, ())] = &[
        ("của", ()),
        ("tại", ()),
        ("thuộc", ()),
        ("trong", ()),
        ("ở", ()),
    ];
    let mut ahead = *cursor;
    let mut spaced = ahead.space_or_break();
    let mut joint = Joint::Tight;
    if ahead.eat(',') {
        joint = Joint::Comma;
        spaced = ahead.space_or_break();
    } else if ahead.eat(';') {
        joint = Joint::And;
        spaced = ahead.spaces();
    } else if spaced && ahead.eat_if(|c| "-–".contains(c)).is_some() {
        joint = Joint::Comma;
        spaced = ahead.spaces();
    }
    if ahead.phrase("và/hoặc") {
        joint = Joint::And;
        spaced = ahead.space_or_break();
    } else if let Some(list) = ahead.any_phrase(LIST) {
        joint = list;
        spaced = ahead.space_or_break();
    }
    if ahead.any_phrase(WITHIN).is_some() {
        spaced = ahead.space_or_break();
    }
    if !spaced && joint == Joint::Tight {
        return None;
    }
    *cursor = ahead;
    Some(joint)
}

/// Reads a comma, a semicolon or *và* between two labels.
fn list_sign(cursor: &mut Cursor<'_>) -> bool {
    const WORDS: &[(&str, ())] = &[("và/hoặc", ()), ("và", ()), ("hoặc", ()), ("hay", ())];
    let mut ahead = *cursor;
    ahead.space_or_break();
    let mut any = ahead.eat_if(|c| c == ',' || c == ';').is_some();
    ahead.space_or_break();
    if ahead.any_phrase(WORDS).is_some() {
        any = ahead.space_or_break();
    }
    if any {
        *cursor = ahead;
    }
    any
}

/// Reads *đến* or a dash between two labels.
fn range_sign(cursor: &mut Cursor<'_>) -> bool {
    const WORDS: &[(&str, ())] = &[("đến hết", ()), ("đến", ()), ("tới", ())];
    let mut ahead = *cursor;
    ahead.space_or_break();
    let any = if ahead.any_phrase(WORDS).is_some() {
        ahead.space_or_break()
    } else {
        let dash = ahead.eat_if(|c| "-–—".contains(c)).is_some();
        ahead.spaces();
        dash
    };
    if any {
        *cursor = ahead;
    }
    any
}

/// Reads *các*.
fn plural(cursor: &mut Cursor<'_>) -> bool {
    const WORDS: &[(&str, ())] = &[("các", ()), ("những", ())];
    let mut ahead = *cursor;
    if ahead.any_phrase(WORDS).is_some() && ahead.space_or_break() {
        *cursor = ahead;
        return true;
    }
    false
}

/// Reads *các* and *từ* before a further term.
fn plural_or_from(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    if ahead.phrase("từ") && ahead.space_or_break() {
        *cursor = ahead;
    }
    plural(cursor)
}
