//! Finding the bytes that may need a repair, and nothing else, fast.
//!
//! Clean Vietnamese text is ASCII, the letters of six lead bytes, and some punctuation. Whatever
//! is not that is *unusual* and is looked at one by one. The question is asked of 64 bytes at a
//! time without a branch, in a form that compilers turn into vector instructions.

const BLOCK: usize = 64;

/// Whether an unusual character starts with the byte `a`, followed by `b` and `c`.
///
/// Usual are: ASCII but for controls (line feed and tab are usual); U+00C0–U+01BF but for
/// Ð ð Ɖ; U+1E80–U+1EFF; the dashes, quotes, bullets and the ellipsis in U+2010–U+2027. All
/// of them are starters that canonical composition leaves alone.
#[inline(always)]
fn unusual(a: u8, b: u8, c: u8) -> bool {
    let control = (a < 0x20) & (a != b'\n') & (a != b'\t') | (a == 0x7F);
    let other_lead = (a == 0xC2) | (a >= 0xC7) & (a != 0xE1) & (a != 0xE2);
    let eth = (a == 0xC3) & (b & 0xDF == 0x90) | (a == 0xC6) & (b == 0x89);
    let not_letter = (a == 0xE1) & (b & 0xFE != 0xBA);
    let not_quote = (a == 0xE2) & ((b != 0x80) | (c.wrapping_sub(0x90) >= 0x18));
    control | other_lead | eth | not_letter | not_quote
}

/// Yields the offsets of unusual characters.
pub(crate) struct Scan<'t> {
    bytes: &'t [u8],
    /// Where the block that was looked at last ends.
    end: usize,
    /// Its unusual characters: the bit of a byte is counted from 64 bytes before `end`.
    unusual: u64,
}

impl<'t> Scan<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Scan {
            bytes: text.as_bytes(),
            end: 0,
            unusual: 0,
        }
    }

    /// The first unusual character at or after `at`, which grows from call to call.
    #[inline]
    pub(crate) fn next(&mut self, mut at: usize) -> Option<usize> {
        if at < self.end {
            let ahead = self.unusual & (u64::MAX << (BLOCK - (self.end - at)));
            if ahead != 0 {
                return Some(self.end - BLOCK + ahead.trailing_zeros() as usize);
            }
            at = self.end;
        }
        while let Some(block) = self.bytes.get(at..).and_then(<[u8]>::first_chunk) {
            if any_unusual(block) {
                return Some(self.settle(at, block));
            }
            at += BLOCK;
        }
        // The rest, filled up with what is usual: a block and a byte at most.
        while let Some(rest) = self.bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let mut block = [b' '; BLOCK + 2];
            block[..rest.len()].copy_from_slice(rest);
            if any_unusual(&block) {
                return Some(self.settle(at, &block));
            }
            at += BLOCK;
        }
        None
    }

    /// Makes the block at `at` the last one; returns its first unusual character.
    fn settle(&mut self, at: usize, block: &[u8; BLOCK + 2]) -> usize {
        let mut flags = [0; BLOCK];
        for i in 0..BLOCK {
            flags[i] = u8::from(unusual(block[i], block[i + 1], block[i + 2]));
        }
        self.unusual = 0;
        for (i, eight) in flags.as_chunks().0.iter().enumerate() {
            // Gathers the lowest bits of eight bytes in the highest byte.
            let bits = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
            self.unusual |= bits << (8 * i);
        }
        self.end = at + BLOCK;
        at + self.unusual.trailing_zeros() as usize
    }
}

/// Whether an unusual character starts within the first 64 bytes.
#[inline]
fn any_unusual(block: &[u8; BLOCK + 2]) -> bool {
    let mut any = false;
    for i in 0..BLOCK {
        any |= unusual(block[i], block[i + 1], block[i + 2]);
    }
    any
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_unusual_character_wherever_it_stands() {
        for pad in 0..140 {
            let usual = "Độ – “ừ”… ".repeat(20);
            let start = (pad..).find(|&i| usual.is_char_boundary(i)).unwrap_or(0);
            for c in "\r\0\u{7F}\u{85}\u{A0}§¬\u{AD}ÐðƉ\u{301}сα\u{1100}Ḁ\u{2009}\u{200B}\u{2028}−你\u{FEFF}🎉".chars() {
                let text = format!("{}{c}{usual}", &usual[..start]);
                let mut scan = Scan::new(&text);
                assert_eq!(scan.next(0), Some(start), "{c:?}");
                assert_eq!(scan.next(start + c.len_utf8()), None, "{c:?}");
                // At the end of the text, in whatever block it lies.
                let text = format!("{}{c}", &usual[..start]);
                assert_eq!(Scan::new(&text).next(0), Some(start), "{c:?} at the end");
            }
        }
    }
}
