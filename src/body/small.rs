//! Names that are told in small letters: *bộ tài chính*, *công an tỉnh Sơn La*, *trường THPT Tô Hiệu*.

use super::cues::Trait;
use super::lexicon::{FIELDS, HEADS, LEVELS, Lexicon, Small, Start, is_told_in_small};
use crate::reading::{Case, Gap, Place, Reading};

/// A name of the registry of so many words is told by itself.
const SHORTEST: usize = 3;

/// A name in small letters has no more of them within it: *văn phòng ủy ban nhân dân thành phố Huế*.
const WITHIN: usize = 6;

/// What a body is for is said in so many phrases at most.
const LONGEST_FIELD: usize = 4;

/// Whether word `i`, in small letters, begins the name of a body all the same.
pub(super) fn is_name_in_small(lexicon: &Lexicon, reading: &Reading<'_>, i: usize) -> bool {
    may_hold(lexicon, reading, i, WITHIN)
}

/// The same of a name that has at most `within` others within it.
fn may_hold(lexicon: &Lexicon, reading: &Reading<'_>, i: usize, within: usize) -> bool {
    let Some((start, behind)) = reading.place(i).phrase(&lexicon.starts) else {
        return false;
    };
    // *cán bộ y tế*, *cơ sở y tế*
    if i > 0 && reading.gap(i).is_soft() && Trait::HALF.of(reading.id(i - 1)) {
        return false;
    }
    let named = || says_which(lexicon, reading, behind, within);
    match *start {
        Start::Body(body) => {
            is_told_in_small(&lexicon.registry.bodies()[body])
                && (behind.index() - i >= SHORTEST || named())
        }
        Start::Head(head) => match HEADS[head].small {
            Small::Never => false,
            Small::Named => named(),
            Small::Alone => true,
        },
        Start::Nothing => false,
    }
}

/// Whether what follows says which one is meant: a word with a capital, a level, another body.
fn says_which(
    lexicon: &Lexicon,
    reading: &Reading<'_>,
    behind: Place<'_, '_>,
    within: usize,
) -> bool {
    let mut behind = behind;
    // *phòng tư pháp | huyện Mai Sơn*
    for _ in 0..LONGEST_FIELD {
        let small = behind.gap() == Gap::Space && reading.case(behind.index()) == Case::Lower;
        match behind
            .phrase(&FIELDS)
            .filter(|(field, _)| small && !field.verb)
        {
            Some((_, next)) => behind = next,
            None => break,
        }
    }
    let i = behind.index();
    behind.gap() == Gap::Space
        && behind.word().is_some()
        && (reading.case(i).is_capital()
            || behind.phrase(&LEVELS).is_some()
            || within > 0 && may_hold(lexicon, reading, i, within - 1))
}
