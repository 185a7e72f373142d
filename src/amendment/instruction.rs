//! The instructions of an amending document, one after another, with the act and the unit that the
//! items around each of them have named.

use super::draft::{Draft, Object};
use super::mark::item;
use super::statement::{Context, Statement};
use super::token::Sources;
use super::types::{Amendment, Operation};
use super::wording::{Region, Wording, bare};
use crate::citation::{Instructed, Mentions, Reference};
use crate::document_id::DocumentId;
use crate::marker;
use crate::outline::{Outline, OutlineNode};
use crate::provision::{Level, Provision, Target};
use crate::reading::Reading;
use crate::span::{Found, Passage, Span};

/// Every amendment of a text, in order, and the stretches of it that are about the acts amended.
pub(crate) fn amendments<'t>(
    reading: &Reading<'t>,
    outline: &Outline<'t>,
    provisions: &[Found<'t, Provision>],
    references: &[Found<'t, Reference>],
    mentions: &Mentions,
) -> (Vec<Found<'t, Amendment<'t>>>, Vec<Instructed>) {
    let sources = Sources {
        reading,
        provisions,
        references,
        mentions,
    };
    let own: Vec<&Found<'t, OutlineNode<'t>>> =
        outline.nodes.iter().filter(|n| !n.value.quoted).collect();
    // Without articles only what quotes is an instruction.
    let is_article = |node: &&Found<'t, OutlineNode<'t>>| node.value.level == Level::Article;
    if !own.iter().any(is_article) && reading.quotations().is_empty() {
        return (Vec::new(), Vec::new());
    }
    let walk = Walk {
        wording: Wording {
            reading,
            nodes: &outline.nodes,
        },
        sources,
        own,
        frames: Vec::new(),
        found: Vec::new(),
        stretches: Vec::new(),
    };
    walk.run(outline)
}

/// A unit or item that is open, and what it says for those within it.
struct Frame {
    rank: usize,
    context: Context,
    /// Which of `found` are its own.
    found: (usize, usize),
    /// Whether it is a heading: what it names is told again below.
    heading: bool,
    /// Whether its words announce what stands below.
    opens: bool,
    /// Whether it is an article whose line has no words: those of the next line are its own.
    bare: bool,
}

/// A line that may instruct.
struct Instructing {
    /// Its words, without its marker.
    span: Span,
    in_article: bool,
    /// Whether they are cut out of an act.
    excerpt: bool,
    /// Whether it is the heading of more than an article.
    heading: bool,
}

struct Walk<'a, 't> {
    sources: Sources<'a, 't>,
    wording: Wording<'a, 't>,
    own: Vec<&'a Found<'t, OutlineNode<'t>>>,
    frames: Vec<Frame>,
    found: Vec<Option<Found<'t, Amendment<'t>>>>,
    stretches: Vec<Instructed>,
}

/// Ranks of lines without a unit's marker, behind those of all levels.
const PLAIN: usize = 50;
const LISTED: usize = 60;

impl<'t> Walk<'_, 't> {
    fn run(mut self, outline: &Outline<'t>) -> (Vec<Found<'t, Amendment<'t>>>, Vec<Instructed>) {
        let reading = self.sources.reading;
        let subject = outline.header.as_ref().and_then(|h| h.subject.as_ref());
        let title = subject.and_then(|subject| {
            let statement = self.sources.statement(subject.span, &Context::default())?;
            Some(statement.context)
        });
        let title = title.unwrap_or_default();
        let recipients = outline.closing.as_ref().and_then(|c| c.recipients.as_ref());
        let end = recipients.map_or(usize::MAX, |r| r.span.start);
        let (mut next, mut past, mut in_article) = (0, 0, false);
        // Words cut out of an act, without its letterhead and its articles.
        let is_article = |node: &&Found<'t, OutlineNode<'t>>| node.value.level == Level::Article;
        let excerpt = outline.header.is_none() && !self.own.iter().any(is_article);
        for line in reading.lines() {
            let line = line.span();
            if line.start >= end {
                break;
            }
            if line.start < past {
                continue;
            }
            while self
                .own
                .get(next)
                .is_some_and(|n| n.span.start < line.start)
            {
                next += 1;
            }
            let node = self.own.get(next).copied();
            let node = node.filter(|n| n.span.start == line.start);
            if let Some(node) = node
                && node.value.level <= Level::Article
            {
                in_article = node.value.level == Level::Article;
            }
            let is_article = node.is_some_and(|n| n.value.level == Level::Article);
            // Where nothing above instructs, most lines are told from their words alone.
            let silent = title.is_empty() && self.frames.iter().all(|f| f.context.is_empty());
            let end = node.map_or(line.end, |n| n.span.end.max(line.end));
            let words = Span::new(line.start, end);
            if silent && !is_article && !self.sources.may_instruct(words) {
                past = self.quotes(words).map_or(past, |region| region.past);
                continue;
            }
            // An article of its own that instructs ends a quotation nobody closed.
            let own = is_article && self.sources.may_instruct(words);
            let quoted = |q: Span| q.start < line.start;
            if !own && reading.quotation(line.start).is_some_and(quoted)
                || self.wording.is_quoted(line.start)
            {
                continue;
            }
            let marker = marker::unit(reading, line.start, line.end);
            let (rank, body, line_end) = match (node, marker) {
                (Some(node), _) => {
                    let end = match node.value.level < Level::Article {
                        true => node.span.end.max(line.end),
                        false => line.end,
                    };
                    let body = marker.map_or(line.start, |m| m.body);
                    (node.value.level.rank(), body.min(end), end)
                }
                (None, Some(marker)) if marker.level > Level::Article => {
                    (marker.level.rank(), marker.body.min(line.end), line.end)
                }
                _ => match item(line.of(reading.text())) {
                    0 => (PLAIN, line.start, line.end),
                    dash => (LISTED, line.start + dash, line.end),
                },
            };
            // "Điều 1." and below it "Sửa đổi, bổ sung một số điều của Luật điện lực như sau:"
            let rank = match self.frames.last() {
                Some(article) if rank == PLAIN && article.bare => article.rank,
                _ if (Level::Point.rank()..PLAIN).contains(&rank) && self.is_in_dashes() => {
                    LISTED + rank
                }
                _ => rank,
            };
            while self.frames.last().is_some_and(|frame| frame.rank >= rank) {
                self.leave();
            }
            let around = match self.frames.last() {
                Some(frame) => &frame.context,
                None => &title,
            };
            let span = Span::new(body, line_end);
            let before = self.found.len();
            let read = Instructing {
                span,
                in_article,
                excerpt,
                heading: rank < Level::Article.rank(),
            };
            let (context, end) = self.instruct(&read, around.clone());
            past = end.unwrap_or(past);
            past = past.max(match node {
                Some(node) if node.value.level < Level::Article => node.span.end,
                _ => 0,
            });
            self.frames.push(Frame {
                rank,
                context,
                found: (before, self.found.len()),
                opens: span.of(reading.text()).trim_end().ends_with(':'),
                heading: is_article && !ends_statement(span.of(reading.text())),
                bare: is_article && span.of(reading.text()).trim().is_empty(),
            });
        }
        while !self.frames.is_empty() {
            self.leave();
        }
        (self.found.into_iter().flatten().collect(), self.stretches)
    }

    /// Reads the instructions of a line: behind a quotation that closes, the next clause is one of its own
    /// (*khoản 1 được sửa đổi như sau: “…”; bổ sung khoản 3 như sau: “…”*). What they say for the items below,
    /// and where their wording ends.
    fn instruct(&mut self, line: &Instructing, mut around: Context) -> (Context, Option<usize>) {
        let mut past = None;
        let mut rest = line.span;
        loop {
            let next = self.sources.behind_wording(rest);
            let span = Span::new(rest.start, next.map_or(rest.end, |next| next.start));
            let first = rest.start == line.span.start;
            let statement = self.sources.statement(span, &around);
            match statement.filter(|statement| first || statement.at_head) {
                Some(statement) => {
                    let stop = next.map_or(usize::MAX, |next| next.start);
                    let region = self.wording.below(&statement, span, stop);
                    past = region.map(|r| r.past).or(past);
                    let whole = region.map(|r| r.words);
                    let end = statement.wording.unwrap_or(span.end);
                    if line.in_article || line.excerpt && statement.is_whole(whole.is_some()) {
                        self.add(&statement, Span::new(span.start, end), whole);
                    }
                    self.tell(&statement, Span::new(span.start, end), region);
                    let amending = statement.context.amending || line.heading;
                    around = Context {
                        amending,
                        ..statement.context
                    };
                }
                None => {
                    around.pending = None;
                    past = self.quotes(span).map(|region| region.past).or(past);
                }
            }
            match next {
                Some(next) => rest = next,
                None => return (around, past),
            }
        }
    }

    /// Whether the points below are those of an item with a dash that stands right in an article.
    fn is_in_dashes(&self) -> bool {
        let dash = self.frames.iter().rposition(|frame| frame.rank == LISTED);
        let around = dash.map(|dash| (&self.frames[dash], dash.checked_sub(1)));
        around.is_some_and(|(dash, above)| {
            dash.opens && above.is_none_or(|i| self.frames[i].rank <= Level::Article.rank())
        })
    }

    /// The words of an act that the line at `span` quotes without amending it: *Điều 11 Thông tư số … quy
    /// định như sau:* in the notes of a consolidated text.
    fn quotes(&mut self, span: Span) -> Option<Region> {
        let of = self.sources.quoted_act(span)?;
        let region = self
            .wording
            .below(&Statement::default(), span, usize::MAX)?;
        self.stretches.push(Instructed {
            span: region.words,
            wording: true,
            of: Some(of),
        });
        Some(region)
    }

    /// Says whose the instruction at `span` is, and its new wording.
    fn tell(&mut self, statement: &Statement, span: Span, region: Option<Region>) {
        let of = statement.context.act.clone();
        let words = Instructed {
            span,
            wording: false,
            of,
        };
        let mut acts = statement.drafts.iter().flat_map(|draft| &draft.targets);
        let act = acts.next().and_then(|object| object.act.clone());
        let one = acts.all(|other| other.act == act);
        let wording = region.map(|region| Instructed {
            span: region.words,
            wording: true,
            of: act.filter(|_| one).or_else(|| words.of.clone()),
        });
        self.stretches.push(words);
        self.stretches.extend(wording);
    }

    /// Ends the innermost frame. What a heading names and an item below does again, counts once.
    fn leave(&mut self) {
        let Some(frame) = self.frames.pop().filter(|frame| frame.heading) else {
            return;
        };
        let (from, to) = frame.found;
        if from == to {
            return;
        }
        let (above, below) = self.found.split_at_mut(to);
        let told: Vec<_> = below.iter().flatten().map(|f| key(&f.value)).collect();
        for slot in &mut above[from..] {
            let again = |f: &Found<'_, Amendment<'_>>| {
                // "Sửa đổi Phụ lục I Nghị định số …", and below it what of the annex changes.
                let part = f.value.new.is_none()
                    && below
                        .iter()
                        .flatten()
                        .any(|part| within(&part.value, &f.value));
                told.contains(&key(&f.value)) || f.value.target.is_attached() && part
            };
            if slot.as_ref().is_some_and(again) {
                *slot = None;
            }
        }
    }

    fn add(&mut self, statement: &Statement, span: Span, wording: Option<Span>) {
        let text = self.sources.reading.text();
        let span = Span::new(span.start, span.start + span.of(text).trim_end().len());
        let opens = span.of(text).ends_with(':');
        let mut room = MOST;
        let takers = statement
            .drafts
            .iter()
            .filter(|d| takes_wording(d.operation));
        let takers: usize = takers.map(|d| d.targets.len()).sum();
        for draft in &statement.drafts {
            let whole =
                (draft.operation == Operation::Rename && draft.targets.is_empty()).then(|| {
                    // "tên Điều" below an instruction about an article is that article's.
                    let unit = statement.context.unit.clone().unwrap_or_default();
                    Object::whole(statement.context.act.clone(), unit)
                });
            for object in draft.targets.iter().cloned().chain(whole) {
                let (of, target) = (object.act, object.unit);
                if of.is_none() && !statement.context.amending {
                    continue;
                }
                let value = Amendment {
                    operation: draft.operation,
                    of,
                    except: draft.except_of(&target),
                    target,
                    heading: object.heading,
                    after: draft.after.clone(),
                    before: draft.before.clone(),
                    new: None,
                    old_words: None,
                    new_words: None,
                    after_words: None,
                    before_words: None,
                };
                for value in self.worded(value, draft, (wording, opens), takers) {
                    if room == 0 {
                        return;
                    }
                    room -= 1;
                    self.found.push(Some(Found::new(text, span, value)));
                }
            }
        }
    }

    /// The amendment with its wording or words; none where it lacks what it cannot be without.
    fn worded(
        &self,
        value: Amendment<'t>,
        draft: &Draft,
        (wording, opens): (Option<Span>, bool),
        takers: usize,
    ) -> Vec<Amendment<'t>> {
        let text = self.sources.reading.text();
        let passage = |span: Span| Passage::new(text, span);
        match draft.operation {
            Operation::Repeal => vec![value],
            Operation::Replace | Operation::Insert | Operation::Rename => {
                let attached = value.target.is_attached();
                // Of several units each has its own part of the wording, where that can be told.
                let own = wording.and_then(|whole| match takers {
                    0 | 1 => self.wording.within(whole, &value.target).or(Some(whole)),
                    _ => {
                        let heading = value.operation == Operation::Rename;
                        self.wording.part(whole, &value.target, heading)
                    }
                });
                let new = own.map(|span| passage(bare(text, span)));
                // What comes in the place of an annex is one of this document, also where nothing says so.
                let annexed = match draft.operation {
                    Operation::Insert => true,
                    Operation::Replace => draft.by_annex || !opens,
                    _ => draft.by_annex,
                };
                match wording.is_some() || attached && annexed {
                    true => vec![Amendment { new, ..value }],
                    false => Vec::new(),
                }
            }
            Operation::ReplaceText => draft
                .words
                .iter()
                .filter(|words| draft.deletes || words.new.is_some())
                .flat_map(|words| words.old.iter().map(move |&old| (old, words.new)))
                .map(|(old, new)| Amendment {
                    old_words: Some(passage(old)),
                    new_words: new.map(passage),
                    ..value.clone()
                })
                .collect(),
            Operation::InsertText => draft
                .words
                .iter()
                .filter_map(|words| {
                    Some(Amendment {
                        new_words: Some(passage(*words.old.first()?)),
                        after_words: words.after.map(passage),
                        before_words: words.before.map(passage),
                        ..value.clone()
                    })
                })
                .collect(),
        }
    }
}

/// The most amendments that one sentence yields; words and units multiply.
const MOST: usize = 200;

fn takes_wording(operation: Operation) -> bool {
    matches!(
        operation,
        Operation::Replace | Operation::Insert | Operation::Rename
    )
}

type Key<'k> = (
    Operation,
    &'k Option<DocumentId>,
    &'k Target,
    bool,
    Option<&'k str>,
);

fn key<'k>(value: &'k Amendment<'_>) -> Key<'k> {
    let old = value.old_words.as_ref().map(|words| &*words.text);
    (
        value.operation,
        &value.of,
        &value.target,
        value.heading,
        old,
    )
}

/// Whether `part` changes something within the unit that `whole` names.
fn within(part: &Amendment<'_>, whole: &Amendment<'_>) -> bool {
    let mut levels = Level::ALL.into_iter();
    part.of == whole.of
        && levels.all(|level| {
            let label = whole.target.get(level);
            label.is_none() || label == part.target.get(level)
        })
}

/// Whether the words end as a sentence does, and are no heading.
fn ends_statement(words: &str) -> bool {
    words.trim_end().ends_with(['.', ';', ':', '”', '"'])
}
