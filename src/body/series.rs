//! Several bodies under one head: *các Bộ: Quốc phòng, Công an*; *UBND các phường: A, B*.
//!
//! Each one is read as if the head stood before it; its span is its own words.

use super::grammar::{DEPTH, Grammar};
use super::lexicon::{Start, ids};
use super::read::Read;
use super::window::{Gap, Word};
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
        let Some(last) = head.last() else {
            return Vec::new();
        };
        let mut at = last.end;
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
            let item = self.body(0, DEPTH).filter(|item| {
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

    /// The words that every name of the series begins with, and the word behind them.
    fn series_head(&mut self, each: usize) -> Option<(Vec<Word>, usize)> {
        let first = self.words.get(each + 1).filter(|w| w.gap == Gap::Space)?;
        let behind = if each > 0 {
            self.level_word(each + 1)?.1
        } else if !first.is_capital() {
            return None;
        } else if self.is(each + 1, ids().bộ) {
            each + 2
        } else {
            match self.words.longest(&self.lexicon.starts, each + 1)? {
                (Start::Nothing, _) => return None,
                (_, behind) => behind,
            }
        };
        let words = (0..each).chain(each + 1..behind);
        let head = words.map_while(|i| self.words.get(i)).collect();
        Some((head, behind))
    }
}
