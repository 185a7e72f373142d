//! Abbreviations that a text defines for itself: *công nghệ thông tin (CNTT)*.
//!
//! ```
//! let found = vanban::abbreviation::find("Đẩy mạnh công nghệ thông tin (CNTT) trong Ngành.").next().unwrap();
//! assert_eq!((&*found.value.short, &*found.value.long), ("CNTT", "công nghệ thông tin"));
//! assert_eq!(found.text, "công nghệ thông tin (CNTT)");
//! ```
//!
//! [`extract`](crate::extract) names bodies with them: *Cục CNTT* is then *Cục Công nghệ thông tin*. What a text does
//! not define can be given to [`ExtractorBuilder::abbreviation`](crate::ExtractorBuilder::abbreviation).

use once_cell::sync::Lazy;
use std::borrow::Cow;

use memchr::memchr_iter;
use smallvec::SmallVec;

use crate::carry::carried;
use crate::reading::{Case, Gap, Phrases, Place, Reading, WordId};
use crate::span::{Finds, Found, Span};
use crate::tables::{ABBREVIATION_WORDS, Tables, VOCABULARY};
use crate::text::fold::split_tone;

/// A short form and the words it stands for, from its definition on.
///
/// The span of the find covers both, `công nghệ thông tin (CNTT)`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Abbreviation<'t> {
    /// The short form, without brackets: `CNTT`.
    pub short: Cow<'t, str>,
    /// The long form as the text has it; a head word such as *Vụ* or *Cục* is not part of it.
    pub long: Cow<'t, str>,
}

carried!(Abbreviation<'_> { short, long });

/// Words that may lie between two words of a long form without a letter of their own.
static SILENT: Lazy<Phrases<()>> = Lazy::new(|| Phrases::new(&VOCABULARY, words("silent")));

/// Phrases that may stand before the short form inside the brackets, and whether it may be a name.
static LABELS: Lazy<Phrases<bool>> = Lazy::new(|| {
    let of = |class, name: bool| words(class).map(move |(words, ())| (words, name));
    Phrases::new(
        &VOCABULARY,
        of("label", true).chain(of("collective", false)),
    )
});

fn words(class: &'static str) -> impl Iterator<Item = (&'static str, ())> {
    ABBREVIATION_WORDS.rows_of(class).map(|row| (row[1], ()))
}

/// The longest definition that is followed, in words: of initials, and of a name.
const MOST_WORDS: usize = 16;
const MOST_WORDS_OF_A_NAME: usize = 48;

/// Every abbreviation that `text` defines, in order.
///
/// A short form in brackets counts when its letters are the initials of the words before it, in
/// order, each syllable one letter; small words such as *và* may be passed over. So an agency
/// tag, `(PLVN)`, which nothing before it spells, is none. The brackets may hold the long form
/// instead, *CNTT (công nghệ thông tin)*. Where the text says that it shortens, *(sau đây gọi tắt là
/// Ban Chỉ đạo)*, the short form may be the words with which the long one begins.
///
/// ```
/// let found = vanban::abbreviation::find("ứng dụng công nghệ thông tin (CNTT) tại Bộ").next().unwrap();
/// assert_eq!(found.text, "công nghệ thông tin (CNTT)");
/// assert_eq!((&*found.value.short, &*found.value.long), ("CNTT", "công nghệ thông tin"));
/// ```
pub fn find(text: &str) -> Finds<Found<'_, Abbreviation<'_>>> {
    abbreviations_of(&Reading::new(text, &Tables::builtin().vocabulary)).into()
}

/// Every abbreviation that the text defines.
pub(crate) fn abbreviations_of<'t>(reading: &Reading<'t>) -> Vec<Found<'t, Abbreviation<'t>>> {
    let brackets = memchr_iter(b'(', reading.text().as_bytes());
    brackets
        .filter_map(|open| definition_at(reading, open))
        .collect()
}

/// The definition whose bracket opens at byte `open`.
fn definition_at<'t>(reading: &Reading<'t>, open: usize) -> Option<Found<'t, Abbreviation<'t>>> {
    let text = reading.text();
    let mut inside = reading.place_at(open + 1);
    let left = reading.place_at(open);
    if !text
        .get(open + 1..inside.start())?
        .chars()
        .all(is_quote_or_space)
        || !text.get(left.end()..open)?.chars().all(is_quote_or_space)
    {
        return None;
    }
    let labelled = inside.eat(&LABELS) == Some(true);
    let (short, close) = content(reading, inside.start())?;
    let whole = |start: usize, short: Span, long: Span| {
        let value = Abbreviation {
            short: short.of(text).into(),
            long: long.of(text).into(),
        };
        Some(Found::new(text, Span::new(start, close), value))
    };
    if let Some(units) = Unit::of(short.of(text))
        && let Some(start) = spelled_before(left, &units)
    {
        return whole(start, short, Span::new(start, left.end()));
    }
    if labelled {
        let start = named_before(left, inside, short)?;
        return whole(start, short, Span::new(start, left.end()));
    }
    // The long form in the brackets, the short one before them.
    let outside = left.previous()?;
    let written = outside.start..outside.end;
    let units = Unit::of(&text[written])?;
    let last = reading.place_at(short.end);
    let start = spelled_before(last, &units)?;
    (start == short.start && last.end() == short.end && left.back().gap() != Gap::Glued)
        .then(|| whole(outside.start, Span::new(outside.start, outside.end), short))?
}

/// What the bracket holds from byte `start` on, without quotation marks, and the byte behind it.
fn content(reading: &Reading<'_>, start: usize) -> Option<(Span, usize)> {
    let rest = reading.text().get(start..)?;
    let most = rest.len().min(256);
    let length = rest.as_bytes()[..most]
        .iter()
        .position(|b| matches!(b, b'(' | b')' | b';' | b'\n'))?;
    if rest.as_bytes()[length] != b')' {
        return None;
    }
    let inner = rest[..length].trim_end_matches(is_quote_or_space);
    let opening = inner.len()
        - inner
            .trim_start_matches(|c| is_quote_or_space(c) || c == ':')
            .len();
    let span = Span::new(start + opening, start + inner.len());
    (!inner[opening..].is_empty()).then_some((span, start + length + 1))
}

fn is_quote_or_space(c: char) -> bool {
    matches!(c, ' ' | '"' | '“' | '”' | '‘' | '’' | '\'')
}

/// A letter of a short form with the small letters behind it (*TTg, CTr*), or a run of digits: what
/// stands for one syllable.
#[derive(Clone, Copy, Debug)]
struct Unit<'s> {
    text: &'s str,
}

impl<'s> Unit<'s> {
    /// The units of `short`; `None` where it is not made of initials: two capitals at least, no
    /// spaces but behind a point (*TP. HCM*).
    fn of(short: &'s str) -> Option<SmallVec<[Unit<'s>; 8]>> {
        let is_sign = |c: char| matches!(c, '&' | '-' | '.');
        if short.len() > 40 || !short.chars().all(|c| c.is_alphanumeric() || is_sign(c)) {
            return None;
        }
        let mut units: SmallVec<[Unit<'_>; 8]> = SmallVec::new();
        for run in short.split(is_sign) {
            let starts = |(i, c): &(usize, char)| {
                let digit_before = run[..*i].ends_with(|c: char| c.is_ascii_digit());
                *i == 0 || c.is_uppercase() || c.is_ascii_digit() && !digit_before
            };
            let cuts = run.char_indices().filter(starts).map(|(i, _)| i);
            let ends = cuts.clone().skip(1).chain([run.len()]);
            units.extend(cuts.zip(ends).map(|(start, end)| Unit {
                text: &run[start..end],
            }));
        }
        let capitals = units
            .iter()
            .filter(|unit| unit.text.starts_with(char::is_uppercase));
        (capitals.count() > 1).then_some(units)
    }

    /// Whether it may stand for `word`: the initial is the same, and the word has the other letters.
    fn stands_for(self, word: &str) -> bool {
        if self.text.starts_with(|c: char| c.is_ascii_digit()) {
            return self.text == word;
        }
        let mut letters = word.chars();
        let mut small = self.text.chars();
        let (Some(initial), Some(letter)) = (letters.next(), small.next()) else {
            return false;
        };
        same_initial(initial, letter) && small.all(|c| letters.any(|have| same_initial(have, c)))
    }
}

/// Where the words right before `place` begin whose initials are `units`.
fn spelled_before(place: Place<'_, '_>, units: &[Unit<'_>]) -> Option<usize> {
    // A small word may have a letter of its own, *vừa và nhỏ (VVN)*, or none.
    spelled(place, units, false).or_else(|| spelled(place, units, true))
}

fn spelled(mut place: Place<'_, '_>, units: &[Unit<'_>], silent_first: bool) -> Option<usize> {
    let mut open = units.len();
    for n in 0..MOST_WORDS {
        if n > 0 && !goes_on(place) {
            return None;
        }
        let before = place.back();
        let word = place.previous()?;
        let written = &place.reading().text()[word.start..word.end];
        let silent = open < units.len() && place.phrase_before(&SILENT).is_some();
        let takes = match silent && silent_first {
            true => 0,
            false => taken_by(written, &units[..open]),
        };
        if takes == 0 && !silent {
            return None;
        }
        open -= takes;
        if open == 0 {
            return Some(word.start);
        }
        place = before;
    }
    None
}

/// How many of the last units the word stands for: one, or all the letters of a word that is an
/// abbreviation itself (*Ban QL dự án* in *BQLDA*).
fn taken_by(word: &str, units: &[Unit<'_>]) -> usize {
    let letters = word.chars().count();
    let itself = letters > 1
        && letters < units.len()
        && word.chars().all(char::is_uppercase)
        && word
            .chars()
            .rev()
            .zip(units.iter().rev())
            .all(|(c, unit)| unit.text.chars().eq([c]));
    match (itself, units.last()) {
        (true, _) => letters,
        (false, Some(unit)) if unit.stands_for(word) => 1,
        _ => 0,
    }
}

/// Whether the gap at `place` may lie within a long form.
fn goes_on(place: Place<'_, '_>) -> bool {
    match place.gap() {
        Gap::Glued | Gap::Space | Gap::Comma | Gap::Dash | Gap::And => true,
        Gap::Other => place.between().chars().all(is_quote_or_space),
        _ => false,
    }
}

/// Where the name before `left` begins that `short`, the words from `inside` on, shortens: it
/// begins with the same words. Two such places in the sentence are one too many.
fn named_before(left: Place<'_, '_>, inside: Place<'_, '_>, short: Span) -> Option<usize> {
    let reading = left.reading();
    let behind = reading.place_at(short.end);
    let length = behind
        .index()
        .checked_sub(inside.index())
        .filter(|&n| n > 0)?;
    let capital = |i: usize| reading.case(i).is_capital();
    if !capital(inside.index()) || inside.start() != short.start {
        return None;
    }
    let same = |a: usize, b: usize| match reading.id(a) {
        WordId::UNKNOWN | WordId::NUMBER => reading.slice(a) == reading.slice(b),
        id => id == reading.id(b),
    };
    let sentence = reading.sentence(left.end());
    let first = left.index().saturating_sub(MOST_WORDS_OF_A_NAME);
    let mut starts = (first..left.index().saturating_sub(length)).filter(|&at| {
        reading.case(at) != Case::Lower && (0..length).all(|n| same(at + n, inside.index() + n))
    });
    let start = reading.word(starts.next()?)?.start;
    (starts.next().is_none() && start >= sentence.start).then_some(start)
}

/// Whether a word that begins with `initial` may stand behind `letter`: shapes are dropped in
/// short forms (*Ủy ban* is UB, *ứng dụng* is UD), but đ is a letter of its own.
fn same_initial(initial: char, letter: char) -> bool {
    let plain = |c: char| match split_tone(c).0 {
        'ă' | 'â' => 'a',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        other => other,
    };
    // *Trung ương* is written TW.
    let (initial, letter) = (plain(initial), plain(letter));
    initial == letter || letter == 'w' && initial == 'u'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions() {
        for (text, short, long) in [
            (
                "Vụ Phổ biến, giáo dục pháp luật (PBGDPL) trình",
                "PBGDPL",
                "Phổ biến, giáo dục pháp luật",
            ),
            (
                "Cục Kế hoạch - Tài chính (KHTC)",
                "KHTC",
                "Kế hoạch - Tài chính",
            ),
            (
                "bộ thủ tục hành chính (sau đây viết tắt là TTHC)",
                "TTHC",
                "thủ tục hành chính",
            ),
            (
                "Bộ Khoa học và Công nghệ (KH&CN)",
                "KH&CN",
                "Khoa học và Công nghệ",
            ),
            ("Ủy ban nhân dân (UBND) tỉnh", "UBND", "Ủy ban nhân dân"),
            ("theo Chương trình 135 (CT135)", "CT135", "Chương trình 135"),
            (
                "hệ thống đánh giá và quản lý (ĐGQL)",
                "ĐGQL",
                "đánh giá và quản lý",
            ),
            (
                "công nghệ thông tin (“CNTT”)",
                "CNTT",
                "công nghệ thông tin",
            ),
            (
                "Thủ tướng Chính phủ (TTgCP) giao",
                "TTgCP",
                "Thủ tướng Chính phủ",
            ),
            (
                "Ban Chấp hành Trung ương (BCHTW)",
                "BCHTW",
                "Ban Chấp hành Trung ương",
            ),
            ("Ban QL dự án (BQLDA)", "BQLDA", "Ban QL dự án"),
            ("kinh tế - xã hội (KT-XH)", "KT-XH", "kinh tế - xã hội"),
            (
                "doanh nghiệp nhỏ và vừa (DNNVV)",
                "DNNVV",
                "doanh nghiệp nhỏ và vừa",
            ),
            (
                "doanh nghiệp vừa và nhỏ (DNVN)",
                "DNVN",
                "doanh nghiệp vừa và nhỏ",
            ),
            ("UBND (Ủy ban nhân dân) tỉnh", "UBND", "Ủy ban nhân dân"),
            (
                "Sở giải quyết TTHC (thủ tục hành chính)",
                "TTHC",
                "thủ tục hành chính",
            ),
            (
                "lập Ban Chỉ đạo phát triển đô thị tỉnh (sau đây gọi tắt là Ban Chỉ đạo).",
                "Ban Chỉ đạo",
                "Ban Chỉ đạo phát triển đô thị tỉnh",
            ),
            (
                "Quỹ Hỗ trợ nông dân tỉnh (sau đây viết tắt là “Quỹ”)",
                "Quỹ",
                "Quỹ Hỗ trợ nông dân tỉnh",
            ),
        ] {
            let found: Vec<_> = find(text).collect();
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(
                (&*found[0].value.short, &*found[0].value.long),
                (short, long)
            );
        }
    }

    #[test]
    fn no_definitions() {
        for text in [
            "(PLVN) - Bộ Tư pháp",
            "Liên minh châu Âu (EU)",
            "Điều 5 (Mẫu số 1)",
            "Nguyễn Văn A (Hà Nội)",
            "doanh nghiệp (DA)",
            "điểm (a)",
            "(",
            "công nghệ thông tin (CNTT",
            "công nghệ\nthông tin (CNTT)",
            "UBND (tỉnh Sơn La)",
            "UBND (Ủy ban)",
            "Quỹ A và Quỹ B (sau đây gọi tắt là Quỹ)",
            "Quỹ tỉnh hoặc Sở Tài chính (sau đây gọi chung là Quỹ)",
            "Quỹ. Ban lập ra (sau đây gọi tắt là Quỹ)",
            "cơ quan trung ương (sau đây gọi tắt là cơ quan)",
            "Tổ chức Y tế thế giới (viết tắt là WHO)",
        ] {
            assert_eq!(find(text).next(), None, "{text}");
        }
    }
}
