//! What documents and bodies do to documents, as a picture and in words.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;

use super::escape::{escaped, short};
use crate::common::values::Values;

/// How many links are drawn; a page with more is read better as a list.
const DRAWN: usize = 80;

/// How many links are told in words.
const TOLD: usize = 1000;

const WIDTH: usize = 1000;
const ROW: usize = 46;
const BOX: usize = 250;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Edge<'v> {
    source: &'v str,
    relation: &'v str,
    target: &'v str,
}

/// What is done to one target, told once where the links to it end.
struct Label<'v> {
    x: usize,
    y: usize,
    anchor: &'static str,
    said: Vec<&'v str>,
}

/// The section of the page, or nothing where there are no relations.
pub fn section(values: &Values) -> String {
    let mut known = HashSet::new();
    let all = values.relations.iter().flat_map(|found| {
        let ends = found
            .source
            .iter()
            .flat_map(|source| found.target.iter().map(move |target| (source, target)));
        ends.map(|(source, target)| Edge {
            source,
            relation: &found.relation,
            target,
        })
    });
    // One relation between many documents has as many links as pairs.
    let edges: Vec<Edge<'_>> = all
        .take(8 * TOLD)
        .filter(|edge| known.insert(*edge))
        .take(TOLD)
        .collect();
    if edges.is_empty() {
        return String::new();
    }
    let mut html =
        String::from("<section aria-labelledby=\"graph\"><h2 id=\"graph\">Relations</h2>\n");
    let _ = writeln!(
        html,
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Graph of the relations\">{}</div>",
        picture(&edges[..edges.len().min(DRAWN)])
    );
    if edges.len() > DRAWN {
        let _ = writeln!(html, "<p>The first {DRAWN} links are drawn.</p>");
    }
    html.push_str("<details><summary>The same in words</summary><ul>\n");
    for edge in &edges {
        let (source, target) = (short(edge.source, 160), short(edge.target, 160));
        let relation = escaped(edge.relation);
        let _ = writeln!(
            html,
            "<li lang=\"vi\">{source} <em lang=\"en\">{relation}</em> {target}"
        );
    }
    html.push_str("</ul></details></section>\n");
    html
}

/// Who only acts stands on the left, who is only acted on on the right, the others between.
fn picture(edges: &[Edge<'_>]) -> String {
    let mut nodes: Vec<&str> = Vec::new();
    let mut index: HashMap<&str, usize> = HashMap::new();
    let mut acts: Vec<bool> = Vec::new();
    let mut suffers: Vec<bool> = Vec::new();
    for edge in edges {
        for (name, is_source) in [(edge.source, true), (edge.target, false)] {
            let at = *index.entry(name).or_insert_with(|| {
                nodes.push(name);
                acts.push(false);
                suffers.push(false);
                nodes.len() - 1
            });
            acts[at] |= is_source;
            suffers[at] |= !is_source;
        }
    }
    let column: Vec<usize> = (0..nodes.len())
        .map(|at| match (acts[at], suffers[at]) {
            (true, false) => 0,
            (true, true) => 1,
            _ => 2,
        })
        .collect();
    let between = column.contains(&1);
    let mut height = [0; 3];
    let place: Vec<(usize, usize)> = column
        .iter()
        .map(|&column| {
            let x = match (column, between) {
                (0, _) => 10,
                (1, _) => (WIDTH - BOX) / 2,
                _ => WIDTH - BOX - 10,
            };
            height[column] += ROW;
            (x, height[column] - ROW + 10)
        })
        .collect();
    let total = height.iter().max().copied().unwrap_or(0) + 20;
    // Shorter columns stand in the middle.
    let place: Vec<(usize, usize)> = place
        .iter()
        .zip(&column)
        .map(|(&(x, y), &column)| (x, y + (total - 20 - height[column]) / 2))
        .collect();

    let mut svg = format!(
        "<svg viewBox=\"0 0 {WIDTH} {total}\" role=\"img\" aria-labelledby=\"graph-title\">\
         <title id=\"graph-title\">{} links between {} documents and bodies; the list below says the same</title>\
         <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" \
         markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" class=\"tip\"/></marker></defs>\n",
        edges.len(),
        nodes.len()
    );
    let mut labels: BTreeMap<(usize, bool), Label<'_>> = BTreeMap::new();
    for edge in edges {
        let (from, to) = (index[edge.source], index[edge.target]);
        let ((x1, y1), (x2, y2)) = (place[from], place[to]);
        let (y1, y2) = (y1 + 15, y2 + 15);
        // Links within a column and backwards go round on the right.
        let forward = x2 > x1;
        let (x1, x2) = (x1 + BOX, if forward { x2 } else { x2 + BOX });
        let bend = if forward { (x2 - x1) / 2 } else { 60 };
        let (c1, c2) = (x1 + bend, if forward { x2 - bend } else { x2 + bend });
        let _ = writeln!(
            svg,
            "<path class=\"link\" d=\"M{x1} {y1}C{c1} {y1} {c2} {y2} {x2} {y2}\" marker-end=\"url(#arrow)\"/>"
        );
        // Labels near the target, where lines from one source have parted.
        let (lx, anchor) = if forward {
            (x2 - 14, "end")
        } else {
            (x2 + 18, "start")
        };
        let label = labels.entry((to, forward)).or_insert(Label {
            x: lx,
            y: y2 - 6,
            anchor,
            said: Vec::new(),
        });
        if !label.said.contains(&edge.relation) {
            label.said.push(edge.relation);
        }
    }
    for (name, (x, y)) in nodes.iter().zip(&place) {
        let (tx, ty) = (x + 10, y + 20);
        let _ = writeln!(
            svg,
            "<g class=\"node\"><title>{}</title><rect x=\"{x}\" y=\"{y}\" width=\"{BOX}\" height=\"30\" rx=\"5\"/>\
             <text x=\"{tx}\" y=\"{ty}\">{}</text></g>",
            short(name, 300),
            short(name, 30)
        );
    }
    for Label { x, y, anchor, said } in labels.into_values() {
        let said = escaped(&said.join(", "));
        let _ = writeln!(
            svg,
            "<text class=\"label\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{said}</text>"
        );
    }
    svg.push_str("</svg>");
    svg
}
