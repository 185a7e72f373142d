//! A row of the registry of bodies.

use super::places::Place;
use super::validity::within;
use crate::date::PartialDate;
use crate::named::named;

/// What kind of body it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum BodyClass {
    /// National Assembly, President, Government, Prime Minister and their organs.
    Central,
    /// Ministry or ministerial-level agency (*bộ, cơ quan ngang bộ*).
    Ministry,
    /// Agency under the Government (*cơ quan thuộc Chính phủ*).
    Agency,
    /// Unit of a ministry (*tổng cục, cục, vụ* …).
    Department,
    /// People's council or committee, their departments and offices.
    Local,
    /// Organ of the Communist Party.
    Party,
    /// Fatherland Front, union or association.
    Mass,
    /// Court or procuracy.
    Court,
    /// Body of another country.
    Foreign,
    /// Company or bank.
    Enterprise,
    /// University, academy, school or institute.
    Institution,
    /// Anything else.
    #[default]
    Other,
}

named!(BodyClass, "a class of bodies" {
    Central = "central",
    Ministry = "ministry",
    Agency = "agency",
    Department = "department",
    Local = "local",
    Party = "party",
    Mass = "mass",
    Court = "court",
    Foreign = "foreign",
    Enterprise = "enterprise",
    Institution = "institution",
    Other = "other",
});

impl BodyClass {
    /// The class as it is written in tables and JSON.
    pub(crate) fn read(word: &str) -> BodyClass {
        match word {
            "central" => BodyClass::Central,
            "ministry" => BodyClass::Ministry,
            "agency" => BodyClass::Agency,
            "department" => BodyClass::Department,
            "local" => BodyClass::Local,
            "party" => BodyClass::Party,
            "mass" => BodyClass::Mass,
            "court" => BodyClass::Court,
            "foreign" => BodyClass::Foreign,
            "enterprise" => BodyClass::Enterprise,
            "institution" => BodyClass::Institution,
            _ => BodyClass::Other,
        }
    }
}

/// Where a code stands, which decides what it may mean: `BCT` is the Ministry of Industry and
/// Trade in a number and perhaps the Politburo in running text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Setting {
    /// In a number of the State: `15/2020/NĐ-CP`, `1706/QĐ-BTP`.
    #[default]
    StateNumber,
    /// In the number of a letter, before the unit that wrote it: `4698/BNV-CCVC`.
    Letter,
    /// In a number of the Party: `52-NQ/TW`.
    PartyNumber,
    /// In running text.
    Prose,
}

/// What a body's name may be followed by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Scope {
    /// Nothing: there is one such body.
    #[default]
    National,
    /// Any place: *Ủy ban nhân dân*.
    Place,
    /// A place without which the words mean something else: *Công an*.
    PlaceRequired,
    /// A province: *Tỉnh ủy*.
    Province,
    /// A centrally run city: *Thành ủy*.
    City,
    /// A district: *Huyện ủy*.
    District,
    /// A seat: *Tòa án nhân dân cấp cao tại Hà Nội*.
    Seat,
    /// No one body in particular: *Đảng*, *Nhà nước*.
    Idea,
    /// Words that say which one: *Ban Chỉ đạo …*. The grammar composes those.
    Unit,
}

/// One row of the registry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Body {
    /// Full name.
    pub name: String,
    /// Codes that stand for it in document numbers, the one in use first.
    pub codes: Vec<String>,
    /// English name.
    pub english: String,
    /// What kind of body.
    pub class: BodyClass,
    /// Since when it has borne this name, as precise as known.
    pub valid_from: Option<PartialDate>,
    /// Until when (inclusive); `None` while it lasts.
    pub valid_to: Option<PartialDate>,
    /// The body it belongs to.
    pub parent: Option<String>,
    /// Names of the bodies that took over its work.
    pub successors: Vec<String>,
    /// Other spellings of the name.
    pub aliases: Vec<String>,
    /// Whether the names are looked for in running text.
    pub(crate) in_prose: bool,
    pub(crate) scope: Scope,
    pub(super) settings: Settings,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Settings {
    state: bool,
    letter: bool,
    party: bool,
    prose: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            state: true,
            letter: true,
            party: true,
            prose: true,
        }
    }
}

impl Settings {
    pub(super) fn has(self, setting: Setting) -> bool {
        match setting {
            Setting::StateNumber => self.state,
            Setting::Letter => self.letter,
            Setting::PartyNumber => self.party,
            Setting::Prose => self.prose,
        }
    }
}

impl Body {
    /// A body of the caller's own, for [`Registry::with`](super::bodies::Registry::with).
    ///
    /// ```
    /// use vanban::body::{Body, BodyClass, Registry};
    /// let ours = Body::new("Sở An toàn thực phẩm", BodyClass::Local).code("SATTP");
    /// let registry = Registry::with([ours]);
    /// assert_eq!(registry.by_code("SATTP").count(), 1);
    /// ```
    pub fn new(name: impl Into<String>, class: BodyClass) -> Body {
        Body {
            name: name.into(),
            class,
            in_prose: true,
            ..Body::default()
        }
    }

    /// Adds a code.
    pub fn code(mut self, code: impl Into<String>) -> Body {
        self.codes.push(code.into());
        self
    }

    /// Adds another spelling of the name.
    pub fn alias(mut self, alias: impl Into<String>) -> Body {
        self.aliases.push(alias.into());
        self
    }

    /// Sets the first and last day, month or year of the name.
    pub fn valid(mut self, from: Option<PartialDate>, to: Option<PartialDate>) -> Body {
        self.valid_from = from;
        self.valid_to = to;
        self
    }

    /// Whether the body bore this name on `date`; a year or month counts when any day of it does.
    ///
    /// ```
    /// let registry = vanban::body::Registry::builtin();
    /// let ministry = registry.by_code("BGTVT").next().unwrap();
    /// assert!(ministry.exists_on("2024".parse()?) && !ministry.exists_on("2025-03-01".parse()?));
    /// # Ok::<(), vanban::ParseError>(())
    /// ```
    pub fn exists_on(&self, date: PartialDate) -> bool {
        within(self.valid_from, self.valid_to, date)
    }

    /// The name together with a place, where the body is one of many: *Ủy ban nhân dân tỉnh
    /// Sơn La*. The name alone otherwise.
    pub fn name_at(&self, place: Option<&str>, date: Option<PartialDate>) -> String {
        let (Some(place), false) = (place, self.scope == Scope::National) else {
            return self.name.clone();
        };
        match (self.scope, Place::by_name(place)) {
            (Scope::Province | Scope::City, Some(known)) => format!("{} {}", self.name, known.name),
            (_, Some(known)) => format!("{} {}", self.name, known.full_name(date)),
            (_, None) => format!("{} {place}", self.name),
        }
    }

    /// Whether there is one in every province, district or commune, so that the name says which
    /// only together with a place.
    pub fn is_local(&self) -> bool {
        self.scope != Scope::National
    }

    pub(super) fn from_row(row: &[&'static str; 11]) -> Body {
        let list = |cell: &str, by: char| {
            cell.split(by)
                .filter(|item| !item.is_empty() && *item != "!")
                .map(str::to_owned)
                .collect()
        };
        let some = |cell: &str| Some(cell.to_owned()).filter(|cell| !cell.is_empty());
        let scope = match row[9] {
            "any" => Scope::Place,
            "required" => Scope::PlaceRequired,
            "province" => Scope::Province,
            "city" => Scope::City,
            "district" => Scope::District,
            "seat" => Scope::Seat,
            "unit" => Scope::Unit,
            "idea" => Scope::Idea,
            _ => Scope::National,
        };
        let settings = Settings {
            state: matches!(row[4], "any" | "state" | "act"),
            letter: matches!(row[4], "any" | "state"),
            party: matches!(row[4], "any" | "party"),
            prose: matches!(row[4], "any" | "prose"),
        };
        Body {
            name: row[0].to_owned(),
            codes: list(row[1], ' '),
            class: BodyClass::read(row[2]),
            english: row[3].to_owned(),
            settings,
            valid_from: row[5].parse().ok(),
            valid_to: row[6].parse().ok(),
            parent: some(row[7]),
            successors: list(row[8], ';'),
            scope,
            aliases: list(row[10], ';'),
            in_prose: row[10] != "!" && scope != Scope::Unit,
        }
    }
}
