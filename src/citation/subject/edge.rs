//! What ends a subject: where the next clause or the next document begins.

use crate::citation::words::{
    ADVERB, ADVERBIAL, ATTRIBUTE, BASIS, BEFORE_NOUN, BESIDE, BY_OTHER, CHANGED, CHARGES, FATE,
    FINITE, GIVES_WAY, ISSUED, ISSUES, LEAD, NO_ACTOR, OPENS, OTHERS, PREDICATE, PREPOSITION,
    REPLACES, SEVERAL, TOLD,
};
use crate::citation::{Findings, behind, meeting};
use crate::reading::{Gap, Phrases, Place, is_quotation_mark};
use crate::span::Span;

/// What may end a subject.
pub(super) struct Edge {
    /// The citation is in an adverbial: a main clause follows behind a comma.
    adverbial: bool,
    /// A word that leads in nothing but an adverbial opens the sentence: a main clause must follow.
    led: bool,
    /// The citation is the subject of its sentence.
    subject: bool,
}

impl Edge {
    pub(super) fn of(findings: &Findings<'_, '_>, span: Span) -> Edge {
        let mut before = findings.place(span.start);
        let mut clause = findings.reading.clause(span.start);
        // "số: 183/2010/TTLT/BTC-BNN" has a colon of its own.
        clause.end = findings.reading.clause(span.end.saturating_sub(1)).end;
        if let Some(provision) = findings.provision_ending_at(before.end()) {
            before = findings.place(provision.span.start);
        }
        let leads = findings.text[clause.end..].starts_with(':');
        let stopped = leads || findings.text[clause.end..].starts_with('.');
        let opens = before.start() <= clause.start
            // An item of a list is a name as often as a sentence.
            || leads && is_behind_marker(findings, before);
        // What ends at a semicolon has no main clause yet.
        let row = findings.text[clause.end..].starts_with(';');
        let adverbial = !row
            && match opens {
                true => goes_on_with_row(findings, before),
                false => {
                    before.gap().is_soft() && before.phrase_before(&ADVERBIAL).is_some()
                        || row_led_by(findings, before, &ADVERBIAL)
                }
            };
        let prepositions = before.phrase_before(&PREPOSITION);
        Edge {
            adverbial,
            led: adverbial
                && (stopped
                    && (prepositions.is_some_and(|(_, start)| start.start() <= clause.start)
                        || !opens
                            && row_led_by(findings, before, &PREPOSITION)
                            && findings.place(clause.start).phrase(&BASIS).is_none())
                    // "Thực hiện Công văn số …, nhà trường thông báo như sau:".
                    || leads
                        && before.phrase_before(&ADVERBIAL).is_some_and(|(_, start)| start.start() <= clause.start)
                        && findings.place(clause.end).phrase_before(&TOLD).is_some()),
            subject: opens && !adverbial && stopped,
        }
    }

    /// Whether the subject that begins at `start` ends before `place`.
    pub(super) fn ends_before(
        &self,
        findings: &Findings<'_, '_>,
        place: Place<'_, '_>,
        start: Place<'_, '_>,
        limit: usize,
    ) -> bool {
        if is_next_of_row(findings, start, place) {
            return true;
        }
        if findings.says(place, "và")
            && (acts(findings, place.next())
                || is_charge(findings, place.next())
                || is_behind_quotation(findings, place))
        {
            return true;
        }
        match separator(place) {
            Gap::Comma => {
                is_fate(findings, place)
                    || is_issued_on(findings, place)
                    || replaces(findings, place, start)
                    || self.opens_clause(findings, place, start, limit)
            }
            Gap::Space => {
                // "sửa đổi … Nghị định số 60/2021/NĐ-CP quy định … công lập thành “Đơn vị …”".
                let turned = findings.says(place, "thành") || findings.says(place, "bằng");
                if turned && place.next().between().contains(is_quotation_mark) {
                    return true;
                }
                let sent = findings.says(place, "gửi")
                    && (findings.body_at(place.next().start()).is_some()
                        || place.next().phrase(&SEVERAL).is_some());
                // A title has two words at least before the verb of the sentence can come.
                let long = place.index() >= start.index() + 2;
                long && (sent
                    || is_fate(findings, place)
                    || place.phrase(&OTHERS).is_some()
                    || findings.says(place, "thì")
                    || replaces_behind_name(findings, place, start)
                    || joins_other(findings, place)
                    || self.subject && is_predicate(findings, place, start, limit))
            }
            // "… - được huyện quán triệt".
            Gap::Dash => is_fate(findings, place),
            // The title above stands on lines of its own.
            Gap::LineEnd => is_fate(findings, place) || place.phrase(&BASIS).is_some(),
            _ => false,
        }
    }

    /// Whether a clause of its own begins at `place`, behind a comma.
    fn opens_clause(
        &self,
        findings: &Findings<'_, '_>,
        place: Place<'_, '_>,
        start: Place<'_, '_>,
        limit: usize,
    ) -> bool {
        // "…, sau 3 tháng triển khai".
        let after = findings.says(place, "sau") || findings.says(place, "qua");
        let span = after && place.next().number().is_some();
        if span || place.phrase(&OPENS).is_some() || is_charge(findings, place) {
            return true;
        }
        if findings.body_at(place.start()).is_some() {
            return is_led_by_body(findings, place, limit);
        }
        if !self.adverbial {
            return false;
        }
        if self.led && is_only_comma(place, start, limit) {
            return true;
        }
        let mut ahead = place;
        for _ in 0..CLAUSE {
            let apart = ahead.gap() == Gap::Comma || ahead.between().contains('(');
            if ahead.start() >= limit || ahead.index() > place.index() && apart {
                return false;
            }
            if let Some((_, behind)) = ahead.phrase(&FINITE)
                && !is_noun(findings, ahead, behind)
                && !findings.says(behind, "về")
            {
                // "…, lập danh mục cơ sở phải xử lý, Phó Chủ tịch có ý kiến …": who acts opens the main clause.
                let attribute = ahead.phrase(&ATTRIBUTE).is_some();
                return !(attribute && is_led_further_on(findings, ahead, limit));
            }
            ahead = ahead.next();
        }
        false
    }
}

/// Whether *và* at `place` stands behind a quoted name and leads on to something with a name of its own: *phê duyệt
/// “Kế hoạch phòng, chống bão” và tình hình địa phương*.
fn is_behind_quotation(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    let next = place.next();
    let closed = place.between().trim() == "”";
    closed && next.gap() == Gap::Space && !findings.reading.case(next.index()).is_capital()
}

/// Whether what the document charges a body with begins at `place`: *, giao Bộ Công an chủ trì*, *, yêu cầu các
/// Bộ …*.
fn is_charge(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    let charged = place.phrase(&CHARGES).map(|(_, body)| body);
    charged.is_some_and(|body| body.gap().is_soft() && findings.body_at(body.start()).is_some())
}

/// Whether the document is said at `place` to take the place of another one: *ban hành Quy chế làm việc, thay thế
/// Quyết định số …*; a title that begins at `start` with such a verb goes on with it.
fn replaces(findings: &Findings<'_, '_>, place: Place<'_, '_>, start: Place<'_, '_>) -> bool {
    let Some((_, other)) = place.phrase(&REPLACES) else {
        return false;
    };
    let kinds = &findings.tables.kinds;
    let numbered = |(_, behind)| is_numbered(behind);
    other.gap().is_soft()
        && kinds.announced_at(other).is_some_and(numbered)
        && start.phrase(&REPLACES).is_none()
}

/// Whether another document is put beside this one at `place`: *… gắn với Kết luận số …*.
fn joins_other(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    let Some((_, other)) = place.phrase(&BESIDE) else {
        return false;
    };
    let kinds = &findings.tables.kinds;
    other.gap().is_soft()
        && kinds
            .announced_at(other)
            .is_some_and(|(_, behind)| is_numbered(behind))
}

/// The same right behind a title that *về* leads in: *Quy định số 37-QĐ/TW về những điều đảng viên không được làm thay
/// thế Quy định số 47-QĐ/TW*. A title with a verb may be about what is to be replaced: *giao Bộ Y tế nghiên cứu thay
/// thế Nghị định số …*.
fn replaces_behind_name(
    findings: &Findings<'_, '_>,
    place: Place<'_, '_>,
    start: Place<'_, '_>,
) -> bool {
    findings.says(place, "thay")
        && start.phrase_before(&LEAD).is_some()
        && replaces(findings, place, start)
        && !is_of_nested(findings, place, start)
}

/// Whether the body at `place` leads a clause of its own, before byte `limit`: no name goes on behind it.
fn is_led_by_body(findings: &Findings<'_, '_>, place: Place<'_, '_>, limit: usize) -> bool {
    let Some(body) = findings.body_at(place.start()) else {
        return false;
    };
    let mut behind = findings.place(body.span.end);
    // "…, Sở Giáo dục và Đào tạo (GDĐT) yêu cầu …".
    let mut beside = behind.gap().is_soft();
    if behind.between().trim() == "("
        && let Some(bracket) = findings.reading.bracket(behind.start())
    {
        behind = findings.place(bracket.end);
        beside = behind.between().trim() == ")";
    }
    // "…, Bộ Chính trị, Ban Bí thư yêu cầu …".
    if behind.gap() == Gap::Comma
        && let Some(next) = findings.body_at(behind.start())
        && let verb = findings.place(next.span.end)
        && verb.gap().is_soft()
        && verb.phrase(&FINITE).is_some()
    {
        return true;
    }
    behind.start() < limit && beside && behind.phrase(&NO_ACTOR).is_none()
}

/// Whether a body leads a clause behind a later comma, from `place` up to byte `limit`.
fn is_led_further_on(findings: &Findings<'_, '_>, place: Place<'_, '_>, limit: usize) -> bool {
    let mut next = place.next();
    while next.start() < limit {
        if separator(next) == Gap::Comma && is_led_by_body(findings, next, limit) {
            return true;
        }
        next = next.next();
    }
    false
}

/// Whether nothing but the marker of its item stands on the line before `place`: *a) Khoản 8 Điều 1 …*.
fn is_behind_marker(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    let line = findings.reading.line(place.start());
    let marked = place.between().starts_with([')', '.', '/']);
    marked && line.is_some_and(|line| findings.place(line.start).index() + 1 == place.index())
}

/// Whether the clause before `place`, behind a semicolon, is in the adverbial that opens the sentence, with
/// documents of a row: *Thực hiện Công văn số …; Công văn số … về …, nhà trường đã …*.
fn goes_on_with_row(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    if place.between().trim() != ";" {
        return false;
    }
    let sentence = findings.reading.sentence(place.end());
    let first = findings.place(sentence.start);
    let row = first.phrase(&ADVERBIAL).map(|(_, row)| row);
    row.is_some_and(|row| findings.tables.kinds.announced_at(row).is_some())
}

/// Whether the document at `place` is one more of a row, behind *và* or a comma, that words of `leads` lead in
/// where the clause begins: *Theo Luật Giá và Nghị định số … về …, người bán …*.
fn row_led_by(findings: &Findings<'_, '_>, place: Place<'_, '_>, leads: &Phrases<()>) -> bool {
    let and = place.gap().is_soft() && findings.says(place.back(), "và");
    if !and && place.gap() != Gap::Comma {
        return false;
    }
    let clause = findings.reading.clause(place.start());
    let first = findings.place(clause.start);
    let row = first.phrase(leads).map(|(_, row)| row);
    row.is_some_and(|row| findings.tables.kinds.announced_at(row).is_some())
}

/// Whether a body stands at `place` with a verb that only the subject of a clause has: *Bộ Tài chính đã ban
/// hành …*.
fn acts(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    let Some(body) = findings.body_at(place.start()) else {
        return false;
    };
    let mut verb = findings.place(body.span.end);
    if !verb.gap().is_soft() {
        return false;
    }
    if verb.phrase(&FINITE).is_some() {
        return true;
    }
    let told = verb.eat(&ADVERB).is_some();
    told && verb.gap().is_soft() && verb.phrase(&ISSUES).is_some()
}

/// Whether a verb begins at `place` that a document is the subject of, in a subject from `start` up to byte `limit`.
fn is_predicate(
    findings: &Findings<'_, '_>,
    place: Place<'_, '_>,
    start: Place<'_, '_>,
    limit: usize,
) -> bool {
    if findings.says(place, "có") && place.next().number().is_some() {
        return true;
    }
    place.phrase(&PREDICATE).is_some_and(|(_, behind)| {
        // "… trợ cấp hằng tháng quy định tại Điều 1 …" says which ones.
        let of_noun = findings.says(behind, "tại") || findings.says(behind, "ở");
        // "… trong lập đề nghị xây dựng văn bản hết hiệu lực …": a sentence has one predicate.
        let in_title = || place.phrase(&ATTRIBUTE).is_some() && gives_way(behind, limit);
        !of_noun
            && !in_title()
            && !is_noun(findings, place, behind)
            && !is_of_nested(findings, place, start)
    })
}

/// Whether it is said between `place` and byte `limit` that a document gives way.
fn gives_way(place: Place<'_, '_>, limit: usize) -> bool {
    let mut next = place;
    while next.start() < limit {
        if next.phrase(&GIVES_WAY).is_some() {
            return true;
        }
        next = next.next();
    }
    false
}

/// Whether the verb at `place` is that of a document named in the subject that begins at `start`: *… các Thông tư
/// quy định các giới hạn …*, *… Nghị định số … của Chính phủ quy định …*.
fn is_of_nested(findings: &Findings<'_, '_>, place: Place<'_, '_>, start: Place<'_, '_>) -> bool {
    if findings.tables.kinds.announced_before(place).is_some() {
        return true;
    }
    let named = findings.body_ending_at(place.end()).is_some()
        || findings.date_ending_at(place.end()).is_some()
        || findings.number_ending_at(place.end()).is_some();
    let next = findings
        .numbers
        .partition_point(|number| number.span.start < start.start());
    let nested = findings.numbers.get(next);
    named && nested.is_some_and(|number| number.span.end <= place.end())
}

/// Whether the words between the two places, which may be a verb, are a noun: *có yêu cầu*, *đề nghị của*.
fn is_noun(findings: &Findings<'_, '_>, start: Place<'_, '_>, behind: Place<'_, '_>) -> bool {
    start.phrase_before(&BEFORE_NOUN).is_some() || findings.says(behind, "của")
}

/// Whether the comma before `place` is the only one behind `start`, where a subject begins, up to byte
/// `limit`, and words enough for a clause follow it.
fn is_only_comma(place: Place<'_, '_>, start: Place<'_, '_>, limit: usize) -> bool {
    let mut before = place.back();
    while before.index() > start.index() {
        if before.gap() == Gap::Comma || place.index() > before.index() + LONG {
            return false;
        }
        before = before.back();
    }
    let mut next = place.next();
    while next.start() < limit {
        if next.gap() == Gap::Comma || next.index() > place.index() + CLAUSE {
            return false;
        }
        next = next.next();
    }
    next.index() - place.index() >= SHORTEST_CLAUSE
}

/// Words of a subject behind which the comma is looked at alone, at most.
const LONG: usize = 60;

/// Words of the shortest clause.
const SHORTEST_CLAUSE: usize = 4;

/// Words before the verb of a clause at most.
const CLAUSE: usize = 24;

/// Whether what becomes of the document begins at `place`: *được gửi*, *được các cấp ủy …*, *được BODY …*.
fn is_fate(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    match place.phrase(&FATE) {
        // "vốn do Nhà nước nắm giữ" is a part of the title.
        Some(_) if findings.reading.slice(place.index()) == "do" => {
            let told = behind::participle(findings, place.end(), true);
            !told.issuers.is_empty() || is_issued_by_other(place)
        }
        Some(_) => true,
        None if place.phrase(&CHANGED).is_some() => is_changed(place),
        None => {
            findings.reading.slice(place.index()) == "được"
                && findings.body_at(place.next().start()).is_some()
        }
    }
}

/// Whether *được sửa đổi bởi …* begins at `place`.
pub(super) fn is_changed(place: Place<'_, '_>) -> bool {
    let behind = place.phrase(&CHANGED).map(|(_, behind)| behind);
    behind.is_some_and(|by| by.gap().is_soft() && by.phrase(&BY_OTHER).is_some())
}

/// Whether *do tỉnh Quảng Nam ban hành* begins at `place` and ends the clause.
fn is_issued_by_other(place: Place<'_, '_>) -> bool {
    let mut verb = place.next();
    for _ in 0..ISSUER {
        if !verb.gap().is_soft() {
            return false;
        }
        if let Some((_, behind)) = verb.phrase(&ISSUED) {
            return !behind.gap().is_soft();
        }
        verb = verb.next();
    }
    false
}

/// Words that name who issued it at most.
const ISSUER: usize = 8;

/// Whether *ban hành ngày 04/7/2011* begins at `place`.
fn is_issued_on(findings: &Findings<'_, '_>, place: Place<'_, '_>) -> bool {
    let behind = place.phrase(&ISSUED).map(|(_, behind)| behind);
    behind.is_some_and(|day| day.gap().is_soft() && findings.date_at(day.start()).is_some())
}

/// Whether `, Quyết định số …` or ` và Nghị định số …` begins at `place`, or the resolution of a Party meeting in
/// a subject, which begins at `start`, that names no document before.
fn is_next_of_row(findings: &Findings<'_, '_>, start: Place<'_, '_>, place: Place<'_, '_>) -> bool {
    let and = findings.reading.slice(place.index()) == "và";
    let at = match and {
        true => place.next(),
        false if separator(place) == Gap::Comma => place,
        false => return false,
    };
    let kinds = &findings.tables.kinds;
    let Some((_, behind)) = kinds.announced_at(at) else {
        return false;
    };
    let first = || {
        let words = std::iter::successors(Some(start), |place| Some(place.next()));
        let mut before = words.take_while(|word| word.index() < place.index());
        before.all(|word| kinds.announced_at(word).is_none())
    };
    // "… sửa đổi Khoản 2 Mục III, Thông tư số …": of which the provision is.
    if !and && findings.provision_ending_at(place.end()).is_some() {
        return false;
    }
    // "… và Quy chế này".
    let this = and && behind.gap().is_soft() && findings.says(behind, "này");
    is_numbered(behind) || this || meeting::read(findings, at).is_some() && first()
}

/// Whether a number stands behind `place`.
pub(super) fn is_numbered(place: Place<'_, '_>) -> bool {
    let said = place.reading().slice(place.index()) == "số";
    place.gap().is_soft() && (said || place.number().is_some())
}

/// What stands before `place` with brackets and quotation marks left out.
fn separator(place: Place<'_, '_>) -> Gap {
    match place.gap() {
        Gap::Other
            if place
                .between()
                .trim_start_matches(behind::is_closing)
                .trim()
                == "," =>
        {
            Gap::Comma
        }
        gap => gap,
    }
}
