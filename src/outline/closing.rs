//! What stands below the units: recipients and signatures. Found by layout (Nghị định
//! 30/2020/NĐ-CP, Điều 8 and Phụ lục I; for Party documents Hướng dẫn 36-HD/VPTW).

use super::annex;
use super::header::national;
use super::line::{self, Line};
use super::walk::Walk;
use crate::carry::carried;
use crate::span::Passage;
use crate::tables::Tables;
use crate::text::fold;

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
    text: &'t str,
    lines: &[Line<'t>],
    walk: &Walk<'_>,
    tables: &Tables,
) -> Option<Closing<'t>> {
    let end = walk.annex.unwrap_or(text.len());
    let start = walk.closing.unwrap_or(0);
    let from = lines.partition_point(|line| line.span.start < start);
    let to = lines.partition_point(|line| line.span.start < end);
    let lines = &lines[from..to];
    // Without articles the last list of recipients counts, and only what stands below it signs.
    let recipients = match walk.closing {
        Some(_) => lines.iter().position(|l| is_recipients(l.text)),
        None => Some(lines.iter().rposition(|l| is_recipients(l.text))?),
    };
    let below = match walk.closing {
        Some(_) => 0,
        None => recipients?,
    };
    let signature = (below..lines.len()).find(|&i| is_signature(lines[i].text));
    let passage =
        |from: usize, to: usize| Passage::new(text, lines[from].span.to(lines[to - 1].span));
    let closing = Closing {
        recipients: recipients.map(|from| passage(from, end_of_recipients(lines, from))),
        signature: signature.map(|from| passage(from, end_of_signature(lines, from, tables))),
    };
    (closing.recipients.is_some() || closing.signature.is_some()).then_some(closing)
}

/// Index past the last line of the recipients: each has a dash, is the note of the file copy
/// (*Lưu: VT*), or goes on with the line above.
fn end_of_recipients(lines: &[Line<'_>], from: usize) -> usize {
    let goes_on = |i: usize| {
        let (above, line) = (lines[i - 1].text, lines[i].text);
        let item = line.starts_with(['-', '–', '—', '+', '•', '*'])
            && line.chars().any(char::is_alphanumeric);
        let wrapped = i > from + 1 && !above.ends_with([';', '.']) && !line::is_caps(line);
        item || wrapped || fold::prefix(line, "lưu").is_some()
    };
    (from + 1..lines.len())
        .find(|&i| is_signature(lines[i].text) || !goes_on(i))
        .unwrap_or(lines.len())
}

/// Index past the last line of the signatures: offices in capitals, then rank and name, and the
/// same again for everybody who signs.
fn end_of_signature(lines: &[Line<'_>], from: usize, tables: &Tables) -> usize {
    let letterhead = |i: usize| {
        lines.get(i).is_some_and(|line| {
            national(line.text).is_some() || !line.text.contains(char::is_alphanumeric)
        })
    };
    let goes_on = |i: usize| {
        let line = lines[i].text;
        let below_name = !line::is_caps(lines[i - 1].text);
        match is_signature(line) {
            true => true,
            false if line::is_caps(line) => !below_name && !annex::is_attached_title(line, tables),
            false => is_name(line),
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
fn is_name(line: &str) -> bool {
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
pub(super) fn is_recipients(line: &str) -> bool {
    line.starts_with(['N', 'n'])
        && fold::prefix(line, "nơi nhận").is_some_and(|end| {
            let rest = line[end..].trim_start();
            rest.is_empty() || rest.starts_with([':', '.', '-'])
        })
}

/// Whether the line is the head of the authentication of a consolidated text (Pháp lệnh
/// 01/2012/UBTVQH13, Điều 5).
pub(super) fn is_authentication(line: &str) -> bool {
    line.starts_with(['X', 'x']) && fold::prefix(line, "xác thực văn bản hợp nhất").is_some()
}

/// Offices that sign. A signature line is one of them in capitals, alone or with the name of the
/// body, or starts with the authority under which somebody signs.
const OFFICES: [&str; 29] = [
    "bộ trưởng",
    "thứ trưởng",
    "chủ tịch",
    "phó chủ tịch",
    "chủ nhiệm",
    "phó chủ nhiệm",
    "thủ tướng",
    "phó thủ tướng",
    "thống đốc",
    "phó thống đốc",
    "tổng thanh tra",
    "tổng kiểm toán",
    "chánh án",
    "viện trưởng",
    "tổng giám đốc",
    "giám đốc",
    "phó giám đốc",
    "cục trưởng",
    "tổng cục trưởng",
    "vụ trưởng",
    "chánh văn phòng",
    "hiệu trưởng",
    "tổng bí thư",
    "bí thư",
    "trưởng ban",
    "trưởng phòng",
    "trưởng đoàn",
    "chánh thanh tra",
    "tư lệnh",
];

/// Signing on behalf of, for, by order of, by delegation of, acting (Nghị định 30/2020/NĐ-CP,
/// Phụ lục I, phần II, mục 7; the Party writes `T/M`, `K/T`, `T/L`).
const AUTHORITIES: [&str; 12] = [
    "TM.", "T.M", "T/M", "KT.", "K.T", "K/T", "TL.", "T/L", "TUQ.", "TUN.", "Q.", "QUYỀN ",
];

/// Whether somebody signs in this line.
pub(super) fn is_signature(line: &str) -> bool {
    if is_signed_note(line) {
        return true;
    }
    if !line::is_caps(line) || line.ends_with([':', ';', ',']) {
        return false;
    }
    AUTHORITIES.iter().any(|a| line.starts_with(a)) || line::starts_with_any(line, &OFFICES)
}

/// Whether the line says *(Đã ký)* in the place of the signature; what reads on is prose.
fn is_signed_note(line: &str) -> bool {
    let note = line.trim_start_matches(['(', '[', ' ']);
    note.starts_with(['Đ', 'đ'])
        && ["đã ký", "đã kí"].iter().any(|words| {
            fold::prefix(note, words).is_some_and(|end| {
                let rest = note[end..].trim_matches([')', ']', ' ', '.']);
                rest.is_empty() || rest.starts_with(':')
            })
        })
}
