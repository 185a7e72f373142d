//! How the words of a name are written out.

use super::cues::ids;
use super::grammar::Grammar;
use super::window::{Case, Gap};

impl Grammar<'_, '_, '_> {
    /// Words `from..to` as they are written, spaces and dashes made even; a shouted name in the
    /// case of running text.
    pub(super) fn spelled(&mut self, from: usize, to: usize, shout: bool) -> String {
        let start = self.words.get(from).map_or(0, |word| word.start);
        let end = self
            .words
            .get(to.saturating_sub(1))
            .map_or(0, |word| word.end);
        // A dash without spaces gets them.
        let mut name = String::with_capacity(end.saturating_sub(start) + 2);
        let mut fresh = true;
        let mut done = from;
        for i in from..to {
            let Some(word) = self.words.get(i) else { break };
            if i < done {
                continue;
            }
            let text = self.words.slice(word);
            if i > from {
                name.push_str(match word.gap {
                    Gap::Comma => ", ",
                    // *COVID-19*
                    Gap::Dash if word.case == Case::Digit => "-",
                    Gap::Dash => " - ",
                    Gap::Dot => ". ",
                    Gap::Glued => "",
                    Gap::Slash => "/",
                    _ => " ",
                });
                fresh = word.gap == Gap::Dash || self.is(i - 1, ids().và);
            }
            if shout && let Some((_, end)) = self.province(i).filter(|&(_, end)| end <= to) {
                for word in i..end {
                    name.push_str(if word > i { " " } else { "" });
                    name.push_str(&capitalised(&self.words.spelling(word).to_lowercase()));
                }
                done = end;
                continue;
            }
            if shout && self.is(i, ids().việt) && self.is(i + 1, ids().nam) {
                name.push_str("Việt Nam");
                done = i + 2;
                continue;
            }
            match (
                shout && !self.is_serial_of(i + 1, word),
                fresh && !self.is(i, ids().và),
            ) {
                (true, true) => name.push_str(&capitalised(&text.to_lowercase())),
                (true, false) => name.push_str(&text.to_lowercase()),
                (false, _) => name.push_str(text),
            }
        }
        name
    }
}

/// The first letter capital.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
