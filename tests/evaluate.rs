//! The `evaluate` example as a program.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The example binary, which `cargo test` builds beside the tests.
fn evaluate() -> Command {
    let mut folder = std::env::current_exe().expect("a path of this test");
    folder.pop();
    let binary = folder
        .with_file_name("examples")
        .join(format!("evaluate{}", std::env::consts::EXE_SUFFIX));
    assert!(
        binary.exists(),
        "{} is missing: run `cargo build --example evaluate`",
        binary.display()
    );
    Command::new(binary)
}

/// A folder of its own for each test, emptied first, with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("evaluate")
        .join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    for (name, text) in files {
        std::fs::write(folder.join(name), text).expect("a file for the test");
    }
    folder
}

/// What a run in `folder` prints.
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let run = evaluate().current_dir(folder).args(arguments).output();
    let Output {
        status,
        stdout,
        stderr,
    } = run.expect("the example runs");
    let stderr = String::from_utf8_lossy(&stderr);
    assert!(status.success(), "{arguments:?}: {stderr}");
    String::from_utf8(stdout).expect("output in UTF-8")
}

const OLD: &str = r#"{"source":"a.txt","numbers":[{"span":[0,4],"text":"1/CP","kind":null},{"span":[9,13],"text":"2/CP"}],"dates":[]}
{"source":"b.txt","numbers":[]}
"#;
const NEW: &str = r#"{"source":"a.txt","schema":2,"numbers":[{"span":[1,5],"text":"1/CP"},{"span":[9,13],"text":"2/CP","kind":"NĐ"}],"dates":[{"span":[20,24],"text":"12/8\u001b[2J"}]}
{"source":"c.txt","numbers":[]}
"#;

#[test]
fn runs_are_compared() {
    let folder = folder("compare", &[("old.jsonl", OLD), ("new.jsonl", NEW)]);
    let page = printed(&folder, &["compare", "old.jsonl", "new.jsonl"]);
    assert_eq!(
        page,
        "only in the old run: b.txt
only in the new run: c.txt

dates: 1 gained, 0 lost, 0 changed
  a.txt
    + 20..24 ⟦12/8\\u{1b}[2J⟧

numbers: 0 gained, 0 lost, 1 changed
  a.txt
    ~ 9..13 ⟦2/CP⟧
    > 9..13 ⟦2/CP⟧ kind=NĐ

1 documents compared
                    same  gained    lost changed
dates                  0       1       0       0
numbers                1       0       0       1
"
    );
    let page = printed(
        &folder,
        &["compare", "old.jsonl", "new.jsonl", "--layer", "dates"],
    );
    assert!(!page.contains("numbers"), "{page}");
}

#[test]
fn documents_that_moved_are_known_by_their_name() {
    let moved = OLD
        .replace("a.txt", "/elsewhere/a.txt")
        .replace("b.txt", "/elsewhere/c.txt");
    let folder = folder("moved", &[("old.jsonl", &moved), ("new.jsonl", NEW)]);
    let page = printed(&folder, &["compare", "old.jsonl", "new.jsonl"]);
    assert!(page.contains("2 documents compared"), "{page}");
    assert!(!page.contains("only in"), "{page}");
}

#[test]
fn texts_and_runs_are_printed_alike() {
    let text = "Nghị quyết số 52-NQ/TW";
    let corpus = "{\"id\":\"a.txt\",\"text\":\"Nghị quyết số 52-NQ/TW\"}\n";
    let folder = folder("finds", &[("a.txt", text), ("a.jsonl", corpus)]);
    let page = printed(&folder, &["finds", "a.txt"]);
    assert!(page.starts_with("# a.txt\n"), "{page}");
    assert!(
        page.contains("numbers\n  20..28 ⟦52-NQ/TW⟧ canonical=52-NQ/TW"),
        "{page}"
    );
    assert_eq!(printed(&folder, &["finds", "a.jsonl"]), page);
    let numbers = printed(&folder, &["finds", "a.txt", "--layer", "numbers"]);
    assert_eq!(numbers.lines().count(), 3, "{numbers}");
}

#[test]
fn texts_are_scored_against_what_stands_beside_them() {
    let folder = folder(
        "score",
        &[("a.txt", "Nghị quyết số 52-NQ/TW"), ("b.txt", "52-NQ/TW")],
    );
    let finds = printed(&folder, &["finds", "a.txt"]);
    // One find that is not there is expected.
    let expected = finds.replace("numbers\n", "numbers\n  0..4 ⟦1/CP⟧ canonical=1/CP\n");
    std::fs::write(folder.join("a.finds"), expected).unwrap();
    let page = printed(&folder, &["score", "."]);
    assert!(page.contains("- 0..4 ⟦1/CP⟧ canonical=1/CP"), "{page}");
    assert!(page.contains("1 documents scored"), "{page}");
    let figures = "numbers                1       0       1    1.0000  0.5000  0.6667";
    assert!(page.contains(figures), "{page}");
    assert!(!page.contains('#'), "{page}");
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = folder("broken", &[("a.jsonl", "{}\n{\"numbers\"\n")]);
    for (arguments, message) in [
        (["finds", "none.txt"], "none.txt"),
        (["finds", "a.jsonl"], "a.jsonl: line 2 is no JSON"),
        (["score", "."], ".: no text with a .finds beside it"),
    ] {
        let run = evaluate()
            .current_dir(&folder)
            .args(arguments)
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(1), "{arguments:?}");
        let stderr = String::from_utf8_lossy(&run.stderr);
        assert!(stderr.contains(message), "{arguments:?}: {stderr}");
    }
}

#[test]
fn a_report_is_one_page_that_stands_alone() {
    let old = OLD.replace("2/CP", "2/CP</li><script>alert(1)</script>");
    let folder = folder("html", &[("<b>.jsonl", &old), ("new.jsonl", NEW)]);
    printed(
        &folder,
        &["compare", "<b>.jsonl", "new.jsonl", "--html", "report.html"],
    );
    let page = std::fs::read_to_string(folder.join("report.html")).unwrap();
    for expected in [
        "<h1>&lt;b&gt;.jsonl and new.jsonl</h1>",
        "<p>1 documents compared</p>",
        "<th scope=\"row\"><a href=\"#layer-dates\">dates</a></th><td>0</td><td>1</td><td>0</td><td>0</td>",
        "2/CP&lt;/li&gt;&lt;script&gt;",
        "<ins>20..24 ⟦12/8\\u{1b}[2J⟧</ins>",
        "default-src 'none'",
    ] {
        assert!(page.contains(expected), "{expected} is not in\n{page}");
    }
    assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
}
