//! Bodies of the registry, and what stands behind their names: a country, a term, a place.

use super::cues::{PARTIES, ids};
use super::grammar::Grammar;
use super::lexicon::{NATIONS, Nation};
use super::place::Where;
use super::read::{Open, Read};
use super::window::{Case, Gap, Word};
use crate::tables::bodies::{Body, BodyClass, Scope};

impl Grammar<'_, '_, '_> {
    /// Whether word `at` stands for a body on this page.
    pub(super) fn is_short_form(&mut self, at: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|word| self.short_forms.has(self.words.slice(word)))
    }

    /// The body that word `from` stands for, with the place behind it if the long form has none.
    pub(super) fn shortened(&mut self, from: usize) -> Option<Read> {
        let word = self.words.get(from)?;
        let short = self.words.slice(word);
        let whole = self.short_forms.meant.get(short)?.clone();
        let next = from + 1;
        // *KTNN khu vực II* is another one.
        if self.is(next, ids().khu) && self.is(next + 1, ids().vực) {
            return None;
        }
        let placeable = whole.place_words.is_empty() && whole.holder.is_none();
        let placed = match whole.known {
            _ if !placeable => None,
            Some(row) => self.known(from, row, next),
            None => {
                let place = self.place(next);
                place.map(|place| self.at(whole.clone(), place, ""))
            }
        };
        let mut read = placed.unwrap_or_else(|| {
            self.ended(Read {
                next,
                begin: 0,
                derived: whole.derived || !placeable,
                ..whole.clone()
            })
        });
        // *VNPT Lào Cai* keeps the name of the group as written.
        if let Some(rest) = read.name.strip_prefix(short) {
            read.name = format!("{}{rest}", whole.name).into();
        }
        Some(read)
    }

    /// A body of the registry, and the place it may take.
    pub(super) fn known(&mut self, from: usize, index: usize, next: usize) -> Option<Read> {
        // *Tỉnh ủy viên* is a person.
        if self.is(next, ids().viên) && self.words.get(next).is_some_and(|w| w.gap == Gap::Space) {
            return None;
        }
        // *TỈNH⏎ỦY BAN NHÂN DÂN*: another line begins another name.
        let broken = |word: Word| word.gap == Gap::Break;
        if self.is(next, ids().ban)
            && self.is(next - 1, ids().ủy)
            && self.words.get(next - 1).is_some_and(broken)
        {
            return None;
        }
        let body = &self.lexicon.registry.bodies()[index];
        let row = self.lexicon.row(index);
        let parent = row.parent.clone();
        let scope = body.scope;
        if matches!(scope, Scope::National | Scope::Idea) {
            let noun = self.words.get(next).is_some_and(Word::is_capital)
                || self.is(next, ids().nước)
                || matches!(body.class, BodyClass::Central | BodyClass::Foreign);
            let of_state = matches!(
                body.class,
                BodyClass::Central
                    | BodyClass::Ministry
                    | BodyClass::Court
                    | BodyClass::Department
                    | BodyClass::Foreign
            );
            let mut next = next;
            let nation = self.nation(next).filter(|&(nation, _)| {
                // Beside a letterhead's left column stands the country's name.
                let column = nation == Nation::Home
                    && !self.is(next, ids().nước)
                    && self.words.get(next).is_some_and(|w| w.case == Case::Upper);
                noun && of_state && !column
            });
            match nation {
                Some((Nation::Home, behind)) => next = behind,
                Some((Nation::Nothing, _)) => return None,
                Some((_, behind)) => {
                    let name = self.words.written(from, behind);
                    return Some(self.finish(behind, |read| {
                        read.name = name.into();
                        read.class = BodyClass::Foreign;
                    }));
                }
                None => {}
            }
            if let Some(branch) = self.branch_of_mass(from, body, next) {
                return Some(branch);
            }
            // *VNPT Lào Cai* is the group's enterprise there.
            if body.class == BodyClass::Enterprise
                && self.words.get(next).is_some_and(|w| w.gap == Gap::Space)
                && let Some(place) = self.place(next)
            {
                let name = self.words.written(from, next);
                let group = self.finish(next, |read| {
                    read.name = name.into();
                    read.class = body.class;
                    read.parent = Some(body.name.clone().into());
                });
                return Some(self.at(group, place, ""));
            }
            // *Đảng Dân chủ* is another party.
            if scope == Scope::Idea
                && self
                    .words
                    .get(next)
                    .is_some_and(|w| w.gap == Gap::Space && w.case == Case::Title)
            {
                return self.foreign_party(from, next);
            }
            // *Ban Chấp hành Trung ương Đảng | Nhân dân cách mạng Lào*
            if body.class == BodyClass::Party
                && self.is(next - 1, ids().đảng)
                && self.words.longest(&PARTIES, next).is_some()
                && let Some(party) = self.foreign_party(from, next)
            {
                return Some(party);
            }
            let read = self.finish(next, |read| {
                read.idea = scope == Scope::Idea;
                read.generic = read.idea;
                *read = Read {
                    next: read.next,
                    idea: read.idea,
                    generic: read.generic,
                    // *Thượng viện*: of which country is not said.
                    one_of_many: body.class == BodyClass::Foreign,
                    ..row
                };
            });
            return Some(self.branch(read));
        }
        let mut read = self.finish(next, |read| {
            *read = Read {
                parent: None,
                ..row
            };
        });
        if scope == Scope::Seat {
            if self.is(next, ids().tại)
                && let Some(place) = self.place(next + 1)
            {
                return Some(self.at(read, place, " tại"));
            }
            read.generic = true;
            return Some(read);
        }
        let mut place = self.place_of(body, next);
        // *Đoàn đại biểu Quốc hội khóa XIV tỉnh Điện Biên*
        if place.is_none() && is_elected(body.class, &body.name) && self.term(next).is_some() {
            place = self.place_of(body, next + 2);
            if place.is_some() {
                read.term = self.term(next);
            }
        }
        // *Viện kiểm sát nhân dân khu vực*: a level of courts since 2025.
        if place.is_none() && body.class == BodyClass::Court {
            let mut behind = next;
            if self.phrase(&mut behind, &[ids().khu, ids().vực]) {
                read.name = format!("{} khu vực", read.name).into();
                read.known = None;
                read.next = behind;
                read.generic = true;
                return Some(self.ended(read));
            }
        }
        match (&place, scope) {
            (None, Scope::PlaceRequired) => return None,
            // *thuế các cấp*, *thống kê huyện*: what is done there, not who does it.
            (Some(place), Scope::PlaceRequired)
                if matches!(body.name.as_str(), "Thuế" | "Thống kê")
                    && !(place.of_province() || place.words.starts_with("tỉnh")) =>
            {
                return None;
            }
            // *Tỉnh ủy, Thành ủy …* in a list of addressees are all of them.
            (None, Scope::Province | Scope::City)
                if self.words.get(next).is_some_and(|w| w.gap == Gap::Comma)
                    && (self.is(next, ids().thành) || self.is(next, ids().tỉnh))
                    && self.is(next + 1, ids().ủy) =>
            {
                read.generic = true;
            }
            (None, Scope::Province) => read.open = Some(Open::Province),
            (None, Scope::City) => read.open = Some(Open::City),
            (None, Scope::District) => read.open = Some(Open::Local(level_of(&body.name))),
            (None, Scope::Place) => {
                // *Sở Tư pháp* is named often enough without its province.
                let by_field = body.class == BodyClass::Department
                    || body.name.starts_with("Sở ")
                    || body.class == BodyClass::Mass
                    || body.class == BodyClass::Enterprise;
                read.generic = !by_field;
                read.placeless = read.generic;
                read.one_of_many = body.name.starts_with("Sở ");
            }
            _ => {}
        }
        Some(match place {
            Some(place) => {
                read.parent = match (&body.parent, scope) {
                    (Some(parent), Scope::Province) => {
                        Some(format!("{parent} {}", place.words).into())
                    }
                    _ => None,
                };
                self.at(read, place, "")
            }
            None => {
                read.parent = parent;
                self.branch(read)
            }
        })
    }

    /// The branch of a mass organisation of the country at the level that word `next` says: *Hội Nông dân Việt Nam tỉnh
    /// Sơn La* is *Hội Nông dân tỉnh Sơn La*.
    fn branch_of_mass(&mut self, from: usize, body: &Body, next: usize) -> Option<Read> {
        let spaced = self
            .words
            .get(next)
            .is_some_and(|word| word.gap == Gap::Space);
        if body.class != BodyClass::Mass || !spaced {
            return None;
        }
        self.level_word(next)?;
        let place = self.place(next)?;
        let whole = body.name.strip_suffix(" Việt Nam")?;
        let bodies = self.lexicon.registry.bodies();
        let local = bodies.iter().position(|local| local.name == whole);
        if let Some(local) = local {
            return self.known(from, local, next);
        }
        let read = self.finish(next, |read| {
            read.name = body.name.clone().into();
            read.class = body.class;
            read.parent = Some(body.name.clone().into());
        });
        Some(self.at(read, place, ""))
    }

    /// The place that a body of the registry takes at word `at`.
    fn place_of(&mut self, body: &Body, at: usize) -> Option<Where> {
        let place = self.place(at);
        match body.scope {
            Scope::District => place.or_else(|| self.district(at, level_of(&body.name))),
            Scope::Province | Scope::City if self.term(at).is_none() => {
                place.or_else(|| self.unlisted(at))
            }
            _ => place,
        }
    }

    /// The body with the term behind it, if it is one that has terms: *HĐND tỉnh khóa XVIII*.
    pub(super) fn with_term(&mut self, read: Read) -> Read {
        let elected = is_elected(read.class, &read.name) && read.term.is_none() && !read.idea;
        match self.term(read.next).filter(|_| elected) {
            Some(term) => self.ended(Read {
                term: Some(term),
                next: read.next + 2,
                ..read
            }),
            None => read,
        }
    }

    /// A party of another country: *Đảng Nhân dân Cách mạng Lào*. One of which country is not said is none.
    fn foreign_party(&mut self, from: usize, next: usize) -> Option<Read> {
        let mut of = None;
        for at in next..next + LONGEST_PARTY {
            self.words.get(at).filter(|word| word.gap == Gap::Space)?;
            of = self.nation(at);
            if of.is_some() {
                break;
            }
        }
        let country =
            |&(nation, _): &(Nation, usize)| matches!(nation, Nation::Country | Nation::Open);
        let (_, end) = of.filter(country)?;
        let name = self.words.written(from, end);
        Some(self.finish(end, |read| {
            read.name = name.into();
            read.class = BodyClass::Foreign;
        }))
    }

    /// What the words at `next` say about whose body it is, and the word behind them.
    pub(super) fn nation(&mut self, next: usize) -> Option<(Nation, usize)> {
        self.words.get(next).filter(|w| w.gap == Gap::Space)?;
        let numbered = self
            .words
            .get(next + 1)
            .is_some_and(|w| w.case == Case::Digit);
        if self.is(next, ids().số) && numbered {
            return None;
        }
        let (nation, mut behind) = self.words.longest(&NATIONS, next)?;
        if nation == Nation::Open {
            let most = behind + 4;
            while behind < most
                && self
                    .words
                    .get(behind)
                    .is_some_and(|w| w.is_capital() && w.gap == Gap::Space || w.gap == Gap::Dash)
            {
                behind += 1;
            }
        }
        Some((nation, behind))
    }

    /// `khóa XV`
    pub(super) fn term(&mut self, next: usize) -> Option<u16> {
        let word = self.words.get(next + 1).filter(|w| w.gap == Gap::Space)?;
        if !self.is(next, ids().khóa) || self.words.get(next)?.gap != Gap::Space {
            return None;
        }
        let written = self.words.slice(word);
        let digits = written.parse().ok().filter(|&term| term < 100);
        digits.or_else(|| roman(written))
    }
}

/// How many words the name of a party has at most.
const LONGEST_PARTY: usize = 6;

/// Whether a body of that class and name is elected for a term.
fn is_elected(class: BodyClass, name: &str) -> bool {
    match class {
        BodyClass::Central | BodyClass::Party | BodyClass::Mass => true,
        BodyClass::Local => name.contains("Hội đồng nhân dân") || name.contains("Đoàn đại biểu"),
        _ => false,
    }
}

/// The value of a Roman numeral below 40.
fn roman(written: &str) -> Option<u16> {
    const UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let units = written.trim_start_matches('X');
    let tens = written.len() - units.len();
    let units = UNITS.iter().position(|&unit| unit == units)?;
    (tens < 4 && tens + units > 0).then_some((tens * 10 + units) as u16)
}

/// The level of a district's Party committee.
fn level_of(committee: &str) -> &'static str {
    match committee.split(' ').next() {
        Some("Huyện") => "huyện",
        Some("Quận") => "quận",
        Some("Thị") => "thị xã",
        _ => "thành phố",
    }
}
