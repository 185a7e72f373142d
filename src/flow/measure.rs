//! Where the lines of a page are wrapped, told by the lines themselves.

use super::line::{End, Form, Line, Start};

/// Where lines are wrapped, and from which reach on a line is full.
///
/// The *reach* of a line is its width and that of the next word, with the space between: a line
/// is full when its reach is beyond the edge. How far that is, the lines tell that are wrapped for
/// certain.
pub(super) struct Measures {
    /// Of each block of lines.
    edges: Vec<Option<usize>>,
    /// Whether most full lines that end with a full stop, before a capital, are within a paragraph.
    pub(super) sentences: bool,
}

/// Lines that are measured together.
const BLOCK: usize = 32;

impl Measures {
    pub(super) fn of(text: &str, lines: &[Line]) -> Measures {
        let mut reaches = Vec::new();
        let mut pages: Vec<Option<usize>> = Vec::new();
        let mut all = Vec::new();
        for block in lines.chunks(BLOCK) {
            let from = pages.len() * BLOCK;
            reaches.clear();
            for i in from.max(1)..from + block.len() {
                if runs_on(&lines[i - 1], &lines[i]) {
                    reaches.push((
                        reach(text, &lines[i - 1], &lines[i]),
                        lines[i - 1].width(text),
                    ));
                }
            }
            all.extend_from_slice(&reaches);
            pages.push(edge(text, &mut reaches, block));
        }
        let whole = edge(text, &mut all, lines);
        let mut measures = Measures {
            edges: pages.into_iter().map(|page| page.or(whole)).collect(),
            sentences: false,
        };
        measures.sentences = measures.parts_sentences(text, lines);
        measures
    }

    /// The last line of a paragraph is full by chance, one in eight or so. Where more lines are that
    /// end with a full stop before a capital, they do not end paragraphs.
    fn parts_sentences(&self, text: &str, lines: &[Line]) -> bool {
        let (mut full, mut short) = (0, 0);
        for i in 1..lines.len() {
            if self.edges[(i - 1) / BLOCK].is_some()
                && ends_sentence(text, &lines[i - 1], &lines[i])
            {
                match self.is_full(text, i - 1, lines) {
                    true => full += 1,
                    false => short += 1,
                }
            }
        }
        full * 5 > short * 2
    }

    /// Whether line `i` is among lines that are wrapped.
    pub(super) fn has_edge(&self, i: usize) -> bool {
        self.edges[i / BLOCK].is_some()
    }

    pub(super) fn is_full(&self, text: &str, i: usize, lines: &[Line]) -> bool {
        self.edges[i / BLOCK].is_some_and(|edge| {
            let reach = reach(text, &lines[i], &lines[i + 1]);
            (edge..edge + edge / 2).contains(&reach)
        })
    }
}

/// Whether `line` ends with a full stop, and `next` begins with the capital of a sentence, without a
/// marker.
pub(super) fn ends_sentence(text: &str, line: &Line, next: &Line) -> bool {
    let words = line.span.of(text);
    !next.apart
        && next.start == Start::Upper
        && words.ends_with('.')
        // Dots to be filled in.
        && !words.ends_with("..")
        && line.form == Form::Prose
        && next.form == Form::Prose
}

fn reach(text: &str, line: &Line, next: &Line) -> usize {
    line.width(text) + 1 + next.first_word(text)
}

/// The least reach of a full line, when enough of the lines go on below and end near to one edge.
/// `reaches` are those of the lines that do, with their widths. Where lines are narrow, one in eight
/// must; else a third of those that come near the edge: a page of short lines has few that were
/// wrapped.
fn edge(text: &str, reaches: &mut [(usize, usize)], lines: &[Line]) -> Option<usize> {
    /// Narrower lines may be cells of a table.
    const NARROW: usize = 50;
    if reaches.len() < 2 {
        return None;
    }
    reaches.sort_unstable();
    let (widest, _) = reaches[reaches.len() * 9 / 10];
    let near = (widest * 17 / 20).max(30);
    // What is narrower are the columns of tables.
    let filled = &reaches[reaches.partition_point(|&(reach, _)| reach < near)..];
    if filled.len() * 3 < reaches.len() || widest > 140 {
        return None;
    }
    if reaches.len() * 8 < lines.len() {
        let wide = |line: &&Line| line.width(text) >= near;
        let many = filled.len() >= 2 && filled.len() * 3 >= lines.iter().filter(wide).count();
        if widest < NARROW || !many {
            return None;
        }
    }
    // Where all letters are of one width the edge is not before the widest line; else the lines
    // vary, and one may be full that is narrower.
    let width = filled.iter().map(|&(_, width)| width).max()?;
    Some(filled[0].0.min(width + 1))
}

/// Whether the language alone says that `line` goes on in `next`.
fn runs_on(line: &Line, next: &Line) -> bool {
    !next.apart
        && next.start == Start::Lower
        && matches!(line.end, End::Word | End::Comma)
        && next.form == Form::Prose
        && line.form == Form::Prose
}
