//! The labels of units: `5`, `7a`, `II`, `đ`, `a1`, `thứ nhất`, `cuối`.

use std::borrow::Cow;

use super::level::Case;
use super::order;
use crate::marker;
use crate::marker::Level;
use crate::tables::numerals::ORDINAL_LIST;
use crate::text::cursor::Cursor;

/// What kind of sign a label is. Lists and ranges hold labels of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Number,
    Roman,
    Letter,
    Word,
}

/// One label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) sign: Sign,
    /// Where it stands in counting; `None` for `1.2`, `a1`, `01/ĐK`.
    pub(super) place: Option<u32>,
    /// Whether there is a letter behind the number, as in `7a`.
    pub(super) inserted: bool,
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
    let mut place = order::of_letter(lower);
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
    let value = marker::roman(run).or_else(|| {
        let shorter = run.strip_suffix('C')?;
        *cursor = start;
        cursor.advance(shorter.len());
        marker::roman(shorter)
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
    // "mẫu số 01/ĐKban hành": a space was lost. "01/Bìa" is whole.
    let stem = code.trim_end_matches(char::is_lowercase);
    let glued = code[stem.len()..].chars().count() > 1
        && stem
            .chars()
            .rev()
            .take(2)
            .all(|c| c.is_uppercase() || c.is_ascii_digit());
    let code = if glued { stem } else { code };
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
    attempt(cursor, |c| {
        if !(c.peek().is_some_and(|c| "tT".contains(c)) && c.phrase("thứ") && c.spaces()) {
            return None;
        }
        match c.any_phrase(&ORDINAL_LIST) {
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
}
