//! Years without *năm* in front, which other numbers share.

use super::around::{Draft, finish};
use super::left::{Left, is_one_of};
use super::lexer::{self, is_counted_noun, may_end};
use super::partial::PartialDate;
use super::role::follows_law_name;
use super::value::DateValue;
use super::{DateExpression, Modifier, Role, planning};
use crate::span::{Found, Span};
use crate::text::cursor::Cursor;

/// A year without *năm*: after *từ*, *tầm nhìn*, *đến*, a law's name, or as a further period.
pub(super) fn bare_year(
    text: &str,
    floor: usize,
    at: usize,
    found: &[Found<'_, DateExpression>],
) -> Option<Draft> {
    let mut cursor = Cursor::new(text, at);
    let year = lexer::year(&mut cursor).filter(|year| (1900..=2100).contains(year))?;
    if text[..at].ends_with('(') {
        return bracketed_year(text, floor, at, year);
    }
    let mut left = Left::new(text, floor, at);
    let core = Span::new(at, cursor.pos());
    if left.is(&["từ"]) {
        let mut group = planning::bare_years(text, at)?;
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
    if follows_period && let Some(group) = planning::bare_years(text, at) {
        return Some(finish(text, at, group));
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

/// *Luật Đất đai (2013)*, *ông Nguyễn Văn A (1980)*: the digits stand at `at`. In other brackets a
/// number of four digits may be anything.
fn bracketed_year(text: &str, floor: usize, at: usize, year: u16) -> Option<Draft> {
    let core = Span::new(at, at + "1980".len());
    if !text[core.end..].starts_with(')') {
        return None;
    }
    let role = if follows_law_name(text, at - 1) {
        Role::LawYear
    } else if follows_person(Left::new(text, floor, at - 1)) {
        Role::Birth
    } else {
        return None;
    };
    let mut draft = Draft::new(core, core, DateValue::Date(PartialDate::Year(year)));
    draft.expression.role = Some(role);
    Some(draft)
}

/// Whether a capitalised name stands there, behind the word by which people are called.
fn follows_person(mut left: Left<'_>) -> bool {
    const CALLED: [&str; 10] = [
        "ông", "bà", "anh", "chị", "cô", "chú", "thầy", "em", "cháu", "chí",
    ];
    for names in 0..6 {
        let Some(word) = left.word() else {
            return false;
        };
        if is_one_of(word, &CALLED) {
            return names > 0;
        }
        if !word.starts_with(char::is_uppercase) {
            return false;
        }
    }
    false
}

/// *SN 1980*.
pub(super) fn born(text: &str, at: usize) -> Option<Draft> {
    let start = at + "SN ".len();
    let mut cursor = Cursor::new(text, start);
    let year = lexer::year(&mut cursor).filter(|_| may_end(&cursor))?;
    let core = Span::new(start, cursor.pos());
    let mut draft = Draft::new(core, core, DateValue::Date(PartialDate::Year(year)));
    draft.expression.role = Some(Role::Birth);
    Some(draft)
}
