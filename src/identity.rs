//! What the page itself is, and every document that it mentions.

use crate::body::IssuingBody;
use crate::carry::{carried, placeless};
use crate::citation::{Anaphor, Citation, Findings, Issue, Mentions, Reference, is_passed, issue};
use crate::date::{DateExpression, DateValue, PartialDate};
use crate::document_id::DocumentId;
use crate::number::{DocumentNumber, Notation};
use crate::outline::{AUTHORITIES, Closing, Header};
use crate::reading::Reading;
use crate::span::{Found, Passage, Span};
use crate::tables::{PLACE_LEVELS, Tables};

/// The document that the page is: read from its header, its closing and the day on which it was passed;
/// of a page without a header the one that it announces.
///
/// ```
/// let page = "BỘ TƯ PHÁP\nSố: 09/2025/TT-BTP\nHà Nội, ngày 20 tháng 6 năm 2025\nTHÔNG TƯ\nVề công chứng\n\
///             Điều 1. Phạm vi\nThông tư này quy định về công chứng.";
/// let document = vanban::extract(page);
/// let identity = document.identity.unwrap();
/// assert_eq!(identity.id.name(), "09/2025/TT-BTP");
/// assert_eq!(identity.iri.as_deref(), Some("/akn/vn/act/thong-tu/2025-06-20/09-2025-tt-btp"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Identity<'t> {
    /// Which document it is.
    pub id: DocumentId,
    /// Whether the page only announces the document: a report of its issue, which is not its text.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "crate::json::is_false")
    )]
    pub announced: bool,
    /// Kind (*loại văn bản*), in the registry's spelling.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub kind: Option<String>,
    /// Canonical number (*số, ký hiệu*).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub number: Option<String>,
    /// Date of issue in EDTF: that of the header, else the day on which it was passed.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub date: Option<String>,
    /// Full names of the issuing bodies.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub issuers: Vec<String>,
    /// Title (*trích yếu*; of a law its name).
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub title: Option<Passage<'t>>,
    /// Work IRI of Akoma Ntoso: see [`DocumentId::akn_iri`].
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub iri: Option<String>,
    /// Who signed.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub signers: Vec<Signer>,
}

/// Who signed (*người ký*), with the lines above the name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Signer {
    /// Name of the person.
    pub name: String,
    /// Office (*chức vụ*), as written: *THỨ TRƯỞNG*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub office: Option<String>,
    /// Whose place the signature takes, with the abbreviation before it: *KT. BỘ TRƯỞNG*.
    #[cfg_attr(
        feature = "serde",
        serde(default, rename = "for", skip_serializing_if = "Option::is_none")
    )]
    pub in_place_of: Option<String>,
}

/// A document with all its mentions: citations and references.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MentionedDocument {
    /// Which document.
    pub id: DocumentId,
    /// Its canonical number.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub number: Option<String>,
    /// Its title, where it is known by it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub title: Option<String>,
    /// Where it is mentioned, in text order.
    pub mentions: Vec<Span>,
}

carried!(Identity<'_> { title } keeps { id, announced, kind, number, date, issuers, iri, signers });
carried!(MentionedDocument { mentions } keeps { id, number, title });
placeless!(Signer);

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
    let kind = kind(reading.text(), tables, header, number);
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
        .or_else(passed);
    let issuers = issuers(header, bodies);
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
        title: header.subject.clone(),
        iri: id.akn_iri(),
        signers: closing.and_then(signer).into_iter().collect(),
        id,
    })
}

/// The same of a header whose title holds the number: *LUẬT CỦA QUỐC HỘI SỐ 29/2004/QH11 NGÀY 03 THÁNG 12 NĂM
/// 2004 VỀ …*, as legal databases print it; the title is then cited like any other document.
pub(crate) fn titled<'t>(
    header: Option<&Header<'t>>,
    closing: Option<&Closing<'t>>,
    citations: &[Found<'t, Citation<'t>>],
) -> Option<Identity<'t>> {
    let header = header.filter(|header| header.number.is_none())?;
    let kind = header.kind.as_ref()?.span;
    let at = citations.partition_point(|citation| citation.span.start < kind.start);
    let title = citations.get(at).filter(|c| c.span.start == kind.start)?;
    let number = title.value.number.as_ref()?;
    Some(Identity {
        announced: false,
        signers: closing.and_then(signer).into_iter().collect(),
        ..of_citation(&title.value, number)
    })
}

/// What a citation says of the document that a page is or announces.
fn of_citation<'t>(value: &Citation<'t>, number: &DocumentNumber) -> Identity<'t> {
    Identity {
        id: value.id.clone(),
        announced: true,
        kind: value.kind.clone(),
        number: Some(number.to_string()),
        date: value.resolved.date.map(|date| date.to_string()),
        issuers: value.resolved.issuers.clone(),
        title: value.subject.clone(),
        iri: value.id.akn_iri(),
        signers: Vec::new(),
    }
}

/// The document that a page without a header announces: the one that its title says was issued, else the
/// one of which its first paragraphs say that it was issued just now. Nothing where that may be two.
pub(crate) fn announced<'t>(
    findings: &Findings<'_, 't>,
    citations: &[Found<'t, Citation<'t>>],
    references: &[Found<'t, Reference>],
) -> Option<Identity<'t>> {
    let lines = &findings.reading.lines()[findings.title()?..];
    let title = lines.first()?.end;
    let lead = lines[lines.len().min(LEAD) - 1].end;
    let head = references
        .iter()
        .take_while(|reference| reference.span.end <= title);
    let mut ahead = head.filter(|reference| reference.value.anaphor == Anaphor::Cataphoric);
    let ahead = ahead.find_map(|reference| match reference.value.resolves_to.as_slice() {
        [id] => citations.iter().find(|citation| citation.value.id == *id),
        _ => None,
    });
    let numbered = citations
        .iter()
        .take_while(|citation| citation.span.end <= lead)
        .filter(|citation| citation.value.number.is_some());
    // A first line that ends like a sentence is the text itself.
    let is_title = !findings.text[..title].trim_end().ends_with(['.', ';', ':']);
    let of_title = || {
        let mut issued = numbered
            .clone()
            .filter(|citation| is_title && citation.span.end <= title)
            .filter(|citation| issue(findings, citation.span).is_some());
        issued.next()
    };
    let of_lead = || {
        let mut new = numbered
            .clone()
            .filter(|citation| issue(findings, citation.span) == Some(Issue::New));
        let first = new.next()?;
        new.all(|other| other.value.id == first.value.id)
            .then_some(first)
    };
    let value = &ahead.or_else(of_title).or_else(of_lead)?.value;
    Some(of_citation(value, value.number.as_ref()?))
}

/// Paragraphs at the head of a page that announce what it is about: title, sapo, the first of the text.
const LEAD: usize = 3;

fn one_day(date: &Found<'_, DateExpression>) -> Option<PartialDate> {
    match date.value.value {
        DateValue::Date(day @ PartialDate::Day { year: Some(_), .. }) => Some(day),
        _ => None,
    }
}

fn kind(
    text: &str,
    tables: &Tables,
    header: &Header<'_>,
    number: &DocumentNumber,
) -> Option<String> {
    let titled = header.kind.as_ref();
    let titled = titled.and_then(|kind| tables.kinds.head_at(text, kind.span.start));
    let code = number.kind();
    let kind = titled
        .map(|(kind, _)| kind)
        .or_else(|| tables.kinds.by_code(code?).next());
    match kind {
        Some(kind) => Some(kind.name.clone()),
        None => (number.notation() == Notation::Letter).then(|| "Công văn".to_owned()),
    }
}

/// The issuers that the header names: of the lines above each other the last one, which is the body
/// itself and not the one above it.
fn issuers(header: &Header<'_>, bodies: &[Found<'_, IssuingBody>]) -> Vec<String> {
    let Some(last) = header.issuer.last() else {
        return Vec::new();
    };
    let first = bodies.partition_point(|body| body.span.end <= last.span.start);
    let named = bodies[first..]
        .iter()
        .take_while(|body| body.span.start < last.span.end);
    let names: Vec<String> = named
        .map(|body| body.value.name.clone().into_owned())
        .collect();
    if !names.is_empty() {
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
        _ => return vec![last],
    };
    let whole = crate::body::find(&name).find(|body| body.text.len() == name.len());
    whole
        .map(|body| body.value.name.into_owned())
        .into_iter()
        .collect()
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

/// The signer of a closing: authority and office in capitals, the name below.
fn signer(closing: &Closing<'_>) -> Option<Signer> {
    let signature = closing.signature.as_ref()?;
    let lines = signature
        .text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    let mut signer = Signer {
        name: String::new(),
        office: None,
        in_place_of: None,
    };
    for line in lines {
        let acting = AUTHORITIES.iter().any(|short| line.starts_with(short));
        let capitals = !line.contains(char::is_lowercase) && line.contains(char::is_alphabetic);
        let remark = line.starts_with('(') || line.contains(|c: char| c.is_ascii_digit());
        if acting {
            signer.in_place_of.get_or_insert_with(|| line.to_owned());
        } else if capitals && signer.office.is_none() {
            signer.office = Some(line.to_owned());
        } else if !capitals && !remark && is_name(line) {
            signer.name = line.to_owned();
            return Some(signer);
        }
    }
    None
}

/// Whether a line is the name of a person: two to six words with capitals, perhaps behind a title.
fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    (2..=6).contains(&words.len())
        && words
            .iter()
            .all(|word| word.starts_with(char::is_uppercase))
        && !line.contains([',', ':', ';'])
}

/// Every document of `mentions` with the places of its mentions, in order of the first.
pub(crate) fn documents(mentions: &Mentions) -> Vec<MentionedDocument> {
    let mut documents: Vec<MentionedDocument> = mentions
        .all()
        .map(|id| MentionedDocument {
            id: id.clone(),
            number: id.number().map(ToString::to_string),
            title: id.title().map(str::to_owned),
            mentions: Vec::new(),
        })
        .collect();
    for mention in mentions.row() {
        for document in mentions.documents(mention) {
            documents[document.place()].mentions.push(mention.span);
        }
    }
    documents.retain(|document| !document.mentions.is_empty());
    for document in &mut documents {
        document.mentions.shrink_to_fit();
    }
    documents
}
