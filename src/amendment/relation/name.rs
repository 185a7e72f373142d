//! What names a document without a number.

use super::reader::Reader;
use super::words::{ACTING, AND, FATE};
use crate::amendment::draft::inner;
use crate::reading::{Gap, Place};
use crate::span::Span;

impl<'t> Reader<'_, 't> {
    /// A document without a number, named by its kind: the words that name it, and where a verb of
    /// its own may begin.
    pub(super) fn described(&self, at: Place<'_, 't>) -> Option<(Span, usize)> {
        let (_, behind) = self.findings.tables.kinds.announced_at(at)?;
        let (start, kind_end) = (at.start(), behind.end());
        // "“Đề án …” giai đoạn 2018 - 2022": the marks are part of the words.
        let quoted = self.reading.quotation(start);
        let quoted = quoted.filter(|q| inner(self.text, *q).start == start);
        if self
            .row
            .at(start)
            .is_some_and(|i| self.row.span(i).end > kind_end)
        {
            return None;
        }
        let of = behind.next();
        if behind.gap().is_soft()
            && self.findings.says(behind, "của")
            && of.gap().is_soft()
            && let Some(body) = self.findings.body_at(of.start())
        {
            return Some((Span::new(start, body.span.end), body.span.end));
        }
        let sentence = self.reading.sentence(kind_end.max(start)).end.max(kind_end);
        let last = self.reading.place(behind.index() + NAME);
        if last.start() < sentence {
            return None;
        }
        let bytes = &self.text.as_bytes()[kind_end..sentence];
        let mut stop = memchr::memchr3(b';', b'(', b')', bytes).map_or(sentence, |i| kind_end + i);
        // "phê duyệt đề án, số 749/QĐ-TTg, ký ngày …": the number is that of who approves.
        let next = self.row.first_from(kind_end);
        if next < self.row.len() && self.row.span(next).start < stop {
            let number = self.reading.place_at(self.row.span(next).start);
            if number.gap() == Gap::Comma && self.findings.says(number, "số") {
                stop = number.end();
            }
        }
        let mut fate = behind;
        while fate.start() < stop {
            if fate.phrase(&FATE).is_some() {
                stop = fate.start();
                break;
            }
            if let Some(before) = self.end_before_deed(fate) {
                stop = before;
                break;
            }
            fate = fate.next();
        }
        let end = self.text[..stop]
            .trim_end_matches([' ', '\u{a0}', ','])
            .len();
        let name = match quoted {
            Some(quoted) if quoted.end < end => Span::new(quoted.start, end),
            Some(quoted) => Span::new(start, end.min(inner(self.text, quoted).end)),
            None => Span::new(start, end),
        };
        Some((name, kind_end))
    }

    /// Where the words end in front of another deed that begins at `place`, what joins it passed over: *…, bãi bỏ Quyết
    /// định số …*, *… và thay thế Quyết định số …*, *… và giao Sở Du lịch …*.
    fn end_before_deed(&self, place: Place<'_, 't>) -> Option<usize> {
        let end = match place.gap() {
            Gap::Comma => place.end(),
            _ => {
                let (_, joined) = place
                    .phrase_before(&AND)
                    .filter(|_| place.gap().is_soft())?;
                joined.end()
            }
        };
        let orders = || {
            let next = place.next();
            self.findings.says(place, "giao") && self.findings.body_at(next.start()).is_some()
        };
        let acts = || {
            let (&Some(relation), object) = place.phrase(&ACTING)? else {
                return None;
            };
            let acted_on = object.gap().is_soft() && self.object_at(object).is_some();
            (relation.ends_force() && acted_on).then_some(())
        };
        (acts().is_some() || orders()).then_some(end)
    }
}

/// The most words of a name; a longer one was not told where it ends.
pub(super) const NAME: usize = 150;
