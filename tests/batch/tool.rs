//! How the tests run the tool.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// Where `cargo test` builds the example, beside the tests.
pub fn binary(example: &str) -> PathBuf {
    let mut folder = std::env::current_exe().expect("a path of this test");
    folder.pop();
    let binary = folder
        .with_file_name("examples")
        .join(format!("{example}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        binary.exists(),
        "{} is missing: run `cargo build --example {example}`",
        binary.display()
    );
    binary
}

/// The tool, with a limit of time: what hangs fails.
pub fn batch() -> Command {
    let mut command = Command::new(binary("batch"));
    command.timeout(std::time::Duration::from_secs(60));
    command
}

/// What a run gave.
pub struct Run {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

/// Runs the tool in `folder`.
pub fn run(folder: &Path, arguments: &[&str]) -> Run {
    finish(batch().current_dir(folder).args(arguments))
}

pub fn finish(command: &mut Command) -> Run {
    let output = command.output().expect("the tool runs");
    Run {
        status: output.status.code(),
        out: String::from_utf8(output.stdout).expect("output in UTF-8"),
        err: String::from_utf8(output.stderr).expect("messages in UTF-8"),
    }
}

impl Run {
    /// The documents of `--format jsonl`.
    pub fn documents(&self) -> Vec<Value> {
        documents(&self.out)
    }

    /// The sources of the documents.
    pub fn sources(&self) -> Vec<String> {
        sources(&self.out)
    }
}

pub fn documents(lines: &str) -> Vec<Value> {
    assert!(
        lines.is_empty() || lines.ends_with('\n'),
        "the last line is cut"
    );
    lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is one document"))
        .collect()
}

pub fn sources(lines: &str) -> Vec<String> {
    documents(lines)
        .iter()
        .map(|document| document["source"].as_str().expect("a source").to_owned())
        .collect()
}

/// A folder with these files.
pub fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    folder
}

/// A short page with one number, and a task with a deadline.
pub const PAGE: &str = "Quyết định số 242/QĐ-TTg giao nhiệm vụ sau:\n\
    1. Bộ Y tế chủ trì, phối hợp với Bộ Tài chính trình đề án trước ngày 30/6/2021;\n\
    2. Bộ Tư pháp rà soát văn bản.\n";
