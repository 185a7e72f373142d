//! The same page, typeset otherwise: what is found must not change.
//!
//! Each [`Typesetting`] sets a text the way pages come out of PDF, Markdown, the gazette, a
//! consolidated text, or a program that writes characters and line ends its own way. [`differences`] reads
//! both and compares what was found: values as they are, the texts of the page without what the
//! typesetting put in.

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::difference::{LayerDifference, difference};
use crate::finds;

/// A way to typeset a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typesetting {
    /// Paragraphs are broken at 60 columns.
    Wrapped,
    /// Numbers, dates and bodies are bold, headings marked with `##`.
    Emphasis,
    /// Running heads and page numbers stand between paragraphs.
    Heads,
    /// They stand inside the wrapped paragraphs.
    WrappedHeads,
    /// Marks of footnotes follow numbers and the labels of headings.
    Footnotes,
    /// Lines end in CR LF.
    Crlf,
    /// Letters and their marks are characters of their own.
    Decomposed,
    /// A paragraph that says nothing stands before the page.
    ProseBefore,
    /// It stands behind the page.
    ProseBehind,
    /// Numbers are written in capitals.
    UpperNumbers,
    /// They are written in small letters.
    LowerNumbers,
}

impl Typesetting {
    /// All of them.
    pub const ALL: [Typesetting; 11] = [
        Typesetting::Wrapped,
        Typesetting::Emphasis,
        Typesetting::Heads,
        Typesetting::WrappedHeads,
        Typesetting::Footnotes,
        Typesetting::Crlf,
        Typesetting::Decomposed,
        Typesetting::ProseBefore,
        Typesetting::ProseBehind,
        Typesetting::UpperNumbers,
        Typesetting::LowerNumbers,
    ];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Typesetting::Wrapped => "wrapped",
            Typesetting::Emphasis => "emphasis",
            Typesetting::Heads => "heads",
            Typesetting::WrappedHeads => "wrapped-heads",
            Typesetting::Footnotes => "footnotes",
            Typesetting::Crlf => "crlf",
            Typesetting::Decomposed => "decomposed",
            Typesetting::ProseBefore => "prose-before",
            Typesetting::ProseBehind => "prose-behind",
            Typesetting::UpperNumbers => "upper-numbers",
            Typesetting::LowerNumbers => "lower-numbers",
        }
    }

    /// The page set this way; `document` is what was found on it.
    pub fn set(self, page: &str, document: &Value) -> String {
        match self {
            Typesetting::Wrapped => wrapped(page),
            Typesetting::Emphasis => emphasised(page, document),
            Typesetting::Heads => with_heads(page),
            Typesetting::WrappedHeads => with_heads(&wrapped(page)),
            Typesetting::Footnotes => footnoted(page, document),
            Typesetting::Crlf => page.replace("\r\n", "\n").replace('\n', "\r\n"),
            Typesetting::Decomposed => page.nfd().collect(),
            Typesetting::ProseBefore => format!("{PROSE}\n\n{page}"),
            Typesetting::ProseBehind => format!("{page}\n\n{PROSE}\n"),
            Typesetting::UpperNumbers => with_numbers(page, document, str::to_uppercase),
            Typesetting::LowerNumbers => with_numbers(page, document, str::to_lowercase),
        }
    }

    /// Whether it changes how numbers are spelled, which the text and the warnings of a number tell.
    fn spells_numbers(self) -> bool {
        matches!(self, Typesetting::UpperNumbers | Typesetting::LowerNumbers)
    }
}

/// What is no part of what the page says: it tells how the page is set.
const OF_THE_PAGE: &[&str] = &["furniture", "repairs"];

/// What the library says otherwise when `page` is set in this way, by layer.
pub fn differences(page: &str, plain: &Value, set: Typesetting) -> Vec<LayerDifference> {
    let typeset = crate::runs::extracted(&set.set(page, plain));
    let layers = |document: &Value| {
        let mut document = document.clone();
        unset(&mut document, set.spells_numbers());
        let mut layers = finds::layers(&document);
        layers.retain(|layer| !OF_THE_PAGE.contains(&layer.name.as_str()));
        layers
    };
    difference(&layers(plain), &layers(&typeset))
}

/// The columns of a wrapped page.
const COLUMNS: usize = 60;

/// Whether a page is wrapped already: no line is long, and several go on in lower case below. To wrap
/// its lines again would make what no page looks like.
fn is_wrapped(page: &str) -> bool {
    const LONGEST: usize = 110;
    const SEVERAL: usize = 4;
    let lines = page.lines().map(str::trim);
    let long = |line: &str| line.chars().count() > LONGEST;
    let pairs = lines.clone().zip(lines.clone().skip(1));
    let goes_on = |(line, next): &(&str, &str)| {
        line.ends_with(char::is_alphanumeric) && next.starts_with(char::is_lowercase)
    };
    !lines.clone().any(long) && pairs.filter(goes_on).count() >= SEVERAL
}

fn wrapped(page: &str) -> String {
    if is_wrapped(page) {
        return page.to_owned();
    }
    let mut out = String::with_capacity(page.len() + page.len() / COLUMNS);
    for line in page.split_inclusive('\n') {
        if is_paragraph(line) {
            push_wrapped(&mut out, line);
        } else {
            out.push_str(line);
        }
    }
    out
}

/// Whether a line is running text: longer than a column, and neither a row of a table nor a title in
/// capitals.
fn is_paragraph(line: &str) -> bool {
    line.chars().count() > COLUMNS
        && !line.contains(['|', '\t'])
        && !line.trim().contains("  ")
        && line.chars().any(char::is_lowercase)
}

fn push_wrapped(out: &mut String, line: &str) {
    let mut column = 0;
    let mut words = line.split(' ');
    if let Some(first) = words.next() {
        out.push_str(first);
        column += first.chars().count();
    }
    for word in words {
        let width = word.trim_end().chars().count();
        let breaks = column + 1 + width > COLUMNS && width > 0;
        out.push(if breaks { '\n' } else { ' ' });
        out.push_str(word);
        column = if breaks { width } else { column + 1 + width };
    }
}

fn emphasised(page: &str, document: &Value) -> String {
    let mut marks = Vec::new();
    let mut end = 0;
    for (start, stop) in outermost(places(document, &["numbers", "dates", "bodies"])) {
        let words = &page[start..stop];
        if start >= end && !words.contains(['*', '_', '#', '\n']) && stands_free(page, start, stop)
        {
            marks.push((start, "**".to_owned()));
            marks.push((stop, "**".to_owned()));
            end = stop;
        }
    }
    for unit in headings(page, document) {
        // A heading that is set bold at its very start is no heading of Markdown any more.
        marks.push((unit.line, "## ".to_owned()));
    }
    // Stable: at one place the mark of the heading goes first.
    marks.sort_by_key(|(at, mark)| (*at, mark != "## "));
    inserted(page, &marks)
}

/// A running head of the gazette.
const HEAD: &str = "CÔNG BÁO/Số 302/Ngày 20-5-2026";

/// How many lines a page has.
const LINES: usize = 36;

fn with_heads(page: &str) -> String {
    let lines: Vec<&str> = page.split_inclusive('\n').collect();
    // A short text is broken once, in its middle.
    let every = LINES.min(lines.len() / 2).max(1);
    let mut out = String::with_capacity(page.len() + page.len() / 16);
    for (i, line) in lines.iter().enumerate() {
        out.push_str(line);
        // No page begins for a line or two.
        let left = lines.len() - (i + 1);
        if (i + 1).is_multiple_of(every) && left >= every.div_ceil(2) {
            out.push_str(&format!("{HEAD}\n{}\n", 56 + (i + 1) / every));
        }
    }
    out
}

fn footnoted(page: &str, document: &Value) -> String {
    let mut places: Vec<usize> = outermost(places(document, &["numbers"]))
        .into_iter()
        .filter(|&(start, stop)| stands_free(page, start, stop))
        .map(|(_, stop)| stop)
        .filter(|&stop| !page[stop..].starts_with(['[', '(']))
        .collect();
    places.extend(headings(page, document).into_iter().map(|unit| unit.label));
    places.sort_unstable();
    places.dedup();
    let marks: Vec<(usize, String)> = places
        .into_iter()
        .enumerate()
        .map(|(i, at)| (at, format!("[{}]", i + 1)))
        .collect();
    inserted(page, &marks)
}

/// A paragraph that names nothing, begins nothing and ends nothing.
const PROSE: &str =
    "Bầu trời trong xanh, gió thổi nhẹ, hoa nở khắp các khu vườn và tiếng chim vang từ xa.";

/// The page with its numbers spelled otherwise.
fn with_numbers(page: &str, document: &Value, spell: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(page.len());
    let mut end = 0;
    for (start, stop) in outermost(places(document, &["numbers"])) {
        out.push_str(&page[end..start]);
        out.push_str(&spell(&page[start..stop]));
        end = stop;
    }
    out.push_str(&page[end..]);
    out
}

/// A heading of the outline: where its line begins and where its label ends.
struct Heading {
    line: usize,
    label: usize,
}

/// The headings that begin a line: parts, chapters, sections, articles.
fn headings(page: &str, document: &Value) -> Vec<Heading> {
    let Some(units) = document.get("outline").and_then(Value::as_array) else {
        return Vec::new();
    };
    units
        .iter()
        .filter(|unit| {
            let level = unit.get("level").and_then(Value::as_str);
            level.is_some_and(|level| !["clause", "point", "item", "paragraph"].contains(&level))
        })
        .filter_map(|unit| {
            let (line, _) = place(unit)?;
            let label = unit.get("label").and_then(Value::as_str)?;
            if !page[..line].is_empty() && !page[..line].ends_with('\n') {
                return None;
            }
            let first = page[line..].lines().next()?;
            let after = first.find(label)? + label.len();
            let dot = usize::from(first[after..].starts_with('.'));
            Some(Heading {
                line,
                label: line + after + dot,
            })
        })
        .collect()
}

fn places(document: &Value, layers: &[&str]) -> Vec<(usize, usize)> {
    layers
        .iter()
        .filter_map(|layer| document.get(layer)?.as_array())
        .flatten()
        .filter_map(place)
        .collect()
}

fn place(find: &Value) -> Option<(usize, usize)> {
    let span = find.get("span")?.as_array()?;
    let end = |i: usize| usize::try_from(span.get(i)?.as_u64()?).ok();
    Some((end(0)?, end(1)?))
}

/// In order, without those that lie in or over another.
fn outermost(mut places: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    places.sort_by_key(|&(start, stop)| (start, std::cmp::Reverse(stop)));
    let mut end = 0;
    places.retain(|&(start, stop)| {
        let free = start >= end;
        if free {
            end = stop;
        }
        free
    });
    places
}

/// Whether no letter, digit or other mark touches the words.
fn stands_free(page: &str, start: usize, stop: usize) -> bool {
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "*_#/-".contains(c));
    !touches(page[..start].chars().next_back()) && !touches(page[stop..].chars().next())
}

/// The page with `marks` put in; they are in order of their places.
fn inserted(page: &str, marks: &[(usize, String)]) -> String {
    let mut out = String::with_capacity(page.len() + marks.len() * 3);
    let mut end = 0;
    for (at, mark) in marks {
        out.push_str(&page[end..*at]);
        out.push_str(mark);
        end = *at;
    }
    out.push_str(&page[end..]);
    out
}

/// The keys of words as the page has them; what stands under others is a value.
const OF_PAGE_WORDS: &[&str] = &["text", "marker"];

/// The keys of what a number says, however it is spelled; others may hold it among the words of the page.
const OF_NUMBERS: &[&str] = &["canonical", "number", "serial", "kind", "issuers", "units"];

/// Takes out of the words of the page what a typesetting put in; `spelled` where it spelled numbers
/// otherwise. The values stay as they are: a mark in them is a fault.
fn unset(value: &mut Value, spelled: bool) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| unset(value, spelled)),
        Value::Object(object) => {
            if spelled {
                object.remove("warnings");
            }
            for (key, value) in object.iter_mut() {
                if OF_NUMBERS.contains(&key.as_str()) && is_plain(value) {
                    continue;
                }
                if let Value::String(text) = value
                    && OF_PAGE_WORDS.contains(&key.as_str())
                {
                    *text = without_marks(vanban::normalize(text).as_str());
                }
                unset(value, spelled);
            }
        }
        Value::String(text) if spelled => *text = text.to_lowercase(),
        _ => {}
    }
}

/// A string, or strings: no words with a place.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::Array(values) => values.iter().all(Value::is_string),
        _ => value.is_string(),
    }
}

fn without_marks(text: &str) -> String {
    let mut words = Vec::new();
    // One word for the head; behind it stands the number of a page.
    let text = text.replace("**", "").replace(HEAD, PAGE_BREAK);
    let mut behind_head = false;
    for word in text
        .split([' ', '\n', '\t', '\r'])
        .filter(|word| !word.is_empty())
    {
        let is_page = behind_head && word.chars().all(|c| c.is_ascii_digit());
        behind_head = word == PAGE_BREAK;
        if !(is_page || behind_head || word == "##") {
            words.push(without_notes(word));
        }
    }
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

/// Stands for a running head.
const PAGE_BREAK: &str = "\u{c}";

/// The word without `[1]`.
fn without_notes(word: &str) -> String {
    let mut out = String::new();
    let mut rest = word;
    while let Some(open) = rest.find('[') {
        let digits = rest[open + 1..].trim_start_matches(|c: char| c.is_ascii_digit());
        let length = rest.len() - open - 1 - digits.len();
        out.push_str(&rest[..open]);
        rest = match digits.strip_prefix(']') {
            Some(after) if length > 0 => after,
            _ => {
                out.push('[');
                &rest[open + 1..]
            }
        };
    }
    out.push_str(rest);
    out
}
