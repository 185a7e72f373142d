//! What stands below the units: recipients and signatures. Found by layout (Nghị định
//! 30/2020/NĐ-CP, Điều 8 and Phụ lục I; for Party documents Hướng dẫn 36-HD/VPTW).

use super::annex;
use super::line::{self, Line};
use super::tree::Walk;
use super::words::{
    AUTHENTICATION, AUTHORITIES, FILE_COPY, OFFICE, RECIPIENTS, SIGNED, begins, head, national,
};
use crate::carry::carried;
use crate::reading::Reading;
use crate::span::{Passage, Span};
use crate::tables::Tables;

/// What stands below the body of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Closing<'t> {
    /// The list of recipients, from *Nơi nhận* to its last line.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub recipients: Option<Passage<'t>>,
    /// The signature: authority, office and name, up to the end or the first annex.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub signature: Option<Passage<'t>>,
}

carried!(Closing<'_> { recipients, signature });

/// The closing below the units of `text`; see [`super::closing`].
pub(super) fn closing<'t>(
    reading: &Reading<'t>,
    lines: &[Line<'t>],
    walk: &Walk<'_>,
    tables: &Tables,
    headed: bool,
) -> Option<Closing<'t>> {
    let text = reading.text();
    let end = walk.annex.unwrap_or(text.len());
    let start = walk.closing.unwrap_or(0);
    let from = lines.partition_point(|line| line.span.start < start);
    let to = lines.partition_point(|line| line.span.start < end);
    let lines = &lines[from..to];
    // Without articles the last list of recipients counts, and only what stands below it signs; below a
    // letterhead, where there is none, the last office with a name.
    let recipients = match walk.closing {
        Some(_) => lines.iter().position(|l| is_recipients(reading, *l)),
        None => lines.iter().rposition(|l| is_recipients(reading, *l)),
    };
    let signs = |&i: &usize| is_signature(reading, lines[i]);
    let signature = match (walk.closing, recipients) {
        (Some(_), _) => (0..lines.len()).find(signs),
        (None, Some(recipients)) => (recipients..lines.len()).find(signs),
        (None, None) if headed => last_signature(reading, lines, tables),
        (None, None) => None,
    };
    let passage =
        |from: usize, to: usize| Passage::new(text, lines[from].span.to(lines[to - 1].span));
    let closing = Closing {
        recipients: recipients
            .map(|from| (from, end_of_recipients(reading, lines, from)))
            .filter(|&(from, to)| !lines[from..to].iter().any(|line| has_columns(line.text)))
            .map(|(from, to)| passage(from, to)),
        signature: signature
            .map(|from| passage(from, end_of_signature(reading, lines, from, tables))),
    };
    (closing.recipients.is_some() || closing.signature.is_some()).then_some(closing)
}

/// The first line of the last signature that ends in a name.
fn last_signature(reading: &Reading<'_>, lines: &[Line<'_>], tables: &Tables) -> Option<usize> {
    let signs = |i: usize| is_signature(reading, lines[i]);
    let mut i = lines.len();
    while let Some(last) = i.checked_sub(1) {
        if !signs(last) {
            i = last;
            continue;
        }
        let mut first = last;
        while first > 0 && signs(first - 1) {
            first -= 1;
        }
        let end = end_of_signature(reading, lines, last, tables);
        let named = end > last + 1 && is_name(lines[end - 1].text);
        if named && first > 0 {
            return Some(first);
        }
        i = first;
    }
    None
}

/// Index past the last line of the recipients: each has a dash, is the note of the file copy
/// (*Lưu: VT*), or goes on with the line above.
fn end_of_recipients(reading: &Reading<'_>, lines: &[Line<'_>], from: usize) -> usize {
    let goes_on = |i: usize| {
        let (above, line) = (lines[i - 1].text, lines[i].text);
        let item = line.starts_with(['-', '–', '—', '+', '•', '*'])
            && line.chars().any(char::is_alphanumeric);
        let wrapped = i > from + 1 && !above.ends_with([';', '.']) && !line::is_caps(line);
        item || wrapped || begins(reading, lines[i].span, &FILE_COPY)
    };
    (from + 1..lines.len())
        .find(|&i| is_signature(reading, lines[i]) || !goes_on(i))
        .unwrap_or(lines.len())
}

/// Whether who signs stands beside the line, in a column of its own: what is whose cannot be told.
fn has_columns(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut gaps = line.match_indices("   ").chain(line.match_indices('\t'));
    gaps.any(|(at, _)| line[at..].trim_start().starts_with(char::is_uppercase))
}

/// Index past the last line of the signatures: offices in capitals, then rank and name, and the
/// same again for everybody who signs.
fn end_of_signature(
    reading: &Reading<'_>,
    lines: &[Line<'_>],
    from: usize,
    tables: &Tables,
) -> usize {
    let letterhead = |i: usize| {
        lines.get(i).is_some_and(|line| {
            national(reading, line.span).is_some() || !line.text.contains(char::is_alphanumeric)
        })
    };
    let goes_on = |i: usize| {
        let line = lines[i];
        let below_name = !line::is_caps(lines[i - 1].text);
        match is_signature(reading, line) {
            true => true,
            false if line::is_caps(line.text) => {
                !below_name && !annex::is_attached_title(reading, line, tables)
            }
            false => is_name(line.text),
        }
    };
    (from + 1..lines.len())
        .find(|&i| {
            letterhead(i) || letterhead(i + 1) && line::is_caps(lines[i].text) || !goes_on(i)
        })
        .unwrap_or(lines.len())
}

/// Whether a line may be the name of somebody who signs, with rank or title: *Đại tướng Nguyễn
/// Văn A*, *GS.TS. Trần B*.
pub(super) fn is_name(line: &str) -> bool {
    const LONGEST: usize = 8;
    let words = line.split_whitespace().count();
    words <= LONGEST
        && line.starts_with(char::is_uppercase)
        && line
            .chars()
            .all(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, '.' | '-' | ','))
        && !line.ends_with(['.', ','])
}

/// Whether the line is the head of the list of recipients (*Nơi nhận:*).
pub(super) fn is_recipients(reading: &Reading<'_>, line: Line<'_>) -> bool {
    line.text.starts_with(['N', 'n'])
        && head(reading, line.span, &RECIPIENTS).is_some_and(|end| {
            let rest = reading.text()[end..line.span.end].trim_start();
            rest.is_empty() || rest.starts_with([':', '.', '-'])
        })
}

/// Whether the line is the head of the authentication of a consolidated text (Pháp lệnh
/// 01/2012/UBTVQH13, Điều 5).
pub(super) fn is_authentication(reading: &Reading<'_>, line: Line<'_>) -> bool {
    line.text.starts_with(['X', 'x']) && begins(reading, line.span, &AUTHENTICATION)
}

/// The head of the authentication at the end of a consolidated text.
pub(crate) fn authentication(reading: &Reading<'_>) -> Option<Span> {
    let mut lines = line::lines(reading).into_iter().rev().take(AUTHENTICATED);
    lines
        .find(|&line| is_authentication(reading, line))
        .map(|line| line.span)
}

/// Lines from the head of an authentication to the end of the page at most, notes and all.
const AUTHENTICATED: usize = 400;

/// Whether the line only says when and by whom the document was passed: *Luật này được Quốc hội … thông qua
/// ngày 27 tháng 6 năm 2025.*
pub(super) fn is_adoption(reading: &Reading<'_>, line: Line<'_>, tables: &Tables) -> bool {
    const PASSED: [&str; 3] = ["này", "đã", "được"];
    let head = reading.place_at(line.span.start);
    let Some((_, this)) = tables.kinds.announced_at(head) else {
        return false;
    };
    let says = |at: usize, word: usize| reading.slice(this.index() + at) == PASSED[word];
    let opens =
        head.start() == line.span.start && says(0, 0) && (says(1, 2) || says(1, 1) && says(2, 2));
    let Some((_, day)) = line.text.split_once("thông qua").filter(|_| opens) else {
        return false;
    };
    let ends = day.trim_end_matches(['.', '/', ' ']);
    // "… và có hiệu lực từ ngày …" belongs to the last article.
    ends.ends_with(|c: char| c.is_ascii_digit()) && !day.contains("hiệu lực")
}

/// Whether somebody signs in this line: with an office in capitals, alone or with the name of the
/// body, or under the authority of somebody.
pub(super) fn is_signature(reading: &Reading<'_>, line: Line<'_>) -> bool {
    if is_signed_note(reading, line) {
        return true;
    }
    is_authority(line) || is_office(reading, line)
}

/// Whether the line says under whose authority somebody signs (*KT. GIÁM ĐỐC*).
pub(super) fn is_authority(line: Line<'_>) -> bool {
    AUTHORITIES.iter().any(|a| line.text.starts_with(a)) && may_sign(line)
}

/// Whether the line is an office in capitals, alone or with the name of the body.
pub(super) fn is_office(reading: &Reading<'_>, line: Line<'_>) -> bool {
    may_sign(line) && begins(reading, line.span, &OFFICE)
}

fn may_sign(line: Line<'_>) -> bool {
    !line.text.ends_with([':', ';', ',']) && line::is_caps(line.text)
}

/// Whether the line says *(Đã ký)* in the place of the signature; what reads on is prose.
fn is_signed_note(reading: &Reading<'_>, line: Line<'_>) -> bool {
    let note = line.text.trim_start_matches(['(', '[', ' ']);
    let words = Span::new(line.span.end - note.len(), line.span.end);
    note.starts_with(['Đ', 'đ'])
        && head(reading, words, &SIGNED).is_some_and(|end| {
            let rest = reading.text()[end..line.span.end].trim_matches([')', ']', ' ', '.']);
            rest.is_empty() || rest.starts_with(':')
        })
}
