//! Where a body is: a place with or without its level.

use super::cues::{DOUBLE_COMMUNES, FORMER, Trait, ids};
use super::grammar::Grammar;
use super::lexicon::{LEVELS, LevelWord};
use super::read::{Level, Open, Read, Words};
use super::window::{Case, Gap, Word};
use std::sync::Arc;

use crate::tables::places::Place;

/// The one city whose level is part of its name.
const HỒ_CHÍ_MINH: &str = "Thành phố Hồ Chí Minh";

/// What follows a body and says where it is.
#[derive(Default)]
pub(super) struct Where {
    pub next: usize,
    /// With its level: `tỉnh Sơn La`, `huyện Mộc Châu, tỉnh Sơn La`; `các tỉnh, thành phố …`.
    pub words: Words,
    /// The province or city; the district where no province is named.
    pub name: Option<Words>,
    level: Option<Level>,
    /// The province or city of `name`.
    pub province: Option<Arc<Place>>,
    /// The district or commune, without the province it lies in.
    local: Option<String>,
    /// A level without a name, as it is written: `huyện`.
    bare: Option<&'static str>,
    /// No single place: `cấp tỉnh`, `các cấp`.
    pub generic: bool,
}

impl Where {
    /// Whether a unit of `level` may lie in it. *huyện Mai Sơn, thành phố Sơn La* are two: districts lie only in
    /// cities of the centre.
    fn may_hold(&self, level: Level) -> bool {
        let central = self
            .province
            .as_ref()
            .is_some_and(|city| city.is_city(None));
        level != Level::District || self.level != Some(Level::City) || central
    }

    /// A province, a city or a numbered region; not a class of places.
    pub(super) fn of_province(&self) -> bool {
        let below = matches!(self.level, Some(Level::District | Level::Commune));
        !(self.generic || below && self.name.is_none())
    }
}

impl Grammar<'_, '_, '_> {
    /// Puts a place into a body that takes one.
    pub(super) fn at(&mut self, read: Read, place: Where, link: &str) -> Read {
        // *CATP Hồ Chí Minh*: the one city whose level is part of its name.
        let head = match place.words.starts_with("Thành phố ") {
            true => read.name.trim_end_matches(" thành phố"),
            false => &read.name,
        };
        let name = [head, link, " ", &place.words].concat().into();
        let open = match (place.generic, &place.name, place.level) {
            (false, None, Some(Level::Province)) => Some(Open::Province),
            (false, None, Some(Level::City)) => Some(Open::City),
            (false, None, Some(_)) => place.bare.map(Open::Local),
            _ => None,
        };
        let generic = place.generic || place.name.is_none() && open.is_none();
        self.ended(Read {
            next: place.next,
            name,
            known: None,
            place_words: place.words,
            placeless: false,
            one_of_many: false,
            place: place.name,
            level: place.level,
            province: place.province,
            local: place.local,
            open,
            generic,
            ..read
        })
    }

    /// A word for a level, and the word behind it.
    pub(super) fn level_word(&mut self, at: usize) -> Option<(LevelWord, usize)> {
        let (level, next) = self.words.longest(&LEVELS, at)?;
        // *tỉnh ủy* is a committee.
        if self.is(next, ids().ủy) && self.words.get(next).is_some_and(|w| w.gap == Gap::Space) {
            return None;
        }
        let sure = !level.dotted
            || self.words.get(at)?.case == Case::Upper
                && self.words.get(next).is_some_and(|name| {
                    name.gap == Gap::Dot && (name.is_capital() || name.case == Case::Digit)
                });
        sure.then_some((level, next))
    }

    pub(super) fn province(&mut self, at: usize) -> Option<(Arc<Place>, usize)> {
        let word = self.words.get(at)?;
        if !word.is_capital() {
            return None;
        }
        let (place, next) = self.words.longest(&self.lexicon.provinces, at)?;
        // *tỉnh Hà Nam Ninh* was not *Hà Nam*.
        let former = self.words.longest(&FORMER, at);
        let longer = former.is_some_and(|(_, end)| end > next);
        (!longer).then(|| (self.lexicon.places[place].clone(), next))
    }

    /// A province all in small letters behind its level: *tỉnh sơn la*.
    fn small_province(&mut self, level: usize, at: usize) -> Option<(Arc<Place>, usize)> {
        let (place, next) = self.words.longest(&self.lexicon.provinces, at)?;
        let small = |i| {
            self.words
                .get(i)
                .is_some_and(|word| word.case == Case::Lower)
        };
        let all = (level..next).all(small);
        (all && next - at > 1).then(|| (self.lexicon.places[place].clone(), next))
    }

    pub(super) fn place(&mut self, at: usize) -> Option<Where> {
        let word = self.words.get(at)?;
        // *CATP.HCM*, but no sentence that ends in an abbreviation.
        let glued = word.gap == Gap::Dot
            && self
                .words
                .get(at - 1)
                .is_some_and(|before| before.case == Case::Upper && before.end + 1 == word.start);
        if !(matches!(word.gap, Gap::Space | Gap::Wide | Gap::Break | Gap::Bracket) || glued) {
            return None;
        }
        // Not *xã*: *thống kê xã hội*.
        if self.is(at, ids().xã) && self.is(at + 1, ids().hội) {
            return None;
        }
        if let Some(next) = self.class_of_places(at) {
            let words = self.spelled(at, next, false);
            // *UBND CÁC TỈNH*
            let shout = word.case == Case::Upper && word.end - word.start > 2;
            return Some(Where {
                next,
                words: if shout { words.to_lowercase() } else { words }.into(),
                generic: true,
                ..Where::default()
            });
        }
        if let Some((LevelWord { level, written, .. }, next)) = self.level_word(at) {
            return self.levelled(at, level, written, next);
        }
        if self.is(at, ids().khu) && self.is(at + 1, ids().vực) {
            return self.region(at);
        }
        if word.gap == Gap::Space || glued {
            let (place, next) = self.province(at)?;
            return Some(Where {
                next,
                words: match &*place.name {
                    "Hồ Chí Minh" => HỒ_CHÍ_MINH.into(),
                    _ => place.name.clone(),
                },
                name: Some(place.name.clone()),
                level: Some(if place.is_city(None) {
                    Level::City
                } else {
                    Level::Province
                }),
                province: Some(place),
                ..Where::default()
            });
        }
        None
    }

    /// `khu vực 10`, `khu vực I - Hà Nội`, `khu vực Cẩm Lệ - Hòa Vang`.
    fn region(&mut self, at: usize) -> Option<Where> {
        let first = self.words.get(at + 2).filter(|w| w.gap == Gap::Space)?;
        let shout = self.words.get(at)?.case == Case::Upper;
        let number = self
            .words
            .slice(first)
            .bytes()
            .all(|b| b.is_ascii_digit() || b"IVX".contains(&b));
        let mut next = at + 3;
        if !number {
            next = self.capitals(at + 2, shout);
        }
        if next == at + 2 {
            return None;
        }
        let mut province = None;
        let mut own = next;
        let gap = self.words.get(next).map(|word| word.gap);
        if gap == Some(Gap::Dash) {
            let name_at = self.level_word(next).map_or(next, |(_, end)| end);
            next = match self.province(name_at) {
                Some((place, end)) => {
                    let end = self.same_province(&place, end).unwrap_or(end);
                    province = Some(place);
                    end
                }
                None if number => next,
                None => self.capitals(next, shout),
            };
            if province.is_none() {
                own = next;
            }
        } else if matches!(gap, Some(Gap::Comma | Gap::Space))
            && let Some((_, name_at)) = self.level_word(next)
            && let Some((place, end)) = self.province(name_at)
        {
            province = Some(place);
            next = end;
        }
        let own = match shout {
            true => format!("khu vực {}", self.title(at + 2, own)),
            false => self.spelled(at, own, false),
        };
        // *khu vực 2, tỉnh Nghệ An* is *khu vực 2 - Nghệ An*.
        let name = match &province {
            Some(place) => match &*place.name {
                "Hồ Chí Minh" => format!("{own} - {HỒ_CHÍ_MINH}"),
                name => format!("{own} - {name}"),
            },
            None => own,
        };
        Some(Where {
            next,
            words: name.clone().into(),
            name: Some(
                province
                    .as_ref()
                    .map_or(name.into(), |place| place.name.clone()),
            ),
            province,
            ..Where::default()
        })
    }

    /// `khu vực 1 - Vĩnh Long, tỉnh Vĩnh Long`: the word behind a province that is said once more.
    fn same_province(&mut self, place: &Place, at: usize) -> Option<usize> {
        self.words.get(at).filter(|word| word.gap == Gap::Comma)?;
        let (_, name) = self.level_word(at)?;
        let (again, end) = self.province(name)?;
        (again.name == place.name).then_some(end)
    }

    /// The province or city of a committee that says its level itself, under a name that no table has:
    /// *Tỉnh ủy Tân An*. Two words, for persons have three, and none of them a family name.
    pub(super) fn unlisted(&mut self, at: usize) -> Option<Where> {
        let first = self
            .words
            .get(at)
            .filter(|w| w.gap == Gap::Space && w.is_capital())?;
        let end = match self.words.longest(&FORMER, at) {
            Some((_, end)) => end,
            None => {
                let small = self.words.get(at - 1)?.case == Case::Lower;
                let end = self.capitals(at, false);
                let two = end == at + 2 && self.words.get(at + 1)?.case == Case::Title;
                if !small || !two || Trait::SURNAME.of(first.id) || self.begins_body(at) {
                    return None;
                }
                end
            }
        };
        let goes_on = self
            .words
            .get(end)
            .is_some_and(|w| w.gap == Gap::Space && w.is_capital());
        (!goes_on).then(|| {
            let name = self.spelled(at, end, false);
            Where {
                next: end,
                words: name.clone().into(),
                name: Some(name.into()),
                level: Some(Level::Province),
                ..Where::default()
            }
        })
    }

    /// The place of a body that says its level itself: *Huyện ủy Mộc Châu*.
    pub(super) fn district(&mut self, at: usize, level: &str) -> Option<Where> {
        let end = self.capitals(at, false);
        let upper = |word: Word| word.case == Case::Upper && word.end - word.start > 1;
        let shout = self.words.get(at - 1).is_some_and(upper)
            && (at..end).all(|i| self.words.get(i).is_some_and(upper));
        // *HUYỆN ỦY PHÚ LƯƠNG TRIỂN KHAI …*: in a heading nobody says where the name ends.
        let goes_on = shout
            && end - at > 2
            && self
                .words
                .get(end)
                .is_some_and(|word| word.gap == Gap::Space && upper(word));
        let named = end > at
            && !goes_on
            && self.words.get(at)?.gap == Gap::Space
            && !self.person(at, end, Level::District);
        named.then(|| {
            let name = match shout {
                true => self.title(at, end),
                false => self.spelled(at, end, false),
            };
            Where {
                next: end,
                words: name.clone().into(),
                local: Some(format!("{level} {name}")),
                name: Some(name.into()),
                level: Some(Level::District),
                ..Where::default()
            }
        })
    }

    /// A level word, and the name after it.
    fn levelled(
        &mut self,
        at: usize,
        level: Level,
        written: &'static str,
        next: usize,
    ) -> Option<Where> {
        let bare = |next| Where {
            next,
            words: written.into(),
            level: Some(level),
            bare: Some(written),
            ..Where::default()
        };
        let Some(name) = self.words.get(next) else {
            return Some(bare(next));
        };
        // *TP. Hà Nội*, but *UBND tỉnh. Cùng dự có …*
        let dotted = name.gap == Gap::Dot && {
            let word = self.words.spelling(next - 1).to_lowercase();
            !written.ends_with(&word)
        };
        if !(matches!(name.gap, Gap::Space | Gap::Break) || dotted) {
            return Some(bare(next));
        }
        // *UBND HUYỆN⏎PHÒNG TƯ PHÁP*: a line that begins like the name of a body is no place.
        let below = name.gap == Gap::Break
            && (self.begins_body(next) || self.words.longest(&self.lexicon.starts, next).is_some());
        if below {
            return Some(bare(next));
        }
        if matches!(level, Level::Province | Level::City)
            && let Some((place, end)) = self
                .province(next)
                .or_else(|| self.small_province(at, next))
        {
            let words = match &*place.name {
                "Hồ Chí Minh" => HỒ_CHÍ_MINH.into(),
                name => format!("{written} {name}").into(),
            };
            return Some(Where {
                next: end,
                words,
                name: Some(place.name.clone()),
                level: Some(level),
                province: Some(place),
                ..Where::default()
            });
        }
        // The provinces are known: another name on the next line is of something else.
        if name.gap == Gap::Break && level == Level::Province {
            return Some(bare(next));
        }
        // An abbreviation is in capitals anyway.
        let shout = self.words.get(at)?.case == Case::Upper
            && (self.words.spelling(at).chars().count() > 2 || name.case == Case::Upper);
        let former = self
            .words
            .longest(&FORMER, next)
            .filter(|_| level == Level::Province && name.is_capital());
        // *UBND tỉnh 6 tháng đầu năm*: only wards and what was above them bear numbers.
        let counted = name.case == Case::Digit
            && (!matches!(written, "quận" | "phường") || self.counts_time(next + 1));
        let double = self
            .words
            .longest(&DOUBLE_COMMUNES, next)
            .filter(|_| level == Level::Commune);
        let end = match former.or(double) {
            Some((_, end)) => end,
            None if counted || name.gap == Gap::Break && level == Level::Province => next,
            None => self.capitals(next, shout),
        };
        if end == next
            || former.is_none() && self.person(next, end, level)
            || name.gap == Gap::Break && !shout
        {
            return Some(bare(next));
        }
        let own = match shout {
            true => self.title(next, end),
            false => self.spelled(next, end, false),
        };
        let own = format!("{written} {own}");
        let local = (level < Level::City).then(|| own.clone());
        // The province after it: `huyện Mộc Châu, tỉnh Sơn La`.
        if let Some(comma) = self
            .words
            .get(end)
            .filter(|w| matches!(w.gap, Gap::Comma | Gap::Space | Gap::Break))
            && let Some((outer, name_at)) = self.level_word(end)
        {
            let (outer, outer_written) = (outer.level, outer.written);
            let larger = outer > level;
            let named = self
                .words
                .get(name_at)
                .filter(|w| matches!(w.gap, Gap::Space | Gap::Dot))
                .is_some_and(|w| {
                    w.is_capital() || w.case == Case::Digit && outer == Level::District
                });
            if larger
                && named
                && (comma.gap != Gap::Break || shout)
                && let Some(outer) = self
                    .levelled(end, outer, outer_written, name_at)
                    .filter(|w| w.name.is_some() && w.may_hold(level))
            {
                return Some(Where {
                    next: outer.next,
                    words: format!("{own}, {}", outer.words).into(),
                    name: outer.name,
                    level: Some(level),
                    province: outer.province,
                    local,
                    ..Where::default()
                });
            }
        }
        // *quận 1, TPHCM* says the level in the short word.
        let short = self
            .words
            .get(end)
            .filter(|w| w.gap == Gap::Comma && self.words.slice(*w).starts_with("TPH"));
        if short.is_some()
            && level < Level::City
            && let Some((place, next)) = self.province(end)
        {
            return Some(Where {
                next,
                words: format!("{own}, {HỒ_CHÍ_MINH}").into(),
                name: Some(place.name.clone()),
                level: Some(level),
                province: Some(place),
                local,
                ..Where::default()
            });
        }
        Some(Where {
            next: end,
            words: own.clone().into(),
            name: Some(own.into()),
            level: Some(level),
            local,
            ..Where::default()
        })
    }
}
