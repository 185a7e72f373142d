//! Prints the citation graph of texts in Graphviz' language: a node for each document, an edge from a
//! text to each document that it mentions, as thick as it is mentioned often.
//!
//! `cargo run --example graph -- A.txt B.txt | dot -Tsvg > graph.svg`
//!
//! Nodes are [`DocumentId`]s: *05/QĐ-BTP* in one text is *5/QĐ-BTP* in another, and two decisions of the
//! same number by two provinces are two nodes. A text that is no document is a node by its path.

use std::collections::HashMap;
use std::error::Error;
use std::io::{ErrorKind, Write};

use vanban::DocumentId;

/// A document, or the path of a text that is none.
type Node = Result<DocumentId, String>;

fn main() -> Result<(), Box<dyn Error>> {
    let mut nodes: HashMap<Node, usize> = HashMap::new();
    let mut edges: Vec<(usize, usize, usize)> = Vec::new();
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let document = vanban::extract(&text);
        let mut number = |node: Node| {
            let next = nodes.len();
            *nodes.entry(node).or_insert(next)
        };
        let from = number(document.identity().cloned().ok_or(path));
        for cited in &document.documents {
            let to = number(Ok(cited.id.clone()));
            if to != from {
                edges.push((from, to, cited.mentions.len()));
            }
        }
    }
    let mut out = "digraph citations {\n".to_owned();
    for (node, number) in &nodes {
        let label = match node {
            Ok(id) => id.to_string(),
            Err(path) => path.clone(),
        };
        out += &format!("  {number} [label={label:?}];\n");
    }
    for (from, to, times) in edges {
        out += &format!("  {from} -> {to} [penwidth={times}];\n");
    }
    out += "}\n";
    match std::io::stdout().write_all(out.as_bytes()) {
        // A reader that has seen enough (`graph … | head`) is no error.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
