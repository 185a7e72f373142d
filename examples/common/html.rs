//! HTML to text: blocks keep their lines, and every word keeps its place in the source.

use std::borrow::Cow;
use std::collections::BTreeMap;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Span, Spanned, StartTag, Token, Tokenizer};

use super::layout::{Gap, Part, Parts, raised_digits};
use super::lists;
use super::places::Excerpt;

/// Elements whose content the tokenizer hands out as one string, and that show no text of the page.
const UNSEEN: [&[u8]; 7] = [
    b"script",
    b"style",
    b"title",
    b"textarea",
    b"iframe",
    b"noembed",
    b"noframes",
];

/// Elements that are closed by no tag of their own.
const VOID: [&[u8]; 13] = [
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta",
    b"source", b"track", b"wbr",
];

/// The gap that an element makes before and behind itself.
fn gap_around(element: &[u8]) -> Option<Gap> {
    Some(match element {
        b"p" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"ul" | b"ol" | b"dl" | b"table"
        | b"blockquote" | b"pre" | b"hr" | b"section" | b"article" | b"header" | b"footer"
        | b"main" | b"nav" | b"aside" | b"figure" | b"form" | b"body" | b"address" => {
            Gap::Paragraph
        }
        b"div" | b"br" | b"li" | b"dt" | b"dd" | b"caption" | b"figcaption" | b"center"
        | b"fieldset" | b"legend" | b"details" | b"summary" | b"option" | b"button" => Gap::Line,
        _ => return None,
    })
}

/// The text of an HTML page.
pub fn text(source: &str) -> Excerpt {
    let mut reader = Reader {
        source,
        parts: Parts::default(),
        unseen: false,
        hidden: None,
        preformatted: false,
        raised: 0,
        lists: Vec::new(),
        menus: 0,
        tables: vec![false],
    };
    for token in tokens(source) {
        match token {
            Token::StartTag(tag) => reader.open(&tag),
            Token::EndTag(tag) => reader.close(&tag.name, tag.span),
            Token::String(words) => reader.words(&words),
            _ => {}
        }
    }
    while let Some(open) = reader.tables.pop() {
        if open {
            reader.parts.push(Part::RowEnd, source.len(), source.len());
        }
    }
    reader.parts.write()
}

fn tokens(source: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(source, emitter).flatten()
}

struct Reader<'s> {
    source: &'s str,
    parts: Parts<'s>,
    /// Inside an element whose text is not shown: it lasts to the next tag.
    unseen: bool,
    /// The element that hides what is in it, and how many of its name are open.
    hidden: Option<(HtmlString, usize)>,
    preformatted: bool,
    /// How many `sup` are open.
    raised: usize,
    /// The lists that are open: what the next item is marked with.
    lists: Vec<lists::Counter>,
    /// How many `nav` are open: their lists are menus.
    menus: usize,
    /// The tables that are open, and whether one of their rows is; the page itself is the first.
    tables: Vec<bool>,
}

impl<'s> Reader<'s> {
    fn gap(&mut self, gap: Gap, span: Span) {
        self.parts.push(Part::Gap(gap), span.start, span.end);
    }

    fn open(&mut self, tag: &StartTag<usize>) {
        let name: &[u8] = &tag.name;
        self.unseen = UNSEEN.contains(&name) || name == b"option";
        self.hide(tag);
        if let Some(gap) = gap_around(name) {
            self.gap(gap, tag.span);
        }
        match name {
            _ if self.hidden.is_some() => {}
            b"pre" => self.preformatted = true,
            b"sup" => self.raised += 1,
            b"nav" => self.menus += 1,
            b"ul" | b"menu" => self.lists.push(lists::Counter::bullets()),
            b"ol" => self.lists.push(ordered(&tag.attributes)),
            b"li" if self.menus == 0 => {
                if let Some(list) = self.lists.last_mut() {
                    if let Some(value) = number(&tag.attributes, b"value") {
                        list.next = value;
                    }
                    let mark = Part::Mark(list.mark());
                    self.parts.push(mark, tag.span.start, tag.span.end);
                }
            }
            b"table" => self.tables.push(false),
            b"tr" => {
                self.end_row(tag.span);
                self.begin_row(tag.span);
            }
            b"td" | b"th" => {
                self.begin_row(tag.span);
                self.parts.push(Part::Cell, tag.span.start, tag.span.end);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &HtmlString, span: Span) {
        let name: &[u8] = name;
        self.unseen = false;
        let was_hidden = self.hidden.is_some();
        self.end_hidden(name);
        match name {
            _ if was_hidden => {}
            b"pre" => self.preformatted = false,
            b"sup" => self.raised = self.raised.saturating_sub(1),
            b"nav" => self.menus = self.menus.saturating_sub(1),
            b"ul" | b"ol" | b"menu" => {
                self.lists.pop();
            }
            b"tr" => self.end_row(span),
            b"table" => {
                self.end_row(span);
                if self.tables.len() > 1 {
                    self.tables.pop();
                }
            }
            _ => {}
        }
        if let Some(gap) = gap_around(name) {
            self.gap(gap, span);
        }
    }

    /// Begins to hide what a browser does not show, or counts elements within it.
    fn hide(&mut self, tag: &StartTag<usize>) {
        let name: &[u8] = &tag.name;
        if let Some((hiding, open)) = &mut self.hidden {
            *open += usize::from(hiding.0 == name);
            if hiding.0 == b"p" && ends_paragraph(name) {
                self.hidden = None;
            }
        }
        if self.hidden.is_none() && is_hidden(name, &tag.attributes) {
            self.hidden = Some((tag.name.clone(), 1));
        }
    }

    fn end_hidden(&mut self, name: &[u8]) {
        if let Some((hiding, open)) = &mut self.hidden {
            *open -= usize::from(hiding.0 == name);
            if *open == 0 || (hiding.0 == b"p" && ends_paragraph(name)) {
                self.hidden = None;
            }
        }
    }

    /// Opens a row of the innermost table, if none is open.
    fn begin_row(&mut self, span: Span) {
        if let Some(open @ false) = self.tables.last_mut() {
            *open = true;
            self.parts.push(Part::Row, span.start, span.end);
        }
    }

    /// Closes the row of the innermost table: `</tr>` may be left out.
    fn end_row(&mut self, span: Span) {
        if let Some(open @ true) = self.tables.last_mut() {
            *open = false;
            self.parts.push(Part::RowEnd, span.start, span.end);
        }
    }

    fn words(&mut self, words: &Spanned<HtmlString, usize>) {
        if self.unseen || self.hidden.is_some() {
            return;
        }
        let Span { start, end } = words.span;
        let Some(raw) = self.source.get(start..end) else {
            // The tokenizer lost count; the words are worth more than their place.
            let text = String::from_utf8_lossy(&words.value).into_owned();
            self.parts.push(Part::Written(text.into()), start, end);
            return;
        };
        self.references(raw, start);
    }

    /// Words with character references (`&amp;`) among them.
    fn references(&mut self, raw: &'s str, at: usize) {
        let mut from = 0;
        for (reference, _) in raw.match_indices('&') {
            self.copy(&raw[from..reference], at + from);
            let rest = &raw[reference..];
            let stop = |c: char| c.is_ascii_whitespace() || matches!(c, '<' | '&');
            let length = rest[1..].find(stop).map_or(rest.len(), |i| i + 1);
            let piece = &rest[..length];
            let decoded = decoded(piece);
            let same = common_end(piece, &decoded);
            let (written, copied) = (decoded.len() - same, length - same);
            if written > 0 {
                let text = decoded[..written].to_owned();
                let place = at + reference;
                self.parts
                    .push(Part::Written(text.into()), place, place + copied);
            }
            self.copy(&piece[copied..], at + reference + copied);
            from = reference + length;
        }
        self.copy(&raw[from..], at + from);
    }

    fn copy(&mut self, words: &'s str, at: usize) {
        if words.is_empty() {
            return;
        }
        if self.raised > 0
            && let Some(raised) = raised_digits(words)
        {
            self.parts
                .push(Part::Written(raised.into()), at, at + words.len());
            return;
        }
        let part = match self.preformatted {
            true => Part::Verbatim(Cow::Borrowed(words)),
            false => Part::Copied(Cow::Borrowed(words)),
        };
        self.parts.push(part, at, at + words.len());
    }
}

/// Whether a browser shows nothing of an element. One whose end tag may be left out, but a paragraph, is
/// always read: where it ends is not known.
fn is_hidden(name: &[u8], attributes: &Attributes) -> bool {
    const OPEN_ENDED: [&[u8]; 10] = [
        b"li", b"td", b"th", b"tr", b"dd", b"dt", b"option", b"tbody", b"body", b"html",
    ];
    if matches!(name, b"template" | b"noscript" | b"svg") {
        return true;
    }
    let invisible = || {
        let style: String = attribute(attributes, b"style")
            .unwrap_or_default()
            .split_ascii_whitespace()
            .collect();
        attributes.contains_key(&b"hidden"[..])
            || style.to_ascii_lowercase().contains("display:none")
    };
    !VOID.contains(&name) && !OPEN_ENDED.contains(&name) && invisible()
}

/// Whether a tag ends a paragraph that no tag of its own has ended.
fn ends_paragraph(name: &[u8]) -> bool {
    name != b"br" && gap_around(name).is_some()
}

/// What `piece` of text says, by the reader's own table of references.
fn decoded(piece: &str) -> String {
    let mut text = String::new();
    for token in Tokenizer::new(piece).flatten() {
        if let Token::String(words) = token {
            text.push_str(&String::from_utf8_lossy(&words.value));
        }
    }
    text
}

/// How many bytes at the end the two have in common, whole characters.
fn common_end(a: &str, b: &str) -> usize {
    a.chars()
        .rev()
        .zip(b.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}

type Attributes = BTreeMap<HtmlString, Spanned<HtmlString, usize>>;

fn attribute<'a>(attributes: &'a Attributes, name: &[u8]) -> Option<&'a str> {
    let value: &[u8] = &attributes.get(name)?.value;
    std::str::from_utf8(value).ok()
}

fn number(attributes: &Attributes, name: &[u8]) -> Option<u32> {
    attribute(attributes, name)?.trim().parse().ok()
}

fn ordered(attributes: &Attributes) -> lists::Counter {
    let style = match attribute(attributes, b"type") {
        Some("a") => lists::Style::LowerLetter,
        Some("A") => lists::Style::UpperLetter,
        Some("i") => lists::Style::LowerRoman,
        Some("I") => lists::Style::UpperRoman,
        _ => lists::Style::Decimal,
    };
    lists::Counter::ordered(style, number(attributes, b"start").unwrap_or(1))
}
