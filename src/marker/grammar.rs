//! Markers of signs and numbers: `1.`, `a)`, `(1)`, `II.`, `-`, `1.2.`, `1a.`

use super::ordinal::{Ordinal, Step, is_letter, roman};
use super::style::{Core, Glue, ListStyle, PARAGRAPH, SIGNED, Style};
use crate::span::Span;
use crate::text::cursor::Cursor;
use crate::text::letters::{is_alphabetic, is_alphanumeric};

/// Which markers count together. Two markers of the same shape are of one list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) style: &'static Style,
    /// What keeps lists of one style apart: one bullet from another, two-level from three-level
    /// numbers, *Nhiệm vụ* from *Bước*.
    variant: u32,
}

impl PartialEq for Shape {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.style, other.style) && self.variant == other.variant
    }
}

/// One way to read a marker.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sense<'t> {
    pub(crate) shape: Shape,
    pub(crate) ordinal: Ordinal,
    /// What stands before the last number of a multi-level one: `1.2.` in `1.2.3.`.
    pub(crate) prefix: &'t str,
}

impl<'t> Sense<'t> {
    pub(super) fn new(style: &'static Style, variant: u32, ordinal: Ordinal) -> Self {
        Sense {
            shape: Shape { style, variant },
            ordinal,
            prefix: "",
        }
    }

    /// Whether a list may begin with it.
    pub(crate) fn is_first(&self) -> bool {
        !self.shape.style.counts() || self.ordinal.is_first()
    }

    /// How it stands to `last`, the place of a marker of the same shape.
    pub(crate) fn step_from(&self, last: Ordinal) -> Step {
        match self.shape.style.counts() {
            true => self.ordinal.step_from(last),
            false => Step::Next,
        }
    }

    /// Whether a list may be read from here on when its beginning is not there.
    pub(crate) fn may_start_late(&self) -> bool {
        const LATEST: u32 = 30;
        self.shape.style.late && !self.ordinal.is_inserted() && self.ordinal.main <= LATEST
    }
}

/// A marker and what follows it. What could stand at a place is told; whether it does is for the
/// list or the article to decide that it would go on or open: `i)` is the first of the Roman
/// numerals and the letter after `h)`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Marker<'t> {
    /// From the first to the last character of the marker, delimiter included.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Where its number stands, without the signs around it.
    pub(crate) label: Span,
    /// Where the words of the item begin.
    pub(crate) body: usize,
    /// Nothing stands after it on its line.
    pub(crate) bare: bool,
    /// What stands after it on its line is no words: a cell of a table, a page number.
    pub(crate) wordless: bool,
    senses: [Option<Sense<'t>>; 2],
}

impl<'t> Marker<'t> {
    /// What stands before an item that has no marker: nothing.
    pub(crate) fn paragraph(at: usize) -> Self {
        Marker {
            start: at,
            end: at,
            label: Span::new(at, at),
            body: at,
            bare: false,
            wordless: false,
            senses: [Some(Sense::new(&PARAGRAPH, 0, Ordinal::new(1))), None],
        }
    }

    /// Whether it is written in words, so that the next one may stand anywhere on the line.
    pub(crate) fn is_worded(&self) -> bool {
        self.senses()
            .any(|sense| sense.shape.style.core == Core::Words)
    }

    /// The ways to read it, the likelier one first.
    pub(crate) fn senses(&self) -> impl Iterator<Item = Sense<'t>> + use<'t> {
        self.senses.into_iter().flatten()
    }
}

/// The marker of signs and numbers at byte `at` of `text`.
pub(crate) fn signed(text: &str, at: usize) -> Option<Marker<'_>> {
    signed_as(SIGNED, text, at)
}

fn signed_as<'t>(styles: &'static [Style], text: &'t str, at: usize) -> Option<Marker<'t>> {
    let cursor = Cursor::new(text, at);
    let first = cursor.peek()?;
    if first.is_ascii_digit() || is_letter(first) || first.is_ascii_uppercase() || first == 'Đ' {
        counted(styles, cursor, None)
    } else if let Some(marker) = plain(styles, cursor, first) {
        Some(marker)
    } else {
        counted(styles, cursor, Some(first))
    }
}

/// A sign that does not count; not a rule `---`, a number `-5`, a page `- 2 -`.
fn plain<'t>(styles: &'static [Style], start: Cursor<'t>, sign: char) -> Option<Marker<'t>> {
    let private = ('\u{f000}'..='\u{f0ff}').contains(&sign);
    let style = styles.iter().find(|style| {
        style.core == Core::Sign
            && (style.is_closed_by(sign) || private && style.list == ListStyle::Bullet)
    })?;
    let mut end = start;
    end.advance(sign.len_utf8());
    let bullet = style.list == ListStyle::Bullet;
    if bullet && end.peek() == Some(sign) {
        return None;
    }
    let glue = if sign == '*' {
        Glue::Letter
    } else {
        style.glue
    };
    let variant = if bullet { u32::from(sign) } else { 0 };
    let sense = Sense::new(style, variant, Ordinal::new(1));
    let label = Span::new(start.pos(), start.pos());
    finish(start, end, label, glue, [Some(sense), None])
}

/// What a marker's core may be taken for; a core is read once for all styles.
#[derive(Clone, Copy, Debug, Default)]
struct Cores {
    arabic: Option<Ordinal>,
    letter: Option<Ordinal>,
    roman: Option<Ordinal>,
    /// Letters are capitals.
    capital: bool,
}

impl Cores {
    fn get(&self, core: Core) -> Option<Ordinal> {
        match core {
            Core::Arabic => self.arabic,
            Core::Letter => self.letter.filter(|_| !self.capital),
            Core::Capital => self.letter.filter(|_| self.capital),
            Core::SmallRoman => self.roman.filter(|_| !self.capital),
            Core::Roman => self.roman.filter(|_| self.capital),
            Core::Multi | Core::Sign | Core::Words | Core::Nothing => None,
        }
    }
}

fn counted<'t>(
    styles: &'static [Style],
    start: Cursor<'t>,
    open: Option<char>,
) -> Option<Marker<'t>> {
    if open.is_some() && styles.iter().all(|style| style.open != open) {
        return None;
    }
    let mut cursor = start;
    cursor.advance(open.map_or(0, char::len_utf8));
    let core = cursor;
    if !may_be_closed(core.rest()) {
        return None;
    }
    let cores = core_at(&mut cursor)?;
    let label = Span::new(core.pos(), cursor.pos());
    if open.is_none() && cursor.peek() == Some('.') && begins_digit(&cursor.rest()[1..]) {
        return multi(styles, start);
    }
    if let Some(marker) = letter_bullet(styles, start, cursor, label) {
        return Some(marker);
    }
    let spaced = cursor.spaces();
    // No marker closes with a letter, which is what follows most first letters of words.
    let sign = cursor.peek().filter(|sign| !is_alphanumeric(*sign))?;
    cursor.advance(sign.len_utf8());
    // Older texts stop twice: `1.-`, `I/.`, `a).`.
    let twice = match sign {
        '.' => cursor.rest().starts_with('-'),
        '/' => cursor.rest().starts_with('.'),
        ')' => open.is_none() && cursor.rest().starts_with(". "),
        _ => false,
    };
    if twice {
        cursor.advance(1);
    }
    let mut senses = [None, None];
    let mut glue = Glue::Never;
    let fits = styles.iter().filter_map(|style| {
        let closed = style.open == open && style.is_closed_by(sign) && (style.loose || !spaced);
        let ordinal = cores.get(style.core).filter(|_| closed)?;
        Some((style, ordinal))
    });
    for (style, ordinal) in fits {
        let words = cursor.rest().trim_start_matches([' ', '\t']);
        let apart = match style.core {
            // `1 .`: a stray space before the full stop; `1- 2` is a range.
            Core::Arabic if spaced => begins_title(words),
            Core::Arabic if sign != '.' => !begins_digit(words),
            _ => true,
        };
        if !apart {
            continue;
        }
        if !spaced || sign == ')' {
            glue = style.glue;
        }
        let free = usize::from(senses[0].is_some());
        senses[free] = Some(Sense::new(style, 0, ordinal));
        if free == 1 {
            break;
        }
    }
    // `i` opens a list as a numeral, every other letter that could be one (v, x, l, c) is more
    // often a letter.
    if core.rest()[..label.len()].eq_ignore_ascii_case("i") && senses[1].is_some() {
        senses.swap(0, 1);
    }
    senses[0].as_ref()?;
    finish(start, cursor, label, glue, senses)
}

/// A look at the first bytes, before the grammar is asked: nearly every line begins with a word, and
/// behind what might be the core of a marker stands another letter. The bullet *o* alone is closed
/// by nothing.
fn may_be_closed(words: &str) -> bool {
    let bytes = words.as_bytes();
    let mut at = 0;
    loop {
        at += match bytes.get(at..) {
            Some([b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z', ..]) => 1,
            // đ, Đ, à
            Some([0xC4, 0x90 | 0x91, ..] | [0xC3, 0xA0, ..]) => 2,
            _ => break,
        };
        if at > LONGEST_CORE {
            return false;
        }
    }
    let spaces = bytes[at..].iter().take_while(|&&b| b == b' ' || b == b'\t');
    let bullet = at == 1 && bytes[0] == b'o';
    let letter = |b: &u8| b.is_ascii_alphanumeric() || (0xC3..=0xE1).contains(b);
    bullet || !bytes.get(at + spaces.count()).is_some_and(letter)
}

/// No core has more bytes.
const LONGEST_CORE: usize = 12;

/// Reads what a marker counts with.
fn core_at(cursor: &mut Cursor<'_>) -> Option<Cores> {
    let digits = cursor.digits();
    if !digits.is_empty() {
        let ordinal = Ordinal::new(count(digits, 3)?);
        return Some(Cores {
            arabic: Some(inserted_letter(cursor, ordinal)),
            ..Cores::default()
        });
    }
    let word = cursor.eat_while(|c| c.is_ascii_alphabetic() || matches!(c, 'đ' | 'Đ' | 'à'));
    let first = word.chars().next()?;
    let capital = first.is_uppercase();
    // Nearly every line begins with a word: *Các* is no `C`.
    if word.len() > 8
        || cursor
            .peek()
            .is_some_and(|c| !c.is_ascii() && is_alphabetic(c))
    {
        return None;
    }
    let mut cores = Cores {
        roman: roman(word).map(Ordinal::new),
        capital,
        ..Cores::default()
    };
    let mut letters = word.chars();
    letters.next();
    match letters.next() {
        None => {
            cores.letter = Ordinal::of_letter(first);
            let digits = cursor.digits();
            if !digits.is_empty() {
                let n = count(digits, 2)?;
                cores.letter = cores.letter.map(|place| place.with_number(n));
                cores.roman = None;
            }
        }
        Some(second) if letters.next().is_none() && !capital => {
            if second == first && cores.roman.is_none() {
                cores.letter = Ordinal::of_doubled(first);
            }
            // Scanned pages have `la)` for `1a)`, be it with a mark.
            if first == 'l' && cores.roman.is_none() {
                let second = if second == 'à' { 'a' } else { second };
                cores.arabic = Ordinal::new(1).with_letter(second);
            }
        }
        Some(_) => {}
    }
    let any = [cores.arabic, cores.letter, cores.roman];
    any.iter().any(Option::is_some).then_some(cores)
}

/// The letter of an inserted clause: `a` in `1a.`
fn inserted_letter(cursor: &mut Cursor<'_>, ordinal: Ordinal) -> Ordinal {
    let mut ahead = *cursor;
    let inserted = ahead
        .eat_if(is_letter)
        .and_then(|letter| ordinal.with_letter(letter));
    match inserted {
        Some(inserted) if matches!(ahead.peek(), Some('.' | ')' | ']')) => {
            *cursor = ahead;
            inserted
        }
        _ => ordinal,
    }
}

/// The letter o as a bullet: a tab or a capital follows.
fn letter_bullet<'t>(
    styles: &'static [Style],
    start: Cursor<'t>,
    end: Cursor<'t>,
    label: Span,
) -> Option<Marker<'t>> {
    if &start.rest()[..end.pos() - start.pos()] != "o" {
        return None;
    }
    let mut after = end;
    let spaced = after.spaces();
    let bullet = end.peek() == Some('\t') || spaced && begins_title(after.rest());
    let style = styles
        .iter()
        .find(|style| bullet && style.list == ListStyle::Bullet)?;
    let sense = Sense::new(style, u32::from('o'), Ordinal::new(1));
    finish(start, end, label, Glue::Never, [Some(sense), None])
}

/// `1.2.` `1.2` `2.3.1.` `a.1)` `I.1.` — the last number counts, what is before it must stay.
fn multi<'t>(styles: &'static [Style], start: Cursor<'t>) -> Option<Marker<'t>> {
    const DEEPEST: u32 = 8;
    let style = styles.iter().find(|style| style.core == Core::Multi)?;
    let mut cursor = start;
    cursor.eat_while(char::is_alphanumeric);
    let mut depth = 1;
    let mut last = cursor;
    while cursor.peek() == Some('.') && begins_digit(&cursor.rest()[1..]) {
        cursor.eat('.');
        last = cursor;
        let part = cursor.eat_while(char::is_alphanumeric);
        if part.chars().count() > 2 || depth == DEEPEST {
            return None;
        }
        depth += 1;
    }
    let mut number = last;
    let digits = number.digits();
    let value = count(digits, 2)?;
    if number.pos() != cursor.pos() || digits.starts_with('0') {
        return None;
    }
    let label = Span::new(start.pos(), cursor.pos());
    let sense = Sense {
        prefix: &start.rest()[..last.pos() - start.pos()],
        ..Sense::new(style, depth, Ordinal::new(value))
    };
    let glue = match cursor.eat_if(|c| style.is_closed_by(c)) {
        Some(_) => style.glue,
        // `1.5 triệu` is an amount, `1.5 Xây dựng` a heading.
        None if begins_title(cursor.rest().trim_start()) => Glue::Never,
        None => return None,
    };
    finish(start, cursor, label, glue, [Some(sense), None])
}

/// Settles where the words begin.
pub(super) fn finish<'t>(
    start: Cursor<'t>,
    end: Cursor<'t>,
    label: Span,
    glue: Glue,
    senses: [Option<Sense<'t>>; 2],
) -> Option<Marker<'t>> {
    /// How far behind a marker its first letter may stand, in characters.
    const CELL: usize = 48;
    let mut body = end;
    let spaced = body.spaces();
    let bare = body.peek().is_none_or(|c| c == '\n' || c == '\r');
    if !bare && !spaced && !glue.allows(body.rest()) {
        return None;
    }
    let near = body.rest().chars().take(CELL).take_while(|&c| c != '\n');
    Some(Marker {
        start: start.pos(),
        end: end.pos(),
        label,
        body: if bare { end.pos() } else { body.pos() },
        bare,
        wordless: !bare && !near.into_iter().any(char::is_alphabetic),
        senses,
    })
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
            Glue::Letter => begins_title(rest),
            Glue::Small => first.is_alphabetic() || matches!(first, '“' | '"' | '('),
            Glue::Any => first.is_alphanumeric() || matches!(first, '“' | '"' | '('),
        }
    }
}

/// The value of `digits` when there are 1 to `most` of them and they are not zero.
pub(super) fn count(digits: &str, most: usize) -> Option<u32> {
    if digits.is_empty() || digits.len() > most {
        return None;
    }
    digits.parse().ok().filter(|&value| value > 0)
}

fn begins_title(words: &str) -> bool {
    words.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"'))
}

fn begins_digit(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests;
