//! The words in front of a number that say what kind of document it is.

use super::{Citation, Findings, Source, StatedIssuer};
use crate::number::{DocumentNumber, Notation};
use crate::span::{Found, Passage, Span};
use crate::tables::kinds::{DocumentKind, DocumentSystem};
use crate::text::cursor::{any_before, phrase_before};

/// The head of a citation.
pub(super) struct Head<'t> {
    pub(super) kind: Option<String>,
    pub(super) title: Option<Passage<'t>>,
    /// An issuer between kind and number: `Quyết định của Thủ tướng Chính phủ số 12/…`.
    pub(super) issuer: Option<StatedIssuer>,
    pub(super) start: usize,
    /// Whether the words in front of an earlier number are meant for this one, too.
    pub(super) in_row: bool,
}

/// Labels of a number, longer ones first.
const LABELS: &[(&str, ())] = &[
    ("số, ký hiệu", ()),
    ("số ký hiệu", ()),
    ("số hiệu", ()),
    ("ký hiệu", ()),
    ("số", ()),
];

/// The longest name of a law that is looked through, in bytes.
const LONGEST_NAME: usize = 400;

/// Reads the head of `number` leftwards. `None` when the number names the document at hand.
pub(super) fn read<'t>(
    findings: &Findings<'_, 't>,
    number: &Found<'t, DocumentNumber>,
    previous: Option<&Found<'t, Citation<'t>>>,
) -> Option<Head<'t>> {
    let text = findings.text;
    let label = label(text, number.span.start);
    let bare = |kind| Head {
        kind,
        title: None,
        issuer: None,
        start: label,
        in_row: false,
    };
    // What an earlier number took is no name of this one.
    let past = previous.map_or(0, |previous| previous.span.end).min(label);
    let adjacent = findings.tables.kinds.head_before(text, label);
    let outer = match &adjacent {
        // "Quyết định kháng nghị số …": a kind in lower case may qualify another one.
        Some((head, start)) if !suits(head, &number.value) => {
            let small = text[*start..].starts_with(char::is_lowercase);
            small.then(|| qualified(findings, *start, false)).flatten()
        }
        _ => None,
    };
    if let Some((head, start)) = outer.or(adjacent) {
        return Some(Head {
            start,
            ..bare(Some(head.name.to_owned()))
        });
    }
    if let Some(body) = findings.body_ending_at(text[..label].trim_end().len())
        && let Some(of) = phrase_before(text, body.span.start, "của")
        && let Some((head, start)) = findings.tables.kinds.head_before(text, of)
    {
        let issuer = Some(StatedIssuer::of(body, Source::Inline));
        return Some(Head {
            start,
            issuer,
            ..bare(Some(head.name.to_owned()))
        });
    }
    if let Some((kind, title, start)) = named(findings, past, label, &number.value) {
        return Some(Head {
            title: Some(Passage::new(text, title)),
            start,
            ..bare(Some(kind))
        });
    }
    if label < number.span.start
        && let Some((head, start)) = qualified(findings, label, true)
    {
        return Some(Head {
            start,
            ..bare(Some(head.name.to_owned()))
        });
    }
    let row = previous.filter(|previous| {
        previous
            .value
            .number
            .as_ref()
            .is_some_and(|n| n.kind == number.value.kind)
            && coordinated(text, previous.span.end, label)
    });
    if let Some(previous) = row {
        return Some(Head {
            in_row: true,
            ..bare(previous.value.kind.clone())
        });
    }
    if heads_its_line(text, label, number.span.end) {
        return None;
    }
    let kind = number
        .value
        .kind
        .as_deref()
        .and_then(|code| findings.tables.kinds.by_code(code).next());
    Some(bare(kind.map(|kind| kind.name.to_owned())))
}

/// Whether the code of `number` is one of `head`.
fn suits(head: &DocumentKind, number: &DocumentNumber) -> bool {
    let code = number.kind.as_deref();
    code.is_some_and(|code| head.carries(code))
}

/// Words that qualify a kind at most: *Quyết định công nhận thuận tình ly hôn và sự thỏa thuận của
/// các đương sự số …* has fourteen.
const MOST_WORDS: usize = 16;

/// The same behind a kind in lower case, which is more often a common noun or a verb.
const MOST_WORDS_SMALL: usize = 8;

/// Words that never qualify a kind: what stands behind them is another thing.
const CLAUSE: &[&str] = &[
    "theo", "tại", "trong", "này", "trên", "ngày", "có", "là", "được", "đã", "bị", "kèm", "nêu",
    "mang", "bằng",
];

/// The kind in front of byte `end`, behind which only words in lower case stand: *Bản án dân sự sơ
/// thẩm số …*. A kind with a capital goes before a nearer one without.
fn qualified<'x>(
    findings: &Findings<'x, '_>,
    end: usize,
    small_too: bool,
) -> Option<(&'x DocumentKind, usize)> {
    let text = findings.text;
    let mut small = None;
    let mut start = end;
    for words in 0..MOST_WORDS {
        let left = text[..start].trim_end_matches([' ', '\t', '\n']);
        if text[left.len()..start].matches('\n').count() > 1 {
            break;
        }
        let word = left.rfind(|c: char| !c.is_alphabetic()).map_or(0, |i| {
            i + left[i..].chars().next().map_or(0, char::len_utf8)
        });
        if word == left.len() {
            break;
        }
        start = word;
        if let Some((head, head_end)) = findings.tables.kinds.head_at(text, start)
            && head_end <= end
        {
            if text[start..].starts_with(char::is_uppercase) {
                return Some((head, start));
            }
            if small_too && small.is_none() && words < MOST_WORDS_SMALL {
                small = Some((head, start));
            }
        }
        // The last syllables of a kind with a capital are small: "Thông báo".
        let word = &text[start..left.len()];
        if word.starts_with(char::is_uppercase) || CLAUSE.contains(&word) {
            break;
        }
    }
    small
}

/// Where the label in front of the number at byte `number` begins, or the number itself.
fn label(text: &str, number: usize) -> usize {
    let left = text[..number].trim_end_matches([' ', '\t', ':']);
    any_before(text, left.len(), LABELS).map_or(number, |(start, ())| start)
}

/// `Luật Bảo hiểm y tế số …`: kind, the span of the name, and where it all begins.
fn named(
    findings: &Findings<'_, '_>,
    past: usize,
    label: usize,
    number: &DocumentNumber,
) -> Option<(String, Span, usize)> {
    let text = findings.text;
    let lawlike = number.notation == Notation::Assembly || number.kind.as_deref() == Some("PL");
    if !lawlike || label == 0 {
        return None;
    }
    let mut floor = label.saturating_sub(LONGEST_NAME).max(past);
    while !text.is_char_boundary(floor) {
        floor += 1;
    }
    let ends_clause = |c: char| matches!(c, ';' | '(' | ')' | '“' | '”' | ':' | '.');
    let clause = text[floor..label]
        .char_indices()
        .rfind(|&(_, c)| ends_clause(c))
        .map_or(floor, |(i, c)| floor + i + c.len_utf8());
    let clause = text[clause..label]
        .rfind("\n\n")
        .map_or(clause, |i| clause + i + 2);
    let heads = text[clause..label]
        .char_indices()
        .filter(|&(i, _)| !text[..clause + i].ends_with(char::is_alphanumeric));
    let mut found: Option<(String, Span, usize)> = None;
    for (i, _) in heads {
        let start = clause + i;
        let Some((head, end)) = findings.tables.kinds.head_at(text, start) else {
            continue;
        };
        if !head.systems.contains(&DocumentSystem::Assembly)
            || !text[start..].starts_with(char::is_uppercase)
        {
            continue;
        }
        let title = text[end..label].trim_matches([' ', '\n', ',']);
        let amends = title.starts_with("sửa đổi") || title.starts_with("Sửa đổi");
        if title.starts_with(char::is_uppercase) || amends {
            let at = label - text[end..label].trim_start_matches([' ', '\n']).len();
            found = Some((head.name.to_owned(), Span::new(at, at + title.len()), start));
            if amends {
                // An amending law names the law that it amends: the outer name is the citation's.
                break;
            }
        }
    }
    found
}

/// Whether only a conjunction stands between the end of the last citation and this number, as in
/// *các Luật số 43/2024/QH15, số 47/2024/QH15 và số 58/2024/QH15*.
fn coordinated(text: &str, end: usize, label: usize) -> bool {
    let Some(between) = text.get(end..label) else {
        return false;
    };
    let words = between.trim_matches([' ', '\n', ',', ';']);
    between.len() <= 16
        && !between.trim().is_empty()
        && matches!(words, "" | "và" | "hoặc" | "và các" | "cùng")
}

/// Whether the number stands alone on its line behind its label, as in the header of a document.
fn heads_its_line(text: &str, label: usize, end: usize) -> bool {
    let before = text[..label].rsplit('\n').next().unwrap_or_default();
    let after = text[end..].split('\n').next().unwrap_or_default();
    before.trim().is_empty()
        && (after.trim().is_empty() || after.starts_with(['\t']) || after.starts_with("  "))
}
