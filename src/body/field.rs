//! The words that say what a body is for, and where they end.
//!
//! A component of a name begins with a capital (Nghị định 30/2020/NĐ-CP, Phụ lục II); the words
//! after it are those of the field table. A verb, a preposition or another head ends the name.

use super::cues::{GOES_ON, Trait, ids, stops};
use super::grammar::{Grammar, LONGEST_NAME};
use super::lexicon::{FIELDS, Start, UNITS};
use super::spelling::capitalised;
use super::window::{Case, Gap, Word};
use crate::tables::Tables;
use crate::tables::bodies::BodyClass;

/// The words after a head.
pub(super) struct Tail {
    pub next: usize,
    pub name: String,
    /// The code of the unit of that field.
    pub code: Option<String>,
    /// Whether it is a number, an abbreviation or has a word of the table.
    pub told: bool,
    /// Whether it ends with a verb whose object nobody knows: *Ủy ban Quốc gia Ứng phó | sự cố*.
    pub cut: bool,
    /// Whether it is but a verb in lower case, which may be that of the sentence: *Đội | kiểm tra 5 cơ sở*.
    pub acts: bool,
}

/// The words of the object of a task, at most.
const LONGEST_OBJECT: usize = 9;

impl Grammar<'_, '_, '_> {
    /// The words that say what a body of `class` is for. Names of firms hold those of people.
    pub(super) fn field(
        &mut self,
        from: usize,
        lower: bool,
        shout: bool,
        class: BodyClass,
    ) -> Option<Tail> {
        let firm = class == BodyClass::Enterprise;
        let first = self.words.get(from)?;
        if !matches!(first.gap, Gap::Space | Gap::Wide | Gap::Break) {
            return None;
        }
        if first.gap == Gap::Break && !shout {
            return None;
        }
        if !shout
            && is_short_form(self.words.slice(first))
            && let Some(tail) = self.abbreviated(from)
        {
            return Some(match class {
                BodyClass::Institution => self.named_school(tail),
                _ => tail,
            });
        }
        if first.case == Case::Digit && first.gap == Gap::Space {
            // *Sơ kết hoạt động Chi bộ 6 tháng đầu năm*
            if first.end - first.start > 4 || self.counts_time(from + 1) {
                return None;
            }
            // *Ban Chỉ đạo 389 quốc gia*
            let more = self
                .words
                .longest(&FIELDS, from + 1)
                .filter(|(field, _)| lower && !field.verb);
            let spaced = self
                .words
                .get(from + 1)
                .is_some_and(|word| word.gap == Gap::Space);
            let mut next = more.filter(|_| spaced).map_or(from + 1, |(_, end)| end);
            // *Trường THCS 19/5*: a day; *30.4* and the like are cut by what stands between.
            if let Some(second) = self.words.get(from + 1)
                && second.case == Case::Digit
                && second.start == first.end + 1
            {
                if second.gap != Gap::Slash {
                    return None;
                }
                next = from + 2;
            }
            let name = self.spelled(from, next, false);
            return Some(Tail {
                next,
                name,
                code: None,
                told: true,
                cut: false,
                acts: false,
            });
        }
        if !first.is_capital() && !lower || self.begins_body(from) {
            return None;
        }
        let mut next = from;
        let mut code = None;
        // Whether the component so far is made of verbs only, which others may follow.
        let mut verbs = true;
        // Whether a word of the field table was met.
        let mut told = false;
        // Whether the words so far end with a task, whose object is still to come.
        let mut task = false;
        // Whether the last words are a verb.
        let mut open = false;
        // Whether the word before is a syllable of a proper name: *Đà* in *Đà Lạt*.
        let mut proper = false;
        while next - from < LONGEST_NAME {
            let begins = next == from;
            let Some((at, link)) = self.link(from, next, verbs, shout) else {
                break;
            };
            let Some(word) = self.words.get(at) else {
                break;
            };
            // *Trường Mầm non Hoa Ban*
            let last = proper && word.gap == Gap::Space && self.ends_in_head(at);
            if !begins && !last && self.begins_body(at) {
                break;
            }
            if let Some((field, end)) = self.words.longest(&FIELDS, at) {
                let bare = !word.is_capital() || shout;
                let goes_on = (verbs || link) && (shout || !field.sentence);
                if field.verb && bare && !begins && !goes_on {
                    break;
                }
                code = field.code.filter(|_| begins).map(str::to_owned);
                verbs = field.verb && verbs || field.chains && link;
                next = end;
                told = true;
                // *Phòng Đào tạo* is whole by itself.
                open = field.verb && !begins;
                task = field.task;
                proper = false;
                if field.last {
                    break;
                }
                continue;
            }
            if word.gap == Gap::Dash && at == next && !word.is_capital() && !begins {
                break;
            }
            // *Trung tâm Bảo tồn Di sản Thăng Long - Hà Nội*
            if proper
                && word.gap == Gap::Dash
                && let Some((_, end)) = self.province(at)
            {
                next = end;
                break;
            }
            let goes_on = !begins && self.words.longest(&GOES_ON, at).is_some();
            if shout || goes_on || !word.is_capital() || self.begins_place(at) {
                break;
            }
            let follower = self.words.get(at + 1).filter(|w| w.gap == Gap::Space);
            let person = Trait::SURNAME.of(word.id) && follower.is_some_and(Word::is_capital);
            if person && !begins && !firm {
                break;
            }
            // An unknown word of two syllables: the second is in lower case.
            code = None;
            verbs = false;
            open = false;
            task = false;
            next = at + 1;
            let within = proper && word.gap == Gap::Space;
            proper = true;
            // *COVID-19*
            if self.is_serial_of(at + 1, word) {
                next = at + 2;
                continue;
            }
            // *Văn phòng Sở rà soát …*: what other names begin with is a word of its own.
            let starts = &self.lexicon.starts;
            let head = matches!(self.words.longest(starts, at), Some((Start::Head(_), end)) if end == at + 1);
            if let Some(second) = follower
                && word.case == Case::Title
                && !within
                && second.case == Case::Lower
                && !head
                && !self.is_branch(at + 1)
                && !stops(second.id, link)
                && self.words.longest(&FIELDS, at + 1).is_none()
                && self.words.longest(&GOES_ON, at + 1).is_none()
            {
                next = at + 2;
                proper = false;
            }
        }
        if task {
            next = self.object(next)?;
        }
        // One strange syllable is no name (*cửa khẩu Sở Thượng*) but of a school (*Trường Đại học Vinh*). A letter may
        // stand for a firm's, as in judgments.
        let letter = firm && first.case == Case::Upper && first.end - first.start == 1;
        let school = class == BodyClass::Institution && first.case == Case::Title;
        if next == from || !told && next == from + 1 && !(letter || school) {
            return None;
        }
        let name = self.spelled(from, next, shout);
        Some(Tail {
            next,
            name,
            code,
            told,
            cut: open && self.leaves_object(next),
            acts: verbs && first.case == Case::Lower,
        })
    }

    /// Whether a noun in small letters that no table has follows at word `at`.
    fn leaves_object(&mut self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        (word.gap, word.case) == (Gap::Space, Case::Lower)
            && !stops(word.id, false)
            && self.level_word(at).is_none()
            && self.words.longest(&GOES_ON, at).is_none()
            // *Phòng Giáo dục và Đào tạo | thẩm định*
            && self.words.longest(&FIELDS, at).is_none_or(|(field, _)| !field.verb)
    }

    /// The same with the proper name behind the level of a school: *Trường TH&THCS | Chiềng Ban*.
    fn named_school(&mut self, tail: Tail) -> Tail {
        let title = |word: Word| (word.gap, word.case) == (Gap::Space, Case::Title);
        let named = self.words.get(tail.next).is_some_and(title)
            && !self.begins_place(tail.next)
            && !self.begins_body(tail.next);
        let end = self.capitals(tail.next, false);
        if !named || end == tail.next {
            return tail;
        }
        Tail {
            name: format!("{} {}", tail.name, self.spelled(tail.next, end, false)),
            next: end,
            ..tail
        }
    }

    /// Whether word `at` is the number that a hyphen joins to `word`.
    pub(super) fn is_serial_of(&mut self, at: usize, word: Word) -> bool {
        self.words.get(at).is_some_and(|serial| {
            (serial.gap, serial.case) == (Gap::Dash, Case::Digit) && serial.start == word.end + 1
        })
    }

    /// Whether a task that a board may be for begins at word `at`: *Ban | phòng chống lụt bão*.
    pub(super) fn is_task(&mut self, at: usize) -> bool {
        let field = self.words.longest(&FIELDS, at);
        field.is_some_and(|(field, _)| field.task)
    }

    /// The word behind the object of a task, in words that no table has: it runs to the place of the body
    /// (*phòng chống xâm nhập mặn | tỉnh Bến Tre*). Without one nobody says where it ends.
    fn object(&mut self, from: usize) -> Option<usize> {
        for at in from..from + LONGEST_OBJECT {
            let word = self.words.get(at)?;
            if word.gap != Gap::Space {
                return None;
            }
            if at > from && self.is_at_place(at) {
                return Some(at);
            }
            if word.case != Case::Lower || stops(word.id, false) && word.id != ids().và {
                return None;
            }
        }
        None
    }

    /// Whether a place with its level stands at word `at`: *huyện*, *tỉnh Sơn La*.
    pub(super) fn is_at_place(&mut self, at: usize) -> bool {
        self.level_word(at).is_some() && self.place(at).is_some_and(|place| !place.generic)
    }

    /// Whether the number of a region ends in front of word `at`: *Hải quan khu vực II*.
    fn is_behind_region(&mut self, at: usize) -> bool {
        let back = |n: usize| at.checked_sub(n);
        let (Some(khu), Some(vực), Some(number)) = (back(3), back(2), back(1)) else {
            return false;
        };
        self.is(khu, ids().khu) && self.is(vực, ids().vực) && self.is_number(number)
    }

    /// Whether word `at` is a short number, in digits or Roman.
    pub(super) fn is_number(&mut self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            let written = self.words.slice(word);
            let roman = written.bytes().all(|b| b"IVX".contains(&b));
            word.gap == Gap::Space && (roman || word.case == Case::Digit && written.len() <= 2)
        })
    }

    /// Where the name goes on after the words `from..next`, and whether a component begins there.
    fn link(
        &mut self,
        from: usize,
        next: usize,
        verbs: bool,
        shout: bool,
    ) -> Option<(usize, bool)> {
        if next == from {
            return Some((next, true));
        }
        match self.words.get(next)?.gap {
            // *Chi cục Hải quan khu vực II và Thuế tỉnh Đồng Tháp*
            Gap::Space if self.is(next, ids().và) && self.is_behind_region(next) => None,
            Gap::Space if self.is(next, ids().và) && self.joins(next + 1, verbs, shout) => {
                Some((next + 1, true))
            }
            // *Giám định Nhà nước về chất lượng công trình*, *Ban Chỉ đạo Trung ương về …*, *Vụ Giám đốc kiểm tra
            // về hình sự*
            Gap::Space
                if self.is(next, ids().về)
                    && [ids().nước, ids().ương, ids().gia, ids().tra]
                        .into_iter()
                        .any(|id| self.is(next - 1, id))
                    && self.words.longest(&FIELDS, next + 1).is_some() =>
            {
                Some((next + 1, true))
            }
            Gap::Space => Some((next, false)),
            Gap::Glued => Some((next + 1, true)),
            Gap::Dash => {
                let company = self.is(next, ids().công) && self.is(next + 1, ids().ty);
                (!company && !self.begins_body(next)).then_some((next, true))
            }
            Gap::Comma => self.lists(next, verbs, shout).then_some((next, true)),
            // A wrapped line goes on in lower case.
            Gap::Break => {
                let wrapped = !self.words.get(next)?.is_capital()
                    && self
                        .words
                        .longest(&FIELDS, next)
                        .is_some_and(|(field, _)| !field.verb);
                (shout || wrapped).then_some((next, false))
            }
            _ => None,
        }
    }

    /// Whether a proper name of two words ends with word `at`, behind which *và* leads to another body:
    /// *Chi cục Hải quan cửa khẩu Tây Trang | và Hải quan tỉnh*.
    fn is_proper(&mut self, at: usize) -> bool {
        let Some(first) = at.checked_sub(1).filter(|&first| first > 0) else {
            return false;
        };
        let title = |word: Word| word.case == Case::Title;
        let both = self.words.get(first).is_some_and(title)
            && self
                .words
                .get(at)
                .is_some_and(|word| title(word) && word.gap == Gap::Space);
        both && self.words.longest(&FIELDS, first).is_none()
            && self.words.longest(&FIELDS, at).is_none()
    }

    fn begins_place(&mut self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        self.lexicon.provinces.first(word.id).is_some() && self.province(at).is_some()
            || self.level_word(at).is_some()
                && self.place(at).is_some_and(|place| place.name.is_some())
    }

    /// `CNTT` in `Cục CNTT`: what the text or the registry says it is.
    fn abbreviated(&mut self, from: usize) -> Option<Tail> {
        let word = self.words.get(from)?;
        let short = self.words.slice(word);
        let mut next = from + 1;
        let mut code = short.to_owned();
        // *Phòng PC 04* is *Phòng PC04*.
        if let Some(number) = self.words.get(next)
            && number.gap == Gap::Space
            && number.case == Case::Digit
            && (number.end - number.start, short.len()) == (2, 2)
        {
            code.push_str(self.words.slice(number));
            next += 1;
        }
        let long = match self.defined.long(short) {
            Some(long) => Some(long),
            None => {
                while let Some((sign, more)) = self.goes_on_short(next) {
                    code = format!("{code}{sign}{}", self.words.spelling(more));
                    next = more + 1;
                }
                let unit = |code: &str| UNITS.get(code).copied();
                unit(&code).or_else(|| unit(&code.replace('-', "&")))
            }
        };
        if long.is_none()
            && (self.lexicon.provinces.first(word.id).is_some() || self.begins_body(from))
        {
            return None;
        }
        // *Hội NCT Việt Nam*
        if long.is_none()
            && self
                .words
                .get(next)
                .is_some_and(|word| word.gap == Gap::Space)
            && let Some((_, end)) = self
                .words
                .longest(&FIELDS, next)
                .filter(|(field, _)| field.last)
        {
            next = end;
        }
        let name = match long {
            Some(long) => capitalised(long),
            None => self.spelled(from, next, false),
        };
        Some(Tail {
            next,
            name,
            // *khu vực VII*
            code: Some(code).filter(|code| !code.bytes().all(|b| b"IVX".contains(&b))),
            told: true,
            cut: false,
            acts: false,
        })
    }

    /// The sign that joins another short form at word `at`, and that form: *VHTT* | `&` | *DL*, *GD* | `-` | *KH*.
    fn goes_on_short(&mut self, at: usize) -> Option<(char, usize)> {
        let word = self.words.get(at)?;
        let (sign, more) = match word.gap {
            Gap::Space | Gap::Glued if self.is(at, ids().và) => ('&', at + 1),
            Gap::Dash => ('-', at),
            _ => return None,
        };
        let form = self.words.get(more)?;
        let joined = matches!(form.gap, Gap::Space | Gap::Glued | Gap::Dash);
        let short = joined && form.case == Case::Upper && form.end - form.start > 1;
        (short && !self.begins_body(more)).then_some((sign, more))
    }

    /// Whether a component goes on after *và*.
    fn joins(&mut self, at: usize, verbs: bool, shout: bool) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        if word.gap != Gap::Space && !(shout && word.gap == Gap::Break) || self.begins_body(at) {
            return false;
        }
        if self.begins_document(at) {
            return false;
        }
        let starts = &self.lexicon.starts;
        if let Some((Start::Head(_), next)) = self.words.longest(starts, at)
            && self
                .words
                .get(next)
                .is_some_and(|w| w.gap == Gap::Space && w.is_capital())
            && !shout
        {
            return false;
        }
        match self.words.longest(&FIELDS, at) {
            // *tội phạm và chuyển đổi số*: behind nouns in small letters, another one.
            Some((field, _)) => {
                shout
                    || word.is_capital() && !self.is_proper(at - 2)
                    || field.verb && verbs && !field.sentence
                    || field.joined
                        && (self.is(at, ids().các)
                            || self
                                .words
                                .get(at - 2)
                                .is_some_and(|w| w.case == Case::Lower))
            }
            // *Trồng trọt và BVTV*
            None if word.case == Case::Upper && !shout => {
                let short = self.words.slice(word);
                UNITS.contains_key(short) || self.defined.long(short).is_some()
            }
            None => {
                word.case == Case::Title
                    && !shout
                    && !Trait::SURNAME.of(word.id)
                    && self.province(at).is_none()
            }
        }
    }

    /// Whether a document is named at word `at`: *Công văn*, *Kế hoạch số 5*, but no *Kế hoạch* that is what
    /// a body is for.
    fn begins_document(&mut self, at: usize) -> bool {
        let Some(word) = self.words.get(at).filter(|word| word.is_capital()) else {
            return false;
        };
        let place = self.words.reading().place_at(word.start);
        let Some((_, behind)) = Tables::builtin().kinds.announced_at(place) else {
            return false;
        };
        let numbered = behind.gap().is_soft()
            && (self.words.reading().slice(behind.index()) == "số" || behind.number().is_some());
        numbered || self.words.longest(&FIELDS, at).is_none()
    }

    /// Whether the comma before word `at` stands within the name: between verbs (*Quản lý, giám
    /// sát …*), or in a list that *và* closes.
    fn lists(&mut self, at: usize, verbs: bool, shout: bool) -> bool {
        if self.begins_body(at) {
            return false;
        }
        let Some((field, end)) = self.words.longest(&FIELDS, at) else {
            return false;
        };
        if field.verb && verbs {
            return true;
        }
        let mut end = end;
        while self
            .words
            .get(end)
            .is_some_and(|w| matches!(w.gap, Gap::Space | Gap::Comma))
        {
            if self.is(end, ids().và) {
                return self.joins(end + 1, false, shout);
            }
            if self.begins_body(end) || end > at + LONGEST_NAME {
                return false;
            }
            match self.words.longest(&FIELDS, end) {
                Some((_, more)) => end = more,
                // *phòng, chống ma túy, mại dâm | tỉnh Sơn La*: the place of the body ends the list.
                None => {
                    let small = self
                        .words
                        .get(at)
                        .is_some_and(|word| word.case == Case::Lower);
                    return small && self.is_at_place(end);
                }
            }
        }
        false
    }
}

/// Whether a word is an abbreviation by its looks: *CNTT*, *WoS*, *A05*.
fn is_short_form(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.any(|c| c.is_uppercase() || c.is_ascii_digit())
}
