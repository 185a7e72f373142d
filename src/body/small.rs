//! Names that are told in small letters: *bộ tài chính*, *công an tỉnh Sơn La*, *trường THPT Tô Hiệu*.

use super::cues::Trait;
use super::lexicon::{HEADS, LEVELS, Lexicon, Small, Start, is_told_in_small};
use crate::reading::{Gap, Place, Reading};

/// A name of the registry of so many words is told by itself.
const SHORTEST: usize = 3;

/// Whether word `i`, in small letters, begins the name of a body all the same.
pub(super) fn is_name_in_small(lexicon: &Lexicon, reading: &Reading<'_>, i: usize) -> bool {
    let Some((start, behind)) = reading.place(i).phrase(&lexicon.starts) else {
        return false;
    };
    // *cán bộ y tế*, *cơ sở y tế*
    if i > 0 && reading.gap(i).is_soft() && Trait::HALF.of(reading.id(i - 1)) {
        return false;
    }
    match *start {
        Start::Body(body) => {
            is_told_in_small(&lexicon.registry.bodies()[body])
                && (behind.index() - i >= SHORTEST || says_which(lexicon, reading, behind))
        }
        Start::Head(head) => match HEADS[head].small {
            Small::Never => false,
            Small::Named => says_which(lexicon, reading, behind),
            Small::Alone => true,
        },
        Start::Nothing => false,
    }
}

/// Whether what follows says which one is meant: a word with a capital, a level, another body.
fn says_which(lexicon: &Lexicon, reading: &Reading<'_>, behind: Place<'_, '_>) -> bool {
    let i = behind.index();
    behind.gap() == Gap::Space
        && behind.word().is_some()
        && (reading.case(i).is_capital()
            || behind.phrase(&LEVELS).is_some()
            || is_name_in_small(lexicon, reading, i))
}
