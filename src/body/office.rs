//! Bodies named by an office, and the one that is named by its meeting.

use super::grammar::{DEPTH, Grammar, Open, Read};
use super::lexicon::HOLDERS;
use super::words::{Case, Gap};
use crate::tables::bodies::BodyClass;

impl Grammar<'_, '_> {
    /// `Bộ trưởng Bộ Tư pháp`, `Chủ tịch UBND tỉnh Sơn La`; `Bộ trưởng` alone.
    pub(super) fn held(&mut self, from: usize) -> Option<Read> {
        let (office, next) = HOLDERS.longest(&mut self.words, from)?;
        let follower = self.words.get(next);
        // A *vụ* has no seal: its head in capitals signs for the minister.
        let shout = self.words.get(from)?.case == Case::Upper;
        if shout && office == "Vụ trưởng" {
            return None;
        }
        let body = match follower {
            Some(word)
                if matches!(word.gap, Gap::Space | Gap::Wide | Gap::Break) && word.capital() =>
            {
                self.body(next, DEPTH)
            }
            _ => None,
        };
        let Some(mut read) = body else {
            // *Bộ trưởng, Chủ nhiệm …*, *Bộ trưởng, người đứng đầu …*, *Bộ trưởng các bộ*: of none
            // in particular.
            let listed = follower.is_some_and(|word| match word.gap {
                Gap::Comma => word.capital() || self.is(next, "người") || self.is(next, "thủ"),
                Gap::Space => self.is(next, "các"),
                _ => false,
            });
            // In capitals and alone it is the line above a signature.
            let alone = office == "Bộ trưởng" && !listed && !shout;
            return alone.then(|| {
                self.finish(next, |read| {
                    read.name = office.to_owned();
                    read.holder = Some(office.to_owned());
                    read.class = BodyClass::Ministry;
                    read.open = Some(Open::Ministry);
                })
            });
        };
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
        if office == "Chủ tịch" && read.code.as_deref() == Some("UBND") {
            read.code = Some("CTUBND".to_owned());
        }
        read.name = format!("{office} {}", read.name);
        read.holder = Some(whole);
        Some(read)
    }

    /// `Đại hội đại biểu toàn quốc lần thứ XIII của Đảng`.
    pub(super) fn congress(&mut self, from: usize) -> Option<Read> {
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
}
