//! The small examples, run as a user would: on every sample page.

mod pages;

use std::path::PathBuf;
use std::process::{Command, Output};

/// Runs an example. `cargo test` has built it beside this test.
fn run(example: &str, arguments: &[&str]) -> Output {
    let test = std::env::current_exe().expect("this test");
    let folder: PathBuf = test
        .ancestors()
        .nth(2)
        .expect("the folder of builds")
        .into();
    let program = folder.join("examples").join(example);
    let output = Command::new(&program).args(arguments).output();
    output.unwrap_or_else(|error| panic!("{}: {error}", program.display()))
}

/// What an example prints about every sample page.
fn on_fixtures(example: &str, arguments: &[&str]) -> String {
    let pages = pages::fixtures();
    let names = pages.iter().map(|(path, _)| path.to_str().expect("a name"));
    let arguments: Vec<&str> = names.chain(arguments.iter().copied()).collect();
    let output = run(example, &arguments);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn tasks_by_deadline() {
    let out = on_fixtures("tasks", &["--reference-date", "2021-08-20"]);
    let days: Vec<&str> = out
        .lines()
        .filter_map(|row| row.split('\t').next())
        .collect();
    assert!(days.len() > 20 && days.is_sorted(), "{days:?}");
    for row in out.lines() {
        assert_eq!(row.split('\t').count(), 4, "{row}");
    }
    let row = out.lines().find(|row| row.contains("lập dự toán kinh phí"));
    assert!(
        row.is_some_and(|row| row.starts_with("2021-11-29\tVụ Kế hoạch - Tài chính\t")),
        "{row:?}"
    );
}

#[test]
fn the_graph_of_citations() {
    let out = on_fixtures("graph", &[]);
    assert!(out.starts_with("digraph ") && out.ends_with("}\n"), "{out}");
    assert!(out.matches(" -> ").count() > 50, "{out}");
}

#[test]
fn chunks_are_within_the_limit() {
    for (path, page) in pages::fixtures() {
        let output = run("chunks", &[path.to_str().expect("a name"), "300"]);
        assert!(output.status.success(), "{}", path.display());
        for line in String::from_utf8(output.stdout).expect("UTF-8").lines() {
            let chunk: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let bytes = |key: &str| chunk[key].as_str().map_or(0, str::len);
            assert!(bytes("context") + bytes("text") <= 300, "{line}");
            let ends = [0, 1].map(|end| chunk["span"][end].as_u64().expect("an offset") as usize);
            assert_eq!(page.get(ends[0]..ends[1]), chunk["text"].as_str(), "{line}");
        }
    }
}

#[test]
fn what_is_wrong_is_said() {
    for (example, arguments, said) in [
        (
            "tasks",
            &["/no/such/file"][..],
            "/no/such/file: No such file",
        ),
        (
            "tasks",
            &["--reference-date"][..],
            "--reference-date wants a day",
        ),
        (
            "graph",
            &["/no/such/file"][..],
            "/no/such/file: No such file",
        ),
        ("chunks", &[][..], "usage: chunks FILE [LIMIT]"),
        (
            "chunks",
            &["x", "ten"][..],
            "LIMIT is a number of bytes: invalid digit",
        ),
    ] {
        let output = run(example, arguments);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && error.contains(said), "{error}");
    }
}
