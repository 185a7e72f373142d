//! Reading text again that is in a legacy charset: which blocks, and in which.

use std::collections::HashSet;

use once_cell::sync::Lazy;

use super::aligned::Aligned;
use super::charset::{Charset, CharsetBlock, CharsetEvidence, LEGACY};
use super::legacy::{Width, decode_legacy};
use super::letters::Vowel;
use super::tone::Syllable;
use crate::span::Span;

/// What [`read_again`] is given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Input {
    /// Bytes, each as the character of its number.
    Bytes,
    /// Text, in which blocks may have been decoded wrongly.
    Text,
}

impl Input {
    /// How wide a character of the input is in the source.
    fn width(self) -> Width {
        match self {
            Input::Bytes => |_| 1,
            Input::Text => char::len_utf8,
        }
    }
}

/// A stretch of the input that is read in one charset.
struct Block<'t> {
    text: &'t str,
    /// Whether it may be in a legacy charset at all.
    legacy: bool,
    decided: Option<(Charset, CharsetEvidence)>,
}

/// Reads every block again that makes words in a legacy charset. Of bytes, all blocks are read
/// again if one is.
pub(crate) fn read_again(text: &str, input: Input) -> (Aligned, Vec<CharsetBlock>) {
    let mut blocks = cut(text, input);
    for block in blocks.iter_mut().filter(|block| block.legacy) {
        block.decided = decide(block.text, input);
    }
    follow(blocks.iter_mut(), input);
    follow(blocks.iter_mut().rev(), input);
    let mut decoded = Aligned::default();
    let mut found: Vec<CharsetBlock> = Vec::new();
    for block in blocks {
        let start = decoded.text.len();
        let Some((charset, evidence)) = block.decided else {
            match input {
                Input::Bytes => block.text.chars().for_each(|c| decoded.push(c, 1)),
                Input::Text => decoded.copy(block.text),
            }
            continue;
        };
        decoded.append(&decode_legacy(block.text, charset, input.width()));
        found.push(CharsetBlock {
            span: Span::new(start, decoded.text.len()),
            charset,
            evidence,
        });
    }
    (decoded, found)
}

/// Reads blocks that could not be decided as the one before them.
fn follow<'a, 't: 'a>(blocks: impl Iterator<Item = &'a mut Block<'t>>, input: Input) {
    let mut before = None;
    for block in blocks.filter(|block| block.legacy) {
        if block.decided.is_none() {
            block.decided = before
                .filter(|&charset| input == Input::Bytes || fits(block.text, charset))
                .map(|charset| (charset, CharsetEvidence::Neighbour));
        }
        before = block.decided.map(|(charset, _)| charset).or(before);
    }
}

/// About how many bytes are decided at once. Less is too few words, more mixes sources.
const BLOCK: usize = 1500;

/// Cuts a text into blocks of whole lines; lines that are too long, at spaces. In text, a line
/// with a letter that only Unicode has was decoded rightly, and stands between blocks.
fn cut(text: &str, input: Input) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut start = 0;
    let mut legacy = None;
    let mut close = |start: &mut usize, end: usize, legacy: &mut Option<bool>| {
        if *start < end {
            blocks.push(Block {
                text: &text[*start..end],
                legacy: legacy.take().unwrap_or(false),
                decided: None,
            });
            *start = end;
        }
    };
    let mut at = 0;
    for piece in text.split_inclusive('\n').flat_map(pieces) {
        // Lines of ASCII go with whatever is before them.
        let this =
            (!piece.is_ascii()).then(|| input == Input::Bytes || !piece.chars().any(beyond_latin1));
        if at - start >= BLOCK || (this.is_some() && legacy.is_some() && this != legacy) {
            close(&mut start, at, &mut legacy);
        }
        legacy = legacy.or(this);
        at += piece.len();
    }
    close(&mut start, at, &mut legacy);
    blocks
}

/// A line in pieces that are not much longer than a block.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let mut floor = rest.len().min(BLOCK);
        while !rest.is_char_boundary(floor) {
            floor += 1;
        }
        let end = rest[floor..]
            .find(' ')
            .map_or(rest.len(), |i| floor + i + 1);
        let piece;
        (piece, rest) = rest.split_at(end);
        (!piece.is_empty()).then_some(piece)
    })
}

/// A Vietnamese letter that no Western charset has.
fn beyond_latin1(c: char) -> bool {
    c > '\u{FF}' && (matches!(c, 'đ' | 'Đ') || Vowel::of(c).is_some())
}

/// With fewer letters beyond ASCII, function words or syllables than these, chance decides.
const LEAST_LETTERS: usize = 8;
const LEAST_WORDS: usize = 3;
const LEAST_SYLLABLES: usize = 20;

/// The charset in which a block makes clearly more words than in any other.
fn decide(block: &str, input: Input) -> Option<(Charset, CharsetEvidence)> {
    let letters = block.chars().filter(|c| !c.is_ascii());
    if letters.take(LEAST_LETTERS).count() < LEAST_LETTERS {
        return None;
    }
    // UTF-8 read as windows-1252 is one more charset that text may have been in.
    let utf8 = (input == Input::Text).then_some(Charset::Utf8);
    let readings: Vec<(Charset, Words)> = LEGACY
        .into_iter()
        .chain(utf8)
        .map(|charset| (charset, Words::of_reading(block, charset)))
        .collect();
    let (charset, best) = readings.iter().max_by_key(|(_, words)| words.known)?;
    let unchanged = Words::of(block);
    let others = readings.iter().filter(|(other, _)| other != charset);
    let others = || others.clone().map(|(_, words)| words).chain([&unchanged]);
    if best.known >= LEAST_WORDS
        && best.mostly_syllables()
        && others().all(|other| best.beats(other))
    {
        let rival = others().map(|words| words.known).max().unwrap_or(0);
        let found = best.known;
        return Some((*charset, CharsetEvidence::Words { found, rival }));
    }
    // Lists of names and goods have few function words, but all their words are possible ones.
    let (charset, best) = readings.iter().max_by_key(|(_, words)| words.syllables)?;
    let others = readings.iter().filter(|(other, _)| other != charset);
    let others = || others.clone().map(|(_, words)| words).chain([&unchanged]);
    let rival = others().map(|words| words.syllables).max().unwrap_or(0);
    let found = best.syllables;
    let sure = found >= LEAST_SYLLABLES
        && found * 10 >= best.accented * 9
        && others().all(|other| best.reads_better(other));
    sure.then_some((*charset, CharsetEvidence::Syllables { found, rival }))
}

/// Whether a block too short to be decided reads well in the charset of its neighbour.
fn fits(block: &str, charset: Charset) -> bool {
    let (before, after) = (Words::of(block), Words::of_reading(block, charset));
    after.mostly_syllables() && after.syllables > before.syllables
}

/// What a reading comes to.
struct Words {
    /// Different function words.
    known: usize,
    /// Words with letters beyond ASCII.
    accented: usize,
    /// Those of them that are Vietnamese syllables.
    syllables: usize,
}

impl Words {
    fn of_reading(block: &str, charset: Charset) -> Words {
        Words::of(&decode_legacy(block, charset, char::len_utf8).text)
    }

    fn of(text: &str) -> Words {
        let mut known: HashSet<&str> = HashSet::new();
        let (mut accented, mut syllables) = (0, 0);
        for word in text.split(|c: char| !c.is_alphabetic()) {
            // A letter alone proves nothing: signs such as º are letters to Unicode.
            if !word.is_ascii() && word.chars().nth(1).is_some() {
                accented += 1;
                syllables += usize::from(Syllable::parse(word).is_some());
                known.extend(FUNCTION_WORDS.get(word.to_lowercase().as_str()));
            }
        }
        Words {
            known: known.len(),
            accented,
            syllables,
        }
    }

    /// Whether these are clearly the better words: twice as many function words, or more of them
    /// and better syllables. VISCII, VPS and windows-1258 share many codes with each other and
    /// with Latin-1, so that function words alone may leave it open.
    fn beats(&self, other: &Words) -> bool {
        self.known >= 2 * other.known || self.known > other.known && self.reads_better(other)
    }

    /// Whether more syllables came out by a third, or far fewer impossible ones.
    fn reads_better(&self, other: &Words) -> bool {
        let impossible = |words: &Words| words.accented - words.syllables;
        self.syllables * 3 >= other.syllables * 4
            || self.syllables >= other.syllables
                && impossible(other) >= 4 * impossible(self) + LEAST_LETTERS
    }

    fn mostly_syllables(&self) -> bool {
        self.syllables * 10 >= self.accented * 7
    }
}

/// Words that every official text is full of, all with letters beyond ASCII.
static FUNCTION_WORDS: Lazy<HashSet<&'static str>> = Lazy::new(|| {
    "các của được những không người và với này là đã về đến tại một có từ năm ngày để hoặc việc \
     định phải bộ số điều khoản nghị quyết nước như đó nhân chính phủ tỉnh thành phố cấp quản lý \
     công cơ sở thực hiện nhà văn bản"
        .split_whitespace()
        .collect()
});
