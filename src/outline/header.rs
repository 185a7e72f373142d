//! What stands above the units: the letterhead, the title and what the document rests on. Found
//! by layout (Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I; for Party documents Hướng dẫn
//! 36-HD/VPTW).

use super::cell::{Cell, at, cell, cells, trimmed, undashed};
use super::columns::place_date;
use super::line::{self, Line};
use super::tree::Walk;
use super::words::{ADDRESSEE, BASIS, NOISE, NOISE_LABEL, begins, begins_label};
use super::{Level, closing, several};
use crate::carry::carried;
use crate::marker;
use crate::reading::Reading;
use crate::span::{Passage, Span};
use crate::tables::Tables;
use crate::tables::kinds::Trait;
use crate::text::fold;

/// What stands above the body of a document. Whatever is not written is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Header<'t> {
    /// The lines that name the issuing body (*tên cơ quan ban hành*), the body above it first.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub issuer: Vec<Passage<'t>>,
    /// The document's number without the words before it: `47/2026/NĐ-CP`.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub number: Option<Passage<'t>>,
    /// Place and date (*địa danh và thời gian ban hành*): `Hà Nội, ngày 29 tháng 01 năm 2026`.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub place_date: Option<Passage<'t>>,
    /// The kind of document as its title names it (*tên loại*): `NGHỊ ĐỊNH`. Letters have none.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub kind: Option<Passage<'t>>,
    /// What it is about (*trích yếu nội dung*), over as many lines as it takes; of a letter the
    /// words after *V/v*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub subject: Option<Passage<'t>>,
    /// On what it rests: each *Căn cứ …*, *Theo đề nghị của …* by itself.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub basis: Vec<Passage<'t>>,
}

impl Header<'_> {
    /// Where the first of its lines begins.
    pub(crate) fn start(&self) -> usize {
        let own = [
            self.issuer.first(),
            self.number.as_ref(),
            self.place_date.as_ref(),
            self.kind.as_ref(),
            self.subject.as_ref(),
        ];
        let starts = own.into_iter().flatten().map(|line| line.span.start);
        starts.min().unwrap_or(0)
    }
}

carried!(Header<'_> { issuer, number, place_date, kind, subject, basis });

/// The header above the units of `text`; see [`super::header`].
pub(super) fn header<'t>(
    reading: &Reading<'t>,
    lines: &[Line<'t>],
    walk: &Walk<'_>,
    tables: &Tables,
) -> Option<Header<'t>> {
    let text = reading.text();
    /// A header longer than this is none; the longest lists of laws it rests on have forty.
    const MOST_LINES: usize = 100;
    // An attached text has its own title in its head.
    let first = walk.nodes.iter().find(|n| n.value.level != Level::Annex);
    let end = first.map_or(text.len(), |n| n.span.start);
    let mut reader = Reader {
        reading,
        text,
        tables,
        header: Header::default(),
        place: Place::Letterhead,
        national: false,
        in_row: false,
        in_prose: false,
        in_copy: false,
        ended: false,
    };
    // What a portal says of the document may stand above its letterhead.
    let start = several::first_letterhead(reading, end, tables);
    let first = lines.partition_point(|line| line.span.start < start.unwrap_or(0));
    let above = lines[first..].iter().take(MOST_LINES);
    for line in above.take_while(|line| line.span.start < end) {
        if reader.place == Place::Done {
            break;
        }
        reader.line(*line);
    }
    reader.finish()
}

/// Where in the header the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Letterhead,
    /// Below the title.
    Subject,
    /// Among the paragraphs on which the document rests.
    Basis,
    Done,
}

struct Reader<'t, 'x> {
    reading: &'x Reading<'t>,
    text: &'t str,
    tables: &'x Tables,
    header: Header<'t>,
    place: Place,
    /// Whether the state or the Party was named.
    national: bool,
    /// Whether the number stands in a row of a table.
    in_row: bool,
    /// Whether prose was read below the number.
    in_prose: bool,
    /// Behind the number of a copy, up to the letterhead of the document that was copied.
    in_copy: bool,
    /// Behind a rule or a number below the title, with which it ends.
    ended: bool,
}

impl<'t> Reader<'t, '_> {
    fn line(&mut self, line: Line<'t>) {
        let words = line.text.chars().any(char::is_alphabetic);
        let noise = begins(self.reading, line.span, &NOISE)
            || begins_label(self.reading, line.span, &NOISE_LABEL);
        if !words || noise {
            self.ended |= !words && self.header.subject.is_some() && is_rule(line.text);
            return;
        }
        // The Party's papers have a dash before each.
        let basis = behind_dash(line);
        if begins(self.reading, basis, &BASIS) && self.may_rest() && !self.is_title(line) {
            self.place = Place::Basis;
            self.header.basis.push(Passage::new(self.text, basis));
            return;
        }
        // A letter without a title goes on in prose to its closing.
        let authority = self.place == Place::Letterhead && closing::is_authority(line);
        if authority || closing::is_recipients(self.reading, line) {
            self.place = Place::Done;
            return;
        }
        match self.place {
            Place::Letterhead => self.letterhead(line.span),
            Place::Subject => self.subject(line),
            Place::Basis => self.rest_of_basis(line),
            Place::Done => {}
        }
    }

    /// Whether a paragraph of the kind may come here: below a title or a number, not in prose.
    fn may_rest(&self) -> bool {
        self.header.kind.is_some() || self.header.number.is_some()
    }

    /// Whether the line right below the kind is the title, which may begin like a paragraph of the basis: *THỰC HIỆN
    /// CHƯƠNG TRÌNH …*, *thực hiện Nghị quyết số …*.
    fn is_title(&self, line: Line<'t>) -> bool {
        let first = self.place == Place::Subject && self.header.subject.is_none();
        let small = line.text.starts_with(char::is_lowercase);
        first && (small || line::is_caps(line.text)) && !line.text.ends_with([';', ':', '.'])
    }

    /// A line of the letterhead. Left and right column may share it.
    fn letterhead(&mut self, span: Span) {
        let numbered = self.header.number.is_some();
        for span in cells(self.reading, span) {
            if self.place != Place::Subject {
                self.cell(span);
            }
        }
        if !numbered && self.header.number.is_some() {
            self.in_row = span.of(self.text).contains('|');
        }
    }

    fn cell(&mut self, span: Span) {
        let passage = |span: Span| Passage::new(self.text, span);
        let cell = cell(self.reading, span, self.tables);
        self.in_copy &= matches!(cell, Cell::Date(_) | Cell::Prose | Cell::Empty);
        match cell {
            Cell::Copy => {
                self.header = Header::default();
                self.in_copy = true;
            }
            Cell::Date(_) if self.in_copy => {}
            Cell::Number { number, date } => {
                self.header.number.get_or_insert(passage(number));
                if let Some(date) = date {
                    self.place_date(date);
                }
            }
            Cell::Date(date) => self.place_date(date),
            Cell::Subject(subject) => {
                self.header.subject.get_or_insert(passage(subject));
            }
            Cell::Kind(kind) => {
                self.header.kind = Some(passage(kind));
                let rest = trimmed(self.text, Span::new(kind.end, span.end));
                if !rest.is_empty() {
                    self.header.subject = Some(passage(rest));
                }
                self.place = Place::Subject;
            }
            // Below the first words of a letter capitals are a heading, or who signs; a title that says
            // more than its kind is no issuer (*THÔNG BÁO RÚT KINH NGHIỆM*).
            Cell::Issuer
                if self.in_prose
                    || self.is_whole() && !self.says_more(span)
                    || self.begins_with_kind(span) => {}
            Cell::Issuer => self.header.issuer.push(passage(undashed(self.text, span))),
            Cell::National => self.national = true,
            Cell::Prose => self.in_prose |= self.header.number.is_some(),
            Cell::Empty => {}
        }
    }

    /// Whether the column of the issuer has ended, with the number below the names. Behind it the other column
    /// names whose organ that is (*ĐOÀN TNCS HỒ CHÍ MINH*), or a title begins.
    fn is_whole(&self) -> bool {
        self.header.number.is_some() && !self.header.issuer.is_empty()
    }

    /// Whether a line names the issuer once more, with its place: *ỦY BAN NHÂN DÂN*, *ỦY BAN NHÂN DÂN TỈNH KON TUM*.
    fn says_more(&self, line: Span) -> bool {
        let line = fold::key(line.of(self.text));
        self.header.issuer.last().is_some_and(|issuer| {
            let rest = line.strip_prefix(&*fold::key(&issuer.text));
            rest.is_some_and(|rest| rest.starts_with(' '))
        })
    }

    fn begins_with_kind(&self, span: Span) -> bool {
        let kinds = &self.tables.kinds;
        kinds.named_at(self.reading, span, Trait::Title).is_some()
    }

    fn place_date(&mut self, span: Span) {
        self.header
            .place_date
            .get_or_insert(Passage::new(self.text, span));
    }

    /// A line below the title: the subject goes on until the verb (*QUYẾT ĐỊNH:*) or the body
    /// that decides.
    fn subject(&mut self, line: Line<'t>) {
        if let Some(date) = place_date(line.text) {
            return self.place_date(at(line.span, date));
        }
        if self.header.number.is_none()
            && let Cell::Number { number, .. } = cell(self.reading, line.span, self.tables)
        {
            self.header.number = Some(Passage::new(self.text, number));
            self.ended |= self.header.subject.is_some();
            return;
        }
        // *QUYẾT ĐỊNH CỦA UBND TỈNH LÀO CAI⏎V/v phê duyệt …*
        if let Cell::Subject(subject) = cell(self.reading, line.span, self.tables) {
            let words = subject.of(self.text).trim_end_matches('.');
            let title = Span::new(subject.start, subject.start + words.len());
            self.header.subject = Some(Passage::new(self.text, title));
            self.ended = line.text.ends_with('.');
            return;
        }
        // The first unit of the body.
        if self.is_unit(line) {
            self.place = Place::Done;
            return;
        }
        let addressed = begins_label(self.reading, line.span, &ADDRESSEE);
        // A title in capitals may end in a full stop.
        let titled = self.header.subject.is_none()
            && line::is_caps(line.text)
            && line.text.ends_with('.')
            && !self.header.issuer.is_empty();
        if titled {
            let end = line.span.end - 1;
            let title = Span::new(line.span.start, end);
            self.header.subject = Some(Passage::new(self.text, title));
            return;
        }
        if addressed || self.ended || line.text.ends_with([':', '.']) || self.decides(line) {
            self.place = Place::Basis;
            return;
        }
        let span = match &self.header.subject {
            Some(subject) => subject.span.to(line.span),
            None => line.span,
        };
        self.header.subject = Some(Passage::new(self.text, span));
    }

    /// Whether the line opens a unit of the body or a part of a plan: `Điều 1.`, `I.`, `1.`, `a)`.
    fn is_unit(&self, line: Line<'t>) -> bool {
        let head = line.text.split_whitespace().next();
        let counts = head.is_some_and(|head| {
            head.ends_with(['.', ')']) && head.starts_with(char::is_alphanumeric)
        });
        marker::unit(self.reading, line.span.start, line.span.end).is_some()
            || counts && marker::read(self.reading, line.span.start).is_some()
    }

    /// Whether the line names, once more, who decides: the issuing body, or the office in it
    /// (*BỘ TRƯỞNG BỘ TƯ PHÁP*).
    fn decides(&self, line: Line<'t>) -> bool {
        let issuer = || {
            let names: Vec<&str> = self.header.issuer.iter().map(|i| &*i.text).collect();
            let issuer = fold::key(&names.join(" "));
            let line = fold::key(line.text);
            let whole = |name: &&str| fold::key(name) == line;
            // "ỦY BAN NHÂN DÂN TỈNH" of a province that the letterhead names.
            let short = || {
                let rest = issuer.strip_prefix(&*line);
                let ends = rest.is_some_and(|rest| rest.starts_with(' '));
                ends && line.split(' ').count() > 3
            };
            // "HỘI ĐỒNG THẨM PHÁN" below "TÒA ÁN NHÂN DÂN TỐI CAO".
            let organ = || {
                let [above, organ] = names[..] else {
                    return false;
                };
                let rest = line.strip_prefix(&*fold::key(organ)).map(str::trim_start);
                rest == Some(&*fold::key(above))
            };
            !issuer.is_empty() && line.starts_with(&issuer)
                || names.iter().any(whole)
                || short()
                || organ()
        };
        // Below a title in small letters a line in capitals is no more of it.
        let small = || {
            let subject = self.header.subject.as_ref();
            let in_small = subject.is_some_and(|title| title.text.contains(char::is_lowercase));
            let words = line.text.split_whitespace().count();
            in_small && words > 1 && !line.text.contains(|c: char| c.is_ascii_digit())
        };
        line::is_caps(line.text)
            && (closing::is_signature(self.reading, line) || issuer() || small())
    }

    /// A line below a paragraph of the basis that begins with none: a wrapped line belongs to
    /// it, anything else ends the header.
    fn rest_of_basis(&mut self, line: Line<'t>) {
        let small = |c: char| c.is_lowercase() || c.is_ascii_digit();
        let wrapped = |last: &str| {
            last.ends_with(['-', '–'])
                || line.text.starts_with(small) && !last.ends_with([';', '.', ':'])
        };
        match self.header.basis.last_mut() {
            Some(last) if wrapped(&last.text) => {
                *last = Passage::new(self.text, last.span.to(line.span));
            }
            Some(_) if !line::is_caps(line.text) => self.place = Place::Done,
            _ => {}
        }
    }

    fn finish(mut self) -> Option<Header<'t>> {
        // A table of documents has numbers in its rows, too.
        if self.in_row && !self.national && self.header.place_date.is_none() {
            self.header.number = None;
        }
        let h = &self.header;
        let letterhead = self.national && (h.number.is_some() || h.kind.is_some());
        let titled = h.kind.is_some() && (!h.basis.is_empty() || h.number.is_some());
        (letterhead || titled || h.number.is_some()).then_some(self.header)
    }
}

/// Whether the line, which has no letters, is a rule: `_____`, `-----`.
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && line
            .chars()
            .all(|c| matches!(c, '_' | '-' | '–' | '—' | '*' | '='))
}

/// The line without the dash before its words.
fn behind_dash(line: Line<'_>) -> Span {
    let words = line.text.strip_prefix(['-', '–']).map(str::trim_start);
    let words = words.unwrap_or(line.text);
    Span::new(line.span.end - words.len(), line.span.end)
}
