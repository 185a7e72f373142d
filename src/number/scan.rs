//! Numbers in running text.
//!
//! Every number has a slash, a hyphen or, if it is a standard, a colon; those signs are what the
//! scan jumps to. From there it looks left for the serial, the grammar reads right, and what
//! stands around decides whether there is evidence enough to report.

use std::collections::HashSet;

use memchr::{memchr_iter, memchr3_iter};
use once_cell::sync::Lazy;

use super::{DocumentNumber, Notation, grammar, lex, standard};
use crate::span::{Found, Span};
use crate::tables::Tables;
use crate::tables::kinds::{DocumentKind, Trait};
use crate::text::cursor::word_before;
use crate::text::fold;

/// Every document number of `text`, in order.
///
/// A span covers the number only, from its first digit (of a standard, its first letter) to its
/// last letter: no label, no punctuation. What looks like a number and is none (dates, fractions,
/// forms, addresses, pinpoints, file names) is left alone, and so is a bare *Quyết định số 1706*,
/// which refers to a number and is none.
///
/// ```
/// let text = "Căn cứ Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 và Mẫu số 01/TB-ĐĐKD";
/// let found = vanban::number::find(text);
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].text, "15/2020/NĐ-CP");
/// ```
pub fn find(text: &str) -> Vec<Found<'_, DocumentNumber>> {
    find_with(text, Tables::builtin())
}

/// The same, with the caller's tables.
pub(crate) fn find_with<'t>(text: &'t str, tables: &Tables) -> Vec<Found<'t, DocumentNumber>> {
    let bytes = text.as_bytes();
    let mut scan = Scan {
        text,
        tables,
        found: Vec::new(),
        end: 0,
        tried: None,
        last: None,
    };
    // The first byte of the long dashes is 0xE2.
    let mut colons = memchr_iter(b':', bytes).peekable();
    for sign in memchr3_iter(b'/', b'-', 0xE2, bytes) {
        while let Some(colon) = colons.next_if(|&colon| colon < sign) {
            scan.colon(colon);
        }
        scan.sign(sign);
    }
    colons.for_each(|colon| scan.colon(colon));
    scan.found
}

/// What stands before a candidate.
#[derive(Clone, Copy, Debug, Default)]
struct Label<'x> {
    /// *số*, *Số:*, *ký hiệu*
    number: bool,
    /// The kind that announces the document.
    head: Option<&'x DocumentKind>,
    /// A word that announces something else: a form, an annex, an address, an account.
    other: bool,
}

struct Scan<'t, 'x> {
    text: &'t str,
    tables: &'x Tables,
    found: Vec<Found<'t, DocumentNumber>>,
    /// Everything before this byte is settled.
    end: usize,
    /// Where the last candidate began: a second sign leads to it again, with the same outcome.
    tried: Option<usize>,
    /// The last candidate: where the list began that it was part of, and where it ended.
    last: Option<(usize, usize)>,
}

impl<'x> Scan<'_, 'x> {
    fn colon(&mut self, at: usize) {
        if at < self.end
            || !self.text[..at]
                .trim_end_matches(' ')
                .ends_with(|c: char| c.is_ascii_digit())
        {
            return;
        }
        if let Some(start) = standard::start_before(self.text, at) {
            self.candidate(start);
        }
    }

    fn sign(&mut self, at: usize) {
        if at < self.end {
            return;
        }
        if let Some(start) = serial_before(self.text, at) {
            self.candidate(standard::start_before(self.text, at).unwrap_or(start));
        }
    }

    fn candidate(&mut self, start: usize) {
        if start < self.end || self.tried == Some(start) || !self.bounded_left(start) {
            return;
        }
        self.tried = Some(start);
        let Ok(mut reading) = grammar::read(self.text, start, None, self.tables) else {
            return;
        };
        // A list states its head once, before its first number.
        let head_of = match self.last {
            Some((first, end)) if end <= start && is_list_joint(&self.text[end..start]) => first,
            _ => start,
        };
        self.last = Some((head_of, reading.end));
        if !self.speaks_for_itself(start, &reading) {
            let mut label = self.label_before(head_of);
            label.number |= self.label_before(start).number;
            if label.head.is_some() {
                match grammar::read(self.text, start, label.head, self.tables) {
                    Ok(announced) => reading = announced,
                    Err(_) => return,
                }
            }
            if !self.evident(start, &reading, label) {
                return;
            }
        }
        if bounded_right(self.text, &reading) {
            self.end = reading.end;
            let span = Span::new(start, reading.end);
            self.found.push(Found::new(self.text, span, reading.number));
        }
    }

    /// Reads the label that ends right before byte `start`.
    fn label_before(&self, start: usize) -> Label<'x> {
        let text = self.text;
        let mut label = Label::default();
        let mut left = trim(&text[..start]);
        left = trim(left.strip_suffix([':', '.']).unwrap_or(left));
        if let Some(before) = strip_word(left, &["số"]) {
            label.number = true;
            left = trim(before);
        } else if let Some(before) = strip_word(left, &["no", "nº", "so"]) {
            // Bilingual pages and text without accents; in English the same words prove nothing.
            left = trim(before);
        } else if let Some(before) = strip_word(left, &["hiệu"])
            && let Some(before) = strip_word(trim(before), &["số", "ký"])
        {
            label.number = true;
            left = trim(before);
        }
        label.head = self
            .tables
            .kinds
            .head_before(text, left.len())
            .map(|(head, _)| head);
        label.other = label.head.is_none() && announces_other(left);
        label
    }

    /// Whether a number may begin at `start`: not within a word, a path, another number.
    fn bounded_left(&self, start: usize) -> bool {
        let left = &self.text[..start];
        // `Số …/ 2025/TT-BTC` is a template: what stands here is its year.
        let gap = left.trim_end_matches(' ');
        let year = || self.text.get(start..start + 4).is_some_and(lex::is_year);
        if gap.ends_with(['/', '⁄']) || gap.ends_with('…') && year() {
            return false;
        }
        let mut before = left.chars().rev();
        match before.next() {
            None => true,
            Some(c @ (',' | '.')) => {
                let second = before.next();
                match second {
                    Some(digit) if digit.is_ascii_digit() => c == ',' && self.end + 1 == start,
                    Some('o' | 'O' | 'ố' | 'Ố') => true,
                    _ => c == ',',
                }
            }
            Some('-' | '\u{2013}' | '_') => before.next().is_none_or(char::is_whitespace),
            Some('/' | '=' | '%' | '&' | '#' | '@' | '+' | '\\' | '~') => false,
            Some(c) if c.is_alphanumeric() => word_before(left, start).to_lowercase() == "số",
            Some(_) => true,
        }
    }

    /// Whether the number has a shape that nothing else has.
    fn speaks_for_itself(&self, start: usize, reading: &grammar::Reading) -> bool {
        let number = &reading.number;
        match number.notation {
            Notation::Standard => true,
            // Without any slash it may as well be the name of a file.
            _ if number.year.is_none() || !self.text[start..reading.end].contains('/') => false,
            Notation::Assembly | Notation::Joint | Notation::Precedent | Notation::Court => true,
            Notation::Normative => reading.kind_known && reading.issuer_known,
            _ => false,
        }
    }

    /// The rule of least evidence: any other number needs a known kind, a known issuer or a word
    /// that announces it, and nothing that announces something else.
    fn evident(&self, start: usize, reading: &grammar::Reading, label: Label<'_>) -> bool {
        let number = &reading.number;
        let announced = label.number || label.head.is_some();
        let (kind, issuer) = (reading.kind_known, reading.issuer_known);
        let dated = || fold::prefix(self.text[reading.end..].trim_start(), "ngày").is_some();
        let named = || match (label.head, &number.kind) {
            (Some(head), Some(kind)) => head.carries(kind),
            _ => false,
        };
        let slash = self.text[start..reading.end].contains('/');
        match number.notation {
            _ if label.other || reading.loose && !announced => false,
            _ if number.year.is_some() && !slash => label.head.is_some(),
            Notation::Normative if !number.issuers.is_empty() && kind => true,
            Notation::Normative => announced && (kind || issuer || dated()),
            Notation::State | Notation::Party if number.issuers.is_empty() => named(),
            Notation::State | Notation::Party => announced || kind && (issuer || dated()),
            Notation::Letter if !number.units.is_empty() => {
                announced || issuer && number.issuers[0].chars().count() > 2
            }
            Notation::Letter if !issuer => label.head.is_some() && (label.number || dated()),
            Notation::Letter | Notation::Historic => {
                label.number || dated() || label.head.is_some_and(|head| head.is(Trait::Formal))
            }
            Notation::Consolidated | Notation::Joint => issuer || announced,
            _ => announced,
        }
    }
}

/// Whether nothing goes on after the number that would make it part of a path or a file name.
fn bounded_right(text: &str, reading: &grammar::Reading) -> bool {
    const FILES: [&[u8]; 9] = [
        b".doc", b".pdf", b".xls", b".zip", b".rar", b".jpg", b".png", b".htm", b".txt",
    ];
    let rest = &text[reading.end..];
    let cut_off = rest.starts_with("..") || rest.starts_with('…');
    if cut_off && !reading.issuer_known {
        return false;
    }
    let mut after = rest.chars();
    match (after.next(), after.next()) {
        (Some('%' | '=' | '@'), _) => return false,
        (Some('/' | '_'), Some(c)) if c.is_alphanumeric() => return false,
        _ => {}
    }
    // A file name is not looked for further than it could reasonably go on.
    let word = rest.as_bytes().iter().take(64);
    let word = word.take_while(|b| !b.is_ascii_whitespace()).count();
    !rest.as_bytes()[..word]
        .windows(4)
        .any(|part| FILES.contains(&part))
}

/// Where the serial begins whose first sign stands at byte `at`: `15|/2020`, `30a|/2008`,
/// `858CV|/ĐUK`, `66.16|/2026`. `None` for all the signs that stand elsewhere.
fn serial_before(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let spaces = bytes[..at]
        .iter()
        .rev()
        .take_while(|&&b| b == b' ')
        .take(3)
        .count();
    let mut end = at - spaces;
    let last = *bytes[..end].last()?;
    if !last.is_ascii_digit() {
        // A suffix, or a kind that joins the serial with a space or nothing.
        if !last.is_ascii_alphabetic() && last < 0x80 {
            return None;
        }
        let left = &text[..end];
        let letters = left
            .chars()
            .rev()
            .take(6)
            .take_while(|c| c.is_alphabetic())
            .map(char::len_utf8)
            .sum::<usize>();
        end -= letters;
        if letters == 0 || bytes[..end].last() == Some(&b' ') {
            end = end.checked_sub(1)?;
        }
    }
    let digits = |end: usize| {
        bytes[..end]
            .iter()
            .rev()
            .take(7)
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let start = end - digits(end);
    if start == end {
        return None;
    }
    if start > 1 && bytes[start - 1] == b'.' {
        let whole = digits(start - 1);
        if whole > 0 {
            return Some(start - 1 - whole);
        }
    }
    Some(start)
}

/// Words after which digits and letters are no document number: forms, annexes, pinpoints,
/// accounts, telephones, accounting standards.
const OTHER: &str = "mẫu, theomẫu, biểu, phụ lục, tờ khai, bảng, điều, khoản, điểm, mục, chương, phần, hình, sơ đồ, \
    chuẩn mực, tài khoản, stk, tk, hotline, điện thoại, đt, tel, fax, cccd, cmnd, lớp, mau, bieu, phu luc, to khai";

static OTHER_KEYS: Lazy<HashSet<String>> = Lazy::new(|| OTHER.split(", ").map(fold::key).collect());

/// Whether the last word of `left`, or its last two, announce something else than a document.
fn announces_other(left: &str) -> bool {
    let last = word_before(left, left.len());
    let before = trim(left.strip_suffix(last).unwrap_or(left));
    let two = format!("{} {last}", word_before(before, before.len()));
    !last.is_empty()
        && [last, &two]
            .into_iter()
            .any(|words| OTHER_KEYS.contains(&fold::key(words)))
}

/// `text` without the spaces at its end and one line end among them.
fn trim(text: &str) -> &str {
    let spaces: &[_] = &[' ', '\t', '\u{a0}'];
    let line = text.trim_end_matches(spaces);
    line.strip_suffix('\n')
        .map_or(line, |line| line.trim_end_matches(spaces))
}

/// `text` without the word at its end, if that is one of `words`.
fn strip_word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let word = word_before(text, text.len());
    let before = text.strip_suffix(word)?;
    (word.len() <= 8 && words.contains(&word.to_lowercase().as_str())).then_some(before)
}

/// Whether `between` joins two numbers of a list: `, số`, ` và `, `; `.
fn is_list_joint(between: &str) -> bool {
    between.len() < 40
        && between
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':'))
            .all(|word| matches!(word, "" | "số" | "và" | "hoặc" | "đến" | "Số"))
}

/// Where the number of a string that holds nothing else begins: after white space, an
/// apostrophe, quotes, and the label.
pub(super) fn skip_label(text: &str) -> usize {
    let opening = |c: char| {
        c.is_whitespace() || matches!(c, '\'' | '"' | '“' | '‘' | '\u{feff}' | '\u{200b}')
    };
    let inner = text.trim_start_matches(opening);
    let label = ["số", "Số", "SỐ", "No.", "no."]
        .iter()
        .find_map(|label| inner.strip_prefix(label));
    let number = label.map_or(inner, |after| {
        after.trim_start_matches(|c| c == ':' || opening(c))
    });
    text.len() - number.len()
}
