//! Where words are exchanged in the whole of an act, or in its title alone.

use super::draft::{Object, is_kind};
use super::statement::Context;
use super::token::{Item, Sources, Token};
use crate::span::Span;

impl Sources<'_, '_> {
    /// Where words are exchanged when the sentence does not say it: in the units or the act that those
    /// around it name, or in the whole of its own act.
    pub(super) fn places(
        &self,
        tokens: &[Token],
        span: Span,
        around: &Context,
        named: bool,
    ) -> Vec<Object> {
        // "tại các biểu mẫu": a place that is no unit.
        let text = self.reading.text();
        let quote = tokens.iter().rposition(|t| t.item == Item::Quote);
        let behind = quote.and_then(|i| {
            let act = tokens[i + 1..]
                .iter()
                .find(|t| matches!(t.item, Item::Act(_)));
            text.get(tokens[i].span.end..act.map_or(span.end, |act| act.span.start))
        });
        let between = [' ', '.', ';', ','];
        let Some(heading) = behind.and_then(|words| throughout(words.trim_matches(between))) else {
            return Vec::new();
        };
        let act = match named {
            true => self.act_of(tokens),
            false if heading => around.act.clone(),
            false if !around.places.is_empty() => return around.places.clone(),
            false => around.act.clone(),
        };
        let unit = around.unit.clone().filter(|_| !named && !heading);
        let unit = unit.unwrap_or_default();
        match act {
            Some(_) => vec![Object { act, unit, heading }],
            None => Vec::new(),
        }
    }
}

/// Whether the words behind the exchange name no place but the whole act (*tại*, *trong toàn bộ Nghị định*), and whether
/// they name its title alone (*tại tên Nghị định*); `None` where they name another place.
fn throughout(words: &str) -> Option<bool> {
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
