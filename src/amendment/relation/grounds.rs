//! Pages that are documents by nothing but the paragraphs that say what they rest on.

use super::types::RelationKind::BasedOn;
use super::words::BASIS;
use crate::reading::Reading;
use crate::span::Span;

/// Whether a text rests on documents as acts do, one paragraph each, so that it is a document although nothing else says
/// so: a notice without its letterhead.
pub(super) fn rests_in_lines(reading: &Reading<'_>) -> bool {
    let rests = |line: Span| {
        let head = reading.place_at(line.start).phrase(&BASIS);
        matches!(head, Some((BasedOn, _))) && line.of(reading.text()).trim_end().ends_with(';')
    };
    let mut lines = reading.lines().iter().map(|line| rests(line.span()));
    let mut above = false;
    lines.any(|line| std::mem::replace(&mut above, line) && line)
}
