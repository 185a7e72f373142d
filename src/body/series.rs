//! Several bodies under one head: *các Bộ: Quốc phòng, Công an*; *UBND các phường: A, B*.
//!
//! Each one is read as if the head stood before it; its span is its own words.

use super::cues::{Trait, ids};
use super::grammar::{DEPTH, Grammar};
use super::lexicon::Start;
use super::read::Read;
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
        let Some(mut at) = self.words.get(behind - 1).map(|word| word.end) else {
            return Vec::new();
        };
        for word in &mut head {
            word.gap = Gap::Space;
        }
        let (colon, rest) = match text[at..].trim_start_matches(' ').strip_prefix(':') {
            Some(rest) => (true, rest),
            None => (false, &text[at..]),
        };
        let plain = !colon && self.words.get(behind).is_none_or(|w| w.gap != Gap::Space);
        if plain {
            return Vec::new();
        }
        at = text.len() - rest.len();
        let mut found: Vec<(Span, Read)> = Vec::new();
        loop {
            let start = text.len() - text[at..].trim_start_matches(' ').len();
            if !text[start..].starts_with(char::is_uppercase) {
                break;
            }
            let item = reading.place_at(start).index();
            self.words.restart_behind(&head, item);
            // Of bodies within bodies only committees of the Party stand in series: *các Đảng ủy
            // Bộ Tư pháp, Bộ Nội vụ*; *các Vụ Tài chính, Cục Tài chính* is none.
            // *Công an* behind *Bộ* is the ministry, for the registry says so.
            let own = !self.is(0, ids().bộ) && self.begins_body(head.len());
            let item = match self.words.get(0) {
                Some(first) if first.is_capital() => self.name(false),
                _ => self.body(0, DEPTH),
            };
            let item = item.filter(|item| {
                item.next > head.len() && !item.generic && (!own || item.class == BodyClass::Party)
            });
            let Some(item) = item else { break };
            let cut = self
                .words
                .get(item.next)
                .is_some_and(|w| w.gap == Gap::Space && w.is_capital());
            if cut {
                break;
            }
            at = item.end;
            found.push((Span::new(start, item.end), item));
            let rest = text[at..].trim_start_matches(' ');
            let Some(rest) = rest
                .strip_prefix([',', ';'])
                .map(|rest| rest.trim_start_matches(' '))
                .map(|rest| rest.strip_prefix("và ").unwrap_or(rest))
                .or_else(|| rest.strip_prefix("và "))
            else {
                break;
            };
            at = text.len() - rest.len();
        }
        // *các Sở Tư pháp* are those of all provinces.
        if found.len() < 2 && !(colon && found.len() == 1) {
            found.clear();
        }
        found
    }

    /// The word behind the head that the first word begins, if it says that several follow.
    pub(super) fn head_of_series(&mut self) -> Option<usize> {
        let (start, each) = self.words.longest(&self.lexicon.starts, 0)?;
        (start != Start::Nothing && self.counts(each)).then_some(each)
    }

    /// Whether word `i` says that several follow: *các*, *hai*, *03*.
    pub(super) fn counts(&mut self, i: usize) -> bool {
        self.words.get(i).is_some_and(|word| {
            word.id == ids().các || Trait::COUNT.of(word.id) || word.id == WordId::NUMBER
        })
    }

    /// The words that every name of the series begins with, and the word behind them.
    fn series_head(&mut self, each: usize) -> Option<(Vec<Word>, usize)> {
        let first = self.words.get(each + 1).filter(|w| w.gap == Gap::Space)?;
        let (to, behind) = if each > 0 {
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
        } else if self.is(each + 1, ids().bộ) {
            (each + 2, each + 2)
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
