//! Whether what a verb says is said to happen, wished for, or denied; the table is `mood_words.tsv`.

use once_cell::sync::Lazy;

use super::relation::Sign;
use crate::citation::{Findings, Mentions};
use crate::marker;
use crate::reading::{Gap, Line, Phrases, Place, Reading};
use crate::tables::{MOOD_WORDS, VOCABULARY};

/// How sure it is that what a verb says holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    Stated,
    /// It is to come: *sẽ thay thế*. That is sure where the document that does it exists.
    Coming,
    /// Somebody is to do it, or wishes it: *giao Bộ Y tế sửa đổi*, *đề nghị bãi bỏ*.
    Asked,
    /// It is drafted or supposed: *dự thảo*, *nếu được thông qua*.
    Supposed,
    /// Denied, a question, or the words of a speaker.
    Void,
}

/// What a word says about the verb behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Mood(Mood),
    /// The verb is asked for when it is near: *cần sớm sửa đổi*.
    Near,
    /// The same, unless it is what a document was issued for: *ban hành Nghị định số … để thay thế*.
    Purpose,
    /// A condition, where it opens a clause: *Trường hợp Nghị định số … thay thế …*.
    Condition,
    /// It is asked for when a body stands in between: *yêu cầu Bộ Y tế thay thế*.
    Ordered,
}

static WORDS: Lazy<Phrases<Word>> = Lazy::new(|| {
    let rows = MOOD_WORDS.rows().filter_map(|[role, phrase]| {
        let word = match role {
            "stated" => Word::Mood(Mood::Stated),
            "coming" => Word::Mood(Mood::Coming),
            "asked" => Word::Mood(Mood::Asked),
            "supposed" => Word::Mood(Mood::Supposed),
            "void" => Word::Mood(Mood::Void),
            "near" => Word::Near,
            "purpose" => Word::Purpose,
            "ordered" => Word::Ordered,
            "condition" => Word::Condition,
            "not" | "passive" | "turn" | "issues" | "denied" => return None,
            other => panic!("no mood is {other:?}"),
        };
        Some((phrase, word))
    });
    Phrases::new(&VOCABULARY, rows)
});

fn of_role(role: &'static str) -> Phrases<()> {
    let rows = MOOD_WORDS.rows_of(role);
    Phrases::new(&VOCABULARY, rows.map(|[_, phrase]| (phrase, ())))
}

/// What denies a verb.
pub(super) static NOT: Lazy<Phrases<()>> = Lazy::new(|| of_role("not"));

/// What turns a verb round.
pub(super) static PASSIVE: Lazy<Phrases<()>> = Lazy::new(|| of_role("passive"));

/// What begins a clause that no word before it reaches: *không rõ ai ký, nhưng …*.
static TURN: Lazy<Phrases<()>> = Lazy::new(|| of_role("turn"));

/// What brings a document into the world.
static ISSUES: Lazy<Phrases<()>> = Lazy::new(|| of_role("issues"));

/// What denies, behind a statement, the whole of it: *… là thông tin không chính xác*.
static DENIED: Lazy<Phrases<()>> = Lazy::new(|| of_role("denied"));

/// How the verb at byte `verb` is meant.
pub(super) fn mood(findings: &Findings<'_, '_>, mentions: &Mentions, verb: usize) -> Mood {
    let reading = findings.reading;
    let mut at = reading.place_at(verb);
    if at.gap().is_soft()
        && let Some((_, passive)) = at.phrase_before(&PASSIVE)
    {
        at = passive;
    }
    let denied = at.gap().is_soft() && at.phrase_before(&NOT).is_some();
    let sentence = reading.sentence(verb);
    let question = findings.text[sentence.end..].trim_start().starts_with('?')
        || findings.text[..sentence.end].ends_with('?');
    // New wording tells what other acts did as the document itself does; a speaker may err.
    let spoken = reading.quotation(verb).is_some() && !findings.is_quoted(verb);
    if denied || question || spoken || is_denied_behind(reading, verb, sentence.end) {
        return Mood::Void;
    }
    let clause = reading.clause(at.start()).start.max(sentence.start);
    match said_before(findings, mentions, at, clause) {
        Mood::Stated if asks_above(findings, mentions, verb) => Mood::Asked,
        said => said,
    }
}

/// Whether the words right before `place` ask for what it begins: *đề nghị các luật này có hiệu lực*,
/// *cho phép Luật … có hiệu lực*, *có thể có hiệu lực*.
pub(super) fn is_asked_for(place: Place<'_, '_>) -> bool {
    let asks = |word: &Word| !matches!(word, Word::Mood(Mood::Stated | Mood::Coming));
    place.gap().is_soft()
        && place
            .phrase_before(&WORDS)
            .is_some_and(|(word, _)| asks(word))
}

/// Whether byte `at` stands at the head of an item whose list is led in by a request: *Bộ Y tế đề nghị Chính
/// phủ quyết định các nội dung sau:*, *giao Bộ Y tế:*.
pub(super) fn asks_above(findings: &Findings<'_, '_>, mentions: &Mentions, at: usize) -> bool {
    let reading = findings.reading;
    let lines = reading.lines();
    let next = lines.partition_point(|line| line.start <= at);
    let is_item = |line: &Line| marker::read(reading, line.start).is_some();
    let sign = |line: &Line| Sign::of(line.span().of(findings.text));
    let mut above = lines[..next].iter().rev();
    let Some(item) = above.next().filter(|line| is_item(line)) else {
        return false;
    };
    if reading.place_at(at).index() > reading.place_at(item.start).index() + HEAD {
        return false;
    }
    // Items of the same list, what stands below them, and new wording are passed over.
    let mut above = above
        .filter(|line| !findings.is_quoted(line.start))
        .take(ITEMS);
    let lead =
        above.find(|line| !is_item(line) || sign(line) != sign(item) && is_lead(findings, line));
    lead.is_some_and(|line| {
        let clause = reading.clause(line.end.saturating_sub(1)).start;
        let colon = reading.place_at(line.end);
        let said = || said_before(findings, mentions, colon, clause.max(line.start));
        is_lead(findings, line) && matches!(said(), Mood::Asked | Mood::Supposed)
    })
}

/// Whether a line announces what stands below it.
fn is_lead(findings: &Findings<'_, '_>, line: &Line) -> bool {
    line.span().of(findings.text).ends_with(':')
}

/// How many words from its beginning on the verb of an item stands at the latest.
const HEAD: usize = 5;

/// How many items a lead-in is looked for above.
const ITEMS: usize = 12;

/// Whether what the verb at byte `verb` says is denied by the words behind it, before byte `end`.
fn is_denied_behind(reading: &Reading<'_>, verb: usize, end: usize) -> bool {
    let first = reading.place_at(verb).index();
    let last = reading.place_at(end).index().min(first + CLAUSE);
    let mut from = first;
    while let Some(i) = reading.next_start_in(from..last, &DENIED) {
        let words = reading.place(i).phrase(&DENIED);
        if words.is_some_and(|(_, behind)| behind.index() <= last) {
            return true;
        }
        from = i + 1;
    }
    false
}

/// Whether a document with a number was issued for what follows at `purpose`: *ban hành Nghị định số …
/// để*, *Nghị định số … được ban hành để*.
fn is_issued_for(findings: &Findings<'_, '_>, mentions: &Mentions, purpose: Place<'_, '_>) -> bool {
    let mut end = purpose;
    let issued = end.gap().is_soft() && end.eat_back(&ISSUES).is_some();
    if issued && (!end.gap().is_soft() || end.eat_back(&PASSIVE).is_none()) {
        return false;
    }
    let row = mentions.row();
    let before = row.partition_point(|mention| mention.span.end <= end.start());
    let Some(mention) = before.checked_sub(1).map(|i| &row[i]) else {
        return false;
    };
    let mut words = findings.text[..end.start()].trim_end_matches([' ', ',']);
    if let Some(date) = findings.date_ending_at(words.len()) {
        words = findings.text[..date.span.start].trim_end();
    }
    let ends = [mention.span.end, mention.end_of_words()];
    let numbered = |&one: &_| mentions.id(one).number().is_some();
    let known =
        mentions.documents(mention).iter().all(numbered) && !mentions.documents(mention).is_empty();
    let start = findings.reading.place_at(mention.span.start);
    let governed = start.gap().is_soft() && start.phrase_before(&ISSUES).is_some();
    known && (ends.contains(&words.len()) || ends.contains(&end.end())) && (issued || governed)
}

/// What the words between byte `clause` and the verb say about it.
fn said_before(
    findings: &Findings<'_, '_>,
    mentions: &Mentions,
    verb: Place<'_, '_>,
    clause: usize,
) -> Mood {
    let reading = findings.reading;
    let first = reading.place_at(clause).index();
    let mut at = reading.place(first.max(verb.index().saturating_sub(CLAUSE)));
    let mut said = Mood::Stated;
    let mut conditional = false;
    while at.index() < verb.index() {
        if at.gap() == Gap::Comma && at.phrase(&TURN).is_some() {
            said = Mood::Stated;
        }
        // "Trường hợp …, thì …": what follows from it.
        conditional &= !findings.says(at, "thì");
        let Some((&word, behind)) = at.phrase(&WORDS) else {
            at = at.next();
            continue;
        };
        // "Thông tư số … quy định việc xem xét …": what a document is about asks for nothing.
        let row = mentions.row();
        let before = row.partition_point(|mention| mention.span.end <= at.start());
        let mut around = row[..before].iter().rev().take(NESTED);
        let around = around.find(|mention| at.start() < mention.end_of_words());
        if let Some(mention) = around
            && (mention.end_of_words() <= verb.start() || verb.gap() == Gap::Comma)
        {
            let words_end = reading.place_at(mention.end_of_words());
            let words_end = words_end.index().min(verb.index());
            at = reading.place(words_end.max(behind.index()));
            continue;
        }
        let near = verb.index() <= behind.index() + NEAR;
        let mood = match word {
            Word::Mood(mood) => mood,
            Word::Purpose if near && is_issued_for(findings, mentions, at) => Mood::Stated,
            Word::Near | Word::Purpose if near => Mood::Asked,
            Word::Condition => {
                conditional |= at.index() == first || !at.gap().is_soft();
                Mood::Stated
            }
            Word::Ordered if findings.body_at(behind.start()).is_some() => Mood::Asked,
            Word::Near | Word::Purpose | Word::Ordered => Mood::Stated,
        };
        said = match (said, mood) {
            (Mood::Void, _) => said,
            (_, Mood::Void) => mood,
            (Mood::Supposed, _) | (_, Mood::Stated) => said,
            (Mood::Asked, Mood::Coming) => said,
            _ => mood,
        };
        at = behind;
    }
    // "Trường hợp Nghị định số … được sửa đổi bởi …" tells of what was done.
    let passive = verb.phrase(&PASSIVE).is_some();
    match (said, conditional) {
        (Mood::Stated | Mood::Coming, true) if passive => Mood::Supposed,
        (_, true) => Mood::Void,
        (_, false) => said,
    }
}

/// How many documents may be named in the words that say what one is about.
const NESTED: usize = 4;

/// How many words of a clause are looked through.
const CLAUSE: usize = 50;

/// How many words may stand between what asks for a verb and the verb.
const NEAR: usize = 3;
