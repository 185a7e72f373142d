//! What belongs to a date beside its own words, to both sides: the weekday and the hour, *cuối* and
//! *hằng năm*, the calendar.

use super::atom::{Atom, Kind};
use super::clock::{self, PartOfDay, TimeOfDay, Weekday};
use super::dressing::{self, PART};
use super::expression::{DateExpression, DateWarning, Modifier, YearReference};
use super::group::{self, Announced, Group};
use super::hand::{
    behind, eat, eat_any, eat_back, eat_count_back, eat_word_back, is_counted, number, soft,
};
use super::lexicon::{BEFORE_LONE_DAY, CALENDAR, JOINT, Joint, PART_OF_DAY, WEEKDAY, ids};
use super::lunar;
use super::partial::PartialDate;
use super::value::{DateValue, Endpoint, Period, Unit};
use crate::reading::{Gap, Place};
use crate::span::Span;

/// An expression being read.
#[derive(Clone, Debug)]
pub(super) struct Draft<'r, 't> {
    pub(super) start: Place<'r, 't>,
    /// Behind its last word.
    pub(super) behind: Place<'r, 't>,
    /// The byte at which it ends: behind its last word, a bracket or the dots of a form.
    pub(super) end: usize,
    pub(super) expression: DateExpression,
    pub(super) is_day: bool,
    /// How many bytes of the word in front belong to it: *ngày* glued to a code (*NĐ-CPngày 12/6*).
    pub(super) glued: usize,
}

impl<'r, 't> Draft<'r, 't> {
    /// An expression from `start` to `behind`, whose digits begin at `core`.
    pub(super) fn new(
        start: Place<'r, 't>,
        core: Place<'r, 't>,
        behind: Place<'r, 't>,
        value: DateValue,
    ) -> Self {
        let end = behind.end();
        Draft {
            start,
            behind,
            end,
            expression: DateExpression::new(value, Span::new(core.start(), end)),
            is_day: false,
            glued: 0,
        }
    }

    /// The same, as a day.
    pub(super) fn day(mut self) -> Self {
        self.is_day = true;
        self
    }

    pub(super) fn span(&self) -> Span {
        let start = match self.glued {
            0 => self.start.start(),
            bytes => self.start.end() - bytes,
        };
        Span::new(start, self.end)
    }

    fn reach(&mut self, behind: Place<'r, 't>) {
        self.behind = behind;
        self.end = behind.end();
    }
}

/// Everything that starts from one date: ranges and lists, then what stands around.
pub(super) fn dated<'r, 't>(atom: Atom<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let start = atom.start;
    let plural = start.index() > floor
        && (soft(start) && [ids().plural, ids().many].contains(&start.id_before())
            || eat_count_back(&mut { start }, floor).is_some());
    let between = start.index() > floor && soft(start) && start.id_before() == ids().between;
    let group = group::group(atom, Announced { plural, between });
    let lone = |date: PartialDate| matches!(date, PartialDate::Day { month: None, .. });
    let lone = match group.value {
        DateValue::Date(date) => lone(date),
        DateValue::Interval {
            start: Endpoint::Date(date),
            ..
        } => lone(date),
        _ => false,
    };
    if lone && !lone_day_is_meant(&group, floor) {
        return None;
    }
    if group.value == DateValue::Impossible && atom.kind == Kind::Month && is_counted(group.behind)
    {
        return None;
    }
    Some(finish(group, floor))
}

/// *ngày 27* alone: after a preposition of time, or with the month said in other words.
fn lone_day_is_meant(group: &Group<'_, '_>, floor: usize) -> bool {
    if group.year_reference.is_some() && !matches!(group.value, DateValue::Blank)
        || recurrence_behind(group.behind).is_some()
        || month_of_quarter(group.behind).is_some()
    {
        return true;
    }
    let mut after = group.behind;
    let of = after.eat_word(ids().of);
    if after.eat_word(ids().month) {
        // *của tháng*, *tháng đầu tiên của quý*; *ngày 12 tháng 2019* is a slip of the pen.
        return of || after.number().is_none() && soft(after);
    }
    behind(group.start, floor, &BEFORE_LONE_DAY) && !is_counted(group.behind)
}

/// How often a date comes back by the words behind it, and the place behind them.
pub(super) fn recurrence_behind<'r, 't>(at: Place<'r, 't>) -> Option<(Period, Place<'r, 't>)> {
    let (dress, behind) = dressing::behind(at)?;
    Some((dress.recurrence?, behind))
}

/// *của tháng đầu mỗi quý*, *tháng cuối quý*, *của tháng đầu quý sau*: a month of every quarter.
fn month_of_quarter<'r, 't>(at: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let mut ahead = at;
    let _ = ahead.eat_word(ids().of);
    if !ahead.eat_word(ids().month) {
        return None;
    }
    let ordinal = eat_any(&mut ahead, &[ids().early, ids().late, ids().between]);
    if ordinal {
        let _ = eat_any(&mut ahead, &[ids().first, ids().same]);
    } else if !(ahead.eat_word(ids().thu) && eat(&mut ahead, &WEEKDAY).is_some()) {
        return None;
    }
    let _ = eat_any(&mut ahead, &[ids().of, ids().within]);
    let _ = eat_any(
        &mut ahead,
        &[ids().each, ids().every, ids().every_too, ids().one_by_one],
    );
    if !eat_any(&mut ahead, &[ids().quarter, ids().quarter_too]) || number(ahead, 4).is_some() {
        return None;
    }
    let mut counted = ahead;
    if eat(&mut counted, &super::lexicon::COUNTED_YEAR).is_some() {
        ahead = counted;
    }
    Some(ahead)
}

/// What stands around a group of dates.
pub(super) fn finish<'r, 't>(group: Group<'r, 't>, floor: usize) -> Draft<'r, 't> {
    let mut draft = Draft {
        start: group.start,
        behind: group.behind,
        end: group.end,
        expression: DateExpression::new(
            group.value.clone(),
            Span::new(group.core.min(group.end), group.end),
        ),
        is_day: group.kind == Kind::Day,
        glued: 0,
    };
    draft.expression.template = group.template;
    draft.expression.year_reference = group.year_reference;
    if needs_its_month(&group) {
        draft.expression.year_reference = Some(YearReference::Symbolic);
    }
    draft.expression.warnings.extend(group.warning);
    let reversed = group.warning == Some(DateWarning::ReversedInterval);

    add_calendar(&mut draft);
    add_recurrence(&mut draft);
    if draft.is_day && draft.expression.value != DateValue::Blank {
        add_time_behind(&mut draft);
    }
    if draft.is_day {
        extend_left(&mut draft, floor);
    } else {
        extend_over_part(&mut draft, floor);
    }
    between_two(&mut draft, floor);
    // The two ends of *từ … đến …* are one expression with their words.
    let two_ended = matches!(draft.expression.value, DateValue::Interval { .. }) || reversed;
    if two_ended && !group.named {
        let mut at = draft.start;
        if eat_word_back(&mut at, floor, ids().from) {
            draft.start = at;
            draft.expression.core = draft.span();
        }
    }
    check_weekday(&mut draft.expression);
    draft
}

/// Days without their month of which more is said than one day of this month: *ngày 30 hoặc 31 của
/// tháng cuối quý*, *từ ngày 01 đến ngày cuối cùng của tháng*.
fn needs_its_month(group: &Group<'_, '_>) -> bool {
    let lone = |date: &PartialDate| matches!(date, PartialDate::Day { month: None, .. });
    match &group.value {
        DateValue::Date(date) => {
            lone(date) && eat(&mut { group.behind }, &JOINT) == Some(Joint::To)
        }
        DateValue::AllOf(dates) | DateValue::OneOf(dates) => dates.iter().any(lone),
        DateValue::Interval {
            start: Endpoint::Date(start),
            ..
        } => lone(start),
        _ => false,
    }
}

/// *giữa năm 1984 và 1990* lies between the two; *giữa năm 1984* is its middle.
fn between_two(draft: &mut Draft<'_, '_>, floor: usize) {
    let DateValue::AllOf(dates) = &draft.expression.value else {
        return;
    };
    let [start, end] = dates[..] else {
        return;
    };
    let mut at = draft.start;
    let ordered = start
        .bounds()
        .zip(end.bounds())
        .is_none_or(|(a, b)| a.0 <= b.1);
    if ordered && eat_word_back(&mut at, floor, ids().between) {
        draft.start = at;
        draft.expression.core = draft.span();
        draft.expression.value = DateValue::Interval {
            start: Endpoint::Date(start),
            end: Endpoint::Date(end),
        };
    }
}

/// *âm lịch*, *(âm lịch)*, *dương lịch* behind a date.
fn add_calendar(draft: &mut Draft<'_, '_>) {
    let bracket = draft.behind.between().trim_start() == "(";
    if !soft(draft.behind) && !bracket {
        return;
    }
    let Some((&lunar, behind)) = draft.behind.phrase(&CALENDAR) else {
        return;
    };
    let closed = draft.start.reading().text()[behind.end()..].starts_with(')');
    if bracket && !closed {
        return;
    }
    draft.reach(behind);
    draft.end += usize::from(bracket);
    if lunar {
        draft.expression.value = lunar::as_lunar(&draft.expression.value);
    }
}

pub(super) fn add_recurrence(draft: &mut Draft<'_, '_>) {
    let dated = match &draft.expression.value {
        DateValue::Date(date) => date.year().is_none(),
        DateValue::Interval { .. } | DateValue::AllOf(_) | DateValue::Lunar(_) => true,
        _ => false,
    };
    if !dated {
        return;
    }
    let lone = matches!(
        draft.expression.value,
        DateValue::Date(PartialDate::Day { month: None, .. })
    );
    let quarterly = Period::one(Unit::Quarter);
    let recurrence = recurrence_behind(draft.behind).or_else(|| {
        month_of_quarter(draft.behind)
            .filter(|_| lone)
            .map(|at| (quarterly, at))
    });
    if let Some((period, behind)) = recurrence {
        draft.expression.recurrence = Some(period);
        draft.reach(behind);
    }
}

/// `, 11:01 [GMT+7]`, ` 07:55:25 +07:00`, `T07:55`, and a weekday in brackets.
pub(super) fn add_time_behind(draft: &mut Draft<'_, '_>) {
    let text = draft.start.reading().text();
    if draft.behind.between().trim_start() == "("
        && let Some((weekday, behind)) = weekday(draft.behind)
        && text[behind.end()..].starts_with(')')
    {
        draft.expression.weekday = Some(weekday);
        draft.reach(behind);
        draft.end += 1;
    }
    let mut at = draft.behind;
    let between = &text[draft.end.min(at.start())..at.start()];
    if at.gap() == Gap::Glued && at.id() == ids().time_mark {
        at = at.next();
    } else {
        let joined =
            matches!(between.trim(), "" | "," | "-" | "–" | "|") && !between.contains('\n');
        if !joined {
            return;
        }
        let _ = eat_any(&mut at, &[ids().into]);
        let _ = eat_any(&mut at, &[ids().at_time, ids().hoi]);
        if at.index() > draft.behind.index() && !soft(at) {
            return;
        }
    }
    if let Some(clock) = clock::time(at) {
        draft.expression.time = Some(clock.time);
        draft.behind = clock.behind;
        draft.end = clock.end;
        let mut part = clock.behind;
        if let Some(part_of_day) = eat(&mut part, &PART_OF_DAY)
            && clock.time.offset_minutes().is_none()
        {
            draft.expression.part_of_day = Some(part_of_day);
            draft.expression.time = Some(clock.time.in_part(part_of_day));
            draft.reach(part);
        }
    }
}

/// Reads a weekday to the right, whatever stands before it: *thứ Hai*, *thứ 2*, *Chủ nhật*, *CN*.
pub(super) fn weekday<'r, 't>(at: Place<'r, 't>) -> Option<(Weekday, Place<'r, 't>)> {
    let second = at.next();
    if at.id() == ids().chu && second.id() == ids().nhat && soft(second) {
        return Some((Weekday::Sunday, second.next()));
    }
    if at.id() == ids().chu_nhat && at.reading().slice(at.index()) == "CN" {
        return Some((Weekday::Sunday, second));
    }
    if at.id() != ids().thu || !soft(second) {
        return None;
    }
    let weekday = match number(second, 1) {
        Some(number) => Weekday::of_number(number)?,
        None => *second.phrase(&WEEKDAY)?.0,
    };
    Some((weekday, second.next()))
}

/// Weekday, part of the day and time in front of a day, in any order.
pub(super) fn extend_left(draft: &mut Draft<'_, '_>, floor: usize) {
    let text = draft.start.reading().text();
    for _ in 0..5 {
        let at = draft.start;
        if at.index() <= floor {
            return;
        }
        let stroke = clock::minute_stroke(&text[at.end()..]) > 0;
        if !(soft(at) || stroke || matches!(at.gap(), Gap::Comma | Gap::Dash)) {
            return;
        }
        let expression = &mut draft.expression;
        if expression.part_of_day.is_none()
            && let Some((&part, mut before)) = at.phrase_before(&PART_OF_DAY)
            && before.index() >= floor
        {
            let _ = eat_word_back(&mut before, floor, ids().session)
                || eat_word_back(&mut before, floor, ids().rang);
            expression.part_of_day = Some(part);
            draft.start = before;
            continue;
        }
        if expression.weekday.is_none()
            && let Some((weekday, before)) = weekday_before(at, floor)
        {
            expression.weekday = Some(weekday);
            draft.start = before;
            continue;
        }
        if expression.time.is_none()
            && let Some((time, before)) = time_before(at, floor)
        {
            expression.time = Some(time);
            draft.start = before;
            continue;
        }
        break;
    }
    let expression = &mut draft.expression;
    if let (Some(time), Some(part)) = (expression.time, expression.part_of_day) {
        expression.time = Some(time.in_part(part));
    }
}

fn weekday_before<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<(Weekday, Place<'r, 't>)> {
    [1, 2].into_iter().find_map(|words| {
        let start = at
            .index()
            .checked_sub(words)
            .filter(|&start| start >= floor)?;
        let start = at.reading().place(start);
        let (weekday, behind) = weekday(start)?;
        (behind.index() == at.index()).then_some((weekday, start))
    })
}

/// A time that ends in front of `at`, from each of the last words on; the longest wins.
fn time_before<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<(TimeOfDay, Place<'r, 't>)> {
    let ends_time = [ids().h, ids().g, ids().hour, ids().minute, ids().half_hour]
        .contains(&at.id_before())
        || at.back().number().is_some()
        || at.phrase_before(&super::lexicon::HALF_OF_DAY).is_some();
    if !ends_time {
        return None;
    }
    (1..=6).rev().find_map(|words| {
        let start = at
            .index()
            .checked_sub(words)
            .filter(|&start| start >= floor)?;
        let start = at.reading().place(start);
        let clock = clock::time(start).filter(|clock| clock.behind.index() == at.index())?;
        Some((clock.time, start))
    })
}

/// *cuối năm 2020*, *những tháng cuối năm 2020*, *6 tháng đầu năm 2020*: what part of the unit.
fn extend_over_part(draft: &mut Draft<'_, '_>, floor: usize) {
    if let DateValue::Date(PartialDate::Year(year)) = draft.expression.value
        && let Some((before, part)) = part_of_year(draft.start, floor)
    {
        draft.start = before;
        let core = draft.span();
        let expression = &mut draft.expression;
        match part.of(Some(year)) {
            Some(value) => {
                expression.value = value;
                expression.core = core;
            }
            None => expression.modifier = part.modifier(),
        }
        return;
    }
    let mut at = draft.start;
    let Some(part) = eat_part_word(&mut at, floor) else {
        return;
    };
    match draft.expression.value {
        // *từ cuối năm 2019 đến …*: the part of the first end.
        DateValue::Interval { .. } => {
            let through_now = matches!(
                draft.expression.value,
                DateValue::Interval {
                    end: Endpoint::Unknown,
                    ..
                }
            );
            if through_now || eat_word_back(&mut { at }, floor, ids().from) {
                draft.start = at;
            }
        }
        DateValue::Date(_) => {
            draft.start = at;
            draft.expression.modifier = Some(part);
        }
        _ => {}
    }
}

/// Reads *đầu*, *giữa*, *cuối*, *nửa cuối* to the left. *tuần đầu tháng 10* and *tháng cuối quý* name
/// a week and a month, and say no more of the whole.
pub(super) fn eat_part_word(at: &mut Place<'_, '_>, floor: usize) -> Option<Modifier> {
    let mut before = *at;
    let part = eat_back(&mut before, floor, &PART)?.modifier?;
    let unit = before.index() > floor
        && soft(before)
        && [ids().day, ids().week, ids().month, ids().quarter].contains(&before.id_before());
    if unit {
        return None;
    }
    *at = before;
    Some(part)
}

/// A part of a year, as said in front of *năm*.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// *những tháng cuối*
    Some { late: bool },
    /// *9 tháng đầu*
    Months { count: u8, late: bool },
    /// *nửa đầu*
    Half { late: bool },
    /// *quý cuối*
    Quarter { late: bool },
}

impl Part {
    /// That part of the year; `None` where it has no limits of its own.
    pub(super) fn of(self, year: Option<u16>) -> Option<DateValue> {
        let value = match self {
            Part::Some { .. } => return None,
            Part::Half { late } | Part::Months { count: 6, late } => {
                let half = 1 + u8::from(late);
                DateValue::Date(PartialDate::Half { year, half })
            }
            Part::Quarter { late } => {
                let quarter = if late { 4 } else { 1 };
                DateValue::Date(PartialDate::Quarter { year, quarter })
            }
            Part::Months { count, late } => {
                let month = |month| PartialDate::Month { year, month };
                let (first, last) = if late { (13 - count, 12) } else { (1, count) };
                if first == last {
                    DateValue::Date(month(first))
                } else {
                    DateValue::Interval {
                        start: Endpoint::Date(month(first)),
                        end: Endpoint::Date(month(last)),
                    }
                }
            }
        };
        Some(value)
    }

    fn modifier(self) -> Option<Modifier> {
        match self {
            Part::Some { late: true } => Some(Modifier::LastMonths),
            Part::Some { late: false } => Some(Modifier::FirstMonths),
            _ => None,
        }
    }
}

/// The part of a year that the words in front of *năm* name, and the place in front of them.
pub(super) fn part_of_year<'r, 't>(
    mut at: Place<'r, 't>,
    floor: usize,
) -> Option<(Place<'r, 't>, Part)> {
    let late = soft(at) && at.index() > floor && at.id_before() == ids().late;
    if !late && !eat_word_back(&mut { at }, floor, ids().early) {
        return None;
    }
    at = at.back();
    if eat_word_back(&mut at, floor, ids().half) {
        return Some((at, Part::Half { late }));
    }
    if eat_word_back(&mut at, floor, ids().quarter)
        || eat_word_back(&mut at, floor, ids().quarter_too)
    {
        return Some((at, Part::Quarter { late }));
    }
    if !eat_word_back(&mut at, floor, ids().month) {
        return None;
    }
    if [ids().many, ids().plural, ids().some]
        .into_iter()
        .any(|word| eat_word_back(&mut at, floor, word))
    {
        return Some((at, Part::Some { late }));
    }
    let (count, _) = eat_count_back(&mut at, floor)?;
    let count = u8::try_from(count)
        .ok()
        .filter(|count| (1..=11).contains(count))?;
    Some((at, Part::Months { count, late }))
}

/// Warns where the weekday written is not that of the day.
fn check_weekday(expression: &mut DateExpression) {
    if let (Some(weekday), DateValue::Date(date @ PartialDate::Day { .. })) =
        (expression.weekday, &expression.value)
        && date
            .bounds()
            .is_some_and(|(day, _)| day.weekday() != weekday)
    {
        expression.warnings.push(DateWarning::WeekdayMismatch);
    }
}

/// The part of the day that a word names, for what is said of *nay* and *mai*.
pub(super) fn part_of_day_before<'r, 't>(
    at: Place<'r, 't>,
    floor: usize,
) -> Option<(PartOfDay, Place<'r, 't>)> {
    let mut before = at;
    let part = eat_back(&mut before, floor, &PART_OF_DAY)?;
    let _ = eat_word_back(&mut before, floor, ids().session)
        || eat_word_back(&mut before, floor, ids().rang);
    Some((part, before))
}
