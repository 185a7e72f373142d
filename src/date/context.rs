//! What the words around a date tell: its modifier, its role, and whether it is a date at all.

use super::lexer::{is_letter, is_word, lower};
use super::value::{DateValue, PartialDate};
use super::{DateExpression, Modifier, Role};
use crate::span::Span;

/// How far to the left the context is read, in bytes.
const REACH: usize = 120;

/// How far down a page its own date may stand, in bytes.
const PAGE_HEAD: usize = 1500;

/// Walks to the left, word by word, never before `floor`.
#[derive(Clone, Copy)]
pub(super) struct Left<'t> {
    text: &'t str,
    floor: usize,
    pub(super) pos: usize,
}

impl<'t> Left<'t> {
    pub(super) fn new(text: &'t str, floor: usize, pos: usize) -> Self {
        Left { text, floor, pos }
    }

    fn rest(self) -> &'t str {
        &self.text[self.floor..self.pos]
    }

    /// The character just left of the position.
    pub(super) fn peek(self) -> Option<char> {
        self.rest().chars().next_back()
    }

    /// Skips white space with at most one line break.
    pub(super) fn skip_space(&mut self) {
        let trimmed = self
            .rest()
            .trim_end_matches([' ', '\t', '\n', '\r', '\u{a0}', '*']);
        let gone = &self.rest()[trimmed.len()..];
        if gone.bytes().filter(|&b| b == b'\n').count() <= 1 {
            self.pos = self.floor + trimmed.len();
        }
    }

    /// Skips `c` if it stands there.
    pub(super) fn skip(&mut self, c: char) -> bool {
        let there = self.peek() == Some(c);
        if there {
            self.pos -= c.len_utf8();
        }
        there
    }

    /// Takes the word to the left, spaces before it skipped; `None` at punctuation.
    pub(super) fn word(&mut self) -> Option<&'t str> {
        let mut at = *self;
        at.skip_space();
        let rest = at.rest();
        let start = rest
            .char_indices()
            .rev()
            .take_while(|&(_, c)| is_word(c))
            .last()
            .map(|(i, _)| i)?;
        self.pos = self.floor + start;
        Some(&rest[start..])
    }

    /// Whether the word to the left is one of `words`; takes it if so.
    pub(super) fn take(&mut self, words: &[&str]) -> bool {
        let mut at = *self;
        let taken = at.word().is_some_and(|word| is_one_of(word, words));
        if taken {
            *self = at;
        }
        taken
    }

    /// Whether the word to the left is one of `words`.
    pub(super) fn is(self, words: &[&str]) -> bool {
        let mut at = self;
        at.take(words)
    }

    /// The number to the left, in digits or words: *45*, *mười hai*, *ba mươi sáu*, *năm (05)*.
    pub(super) fn count(&mut self) -> Option<u16> {
        let mut at = *self;
        at.skip_space();
        let count = if at.skip(')') {
            let inside = at.plain_count();
            if !at.skip('(') {
                return None;
            }
            let outside = at.plain_count();
            inside.or(outside)?
        } else {
            at.plain_count()?
        };
        *self = at;
        Some(count)
    }

    fn plain_count(&mut self) -> Option<u16> {
        let mut at = *self;
        let word = at.word()?;
        let count = if word.starts_with(|c: char| c.is_ascii_digit()) {
            (word.len() <= 4).then(|| word.parse().ok()).flatten()?
        } else if is_one_of(word, &["mười"]) {
            10
        } else if is_one_of(word, &["mươi"]) {
            10 * digit(at.word()?)?
        } else {
            let units = digit(word)?;
            let mut tens = at;
            if at.take(&["mười"]) {
                10 + units
            } else if let Some(ten) = tens.take(&["mươi"]).then(|| digit(tens.word()?)).flatten()
            {
                at = tens;
                10 * ten + units
            } else {
                units
            }
        };
        *self = at;
        Some(count)
    }
}

/// The number that the word for a digit means, also in its form behind *mươi*.
fn digit(word: &str) -> Option<u16> {
    const DIGITS: [(&str, u16); 12] = [
        ("một", 1),
        ("hai", 2),
        ("ba", 3),
        ("bốn", 4),
        ("năm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("tám", 8),
        ("chín", 9),
        ("mốt", 1),
        ("tư", 4),
        ("lăm", 5),
    ];
    DIGITS
        .iter()
        .find(|(name, _)| is_one_of(word, &[name]))
        .map(|&(_, digit)| digit)
}

/// Whether `word` is one of `words`, which are in lower case.
pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|want| {
        let mut have = word.chars();
        want.chars()
            .all(|w| have.next().is_some_and(|c| is_letter(c, w)))
            && have.next().is_none()
    })
}

/// The words left of `start` in the same sentence, in lower case, single-spaced.
fn left_words(text: &str, start: usize) -> String {
    let mut from = start.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let window = &text[from..start];
    let window = window.rsplit("\n\n").next().unwrap_or(window);
    let window = window
        .rsplit([';', '.', '!', '?', '…'])
        .next()
        .unwrap_or(window);
    let mut words = String::with_capacity(window.len());
    for word in window.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(
            word.chars()
                .map(lower)
                .filter(|c| !matches!(c, '*' | '"' | '“' | '”')),
        );
    }
    words
}

/// Whether `words` ends with the whole words `tail`.
fn ends_with(words: &str, tail: &str) -> bool {
    words
        .strip_suffix(tail)
        .is_some_and(|rest| !rest.chars().next_back().is_some_and(char::is_alphanumeric))
}

/// What stands in front of a date and is its modifier; longer phrases first.
const MODIFIERS: [(&str, Modifier); 35] = [
    ("chậm nhất trước", Modifier::Before),
    ("muộn nhất trước", Modifier::Before),
    ("trước", Modifier::Before),
    ("chậm nhất là vào", Modifier::By),
    ("chậm nhất là đến", Modifier::By),
    ("chậm nhất đến", Modifier::By),
    ("chậm nhất vào", Modifier::By),
    ("chậm nhất là", Modifier::By),
    ("chậm nhất", Modifier::By),
    ("muộn nhất là vào", Modifier::By),
    ("muộn nhất vào", Modifier::By),
    ("muộn nhất là", Modifier::By),
    ("muộn nhất", Modifier::By),
    ("không muộn hơn", Modifier::By),
    ("không chậm hơn", Modifier::By),
    ("không quá", Modifier::By),
    ("đến hết", Modifier::EndOf),
    ("tới hết", Modifier::EndOf),
    ("đến cuối", Modifier::EndOf),
    ("kết thúc", Modifier::EndOf),
    ("hết", Modifier::EndOf),
    ("để", Modifier::By),
    ("đến", Modifier::By),
    ("tới", Modifier::By),
    ("kể từ", Modifier::From),
    ("tính từ", Modifier::From),
    ("từ", Modifier::From),
    ("sau", Modifier::After),
    ("trong cả", Modifier::Within),
    ("trong suốt", Modifier::Within),
    ("trong các", Modifier::Within),
    ("ngay trong", Modifier::Within),
    ("trong", Modifier::Within),
    ("vào khoảng", Modifier::About),
    ("khoảng", Modifier::About),
];

/// Settles modifier and role of an expression that stands at `span`.
pub(super) fn settle(text: &str, span: Span, kind_is_day: bool, expression: &mut DateExpression) {
    let left = left_words(text, span.start);
    // In a list *các năm*, *tháng* the article stands between the preposition and the date.
    let near = left
        .strip_suffix(" các")
        .or(left.strip_suffix(" những"))
        .unwrap_or(&left);
    let after = text[span.end..].trim_start();
    let phrase = MODIFIERS.iter().find(|(phrase, _)| ends_with(near, phrase));
    let two_ended = matches!(expression.value, DateValue::Interval { .. });
    if expression.modifier.is_none() {
        expression.modifier = phrase.map(|&(_, modifier)| modifier);
        if starts_with(after, "trở về trước") {
            expression.modifier = Some(Modifier::By);
        } else if ["trở đi", "trở về sau", "trở lại đây"]
            .iter()
            .any(|words| starts_with(after, words))
        {
            expression.modifier = Some(Modifier::From);
        }
    }
    if let (Some(Modifier::About), DateValue::Date(date)) = (expression.modifier, &expression.value)
    {
        expression.value = DateValue::Approximate(*date);
    }
    if expression.role.is_none() {
        let cue = phrase.map_or("", |(phrase, _)| phrase);
        expression.role = role(text, span, &left, cue, kind_is_day, two_ended, expression);
    }
}

fn role(
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

/// Whether `text` starts with the whole words, in any case.
pub(super) fn starts_with(text: &str, words: &str) -> bool {
    let mut cursor = crate::text::cursor::Cursor::new(text, 0);
    super::lexer::keyword(&mut cursor, words)
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
