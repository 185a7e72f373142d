//! What the grammar knows: names of the registry, head words, the words names are made of.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::reading::{Phrases, Vocabulary, WordId};
use crate::tables::bodies::{BodyClass, Registry, Scope};
use crate::tables::places::Place;
use crate::tables::{self, BODY_CUES, BODY_HEADS, BODY_WORDS, NAME_STOPS, NOT_BODIES, VOCABULARY};

/// What a phrase at the start of a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// A body of the registry, by index.
    Body(usize),
    /// A head word, by index: the rest of the name is composed.
    Head(usize),
    /// Looks like one and is none.
    Nothing,
}

/// A word that makes a name with what follows it: *Cục*, *Ban Thường vụ*.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub name: &'static str,
    pub class: BodyClass,
    pub code: Option<&'static str>,
    /// Takes words that say what it is for, the first one capital.
    pub field: bool,
    /// Takes such words in lower case too.
    pub lower: bool,
    /// Takes the body it belongs to.
    pub host: bool,
    /// Takes a place.
    pub place: bool,
    /// A place makes it a whole name: *Thanh tra tỉnh Sơn La*.
    pub place_only: bool,
    /// Names a class of bodies: *Cơ quan Thi hành án*.
    pub generic: bool,
    /// Is a whole name.
    pub alone: bool,
    /// Takes the body it serves behind *của*.
    pub of: bool,
}

/// A phrase that names of bodies are made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    /// Also a verb (*quản lý*): in lower case it may begin the rest of the sentence.
    pub verb: bool,
    /// Takes another verb after it wherever it stands: *và Quản lý xử lý …*.
    pub chains: bool,
    /// Goes on a name in small letters, behind *và* too: *Cục Thống kê tội phạm và chuyển đổi số*.
    pub joined: bool,
    /// Ends a name: *Việt Nam*.
    pub last: bool,
    pub code: Option<&'static str>,
}

/// A level of administration, the smallest first. A city may lie in a province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Commune,
    District,
    City,
    Province,
}

/// How the first word of a name may be written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Opening {
    /// A name begins with it, in capitals or with one.
    pub name: bool,
    /// A name of the caller's begins with it in lower case.
    pub small: bool,
    /// A class of bodies may begin with it.
    pub class: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Lexicon {
    /// The words that a text must be read with.
    pub vocabulary: Cow<'static, Vocabulary>,
    pub registry: Cow<'static, Registry>,
    pub starts: Phrases<Start>,
    /// What each word may open, by id.
    pub openings: Vec<Opening>,
}

pub(super) static HEADS: LazyLock<Vec<Head>> = LazyLock::new(|| {
    BODY_HEADS
        .rows()
        .map(|row| Head {
            name: row[1],
            class: BodyClass::read(row[2]),
            code: Some(row[3]).filter(|code| !code.is_empty()),
            field: row[4].contains('n'),
            lower: row[4].contains('l'),
            host: row[4].contains('b'),
            place: row[4].contains(['p', 'P']),
            place_only: row[4].contains('P'),
            generic: row[4].contains('g'),
            alone: row[4].contains('a'),
            of: row[4].contains('o'),
        })
        .collect()
});

/// What an office is to the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Its head, who acts for it.
    Chief,
    /// The head, named by a word that takes the first one of the body's name with it: *Chánh* in
    /// *Chánh Văn phòng*.
    Head,
    /// One of the head's deputies.
    Deputy,
    /// No office: a word before one, *Phó* or *Quyền*.
    Before,
}

/// A row of the table of offices.
#[derive(Clone, Copy, Debug)]
pub(super) struct Office {
    pub name: &'static str,
    pub role: Role,
    /// The full title of its holder, where the office says enough without the body.
    pub alone: Option<(&'static str, BodyClass)>,
}

/// Offices: who acts for a body, and the deputies.
pub(super) static HOLDERS: LazyLock<Phrases<Office>> = LazyLock::new(|| {
    phrases(tables::HOLDERS.rows().map(|[name, role, alone, class]| {
        let role = match role {
            "head" => Role::Head,
            "deputy" => Role::Deputy,
            "before" => Role::Before,
            _ => Role::Chief,
        };
        let alone = Some((alone, BodyClass::read(class))).filter(|(alone, _)| !alone.is_empty());
        (name, Office { name, role, alone })
    }))
});

pub(super) static FIELDS: LazyLock<Phrases<Field>> = LazyLock::new(|| {
    phrases(BODY_WORDS.rows().map(|[phrase, kind, code]| {
        let field = Field {
            verb: kind.starts_with('v'),
            chains: kind == "vv",
            joined: kind == "j",
            last: kind == "e",
            code: Some(code).filter(|code| !code.is_empty()),
        };
        (phrase, field)
    }))
});

/// Unit codes and the words they stand for.
pub(super) static UNITS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut units = HashMap::new();
    for [phrase, _, code] in BODY_WORDS.rows() {
        if !code.is_empty() {
            units.entry(code).or_insert(phrase);
        }
    }
    units
});

/// Provinces in every spelling, by index into [`Place::all`].
pub(super) static PROVINCES: LazyLock<Phrases<usize>> = LazyLock::new(|| {
    phrases(
        Place::all()
            .iter()
            .enumerate()
            .flat_map(|(i, place)| place.spellings().map(move |name| (name, i))),
    )
});

/// Provinces that no table of units has any more.
pub(super) static FORMER: LazyLock<Phrases<()>> =
    LazyLock::new(|| phrases(cues("former_province").map(|name| (name, ()))));

/// A word for a level of administration.
#[derive(Clone, Copy, Debug)]
pub(super) struct LevelWord {
    pub level: Level,
    pub written: &'static str,
    /// A single letter, which means that only with a full stop or a number behind it.
    pub dotted: bool,
}

pub(super) static LEVELS: LazyLock<Phrases<LevelWord>> = LazyLock::new(|| {
    phrases(
        tables::PLACE_LEVELS
            .rows()
            .map(|[spelling, level, written, sign]| {
                let level = match level {
                    "province" => Level::Province,
                    "city" => Level::City,
                    "district" => Level::District,
                    _ => Level::Commune,
                };
                let dotted = sign == "dot";
                (
                    spelling,
                    LevelWord {
                        level,
                        written,
                        dotted,
                    },
                )
            }),
    )
});

/// What a body becomes by the words behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nation {
    /// Still that of Vietnam, its full style given.
    Home,
    /// That of another country.
    Country,
    /// The same; the name of the country goes on: *Vương quốc* …
    Open,
    /// No body: *Chính phủ điện tử*.
    Nothing,
}

pub(super) static NATIONS: LazyLock<Phrases<Nation>> = LazyLock::new(|| {
    phrases(tables::FOREIGN.rows().map(|[words, what]| {
        let nation = match what {
            "home" => Nation::Home,
            "country" => Nation::Country,
            "open" => Nation::Open,
            _ => Nation::Nothing,
        };
        (words, nation)
    }))
});

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

pub(super) static NOUNS: LazyLock<Phrases<Noun>> = LazyLock::new(|| {
    let of = |class, noun| cues(class).map(move |words| (words, noun));
    let strong = of("strong", Noun::Strong);
    phrases(
        strong
            .chain(of("weak", Noun::Weak))
            .chain(of("listed", Noun::Listed)),
    )
});

/// What makes a class of bodies of weak nouns: *có liên quan*.
pub(super) static QUALIFIERS: LazyLock<Phrases<()>> =
    LazyLock::new(|| phrases(cues("qualifier").map(|words| (words, ()))));

fn cues(class: &'static str) -> impl Iterator<Item = &'static str> {
    let rows = BODY_CUES.rows();
    rows.filter(move |row| row[0] == class).map(|row| row[1])
}

/// What a single word is to the names around it; several at once, a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trait(u8);

impl Trait {
    /// A preposition, a conjunction or the like: no name goes on with it.
    pub const FUNCTION: Trait = Trait(1);
    /// No name goes on with it, though it may be the second syllable of a part (*Lưu ký*).
    pub const STOP: Trait = Trait(1 << 1);
    /// A family name: behind an office, a capital word of these begins a person.
    pub const SURNAME: Trait = Trait(1 << 2);
    /// *Đảng* and *Nhà nước* act behind it.
    pub const ACTING: Trait = Trait(1 << 3);
    /// Makes another word of a noun before it: *bộ phận*.
    pub const COMPOUND: Trait = Trait(1 << 4);
    /// The first half of a compound whose second looks like a head: *CƠ SỞ*.
    pub const HALF: Trait = Trait(1 << 5);
    /// Bears names that look like bodies: *phường Hội An*.
    pub const PLACE: Trait = Trait(1 << 6);
    /// No body begins behind it: *phi chính phủ*.
    pub const NO_BODY_BEHIND: Trait = Trait(1 << 7);

    /// Whether the word has it.
    #[inline]
    pub fn of(self, id: WordId) -> bool {
        TRAITS
            .get(id.index())
            .is_some_and(|traits| traits & self.0 != 0)
    }
}

/// The traits of each word, by id.
static TRAITS: LazyLock<Vec<u8>> = LazyLock::new(|| {
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

        static IDS: LazyLock<Ids> = LazyLock::new(|| Ids {
            $($word: VOCABULARY.id(stringify!($word)),)*
        });
    };
}

words! {
    ban biểu bộ chi các cán công cùng cơ cấp cộng của hoặc hội hải khu khóa kiểm kt lần luật nam
    ngành người nhánh nội nước phòng phố phương phận quốc qh sản số thanh thuộc thành thư thường thị thủ thứ
    tịch tl toàn trung trưởng trực tw ty tư tướng tại tỉnh tổ việt vụ và văn về vị vực xã chức chỉ đoàn đơn
    đại đảng địa đội phó nguyên cố cựu ương ủy
}

/// The ids of single words.
pub(super) fn ids() -> &'static Ids {
    &IDS
}

fn phrases<T>(rows: impl IntoIterator<Item = (&'static str, T)>) -> Phrases<T> {
    Phrases::new(&VOCABULARY, rows)
}

impl Lexicon {
    /// The names of `registry`; `vocabulary` must have their words.
    pub fn new(registry: Cow<'static, Registry>, vocabulary: Cow<'static, Vocabulary>) -> Lexicon {
        let bodies = registry.bodies().iter().enumerate();
        let bodies = bodies.filter(|(_, body)| body.in_prose && body.scope != Scope::Unit);
        let names = bodies.flat_map(|(i, body)| {
            let names = std::iter::once(&body.name).chain(&body.aliases);
            names
                .flat_map(spellings)
                .map(move |name| (name, Start::Body(i)))
        });
        let heads = BODY_HEADS.rows().enumerate();
        let heads = heads.map(|(i, row)| (Cow::from(row[0]), Start::Head(i)));
        let none = NOT_BODIES
            .rows()
            .map(|[phrase]| (phrase.into(), Start::Nothing));
        let rows: Vec<(Cow<'_, str>, Start)> = names.chain(heads).chain(none).collect();
        let mut openings = vec![Opening::default(); vocabulary.len()];
        for (name, start) in &rows {
            let opening = &mut openings[first_word(name, &vocabulary).index()];
            match start {
                Start::Nothing => {}
                Start::Body(_) if name.starts_with(char::is_lowercase) => opening.small = true,
                _ => opening.name = true,
            }
        }
        for [office, ..] in tables::HOLDERS.rows() {
            openings[first_word(office, &vocabulary).index()].name = true;
        }
        // Congresses of the Party have no row of their own.
        openings[ids().đại.index()] = Opening {
            name: true,
            small: true,
            class: false,
        };
        for id in [ids().các, ids().bộ] {
            openings[id.index()].class = true;
        }
        let rows = rows.iter().map(|(name, start)| (name.as_ref(), *start));
        let starts = Phrases::new(&vocabulary, rows);
        Lexicon {
            starts,
            registry,
            openings,
            vocabulary,
        }
    }
}

/// How the tries know a name: `&` is the word *và*, *Trung ương* may be short.
fn spellings(name: &String) -> Vec<Cow<'_, str>> {
    let name = match name.contains('&') {
        true => Cow::from(name.replace('&', " và ")),
        false => Cow::from(name),
    };
    match name.contains("Trung ương") {
        true => {
            let short = ["TW", "TƯ"].map(|short| name.replace("Trung ương", short).into());
            std::iter::once(name).chain(short).collect()
        }
        false => vec![name],
    }
}

fn first_word(name: &str, vocabulary: &Vocabulary) -> WordId {
    vocabulary.id(name
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_single_word_is_known() {
        assert!(!format!("{:?}", ids()).contains("WordId(0)"), "{:?}", ids());
    }
}
