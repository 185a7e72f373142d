//! The words of a sentence that instruct: verbs, units, acts and quotations, in order. What stands in
//! brackets, behind *theo* and behind *đã được sửa đổi* tells who amended before, and is passed over.

use smallvec::SmallVec;

use super::words::{PASSIVE, QUOTES, WORDS, Word};
use crate::citation::{Anaphor, MentionOf, Mentions, Reference};
use crate::document_id::DocumentId;
use crate::provision::Provision;
use crate::reading::Reading;
use crate::span::{Found, Span};

/// Words that may stand in front of the verb at the head: a marker, *Nay*, *Các*.
const LEAD: usize = 6;

/// What an instruction is read from.
pub(super) struct Sources<'a, 't> {
    pub(super) reading: &'a Reading<'t>,
    pub(super) provisions: &'a [Found<'t, Provision>],
    pub(super) references: &'a [Found<'t, Reference>],
    pub(super) mentions: &'a Mentions,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Item {
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
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) item: Item,
}

/// The tokens of a sentence; hardly one has more.
pub(super) type Tokens = SmallVec<[Token; 16]>;

impl Sources<'_, '_> {
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

    pub(super) fn tokens(&self, span: Span, listed: bool) -> Tokens {
        let reading = self.reading;
        let index = |at: usize| reading.place_at(at).index();
        let row = self.mentions.row();
        let mut tokens = Tokens::new();
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
                // "Bãi bỏ Phụ lục VII kèm theo Nghị định": a bare kind names no act.
                if self.is_bare_kind(act) {
                    i = index(mention.span.end).max(i + 1);
                    continue;
                }
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
        self.without_history(tokens, listed)
    }

    /// What stands in `span` behind the first new wording that closes there, where it instructs again.
    pub(super) fn behind_wording(&self, span: Span) -> Option<Span> {
        let text = self.reading.text();
        let quotations = self.reading.quotations();
        let first = quotations.partition_point(|q| q.start < span.start);
        let within = quotations[first..].iter().take_while(|q| q.end < span.end);
        let announced = |q: &Span| text[span.start..q.start].trim_end().ends_with(':');
        let quote = within.copied().find(|q| announced(q))?;
        let behind = &text[quote.end..span.end];
        let rest = behind.trim_start_matches(['.', ';', ',', ' ']);
        let next = Span::new(span.end - rest.len(), span.end);
        let parted = behind.trim_start().starts_with(['.', ';', ',']);
        (parted && !rest.is_empty() && self.may_instruct(next)).then_some(next)
    }

    /// Whether the unit is an annex or a form that comes with the document mentioned behind it.
    fn is_attached(&self, unit: usize, document: Span) -> bool {
        let unit = &self.provisions[unit];
        let mut targets = unit.value.targets.iter();
        let attached = targets.all(|target| target.is_attached());
        let between = self.reading.text().get(unit.span.end..document.start);
        attached && between.is_some_and(|words| words.trim_end().ends_with("kèm theo"))
    }

    /// Takes out who amended before: behind *theo*, and from *đã được sửa đổi* on.
    fn without_history(&self, tokens: Tokens, listed: bool) -> Tokens {
        let text = self.reading.text();
        let active = listed
            || matches!(tokens.first(), Some(t) if matches!(t.item, Item::Word(Word::Verb(_))));
        let mut kept = Tokens::new();
        let (mut history, mut according) = (false, false);
        // "Cụm từ “A” tại Điều 3 được thay thế bằng cụm từ “B”"
        let words = matches!(tokens.first(), Some(t) if t.item == Item::Word(Word::Words));
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
                    if words
                        && told
                        && matches!(tokens.get(i + 2), Some(t) if t.item == Item::Word(Word::By)) =>
                {
                    kept.push(token);
                }
                // "Điều 9 được bãi bỏ." under a heading that ends in "như sau:"
                Item::Word(Word::Passive)
                    if listed
                        && told
                        && matches!(kept.as_slice(), [first] if matches!(first.item, Item::Units(_)))
                        && !text[..token.span.start].trim_end().ends_with("đã")
                        && tokens
                            .get(i + 2)
                            .is_none_or(|next| next.item == Item::Word(Word::Wording)) =>
                {
                    kept.push(token);
                }
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

    /// The act that the words at `span` quote, which end in *quy định như sau:*.
    pub(super) fn quoted_act(&self, span: Span) -> Option<DocumentId> {
        let text = self.reading.text();
        if !text[..span.end].ends_with(':') {
            return None;
        }
        self.reading.place_at(span.end).phrase_before(&QUOTES)?;
        let row = self.mentions.row();
        let first = row.partition_point(|mention| mention.span.start < span.start);
        let last = row.partition_point(|mention| mention.span.start < span.end);
        (first < last).then(|| self.document(first)).flatten()
    }

    /// Whether a mention is nothing but the name of a kind, and means no document that is known.
    fn is_bare_kind(&self, mention: usize) -> bool {
        let bare = |of: MentionOf| match of {
            MentionOf::Reference(i) => self.references[i].value.anaphor == Anaphor::BareKind,
            MentionOf::Citation(_) => false,
        };
        let row = self.mentions.row();
        row.get(mention).is_some_and(|named| bare(named.of)) && self.document(mention).is_none()
    }

    /// The one document of the mention at `place` of the row.
    pub(super) fn document(&self, mention: usize) -> Option<DocumentId> {
        let mention = self.mentions.row().get(mention)?;
        match self.mentions.documents(mention) {
            [one] => Some(self.mentions.id(*one).clone()),
            _ => None,
        }
    }
}
