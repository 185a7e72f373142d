//! Characters that stand on the letter before them.

use unicode_normalization::char;

/// Whether `c` stands on the letter before it and may change with it. Variation selectors do not.
pub(super) fn is_mark(c: char) -> bool {
    c >= '\u{300}' && (char::canonical_combining_class(c) != 0 || is_pair_of_marks(c))
}

/// The three characters of class 0 that canonical composition takes apart into marks alone.
fn is_pair_of_marks(c: char) -> bool {
    matches!(c, '\u{F73}' | '\u{F75}' | '\u{F81}')
}
