//! What the page is, to what it says of documents.

use super::relation::{AND, Node, SEVERAL};
use crate::citation::{Anaphor, Findings, Mentions, Reference};
use crate::document_id::DocumentId;
use crate::outline::Outline;
use crate::reading::{Gap, Place, Reading};
use crate::span::{Found, Span};
use crate::tables::Tables;
use crate::tables::kinds::Trait;

/// What the page is, what it mentions, and where it speaks of itself.
pub(crate) struct Page<'a, 't> {
    pub(crate) references: &'a [Found<'t, Reference>],
    pub(crate) mentions: &'a Mentions,
    /// The document of which it tells, where it is none itself.
    pub(crate) announced: Option<&'a DocumentId>,
    /// Which document it is itself.
    pub(crate) own: Option<&'a DocumentId>,
    /// What kind of document that is, also where nobody knows which.
    pub(crate) kind: Option<&'a str>,
    /// Whether it is a document, also where it does not say which.
    pub(crate) is_document: bool,
    /// Where its title stands.
    pub(crate) subject: Option<Span>,
    /// Where its own text begins; a portal says above it what it knows of the document.
    pub(crate) body: usize,
    /// Where each *KIND này* begins that means the page and no document that could be told.
    itself: Vec<usize>,
}

impl<'a, 't> Page<'a, 't> {
    pub(crate) fn new(
        findings: &Findings<'_, 't>,
        references: &'a [Found<'t, Reference>],
        mentions: &'a Mentions,
        own: Option<&'a DocumentId>,
        is_document: bool,
    ) -> Self {
        Page {
            references,
            mentions,
            announced: None,
            own,
            kind: own.and_then(DocumentId::kind),
            is_document,
            subject: None,
            body: findings.text.len(),
            itself: itself(findings, references, mentions, is_document),
        }
    }

    /// The same, with what the frame of the page says of it, and the document that it announces.
    pub(crate) fn framed(
        self,
        reading: &Reading<'t>,
        frame: &'a Outline<'t>,
        announced: Option<&'a DocumentId>,
        tables: &'a Tables,
    ) -> Self {
        let header = frame.header.as_ref();
        let title = header.and_then(|header| header.kind.as_ref());
        let titled = || {
            let kinds = &tables.kinds;
            kinds.named_at(reading, title?.span, Trait::Title)
        };
        let subject = header.and_then(|header| header.subject.as_ref());
        Page {
            announced,
            kind: self
                .kind
                .or_else(|| titled().map(|(kind, _)| kind.name.as_str())),
            subject: subject.map(|title| title.span),
            body: frame
                .nodes
                .first()
                .map_or(self.body, |unit| unit.span.start),
            ..self
        }
    }

    /// Whether *KIND này* at byte `start` means the page, of which nobody can say which document it is.
    pub(super) fn is_itself(&self, start: usize) -> bool {
        self.itself.binary_search(&start).is_ok()
    }

    /// The page among documents.
    pub(super) fn node(&self) -> Option<Node> {
        match self.own {
            Some(own) => Some(Node::Document(own.clone())),
            None => self.is_document.then_some(Node::Itself),
        }
    }
}

/// Where each *KIND này* begins that means nothing known but the page: not in new wording, not several
/// documents (*bốn luật này*), and on a page that is no document only where that kind is the one that speaks
/// from its first sentence on (*Thông tư này thay thế …*); further down it is one that was told of.
fn itself(
    findings: &Findings<'_, '_>,
    references: &[Found<'_, Reference>],
    mentions: &Mentions,
    is_document: bool,
) -> Vec<usize> {
    let open = |reference: &&Found<'_, Reference>| {
        let value = &reference.value;
        let start = reference.span.start;
        value.anaphor == Anaphor::This
            && value.resolves_to.is_empty()
            && !findings.is_quoted(start)
            && !is_counted(findings, findings.place(start))
    };
    let mut speaking: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for reference in references.iter().filter(open) {
        let kind = reference.value.kind.as_deref().unwrap_or_default();
        let start = findings.place(reference.span.start);
        if !is_document && !speaking.contains(&kind) {
            if !opens_page(findings, mentions, start, kind) {
                continue;
            }
            speaking.push(kind);
        }
        found.push(reference.span.start);
    }
    found
}

/// Whether *KIND này* at `this` is who speaks on a page that is no document: it stands in the first sentence, or at the
/// head of an article, and no other document of the kind without a number is spoken of before it
/// (*thông qua Nghị quyết về …; Nghị quyết này …*).
fn opens_page(
    findings: &Findings<'_, '_>,
    mentions: &Mentions,
    this: Place<'_, '_>,
    kind: &str,
) -> bool {
    let reading = findings.reading;
    if !reading.case(this.index()).is_capital() {
        return false;
    }
    let sentence = findings.sentence_start(this.start());
    let first = !findings.text[..sentence].contains(char::is_alphabetic);
    if opens_article(findings, this) {
        return true;
    }
    let mut place = reading.place_at(sentence);
    let kinds = &findings.tables.kinds;
    while first && place.index() < this.index() {
        let told = numbered(mentions, place);
        if let Some((named, behind)) = kinds.announced_at(place).filter(|_| told.is_none())
            && named.name == kind
            && reading.case(place.index()).is_capital()
            && !findings.says(behind, "này")
        {
            return false;
        }
        place = told.map_or(place.next(), |told| reading.place_at(told.end));
    }
    first
}

/// Whether the words before `place` count documents: *4 luật này*, *các Nghị định này*, *các luật, pháp lệnh
/// này*.
fn is_counted(findings: &Findings<'_, '_>, mut place: Place<'_, '_>) -> bool {
    for _ in 0..KINDS {
        if place.gap().is_soft() {
            let word = findings.reading.slice(place.back().index());
            let number = word.bytes().all(|byte| byte.is_ascii_digit());
            if number || place.phrase_before(&SEVERAL).is_some() {
                return true;
            }
            match place.phrase_before(&AND) {
                Some((_, and)) => place = and,
                None => return false,
            }
        } else if place.gap() != Gap::Comma {
            return false;
        }
        match findings.tables.kinds.announced_before(place) {
            Some((_, kind)) => place = kind,
            None => return false,
        }
    }
    false
}

/// How many kinds in a row are counted together.
const KINDS: usize = 4;

/// Whether an article begins with the words at `this`: *Điều 2. Quyết định này …*, or the line below its heading.
fn opens_article(findings: &Findings<'_, '_>, this: Place<'_, '_>) -> bool {
    let reading = findings.reading;
    let lines = reading.lines();
    let next = lines.partition_point(|line| line.start <= this.start());
    let Some(line) = next.checked_sub(1).map(|i| lines[i].span()) else {
        return false;
    };
    let before = findings.text[line.start..this.start()].trim_end();
    let label = before
        .trim_end_matches('.')
        .trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    if label.len() < before.len() && label.trim_end().ends_with("Điều") {
        return true;
    }
    let marker = before.is_empty() || before.len() <= MARKER && before.ends_with(['.', ')']);
    let above = next
        .checked_sub(2)
        .map(|i| lines[i].span().of(findings.text));
    let heading = above.and_then(|above| above.trim_start().strip_prefix("Điều "));
    marker && heading.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// The longest marker of a clause, in bytes.
const MARKER: usize = 4;

/// The words of the document with a number that is named at `place`.
fn numbered(mentions: &Mentions, place: Place<'_, '_>) -> Option<Span> {
    let row = mentions.row();
    let next = row.partition_point(|mention| mention.span.start < place.start());
    let mention = row
        .get(next)
        .filter(|mention| mention.span.start == place.start())?;
    let mut documents = mentions.documents(mention).iter();
    let numbered = documents.any(|&one| mentions.id(one).number().is_some());
    numbered.then_some(mention.span)
}
