//! When documents enter into force and when they cease to be in force (*hiệu lực*).

use std::collections::HashMap;

use memchr::memmem;

use super::announced::announced;
use crate::carry::{Carrier, Carry, carried};
use crate::citation::{Anaphor, Citation, Findings, Reference};
use crate::date::{Anchor, CivilDate, DateExpression, DateValue, Offset};
use crate::document_id::DocumentId;
use crate::provision::{ProvisionOf, Target};
use crate::span::{Found, Span};
use crate::text::cursor::{Cursor, any_before};

/// What a text says about the force of a document (Luật 64/2025/QH15, Điều 53 to 57).
///
/// The span of the find is the verb: *có hiệu lực thi hành*, *hết hiệu lực*.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Effectivity {
    /// What happens.
    pub kind: EffectivityKind,
    /// To which document; serde writes `"self"` or its name.
    #[cfg_attr(
        feature = "serde",
        serde(flatten, with = "crate::document_id::json::of")
    )]
    #[cfg_attr(
        feature = "schema",
        schemars(flatten, with = "crate::document_id::json::of::Keys")
    )]
    pub of: ProvisionOf,
    /// To which of its provisions; empty for the whole of it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub provisions: Vec<Target>,
    /// From when on; `None` when the text does not say.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub from: Option<Effective>,
    /// The day from which it holds, as far as it can be said: the date, the day of signing where
    /// that is known, so many days after it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub day: Option<CivilDate>,
    /// The provisions for which something else holds: *trừ quy định tại khoản 2 Điều này*.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub except: Vec<Target>,
}

/// What happens to the force of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum EffectivityKind {
    /// *có hiệu lực*
    EntersIntoForce,
    /// *có hiệu lực trở về trước*
    Retroactive,
    /// *áp dụng từ ngày*, *thực hiện từ ngày*
    Applies,
    /// *hết hiệu lực*, *chấm dứt hiệu lực*
    Expires,
    /// *ngưng hiệu lực*
    Suspended,
}

/// The time from which on something holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Effective {
    /// A date: *từ ngày 01 tháng 7 năm 2025*.
    Date {
        /// The date in EDTF (ISO 8601-2).
        edtf: String,
        /// Its place in the text.
        span: Span,
    },
    /// So long after an event: *sau 45 ngày, kể từ ngày ký*.
    Offset {
        /// How long after what.
        offset: Offset,
        /// Its place in the text.
        span: Span,
    },
    /// The day of an event: *kể từ ngày ký*.
    Event {
        /// The event.
        anchor: Anchor,
        /// Its place in the text.
        span: Span,
    },
    /// When another document enters into force: *kể từ ngày Nghị định này có hiệu lực*.
    With {
        /// That document.
        #[cfg_attr(
            feature = "serde",
            serde(flatten, with = "crate::document_id::json::document")
        )]
        #[cfg_attr(
            feature = "schema",
            schemars(flatten, with = "crate::document_id::json::document::Keys")
        )]
        document: ProvisionOf,
    },
}

carried!(Effectivity { from } keeps { kind, of, provisions, day, except });

impl<'from, 'to> Carry<'from, 'to> for Effective {
    type There = Effective;

    fn carry(mut self, by: &mut impl Carrier<'from, 'to>) -> Effective {
        if let Effective::Date { span, .. }
        | Effective::Offset { span, .. }
        | Effective::Event { span, .. } = &mut self
        {
            *span = by.span(*span);
        }
        self
    }
}

use EffectivityKind::{Applies, EntersIntoForce, Expires, Retroactive, Suspended};

/// What stands in front of *hiệu lực*.
const VERBS: &[(&str, EffectivityKind)] = &[
    ("tiếp tục có", EntersIntoForce),
    ("bắt đầu có", EntersIntoForce),
    ("không còn", Expires),
    ("có", EntersIntoForce),
    ("chấm dứt", Expires),
    ("hết", Expires),
    ("tạm ngưng", Suspended),
    ("ngưng", Suspended),
];

/// What leads a time in.
const SINCE: &[(&str, ())] = &[
    ("thi hành", ()),
    ("kể từ", ()),
    ("tính từ", ()),
    ("bắt đầu từ", ()),
    ("từ", ()),
    ("sau", ()),
    ("vào", ()),
    ("là", ()),
];

/// What denies a verb.
const NEGATIONS: &[(&str, ())] = &[("không", ()), ("chưa", ()), ("chẳng", ()), ("chưa thể", ())];

/// Words between a day and the document whose force begins on it.
const DAY: &[(&str, ())] = &[("ngày", ()), ("thời điểm", ()), ("khi", ())];

/// A document in the text.
struct Mention {
    span: Span,
    of: Vec<ProvisionOf>,
}

/// Everything a text says about the force of documents, in order. `citations` and `references` are
/// those of the same text.
///
/// ```
/// use vanban::amendment::{Effective, EffectivityKind};
///
/// let text = "Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2025.";
/// let found = &vanban::extract(text).effectivity[0].value;
/// assert_eq!(found.kind, EffectivityKind::EntersIntoForce);
/// assert!(matches!(&found.from, Some(Effective::Date { edtf, .. }) if edtf == "2025-07-01"));
/// ```
pub(crate) fn effectivity<'t>(
    findings: &Findings<'_, 't>,
    citations: &[Found<'t, Citation<'t>>],
    references: &[Found<'t, Reference>],
    own: Option<&DocumentId>,
) -> Vec<Found<'t, Effectivity>> {
    let text = findings.text;
    let mut verbs = verbs(findings);
    if verbs.is_empty() {
        return Vec::new();
    }
    verbs.sort_by_key(|&(span, _)| span);
    let reader = Reader {
        findings,
        mentions: mentions(findings, citations, references, own),
        own: own.is_some(),
    };
    let mut found = Vec::new();
    // The end of the clause before, and what it says when it is only a time.
    let mut past = 0;
    let mut pending = None;
    for (verb, kind) in verbs {
        if findings.is_quoted(verb.start) || verb.start < past || reader.is_void(verb) {
            continue;
        }
        let sentence = findings.sentence_start(verb.start);
        let floor = past.max(sentence);
        if floor > past {
            pending = None;
        }
        let (end, from, except) = reader.time(verb.end);
        let goes_on = found.last().filter(|_| past >= sentence);
        let Some(subject) = reader.subject(floor, verb.start) else {
            // The provisions of an exception, or the same document again.
            let Some((provisions, of)) =
                reader.understood(floor, verb.start, goes_on, found.last())
            else {
                continue;
            };
            past = end.max(verb.end);
            if from.is_some() {
                let value = Effectivity {
                    kind,
                    of,
                    provisions,
                    from,
                    day: None,
                    except,
                };
                found.push(Found::new(text, verb, value));
            }
            continue;
        };
        if kind == Applies && !reader.is_applied(floor, &subject, verb.start) {
            continue;
        }
        past = verb.end;
        let first = &reader.mentions[subject.first];
        let opens = subject.provisions_start;
        if any_before(text, opens, DAY).is_some() {
            pending = first.of.first().cloned();
            continue;
        }
        past = end.max(verb.end);
        let from = from.or_else(|| {
            let document = pending.take()?;
            Some(Effective::With { document })
        });
        let from = from.or_else(|| reader.time_before(floor, opens));
        // "… dẫn đến chứng thư hết hiệu lực" is no statement about the document named before.
        let adjacent =
            text[..verb.start].trim_end().len() == reader.mentions[subject.last].span.end;
        if from.is_none() && (!adjacent || matches!(kind, EntersIntoForce | Applies)) {
            continue;
        }
        for mention in &reader.mentions[subject.first..=subject.last] {
            for of in &mention.of {
                let value = Effectivity {
                    kind,
                    of: of.clone(),
                    provisions: subject.provisions.clone(),
                    from: from.clone(),
                    day: None,
                    except: except.clone(),
                };
                found.push(Found::new(text, verb, value));
            }
        }
    }
    found
}

/// Says on which day each effect begins. `dates` are those of the text, resolved by the page's own
/// day; a day that hangs on the signing of another document is counted from that one's date.
pub(crate) fn settle(
    effects: &mut [Found<'_, Effectivity>],
    dates: &[Found<'_, DateExpression>],
    citations: &[Found<'_, Citation<'_>>],
) {
    let mut begins: HashMap<ProvisionOf, CivilDate> = HashMap::new();
    let mut issued: HashMap<&DocumentId, CivilDate> = HashMap::new();
    for citation in citations {
        let day = citation.value.resolved.date.as_ref();
        if let Some(day) = day.and_then(|date| date.to_string().parse().ok()) {
            issued.entry(&citation.value.id).or_insert(day);
        }
    }
    for effect in effects.iter_mut() {
        let value = &mut effect.value;
        value.day = match (&value.from, &value.of) {
            (Some(Effective::Date { edtf, .. }), _) => {
                edtf.split('/').next().and_then(|day| day.parse().ok())
            }
            (Some(Effective::Offset { span, .. } | Effective::Event { span, .. }), of) => {
                let date = dates.binary_search_by_key(&span.start, |date| date.span.start);
                date.ok()
                    .and_then(|i| match of {
                        ProvisionOf::Document(id) => dates[i].value.resolve(*issued.get(id)?),
                        _ => dates[i].value.resolved.clone(),
                    })
                    .and_then(|day| day.to_string().parse().ok())
            }
            _ => None,
        };
        if let (EntersIntoForce, Some(day), true) =
            (value.kind, value.day, value.provisions.is_empty())
        {
            begins.entry(value.of.clone()).or_insert(day);
        }
    }
    for effect in effects.iter_mut() {
        if let Some(Effective::With { document }) = &effect.value.from {
            effect.value.day = begins.get(document).copied();
        }
    }
}

/// The places where a text may speak of force.
fn verbs(findings: &Findings<'_, '_>) -> Vec<(Span, EffectivityKind)> {
    let text = findings.text;
    let mut verbs = Vec::new();
    for at in memmem::find_iter(text.as_bytes(), "hiệu lực") {
        let Some((start, kind)) = any_before(text, at, VERBS) else {
            continue;
        };
        let mut cursor = Cursor::new(text, at + "hiệu lực".len());
        cursor.space_or_break();
        // "có hiệu lực pháp luật" is said of judgments.
        if cursor.phrase("pháp luật") {
            continue;
        }
        let mut end = at + "hiệu lực".len();
        if cursor.phrase("thi hành") {
            end = cursor.pos();
            cursor.space_or_break();
        }
        let back = cursor.phrase("trở về trước");
        let kind = if back { Retroactive } else { kind };
        verbs.push((Span::new(start, end), kind));
    }
    for word in ["áp dụng", "thực hiện"] {
        for at in memmem::find_iter(text.as_bytes(), word) {
            let end = at + word.len();
            let mut cursor = Cursor::new(text, end);
            cursor.space_or_break();
            let since = cursor.phrase("kể từ") || cursor.phrase("từ");
            if since && cursor.space_or_break() && findings.date_at(cursor.pos()).is_some() {
                verbs.push((Span::new(at, end), Applies));
            }
        }
    }
    verbs
}

/// Citations and references in one row. On a page that is no document itself, *Nghị định này* is the
/// last one of that kind that the page has named.
fn mentions(
    findings: &Findings<'_, '_>,
    citations: &[Found<'_, Citation<'_>>],
    references: &[Found<'_, Reference>],
    own: Option<&DocumentId>,
) -> Vec<Mention> {
    let cited = citations.iter().map(|citation| Mention {
        span: citation.span,
        of: vec![ProvisionOf::Document(citation.value.id.clone())],
    });
    let referred = references.iter().map(|reference| {
        let ids = reference.value.resolves_to.iter().cloned();
        let ids: Vec<_> = ids.map(ProvisionOf::Document).collect();
        let of = match reference.value.anaphor {
            Anaphor::This if own.is_some() => vec![ProvisionOf::Itself],
            Anaphor::This => match announced(findings, citations, reference.span.start) {
                Some(id) => vec![ProvisionOf::Document(id)],
                None => vec![ProvisionOf::Itself],
            },
            _ => ids,
        };
        Mention {
            span: reference.span,
            of,
        }
    });
    let mut mentions: Vec<Mention> = cited.chain(referred).filter(|m| !m.of.is_empty()).collect();
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

/// What a statement is about: a row of mentions, and provisions in front of the first.
struct Subject {
    first: usize,
    last: usize,
    provisions: Vec<Target>,
    provisions_start: usize,
}

struct Reader<'a, 't> {
    findings: &'a Findings<'a, 't>,
    mentions: Vec<Mention>,
    /// Whether the page is a document itself.
    own: bool,
}

impl Reader<'_, '_> {
    /// Whether the verb is denied, or the sentence asks.
    fn is_void(&self, verb: Span) -> bool {
        let text = self.findings.text;
        let end = self.findings.sentence_end(verb.end);
        any_before(text, verb.start, NEGATIONS).is_some()
            || text[end..].trim_start().starts_with('?')
            || text[..end].ends_with('?')
    }

    /// What the verb is about where no document stands before it: provisions of the document that
    /// was spoken of, that document itself once more, or the document at hand by its bare kind.
    fn understood(
        &self,
        floor: usize,
        verb: usize,
        goes_on: Option<&Found<'_, Effectivity>>,
        last: Option<&Found<'_, Effectivity>>,
    ) -> Option<(Vec<Target>, ProvisionOf)> {
        let text = self.findings.text;
        let words = text.get(floor..verb)?;
        let left = text[..verb].trim_end();
        if let Some(last) = goes_on
            && matches!(
                words.trim_matches([' ', ',']),
                "" | "và" | "và được" | "được"
            )
        {
            return Some((last.value.provisions.clone(), last.value.of.clone()));
        }
        let provision = self.findings.provision_ending_at(left.len());
        if let Some(provision) = provision.filter(|p| p.span.start >= floor) {
            let known = match (goes_on, self.own) {
                (Some(last), _) => Some(last.value.of.clone()),
                (None, true) => Some(ProvisionOf::Itself),
                (None, false) => last.map(|last| last.value.of.clone()),
            };
            return Some((provision.value.targets.to_vec(), known?));
        }
        let start = floor + words.len() - words.trim_start().len();
        let (_, end) = self.findings.tables.kinds.head_at(text, start)?;
        let capital = text[start..].starts_with(char::is_uppercase);
        (self.own && capital && end == left.len()).then_some((Vec::new(), ProvisionOf::Itself))
    }

    /// Whether *áp dụng từ …* is said of the document or of what it provides, not of a price list
    /// that is named beside it.
    fn is_applied(&self, floor: usize, subject: &Subject, verb: usize) -> bool {
        let text = self.findings.text;
        let end = self.mentions[subject.last].span.end;
        let adjacent = matches!(
            text[end..verb].trim_matches([' ', ',']),
            "" | "được" | "bắt đầu" | "được bắt đầu"
        );
        let opens = text[floor..subject.provisions_start.max(floor)].trim_end();
        let marker = opens.len() <= MARKER && opens.ends_with(['.', ')', '-']);
        let provided = [
            "quy định tại",
            "quy định của",
            "quy định trong",
            "Các quy định tại",
        ]
        .iter()
        .any(|words| opens.ends_with(words));
        adjacent && (opens.trim().is_empty() || marker || provided)
    }

    /// *Kể từ ngày …,* in front of the subject.
    fn time_before(&self, floor: usize, subject: usize) -> Option<Effective> {
        let text = self.findings.text;
        let left = text[..subject].trim_end_matches([' ', ',']);
        let date = self.findings.date_ending_at(left.len())?;
        let led = any_before(text, date.span.start, SINCE).is_some()
            || date.text.to_lowercase().starts_with("từ")
            || date.text.to_lowercase().starts_with("kể từ");
        let edtf = date
            .value
            .value
            .edtf()
            .filter(|_| led && date.span.start >= floor)?;
        Some(Effective::Date {
            edtf,
            span: date.span,
        })
    }

    /// The documents that open the clause between `floor` and the verb.
    fn subject(&self, floor: usize, verb: usize) -> Option<Subject> {
        let text = self.findings.text;
        let clause = text[floor..verb]
            .rfind(';')
            .map_or(floor, |i| floor + i + 1);
        let first = self.mentions.partition_point(|m| m.span.start < clause);
        let end = self.mentions.partition_point(|m| m.span.end <= verb);
        if first >= end {
            return None;
        }
        let mut last = first;
        while last + 1 < end {
            let (left, right) = (
                self.mentions[last].span.end,
                self.mentions[last + 1].span.start,
            );
            let between = text.get(left..right).unwrap_or_default();
            if !matches!(between.trim_matches([' ', ',', '\n']), "" | "và") {
                break;
            }
            last += 1;
        }
        let start = self.mentions[first].span.start;
        let of = any_before(text, start, &[("của", ()), ("tại", ()), ("thuộc", ())]);
        let left = text[..of.map_or(start, |(of, ())| of)].trim_end().len();
        let provision = self.findings.provision_ending_at(left);
        Some(Subject {
            first,
            last,
            provisions: provision.map_or_else(Vec::new, |p| p.value.targets.to_vec()),
            provisions_start: provision.map_or(start, |p| p.span.start),
        })
    }

    /// The time behind the verb that ends at byte `end`: where it ends, and the provisions for which
    /// it does not hold.
    fn time(&self, end: usize) -> (usize, Option<Effective>, Vec<Target>) {
        let text = self.findings.text;
        let mut cursor = Cursor::new(text, end);
        loop {
            cursor.eat(',');
            cursor.space_or_break();
            let interval = self.findings.date_at(cursor.pos());
            if interval.is_some() || cursor.any_phrase(SINCE).is_none() {
                break;
            }
        }
        let mut from = None;
        if let Some(date) = self.findings.date_at(cursor.pos()) {
            let span = date.span;
            from = match &date.value.value {
                DateValue::Offset(offset) => Some(Effective::Offset {
                    offset: *offset,
                    span,
                }),
                DateValue::Anchor(anchor) => Some(Effective::Event {
                    anchor: *anchor,
                    span,
                }),
                value => value.edtf().map(|edtf| Effective::Date { edtf, span }),
            };
            cursor.advance(span.len());
        }
        if !matches!(
            from,
            Some(Effective::Date { .. } | Effective::Offset { .. })
        ) {
            let mut day = Cursor::new(text, end);
            let mut since = false;
            while day.space_or_break() && day.any_phrase(SINCE).is_some() {
                since = true;
            }
            if since && (day.any_phrase(DAY).is_none() || day.space_or_break()) {
                let at = self
                    .mentions
                    .binary_search_by_key(&day.pos(), |mention| mention.span.start);
                if let Ok(i) = at {
                    let document = self.mentions[i].of[0].clone();
                    from = Some(Effective::With { document });
                    cursor = Cursor::new(text, self.mentions[i].span.end);
                }
            }
        }
        let mut except = Vec::new();
        let mut exception = cursor;
        exception.eat(',');
        exception.space_or_break();
        if exception.phrase("trừ") {
            let stop = self.findings.sentence_end(exception.pos());
            let first = self
                .findings
                .provisions
                .partition_point(|p| p.span.start < exception.pos());
            if let Some(provision) = self.findings.provisions.get(first)
                && provision.span.end <= stop
                && provision.span.start - exception.pos() <= NEAR
            {
                except = provision.value.targets.to_vec();
            }
        }
        (cursor.pos(), from, except)
    }
}

/// The longest marker in front of a sentence (*12.3.*, *Điều 12.*), in bytes.
const MARKER: usize = 14;

/// How far the provisions of an exception may stand from *trừ*, in bytes.
const NEAR: usize = 60;
