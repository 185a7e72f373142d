//! Names that are composed: a head word, what the body is for, whose it is, where it is.

use super::cues::{Trait, ids, stops};
use super::grammar::Grammar;
use super::lexicon::{FIELDS, HEADS, Head, Start};
use super::read::{Level, Open, Read, Words};
use super::spelling::capitalised;
use super::window::{Case, Gap, Word};
use crate::tables::bodies::BodyClass;

impl Grammar<'_, '_, '_> {
    /// A head word and what it takes.
    pub(super) fn composed(
        &mut self,
        from: usize,
        head: &Head,
        next: usize,
        depth: usize,
    ) -> Option<Read> {
        if head.mission {
            return self.mission(head, next);
        }
        let shout = self.words.get(from)?.case == Case::Upper
            && self.words.spelling(from).chars().count() > 1
            && self.words.get(next - 1)?.case == Case::Upper
            && head.name.chars().nth(1).is_some_and(char::is_lowercase)
            && self.words.get(next).is_none_or(|w| w.case != Case::Title);
        let mut read = Read {
            next,
            name: head.name.into(),
            code: head.code.map(Words::from),
            class: head.class,
            ..Read::default()
        };
        // *Ngân hàng BIDV*, *Tập đoàn VNPT*: a firm by its short name, which says the head once more.
        if head.class == BodyClass::Enterprise
            && self
                .words
                .get(next)
                .is_some_and(|word| (word.gap, word.case) == (Gap::Space, Case::Upper))
            && let Some(firm) = self.body(next, 1).filter(|firm| firm.next == next + 1)
            && firm.class == BodyClass::Enterprise
            && firm.name.starts_with(head.name)
        {
            return Some(firm);
        }
        let mut complete = head.alone;
        // *Chủ tịch Liên đoàn Lê Thúc Anh*: the federation is not named after him.
        let person = head.class == BodyClass::Mass && self.begins_person(next);
        // *VKSQS khu vực 72*: the number says which region.
        let region = head.place
            && self.is(next, ids().khu)
            && self.is(next + 1, ids().vực)
            && self
                .words
                .get(next + 2)
                .is_some_and(|w| w.case == Case::Digit);
        complete |= region;
        // *Ban phòng chống lụt bão*: a board of a task in small letters.
        let small = head.lower || head.of && self.is_task(next);
        if head.field
            && !(person || region)
            && let Some(behind) = self.small_field(head, next, depth)
        {
            let proper = self.field(behind, false, shout, head.class);
            read.next = proper.map_or(behind, |tail| tail.next);
            let words = capitalised(&self.spelled(next, read.next, false));
            read.name = format!("{} {words}", head.name).into();
            complete = true;
        } else if head.field
            && !(person || region)
            && let Some(tail) = self.field(next, small, shout, head.class)
            && (tail.told || !head.told)
            && !tail.cut
            // The *Ban Chỉ* of a *Ban Chỉ đạo* is no name.
            && !self.is(tail.next - 1, ids().chỉ)
        {
            // *Phòng 204*: which unit a number means, only its host says.
            let numbered = tail.next == next + 1 && self.words.get(next)?.case == Case::Digit;
            read.name = [head.name, " ", &tail.name].concat().into();
            read.next = tail.next;
            if let Some(code) = tail.code {
                read.code.get_or_insert(code.into());
            } else if head.name == "Văn phòng" {
                read.code = None;
            }
            complete = !(head.told && (numbered || tail.acts));
            // *Vụ Địa phương II*, *Viện Phúc thẩm 2 VKSND tối cao*
            if matches!(head.name, "Vụ" | "Viện" | "Đội" | "Tổ")
                && let Some(number) = self.number_of_unit(read.next)
            {
                read.name = format!("{} {number}", read.name).into();
                read.next += 1;
            }
            // *Chi cục Kiểm lâm vùng III*
            if self.is(read.next, ids().vùng)
                && self.words.get(read.next)?.gap == Gap::Space
                && self.is_number(read.next + 1)
            {
                let number = self.words.spelling(read.next + 1);
                read.name = format!("{} vùng {number}", read.name).into();
                read.next += 2;
            }
        }
        if let Some((name, behind)) = self.with_number(head, &read) {
            read.name = name.into();
            read.next = behind;
            complete = true;
        }
        if head.host
            && let Some(host) = self.host(read.next, depth, read.next > next)
        {
            let of_mass = host.class == BodyClass::Mass;
            if of_mass && matches!(head.name, "Ban Thường vụ" | "Ban Chấp hành") {
                read.class = host.class;
                read.code = host.code.clone();
            } else if matches!(head.name, "Ban Thường vụ" | "Ban Chấp hành") {
                read.code = match (&host.code, host.level) {
                    (Some(code), _) => Some(code.clone()),
                    (None, Some(Level::Province | Level::City)) => Some("TU".into()),
                    (None, Some(Level::District)) => Some("HU".into()),
                    (None, Some(Level::Commune)) => Some("ĐU".into()),
                    _ => None,
                };
            }
            // *Văn phòng Thường trực Ban Chỉ đạo 389* serves the committee.
            let standing = head.name == "Văn phòng" && host.name.starts_with("Thường trực ");
            // An office or a standing body is of the kind that its host is of.
            if matches!(head.name, "Thường trực" | "Ban Thường trực" | "Văn phòng")
                && !standing
                && matches!(
                    host.class,
                    BodyClass::Party | BodyClass::Local | BodyClass::Mass
                )
            {
                read.class = host.class;
            }
            let name = read.name.to_mut();
            name.push(' ');
            name.push_str(&host.name);
            read.next = host.next;
            read.place = host.place;
            read.open = host.open;
            read.generic = host.generic;
            read.level = host.level;
            read.province = host.province;
            read.local = host.local;
            read.place_words = host.place_words;
            read.row = host.row;
            read.parent = match standing {
                true => host.parent,
                false => Some(host.name),
            };
            // *Tòa Phúc thẩm Tòa án nhân dân tối cao tại Đà Nẵng*
            if head.class == BodyClass::Court
                && read.place.is_none()
                && self.is(read.next, ids().tại)
                && let Some(seat) = self.place(read.next + 1).filter(|seat| !seat.generic)
            {
                return Some(self.at(read, seat, " tại"));
            }
            return Some(self.ended(read));
        }
        // *Ban Chỉ đạo cải cách hành chính của Chính phủ*
        if head.of
            && complete
            && self.is(read.next, ids().của)
            && self.words.get(read.next)?.gap == Gap::Space
            && self
                .words
                .get(read.next + 1)
                .is_some_and(|w| w.gap == Gap::Space && w.is_capital())
            && let Some(whose) = self.body(read.next + 1, depth - 1)
            && whose.class == BodyClass::Central
            && !whose.generic
        {
            read.name = format!("{} của {}", read.name, whose.name).into();
            read.next = whose.next;
            read.parent = Some(whose.name);
            return Some(self.ended(read));
        }
        if head.place
            && let Some(place) = self.place(read.next)
            && (complete || head.place_only)
        {
            return Some(self.at(read, place, ""));
        }
        // *Ban cán sự đảng* alone and *Cơ quan Thi hành án* are classes of bodies.
        if !complete && (head.field || !head.generic) {
            return None;
        }
        // Firms and funds bear any words there are: a name that may go on is not half given.
        let upper = |word: Word| (word.gap, word.case) == (Gap::Space, Case::Upper);
        let cut = shout && self.words.get(read.next).is_some_and(upper);
        if cut && head.name.starts_with("Ngân hàng") {
            return None;
        }
        if (head.name.starts_with("Công ty") || head.name == "Quỹ")
            && (shout || self.cut_short(read.next))
        {
            return None;
        }
        read.generic |= head.generic && (!head.alone || read.next == next);
        // *Ban Thường vụ* is that of a committee, and lies where that does.
        let of_host = head.host && !head.field;
        read.placeless = read.generic && head.alone && head.place && !of_host;
        read.one_of_many = head.one_of_many;
        let read = self.ended(read);
        Some(match head.name {
            "Ngân hàng" => self.branch(read),
            _ => read,
        })
    }

    /// The centre of a mass organisation, *Trung ương Hội Người cao tuổi Việt Nam*, or of the one that the page is
    /// about, *Trung ương Hội*.
    pub(super) fn centre(&mut self, from: usize, depth: usize) -> Option<Read> {
        let at = match self.is(from, ids().trung) && self.is(from + 1, ids().ương) {
            true => from + 2,
            false if self.is(from, ids().tw) => from + 1,
            false => return None,
        };
        let word = self.words.get(at)?;
        let start = self.words.longest(&self.lexicon.starts, at);
        let none = matches!(start, None | Some((Start::Nothing, _)));
        if word.gap != Gap::Space || !word.is_capital() || none {
            return None;
        }
        let whole = self.body(at, depth - 1);
        if let Some(whole) = whole.filter(|whole| whole.class == BodyClass::Mass) {
            // *Trung ương Hội Nông dân* is that of the country, not of a place.
            let national = whole.parent.filter(|of| of.starts_with(&*whole.name));
            let of = national.unwrap_or(whole.name);
            return whole.place.is_none().then(|| {
                self.finish(whole.next, |read| {
                    read.name = format!("Trung ương {of}").into();
                    read.class = BodyClass::Mass;
                    read.parent = Some(of);
                })
            });
        }
        let alone = self.is(at, ids().hội)
            && self
                .words
                .get(at + 1)
                .is_none_or(|word| word.gap != Gap::Space || !word.is_capital());
        alone.then(|| {
            self.finish(at + 1, |read| {
                read.name = "Trung ương Hội".into();
                read.class = BodyClass::Mass;
                read.generic = true;
            })
        })
    }

    /// Whether a person's name of three words begins at word `at`.
    fn begins_person(&mut self, at: usize) -> bool {
        let mut title = |i| {
            let word = self.words.get(i);
            word.filter(|word| word.gap == Gap::Space && word.case == Case::Title)
        };
        let family = title(at).is_some_and(|word| Trait::SURNAME.of(word.id));
        family && title(at + 1).is_some() && title(at + 2).is_some()
    }

    /// The name of a unit that bears a number, and the word behind it: *Đội Quản lý thị trường | số 2*, *Trường Tiểu học |
    /// số 1 Bảo Ninh*.
    fn with_number(&mut self, head: &Head, read: &Read) -> Option<(String, usize)> {
        let (sign, number) = (read.next, read.next + 1);
        let school = head.class == BodyClass::Institution;
        let bears = school
            || ["Đội", "Tổ", "Trạm", "Phòng", "Văn phòng Công chứng", "Trại"]
                .iter()
                .any(|unit| head.name.starts_with(unit));
        let spaced = |word: Word| word.gap == Gap::Space;
        if !bears
            || !self.is(sign, ids().số)
            || !self.words.get(sign).is_some_and(spaced)
            || !self.is_number(number)
        {
            return None;
        }
        // *Phòng Tư pháp số 5/KH-PTP* announces the number of a document.
        let signed = |word: Word| matches!(word.gap, Gap::Slash | Gap::Dash | Gap::Dot);
        let of_document = self.words.get(number + 1).is_some_and(signed)
            || self.words.get(number).is_some_and(|word| {
                let text = self.words.reading().text();
                text[word.end..].starts_with(['/', '-', '.']) && !text[word.end..].starts_with(". ")
            });
        if of_document {
            return None;
        }
        let named = school
            && self.words.get(number + 1).is_some_and(spaced)
            && !self.begins_body(number + 1);
        let end = match named {
            true => self.capitals(number + 1, false),
            false => number + 1,
        };
        Some((
            format!("{} {}", read.name, self.spelled(sign, end, false)),
            end,
        ))
    }

    /// The number that tells a unit from others of its field: a Roman one, or one in front of its host.
    fn number_of_unit(&mut self, at: usize) -> Option<String> {
        let word = self.words.get(at).filter(|word| word.gap == Gap::Space)?;
        let written = self.words.slice(word);
        let roman = written.bytes().all(|b| b"IVX".contains(&b));
        // *Tổ Cơ động 1 và Tổ Cơ động 2*, but no *Đội Thanh tra 12 người*.
        let ends = self
            .words
            .get(at + 1)
            .is_none_or(|behind| behind.gap != Gap::Space || stops(behind.id, true));
        let short = word.case == Case::Digit && written.len() <= 2;
        let digits = short && (ends || self.begins_body(at + 1));
        (roman || digits).then(|| written.to_owned())
    }

    /// Whether lower-case words that may belong to it stand on both sides of a name's end.
    pub(super) fn cut_short(&mut self, next: usize) -> bool {
        let before = self.words.get(next - 1);
        let after = self.words.get(next).filter(|w| w.gap == Gap::Space);
        before.is_some_and(|w| w.case == Case::Lower)
            && after.is_some_and(|w| w.case == Case::Lower && !stops(w.id, false))
    }

    /// Whether *chi nhánh* stands at word `at`.
    pub(super) fn is_branch(&mut self, at: usize) -> bool {
        self.is(at, ids().chi) && self.is(at + 1, ids().nhánh)
    }

    /// `Ngân hàng Nhà nước chi nhánh Khu vực 10`: a bank and the place of its branch; without one it is any
    /// branch.
    pub(super) fn branch(&mut self, read: Read) -> Read {
        if !read.name.starts_with("Ngân hàng") {
            return read;
        }
        let mut next = read.next;
        if let Some(word) = self.words.get(next)
            && matches!(word.gap, Gap::Space | Gap::Break | Gap::Dash | Gap::Comma)
            && self.is_branch(next)
        {
            next += 2;
            if let Some(place) = self.place(next) {
                let parent = Some(read.name.clone());
                let read = self.at(read, place, " chi nhánh");
                return Read { parent, ..read };
            }
            let region = self.phrase(&mut next, &[ids().khu, ids().vực]);
            let behind = self.words.get(next);
            let ends = behind.is_none_or(|w| w.gap != Gap::Space || Trait::STOP.of(w.id));
            if word.gap == Gap::Space && (region || ends) {
                let read = any_branch(read, if region { " Khu vực" } else { "" });
                return self.ended(Read { next, ..read });
            }
        }
        // *Ngân hàng Nhà nước tỉnh Long An*
        if read.name.starts_with("Ngân hàng Nhà nước")
            && self.level_word(next).is_some()
            && let Some(place) = self.place(next).filter(|place| place.province.is_some())
        {
            let parent = Some(read.name.clone());
            let read = self.at(read, place, " chi nhánh");
            return Read { parent, ..read };
        }
        read
    }

    /// The branch that `read`, behind *chi nhánh*, is: *Chi nhánh Ngân hàng Chính sách xã hội tỉnh Sơn La* is
    /// *Ngân hàng Chính sách xã hội chi nhánh tỉnh Sơn La*.
    pub(super) fn branch_of(read: Read) -> Read {
        if read.name.contains(" chi nhánh") {
            return read;
        }
        let bank = read.name.strip_suffix(&*read.place_words);
        match bank
            .map(str::trim_end)
            .filter(|_| !read.place_words.is_empty())
        {
            Some(bank) => Read {
                name: format!("{bank} chi nhánh {}", read.place_words).into(),
                parent: Some(bank.to_owned().into()),
                ..read
            },
            None => any_branch(read, ""),
        }
    }

    /// A head that stands for a body named elsewhere: *Sở* in *Văn phòng Sở*, *Tập đoàn* in *Đảng ủy Tập đoàn*.
    pub(super) fn bare(&mut self, from: usize) -> Option<Read> {
        let (Start::Head(head), next) = self.words.longest(&self.lexicon.starts, from)? else {
            return None;
        };
        let head = &HEADS[head];
        let title = self.words.get(from)?.case == Case::Title;
        // *Đảng ủy Công ty xăng dầu khu vực 3*: a name that is not known to its end.
        let goes_on = self.words.get(next).is_some_and(|word| {
            let field = self.words.longest(&FIELDS, next);
            word.gap == Gap::Space
                && (word.is_capital()
                    || word.case == Case::Digit
                    || field.is_some_and(|(field, _)| !field.verb))
        });
        (head.bare && title && !goes_on).then(|| {
            self.finish(next, |read| {
                read.name = head.name.into();
                read.class = head.class;
                read.open = Some(Open::Bare(head.name));
            })
        })
    }

    /// The body that another one belongs to: a body, or *Bộ* for a ministry named before.
    fn host(&mut self, from: usize, depth: usize, after_field: bool) -> Option<Read> {
        let word = self.words.get(from)?;
        if !matches!(word.gap, Gap::Space | Gap::Break | Gap::Bracket)
            || !(word.is_capital() || self.is_small_name(from))
        {
            return None;
        }
        if let Some(body) = self.body(from, depth - 1) {
            // A new line after a finished name begins another one.
            return (!after_field || word.gap == Gap::Space).then_some(body);
        }
        if let Some(bare) = self.bare(from).filter(|_| !after_field) {
            return Some(bare);
        }
        // *Hội đồng Thi đua - Khen thưởng Bộ*: behind words of the name it ends a clause, or begins another noun.
        let apart = !after_field
            || self
                .words
                .get(from + 1)
                .is_none_or(|w| w.gap != Gap::Space || Trait::STOP.of(w.id));
        let bare = self.is(from, ids().bộ)
            && apart
            && !self.words.get(from + 1).is_some_and(|w| {
                w.gap == Gap::Space
                    && [ids().luật, ids().phận, ids().đội, ids().chỉ].contains(&w.id)
            });
        bare.then(|| {
            self.finish(from + 1, |read| {
                read.name = "Bộ".into();
                read.class = BodyClass::Ministry;
                read.open = Some(Open::Ministry);
            })
        })
    }
}

/// Any branch of a bank, in the regions that are said.
fn any_branch(bank: Read, of: &str) -> Read {
    Read {
        name: format!("{} chi nhánh{of}", bank.name).into(),
        parent: Some(bank.name),
        known: None,
        generic: true,
        ..bank
    }
}
