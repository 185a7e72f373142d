//! What a date is the date of, as far as the words around it tell.

use super::context::{REACH, ends_with, starts_with};
use super::left::{Left, is_one_of};
use super::partial::PartialDate;
use super::value::{Anchor, DateValue, Relative, Unit};
use super::{DateExpression, Modifier, Role};
use once_cell::sync::Lazy;

use crate::span::Span;
use crate::tables::kinds::{DocumentKind, DocumentSystem, Trait};
use crate::tables::{Tables, laws};
use crate::text::sentence;

/// How far down a page its own date may stand, in bytes.
const PAGE_HEAD: usize = 1500;

/// How far behind an opening date its verb may stand, in bytes.
const SUBJECT: usize = 160;

/// How many words the name of a law has at most.
const LONGEST_TITLE: usize = 20;

/// Where a date stands.
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    /// The words in front of it in the same sentence, in lower case.
    pub(super) left: &'a str,
    /// The preposition that became its modifier.
    pub(super) cue: &'a str,
    pub(super) is_day: bool,
}

/// What the date at `place` is the date of. The rules come in the order in which they win: the
/// words right in front first, then what is asked for by then, then what happens, then a stretch.
pub(super) fn role(place: &Place<'_>, date: &DateExpression) -> Option<Role> {
    of_a_name(place, date)
        .or_else(|| in_force(place.left).then_some(Role::Effective))
        .or_else(|| place.is_day.then(|| of_a_document(place, date)).flatten())
        .or_else(|| is_asked_for(place, date).then_some(Role::Deadline))
        .or_else(|| happens(place, date).then_some(Role::Event))
        .or_else(|| is_planned(place, date).then_some(Role::Deadline))
        .or_else(|| opening(place, date))
        .or_else(|| is_stretch(place, date).then_some(Role::Period))
}

/// *Bộ luật Dân sự năm 2015*, *sinh ngày 02/01/1980*.
fn of_a_name(place: &Place<'_>, date: &DateExpression) -> Option<Role> {
    let is_year = matches!(date.value, DateValue::Date(PartialDate::Year(_)));
    if is_year && follows_law_name(place.text, place.span.start) {
        return Some(Role::LawYear);
    }
    // Not *phát sinh* (arise) or *học sinh* (pupil).
    let other = ["phát sinh", "học sinh"]
        .iter()
        .any(|word| ends_with(place.left, word));
    let born = !other && (ends_with(place.left, "sinh") || ends_with(place.left, "sinh vào"));
    (born && (place.is_day || is_year)).then_some(Role::Birth)
}

/// The date of a document or of its page, by its line or by the word in front.
fn of_a_document(place: &Place<'_>, date: &DateExpression) -> Option<Role> {
    if let Some(role) = line_role(place.text, place.span, date) {
        return Some(role);
    }
    let left = place.left;
    if ends_with(left, "ký:") {
        return Some(Role::Signature);
    }
    let issued = ["ban hành", "ký", "ban hành:"]
        .iter()
        .any(|words| ends_with(left, words));
    // *Công điện 21/CĐ-BNV hồi 16 giờ 00 ngày 14/10/2022*
    let telegram = ["hồi", "lúc"].iter().any(|word| {
        left.strip_suffix(word)
            .and_then(|left| left.trim_end().rsplit(' ').next())
            .is_some_and(|code| code.contains('/'))
    });
    let issued = issued || telegram || is_date_of_law(place.text, place.span.start);
    issued.then_some(Role::Issue)
}

/// *trước ngày …*, *chậm nhất …*, *hoàn thành vào …*. *trước năm 1986* alone looks back.
fn is_asked_for(place: &Place<'_>, date: &DateExpression) -> bool {
    let before_year =
        place.cue == "trước" && matches!(date.value, DateValue::Date(PartialDate::Year(_)));
    let strict = ["trước", "chậm", "muộn", "không", "để"]
        .iter()
        .any(|word| place.cue.starts_with(word));
    let single = matches!(date.value, DateValue::Date(_));
    let limit = !matches!(date.modifier, Some(Modifier::From | Modifier::After));
    let done_by = ["hoàn thành", "thời hạn", "hạn chót", "hạn cuối"]
        .iter()
        .any(|words| place.left.contains(words));
    (strict && (!before_year || is_work(place.left))) || (single && limit && done_by)
}

/// Whether something to be done is named.
fn is_work(left: &str) -> bool {
    const WORK: [&str; 6] = [
        "thực hiện",
        "ban hành",
        "trình",
        "triển khai",
        "tổ chức",
        "xây dựng",
    ];
    WORK.iter().any(|verb| left.contains(verb))
}

/// *trong quý IV/2020*: said of work to do. *trong năm 2023* alone may as well look back.
fn is_planned(place: &Place<'_>, date: &DateExpression) -> bool {
    let DateValue::Date(value) = date.value else {
        return false;
    };
    let planned = match date.modifier {
        Some(Modifier::Within) => match value {
            PartialDate::Year(_) => is_work(place.left),
            PartialDate::Half { .. } => false,
            _ => true,
        },
        Some(Modifier::EndOf) => true,
        _ => false,
    };
    planned && !place.left.contains("đã")
}

/// Something happens then: a part of the day, a weekday or an hour is named, days are listed, or a
/// meeting of that month or quarter.
fn happens(place: &Place<'_>, date: &DateExpression) -> bool {
    const MEETINGS: [&str; 6] = [
        "hội nghị",
        "giao ban",
        "cuộc họp",
        "phiên họp",
        "hội thảo",
        "lễ hội",
    ];
    let hour_in_front = date.time.is_some()
        && place.span.start < date.core.start
        && place.text.as_bytes()[place.span.start].is_ascii_digit();
    let days = matches!(
        &date.value,
        DateValue::AllOf(dates) if matches!(dates[..], [PartialDate::Day { .. }, ..])
    );
    let month_of_meeting = date.modifier.is_none()
        && matches!(
            date.value,
            DateValue::Date(PartialDate::Month { .. } | PartialDate::Quarter { .. })
        )
        && MEETINGS.iter().any(|words| place.left.contains(words));
    date.part_of_day.is_some()
        || (place.is_day && date.weekday.is_some())
        || hour_in_front
        || days
        || month_of_meeting
        || ends_with(place.left, "hôm")
}

/// A day that opens its sentence, or stands in commas, says when the sentence happens: *Ngày
/// 27/9/2019, Bộ Chính trị ban hành Nghị quyết …*, *Trước đó, ngày 14/4/2026, đoàn đã họp*.
fn opening(place: &Place<'_>, date: &DateExpression) -> Option<Role> {
    let names_day = matches!(
        date.value,
        DateValue::Date(PartialDate::Day { .. })
            | DateValue::Anchor(Anchor::SameDay)
            | DateValue::Relative(Relative {
                unit: Unit::Day,
                ..
            })
    );
    if !names_day || date.modifier.is_some() || date.recurrence.is_some() || date.template {
        return None;
    }
    let Place { text, span, .. } = *place;
    let after = text[span.end..].trim_start_matches(' ');
    let in_commas = after.starts_with(',')
        && place.left.strip_suffix(',').is_some_and(|before| {
            let word = before.rsplit(' ').next().unwrap_or(before);
            !word.contains(|c: char| c.is_ascii_digit())
        });
    if !in_commas {
        let start = sentence::start(text, span.start);
        let marker_only = !text[start..span.start].contains(char::is_alphanumeric);
        let goes_on = after.starts_with(|c: char| c == ',' || c.is_alphabetic());
        if !marker_only || !goes_on || starts_with(after, "của") {
            return None;
        }
    }
    let rest = after.trim_start_matches(',').trim_start();
    if rest.is_empty() || starts_with(rest, "của") {
        return None;
    }
    let sentence_end = sentence::end(text, span.end);
    let mut to = sentence_end.min(span.end + SUBJECT);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let clause = text[span.end..to].split(';').next().unwrap_or_default();
    // *đã ký Quyết định*, not *đăng ký kết hôn*.
    let signed = clause
        .split(" ký ")
        .skip(1)
        .any(|document| document.starts_with(char::is_uppercase));
    let issued = signed || clause.contains("ban hành");
    Some(if issued { Role::Issue } else { Role::Event })
}

/// A stretch of time by itself, or the year, quarter or month that a plan or report covers.
fn is_stretch(place: &Place<'_>, date: &DateExpression) -> bool {
    const COVERING: [&str; 20] = [
        "kế hoạch",
        "chương trình",
        "dự toán",
        "quyết toán",
        "ngân sách",
        "kinh phí",
        "công tác",
        "nhiệm vụ",
        "phương hướng",
        "chỉ tiêu",
        "biên chế",
        "báo cáo",
        "tổng kết",
        "sơ kết",
        "đánh giá",
        "kết quả",
        "số liệu",
        "so với",
        "cùng kỳ",
        "phong trào",
    ];
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
    if stretch || opened {
        return true;
    }
    let covered = matches!(
        date.value,
        DateValue::Date(
            PartialDate::Year(_) | PartialDate::Quarter { .. } | PartialDate::Month { .. }
        )
    );
    // Behind a comma the words say something else, unless they go on listing: *A, B và C năm 2026*.
    let clause = match place.left.rsplit_once(',') {
        Some((_, last)) if !last.contains(" và ") => last,
        _ => place.left,
    };
    // *tổng kết vào cuối năm 2020* is done then, not about it.
    let about_it = date.modifier.is_none() && !ends_with(place.left, "vào");
    covered && about_it && COVERING.iter().any(|words| clause.contains(words))
}

/// Whether the words in front say that something takes or loses effect at the date.
fn in_force(left: &str) -> bool {
    const BETWEEN: [&str; 18] = [
        "thi", "hành", "kể", "từ", "vào", "đến", "hết", "trước", "sau", "trở", "về", "bắt", "đầu",
        "là", "trong", "tính", "hiệu", "lực",
    ];
    let applied = [
        "áp dụng từ",
        "áp dụng kể từ",
        "thực hiện từ",
        "thực hiện kể từ",
        "thi hành từ",
        "thi hành kể từ",
    ];
    if applied.iter().any(|words| ends_with(left, words)) {
        return true;
    }
    left.rfind("hiệu lực").is_some_and(|at| {
        left[at + "hiệu lực".len()..]
            .split([' ', ',', ':', '(', '|'])
            .all(|word| word.is_empty() || BETWEEN.contains(&word))
    })
}

/// The role of a day by its place on its line: alone on it, it dates the page; behind a place
/// name and a comma, it is the date of issue (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 4).
fn line_role(text: &str, span: Span, expression: &DateExpression) -> Option<Role> {
    // Only so far: a line without an end must not be walked again for every date on it.
    let mut from = span.start.saturating_sub(REACH);
    let mut to = (span.end + REACH).min(text.len());
    while !text.is_char_boundary(from) {
        from += 1;
    }
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let line_start = text[from..span.start]
        .rfind('\n')
        .map_or(from, |i| from + i + 1);
    let line_end = text[span.end..to].find('\n').map_or(to, |i| span.end + i);
    let whole = (line_start > from || from == 0) && (line_end < to || to == text.len());
    if !whole {
        return None;
    }
    let ornament = |c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '#' | '|' | '(' | ')' | '-' | '>' | '.')
    };
    let before = text[line_start..span.start].trim_matches(ornament);
    let after = text[span.end..line_end].trim_matches(ornament);
    if !after.is_empty() {
        return None;
    }
    if expression
        .time
        .is_some_and(|time| time.offset_minutes().is_some())
        && ends_with(&before.to_lowercase(), "ký:")
    {
        return Some(Role::Signature);
    }
    if before.is_empty() {
        // Further down, as in a table, a date alone on its line dates something else.
        let on_top = span.start < PAGE_HEAD || expression.weekday.is_some();
        let dated = on_top
            && matches!(
                expression.value,
                DateValue::Date(PartialDate::Day { year: Some(_), .. })
            );
        return dated.then_some(Role::Page);
    }
    let place = before.strip_suffix(',')?.rsplit(['|', '\t']).next()?.trim();
    let capitalised = place.split_whitespace().count() <= 6
        && place
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’'))
        && place.chars().next().is_some_and(char::is_uppercase);
    (capitalised && super::clock::weekday_named(&place.to_lowercase()).is_none())
        .then_some(Role::Issue)
}

/// Whether the words left of `end` are the name of a law (*Luật Đất đai*, *Bộ luật Dân sự*,
/// *Hiến pháp*, *Pháp lệnh …*, *Công ước …*), so that a year there belongs to the name.
pub(super) fn follows_law_name(text: &str, end: usize) -> bool {
    law_in_front(text, end).is_some_and(|(start, near)| near || law_reaches(text, start, end))
}

/// Whether a law is named in full left of `end`, so that a day there is that of the law (*Luật Nhà
/// ở ngày 25/11/2014*).
fn is_date_of_law(text: &str, end: usize) -> bool {
    law_in_front(text, end).is_some_and(|(start, _)| law_reaches(text, start, end))
}

fn law_reaches(text: &str, start: usize, end: usize) -> bool {
    laws::law_at(text, start)
        .is_some_and(|(_, read)| read >= end || text[read..end].trim().is_empty())
}

/// The words of the kinds that have names of their own, laws and treaties, the last word first;
/// the longest kinds stand first.
static LAWS: Lazy<Vec<Vec<&'static str>>> = Lazy::new(|| {
    let named = |kind: &&DocumentKind| {
        kind.is(Trait::Law) || kind.systems.contains(&DocumentSystem::Treaty)
    };
    let kinds = Tables::builtin().kinds.iter().filter(named);
    let mut words: Vec<Vec<&str>> = kinds
        .map(|kind| kind.words().rsplit(' ').collect())
        .collect();
    words.sort_by_key(|words| std::cmp::Reverse(words.len()));
    words
});

/// Where `words`, the last one first, begin, if the first of them is `word` and the others stand
/// left of it.
fn words_before(words: &[&str], word: &str, mut left: Left<'_>) -> Option<usize> {
    let (last, others) = words.split_first()?;
    let all = is_one_of(word, &[last]) && others.iter().all(|other| left.take(&[other]));
    all.then_some(left.pos)
}

/// Where the nearest law left of `end` begins, and whether all words between may be its name.
fn law_in_front(text: &str, end: usize) -> Option<(usize, bool)> {
    const NEVER: [&str; 14] = [
        "này", "số", "đã", "được", "từ", "đến", "ngày", "tháng", "trước", "sau", "là", "khi",
        "hết", "phải",
    ];
    // In few names; most of the time they say that the name is over.
    const SELDOM: [&str; 9] = [
        "ban", "có", "trong", "cho", "theo", "do", "tại", "kỳ", "luật",
    ];
    let mut from = end.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut left = Left::new(text, from, end);
    let mut near = true;
    for _ in 0..LONGEST_TITLE {
        // A title may hold commas: Luật Phòng, chống tham nhũng.
        let mut at = left;
        at.skip_space();
        at.skip(',');
        let word = at.word()?;
        let whole = is_one_of(word, &["luật"]) && at.is(&["pháp", "kỷ"]);
        if let Some(start) = LAWS.iter().find_map(|words| words_before(words, word, at))
            && !whole
        {
            return Some((start, near));
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) || is_one_of(word, &NEVER) {
            return None;
        }
        near &= !is_one_of(word, &SELDOM);
        left = at;
    }
    None
}
