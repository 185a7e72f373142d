//! What a date is the date of: by the chain in front of it, by its line, by what its clause asks for.

use super::dressing::{AFTER, CLAUSE, COVER, Front, Sense};
use super::expression::{DateExpression, Modifier, Role};
use super::frame::Draft;
use super::hand::{eat, soft};
use super::lexicon::{LAW, NEVER_IN_LAW, NO_LAW, SELDOM_IN_LAW, ids};
use super::partial::PartialDate;
use super::value::{Anchor, DateValue, Offset, Relative, Unit};
use crate::reading::{Gap, Place, Reading};
use crate::tables::laws;

/// How far down a page its own date may stand, in bytes.
const PAGE_HEAD: usize = 1500;

/// How many words of a clause are looked at to each side.
const REACH: usize = 40;

/// How many words the name of a law has at most.
const LONGEST_TITLE: usize = 20;

/// What the date is the date of. The rules come in the order in which they win: the words right in
/// front first, then what is asked for by then, then what happens, then a stretch.
pub(super) fn role(draft: &Draft<'_, '_>, front: &Front<'_, '_>) -> Option<Role> {
    let date = &draft.expression;
    let is_year = matches!(date.value, DateValue::Date(PartialDate::Year(_)));
    if is_year && follows_law_name(draft.start) {
        return Some(Role::LawYear);
    }
    if is_year && code_ends(draft.start) {
        return Some(Role::Issue);
    }
    match front.role {
        // *có hiệu lực trong thời hạn 05 năm kể từ ngày ký* says how long.
        Some(Role::Effective) if lasts(date) => {}
        Some(Role::Effective) => return Some(Role::Effective),
        Some(Role::Birth) if draft.is_day || is_year => return Some(Role::Birth),
        Some(Role::Signature) if !draft.is_day => {}
        Some(role @ (Role::Issue | Role::Event | Role::Signature)) if draft.is_day => {
            return Some(
                of_line(draft)
                    .filter(|_| role != Role::Event)
                    .unwrap_or(role),
            );
        }
        Some(Role::Deadline) if can_be_due(date) && !lies_back(draft) => {
            return Some(Role::Deadline);
        }
        // *không quá 20 năm tính từ ngày xuất xưởng* is an age.
        Some(Role::Deadline)
            if matches!(date.value, DateValue::Offset(_))
                && (draft.start.id_before() != ids().exceed || within_a_term(front)) =>
        {
            return Some(Role::Deadline);
        }
        _ => {}
    }
    if draft.is_day {
        if let Some(role) = of_line(draft) {
            return Some(role);
        }
        // *Công điện 21/CĐ-BNV hồi 16 giờ 00 ngày 14/10/2022*
        let telegram = [ids().hoi, ids().at_time].contains(&draft.start.id_before())
            && code_ends(draft.start.back());
        if telegram || is_date_of_law(draft.start) {
            return Some(Role::Issue);
        }
    }
    if is_due(draft, front) {
        return Some(Role::Deadline);
    }
    if happens(draft) {
        return Some(Role::Event);
    }
    opening(draft).or_else(|| is_stretch(draft).then_some(Role::Period))
}

/// Whether a term is said to be kept: *trong thời hạn | không quá 30 ngày kể từ ngày …*.
fn within_a_term(front: &Front<'_, '_>) -> bool {
    let dress = front.before.phrase_before(&super::dressing::BEFORE);
    dress.is_some_and(|(dress, _)| dress.modifier == Some(Modifier::Within))
}

/// Whether it is a length and not the day on which it ends.
fn lasts(date: &DateExpression) -> bool {
    matches!(date.value, DateValue::Offset(_)) && date.modifier == Some(Modifier::Within)
}

/// Whether the token in front of the place is the number of a document (*300/QĐ-BTP*).
fn code_ends(at: Place<'_, '_>) -> bool {
    if at.index() == 0 || !soft(at) {
        return false;
    }
    let text = &at.reading().text()[..at.end()];
    let token = text.rsplit([' ', '\n', '\t']).next().unwrap_or(text);
    let (serial, code) = token.split_once('/').unwrap_or(("", ""));
    let serial = serial.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    serial.starts_with(|c: char| c.is_ascii_digit()) && code.contains(char::is_uppercase)
}

/// Whether it names a time by which something can be due.
fn can_be_due(date: &DateExpression) -> bool {
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
    dated
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
fn clause_before<'r, 't>(draft: &Draft<'r, 't>) -> Place<'r, 't> {
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
        let Some((dress, behind)) = at.phrase(&CLAUSE) else {
            at = at.next();
            continue;
        };
        match dress.sense {
            Some(Sense::Past | Sense::State) => past = Some(behind.index()),
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
    draft.behind.gap() == Gap::Comma && !soft(front.before)
}

/// Whether the clause behind a date that opens it asks for something: *Trước ngày 30/6/2021, các đơn
/// vị gửi báo cáo*.
fn asked_behind(draft: &Draft<'_, '_>, front: &Front<'_, '_>) -> bool {
    if !stands_apart(draft, front) {
        return false;
    }
    let end = clause_behind(draft);
    let mut at = draft.behind;
    while at.index() < end.index() {
        match at.phrase(&CLAUSE).and_then(|(dress, _)| dress.sense) {
            Some(Sense::Done | Sense::Sent | Sense::Work | Sense::Asked) => return true,
            Some(Sense::Past | Sense::State) => return false,
            None => at = at.phrase(&CLAUSE).map_or(at.next(), |(_, behind)| behind),
        }
    }
    false
}

/// Whether the clause in front says that what it tells lies back.
fn lies_back(draft: &Draft<'_, '_>) -> bool {
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

/// Whether something is to be done by then.
fn is_due(draft: &Draft<'_, '_>, front: &Front<'_, '_>) -> bool {
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
        Some(Modifier::Before) => {
            let work = work || ends_task(draft, front, before);
            (work || asked_behind(draft, front)) && !condition()
        }
        Some(Modifier::Within) if interval => done,
        Some(Modifier::Within) if year => done,
        Some(Modifier::Within) => work || ends_task(draft, front, before),
        Some(Modifier::By) => done && !interval,
        Some(Modifier::EndOf) => done || asked_at_once(draft, front),
        Some(Modifier::Early | Modifier::Mid | Modifier::Late) if year => done && front.dressed,
        // *báo cáo cuối quý IV* is about it; *trình Chính phủ cuối quý IV* is due then.
        Some(Modifier::Early | Modifier::Mid | Modifier::Late) => {
            work && (front.dressed || before.is_some_and(|asked| !asked.adjoins))
        }
        None => (done || begins_with_term(draft)) && !interval && front.dressed,
        _ => false,
    }
}

/// *Thời hạn nhận báo cáo lần 01 là ngày 20/11*: the clause begins with the word for a term.
fn begins_with_term(draft: &Draft<'_, '_>) -> bool {
    let first = clause_before(draft);
    let label = first.phrase(&super::dressing::LABEL);
    label.is_some_and(|(dress, _)| dress.role == Some(Role::Deadline))
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
    if !stands_apart(draft, front) {
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

/// Something happens then: a part of the day, a weekday or an hour is named, days are listed, or a
/// meeting of that month or quarter.
fn happens(draft: &Draft<'_, '_>) -> bool {
    let date = &draft.expression;
    let hour_in_front = date.time.is_some()
        && draft.start.start() < date.core.start
        && draft.start.number().is_some();
    let days = matches!(
        &date.value,
        DateValue::AllOf(dates) if matches!(dates[..], [PartialDate::Day { .. }, ..])
    );
    let of_meeting = date.modifier.is_none()
        && matches!(
            date.value,
            DateValue::Date(PartialDate::Month { .. } | PartialDate::Quarter { .. })
        )
        && covered(draft, Role::Event);
    date.part_of_day.is_some()
        || (draft.is_day && date.weekday.is_some())
        || hour_in_front
        || days
        || of_meeting
}

/// Whether a word of the clause in front names what the date covers, in the sense of `role`. Behind a
/// comma the words say something else, unless they go on listing: *A, B và C năm 2026*.
fn covered(draft: &Draft<'_, '_>, role: Role) -> bool {
    let end = draft.start.index();
    let mut at = clause_before(draft);
    let mut found = false;
    let mut listing = false;
    let mut comma = None;
    while at.index() < end {
        if at.gap() == Gap::Comma {
            comma = Some(found);
            listing = false;
            found = false;
        }
        listing |= at.id() == ids().and;
        match at.phrase(&COVER) {
            Some((dress, behind)) => {
                found |= dress.role == Some(role);
                at = behind;
            }
            None => at = at.next(),
        }
    }
    found || role == Role::Event && comma.unwrap_or(false) || listing && comma.unwrap_or(false)
}

/// A day that opens its sentence, or stands in commas, says when the sentence happens: *Ngày
/// 27/9/2019, Bộ Chính trị ban hành Nghị quyết …*, *Trước đó, ngày 14/4/2026, đoàn đã họp*.
fn opening(draft: &Draft<'_, '_>) -> Option<Role> {
    let date = &draft.expression;
    let names_day = matches!(
        date.value,
        DateValue::Date(PartialDate::Day { .. })
            | DateValue::Anchor(Anchor::SameDay)
            | DateValue::Relative(Relative {
                unit: Unit::Day,
                count: None,
                ..
            })
    );
    if !names_day || date.modifier.is_some() || date.recurrence.is_some() || date.template {
        return None;
    }
    let reading = draft.start.reading();
    let comma = draft.behind.gap() == Gap::Comma;
    let before = draft.start;
    let in_commas = comma
        && before.index() > 0
        && before.gap() == Gap::Comma
        && before.back().number().is_none();
    let goes_on = comma || soft(draft.behind) && draft.behind.number().is_none();
    if draft.behind.word().is_none() || draft.behind.id() == ids().of {
        return None;
    }
    let sentence = reading.sentence(draft.start.start());
    if !in_commas {
        let opens = reading.place_at(sentence.start).index() >= draft.start.index();
        let marker = reading.text()[sentence.start.min(draft.start.start())..draft.start.start()]
            .chars()
            .all(|c| !c.is_alphanumeric());
        if !(opens || marker) || !goes_on {
            return None;
        }
    }
    // *đã ký Quyết định*, not *đăng ký kết hôn*.
    let mut at = draft.behind;
    for _ in 0..REACH {
        if at.word().is_none_or(|word| word.end > sentence.end) || at.between().contains(';') {
            break;
        }
        let issued = at
            .next()
            .phrase_before(&super::dressing::BEFORE)
            .is_some_and(|(dress, _)| dress.role == Some(Role::Issue));
        let next = at.next();
        let named = next.word().is_some() && reading.case(next.index()).is_capital();
        let long = issued
            && at
                .next()
                .phrase_before(&super::dressing::BEFORE)
                .is_some_and(|(_, b)| b.index() + 1 < next.index());
        if issued && (named || long) {
            return Some(Role::Issue);
        }
        at = next;
    }
    Some(Role::Event)
}

/// A stretch of time by itself, or the year, quarter or month that a plan or report covers.
fn is_stretch(draft: &Draft<'_, '_>) -> bool {
    let date = &draft.expression;
    let stretch = match date.value {
        DateValue::Interval { .. }
        | DateValue::AllOf(_)
        | DateValue::Recurring(_)
        | DateValue::Vague(_)
        | DateValue::Date(PartialDate::Half { .. }) => true,
        DateValue::Date(_) => date.modifier == Some(Modifier::From),
        _ => false,
    };
    let opened = matches!(
        date.modifier,
        Some(Modifier::LastMonths | Modifier::FirstMonths | Modifier::By | Modifier::Before)
    );
    if stretch || opened && !matches!(date.value, DateValue::Relative(_) | DateValue::Offset(_)) {
        return true;
    }
    let unit = matches!(
        date.value,
        DateValue::Date(
            PartialDate::Year(_) | PartialDate::Quarter { .. } | PartialDate::Month { .. }
        )
    );
    // *tổng kết vào cuối năm 2020* is done then, not about it.
    let about_it = date.modifier.is_none() && draft.start.id_before() != ids().into;
    unit && about_it && covered(draft, Role::Period)
}

/// The role of a day by its place on its line: alone on it, it dates the page; behind a place name and
/// a comma, it is the date of issue (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 4).
fn of_line(draft: &Draft<'_, '_>) -> Option<Role> {
    let reading = draft.start.reading();
    let span = draft.span();
    let line = reading.line(span.start)?;
    let text = reading.text();
    if line.end < span.end {
        return None;
    }
    let ornament = |c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '#' | '|' | '(' | ')' | '-' | '>' | '.')
    };
    if !text[span.end..line.end].trim_matches(ornament).is_empty() {
        return None;
    }
    let before = text[line.start..span.start].trim_matches(ornament);
    if before.is_empty() {
        // Further down, as in a table, a date alone on its line dates something else.
        let on_top = span.start < PAGE_HEAD || draft.expression.weekday.is_some();
        let dated = on_top
            && matches!(
                draft.expression.value,
                DateValue::Date(PartialDate::Day { year: Some(_), .. })
            );
        return dated.then_some(Role::Page);
    }
    let place = before.strip_suffix(',')?;
    let place = place.rsplit(['|', '\t']).next()?.trim();
    let named = place.len() < 60
        && place.split_whitespace().count() <= 6
        && place
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’'))
        && place.chars().next().is_some_and(char::is_uppercase);
    named.then_some(Role::Issue)
}

/// Whether the words in front are the name of a law (*Luật Đất đai*, *Bộ luật Dân sự*, *Hiến pháp*), so
/// that a year there belongs to the name.
pub(super) fn follows_law_name(end: Place<'_, '_>) -> bool {
    law_in_front(end).is_some_and(|(start, near)| near || law_reaches(end.reading(), start, end))
}

/// Whether a law is named in full in front, so that a day there is that of the law (*Luật Nhà ở ngày
/// 25/11/2014*).
fn is_date_of_law(end: Place<'_, '_>) -> bool {
    law_in_front(end).is_some_and(|(start, _)| law_reaches(end.reading(), start, end))
}

fn law_reaches(reading: &Reading<'_>, start: Place<'_, '_>, end: Place<'_, '_>) -> bool {
    let text = reading.text();
    laws::law_at(text, start.start())
        .is_some_and(|(_, read)| read >= end.end() || text[read..end.start()].trim().is_empty())
}

/// Where the nearest law in front begins, and whether all words between may be its name.
fn law_in_front<'r, 't>(end: Place<'r, 't>) -> Option<(Place<'r, 't>, bool)> {
    let mut at = end;
    let mut near = true;
    for _ in 0..LONGEST_TITLE {
        // A title may hold commas: Luật Phòng, chống tham nhũng.
        let bracket = at.index() == end.index() && at.between().trim_start() == "(";
        if at.index() == 0 || !(soft(at) || at.gap() == Gap::Comma || bracket) {
            return None;
        }
        if let Some((_, before)) = at.phrase_before(&NO_LAW) {
            at = before;
            near = false;
            continue;
        }
        if let Some((_, before)) = at.phrase_before(&LAW) {
            return Some((before, near));
        }
        if at.back().number().is_some() || at.phrase_before(&NEVER_IN_LAW).is_some() {
            return None;
        }
        near &= at.phrase_before(&SELDOM_IN_LAW).is_none();
        at = at.back();
    }
    None
}
