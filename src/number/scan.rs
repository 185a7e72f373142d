//! Numbers in running text.
//!
//! A number begins with digits or, if it is a standard, with the name of a system: that is what
//! wakes the scan. The grammar reads right, and what stands around decides whether there is
//! evidence enough to report.

use std::collections::VecDeque;

use super::grammar;
use super::label::{Label, is_listed_behind};
use super::plan::Parsed;
use super::words::{DAY, FILES, LABELS, OPENINGS, Opening};
use super::{DocumentNumber, Notation, lex, shared, standard};
use crate::reading::{Gap, Place, Reading, WordId};
use crate::span::{Found, Span};
use crate::tables::Tables;
use crate::tables::kinds::Trait;
use crate::text::letters::{is_alphabetic, is_alphanumeric};

/// Every document number of `text`, in order.
///
/// A span covers the number only, from its first digit (of a standard, its first letter) to its
/// last letter: no label, no punctuation. What looks like a number and is none (dates, fractions,
/// forms, addresses, pinpoints, file names) is left alone, and so is a bare *Quyết định số 1706*,
/// which refers to a number and is none. A list may say year and symbol once, behind its last
/// serial: each serial is found, with the whole number as its value and a
/// [warning](super::NumberWarning::Shared).
///
/// ```
/// let text = "Căn cứ Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 và Mẫu số 01/TB-ĐĐKD";
/// let found: Vec<_> = vanban::number::find(text).collect();
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].text, "15/2020/NĐ-CP");
///
/// let mut list = vanban::number::find("các Thông tư số 01, 02/2021/TT-BGDĐT");
/// let first = list.next().unwrap();
/// assert_eq!((&*first.text, first.value.as_str()), ("01", "01/2021/TT-BGDĐT"));
/// ```
pub fn find(text: &str) -> Numbers<'_> {
    Numbers {
        reading: Reading::new(text, &Tables::builtin().vocabulary),
        scan: Scan::default(),
    }
}

/// The numbers of a text, in order: what [`find`] gives.
#[derive(Debug)]
pub struct Numbers<'t> {
    reading: Reading<'t>,
    scan: Scan<'t>,
}

impl<'t> Iterator for Numbers<'t> {
    type Item = Found<'t, DocumentNumber>;

    fn next(&mut self) -> Option<Self::Item> {
        self.scan.next_number(&self.reading, Tables::builtin())
    }
}

/// Every document number of a text, with the caller's tables.
pub(crate) fn numbers_of<'t>(
    reading: &Reading<'t>,
    tables: &Tables,
) -> Vec<Found<'t, DocumentNumber>> {
    let mut scan = Scan::default();
    std::iter::from_fn(|| scan.next_number(reading, tables)).collect()
}

/// How far a text has been read.
#[derive(Debug, Default)]
struct Scan<'t> {
    /// The word to go on with.
    next: usize,
    /// Everything before this byte is settled.
    end: usize,
    /// The last candidate: the word with which the list began that it was part of, and the byte
    /// where it ended.
    last: Option<(usize, usize)>,
    /// Found and not handed out yet.
    waiting: VecDeque<Found<'t, DocumentNumber>>,
}

impl<'t> Scan<'t> {
    fn next_number(
        &mut self,
        reading: &Reading<'t>,
        tables: &Tables,
    ) -> Option<Found<'t, DocumentNumber>> {
        while self.waiting.is_empty() {
            let place = reading.next_start(self.next, &OPENINGS)?;
            self.next = place.index() + 1;
            if let Some((&opening, _)) = place.phrase(&OPENINGS)
                && place.start() >= self.end
            {
                self.candidate(place, opening, tables);
            }
        }
        self.waiting.pop_front()
    }

    fn candidate(&mut self, mut place: Place<'_, 't>, opening: Opening, tables: &Tables) {
        let text = place.reading().text();
        // The sector of an old standard stands before its system: `22 TCN 211-06`.
        let sector = place.id_before() == WordId::NUMBER && place.gap().is_soft();
        if opening == Opening::Standard && sector && standard::has_sector(place) {
            place = place.back();
        }
        let start = place.start();
        let goes_on = || may_go_on(text, place.next().end()) || second_half(place).is_some();
        if opening == Opening::Serial && !goes_on() || start < self.end || !self.bounded_left(place)
        {
            return;
        }
        let last = self.last;
        let parsed = match opening {
            Opening::Standard => standard::read(text, start, tables).ok().flatten(),
            Opening::Serial => self.with_serial(place, tables),
        };
        let Some(parsed) = parsed.filter(|parsed| bounded_right(place, parsed)) else {
            return;
        };
        let label = Label::before(place, tables);
        let earlier = shared::before(place, &parsed.number, label, last, self.end, tables);
        self.waiting.extend(earlier);
        self.end = parsed.end;
        let span = Span::new(start, parsed.end);
        self.waiting
            .push_back(Found::new(text, span, parsed.number));
    }

    /// The number that begins with the digits at `place`, if there is evidence enough.
    fn with_serial(&mut self, place: Place<'_, 't>, tables: &Tables) -> Option<Parsed> {
        let (text, start) = (place.reading().text(), place.start());
        let second = second_half(place).unwrap_or(start);
        let pieces = lex::read_behind(text, start, second, tables).ok()?;
        let end = pieces.end();
        // A list states its head once, before its first number.
        let first = match self.last {
            Some((first, end)) if is_listed_behind(place, end) => first,
            _ => place.index(),
        };
        let own = Label::before(place, tables);
        let mut label = own;
        if first != place.index() {
            label = Label::before(place.reading().place(first), tables);
            label.number |= own.number;
        }
        self.last = Some((first, end));
        let parsed = grammar::interpret(pieces, text, label.head, tables).ok()?;
        self.last = Some((first, parsed.end));
        let evident = speaks_for_itself(text, start, &parsed) || is_evident(place, &parsed, label);
        evident.then_some(parsed)
    }

    /// Whether a number may begin at `place`: not within a word, a path, another number.
    fn bounded_left(&self, place: Place<'_, '_>) -> bool {
        let (text, start) = (place.reading().text(), place.start());
        let left = &text[..start];
        // `Số …/ 2025/TT-BTC` is a template: what stands here is its year.
        let gap = left.trim_end_matches(' ');
        let year = || text.get(start..start + 4).is_some_and(lex::is_year);
        if gap.ends_with(['/', '⁄']) || gap.ends_with('…') && year() {
            return false;
        }
        let mut before = left.chars().rev();
        match before.next() {
            None => true,
            Some(c @ (',' | '.')) => {
                let second = before.next();
                match second {
                    Some(digit) if digit.is_ascii_digit() => {
                        c == ',' && (self.end + 1 == start || follows_serial(place))
                    }
                    Some('o' | 'O' | 'ố' | 'Ố') => true,
                    _ => c == ',',
                }
            }
            Some('-' | '\u{2013}' | '_') => before.next().is_none_or(char::is_whitespace),
            Some('/' | '=' | '%' | '&' | '#' | '@' | '+' | '\\' | '~') => false,
            Some(c) if is_alphanumeric(c) => {
                let label = place.phrase_before(&LABELS);
                label.is_some_and(|(&proof, _)| proof)
            }
            Some(_) => true,
        }
    }
}

/// Whether the digits in front, joined by a comma, are a serial of the same list: *số 1002,1003/QĐ-BTC*. Amounts
/// have three digits behind a comma, rates no three in front.
fn follows_serial(place: Place<'_, '_>) -> bool {
    let before = place.back();
    let lengths = before.number().zip(place.number());
    lengths.is_some_and(|(before, own)| before.len() == own.len() && own.len() >= 4)
        && matches!(before.gap(), Gap::Space | Gap::Comma)
}

/// The byte at which the digits go on that a space cut off a serial behind its label: *số 2 | 345/QĐ-BYT*.
fn second_half(place: Place<'_, '_>) -> Option<usize> {
    let behind = place.next();
    let text = place.reading().text();
    let cut = matches!(behind.between(), " " | ". ") && behind.id() == WordId::NUMBER;
    if !cut || place.gap() != Gap::Space || place.phrase_before(&LABELS).is_none() {
        return None;
    }
    let first = &text[place.start()..behind.end()];
    let digits = |written: &str| written.bytes().all(|b| b.is_ascii_digit());
    let second = behind.number()?;
    let thousand = (1..=3).contains(&first.len()) && digits(first) && second.len() == 3;
    (thousand && digits(second) && may_go_on(text, behind.next().end())).then_some(behind.start())
}

/// Whether the digits that end at byte `at` may go on to a number: a sign follows, perhaps behind
/// decimals, spaces, and a suffix or a kind that joins with a space or nothing (`66.16/`, `30a/`,
/// `858CV/ĐUK`); or a year does (`05 2025/TTLT-BTP`).
fn may_go_on(text: &str, mut at: usize) -> bool {
    let bytes = text.as_bytes();
    let run = |at: usize, most: usize, of: fn(&u8) -> bool| {
        bytes[at..].iter().take(most).take_while(|b| of(b)).count()
    };
    // The first byte of the long dashes is 0xE2.
    let sign = |at: usize| matches!(bytes.get(at), Some(b'/' | b'-' | 0xE2));
    if sign(at) {
        return true;
    }
    if bytes.get(at) == Some(&b'.') {
        at += 1 + run(at + 1, 4, u8::is_ascii_digit);
    }
    let spaces = |at| run(at, 4, |b| matches!(b, b' ' | b'\t'));
    at += spaces(at);
    if sign(at) {
        return true;
    }
    let digits = run(at, 5, u8::is_ascii_digit);
    if digits > 0 {
        return digits == 4 && bytes.get(at + 4) == Some(&b'/');
    }
    if !text.is_char_boundary(at) {
        return false;
    }
    let letters = text[at..].chars().take(7).take_while(|&c| is_alphabetic(c));
    let (count, length) = letters.fold((0, 0), |(n, len), c| (n + 1, len + c.len_utf8()));
    at += length;
    count < 7 && sign(at + spaces(at))
}

/// Whether the number has a shape that nothing else has.
fn speaks_for_itself(text: &str, start: usize, parsed: &Parsed) -> bool {
    let number = &parsed.number;
    match number.notation() {
        // Without any slash it may as well be the name of a file.
        _ if number.year().is_none() || !text[start..parsed.end].contains('/') => false,
        _ if parsed.loose => false,
        Notation::Assembly | Notation::Joint | Notation::Precedent | Notation::Court => true,
        Notation::Normative => parsed.kind_known && parsed.issuer_known,
        _ => false,
    }
}

/// The rule of least evidence: any other number needs a known kind, a known issuer or a word
/// that announces it, and nothing that announces something else.
fn is_evident(place: Place<'_, '_>, parsed: &Parsed, label: Label<'_>) -> bool {
    let number = &parsed.number;
    let announced = label.number || label.head.is_some();
    let (kind, issuer) = (parsed.kind_known, parsed.issuer_known);
    let reading = place.reading();
    let dated = || {
        let behind = reading.place_at(parsed.end);
        let between = reading.text().get(parsed.end..behind.start());
        behind.id() == *DAY && between.is_some_and(|between| between.trim().is_empty())
    };
    let named = || match (label.head, number.kind()) {
        (Some(head), Some(kind)) => head.carries(kind),
        _ => false,
    };
    let slash = reading.text()[place.start()..parsed.end].contains('/');
    match number.notation() {
        _ if label.other || parsed.loose && !announced => false,
        _ if number.year().is_some() && !slash => label.head.is_some(),
        Notation::Normative if !number.issuers().is_empty() && kind => true,
        Notation::Normative => announced && (kind || issuer || dated()),
        Notation::State | Notation::Party if number.issuers().is_empty() => named(),
        Notation::State | Notation::Party => announced || kind && (issuer || dated()),
        Notation::Letter if !number.units().is_empty() => {
            // *5/CT2-A* is a flat.
            let letters = number.issuers()[0].chars().filter(|c| c.is_alphabetic());
            announced || issuer && letters.count() > 2
        }
        Notation::Letter if !issuer => label.head.is_some() && (label.number || dated()),
        Notation::Letter | Notation::Historic => {
            label.number || dated() || label.head.is_some_and(|head| head.is(Trait::Formal))
        }
        Notation::Consolidated | Notation::Joint => issuer || announced,
        _ => announced,
    }
}

/// Whether nothing goes on after the number that would make it part of a path or a file name.
fn bounded_right(place: Place<'_, '_>, parsed: &Parsed) -> bool {
    let reading = place.reading();
    let rest = &reading.text()[parsed.end..];
    let cut_off = rest.starts_with("..") || rest.starts_with('…');
    if cut_off && !parsed.issuer_known {
        return false;
    }
    let mut after = rest.chars();
    match (after.next(), after.next()) {
        (Some('%' | '=' | '@'), _) => return false,
        (Some('/' | '_'), Some(c)) if c.is_alphanumeric() => return false,
        _ => {}
    }
    // A file name is not looked for further than it could reasonably go on.
    let mut behind = reading.place_at(parsed.end);
    let mut between = &rest[..behind.start() - parsed.end];
    for _ in 0..16 {
        if between.is_empty() && behind.gap() != Gap::Glued || between.contains(char::is_whitespace)
        {
            return true;
        }
        if between == "." && behind.phrase(&FILES).is_some() {
            return false;
        }
        if behind.word().is_none() {
            return true;
        }
        behind = behind.next();
        between = behind.between();
    }
    true
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
