//! Bodies that a heading or a line with a colon makes answer for what stands below it.

use super::lines::{self, Line};
use crate::body::IssuingBody;
use crate::marker;
use crate::reading::Reading;
use crate::span::Found;

/// A body that the tasks below its line are given to: *Bộ A có trách nhiệm:*, *Điều 5. Trách
/// nhiệm của Bộ A*.
pub(super) struct Owner {
    from: usize,
    to: usize,
    pub(super) name: String,
}

/// The stretches of `text` whose tasks have an owner, in order.
pub(super) fn of_lines(
    reading: &Reading<'_>,
    lines: &[Line],
    bodies: &[Found<'_, IssuingBody>],
) -> Vec<Owner> {
    let text = reading.text();
    let mut owners: Vec<Owner> = Vec::new();
    let mut depth = None;
    let mut next = 0;
    if bodies.is_empty() {
        return owners;
    }
    for span in lines.iter().map(|line| line.span) {
        while bodies
            .get(next)
            .is_some_and(|body| body.span.start < span.start)
        {
            next += 1;
        }
        let words = span.of(text);
        let heading = lines::heading(words).is_some();
        if depth.is_none() && !heading && !words.ends_with(':') {
            continue;
        }
        let marked = marker::read(reading, span.start);
        let level = marked
            .and_then(|marker| marker.senses().next())
            .map(|sense| 1 + sense.shape.style.depth);
        let level = if heading { 0 } else { level.unwrap_or(1) };
        if depth.is_some_and(|depth| level <= depth) {
            if let Some(open) = owners.last_mut() {
                open.to = open.to.min(span.start);
            }
            depth = None;
        }
        let body = bodies
            .get(next)
            .filter(|body| body.span.end <= span.end && !body.value.generic);
        let Some(body) = body else { continue };
        let before = text[span.start..body.span.start].trim_end();
        let about = heading && before.ends_with("của") || words.ends_with(':');
        let from = marked.map_or(span.start, |marker| marker.body);
        let opens = from == body.span.start
            || ["của", "Giao", "nghị", "cầu"]
                .iter()
                .any(|w| before.ends_with(w));
        if about && opens {
            depth = Some(level);
            owners.push(Owner {
                from: span.end,
                to: text.len(),
                name: body.value.name.clone(),
            });
        }
    }
    owners
}

/// The body that the lines above byte `at` are about.
pub(super) fn at(owners: &[Owner], at: usize) -> Option<&Owner> {
    let i = owners.partition_point(|owner| owner.from <= at);
    owners[..i].last().filter(|owner| at < owner.to)
}
