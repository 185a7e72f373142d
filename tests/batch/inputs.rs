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
    // As on standard input: every line is a record.
    let said = "a.jsonl:2: an empty line, no JSON record";
    assert_eq!(run.status, Some(1));
    assert!(run.err.contains(said), "{}", run.err);
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

#[test]
fn records_in_utf16_and_in_old_charsets() {
    let text = "{\"text\": \"số 52-NQ/TW Ċ\u{0A0A}\u{0D0A}\"}\r\n{\"text\": \"số 72-NQ/TW\"}\n\n{\"text\": \"số 5/QĐ-BTP\"}";
    let units = |to: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{FEFF}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(to)
            .collect()
    };
    // `Quyết định số 5/QĐ-BTP của Bộ trưởng` in TCVN3.
    let old = b"{\"text\": \"Quy\xD5t \xAE\xDEnh s\xE8 5/Q\xA7-BTP c\xF1a B\xE9 tr\xAD\xEBng\"}\n";
    let files: &[(&str, &[u8])] = &[
        ("a.jsonl", &units(u16::to_le_bytes)),
        ("b.jsonl", &units(u16::to_be_bytes)),
        ("c.jsonl", old),
    ];
    let read = read(files, &["."]);
    let found: Vec<(String, String)> = read
        .documents()
        .iter()
        .map(|document| {
            let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
            (
                text(&document["source"]),
                text(&document["numbers"][0]["canonical"]),
            )
        })
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (&**a, &**b)).collect();
    assert_eq!(
        found,
        [
            ("./a.jsonl:1", "52-NQ/TW"),
            ("./a.jsonl:2", "72-NQ/TW"),
            ("./a.jsonl:4", "5/QĐ-BTP"),
            ("./b.jsonl:1", "52-NQ/TW"),
            ("./b.jsonl:2", "72-NQ/TW"),
            ("./b.jsonl:4", "5/QĐ-BTP"),
            ("./c.jsonl:1", "5/QĐ-BTP"),
        ],
        "{}",
        read.err
    );
    assert!(
        read.err.contains("./b.jsonl:3: an empty line"),
        "{}",
        read.err
    );
    assert!(
        read.err.contains("./a.jsonl:1: read as UTF-16LE"),
        "{}",
        read.err
    );
    assert!(
        read.err.contains("./c.jsonl:1: read as TCVN3"),
        "{}",
        read.err
    );
}

#[test]
fn what_decodes_and_is_no_text() {
    let page = "Nghị quyết số 52-NQ/TW\n";
    let wide = |to: fn(u32) -> [u8; 4]| -> Vec<u8> {
        "\u{FEFF}"
            .chars()
            .chain(page.chars())
            .flat_map(|c| to(u32::from(c)))
            .collect()
    };
    let rows: &[(&[u8], Option<&str>)] = &[
        (
            &wide(u32::to_le_bytes),
            Some("U+0000 at character 0: no text, or one in UTF-32"),
        ),
        (&wide(u32::to_be_bytes), Some("in no known charset")),
        (&[0; 512], Some("U+0000 at character 0")),
        (
            &[page.as_bytes(), &[0; 9]].concat(),
            Some("U+0000 at character 23"),
        ),
        (b"a.txt\0\0\0\x000644\0", Some("U+0000 at character 5")),
        (b"PK\x05\x06\0\0\0\0", Some("U+0000 at character 4")),
        (b"\x01\x02\x03abc", Some("3 of 6 characters are in no text")),
        (
            "\u{E000}\u{F123}x".as_bytes(),
            Some("2 of 3 characters are in no text"),
        ),
        (
            "\u{FFFE}\u{10FFFF}".as_bytes(),
            Some("2 of 2 characters are in no text"),
        ),
        // One odd character, or the bullets of a Word font, are no reason.
        (&[page.as_bytes(), b"\x0c\x1b \xEF\x82\xB7"].concat(), None),
        (b"", None),
        (b"\xEF\xBB\xBF", None),
    ];
    for (bytes, wrong) in rows {
        let read = |more: &[&str]| read(&[("a.txt", bytes)], &[&["a.txt"], more].concat());
        let run = read(&[]);
        assert_eq!(
            run.status,
            Some(wrong.map_or(0, |_| 1)),
            "{wrong:?}: {}",
            run.err
        );
        assert!(
            run.err.contains(wrong.unwrap_or("1 document")),
            "{wrong:?}: {}",
            run.err
        );
        assert_eq!(read(&["--lossy"]).sources(), ["a.txt"], "{wrong:?}");
    }
}

#[test]
fn a_file_that_two_paths_name_is_read_once() {
    let files: &[(&str, &[u8])] = &[
        ("x/a.txt", NUMBER),
        ("x/b.txt", NUMBER),
        ("x/y/c.txt", NUMBER),
        ("x/r.jsonl", b"{\"text\": \"\"}\n"),
    ];
    let all = ["x/a.txt", "x/b.txt", "x/r.jsonl:1", "x/y/c.txt"];
    for (arguments, expected) in [
        (&["x", "x"][..], &all[..]),
        (&["x", "x/a.txt", "./x/y/../b.txt", "x/r.jsonl"], &all),
        (
            &["x/y/c.txt", "x/b.txt", "x"],
            &["x/y/c.txt", "x/b.txt", "x/a.txt", "x/r.jsonl:1"],
        ),
        (&["x/*.txt", "x/[ab].txt"], &["x/a.txt", "x/b.txt"]),
        (&["x/a.txt", "x/a.txt"], &["x/a.txt"]),
    ] {
        let run = read(files, arguments);
        assert_eq!(run.status, Some(0), "{arguments:?}: {}", run.err);
        assert_eq!(run.sources(), expected, "{arguments:?}");
        assert!(
            run.err.contains("named already"),
            "{arguments:?}: {}",
            run.err
        );
    }
}
