//! Going on after the end came early: nothing lost and nothing doubled.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::tool::{PAGE, binary, folder, run, sources};

/// A folder `in` with so many files.
fn many(count: usize) -> TempDir {
    let folder = folder(&[]);
    fs::create_dir(folder.path().join("in")).unwrap();
    for i in 0..count {
        let text = format!("{}\nQuyết định số {}/QĐ-BTP", PAGE.repeat(20), i + 1);
        fs::write(folder.path().join(format!("in/{i:04}.txt")), text).unwrap();
    }
    folder
}

/// Starts the tool, and ends it by `signal` as soon as `enough` says so.
fn interrupted(
    folder: &Path,
    arguments: &[&str],
    signal: &str,
    enough: impl Fn() -> bool,
) -> Option<i32> {
    let mut child = Command::new(binary("batch"))
        .current_dir(folder)
        .args(arguments)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while !enough() && begun.elapsed() < Duration::from_secs(30) {
        sleep(Duration::from_millis(2));
    }
    Command::new("kill")
        .args([signal, &child.id().to_string()])
        .status()
        .unwrap();
    child.wait().unwrap().code()
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |file| file.len())
}

fn once_each(sources: &[String], count: usize) {
    let different: HashSet<&String> = sources.iter().collect();
    assert_eq!((sources.len(), different.len()), (count, count));
}

#[test]
#[cfg(unix)]
fn after_sigkill_every_document_is_there_once() {
    let folder = many(600);
    let out = folder.path().join("out.jsonl");
    let arguments = [
        "in",
        "--format",
        "jsonl",
        "--out",
        "out.jsonl",
        "--jobs",
        "2",
        "--resume",
    ];
    interrupted(folder.path(), &arguments, "-KILL", || size(&out) > 100_000);
    let first = fs::read_to_string(&out).unwrap_or_default();
    let whole = first.matches('\n').count();
    assert!(whole < 600, "it was too quick to be killed");
    let second = run(folder.path(), &arguments);
    assert_eq!(second.status, Some(0), "{}", second.err);
    let known = format!("{} documents, {whole} known already", 600 - whole);
    assert!(
        second.err.contains(&known),
        "{known} is not in {}",
        second.err
    );
    let all = sources(&fs::read_to_string(&out).unwrap());
    once_each(&all, 600);
    assert!(all.is_sorted());
}

#[test]
fn a_line_that_was_cut_is_written_again() {
    let folder = many(3);
    let arguments = ["in", "--format", "jsonl", "--out", "out.jsonl", "--resume"];
    run(folder.path(), &arguments);
    let out = folder.path().join("out.jsonl");
    let whole = fs::read(&out).unwrap();
    for cut in [whole.len() - 1, whole.len() - 100, 10, 0] {
        fs::write(&out, &whole[..cut]).unwrap();
        run(folder.path(), &arguments);
        assert_eq!(fs::read(&out).unwrap(), whole, "cut at {cut}");
    }
    fs::write(&out, "a file of somebody else\n").unwrap();
    let refused = run(folder.path(), &arguments);
    assert_eq!(refused.status, Some(1));
    assert!(
        refused
            .err
            .contains("out.jsonl: line 1 is no document of an earlier run"),
        "{}",
        refused.err
    );
    assert_eq!(
        fs::read_to_string(&out).unwrap(),
        "a file of somebody else\n"
    );
}

#[test]
fn failures_are_tried_again_and_the_output_is_no_input() {
    let folder = folder(&[("a.txt", PAGE.as_bytes()), ("b.txt", b"\xff\xff")]);
    let arguments = [".", "--format", "jsonl", "--out", "out.jsonl", "--resume"];
    assert_eq!(run(folder.path(), &arguments).status, Some(1));
    fs::write(folder.path().join("b.txt"), PAGE).unwrap();
    let second = run(folder.path(), &arguments);
    assert_eq!(second.status, Some(0), "{}", second.err);
    once_each(
        &sources(&fs::read_to_string(folder.path().join("out.jsonl")).unwrap()),
        2,
    );
}

#[test]
fn tables_are_gone_on_with_where_their_ledger_ends() {
    let folder = many(5);
    let arguments = ["in", "--format", "csv", "--out", "tables", "--resume"];
    run(folder.path(), &arguments);
    let read = |name: &str| fs::read(folder.path().join("tables").join(name)).unwrap();
    let names = ["numbers.csv", "tasks.csv", "dates.csv", "files.csv"];
    let whole = names.map(read);
    // The last two documents were on their way: their rows are there in part, the ledger has three.
    let ledger = String::from_utf8(whole[3].clone()).unwrap();
    let lines: Vec<&str> = ledger.split_inclusive('\n').collect();
    fs::write(
        folder.path().join("tables/files.csv"),
        lines[..4].concat() + "in/00",
    )
    .unwrap();
    fs::write(
        folder.path().join("tables/tasks.csv"),
        &whole[1][..whole[1].len() - 30],
    )
    .unwrap();
    let second = run(folder.path(), &arguments);
    assert!(
        second.err.contains("2 documents, 3 known already"),
        "{}",
        second.err
    );
    for (name, whole) in names.iter().zip(&whole) {
        assert!(&read(name) == whole, "{name} differs");
    }
}

#[test]
#[cfg(unix)]
fn ctrl_c_leaves_whole_lines() {
    let folder = many(600);
    let out = folder.path().join("out.jsonl");
    let arguments = [
        "in",
        "--format",
        "jsonl",
        "--out",
        "out.jsonl",
        "--jobs",
        "2",
    ];
    let status = interrupted(folder.path(), &arguments, "-INT", || size(&out) > 100_000);
    assert_eq!(status, Some(130));
    let text = fs::read_to_string(&out).unwrap();
    let all = sources(&text);
    assert!(
        !all.is_empty() && all.len() < 600,
        "{} documents",
        all.len()
    );
    once_each(&all, all.len());
}
