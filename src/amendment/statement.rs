//! One sentence that instructs to amend: its verbs, and what each of them is done to.
//!
//! ```text
//! Bãi bỏ khoản 2 Điều 3 và sửa đổi khoản 4 Điều 3 Nghị định số … như sau:
//! verb   unit              verb    unit        act               wording
//! ```
//!
//! A verb counts at the head and where it is coordinated (*và*, a comma, a semicolon before it);
//! everywhere else it belongs to the name of an act.

use super::draft::{Draft, Exchange, Object, segment};
use super::token::{Item, Sources, Token};
use super::types::Operation;
use super::within::{article, common, complete, enclose};
use super::words::Word;
use crate::document_id::DocumentId;
use crate::provision::Target;
use crate::span::Span;

/// The most units that are told once for several verbs.
const MOST: usize = 200;

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
    /// The units in which items below exchange words (*Thay thế cụm từ tại Điều 10 như sau:*).
    pub(super) places: Vec<Object>,
}

/// A verb whose objects follow in a list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pending {
    operation: Operation,
    words: Vec<Exchange>,
}

/// A sentence that instructs.
#[derive(Debug, Default)]
pub(super) struct Statement {
    pub(super) drafts: Vec<Draft>,
    /// What it says for the items below it.
    pub(super) context: Context,
    /// The quotation with the new wording, where it opens in the sentence.
    pub(super) wording: Option<usize>,
    /// Whether nothing stands in front of what it is about.
    pub(super) at_head: bool,
}

impl Statement {
    /// Whether it says all that makes an amendment without what stands around it: the act, and its new
    /// wording or the words that are exchanged. Who only reports begins with other words: *Theo Nghị định
    /// số …, khoản 2 được sửa đổi như sau*.
    pub(super) fn is_whole(&self, worded: bool) -> bool {
        let mut drafts = self.drafts.iter();
        let acts = drafts.clone().flat_map(|draft| &draft.targets);
        self.at_head
            && acts.clone().count() > 0
            && acts.clone().all(|object| object.act.is_some())
            && (worded || drafts.any(|draft| !draft.words.is_empty()))
    }

    /// Adds what the words of one verb say.
    fn add(
        &mut self,
        sources: &Sources<'_, '_>,
        tokens: &[Token],
        verb: Operation,
        words: &[Exchange],
    ) {
        let said = segment(sources, tokens, verb, words);
        self.drafts.extend(said.drafts);
        self.wording = self.wording.or(said.wording);
        if said.unit.is_some() {
            self.context.unit = said.unit;
        }
    }
}

impl Context {
    /// Whether nothing was said.
    pub(super) fn is_empty(&self) -> bool {
        *self == Context::default()
    }
}

/// Whether the verb stands right behind the units, and the new wording behind it.
fn is_told(tokens: &[Token]) -> bool {
    let [units, verb, wording] = tokens else {
        return false;
    };
    matches!(
        (units.item, verb.item, wording.item),
        (
            Item::Units(_),
            Item::Word(Word::Verb(_)),
            Item::Word(Word::Wording)
        )
    )
}

impl Sources<'_, '_> {
    /// The instruction in `span`, the words of a unit or an item; `None` where there is none.
    pub(super) fn statement(&self, span: Span, around: &Context) -> Option<Statement> {
        let mut tokens = self.tokens(span, around.pending.is_some());
        let lead = |t: &Token| t.item == Item::Word(Word::Lead);
        if tokens.first().is_some_and(lead) {
            tokens.remove(0);
        }
        let first = *tokens.first()?;
        let text = self.reading.text();
        if let Some(unit) = self.place(&tokens, span).filter(|_| around.amending) {
            let mut statement = Statement::default();
            statement.context.unit = Some(unit);
            let mut statement = self.finish(statement, &tokens, span, around)?;
            statement.context.pending.clone_from(&around.pending);
            return Some(statement);
        }
        let at_head = text[span.start..first.span.start]
            .split_whitespace()
            .all(|word| matches!(word, "Nay" | "Các" | "các" | "Tại" | "-"));
        let passive = self.passive(&tokens, span);
        if !at_head && passive.is_none() {
            return None;
        }
        let statement = self.told(&tokens, passive, span, around)?;
        Some(Statement {
            at_head,
            ..statement
        })
    }

    /// The instruction that `tokens` are.
    fn told(
        &self,
        tokens: &[Token],
        passive: Option<usize>,
        span: Span,
        around: &Context,
    ) -> Option<Statement> {
        let first = tokens.first()?;
        match first.item {
            Item::Word(Word::Verb(_)) => self.active(tokens, span, around),
            _ if passive.is_some() => self.turned(tokens, passive?, span, around),
            Item::Act(_) if tokens.len() == 1 && around.amending => {
                let context = Context {
                    act: self.act_of(tokens),
                    amending: true,
                    ..Context::default()
                };
                Some(Statement {
                    context,
                    ..Statement::default()
                })
            }
            // "Khoản 2 sửa đổi, bổ sung như sau:"
            // "Khoản 4 Điều 30: bãi bỏ."
            Item::Units(_)
                if around.pending.is_none()
                    && around.amending
                    && (is_told(tokens) || self.is_struck_out(tokens, span)) =>
            {
                let Item::Word(Word::Verb(operation)) = tokens[1].item else {
                    return None;
                };
                let objects = [&tokens[..1], &tokens[2..]].concat();
                let mut statement = Statement::default();
                statement.add(self, &objects, operation, &[]);
                self.finish(statement, &objects, span, around)
            }
            // "Tại khoản 2 Điều 3: “A” sửa thành “B”."
            Item::Units(_) if around.amending && around.pending.is_none() => {
                let (units, words) = tokens.split_at(1);
                let words = match words {
                    [lead, rest @ ..] if lead.item == Item::Word(Word::Words) => rest,
                    _ => words,
                };
                let says =
                    |token: &&Token| matches!(token.item, Item::Quote | Item::Word(Word::By));
                let exchange: Vec<Token> = words.iter().filter(says).copied().collect();
                let expected = [Item::Quote, Item::Word(Word::By), Item::Quote];
                let rest = words
                    .iter()
                    .filter(|token| !says(token))
                    .map(|token| token.item);
                let mut rest = rest.filter(|item| *item != Item::Word(Word::Passive));
                let told = rest.all(|item| item == Item::Word(Word::Verb(Operation::Replace)));
                if !told || !exchange.iter().map(|token| token.item).eq(expected) {
                    return None;
                }
                let objects = [&exchange, units].concat();
                let mut statement = Statement::default();
                statement.add(self, &objects, Operation::Replace, &[]);
                self.finish(statement, &objects, span, around)
            }
            Item::Units(_) | Item::Quote => {
                let pending = around.pending.as_ref()?;
                let mut statement = Statement::default();
                statement.add(self, tokens, pending.operation, &pending.words);
                self.finish(statement, tokens, span, around)
            }
            _ => None,
        }
    }

    /// Whether nothing but the verb of repealing stands behind the units.
    fn is_struck_out(&self, tokens: &[Token], span: Span) -> bool {
        let [units, verb] = tokens else { return false };
        let text = self.reading.text();
        let before = text[span.start..units.span.start].trim();
        let between = text[units.span.end..verb.span.start].trim();
        let behind = text[verb.span.end..span.end].trim();
        verb.item == Item::Word(Word::Verb(Operation::Repeal))
            && before.is_empty()
            && matches!(between, "" | ":")
            && matches!(behind, "" | "." | ";")
    }

    /// The unit in which those below it are: *Tại Điều 11:*.
    fn place(&self, tokens: &[Token], span: Span) -> Option<Target> {
        let [units] = tokens else { return None };
        let Item::Units(i) = units.item else {
            return None;
        };
        let text = self.reading.text();
        let before = text[span.start..units.span.start].trim();
        let behind = text[units.span.end..span.end].trim();
        if before != "Tại" || behind != ":" {
            return None;
        }
        common(self.provisions[i].value.targets.to_vec().iter())
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
        let first = tokens.first().map(|t| t.item);
        let goes_on = match follows {
            Some(Item::Word(Word::Wording | Word::By | Word::After | Word::Before)) => true,
            // "Điều 15 được bổ sung khoản 4 như sau:"
            Some(Item::Units(_) | Item::Word(Word::Words)) => matches!(first, Some(Item::Units(_))),
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
        let (unit, said) = (&tokens[..at], &tokens[at + 2..]);
        let objects = match said {
            // What is named first takes in what is put in: *Điều 15 được bổ sung khoản 4*.
            [inner, rest @ ..] if matches!(inner.item, Item::Units(_)) => {
                let into = Token {
                    item: Item::Word(Word::Into),
                    ..tokens[at + 1]
                };
                [&[*inner, into][..], unit, rest].concat()
            }
            _ => [unit, said].concat(),
        };
        let mut statement = Statement::default();
        statement.add(self, &objects, operation, &[]);
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
        let mut verbs = (0..tokens.len())
            .filter(|&i| matches!(tokens[i].item, Item::Word(Word::Verb(_))) && coordinated(i))
            .peekable();
        while let Some(from) = verbs.next() {
            let to = verbs.peek().copied().unwrap_or(tokens.len());
            let Item::Word(Word::Verb(operation)) = tokens[from].item else {
                continue;
            };
            statement.add(self, &tokens[from + 1..to], operation, &[]);
        }
        self.finish(statement, tokens, span, around)
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
        for i in (0..statement.drafts.len()).rev() {
            let (drafts, behind) = statement.drafts.split_at_mut(i + 1);
            let draft = &mut drafts[i];
            if let Some(later) = behind.first() {
                let words = |draft: &Draft| !draft.words.is_empty();
                if draft.targets.is_empty() && words(draft) && words(later) {
                    draft.targets = later.targets.iter().take(MOST).cloned().collect();
                }
                let anchor = later.after.as_ref().or(later.before.as_ref());
                let first = later.targets.first().map(|object| &object.unit);
                for around in first.into_iter().chain(anchor) {
                    let objects = draft.targets.iter_mut();
                    objects.for_each(|object| complete(&mut object.unit, around));
                }
            }
            let unit = around.unit.as_ref().filter(|_| !named || own == around.act);
            let acted_on = common(draft.targets.iter().map(|object| &object.unit));
            for other in draft.others() {
                for unit in acted_on.iter().chain(unit) {
                    complete(other, unit);
                }
            }
            let anchor = draft.after.clone().or_else(|| draft.before.clone());
            for Object {
                act,
                unit: target,
                heading,
            } in &mut draft.targets
            {
                if let Some(anchor) = &anchor {
                    complete(target, anchor);
                    enclose(target, anchor);
                }
                if let Some(unit) = unit {
                    match *target == Target::default() && !*heading {
                        true => *target = article(unit),
                        false => {
                            complete(target, unit);
                            enclose(target, unit);
                        }
                    }
                }
                if act.is_none() {
                    *act = match named {
                        true => own.clone(),
                        false => around.act.clone(),
                    };
                }
            }
        }
        if statement.context.unit.is_none()
            && statement.drafts.iter().all(|draft| draft.words.is_empty())
        {
            let targets = statement.drafts.iter().flat_map(|draft| &draft.targets);
            statement.context.unit = common(targets.map(|object| &object.unit));
        }
        // What is listed behind "trừ các nội dung sau:" stays as it is.
        let excepts = tokens.iter().any(|t| t.item == Item::Word(Word::Except));
        let waits = text[..span.end].trim_end().ends_with(':') || self.is_bare_repeal(tokens, span);
        let placeless = |draft: &Draft| draft.targets.is_empty() && !draft.words.is_empty();
        if !waits && statement.drafts.iter().any(placeless) {
            let places = self.places(tokens, span, around, named);
            for draft in statement.drafts.iter_mut().filter(|draft| placeless(draft)) {
                draft.targets.clone_from(&places);
            }
        }
        let last = statement.drafts.last();
        statement.context.pending = last
            .filter(|draft| waits && draft.targets.is_empty() && !excepts)
            .map(|draft| Pending {
                operation: match draft.operation {
                    Operation::ReplaceText if draft.deletes => Operation::Repeal,
                    Operation::ReplaceText => Operation::Replace,
                    Operation::InsertText => Operation::Insert,
                    other => other,
                },
                words: draft.words.clone(),
            });
        let wordless = |draft: &&Draft| draft.words.is_empty() && exchanges(draft.operation);
        statement.context.places = match last.filter(wordless) {
            Some(draft) if !draft.targets.is_empty() => draft.targets.clone(),
            _ if named => Vec::new(),
            _ => around.places.clone(),
        };
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

    /// Whether a line says *Bãi bỏ* and no more: what goes stands in the next one.
    fn is_bare_repeal(&self, tokens: &[Token], span: Span) -> bool {
        let [verb] = tokens else { return false };
        verb.item == Item::Word(Word::Verb(Operation::Repeal))
            && span.of(self.reading.text()).trim() == verb.span.of(self.reading.text())
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
    pub(super) fn act_of(&self, tokens: &[Token]) -> Option<DocumentId> {
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
}

/// Whether words change, and not units.
fn exchanges(operation: Operation) -> bool {
    matches!(operation, Operation::ReplaceText | Operation::InsertText)
}
