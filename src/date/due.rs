//! Whether something is to be done by a date: what its clause asks for, in front and behind.

use super::counted::{Anchor, Offset};
use super::draft::Draft;
use super::dressing::{AFTER, BEFORE, CLAUSE, COVER, Dress, Front, LABEL, Sense};
use super::expression::{DateExpression, Modifier, Role};
use super::hand::{eat, soft};
use super::lexicon::{RECIPIENT, REPORTED, ids};
use super::moment::weekday_before;
use super::partial::PartialDate;
use super::recurrence::recurrence_behind;
use super::unit::worded;
use super::value::DateValue;
use crate::reading::{Gap, Place};

/// How many words of a clause are looked at to each side.
pub(super) const REACH: usize = 40;

/// Whether a term is said to be kept: *trong thời hạn | không quá 30 ngày kể từ ngày …*.
pub(super) fn within_a_term(front: &Front<'_, '_>) -> bool {
    let dress = front.before.phrase_before(&BEFORE);
    dress.is_some_and(|(dress, _)| dress.modifier == Some(Modifier::Within))
}

/// Whether it is a length and not the day on which it ends.
pub(super) fn lasts(date: &DateExpression) -> bool {
    matches!(date.value, DateValue::Offset(_)) && date.modifier == Some(Modifier::Within)
}

/// Whether it names a time by which something can be due.
pub(super) fn can_be_due(date: &DateExpression) -> bool {
    let dated = matches!(
        date.value,
        DateValue::Date(_)
            | DateValue::Approximate(_)
            | DateValue::AllOf(_)
            | DateValue::Relative(_)
            | DateValue::Interval { .. }
            | DateValue::Offset(Offset {
                from: Anchor::Day(_),
                ..
            })
    );
    // *trước 16 giờ thứ Năm hằng tuần*
    let comes_back = matches!(date.value, DateValue::Recurring(_))
        && (date.time.is_some() || date.weekday.is_some())
        && matches!(date.modifier, Some(Modifier::By | Modifier::Before));
    (dated || comes_back)
        && !matches!(
            date.modifier,
            Some(Modifier::From | Modifier::After | Modifier::About)
        )
}

/// What the nearest verb of a clause says of the time in it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Asked {
    sense: Sense,
    /// Whether nothing else asks for it, and the verb stands right in front of the date: *văn bản ban
    /// hành trước ngày …*.
    bare: bool,
    /// Whether the verb stands right in front.
    adjoins: bool,
}

/// The words of the clause in front of the date, at most so many.
pub(super) fn clause_before<'r, 't>(draft: &Draft<'r, 't>) -> Place<'r, 't> {
    let start = draft.start;
    let clause = start.reading().clause(start.start());
    let first = start.reading().place_at(clause.start).index();
    let first = first
        .min(start.index())
        .max(start.index().saturating_sub(REACH));
    start.reading().place(first)
}

/// The place behind the last word of the clause, at most so many words on.
fn clause_behind<'r, 't>(draft: &Draft<'r, 't>) -> Place<'r, 't> {
    let reading = draft.start.reading();
    let clause = reading.clause(draft.start.start());
    let last = reading.place_at(clause.end).index();
    let last = last
        .max(draft.behind.index())
        .min(draft.behind.index() + REACH);
    reading.place(last)
}

/// What is asked for in front of the date.
fn asked_before(draft: &Draft<'_, '_>, front: &Front<'_, '_>) -> Option<Asked> {
    let first = clause_before(draft);
    let mut asked: Option<Asked> = None;
    let mut told = 0;
    let mut past = None;
    let mut at = first;
    while at.index() < front.before.index() {
        // *nộp hồ | sơ kết | thúc lúc 17 giờ*: no verb runs into the words that dress the date.
        let verb = at.phrase(&CLAUSE);
        let verb = verb.filter(|(_, behind)| behind.index() <= front.before.index());
        let Some((dress, behind)) = verb else {
            at = at.next();
            continue;
        };
        match dress.sense {
            Some(Sense::Past | Sense::State | Sense::Never) => past = Some(behind.index()),
            Some(sense) => {
                // *đã hoàn thành*, *được cấp*: the verb right behind them lies back.
                let back = past.is_some_and(|past| past == at.index());
                let opens = at.index() == first.index() || at.gap() == Gap::Comma;
                let adjoins = behind.index() >= front.before.index();
                if back && sense != Sense::Asked {
                    asked = None;
                } else {
                    let bare = adjoins && told == 0 && !opens && sense == Sense::Work;
                    asked = Some(Asked {
                        sense,
                        bare,
                        adjoins,
                    });
                }
                told += 1;
            }
            None => {}
        }
        at = behind;
    }
    asked
}

/// Whether the date with its chain opens its clause or stands in commas, and the clause goes on behind
/// a comma.
fn stands_apart(draft: &Draft<'_, '_>, front: &Front<'_, '_>) -> bool {
    behind_row(draft).gap() == Gap::Comma && (!soft(front.before) || ends_recurrence(front.before))
}

/// The place behind the date, or behind the one that *và* joins to it: *ngày 10/6 và ngày 10/12 hằng năm*.
fn behind_row<'r, 't>(draft: &Draft<'r, 't>) -> Place<'r, 't> {
    let mut at = draft.behind;
    let joined = soft(at) && at.eat_word(ids().and);
    let Some(second) = worded(at).filter(|_| joined) else {
        return draft.behind;
    };
    recurrence_behind(second.behind).map_or(second.behind, |(_, behind)| behind)
}

/// Whether the clause behind a date that opens it asks for something: *Trước ngày 30/6/2021, các đơn
/// vị gửi báo cáo*.
fn asked_behind(draft: &Draft<'_, '_>, front: &Front<'_, '_>) -> bool {
    if !stands_apart(draft, front) {
        return false;
    }
    if tells_result(draft) {
        return false;
    }
    let end = clause_behind(draft);
    let mut at = draft.behind;
    while at.index() < end.index() {
        match at.phrase(&CLAUSE).and_then(|(dress, _)| dress.sense) {
            Some(Sense::Done | Sense::Sent | Sense::Work | Sense::Asked) => return true,
            Some(Sense::Past | Sense::State | Sense::Never) => return false,
            None => at = at.phrase(&CLAUSE).map_or(at.next(), |(_, behind)| behind),
        }
    }
    false
}

/// Whether the clause behind a date that opens it tells first of what lies back: *Trong quý I/2023, các xã đã …*.
pub(super) fn goes_on_past(draft: &Draft<'_, '_>, front: &Front<'_, '_>) -> bool {
    let end = clause_behind(draft);
    let mut at = draft.behind;
    while stands_apart(draft, front) && at.index() < end.index() {
        match at.phrase(&CLAUSE) {
            Some((
                Dress {
                    sense: Some(sense), ..
                },
                _,
            )) => return *sense == Sense::Past,
            Some((_, behind)) => at = behind,
            None => at = at.next(),
        }
    }
    false
}

/// Whether the clause behind gives what was reached by then, and nothing asks for it: *Đến hết tháng 9, giải ngân
/// đạt 61%*.
fn tells_result(draft: &Draft<'_, '_>) -> bool {
    let end = clause_behind(draft);
    let mut at = draft.behind;
    let mut asked = false;
    while at.index() < end.index() {
        let number = |at: Place<'_, '_>| soft(at) && at.number().is_some();
        let reached = at.id() == ids().reach || at.reading().slice(at.index()) == "được";
        if reached && (number(at.next()) || number(at.next().next())) {
            return !asked;
        }
        asked |=
            matches!(at.phrase(&CLAUSE), Some((dress, _)) if dress.sense == Some(Sense::Asked));
        at = at.next();
    }
    false
}

/// Whether the clause in front says that what it tells lies back.
pub(super) fn lies_back(draft: &Draft<'_, '_>) -> bool {
    let mut at = clause_before(draft);
    let mut back = false;
    while at.index() < draft.start.index() {
        match at.phrase(&CLAUSE) {
            Some((dress, behind)) => {
                match dress.sense {
                    Some(Sense::Past) => back = true,
                    Some(Sense::Asked) => back = false,
                    _ => {}
                }
                at = behind;
            }
            None => at = at.next(),
        }
    }
    back
}

/// Whether what the clause in front tells first is that something was done or was not: *đã phối hợp …*, *chưa được
/// giao …*, but no *mỏ đang khai thác* behind a verb.
fn was_done(draft: &Draft<'_, '_>) -> bool {
    let mut at = clause_before(draft);
    while at.index() < draft.start.index() {
        let told = at.phrase(&CLAUSE);
        if let Some(sense) = told.and_then(|(dress, _)| dress.sense) {
            let lies_back = matches!(at.reading().slice(at.index()), "đã" | "chưa");
            return lies_back && sense != Sense::Asked;
        }
        at = told.map_or(at.next(), |(_, behind)| behind);
    }
    false
}

/// Whether something is to be done by then.
pub(super) fn is_due(draft: &Draft<'_, '_>, front: &Front<'_, '_>) -> bool {
    let date = &draft.expression;
    if !can_be_due(date) || date.template {
        return false;
    }
    let offset = matches!(date.value, DateValue::Offset(_));
    let year = match date.value {
        DateValue::Date(date) => matches!(date, PartialDate::Year(_) | PartialDate::Half { .. }),
        _ => false,
    };
    let interval = matches!(date.value, DateValue::Interval { .. });
    let before = asked_before(draft, front);
    let done = before.is_some_and(|asked| asked.sense == Sense::Done);
    let work = before.is_some_and(|asked| !asked.bare);
    let condition = || eat(&mut { draft.behind }, &AFTER).is_some();
    match date.modifier {
        Some(Modifier::By | Modifier::Before) if offset => true,
        Some(Modifier::Within) if offset => before.is_some() || asked_behind(draft, front),
        // *không được yêu cầu nhập học trước ngày 22.8* says from when on one may.
        Some(Modifier::Before) if is_forbidden(draft, front) => false,
        // *đã phối hợp hoàn thành trước ngày 15/5/2024*
        Some(Modifier::Before) if was_done(draft) && lies_back(draft) => false,
        Some(Modifier::Before) => {
            let work = work || ends_task(draft, front, before);
            (work || asked_behind(draft, front)) && !condition()
        }
        // *họp thứ Sáu hằng tuần trong tháng 6* is done again and again.
        Some(Modifier::Within) if comes_back(front.before) || tells_of(draft, front) => false,
        Some(Modifier::Within) if interval => done,
        Some(Modifier::Within) if year => done,
        // *đã phối hợp kiểm tra 45 cơ sở trong quý I*; *Trong quý I, các xã đã triển khai …*
        Some(Modifier::Within) if was_done(draft) || goes_on_past(draft, front) => false,
        Some(Modifier::Within) => work || ends_task(draft, front, before),
        // *Chiến lược hoàn thiện pháp luật đến năm 2010* looks as far as that.
        // *Hạn nộp hồ sơ đến hết ngày 10/9*
        Some(Modifier::By | Modifier::EndOf) if draft.is_day && begins_with_term(draft) => true,
        Some(Modifier::By) => done && !interval && !(year && names_plan(draft)),
        Some(Modifier::EndOf) => done || asked_at_once(draft, front),
        Some(Modifier::Early | Modifier::Mid | Modifier::Late) if year => done && front.dressed,
        // *báo cáo cuối quý IV* is about it; *trình Chính phủ cuối quý IV* is due then.
        // *định kỳ hằng năm vào tuần đầu tháng 10*
        Some(Modifier::Early | Modifier::Mid | Modifier::Late) => {
            !ends_recurrence(front.before)
                && work
                && (front.dressed || before.is_some_and(|asked| !asked.adjoins))
        }
        None if is_called_term(draft) => !interval,
        // *Thời gian nộp hồ sơ kết thúc lúc 17 giờ ngày 5/6*
        None if front.before.id() == ids().ending => {
            before.is_some_and(|asked| asked.sense == Sense::Sent)
        }
        None => (done || begins_with_term(draft)) && !interval && front.dressed,
        _ => false,
    }
}

/// Whether the time is that of what is reported or of a meeting, and not when it is to be done: *báo cáo kết quả
/// công tác trong quý II*, *ý kiến tại phiên họp trong tháng 6*. What is reported *to* somebody is due then.
fn tells_of(draft: &Draft<'_, '_>, front: &Front<'_, '_>) -> bool {
    let mut at = clause_before(draft);
    let mut tells = false;
    while at.index() < front.before.index() {
        let ahead = at.next();
        let named = ahead.word().is_some() && at.reading().case(ahead.index()).is_capital();
        if named && at.phrase(&RECIPIENT).is_some() {
            tells = false;
        } else if at.id() == ids().at_place {
            tells |= ahead
                .phrase(&COVER)
                .is_some_and(|(dress, _)| dress.role == Some(Role::Event));
        }
        match at.phrase(&CLAUSE) {
            Some((dress, behind)) => {
                match dress.sense {
                    Some(Sense::Done) => tells = false,
                    Some(_) => {
                        let reports = at
                            .phrase(&COVER)
                            .is_some_and(|(dress, _)| dress.role == Some(Role::Period));
                        // *báo cáo kết quả trong quý I* is to be done by then.
                        let on = behind.phrase(&REPORTED).filter(|_| reports && soft(behind));
                        tells |= on.is_some_and(|(_, end)| end.index() < front.before.index());
                    }
                    None => {}
                }
                at = behind;
            }
            None => at = ahead,
        }
    }
    tells
}

/// Whether a weekday, or that something comes back every week, stands in front.
fn comes_back(at: Place<'_, '_>) -> bool {
    let weekly = at.id_before() == ids().week && ends_recurrence(at);
    soft(at) && (weekly || weekday_before(at, 0).is_some())
}

/// Whether how often something comes back ends in front of the place: *hằng tháng*.
fn ends_recurrence(at: Place<'_, '_>) -> bool {
    let every = [ids().each, ids().every, ids().every_too];
    at.index() > 1 && soft(at) && every.contains(&at.back().id_before())
}

/// Whether the clause in front names a plan, whose title the date may belong to.
fn names_plan(draft: &Draft<'_, '_>) -> bool {
    let first = clause_before(draft).index();
    let words = first..draft.start.index();
    let names = |i| {
        let dress = draft.start.reading().place(i).phrase(&COVER);
        dress.is_some_and(|(dress, _)| dress.role == Some(Role::Period))
    };
    words.into_iter().any(names)
}

/// *Thời hạn nhận báo cáo lần 01 là ngày 20/11*: the clause begins with the word for a term.
fn begins_with_term(draft: &Draft<'_, '_>) -> bool {
    let first = clause_before(draft);
    let term = |at: Place<'_, '_>| {
        let label = at.phrase(&LABEL);
        label.is_some_and(|(dress, _)| dress.role == Some(Role::Deadline))
    };
    // *Như vậy, hạn chót xác nhận là 17h ngày 30.8*
    let last = |i: usize| {
        let at = draft.start.reading().place(i);
        at.gap() == Gap::Comma && term(at)
    };
    term(first) || (first.index()..draft.start.index()).any(last)
}

/// *17h ngày 28/7 là hạn cuối để …*
fn is_called_term(draft: &Draft<'_, '_>) -> bool {
    let mut at = draft.behind;
    at.eat_word(ids().is) && soft(at) && {
        let dress = at.phrase(&BEFORE);
        let limit = dress.is_some_and(|(dress, _)| dress.role == Some(Role::Deadline));
        limit && dress.is_some_and(|(dress, _)| dress.modifier.is_none())
    }
}

/// A clause that ends with its date and says nothing of what was or is: *Phủ sóng toàn bộ khu công nghiệp
/// trước ngày 30/9/2026.*
fn ends_task(draft: &Draft<'_, '_>, front: &Front<'_, '_>, before: Option<Asked>) -> bool {
    let first = clause_before(draft);
    let dated = match draft.expression.value {
        DateValue::Date(date) => date.is_complete(),
        _ => false,
    };
    let between = draft.behind.between().trim_start();
    let ends = between.is_empty() || between.starts_with(['.', ';', '\n', '(']);
    let told = front.before.index().saturating_sub(first.index()) >= 3;
    dated && ends && told && before.is_none() && !says_what_is(first, front.before)
}

/// Whether the clause in front forbids what it tells.
fn is_forbidden(draft: &Draft<'_, '_>, front: &Front<'_, '_>) -> bool {
    let mut at = clause_before(draft);
    while at.index() < front.before.index() {
        match at.phrase(&CLAUSE) {
            Some((dress, _)) if dress.sense == Some(Sense::Never) => return true,
            Some((_, behind)) => at = behind,
            None => at = at.next(),
        }
    }
    false
}

/// Whether one of the words between the places is of the past or of a state.
fn says_what_is(from: Place<'_, '_>, to: Place<'_, '_>) -> bool {
    let mut at = from;
    while at.index() < to.index() {
        match at.phrase(&CLAUSE) {
            Some((dress, behind)) => {
                if matches!(dress.sense, Some(Sense::Past | Sense::State)) {
                    return true;
                }
                at = behind;
            }
            None => at = at.next(),
        }
    }
    false
}

/// *Kết thúc năm 2023, tiến hành sơ kết*: the clause goes on with what is to be done then.
fn asked_at_once(draft: &Draft<'_, '_>, front: &Front<'_, '_>) -> bool {
    if !stands_apart(draft, front) || tells_result(draft) {
        return false;
    }
    let mut at = draft.behind;
    for _ in 0..3 {
        if let Some((dress, _)) = at.phrase(&CLAUSE) {
            return matches!(
                dress.sense,
                Some(Sense::Work | Sense::Sent | Sense::Done | Sense::Asked)
            );
        }
        at = at.next();
    }
    false
}
