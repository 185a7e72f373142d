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

use std::borrow::Cow;

use super::label::{self, Label};
use super::level::{self, LevelWord};
use super::order::{self, Gap};
use super::{ProvisionWarning, context};
use crate::error::ParseError;
use crate::marker::Level;
use crate::tables::Tables;
use crate::text::cursor::Cursor;

/// A level and its labels.
#[derive(Debug)]
pub(super) struct Term<'t> {
    pub(super) level: Level,
    /// Empty when the text says *này*.
    pub(super) labels: Vec<Cow<'t, str>>,
    /// See [`Label::sure`].
    pub(super) sure: bool,
}

/// Terms that stand side by side.
#[derive(Debug)]
pub(super) struct Phrase<'t> {
    pub(super) terms: Vec<Term<'t>>,
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
pub(super) struct Chain<'t> {
    pub(super) phrases: Vec<Phrase<'t>>,
    /// The level that *này* points to: the chain ends with it.
    pub(super) this: Option<Level>,
    pub(super) warnings: Vec<ProvisionWarning>,
    /// How far was read; searching goes on from here.
    pub(super) end: usize,
}

/// Reads the chain that begins at byte `start`.
pub(super) fn chain<'t>(
    text: &'t str,
    start: usize,
    tables: &Tables,
) -> Result<Chain<'t>, ParseError> {
    let mut reader = Reader {
        text,
        warnings: Vec::new(),
        room: MOST_LABELS,
    };
    let mut cursor = Cursor::new(text, start);
    let plural = plural(&mut cursor);
    let first = reader.term(&mut cursor, plural, true)?;
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
        let begin = ahead.pos();
        let plural = from_plural(&mut ahead) || joint == Joint::Range;
        let fresh = joint != Joint::Tight;
        let Ok(term) = reader.term(&mut ahead, plural, fresh) else {
            break;
        };
        let open = phrases.last_mut().expect("a chain begins with a phrase");
        if context::breaks_off(text, cursor.pos(), begin, ahead.pos(), open, &term, tables) {
            break;
        }
        if term.labels.is_empty() {
            this = Some(term.level);
        }
        if joint == Joint::Range {
            reader.warn(ProvisionWarning::OnlyEnds);
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
        warnings: reader.warnings,
        end: cursor.pos(),
    })
}

/// Whether a term of `level` goes on in the direction (small to large, or large to small) in
/// which `phrase` has begun.
fn continues(phrase: &Phrase<'_>, level: Level) -> bool {
    match phrase.terms[..] {
        // Old texts also call a step below a point "mục": "mục 1 điểm a khoản 2 Điều 4".
        [ref first, ref last] if first.level == Level::Section => {
            level != first.level && level != last.level
        }
        // … and a mục may divide an article: "khoản 7 mục III Điều 1".
        [.., ref last] if last.level == Level::Section && level == Level::Article => true,
        [.., ref before, ref last] if before.level > last.level => level < last.level,
        [.., _, ref last] => level > last.level,
        [ref only] => level != only.level,
        [] => true,
    }
}

/// More labels than this are not written out for one chain; see also the limit on targets.
const MOST_LABELS: usize = 1_000;

/// What all terms of a chain share.
struct Reader<'t> {
    text: &'t str,
    warnings: Vec<ProvisionWarning>,
    /// How many labels ranges may still yield.
    room: usize,
}

impl<'t> Reader<'t> {
    fn warn(&mut self, warning: ProvisionWarning) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// Reads one term. `fresh`: it begins a phrase, so that a range may repeat the level word.
    fn term(
        &mut self,
        cursor: &mut Cursor<'t>,
        plural: bool,
        fresh: bool,
    ) -> Result<Term<'t>, ParseError> {
        let missing = |at: usize, what| ParseError::new(self.text, at, what);
        let mut ahead = *cursor;
        let level = level_word(&mut ahead)
            .ok_or_else(|| missing(cursor.pos(), "điểm, khoản, Điều or another level"))?;
        if plural {
            // "các điều từ Điều 1 đến Điều 11", "các điểm: a, b"
            ahead.eat(':');
            let mut inner = ahead;
            inner.space_or_break();
            if word(&mut inner, &["từ"]) && inner.space_or_break() {
                ahead = inner;
                if level_word(&mut inner).is_some_and(|again| again.level == level.level) {
                    ahead = inner;
                }
            }
        }
        let mut line = ahead;
        line.spaces();
        let wrapped = line.peek() == Some('\n');
        ahead.space_or_break();
        if word(&mut ahead, &["này"]) {
            *cursor = ahead;
            return Ok(Term {
                level: level.level,
                labels: Vec::new(),
                sure: true,
            });
        }
        let at = ahead.pos();
        let first = label::read(&mut ahead, level.level, level.case, None)
            .filter(|label| !context::is_quantity(ahead, label, false))
            // The marker of the next paragraph: "hạn mức thanh khoản ⏎ 1. Việc quản lý …"
            .filter(|_| !(wrapped && ahead.rest().starts_with(['.', ')'])))
            .ok_or_else(|| missing(at, "the label of a unit"))?;
        let sure = first.sure;
        let labels = self.labels(&mut ahead, level, first, fresh);
        *cursor = ahead;
        Ok(Term {
            level: level.level,
            labels,
            sure,
        })
    }

    /// Reads the labels that follow `first`.
    fn labels(
        &mut self,
        cursor: &mut Cursor<'t>,
        level: LevelWord,
        first: Label<'t>,
        fresh: bool,
    ) -> Vec<Cow<'t, str>> {
        let mut labels = vec![first.text.clone()];
        let mut last = first;
        loop {
            if last.is_letter() {
                close_marker(cursor);
            }
            let mut ahead = *cursor;
            let range = range_sign(&mut ahead);
            if !range && !list_sign(&mut ahead) {
                return labels;
            }
            if range && fresh {
                // "từ khoản 1 đến khoản 5"; "khoản 2 Điều 5 đến Điều 9" runs from the khoản.
                let mut inner = ahead;
                let again = level_word(&mut inner).is_some_and(|again| again.level == level.level);
                if again && inner.space_or_break() {
                    ahead = inner;
                }
            }
            let Some(next) = label::read(&mut ahead, level.level, level.case, Some(&last)) else {
                return labels;
            };
            let between = &cursor.rest()[..ahead.pos() - cursor.pos()];
            let next_item = ahead.rest().starts_with(')') && between.contains('\n');
            if next_item || !last.lists_with(&next) || context::is_quantity(ahead, &next, true) {
                return labels;
            }
            if range {
                match order::between(&last, &next, self.room) {
                    Ok(between) => {
                        self.room = self.room.saturating_sub(between.len());
                        labels.extend(between);
                    }
                    Err(gap) => {
                        self.warn(match gap {
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
}

/// Reads a level word as a whole word.
fn level_word(cursor: &mut Cursor<'_>) -> Option<LevelWord> {
    let word = level::read(cursor.rest())?;
    // A digit may be glued to it: "khoản16".
    if cursor.rest()[word.len..].starts_with(char::is_alphabetic) {
        return None;
    }
    cursor.advance(word.len);
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
    let mut ahead = *cursor;
    let mut spaced = ahead.space_or_break();
    let wrapped = cursor.rest()[..ahead.pos() - cursor.pos()].contains('\n');
    let mut joint = Joint::Tight;
    if ahead.eat(',') {
        joint = Joint::Comma;
        spaced = ahead.space_or_break();
    } else if ahead.eat(';') {
        // Behind a semicolon at the end of a line stands the next item of a list.
        joint = Joint::And;
        spaced = ahead.spaces();
    } else if spaced && !wrapped && ahead.eat_if(|c| "-–".contains(c)).is_some() {
        spaced = ahead.spaces();
    }
    if word(&mut ahead, &["và", "hoặc", "hay", "cùng"]) {
        and_or(&mut ahead);
        joint = Joint::And;
        spaced = ahead.space_or_break();
    } else if to(&mut ahead) {
        joint = Joint::Range;
        spaced = ahead.space_or_break();
    }
    if word(&mut ahead, &["của", "tại", "thuộc", "trong", "ở"]) {
        spaced = ahead.space_or_break();
        // "khoản 1 của một trong các Điều 249, 250"
        let mut one = ahead;
        if context::exact(&mut one, "một trong") && one.space_or_break() {
            ahead = one;
        }
    }
    if !spaced && joint == Joint::Tight {
        return None;
    }
    *cursor = ahead;
    Some(joint)
}

/// Reads a comma, a semicolon or *và* between two labels.
fn list_sign(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.space_or_break();
    let mut any = false;
    if ahead.eat(';') {
        any = true;
        ahead.spaces();
    } else {
        any |= ahead.eat(',');
        ahead.space_or_break();
    }
    if word(&mut ahead, &["và", "hoặc", "hay"]) {
        and_or(&mut ahead);
        any = ahead.space_or_break();
    }
    if any {
        *cursor = ahead;
    }
    any
}

/// Reads *đến* or a dash between two labels.
fn range_sign(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.space_or_break();
    let any = if to(&mut ahead) {
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

/// Reads *đến*, *đến hết*, *tới*.
fn to(cursor: &mut Cursor<'_>) -> bool {
    if !word(cursor, &["đến", "tới"]) {
        return false;
    }
    let mut ahead = *cursor;
    if ahead.spaces() && word(&mut ahead, &["hết"]) {
        *cursor = ahead;
    }
    true
}

/// Reads the rest of *và/hoặc*.
fn and_or(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    if ahead.eat('/') && word(&mut ahead, &["hoặc"]) {
        *cursor = ahead;
    }
}

/// Reads *các*.
fn plural(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    if word(&mut ahead, &["các", "những"]) && ahead.space_or_break() {
        *cursor = ahead;
        return true;
    }
    false
}

/// Reads *từ* and *các* before a further term.
fn from_plural(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    if word(&mut ahead, &["từ"]) && ahead.space_or_break() {
        *cursor = ahead;
    }
    plural(cursor)
}

/// Reads one of `words`, which are written in lower case, as a whole word. Only in headings
/// do such words stand in capitals; there the slower comparison is used.
fn word(cursor: &mut Cursor<'_>, words: &[&str]) -> bool {
    let capitals = cursor
        .rest()
        .chars()
        .take(2)
        .all(|c| c.is_uppercase() || !c.is_alphabetic());
    words.iter().any(|word| {
        if capitals {
            cursor.phrase(word)
        } else {
            context::exact(cursor, word)
        }
    })
}
