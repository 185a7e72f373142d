//! Effectivity: `kind of [provisions] from`.

use vanban::amendment::Effective;
use vanban::extract;

fn read(text: &str) -> Vec<String> {
    let found = extract(text).effectivity;
    found
        .iter()
        .map(|e| {
            assert_eq!(&text[e.span.range()], e.text);
            let value = &e.value;
            let list = |targets: &vanban::provision::Targets| {
                targets
                    .iter()
                    .map(|target| target.to_string())
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            let from = match &value.from {
                Some(Effective::Date { edtf, span }) => {
                    assert!(text[span.range()].contains(|c: char| c.is_ascii_digit()));
                    edtf.clone()
                }
                Some(Effective::Offset { offset, .. }) => {
                    format!("{} after {:?}", offset.period, offset.from)
                }
                Some(Effective::Event { anchor, .. }) => format!("{anchor:?}"),
                Some(Effective::With { document }) => {
                    format!("with {document}")
                }
                other => format!("{other:?}"),
            };
            let of = &value.of;
            format!(
                "{:?} {of} [{}] {from} [{}]",
                value.kind,
                list(&value.provisions),
                list(&value.except)
            )
        })
        .collect()
}

#[test]
fn statements_of_force() {
    for (text, expected) in [
        (
            "Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.",
            &["EntersIntoForce self [] 2025-07-01 []"][..],
        ),
        (
            "Thông tư này có hiệu lực kể từ ngày ký.",
            &["EntersIntoForce self [] Signing []"],
        ),
        (
            "Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.",
            &["EntersIntoForce self [] Signing []"],
        ),
        (
            "Nghị định này có hiệu lực thi hành sau 45 ngày, kể từ ngày ký.",
            &["EntersIntoForce self [] P45D after Signing []"],
        ),
        (
            "Luật số 31/2024/QH15 có hiệu lực thi hành từ ngày 01/8/2024.",
            &["EntersIntoForce 31/2024/QH15 [] 2024-08-01 []"],
        ),
        (
            "Khoản 4 Điều 16 của Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2026.",
            &["EntersIntoForce self [khoản 4 Điều 16] 2026-01-01 []"],
        ),
        (
            "Nghị định này có hiệu lực từ ngày 18/10/2025, trừ quy định tại khoản 2 Điều 5.",
            &["EntersIntoForce self [] 2025-10-18 [khoản 2 Điều 5]"],
        ),
        (
            "Nghị định số 70/2010/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.",
            &["Expires 70/2010/NĐ-CP [] with self []"],
        ),
        (
            "Kể từ ngày Nghị định này có hiệu lực, Nghị định số 70/2010/NĐ-CP hết hiệu lực.",
            &["Expires 70/2010/NĐ-CP [] with self []"],
        ),
        (
            "Nghị định số 7/2020/NĐ-CP và Nghị định số 8/2020/NĐ-CP hết hiệu lực từ ngày 01/7/2025.",
            &[
                "Expires 7/2020/NĐ-CP [] 2025-07-01 []",
                "Expires 8/2020/NĐ-CP [] 2025-07-01 []",
            ],
        ),
        (
            "Nghị định số 70/2010/NĐ-CP hết hiệu lực.",
            &["Expires 70/2010/NĐ-CP [] None []"],
        ),
        (
            "Chế độ quy định tại Nghị định này được thực hiện từ ngày 01 tháng 8 năm 2025.",
            &["Applies self [] 2025-08-01 []"],
        ),
        // Judgments, licences, and a time that another sentence uses.
        (
            "Bản án số 18/2022/DS-ST có hiệu lực pháp luật từ ngày 24/6/2022.",
            &[],
        ),
        ("Điều 46 của Luật này dẫn đến chứng thư hết hiệu lực.", &[]),
        (
            "Hồ sơ nộp trước ngày Nghị định này có hiệu lực thi hành được giữ nguyên.",
            &[],
        ),
        ("Hiệu lực của hợp đồng.", &[]),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}
