//! One sentence that instructs to amend: its verbs, and what each of them is done to.
//!
//! ```text
//! Bãi bỏ khoản 2 Điều 3 và sửa đổi khoản 4 Điều 3 Nghị định số … như sau:
//! verb   unit              verb    unit        act               wording
//! ```
//!
//! A verb counts at the head and where it is coordinated (*và*, a comma, a semicolon before it);
//! everywhere else it belongs to the name of an act. What stands in brackets, behind *theo* and
//! behind *đã được sửa đổi* tells who amended before, and is passed over.

use super::types::Operation;
use super::words::{PASSIVE, WORDS, Word};
use crate::citation::{Anaphor, MentionOf, Mentions, Reference};
use crate::document_id::DocumentId;
use crate::provision::{Level, Provision, Target};
use crate::reading::{Reading, is_quotation_mark};
use crate::span::{Found, Span};

/// Words that may stand in front of the verb at the head: a marker, *Nay*, *Các*.
const LEAD: usize = 6;

/// The most units that are told once for several verbs.
const MOST: usize = 200;

/// What an instruction is read from.
pub(super) struct Sources<'a, 't> {
    pub(super) reading: &'a Reading<'t>,
    pub(super) provisions: &'a [Found<'t, Provision>],
    pub(super) references: &'a [Found<'t, Reference>],
    pub(super) mentions: &'a Mentions,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Item {
    Word(Word),
    /// A place in the list of provisions.
    Units(usize),
    /// An act, as a place in the row of mentions; not the one that speaks.
    Act(usize),
    /// An annex or a form of the act that speaks.
    OwnUnits(usize),
    /// Words between quotation marks, marks included.
    Quote,
}

#[derive(Clone, Copy, Debug)]
struct Token {
    span: Span,
    item: Item,
}

/// What the units and items around a sentence have said for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Context {
    /// The act that is amended.
    pub(super) act: Option<DocumentId>,
    /// The unit of it that is amended.
    pub(super) unit: Option<Target>,
    /// Whether an act is amended here at all.
    pub(super) amending: bool,
    /// The verb that items below wait for.
    pub(super) pending: Option<Pending>,
}

/// A verb whose objects follow in a list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pending {
    operation: Operation,
    words: Vec<Exchange>,
}

/// Words that go and words that come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Exchange {
    pub(super) old: Vec<Span>,
    pub(super) new: Option<Span>,
    pub(super) after: Option<Span>,
    pub(super) before: Option<Span>,
}

/// What one verb is done to.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) operation: Operation,
    pub(super) targets: Vec<(Option<DocumentId>, Target)>,
    pub(super) after: Option<Target>,
    pub(super) before: Option<Target>,
    pub(super) words: Vec<Exchange>,
    /// Whether what comes in its place is an annex of this document.
    pub(super) by_annex: bool,
}

/// A sentence that instructs.
#[derive(Debug, Default)]
pub(super) struct Statement {
    pub(super) drafts: Vec<Draft>,
    /// What it says for the items below it.
    pub(super) context: Context,
    /// The quotation with the new wording, where it opens in the sentence.
    pub(super) wording: Option<usize>,
}

impl Context {
    /// Whether nothing was said.
    pub(super) fn is_empty(&self) -> bool {
        *self == Context::default()
    }
}

impl Sources<'_, '_> {
    /// The instruction in `span`, the words of a unit or an item; `None` where there is none.
    pub(super) fn statement(&self, span: Span, around: &Context) -> Option<Statement> {
        let mut tokens = self.tokens(span);
        let lead = |t: &Token| t.item == Item::Word(Word::Lead);
        if tokens.first().is_some_and(lead) {
            tokens.remove(0);
        }
        let first = *tokens.first()?;
        let text = self.reading.text();
        let at_head = text[span.start..first.span.start]
            .split_whitespace()
            .all(|word| matches!(word, "Nay" | "Các" | "các" | "-"));
        let passive = self.passive(&tokens, span);
        if !at_head && passive.is_none() {
            return None;
        }
        match first.item {
            Item::Word(Word::Verb(_)) => self.active(&tokens, span, around),
            _ if passive.is_some() => self.turned(&tokens, passive?, span, around),
            Item::Act(_) if tokens.len() == 1 && around.amending => {
                let context = Context {
                    act: self.act_of(&tokens),
                    amending: true,
                    ..Context::default()
                };
                Some(Statement {
                    context,
                    ..Statement::default()
                })
            }
            Item::Units(_) | Item::Quote => {
                let pending = around.pending.as_ref()?;
                let mut statement = Statement::default();
                self.segment(&tokens, pending.operation, &mut statement, &pending.words);
                self.finish(statement, &tokens, span, around)
            }
            _ => None,
        }
    }

    /// Whether the words of `span` may instruct although nothing around them does: a verb stands at
    /// their head, or behind *được*.
    pub(super) fn may_instruct(&self, span: Span) -> bool {
        let reading = self.reading;
        let mut place = reading.place_at(span.start);
        for _ in 0..LEAD {
            match place.phrase(&WORDS) {
                Some((Word::Verb(_), _)) => return true,
                Some((Word::Lead, behind)) => place = behind,
                Some(_) => break,
                None => place = place.next(),
            }
        }
        let last = reading.place_at(span.end).index();
        let mut from = reading.place_at(span.start).index();
        while let Some(i) = reading.next_start_in(from..last, &PASSIVE) {
            let verb = reading.place(i + 1).phrase(&WORDS);
            if matches!(verb, Some((Word::Verb(_), _))) {
                return true;
            }
            from = i + 1;
        }
        false
    }

    fn tokens(&self, span: Span) -> Vec<Token> {
        let reading = self.reading;
        let index = |at: usize| reading.place_at(at).index();
        let row = self.mentions.row();
        let mut tokens: Vec<Token> = Vec::new();
        let mut unit = self
            .provisions
            .partition_point(|p| p.span.start < span.start);
        let mut act = row.partition_point(|m| m.span.start < span.start);
        let quotations = reading.quotations();
        let mut quote = quotations.partition_point(|q| q.start < span.start);
        let mut bracket = reading.next_bracket(span.start);
        let last = index(span.end);
        let mut i = index(span.start);
        // The words at which the next bracket, quotation, unit and act begin.
        let word_of = |span: Option<Span>| span.map_or(usize::MAX, |span| index(span.start));
        let mut brackets_at = word_of(bracket);
        let mut quote_at = word_of(quotations.get(quote).copied());
        let mut unit_at = word_of(self.provisions.get(unit).map(|p| p.span));
        let mut act_at = word_of(row.get(act).map(|m| m.span));
        while i < last {
            while let Some(passed) = bracket.filter(|_| brackets_at < i) {
                bracket = reading.next_bracket(passed.start + 1);
                brackets_at = word_of(bracket);
            }
            while quote_at < i {
                quote += 1;
                quote_at = word_of(quotations.get(quote).copied());
            }
            while unit_at < i {
                unit += 1;
                unit_at = word_of(self.provisions.get(unit).map(|p| p.span));
            }
            while act_at < i {
                act += 1;
                act_at = word_of(row.get(act).map(|m| m.span));
            }
            if let Some(around) = bracket.filter(|_| brackets_at == i) {
                let behind = index(around.end);
                brackets_at = behind.max(i + 1) - 1;
                if behind > i {
                    i = behind;
                    continue;
                }
            }
            if quote_at == i
                && let Some(&quote) = quotations.get(quote)
            {
                let behind = index(quote.end);
                quote_at = behind.max(i + 1) - 1;
                if behind > i {
                    tokens.push(Token {
                        span: quote,
                        item: Item::Quote,
                    });
                    i = behind;
                    continue;
                }
            }
            if unit_at == i {
                let units = self.provisions[unit].span;
                tokens.push(Token {
                    span: units,
                    item: Item::Units(unit),
                });
                i = index(units.end).max(i + 1);
                continue;
            }
            if act_at == i {
                let mention = row[act];
                let itself = match mention.of {
                    MentionOf::Reference(i) => self.references[i].value.anaphor == Anaphor::This,
                    MentionOf::Citation(_) => false,
                };
                let anchored = tokens.iter().rev().nth(1).is_some_and(|token| {
                    matches!(token.item, Item::Word(Word::After | Word::Before))
                });
                match tokens.last_mut() {
                    // "tại Phụ lục IX ban hành kèm theo Thông tư này"
                    Some(last) if itself => {
                        if let Item::Units(unit) = last.item
                            && !anchored
                            && self.is_attached(unit, mention.span)
                        {
                            last.item = Item::OwnUnits(unit);
                        }
                    }
                    _ if itself => {}
                    _ => tokens.push(Token {
                        span: mention.span,
                        item: Item::Act(act),
                    }),
                }
                i = index(mention.span.end).max(i + 1);
                continue;
            }
            let place = reading.place(i);
            match place.phrase(&WORDS) {
                Some((&word, behind)) if behind.index() <= last => {
                    if word != Word::Nothing {
                        tokens.push(Token {
                            span: Span::new(place.start(), behind.end()),
                            item: Item::Word(word),
                        });
                    }
                    i = behind.index();
                }
                _ => {
                    let stop = brackets_at.min(quote_at).min(unit_at).min(act_at).min(last);
                    let next = reading.next_start_in(i + 1..stop.max(i + 1), &WORDS);
                    i = next.unwrap_or(stop.max(i + 1));
                }
            }
        }
        // "từ Điều 12 đến Điều 15" is no word that is exchanged.
        for i in (0..tokens.len().saturating_sub(1)).rev() {
            let (token, next) = (tokens[i], tokens[i + 1]);
            let adjacent = token.span.end + 1 == next.span.start;
            if token.item == Item::Word(Word::Words)
                && adjacent
                && matches!(next.item, Item::Units(_))
            {
                tokens[i].item = Item::Word(Word::Nothing);
            }
        }
        self.without_history(tokens)
    }

    /// Whether the unit is an annex or a form that comes with the document mentioned behind it.
    fn is_attached(&self, unit: usize, document: Span) -> bool {
        let unit = &self.provisions[unit];
        let mut targets = unit.value.targets.iter();
        let attached = targets.all(|target| target.annex.is_some() || target.form.is_some());
        let between = self.reading.text().get(unit.span.end..document.start);
        attached && between.is_some_and(|words| words.trim_end().ends_with("kèm theo"))
    }

    /// Takes out who amended before: behind *theo*, and from *đã được sửa đổi* on.
    fn without_history(&self, tokens: Vec<Token>) -> Vec<Token> {
        let text = self.reading.text();
        let active =
            matches!(tokens.first(), Some(t) if matches!(t.item, Item::Word(Word::Verb(_))));
        let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
        let (mut history, mut according) = (false, false);
        for (i, &token) in tokens.iter().enumerate() {
            let gap = match i {
                0 => "",
                i => &text[tokens[i - 1].span.end.min(token.span.start)..token.span.start],
            };
            if gap.contains(';') || token.item == Item::Word(Word::Wording) {
                history = false;
            }
            let told =
                matches!(tokens.get(i + 1), Some(t) if matches!(t.item, Item::Word(Word::Verb(_))));
            let act_before = matches!(kept.last(), Some(t) if matches!(t.item, Item::Act(_)));
            match token.item {
                Item::Word(Word::Passive)
                    if told && (active || act_before && self.has_later_passive(&tokens, i)) =>
                {
                    history = true;
                }
                Item::Word(Word::According) => according = true,
                Item::Units(_) | Item::Act(_) if according => {
                    according = matches!(token.item, Item::Units(_))
                }
                _ if history => {}
                _ => {
                    according = false;
                    kept.push(token);
                }
            }
        }
        kept
    }

    /// Whether the passive that instructs comes behind the one at `i`.
    fn has_later_passive(&self, tokens: &[Token], i: usize) -> bool {
        tokens[i + 1..]
            .iter()
            .any(|t| t.item == Item::Word(Word::Passive))
    }

    /// Where *được sửa đổi … như sau*, *bị bãi bỏ* stands, in a sentence whose subject is a unit.
    fn passive(&self, tokens: &[Token], span: Span) -> Option<usize> {
        let text = self.reading.text();
        let at = tokens
            .iter()
            .position(|t| t.item == Item::Word(Word::Passive))?;
        let verb = tokens.get(at + 1)?;
        let Item::Word(Word::Verb(_)) = verb.item else {
            return None;
        };
        let rest = text[verb.span.end..span.end].trim();
        let follows = tokens.get(at + 2).map(|t| t.item);
        let goes_on = match follows {
            Some(Item::Word(Word::Wording | Word::By | Word::After | Word::Before)) => true,
            Some(_) => false,
            None => matches!(rest, "" | "." | ";" | ":"),
        };
        goes_on.then_some(at)
    }

    /// *Khoản 2 Điều 5 được sửa đổi như sau:*
    fn turned(
        &self,
        tokens: &[Token],
        at: usize,
        span: Span,
        around: &Context,
    ) -> Option<Statement> {
        let Item::Word(Word::Verb(operation)) = tokens[at + 1].item else {
            return None;
        };
        let objects: Vec<Token> = tokens
            .iter()
            .enumerate()
            .filter(|&(i, _)| i != at && i != at + 1)
            .map(|(_, &token)| token)
            .collect();
        let mut statement = Statement::default();
        self.segment(&objects, operation, &mut statement, &[]);
        self.finish(statement, &objects, span, around)
    }

    /// *Sửa đổi khoản 2 Điều 5 như sau:*
    fn active(&self, tokens: &[Token], span: Span, around: &Context) -> Option<Statement> {
        let text = self.reading.text();
        let mut statement = Statement::default();
        let coordinated = |i: usize| {
            i == 0 || {
                let gap = text[tokens[i - 1].span.end..tokens[i].span.start].trim_end();
                gap.ends_with([',', ';', '.']) || gap.ends_with("và") || gap.ends_with("đồng thời")
            }
        };
        let verbs: Vec<usize> = (0..tokens.len())
            .filter(|&i| matches!(tokens[i].item, Item::Word(Word::Verb(_))) && coordinated(i))
            .collect();
        for (n, &from) in verbs.iter().enumerate() {
            let to = verbs.get(n + 1).copied().unwrap_or(tokens.len());
            let Item::Word(Word::Verb(operation)) = tokens[from].item else {
                continue;
            };
            self.segment(&tokens[from + 1..to], operation, &mut statement, &[]);
        }
        self.finish(statement, tokens, span, around)
    }

    /// What one verb is done to, from the words that are its own.
    fn segment(
        &self,
        tokens: &[Token],
        operation: Operation,
        statement: &mut Statement,
        inherited: &[Exchange],
    ) {
        let text = self.reading.text();
        let is_words = tokens.iter().any(|t| t.item == Item::Word(Word::Words))
            || matches!(tokens.first(), Some(t) if t.item == Item::Quote)
            || !inherited.is_empty();
        let title = tokens.iter().any(|t| t.item == Item::Word(Word::Title));
        let operation = match operation {
            Operation::Replace if title => Operation::Rename,
            other => other,
        };
        let mut draft = Draft {
            operation,
            targets: Vec::new(),
            after: None,
            before: None,
            words: Vec::new(),
            by_annex: false,
        };
        let (mut by, mut part, mut announced, mut waiting) = (false, false, false, None);
        let mut act: Option<DocumentId> = None;
        let mut open = 0;
        let (mut into, mut own_units) = (false, None);
        let mut exchange = Exchange::default();
        for token in tokens {
            match token.item {
                Item::Word(Word::By) => by = true,
                Item::Word(word @ (Word::After | Word::Before)) => waiting = Some(word),
                Item::Word(Word::Part) => part = true,
                Item::Word(Word::Wording) => announced = true,
                Item::Word(Word::Except) => break,
                Item::Word(Word::Into) => into = !is_words,
                Item::OwnUnits(i) => {
                    draft.by_annex = true;
                    own_units = own_units.or(Some(i)).filter(|_| !by);
                }
                Item::Quote if announced && !is_words => {
                    statement.wording = Some(token.span.start);
                    break;
                }
                _ if announced && !is_words => {}
                Item::Quote => {
                    let colon = text[..token.span.start].trim_end().ends_with(':');
                    if !is_words && (colon || operation == Operation::Rename) {
                        statement.wording = Some(token.span.start);
                        break;
                    }
                    let words = inner(text, token.span);
                    match waiting.take() {
                        Some(Word::After) => exchange.after = Some(words),
                        Some(_) => exchange.before = Some(words),
                        None if by && exchange.new.is_none() => exchange.new = Some(words),
                        None => {
                            if exchange.new.is_some() {
                                draft.words.push(std::mem::take(&mut exchange));
                                by = false;
                            }
                            exchange.old.push(words);
                        }
                    }
                }
                Item::Units(i) => {
                    let units = self.provisions[i].value.targets.to_vec();
                    if std::mem::take(&mut into) && !draft.targets.is_empty() {
                        // "Bổ sung khoản 6 vào Điều 8"
                        for (_, target) in &mut draft.targets {
                            if let [unit] = units.as_slice() {
                                complete(target, unit);
                            }
                        }
                    } else if let Some(side) = waiting.take().filter(|_| !is_words) {
                        let anchor = units.first().cloned();
                        match side {
                            Word::After => draft.after = anchor,
                            _ => draft.before = anchor,
                        }
                        // "vào sau Mẫu số 23 Phụ lục II tại Phụ lục IX": there it stands, for now.
                        let inserted = |unit: &&Target| unit.annex.is_none() && unit.form.is_none();
                        let more = units.iter().skip(1).filter(inserted).cloned();
                        draft.targets.extend(more.map(|unit| (act.clone(), unit)));
                    } else if by && !is_words {
                        draft.by_annex = true;
                    } else if part {
                        statement.context.unit =
                            units.first().cloned().filter(|_| units.len() == 1);
                        part = false;
                    } else {
                        draft
                            .targets
                            .extend(units.iter().map(|unit| (act.clone(), unit.clone())));
                    }
                }
                Item::Act(i) if !by || is_words => {
                    let Some(name) = self.document(i) else {
                        continue;
                    };
                    if open < draft.targets.len() {
                        for target in &mut draft.targets[open..] {
                            target.0.get_or_insert_with(|| name.clone());
                        }
                        open = draft.targets.len();
                    } else if act.is_none() {
                        act = Some(name);
                    }
                }
                _ => {}
            }
        }
        // "Bổ sung Phụ lục IB ban hành kèm theo Nghị định này"
        if let Some(i) = own_units.filter(|_| draft.targets.is_empty() && !is_words) {
            let units = self.provisions[i].value.targets.iter();
            draft.targets.extend(units.map(|unit| (act.clone(), unit)));
        }
        if !exchange.old.is_empty() || exchange.new.is_some() {
            draft.words.push(exchange);
        }
        if draft.words.is_empty() {
            draft.words = inherited.to_vec();
        }
        if is_words {
            draft.operation = match draft.operation {
                Operation::Insert => Operation::InsertText,
                _ => Operation::ReplaceText,
            };
        }
        statement.drafts.push(draft);
    }

    /// Ties the drafts together: what one leaves out, the next one or the context says.
    fn finish(
        &self,
        mut statement: Statement,
        tokens: &[Token],
        span: Span,
        around: &Context,
    ) -> Option<Statement> {
        if self.is_denied(tokens) {
            return None;
        }
        let text = self.reading.text();
        let own = self.act_of(tokens);
        let named = tokens.iter().any(|t| matches!(t.item, Item::Act(_)));
        // "thay cụm từ … bằng …, thay cụm từ … bằng … tại khoản 4": the place is said once.
        let mut later: Option<Draft> = None;
        for draft in statement.drafts.iter_mut().rev() {
            if let Some(later) = &later {
                let words = |draft: &Draft| !draft.words.is_empty();
                if draft.targets.is_empty() && words(draft) && words(later) {
                    draft.targets = later.targets.iter().take(MOST).cloned().collect();
                }
                if let Some((_, unit)) = later.targets.first().or(None) {
                    for (_, target) in &mut draft.targets {
                        complete(target, unit);
                    }
                }
                if let Some(anchor) = later.after.as_ref().or(later.before.as_ref()) {
                    for (_, target) in &mut draft.targets {
                        complete(target, anchor);
                    }
                }
            }
            let unit = around.unit.as_ref().filter(|_| !named || own == around.act);
            for anchor in [&mut draft.after, &mut draft.before].into_iter().flatten() {
                if let Some(unit) = unit {
                    complete(anchor, unit);
                }
            }
            let anchor = draft.after.clone().or_else(|| draft.before.clone());
            for (act, target) in &mut draft.targets {
                if let Some(anchor) = &anchor {
                    complete(target, anchor);
                }
                if let Some(unit) = unit {
                    complete(target, unit);
                }
                if act.is_none() {
                    *act = match named {
                        true => own.clone(),
                        false => around.act.clone(),
                    };
                }
            }
            later = Some(draft.clone());
        }
        if statement.context.unit.is_none()
            && let [draft] = statement.drafts.as_slice()
            && let [(_, unit)] = draft.targets.as_slice()
            && draft.words.is_empty()
        {
            statement.context.unit = Some(unit.clone());
        }
        // What is listed behind "trừ các nội dung sau:" stays as it is.
        let excepts = tokens.iter().any(|t| t.item == Item::Word(Word::Except));
        let waits = text[..span.end].trim_end().ends_with(':');
        let last = statement.drafts.last();
        statement.context.pending = last
            .filter(|draft| waits && draft.targets.is_empty() && !excepts)
            .map(|draft| Pending {
                operation: match draft.operation {
                    Operation::ReplaceText => Operation::Replace,
                    Operation::InsertText => Operation::Insert,
                    other => other,
                },
                words: draft.words.clone(),
            });
        let context = &mut statement.context;
        if let Some(unit) = &around.unit {
            match &mut context.unit {
                Some(own) if !named => complete(own, unit),
                None if !named => context.unit = Some(unit.clone()),
                _ => {}
            }
        }
        context.amending =
            around.amending || named || tokens.iter().any(|t| t.item == Item::Word(Word::Part));
        context.act = match named {
            true => own,
            false => around.act.clone(),
        };
        Some(statement)
    }

    /// Whether a verb is denied: *không sửa đổi*. In the name of an act the word denies nothing.
    fn is_denied(&self, tokens: &[Token]) -> bool {
        let text = self.reading.text();
        tokens.windows(2).any(|pair| {
            let gap = text.get(pair[0].span.end..pair[1].span.start);
            pair[0].item == Item::Word(Word::Not)
                && matches!(pair[1].item, Item::Word(Word::Verb(_) | Word::Passive))
                && gap.is_some_and(|gap| matches!(gap.trim(), "" | "phải" | "thực hiện"))
        })
    }

    /// The one act that a sentence is about; `None` where it is about several.
    fn act_of(&self, tokens: &[Token]) -> Option<DocumentId> {
        let mut acts = tokens.iter().filter_map(|t| match t.item {
            Item::Act(i) => Some((i, t.span)),
            _ => None,
        });
        let (first, span) = acts.next()?;
        let name = self.document(first)?;
        if let Some((second, next)) = acts.next() {
            let gap = &self.reading.text()[span.end.min(next.start)..next.start];
            let joined = matches!(gap.trim_matches([' ', ',', ';', '\n']), "" | "và" | "của");
            if joined && self.document(second).is_some_and(|second| second != name) {
                return None;
            }
        }
        Some(name)
    }

    fn document(&self, mention: usize) -> Option<DocumentId> {
        let mention = self.mentions.row().get(mention)?;
        match self.mentions.documents(mention) {
            [one] => Some(self.mentions.id(*one).clone()),
            _ => None,
        }
    }
}

/// Gives `target` the larger units that `from` has and that it leaves out itself.
pub(super) fn complete(target: &mut Target, from: &Target) {
    let Some(top) = Level::ALL
        .into_iter()
        .find(|&level| target.get(level).is_some())
    else {
        return;
    };
    if top <= Level::Article {
        return;
    }
    for level in Level::ALL {
        if level < top
            && level != Level::Form
            && let Some(label) = from.get(level)
        {
            target.set(level, label.to_owned());
        }
    }
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
