//! What holds for every input, asked of random text and of what once broke a promise.

#[path = "common/promises.rs"]
mod promises;

use once_cell::sync::Lazy;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Signs and words that official text turns on, traps among them.
const SIGNS: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\x0c",
    "\0",
    "\u{85}",
    "\u{2028}",
    "\u{301}",
    "e\u{301}\u{302}",
    ":",
    ";",
    ".",
    ", ",
    "./.",
    "(",
    ")",
    "[",
    "]",
    "“",
    "”",
    "\"",
    "'",
    "«",
    "»",
    "-",
    "–",
    "−",
    "/",
    "|",
    "| ",
    " |\n",
    "|---|---|\n",
    "*",
    "**",
    "_",
    "#",
    "## ",
    "> ",
    "`",
    "&amp;",
    "<br>",
    "[1]",
    "¹",
    "²",
    "1",
    "20",
    "5",
    "0",
    "a",
    "Ⅳ",
    "🙂",
    "1. ",
    "2) ",
    "(3) ",
    "a) ",
    "đ) ",
    "- ",
    "+ ",
    "I. ",
    "1.2. ",
    "\n1. ",
    "\na) ",
    "\n- ",
    "\n+ ",
    "Thứ nhất, ",
    "Điều 1. ",
    "\nĐiều 2. ",
    "Chương I\n",
    "PHỤ LỤC\n",
    " của ",
    " về việc ",
    " và ",
    "số ",
    " ngày ",
    "như sau: ",
    "như sau:\n",
    "gồm:\n",
    "này",
    "nêu trên",
    "(sau đây gọi là ",
    "N\u{d0}-СР",
    "TT-\nBTC",
    "https://x.vn/nghi-dinh-15-2020-nd-cp",
    "52-NQ/TW",
    "15/2020/NĐ-CP",
    "43/2024/QH15",
    "27/9/2019",
    "31/02/2020",
    "khoản 2 ",
    "Điều 5 ",
    "công nghệ thông tin (CNTT)",
];

/// The cells of the tables and the words of the fixtures: what a text may be made of.
static PIECES: Lazy<Vec<String>> = Lazy::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pieces = std::collections::BTreeSet::new();
    for (folder, extension) in [("src/tables", "tsv"), ("fixtures", "txt")] {
        for entry in std::fs::read_dir(root.join(folder)).expect("a folder of the project") {
            let path = entry.expect("a folder entry").path();
            if path.extension().is_none_or(|found| found != extension) {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a text");
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let cells = line.split(['\t', ';', ',', ':', '(']);
                pieces.extend(cells.filter(|cell| cell.len() < 120).map(str::to_owned));
            }
        }
    }
    pieces.remove("");
    pieces.into_iter().collect()
});

/// Strings of pieces and signs, pieces now and then cut.
fn official() -> impl Strategy<Value = String> {
    let piece = (any::<Index>(), any::<Index>(), 0..4u8).prop_map(|(which, cut, how)| {
        let piece = which.get(&PIECES[..]).as_str();
        let ends: Vec<usize> = piece.char_indices().map(|(at, _)| at).collect();
        match how {
            0 => piece[..*cut.get(&ends)].to_owned(),
            1 => piece[*cut.get(&ends)..].to_owned(),
            _ => piece.to_owned(),
        }
    });
    let sign = select(SIGNS).prop_map(str::to_owned);
    let part =
        prop_oneof![2 => piece, 3 => sign.clone(), 1 => sign.prop_map(|sign| sign.repeat(3))];
    prop::collection::vec(part, 0..50).prop_map(|parts| parts.concat())
}

/// The JSON pointers of everything within `json`.
fn pointers(json: &serde_json::Value, at: String, places: &mut Vec<String>) {
    let below: Vec<(String, &serde_json::Value)> = match json {
        serde_json::Value::Array(values) => {
            let numbered = values.iter().enumerate();
            numbered.map(|(i, value)| (i.to_string(), value)).collect()
        }
        serde_json::Value::Object(map) => map
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        _ => Vec::new(),
    };
    for (key, value) in below {
        let at = format!("{at}/{key}");
        places.push(at.clone());
        pointers(value, at, places);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string(source in any::<String>()) {
        promises::document(&source);
        promises::normalized(&source);
        promises::spelled(&source);
        promises::parsers(&source);
    }

    #[test]
    fn any_official_looking_string(source in official()) {
        promises::document(&source);
        promises::normalized(&source);
        promises::spelled(&source);
        promises::parsers(&source);
    }

    /// The JSON of a document, one of its values in the place of another.
    #[test]
    fn any_json_that_looks_like_a_document(source in official(), from: Index, to: Index) {
        let mut json = serde_json::to_value(vanban::extract(&source)).expect("a document is JSON");
        let mut places = Vec::new();
        pointers(&json, String::new(), &mut places);
        if !places.is_empty() {
            let value = json.pointer(&places[from.index(places.len())]).cloned();
            *json.pointer_mut(&places[to.index(places.len())]).expect("a place") = value.expect("a value");
        }
        promises::deserialized(&json.to_string());
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        promises::decoded(&bytes);
    }

    #[test]
    fn any_act_on_any_act(base in official(), act in official()) {
        promises::applied(&base, &act);
        promises::applied(&base, "");
    }
}

/// Every character that canonical composition changes, or that changes with the one before it, behind
/// letters and marks of every kind.
#[test]
fn every_character_that_composes() {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::canonical_combining_class;

    let composes = |c: &char| canonical_combining_class(*c) != 0 || c.nfd().ne([*c]);
    let korean = |c: &char| matches!(c, '\u{AC01}'..='\u{D7A3}');
    let mut source = String::new();
    for c in ('\u{80}'..=char::MAX)
        .filter(composes)
        .filter(|c| !korean(c))
    {
        for before in [
            "",
            "e",
            "ơ\u{323}",
            "\u{f72}",
            "\u{f40}\u{f74}\u{f71}",
            "\u{5d0}\u{200d}",
            "\u{1100}",
        ] {
            for behind in ["", "\u{301}", "\u{f71}"] {
                source.clear();
                source.push_str(before);
                source.push(c);
                source.push_str(behind);
                promises::normalized(&source);
            }
        }
    }
}

#[test]
fn hostile_lengths() {
    for sign in SIGNS {
        promises::document(&sign.repeat(1_000));
    }
}

/// What broke a promise once, made as short as it goes.
const FINDS: &[&str] = &[
    // A panic: a law's short name over a line end.
    "Bộ luật Dân sự năm 2015 (sau đây gọi tắt là Bộ\nluật Dân sự) quy định.",
    // Two lists over one stretch.
    "Hồ sơ gồm: đơn; 1- Đơn;\n2- Giấy.",
    "Các việc: a) Hồ sơ gồm:\n1- Đơn;\n2- Giấy;\nb) Khác.",
    // Two citations over one stretch.
    "số6/TT 9/TT",
    "2HD/TWngày8-2-22của Ban T Chương trình 0CTr/",
    // A number that reads otherwise without the words before it.
    "Chương trình số2-Ct",
    // A kind that a footnote made an issuer.
    "Thông tư số 38 /2015/ TT1 quy định",
    // A wrapped item with a running head set into it.
    "Số: 19 tháng 11 năm 2022 của Chính phủ quy định chà các quy chuẩn có\n14\tCÔNG BÁO/Số 903 + 904/Ngày 09-8-2iệm \
     vụ sau đâyQuy định:\nc) Đề xuất giải pháp bảo mật theo TCVN ISO/IEC 27001:2019 và các quy chuẩn có\n\
     1t\tCÔNG BÁO/Số 903 + 904/Ngày 09-8-2025\nliên quan đến hạ tầng lưu trữ;\nd) Tổ c",
    // A range that ends before it starts.
    "từ ngày 01 tháng 12 đến 30 tháng 11",
    // The words that turn to the next one begin the task.
    "giao Sở Y tế kiểm tra, đồng thời đề nghị Công an tỉnh, giao Sở Y tế kiểm tra, đồng thời đề nghị Công an tỉnh, ",
    // A scar before a sign that is composed to a letter.
    "tran¬\u{2126}",
    "tran¬\u{2126}\u{14} 5",
    "tran¬\u{212A}",
    "\u{212B}¬n",
    // A look-alike with a tone, a shape, and a variation selector behind them.
    "D\u{3bf}\u{303}\u{302}\u{fe03}",
    "m\u{3bf}\u{323}\u{302}\u{fe0f}t",
];

/// The same for parsers of whole strings.
#[rustfmt::skip]
const PARSED: &[&str] = &[
    "2021.706/QĐ-UBND", "140/NQ-CP2; DROP", "4/VBHN9", "6/CP9", "5/2020/NĐCP&amp;1", "khoản2;Điều1",
    "1LTT/T/T/T/T/T", ")6/L", "(số 8TT", "K0-0A", ")số 1/UC", "Điều0T22805-6", "“", "khoản5-0", "(TT-", "P65535D", "P0D", "24:00", "24:01", "2020-39", "XXXX-XX-31",
    "0/SL-TU3", "mục O-I1", "04;2021(/BXD", "Số: Số'09/CT08Tg",
    "gạch đầu dòng05", "K2điểm b khoản 3 Đ1111", "12rBTT6 ) 2026 )'2020/NNQ7_HĐND",
];

#[test]
fn what_broke_a_promise_keeps_it() {
    for find in FINDS {
        promises::document(find);
        promises::normalized(find);
    }
    for find in PARSED {
        promises::parsers(find);
        promises::document(find);
    }
    // A block of sixty-four bytes and one more, which nobody looked at.
    for length in 0..200 {
        promises::normalized(&("a".repeat(length) + "\r"));
        promises::normalized(&("a".repeat(length) + "\x1d"));
    }
    promises::normalized("a−\u{200d}b");
}

#[test]
fn values_that_contradict_themselves_are_refused() {
    use vanban::date::{PartialDate, Period, Unit};

    assert_eq!(PartialDate::new_half(Some(2020), 255), None);
    assert_eq!(PartialDate::new_quarter(Some(2020), 250), None);
    assert_eq!(PartialDate::new_month(None, 13), None);
    assert!(Period::new(30_000, Unit::Quarter).is_none());
    assert!(vanban::Span::try_from((9, 3)).is_err());
    for json in [
        r#"{"schema":2,"numbers":[{"span":[9,3],"text":"a","canonical":"1/QĐ-BTP"}]}"#,
        r#"{"schema":2,"numbers":[{"span":[0,1],"text":"a","canonical":"1/QĐ-BTP2; DROP"}]}"#,
        r#"{"schema":1}"#,
    ] {
        assert!(
            serde_json::from_str::<vanban::Document<'_>>(json).is_err(),
            "{json}"
        );
    }
}
