//! The date and the issuers that govern a citation from the clause it stands in.
//!
//! *Ngày 27/9/2019, Bộ Chính trị đã ban hành Nghị quyết số 52-NQ/TW …*: date, subject and verb
//! stand in front of the object. They govern that object alone and nothing nested in it.

use super::find::Stated;
use super::words::{ADVERB, ISSUED, ISSUES, OBJECT_OF, ON_BEHALF, PASSIVE, PERSON, SEVERAL};
use super::{Findings, Source, StatedDate, StatedIssuer, speaking};
use crate::body::IssuingBody;
use crate::date::DateExpression;
use crate::document_id::issuer_by_code;
use crate::number::DocumentNumber;
use crate::reading::{Gap, Place};
use crate::span::{Found, Span};

/// Words looked through to the left at most: no clause that governs is longer.
const FAR: usize = 60;

/// The longest personal name, in words.
const NAME: usize = 5;

/// What governs the citation at `span`.
pub(super) fn read(
    findings: &Findings<'_, '_>,
    span: Span,
    kind: Option<&str>,
    number: Option<&DocumentNumber>,
) -> Stated {
    let stated = governed(findings, span, kind, number);
    if !stated.issuers.is_empty() || stated.verb.is_some() {
        return stated;
    }
    Stated {
        issuers: speaking::speaker(findings, findings.place(span.start)),
        ..stated
    }
}

/// Whether a verb of issuing stands in front of byte `at`.
pub(crate) fn is_issued(findings: &Findings<'_, '_>, at: usize) -> bool {
    let place = findings.place(at);
    place.gap().is_soft() && place.phrase_before(&ISSUES).is_some()
}

/// How a sentence says that a document is issued.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Issue {
    Said,
    /// *vừa ban hành*, *mới được ban hành*.
    New,
}

/// How it says so of the document at `span`, by whom it may be.
pub(crate) fn issue(findings: &Findings<'_, '_>, span: Span) -> Option<Issue> {
    let new = |place: Place<'_, '_>| findings.says(place, "vừa") || findings.says(place, "mới");
    let governing = governed(findings, span, None, None);
    if let Some(verb) = governing.verb.filter(|_| !governing.issuers.is_empty()) {
        let before = findings.place(verb.start).back();
        return Some(if new(before) { Issue::New } else { Issue::Said });
    }
    let place = findings.place(span.end);
    let (_, behind) = place.phrase(&PASSIVE).filter(|_| place.gap().is_soft())?;
    let by = findings.body_at(behind.start());
    let verb = by.map_or(behind, |body| findings.place(body.span.end));
    verb.phrase(&ISSUED)?;
    Some(if new(place) { Issue::New } else { Issue::Said })
}

/// The verb of issuing that has the document at `span` for its object, with its subject and date.
pub(crate) fn issuing(findings: &Findings<'_, '_>, span: Span, kind: Option<&str>) -> Stated {
    governed(findings, span, kind, None)
}

fn governed(
    findings: &Findings<'_, '_>,
    span: Span,
    kind: Option<&str>,
    number: Option<&DocumentNumber>,
) -> Stated {
    let object = findings.place(span.start);
    if findings.text[..span.start].ends_with('(') {
        return in_host_clause(findings, span.start - 1, kind, number);
    }
    before_object(findings, object, Source::Sentence)
}

/// What governs the bracket that opens at byte `open`: the clause in front of it names a document as
/// the object of a verb of issuing. A document of another kind is the same one only if the number
/// says that the subject issued it.
fn in_host_clause(
    findings: &Findings<'_, '_>,
    open: usize,
    kind: Option<&str>,
    number: Option<&DocumentNumber>,
) -> Stated {
    let mut place = findings.place(open);
    let floor = findings.reading.clause(open).start;
    for _ in 0..FAR {
        place = place.back();
        if place.start() <= floor || place.index() == 0 {
            break;
        }
        if !is_issued(findings, place.start()) {
            continue;
        }
        let Some((head, _)) = findings.tables.kinds.announced_at(place) else {
            continue;
        };
        let stated = before_object(findings, place, Source::Bracket);
        let same = kind == Some(head.name.as_str());
        let registry = &findings.tables.bodies;
        let by_code = number.and_then(|number| issuer_by_code(number, None, None, registry));
        let told = by_code.is_some_and(|code| {
            let mut names = stated.issuers.iter();
            names.any(|issuer| issuer.name.ends_with(&code) || code.ends_with(&issuer.name))
        });
        if same || told {
            return stated;
        }
        break;
    }
    Stated::default()
}

/// Reads `[date ,] subject verb` leftwards from the object.
fn before_object(findings: &Findings<'_, '_>, object: Place<'_, '_>, source: Source) -> Stated {
    let floor = findings.reading.clause(object.start()).start;
    let mut object = object;
    if object.gap().is_soft() {
        object.eat_back(&SEVERAL);
    }
    let object = match object.gap() {
        Gap::Comma => outside_aside(object, floor),
        gap => gap.is_soft().then_some(object),
    };
    let Some(object) = object else {
        return Stated::default();
    };
    let Some((_, mut at)) = object.phrase_before(&ISSUES) else {
        return Stated::default();
    };
    if at.start() < floor {
        return Stated::default();
    }
    let verb = Span::new(at.start(), object.end());
    while at.start() > floor && at.gap().is_soft() && at.eat_back(&ADVERB).is_some() {}
    let mut stated = Stated {
        verb: Some(verb),
        ..Stated::default()
    };
    if at.start() <= floor {
        return stated;
    }
    let subject = Subject::before(findings, at, floor);
    stated.date = subject
        .day
        .and_then(|date| StatedDate::of(date, source))
        .or_else(|| opening_date(findings, floor, subject.start, source))
        .or_else(|| date_before(findings, floor, subject.start, source));
    if stated.date.is_some() && subject.bodies.is_empty() && !subject.person {
        stated.date = None;
    }
    let bodies = subject.bodies.iter();
    stated.issuers = bodies
        .filter(|body| !body.value.generic)
        .map(|body| StatedIssuer::of(body, source))
        .collect();
    stated
}

/// The place behind the verb from which words between commas part its object: *ban hành, sau nhiều
/// lần lấy ý kiến, Quyết định số …*.
fn outside_aside<'r, 't>(object: Place<'r, 't>, floor: usize) -> Option<Place<'r, 't>> {
    let mut place = object.back();
    for _ in 0..ASIDE {
        if place.start() <= floor {
            return None;
        }
        match place.gap() {
            Gap::Comma => return Some(place),
            Gap::Space => place = place.back(),
            _ => return None,
        }
    }
    None
}

/// Words between a verb and its object at most.
const ASIDE: usize = 10;

/// Who acts.
#[derive(Default)]
struct Subject<'a, 't> {
    bodies: Vec<&'a Found<'t, IssuingBody>>,
    /// Whether a person is named.
    person: bool,
    /// A day between the subject and its verb.
    day: Option<&'a Found<'t, DateExpression>>,
    /// Where it begins.
    start: usize,
}

impl<'a, 't> Subject<'a, 't> {
    /// The subject that ends at `at`, in the clause that begins at byte `floor`.
    fn before(findings: &Findings<'a, 't>, mut at: Place<'a, 't>, floor: usize) -> Self {
        let mut subject = Subject {
            start: at.start(),
            ..Subject::default()
        };
        if let Some((body, start)) = on_behalf(findings, at, floor) {
            subject.bodies.push(body);
            subject.start = start;
            return subject;
        }
        if let Some(date) = findings.date_ending_at(at.end())
            && matches!(at.gap(), Gap::Space | Gap::Comma)
        {
            subject.day = Some(date);
            at = findings.place(date.span.start);
        }
        // A remark in a bracket.
        if at.between().trim() == ")"
            && let Some(bracket) = findings.reading.bracket(at.end())
        {
            at = findings.place(bracket.start);
        }
        let named = |at: Place<'_, '_>| findings.body_ending_at(at.end());
        if at.gap().is_soft() || at.between().starts_with(" (") {
            if let Some(body) = named(at) {
                subject.row(findings, body, floor);
                return subject;
            }
            let name = before_name(findings, at, floor);
            if name.index() < at.index() {
                subject.person = true;
                subject.start = name.start();
                if matches!(name.gap(), Gap::Space | Gap::Comma)
                    && let Some(body) = named(name)
                {
                    subject.row(findings, body, floor);
                }
            }
        } else if matches!(at.gap(), Gap::Comma | Gap::Dash) {
            subject.apposed(findings, at, floor);
        }
        subject
    }

    /// The subject before an apposition that ends at `at`: *Ban Tuyên giáo Tỉnh ủy, cơ quan tham mưu của
    /// Tỉnh ủy, vừa ban hành*; or the office behind a person's name: *Ông Lò Văn Pín, Chủ tịch UBND
    /// huyện Mường La, đã ký*.
    fn apposed(&mut self, findings: &Findings<'a, 't>, at: Place<'a, 't>, floor: usize) {
        let sign = at.gap();
        if let Some(body) = findings.body_ending_at(at.end()) {
            let office = findings.place(body.span.start);
            if office.start() <= floor || office.gap() == sign {
                self.start = body.span.start;
                self.bodies.push(body);
                return;
            }
        }
        let mut place = at.back();
        for _ in 0..FAR {
            if place.start() <= floor {
                return;
            }
            if place.gap() == sign
                && let Some(body) = findings.body_ending_at(place.end())
            {
                if begins_segment(findings, body, floor) {
                    self.start = body.span.start;
                    self.bodies.push(body);
                }
                return;
            }
            place = place.back();
        }
    }

    /// The bodies that end with `last`: `Bộ A, Bộ B và Bộ C`. A row whose first body hangs on a word before
    /// it (*thống nhất với Bộ A, Bộ B ban hành*) is the subject only behind its last comma.
    fn row(&mut self, findings: &Findings<'a, 't>, last: &'a Found<'t, IssuingBody>, floor: usize) {
        let mut row = vec![last];
        // How many bodies at the end of the row stand behind the comma that was met first.
        let mut behind_comma = None;
        let mut first = last;
        while first.span.start > floor {
            let mut place = findings.place(first.span.start);
            let comma = place.gap() == Gap::Comma;
            let word = place
                .index()
                .checked_sub(1)
                .map(|i| findings.reading.slice(i));
            let joined = word == Some("và") && place.gap().is_soft();
            if joined {
                place = place.back();
            } else if !comma {
                break;
            }
            let Some(body) = findings.body_ending_at(place.end()) else {
                break;
            };
            if body.span.start < floor {
                break;
            }
            if comma && behind_comma.is_none() {
                behind_comma = Some(row.len());
            }
            row.push(body);
            first = body;
        }
        let keep = if begins_segment(findings, first, floor) {
            row.len()
        } else if let Some(kept) = behind_comma {
            kept
        } else if row.len() == 1 && !hangs(findings, first) {
            1
        } else {
            0
        };
        // "Bộ A, Bộ B": the first may be the end of another clause's words, but it begins this one.
        row.truncate(keep);
        row.reverse();
        self.start = row.first().map_or(last.span.start, |body| body.span.start);
        self.bodies = row;
    }
}

/// Whether `body` begins a part of its clause: behind a comma, a day, or nothing.
fn begins_segment(
    findings: &Findings<'_, '_>,
    body: &Found<'_, IssuingBody>,
    floor: usize,
) -> bool {
    let place = findings.place(body.span.start);
    if place.start() <= floor || place.index() == 0 || !place.gap().is_soft() {
        return true;
    }
    let mut before = place;
    before.eat_back(&PERSON);
    before.start() <= floor
        || !before.gap().is_soft()
        || findings.date_ending_at(before.end()).is_some()
        || before.eat_back(&ADVERB).is_some()
}

/// Whether `body` is the object of the word before it: *theo đề nghị của BODY*.
fn hangs(findings: &Findings<'_, '_>, body: &Found<'_, IssuingBody>) -> bool {
    let place = findings.place(body.span.start);
    place.gap().is_soft() && place.phrase_before(&OBJECT_OF).is_some()
}

/// The place before the name of a person that ends at `at`; `at` itself where there is none.
fn before_name<'r, 't>(
    findings: &Findings<'_, '_>,
    at: Place<'r, 't>,
    floor: usize,
) -> Place<'r, 't> {
    let mut name = at;
    for _ in 0..NAME {
        let before = name.back();
        let capital =
            before.index() < name.index() && at.reading().case(before.index()).is_capital();
        if name.start() <= floor || !capital || !name.gap().is_soft() {
            break;
        }
        name = before;
        if at.index() - name.index() >= 2 && findings.body_ending_at(name.end()).is_some() {
            break;
        }
    }
    if at.index() - name.index() < 2 {
        return at;
    }
    let mut titled = name;
    if titled.gap().is_soft() && titled.eat_back(&PERSON).is_some() && titled.start() >= floor {
        return titled;
    }
    name
}

/// The body for which somebody signs: *thay mặt Chính phủ, Bộ trưởng Bộ Tài chính ký …*; with where it
/// begins.
fn on_behalf<'a, 't>(
    findings: &Findings<'a, 't>,
    verb: Place<'a, 't>,
    floor: usize,
) -> Option<(&'a Found<'t, IssuingBody>, usize)> {
    let mut place = verb;
    for _ in 0..FAR {
        if place.start() <= floor {
            return None;
        }
        place = place.back();
        if let Some((_, behind)) = place.phrase(&ON_BEHALF)
            && let Some(body) = findings.body_at(behind.start())
            && !body.value.generic
        {
            return Some((body, place.start()));
        }
    }
    None
}

/// The date at the beginning of the clause that begins at byte `floor`, whose subject begins at byte
/// `subject`.
fn opening_date(
    findings: &Findings<'_, '_>,
    floor: usize,
    subject: usize,
    source: Source,
) -> Option<StatedDate> {
    let first = findings
        .dates
        .partition_point(|date| date.span.start < floor);
    let date = findings.dates.get(first)?;
    // Room for "Vào sáng".
    let opens = date.span.start - floor <= 16
        && !findings.text[floor..date.span.start].contains([',', ';', ':']);
    let between = findings.text.get(date.span.end..subject)?;
    let near = !between.contains([';', ':', '('])
        && findings.place(subject).index() <= findings.place(date.span.end).index() + FAR;
    (opens && near).then(|| StatedDate::of(date, source))?
}

/// The date between commas right before the subject: *Để cụ thể hóa chủ trương này, ngày 05/3/2020, Chính
/// phủ đã ban hành …*.
fn date_before(
    findings: &Findings<'_, '_>,
    floor: usize,
    subject: usize,
    source: Source,
) -> Option<StatedDate> {
    let place = findings.place(subject);
    let date = findings.date_ending_at(place.end())?;
    let before = findings.place(date.span.start);
    // "Sở Tư pháp đưa tin - Ngày 20/4/2019, Bộ trưởng đã ký …".
    let apart = place.gap() == Gap::Comma && !before.gap().is_soft();
    (apart && date.span.start >= floor).then(|| StatedDate::of(date, source))?
}

/// The day that opens the clause right before the document at byte `start`: *Ngày 25/11/2014, Luật Nhà ở
/// được Quốc hội thông qua*.
pub(super) fn day_before(findings: &Findings<'_, '_>, start: usize) -> Option<StatedDate> {
    let place = findings.place(start);
    let floor = findings.reading.clause(start).start;
    if place.gap() != Gap::Comma || findings.date_ending_at(place.end()).is_none() {
        return None;
    }
    opening_date(findings, floor, start, Source::Sentence)
}
