//! The documents of each kind that were said to enter into force.

use std::collections::HashMap;

use crate::provision::ProvisionOf;

/// For each kind the one document that entered into force; `None` where there are several.
#[derive(Default)]
pub(super) struct Entered {
    kinds: HashMap<String, Option<ProvisionOf>>,
    /// Whether the page is among them.
    itself: bool,
}

impl Entered {
    pub(super) fn add(&mut self, of: &ProvisionOf) {
        let ProvisionOf::Document(id) = of else {
            self.itself = true;
            return;
        };
        let Some(kind) = id.kind() else { return };
        match self.kinds.get_mut(kind) {
            Some(one) => {
                if one.as_ref() != Some(of) {
                    *one = None;
                }
            }
            None => {
                self.kinds.insert(kind.to_owned(), Some(of.clone()));
            }
        }
    }

    /// The one of the kind, `Some(None)` where nobody can tell which it is; `None` where there is none.
    pub(super) fn of_kind(&self, kind: &str) -> Option<Option<&ProvisionOf>> {
        let one = self.kinds.get(kind)?;
        Some(one.as_ref().filter(|_| !self.itself))
    }
}
