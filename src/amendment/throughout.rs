//! Where words are exchanged in the whole of an act, or in its title alone.

use super::draft::is_kind;

/// Whether the words behind the exchange name no place but the whole act (*tại*, *trong toàn bộ Nghị định*), and whether
/// they name its title alone (*tại tên Nghị định*); `None` where they name another place.
pub(super) fn throughout(words: &str) -> Option<bool> {
    let (place, whole) = match words.split_once("toàn bộ") {
        Some((place, whole)) => (place.trim_end(), whole.trim_start()),
        None => (words, ""),
    };
    if matches!(place, "" | "tại" | "trong" | "của" | "ở") {
        return (whole.is_empty() || is_kind(whole)).then_some(false);
    }
    let title = place.strip_prefix("tại").or(place.strip_prefix("trong"))?;
    let title = title.trim_start();
    let behind = TITLES.iter().find_map(|of| title.strip_prefix(of))?.trim();
    let kind = behind.strip_prefix("của").unwrap_or(behind).trim_start();
    (kind.is_empty() || is_kind(kind)).then_some(true)
}

/// What the title of an act is called, the longest first.
const TITLES: [&str; 3] = ["tên gọi", "tên", "tiêu đề"];
