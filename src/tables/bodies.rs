//! Bodies by code and by name.
//!
//! A code is a hint, not a key: it means different bodies in different systems, places and
//! years. Every look-up therefore says what it knows of the circumstances and gets one body or
//! all candidates, never a guess.

use std::collections::HashMap;

use smallvec::SmallVec;

pub(crate) use super::body::Scope;
pub use super::body::{Body, BodyClass, Setting};
use super::places::Place;
pub(crate) use super::validity::within;
use crate::date::PartialDate;
use crate::text::fold;

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

    /// The first of them, where all bear its name: bodies of the same name in different years count as one.
    pub(crate) fn of_one_name(&self) -> Option<&'r Body> {
        let (first, rest) = self.all().split_first()?;
        // Courts and procuracies have three levels, and a place as many of them: `VKS` beside a
        // provincial court may be that of a region.
        let one = !(first.class == BodyClass::Court && first.is_local())
            && rest.iter().all(|body| body.name == first.name);
        one.then_some(*first)
    }
}

/// The known bodies.
#[derive(Clone, Debug)]
pub struct Registry {
    bodies: Vec<Body>,
    by_code: HashMap<String, Vec<usize>>,
    /// The caller's provinces and cities.
    places: Vec<Place>,
}

impl Registry {
    fn of(bodies: Vec<Body>) -> Registry {
        let mut by_code: HashMap<String, Vec<usize>> = HashMap::new();
        for (i, body) in bodies.iter().enumerate() {
            for code in &body.codes {
                by_code.entry(code.clone()).or_default().push(i);
            }
        }
        Registry {
            bodies,
            by_code,
            places: Vec::new(),
        }
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

    /// The same with places that the table does not have: provinces and centrally run cities. Districts and
    /// communes need no row, for their level tells them.
    ///
    /// ```
    /// use vanban::body::{Finder, Place, Registry};
    /// let registry = Registry::with([]).places([Place::new("thành phố Tân An")]);
    /// let found = Finder::new().registry(&registry).find("Giao UBND Tân An chủ trì.").next().unwrap();
    /// assert_eq!(found.value.name, "Ủy ban nhân dân Tân An");
    /// assert_eq!(found.value.place.as_deref(), Some("Tân An"));
    /// ```
    #[must_use]
    pub fn places(mut self, more: impl IntoIterator<Item = Place>) -> Registry {
        self.places.extend(more);
        self
    }

    /// The caller's places.
    pub(crate) fn own_places(&self) -> &[Place] {
        &self.places
    }

    /// Every body.
    pub fn bodies(&self) -> &[Body] {
        &self.bodies
    }

    /// Every name, other spelling and code.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let places = self.places.iter().map(|place| &*place.name);
        let bodies = self.bodies.iter().flat_map(|body| {
            let names = std::iter::once(&body.name).chain(&body.aliases);
            names.chain(&body.codes).map(String::as_str)
        });
        bodies.chain(places)
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
        let mut found: SmallVec<[&Body; 4]> = self
            .by_code(code)
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
            _ => Candidates::Many(found.into_vec()),
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
        let body = self.lookup(code, context).of_one_name()?;
        Some(body.name_at(context.place, context.date))
    }
}

/// Drops what fails `keep`, unless that is everything.
fn keep_if_any(found: &mut SmallVec<[&Body; 4]>, keep: impl Fn(&Body) -> bool) {
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
