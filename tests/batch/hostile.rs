//! What a file system and a text can hold against a tool.

use std::fs;
use std::process::{Command, Stdio};

use super::tool::{PAGE, batch, binary, finish, folder, run};

#[test]
#[cfg(unix)]
fn names_that_are_no_utf8_stay_apart() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = folder(&[]);
    for name in [
        &b"a\xff.txt"[..],
        b"a\xfe.txt",
        "a\u{FFFD}FF.txt".as_bytes(),
    ] {
        fs::write(folder.path().join(OsStr::from_bytes(name)), PAGE).unwrap();
    }
    let run = run(folder.path(), &[".", "--format", "jsonl"]);
    assert_eq!(run.status, Some(0), "{}", run.err);
    let mut sources = run.sources();
    sources.sort();
    let (odd, bytes) = ('\u{FFFD}', "\u{FFFD}EF\u{FFFD}BF\u{FFFD}BD");
    assert_eq!(
        sources,
        [
            format!("./a{bytes}FF.txt"),
            format!("./a{odd}FE.txt"),
            format!("./a{odd}FF.txt")
        ]
    );
}

#[test]
#[cfg(unix)]
fn pipes_and_loops_of_links_do_not_hang_it() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("x/a.txt", PAGE.as_bytes()), ("y/b.txt", PAGE.as_bytes())]);
    let at = |name: &str| folder.path().join(name);
    assert!(
        Command::new("mkfifo")
            .arg(at("pipe.txt"))
            .status()
            .unwrap()
            .success()
    );
    symlink(".", at("x/self")).unwrap();
    symlink("../y", at("x/other")).unwrap();
    symlink("../x", at("y/other")).unwrap();
    symlink("nowhere.txt", at("dangling.txt")).unwrap();
    symlink("x/a.txt", at("link.txt")).unwrap();

    let walked = run(folder.path(), &[".", "--format", "jsonl"]);
    assert_eq!(walked.status, Some(1), "a link to nowhere is an error");
    assert_eq!(
        walked.sources(),
        ["./link.txt", "./x/a.txt", "./x/other/b.txt"]
    );
    for said in [
        "./pipe.txt: skipped, no regular file",
        "./x/self: skipped, a link to a folder that is read already",
        "./dangling.txt: No such file",
    ] {
        assert!(
            walked.err.contains(said),
            "{said} is not in\n{}",
            walked.err
        );
    }
    let named = run(folder.path(), &["pipe.txt"]);
    assert_eq!(named.status, Some(1));
    assert!(
        named
            .err
            .contains("pipe.txt: no regular file; a pipe is read as records by"),
        "{}",
        named.err
    );
}

#[test]
fn a_tangle_of_links_is_read_once() {
    #[cfg(unix)]
    {
        let folder = folder(&[("d0/a.txt", PAGE.as_bytes())]);
        for i in 1..30 {
            let inner = folder.path().join(format!("d{i}"));
            fs::create_dir(&inner).unwrap();
            for link in ["left", "right"] {
                std::os::unix::fs::symlink(format!("../d{}", i - 1), inner.join(link)).unwrap();
            }
        }
        let run = run(folder.path(), &["d29", "--format", "jsonl", "-q"]);
        assert_eq!(run.sources().len(), 1);
    }
}

#[test]
fn what_a_terminal_would_obey_is_written_out() {
    let text = "Quyết định số 242/QĐ-TTg về \u{1b}]0;title\u{7}\u{1b}[31m \u{9b}31m \u{202e}việc đỏ\u{1b}[0m";
    let page = format!(
        "{text}\n1. Bộ Y tế chủ trì \u{1b}[2J trình đề án \u{9b}2J;\n2. Bộ Tư pháp \u{202e}rà soát."
    );
    let folder = folder(&[("a.txt", page.as_bytes())]);
    #[cfg(unix)]
    fs::write(folder.path().join("\u{1b}[31mred\u{9b}.txt"), &page).unwrap();
    #[cfg(unix)]
    fs::write(folder.path().join("\u{1b}[31mred.pdf"), b"%PDF-").unwrap();
    for format in ["page", "jsonl"] {
        let run = run(folder.path(), &[".", "--format", format]);
        for shown in [&run.out, &run.err] {
            let harmful = shown
                .chars()
                .find(|&c| (c.is_control() && c != '\n') || c == '\u{202e}');
            assert_eq!(harmful, None, "{format}: {shown}");
        }
        assert!(run.out.contains("242/QĐ-TTg"));
    }
    #[cfg(unix)]
    {
        let run = run(folder.path(), &[".", "--format", "jsonl"]);
        assert!(
            run.sources()
                .contains(&"./\u{1b}[31mred\u{9b}.txt".to_owned()),
            "JSON keeps the name"
        );
        assert!(
            run.err.contains("./\\u{1b}[31mred.pdf: a PDF"),
            "{}",
            run.err
        );
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error_that_names_the_output() {
    let folder = folder(&[("a.txt", PAGE.as_bytes())]);
    let run = run(
        folder.path(),
        &["a.txt", "--format", "jsonl", "--out", "/dev/full"],
    );
    assert_eq!(run.status, Some(1));
    assert!(
        run.err
            .contains("batch: /dev/full: No space left on device"),
        "{}",
        run.err
    );
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let child = Command::new(binary("batch"))
        .arg(folder.path().join("a.txt"))
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("batch: standard output: No space left on device"),
        "{said}"
    );
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let names: Vec<String> = (0..300).map(|i| format!("{i}.txt")).collect();
    let text = PAGE.repeat(20);
    let files: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), text.as_bytes()))
        .collect();
    let folder = folder(&files);
    let mut child = Command::new(binary("batch"))
        .args(["--format", "jsonl"])
        .arg(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn what_cannot_be_made_is_named() {
    let folder = folder(&[("a.txt", PAGE.as_bytes())]);
    for (format, out) in [("jsonl", "no/such/folder.jsonl"), ("csv", "a.txt")] {
        let run = run(folder.path(), &["a.txt", "--format", format, "--out", out]);
        assert_eq!(run.status, Some(1));
        assert!(
            run.err.starts_with(&format!("batch: {out}: ")),
            "{}",
            run.err
        );
    }
    assert_eq!(
        fs::read_to_string(folder.path().join("a.txt")).unwrap(),
        PAGE
    );
}

#[test]
fn broken_bytes_are_read_when_that_is_asked_for() {
    let folder = folder(&[("a.txt", b"s\xe1\xbb\x91 52-NQ/TW \xff\xfe\xff")]);
    let run = finish(
        batch()
            .current_dir(folder.path())
            .args(["a.txt", "--format", "jsonl", "--lossy"]),
    );
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert_eq!(run.documents()[0]["numbers"][0]["canonical"], "52-NQ/TW");
    assert!(
        run.err.contains("a.txt: byte 14 is not UTF-8"),
        "{}",
        run.err
    );
    assert!(
        run.err.contains("what cannot be read became U+FFFD"),
        "{}",
        run.err
    );
}

/// What is held does not grow with the folder: results are written and files read one behind the other.
#[test]
#[cfg(target_os = "linux")]
fn a_folder_of_any_size_is_read_in_the_same_room() {
    let page = PAGE.repeat(400_000 / PAGE.len());
    let peak = |files: usize| {
        let names: Vec<String> = (0..files).map(|i| format!("{i}.txt")).collect();
        let pages: Vec<_> = names
            .iter()
            .map(|name| (&**name, page.as_bytes()))
            .collect();
        let folder = folder(&pages);
        let mut run = Command::new(binary("batch"))
            .args([".", "--format", "jsonl", "--jobs", "2", "--quiet"])
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("the tool runs");
        // Asked for until it ends, for the account of a process that is gone is gone too.
        let account = format!("/proc/{}/status", run.id());
        let mut peak = 0;
        let status = loop {
            if let Some(status) = run.try_wait().expect("a process") {
                break status;
            }
            let said = fs::read_to_string(&account).unwrap_or_default();
            let held = said.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kilobytes = held.and_then(|held| held.trim().strip_suffix(" kB")?.parse().ok());
            peak = peak.max(kilobytes.unwrap_or(0));
            std::thread::sleep(std::time::Duration::from_millis(5));
        };
        assert!(status.success(), "{status}");
        peak
    };
    let (few, many) = (peak(4), peak(32));
    assert!(few > 0, "nothing is known of the process");
    assert!(many < few * 3 / 2, "{few} kB for 4 files, {many} kB for 32");
}
