//! Reads references, at each word that may begin one.

use super::known::{Known, Salience, compatible, is_issued_by, same_kind};
use super::{Anaphor, Reference};
use crate::citation::carried::{self, Carried, Via};
use crate::citation::label::{self, Labels};
use crate::citation::words::{GIVES_WAY, GOES_ON, NEW, REPLACES, SEVERAL, SPEAKS, SUBJECT};
use crate::citation::{Citation, Findings, governing, issuers};
use crate::document_id::DocumentId;
use crate::reading::{Gap, Place};
use crate::span::{Found, Span};
use crate::tables::kinds::{DocumentKind, Trait};

/// Every reference of a text, in order. `citations` are those of the same text, resolved; `own` is
/// the page's own document, where that is known; `headed`: the page has the head of a document.
pub(crate) fn references<'t>(
    findings: &Findings<'_, 't>,
    citations: &[Found<'t, Citation<'t>>],
    own: Option<&DocumentId>,
    headed: bool,
) -> Vec<Found<'t, Reference>> {
    let text = findings.text;
    let kinds = &findings.tables.kinds;
    let carried = carried::find(findings, citations);
    let reader = Reader {
        findings,
        known: Known::new(findings, citations),
        own,
        headed,
        labels: Labels::new(label::find(findings, citations, &carried)),
        carried,
        giving_way: match own.is_some() || headed {
            true => Vec::new(),
            false => giving_way(findings),
        },
        title_end: findings
            .title()
            .map_or(0, |title| findings.reading.lines()[title].end),
    };
    let mut references: Vec<Found<'t, Reference>> = Vec::new();
    for (is_short, (place, head, behind)) in kinds.announced_or_short(findings.reading) {
        let past = references.last().map_or(0, |last| last.span.end);
        let span = Span::new(place.start(), behind.end());
        if span.start < past || reader.in_citation(span) {
            continue;
        }
        let read = match is_short {
            true => reader.short_dated(span, head),
            false => reader.read(span, head),
        };
        if let Some((span, mut reference)) = read
            && span.start >= past
            && !reader.in_citation(span)
        {
            reader.read_issuers(span, head, &mut reference);
            let row = reference.anaphor == Anaphor::KindPlusSerial;
            references.push(Found::new(text, span, reference));
            if row {
                reader.serial_row(head, &mut references);
            }
        }
    }
    references
}

/// Where each predicate begins that says of a document that it gives way.
fn giving_way(findings: &Findings<'_, '_>) -> Vec<usize> {
    let reading = findings.reading;
    let said = reading
        .starts_of(&GIVES_WAY)
        .filter(|place| place.phrase(&GIVES_WAY).is_some());
    said.map(Place::start).collect()
}

pub(super) struct Reader<'a, 't> {
    pub(super) findings: &'a Findings<'a, 't>,
    pub(super) known: Known<'a, 't>,
    pub(super) own: Option<&'a DocumentId>,
    /// Whether the page is a document, also where it does not say which.
    pub(super) headed: bool,
    pub(super) labels: Labels<'a>,
    pub(super) carried: Vec<Carried<'a>>,
    /// Where the text says that a document gives way; on pages that are documents nobody asks.
    giving_way: Vec<usize>,
    /// Where the title ends.
    pub(super) title_end: usize,
}

impl<'a, 't> Reader<'a, 't> {
    fn in_citation(&self, span: Span) -> bool {
        let citations = self.known.citations;
        let next = citations.partition_point(|citation| citation.span.end <= span.start);
        citations
            .get(next)
            .is_some_and(|citation| citation.span.overlaps(span))
    }

    pub(super) fn place(&self, at: usize) -> Place<'a, 't> {
        self.findings.place(at)
    }

    pub(super) fn slice(&self, place: Place<'_, 't>) -> &'t str {
        self.findings.reading.slice(place.index())
    }

    /// The reference whose kind stands at `kind`.
    fn read(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        let capital = self.findings.text[kind.start..].starts_with(char::is_uppercase);
        if self.labels.define(kind) || self.is_count(kind) {
            return None;
        }
        if let Some(named) = self
            .labelled(kind, head)
            .or_else(|| self.titled(kind, head, capital))
        {
            return Some(named);
        }
        let next = self.place(kind.end);
        if !next.gap().is_soft() {
            let bare = capital && !head.is(Trait::Noun);
            return bare.then(|| self.bare(kind, head)).flatten();
        }
        if self.slice(next) == "này" && self.may_be_this(head, capital) {
            let end = next.next().end();
            if let Some(counted) = self.counted_this(kind, head, end) {
                return Some(counted);
            }
            let (documents, via) = self.this(kind, head);
            let span = Span::new(kind.start, end);
            let reference = Reference {
                via,
                ..Reference::to(Anaphor::This, head, documents)
            };
            return Some((span, reference));
        }
        if let Some((pointer, end)) = self.points_back(next) {
            let above = self.above(kind, head, end, pointer)?;
            // "hợp đồng nêu trên" is an everyday word unless the contract is known.
            let known = !above.1.resolves_to.is_empty();
            let open = !head.is(Trait::Noun) && pointer == Pointer::Said;
            return (known || open).then_some(above);
        }
        if let Some(above) = self.qualified_above(kind, head, next) {
            return Some(above);
        }
        if !capital {
            // "nghị quyết số 19".
            return self.small_serial(kind, head, next);
        }
        let serial = self
            .serial(kind, head, next)
            .or_else(|| self.in_front_of_bracket(kind, head));
        if serial.is_some() || head.is(Trait::Noun) {
            return serial;
        }
        self.of_issuer(kind, head, next)
            .or_else(|| self.bare(kind, head))
            .or_else(|| self.in_title(kind, head))
    }

    /// Whether laws are counted at `kind`: *một số điều của 37 Luật có liên quan*.
    fn is_count(&self, kind: Span) -> bool {
        let place = self.place(kind.start);
        let number = place.back();
        let told = || {
            self.findings.provision_ending_at(place.end()).is_some()
                || self.findings.date_ending_at(place.end()).is_some()
        };
        place.gap() == Gap::Space
            && number.number().is_some_and(|digits| digits.len() <= 3)
            && self.findings.says(number.back(), "của")
            && !told()
            && self.points_back(self.place(kind.end)).is_none()
    }

    /// Reads who issued the document that the words at `span` mean, behind them. Where another body issued it, the
    /// last one that this body issued is meant; the page's own is never told by it.
    fn read_issuers(&self, span: Span, head: &DocumentKind, reference: &mut Reference) {
        let of = self.place(span.end);
        if !of.gap().is_soft() || self.slice(of) != "của" {
            return;
        }
        let Some((named, _)) = issuers::row_of_bodies(self.findings, of.next(), false) else {
            return;
        };
        reference.issuers = named.into_iter().map(|issuer| issuer.name).collect();
        let own = self.own.is_some() || self.headed;
        let of_other = |document: &DocumentId| {
            let said = &reference.issuers;
            self.known.issued_by(span.start, document, said) == Some(false)
        };
        if reference.resolves_to.len() > 1 && reference.resolves_to.iter().any(of_other) {
            reference.resolves_to = Vec::new();
        }
        if let [document] = reference.resolves_to.as_slice()
            && !(own && reference.anaphor == Anaphor::This)
            && self
                .known
                .issued_by(span.start, document, &reference.issuers)
                == Some(false)
        {
            let meant = self.known.last_that(span.start, |citation| {
                let issuers = &citation.value.resolved.issuers;
                compatible(&citation.value, head) && is_issued_by(issuers, &reference.issuers)
            });
            reference.resolves_to = meant.into_iter().collect();
            reference.via = None;
        }
    }

    /// What *KIND này*, the kind at `kind`, means: the document at hand, in quoted new wording the one into
    /// which the words go; on a page that is no document, the last one of the kind that it is about, or the
    /// one that carries what is of the kind: *phê duyệt Đề án … Đề án này*.
    fn this(&self, kind: Span, head: &DocumentKind) -> (Vec<DocumentId>, Option<Via>) {
        // The instruction tells it.
        if self.findings.is_quoted(kind.start) {
            return (Vec::new(), None);
        }
        // Rules that came with a decision are not that decision.
        let other = |own: &DocumentId| {
            let kind = own.kind().filter(|_| own.number().is_none());
            kind.is_some_and(|kind| !same_kind(kind, &head.name))
        };
        match self.own {
            Some(own) if other(own) => (Vec::new(), None),
            Some(own) => (vec![own.clone()], None),
            None if self.headed => (Vec::new(), None),
            None => match self.announced(kind, head) {
                Some(announced) => (vec![announced], None),
                None => self.carrier(kind.start, head).unwrap_or_default(),
            },
        }
    }

    /// The document of the kind at `kind` that a page, which is none itself, spoke of last. Of one that gives
    /// way to *KIND này* the paragraph may have said before what comes: *Luật A có hiệu lực từ …; Luật B hết
    /// hiệu lực kể từ ngày Luật này …*.
    fn announced(&self, kind: Span, head: &DocumentKind) -> Option<DocumentId> {
        let mut spoken = self.known.spoken_of(kind.start, head);
        let Some(last) = spoken.next() else {
            return self.known.in_bracket(kind.start, head);
        };
        let stays = |citation: &&Found<'t, Citation<'t>>| {
            !self.gives_way(citation.span.end, kind) && !self.is_earlier(citation.span, kind)
        };
        let line = self.findings.reading.line(kind.start);
        let paragraph = line.map_or(kind.start, |line| line.start);
        let mut before = spoken.take_while(|citation| citation.span.start >= paragraph);
        if self
            .known
            .is_of_row(self.findings.text, last.span.start, head)
        {
            return None;
        }
        let announced = Some(last).filter(stays).or_else(|| before.find(stays));
        announced.map(|citation| citation.value.id.clone())
    }

    /// Whether the document at `span` was in force before *KIND này*, the kind at `kind`: *theo quy định của Luật Công
    /// chứng số 53/2014/QH13 trước ngày Luật này có hiệu lực*.
    fn is_earlier(&self, span: Span, kind: Span) -> bool {
        let place = self.place(span.start);
        let object = ["của", "theo"]
            .iter()
            .any(|of| self.findings.says(place.back(), of));
        let day = self.place(kind.start).back();
        let before = self.findings.says(day, "ngày") && day.gap().is_soft() && {
            let word = day.back();
            ["trước", "đến"]
                .iter()
                .any(|when| self.findings.says(word, when))
        };
        object && before && self.findings.sentence_start(kind.start) <= span.start
    }

    /// Whether the document that ends at byte `end` gives way to *KIND này*, the kind at `kind`, in the same
    /// sentence: *… hết hiệu lực kể từ ngày Thông tư này có hiệu lực*, *bị Nghị quyết này bãi bỏ*.
    fn gives_way(&self, end: usize, kind: Span) -> bool {
        let from = end.max(self.findings.sentence_start(kind.start));
        let last = self.giving_way.partition_point(|&said| said < kind.start);
        let said = last.checked_sub(1).map(|last| self.giving_way[last]);
        // "Thay thế Mẫu số 01 kèm theo Thông tư số 2 bằng Mẫu số 01 kèm theo Thông tư này".
        let opening = self.place(self.findings.sentence_start(kind.start));
        if from == end && opening.phrase(&REPLACES).is_some() {
            let words = std::iter::successors(Some(self.place(end)), |word| Some(word.next()));
            let mut words = words
                .take_while(|word| word.start() < kind.start)
                .take(REPLACED);
            if words.any(|word| self.findings.says(word, "bằng")) {
                return true;
            }
        }
        let by = self.place(kind.start).back();
        let by = self.findings.says(by, "bị") || self.findings.says(by, "được");
        let behind_this = self.place(kind.end).next();
        // Of a licence in a sentence of its own: *a) Giấy phép hết hiệu lực theo Điều 14 Nghị định này*.
        said.is_some_and(|said| said >= from && from == end)
            || by && behind_this.phrase(&REPLACES).is_some()
    }

    /// Whether `KIND này` may be the document at hand. In small letters most kinds are everyday
    /// words (*quy định này*), and some are with a capital, too: *Giấy phép này* in a decree is
    /// the licence that it speaks of, and the document only where that is a licence.
    fn may_be_this(&self, head: &DocumentKind, capital: bool) -> bool {
        if head.is(Trait::Noun) {
            return match self.own.and_then(DocumentId::number) {
                Some(own) => own.kind().is_some_and(|code| head.carries(code)),
                None => capital,
            };
        }
        capital || head.is(Trait::Small)
    }

    /// The numbered document that carries the last one of a kind in front of byte `at`; nothing when
    /// two carry one each.
    pub(super) fn carrier(
        &self,
        at: usize,
        head: &DocumentKind,
    ) -> Option<(Vec<DocumentId>, Option<Via>)> {
        let end = self.carried.partition_point(|carried| carried.from <= at);
        let mut known = self.carried[..end]
            .iter()
            .rev()
            .take(NEAR)
            .filter(|carried| carried.kind == head.name);
        let last = known.next()?;
        if known.any(|other| other.carrier != last.carrier) {
            return Some((Vec::new(), None));
        }
        Some((vec![last.carrier.clone()], Some(last.via)))
    }

    /// `KIND của ISSUER`.
    fn of_issuer(
        &self,
        kind: Span,
        head: &DocumentKind,
        next: Place<'a, 't>,
    ) -> Option<(Span, Reference)> {
        if self.slice(next) != "của" || !self.is_known(kind) {
            return None;
        }
        let body = self
            .findings
            .body_at(next.next().start())
            .filter(|body| !body.value.generic)?;
        let documents = self.known.of_issuer(&body.value.name, head);
        let [_] = documents.as_slice() else {
            return None;
        };
        let span = Span::new(kind.start, body.span.end);
        let reference = Reference {
            issuers: vec![body.value.issuer().to_owned()],
            ..Reference::to(Anaphor::KindPlusIssuer, head, documents)
        };
        Some((span, reference))
    }

    /// `KIND description (KIND số NUMBER)`: the bracket says which.
    fn in_front_of_bracket(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        let text = self.findings.text;
        let citations = self.known.citations;
        let next = citations.partition_point(|citation| citation.span.start < kind.end);
        let citation = citations
            .get(next)
            .filter(|citation| text[..citation.span.start].ends_with('('))?;
        if citation.span.end > self.findings.sentence_end(kind.end) {
            return None;
        }
        let description = &text[kind.end..citation.span.start - 1];
        if citation.value.kind.as_deref() != Some(&head.name) || description.contains(['(', ';']) {
            return None;
        }
        let kinds = &self.findings.tables.kinds;
        let mut place = self.place(kind.end);
        while place.start() < citation.span.start {
            let inner = self.findings.reading.case(place.index()).is_capital()
                && kinds
                    .announced_at(place)
                    .is_some_and(|(inner, _)| inner.name == head.name);
            if inner {
                return None;
            }
            place = place.next();
        }
        citation.value.number.as_ref()?;
        let document = citation.value.id.clone();
        let span = Span::new(kind.start, kind.end + description.trim_end().len());
        let anaphor = Anaphor::DescriptiveThenParenthesis;
        Some((span, Reference::to(anaphor, head, vec![document])))
    }

    /// Whether nothing in front of the kind says that it is a draft, one of many, or a new one.
    pub(super) fn is_known(&self, kind: Span) -> bool {
        let place = self.place(kind.start);
        !place.gap().is_soft() || place.phrase_before(&NEW).is_none()
    }

    /// Whether nothing follows the kind that could be its name.
    pub(super) fn stands_alone(&self, kind: Span) -> bool {
        let rest = &self.findings.text[kind.end..];
        let ends = rest
            .chars()
            .next()
            .is_none_or(|c| ",.;:)”!?…\n".contains(c));
        let next = self.place(kind.end);
        ends || next.gap().is_soft() && next.phrase(&GOES_ON).is_some()
    }

    /// A kind with a capital that nothing follows which could be its name.
    fn bare(&self, kind: Span, head: &DocumentKind) -> Option<(Span, Reference)> {
        // "Văn bản bị thay thế" heads a column; "Văn bản nêu rõ …" is one that was named.
        let speaks = self.place(kind.end).phrase(&SPEAKS).is_some();
        if matches!(head.name.as_str(), "Văn bản" | "Đạo luật") && !speaks
            || !self.is_known(kind)
            || head.is(Trait::Verb)
                && !speaks
                && self.findings.sentence_start(kind.end) == kind.start
            || !self.stands_alone(kind)
            || self.is_name_in_bracket(kind)
            || self.is_of_other(kind, head)
        {
            return None;
        }
        let documents = match self
            .known
            .last(kind.start, head, 2, Salience::Counted)
            .as_slice()
        {
            // "02 năm đầu thực hiện Kế hoạch" on the page that is one.
            [] if self.is_own_kind(head) => {
                let other = self.carrier(kind.start, head).is_some() || self.is_titled_within(kind);
                self.own.filter(|_| !other).into_iter().cloned().collect()
            }
            [] => {
                let (documents, via) = self.carrier(kind.start, head)?;
                let reference = Reference {
                    via,
                    ..Reference::to(Anaphor::BareKind, head, documents)
                };
                return Some((kind, reference));
            }
            // "… sửa đổi Thông tư số 3. Thông tư có hiệu lực …": the one that amends.
            [only] if self.known.gives_way(only) => Vec::new(),
            [only] if !self.is_own_kind(head) => vec![only.clone()],
            // Two documents of the kind were named, or the page is one itself: the last one is meant only
            // if it was named just now.
            [.., last] => {
                let near = self.named_just_now(kind.start, head);
                near.into_iter().filter(|near| near == last).collect()
            }
        };
        Some((kind, Reference::to(Anaphor::BareKind, head, documents)))
    }

    /// Whether the kind stands alone in a bracket, where it gives a name to what was told: *ban hành Kế hoạch phòng, chống
    /// bão (Kế hoạch)*.
    fn is_name_in_bracket(&self, kind: Span) -> bool {
        let text = self.findings.text;
        text[..kind.start].ends_with('(') && text[kind.end..].starts_with(')')
    }

    /// Whether the sentence says that another body issues what the kind means than issued the last one of the
    /// kind: *Sở Y tế ra Quyết định trên cơ sở …*.
    fn is_of_other(&self, kind: Span, head: &DocumentKind) -> bool {
        if !governing::is_issued(self.findings, kind.start) {
            return false;
        }
        let issuing = governing::issuing(self.findings, kind, None).issuers;
        let issuing: Vec<String> = issuing.into_iter().map(|issuer| issuer.name).collect();
        let last = self.known.last(kind.start, head, 1, Salience::Counted);
        !issuing.is_empty()
            && last
                .first()
                .is_some_and(|last| self.known.issued_by(kind.start, last, &issuing) == Some(false))
    }

    /// The one document of a kind that the sentence names in front of byte `at`, or the one before it.
    pub(super) fn named_just_now(&self, at: usize, head: &DocumentKind) -> Option<DocumentId> {
        let before = self.findings.sentence_start(at);
        let left = self.findings.text[..before]
            .trim_end()
            .trim_end_matches('.');
        let reach = self.findings.sentence_start(left.len());
        let near = self.known.between(reach, at, head);
        <[DocumentId; 1]>::try_from(near).ok().map(|[only]| only)
    }

    /// Whether a verb of titles goes on behind the kind within a sentence: *theo Nghị định quy định về chính sách tài
    /// chính*; at its head it is the predicate.
    fn is_titled_within(&self, kind: Span) -> bool {
        let next = self.place(kind.end);
        let titled = next.gap().is_soft() && next.phrase(&SUBJECT).is_some();
        titled && self.findings.sentence_start(kind.end) != kind.start
    }

    /// Whether the page itself is a document of the kind.
    fn is_own_kind(&self, head: &DocumentKind) -> bool {
        let own = self.own.and_then(DocumentId::kind);
        own.is_some_and(|own| own == head.name)
    }
}

/// Whether what begins at `place` is one of many: *các Nghị quyết của Quốc hội*.
pub(in crate::citation) fn is_one_of_many(place: Place<'_, '_>) -> bool {
    place.gap().is_soft() && place.phrase_before(&SEVERAL).is_some()
}

/// Words between what is replaced and *KIND này* that replaces it at most.
const REPLACED: usize = 40;

/// How many carried documents back one is looked for.
const NEAR: usize = 8;

/// How words point back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pointer {
    /// *nêu trên*: it was named.
    Said,
    /// *đó*, *trên*: everyday words, too.
    That,
}
