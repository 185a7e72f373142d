//! From text to date expressions: cheap literals trigger the grammar, the words around settle it.

use aho_corasick::packed;
use memchr::memchr3_iter;
use once_cell::sync::Lazy;

use super::around::Draft;
use super::value::{Anchor, DateValue, PartialDate};
use super::{DateExpression, context, digits, lunar, words};
use crate::span::Found;

/// What a trigger announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trigger {
    Day,
    Month,
    Quarter,
    Year,
    Planning,
    Time,
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

/// The literals that start (or sit in) an expression, as they are printed: lower case, capitalised
/// and in capitals where headings use them.
const TRIGGERS: [(&str, Trigger); 50] = [
    ("ngày", Trigger::Day),
    ("Ngày", Trigger::Day),
    ("NGÀY", Trigger::Day),
    ("tháng", Trigger::Month),
    ("Tháng", Trigger::Month),
    ("THÁNG", Trigger::Month),
    ("năm", Trigger::Year),
    ("Năm", Trigger::Year),
    ("NĂM", Trigger::Year),
    ("quý", Trigger::Quarter),
    ("Quý", Trigger::Quarter),
    ("QUÝ", Trigger::Quarter),
    ("quí", Trigger::Quarter),
    ("Quí", Trigger::Quarter),
    ("QUÍ", Trigger::Quarter),
    ("qúy", Trigger::Quarter),
    ("qúi", Trigger::Quarter),
    ("giai đ", Trigger::Planning),
    ("Giai đ", Trigger::Planning),
    ("GIAI Đ", Trigger::Planning),
    ("thời ", Trigger::Time),
    ("Thời ", Trigger::Time),
    ("THỜI ", Trigger::Time),
    ("nhiệm k", Trigger::Planning),
    ("Nhiệm k", Trigger::Planning),
    ("NHIỆM K", Trigger::Planning),
    ("niên độ", Trigger::Planning),
    ("niên kh", Trigger::Planning),
    ("thế k", Trigger::Century),
    ("Thế k", Trigger::Century),
    ("THẾ K", Trigger::Century),
    ("thập ", Trigger::Decade),
    ("Thập ", Trigger::Decade),
    ("THẬP ", Trigger::Decade),
    ("hôm ", Trigger::Today),
    ("Hôm ", Trigger::Today),
    (" nay", Trigger::Now),
    ("mồng", Trigger::LunarDay),
    ("Mồng", Trigger::LunarDay),
    ("mùng", Trigger::LunarDay),
    ("Mùng", Trigger::LunarDay),
    ("rằm", Trigger::LunarDay),
    ("Rằm", Trigger::LunarDay),
    ("Tết", Trigger::NewYear),
    ("TẾT", Trigger::NewYear),
    ("ng tuần", Trigger::Week),
    (" 19", Trigger::BareYear),
    (" 20", Trigger::BareYear),
    ("SN 1", Trigger::Born),
    ("SN 2", Trigger::Born),
];

/// The packed searcher where the processor has the instructions for it, an automaton elsewhere.
struct Triggers {
    packed: Option<packed::Searcher>,
    automaton: Option<aho_corasick::AhoCorasick>,
}

static SEARCHER: Lazy<Triggers> = Lazy::new(|| {
    let literals = TRIGGERS.iter().map(|(literal, _)| literal);
    let packed = packed::Config::new()
        .builder()
        .extend(literals.clone())
        .build();
    let automaton = match packed {
        Some(_) => None,
        None => aho_corasick::AhoCorasick::new(literals).ok(),
    };
    Triggers { packed, automaton }
});

impl Triggers {
    /// The next trigger at or after byte `from`.
    fn next(&self, text: &str, from: usize) -> Option<(usize, Trigger)> {
        let span = aho_corasick::Span {
            start: from,
            end: text.len(),
        };
        let hit = match (&self.packed, &self.automaton) {
            (Some(packed), _) => packed.find_in(text.as_bytes(), span)?,
            (None, Some(automaton)) => automaton.find(aho_corasick::Input::new(text).span(span))?,
            (None, None) => return None,
        };
        Some((hit.start(), TRIGGERS[hit.pattern().as_usize()].1))
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
    let mut separators = memchr3_iter(b'/', b'-', b'.', text.as_bytes())
        .filter(|&at| is_between_digits(text.as_bytes(), at))
        .peekable();
    let mut word = SEARCHER.next(text, 0);
    // Nothing left of the floor is read again.
    let mut floor = 0;
    loop {
        let numeric_first = match (separators.peek(), word) {
            (None, None) => break,
            (Some(&at), Some((word_at, _))) => at < word_at,
            (separator, _) => separator.is_some(),
        };
        let draft = if numeric_first {
            separators
                .next()
                .filter(|&at| at >= floor)
                .and_then(|at| digits::date(text, floor, at))
        } else if let Some((at, trigger)) = word {
            word = SEARCHER.next(text, at + 1);
            (at >= floor)
                .then(|| at_word(text, floor, at, trigger, &found))
                .flatten()
        } else {
            None
        };
        if let Some(mut draft) = draft {
            context::settle(text, draft.span, draft.is_day, &mut draft.expression);
            floor = draft.span.end;
            if word.is_some_and(|(at, _)| at < floor) {
                word = SEARCHER.next(text, floor);
            }
            if draft.expression.value == DateValue::Anchor(Anchor::SameDay) {
                draft.expression.resolved = last_day(&found);
            }
            found.push(Found::new(text, draft.span, draft.expression));
        }
    }
    found
}

fn is_between_digits(text: &[u8], at: usize) -> bool {
    at > 0 && text[at - 1].is_ascii_digit() && text.get(at + 1).is_some_and(u8::is_ascii_digit)
}

/// The last whole day that was named.
fn last_day(found: &[Found<'_, DateExpression>]) -> Option<DateValue> {
    found
        .iter()
        .rev()
        .find_map(|found| match found.value.value {
            DateValue::Date(
                date @ PartialDate::Day {
                    year: Some(_),
                    month: Some(_),
                    ..
                },
            ) => Some(DateValue::Date(date)),
            _ => None,
        })
}

fn at_word(
    text: &str,
    floor: usize,
    at: usize,
    trigger: Trigger,
    found: &[Found<'_, DateExpression>],
) -> Option<Draft> {
    // Inside a word (*giá trị năm* is fine, *Xnăm* is not) no unit starts, but digits may touch it.
    let previous = text[..at].chars().next_back();
    let starts_word = !previous.is_some_and(char::is_alphabetic);
    match trigger {
        Trigger::Now => words::now(text, floor, at + 1),
        Trigger::BareYear => words::bare_year(text, floor, at + 1, found),
        Trigger::Week => words::recurring(text, floor, at + "ng ".len()),
        _ if !starts_word => None,
        Trigger::Day => words::day(text, floor, at),
        Trigger::Month => words::month(text, floor, at),
        Trigger::Quarter | Trigger::Year => words::quarter_or_year(text, floor, at),
        Trigger::Planning | Trigger::Time => words::planning(text, at),
        Trigger::Century => words::century(text, floor, at),
        Trigger::Decade => words::decade(text, floor, at),
        Trigger::Today => words::relative_day(text, floor, at),
        Trigger::LunarDay => {
            let (span, core, value) = lunar::named_day(text, at)?;
            let mut draft = Draft::new(span, core, value);
            draft.is_day = true;
            Some(draft)
        }
        Trigger::NewYear => {
            let span = lunar::new_year(text, at)?;
            let value = words::LUNAR_NEW_YEAR;
            Some(Draft::new(span, span, value))
        }
        Trigger::Born => words::born(text, at),
    }
}
