//! Shapes that once broke the reading of citations or made it slow.

use std::time::{Duration, Instant};

use vanban::extract;

#[test]
fn a_name_over_a_line_end_gives_no_panic() {
    let text = "Bộ luật Dân sự năm 2015 (sau đây gọi tắt là Bộ\nluật Dân sự) quy định.";
    let document = extract(text);
    assert_eq!(document.citations[0].value.name(), "91/2015/QH13");
}

/// The shortest of three readings of `shape`, repeated up to `bytes`.
fn took(shape: &str, bytes: usize) -> Duration {
    let text = shape.repeat(bytes / shape.len());
    let once = || {
        let start = Instant::now();
        std::hint::black_box(extract(&text));
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn the_work_grows_as_the_text_does() {
    for shape in [
        "theo 242/QĐ-TTg; ",
        ") ban hành Nghị quyết số 52-NQ/TW; ",
        "(sau đây viết tắt là Quyết định ",
        "Quyết định số 5/QĐ-BTP, ",
        "thay mặt Bộ Y tế và Bộ Công an, ",
        "Luật Giá, khoản 2 Điều 5, ",
        "các Nghị định nêu trên và Nghị định 5 ",
        "(Luật Giá (số 16/2023/QH15) ",
        "Điều 1. Sửa đổi “khoản 2 Điều 5 Nghị định này ",
        "Chính phủ ban hành các Nghị định như ",
        "Nghị định số 15/2020/NĐ-CP về quản lý ngày 03/02/2020 ",
    ] {
        let (short, long) = (took(shape, 1 << 15), took(shape, 1 << 17));
        // Four times the text; sixteen times the work would be quadratic.
        let most = short * 10 + Duration::from_millis(20);
        assert!(long < most, "{shape:?}: {short:?}, then {long:?}");
    }
}
