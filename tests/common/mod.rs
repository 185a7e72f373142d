//! One notation for "this is expected inside this text".
//!
//! A row of a table is a text with its expected finds in `⟦…⟧`. Where their values differ from the
//! words in the brackets, they follow the text behind ` | =`, one for each find, between `; `. `⏎` is
//! a line end. A row without brackets must give nothing:
//!
//! ```text
//! Nghị quyết ⟦72-NQ-TW⟧ và ⟦27/NQ-TW⟧ | =72-NQ/TW; 27-NQ/TW
//! Quyết định⏎⟦242/QĐ-TTg⟧
//! nhà số 12/8 đường Lê Lợi
//! ```

#![allow(dead_code)] // each test program needs a part of it

use vanban::Span;

/// A row of a table, taken apart.
#[derive(Debug, PartialEq)]
pub struct Marked {
    /// The text without brackets.
    pub text: String,
    /// What stood in the brackets, in order.
    pub spans: Vec<Span>,
    /// The values behind ` | =`; none where the row names none.
    pub values: Option<Vec<String>>,
}

impl Marked {
    /// Takes a row apart.
    ///
    /// # Panics
    /// If brackets are open, nested or empty, or if there are not as many values as brackets.
    pub fn of(row: &str) -> Marked {
        let (marked, values) = match row.rsplit_once(" | =") {
            Some((marked, values)) => (marked, Some(values)),
            None => (row, None),
        };
        let (mut text, mut spans, mut open) = (String::new(), Vec::new(), None);
        for c in marked.chars() {
            match c {
                '⟦' => assert_eq!(open.replace(text.len()), None, "nested brackets: {row}"),
                '⟧' => {
                    let start = open.take().unwrap_or_else(|| panic!("closed only: {row}"));
                    assert!(start < text.len(), "nothing in the brackets: {row}");
                    spans.push(Span::try_from(start..text.len()).unwrap());
                }
                '⏎' => text.push('\n'),
                c => text.push(c),
            }
        }
        assert_eq!(open, None, "open brackets: {row}");
        let values = values.map(|values| values.split("; ").map(str::to_owned).collect());
        if let Some(values) = &values {
            let values: &Vec<String> = values;
            assert_eq!(values.len(), spans.len(), "a value a bracket: {row}");
        }
        Marked {
            text,
            spans,
            values,
        }
    }

    /// The words in the brackets.
    pub fn inside(&self) -> Vec<&str> {
        self.spans.iter().map(|span| span.of(&self.text)).collect()
    }

    /// The values that the row expects: those that it names, else the words in its brackets.
    pub fn expected(&self) -> Vec<&str> {
        match &self.values {
            Some(values) => values.iter().map(String::as_str).collect(),
            None => self.inside(),
        }
    }
}

/// The text with `⟦…⟧` around `spans`, in one line: the notation of the rows, written back.
pub fn marking(text: &str, spans: &[Span]) -> String {
    let mut out = String::new();
    let mut end = 0;
    for span in spans {
        out.push_str(&text[end.min(span.start())..span.start()]);
        out.push('⟦');
        out.push_str(span.of(text));
        out.push('⟧');
        end = span.end();
    }
    out.push_str(&text[end..]);
    out.replace('\n', "⏎")
}

/// Asserts that a finder sees exactly the brackets of `row`, with the row's values; hands out what
/// it saw. `look` says where a find stands and what its value is called.
pub fn assert_finds<F>(
    row: &str,
    find: impl Fn(&str) -> Vec<F>,
    look: impl Fn(&F) -> (Span, String),
) -> Vec<F> {
    let marked = Marked::of(row);
    let found = assert_spans(&marked, find, |found| look(found).0);
    let values: Vec<String> = found.iter().map(|found| look(found).1).collect();
    assert_eq!(values, marked.expected(), "{row}");
    found
}

/// Asserts that a finder sees exactly the brackets, whatever it makes of them.
pub fn assert_spans<F>(
    marked: &Marked,
    find: impl Fn(&str) -> Vec<F>,
    span: impl Fn(&F) -> Span,
) -> Vec<F> {
    let found = find(&marked.text);
    let spans: Vec<Span> = found.iter().map(span).collect();
    assert_eq!(
        marking(&marked.text, &spans),
        marking(&marked.text, &marked.spans),
        "found in the first line, expected in the second"
    );
    found
}

/// The rows of a table in one string: a row a line, without empty lines and those of comment (`# `).
pub fn rows(table: &str) -> impl Iterator<Item = &str> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
}
