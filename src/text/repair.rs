//! The repair of single characters: composition, spaces, line ends, what cannot be seen.
//!
//! Letters are composed by an automaton that does not care in which order the marks stand, so
//! that *ê* + acute, *é* + circumflex and *e* with both all become *ế*; canonical composition
//! leaves 32 letters in pieces when the tone comes before circumflex or breve. A cluster with any
//! other mark, a second tone or a second shape is left as canonical composition leaves it.

use unicode_normalization::{IsNormalized, UnicodeNormalization, char, is_nfc_quick};

use super::combining::is_mark;
use super::letters::Vowel;
use super::lookalike;
use super::offsets::{Edit, Edits};
use super::scan::Scan;
use crate::span::Span;

/// What the repair of characters comes to.
pub(crate) struct Repaired {
    /// The text, `None` when nothing had to be done.
    pub(crate) clean: Option<String>,
    pub(crate) edits: Edits,
    /// Offsets in the clean text of letters that may stand for others.
    pub(crate) suspects: Vec<usize>,
}

/// Repairs every character that is wrong on its own.
pub(crate) fn characters(source: &str) -> Repaired {
    let mut repair = Repair {
        source,
        clean: String::new(),
        edits: Edits::default(),
        copied: 0,
        suspects: Vec::new(),
    };
    let mut scan = Scan::new(source);
    let mut at = 0;
    while let Some(unusual) = scan.next(at) {
        at = match repair.letter(unusual) {
            Some(end) => end,
            None => repair.character(unusual),
        };
    }
    let clean = (!repair.edits.is_empty()).then(|| {
        repair.clean.push_str(&source[repair.copied..]);
        repair.clean
    });
    Repaired {
        clean,
        edits: repair.edits,
        suspects: repair.suspects,
    }
}

struct Repair<'t> {
    source: &'t str,
    clean: String,
    edits: Edits,
    /// The source is in `clean` up to here.
    copied: usize,
    suspects: Vec<usize>,
}

impl Repair<'_> {
    /// Settles the unusual character at `at`; returns where to go on.
    fn character(&mut self, at: usize) -> usize {
        let Some(c) = self.char_at(at) else {
            return at + 1;
        };
        let next = at + c.len_utf8();
        match c {
            '\r' if self.char_at(next) == Some('\n') => self.replace(at, next + 1, "\n"),
            '\r' | '\u{2028}' | '\u{2029}' => self.replace(at, next, "\n"),
            _ if is_space(c) => self.replace(at, next, " "),
            '¬' if self.is_scar(at, next) => self.replace(at, next, ""),
            _ if is_dropped(c, self.base_before(at)) => {
                let end = self.skip_dropped(at, self.base_before(at));
                if at > self.copied && self.char_at(end).is_some_and(continues) {
                    self.cluster(at)
                } else {
                    self.replace(at, end, "")
                }
            }
            _ => {
                if lookalike::is_suspect(c) {
                    self.suspects.push(self.clean.len() + at - self.copied);
                }
                self.cluster(at)
            }
        }
    }

    /// Composes a vowel with the Vietnamese marks at `at`, when there are some and nothing else is
    /// near: what [`cluster`](Self::cluster) would do, without its caution.
    #[inline]
    fn letter(&mut self, at: usize) -> Option<usize> {
        let bytes = self.source.as_bytes();
        if bytes[at] != 0xCC {
            return None;
        }
        let base = match bytes.get(at.wrapping_sub(1)) {
            Some(&ascii @ ..=0x7F) if at > self.copied => char::from(ascii),
            _ => self.source[self.copied..at].chars().next_back()?,
        };
        let mut letter = Vowel::of(base)?;
        let mut end = at;
        while let Some([0xCC, low]) = bytes.get(end..end + 2) {
            // U+0300–U+033F are the bytes CC 80–CC BF.
            letter = letter.with(char::from_u32(0x280 + u32::from(*low))?)?;
            end += 2;
        }
        // What follows must be usual: ASCII but for controls, or a letter of Latin-1 and near.
        if !matches!(bytes.get(end), None | Some(b' '..=b'~' | b'\n' | 0xC3..=0xC6)) {
            return None;
        }
        let start = at - base.len_utf8();
        self.copy_to(start);
        let clean = self.clean.len();
        self.clean.push(letter.letter());
        self.record(start, end, clean);
        Some(end)
    }

    /// Composes the cluster that the character at `at` starts or continues.
    fn cluster(&mut self, at: usize) -> usize {
        let first = self.char_at(at).unwrap_or(' ');
        // A mark belongs to the character before it, unless that was settled already.
        let before = self.base_before(at);
        let lone = !continues(first) && !is_dropped(first, before);
        let owner = if lone { Some(first) } else { before };
        let (start, base) = match self.source[self.copied..at].chars().next_back() {
            Some(base) if !lone => (at - base.len_utf8(), base),
            _ => (at, first),
        };
        let mut end = start + base.len_utf8();
        let mut letter = Vowel::of(base);
        let mut marks = 0usize;
        loop {
            let mark_at = self.skip_dropped(end, owner);
            let Some(mark) = self.char_at(mark_at).filter(|&c| continues(c)) else {
                break;
            };
            letter = letter.and_then(|letter| letter.with(mark));
            marks += 1;
            end = mark_at + mark.len_utf8();
        }
        match letter {
            Some(letter) if marks > 0 => {
                self.replace(start, end, letter.letter().encode_utf8(&mut [0; 4]))
            }
            _ if marks == 0 && is_nfc(base) => end,
            _ => {
                let written = &self.source[start..end];
                let marks = self.source[start + base.len_utf8()..end].chars();
                let seen = marks.filter(|&c| !is_dropped(c, owner));
                let composed: String = std::iter::once(base).chain(seen).nfc().collect();
                if composed == written {
                    end
                } else {
                    self.replace(start, end, &composed)
                }
            }
        }
    }

    /// Whether the ¬ at `at` is the byte that an old converter left behind in a word.
    fn is_scar(&self, at: usize, next: usize) -> bool {
        // What follows is not composed yet: *Ω*, the sign of the ohm, becomes a Greek letter.
        let composed = |c: char| std::iter::once(c).nfc().next().unwrap_or(c);
        let is_letter = |c: char| is_latin(composed(c)) || lookalike::is_suspect(composed(c));
        let before = self.base_before(at);
        let after = self.char_at(self.skip_dropped(next, before));
        before.is_some_and(is_letter) && after.is_some_and(is_letter)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.source[at..].chars().next()
    }

    /// The end of the run of dropped characters at `at`, behind the letter `base`.
    fn skip_dropped(&self, at: usize, base: Option<char>) -> usize {
        let rest = &self.source[at..];
        at + rest.find(|c| !is_dropped(c, base)).unwrap_or(rest.len())
    }

    /// The clean text before `at`, backwards.
    fn before(&self, at: usize) -> impl Iterator<Item = char> {
        self.source[self.copied..at]
            .chars()
            .rev()
            .chain(self.clean.chars().rev())
    }

    /// The last character before `at` that is not a mark.
    fn base_before(&self, at: usize) -> Option<char> {
        self.before(at).find(|&c| !is_mark(c))
    }

    /// Puts `clean` in the place of `start..end`; returns `end`.
    fn replace(&mut self, start: usize, end: usize, clean: &str) -> usize {
        self.copy_to(start);
        let at = self.clean.len();
        self.clean.push_str(clean);
        self.record(start, end, at);
        end
    }

    /// Copies the source up to `start`.
    #[inline]
    fn copy_to(&mut self, start: usize) {
        if self.edits.is_empty() {
            self.clean.reserve(self.source.len());
        }
        self.clean.push_str(&self.source[self.copied..start]);
    }

    /// Notes that `start..end` became what stands in the clean text from `clean` on.
    #[inline]
    fn record(&mut self, start: usize, end: usize, clean: usize) {
        self.edits.push(Edit {
            source: Span::new(start, end),
            clean: Span::new(clean, self.clean.len()),
        });
        self.copied = end;
    }
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
}

/// Whether `c` may change together with the character before it.
fn continues(c: char) -> bool {
    c >= '\u{300}' && (is_mark(c) || is_nfc_quick(std::iter::once(c)) == IsNormalized::Maybe)
}

fn is_nfc(c: char) -> bool {
    is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
}

/// The white space that stands for a space. Tabs and page breaks are not among them.
pub(crate) fn is_space(c: char) -> bool {
    matches!(
        c,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

/// What nobody sees: soft hyphen, zero-width space and byte order mark, direction marks,
/// control characters. Kept are the controls that separate (tab, line and page breaks), NUL and
/// U+0080–U+009F, which stand for check boxes and other glyphs of symbol fonts, and the joiners
/// of the scripts that need them.
fn is_dropped(c: char, base: Option<char>) -> bool {
    match c {
        '\u{1}'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}' => true,
        '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => true,
        '\u{200C}' | '\u{200D}' => !matches!(base, Some('\u{590}'..='\u{1DFF}' | '\u{2190}'..)),
        _ => false,
    }
}
