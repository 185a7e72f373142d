//! Relations: `verb: relation source > target`, provisions in brackets.

use vanban::extract;

fn names(ends: &[vanban::amendment::Node]) -> String {
    let names: Vec<String> = ends.iter().map(ToString::to_string).collect();
    names.join(" + ")
}

fn line(verb: &str, value: &vanban::amendment::Relation) -> String {
    let provisions: Vec<_> = value
        .provisions
        .iter()
        .map(|target| target.to_string())
        .collect();
    let provisions = match provisions.as_slice() {
        [] => String::new(),
        some => format!(" [{}]", some.join(", ")),
    };
    format!(
        "{verb}: {} {} > {}{provisions}",
        value.relation,
        names(&value.source),
        names(&value.target),
    )
}

fn read(text: &str) -> Vec<String> {
    let found = extract(text).relations;
    for relation in &found {
        assert_eq!(&text[relation.span.range()], relation.text);
    }
    found.iter().map(|r| line(&r.text, &r.value)).collect()
}

#[track_caller]
fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(read(text), *expected, "{text}");
    }
}

/// The relations of a decree with this text.
fn of_decree(text: &str) -> Vec<String> {
    let header = "CHÍNH PHỦ\nSố: 12/2025/NĐ-CP\nHà Nội, ngày 02 tháng 3 năm 2025\n\nNGHỊ ĐỊNH\nVề văn thư\n\n";
    read(&format!("{header}{text}"))
}

#[track_caller]
fn check_decree(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(of_decree(text), *expected, "{text}");
    }
}

#[test]
#[rustfmt::skip]
fn bodies_issue() {
    check(&[
        ("Chính phủ ban hành Nghị định số 30/2020/NĐ-CP.", &["ban hành: issues Chính phủ > 30/2020/NĐ-CP"]),
        ("Ngày 05/3/2020, Chính phủ đã ban hành Nghị định số 30/2020/NĐ-CP.", &["ban hành: issues Chính phủ > 30/2020/NĐ-CP"]),
        ("Bộ trưởng Bộ Y tế ký Quyết định số 12/QĐ-BYT.", &["ký: issues Bộ trưởng Bộ Y tế > 12/QĐ-BYT"]),
        ("Bộ Chính trị thông qua Nghị quyết số 52-NQ/TW.", &["thông qua: issues Bộ Chính trị > 52-NQ/TW"]),
        ("Bộ Y tế ban hành các văn bản gồm: Quyết định số 31/QĐ-BYT; Quyết định số 32/QĐ-BYT.", &["ban hành: issues Bộ Y tế > 31/QĐ-BYT + 32/QĐ-BYT"]),
        ("Các bộ ban hành kế hoạch.", &[]),
        ("Tòa án nhân dân tỉnh có các nhiệm vụ sau đây: xét xử theo Bộ luật số 101/2015/QH13.", &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn documents_carry_documents() {
    check(&[
        ("Quyết định số 1706/QĐ-BTP ban hành Kế hoạch công tác.", &["ban hành: promulgates 1706/QĐ-BTP > Kế hoạch công tác"]),
        ("Quyết định số 471/QĐ-TTg phê duyệt Đề án “Chuyển đổi số”.", &["phê duyệt: approves 471/QĐ-TTg > Đề án “Chuyển đổi số”"]),
        ("Quyết định số 471/QĐ-TTg về việc phê duyệt Đề án du lịch.", &["phê duyệt: approves 471/QĐ-TTg > Đề án du lịch"]),
        ("Quy chế làm việc ban hành kèm theo Quyết định số 12/QĐ-BTP.", &["ban hành kèm theo: attached_to Quy chế làm việc > 12/QĐ-BTP"]),
        ("Chương trình hành động của Bộ Tư pháp thực hiện Nghị quyết số 52-NQ/TW ban hành kèm theo Quyết định số 1116/QĐ-BTP.", &["thực hiện: implements 1116/QĐ-BTP > 52-NQ/TW", "ban hành kèm theo: attached_to Chương trình hành động của Bộ Tư pháp > 1116/QĐ-BTP"]),
        // An annex is no document of its own.
        ("Giấy phép theo Mẫu số 02 tại Phụ lục III ban hành kèm theo Thông tư số 01/2026/TT-BCT.", &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn documents_carry_out_documents() {
    check(&[
        ("Chương trình số 10-CTr/BCS thực hiện Nghị quyết Đại hội XIII của Đảng.", &["thực hiện: implements 10-CTr/BCS > Nghị quyết Đại hội XIII của Đảng"]),
        ("Kế hoạch số 44-KH/TU triển khai thực hiện Đề án số 10-ĐA/TU.", &["triển khai thực hiện: implements 44-KH/TU > 10-ĐA/TU"]),
        ("Nghị quyết số 50/NQ-CP về thực hiện Nghị quyết số 52-NQ/TW.", &["thực hiện: implements 50/NQ-CP > 52-NQ/TW"]),
        ("Nghị định số 95/2024/NĐ-CP quy định chi tiết Luật Nhà ở năm 2023.", &["quy định chi tiết: details 95/2024/NĐ-CP > 27/2023/QH15"]),
        ("Nghị định số 101/2024/NĐ-CP quy định chi tiết một số điều của Luật Đất đai số 31/2024/QH15.", &["quy định chi tiết: details 101/2024/NĐ-CP > 31/2024/QH15"]),
        ("Thông tư số 02/2021/TT-BNV hướng dẫn thi hành Nghị định số 30/2020/NĐ-CP.", &["hướng dẫn thi hành: guides 02/2021/TT-BNV > 30/2020/NĐ-CP"]),
        ("Thông tư số 02/2021/TT-BNV hướng dẫn Nghị định số 30/2020/NĐ-CP.", &["hướng dẫn: guides 02/2021/TT-BNV > 30/2020/NĐ-CP"]),
        ("Công văn số 5/BYT-KH phúc đáp Công văn số 12/UBND-VX.", &["phúc đáp: responds_to 5/BYT-KH > 12/UBND-VX"]),
        ("Kế hoạch số 22/KH-UBND tổ chức thực hiện Chỉ thị số 16/CT-TTg.", &["tổ chức thực hiện: implements 22/KH-UBND > 16/CT-TTg"]),
        ("Kế hoạch số 22/KH-UBND triển khai thi hành Luật Đất đai số 31/2024/QH15.", &["triển khai thi hành: implements 22/KH-UBND > 31/2024/QH15"]),
        ("Nghị quyết số 50/NQ-CP cụ thể hóa Nghị quyết Trung ương 4 khóa XII.", &["cụ thể hóa: details 50/NQ-CP > Nghị quyết Trung ương 4 khóa XII"]),
        ("Công văn số 5/BYT-KH trả lời Văn bản số 12/UBND-VX.", &["trả lời: responds_to 5/BYT-KH > 12/UBND-VX"]),
        // Nobody has numbered it yet.
        ("Các đơn vị xây dựng kế hoạch thực hiện Nghị quyết số 52-NQ/TW.", &[]),
        ("Việc thực hiện đúng quy định là cần thiết.", &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn documents_change_documents() {
    check(&[
        ("Nghị định số 14/2022/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 15/2020/NĐ-CP.", &["sửa đổi, bổ sung: amends 14/2022/NĐ-CP > 15/2020/NĐ-CP"]),
        ("Nghị định số 14/2022/NĐ-CP sửa đổi Nghị định số 15/2020/NĐ-CP và Nghị định số 119/2020/NĐ-CP.", &["sửa đổi: amends 14/2022/NĐ-CP > 15/2020/NĐ-CP + 119/2020/NĐ-CP"]),
        ("Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP.", &["thay thế: replaces 30/2020/NĐ-CP > 110/2004/NĐ-CP"]),
        ("Quyết định số 5/QĐ-BTP bãi bỏ Quyết định số 4/QĐ-BTP.", &["bãi bỏ: repeals 5/QĐ-BTP > 4/QĐ-BTP"]),
        ("Quyết định số 5/QĐ-BTP hủy bỏ Quyết định số 4/QĐ-BTP.", &["hủy bỏ: repeals 5/QĐ-BTP > 4/QĐ-BTP"]),
        ("Quyết định số 5/QĐ-BTP huỷ bỏ Quyết định số 4/QĐ-BTP.", &["huỷ bỏ: repeals 5/QĐ-BTP > 4/QĐ-BTP"]),
        ("Quyết định số 5/QĐ-BTP thu hồi Quyết định số 4/QĐ-BTP.", &["thu hồi: withdraws 5/QĐ-BTP > 4/QĐ-BTP"]),
        ("Quyết định số 5/QĐ-BTP đính chính Quyết định số 4/QĐ-BTP.", &["đính chính: corrects 5/QĐ-BTP > 4/QĐ-BTP"]),
        ("Quyết định số 5/QĐ-BTP đình chỉ Quyết định số 4/QĐ-BTP.", &["đình chỉ: suspends 5/QĐ-BTP > 4/QĐ-BTP"]),
        ("Nghị quyết số 9/NQ-CP tạm ngưng hiệu lực Nghị định số 46/2026/NĐ-CP.", &["tạm ngưng hiệu lực: suspends 9/NQ-CP > 46/2026/NĐ-CP"]),
        ("Nghị quyết số 9/NQ-CP kéo dài thời hạn Nghị định số 46/2026/NĐ-CP.", &["kéo dài thời hạn: extends 9/NQ-CP > 46/2026/NĐ-CP"]),
        ("Văn bản hợp nhất số 19/VBHN-VPQH hợp nhất Luật số 45/2019/QH14.", &["hợp nhất: consolidates 19/VBHN-VPQH > 45/2019/QH14"]),
        ("Nghị định số 30/2020/NĐ-CP có 7 chương và thay thế Nghị định số 110/2004/NĐ-CP.", &["thay thế: replaces 30/2020/NĐ-CP > 110/2004/NĐ-CP"]),
        ("Quyết định số 5/QĐ-BTP thay thế Quyết định số 3/QĐ-BTP; Quyết định số 4/QĐ-BTP.", &["thay thế: replaces 5/QĐ-BTP > 3/QĐ-BTP + 4/QĐ-BTP"]),
        ("Nghị quyết số 9/NQ-CP kéo dài hiệu lực Nghị định số 46/2026/NĐ-CP.", &["kéo dài hiệu lực: extends 9/NQ-CP > 46/2026/NĐ-CP"]),
        ("Bộ trưởng thay thế nhân sự; Nghị định số 30/2020/NĐ-CP vẫn giữ.", &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn the_passive_turns_round() {
    check(&[
        ("Nghị định số 15/2020/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 14/2022/NĐ-CP.", &["sửa đổi, bổ sung: amends 14/2022/NĐ-CP > 15/2020/NĐ-CP"]),
        ("Nghị định số 12/CP đã được sửa đổi, bổ sung một số điều theo Nghị định số 01/2003/NĐ-CP.", &["sửa đổi, bổ sung: amends 01/2003/NĐ-CP > 12/CP"]),
        ("Quyết định số 4/QĐ-BTP bị bãi bỏ bởi Quyết định số 5/QĐ-BTP.", &["bãi bỏ: repeals 5/QĐ-BTP > 4/QĐ-BTP"]),
        ("Quyết định số 4/QĐ-BTP được thay thế bằng Quyết định số 5/QĐ-BTP.", &["thay thế: replaces 5/QĐ-BTP > 4/QĐ-BTP"]),
        ("Luật số 1/2019/QH14 (được sửa đổi, bổ sung tại Luật số 2/2020/QH14)", &["sửa đổi, bổ sung: amends 2/2020/QH14 > 1/2019/QH14"]),
        ("Luật số 25/2008/QH12, được sửa đổi, bổ sung bởi Luật số 32/2013/QH13 và Luật số 46/2014/QH13.", &["sửa đổi, bổ sung: amends 32/2013/QH13 + 46/2014/QH13 > 25/2008/QH12"]),
        ("Khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP được sửa đổi bởi khoản 3 Điều 1 Nghị định số 14/2022/NĐ-CP.", &["sửa đổi: amends 14/2022/NĐ-CP > 15/2020/NĐ-CP [khoản 2 Điều 5]"]),
        ("điểm a Điều 9 Bộ luật số 101/2015/QH13 được sửa đổi, bổ sung một số điều theo Luật số 02/2021/QH15.", &["sửa đổi, bổ sung: amends 02/2021/QH15 > 101/2015/QH13"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn the_document_at_hand_acts() {
    check_decree(&[
        ("Căn cứ Luật Lưu trữ số 33/2024/QH15;\nCăn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;", &["Căn cứ: based_on 12/2025/NĐ-CP > 33/2024/QH15", "Căn cứ: based_on 12/2025/NĐ-CP > 63/2025/QH15"]),
        // A form has a basis of its own.
        ("Điều 1. Phạm vi\nCăn cứ Luật Lưu trữ số 33/2024/QH15;\nTheo đề nghị của Bộ trưởng Bộ Nội vụ;", &[]),
        ("Theo đề nghị của Bộ trưởng Bộ Nội vụ;", &["Theo đề nghị của: at_proposal_of 12/2025/NĐ-CP > Bộ trưởng Bộ Nội vụ"]),
        ("Điều 1. Nghị định này quy định chi tiết Luật Lưu trữ số 33/2024/QH15.", &["quy định chi tiết: details 12/2025/NĐ-CP > 33/2024/QH15"]),
        ("Điều 9. Bãi bỏ khoản 2 Điều 32 của Nghị định số 15/2020/NĐ-CP.", &["Bãi bỏ: repeals 12/2025/NĐ-CP > 15/2020/NĐ-CP [khoản 2 Điều 32]"]),
        ("Điều 9. Sửa đổi, bổ sung một số điều của Nghị định số 15/2020/NĐ-CP như sau:", &["Sửa đổi, bổ sung: amends 12/2025/NĐ-CP > 15/2020/NĐ-CP"]),
        ("Điều 9. Sửa đổi, bổ sung điểm a khoản 1 Điều 3 Nghị định số 15/2020/NĐ-CP.", &["Sửa đổi, bổ sung: amends 12/2025/NĐ-CP > 15/2020/NĐ-CP [điểm a khoản 1 Điều 3]"]),
        ("Điều 9. Thay thế cụm từ “huyện” bằng cụm từ “xã” tại khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP.", &["Thay thế: amends 12/2025/NĐ-CP > 15/2020/NĐ-CP [khoản 2 Điều 5]"]),
        ("Điều 9. Nghị định này có hiệu lực từ ngày 01/5/2025 và thay thế Nghị định số 30/2020/NĐ-CP.", &["thay thế: replaces 12/2025/NĐ-CP > 30/2020/NĐ-CP"]),
        ("Điều 9. Nghị định số 30/2020/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.", &["hết hiệu lực: expires 12/2025/NĐ-CP > 30/2020/NĐ-CP"]),
        ("Điều 2. Việc lưu trữ thực hiện theo quy định tại khoản 1 Điều 4 Luật Lưu trữ số 33/2024/QH15.", &["theo quy định tại: refers_to 12/2025/NĐ-CP > 33/2024/QH15 [khoản 1 Điều 4]"]),
        ("a) Bãi bỏ Điều 20 của Nghị định số 71/2015/NĐ-CP;\nb) Bãi bỏ Điều 7 của Nghị định số 106/2021/NĐ-CP.", &["Bãi bỏ: repeals 12/2025/NĐ-CP > 71/2015/NĐ-CP [Điều 20]", "Bãi bỏ: repeals 12/2025/NĐ-CP > 106/2021/NĐ-CP [Điều 7]"]),
    ]);
}

#[test]
fn new_wording_relates_to_nothing() {
    check_decree(&[(
        "Điều 1. Sửa đổi Điều 7 Nghị định số 15/2020/NĐ-CP như sau:\n“Điều 7. Hồ sơ\n1. Thực hiện theo quy định tại Nghị định số 61/2018/NĐ-CP.\n2. Bãi bỏ Nghị định số 45/2010/NĐ-CP.”.\nĐiều 2. Bãi bỏ Nghị định số 9/2019/NĐ-CP.",
        &[
            "Sửa đổi: amends 12/2025/NĐ-CP > 15/2020/NĐ-CP [Điều 7]",
            "Bãi bỏ: repeals 12/2025/NĐ-CP > 9/2019/NĐ-CP",
        ],
    )]);
}

#[test]
fn a_basis_in_a_sentence() {
    check(&[(
        "Căn cứ vào Nghị quyết số 52-NQ/TW và Nghị quyết số 50/NQ-CP, Bộ Tư pháp ban hành Chương trình số 135-CTr/BCS.",
        &[
            "Căn cứ vào: based_on 135-CTr/BCS > 52-NQ/TW + 50/NQ-CP",
            "ban hành: issues Bộ Tư pháp > 135-CTr/BCS",
        ],
    )]);
}

#[test]
fn edges_of_the_graph() {
    use vanban::amendment::{Node, RelationKind};

    let text = "Chính phủ ban hành Nghị định số 30/2020/NĐ-CP. Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP và Nghị định số 09/2010/NĐ-CP.";
    let document = extract(text);
    let edges: Vec<_> = document
        .graph()
        .map(|e| (e.source, e.relation, e.target))
        .collect();
    let cited = |i: usize| Node::Document(document.citations[i].value.id.clone());
    let body = Node::Body("Chính phủ".to_owned());
    assert_eq!(
        edges,
        [
            (&body, RelationKind::Issues, &cited(0)),
            (&cited(0), RelationKind::Replaces, &cited(2)),
            (&cited(0), RelationKind::Replaces, &cited(3)),
        ]
    );
}
