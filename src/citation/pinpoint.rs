//! Of which act a provision is: *khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP*, *Điều 26 của Luật Giá*,
//! *Nghị định nêu trên tại Điều 5*.

use super::row::{DocumentIndex, Mention, Mentions};
use super::words::{CHAIN, LEADS_TO, LINK, PASSED};
use super::{Findings, Instructed};
use crate::provision::{self, ProvisionOf};
use crate::reading::Reading;
use crate::span::Span;

/// The act of every provision, in their order. `mentions` are those of the same text;
/// `is_document`: the page is itself a document, so that *Điều này* may be its own.
pub(crate) fn acts(
    findings: &Findings<'_, '_>,
    mentions: &Mentions,
    instructed: &[Instructed],
    is_document: bool,
) -> Vec<Option<ProvisionOf>> {
    let reader = Reader {
        findings,
        mentions,
    };
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
        acts[i] = match reader.behind(i, &acts) {
            Some(act) => act,
            None if itself && quoted => around.and_then(|around| reader.instructed(around)),
            None if itself => said.clone().filter(|_| is_document),
            None if said.is_some() => said.clone(),
            None => match reader.before(span) {
                Some(document) => Some(reader.act(document)),
                None if around.is_none_or(|around| around.wording) => None,
                None => around.and_then(|around| reader.instructed(around)),
            },
        };
    }
    acts
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
            if let Some(mention) = self.mentions.starting_at(place.start()) {
                return Some(self.said(mention));
            }
            let chained = !linked && next == self.next_at(place.start());
            if chained && self.findings.provision_at(place.start()).is_some() {
                return acts[next].is_some().then(|| acts[next].clone());
            }
            if let Some((_, behind)) = place.phrase(&CHAIN) {
                at = behind.end();
            } else if let Some((_, behind)) = place.phrase(&LINK).filter(|_| !linked) {
                linked = true;
                at = behind.end();
            } else {
                break;
            }
        }
        let opening = provision::document_after(text, self.findings.provisions[i].span.end);
        let mention = self.mentions.starting_at(opening.at)?;
        Some(self.said(mention))
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
        let sign = place.between().trim();
        if !matches!(sign, "" | "," | "(") {
            return None;
        }
        let mut led = sign == "(";
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

/// Steps from a provision to its act at most.
const MOST_STEPS: usize = 12;

/// Whether the day at byte `at` is that on which the page's document was passed: *Luật này được Quốc hội
/// … thông qua ngày 14 tháng 6 năm 2019*.
pub(crate) fn is_passed(reading: &Reading<'_>, at: usize) -> bool {
    let place = reading.place_at(at);
    let Some((_, verb)) = place
        .phrase_before(&PASSED)
        .filter(|_| place.gap().is_soft())
    else {
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
