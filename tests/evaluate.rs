//! The `evaluate` example as a program.

use assert_cmd::Command;
use tempfile::TempDir;

#[allow(dead_code)]
#[path = "batch/tool.rs"]
mod tool;

use tool::{PAGE, Run, binary, finish};

fn evaluate(folder: &TempDir, arguments: &[&str]) -> Run {
    let mut command = Command::new(binary("evaluate"));
    command.timeout(std::time::Duration::from_secs(60));
    finish(command.current_dir(folder).args(arguments))
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    tool::folder(&files)
}

/// What a run in `folder` prints.
fn printed(folder: &TempDir, arguments: &[&str]) -> String {
    let run = evaluate(folder, arguments);
    assert_eq!(run.status, Some(0), "{arguments:?}: {}", run.err);
    run.out
}

const OLD: &str = r#"{"source":"a.txt","numbers":[{"span":[0,4],"text":"1/CP","kind":null},{"span":[9,13],"text":"2/CP"}],"dates":[]}
{"source":"b.txt","numbers":[]}
"#;
const NEW: &str = r#"{"source":"a.txt","schema":2,"numbers":[{"span":[1,5],"text":"1/CP"},{"span":[9,13],"text":"2/CP","kind":"NĐ"}],"dates":[{"span":[20,24],"text":"12/8\u001b[2J"}]}
{"source":"c.txt","numbers":[]}
"#;

#[test]
fn runs_are_compared() {
    let folder = folder(&[("old.jsonl", OLD), ("new.jsonl", NEW)]);
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
    let folder = folder(&[("old.jsonl", &moved), ("new.jsonl", NEW)]);
    let page = printed(&folder, &["compare", "old.jsonl", "new.jsonl"]);
    assert!(page.contains("2 documents compared"), "{page}");
    assert!(!page.contains("only in"), "{page}");
}

#[test]
fn texts_and_runs_are_printed_alike() {
    let text = "Nghị quyết số 52-NQ/TW";
    let corpus = "{\"id\":\"a.txt\",\"text\":\"Nghị quyết số 52-NQ/TW\"}\n";
    let folder = folder(&[("a.txt", text), ("a.jsonl", corpus)]);
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
    let folder = folder(&[("a.txt", "Nghị quyết số 52-NQ/TW"), ("b.txt", "52-NQ/TW")]);
    let finds = printed(&folder, &["finds", "a.txt"]);
    // One find that is not there is expected.
    let expected = finds.replace("numbers\n", "numbers\n  0..4 ⟦1/CP⟧ canonical=1/CP\n");
    std::fs::write(folder.path().join("a.finds"), expected).unwrap();
    let page = printed(&folder, &["score", "."]);
    assert!(page.contains("- 0..4 ⟦1/CP⟧ canonical=1/CP"), "{page}");
    assert!(page.contains("1 documents scored"), "{page}");
    let figures = "numbers                1       0       1    1.0000  0.5000  0.6667";
    assert!(page.contains(figures), "{page}");
    assert!(!page.contains('#'), "{page}");
}

#[test]
fn what_cannot_be_read_is_named_and_costs_no_other() {
    let lines =
        "{}\n{\"numbers\"\n{\"source\": \"x\", \"error\": \"empty\"}\n{\"source\": \"y\"}\n";
    let folder = folder(&[
        ("a.jsonl", lines),
        ("b.pdf", "%PDF-1.4"),
        ("c.png", ""),
        ("d.txt", PAGE),
        ("e.txt", "\0\0"),
        ("f.html", "<p>Nghị quyết số 52-NQ/TW"),
    ]);
    let run = evaluate(&folder, &["finds", ".", "none.txt", "--layer", "numbers"]);
    assert_eq!(run.status, Some(1));
    for said in [
        "evaluate: none.txt: No such file",
        "evaluate: ./a.jsonl:1: neither a page (`text`) nor a document of a run (`source`)",
        "evaluate: ./a.jsonl:2: no JSON record: ",
        "evaluate: ./a.jsonl:3: x failed in that run: empty",
        "evaluate: ./b.pdf: a PDF",
        "evaluate: ./c.png: skipped, of no kind that is read",
        "evaluate: ./e.txt: U+0000 at character 0: no text, or one in UTF-32\n",
    ] {
        assert!(run.err.contains(said), "{said} is not in\n{}", run.err);
    }
    let pages: Vec<&str> = run
        .out
        .lines()
        .filter(|line| line.starts_with('#'))
        .collect();
    assert_eq!(pages, ["# y", "# ./d.txt", "# ./f.html"]);
    assert!(
        run.out.contains("⟦52-NQ/TW⟧ canonical=52-NQ/TW"),
        "{}",
        run.out
    );
    let run = evaluate(&folder, &["score", "d.txt"]);
    assert_eq!(run.status, Some(1));
    for said in [
        "d.txt: not scored, no .finds beside it",
        "d.txt: no page with a .finds beside it",
    ] {
        assert!(run.err.contains(said), "{said} is not in\n{}", run.err);
    }
}

#[test]
#[cfg(unix)]
fn pipes_do_not_hang_it() {
    let folder = folder(&[("a.txt", PAGE), ("b.txt", PAGE)]);
    for pipe in ["pipe.txt", "a.finds"] {
        let made = std::process::Command::new("mkfifo")
            .arg(folder.path().join(pipe))
            .status();
        assert!(made.unwrap().success());
    }
    for (arguments, said) in [
        (["finds", "pipe.txt"], "pipe.txt: no regular file"),
        (["finds", "."], "./pipe.txt: skipped, no regular file"),
        (["score", "."], "./a.finds: no regular file"),
        (["typeset", "pipe.txt"], "pipe.txt: no regular file"),
    ] {
        let run = evaluate(&folder, &arguments);
        assert!(run.err.contains(said), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn labels_are_read_with_care() {
    let rows = [
        (
            "nubmers\n  0..4 ⟦1/CP⟧\n",
            Some(
                "line 1: no layer \"nubmers\"; a find stands two spaces in, and layers are identity, ",
            ),
        ),
        (
            "numbers\n0..4 ⟦1/CP⟧\n",
            Some("line 2: no layer \"0..4 ⟦1/CP⟧\""),
        ),
        (
            "numbers\n 0..4 ⟦1/CP⟧\n",
            Some("line 2: no layer \" 0..4 ⟦1/CP⟧\""),
        ),
        (
            "numbers\n\t0..4 ⟦1/CP⟧\n",
            Some("line 2: no layer \"\\u{9}0..4 ⟦1/CP⟧\""),
        ),
        (
            "  0..4 ⟦1/CP⟧\n",
            Some("line 1: a find, and no layer above it"),
        ),
        ("numbers\n  0..4 ⟦1/CP\n", Some("line 2: ⟦ without ⟧")),
        ("tasks\n", Some("line 1: no layer \"tasks\"")),
        ("numbers\n!-nubmers\n", Some("line 2: no layer \"nubmers\"")),
        (
            "\u{FEFF}# a page\r\n\r\nnumbers\r\n! why\r\n!-  0..4 ⟦1/CP⟧\r\n",
            None,
        ),
        ("", None),
    ];
    for (labels, wrong) in rows {
        let folder = folder(&[
            ("a.txt", "1/CP"),
            ("a.finds", labels),
            ("b.finds", ""),
            ("c.txt", ""),
        ]);
        let run = evaluate(&folder, &["score", "."]);
        assert_eq!(run.status, Some(1), "{labels:?}");
        let alone = "evaluate: ./b.finds: no page beside it";
        let bare = "evaluate: ./c.txt: not scored, no .finds beside it";
        for said in [alone, bare] {
            assert!(run.err.contains(said), "{labels:?}: {}", run.err);
        }
        match wrong {
            Some(wrong) => assert!(
                run.err.contains(&format!("evaluate: ./a.finds: {wrong}")),
                "{labels:?}: {}",
                run.err
            ),
            None => assert!(
                run.out.contains("1 documents scored"),
                "{labels:?}: {}",
                run.err
            ),
        }
    }
}

#[test]
fn documents_of_one_name_are_compared_in_their_order() {
    let line = |number: &str| {
        format!("{{\"source\":\"a\",\"numbers\":[{{\"span\":[0,4],\"text\":\"{number}\"}}]}}\n")
    };
    let old = line("1/CP") + &line("2/CP");
    let new = line("1/CP") + &line("3/CP");
    let folder = folder(&[("old.jsonl", &old), ("new.jsonl", &new)]);
    let page = printed(&folder, &["compare", "old.jsonl", "new.jsonl"]);
    assert!(page.contains("2 documents compared"), "{page}");
    assert!(
        page.contains("~ 0..4 ⟦2/CP⟧") && page.contains("> 0..4 ⟦3/CP⟧"),
        "{page}"
    );
}

#[test]
fn a_report_is_one_page_that_stands_alone() {
    let old = OLD.replace("2/CP", "2/CP</li><script>alert(1)</script>");
    let folder = folder(&[("<b>.jsonl", &old), ("new.jsonl", NEW)]);
    printed(
        &folder,
        &["compare", "<b>.jsonl", "new.jsonl", "--html", "report.html"],
    );
    let page = std::fs::read_to_string(folder.path().join("report.html")).unwrap();
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
