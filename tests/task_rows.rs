//! Who is to do what, and what is a list: tables of rows that were composed by hand before anything
//! ran, in `tests/rows/`. A row a line, cells between tabs, `⏎` a line end and `\t` a tab of the
//! text; a row that the library is known to miss begins with `!`.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use vanban::date::{CivilDate, DateValue};
use vanban::{Assignment, DateExpression, Found};

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
                    println!("{name}: right now, take its ! away: {row}");
                }
            }
            Some(_) if known => {}
            Some(got) => {
                let _ = writeln!(wrong, "{row}\n  got {got}");
            }
        }
    }
    println!("{name}: {right} of {rows} rows");
    assert!(wrong.is_empty(), "{name}: {right} of {rows} rows\n{wrong}");
}

fn source(cell: &str) -> String {
    cell.replace('⏎', "\n").replace("\\t", "\t")
}

fn extracted(source: &str) -> Value {
    serde_json::to_value(vanban::extract(source)).expect("a document is JSON")
}

/// Words in one case, with plain spaces and the two abbreviations of local bodies written out.
fn plain(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.to_lowercase().replace("uỷ ", "ủy ");
    let words = words.replace("ubnd", "ủy ban nhân dân");
    words.replace("hđnd", "hội đồng nhân dân")
}

fn array<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn names(value: &Value, key: &str) -> String {
    let names: Vec<String> = array(value, key)
        .iter()
        .map(|name| plain(name.as_str().or(name["name"].as_str()).unwrap_or("?")))
        .collect();
    match names.is_empty() {
        true => "-".into(),
        false => names.join(" + "),
    }
}

/// `first..last` of every deadline; `-` for one without days.
fn days(value: &Assignment<'_>) -> Vec<String> {
    let day = |date: &Found<'_, DateExpression>| match date.value.bounds() {
        None => "-".to_owned(),
        Some(bounds) => {
            let written =
                |day: Option<_>| day.map_or(String::new(), |day: CivilDate| day.to_string());
            format!("{}..{}", written(bounds.first), written(bounds.last))
        }
    };
    value.deadlines.iter().map(day).collect()
}

fn recurrences(value: &Assignment<'_>) -> Vec<String> {
    let period = |date: &Found<'_, DateExpression>| match (&date.value.value, date.value.recurrence)
    {
        (DateValue::Recurring(period), _) => period.to_string(),
        (_, Some(period)) => period.to_string(),
        _ => "-".to_owned(),
    };
    value.deadlines.iter().map(period).collect()
}

/// Whether `got` is what the cell says: `-` for nothing at all, `?` for what is not judged.
fn agree(cell: &str, got: &[String]) -> bool {
    let wanted: Vec<&str> = cell.split(" + ").collect();
    cell == "?"
        || got.iter().map(String::as_str).eq(wanted.iter().copied())
        || wanted == ["-"] && got.iter().all(|got| got == "-")
}

fn assignment_fits(wanted: &str, value: &Assignment<'_>) -> bool {
    let got = &serde_json::to_value(value).expect("JSON");
    let cells: Vec<&str> = wanted.split(" | ").map(str::trim).collect();
    let [leads, partners, requesters, duty, days_, periods, task] = cells[..] else {
        panic!("seven cells: {wanted}");
    };
    let who = |cell: &str, key| cell == "?" || plain(cell) == names(got, key);
    let words = plain(got["task"]["text"].as_str().unwrap_or("-"));
    let said = match task.split_once(" … ") {
        _ if task == "?" => true,
        Some((first, last)) => {
            let begins = words.find(&plain(first));
            begins.is_some_and(|at| words[..at].split(' ').count() <= 4)
                && words.contains(&plain(last))
        }
        None => task == "-" || words.contains(&plain(task)),
    };
    who(leads, "leads")
        && who(partners, "partners")
        && who(requesters, "requesters")
        && (duty == "?" || got["duty"] == duty)
        && agree(days_, &days(value))
        && agree(periods, &recurrences(value))
        && said
}

fn assignment_shown(value: &Assignment<'_>) -> String {
    let got = &serde_json::to_value(value).expect("JSON");
    format!(
        "{} | {} | {} | {} | {} | {} | {}",
        names(got, "leads"),
        names(got, "partners"),
        names(got, "requesters"),
        got["duty"].as_str().unwrap_or("-"),
        days(value).join(" + "),
        recurrences(value).join(" + "),
        got["task"]["text"].as_str().unwrap_or("-"),
    )
}

#[test]
fn assignments() {
    check("assignments.tsv", |cells| {
        let source = source(cells[0]);
        let document = vanban::extract(&source);
        let got: Vec<_> = document
            .assignments
            .iter()
            .map(|found| &found.value)
            .collect();
        let wanted: Vec<&str> = match cells[1] {
            "-" => Vec::new(),
            cell => cell.split(" ; ").collect(),
        };
        let mut left = got.clone();
        let met = wanted.iter().all(|wanted| {
            let place = left.iter().position(|got| assignment_fits(wanted, got));
            place.map(|place| left.remove(place)).is_some()
        });
        let shown: Vec<String> = got.iter().map(|got| assignment_shown(got)).collect();
        (!met || !left.is_empty()).then(|| shown.join(" ; "))
    });
}

/// `lead-in [1. words [a) words | b) words] | 2. words]`
fn list_shown(list: &Value) -> String {
    let items: Vec<String> = array(list, "items").iter().map(item_shown).collect();
    let lead_in = list["lead_in"]["text"].as_str().map_or("", str::trim);
    format!("{lead_in} [{}]", items.join(" | "))
        .trim()
        .to_owned()
}

fn item_shown(item: &Value) -> String {
    let inner: Vec<String> = array(item, "lists").iter().map(list_items).collect();
    let marker = item["marker"].as_str().unwrap_or("");
    let words = item["text"].as_str().unwrap_or("").trim_end_matches(':');
    format!("{marker} {words} {}", inner.join(" "))
        .trim()
        .to_owned()
}

fn list_items(list: &Value) -> String {
    let items: Vec<String> = array(list, "items").iter().map(item_shown).collect();
    format!("[{}]", items.join(" | "))
}

#[test]
fn lists() {
    check("lists.tsv", |cells| {
        let document = extracted(&source(cells[0]));
        let lists = array(&document, "task_lists");
        let shown: Vec<String> = lists.iter().map(list_shown).collect();
        let shown = shown.join(" ");
        let wanted = cells[1].replace("\\[", "(").replace("\\]", ")");
        let got = shown
            .replace("[1]", "(1)")
            .replace("[2]", "(2)")
            .replace("[3]", "(3)");
        let count = lists
            .first()
            .map_or(String::new(), |list| list["declared_count"].to_string());
        let (wanted, got) = (plain(&wanted), plain(&got));
        // A lead-in in a quotation may be its whole sentence.
        let said = got == wanted
            || wanted == "-" && got.is_empty()
            || cells[0].contains('“') && got.ends_with(&wanted);
        let counted = cells[2] == "-" || count == cells[2];
        (!said || !counted).then(|| format!("{shown} {count}"))
    });
}
