//! What a cited document is about (*trích yếu nội dung*).

use super::Findings;
use crate::span::{Passage, Span};
use crate::text::cursor::Cursor;

/// Words that lead the subject in and are no part of it.
const LEAD: &[(&str, ())] = &[("về việc", ()), ("v/v", ()), ("về", ())];

/// Verbs with which a subject may begin; they are part of it.
const VERBS: &[(&str, ())] = &[
    ("quy định", ()),
    ("hướng dẫn", ()),
    ("phê duyệt", ()),
    ("ban hành", ()),
    ("sửa đổi", ()),
    ("bổ sung", ()),
    ("bãi bỏ", ()),
    ("công bố", ()),
    ("thực hiện", ()),
    ("triển khai", ()),
    ("tổ chức", ()),
    ("tăng cường", ()),
    ("đẩy mạnh", ()),
];

/// What ends a subject in the middle of its sentence.
const STOPS: &[&str] = &[", qua đó", "(sau đây", "(gọi tắt", "(viết tắt", "(dưới đây"];

/// Reads the subject of the citation that ends at byte `end`. It has no clean right edge: it ends
/// at a semicolon, at the end of the sentence, at a bracket that closes around it, or where the
/// next citation is coordinated.
pub(super) fn read<'t>(findings: &Findings<'_, 't>, end: usize) -> Option<Passage<'t>> {
    let text = findings.text;
    let mut cursor = Cursor::new(text, end);
    if !cursor.space_or_break() {
        return None;
    }
    let led_in = cursor.any_phrase(LEAD).is_some() && cursor.space_or_break();
    let start = cursor.pos();
    if !led_in && cursor.any_phrase(VERBS).is_none() {
        return None;
    }
    let limit = findings.sentence_end(start);
    let mut stop = right_edge(&text[start..limit]);
    if let Some(cut) = coordinated_citation(findings, &text[start..start + stop]) {
        stop = cut;
    }
    let words = text[start..start + stop].trim_end_matches([' ', '\n', ',']);
    (!words.is_empty()).then(|| Passage::new(text, Span::new(start, start + words.len())))
}

/// The length of the subject at the start of `rest`, which reaches to the end of its sentence.
fn right_edge(rest: &str) -> usize {
    let mut open = 0usize;
    let mut quoted = false;
    for (i, c) in rest.char_indices() {
        match c {
            '“' => quoted = true,
            '”' if quoted => quoted = false,
            '”' => return i,
            ';' if !quoted => return i,
            '(' if STOPS.iter().any(|stop| rest[i..].starts_with(stop)) => return i,
            ',' if !quoted && STOPS.iter().any(|stop| rest[i..].starts_with(stop)) => return i,
            '(' => open += 1,
            ')' if open == 0 => return i,
            ')' => open -= 1,
            _ => {}
        }
    }
    rest.len()
}

/// Where `, Quyết định số …` or ` và Nghị định số …` begins within a subject.
fn coordinated_citation(findings: &Findings<'_, '_>, subject: &str) -> Option<usize> {
    [", ", " và "]
        .into_iter()
        .flat_map(|joint| subject.match_indices(joint))
        .filter(|(at, joint)| {
            let start = at + joint.len();
            let head = findings.tables.kinds.head_at(subject, start);
            head.is_some_and(|(_, end)| {
                let mut cursor = Cursor::new(subject, end);
                cursor.spaces() && cursor.phrase("số")
            })
        })
        .map(|(at, _)| at)
        .min()
}
