//! What one verb of an instruction is done to, read from the words that are its own.

use super::token::{Item, Sources, Token};
use super::types::Operation;
use super::within::{article, common, complete, enclose, lowest};
use super::words::{WHERE, WORDS, Word};
use crate::document_id::DocumentId;
use crate::provision::{Level, Target};
use crate::reading::is_quotation_mark;
use crate::span::Span;
use crate::tables::kinds::DocumentKind;

/// Words that go and words that come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Exchange {
    pub(super) old: Vec<Span>,
    pub(super) new: Option<Span>,
    pub(super) after: Option<Span>,
    pub(super) before: Option<Span>,
}

/// One thing that a verb is done to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Object {
    /// The act that it is in, where that is told.
    pub(super) act: Option<DocumentId>,
    /// The unit; without any label the act itself.
    pub(super) unit: Target,
    /// Whether only the heading of the unit is meant: *tại tên Điều 5*.
    pub(super) heading: bool,
}

impl Object {
    /// A unit with all in it.
    pub(super) fn whole(act: Option<DocumentId>, unit: Target) -> Self {
        Object {
            act,
            unit,
            heading: false,
        }
    }

    pub(super) fn heading(act: Option<DocumentId>, unit: Target) -> Self {
        Object {
            act,
            unit,
            heading: true,
        }
    }
}

/// What one verb is done to.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) operation: Operation,
    pub(super) targets: Vec<Object>,
    /// Units within these that stay as they are.
    pub(super) except: Vec<Target>,
    pub(super) after: Option<Target>,
    pub(super) before: Option<Target>,
    pub(super) words: Vec<Exchange>,
    /// Whether what comes in its place is an annex of this document.
    pub(super) by_annex: bool,
    /// Whether words only go; what corrects or exchanges them says what comes.
    pub(super) deletes: bool,
}

impl Draft {
    pub(super) fn new(operation: Operation) -> Self {
        Draft {
            operation,
            targets: Vec::new(),
            except: Vec::new(),
            after: None,
            before: None,
            words: Vec::new(),
            by_annex: false,
            deletes: operation == Operation::Repeal,
        }
    }

    /// The exceptions that lie within `target`.
    pub(super) fn except_of(&self, target: &Target) -> Vec<Target> {
        let within = |except: &&Target| {
            let mut levels = Level::ALL.into_iter();
            levels.all(|level| {
                target
                    .get(level)
                    .is_none_or(|label| except.get(level) == Some(label))
            })
        };
        self.except.iter().filter(within).cloned().collect()
    }

    /// Every unit that it names but for the acted on: anchors and exceptions.
    pub(super) fn others(&mut self) -> impl Iterator<Item = &mut Target> {
        let anchors = self.after.iter_mut().chain(&mut self.before);
        anchors.chain(&mut self.except)
    }
}

/// What the words of one verb say.
#[derive(Debug)]
pub(super) struct Segment {
    /// One draft, or two: units, and headings of units.
    pub(super) drafts: Vec<Draft>,
    /// The quotation with the new wording, where it opens among the words.
    pub(super) wording: Option<usize>,
    /// The unit of which some parts are meant (*một số khoản của Điều 5*).
    pub(super) unit: Option<Target>,
}

/// Reads the words behind a verb of `operation`; `inherited` are the words that a verb above exchanges.
pub(super) fn segment(
    sources: &Sources<'_, '_>,
    tokens: &[Token],
    operation: Operation,
    inherited: &[Exchange],
) -> Segment {
    let is = |word: Word| move |token: &Token| token.item == Item::Word(word);
    let by = |pair: &[Token]| pair[0].item == Item::Quote && is(Word::By)(&pair[1]);
    let exchanges = tokens.windows(2).any(by);
    let is_words = tokens.iter().any(is(Word::Words))
        || tokens.first().is_some_and(|t| t.item == Item::Quote)
        || exchanges
        || !inherited.is_empty();
    let mut reader = Reader {
        sources,
        is_words,
        done: Vec::new(),
        whole: None,
        draft: Draft::new(operation),
        placed: false,
        exchange: Exchange::default(),
        act: None,
        untold: 0,
        last: None,
        by: false,
        part: false,
        row: None,
        announced: false,
        excepting: false,
        into: false,
        at_end: false,
        heading: None,
        waiting: None,
        own_units: None,
        wording: None,
        unit: None,
    };
    // "Bãi bỏ quy định về phụ cấp tại Điều 4" takes something out of Điều 4, and leaves the rest.
    let some = operation == Operation::Repeal && tokens.first().is_some_and(is(Word::Matter));
    for token in tokens {
        if some || !reader.token(*token) {
            break;
        }
    }
    reader.finish(inherited)
}

struct Reader<'s, 'a, 't> {
    sources: &'s Sources<'a, 't>,
    /// Whether words are exchanged, not units.
    is_words: bool,
    /// The drafts before this one, each with words and places of its own.
    done: Vec<Draft>,
    /// Units repealed beside words of others.
    whole: Option<Draft>,
    draft: Draft,
    /// Whether it was told where the words of the draft are.
    placed: bool,
    exchange: Exchange,
    act: Option<DocumentId>,
    /// From this target on no act was told.
    untold: usize,
    /// The first target of the units told last, and where their words end.
    last: Option<(usize, usize)>,
    by: bool,
    part: bool,
    /// Where *số thứ tự* ends: only a row of the table in the unit named next is meant.
    row: Option<usize>,
    announced: bool,
    excepting: bool,
    into: bool,
    /// Whether what is new stands at the end of the unit named next.
    at_end: bool,
    /// Where *tên* ends, whose unit has not come yet.
    heading: Option<usize>,
    waiting: Option<Word>,
    own_units: Option<usize>,
    wording: Option<usize>,
    unit: Option<Target>,
}

impl Reader<'_, '_, '_> {
    /// Reads one token; whether the next one counts.
    fn token(&mut self, token: Token) -> bool {
        match token.item {
            Item::Word(Word::By) => self.by = true,
            Item::Word(word @ (Word::After | Word::Before)) => self.waiting = Some(word),
            Item::Word(Word::Part) => self.part = true,
            Item::Word(Word::Row) => self.row = Some(token.span.end),
            Item::Word(Word::Wording) => self.announced = true,
            Item::Word(Word::Except) => self.excepting = true,
            Item::Word(Word::Case) => return false,
            Item::Word(Word::Into) => self.into = !self.is_words,
            Item::Word(Word::End) => self.at_end = !self.is_words,
            Item::Word(Word::Title) => {
                self.title_of_act(token.span.start);
                self.heading = Some(token.span.end);
            }
            Item::Word(Word::Words) => self.words(token.span),
            Item::OwnUnits(i) => {
                self.draft.by_annex = true;
                self.own_units = self.own_units.or(Some(i)).filter(|_| !self.by);
            }
            Item::Quote if self.announced && !self.is_words => {
                self.wording = Some(token.span.start);
                return false;
            }
            _ if self.announced && !self.is_words => {}
            Item::Quote => return self.quote(token.span),
            Item::Units(i) => self.units(i, token.span),
            Item::Act(i) if !self.by || self.is_words => self.act(i, token.span),
            _ => {}
        }
        true
    }

    /// Behind a comma, a semicolon or *và* words of other units follow the units repealed (*Bãi bỏ điểm c khoản 3, cụm từ “A” tại
    /// điểm a khoản 4 Điều 11*).
    fn words(&mut self, span: Span) {
        let before = self.sources.reading.text()[..span.start].trim_end();
        let draft = &self.draft;
        let is_first = self.done.is_empty() && draft.words.is_empty() && !self.placed;
        if draft.operation == Operation::Repeal
            && is_first
            && !draft.targets.is_empty()
            && (before.ends_with([',', ';']) || before.ends_with("và"))
        {
            let next = Draft::new(draft.operation);
            self.whole = Some(std::mem::replace(&mut self.draft, next));
            (self.untold, self.last) = (0, None);
        }
    }

    fn quote(&mut self, span: Span) -> bool {
        let text = self.sources.reading.text();
        let colon = text[..span.start].trim_end().ends_with(':');
        let renames = self.draft.operation == Operation::Rename
            || self.heading.is_some()
            || self.draft.targets.iter().any(|object| object.heading);
        if !self.is_words && (colon || renames) {
            self.wording = Some(span.start);
            return false;
        }
        let words = inner(text, span);
        let exchange = &mut self.exchange;
        match self.waiting.take() {
            Some(Word::After) => exchange.after = Some(words),
            Some(_) => exchange.before = Some(words),
            None if self.by && exchange.new.is_none() => exchange.new = Some(words),
            None if self.placed => {
                // "bỏ cụm từ “A” tại Điều 4; cụm từ “B” tại Điều 5"
                let next = Draft::new(self.draft.operation);
                let mut done = std::mem::replace(&mut self.draft, next);
                done.words.push(std::mem::take(exchange));
                self.done.push(done);
                self.exchange.old.push(words);
                (self.placed, self.by, self.untold) = (false, false, 0);
                self.last = None;
            }
            None => {
                if exchange.new.is_some() {
                    self.draft.words.push(std::mem::take(exchange));
                    self.by = false;
                }
                self.exchange.old.push(words);
            }
        }
        true
    }

    fn units(&mut self, i: usize, span: Span) {
        // "Bãi bỏ dòng số 5 Phụ lục I" leaves the rest of the annex.
        let row = self.row.take().filter(|&row| span.start <= row + LABEL);
        if row.is_some() && !self.is_words {
            return;
        }
        let value = &self.sources.provisions[i].value;
        let mut units = value.targets.to_vec();
        // "Bổ sung chỉ tiêu số 5 tại Mẫu số 02": something in the form, and not the form.
        if self.draft.operation == Operation::Insert
            && !self.is_words
            && self.draft.targets.is_empty()
            && units.iter().all(Target::is_attached)
            && self.is_where(span)
        {
            return;
        }
        if std::mem::take(&mut self.at_end) {
            let paragraph = |unit: &mut Target| unit.set(Level::Paragraph, "cuối");
            units.iter_mut().for_each(paragraph);
        }
        let draft = &mut self.draft;
        draft.except.extend(value.except.iter());
        if self.excepting {
            draft.except.extend(units);
        } else if std::mem::take(&mut self.into) && !draft.targets.is_empty() {
            // "Bổ sung khoản 6 vào Điều 8"
            for object in &mut draft.targets {
                if let [unit] = units.as_slice() {
                    complete(&mut object.unit, unit);
                    enclose(&mut object.unit, unit);
                }
            }
        } else if let Some(side) = self.waiting.take().filter(|_| !self.is_words) {
            let anchor = units.first().cloned();
            match side {
                Word::After => draft.after = anchor,
                _ => draft.before = anchor,
            }
            // "vào sau Mẫu số 23 Phụ lục II tại Phụ lục IX": there it stands, for now.
            let inserted = |unit: &&Target| !unit.is_attached();
            let more = units.iter().skip(1).filter(inserted).cloned();
            let more = more.map(|unit| Object::whole(self.act.clone(), unit));
            draft.targets.extend(more);
        } else if self.by && !self.is_words {
            draft.by_annex = true;
        } else if std::mem::take(&mut self.part) {
            self.unit = common(units.iter());
        } else {
            self.title_of_act(span.start);
            let heading = self.heading.take();
            let heading = heading.filter(|&heading| match self.is_words {
                true => self.names_heading(heading, span),
                false => self.draft.operation != Operation::Rename,
            });
            let headed = self.headed(heading, &units, span);
            let whole = units.into_iter().filter(|unit| !headed.contains(unit));
            let whole = whole.map(|unit| Object::whole(self.act.clone(), unit));
            let headings = headed.iter().cloned();
            let headings = headings.map(|unit| Object::heading(self.act.clone(), unit));
            self.last = Some((self.draft.targets.len(), span.end));
            self.draft.targets.extend(headings);
            self.draft.targets.extend(whole);
            self.placed = !self.exchange.old.is_empty();
        }
    }

    /// Takes *tên* for that of the act where nothing but its kind stands between it and byte `until`: words
    /// exchanged *tại tên Thông tư, tên Chương II*.
    fn title_of_act(&mut self, until: usize) {
        let text = self.sources.reading.text();
        let Some(heading) = self.heading.filter(|_| self.is_words) else {
            return;
        };
        let kind = text.get(heading..until).unwrap_or_default();
        if is_kind(kind.trim_matches([' ', ','])) {
            let title = Object::heading(self.act.clone(), Target::default());
            self.draft.targets.push(title);
            (self.heading, self.placed) = (None, !self.exchange.old.is_empty());
        }
    }

    /// Whether *tại* stands before the units at `span`, and before that no verb but what it is done to.
    fn is_where(&self, span: Span) -> bool {
        let at = self.sources.reading.place_at(span.start);
        let Some((_, object)) = at.phrase_before(&WHERE) else {
            return false;
        };
        at.gap().is_soft()
            && object.gap().is_soft()
            && !matches!(object.phrase_before(&WORDS), Some((Word::Verb(_), _)))
    }

    /// Whether the units at `span` are those whose *tên* ends at byte `heading`: *tại tên gọi, các cụm từ …
    /// trong Mẫu số 1* is about another thing's name.
    fn names_heading(&self, heading: usize, span: Span) -> bool {
        let text = self.sources.reading.text();
        let between = text.get(heading..span.start).unwrap_or_default();
        let words = between
            .split([' ', '\n', ','])
            .filter(|word| !word.is_empty());
        let mut words = words.map(str::to_lowercase);
        words.all(|word| matches!(word.as_str(), "của" | "các" | "điều" | "gọi" | "và"))
    }

    /// Those of `units` whose heading is meant, where *tên* ends at byte `heading`: those of the level
    /// of the first (*tên khoản 3 và điểm c khoản 3*), or the article around them (*tên và khoản 3 Điều
    /// 5*).
    fn headed(&self, heading: Option<usize>, units: &[Target], span: Span) -> Vec<Target> {
        let (Some(heading), Some(first)) = (heading, units.first()) else {
            return Vec::new();
        };
        let text = self.sources.reading.text();
        let between = text.get(heading..span.start).unwrap_or_default().trim();
        if matches!(
            between,
            "và" | "," | "Điều và" | "điều và" | "Điều," | "điều,"
        ) {
            // Without a label it is the article that the unit around names.
            return vec![article(first)];
        }
        let level = lowest(first);
        let same = units.iter().filter(|unit| lowest(unit) == level);
        same.cloned().collect()
    }

    fn act(&mut self, i: usize, span: Span) {
        let Some(name) = self.sources.document(i) else {
            return;
        };
        // "Bãi bỏ Nghị quyết số 15 và khoản 3 Điều 1 Nghị quyết số 16": of the act behind them.
        let text = self.sources.reading.text();
        if let Some((from, end)) = self.last.take()
            && let Some(between) = text.get(end..span.start)
            && matches!(between.trim(), "" | "của")
        {
            let units = self.draft.targets.iter_mut().skip(from);
            units.for_each(|object| object.act = None);
            self.untold = self.untold.min(from);
        }
        let targets = &mut self.draft.targets[self.untold..];
        let mut untold = targets.iter_mut().filter(|object| object.act.is_none());
        match untold.next() {
            Some(first) => {
                first.act = Some(name.clone());
                untold.for_each(|object| object.act = Some(name.clone()));
                self.untold = self.draft.targets.len();
            }
            None => {
                self.act.get_or_insert(name);
            }
        }
    }

    fn finish(mut self, inherited: &[Exchange]) -> Segment {
        // "Bổ sung Phụ lục IB ban hành kèm theo Nghị định này"
        if let Some(i) = self.own_units.filter(|_| !self.is_words)
            && self.draft.targets.is_empty()
        {
            let units = self.sources.provisions[i].value.targets.iter();
            let act = &self.act;
            let units = units.map(|unit| Object::whole(act.clone(), unit));
            self.draft.targets.extend(units);
        }
        let draft = &mut self.draft;
        if !self.exchange.old.is_empty() || self.exchange.new.is_some() {
            draft.words.push(self.exchange);
        }
        if draft.words.is_empty() {
            draft.words = inherited.to_vec();
        }
        // "Sửa đổi tên như sau": the heading of what the unit around it names.
        if takes_heading(draft.operation) && self.heading.is_some() && draft.targets.is_empty() {
            draft.operation = Operation::Rename;
        }
        let mut drafts = self.done;
        let headed = draft.targets.iter().any(|object| object.heading);
        if headed && !self.is_words && takes_heading(draft.operation) {
            let targets = draft.targets.drain(..);
            let (headed, whole): (Vec<_>, _) = targets.partition(|object| object.heading);
            draft.targets = whole;
            let renamed = headed.into_iter();
            let renamed = renamed.map(|object| Object::whole(object.act, object.unit));
            drafts.push(Draft {
                targets: renamed.collect(),
                ..Draft::new(Operation::Rename)
            });
        }
        if drafts.is_empty() || !self.draft.targets.is_empty() || !self.draft.words.is_empty() {
            drafts.push(self.draft);
        }
        if self.is_words {
            for draft in &mut drafts {
                draft.operation = match draft.operation {
                    Operation::Insert => Operation::InsertText,
                    _ => Operation::ReplaceText,
                };
            }
        }
        if let Some(mut whole) = self.whole {
            let places = drafts.last().and_then(|draft| draft.targets.last());
            if let Some(place) = places {
                let units = whole.targets.iter_mut();
                units.for_each(|object| {
                    complete(&mut object.unit, &place.unit);
                    if object.act.is_none() {
                        object.act.clone_from(&place.act);
                    }
                });
            }
            drafts.insert(0, whole);
        }
        Segment {
            drafts,
            wording: self.wording,
            unit: self.unit,
        }
    }
}

/// Whether what it brings for a heading is a new one.
fn takes_heading(operation: Operation) -> bool {
    matches!(operation, Operation::Replace | Operation::Insert)
}

/// Whether `words` name the kind of an act, and nothing else.
pub(super) fn is_kind(words: &str) -> bool {
    let words = words.to_lowercase();
    words == "văn bản" || DocumentKind::all().iter().any(|kind| kind.words() == words)
}

/// What stands between the quotation marks of `quote`.
pub(super) fn inner(text: &str, quote: Span) -> Span {
    let words = quote.of(text);
    let open = words.chars().next().map_or(0, char::len_utf8);
    let close = words
        .chars()
        .next_back()
        .filter(|&c| is_quotation_mark(c))
        .map_or(0, char::len_utf8);
    Span::new(
        quote.start + open,
        (quote.end - close).max(quote.start + open),
    )
}

/// The longest label of a row between its word and its unit, in bytes.
const LABEL: usize = 16;
