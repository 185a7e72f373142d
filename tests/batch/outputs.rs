//! What is written: the page for people, JSON lines, tables, a calendar; and in which offsets.

use serde_json::Value;

use super::tool::{PAGE, folder, run};

#[test]
fn the_page_is_for_people() {
    let page = "Ngày 27/9/2019, Bộ Chính trị đã ban hành Nghị quyết số 52-NQ/TW.\n\
        Quyết định số 242/QĐ-TTg giao nhiệm vụ sau:\n\
        1. Bộ Tư pháp rà soát văn bản;\n\
        2. Bộ Y tế chủ trì trình đề án trước ngày 30/6/2021;\n\
        3. Bộ Nội vụ chủ trì báo cáo trước ngày 15/5/2021.";
    let folder = folder(&[("tin.md", page.as_bytes())]);
    let run = run(folder.path(), &["tin.md"]);
    assert_eq!(run.status, Some(0));
    for said in [
        "tin.md",
        "Nghị quyết 52-NQ/TW",
        "2019-09-27",
        "Bộ Chính trị",
        "tasks by deadline",
    ] {
        assert!(
            run.out.contains(said),
            "{said} is not on the page:\n{}",
            run.out
        );
    }
    let place = |words: &str| {
        run.out
            .find(words)
            .unwrap_or_else(|| panic!("no {words}:\n{}", run.out))
    };
    assert!(place("2021-05-14") < place("2021-06-29"), "{}", run.out);
    assert!(!run.out.contains('\u{1b}'), "colour where no terminal is");
    assert!(run.err.contains(" MB/s"), "{}", run.err);
}

#[test]
fn colour_when_it_is_asked_for() {
    let folder = folder(&[("a.txt", PAGE.as_bytes())]);
    let run = run(folder.path(), &["a.txt", "--color", "always"]);
    assert!(run.out.contains("\u{1b}[36m"), "{}", run.out);
}

/// All of `a.txt`.
fn run_jsonl(folder: &std::path::Path) -> Value {
    run(folder, &["a.txt", "--format", "jsonl"])
        .documents()
        .remove(0)
}

#[test]
fn only_what_was_selected() {
    let folder = folder(&[("a.txt", PAGE.as_bytes())]);
    let json = run(
        folder.path(),
        &["a.txt", "--format", "jsonl", "--select", "numbers,tasks"],
    );
    let documents = json.documents();
    let keys: Vec<&String> = documents[0].as_object().unwrap().keys().collect();
    for key in keys {
        let parts = ["numbers", "task_lists", "assignments"];
        let known = parts.contains(&key.as_str())
            || ["source", "options", "schema"].contains(&key.as_str());
        assert!(known, "{key} was not selected");
    }
    // Who reads the line must know that the rest was not looked at.
    assert_eq!(
        documents[0]["options"],
        serde_json::json!({"select": ["numbers", "tasks"]})
    );
    assert_eq!(documents[0]["numbers"][0]["canonical"], "242/QĐ-TTg");
    let whole = run_jsonl(folder.path());
    for key in ["numbers", "task_lists", "assignments"] {
        assert_eq!(documents[0].get(key), whole.get(key), "{key}");
    }
    let page = run(folder.path(), &["a.txt", "--select", "dates"]);
    assert!(
        page.out.contains("dates (") && !page.out.contains("bodies ("),
        "{}",
        page.out
    );
}

/// Every span of `value` that stands beside a text.
fn each_place(value: &Value, see: &mut impl FnMut(usize, usize, &str)) {
    match value {
        Value::Array(all) => all.iter().for_each(|value| each_place(value, see)),
        Value::Object(fields) => {
            if let (Some(Value::Array(span)), Some(Value::String(text))) =
                (fields.get("span"), fields.get("text"))
            {
                let end = |i: usize| span[i].as_u64().unwrap() as usize;
                // The span of a list item covers its marker and the lists within it as well.
                if !fields.contains_key("lists") && !fields.contains_key("marker") {
                    see(end(0), end(1), text);
                }
            }
            fields.values().for_each(|value| each_place(value, see));
        }
        _ => {}
    }
}

#[test]
fn offsets_in_bytes_characters_and_utf16() {
    let page = format!(
        "𝑨😀 {PAGE}Ngày 27/9/2019, Bộ Chính trị ban hành Nghị quyết số 52-NQ/TW. 😀 {PAGE}"
    );
    let folder = folder(&[("a.txt", page.as_bytes())]);
    let bytes = page.as_bytes();
    let chars: Vec<char> = page.chars().collect();
    let units: Vec<u16> = page.encode_utf16().collect();
    for unit in ["bytes", "chars", "utf16"] {
        let run = run(
            folder.path(),
            &["a.txt", "--format", "jsonl", "--offsets", unit, "-q"],
        );
        let said = run.documents()[0]["offsets"].clone();
        assert_eq!(said.as_str().unwrap_or("bytes"), unit);
        let mut places = 0;
        each_place(&run.documents()[0], &mut |start, end, text| {
            let there = match unit {
                "bytes" => String::from_utf8(bytes[start..end].to_vec()).unwrap(),
                "chars" => chars[start..end].iter().collect(),
                _ => String::from_utf16(&units[start..end]).unwrap(),
            };
            assert_eq!(there, text, "{unit}");
            places += 1;
        });
        assert!(places > 10, "{unit}: {places} places");
    }
}

#[test]
fn tables_that_any_reader_of_csv_takes() {
    let tricky = "Quyết định số 242/QĐ-TTg giao nhiệm vụ sau:\n1. Bộ Y tế chủ trì trình \"đề án\", dự thảo;\n2. Rà soát.";
    let folder = folder(&[
        ("a, \"b\".txt", tricky.as_bytes()),
        ("c.txt", PAGE.as_bytes()),
    ]);
    let done = run(
        folder.path(),
        &[".", "--format", "csv", "--out", "tables", "-q"],
    );
    assert_eq!(done.status, Some(0), "{}", done.err);
    let table = |name: &str| -> Vec<csv::StringRecord> {
        let path = folder.path().join("tables").join(format!("{name}.csv"));
        csv::Reader::from_path(path)
            .unwrap()
            .records()
            .map(|row| row.unwrap())
            .collect()
    };
    let tasks = table("tasks");
    assert_eq!(&tasks[0][0], "./a, \"b\".txt");
    assert!(
        tasks[0]
            .iter()
            .any(|cell| cell.contains("trình \"đề án\", dự thảo")),
        "{tasks:?}"
    );
    let due: Vec<&str> = tasks
        .iter()
        .map(|row| &row[7])
        .filter(|day| !day.is_empty())
        .collect();
    assert_eq!(due, ["2021-06-29"]);
    let (number, text) = (&table("numbers")[0], tricky);
    let place = number[1].parse().unwrap()..number[2].parse().unwrap();
    assert_eq!((&number[4], &text[place]), ("242/QĐ-TTg", "242/QĐ-TTg"));
    for name in [
        "dates",
        "bodies",
        "citations",
        "relations",
        "amendments",
        "files",
    ] {
        table(name);
    }
    let one = run(
        folder.path(),
        &["c.txt", "--format", "csv", "--select", "numbers", "-q"],
    );
    assert_eq!(
        one.out.lines().next(),
        Some("source,start,end,text,canonical,kind,issuers,year,notation,warnings")
    );
    assert_eq!(one.out.lines().count(), 2);
}

#[test]
fn a_calendar_of_deadlines() {
    let folder = folder(&[("a.txt", PAGE.as_bytes()), ("b.txt", b"")]);
    let run = run(folder.path(), &[".", "--format", "ics", "-q"]);
    assert_eq!(run.status, Some(0));
    let lines: Vec<&str> = run.out.split("\r\n").collect();
    assert_eq!(
        (lines[0], lines[lines.len() - 2]),
        ("BEGIN:VCALENDAR", "END:VCALENDAR")
    );
    assert!(
        lines.iter().all(|line| line.len() <= 75),
        "a line is too long:\n{}",
        run.out
    );
    let whole = run.out.replace("\r\n ", "");
    let events = whole.matches("BEGIN:VEVENT").count();
    assert_eq!((events, whole.matches("END:VEVENT").count()), (1, 1));
    for line in [
        "DTSTART;VALUE=DATE:20210629\r\n",
        "SUMMARY:Bộ Y tế: ",
        "Phối hợp: Bộ Tài chính",
        "Thời hạn: ",
        "\r\nUID:",
        "\r\nDTSTAMP:",
    ] {
        assert!(whole.contains(line), "{line} is not in\n{whole}");
    }
}

#[test]
fn a_day_without_a_year_is_seen_from_the_reference_date() {
    let folder = folder(&[("a.txt", "Sáng 12/8, Bộ Tư pháp họp.".as_bytes())]);
    let dates = |arguments: &[&str]| -> Value {
        let mut all = vec!["a.txt", "--format", "jsonl", "-q"];
        all.extend(arguments);
        run(folder.path(), &all).documents()[0]["dates"][0]["resolved"].clone()
    };
    assert_eq!(dates(&[]), Value::Null);
    assert_eq!(dates(&["--reference-date", "2021-08-20"]), "2021-08-12");
}

#[test]
fn the_text_beside_what_was_found_in_it() {
    let folder = folder(&[("a.jsonl", "{\"text\": \"số 52-NQ/TW\"}".as_bytes())]);
    let run = run(
        folder.path(),
        &["a.jsonl", "--format", "jsonl", "--content", "-q"],
    );
    assert_eq!(run.documents()[0]["content"], "số 52-NQ/TW");
}
