//! What the words at the end and at the beginning of a line call for.

use once_cell::sync::Lazy;
use std::borrow::Cow;
use std::collections::HashSet;

use super::line::Start;
use crate::tables::{BODIES, OPEN_ENDS, PLACES};
use crate::text::fold;
use crate::text::letters::{is_alphabetic, is_alphanumeric};

/// Whether `words` end in a word with which nothing ends where `follows` is so of what must follow.
pub(super) fn hangs(words: &str, follows: impl Fn(&str) -> bool) -> bool {
    let Some((before, last)) = words.rsplit_once(' ') else {
        return false;
    };
    let last = last.trim_start_matches('(');
    // The longest word of the table has nine bytes.
    if last.len() > 12 {
        return false;
    }
    let order = |open: &Open| {
        open.last
            .chars()
            .cmp(last.chars().flat_map(char::to_lowercase))
    };
    let from = OPEN.partition_point(|open| order(open).is_lt());
    OPEN[from..]
        .iter()
        .take_while(|open| order(open).is_eq())
        .any(|open| {
            open.before.is_none_or(|word| ends_with_word(before, word)) && follows(&open.follows)
        })
}

/// A word with which nothing ends.
struct Open {
    last: Cow<'static, str>,
    /// The words before it, or the comma, where it is so behind them only.
    before: Option<&'static str>,
    /// What must follow.
    follows: Cow<'static, str>,
}

/// All of them, in order.
static OPEN: Lazy<Vec<Open>> = Lazy::new(|| {
    let mut open: Vec<_> = OPEN_ENDS
        .rows()
        .map(|[words, follows]| {
            let (before, last) = match words.rsplit_once(' ') {
                Some((before, last)) => (Some(before), last),
                None => (None, words),
            };
            Open {
                last: last.into(),
                before,
                follows: follows.into(),
            }
        })
        .collect();
    open.extend(halves_of_places());
    open.sort_unstable_by(|a, b| a.last.cmp(&b.last));
    open
});

/// *Quảng*, behind which *Trị* or *Ngãi* must follow, *Vũng* and *Tàu*; not *Bình*, with which a name may end as well.
fn halves_of_places() -> impl Iterator<Item = Open> {
    let names = || PLACES.rows().map(|[name, ..]| name);
    let ends: HashSet<&str> = names()
        .flat_map(|name| name.split(" - "))
        .filter_map(|name| name.rsplit(' ').next())
        .collect();
    let parts = names().flat_map(|name| name.split(" - "));
    let words = parts.flat_map(|part| part.split(' ').zip(part.split(' ').skip(1)));
    let halves = words.filter(move |(first, _)| !ends.contains(first));
    halves.map(|(first, second)| Open {
        last: first.to_lowercase().into(),
        before: None,
        follows: format!("={second}").into(),
    })
}

/// What ministries and departments are for, by the first two words of it in lower case: *nội vụ*, *tài chính*.
static FIELDS: Lazy<HashSet<String>> = Lazy::new(|| {
    let fields = BODIES.rows().filter_map(|[name, ..]| {
        let field = name
            .strip_prefix("Bộ ")
            .or_else(|| name.strip_prefix("Sở "))?;
        first_words(field).map(str::to_lowercase)
    });
    fields.collect()
});

/// The first two words of `words`, without the sign behind them.
fn first_words(words: &str) -> Option<&str> {
    let (first, rest) = words.split_once(' ')?;
    let second = rest
        .find(|c: char| !is_alphanumeric(c))
        .unwrap_or(rest.len());
    (second > 0).then(|| &words[..first.len() + 1 + second])
}

fn ends_with_word(words: &str, word: &str) -> bool {
    if word == "," {
        return words.ends_with(',');
    }
    let mut behind = words.rsplit(' ');
    let mut same = word.rsplit(' ');
    same.all(|word| {
        behind
            .next()
            .is_some_and(|last| fold::is_lowered(last, word))
    })
}

/// Whether `words` begin as a word calls for: the second column of the table.
pub(super) fn follow(words: &str, what: &str, start: Start) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let tail = &words[digits..];
    let len = words
        .find(|c: char| !is_alphanumeric(c))
        .unwrap_or(words.len());
    let word = &words[..len];
    match what {
        "any" => matches!(
            start,
            Start::Lower | Start::Upper | Start::Digit | Start::Opener
        ),
        "number" => (1..=3).contains(&digits),
        "serial" => digits > 0 && tail.trim_start().starts_with(['/', '-']) && tail.len() > 3,
        "day" => {
            matches!(digits, 1 | 2) && (tail.is_empty() || tail.starts_with(['/', '-', '.', ' ']))
        }
        "year" => digits == 4 && (words.starts_with("19") || words.starts_with("20")),
        _ if what.starts_with('=') => word == &what[1..],
        "field" => first_words(words).is_some_and(|two| FIELDS.contains(&two.to_lowercase())),
        "letter" => word.chars().count() == 1 && word.starts_with(char::is_lowercase),
        _ => !word.is_empty() && word.bytes().all(|b| b"IVX".contains(&b)),
    }
}

/// Whether `words` end in the label of a unit of one of `levels`, which calls for the unit that has
/// it: *theo khoản 1*, *điểm a,*, *các khoản 4, 5 và 6*
pub(super) fn ends_in_label(words: &str, levels: &[&str]) -> bool {
    let is_label = |word: &str| {
        word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_digit())
            || word.chars().count() == 1 && word.starts_with(is_alphabetic)
            || !word.is_empty() && word.bytes().all(|b| b"IVX".contains(&b))
    };
    /// No list has more words, *và* included.
    const LIST: usize = 12;
    let mut words = words
        .trim_end()
        .rsplit(' ')
        .map(|word| word.trim_end_matches([',', ';']));
    words.next().is_some_and(is_label)
        && words
            .take(LIST)
            .find(|word| !is_label(word) && !matches!(*word, "và" | "hoặc"))
            .is_some_and(|level| levels.iter().any(|known| fold::is_lowered(level, known)))
}

/// Whether `words` end in the label of a unit, with a semicolon: *quy định tại Điều 6; Điều 7;*
pub(super) fn calls_for_unit(words: &str) -> bool {
    ends_in_label(
        words.trim_end_matches(';'),
        &["điểm", "khoản", "điều", "mục"],
    )
}

/// Whether a unit says at once what it rules, without a heading: *Điều 3. Quyết định này có hiệu lực …*,
/// *Điều 2. Sở Y tế có trách nhiệm …*; a heading says *Trách nhiệm của Sở Y tế*.
pub(super) fn is_sentence(unit: &str) -> bool {
    /// A name of a kind of document, and *này* behind it, has no more words.
    const WORDS: usize = 4;
    let mut words = unit.split(' ').skip(2).take(WORDS + 2).skip(1);
    words.any(|word| word == "này") && words.next().is_some()
        || unit.contains(" có trách nhiệm ")
        || unit.contains(" chịu trách nhiệm ")
}

/// Whether a line is the short form of the name that the line above ends with: *Tổ chức Thú y Thế giới⏎(WOAH):*
pub(super) fn abbreviates(line: &str) -> bool {
    let short = line.strip_prefix('(').and_then(|rest| {
        rest.trim_end_matches([':', '.', ';', ','])
            .strip_suffix(')')
    });
    short.is_some_and(|short| {
        short.chars().count() > 1 && short.chars().all(|c| c.is_uppercase() || c == '-')
    })
}

/// Whether the year of a day begins `behind`, whose month ends `words`: *NGÀY 13 THÁNG 5⏎NĂM 2002*
pub(super) fn dates(words: &str, behind: &str) -> bool {
    let mut before = words.rsplit(' ');
    let month = before.next().unwrap_or("");
    let year = behind
        .split_once(' ')
        .filter(|(label, _)| label.to_lowercase() == "năm");
    matches!(month.len(), 1 | 2)
        && month.bytes().all(|b| b.is_ascii_digit())
        && year.is_some_and(|(_, year)| follow(year, "year", Start::Digit))
        && before
            .next()
            .is_some_and(|label| label.to_lowercase() == "tháng")
}

/// Whether `words` begin with a quotation and go on in lower case: *… và bờ⏎“Đông” của sông.*
pub(super) fn quotes_amid(words: &str) -> bool {
    let behind = words.split_once(['”', '"', '’', '»']).map(|(_, rest)| rest);
    let straight = words
        .strip_prefix('"')
        .and_then(|rest| rest.split_once('"'));
    let behind = straight.map(|(_, rest)| rest).or(behind);
    behind.is_some_and(|rest| rest.starts_with(' ') && rest[1..].starts_with(char::is_lowercase))
}

/// Whether a bracket opens in `words` that does not close there.
pub(super) fn in_bracket(words: &str) -> bool {
    let open = memchr::memrchr(b'(', words.as_bytes());
    open.is_some_and(|at| memchr::memchr(b')', &words.as_bytes()[at..]).is_none())
}
