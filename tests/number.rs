//! Document numbers: every notation, every tolerance, and everything that only looks like one.
//!
//! The tables are plain text, one case a line; `⏎` stands for a line end.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

mod common;

use common::{assert_finds, rows};
use proptest::prelude::*;
use vanban::Span;
use vanban::number::{DocumentKind, DocumentNumber, DocumentSystem, Notation, NumberWarning};
use vanban::{Found, number};

fn numbers_in(text: &str) -> Vec<(Span, String)> {
    let found = number::find(text);
    found
        .map(|found| (found.span, found.value.to_string()))
        .collect()
}

fn find(text: &str) -> Vec<Found<'_, DocumentNumber>> {
    number::find(text).collect()
}

/// The lines of a table that are cases, with their line ends put in.
fn cases(table: &str) -> impl Iterator<Item = String> + '_ {
    rows(table).map(|line| line.replace('⏎', "\n"))
}

/// The JSON name of an enum's variant.
fn name<T: std::fmt::Debug>(value: T) -> String {
    let mut name = String::new();
    for c in format!("{value:?}").chars() {
        if c.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(c.to_lowercase());
    }
    name
}

fn list(cell: &str) -> Vec<&str> {
    cell.split(' ').filter(|item| *item != "-").collect()
}

fn parse(text: &str) -> DocumentNumber {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn forms_are_taken_apart() {
    let mut count = 0;
    for line in cases(FORMS) {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [
            form,
            canonical,
            serial,
            suffix,
            year,
            kind,
            issuers,
            units,
            term,
            notation,
            warnings,
        ] = cells[..]
        else {
            panic!("eleven columns: {line}");
        };
        let number = parse(form);
        let optional = |cell: &str| (cell != "-").then(|| cell.to_owned());
        assert_eq!(
            number.to_string(),
            if canonical == "=" { form } else { canonical }
        );
        assert_eq!(number.serial(), serial, "{form}");
        assert_eq!(number.suffix(), optional(suffix).as_deref(), "{form}");
        assert_eq!(
            number.year().map(|year| year.to_string()),
            optional(year),
            "{form}"
        );
        assert_eq!(number.kind(), optional(kind).as_deref(), "{form}");
        assert_eq!(number.issuers(), list(issuers), "{form}");
        assert_eq!(number.units(), list(units), "{form}");
        assert_eq!(
            number.term().map(|term| term.to_string()),
            optional(term),
            "{form}"
        );
        assert_eq!(name(number.notation()), notation, "{form}");
        let have: Vec<String> = number.warnings().iter().map(name).collect();
        assert_eq!(have, list(warnings), "{form}");
        let again = parse(&number.to_string());
        assert_eq!(again, number, "{form}");
        assert_eq!(
            (again.to_string(), again.notation()),
            (number.to_string(), number.notation()),
            "{form}"
        );
        count += 1;
    }
    assert_eq!(count, 261);
}

#[test]
fn forms_are_found_behind_a_label() {
    for line in cases(FORMS) {
        let form = line.split(" | ").next().unwrap();
        // Without an issuer it takes the kind to tell a number from the code of a form.
        let label = if form == "03-HD" {
            "Hướng dẫn số"
        } else {
            "xem số"
        };
        let text = format!("{label} {form}, phần đầu");
        let found = find(&text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].text, form);
        assert_eq!(found[0].value, parse(form));
    }
}

#[test]
fn noise_is_read_through() {
    for line in cases(NOISY) {
        let (noisy, canonical) = line.split_once(" | ").unwrap();
        let number = parse(noisy);
        assert!(
            number.matches(&parse(canonical)),
            "{noisy} is {number}, not {canonical}"
        );
        let again: DocumentNumber = number.to_string().parse().unwrap();
        assert_eq!(again.to_string(), number.to_string(), "{noisy}");
        let text = format!("theo Nghị định số {noisy} ngày");
        let found = find(&text);
        assert_eq!(
            found.iter().map(|found| &*found.text).collect::<Vec<_>>(),
            [noisy]
        );
    }
}

#[test]
fn numbers_are_found_in_sentences() {
    let mut count = 0;
    for row in rows(SENTENCES) {
        assert_finds(row, numbers_in, Clone::clone);
        count += 1;
    }
    assert!(count >= 150, "{count}");
}

#[test]
fn what_is_no_number_stays_quiet() {
    let mut count = 0;
    for line in cases(QUIET).chain(cases(ENGLISH)) {
        let found = find(&line);
        assert!(found.is_empty(), "{line}\n{found:#?}");
        count += 1;
    }
    assert!(count >= 280, "{count}");
}

#[test]
fn warnings_say_what_was_tolerated() {
    use NumberWarning::*;
    for (form, warnings) in [
        ("15/2020/NĐ-CP", vec![]),
        ("15 /2020/NĐ - CP", vec![Spaces]),
        ("18/2022/TT-\nBLĐTBXH", vec![LineBreak]),
        ("13/2023/NĐ–CP", vec![Dash]),
        ("12/2026/NQ_HĐND", vec![Underscore]),
        ("09/2026NQ-HĐND", vec![MissingSeparator]),
        ("15/2020/NĐ CP", vec![MissingSeparator]),
        ("1706QĐ-BTP", vec![MissingSeparator]),
        ("72-NQ-TW", vec![SwappedSeparators]),
        ("27/NQ-TW", vec![SwappedSeparators]),
        ("19-2018/NQ-CP", vec![SwappedSeparators]),
        ("36/2006/ct-ttg", vec![LetterCase]),
        ("96/2023/ND-CP", vec![MissingStroke]),
        ("121/2021/NÐ-CP", vec![LookAlike]),
        ("140/NQ-CP2", vec![Footnote]),
        ("1.706/QĐ-UBND", vec![ThousandsPoint]),
        ("03-HD", vec![MissingIssuer]),
        ("15/NQ", vec![MissingIssuer]),
        ("2140/ttr-sxd-qln", vec![LetterCase]),
        ("18/2022/ds-st", vec![LetterCase]),
        ("09/2026nq-hđnd", vec![MissingSeparator, LetterCase]),
        ("tcvn 5574:2018", vec![LetterCase]),
        ("02/2020/UBTVQH", vec![MissingTerm]),
        ("26/2012/QH12", vec![TermYearMismatch]),
        ("10/2022/QH14", vec![TermYearMismatch]),
        ("202/2022/QH15", vec![]),
        ("01/VBHB-VPQH", vec![KindTypo]),
        ("75/2009/Đ-TTg", vec![UnknownKind]),
        (
            "15 / 2020 /nd_cp",
            vec![Spaces, Underscore, LetterCase, MissingStroke],
        ),
        ("QCVN 01 - 19: 2010/BNNPTNT", vec![Spaces]),
    ] {
        assert_eq!(parse(form).warnings(), warnings, "{form}");
    }
    let glued = find("Nghị định số 142/2025/NĐ-Cpngày 12/6/2025");
    assert_eq!(glued[0].value.warnings(), [LetterCase, GluedWord]);
    assert_eq!(glued[0].text, "142/2025/NĐ-Cp");
}

#[test]
fn errors_say_what_was_expected_and_where() {
    for (text, message) in [
        (
            "",
            "expected a serial number of at most six digits at byte 0, found the end",
        ),
        (
            "QĐ-TTg",
            "expected a serial number of at most six digits at byte 0, found 'Q'",
        ),
        (
            "1234567/QĐ-TTg",
            "expected a serial number of at most six digits at byte 0, found '1'",
        ),
        (
            "242",
            "expected a slash or a hyphen after the serial number at byte 3, found the end",
        ),
        (
            "242 ngày",
            "expected a slash or a hyphen after the serial number at byte 4, found 'n'",
        ),
        (
            "242/",
            "expected a year from 1945 on or a code at byte 4, found the end",
        ),
        (
            "15/20/NĐ-CP",
            "expected a year from 1945 on or a code at byte 3, found '2'",
        ),
        (
            "15/1920/NĐ-CP",
            "expected a year from 1945 on or a code at byte 3, found '1'",
        ),
        (
            "15/2020",
            "expected a slash after the year at byte 7, found the end",
        ),
        (
            "15/2020/",
            "expected a code after the year at byte 8, found the end",
        ),
        (
            "15/2020/ngày",
            "expected a code after the year at byte 8, found 'n'",
        ),
        (
            "12/X",
            "expected an issuer of two letters or more at byte 3, found 'X'",
        ),
        (
            "12/XXX",
            "expected a year from 1945 on or a code at byte 3, found 'X'",
        ),
        (
            "2020NĐ-CP",
            "expected a serial number before the year at byte 0, found '2'",
        ),
        (
            "12/2020/XYZ",
            "expected a kind and an issuer at byte 11, found the end",
        ),
        (
            "04/VBHN",
            "expected a hyphen and an issuer at byte 7, found the end",
        ),
        (
            "29A-123.45",
            "expected a year from 1945 on or a code at byte 4, found '1'",
        ),
        (
            "15/QĐ-B",
            "expected an issuer of two letters or more at byte 7, found 'B'",
        ),
        ("05-ABC", "expected a kind at byte 6, found the end"),
        (
            "05-ABC/XYZ",
            "expected a kind before the issuer at byte 10, found the end",
        ),
        (
            "52-NQ/TW.",
            "expected the end of the number at byte 8, found '.'",
        ),
        (
            "Số: 52-NQ/TW của Bộ",
            "expected the end of the number at byte 14, found ' '",
        ),
        (
            "TCVN",
            "expected the number of a standard at byte 4, found the end",
        ),
        (
            "TCVN 5574",
            "expected a colon and a year at byte 9, found the end",
        ),
        (
            "TCVN 5574:18x",
            "expected the end of the number at byte 12, found 'x'",
        ),
        ("TCVN 5574:201", "expected a year at byte 10, found '2'"),
    ] {
        let error = text.parse::<DocumentNumber>().expect_err(text);
        assert_eq!(error.to_string(), message, "{text}");
    }
}

#[test]
fn labels_before_a_lone_number_are_skipped() {
    for text in [
        "Số: 242/QĐ-TTg",
        "số 242/QĐ-TTg",
        "SỐ : 242/QĐ-TTg",
        "'242/QĐ-TTg",
        " “242/QĐ-TTg\n",
        "No. 242/QĐ-TTg",
    ] {
        let text = text.trim_end_matches('\n');
        assert_eq!(parse(text).to_string(), "242/QĐ-TTg", "{text}");
    }
}

#[test]
fn spellings_of_one_number_are_equal() {
    let hash = RandomState::new();
    for (a, b) in [
        ("05/QĐ-BTP", "5/QĐ-BTP"),
        ("52-NQ/TW", "52-NQ-TW"),
        ("213/2013/TTLT/BTC-BLĐTBXH", "213/2013/TTLT-BTC-BLĐTBXH"),
        ("14-CP", "14/CP"),
        ("QCVN 06:2022/BXD", "QCVN 6:2022/BXD"),
        ("40/2026/NĐ-СР", "40/2026/NĐ-CP"),
        ("40/2026/nđ-ср", "40/2026/NĐ-CP"),
        ("205/2023/hs-pt", "205/2023/HS-PT"),
        ("07/2021/qđst-hngđ", "07/2021/QĐST-HNGĐ"),
        ("115/2021/tlst-ds", "115/2021/TLST-DS"),
        ("08/2016/al", "08/2016/AL"),
        ("35/qđkngđt-vks-ds", "35/QĐKNGĐT-VKS-DS"),
        ("61/ct-vks-p2", "61/CT-VKS-P2"),
        ("09/2026nq-hđnd", "09/2026/NQ-HĐND"),
    ] {
        assert_eq!(parse(a), parse(b));
        assert_eq!(hash.hash_one(parse(a)), hash.hash_one(parse(b)), "{a}");
        assert!(parse(a).cmp(&parse(b)).is_eq());
    }
    for (a, b) in [
        ("52-NQ/TW", "52-CT/TW"),
        ("50/NQ-CP", "500/NQ-CP"),
        ("66.1/2025/NQ-CP", "66.10/2025/NQ-CP"),
        ("30/2008/NQ-CP", "30a/2008/NQ-CP"),
        ("51/2024/QH15", "51/2024/QH14"),
        ("05/2021/DS-ST", "05/2021/HS-ST"),
        ("47/2000/QĐ-BGD&ĐT", "47/2000/QĐ-BGDĐT"),
    ] {
        assert_ne!(parse(a), parse(b));
    }
    assert!(parse("64 TC/TCT").matches(&parse("64/TC-TCT")));
    assert!(parse("07/QĐ-BGD&ĐT").matches(&parse("7/QĐ-BGDĐT")));
    assert!(!parse("07/QĐ-BGDĐT").matches(&parse("70/QĐ-BGDĐT")));
}

#[test]
fn numbers_sort_as_in_an_archive() {
    let sorted = [
        "3/2019/NĐ-CP",
        "15/2020/NĐ-CP",
        "101/2020/NĐ-CP",
        "2/2021/NĐ-CP",
        "66.7/2025/NQ-CP",
        "66.16/2025/NQ-CP",
        "52-NQ/TW",
        "09/QĐ-BTP",
        "10/QĐ-BTP",
        "10a/QĐ-BTP",
        "1706/QĐ-BTP",
    ];
    let mut numbers: Vec<DocumentNumber> = sorted.iter().rev().map(|text| parse(text)).collect();
    numbers.sort();
    assert_eq!(
        numbers.iter().map(ToString::to_string).collect::<Vec<_>>(),
        sorted
    );
    assert_eq!(
        numbers.into_iter().collect::<HashSet<_>>().len(),
        sorted.len()
    );
}

#[test]
fn the_symbol_is_what_follows_serial_and_year() {
    for (form, symbol) in [
        ("15/2020/NĐ-CP", "NĐ-CP"),
        ("30a/2008/NQ-CP", "NQ-CP"),
        ("52-NQ/TW", "NQ/TW"),
        ("51/2024/QH15", "QH15"),
        ("4698/BNV-CCVC", "BNV-CCVC"),
        ("03-HD", "HD"),
        ("TCVN ISO/IEC 17025:2007", "TCVN ISO/IEC"),
    ] {
        assert_eq!(parse(form).symbol(), symbol);
    }
}

#[test]
fn the_head_decides_a_contested_code() {
    for (text, notation, kind, issuers) in [
        ("Chỉ thị số 16/CT-TTg", Notation::State, Some("CT"), ["TTg"]),
        (
            "Công văn số 2254/CT-CS ngày 3/4/2019",
            Notation::Letter,
            None,
            ["CT"],
        ),
        (
            "Công văn số 118/TC-NSNN ngày 3/4/1999",
            Notation::Letter,
            None,
            ["TC"],
        ),
        (
            "Công văn số 811/CĐ-CSPL của Công đoàn",
            Notation::Letter,
            None,
            ["CĐ"],
        ),
        (
            "Công điện số 36/CĐ-TTg",
            Notation::State,
            Some("CĐ"),
            ["TTg"],
        ),
        (
            "Công văn số 12/CV-UBND",
            Notation::State,
            Some("CV"),
            ["UBND"],
        ),
        (
            "Hợp đồng số 15/2020/HĐ-ABC",
            Notation::Normative,
            Some("HĐ"),
            ["ABC"],
        ),
        (
            "Hợp đồng số 07/HĐMB-ABC",
            Notation::State,
            Some("HĐ"),
            ["ABC"],
        ),
        (
            "Quyết định số 797/BYT-QĐ",
            Notation::Historic,
            Some("QĐ"),
            ["BYT"],
        ),
    ] {
        let found = find(text);
        assert_eq!(found.len(), 1, "{text}");
        let number = &found[0].value;
        assert_eq!(
            (number.notation(), number.kind()),
            (notation, kind),
            "{text}"
        );
        assert_eq!(number.issuers(), issuers, "{text}");
    }
}

#[test]
fn kinds_have_a_code_a_name_and_systems() {
    assert!(DocumentKind::all().len() >= 80);
    let names = |code: &str| {
        DocumentKind::by_code(code)
            .map(|kind| kind.name.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(names("NĐ"), ["Nghị định"]);
    assert_eq!(names("QĐ"), ["Quyết định", "Quy định"]);
    assert_eq!(
        names("TT"),
        ["Thông tư", "Thông tri", "Quyết định tái thẩm"]
    );
    assert_eq!(names("nđ"), Vec::<&str>::new());
    let decree = DocumentKind::by_code("NĐ").next().unwrap();
    assert_eq!(decree.english, "decree");
    assert!(decree.systems.contains(&DocumentSystem::Normative));
    assert!(
        DocumentKind::all()
            .iter()
            .any(|kind| kind.code().is_none() && kind.name == "Luật")
    );
}

#[cfg(feature = "serde")]
#[test]
fn json_has_the_documented_keys() {
    let number = parse("10 - Ctr/BCS");
    let json = serde_json::json!({
        "canonical": "10-CTr/BCS", "serial": "10", "kind": "CTr", "issuers": ["BCS"], "notation": "party",
        "warnings": ["spaces", "letter_case"],
    });
    assert_eq!(serde_json::to_value(&number).unwrap(), json);
    let back: DocumentNumber = serde_json::from_value(json).unwrap();
    assert_eq!((&back, back.warnings()), (&number, number.warnings()));
    for (json, message) in [
        (
            r#"{"canonical": "garbage"}"#,
            "expected a serial number of at most six digits at byte 0, found 'g'",
        ),
        (r#"{"serial": "15"}"#, "missing field `canonical`"),
    ] {
        let error = serde_json::from_str::<DocumentNumber>(json).unwrap_err();
        assert!(error.to_string().starts_with(message), "{error}");
    }
    // What contradicts the spelling is not heard.
    let json = r#"{"canonical": "15/2020/NĐ-CP", "serial": "99", "year": 1999}"#;
    let number: DocumentNumber = serde_json::from_str(json).unwrap();
    assert_eq!((number.serial(), number.year()), ("15", Some(2020)));
}

#[test]
fn what_is_no_whole_number_is_refused() {
    for text in [
        "140/NQ-CP2; DROP",
        "140/NQ-CP2 5",
        "5/2020/NĐCP&amp;1",
        "4/VBHN",
        "242/QĐ-TTg x",
    ] {
        assert!(text.parse::<DocumentNumber>().is_err(), "{text}");
    }
    for (text, canonical) in [
        ("140/NQ-CP2", "140/NQ-CP"),
        ("6/CP9", "6/CP"),
        ("2021.706/QĐ-UBND", "2021.706/QĐ-UBND"),
        ("21.706/QĐ-UBND", "21706/QĐ-UBND"),
    ] {
        let number = parse(text);
        assert_eq!(number.to_string(), canonical);
        let again = parse(canonical);
        assert_eq!(
            (again.to_string(), again.notation()),
            (canonical.to_owned(), number.notation())
        );
    }
}

#[test]
fn lists_share_year_and_symbol() {
    for row in rows(SHARED) {
        assert_finds(row, numbers_in, Clone::clone);
    }
    for found in find("các Thông tư số 05, 06/2022/TT-BGDĐT") {
        let shared = found.value.warnings().contains(&NumberWarning::Shared);
        assert_eq!(shared, &*found.text == "05");
    }
}

#[test]
fn what_is_not_known_is_warned_of() {
    use NumberWarning::*;
    for (text, canonical, warnings) in [
        (
            "88/2025/NQLT - UBTVQH15 - CP - ĐCTUBTWMTQVN",
            "88/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTQVN",
            vec![Spaces, UnknownIssuer],
        ),
        ("41/2023/QĐST - HNGĐ", "41/2023/QĐST-HNGĐ", vec![Spaces]),
        ("09/2023/DS - ST", "09/2023/DS-ST", vec![Spaces]),
        (
            "06 2018/TTLT-BTP-BQP",
            "06/2018/TTLT-BTP-BQP",
            vec![MissingSeparator],
        ),
        ("61  /2025/TT-BYT", "61/2025/TT-BYT", vec![Spaces]),
        ("64/2026/VBHN-TT-BXD", "64/2026/VBHN-TT-BXD", vec![]),
    ] {
        let number = parse(text);
        assert_eq!(
            (number.as_str(), number.warnings()),
            (canonical, &warnings[..])
        );
        let sentence = format!("Thông tư liên tịch số {text}, phần đầu");
        let found = find(&sentence);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].text, text);
    }
    for (text, base_kind, issuers) in [
        ("64/2026/VBHN-TT-BXD", Some("TT"), ["BXD"]),
        ("31/2026/VBHN-NĐ-BTC", Some("NĐ"), ["BTC"]),
        ("12/VBHN-VPQH", None, ["VPQH"]),
    ] {
        let number = parse(text);
        assert_eq!(
            (number.base_kind(), number.kind()),
            (base_kind, Some("VBHN"))
        );
        assert_eq!(number.issuers(), issuers);
        assert_eq!(find(text).len(), 1, "{text}");
    }
}

/// Pieces that numbers, and what looks like them, are made of.
fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,7}",
        "[/_.,:;()&\" \n–-]{1,2}",
        proptest::sample::select(vec![
            "2020",
            "NĐ",
            "CP",
            "QĐ",
            "TTg",
            "TTLT",
            "QH15",
            "UBTVQH",
            "HĐND",
            "TW",
            "Ctr",
            "BCS",
            "nd-cp",
            "TCVN",
            "ISO/IEC",
            "số ",
            "Số: ",
            "Mẫu số ",
            "Nghị định ",
            "Công văn số ",
            "ngày ",
            "của",
            "Ð",
            "СР",
            "a",
            "bis",
            "DS-ST",
            "AL",
            "SL",
            ".doc",
            "http://",
            "và ",
            "⟨",
            "́",
            "🙂",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,3}",
    ]
}

proptest! {
    #[test]
    fn found_spans_fit_and_read_back(pieces in proptest::collection::vec(fragment(), 0..24)) {
        let text = pieces.concat();
        let mut end = 0;
        for found in find(&text) {
            prop_assert!(found.span.start() >= end && found.span.start() < found.span.end());
            end = found.span.end();
            prop_assert_eq!(&text[found.span.range()], found.text);
            let written = found.value.to_string();
            let again: DocumentNumber = written.parse().map_err(|e| TestCaseError::fail(format!("{written}: {e}")))?;
            prop_assert_eq!(again.to_string(), written);
            prop_assert_eq!(again, found.value);
        }
    }

    #[test]
    fn any_string_is_survived(text in "\\PC*") {
        let _ = find(&text);
        if let Err(error) = text.parse::<DocumentNumber>() {
            prop_assert!(text.is_char_boundary(error.at));
        }
    }

    #[test]
    fn what_parses_displays_and_parses(pieces in proptest::collection::vec(fragment(), 1..8)) {
        if let Ok(number) = pieces.concat().parse::<DocumentNumber>() {
            let again: DocumentNumber = number.to_string().parse().unwrap();
            prop_assert_eq!(again.to_string(), number.to_string());
            prop_assert_eq!(again.notation(), number.notation());
            prop_assert!(again.cmp(&number).is_eq());
        }
    }

    #[test]
    fn order_agrees_with_equality(a in fragment(), b in fragment(), c in fragment()) {
        let forms = [format!("5/2020/{a}-{b}"), format!("05/2020/{a}/{b}"), format!("5-{b}/{c}"), format!("7/{a}-{c}")];
        let numbers: Vec<DocumentNumber> = forms.iter().filter_map(|form| form.parse().ok()).collect();
        for x in &numbers {
            for y in &numbers {
                prop_assert_eq!(x.cmp(y).is_eq(), x == y);
                prop_assert_eq!(x.cmp(y), y.cmp(x).reverse());
            }
        }
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    // Each of these would be slow if a candidate were read from its start again at every sign.
    for unit in [
        "1/",
        "1-A",
        "A-",
        "số 1 ",
        "15/2020/",
        "NĐ-",
        "1/ABCDEFGH",
        "TCVN 1-",
        "1:",
        "ISO/",
        "Đ",
        "1/A.B",
        "(((1 - ",
        "1-1-",
        "1/QĐ-CP,",
        "số 1/QĐ-CP;",
        " :1",
        "1 ",
        "Luật ",
        "a1/",
        "1.1/",
    ] {
        let text = unit.repeat(20_000);
        let _ = find(&text);
        let _ = text.parse::<DocumentNumber>();
    }
}

/// Lists that say year or symbol once, and what only looks like one.
const SHARED: &str = "
các Thông tư số ⟦05⟧, ⟦06⟧, ⟦07⟧ và ⟦08/2022/TT-BGDĐT⟧ | =05/2022/TT-BGDĐT; 06/2022/TT-BGDĐT; 07/2022/TT-BGDĐT; 08/2022/TT-BGDĐT
Thông tư ⟦20/2023⟧, ⟦21/2023⟧, ⟦22/2023/TT-BGDĐT⟧ | =20/2023/TT-BGDĐT; 21/2023/TT-BGDĐT; 22/2023/TT-BGDĐT
Các Quyết định số ⟦311⟧, ⟦312⟧ và ⟦313/QĐ-BNV⟧ | =311/QĐ-BNV; 312/QĐ-BNV; 313/QĐ-BNV
hai Nghị quyết số ⟦18⟧ và ⟦19-NQ/TW⟧ | =18-NQ/TW; 19-NQ/TW
các Luật số ⟦43⟧, ⟦47/2024/QH15⟧ | =43/2024/QH15; 47/2024/QH15
Quyết định số ⟦7⟧, số ⟦8/QĐ-BTP⟧ | =7/QĐ-BTP; 8/QĐ-BTP
# Another document's serial: the year is not lent to it.
Thông tư 200 và ⟦133/2016/TT-BTC⟧
Thông tư số 200 và ⟦133/2016/TT-BTC⟧
Thông tư 19 và ⟦20/2016/TT-BTC⟧
theo Điều 5, ⟦06/2022/NĐ-CP⟧
Nghị định này và 5, ⟦06/2022/NĐ-CP⟧
Công văn số 5, ⟦06/2022/NĐ-CP⟧
ngày 3, ⟦06/2022/NĐ-CP⟧
các Thông tư số 05/2021, 06, ⟦07/2022/TT-BTC⟧
các Quyết định số 65/2026, ⟦66.16/2026/QĐ-TTg⟧
Quyết định số ⟦5/QĐ-BTP⟧ đã ký. Trong đó có 7, ⟦8/QĐ-BTP⟧
các Nghị định số 12: ⟦15/2020/NĐ-CP⟧
";

/// Form, canonical spelling (`=` for the same), serial, suffix, year, kind, issuers, units, term,
/// notation, warnings.
const FORMS: &str = "
30/2020/NĐ-CP | = | 30 | - | 2020 | NĐ | CP | - | - | normative | -
15/KHPH-SGDĐT | = | 15 | - | - | KHPH | SGDĐT | - | - | state | unknown_kind
1.70/QĐ-UBND | = | 1.70 | - | - | QĐ | UBND | - | - | state | -
158/2025/NĐ-CP | = | 158 | - | 2025 | NĐ | CP | - | - | normative | -
188/2025/NĐ-CP | = | 188 | - | 2025 | NĐ | CP | - | - | normative | -
63/2010/NĐ-CP | = | 63 | - | 2010 | NĐ | CP | - | - | normative | -
09/1998/NĐ-CP | = | 09 | - | 1998 | NĐ | CP | - | - | normative | -
91/2000/QĐ-TTg | = | 91 | - | 2000 | QĐ | TTg | - | - | normative | -
60/2015/QĐ-TTg | = | 60 | - | 2015 | QĐ | TTg | - | - | normative | -
19/2025/QĐ-TTg | = | 19 | - | 2025 | QĐ | TTg | - | - | normative | -
36/2006/CT-TTG | 36/2006/CT-TTg | 36 | - | 2006 | CT | TTg | - | - | normative | letter_case
107/2025/TT-BTC | = | 107 | - | 2025 | TT | BTC | - | - | normative | -
01/2025/TT-BLĐTBXH | = | 01 | - | 2025 | TT | BLĐTBXH | - | - | normative | -
30/2011/TT-LĐTBXH | = | 30 | - | 2011 | TT | LĐTBXH | - | - | normative | -
07/2026/TT-BNNMT | = | 07 | - | 2026 | TT | BNNMT | - | - | normative | -
81/2025/TT-BCA | = | 81 | - | 2025 | TT | BCA | - | - | normative | -
119/2023/TT-BQP | = | 119 | - | 2023 | TT | BQP | - | - | normative | -
15/2026/NQ-CP | = | 15 | - | 2026 | NQ | CP | - | - | normative | -
66.16/2026/NQ-CP | = | 66.16 | - | 2026 | NQ | CP | - | - | normative | -
66.13/2026/NQ-CP | = | 66.13 | - | 2026 | NQ | CP | - | - | normative | -
66.7/2025/NQ-CP | = | 66.7 | - | 2025 | NQ | CP | - | - | normative | -
30a/2008/NQ-CP | = | 30 | a | 2008 | NQ | CP | - | - | normative | -
05/2019/NQ-HĐND | = | 05 | - | 2019 | NQ | HĐND | - | - | normative | -
35/2022/QĐ-UBND | = | 35 | - | 2022 | QĐ | UBND | - | - | normative | -
41/2008/QĐ-UBND | = | 41 | - | 2008 | QĐ | UBND | - | - | normative | -
1246/1999/QĐ-BGTVT | = | 1246 | - | 1999 | QĐ | BGTVT | - | - | normative | -
666/2015/QĐ-UBND | = | 666 | - | 2015 | QĐ | UBND | - | - | normative | -
04/2019/NQ-HĐTP | = | 04 | - | 2019 | NQ | HĐTP | - | - | normative | -
03/2017/NQ-HĐTP | = | 03 | - | 2017 | NQ | HĐTP | - | - | normative | -
03/2026/TT-VKSTC | = | 03 | - | 2026 | TT | VKSTC | - | - | normative | -
08/2023/QĐ-KTNN | = | 08 | - | 2023 | QĐ | KTNN | - | - | normative | -
43/2026/QĐ-CTUBND | = | 43 | - | 2026 | QĐ | CTUBND | - | - | normative | -
109/2005/QĐ-BCA | = | 109 | - | 2005 | QĐ | BCA | - | - | normative | -
37/2024/TT-BYT | = | 37 | - | 2024 | TT | BYT | - | - | normative | -
04/2007/TT- NHNN | 04/2007/TT-NHNN | 04 | - | 2007 | TT | NHNN | - | - | normative | spaces
07 /2024/QĐ-UBND | 07/2024/QĐ-UBND | 07 | - | 2024 | QĐ | UBND | - | - | normative | spaces
13 /2026/TT-NHNN | 13/2026/TT-NHNN | 13 | - | 2026 | TT | NHNN | - | - | normative | spaces
32/2020/NĐ- CP | 32/2020/NĐ-CP | 32 | - | 2020 | NĐ | CP | - | - | normative | spaces
40/2026/NĐ-СР | 40/2026/NĐ-CP | 40 | - | 2026 | NĐ | CP | - | - | normative | look_alike
09/2026NQ-HĐND | 09/2026/NQ-HĐND | 09 | - | 2026 | NQ | HĐND | - | - | normative | missing_separator
12/2026/NQ_HĐND | 12/2026/NQ-HĐND | 12 | - | 2026 | NQ | HĐND | - | - | normative | underscore
12/2026/NQ-HDND | 12/2026/NQ-HĐND | 12 | - | 2026 | NQ | HĐND | - | - | normative | missing_stroke
27/2016/TTBLĐTBXH | 27/2016/TT-BLĐTBXH | 27 | - | 2016 | TT | BLĐTBXH | - | - | normative | missing_separator
06/2022-QH15 | 06/2022/QH15 | 06 | - | 2022 | - | QH | - | 15 | assembly | swapped_separators
50/NQ-CP | = | 50 | - | - | NQ | CP | - | - | state | -
242/QĐ-TTg | = | 242 | - | - | QĐ | TTg | - | - | state | -
471/QĐ-TTg | = | 471 | - | - | QĐ | TTg | - | - | state | -
1116/QĐ-BTP | = | 1116 | - | - | QĐ | BTP | - | - | state | -
1860/QĐ-BTP | = | 1860 | - | - | QĐ | BTP | - | - | state | -
1706/QĐ-BTP | = | 1706 | - | - | QĐ | BTP | - | - | state | -
1707/QĐ-BTP | = | 1707 | - | - | QĐ | BTP | - | - | state | -
113/NQ-CP | = | 113 | - | - | NQ | CP | - | - | state | -
844/QĐ-TTg | = | 844 | - | - | QĐ | TTg | - | - | state | -
16/CT-TTg | = | 16 | - | - | CT | TTg | - | - | state | -
36/CĐ-TTg | = | 36 | - | - | CĐ | TTg | - | - | state | -
211/TB-VPCP | = | 211 | - | - | TB | VPCP | - | - | state | -
609/TTr-BYT | = | 609 | - | - | TTr | BYT | - | - | state | -
177/TTr-CP | = | 177 | - | - | TTr | CP | - | - | state | -
436/BC-UBVHXH15 | = | 436 | - | - | BC | UBVHXH | - | 15 | state | -
364/TTr-BNG-NVVH | = | 364 | - | - | TTr | BNG | NVVH | - | state | -
2265/BC-BNG-NVVH | = | 2265 | - | - | BC | BNG | NVVH | - | state | -
130/KH-BCĐTKNQ18 | = | 130 | - | - | KH | BCĐTKNQ18 | - | - | state | -
174/CV-BCĐ | = | 174 | - | - | CV | BCĐ | - | - | state | -
169/QĐ-BLĐTBXH | = | 169 | - | - | QĐ | BLĐTBXH | - | - | state | -
1771/QĐ-LĐTBXH | = | 1771 | - | - | QĐ | LĐTBXH | - | - | state | -
200/NQ-TVQH | = | 200 | - | - | NQ | TVQH | - | - | state | -
1657/NQ-UBTVQH15 | = | 1657 | - | - | NQ | UBTVQH | - | 15 | state | -
237/NQ-UBTVQH16 | = | 237 | - | - | NQ | UBTVQH | - | 16 | state | -
40/NQ-HĐBCQG | = | 40 | - | - | NQ | HĐBCQG | - | - | state | -
2452/QĐ-CTN | = | 2452 | - | - | QĐ | CTN | - | - | state | -
22/KH-UBND | = | 22 | - | - | KH | UBND | - | - | state | -
2137/KH-UBND | = | 2137 | - | - | KH | UBND | - | - | state | -
1620/TTr-STP | = | 1620 | - | - | TTr | STP | - | - | state | -
2658/QĐ-BTP | = | 2658 | - | - | QĐ | BTP | - | - | state | -
155/QĐ-BGDĐT | = | 155 | - | - | QĐ | BGDĐT | - | - | state | -
1204/QĐ-BVHTTDL | = | 1204 | - | - | QĐ | BVHTTDL | - | - | state | -
6905/TB-KBNN | = | 6905 | - | - | TB | KBNN | - | - | state | -
595/QĐ-BHXH | = | 595 | - | - | QĐ | BHXH | - | - | state | -
982/QĐ-TTPVHCC | = | 982 | - | - | QĐ | TTPVHCC | - | - | state | -
1908/QĐ-TLĐ | = | 1908 | - | - | QĐ | TLĐ | - | - | state | -
61/QĐ-TLĐ | = | 61 | - | - | QĐ | TLĐ | - | - | state | -
599/QĐ-EVN | = | 599 | - | - | QĐ | EVN | - | - | state | -
2219/QĐ-EVNNPC | = | 2219 | - | - | QĐ | EVNNPC | - | - | state | -
28/2026/QĐ-HĐQT | = | 28 | - | 2026 | QĐ | HĐQT | - | - | normative | -
3626/QĐ-ĐHQGHN | = | 3626 | - | - | QĐ | ĐHQGHN | - | - | state | -
1893/QĐ-ĐDN | = | 1893 | - | - | QĐ | ĐDN | - | - | state | -
979/QĐ-CĐVX- ĐT | 979/QĐ-CĐVX-ĐT | 979 | - | - | QĐ | CĐVX | ĐT | - | state | spaces
83/QĐ-TANDTC-TĐKT | = | 83 | - | - | QĐ | TANDTC | TĐKT | - | state | -
45/2014/QĐTA-TĐKT | = | 45 | - | 2014 | QĐTA | TANDTC | TĐKT | - | normative | -
39/2007/QĐ-TA-TĐKT | = | 39 | - | 2007 | QĐ | TA | TĐKT | - | normative | -
2906/KH-ĐHCT | = | 2906 | - | - | KH | ĐHCT | - | - | state | -
2782/QĐ-BQP | = | 2782 | - | - | QĐ | BQP | - | - | state | -
1811/QC-BTL | = | 1811 | - | - | QC | BTL | - | - | state | -
3399/QyĐ-BTL | = | 3399 | - | - | QyĐ | BTL | - | - | state | -
1269/HD-CT | = | 1269 | - | - | HD | CT | - | - | state | -
764/HD-BTL | = | 764 | - | - | HD | BTL | - | - | state | -
755/HD-BHXH | = | 755 | - | - | HD | BHXH | - | - | state | -
51/2024/QH15 | = | 51 | - | 2024 | - | QH | - | 15 | assembly | -
25/2008/QH12 | = | 25 | - | 2008 | - | QH | - | 12 | assembly | -
45/2019/QH14 | = | 45 | - | 2019 | - | QH | - | 14 | assembly | -
190/2025/QH15 | = | 190 | - | 2025 | - | QH | - | 15 | assembly | -
09/2026/QH16 | = | 09 | - | 2026 | - | QH | - | 16 | assembly | -
30/2026/QH16 | = | 30 | - | 2026 | - | QH | - | 16 | assembly | -
78/2025/UBTVQH15 | = | 78 | - | 2025 | - | UBTVQH | - | 15 | assembly | -
02/2020/UBTVQH14 | = | 02 | - | 2020 | - | UBTVQH | - | 14 | assembly | -
1210/2016/UBTVQH13 | = | 1210 | - | 2016 | - | UBTVQH | - | 13 | assembly | -
38/2001/PL-UBTVQH10 | = | 38 | - | 2001 | PL | UBTVQH | - | 10 | normative | -
28/2005/PL-UBTVQH11 | = | 28 | - | 2005 | PL | UBTVQH | - | 11 | normative | -
02/2020/UBTVQH | = | 02 | - | 2020 | - | UBTVQH | - | - | assembly | missing_term
07/2025/L-CTN | = | 07 | - | 2025 | L | CTN | - | - | normative | -
29/2015/L-CTN | = | 29 | - | 2015 | L | CTN | - | - | normative | -
52-NQ/TW | = | 52 | - | - | NQ | TW | - | - | party | -
135-CTr/BCS | = | 135 | - | - | CTr | BCS | - | - | party | -
10-Ctr/BCS | 10-CTr/BCS | 10 | - | - | CTr | BCS | - | - | party | letter_case
10-ĐA/TU | = | 10 | - | - | ĐA | TU | - | - | party | -
44-KH/TU | = | 44 | - | - | KH | TU | - | - | party | -
27-NQ/TW | = | 27 | - | - | NQ | TW | - | - | party | -
52-CT/TW | = | 52 | - | - | CT | TW | - | - | party | -
210-KL/TW | = | 210 | - | - | KL | TW | - | - | party | -
178-QĐ/TW | = | 178 | - | - | QĐ | TW | - | - | party | -
59-CV/BCĐ | = | 59 | - | - | CV | BCĐ | - | - | party | -
12-CTr/BCĐ | = | 12 | - | - | CTr | BCĐ | - | - | party | -
15422-CV/VPTW | = | 15422 | - | - | CV | VPTW | - | - | party | -
66-QĐ/TW | = | 66 | - | - | QĐ | TW | - | - | party | -
36-HD/VPTW | = | 36 | - | - | HD | VPTW | - | - | party | -
11-HD/VPTW | = | 11 | - | - | HD | VPTW | - | - | party | -
399-QĐ/TW | = | 399 | - | - | QĐ | TW | - | - | party | -
08-QĐi/TW | = | 08 | - | - | QĐi | TW | - | - | party | -
01-QĐi/UBKTTW | = | 01 | - | - | QĐi | UBKTTW | - | - | party | -
02-HD/UBKTTW | = | 02 | - | - | HD | UBKTTW | - | - | party | -
38-HD/BTCTW | = | 38 | - | - | HD | BTCTW | - | - | party | -
63-HD/BTGTW | = | 63 | - | - | HD | BTGTW | - | - | party | -
1147-QĐ/BTGDVTW | = | 1147 | - | - | QĐ | BTGDVTW | - | - | party | -
94- KH/BTGDVTW | 94-KH/BTGDVTW | 94 | - | - | KH | BTGDVTW | - | - | party | spaces
8011-CV/BTCTW | = | 8011 | - | - | CV | BTCTW | - | - | party | -
234-KL/QUTW | = | 234 | - | - | KL | QUTW | - | - | party | -
104-QĐ/QU | = | 104 | - | - | QĐ | QU | - | - | party | -
540-CV/VPQU | = | 540 | - | - | CV | VPQU | - | - | party | -
590-CT/ĐUQSTW | = | 590 | - | - | CT | ĐUQSTW | - | - | party | -
1094-QĐ/UBKT | = | 1094 | - | - | QĐ | UBKT | - | - | party | -
767-HD/BTL | = | 767 | - | - | HD | BTL | - | - | party | -
19-KH/BCSĐ | = | 19 | - | - | KH | BCSĐ | - | - | party | -
06-CTr/TU | = | 06 | - | - | CTr | TU | - | - | party | -
59-CV/TU | = | 59 | - | - | CV | TU | - | - | party | -
3917-QĐ/ĐUK | = | 3917 | - | - | QĐ | ĐUK | - | - | party | -
25-HD/ĐUK | = | 25 | - | - | HD | ĐUK | - | - | party | -
05-Ctr/ĐUK | 05-CTr/ĐUK | 05 | - | - | CTr | ĐUK | - | - | party | letter_case
858CV/ĐUK | 858-CV/ĐUK | 858 | - | - | CV | ĐUK | - | - | party | missing_separator
72-NQ-TW | 72-NQ/TW | 72 | - | - | NQ | TW | - | - | party | swapped_separators
03-HD | = | 03 | - | - | HD | - | - | - | party | missing_issuer
24-BS/UBKTTU | = | 24 | - | - | BS | UBKTTU | - | - | party | -
03-NQ/CB | = | 03 | - | - | NQ | CB | - | - | party | -
367 - QĐ/TWĐTN-VP | 367-QĐ/TWĐTN-VP | 367 | - | - | QĐ | TWĐTN | VP | - | party | spaces
84 QĐ/TWĐTN | 84-QĐ/TWĐTN | 84 | - | - | QĐ | TWĐTN | - | - | party | missing_separator
1518-QĐ/TWĐTN-CTĐ | = | 1518 | - | - | QĐ | TWĐTN | CTĐ | - | party | -
225-KH/TWĐTN-TNNT | = | 225 | - | - | KH | TWĐTN | TNNT | - | party | -
133-KH/ĐTN | = | 133 | - | - | KH | ĐTN | - | - | party | -
4698/BNV-CCVC | = | 4698 | - | - | - | BNV | CCVC | - | letter | -
6509/BNV-TCBC | = | 6509 | - | - | - | BNV | TCBC | - | letter | -
1518/BNG-NVVH | = | 1518 | - | - | - | BNG | NVVH | - | letter | -
2402/BTC-TCT | = | 2402 | - | - | - | BTC | TCT | - | letter | -
473/STP-PBGDPL | = | 473 | - | - | - | STP | PBGDPL | - | letter | -
979/BTP-PBGDPL | = | 979 | - | - | - | BTP | PBGDPL | - | letter | -
1445/UBND-NCPC | = | 1445 | - | - | - | UBND | NCPC | - | letter | -
490/UBND-VX | = | 490 | - | - | - | UBND | VX | - | letter | -
73/TTg-CN | = | 73 | - | - | - | TTg | CN | - | letter | -
06/TTg-QHQT | = | 06 | - | - | - | TTg | QHQT | - | letter | -
1129/TTg-KGVX | = | 1129 | - | - | - | TTg | KGVX | - | letter | -
573/HĐPH-PBGDPL | = | 573 | - | - | - | HĐPH | PBGDPL | - | letter | -
163/TANDTC-PC | = | 163 | - | - | - | TANDTC | PC | - | letter | -
1988/VKSTC-V8 | = | 1988 | - | - | - | VKSTC | V8 | - | letter | -
10/HĐND-TH | = | 10 | - | - | - | HĐND | TH | - | letter | -
738/MTTW-BTT | = | 738 | - | - | - | MTTW | BTT | - | letter | -
1363/TLĐ-CSPL | = | 1363 | - | - | - | TLĐ | CSPL | - | letter | -
678/BTL-CT | = | 678 | - | - | - | BTL | CT | - | letter | -
21036/CT-CBc | = | 21036 | - | - | - | CT | CBc | - | letter | -
2254/CT-CB | = | 2254 | - | - | - | CT | CB | - | letter | -
1333/TP-KHTC | = | 1333 | - | - | - | TP | KHTC | - | letter | -
202/TCCP-VC | = | 202 | - | - | - | TCCP | VC | - | letter | -
28/2010/TTLT-BLĐTBXH-BNV | = | 28 | - | 2010 | TTLT | BLĐTBXH BNV | - | - | joint | -
85/2016/TTLT-BQP-BYT-BTC | = | 85 | - | 2016 | TTLT | BQP BYT BTC | - | - | joint | -
01/2022/TTLT-VKSNDTC-TANDTC-BCA-BQP-BLĐTBXH | = | 01 | - | 2022 | TTLT | VKSNDTC TANDTC BCA BQP BLĐTBXH | - | - | joint | -
19/2012/TTLT-BTC-BKH&ĐT-BTTTT | = | 19 | - | 2012 | TTLT | BTC BKH&ĐT BTTTT | - | - | joint | -
01/2017/TTLT-BCA-BQP-BTC-BNN&PTNT-VKSNDTC | = | 01 | - | 2017 | TTLT | BCA BQP BTC BNN&PTNT VKSNDTC | - | - | joint | -
213/2013/TTLT/BTC-BLĐTBXH | = | 213 | - | 2013 | TTLT | BTC BLĐTBXH | - | - | joint | -
17/2003/TTLT-LĐTBXH-TWĐTNCSHCM | = | 17 | - | 2003 | TTLT | LĐTBXH TWĐTNCSHCM | - | - | joint | -
11/2005/TTLT-BNV-BLĐTBXH-BTC-UBDT | = | 11 | - | 2005 | TTLT | BNV BLĐTBXH BTC UBDT | - | - | joint | -
05/2012/TTLT-VKSNDTC-TANDTC-BCA-BTP-BQP-BTC-BNNPTNT | = | 05 | - | 2012 | TTLT | VKSNDTC TANDTC BCA BTP BQP BTC BNNPTNT | - | - | joint | -
09/2002/TTLT/BTCCBCP-BLÐTBXH-BTC-BYT | 09/2002/TTLT/BTCCBCP-BLĐTBXH-BTC-BYT | 09 | - | 2002 | TTLT | BTCCBCP BLĐTBXH BTC BYT | - | - | joint | look_alike
01/2014/NQLT/CP-UBTƯMTTQVN | = | 01 | - | 2014 | NQLT | CP UBTƯMTTQVN | - | - | joint | -
22/2006/NQLT-BGDĐT-HKHVN | = | 22 | - | 2006 | NQLT | BGDĐT HKHVN | - | - | joint | -
102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN | = | 102 | - | 2025 | NQLT | UBTVQH CP ĐCTUBTWMTTQVN | - | 15 | joint | -
49/2007/TTLT-BTC-BGD | = | 49 | - | 2007 | TTLT | BTC BGD | - | - | joint | -
01-TANDTC-VKSNDTC/TTLT | = | 01 | - | - | TTLT | TANDTC VKSNDTC | - | - | historic | -
04/VBHN-BYT | = | 04 | - | - | VBHN | BYT | - | - | consolidated | -
19/VBHN-VPQH | = | 19 | - | - | VBHN | VPQH | - | - | consolidated | -
462/VBHN-BLĐTBXH | = | 462 | - | - | VBHN | BLĐTBXH | - | - | consolidated | -
155/VBHN-VPQH | = | 155 | - | - | VBHN | VPQH | - | - | consolidated | -
01/VBHB-VPQH | 01/VBHN-VPQH | 01 | - | - | VBHN | VPQH | - | - | consolidated | kind_typo
05/2021/DS-ST | = | 05 | - | 2021 | BA | - | - | - | court | -
12/2020/HNGĐ-ST | = | 12 | - | 2020 | BA | - | - | - | court | -
01/2018/KDTM-PT | = | 01 | - | 2018 | BA | - | - | - | court | -
07/2021/QĐST-HNGĐ | = | 07 | - | 2021 | QĐST | - | - | - | court | -
09/2021/TLST-DS | = | 09 | - | 2021 | TL | - | - | - | court | -
60/2022/DS-GĐT | = | 60 | - | 2022 | QĐ | - | - | - | court | -
15/2023/KN-DS | = | 15 | - | 2023 | KN | - | - | - | court | -
205/2023/HS-PT | = | 205 | - | 2023 | BA | - | - | - | court | -
102/2020/HS-PT | = | 102 | - | 2020 | BA | - | - | - | court | -
32/2017/HS-PT | = | 32 | - | 2017 | BA | - | - | - | court | -
27/2017/TLPT-HS | = | 27 | - | 2017 | TL | - | - | - | court | -
01/2016/AL | = | 01 | - | 2016 | AL | - | - | - | precedent | -
25/2018/AL | = | 25 | - | 2018 | AL | - | - | - | precedent | -
01/CT-VKSTC | = | 01 | - | - | CT | VKSTC | - | - | state | -
66/CP | = | 66 | - | - | - | CP | - | - | historic | -
12/CP | = | 12 | - | - | - | CP | - | - | historic | -
118/TTg | = | 118 | - | - | - | TTg | - | - | historic | -
206-CP | = | 206 | - | - | - | CP | - | - | historic | -
90-TTg | = | 90 | - | - | - | TTg | - | - | historic | -
53/HĐBT | = | 53 | - | - | - | HĐBT | - | - | historic | -
306/HĐBT | = | 306 | - | - | - | HĐBT | - | - | historic | -
402/CT | = | 402 | - | - | - | CT | - | - | historic | -
426/TTg | = | 426 | - | - | - | TTg | - | - | historic | -
10-LCT/HĐNN7 | = | 10 | - | - | LCT | HĐNN | - | 7 | historic | -
21-LCT/HĐNN8 | = | 21 | - | - | LCT | HĐNN | - | 8 | historic | -
41-LCT/HĐNN8 | = | 41 | - | - | LCT | HĐNN | - | 8 | historic | -
45/LCT | = | 45 | - | - | LCT | - | - | - | historic | -
270B-NQ/HĐNN8 | = | 270 | B | - | NQ | HĐNN | - | 8 | party | -
12/TT-LB | = | 12 | - | - | TT | LB | - | - | state | -
24/LB-TT | = | 24 | - | - | TT | LB | - | - | historic | -
15/TTLB | = | 15 | - | - | TTLB | - | - | - | historic | -
01-TT/LB | = | 01 | - | - | TT | LB | - | - | party | -
1008/BYT-QĐ | = | 1008 | - | - | QĐ | BYT | - | - | historic | -
797/BYT-QĐ | = | 797 | - | - | QĐ | BYT | - | - | historic | -
24/LĐ-NĐ | = | 24 | - | - | NĐ | LĐ | - | - | historic | -
23/SL | = | 23 | - | - | SL | - | - | - | historic | -
18B/SL | = | 18 | B | - | SL | - | - | - | historic | -
234/SL | = | 234 | - | - | SL | - | - | - | historic | -
110-SL/L.12 | = | 110 | - | - | SL | L.12 | - | - | historic | -
TCVN 5574:2018 | = | 5574 | - | 2018 | TCVN | - | - | - | standard | -
TCVN 9250:2021 | = | 9250 | - | 2021 | TCVN | - | - | - | standard | -
TCVN ISO/IEC 17025:2007 | = | 17025 | - | 2007 | TCVN ISO/IEC | - | - | - | standard | -
QCVN 06:2022/BXD | = | 06 | - | 2022 | QCVN | BXD | - | - | standard | -
QCVN 01:2019/BCT | = | 01 | - | 2019 | QCVN | BCT | - | - | standard | -
QCVN 34:2022/BTTTT | = | 34 | - | 2022 | QCVN | BTTTT | - | - | standard | -
TCCS 42:2022/TCĐBVN | = | 42 | - | 2022 | TCCS | TCĐBVN | - | - | standard | -
ISO 9001:2015 | = | 9001 | - | 2015 | ISO | - | - | - | standard | -
18391/CHQ-NVTHQ | = | 18391 | - | - | - | CHQ | NVTHQ | - | letter | -
9381/CHQ-NVTHQ | = | 9381 | - | - | - | CHQ | NVTHQ | - | letter | -
20320/TB-CHQ | = | 20320 | - | - | TB | CHQ | - | - | state | -
3304/TCHQ-GSQL | = | 3304 | - | - | - | TCHQ | GSQL | - | letter | -
6889/TCHQ-GSQL | = | 6889 | - | - | - | TCHQ | GSQL | - | letter | -
10494e/QLD-ĐK | = | 10494 | e | - | - | QLD | ĐK | - | letter | -
1450/QĐ-TCT | = | 1450 | - | - | QĐ | TCT | - | - | state | -
1939/QĐ-TCT | = | 1939 | - | - | QĐ | TCT | - | - | state | -
3871/TB-KBNN | = | 3871 | - | - | TB | KBNN | - | - | state | -
2256/TTg-KTN | = | 2256 | - | - | - | TTg | KTN | - | letter | -
1075/QLCL-CL1 | = | 1075 | - | - | - | QLCL | CL1 | - | letter | -
16702/BTC-CĐKT | = | 16702 | - | - | - | BTC | CĐKT | - | letter | -
44/GM-UBND | = | 44 | - | - | GM | UBND | - | - | state | -
51-KL/TW | = | 51 | - | - | KL | TW | - | - | party | -
55/2010/QH12 | = | 55 | - | 2010 | - | QH | - | 12 | assembly | -
";

/// Noisy forms, and the spelling that they match.
const NOISY: &str = "
15 /2020/ NĐ - CP | 15/2020/NĐ-CP
148/2025 /NĐ-CP | 148/2025/NĐ-CP
22 /2026/TT-BTC | 22/2026/TT-BTC
973/2020/ UBTVQH14 | 973/2020/UBTVQH14
02/2025/ ⏎TT-BLĐTBXH | 02/2025/TT-BLĐTBXH
18/2022/TT-⏎BLĐTBXH | 18/2022/TT-BLĐTBXH
131/2021/NĐ-⏎CP | 131/2021/NĐ-CP
47/2011/NĐ- CP | 47/2011/NĐ-CP
08/2012/TTLT-BLĐTBXH- ⏎BNV-BTC | 08/2012/TTLT-BLĐTBXH-BNV-BTC
37/2014/ ⏎TT- BLĐTBXH | 37/2014/TT-BLĐTBXH
121/2021/NÐ-CP | 121/2021/NĐ-CP
40/2026/NĐ-СР | 40/2026/NĐ-CP
06/2022/TT-BТС | 06/2022/TT-BTC
28/2021/QĐ-TTG | 28/2021/QĐ-TTg
96/2023/ND-CP | 96/2023/NĐ-CP
3467 /QD-BYT | 3467/QĐ-BYT
13/2023/NĐ‑CP | 13/2023/NĐ-CP
222/2013/NĐ – CP | 222/2013/NĐ-CP
89/2015/NÐ-CP | 89/2015/NĐ-CP
51/2025/TT-BTС | 51/2025/TT-BTC
22/2021/QD-TTg | 22/2021/QĐ-TTg
33/2018/TT- BGTVT | 33/2018/TT-BGTVT
47/2000/QĐ-BGD&ĐT | 47/2000/QĐ-BGDĐT
12/ 2001/ QĐ-BTC | 12/2001/QĐ-BTC
999 - TC/QĐ/CĐKT | 999-TC/QĐ/CĐKT
28/1998/ND- CP | 28/1998/NĐ-CP
144 /2002/QĐ/BTC | 144/2002/QĐ/BTC
178/CP | 178/CP
49/TTg | 49/TTg
64 TC/TCT | 64/TC-TCT
14-CP | 14/CP
112/2021/NĐ-CР | 112/2021/NĐ-CP
67/2022/TT-⏎BТС | 67/2022/TT-BTC
";

/// Sentences with the numbers in brackets; behind ` | =` their canonical spellings, where other.
const SENTENCES: &str = "
# serials and terms that a space cuts, letters of several units, old points, kinds of few papers
Quyết định số ⟦3 415 /QĐ-BYT⟧ ngày 5/3/2024. | =3415/QĐ-BYT
Công văn số ⟦14 062/BTC-TCT⟧ ngày 5/3/2024. | =14062/BTC-TCT
Nghị quyết số ⟦51/2001/QH 10⟧ ngày 25/12/2001. | =51/2001/QH10
Lệnh số ⟦14-LCT/HĐNN 7⟧. | =14-LCT/HĐNN7
Công văn số ⟦2218/BTC-QLCS,NSNN⟧ ngày 5/3/2024.
Công văn ⟦87/UBND-NC,TH⟧ và ⟦16/SXD-QLN+PC⟧ của Sở.
Quyết định số ⟦1731/QĐ.UB⟧ ngày 5/5/1999. | =1731/QĐ-UB
Công văn số ⟦2416/ BKH/ VPTĐ⟧ ngày 15/4/2002. | =2416/BKH/VPTĐ
các Quyết định số ⟦2002⟧,⟦2003⟧,⟦2004/QĐ-BVHTTDL⟧ ngày 5/5/2024. | =2002/QĐ-BVHTTDL; 2003/QĐ-BVHTTDL; 2004/QĐ-BVHTTDL
Kế hoạch số ⟦9-KH/ND⟧ ngày 5/5/2024.
Quyết định số ⟦1164/QĐ.UBND.NN⟧ ngày 17/3/2010. | =1164/QĐ-UBND.NN
Quyết định số ⟦2216-QĐNS/TW⟧ phân công cán bộ.
Giấy ủy quyền số ⟦124/UQ-QLN.23⟧ ngày 01/02/2023.
Lời kêu gọi số ⟦3/LKG-MTTQ⟧ của Mặt trận.
Báo cáo số ⟦12/STP-PBGDPL⟧,UBND tỉnh nhận.
# the notations
Việc này theo Nghị định số ⟦30/2020/NĐ-CP⟧ ngày 05/3/2020.
Căn cứ Thông tư ⟦57/2019/TT-BCA⟧ ngày 11 tháng 11 năm 2019;
Luật số ⟦51/2024/QH15⟧ vừa có hiệu lực.
Theo Bộ luật số ⟦45/2019/QH14⟧, người lao động được nghỉ.
Pháp lệnh số ⟦28/2005/PL-UBTVQH11⟧ đã cũ.
Nghị quyết số ⟦1657/NQ-UBTVQH15⟧ sắp xếp các xã.
Xem Nghị quyết số ⟦52-NQ/TW⟧ của Bộ Chính trị.
Chương trình số ⟦135-CTr/BCS⟧ ngày 14/05/2020 nêu sáu việc.
Quyết định ⟦242/QĐ-TTg⟧ phê duyệt đề án.
Quyết định số ⟦558/QĐ - ĐHTM⟧ về tuyển sinh | =558/QĐ-ĐHTM
(Quyết định số ⟦242/QĐ-TTg⟧)
Tờ trình số ⟦364/TTr-BNG-NVVH⟧ của Bộ Ngoại giao
Công văn số ⟦4698/BNV-CCVC⟧ trả lời địa phương.
Văn bản số ⟦1445/UBND-NCPC⟧ gửi các sở.
Thông tư liên tịch số ⟦85/2016/TTLT-BQP-BYT-BTC⟧
Văn bản hợp nhất số ⟦19/VBHN-VPQH⟧
Bản án số ⟦205/2023/HS-PT⟧ đã tuyên
Bản án dân sự sơ thẩm số ⟦05/2021/DS-ST⟧ của tòa
Quyết định số ⟦07/2021/QĐST-HNGĐ⟧
theo thông báo thụ lý số ⟦09/2021/TLST-DS⟧
Án lệ số ⟦25/2018/AL⟧ được áp dụng
Bản án số ⟦205/2023/hs-pt⟧ đã tuyên | =205/2023/HS-PT
theo quyết định số ⟦07/2021/qđst-hngđ⟧ ngày 22/01/2021 | =07/2021/QĐST-HNGĐ
cáo trạng số ⟦61/ct-vks-p2⟧ ngày 03/8/2022 | =61/CT-VKS-P2
nghị quyết số ⟦09/2026nq-hđnd⟧ về phí | =09/2026/NQ-HĐND
Nghị định số ⟦66/CP⟧ của Chính phủ
Quyết định ⟦118/TTg⟧ năm 1996
Sắc lệnh số ⟦23/SL⟧ ban hành năm 1946
Quyết định số ⟦1008/BYT-QĐ⟧
Thông tư liên bộ số ⟦24/LB-TT⟧
Chỉ thị số ⟦402/CT⟧ của Chủ tịch
Luật Bảo vệ sức khỏe số ⟦21-LCT/HĐNN8⟧
đạt ⟦TCVN 5574:2018⟧ về bê tông
phòng thử nghiệm theo ⟦TCVN ISO/IEC 17025:2007⟧
tuân thủ ⟦QCVN 06:2022/BXD⟧ về an toàn cháy
chứng chỉ ⟦ISO 9001:2015⟧ còn hạn
theo ⟦TCVN 8297-1:2009⟧ và ⟦TCVN 4453-87⟧
mặt đường theo ⟦22 TCN 211-06⟧
⟦TCCS 42:2022/TCĐBVN⟧ do cục công bố
thiết bị theo ⟦IEC 61000-4-30:2008⟧
# serials and suffixes
Nghị quyết số ⟦66.16/2026/NQ-CP⟧ cắt giảm thủ tục
Nghị quyết ⟦30a/2008/NQ-CP⟧ về giảm nghèo
Công văn số ⟦10494e/QLD-ĐK⟧ của Cục
Sắc lệnh số ⟦18B/SL⟧
Công văn số ⟦15422-CV/VPTW⟧ ngày 3/2/2026
Quyết định số ⟦1.706/QĐ-UBND⟧ của tỉnh | =1706/QĐ-UBND
Quyết định số ⟦5/QĐ-KTđ⟧ của Bộ
Quyết định số 12/QĐ-ABC… và Quyết định số ⟦12/QĐ-TTg⟧… của Bộ
Quyết định số ⟦01bis/QĐ-UBND⟧
Quyết định số ⟦562a/QĐ-BTC⟧
# labels
Số: ⟦05/QĐ-BTP⟧
Số : ⟦05/QĐ-BTP⟧
SỐ: ⟦05/QĐ-BTP⟧
Số:⟦05/QĐ-BTP⟧
Số hiệu: ⟦12/KH-ABC⟧
ký hiệu ⟦12/KH-ABC⟧ được cấp
No. ⟦12/KH-UBND⟧
số⟦52-NQ/TW⟧ là viết dính
Nghị quyết số⏎⟦1939/QĐ-TCT⟧ ngày 06/11/2017
Nghị định⏎⟦15/2020/NĐ-CP⟧
“⟦242/QĐ-TTg⟧”
**Số:** ⟦1255/QĐ-TTg⟧
| ⟦66.17/2026/NQ-CP⟧ | còn hiệu lực |
[⟦01/2017/QĐ-TTg⟧](liên kết)
_⟦60/2024/QH15⟧_
- ⟦52-NQ/TW⟧ là gốc
-⟦52-NQ/TW⟧ là gốc
# spaces and line ends
theo ⟦15 /2020/ NĐ - CP⟧ hiện hành | =15/2020/NĐ-CP
theo ⟦148/2025 /NĐ-CP⟧ hiện hành | =148/2025/NĐ-CP
theo Thông tư ⟦04/2007/TT- NHNN⟧ thì | =04/2007/TT-NHNN
Nghị định số ⟦204/2004/NĐ -CP⟧ nay | =204/2004/NĐ-CP
Nghị quyết ⟦973/2020/ UBTVQH14⟧ về thuế | =973/2020/UBTVQH14
Thông tư số ⟦18/2022/TT-⏎BLĐTBXH⟧ ngày | =18/2022/TT-BLĐTBXH
Thông tư số ⟦02/2025/ ⏎TT-BLĐTBXH⟧ ngày | =02/2025/TT-BLĐTBXH
Thông tư số ⟦37/2014/ ⏎TT- BLĐTBXH⟧ ngày | =37/2014/TT-BLĐTBXH
⟦08/2012/TTLT-BLĐTBXH- ⏎BNV-BTC⟧ | =08/2012/TTLT-BLĐTBXH-BNV-BTC
Nghị quyết liên tịch ⟦525/2012/NQLT/UBTVQH13 -ĐCTUBTWMTTQVN⟧ | =525/2012/NQLT/UBTVQH13-ĐCTUBTWMTTQVN
Kế hoạch số ⟦94- KH/BTGDVTW⟧ | =94-KH/BTGDVTW
Quyết định số ⟦367 - QĐ/TWĐTN-VP⟧ | =367-QĐ/TWĐTN-VP
Quyết định số ⟦84 QĐ/TWĐTN⟧ | =84-QĐ/TWĐTN
Thông tư số ⟦01/2014/TT-B GDĐT⟧ ngày | =01/2014/TT-BGDĐT
Nghị định số ⟦74/ CP⟧ ngày 25/1 | =74/CP
Quyết định số ⟦979/QĐ-CĐVX- ĐT⟧ ngày | =979/QĐ-CĐVX-ĐT
Nghị định ⟦15/2020/NĐ CP⟧ của Chính phủ | =15/2020/NĐ-CP
theo ⟦QCVN 17: 2008/BTNMT⟧ - Quy chuẩn | =QCVN 17:2008/BTNMT
theo ⟦QCVN 01 -151 : 2017/BNNPTNT⟧; | =QCVN 01-151:2017/BNNPTNT
theo ⟦QCVN 6:2010/ BKHCN⟧) | =QCVN 6:2010/BKHCN
# what stands behind the number stays outside
Luật Việc làm số ⟦74/2025/QH15⟧⏎- Luật Nhà giáo mới
Nghị định ⟦22/2026/NĐ-CP⟧ - Sửa đổi chế độ
NGHỊ ĐỊNH ⟦22/2026/NĐ-CP⟧ - SỬA ĐỔI CHẾ ĐỘ
QUYẾT ĐỊNH ⟦22/QĐ-UBND⟧ - BAN HÀNH QUY CHẾ
Quyết định số ⟦417/QĐ-BNNMT⟧.⏎Điều 2
Quyết định số ⟦417/QĐ-BNNMT⟧, ngày
Quyết định ⟦109/2005/QĐ-BCA⟧ (A11)
Quyết định ⟦1669/2007/QĐ-BCA⟧(C11) ngày
Nghị định số ⟦140/NQ-CP⟧2 đã ban hành
Chương trình số ⟦12-CTr/BCĐ⟧3 của ban
Thông tư ⟦39/2014/TT-BTC⟧ngày 31/3/2014
theo ⟦126/2020/NĐ-CP⟧và các văn bản
Nghị định ⟦142/2025/NĐ-Cp⟧ngày 12/6/2025 | =142/2025/NĐ-CP
NGHỊ ĐỊNH ⟦142/2025/NĐ-CP⟧NGÀY 12/6/2025
Nghị định số ⟦73/2019/NĐ-CP⟧.Chủ đầu tư có quyền
Luật số ⟦58/2014/QH13⟧đang bảo lưu
Thông tư số ⟦07/2022/TT-BGTVT⟧... còn nữa
# dashes, case, strokes, look-alikes
Nghị định ⟦13/2023/NĐ‑CP⟧ về dữ liệu | =13/2023/NĐ-CP
Nghị định ⟦222/2013/NĐ – CP⟧ về tiền mặt | =222/2013/NĐ-CP
Thông tư ⟦08/2010/TT–BYT⟧ | =08/2010/TT-BYT
Nghị quyết ⟦52–NQ/TW⟧ | =52-NQ/TW
Nghị quyết ⟦12/2026/NQ_HĐND⟧ | =12/2026/NQ-HĐND
Quyết định ⟦28/2021/QĐ-TTG⟧ | =28/2021/QĐ-TTg
Chương trình ⟦10-Ctr/BCS⟧ | =10-CTr/BCS
Thông tư ⟦05/2020/tt-bgtvt⟧ | =05/2020/TT-BGTVT
Nghị định ⟦96/2023/ND-CP⟧ | =96/2023/NĐ-CP
Quyết định ⟦3467 /QD-BYT⟧ | =3467/QĐ-BYT
Nghị quyết ⟦12/2026/NQ-HDND⟧ | =12/2026/NQ-HĐND
Nghị định ⟦89/2015/NÐ-CP⟧ | =89/2015/NĐ-CP
Thông tư ⟦06/2022/TT-BТС⟧ | =06/2022/TT-BTC
Nghị định ⟦163/1999/NĐ.CP⟧ | =163/1999/NĐ-CP
# signs missing or exchanged
Nghị quyết ⟦09/2026NQ-HĐND⟧ | =09/2026/NQ-HĐND
Thông tư ⟦27/2016/TTBLĐTBXH⟧ | =27/2016/TT-BLĐTBXH
Công văn ⟦858CV/ĐUK⟧ | =858-CV/ĐUK
Quyết định số ⟦1706QĐ-BTP⟧ | =1706/QĐ-BTP
Nghị quyết ⟦72-NQ-TW⟧ | =72-NQ/TW
Nghị quyết số ⟦27/NQ-TW⟧ | =27-NQ/TW
Luật ⟦06/2022-QH15⟧ | =06/2022/QH15
Nghị định ⟦95/1998-NĐ-CP⟧ | =95/1998/NĐ-CP
Nghị quyết ⟦19-2018/NQ-CP⟧ | =19/2018/NQ-CP
Quyết định số ⟦45/2003/QĐ/BGD&ĐT⟧
Quyết định số ⟦1232/QĐ/TTg⟧
Văn bản hợp nhất ⟦01/VBHB-VPQH⟧ | =01/VBHN-VPQH
⟦19/2012/TTLT-BTC-BKH&amp;ĐT-BTTTT⟧ | =19/2012/TTLT-BTC-BKH&ĐT-BTTTT
# lists that state the head once
các Luật số ⟦43/2024/QH15⟧, số ⟦47/2024/QH15⟧ và số ⟦58/2024/QH15⟧
các Luật số ⟦43/2024/QH15⟧,⟦47/2024/QH15⟧
các Tờ trình số ⟦1280/TTr-CP⟧ và số ⟦1281/TTr-CP⟧
các Quyết định của Thủ tướng Chính phủ số: ⟦1521/QĐ-TTg⟧ ngày 06/10/2020; ⟦21/2021/QĐ-TTg⟧ ngày 16/6/2021
Công văn số ⟦12/ABC-DEF⟧, ⟦13/ABC-DEF⟧ và ⟦14/ABC-DEF⟧
Nghị định số ⟦12/CP⟧, ⟦43/CP⟧ và ⟦66/CP⟧
Quyết định số ⟦1706/QĐ-BTP⟧ và Quyết định số 1707
# open list of codes
Quyết định số ⟦2219/QĐ-EVNNPC⟧ của tổng công ty
Thông báo số ⟦12/TB-XYZT⟧ của công ty
Công văn số ⟦77/XYZ-ABC⟧ của công ty
Kế hoạch số ⟦133-KH/ABCD⟧ của đoàn
Hợp đồng số ⟦15/2020/HĐ-ABC⟧ giữa hai bên
Giấy phép số ⟦12/GP-BTTTT⟧ cấp cho báo
Quyết định ⟦2054/QĐ-CT-HS⟧
Quyết định số ⟦3195/QĐ-BCA/A61⟧
Quyết định số ⟦245/QĐ-NHNN7⟧.
Kế hoạch ⟦19/KH-BCĐ35⟧ và ⟦08-KH/BCĐ94⟧.
Kế hoạch ⟦19/KH-BCĐ⟧1 ngày
Thông báo số ⟦315/TB-CTDON-QLN⟧ ngày
Nghị định ⟦13/2020/NĐ-CP⟧NGÀY
Phụ lục hợp đồng số ⟦02/PLHĐ⟧ kèm
Văn bản số ⟦702/UBQPANĐN15⟧ ngày
Tờ trình ⟦374/TTr-UBCTĐB15⟧ ngày
Thông tư ⟦61/2012/TT-BCA-C41⟧ ngày
Thông tư liên tịch ⟦71/1999/TTLT/BTC-MTTQTW⟧
Công văn số ⟦1988/VKSTC-V8⟧
Hướng dẫn số ⟦03-HD⟧ của chi bộ
CV ⟦755/TCHQ-GSQL⟧ trả lời
QĐ ⟦1357/QĐ-TCHQ⟧ đã ký
TT ⟦39/2018/TT-BTC⟧ sửa đổi
# the same word twice, with a form beside it
Mẫu số 01/TB-ĐĐKD kèm theo Thông tư ⟦40/2021/TT-BTC⟧
theo Mẫu số 02 của Nghị định số ⟦08/2022/NĐ-CP⟧
Ngày 27/9/2019, Bộ ban hành Quyết định số ⟦2441/QĐ-BTP⟧ ngày 31/10
từ 12/2020 theo Quyết định ⟦12/2020/QĐ-UBND⟧ của tỉnh
Điều 5 Luật số ⟦31/2024/QH15⟧ và điểm a khoản 2 Điều 12
Thông tư số ⟦60/TATC⟧ ngày 22-02-1976
Công văn số ⟦2560/BCA⟧(X13) ngày 26/12/2012
hướng dẫn NQ ⟦254/QH15⟧ mới
theo quyết định số ⟦529/TC/TCT⟧ ngày 22/12/1992
Nghị định ⟦13-2020-NĐ-CP⟧ đã sửa | =13/2020/NĐ-CP
Thông tư ⟦02/2000/TT-NHNN7⟧ của Ngân hàng Nhà nước
Quyết định ⟦30/2021/QĐ-TTG⟧và Chỉ thị | =30/2021/QĐ-TTg
Quyết định số ⟦123/QĐ-UBND.HC⟧ ngày 5/6/2015
Công văn số ⟦77/UBND-VP.KT⟧, ngày
Nghị định ⟦15/2020/NĐ-CP⟧.ĐIỀU KHOẢN
Nghị quyết ⟦27/NQ-TƯ⟧ khóa cũ | =27-NQ/TƯ
| 5 | ⟦123/2004/QĐ-UB⟧ | còn |
Nghị quyết số ⟦135 – CTr/BCS⟧ | =135-CTr/BCS
triển khai ⟦123/KH-UBND⟧ của tỉnh
Quyết định của Ủy ban nhân dân thành phố số ⟦12/QĐ-UBND⟧
theo … ⟦15/2020/NĐ-CP⟧ đã dẫn
Nghị định ⟦15/2020/NĐ-CP⟧¹ và ⟦16/2020/NĐ-CP⟧[2]
Cáo trạng số ⟦45/CT-VKS-P2⟧ đã tống đạt
Kháng nghị số ⟦12/QĐKNGĐT-VKS-DS⟧ của viện
Chương trình hành động số ⟦45/CTHĐ-UBND⟧ của tỉnh
Giấy chứng nhận số ⟦123/GCN-BTC⟧
Kết luận thanh tra số ⟦77/KLTT-TTCP⟧ nêu
Quyết định số ⟦193-CT⟧ ngày 29/5/1988
công văn ⟦12345 TC/TCT⟧ ngày 3/4/1998 | =12345-TC/TCT
theo ⟦QCXDVN 01:2008/BXD⟧ cũ
Số: ⟦123 / QĐ - UBND⟧ | =123/QĐ-UBND
Luật số: ⟦59/2020/QH14⟧
Văn bản ⟦812/UBND⟧ trả lời
thông báo ⟦812/UBND⟧ ngày 5/6/2001
";

/// Vietnamese text without a number.
const QUIET: &str = "
Mỗi ngày số 12 500 người/ngày qua cửa.
Giá số 12 345/kg đã tăng.
Dân số 2 345/km2 là cao.
Mức 1,002/1,003/QĐ mỗi ngày.
Chia 12-15 tầng/QH của khu.
mức 3,15/2020/NĐ-CP
đạt 2,15/QĐ-UBND
số 15/DS - ST
Bản án số 15/2020/HS - XY
bản án số 15/2020/ds - st
Nhà văn hóa khu 3/2 xây xong
hộ khẩu số 12/7 ấp Bình Thạnh
đạt 95/100 xã có đường nhựa
quy mô 1/500 và 1/2000
cấp phối 0/4 và 4/8
tỷ số chung cuộc 3-1
giờ làm việc 7h30-11h30
căn hộ A12-05 tầng 3
khu đất lô B2-14
chuyến bay VN-1234 hạ cánh
tàu QN-95234 TS cập cảng
biển kiểm soát 51F-123.45
xe mang biển 29A-567.89
điện thoại 0212/3852/011
mã hồ sơ 000.00.19.H52-240105-0012
tài khoản 1020-1000-0345
ca bệnh BN-17 và BN-18
đề thi mã 101/104
lớp 12A1/K45
khóa K12/2020 đã ra trường
phòng 305/B2
mức 1,5/2,0 triệu đồng
chia theo tỷ lệ 50/50
mô hình 3T-3S
trục QL-6 và TL-106
cột km 23/H5
bản vẽ KT-05/12
toán 8/10 văn 7/10
huyết áp 120/80
thời tiết 24/7
kỳ họp 3/2025
lịch chạy 6/7 ngày
đội hình 4-4-2
kích thước 600x600-20
ống D110/PN10
thép CB300-V
xi măng PCB-40
gạo ST25/ST24
quốc lộ 4A/4B
mác bê tông M250/M300
phim 2D/3D
mạng 4G/5G
vi-rút A/H5N1
thuốc loại A/B
hàng hóa thuộc mã 8471.30/8471.41
trang web /van-ban/2025/01
ngày đêm 8/3 và 20/10
tầng 3/5 tòa nhà
Mẫu số 05-TT/SHTT/2020
tệp 15/2020/NĐ-CP_toan_van
Nhận chuyển nhượng căn hộ 5/CT2-A
Bán căn hộ số 5/CT2-A
căn 12/S1-B
Kiốt 12/K3-A
ki ốt số 7/C2-D
Vận đơn 123/VN-HK
vận đơn số 77/SG-HP
Chuyến bay 12/VN-A
chuyến bay số 5/VJ-B
lô đất 15/LK-A
lô số 9/BT-C
thửa đất số 112/TB-03
biển số 15/A-BC
hộ chiếu số 12/HC-VN
giường số 3/P2-B
# words in small letters
Sĩ số 30/hs mỗi lớp
học phí kỳ 1/2023/hs
đợt 2/2024/ds gồm 40 hộ
lớp 12/kt và 11/ds
theo số 15/2024/ABC-XYZQ của công ty
# fractions, dates, months
có 2/3 số đại biểu tán thành
chia 1/2 cho mỗi bên
sáng 12/8 đoàn lên đường
từ ngày 27/9/2019 đến ngày 5/10/2019
trong tháng 11/2020 và 03/2021
ngày 1/7 - Bộ Y tế họp
ngày 1/7-BYT họp
12/2020 - BTC công bố
giai đoạn 2021-2025 và 2026 - 2030
năm 2019/2020 và 2020-QĐ
trực 24/7, hỗ trợ 24/24
# units
chạy 100 km/h trên đường 4 làn
giá 3.800.000 đồng/tháng
500 kg/m3 bê tông, 25 mg/l, 5 lít/HA
thu nhập 65 triệu đồng/người/năm
định mức 3 m2/HS
1.000 đồng/CP
# addresses
số 58/12 đường Láng
nhà số 12/5 Nguyễn Trãi
Số 5, ngõ 12/3, phố Huế
số 12/A đường Bưởi
số 7/HT phường Tân Định
tổ 3/khu 5
# telephones, accounts, plates
ĐT: 024.3733-0000
Điện thoại: 0912-345-678
hotline 1900/GHN-24
STK 0011.00-VCB
Số tài khoản: 0011/VCB-HN
CCCD số 001234567890
mã số thuế 0101234567-001
xe mang biển 29A-123.45 và 51F-678.90
xe 80A-ABC
# gazette, forms, annexes
CÔNG BÁO/Số 1523 + 1524/Ngày 29-12-2024
Mẫu số 01/TB-ĐĐKD
Mẫu số 29-TTr
mẫu số 05-ĐK-TCT ban hành kèm theo
Mẫu số 01/BK-STK và 02/BK-STK
theo Mẫu 03/HS
Mẫu số 01/PLI, 02/PLII
Mẫu số 105/LĐVL-Sở
Mẫu 04/TT - Phụ lục 1
theomẫu số 01/TB-BSTT-NNTban hành
các Mẫu số: 04a-ĐK/TSC, 04b-ĐK/TSC
Biểu số 03/CK-NSNN kèm theo
Biểu mẫu 06/TKTH-TH
Biểu mẫu số 01/TKLN-THADS
tờ khai 01/GTGT-KHBS
tờ khai 02/QTT-TNCN
B01/BCTC-QBH
B 04/ĐV-NHNN
Biểu 2.1a-NXĐT và Biểu B2.1b-ĐGĐT
Phụ lục 01/2020 kèm theo
phụ lục số 16-MP
Mẫu số 14/BBKT-CSSX/GSQL
Mẫu số 13/QĐ-KTCSSX/GSQL
mẫu số 02/QĐ-⏎HT
Mẫu số 06-DS
Mẫu 01-TT
Hình 3a-PLIb: Mặt bằng
# pinpoints
Điều 12/NĐ quy định
khoản 1/Điều 2
Điều 38 - Trình tự
Mục 5 - KỶ LUẬT
# codes of goods, coefficients, names
90.00 - Loại khác
mã 8504.40.30 - MÁY
hệ số 2,34 và 1,5%
đạt 4,5/10 điểm
số 1, số 2 - 3
Lớp 10A1, lớp 12A-ABC
K56/CNTT
dịch COVID-19 lan rộng
Cách mạng công nghiệp 4.0/CNTT
nước G7, khối ASEAN-6, ca F0, mạng 5G/LTE
chip 3nm-TSMC
khoa học - công nghệ, kinh tế - xã hội
BLDS, BLHS, Luật HN&GĐ
TCVN, QCVN và ISO nói chung
TCVN về thép, ISO 9001 nói chung
SA.31100 - SA.31500 CÔNG TÁC ĐỤC
12.25000 - XÂY CÁC KẾT CẤU
# symbols without a serial, templates, bare numbers
mang ký hiệu QĐ-TTg hoặc NĐ-CP
Số:      /QĐ-BTP
Số: …/TB-UBND
Số: .../2026/NQ-HĐND
Số: ……/2025/NĐ-CP
[SỐ KÝ HIỆU]/GM-UBND
Số: xx/QĐ-UBND
Quyết định số 1706 và Quyết định số 1707
Nghị quyết 52, Nghị định 15/2020, Chỉ thị 16
Nghị định 15/2020 của Chính phủ
Nghị định số 162/2013/NĐ...
Nghị định số 162/2013/NĐ-C...
# counts and ordinals
63 tỉnh, thành phố; 07 nhóm nhiệm vụ; 03 đơn vị
ban hành 12 QĐ-UBND trong năm
lần thứ tư, thứ 8, khóa XV
1- Định mức vật liệu
10⏎- Đánh giá về quy trình
Tiêu chí 5 - TRÌNH ĐỘ
dòng 3 -⏎KTTH chung
# chrome, addresses of pages, file names
11:01 [GMT+7], Đang online: 3
https://example.vn/nghi-dinh-so-158-2025-nd-cp-45240
https://example.vn/van-ban/15/2020/NĐ-CP
tim-van-ban.aspx?keyword=80/2013/NĐ-CP&area=2
?keyword=2457/Q%C4%90-TTg
14/2007/TT-BL%C4%90TBXH
Nghi-quyet-66-16-2026-NQ-CP-cat-giam
94_2019_ND-CP.doc
26-2019-NĐ-CP.docx
214_2012_TT-BTC_3_179084.pdf
TT 36-2018-BYT.doc
Thông tư 23-2018-TT-BNNPTNT.docx
Phu luc 1_NĐ57.2018.docx
QCVN 172-TT16.docx
# chemistry
2,4,6-TNT và 3,3-DIPHENYL
4-ICH-CTD
SMEWW 4500-NH3.B&D:2012
Thông tư số  / 2025/TT-BTC.
Thông tư số … / 2025/TT-BCT ngày
Nghị định SỐ. -⁄2020NĐ- CP ngày
13-2023-TT-BGDĐT. CBCP.doc
kế hoạch 5/HKI của lớp
báo cáo 12/BCB
ngày 28/QH15 lần
Thông tư số … 2025/TT-BCT
Phụ lục⏎01/TB-ABCD
các tờ khai số 01/GTGT-KHBS
Tài khoản: 12/ABC-DEF
nghe báo cáo 12/UBND xã trực thuộc
đã hướng dẫn 10/HĐND cấp xã
kế hoạch 3/CP của quỹ
";

/// English legal text without a number.
const ENGLISH: &str = "
The General Assembly adopted resolution A/RES/70/1 in 2015.
See document A/CONF.157/24 and E/CN.4/2006/5.
Security Council resolution S/RES/1325 (2000) applies.
Human Rights Council resolution 16/18 was adopted without a vote.
Resolution 1/2 failed; Resolution 2/3 passed by a 2/3 majority.
Directive 95/46/EC was repealed by Regulation (EU) 2016/679.
Council Regulation (EC) No 1346/2000 on insolvency
Commission Decision 2010/87/EU is no longer valid.
Regulation No 17/62/EEC implemented the rules.
Case C-131/12, Case T-201/04 and Joined Cases C-92/09 and C-93/09
Application no. 5029/71 before the Strasbourg court
Brown v. Board of Education, 347 U.S. 483 (1954)
17 U.S.C. § 107 and 37 C.F.R. § 1.53(b)
Public Law 111-148 amended the Code.
Pub. L. No. 107-56, 115 Stat. 272
H.R. 3590 and S. 1867 were debated.
Executive Order 13769 was revoked.
The rate is 9.5/10 on a 24/7 helpline.
He drove 120 km/h in a 50-MPH zone.
COVID-19 and SARS-CoV-2 spread in 2019-2020.
The 9/11 Commission reported in 2004.
Form I-9, Form W-4, Form 10-K and Form 1099-MISC
Section 12-A and Schedule 3-B of the Act
Act No. 12-AB of the Parliament
the B-52 bomber and the F-16/A variant
ISO and IEC publish standards together.
The 3G/4G and 5G/LTE networks
An MP3/MP4 player with 16-GB storage
AC/DC toured in 1979/80.
Flight 370/MH was lost.
TCP/IP and HTTP/2 with TLS 1.3-PSK
RFC 2616/HTTP is obsolete.
a 1/4-inch bolt and a 3/8-UNC thread
The 10-K/A filing of 2012
Title 5/USC, chapter 12
page 12/TOC of the report
Invoice 2020/INV-ABC was paid.
Order 15/PO-XYZ is still open.
Room 12/B-WING is closed.
The vote was 12-BC against 5.
SOP 03-QA and SOP 04-QC were updated.
Apollo 11-CSM docked at 12:15.
a score of 21-CT in the second half
Section 8(a)/SBA program
the 1985/86 season, the 2010-NBA draft
Unit 4-CP of the plan
Grade 12/QA inspected
GPT-4/AI and R2-D2
In re 10-CV-01234 (S.D.N.Y. 2010)
Docket No. 12-CV-3456/ABC
No. 12-ABC of the register
18 percent by weight - ABC
Regulation 883/2004/EC applies
Decision 2000/520/EC was annulled
Protocol 12/ECHR has entered into force
Article 6/ECHR and Article 14/ICCPR
the G20/OECD framework
MARPOL 73/78 and SOLAS 74/88
UN/CEFACT and UN/EDIFACT
1990-AD and 2000-BC
Paragraph 12/13 of the preamble was struck out.
The parties met on 12/05/2019 and again on 3-4 June.
Trade fell by 12-15 per cent in Q3/Q4.
WT/DS2/AB/R and WT/DS58/R are reports of the WTO.
document TD/B/C.1/12 of UNCTAD
ST/SG/AC.10/1/Rev.21 lists dangerous goods
OJ L 119/1 and OJ C 326/47
COM/2018/218 final and SWD/2020/176
Council Directive 2006/112-EC on value added tax
Regulation (EEC) No 4064/89-MERGER
Decision No 2/76-ASSOCIATION of the council
CETS No. 108/ETS, signed in 1981
ILO Convention 87/98 on freedom of association
ICJ Reports 1986/14, paragraph 190
ECLI:EU:C:2014:317 identifies the case
[2019] UKSC 41 and [2020] EWCA Civ 123
R (Miller) v Prime Minister, 2019/UKSC
410 U.S. 113, 93 S.Ct. 705
15 U.S.C. 78j-B and Rule 10b-5/SEC
Section 230(c)(1)/CDA
The Treasury issued T.D. 9959/IRS
Rev. Rul. 99-7/IRB
I.R.C. § 501(c)(3)/EO
The court cited 28-USC 1331.
EO 12866 and EO 13563/OIRA
GAO-12-345T and GAO/T-RCED-99
Chapter 7/11/13 filings rose.
The 7-ELEVEN franchise, the 20-F form
A 360-DEGREE review and a 401-K plan
Boeing 737-MAX and Airbus 320-NEO
the 1080-HD screen and 4K/UHD video
UTC+7, 23:59-UTC, 12:30-GMT
ISO 27001 certification lapsed.
IEC and ISO/IEC JTC 1/SC 27
IEEE 802.11-AC and 802.3/LAN
USB 3.0/2.0 and PCI-E 4
ASTM D638-14 and ANSI Z39.18-2005
BS 7799 and DIN 476/A4
EN 71-3 and UL 94-V0
NATO STANAG 4569/AEP
HS code 8471.30-LAPTOP
SKU 12345-ABC and part 77-XYZ/B
Bus 12/A runs daily; gate 14-B is closed.
Flat 3/B, 221-B Baker Street
Suite 400/EAST, 1600 Pennsylvania Ave
P.O. Box 12-QR, ZIP 20500-ABC
Vitamin B-12/D3, omega-3/6
H5N1, H1N1/09 and 2019-NCOV
blood pressure 120/80-MMHG
pH 7.4/ACID, 0.9%-NACL
5-HT and 17-OH are compounds.
2,4-D and 2,4,5-TP are herbicides
Carbon-14/C-12 dating
U-235/238 enrichment
Type 2-DM patients, stage 3-CKD
ages 12-CHILD and under
Phase 1/2 and Phase 3-RCT
The ratio 3:1, 16:9 and 4:3-PAL
Windows 11/PRO, Office 2019/365
iPhone 12/PRO and Galaxy S21-FE
version 1.2.3-RC1, build 45-BETA
UTF-8/ASCII text, base-64/URL
AES-256/GCM and SHA-2/HMAC
404/NOT found, 500-ERROR
GDP grew 2.5%/YEAR, or 10/YR
$5/HR, 40 hrs/WK
12/24-VDC supply, 230-VAC mains
3-D printing, 2-D drawings, 4-H clubs
9-TO-5 jobs, 50-YARD line
World War 1/WWI and 2/WWII
Group of 77/CHINA spoke
Category 5/6-UTP cable
Level 3-VP approval
top 10-USD notes
a 2-CD set, a 3-TV home
The 12-PC cluster has 3-KW racks.
Terms: 2/10-NET 30
Net 30/EOM
FY2019/20-Q4 results
2020-CEO letter
1 GB/S, 100 MB/S
10-BIT colour, 24-FPS video
6-HP engine
8-PAGE brief
Section 12/TT of the code
The CP was 12-CP yesterday.
Bill 45/HD passed.
order 12-KH and order 13-BC
the file 03-TB
a memo 15-CT dated Monday
the 12-DA filter
grade 9-TC
row 4-QC and row 5-PA
Item 7/PL
Item 8/SL
See 12/CT below.
the 80-BB model
channel 7/TW
team 11-TU
Invoice No. 2020/INV-ABC and so 12/ABC-DEF
Tender no. 15/TDR-XYZ, Lot No. 4/KH-XYZ
Ref. 12/ABC-XYZ/2019 and our ref: 7/GHK-LM
Policy 12/2019/ABC-XYZ applies.
Contract: 45/SALES-EU
Case 12/2019/CIV and appeal 3/2020/CRIM
";
