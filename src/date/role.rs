//! What a date is the date of, as far as the words around it tell.

use super::context::{REACH, ends_with};
use super::left::{Left, is_one_of};
use super::partial::PartialDate;
use super::value::DateValue;
use super::{DateExpression, Modifier, Role};
use crate::span::Span;

/// How far down a page its own date may stand, in bytes.
const PAGE_HEAD: usize = 1500;

pub(super) fn role(
    text: &str,
    span: Span,
    left: &str,
    cue: &str,
    kind_is_day: bool,
    two_ended: bool,
    expression: &DateExpression,
) -> Option<Role> {
    if matches!(expression.value, DateValue::Date(PartialDate::Year(_)))
        && follows_law_name(text, span.start)
    {
        return Some(Role::LawYear);
    }
    if kind_is_day || matches!(expression.value, DateValue::Date(PartialDate::Year(_))) {
        // Not *phát sinh* (arise) or *học sinh* (pupil).
        let other = ["phát sinh", "học sinh"]
            .iter()
            .any(|word| ends_with(left, word));
        if !other && (ends_with(left, "sinh") || ends_with(left, "sinh vào")) {
            return Some(Role::Birth);
        }
    }
    if in_force(left) {
        return Some(Role::Effective);
    }
    if kind_is_day {
        if let Some(role) = line_role(text, span, expression) {
            return Some(role);
        }
        if ends_with(left, "ban hành") || ends_with(left, "ký") || ends_with(left, "ban hành:") {
            return Some(Role::Issue);
        }
        if ends_with(left, "ký:") {
            return Some(Role::Signature);
        }
    }
    let limit = !matches!(expression.modifier, Some(Modifier::From | Modifier::After));
    let done_by = limit
        && ["hoàn thành", "thời hạn", "hạn chót", "hạn cuối"]
            .iter()
            .any(|words| left.contains(words));
    let strict = cue.starts_with("trước")
        || cue.starts_with("chậm")
        || cue.starts_with("muộn")
        || cue.starts_with("không")
        || cue == "chậm nhất trước"
        || cue == "để";
    let single = matches!(expression.value, DateValue::Date(_));
    // *trong năm 2023* alone may as well look back; a quarter or month is said of work to do.
    let is_year = matches!(expression.value, DateValue::Date(PartialDate::Year(_)));
    let work = [
        "thực hiện",
        "ban hành",
        "trình",
        "triển khai",
        "tổ chức",
        "xây dựng",
    ];
    let planned = match expression.modifier {
        Some(Modifier::Within) => {
            single && (!is_year || work.iter().any(|verb| left.contains(verb)))
        }
        Some(Modifier::EndOf) => single,
        _ => false,
    } && !left.contains("đã");
    if strict || (done_by && single) || planned {
        return Some(Role::Deadline);
    }
    if expression.part_of_day.is_some() || (expression.weekday.is_some() && kind_is_day) {
        return Some(Role::Event);
    }
    let stretch = two_ended
        || matches!(
            expression.value,
            DateValue::AllOf(_) | DateValue::Recurring(_) | DateValue::Vague(_)
        )
        || matches!(
            expression.modifier,
            Some(Modifier::LastMonths | Modifier::FirstMonths | Modifier::By)
        );
    stretch.then_some(Role::Period)
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
        .is_some_and(|time| time.offset_minutes.is_some())
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
    const TOO_FAR: [&str; 22] = [
        "này", "số", "có", "đã", "được", "ban", "từ", "đến", "ngày", "tháng", "trước", "sau",
        "trong", "là", "cho", "theo", "do", "tại", "khi", "hết", "kỳ", "phải",
    ];
    let mut from = end.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut left = Left::new(text, from, end);
    for _ in 0..20 {
        // A title may hold commas: Luật Phòng, chống tham nhũng.
        let mut at = left;
        at.skip_space();
        at.skip(',');
        let Some(word) = at.word() else { return false };
        if is_one_of(word, &["luật"]) {
            return !at.is(&["pháp", "kỷ"]);
        }
        let two_words = (is_one_of(word, &["lệnh"]) && at.is(&["pháp"]))
            || (is_one_of(word, &["pháp"]) && at.is(&["hiến"]))
            || (is_one_of(word, &["ước"]) && at.is(&["công"]));
        if two_words {
            return true;
        }
        if is_one_of(word, &TOO_FAR) || word.starts_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        left = at;
    }
    false
}
