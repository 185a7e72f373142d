//! Citations: what one sentence says of a document, and what the document adds.
//!
//! A row is a text and, for each citation in it, `kind | number | date | issuer`; `-` is "not said".

mod forms;
mod hostile;
mod identifiers;
mod properties;
mod references;
mod rows;

#[path = "../common/mod.rs"]
mod common;

use vanban::extract;

/// The citations of `text` as this text itself states them, one line each.
fn stated(text: &str) -> Vec<String> {
    extract(text)
        .citations
        .iter()
        .map(|found| {
            let value = &found.value;
            assert_eq!(&text[found.span.range()], found.text);
            [
                value.kind.as_ref().map(ToString::to_string),
                value.number.as_ref().map(|number| number.to_string()),
                value.date.as_ref().map(|date| date.date.to_string()),
                names(value.issuers.iter().map(|issuer| issuer.name.as_str())),
            ]
            .map(|field| field.unwrap_or_else(|| "-".into()))
            .join(" | ")
        })
        .collect()
}

/// Names in one string; none is `None`.
fn names<'n>(names: impl Iterator<Item = &'n str>) -> Option<String> {
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| names.join("; "))
}

#[track_caller]
fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(stated(text), *expected, "{text}");
    }
}

#[test]
#[rustfmt::skip]
fn everything_stands_behind_the_number() {
    check(&[
        ("theo Nghị quyết số 27-NQ/TW", &["Nghị quyết | 27-NQ/TW | - | -"]),
        ("Quyết định số 844/QĐ-TTg ngày 18/5/2016 của Thủ tướng Chính phủ phê duyệt Đề án", &["Quyết định | 844/QĐ-TTg | 2016-05-18 | Thủ tướng Chính phủ"]),
        ("Thông tư số 57/2019/TT-BCA ngày 11 tháng 11 năm 2019 của Bộ trưởng Bộ Công an", &["Thông tư | 57/2019/TT-BCA | 2019-11-11 | Bộ trưởng Bộ Công an"]),
        ("Thông tư 37/2024/TT-BYT của Bộ Y tế ngày 16/11/2024 quy định", &["Thông tư | 37/2024/TT-BYT | 2024-11-16 | Bộ Y tế"]),
        ("Nghị quyết số 27-NQ/TW, ngày 09-11-2022, của Ban Chấp hành Trung ương", &["Nghị quyết | 27-NQ/TW | 2022-11-09 | Ban Chấp hành Trung ương"]),
        ("Nghị định 30/2020/NĐ-CP (ngày 05/3/2020) về công tác văn thư", &["Nghị định | 30/2020/NĐ-CP | 2020-03-05 | -"]),
        ("Quyết định của Thủ tướng Chính phủ số 19/2025/QĐ-TTg ngày 30/6/2025", &["Quyết định | 19/2025/QĐ-TTg | 2025-06-30 | Thủ tướng Chính phủ"]),
        ("Công văn số 4698/BNV-CCVC ngày 15/9/2020 của Bộ Nội vụ về biên chế", &["Công văn | 4698/BNV-CCVC | 2020-09-15 | Bộ Nội vụ"]),
        ("theo Tờ trình số 177/TTr-CP ngày 09/4/2025 của Chính phủ", &["Tờ trình | 177/TTr-CP | 2025-04-09 | Chính phủ"]),
        ("Chương trình hành động số 06-CTr/TU ngày 20/01/2021 của Tỉnh ủy Sơn La", &["Chương trình hành động | 06-CTr/TU | 2021-01-20 | Tỉnh ủy Sơn La"]),
        ("Kế hoạch số 22/KH-UBND\nngày 15/01/2024 của UBND tỉnh Sơn La", &["Kế hoạch | 22/KH-UBND | 2024-01-15 | Ủy ban nhân dân tỉnh Sơn La"]),
        ("Kết luận số 210-KL/TW được Bộ Chính trị ban hành ngày 12/11/2025 nêu", &["Kết luận | 210-KL/TW | 2025-11-12 | Bộ Chính trị"]),
        ("Thông tư số 02/2021/TT-BNV do Bộ Nội vụ ban hành ngày 11/6/2021", &["Thông tư | 02/2021/TT-BNV | 2021-06-11 | Bộ Nội vụ"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn laws_are_named_before_their_number() {
    check(&[
        ("Luật Bảo hiểm y tế số 25/2008/QH12 ngày 14 tháng 11 năm 2008", &["Luật | 25/2008/QH12 | 2008-11-14 | -"]),
        ("Bộ luật Lao động số 45/2019/QH14", &["Bộ luật | 45/2019/QH14 | - | -"]),
        ("Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 46/2014/QH13 ngày 13/6/2014", &["Luật | 46/2014/QH13 | 2014-06-13 | -"]),
        ("Pháp lệnh Ngoại hối số 28/2005/PL-UBTVQH11 của Ủy ban Thường vụ Quốc hội", &["Pháp lệnh | 28/2005/PL-UBTVQH11 | - | Ủy ban Thường vụ Quốc hội"]),
        ("các Luật số 43/2024/QH15, số 47/2024/QH15 và số 58/2024/QH15", &["Luật | 43/2024/QH15 | - | -", "Luật | 47/2024/QH15 | - | -", "Luật | 58/2024/QH15 | - | -"]),
        ("Luật Tổ chức Chính phủ số 63/2025/QH15;\nCăn cứ Luật Đấu thầu số 22/2023/QH15", &["Luật | 63/2025/QH15 | - | -", "Luật | 22/2023/QH15 | - | -"]),
        ("Nghị quyết số 190/2025/QH15 của Quốc hội", &["Nghị quyết | 190/2025/QH15 | - | Quốc hội"]),
    ]);
    let text = "Căn cứ Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13;";
    let title = extract(text).citations[0]
        .value
        .title
        .clone()
        .expect("a title");
    assert_eq!(title.text, "Phổ biến, giáo dục pháp luật");
}

#[test]
#[rustfmt::skip]
fn the_sentence_says_who_and_when() {
    check(&[
        ("Ngày 09/11/2022, Ban Chấp hành Trung ương đã ban hành Nghị quyết số 27-NQ/TW về nhà nước pháp quyền.", &["Nghị quyết | 27-NQ/TW | 2022-11-09 | Ban Chấp hành Trung ương"]),
        ("Bộ Y tế vừa ban hành Thông tư số 37/2024/TT-BYT.", &["Thông tư | 37/2024/TT-BYT | - | Bộ Y tế"]),
        ("Ngày 03/02/2021 tại Hà Nội, Bộ trưởng Bộ Công an ký ban hành Quyết định số 712/QĐ-BCA.", &["Quyết định | 712/QĐ-BCA | 2021-02-03 | Bộ trưởng Bộ Công an"]),
        ("Chính phủ ngày 17/4/2020 đã ban hành Nghị quyết số 50/NQ-CP.", &["Nghị quyết | 50/NQ-CP | 2020-04-17 | Chính phủ"]),
        ("Bộ Nội vụ có Công văn số 4698/BNV-CCVC ngày 15/9/2020 gửi các bộ.", &["Công văn | 4698/BNV-CCVC | 2020-09-15 | Bộ Nội vụ"]),
        // Only the object of the verb is governed, nothing nested in it.
        ("Ngày 12/3/2021, Chính phủ ban hành Nghị quyết số 31/NQ-CP thực hiện Nghị quyết số 55-NQ/TW.", &["Nghị quyết | 31/NQ-CP | 2021-03-12 | Chính phủ", "Nghị quyết | 55-NQ/TW | - | -"]),
        ("Ban Cán sự đảng Bộ Y tế ban hành Kế hoạch thực hiện Nghị quyết số 20-NQ/TW", &["Nghị quyết | 20-NQ/TW | - | -"]),
        // A sentence ends where it ends.
        ("Ngày 12/3/2021, Chính phủ họp. Bộ Y tế ban hành Quyết định số 12/QĐ-BYT.", &["Quyết định | 12/QĐ-BYT | - | Bộ Y tế"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_bracket_is_told_by_the_sentence_before_it() {
    check(&[
        ("Ngày 26/3/2021, Thủ tướng Chính phủ đã ký Quyết định phê duyệt Chương trình phát triển (Quyết định số 468/QĐ-TTg).", &["Quyết định | 468/QĐ-TTg | 2021-03-26 | Thủ tướng Chính phủ"]),
        ("Đề án phát triển du lịch (Quyết định số 468/QĐ-TTg)", &["Quyết định | 468/QĐ-TTg | - | -"]),
    ]);
}

#[test]
fn a_number_without_a_head() {
    check(&[(
        "thực hiện 27-NQ/TW; 31-CT/TW",
        &[
            "Nghị quyết | 27-NQ/TW | - | -",
            "Chỉ thị | 31-CT/TW | - | -",
        ],
    )]);
    // The number of the document itself is no citation.
    assert!(
        stated("BỘ TƯ PHÁP\nSố: 1245/QĐ-BTP\nHà Nội, ngày 05 tháng 8 năm 2020\nQUYẾT ĐỊNH")
            .is_empty()
    );
}

/// What the whole of `text` tells of each citation: `number | date | issuer`.
fn resolved(text: &str) -> Vec<String> {
    extract(text)
        .citations
        .iter()
        .map(|found| {
            let resolved = &found.value.resolved;
            let date = resolved
                .date
                .map_or("-".to_owned(), |date| date.to_string());
            format!(
                "{} | {date} | {}",
                found.value.name(),
                names(resolved.issuers.iter().map(String::as_str)).unwrap_or("-".into())
            )
        })
        .collect()
}

#[test]
fn mentions_help_each_other() {
    assert_eq!(
        resolved(
            "Triển khai Nghị quyết số 27-NQ/TW.\nNghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương nêu rõ."
        ),
        [
            "27-NQ/TW | 2022-11-09 | Ban Chấp hành Trung ương",
            "27-NQ/TW | 2022-11-09 | Ban Chấp hành Trung ương"
        ]
    );
    // The code in the number tells the issuer when nothing else does, and never a date.
    assert_eq!(
        resolved("theo Quyết định số 844/QĐ-TTg"),
        ["844/QĐ-TTg | - | Thủ tướng Chính phủ"]
    );
    // TW stands for three bodies: none is picked.
    assert_eq!(
        resolved("theo Nghị quyết số 27-NQ/TW"),
        ["27-NQ/TW | - | -"]
    );
    // A number that is used again in another year is another document.
    assert_eq!(
        resolved(
            "Quyết định số 15/QĐ-BTP ngày 05/01/2020, Quyết định số 15/QĐ-BTP ngày 09/01/2021 và Quyết định số 15/QĐ-BTP."
        )[2],
        "15/QĐ-BTP | - | Bộ Tư pháp"
    );
    // A law and a resolution may share a number.
    assert_eq!(
        resolved("Luật số 55/2010/QH12 ngày 17/6/2010; Nghị quyết số 55/2010/QH12 của Quốc hội")[1],
        "55/2010/QH12 | - | Quốc hội"
    );
    // The body that issues a row of documents issues each of them.
    assert_eq!(
        resolved(
            "Bộ trưởng Bộ Y tế đã ban hành các văn bản hướng dẫn, bao gồm Quyết định số 31/QĐ-BYT ngày 04/01/2021 về kế hoạch; Quyết định số 32/QĐ-BYT."
        ),
        [
            "31/QĐ-BYT | 2021-01-04 | Bộ trưởng Bộ Y tế",
            "32/QĐ-BYT | - | Bộ trưởng Bộ Y tế"
        ]
    );
}

#[test]
fn subjects_end_where_the_next_thing_begins() {
    for (text, subject) in [
        (
            "Nghị định số 30/2020/NĐ-CP về công tác văn thư; căn cứ",
            Some("công tác văn thư"),
        ),
        (
            "Thông tư số 02/2021/TT-BNV quy định mã số (sau đây gọi là Thông tư 02)",
            Some("quy định mã số"),
        ),
        (
            "(Công văn số 4698/BNV-CCVC về việc giao biên chế)",
            Some("giao biên chế"),
        ),
        (
            "Nghị quyết số 20-NQ/TW về y tế và Nghị quyết số 21-NQ/TW về dân số.",
            Some("y tế"),
        ),
        ("theo Nghị định số 30/2020/NĐ-CP, cơ quan phải", None),
        ("theo Nghị định số 30/2020/NĐ-CP", None),
    ] {
        let document = extract(text);
        assert_eq!(
            document.citations[0]
                .value
                .subject
                .as_ref()
                .map(|s| &*s.text),
            subject,
            "{text}"
        );
    }
}
