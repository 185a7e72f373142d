//! Abbreviations of the page in names, and those that stand for whole names: *Kiểm toán nhà nước (KTNN)*, and
//! from there on *KTNN*.

use std::collections::HashMap;

use super::read::Read;
use crate::span::Span;
use crate::tables::bodies::BodyClass;

/// Abbreviations with the words they stand for, `CNTT` and *công nghệ thông tin*: those of the text
/// and those of the caller.
#[derive(Clone, Copy)]
pub(super) struct Abbreviations<'a> {
    pub text: &'a [(&'a str, &'a str)],
    pub own: &'a [(String, String)],
}

impl<'a> Abbreviations<'a> {
    /// What `short` stands for.
    pub fn long(self, short: &str) -> Option<&'a str> {
        let of_text = self.text.iter().rev().find(|pair| pair.0 == short);
        let own = || self.own.iter().rev().find(|pair| pair.0 == short);
        of_text
            .map(|pair| pair.1)
            .or_else(|| own().map(|pair| pair.1.as_str()))
    }
}

/// The short forms of a page that stand for whole names of bodies.
#[derive(Default)]
pub(super) struct ShortForms<'a> {
    /// What the page defines, by the long form.
    defined: HashMap<&'a str, &'a str>,
    /// The bodies that were read so far under such a long form, by the short one.
    pub meant: HashMap<&'a str, Read>,
}

/// A short form of fewer letters is more often something else: *CT*, *CP*.
const SHORTEST: usize = 3;

/// The short name of a firm has no more letters.
const LONGEST: usize = 8;

impl<'a> ShortForms<'a> {
    pub(super) fn of(abbreviations: Abbreviations<'a>) -> ShortForms<'a> {
        let telling = |&&(short, _): &&(&'a str, &'a str)| short.chars().count() >= SHORTEST;
        let pairs = abbreviations.text.iter().filter(telling);
        ShortForms {
            defined: pairs.map(|&(short, long)| (long, short)).collect(),
            meant: HashMap::new(),
        }
    }

    /// Notes a body that `text` names at `span`: one, not a class of them.
    pub(super) fn note(&mut self, text: &'a str, span: Span, read: &Read) {
        if read.generic || read.idea {
            return;
        }
        let defined = self.defined.get(span.of(text)).copied();
        if let Some(short) = defined.or_else(|| mark_of_firm(&text[span.end..], read)) {
            self.meant.insert(short, read.clone());
        }
    }

    /// Whether no word stands for a body.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.meant.is_empty()
    }

    /// Whether `word` stands for a body.
    pub(super) fn has(&self, word: &str) -> bool {
        !self.meant.is_empty() && self.meant.contains_key(word)
    }
}

/// *Tổng công ty Cảng hàng không Việt Nam (ACV)*: firms have short names in other languages, which are no
/// initials of theirs. `rest` is what stands behind the name.
fn mark_of_firm<'t>(rest: &'t str, read: &Read) -> Option<&'t str> {
    let firm = read.class == BodyClass::Enterprise && read.open.is_none();
    let inner = rest.strip_prefix(" (").filter(|_| firm)?;
    let length = inner.bytes().take_while(u8::is_ascii_uppercase).count();
    let closed = inner[length..].starts_with(')');
    (closed && (SHORTEST..=LONGEST).contains(&length)).then(|| &inner[..length])
}
