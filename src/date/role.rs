//! What a date is the date of: by the chain in front of it, by its line, by what its clause asks for.

use super::counted::{Anchor, Relative};
use super::draft::Draft;
use super::dressing::{BEFORE, CLAUSE, COVER, Front, LABEL, Sense};
use super::due::{REACH, can_be_due, clause_before, is_due, lasts, lies_back, within_a_term};
use super::expression::{DateExpression, Modifier, Role};
use super::hand::{eat_word_back, soft};
use super::lexicon::{LAW, NEVER_IN_LAW, NO_LAW, SELDOM_IN_LAW, ids};
use super::partial::PartialDate;
use super::period::Unit;
use super::value::DateValue;
use crate::reading::{Gap, Line, Place, Reading};
use crate::tables::{Tables, laws};

/// How far down a page its own date may stand, in bytes.
const PAGE_HEAD: usize = 1500;

/// Heads of a table are looked for in so many lines from the top.
const MOST_LINES: usize = 80;

/// How many characters the number of a document has at most.
const LONGEST_CODE: usize = 64;

/// How many words the name of a kind of document has, but for a few long ones.
const LONGEST_KIND: usize = 4;

/// How many words the name of a law has at most.
const LONGEST_TITLE: usize = 20;

/// What the date is the date of. The rules come in the order in which they win: the words right in
/// front first, then what is asked for by then, then what happens, then a stretch.
pub(super) fn role(draft: &Draft<'_, '_>, front: &Front<'_, '_>) -> Option<Role> {
    let date = &draft.expression;
    let is_year = matches!(date.value, DateValue::Date(PartialDate::Year(_)));
    // *trình Quốc hội vào năm 2013*
    let of_law = is_year && draft.start.id_before() != ids().into;
    if of_law && follows_law_name(draft.start) {
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
        Some(Role::Page) if draft.is_day => return Some(Role::Page),
        Some(Role::Signature) if !draft.is_day => {}
        // *tổ chức từ ngày 20 đến 24/5* lasts.
        Some(Role::Event) if matches!(date.value, DateValue::Interval { .. }) => {}
        Some(role @ (Role::Issue | Role::Event | Role::Signature)) if draft.is_day => {
            return Some(
                of_line(draft)
                    .filter(|_| role != Role::Event)
                    .unwrap_or(role),
            );
        }
        // *Thời gian thực hiện: từ ngày 01/3 đến ngày 30/6*
        Some(Role::Deadline) if front.lasts && matches!(date.value, DateValue::Interval { .. }) => {
            return Some(Role::Period);
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
        // *Thứ Năm, 30-01-2020, 00:24 (GMT+7)*: with its zone it is the stamp of a site.
        if date.weekday.is_some() && date.time.is_some() && is_zoned(draft) {
            return Some(Role::Page);
        }
        if let Some(role) = of_line(draft) {
            return Some(role);
        }
        // *Công điện 21/CĐ-BNV hồi 16 giờ 00 ngày 14/10/2022*
        let telegram = [ids().hoi, ids().at_time].contains(&draft.start.id_before())
            && code_ends(draft.start.back());
        // *Thông tư số 5/TT-BTC từ ngày … đến ngày …* was issued on one.
        let lasts = matches!(date.value, DateValue::Interval { .. });
        let coded = !lasts && (code_ends(draft.start) || number_ends(draft.start));
        if telegram || coded || is_date_of_law(draft.start) {
            return Some(Role::Issue);
        }
    }
    if is_due(draft, front) {
        return Some(Role::Deadline);
    }
    if happens(draft) {
        return Some(Role::Event);
    }
    if let Some(role) = opening(draft) {
        return Some(role);
    }
    if is_stretch(draft) {
        return Some(Role::Period);
    }
    // *thông báo đấu giá tài sản vào ngày 21/6/2019*
    let once = draft.is_day && date.modifier.is_none() && date.recurrence.is_none();
    let on_it = once && draft.start.id_before() == ids().into;
    on_it.then_some(Role::Event)
}

/// Whether a date can have the role that the head of its column gives.
pub(super) fn fits(role: Role, date: &DateExpression) -> bool {
    match role {
        Role::Deadline => can_be_due(date) && !date.template,
        _ => date.recurrence.is_none(),
    }
}

/// Whether the zone of its hour is said, in it or behind it.
fn is_zoned(draft: &Draft<'_, '_>) -> bool {
    let zone = |time: super::clock::TimeOfDay| time.offset_minutes().is_some();
    let rest = &draft.start.reading().text()[draft.end..];
    let rest = rest.trim_start_matches([' ', '(', '[']);
    draft.expression.time.is_some_and(zone) || rest.starts_with("GMT") || rest.starts_with("UTC")
}

/// Whether the token in front of the place is the number of a document (*300/QĐ-BTP*).
pub(super) fn code_ends(at: Place<'_, '_>) -> bool {
    // *13/2004/CT-BCA(V11) ngày …*
    let unit = || at.between() == ") ";
    if at.index() == 0 || !(soft(at) || unit()) {
        return false;
    }
    let text = &at.reading().text()[..at.end()];
    // Only so far: a token without an end must not be walked again for every date in it.
    let near = text.char_indices().rev().take(LONGEST_CODE);
    let start = near
        .take_while(|(_, c)| !c.is_whitespace())
        .last()
        .map_or(text.len(), |(i, _)| i);
    let token = &text[start..];
    let (serial, code) = token.split_once('/').unwrap_or(("", ""));
    let serial = serial.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    // Some write *73/2020/nđ-cp*.
    let small = || code.contains('-') && code.contains(char::is_alphabetic);
    let symbol = code.contains(char::is_uppercase) || small();
    serial.starts_with(|c: char| c.is_ascii_digit()) && symbol
}

/// Whether a date at the place is that of the document whose number ends in front of it.
pub(super) fn is_of_number(at: Place<'_, '_>) -> bool {
    code_ends(at) || number_ends(at)
}

/// Whether a document and its number without a code stand in front of the place: *Công điện số 173*.
fn number_ends(at: Place<'_, '_>) -> bool {
    let number = at.back();
    let mut before = number;
    let numbered = soft(at)
        && number.number().is_some()
        && soft(number)
        && eat_word_back(&mut before, 0, ids().number);
    let reading = at.reading();
    numbered
        && (1..=LONGEST_KIND).any(|words| {
            let first = before
                .index()
                .checked_sub(words)
                .map(|first| reading.place(first));
            let kind = first.and_then(|first| Tables::builtin().kinds.announced_at(first));
            kind.is_some_and(|(_, behind)| behind.index() == before.index())
        })
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
    // *cho đến 17 giờ ngày 9/12*, *từ đêm 17/9 trở đi* are ends of a stretch.
    let end = date.modifier.is_some_and(Modifier::is_limit)
        || matches!(
            date.value,
            DateValue::Interval { .. } | DateValue::Recurring(_)
        );
    !end && (date.part_of_day.is_some()
        || (draft.is_day && date.weekday.is_some())
        || hour_in_front)
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
    let colon = draft.behind.gap() == Gap::Colon && date.time.is_none();
    let goes_on = comma || colon || soft(draft.behind) && draft.behind.number().is_none();
    // *Thủ tướng ngày 25-5 đã ký …*, *Lễ hội ngày 5/6 sẽ …*: a verb with its tense follows, and no number
    // of a document stands in front.
    let tensed = soft(draft.behind)
        && (draft
            .behind
            .phrase(&CLAUSE)
            .is_some_and(|(dress, _)| dress.sense == Some(Sense::Past))
            || draft.behind.id() == ids().will)
        && before.index() > 0
        && soft(before)
        && !code_ends(before);
    if draft.behind.word().is_none() || draft.behind.id() == ids().of {
        return None;
    }
    let sentence = reading.sentence(draft.start.start());
    if !in_commas && !tensed {
        let opens = reading.place_at(sentence.start).index() >= draft.start.index();
        let front = &reading.text()[sentence.start.min(draft.start.start())..draft.start.start()];
        let marker = without_source(front).chars().all(|c| !c.is_alphanumeric());
        // *Tại phiên sơ thẩm ngày 18/9, …*
        let at_it = comma && reading.place_at(sentence.start).id() == ids().at_place;
        if !(opens || marker || at_it) || !goes_on {
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
            .phrase_before(&BEFORE)
            .is_some_and(|(dress, _)| dress.role == Some(Role::Issue));
        let next = at.next();
        let named = next.word().is_some() && reading.case(next.index()).is_capital();
        let long = issued
            && at
                .next()
                .phrase_before(&BEFORE)
                .is_some_and(|(_, b)| b.index() + 1 < next.index());
        // *kháng cáo Bản án nêu trên*: what is pointed back to was issued before.
        let known = matches!(reading.slice(next.index()), "nêu" | "nói" | "này" | "trên");
        if issued && !known && (named || long) {
            return Some(Role::Issue);
        }
        at = next;
    }
    Some(Role::Event)
}

/// How long the mark of a newspaper in front of its first sentence may be.
const LONGEST_SOURCE: usize = 40;

/// What stands in front of a date, without the mark of a newspaper: *(BBNĐT) Ngày 17/9, …*, *(PL) - Sáng
/// 12/4*, *TTO - Ngày 5/6*.
fn without_source(front: &str) -> &str {
    let written = front.trim_start();
    if written.len() > LONGEST_SOURCE {
        return front;
    }
    let behind_bracket = written
        .strip_prefix('(')
        .and_then(|inner| inner.split_once(')'))
        .map(|(_, behind)| behind);
    let behind_dash = || {
        let (source, behind) = written.split_once(['-', '–'])?;
        let capital = source.starts_with(char::is_uppercase)
            && source.split_whitespace().count() <= 3
            && source
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '.' | ' '));
        capital.then_some(behind)
    };
    behind_bracket.or_else(behind_dash).unwrap_or(front)
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
        // *từ tối nay*
        DateValue::Relative(_) => {
            date.modifier == Some(Modifier::From) && date.part_of_day.is_some()
        }
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
    let rest = text[span.end..line.end].trim_matches(ornament);
    // *28/10/2020 09:57 Số lượt xem: 42*
    let counted = draft.expression.time.is_some() && counts_readers(rest);
    if !rest.is_empty() && !counted {
        return None;
    }
    let before = text[line.start..span.start].trim_matches(ornament);
    // *11:30 | 07/02/2018*
    let clock = before.contains(':')
        && before.len() <= 12
        && before
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ':' | ' ' | '|' | '-'));
    // *Ngày có hiệu lực:⏎01/05/2016*: the line above is its label.
    if before.is_empty() && text[..line.start].trim_end().ends_with(':') {
        return None;
    }
    if before.is_empty() || clock {
        // Further down, as in a table, a date alone on its line dates something else.
        let on_top = span.start < PAGE_HEAD || draft.expression.weekday.is_some();
        if on_top && let Some(role) = below_heads(reading, span.start) {
            return role;
        }
        let dated = on_top
            && matches!(
                draft.expression.value,
                DateValue::Date(PartialDate::Day { year: Some(_), .. })
            );
        return dated.then_some(Role::Page);
    }
    let place = before.strip_suffix(',')?;
    let place = place.rsplit(['|', '\t']).next()?.trim();
    let place = behind_number(place);
    let named = place.len() < 60
        && place.split_whitespace().count() <= 6
        && place
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’'))
        && place.chars().next().is_some_and(char::is_uppercase);
    named.then_some(Role::Issue)
}

/// What the head of its column says of a date in a table whose cells became lines: *STT⏎Số ký hiệu⏎Ngày ban hành⏎1⏎…*.
/// Nothing outside of one; no role where several columns are of dates.
fn below_heads(reading: &Reading<'_>, start: usize) -> Option<Option<Role>> {
    let text = reading.text();
    let lines = reading.lines();
    let here = lines.partition_point(|line| line.end <= start);
    let above = &lines[..here.min(MOST_LINES)];
    let counts = |line: &Line| matches!(text[line.start..line.end].trim(), "STT" | "TT" | "Số TT");
    let heads = above.iter().rposition(counts)?;
    let mut roles = above[heads..].iter().filter_map(|line| {
        let (dress, behind) = reading.place_at(line.start).phrase(&LABEL)?;
        let whole = behind.end() >= line.start + text[line.start..line.end].trim_end().len();
        dress.role.filter(|_| whole)
    });
    let role = roles.next().map(|role| match role {
        Role::Signature => Role::Issue,
        role => role,
    });
    Some(role.filter(|_| roles.next().is_none()))
}

/// Whether it is nothing but how often a page was read: *Số lượt xem: 42*, *221 0*.
fn counts_readers(rest: &str) -> bool {
    const LONGEST: usize = 40;
    let sign = |c: char| c.is_ascii_digit() || matches!(c, ' ' | ':' | '.' | ',' | '|' | '-');
    rest.len() <= LONGEST
        && matches!(
            rest.trim_matches(sign).to_lowercase().as_str(),
            "" | "số lượt xem" | "lượt xem" | "lượt đọc" | "đã xem" | "xem" | "lượt truy cập"
        )
}

/// What stands behind a number in front of a place: *04/2018/TTLT-BCA Hà Nội*.
fn behind_number(place: &str) -> &str {
    let number = |word: &str| word.contains('/') && word.contains(|c: char| c.is_ascii_digit());
    let last = place.split(' ').rfind(|word| number(word));
    let behind = last.and_then(|number| place.rsplit_once(number));
    behind.map_or(place, |(_, behind)| behind.trim_start())
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
    laws::law_at(Tables::builtin(), start)
        .is_some_and(|law| law.end >= end.end() || text[law.end..end.start()].trim().is_empty())
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
