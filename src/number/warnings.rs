//! What was tolerated, while a number is being read: a set without a list of its own.

use super::NumberWarning;

/// A set of warnings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Warnings(u32);

impl Warnings {
    pub(super) fn add(&mut self, warning: NumberWarning) {
        self.0 |= 1 << warning as u32;
    }

    pub(super) fn extend(&mut self, more: Warnings) {
        self.0 |= more.0;
    }

    pub(super) fn has(self, warning: NumberWarning) -> bool {
        self.0 & 1 << warning as u32 != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// In the order in which the enum has them.
    pub(super) fn list(self) -> Vec<NumberWarning> {
        let all = NumberWarning::ALL.iter().copied();
        all.filter(|&warning| self.has(warning)).collect()
    }
}
