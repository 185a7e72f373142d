//! Provinces and centrally run cities: the 63 units until 2025-06-30 and the 34 since
//! (Nghị quyết 202/2025/QH15; unit codes by Quyết định 19/2025/QĐ-TTg).

use std::borrow::Cow;
use std::collections::HashMap;

use once_cell::sync::Lazy;

use crate::date::PartialDate;
use crate::text::fold;

/// A province (*tỉnh*) or centrally run city (*thành phố trực thuộc trung ương*).
///
/// Unit codes were used again with another meaning in 2025 (15 was Yên Bái and is Lào Cai), so
/// a place is known by its name, and a code only together with a date.
///
/// ```
/// use vanban::body::Place;
/// let place = Place::by_name("Đắc Nông").unwrap();
/// assert_eq!(place.name, "Đắk Nông");
/// assert_eq!(place.successor, "Lâm Đồng");
/// assert!(!place.exists_on("2025-07-01".parse()?));
/// # Ok::<(), vanban::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Place {
    /// The name without *tỉnh* or *thành phố*.
    pub name: Cow<'static, str>,
    /// The unit of today that holds its territory; its own name where it was not merged away.
    pub successor: Cow<'static, str>,
    /// ISO 3166-2 code, empty for a place of the caller's. Units merged away in 2025 keep the one they had.
    pub iso: &'static str,
    /// Unit code valid until 2025-06-30.
    pub code_until_2025: Option<&'static str>,
    /// Unit code valid since 2025-07-01.
    pub code: Option<&'static str>,
    /// First day as a unit of this name, where it is not older than the tables.
    pub since: Option<PartialDate>,
    /// Last day as a unit of this name; `None` while it lasts.
    pub until: Option<PartialDate>,
    /// Since when it is a centrally run city; `None` for a province.
    pub city_since: Option<PartialDate>,
    /// Since ever a city: one of the caller's.
    always_city: bool,
    spellings: &'static str,
}

/// Year and month from which the units of 2025 and their codes hold.
const MERGED: (u16, u8) = (2025, 7);

static PLACES: Lazy<Vec<Place>> = Lazy::new(|| {
    let some = |cell: &'static str| Some(cell).filter(|cell| !cell.is_empty());
    super::PLACES
        .rows()
        .map(|row| Place {
            name: row[0].into(),
            code_until_2025: some(row[1]),
            code: some(row[2]),
            since: row[3].parse().ok(),
            until: row[4].parse().ok(),
            city_since: row[5].parse().ok(),
            iso: row[6],
            successor: row[7].into(),
            always_city: false,
            spellings: row[8],
        })
        .collect()
});

static BY_KEY: Lazy<HashMap<String, usize>> = Lazy::new(|| {
    let mut keys = HashMap::new();
    for (i, place) in PLACES.iter().enumerate() {
        for spelling in place.spellings() {
            keys.insert(fold::key(spelling), i);
        }
    }
    keys
});

impl Place {
    /// Every unit, those merged away in 2025 included: 64 rows, for Thừa Thiên Huế became Huế.
    pub fn all() -> &'static [Place] {
        &PLACES
    }

    /// A place that the table does not have, by its name with its level: *tỉnh Tân An*, *thành phố Tân An*; a
    /// province where no level is said. For [`Registry::places`](super::bodies::Registry::places).
    pub fn new(name: &str) -> Place {
        let name = name.trim();
        let behind = |level: &str| {
            let bytes = fold::prefix(name, level)?;
            Some(name[bytes..].trim_start_matches(['.', ' ']))
        };
        let city = ["thành phố", "tp."].into_iter().find_map(behind);
        let own = city.or_else(|| behind("tỉnh")).unwrap_or(name);
        Place {
            name: own.to_owned().into(),
            successor: own.to_owned().into(),
            iso: "",
            code_until_2025: None,
            code: None,
            since: None,
            until: None,
            city_since: None,
            always_city: city.is_some(),
            spellings: "",
        }
    }

    /// The unit of that name, in any spelling in use (`Đắc Lắc`, `TP.HCM`, `BR-VT`), with or
    /// without *tỉnh* or *thành phố* before it.
    pub fn by_name(name: &str) -> Option<&'static Place> {
        let find = |name: &str| BY_KEY.get(&fold::key(name)).map(|&i| &PLACES[i]);
        find(name).or_else(|| {
            ["tỉnh", "thành phố", "TP.", "TP"].iter().find_map(|level| {
                let bytes = fold::prefix(name, &level.to_lowercase())?;
                find(name[bytes..].trim_start_matches(['.', ' ']))
            })
        })
    }

    /// The unit that bore `code` on `date`, the first day of it.
    pub fn by_code(code: &str, date: PartialDate) -> Option<&'static Place> {
        let merged = date
            .bounds()
            .is_some_and(|(first, _)| (first.year(), first.month()) >= MERGED);
        PLACES.iter().find(|place| {
            let own = if merged {
                place.code
            } else {
                place.code_until_2025
            };
            own == Some(code) && place.exists_on(date)
        })
    }

    /// Whether a unit of this name existed on `date`; a year or month counts when any day of it does.
    pub fn exists_on(&self, date: PartialDate) -> bool {
        super::validity::within(self.since, self.until, date)
    }

    /// Whether it was a centrally run city on `date`; without a date, whether it ever became one.
    pub fn is_city(&self, date: Option<PartialDate>) -> bool {
        match (self.city_since, date) {
            (Some(since), Some(date)) => super::validity::within(Some(since), None, date),
            (since, _) => since.is_some() || self.always_city,
        }
    }

    /// The name with its level, as it stands in names of bodies: `tỉnh Sơn La`,
    /// `Thành phố Hồ Chí Minh` (the one city whose level is part of its name).
    pub fn full_name(&self, date: Option<PartialDate>) -> String {
        match (self.is_city(date), &*self.name) {
            (true, "Hồ Chí Minh") => "Thành phố Hồ Chí Minh".to_owned(),
            (true, name) => format!("thành phố {name}"),
            (false, name) => format!("tỉnh {name}"),
        }
    }

    /// The name and the other spellings.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.name).chain(self.spellings.split(';').filter(|s| !s.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(day: &str) -> PartialDate {
        day.parse().expect("a date")
    }

    #[test]
    fn one_row_a_unit() {
        let units = |day| PLACES.iter().filter(|p| p.exists_on(date(day))).count();
        assert_eq!((units("2024"), units("2025-07-01")), (63, 34));
        for place in Place::all() {
            let heir = Place::by_name(&place.successor).expect(&place.name);
            assert!(heir.exists_on(date("2026")), "{}", place.name);
        }
    }

    #[test]
    fn codes_mean_what_they_meant_on_the_day() {
        for (code, day, name) in [
            ("15", "2024", "Yên Bái"),
            ("15", "2025-07-01", "Lào Cai"),
            ("44", "2020-05", "Quảng Bình"),
            ("44", "2026", "Quảng Trị"),
            ("46", "2024-12-31", "Thừa Thiên Huế"),
            ("46", "2025-01-01", "Huế"),
        ] {
            assert_eq!(
                Place::by_code(code, date(day)).map(|p| &*p.name),
                Some(name)
            );
        }
        assert_eq!(
            Place::by_code("15", date("2025-07-01")).unwrap().name,
            "Lào Cai"
        );
        assert_eq!(Place::by_code("02", date("2025-07-01")), None);
    }
}
