//! Which provisions a text names, and what its units are: tables of rows that were composed by hand
//! before anything ran, in `tests/rows/`. A row a line, cells between tabs, `⏎` a line end of the
//! text; a row that the library is known to miss begins with `!`, and fails once it passes.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

/// Reads `tests/rows/NAME`, asks `judge` about every row and fails for those it finds wrong.
/// `judge` hands back what came out where that is not what the row says.
fn check(name: &str, judge: impl Fn(&[&str]) -> Option<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rows");
    let table = std::fs::read_to_string(folder.join(name)).expect("a table of rows");
    let (mut right, mut rows, mut wrong) = (0, 0, String::new());
    for line in table.lines().filter(|line| !line.starts_with("# ")) {
        let (known, row) = match line.strip_prefix('!') {
            Some(row) => (true, row),
            None => (false, line),
        };
        rows += 1;
        let cells: Vec<&str> = row.split('\t').collect();
        match judge(&cells) {
            None => {
                right += 1;
                if known {
                    let _ = writeln!(wrong, "passes now, take its ! away: {row}");
                }
            }
            Some(_) if known => {}
            Some(got) => {
                let _ = writeln!(wrong, "{row}\n  got {got}");
            }
        }
    }
    println!("{name}: {right} of {rows} rows");
    assert!(
        wrong.is_empty(),
        "{name}: {right} of {rows} rows\n\n{wrong}"
    );
}

fn source(cell: &str) -> String {
    cell.replace(['⟦', '⟧'], "").replace('⏎', "\n")
}

fn extracted(source: &str) -> Value {
    serde_json::to_value(vanban::extract(source)).expect("a document is JSON")
}

fn array<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// `9-1-b` for every target of `key`.
fn units(provisions: &[Value], key: &str) -> BTreeSet<String> {
    provisions
        .iter()
        .flat_map(|provision| array(provision, key))
        .filter_map(|target| {
            let labels = ["article", "clause", "point"].map(|level| text(target, level));
            let labels: Vec<&str> = labels
                .into_iter()
                .filter(|label| !label.is_empty())
                .collect();
            (!labels.is_empty()).then(|| labels.join("-"))
        })
        .collect()
}

fn expected(cell: &str) -> BTreeSet<String> {
    cell.split([';', '+'])
        .map(str::trim)
        .filter(|unit| !unit.is_empty() && *unit != "-")
        .map(str::to_owned)
        .collect()
}

/// What is not settled here is to which act the units belong: that is for the citations.
#[test]
fn provisions() {
    check("provisions.tsv", |cells| {
        let document = extracted(&source(cells[0]));
        let found = array(&document, "provisions");
        let (targets, except) = (units(found, "targets"), units(found, "except"));
        let stray = !cells[0].contains('⟦') && !found.is_empty();
        let right = targets == expected(cells[1]) && except == expected(cells[2]) && !stray;
        (!right).then(|| format!("{targets:?} except {except:?}"))
    });
}

#[test]
fn outline() {
    check("outline.tsv", |cells| {
        let document = extracted(&source(cells[0]));
        let mut found: Vec<String> = Vec::new();
        for node in array(&document, "outline") {
            let label = Some(text(node, "label")).filter(|label| !label.is_empty());
            let heading = text(node, "heading").split_whitespace();
            let heading = heading.collect::<Vec<_>>().join(" ");
            let unit = format!(
                "{} {} {heading:?}",
                text(node, "level"),
                label.unwrap_or("-")
            );
            found.push(match node["quoted"].as_bool() {
                Some(true) => format!("quoted {unit}"),
                _ => format!("{unit} @{}", text(node, "path")),
            });
        }
        let open = cells[1].strip_suffix("; …");
        let expected = open.unwrap_or(cells[1]).trim();
        if open.is_some() {
            found.truncate(expected.split(" ; ").count());
        }
        let got = if found.is_empty() {
            "-".to_owned()
        } else {
            found.join(" ; ")
        };
        (got != expected).then_some(got)
    });
}

/// A file that holds several documents, and where there is but one.
#[test]
fn parts() {
    check("parts.tsv", |cells| {
        let source = source(cells[0]);
        let document = vanban::extract(&source);
        let named = document.parts.iter().map(|part| {
            let identity = part.identity.as_ref();
            identity.map_or_else(|| "?".to_owned(), |identity| identity.id.name())
        });
        let found = match named.collect::<Vec<_>>() {
            none if none.is_empty() => "-".to_owned(),
            some => some.join(" ; "),
        };
        (found != cells[1]).then_some(found)
    });
}
