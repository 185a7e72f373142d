//! The words in front of a number that say what kind of document it is.

use smol_str::SmolStr;

use super::words::{ADVERBIAL, CHAIN, IS, ISSUES, LABEL, LINK, NO_QUALIFIER};
use super::{Findings, Source, StatedDate, StatedIssuer, issuers};
use crate::date::PartialDate;
use crate::number::{DocumentNumber, Notation};
use crate::reading::{Case, Gap, Place};
use crate::span::{Found, Passage, Span};
use crate::tables::kinds::{DocumentKind, DocumentSystem, Trait};

/// The head of a citation.
pub(super) struct Head<'t> {
    pub(super) kind: Option<SmolStr>,
    pub(super) title: Option<Passage<'t>>,
    /// The year behind the name of a law: *Luật Đấu thầu 2013 (Luật số …)*.
    pub(super) year: Option<StatedDate>,
    /// Issuers before the number: `Quyết định của Thủ tướng Chính phủ số 12/…`, `các Quyết định của Chủ
    /// tịch UBND tỉnh: số 1/QĐ-UBND …; số 2/QĐ-UBND …`.
    pub(super) issuers: Vec<StatedIssuer>,
    pub(super) start: usize,
    /// Whether the words in front of an earlier number are meant for this one, too.
    pub(super) in_row: bool,
    /// Whether it is a number and nothing else in a cell of its own.
    pub(super) cell: bool,
}

/// What is known of the number before.
#[derive(Clone, Copy)]
pub(super) struct Previous<'d> {
    pub(super) end: usize,
    pub(super) number: &'d DocumentNumber,
    pub(super) kind: Option<&'d str>,
}

/// The longest name of a law that is looked through, in bytes.
const LONGEST_NAME: usize = 400;

/// Reads the head of `number` leftwards, no further than `floor`, where the number before ends. `None`
/// when the number names the document at hand.
pub(super) fn read<'t>(
    findings: &Findings<'_, 't>,
    number: &Found<'t, DocumentNumber>,
    floor: usize,
    previous: Option<Previous<'_>>,
) -> Option<Head<'t>> {
    let text = findings.text;
    let kinds = &findings.tables.kinds;
    let label = label(findings, number.span.start);
    let bare = |kind: Option<&str>| Head {
        kind: kind.map(SmolStr::new),
        title: None,
        year: None,
        issuers: Vec::new(),
        start: label,
        in_row: false,
        cell: false,
    };
    // What an earlier number took is no name of this one.
    let past = previous.map_or(0, |previous| previous.end).min(label);
    let free = |start: usize| start >= floor;
    let adjacent = kind_before(findings, label).filter(|&(_, start)| free(start));
    let begin = adjacent.map_or(label, |(_, start)| start);
    if text[..begin].ends_with('(')
        && let Some(law) = named(findings, past, begin - 1, &number.value).filter(|law| !law.amends)
    {
        return Some(Head {
            title: Some(Passage::new(text, law.title)),
            year: law.year,
            start: law.start,
            ..bare(Some(law.kind))
        });
    }
    // "có Công văn (số 73/TTg-CN) chỉ đạo …".
    if adjacent.is_none()
        && label < number.span.start
        && text[..label].ends_with('(')
        && let Some((head, start)) = kind_before(findings, label - 1)
        && free(start)
        && (suits(head, &number.value) || number.value.kind().is_none())
    {
        return Some(bare(Some(&head.name)));
    }
    // "Luật … theo hợp đồng số 69/2020/QH14": the kind in small letters is of the name, and so is any
    // right behind the word for a law: "Luật Quy hoạch số 21/2017/QH14".
    let adjacent = adjacent.filter(|&(head, start)| {
        let small = text[start..].starts_with(char::is_lowercase);
        let of_name = small && !suits(head, &number.value)
            || kind_before(findings, start).is_some_and(|(law, _)| law.is(Trait::Law));
        !of_name || named(findings, past, label, &number.value).is_none()
    });
    let outer = match &adjacent {
        // "Quyết định kháng nghị số …": a kind in lower case may qualify another one.
        Some((head, start)) if !suits(head, &number.value) => {
            let small = text[*start..].starts_with(char::is_lowercase);
            small
                .then(|| qualified(findings, *start, false))
                .flatten()
                .filter(|&(_, start)| free(start))
        }
        _ => None,
    };
    if let Some((head, start)) = outer.or(adjacent) {
        return Some(Head {
            start,
            ..bare(Some(&head.name))
        });
    }
    if let Some(head) = issued_by(findings, label, number).filter(|head| free(head.start)) {
        return Some(Head {
            kind: Some(SmolStr::new(head.kind)),
            issuers: head.issuers,
            start: head.start,
            ..bare(None)
        });
    }
    if let Some(law) = named(findings, past, label, &number.value) {
        return Some(Head {
            title: Some(Passage::new(text, law.title)),
            year: law.year,
            start: law.start,
            ..bare(Some(law.kind))
        });
    }
    if label < number.span.start
        && let Some((head, start)) =
            qualified(findings, label, true).filter(|&(_, start)| free(start))
    {
        return Some(Head {
            start,
            ..bare(Some(&head.name))
        });
    }
    let row = previous.filter(|previous| {
        let alike = previous.number.kind() == number.value.kind();
        alike
            && (coordinated(text, previous.end, label) || goes_on_with_row(findings, label, number))
    });
    if let Some(previous) = row {
        return Some(Head {
            in_row: true,
            ..bare(previous.kind)
        });
    }
    if numbers_a_thing(findings, label, number) {
        return None;
    }
    let cell = label == number.span.start && is_cell(findings, number.span);
    if !cell && heads_its_line(findings, label, number.span.end) {
        return None;
    }
    let code = number.value.kind();
    let kind = code.and_then(|code| kinds.by_code(code).next());
    Some(Head {
        cell,
        ..bare(kind.map(|kind| kind.name.as_str()))
    })
}

/// Whether `number`, of no kind and no more than a serial and a code, is that of the thing whose name stands before
/// its label, and no document's: *Đề thi số 12/ĐT*.
fn numbers_a_thing(
    findings: &Findings<'_, '_>,
    label: usize,
    number: &Found<'_, DocumentNumber>,
) -> bool {
    let value = &number.value;
    let short = value.kind().is_none() && value.year().is_none() && value.units().is_empty();
    let place = findings.place(label);
    if !short || label == number.span.start || place.index() == 0 || place.gap() != Gap::Space {
        return false;
    }
    let leads = [&*LINK, &*CHAIN, &*ADVERBIAL, &*ISSUES, &*NO_QUALIFIER];
    !leads
        .iter()
        .any(|leads| place.phrase_before(leads).is_some())
}

/// The kind whose words end right before byte `at`, perhaps at the end of the line above, and where
/// it begins.
fn kind_before<'x>(findings: &Findings<'x, '_>, at: usize) -> Option<(&'x DocumentKind, usize)> {
    let place = findings.place(at);
    let between = findings.text.get(place.end()..at)?;
    if !between.bytes().all(|b| b.is_ascii_whitespace()) || between.matches('\n').count() > 1 {
        return None;
    }
    let (head, start) = findings.tables.kinds.announced_before(place)?;
    Some((head, start.start()))
}

/// A kind and its issuer before a number.
struct IssuedBy<'k> {
    kind: &'k str,
    issuers: Vec<StatedIssuer>,
    start: usize,
}

/// Reads `KIND của BODY` before the label at byte `label` of `number`, of a joint one all bodies; a colon or
/// a bracket between makes it the head of a row, which the number's citation does not hold. In a title the
/// kind stands on a line above.
fn issued_by<'x>(
    findings: &Findings<'x, '_>,
    label: usize,
    number: &Found<'_, DocumentNumber>,
) -> Option<IssuedBy<'x>> {
    let place = findings.place(label);
    let row = match place.between().trim() {
        "" => false,
        ":" | "(" | "-" | ": -" => label < number.span.start,
        _ => return None,
    };
    let joint = issuers::is_joint(&number.value);
    let mut at = place;
    let mut issuers = Vec::new();
    let of = loop {
        let body = findings.body_ending_at(at.end())?;
        issuers.insert(0, StatedIssuer::of(body, Source::Inline));
        at = findings.place(body.span.start);
        let before = at.back();
        if at.gap().is_soft() && findings.says(before, "của") {
            break before;
        }
        let and = at.gap().is_soft() && findings.says(before, "và");
        if !joint || !and && !matches!(at.gap(), Gap::Comma | Gap::Dash) {
            return None;
        }
        if and {
            at = before;
        }
    };
    let titled = findings.reading.case(of.index()) == Case::Upper;
    let above = || {
        findings
            .tables
            .kinds
            .announced_before(of)
            .filter(|_| titled)
    };
    let (head, start) = kind_before(findings, of.start())
        .or_else(|| above().map(|(head, start)| (head, start.start())))?;
    Some(IssuedBy {
        kind: &head.name,
        issuers,
        start: if row { label } else { start },
    })
}

/// Whether the code of `number` is one of `head`.
fn suits(head: &DocumentKind, number: &DocumentNumber) -> bool {
    let code = number.kind();
    code.is_some_and(|code| head.carries(code))
}

/// Words that qualify a kind at most: *Quyết định công nhận thuận tình ly hôn và sự thỏa thuận của
/// các đương sự số …* has fourteen.
const MOST_WORDS: usize = 16;

/// The same behind a kind in lower case, which is more often a common noun or a verb.
const MOST_WORDS_SMALL: usize = 8;

/// The kind in front of byte `end`, behind which only words in lower case stand: *Bản án dân sự sơ
/// thẩm số …*. A kind with a capital goes before a nearer one without.
fn qualified<'x>(
    findings: &Findings<'x, '_>,
    end: usize,
    small_too: bool,
) -> Option<(&'x DocumentKind, usize)> {
    let mut small = None;
    let mut place = findings.place(end);
    for words in 0..MOST_WORDS {
        if !place.gap().is_soft() || place.index() == 0 {
            break;
        }
        place = place.back();
        let head = findings.tables.kinds.announced_at(place);
        let capital = findings.reading.case(place.index()).is_capital();
        if let Some((head, _)) = head.filter(|(_, behind)| behind.end() <= end) {
            if capital {
                return Some((head, place.start()));
            }
            if small_too && small.is_none() && words < MOST_WORDS_SMALL {
                small = Some((head, place.start()));
            }
        }
        // The last syllables of a kind with a capital are small: "Thông báo".
        if capital || place.number().is_some() || place.phrase(&NO_QUALIFIER).is_some() {
            break;
        }
    }
    small
}

/// Where the label in front of the number at byte `number` begins, or the number itself.
fn label(findings: &Findings<'_, '_>, number: usize) -> usize {
    let place = findings.place(number);
    let joined = place.gap().is_soft() || place.gap() == Gap::Colon;
    match place.phrase_before(&LABEL) {
        Some((_, label)) if joined && place.start() == number => label.start(),
        _ => number,
    }
}

/// A law by the name before its number.
struct Named<'k> {
    kind: &'k str,
    title: Span,
    year: Option<StatedDate>,
    start: usize,
    amends: bool,
}

/// `Luật Bảo hiểm y tế số …`: kind and name that end at byte `label`.
fn named<'x>(
    findings: &Findings<'x, '_>,
    past: usize,
    label: usize,
    number: &DocumentNumber,
) -> Option<Named<'x>> {
    let text = findings.text;
    let lawlike = number.notation() == Notation::Assembly || number.kind() == Some("PL");
    if !lawlike || label == 0 {
        return None;
    }
    // "Luật Bảo hiểm xã hội (sửa đổi) số 41/2024/QH15".
    let revised = text[..label].trim_end().strip_suffix("(sửa đổi)");
    let label = revised.map_or(label, |name| name.trim_end().len());
    let floor = label.saturating_sub(LONGEST_NAME).max(past);
    let mut clause = findings.place(label);
    let mut limit = label;
    while clause.index() > 0 {
        let before = clause.back();
        let gap = &text[clause.end()..limit];
        if gap.contains(['(', ')', ';', ':', '.', '“', '”'])
            || gap.contains("\n\n")
            || before.start() < floor
        {
            break;
        }
        (clause, limit) = (before, before.start());
    }
    let mut found: Option<Named<'x>> = None;
    let mut next = clause;
    while next.start() < label {
        let place = next;
        next = place.next();
        if !findings.reading.case(place.index()).is_capital() {
            continue;
        }
        let Some((head, behind)) = findings.tables.kinds.announced_at(place) else {
            continue;
        };
        let (start, end) = (place.start(), behind.end());
        if !head.systems.contains(&DocumentSystem::Assembly) || end > label {
            continue;
        }
        let title = text[end..label].trim_start_matches([' ', '\n', ',']);
        let at = label - title.len();
        let title = title.trim_end_matches([' ', '\n', ',']);
        // "Luật Đất đai mới nhất hiện tại là văn bản hợp nhất giữa Luật đất đai số …".
        if says_something(behind, label) {
            continue;
        }
        let amends = title.starts_with("sửa đổi") || title.starts_with("Sửa đổi");
        let small = behind.phrase(&NO_QUALIFIER).is_none() && title.starts_with(char::is_lowercase);
        if title.starts_with(char::is_uppercase) || amends || small && found.is_none() {
            let title = Span::new(at, at + title.len());
            let (title, year) = without_year(findings, title);
            found = Some(Named {
                kind: &head.name,
                title,
                year,
                start,
                amends,
            });
            if amends {
                // An amending law names the law that it amends: the outer name is the citation's.
                break;
            }
        }
    }
    found
}

/// The name of a law at `title` without the year at its end, and that year.
fn without_year(findings: &Findings<'_, '_>, title: Span) -> (Span, Option<StatedDate>) {
    let last = findings.place(title.end).back();
    let year = last.number().filter(|digits| digits.len() == 4);
    let year = year.and_then(|digits| digits.parse::<u16>().ok());
    let Some(year) = year.filter(|year| (1945..2100).contains(year)) else {
        return (title, None);
    };
    let named = findings.says(last.back(), "năm") && last.gap().is_soft();
    let before = if named { last.back() } else { last };
    if !before.gap().is_soft() || before.end() <= title.start {
        return (title, None);
    }
    let stated = StatedDate {
        date: PartialDate::Year(year),
        source: Source::Inline,
        span: Span::new(last.start(), last.start() + 4),
    };
    (Span::new(title.start, before.end()), Some(stated))
}

/// Whether a sentence is begun between `place` and byte `end`, which no name of a law does.
fn says_something(mut place: Place<'_, '_>, end: usize) -> bool {
    while place.start() < end {
        if place.phrase(&IS).is_some() {
            return true;
        }
        place = place.next();
    }
    false
}

/// Whether only a conjunction stands between byte `end`, where a citation ends, and byte `next`, where
/// another one begins: *các Luật số 43/2024/QH15, số 47/2024/QH15 và số 58/2024/QH15*.
pub(super) fn coordinated(text: &str, end: usize, next: usize) -> bool {
    const LONGEST: usize = 16;
    let Some(between) = text
        .get(end..next)
        .filter(|between| between.len() <= LONGEST)
    else {
        return false;
    };
    let words = between.trim_matches([' ', '\n', ',', ';', '-', '+']);
    !between.trim().is_empty() && matches!(words, "" | "và" | "hoặc" | "và các" | "cùng")
}

/// Whether the label at byte `label` opens the next part of a row whose kind and issuer stand in front of its
/// first number: *… của Chính phủ: số 1/2025/NĐ-CP về A; số 2/2025/NĐ-CP về B*.
fn goes_on_with_row(
    findings: &Findings<'_, '_>,
    label: usize,
    number: &Found<'_, DocumentNumber>,
) -> bool {
    let place = findings.place(label);
    label < number.span.start && place.between().trim() == ";"
}

/// Whether the number stands alone in a cell of a table: between bars, or on a line before a day on a
/// line of its own.
fn is_cell(findings: &Findings<'_, '_>, number: Span) -> bool {
    let before = findings.text[..number.start].trim_end_matches(' ');
    let after = findings.text[number.end..].trim_start_matches(' ');
    if before.ends_with('|') && after.starts_with('|') {
        return true;
    }
    let line = |c: Option<char>| c.is_none_or(|c| c == '\n');
    let next = findings.place(number.end);
    let day = findings.date_at(next.start());
    line(before.chars().next_back())
        && line(after.chars().next())
        && day.is_some_and(|day| {
            let behind = findings.text[day.span.end..].trim_start_matches(' ');
            line(behind.chars().next())
        })
}

/// Whether the number stands alone on its line behind its label, as in the header of a document.
fn heads_its_line(findings: &Findings<'_, '_>, label: usize, end: usize) -> bool {
    let line = findings.reading.line(label);
    let after = &findings.text[end..];
    line.is_some_and(|line| {
        line.start >= label
            && (line.end <= end || after.starts_with('\t') || after.starts_with("  "))
    })
}
