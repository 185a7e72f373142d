//! The page's identity by its header, its closing and the day on which it was passed.

use super::{Identity, Signer, author};
use crate::body::IssuingBody;
use crate::citation::is_passed;
use crate::date::{DateExpression, DateValue, PartialDate};
use crate::document_id::DocumentId;
use crate::number::{DocumentNumber, Notation};
use crate::outline::{AUTHORITIES, Closing, Header, is_office};
use crate::reading::Reading;
use crate::span::{Found, Passage, Span};
use crate::tables::kinds::Trait;
use crate::tables::{BODIES, PLACE_LEVELS, Tables};
use crate::text::fold;

/// Reads what the page is; nothing where its header has no number.
pub(crate) fn read<'t>(
    reading: &Reading<'t>,
    tables: &Tables,
    header: Option<&Header<'t>>,
    closing: Option<&Closing<'t>>,
    numbers: &[Found<'t, DocumentNumber>],
    dates: &[Found<'t, DateExpression>],
    bodies: &[Found<'t, IssuingBody>],
) -> Option<Identity<'t>> {
    let header = header?;
    let place = header.number.as_ref()?.span;
    let next = numbers.partition_point(|number| number.span.end <= place.start);
    let number = numbers
        .get(next)
        .filter(|number| number.span.overlaps(place))?;
    let number = &number.value;
    let kind = kind(reading, tables, header, number);
    let day = |span: Span| {
        let first = dates.partition_point(|date| date.span.end <= span.start);
        let within = dates[first..]
            .iter()
            .take_while(|date| date.span.start < span.end);
        within.filter_map(one_day).next()
    };
    let passed = || {
        let mut dates = dates.iter().rev();
        let passed = dates.find(|date| is_passed(reading, date.span.start))?;
        one_day(passed)
    };
    let date = header
        .place_date
        .as_ref()
        .and_then(|p| day(p.span))
        .or_else(|| day_of_judgment(reading, number, place, dates))
        .or_else(passed);
    let named =
        joint(header, number, bodies).unwrap_or_else(|| issuers(reading.text(), header, bodies));
    let issuers = author::issuers(reading, header, closing, number, bodies, named);
    let title = match author::of_kind(reading.text(), header, bodies) {
        Some((_, title)) => title,
        None => header.subject.clone(),
    };
    let mut id = DocumentId::numbered(kind.as_deref(), number.clone());
    if let Some(date) = date {
        id = id.dated(date);
    }
    if !issuers.is_empty() {
        id = id.issued_by(&issuers.join(", "));
    }
    Some(Identity {
        announced: false,
        kind,
        number: Some(number.to_string()),
        date: date.map(|date| date.to_string()),
        issuers,
        title,
        iri: id.akn_iri(),
        signers: closing.map(signers).unwrap_or_default(),
        id,
    })
}

/// The day below the number of a judgment, which stands at `place`: *Ngày: 14-8-2025*.
fn day_of_judgment(
    reading: &Reading<'_>,
    number: &DocumentNumber,
    place: Span,
    dates: &[Found<'_, DateExpression>],
) -> Option<PartialDate> {
    let next = dates.partition_point(|date| date.span.start < place.end);
    let date = dates
        .get(next)
        .filter(|_| number.notation() == Notation::Court)?;
    let label = reading.text()[place.end..date.span.start].trim_matches([' ', '\n', ':']);
    let beside = label.is_empty() || label.eq_ignore_ascii_case("ngày");
    one_day(date).filter(|_| beside)
}

pub(super) fn one_day(date: &Found<'_, DateExpression>) -> Option<PartialDate> {
    match date.value.value {
        DateValue::Date(day @ PartialDate::Day { year: Some(_), .. }) => Some(day),
        _ => None,
    }
}

fn kind(
    reading: &Reading<'_>,
    tables: &Tables,
    header: &Header<'_>,
    number: &DocumentNumber,
) -> Option<String> {
    let code = number.kind();
    let by_code = || tables.kinds.by_code(code?).next();
    let titled = header.kind.as_ref().and_then(|title| {
        // "THÔNG BÁO⏎Kết luận của …": what stands below is of the kind only if the number says so.
        let words = &reading.text()[title.span.start..];
        let coded = code.into_iter().flat_map(|code| tables.kinds.by_code(code));
        let whole =
            coded.filter(|kind| kind.code() == code && fold::prefix(words, kind.words()).is_some());
        let titled = tables.kinds.named_at(reading, title.span, Trait::Refers);
        let titled = titled.map(|(kind, _)| kind);
        whole.chain(titled).max_by_key(|kind| kind.words().len())
    });
    // A consolidated text has the title of the act that it consolidates.
    let consolidated = by_code().filter(|kind| kind.name == "Văn bản hợp nhất");
    let kind = consolidated.or(titled).or_else(by_code);
    match kind {
        Some(kind) => Some(kind.name.clone()),
        None => (number.notation() == Notation::Letter).then(|| "Công văn".to_owned()),
    }
}

/// The issuers of a joint document: one on each line of the letterhead, as many as its number has codes.
fn joint(
    header: &Header<'_>,
    number: &DocumentNumber,
    bodies: &[Found<'_, IssuingBody>],
) -> Option<Vec<String>> {
    let [first, .., last] = &header.issuer[..] else {
        return None;
    };
    let from = bodies.partition_point(|body| body.span.end <= first.span.start);
    let lines = |body: &Found<'_, IssuingBody>| {
        header
            .issuer
            .iter()
            .any(|line| line.span.overlaps(body.span))
    };
    let named: Vec<String> = bodies[from..]
        .iter()
        .take_while(|body| body.span.start < last.span.end)
        .filter(|body| lines(body))
        .map(|body| body.value.name.clone().into_owned())
        .collect();
    (named.len() > 1 && named.len() == number.issuers().len()).then_some(named)
}

/// The issuers that the header of `text` names: of the lines above each other the last one, which is the body
/// itself and not the one above it, and those that a dash joins with it (*SỞ Y TẾ -⏎SỞ TÀI CHÍNH*).
fn issuers(text: &str, header: &Header<'_>, bodies: &[Found<'_, IssuingBody>]) -> Vec<String> {
    let Some(last) = header.issuer.last() else {
        return Vec::new();
    };
    let joined = |pair: &&[Passage<'_>]| {
        let between = &text[pair[0].span.end..pair[1].span.start];
        between.trim_matches([' ', '\n']) == "-"
    };
    let above = header.issuer.windows(2).rev().take_while(joined);
    let from = above
        .last()
        .map_or(last.span.start, |pair| pair[0].span.start);
    let first = bodies.partition_point(|body| body.span.end <= from);
    let named = bodies[first..]
        .iter()
        .take_while(|body| body.span.start < last.span.end);
    let above = header
        .issuer
        .first()
        .map_or(last.span.start, |first| first.span.start);
    let upper = bodies.partition_point(|body| body.span.end <= above);
    let superior = bodies[upper..first].last().map(|body| &body.value);
    let names: Vec<String> = named
        .clone()
        .map(|body| with_place(&body.value, superior))
        .collect();
    if !names.is_empty() && are_all(text, Span::new(from, last.span.end), named) {
        return names;
    }
    // The other column may stand between the lines of one name: *ỦY BAN NHÂN DÂN*, *TỈNH LÀO CAI*.
    let words = |passage: &Passage<'_>| {
        passage
            .text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let last = words(last);
    let above = match &header.issuer[..] {
        [.., above, _] => Some(words(above)),
        _ => None,
    };
    let name = match above {
        Some(above) if goes_on(&last) => format!("{above} {last}"),
        // "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ⏎VĂN PHÒNG".
        Some(above) if last == "VĂN PHÒNG" => format!("{last} {above}"),
        _ if goes_on(&last) => return Vec::new(),
        // Capitals are a heading as often as a name: below, only a body is an issuer.
        _ => last,
    };
    let whole = crate::body::find(&name).find(|body| body.text.len() == name.len());
    whole
        .map(|body| body.value.name.into_owned())
        .into_iter()
        .collect()
}

/// Whether `bodies` are all that `lines` of `text` name: *BAN CHẤP HÀNH ĐOÀN HUYỆN …* names more than *Ban Chấp
/// hành*.
fn are_all<'b, 't: 'b>(
    text: &str,
    lines: Span,
    bodies: impl Iterator<Item = &'b Found<'t, IssuingBody>>,
) -> bool {
    let joins = |words: &str| {
        matches!(
            words.trim_matches([' ', '\n', '-', '–', ',']),
            "" | "VÀ" | "và"
        )
    };
    let mut from = lines.start;
    let apart = bodies.into_iter().all(|body| {
        let between = &text[from.min(body.span.start)..body.span.start];
        from = body.span.end;
        joins(between)
    });
    apart && joins(&text[from.min(lines.end)..lines.end])
}

/// The name of a body, with the place of the committee or council that stands above it where it says none itself: *UBND
/// TỈNH BẮC NINH* and *SỞ Y TẾ*.
fn with_place(body: &IssuingBody, superior: Option<&IssuingBody>) -> String {
    let name = body.name.clone().into_owned();
    let superior = superior.filter(|above| body.place.is_none() && above.place.is_some());
    let Some(above) = superior.map(|above| &above.name) else {
        return name;
    };
    let committee = |words: &str| {
        above
            .strip_prefix(words)
            .and_then(|rest| rest.strip_prefix(' '))
    };
    if let Some(place) = committee("Ủy ban nhân dân") {
        return format!("{name} {place}");
    }
    let party = committees_of_places().any(|head| committee(head).is_some());
    match party || committee("Hội đồng nhân dân").is_some() {
        true => format!("{name} {above}"),
        false => name,
    }
}

/// The committees of the Party in places, whose organs bear their names.
fn committees_of_places() -> impl Iterator<Item = &'static str> {
    let rows = BODIES.rows().filter(|row| row[2] == "party");
    let own = rows.filter(|row| row[7] == "-" && row[9] != "-");
    own.map(|row| row[0])
}

/// Whether a line of a letterhead goes on with the name above it, and names no body by itself: a place,
/// or what *VÀ* joins.
fn goes_on(line: &str) -> bool {
    let line = line.to_lowercase();
    let begins = |words: &str| {
        line.strip_prefix(words)
            .is_some_and(|rest| rest.trim_start_matches('.').starts_with(' '))
    };
    let mut levels = PLACE_LEVELS.rows().filter(|row| row[3] != "dot");
    begins("và") || levels.any(|[spelling, ..]| begins(&spelling.to_lowercase()))
}

/// The signers of a closing, several below a joint document: for each authority and office in capitals, the
/// name below.
pub(super) fn signers(closing: &Closing<'_>) -> Vec<Signer> {
    const NOBODY: Signer = Signer {
        name: String::new(),
        office: None,
        in_place_of: None,
    };
    let Some(signature) = &closing.signature else {
        return Vec::new();
    };
    let lines = signature.text.lines().map(str::trim);
    let mut signers = Vec::new();
    let mut signer = NOBODY;
    // Behind the first name a line in capitals or an authority begins the next signature; what else stands there
    // is no name.
    let mut open = true;
    for line in lines.filter(|line| !line.is_empty()) {
        let acting = AUTHORITIES.iter().any(|short| line.starts_with(short));
        let capitals = !line.contains(char::is_lowercase) && line.contains(char::is_alphabetic);
        let remark = line.starts_with('(') || line.contains(|c: char| c.is_ascii_digit());
        open |= acting || capitals && is_office(line);
        if acting {
            signer.in_place_of.get_or_insert_with(|| line.to_owned());
        } else if capitals && (signer.office.is_none() || is_office(line)) {
            signer.office = Some(line.to_owned());
        } else if open && !capitals && !remark && is_name(line) {
            signer.name = line.to_owned();
            signers.push(std::mem::replace(&mut signer, NOBODY));
            open = false;
        }
    }
    signers
}

/// Whether a line is the name of a person: two to six words with capitals, perhaps behind a rank (*Thượng tướng
/// Trần Văn An*).
fn is_name(line: &str) -> bool {
    let mut words: Vec<&str> = line.split_whitespace().collect();
    if let [_, rank, ..] = words[..]
        && matches!(rank, "tướng" | "tá")
    {
        words.drain(..2);
    }
    (2..=6).contains(&words.len())
        && words
            .iter()
            .all(|word| word.starts_with(char::is_uppercase))
        && !line.contains([',', ':', ';'])
}
