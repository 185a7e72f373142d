//! Prints who is to do what by when, the most urgent first: a line for each task with a last day.
//!
//! ```text
//! cargo run --example tasks -- FILE… [--reference-date 2021-08-20]
//! ```

use std::error::Error;
use std::io::{ErrorKind, Write};

use vanban::{DateExpression, Extractor, Found};

/// The last day that all of `deadlines` allow.
fn last_day(deadlines: &[Found<'_, DateExpression>]) -> Option<String> {
    let last = |date: &Found<'_, DateExpression>| Some(date.value.bounds()?.last?.to_string());
    deadlines.iter().filter_map(last).min()
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut extractor = Extractor::builder();
    let mut files = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--reference-date" {
            let day = arguments.next().ok_or("--reference-date wants a day")?;
            extractor = extractor.reference_date(day.parse()?);
        } else {
            files.push(argument);
        }
    }
    let extractor = extractor.build();
    let mut rows = Vec::new();
    for file in files {
        let page = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        let document = extractor.extract(&page);
        let mut add = |deadlines: &[_], leads: &[String], task: &str| {
            let task = task.split_whitespace().collect::<Vec<_>>().join(" ");
            let row = |day| format!("{day}\t{}\t{task}\t{file}", leads.join(", "));
            rows.extend(last_day(deadlines).map(row));
        };
        for task in document.tasks() {
            add(task.deadlines(), task.leads(), task.text());
        }
    }
    rows.sort();
    let rows: String = rows.iter().map(|row| format!("{row}\n")).collect();
    match std::io::stdout().write_all(rows.as_bytes()) {
        // A reader that has seen enough (`tasks … | head`) is no error.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
