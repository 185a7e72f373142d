//! The one grammar of list markers: `1.`, `a)`, `(1)`, `II.`, `-`, *Thứ nhất,*, *Nhiệm vụ 1:* …
//!
//! [`read`] looks at one place and says what could start there. Whether it does is for the list
//! that it would go on or open to decide: `i)` is the first of the Roman numerals and the
//! letter after `h)`.

use super::ListStyle;
use super::ordinal::{Ordinal, Shape, Step, letter_rank, roman};
use super::spelled;
use crate::text::cursor::Cursor;

/// One way to read a marker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'t> {
    pub(super) shape: Shape,
    pub(super) ordinal: Ordinal,
    /// What stands before the last number of a multi-level one: `1.2.` in `1.2.3.`.
    pub(super) prefix: &'t str,
}

/// A marker and what follows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marker<'t> {
    /// From the first to the last character of the marker, delimiter included.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the words of the item begin.
    pub(super) body: usize,
    /// Nothing stands after it on its line.
    pub(super) bare: bool,
    readings: [Option<Reading<'t>>; 2],
}

impl<'t> Reading<'t> {
    pub(super) fn new(style: ListStyle, variant: u32, major: u32) -> Self {
        Reading {
            shape: Shape { style, variant },
            ordinal: Ordinal { major, minor: 0 },
            prefix: "",
        }
    }

    fn inserted(mut self, minor: u32) -> Self {
        self.ordinal.minor = minor;
        self
    }

    /// Whether a list may begin with it.
    pub(super) fn is_first(&self) -> bool {
        let style = self.shape.style;
        let first = if style.is_letter() { 2 } else { 1 };
        !style.counts() || self.ordinal.major == first && self.ordinal.minor == 0
    }

    /// Whether a list may be read from here on when its beginning is not there.
    pub(super) fn may_start_late(&self) -> bool {
        const LATEST: u32 = 30;
        let plain = matches!(
            self.shape.style,
            ListStyle::ArabicDot
                | ListStyle::ArabicParen
                | ListStyle::ParenArabic
                | ListStyle::LetterParen
                | ListStyle::RomanUpperDot
        );
        plain && self.ordinal.minor == 0 && self.ordinal.major <= LATEST
    }

    /// How it stands to `last`, the place of a marker of the same shape.
    pub(super) fn step_from(&self, last: Ordinal) -> Step {
        self.shape.style.step(last, self.ordinal)
    }
}

impl<'t> Marker<'t> {
    /// What stands before an item that has no marker: nothing.
    pub(super) fn paragraph(at: usize) -> Self {
        Marker {
            start: at,
            end: at,
            body: at,
            bare: false,
            readings: [
                Some(Reading::new(ListStyle::ParagraphsAfterColon, 0, 1)),
                None,
            ],
        }
    }

    /// Whether it is written in words, so that the next one may stand anywhere on the line.
    pub(super) fn is_worded(&self) -> bool {
        self.readings().any(|reading| {
            matches!(
                reading.shape.style,
                ListStyle::Labelled | ListStyle::OrdinalWords | ListStyle::MotLa
            )
        })
    }

    /// The ways to read it, the likelier one first.
    pub(super) fn readings(&self) -> impl Iterator<Item = Reading<'t>> + use<'t> {
        self.readings.into_iter().flatten()
    }
}

const LOWER: u32 = 0;
pub(super) const UPPER: u32 = 1;
const BARE: u32 = 0;
pub(super) const BRACKETED: u32 = 1;
/// *Một, …; hai, …* as opposed to *Một là …; hai là …*.
pub(super) const COMMA: u32 = 1;

const BULLETS: &str = "•●▪■◦○∙·‣⁃*§➢➤►▶✓✔❖◆◇♦□☑";

/// The marker at byte `at` of `text`, or `None` when none could stand there.
pub(super) fn read(text: &str, at: usize) -> Option<Marker<'_>> {
    let cursor = Cursor::new(text, at);
    let first = cursor.peek()?;
    match first {
        '0'..='9' => number(cursor),
        '(' => bracketed(cursor),
        '-' | '–' | '—' | '−' => dash(cursor),
        '+' => plain(cursor, ListStyle::Plus, 0),
        'a'..='z' | 'đ' => lower(cursor).or_else(|| spelled::read(cursor)),
        'A'..='Z' | 'Đ' => upper(cursor).or_else(|| spelled::read(cursor)),
        '\u{f000}'..='\u{f0ff}' => plain(cursor, ListStyle::Bullet, u32::from(first)),
        _ if BULLETS.contains(first) => plain(cursor, ListStyle::Bullet, u32::from(first)),
        _ => None,
    }
}

/// `1.` `1)` `1/` `1 -` `1.2.` `1a.`
fn number(mut cursor: Cursor<'_>) -> Option<Marker<'_>> {
    let start = cursor;
    let major = count(cursor.digits(), 3)?;
    let minor = inserted_letter(&mut cursor);
    let (style, glue) = match cursor.peek()? {
        '.' if minor == 0 && cursor.rest()[1..].starts_with(component_start) => {
            return multi(start);
        }
        '.' => (ListStyle::ArabicDot, Glue::Letter),
        ')' => (ListStyle::ArabicParen, Glue::Letter),
        '/' => (ListStyle::ArabicSlash, Glue::Word),
        '-' | '–' => (ListStyle::ArabicHyphen, Glue::Word),
        ' ' if major <= 99 => {
            cursor.spaces();
            match cursor.peek()? {
                '-' | '–' => (ListStyle::ArabicHyphen, Glue::Never),
                // `1 .`: a stray space before the full stop.
                '.' if cursor.rest()[1..]
                    .trim_start_matches(' ')
                    .starts_with(is_upper) =>
                {
                    (ListStyle::ArabicDot, Glue::Never)
                }
                _ => return None,
            }
        }
        _ => return None,
    };
    cursor.eat_if(|_| true);
    let reading = Reading::new(style, 0, major).inserted(minor);
    if style == ListStyle::ArabicHyphen && !cursor.rest().trim_start().starts_with(is_upper) {
        return None;
    }
    finish(start, cursor, glue, [Some(reading), None])
}

/// `1.2.` `1.2` `2.3.1.` `a.1)` `I.1.` — the last number counts, what is before it must stay.
fn multi(mut cursor: Cursor<'_>) -> Option<Marker<'_>> {
    let start = cursor;
    let mut depth = 1;
    let mut last = cursor;
    cursor.eat_while(char::is_alphanumeric);
    while cursor.peek() == Some('.') && cursor.rest()[1..].starts_with(component_start) {
        cursor.eat('.');
        last = cursor;
        let part = cursor.eat_while(char::is_alphanumeric);
        if part.chars().count() > 2 || depth == 8 {
            return None;
        }
        depth += 1;
    }
    let mut number = last;
    let digits = number.digits();
    let major = count(digits, 2)?;
    if number.pos() != cursor.pos() || digits.starts_with('0') {
        return None;
    }
    let prefix = &start.rest()[..last.pos() - start.pos()];
    let reading = Reading {
        prefix,
        ..Reading::new(ListStyle::ArabicMulti, depth, major)
    };
    let glue = match cursor.eat_if(|c| matches!(c, '.' | ')' | '/' | '-')) {
        Some(_) => Glue::Letter,
        // `1.5 triệu` is an amount, `1.5 Xây dựng` a heading.
        None if cursor.rest().trim_start().starts_with(is_upper) => Glue::Never,
        None => return None,
    };
    finish(start, cursor, glue, [Some(reading), None])
}

fn component_start(c: char) -> bool {
    c.is_ascii_digit()
}

/// `a)` `a.` `a/` `đ)` `b1)` `i)` `ii)` `a.1)` and the bullet `o`.
fn lower(mut cursor: Cursor<'_>) -> Option<Marker<'_>> {
    let start = cursor;
    let word = cursor.eat_while(|c| c.is_ascii_lowercase() || c == 'đ');
    let letter = word.chars().next()?;
    let single = letter.len_utf8() == word.len();
    if !single && roman(word, 'i', 'v', 'x', 'l', 'c').is_none() {
        return None;
    }
    let minor = if single {
        inserted_digits(&mut cursor)?
    } else {
        0
    };
    if single && minor == 0 && matches!(cursor.peek(), Some(' ' | '\t')) {
        let mut after = cursor;
        after.spaces();
        if letter == 'o' && (cursor.peek() == Some('\t') || after.rest().starts_with(is_upper)) {
            let reading = Reading::new(ListStyle::Bullet, u32::from('o'), 1);
            return finish(start, cursor, Glue::Never, [Some(reading), None]);
        }
        // `b )`: a stray space before the bracket.
        if !after.rest().starts_with(')') {
            return None;
        }
        cursor = after;
    }
    let numeral = roman(word, 'i', 'v', 'x', 'l', 'c').filter(|_| minor == 0);
    let (style, glue) = match cursor.peek()? {
        ')' => (ListStyle::LetterParen, Glue::Any),
        '.' if single && cursor.rest()[1..].starts_with(component_start) => return multi(start),
        '.' if single => (ListStyle::LetterDot, Glue::Word),
        '/' if single => (ListStyle::LetterSlash, Glue::Word),
        '-' if single => (ListStyle::LetterHyphen, Glue::Word),
        _ => return None,
    };
    cursor.eat_if(|_| true);
    let as_letter = letter_rank(letter)
        .filter(|_| single)
        .map(|rank| Reading::new(style, LOWER, rank).inserted(minor));
    let as_roman = numeral
        .filter(|_| style == ListStyle::LetterParen)
        .map(|value| Reading::new(ListStyle::RomanLower, BARE, value));
    finish(start, cursor, glue, prefer(as_letter, as_roman, letter))
}

/// `I.` `II/` `III -` `A.` `B)`
fn upper(mut cursor: Cursor<'_>) -> Option<Marker<'_>> {
    let start = cursor;
    let word = cursor.eat_while(|c| c.is_ascii_uppercase() || c == 'Đ');
    let letter = word.chars().next()?;
    let single = letter.len_utf8() == word.len();
    let numeral = roman(word, 'I', 'V', 'X', 'L', 'C');
    if !single && numeral.is_none() {
        return None;
    }
    let spaced = cursor.spaces();
    let (roman_style, letter_style) = match cursor.peek()? {
        '.' if spaced => return None,
        '.' if cursor.rest()[1..].starts_with(component_start) => return multi(start),
        '.' => (ListStyle::RomanUpperDot, Some(ListStyle::LetterDot)),
        '/' if !spaced => (ListStyle::RomanUpperSlash, Some(ListStyle::LetterSlash)),
        ')' if !spaced => (ListStyle::RomanUpperParen, Some(ListStyle::LetterParen)),
        '-' | '–' => (ListStyle::RomanUpperHyphen, None),
        _ => return None,
    };
    cursor.eat_if(|_| true);
    let as_letter = letter_style
        .filter(|_| single)
        .zip(letter.to_lowercase().next().and_then(letter_rank))
        .map(|(style, rank)| Reading::new(style, UPPER, rank));
    let as_roman = numeral.map(|value| Reading::new(roman_style, BARE, value));
    let glue = match roman_style {
        ListStyle::RomanUpperDot => Glue::Letter,
        ListStyle::RomanUpperHyphen if spaced => Glue::Never,
        _ => Glue::Word,
    };
    let lower = letter.to_ascii_lowercase();
    finish(start, cursor, glue, prefer(as_letter, as_roman, lower))
}

/// Of two readings the likelier first: `i` opens a list as a numeral, every other letter that
/// could be one (v, x, l, c) is more often a letter.
fn prefer<'t>(
    as_letter: Option<Reading<'t>>,
    as_roman: Option<Reading<'t>>,
    letter: char,
) -> [Option<Reading<'t>>; 2] {
    if letter == 'i' {
        [as_roman, as_letter]
    } else {
        [as_letter, as_roman]
    }
}

/// `(1)` `(a)` `(i)` `(A)`
fn bracketed(mut cursor: Cursor<'_>) -> Option<Marker<'_>> {
    let start = cursor;
    cursor.eat('(');
    let inner = cursor.eat_while(char::is_alphanumeric);
    if inner.is_empty() || inner.len() > 6 || !cursor.eat(')') {
        return None;
    }
    let digits = inner.trim_end_matches(|c: char| c.is_lowercase());
    let letter = inner.chars().next()?;
    let single = letter.len_utf8() == inner.len();
    let readings = if let Some(major) = count(digits, 2) {
        let minor = match &inner[digits.len()..] {
            "" => 0,
            suffix => letter_rank(one(suffix)?)? / 2,
        };
        let reading = Reading::new(ListStyle::ParenArabic, BRACKETED, major).inserted(minor);
        [Some(reading), None]
    } else {
        let case = u32::from(letter.is_uppercase());
        let as_letter = letter
            .to_lowercase()
            .next()
            .and_then(letter_rank)
            .filter(|_| single)
            .map(|rank| Reading::new(ListStyle::ParenLetter, case, rank));
        let as_roman = if case == UPPER {
            roman(inner, 'I', 'V', 'X', 'L', 'C')
                .map(|value| Reading::new(ListStyle::RomanUpperParen, BRACKETED, value))
        } else {
            roman(inner, 'i', 'v', 'x', 'l', 'c')
                .map(|value| Reading::new(ListStyle::RomanLower, BRACKETED, value))
        };
        prefer(as_letter, as_roman, letter.to_ascii_lowercase())
    };
    readings.iter().flatten().next()?;
    finish(start, cursor, Glue::Letter, readings)
}

fn one(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// `-` with or without a space; not a rule `---`, a number `-5`, a page `- 2 -`.
fn dash(cursor: Cursor<'_>) -> Option<Marker<'_>> {
    plain(cursor, ListStyle::Dash, 0)
}

/// A sign that does not count.
fn plain(mut cursor: Cursor<'_>, style: ListStyle, variant: u32) -> Option<Marker<'_>> {
    let start = cursor;
    cursor.eat_if(|_| true);
    if style == ListStyle::Bullet && cursor.peek() == start.peek() {
        return None;
    }
    let glue = match style {
        ListStyle::Bullet if start.peek() == Some('*') => Glue::Letter,
        ListStyle::Bullet => Glue::Any,
        _ => Glue::Small,
    };
    let reading = Reading::new(style, variant, 1);
    finish(start, cursor, glue, [Some(reading), None])
}

/// What may follow a marker without a space.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Glue {
    /// Nothing: a space must stand there.
    Never,
    /// A capital and a small letter: `a/Tăng`, but not `1/QĐ`.
    Word,
    /// A capital or a quotation mark: `1.Tăng`, `1.UBND`.
    Letter,
    /// Any letter or opening mark: `-tăng`.
    Small,
    /// Anything, the number of a footnote as well: `a)18 Thu nhập`.
    Any,
}

impl Glue {
    fn allows(self, rest: &str) -> bool {
        let mut chars = rest.chars();
        let (Some(first), second) = (chars.next(), chars.next()) else {
            return false;
        };
        match self {
            Glue::Never => false,
            Glue::Word => first.is_uppercase() && second.is_some_and(char::is_lowercase),
            Glue::Letter => first.is_uppercase() || matches!(first, '“' | '"'),
            Glue::Small => first.is_alphabetic() || matches!(first, '“' | '"' | '('),
            Glue::Any => first.is_alphanumeric() || matches!(first, '“' | '"' | '('),
        }
    }
}

/// How far behind a marker its first letter may stand, in characters.
const CELL: usize = 48;

/// Settles where the words begin; a marker without a letter behind it on its line is a cell of
/// a table or a page number, unless nothing at all follows.
pub(super) fn finish<'t>(
    start: Cursor<'t>,
    end: Cursor<'t>,
    glue: Glue,
    readings: [Option<Reading<'t>>; 2],
) -> Option<Marker<'t>> {
    let mut body = end;
    let spaced = body.spaces();
    let bare = body.peek().is_none_or(|c| c == '\n' || c == '\r');
    if !bare && !spaced && !glue.allows(body.rest()) {
        return None;
    }
    if !bare {
        let near = body.rest().chars().take(CELL).take_while(|&c| c != '\n');
        near.into_iter().find(|c| c.is_alphabetic())?;
    }
    Some(Marker {
        start: start.pos(),
        end: end.pos(),
        body: if bare { end.pos() } else { body.pos() },
        bare,
        readings,
    })
}

/// The value of `digits` when there are 1 to `most` of them and they are not zero.
pub(super) fn count(digits: &str, most: usize) -> Option<u32> {
    if digits.is_empty() || digits.len() > most || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|&value| value > 0)
}

/// The letter of an inserted clause, `a` in `1a.`: 1 for a; 0 when there is none.
fn inserted_letter(cursor: &mut Cursor<'_>) -> u32 {
    let mut ahead = *cursor;
    let letter = ahead.eat_if(|c| c.is_ascii_lowercase() || c == 'đ');
    match letter.and_then(letter_rank) {
        Some(rank) if ahead.peek().is_some_and(|c| matches!(c, '.' | ')')) => {
            *cursor = ahead;
            rank / 2
        }
        _ => 0,
    }
}

/// The number of an inserted point, `1` in `a1)`; `None` when too long to be one.
fn inserted_digits(cursor: &mut Cursor<'_>) -> Option<u32> {
    match cursor.digits() {
        "" => Some(0),
        digits => count(digits, 2),
    }
}

fn is_upper(c: char) -> bool {
    c.is_uppercase() || matches!(c, '“' | '"')
}
