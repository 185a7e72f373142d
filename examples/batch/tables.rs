//! CSV: a table for each kind of value.

use std::io;

use vanban::Span;

use crate::common::values::Values;

/// The tables, by name, with their columns behind `source,start,end`.
pub const TABLES: [(&str, &[&str]); 7] = [
    (
        "numbers",
        &[
            "text",
            "canonical",
            "kind",
            "issuers",
            "year",
            "notation",
            "warnings",
        ],
    ),
    (
        "dates",
        &[
            "text",
            "edtf",
            "resolved",
            "first",
            "last",
            "modifier",
            "role",
            "recurrence",
            "warnings",
        ],
    ),
    (
        "bodies",
        &[
            "text", "name", "code", "class", "place", "holder", "generic",
        ],
    ),
    (
        "citations",
        &[
            "text", "id", "kind", "number", "title", "date", "issuers", "subject",
        ],
    ),
    (
        "relations",
        &["text", "source_document", "relation", "target_document"],
    ),
    (
        "amendments",
        &["text", "operation", "document", "unit", "new"],
    ),
    (
        "tasks",
        &[
            "path",
            "text",
            "leads",
            "partners",
            "last_day",
            "deadlines",
            "recurrence",
        ],
    ),
];

/// The first line of table `table`.
pub fn head(table: usize) -> csv::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let columns = TABLES[table].1.iter().copied();
    writer.write_record(["source", "start", "end"].into_iter().chain(columns))?;
    finished(writer)
}

fn finished(writer: csv::Writer<Vec<u8>>) -> csv::Result<Vec<u8>> {
    writer
        .into_inner()
        .map_err(|error| io::Error::other(error.to_string()).into())
}

/// The rows of one document in every table. Several names in one cell are parted by `; `.
pub fn rows(source: &str, values: &Values) -> csv::Result<Vec<Vec<u8>>> {
    (0..TABLES.len())
        .map(|table| one(table, source, values))
        .collect()
}

fn one(table: usize, source: &str, values: &Values) -> csv::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .flexible(false)
        .from_writer(Vec::new());
    let mut row = |span: Span, cells: &[&str]| {
        let (start, end) = (span.start().to_string(), span.end().to_string());
        writer.write_record(
            [source, &start, &end]
                .into_iter()
                .chain(cells.iter().copied()),
        )
    };
    match TABLES[table].0 {
        "numbers" => {
            for n in &values.numbers {
                let (issuers, warnings) = (n.issuers.join("; "), n.warnings.join("; "));
                row(
                    n.span,
                    &[
                        &n.text,
                        &n.canonical,
                        &n.kind,
                        &issuers,
                        &n.year,
                        &n.notation,
                        &warnings,
                    ],
                )?;
            }
        }
        "dates" => {
            for d in &values.dates {
                let day = |day: &Option<String>| day.clone().unwrap_or_default();
                let (first, last) = (day(&d.first), day(&d.last));
                let warnings = d.warnings.join("; ");
                row(
                    d.span,
                    &[
                        &d.text,
                        &d.edtf,
                        &d.resolved,
                        &first,
                        &last,
                        &d.modifier,
                        &d.role,
                        &d.recurrence,
                        &warnings,
                    ],
                )?;
            }
        }
        "bodies" => {
            for b in &values.bodies {
                let generic = if b.generic { "true" } else { "" };
                row(
                    b.span,
                    &[
                        &b.text, &b.name, &b.code, &b.class, &b.place, &b.holder, generic,
                    ],
                )?;
            }
        }
        "citations" => {
            for c in &values.citations {
                let issuers = c.issuers.join("; ");
                row(
                    c.span,
                    &[
                        &c.text, &c.id, &c.kind, &c.number, &c.title, &c.date, &issuers, &c.subject,
                    ],
                )?;
            }
        }
        "relations" => {
            for r in &values.relations {
                for source in &r.source {
                    for target in &r.target {
                        row(r.span, &[&r.text, source, &r.relation, target])?;
                    }
                }
            }
        }
        "amendments" => {
            for a in &values.amendments {
                row(a.span, &[&a.text, &a.operation, &a.of, &a.target, &a.new])?;
            }
        }
        _ => {
            for t in &values.tasks {
                let last = t.last_day().cloned().unwrap_or_default();
                let deadlines: Vec<&str> = t.deadlines.iter().map(|date| &*date.text).collect();
                let periods = t.deadlines.iter().map(|date| &*date.recurrence);
                let periods: Vec<&str> = periods.filter(|period| !period.is_empty()).collect();
                row(
                    t.span,
                    &[
                        &t.path,
                        &t.text,
                        &t.leads.join("; "),
                        &t.partners.join("; "),
                        &last,
                        &deadlines.join("; "),
                        &periods.join("; "),
                    ],
                )?;
            }
        }
    }
    finished(writer)
}
