//! Of which act a provision is: *khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP*, *Điều 26 của Luật Giá*,
//! *Nghị định nêu trên tại Điều 5*.

use super::row::{DocumentIndex, Mention, Mentions};
use super::words::{
    ABOVE, APPROVED_BY, CHAIN, FRAMES, LEADS_TO, LINK, PASSED, PROMULGATED_BY, REPLACES,
};
use super::{Findings, Instructed};
use crate::provision::{self, ProvisionOf};
use crate::reading::{Place, Reading};
use crate::span::Span;
use crate::tables::kinds::Trait;

/// The act of every provision, in their order. `mentions` are those of the same text;
/// `is_document`: the page is itself a document, so that *Điều này* may be its own.
pub(crate) fn acts(
    findings: &Findings<'_, '_>,
    mentions: &Mentions,
    instructed: &[Instructed],
    is_document: bool,
) -> Vec<Option<ProvisionOf>> {
    let reader = Reader { findings, mentions };
    let provisions = findings.provisions;
    let mut acts: Vec<Option<ProvisionOf>> = vec![None; provisions.len()];
    // From the right: what a chain is of stands at its end.
    for i in (0..provisions.len()).rev() {
        let span = provisions[i].span;
        let said = &provisions[i].value.of;
        let itself = *said == Some(ProvisionOf::Itself);
        let around = Instructed::around(instructed, span.start);
        let quoted = findings.is_quoted(span.start)
            || around.is_some_and(|around| around.is_new(findings.reading, span.start));
        // *khoản 2 Điều này và khoản 1 Điều 4 Luật …*: what follows *này* is of another act.
        let here = provisions[i].value.within.is_some();
        let behind = match here {
            true => None,
            false => reader.behind(i, &acts),
        };
        acts[i] = match behind {
            Some(Some(act)) => Some(act),
            // An act that is named but not known; *Thông tư này* may be the page.
            Some(None) if !itself || quoted => None,
            _ if itself && quoted => around.and_then(|around| reader.instructed(around)),
            _ if itself => said.clone().filter(|_| is_document),
            _ if said.is_some() => said.clone(),
            _ => match reader.before(span) {
                Some(document) => Some(reader.act(document)),
                None => around
                    .filter(|around| !around.wording)
                    .and_then(|around| reader.instructed(around))
                    .or_else(|| reader.behind_semicolon(i, &acts))
                    .or_else(|| {
                        // "chương 2 của dự án" is of another thing.
                        let place = findings.place(span.start);
                        let of_other = findings.says(findings.place(span.end), "của")
                            // "… sửa đổi khoản 2 Điều 3": of what it amends.
                            || place.gap().is_soft() && place.phrase_before(&REPLACES).is_some();
                        let of = reader
                            .of_sentence(span.start)
                            .filter(|_| !is_document && !of_other)?;
                        Some(reader.act(of))
                    }),
            },
        };
    }
    acts
}

/// The provisions, by number, that are left out of the one before them, in a bracket behind its act: *Điều 5 của Luật
/// Giá (trừ khoản 2)*. `acts` are the acts of all.
pub(crate) fn left_out(
    findings: &Findings<'_, '_>,
    mentions: &Mentions,
    acts: &[Option<ProvisionOf>],
) -> Vec<usize> {
    let reader = Reader { findings, mentions };
    let is_left_out = |&i: &usize| {
        let (units, out) = (&findings.provisions[i - 1], &findings.provisions[i]);
        let Some(opening) = provision::before_except(findings.place(out.span.start)) else {
            return false;
        };
        let bracket = findings.reading.bracket(out.span.start);
        let alone = bracket.is_some_and(|bracket| {
            bracket.start >= opening.end() && bracket.end <= out.span.end + 1
        });
        let mention = mentions.before(opening.end());
        let act = mention.filter(|mention| {
            mention.span.end == opening.end() && mention.span.start >= units.span.end
        });
        let same = || act.is_some_and(|act| reader.said(act) == acts[i - 1]);
        alone && opening.between().trim() == "(" && acts[i - 1].is_some() && same()
    };
    (1..findings.provisions.len()).filter(is_left_out).collect()
}

struct Reader<'a, 't> {
    findings: &'a Findings<'a, 't>,
    mentions: &'a Mentions,
}

impl Reader<'_, '_> {
    fn act(&self, document: DocumentIndex) -> ProvisionOf {
        match self.mentions.own() == Some(document) {
            true => ProvisionOf::Itself,
            false => ProvisionOf::Document(self.mentions.id(document).clone()),
        }
    }

    /// What a mention says: its one document, or nothing where it stays open.
    fn said(&self, mention: &Mention) -> Option<ProvisionOf> {
        match self.mentions.documents(mention) {
            [document] => Some(self.act(*document)),
            _ => None,
        }
    }

    /// The act that stands behind provision `i`, over commas, brackets and further provisions; the
    /// outer `None` where none does, the inner where it is named but not known.
    fn behind(&self, i: usize, acts: &[Option<ProvisionOf>]) -> Option<Option<ProvisionOf>> {
        let text = self.findings.text;
        let mut at = self.findings.provisions[i].span.end;
        let mut next = i + 1;
        let mut linked = false;
        let mut joined = false;
        for _ in 0..MOST_STEPS {
            let place = self.findings.place(at);
            let between = text[at..place.start()].trim();
            if between == "(" {
                let bracket = self.findings.reading.bracket(place.start())?;
                if let Some(mention) = self.mentions.starting_at(place.start())
                    && mention.span.end + 1 >= bracket.end
                {
                    return Some(self.said(mention));
                }
                at = bracket.end;
                while self
                    .findings
                    .provisions
                    .get(next)
                    .is_some_and(|p| p.span.end <= at)
                {
                    next += 1;
                }
                continue;
            }
            if !matches!(between, "" | "," | "-" | "–") || between.is_empty() && place.start() == at
            {
                return None;
            }
            if matches!(between, "-" | "–")
                && let Some(behind) = self.behind_heading(place)
            {
                at = behind;
                continue;
            }
            if let Some(mention) = self.mentions.starting_at(place.start()) {
                // "Luật Giá tại Điều 5 và Nghị định số 85/2024/NĐ-CP tại Điều 7".
                let own = joined.then(|| self.before(self.findings.provisions[i].span));
                return Some(match own.flatten() {
                    Some(document) => Some(self.act(document)),
                    None => self.said(mention),
                });
            }
            let chained = !linked && next == self.next_at(place.start());
            if chained && self.findings.provision_at(place.start()).is_some() {
                return acts[next].is_some().then(|| acts[next].clone());
            }
            if let Some(carrier) = self.behind_attached(place) {
                at = carrier;
            } else if let Some((_, behind)) = place
                .phrase(&ABOVE)
                .filter(|(_, of)| !linked && of.phrase(&LINK).is_some())
            {
                // "Điều 24 nêu trên của Luật Giá".
                at = behind.end();
            } else if let Some((_, behind)) = place.phrase(&CHAIN) {
                joined |= self.findings.says(place, "và");
                at = behind.end();
            } else if let Some((_, behind)) = place.phrase(&LINK).filter(|_| !linked) {
                linked = true;
                at = behind.end();
            } else {
                break;
            }
        }
        let end = self.findings.provisions[i].span.end;
        let opening = provision::document_after(self.findings.reading, end);
        let mention = self.mentions.starting_at(opening)?;
        Some(self.said(mention))
    }

    /// The act of the next provision of the row in which provision `i` stands: *quy định tại: Điều 5; Điều 6 Luật Giá*.
    fn behind_semicolon(&self, i: usize, acts: &[Option<ProvisionOf>]) -> Option<ProvisionOf> {
        let provisions = self.findings.provisions;
        let (one, next) = (provisions[i].span, provisions.get(i + 1)?.span);
        let joined = self.findings.text[one.end..next.start].trim() == ";";
        acts[i + 1].clone().filter(|_| joined)
    }

    /// Where the heading of a provision ends that begins at `place`, behind a dash: *Điều 3 - Nguyên tắc xử
    /// lý và Điều 51 - Các tình tiết giảm nhẹ của Bộ luật …*.
    fn behind_heading(&self, place: Place<'_, '_>) -> Option<usize> {
        let reading = self.findings.reading;
        let starts = |at: usize| {
            self.mentions.starting_at(at).is_some() || self.findings.provision_at(at).is_some()
        };
        if !reading.case(place.index()).is_capital() || starts(place.start()) {
            return None;
        }
        let limit = reading.clause(place.start()).end;
        let mut words = place.next();
        for _ in 0..HEADING {
            if words.start() >= limit {
                return None;
            }
            let joined = |behind: Place<'_, '_>| behind.gap().is_soft() && starts(behind.start());
            let led = words
                .phrase(&LINK)
                .or_else(|| words.phrase(&CHAIN))
                .is_some_and(|(_, behind)| joined(behind));
            if led {
                return Some(words.end());
            }
            words = words.next();
        }
        None
    }

    /// The end of the words that attach a document without a number, which begins at `place`, to the one that
    /// carries it: *Quy chế đào tạo trình độ đại học ban hành kèm theo*.
    fn behind_attached(&self, place: Place<'_, '_>) -> Option<usize> {
        let capital = self.findings.reading.case(place.index()).is_capital();
        if !capital || !place.gap().is_soft() {
            return None;
        }
        let kinds = &self.findings.tables.kinds;
        let (_, mut words) = kinds.named_in(place, Trait::Attached)?;
        let limit = self.findings.reading.clause(place.start()).end;
        for _ in 0..ATTACHED {
            if words.start() >= limit {
                return None;
            }
            if self.mentions.starting_at(words.start()).is_some() {
                let attached = words.gap().is_soft()
                    && (words.phrase_before(&PROMULGATED_BY).is_some()
                        || words.phrase_before(&APPROVED_BY).is_some());
                return attached.then(|| words.end());
            }
            words = words.next();
        }
        None
    }

    /// On a page that is no document: the one document that the sentence is about up to byte `at`. It
    /// opens the sentence, perhaps behind *theo*, and no other is named in it: *BLHS năm 1999 chỉ quy
    /// định …, cụ thể … (khoản 2 Điều 3)*.
    fn of_sentence(&self, at: usize) -> Option<DocumentIndex> {
        let sentence = self.findings.reading.sentence(at);
        let row = self.mentions.row();
        let first = row.partition_point(|mention| mention.span.start < sentence.start);
        let within = row[first..]
            .iter()
            .take_while(|mention| mention.span.start < sentence.end)
            .take(MOST_MENTIONS + 1);
        let mut within = within.clone().map(|m| (m, self.mentions.documents(m)));
        let (opening, [document]) = within.next()? else {
            return None;
        };
        let only = within.clone().count() < MOST_MENTIONS
            && within.all(|(_, documents)| documents == [*document]);
        (only && opening.span.end <= at && self.opens_sentence(opening.span.start))
            .then_some(*document)
    }

    /// Whether the mention at byte `at` opens its sentence: as its subject, or behind *theo quy định tại
    /// khoản 1 Điều 5*.
    fn opens_sentence(&self, at: usize) -> bool {
        let sentence = self.findings.sentence_start(at);
        let mut place = self.findings.place(at);
        for _ in 0..4 {
            if place.start() <= sentence {
                return true;
            }
            if let Some(provision) = self.findings.provision_ending_at(place.end()) {
                place = self.findings.place(provision.span.start);
            } else if let Some((_, before)) = place
                .phrase_before(&FRAMES)
                .filter(|_| place.gap().is_soft())
            {
                place = before;
            } else {
                return false;
            }
        }
        false
    }

    /// The number of the first provision at byte `at` or behind.
    fn next_at(&self, at: usize) -> usize {
        self.findings
            .provisions
            .partition_point(|p| p.span.start < at)
    }

    /// The act right in front of the provision at `span`.
    fn before(&self, span: Span) -> Option<DocumentIndex> {
        let mut place = self.findings.place(span.start);
        let mut sign = place.between().trim();
        // "Bộ luật Dân sự: Điều 463; khoản 1 Điều 466; Điều 468": of the act in front of the colon.
        if sign == ";" {
            for _ in 0..MOST_LISTED {
                let Some(before) = self.findings.provision_ending_at(place.end()) else {
                    break;
                };
                place = self.findings.place(before.span.start);
                sign = place.between().trim();
            }
            if sign != ":" {
                return None;
            }
        }
        let mut led = matches!(sign, "(" | ":");
        if sign.is_empty()
            && let Some((_, before)) = place.phrase_before(&LEADS_TO)
        {
            led = true;
            place = before;
            if !matches!(place.between().trim(), "" | ",") {
                return None;
            }
        }
        // "Nghị quyết số 326/2016/UBTVQH14, Điều 12, cho miễn án phí".
        let behind = &self.findings.text[span.end..];
        if !led && !(sign == "," && behind.starts_with([',', '.', ';'])) {
            return None;
        }
        let mention = self.mentions.before(place.end())?;
        let documents = self.mentions.documents(mention);
        match (mention.end_of_words() == place.end(), documents) {
            (true, [document]) => Some(*document),
            _ => None,
        }
    }

    /// The act that an instruction is about.
    fn instructed(&self, around: &Instructed) -> Option<ProvisionOf> {
        let of = around.of.as_ref()?;
        let own = self.mentions.own().map(|own| self.mentions.id(own));
        Some(match own == Some(of) {
            true => ProvisionOf::Itself,
            false => ProvisionOf::Document(of.clone()),
        })
    }
}

/// Words of the heading of a provision at most.
const HEADING: usize = 16;

/// Words of the name of what is attached, and of the verb, at most.
const ATTACHED: usize = 40;

/// More mentions than a sentence about one document has.
const MOST_MENTIONS: usize = 8;

/// Provisions of a row behind a colon that are looked through.
const MOST_LISTED: usize = 32;

/// Steps from a provision to its act at most.
const MOST_STEPS: usize = 12;

/// Whether the day at byte `at` is that on which the page's document was passed: *Luật này được Quốc hội
/// … thông qua ngày 14 tháng 6 năm 2019*.
pub(crate) fn is_passed(reading: &Reading<'_>, at: usize) -> bool {
    let mut place = reading.place_at(at);
    let mut passed = place.phrase_before(&PASSED);
    // "thông qua tại phiên họp thứ 49 ngày …"
    for _ in 0..SESSION {
        if passed.is_some() || !place.gap().is_soft() {
            break;
        }
        place = place.back();
        let at_session = reading.slice(place.index()) == "tại";
        passed = place.phrase_before(&PASSED).filter(|_| at_session);
    }
    let Some((_, verb)) = passed.filter(|_| place.gap().is_soft()) else {
        return false;
    };
    let sentence = reading.sentence(at).start;
    let mut words = reading.place_at(sentence);
    for _ in 0..4 {
        words = words.next();
        if reading.slice(words.index()) == "này" && words.start() < verb.start() {
            return true;
        }
    }
    false
}

/// How many words name the session at which a document was passed.
const SESSION: usize = 6;
