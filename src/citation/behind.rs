//! The date and the issuers that stand behind a number: right behind it, or behind its title.

use super::issuers::{closes_row, row_of_bodies};
use super::words::{
    ADVERB, BEHIND_DAY, DATED, HOUR, ISSUED, ISSUES, LEAD, LEVEL, PASSIVE, SAME_DAY,
};
use super::{Findings, Source, StatedDate, StatedIssuer, governing, meeting};
use crate::date::PartialDate;
use crate::reading::{Case, Gap, Place, is_quotation_mark};
use crate::span::Span;
use crate::tables::numerals::ORDINALS;

/// What follows a number, and the end of the stretch that belongs to the citation.
pub(super) struct Behind {
    pub(super) date: Option<StatedDate>,
    pub(super) issuers: Vec<StatedIssuer>,
    pub(super) end: usize,
    /// Where the words end that tell of it, beyond the citation: *do Bộ Y tế ban hành ngày …*.
    pub(super) told: usize,
}

impl Behind {
    /// Nothing stands behind the number that ends at byte `end`.
    pub(super) fn nothing(end: usize) -> Self {
        Behind {
            date: None,
            issuers: Vec::new(),
            end,
            told: end,
        }
    }
}

/// Reads `ngày DATE` and `của ISSUER`, in either order, behind the words of `document`. Party offices set them off
/// by commas (`số 52-NQ/TW, ngày 27-9-2019, của Bộ Chính trị`). A `joint` document has several
/// issuers, also without *và*.
pub(super) fn read(findings: &Findings<'_, '_>, document: Span, joint: bool) -> Behind {
    let mut behind = Behind::nothing(behind_code(findings, document.end));
    while read_date(findings, document, &mut behind) || read_issuers(findings, &mut behind, joint) {
    }
    read_plenum(findings, &mut behind);
    // "… của Bộ Chính trị khóa XII".
    let named = findings.place(behind.end);
    let term = match behind.issuers.is_empty() {
        true => behind.end,
        false => behind.end.max(behind_session(findings, named)),
    };
    let term = behind_unknown(findings, term);
    let told = participle(findings, term, joint);
    behind.told = told.told;
    behind.date = behind.date.or(told.date);
    if behind.issuers.is_empty() {
        behind.issuers = told.issuers;
    }
    behind
}

/// The byte behind the words that complete a code which ends at byte `end`, where the day follows: *10/2016/NQ-HĐND
/// tỉnh ngày 07/12/2016*, *01/2007/NQ-HĐTP TANDTC ngày 02/10/2007*; else `end` itself.
fn behind_code(findings: &Findings<'_, '_>, end: usize) -> usize {
    let word = findings.place(end);
    if !word.gap().is_soft() {
        return end;
    }
    let body = findings.body_at(word.start()).map(|body| body.span.end);
    let level = word.phrase(&LEVEL).map(|(_, behind)| behind.end());
    let Some(behind) = body.or(level) else {
        return end;
    };
    let day = findings.place(behind);
    let dated = day.gap().is_soft()
        && day
            .phrase(&DATED)
            .is_some_and(|(_, day)| findings.date_at(day.start()).is_some());
    match dated || day.gap().is_soft() && findings.date_at(day.start()).is_some() {
        true => behind,
        false => end,
    }
}

/// The byte behind an issuer at byte `end` that is no known body, where the words follow that say what the document is
/// about: *… của Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam về …*; else `end` itself.
fn behind_unknown(findings: &Findings<'_, '_>, end: usize) -> usize {
    let of = findings.place(end);
    let name = of.next();
    let named = findings.says(of, "của")
        && of.gap() == Gap::Space
        && name.gap() == Gap::Space
        && findings
            .body_at(name.start())
            .is_none_or(|body| body.value.generic);
    // "của tỉnh ủy Hải Dương về …": the name has a capital, wherever.
    let mut capital = findings.reading.case(name.index()).is_capital();
    let mut place = name.next();
    for _ in 0..LONGEST_NAME {
        let titled = place.between().trim().chars().all(is_quotation_mark);
        if !named || !titled || findings.number_at(place.start()).is_some() {
            return end;
        }
        if place.phrase(&LEAD).is_some() || !place.gap().is_soft() {
            return if capital { place.end() } else { end };
        }
        capital |= findings.reading.case(place.index()).is_capital();
        place = place.next();
    }
    end
}

/// Words of the name of such an issuer at most.
const LONGEST_NAME: usize = 16;

/// Reads the Party meeting that passed the document, behind *của* or without it.
fn read_plenum(findings: &Findings<'_, '_>, behind: &mut Behind) {
    let place = findings.place(behind.end);
    let beside = place.gap().is_soft() || place.gap() == Gap::Comma;
    if !behind.issuers.is_empty() || !beside {
        return;
    }
    let of = findings.says(place, "của");
    let meeting = if of { place.next() } else { place };
    if let Some(end) = meeting::passing_plenum(meeting) {
        behind.end = end;
        behind.issuers = vec![StatedIssuer {
            name: meeting::CENTRAL_COMMITTEE.to_owned(),
            source: Source::Inline,
        }];
    }
}

fn read_date(findings: &Findings<'_, '_>, document: Span, behind: &mut Behind) -> bool {
    if behind.date.is_some() {
        return false;
    }
    let next = findings.place(behind.end);
    if let Some((end, stated)) = same_day(findings, next) {
        behind.end = end;
        behind.date = Some(stated);
        return true;
    }
    // "142/2025/NĐ-CPngày 12/6/2025".
    let glued = findings.date_at(behind.end);
    let between = match glued {
        Some(_) => "",
        None => &findings.text[behind.end..next.start()],
    };
    // A title in capitals is broken where its lines are full.
    let between = match between {
        "\n" if goes_on_in_capitals(findings, next) => "",
        other => other,
    };
    let bracket = match between.trim_matches(' ') {
        "" | "," => false,
        "(" => true,
        _ => return false,
    };
    let comma = between.starts_with(',');
    let mut day = next;
    if day.eat(&HOUR).is_none() && day.eat(&DATED).is_none() && bracket {
        day.eat(&ISSUED);
    }
    // "… thông qua Luật số 73/2025/QH15 vào ngày 16/6/2025": the day of what the verb says.
    if findings.says(day, "vào") && governing::is_issued(findings, document.start) {
        day = day.next();
    }
    let Some(date) = glued
        .or_else(|| findings.date_at(day.start()))
        .or_else(|| findings.date_at(behind_hour(day).start()))
    else {
        return false;
    };
    let Some(stated) = StatedDate::of(date, Source::Inline) else {
        return false;
    };
    let end = date.span.end;
    // "Quyết định 418/QĐ-BTNMT năm 2022 của …": a year is that of the document only right there.
    let whole_day = matches!(stated.date, PartialDate::Day { .. });
    let year = matches!(stated.date, PartialDate::Year(_)) && !comma && !bracket;
    if !whole_day && !year || comma && (goes_on(findings, end) || leads_on(findings, document, end))
    {
        return false;
    }
    if bracket {
        // "(ngày 27/02/2024, hướng dẫn Luật …)": what stands there, too, is no more of the citation.
        let closed = findings.text[end..].starts_with(')');
        if !closed && !findings.text[end..].starts_with([',', ';']) {
            return false;
        }
        behind.end = if closed { end + 1 } else { behind.end };
    } else {
        behind.end = end;
    }
    behind.date = Some(stated);
    true
}

/// Reads *cùng ngày* at `place`: the day is that of the document named right before in the sentence; with
/// where the words end.
fn same_day(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> Option<(usize, StatedDate)> {
    let (_, behind) = place.phrase(&SAME_DAY).filter(|_| place.gap().is_soft())?;
    // "… cùng ngày 31/12/2020" says the day itself.
    if let Some(date) = findings
        .date_at(behind.start())
        .filter(|_| behind.gap().is_soft())
    {
        return Some((date.span.end, StatedDate::of(date, Source::Inline)?));
    }
    let sentence = findings.sentence_start(place.start());
    let last = findings
        .dates
        .partition_point(|date| date.span.end <= place.start());
    let date = &findings.dates[last.checked_sub(1)?];
    let stated = StatedDate::of(date, Source::Inline)?;
    let day = matches!(stated.date, PartialDate::Day { .. }) && date.span.start >= sentence;
    day.then_some((behind.end(), stated))
}

/// Whether the line that begins at `place` goes on with the title in capitals above it.
pub(super) fn goes_on_in_capitals(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    let upper = |index: usize| findings.reading.case(index) == Case::Upper;
    place.gap() == Gap::LineEnd && upper(place.index()) && {
        let line = findings.reading.line(place.end());
        let start = line.map_or(place, |line| findings.place(line.start));
        upper(start.index())
    }
}

/// Whether the day behind a comma, which ends at byte `end`, goes on as a clause of its own: *theo
/// Quyết định số 84/QĐ-UBND, ngày 05/9/2024 là ngày tựu trường*.
fn goes_on(findings: &Findings<'_, '_>, end: usize) -> bool {
    let next = findings.place(end);
    if !next.gap().is_soft() || next.start() >= findings.text.len() {
        return false;
    }
    !tells_of(findings, next)
}

/// Whether the words at `place`, behind a day, tell of the document before it.
fn tells_of(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    findings.says(place, "của")
        || place.phrase(&LEAD).is_some()
        || place.phrase(&PASSIVE).is_some()
        || place.phrase(&BEHIND_DAY).is_some()
}

/// Whether the day between commas, which ends at byte `end`, leads in the next clause: the clause of
/// `document` has a day of its own, or says who issued it as the next one does. *Ngày 12/3/2024, Bộ Tư
/// pháp có Công văn số 900/BTP-TCCB, ngày 15/3/2024, Bộ Nội vụ có …*.
fn leads_on(findings: &Findings<'_, '_>, document: Span, end: usize) -> bool {
    let next = findings.place(end);
    if next.gap() != Gap::Comma || tells_of(findings, next) {
        return false;
    }
    let own = governing::issuing(findings, document, None);
    let dated = own.date.is_some();
    let issued_next = || {
        let body = findings.body_at(next.start());
        body.is_some_and(|body| {
            let mut verb = findings.place(body.span.end);
            while verb.gap().is_soft() && verb.eat(&ADVERB).is_some() {}
            verb.gap().is_soft() && verb.phrase(&ISSUES).is_some()
        })
    };
    dated || own.verb.is_some() && issued_next()
}

/// The place behind *16 giờ 00*, *16h30*, *16 giờ 30 phút*, with its comma.
fn behind_hour<'r, 't>(mut place: Place<'r, 't>) -> Place<'r, 't> {
    const PARTS: &[&str] = &["giờ", "h", "g", "phút"];
    for _ in 0..4 {
        let word = place.reading().slice(place.index());
        if place.number().is_none() && !PARTS.contains(&word) {
            break;
        }
        place = place.next();
    }
    place
}

fn read_issuers(findings: &Findings<'_, '_>, behind: &mut Behind, joint: bool) -> bool {
    if !behind.issuers.is_empty() {
        return false;
    }
    let of = findings.place(behind.end);
    let between = findings.text[behind.end..of.start()].trim_matches(' ');
    let wrapped = || between == "\n" && goes_on_in_capitals(findings, of);
    let between_bodies = joint && findings.says(of, "giữa");
    let read = if findings.says(of, "của") || between_bodies {
        match matches!(between, "" | ",") || wrapped() {
            true => row_of_bodies(findings, of.next(), joint),
            false => None,
        }
    } else {
        // "… số 21/NQ-HĐND ngày 08/12/2022 HĐND tỉnh về …": no clause can begin with the body.
        let beside = behind.date.is_some() && of.gap() == Gap::Space;
        beside
            .then(|| row_of_bodies(findings, of, joint))
            .flatten()
            .filter(|&(_, end)| closes_row(findings.place(end)))
    };
    let Some((named, end)) = read else {
        return false;
    };
    behind.issuers = named;
    behind.end = end;
    true
}

/// What a verb in the passive tells, from byte `at`, without making the citation longer: *được Quốc
/// hội thông qua ngày …*, *do Bộ Y tế ban hành*, *ban hành ngày …*.
pub(super) fn participle(findings: &Findings<'_, '_>, at: usize, joint: bool) -> Behind {
    let mut told = Behind {
        date: None,
        issuers: Vec::new(),
        end: at,
        told: at,
    };
    let mut place = findings.place(at);
    // "… “Về tăng cường quản lý đê điều” được ban hành ngày …".
    let between = place.between().trim_start_matches(is_closing);
    if !matches!(place.gap(), Gap::Space | Gap::Comma) && !matches!(between, " " | ", ") {
        return told;
    }
    let passive = place.eat(&PASSIVE).is_some();
    let mut named = Vec::new();
    // "Luật … số 60/2005/QH11 Quốc hội thông qua ngày …" has lost its *được*.
    let bare = !passive && place.gap() == Gap::Space;
    if (passive || bare)
        && let Some((by, end)) = row_of_bodies(findings, place, joint)
    {
        named = by;
        place = findings.place(behind_session(findings, findings.place(end)));
        // "do Phó Chủ tịch UBND tỉnh Lò Văn Pín ký ngày …".
        if passive {
            place = behind_person(findings, place);
        }
    }
    if !place.gap().is_soft() && (passive || place.gap() != Gap::Comma) {
        return told;
    }
    if place.eat(&ISSUED).is_none() {
        return told;
    }
    told.issuers = named;
    told.told = place.end();
    // "được HĐND tỉnh thông qua tại kỳ họp thứ 29 ngày …".
    if place.gap().is_soft() && findings.says(place, "tại") {
        let session = behind_session(findings, place.next());
        if session > place.next().end() {
            place = findings.place(session);
        }
    }
    let on = ["vào", "hôm"].iter().any(|on| findings.says(place, on));
    if on && place.gap().is_soft() {
        place = place.next();
    }
    if place.gap().is_soft()
        && let Some(date) = findings.date_at(place.start())
    {
        told.date = StatedDate::of(date, Source::Inline)
            .filter(|date| matches!(date.date, PartialDate::Day { .. }));
        told.told = date.span.end;
        place = findings.place(date.span.end);
    }
    if !passive && !told.issuers.is_empty() && told.date.is_none() {
        return Behind::nothing(at);
    }
    if told.issuers.is_empty()
        && place.gap().is_soft()
        && findings.says(place, "bởi")
        && let Some((by, end)) = row_of_bodies(findings, place.next(), joint)
    {
        told.issuers = by;
        told.told = end;
    }
    told
}

/// The place behind the name of a person that stands between an office and its verb at `place`; else `place` itself.
fn behind_person<'r, 't>(findings: &Findings<'_, '_>, place: Place<'r, 't>) -> Place<'r, 't> {
    let mut verb = place;
    while verb.gap() == Gap::Space
        && findings.reading.case(verb.index()).is_capital()
        && verb.index() <= place.index() + LONGEST_PERSON
    {
        verb = verb.next();
    }
    let named = verb.index() >= place.index() + 2 && verb.phrase(&ISSUED).is_some();
    if named { verb } else { place }
}

/// Words of the name of a person at most.
const LONGEST_PERSON: usize = 5;

/// The byte behind the term and the session of a body at `place`: *khóa XIII, kỳ họp thứ 6*, *(khóa IX)*; where
/// there is none, the end of the word before.
fn behind_session(findings: &Findings<'_, '_>, mut place: Place<'_, '_>) -> usize {
    let says = |place: Place<'_, '_>, word| findings.says(place, word);
    let term = place.next();
    let numbered = term.number().is_some() || findings.reading.case(term.index()) == Case::Upper;
    if numbered && (says(place, "khóa") || says(place, "khoá")) {
        let behind = term.next();
        if place.between().trim() == "(" && behind.between().starts_with(')') {
            return behind.end() + 1;
        }
        if place.gap().is_soft() {
            place = behind;
        }
    }
    let apart = matches!(place.gap(), Gap::Space | Gap::Comma | Gap::Dash);
    if apart && says(place, "kỳ") && says(place.next(), "họp") {
        place = place.next().next();
        if says(place, "thứ") {
            place = place.next();
        }
        place = match place
            .phrase(&ORDINALS)
            .filter(|_| says(place.back(), "thứ"))
        {
            Some((_, behind)) => behind,
            None => place.next(),
        };
    }
    place.end()
}

/// Whether `c` closes what a title stood in, or a part of it.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, ')' | '”' | '"' | '’')
}
