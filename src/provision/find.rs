//! Where provisions stand.

use once_cell::sync::Lazy;
use std::str::FromStr;

use super::context::{self, document_after};
use super::words::{Hand, LevelWord, Word, is_pointed};
use super::{Provision, ProvisionOf, grammar, resolve};
use crate::error::ParseError;
use crate::marker::Level;
use crate::reading::{Case, Gap, Phrases, Place, Reading};
use crate::span::{Finds, Found, Span};
use crate::tables::{LEVELS, Tables, VOCABULARY};

/// Every provision that `text` refers to, in order.
///
/// The span covers the units and not the document behind them: in *khoản 2 Điều 5 của Luật này*
/// it ends with `5`, and [`of`](Provision::of) is [`ProvisionOf::Itself`].
///
/// ```
/// use vanban::provision::find;
/// let text = "theo quy định tại các điểm a, b khoản 2 Điều 5 và Điều 7 của Luật này";
/// let found = find(text).next().unwrap();
/// assert_eq!(found.text, "các điểm a, b khoản 2 Điều 5 và Điều 7");
/// let targets: Vec<String> = found.value.targets.iter().map(|target| target.to_string()).collect();
/// assert_eq!(targets, ["điểm a khoản 2 Điều 5", "điểm b khoản 2 Điều 5", "Điều 7"]);
/// ```
pub fn find(text: &str) -> Finds<Found<'_, Provision>> {
    of_reading(&Reading::new(text, &VOCABULARY), Tables::builtin()).into()
}

/// First words of provisions: those of the levels, and the letters that they are cut to.
static OPENINGS: Lazy<Phrases<()>> = Lazy::new(|| {
    let levels = LEVELS.rows().map(|[words, _]| words);
    let rows = levels.chain(["đ", "k"]).map(|words| (words, ()));
    Phrases::new(&VOCABULARY, rows)
});

/// Every provision of a text that is read.
pub(crate) fn of_reading<'t>(reading: &Reading<'t>, tables: &Tables) -> Vec<Found<'t, Provision>> {
    let text = reading.text();
    let mut found = Vec::new();
    let mut from = 0;
    for place in reading.starts_of(&OPENINGS) {
        let start = place.start();
        if start < from {
            continue;
        }
        let mut hand = Hand::new(reading, start);
        let Some(word) = hand.level() else {
            continue;
        };
        if !word.cut && !context::may_have_label(hand.rest())
            || context::is_within_word(place, word)
        {
            continue;
        }
        let first = plural_before(place).unwrap_or(start);
        let Ok(mut chain) = grammar::chain(Hand::new(reading, first)) else {
            continue;
        };
        // K3 is a code of its own in many tables.
        if word.cut
            && !chain.phrases[0]
                .terms
                .iter()
                .any(|t| t.level == Level::Article)
        {
            continue;
        }
        // Past what was read, also when it is dropped: no stretch is read twice.
        from = chain.end;
        let here = chain.phrases[0].terms[0].labels.is_empty();
        // *Đ. 5 BLHS*: the document behind it proves what its letter does not.
        if word.cut && context::begins_document(reading, document_after(reading, from), tables) {
            chain.phrases[0].terms[0].sure = true;
        }
        if here && !context::points_here(text, start, word)
            || context::is_heading(reading, start, &chain, tables)
            || is_of_book(reading, &chain)
            || is_counted(place, word, &chain)
            || counts_things(place, word, &chain, tables)
            || !resolve::keep_sure(&mut chain)
        {
            continue;
        }
        // An act behind them is that of the last part only: the one in front of the colon has the others.
        let listed = text[..first].trim_end().ends_with(':')
            && context::begins_document(reading, document_after(reading, from), tables);
        for chain in chain.parted(|end, start| listed && text[end..start].contains(';')) {
            let end = chain.phrases[chain.phrases.len() - 1].end;
            let span = Span::new(chain.phrases[0].start, end);
            found.push(Found::new(text, span, resolved(reading, chain, tables)));
        }
    }
    found
}

/// Whether the units are those of a book, whose page follows: *mục 2 trang 15*. Only articles are of a document
/// for sure.
fn is_of_book(reading: &Reading<'_>, chain: &grammar::Chain) -> bool {
    let mut terms = chain.phrases.iter().flat_map(|phrase| &phrase.terms);
    let page = reading.place_at(chain.end);
    let paged = (page.gap().is_soft() || page.gap() == Gap::Comma)
        && page.start() < reading.text().len()
        && reading.slice(page.index()) == "trang"
        && page.next().number().is_some();
    paged && terms.all(|term| term.level != Level::Article)
}

/// Whether the large units at `place` are counted by the number before their word: *gồm 08 chương 76 điều*.
fn is_counted(place: Place<'_, '_>, word: LevelWord, chain: &grammar::Chain) -> bool {
    let number = place.back();
    let counted = || number.number().is_some_and(|digits| digits.len() <= 2);
    let reading = place.reading();
    let behind = reading.place_at(chain.end);
    word.case == Case::Lower
        && matches!(word.level, Level::Part | Level::Chapter | Level::Section)
        && place.gap() == Gap::Space
        && counted()
        && behind.gap() == Gap::Space
        && matches!(reading.slice(behind.index()), "điều" | "Điều" | "mục")
}

/// Whether the one number of the chain, which begins with the small `word` at `place`, counts what follows it, and
/// nothing points to a unit: *điều 2 người mong nhất*.
fn counts_things(
    place: Place<'_, '_>,
    word: LevelWord,
    chain: &grammar::Chain,
    tables: &Tables,
) -> bool {
    let reading = place.reading();
    let [phrase] = chain.phrases.as_slice() else {
        return false;
    };
    let mut behind = Hand::new(reading, chain.end);
    let number = behind.is_behind_digit() && phrase.terms.len() == 1 && phrase.except.is_empty();
    number
        && word.case == Case::Lower
        && !is_pointed(place)
        && behind.spaces()
        && !context::begins_document(reading, behind.pos(), tables)
        && behind.word(Word::Counted)
}

/// What a chain means.
fn resolved(reading: &Reading<'_>, mut chain: grammar::Chain, tables: &Tables) -> Provision {
    let end = chain.phrases[chain.phrases.len() - 1].end;
    let mut warnings = std::mem::take(&mut chain.warnings);
    let (targets, except) = resolve::targets(&chain, &mut warnings);
    let itself = chain.this.is_some()
        || context::names_itself(reading, document_after(reading, end), tables);
    Provision {
        targets,
        except,
        of: itself.then_some(ProvisionOf::Itself),
        within: chain.this,
        warnings,
    }
}

/// Where *các* begins, if it stands before the level word at `place`.
fn plural_before(place: Place<'_, '_>) -> Option<usize> {
    let plural = place.gap().is_soft() && super::words::is_plural(place.back());
    plural.then(|| place.back().start())
}

impl FromStr for Provision {
    type Err = ParseError;

    /// Reads a whole string as one pinpoint, with *Luật này* or another name of the speaking
    /// document behind it or nothing.
    ///
    /// # Errors
    /// Where a level word or a label is missing, where something else follows, and where the labels
    /// are shown as something that is read otherwise.
    fn from_str(s: &str) -> Result<Self, ParseError> {
        let provision = of_words(s)?;
        let shown = provision.to_string();
        let same = |again: Provision| {
            Provision {
                warnings: Vec::new(),
                ..again
            } == Provision {
                warnings: Vec::new(),
                ..provision.clone()
            }
        };
        match shown == s || of_words(&shown).is_ok_and(same) {
            true => Ok(provision),
            false => Err(ParseError::new(s, 0, "a level and its label")),
        }
    }
}

/// The provision that `s` names, be it spelled so that its name is read otherwise.
fn of_words(s: &str) -> Result<Provision, ParseError> {
    let reading = Reading::new(s, &VOCABULARY);
    let chain = grammar::chain(Hand::new(&reading, 0))?;
    let end = chain.end;
    let provision = resolved(&reading, chain, Tables::builtin());
    let rest = match document_after(&reading, end) {
        at if context::names_itself(&reading, at, Tables::builtin()) => return Ok(provision),
        _ => s[end..].trim_start(),
    };
    if rest.is_empty() {
        return Ok(provision);
    }
    Err(ParseError::new(
        s,
        s.len() - rest.len(),
        "the end of the provision",
    ))
}
