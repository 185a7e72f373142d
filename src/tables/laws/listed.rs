//! Laws of a row that the kind is said of once: *các Luật: Doanh nghiệp năm 2020, Đầu tư và Đấu thầu*.

use super::end::End;
use super::mention::LawMention;
use super::words::{AND, ENDS, is_whole};
use crate::reading::{Gap, Place};
use crate::span::Span;
use crate::tables::Tables;

/// No name of the table has more words.
const MOST_WORDS: usize = 24;

/// The law of `kind` whose name stands at `place` without it. Only a name of the table is one: what else
/// stands in a row may be anything.
pub(crate) fn listed_law_at<'x>(
    tables: &'x Tables,
    kind: &'x str,
    place: Place<'_, '_>,
) -> Option<LawMention<'x>> {
    let reading = place.reading();
    let name = |behind: Place<'_, '_>| &reading.text()[place.start()..behind.end()];
    let mut found = None;
    let mut behind = place;
    for _ in 0..MOST_WORDS {
        // A name has commas and conjunctions of its own: the longest one counts.
        let inside = matches!(behind.gap(), Gap::Space | Gap::Comma | Gap::LineEnd);
        if behind.index() > place.index() {
            let edge = !inside
                || behind.gap() == Gap::Comma
                || behind.number().is_some()
                || behind.phrase(&AND).is_some()
                || behind.phrase(&ENDS).is_some();
            let laws = if edge && is_whole(behind) {
                tables.laws.by_name(kind, name(behind), None)
            } else {
                Vec::new()
            };
            if !laws.is_empty() {
                found = Some((laws, behind));
            }
            if !inside || behind.number().is_some() {
                break;
            }
        }
        behind = behind.next();
    }
    let (mut candidates, behind) = found?;
    let mut end = End::of(behind);
    end.amended();
    let year = end.year();
    candidates.retain(|law| year.is_none_or(|year| law.year() == Some(year)));
    let name = candidates
        .first()
        .map_or_else(|| name(behind).to_owned().into(), |law| law.name.clone());
    Some(LawMention {
        kind,
        name,
        year,
        candidates: candidates.into(),
        title: Span::new(place.start(), behind.end()),
        end: end.byte,
    })
}
