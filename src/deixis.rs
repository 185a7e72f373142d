//! Provisions that point to where they stand: *Điều này*, *khoản này*. In a page's own words that is the
//! unit around them; in new wording, the unit into which the wording goes.

use smallvec::SmallVec;

use crate::amendment::Amendment;
use crate::marker::Level;
use crate::outline::{self, OutlineNode};
use crate::provision::{Provision, Target};
use crate::reading::Reading;
use crate::span::{Found, Span};

/// Gives provisions that say *Điều này* and the like the labels of the units that they stand in. Those in
/// quoted wording are left for [`settle_quoted`]: returned are their places in the row.
pub(crate) fn settle(
    provisions: &mut [Found<'_, Provision>],
    nodes: &[Found<'_, OutlineNode<'_>>],
    reading: &Reading<'_>,
) -> Vec<usize> {
    let mut quoted = Vec::new();
    for (i, provision) in provisions.iter_mut().enumerate() {
        let Some(within) = provision.value.within else {
            continue;
        };
        let unit = outline::unit_at(nodes, provision.span);
        let marked = reading.quotation(provision.span.start).is_some();
        if marked || unit.is_some_and(|unit| unit.value.quoted) {
            quoted.push(i);
        } else {
            settle_one(&mut provision.value, within, labels_around(nodes, unit));
        }
    }
    quoted
}

/// The same for the provisions at the places `quoted`: new wording stands in the unit into which it goes, and
/// not in the one that brings it.
pub(crate) fn settle_quoted(
    provisions: &mut [Found<'_, Provision>],
    quoted: &[usize],
    nodes: &[Found<'_, OutlineNode<'_>>],
    amendments: &[Found<'_, Amendment<'_>>],
) {
    if quoted.is_empty() {
        return;
    }
    let mut wordings: Vec<(Span, &Target)> = amendments
        .iter()
        .filter_map(|found| Some((found.value.new.as_ref()?.span, &found.value.target)))
        .collect();
    wordings.sort_by_key(|&(span, _)| span);
    for &i in quoted {
        let provision = &mut provisions[i];
        let Some(within) = provision.value.within else {
            continue;
        };
        let unit = outline::unit_at(nodes, provision.span);
        let last = wordings.partition_point(|(span, _)| span.start <= provision.span.start);
        let wording = last.checked_sub(1).map(|last| wordings[last]);
        let wording = wording.filter(|(span, _)| provision.span.end <= span.end);
        let mut around = labels_around(nodes, unit);
        if let Some((_, target)) = wording {
            let own = |node: &&Found<'_, OutlineNode<'_>>| node.value.quoted;
            around = labels_around(nodes, unit.filter(own));
            let outermost = around.last().map(|&(level, _)| level);
            let larger = |level: &Level| outermost.is_none_or(|outermost| *level < outermost);
            let units = Level::ALL.into_iter().rev().filter(larger);
            around.extend(units.filter_map(|level| Some((level, target.get(level)?))));
        }
        settle_one(&mut provision.value, within, around);
    }
}

/// Units with their labels, the innermost first.
type Around<'n> = SmallVec<[(Level, &'n str); 6]>;

/// The labels of `unit` and of those around it, the innermost first, as far as they are quoted as it is.
fn labels_around<'n>(
    nodes: &'n [Found<'_, OutlineNode<'_>>],
    unit: Option<&'n Found<'_, OutlineNode<'_>>>,
) -> Around<'n> {
    let quoted = unit.is_some_and(|unit| unit.value.quoted);
    let above =
        |node: &&'n Found<'_, OutlineNode<'_>>| node.value.parent.map(|parent| &nodes[parent]);
    std::iter::successors(unit, above)
        .take_while(|node| node.value.quoted == quoted)
        .filter(|node| !node.value.label.is_empty())
        .map(|node| (node.value.level, &*node.value.label))
        .collect()
}

/// Gives `provision`, which says *this* of the level `within`, those of the units `around` it that hold it.
fn settle_one(provision: &mut Provision, within: Level, mut around: Around<'_>) {
    around.retain(|&mut (level, _)| {
        let divides = within < Level::Article || level >= Level::Article;
        level <= within && divides
    });
    if around.first().is_some_and(|&(level, _)| level == within) {
        provision.settle(&around);
    }
}
