//! What somebody is charged with, under its name only: *nhiệm vụ, quyền hạn*, *các nghĩa vụ sau đây*.

use super::words::{Class, Said};
use crate::reading::{Gap, Place};

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
            let Some((kind, next)) = name_at(behind) else {
                break;
            };
            found[kind] = true;
            behind = next;
            let more = Class::Link.at(next).unwrap_or(next);
            if !matches!(next.gap(), Gap::Space | Gap::Comma) || name_at(more).is_none() {
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
        let does = Class::ChargeDoes.at(place);
        let mut behind = does.filter(|behind| behind.gap() == Gap::Space)?;
        // *một số nhiệm vụ*
        if behind.number().is_none() && Class::Plural.at(behind).is_none() {
            behind = Class::Some.at(behind).unwrap_or(behind);
        }
        Charge::at(behind)
    }
}

/// So many names stand together at most.
const MOST: usize = 6;

/// What a name is one of: duties, powers, rights.
const KINDS: [Class; 3] = [Class::ChargeDuty, Class::ChargePower, Class::ChargeRight];

/// Which of [`KINDS`] the name at `place` is of, and the place behind it.
fn name_at<'r, 't>(place: Place<'r, 't>) -> Option<(usize, Place<'r, 't>)> {
    let said = Said::at(place);
    let names = (0..).zip(KINDS);
    let names = names.filter_map(|(kind, class)| Some((kind, said.behind(class)?)));
    names.max_by_key(|(_, behind)| behind.index())
}
