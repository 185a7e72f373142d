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
    FIELDS, FOREIGN, HEADS, HOLDERS, Head, LEVELS, Level, Lexicon, PROVINCES, Start, UNITS, stops,
    surname,
};
use super::words::{Case, Gap, Word, Words, key};
use crate::registry::bodies::{BodyClass, Scope};
use crate::registry::places::Place;

/// What a name leaves to the rest of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// *Văn phòng Bộ*, *Bộ trưởng*: of which ministry.
    Ministry,
    /// *Tỉnh ủy*, *UBND tỉnh*: of which province.
    Province,
    /// *Thành ủy*, *UBND thành phố*: of which city.
    City,
}

/// A body that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Read {
    /// Index of the word after it.
    pub next: usize,
    pub end: usize,
    pub name: String,
    pub code: Option<String>,
    pub class: BodyClass,
    pub place: Option<String>,
    pub holder: Option<String>,
    pub parent: Option<String>,
    pub generic: bool,
    /// Written in capitals throughout, as in a letterhead.
    pub shout: bool,
    pub open: Option<Open>,
    pub level: Option<Level>,
}

pub(super) struct Grammar<'l, 't> {
    pub lexicon: &'l Lexicon,
    /// Abbreviations that the text itself explains: `CNTT` → *công nghệ thông tin*.
    pub defined: &'l HashMap<String, String>,
    pub words: Words<'t>,
}

/// Bodies within bodies: *Văn phòng* › *Ban cán sự đảng* › *Ủy ban nhân dân* is the deepest seen.
const DEPTH: usize = 4;
/// A name longer than this is a sentence.
const LONGEST_NAME: usize = 28;

impl<'t> Grammar<'_, 't> {
    /// Reads a body that begins at byte `start`.
    pub fn read(&mut self, start: usize, deputy: bool) -> Option<Read> {
        self.words.restart(start);
        let first = self.words.get(0)?;
        if !first.capital() {
            return self.congress(0);
        }
        let begins = self.lexicon.starts.starts(first) || HOLDERS.starts(first);
        if !begins && !self.is(0, "đại") {
            return None;
        }
        let plain = self.body(0, DEPTH);
        let held = if deputy { None } else { self.held(0) };
        let best = match (plain, held) {
            (Some(plain), Some(held)) if held.next > plain.next => Some(held),
            (Some(plain), _) => Some(plain),
            (None, held) => held,
        };
        best.or_else(|| self.congress(0))
    }

    /// `Bộ trưởng Bộ Tư pháp`, `Chủ tịch UBND tỉnh Sơn La`; `Bộ trưởng` alone.
    fn held(&mut self, from: usize) -> Option<Read> {
        let (office, next) = HOLDERS.longest(&mut self.words, from, |_| true)?;
        let follower = self.words.get(next);
        let body = match follower {
            Some(word) if matches!(word.gap, Gap::Space | Gap::Break) && word.capital() => {
                self.body(next, DEPTH)
            }
            _ => None,
        };
        let Some(mut read) = body else {
            let alone = office == "Bộ trưởng"
                && !follower.is_some_and(|word| {
                    word.gap == Gap::Comma && word.capital()
                        || word.gap == Gap::Comma
                            && (self.is(next, "người") || self.is(next, "thủ"))
                        || word.gap == Gap::Space && self.is(next, "các")
                });
            return alone.then(|| {
                self.finish(next, |read| {
                    read.name = office.to_owned();
                    read.holder = Some(office.to_owned());
                    read.class = BodyClass::Ministry;
                    read.open = Some(Open::Ministry);
                })
            });
        };
        let one_syllable = !office.contains(' ');
        let word = self.words.spelling(next);
        let whole = match office {
            "Chánh" | "Tổng" | "Trưởng" => {
                let second = self.words.spelling(next + 1);
                let lead = match crate::text::fold::key(word).as_str() {
                    "ban" | "phong2" => word.to_owned(),
                    _ => format!("{word} {second}"),
                };
                let fits = match office {
                    "Chánh" => self.is(next, "văn") || self.is(next, "thanh"),
                    "Tổng" => self.is(next, "kiểm") || self.is(next, "thanh"),
                    _ => true,
                };
                if !fits {
                    return None;
                }
                format!("{office} {lead}")
            }
            _ => office.to_owned(),
        };
        debug_assert!(one_syllable || whole == office);
        if office == "Chủ tịch" && read.code.as_deref() == Some("UBND") {
            read.code = Some("CTUBND".to_owned());
        }
        read.name = format!("{office} {}", read.name);
        read.holder = Some(whole);
        Some(read)
    }

    fn body(&mut self, from: usize, depth: usize) -> Option<Read> {
        if depth == 0 || from > LONGEST_NAME {
            return None;
        }
        let starts = &self.lexicon.starts;
        let known = starts.longest(&mut self.words, from, |s| matches!(s, Start::Body(_)));
        let head = starts.longest(&mut self.words, from, |s| matches!(s, Start::Head(_)));
        let nothing = starts.longest(&mut self.words, from, |s| matches!(s, Start::Nothing));
        if let Some((_, end)) = nothing {
            let longer = |found: &Option<(Start, usize)>| found.is_some_and(|(_, next)| next > end);
            if !longer(&known) && !longer(&head) {
                return None;
            }
        }
        let known = match known {
            Some((Start::Body(body), next)) => self.known(body, next),
            _ => None,
        };
        let composed = match head {
            Some((Start::Head(head), next)) => self.composed(from, &HEADS[head], next, depth),
            _ => None,
        };
        match (known, composed) {
            (Some(known), Some(composed)) if composed.next > known.next => {
                // What a known name goes on with must be written like a name.
                let more = self.words.get(known.next)?;
                let goes_on = match more.gap {
                    Gap::Space | Gap::Dash if more.capital() => true,
                    Gap::Space | Gap::Glued if self.is(known.next, "và") => {
                        known.class == BodyClass::Department
                            && self.words.get(known.next + 1).is_some_and(Word::capital)
                            && FIELDS
                                .longest(&mut self.words, known.next + 1, |_| true)
                                .is_some()
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
    fn known(&mut self, index: usize, next: usize) -> Option<Read> {
        let body = &self.lexicon.registry.bodies()[index];
        let scope = body.scope;
        if scope == Scope::National {
            let noun =
                self.words.get(next).is_some_and(Word::capital) || body.class == BodyClass::Central;
            if noun
                && matches!(
                    body.class,
                    BodyClass::Central
                        | BodyClass::Ministry
                        | BodyClass::Court
                        | BodyClass::Department
                )
                && self.foreign(next)
            {
                return None;
            }
            return Some(self.finish(next, |read| {
                read.name = body.name.clone();
                read.code = body.codes.first().cloned();
                read.class = body.class;
                read.parent = body.parent.clone();
            }));
        }
        let mut read = self.finish(next, |read| {
            read.name = body.name.clone();
            read.code = body.codes.first().cloned();
            read.class = body.class;
        });
        if scope == Scope::Seat {
            if self.is(next, "tại") {
                if let Some(place) = self.place(next + 1) {
                    return Some(self.at(read, &place, " tại"));
                }
            }
            read.generic = true;
            return Some(read);
        }
        let place = self.place(next);
        match (&place, scope) {
            (None, Scope::PlaceRequired) => return None,
            (None, Scope::Province) => read.open = Some(Open::Province),
            (None, Scope::City) => read.open = Some(Open::City),
            (None, Scope::District) => read.generic = true,
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
                read
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
        if head.field {
            if let Some(tail) = self.field(next, head.lower, shout) {
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
        }
        if head.host {
            if let Some(host) = self.host(read.next, depth, complete) {
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
                read.parent = Some(host.name);
                complete = true;
                return Some(self.finish(read.next, |done| {
                    *done = Read {
                        end: done.end,
                        ..read
                    }
                }));
            }
        }
        if head.place {
            if let Some(place) = self.place(read.next) {
                if complete || head.place_only {
                    return Some(self.at(read, &place, ""));
                }
            }
        }
        // *Ban cán sự đảng* alone and *Cơ quan Thi hành án* are classes of bodies.
        if !complete && !(head.generic && !head.field) {
            return None;
        }
        read.generic |= head.generic;
        let next = read.next;
        Some(self.finish(next, |done| {
            *done = Read {
                end: done.end,
                ..read
            }
        }))
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

    /// The words that say what the body is for.
    fn field(&mut self, from: usize, lower: bool, shout: bool) -> Option<Tail> {
        let first = self.words.get(from)?;
        if !matches!(first.gap, Gap::Space | Gap::Break) {
            return None;
        }
        if first.gap == Gap::Break && !shout {
            return None;
        }
        if !shout && first.case == Case::Upper && self.words.slice(first).chars().count() > 1 {
            if let Some(tail) = self.abbreviated(from) {
                return Some(tail);
            }
        }
        if first.case == Case::Digit {
            let digits = self.words.slice(first);
            return (digits.len() <= 4).then(|| Tail {
                next: from + 1,
                name: digits.to_owned(),
                code: None,
            });
        }
        if !first.capital() && !lower || self.begins_body(from) {
            return None;
        }
        let mut next = from;
        let mut code = None;
        // Whether the component so far is made of verbs only, which others may follow.
        let mut verbs = true;
        while let Some(word) = self.words.get(next).filter(|_| next - from < LONGEST_NAME) {
            let begins = next == from;
            let mut at = next;
            let mut link = begins;
            if !begins {
                match word.gap {
                    Gap::Space => {
                        if self.is(next, "và") && self.joins(next + 1, verbs, shout) {
                            at = next + 1;
                            link = true;
                        }
                    }
                    Gap::Glued => {
                        at = next + 1;
                        link = true;
                    }
                    Gap::Dash
                        if !self.begins_body(next)
                            && !(self.is(next, "công") && self.is(next + 1, "ty")) =>
                    {
                        link = true
                    }
                    Gap::Comma if self.lists(next, verbs, shout) => link = true,
                    Gap::Break if shout => {}
                    _ => break,
                }
            }
            let Some(word) = self.words.get(at) else {
                break;
            };
            if !begins && self.begins_body(at) {
                break;
            }
            if let Some((field, end)) = FIELDS.longest(&mut self.words, at, |_| true) {
                let bare = !word.capital() || shout;
                if field.verb && bare && !begins && !(verbs || link) {
                    break;
                }
                code = field.code.filter(|_| begins).map(str::to_owned);
                verbs = field.verb && verbs || field.chains && link;
                next = end;
                if field.last {
                    break;
                }
                continue;
            }
            if word.gap == Gap::Dash && at == next && !word.capital() && !begins {
                break;
            }
            if shout || !word.capital() || PROVINCES.starts(word) && self.province(at).is_some() {
                break;
            }
            if LEVELS.starts(word) && self.place(at).is_some_and(|place| place.name.is_some()) {
                break;
            }
            let follower = self.words.get(at + 1).filter(|w| w.gap == Gap::Space);
            if surname(word) && follower.is_some_and(Word::capital) && !begins {
                break;
            }
            if word.case == Case::Digit {
                break;
            }
            // An unknown word of two syllables: the second is in lower case.
            code = None;
            verbs = false;
            next = at + 1;
            if let Some(second) = follower {
                if second.case == Case::Lower
                    && !stops(second, link)
                    && FIELDS.longest(&mut self.words, at + 1, |_| true).is_none()
                {
                    next = at + 2;
                }
            }
        }
        if next == from {
            return None;
        }
        let name = self.spelled(from, next, shout);
        Some(Tail { next, name, code })
    }

    /// `CNTT` in `Cục CNTT`: what the text or the registry says it is.
    fn abbreviated(&mut self, from: usize) -> Option<Tail> {
        let word = self.words.get(from)?;
        let short = self.words.slice(word);
        let mut next = from + 1;
        let mut code = short.to_owned();
        let long = match self.defined.get(short) {
            Some(long) => Some(long.clone()),
            None => {
                while self
                    .words
                    .get(next)
                    .is_some_and(|w| matches!(w.gap, Gap::Space | Gap::Glued))
                    && self.is(next, "và")
                    && self.words.get(next + 1).is_some_and(|w| {
                        w.case == Case::Upper && matches!(w.gap, Gap::Space | Gap::Glued)
                    })
                {
                    code = format!("{code}&{}", self.words.spelling(next + 1));
                    next += 2;
                }
                UNITS.get(code.as_str()).map(|&long| long.to_owned())
            }
        };
        if long.is_none() && (PROVINCES.starts(word) || self.begins_body(from)) {
            return None;
        }
        let name = match long {
            Some(long) => capitalised(&long),
            None => self.spelled(from, next, false),
        };
        Some(Tail {
            next,
            name,
            code: Some(code),
        })
    }

    /// Whether a component goes on after *và*.
    fn joins(&mut self, at: usize, verbs: bool, shout: bool) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        if word.gap != Gap::Space && !(shout && word.gap == Gap::Break) || self.begins_body(at) {
            return false;
        }
        let starts = &self.lexicon.starts;
        if let Some((Start::Head(_), next)) = starts.longest(&mut self.words, at, |_| true) {
            if self
                .words
                .get(next)
                .is_some_and(|w| w.gap == Gap::Space && w.capital())
                && !shout
            {
                return false;
            }
        }
        match FIELDS.longest(&mut self.words, at, |_| true) {
            Some((field, _)) => word.capital() && !shout || shout || field.verb && verbs,
            None => {
                word.case == Case::Title && !shout && !surname(word) && self.province(at).is_none()
            }
        }
    }

    /// Whether the comma before word `at` stands within the name: between verbs (*Quản lý, giám
    /// sát …*), or in a list that *và* closes.
    fn lists(&mut self, at: usize, verbs: bool, shout: bool) -> bool {
        if self.begins_body(at) {
            return false;
        }
        let Some((field, end)) = FIELDS.longest(&mut self.words, at, |_| true) else {
            return false;
        };
        if field.verb && verbs {
            return true;
        }
        let mut end = end;
        while let Some(word) = self
            .words
            .get(end)
            .filter(|w| matches!(w.gap, Gap::Space | Gap::Comma))
        {
            if self.is(end, "và") {
                return self.words.get(end + 1).is_some_and(Word::capital)
                    && self.joins(end + 1, false, shout);
            }
            if self.begins_body(end) || word.gap == Gap::Comma && end > at + 8 {
                return false;
            }
            match FIELDS.longest(&mut self.words, end, |_| true) {
                Some((_, more)) => end = more,
                None => return false,
            }
        }
        false
    }

    /// Whether another body begins at word `at`, rather than a word of this one.
    fn begins_body(&mut self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        if !word.capital() {
            return false;
        }
        let field = FIELDS
            .longest(&mut self.words, at, |_| true)
            .map_or(at, |(_, end)| end);
        if HOLDERS
            .longest(&mut self.words, at, |_| true)
            .is_some_and(|(_, end)| end > field && (end > at + 1 || self.begins_body(end)))
        {
            return true;
        }
        match self.lexicon.starts.longest(&mut self.words, at, |_| true) {
            Some((Start::Body(_), end)) => end > field,
            Some((Start::Head(_), end)) => {
                end > field
                    && self
                        .words
                        .get(end)
                        .is_none_or(|w| w.gap != Gap::Space || w.capital() || LEVELS.starts(w))
            }
            Some((Start::Nothing, _)) => false,
            None => self.is(at, "bộ") && field == at,
        }
    }

    /// `Đại hội đại biểu toàn quốc lần thứ XIII của Đảng`.
    fn congress(&mut self, from: usize) -> Option<Read> {
        if !(self.is(from, "đại") && self.is(from + 1, "hội")) {
            return None;
        }
        let mut next = from + 2;
        let deputies = self.phrase(&mut next, &["đại", "biểu"]);
        let mut national = self.phrase(&mut next, &["toàn", "quốc"]);
        if self.is(next, "đảng") && !self.is(next + 1, "bộ") {
            next += 1;
            national = true;
        }
        let mut host = None;
        if !national {
            host = self
                .body(next, DEPTH)
                .filter(|body| body.name.starts_with("Đảng bộ"));
            next = host.as_ref().map_or(next, |host| host.next);
        }
        let ordinal = self.phrase(&mut next, &["lần", "thứ"]);
        let number = self.words.get(next).filter(|w| w.gap == Gap::Space)?;
        let number = self.words.slice(number);
        let roman = number.bytes().all(|b| b"IVXLC".contains(&b));
        if !(roman || ordinal) {
            return None;
        }
        next += 1;
        let mut of = next;
        self.phrase(&mut of, &["của"]);
        let mut name = String::from("Đại hội");
        if self.is(of, "đảng") && !self.is(of + 1, "bộ") {
            next = of + 1;
            let mut full = next;
            if self.phrase(&mut full, &["cộng", "sản", "việt", "nam"]) {
                next = full;
            }
            national = true;
        } else if host.is_none() && !national {
            host = self
                .body(of, DEPTH)
                .filter(|body| body.name.starts_with("Đảng bộ"));
            next = host.as_ref().map_or(next, |host| host.next);
        }
        match (&host, national || roman && !deputies) {
            (Some(host), _) => {
                name = format!("Đại hội đại biểu {} lần thứ {number}", host.name);
            }
            (None, true) => {
                name.push_str(&format!(" đại biểu toàn quốc lần thứ {number} của Đảng"))
            }
            (None, false) => return None,
        }
        Some(self.finish(next, |read| {
            read.name = name;
            read.class = BodyClass::Party;
            read.place = host.and_then(|host| host.place);
        }))
    }

    fn foreign(&mut self, next: usize) -> bool {
        self.words.get(next).is_some_and(|w| w.gap == Gap::Space)
            && !(self.is(next, "số")
                && self
                    .words
                    .get(next + 1)
                    .is_some_and(|w| w.case == Case::Digit))
            && FOREIGN.longest(&mut self.words, next, |_| true).is_some()
    }

    pub(super) fn is(&mut self, i: usize, word: &str) -> bool {
        // Spellings of one word have one length.
        self.words
            .get(i)
            .is_some_and(|w| (w.end - w.start == word.len() || word == "và") && w.key == key(word))
    }

    fn phrase(&mut self, next: &mut usize, words: &[&str]) -> bool {
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

    fn finish(&mut self, next: usize, fill: impl FnOnce(&mut Read)) -> Read {
        let mut read = Read {
            end: self.words.get(next - 1).map_or(0, |word| word.end),
            ..Read::default()
        };
        fill(&mut read);
        read.next = next;
        read
    }

    /// Words `from..to` as they are written, spaces and dashes made even; a shouted name in the
    /// case of running text.
    fn spelled(&mut self, from: usize, to: usize, shout: bool) -> String {
        let mut name = String::new();
        let mut fresh = true;
        let mut done = from;
        for i in from..to {
            let Some(word) = self.words.get(i) else { break };
            if i < done {
                continue;
            }
            let text = self.words.slice(word);
            if i > from {
                name.push_str(match word.gap {
                    Gap::Comma => ", ",
                    Gap::Dash => " - ",
                    Gap::Dot => ". ",
                    Gap::Glued => "",
                    _ => " ",
                });
                fresh = word.gap == Gap::Dash || self.is(i - 1, "và");
            }
            if shout && let Some((_, end)) = self.province(i).filter(|&(_, end)| end <= to) {
                for word in i..end {
                    name.push_str(if word > i { " " } else { "" });
                    name.push_str(&capitalised(&self.words.spelling(word).to_lowercase()));
                }
                done = end;
                continue;
            }
            if shout && self.is(i, "việt") && self.is(i + 1, "nam") {
                name.push_str("Việt Nam");
                done = i + 2;
                continue;
            }
            match (shout, fresh && !self.is(i, "và")) {
                (true, true) => name.push_str(&capitalised(&text.to_lowercase())),
                (true, false) => name.push_str(&text.to_lowercase()),
                (false, _) => name.push_str(text),
            }
        }
        name
    }
}

struct Tail {
    next: usize,
    name: String,
    code: Option<String>,
}

/// What follows a body and says where it is.
pub(super) struct Where {
    next: usize,
    /// With its level: `tỉnh Sơn La`, `huyện Mộc Châu, tỉnh Sơn La`; `các tỉnh, thành phố …`.
    words: String,
    /// The province or city; the district where no province is named.
    name: Option<String>,
    level: Option<Level>,
    /// No single place: `cấp tỉnh`, `các cấp`.
    generic: bool,
}

impl<'t> Grammar<'_, 't> {
    /// Puts a place into a body that takes one.
    fn at(&mut self, read: Read, place: &Where, link: &str) -> Read {
        let name = format!("{}{link} {}", read.name, place.words);
        let open = match (place.generic, &place.name, place.level) {
            (false, None, Some(Level::Province)) => Some(Open::Province),
            (false, None, Some(Level::City)) => Some(Open::City),
            _ => None,
        };
        let generic = place.generic || place.name.is_none() && open.is_none();
        self.finish(place.next, |done| {
            *done = Read {
                end: done.end,
                name,
                place: place.name.clone(),
                level: place.level,
                open,
                generic,
                ..read
            }
        })
    }

    fn province(&mut self, at: usize) -> Option<(&'static Place, usize)> {
        let word = self.words.get(at)?;
        if !word.capital() {
            return None;
        }
        let (place, next) = PROVINCES.longest(&mut self.words, at, |_| true)?;
        Some((&Place::all()[place], next))
    }

    fn place(&mut self, at: usize) -> Option<Where> {
        let word = self.words.get(at)?;
        if !matches!(word.gap, Gap::Space | Gap::Break) {
            return None;
        }
        if let Some(place) = self.class_of_places(at) {
            return Some(place);
        }
        if let Some(((level, written), next)) = LEVELS.longest(&mut self.words, at, |_| true) {
            return self.levelled(at, level, written, next);
        }
        if self.is(at, "khu") && self.is(at + 1, "vực") {
            let number = self.words.get(at + 2)?;
            let text = self.words.slice(number);
            if text
                .bytes()
                .all(|b| b.is_ascii_digit() || b"IVX".contains(&b))
            {
                let mut next = at + 3;
                let mut name = format!("khu vực {text}");
                if self.words.get(next).is_some_and(|w| w.gap == Gap::Dash) {
                    if let Some((place, end)) = self.province(next) {
                        name = format!("{name} - {}", place.name);
                        next = end;
                    }
                }
                return Some(Where {
                    next,
                    words: name.clone(),
                    name: Some(name),
                    level: None,
                    generic: false,
                });
            }
            return None;
        }
        if word.gap == Gap::Space {
            let (place, next) = self.province(at)?;
            return Some(Where {
                next,
                words: place.name.to_owned(),
                name: Some(place.name.to_owned()),
                level: Some(if place.is_city(None) {
                    Level::City
                } else {
                    Level::Province
                }),
                generic: false,
            });
        }
        None
    }

    /// A level word, and the name after it.
    fn levelled(&mut self, at: usize, level: Level, written: &str, next: usize) -> Option<Where> {
        let bare = |next| Where {
            next,
            words: written.to_owned(),
            name: None,
            level: Some(level),
            generic: false,
        };
        let Some(name) = self.words.get(next) else {
            return Some(bare(next));
        };
        if !matches!(name.gap, Gap::Space | Gap::Dot | Gap::Break) {
            return Some(bare(next));
        }
        if matches!(level, Level::Province | Level::City) {
            if let Some((place, end)) = self.province(next) {
                let words = if place.name == "Hồ Chí Minh" {
                    "Thành phố Hồ Chí Minh".to_owned()
                } else {
                    format!("{written} {}", place.name)
                };
                return Some(Where {
                    next: end,
                    words,
                    name: Some(place.name.to_owned()),
                    level: Some(level),
                    generic: false,
                });
            }
        }
        let shout = self.words.get(at)?.case == Case::Upper;
        let mut end = next;
        while let Some(word) = self.words.get(end).filter(|_| end - next < 5) {
            let goes_on = match word.gap {
                Gap::Space => true,
                Gap::Dash | Gap::Dot | Gap::Break => end == next,
                _ => false,
            };
            let fits = match word.case {
                Case::Title => !shout,
                Case::Upper => true,
                Case::Digit => end == next,
                Case::Lower => false,
            };
            if !goes_on
                || !fits
                || end > next && (self.begins_body(end) || surname(word) && end - next >= 2)
            {
                break;
            }
            end += 1;
            if word.case == Case::Digit {
                break;
            }
        }
        if end == next || name.gap == Gap::Break && !shout {
            return Some(bare(next));
        }
        let mut own = self.spelled(next, end, false);
        if shout {
            own = own
                .split(' ')
                .map(|w| capitalised(&w.to_lowercase()))
                .collect::<Vec<_>>()
                .join(" ");
        }
        let own = format!("{written} {own}");
        // The province after it: `huyện Mộc Châu, tỉnh Sơn La`.
        if let Some(comma) = self
            .words
            .get(end)
            .filter(|w| matches!(w.gap, Gap::Comma | Gap::Space | Gap::Break))
        {
            if let Some(((outer, outer_written), name_at)) =
                LEVELS.longest(&mut self.words, end, |_| true)
            {
                let larger = matches!(outer, Level::Province | Level::City | Level::District)
                    && outer != level;
                let named = self
                    .words
                    .get(name_at)
                    .is_some_and(|w| w.capital() && matches!(w.gap, Gap::Space | Gap::Dot));
                if larger && named && (comma.gap != Gap::Break || shout) {
                    if let Some(outer) = self
                        .levelled(end, outer, outer_written, name_at)
                        .filter(|w| w.name.is_some())
                    {
                        return Some(Where {
                            next: outer.next,
                            words: format!("{own}, {}", outer.words),
                            name: outer.name,
                            level: Some(level),
                            generic: false,
                        });
                    }
                }
            }
        }
        Some(Where {
            next: end,
            words: own.clone(),
            name: Some(own),
            level: Some(level),
            generic: false,
        })
    }

    /// `cấp tỉnh`, `các cấp`, `các tỉnh, thành phố trực thuộc Trung ương`.
    fn class_of_places(&mut self, at: usize) -> Option<Where> {
        let level = |g: &mut Self, i: usize| {
            LEVELS
                .longest(&mut g.words, i, |_| true)
                .map(|(_, end)| end)
        };
        let mut next = at;
        let each = self.phrase(&mut next, &["các"]);
        let mut found = false;
        if self.is(next, "cấp") || self.is(next, "cùng") && self.is(next + 1, "cấp") {
            if self.is(next, "cùng") {
                next += 1;
            }
            next += 1;
            found = true;
            let mut more = next;
            while let Some(end) = level(self, more) {
                next = end;
                // `cấp tỉnh, cấp xã`, `cấp tỉnh và cấp huyện`, `cấp huyện, xã`
                let Some(word) = self.words.get(next) else {
                    break;
                };
                more = next;
                if word.gap == Gap::Space && (self.is(next, "và") || self.is(next, "hoặc")) {
                    more = next + 1;
                } else if word.gap != Gap::Comma {
                    break;
                }
                if self.is(more, "cấp") {
                    more += 1;
                } else if more == next && word.gap != Gap::Comma {
                    break;
                }
            }
            if next == at + 1 && !each {
                // `cấp` alone is the verb: *Ủy ban nhân dân cấp giấy phép*.
                return None;
            }
        } else if self.phrase(&mut next, &["đơn", "vị"])
            || each && self.phrase(&mut next, &["địa", "phương"])
        {
            let more = self.words.get(next).is_some_and(|w| w.gap == Gap::Comma);
            if more && self.is(next, "địa") && self.is(next + 1, "phương") {
                next += 2;
            }
            found = each || more;
        } else {
            let mut count = 0;
            let mut more = next;
            while let Some(end) = level(self, more) {
                count += 1;
                next = end;
                let named = self
                    .words
                    .get(next)
                    .is_some_and(|w| w.gap == Gap::Space && w.capital());
                if named {
                    return None;
                }
                let Some(word) = self.words.get(next) else {
                    break;
                };
                more = match word.gap {
                    Gap::Comma => next,
                    Gap::Space if self.is(next, "và") || self.is(next, "hoặc") => next + 1,
                    _ => break,
                };
            }
            let mut tail = next;
            let directly = self.phrase(&mut tail, &["trực", "thuộc"]);
            if directly
                && (self.phrase(&mut tail, &["trung", "ương"])
                    || self.phrase(&mut tail, &["tw"])
                    || self.phrase(&mut tail, &["tỉnh"]))
            {
                next = tail;
                found = count > 0;
            } else {
                let mut tail = next;
                if count > 0 && self.phrase(&mut tail, &["thuộc", "tỉnh"]) {
                    next = tail;
                    found = true;
                }
                found |= count > 1 || each && count > 0;
            }
        }
        found.then(|| Where {
            next,
            words: self.spelled(at, next, false),
            name: None,
            level: None,
            generic: true,
        })
    }
}

/// The first letter capital.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
