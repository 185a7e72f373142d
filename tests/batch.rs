//! The `batch` example as a program: what it prints, and what a bad file costs.

use std::path::PathBuf;
use std::process::{Command, Output};

/// The example binary, which `cargo test` builds beside the tests.
fn batch() -> Command {
    let mut folder = std::env::current_exe().expect("a path of this test");
    folder.pop();
    let binary = folder
        .with_file_name("examples")
        .join(format!("batch{}", std::env::consts::EXE_SUFFIX));
    assert!(
        binary.exists(),
        "{} is missing: run `cargo build --example batch`",
        binary.display()
    );
    Command::new(binary)
}

/// A folder of its own for each test, emptied first.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("output in UTF-8")
}

#[test]
fn a_broken_file_is_named_and_the_rest_goes_on() {
    let folder = folder("broken");
    std::fs::write(folder.join("a.txt"), "Quyết định số 242/QĐ-TTg").unwrap();
    std::fs::write(folder.join("b.txt"), b"Ngh\xff").unwrap();
    std::fs::write(folder.join("c.txt"), "Nghị quyết số 52-NQ/TW").unwrap();
    std::fs::write(folder.join("d.pdf"), "not read").unwrap();
    let Output {
        status,
        stdout,
        stderr,
    } = batch()
        .args(["--format", "jsonl"])
        .arg(&folder)
        .arg("no-such-file.txt")
        .output()
        .unwrap();

    assert_eq!(status.code(), Some(1));
    let stderr = text(&stderr);
    assert!(stderr.contains("b.txt: byte 3 is not UTF-8"), "{stderr}");
    assert!(stderr.contains("no-such-file.txt"), "{stderr}");
    let documents: Vec<serde_json::Value> = text(&stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is one document"))
        .collect();
    assert_eq!(documents.len(), 2);
    assert!(documents[0]["source"].as_str().unwrap().ends_with("a.txt"));
    assert_eq!(documents[0]["numbers"][0]["canonical"], "242/QĐ-TTg");
    assert_eq!(
        documents[1]["numbers"][0]["span"],
        serde_json::json!([20, 28])
    );
}

#[test]
fn documents_come_in_input_order() {
    let folder = folder("order");
    let names: Vec<String> = (0..300).map(|i| format!("{i:03}.txt")).collect();
    for (i, name) in names.iter().enumerate() {
        std::fs::write(
            folder.join(name),
            format!("Quyết định số {}/QĐ-TTg ", i + 1).repeat(1 + (300 - i) % 7),
        )
        .unwrap();
    }
    let output = batch()
        .args(["--format", "jsonl"])
        .arg(&folder)
        .output()
        .unwrap();
    assert!(output.status.success());
    let sources: Vec<String> = text(&output.stdout)
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["source"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(sources.len(), 300);
    assert!(
        sources
            .iter()
            .zip(&names)
            .all(|(source, name)| source.ends_with(name))
    );
}

#[test]
fn the_page_is_for_people() {
    let folder = folder("page");
    let file = folder.join("tin.md");
    std::fs::write(
        &file,
        "Ngày 27/9/2019, Bộ Chính trị đã ban hành Nghị quyết số 52-NQ/TW.",
    )
    .unwrap();
    let output = batch().arg(&file).output().unwrap();
    assert!(output.status.success());
    let page = text(&output.stdout);
    for expected in [
        "tin.md",
        "Nghị quyết 52-NQ/TW",
        "2019-09-27",
        "Bộ Chính trị",
    ] {
        assert!(
            page.contains(expected),
            "{expected} is not on the page:\n{page}"
        );
    }
}
