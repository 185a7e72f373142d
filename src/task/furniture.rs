//! Page furniture: what stands around a text on a news page, a portal or in the Gazette and is
//! no part of it.

use once_cell::sync::Lazy;

use super::lines::{self, Line};
use super::vocabulary::{ONSETS, onset, prefix};
use crate::carry::placeless;
use crate::span::{Finds, Found, Span};
use crate::tables::FURNITURE;
use crate::text::cursor::Cursor;

/// A stretch of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Furniture {
    /// What it is.
    pub kind: FurnitureKind,
}

/// The kinds of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum FurnitureKind {
    /// A block of other articles (*Cùng chuyên mục*, *Tin liên quan*), its header included.
    Related,
    /// A link to another article or to the whole of this one (*Xem thêm: …*).
    ReadMore,
    /// A visitor counter (*Đang online: 3*).
    Counter,
    /// Words of a comment form.
    CommentForm,
    /// The caption of an image.
    Caption,
    /// Author, source or newsroom.
    Byline,
    /// Buttons for sharing, printing, changing the size of letters; tags.
    Share,
    /// Where the page stands in its site (*Trang chủ > …*).
    Breadcrumb,
    /// Links to attached files (*File đính kèm*).
    Attachment,
    /// Left-overs of advertising and tracking (*fbpx*).
    Tracking,
    /// Copyright, licence and address of the site.
    Footer,
    /// The running head of the Official Gazette (*CÔNG BÁO/Số … /Ngày …*).
    RunningHead,
    /// The stamp of an electronic signature (*Ký bởi: … Cơ quan: … Ngày ký: …*).
    SignatureStamp,
    /// A page number on a line of its own.
    PageNumber,
    /// The day (and time) a page was put up, on a line of its own.
    Dateline,
    /// The sign of a news agency before a text (*(PLVN) -*).
    AgencyTag,
}

impl FurnitureKind {
    fn named(name: &str) -> Self {
        match name {
            "related" => Self::Related,
            "read_more" => Self::ReadMore,
            "counter" => Self::Counter,
            "comment_form" => Self::CommentForm,
            "caption" => Self::Caption,
            "byline" => Self::Byline,
            "share" => Self::Share,
            "breadcrumb" => Self::Breadcrumb,
            "attachment" => Self::Attachment,
            "tracking" => Self::Tracking,
            "footer" => Self::Footer,
            "running_head" => Self::RunningHead,
            "dateline" => Self::Dateline,
            _ => unreachable!("furniture.tsv has no other kind"),
        }
    }
}

placeless!(Furniture);

/// The page furniture of `text`, in order, without overlaps.
///
/// Numbers, dates and bodies in it belong to the page, not to what the page tells.
///
/// ```
/// use vanban::task::{furniture, FurnitureKind};
/// let found = furniture("Bộ Tư pháp họp.\nĐang online: 3\nTin liên quan\nSở Y tế họp");
/// let kinds: Vec<_> = found.map(|f| (f.text, f.value.kind)).collect();
/// assert_eq!(kinds, [
///     ("Đang online: 3".into(), FurnitureKind::Counter),
///     ("Tin liên quan\nSở Y tế họp".into(), FurnitureKind::Related),
/// ]);
/// ```
pub fn furniture(text: &str) -> Finds<Found<'_, Furniture>> {
    of_lines(text, &lines::of(text)).into()
}

/// The furniture among the lines of `text`.
pub(super) fn of_lines<'t>(text: &'t str, lines: &[Line]) -> Vec<Found<'t, Furniture>> {
    let mut found: Vec<Found<'_, Furniture>> = Vec::new();
    for line in lines {
        let (span, kind) = match line.furniture {
            Some(kind) => (line.span, kind),
            None => match agency_tag(line.span.of(text)) {
                Some(bytes) => {
                    let span = Span::new(line.span.start, line.span.start + bytes);
                    (span, FurnitureKind::AgencyTag)
                }
                None => continue,
            },
        };
        match found.last_mut() {
            Some(last) if kind == FurnitureKind::Related && last.value.kind == kind => {
                *last = Found::new(text, last.span.to(span), last.value);
            }
            _ => found.push(Found::new(text, span, Furniture { kind })),
        }
    }
    found
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Line,
    Start,
    Count,
}

struct Phrase {
    /// In lower case, up to its last letter or digit.
    words: &'static str,
    /// What follows these: a colon, an arrow.
    sign: &'static str,
    kind: FurnitureKind,
    place: Place,
}

/// The phrases by their [`onset`].
static PHRASES: Lazy<Vec<Vec<Phrase>>> = Lazy::new(|| {
    let mut phrases: Vec<Vec<Phrase>> = Vec::new();
    phrases.resize_with(ONSETS, Vec::new);
    for [phrase, kind, place] in FURNITURE.rows() {
        let place = match place {
            "line" => Place::Line,
            "count" => Place::Count,
            _ => Place::Start,
        };
        let words = phrase.trim_end_matches(|c: char| !c.is_alphanumeric());
        let sign = &phrase[words.len()..];
        let kind = FurnitureKind::named(kind);
        phrases[onset(phrase)].push(Phrase {
            words,
            sign,
            kind,
            place,
        });
    }
    phrases
});

/// Longer lines are prose.
const LONGEST: usize = 240;

/// What a trimmed line is when it is furniture by its own words.
pub(super) fn of_line(line: &str) -> Option<FurnitureKind> {
    let first = line.chars().next().filter(|_| line.len() <= LONGEST)?;
    if first.is_ascii_digit() || first == '-' {
        if is_page_number(line) {
            return Some(FurnitureKind::PageNumber);
        }
        // The running head stands behind the number of an even page.
        let head = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        if head.len() < line.len()
            && ["CÔNG BÁO/", "CÔNG BÁO /"]
                .iter()
                .any(|name| head.starts_with(name))
        {
            return Some(FurnitureKind::RunningHead);
        }
    }
    let mut known = PHRASES[onset(line)].iter();
    if let Some(phrase) = known.find(|phrase| phrase.fits(line)) {
        return Some(phrase.kind);
    }
    if matches!(first, '0'..='9' | 'n' | 't' | 'c' | 'N' | 'T' | 'C') && is_dateline(line) {
        return Some(FurnitureKind::Dateline);
    }
    if first == '(' && line.ends_with(')') && is_byline_bracket(line) {
        return Some(FurnitureKind::Byline);
    }
    is_credited(line).then_some(FurnitureKind::Caption)
}

/// *Người dân nhận thuốc. Ảnh: Mai Hà*: the photographer stands at the end of a caption.
fn is_credited(line: &str) -> bool {
    const CREDIT: usize = 48;
    line.rfind("Ảnh: ").is_some_and(|at| {
        line.len() - at <= CREDIT && line[..at].trim_end().ends_with(['.', '(', '!', '…'])
    })
}

impl Phrase {
    fn fits(&self, line: &str) -> bool {
        let longest = match self.place {
            Place::Start => LONGEST,
            Place::Line | Place::Count => self.words.len() + self.sign.len() + 32,
        };
        if line.len() > longest {
            return false;
        }
        let words = match self.words {
            "" => Some(0),
            words => prefix(line, words),
        };
        let rest = words.and_then(|bytes| line[bytes..].strip_prefix(self.sign));
        rest.map(str::trim_start)
            .is_some_and(|rest| match self.place {
                Place::Start => true,
                Place::Line => rest.is_empty() || rest == ":" || rest == "...",
                Place::Count => is_count(rest),
            })
    }
}

/// `: 1.334 lượt` at the end of a counter.
fn is_count(rest: &str) -> bool {
    let rest = rest.trim_start_matches([':', ' ', '(']);
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let unit = digits.trim_start().trim_end_matches([')', '.']);
    rest.starts_with(|c: char| c.is_ascii_digit())
        && (unit.is_empty() || ["lượt", "người", "lần", "lượt xem", "khách"].contains(&unit))
}

/// `12`, `- 12 -`
fn is_page_number(line: &str) -> bool {
    let bare = line.trim_matches(['-', ' ']);
    bare.len() <= 3 && !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit())
}

/// *Thứ Tư, 13/04/2022, 11:01 [GMT+7]*: a day, perhaps with weekday and time, and nothing else.
fn is_dateline(line: &str) -> bool {
    let near = &line.as_bytes()[..line.len().min(32)];
    if line.len() > 64 || !near.iter().any(u8::is_ascii_digit) {
        return false;
    }
    let mut cursor = Cursor::new(line, 0);
    const WEEKDAYS: [(&str, ()); 8] = [
        ("thứ hai", ()),
        ("thứ ba", ()),
        ("thứ tư", ()),
        ("thứ năm", ()),
        ("thứ sáu", ()),
        ("thứ bảy", ()),
        ("chủ nhật", ()),
        ("ngày", ()),
    ];
    if cursor.any_phrase(&WEEKDAYS).is_some() {
        cursor.eat_while(|c| matches!(c, ',' | ' ' | '-' | ':'));
        cursor.phrase("ngày");
        cursor.spaces();
    }
    let mut fields = 0;
    for separated in [false, true, true] {
        if separated && cursor.eat_if(|c| matches!(c, '/' | '-' | '.')).is_none() {
            return false;
        }
        let digits = cursor.digits().len();
        fields += usize::from((1..=4).contains(&digits));
    }
    let rest = cursor.rest();
    let clock = rest
        .trim_end_matches(']')
        .trim_end_matches(')')
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '+'))
        .trim_end_matches("GMT")
        .trim_end_matches(['(', '[', ' ']);
    let sign = |c: char| c.is_ascii_digit() || " ,-–|:.hg'AMP".contains(c);
    fields == 3 && clock.chars().all(sign)
}

/// *(Ban Nội chính Tỉnh ủy)*, *(Theo TTXVN)* on a line of their own.
fn is_byline_bracket(line: &str) -> bool {
    let inner = &line[1..line.len() - 1];
    const OPENINGS: [(&str, ()); 12] = [
        ("theo", ()),
        ("nguồn", ()),
        ("ban", ()),
        ("sở", ()),
        ("phòng", ()),
        ("văn phòng", ()),
        ("báo", ()),
        ("cổng thông tin", ()),
        ("trung tâm", ()),
        ("cục", ()),
        ("vụ", ()),
        ("tin", ()),
    ];
    inner.chars().count() <= 60
        && !inner.contains(['(', ')', ';', ':'])
        && Cursor::new(inner, 0).any_phrase(&OPENINGS).is_some()
        && prefix(inner, "ban hành").is_none()
}

/// How many bytes of `(PLVN) - …` are the sign of the agency.
fn agency_tag(line: &str) -> Option<usize> {
    let inner = line.strip_prefix('(')?;
    let close = inner.find(')').filter(|&i| (2..=24).contains(&i))?;
    let name = &inner[..close];
    let named = name.starts_with(char::is_uppercase)
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '&'))
        && (name.contains('.') || name.chars().skip(1).any(char::is_uppercase));
    let after = inner[close + 1..].trim_start();
    (named && after.starts_with(['-', '–', '—'])).then_some(close + 2)
}
