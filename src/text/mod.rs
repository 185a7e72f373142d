//! Dirty source in, clean text out, and the way back.
//!
//! The repair changes what a character *is*, never how a word is spelt:
//!
//! * letters in pieces are composed, in whatever order their marks stand;
//! * letters that look like others become what they stand for: Ð ð Ɖ → Đ đ, and Cyrillic and
//!   Greek letters among Latin ones;
//! * no-break and typographic spaces become spaces; `\r\n` and `\r` become `\n`;
//! * what cannot be seen is dropped: soft hyphens, zero-width and direction marks, the byte order
//!   mark, control characters, and the ¬ that old converters left inside words;
//! * an *ư* that a converter dropped (*nớc, đợc, trởng*) is put back where the syllable admits no other
//!   reading; [`ExtractorBuilder::lost_letters`](crate::ExtractorBuilder::lost_letters) turns that off.
//!
//! Other languages pass as canonical composition (NFC) leaves them. Where a tone mark stands
//! (*hòa*, *hoà*), *i* or *y*, dashes, quotes and case are the author's and stay.
//!
//! ```
//! let text = vanban::normalize("Nghị định số 40/2026/N\u{D0}-\u{421}\u{420}");
//! assert_eq!(text.as_str(), "Nghị định số 40/2026/NĐ-CP");
//! let repair = text.repairs().next().unwrap();
//! assert_eq!((repair.from.as_ref(), repair.to.as_ref()), ("\u{D0}", "Đ"));
//! ```
//!
//! Bytes come in by [`decode`], which tells UTF-8, UTF-16 and the charsets before Unicode apart by the words that come
//! out; [`decode_mapped`] knows which bytes each word was read from. [`fold`] makes keys for looking up,
//! [`compare`] sorts as a Vietnamese dictionary does.
//!
//! # Units
//!
//! Spans of [`Text`] and [`Repair`] are bytes of the source as handed in, those of a [`CharsetReport`] bytes of the decoded
//! text.
//!
//! # Errors
//!
//! [`normalize`] has none. A [`DecodeError`] names the byte that fits no charset; [`decode_lossy`] replaces such bytes and
//! lists them.
//!
//! # Sources
//!
//! TCVN 5712:1993, RFC 1456 (VISCII), the tables of VNI and VPS fonts; Quyết định 72/2002/QĐ-TTg, which made Unicode
//! mandatory between state bodies.

mod aligned;
mod charset;
mod combining;
pub(crate) mod cursor;
mod decode;
pub(crate) mod fold;
mod legacy;
pub(crate) mod letters;
mod lookalike;
mod lost;
mod offsets;
mod order;
mod repair;
mod reread;
mod scan;
pub(crate) mod tone;

use std::borrow::Cow;

use memchr::memmem;
use smol_str::SmolStr;

use crate::carry::{Carrier, carried};
use crate::named::named;
use crate::span::Span;
pub(crate) use offsets::{Edit, Edits};

pub use charset::{Charset, CharsetBlock, CharsetEvidence, CharsetReport, DecodeError, Replaced};
pub use decode::{
    Decoded, decode, decode_as, decode_lossy, decode_lossy_mapped, decode_mapped, detect,
};
pub use fold::{fold, fold_plain};
pub use order::compare;
pub use tone::{tone_on_first_vowel, tone_on_second_vowel};

/// Clean text, and the way back to the source it was made from.
///
/// The clean text is borrowed when nothing had to be repaired. No repair makes a text longer, but
/// for letters that were lost, and a few of other scripts that canonical composition takes apart.
#[derive(Clone, Debug)]
pub struct Text<'t> {
    source: &'t str,
    clean: Cow<'t, str>,
    edits: Edits,
}

impl<'t> Text<'t> {
    /// The text as handed in.
    pub fn source(&self) -> &'t str {
        self.source
    }

    /// The repaired text.
    pub fn as_str(&self) -> &str {
        &self.clean
    }

    /// Whether the source had nothing to repair; then [`as_str`](Self::as_str) is the source.
    pub fn is_clean(&self) -> bool {
        self.edits.is_empty()
    }

    /// A stretch of `source`, repaired, and the way back.
    pub(crate) fn excerpt(source: &'t str, span: Span) -> Self {
        let mut edits = Edits::default();
        if span.start > 0 {
            edits.push(Edit {
                source: Span::new(0, span.start),
                clean: Span::default(),
            });
        }
        let excerpt = Text {
            source,
            clean: Cow::Borrowed(span.of(source)),
            edits,
        };
        let repaired = normalize(span.of(source));
        match repaired.is_clean() {
            true => excerpt,
            false => excerpt.rewritten(repaired.clean.into_owned(), repaired.edits),
        }
    }

    /// The text with one more step of rewriting behind it: `edits` lead from the text as it is now
    /// to `clean`.
    pub(crate) fn rewritten(self, clean: String, edits: Edits) -> Self {
        Text {
            clean: Cow::Owned(clean),
            edits: self.edits.then(edits),
            ..self
        }
    }

    /// Where in the source the words at `clean` (a span of [`as_str`](Self::as_str)) stand.
    ///
    /// The span of a composed letter covers the letter and all its marks. What was dropped at
    /// either edge stays outside, and an empty span stays empty.
    ///
    /// ```
    /// let text = vanban::normalize("\u{FEFF}Nghi\u{323} đi\u{323}nh");
    /// assert_eq!(text.as_str(), "Nghị định");
    /// let span = text.source_span((0, "Nghị".len()).try_into()?);
    /// assert_eq!(span.of(text.source()), "Nghi\u{323}");
    /// # Ok::<(), vanban::SpanError>(())
    /// ```
    pub fn source_span(&self, clean: Span) -> Span {
        self.edits.source_span(clean)
    }

    /// Where in the clean text the words at `source` (a span of [`source`](Self::source))
    /// stand; empty when all of them were dropped.
    pub fn clean_span(&self, source: Span) -> Span {
        self.edits.clean_span(source)
    }

    /// Every repair, in the order of the text.
    pub fn repairs(&self) -> impl ExactSizeIterator<Item = Repair<'t>> {
        self.edits.iter().map(|edit| {
            let (from, to) = (edit.source.of(self.source), edit.clean.of(&self.clean));
            Repair {
                span: edit.source,
                kind: RepairKind::of(from, to),
                from: Cow::Borrowed(from),
                to: to.into(),
            }
        })
    }
}

/// One place where the clean text differs from the source.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Repair<'t> {
    /// Where, in bytes of the source.
    pub span: Span,
    /// What was wrong.
    pub kind: RepairKind,
    /// What stands in the source.
    pub from: Cow<'t, str>,
    /// What stands in the clean text instead; empty when it was dropped.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub to: SmolStr,
}

carried!(Repair<'_> { span, from } keeps { kind, to });

/// What was wrong at the place of a [`Repair`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum RepairKind {
    /// A letter was in pieces, or in a form that canonical composition replaces.
    Composed,
    /// A letter stood for another that looks like it: Ð for Đ, Cyrillic С for C.
    LookAlike,
    /// A no-break or typographic space.
    Space,
    /// A character that cannot be seen, dropped.
    Invisible,
    /// A line end other than `\n`.
    LineEnd,
    /// A ¬ inside a word, left by a converter from TCVN3, dropped.
    Scar,
    /// An *ư* that a converter from TCVN3 dropped, put back before this letter.
    LostLetter,
}

named!(RepairKind, "a kind of repair" {
    Composed = "composed",
    LookAlike = "look_alike",
    Space = "space",
    Invisible = "invisible",
    LineEnd = "line_end",
    Scar = "scar",
    LostLetter = "lost_letter",
});

impl RepairKind {
    /// An edit is known by what it replaces with what, so that the list of edits can stay small.
    fn of(from: &str, to: &str) -> RepairKind {
        match from.chars().next() {
            Some('¬') if to.is_empty() => RepairKind::Scar,
            _ if to.is_empty() => RepairKind::Invisible,
            Some('\r' | '\u{2028}' | '\u{2029}') => RepairKind::LineEnd,
            Some(c) if repair::is_space(c) => RepairKind::Space,
            Some(c) if to.starts_with(['ư', 'Ư']) && !matches!(c, 'u' | 'U' | 'ư' | 'Ư') => {
                RepairKind::LostLetter
            }
            _ if lookalike::explains(from, to) => RepairKind::LookAlike,
            _ => RepairKind::Composed,
        }
    }
}

/// Repairs `source`: see the [module's documentation](self).
///
/// ```
/// let text = vanban::normalize("NÐ-СР cu\u{309}a\u{A0}Chính phủ"); // С and Р are Cyrillic
/// assert_eq!(text.as_str(), "NĐ-CP của Chính phủ");
/// assert!(vanban::normalize(text.as_str()).is_clean());
/// ```
///
/// Linear in the length of the source. The whole text is copied when any of it is repaired;
/// that copy is many times faster than the search for what to repair. A caller who wants to keep
/// most of a long text borrowed may normalise it line by line: all rules stay within a line, but
/// for a symbol that is broken behind its hyphen (*NĐ-⏎СР*).
pub fn normalize(source: &str) -> Text<'_> {
    normalize_with(source, true)
}

/// The same; letters that were lost are put back if `lost_letters` says so.
pub(crate) fn normalize_with(source: &str, lost_letters: bool) -> Text<'_> {
    let repair::Repaired {
        clean,
        edits,
        mut suspects,
    } = repair::characters(source);
    let mut text = Text {
        source,
        clean: clean.map_or(Cow::Borrowed(source), Cow::Owned),
        edits,
    };
    for step in [lookalike::mixed, lookalike::symbols, lookalike::eths] {
        if let Some((clean, edits)) = step(&text.clean, &suspects) {
            for at in &mut suspects {
                *at = edits.clean_span(Span::new(*at, *at)).start;
            }
            text.clean = Cow::Owned(clean);
            text.edits = text.edits.then(edits);
        }
    }
    match lost_letters.then(|| lost::horned_u(&text.clean)).flatten() {
        Some((clean, edits)) => text.rewritten(clean, edits),
        None => text,
    }
}

/// Carries what was found in the clean text back to the source.
///
/// Values come in text order within each list, so each place is looked for beside the last one.
pub(crate) struct Relocation<'x, 't> {
    text: &'x Text<'t>,
    near: usize,
    /// The place that was carried last, in the source.
    last: Span,
}

impl<'x, 't> Relocation<'x, 't> {
    pub(crate) fn new(text: &'x Text<'t>) -> Self {
        Relocation {
            text,
            near: 0,
            last: Span::new(0, 0),
        }
    }
}

impl<'from, 't> Carrier<'from, 't> for Relocation<'_, 't> {
    fn span(&mut self, span: Span) -> Span {
        self.last = self.text.edits.source_span_near(span, &mut self.near);
        self.last
    }

    fn words(&mut self, _: Cow<'from, str>, place: Span) -> Cow<'t, str> {
        Cow::Borrowed(place.of(self.text.source))
    }

    fn own_words(&mut self, words: Cow<'from, str>, place: Span) -> Cow<'t, str> {
        // Repair changes letters and space; what was set aside leaves fewer of them.
        let signs = |words: &str| {
            let signs = words.chars();
            signs
                .filter(|&c| letters::is_alphanumeric(c) || matches!(c, '*' | '\\' | '`'))
                .count()
        };
        let source = place.of(self.text.source);
        let same = || {
            let (words, source) = without_common_ends(&words, source);
            signs(words) == signs(source)
        };
        match words.len() == source.len() || same() {
            true => Cow::Borrowed(source),
            false => Cow::Owned(words.into_owned()),
        }
    }

    fn value(&mut self, words: Cow<'from, str>) -> Cow<'t, str> {
        /// The number of a unit stands so near to where the unit begins, in bytes.
        const NEAR: usize = 48;
        let Span { start, end } = self.last;
        let head = &self.text.source.as_bytes()[start..end.min(start + NEAR)];
        let there = memmem::find(head, words.as_bytes()).map(|at| start + at);
        let borrowed = there.and_then(|at| self.text.source.get(at..at + words.len()));
        match (borrowed, words) {
            (Some(borrowed), _) => Cow::Borrowed(borrowed),
            (None, words) => Cow::Owned(words.into_owned()),
        }
    }
}

/// Both without what they begin and what they end with alike.
fn without_common_ends<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let bytes = |(a, b): &(u8, u8)| a == b;
    let mut front = one.bytes().zip(other.bytes()).take_while(bytes).count();
    while !one.is_char_boundary(front) || !other.is_char_boundary(front) {
        front -= 1;
    }
    let (one, other) = (&one[front..], &other[front..]);
    let mut back = (one.bytes().rev())
        .zip(other.bytes().rev())
        .take_while(bytes)
        .count();
    while !one.is_char_boundary(one.len() - back) || !other.is_char_boundary(other.len() - back) {
        back -= 1;
    }
    (&one[..one.len() - back], &other[..other.len() - back])
}
