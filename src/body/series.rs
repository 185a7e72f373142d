//! Several bodies under one head: *các Bộ: Quốc phòng, Công an*; *UBND các phường: A, B*.
//!
//! Each one is read as if the head stood before it; its span is its own words. One may name a level of its
//! own: *UBND các huyện Mộc Châu, Yên Châu và thành phố Sơn La*. Behind *liên* dashes part them: *Liên Bộ Tài chính -
//! Nội vụ*.

use super::cues::{NOUNS, Trait, ids};
use super::grammar::{DEPTH, Grammar};
use super::lexicon::{HOLDERS, Role, Start};
use super::read::{Level, Read};
use super::window::{Gap, Word};
use crate::reading::WordId;
use crate::span::Span;
use crate::tables::bodies::BodyClass;

impl Grammar<'_, '_, '_> {
    /// The bodies of a series whose *các* is word `each`. Words before it belong to the head of all
    /// of them (*UBND các phường*).
    pub(super) fn series(&mut self, each: usize) -> Vec<(Span, Read)> {
        let Some((mut head, behind)) = self.series_head(each) else {
            return Vec::new();
        };
        let reading = self.words.reading();
        let text = reading.text();
        let Some(at) = self.words.get(behind - 1).map(|word| word.end) else {
            return Vec::new();
        };
        for word in &mut head {
            word.gap = Gap::Space;
        }
        let (colon, rest) = match text[at..].trim_start_matches(' ').strip_prefix(':') {
            Some(rest) => (true, rest),
            None => (false, &text[at..]),
        };
        let joint = self.is(each, ids().liên);
        let plain = !colon && self.words.get(behind).is_none_or(|w| w.gap != Gap::Space);
        if plain {
            return Vec::new();
        }
        let (mut found, goes_on) = self.items(&head, each, joint, text.len() - rest.len());
        // *các Sở Tư pháp* are those of all provinces, and behind *UBND các xã: Lập danh sách …* stands what
        // they are to do.
        if found.len() < 2 && (goes_on || !colon) {
            found.clear();
        }
        found
    }

    /// The bodies from byte `at` on, each read as if `head` stood before it; before one with a level of its own the
    /// first `each` words do. Those of a `joint` head are parted by dashes, too. Whether the sentence goes on behind
    /// the last without a sign.
    fn items(
        &mut self,
        head: &[Word],
        each: usize,
        joint: bool,
        mut at: usize,
    ) -> (Vec<(Span, Read)>, bool) {
        let reading = self.words.reading();
        let text = reading.text();
        let mut found: Vec<(Span, Read)> = Vec::new();
        let mut of_own_level = false;
        let mut goes_on = false;
        loop {
            let start = text.len() - text[at..].trim_start_matches(' ').len();
            let item = reading.place_at(start).index();
            // Behind one with a level of its own it is not said of which level the next one is.
            let before = std::mem::replace(&mut of_own_level, each > 0 && self.levelled_item(item));
            let head = match of_own_level {
                true => &head[..each],
                false => head,
            };
            if !of_own_level && (before || !text[start..].starts_with(char::is_uppercase)) {
                break;
            }
            // "Liên Bộ Nội vụ - Bộ Tài chính": this one says its head itself.
            let named = joint && reading.id(item) == head[head.len() - 1].id;
            self.words
                .restart_behind(if named { &[] } else { head }, item);
            // Of bodies within bodies only committees of the Party stand in series: *các Đảng ủy
            // Bộ Tư pháp, Bộ Nội vụ*; *các Vụ Tài chính, Cục Tài chính* is none.
            // *Công an* behind *Bộ* is the ministry, for the registry says so.
            let own = !self.is(head.len() - 1, ids().bộ) && self.begins_body(head.len());
            let item = match self.words.get(0) {
                // A dash is within the name of a ministry only where the registry has it.
                _ if joint => self.registered(),
                Some(first) if first.is_capital() => self.name(false),
                _ => self.body(0, DEPTH),
            };
            let item = item.filter(|item| {
                (named || item.next > head.len())
                    && !item.generic
                    && (!own || item.class == BodyClass::Party)
            });
            let Some(item) = item else { break };
            let cut = self
                .words
                .get(item.next)
                .is_some_and(|w| w.gap == Gap::Space && w.is_capital());
            if cut {
                break;
            }
            goes_on = self
                .words
                .get(item.next)
                .is_some_and(|w| w.gap == Gap::Space);
            at = item.end;
            found.push((Span::new(start, item.end), item));
            let Some(next) = behind_sign(text, at, joint) else {
                break;
            };
            at = next;
        }
        (found, goes_on)
    }

    /// The bodies of the places that go on behind that of `read`: *UBND xã Chiềng Ban, xã Chiềng Mai và thị trấn Hát
    /// Lót*.
    pub(super) fn more_places(&mut self, read: &Read) -> Vec<(Span, Read)> {
        let Some(rank) = rank(read).filter(|_| self.joins_place(read.next)) else {
            return Vec::new();
        };
        let level = (1..read.next).find(|&at| {
            let place = self.level_word(at).and_then(|_| self.place(at));
            place.is_some_and(|place| place.next == read.next && place.name.is_some())
        });
        let Some(level) = level else {
            return Vec::new();
        };
        let head: Vec<Word> = (0..level).map_while(|i| self.words.get(i)).collect();
        let text = self.words.reading().text();
        let Some(at) = behind_sign(text, read.end, false) else {
            return Vec::new();
        };
        let (mut found, _) = self.items(&head, head.len(), false, at);
        // Of one more behind a comma nobody says whether it is not the subject: *theo UBND xã A, xã B có …*
        let same = found
            .iter()
            .take_while(|(_, item)| self::rank(item) == Some(rank));
        found.truncate(same.count());
        let and = found
            .last()
            .is_some_and(|(last, _)| text[..last.start].ends_with(" và "));
        if found.len() < 2 && !and {
            found.clear();
        }
        found
    }

    /// Whether word `at` leads on to a place with its level in small letters.
    fn joins_place(&mut self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        let and = word.gap == Gap::Space && word.id == ids().và;
        let level = at + usize::from(and);
        (and || word.gap == Gap::Comma)
            && self.words.get(level).is_some_and(|word| !word.is_capital())
            && self.level_word(level).is_some()
    }

    /// The body of the registry that the first word begins.
    fn registered(&mut self) -> Option<Read> {
        match self.words.longest(&self.lexicon.starts, 0)? {
            (Start::Body(body), next) => self.known(0, body, next),
            _ => None,
        }
    }

    /// Whether word `item` of the text begins a place with its level in small letters.
    fn levelled_item(&mut self, item: usize) -> bool {
        self.words.restart(item);
        let small = self.words.get(0).is_some_and(|word| !word.is_capital());
        small
            && self.level_word(0).is_some_and(|(_, name)| {
                let name = self.words.get(name);
                name.is_some_and(|w| w.gap == Gap::Space && w.is_capital())
            })
    }

    /// The word behind the head that the first word begins, if it says that several follow.
    pub(super) fn head_of_series(&mut self) -> Option<usize> {
        let start = self.words.longest(&self.lexicon.starts, 0);
        let start = start.filter(|&(start, _)| start != Start::Nothing);
        let start = start.map(|(_, each)| each);
        let each = start.or_else(|| self.office_end())?;
        self.counts(each).then_some(each)
    }

    /// The word behind the office that the first word begins: *Bộ trưởng các Bộ: Tài chính, Nội vụ*.
    fn office_end(&mut self) -> Option<usize> {
        let office = self.words.longest(&HOLDERS, 0);
        let (_, each) = office.filter(|(office, _)| office.role == Role::Chief)?;
        Some(each)
    }

    /// Whether word `i` says that several follow: *các*, *hai*, *03*.
    pub(super) fn counts(&mut self, i: usize) -> bool {
        self.words.get(i).is_some_and(|word| {
            word.id == ids().các || Trait::COUNT.of(word.id) || word.id == WordId::NUMBER
        })
    }

    /// The word behind the nouns that are coordinated with the head, if names follow: *các Bộ, ngành: Y tế,
    /// Công an*.
    fn behind_nouns(&mut self, head: usize) -> usize {
        let mut behind = head;
        while let Some(word) = self.words.get(behind) {
            let and = usize::from(word.gap == Gap::Space && word.id == ids().và);
            if and == 0 && word.gap != Gap::Comma {
                break;
            }
            let Some((_, end)) = self.words.longest(&NOUNS, behind + and) else {
                return head;
            };
            behind = end;
        }
        let last = self.words.get(behind - 1).map_or(0, |word| word.end);
        let names = self.words.reading().text()[last..].trim_start_matches(' ');
        if names.starts_with(':') { behind } else { head }
    }

    /// The word behind *Bộ trưởng* at word `at`, where names follow a colon: *các Bộ trưởng: Quốc phòng, Công an*.
    fn behind_ministers(&mut self, at: usize) -> Option<usize> {
        let (office, behind) = self.words.longest(&HOLDERS, at)?;
        let last = self.words.get(behind - 1)?.end;
        let names = self.words.reading().text()[last..].trim_start_matches(' ');
        (office.of_ministry && office.role == Role::Chief && names.starts_with(':'))
            .then_some(behind)
    }

    /// The words that every name of the series begins with, and the word behind them.
    fn series_head(&mut self, each: usize) -> Option<(Vec<Word>, usize)> {
        let first = self.words.get(each + 1).filter(|w| w.gap == Gap::Space)?;
        let of_office = each > 0 && self.office_end() == Some(each);
        let (to, behind) = if each > 0 && !of_office {
            let (_, mut behind) = self.level_word(each + 1)?;
            let mut to = behind;
            // *các tỉnh, thành phố: Sơn La, Hà Nội*: each has its own level.
            while let Some(word) = self.words.get(behind) {
                let and = usize::from(word.gap == Gap::Space && word.id == ids().và);
                if and == 0 && word.gap != Gap::Comma {
                    break;
                }
                let Some((_, end)) = self.level_word(behind + and) else {
                    break;
                };
                behind = end;
                to = each + 1;
            }
            (to, behind)
        } else if let Some(behind) = self.behind_ministers(each + 1) {
            (each + 2, behind)
        } else if self.is(each + 1, ids().bộ) {
            (each + 2, self.behind_nouns(each + 2))
        } else {
            match self.words.longest(&self.lexicon.starts, each + 1)? {
                (Start::Nothing, _) => return None,
                (_, behind) => (behind, behind),
            }
        };
        // *các bộ Tài chính, Nội vụ*; *các cục* … alone are a class.
        let named = |word: Word| word.gap != Gap::Space || word.is_capital();
        if !first.is_capital() && !self.words.get(behind).is_none_or(named) {
            return None;
        }
        let words = (0..each).chain(each + 1..to);
        let head = words.map_while(|i| self.words.get(i)).collect();
        Some((head, behind))
    }
}

/// The byte behind the comma, the semicolon or the *và* at byte `at`.
fn behind_sign(text: &str, at: usize, dash: bool) -> Option<usize> {
    let rest = text[at..].trim_start_matches(' ');
    let dash = rest.strip_prefix(['-', '–']).filter(|_| dash);
    let rest = dash
        .or_else(|| rest.strip_prefix([',', ';']))
        .map(|rest| rest.trim_start_matches(' '))
        .map(|rest| rest.strip_prefix("và ").unwrap_or(rest))
        .or_else(|| rest.strip_prefix("và "))?;
    Some(text.len() - rest.len())
}

/// The rank of the one place that a body is said to be in. Cities in a province have that of districts.
fn rank(read: &Read) -> Option<Level> {
    let central = |read: &Read| {
        read.province
            .as_ref()
            .is_some_and(|city| city.is_city(None))
    };
    match read.level? {
        Level::City if central(read) => Some(Level::Province),
        Level::City => Some(Level::District),
        Level::Commune | Level::District if read.province.is_some() => None,
        level => Some(level),
    }
}
