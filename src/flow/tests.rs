//! Pages and the flowing text that they are.

use super::undo;
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
    ]);
}

#[test]
fn lines_that_stand_for_themselves_stay() {
    stays(&[
        "BỘ TƯ PHÁP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 5/2025/TT-BTP",
        "QUYẾT ĐỊNH\nVề việc thành lập Tổ công tác",
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
        "Bộ trưởng họp.\n\nđã xong",
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi",
        "Bộ Tư pháp họp\nfbpx",
        "các việc sau:\n- rà soát;\n- báo cáo",
        "Phụ lục I\n(Kèm theo Nghị định số 5/2025/NĐ-CP)",
    ]);
}
