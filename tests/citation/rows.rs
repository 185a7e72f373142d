//! The tables of real forms: who, when and what about (`clauses.tsv`), what references mean
//! (`mentions.tsv`), of which act provisions are (`acts.tsv`). Each says in its first lines how a row is
//! read.

use vanban::{Document, Span, extract};

use crate::common::{Marked, rows};

/// Checks every row; `fault` says what is wrong with one, if anything is.
fn check(table: &str, fault: impl Fn(&Marked, &str) -> Option<String>) {
    let mut faults = String::new();
    for line in rows(table) {
        let (known, row) = match line.strip_prefix('!') {
            Some(row) => (true, row),
            None => (false, line),
        };
        let (page, expected) = row.split_once('\t').unwrap_or((row, "-"));
        let found = fault(&Marked::of(page), expected);
        match (known, found) {
            (false, Some(fault)) => faults += &format!("{page}\n    {fault}\n"),
            (true, None) => faults += &format!("{page}\n    holds now: take its `!` away\n"),
            _ => {}
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

fn plain(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// What one says and another expects are the same words, whatever their case.
fn same(found: &str, expected: &str) -> bool {
    expected == "?" || plain(found) == plain(expected)
}

/// `name | kind | date | issuers | subject` of every citation.
fn citations(document: &Document<'_>) -> Vec<[String; 5]> {
    let or_nothing = |text: String| {
        if text.is_empty() {
            "-".to_owned()
        } else {
            text
        }
    };
    let each = document.citations.iter().map(|found| {
        let value = &found.value;
        let issuers: Vec<&str> = value.issuers.iter().map(|i| i.name.as_str()).collect();
        let kind = value.kind.as_deref().unwrap_or_default().to_owned();
        let name = match (&value.number, &value.title) {
            (Some(number), _) => number.to_string(),
            (None, Some(title)) => long_name(&kind, &title.text),
            (None, None) if kind == "Hiến pháp" => kind.clone(),
            (None, None) => String::new(),
        };
        [
            name,
            kind,
            value
                .date
                .as_ref()
                .map_or_else(String::new, |date| date.date.to_string()),
            issuers.join("+"),
            value
                .subject
                .as_ref()
                .map_or_else(String::new, |s| s.text.to_string()),
        ]
        .map(or_nothing)
    });
    each.collect()
}

/// The name of a law where the page has a short one.
fn long_name(kind: &str, title: &str) -> String {
    let title = match title {
        "BLHS" => "Hình sự",
        "BLTTHS" => "Tố tụng hình sự",
        "BLTTDS" => "Tố tụng dân sự",
        "DN" => "Doanh nghiệp",
        "BHXH" => "Bảo hiểm xã hội",
        other => other,
    };
    format!("{kind} {title}")
}

#[test]
fn who_when_and_what_about() {
    check(include_str!("clauses.tsv"), |page, expected| {
        let found = citations(&extract(&page.text));
        let expected: Vec<Vec<&str>> = match expected {
            "-" => Vec::new(),
            rows => rows
                .split(" ; ")
                .map(|row| row.split(" | ").map(str::trim).collect())
                .collect(),
        };
        let agree = found.len() == expected.len()
            && found.iter().zip(&expected).all(|(found, expected)| {
                found
                    .iter()
                    .zip(expected)
                    .all(|(found, expected)| same(found, expected))
            });
        (!agree).then(|| format!("{found:?}"))
    });
}

/// What is mentioned at `span`: a reference, or a citation.
fn meant(document: &Document<'_>, span: Span) -> Vec<String> {
    let reference = document.references.iter().find(|r| r.span.overlaps(span));
    if let Some(reference) = reference {
        return reference
            .value
            .resolves_to
            .iter()
            .map(|id| id.name())
            .collect();
    }
    let citation = document.citations.iter().find(|c| c.span.overlaps(span));
    citation.map(|c| c.value.name()).into_iter().collect()
}

#[test]
fn what_references_mean() {
    check(include_str!("mentions.tsv"), |page, expected| {
        let document = extract(&page.text);
        if page.spans.is_empty() {
            let mut references = document.references.iter();
            let resolved = references.find(|r| !r.value.resolves_to.is_empty());
            return resolved.map(|r| format!("{} means {:?}", r.text, r.value.resolves_to));
        }
        let own = document.identity().map(|id| id.name());
        let faults = page
            .spans
            .iter()
            .zip(expected.split(" ; "))
            .filter_map(|(span, expected)| {
                let mut expected: Vec<&str> = match expected {
                    "-" => Vec::new(),
                    "self" => own.as_deref().into_iter().collect(),
                    several => several.split('+').collect(),
                };
                let mut found = meant(&document, *span);
                found.sort();
                expected.sort();
                (found != expected).then(|| format!("{} means {found:?}", span.of(&page.text)))
            });
        faults.reduce(|all, one| all + "; " + &one)
    });
}

#[test]
fn of_which_act_provisions_are() {
    check(include_str!("acts.tsv"), |page, expected| {
        let document = extract(&page.text);
        if page.spans.is_empty() {
            let found = document.provisions.first();
            return found.map(|found| format!("{} is no provision", found.text));
        }
        let faults = page
            .spans
            .iter()
            .zip(expected.split(" ; "))
            .filter_map(|(span, expected)| {
                let provisions = document
                    .provisions
                    .iter()
                    .filter(|p| p.span.overlaps(*span));
                let acts: Vec<String> = provisions
                    .map(|p| {
                        p.value
                            .of
                            .clone()
                            .map_or_else(|| "-".to_owned(), |of| of.to_string())
                    })
                    .collect();
                let agree = !acts.is_empty() && acts.iter().all(|act| is_act(act, expected));
                (!agree).then(|| format!("{} is of {acts:?}", span.of(&page.text)))
            });
        faults.reduce(|all, one| all + "; " + &one)
    });
}

/// Whether `act` is the one expected; a law by name may be told by the number that the table has for a
/// year.
fn is_act(act: &str, expected: &str) -> bool {
    let year = |c: char| c.is_ascii_digit() || c == ' ';
    let by_number = || {
        let Some(year) = act.split('/').nth(1) else {
            return false;
        };
        let law = format!("{expected} năm {year}");
        let document = extract(&law);
        let mut citations = document.citations.iter();
        citations.any(|citation| citation.value.name() == act)
    };
    same(act, expected) || same(act.trim_end_matches(year), expected) || by_number()
}
