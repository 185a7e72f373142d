//! What a body is for, in small letters: *Phòng tư pháp huyện*, *Bệnh viện đa khoa tỉnh Sơn La*, *Công ty cổ phần xây
//! dựng Hòa Bình*.
//!
//! Each component of a name begins with a capital today, but pages of every year write otherwise. Words in small letters
//! are of the name if what closes them says so: a place with its level, a province, the body it belongs to, or, of
//! institutions and of firms whose kind is said, a proper name.

use super::cues::{ids, stops};
use super::grammar::Grammar;
use super::lexicon::{FIELDS, Head};
use super::window::{Case, Gap};
use crate::tables::bodies::BodyClass;

/// So many words in small letters stand in such a name at most.
const LONGEST_SMALL: usize = 14;

impl Grammar<'_, '_, '_> {
    /// The word behind the field of `head` that word `from` begins in small letters, where something closes it.
    pub(super) fn small_field(&mut self, head: &Head, from: usize, depth: usize) -> Option<usize> {
        let first = self.words.get(from)?;
        // *Cơ quan báo chí Việt Nam* is any.
        if (first.gap, first.case) != (Gap::Space, Case::Lower) || head.lower || head.generic {
            return None;
        }
        let mut at = self.small_component(head, from)?;
        while at - from < LONGEST_SMALL {
            if self.closes_field(head, at, depth) {
                return Some(at);
            }
            at = match self.words.get(at)?.gap {
                Gap::Space if self.is(at, ids().và) => self.small_component(head, at + 1)?,
                Gap::Space | Gap::Comma | Gap::Dash => self.small_component(head, at)?,
                _ => return None,
            };
        }
        None
    }

    /// The word behind the component that word `at` begins: one of the table that is no verb (*Phòng | kiểm tra huyện
    /// Mai Sơn*), or any word behind a head that is nothing without a name.
    fn small_component(&mut self, head: &Head, at: usize) -> Option<usize> {
        let word = self.words.get(at)?;
        match self.words.longest(&FIELDS, at) {
            Some((field, end)) if !field.verb || head.unsaid => Some(end),
            _ => {
                let any = head.unsaid && word.case == Case::Lower && !stops(word.id, false);
                any.then_some(at + 1)
            }
        }
    }

    /// Whether the word at `at` says that the small letters before it were a name.
    fn closes_field(&mut self, head: &Head, at: usize, depth: usize) -> bool {
        let Some(word) = self.words.get(at).filter(|word| word.gap == Gap::Space) else {
            return false;
        };
        if head.place && (self.is_at_place(at) || self.province(at).is_some()) {
            return true;
        }
        if !word.is_capital() {
            return false;
        }
        // *Hội Liên hiệp thanh niên | Việt Nam*
        if self
            .words
            .longest(&FIELDS, at)
            .is_some_and(|(field, _)| field.last)
        {
            return true;
        }
        if self.begins_body(at) {
            return head.host && self.body(at, depth - 1).is_some();
        }
        head.unsaid || head.class == BodyClass::Institution
    }
}
