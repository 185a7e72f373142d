//! What the JSON of this crate leaves out: keys that would be null, false or empty.
//!
//! A field that may be left out says so with `default` and `skip_serializing_if`: an `Option`, a
//! `Vec` or a string with its own `is_none` or `is_empty`, a `bool` with [`is_false`].

/// For `skip_serializing_if` on a flag.
pub(crate) fn is_false(flag: &bool) -> bool {
    !flag
}
