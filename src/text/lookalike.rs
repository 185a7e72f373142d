//! Letters that look like others: Ð for Đ, Cyrillic and Greek letters among Latin ones.
//!
//! A letter of another script is put right where Latin letters show that it is meant to be one
//! of them; foreign words stay as they are.

use unicode_normalization::UnicodeNormalization;

use super::combining::is_mark;
use super::letters::{Vowel, is_vietnamese};
use super::offsets::{Edit, Edits};
use crate::span::Span;

/// The Latin letter that a Cyrillic or Greek one is drawn like.
fn latin(c: char) -> Option<char> {
    // Cyrillic before Greek.
    Some(match c {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'У' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'і' => 'i',
        'ј' => 'j',
        'о' | 'ο' => 'o',
        'р' => 'p',
        'ѕ' => 's',
        'х' => 'x',
        'у' => 'y',
        _ => return None,
    })
}

/// The letter that Ð, ð and Ɖ are taken for.
pub(crate) fn eth(c: char) -> Option<char> {
    match c {
        'Ð' | 'Ɖ' => Some('Đ'),
        'ð' => Some('đ'),
        _ => None,
    }
}

/// Whether `c` may stand for another letter.
pub(crate) fn is_suspect(c: char) -> bool {
    eth(c).is_some() || is_foreign(c)
}

/// Greek and Cyrillic.
fn is_foreign(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{52F}' | '\u{1C80}'..='\u{1C8F}' | '\u{1F00}'..='\u{1FFF}')
        && c.is_alphabetic()
}

fn is_cyrillic(c: char) -> bool {
    c >= '\u{400}'
}

/// Whether the word that `from` is part of was put right by making it `to`.
pub(crate) fn explains(from: &str, to: &str) -> bool {
    from.chars().any(|c| eth(c).is_some() || latin(c).is_some())
        && to.chars().next().is_some_and(is_vietnamese)
}

/// A text put right, and what was changed; `None` when nothing was.
type Changed = Option<(String, Edits)>;

/// Puts right the Cyrillic and Greek look-alikes in words that have Latin letters too. `text` is
/// composed already, and `suspects` are offsets of [suspect](is_suspect) letters in it, in order.
pub(crate) fn mixed(text: &str, suspects: &[usize]) -> Changed {
    words(text, suspects, |word| word.is_mixed().then_some(latin))
}

/// Puts right the document symbols of which a part is all Cyrillic or Greek capitals (*NĐ-СР*,
/// *51/2025/ТТ-ВТС*). `text` and `suspects` as for [`mixed`], which must come first.
pub(crate) fn symbols(text: &str, suspects: &[usize]) -> Changed {
    let mut line = Line::default();
    let mut symbol = Symbol::default();
    words(text, suspects, |word| {
        if !word.is_foreign_capitals() {
            return None;
        }
        line.reach(text, word.span.start);
        symbol.reach(text, word.span.start);
        let like = word.span.of(text).chars().next();
        (symbol.is_latin && !line.has_foreign_words(text, like)).then_some(latin)
    })
}

/// Puts Ð right. `text` and `suspects` as for [`mixed`], which must come first: the letters around
/// tell what Ð stands for.
pub(crate) fn eths(text: &str, suspects: &[usize]) -> Changed {
    let mut line = Line::default();
    words(text, suspects, |word| {
        line.reach(text, word.span.start);
        (word.eths && word.is_vietnamese && line.is_vietnamese(text)).then_some(eth)
    })
}

/// Replaces letters in every word with a suspect for which `decide` names a reading.
fn words(
    text: &str,
    suspects: &[usize],
    mut decide: impl FnMut(&Word) -> Option<fn(char) -> Option<char>>,
) -> Changed {
    let mut edits = Edits::default();
    let mut clean = String::new();
    let mut copied = 0;
    let mut done = 0;
    for &at in suspects {
        if at < done {
            continue;
        }
        let word = Word::around(text, at);
        done = word.span.end;
        let Some(reading) = decide(&word) else {
            continue;
        };
        let mut chars = word.span.of(text).char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            let Some(letter) = reading(c) else {
                continue;
            };
            let mut letter = letter.to_string();
            let start = word.span.start + i;
            let mut end = start + c.len_utf8();
            while let Some((_, mark)) = chars.next_if(|&(_, c)| is_mark(c)) {
                letter.push(mark);
                end += mark.len_utf8();
            }
            let letter = compose(&letter);
            if edits.is_empty() {
                clean.reserve(text.len());
            }
            clean.push_str(&text[copied..start]);
            edits.push(Edit {
                source: Span::new(start, end),
                clean: Span::new(clean.len(), clean.len() + letter.len()),
            });
            clean.push_str(&letter);
            copied = end;
        }
    }
    if edits.is_empty() {
        return None;
    }
    clean.push_str(&text[copied..]);
    Some((clean, edits))
}

/// A letter and its marks as one letter, in whatever order they stand.
fn compose(letter: &str) -> String {
    let mut chars = letter.chars();
    let base = chars.next().and_then(Vowel::of);
    match chars.fold(base, |vowel, mark| vowel?.with(mark)) {
        Some(vowel) => vowel.letter().to_string(),
        None => letter.nfc().collect(),
    }
}

/// A run of letters and what it is made of.
#[derive(Default)]
struct Word {
    span: Span,
    letters: usize,
    /// Whether there are Latin letters, Ð among them.
    latin: bool,
    /// Whether there are letters of another script, all of them look-alikes.
    foreign: bool,
    /// Whether there are letters of another script that look like no Latin one.
    truly_foreign: bool,
    /// Whether there is an Ð.
    eths: bool,
    /// Whether all letters are Vietnamese ones or look-alikes.
    is_vietnamese: bool,
    has_lower: bool,
    has_vowel: bool,
    /// Whether Ð comes first and a vowel with a mark follows: no other language has that.
    is_syllable: bool,
}

impl Word {
    fn around(text: &str, at: usize) -> Word {
        let in_word = |c: char| c.is_alphabetic() || is_mark(c);
        let start = text[..at].rfind(|c| !in_word(c)).map_or(0, |i| {
            i + text[i..].chars().next().map_or(0, char::len_utf8)
        });
        let end = text[at..]
            .find(|c| !in_word(c))
            .map_or(text.len(), |i| at + i);
        let mut word = Word {
            span: Span::new(start, end),
            is_vietnamese: true,
            ..Word::default()
        };
        for c in text[start..end].chars().filter(|&c| !is_mark(c)) {
            let stands_for = eth(c).or_else(|| latin(c)).unwrap_or(c);
            word.letters += 1;
            word.eths |= eth(c).is_some();
            word.is_syllable |= word.eths && Vowel::of(c).is_some() && !c.is_ascii();
            word.latin |= !is_foreign(c);
            word.foreign |= latin(c).is_some();
            word.truly_foreign |= is_foreign(c) && latin(c).is_none();
            word.is_vietnamese &= is_vietnamese(stands_for);
            word.has_lower |= stands_for.is_lowercase();
            word.has_vowel |= Vowel::of(stands_for).is_some();
        }
        word.is_syllable &= text[start..end].chars().next().and_then(eth).is_some();
        word
    }

    /// Latin letters and look-alikes in one word: nobody writes that on purpose.
    fn is_mixed(&self) -> bool {
        self.latin && self.foreign && !self.truly_foreign
    }

    /// Look-alikes only, and only capitals.
    fn is_foreign_capitals(&self) -> bool {
        self.foreign && !self.latin && !self.truly_foreign && !self.has_lower
    }

    /// An abbreviation as they stand in document symbols: capitals, or no vowel at all.
    fn is_abbreviation(&self, text: &str) -> bool {
        let joint = |c: Option<char>| matches!(c, Some('-' | '/' | '_'));
        let joined = joint(text[..self.span.start].chars().next_back())
            || joint(text[self.span.end..].chars().next());
        self.letters > 1
            && match (self.has_lower, self.has_vowel) {
                (false, false) => true,
                (true, true) => false,
                _ => joined,
            }
    }
}

/// A run of letters, digits, hyphens and slashes, as document symbols are; a line may end behind a
/// hyphen or slash.
#[derive(Default)]
struct Symbol {
    end: usize,
    /// Whether it has Latin capitals, or starts with a number and a year.
    is_latin: bool,
}

impl Symbol {
    /// Goes on to the symbol of the letter at `at`, if that is another.
    fn reach(&mut self, text: &str, at: usize) {
        if at < self.end {
            return;
        }
        let blank = [' ', '\t'];
        let joint = ['-', '/'];
        let part = |c: char| c.is_alphanumeric() || is_mark(c) || matches!(c, '-' | '/' | '&');
        let mut left = text[..at].trim_end_matches(part);
        while let Some(upper) = left.trim_end_matches(blank).strip_suffix('\n')
            && let upper = upper.trim_end_matches(blank)
            && upper.ends_with(joint)
        {
            left = upper.trim_end_matches(part);
        }
        let mut right = text[at..].trim_start_matches(part);
        while text[..text.len() - right.len()].ends_with(joint)
            && let Some(lower) = right.trim_start_matches(blank).strip_prefix('\n')
            && let lower = lower.trim_start_matches(blank)
            && lower.starts_with(part)
        {
            right = lower.trim_start_matches(part);
        }
        self.end = text.len() - right.len();
        let symbol = &text[left.len()..self.end];
        self.is_latin = symbol.contains(|c: char| c.is_uppercase() && !is_foreign(c))
            || has_number_and_year(symbol.trim_start());
    }
}

/// Whether a symbol starts with a serial number and a year: `51/2025/`.
fn has_number_and_year(symbol: &str) -> bool {
    let mut parts = symbol.split('/');
    let digits = |part: Option<&str>| {
        part.is_some_and(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()))
    };
    digits(parts.next())
        && parts
            .next()
            .is_some_and(|year| year.len() == 4 && digits(Some(year)))
}

/// What is known of the line that was looked at last.
#[derive(Default)]
struct Line {
    span: Span,
    vietnamese: Option<bool>,
    cyrillic: Option<bool>,
    greek: Option<bool>,
}

impl Line {
    /// Goes on to the line of the character at `at`, if that is another.
    fn reach(&mut self, text: &str, at: usize) {
        if at < self.span.end {
            return;
        }
        let start = memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |i| i + 1);
        let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |i| at + i);
        *self = Line {
            span: Span::new(start, end),
            ..Line::default()
        };
    }

    /// Whether a word of the same script as `like` on the line is truly foreign.
    fn has_foreign_words(&mut self, text: &str, like: Option<char>) -> bool {
        let cyrillic = like.is_some_and(is_cyrillic);
        let known = if cyrillic {
            &mut self.cyrillic
        } else {
            &mut self.greek
        };
        *known.get_or_insert_with(|| {
            let mut chars = self.span.of(text).chars();
            chars.any(|c| is_foreign(c) && is_cyrillic(c) == cyrillic && latin(c).is_none())
        })
    }

    /// Whether the line has a letter that Icelandic and Faroese, the languages of ð, do not
    /// have, or an Ð that can be nothing but Đ.
    fn is_vietnamese(&mut self, text: &str) -> bool {
        *self
            .vietnamese
            .get_or_insert_with(|| line_is_vietnamese(text, self.span))
    }
}

fn line_is_vietnamese(text: &str, line: Span) -> bool {
    let telling = |c: char| match c {
        'á' | 'é' | 'í' | 'ó' | 'ú' | 'ý' | 'Á' | 'É' | 'Í' | 'Ó' | 'Ú' | 'Ý' => false,
        _ => !c.is_ascii() && is_vietnamese(c),
    };
    let mut at = line.start;
    while at < line.end {
        let Some(found) = text[at..line.end].find(|c| telling(c) || eth(c).is_some()) else {
            return false;
        };
        at += found;
        if text[at..].chars().next().is_some_and(telling) {
            return true;
        }
        let word = Word::around(text, at);
        if word.is_vietnamese && (word.is_syllable || word.is_abbreviation(text)) {
            return true;
        }
        at = word.span.end;
    }
    false
}
