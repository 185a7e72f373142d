//! The grammar of pinpoint references.
//!
//! ```text
//! chain  = phrase { joint phrase } [except]    các điểm a, b khoản 2, khoản 3 và Điều 7
//! phrase = term { tight term }                 các điểm a, b khoản 2
//! term   = ["các"] level labels | level "này"  các điểm a, b
//! labels = label { ("," | "và" | "đến") label }
//! except = [","] ["("] "trừ" chain [")"]       (trừ điểm b)
//! ```
//!
//! Terms that stand side by side belong together; a comma or *và* begins another phrase. What a
//! phrase leaves unsaid is filled in afterwards, in [`super::resolve`].

use smallvec::{SmallVec, smallvec};

use super::ProvisionWarning;
use super::label::{self, Gap, Label, is_quantity};
use super::targets::{Labelled, Labels};
use super::words::{Hand, LevelWord, Word};
use crate::error::ParseError;
use crate::marker::Level;

/// A level and its labels.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) level: Level,
    /// Empty when the text says *này*.
    pub(super) labels: Labels,
    /// See [`Label::sure`].
    pub(super) sure: bool,
}

/// Terms that stand side by side.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) terms: SmallVec<[Term; 2]>,
    /// What stands between this phrase and the one before.
    pub(super) joint: Joint,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The phrases that are left out of it.
    pub(super) except: Vec<Phrase>,
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

/// One is nearly all that a chain has.
pub(super) type Phrases = SmallVec<[Phrase; 1]>;

/// What was read from one place of a text.
#[derive(Debug)]
pub(super) struct Chain {
    pub(super) phrases: Phrases,
    /// The level that *này* points to: the chain ends with it.
    pub(super) this: Option<Level>,
    pub(super) warnings: Vec<ProvisionWarning>,
    /// How far was read; searching goes on from here.
    pub(super) end: usize,
}

impl Chain {
    /// The same in parts: behind a phrase that names an article another one begins where `parts` says so of the bytes
    /// where one ends and the next begins. Behind a colon a semicolon may lead on to another act: *Bộ luật Dân sự: Điều
    /// 463, Điều 466; Điều 26 Nghị quyết số …*.
    pub(super) fn parted(mut self, parts: impl Fn(usize, usize) -> bool) -> SmallVec<[Chain; 1]> {
        let mut parted: SmallVec<[Chain; 1]> = SmallVec::new();
        let begins = |before: &Phrase, next: &Phrase| {
            let whole = before.terms.iter().any(|term| term.level == Level::Article);
            whole && parts(before.end, next.start)
        };
        while let Some(at) =
            (1..self.phrases.len()).find(|&at| begins(&self.phrases[at - 1], &self.phrases[at]))
        {
            let rest = self.phrases.drain(at..).collect();
            let first = std::mem::replace(&mut self.phrases, rest);
            parted.push(Chain {
                end: first[first.len() - 1].end,
                phrases: first,
                this: None,
                warnings: self.warnings.clone(),
            });
        }
        parted.push(self);
        parted
    }
}

/// Reads the chain that begins at `start`.
pub(super) fn chain(start: Hand<'_, '_>) -> Result<Chain, ParseError> {
    let mut reader = Reader::default();
    let (phrases, this, hand) = reader.phrases(start, true)?;
    Ok(Chain {
        phrases,
        this,
        warnings: reader.warnings,
        end: hand.pos(),
    })
}

/// What all terms of a chain share.
#[derive(Default)]
struct Reader {
    warnings: Vec<ProvisionWarning>,
    /// A bracket is open: the next closing one is its own.
    bracketed: bool,
}

/// A term, and those below it that stand in brackets behind its label.
type Terms = (Term, Vec<Term>);

impl Reader {
    fn warn(&mut self, warning: ProvisionWarning) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// Reads phrases up to one that says *này*. `outermost`: something may be left out of them.
    fn phrases<'r, 't>(
        &mut self,
        start: Hand<'r, 't>,
        outermost: bool,
    ) -> Result<(Phrases, Option<Level>, Hand<'r, 't>), ParseError> {
        let mut hand = start;
        let plural = hand.word_and_space(Word::Plural);
        let first = self.term(&mut hand, plural, true)?;
        let mut this = first.0.labels.is_empty().then_some(first.0.level);
        let first = Phrase::new(first, Joint::Tight, start.pos(), hand.pos());
        let mut phrases: Phrases = smallvec![first];
        loop {
            let open = phrases.last_mut().expect("a chain begins with a phrase");
            if outermost && self.except(&mut hand, open) {
                continue;
            }
            if this.is_some() {
                break;
            }
            let mut ahead = hand;
            let Some(joint) = joint(&mut ahead) else {
                break;
            };
            let begin = ahead.pos();
            let plural = from_plural(&mut ahead) || joint == Joint::Range;
            let fresh = joint != Joint::Tight;
            let Ok(term) = self.term(&mut ahead, plural, fresh) else {
                break;
            };
            if term.0.labels.is_empty() {
                this = Some(term.0.level);
            }
            if joint == Joint::Range {
                self.warn(ProvisionWarning::OnlyEnds);
            }
            // "khoản 3 (trừ điểm c) Điều 8": behind the bracket the phrase goes on.
            let goes_on = open.except.is_empty() || hand.is_behind(')');
            if joint == Joint::Tight && goes_on && open.goes_on_with(term.0.level) {
                open.add(term);
                open.end = ahead.pos();
            } else {
                // Two phrases without a sign between them are two members of a list.
                let joint = if fresh { joint } else { Joint::And };
                phrases.push(Phrase::new(term, joint, begin, ahead.pos()));
            }
            hand = ahead;
        }
        Ok((phrases, this, hand))
    }

    /// Reads what is left out of `phrase`: *(trừ điểm b)*, *, trừ khoản 3*.
    fn except(&mut self, hand: &mut Hand<'_, '_>, phrase: &mut Phrase) -> bool {
        let mut ahead = *hand;
        ahead.eat(',');
        if !ahead.spaces() {
            return false;
        }
        let bracketed = ahead.eat('(');
        if !ahead.word_and_space(Word::Except) {
            return false;
        }
        self.bracketed = bracketed;
        let read = self.phrases(ahead, false);
        self.bracketed = false;
        let Ok((phrases, None, mut ahead)) = read else {
            return false;
        };
        if bracketed && !ahead.eat(')') {
            return false;
        }
        phrase.except.extend(phrases);
        phrase.end = ahead.pos();
        *hand = ahead;
        true
    }

    /// Reads one term. `fresh`: it begins a phrase, so that a range may repeat the level word.
    fn term(
        &mut self,
        hand: &mut Hand<'_, '_>,
        plural: bool,
        fresh: bool,
    ) -> Result<Terms, ParseError> {
        let mut ahead = *hand;
        let missing = |hand: Hand<'_, '_>, what| hand.error(what);
        let mut word = ahead
            .level()
            .ok_or_else(|| missing(*hand, "điểm, khoản, Điều or another level"))?;
        if plural {
            // "các điều từ Điều 1 đến Điều 11", "các điểm: a, b"
            ahead.eat(':');
            let mut inner = ahead;
            inner.spaces();
            if inner.word_and_space(Word::From) {
                ahead = inner;
                if inner.level().is_some_and(|again| again.level == word.level) {
                    ahead = inner;
                }
            }
        }
        ahead.spaces();
        if ahead.word(Word::This) {
            *hand = ahead;
            return Ok((Term::new(word.level, Labels::None, true), Vec::new()));
        }
        let at = ahead;
        // "câu mũ", "phần mở đầu": what a unit says in front of the units in it is its first paragraph.
        let opening = matches!(word.level, Level::Part | Level::Sentence);
        if opening && at.clone().word(Word::Opening) {
            word.level = Level::Paragraph;
        }
        let first = label::read(&mut ahead, word, None)
            .filter(|label| !is_quantity(ahead, label, false))
            .ok_or_else(|| missing(at, "the label of a unit"))?;
        let sure = first.sure;
        let below = label::nested(&mut ahead, word.level);
        let terms = below
            .into_iter()
            .map(|(level, label)| Term::new(level, Labels::One(label.labelled()), label.sure));
        let terms: Vec<Term> = terms.collect();
        let labels = match terms.is_empty() {
            true => self.labels(&mut ahead, word, first, fresh),
            false => Labels::One(first.labelled()),
        };
        *hand = ahead;
        Ok((Term::new(word.level, labels, sure), terms))
    }

    /// Reads the labels that follow `first`.
    fn labels<'t>(
        &mut self,
        hand: &mut Hand<'_, 't>,
        word: LevelWord,
        first: Label<'t>,
        fresh: bool,
    ) -> Labels {
        let mut labels: SmallVec<[Labelled; 4]> = smallvec![first.labelled()];
        let mut last = first;
        loop {
            if last.is_letter() && !self.bracketed {
                close_marker(hand);
            }
            let mut ahead = *hand;
            let range = range_sign(&mut ahead);
            if !range && !list_sign(&mut ahead) {
                return labels.into_iter().collect();
            }
            if range && fresh {
                // "từ khoản 1 đến khoản 5"; "khoản 2 Điều 5 đến Điều 9" runs from the khoản.
                let mut inner = ahead;
                let again = inner.level().is_some_and(|again| again.level == word.level);
                if again && inner.spaces() {
                    ahead = inner;
                }
            }
            let Some(next) = label::read(&mut ahead, word, Some(&last)) else {
                return labels.into_iter().collect();
            };
            if !last.lists_with(&next) || is_quantity(ahead, &next, true) {
                return labels.into_iter().collect();
            }
            if range {
                match last.to(&next) {
                    Ok(run) => labels.extend(run.map(Labelled::Between)),
                    Err(gap) => self.warn(match gap {
                        Gap::TooLong => ProvisionWarning::RangeTooLong,
                        Gap::Unknown => ProvisionWarning::OnlyEnds,
                    }),
                }
            }
            labels.push(next.labelled());
            *hand = ahead;
            last = next;
        }
    }
}

impl Term {
    fn new(level: Level, labels: Labels, sure: bool) -> Self {
        Term {
            level,
            labels,
            sure,
        }
    }
}

impl Phrase {
    fn new(terms: Terms, joint: Joint, start: usize, end: usize) -> Self {
        let mut phrase = Phrase {
            terms: SmallVec::new(),
            joint,
            start,
            end,
            except: Vec::new(),
        };
        phrase.add(terms);
        phrase
    }

    /// Adds a term behind what it has of smaller units: *khoản 1(a)* is *điểm a khoản 1*.
    fn add(&mut self, (term, below): Terms) {
        self.terms.extend(below.into_iter().rev());
        self.terms.push(term);
    }

    /// Whether a term of `level` goes on in the direction (small to large, or large to small) in
    /// which the phrase has begun.
    fn goes_on_with(&self, level: Level) -> bool {
        match self.terms[..] {
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
}

/// Skips the bracket of a marker that was quoted with it, as in `điểm a) khoản 2`, when the
/// reference goes on behind it.
fn close_marker(hand: &mut Hand<'_, '_>) {
    let mut ahead = *hand;
    if !ahead.eat(')') {
        return;
    }
    let mut next = ahead;
    let goes_on = match joint(&mut next) {
        Some(Joint::Tight) => next.level().is_some(),
        Some(_) => {
            let level = next.level().is_some();
            level || {
                next.eat_while(char::is_alphanumeric);
                next.eat(')')
            }
        }
        None => false,
    };
    if goes_on {
        *hand = ahead;
    }
}

/// Reads what may stand between two terms.
fn joint(hand: &mut Hand<'_, '_>) -> Option<Joint> {
    let mut ahead = *hand;
    let mut spaced = ahead.spaces();
    let mut joint = Joint::Tight;
    if ahead.eat(',') {
        joint = Joint::Comma;
        spaced = ahead.spaces();
    } else if ahead.eat(';') {
        joint = Joint::And;
        spaced = ahead.spaces();
    } else if spaced && ahead.eat_if(|c| "-–".contains(c)).is_some() {
        spaced = ahead.spaces();
    }
    if ahead.word(Word::And) {
        and_or(&mut ahead);
        joint = Joint::And;
        spaced = ahead.spaces();
    } else if ahead.word(Word::To) {
        joint = Joint::Range;
        spaced = ahead.spaces();
    }
    if ahead.word(Word::Of) {
        spaced = ahead.spaces();
        // "khoản 1 của một trong các Điều 249, 250"
        ahead.word_and_space(Word::OneOf);
    }
    // "khoản1Điều5".
    let glued = joint == Joint::Tight && ahead.pos() == hand.pos();
    if !spaced && joint == Joint::Tight && !(glued && ahead.is_behind_digit()) {
        return None;
    }
    *hand = ahead;
    Some(joint)
}

/// Reads a comma, a semicolon or *và* between two labels.
fn list_sign(hand: &mut Hand<'_, '_>) -> bool {
    let mut ahead = *hand;
    ahead.spaces();
    let mut any = ahead.eat(';') || ahead.eat(',');
    ahead.spaces();
    if ahead.word(Word::And) {
        and_or(&mut ahead);
        any = ahead.spaces();
    }
    if any {
        *hand = ahead;
    }
    any
}

/// Reads *đến* or a dash between two labels.
fn range_sign(hand: &mut Hand<'_, '_>) -> bool {
    let mut ahead = *hand;
    ahead.spaces();
    let any = if ahead.word(Word::To) {
        ahead.spaces()
    } else {
        let dash = ahead.eat_if(|c| "-–—~÷".contains(c)).is_some();
        ahead.spaces();
        dash
    };
    if any {
        *hand = ahead;
    }
    any
}

/// Reads the rest of *và/hoặc*.
fn and_or(hand: &mut Hand<'_, '_>) {
    hand.attempt(|hand| (hand.eat('/') && hand.word(Word::And)).then_some(()));
}

/// Reads *từ* and *các* before a further term.
fn from_plural(hand: &mut Hand<'_, '_>) -> bool {
    hand.word_and_space(Word::From);
    hand.word_and_space(Word::Plural)
}
