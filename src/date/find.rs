//! From text to date expressions: cheap triggers, the grammar at each, then the words around.

use aho_corasick::packed;
use memchr::memchr3_iter;
use once_cell::sync::Lazy;

use super::clock::{self, part_of_day_named, weekday_named};
use super::context::{self, Left, follows_law_name, is_one_of, may_be_fraction};
use super::grammar::{self, Atom, Kind, gap, gap_keyword, keyword, lower, may_end};
use super::period::{self, Group};
use super::relative;
use super::value::{Anchor, DateValue, Endpoint, PartialDate, Unit};
use super::{DateExpression, DateWarning, Modifier, Role, lunar};
use crate::span::{Found, Span};
use crate::text::cursor::Cursor;

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

/// An expression being read.
struct Draft {
    span: Span,
    expression: DateExpression,
    is_day: bool,
}

impl Draft {
    fn new(span: Span, core: Span, value: DateValue) -> Self {
        Draft {
            span,
            expression: DateExpression::new(value, core),
            is_day: false,
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
                .and_then(|at| numeric(text, floor, at))
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
        Trigger::Now => now(text, floor, at + 1),
        Trigger::BareYear => bare_year(text, floor, at + 1, found),
        Trigger::Week => recurring(text, floor, at + "ng ".len()),
        _ if !starts_word => None,
        Trigger::Day => day(text, floor, at),
        Trigger::Month => month(text, floor, at),
        Trigger::Quarter | Trigger::Year => quarter_or_year(text, floor, at),
        Trigger::Planning | Trigger::Time => planning(text, at),
        Trigger::Century => century(text, floor, at),
        Trigger::Decade => decade(text, floor, at),
        Trigger::Today => relative_day(text, floor, at),
        Trigger::LunarDay => {
            let (span, core, value) = lunar::named_day(text, at)?;
            let mut draft = Draft::new(span, core, value);
            draft.is_day = true;
            Some(draft)
        }
        Trigger::NewYear => {
            let span = lunar::new_year(text, at)?;
            let value = LUNAR_NEW_YEAR;
            Some(Draft::new(span, span, value))
        }
        Trigger::Born => born(text, at),
    }
}

const LUNAR_NEW_YEAR: DateValue = DateValue::Lunar(super::LunarDate {
    year: None,
    month: Some(1),
    day: None,
});

fn day(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let mut cursor = Cursor::new(text, at);
    if let Some(atom) = grammar::worded(&mut cursor) {
        return dated(text, floor, atom);
    }
    recurring(text, floor, at)
        .or_else(|| offset(text, floor, at))
        .or_else(|| {
            let (span, anchor) = relative::anchor(text, floor, at)?;
            Some(Draft::new(span, span, DateValue::Anchor(anchor)))
        })
        .or_else(|| relative_day(text, floor, at))
}

fn month(text: &str, floor: usize, at: usize) -> Option<Draft> {
    // *26 tháng 6 năm 2026* without *ngày*.
    let mut left = Left::new(text, floor, at);
    let counted = left.count().is_some();
    if counted && text.as_bytes()[left.pos].is_ascii_digit() {
        let mut cursor = Cursor::new(text, left.pos);
        if let Some(atom) = grammar::bare_long_day(&mut cursor) {
            let said = atom.is_complete()
                || left.is(&[
                    "sáng", "trưa", "chiều", "tối", "đêm", "từ", "và", "đến", "khởi", "nghĩa",
                ]);
            if said && (atom.is_complete() || !is_counted_noun(text, atom.span.end)) {
                return dated(text, floor, atom);
            }
        }
    }
    let mut cursor = Cursor::new(text, at);
    if let Some(atom) = grammar::worded(&mut cursor) {
        if atom.template
            || (!counted && month_is_meant(text, floor, &atom))
            || (counted && atom.is_complete() && written_in_digits(text, &atom))
        {
            return dated(text, floor, atom);
        }
    }
    recurring(text, floor, at)
        .or_else(|| offset(text, floor, at))
        .or_else(|| relative_day(text, floor, at))
}

fn written_in_digits(text: &str, atom: &Atom) -> bool {
    text.as_bytes()[atom.core].is_ascii_digit()
}

/// Whether a month without a year is one: *tháng 01 lần* (once a month) is not, nor is *tháng hai
/// bên thỏa thuận*.
fn month_is_meant(text: &str, floor: usize, atom: &Atom) -> bool {
    if atom.is_complete() || atom.year_reference.is_some() {
        return true;
    }
    let left = Left::new(text, floor, atom.span.start);
    if { left }.word().is_some_and(relative::is_per) || left.peek() == Some('/') {
        return false;
    }
    if is_counted_noun(text, atom.span.end) {
        return false;
    }
    let cue = left.is(&[
        "vào", "trong", "từ", "đến", "tới", "trước", "sau", "hết", "đầu", "giữa", "cuối", "rằm",
        "các", "và", "hoặc",
    ]);
    let ends_phrase = text[atom.span.end..]
        .trim_start()
        .starts_with([',', '.', ';', ')', ':', '-', '–'])
        || text[atom.span.end..]
            .trim_start_matches([' ', '\t'])
            .starts_with('\n')
        || atom.span.end == text.len();
    if written_in_digits(text, atom) && atom.date.is_some() {
        return true;
    }
    cue || (ends_phrase && atom.date.is_some()) || recurs(text, atom.span.end)
}

fn recurs(text: &str, end: usize) -> bool {
    relative::recurrence_tail(&mut Cursor::new(text, end)).is_some()
}

/// Whether what follows makes the number before it a count.
fn is_counted_noun(text: &str, end: usize) -> bool {
    const NOUNS: [&str; 17] = [
        "lần",
        "kỳ",
        "buổi",
        "giờ",
        "ngày",
        "tuần",
        "phiên",
        "đồng",
        "triệu",
        "tỷ",
        "người",
        "lượt",
        "đợt",
        "bên",
        "cuộc",
        "bản",
        "trở lên",
    ];
    gap_keyword(&mut Cursor::new(text, end), &NOUNS)
}

fn quarter_or_year(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let mut left = Left::new(text, floor, at);
    let mut cursor = Cursor::new(text, at);
    if let Some(atom) = grammar::worded(&mut cursor) {
        // *mỗi năm 2000 tấn*, *2 lần/năm*; but *từng năm 2024 - 2026*.
        let counted = left.is(&["mỗi", "từng", "một", "thứ"]) || left.peek() == Some('/');
        let gem = atom.kind == Kind::Quarter && left.is(&["đá", "kim"]);
        let draft = if gem { None } else { dated(text, floor, atom) };
        return draft.filter(|draft| {
            atom.template
                || !counted
                || matches!(draft.expression.value, DateValue::Interval { .. })
        });
    }
    if let Some(draft) = recurring(text, floor, at).or_else(|| offset(text, floor, at)) {
        return Some(draft);
    }
    if let Some(draft) = part_of_any_year(text, floor, at) {
        return Some(draft);
    }
    if !keyword(&mut cursor, "năm") {
        return relative_day(text, floor, at);
    }
    // *những năm 90*
    if left.take(&["những", "các"]) {
        gap(&mut cursor);
        return decade_at(text, left.pos, cursor.pos());
    }
    if grammar::blank(&mut cursor) {
        return None;
    }
    let mut cyclic = cursor;
    if lunar::cyclic_year(&mut cyclic) {
        let span = Span::new(at, cyclic.pos());
        let value = DateValue::Lunar(super::LunarDate {
            year: None,
            month: None,
            day: None,
        });
        return Some(Draft::new(
            span,
            Span::new(cursor.pos() + 1, span.end),
            value,
        ));
    }
    relative_day(text, floor, at)
}

/// *6 tháng cuối năm*, the year not said: `at` is where *năm* stands.
fn part_of_any_year(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let mut cursor = Cursor::new(text, at);
    if !keyword(&mut cursor, "năm") {
        return None;
    }
    let (start, part) = part_of_year(Left::new(text, floor, at))?;
    let Part::Months { count, late } = part else {
        return None;
    };
    let value = months_of(None, count, late)?;
    let span = Span::new(start, cursor.pos());
    let mut draft = Draft::new(span, span, value);
    add_recurrence(text, &mut draft);
    Some(draft)
}

fn planning(text: &str, at: usize) -> Option<Draft> {
    // Nothing to the left belongs to it.
    match period::planning_period(text, at) {
        Some(group) => Some(finish(text, at, group)),
        None => vague(text, at),
    }
}

fn century(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let (mut span, core, date) = period::century(text, at)?;
    let mut left = Left::new(text, floor, at);
    let modifier = part_word(&mut left);
    span.start = left.pos;
    let mut draft = Draft::new(span, core, DateValue::Date(date));
    draft.expression.modifier = modifier;
    Some(draft)
}

fn decade(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let mut cursor = Cursor::new(text, at);
    let read = ["thập niên", "thập kỷ", "thập kỉ"]
        .iter()
        .any(|word| keyword(&mut cursor, word));
    if !read || Left::new(text, floor, at).count().is_some() {
        return None;
    }
    gap(&mut cursor);
    decade_at(text, at, cursor.pos())
}

fn decade_at(text: &str, start: usize, digits_at: usize) -> Option<Draft> {
    let (core, date, guessed) = period::decade(text, digits_at)?;
    let mut draft = Draft::new(Span::new(start, core.end), core, DateValue::Date(date));
    if guessed {
        draft.expression.warnings.push(DateWarning::TwoDigitYear);
    }
    Some(draft)
}

fn relative_day(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let (span, relative) = relative::relative(text, floor, at)?;
    Some(Draft::new(span, span, DateValue::Relative(relative)))
}

fn recurring(text: &str, floor: usize, unit_at: usize) -> Option<Draft> {
    if !text.is_char_boundary(unit_at) {
        return None;
    }
    let (span, period) = relative::recurring(text, floor, unit_at)?;
    let mut draft = Draft::new(span, span, DateValue::Recurring(period));
    draft.expression.recurrence = Some(period);
    Some(draft)
}

fn offset(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let (span, core, offset) = relative::offset(text, floor, at)?;
    Some(Draft::new(span, core, DateValue::Offset(offset)))
}

fn vague(text: &str, at: usize) -> Option<Draft> {
    let (span, vague) = relative::vague(text, at)?;
    Some(Draft::new(span, span, DateValue::Vague(vague)))
}

/// *từ nay đến …*, *sáng nay*: `at` is where *nay* stands.
fn now(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let mut cursor = Cursor::new(text, at);
    if !keyword(&mut cursor, "nay") {
        return None;
    }
    let mut left = Left::new(text, floor, at);
    let word = left.word()?;
    if let Some(part) = part_of_day_named(&word.to_lowercase()) {
        let span = Span::new(left.pos, cursor.pos());
        let value = DateValue::Relative(super::Relative {
            unit: Unit::Day,
            shift: 0,
        });
        let mut draft = Draft::new(span, span, value);
        draft.expression.part_of_day = Some(part);
        draft.is_day = true;
        return Some(draft);
    }
    if !is_one_of(word, &["từ"]) {
        return None;
    }
    gap(&mut cursor);
    if !keyword(&mut cursor, "đến") && !keyword(&mut cursor, "tới") {
        return None;
    }
    gap(&mut cursor);
    for word in ["hết", "cuối"] {
        let _ = keyword(&mut cursor, word);
        gap(&mut cursor);
    }
    let start = cursor.pos();
    let (end, core) = match grammar::worded(&mut cursor) {
        Some(atom) => (
            atom.date.filter(|_| !atom.template)?,
            Span::new(atom.core, atom.span.end),
        ),
        None => {
            let year = grammar::year(&mut cursor).filter(|_| may_end(&cursor))?;
            (PartialDate::Year(year), Span::new(start, cursor.pos()))
        }
    };
    let value = DateValue::Interval {
        start: Endpoint::Unknown,
        end: Endpoint::Date(end),
    };
    Some(Draft::new(Span::new(left.pos, cursor.pos()), core, value))
}

/// A year without *năm*: after *từ*, *tầm nhìn*, *đến*, a law's name, or as a further period.
fn bare_year(
    text: &str,
    floor: usize,
    at: usize,
    found: &[Found<'_, DateExpression>],
) -> Option<Draft> {
    let mut cursor = Cursor::new(text, at);
    let year = grammar::year(&mut cursor).filter(|year| (1900..=2100).contains(year))?;
    let mut left = Left::new(text, floor, at);
    let core = Span::new(at, cursor.pos());
    if left.is(&["từ"]) {
        let mut group = period::bare_years(text, at)?;
        left.take(&["từ"]);
        group.span.start = left.pos;
        group.core = group.span;
        return Some(finish(text, group.span.start, group));
    }
    // *giai đoạn 2016 - 2020 và 2021 - 2025*
    let follows_period = found.last().is_some_and(|last| {
        matches!(last.value.value, DateValue::Interval { .. })
            && last.span.end == floor
            && matches!(text[floor..at].trim(), "và" | "," | ";")
    });
    if follows_period {
        if let Some(group) = period::bare_years(text, at) {
            return Some(finish(text, at, group));
        }
    }
    if !may_end(&cursor) {
        return None;
    }
    let mut cue = left;
    let horizon = cue.take(&["đến", "tới"]);
    let vision = cue.take(&["nhìn"]) && cue.is(&["tầm"]);
    let mut draft = Draft::new(core, core, DateValue::Date(PartialDate::Year(year)));
    if vision {
        draft.expression.modifier = horizon.then_some(Modifier::By);
        return Some(draft);
    }
    if horizon {
        let after = text[core.end..].trim_start_matches([' ', '\t']);
        let ends = after.is_empty() || after.starts_with([',', '.', ';', ')', '\n', '”', '"', '*']);
        return (ends && !cue.is(&["từ"])).then_some(draft);
    }
    if follows_law_name(text, at) && !is_counted_noun(text, core.end) {
        draft.expression.role = Some(Role::LawYear);
        return Some(draft);
    }
    None
}

/// *SN 1980*.
fn born(text: &str, at: usize) -> Option<Draft> {
    let start = at + "SN ".len();
    let mut cursor = Cursor::new(text, start);
    let year = grammar::year(&mut cursor).filter(|_| may_end(&cursor))?;
    let core = Span::new(start, cursor.pos());
    let mut draft = Draft::new(core, core, DateValue::Date(PartialDate::Year(year)));
    draft.expression.role = Some(Role::Birth);
    Some(draft)
}

/// A date of digits alone; `at` is its first separator.
fn numeric(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let digits = text[floor..at]
        .bytes()
        .rev()
        .take_while(u8::is_ascii_digit)
        .count();
    let start = at - digits;
    if text[floor..start].ends_with('Q') {
        return short_quarter(text, floor, start);
    }
    if digits > 4 || !may_start(&text[floor..start]) {
        return None;
    }
    let mut cursor = Cursor::new(text, start);
    let atom = grammar::numeric(&mut cursor, start, start)?;
    let in_range = |date: PartialDate| match date {
        PartialDate::Day {
            month: Some(month),
            day,
            ..
        } => month <= 12 && (1..=31).contains(&day) && month > 0,
        other => other.exists(),
    };
    let stamp = cursor.rest().starts_with('T') && digits == 4;
    if !may_end(&cursor) && !stamp {
        return None;
    }
    // An impossible day is reported only if it still looks like one: 31/11/2020, not 45/13/2020.
    if atom.date.is_none() && !in_range(reread(text, start)?) {
        return None;
    }
    let left = Left::new(text, floor, start);
    let mut labelled = left;
    labelled.skip_space();
    labelled.skip(':');
    if labelled.is(&[
        "số", "mẫu", "điều", "khoản", "lục", "biểu", "lô", "thửa", "mã",
    ]) {
        return None;
    }
    if atom.date.is_some() && !atom.is_complete() && atom.year_reference.is_none() {
        return day_month(text, floor, atom);
    }
    if atom.kind == Kind::Month && !month_year_is_meant(text, floor, &atom) {
        return None;
    }
    dated(text, floor, atom)
}

/// The numbers of an impossible `D/M/Y`, unchecked.
fn reread(text: &str, start: usize) -> Option<PartialDate> {
    let mut fields = text[start..].split(|c: char| !c.is_ascii_digit());
    let day = fields.next()?.parse().ok()?;
    let month = fields.next()?.parse().ok()?;
    Some(PartialDate::Day {
        year: None,
        month: Some(month),
        day,
    })
}

/// Whether a date of digits may start behind `before`.
fn may_start(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        None => true,
        Some('/' | '\\' | '$' | '#' | '№' | '_' | '%' | '=') => false,
        Some('.' | ',' | '-' | '–' | ':' | '+') => {
            !back.next().is_some_and(char::is_alphanumeric)
        }
        Some(c) => !c.is_alphanumeric(),
    }
}

/// *Q4/2020*: the digit stands at `digit`.
fn short_quarter(text: &str, floor: usize, digit: usize) -> Option<Draft> {
    let before = &text[floor..digit];
    let letter = before.strip_suffix('Q')?;
    let mut cursor = Cursor::new(text, digit);
    let atom = grammar::quarter(&mut cursor, digit).filter(|atom| atom.is_complete())?;
    if letter
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric)
    {
        return None;
    }
    let mut group = period::group(text, atom, false);
    group.span.start = digit - 1;
    Some(finish(text, floor, group))
}

/// `D/M` without *ngày*: only where the words in front expect a date.
fn day_month(text: &str, floor: usize, atom: Atom) -> Option<Draft> {
    let left = Left::new(text, floor, atom.span.start);
    let group = period::group(text, atom, false);
    let grown = group.span.end > atom.span.end;
    let fraction = may_be_fraction(&group) && text.as_bytes()[atom.span.start] != b'0';
    let after = text[group.span.end..].trim_start_matches([' ', '\t']);
    let ends_phrase = after.is_empty()
        || after.starts_with([',', '.', ';', ')', '\n', '-', '–', ':'])
        || [
            "đến", "sẽ", "tới", "này", "hằng", "hàng", "năm", "vừa", "là", "và",
        ]
        .iter()
        .any(|w| context::starts_with(after, w));
    let strong = left.is(&["sáng", "trưa", "chiều", "tối", "đêm", "hôm", "buổi"])
        || has_clock_in_front(text, floor, atom.span.start);
    let cued = left.is(&[
        "từ", "đến", "tới", "trước", "sau", "dịp", "lễ", "khánh", "niệm", "vào", "hết", "hạn",
    ]) || (left.peek() == Some('(') && after.starts_with(')'));
    let accepted = strong
        || (cued && (!fraction || (ends_phrase && left.peek() != Some('('))))
        || (grown && cued);
    accepted.then(|| finish(text, floor, group))
}

fn has_clock_in_front(text: &str, floor: usize, start: usize) -> bool {
    let mut draft = Draft::new(
        Span::new(start, start),
        Span::new(start, start),
        DateValue::Blank,
    );
    draft.is_day = true;
    let mut left = Left::new(text, floor, start);
    extend_left(text, &mut left, &mut draft.expression);
    left.pos < start
}

/// `M/Y` without *tháng*: *từ 3/2020*, not *Nghị định 11/2020*.
fn month_year_is_meant(text: &str, floor: usize, atom: &Atom) -> bool {
    let left = Left::new(text, floor, atom.span.start);
    left.is(&[
        "từ", "đến", "tới", "trước", "sau", "vào", "trong", "hết", "khoảng", "đầu", "giữa", "cuối",
        "kỳ",
    ])
}

/// Everything that starts from one date: ranges and lists, then what stands around.
fn dated(text: &str, floor: usize, atom: Atom) -> Option<Draft> {
    let mut left = Left::new(text, floor, atom.span.start);
    let plural = left.is(&["các", "những"]) || left.count().is_some();
    let group = period::group(text, atom, plural);
    let lone = matches!(
        group.value,
        DateValue::Date(PartialDate::Day { month: None, .. })
    ) || matches!(
        &group.value,
        DateValue::Interval {
            start: Endpoint::Date(PartialDate::Day { month: None, .. }),
            ..
        }
    );
    if lone && !lone_day_is_meant(text, floor, &group) {
        return None;
    }
    if group.value == DateValue::Impossible
        && atom.kind == Kind::Month
        && is_counted_noun(text, group.span.end)
    {
        return None;
    }
    Some(finish(text, floor, group))
}

/// *ngày 27* alone: after a preposition of time, or with the month said in other words.
fn lone_day_is_meant(text: &str, floor: usize, group: &Group) -> bool {
    let left = Left::new(text, floor, group.span.start);
    let cue = left.is(&[
        "vào", "trước", "sau", "từ", "đến", "tới", "là", "hết", "hơn", "nhất", "quá", "các",
        "cùng", "và", "sáng", "chiều", "tối",
    ]);
    if group.year_reference.is_some() || recurs(text, group.span.end) {
        return true;
    }
    let mut after = Cursor::new(text, group.span.end);
    let of = gap_keyword(&mut after, &["của"]);
    gap(&mut after);
    if keyword(&mut after, "tháng") {
        // *của tháng*, *tháng đầu tiên của quý*; *ngày 12 tháng 2019* is a slip of the pen.
        return of
            || gap_keyword(
                &mut after,
                &[
                    "đầu", "cuối", "thứ", "thuộc", "đó", "có", "phát", "theo", "quý",
                ],
            );
    }
    cue && !is_counted_noun(text, group.span.end)
}

/// What stands around a group of dates.
fn finish(text: &str, floor: usize, group: Group) -> Draft {
    let mut draft = Draft::new(group.span, group.core, group.value);
    draft.is_day = group.kind == Kind::Day;
    draft.expression.template = group.template;
    draft.expression.year_reference = group.year_reference;
    draft.expression.warnings.extend(group.warning);
    let reversed = group.warning == Some(DateWarning::ReversedInterval);

    let mut cursor = Cursor::new(text, draft.span.end);
    match lunar::calendar_word(&mut cursor) {
        Some(true) => {
            draft.expression.value = lunar::as_lunar(&draft.expression.value);
            draft.span.end = cursor.pos();
        }
        Some(false) => draft.span.end = cursor.pos(),
        None => {}
    }
    add_recurrence(text, &mut draft);
    if draft.is_day && !matches!(draft.expression.value, DateValue::Blank) {
        add_time_behind(text, &mut draft);
    }

    let mut left = Left::new(text, floor, draft.span.start);
    if draft.is_day {
        extend_left(text, &mut left, &mut draft.expression);
    } else {
        extend_over_part(&mut left, &mut draft);
    }
    draft.span.start = left.pos;
    // The two ends of *từ … đến …* are one expression with their words.
    let two_ended = matches!(draft.expression.value, DateValue::Interval { .. }) || reversed;
    let named = group.named || context::starts_with(&text[group.span.start..], "năm học");
    if two_ended && !named && left.take(&["từ"]) {
        draft.span.start = left.pos;
        draft.expression.core = draft.span;
    }
    check_weekday(&mut draft.expression);
    draft
}

fn add_recurrence(text: &str, draft: &mut Draft) {
    let mut cursor = Cursor::new(text, draft.span.end);
    let dated = matches!(draft.expression.value, DateValue::Date(date) if date.year().is_none())
        || matches!(
            draft.expression.value,
            DateValue::Interval { .. } | DateValue::AllOf(_) | DateValue::Lunar(_)
        );
    if !dated {
        return;
    }
    if let Some(period) = relative::recurrence_tail(&mut cursor) {
        draft.expression.recurrence = Some(period);
        draft.span.end = cursor.pos();
    }
}

/// `, 11:01 [GMT+7]`, ` 07:55:25 +07:00`, `T07:55`, and a weekday in brackets.
fn add_time_behind(text: &str, draft: &mut Draft) {
    let mut cursor = Cursor::new(text, draft.span.end);
    let mut weekday = cursor;
    gap(&mut weekday);
    if weekday.eat('(') && keyword(&mut weekday, "thứ") {
        weekday.spaces();
        let word = weekday.eat_while(char::is_alphanumeric).to_lowercase();
        if let (Some(day), true) = (weekday_named(&word), weekday.eat(')')) {
            draft.expression.weekday = Some(day);
            draft.span.end = weekday.pos();
            cursor = weekday;
        }
    }
    if !cursor.eat('T') {
        cursor.spaces();
        let _ = cursor.eat_if(|c| matches!(c, ',' | '-' | '–' | '|'));
        gap(&mut cursor);
        let _ = keyword(&mut cursor, "vào");
        gap(&mut cursor);
        let _ = keyword(&mut cursor, "lúc") || keyword(&mut cursor, "hồi");
        gap(&mut cursor);
    }
    if let Some(time) = clock::time(&mut cursor) {
        draft.expression.time = Some(time);
        draft.span.end = cursor.pos();
    }
}

/// Weekday, part of the day and time in front of a day, in any order.
fn extend_left(text: &str, left: &mut Left<'_>, expression: &mut DateExpression) {
    for _ in 0..4 {
        let mut at = *left;
        at.skip_space();
        let _ = at.skip(',') || at.skip('-');
        let mut word_at = at;
        let word = word_at.word().map(str::to_lowercase).unwrap_or_default();
        if let (None, Some(part)) = (expression.part_of_day, part_of_day_named(&word)) {
            let mut before = word_at;
            before.take(&["buổi"]);
            expression.part_of_day = Some(part);
            *left = before;
            continue;
        }
        if expression.weekday.is_none() {
            let mut before = word_at;
            let weekday = match weekday_named(&word) {
                Some(day) if before.take(&["thứ"]) => Some(day),
                _ if word == "nhật" && before.take(&["chủ"]) => Some(super::Weekday::Sunday),
                _ => None,
            };
            if let Some(weekday) = weekday {
                expression.weekday = Some(weekday);
                *left = before;
                continue;
            }
        }
        if expression.time.is_none() {
            if let Some((start, time)) = time_in_front(text, at) {
                expression.time = Some(time);
                left.pos = start;
                continue;
            }
        }
        break;
    }
}

/// A time that ends where `left` stands: tried from each of the last tokens.
fn time_in_front(text: &str, left: Left<'_>) -> Option<(usize, super::TimeOfDay)> {
    let mut at = left;
    at.skip_space();
    let end = at.pos;
    // Only digits, *h*, *giờ* and *phút* end a time.
    if !at
        .peek()
        .is_some_and(|c| c.is_ascii_digit() || matches!(lower(c), 'h' | 'g' | 'ờ' | 't'))
    {
        return None;
    }
    let mut best = None;
    for _ in 0..4 {
        let Some(_) = at.word() else { break };
        while at.skip(':') {
            if at.word().is_none() {
                break;
            }
        }
        let mut cursor = Cursor::new(text, at.pos);
        if let Some(time) = clock::time(&mut cursor) {
            if cursor.pos() == end {
                best = Some((at.pos, time));
            }
        }
    }
    best
}

/// *cuối năm 2020*, *những tháng cuối năm 2020*, *6 tháng đầu năm 2020*: what part of the unit.
fn extend_over_part(left: &mut Left<'_>, draft: &mut Draft) {
    if let DateValue::Date(PartialDate::Year(year)) = draft.expression.value {
        if let Some((part_start, part)) = part_of_year(*left) {
            left.pos = part_start;
            match part {
                Part::Some { late } => {
                    draft.expression.modifier = Some(if late {
                        Modifier::LastMonths
                    } else {
                        Modifier::FirstMonths
                    });
                }
                Part::Months { count, late } => {
                    if let Some(value) = months_of(Some(year), count, late) {
                        draft.expression.value = value;
                        draft.expression.core = Span::new(part_start, draft.span.end);
                    }
                }
                Part::Half { late } => {
                    let half = 1 + u8::from(late);
                    draft.expression.value = DateValue::Date(PartialDate::Half {
                        year: Some(year),
                        half,
                    });
                    draft.expression.core = Span::new(part_start, draft.span.end);
                }
            }
            return;
        }
    }
    if matches!(draft.expression.value, DateValue::Date(_)) {
        // *đến cuối năm 2020* is a limit, which the context settles.
        let mut part = *left;
        if let Some(modifier) = part_word(&mut part) {
            *left = part;
            draft.expression.modifier = Some(modifier);
        }
    }
}

/// *đầu*, *giữa*, *cuối*.
fn part_word(left: &mut Left<'_>) -> Option<Modifier> {
    [
        ("đầu", Modifier::Early),
        ("giữa", Modifier::Mid),
        ("cuối", Modifier::Late),
    ]
    .into_iter()
    .find(|(word, _)| left.take(&[word]))
    .map(|(_, modifier)| modifier)
}

/// A part of a year, as said in front of *năm*.
enum Part {
    /// *những tháng cuối*
    Some { late: bool },
    /// *9 tháng đầu*
    Months { count: u8, late: bool },
    /// *nửa đầu*
    Half { late: bool },
}

fn part_of_year(mut left: Left<'_>) -> Option<(usize, Part)> {
    let late = left.is(&["cuối"]);
    if !left.take(&["cuối", "đầu"]) {
        return None;
    }
    if left.take(&["nửa"]) {
        return Some((left.pos, Part::Half { late }));
    }
    if !left.take(&["tháng"]) {
        return None;
    }
    if left.take(&["những", "các", "mấy"]) {
        return Some((left.pos, Part::Some { late }));
    }
    let count = left.count().filter(|count| (1..=11).contains(count))? as u8;
    Some((left.pos, Part::Months { count, late }))
}

/// The first or last `count` months of a year.
fn months_of(year: Option<u16>, count: u8, late: bool) -> Option<DateValue> {
    if count == 6 {
        return Some(DateValue::Date(PartialDate::Half {
            year,
            half: 1 + u8::from(late),
        }));
    }
    let month = |month| PartialDate::Month { year, month };
    let (first, last) = if late { (13 - count, 12) } else { (1, count) };
    (1..=11).contains(&count).then(|| {
        if first == last {
            DateValue::Date(month(first))
        } else {
            DateValue::Interval {
                start: Endpoint::Date(month(first)),
                end: Endpoint::Date(month(last)),
            }
        }
    })
}

/// Warns where the weekday written is not that of the day.
fn check_weekday(expression: &mut DateExpression) {
    if let (Some(weekday), DateValue::Date(date @ PartialDate::Day { .. })) =
        (expression.weekday, &expression.value)
    {
        if date
            .bounds()
            .is_some_and(|(day, _)| day.weekday() != weekday)
        {
            expression.warnings.push(DateWarning::WeekdayMismatch);
        }
    }
}
