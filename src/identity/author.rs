//! Who issued a document where other lines than the letterhead tell: the kind line, the line that decides, the
//! authority of the signature.

use crate::body::IssuingBody;
use crate::number::{DocumentNumber, Notation};
use crate::outline::{Closing, Header};
use crate::reading::Reading;
use crate::span::{Found, Passage, Span};
use crate::text::fold;

/// The issuers of the document of `number`, of which the letterhead names `issuers`.
///
/// The offices of the Party's Central Committee share one letterhead, so that the kind line (*KẾT LUẬN CỦA BỘ
/// CHÍNH TRỊ*) or the signature (*T/M BAN BÍ THƯ*) says who speaks. Elsewhere the line that decides adds what the
/// letterhead leaves out: *CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …* below the title.
pub(super) fn issuers(
    reading: &Reading<'_>,
    header: &Header<'_>,
    closing: Option<&Closing<'_>>,
    number: &DocumentNumber,
    bodies: &[Found<'_, IssuingBody>],
    issuers: Vec<String>,
) -> Vec<String> {
    let named = || of_kind(reading.text(), header, bodies).map(|(body, _)| body);
    if number.notation() == Notation::Party && number.issuers() == ["TW"] {
        let signs = || of_signature(closing?, bodies);
        let author = named().or_else(signs);
        let author = author.filter(|body| body.place.is_none());
        return author.map_or(issuers, |body| vec![body.name.clone().into_owned()]);
    }
    let [letterhead] = issuers.as_slice() else {
        let told = issuers
            .is_empty()
            .then(|| of_decision(reading, header, bodies));
        let name = told.flatten().map(|body| committee(body).to_owned());
        return name.map_or(issuers, |name| vec![name]);
    };
    let short = fold::key(letterhead);
    let told = of_decision(reading, header, bodies).or_else(named);
    let whole = told.filter(|body| {
        let more = fold::key(committee(body));
        more.strip_prefix(&*short)
            .is_some_and(|rest| rest.starts_with(' '))
            && body.place.is_some()
    });
    match whole {
        Some(body) => vec![committee(body).to_owned()],
        None => issuers,
    }
}

/// The body itself, where its chairman decides: the letterhead names the committee.
fn committee(body: &IssuingBody) -> &str {
    match body.holder {
        Some(_) => body.name.strip_prefix("Chủ tịch ").unwrap_or(&body.name),
        None => &body.name,
    }
}

/// The author in front of the title, and the title behind him: *CỦA BỘ CHÍNH TRỊ về …*.
pub(super) fn of_kind<'b, 't>(
    text: &'t str,
    header: &Header<'_>,
    bodies: &'b [Found<'_, IssuingBody>],
) -> Option<(&'b IssuingBody, Option<Passage<'t>>)> {
    let subject = header.subject.as_ref()?.span;
    let words = subject.of(text);
    let name = fold::prefix(words, "của")?;
    let start = subject.start + name + words[name..].find(|c: char| !c.is_whitespace())?;
    let body = body_at(bodies, start).filter(|body| body.span.end <= subject.end)?;
    // "CỦA CHÍNH PHỦ SỐ 61/1998/NĐ-CP NGÀY 15 THÁNG 8 NĂM 1998 VỀ …".
    let words = &text[body.span.end..subject.end];
    let numbered = fold::prefix(words.trim_start(), "số").is_some();
    let rest = if numbered {
        behind_number(words)
    } else {
        words
    };
    let title = rest.trim_start();
    // "KẾT LUẬN⏎của Bộ trưởng tại cuộc họp …" tells more than who speaks.
    let apart = numbered
        || title.is_empty()
        || rest.starts_with('\n')
        || fold::prefix(title, "về").is_some();
    let title = Span::new(subject.end - title.len(), subject.end);
    let title = (!title.is_empty()).then(|| Passage::new(text, title));
    (apart && !body.value.generic).then_some((&body.value, title))
}

/// What stands behind the number and the day at the head of `words`.
fn behind_number(words: &str) -> &str {
    let mut rest = words;
    // *SỐ 60/2002/ QĐ-TTG*: a number may be parted by a space.
    let mut parted = false;
    loop {
        let word = rest.trim_start();
        let end = word.find(char::is_whitespace).unwrap_or(word.len());
        let label = || ["số", "ngày", "tháng", "năm"].map(|label| fold::prefix(word, label));
        let figures = word[..end].contains(|c: char| c.is_ascii_digit());
        if !parted && !figures && !label().into_iter().flatten().any(|len| len == end) {
            return rest;
        }
        parted = word[..end].ends_with(['/', '-']);
        rest = &word[end..];
        if rest.is_empty() {
            return rest;
        }
    }
}

/// The body that the line in capitals below the title names: who decides.
fn of_decision<'b>(
    reading: &Reading<'_>,
    header: &Header<'_>,
    bodies: &'b [Found<'_, IssuingBody>],
) -> Option<&'b IssuingBody> {
    let kind = header.kind.as_ref()?.span;
    let title = header.subject.as_ref().map_or(kind, |title| title.span);
    let lines = reading.lines();
    let next = lines.partition_point(|line| line.start < title.end.max(kind.end));
    let mut below = lines[next..].iter().map(|line| line.span());
    let line = below.find(|line| !line.of(reading.text()).trim().is_empty())?;
    let words = line.of(reading.text());
    let capitals = !words.contains(char::is_lowercase);
    let start = line.end - words.trim_start().len();
    let body = body_at(bodies, start).filter(|_| capitals)?;
    let alone = body.span.end == line.start + words.trim_end_matches([' ', ',', ':']).len();
    (alone && !body.value.generic).then_some(&body.value)
}

/// The body for which the signature stands: *T/M BỘ CHÍNH TRỊ*.
fn of_signature<'b>(
    closing: &Closing<'_>,
    bodies: &'b [Found<'_, IssuingBody>],
) -> Option<&'b IssuingBody> {
    let signature = closing.signature.as_ref()?;
    let name = ["T/M ", "T/M. ", "TM. ", "TM "]
        .into_iter()
        .find_map(|sign| signature.text.strip_prefix(sign))?;
    let body = body_at(bodies, signature.span.end - name.len())?;
    Some(&body.value)
}

fn body_at<'b, 't>(
    bodies: &'b [Found<'t, IssuingBody>],
    start: usize,
) -> Option<&'b Found<'t, IssuingBody>> {
    let next = bodies.partition_point(|body| body.span.start < start);
    bodies.get(next).filter(|body| body.span.start == start)
}
