//! What the README says of inputs and outputs holds. Its code is run as a doctest, its commands by `.ci/run`.

use serde_json::Value;

const README: &str = include_str!("../README.md");

/// The rows of the tables whose first line begins with `head`, each with its cells; `⏎` is a line end.
fn rows_of_table(head: &str) -> Vec<Vec<String>> {
    let table = README.lines().skip_while(|line| !line.starts_with(head));
    let rows = table.skip(2).take_while(|line| line.starts_with('|'));
    let cells = |row: &str| {
        let cells = row.trim_matches('|').split('|');
        cells.map(|cell| cell.trim().replace('⏎', "\n")).collect()
    };
    rows.map(cells).collect()
}

/// A form as it is handed in: what stands between backticks.
fn form(cell: &str) -> &str {
    cell.trim_matches('`')
}

fn extract(page: &str) -> Value {
    serde_json::to_value(vanban::extract(page)).expect("a document is JSON")
}

/// What the library says of each form of the README: a path into the document's JSON, and what is there.
#[rustfmt::skip]
const SAID: &[(&str, &[(&str, &str)])] = &[
    // Why not a regex?
    ("Nghị quyết số 52-NQ/TW", &[("/numbers/0/canonical", "52-NQ/TW"), ("/numbers/0/kind", "NQ"), ("/numbers/0/notation", "party")]),
    ("05/2024/TT-\nBLĐTBXH", &[("/numbers/0/canonical", "05/2024/TT-BLĐTBXH"), ("/numbers/0/text", "05/2024/TT-\nBLĐTBXH"), ("/numbers/0/warnings", "")]),
    ("40/2026/NĐ-СР", &[("/numbers/0/canonical", "40/2026/NĐ-CP"), ("/repairs/0/kind", "look_alike")]),
    ("nhà số 12/8 đường Lê Lợi", &[("/numbers", ""), ("/dates", "")]),
    ("ngày 1/7 - Bộ Y tế", &[("/numbers", ""), ("/dates/0/edtf", "XXXX-07-01"), ("/bodies/0/name", "Bộ Y tế")]),
    // What it finds.
    ("15/2020/NĐ-CP", &[("/numbers/0/kind", "NĐ"), ("/numbers/0/issuers/0", "CP"), ("/numbers/0/year", "2020")]),
    ("242/QĐ-TTg", &[("/numbers/0/kind", "QĐ"), ("/numbers/0/issuers/0", "TTg")]),
    ("10-Ctr/BCS", &[("/numbers/0/canonical", "10-CTr/BCS"), ("/numbers/0/kind", "CTr")]),
    ("4698/BNV-CCVC", &[("/numbers/0/issuers/0", "BNV"), ("/numbers/0/units/0", "CCVC")]),
    ("85/2016/TTLT-BQP-BYT-BTC", &[("/numbers/0/issuers/2", "BTC"), ("/numbers/0/issuers/3", "")]),
    ("ngày 14/05/2020", &[("/dates/0/edtf", "2020-05-14")]),
    ("Sáng 12/8", &[("/dates/0/edtf", "XXXX-08-12")]),
    ("quý IV/2020", &[("/dates/0/edtf", "2020-36")]),
    ("từ năm 2018 đến hết năm 2022", &[("/dates/0/edtf", "2018/2022")]),
    ("Ban Cán sự đảng Bộ Tư pháp", &[("/bodies/0/name", "Ban cán sự đảng Bộ Tư pháp"), ("/bodies/0/code", "BCS")]),
    ("Sở Tư pháp tỉnh Sơn La", &[("/bodies/0/text", "Sở Tư pháp tỉnh Sơn La"), ("/bodies/0/place", "Sơn La")]),
    ("Bộ trưởng Bộ Tư pháp", &[("/bodies/0/code", "BTP"), ("/bodies/0/holder", "Bộ trưởng")]),
    ("Quyết định số 471/QĐ-TTg ngày 26/4/2019 của Thủ tướng Chính phủ", &[("/citations/0/kind", "Quyết định"), ("/citations/0/number", "471/QĐ-TTg"), ("/citations/0/date/edtf", "2019-04-26"), ("/citations/0/issuers/0/name", "Thủ tướng Chính phủ")]),
    ("các điểm e, h khoản 3 Điều 12", &[("/provisions/0/targets/0/point", "e"), ("/provisions/0/targets/1/point", "h"), ("/provisions/0/targets/1/article", "12")]),
];

#[test]
fn every_form_of_the_tables_is_read_as_it_says() {
    let mut wrong = String::new();
    for (form, said) in SAID {
        let json = extract(form);
        for (path, expected) in *said {
            let got = match json.pointer(path) {
                None => String::new(),
                Some(Value::String(text)) => text.clone(),
                Some(other) => other.to_string(),
            };
            if got != *expected {
                wrong += &format!("{form:?} {path}: {got:?}, not {expected:?}\n");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A row that is added to the README is added above, but for forms that mean nothing without their page.
#[test]
fn every_row_is_tried() {
    let of_regex = rows_of_table("| input |")
        .into_iter()
        .map(|mut row| row.remove(0));
    let of_finds = rows_of_table("| what | a real form |")
        .into_iter()
        .map(|mut row| row.remove(1));
    let forms: Vec<String> = of_regex.chain(of_finds).collect();
    assert!(forms.len() > 20, "{forms:?}");
    let tried = |cell: &String| SAID.iter().any(|(said, _)| *said == form(cell));
    let untried: Vec<&str> = forms
        .iter()
        .filter(|cell| !tried(cell))
        .map(|cell| form(cell))
        .collect();
    let of_a_page = [
        "hai Nghị quyết nêu trên",
        "sửa đổi, bổ sung một số điều của Luật …",
        "“Điều 7a. …”` in an amending law",
        "công nghệ thông tin (CNTT)",
        "07 nhóm nhiệm vụ như sau: 1. … 2. …",
        "Cục KHTC chủ trì, phối hợp với Vụ PBGDPL",
    ];
    assert_eq!(untried, of_a_page);
    for (form, _) in SAID {
        assert!(
            forms.iter().any(|cell| self::form(cell) == *form),
            "{form:?} is not in the README"
        );
    }
}

/// The lines below the first example are what it prints.
#[test]
fn the_first_example_prints_what_it_says() {
    let between = |text: &'static str, from: &str, to: &str| {
        let start = text.find(from).unwrap_or_else(|| panic!("no {from:?}")) + from.len();
        &text[start
            ..start
                + text[start..]
                    .find(to)
                    .unwrap_or_else(|| panic!("no {to:?}"))]
    };
    let page = between(README, "let page = \"", "\";\n");
    let page: String = page.split("\\\n").map(str::trim_start).collect();
    let document = vanban::extract(&page);
    let citations = document.citations.iter().map(|citation| {
        let known = &citation.value.resolved;
        let date = known.date.map(|date| date.to_string());
        format!("{} {date:?} {:?}\n", citation.text, known.issuers)
    });
    let assignments = document.assignments.iter().map(|assignment| {
        format!(
            "{:?} with {:?}\n",
            assignment.value.leads, assignment.value.partners
        )
    });
    let printed: String = citations.chain(assignments).collect();
    assert_eq!(between(README, "```text\n", "```"), printed);
}
