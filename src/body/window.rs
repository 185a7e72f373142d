//! The words from one place on, as names of bodies are read.
//!
//! The words are those of the reading, but for four things: `&` is the word *và*, letters and digits
//! that touch are one word (*PC06*), as are those of *T.Ư*, and an abbreviation in brackets (*Ủy ban nhân
//! dân (UBND) tỉnh Sơn La*) is passed over. A series is read as if its head stood before each of its items.

use super::cues::ids;
use crate::reading::{self, Phrases, Reading, WordId};
use crate::text::fold;

pub(super) use crate::reading::Case;

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
    /// A line end with a dash behind it: a list goes on, or a name that is known whole was wrapped (*Sở Lao động⏎-
    /// Thương binh và Xã hội*).
    Item,
    /// A slash with nothing around it: *các tỉnh/thành phố*.
    Slash,
    /// An abbreviation in brackets.
    Bracket,
    /// Anything else: no name goes on across it.
    Wall,
}

impl Gap {
    /// Whether a phrase may go on over the gap: `Some(true)` when there is a sign in it.
    fn within_phrase(self) -> Option<bool> {
        match self {
            Gap::Space | Gap::Wide | Gap::Break | Gap::Glued | Gap::Bracket => Some(false),
            // *HIV/AIDS*
            Gap::Comma | Gap::Dash | Gap::Dot | Gap::Slash => Some(true),
            Gap::Item | Gap::Wall => None,
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub start: usize,
    pub end: usize,
    /// What it is; `UNKNOWN` for letters and digits together.
    pub id: WordId,
    pub case: Case,
    pub gap: Gap,
    /// Its number in the reading, and how many words of the reading it is.
    index: u32,
    parts: u32,
}

impl Word {
    pub fn is_capital(self) -> bool {
        self.case.is_capital()
    }
}

/// Reads word by word, from one place to the right, as far as somebody asks.
pub(super) struct Window<'r, 't> {
    reading: &'r Reading<'t>,
    read: Vec<Word>,
    /// The word of the reading that comes next.
    next: usize,
    /// The byte behind the last word.
    end: usize,
    walled: bool,
    /// Whether the next word is the first one, which nothing parts from another.
    fresh: bool,
    /// Whether the last word was an `&`.
    after_and: bool,
}

impl<'r, 't> Window<'r, 't> {
    pub fn new(reading: &'r Reading<'t>) -> Self {
        Window {
            reading,
            read: Vec::with_capacity(32),
            next: 0,
            end: 0,
            walled: false,
            fresh: true,
            after_and: false,
        }
    }

    pub fn reading(&self) -> &'r Reading<'t> {
        self.reading
    }

    /// Starts again at word `index` of the reading.
    pub fn restart(&mut self, index: usize) {
        self.restart_behind(&[], index);
    }

    /// Starts again at word `index` as if `head` stood before it: *Bộ* before *Công an* in *các Bộ: Quốc
    /// phòng, Công an*.
    pub fn restart_behind(&mut self, head: &[Word], index: usize) {
        self.read.clear();
        self.read.extend_from_slice(head);
        self.next = index;
        self.walled = false;
        self.fresh = true;
        self.after_and = false;
    }

    pub fn slice(&self, word: Word) -> &'t str {
        &self.reading.text()[word.start..word.end]
    }

    /// Words `from..to` as written, with one space where there are several.
    pub fn written(&mut self, from: usize, to: usize) -> String {
        let end = to.checked_sub(1).and_then(|last| self.get(last));
        let (Some(first), Some(last)) = (self.get(from), end) else {
            return String::new();
        };
        fold::plain(&self.reading.text()[first.start..last.end])
    }

    /// The `i`th word as written; empty past a wall.
    pub fn spelling(&mut self, i: usize) -> &'t str {
        self.get(i).map_or("", |word| self.slice(word))
    }

    /// The `i`th word from the start, unless a wall comes first.
    #[inline]
    pub fn get(&mut self, i: usize) -> Option<Word> {
        if self.read.len() <= i {
            self.read_to(i);
        }
        self.read.get(i).copied()
    }

    fn read_to(&mut self, i: usize) {
        while self.read.len() <= i && !self.walled {
            match self.read_word() {
                Some(word) => self.read.push(word),
                None => self.walled = true,
            }
        }
    }

    /// The longest of `phrases` that begins with word `from`, and the index of the word behind it.
    pub fn longest<T: Copy>(&mut self, phrases: &Phrases<T>, from: usize) -> Option<(T, usize)> {
        let mut best = None;
        self.each(phrases, from, |value, next| best = Some((value, next)));
        best
    }

    /// Every one of `phrases` that begins with word `from`, shorter ones first.
    pub fn each<T: Copy>(&mut self, phrases: &Phrases<T>, from: usize, see: impl FnMut(T, usize)) {
        self.each_over(phrases, from, None, see);
    }

    /// The same, over the dash of a wrapped line too.
    pub fn each_wrapped<T: Copy>(
        &mut self,
        phrases: &Phrases<T>,
        from: usize,
        see: impl FnMut(T, usize),
    ) {
        self.each_over(phrases, from, Some(true), see);
    }

    /// The same; `item` says what the dash of a list is to a phrase.
    fn each_over<T: Copy>(
        &mut self,
        phrases: &Phrases<T>,
        from: usize,
        item: Option<bool>,
        mut see: impl FnMut(T, usize),
    ) {
        let Some(first) = self.get(from) else {
            return;
        };
        let Some(mut node) = phrases.first(self.id_of_part(first, 0)) else {
            return;
        };
        let mut word = first;
        for i in from + 1.. {
            for part in 1..word.parts {
                let id = self.id_of_part(word, part);
                let Some(next) = phrases.next(node, id, false) else {
                    return;
                };
                node = next;
            }
            if let Some(&value) = phrases.value_at(node) {
                see(value, i);
            }
            let Some(behind) = self.get(i) else {
                return;
            };
            word = behind;
            let id = self.id_of_part(word, 0);
            let sign = match word.gap {
                Gap::Item => item,
                gap => gap.within_phrase(),
            };
            let next = sign.and_then(|sign| phrases.next(node, id, sign));
            match next {
                Some(next) => node = next,
                None => return,
            }
        }
    }

    #[inline]
    fn id_of_part(&self, word: Word, part: u32) -> WordId {
        match word.parts {
            1 => word.id,
            _ => self.reading.id((word.index + part) as usize),
        }
    }

    fn read_word(&mut self) -> Option<Word> {
        let mut first = self.reading.word(self.next);
        let mut gap = Gap::Space;
        if !std::mem::take(&mut self.fresh) {
            let start = first.map_or(self.reading.text().len(), |word| word.start);
            let between = &self.reading.text()[self.end..start];
            match between {
                " " => {}
                _ if between.contains('&') => match (self.after_and, and_gap(between)) {
                    (false, Some(_)) => return Some(self.and(between)),
                    (true, Some(behind)) => gap = behind,
                    (_, None) => return None,
                },
                _ if first.is_some() => gap = self.gap(&mut first, between),
                _ => return None,
            }
        }
        self.after_and = false;
        if gap == Gap::Wall {
            return None;
        }
        let first = first?;
        let mut word = Word {
            start: first.start,
            end: first.end,
            id: first.id,
            case: self.reading.case(self.next),
            gap,
            index: self.next as u32,
            parts: 1,
        };
        self.next += 1;
        let bytes = self.reading.text().as_bytes();
        let goes_on = |end: usize| {
            bytes
                .get(end)
                .is_some_and(|b| b.is_ascii_alphanumeric() || !b.is_ascii())
        };
        while goes_on(word.end)
            && let Some(more) = self.reading.word(self.next)
            && more.start == word.end
        {
            word.end = more.end;
            word.id = WordId::UNKNOWN;
            word.parts += 1;
            self.next += 1;
        }
        // *T.Ư* is *TW*.
        let mut joined = word.parts > 1;
        if word.end - word.start == 1
            && self.slice(word) == "T"
            && bytes.get(word.end) == Some(&b'.')
            && let Some(more) = self.reading.word(self.next)
            && more.start == word.end + 1
            && matches!(&self.reading.text()[more.start..more.end], "Ư" | "W")
        {
            word.end = more.end;
            word.id = ids().tw;
            self.next += 1;
            joined = true;
        }
        if joined {
            word.case = reading::case(self.slice(word));
        }
        self.end = word.end;
        Some(word)
    }

    /// The `&` in `between`.
    fn and(&mut self, between: &str) -> Word {
        self.after_and = true;
        let start = self.end + between.find('&').unwrap_or(0);
        Word {
            start,
            end: start + 1,
            id: ids().và,
            case: Case::Digit,
            gap: match start == self.end {
                true => Gap::Glued,
                false => Gap::Space,
            },
            index: self.next as u32,
            parts: 1,
        }
    }

    /// What `between` is, which stands before `word`; behind an abbreviation in brackets `word`
    /// becomes another one.
    fn gap(&mut self, word: &mut Option<reading::Word>, between: &str) -> Gap {
        match self.reading.gap(self.next) {
            reading::Gap::Space if between.len() == 2 && between == "  " => {
                let is_lower = self.reading.case(self.next) == Case::Lower;
                if is_lower { Gap::Space } else { Gap::Wide }
            }
            reading::Gap::Glued | reading::Gap::Space => Gap::Space,
            reading::Gap::Comma => Gap::Comma,
            reading::Gap::Dash => Gap::Dash,
            reading::Gap::Dot => Gap::Dot,
            reading::Gap::Slash if between == "/" => Gap::Slash,
            reading::Gap::LineEnd => break_gap(between),
            reading::Gap::Other if between.trim_start_matches([' ', '\u{a0}']) == "(" => {
                self.bracket(word, between)
            }
            _ => Gap::Wall,
        }
    }

    /// The gap that an abbreviation in brackets makes.
    fn bracket(&mut self, word: &mut Option<reading::Word>, between: &str) -> Gap {
        let text = self.reading.text();
        let open = self.end + between.len() - 1;
        let Some(close) = abbreviation_in_brackets(&text[open..]).map(|len| open + len) else {
            return Gap::Wall;
        };
        let behind = self.reading.place_at(close);
        let spaces = &text[close..behind.start()];
        if !spaces.bytes().all(|b| b == b' ') || spaces.len() > 2 {
            return Gap::Wall;
        }
        self.next = behind.index();
        *word = behind.word();
        Gap::Bracket
    }
}

/// The gap behind an `&`, if nothing but that and space is `between`.
fn and_gap(between: &str) -> Option<Gap> {
    let spaces = [' ', '\u{a0}'];
    (between.trim_matches(spaces) == "&").then(|| match between.ends_with('&') {
        true => Gap::Glued,
        false => Gap::Space,
    })
}

/// A line end within a name: one, with nothing but a comma or dash before it. A dash at the start of
/// a line is a list marker, one at the end may be a wrap.
fn break_gap(between: &str) -> Gap {
    let Some((before, behind)) = between.split_once('\n') else {
        return Gap::Wall;
    };
    let space = |c: char| matches!(c, ' ' | '\t' | '\u{a0}');
    if !behind.chars().all(space) {
        let dash = before.chars().all(space) && matches!(behind.trim_matches(space), "-" | "–");
        return if dash { Gap::Item } else { Gap::Wall };
    }
    let mut signs = before.trim_matches([' ', '\u{a0}']).chars();
    match (signs.next(), signs.next()) {
        (None, _) => Gap::Break,
        (Some(','), None) => Gap::Comma,
        (Some('-' | '\u{2010}'..='\u{2015}' | '\u{2212}'), None) => Gap::Dash,
        _ => Gap::Wall,
    }
}

/// The length of an abbreviation in brackets.
fn abbreviation_in_brackets(text: &str) -> Option<usize> {
    const LONGEST: usize = 16;
    let close = text.bytes().take(LONGEST).position(|b| b == b')')?;
    let mut capitals = 0;
    for letter in text[1..close].chars().filter(|&c| !matches!(c, '&' | '-')) {
        if !letter.is_uppercase() {
            return None;
        }
        capitals += 1;
    }
    (capitals > 1).then_some(close + 1)
}
