//! Dates as a whole extract gives them: a row a line, with what a caller's reference day adds.
//!
//! Columns of `forms.tsv`: the text with its dates in `⟦…⟧`, the EDTF, the reference day, first day,
//! last day, modifier, role, recurrence, a note. Several values in one cell stand between ` ; `, one
//! value standing for several marks holds for all; `-` is none, `..` an open end, `?` is not judged.

#[path = "../common/mod.rs"]
mod common;

use common::{Marked, marking, rows};
use vanban::date::{CivilDate, DateValue};
use vanban::{DateExpression, Extractor, Found, Span};

const FORMS: &str = include_str!("forms.tsv");
const RELATIVE: &str = include_str!("relative.tsv");
const LOCALE: &str = include_str!("locale.tsv");

/// One text and what is expected of each of its dates.
struct Row<'r> {
    line: &'r str,
    marked: Marked,
    reference: Option<CivilDate>,
    /// For each date: EDTF, first, last, modifier, role, recurrence.
    expected: Vec<[&'r str; 6]>,
}

impl<'r> Row<'r> {
    fn of(line: &'r str) -> Row<'r> {
        let cells: Vec<&str> = line.split('\t').collect();
        assert!(cells.len() >= 8, "eight columns: {line}");
        let marked = Marked::of(cells[0]);
        let reference = match cells[2] {
            "-" => None,
            day => Some(day.parse().unwrap_or_else(|e| panic!("{e}: {line}"))),
        };
        let columns = [1, 3, 4, 5, 6, 7].map(|i| cells[i].split(" ; ").collect::<Vec<_>>());
        let expected = (0..marked.spans.len())
            .map(|i| std::array::from_fn(|c| *columns[c].get(i).unwrap_or(&columns[c][0])))
            .collect();
        Row {
            line,
            marked,
            reference,
            expected,
        }
    }

    /// What is wrong, in words; empty where nothing is.
    fn faults(&self) -> Vec<String> {
        let mut builder = Extractor::builder();
        if let Some(day) = self.reference {
            builder = builder.reference_date(day);
        }
        let document = builder.build().extract(&self.marked.text);
        let expected = |span: &Span| self.marked.spans.contains(span);
        let mut dates = document.dates;
        dates.retain(|date| expected(&date.span) || !says_no_day(&date.value));
        let spans: Vec<Span> = dates.iter().map(|date| date.span).collect();
        if spans != self.marked.spans {
            return vec![format!("found {}", marking(&self.marked.text, &spans))];
        }
        let names = ["edtf", "first", "last", "modifier", "role", "recurrence"];
        let mut faults = Vec::new();
        for (date, expected) in dates.iter().zip(&self.expected) {
            let got = said(date);
            for (i, name) in names.iter().enumerate() {
                let want = match expected[i] {
                    ".." => "-",
                    other => other,
                };
                if want != "?" && got[i] != want {
                    faults.push(format!(
                        "{name} of {:?} is {}, not {want}",
                        date.text, got[i]
                    ));
                }
            }
        }
        faults
    }
}

/// Forms without their numbers, impossible days, and lengths counted from an event are given too; they
/// name no day.
fn says_no_day(date: &DateExpression) -> bool {
    let nameless = matches!(
        date.value,
        DateValue::Blank | DateValue::Impossible | DateValue::Offset(_) | DateValue::Anchor(_)
    );
    nameless && date.bounds().is_none()
}

fn said(date: &Found<'_, DateExpression>) -> [String; 6] {
    let name = |value: serde_json::Value| match value {
        serde_json::Value::String(name) => name,
        _ => "-".to_owned(),
    };
    let date = &date.value;
    let bounds = date.bounds();
    let day = |day: Option<CivilDate>| day.map_or("-".to_owned(), |day| day.to_string());
    [
        date.edtf().unwrap_or("-".to_owned()),
        day(bounds.and_then(|b| b.first)),
        day(bounds.and_then(|b| b.last)),
        name(serde_json::to_value(date.modifier).unwrap()),
        name(serde_json::to_value(date.role).unwrap()),
        name(serde_json::to_value(date.recurrence).unwrap()),
    ]
}

/// Prints what is wrong, and how many rows are right: those with a day or a stretch, and those that give nothing and
/// say why in their note.
fn check(name: &str, table: &str) {
    let (mut right, mut wrong, mut quiet) = (0, 0, 0);
    for line in rows(table) {
        let row = Row::of(line);
        let faults = row.faults();
        quiet += usize::from(faults.is_empty() && row.expected.is_empty());
        if faults.is_empty() {
            right += 1;
        } else {
            wrong += 1;
            println!("{}\n    {}", row.line, faults.join("\n    "));
        }
    }
    println!(
        "{name}: {right} right of {}, {quiet} of them give nothing",
        right + wrong
    );
    assert_eq!(wrong, 0, "rows above");
}

#[test]
fn every_form() {
    check("forms", FORMS);
}

#[test]
fn relative_dates() {
    check("said relatively", RELATIVE);
}

#[test]
fn formats_of_sites_and_phones() {
    check("sites and phones", LOCALE);
}

/// A deadline that nobody set is the worst of faults: what is reported on, and when people met, is none.
#[test]
fn what_is_told_of_is_not_due() {
    for text in [
        "Báo cáo kết quả công tác trong tháng 6/2025.",
        "Báo cáo tình hình thực hiện nhiệm vụ trong quý II/2025.",
        "Tiếp thu ý kiến tại phiên họp trong tháng 6/2025.",
    ] {
        let document = Extractor::new().extract(text);
        let roles: Vec<_> = document.dates.iter().map(|date| date.value.role).collect();
        assert_eq!(roles.len(), 1, "{text}");
        assert_ne!(roles[0], Some(vanban::date::Role::Deadline), "{text}");
    }
}
