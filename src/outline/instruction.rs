//! Instructions to amend: what announces the text of another document.

use super::words::{ANNOUNCES, TARGET, VERB, begins, within};
use super::{Level, quote};
use crate::marker::UnitMarker as Marker;
use crate::reading::Reading;
use crate::span::Span;
use crate::tables::Tables;
use crate::tables::kinds::Trait;
use crate::text::fold;

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
pub(super) struct Announcement<'t> {
    words: &'t str,
    /// Whether it is the heading of an article that announces clauses or points without a colon.
    heading: bool,
}

impl<'t> Announcement<'t> {
    /// The announcement that an instruction makes, read from the words behind its marker.
    pub(super) fn read(marker: Option<Marker>, words: &'t str) -> Option<Self> {
        let colon = words.ends_with(':');
        let heading = !colon && marker.is_some_and(|m| m.level == Level::Article);
        (colon || heading).then_some(Announcement { words, heading })
    }

    /// Whether the line below, which begins with `marker` and goes on with `words`, is the
    /// replacement text although no quotation mark opens it: the announcement names the unit.
    pub(super) fn is_followed_by(self, text: &str, marker: &Marker, words: &str) -> bool {
        let fits = !self.heading || marker.level > Level::Article;
        fits && !words.starts_with(quote::is_mark)
            && self.names(marker.level, marker.label.of(text))
    }

    /// Whether the announcement names the unit `label` of `level`.
    fn names(self, level: Level, label: &str) -> bool {
        let word = match level {
            Level::Article => "điều",
            Level::Clause => "khoản",
            Level::Point => "điểm",
            Level::Chapter => "chương",
            Level::Section => "mục",
            _ => return false,
        };
        let capital = |c: char| c.to_lowercase().next() == word.chars().next();
        self.words.char_indices().any(|(at, c)| {
            capital(c)
                && fold::prefix(&self.words[at..], word).is_some_and(|end| {
                    let rest = self.words[at + end..].trim_start();
                    rest.strip_prefix(label)
                        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                })
        })
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
