//! An output that is an input, under whatever name, is refused before anything is lost.

use std::fs;
use std::path::Path;

use super::tool::{PAGE, Run, binary, finish, folder, run};

/// Runs an example in `folder`.
fn example(folder: &Path, name: &str, arguments: &[&str]) -> Run {
    let mut command = assert_cmd::Command::new(binary(name));
    finish(command.current_dir(folder).args(arguments))
}

#[test]
#[cfg(unix)]
fn an_output_that_is_an_input_is_refused() {
    let rows: &[(&str, &[&str])] = &[
        ("batch", &["a.txt", "--out", "a.txt"]),
        ("batch", &["a.txt", "--out", "./x/../a.txt"]),
        ("batch", &["a.txt", "--out", "symbolic.txt"]),
        ("batch", &["a.txt", "--out", "hard.txt"]),
        ("batch", &["symbolic.txt", "--out", "a.txt"]),
        ("batch", &[".", "--format", "jsonl", "--out", "a.txt"]),
        (
            "batch",
            &[".", "--format", "jsonl", "--out", "records.jsonl"],
        ),
        (
            "batch",
            &["[a-b].txt", "--format", "jsonl", "--out", "a.txt"],
        ),
        (
            "batch",
            &[
                "a.txt", "--format", "jsonl", "--resume", "--out", "hard.txt",
            ],
        ),
        ("batch", &["a.txt", "--format", "ics", "--out", "a.txt"]),
        (
            "batch",
            &["tables/dates.csv", "--format", "csv", "--out", "tables"],
        ),
        (
            "batch",
            &["tables/files.csv", "--format", "csv", "--out", "tables"],
        ),
        ("batch", &["a.txt", "--format", "csv", "--out", "linked"]),
        ("highlight", &["a.txt", "--out", "a.txt"]),
        ("highlight", &["a.txt", "--out", "hard.txt"]),
        ("evaluate", &["score", ".", "--html", "a.txt"]),
        ("evaluate", &["score", ".", "--html", "a.finds"]),
        ("evaluate", &["score", "a.txt", "--html", "a.finds"]),
        (
            "evaluate",
            &["compare", "run.jsonl", "a.txt", "--html", "run.jsonl"],
        ),
        (
            "evaluate",
            &["compare", "run.jsonl", "a.txt", "--html", "symbolic.txt"],
        ),
    ];
    let folder = folder(&[
        ("a.txt", PAGE.as_bytes()),
        ("a.finds", b"numbers\n"),
        (
            "records.jsonl",
            b"{\"source\": \"x\", \"text\": \"52-NQ/TW\"}\n",
        ),
        ("run.jsonl", b"{\"source\": \"a.txt\", \"schema\": 2}\n"),
        ("tables/dates.csv", b"a page of somebody"),
        ("tables/files.csv", b"a page of somebody"),
        ("linked/b.txt", b""),
        ("x/y.txt", b""),
    ]);
    let at = |name: &str| folder.path().join(name);
    std::os::unix::fs::symlink("a.txt", at("symbolic.txt")).unwrap();
    std::os::unix::fs::symlink("../a.txt", at("linked/numbers.csv")).unwrap();
    fs::hard_link(at("a.txt"), at("hard.txt")).unwrap();
    let names = [
        "a.txt",
        "a.finds",
        "records.jsonl",
        "run.jsonl",
        "tables/dates.csv",
        "tables/files.csv",
    ];
    let read = || names.map(|name| fs::read(at(name)).unwrap());
    let before = read();
    for (name, arguments) in rows {
        let run = example(folder.path(), name, arguments);
        assert_eq!(run.status, Some(2), "{name} {arguments:?}: {}", run.err);
        let said = "the output is one of the inputs, ";
        assert!(run.err.contains(said), "{name} {arguments:?}: {}", run.err);
        assert!(read() == before, "{name} {arguments:?} lost an input");
        assert_eq!(run.out, "", "{name} {arguments:?}");
    }
}

#[test]
fn an_earlier_output_in_a_folder_is_written_again() {
    for (format, out) in [("jsonl", "out.jsonl"), ("page", "out.md")] {
        let folder = folder(&[("a.txt", PAGE.as_bytes())]);
        let arguments = [".", "--format", format, "--out", out];
        let [first, second] = [0, 1].map(|_| {
            let run = run(folder.path(), &arguments);
            assert_eq!(run.status, Some(0), "{}", run.err);
            fs::read_to_string(folder.path().join(out)).unwrap()
        });
        assert_eq!(first, second);
    }
    let folder = folder(&[("a.txt", PAGE.as_bytes()), ("a.finds", b"")]);
    for _ in 0..2 {
        let arguments = ["score", ".", "--html", "scores.html"];
        let run = example(folder.path(), "evaluate", &arguments);
        assert_eq!(run.status, Some(0), "{}", run.err);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn standard_output_that_is_an_input_is_refused() {
    let record = "{\"text\": \"52-NQ/TW\"}\n";
    let folder = folder(&[("a.jsonl", record.as_bytes())]);
    let path = folder.path().join("a.jsonl");
    let out = fs::OpenOptions::new().append(true).open(&path).unwrap();
    let child = std::process::Command::new(binary("batch"))
        .args(["a.jsonl", "--format", "jsonl"])
        .current_dir(folder.path())
        .stdout(out)
        .stderr(std::process::Stdio::null())
        .status()
        .unwrap();
    assert_eq!(child.code(), Some(2));
    assert_eq!(fs::read_to_string(path).unwrap(), record);
}
