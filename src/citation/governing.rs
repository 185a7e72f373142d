//! The date and the issuer that govern a citation from the sentence it stands in.
//!
//! *Ngày 27/9/2019, Bộ Chính trị đã ban hành Nghị quyết số 52-NQ/TW …*: date, subject and verb
//! stand in front of the object. They govern that object alone and nothing nested in it.

use super::find::Stated;
use super::{Findings, Source, StatedDate, StatedIssuer};
use crate::span::Span;
use crate::text::cursor::{Cursor, any_before, phrase_before};

/// Verbs whose subject issues their object; the longer of two that end alike first.
const VERBS: &[(&str, ())] = &[
    ("ký ban hành", ()),
    ("ban hành", ()),
    ("thông qua", ()),
    ("công bố", ()),
    ("phát hành", ()),
    ("ký", ()),
    ("ra", ()),
    ("có", ()),
];

/// What may stand between subject and verb.
const ADVERBS: &[(&str, ())] = &[
    ("mới đây", ()),
    ("gần đây", ()),
    ("vừa qua", ()),
    ("chính thức", ()),
    ("kịp thời", ()),
    ("tiếp tục", ()),
    ("đã", ()),
    ("vừa", ()),
    ("mới", ()),
    ("cũng", ()),
    ("sẽ", ()),
    ("đồng thời", ()),
];

/// Words that say the object is more than one document.
const SEVERAL: &[(&str, ())] = &[
    ("các", ()),
    ("những", ()),
    ("một số", ()),
    ("nhiều", ()),
    ("hai", ()),
    ("ba", ()),
    ("bốn", ()),
];

/// How far the date that opens a sentence may be from the subject, in bytes: room for a place.
const NEAR: usize = 80;

/// What governs the citation at `span`; `kind` is its kind word.
pub(super) fn read(findings: &Findings<'_, '_>, span: Span, kind: Option<&str>) -> Stated {
    let stated = issuing(findings, span, kind);
    if !stated.issuers.is_empty() || stated.verb.is_some() {
        return stated;
    }
    Stated {
        issuers: speaker(findings, span.start),
        ..stated
    }
}

/// Whether a verb of issuing stands in front of byte `at`.
pub(crate) fn is_issued(findings: &Findings<'_, '_>, at: usize) -> bool {
    any_before(findings.text, at, VERBS).is_some()
}

/// The verb of issuing that has the document at `span` for its object, with its subject and date.
pub(crate) fn issuing(findings: &Findings<'_, '_>, span: Span, kind: Option<&str>) -> Stated {
    if findings.text[..span.start].ends_with('(') {
        return in_host_sentence(findings, span.start - 1, kind);
    }
    before_object(findings, span.start, Source::Sentence)
}

/// What a body says in a letter of its own.
const SAYING: &[(&str, ())] = &[
    ("ý kiến", ()),
    ("ý kiến chỉ đạo", ()),
    ("chỉ đạo", ()),
    ("ý kiến thẩm định", ()),
    ("ý kiến thống nhất", ()),
    ("thống nhất", ()),
    ("ý kiến tham gia", ()),
    ("ý kiến góp ý", ()),
    ("đề nghị", ()),
    ("kiến nghị", ()),
    ("đề xuất", ()),
    ("thẩm định", ()),
    ("kết quả thẩm định", ()),
    ("thẩm tra", ()),
    ("báo cáo", ()),
    ("tờ trình", ()),
    ("trình", ()),
    ("yêu cầu", ()),
    ("kết luận", ()),
    ("hướng dẫn", ()),
    ("trả lời", ()),
    ("phúc đáp", ()),
    ("thông báo", ()),
    ("chấp thuận", ()),
];

/// The body that speaks in the cited letter: *theo ý kiến của BODY tại Công văn số …*, *theo đề
/// nghị của BODY và BODY tại Tờ trình số …*, *BODY đề nghị tại Công văn số …*.
fn speaker(findings: &Findings<'_, '_>, object: usize) -> Vec<StatedIssuer> {
    let text = findings.text;
    let object = phrase_before(text, object, "các").unwrap_or(object);
    let Some((at, ())) = any_before(text, object, &[("tại", ()), ("theo", ()), ("trong", ())])
    else {
        return Vec::new();
    };
    let said = any_before(text, at, SAYING).map(|(start, ())| start);
    let mut end = trim(text, said.unwrap_or(at));
    let mut names: Vec<StatedIssuer> = Vec::new();
    let mut first = end;
    while let Some(body) = findings.body_ending_at(end).filter(|b| !b.value.generic) {
        names.push(StatedIssuer::of(body, Source::Sentence));
        first = body.span.start;
        let joined = phrase_before(text, first, "và").map(|and| trim(text, and));
        let comma = names.len() > 1 && text[..first].trim_end().ends_with(',');
        match joined.or(comma.then(|| trim(text, first))) {
            Some(left) => end = left,
            None => break,
        }
    }
    let of = phrase_before(text, first, "của");
    let saying = of.is_some_and(|of| any_before(text, of, SAYING).is_some());
    if names.is_empty() || !saying && (said.is_none() || of.is_some() || names.len() > 1) {
        return Vec::new();
    }
    names.reverse();
    names
}

/// What governs the bracket that opens at byte `open`: the sentence in front of it names the
/// same kind of document as the object of a verb of issuing.
fn in_host_sentence(findings: &Findings<'_, '_>, open: usize, kind: Option<&str>) -> Stated {
    let Some(kind) = kind else {
        return Stated::default();
    };
    let start = findings.sentence_start(open);
    let words = findings.text[start..open].char_indices().filter(|&(i, c)| {
        c.is_uppercase() && !findings.text[..start + i].ends_with(char::is_alphanumeric)
    });
    words
        .filter(|&(i, _)| {
            findings
                .tables
                .kinds
                .head_at(findings.text, start + i)
                .is_some_and(|(head, _)| head.name == kind)
        })
        .map(|(i, _)| before_object(findings, start + i, Source::Bracket))
        .filter(|stated| stated.date.is_some() || !stated.issuers.is_empty())
        .last()
        .unwrap_or_default()
}

/// Reads `[date ,] subject verb` leftwards from the object that begins at byte `object`.
fn before_object(findings: &Findings<'_, '_>, object: usize, source: Source) -> Stated {
    let text = findings.text;
    let Some((start, ())) = any_before(text, object, VERBS) else {
        return Stated::default();
    };
    let verb = Span::new(start, text[..object].trim_end().len());
    let mut at = start;
    while let Some((start, ())) = any_before(text, at, ADVERBS) {
        at = start;
    }
    let mut at = trim(text, at);
    let mut stated = Stated {
        verb: Some(verb),
        ..Stated::default()
    };
    if let Some(date) = findings.date_ending_at(at) {
        stated.date = StatedDate::of(date, source);
        at = trim(text, date.span.start);
    }
    if let Some(body) = findings.body_ending_at(at) {
        let named = (!body.value.generic).then(|| StatedIssuer::of(body, source));
        stated.issuers = named.into_iter().collect();
        at = body.span.start;
    }
    if stated.date.is_none()
        && !stated.issuers.is_empty()
        && let Some(date) = findings.date_ending_at(trim(text, at))
        && date.span.end >= findings.sentence_start(at)
    {
        stated.date = StatedDate::of(date, source);
    }
    if stated.date.is_none() && (!stated.issuers.is_empty() || at < object) {
        stated.date = opening_date(findings, at, source);
    }
    stated
}

/// The date at the beginning of the sentence whose subject begins at byte `subject`.
fn opening_date(findings: &Findings<'_, '_>, subject: usize, source: Source) -> Option<StatedDate> {
    let start = findings.sentence_start(subject);
    let first = findings
        .dates
        .partition_point(|date| date.span.start < start);
    let date = findings.dates.get(first)?;
    let opens = date.span.start - start <= NEAR
        && !findings.text[start..date.span.start].contains([',', ';', ':']);
    let between = findings.text.get(date.span.end..subject)?;
    let near = between.len() <= NEAR && !between.contains([';', ':', '(']);
    (opens && near).then(|| StatedDate::of(date, source))?
}

/// A body that issues a row of documents: *Bộ trưởng ban hành các văn bản triển khai, bao gồm Quyết
/// định số …; Quyết định số …*.
#[derive(Clone, Debug)]
pub(super) struct ListIssuer {
    pub(super) verb: Span,
    /// Its place in the row of bodies.
    pub(super) body: usize,
    /// Where the row begins.
    pub(super) from: usize,
}

/// The bodies of the sentence at `around` that issue rows of documents, in order.
pub(super) fn list_issuers(findings: &Findings<'_, '_>, around: Span) -> Vec<ListIssuer> {
    let text = findings.text;
    let first = findings
        .bodies
        .partition_point(|body| body.span.start < around.start);
    let bodies = (first..)
        .zip(&findings.bodies[first..])
        .take_while(|(_, body)| body.span.end <= around.end);
    let mut issuers = Vec::new();
    for (at, body) in bodies.filter(|(_, body)| !body.value.generic) {
        let mut cursor = Cursor::new(text, body.span.end);
        cursor.space_or_break();
        while cursor.any_phrase(ADVERBS).is_some() {
            cursor.space_or_break();
        }
        let start = cursor.pos();
        if cursor.any_phrase(VERBS).is_none() {
            continue;
        }
        let verb = Span::new(start, cursor.pos());
        let spaced = cursor.space_or_break();
        let many = cursor.any_phrase(SEVERAL).is_some() || !cursor.digits().is_empty();
        cursor.space_or_break();
        // "Tòa án có các nhiệm vụ sau đây: …" issues nothing.
        let documents = findings.tables.kinds.head_at(text, cursor.pos()).is_some();
        let row = text.get(cursor.pos()..around.end).unwrap_or_default();
        let listed = ["gồm ", " như ", ":"]
            .iter()
            .filter_map(|word| row.find(word))
            .min();
        if let Some(listed) = listed.filter(|_| spaced && many && documents) {
            issuers.push(ListIssuer {
                verb,
                body: at,
                from: cursor.pos() + listed,
            });
        }
    }
    issuers
}

/// The end of the words before byte `at`, spaces, a comma and a bracketed remark left out.
fn trim(text: &str, at: usize) -> usize {
    let left = text[..at].trim_end_matches([' ', '\n', ',']);
    let outside = match left.strip_suffix(')').and_then(|inner| inner.rfind('(')) {
        Some(open) => left[..open].trim_end(),
        None => left,
    };
    outside.len()
}
