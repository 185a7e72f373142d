//! Which files are read, and what is said of the others.

use super::tool::{PAGE, Run, folder, run};

const NUMBER: &[u8] = "Nghị quyết số 52-NQ/TW".as_bytes();

fn read(files: &[(&str, &[u8])], arguments: &[&str]) -> Run {
    let folder = folder(files);
    let mut all = vec!["--format", "jsonl"];
    all.extend(arguments);
    run(folder.path(), &all)
}

#[test]
fn a_folder_is_read_in_the_order_of_names() {
    let names: Vec<String> = (0..200).map(|i| format!("{i:03}.txt")).collect();
    let texts: Vec<String> = (0..200).map(|i| PAGE.repeat(1 + (200 - i) % 7)).collect();
    let files: Vec<(&str, &[u8])> = names
        .iter()
        .zip(&texts)
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    let run = read(&files, &["."]);
    assert_eq!(run.status, Some(0), "{}", run.err);
    let expected: Vec<String> = names.iter().map(|name| format!("./{name}")).collect();
    assert_eq!(run.sources(), expected);
    assert!(
        run.err.contains("batch: 200 documents, 0 failed; "),
        "{}",
        run.err
    );
}

#[test]
fn what_is_not_read_is_named() {
    let run = read(
        &[
            ("a.txt", NUMBER),
            ("b.png", b"x"),
            ("c.png", b"x"),
            ("d", b"x"),
        ],
        &["."],
    );
    assert_eq!(run.status, Some(0));
    assert_eq!(run.sources(), ["./a.txt"]);
    for said in [
        "batch: ./b.png, ./c.png: skipped, of no kind that is read",
        "batch: ./d: skipped, of no kind that is read",
        "1 document, 0 failed; 3 files skipped",
    ] {
        assert!(run.err.contains(said), "{said} is not in\n{}", run.err);
    }
}

#[test]
fn quiet_is_quiet_and_still_tells_errors() {
    let run = read(
        &[("a.txt", NUMBER), ("b.png", b"x"), ("c.pdf", b"%PDF-1.4")],
        &[".", "-q"],
    );
    assert_eq!(run.status, Some(1));
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    assert!(run.err.starts_with("batch: ./c.pdf: a PDF"), "{}", run.err);
}

#[test]
fn an_empty_folder_is_said() {
    let run = read(&[], &["."]);
    assert_eq!((run.status, run.out.as_str()), (Some(0), ""));
    assert!(
        run.err.contains("batch: .: no file to read in this folder"),
        "{}",
        run.err
    );
}

#[test]
fn an_empty_file_is_an_empty_document() {
    let run = read(&[("a.txt", b""), ("b.html", b"")], &["."]);
    assert_eq!(run.status, Some(0));
    assert_eq!(run.documents().len(), 2);
    assert!(
        run.documents()[0]
            .get("numbers")
            .is_none_or(|all| all == &serde_json::json!([]))
    );
}

#[test]
fn errors_name_their_file_and_cost_no_other() {
    let cases: &[(&str, &[u8], &str)] = &[
        ("b.txt", b"Ngh\xff", "byte 3 is not UTF-8"),
        (
            "c.doc",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            "soffice --headless --convert-to docx",
        ),
        ("d.pdf", b"%PDF-1.7", "pdftotext -layout"),
        ("e.docx", b"PK\x03\x04 and no more", "not a whole DOCX file"),
        ("f.docx", b"no archive at all", "not a whole DOCX file"),
        ("g.txt", b"%PDF-1.7 under a false name", "pdftotext -layout"),
        ("h.rtf", b"{\\rtf1}", "an RTF file"),
        (
            "i.jsonl",
            b"{\"text\": 7}",
            "i.jsonl:1: the record's field \"text\" holds no text",
        ),
        (
            "j.jsonl",
            b"{\"body\": \"\"}",
            "j.jsonl:1: the record has no field \"text\"",
        ),
        ("k.jsonl", b"[1]", "k.jsonl:1: no JSON object"),
        (
            "l.jsonl",
            b"{\"text\": \"a",
            "l.jsonl:1: no JSON record: EOF",
        ),
    ];
    let mut files = vec![("a.txt", NUMBER), ("z.txt", NUMBER)];
    files.extend(cases.iter().map(|&(name, bytes, _)| (name, bytes)));
    let run = read(&files, &[".", "no-such-file.txt", "no-such-*.txt"]);
    assert_eq!(run.status, Some(1));
    assert_eq!(run.sources(), ["./a.txt", "./z.txt"]);
    for (name, _, said) in cases {
        let told = run
            .err
            .lines()
            .any(|line| line.contains(name) && line.contains(said));
        assert!(told, "{name}: {said} is not in\n{}", run.err);
    }
    for said in [
        "batch: no-such-file.txt: No such file",
        "batch: no-such-*.txt: no file matches",
        "2 documents, 13 failed: 2 unreadable, 1 in no known charset, 4 in a format that is not read, \
         6 damaged",
    ] {
        assert!(run.err.contains(said), "{said} is not in\n{}", run.err);
    }
}

#[test]
fn globs_and_filters() {
    let files: &[(&str, &[u8])] = &[
        ("2020/a.txt", NUMBER),
        ("2020/b.md", NUMBER),
        ("2021/deep/c.txt", NUMBER),
        ("2021/d.log", NUMBER),
    ];
    let cases: &[(&[&str], &[&str])] = &[
        (&["*/*.txt"], &["2020/a.txt"]),
        (&["**/*.txt"], &["2020/a.txt", "2021/deep/c.txt"]),
        (&["2021/**/[a-c].txt"], &["2021/deep/c.txt"]),
        // A file that is asked for is read whatever its ending.
        (&["2021/*.log"], &["2021/d.log"]),
        (&[".", "--include", "*.md"], &["2020/b.md"]),
        (&[".", "--exclude", "2020/**"], &["2021/deep/c.txt"]),
        (
            &[".", "--exclude", "deep"],
            &["2020/a.txt", "2020/b.md", "2021/deep/c.txt"],
        ),
    ];
    for (arguments, expected) in cases {
        let run = read(files, arguments);
        let sources = run.sources();
        let sources: Vec<&str> = sources
            .iter()
            .map(|source| source.strip_prefix("./").unwrap_or(source))
            .collect();
        assert_eq!(&sources, expected, "{arguments:?}: {}", run.err);
    }
}

#[test]
fn wrong_usage_is_status_2() {
    let cases: &[(&[&str], &str)] = &[
        (&[], "required arguments were not provided"),
        (&[".", "--format", "xml"], "invalid value 'xml'"),
        (
            &[".", "--select", "nubmers"],
            "no part \"nubmers\"; there are identity, header",
        ),
        (
            &[".", "--format", "csv"],
            "name a folder with --out, or one table with --select",
        ),
        (
            &[".", "--format", "csv", "--select", "header"],
            "no part \"header\"; there are numbers",
        ),
        (&[".", "--resume"], "--out"),
        (
            &[".", "--resume", "--out", "x", "--format", "ics"],
            "--resume needs --format jsonl or csv",
        ),
        (&[".", "--jobs", "0"], "invalid value '0'"),
        (&[".", "--reference-date", "31/02/2020"], "--reference-date"),
        (&["-", "-"], "standard input (-) can be read once only"),
        (&[".", "--include", "[a"], "[a"),
    ];
    for (arguments, said) in cases {
        let folder = folder(&[]);
        let run = run(folder.path(), arguments);
        assert_eq!(run.status, Some(2), "{arguments:?}: {}", run.err);
        assert!(
            run.err.contains(said),
            "{arguments:?}: {said} is not in\n{}",
            run.err
        );
        assert_eq!(run.out, "");
    }
}

#[test]
fn records_of_a_file_by_line_and_by_their_own_name() {
    let lines =
        "{\"id\": 7, \"body\": \"Nghị quyết số 52-NQ/TW\"}\n\n{\"id\": \"x\", \"body\": \"\"}\r\n";
    let files: &[(&str, &[u8])] = &[("a.jsonl", lines.as_bytes())];
    let run = read(files, &["a.jsonl", "--text-field", "body"]);
    assert_eq!(run.sources(), ["a.jsonl:1", "a.jsonl:3"], "{}", run.err);
    assert_eq!(run.documents()[0]["numbers"][0]["canonical"], "52-NQ/TW");
    let run = read(
        files,
        &["a.jsonl", "--text-field", "body", "--id-field", "id"],
    );
    assert_eq!(run.sources(), ["7", "x"]);
    let run = read(
        files,
        &["a.jsonl", "--text-field", "body", "--id-field", "name"],
    );
    assert_eq!(run.status, Some(1));
    assert!(
        run.err
            .contains("a.jsonl:3: the record has no text or number in its field \"name\"")
    );
}
