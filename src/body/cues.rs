//! Words that tell names of bodies from other words.

use once_cell::sync::Lazy;

use crate::reading::{Phrases, WordId};
use crate::tables::{self, BODY_CUES, NAME_STOPS, VOCABULARY};

/// Provinces that no table of units has any more.
pub(super) static FORMER: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::new(&VOCABULARY, cues("former_province").map(|name| (name, ()))));

/// Communes that bear the names of two places: *Xuân Hương - Đà Lạt*.
pub(super) static DOUBLE_COMMUNES: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::new(&VOCABULARY, cues("double_commune").map(|name| (name, ()))));

/// Districts that bear the names of persons.
pub(super) static NAMED_AFTER: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::new(&VOCABULARY, cues("named_after").map(|name| (name, ()))));

/// What sentences go on with behind a name, whose first syllable is none of it: *Trường Đại học Vinh | thông báo*,
/// *Ủy ban nhân dân tỉnh | Phê duyệt*.
pub(super) static GOES_ON: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::new(&VOCABULARY, cues("goes_on").map(|words| (words, ()))));

/// Organs of a Party committee, which stand under it in a letterhead.
pub(super) static PARTY_ORGANS: Lazy<Vec<&str>> = Lazy::new(|| cues("party_organ").collect());

/// What the names of parties of other countries begin with, behind *Đảng*.
pub(super) static PARTIES: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::new(&VOCABULARY, cues("party").map(|words| (words, ()))));

/// What a noun is to a class of bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// Makes one by itself: *các bộ*.
    Strong,
    /// Needs company or a qualifier: *các cơ quan liên quan*.
    Weak,
    /// Only as one of several.
    Listed,
}

pub(super) static NOUNS: Lazy<Phrases<Noun>> = Lazy::new(|| {
    let of = |class, noun| cues(class).map(move |words| (words, noun));
    let strong = of("strong", Noun::Strong);
    Phrases::new(
        &VOCABULARY,
        strong
            .chain(of("weak", Noun::Weak))
            .chain(of("listed", Noun::Listed)),
    )
});

/// What makes a class of bodies of weak nouns: *có liên quan*.
pub(super) static QUALIFIERS: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::new(&VOCABULARY, cues("qualifier").map(|words| (words, ()))));

fn cues(class: &'static str) -> impl Iterator<Item = &'static str> {
    let rows = BODY_CUES.rows();
    rows.filter(move |row| row[0] == class).map(|row| row[1])
}

/// What a single word is to the names around it; several at once, a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trait(u16);

impl Trait {
    /// A preposition, a conjunction or the like: no name goes on with it.
    pub const FUNCTION: Trait = Trait(1);
    /// No name goes on with it, though it may be the second syllable of a part (*Lưu ký*).
    pub const STOP: Trait = Trait(1 << 1);
    /// A family name: behind an office, a capital word of these begins a person.
    pub const SURNAME: Trait = Trait(1 << 2);
    /// *Nhà nước* and *Mặt trận* act behind it.
    pub const ACTING: Trait = Trait(1 << 3);
    /// Makes another word of a noun before it: *bộ phận*.
    pub const COMPOUND: Trait = Trait(1 << 4);
    /// The first half of a compound whose second looks like a head: *CƠ SỞ*.
    pub const HALF: Trait = Trait(1 << 5);
    /// Bears names that look like bodies: *phường Hội An*.
    pub const PLACE: Trait = Trait(1 << 6);
    /// No body begins behind it: *phi chính phủ*.
    pub const NO_BODY_BEHIND: Trait = Trait(1 << 7);
    /// Counts the bodies of a series: *hai tỉnh Sơn La, Lai Châu*.
    pub const COUNT: Trait = Trait(1 << 8);
    /// *Đảng* is an adjective behind it: *tổ chức Đảng*.
    pub const OF_PARTY: Trait = Trait(1 << 9);

    /// Whether the word has it.
    #[inline]
    pub fn of(self, id: WordId) -> bool {
        TRAITS
            .get(id.index())
            .is_some_and(|traits| traits & self.0 != 0)
    }
}

/// The traits of each word, by id.
static TRAITS: Lazy<Vec<u16>> = Lazy::new(|| {
    let mut traits = vec![0; VOCABULARY.len()];
    let mut add = |word: &str, of: Trait| traits[VOCABULARY.id(word).index()] |= of.0;
    for [class, word] in NAME_STOPS.rows() {
        add(word, Trait::STOP);
        if class == "function" {
            add(word, Trait::FUNCTION);
        }
    }
    for [word] in tables::ACTING.rows() {
        add(word, Trait::ACTING);
    }
    for (class, of) in [
        ("surname", Trait::SURNAME),
        ("compound", Trait::COMPOUND),
        ("half", Trait::HALF),
        ("place", Trait::PLACE),
        ("no_body_behind", Trait::NO_BODY_BEHIND),
        ("count", Trait::COUNT),
        ("of_party", Trait::OF_PARTY),
    ] {
        cues(class).for_each(|word| add(word, of));
    }
    traits[WordId::UNKNOWN.index()] = 0;
    traits
});

/// Whether a name stops before the word. `fresh` says that the word is the second syllable of a
/// component, where verbs (*Lưu ký*) are possible and only function words stop.
pub(super) fn stops(id: WordId, fresh: bool) -> bool {
    if fresh { Trait::FUNCTION } else { Trait::STOP }.of(id)
}

macro_rules! words {
    ($($word:ident)*) => {
        /// The ids of single words that the grammar names, each under its own spelling.
        #[derive(Debug)]
        pub(super) struct Ids {
            $(pub(super) $word: WordId,)*
        }

        static IDS: Lazy<Ids> = Lazy::new(|| Ids {
            $($word: VOCABULARY.id(stringify!($word)),)*
        });
    };
}

words! {
    ban biểu bộ chi chuyên khoa phụ các cán công cùng vùng cơ cấp cộng của dân gia huyện quận hoặc hội hải khu khóa kiểm kt liên lần luật nam
    ngành người nhánh nội nước phòng phố phương phận quốc qh sản số thanh thuộc thành thư thường thị thủ thứ
    tịch tl toàn tra tháng tuần trung trưởng trực tw ty tư tướng tại tỉnh tổ việt vụ và văn về vị vực xã chức chỉ đoàn đơn
    năm ngày nhiệm nhà họp trách khuyết kỳ kỷ viên đại đảng địa đội phó nguyên cố cựu ương ủy
}

/// The ids of single words.
pub(super) fn ids() -> &'static Ids {
    &IDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_single_word_is_known() {
        assert!(!format!("{:?}", ids()).contains("WordId(0)"), "{:?}", ids());
    }
}
