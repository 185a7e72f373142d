//! The tokens of dates: words in any case, numbers, the dots of unfilled forms.

use crate::text::cursor::Cursor;

/// Reads white space with at most one line break, and the asterisks of Markdown.
pub(super) fn gap(cursor: &mut Cursor<'_>) {
    cursor.space_or_break();
    if !cursor.eat_while(|c| c == '*').is_empty() {
        cursor.space_or_break();
    }
}

/// Reads `word` (lower case) in any case. A digit may follow directly (*ngày14*), a letter not.
pub(super) fn keyword(cursor: &mut Cursor<'_>, word: &str) -> bool {
    let mut ahead = *cursor;
    for want in word.chars() {
        let read = match want {
            ' ' => ahead.space_or_break(),
            _ => ahead.eat_if(|c| is_letter(c, want)).is_some(),
        };
        if !read {
            return false;
        }
    }
    if ahead
        .peek()
        .is_some_and(|c| is_word(c) && !c.is_ascii_digit())
    {
        return false;
    }
    *cursor = ahead;
    true
}

/// Whether `c` is `want`, a lower-case letter, in any case.
pub(super) fn is_letter(c: char, want: char) -> bool {
    // No letter of these words changes between ASCII and the rest with its case.
    c == want || (c.is_ascii() == want.is_ascii() && lower(c) == want)
}

/// Whether `c` belongs to a word. All of Latin is settled without a table.
pub(super) fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Reads a gap and the first of `words` that is there; longer ones must come first.
pub(super) fn gap_keyword(cursor: &mut Cursor<'_>, words: &[&str]) -> bool {
    let mut ahead = *cursor;
    gap(&mut ahead);
    let read = words.iter().any(|word| keyword(&mut ahead, word));
    if read {
        *cursor = ahead;
    }
    read
}

/// Whether what follows makes the number before it a count.
pub(super) fn is_counted_noun(text: &str, end: usize) -> bool {
    const NOUNS: [&str; 18] = [
        "tiếng",
        "lần",
        "kỳ",
        "buổi",
        "giờ",
        "ngày",
        "tuần",
        "phiên",
        "đồng",
        "triệu",
        "tỷ",
        "người",
        "lượt",
        "đợt",
        "bên",
        "cuộc",
        "bản",
        "trở lên",
    ];
    gap_keyword(&mut Cursor::new(text, end), &NOUNS)
}

pub(super) fn lower(c: char) -> char {
    if c.is_ascii() {
        c.to_ascii_lowercase()
    } else {
        c.to_lowercase().next().unwrap_or(c)
    }
}

/// Reads a whole run of at most `digits` digits.
pub(super) fn number(cursor: &mut Cursor<'_>, digits: usize) -> Option<u16> {
    let mut ahead = *cursor;
    let run = ahead.digits();
    if run.is_empty() || run.len() > digits {
        return None;
    }
    *cursor = ahead;
    run.parse().ok()
}

/// Reads a year of four digits, 1000 to 2199.
pub(super) fn year(cursor: &mut Cursor<'_>) -> Option<u16> {
    let mut ahead = *cursor;
    let year = number(&mut ahead, 4).filter(|year| (1000..2200).contains(year))?;
    *cursor = ahead;
    Some(year)
}

/// Reads the dots or underscores of an unfilled form; says whether there were any.
pub(super) fn blank(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let mut weight = 0;
    loop {
        let mut run = ahead;
        run.spaces();
        let marks = run.eat_while(|c| matches!(c, '.' | '…' | '_' | '·'));
        if marks.is_empty() {
            break;
        }
        weight += marks
            .chars()
            .map(|c| if c == '.' || c == '·' { 1 } else { 2 })
            .sum::<usize>();
        ahead = run;
    }
    if weight < 2 {
        return false;
    }
    *cursor = ahead;
    true
}

/// Whether a date may end here: no digit, letter, fraction, percentage or code goes on.
pub(super) fn may_end(cursor: &Cursor<'_>) -> bool {
    let mut rest = cursor.rest().chars();
    match rest.next() {
        Some('/' | '%' | '‰' | '\\') => false,
        Some('-' | '–' | '_') => !rest.next().is_some_and(char::is_alphabetic),
        Some('.' | ',' | ':') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}
