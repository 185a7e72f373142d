//! Pages and the flowing text that they are.

use proptest::prelude::*;

use super::{AsideKind, undo};
use crate::span::Span;
use crate::text::normalize;

fn flowing(page: &str) -> String {
    undo(normalize(page)).text.as_str().to_owned()
}

fn check(rows: &[(&str, &str)]) {
    for (page, expected) in rows {
        assert_eq!(flowing(page), *expected, "of {page:?}");
        assert_eq!(flowing(expected), *expected, "not at rest");
    }
}

/// Rows of one column: pages to which nothing may happen.
fn stays(pages: &[&str]) {
    for page in pages {
        let flow = undo(normalize(page));
        assert_eq!(flow.text.as_str(), *page);
        assert!(flow.text.is_clean(), "copied {page:?}");
    }
}

#[test]
fn sentences_go_on_over_line_ends() {
    check(&[
        ("Giao Bộ Công an\nchủ trì", "Giao Bộ Công an chủ trì"),
        ("do Bộ Y tế chủ\ntrì.", "do Bộ Y tế chủ trì."),
        (
            "Sở Y tế thẩm định, trình\nChủ tịch UBND tỉnh ký",
            "Sở Y tế thẩm định, trình Chủ tịch UBND tỉnh ký",
        ),
        (
            "Giao Chánh\nVăn phòng, Giám đốc Sở\nNội vụ chịu trách nhiệm.",
            "Giao Chánh Văn phòng, Giám đốc Sở Nội vụ chịu trách nhiệm.",
        ),
        ("do Phó\nGiám đốc ký.", "do Phó Giám đốc ký."),
        (
            "tại Bà Rịa - Vũng\nTàu, ngày 5",
            "tại Bà Rịa - Vũng Tàu, ngày 5",
        ),
        ("GIAI ĐOẠN 2015 -\n2020”", "GIAI ĐOẠN 2015 - 2020”"),
        (
            "Số: 5/QĐ-UBND\n|\nQUYẾT ĐỊNH\nVỀ GIÁ ĐẤT\nỦY\nBAN NHÂN DÂN TỈNH",
            "Số: 5/QĐ-UBND\n|\nQUYẾT ĐỊNH\nVỀ GIÁ ĐẤT\nỦY BAN NHÂN DÂN TỈNH",
        ),
        (
            "theo biểu tại mục 4, 7,\n9 và 10",
            "theo biểu tại mục 4, 7, 9 và 10",
        ),
        ("tại điểm b và\nb1 khoản 3", "tại điểm b và b1 khoản 3"),
        (
            "tại điểm b(i),\nb(iv) khoản 3",
            "tại điểm b(i), b(iv) khoản 3",
        ),
        ("đơn theo Mẫu\n07 và Mẫu 08", "đơn theo Mẫu 07 và Mẫu 08"),
        (
            "cho đơn vị, giai đoạn\n2026-2030”",
            "cho đơn vị, giai đoạn 2026-2030”",
        ),
        (
            "rượu vang (QCVN\n6-3:2010/BYT).",
            "rượu vang (QCVN 6-3:2010/BYT).",
        ),
        (
            "HƯỚNG DẪN NGHỊ ĐỊNH SỐ\n15/2026/NĐ-CP\nĐiều 3. Mức chi",
            "HƯỚNG DẪN NGHỊ ĐỊNH SỐ 15/2026/NĐ-CP\nĐiều 3. Mức chi",
        ),
        (
            "4.   Bãi bỏ Phụ lục II của Thông tư số\n9/2019/TT-BTC.",
            "4.   Bãi bỏ Phụ lục II của Thông tư số 9/2019/TT-BTC.",
        ),
        (
            "VĂN PHÒNG QUỐC\nHỘI\n|\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập",
            "VĂN PHÒNG QUỐC HỘI\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập",
        ),
        (
            "ỦY BAN NHÂN\nDÂN\nTỈNH AN GIANG\n|\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM",
            "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ),
        (
            "Số: 5/QĐ-UBND\n|\nTP.\nHồ Chí Minh, ngày 5 tháng 3 năm 2010",
            "Số: 5/QĐ-UBND\n|\nTP. Hồ Chí Minh, ngày 5 tháng 3 năm 2010",
        ),
        (
            "CỤC THUẾ\n|\nSố: 5/CT-TTHT\nV/v chính sách thuế\nGTGT\n|\nHà Nội",
            "CỤC THUẾ\n|\nSố: 5/CT-TTHT\nV/v chính sách thuế GTGT\n|\nHà Nội",
        ),
        (
            "UBND tỉnh Quảng\nTrị, Việt\nNam họp.",
            "UBND tỉnh Quảng Trị, Việt Nam họp.",
        ),
        ("gửi hồ sơ cho\nSở Y tế", "gửi hồ sơ cho Sở Y tế"),
        (
            "phối hợp với Bộ Tài chính,\nBộ Y tế",
            "phối hợp với Bộ Tài chính, Bộ Y tế",
        ),
        (
            "quyết định của\nThủ tướng Chính phủ",
            "quyết định của Thủ tướng Chính phủ",
        ),
        (
            "theo Thông tư số 05/2024/TT-\nBLĐTBXH",
            "theo Thông tư số 05/2024/TT-BLĐTBXH",
        ),
        (
            "Quyết định số 1248/QĐ-\n TTg ngày",
            "Quyết định số 1248/QĐ-TTg ngày",
        ),
        (
            "quyết định số 1248/qđ-\n ttg ngày",
            "quyết định số 1248/qđ-ttg ngày",
        ),
        (
            "theo Nghị định số\n15/2020/NĐ-CP",
            "theo Nghị định số 15/2020/NĐ-CP",
        ),
        ("xong trước ngày\n5/6/2026", "xong trước ngày 5/6/2026"),
        (
            "ngày 15 tháng 8 năm\n2025; bảo đảm",
            "ngày 15 tháng 8 năm 2025; bảo đảm",
        ),
        ("công dân Ô-xtơ-\nrây-li-a", "công dân Ô-xtơ-rây-li-a"),
        ("(nếu\nlà cá nhân)", "(nếu là cá nhân)"),
        (
            "Đề án giai đoạn 2018 -\n2022",
            "Đề án giai đoạn 2018 - 2022",
        ),
        (
            "Ban Kinh tế -\nNgân sách, Ban Pháp chế",
            "Ban Kinh tế - Ngân sách, Ban Pháp chế",
        ),
        (
            "tại các điểm a,\nb và c khoản 2 Điều này",
            "tại các điểm a, b và c khoản 2 Điều này",
        ),
        (
            "tại một trong các điểm a, b hoặc\nc khoản 1",
            "tại một trong các điểm a, b hoặc c khoản 1",
        ),
        (
            "phù hợp với QCVN\n29:2026/BCT.",
            "phù hợp với QCVN 29:2026/BCT.",
        ),
        (
            "loài thuộc Phụ lục\nI, II Công ước",
            "loài thuộc Phụ lục I, II Công ước",
        ),
        (
            "viện dẫn trong\nThông tư này",
            "viện dẫn trong Thông tư này",
        ),
        (
            "của Bộ trưởng Bộ\nCông Thương",
            "của Bộ trưởng Bộ Công Thương",
        ),
        ("bản đồ tỷ lệ\n1:50.000", "bản đồ tỷ lệ 1:50.000"),
        (
            "thực hiện theo khoản 1\nĐiều 5. Trường hợp khác thì báo cáo",
            "thực hiện theo khoản 1 Điều 5. Trường hợp khác thì báo cáo",
        ),
        (
            "quy định tại điểm a, khoản 2,\nĐiều 9 Luật Giá",
            "quy định tại điểm a, khoản 2, Điều 9 Luật Giá",
        ),
        (
            "VÀ CƠ CẤU TỔ CHỨC CỦA\nBỘ NGOẠI GIAO",
            "VÀ CƠ CẤU TỔ CHỨC CỦA BỘ NGOẠI GIAO",
        ),
        ("Quyết định số 3467\n/QĐ-BYT", "Quyết định số 3467 /QĐ-BYT"),
        (
            "Cục Thông tin chủ trì, phối hợp với Vụ Kế hoạch\n- Tài chính xây dựng kế hoạch triển khai, trình\nlãnh đạo Bộ xem xét, cho ý kiến trước khi ban\nhành theo quy định.",
            "Cục Thông tin chủ trì, phối hợp với Vụ Kế hoạch - Tài chính xây dựng kế hoạch triển khai, trình lãnh đạo Bộ xem xét, cho ý kiến trước khi ban hành theo quy định.",
        ),
    ]);
}

#[test]
fn lines_that_stand_for_themselves_stay() {
    stays(&[
        "VĂN BẢN HỢP NHẤT -\nBỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
        "Họ và tên:..........\nĐịa chỉ:.............",
        "- Nhiệm vụ -\n- Giải pháp",
        "BỘ TƯ PHÁP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 5/2025/TT-BTP",
        "QUYẾT ĐỊNH\nVề việc thành lập Tổ công tác",
        "1. Sửa đổi quy trình\nBộ Xây dựng rà soát",
        "Theo đề nghị của Vụ trưởng Vụ Pháp chế,\nBộ trưởng Bộ Y tế ban hành Thông tư",
        "Theo đề nghị của Vụ trưởng Vụ Pháp chế,\nQUYẾT ĐỊNH:",
        "Điều 3. Sử dụng tài khoản\n1. Các cơ quan mở tài khoản.\na) Ở kho bạc;\nb) Ở ngân hàng",
        "theo quy định tại điểm a khoản này,\nĐiều 6. Chế độ báo cáo",
        "3. Báo cáo quý\na) Trước ngày 05",
        "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nNguyễn Văn An",
        "STT\nSố ký hiệu\nNgày ban hành\n1\n15/2020/NĐ-CP\n03/02/2020",
        "Sắt thép\nkg\n100\nXi măng\ntấn\n20",
        "Đất trồng cây lâu năm\n1303",
        "| Số | 5/QĐ-TTg |\n| của | ai |",
        "Cơ quan chủ trì\tBộ Y tế\nphối hợp\tBộ Nội vụ",
        "Giám đốc Sở\nNguyễn Văn An",
        "Lãnh đạo Sở\nVăn thư",
        "Trưởng, Phó\nPhòng Nội vụ",
        "BẢO HIỂM XÃ HỘI\nCHỦ TỊCH HỘI ĐỒNG",
        "V/v chính sách thuế\nKính gửi: Công ty A",
        "Sở Y tế Thái Bình\nĐịnh kỳ báo cáo",
        "Bộ trưởng họp.\n\nđã xong",
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi",
        "Bộ Tư pháp họp\nfbpx",
        "các việc sau:\n- rà soát;\n- báo cáo",
        "BỘ Y TẾ\n(BỔ SUNG)",
        "QUỐC HỘI\n|\nSố: 5\nLUẬT\nTHỦ ĐÔ HÀ NỘI",
        "Số: 5\n|\nMục 1\nSTT\nTÊN CƠ QUAN",
        "Chi tháng 5\nNăm học mới",
        "Phụ lục I\n(Kèm theo Nghị định số 5/2025/NĐ-CP)",
    ]);
}

#[test]
fn filled_lines_are_joined_before_a_name() {
    let page = "1. Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Văn hóa, Thể\n\
                thao và Du lịch tổ chức dạy bơi miễn phí trong hè theo quyết định\n\
                số 5 mà Ủy ban nhân dân tỉnh đã ban hành hồi đầu năm cùng với Sở\n\
                Nội vụ và các huyện trong tỉnh; kinh phí do ngân sách bảo đảm theo\n\
                phân cấp hiện hành.\n\
                2. Sở Y tế báo cáo.";
    let flow = "1. Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Văn hóa, Thể \
                thao và Du lịch tổ chức dạy bơi miễn phí trong hè theo quyết định \
                số 5 mà Ủy ban nhân dân tỉnh đã ban hành hồi đầu năm cùng với Sở \
                Nội vụ và các huyện trong tỉnh; kinh phí do ngân sách bảo đảm theo \
                phân cấp hiện hành.\n\
                2. Sở Y tế báo cáo.";
    check(&[(page, flow)]);
    // A heading that fills its line is not joined with the paragraph below.
    let heading = "Điều 9. Quy trình thực hiện giám định tư pháp theo vụ việc\n\
                   Quy trình thực hiện giám định tư pháp do người đứng đầu cơ\n\
                   quan được giao việc quyết định trên cơ sở hồ sơ và ý kiến của\n\
                   các bên.";
    assert!(
        flowing(heading)
            .starts_with("Điều 9. Quy trình thực hiện giám định tư pháp theo vụ việc\n")
    );
}

#[test]
fn markdown_is_transparent() {
    check(&[
        (
            "**Quyết định số 5/QĐ-BTP** ngày 3/2/2020",
            "Quyết định số 5/QĐ-BTP ngày 3/2/2020",
        ),
        ("## Điều 3. Tên\n\n1\\. Một", "Điều 3. Tên\n\n1. Một"),
        (
            "**(1)** rà soát; có hiệu lực **từ ngày 1/7**",
            "(1) rà soát; có hiệu lực từ ngày 1/7",
        ),
        ("*Ảnh: Minh An*", "Ảnh: Minh An"),
        ("theo _Luật Giá_, xem", "theo Luật Giá, xem"),
        (
            "**\"Điều 5. Tên\n\n1. Một.\"**",
            "\"Điều 5. Tên\n\n1. Một.\"",
        ),
        ("# Tin\n\n> Bộ Y tế nói", "Tin\n\nBộ Y tế nói"),
        (
            "xem [Luật Giá](https://a.vn/b) và ![ảnh](a.png)",
            "xem Luật Giá và ảnh",
        ),
        ("Số&nbsp;5<br/>Bộ", "Số 5\nBộ"),
        ("| **Số** | 5 |", "| Số | 5 |"),
        ("theo `15/2020/NĐ-CP`", "theo 15/2020/NĐ-CP"),
    ]);
    stays(&[
        "* một\n* hai",
        "Đơn giá (*) và ghi chú (**)",
        "***",
        "Required fields are marked *",
        "5 * 3 * 2 = 30",
        "12/2020/NQ_HĐND và NQ_TW",
        "______________",
        "#12 của danh sách",
        "> 5 tấn",
        "[1] Luật Giá\n[2] Luật Đất đai",
    ]);
}

#[test]
fn marks_of_footnotes_are_transparent() {
    check(&[
        ("Điều 4.[1] Tên điều", "Điều 4. Tên điều"),
        ("Chương II[3]\nTÊN", "Chương II\nTÊN"),
        (
            "khoản 2[3] Điều 5[4] của NĐ-CP[1] ngày 03/02/2020[2]",
            "khoản 2 Điều 5 của NĐ-CP ngày 03/02/2020",
        ),
        ("ĐỀ NGHỊ TẶNG ¹", "ĐỀ NGHỊ TẶNG"),
        ("Thông tư này² quy định", "Thông tư này quy định"),
    ]);
    stays(&[
        "các việc: [1] một, [2] hai",
        "[1] Thông tư này",
        "diện tích 30 m², 5 km² và 2 m³",
        "10⁶ đồng",
        "xem mục [12a] và a[i]",
        "Điều 6.7 Tên",
    ]);
}

#[test]
fn digits_are_marks_when_the_notes_stand_below() {
    let page = "Điều 5.1 Phạm vi\n1.2 Thông tư này quy định.\na)3 Thu nhập;\n4.37 Bộ Y tế\n\
                1 Điều này được sửa đổi theo Luật A, có căn cứ ban hành như sau:\n\
                2 Khoản này được bổ sung theo Luật A.\n\
                3 Điểm này được bãi bỏ theo Luật A.";
    let flow = undo(normalize(page));
    let text = flow.text.as_str();
    assert!(
        text.starts_with(
            "Điều 5. Phạm vi\n1. Thông tư này quy định.\na) Thu nhập;\n4.37 Bộ Y tế\n"
        )
    );
    assert!(text[flow.notes.unwrap()..].starts_with("1 Điều này được sửa đổi"));
    let marked = undo(normalize(
        "Điều 1.[1] Tên\n[1] Luật A quy định\nnhư sau:\n[2] Khác",
    ));
    let begin = marked.notes.unwrap();
    assert!(marked.text.as_str()[begin..].starts_with("[1] Luật A quy định như sau:"));
    assert_eq!(undo(normalize("[1] Luật A\n[2] Luật B")).notes, None);
}

#[test]
fn pages_end_without_a_trace() {
    let aside = |page: &'static str| -> Vec<(&'static str, AsideKind)> {
        let found = undo(normalize(page)).aside.into_iter();
        found
            .map(|found| (&page[found.span.range()], found.value.kind))
            .collect()
    };
    let head = "CÔNG BÁO/Số 302 + 303/Ngày 20-5-2026";
    for page in [
        "để trẻ em tự ý\n\nCÔNG BÁO/Số 302 + 303/Ngày 20-5-2026 3\n\ntắm sông.",
        "để trẻ em tự ý \n \n6 \nCÔNG BÁO/Số 302 + 303/Ngày 20-5-2026 \n  \ntắm sông.",
        "để trẻ em tự ý\n14\tCÔNG BÁO/Số 302 + 303/Ngày 20-5-2026\ntắm sông.",
        "để trẻ em tự ý\n- 12 -\ntắm sông.",
        "để trẻ em tự ý\n\n12\n\ntắm sông.",
        "để trẻ em tự ý\n12\n\x0ctắm sông.",
        "để trẻ em tự ý\nKý bởi: CÔNG BÁO NƯỚC\nCỘNG HÒA\nCơ quan: VĂN PHÒNG\nNgày ký: 2026-05-21 08:05:48 +07:00\n\ntắm sông.",
        "để trẻ em tự ý\nKý bởi: A Cơ quan: B Ngày ký: 21.05.2026 08:05:48 +07:00 CÔNG BÁO/Số 302 + 303/Ngày 20-5-2026\n7\ntắm sông.",
    ] {
        assert_eq!(flowing(page), "để trẻ em tự ý tắm sông.", "of {page:?}");
    }
    assert_eq!(
        aside("a\n6\nCÔNG BÁO/Số 302 + 303/Ngày 20-5-2026\nb"),
        [("6", AsideKind::PageNumber), (head, AsideKind::RunningHead)]
    );
    assert_eq!(
        flowing("Luật số\n- 12 -\n45/2019/QH14"),
        "Luật số 45/2019/QH14"
    );
    stays(&[
        "đăng trên CÔNG BÁO/Số nào cũng được",
        "Người ký: Nguyễn Văn An\nNgày ký: 5/6/2026",
        "STT\n1\n2\n3",
        "Tên\n\n12\n\nGhi chú",
        "- 12 - 15 người",
    ]);
}

#[test]
fn what_was_joined_is_found_in_the_source() {
    let page = "Cu\u{309}a **Bộ Công an**\nchủ trì, theo NĐ-CP[1] này";
    let flow = undo(normalize(page));
    let text = flow.text.as_str();
    assert_eq!(text, "Của Bộ Công an chủ trì, theo NĐ-CP này");
    for (words, source) in [
        ("Của", "Cu\u{309}a"),
        ("Công an chủ trì", "Công an**\nchủ trì"),
        ("NĐ-CP", "NĐ-CP"),
        ("này", "này"),
    ] {
        let start = text.find(words).unwrap();
        let span = flow.text.source_span(Span::new(start, start + words.len()));
        assert_eq!(span.of(page), source);
    }
}

/// Words that a paragraph may be made of, one in six with a capital.
#[rustfmt::skip]
const WORDS: [&str; 24] = [
    "Bộ", "tư", "pháp", "chủ", "trì,", "phối", "hợp", "với", "các", "cơ", "quan", "ngang", "bộ",
    "Ủy", "ban", "nhân", "dân", "tỉnh", "thực", "hiện", "Nghị", "quyết", "Việt", "trình",
];

/// What a page with tables may be set of. Wrapped lines are left out: what the first line of three makes
/// of the second may tell more about the third when they are read again.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "| STT | Cơ quan |\n", "|---|---|\n", "| 1 | Bộ Y tế |\n", "| 2 |\n", "Cơ quan\tViệc\n",
    "Bộ Y tế\t3\n", "Bộ Tư pháp chủ trì.\n", "Điều 1. Phạm vi\n", "1. Việc.\n", "a) Một;\n", "- Hai.\n", "## Mục\n",
    "> trích\n", "12\n", "[1] Chú thích.\n", "CÔNG BÁO/Số 302/Ngày 20-5-2026\n", "\n", "\n\n", "QUYẾT ĐỊNH\n",
    "STT\n", "Số ký hiệu\n", "15/2020/NĐ-CP\n", "03/02/2020\n", "**Tên.**\n", "Tổng số: 5.\n",
];

proptest! {
    #[test]
    fn wrapped_paragraphs_come_back(
        paragraphs in prop::collection::vec(prop::collection::vec(0..WORDS.len(), 40..90), 2..6),
        width in 40usize..100,
    ) {
        let mut page = String::new();
        let mut plain = String::new();
        // Lines that go on in small letters: they tell where the edge is.
        let mut telling = 0;
        for (i, paragraph) in paragraphs.iter().enumerate() {
            let mut column = 0;
            let opening = format!("{}. Việc", i + 1);
            let words = std::iter::once(opening.as_str()).chain(paragraph.iter().map(|&i| WORDS[i])).chain(["này."]);
            for (j, word) in words.enumerate() {
                let len = word.chars().count();
                if j > 0 {
                    let wraps = column + 1 + len > width;
                    page.push(if wraps { '\n' } else { ' ' });
                    telling += usize::from(wraps && word.starts_with(char::is_lowercase));
                    plain.push(' ');
                    column = if wraps { 0 } else { column + 1 };
                }
                page.push_str(word);
                plain.push_str(word);
                column += len;
            }
            page.push('\n');
            plain.push('\n');
        }
        prop_assume!(telling >= 2 && telling * 8 >= page.lines().count());
        prop_assert_eq!(flowing(&page), plain);
    }

    #[test]
    fn what_flows_once_flows_no_further(
        lines in prop::collection::vec(prop::sample::select(LINES), 1..14),
    ) {
        let page = lines.concat();
        let once = flowing(&page);
        prop_assert_eq!(flowing(&once), once);
    }

    #[test]
    fn flowing_text_is_at_rest(page in "(?:[ab*_\\[\\]#>1.() \n-]|Bộ|của|Điều|CÔNG BÁO/Số 1/Ngày 1-1-2020|²|\x0c){0,60}") {
        let flow = undo(normalize(&page));
        let text = flow.text.as_str().to_owned();
        for (i, c) in text.char_indices() {
            let span = flow.text.source_span(Span::new(i, i + c.len_utf8()));
            prop_assert!(page.get(span.range()).is_some());
        }
        for found in &flow.aside {
            prop_assert_eq!(found.span.of(&page), &*found.text);
        }
    }
}

#[test]
fn a_full_line_may_end_a_sentence_within_its_paragraph() {
    // Lines are filled up to 48 columns; the second paragraph ends with a full line, the third does not.
    let page = "1. Cơ quan tiếp nhận hồ sơ có trách nhiệm kiểm\n\
        tra thành phần, nội dung và trả giấy hẹn cho tổ\n\
        chức, cá nhân đã nộp. Trường hợp hồ sơ chưa đủ.\n\
        Cơ quan tiếp nhận hướng dẫn bổ sung một lần duy\n\
        nhất.\n\
        2. Trong thời hạn 05 ngày làm việc, cơ quan tiếp\n\
        nhận trả kết quả.";
    let flowing = "1. Cơ quan tiếp nhận hồ sơ có trách nhiệm kiểm tra thành phần, nội dung và trả giấy hẹn \
        cho tổ chức, cá nhân đã nộp. Trường hợp hồ sơ chưa đủ. Cơ quan tiếp nhận hướng dẫn bổ sung một \
        lần duy nhất.\n2. Trong thời hạn 05 ngày làm việc, cơ quan tiếp nhận trả kết quả.";
    check(&[(page, flowing)]);
    // Where paragraphs end with short lines as often, nobody knows.
    let many = format!(
        "{page}\nHồ sơ gồm có đơn.\nĐơn theo mẫu chung.\nMẫu do Bộ ban hành.\nBộ hướng dẫn thêm."
    );
    assert!(
        super::undo(normalize(&many))
            .text
            .as_str()
            .contains("chưa đủ.\nCơ quan")
    );
}

/// Where a page ends within a sentence a scan leaves an empty line.
#[test]
fn a_sentence_goes_on_over_the_end_of_a_page() {
    let page = "\
Cơ quan chưa ban hành quy chế nội bộ về phát ngôn và cung cấp thông tin
cho báo chí, trong thời hạn 45 ngày kể từ ngày Quyết định này được phát
hành tới các đơn vị có liên quan ở địa phương và kể từ ngày Quyết định

này có hiệu lực, có trách nhiệm xây dựng, ban hành quy chế của cơ quan
mình theo mẫu.";
    let joined = page.replace("\n\n", " ").replace('\n', " ");
    check(&[(page, &joined)]);
    check(&[(
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05\n\ntháng 3 năm 2020 của Chính phủ;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;",
    )]);
    let dated = page.replace(
        "kể từ ngày Quyết định\n\nnày có",
        "ban hành vào ngày\n\n15/6/2025 có",
    );
    assert!(
        flowing(&dated).contains("ngày 15/6/2025"),
        "{}",
        flowing(&dated)
    );
    // Not what is closed, short, or begins otherwise.
    for (above, below) in [
        (
            "hành tới các đơn vị có liên quan ở địa phương theo Quyết định này.",
            "này có",
        ),
        ("hành tới các đơn vị có liên quan", "này có"),
        (
            "hành tới các đơn vị có liên quan ở địa phương và kể từ ngày Quyết định",
            "Này có",
        ),
        (
            "hành tới các đơn vị có liên quan ở địa phương và kể từ ngày Quyết định",
            "- này có",
        ),
        (
            "hành tới các đơn vị có liên quan ở địa phương và các sở trực thuộc",
            "3 Khoản này có",
        ),
    ] {
        let page = page
            .replace(
                "hành tới các đơn vị có liên quan ở địa phương và kể từ ngày Quyết định",
                above,
            )
            .replace("này có", below);
        assert_eq!(
            flowing(&page)
                .lines()
                .filter(|line| !line.is_empty())
                .count(),
            2,
            "{page}"
        );
    }
}

#[test]
fn the_last_label_of_a_series_has_its_value_on_the_next_line() {
    // Lines are filled up to 60 columns.
    let page = "1. Chuẩn hóa biểu mẫu của các thủ tục về đầu tư, xây dựng,\n\
        môi trường. Cơ quan chủ trì: Sở Tài chính; cơ quan phối hợp:\n\
        Sở Nội vụ; đơn vị theo dõi, đôn đốc: Văn phòng; thời hạn:\n\
        Quý I/2026\n\
        2. Rà soát, đơn giản hóa thủ tục theo thẩm quyền của tỉnh và\n\
        công bố công khai.";
    let flowing = "1. Chuẩn hóa biểu mẫu của các thủ tục về đầu tư, xây dựng, môi trường. Cơ quan chủ trì: \
        Sở Tài chính; cơ quan phối hợp: Sở Nội vụ; đơn vị theo dõi, đôn đốc: Văn phòng; thời hạn: Quý I/2026\n\
        2. Rà soát, đơn giản hóa thủ tục theo thẩm quyền của tỉnh và công bố công khai.";
    check(&[(page, flowing)]);
    // A lead-in is the only label of its paragraph.
    stays(&["1. Các cơ quan sau đây tiếp nhận hồ sơ; thời hạn như sau:\nSở Tài chính\nSở Nội vụ"]);
}
