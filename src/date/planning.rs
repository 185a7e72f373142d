//! Periods of planning: years behind *giai đoạn*, *thời kỳ*, *nhiệm kỳ* and the like.

use super::grammar::{Atom, Kind};
use super::lexer::{gap, keyword, may_end, number, year};
use super::partial::PartialDate;
use super::period::{Group, range};
use super::value::{DateValue, Endpoint};
use crate::span::Span;
use crate::text::cursor::Cursor;

/// *giai đoạn 2018 - 2022*, *thời kỳ*, *nhiệm kỳ*, *niên độ*, *vụ*: the words, then years.
pub(super) fn planning_period(text: &str, at: usize) -> Option<Group> {
    let mut cursor = Cursor::new(text, at);
    let read = [
        "giai đoạn",
        "thời kỳ",
        "thời kì",
        "nhiệm kỳ",
        "nhiệm kì",
        "niên độ",
        "niên khóa",
        "niên khoá",
    ]
    .iter()
    .any(|word| keyword(&mut cursor, word));
    if !read {
        return None;
    }
    gap(&mut cursor);
    let mut bracket = false;
    if year(&mut { cursor }).is_none() {
        // *giai đoạn I (2021 - 2025)*, *giai đoạn 1: từ năm 2021 đến năm 2025*.
        let _ = keyword(&mut cursor, "khóa") || keyword(&mut cursor, "khoá");
        gap(&mut cursor);
        let numbered = number(&mut cursor, 2).is_some()
            || !cursor
                .eat_while(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
                .is_empty();
        gap(&mut cursor);
        if numbered {
            // *giai đoạn 5 năm 2021 - 2025*
            let _ = cursor.eat(':') || cursor.eat(',');
            gap(&mut cursor);
        }
        bracket = cursor.eat('(');
        let _ = keyword(&mut cursor, "từ");
        gap(&mut cursor);
        let _ = keyword(&mut cursor, "năm");
        gap(&mut cursor);
    }
    let core = cursor.pos();
    let first = year(&mut cursor).filter(|year| (1900..=2100).contains(year))?;
    let atom = Atom::bare(core, &cursor, Kind::Year, PartialDate::Year(first));
    let mut group = match range(text, atom) {
        Some(group) => group,
        None if may_end(&cursor) && !bracket => Group::of(atom),
        None => return None,
    };
    let years_only = match &group.value {
        DateValue::Interval { start, end } => [start, end].iter().all(|end| {
            matches!(
                end,
                Endpoint::Date(PartialDate::Year(1900..=2100)) | Endpoint::Unknown
            )
        }),
        _ => true,
    };
    if !years_only {
        return None;
    }
    group.span.start = at;
    group.named = true;
    if bracket && text[group.span.end..].starts_with(')') {
        group.span.end += 1;
    }
    Some(group)
}

/// *5 năm (2021 - 2025)*: the years behind *năm* in brackets; `at` is where *năm* stands.
pub(super) fn bracketed_years(text: &str, at: usize) -> Option<Group> {
    let mut cursor = Cursor::new(text, at);
    if !keyword(&mut cursor, "năm") {
        return None;
    }
    gap(&mut cursor);
    if !cursor.eat('(') {
        return None;
    }
    let mut group = bare_years(text, cursor.pos())?;
    if !text[group.span.end..].starts_with(')') {
        return None;
    }
    group.span = Span::new(at, group.span.end + 1);
    group.named = true;
    Some(group)
}

/// Two years and what joins them, without a word in front: *2021 - 2025*.
pub(super) fn bare_years(text: &str, at: usize) -> Option<Group> {
    let mut cursor = Cursor::new(text, at);
    let first = year(&mut cursor).filter(|year| (1900..=2100).contains(year))?;
    let group = range(
        text,
        Atom::bare(at, &cursor, Kind::Year, PartialDate::Year(first)),
    )?;
    let years_only = match &group.value {
        DateValue::Interval { end, .. } => {
            matches!(
                end,
                Endpoint::Date(PartialDate::Year(1900..=2100)) | Endpoint::Unknown
            )
        }
        _ => false,
    };
    years_only.then_some(group)
}
