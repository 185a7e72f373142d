//! Words, and a book of phrases to look them up in.
//!
//! A word is known by a 64-bit key that forgets case and tone placement, so that a phrase is
//! compared word by word without writing a folded copy of the text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use once_cell::sync::Lazy;

use crate::text::fold;

/// What stands between a word and the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A space, or two before a word in lower case.
    Space,
    /// Two spaces before a capital: a slip within a name, and the gap between two columns.
    Wide,
    /// One line break.
    Break,
    /// Nothing: the neighbour is `&`.
    Glued,
    Comma,
    /// A dash, spaced or not.
    Dash,
    /// A full stop with nothing or spaces after it: `TP. Hà Nội`.
    Dot,
    /// An abbreviation in brackets, as in *Ủy ban nhân dân (UBND) tỉnh Sơn La*.
    Bracket,
    /// Anything else: no name goes on across it.
    Wall,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    /// First letter capital, some other one not.
    Title,
    /// All letters capital.
    Upper,
    /// No letters at the front.
    Digit,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub start: usize,
    pub end: usize,
    pub key: u64,
    pub case: Case,
    pub gap: Gap,
}

impl Word {
    pub fn capital(self) -> bool {
        matches!(self.case, Case::Title | Case::Upper)
    }
}

/// What is known of a letter without asking the Unicode tables again.
#[derive(Clone, Copy)]
struct Letter {
    /// Lower case, without its tone mark.
    base: char,
    tone: u8,
    upper: bool,
    alphabetic: bool,
}

impl Letter {
    fn new(c: char) -> Letter {
        let (base, tone) = fold::split_tone(c);
        Letter {
            base,
            tone,
            upper: c.is_uppercase(),
            alphabetic: c.is_alphabetic(),
        }
    }

    fn of(c: char) -> Letter {
        match LETTERS.get(c as usize) {
            Some(&letter) => letter,
            None => Letter::new(c),
        }
    }
}

/// The letters of Vietnamese and its neighbours, by code point.
static LETTERS: Lazy<Vec<Letter>> = Lazy::new(|| {
    (0..0x1F00)
        .map(|code| Letter::new(char::from_u32(code).unwrap_or(' ')))
        .collect()
});

/// Whether `c` is a letter or an ASCII digit. Raised digits count footnotes and are neither.
pub(super) fn in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && Letter::of(c).alphabetic
}

const AND: &str = "và";

fn mix(key: u64, c: u64) -> u64 {
    (key.rotate_left(5) ^ c).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The key of a word; `&` has that of `và`.
pub(super) fn key(word: &str) -> u64 {
    let word = if word == "&" { AND } else { word };
    let (mut key, mut tones) = (0, 0);
    for c in word.chars() {
        if c.is_ascii() {
            key = mix(key, u64::from(c.to_ascii_lowercase() as u32));
        } else {
            let letter = Letter::of(c);
            key = mix(key, u64::from(u32::from(letter.base)));
            tones += u64::from(letter.tone);
        }
    }
    mix(key, tones)
}

/// Reads a text word by word, from one place to the right, as far as somebody asks.
pub(super) struct Words<'t> {
    text: &'t str,
    read: Vec<Word>,
    /// Where the next word is looked for.
    pos: usize,
    walled: bool,
    /// Whether the next word is the first one from `pos`, which nothing parts from another.
    fresh: bool,
}

impl<'t> Words<'t> {
    pub fn new(text: &'t str) -> Self {
        Words {
            text,
            read: Vec::with_capacity(32),
            pos: 0,
            walled: false,
            fresh: true,
        }
    }

    /// Starts again at byte `start`, where a word must begin.
    pub fn restart(&mut self, start: usize) {
        self.restart_behind(&[], start);
    }

    /// Starts again at byte `start` as if `head` stood before it: *Bộ* before *Công an* in *các
    /// Bộ: Quốc phòng, Công an*.
    pub fn restart_behind(&mut self, head: &[Word], start: usize) {
        self.read.clear();
        self.read.extend_from_slice(head);
        self.pos = start;
        self.walled = false;
        self.fresh = true;
    }

    pub fn slice(&self, word: Word) -> &'t str {
        &self.text[word.start..word.end]
    }

    /// Words `from..to` as written, with one space where there are several.
    pub fn written(&mut self, from: usize, to: usize) -> String {
        let end = to.checked_sub(1).and_then(|last| self.get(last));
        let (Some(first), Some(last)) = (self.get(from), end) else {
            return String::new();
        };
        let words: Vec<&str> = self.text[first.start..last.end]
            .split_whitespace()
            .collect();
        words.join(" ")
    }

    /// The `i`th word as written; empty past a wall.
    pub fn spelling(&mut self, i: usize) -> &'t str {
        self.get(i).map_or("", |word| self.slice(word))
    }

    /// The `i`th word from the start, unless a wall comes first.
    pub fn get(&mut self, i: usize) -> Option<Word> {
        while self.read.len() <= i {
            if self.walled {
                return None;
            }
            match self.next() {
                Some(word) => self.read.push(word),
                None => self.walled = true,
            }
        }
        Some(self.read[i])
    }

    fn next(&mut self) -> Option<Word> {
        let gap = match std::mem::take(&mut self.fresh) {
            true => Gap::Space,
            false => self.gap(),
        };
        if gap == Gap::Wall {
            return None;
        }
        let start = self.pos;
        let rest = &self.text[start..];
        let end = start + word_len(rest);
        if end == start {
            return None;
        }
        self.pos = end;
        let word = &self.text[start..end];
        Some(Word {
            start,
            end,
            key: key(word),
            case: case(word),
            gap,
        })
    }

    /// Moves over what stands before the next word and says what it was.
    fn gap(&mut self) -> Gap {
        let bytes = self.text.as_bytes();
        let mut gap = Gap::Glued;
        let (mut breaks, mut spaces) = (0, 0);
        loop {
            let (new, len) = match bytes.get(self.pos) {
                Some(b' ') => {
                    spaces += 1;
                    (Gap::Space, 1)
                }
                // Between cells, unless it indents a line.
                Some(b'\t') if matches!(gap, Gap::Glued | Gap::Space) => return Gap::Wall,
                Some(b'\t') => (Gap::Space, 1),
                Some(b'\n') => {
                    breaks += 1;
                    (Gap::Break, 1)
                }
                Some(b',') => (Gap::Comma, 1),
                Some(b'.') if self.text[self.pos + 1..].starts_with([' ', '\u{a0}']) => {
                    (Gap::Dot, 1)
                }
                Some(b'.') if starts_word(&self.text[self.pos + 1..]) => (Gap::Dot, 1),
                Some(b'-') => (Gap::Dash, 1),
                Some(b'(') => match bracketed(&self.text[self.pos..]) {
                    Some(len) => (Gap::Bracket, len),
                    None => return Gap::Wall,
                },
                Some(0xE2) => match self.text[self.pos..].chars().next() {
                    Some('\u{2010}'..='\u{2015}' | '\u{2212}') => (Gap::Dash, 3),
                    _ => return Gap::Wall,
                },
                Some(0xC2) if bytes.get(self.pos + 1) == Some(&0xA0) => (Gap::Space, 2),
                Some(_) if starts_word(&self.text[self.pos..]) => {
                    return match (gap, spaces) {
                        _ if breaks > 1 => Gap::Wall,
                        (Gap::Space, 3..) => Gap::Wall,
                        (Gap::Space, 2) if !starts_lower(&self.text[self.pos..]) => Gap::Wide,
                        _ => gap,
                    };
                }
                _ => return Gap::Wall,
            };
            self.pos += len;
            gap = match (gap, new) {
                (Gap::Glued, new) | (Gap::Space, new) => new,
                (gap, Gap::Space) => gap,
                // A dash at the start of a line is a list marker, one at the end may be a wrap.
                (Gap::Break, Gap::Break) => Gap::Break,
                (Gap::Comma, Gap::Break) => Gap::Comma,
                (Gap::Dash, Gap::Break) => Gap::Dash,
                _ => Gap::Wall,
            };
            if gap == Gap::Wall {
                return gap;
            }
        }
    }
}

/// The length of an abbreviation in brackets.
fn bracketed(text: &str) -> Option<usize> {
    const LONGEST: usize = 16;
    let close = text.bytes().take(LONGEST).position(|b| b == b')')?;
    let short = &text[1..close];
    let capitals = short.chars().filter(|&c| !matches!(c, '&' | '-'));
    (short.len() > 1
        && capitals.clone().count() > 1
        && capitals.clone().all(|c| Letter::of(c).upper))
    .then_some(close + 1)
}

fn starts_word(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c == '&' || in_word(c))
}

fn starts_lower(text: &str) -> bool {
    text.chars()
        .next()
        .is_some_and(|c| Letter::of(c).alphabetic && !Letter::of(c).upper)
}

/// Letters and digits, but no raised ones: those count footnotes. Or one `&`.
fn word_len(text: &str) -> usize {
    if text.starts_with('&') {
        return 1;
    }
    let bytes = text.as_bytes();
    let mut len = 0;
    while let Some(&b) = bytes.get(len) {
        if b.is_ascii_alphanumeric() {
            len += 1;
        } else if b < 0x80 {
            break;
        } else {
            match text[len..].chars().next() {
                Some(c) if in_word(c) => len += c.len_utf8(),
                _ => break,
            }
        }
    }
    len
}

fn case(word: &str) -> Case {
    let upper = |c: char| match c.is_ascii() {
        true => c.is_ascii_uppercase(),
        false => Letter::of(c).upper,
    };
    let mut chars = word.chars();
    match chars.next() {
        Some(c) if upper(c) => {
            if chars.all(|c| upper(c) || !Letter::of(c).alphabetic) {
                Case::Upper
            } else {
                Case::Title
            }
        }
        Some(c) if Letter::of(c).alphabetic => Case::Lower,
        _ => Case::Digit,
    }
}

/// A key is a hash already.
#[derive(Default)]
pub(super) struct Ready(u64);

impl Hasher for Ready {
    fn write(&mut self, _: &[u8]) {
        unreachable!("only integers are hashed")
    }
    fn write_u64(&mut self, key: u64) {
        self.0 = mix(self.0, key);
    }
    fn write_u32(&mut self, node: u32) {
        self.0 = mix(self.0, u64::from(node));
    }
    fn finish(&self) -> u64 {
        self.0
    }
}

/// Phrases and what they mean: a trie over word keys.
///
/// Where the phrase has a space, the text must have one (or a line break); where the phrase has
/// a comma, a dash or a full stop, the text may have any of these, or a space.
#[derive(Clone, Debug)]
pub(super) struct Phrases<T> {
    edges: HashMap<(u32, u64), (u32, bool), BuildHasherDefault<Ready>>,
    values: Vec<Option<T>>,
}

impl<T: Copy> Phrases<T> {
    pub fn new() -> Self {
        Phrases {
            edges: HashMap::default(),
            values: vec![None],
        }
    }

    /// Adds a phrase; the first one of two equal ones stays.
    pub fn add(&mut self, phrase: &str, value: T) {
        let mut words = Words::new(phrase);
        words.restart(0);
        let mut node = 0;
        let mut i = 0;
        while let Some(word) = words.get(i) {
            let loose = matches!(word.gap, Gap::Comma | Gap::Dash | Gap::Dot | Gap::Glued);
            let fresh = self.values.len() as u32;
            let edge = self.edges.entry((node, word.key)).or_insert((fresh, loose));
            edge.1 |= loose;
            node = edge.0;
            if node == fresh {
                self.values.push(None);
            }
            i += 1;
        }
        self.values[node as usize].get_or_insert(value);
    }

    /// Whether some phrase starts with the word.
    pub fn starts(&self, word: Word) -> bool {
        self.edges.contains_key(&(0, word.key))
    }

    /// The longest phrase that starts with word `from`: its value, and the index of the word
    /// after it.
    pub fn longest(&self, words: &mut Words<'_>, from: usize) -> Option<(T, usize)> {
        let mut best = None;
        self.each(words, from, |value, next| best = Some((value, next)));
        best
    }

    /// Every phrase that starts with word `from`, shorter ones first.
    pub fn each(&self, words: &mut Words<'_>, from: usize, mut see: impl FnMut(T, usize)) {
        let mut node = 0;
        let mut i = from;
        while let Some(word) = words.get(i) {
            let Some(&(next, loose)) = self.edges.get(&(node, word.key)) else {
                break;
            };
            let joins = i == from
                || match word.gap {
                    Gap::Space | Gap::Wide | Gap::Break | Gap::Glued => true,
                    Gap::Comma | Gap::Dash | Gap::Dot => loose,
                    Gap::Bracket | Gap::Wall => false,
                };
            if !joins {
                break;
            }
            node = next;
            i += 1;
            if let Some(value) = self.values[node as usize] {
                see(value, i);
            }
        }
    }
}
