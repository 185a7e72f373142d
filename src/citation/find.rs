//! Citations, found by their numbers and by their names.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::behind::{self, Behind};
use super::behind_title::{behind_title, closing_issuer, in_next_cell};
use super::head::{self, Head};
use super::stated::Stated;
use super::words::EVENT;
use super::{
    Citation, Findings, Resolved, Source, StatedDate, StatedIssuer, carried, governing, issuers,
    label, named, resolve, speaking, subject, unnumbered,
};
use crate::body::IssuingBody;
use crate::date::PartialDate;
use crate::document_id::{DocumentId, issuer_by_code};
use crate::number::{DocumentNumber, Notation};
use crate::span::{Found, Span};

/// What a page says of itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    /// Whether it is a document.
    pub(crate) is_document: bool,
    /// Where its own number stands.
    pub(crate) number: Option<Span>,
}

/// Every citation of a document with a number or by name, in order, resolved.
///
/// The number of the document itself, in its header or alone on a line (`Số: 05/QĐ-BTP`), is none.
/// On a page that is a document, what is issued without a number is that document.
pub(crate) fn find<'t>(findings: &Findings<'_, 't>, page: Page) -> Vec<Found<'t, Citation<'t>>> {
    let drafts = drafts(findings, page.number);
    let dates = drafts.iter().filter_map(|draft| draft.behind.date.as_ref());
    let taken: HashSet<usize> = dates.map(|date| date.span.start).collect();
    let mut citations: Vec<Found<'t, Citation<'t>>> = Vec::with_capacity(drafts.len());
    for (i, draft) in drafts.iter().enumerate() {
        let mut citation = numbered(findings, draft, &drafts[i + 1..], &taken);
        if let Some(before) = citations.last() {
            share_verb(findings, before, &mut citation);
        }
        citations.push(citation);
    }
    return_issuers(findings, &mut citations);
    let named = named::find(findings, &citations);
    let by_name = !named.is_empty();
    if by_name {
        citations.extend(named);
        citations.sort_by_key(|citation| citation.span);
    }
    if !page.is_document {
        let unnumbered = unnumbered::find(findings, &citations);
        citations.extend(unnumbered);
        citations.sort_by_key(|citation| citation.span);
    }
    resolve::resolve(findings, &mut citations);
    if by_name {
        drop_known_names(findings, &mut citations);
    }
    citations
}

/// A citation of which only the words right around its number have been read.
struct Draft<'a, 't> {
    number: &'a Found<'t, DocumentNumber>,
    head: Head<'t>,
    behind: Behind,
    /// Whether what stands behind the number is said of the document whose title names this one.
    gave_back: bool,
}

impl Draft<'_, '_> {
    fn span(&self) -> Span {
        Span::new(self.head.start, self.behind.end)
    }
}

/// Every number with its head and what stands behind it; what one of a row says of all is given to each.
fn drafts<'a, 't>(findings: &Findings<'a, 't>, own: Option<Span>) -> Vec<Draft<'a, 't>> {
    let mut drafts: Vec<Draft<'a, 't>> = Vec::new();
    let mut shared: Vec<StatedIssuer> = Vec::new();
    let mut floor = 0;
    for number in findings.numbers {
        let labelled = || findings.text[..number.span.start].trim_end().ends_with(':');
        if own.is_some_and(|own| own.overlaps(number.span)) && labelled() {
            floor = number.span.end;
            continue;
        }
        let previous = drafts.last().map(|draft| head::Previous {
            end: draft.behind.end,
            number: &draft.number.value,
            kind: draft.head.kind.as_deref(),
        });
        let Some(mut head) = head::read(findings, number, floor, previous) else {
            floor = number.span.end;
            continue;
        };
        floor = number.span.end;
        // A name that runs into the head of the next citation is none: "của Ban A Chương trình số …".
        if let Some(last) = drafts
            .last_mut()
            .filter(|last| last.behind.end > head.start)
        {
            last.behind = behind::Behind::nothing(last.number.span.end);
        }
        let joint = issuers::is_joint(&number.value);
        let words = Span::new(head.start, number.span.end);
        let mut behind = behind::read(findings, words, joint);
        if !head.in_row {
            shared = std::mem::take(&mut head.issuers);
        }
        if behind.issuers.is_empty() {
            behind.issuers.clone_from(&shared);
        }
        drafts.push(Draft {
            number,
            head,
            behind,
            gave_back: false,
        });
    }
    give_back(&mut drafts);
    // "số 01/KH-BCĐ và số 03/KH-BCĐ của Ban Chỉ đạo".
    for i in (1..drafts.len()).rev() {
        let (left, right) = drafts.split_at_mut(i);
        let (Some(one), Some(next)) = (left.last_mut(), right.first()) else {
            continue;
        };
        let alike = one.number.value.kind() == next.number.value.kind()
            && one.number.value.issuers() == next.number.value.issuers();
        if alike
            && one.behind.issuers.is_empty()
            && head::coordinated(findings.text, one.behind.end, next.head.start)
        {
            one.behind.issuers.clone_from(&next.behind.issuers);
        }
        // "số 09, 10, 11/KL-TTr ngày 20/6/2024": what stands behind the symbol is said of all that share it.
        let serial = !one.number.text.contains(char::is_alphabetic);
        if alike && serial && one.behind.date.is_none() {
            one.behind.date.clone_from(&next.behind.date);
        }
    }
    drafts
}

/// Takes from a document what is said of the one before it, in whose title it may be named: *Nghị định số
/// 37/2024/NĐ-CP sửa đổi … Nghị định số 26/2019/NĐ-CP ngày 04/4/2024 của Chính phủ* tells the year of the first
/// number, *… Nghị quyết số 43/2022/QH15 … của Chính phủ* its issuer.
fn give_back(drafts: &mut [Draft<'_, '_>]) {
    for i in 1..drafts.len() {
        let (before, draft) = (&drafts[i - 1], &drafts[i]);
        let (Some(day), None) = (&draft.behind.date, &before.behind.date) else {
            continue;
        };
        let year = |number: &DocumentNumber| number.year().filter(|_| day.date.year().is_some());
        let (outer, inner) = (&before.number.value, &draft.number.value);
        let of_outer = year(outer) == day.date.year() && year(outer).is_some();
        let other_year = year(inner).is_some_and(|year| Some(year) != day.date.year());
        let said = || draft.behind.issuers.iter();
        let other_body = said().any(|by| contradicts(inner, &by.name))
            && said().all(|by| !contradicts(outer, &by.name));
        if of_outer && (other_year || other_body) {
            drafts[i].behind = Behind::nothing(draft.number.span.end);
            drafts[i].gave_back = true;
        }
    }
}

/// Whether the code in `number` is of another branch of the state than `issuer`: the Assembly's, the Party's or the
/// Government's.
fn contradicts(number: &DocumentNumber, issuer: &str) -> bool {
    let assembly = issuer.contains("Quốc hội");
    let government = issuer.ends_with("Chính phủ");
    match number.notation() {
        Notation::Assembly => government || issuer.starts_with("Bộ "),
        Notation::Party => government || assembly,
        _ => assembly && matches!(number.issuers(), [code] if code == "CP" || code == "TTg"),
    }
}

/// The citation of `draft`, with what its clause says; `later` are those behind it, and `taken` the
/// dates that stand right behind a number: one date belongs to one document.
fn numbered<'t>(
    findings: &Findings<'_, 't>,
    draft: &Draft<'_, 't>,
    later: &[Draft<'_, 't>],
    taken: &HashSet<usize>,
) -> Found<'t, Citation<'t>> {
    let Draft {
        number,
        head,
        behind,
        gave_back: _,
    } = draft;
    let span = draft.span();
    let mut stated = Stated {
        verb: None,
        date: behind.date.clone(),
        issuers: behind.issuers.clone(),
    };
    if stated.date.is_none() {
        stated.date = in_next_cell(findings, span.end, !head.cell);
    }
    let mut subject = match head.title {
        Some(_) => None,
        None => [span.end, behind.told]
            .into_iter()
            .find_map(|from| subject::subject(findings, span, Some(&number.value), from)),
    };
    if let Some(words) = &subject
        && stated.date.is_some()
        && stated.issuers.is_empty()
    {
        // "… năm 2021 về thẩm định giá do Bộ trưởng Bộ Tài chính ban hành".
        let joint = issuers::is_joint(&number.value);
        stated.issuers = behind::participle(findings, words.span.end, joint).issuers;
    }
    if let Some(words) = &mut subject
        && stated.date.is_none()
    {
        let joint = issuers::is_joint(&number.value);
        let nested = later
            .iter()
            .take_while(|other| other.head.start < words.span.end)
            .take(MOST_NESTED);
        let open = nested
            .clone()
            .any(|other| other.behind.date.is_none() && !other.gave_back);
        let nested_has = |date: usize| {
            let mut dates = nested
                .clone()
                .filter_map(|other| other.behind.date.as_ref());
            open || dates.any(|other| other.span.start == date)
        };
        let issues = |body: &Found<'_, IssuingBody>| {
            agrees(findings, &number.value, body.value.issuer()) == Some(true)
        };
        // The title of a report or a letter names days of events as often.
        let first = findings.place(words.span.start);
        let titled = std::iter::successors(Some(first), |place| Some(place.next()))
            .take_while(|place| place.start() < words.span.end);
        let of_event = || titled.clone().any(|place| place.phrase(&EVENT).is_some());
        let of_year = |date: PartialDate| {
            number.value.year().is_some() && date.year() == number.value.year() && !of_event()
        };
        let tail = behind_title(findings, words.span, joint, nested_has, issues, of_year);
        if let Some((tail, end)) = tail {
            stated.add(tail.date, tail.issuers);
            *words = subject::until(findings, words.span, end);
        } else {
            let told = behind::participle(findings, words.span.end, joint);
            stated.add(told.date, told.issuers);
        }
    }
    if let Some(words) = &mut subject
        && stated.issuers.is_empty()
        && let Some((by, end)) = closing_issuer(findings, words.span, |body| {
            agrees(findings, &number.value, body.value.issuer()) == Some(true)
        })
    {
        stated.issuers.push(by);
        *words = subject::until(findings, words.span, end);
    }
    if stated.date.is_none() && !stated.issuers.is_empty() && behind.told > behind.end {
        stated.date = governing::day_before(findings, span.start);
    }
    let mut title = head.title.clone();
    if title.is_none() && subject.is_none() && stated.date.is_none() {
        // "Luật số 06/2003/QH11 Biên giới quốc gia ngày 17/6/2003 của Quốc hội".
        let named = subject::name_behind(findings, span, &number.value).and_then(|words| {
            let taken = |date: usize| taken.contains(&date);
            let joint = issuers::is_joint(&number.value);
            let tail = behind_title(findings, words, joint, taken, |_| false, |_| false);
            tail.map(|(tail, end)| (tail, subject::until(findings, words, end)))
        });
        if let Some((tail, name)) = named {
            stated.add(tail.date, tail.issuers);
            title = Some(name);
        }
    }
    stated.date = stated.date.or_else(|| head.year.clone());
    if stated.date.is_none() || stated.issuers.is_empty() {
        let kind = head.kind.as_deref();
        let governing = governing::read(findings, span, kind, Some(&number.value), taken);
        stated.add(governing.date, governing.issuers);
    }
    if stated.issuers.is_empty() {
        stated.issuers = speaking::speaker_behind(findings, span.start, behind.told, &number.value);
    }
    // "Quyết định số 81/2001/QĐ-TTg triển khai Chỉ thị số 58-CT/TW … do Thủ tướng Chính phủ ban hành".
    stated
        .issuers
        .retain(|issuer| !contradicts(&number.value, &issuer.name));
    stated.date = stated.date.map(|date| {
        let words = subject.as_ref().map_or(behind.told, |words| words.span.end);
        day_of_year(findings, span, words, &date).unwrap_or(date)
    });
    let citation = Citation {
        kind: head.kind.clone(),
        number: Some(number.value.clone()),
        title,
        meeting: None,
        date: stated.date,
        issuers: stated.issuers,
        id: DocumentId::unknown(),
        subject,
        resolved: Resolved::default(),
    };
    Found::new(findings.text, span, citation)
}

/// Whether the code in `number` is that of `issuer`; nothing where the code alone does not say whose it is.
fn agrees(findings: &Findings<'_, '_>, number: &DocumentNumber, issuer: &str) -> Option<bool> {
    let code = issuer_by_code(number, None, None, &findings.tables.bodies)?;
    Some(issuer.ends_with(&code) || code.ends_with(issuer))
}

/// Takes from a document the issuers that are those of the one whose subject names it, as both codes say: *Thông tư số
/// 342/2016/TT-BTC hướng dẫn Nghị định số 163/2016/NĐ-CP do Bộ trưởng Bộ Tài chính ban hành*.
fn return_issuers(findings: &Findings<'_, '_>, citations: &mut [Found<'_, Citation<'_>>]) {
    for i in 1..citations.len() {
        let (before, rest) = citations.split_at_mut(i);
        let inner = &mut rest[0];
        let Some(by) = inner.value.issuers.first().map(|by| by.name.as_str()) else {
            continue;
        };
        let code = |citation: &Found<'_, Citation<'_>>| {
            let number = citation.value.number.as_ref()?;
            agrees(findings, number, by)
        };
        let holds = |outer: &&mut Found<'_, Citation<'_>>| {
            let subject = outer.value.subject.as_ref();
            subject.is_some_and(|words| words.span.contains(inner.span))
        };
        if code(inner) != Some(false) {
            continue;
        }
        let outer = before.iter_mut().rev().take(MOST_NESTED).find(holds);
        if let Some(outer) = outer.filter(|outer| code(outer) == Some(true)) {
            let by = std::mem::take(&mut inner.value.issuers);
            if outer.value.issuers.is_empty() {
                outer.value.issuers = by;
            }
        }
    }
}

/// The day in the year `date`, which stands behind the number of the citation at `span`, if its sentence has
/// it: *Ngày 22/11/2022, Ủy ban ban hành Hướng dẫn 05-HD/UBKTTW năm 2022*; or behind its words, which end at
/// byte `words`.
fn day_of_year(
    findings: &Findings<'_, '_>,
    span: Span,
    words: usize,
    date: &StatedDate,
) -> Option<StatedDate> {
    let PartialDate::Year(year) = date.date else {
        return None;
    };
    let behind = behind::participle(findings, words, false).date;
    let day = behind.or_else(|| governing::issuing(findings, span, None).date)?;
    let whole = matches!(day.date, PartialDate::Day { .. });
    (whole && day.date.year() == Some(year)).then_some(day)
}

/// Gives `citation` what the verb says whose object it is together with the one before: *Chính phủ ban
/// hành Nghị định số 10/2022/NĐ-CP và Nghị định số 11/2022/NĐ-CP*.
fn share_verb<'t>(
    findings: &Findings<'_, 't>,
    before: &Found<'t, Citation<'t>>,
    citation: &mut Found<'t, Citation<'t>>,
) {
    let (one, other) = (&before.value, &mut citation.value);
    let (Some(number), Some(next)) = (&one.number, &other.number) else {
        return;
    };
    let alike = number.issuers() == next.issuers() && !number.issuers().is_empty();
    let open = other.date.is_none() && other.issuers.is_empty();
    // "… ban hành Quyết định số 1/QĐ-BTP về A và Quyết định số 2/QĐ-BTP về B"; what stands in a subject is
    // no object of the verb.
    let end = match &one.subject {
        Some(subject) if subject.span.end < citation.span.start => subject.span.end,
        _ => before.span.end,
    };
    let of_verb = |source: Source| source == Source::Sentence;
    let said = one.issuers.first().is_some_and(|by| of_verb(by.source));
    if alike && open && said && head::coordinated(findings.text, end, citation.span.start) {
        other.issuers.clone_from(&one.issuers);
        other.date = one.date.clone().filter(|date| of_verb(date.source));
    }
}

/// More citations than a title holds; it bounds the work of one look.
const MOST_NESTED: usize = 16;

/// Takes out the laws that are named without a number when the text has said before which one is
/// meant: those are [references](Reference). A name without a kind word (`BLHS`) stays, and means that one.
fn drop_known_names<'t>(findings: &Findings<'_, 't>, citations: &mut Vec<Found<'t, Citation<'t>>>) {
    let text = findings.text;
    let carried = carried::find(findings, citations);
    let labels = label::Labels::new(label::find(findings, citations, &carried));
    // What each name meant; nothing where it meant two.
    let mut named: HashMap<Cow<'_, [u8]>, Option<(DocumentId, Resolved)>> = HashMap::new();
    citations.retain_mut(|citation| {
        let value = &mut citation.value;
        let (Some(kind), Some(title)) = (&value.kind, &value.title) else {
            return true;
        };
        let key = findings.tables.laws.name_key(kind, &title.text);
        let by_name = value.number.is_none() && value.meeting.is_none();
        let head = findings
            .tables
            .kinds
            .announced_at(findings.place(citation.span.start))
            .filter(|_| by_name);
        if let Some((head, _)) = head {
            let given = labels.define(citation.span)
                || labels.at(text, citation.span.start, &head.name).is_some();
            if given || value.date.is_none() && named.contains_key(&key) {
                return false;
            }
        }
        if value.number.is_some() || value.date.is_some() {
            let meant = (value.id.clone(), value.resolved.clone());
            let known = named.entry(key).or_insert_with(|| Some(meant.clone()));
            if known.as_ref().is_some_and(|(id, _)| *id != meant.0) {
                *known = None;
            }
        } else if let Some(Some((id, resolved))) = named.get(&key).filter(|_| by_name) {
            // "Điều 192 BLTTDS": kind and name in one.
            value.id = id.clone();
            value.resolved = resolved.clone();
        }
        true
    });
}
