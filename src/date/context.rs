//! What the words in front of a date make of it: its modifier, then its role.

use super::lexer::{keyword, lower};
use super::role::{Place, role};
use super::value::DateValue;
use super::{DateExpression, Modifier};
use crate::span::Span;
use crate::text::cursor::Cursor;

/// How far to the left the context is read, in bytes.
pub(super) const REACH: usize = 120;

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
pub(super) fn ends_with(words: &str, tail: &str) -> bool {
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
pub(super) fn settle(text: &str, span: Span, is_day: bool, expression: &mut DateExpression) {
    let left = left_words(text, span.start);
    // In a list *các năm*, *tháng* the article stands between the preposition and the date.
    let near = left
        .strip_suffix(" các")
        .or(left.strip_suffix(" những"))
        .unwrap_or(&left);
    let after = text[span.end..].trim_start();
    let phrase = MODIFIERS.iter().find(|(phrase, _)| ends_with(near, phrase));
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
    // *khoảng giữa năm 2018* is about and a part.
    let about = matches!(phrase, Some((_, Modifier::About)));
    if let (true, DateValue::Date(date)) = (about, &expression.value) {
        expression.value = DateValue::Approximate(*date);
    }
    if expression.role.is_none() {
        let place = Place {
            text,
            span,
            left: &left,
            cue: phrase.map_or("", |(phrase, _)| phrase),
            is_day,
        };
        expression.role = role(&place, expression);
    }
}

/// Whether `text` starts with the whole words, in any case.
pub(super) fn starts_with(text: &str, words: &str) -> bool {
    let mut cursor = Cursor::new(text, 0);
    keyword(&mut cursor, words)
}
