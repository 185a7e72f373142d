//! Which document: one type for the page itself, for what it cites and for what it refers to.

mod identifiers;
mod issuer;
#[cfg(feature = "serde")]
pub(crate) mod json;
mod types;
mod written;

use crate::carry::placeless;

pub(crate) use issuer::{is_of_one_body, issuer_by_code, issuers_by_codes};
pub use types::DocumentId;

placeless!(DocumentId);
