//! Classes of places, which make a class of the bodies that are there.

use super::cues::ids;
use super::grammar::{Grammar, LONGEST_NAME};
use super::window::Gap;

impl Grammar<'_, '_, '_> {
    /// Where a class of places ends that word `at` begins: `cấp tỉnh`, `các cấp`, `các tỉnh, thành phố trực thuộc Trung ương`.
    pub(super) fn class_of_places(&mut self, at: usize) -> Option<usize> {
        // *Công an tỉnh, Tỉnh ủy, Tỉnh đoàn*: the second one begins another body.
        let level = |g: &mut Self, i: usize| {
            let (_, end) = g.level_word(i)?;
            (!g.is(end, ids().ủy) && !g.is(end, ids().đoàn)).then_some(end)
        };
        let mut next = at;
        let each = self.phrase(&mut next, &[ids().các]);
        let mut found = false;
        if self.is(next, ids().cấp) || self.is(next, ids().cùng) && self.is(next + 1, ids().cấp)
        {
            if self.is(next, ids().cùng) {
                next += 1;
            }
            next += 1;
            found = true;
            let mut more = next;
            while let Some(end) = level(self, more).filter(|end| end - at < LONGEST_NAME) {
                next = end;
                // `cấp tỉnh, cấp xã`, `cấp tỉnh và cấp huyện`, `cấp huyện, xã`
                let Some(word) = self.words.get(next) else {
                    break;
                };
                more = next;
                if word.gap == Gap::Space && (self.is(next, ids().và) || self.is(next, ids().hoặc))
                {
                    more = next + 1;
                } else if word.gap != Gap::Comma {
                    break;
                }
                if self.is(more, ids().cấp) {
                    more += 1;
                } else if more == next && word.gap != Gap::Comma {
                    break;
                }
            }
            if next == at + 1 && !each {
                // `cấp` alone is the verb: *Ủy ban nhân dân cấp giấy phép*.
                return None;
            }
        } else if self.phrase(&mut next, &[ids().đơn, ids().vị])
            || each && self.phrase(&mut next, &[ids().địa, ids().phương])
        {
            let more = self.words.get(next).is_some_and(|w| w.gap == Gap::Comma);
            if more && self.is(next, ids().địa) && self.is(next + 1, ids().phương) {
                next += 2;
            }
            found = each || more;
        } else {
            let mut count = 0;
            let mut more = next;
            while let Some(end) = level(self, more).filter(|end| end - at < LONGEST_NAME) {
                count += 1;
                let before = std::mem::replace(&mut next, end);
                let named = self
                    .words
                    .get(next)
                    .is_some_and(|w| w.gap == Gap::Space && w.is_capital());
                // *các tỉnh Nam Sông Hậu*, *các huyện và thành phố Huế*: a class, for which of them is not
                // read here.
                if named {
                    return each.then_some(if count > 1 { before } else { next });
                }
                let Some(word) = self.words.get(next) else {
                    break;
                };
                more = match word.gap {
                    Gap::Comma | Gap::Slash => next,
                    Gap::Space if self.is(next, ids().và) || self.is(next, ids().hoặc) => {
                        next + 1
                    }
                    _ => break,
                };
            }
            let mut tail = next;
            let directly = self.phrase(&mut tail, &[ids().trực, ids().thuộc]);
            if directly
                && (self.phrase(&mut tail, &[ids().trung, ids().ương])
                    || self.phrase(&mut tail, &[ids().tw])
                    || self.phrase(&mut tail, &[ids().tư])
                    || self.phrase(&mut tail, &[ids().tỉnh]))
            {
                next = tail;
                found = count > 0;
            } else {
                let mut tail = next;
                if count > 0 && self.phrase(&mut tail, &[ids().thuộc, ids().tỉnh]) {
                    next = tail;
                    found = true;
                }
                found |= count > 1 || each && count > 0;
            }
        }
        found.then_some(next)
    }
}
