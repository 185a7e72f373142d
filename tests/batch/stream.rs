//! Standard input as a stream of records: a filter under a pipe.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use super::tool::{batch, binary, documents, finish};

#[test]
fn each_line_is_answered_before_the_next_is_sent() {
    let mut child = Command::new(binary("batch"))
        .args(["-", "--format", "jsonl", "--jobs", "2", "-q"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    for serial in 1..=50 {
        writeln!(to, "{{\"text\": \"Quyết định số {serial}/QĐ-TTg\"}}").unwrap();
        to.flush().unwrap();
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        let document = &documents(&line)[0];
        assert_eq!(document["source"], format!("-:{serial}"));
        assert_eq!(document["numbers"][0]["serial"], serial.to_string());
    }
    drop(to);
    assert!(child.wait().unwrap().success());
}

#[test]
fn as_many_lines_come_out_as_go_in() {
    let lines = "{\"text\": \"a\"}\n\nnot JSON\n{\"text\": null}\n\u{FEFF}{\"text\": \"b\"}\n{\"text\": \"c\"}";
    let run = finish(batch().args(["-", "--format", "jsonl"]).write_stdin(lines));
    assert_eq!(run.status, Some(1));
    let documents = run.documents();
    let told: Vec<(&str, Option<&str>)> = documents
        .iter()
        .map(|line| (line["source"].as_str().unwrap(), line["error"].as_str()))
        .collect();
    assert_eq!(told.len(), 6);
    assert_eq!(told[0], ("-:1", None));
    assert_eq!(told[1], ("-:2", Some("an empty line, no JSON record")));
    assert!(
        told[2]
            .1
            .unwrap()
            .starts_with("no JSON record: expected ident"),
        "{told:?}"
    );
    assert_eq!(
        told[3],
        ("-:4", Some("the record's field \"text\" holds no text"))
    );
    assert_eq!((told[4], told[5]), (("-:5", None), ("-:6", None)));
    assert!(run.err.contains("batch: -:2: an empty line"), "{}", run.err);
}

#[test]
fn nothing_in_nothing_out() {
    let run = finish(batch().args(["-", "--format", "jsonl"]).write_stdin(""));
    assert_eq!((run.status, run.out.as_str()), (Some(0), ""));
}

#[test]
fn a_huge_line_is_a_line() {
    let text = "Quyết định số 242/QĐ-TTg; ".repeat(40_000);
    let lines = format!("{{\"text\": \"{text}\"}}\n{{\"text\": \"52-NQ/TW\"}}\n");
    let run = finish(
        batch()
            .args(["-", "--format", "jsonl", "--select", "numbers", "-q"])
            .write_stdin(lines),
    );
    let documents = run.documents();
    assert_eq!(documents[0]["numbers"].as_array().unwrap().len(), 40_000);
    assert_eq!(documents[1]["numbers"][0]["canonical"], "52-NQ/TW");
}
