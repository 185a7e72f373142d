//! From the phrases of a chain to one target each.

use smallvec::SmallVec;

use super::grammar::{Chain, Joint, Phrase, Term};
use super::targets::{Parts, Product, Targets};
use super::{Level, ProvisionWarning};

type Terms<'c> = SmallVec<[&'c Term; 4]>;

type Groups<'c> = SmallVec<[Group<'c>; 1]>;

/// A phrase, reduced to what the distribution looks at.
struct Group<'c> {
    /// Own terms and those that were taken over.
    terms: Terms<'c>,
    /// Whether the terms run from large to small.
    descending: bool,
    joint: Joint,
    /// Whether something was merged into or taken over from a neighbour.
    filled: bool,
    except: &'c [Phrase],
}

impl Group<'_> {
    fn largest(&self) -> Level {
        self.terms
            .iter()
            .map(|t| t.level)
            .min()
            .unwrap_or(Level::Sentence)
    }

    fn smallest(&self) -> Level {
        self.terms
            .iter()
            .map(|t| t.level)
            .max()
            .unwrap_or(Level::Annex)
    }

    /// Its labels, the largest unit first; nothing when only *này* is said.
    fn product(&self) -> Option<Product> {
        let named = self.terms.iter().filter(|term| !term.labels.is_empty());
        let mut product: Product = named
            .map(|term| (term.level, term.labels.clone()))
            .collect();
        product.sort_by_key(|&(level, _)| level);
        (!product.is_empty()).then_some(product)
    }

    fn has(&self, level: Level) -> bool {
        self.terms.iter().any(|t| t.level == level)
    }
}

/// Drops phrases at both ends that prove nothing (see [`Term::sure`]); says whether any is left.
pub(super) fn keep_sure(chain: &mut Chain) -> bool {
    let sure = |phrase: &Phrase| phrase.terms.iter().any(|term| term.sure);
    let Some(last) = chain.phrases.iter().rposition(sure) else {
        return false;
    };
    if last + 1 < chain.phrases.len() {
        chain.this = None;
        chain.phrases.truncate(last + 1);
    }
    // "điểm 1, điểm 2 mục III": what a later phrase proves, it proves for those before it.
    let first = chain.phrases.iter().position(sure).unwrap_or(0);
    let lists_on = chain.phrases[..first].iter().all(|phrase| {
        let level = phrase.terms[0].level;
        chain.phrases[first].terms[0].level == level && chain.phrases[first].terms.len() > 1
    });
    // "Điểm 2, Mục I, Phần H Thông tư số …", as circulars without articles were cited.
    let steps_up = first == 1 && {
        let (point, section) = (&chain.phrases[0], &chain.phrases[1]);
        let levels = (point.terms[0].level, section.terms[0].level);
        point.terms.len() == 1
            && section.joint == Joint::Comma
            && levels == (Level::Point, Level::Section)
    };
    if !lists_on && !steps_up {
        chain.phrases.drain(..first);
    }
    true
}

/// Every unit that the chain names, and every one that it leaves out of them.
pub(super) fn targets(chain: &Chain, warnings: &mut Vec<ProvisionWarning>) -> (Targets, Targets) {
    let groups = shared(&chain.phrases);
    let mut except = Parts::new();
    for group in groups.iter().filter(|group| !group.except.is_empty()) {
        for mut left_out in shared(group.except) {
            let largest = left_out.largest();
            let around = group.terms.iter().copied();
            let around = around.filter(|term| term.level < largest);
            left_out.terms.extend(around);
            except.extend(left_out.product());
        }
    }
    let targets = Targets::new(groups.iter().filter_map(Group::product).collect());
    if targets.named() > Targets::MOST {
        warnings.push(ProvisionWarning::TooManyTargets);
    }
    (targets, Targets::new(except))
}

/// The phrases with what they leave unsaid.
fn shared(phrases: &[Phrase]) -> Groups<'_> {
    let mut groups = groups(phrases);
    share_backwards(&mut groups);
    share_forwards(&mut groups);
    groups
}

/// One group a phrase, except that a stray comma between neighbouring levels divides nothing:
/// *điểm a, khoản 2, Điều 5* is one unit.
fn groups(phrases: &[Phrase]) -> Groups<'_> {
    let mut groups = Groups::with_capacity(phrases.len());
    let leads_up = leads_up(phrases);
    for (i, phrase) in phrases.iter().enumerate() {
        let terms: Terms<'_> = phrase.terms.iter().collect();
        let descending = is_descending(phrase);
        if let Some(open) = groups.last_mut()
            && phrase.joint == Joint::Comma
        {
            let small = open.terms[open.terms.len() - 1];
            let last = small.level;
            // "(Điều 6-25, Mục 1-3)": articles are counted through the sections of a chapter.
            let one = |term: &Term| term.labels.as_slice().len() == 1;
            let through = last == Level::Article && !(one(small) && one(terms[0]));
            let up =
                !open.descending && !descending && !through && is_step_up(last, terms[0].level);
            let down = (open.descending || open.terms.len() == 1)
                && (descending || terms.len() == 1)
                && is_step_down(last, terms[0].level)
                && !leads_up[i];
            if up || down {
                open.terms.extend(terms);
                open.descending = down;
                open.filled = true;
                if !phrase.except.is_empty() {
                    open.except = &phrase.except;
                }
                continue;
            }
        }
        groups.push(Group {
            terms,
            descending,
            joint: phrase.joint,
            filled: false,
            except: &phrase.except,
        });
    }
    groups
}

fn is_descending(phrase: &Phrase) -> bool {
    matches!(phrase.terms[..], [.., ref before, ref last] if before.level < last.level)
}

/// For every phrase, whether it gets its larger units from itself or from one behind it: in
/// *Điều 43, khoản 1, khoản 2 và khoản 3 Điều 44* no clause is one of article 43.
fn leads_up(phrases: &[Phrase]) -> SmallVec<[bool; 8]> {
    let mut leads_up = SmallVec::from_elem(false, phrases.len());
    for (i, phrase) in phrases.iter().enumerate().rev() {
        let first = phrase.terms[0].level;
        leads_up[i] = match phrases.get(i + 1) {
            _ if phrase.terms.len() > 1 => !is_descending(phrase),
            Some(next) => {
                let same = next.terms.iter().any(|term| term.level == first);
                leads_up[i + 1] && (same || is_step_up(first, next.terms[0].level))
                    || next.joint == Joint::Comma && is_step_up(first, next.terms[0].level)
            }
            None => false,
        };
    }
    leads_up
}

fn is_step_up(small: Level, large: Level) -> bool {
    use Level::{
        Article, Chapter, Clause, Indent, Paragraph, Part, Point, Section, Sentence, Subpoint,
        Subsection,
    };
    matches!(
        (small, large),
        (
            Sentence | Paragraph | Indent | Subpoint,
            Subpoint | Point | Clause
        ) | (Subpoint, Subsection)
            | (Point, Clause | Article | Subsection | Section)
            | (Clause, Article | Subsection | Section)
            | (Article, Section | Chapter)
            | (Subsection, Section)
            | (Section, Chapter | Part)
            | (Chapter, Part)
    )
}

fn is_step_down(large: Level, small: Level) -> bool {
    use Level::{Annex, Article, Chapter, Clause, Part, Point, Section, Subpoint, Subsection};
    matches!(
        (large, small),
        (Article, Clause)
            | (Clause, Point)
            | (Point, Subpoint)
            | (Part, Chapter | Section)
            | (Chapter, Section)
            | (Section, Subsection)
            | (Annex, Part | Section)
    )
}

/// In *điểm a khoản 1, điểm b khoản 2 Điều 5* the article is said once, at the end.
fn share_backwards(groups: &mut [Group<'_>]) {
    for i in (0..groups.len().saturating_sub(1)).rev() {
        let (left, right) = groups.split_at_mut(i + 1);
        let (group, next) = (&mut left[i], &right[0]);
        let largest = group.largest();
        if group.descending || next.descending || !next.has(largest) {
            continue;
        }
        let taken: Terms<'_> = next
            .terms
            .iter()
            .copied()
            .filter(|t| t.level < largest)
            .collect();
        group.filled |= !taken.is_empty();
        group.terms.extend(taken);
    }
}

/// In *Điều 5 khoản 2, khoản 3* it is said once, at the beginning.
fn share_forwards(groups: &mut [Group<'_>]) {
    for i in 1..groups.len() {
        let (left, right) = groups.split_at_mut(i);
        let (previous, group) = (&left[i - 1], &mut right[0]);
        let largest = group.largest();
        let stands_alone = group.descending || group.terms.len() == 1;
        let goes_on =
            previous.descending && previous.has(largest) && previous.smallest() >= largest;
        if group.filled || !stands_alone || !goes_on || group.joint == Joint::Range {
            continue;
        }
        let taken: Terms<'_> = previous
            .terms
            .iter()
            .copied()
            .filter(|t| t.level < largest)
            .collect();
        group.terms.extend(taken);
        group.descending = true;
    }
}
