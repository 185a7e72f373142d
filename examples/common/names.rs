//! Names of sources, and texts that a terminal can show.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::Path;

/// A path as a string that no other path has.
///
/// A name in UTF-8 stays as it is. A byte that belongs to no character becomes U+FFFD and two
/// hexadecimal digits, and so do the bytes of a U+FFFD that stands in a name itself: names that
/// differ never become one.
pub fn source_of(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    let mut name = String::with_capacity(bytes.len());
    let spell = |name: &mut String, bytes: &[u8]| {
        for byte in bytes {
            let _ = write!(name, "\u{FFFD}{byte:02X}");
        }
    };
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '\u{FFFD}' => spell(&mut name, "\u{FFFD}".as_bytes()),
                c => name.push(c),
            }
        }
        spell(&mut name, chunk.invalid());
    }
    name
}

/// Whether a terminal may act on `c` instead of showing it: control characters of both sets, and
/// those that turn the direction of writing.
pub fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
        )
}

/// `text` with every harmful character written out (`\u{1b}`).
pub fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_harmful(c) {
            safe.extend(c.escape_unicode());
        } else {
            safe.push(c);
        }
    }
    Cow::Owned(safe)
}

/// `text` on one line, harmless.
pub fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    harmless(&words.join(" ")).into_owned()
}
