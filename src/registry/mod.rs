//! The tables: kinds of documents, bodies, places. Read once, looked up by every recogniser.

pub(crate) mod bodies;
pub(crate) mod kinds;
pub(crate) mod laws;
pub(crate) mod places;

/// The rows of a table: one line each, columns parted by tabs, `-` for an empty one.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            line.split('\t')
                .map(|cell| if cell == "-" { "" } else { cell })
                .collect()
        })
}
