//! Codes: what one letter group of a number stands for, however it was typed.

use super::NumberWarning;
use crate::tables::Tables;

/// Words that typists glue to a number: `15/2020/NĐ-CPngày`.
const GLUED: [&str; 12] = [
    "ngày", "của", "về", "và", "để", "do", "được", "hoặc", "ban", "quy", "hướng", "thay",
];

/// One letter group, read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Code {
    /// Canonical spelling where the code is known, else as written.
    pub(super) text: String,
    /// It is the code of a kind.
    pub(super) kind: bool,
    /// It is the code of a body.
    pub(super) body: bool,
    /// Digits at the end of `text` that do not belong to the known code before them.
    pub(super) extra_digits: usize,
    /// How many bytes of the source it takes.
    pub(super) bytes: usize,
    pub(super) warnings: Vec<NumberWarning>,
}

impl Code {
    /// Known as a kind or as a body.
    pub(super) fn known(&self) -> bool {
        self.kind || self.body
    }

    /// The code of a body, perhaps with digits behind it.
    pub(super) fn is_body(&self) -> bool {
        self.body || self.extra_digits > 0 && self.known()
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

/// Reads the group at the start of `rest`. `None` where no code stands there: a word, a number.
pub(super) fn read(rest: &str, tables: &Tables) -> Option<Code> {
    let mut look_alike = false;
    let mut run = String::new();
    // Where in `rest` each character of `run` ends.
    let mut ends = Vec::new();
    let mut at = 0;
    while let Some(c) = rest[at..].chars().next() {
        // No code is longer; a bound keeps a wall of letters from being read again and again.
        if at > 64 {
            return None;
        }
        let entity = rest[at..].starts_with("&amp;");
        let end = at + if entity { "&amp;".len() } else { c.len_utf8() };
        let inside = matches!(c, '&' | '.') && !run.is_empty();
        let goes_on = || rest[end..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if !(c.is_alphabetic() || c.is_ascii_digit() || inside && goes_on()) {
            break;
        }
        let repaired = latin(c);
        look_alike |= repaired != c;
        run.push(repaired);
        ends.push(end);
        at = end;
    }
    if !run.chars().next()?.is_alphabetic() {
        return None;
    }
    let (mut code, taken) = resolve(&run, tables)?;
    code.bytes = *ends.get(taken.checked_sub(1)?)?;
    if look_alike {
        code.warnings.insert(0, NumberWarning::LookAlike);
    }
    Some(code)
}

/// The code that begins `run`, and how many characters of `run` it takes.
fn resolve(run: &str, tables: &Tables) -> Option<(Code, usize)> {
    let count = run.chars().count();
    if let Some(code) = known(run, tables) {
        return Some((code, count));
    }
    // A sentence that goes on after a point without a space; `NĐ.CP` is left for the grammar.
    if let Some((left, right)) = run.rsplit_once('.')
        && (left.chars().count() > 2 || left.len() > 1 && known(left, tables).is_some())
        && !(tables.kinds.is_code(left) && is_body(right, tables))
    {
        return resolve(left, tables);
    }
    if let Some(found) = before_glued_word(run, tables) {
        return Some(found);
    }
    // `XXX` holds a place for a code.
    let well_formed = run
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "ĐƯƠÔÊÂĂ&.".contains(c) || "đư".contains(c))
        && run.starts_with(|c: char| c.is_uppercase())
        && !run.starts_with("XX");
    let capitals = run.chars().filter(|c| c.is_uppercase()).count();
    let lower = run.chars().filter(|c| c.is_lowercase()).count();
    (well_formed && (lower == 0 || lower == 1 && capitals > 1))
        .then(|| (Code::new(run, tables), count))
}

impl Code {
    fn new(text: &str, tables: &Tables) -> Code {
        Code {
            text: text.to_owned(),
            kind: tables.kinds.is_code(text),
            body: is_body(text, tables),
            extra_digits: 0,
            bytes: 0,
            warnings: Vec::new(),
        }
    }
}

fn is_body(code: &str, tables: &Tables) -> bool {
    let bodies = &tables.bodies;
    bodies.has_code(code) || code.contains('&') && bodies.has_code(&code.replace('&', ""))
}

/// `run` as a whole, if it is a known code in any spelling.
fn known(run: &str, tables: &Tables) -> Option<Code> {
    let exact = Code::new(run, tables);
    if exact.known() {
        return Some(exact);
    }
    let upper = run.to_uppercase();
    let cased = Code::new(tables.cased(&upper).unwrap_or(&upper), tables);
    if cased.known() && cased.text.chars().count() > 1 {
        return Some(cased.with(NumberWarning::LetterCase));
    }
    if let Some(stroked) = with_strokes(&upper, tables) {
        let code = stroked.with(NumberWarning::MissingStroke);
        return Some(if upper == run {
            code
        } else {
            code.with(NumberWarning::LetterCase)
        });
    }
    let base = run.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = run.len() - base.len();
    if digits == 0 || digits > 2 || base.is_empty() {
        return None;
    }
    let mut code = known(base, tables)?;
    code.text.push_str(&run[base.len()..]);
    code.extra_digits = digits;
    Some(code)
}

impl Code {
    fn with(mut self, warning: NumberWarning) -> Code {
        self.warnings.push(warning);
        self
    }
}

/// `upper` with strokes put on the D's that make it a known code, when it has none at all.
fn with_strokes(upper: &str, tables: &Tables) -> Option<Code> {
    let places: Vec<usize> = upper.match_indices('D').map(|(i, _)| i).collect();
    if places.is_empty() || places.len() > 4 || upper.contains('Đ') {
        return None;
    }
    // Every choice of D's, all of them first: a typist who lacks the key lacks it throughout.
    (1..1u32 << places.len()).rev().find_map(|choice| {
        let mut text = upper.to_owned();
        for (n, &place) in places.iter().enumerate().rev() {
            if choice >> n & 1 == 1 {
                text.replace_range(place..place + 1, "Đ");
            }
        }
        let code = Code::new(&text, tables);
        code.known().then_some(code)
    })
}

/// The code before a word that was glued to it: `CPngày`, `Cpngày`, `CPNgày`, `BTCvà`.
fn before_glued_word(run: &str, tables: &Tables) -> Option<(Code, usize)> {
    let cuts = run.char_indices().map(|(i, _)| i).skip(2);
    for cut in cuts.clone().collect::<Vec<_>>().into_iter().rev() {
        let word = run[cut..].to_lowercase();
        if GLUED.iter().any(|glued| word.starts_with(glued))
            && let Some(code) = known(&run[..cut], tables)
        {
            return Some((
                code.with(NumberWarning::GluedWord),
                run[..cut].chars().count(),
            ));
        }
    }
    let cut = run.find(|c: char| c.is_lowercase())?;
    let rest_is_word = run[cut..].chars().all(char::is_lowercase) && run[cut..].chars().count() > 1;
    if !rest_is_word || run[..cut].chars().count() < 2 {
        return None;
    }
    let (code, count) = resolve(&run[..cut], tables)?;
    Some((code.with(NumberWarning::GluedWord), count))
}

/// The Latin letter that `c` was typed for: Cyrillic capitals, Icelandic eth, African Đ.
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
                (code.text.as_str(), code.bytes, code.warnings),
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
