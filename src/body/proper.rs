//! Proper names behind the level of a place: capitals, persons, and what counts time and bears no name.

use super::cues::{GOES_ON, NAMED_AFTER, Trait, ids};
use super::grammar::Grammar;
use super::lexicon::{HOLDERS, Start};
use super::read::Level;
use super::spelling::capitalised;
use super::window::{Case, Gap};

impl Grammar<'_, '_, '_> {
    /// The end of a place name of up to three capital words (*xã Long Điền Đông A* has a letter
    /// more), or of one number: *quận 1*.
    pub(super) fn capitals(&mut self, next: usize, shout: bool) -> usize {
        let mut end = next;
        while let Some(word) = self.words.get(end) {
            let room = end - next < 3 || end - next == 3 && word.end - word.start == 1;
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
            let another = end > next
                && (self.begins_body(end) && !(end == next + 1 && self.ends_in_head(end))
                    || end - next >= 2 && self.begins_name(end))
                || shout && self.counts_terms(end);
            // *UBND tỉnh Phê duyệt …*
            let verb = end == next
                && self.words.longest(&GOES_ON, end).is_some()
                && self
                    .words
                    .get(end + 1)
                    .is_some_and(|word| word.case == Case::Lower);
            if !room || !goes_on || !fits || another || verb {
                break;
            }
            end += 1;
            if word.case == Case::Digit {
                break;
            }
        }
        end
    }

    /// Whether the syllable at `at` is but the last one of a proper name: *xã Chiềng Ban*. A head of a body has words
    /// behind it.
    pub(super) fn ends_in_head(&mut self, at: usize) -> bool {
        let spoken = self
            .words
            .get(at)
            .is_some_and(|word| word.case == Case::Title);
        let last = self
            .words
            .get(at + 1)
            .is_none_or(|word| word.gap != Gap::Space);
        let head = matches!(
            self.words.longest(&self.lexicon.starts, at),
            Some((Start::Head(_), end)) if end == at + 1
        );
        spoken && last && head
    }

    /// Whether a family name and another one begin at word `at`: behind a commune, those of who is in office there.
    pub(super) fn begins_name(&mut self, at: usize) -> bool {
        let family = self.words.get(at).is_some_and(|w| Trait::SURNAME.of(w.id));
        family
            && self
                .words
                .get(at + 1)
                .is_some_and(|w| w.gap == Gap::Space && w.case == Case::Title)
    }

    /// Whether word `at` is what a number in front of it counts: *6 tháng*.
    pub(super) fn counts_time(&mut self, at: usize) -> bool {
        let units = [ids().ngày, ids().tuần, ids().tháng, ids().năm];
        let unit = self.words.get(at).filter(|word| word.gap == Gap::Space);
        unit.is_some_and(|word| units.contains(&word.id))
    }

    /// Whether a heading in capitals goes on with a term or a year: *LẦN THỨ I*, *KHÓA XV*, *NHIỆM KỲ*.
    fn counts_terms(&mut self, at: usize) -> bool {
        let behind = self.words.get(at + 1).filter(|w| w.gap == Gap::Space);
        let number = behind.is_some_and(|w| {
            let written = self.words.slice(w);
            written
                .bytes()
                .all(|b| b.is_ascii_digit() || b"IVX".contains(&b))
        });
        self.is(at, ids().lần) && self.is(at + 1, ids().thứ)
            || self.is(at, ids().nhiệm) && self.is(at + 1, ids().kỳ)
            || self.is(at, ids().kỳ) && self.is(at + 1, ids().họp)
            || number && (self.is(at, ids().khóa) || self.is(at, ids().năm))
    }

    /// Whether the capital words `from..end` after a level are a person: *Phó Chủ tịch UBND tỉnh
    /// Ngô Thị Bích Thảo*. Communes are named after people too (*xã Lê Minh Xuân*), provinces
    /// and cities are not.
    pub(super) fn person(&mut self, from: usize, end: usize, level: Level) -> bool {
        let Some(first) = self
            .words
            .get(from)
            .filter(|&word| Trait::SURNAME.of(word.id))
        else {
            return false;
        };
        let longer = self
            .words
            .get(end)
            .is_some_and(|w| w.gap == Gap::Space && w.case == Case::Title)
            && end - from >= 3;
        first.case == Case::Title
            && match level {
                Level::Province => end - from >= 2,
                Level::City => end - from >= 3,
                // *Bí thư Huyện ủy Nguyễn Văn Trung*; hardly a district bears the name of a person.
                Level::District => {
                    (end - from >= 3 || self.is(from + 1, ids().thị))
                        && !self.bears_a_name(from, end)
                }
                // *Chủ tịch UBND xã Lò Văn Sơn* is in office; communes of such names are few.
                Level::Commune => {
                    longer
                        || self.is(from + 1, ids().thị)
                        || self.is(from + 1, ids().văn)
                            && end - from == 3
                            && self.words.longest(&HOLDERS, 0).is_some()
                }
            }
    }

    /// Whether words `from..to` are a district that bears the name of a person.
    pub(super) fn bears_a_name(&mut self, from: usize, to: usize) -> bool {
        let district = self.words.longest(&NAMED_AFTER, from);
        district.is_some_and(|(_, end)| end == to)
    }

    /// Words `from..to`, written in capitals, as a proper name.
    pub(super) fn title(&mut self, from: usize, to: usize) -> String {
        self.spelled(from, to, false)
            .split(' ')
            .map(|w| capitalised(&w.to_lowercase()))
            .collect::<Vec<_>>()
            .join(" ")
    }
}
