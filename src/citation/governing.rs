//! The date and the issuer that govern a citation from the sentence it stands in.
//!
//! *Ngày 27/9/2019, Bộ Chính trị đã ban hành Nghị quyết số 52-NQ/TW …*: date, subject and verb
//! stand in front of the object. They govern that object alone and nothing nested in it.

use super::{Findings, Source, Stated, StatedDate, StatedIssuer};
use crate::registry::kinds;
use crate::span::Span;
use crate::text::cursor::{Cursor, phrase_before};
use crate::text::{fold, sentence};

/// Verbs whose subject issues their object; the longer of two that end alike first.
const VERBS: &[&str] = &[
    "ký ban hành",
    "ban hành",
    "thông qua",
    "công bố",
    "phát hành",
    "ký",
    "ra",
    "có",
];

/// What may stand between subject and verb.
const ADVERBS: &[&str] = &[
    "mới đây",
    "gần đây",
    "vừa qua",
    "chính thức",
    "kịp thời",
    "tiếp tục",
    "đã",
    "vừa",
    "mới",
    "cũng",
    "sẽ",
    "đồng thời",
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
    if findings.text[..span.start].ends_with('(') {
        return in_host_sentence(findings, span.start - 1, kind);
    }
    let stated = before_object(findings, span.start, Source::Sentence);
    if stated.issuer.is_some() || stated.verb.is_some() {
        return stated;
    }
    Stated {
        issuer: speaker(findings, span.start),
        ..stated
    }
}

/// What a body says in a letter of its own.
const SAYING: &[&str] = &[
    "ý kiến",
    "ý kiến chỉ đạo",
    "chỉ đạo",
    "ý kiến thẩm định",
    "ý kiến thống nhất",
    "thống nhất",
    "ý kiến tham gia",
    "ý kiến góp ý",
    "đề nghị",
    "kiến nghị",
    "đề xuất",
    "thẩm định",
    "kết quả thẩm định",
    "thẩm tra",
    "báo cáo",
    "tờ trình",
    "trình",
    "yêu cầu",
    "kết luận",
    "hướng dẫn",
    "trả lời",
    "phúc đáp",
    "thông báo",
    "chấp thuận",
];

/// The body that speaks in the cited letter: *theo ý kiến của BODY tại Công văn số …*, *theo đề
/// nghị của BODY và BODY tại Tờ trình số …*, *BODY đề nghị tại Công văn số …*.
fn speaker(findings: &Findings<'_, '_>, object: usize) -> Option<StatedIssuer> {
    let text = findings.text;
    let object = phrase_before(text, object, "các").unwrap_or(object);
    let at = ["tại", "theo", "trong"]
        .iter()
        .find_map(|word| phrase_before(text, object, word))?;
    let said = SAYING
        .iter()
        .filter_map(|saying| phrase_before(text, at, saying))
        .min();
    let mut end = trim(text, said.unwrap_or(at));
    let mut names: Vec<&str> = Vec::new();
    let mut first = end;
    while let Some(body) = findings.body_ending_at(end).filter(|b| !b.value.generic) {
        names.push(&body.value.name);
        first = body.span.start;
        let joined = phrase_before(text, first, "và").map(|and| trim(text, and));
        let comma = names.len() > 1 && text[..first].trim_end().ends_with(',');
        match joined.or(comma.then(|| trim(text, first))) {
            Some(left) => end = left,
            None => break,
        }
    }
    let of = phrase_before(text, first, "của");
    let saying = of.is_some_and(|of| {
        SAYING
            .iter()
            .any(|saying| phrase_before(text, of, saying).is_some())
    });
    if names.is_empty() || !saying && (said.is_none() || of.is_some() || names.len() > 1) {
        return None;
    }
    names.reverse();
    Some(StatedIssuer {
        name: names.join("; "),
        source: Source::Sentence,
    })
}

/// What governs the bracket that opens at byte `open`: the sentence in front of it names the
/// same kind of document as the object of a verb of issuing.
fn in_host_sentence(findings: &Findings<'_, '_>, open: usize, kind: Option<&str>) -> Stated {
    let Some(kind) = kind else {
        return Stated::default();
    };
    let start = sentence::start(findings.text, open);
    let words = findings.text[start..open].char_indices().filter(|&(i, c)| {
        c.is_uppercase() && !findings.text[..start + i].ends_with(char::is_alphanumeric)
    });
    words
        .filter(|&(i, _)| {
            kinds::head_at(findings.text, start + i).is_some_and(|(head, _)| head.name == kind)
        })
        .map(|(i, _)| before_object(findings, start + i, Source::Bracket))
        .filter(|stated| stated.date.is_some() || stated.issuer.is_some())
        .last()
        .unwrap_or_default()
}

/// Reads `[date ,] subject verb` leftwards from the object that begins at byte `object`.
fn before_object(findings: &Findings<'_, '_>, object: usize, source: Source) -> Stated {
    let text = findings.text;
    let Some((start, verb)) = VERBS
        .iter()
        .find_map(|verb| Some((phrase_before(text, object, verb)?, verb)))
    else {
        return Stated::default();
    };
    let length = fold::prefix(&text[start..], verb).unwrap_or_default();
    let verb = Span::new(start, start + length);
    let mut at = start;
    while let Some(start) = ADVERBS
        .iter()
        .find_map(|adverb| phrase_before(text, at, adverb))
    {
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
        stated.issuer = (!body.value.generic).then(|| StatedIssuer::of(body, source));
        at = body.span.start;
    }
    if stated.date.is_none()
        && stated.issuer.is_some()
        && let Some(date) = findings.date_ending_at(trim(text, at))
        && date.span.end >= sentence::start(text, at)
    {
        stated.date = StatedDate::of(date, source);
    }
    if stated.date.is_none() && (stated.issuer.is_some() || at < object) {
        stated.date = opening_date(findings, at, source);
    }
    stated
}

/// The date at the beginning of the sentence whose subject begins at byte `subject`.
fn opening_date(findings: &Findings<'_, '_>, subject: usize, source: Source) -> Option<StatedDate> {
    let start = sentence::start(findings.text, subject);
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

/// The body that issued the row of documents in which the citation at byte `at` stands:
/// *Bộ trưởng ban hành các văn bản triển khai, bao gồm Quyết định số …; Quyết định số …*.
pub(super) fn issuer_of_list<'a>(
    findings: &Findings<'a, '_>,
    at: usize,
) -> Option<(Span, &'a str)> {
    let start = sentence::start(findings.text, at);
    let first = findings
        .bodies
        .partition_point(|body| body.span.start < start);
    let last = findings.bodies.partition_point(|body| body.span.end < at);
    let bodies = findings.bodies.get(first..last)?.iter().rev();
    bodies.filter(|body| !body.value.generic).find_map(|body| {
        let mut cursor = Cursor::new(findings.text, body.span.end);
        cursor.space_or_break();
        while ADVERBS.iter().any(|adverb| cursor.phrase(adverb)) {
            cursor.space_or_break();
        }
        let start = cursor.pos();
        VERBS.iter().find(|verb| cursor.phrase(verb))?;
        let verb = Span::new(start, cursor.pos());
        let spaced = cursor.space_or_break();
        let many = cursor.any_phrase(SEVERAL).is_some() || !cursor.digits().is_empty();
        let row = &findings.text[cursor.pos().min(at)..at];
        let listed = row.contains("gồm ") || row.contains(" như ") || row.contains(':');
        (spaced && many && listed).then_some((verb, body.value.name.as_str()))
    })
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
