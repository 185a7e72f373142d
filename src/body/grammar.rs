//! The grammar of a body's name, read from its first word to the right.
//!
//! ```text
//! body   = [ office ] ( name of the registry | head [ field words ] [ body ] ) [ place ]
//! field  = component { ( "," | "-" | "và" ) component }
//! ```
//!
//! How far an unknown name runs is decided by the way Vietnamese is written: each component of
//! a name begins with a capital (Nghị định 30/2020/NĐ-CP, Phụ lục II), the words after it are
//! those of the field table, and a verb, a preposition or a new head ends it.

use super::abbreviations::{Abbreviations, ShortForms};
use super::cues::ids;
use super::lexicon::{FIELDS, HEADS, HOLDERS, Lexicon, Role, Small, Start};
use super::read::Read;
use super::small::is_name_in_small;
use super::window::{Case, Gap, Window, Word};
use crate::reading::WordId;
use crate::tables::bodies::{BodyClass, Scope};

pub(super) struct Grammar<'g, 'r, 't> {
    pub lexicon: &'g Lexicon,
    pub defined: Abbreviations<'g>,
    pub short_forms: ShortForms<'g>,
    pub words: Window<'r, 't>,
}

/// Bodies within bodies: *Văn phòng* › *Ban cán sự đảng* › *Ủy ban nhân dân* is the deepest seen.
pub(super) const DEPTH: usize = 4;
/// A name longer than this is a sentence.
pub(super) const LONGEST_NAME: usize = 28;

impl Grammar<'_, '_, '_> {
    /// Reads the body that the first word begins. After *Phó* the office that is `left` out stays out.
    pub fn name(&mut self, left: bool) -> Option<Read> {
        if !self.words.get(0)?.is_capital() {
            return self.congress(0).or_else(|| self.small());
        }
        let plain = self.body(0, DEPTH);
        let held = if left { None } else { self.held(0) };
        let best = match (plain, held) {
            (Some(plain), Some(held)) if held.next > plain.next => Some(held),
            // An office of the registry's, under the name that it has there.
            (Some(plain), Some(held)) if held.next == plain.next => Some(Read {
                name: plain.name,
                code: plain.code,
                ..held
            }),
            (Some(plain), _) => Some(plain),
            (None, held) => held,
        };
        let best = best.map(|read| self.with_term(read));
        best.or_else(|| self.congress(0))
    }

    /// Whether the first `words` words are no body, although they look like one, and no longer name begins
    /// there.
    pub(super) fn is_nothing(&mut self, words: usize) -> bool {
        let longest = self.words.longest(&self.lexicon.starts, 0);
        longest == Some((Start::Nothing, words))
    }

    /// The body of another country that word `from` begins: *Thủ tướng | Quốc vụ viện Trung Quốc*.
    pub(super) fn foreign_body(&mut self, from: usize) -> Option<Read> {
        let capital = self.words.get(from)?;
        let follows = capital.gap == Gap::Space && capital.is_capital();
        let body = self.body(from, DEPTH).filter(|_| follows)?;
        (body.class == BodyClass::Foreign).then_some(body)
    }

    pub(super) fn body(&mut self, from: usize, depth: usize) -> Option<Read> {
        if depth == 0 || from > LONGEST_NAME {
            return None;
        }
        let starts = &self.lexicon.starts;
        let (mut known, mut head, mut nothing) = (None, None, 0);
        self.words
            .each_wrapped(starts, from, |start, next| match start {
                Start::Body(body) => known = Some((body, next)),
                Start::Head(index) => head = Some((index, next)),
                Start::Nothing => nothing = next,
            });
        let known = known.filter(|&(_, next)| next > nothing);
        let head = head.filter(|&(_, next)| next > nothing);
        // *Đảng ủy* is more than *Đảng*, *Tòa án quân sự* more than *Tòa án*.
        let known = known.filter(|&(body, next)| {
            let idea = self.lexicon.registry.bodies()[body].scope == Scope::Idea;
            head.is_none_or(|(_, longer)| longer < next || longer == next && !idea)
        });
        let known = known.and_then(|(body, next)| self.known(from, body, next));
        let composed = head.and_then(|(head, next)| self.composed(from, &HEADS[head], next, depth));
        match (known, composed) {
            (Some(known), Some(composed)) if composed.next > known.next => {
                // What a known name goes on with must be written like a name.
                let more = self.words.get(known.next)?;
                let goes_on = match more.gap {
                    Gap::Space | Gap::Dash if more.is_capital() => true,
                    // *Cục Thống kê tội phạm*: a noun, for a verb would begin the sentence.
                    Gap::Space
                        if known.class == BodyClass::Department
                            && !known.generic
                            && self
                                .words
                                .longest(&FIELDS, known.next)
                                .is_some_and(|(field, _)| field.extends) =>
                    {
                        true
                    }
                    Gap::Space | Gap::Glued if self.is(known.next, ids().và) => {
                        known.class == BodyClass::Department
                            && self.words.get(known.next + 1).is_some_and(Word::is_capital)
                            && self.words.longest(&FIELDS, known.next + 1).is_some()
                    }
                    _ => false,
                };
                Some(if goes_on { composed } else { known })
            }
            (Some(known), _) => Some(known),
            (None, composed) => composed
                .or_else(|| self.centre(from, depth))
                .or_else(|| self.shortened(from)),
        }
    }

    /// A body whose name is told in small letters: one of the registry's or the caller's, or one behind a head.
    fn small(&mut self) -> Option<Read> {
        match self.words.longest(&self.lexicon.starts, 0)? {
            (Start::Body(body), next) => self.known(0, body, next),
            (Start::Head(head), next) => {
                let head = &HEADS[head];
                let read = self.composed(0, head, next, DEPTH);
                read.filter(|read| read.next > next || head.small == Small::Alone)
            }
            (Start::Nothing, _) => None,
        }
    }

    /// Whether another body begins at word `at`, rather than a word of this one.
    pub(super) fn begins_body(&mut self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        if !word.is_capital() {
            return false;
        }
        if self.is_short_form(at) {
            return true;
        }
        let field = self.words.longest(&FIELDS, at).map_or(at, |(_, end)| end);
        // *Chánh Văn phòng*: an office of one syllable counts together with its head.
        if let Some((_, end)) = self
            .words
            .longest(&HOLDERS, at)
            .filter(|(office, _)| office.role != Role::Before)
            && end > field
            && (end > at + 1 || self.words.longest(&self.lexicon.starts, end).is_some())
        {
            return true;
        }
        match self.words.longest(&self.lexicon.starts, at) {
            Some((Start::Body(_), end)) => end > field,
            Some((Start::Head(head), end)) => {
                end > field && HEADS[head].alone
                    || end > field
                        && HEADS[head].lower
                        && self.words.longest(&FIELDS, end).is_some()
                    || end > field
                        && self.words.get(end).is_none_or(|w| {
                            w.gap != Gap::Space || w.is_capital() || w.case == Case::Digit
                        })
                    || end > field && self.level_word(end).is_some()
            }
            Some((Start::Nothing, _)) => false,
            None => self.is(at, ids().bộ) && field == at,
        }
    }

    /// Whether word `at`, in small letters, begins the name of a body: *Trưởng | công an huyện Mai Sơn*, *Bí thư |
    /// huyện ủy*.
    pub(super) fn is_small_name(&mut self, at: usize) -> bool {
        let Some(word) = self.words.get(at).filter(|word| word.case == Case::Lower) else {
            return false;
        };
        let levels = [
            ids().tỉnh,
            ids().thành,
            ids().thị,
            ids().huyện,
            ids().quận,
            ids().đảng,
        ];
        let committee = levels.contains(&word.id) && self.is(at + 1, ids().ủy);
        let reading = self.words.reading();
        committee || is_name_in_small(self.lexicon, reading, reading.place_at(word.start).index())
    }

    pub(super) fn is(&mut self, i: usize, id: WordId) -> bool {
        self.words.get(i).is_some_and(|word| word.id == id)
    }

    pub(super) fn phrase(&mut self, next: &mut usize, words: &[WordId]) -> bool {
        let found = words.iter().enumerate().all(|(i, &id)| {
            self.words
                .get(*next + i)
                .is_some_and(|w| matches!(w.gap, Gap::Space | Gap::Break))
                && self.is(*next + i, id)
        });
        if found {
            *next += words.len();
        }
        found
    }

    /// A body that ends before word `next`.
    pub(super) fn finish(&mut self, next: usize, fill: impl FnOnce(&mut Read)) -> Read {
        let mut read = Read::default();
        fill(&mut read);
        self.ended(Read { next, ..read })
    }

    /// The same with the byte at which it ends.
    pub(super) fn ended(&mut self, read: Read) -> Read {
        let end = self.words.get(read.next - 1).map_or(0, |word| word.end);
        Read { end, ..read }
    }
}
