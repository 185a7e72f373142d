//! What stands above the units: the letterhead, the title and what the document rests on. Found
//! by layout (Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I; for Party documents Hướng dẫn
//! 36-HD/VPTW).

use super::columns::Columns;
use super::line::{self, Line};
use super::walk::Walk;
use super::words::{BASIS, NATIONAL, NOISE, NOISE_LABEL, STAMP, begins, begins_label, within};
use super::{Level, closing, several};
use crate::carry::carried;
use crate::marker;
use crate::reading::Reading;
use crate::span::{Passage, Span};
use crate::tables::Tables;
use crate::tables::kinds::Trait;
use crate::text::cursor::Cursor;
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
}

impl<'t> Reader<'t, '_> {
    fn line(&mut self, line: Line<'t>) {
        let words = line.text.chars().any(char::is_alphabetic);
        let noise = begins(self.reading, line.span, &NOISE)
            || begins_label(self.reading, line.span, &NOISE_LABEL);
        if !words || noise {
            return;
        }
        if begins(self.reading, line.span, &BASIS) && self.may_rest() {
            self.place = Place::Basis;
            self.header.basis.push(Passage::new(self.text, line.span));
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
        match cell(self.reading, span, self.tables) {
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
            Cell::Issuer if self.in_prose || self.begins_with_kind(span) => {}
            Cell::Issuer => self.header.issuer.push(passage(span)),
            Cell::National => self.national = true,
            Cell::Prose => self.in_prose |= self.header.number.is_some(),
            Cell::Empty => {}
        }
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
            return;
        }
        // The first unit of the body.
        if self.is_unit(line) {
            self.place = Place::Done;
            return;
        }
        if line.text.ends_with([':', '.']) || self.decides(line) {
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
            !issuer.is_empty() && fold::key(line.text).starts_with(&issuer)
        };
        line::is_caps(line.text) && (closing::is_signature(self.reading, line) || issuer())
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

/// What a cell of a letterhead says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    /// The state or the Party.
    National,
    Issuer,
    Number {
        number: Span,
        /// The place and date beside it.
        date: Option<Span>,
    },
    Date(Span),
    /// What a letter is about, behind *V/v*.
    Subject(Span),
    Kind(Span),
    /// A rule, a motto, a stamp.
    Empty,
    /// Words that stand in no letterhead.
    Prose,
}

/// The cells of a line: columns are apart by a bar, a tab or two spaces, or the right one names the
/// state.
pub(super) fn cells(reading: &Reading<'_>, line: Span) -> impl Iterator<Item = Span> {
    let text = reading.text();
    let mut rest = trimmed(text, line);
    let mut columns = Columns::new(reading, rest);
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = columns.end(rest).unwrap_or(rest.end);
        let cell = trimmed(text, Span::new(rest.start, end));
        rest = trimmed(text, Span::new(end, rest.end));
        Some(cell)
    })
}

/// What the cell at `span` says.
pub(super) fn cell(reading: &Reading<'_>, span: Span, tables: &Tables) -> Cell {
    let text = reading.text();
    let words = span.of(text);
    if words.is_empty() || begins(reading, span, &STAMP) {
        Cell::Empty
    } else if let Some(number) = number(reading, span, tables) {
        let rest = trimmed(text, Span::new(number.end, span.end));
        let date = place_date(rest.of(text)).map(|date| at(rest, date));
        match number.of(text).starts_with(|c: char| c.is_ascii_digit()) {
            true => Cell::Number { number, date },
            // "Số:     /KH-UBND": still to be filled in.
            false => date.map_or(Cell::Empty, Cell::Date),
        }
    } else if let Some(date) = place_date(words) {
        Cell::Date(at(span, date))
    } else if let Some(subject) = about(words) {
        Cell::Subject(Span::new(span.start + subject, span.end))
    } else if let Some(kind) = kind(reading, span, tables) {
        Cell::Kind(kind)
    } else if national(reading, span).is_some() {
        Cell::National
    } else if line::is_caps(words) && !words.contains(['/', ':']) {
        // A colon leads in those to whom a letter goes: "KÍNH GỬI: BỘ TÀI CHÍNH".
        Cell::Issuer
    } else {
        match words.contains(char::is_alphabetic) {
            true => Cell::Prose,
            false => Cell::Empty,
        }
    }
}

/// A span inside the slice at `outer`, as a span of the text.
fn at(outer: Span, inner: Span) -> Span {
    Span::new(outer.start + inner.start, outer.start + inner.end)
}

/// The span without the space and the bars of a table around it.
fn trimmed(text: &str, span: Span) -> Span {
    let around = |c: char| c.is_whitespace() || matches!(c, '|' | '*');
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start_matches(around).len());
    Span::new(start, start + words.trim_matches(around).len())
}

/// Where the name of the state or of the Party begins in a line of capitals.
pub(super) fn national(reading: &Reading<'_>, line: Span) -> Option<usize> {
    let caps = line::is_caps(line.of(reading.text()));
    caps.then(|| within(reading, line, &NATIONAL)).flatten()
}

/// The number after *Số:*, *Luật số:*, *Số* at the start of `cell`.
fn number(reading: &Reading<'_>, cell: Span, tables: &Tables) -> Option<Span> {
    let words = &reading.text()[..cell.end];
    let mut cursor = Cursor::new(words, cell.start);
    if let Some((_, behind)) = tables.kinds.named_at(reading, cell, Trait::Refers) {
        cursor = Cursor::new(words, behind);
        cursor.spaces();
    }
    if !cursor.phrase("số") {
        return None;
    }
    cursor.spaces();
    cursor.eat(':');
    cursor.spaces();
    let start = cursor.pos();
    loop {
        cursor.eat_while(|c| c.is_alphanumeric() || "/-–.+&,_…".contains(c));
        // Spaces around a slash or a hyphen: `Số: 04 /2026/TT-BCT`.
        let mut ahead = cursor;
        let joined = cursor
            .previous()
            .is_some_and(|c| matches!(c, '/' | '-' | '–'));
        if !(ahead.spaces() && (joined || ahead.peek() == Some('/')) && ahead.peek().is_some()) {
            break;
        }
        cursor = ahead;
    }
    let token = words[start..cursor.pos()].trim_end_matches(['.', ',', '-', '–', ' ']);
    let end = start + token.len();
    let has_code = token.contains(['/', '-', '–']) && token.chars().any(char::is_alphabetic);
    // In prose the words go on; in a letterhead only a place and a date may stand beside it.
    let rest = words[end..].trim_start_matches(['.', ',', ' ', '\t']);
    let alone = rest.is_empty() || place_date(rest).is_some();
    (has_code && alone).then_some(Span::new(start, end))
}

/// `Hà Nội, ngày 29 tháng 01 năm 2026`, also with the day or the month left blank.
pub(super) fn place_date(words: &str) -> Option<Span> {
    const LONGEST_PLACE: usize = 60;
    let comma = words
        .bytes()
        .take(2 * LONGEST_PLACE)
        .position(|b| b == b',')?;
    let place = words[..comma].trim_end();
    // "V/v …     Hà Nội, ngày …": two columns.
    let one = !place.contains("  ") && !place.contains('\t');
    let named = place.starts_with(char::is_uppercase) && place.len() <= LONGEST_PLACE && one;
    let mut cursor = Cursor::new(words, comma + 1);
    cursor.spaces();
    if !named || !cursor.phrase("ngày") {
        return None;
    }
    let blank = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\t' | '.' | '…' | '_');
    cursor.eat_while(blank);
    if !cursor.phrase("tháng") {
        return None;
    }
    cursor.eat_while(blank);
    if !cursor.phrase("năm") {
        return None;
    }
    cursor.spaces();
    cursor.digits();
    let end = words[..cursor.pos()].trim_end().len();
    words[cursor.pos()..]
        .trim_matches(['.', ' ', '…'])
        .is_empty()
        .then_some(Span::new(0, end))
}

/// Where the subject of a letter begins: after *V/v*, *Về việc* is part of it.
fn about(words: &str) -> Option<usize> {
    let rest = words
        .strip_prefix("V/v")
        .or_else(|| words.strip_prefix("V/V"))?;
    let start = words.len() - rest.trim_start_matches([':', ' ', '.']).len();
    (start < words.len()).then_some(start)
}

/// The kind that a title line names: the line is the kind, in capitals, or a law with its name.
fn kind(reading: &Reading<'_>, line: Span, tables: &Tables) -> Option<Span> {
    let words = line.of(reading.text());
    if !line::is_caps(words) {
        return None;
    }
    let (kind, end) = tables.kinds.named_at(reading, line, Trait::Title)?;
    let whole = reading.text()[end..line.end].trim().is_empty();
    let named = kind.is(Trait::Law) && !words.ends_with(':');
    (whole || named).then_some(Span::new(line.start, end))
}
