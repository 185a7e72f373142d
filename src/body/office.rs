//! Bodies named by an office, and the one that is named by its meeting.

use super::cues::ids;
use super::grammar::{DEPTH, Grammar};
use super::lexicon::{FIELDS, HOLDERS, Nation, Office, Role};
use super::read::{Open, Read, Words};
use super::window::{Case, Gap, Word};
use crate::tables::bodies::BodyClass;

/// An office as it is written: *Phó Chủ tịch Thường trực*.
#[derive(Clone, Copy)]
struct Title {
    office: Office,
    /// *Phó* or *Quyền* before it.
    before: Option<&'static str>,
    /// *Thường trực* or *chuyên trách* behind it, or both.
    standing: Option<&'static str>,
    /// The word behind it.
    next: usize,
}

impl Title {
    fn written(&self) -> Words {
        if self.before.is_none() && self.standing.is_none() {
            return self.office.name.into();
        }
        let mut title = String::new();
        if let Some(before) = self.before {
            title.push_str(before);
            title.push(' ');
        }
        title.push_str(self.office.name);
        if let Some(standing) = self.standing {
            title.push(' ');
            title.push_str(standing);
        }
        title.into()
    }
}

/// Whose office it is.
#[expect(clippy::large_enum_variant, reason = "read, and taken apart at once")]
enum Whose {
    Body(Read),
    /// Of something that is no body of ours, or none at all.
    Nobodys,
    Unsaid,
}

/// Makes `read` the holder of an office of that body, *Phó* or *Quyền* `before` it.
pub(super) fn take_office(read: &mut Read, office: &Office, before: Option<&'static str>) {
    let written: Words = match before {
        Some(before) => format!("{before} {}", office.name).into(),
        None => office.name.into(),
    };
    // The name of a *thứ trưởng* is that of the ministry.
    if office.role != Role::Deputy {
        if before.is_none() && office.name == "Chủ tịch" && read.code.as_deref() == Some("UBND")
        {
            read.code = Some("CTUBND".into());
        }
        read.host_at = written.len() + 1;
        read.name = [&written, " ", &*read.name].concat().into();
    }
    read.holder = Some(written);
}

impl Grammar<'_, '_, '_> {
    /// The office that word `from` begins; of those that `fits`.
    fn office(&mut self, from: usize, fits: impl Fn(Role) -> bool) -> Option<Title> {
        let (mut office, mut next) = self.words.longest(&HOLDERS, from)?;
        let mut before = None;
        let mut from = from;
        if office.role == Role::Before {
            before = Some(office.name);
            if !matches!(self.words.get(next)?.gap, Gap::Space | Gap::Wide) {
                return None;
            }
            from = next;
        }
        let mut found = None;
        self.words.each(&HOLDERS, from, |office, next| {
            let under_another = !matches!(office.role, Role::Before | Role::Deputy);
            if fits(office.role) && (before.is_none() || under_another) {
                found = Some((office, next));
            }
        });
        (office, next) = found?;
        let deputy = before == Some("Phó") || office.role == Role::Deputy;
        let mut standing = deputy && self.phrase(&mut next, &[ids().thường, ids().trực]);
        // *Phó Bí thư TT Huyện ủy*
        if deputy && !standing && self.words.spelling(next) == "TT" {
            standing = true;
            next += 1;
        }
        let full_time = deputy && self.phrase(&mut next, &[ids().chuyên, ids().trách]);
        // *Phó Giám đốc phụ trách Sở Y tế* stands in for the chief.
        let mut behind = next;
        let in_charge = deputy
            && self.phrase(&mut behind, &[ids().phụ, ids().trách])
            && self.words.get(behind).is_some_and(Word::is_capital);
        if in_charge {
            next = behind;
        }
        let standing = match (standing, full_time) {
            (false, false) if in_charge => Some("phụ trách"),
            (true, true) => Some("Thường trực chuyên trách"),
            (true, false) => Some("Thường trực"),
            (false, true) => Some("chuyên trách"),
            (false, false) => None,
        };
        Some(Title {
            office,
            before,
            standing,
            next,
        })
    }

    /// `Bộ trưởng Bộ Tư pháp`, `Phó Chủ tịch UBND tỉnh Sơn La`; `Bộ trưởng` alone.
    pub(super) fn held(&mut self, from: usize) -> Option<Read> {
        let title = self.office(from, |role| role != Role::Before)?;
        // A *vụ* has no seal: its head in capitals signs for the minister.
        let shout = self.words.get(from)?.case == Case::Upper;
        if shout && title.office.name == "Vụ trưởng" {
            return None;
        }
        match self.whose(title) {
            Whose::Body(read) => return self.held_by(title, read),
            Whose::Nobodys => return None,
            Whose::Unsaid => {}
        }
        // *Trưởng Ban Nội chính Trung ương*: of *Trưởng ban* the second word is the body's. In lower
        // case it is so if the rest says which body (*Trưởng phòng Tư pháp huyện Mai Sơn*).
        let shorter = self.office(from, |role| role == Role::Head);
        if let Some(shorter) = shorter.filter(|shorter| shorter.next < title.next && !shout)
            && let Whose::Body(read) = self.whose(shorter)
        {
            // *Trưởng phòng Nội vụ* says it in capitals.
            let mut capital = |at| self.words.get(at).is_some_and(Word::is_capital);
            if capital(shorter.next)
                || capital(shorter.next + 1) && !self.cut_short(read.next)
                || read.row.is_some()
                || read.place.is_some()
                || read.parent.is_some()
            {
                return self.held_by(shorter, read);
            }
        }
        self.alone(title, shout)
    }

    /// The body that follows an office.
    fn whose(&mut self, title: Title) -> Whose {
        let Title { office, next, .. } = title;
        let Some(word) = self.words.get(next) else {
            return Whose::Unsaid;
        };
        // *Trưởng đoàn đại biểu Quốc hội*: the title and the name share a word.
        if !matches!(word.gap, Gap::Space | Gap::Wide | Gap::Break)
            || !(word.is_capital() || office.role == Role::Head || self.is_small_name(next))
        {
            return Whose::Unsaid;
        }
        match self.body(next, DEPTH).filter(|body| !body.idea) {
            Some(body) => Whose::Body(body),
            None if office.of_ministry && word.gap == Gap::Space => self.ministry(title),
            None if office.role == Role::Chief && word.gap == Gap::Space => {
                self.bare(next).map_or(Whose::Unsaid, Whose::Body)
            }
            None => Whose::Unsaid,
        }
    }

    /// A minister's field without *Bộ*: *Bộ trưởng Ngoại giao*, ours or that of another country.
    fn ministry(&mut self, title: Title) -> Whose {
        let next = title.next;
        let known = self.words.longest(&self.lexicon.ministries, next);
        let end = match known {
            Some((_, end)) => end,
            None if self.words.longest(&FIELDS, next).is_none() => return Whose::Unsaid,
            None => match self.field(next, false, false, BodyClass::Ministry) {
                Some(field) => field.next,
                None => return Whose::Unsaid,
            },
        };
        match self.nation(end) {
            Some((Nation::Country | Nation::Open, behind)) => {
                let name = self.words.written(next, behind);
                Whose::Body(self.finish(behind, |read| {
                    read.name = format!("Bộ {name}").into();
                    read.class = BodyClass::Foreign;
                }))
            }
            Some((Nation::Nothing, _)) => Whose::Nobodys,
            _ => match known {
                Some((index, _)) => {
                    let row = self.lexicon.row(index);
                    Whose::Body(self.finish(end, |read| *read = row))
                }
                None => Whose::Nobodys,
            },
        }
    }

    /// The holder of `title`, who acts for the body that was read behind it.
    fn held_by(&mut self, title: Title, mut read: Read) -> Option<Read> {
        let Title { office, next, .. } = title;
        let written = title.written();
        let holder = match office.role {
            Role::Head => {
                let lead = self.lead(office, next)?;
                format!("{written} {lead}").into()
            }
            _ => written.clone(),
        };
        // A *thứ trưởng* is a deputy without *Phó*: the ministry is named, and who speaks for it.
        if office.alone.is_none() && office.role == Role::Deputy {
            read.begin = self.words.get(next).map_or(0, |word| word.start);
            read.holder = Some(holder);
            return Some(read);
        }
        let chief = title.before.is_none() && office.role != Role::Deputy;
        if chief && office.name == "Chủ tịch" && read.code.as_deref() == Some("UBND") {
            read.code = Some("CTUBND".into());
        }
        // *Phó Thủ tướng Chính phủ* signs for the prime minister, whose code is another one.
        if office
            .alone
            .is_some_and(|(full, _)| full.ends_with(&*read.name))
            && !chief
        {
            read.code = None;
        }
        read.host_at = written.len() + 1;
        read.name = [&written, " ", &*read.name].concat().into();
        read.holder = Some(holder);
        Some(read)
    }

    /// The word or two of a body's name that its head's title takes along.
    fn lead(&mut self, office: Office, next: usize) -> Option<String> {
        let fits = match office.name {
            "Chánh" => self.is(next, ids().văn) || self.is(next, ids().thanh),
            "Tổng" => self.is(next, ids().kiểm) || self.is(next, ids().thanh),
            _ => true,
        };
        if !fits {
            return None;
        }
        let word = self.words.spelling(next);
        let units = [ids().ban, ids().phòng, ids().đoàn, ids().khoa];
        if units.into_iter().any(|unit| self.is(next, unit)) {
            return Some(word.to_owned());
        }
        Some(format!("{word} {}", self.words.spelling(next + 1)))
    }

    /// An office without its body, where it says enough: `Phó Thủ tướng`, `Bộ trưởng`.
    fn alone(&mut self, title: Title, shout: bool) -> Option<Read> {
        let Title { office, next, .. } = title;
        let (full, class) = office.alone.filter(|_| title.before.is_none())?;
        let follower = self.words.get(next);
        // *Bộ trưởng, Chủ nhiệm …*, *Bộ trưởng, người đứng đầu …*, *Bộ trưởng các bộ*: of none
        // in particular.
        let listed = follower.is_some_and(|word| match word.gap {
            Gap::Comma => {
                word.is_capital() || self.is(next, ids().người) || self.is(next, ids().thủ)
            }
            // *Bộ trưởng Chủ nhiệm Văn phòng Chính phủ*: one of another office too.
            Gap::Space => {
                self.is(next, ids().các)
                    || word.is_capital() && self.words.longest(&HOLDERS, next).is_some()
            }
            _ => false,
        });
        // In capitals and alone it is the line above a signature.
        let of_ministry = class == BodyClass::Ministry;
        if shout || of_ministry && listed {
            return None;
        }
        if let Some((nation, behind)) = self.nation(next).filter(|of| of.0 != Nation::Home) {
            let abroad = matches!(nation, Nation::Country | Nation::Open) && !of_ministry;
            let written = title.written();
            let whose = self.words.written(next, behind);
            return abroad.then(|| {
                self.finish(behind, |read| {
                    read.name = format!("{written} {whose}").into();
                    read.holder = Some(written);
                    read.class = BodyClass::Foreign;
                })
            });
        }
        let written = title.written();
        let name = match full[office.name.len()..].is_empty() && title.standing.is_none() {
            true => Words::from(full),
            false => format!("{written}{}", &full[office.name.len()..]).into(),
        };
        Some(self.finish(next, |read| {
            // *Phó Thủ tướng* is one of the government, *Tổng Bí thư* is an issuer himself.
            let of_body = of_ministry || office.role == Role::Deputy && full != office.name;
            read.host_at = if of_body { written.len() + 1 } else { 0 };
            read.name = name;
            read.holder = Some(written);
            read.class = class;
            read.open = of_ministry.then_some(Open::Ministry);
        }))
    }

    /// `Đại hội đại biểu toàn quốc lần thứ XIII của Đảng`.
    pub(super) fn congress(&mut self, from: usize) -> Option<Read> {
        if !(self.is(from, ids().đại) && self.is(from + 1, ids().hội)) {
            return None;
        }
        let mut next = from + 2;
        let deputies = self.phrase(&mut next, &[ids().đại, ids().biểu]);
        let mut national = self.phrase(&mut next, &[ids().toàn, ids().quốc]);
        if self.is(next, ids().đảng) && !self.is(next + 1, ids().bộ) {
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
        let ordinal = self.phrase(&mut next, &[ids().lần, ids().thứ]);
        let number = self.words.get(next).filter(|w| w.gap == Gap::Space)?;
        let number = self.words.slice(number);
        let roman = number.bytes().all(|b| b"IVXLC".contains(&b));
        if !(roman || ordinal) {
            return None;
        }
        next += 1;
        let mut of = next;
        let owned = self.phrase(&mut of, &[ids().của]);
        // *lần thứ X Đoàn TNCS Hồ Chí Minh*, *của Hội Liên hiệp thanh niên*: not the Party's.
        let behind = self.words.get(of);
        let other = behind.is_some_and(|word| word.gap == Gap::Space && word.is_capital())
            && !self.is(of, ids().đảng)
            && (owned || self.begins_body(of));
        if other && host.is_none() {
            return None;
        }
        let mut name = String::from("Đại hội");
        let of_cell = self.is(of + 1, ids().bộ)
            && self.words.get(of + 1).is_some_and(|w| w.gap == Gap::Space);
        if self.is(of, ids().đảng) && !of_cell {
            next = of + 1;
            let mut full = next;
            if self.phrase(&mut full, &[ids().cộng, ids().sản, ids().việt, ids().nam]) {
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
            read.name = name.into();
            read.class = BodyClass::Party;
            read.place = host.and_then(|host| host.place);
        }))
    }
}
