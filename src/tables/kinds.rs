//! Kinds of documents (*loại văn bản*): their codes, the words that announce them, and what may
//! be said of them. The one list of kinds; whoever needs some of them asks for a [`Trait`].

use std::collections::HashSet;

use super::Tables;
use crate::named::named;
use crate::reading::{Case, Phrases, Place, Reading, Vocabulary};
use crate::span::Span;
use crate::text::fold;

/// A system of documents (*hệ thống văn bản*), each with its own legal base and its own way of numbering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum DocumentSystem {
    /// *Văn bản hành chính*: Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III.
    Administrative,
    /// The copies of Nghị định 30/2020/NĐ-CP, Điều 25: *sao y, sao lục, trích sao*.
    Copy,
    /// *Văn bản quy phạm pháp luật*: Luật 64/2025/QH15, Điều 4, and Luật 80/2015/QH13 before it.
    Normative,
    /// Documents of the National Assembly (*Quốc hội*) and its Standing Committee.
    Assembly,
    /// *Văn bản của Đảng*: Quy định 66-QĐ/TW with Hướng dẫn 36-HD/VPTW.
    Party,
    /// Documents that several bodies issue together (*liên tịch*).
    Joint,
    /// *Văn bản hợp nhất*: Pháp lệnh 01/2012/UBTVQH13.
    Consolidated,
    /// Papers of the courts.
    Court,
    /// Papers of the procuracy (*Viện kiểm sát*).
    Procuracy,
    /// Standards and technical regulations: Luật 68/2006/QH11.
    Standard,
    /// Kinds that are no longer issued.
    Historic,
    /// Treaties: Luật Điều ước quốc tế 108/2016/QH13.
    Treaty,
    /// Texts that only another document issues (*ban hành kèm theo*): *nội quy, danh mục*.
    Attachment,
}

named!(DocumentSystem, "a system of documents" {
    Administrative = "administrative",
    Copy = "copy",
    Normative = "normative",
    Assembly = "assembly",
    Party = "party",
    Joint = "joint",
    Consolidated = "consolidated",
    Court = "court",
    Procuracy = "procuracy",
    Standard = "standard",
    Historic = "historic",
    Treaty = "treaty",
    Attachment = "attachment",
});

const SYSTEMS: [(&str, DocumentSystem); 13] = [
    ("administrative", DocumentSystem::Administrative),
    ("copy", DocumentSystem::Copy),
    ("normative", DocumentSystem::Normative),
    ("assembly", DocumentSystem::Assembly),
    ("party", DocumentSystem::Party),
    ("joint", DocumentSystem::Joint),
    ("consolidated", DocumentSystem::Consolidated),
    ("court", DocumentSystem::Court),
    ("procuracy", DocumentSystem::Procuracy),
    ("standard", DocumentSystem::Standard),
    ("historic", DocumentSystem::Historic),
    ("treaty", DocumentSystem::Treaty),
    ("attachment", DocumentSystem::Attachment),
];

/// What may be said of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub(crate) enum Trait {
    /// Its name announces a document in running text, and may be said with *này*, *nêu trên*.
    Refers = 1,
    /// It may head a page.
    Title = 1 << 1,
    /// Another document may issue it; it opens an annex.
    Attached = 1 << 2,
    /// It has provisions: *khoản 2 Điều 5 Thông tri này*.
    Holds = 1 << 3,
    /// It is cited by a name of its own: *Luật Đất đai*.
    Law = 1 << 4,
    /// A congress or a plenum of the Party passes it: *Nghị quyết Đại hội XIII*.
    Congress = 1 << 5,
    /// The word means nothing but a document, so that a number behind it needs no more evidence.
    Formal = 1 << 6,
    /// It means a document in small letters, too: *nghị định này*.
    Small = 1 << 7,
    /// It is an everyday noun, too: a document only with its number, or where one is known.
    Noun = 1 << 8,
    /// It is a verb, too: *Quy định …* at the head of a sentence.
    Verb = 1 << 9,
}

const TRAITS: [(&str, Trait); 10] = [
    ("refers", Trait::Refers),
    ("title", Trait::Title),
    ("attached", Trait::Attached),
    ("holds", Trait::Holds),
    ("law", Trait::Law),
    ("congress", Trait::Congress),
    ("formal", Trait::Formal),
    ("small", Trait::Small),
    ("noun", Trait::Noun),
    ("verb", Trait::Verb),
];

/// A kind of document (*loại văn bản*).
///
/// A code does not always name one kind: `QĐ` is a *Quyết định* and, in the Party's papers, also
/// a *Quy định*. Some kinds have no code at all: a *Luật*, a *Công hàm*.
///
/// ```
/// let party: Vec<_> = vanban::number::DocumentKind::by_code("QĐ").map(|kind| &kind.name).collect();
/// assert_eq!(party, ["Quyết định", "Quy định"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DocumentKind {
    /// Vietnamese name, as the decrees spell it.
    pub name: String,
    /// Codes in a number, the canonical one first; none where the kind has none.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub codes: Vec<String>,
    /// English name.
    pub english: String,
    /// The systems in which the kind is issued.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub systems: Vec<DocumentSystem>,
    /// Codes of other kinds that its numbers carry, too.
    #[cfg_attr(feature = "serde", serde(skip))]
    also: Vec<String>,
    /// How news and contracts abbreviate the word.
    #[cfg_attr(feature = "serde", serde(skip))]
    short: Vec<String>,
    #[cfg_attr(feature = "serde", serde(skip))]
    traits: u16,
    /// The name in lower case.
    #[cfg_attr(feature = "serde", serde(skip))]
    words: String,
}

impl DocumentKind {
    /// Every kind that this crate knows.
    pub fn all() -> &'static [DocumentKind] {
        &Tables::builtin().kinds.kinds
    }

    /// The kinds that `code`, in canonical spelling, can stand for; the commonest first.
    pub fn by_code(code: &str) -> impl Iterator<Item = &'static DocumentKind> {
        Tables::builtin().kinds.by_code(code)
    }

    /// The canonical code; `None` where the kind has none.
    pub fn code(&self) -> Option<&str> {
        self.codes.first().map(String::as_str)
    }

    /// A kind of the caller's own: whatever may be said of a kind may be said of it.
    pub(crate) fn own(name: &str, code: &str) -> DocumentKind {
        let codes: Vec<String> = Some(code.to_owned())
            .filter(|c| !c.is_empty())
            .into_iter()
            .collect();
        DocumentKind {
            words: name.to_lowercase(),
            name: name.to_owned(),
            english: String::new(),
            systems: vec![DocumentSystem::Administrative],
            also: Vec::new(),
            short: codes.clone(),
            codes,
            traits: [
                Trait::Refers,
                Trait::Title,
                Trait::Attached,
                Trait::Holds,
                Trait::Formal,
                Trait::Small,
            ]
            .iter()
            .fold(0, |bits, &of| bits | of as u16),
        }
    }

    fn from_row([name, codes, also, short, systems, english, traits]: [&str; 7]) -> DocumentKind {
        let words = |cell: &str| cell.split_whitespace().map(str::to_owned).collect();
        DocumentKind {
            words: name.to_lowercase(),
            name: name.to_owned(),
            codes: words(codes),
            english: english.to_owned(),
            systems: systems
                .split(',')
                .filter_map(|name| SYSTEMS.iter().find(|(have, _)| *have == name))
                .map(|&(_, system)| system)
                .collect(),
            also: words(also),
            short: words(short),
            traits: traits
                .split_whitespace()
                .filter_map(|name| TRAITS.iter().find(|(have, _)| *have == name))
                .fold(0, |bits, &(_, of)| bits | of as u16),
        }
    }

    /// The name in lower case.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }

    /// Whether that may be said of the kind.
    pub(crate) fn is(&self, what: Trait) -> bool {
        self.traits & what as u16 != 0
    }

    /// Whether a number of the kind may carry `code`.
    pub(crate) fn carries(&self, code: &str) -> bool {
        self.codes.iter().chain(&self.also).any(|have| have == code)
    }
}

/// The kinds of a table, by code and by the words that announce them.
#[derive(Clone, Debug)]
pub(crate) struct Kinds {
    kinds: Vec<DocumentKind>,
    /// The words and the short forms of those that announce; whether it is a short one.
    announcing: Phrases<(usize, bool)>,
    /// The words of all.
    names: Phrases<usize>,
    /// The codes that stand in a kind's place in a number.
    codes: HashSet<String>,
    /// Every code and the kind that it may stand for: sorted, those of one code in the order of the table.
    by_code: Vec<(String, usize)>,
}

impl Kinds {
    /// The kinds that this crate knows, and the caller's own; of one name, the caller's.
    pub(crate) fn new(own: &[DocumentKind], vocabulary: &Vocabulary) -> Kinds {
        let builtin = super::KINDS.rows().map(DocumentKind::from_row);
        let kinds: Vec<DocumentKind> = builtin
            .filter(|kind| own.iter().all(|own| !fold::same(&own.name, &kind.name)))
            .chain(own.iter().cloned())
            .collect();
        let named = kinds
            .iter()
            .enumerate()
            .filter(|(_, kind)| kind.is(Trait::Refers));
        let named = named.map(|(i, kind)| (kind.words.as_str(), (i, false)));
        let short_ones = kinds.iter().enumerate().flat_map(|(i, kind)| {
            kind.short
                .iter()
                .map(move |words| (words.as_str(), (i, true)))
        });
        let announcing = Phrases::new(vocabulary, named.chain(short_ones));
        let names = kinds.iter().enumerate();
        let names = Phrases::new(vocabulary, names.map(|(i, kind)| (kind.words.as_str(), i)));
        let coded = kinds.iter().enumerate();
        let coded =
            coded.flat_map(|(i, kind)| kind.codes.iter().map(move |code| (code.clone(), i)));
        let mut by_code: Vec<(String, usize)> = coded.collect();
        by_code.sort_unstable();
        Kinds {
            by_code,
            announcing,
            names,
            codes: codes_of_numbers(&kinds),
            kinds,
        }
    }

    /// Every kind, in the order of the table.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &DocumentKind> {
        self.kinds.iter()
    }

    /// The kinds of which that may be said.
    pub(crate) fn that(&self, what: Trait) -> impl Iterator<Item = &DocumentKind> {
        self.kinds.iter().filter(move |kind| kind.is(what))
    }

    /// The kinds that `code`, in canonical spelling, can stand for; the commonest first.
    pub(crate) fn by_code(&self, code: &str) -> impl Iterator<Item = &DocumentKind> {
        let from = self
            .by_code
            .partition_point(|(have, _)| have.as_str() < code);
        self.by_code[from..]
            .iter()
            .take_while(move |(have, _)| have == code)
            .map(|&(_, i)| &self.kinds[i])
    }

    /// Whether `code` is that of a kind, in a kind's place in a number.
    pub(crate) fn is_code(&self, code: &str) -> bool {
        self.codes.contains(code)
    }

    /// Whether several bodies issue the kind together: every group after its code is an issuer.
    pub(crate) fn is_joint(&self, code: &str) -> bool {
        self.by_code(code)
            .any(|kind| kind.systems.contains(&DocumentSystem::Joint))
    }

    /// The kind code that `code` stands for: all contracts (*HĐLĐ, HĐMB*) are `HĐ`.
    pub(crate) fn canonical<'c>(&'c self, code: &'c str) -> &'c str {
        let contract = self.by_code(code).find(|kind| kind.name == "Hợp đồng");
        contract.and_then(DocumentKind::code).unwrap_or(code)
    }

    /// Every name of a kind that may announce a document, in order: where it begins, the kind, and
    /// the place behind. It has a capital, or is a word that means documents in small letters, too.
    pub(crate) fn announced<'r, 't>(
        &'r self,
        reading: &'r Reading<'t>,
    ) -> impl Iterator<Item = (Place<'r, 't>, &'r DocumentKind, Place<'r, 't>)> {
        let heads = self.announced_or_short(reading);
        heads.filter_map(|(is_short, head)| (!is_short).then_some(head))
    }

    /// The same with the short forms of kinds that mean nothing but rules of law (*NĐ, TT*), each with whether it
    /// is one.
    pub(crate) fn announced_or_short<'r, 't>(
        &'r self,
        reading: &'r Reading<'t>,
    ) -> impl Iterator<Item = (bool, (Place<'r, 't>, &'r DocumentKind, Place<'r, 't>))> {
        let mut past = 0;
        reading
            .starts_of(&self.announcing)
            .filter_map(move |place| {
                let (&(i, is_short), behind) = place.phrase(&self.announcing)?;
                let case = reading.case(place.index());
                let named = case != Case::Upper && place.index() >= past;
                if !named && !is_short {
                    return None;
                }
                let kind = self.announces((i, is_short), place, behind)?;
                if named {
                    // The *luật* of *Bộ luật* is none.
                    past = behind.index();
                }
                let counts = match is_short {
                    true => {
                        kind.is(Trait::Formal) && kind.systems.contains(&DocumentSystem::Normative)
                    }
                    false => case == Case::Title || kind.is(Trait::Small) || kind.is(Trait::Noun),
                };
                counts.then_some((is_short, (place, kind, behind)))
            })
    }

    /// The name of the longest kind that `words` begin with, in the spelling of the table.
    pub(crate) fn named_in_front(&self, words: &str) -> Option<&str> {
        let names = self.kinds.iter().map(|kind| kind.name.as_str());
        let whole = |rest: &str| rest.is_empty() || rest.starts_with(' ');
        names
            .filter(|name| words.strip_prefix(name).is_some_and(whole))
            .max_by_key(|name| name.len())
    }

    /// The longest head that begins with the word at `place`, and the place behind it. Case and tone
    /// placement do not matter, except in the short forms.
    pub(crate) fn announced_at<'r, 't>(
        &self,
        place: Place<'r, 't>,
    ) -> Option<(&DocumentKind, Place<'r, 't>)> {
        let (&head, behind) = place.phrase(&self.announcing)?;
        Some((self.announces(head, place, behind)?, behind))
    }

    /// The longest kind that is named at `place` and of which `what` may be said, and the place behind
    /// it.
    pub(crate) fn named_in<'r, 't>(
        &self,
        place: Place<'r, 't>,
        what: Trait,
    ) -> Option<(&DocumentKind, Place<'r, 't>)> {
        self.named_before(place, usize::MAX, what)
    }

    /// The longest kind with whose name `span` begins, of which `what` may be said, and the byte behind
    /// the name.
    pub(crate) fn named_at(
        &self,
        reading: &Reading<'_>,
        span: Span,
        what: Trait,
    ) -> Option<(&DocumentKind, usize)> {
        let place = reading.place_at(span.start);
        let (kind, behind) = self.named_before(place, span.end, what)?;
        (place.start() == span.start).then(|| (kind, behind.end()))
    }

    /// The same, for names that end at byte `end` or before.
    fn named_before<'r, 't>(
        &self,
        place: Place<'r, 't>,
        end: usize,
        what: Trait,
    ) -> Option<(&DocumentKind, Place<'r, 't>)> {
        let mut best = None;
        place.each_phrase(&self.names, |&i, behind| {
            if self.kinds[i].is(what) && behind.end() <= end {
                best = Some((&self.kinds[i], behind));
            }
        });
        best
    }

    /// The kind of a phrase of `announcing`, if the words between the places announce it.
    fn announces(
        &self,
        (i, is_short): (usize, bool),
        start: Place<'_, '_>,
        end: Place<'_, '_>,
    ) -> Option<&DocumentKind> {
        let kind = &self.kinds[i];
        let text = start.reading().text();
        let (start, end) = (start.start(), end.end());
        let misspelt = is_short && !kind.short.iter().any(|short| *short == text[start..end]);
        let refused = misspelt || kind.name == "Luật" && is_no_law(text, start, end);
        (!refused).then_some(kind)
    }

    /// The longest head whose last word is the one before `place`, and where it starts. Case and tone
    /// placement do not matter, except in the short forms.
    pub(crate) fn announced_before<'r, 't>(
        &self,
        place: Place<'r, 't>,
    ) -> Option<(&DocumentKind, Place<'r, 't>)> {
        let (&head, start) = place.phrase_before(&self.announcing)?;
        Some((self.announces(head, start, place)?, start))
    }
}

/// The codes of courts and of standards name papers, but never stand in a kind's place; `QH` is
/// there the National Assembly.
fn codes_of_numbers(kinds: &[DocumentKind]) -> HashSet<String> {
    let apart = |system: &DocumentSystem| {
        matches!(system, DocumentSystem::Court | DocumentSystem::Standard)
    };
    kinds
        .iter()
        .filter(|kind| !kind.systems.iter().all(apart))
        .flat_map(|kind| kind.codes.iter().cloned())
        .filter(|code| code != "QH")
        .collect()
}

/// Whether *luật* at `start..end` is a part of another word: *luật sư, pháp luật, kỷ luật*.
fn is_no_law(text: &str, start: usize, end: usize) -> bool {
    let before = crate::text::cursor::word_before(text, start);
    let is = |word: &&str| fold::is_lowered(before, word);
    let small = text[start..].starts_with('l');
    is(&"pháp")
        // "quy định Luật Giá" names a law.
        || small && ["kỷ", "kỉ", "quy", "qui", "định"].iter().any(is)
        || fold::prefix(text[end..].trim_start(), "sư").is_some()
}

#[cfg(test)]
mod tests;
