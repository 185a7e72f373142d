//! From text to date expressions: cheap literals trigger the grammar, the words around settle it.

use aho_corasick::packed;
use memchr::{Memchr3, memchr3_iter};
use once_cell::sync::Lazy;

use super::around::Draft;
use super::partial::PartialDate;
use super::value::{Anchor, DateValue};
use super::{DateExpression, bare_year, context, digits, words};
use crate::span::Found;

/// What a trigger announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trigger {
    Digits,
    Day,
    Month,
    Quarter,
    Year,
    Planning,
    Century,
    Decade,
    Today,
    Now,
    LunarDay,
    NewYear,
    Week,
    BareYear,
    Born,
}

/// The literals that announce an expression, without their first letter where that lets one
/// literal stand for *Ngày* and *ngày*; a few dozen in one searcher would slow it fivefold, so
/// there are three small ones. The number is how many bytes before the literal its word starts.
const TRIGGERS: [&[(&str, usize, Trigger)]; 3] = [
    &[
        ("gày", 1, Trigger::Day),
        ("GÀY", 1, Trigger::Day),
        ("háng", 1, Trigger::Month),
        ("HÁNG", 1, Trigger::Month),
        ("ăm", 1, Trigger::Year),
        ("ĂM", 1, Trigger::Year),
        ("uý", 1, Trigger::Quarter),
        ("UÝ", 1, Trigger::Quarter),
        ("uí", 1, Trigger::Quarter),
        ("UÍ", 1, Trigger::Quarter),
    ],
    &[
        ("iai đ", 1, Trigger::Planning),
        ("IAI Đ", 1, Trigger::Planning),
        ("hời k", 1, Trigger::Planning),
        ("HỜI K", 1, Trigger::Planning),
        ("hời gian ", 1, Trigger::Planning),
        ("hiệm k", 1, Trigger::Planning),
        ("HIỆM K", 1, Trigger::Planning),
        ("iên độ", 1, Trigger::Planning),
        ("iên kh", 1, Trigger::Planning),
        (" 19", 0, Trigger::BareYear),
        (" 20", 0, Trigger::BareYear),
        ("(19", 0, Trigger::BareYear),
        ("(20", 0, Trigger::BareYear),
        ("SN ", 0, Trigger::Born),
    ],
    &[
        (" nay", 0, Trigger::Now),
        (" qua", 0, Trigger::Now),
        (" mai", 0, Trigger::Now),
        ("hôm ", 0, Trigger::Today),
        ("Hôm ", 0, Trigger::Today),
        ("uần", 1, Trigger::Week),
        ("hế k", 1, Trigger::Century),
        ("HẾ K", 1, Trigger::Century),
        ("hập ni", 1, Trigger::Decade),
        ("hập k", 1, Trigger::Decade),
        ("mồng", 0, Trigger::LunarDay),
        ("Mồng", 0, Trigger::LunarDay),
        ("mùng", 0, Trigger::LunarDay),
        ("Mùng", 0, Trigger::LunarDay),
        ("ằm tháng", 1, Trigger::LunarDay),
        ("Tết", 0, Trigger::NewYear),
        ("TẾT", 0, Trigger::NewYear),
    ],
];

/// One set of literals: the packed searcher where the processor has the instructions for it, an
/// automaton elsewhere.
struct Literals {
    literals: &'static [(&'static str, usize, Trigger)],
    packed: Option<packed::Searcher>,
    automaton: Option<aho_corasick::AhoCorasick>,
}

static SEARCHERS: Lazy<[Literals; 3]> = Lazy::new(|| {
    TRIGGERS.map(|literals| {
        let words = literals.iter().map(|(literal, ..)| literal);
        let packed = packed::Config::new()
            .builder()
            .extend(words.clone())
            .build();
        let automaton = match packed {
            Some(_) => None,
            None => aho_corasick::AhoCorasick::new(words).ok(),
        };
        Literals {
            literals,
            packed,
            automaton,
        }
    })
});

impl Literals {
    /// The first hit at or after byte `from`.
    fn next(&self, text: &str, from: usize) -> Option<Hit> {
        let span = aho_corasick::Span {
            start: from,
            end: text.len(),
        };
        let hit = match (&self.packed, &self.automaton) {
            (Some(packed), _) => packed.find_in(text.as_bytes(), span)?,
            (None, Some(automaton)) => automaton.find(aho_corasick::Input::new(text).span(span))?,
            (None, None) => return None,
        };
        let (_, before, trigger) = self.literals[hit.pattern().as_usize()];
        Some(Hit {
            literal: hit.start(),
            before,
            trigger,
        })
    }
}

/// A literal that was found.
#[derive(Clone, Copy)]
struct Hit {
    literal: usize,
    before: usize,
    trigger: Trigger,
}

/// The places of a text where a date may be, from left to right.
struct Candidates<'t> {
    text: &'t str,
    hits: [Option<Hit>; 3],
    separators: Memchr3<'t>,
    separator: Option<usize>,
}

impl<'t> Candidates<'t> {
    fn new(text: &'t str) -> Self {
        let mut separators = memchr3_iter(b'/', b'-', b'.', text.as_bytes());
        let separator = separators.find(|&at| is_between_digits(text.as_bytes(), at));
        let hits = [0, 1, 2].map(|set: usize| SEARCHERS[set].next(text, 0));
        Candidates {
            text,
            hits,
            separators,
            separator,
        }
    }

    /// The next place at or after `floor`: where its word starts (or its first separator stands),
    /// and what may be there.
    fn next(&mut self, floor: usize) -> Option<(usize, Trigger)> {
        loop {
            let first = (0..self.hits.len())
                .filter_map(|set| self.hits[set].map(|hit| (hit.literal, set)))
                .min();
            let place = match (self.separator, first) {
                (Some(at), word) if word.is_none_or(|(literal, _)| at < literal) => {
                    let text = self.text.as_bytes();
                    self.separator = self.separators.find(|&at| is_between_digits(text, at));
                    Some((at, Trigger::Digits))
                }
                (_, word) => {
                    let (literal, set) = word?;
                    let hit = self.hits[set]?;
                    self.hits[set] = SEARCHERS[set].next(self.text, floor.max(literal + 1));
                    // The first letter, which the literal leaves out, is an ASCII one.
                    let at = literal.checked_sub(hit.before);
                    at.filter(|&at| self.text.is_char_boundary(at))
                        .map(|at| (at, hit.trigger))
                }
            };
            if let Some((at, trigger)) = place.filter(|&(at, _)| at >= floor) {
                return Some((at, trigger));
            }
        }
    }
}

/// Every date expression of clean `text`, in order; they do not overlap.
///
/// ```
/// let found = vanban::date::find("Thứ Tư, 13/04/2022, 11:01 [GMT+7]");
/// assert_eq!(found[0].text, "Thứ Tư, 13/04/2022, 11:01 [GMT+7]");
/// assert_eq!(found[0].value.edtf().as_deref(), Some("2022-04-13"));
/// assert_eq!(found[0].value.time.unwrap().to_string(), "11:01+07:00");
/// ```
pub fn find(text: &str) -> Vec<Found<'_, DateExpression>> {
    let mut found: Vec<Found<'_, DateExpression>> = Vec::new();
    let mut candidates = Candidates::new(text);
    // Nothing left of the floor is read again.
    let mut floor = 0;
    let mut last_day = None;
    while let Some((at, trigger)) = candidates.next(floor) {
        let Some(mut draft) = read(text, floor, at, trigger, &found) else {
            continue;
        };
        context::settle(text, draft.span, draft.is_day, &mut draft.expression);
        floor = draft.span.end;
        match draft.expression.value {
            DateValue::Date(date @ PartialDate::Day { .. }) if date.is_complete() => {
                last_day = Some(date)
            }
            DateValue::Anchor(Anchor::SameDay) => {
                draft.expression.resolved = last_day.map(DateValue::Date)
            }
            _ => {}
        }
        if let Some(itself) = draft.expression.resolve_itself() {
            draft.expression.resolved = Some(itself);
        }
        found.push(Found::new(text, draft.span, draft.expression));
    }
    found
}

fn is_between_digits(text: &[u8], at: usize) -> bool {
    at > 0 && text[at - 1].is_ascii_digit() && text.get(at + 1).is_some_and(u8::is_ascii_digit)
}

/// Reads the expression that `trigger` announces at `at`, if it is one.
fn read(
    text: &str,
    floor: usize,
    at: usize,
    trigger: Trigger,
    found: &[Found<'_, DateExpression>],
) -> Option<Draft> {
    // The middle of a word starts nothing, but *ngày* is no part of any other and gets glued to the
    // code before it: *NĐ-CPngày 12/6/2025*.
    let previous = text[..at].chars().next_back();
    let starts_word = !previous.is_some_and(char::is_alphabetic);
    match trigger {
        Trigger::Digits => digits::date(text, floor, at),
        Trigger::Now => words::now(text, floor, at + 1),
        Trigger::BareYear => bare_year::bare_year(text, floor, at + 1, found),
        Trigger::Week => words::week(text, floor, at),
        Trigger::Day => words::day(text, floor, at),
        _ if !starts_word => None,
        Trigger::Month => words::month(text, floor, at),
        Trigger::Quarter | Trigger::Year => words::quarter_or_year(text, floor, at),
        Trigger::Planning => words::planning(text, at),
        Trigger::Century => words::century(text, floor, at),
        Trigger::Decade => words::decade(text, floor, at),
        Trigger::Today => words::relative_day(text, floor, at),
        Trigger::LunarDay => words::lunar_day(text, floor, at),
        Trigger::NewYear => words::new_year(text, floor, at),
        Trigger::Born => bare_year::born(text, at),
    }
}
