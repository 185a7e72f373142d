//! References: `text → numbers`, or `text → numbers (via)`.

use vanban::DocumentId;
use vanban::citation::{Anaphor, Via};
use vanban::extract;

/// The references of `text`, without *KIND này*.
fn read(text: &str) -> Vec<String> {
    let found = extract(text).references;
    for reference in &found {
        assert_eq!(&text[reference.span.range()], reference.text);
    }
    found
        .iter()
        .filter(|r| r.value.anaphor != Anaphor::This)
        .map(|r| {
            let via = match r.value.via {
                Some(Via::Approves) => " (approves)",
                Some(Via::Promulgates) => " (promulgates)",
                _ => "",
            };
            let meant: Vec<String> = r.value.resolves_to.iter().map(DocumentId::name).collect();
            format!("{} → {}{via}", r.text, meant.join(", "))
        })
        .collect()
}

#[track_caller]
fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(read(text), *expected, "{text}");
    }
}

#[test]
#[rustfmt::skip]
fn back_to_the_last_of_the_kind() {
    check(&[
        ("Nghị quyết số 52-NQ/TW ra đời. Nghị quyết nêu trên rất quan trọng.", &["Nghị quyết nêu trên → 52-NQ/TW"]),
        ("Kế hoạch số 22/KH-UBND ra đời. Theo Kế hoạch nói trên thì được.", &["Kế hoạch nói trên → 22/KH-UBND"]),
        ("Chỉ thị số 16/CT-TTg ra đời. Thực hiện chỉ thị trên đây là cần.", &["chỉ thị trên đây → 16/CT-TTg"]),
        ("Nghị quyết số 52-NQ/TW và Nghị quyết số 50/NQ-CP. Thực hiện hai Nghị quyết nêu trên.", &["hai Nghị quyết nêu trên → 52-NQ/TW, 50/NQ-CP"]),
        ("Nghị quyết số 52-NQ/TW ra đời. Thực hiện hai Nghị quyết nêu trên.", &["hai Nghị quyết nêu trên → "]),
        ("Nghị quyết số 52-NQ/TW ra đời. Mục tiêu mà Nghị quyết đề ra là cao.", &["Nghị quyết → 52-NQ/TW"]),
        ("Nghị định số 30/2020/NĐ-CP ra đời. Mục tiêu mà Nghị quyết đề ra là cao.", &[]),
        ("Nghị định số 30/2020/NĐ-CP ra đời. Nghị quyết nêu trên là khác.", &["Nghị quyết nêu trên → "]),
        ("Bản án phúc thẩm số 42/2022/DS-PT và Bản án sơ thẩm số 18/2022/DS-ST. Hủy bản án phúc thẩm nêu trên.", &["bản án phúc thẩm nêu trên → 42/2022/DS-PT"]),
        ("Chương trình hành động số 135-CTr/BCS của Ban cán sự đảng Bộ Tư pháp. Theo Chương trình của Ban cán sự đảng Bộ Tư pháp thì được.", &["Chương trình của Ban cán sự đảng Bộ Tư pháp → 135-CTr/BCS"]),
        ("Kế hoạch số 22/KH-UBND ra đời. Các đơn vị xây dựng Kế hoạch.", &[]),
        ("Nghị quyết Đại hội XIII của Đảng ra đời. Mục tiêu mà Nghị quyết đề ra là cao.", &["Nghị quyết → Nghị quyết Đại hội XIII của Đảng"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn by_serial() {
    check(&[
        ("Quyết định số 1706/QĐ-BTP ra đời. Theo Quyết định số 1706 thì được.", &["Quyết định số 1706 → 1706/QĐ-BTP"]),
        ("Nghị định số 30/2020/NĐ-CP ra đời. Theo Nghị định 30 thì được.", &["Nghị định 30 → 30/2020/NĐ-CP"]),
        ("Nghị định số 15/2020/NĐ-CP ra đời. Theo Nghị định 15/2020 thì được.", &["Nghị định 15/2020 → 15/2020/NĐ-CP"]),
        ("Nghị định số 15/2020/NĐ-CP ra đời. Theo Nghị định 15/2021 thì khác.", &["Nghị định 15/2021 → "]),
        ("Nghị định số 15/2020/NĐ-CP và Nghị định số 16/2021/NĐ-CP. Theo Nghị định số 15 và 16 thì được.", &["Nghị định số 15 → 15/2020/NĐ-CP", "16 → 16/2021/NĐ-CP"]),
        ("Quyết định số 1706/QĐ-BTP, Quyết định số 1707/QĐ-BTP. Theo Quyết định số 1706 và Quyết định số 1707 thì được.", &["Quyết định số 1706 → 1706/QĐ-BTP", "Quyết định số 1707 → 1707/QĐ-BTP"]),
        ("Quyết định số 15/QĐ-BTP và Quyết định số 15/QĐ-BYT. Theo Quyết định số 15 thì chưa rõ.", &["Quyết định số 15 → "]),
        ("Quyết định số 15/QĐ-BTP. Theo Nghị định 30 thì chưa rõ.", &["Nghị định 30 → "]),
        ("Quyết định số 15/QĐ-BTP và 16 đơn vị.", &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn by_a_name_the_text_gave() {
    check(&[
        ("Nghị định số 30/2020/NĐ-CP (sau đây gọi tắt là Nghị định số 30). Theo Nghị định số 30 thì được.", &["Nghị định số 30 → 30/2020/NĐ-CP"]),
        ("Luật số 31/2024/QH15 (sau đây gọi là Luật Đất đai). Theo Luật Đất đai thì được.", &["Luật Đất đai → 31/2024/QH15"]),
        ("Luật Đất đai số 31/2024/QH15 (sau đây gọi là Luật). Theo Điều 5 của Luật thì được.", &["Luật → 31/2024/QH15"]),
        ("Luật Điện lực số 28/2004/QH11, Luật số 24/2012/QH13 (sau đây gọi chung là Luật Điện lực). Theo Luật Điện lực thì được.", &["Luật Điện lực → 28/2004/QH11, 24/2012/QH13"]),
        ("Nghị quyết số 98/2023/QH15 (viết tắt là Nghị quyết 98). Theo Nghị quyết 98 thì được.", &["Nghị quyết 98 → 98/2023/QH15"]),
        ("Luật Năng lượng nguyên tử số 94/2025/QH15 (sau đây gọi tắt là Luật Năng lượng nguyên tử 2025). Theo Luật Năng lượng nguyên tử 2025 thì được.", &["Luật Năng lượng nguyên tử 2025 → 94/2025/QH15"]),
        ("Quyết định số 1706/QĐ-BTP ban hành Kế hoạch công tác (sau đây gọi tắt là Kế hoạch). Mục tiêu mà Kế hoạch đề ra là cao.", &["Kế hoạch → 1706/QĐ-BTP (promulgates)"]),
        // It holds from its definition on.
        ("Theo Nghị định số 31 thì sao? Nghị định số 30/2020/NĐ-CP (sau đây gọi là Nghị định cũ).", &["Nghị định số 31 → "]),
        // Not a document.
        ("Công ty A (sau đây gọi là Công ty). Theo Công ty thì được.", &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn laws_by_title() {
    check(&[
        ("Luật Đất đai số 31/2024/QH15 ra đời. Theo Luật Đất đai thì được.", &["Luật Đất đai → 31/2024/QH15"]),
        ("Căn cứ Luật Nhà ở ngày 27 tháng 11 năm 2023. Theo Luật Nhà ở thì được.", &["Luật Nhà ở → 27/2023/QH15"]),
        ("Luật Phòng, chống ma túy số 73/2021/QH14 ra đời. Theo Luật Phòng chống ma túy thì được.", &["Luật Phòng chống ma túy → 73/2021/QH14"]),
        ("Luật Đất đai số 45/2013/QH13, Luật Đất đai số 31/2024/QH15. Theo Luật Đất đai thì chưa rõ.", &["Luật Đất đai → "]),
        // Another year, another law.
        ("Luật Đất đai số 31/2024/QH15 ra đời. Theo Luật Đất đai năm 2013 thì khác.", &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn through_the_decision_that_carries_it() {
    check(&[
        ("Quyết định số 471/QĐ-TTg phê duyệt Đề án chuyển đổi số. Mục tiêu mà Đề án đề ra là cao.", &["Đề án → 471/QĐ-TTg (approves)"]),
        ("Quyết định số 12/QĐ-BTP ban hành Quy chế làm việc. Theo Quy chế nêu trên thì được.", &["Quy chế nêu trên → 12/QĐ-BTP (promulgates)"]),
        ("Quy chế làm việc ban hành kèm theo Quyết định số 12/QĐ-BTP. Theo Quy chế nêu trên thì được.", &["Quy chế nêu trên → 12/QĐ-BTP (promulgates)"]),
        ("Kế hoạch công tác được phê duyệt tại Quyết định số 12/QĐ-BTP. Mục tiêu mà Kế hoạch đề ra là cao.", &["Kế hoạch → 12/QĐ-BTP (approves)"]),
        ("Quyết định số 1/QĐ-TTg phê duyệt Đề án một. Quyết định số 2/QĐ-TTg phê duyệt Đề án hai. Mục tiêu mà Đề án đề ra là cao.", &["Đề án → "]),
        ("Quyết định số 471/QĐ-TTg phê duyệt Đề án chuyển đổi số. Mục tiêu mà Kế hoạch đề ra là cao.", &[]),
    ]);
}

#[test]
fn the_document_itself() {
    let text = "Số: 12/2025/NĐ-CP\nHà Nội, ngày 02 tháng 3 năm 2025\n\nNGHỊ ĐỊNH\nVề văn thư\n\nĐiều 1. Nghị định này quy định về văn thư.\nĐiều 2. Sửa đổi khoản 2 như sau:\n“2. Nghị định này không áp dụng.”.";
    let document = extract(text);
    let own_id = document.identity().cloned();
    assert!(own_id.is_some());
    let own: Vec<_> = document
        .references
        .into_iter()
        .map(|r| (r.value.anaphor, r.value.resolves_to))
        .collect();
    assert_eq!(
        own,
        [
            (Anaphor::This, Vec::from_iter(own_id)),
            // New wording speaks of the document into which it goes.
            (Anaphor::This, vec![]),
        ]
    );
}
