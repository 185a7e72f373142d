//! Several dates said as one: ranges, and lists with a shared tail.

use super::DateWarning;
use super::YearReference;
use super::clock;
use super::day::{bare_long_day, numeric};
use super::grammar::{Atom, Kind, month_number, month_year, quarter_number, quarter_year, worded};
use super::lexer::{gap, gap_keyword, is_counted_noun, keyword, may_end, number, year};
use super::partial::PartialDate;
use super::value::{DateValue, Endpoint};

use crate::span::Span;
use crate::text::cursor::Cursor;

/// One date or several, read as one expression.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) span: Span,
    pub(super) core: Span,
    pub(super) kind: Kind,
    pub(super) value: DateValue,
    /// *giai đoạn …*, *năm học …*: two years that name one unit, to which no *từ* belongs.
    pub(super) named: bool,
    pub(super) template: bool,
    pub(super) year_reference: Option<YearReference>,
    pub(super) warning: Option<DateWarning>,
}

impl Group {
    pub(super) fn of(atom: Atom) -> Self {
        let value = match atom.date {
            Some(date) => DateValue::Date(date),
            None if atom.template => DateValue::Blank,
            None => DateValue::Impossible,
        };
        Group {
            span: atom.span,
            core: Span::new(atom.core, atom.span.end),
            kind: atom.kind,
            value,
            named: false,
            template: atom.template,
            year_reference: atom.year_reference,
            warning: atom.warning,
        }
    }

    /// The same, reaching to `end` and meaning `value`.
    fn grown(mut self, end: usize, value: DateValue) -> Self {
        self.span.end = end;
        self.core.end = end;
        self.value = value;
        self
    }

    fn reject(&mut self, warning: DateWarning) {
        self.value = DateValue::Impossible;
        self.warning = Some(warning);
    }
}

/// How the dates before and after it belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    To,
    Comma,
    And,
    Or,
}

/// Longest list of dates that is read as one.
const MOST_MEMBERS: usize = 40;

/// Reads on behind `first`: a range, else a list, else `first` alone. `plural` says that *các* or a
/// count in front announces a list.
pub(super) fn group(text: &str, first: Atom, plural: bool) -> Group {
    if first.date.is_none() || first.template {
        return Group::of(first);
    }
    range(text, first)
        .or_else(|| list(text, first, plural))
        .unwrap_or_else(|| Group::of(first))
}

pub(super) fn range(text: &str, first: Atom) -> Option<Group> {
    let mut cursor = Cursor::new(text, first.span.end);
    let joint = joint(&mut cursor)?;
    if !matches!(joint, Joint::Dash | Joint::To) {
        return None;
    }
    let start = first.date?;
    if joint == Joint::To && keyword(&mut cursor, "nay") {
        let value = DateValue::Interval {
            start: Endpoint::Date(start),
            end: Endpoint::Unknown,
        };
        return Some(Group::of(first).grown(cursor.pos(), value));
    }
    if joint == Joint::To {
        let mut time = cursor;
        if clock::time(&mut time).is_some() {
            gap(&mut time);
            time.eat(',');
            gap(&mut time);
            cursor = time;
        }
        for part in ["đầu", "giữa", "cuối"] {
            let _ = keyword(&mut cursor, part);
        }
        gap(&mut cursor);
    }
    let second = element(&mut cursor, first.kind)?;
    let end = second.date?;
    if joint == Joint::Dash && second.kind != first.kind {
        return None;
    }
    let mut group = Group::of(first);
    group.year_reference = match (first.year_reference, second.year_reference) {
        (None, None) => None,
        // The two ends may be of different years; no one reference year completes both.
        _ => Some(YearReference::Symbolic),
    };
    group.template |= second.template;
    group.warning = first.warning.or(second.warning);
    let (start, end) = completed(start, end, group.year_reference.is_some());
    let value = DateValue::Interval {
        start: Endpoint::Date(start),
        end: Endpoint::Date(end),
    };
    let mut group = group.grown(second.span.end, value);
    if !start.exists() || !end.exists() {
        group.reject(DateWarning::ImpossibleDate);
    } else if group.year_reference.is_none() && is_reversed(start, end) {
        // `2020-1998` is more likely something else than a wrong period.
        if joint == Joint::Dash && !second.worded {
            return None;
        }
        group.reject(DateWarning::ReversedInterval);
    }
    Some(group)
}

/// Gives each end the year (and month) that only the other one has, as long as the order holds.
fn completed(start: PartialDate, end: PartialDate, counted: bool) -> (PartialDate, PartialDate) {
    if counted {
        return (start, end);
    }
    let filled = start.filled_from(end);
    if filled.exists() && is_reversed(filled, end) && !start.is_complete() {
        return (start, end);
    }
    let last = end.filled_from(filled);
    if is_reversed(filled, last) {
        (filled, end)
    } else {
        (filled, last)
    }
}

fn is_reversed(start: PartialDate, end: PartialDate) -> bool {
    match (start.bounds(), end.bounds()) {
        (Some((first, _)), Some((_, last))) => first > last,
        _ => match (start, end) {
            (
                PartialDate::Day {
                    month: None,
                    day: a,
                    ..
                },
                PartialDate::Day {
                    month: None,
                    day: b,
                    ..
                },
            ) => a > b,
            _ => false,
        },
    }
}

fn list(text: &str, first: Atom, plural: bool) -> Option<Group> {
    let mut cursor = Cursor::new(text, first.span.end);
    let mut members = vec![first];
    let mut joints = Vec::new();
    // The list as far as a reader would take it for one: to its last *và*, or to its tail.
    let mut accepted = 1;
    while members.len() < MOST_MEMBERS {
        let Some(joint) = joint(&mut cursor) else {
            break;
        };
        if matches!(joint, Joint::Dash | Joint::To) {
            break;
        }
        let mut ahead = cursor;
        // *ngày 28 và sáng 29/12/2020*
        let part = first.is_lone_day()
            && ["sáng", "trưa", "chiều", "tối", "đêm"]
                .iter()
                .any(|part| keyword(&mut ahead, part));
        if part {
            gap(&mut ahead);
        }
        let Some(member) = element(&mut ahead, first.kind) else {
            break;
        };
        let same_form = member.kind == first.kind && member.date.is_some() && !member.template;
        // With its own unit word and nothing to share, it is a date of its own.
        let adds = member.completeness() > first.completeness();
        if !same_form
            || (member.worded && !adds)
            || (member.is_complete() && first.is_complete() && first.kind != Kind::Year)
        {
            break;
        }
        cursor = ahead;
        members.push(member);
        joints.push(joint);
        if plural || adds || matches!(joint, Joint::And | Joint::Or) || is_next(text, &members) {
            accepted = members.len();
        }
        if adds || matches!(joint, Joint::And | Joint::Or) && member.is_complete() {
            break;
        }
    }
    if accepted < 2 {
        return None;
    }
    members.truncate(accepted);
    joints.truncate(accepted - 1);
    let mut dates: Vec<PartialDate> = members.iter().filter_map(|member| member.date).collect();
    for i in (0..dates.len() - 1).rev() {
        dates[i] = dates[i].filled_from(dates[i + 1]);
    }
    let possible = dates.iter().all(|date| date.exists());
    let value = if joints.contains(&Joint::Or) {
        DateValue::OneOf(dates)
    } else {
        DateValue::AllOf(dates)
    };
    let last = members[members.len() - 1];
    let mut group = Group::of(first).grown(last.span.end, value);
    group.year_reference = last.year_reference;
    if !possible {
        group.reject(DateWarning::ImpossibleDate);
    }
    Some(group)
}

/// Whether the last two follow each other (*năm 2025, 2026*, *tháng 5, 6*) and no count of things
/// does (*tháng 5, 6 người*).
fn is_next(text: &str, members: &[Atom]) -> bool {
    let [.., a, b] = members else {
        return false;
    };
    let next = match (a.date, b.date) {
        (Some(PartialDate::Year(a)), Some(PartialDate::Year(b))) => b == a + 1,
        (Some(PartialDate::Month { month: a, .. }), Some(PartialDate::Month { month: b, .. })) => {
            b == a + 1
        }
        (
            Some(PartialDate::Quarter { quarter: a, .. }),
            Some(PartialDate::Quarter { quarter: b, .. }),
        ) => b == a + 1,
        _ => false,
    };
    next && !is_counted_noun(text, b.span.end)
}

/// Reads what stands between two dates of one expression, and the gap behind it.
fn joint(cursor: &mut Cursor<'_>) -> Option<Joint> {
    let mut ahead = *cursor;
    gap(&mut ahead);
    let joint = match ahead.peek()? {
        '-' | '–' | '—' | '−' | '‐' | '‑' | '~' | '→' | '/' => {
            let slash = ahead.peek() == Some('/');
            ahead.eat_if(|_| true);
            // `2020/2021` is a range of years when nothing separates them.
            if slash
                && (ahead.pos() != cursor.pos() + 1
                    || !ahead.rest().starts_with(|c: char| c.is_ascii_digit()))
            {
                return None;
            }
            Joint::Dash
        }
        ',' => {
            ahead.eat(',');
            let mut word = ahead;
            if gap_keyword(&mut word, &["và"]) {
                ahead = word;
                Joint::And
            } else {
                Joint::Comma
            }
        }
        _ if keyword(&mut ahead, "và") || keyword(&mut ahead, "&") => Joint::And,
        _ if keyword(&mut ahead, "hoặc") => Joint::Or,
        _ => {
            let _ = keyword(&mut ahead, "cho");
            gap(&mut ahead);
            if !keyword(&mut ahead, "đến") && !keyword(&mut ahead, "tới") {
                return None;
            }
            gap_keyword(&mut ahead, &["hết"]);
            Joint::To
        }
    };
    gap(&mut ahead);
    *cursor = ahead;
    Some(joint)
}

/// A further date: with its own unit word, or in the form of the first.
fn element(cursor: &mut Cursor<'_>, kind: Kind) -> Option<Atom> {
    if let Some(atom) = worded(cursor) {
        return Some(atom);
    }
    let start = cursor.pos();
    let mut ahead = *cursor;
    let atom = match kind {
        Kind::Day => {
            let mut day = ahead;
            if let Some(atom) = numeric(&mut day, start, start).or_else(|| bare_long_day(&mut day))
            {
                ahead = day;
                (atom.kind == Kind::Day).then_some(atom)?
            } else {
                let day = number(&mut ahead, 2).filter(|day| (1..=31).contains(day))?;
                let date = PartialDate::Day {
                    year: None,
                    month: None,
                    day: day as u8,
                };
                Atom::bare(start, &ahead, Kind::Day, date)
            }
        }
        Kind::Month => {
            let month = month_number(&mut ahead).filter(|month| (1..=12).contains(month))?;
            let mut atom = Atom::bare(
                start,
                &ahead,
                Kind::Month,
                PartialDate::Month { year: None, month },
            );
            month_year(&mut ahead, &mut atom, month);
            Atom {
                span: Span::new(start, ahead.pos()),
                ..atom
            }
        }
        Kind::Quarter => {
            let quarter = quarter_number(&mut ahead)?;
            let mut atom = Atom::bare(
                start,
                &ahead,
                Kind::Quarter,
                PartialDate::Quarter {
                    year: None,
                    quarter,
                },
            );
            let year = quarter_year(&mut ahead, &mut atom);
            atom.date = Some(PartialDate::Quarter { year, quarter });
            Atom {
                span: Span::new(start, ahead.pos()),
                ..atom
            }
        }
        Kind::Year => {
            let year = year(&mut ahead).filter(|year| *year >= 1900)?;
            Atom::bare(start, &ahead, Kind::Year, PartialDate::Year(year))
        }
    };
    if !may_end(&ahead) {
        return None;
    }
    *cursor = ahead;
    Some(atom)
}
