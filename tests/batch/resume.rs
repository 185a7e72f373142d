//! Going on after the end came early: nothing lost and nothing doubled.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::tool::{PAGE, batch, binary, finish, folder, run, sources};

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

/// Two files of records, of which no name is of one alone.
fn records() -> TempDir {
    let lines: String = (0..40)
        .map(|i| {
            format!(
                "{{\"id\": \"page {}\", \"text\": \"số {}/QĐ-TTg\"}}\n",
                i % 3,
                i + 1
            )
        })
        .collect();
    folder(&[("a.jsonl", lines.as_bytes()), ("b.jsonl", lines.as_bytes())])
}

#[test]
fn records_of_one_name_are_all_gone_on_with() {
    let folder = records();
    let at = |name: &str| folder.path().join(name);
    let lines = [
        "a.jsonl",
        "b.jsonl",
        "--id-field",
        "id",
        "--format",
        "jsonl",
        "--out",
        "out",
        "--resume",
    ];
    run(folder.path(), &lines);
    let whole = fs::read(at("out")).unwrap();
    once_each(&places(&whole), 80);
    let ends: Vec<usize> = (0..whole.len()).filter(|&i| whole[i] == b'\n').collect();
    for cut in [0, ends[3] + 1, ends[41] + 1, ends[41] + 40] {
        fs::write(at("out"), &whole[..cut]).unwrap();
        let run = run(folder.path(), &lines);
        assert_eq!(run.status, Some(0), "{}", run.err);
        assert!(fs::read(at("out")).unwrap() == whole, "cut at {cut}");
    }
    let tables = [
        "a.jsonl",
        "b.jsonl",
        "--id-field",
        "id",
        "--format",
        "csv",
        "--out",
        "tables",
        "--resume",
    ];
    run(folder.path(), &tables);
    let names = ["tables/numbers.csv", "tables/files.csv"];
    let whole = names.map(|name| fs::read_to_string(at(name)).unwrap());
    let rows: Vec<&str> = whole[1].split_inclusive('\n').collect();
    assert_eq!(rows.len(), 81);
    fs::write(at(names[1]), rows[..50].concat()).unwrap();
    let run = run(folder.path(), &tables);
    assert!(
        run.err.contains("31 documents, 49 known already"),
        "{}",
        run.err
    );
    assert_eq!(
        names.map(|name| fs::read_to_string(at(name)).unwrap()),
        whole
    );
}

/// The places of the records of a run.
fn places(lines: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(lines).unwrap();
    let place = |line: &str| -> String {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        line["record"].as_str().unwrap().to_owned()
    };
    text.lines().map(place).collect()
}

#[test]
fn what_is_of_no_such_run_is_left_as_it_is() {
    let usual = ["in.txt", "--format", "jsonl", "--out", "out", "--resume"];
    let first = |more: &[&str]| {
        let folder = folder(&[("in.txt", PAGE.as_bytes())]);
        let run = run(folder.path(), &[&usual[..5], more].concat());
        assert_eq!(run.status, Some(0), "{}", run.err);
        fs::read_to_string(folder.path().join("out")).unwrap()
    };
    let no_document = "line 1 is no document of an earlier run";
    let other = "line 1 was written with the options";
    let rows: &[(&str, &[&str], &str)] = &[
        ("a file of somebody else", &[], no_document),
        ("a file of somebody else\n", &[], no_document),
        ("{\"source\":\"x\",\"text\":\"y\"}", &[], no_document),
        ("{\"source\":\"x\",\"text\":\"y\"}\n", &[], no_document),
        ("{\"text\":\"y", &[], no_document),
        ("\0\0\0\0", &[], no_document),
        (&first(&[]), &["--select", "dates"], other),
        (&first(&["--select", "dates"]), &[], other),
        (
            &first(&["--select", "dates"]),
            &["--select", "numbers"],
            other,
        ),
        (&first(&["--offsets", "chars"]), &[], other),
        (
            &first(&["--offsets", "chars"]),
            &["--offsets", "utf16"],
            other,
        ),
        (&first(&["--reference-date", "2021-01-01"]), &[], other),
        (&first(&["--content"]), &[], other),
        (&first(&[]), &["--text-field", "body"], other),
        (&first(&[]), &["--format", "csv"], "out/files.csv: "),
    ];
    for (held, more, said) in rows {
        let folder = folder(&[("in.txt", PAGE.as_bytes()), ("out", held.as_bytes())]);
        let arguments: Vec<&str> = match more.first() {
            Some(&"--format") => vec!["in.txt", "--format", "csv", "--out", "out", "--resume"],
            _ => [&usual[..], more].concat(),
        };
        let run = run(folder.path(), &arguments);
        assert_eq!(run.status, Some(1), "{held} {more:?}: {}", run.err);
        assert!(run.err.contains(said), "{held} {more:?}: {}", run.err);
        let left = fs::read_to_string(folder.path().join("out")).unwrap();
        assert_eq!(left, *held, "{more:?}");
    }
}

#[test]
fn tables_that_lost_something_are_left_as_they_are() {
    let arguments = ["in", "--format", "csv", "--out", "tables", "--resume"];
    type Harm = fn(&Path);
    let rows: &[(Harm, &[&str], &str)] = &[
        (
            |t| fs::remove_file(t.join("dates.csv")).unwrap(),
            &[],
            "dates.csv: it has 0 bytes, and files.csv tells of ",
        ),
        (
            |t| {
                fs::write(t.join("dates.csv"), "source,start,end,text,edtf,resolved,first,last,modifier,role,recurrence,warnings\n").unwrap()
            },
            &[],
            "dates.csv: it has ",
        ),
        (
            |t| fs::write(t.join("tasks.csv"), "a,b\n".repeat(9000)).unwrap(),
            &[],
            "tasks.csv: it is no such table",
        ),
        (
            |t| fs::remove_file(t.join("files.csv")).unwrap(),
            &[],
            "numbers.csv: it is there and files.csv is not",
        ),
        (
            |t| fs::write(t.join("files.csv"), "name\nx\n").unwrap(),
            &[],
            "files.csv: it is not of a run with these tables",
        ),
        (
            |_| (),
            &["--select", "dates"],
            "files.csv: it is not of a run with these tables",
        ),
        (
            |_| (),
            &["--offsets", "chars"],
            "files.csv: in/0000.txt was written with the options",
        ),
    ];
    for (harm, more, said) in rows {
        let folder = many(3);
        run(folder.path(), &arguments);
        let tables = folder.path().join("tables");
        harm(&tables);
        let read = || {
            let mut files: Vec<_> = fs::read_dir(&tables)
                .unwrap()
                .map(|file| file.unwrap().path())
                .collect();
            files.sort();
            files
                .into_iter()
                .map(|file| (fs::read(&file).unwrap(), file))
                .collect::<Vec<_>>()
        };
        let before = read();
        let run = run(folder.path(), &[&arguments[..], more].concat());
        assert_eq!(run.status, Some(1), "{said}: {}", run.err);
        assert!(run.err.contains(said), "{said} is not in {}", run.err);
        assert!(read() == before, "{said}");
    }
}

#[test]
fn a_stream_that_is_resumed_has_every_line_once() {
    let lines = "{\"text\": \"1/QĐ-TTg\"}\n\nno JSON\n{\"text\": \"2/QĐ-TTg\"}\n";
    let folder = folder(&[]);
    let out = folder.path().join("out");
    let arguments = ["-", "--format", "jsonl", "--out", "out", "--resume"];
    let go = || {
        let run = finish(
            batch()
                .current_dir(folder.path())
                .args(arguments)
                .write_stdin(lines),
        );
        assert_eq!(run.status, Some(1), "{}", run.err);
        for said in ["-:2: an empty line", "-:3: no JSON record", "2 failed"] {
            assert!(run.err.contains(said), "{}", run.err);
        }
        fs::read_to_string(&out).unwrap()
    };
    let whole = go();
    assert_eq!(sources(&whole), ["-:1", "-:2", "-:3", "-:4"]);
    assert_eq!(go(), whole);
    let end = whole.find('\n').unwrap();
    fs::write(&out, &whole[..end + 30]).unwrap();
    assert_eq!(go(), whole);
}

#[test]
#[cfg(unix)]
fn a_pipe_or_a_device_is_not_gone_on_with() {
    let folder = folder(&[("a.txt", PAGE.as_bytes())]);
    let pipe = folder.path().join("pipe");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    for out in ["pipe", "/dev/zero"] {
        let run = run(
            folder.path(),
            &["a.txt", "--format", "jsonl", "--out", out, "--resume"],
        );
        assert_eq!(run.status, Some(1), "{}", run.err);
        assert!(
            run.err.contains(&format!("{out}: no regular file")),
            "{}",
            run.err
        );
    }
}
