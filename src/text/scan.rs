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
    /// Up to here the bytes are looked at one by one.
    slow_end: usize,
}

impl<'t> Scan<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Scan {
            bytes: text.as_bytes(),
            slow_end: 0,
        }
    }

    /// The first unusual character at or after `at`.
    pub(crate) fn next(&mut self, mut at: usize) -> Option<usize> {
        loop {
            let end = self.slow_end.min(self.bytes.len());
            while at < end {
                let byte = |i: usize| self.bytes.get(i).copied().unwrap_or(0);
                if unusual(byte(at), byte(at + 1), byte(at + 2)) {
                    return Some(at);
                }
                at += 1;
            }
            if at >= self.bytes.len() {
                return None;
            }
            while self.bytes.len() - at >= BLOCK + 2 && !any_unusual(&self.bytes[at..]) {
                at += BLOCK;
            }
            self.slow_end = at + BLOCK;
        }
    }
}

/// Whether one of the first 64 of `bytes` (66 at least) starts an unusual character.
#[inline]
fn any_unusual(bytes: &[u8]) -> bool {
    let (a, b, c) = (&bytes[..BLOCK], &bytes[1..BLOCK + 1], &bytes[2..BLOCK + 2]);
    let mut any = false;
    for i in 0..BLOCK {
        any |= unusual(a[i], b[i], c[i]);
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
            }
        }
    }
}
