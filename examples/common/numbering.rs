//! The numbered paragraphs of a DOCX file: Word keeps the marks out of the text and counts when it
//! shows them.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::failure::Failure;
use super::lists::Style;
use super::xml::{attribute, each_event};

/// How deep Word nests lists.
const LEVELS: usize = 9;

/// The longest pattern of a mark, in bytes. Word writes a few signs; a long one before every paragraph
/// would be an attack.
const LONGEST: usize = 64;

#[derive(Clone, Debug)]
struct Level {
    style: Style,
    /// `%1.%2.`: a percent sign and a digit stand for the count of that level.
    pattern: String,
    start: u32,
}

/// A list's levels; several lists may share one, and then count on together.
#[derive(Clone, Debug, Default)]
struct Scheme {
    levels: HashMap<usize, Level>,
    counts: [u32; LEVELS],
}

/// The lists of one document, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    schemes: HashMap<String, Scheme>,
    /// The scheme of a list, and the levels that it starts anew on its first paragraph.
    lists: HashMap<String, (String, Vec<(usize, u32)>)>,
    /// The list and level of paragraphs in a style.
    styles: HashMap<String, (String, usize)>,
}

impl Numbering {
    /// Reads `word/numbering.xml`.
    pub fn read(&mut self, part: &str, xml: &str) -> Result<(), Failure> {
        let mut scheme = String::new();
        let mut list = String::new();
        let mut level: Option<usize> = None;
        each_event(part, xml, |event| {
            let start = match event {
                Event::Start(start) => start,
                Event::End(end) => {
                    match end.local_name().as_ref() {
                        "abstractNum" => scheme.clear(),
                        "num" => list.clear(),
                        "lvl" | "lvlOverride" => level = None,
                        _ => {}
                    }
                    return;
                }
                _ => return,
            };
            let value = attribute(&start, "val");
            let number = |name| attribute(&start, name).and_then(|value| value.parse().ok());
            match start.local_name().as_ref() {
                "abstractNum" => scheme = attribute(&start, "abstractNumId").unwrap_or_default(),
                "num" => list = attribute(&start, "numId").unwrap_or_default(),
                "abstractNumId" => {
                    let entry = self.lists.entry(list.clone()).or_default();
                    entry.0 = value.unwrap_or_default();
                }
                "lvl" | "lvlOverride" => level = number("ilvl"),
                "startOverride" => {
                    if let (Some(level), Some(from)) = (level, number("val")) {
                        let entry = self.lists.entry(list.clone()).or_default();
                        entry.1.push((level, from as u32));
                    }
                }
                name @ ("start" | "numFmt" | "lvlText") if !scheme.is_empty() => {
                    let Some(level) = level.filter(|&level| level < LEVELS) else {
                        return;
                    };
                    let scheme = self.schemes.entry(scheme.clone()).or_default();
                    let level = scheme.levels.entry(level).or_insert(Level {
                        style: Style::Decimal,
                        pattern: String::new(),
                        start: 1,
                    });
                    let value = value.unwrap_or_default();
                    match name {
                        "start" => level.start = value.parse().unwrap_or(1),
                        "numFmt" => level.style = style(&value),
                        _ if value.len() <= LONGEST => level.pattern = value,
                        _ => {}
                    }
                }
                _ => {}
            }
        })
    }

    /// Reads `word/styles.xml`: a style may put its paragraphs into a list.
    pub fn read_styles(&mut self, part: &str, xml: &str) -> Result<(), Failure> {
        let mut style = String::new();
        each_event(part, xml, |event| match event {
            Event::Start(start) => {
                let value = || attribute(&start, "val");
                match start.local_name().as_ref() {
                    "style" => style = attribute(&start, "styleId").unwrap_or_default(),
                    "numId" if !style.is_empty() => {
                        let id = value().unwrap_or_default();
                        self.styles.entry(style.clone()).or_default().0 = id;
                    }
                    "ilvl" if !style.is_empty() => {
                        let level = value().and_then(|value| value.parse().ok()).unwrap_or(0);
                        self.styles.entry(style.clone()).or_default().1 = level;
                    }
                    _ => {}
                }
            }
            Event::End(end) if end.local_name().as_ref() == "style" => style.clear(),
            _ => {}
        })
    }

    /// The list and level that paragraphs of `style` are in.
    pub fn of_style(&self, style: &str) -> Option<(String, usize)> {
        self.styles.get(style).cloned()
    }

    /// The mark of the next paragraph at `level` of `list`; `None` if it has none.
    pub fn mark(&mut self, list: &str, level: usize) -> Option<String> {
        let (scheme, restarts) = self.lists.get_mut(list)?;
        let scheme = self.schemes.get_mut(scheme)?;
        let restarts = std::mem::take(restarts);
        for &(level, from) in &restarts {
            if let Some(count) = scheme.counts.get_mut(level) {
                *count = from.saturating_sub(1);
            }
        }
        let count = scheme.counts.get(level)?;
        let own = scheme.levels.get(&level)?;
        let restarted = restarts.iter().any(|&(at, _)| at == level);
        let next = match *count {
            0 if !restarted => own.start,
            count => count.saturating_add(1),
        };
        scheme.counts[level] = next;
        scheme.counts[level + 1..].fill(0);
        Some(scheme.label(level)).filter(|mark| !mark.is_empty())
    }
}

impl Scheme {
    fn label(&self, level: usize) -> String {
        let own = &self.levels[&level];
        match own.style {
            Style::None => return String::new(),
            // The sign is a picture of a symbol font; only those that are text mean something.
            Style::Bullet => {
                let known = ["-", "–", "+", "•", "*"].contains(&own.pattern.as_str());
                return if known {
                    own.pattern.clone()
                } else {
                    "-".to_owned()
                };
            }
            _ => {}
        }
        let mut label = String::new();
        let mut rest = own.pattern.chars().peekable();
        while let Some(c) = rest.next() {
            let digit = rest
                .peek()
                .and_then(|d| d.to_digit(10))
                .filter(|d| c == '%' && *d > 0);
            let Some(digit) = digit else {
                label.push(c);
                continue;
            };
            rest.next();
            let at = digit as usize - 1;
            if let (Some(level), Some(&count)) = (self.levels.get(&at), self.counts.get(at)) {
                label.push_str(&level.style.label(count.max(1)));
            }
        }
        label
    }
}

fn style(format: &str) -> Style {
    match format {
        "lowerLetter" => Style::LowerLetter,
        "upperLetter" => Style::UpperLetter,
        "lowerRoman" => Style::LowerRoman,
        "upperRoman" => Style::UpperRoman,
        "bullet" => Style::Bullet,
        "none" => Style::None,
        _ => Style::Decimal,
    }
}
