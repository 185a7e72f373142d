//! What the grammar knows: names of the registry, head words, the words names are made of.

use once_cell::sync::Lazy;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::cues::ids;
use super::read::{Level, Read, Words};
use crate::reading::{Phrases, Vocabulary, WordId};
use crate::tables::bodies::{Body, BodyClass, Registry, Scope};
use crate::tables::places::Place;
use crate::tables::{self, BODY_HEADS, BODY_WORDS, NOT_BODIES, VOCABULARY};

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
    /// Takes such words only with one of the table among them: *Ban Mai Xanh* is no body.
    pub told: bool,
    /// One of many of its name: which one it is, only its host or its place says.
    pub one_of_many: bool,
    /// Stands for one that is named elsewhere: *Văn phòng Sở*, *Đảng ủy Tập đoàn*.
    pub bare: bool,
    /// Takes the state that sends it, and where it is: *Đại sứ quán Việt Nam tại Lào*.
    pub mission: bool,
    /// Whether it is one in small letters too.
    pub small: Small,
    /// Nothing without a name, whose words in small letters are any: *Công ty cổ phần | sách Thái Hà*.
    pub unsaid: bool,
}

/// When a head in small letters is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Small {
    Never,
    /// With words behind it that say which: *trường THPT Tô Hiệu*.
    Named,
    /// Always: *cơ quan điều tra*.
    Alone,
}

/// A phrase that names of bodies are made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    /// Also a verb (*quản lý*): in lower case it may begin the rest of the sentence.
    pub verb: bool,
    /// A verb that in lower case never belongs to the name: *Phòng Đào tạo | tổ chức hội nghị*.
    pub sentence: bool,
    /// A task that is nothing without its object: *phòng chống* what.
    pub task: bool,
    /// Takes another verb after it wherever it stands: *và Quản lý xử lý …*.
    pub chains: bool,
    /// A subject of several words, no actor: in small letters it goes on a name, behind *và* too
    /// (*Cục Thống kê tội phạm và chuyển đổi số*).
    pub joined: bool,
    /// Goes on a name of the registry too.
    pub extends: bool,
    /// Ends a name: *Việt Nam*.
    pub last: bool,
    pub code: Option<&'static str>,
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
    /// A name that is one in small letters too may begin with it: *bộ tài chính*.
    pub told: bool,
    /// The name of a law begins with it, in which bodies are only named.
    pub law: bool,
}

impl Opening {
    /// Whether anything begins with it.
    #[inline]
    pub(super) fn may_be(self) -> bool {
        self.name | self.small | self.class | self.told | self.law
    }
}

#[derive(Clone, Debug)]
pub(super) struct Lexicon {
    /// The words that a text must be read with.
    pub vocabulary: Cow<'static, Vocabulary>,
    pub registry: Cow<'static, Registry>,
    pub starts: Phrases<Start>,
    /// Ministries by their names without *Bộ*.
    pub ministries: Phrases<usize>,
    /// What each word may open, by id.
    pub openings: Vec<Opening>,
    /// Provinces and cities, the caller's too.
    pub places: Vec<Arc<Place>>,
    /// The same in every spelling, by index.
    pub provinces: Phrases<usize>,
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
            told: row[4].contains('t'),
            one_of_many: row[4].contains('m'),
            bare: row[4].contains('h'),
            mission: row[4].contains('e'),
            unsaid: row[4].contains('u'),
            small: match (row[4].contains('S'), row[4].contains('s')) {
                (true, _) => Small::Alone,
                (_, true) => Small::Named,
                _ => Small::Never,
            },
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
    /// Whether it is one of a ministry, whose name may follow without *Bộ*.
    pub of_ministry: bool,
    /// The full title of its holder, where the office says enough without the body.
    pub alone: Option<(&'static str, BodyClass)>,
}

/// Offices: who acts for a body, and the deputies.
pub(super) static HOLDERS: Lazy<Phrases<Office>> = Lazy::new(|| {
    phrases(
        tables::HOLDERS
            .rows()
            .map(|[written, name, role, alone, class]| {
                let role = match role {
                    "head" => Role::Head,
                    "deputy" => Role::Deputy,
                    "before" => Role::Before,
                    _ => Role::Chief,
                };
                let class = BodyClass::read(class);
                let alone = Some((alone, class)).filter(|(alone, _)| !alone.is_empty());
                let of_ministry = class == BodyClass::Ministry;
                let office = Office {
                    name: if name.is_empty() { written } else { name },
                    role,
                    of_ministry,
                    alone,
                };
                (written, office)
            }),
    )
});

pub(super) static FIELDS: Lazy<Phrases<Field>> = Lazy::new(|| {
    phrases(BODY_WORDS.rows().map(|[phrase, kind, code]| {
        let field = Field {
            verb: kind.starts_with('v'),
            chains: kind.starts_with("vv"),
            sentence: kind.ends_with('c'),
            task: kind.ends_with('o'),
            joined: matches!(kind, "" | "j") && phrase.contains(' '),
            extends: kind == "j",
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
            .map(|[spelling, level, written, sign, ..]| {
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
                Start::Body(body) => {
                    opening.name = true;
                    opening.told |= is_told_in_small(&registry.bodies()[*body]);
                }
                Start::Head(head) => {
                    opening.name = true;
                    opening.told |= HEADS[*head].small != Small::Never;
                }
            }
        }
        for [office, ..] in tables::HOLDERS.rows() {
            openings[first_word(office, &vocabulary).index()].name = true;
        }
        // *T.Ư Đảng* is *TW Đảng*, whose first word is read as two.
        openings[vocabulary.id("T").index()].name = true;
        openings[ids().luật.index()].law = true;
        // Congresses of the Party have no row of their own.
        openings[ids().đại.index()] = Opening {
            name: true,
            small: true,
            ..Opening::default()
        };
        for id in [ids().các, ids().bộ, ids().tỉnh] {
            openings[id.index()].class = true;
        }
        // A name without a code (*Bộ Giáo dục*) is of old, and today the short form of another.
        let ministries = rows.iter().filter_map(|(name, start)| match start {
            Start::Body(body) if !registry.bodies()[*body].codes.is_empty() => {
                Some((name.strip_prefix("Bộ ")?, *body))
            }
            _ => None,
        });
        let ministries = Phrases::new(&vocabulary, ministries);
        let rows = rows.iter().map(|(name, start)| (name.as_ref(), *start));
        let starts = Phrases::new(&vocabulary, rows);
        let own_places = registry.own_places();
        let places: Vec<Arc<Place>> = Place::all()
            .iter()
            .chain(own_places)
            .map(|place| Arc::new(place.clone()))
            .collect();
        let spelled = places.iter().enumerate();
        let spelled = spelled.flat_map(|(i, place)| place.spellings().map(move |name| (name, i)));
        let provinces = Phrases::new(&vocabulary, spelled);
        Lexicon {
            starts,
            places,
            provinces,
            ministries,
            registry,
            openings,
            vocabulary,
        }
    }
}

impl Lexicon {
    /// Row `index` of the registry as a body that was read. The words of a row of ours are borrowed.
    pub fn row(&self, index: usize) -> Read {
        let (body, builtin) = (
            &self.registry.bodies()[index],
            Registry::builtin().bodies().get(index),
        );
        let words = |own: &String, ours: Option<&'static String>| match ours {
            Some(ours) => Words::from(ours.as_str()),
            None => Words::from(own.clone()),
        };
        let some = |own: Option<&String>, ours: Option<Option<&'static String>>| {
            own.map(|own| words(own, ours.flatten()))
        };
        Read {
            name: words(&body.name, builtin.map(|body| &body.name)),
            known: Some(index),
            row: Some(index),
            code: some(body.codes.first(), builtin.map(|body| body.codes.first())),
            class: body.class,
            parent: some(
                body.parent.as_ref(),
                builtin.map(|body| body.parent.as_ref()),
            ),
            ..Read::default()
        }
    }
}

/// Whether the name of a body means nothing else in small letters: *bộ tài chính*, *ủy ban nhân dân tỉnh*, but
/// *bảo hiểm xã hội*.
pub(super) fn is_told_in_small(body: &Body) -> bool {
    let office = ["Thủ tướng", "Văn phòng"];
    let ministry = ["Bộ ", "Ngân hàng", "Thanh tra Chính phủ"];
    let local = ["Ủy ban nhân dân", "Hội đồng nhân dân", "Sở ", "Công an"];
    let party = ["Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy"];
    // *ban tổ chức* is that of a feast as well.
    let boards = ["Ban Tuyên giáo", "Ban Dân vận", "Ban Nội chính"];
    let begins = |with: &[&str]| with.iter().any(|head| body.name.starts_with(head));
    match body.class {
        BodyClass::Court => true,
        BodyClass::Ministry => begins(&ministry),
        BodyClass::Central => begins(&office),
        BodyClass::Local => begins(&local),
        BodyClass::Party => party.contains(&body.name.as_str()) || begins(&boards),
        _ => false,
    }
}

/// Words of names that newspapers write short.
const SHORT_WORDS: [(&str, &[&str]); 4] = [
    ("Quốc hội", &["QH"]),
    ("Trung ương", &["TW", "TƯ"]),
    ("Việt Nam", &["VN"]),
    ("Mặt trận Tổ quốc", &["MTTQ"]),
];

/// How the tries know a name: `&` is the word *và*, *Trung ương* and the like may be short.
fn spellings(name: &String) -> Vec<Cow<'_, str>> {
    let name = match name.contains('&') {
        true => Cow::from(name.replace('&', " và ")),
        false => Cow::from(name),
    };
    let mut spellings = vec![name];
    for (long, short) in SHORT_WORDS {
        if !spellings[0].contains(long) {
            continue;
        }
        for i in 0..spellings.len() {
            let short = short.iter().map(|short| spellings[i].replace(long, short));
            let short: Vec<_> = short.map(Cow::from).collect();
            spellings.extend(short);
        }
    }
    spellings
}

fn first_word(name: &str, vocabulary: &Vocabulary) -> WordId {
    vocabulary.id(name
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or(""))
}
