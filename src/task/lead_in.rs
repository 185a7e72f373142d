//! The words that announce a list, and how many items they promise.

use once_cell::sync::Lazy;

use super::words::Class;
use crate::marker::LEVEL_WORDS;
use crate::reading::{Gap, Phrases, Place, Reading, WordId};
use crate::span::{Passage, Span};
use crate::tables::VOCABULARY;
use crate::tables::numerals::CARDINALS;

/// Whether the lead-in that ends at `end` lists things, and nothing that is done: *lập hồ sơ gồm:*, *theo
/// các hình thức sau:*, but *có các nhiệm vụ sau:*.
pub(super) fn lists_things(end: Place<'_, '_>) -> bool {
    let mut at = end;
    for pointers in [Class::Below, Class::Colon] {
        at = pointers.before(at).unwrap_or(at);
    }
    match at.index() < end.index() {
        true => Class::Doing.before(at).is_none(),
        false => Class::Thing.before(end).is_some(),
    }
}

/// *và*, *hoặc*
pub(super) static AND: Lazy<Phrases<()>> =
    Lazy::new(|| Phrases::new(&VOCABULARY, [("và", ()), ("hoặc", ())]));

/// The sentence at the end of `within` that ends in a colon (or in *như sau*, *sau đây* when a
/// line ends there), or `None`.
pub(super) fn find<'t>(reading: &Reading<'t>, within: Span, line_end: bool) -> Option<Passage<'t>> {
    let text = reading.text();
    let words = within.of(text).trim_end();
    let end = within.start + words.len();
    let open_ended = || Class::Below.before(reading.place_at(end)).is_some();
    if !words.ends_with(':') && !(line_end && open_ended()) {
        return None;
    }
    let start = last_sentence(reading, within.start, end);
    (start + 1 < end).then(|| Passage::new(text, Span::new(start, end)))
}

/// Where the sentence begins that the last word before `end` stands in, not before `from`.
pub(super) fn last_sentence(reading: &Reading<'_>, from: usize, end: usize) -> usize {
    let text = reading.text();
    let last = reading.place_at(end).previous();
    let start = last.map_or(from, |word| reading.sentence(word.start).start.max(from));
    start + (text[start..end].len() - text[start..end].trim_start().len())
}

/// Where the first sentence of `within` ends, its full stop included, if another one follows.
pub(super) fn first_sentence_end(reading: &Reading<'_>, within: Span) -> Option<usize> {
    sentence_end(reading, within).ok()
}

/// The same; else where the part begins in which a longer stretch may have an end, so that nobody need
/// look twice at what stands before.
pub(super) fn sentence_end(reading: &Reading<'_>, within: Span) -> Result<usize, usize> {
    let text = reading.text();
    let mut at = within.start;
    while at < within.end {
        let end = reading.sentence(at).end.max(at);
        let rest = text.get(end..within.end).unwrap_or_default();
        let stop = rest.chars().next().ok_or(at)?;
        let after = &rest[stop.len_utf8()..];
        let next = after.trim_start_matches(['”', '"', ')']).trim_start();
        if next.is_empty() {
            return Err(at);
        }
        at = end + stop.len_utf8();
        let begins =
            next.len() < after.len() && next.starts_with(|c: char| c.is_uppercase() || c == '“');
        if begins && matches!(stop, '.' | '!' | '?' | '…') {
            return Ok(at);
        }
    }
    Err(at)
}

/// A number of items that a text declares: *07 nhóm nhiệm vụ*, *ba giải pháp*.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Count {
    value: u32,
    /// From the number to the end of the noun.
    span: Span,
}

/// The number of items that the text declares for a list of `found`: what its lead-in says, or
/// what stands shortly before it (*có 05 nội dung. Cụ thể:*) when that number is right. A number
/// that stands further away, or without a list, belongs to no list.
pub(super) fn declared<'t>(
    reading: &Reading<'t>,
    lead_in: Option<&Passage<'t>>,
    scope: Span,
    found: u32,
) -> Option<(u32, Passage<'t>)> {
    let within = |span: Span| {
        // *5 nhóm nhiệm vụ với 22 nhiệm vụ cụ thể*: the list is of what is named first.
        let mut counts = counts(reading, span).peekable();
        let first = counts.peek().copied();
        counts.find(|count| count.value == found).or(first)
    };
    let count = lead_in
        .and_then(|lead_in| within(lead_in.span))
        .or_else(|| counted(reading, lead_in?.span, found))
        .or_else(|| within(end_of(reading, scope)).filter(|count| count.value == found))?;
    Some((count.value, Passage::new(reading.text(), count.span)))
}

/// Whether the words of `lead_in` say that there are `found` of what is below.
fn says(reading: &Reading<'_>, lead_in: Span, found: u32) -> bool {
    counts(reading, lead_in).any(|count| count.value == found)
        || counted(reading, lead_in, found).is_some()
}

/// The end of `scope`: numbers further away count something else.
fn end_of(reading: &Reading<'_>, scope: Span) -> Span {
    /// How far before a list the number of its items may stand, in bytes.
    const NEAR: usize = 400;
    let start = scope.start.max(scope.end.saturating_sub(NEAR));
    Span::new(reading.place_at(start).start().min(scope.end), scope.end)
}

/// The right number of whatever `lead_in` ends with, *sau đây* or *như sau* behind it or not: *có 02
/// vi phạm sau đây:*, *tổ chức 03 cuộc:*.
fn counted(reading: &Reading<'_>, lead_in: Span, found: u32) -> Option<Count> {
    /// What is counted is named in fewer words.
    const WORDS: usize = 6;
    let mut end = reading.place_at(lead_in.end);
    for pointers in [Class::Below, Class::Colon] {
        end = pointers.before(end).unwrap_or(end);
    }
    let mut place = end;
    for _ in 0..WORDS {
        place = place.back();
        if place.start() < lead_in.start {
            return None;
        }
        let number = number_at(place).filter(|&(value, _)| value > 1 && is_free(place));
        let Some((value, noun)) = number else {
            continue;
        };
        // So many days or people are no items.
        let counts = value == found
            && noun.index() < end.index()
            && reading.text()[noun.end()..].starts_with(' ')
            && Class::Unit.at(noun).is_none();
        let span = Span::new(place.start(), end.end().max(place.start()));
        return counts.then_some(Count { value, span });
    }
    None
}

/// Whether a number at `place` may count: it is no part of a code or a decimal, no label (*khoản 2*),
/// and not the second half of a word (*Thông tư*).
fn is_free(place: Place<'_, '_>) -> bool {
    let text = place.reading().text();
    let before = text[..place.start()].bytes().next_back();
    let apart = before.is_none_or(|b| matches!(b, b' ' | b'(' | b'\n' | b'\t' | 0xA0));
    let label = place.gap() == Gap::Space && place.phrase_before(&LEVEL_WORDS).is_some();
    apart && !label && place.id() != *HALF
}

/// *tư* is four in *hai mươi tư* only.
static HALF: Lazy<WordId> = Lazy::new(|| VOCABULARY.id("tư"));

/// The number at `place`, in at most three digits or in words, and the place behind it.
fn number_at<'r, 't>(place: Place<'r, 't>) -> Option<(u32, Place<'r, 't>)> {
    match place.number() {
        Some(digits) if digits.len() <= 3 => Some((digits.parse().ok()?, place.next())),
        Some(_) => None,
        None => place
            .phrase(&CARDINALS)
            .map(|(&value, behind)| (value, behind)),
    }
}

/// The last sentence of `scope` when it ends in a full stop and says how many items follow: *Sở đề ra
/// 4 giải pháp.*
pub(super) fn counting_sentence<'t>(
    reading: &Reading<'t>,
    scope: Span,
    found: u32,
) -> Option<Passage<'t>> {
    let text = reading.text();
    let words = scope.of(text).trim_end();
    let end = scope.start + words.len();
    if !words.ends_with('.') {
        return None;
    }
    let span = Span::new(last_sentence(reading, scope.start, end - 1), end);
    says(reading, span, found).then(|| Passage::new(text, span))
}

/// The numbers of items declared within `span`, which does not hold the list itself. *một* is the
/// article, not a count.
fn counts(reading: &Reading<'_>, span: Span) -> impl Iterator<Item = Count> {
    let mut place = reading.place_at(span.start);
    std::iter::from_fn(move || {
        while place.index() < reading.len() && place.start() < span.end {
            let count = count_at(place).filter(|count| count.span.end <= span.end);
            if count.is_none() {
                place = place.next();
                continue;
            }
            place = count.map_or(place, |count| reading.place_at(count.span.end));
            return count;
        }
        None
    })
}

fn count_at(place: Place<'_, '_>) -> Option<Count> {
    let (value, mut behind) = number_at(place)?;
    let article = value == 1 && place.number().is_none();
    let text = place.reading().text();
    if value == 0 || article || !is_free(place) {
        return None;
    }
    // *03 (ba) nhiệm vụ*
    let gloss = text[behind.end()..].strip_prefix(" (");
    if let Some(close) = gloss.and_then(|gloss| gloss.bytes().take(24).position(|b| b == b')')) {
        let at = behind.end() + close + 2;
        behind = place.reading().place_at(at);
        if !text[at..behind.start()].starts_with(") ") {
            return None;
        }
    } else if behind.gap() != Gap::Space {
        return None;
    }
    // The noun phrase goes on to the end of its clause: *nhiệm vụ, giải pháp chủ yếu*.
    let mut end = Class::Countable.at(behind)?;
    loop {
        let mut next = end;
        if !matches!(next.gap(), Gap::Space | Gap::Comma) {
            break;
        }
        next.eat(&AND);
        match Class::Countable
            .at(next)
            .or_else(|| Class::Quality.at(next))
        {
            Some(more) => end = more,
            None => break,
        }
    }
    if Class::Elsewhere.at(end).is_some() {
        return None;
    }
    let span = Span::new(place.start(), end.end());
    Some(Count { value, span })
}

/// Whether a lead-in announces what is to be done or what something consists of, so that `found` bare
/// paragraphs below it are a list.
pub(super) fn announces(reading: &Reading<'_>, lead_in: Span, found: u32) -> bool {
    let end = reading.place_at(lead_in.end);
    let mut place = reading.place_at(lead_in.start);
    if !lead_in.of(reading.text()).trim_end().ends_with(':') {
        return false;
    }
    while place.index() < end.index() {
        // *các nhiệm vụ*, *những bài học*
        let several = Class::Plural
            .at(place)
            .and_then(|noun| Class::Countable.at(noun));
        if several.is_some() || Class::Announcement.at(place).is_some() {
            return true;
        }
        place = place.next();
    }
    Class::Below.before(end).is_some()
        || Class::Colon.before(end).is_some()
        || says(reading, lead_in, found)
}

/// Whether a paragraph takes the talk elsewhere: it goes back to the whole (*Theo …*, *Trên cơ
/// sở …*), or adds to it (*Ngoài ra*).
pub(super) fn changes_topic(reading: &Reading<'_>, at: usize) -> bool {
    let place = reading.place_at(at);
    place.start() == at && Class::Topic.at(place).is_some()
}
