//! What somebody is charged with, under its name only: *nhiệm vụ, quyền hạn*, *các nghĩa vụ sau đây*.

use once_cell::sync::Lazy;

use super::words::Class;
use crate::reading::{Gap, Phrases, Place};
use crate::tables::VOCABULARY;

/// Names of duties and rights that stand together.
pub(super) struct Charge<'r, 't> {
    /// The place behind them, and behind the words that point to what stands below.
    pub(super) behind: Place<'r, 't>,
    /// They are those of rights: *quyền*, *quyền và nghĩa vụ*.
    pub(super) rights: bool,
}

impl<'r, 't> Charge<'r, 't> {
    /// The names at `place`: *các nhiệm vụ, quyền hạn sau đây*.
    pub(super) fn at(place: Place<'r, 't>) -> Option<Self> {
        let mut behind = Class::Plural.at(place).unwrap_or(place);
        let mut found = [false; 3];
        for _ in 0..MOST {
            let Some((&charged, next)) = behind.phrase(&NAMES) else {
                break;
            };
            found[charged as usize] = true;
            behind = next;
            let more = Class::Link.at(next).unwrap_or(next);
            if !matches!(next.gap(), Gap::Space | Gap::Comma) || more.phrase(&NAMES).is_none() {
                break;
            }
            behind = more;
        }
        let [duty, power, right] = found;
        if !(duty || power || right) {
            return None;
        }
        let below = Class::Below.at(behind).or_else(|| Class::Colon.at(behind));
        Some(Charge {
            behind: below.unwrap_or(behind),
            rights: right || !duty,
        })
    }

    /// The same behind *thực hiện*.
    pub(super) fn done_at(place: Place<'r, 't>) -> Option<Self> {
        let does = place
            .phrase(&DOES)
            .filter(|(_, behind)| behind.gap() == Gap::Space);
        let (_, mut behind) = does?;
        // *một số nhiệm vụ*
        if behind.number().is_none() && Class::Plural.at(behind).is_none() {
            behind = behind.phrase(&SOME).map_or(behind, |(_, noun)| noun);
        }
        Charge::at(behind)
    }
}

/// So many names stand together at most.
const MOST: usize = 6;

/// What a name is one of.
#[derive(Clone, Copy)]
enum Charged {
    Duty,
    /// What goes with duties: *nhiệm vụ, quyền hạn*. Alone it is a right.
    Power,
    Right,
}

static NAMES: Lazy<Phrases<Charged>> = Lazy::new(|| {
    let rows = [
        ("nhiệm vụ", Charged::Duty),
        ("trách nhiệm", Charged::Duty),
        ("nghĩa vụ", Charged::Duty),
        ("chức năng", Charged::Power),
        ("quyền hạn", Charged::Power),
        ("quyền", Charged::Right),
    ];
    Phrases::new(&VOCABULARY, rows)
});

static DOES: Lazy<Phrases<()>> = Lazy::new(|| {
    let rows = [
        ("có", ()),
        ("thực hiện", ()),
        ("đảm nhiệm", ()),
        ("thực thi", ()),
    ];
    Phrases::new(&VOCABULARY, rows)
});

static SOME: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::new(&VOCABULARY, [("một số", ()), ("những", ())]));
