//! Classes of bodies: *các bộ, ngành, địa phương*; *bộ, cơ quan ngang bộ, cơ quan thuộc Chính
//! phủ*. They issue nothing, but tasks are given to them.

use once_cell::sync::Lazy;

use super::words::{Gap, Phrases, Words, key};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Noun {
    /// Makes a class of bodies by itself: *các bộ*.
    Strong,
    /// Needs company or a qualifier: *các cơ quan liên quan*.
    Weak,
    /// Only as one of several.
    Listed,
}

static NOUNS: Lazy<Phrases<Noun>> = Lazy::new(|| {
    use Noun::*;
    let mut nouns = Phrases::new();
    for (noun, kind) in [
        ("bộ", Strong),
        ("bộ ngành", Strong),
        ("ngành", Listed),
        ("địa phương", Strong),
        ("sở", Strong),
        ("sở ngành", Strong),
        ("ban", Listed),
        ("ban ngành", Strong),
        ("ủy ban của Quốc hội", Strong),
        ("ủy ban khác của Quốc hội", Strong),
        ("ban của Hội đồng nhân dân", Strong),
        ("ban của Đảng", Strong),
        ("ban Đảng", Strong),
        ("ban Đảng ở Trung ương", Strong),
        ("đoàn thể", Listed),
        ("hội", Listed),
        ("hội đoàn thể", Listed),
        ("cơ quan ngang bộ", Strong),
        ("cơ quan thuộc Chính phủ", Strong),
        ("cơ quan trung ương", Strong),
        ("cơ quan trung ương của các đoàn thể", Strong),
        ("cơ quan", Weak),
        ("đơn vị", Weak),
        ("tổ chức", Weak),
        ("tổ chức chính trị - xã hội", Weak),
        ("cá nhân", Listed),
        ("doanh nghiệp", Listed),
        ("tỉnh", Listed),
        ("thành phố", Listed),
        ("huyện", Listed),
        ("quận", Listed),
        ("thị xã", Listed),
        ("xã", Listed),
        ("phường", Listed),
        ("đặc khu", Listed),
        ("thành phố trực thuộc trung ương", Listed),
        ("cấp ủy", Weak),
        ("đảng bộ", Weak),
        ("đảng ủy", Weak),
        ("đảng đoàn", Weak),
        ("ban cán sự đảng", Weak),
        ("chi bộ", Weak),
        ("tỉnh ủy", Weak),
        ("thành ủy", Weak),
        ("đảng ủy trực thuộc trung ương", Weak),
        ("vụ", Weak),
        ("cục", Weak),
        ("tập đoàn", Weak),
        ("tổng công ty", Weak),
    ] {
        nouns.add(noun, kind);
    }
    nouns
});

static QUALIFIERS: Lazy<Phrases<()>> = Lazy::new(|| {
    let mut qualifiers = Phrases::new();
    for words in [
        "liên quan",
        "có liên quan",
        "hữu quan",
        "chức năng",
        "trung ương",
        "ở trung ương",
        "ở trung ương và địa phương",
        "trực thuộc",
        "trực thuộc bộ",
        "trực thuộc trung ương",
        "thuộc bộ",
        "thuộc, trực thuộc bộ",
        "thuộc và trực thuộc bộ",
        "nhà nước",
        "khác có liên quan",
        "khác",
        "đoàn thể tỉnh",
        "tỉnh",
    ] {
        qualifiers.add(words, ());
    }
    qualifiers
});

/// What makes another word of a noun before it: *bộ phận, sở hữu, ban hành*.
static COMPOUNDS: Lazy<Vec<u64>> = Lazy::new(|| {
    [
        "phận", "máy", "luật", "đội", "hữu", "dĩ", "hành", "đầu", "nghề",
    ]
    .map(key)
    .to_vec()
});

/// A longer list is not read to its end, so that a text of nothing but such nouns is read once.
const MOST_NOUNS: usize = 24;

/// A class of bodies that begins at byte `start` (at *các*, or at its first noun): its end.
pub(super) fn read(words: &mut Words<'_>, start: usize) -> Option<usize> {
    words.restart(start);
    let each = words.get(0)?.key == key("các");
    let mut next = usize::from(each);
    let (mut count, mut strong, mut weak, mut bodies) = (0usize, 0, 0, false);
    let mut end = 0;
    while let Some((noun, after)) = NOUNS.longest(words, next).filter(|_| count < MOST_NOUNS) {
        if words
            .get(after)
            .is_some_and(|w| w.gap == Gap::Space && COMPOUNDS.contains(&w.key))
        {
            break;
        }
        count += 1;
        strong += usize::from(noun == Noun::Strong);
        weak += usize::from(noun == Noun::Weak);
        // *bộ, cơ quan ngang bộ* and *bộ, ngành* say enough without *các*.
        bodies |= after - next >= 3 && noun == Noun::Strong
            || words.get(next).is_some_and(|w| w.key == key("ngành"));
        end = after;
        next = after;
        // On to the next noun, over a comma, a dash or *và*.
        let Some(word) = words.get(next) else { break };
        match word.gap {
            Gap::Comma | Gap::Dash => {}
            Gap::Space if word.key == key("và") => next += 1,
            _ => break,
        }
        if words.get(next).is_some_and(|w| w.key == key("các")) {
            next += 1;
        }
    }
    if end == 0 {
        return None;
    }
    let mut qualified = false;
    if words.get(end).is_some_and(|w| w.gap == Gap::Space)
        && let Some((_, after)) = QUALIFIERS.longest(words, end)
    {
        qualified = true;
        // *các đơn vị thuộc Bộ Công Thương*: the ministry is a body of its own.
        let named = words
            .get(after)
            .is_some_and(|w| w.gap == Gap::Space && w.capital());
        if !(named && words.get(after - 1).is_some_and(|w| w.key == key("bộ"))) {
            end = after;
        }
    }
    let accepted = if each {
        strong > 0 && (count > 1 || qualified || strong == count)
            || weak > 0 && qualified
            || count > 2 && weak > 0
    } else {
        count > 1 && bodies && strong > 0
    };
    if !accepted {
        return None;
    }
    words.get(end - 1).map(|word| word.end)
}
