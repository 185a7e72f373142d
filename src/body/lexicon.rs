//! What the grammar knows: names of the registry, head words, the words names are made of.

use std::borrow::Cow;
use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::openings::Openings;
use super::words::{Phrases, Word, key};
use crate::tables::bodies::{BodyClass, Registry, Scope};
use crate::tables::places::Place;
use crate::tables::{self, BODY_HEADS, BODY_WORDS, NAME_STOPS, NOT_BODIES};

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

#[derive(Clone, Debug)]
pub(super) struct Lexicon {
    pub registry: Registry,
    pub starts: Phrases<Start>,
    /// How all of those begin.
    pub openings: Openings,
}

pub(super) static HEADS: Lazy<Vec<Head>> = Lazy::new(|| {
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
pub(super) static HOLDERS: Lazy<Phrases<Office>> = Lazy::new(|| {
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

pub(super) static FIELDS: Lazy<Phrases<Field>> = Lazy::new(|| {
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
pub(super) static UNITS: Lazy<HashMap<&'static str, &'static str>> = Lazy::new(|| {
    let mut units = HashMap::new();
    for [phrase, _, code] in BODY_WORDS.rows() {
        if !code.is_empty() {
            units.entry(code).or_insert(phrase);
        }
    }
    units
});

/// Provinces in every spelling, by index into [`Place::all`].
pub(super) static PROVINCES: Lazy<Phrases<usize>> = Lazy::new(|| {
    phrases(
        Place::all()
            .iter()
            .enumerate()
            .flat_map(|(i, place)| place.spellings().map(move |name| (name, i))),
    )
});

/// Provinces of the years before 1997 and Hà Tây, which no table of units has any more.
pub(super) static FORMER: Lazy<Phrases<()>> = Lazy::new(|| {
    let names = "Hà Tây;Hà Sơn Bình;Hà Bắc;Hà Nam Ninh;Nam Hà;Hải Hưng;Vĩnh Phú;Hoàng Liên Sơn;\
        Cao Lạng;Bắc Thái;Hà Tuyên;Nghệ Tĩnh;Bình Trị Thiên;Quảng Nam - Đà Nẵng;Nghĩa Bình;\
        Phú Khánh;Thuận Hải;Gia Lai - Kon Tum;Sông Bé;Cửu Long;Minh Hải";
    phrases(names.split(';').map(|name| (name, ())))
});

/// A word for a level of administration.
#[derive(Clone, Copy, Debug)]
pub(super) struct LevelWord {
    pub level: Level,
    pub written: &'static str,
    /// A single letter, which means that only with a full stop or a number behind it.
    pub dotted: bool,
}

pub(super) static LEVELS: Lazy<Phrases<LevelWord>> = Lazy::new(|| {
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

pub(super) static NATIONS: Lazy<Phrases<Nation>> = Lazy::new(|| {
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

/// Words behind which *Đảng* and *Nhà nước* act.
static ACTING: Lazy<Vec<u64>> = Lazy::new(|| {
    let mut words: Vec<u64> = tables::ACTING.rows().map(|[word]| key(word)).collect();
    words.sort_unstable();
    words
});

/// Whether *Đảng* or *Nhà nước* behind the word is a body, and no adjective.
pub(super) fn acts_behind(word: &str) -> bool {
    word.is_empty() || ACTING.binary_search(&key(word)).is_ok()
}

/// Words that a name never goes on with, though a capital may have come before: prepositions,
/// conjunctions and the like, and those together with verbs.
static FUNCTION: Lazy<Vec<u64>> = Lazy::new(|| stop_words(|class| class == "function"));
static STOPS: Lazy<Vec<u64>> = Lazy::new(|| stop_words(|_| true));

fn stop_words(wanted: impl Fn(&str) -> bool) -> Vec<u64> {
    let mut stops: Vec<u64> = NAME_STOPS
        .rows()
        .filter(|[class, _]| wanted(class))
        .map(|[_, word]| key(word))
        .collect();
    stops.sort_unstable();
    stops
}

/// Family names: after an office, a capital word of these begins a person.
static SURNAMES: Lazy<Vec<u64>> = Lazy::new(|| {
    let mut names: Vec<u64> =
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương \
        Lý Đoàn Đinh Trịnh Đào Lương Trương Lâm Tô Cao Chu Quách Thái Hà Mai Tạ Tống Vương Triệu \
        Phùng Kiều Lưu Nông Giàng Vừ Lò Quàng Cù Doãn Khuất Nghiêm Thạch Ông Bà \
        Mạc Phí Hứa Thân Đàm Bế Giáp Khổng Lại Lã Lữ Sùng Thào Tòng Tăng Vàng Lầu Nhữ Ngụy Sầm \
        Tôn Điểu Hầu Mã"
            .split_whitespace()
            .map(key)
            .collect();
    names.sort_unstable();
    names
});

/// Whether a name stops before the word. `fresh` says that the word is the second syllable of a
/// component, where verbs (*Lưu ký*) are possible and only function words stop.
pub(super) fn stops(word: Word, fresh: bool) -> bool {
    let list = if fresh { &FUNCTION } else { &STOPS };
    list.binary_search(&word.key).is_ok()
}

pub(super) fn surname(word: Word) -> bool {
    SURNAMES.binary_search(&word.key).is_ok()
}

fn phrases<T: Copy, S: AsRef<str>>(rows: impl IntoIterator<Item = (S, T)>) -> Phrases<T> {
    let mut phrases = Phrases::new();
    for (phrase, value) in rows {
        phrases.add(phrase.as_ref(), value);
    }
    phrases
}

impl Lexicon {
    pub fn new(registry: &Registry) -> Lexicon {
        let mut starts = Phrases::new();
        let mut opening: Vec<Cow<'_, str>> = Vec::new();
        for (i, body) in registry.bodies().iter().enumerate() {
            if body.in_prose && body.scope != Scope::Unit {
                for name in std::iter::once(&body.name).chain(&body.aliases) {
                    let mut names = vec![Cow::from(name)];
                    if name.contains("Trung ương") {
                        names.extend(
                            ["TW", "TƯ"].map(|short| name.replace("Trung ương", short).into()),
                        );
                    }
                    for name in names {
                        starts.add(&name, Start::Body(i));
                        opening.push(name);
                    }
                }
            }
        }
        for (i, row) in BODY_HEADS.rows().enumerate() {
            starts.add(row[0], Start::Head(i));
            opening.push(row[0].into());
        }
        for [phrase] in NOT_BODIES.rows() {
            starts.add(phrase, Start::Nothing);
        }
        opening.extend(tables::HOLDERS.rows().map(|[office, ..]| office.into()));
        // Congresses of the Party have no row of their own.
        opening.push("Đại hội".into());
        Lexicon {
            openings: Openings::new(opening.iter().map(|name| &**name)),
            registry: registry.clone(),
            starts,
        }
    }
}
