//! Offsets in what other languages count: characters, or UTF-16 code units.

use crate::named::named;
use crate::span::Span;

/// What offsets count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Offsets {
    /// Bytes of UTF-8, as Rust counts.
    #[default]
    Bytes,
    /// Characters (Unicode scalar values), as Python counts.
    Chars,
    /// Code units of UTF-16, as JavaScript, Java and C# count.
    Utf16,
}

named!(Offsets, "a unit of offsets" {
    Bytes = "bytes",
    Chars = "chars",
    Utf16 = "utf16",
});

impl Offsets {
    /// Whether these are bytes.
    pub const fn is_bytes(&self) -> bool {
        matches!(self, Offsets::Bytes)
    }

    /// How much `byte` adds to the count: a character counts where it begins, and in UTF-16 one
    /// of four bytes counts twice.
    const fn of_byte(self, byte: u8) -> usize {
        let begins = byte & 0xC0 != 0x80;
        match self {
            Offsets::Bytes => 1,
            Offsets::Chars => begins as usize,
            Offsets::Utf16 => begins as usize + (byte >= 0xF0) as usize,
        }
    }
}

/// Turns byte offsets of one text into another count.
///
/// Counting the text once is linear in its length; each offset then takes a step of at most
/// 64 bytes, in whatever order they are asked for.
///
/// ```
/// use vanban::{OffsetCounter, Offsets};
///
/// let text = "số 𝟓 là";
/// let counter = OffsetCounter::new(text, Offsets::Utf16);
/// assert_eq!(counter.count(text.find("là").unwrap()), 6);
/// assert_eq!(counter.span((0, text.len()).try_into()?).to_string(), "0..8");
/// # Ok::<(), vanban::SpanError>(())
/// ```
#[derive(Clone, Debug)]
pub struct OffsetCounter<'t> {
    source: &'t [u8],
    unit: Offsets,
    /// The count before every block of bytes.
    blocks: Vec<usize>,
}

const BLOCK: usize = 64;

impl<'t> OffsetCounter<'t> {
    /// Counts `source` in `unit`.
    pub fn new(source: &'t str, unit: Offsets) -> Self {
        let source = source.as_bytes();
        let mut count = 0;
        let blocks = source.chunks(BLOCK).map(|block| {
            let before = count;
            count += block.iter().map(|&byte| unit.of_byte(byte)).sum::<usize>();
            before
        });
        let mut blocks: Vec<usize> = blocks.collect();
        blocks.push(count);
        OffsetCounter {
            source,
            unit,
            blocks,
        }
    }

    /// What is counted up to byte `at`; up to the end where the text is shorter.
    pub fn count(&self, at: usize) -> usize {
        let at = at.min(self.source.len());
        let block = at / BLOCK;
        let before = self.blocks[block];
        let within = &self.source[block * BLOCK..at];
        before
            + within
                .iter()
                .map(|&byte| self.unit.of_byte(byte))
                .sum::<usize>()
    }

    /// A span of bytes, recounted.
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.count(span.start), self.count(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_the_standard_library() {
        let text = "Điều 5. Số 𝟓 về việc\u{301} ⏎ ".repeat(9);
        for unit in [Offsets::Bytes, Offsets::Chars, Offsets::Utf16] {
            let counter = OffsetCounter::new(&text, unit);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..at];
                let expected = match unit {
                    Offsets::Bytes => at,
                    Offsets::Chars => before.chars().count(),
                    Offsets::Utf16 => before.encode_utf16().count(),
                };
                assert_eq!(counter.count(at), expected, "{unit:?} at {at}");
            }
            assert_eq!(counter.count(usize::MAX), counter.count(text.len()));
        }
        assert_eq!(OffsetCounter::new("", Offsets::Chars).count(0), 0);
    }
}
