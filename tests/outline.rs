//! The outline of official documents, in the open: one row a form, a trap or a layout.
//!
//! A tree is written on one line, a unit a word: dots for its depth, `“` when it is quoted, a
//! letter for its level (X annex, P part, C chapter, S section, T subsection, A article,
//! K clause, D point) and its label.

use proptest::prelude::*;
use vanban::outline::{self, Level};

fn tree(text: &str) -> String {
    let words: Vec<String> = outline::read(text)
        .nodes
        .iter()
        .map(|node| {
            let level = match node.value.level {
                Level::Annex => "X",
                Level::Part => "P",
                Level::Chapter => "C",
                Level::Section => "S",
                Level::Subsection => "T",
                Level::Article => "A",
                Level::Clause => "K",
                Level::Point => "D",
                Level::Form => "F",
                other => unreachable!("{other}"),
            };
            let dots = ".".repeat(node.value.depth);
            let quote = if node.value.quoted { "“" } else { "" };
            format!("{dots}{quote}{level}{}", node.value.label)
        })
        .collect();
    words.join(" ")
}

#[track_caller]
fn rows(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(tree(text), *expected, "in {text:?}");
    }
}

#[test]
#[rustfmt::skip]
fn headings_of_articles() {
    rows(&[
        ("Điều 1. Phạm vi điều chỉnh", "A1"),
        ("Điều 1: Phạm vi", "A1"),
        ("Điều 1.Phạm vi", "A1"),
        ("Điều 1 . Phạm vi", "A1"),
        ("Điều 1 - Phạm vi", "A1"),
        ("Điều 1", "A1"),
        ("Điều 1.- Phạm vi", "A1"),
        ("Điều thứ nhất: Một\nĐiều thứ hai: Hai\nĐiều thứ 3: Ba", "A1 A2 A3"),
        ("ĐIỀU 1. PHẠM VI", "A1"),
        ("ĐIỀU 1 PHẠM VI", "A1"),
        ("điều 1. Phạm vi", "A1"),
        ("   Điều  12.   Phạm vi", "A12"),
        ("Điều 7a. Hồ sơ", "A7a"),
        ("Điều 48đ. Hồ sơ", "A48đ"),
        ("Điều 1. Một\nĐiều 2. Hai\nĐiều 3. Ba", "A1 A2 A3"),
        ("Điều 7. Một\nĐiều 7a. Hai\nĐiều 7b. Ba\nĐiều 8. Bốn", "A7 A7a A7b A8"),
        ("Điều 4. Một\nĐiều 6. Điều 5 đã bị bãi bỏ", "A4 A6"),
        ("Điều 5. Trích\n…\nĐiều 20. Trích", "A5 A20"),
    ]);
}

#[test]
#[rustfmt::skip]
fn references_at_the_head_of_a_line_are_no_headings() {
    rows(&[
        ("Điều 5 của Luật này quy định như trên.", ""),
        ("Điều 5, Điều 6 và Điều 7 Nghị định này.", ""),
        ("Điều 5 Nghị định này được áp dụng.", ""),
        ("Điều 5; khoản 2", ""),
        ("điều kiện 5. Không", ""),
        ("Điều chỉnh 1. Không", ""),
        ("Điều 5.1 của hợp đồng", ""),
        ("Chương II của Luật này áp dụng như sau", ""),
        ("Chương trình 135 được thực hiện", ""),
        ("Mục 2 Chương III được thực hiện", ""),
        ("Mục tiêu 1. Tăng trưởng", ""),
        ("Phần II của hồ sơ", ""),
        ("Phần mềm 1. Kế toán", ""),
        ("Điều 1. Một\nĐiều 2 của Luật này.\nĐiều 2. Hai", "A1 A2"),
    ]);
}

#[test]
#[rustfmt::skip]
fn parts_chapters_sections() {
    rows(&[
        ("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Một", "CI .A1"),
        ("CHƯƠNG I\nQUY ĐỊNH CHUNG\nĐiều 1. Một", "CI .A1"),
        ("Chương 1. Quy định chung\nĐiều 1. Một", "C1 .A1"),
        ("Chương I. QUY ĐỊNH CHUNG\nĐiều 1. Một", "CI .A1"),
        ("Chương I: Quy định chung\nĐiều 1. Một", "CI .A1"),
        ("Chương I QUY ĐỊNH CHUNG\nĐiều 1. Một", "CI .A1"),
        ("CHƯƠNG IIa\nBỔ SUNG", "CIIa"),
        ("Chương IIA\nBỔ SUNG", "CIIA"),
        ("Chương I\nMỘT\nĐiều 1. a\nChương II\nHAI\nĐiều 2. b", "CI .A1 CII .A2"),
        ("Chương II\nHAI\nMục 1\nMỘT\nĐiều 5. a\nMục 2\nHAI\nĐiều 6. b\nChương III\nBA\nMục 1. Một\nĐiều 7. c", "CII .S1 ..A5 .S2 ..A6 CIII .S1 ..A7"),
        ("Mục I\nMỘT\nTiểu mục 1\nHAI\nĐiều 5. a", "SI .T1 ..A5"),
        ("Phần thứ nhất\nQUY ĐỊNH CHUNG\nChương I\nMỘT\nĐiều 1. a\nPHẦN THỨ HAI\nTÀI SẢN\nChương II\nHAI\nĐiều 2. b", "P1 .CI ..A1 P2 .CII ..A2"),
        ("Phần I\nMỘT\nChương I\nA\nPhần II\nHAI\nChương I\nB", "PI .CI PII .CI"),
        ("Chương XIV\nMƯỜI BỐN", "CXIV"),
        ("Chương IIII\nSAI", ""),
        ("Chương I\nMỘT\nChương I\nMỘT", "CI"),
    ]);
}

#[test]
#[rustfmt::skip]
fn clauses_count_within_an_article() {
    rows(&[
        ("Điều 1. Một\n1. a\n2. b\n3. c", "A1 .K1 .K2 .K3"),
        ("Điều 1. Một\n1. a\n2. b\nĐiều 2. Hai\n1. c", "A1 .K1 .K2 A2 .K1"),
        ("Điều 1. Một\n1. a\n1a. b\n1b. c\n2. d", "A1 .K1 .K1a .K1b .K2"),
        ("Điều 1. Một\n1.Phạm vi\n2.Đối tượng", "A1 .K1 .K2"),
        ("Điều 1: Một\n1- a\n2- b", "A1 .K1 .K2"),
        ("Điều 1: Một\n1/ a\n2/ b", "A1 .K1 .K2"),
        ("Điều 1. Một\n1.\nNội dung\n2.\nNội dung", "A1 .K1 .K2"),
        ("Điều 1. Một\n1. a\n3. c", "A1 .K1 .K3"),
        ("Điều 1. Một\n10. xa", "A1"),
        ("1. Ngoài điều\n2. Ngoài điều", ""),
        ("Chương I\nMỘT\n1. Trong chương", "CI"),
    ]);
}

#[test]
#[rustfmt::skip]
fn numbers_that_are_no_clauses() {
    rows(&[
        ("Điều 1. Mức\n1. Phí:\n1.000 đồng một lần;\n2. Lệ phí", "A1 .K1 .K2"),
        ("Điều 1. Mức\n1.000 đồng một lần", "A1"),
        ("Điều 1. Mức\n1,5% mỗi năm", "A1"),
        ("Điều 1. Mức\n1.5 lần", "A1"),
        ("Điều 1. Hạn\n1/5/2020 là ngày đầu", "A1"),
        ("Điều 1. Hạn\n1-5 tháng", "A1"),
        ("Điều 1. Một\n1. a\n2.1. nhỏ\n2. b", "A1 .K1 .K2"),
        ("Điều 1. Một\n1. a\n2\n2. b", "A1 .K1 .K2"),
        ("Điều 1. Một\n2020. Năm", "A1"),
        ("Điều 1. Một\n1... điền vào", "A1"),
        ("Điều 1. Một\n1… điền vào", "A1"),
    ]);
}

#[test]
#[rustfmt::skip]
fn points_follow_the_vietnamese_alphabet() {
    rows(&[
        ("Điều 1. Một\n1. a\na) x\nb) y\nc) z", "A1 .K1 ..Da ..Db ..Dc"),
        ("Điều 1. Một\n1. a\na) x\nb) x\nc) x\nd) x\nđ) x\ne) x\ng) x\nh) x\ni) x\nk) x", "A1 .K1 ..Da ..Db ..Dc ..Dd ..Dđ ..De ..Dg ..Dh ..Di ..Dk"),
        ("Điều 1. Một\na) x\nb) y", "A1 .Da .Db"),
        ("Điều 1. Một\n1. a\na) x;\na1) y;\nb) z", "A1 .K1 ..Da ..Da1 ..Db"),
        ("Điều 1. Một\n1. a\na) x:\na1) y;\na2) w;\nb) z", "A1 .K1 ..Da ..Db"),
        ("Điều 1. Một\n1. a\nd) x", "A1 .K1"),
        ("Điều 1. Một\n1. a\na) x\nb) x\nc) x\nd) x\ne) x", "A1 .K1 ..Da ..Db ..Dc ..Dd ..De"),
        ("Điều 1. Một\n1. a\na) x\nm) x\nb) x", "A1 .K1 ..Da ..Db"),
        ("Điều 1. Một\n1. a\na) x\n2. b\na) y", "A1 .K1 ..Da .K2 ..Da"),
        ("Điều 1. Một\n1. a\na ) x\nb ) y", "A1 .K1 ..Da ..Db"),
        ("Điều 1. Một\n1. a\nA) x", "A1 .K1"),
        ("Điều 1. Một\n1. a\n(a) x\n(b) y", "A1 .K1 ..Da ..Db"),
        ("Điều 1. Một\n1. a\na. X\nb. Y", "A1 .K1 ..Da ..Db"),
        ("Điều 1. Một\n1. a\na/ x\nb/ y", "A1 .K1 ..Da ..Db"),
        ("Điều 1. Một\n1. a\na- x\nb- y", "A1 .K1 ..Da ..Db"),
        ("Điều 1. Một\n1. a\na) x\na. Y\nb. Z", "A1 .K1 ..Da"),
        ("Điều 1. Một\n1. a\nă) x", "A1 .K1"),
        ("a) Ngoài điều", ""),
    ]);
}

#[test]
#[rustfmt::skip]
fn quoted_units_are_another_documents() {
    rows(&[
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Mới\n1. Một.\n2. Hai.”\n2. Bãi bỏ Điều 6.", "A1 .K1 ..“A5 ...“K1 ...“K2 .K2"),
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi Điều 5 như sau:\n\"Điều 5. Mới\n1. Một.\n2. Hai.\"\n2. Bãi bỏ Điều 6.", "A1 .K1 ..“A5 ...“K1 ...“K2 .K2"),
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Hai.”.\n2. Bãi bỏ Điều 6.", "A1 .K1 ..“K2 .K2"),
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi điểm b như sau:\n“b) Hai;”;\n2. Bãi bỏ Điều 6.", "A1 .K1 ..“Db .K2"),
        ("Điều 1. Sửa đổi Luật A\n1. Bổ sung như sau: “2. Hai.\n3. Ba.”\n2. Bãi bỏ Điều 6.", "A1 .K1 ..“K3 .K2"),
        ("Điều 1. Sửa đổi Luật A\n1. Thay cụm từ “một” bằng cụm từ “hai”\n2. Bãi bỏ Điều 6.", "A1 .K1 .K2"),
        ("Điều 1. Sửa đổi Luật A\n1. Thay cụm từ “một bằng cụm từ khác.\n2. Bãi bỏ Điều 6.", "A1 .K1 .K2"),
        ("Điều 1. Giải thích từ ngữ\n1. “Hồ sơ” là giấy tờ.\n2. “Sổ” là sổ.", "A1 .K1 .K2"),
        ("Điều 1. Sửa đổi Luật A\n1. Bổ sung Chương IIa như sau:\n“Chương IIa\nMỚI\nĐiều 9a. Một\n1. a\nĐiều 9b. Hai”\n2. Bãi bỏ Điều 6.", "A1 .K1 ..“CIIa ...“A9a ....“K1 ...“A9b .K2"),
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi Điều 5 như sau:\n«Điều 5. Mới\n1. Một.»\n2. Bãi bỏ Điều 6.", "A1 .K1 ..“A5 ...“K1 .K2"),
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi Điều 5 như sau:\n“ Điều 5. Mới\n1. Có “cụm từ” trong đó.\n2. Hai. ”\n2. Bãi bỏ Điều 6.", "A1 .K1 ..“A5 ...“K1 ...“K2 .K2"),
        // A quotation within a quotation, both closed at once.
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Sửa đổi Luật B\n1. Sửa đổi khoản 3 như sau:\n“3. Ba.\n4. Bốn.””\n2. Bãi bỏ Điều 6.", "A1 .K1 ..“A5 ...“K1 ...“K3 ...“K4 .K2"),
        // Every paragraph opened anew, closed once.
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Mới\n“1. Một.\n“2. Hai.”\n2. Bãi bỏ Điều 6.", "A1 .K1 ..“A5 ...“K1 ...“K2 .K2"),
        // Closed with the wrong mark.
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Mới\n1. Một.\"\n2. Bãi bỏ Điều 6.", "A1 .K1 ..“A5 ...“K1 .K2"),
        // Behind the marker.
        ("Điều 4. Sửa đổi khoản 1 Điều 9\n1. “1. Thương nhân nộp:\na) Đơn;\nb) Bản sao.”\n2. Bãi bỏ khoản 2.", "A4 .K1 ..“Da ..“Db .K2"),
    ]);
}

#[test]
#[rustfmt::skip]
fn forgotten_quotation_marks() {
    rows(&[
        // The closing mark: the next instruction ends the quotation.
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Mới\n1. Một.\n2. Hai.\n2. Bãi bỏ Điều 6.\n3. Bãi bỏ Điều 7.", "A1 .K1 ..“A5 ...“K1 ...“K2 .K2 .K3"),
        // … or the next article, which continues no quoted one.
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Mới\n1. Một.\nĐiều 2. Hiệu lực thi hành\n1. Một.", "A1 .K1 ..“A5 ...“K1 A2 .K1"),
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi khoản 4 như sau:\n“4. Bốn.\nĐiều 2. Hiệu lực thi hành", "A1 .K1 ..“K4 A2"),
        ("Chương I\nMỘT\nĐiều 1. Sửa đổi Điều 5\n“Điều 5. Mới\n1. Một.\nChương II\nHAI\nĐiều 2. Hiệu lực", "CI .A1 ..“A5 ...“K1 CII .A2"),
        // A quoted article that continues quoted ones is no way out.
        ("Điều 1. Sửa đổi Quy chế\n“Điều 1. Một\nĐiều 2. Hai\nĐiều 3. Ba”\nĐiều 2. Hiệu lực", "A1 .“A1 .“A2 .“A3 A2"),
        // The opening mark: the instruction names what follows.
        ("Điều 1. Sửa đổi Luật A\n31. Sai\n1. Sửa đổi Điều 50 như sau:\nĐiều 50. Thẩm quyền\n1. Một.\n2. Hai.”\n2. Bãi bỏ Điều 6.", "A1 .K1 ..“A50 ...“K1 ...“K2 .K2"),
        ("Điều 3. Sửa đổi khoản 1 Điều 8\n1. Khi nhập khẩu phải khai.\nĐiều 4. Sửa đổi Điều 9", "A3 .“K1 A4"),
        // It names no number: an article out of sequence does not end the instructions.
        ("Điều 1. Sửa đổi Luật A\n1. Sửa đổi Điều 51:\na) Sửa đổi tên Điều như sau:\nĐiều 51. Tên mới”;\nb) Sửa đổi khoản 2 như sau:\n“2. Hai.”\n2. Bãi bỏ Điều 6.", "A1 .K1 ..Da ..Db ...“K2 .K2"),
        // Instructions below an instruction are the document's own.
        ("Điều 1. Sửa đổi khoản 1 và khoản 2 Điều 8\n1. Sửa đổi khoản 1 như sau:\n“1. Một.”\n2. Bãi bỏ khoản 2.", "A1 .K1 ..“K1 .K2"),
        // What has been amended is no instruction to amend.
        ("Điều 3. Trường hợp\n1. Theo khoản 1 Điều 5 Luật A đã được sửa đổi, bổ sung và điểm a khoản này, gồm:\na) Một;\nb) Hai.\n2. Hai.", "A3 .K1 ..Da ..Db .K2"),
    ]);
}

#[test]
#[rustfmt::skip]
fn tables_forms_and_lists_inside() {
    rows(&[
        // A table counts from 1 again; its cells have no stop.
        ("Điều 4. Mức lương\n1. Bảng:\nSTT\n1. Chủ tịch\n70\n2. Trưởng ban\n66\n3. Thành viên\n65\n2. Mức này được áp dụng từ năm 2026.", "A4 .K1 .K2"),
        // Points of a list that is not the clause's own.
        ("Điều 4. Một\n1. a\n2. b\n1. mẫu:\na) x;\nb) y.\n3. c", "A4 .K1 .K2 .K3"),
        // A form has its own articles.
        ("Điều 1. Một\nĐiều 2. Hai\nĐiều 3. Ba\nĐiều 1. Cho phép ông …\n1. Một\nĐiều 4. Bốn\n1. Một", "A1 A2 A3 A4 .K1"),
        ("Điều 1. Một\nĐiều 2. Hai\nĐiều 25. Trong mẫu\nĐiều 1. Trong mẫu\nĐiều 3. Ba\n1. Một", "A1 A2 A25 A3 .K1"),
        // Prose that begins like the note of a signature.
        ("Điều 1. Một\n1. Bên nhận hàng\nđã ký hợp đồng.\n2. Hai", "A1 .K1 .K2"),
        // What looked like a signature stood in a table.
        ("Điều 1. Một\nNơi nhận:\nVụ A\nĐiều 2. Hai\n1. a\nBỘ TRƯỞNG\nNguyễn Văn A", "A1 A2 .K1"),
        ("Điều 1. Một\n1. Bảng phân công:\nBỘ TRƯỞNG\nphụ trách chung\n2. Hai\na) x", "A1 .K1 .K2 ..Da"),
        // Below the real one a list is no more of the document.
        ("Điều 1. Một\n1. a\n2. b\nBỘ TRƯỞNG\nNguyễn Văn A\n1. x\n2. y\n3. z", "A1 .K1 .K2"),
    ]);
}

#[test]
#[rustfmt::skip]
fn tables_of_contents() {
    rows(&[
        ("MỤC LỤC\nChương I. QUY ĐỊNH CHUNG\nĐiều 1. Một\nĐiều 2. Hai\nChương I. QUY ĐỊNH CHUNG\nĐiều 1. Một\n1. a\nĐiều 2. Hai", "CI .A1 ..K1 .A2"),
        ("Điều 1. Một ........ 3\nĐiều 2. Hai ........ 4\nĐiều 1. Một\nĐiều 2. Hai", "A1 A2"),
        // Nothing comes again: it was no table of contents.
        ("Mục lục\nĐiều 1. Một\nĐiều 2. Hai", "A1 A2"),
    ]);
}

#[test]
#[rustfmt::skip]
fn annexes_are_opened() {
    rows(&[
        ("Điều 1. Ban hành Quy chế\nĐiều 2. Hiệu lực\nBỘ TRƯỞNG\nNguyễn Văn A\nQUY CHẾ\nLàm việc\n(Ban hành kèm theo Quyết định số 5/QĐ-BTP)\nChương I\nCHUNG\nĐiều 1. Một\nĐiều 3. Ba", "A1 A2 X .CI ..A1 ..A3"),
        ("Điều 1. Một\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\nA B\nPhụ lục I\nDANH MỤC\n1. a\nĐiều 2. x\nPhụ lục II\nMẪU", "A1 XI XII"),
        ("Điều 1. Một\nBỘ TRƯỞNG\nA\nPHỤ LỤC\n(Kèm theo Thông tư số 1)\na) x", "A1 X"),
        ("Điều 1. Một\nBỘ TRƯỞNG\nA\nPHỤ LỤC SỐ 02: BIỂU MẪU", "A1 X02"),
        ("Điều 1. Một\nBỘ TRƯỞNG\nA\nPhụ lục 1a\nBẢNG", "A1 X1a"),
        ("Điều 1. Một\nBỘ TRƯỞNG\nA\nPhụ lục II ban hành kèm theo Thông tư này", "A1"),
        ("Điều 1. Một\nBỘ TRƯỞNG\nA\nPHỤ LỤC I\nMẪU\nabc\nPHỤ LỤC I\ndef\nPHỤ LỤC II\nMẪU", "A1 XI XII"),
        // In the body only with the note to which document it belongs, or a title in capitals.
        ("Điều 1. Một\nPhụ lục\n1. a", "A1 .K1"),
        ("Điều 1. Một\nPHỤ LỤC I\nMẪU ĐƠN\n(Ban hành kèm theo Thông tư này)\n1. a", "A1 XI"),
        // The annex read by itself.
        ("QUY CHẾ\nLàm việc\n(Ban hành kèm theo Quyết định số 5/QĐ-BTP)\nChương I\nCHUNG\nĐiều 1. Một", "X .CI ..A1"),
        // Without the note by the title in capitals; forms count within their annex.
        ("Điều 1. Một\nPHỤ LỤC I\nDANH MỤC THIẾT BỊ\n1. Máy bơm", "A1 XI"),
        ("PHỤ LỤC II\nMẪU ĐƠN\n(Kèm theo Thông tư số 3)\nMẫu số 01\nĐơn\nMẫu số 02\nHợp đồng\nĐiều 1. Giá", "XII .F01 .F02"),
        ("PHỤ LỤC I\nBIỂU THUẾ\n(Kèm theo Nghị định số 3)\nChương 1\nĐộng vật sống\nPHỤ LỤC II\nQUY TẮC\nChương I\nCHUNG", "XI XII .CI"),
        ("Điều 1. Một\n1. Theo Mẫu số 01\nMẫu số 02", "A1 .K1"),
        ("Kính gửi: Các bộ\nNơi nhận:\n- Như trên.\nPhụ lục I\nDANH MỤC", "XI"),
    ]);
}

#[test]
fn an_attached_text_is_called_by_its_kind() {
    let text = "Điều 1. Ban hành Quy chế\nBỘ TRƯỞNG\nNguyễn Văn A\nQUY CHẾ\nLàm việc của Bộ\n\
                (Ban hành kèm theo Quyết định số 5/QĐ-BTP)\nĐiều 1. Phạm vi\nĐiều 2. Nguyên tắc\n";
    let nodes = outline::read(text).nodes;
    let annex = &nodes[1].value;
    assert_eq!(annex.heading.as_deref(), Some("Làm việc của Bộ"));
    let paths: Vec<&str> = nodes.iter().map(|node| &*node.value.path).collect();
    assert_eq!(paths, ["1", "QUY CHẾ", "QUY CHẾ/1", "QUY CHẾ/2"]);
}

/// Headings, one node a row.
#[test]
fn headings() {
    for (text, heading) in [
        ("Điều 1. Phạm vi điều chỉnh", Some("Phạm vi điều chỉnh")),
        (
            "Điều 1. Phạm vi điều chỉnh\n1. Một",
            Some("Phạm vi điều chỉnh"),
        ),
        (
            "Điều 1\nPhạm vi điều chỉnh\n1. Một",
            Some("Phạm vi điều chỉnh"),
        ),
        (
            "Điều 1. Phạm vi\nđiều chỉnh\n1. Một",
            Some("Phạm vi\nđiều chỉnh"),
        ),
        (
            "Điều 1. Sửa đổi Luật A như sau:\n1. Một",
            Some("Sửa đổi Luật A như sau"),
        ),
        ("Điều 1. Nghị định này có hiệu lực từ ngày ký.", None),
        ("Điều 1. Nghị định này có hiệu lực từ ngày ký./.", None),
        (
            "Chương I\nQUY ĐỊNH\nCHUNG\nĐiều 1. Một",
            Some("QUY ĐỊNH\nCHUNG"),
        ),
        (
            "Chương I. Quy định chung\nĐiều 1. Một",
            Some("Quy định chung"),
        ),
        (
            "Chương I\nQuy định chung\nĐiều 1. Một",
            Some("Quy định chung"),
        ),
        ("Chương I\nĐiều 1. Một", None),
        (
            "Mục 1. HỒ SƠ,\nTHỦ TỤC\nĐiều 1. Một",
            Some("HỒ SƠ,\nTHỦ TỤC"),
        ),
        ("“Điều 73. Trình tự rút gọn”;", Some("Trình tự rút gọn")),
    ] {
        let nodes = outline::read(text).nodes;
        assert_eq!(nodes[0].value.heading.as_deref(), heading, "in {text:?}");
    }
}

#[test]
fn spans_announce_and_extents_cover() {
    let text = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Một:\na) x;\nb) y.\nCòn nữa.\n\n2. Hai.\nChương II\nHAI\n";
    let nodes = outline::read(text).nodes;
    let shown: Vec<_> = nodes
        .iter()
        .map(|n| (&*n.text, n.value.extent.of(text)))
        .collect();
    assert_eq!(
        shown,
        [
            (
                "Chương I\nQUY ĐỊNH CHUNG",
                "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Một:\na) x;\nb) y.\nCòn nữa.\n\n2. Hai."
            ),
            (
                "Điều 1. Phạm vi",
                "Điều 1. Phạm vi\n1. Một:\na) x;\nb) y.\nCòn nữa.\n\n2. Hai."
            ),
            ("1. Một:", "1. Một:\na) x;\nb) y.\nCòn nữa."),
            ("a) x;", "a) x;"),
            ("b) y.", "b) y.\nCòn nữa."),
            ("2. Hai.", "2. Hai."),
            ("Chương II\nHAI", "Chương II\nHAI"),
        ]
    );
}

#[test]
fn who_passed_it_and_when_stands_below_the_last_unit() {
    let last = |text: &str| {
        let last = outline::read(text).nodes.pop().unwrap();
        last.value.extent.of(text).to_owned()
    };
    let act = "Điều 1. Kho\n1. Khô.\n2. Mát.\n";
    let passed =
        "Luật này được Quốc hội khóa XVI, kỳ họp thứ 2 thông qua ngày 20 tháng 11 năm 2026.\n";
    let office = "CHỦ TỊCH QUỐC HỘI\nLê Văn A\n";
    assert_eq!(last(&format!("{act}{passed}{office}")), "2. Mát.");
    for kept in [
        "Luật này được Quốc hội thông qua ngày 20/11/2026 và có hiệu lực từ ngày 01/3/2027.",
        "Luật này được Quốc hội thông qua sau nhiều lần sửa.",
        "Dự án được Quốc hội thông qua ngày 20/11/2026.",
    ] {
        assert_eq!(
            last(&format!("{act}{kept}\n{office}")),
            format!("2. Mát.\n{kept}")
        );
    }
    // An article goes on behind it.
    let text = format!("{act}{passed}Điều 2. Nhãn\n");
    assert_eq!(outline::read(&text).nodes.len(), 4);
}

#[test]
fn the_extent_of_a_quoted_unit_ends_with_the_quotation() {
    let text = "Điều 1. Sửa đổi Luật A\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Mới\nMột.”\nLời thêm.\n2. Bãi bỏ Điều 6.";
    let nodes = outline::read(text).nodes;
    assert_eq!(nodes[2].value.extent.of(text), "Điều 5. Mới\nMột.”");
    assert_eq!(
        nodes[1].value.extent.of(text),
        "1. Sửa đổi Điều 5 như sau:\n“Điều 5. Mới\nMột.”\nLời thêm."
    );
}

const DECREE: &str = "\
CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 47/2026/NĐ-CP
Hà Nội, ngày 29 tháng 01 năm 2026
NGHỊ ĐỊNH
Về quản lý, bảo quản tang vật
bị tạm giữ
Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
Căn cứ Luật Xử lý vi phạm hành chính
số 15/2012/QH13;
Theo đề nghị của Bộ trưởng Bộ Công an;
Chính phủ ban hành Nghị định về quản lý tang vật.
Điều 1. Phạm vi
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày ký./.
Nơi nhận:
- Ban Bí thư;
- Các bộ, cơ quan ngang bộ,
cơ quan thuộc Chính phủ;
- Lưu: VT, NC (2).
TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
(Đã ký)
Nguyễn Hòa B
Phụ lục
DANH MỤC
";

#[test]
fn the_frame_of_a_decree() {
    let read = outline::read(DECREE);
    let header = read.header.unwrap();
    let issuer: Vec<_> = header.issuer.iter().map(|p| &*p.text).collect();
    let basis: Vec<_> = header.basis.iter().map(|p| &*p.text).collect();
    assert_eq!(issuer, ["CHÍNH PHỦ"]);
    assert_eq!(header.number.unwrap().text, "47/2026/NĐ-CP");
    assert_eq!(
        header.place_date.unwrap().text,
        "Hà Nội, ngày 29 tháng 01 năm 2026"
    );
    assert_eq!(header.kind.unwrap().text, "NGHỊ ĐỊNH");
    assert_eq!(
        header.subject.unwrap().text,
        "Về quản lý, bảo quản tang vật\nbị tạm giữ"
    );
    assert_eq!(
        basis,
        [
            "Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;",
            "Căn cứ Luật Xử lý vi phạm hành chính\nsố 15/2012/QH13;",
            "Theo đề nghị của Bộ trưởng Bộ Công an;",
        ]
    );
    let closing = read.closing.unwrap();
    assert_eq!(
        closing.recipients.unwrap().text,
        "Nơi nhận:\n- Ban Bí thư;\n- Các bộ, cơ quan ngang bộ,\ncơ quan thuộc Chính phủ;\n- Lưu: VT, NC (2)."
    );
    assert_eq!(
        closing.signature.unwrap().text,
        "TM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n(Đã ký)\nNguyễn Hòa B"
    );
    assert_eq!(tree(DECREE), "A1 A2 X");
}

/// Letterheads: text, number, place and date, kind, subject.
#[test]
fn letterheads() {
    type Row = (
        &'static str,
        Option<&'static str>,
        Option<&'static str>,
        Option<&'static str>,
        Option<&'static str>,
    );
    let table: &[Row] = &[
        (
            "BỘ TƯ PHÁP    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1706/QĐ-BTP    Hà Nội, ngày 05 tháng 8 năm 2020\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch",
            Some("1706/QĐ-BTP"),
            Some("Hà Nội, ngày 05 tháng 8 năm 2020"),
            Some("QUYẾT ĐỊNH"),
            Some("Về việc ban hành Kế hoạch"),
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 52-NQ/TW\nHà Nội, ngày 27 tháng 9 năm 2019\nNGHỊ QUYẾT\nvề một số chủ trương",
            Some("52-NQ/TW"),
            Some("Hà Nội, ngày 27 tháng 9 năm 2019"),
            Some("NGHỊ QUYẾT"),
            Some("về một số chủ trương"),
        ),
        (
            "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLuật số: 120/2025/QH15\nLUẬT\nPHÒNG, CHỐNG MA TÚY\nCăn cứ Hiến pháp;",
            Some("120/2025/QH15"),
            None,
            Some("LUẬT"),
            Some("PHÒNG, CHỐNG MA TÚY"),
        ),
        (
            "LUẬT CÔNG CHỨNG\nCăn cứ Hiến pháp;\nĐiều 1. Một",
            None,
            None,
            Some("LUẬT"),
            Some("CÔNG CHỨNG"),
        ),
        // The deciding office below the subject; a page break inside.
        (
            "BỘ LAO ĐỘNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 05/2025/TT-BLĐTBXH\nTHÔNG TƯ\nBan hành định mức\ngiám định\nBỘ TRƯỞNG BỘ LAO ĐỘNG\nCăn cứ Luật A của\n43\nCÔNG BÁO/Số 469/Ngày 14-3-2025\nQuốc hội;",
            Some("05/2025/TT-BLĐTBXH"),
            None,
            Some("THÔNG TƯ"),
            Some("Ban hành định mức\ngiám định"),
        ),
        (
            "BỘ CÔNG THƯƠNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 04 /2026/TT-BCT\nTHÔNG TƯ\nQuy định hạn ngạch\nCăn cứ Luật A;",
            Some("04 /2026/TT-BCT"),
            None,
            Some("THÔNG TƯ"),
            Some("Quy định hạn ngạch"),
        ),
        // Two spaces, and a blank that was filled in.
        (
            "BỘ NGOẠI GIAO\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố:  5/2025/TT-BNG\nTHÔNG TƯ\nVề lãnh sự\nCăn cứ Luật A;",
            Some("5/2025/TT-BNG"),
            None,
            Some("THÔNG TƯ"),
            Some("Về lãnh sự"),
        ),
        (
            "BỘ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 57  /2025/TT-BYT    Hà Nội, ngày 05 tháng 8 năm 2025\nTHÔNG TƯ\nVề dược\nCăn cứ Luật A;",
            Some("57  /2025/TT-BYT"),
            Some("Hà Nội, ngày 05 tháng 8 năm 2025"),
            Some("THÔNG TƯ"),
            Some("Về dược"),
        ),
        (
            "UBND TỈNH SƠN LA\nSố: 123/UBND-NC\nV/v trả lời kiến nghị\nSơn La, ngày     tháng     năm 2025\nKính gửi: Ông A",
            Some("123/UBND-NC"),
            Some("Sơn La, ngày     tháng     năm 2025"),
            None,
            Some("trả lời kiến nghị"),
        ),
        // Cells of a table; a number that is still to be filled in.
        (
            "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 41/2019/QĐ-UBND | Quảng Trị, ngày 22 tháng 10 năm 2019 |\nQUYẾT ĐỊNH\nVề báo cáo\nCăn cứ Luật A;",
            Some("41/2019/QĐ-UBND"),
            Some("Quảng Trị, ngày 22 tháng 10 năm 2019"),
            Some("QUYẾT ĐỊNH"),
            Some("Về báo cáo"),
        ),
        (
            "UBND TỈNH SƠN LA\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố:     /KH-UBND\nKẾ HOẠCH\nVề chợ",
            None,
            None,
            Some("KẾ HOẠCH"),
            Some("Về chợ"),
        ),
        // What a portal says of the document stands above.
        (
            "Số ký hiệu | Số: 134/QĐ-TTg |\nCăn cứ Luật A;\nTHỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 134/QĐ-TTg\nHà Nội, ngày 21 tháng 7 năm 2026\nQUYẾT ĐỊNH\nVề đo đạc",
            Some("134/QĐ-TTg"),
            Some("Hà Nội, ngày 21 tháng 7 năm 2026"),
            Some("QUYẾT ĐỊNH"),
            Some("Về đo đạc"),
        ),
    ];
    for (text, number, place_date, kind, subject) in table {
        let header = outline::read(text).header.unwrap_or_default();
        assert_eq!(
            header.number.as_ref().map(|p| &*p.text),
            *number,
            "number in {text:?}"
        );
        assert_eq!(
            header.place_date.as_ref().map(|p| &*p.text),
            *place_date,
            "date in {text:?}"
        );
        assert_eq!(
            header.kind.as_ref().map(|p| &*p.text),
            *kind,
            "kind in {text:?}"
        );
        assert_eq!(
            header.subject.as_ref().map(|p| &*p.text),
            *subject,
            "subject in {text:?}"
        );
    }
}

#[test]
fn nothing_is_invented_around_prose() {
    for text in [
        "",
        "\n\n",
        "Sáng nay, Bộ Tư pháp họp.",
        "Theo Quyết định số 5/QĐ-BTP của Bộ Tư pháp, việc này đã xong.",
        "THÔNG BÁO\nNgày mai nghỉ.",
        "TIN TỨC\nHà Nội, ngày 5 tháng 8 năm 2020",
        "Số: 15 Trần Phú, Hà Nội",
        "| Văn bản | Ngày |\n| Thông tư số 17/2023/TT-BYT | 09/11/2023 |",
    ] {
        assert_eq!(outline::read(text).header, None, "header of {text:?}");
        assert_eq!(outline::read(text).closing, None, "closing of {text:?}");
        assert_eq!(tree(text), "", "outline of {text:?}");
    }
}

#[test]
fn closings() {
    for (text, recipients, signature) in [
        (
            "Điều 1. Một\nCHỦ TỊCH QUỐC HỘI\n(Đã ký)\nTrần Thanh M",
            None,
            Some("CHỦ TỊCH QUỐC HỘI\n(Đã ký)\nTrần Thanh M"),
        ),
        (
            "Điều 1. Một\nKT. BỘ TRƯỞNG\nBỘ TƯ PHÁP\nTHỨ TRƯỞNG\nA B\nKT. BỘ TRƯỞNG\nBỘ CÔNG AN\nTHỨ TRƯỞNG\nC D\nBảng kê 1",
            None,
            Some(
                "KT. BỘ TRƯỞNG\nBỘ TƯ PHÁP\nTHỨ TRƯỞNG\nA B\nKT. BỘ TRƯỞNG\nBỘ CÔNG AN\nTHỨ TRƯỞNG\nC D",
            ),
        ),
        (
            "Kính gửi: Sở Tư pháp\nĐề nghị trả lời.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTL. BỘ TRƯỞNG\nVỤ TRƯỞNG\nA B",
            Some("Nơi nhận:\n- Như trên;\n- Lưu: VT."),
            Some("TL. BỘ TRƯỞNG\nVỤ TRƯỞNG\nA B"),
        ),
        (
            "Điều 1. Một\nT/M BAN CHẤP HÀNH\nBÍ THƯ\nA B\nNơi nhận:\n- Các chi bộ;\n- Lưu.",
            Some("Nơi nhận:\n- Các chi bộ;\n- Lưu."),
            Some("T/M BAN CHẤP HÀNH\nBÍ THƯ\nA B"),
        ),
        (
            "Điều 1. Một\nBỘ TRƯỞNG\nA B\nTHỦ TƯỚNG CHÍNH PHỦ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            None,
            Some("BỘ TRƯỞNG\nA B"),
        ),
    ] {
        let closing = outline::read(text).closing.unwrap_or_default();
        assert_eq!(
            closing.recipients.as_ref().map(|p| &*p.text),
            recipients,
            "in {text:?}"
        );
        assert_eq!(
            closing.signature.as_ref().map(|p| &*p.text),
            signature,
            "in {text:?}"
        );
    }
}

#[cfg(feature = "serde")]
#[test]
fn json_of_a_node() {
    let nodes = outline::read("Điều 5. Hồ sơ\n").nodes;
    let json = serde_json::to_value(&nodes[0]).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "span": [0, 19], "text": "Điều 5. Hồ sơ", "level": "article", "label": "5",
            "heading": "Hồ sơ", "path": "5", "body": [19, 19], "extent": [0, 19], "depth": 0
        })
    );
}

/// Pieces that documents are made of, to be put together at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Điều 1. Một"),
        Just("Điều 2. Sửa đổi Điều 5 như sau:"),
        Just("“Điều 5. Mới"),
        Just("Chương I"),
        Just("QUY ĐỊNH"),
        Just("Mục 1"),
        Just("1. a:"),
        Just("2. Bãi bỏ khoản 3."),
        Just("a) x;"),
        Just("b) y.”"),
        Just("\""),
        Just("“”“"),
        Just("Nơi nhận:"),
        Just("- Lưu: VT"),
        Just("BỘ TRƯỞNG"),
        Just("Phụ lục I"),
        Just("QUY CHẾ"),
        Just("(Ban hành kèm theo)"),
        Just("MỤC LỤC"),
        Just("Số: 5/QĐ-A"),
        Just("Căn cứ Luật A;"),
        Just(""),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|lines| lines.join("\n"))
}

fn holds_together(text: &str) -> Result<(), TestCaseError> {
    let outline = outline::read(text);
    let mut before = 0;
    for (index, node) in outline.nodes.iter().enumerate() {
        prop_assert_eq!(node.span.of(text), &*node.text);
        prop_assert!(node.span.start() >= before, "in text order");
        before = node.span.start();
        prop_assert_eq!(node.value.extent.start(), node.span.start());
        prop_assert!(node.value.extent.contains(node.span));
        prop_assert!(text.get(node.value.extent.range()).is_some());
        prop_assert!(node.text.contains(&*node.value.label));
        match node.value.parent {
            None => prop_assert_eq!(node.value.depth, 0),
            Some(parent) => {
                prop_assert!(parent < index);
                let parent = &outline.nodes[parent].value;
                prop_assert_eq!(node.value.depth, parent.depth + 1);
                prop_assert!(parent.extent.contains(node.value.extent));
                prop_assert!(
                    parent.level < node.value.level || !parent.quoted && node.value.quoted
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_holds_together(text in "\\PC{0,200}") {
        holds_together(&text)?;
    }

    #[test]
    fn any_lines_hold_together(text in "(([“\"]?(Điều|Chương|Mục|[0-9]|[a-đ]) ?[0-9IVX]{0,3}[a-c]?[.):]? ?[A-ZĐa-z ]{0,6}[”\":.]?)\n){0,20}") {
        holds_together(&text)?;
    }

    #[test]
    fn any_document_holds_together(text in pieces()) {
        holds_together(&text)?;
    }
}

#[test]
fn who_signs_is_no_issuer() {
    let head = "SỞ TÀI CHÍNH\nSố: 1902/STC-QLG\nCần Thơ, ngày 12 tháng 5 năm 2025";
    for (text, issuer, subject) in [
        (
            "HEAD\nV/v giá đất\nKính gửi: Công ty A.\nĐề nghị báo cáo.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nPhạm B",
            "SỞ TÀI CHÍNH",
            Some("giá đất"),
        ),
        (
            "HEAD\nKính gửi: Công ty A.\nSở trả lời như sau:\nCHỦ TỊCH\nTrần C",
            "SỞ TÀI CHÍNH",
            None,
        ),
        (
            "HEAD\nKính gửi: Công ty A.\nPHÓ CỤC TRƯỞNG\nTrần C",
            "SỞ TÀI CHÍNH",
            None,
        ),
        (
            "HEAD\nNơi nhận:\n- Lưu: VT.\nPHÓ HIỆU TRƯỞNG\nTrần C",
            "SỞ TÀI CHÍNH",
            None,
        ),
        (
            "THỦ TƯỚNG CHÍNH PHỦ\nSố: 5/TTg-KTTH\nHà Nội, ngày 2 tháng 3 năm 2021\nKính gửi: Bộ A.",
            "THỦ TƯỚNG CHÍNH PHỦ",
            None,
        ),
        (
            "HEAD\nKẾ HOẠCH\nChuyển đổi số năm 2025\n\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích",
            "SỞ TÀI CHÍNH",
            Some("Chuyển đổi số năm 2025"),
        ),
        (
            "HEAD\nBÁO CÁO\nTình hình giá\n1. Kết quả\nTốt",
            "SỞ TÀI CHÍNH",
            Some("Tình hình giá"),
        ),
        (
            "HEAD\nBÁO CÁO\nTình hình giá giai đoạn\n2021-2025 tại tỉnh",
            "SỞ TÀI CHÍNH",
            Some("Tình hình giá giai đoạn\n2021-2025 tại tỉnh"),
        ),
    ] {
        let text = text.replace("HEAD", head);
        let header = outline::read(&text).header.unwrap();
        let lines: Vec<_> = header.issuer.iter().map(|p| &*p.text).collect();
        assert_eq!(lines, [issuer], "issuer in {text:?}");
        let about = header.subject.as_ref().map(|p| &*p.text);
        assert_eq!(about, subject, "subject in {text:?}");
    }
}

#[test]
fn a_signer_beside_the_recipients_is_no_recipient() {
    for (text, recipients) in [
        (
            "Điều 1. Một\nNơi nhận:          CHỦ TỊCH\n- Như Điều 1;\n- Lưu: VT.        Trần Việt B",
            None,
        ),
        (
            "Điều 1. Một\nNơi nhận:\n- Như Điều 1;\n- Lưu: VT.\t\tTrần Việt B",
            None,
        ),
        (
            "Điều 1. Một\nNơi nhận:\n-   Như Điều 1;\n- Lưu: VT.",
            Some("Nơi nhận:\n-   Như Điều 1;\n- Lưu: VT."),
        ),
    ] {
        let closing = outline::read(text).closing;
        let read = closing.as_ref().and_then(|c| c.recipients.as_ref());
        assert_eq!(read.map(|p| &*p.text), recipients, "recipients in {text:?}");
    }
}
