//! Bodies by code and by name.
//!
//! A code is a hint, not a key: it means different bodies in different systems, places and
//! years. Every look-up therefore says what it knows of the circumstances and gets one body or
//! all candidates, never a guess.

use std::collections::HashMap;

use super::places::Place;
use crate::date::PartialDate;
use crate::text::fold;

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
    /// In a number of the Party: `52-NQ/TW`.
    PartyNumber,
    /// In running text.
    Prose,
}

/// What is known about a code beside its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Context<'a> {
    /// Where the code stands.
    pub setting: Setting,
    /// Day, month or year of the document.
    pub date: Option<PartialDate>,
    /// The province or city concerned, in any spelling.
    pub place: Option<&'a str>,
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
    settings: Settings,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Settings {
    state: bool,
    party: bool,
    prose: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            state: true,
            party: true,
            prose: true,
        }
    }
}

impl Settings {
    fn has(self, setting: Setting) -> bool {
        match setting {
            Setting::StateNumber => self.state,
            Setting::PartyNumber => self.party,
            Setting::Prose => self.prose,
        }
    }
}

impl Body {
    /// A body of the caller's own, for [`Registry::with`].
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

    fn from_row(row: &[&'static str; 11]) -> Body {
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
            state: matches!(row[4], "any" | "state"),
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

/// Whether any day that `date` may mean lies in the period; one without a year lies in every.
pub(crate) fn within(
    from: Option<PartialDate>,
    to: Option<PartialDate>,
    date: PartialDate,
) -> bool {
    let Some((first, last)) = date.bounds() else {
        return true;
    };
    let begins = from.and_then(PartialDate::bounds).map(|(first, _)| first);
    let ends = to.and_then(PartialDate::bounds).map(|(_, last)| last);
    begins.is_none_or(|begins| begins <= last) && ends.is_none_or(|ends| first <= ends)
}

/// What a code may stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Candidates<'r> {
    /// The registry does not know the code, or not in these circumstances.
    Unknown,
    /// One body.
    One(&'r Body),
    /// Several, and nothing known that tells them apart.
    Many(Vec<&'r Body>),
}

impl<'r> Candidates<'r> {
    /// The body, if there is one only.
    pub fn one(&self) -> Option<&'r Body> {
        match self {
            Candidates::One(body) => Some(body),
            _ => None,
        }
    }

    /// All of them.
    pub fn all(&self) -> &[&'r Body] {
        match self {
            Candidates::Unknown => &[],
            Candidates::One(body) => std::slice::from_ref(body),
            Candidates::Many(bodies) => bodies,
        }
    }
}

/// The known bodies.
#[derive(Clone, Debug)]
pub struct Registry {
    bodies: Vec<Body>,
    by_code: HashMap<String, Vec<usize>>,
}

impl Registry {
    fn of(bodies: Vec<Body>) -> Registry {
        let mut by_code: HashMap<String, Vec<usize>> = HashMap::new();
        for (i, body) in bodies.iter().enumerate() {
            for code in &body.codes {
                by_code.entry(code.clone()).or_default().push(i);
            }
        }
        Registry { bodies, by_code }
    }

    /// The bodies of the table.
    pub(super) fn new() -> Registry {
        let rows = super::BODIES.rows();
        Registry::of(rows.map(|row| Body::from_row(&row)).collect())
    }

    /// The bodies that this crate knows.
    pub fn builtin() -> &'static Registry {
        &super::Tables::builtin().bodies
    }

    /// Those, and the caller's own.
    pub fn with(more: impl IntoIterator<Item = Body>) -> Registry {
        Registry::of(
            Registry::builtin()
                .bodies
                .iter()
                .cloned()
                .chain(more)
                .collect(),
        )
    }

    /// Every body.
    pub fn bodies(&self) -> &[Body] {
        &self.bodies
    }

    /// Every name, other spelling and code.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.bodies.iter().flat_map(|body| {
            let names = std::iter::once(&body.name).chain(&body.aliases);
            names.chain(&body.codes).map(String::as_str)
        })
    }

    /// Every body that `code` (canonical spelling) may ever stand for.
    pub fn by_code(&self, code: &str) -> impl Iterator<Item = &Body> {
        let found = self.by_code.get(code).map_or(&[][..], Vec::as_slice);
        found.iter().map(|&i| &self.bodies[i])
    }

    /// Whether `code`, in canonical spelling, stands for a body.
    pub(crate) fn has_code(&self, code: &str) -> bool {
        self.by_code.contains_key(code)
    }

    /// Every body of that name, in any spelling; several when the name was used again.
    pub fn by_name(&self, name: &str) -> impl Iterator<Item = &Body> {
        let key = fold::key(name);
        self.bodies.iter().filter(move |body| {
            std::iter::once(&body.name)
                .chain(&body.aliases)
                .any(|known| fold::key(known) == key)
        })
    }

    /// What `code` stands for in these circumstances.
    ///
    /// The setting excludes; the date and the place only decide between several, because a
    /// body is often named by a code after its time.
    ///
    /// ```
    /// use vanban::body::{Context, Registry, Setting};
    /// let registry = Registry::builtin();
    /// let found = registry.lookup("BTP", &Context::default());
    /// assert_eq!(found.one().unwrap().name, "Bộ Tư pháp");
    /// let party = Context { setting: Setting::PartyNumber, ..Context::default() };
    /// assert_eq!(registry.lookup("TW", &party).all().len(), 3);
    /// ```
    pub fn lookup(&self, code: &str, context: &Context<'_>) -> Candidates<'_> {
        let all: Vec<&Body> = self.by_code(code).collect();
        let mut found: Vec<&Body> = all
            .iter()
            .copied()
            .filter(|body| body.settings.has(context.setting))
            .collect();
        if let Some(date) = context.date {
            keep_if_any(&mut found, |body| body.exists_on(date));
        }
        if let Some(place) = context.place {
            let known = Place::by_name(place);
            keep_if_any(&mut found, |body| match (body.scope, known) {
                (Scope::City, Some(known)) => known.is_city(context.date),
                (Scope::Province, Some(known)) => !known.is_city(context.date),
                (Scope::District, _) => known.is_none(),
                (Scope::City | Scope::Province, None) => false,
                _ => true,
            });
        }
        match found[..] {
            [] => Candidates::Unknown,
            [body] => Candidates::One(body),
            _ => Candidates::Many(found),
        }
    }

    /// The name of the body behind an issuer code, if the circumstances leave only one name.
    ///
    /// Bodies of the same name in different years count as one; a place is put into the name
    /// where the code leaves it open.
    ///
    /// ```
    /// use vanban::body::{Context, Registry};
    /// let registry = Registry::builtin();
    /// let sơn_la = Context { place: Some("Sơn La"), ..Context::default() };
    /// let name = registry.issuer_name("UBND", &sơn_la);
    /// assert_eq!(name.as_deref(), Some("Ủy ban nhân dân tỉnh Sơn La"));
    /// ```
    pub fn issuer_name(&self, code: &str, context: &Context<'_>) -> Option<String> {
        let found = self.lookup(code, context);
        let (first, rest) = found.all().split_first()?;
        // Courts and procuracies have three levels, and a place as many of them: `VKS` beside a
        // provincial court may be that of a region.
        if first.class == BodyClass::Court && first.is_local() {
            return None;
        }
        rest.iter()
            .all(|body| body.name == first.name)
            .then(|| first.name_at(context.place, context.date))
    }
}

/// Drops what fails `keep`, unless that is everything.
fn keep_if_any(found: &mut Vec<&Body>, keep: impl Fn(&Body) -> bool) {
    if found.iter().any(|body| keep(body)) {
        found.retain(|body| keep(body));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_touch_periods() {
        for (from, to, date, expected) in [
            ("", "", "2020", true),
            ("2007-08", "", "2007", true),
            ("2007-08", "", "2007-07-31", false),
            ("2007-08", "", "2007-08-01", true),
            ("", "2025-02-28", "2025", true),
            ("", "2025-02-28", "2025-03", false),
            ("1976", "1998", "1998-12-31", true),
            ("1976", "1998", "XXXX-08-12", true),
        ] {
            let parse = |date: &str| date.parse().ok();
            let found = within(parse(from), parse(to), parse(date).expect("a date"));
            assert_eq!(found, expected, "{from:?} {to:?} {date}");
        }
    }

    #[test]
    fn codes() {
        for code in [
            "CP",
            "TTg",
            "BGD&ĐT",
            "ĐHQG-HCM",
            "TT.HĐND",
            "V.I",
            "KTrVB",
            "TW",
        ] {
            assert!(Registry::builtin().has_code(code), "{code}");
        }
        for code in ["", "QĐ", "NĐ", "ttg", "XXX"] {
            assert!(!Registry::builtin().has_code(code), "{code}");
        }
    }

    #[test]
    fn rows_are_whole() {
        for row in super::super::BODIES.rows() {
            for date in &row[5..7] {
                assert!(
                    date.is_empty() || date.parse::<PartialDate>().is_ok(),
                    "{row:?}"
                );
            }
            assert!(!row[0].is_empty() && !row[3].is_empty(), "{row:?}");
            assert!(
                row[2] == "other" || BodyClass::read(row[2]) != BodyClass::Other,
                "{row:?}"
            );
        }
    }
}
