//! The labels of units: `5`, `7a`, `II`, `đ`, `a1`, `thứ nhất`, `cuối`.

use std::borrow::Cow;

use super::targets::{Labelled, Numerals, Run};
use super::words::{Hand, LevelWord, Word};
use crate::marker::{Level, Ordinal, is_letter, ordinal_words, roman};
use crate::reading::Case;

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
    sign: Sign,
    /// Where it stands in counting; `None` for `1.2`, `a1`, `01/ĐK`.
    place: Option<Ordinal>,
    /// Whether label and level word are proof enough of a reference. *Đoạn 1* may be a stretch
    /// of road and *điểm 5* a mark at school: they need a khoản or Điều beside them.
    pub(super) sure: bool,
}

/// Why the labels between two ends cannot be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// The ends do not count in one way, or run backwards.
    Unknown,
    /// There are too many.
    TooLong,
}

impl<'t> Label<'t> {
    fn new(text: impl Into<Cow<'t, str>>, sign: Sign, place: Option<Ordinal>) -> Self {
        Label {
            text: text.into(),
            sign,
            place,
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

    /// Whether the label begins with digits.
    pub(super) fn has_digits(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the label is a bare arabic number, which could as well begin a quantity.
    pub(super) fn is_number(&self) -> bool {
        self.sign == Sign::Number && self.place.is_some_and(|place| !place.is_inserted())
    }

    pub(super) fn labelled(&self) -> Labelled {
        Labelled::One(self.text.as_ref().into())
    }

    /// The labels between this one and `last`, without both.
    pub(super) fn to(&self, last: &Label<'_>) -> Result<Option<Run>, Gap> {
        /// More units than one range can sensibly name; the Civil Code has 689 articles.
        const LONGEST: u32 = 200;
        let (Some(first), Some(end)) = (self.place, last.place) else {
            return Err(Gap::Unknown);
        };
        // 7 to 7a is a range as well: the unit and the one that was inserted behind it.
        if first >= end || first.main == end.main && first.is_inserted() {
            return Err(Gap::Unknown);
        }
        if end.main - first.main > LONGEST {
            return Err(Gap::TooLong);
        }
        // Before 7a there is 7; before 7 there is 6.
        let before = if end.is_inserted() && end.main > first.main {
            end.main
        } else {
            end.main.saturating_sub(1)
        };
        let numerals = match self.sign {
            Sign::Roman => Numerals::Roman,
            Sign::Letter => Numerals::Letters,
            _ if self.text.starts_with('0') => {
                let digits = self.text.bytes().take_while(u8::is_ascii_digit);
                Numerals::Arabic(digits.count() as u8)
            }
            _ => Numerals::Arabic(0),
        };
        Ok((first.main < before).then_some(Run {
            numerals,
            first: first.main + 1,
            last: before,
        }))
    }
}

/// Reads one label behind `word`. In a list, `like` is the label before: it says whether a lone
/// `C`, `D` or `I` is a letter or a Roman number.
pub(super) fn read<'t>(
    hand: &mut Hand<'_, 't>,
    word: LevelWord,
    like: Option<&Label<'t>>,
) -> Option<Label<'t>> {
    let LevelWord { level, case, cut } = word;
    let mut ahead = *hand;
    // `khoản (2)`, `điểm (a)`.
    let bracketed =
        matches!(level, Level::Clause | Level::Point | Level::Subpoint) && ahead.eat('(');
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
            .or_else(|| ordinal(&mut ahead))
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
    if bracketed && !ahead.eat(')') {
        return None;
    }
    // "khoản 2 Điều 7phải thực hiện": a space was lost.
    let glued = label.has_digits() && matches!(level, Level::Article | Level::Form) && {
        let mut letters = ahead;
        letters.eat_while(char::is_lowercase).chars().count() > 1
    };
    // "khoản1Điều5".
    let mut next = ahead;
    let next_level = label.has_digits() && next.level().is_some();
    if !glued && !next_level && !ends_here(ahead) {
        return None;
    }
    *hand = ahead;
    Some(label.sure_if(!cut))
}

/// Reads the labels in brackets that go on one level below each other behind a label: the `(a)` of
/// `khoản 1(a)`, the `(2)(a)` of `Điều 5(2)(a)`; with their levels.
pub(super) fn nested<'t>(hand: &mut Hand<'_, 't>, level: Level) -> Vec<(Level, Label<'t>)> {
    let mut nested = Vec::new();
    let mut level = level;
    loop {
        let below = match level {
            Level::Article => Level::Clause,
            Level::Clause => Level::Point,
            _ => return nested,
        };
        let label = hand.attempt(|hand| {
            if !hand.eat('(') {
                return None;
            }
            let label = match below {
                Level::Clause => number(hand)?,
                _ => letter(hand)?,
            };
            hand.eat(')').then_some(label)
        });
        let Some(label) = label else {
            return nested;
        };
        nested.push((below, label));
        level = below;
    }
}

/// Endings of file names: "Phụ lục II.doc" is an attachment of a web page.
const FILES: [&str; 5] = [".doc", ".pdf", ".xls", ".zip", ".rar"];

/// Whether no more of the same token follows: `5/2020`, `5%` and `5b2c` are no labels.
fn ends_here(hand: Hand<'_, '_>) -> bool {
    let rest = hand.rest();
    match hand.peek() {
        None => true,
        Some('/') => !rest[1..].starts_with(char::is_alphanumeric),
        Some('.') => !FILES.iter().any(|suffix| rest.starts_with(suffix)),
        Some('%' | '_' | '°' | 'º' | '²' | '³') => false,
        Some(c) => !c.is_alphanumeric(),
    }
}

/// `5`, `01`, `7a`, `12b1`, `1.2.3`.
fn number<'t>(hand: &mut Hand<'_, 't>) -> Option<Label<'t>> {
    let start = *hand;
    let digits = hand.digits();
    if digits.is_empty() || digits.len() > 6 {
        return None;
    }
    let mut place = digits.parse().ok().map(Ordinal::new);
    let mut ahead = *hand;
    let inserted = ahead.eat_if(|c| is_letter(c) || c.is_ascii_uppercase() || c == 'Đ');
    if let Some(letter) = inserted
        && !ahead.peek().is_some_and(char::is_alphabetic)
    {
        ahead.digits();
        place = place.and_then(|place| place.with_letter(letter));
        *hand = ahead;
    }
    if tail(hand) {
        place = None;
    }
    Some(Label::new(hand.since(start), Sign::Number, place))
}

/// Further steps of a deep number: the `.2.3` of `1.2.3`, the `.1` of `a.1`.
fn tail(hand: &mut Hand<'_, '_>) -> bool {
    let mut any = false;
    loop {
        let mut ahead = *hand;
        if !ahead.eat('.') {
            return any;
        }
        let digits = ahead.digits();
        if digits.is_empty() && ahead.eat_if(is_letter).is_none()
            || ahead.peek().is_some_and(char::is_alphanumeric)
        {
            return any;
        }
        *hand = ahead;
        any = true;
    }
}

/// Steps below a point that are written in brackets: the `(iii)` of `a(iii)`.
fn steps(hand: &mut Hand<'_, '_>) -> bool {
    hand.attempt(|hand| {
        let open = hand.eat('(');
        let step = hand.eat_while(|c| "ivx".contains(c));
        (open && !step.is_empty() && hand.eat(')')).then_some(())
    })
    .is_some()
}

fn leading_digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len())
}

/// `a`, `đ`, `a1`, `b.2`, `aa`, `a(iii)`.
fn letter<'t>(hand: &mut Hand<'_, 't>) -> Option<Label<'t>> {
    let start = *hand;
    // A health post is a "điểm y tế", and no clause has a point "y" before "tế".
    let mut ahead = *hand;
    if ahead.word(Word::Syllable) {
        return None;
    }
    let first = hand.eat_if(|c| is_letter(c.to_lowercase().next().unwrap_or(c)))?;
    // Letters outside the official order name points, but no range runs over them.
    let mut place = Ordinal::of_letter(first).filter(|place| !place.is_inserted());
    // After y comes aa; no other pair of letters is a marker.
    if hand.eat(first) || !hand.digits().is_empty() || tail(hand) || steps(hand) {
        place = None;
        tail(hand);
        steps(hand);
    }
    Some(Label::new(hand.since(start), Sign::Letter, place))
}

/// `I`, `IV`, `IIa`, `IIA`, `I.2`.
fn roman_number<'t>(hand: &mut Hand<'_, 't>) -> Option<Label<'t>> {
    let start = *hand;
    let run = hand.eat_while(|c| "IVXLC".contains(c));
    // The C of IIC is the letter of an annex, not a hundred.
    let value = roman(run).or_else(|| {
        let shorter = run.strip_suffix('C')?;
        *hand = start;
        hand.advance(shorter.len());
        roman(shorter)
    })?;
    let mut place = Some(Ordinal::new(value));
    let inserted = hand.eat_if(|c| is_letter(c) || c.is_ascii_uppercase());
    if let Some(letter) = inserted {
        place = Ordinal::new(value).with_letter(letter);
    }
    if tail(hand) {
        place = None;
    }
    Some(Label::new(hand.since(start), Sign::Roman, place))
}

/// The label of an annex, a part, a chapter or a section.
fn unit<'t>(
    hand: &mut Hand<'_, 't>,
    level: Level,
    case: Case,
    like: Option<&Label<'t>>,
) -> Option<Label<'t>> {
    if let Some(label) = ordinal(hand) {
        return Some(label);
    }
    let counted = hand.word_and_space(Word::Number);
    let listed_letters = like.is_some_and(Label::is_letter);
    // "bản công bố phần I" is a part of no law.
    let named = counted || level != Level::Part || case != Case::Lower;
    if let Some(label) = hand.attempt(number) {
        // Codes of the state budget (Mục 6650, Chương 018) are no sections of a text.
        return (leading_digits(&label.text) <= 2).then(|| label.sure_if(named));
    }
    if !listed_letters {
        // A lone C or L is the third or eleventh letter rather than a hundred or fifty, and the I of
        // I1 is a letter.
        let roman = hand.attempt(|hand| {
            let label = roman_number(hand)?;
            let digit = hand.peek().is_some_and(|c| c.is_ascii_digit());
            (!digit && !matches!(&*label.text, "C" | "L")).then_some(label)
        });
        if let Some(label) = roman {
            return Some(label.sure_if(named));
        }
    }
    let label = letter(hand)?;
    let capital = label.text.starts_with(char::is_uppercase) && level != Level::Chapter;
    Some(label.sure_if(capital && named))
}

/// The code of a form: `01`, `1a`, `02/ĐK-TCT`, `C1-02/NS`, `TP-2024-01`.
fn form<'t>(hand: &mut Hand<'_, 't>, case: Case) -> Option<Label<'t>> {
    let counted = hand.word_and_space(Word::Number);
    let mut ahead = *hand;
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
    hand.advance(code.len());
    let sign = if first.is_ascii_digit() {
        Sign::Number
    } else {
        Sign::Word
    };
    let plain = code.trim_end_matches(is_letter);
    let number = plain.parse().ok().filter(|_| plain.len() <= 4);
    let place = number.map(Ordinal::new).and_then(|place| {
        let mut inserted = code[plain.len()..].chars();
        match (inserted.next(), inserted.next()) {
            (None, _) => Some(place),
            (Some(letter), None) => place.with_letter(letter),
            _ => None,
        }
    });
    Some(Label::new(code, sign, place).sure_if(counted || case != Case::Lower))
}

/// *thứ nhất*, *đầu*, *cuối cùng*, or a number: the place of a paragraph, a dash or a sentence.
fn place<'t>(hand: &mut Hand<'_, 't>, level: Level) -> Option<Label<'t>> {
    if let Some(label) = ordinal(hand) {
        return Some(label.sure_if(level == Level::Indent));
    }
    let ends = [
        (Word::First, "1"),
        (Word::Opening, "mở đầu"),
        (Word::Last, "cuối"),
    ];
    if let Some((_, end)) = ends.into_iter().find(|&(word, _)| hand.word(word)) {
        return Some(Label::new(end, Sign::Word, None).unsure());
    }
    let mut label = number(hand)?.unsure();
    // As behind *thứ*: the fifth, not the 05th.
    let counted = label.text.trim_start_matches('0');
    if counted.starts_with(|c: char| c.is_ascii_digit()) && counted.len() < label.text.len() {
        label.text = counted.to_owned().into();
    }
    Some(label)
}

/// *thứ nhất* … *thứ mười*, *thứ 3*.
fn ordinal<'t>(hand: &mut Hand<'_, 't>) -> Option<Label<'t>> {
    let words = ordinal_words(hand.place()?);
    let Some((value, behind)) = words else {
        return hand.attempt(|hand| {
            hand.word_and_space(Word::Nth).then_some(())?;
            number(hand)
        });
    };
    hand.go_to(behind);
    let place = Some(Ordinal::new(value));
    Some(Label::new(value.to_string(), Sign::Number, place))
}

/// Whether `label`, read up to `hand`, is the number of an amount. `listed`: it has no level word
/// of its own.
pub(super) fn is_quantity(hand: Hand<'_, '_>, label: &Label<'_>, listed: bool) -> bool {
    if !label.has_digits() {
        return false;
    }
    // A decimal: "điểm 7,5 điểm", "khoản 1,5 triệu".
    let mut decimal = hand;
    let mut ahead = hand;
    if decimal.eat(',') && !decimal.digits().is_empty() {
        ahead = decimal;
    }
    ahead.spaces()
        && (ahead.word(Word::Measure) || listed && label.is_number() && ahead.word(Word::Counted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Reading;
    use crate::tables::VOCABULARY;

    fn label(text: &str, level: Level) -> Option<Label<'_>> {
        let reading = Reading::new(text, &VOCABULARY);
        let word = LevelWord {
            level,
            case: Case::Title,
            cut: false,
        };
        read(&mut Hand::new(&reading, 0), word, None)
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
            ("thứ nhất", Level::Clause, Some("1")),
            ("(2) Điều", Level::Clause, Some("2")),
            ("(a) khoản", Level::Point, Some("a")),
            ("(a khoản", Level::Point, None),
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
            let found = label(text, level);
            assert_eq!(found.as_ref().map(|l| &*l.text), expected, "{text:?}");
        }
    }

    #[test]
    fn counts_in_vietnamese() {
        let between = |a, b, level| {
            let (a, b) = (label(a, level), label(b, level));
            let run = a.expect("a label").to(&b.expect("a label"))?;
            Ok(run.map_or((0, 0), |run| (run.first, run.last)))
        };
        assert_eq!(between("c", "g", Level::Point), Ok((4, 6)));
        assert_eq!(between("III", "V", Level::Chapter), Ok((4, 4)));
        assert_eq!(between("7", "8a", Level::Article), Ok((8, 8)));
        assert_eq!(between("7", "7a", Level::Article), Ok((0, 0)));
        assert_eq!(between("9", "7", Level::Article), Err(Gap::Unknown));
        assert_eq!(between("1", "9999", Level::Article), Err(Gap::TooLong));
    }
}
