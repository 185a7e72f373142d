//! Several dates said as one: ranges, and lists with a shared tail.

use super::atom::{Atom, Kind, eat_month_number, eat_quarter_number, month_year, quarter_year};
use super::change::is_moved;
use super::day::{Expected, bare_long_day, numeric};
use super::expression::{DateWarning, YearReference};
use super::hand::{eat, eat_any, ends_phrase, is_counted, is_modern, may_end, number, soft, year};
use super::hours;
use super::lexicon::{JOINT, Joint, PART_OF_DAY, ids};
use super::moment::weekday;
use super::partial::PartialDate;
use super::unit::worded;
use super::value::{DateValue, Endpoint};
use crate::reading::{Gap, Place};

/// One date or several, read as one expression.
#[derive(Clone, Debug)]
pub(super) struct Group<'r, 't> {
    pub(super) start: Place<'r, 't>,
    pub(super) core: usize,
    pub(super) behind: Place<'r, 't>,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) value: DateValue,
    /// *giai đoạn …*, *năm học …*: two years that name one unit, to which no *từ* belongs.
    pub(super) named: bool,
    pub(super) template: bool,
    pub(super) year_reference: Option<YearReference>,
    pub(super) warning: Option<DateWarning>,
}

impl<'r, 't> Group<'r, 't> {
    pub(super) fn of(atom: Atom<'r, 't>) -> Self {
        let value = match atom.date {
            Some(date) => DateValue::Date(date),
            None if atom.template => DateValue::Blank,
            None => DateValue::Impossible,
        };
        Group {
            start: atom.start,
            core: atom.core,
            behind: atom.behind,
            end: atom.end,
            kind: atom.kind,
            value,
            named: atom.named,
            template: atom.template,
            year_reference: atom.year_reference,
            warning: atom.warning,
        }
    }

    /// The same, reaching to `behind` and meaning `value`.
    fn grown(mut self, behind: Place<'r, 't>, end: usize, value: DateValue) -> Self {
        self.behind = behind;
        self.end = end;
        self.value = value;
        self
    }

    fn reject(&mut self, warning: DateWarning) {
        self.value = DateValue::Impossible;
        self.warning = Some(warning);
    }

    /// Whether it lasts until now.
    pub(super) fn is_open(&self) -> bool {
        matches!(
            self.value,
            DateValue::Interval {
                end: Endpoint::Unknown,
                ..
            }
        )
    }

    /// The two dates, where it is an interval between dates.
    pub(super) fn ends(&self) -> Option<(PartialDate, PartialDate)> {
        match self.value {
            DateValue::Interval {
                start: Endpoint::Date(start),
                end: Endpoint::Date(end),
            } => Some((start, end)),
            _ => None,
        }
    }
}

/// Longest list of dates that is read as one.
const MOST_MEMBERS: usize = 40;

/// What the words in front of the first date announce.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Announced {
    /// *các*, or a count: a list.
    pub(super) plural: bool,
    /// *giữa*: perhaps two, and what lies between them.
    pub(super) between: bool,
}

/// Reads on behind `first`: a range, else a list, else `first` alone.
pub(super) fn group<'r, 't>(first: Atom<'r, 't>, announced: Announced) -> Group<'r, 't> {
    if first.date.is_none() || first.template {
        return Group::of(first);
    }
    range(first)
        .or_else(|| list(first, announced))
        .unwrap_or_else(|| Group::of(first))
}

pub(super) fn range<'r, 't>(first: Atom<'r, 't>) -> Option<Group<'r, 't>> {
    let (joint, mut at) = joint(first.behind)?;
    if !matches!(joint, Joint::Dash | Joint::To) {
        return None;
    }
    let start = first.date?;
    // *dời từ ngày 10/6 sang ngày 12/6*
    if joint == Joint::To && is_moved(first.start, first.behind) {
        return None;
    }
    // *đêm 22 rạng ngày 23/8*; whole dates are two.
    if first.behind.id() == ids().rang && !first.is_lone_day() {
        return None;
    }
    if joint == Joint::To
        && let Some(last) = last_of_year(start, at)
    {
        let value = DateValue::Interval {
            start: Endpoint::Date(start),
            end: Endpoint::Date(last),
        };
        let behind = at.next();
        return Some(Group::of(first).grown(behind, behind.end(), value));
    }
    if joint == Joint::To && at.id() == ids().now && soft(at) {
        let value = DateValue::Interval {
            start: Endpoint::Date(start),
            end: Endpoint::Unknown,
        };
        let behind = at.next();
        return Some(Group::of(first).grown(behind, behind.end(), value));
    }
    if joint == Joint::To {
        if let Some(time) = hours::time(at) {
            at = time.behind;
        }
        let _ = eat_any(&mut at, &[ids().early, ids().between, ids().late]);
        // *từ ngày 23 đến đêm 24-9*
        if matches!(start, PartialDate::Day { .. }) {
            let _ = eat(&mut at, &PART_OF_DAY);
            // *từ thứ Bảy ngày 29/4 đến hết thứ Tư ngày 3/5*
            if let Some((_, behind)) = weekday(at).filter(|_| soft(at)) {
                at = behind;
            }
        }
        // *đến 17 giờ 00, ngày 5/6*
        if !soft(at) && at.gap() != Gap::Comma {
            return None;
        }
    }
    joined(first, start, joint, at)
}

/// *từ ngày 1/9 đến hết năm*: the last day of the year of a day, where no other year is named.
fn last_of_year(start: PartialDate, at: Place<'_, '_>) -> Option<PartialDate> {
    let day = matches!(start, PartialDate::Day { month: Some(_), .. });
    let through = soft(at) && at.id() == ids().year && at.id_before() == ids().through;
    (day && through && ends_phrase(at.next())).then_some(PartialDate::Day {
        year: start.year(),
        month: Some(12),
        day: 31,
    })
}

fn joined<'r, 't>(
    first: Atom<'r, 't>,
    start: PartialDate,
    joint: Joint,
    at: Place<'r, 't>,
) -> Option<Group<'r, 't>> {
    let short = short_year(&first, joint, at);
    let second = short.or_else(|| element(at, first.kind))?;
    let end = second.date?;
    if joint == Joint::Dash && second.kind != first.kind {
        return None;
    }
    // *27-7-1947 - 27- 7-2019*: behind a whole date no digits alone are its end.
    let digits = matches!(end, PartialDate::Day { month: None, .. });
    if joint == Joint::Dash && start.is_complete() && digits {
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
    let mut group = group.grown(second.behind, second.end, value);
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

/// The second year of *giai đoạn 2021-25*, *năm học 2024-25*: the last two digits, of a later year.
fn short_year<'r, 't>(
    first: &Atom<'r, 't>,
    joint: Joint,
    at: Place<'r, 't>,
) -> Option<Atom<'r, 't>> {
    let Some(PartialDate::Year(year)) = first.date else {
        return None;
    };
    let two = number(at, 2).filter(|_| at.number().is_some_and(|written| written.len() == 2))?;
    let later = two > year % 100 && two - year % 100 <= 30;
    let behind = at.next();
    if !(first.named && joint == Joint::Dash && later && may_end(behind)) {
        return None;
    }
    let date = PartialDate::Year(year / 100 * 100 + two);
    Some(Atom::new(at, at, behind, Kind::Year, Some(date)))
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
    match (start, end) {
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
        _ => start.is_after(end),
    }
}

fn list<'r, 't>(first: Atom<'r, 't>, announced: Announced) -> Option<Group<'r, 't>> {
    let mut at = first.behind;
    let mut members = vec![first];
    let mut joints = Vec::new();
    // The list as far as a reader would take it for one: to its last *và*, or to its tail.
    let mut accepted = 1;
    while members.len() < MOST_MEMBERS {
        let Some((joint, mut ahead)) = joint(at) else {
            break;
        };
        if matches!(joint, Joint::Dash | Joint::To) {
            break;
        }
        // *ngày 28 và sáng 29/12/2020*
        if first.is_lone_day() {
            let _ = eat(&mut ahead, &PART_OF_DAY);
        }
        let Some(member) = element(ahead, first.kind) else {
            break;
        };
        let same_form = member.kind == first.kind && member.date.is_some() && !member.template;
        // With its own unit word and nothing to share, it is a date of its own.
        let adds = member.completeness() > first.completeness();
        // *tháng 3, tháng 4 và tháng 10-2020*: dates of their own, unless the last one adds to all.
        let own = member.worded && !adds && !(announced.between && joint == Joint::And);
        if !same_form
            || own && (member.is_complete() || member.kind != Kind::Month)
            || (member.spelled && !first.spelled)
            || (member.is_complete() && first.is_complete() && first.kind != Kind::Year)
        {
            break;
        }
        at = member.behind;
        members.push(member);
        joints.push(joint);
        let counted = is_counted(member.behind);
        let together = matches!(joint, Joint::And | Joint::Or);
        if own {
            continue;
        }
        if announced.plural || adds || together && !counted || is_next(&members) {
            accepted = members.len();
        }
        if adds || together && member.is_complete() {
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
    let mut group = Group::of(first).grown(last.behind, last.end, value);
    group.year_reference = last.year_reference;
    if !possible {
        group.reject(DateWarning::ImpossibleDate);
    }
    Some(group)
}

/// Whether the last two follow each other (*năm 2025, 2026*, *tháng 5, 6*) and no count of things
/// does (*tháng 5, 6 người*).
fn is_next(members: &[Atom<'_, '_>]) -> bool {
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
    next && !is_counted(b.behind)
}

/// What stands between two dates of one expression, and the place in front of the second.
fn joint<'r, 't>(at: Place<'r, 't>) -> Option<(Joint, Place<'r, 't>)> {
    let between = at.between();
    match at.gap() {
        _ if at.word().is_none() => None,
        Gap::Dash => Some((Joint::Dash, at)),
        // `2020/2021` is a range of years when nothing separates them.
        Gap::Slash => (between == "/" && at.number().is_some()).then_some((Joint::Dash, at)),
        Gap::And => Some((Joint::And, at)),
        Gap::Comma => {
            if at.id() == ids().and {
                let behind = at.next();
                return soft(behind).then_some((Joint::And, behind));
            }
            Some((Joint::Comma, at))
        }
        Gap::Other => matches!(between.trim(), "~" | "→").then_some((Joint::Dash, at)),
        Gap::Space | Gap::Glued => {
            let mut ahead = at;
            let joint = ahead.eat(&JOINT)?;
            soft(ahead).then_some((joint, ahead))
        }
        _ => None,
    }
}

/// A further date: with its own unit word, or in the form of the first.
fn element<'r, 't>(at: Place<'r, 't>, kind: Kind) -> Option<Atom<'r, 't>> {
    if let Some(atom) = worded(at) {
        return Some(atom);
    }
    let atom = match kind {
        Kind::Day => day_element(at)?,
        Kind::Month => {
            let (month, spelled, behind) = inner(at, eat_month_number)?;
            if !(1..=12).contains(&month) {
                return None;
            }
            let date = PartialDate::Month { year: None, month };
            let mut atom = Atom::new(at, at, behind, Kind::Month, Some(date));
            atom.spelled = spelled;
            month_year(atom, month)
        }
        Kind::Quarter => {
            let (quarter, spelled, behind) = inner(at, eat_quarter_number)?;
            let date = PartialDate::Quarter {
                year: None,
                quarter,
            };
            let mut atom = Atom::new(at, at, behind, Kind::Quarter, Some(date));
            atom.spelled = spelled;
            quarter_year(atom, quarter)
        }
        Kind::Year => {
            let year = year(at).filter(|&year| is_modern(year))?;
            Atom::new(at, at, at.next(), Kind::Year, Some(PartialDate::Year(year)))
        }
    };
    may_end(atom.behind).then_some(atom)
}

fn day_element<'r, 't>(at: Place<'r, 't>) -> Option<Atom<'r, 't>> {
    if let Some(atom) = numeric(at, at, Expected::Day).or_else(|| bare_long_day(at)) {
        return (atom.kind == Kind::Day).then_some(atom);
    }
    let day = number(at, 2).filter(|day| (1..=31).contains(day))?;
    let date = PartialDate::Day {
        year: None,
        month: None,
        day: day as u8,
    };
    Some(Atom::new(at, at, at.next(), Kind::Day, Some(date)))
}

/// Reads a number whose first word may have a sign before it.
fn inner<'r, 't>(
    at: Place<'r, 't>,
    eat: fn(&mut Place<'_, '_>) -> Option<(u8, bool)>,
) -> Option<(u8, bool, Place<'r, 't>)> {
    let mut ahead = at;
    if soft(at) {
        let (number, spelled) = eat(&mut ahead)?;
        return Some((number, spelled, ahead));
    }
    if let Some(number) = number(at, 2) {
        return Some((number as u8, false, at.next()));
    }
    let roman = super::hand::roman_quarter(at)?;
    Some((roman, false, at.next()))
}

/// Two years of a plan, in whatever of the two ways they are written.
pub(super) fn years<'r, 't>(at: Place<'r, 't>, named: bool) -> Option<Group<'r, 't>> {
    let first = year(at).filter(|&year| is_modern(year))?;
    let mut atom = Atom::new(
        at,
        at,
        at.next(),
        Kind::Year,
        Some(PartialDate::Year(first)),
    );
    atom.named = named;
    let mut group = range(atom)?;
    group.named = named;
    let years = match &group.value {
        DateValue::Interval { end, .. } => match end {
            Endpoint::Date(PartialDate::Year(year)) => is_modern(*year),
            Endpoint::Unknown => true,
            _ => false,
        },
        _ => false,
    };
    years.then_some(group)
}

/// Whether two stretches are joined behind `at`, both or from one to the other, and the place in front
/// of the second.
pub(super) fn joins<'r, 't>(at: Place<'r, 't>) -> Option<(bool, Place<'r, 't>)> {
    let (joint, ahead) = joint(at)?;
    match joint {
        Joint::And => Some((true, ahead)),
        Joint::Dash | Joint::To => Some((false, ahead)),
        _ => None,
    }
}
