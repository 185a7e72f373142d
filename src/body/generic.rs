//! Classes of bodies: *các bộ, ngành, địa phương*; *bộ, cơ quan ngang bộ, cơ quan thuộc Chính
//! phủ*. They issue nothing, but tasks are given to them.

use super::cues::{NOUNS, Noun, QUALIFIERS, Trait, ids};
use super::window::{Gap, Window};

/// A longer list is not read to its end, so that a text of nothing but such nouns is read once.
const MOST_NOUNS: usize = 24;

/// A class of bodies that begins with the first word (*các*, or its first noun): the byte at its end.
pub(super) fn class(words: &mut Window<'_, '_>) -> Option<usize> {
    let each = words.get(0)?.id == ids().các;
    let mut next = usize::from(each);
    let (mut count, mut strong, mut weak, mut bodies) = (0usize, 0, 0, false);
    // *các ban, ngành, đoàn thể*
    let boards = words.get(next).is_some_and(|w| w.id == ids().ban);
    let mut end = 0;
    while let Some((noun, after)) = words.longest(&NOUNS, next).filter(|_| count < MOST_NOUNS) {
        if words
            .get(after)
            .is_some_and(|w| w.gap == Gap::Space && Trait::COMPOUND.of(w.id))
        {
            break;
        }
        // *các cơ quan Trung ương, Ban Bí thư*: a name begins.
        let named = words.get(next).is_some_and(|w| w.is_capital())
            && words
                .get(after)
                .is_some_and(|w| w.gap == Gap::Space && w.is_capital());
        if count > 0 && named && words.longest(&QUALIFIERS, after).is_none() {
            break;
        }
        count += 1;
        strong += usize::from(noun == Noun::Strong);
        weak += usize::from(noun == Noun::Weak);
        // *bộ, cơ quan ngang bộ* and *bộ, ngành* say enough without *các*.
        bodies |= after - next >= 3 && noun == Noun::Strong
            || words.get(next).is_some_and(|w| w.id == ids().ngành);
        end = after;
        next = after;
        // On to the next noun, over a comma, a dash or *và*.
        let Some(word) = words.get(next) else { break };
        match word.gap {
            Gap::Comma | Gap::Dash => {}
            Gap::Space if word.id == ids().và => next += 1,
            _ => break,
        }
        if words.get(next).is_some_and(|w| w.id == ids().các) {
            next += 1;
        }
    }
    if end == 0 {
        return None;
    }
    let mut qualified = false;
    if words.get(end).is_some_and(|w| w.gap == Gap::Space)
        && let Some((_, after)) = words.longest(&QUALIFIERS, end)
    {
        qualified = true;
        // *các đơn vị thuộc Bộ Công Thương*: the ministry is a body of its own.
        let named = words
            .get(after)
            .is_some_and(|w| w.gap == Gap::Space && w.is_capital());
        if !(named && words.get(after - 1).is_some_and(|w| w.id == ids().bộ)) {
            end = after;
        }
    }
    let accepted = if each {
        strong > 0 && (count > 1 || qualified || strong == count)
            || weak > 0 && qualified
            || count > 2 && weak > 0
            || count > 1 && boards && bodies
    } else {
        // *tỉnh ủy, thành ủy* too.
        count > 1 && strong > 0 && (bodies || words.get(0)?.id == ids().tỉnh)
    };
    if !accepted {
        return None;
    }
    words.get(end - 1).map(|word| word.end)
}
