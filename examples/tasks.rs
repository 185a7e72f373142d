//! Prints who is to do what by when, the most urgent first: a line for each task that has a last day.
//!
//! ```text
//! cargo run --example tasks -- FILE… [--reference-date 2021-08-20]
//! ```

use std::error::Error;

use vanban::{DateExpression, Extractor, Found};

/// The last day that all of `deadlines` allow, as `2021-06-30`.
fn last_day(deadlines: &[Found<'_, DateExpression>]) -> Option<String> {
    let last = |date: &Found<'_, DateExpression>| Some(date.value.bounds()?.last?.to_string());
    deadlines.iter().filter_map(last).min()
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut extractor = Extractor::builder();
    let mut files = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--reference-date" => {
                let day = arguments.next().ok_or("--reference-date wants a day")?;
                extractor = extractor.reference_date(day.parse()?);
            }
            _ => files.push(argument),
        }
    }
    let extractor = extractor.build();
    let mut rows = Vec::new();
    for file in files {
        let page = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        let document = extractor.extract(&page);
        for entry in document.tasks() {
            let task = entry.task;
            let row = |day| {
                (
                    day,
                    task.leads.join(", "),
                    task.text.to_string(),
                    file.clone(),
                )
            };
            rows.extend(last_day(&task.deadlines).map(row));
        }
        // What is given to somebody outside of lists.
        let listed = |span| {
            document
                .task_lists
                .iter()
                .any(|list| list.span.contains(span))
        };
        for found in document
            .assignments
            .iter()
            .filter(|found| !listed(found.span))
        {
            let (given, file) = (&found.value, file.clone());
            let row = |day| {
                (
                    day,
                    given.leads.join(", "),
                    given.task.text.to_string(),
                    file,
                )
            };
            rows.extend(last_day(&given.deadlines).map(row));
        }
    }
    rows.sort();
    for (day, who, what, file) in rows {
        let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
        println!("{day}\t{who}\t{what}\t{file}");
    }
    Ok(())
}
