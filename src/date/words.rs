//! What each unit word announces, and what it does not.

use super::around::{
    Draft, Part, add_recurrence, dated, extend_left, finish, half_of, months_of, part_of_year,
    part_word, quarter_of, recurs,
};
use super::clock::part_of_day_named;
use super::day::bare_long_day;
use super::grammar::{self, Atom, Kind};
use super::left::{Left, is_one_of};
use super::lexer::{self, gap, gap_keyword, is_counted_noun, keyword, may_end};
use super::partial::PartialDate;
use super::value::{DateValue, Endpoint, Unit};
use super::{DateWarning, era, lunar, planning, relative};
use crate::span::Span;
use crate::text::cursor::Cursor;

/// *mùng 1 Tết*, *rằm tháng bảy*.
pub(super) fn lunar_day(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let (span, core, value) = lunar::named_day(text, at)?;
    Some(day_of_that_name(text, floor, span, core, value))
}

/// *Tết Nguyên đán*, *30 Tết*.
pub(super) fn new_year(text: &str, floor: usize, at: usize) -> Option<Draft> {
    if let Some((span, value)) = lunar::new_year(text, at) {
        return Some(Draft::new(span, span, value));
    }
    let (span, core, value) = lunar::new_year_eve(text, floor, at)?;
    Some(day_of_that_name(text, floor, span, core, value))
}

fn day_of_that_name(text: &str, floor: usize, span: Span, core: Span, value: DateValue) -> Draft {
    let mut draft = Draft::new(span, core, value);
    draft.is_day = true;
    let mut left = Left::new(text, floor, span.start);
    extend_left(text, &mut left, &mut draft.expression);
    draft.span.start = left.pos;
    draft
}

pub(super) fn day(text: &str, floor: usize, at: usize) -> Option<Draft> {
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

pub(super) fn month(text: &str, floor: usize, at: usize) -> Option<Draft> {
    // *26 tháng 6 năm 2026* without *ngày*.
    let mut left = Left::new(text, floor, at);
    let counted = left.count().is_some();
    if counted && text.as_bytes()[left.pos].is_ascii_digit() {
        let mut cursor = Cursor::new(text, left.pos);
        if let Some(atom) = bare_long_day(&mut cursor) {
            let said = atom.is_complete()
                || recurs(text, atom.span.end)
                || left.is(&[
                    "sáng", "trưa", "chiều", "tối", "đêm", "từ", "đến", "trước", "sau", "vào",
                    "hết", "và", "là", "nghĩa",
                ]);
            if said && (atom.is_complete() || !is_counted_noun(text, atom.span.end)) {
                return dated(text, floor, atom);
            }
        }
    }
    let mut cursor = Cursor::new(text, at);
    if let Some(atom) = grammar::worded(&mut cursor)
        && (atom.template
            || (!counted && month_is_meant(text, floor, &atom))
            || (counted && atom.is_complete() && written_in_digits(text, &atom)))
    {
        return dated(text, floor, atom);
    }
    recurring(text, floor, at)
        .or_else(|| offset(text, floor, at))
        .or_else(|| relative_day(text, floor, at))
}

pub(super) fn written_in_digits(text: &str, atom: &Atom) -> bool {
    text.as_bytes()[atom.core].is_ascii_digit()
}

/// Whether a month without a year is one: *tháng 01 lần* (once a month) is not, nor is *tháng hai
/// bên thỏa thuận*.
pub(super) fn month_is_meant(text: &str, floor: usize, atom: &Atom) -> bool {
    let impossible_with_year = atom.date.is_none()
        && text[atom.core..atom.span.end]
            .bytes()
            .filter(u8::is_ascii_digit)
            .count()
            > 2;
    if atom.is_complete() || atom.year_reference.is_some() || impossible_with_year {
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

pub(super) fn quarter_or_year(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let mut left = Left::new(text, floor, at);
    let mut cursor = Cursor::new(text, at);
    if let Some(atom) = grammar::worded(&mut cursor) {
        // *mỗi năm 2000 tấn*, *2 lần/năm*; but *từng năm 2024 - 2026*.
        let counted = left.is(&["mỗi", "từng", "một", "thứ"]) || left.peek() == Some('/');
        let gem = atom.kind == Kind::Quarter && left.is(&["đá", "kim"]);
        let draft = if gem { None } else { dated(text, floor, atom) };
        // *những năm 1980* are ten years.
        let mut many = left;
        let single = draft.as_ref().is_some_and(|draft| draft.span == atom.span);
        if single
            && atom.kind == Kind::Year
            && many.take(&["những"])
            && let Some(decade) = decade_at(text, floor, many.pos, atom.core)
        {
            return Some(decade);
        }
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
    if let Some(group) = planning::bracketed_years(text, at) {
        return Some(finish(text, at, group));
    }
    if !keyword(&mut cursor, "năm") {
        return relative_day(text, floor, at);
    }
    // *những năm 90*
    if left.take(&["những", "các"]) {
        gap(&mut cursor);
        return decade_at(text, floor, left.pos, cursor.pos());
    }
    if lexer::blank(&mut cursor) {
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

/// *6 tháng cuối năm*, *nửa đầu năm nay*, the year not said: `at` is where *năm* stands.
pub(super) fn part_of_any_year(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let mut cursor = Cursor::new(text, at);
    if !keyword(&mut cursor, "năm") {
        return None;
    }
    let (start, part) = part_of_year(Left::new(text, floor, at))?;
    let value = match part {
        Part::Months { count, late } => months_of(None, count, late)?,
        Part::Half { late } => half_of(None, late),
        Part::Quarter { late } => quarter_of(None, late),
        Part::Some { .. } => return None,
    };
    let mut end = cursor.pos();
    let mut counted = cursor;
    gap(&mut counted);
    // *6 tháng đầu năm trước ngày 31/7* is before that day, not of the year before.
    let reference = grammar::counted_year(&mut counted)
        .filter(|_| !gap_keyword(&mut { counted }, &relative::CONJOINED));
    if reference.is_some() {
        end = counted.pos();
    }
    let span = Span::new(start, end);
    let mut draft = Draft::new(span, span, value);
    draft.expression.year_reference = reference;
    add_recurrence(text, &mut draft);
    Some(draft)
}

/// *hằng tuần*, *tuần này*, *02 tuần kể từ ngày …*
pub(super) fn week(text: &str, floor: usize, at: usize) -> Option<Draft> {
    recurring(text, floor, at)
        .or_else(|| offset(text, floor, at))
        .or_else(|| relative_day(text, floor, at))
}

pub(super) fn planning(text: &str, at: usize) -> Option<Draft> {
    // Nothing to the left belongs to it.
    match planning::planning_period(text, at) {
        Some(group) => Some(finish(text, at, group)),
        None => vague(text, at),
    }
}

pub(super) fn century(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let (mut span, mut core, value) = era::centuries(text, at)?;
    let mut left = Left::new(text, floor, at);
    let modifier = part_word(&mut left);
    if matches!(value, DateValue::Interval { .. }) && left.take(&["từ"]) {
        core.start = left.pos;
    }
    span.start = left.pos;
    let mut draft = Draft::new(span, core, value);
    draft.expression.modifier = modifier;
    Some(draft)
}

pub(super) fn decade(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let mut cursor = Cursor::new(text, at);
    let read = ["thập niên", "thập kỷ", "thập kỉ"]
        .iter()
        .any(|word| keyword(&mut cursor, word));
    if !read || Left::new(text, floor, at).count().is_some() {
        return None;
    }
    gap(&mut cursor);
    decade_at(text, floor, at, cursor.pos())
}

pub(super) fn decade_at(text: &str, floor: usize, start: usize, digits_at: usize) -> Option<Draft> {
    let (core, date, guessed) = era::decade(text, digits_at)?;
    let mut left = Left::new(text, floor, start);
    let modifier = part_word(&mut left);
    let span = Span::new(left.pos, core.end);
    let mut draft = Draft::new(span, core, DateValue::Date(date));
    draft.expression.modifier = modifier;
    if guessed {
        draft.expression.warnings.push(DateWarning::TwoDigitYear);
    }
    Some(draft)
}

pub(super) fn relative_day(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let (mut span, relative) = relative::relative(text, floor, at)?;
    let mut left = Left::new(text, floor, at);
    let modifier = match relative.unit {
        Unit::Day => None,
        _ => part_word(&mut left),
    };
    span.start = left.pos;
    let mut draft = Draft::new(span, span, DateValue::Relative(relative));
    draft.expression.modifier = modifier;
    Some(draft)
}

pub(super) fn recurring(text: &str, floor: usize, unit_at: usize) -> Option<Draft> {
    if !text.is_char_boundary(unit_at) {
        return None;
    }
    let (span, period) = relative::recurring(text, floor, unit_at)?;
    let mut draft = Draft::new(span, span, DateValue::Recurring(period));
    draft.expression.recurrence = Some(period);
    Some(draft)
}

pub(super) fn offset(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let (span, core, offset) = relative::offset(text, floor, at)?;
    Some(Draft::new(span, core, DateValue::Offset(offset)))
}

pub(super) fn vague(text: &str, at: usize) -> Option<Draft> {
    let (span, vague) = relative::vague(text, at)?;
    Some(Draft::new(span, span, DateValue::Vague(vague)))
}

/// *sáng nay*, *chiều qua*, *tối mai*, *từ nay đến …*: `at` is where *nay* stands.
pub(super) fn now(text: &str, floor: usize, at: usize) -> Option<Draft> {
    let mut cursor = Cursor::new(text, at);
    let mut left = Left::new(text, floor, at);
    let word = left.word()?;
    if let Some(part) = part_of_day_named(&word.to_lowercase()) {
        let shift = [("nay", 0), ("qua", -1), ("mai", 1)]
            .iter()
            .find(|(word, _)| keyword(&mut cursor, word))?
            .1;
        left.take(&["rạng"]);
        let span = Span::new(left.pos, cursor.pos());
        let value = DateValue::Relative(super::Relative::new(Unit::Day, shift));
        let mut draft = Draft::new(span, span, value);
        draft.expression.part_of_day = Some(part);
        draft.is_day = true;
        return Some(draft);
    }
    if !keyword(&mut cursor, "nay") {
        return None;
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
            let year = lexer::year(&mut cursor).filter(|_| may_end(&cursor))?;
            (PartialDate::Year(year), Span::new(start, cursor.pos()))
        }
    };
    let value = DateValue::Interval {
        start: Endpoint::Unknown,
        end: Endpoint::Date(end),
    };
    Some(Draft::new(Span::new(left.pos, cursor.pos()), core, value))
}
