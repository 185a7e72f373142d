//! Who acts: the bodies and persons that are the subject of a verb of issuing.

use super::Findings;
use super::words::{ADVERB, OBJECT_OF, ON_BEHALF, PERSON};
use crate::body::IssuingBody;
use crate::date::DateExpression;
use crate::reading::{Gap, Place};
use crate::span::Found;

/// Words looked through to the left at most: no clause that governs is longer.
pub(super) const FAR: usize = 60;

/// The longest personal name, in words.
const NAME: usize = 5;

/// Who acts.
#[derive(Default)]
pub(super) struct Actor<'a, 't> {
    pub(super) bodies: Vec<&'a Found<'t, IssuingBody>>,
    /// Whether a person is named.
    pub(super) person: bool,
    /// A day between the subject and its verb.
    pub(super) day: Option<&'a Found<'t, DateExpression>>,
    /// Where it begins.
    pub(super) start: usize,
}

impl<'a, 't> Actor<'a, 't> {
    /// The subject that ends at `at`, in the clause that begins at byte `floor`.
    pub(super) fn before(findings: &Findings<'a, 't>, mut at: Place<'a, 't>, floor: usize) -> Self {
        let mut actor = Actor {
            start: at.start(),
            ..Actor::default()
        };
        if let Some((body, start)) = on_behalf(findings, at, floor) {
            actor.bodies.push(body);
            actor.start = start;
            return actor;
        }
        if let Some(date) = findings.date_ending_at(at.end())
            && matches!(at.gap(), Gap::Space | Gap::Comma)
        {
            actor.day = Some(date);
            at = findings.place(date.span.start);
        }
        // A remark in a bracket.
        if at.between().trim() == ")"
            && let Some(bracket) = findings.reading.bracket(at.end())
        {
            at = findings.place(bracket.start);
        }
        let named = |at: Place<'_, '_>| findings.body_ending_at(at.end());
        if at.gap().is_soft() || at.between().starts_with(" (") || is_behind_initial(at) {
            if let Some(body) = named(at) {
                actor.row(findings, body, floor);
                return actor;
            }
            let name = before_name(findings, at, floor);
            if name.index() < at.index() {
                actor.person = true;
                actor.start = name.start();
                if matches!(name.gap(), Gap::Space | Gap::Comma)
                    && let Some(body) = named(name)
                {
                    actor.row(findings, body, floor);
                }
            }
        } else if matches!(at.gap(), Gap::Comma | Gap::Dash) {
            actor.apposed(findings, at, floor);
        }
        actor
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
            // "Cục An toàn thực phẩm, Bộ Y tế ban hành …": the department of the ministry.
            let parent = body.value.parent.as_deref();
            if comma && row.len() == 1 && parent == Some(&*first.value.name) {
                row = vec![body];
                first = body;
                continue;
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

/// Whether a name ends before `place` whose last word is cut to its first letter: *Lê Hồng V. đã ký*.
fn is_behind_initial(place: Place<'_, '_>) -> bool {
    let reading = place.reading();
    let initial = place.back();
    place.between().trim_end() == "."
        && initial.index() < place.index()
        && reading.slice(initial.index()).chars().count() == 1
        && reading.case(initial.index()).is_capital()
        && !reading.case(place.index()).is_capital()
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
        let beside = name.gap().is_soft() || name.index() == at.index() && is_behind_initial(at);
        if name.start() <= floor || !capital || !beside {
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
