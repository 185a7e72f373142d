//! Instructions to amend: what announces the text of another document.

use super::Level;
use super::words::{ANNOUNCES, TARGET, VERB, begins, within};
use crate::marker::{LEVEL_WORDS, UnitMarker as Marker};
use crate::reading::{Reading, is_quotation_mark};
use crate::span::Span;
use crate::tables::Tables;
use crate::tables::kinds::Trait;

/// Whether the words of a unit instruct to amend another act: a verb of amending at their head,
/// or announced at their end, and what it is done to.
pub(super) fn is_instruction(reading: &Reading<'_>, words: Span, tables: &Tables) -> bool {
    let text = words.of(reading.text());
    let verb = begins(reading, words, &VERB)
        || text.ends_with(':') && {
            let end = reading.place_at(words.end);
            end.phrase_before(&ANNOUNCES).is_some()
        };
    verb && (within(reading, words, &TARGET).is_some() || names_act(reading, words, tables))
}

/// Whether the words name, with a capital, a document that has provisions.
fn names_act(reading: &Reading<'_>, words: Span, tables: &Tables) -> bool {
    let mut place = reading.place_at(words.start);
    while place.start() < words.end {
        let named = tables.kinds.announced_at(place);
        if named.is_some_and(|(kind, _)| kind.is(Trait::Holds))
            && reading.case(place.index()).is_capital()
        {
            return true;
        }
        place = place.next();
    }
    false
}

/// An instruction below which replacement text may stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Announcement {
    words: Span,
    /// Whether it is the heading of an article that announces clauses or points without a colon.
    heading: bool,
}

impl Announcement {
    /// The announcement that an instruction makes, read from the words behind its marker.
    pub(super) fn read(text: &str, marker: Option<Marker>, words: Span) -> Option<Self> {
        let colon = words.of(text).ends_with(':');
        let heading = !colon && marker.is_some_and(|m| m.level == Level::Article);
        (colon || heading).then_some(Announcement { words, heading })
    }

    /// Whether the line below, which begins with `marker` and goes on with `words`, is the
    /// replacement text although no quotation mark opens it: the announcement names the unit.
    pub(super) fn is_followed_by(
        self,
        reading: &Reading<'_>,
        marker: &Marker,
        words: &str,
    ) -> bool {
        let fits = !self.heading || marker.level > Level::Article;
        fits && !words.starts_with(is_quotation_mark) && self.names(reading, marker)
    }

    /// Whether the announcement names the unit of `marker`.
    fn names(self, reading: &Reading<'_>, marker: &Marker) -> bool {
        let text = reading.text();
        let label = marker.label.of(text);
        let last = reading.place_at(self.words.end).index();
        let mut from = reading.place_at(self.words.start).index();
        while let Some(i) = reading.next_start_in(from..last, &LEVEL_WORDS) {
            from = i + 1;
            let Some((&level, behind)) = reading.place(i).phrase(&LEVEL_WORDS) else {
                continue;
            };
            let rest = text[behind.end()..self.words.end.max(behind.end())].trim_start();
            let rest = rest.strip_prefix(label).filter(|_| level == marker.level);
            if rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) {
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_name_what_they_amend() {
        for (words, instruction) in [
            ("Sửa đổi, bổ sung khoản 2 Điều 9 như sau:", true),
            ("Khoản 2 Điều 9 được sửa đổi, bổ sung như sau:", true),
            ("Bãi bỏ Điều 34.", true),
            ("Thay thế cụm từ “tỉnh” bằng cụm từ “xã”", true),
            ("Bãi bỏ Thông tri số 5-TT/TW ngày 02/3/2005.", true),
            ("Thay thế Lệnh số 5/2025/L-CTN.", true),
            ("Thay thế giấy phép đã cấp", false),
            ("Thay mặt chủ rừng", false),
            ("Bổ sung vốn cho ngân hàng", false),
            ("Hồ sơ theo Điều 5 được sửa đổi, bổ sung gồm:", false),
            ("Phạm vi điều chỉnh", false),
        ] {
            assert_eq!(
                is_instruction(
                    &Reading::new(words, &Tables::builtin().vocabulary),
                    Span::new(0, words.len()),
                    Tables::builtin()
                ),
                instruction,
                "{words}"
            );
        }
    }
}
