//! Expressions without a date of their own: recurring, relative and vague ones, days named by an
//! event, and lengths of time counted from one.

use super::atom::Kind;
use super::counted::{Anchor, Offset, Relative};
use super::day::{Expected, numeric};
use super::draft::Draft;
use super::dressing::{self, COVER};
use super::due;
use super::expression::{Modifier, Role};
use super::group;
use super::hand::{
    behind, eat, eat_any, eat_count_back, eat_word_back, ends_phrase, has_quantity, is_counted,
    may_end, number, soft,
};
use super::lexicon::{
    AT_LEAST, CONJUNCTION, COUNTED_FROM, COUNTED_SHIFT, EVENT_DAY, EVENT_OPENS, GEM, NAMED_BEFORE,
    NOT_RECURRING, OWN_EVENT, OWN_EVENT_GOES_ON, PER, SHIFT, SINGLE_SHIFT, UNIT, VAGUE, ids,
};
use super::moment::{add_time_behind, extend_left, part_of_day_before, weekday};
use super::part::eat_part_word;
use super::partial::PartialDate;
use super::period::{Period, Unit};
use super::unit::worded;
use super::value::DateValue;
use crate::reading::{Case, Gap, Place};
use crate::span::Span;
use crate::tables::Tables;

/// *hằng năm*, *hàng quý*, *thứ Hai hằng tuần*, *định kỳ 06 tháng*: the unit stands at `at`. Goods
/// (*mặt hàng quý*) and annual crops (*cây hàng năm*) are none.
pub(super) fn recurring<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let (&unit, ahead) = at.phrase(&UNIT)?;
    let mut start = at;
    let period = if eat_word_back(&mut start, floor, ids().every)
        || eat_word_back(&mut start, floor, ids().every_too)
    {
        if behind(start, floor, &NOT_RECURRING)
            || unit == Unit::Quarter && eat(&mut { ahead }, &GEM).is_some()
        {
            return None;
        }
        Period::one(unit)
    } else {
        let (count, _) = eat_count_back(&mut start, floor)?;
        let mut periodic = start;
        let said = eat_word_back(&mut periodic, floor, ids().periodic_b)
            && eat_word_back(&mut periodic, floor, ids().periodic_a);
        // *định kỳ 06 tháng 01 lần* says so itself, *định kỳ 10 năm* may be a term.
        // *định kỳ 6 tháng đầu năm 2020*: a half of the year, reported at regular times.
        let part = [ids().early, ids().late].contains(&ahead.id())
            && soft(ahead)
            && ahead.next().id() == ids().year;
        if !said
            || count == 0
            || part
            || number(ahead, 2).is_some()
            || eat(&mut { ahead }, &PER).is_some()
        {
            return None;
        }
        Period::new(count, unit)?
    };
    let day = weekday_of_week(start, floor, unit);
    let start_of = day.map_or(start, |(_, at)| at);
    let mut draft = Draft::new(start_of, start_of, ahead, DateValue::Recurring(period));
    draft.expression.recurrence = Some(period);
    draft.expression.weekday = day.map(|(weekday, _)| weekday);
    // *16h00 hằng ngày*, *8 giờ sáng thứ Hai hằng tuần*
    if unit == Unit::Day || draft.expression.weekday.is_some() {
        extend_left(&mut draft, floor);
    }
    Some(draft)
}

fn weekday_of_week<'r, 't>(
    at: Place<'r, 't>,
    floor: usize,
    unit: Unit,
) -> Option<(super::clock::Weekday, Place<'r, 't>)> {
    if unit != Unit::Week || !soft(at) {
        return None;
    }
    let start = at.index().checked_sub(2).filter(|&start| start >= floor)?;
    let start = at.reading().place(start);
    let (weekday, end) = weekday(start)?;
    (end.index() == at.index()).then_some((weekday, start))
}

/// *hôm nay*, *năm ngoái*, *tháng này*, *3 ngày tới*, *2 ngày trước*: the unit stands at `at`.
pub(super) fn relative<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let hom = [ids().hom, ids().bua].contains(&at.id());
    let (unit, mut ahead) = if hom {
        (Unit::Day, at.next())
    } else {
        let (&unit, ahead) = at.phrase(&UNIT)?;
        (unit, ahead)
    };
    if unit == Unit::Day && !hom {
        // *ngày hôm nay*, *ngày mai*
        if ahead.eat_word(ids().hom) {
            let shift = eat_day_shift(&mut ahead)?;
            return Some(named_day(at, ahead, shift, floor));
        }
        if ahead.eat_word(ids().tomorrow) {
            return Some(named_day(at, ahead, 1, floor));
        }
        return counted(at, ahead, unit, floor);
    }
    if let Some(counted) = counted(at, ahead, unit, floor) {
        return Some(counted);
    }
    let shift = match hom {
        true => eat_day_shift(&mut ahead)?,
        false => eat(&mut ahead, &SHIFT)?,
    };
    if hom {
        // *Hôm nay: 1334*, a counter of visitors.
        return (ahead.gap() != Gap::Colon).then(|| named_day(at, ahead, shift, floor));
    }
    // *06 tháng trước ngày …*, *năm sau khi …*: a length and a conjunction.
    let counted = has_quantity(at, floor) || at.gap() == Gap::Slash || behind(at, floor, &PER);
    if counted || goes_on(ahead) || ahead.gap() == Gap::Colon {
        return None;
    }
    let mut start = at;
    let modifier = eat_part_word(&mut start, floor);
    let value = DateValue::Relative(Relative::new(unit, shift));
    let mut draft = Draft::new(start, start, ahead, value);
    draft.expression.modifier = modifier;
    Some(draft)
}

/// Reads the shift of a day: *hôm qua*. *hôm sau* and *hôm trước* count from a day of the story.
fn eat_day_shift(at: &mut Place<'_, '_>) -> Option<i16> {
    let known = [ids().now, ids().past, ids().last_but_one].contains(&at.id());
    if known { eat(at, &SHIFT) } else { None }
}

/// Whether the shift before the place is the preposition of what follows.
fn goes_on(at: Place<'_, '_>) -> bool {
    eat(&mut { at }, &CONJUNCTION).is_some()
        || soft(at) && worded(at).is_some()
        || soft(at) && at.number().is_some()
}

/// *hôm qua*, *chiều mai*, *3 giờ chiều ngày mai*: a day with what stands around it.
fn named_day<'r, 't>(
    start: Place<'r, 't>,
    ahead: Place<'r, 't>,
    shift: i16,
    floor: usize,
) -> Draft<'r, 't> {
    let value = DateValue::Relative(Relative::new(Unit::Day, shift));
    let mut draft = Draft::new(start, start, ahead, value);
    draft.is_day = true;
    add_time_behind(&mut draft);
    add_day_itself(&mut draft);
    extend_left(&mut draft, floor);
    draft
}

/// *ngày mai (11/8/2025)*, *hôm nay, ngày 5/6*, *sáng mai 2-9*: the day is said twice, and the second time
/// by itself.
fn add_day_itself(draft: &mut Draft<'_, '_>) {
    let at = draft.behind;
    let bracket = at.between().trim_start_matches([' ', ',']).trim_end() == "(";
    let comma = at.gap() == Gap::Comma;
    let word = worded(at).filter(|_| bracket || comma || soft(at));
    let apart =
        |atom: &super::atom::Atom<'_, '_>| bracket || soft(at) || comma && ends_phrase(atom.behind);
    let digits = || numeric(at, at, Expected::Day).filter(apart);
    let Some(atom) = word.or_else(digits) else {
        return;
    };
    let date = match atom.date {
        Some(date @ PartialDate::Day { month: Some(_), .. }) if date.exists() => date,
        _ => return,
    };
    let text = at.reading().text();
    if atom.template
        || bracket && !text[atom.end..].starts_with(')')
        || !may_end(atom.behind)
        || !bracket && !atom.worded && is_counted(atom.behind)
    {
        return;
    }
    draft.expression.value = DateValue::Date(date);
    draft.expression.year_reference = atom.year_reference;
    draft.expression.core = Span::new(atom.core, atom.end);
    draft.behind = atom.behind;
    draft.end = atom.end + usize::from(bracket);
}

/// *15 ngày tới*, *ba tháng tiếp theo*, *2 tuần qua*, *2 ngày trước*: the count stands in front of the
/// unit. A number in words is taken for what is to come only: *năm năm qua* is a manner of speaking.
fn counted<'r, 't>(
    at: Place<'r, 't>,
    mut ahead: Place<'r, 't>,
    unit: Unit,
    floor: usize,
) -> Option<Draft<'r, 't>> {
    let mut start = at;
    let (count, digits) = eat_count_back(&mut start, floor)?;
    if count == 0 || count > 1000 {
        return None;
    }
    let mut relative = Relative::new(unit, 0);
    if let Some(shift) = eat(&mut ahead, &COUNTED_SHIFT) {
        (relative.shift, relative.count) = (shift, Some(count));
    } else if eat_word_back(&mut { start }, floor, ids().within)
        && ahead.eat_word(ids().past)
        && ahead.number().is_none()
    {
        // *trong 5 năm qua*
        (relative.shift, relative.count) = (-1, Some(count));
    } else {
        let shift = eat(&mut ahead, &SINGLE_SHIFT)?;
        // *12 tháng sau, …* opens the next part of a story, *2 ngày trước khi …* goes on.
        let opens = start.index() == 0 || !soft(start);
        // *3 ngày trước, …* looks back.
        let story = opens && (shift > 0 || ahead.gap() != Gap::Comma);
        if story || !ends_phrase(ahead) || !matches!(unit, Unit::Day | Unit::Week) {
            return None;
        }
        relative.shift = shift * count as i16;
    }
    if goes_on(ahead) || !digits && relative.shift < 0 {
        return None;
    }
    Some(Draft::new(
        start,
        start,
        ahead,
        DateValue::Relative(relative),
    ))
}

/// *thứ Sáu tuần này*, *thứ tư của tuần tới*, *thứ ba vừa rồi*, from its weekday on.
pub(super) fn weekday_relative<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let (weekday, mut ahead) = weekday(at)?;
    let _ = ahead.eat_word(ids().of);
    let unit = match ahead.eat_word(ids().week) {
        true => Unit::Week,
        false => Unit::Day,
    };
    let shift = eat(&mut ahead, &SHIFT)?;
    let single = matches!(shift, 1 | -1) || unit == Unit::Week;
    if !single || goes_on(ahead) || unit == Unit::Day && !ends_phrase(ahead) {
        return None;
    }
    let mut relative = Relative::new(unit, shift);
    relative.weekday = Some(weekday);
    let mut draft = Draft::new(at, at, ahead, DateValue::Relative(relative)).day();
    draft.expression.weekday = Some(weekday);
    extend_left(&mut draft, floor);
    Some(draft)
}

/// *sáng nay*, *chiều qua*, *8 giờ tối mai*: `at` stands in front of *nay*.
pub(super) fn part_of_day<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let (part, start) = part_of_day_before(at, floor)?;
    let shift = match at.id() {
        id if id == ids().now => 0,
        id if id == ids().tomorrow => 1,
        _ => -1,
    };
    let value = DateValue::Relative(Relative::new(Unit::Day, shift));
    let mut draft = Draft::new(start, start, at.next(), value).day();
    draft.expression.part_of_day = Some(part);
    add_day_itself(&mut draft);
    extend_left(&mut draft, floor);
    Some(draft)
}

/// *thời gian tới*, *thời gian qua*. Words that only point (*hiện nay*, *trước đó*) are left to the
/// reader.
pub(super) fn vague<'r, 't>(at: Place<'r, 't>) -> Option<Draft<'r, 't>> {
    let (&vague, ahead) = at.phrase(&VAGUE)?;
    // *thời gian tới hạn*: until it falls due.
    if eat(&mut { ahead }, &CONJUNCTION).is_some() {
        return None;
    }
    Some(Draft::new(at, at, ahead, DateValue::Vague(vague)))
}

/// *cùng ngày*; *ngày nói trên*; *ngày ký* behind *từ*: `at` stands in front of *ngày*.
pub(super) fn anchor<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let mut start = at;
    if eat_word_back(&mut start, floor, ids().same) {
        let mut ahead = at.next();
        let behind = ahead;
        let other = eat_any(&mut ahead, &[ids().month, ids().hour]);
        let mut draft = Draft::new(start, start, behind, DateValue::Anchor(Anchor::SameDay)).day();
        // *17h15' cùng ngày*, *chiều cùng ngày*
        extend_left(&mut draft, floor);
        return (!other).then_some(draft);
    }
    if let Some((_, behind)) = at.phrase(&NAMED_BEFORE) {
        let many = soft(at) && [ids().many, ids().plural].contains(&at.id_before());
        let draft = Draft::new(at, at, behind, DateValue::Anchor(Anchor::Mentioned));
        return (!many).then_some(draft);
    }
    if !eat_word_back(&mut start, floor, ids().from) {
        return None;
    }
    let (anchor, ahead) = event_day(at)?;
    Some(Draft::new(at, at, ahead, DateValue::Anchor(anchor)))
}

/// The day of an event: *ngày ký*, *ngày ký hợp đồng*, *ngày Thông tư này có hiệu lực*.
fn event_day<'r, 't>(at: Place<'r, 't>) -> Option<(Anchor, Place<'r, 't>)> {
    if let Some((&anchor, behind)) = at.phrase(&EVENT_DAY) {
        let own = is_own(behind) || document_itself(behind).is_some();
        return Some((if own { anchor } else { Anchor::Event }, behind));
    }
    let itself = document_itself(at.next()).filter(|_| at.id() == ids().day)?;
    let (&anchor, behind) = itself.phrase(&OWN_EVENT).filter(|_| soft(itself))?;
    Some((anchor, behind))
}

/// The place behind the name that a document gives itself: *ngày ký | Quyết định này*.
fn document_itself<'r, 't>(at: Place<'r, 't>) -> Option<Place<'r, 't>> {
    let (_, mut behind) = Tables::builtin()
        .kinds
        .announced_at(at)
        .filter(|_| soft(at))?;
    behind.eat_word(ids().this).then_some(behind)
}

/// Whether the event is that of the document itself: *kể từ ngày ký hợp đồng*, *ngày ban hành quyết
/// định* are of another thing.
fn is_own(behind: Place<'_, '_>) -> bool {
    !soft(behind) || behind.number().is_some() || eat(&mut { behind }, &OWN_EVENT_GOES_ON).is_some()
}

/// *45 ngày kể từ ngày ký*, *15 ngày làm việc, kể từ khi nhận đủ hồ sơ*, *30 ngày kể từ ngày
/// 01/8/2025*, *20 ngày trước ngày 30/11/2025*: the unit stands at `at`, its count to the left.
pub(super) fn offset<'r, 't>(at: Place<'r, 't>, floor: usize) -> Option<Draft<'r, 't>> {
    let (&unit, mut ahead) = at.phrase(&UNIT)?;
    let working_days = unit == Unit::Day
        && ahead.id() == ids().working_a
        && ahead.next().id() == ids().working_b
        && soft(ahead);
    if working_days {
        ahead = ahead.next().next();
    }
    let core_end = ahead;
    let back = ahead.eat_word(ids().before);
    // *chậm nhất 3 tuần sau nghiệm thu*: a term by its limit, for a story counts in the same words.
    let after = !back && soft(ahead) && ahead.eat_word(ids().after);
    if !back && !after {
        let joined = soft(ahead) || ahead.gap() == Gap::Comma;
        let (_, behind) = ahead.phrase(&COUNTED_FROM).filter(|_| joined)?;
        ahead = behind;
    }
    // The count is looked for last: hardly any unit word has got this far.
    let mut start = at;
    let (count, _) = eat_count_back(&mut start, floor).filter(|&(count, _)| count > 0)?;
    if !soft(ahead) || back && is_covered(start, unit) {
        return None;
    }
    if after && !is_limited(start) {
        return None;
    }
    let (from, behind) = match base(ahead, back) {
        None if after && may_be_event(ahead) => (Anchor::Event, ahead),
        base => base?,
    };
    let offset = Offset {
        period: Period::new(count, unit)?,
        working_days,
        back,
        from,
    };
    let mut draft = Draft::new(start, start, behind, DateValue::Offset(offset));
    draft.expression.core.end = core_end.end();
    Some(draft)
}

/// Whether a limit stands in front of a length: *trong thời hạn*, *chậm nhất*.
fn is_limited(start: Place<'_, '_>) -> bool {
    // *từ 16 đến 30 ngày sau hạn*, *trước 28 ngày sau sinh* are no limits of what is to be done.
    let within = || dressing::front(start).modifier == Some(Modifier::Within);
    behind(start, 0, &AT_LEAST) || within()
}

/// Whether a noun in small letters stands there, as an event has them: *sau | nghiệm thu*.
fn may_be_event(at: Place<'_, '_>) -> bool {
    let pointer = [ids().this, ids().now].contains(&at.id());
    at.number().is_none() && !pointer && at.reading().case(at.index()) == Case::Lower
}

/// Whether a count of months or years is what a report covers, and not how long before a day something
/// is to be done: *sơ kết 6 tháng trước ngày 20/6*, but *báo cáo chậm nhất 2 tháng trước ngày 20/6*.
fn is_covered(start: Place<'_, '_>, unit: Unit) -> bool {
    if matches!(unit, Unit::Day | Unit::Week) || behind(start, 0, &AT_LEAST) {
        return false;
    }
    let front = dressing::front(start);
    if front.modifier.is_some() || front.role == Some(Role::Deadline) {
        return false;
    }
    let clause = start.reading().clause(start.start());
    let first = start.reading().place_at(clause.start).index();
    let first = first.max(start.index().saturating_sub(due::REACH));
    let covers = |index| {
        let dress = start.reading().place(index).phrase(&COVER);
        dress.is_some_and(|(dress, _)| dress.role == Some(Role::Period))
    };
    (first..start.index()).any(covers)
}

/// What a length is counted from.
fn base<'r, 't>(at: Place<'r, 't>, back: bool) -> Option<(Anchor, Place<'r, 't>)> {
    if let Some(atom) = worded(at).filter(|atom| atom.kind == Kind::Day && !atom.template) {
        // *04 tháng, từ ngày 02/4/2022 đến ngày 01/8/2022* names both ends.
        if group::range(atom).is_some() {
            return None;
        }
        return Some((Anchor::Day(atom.date?), atom.behind));
    }
    if back {
        return None;
    }
    if let Some(event) = event_day(at) {
        return Some(event);
    }
    let (_, behind) = at.phrase(&EVENT_OPENS)?;
    let goes_on = soft(behind) && behind.number().is_none() && behind.id() != ids().month;
    goes_on.then_some((Anchor::Event, behind))
}
