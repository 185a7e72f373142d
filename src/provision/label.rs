//! The labels of units: `5`, `7a`, `II`, `đ`, `a1`, `thứ nhất`, `cuối`; and what lies between two.

use std::borrow::Cow;

use super::level::{Case, Level};
use crate::text::cursor::Cursor;

/// Markers of points in their order. There is no f, j, w or z, and đ follows d
/// (Nghị định 30/2020/NĐ-CP, Phụ lục I; the alphabet of Thông tư 25/2011/TT-BTP).
const LETTERS: [char; 23] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't',
    'u', 'v', 'x', 'y',
];

/// More units than one range can sensibly name; the Civil Code has 689 articles.
const LONGEST_RANGE: usize = 200;

/// What kind of sign a label is. Lists and ranges hold labels of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Number,
    Roman,
    Letter,
    Word,
}

/// One label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label<'t> {
    pub(super) text: Cow<'t, str>,
    sign: Sign,
    /// Where it stands in counting; `None` for `1.2`, `a1`, `01/ĐK`.
    place: Option<u32>,
    /// Whether there is a letter behind the number, as in `7a`.
    inserted: bool,
    /// Whether label and level word are proof enough of a reference. *Đoạn 1* may be a stretch
    /// of road and *điểm 5* a mark at school: they need a khoản or Điều beside them.
    pub(super) sure: bool,
}

impl<'t> Label<'t> {
    fn new(text: impl Into<Cow<'t, str>>, sign: Sign, place: Option<u32>) -> Self {
        Label {
            text: text.into(),
            sign,
            place,
            inserted: false,
            sure: true,
        }
    }

    fn sure_if(self, sure: bool) -> Self {
        Label {
            sure: self.sure && sure,
            ..self
        }
    }

    fn unsure(self) -> Self {
        self.sure_if(false)
    }

    /// Whether `next` can stand in one list with this label.
    pub(super) fn lists_with(&self, next: &Label<'_>) -> bool {
        self.sign == next.sign
    }

    /// Whether the label is the letter of a point, which may bring its bracket along.
    pub(super) fn is_letter(&self) -> bool {
        self.sign == Sign::Letter
    }

    /// Whether the label is a bare arabic number, which could as well begin a quantity.
    pub(super) fn is_number(&self) -> bool {
        self.sign == Sign::Number && self.place.is_some() && !self.inserted
    }
}

/// Why the labels between two ends cannot be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// The ends do not count in one way, or run backwards.
    Unknown,
    /// There are too many.
    TooLong,
}

/// The labels after `from` up to and with `to`, if they are no more than `room`.
pub(super) fn between<'t>(
    from: &Label<'_>,
    to: &Label<'t>,
    room: usize,
) -> Result<Vec<Cow<'t, str>>, Gap> {
    let (Some(first), Some(last)) = (from.place, to.place) else {
        return Err(Gap::Unknown);
    };
    // 7 to 7a is a range as well: the unit and the one that was inserted behind it.
    if first > last || (first == last && (from.inserted || !to.inserted)) {
        return Err(Gap::Unknown);
    }
    if (last - first) as usize > LONGEST_RANGE.min(room) {
        return Err(Gap::TooLong);
    }
    let plain_last = if to.inserted {
        last
    } else {
        last.saturating_sub(1)
    };
    let mut labels: Vec<Cow<'t, str>> = (first + 1..=plain_last)
        .map(|n| match from.sign {
            Sign::Roman => roman(n),
            Sign::Letter => LETTERS[n as usize].to_string(),
            _ if from.text.starts_with('0') => format!("{n:0width$}", width = from.text.len()),
            _ => n.to_string(),
        })
        .map(Cow::Owned)
        .collect();
    labels.push(to.text.clone());
    Ok(labels)
}

/// Reads one label of `level`, whose word was written in `case`. In a list, `like` is the label
/// before: it says whether a lone `C`, `D` or `I` is a letter or a Roman number.
pub(super) fn read<'t>(
    cursor: &mut Cursor<'t>,
    level: Level,
    case: Case,
    like: Option<&Label<'t>>,
) -> Option<Label<'t>> {
    let mut ahead = *cursor;
    let mut label = match level {
        Level::Form => form(&mut ahead, case),
        Level::Article => number(&mut ahead)
            .or_else(|| roman_number(&mut ahead))
            .or_else(|| ordinal(&mut ahead)),
        Level::Clause => number(&mut ahead)
            // No article has a hundred clauses; the state budget has (Khoản 312).
            .map(|label| {
                let few = leading_digits(&label.text) <= 2;
                label.sure_if(few)
            })
            .or_else(|| letter(&mut ahead).map(Label::unsure)),
        Level::Point => letter(&mut ahead)
            .map(|label| {
                // Capital letters are the points of geometry.
                let capital = label.text.starts_with(char::is_uppercase);
                label.sure_if(!capital || case == Case::Upper)
            })
            .or_else(|| number(&mut ahead).map(Label::unsure)),
        Level::Subpoint => letter(&mut ahead).or_else(|| number(&mut ahead).map(Label::unsure)),
        Level::Paragraph | Level::Indent | Level::Sentence => place(&mut ahead, level),
        Level::Annex | Level::Part | Level::Chapter | Level::Section | Level::Subsection => {
            unit(&mut ahead, level, case, like)
        }
    }?;
    if case == Case::Upper && level >= Level::Article && label.sign != Sign::Roman {
        label.text = label.text.to_lowercase().into();
    }
    // "khoản 2 Điều 7phải thực hiện": a space was lost.
    let glued = matches!(level, Level::Article | Level::Form)
        && ahead
            .rest()
            .chars()
            .take_while(|c| c.is_lowercase())
            .count()
            > 1;
    if !glued && !ends_here(ahead) {
        return None;
    }
    *cursor = ahead;
    Some(label)
}

/// Endings of file names: "Phụ lục II.doc" is an attachment of a web page.
const FILES: [&str; 5] = [".doc", ".pdf", ".xls", ".zip", ".rar"];

/// Whether no more of the same token follows: `5/2020`, `5%` and `5b2c` are no labels.
fn ends_here(cursor: Cursor<'_>) -> bool {
    let rest = cursor.rest();
    match cursor.peek() {
        None => true,
        Some('/') => !rest[1..].starts_with(char::is_alphanumeric),
        Some('.') => !FILES.iter().any(|suffix| rest.starts_with(suffix)),
        Some('%' | '_' | '°' | 'º' | '²' | '³') => false,
        Some(c) => !c.is_alphanumeric(),
    }
}

/// `5`, `01`, `7a`, `12b1`, `1.2.3`.
fn number<'t>(cursor: &mut Cursor<'t>) -> Option<Label<'t>> {
    let start = *cursor;
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 6 {
        return None;
    }
    let mut label = Label::new("", Sign::Number, digits.parse().ok());
    let mut ahead = *cursor;
    let inserted = ahead.eat_if(|c| is_letter(c) || c.is_ascii_uppercase() || c == 'Đ');
    if inserted.is_some() && !ahead.peek().is_some_and(char::is_alphabetic) {
        ahead.digits();
        label.inserted = true;
        *cursor = ahead;
    }
    if tail(cursor) {
        label.place = None;
    }
    label.text = read_since(start, *cursor).into();
    Some(label)
}

/// Further steps of a deep number: the `.2.3` of `1.2.3`, the `.1` of `a.1`.
fn tail(cursor: &mut Cursor<'_>) -> bool {
    let mut any = false;
    loop {
        let mut ahead = *cursor;
        if !ahead.eat('.') {
            return any;
        }
        let digits = ahead.digits();
        if digits.is_empty() && ahead.eat_if(is_letter).is_none()
            || ahead.peek().is_some_and(char::is_alphanumeric)
        {
            return any;
        }
        *cursor = ahead;
        any = true;
    }
}

/// Steps below a point that are written in brackets: the `(iii)` of `a(iii)`.
fn steps(cursor: &mut Cursor<'_>) -> bool {
    attempt(cursor, |c| {
        let open = c.eat('(');
        let step = c.eat_while(|c| "ivx".contains(c));
        (open && !step.is_empty() && c.eat(')')).then_some(())
    })
    .is_some()
}

fn leading_digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len())
}

/// `a`, `đ`, `a1`, `b.2`, `aa`, `a(iii)`.
fn letter<'t>(cursor: &mut Cursor<'t>) -> Option<Label<'t>> {
    let start = *cursor;
    let first = cursor.eat_if(|c| is_letter(c.to_lowercase().next().unwrap_or(c)))?;
    let lower = first.to_lowercase().next()?;
    let mut place = LETTERS.iter().position(|&l| l == lower).map(|i| i as u32);
    // After y comes aa; no other pair of letters is a marker.
    if cursor.eat(first) || !cursor.digits().is_empty() || tail(cursor) || steps(cursor) {
        place = None;
        tail(cursor);
        steps(cursor);
    }
    // A health post is a "điểm y tế", and no clause has a point "y" before "tế".
    let mut ahead = *cursor;
    if lower == 'y'
        && ahead.spaces()
        && ["tế", "học", "khoa", "tá", "sĩ", "sỹ"]
            .iter()
            .any(|w| ahead.phrase(w))
    {
        return None;
    }
    Some(Label::new(read_since(start, *cursor), Sign::Letter, place))
}

/// `I`, `IV`, `IIa`, `IIA`, `I.2`.
fn roman_number<'t>(cursor: &mut Cursor<'t>) -> Option<Label<'t>> {
    let start = *cursor;
    let run = cursor.eat_while(|c| "IVXLC".contains(c));
    // The C of IIC is the letter of an annex, not a hundred.
    let value = parse_roman(run).or_else(|| {
        let shorter = run.strip_suffix('C')?;
        *cursor = start;
        cursor.advance(shorter.len());
        parse_roman(shorter)
    })?;
    let mut label = Label::new("", Sign::Roman, Some(value));
    if cursor
        .eat_if(|c| is_letter(c) || c.is_ascii_uppercase())
        .is_some()
    {
        label.inserted = true;
    }
    if tail(cursor) {
        label.place = None;
    }
    label.text = read_since(start, *cursor).into();
    Some(label)
}

/// The label of an annex, a part, a chapter or a section.
fn unit<'t>(
    cursor: &mut Cursor<'t>,
    level: Level,
    case: Case,
    like: Option<&Label<'t>>,
) -> Option<Label<'t>> {
    if let Some(label) = ordinal(cursor) {
        return Some(label);
    }
    let counted = number_word(cursor);
    let listed_letters = like.is_some_and(Label::is_letter);
    // "bản công bố phần I" is a part of no law.
    let named = counted || level != Level::Part || case != Case::Lower;
    if let Some(label) = attempt(cursor, number) {
        // Codes of the state budget (Mục 6650, Chương 018) are no sections of a text.
        return (leading_digits(&label.text) <= 2).then(|| label.sure_if(named));
    }
    if !listed_letters {
        // A lone C or L is the third or eleventh letter rather than a hundred or fifty.
        let roman = attempt(cursor, |c| {
            roman_number(c).filter(|l| !matches!(&*l.text, "C" | "L"))
        });
        if let Some(label) = roman {
            return Some(label.sure_if(named));
        }
    }
    let label = letter(cursor)?;
    let capital = label.text.starts_with(char::is_uppercase) && level != Level::Chapter;
    Some(label.sure_if(capital && named))
}

/// The code of a form: `01`, `1a`, `02/ĐK-TCT`, `C1-02/NS`, `TP-2024-01`.
fn form<'t>(cursor: &mut Cursor<'t>, case: Case) -> Option<Label<'t>> {
    let counted = number_word(cursor);
    let mut ahead = *cursor;
    let code = ahead.eat_while(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '.'));
    // "mẫu số 01/ĐKban hành": a space was lost.
    let glued = code.len() - code.trim_end_matches(char::is_lowercase).len();
    let code = match code[code.len() - glued..].chars().count() {
        0 | 1 => code,
        _ => &code[..code.len() - glued],
    };
    let code = code.trim_end_matches(['-', '/', '.']);
    let first = code.chars().next()?;
    let numbered = code.contains(|c: char| c.is_ascii_digit());
    if !(first.is_ascii_digit() || first.is_uppercase()) || !numbered || code.len() > 40 {
        return None;
    }
    if FILES.iter().any(|suffix| code.contains(suffix)) {
        return None;
    }
    cursor.advance(code.len());
    let sign = if first.is_ascii_digit() {
        Sign::Number
    } else {
        Sign::Word
    };
    let mut label = Label::new(code, sign, None);
    let plain = code.trim_end_matches(is_letter);
    if plain.len() <= 4 {
        label.place = plain.parse().ok();
        label.inserted = plain.len() < code.len();
    }
    Some(label.sure_if(counted || case != Case::Lower))
}

/// *thứ nhất*, *đầu*, *cuối cùng*, or a number: the place of a paragraph, a dash or a sentence.
fn place<'t>(cursor: &mut Cursor<'t>, level: Level) -> Option<Label<'t>> {
    if let Some(label) = ordinal(cursor) {
        return Some(label.sure_if(level == Level::Indent));
    }
    const ENDS: &[(&str, &str)] = &[
        ("đầu tiên", "1"),
        ("đầu", "1"),
        ("mở đầu", "mở đầu"),
        ("cuối cùng", "cuối"),
        ("cuối", "cuối"),
    ];
    if let Some(end) = cursor.any_phrase(ENDS) {
        return Some(Label::new(end, Sign::Word, None).unsure());
    }
    number(cursor).map(Label::unsure)
}

/// *thứ nhất* … *thứ mười*, *thứ 3*.
fn ordinal<'t>(cursor: &mut Cursor<'t>) -> Option<Label<'t>> {
    const ORDINALS: &[(&str, u32)] = &[
        ("nhất", 1),
        ("hai", 2),
        ("nhì", 2),
        ("ba", 3),
        ("tư", 4),
        ("bốn", 4),
        ("năm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("bẩy", 7),
        ("tám", 8),
        ("chín", 9),
        ("mười một", 11),
        ("mười hai", 12),
        ("mười", 10),
    ];
    attempt(cursor, |c| {
        if !(c.peek().is_some_and(|c| "tT".contains(c)) && c.phrase("thứ") && c.spaces()) {
            return None;
        }
        match c.any_phrase(ORDINALS) {
            Some(value) => Some(Label::new(value.to_string(), Sign::Number, Some(value))),
            None => number(c),
        }
    })
}

/// The *số* of *Mẫu số 01* and *Phụ lục số 2*.
fn number_word(cursor: &mut Cursor<'_>) -> bool {
    attempt(cursor, |c| {
        let s = c.peek().is_some_and(|c| "sS".contains(c));
        (s && c.phrase("số") && c.spaces()).then_some(())
    })
    .is_some()
}

/// Reads with `read`, and moves only if it reads.
fn attempt<'t, T>(
    cursor: &mut Cursor<'t>,
    read: impl FnOnce(&mut Cursor<'t>) -> Option<T>,
) -> Option<T> {
    let mut ahead = *cursor;
    let value = read(&mut ahead)?;
    *cursor = ahead;
    Some(value)
}

/// What was read from `start` to `end`.
fn read_since<'t>(start: Cursor<'t>, end: Cursor<'t>) -> &'t str {
    &start.rest()[..end.pos() - start.pos()]
}

/// A letter that can mark a point or an inserted unit. Authors do use f, j, w and z by mistake.
fn is_letter(c: char) -> bool {
    c.is_ascii_lowercase() || c == 'đ'
}

fn roman(n: u32) -> String {
    const STEPS: [(u32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = n;
    let mut text = String::new();
    for (value, sign) in STEPS {
        while rest >= value {
            rest -= value;
            text.push_str(sign);
        }
    }
    text
}

/// The value of a Roman number in its one correct spelling, up to 399.
fn parse_roman(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 12 {
        return None;
    }
    let digit = |c: u8| match c {
        b'I' => 1,
        b'V' => 5,
        b'X' => 10,
        b'L' => 50,
        _ => 100,
    };
    let bytes = text.as_bytes();
    let mut value = 0i32;
    for (i, &c) in bytes.iter().enumerate() {
        let step = digit(c);
        let next = bytes.get(i + 1).map_or(0, |&c| digit(c));
        value += if step < next { -step } else { step };
    }
    let value = u32::try_from(value).ok().filter(|&v| v > 0)?;
    (roman(value) == text).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(text: &str, level: Level) -> Option<String> {
        read(&mut Cursor::new(text, 0), level, Case::Capital, None).map(|l| l.text.into_owned())
    }

    #[test]
    fn reads_a_label_and_no_more() {
        for (text, level, expected) in [
            ("5 Nghị định", Level::Article, Some("5")),
            ("48b.", Level::Article, Some("48b")),
            ("kiện", Level::Article, None),
            ("5/2020", Level::Article, None),
            ("VI của", Level::Article, Some("VI")),
            ("thứ nhất", Level::Part, Some("1")),
            ("IIA ban hành", Level::Annex, Some("IIA")),
            ("IC", Level::Annex, Some("IC")),
            ("IIII", Level::Chapter, None),
            ("6650", Level::Section, None),
            ("số 03/ĐGTĐ-PC và", Level::Form, Some("03/ĐGTĐ-PC")),
            ("đ, e", Level::Point, Some("đ")),
            ("a1 khoản", Level::Point, Some("a1")),
            ("y tế", Level::Point, None),
            ("của", Level::Point, None),
            ("cuối cùng", Level::Sentence, Some("cuối")),
        ] {
            assert_eq!(label(text, level).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn counts_in_vietnamese() {
        let range = |a: &str, b: &str, level| {
            let [a, b] = [a, b].map(|t| {
                read(&mut Cursor::new(t, 0), level, Case::Capital, None).expect("a label")
            });
            between(&a, &b, 1000).map(|labels| labels.join(" "))
        };
        assert_eq!(range("c", "g", Level::Point), Ok("d đ e g".to_owned()));
        assert_eq!(range("III", "V", Level::Chapter), Ok("IV V".to_owned()));
        assert_eq!(range("7", "8a", Level::Article), Ok("8 8a".to_owned()));
        assert_eq!(range("7", "7a", Level::Article), Ok("7a".to_owned()));
        assert_eq!(range("9", "7", Level::Article), Err(Gap::Unknown));
        assert_eq!(range("1", "9999", Level::Article), Err(Gap::TooLong));
    }
}
