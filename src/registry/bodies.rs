//! Bodies by code and by name.

use std::collections::HashSet;

use once_cell::sync::Lazy;

static CODES: Lazy<HashSet<&'static str>> =
    Lazy::new(|| include_str!("codes.txt").lines().collect());

/// Whether `code`, in canonical spelling, stands for a body of the registry.
pub(crate) fn is_code(code: &str) -> bool {
    CODES.contains(code)
}
