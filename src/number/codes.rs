//! Codes: what one letter group of a number stands for, however it was typed.

use std::borrow::Cow;

use super::NumberWarning;
use super::warnings::Warnings;
use super::words::{GLUED, UNSTROKED};
use crate::tables::Tables;

/// One letter group, read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Code<'c> {
    /// Canonical spelling where the code is known, else as written.
    pub(super) text: Cow<'c, str>,
    /// It is the code of a kind.
    pub(super) kind: bool,
    /// It is the code of a body, or begins with one and has `extra_digits` behind it.
    pub(super) body: bool,
    /// Digits at the end of `text` that do not belong to the known code before them.
    pub(super) extra_digits: usize,
    /// How many bytes of the source it takes.
    pub(super) bytes: usize,
    pub(super) warnings: Warnings,
}

impl<'c> Code<'c> {
    fn new(text: &'c str, tables: &Tables) -> Code<'c> {
        Code {
            kind: tables.kinds.is_code(text),
            body: is_body(text, tables),
            text: Cow::Borrowed(text),
            extra_digits: 0,
            bytes: text.len(),
            warnings: Warnings::default(),
        }
    }

    /// One that no table has, as it is written.
    pub(super) fn unknown(text: &'c str) -> Code<'c> {
        Code {
            text: Cow::Borrowed(text),
            kind: false,
            body: false,
            extra_digits: 0,
            bytes: text.len(),
            warnings: Warnings::default(),
        }
    }

    fn with(mut self, warning: NumberWarning) -> Self {
        self.warnings.add(warning);
        self
    }

    /// The same, for `bytes` of the source.
    fn of_bytes(self, bytes: usize) -> Self {
        Code { bytes, ..self }
    }

    /// The same, where a stray space had cut the code in two.
    pub(super) fn across_a_space(self, bytes: usize) -> Code<'static> {
        let code = self.into_owned().of_bytes(bytes);
        code.with(NumberWarning::Spaces)
    }

    pub(super) fn into_owned(self) -> Code<'static> {
        Code {
            text: Cow::Owned(self.text.into_owned()),
            ..self
        }
    }

    /// Whether it is a body that issues documents rather than drafts them: the Government, a ministry (*Bộ*), a
    /// provincial authority or department (*Sở*).
    pub(super) fn issues(&self) -> bool {
        let department = self.text.starts_with(['B', 'S']) && self.text.chars().count() > 2;
        matches!(&*self.text, "CP" | "TTg" | "UBND" | "HĐND" | "TTCP") || department && self.body
    }

    /// Known as a kind or as a body.
    pub(super) fn known(&self) -> bool {
        self.kind || self.body
    }

    /// The code without the digits behind it.
    pub(super) fn base(&self) -> &str {
        self.text.trim_end_matches(|c: char| c.is_ascii_digit())
    }

    /// The digits behind the code.
    pub(super) fn digits(&self) -> &str {
        &self.text[self.base().len()..]
    }
}

/// No code is longer, in bytes; the bound keeps a wall of letters from being read again and again.
const LONGEST: usize = 64;

/// How numbers of the years before 2004 wrote the *Ủy ban nhân dân*: `1894/QĐ.UB`.
pub(super) const OLD_COMMITTEE: &str = "UB";

/// Reads the group at the start of `rest`. `None` where no code stands there: a word, a number.
pub(super) fn read<'c>(rest: &'c str, tables: &'c Tables) -> Option<Code<'c>> {
    let (mut clean, mut at) = (true, 0);
    while let Some((c, bytes)) = letter_at(rest, at) {
        if at > LONGEST {
            return None;
        }
        clean &= latin(c) == c && bytes == c.len_utf8();
        at += bytes;
    }
    let run = &rest[..at];
    if !run.starts_with(char::is_alphabetic) {
        return None;
    }
    if clean {
        return resolve(run, tables);
    }
    let mut repaired = String::with_capacity(run.len());
    let mut ends = Vec::with_capacity(run.len());
    let (mut at, mut look_alike) = (0, false);
    while let Some((c, bytes)) = letter_at(run, at) {
        at += bytes;
        look_alike |= latin(c) != c;
        repaired.push(latin(c));
        ends.push((repaired.len(), at));
    }
    let code = resolve(&repaired, tables)?;
    let &(_, bytes) = ends.iter().find(|(end, _)| *end == code.bytes)?;
    let code = code.into_owned().of_bytes(bytes);
    Some(match look_alike {
        true => code.with(NumberWarning::LookAlike),
        false => code,
    })
}

/// The letter, digit or sign of a code at byte `at`, and its bytes: `&` may be an HTML entity, and is
/// inside a code, like a point.
fn letter_at(rest: &str, at: usize) -> Option<(char, usize)> {
    let here = &rest[at..];
    let c = here.chars().next()?;
    if c.is_alphabetic() || c.is_ascii_digit() {
        return Some((c, c.len_utf8()));
    }
    let bytes = match c {
        '&' if here.starts_with("&amp;") => "&amp;".len(),
        '&' | '.' => 1,
        _ => return None,
    };
    let next = here[bytes..].chars().next()?;
    let goes_on = next.is_uppercase() || c == '.' && next.is_ascii_digit();
    (at > 0 && goes_on).then_some((c, bytes))
}

/// The group at the start of `rest` in small letters, which nobody knows: of a number that is written in
/// small letters throughout, `2140/ttr-sxd-qln`.
pub(super) fn read_small(rest: &str) -> Option<Code<'static>> {
    let end = rest.find(|c: char| !c.is_alphanumeric());
    let run = &rest[..end.unwrap_or(rest.len())];
    let small = |c: char| c.is_lowercase() && may_be_in_code(c);
    let letters = run.chars().filter(|c| c.is_alphabetic());
    // A letter alone is a unit with its number only: `61/ct-vks-p2`.
    let least = if run.ends_with(|c: char| c.is_ascii_digit()) {
        1
    } else {
        2
    };
    let is_code = letters.clone().all(small) && (least..=8).contains(&letters.count());
    if !is_code || !run.starts_with(small) {
        return None;
    }
    let code = Code {
        text: Cow::Owned(run.to_uppercase()),
        kind: false,
        body: false,
        extra_digits: 0,
        bytes: run.len(),
        warnings: Warnings::default(),
    };
    Some(code.with(NumberWarning::LetterCase))
}

/// The code that begins `run`; its bytes are those of `run`.
fn resolve<'c>(run: &'c str, tables: &'c Tables) -> Option<Code<'c>> {
    if let Some(code) = known(run, tables) {
        return Some(code);
    }
    // A sentence that goes on after a point without a space; `NĐ.CP` is left for the grammar.
    if let Some((left, right)) = run.rsplit_once('.')
        && !is_numbered_unit(left, right, tables)
        && (left.chars().count() > 2 || left.len() > 1 && known(left, tables).is_some())
        && !(tables.kinds.is_code(left) && (is_body(right, tables) || right == OLD_COMMITTEE))
    {
        return resolve(left, tables);
    }
    if let Some(found) = before_glued_word(run, tables) {
        return Some(found);
    }
    // `XXX` holds a place for a code.
    let well_formed = run
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "ĐƯƠÔÊÂĂ&.".contains(c) || matches!(c, 'đ' | 'ư'))
        && run.starts_with(char::is_uppercase)
        && !run.starts_with("XX");
    let capitals = run.chars().filter(|c| c.is_uppercase()).count();
    let lower = run.chars().filter(|c| c.is_lowercase()).count();
    (well_formed && (lower == 0 || lower == 1 && capitals > 1)).then(|| Code::new(run, tables))
}

/// Whether the digits behind a point belong to a unit that no table has: `UQ-QLN.23`. Behind a known code they are a
/// footnote's or a sentence's.
fn is_numbered_unit(left: &str, right: &str, tables: &Tables) -> bool {
    let digits = right.len() <= 2 && right.bytes().all(|b| b.is_ascii_digit());
    digits && left.chars().all(char::is_uppercase) && known(left, tables).is_none()
}

fn is_body(code: &str, tables: &Tables) -> bool {
    let bodies = &tables.bodies;
    bodies.has_code(code) || code.contains('&') && bodies.has_code(&code.replace('&', ""))
}

/// `run` as a whole, if it is a known code in any spelling.
fn known<'c>(run: &'c str, tables: &'c Tables) -> Option<Code<'c>> {
    let exact = Code::new(run, tables);
    if exact.known() {
        return Some(exact);
    }
    // Most of what is asked for are words: no code has a tone.
    if !run.chars().all(may_be_in_code) {
        return None;
    }
    let mut buffer = Capitals::default();
    let upper = buffer.of(run)?;
    let bytes = run.len();
    if let Some(cased) = tables.cased(upper) {
        let code = Code::new(cased, tables).of_bytes(bytes);
        if code.known() {
            return Some(code.with(NumberWarning::LetterCase));
        }
    } else if upper != run && bytes > 1 {
        let code = Code::new(upper, tables);
        if code.known() {
            let code = code.into_owned().of_bytes(bytes);
            return Some(code.with(NumberWarning::LetterCase));
        }
    }
    if let Some(stroked) = with_strokes(upper, tables) {
        let code = stroked.of_bytes(bytes).with(NumberWarning::MissingStroke);
        return Some(match upper == run {
            true => code,
            false => code.with(NumberWarning::LetterCase),
        });
    }
    let base = run.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = run.len() - base.len();
    if digits == 0 || digits > 2 || base.is_empty() {
        return None;
    }
    let code = known(base, tables)?;
    let text = match &code.text {
        Cow::Borrowed(text) if *text == base => Cow::Borrowed(run),
        text => Cow::Owned(format!("{text}{}", &run[base.len()..])),
    };
    Some(Code {
        text,
        kind: false,
        extra_digits: digits,
        bytes,
        ..code
    })
    .filter(|code| code.body)
}

/// Whether a code may have that letter, in either case.
fn may_be_in_code(c: char) -> bool {
    c.is_ascii() || "ĐƯƠÔÊÂĂđươôêâă".contains(c)
}

/// A short run in capitals, without a string of its own.
struct Capitals([u8; 2 * LONGEST]);

impl Default for Capitals {
    fn default() -> Self {
        Capitals([0; 2 * LONGEST])
    }
}

impl Capitals {
    /// `None` for what is too long to be a code.
    fn of(&mut self, run: &str) -> Option<&str> {
        let mut len = 0;
        for c in run.chars().flat_map(char::to_uppercase) {
            let room = self.0.get_mut(len..len + c.len_utf8())?;
            len += c.encode_utf8(room).len();
        }
        std::str::from_utf8(&self.0[..len]).ok()
    }
}

/// `upper` with strokes put on the D's that make it a known code, when it has none at all.
fn with_strokes(upper: &str, tables: &Tables) -> Option<Code<'static>> {
    let places = upper.matches('D').count();
    let own = UNSTROKED.contains(&upper);
    if places == 0 || places > 4 || upper.len() > 16 || upper.contains('Đ') || own {
        return None;
    }
    // Every choice of D's, all of them first: a typist who lacks the key lacks it throughout.
    let mut text = String::new();
    for choice in (1..1u32 << places).rev() {
        text.clear();
        let mut n = 0;
        for c in upper.chars() {
            let stroked = c == 'D' && choice >> n & 1 == 1;
            n += u32::from(c == 'D');
            text.push(if stroked { 'Đ' } else { c });
        }
        let code = Code::new(&text, tables);
        if code.known() {
            return Some(code.into_owned());
        }
    }
    None
}

/// The code before a word that was glued to it: `CPngày`, `Cpngày`, `CPNgày`, `BTCvà`.
fn before_glued_word<'c>(run: &'c str, tables: &'c Tables) -> Option<Code<'c>> {
    let second = run.char_indices().nth(2)?.0;
    for (cut, _) in run
        .char_indices()
        .rev()
        .take_while(|(cut, _)| *cut >= second)
    {
        // *CTDON* is a code; in capitals only a word with a tone is no part of one.
        let capitals = !run[cut..].contains(char::is_lowercase);
        if GLUED.iter().any(|word| {
            starts_with_word(&run[cut..], word) && !(capitals && word.chars().all(may_be_in_code))
        }) && let Some(code) = known(&run[..cut], tables)
        {
            return Some(code.with(NumberWarning::GluedWord));
        }
    }
    let cut = run.find(char::is_lowercase)?;
    let rest_is_word = run[cut..].chars().all(char::is_lowercase) && run[cut..].chars().count() > 1;
    if !rest_is_word || cut < second {
        return None;
    }
    Some(resolve(&run[..cut], tables)?.with(NumberWarning::GluedWord))
}

/// Whether `run` begins with `word` (lower case), in any case.
fn starts_with_word(run: &str, word: &str) -> bool {
    let mut letters = run.chars().flat_map(char::to_lowercase);
    word.chars().all(|c| letters.next() == Some(c))
}

/// The Latin letter that `c` was typed for: Cyrillic, Icelandic eth, African Đ.
fn latin(c: char) -> char {
    match c {
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'Х' => 'X',
        'а' => 'a',
        'в' => 'b',
        'е' => 'e',
        'к' => 'k',
        'м' => 'm',
        'н' => 'h',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'т' => 't',
        'х' => 'x',
        'Ð' | 'Ɖ' => 'Đ',
        'ð' => 'đ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use NumberWarning as W;

    #[test]
    fn a_group_is_read_in_every_spelling() {
        for (rest, text, bytes, warnings) in [
            ("CP", "CP", 2, vec![]),
            ("TTG", "TTg", 3, vec![W::LetterCase]),
            ("Ctr/BCS", "CTr", 3, vec![W::LetterCase]),
            ("HDND", "HĐND", 4, vec![W::MissingStroke]),
            ("ND-CP", "NĐ", 2, vec![W::MissingStroke]),
            ("HD", "HD", 2, vec![]),
            ("СР", "CP", 4, vec![W::LookAlike]),
            ("NÐ", "NĐ", 3, vec![W::LookAlike]),
            ("Cpngày 12", "CP", 2, vec![W::LetterCase, W::GluedWord]),
            ("CPNGÀY", "CP", 2, vec![W::GluedWord]),
            ("BTCvà", "BTC", 3, vec![W::GluedWord]),
            ("BKH&ĐT", "BKH&ĐT", 7, vec![]),
            ("L.12", "L.12", 4, vec![]),
            ("BNNMT.", "BNNMT", 5, vec![]),
            ("BNNMT.Ngày", "BNNMT", 5, vec![]),
            ("CBc", "CBc", 3, vec![]),
            ("nđ-cp", "NĐ", 3, vec![W::LetterCase]),
        ] {
            let code = read(rest, Tables::builtin()).expect(rest);
            assert_eq!(
                (&*code.text, code.bytes, code.warnings.list()),
                (text, bytes, warnings),
                "{rest}"
            );
        }
    }

    #[test]
    fn words_are_not_codes() {
        for rest in ["Bộ", "Thông tin", "SỬA", "học", "12", "", "Quản lý", "- CP"] {
            assert_eq!(read(rest, Tables::builtin()), None, "{rest}");
        }
    }

    #[test]
    fn digits_behind_a_code_are_kept_apart() {
        let code = read("CP2", Tables::builtin()).unwrap();
        assert_eq!(
            (code.base(), code.digits(), code.extra_digits),
            ("CP", "2", 1)
        );
        let code = read("BCĐTKNQ18", Tables::builtin()).unwrap();
        assert_eq!(code.extra_digits, 0);
    }
}
