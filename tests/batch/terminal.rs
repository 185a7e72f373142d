//! Standard error and standard output that are gone, full, or a terminal.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::tool::{PAGE, Run, binary, finish, folder};

/// What a terminal could obey.
const HOSTILE: &str = "Quyết định số 242/QĐ-TTg \u{1b}[2J về \u{9b}31m việc \u{202e}đỏ:\n\
    1. Bộ Y tế chủ trì \u{1b}]0;title\u{7} trình đề án \u{200f}trước ngày 30/6/2021;\n2. Bộ Tư pháp rà soát.\n";

/// Each tool with arguments that make it say something.
const SAYING: [(&str, &[&str], i32); 6] = [
    (
        "batch",
        &["a.txt", "none.txt", "b.txt", "--format", "jsonl"],
        1,
    ),
    ("batch", &["a.txt", "--format", "xml"], 2),
    ("highlight", &["none.txt"], 1),
    ("highlight", &["c.txt"], 0),
    ("evaluate", &["finds", "a.txt", "none.txt"], 1),
    ("evaluate", &["score", "."], 1),
];

fn files() -> tempfile::TempDir {
    let utf16: Vec<u8> = PAGE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    folder(&[
        ("a.txt", PAGE.as_bytes()),
        ("b.txt", PAGE.as_bytes()),
        ("c.txt", &[b"\xFF\xFE", &utf16[..]].concat()),
    ])
}

#[test]
#[cfg(unix)]
fn nobody_who_hears_costs_nothing() {
    let folder = files();
    for (name, arguments, status) in SAYING {
        let run = |stderr: Stdio| {
            let output = Command::new(binary(name))
                .current_dir(folder.path())
                .args(arguments)
                .stderr(stderr)
                .output()
                .unwrap();
            (output.status.code(), output.stdout)
        };
        let heard = run(Stdio::null());
        assert_eq!(heard.0, Some(status), "{name} {arguments:?}");
        let (reader, closed) = std::io::pipe().unwrap();
        drop(reader);
        assert_eq!(run(closed.into()), heard, "{name} {arguments:?}");
        if let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") {
            assert_eq!(run(full.into()), heard, "{name} {arguments:?}");
        }
    }
}

#[test]
#[cfg(unix)]
fn a_reader_that_is_gone_ends_it_quietly() {
    let folder = files();
    for (name, arguments) in [
        ("batch", &["a.txt"][..]),
        ("batch", &["a.txt", "--format", "csv", "--select", "dates"]),
        ("highlight", &["a.txt"]),
        ("evaluate", &["finds", "a.txt"]),
        ("chunks", &["a.txt"]),
        ("tasks", &["a.txt"]),
        ("graph", &["a.txt"]),
    ] {
        let (reader, closed) = std::io::pipe().unwrap();
        drop(reader);
        let output = Command::new(binary(name))
            .current_dir(folder.path())
            .args(arguments)
            .stdout(closed)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
            .wait_with_output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (output.status.code(), &*said),
            (Some(0), ""),
            "{name} {arguments:?}"
        );
    }
}

/// Runs a tool on a terminal, that of `script`; `None` where there is no such program.
fn on_terminal(folder: &Path, name: &str, arguments: &str) -> Option<Run> {
    let command = format!("{} {arguments}", binary(name).display());
    let mut script = assert_cmd::Command::new("script");
    script
        .args(["-qec", &command, "/dev/null"])
        .current_dir(folder);
    let has_it = Command::new("script").arg("--version").output();
    has_it
        .is_ok_and(|output| output.status.success())
        .then(|| finish(&mut script))
}

#[test]
#[cfg(target_os = "linux")]
fn nothing_on_a_terminal_is_for_it_to_obey() {
    let folder = folder(&[("a.txt", HOSTILE.as_bytes())]);
    let name = "\u{1b}[31mred.txt";
    fs::write(folder.path().join(name), HOSTILE).unwrap();
    let labels = "numbers\n  0..4 ⟦1/CP \u{1b}[2J\u{9b}⟧\n";
    fs::write(folder.path().join("a.finds"), labels).unwrap();
    for (name, arguments) in [
        ("batch", ". --format csv --select numbers -q"),
        ("batch", ". --format csv --select tasks -q"),
        ("batch", ". --format ics -q"),
        ("batch", ". --format jsonl -q"),
        ("batch", ". --color never -q"),
        (
            "batch",
            "*red.txt no$(printf '\\033[31m')ne.txt --color never -q",
        ),
        ("batch", "--format $(printf '\\033[31m')"),
        ("batch", "a.txt --out $(printf 'no/\\033[31m')"),
        ("highlight", "a.txt"),
        ("highlight", "no$(printf '\\033[31m')ne.txt"),
        ("evaluate", "score . --html r.html"),
        ("evaluate", "finds ."),
        ("evaluate", "typeset a.txt --texts --only crlf"),
        ("evaluate", "typeset a.txt --only $(printf '\\033[31m')"),
        ("evaluate", "compare no$(printf '\\033[31m')ne.jsonl a.txt"),
    ] {
        let Some(run) = on_terminal(folder.path(), name, arguments) else {
            println!("skipped: no `script` here");
            return;
        };
        // The terminal itself ends lines in CR LF.
        let shown = run.out.replace("\r\n", "\n");
        let harmful = |&c: &char| {
            (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{202e}' | '\u{200f}')
        };
        assert!(!shown.is_empty(), "{name} {arguments}");
        assert_eq!(
            shown.chars().find(harmful),
            None,
            "{name} {arguments}: {shown:?}"
        );
    }
    let report = fs::read_to_string(folder.path().join("r.html")).unwrap();
    assert_eq!(report.find('\u{1b}'), None, "{report}");
    // A file has the text as it is.
    let table = finish(
        super::tool::batch()
            .current_dir(folder.path())
            .args(["a.txt", "--format", "csv", "--select", "tasks"]),
    );
    assert!(table.out.contains('\u{7}'), "{}", table.out);
}
