//! Running heads, page numbers and the stamps of electronic signatures.
//!
//! All of them stand where one page ends and the next begins, in the midst of a paragraph as often
//! as not. They are taken out with the empty lines around them, so that the paragraph goes on.

use memchr::{memchr, memchr_iter, memmem};

use super::rewrite::{Rewriter, Rewritten};
use crate::span::Span;

/// Something taken out of the text because it belongs to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Aside {
    pub(crate) kind: AsideKind,
}

/// What was taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AsideKind {
    /// *CÔNG BÁO/Số 302/Ngày 20-5-2026*
    RunningHead,
    /// *12*, *- 12 -*
    PageNumber,
    /// *Ký bởi: … Cơ quan: … Ngày ký: 2026-05-21 08:05:48 +07:00*
    SignatureStamp,
}

/// What [`set_aside`] yields; spans are of the text handed in.
pub(super) struct Page {
    pub(super) aside: Vec<(Span, AsideKind)>,
    pub(super) rewritten: Rewritten,
}

/// Takes out of `text` what belongs to its pages.
pub(super) fn set_aside(text: &str) -> Page {
    let mut aside = Vec::new();
    running_heads(text, &mut aside);
    signature_stamps(text, &mut aside);
    aside.sort_unstable_by_key(|&(span, _)| span.start);
    aside.dedup_by(|b, a| a.0.overlaps(b.0));
    page_numbers(text, &mut aside);
    let mut breaks: Vec<Span> = memchr_iter(b'\x0c', text.as_bytes())
        .map(|at| Span::new(at, at + 1))
        .chain(aside.iter().map(|&(span, _)| span))
        .collect();
    breaks.sort_unstable();
    let mut rewriter = Rewriter::new(text);
    let mut gap: Option<Span> = None;
    for span in breaks {
        let wider = around(text, span);
        match &mut gap {
            Some(gap) if wider.start <= gap.end => gap.end = gap.end.max(wider.end),
            _ => {
                close(text, &mut rewriter, gap);
                gap = Some(wider);
            }
        }
    }
    close(text, &mut rewriter, gap);
    Page {
        aside,
        rewritten: rewriter.finish(),
    }
}

/// Puts a line end in the place of `gap`, nothing at either end of the text.
fn close(text: &str, rewriter: &mut Rewriter<'_>, gap: Option<Span>) {
    if let Some(gap) = gap {
        let inside = gap.start > 0 && gap.end < text.len();
        rewriter.replace(gap, if inside { "\n" } else { "" });
    }
}

/// `span` with the space and the line ends around it; the indent of the line behind it stays.
fn around(text: &str, span: Span) -> Span {
    let start = text[..span.start].trim_end().len();
    let rest = &text[span.end..];
    let blank = rest.len() - rest.trim_start().len();
    let end = match memchr::memrchr(b'\n', &rest.as_bytes()[..blank]) {
        Some(line_end) if blank < rest.len() => span.end + line_end + 1,
        _ => span.end + blank,
    };
    Span::new(start, end)
}

/// Heads of the Official Gazette, with the page number on their line.
fn running_heads(text: &str, aside: &mut Vec<(Span, AsideKind)>) {
    const NAME: &str = "CÔNG BÁO";
    let mut behind = 0;
    for start in memmem::find_iter(text.as_bytes(), NAME) {
        if start < behind {
            continue;
        }
        let Some(len) = gazette_head(&text[start + NAME.len()..]) else {
            continue;
        };
        let end = start + NAME.len() + len;
        let head = match number_before(text, start, behind) {
            Some(number) => Span::new(number, end),
            None => Span::new(start, number_behind(text, end).unwrap_or(end)),
        };
        aside.push((head, AsideKind::RunningHead));
        behind = head.end;
    }
}

/// How many bytes of `rest` are `/Số 302 + 303/Ngày 20-5-2026`.
fn gazette_head(rest: &str) -> Option<usize> {
    let spaces = |s: &str| s.trim_start_matches([' ', '\t', '/']).len();
    let mut at = &rest[rest.len() - spaces(rest)..];
    if !rest[..rest.len() - at.len()].contains('/') {
        return None;
    }
    at = at.strip_prefix("Số")?;
    at = at.trim_start_matches(|c: char| c.is_ascii_digit() || " \t+-–/.".contains(c));
    at = at
        .strip_prefix("Ngày")
        .or_else(|| at.strip_prefix("ngày"))?;
    at = at.trim_start_matches([' ', '\t']);
    let date = at.len()
        - at.trim_start_matches(|c: char| c.is_ascii_digit() || "-/.".contains(c))
            .len();
    let date = at[..date].trim_end_matches(['-', '/', '.']).len();
    (date > 0).then(|| rest.len() - at.len() + date)
}

/// Where the page number before a head on the same line begins: alone there, or behind the end of
/// a clause.
fn number_before(text: &str, head: usize, behind: usize) -> Option<usize> {
    let kept = text[behind..head].trim_end_matches([' ', '\t']);
    let words = kept.trim_end_matches(|c: char| c.is_ascii_digit());
    let last = words.trim_end_matches([' ', '\t']);
    let stands = last.is_empty()
        || last.ends_with(['\n', '\x0c'])
        || last.len() < words.len() && last.ends_with(['.', ';', ':', ',', '/']);
    (stands && (1..=4).contains(&(kept.len() - words.len()))).then_some(behind + words.len())
}

/// Where the page number behind a head on the same line ends.
fn number_behind(text: &str, head: usize) -> Option<usize> {
    let rest = &text[head..];
    let number = rest.trim_start_matches([' ', '\t']);
    let after = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let apart = number.len() < rest.len()
        && (after.is_empty() || after.starts_with([' ', '\t', '\n', '\x0c']));
    (apart && (1..=4).contains(&(number.len() - after.len()))).then(|| text.len() - after.len())
}

/// How many bytes a stamp may have: four fields, each perhaps wrapped.
const LONGEST_STAMP: usize = 480;

/// Blocks that begin with the signer and end with the second of signing.
fn signature_stamps(text: &str, aside: &mut Vec<(Span, AsideKind)>) {
    const SIGNER: [&str; 2] = ["Ký bởi:", "Người ký:"];
    // *Ngày ký:*, *Thời gian ký:*
    const TIME: &str = " ký:";
    for at in memmem::find_iter(text.as_bytes(), TIME) {
        let end = at + TIME.len();
        let Some(len) = time_of_signing(&text[end..]) else {
            continue;
        };
        let mut from = at.saturating_sub(LONGEST_STAMP);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let block = &text.as_bytes()[from..at];
        let signers = SIGNER.map(|signer| memmem::rfind(block, signer.as_bytes()));
        if let Some(start) = signers.into_iter().flatten().max() {
            aside.push((
                Span::new(from + start, end + len),
                AsideKind::SignatureStamp,
            ));
        }
    }
}

/// How many bytes of `rest` are a day with a clock: ` 2026-05-21 08:05:48 +07:00`. It may be
/// wrapped between its parts.
fn time_of_signing(rest: &str) -> Option<usize> {
    let sign = |c: char| c.is_ascii_digit() || "-/.:+ \n\tT'".contains(c);
    let mut len = rest.len() - rest.trim_start_matches(sign).len();
    let clock = memchr(b':', &rest.as_bytes()[..len])?;
    // A zone ends it; without one, the line that holds the seconds does.
    len = match rest[clock..len].find('+') {
        Some(plus) => {
            let zone = clock + plus + 1;
            let digits = |c: char| c.is_ascii_digit() || c == ':' || c == '\'';
            len.min(zone + rest[zone..].len() - rest[zone..].trim_start_matches(digits).len())
        }
        None => {
            let digits = |c: char| c.is_ascii_digit() || c == ':';
            clock + rest[clock..].len() - rest[clock..].trim_start_matches(digits).len()
        }
    };
    let digits = rest[..len].bytes().filter(u8::is_ascii_digit).count();
    (digits >= 10).then_some(len)
}

/// The line of a paragraph is at least so long, in bytes.
const LINE: usize = 70;

/// Numbers on a line of their own: next to what was set aside already, next to a page break,
/// between dashes, or where the sentence around them goes on.
fn page_numbers(text: &str, aside: &mut Vec<(Span, AsideKind)>) {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut start = 0;
    for end in memchr_iter(b'\n', bytes).chain([text.len()]) {
        let (from, to) = (start, end);
        start = end + 1;
        // A page number is short, its line too, but for the space before it.
        let Some(number) = lone_number(&text[from..to]) else {
            continue;
        };
        let span = Span::new(from + number.start, from + number.end);
        let before = text[..from].trim_end_matches([' ', '\t', '\n']);
        let after = text[to..].trim_start_matches([' ', '\t', '\n']);
        let after_at = text.len() - after.len();
        let dashed = bytes[span.start] == b'-';
        let feed = before.ends_with('\x0c') || after.starts_with('\x0c');
        let i = aside.partition_point(|&(other, _)| other.start < span.start);
        let near = |other: Option<&(Span, AsideKind)>, forward: bool| {
            other.is_some_and(|&(other, kind)| {
                kind != AsideKind::PageNumber
                    && if forward {
                        other.start == after_at
                    } else {
                        other.end == before.len()
                    }
            })
        };
        let head = near(i.checked_sub(1).map(|i| &aside[i]), false) || near(aside.get(i), true);
        let apart = text[before.len()..from].matches('\n').count() >= 2
            && text[to..after_at].matches('\n').count() >= 2;
        // Lines as long as these are those of a paragraph, not of a table.
        let long = before.len() - before.rfind('\n').map_or(0, |at| at + 1) >= LINE
            && after.find('\n').unwrap_or(after.len()) >= LINE;
        let goes_on = (apart || long)
            && before.ends_with(|c: char| c.is_alphanumeric() || c == ',')
            && after.starts_with(char::is_lowercase);
        if dashed || feed || head || goes_on {
            found.push((span, AsideKind::PageNumber));
        }
    }
    if !found.is_empty() {
        aside.append(&mut found);
        aside.sort_unstable_by_key(|&(span, _)| span.start);
        aside.dedup_by(|b, a| a.0.overlaps(b.0));
    }
}

/// Where `12` or `- 12 -` stands when it is all that is on a line.
fn lone_number(line: &str) -> Option<Span> {
    let blank = |b: &u8| matches!(b, b' ' | b'\t' | 0x0c);
    let left = &line[line.bytes().take_while(blank).count()..];
    if !left.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        return None;
    }
    let number = left.trim_end_matches([' ', '\t', '\x0c', '\r']);
    let bare = match number.strip_prefix('-') {
        Some(inner) => inner.strip_suffix('-')?.trim_matches(' '),
        None => number,
    };
    let start = line.len() - left.len();
    ((1..=4).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit()))
        .then(|| Span::new(start, start + number.len()))
}
