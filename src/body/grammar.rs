//! The grammar of a body's name, read from its first word to the right.
//!
//! ```text
//! body   = [ office ] ( name of the registry | head [ field words ] [ body ] ) [ place ]
//! field  = component { ( "," | "-" | "và" ) component }
//! ```
//!
//! How far an unknown name runs is decided by the way Vietnamese is written: each component of
//! a name begins with a capital (Nghị định 30/2020/NĐ-CP, Phụ lục II), the words after it are
//! those of the field table, and a verb, a preposition or a new head ends it.

use std::collections::HashMap;

use super::lexicon::{
    FIELDS, HEADS, HOLDERS, Head, Level, Lexicon, NATIONS, Nation, Role, Start, stops,
};
use super::words::{Case, Gap, Word, Words, key};
use crate::tables::bodies::{BodyClass, Scope};
use crate::tables::places::Place;

/// What a name leaves to the rest of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// *Văn phòng Bộ*, *Bộ trưởng*: of which ministry.
    Ministry,
    /// *Tỉnh ủy*, *UBND tỉnh*: of which province.
    Province,
    /// *Thành ủy*, *UBND thành phố*: of which city.
    City,
    /// *Huyện ủy*, *Công an huyện*: of which district or commune; how its level is written.
    Local(&'static str),
}

/// A body that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Read {
    /// Index of the word after it.
    pub next: usize,
    pub end: usize,
    /// Where the body begins, if an office that the name does not hold stands before it.
    pub begin: usize,
    pub name: String,
    pub code: Option<String>,
    pub class: BodyClass,
    pub place: Option<String>,
    pub holder: Option<String>,
    /// Where the name of the body begins in `name`, behind the office.
    pub host_at: usize,
    /// The term of an assembly: 15 for *Quốc hội khóa XV*.
    pub term: Option<u16>,
    /// *Đảng*, *Nhà nước*, which are adjectives as often.
    pub idea: bool,
    pub parent: Option<String>,
    pub generic: bool,
    /// Written in capitals throughout, as in a letterhead.
    pub shout: bool,
    pub open: Option<Open>,
    pub level: Option<Level>,
    /// The province or city of `place`.
    pub province: Option<&'static Place>,
    /// The district or commune, without the province it lies in.
    pub local: Option<String>,
}

pub(super) struct Grammar<'l, 't> {
    pub lexicon: &'l Lexicon,
    /// Abbreviations that the text itself explains: `CNTT` → *công nghệ thông tin*.
    pub defined: &'l HashMap<String, String>,
    pub words: Words<'t>,
}

/// Bodies within bodies: *Văn phòng* › *Ban cán sự đảng* › *Ủy ban nhân dân* is the deepest seen.
pub(super) const DEPTH: usize = 4;
/// A name longer than this is a sentence.
pub(super) const LONGEST_NAME: usize = 28;

impl<'t> Grammar<'_, 't> {
    /// Whether the word at byte `start` opens a name at all.
    pub fn begins(&mut self, start: usize) -> bool {
        self.words.restart(start);
        self.words.get(0).is_some_and(|first| {
            self.lexicon.starts.starts(first) || HOLDERS.starts(first) || self.is(0, "đại")
        })
    }

    /// Reads the body whose first word [`begins`](Self::begins) has seen. After *Phó* the office
    /// of a `deputy` is left out.
    pub fn read(&mut self, deputy: bool) -> Option<Read> {
        if !self.words.get(0)?.capital() {
            return self.congress(0);
        }
        let plain = self.body(0, DEPTH);
        let held = if deputy { None } else { self.held(0) };
        let best = match (plain, held) {
            (Some(plain), Some(held)) if held.next > plain.next => Some(held),
            // An office of the registry's, under the name that it has there.
            (Some(plain), Some(held)) if held.next == plain.next => Some(Read {
                name: plain.name,
                code: plain.code,
                ..held
            }),
            (Some(plain), _) => Some(plain),
            (None, held) => held,
        };
        best.or_else(|| self.congress(0))
    }

    pub(super) fn body(&mut self, from: usize, depth: usize) -> Option<Read> {
        if depth == 0 || from > LONGEST_NAME {
            return None;
        }
        let starts = &self.lexicon.starts;
        let (mut known, mut head, mut nothing) = (None, None, 0);
        starts.each(&mut self.words, from, |start, next| match start {
            Start::Body(body) => known = Some((body, next)),
            Start::Head(index) => head = Some((index, next)),
            Start::Nothing => nothing = next,
        });
        let known = known.filter(|&(_, next)| next > nothing);
        let head = head.filter(|&(_, next)| next > nothing);
        // *Đảng ủy* is more than *Đảng*.
        let known = known.filter(|&(body, next)| {
            self.lexicon.registry.bodies()[body].scope != Scope::Idea
                || head.is_none_or(|(_, longer)| longer < next)
        });
        let known = known.and_then(|(body, next)| self.known(from, body, next));
        let composed = head.and_then(|(head, next)| self.composed(from, &HEADS[head], next, depth));
        match (known, composed) {
            (Some(known), Some(composed)) if composed.next > known.next => {
                // What a known name goes on with must be written like a name.
                let more = self.words.get(known.next)?;
                let goes_on = match more.gap {
                    Gap::Space | Gap::Dash if more.capital() => true,
                    // *Cục Thống kê tội phạm*: a noun, for a verb would begin the sentence.
                    Gap::Space
                        if known.class == BodyClass::Department
                            && !known.generic
                            && FIELDS
                                .longest(&mut self.words, known.next)
                                .is_some_and(|(field, _)| field.joined) =>
                    {
                        true
                    }
                    Gap::Space | Gap::Glued if self.is(known.next, "và") => {
                        known.class == BodyClass::Department
                            && self.words.get(known.next + 1).is_some_and(Word::capital)
                            && FIELDS.longest(&mut self.words, known.next + 1).is_some()
                    }
                    _ => false,
                };
                Some(if goes_on { composed } else { known })
            }
            (Some(known), _) => Some(known),
            (None, composed) => composed,
        }
    }

    /// A body of the registry, and the place it may take.
    fn known(&mut self, from: usize, index: usize, next: usize) -> Option<Read> {
        let body = &self.lexicon.registry.bodies()[index];
        let scope = body.scope;
        if matches!(scope, Scope::National | Scope::Idea) {
            let noun =
                self.words.get(next).is_some_and(Word::capital) || body.class == BodyClass::Central;
            let of_state = matches!(
                body.class,
                BodyClass::Central | BodyClass::Ministry | BodyClass::Court | BodyClass::Department
            );
            let mut next = next;
            let nation = self.nation(next).filter(|&(nation, _)| {
                // Beside a letterhead's left column stands the country's name.
                let column = nation == Nation::Home
                    && !self.is(next, "nước")
                    && self.words.get(next).is_some_and(|w| w.case == Case::Upper);
                noun && of_state && !column
            });
            match nation {
                Some((Nation::Home, behind)) => next = behind,
                Some((Nation::Nothing, _)) => return None,
                Some((_, behind)) => {
                    let name = self.words.written(from, behind);
                    return Some(self.finish(behind, |read| {
                        read.name = name;
                        read.class = BodyClass::Foreign;
                    }));
                }
                None => {}
            }
            let term = self.term(next).filter(|_| body.class == BodyClass::Central);
            next += usize::from(term.is_some()) * 2;
            // *Đảng Dân chủ* is another party.
            if scope == Scope::Idea
                && self
                    .words
                    .get(next)
                    .is_some_and(|w| w.gap == Gap::Space && w.case == Case::Title)
            {
                return None;
            }
            let read = self.finish(next, |read| {
                read.term = term;
                read.idea = scope == Scope::Idea;
                read.generic = read.idea;
                read.name = body.name.clone();
                read.code = body.codes.first().cloned();
                read.class = body.class;
                read.parent = body.parent.clone();
            });
            return Some(self.branch(read));
        }
        let mut read = self.finish(next, |read| {
            read.name = body.name.clone();
            read.code = body.codes.first().cloned();
            read.class = body.class;
        });
        if scope == Scope::Seat {
            if self.is(next, "tại")
                && let Some(place) = self.place(next + 1)
            {
                return Some(self.at(read, &place, " tại"));
            }
            read.generic = true;
            return Some(read);
        }
        let place = match scope {
            Scope::District => self
                .place(next)
                .or_else(|| self.district(next, level_of(&body.name))),
            _ => self.place(next),
        };
        // *Viện kiểm sát nhân dân khu vực*: a level of courts since 2025.
        if place.is_none() && body.class == BodyClass::Court {
            let mut behind = next;
            if self.phrase(&mut behind, &["khu", "vực"]) {
                read.name.push_str(" khu vực");
                read.next = behind;
                read.generic = true;
                return Some(self.ended(read));
            }
        }
        match (&place, scope) {
            (None, Scope::PlaceRequired) => return None,
            // *thuế các cấp*, *thống kê huyện*: what is done there, not who does it.
            (Some(place), Scope::PlaceRequired)
                if matches!(body.name.as_str(), "Thuế" | "Thống kê") && !place.of_province() =>
            {
                return None;
            }
            // *Tỉnh ủy, Thành ủy …* in a list of addressees are all of them.
            (None, Scope::Province | Scope::City)
                if self.words.get(next).is_some_and(|w| w.gap == Gap::Comma)
                    && (self.is(next, "thành") || self.is(next, "tỉnh"))
                    && self.is(next + 1, "ủy") =>
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
            }
            _ => {}
        }
        Some(match place {
            Some(place) => {
                read.parent = match (&body.parent, scope) {
                    (Some(parent), Scope::Province) => Some(format!("{parent} {}", place.words)),
                    _ => None,
                };
                self.at(read, &place, "")
            }
            None => {
                read.parent = body.parent.clone();
                self.branch(read)
            }
        })
    }

    /// A head word and what it takes.
    fn composed(&mut self, from: usize, head: &Head, next: usize, depth: usize) -> Option<Read> {
        let shout = self.words.get(from)?.case == Case::Upper
            && self.words.spelling(from).chars().count() > 1
            && self.words.get(next - 1)?.case == Case::Upper
            && head.name.chars().nth(1).is_some_and(char::is_lowercase)
            && self.words.get(next).is_none_or(|w| w.case != Case::Title);
        let mut read = Read {
            next,
            name: head.name.to_owned(),
            code: head.code.map(str::to_owned),
            class: head.class,
            ..Read::default()
        };
        let mut complete = head.alone;
        if head.field
            && let Some(tail) = self.field(next, head.lower, shout)
        {
            read.name.push(' ');
            read.name.push_str(&tail.name);
            read.next = tail.next;
            if let Some(code) = tail.code {
                read.code.get_or_insert(code);
            } else if head.name == "Văn phòng" {
                read.code = None;
            }
            complete = true;
        }
        if head.host
            && let Some(host) = self.host(read.next, depth, complete)
        {
            if matches!(head.name, "Ban Thường vụ" | "Ban Chấp hành") {
                read.code = match (&host.code, host.level) {
                    (Some(code), _) => Some(code.clone()),
                    (None, Some(Level::Province | Level::City)) => Some("TU".to_owned()),
                    (None, Some(Level::District)) => Some("HU".to_owned()),
                    (None, Some(Level::Commune)) => Some("ĐU".to_owned()),
                    _ => None,
                };
            }
            read.name.push(' ');
            read.name.push_str(&host.name);
            read.next = host.next;
            read.place = host.place;
            read.open = host.open;
            read.generic = host.generic;
            read.level = host.level;
            read.province = host.province;
            read.local = host.local;
            read.parent = Some(host.name);
            return Some(self.ended(read));
        }
        // *Ban Chỉ đạo cải cách hành chính của Chính phủ*
        if head.of
            && complete
            && self.is(read.next, "của")
            && self.words.get(read.next)?.gap == Gap::Space
            && self
                .words
                .get(read.next + 1)
                .is_some_and(|w| w.gap == Gap::Space && w.capital())
            && let Some(whose) = self.body(read.next + 1, depth - 1)
            && whose.class == BodyClass::Central
            && !whose.generic
        {
            read.name = format!("{} của {}", read.name, whose.name);
            read.next = whose.next;
            read.parent = Some(whose.name);
            return Some(self.ended(read));
        }
        if head.place
            && let Some(place) = self.place(read.next)
            && (complete || head.place_only)
        {
            return Some(self.at(read, &place, ""));
        }
        // *Ban cán sự đảng* alone and *Cơ quan Thi hành án* are classes of bodies.
        if !complete && (head.field || !head.generic) {
            return None;
        }
        // Firms and funds bear any words there are: a name that may go on is not half given.
        if (head.name.starts_with("Công ty") || head.name == "Quỹ")
            && (shout || self.cut_short(read.next))
        {
            return None;
        }
        read.generic |= head.generic;
        let read = self.ended(read);
        Some(match head.name {
            "Ngân hàng" => self.branch(read),
            _ => read,
        })
    }

    /// Whether lower-case words that may belong to it stand on both sides of a name's end.
    fn cut_short(&mut self, next: usize) -> bool {
        let before = self.words.get(next - 1);
        let after = self.words.get(next).filter(|w| w.gap == Gap::Space);
        before.is_some_and(|w| w.case == Case::Lower)
            && after.is_some_and(|w| w.case == Case::Lower && !stops(w, false))
    }

    /// `Ngân hàng Nhà nước chi nhánh Khu vực 10`: a bank and the place of its branch.
    fn branch(&mut self, read: Read) -> Read {
        if !read.name.starts_with("Ngân hàng") {
            return read;
        }
        let mut next = read.next;
        if let Some(word) = self.words.get(next)
            && matches!(word.gap, Gap::Space | Gap::Break | Gap::Dash | Gap::Comma)
            && self.is(next, "chi")
            && self.is(next + 1, "nhánh")
        {
            next += 2;
            if let Some(place) = self.place(next).filter(|place| !place.generic) {
                let parent = Some(read.name.clone());
                let read = self.at(read, &place, " chi nhánh");
                return Read { parent, ..read };
            }
        }
        read
    }

    /// The body that another one belongs to: a body, or *Bộ* for a ministry named before.
    fn host(&mut self, from: usize, depth: usize, after_field: bool) -> Option<Read> {
        let word = self.words.get(from)?;
        if !matches!(word.gap, Gap::Space | Gap::Break) || !word.capital() {
            return None;
        }
        if let Some(body) = self.body(from, depth - 1) {
            // A new line after a finished name begins another one.
            return (!after_field || word.gap == Gap::Space).then_some(body);
        }
        let bare = self.is(from, "bộ")
            && !after_field
            && !self.words.get(from + 1).is_some_and(|w| {
                w.gap == Gap::Space
                    && matches!(self.words.slice(w), "luật" | "phận" | "đội" | "chỉ")
            });
        bare.then(|| {
            self.finish(from + 1, |read| {
                read.name = "Bộ".to_owned();
                read.class = BodyClass::Ministry;
                read.open = Some(Open::Ministry);
            })
        })
    }

    /// Whether another body begins at word `at`, rather than a word of this one.
    pub(super) fn begins_body(&mut self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        if !word.capital() {
            return false;
        }
        let field = FIELDS
            .longest(&mut self.words, at)
            .map_or(at, |(_, end)| end);
        // *Chánh Văn phòng*: an office of one syllable counts together with its head.
        if let Some((_, end)) = HOLDERS
            .longest(&mut self.words, at)
            .filter(|(office, _)| office.role != Role::Before)
            && end > field
            && (end > at + 1 || self.lexicon.starts.longest(&mut self.words, end).is_some())
        {
            return true;
        }
        match self.lexicon.starts.longest(&mut self.words, at) {
            Some((Start::Body(_), end)) => end > field,
            Some((Start::Head(_), end)) => {
                end > field
                    && self
                        .words
                        .get(end)
                        .is_none_or(|w| w.gap != Gap::Space || w.capital())
                    || end > field && self.level_word(end).is_some()
            }
            Some((Start::Nothing, _)) => false,
            None => self.is(at, "bộ") && field == at,
        }
    }

    /// What the words at `next` say about whose body it is, and the word behind them.
    pub(super) fn nation(&mut self, next: usize) -> Option<(Nation, usize)> {
        self.words.get(next).filter(|w| w.gap == Gap::Space)?;
        let numbered = self
            .words
            .get(next + 1)
            .is_some_and(|w| w.case == Case::Digit);
        if self.is(next, "số") && numbered {
            return None;
        }
        let (nation, mut behind) = NATIONS.longest(&mut self.words, next)?;
        if nation == Nation::Open {
            let most = behind + 4;
            while behind < most
                && self
                    .words
                    .get(behind)
                    .is_some_and(|w| w.capital() && w.gap == Gap::Space || w.gap == Gap::Dash)
            {
                behind += 1;
            }
        }
        Some((nation, behind))
    }

    /// `khóa XV`
    fn term(&mut self, next: usize) -> Option<u16> {
        let word = self.words.get(next + 1).filter(|w| w.gap == Gap::Space)?;
        if !self.is(next, "khóa") || self.words.get(next)?.gap != Gap::Space {
            return None;
        }
        let written = self.words.slice(word);
        written.parse().ok().or_else(|| roman(written))
    }

    pub(super) fn is(&mut self, i: usize, word: &str) -> bool {
        // Spellings of one word have one length.
        self.words
            .get(i)
            .is_some_and(|w| (w.end - w.start == word.len() || word == "và") && w.key == key(word))
    }

    pub(super) fn phrase(&mut self, next: &mut usize, words: &[&str]) -> bool {
        let found = words.iter().enumerate().all(|(i, word)| {
            self.words
                .get(*next + i)
                .is_some_and(|w| matches!(w.gap, Gap::Space | Gap::Break))
                && self.is(*next + i, word)
        });
        if found {
            *next += words.len();
        }
        found
    }

    /// A body that ends before word `next`.
    pub(super) fn finish(&mut self, next: usize, fill: impl FnOnce(&mut Read)) -> Read {
        let mut read = Read::default();
        fill(&mut read);
        self.ended(Read { next, ..read })
    }

    /// The same with the byte at which it ends.
    pub(super) fn ended(&mut self, read: Read) -> Read {
        let end = self.words.get(read.next - 1).map_or(0, |word| word.end);
        Read { end, ..read }
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
