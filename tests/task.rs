//! Lists, furniture and assignments: tables of forms, one line a case.

use vanban::date::DateValue;
use vanban::task::Furniture;
use vanban::task::{Assignment, FurnitureKind, ListStyle, ListWarning, Task, TaskList};
use vanban::{DateExpression, Document, Extractor, Found, Layers, Span};

fn lists(text: &str) -> Vec<TaskList<'_>> {
    vanban::task::lists(text).collect()
}

fn furniture(text: &str) -> Vec<Found<'_, Furniture>> {
    vanban::task::furniture(text).collect()
}

/// What the tasks of a text come out as.
fn extracted(text: &str) -> Document<'_> {
    Extractor::builder()
        .only(Layers::TASK_LISTS | Layers::ASSIGNMENTS)
        .abbreviation("KHTC", "Kế hoạch - Tài chính")
        .abbreviation("PBGDPL", "Phổ biến, giáo dục pháp luật")
        .build()
        .extract(text)
}

fn assignments(text: &str) -> Vec<Found<'_, Assignment<'_>>> {
    extracted(text).assignments
}

/// A list as one line: `arabic_dot[1.|words; 2.|words{letter_paren[a)|…; b)|…]}]`.
fn shape(lists: &[TaskList<'_>]) -> String {
    let list = |list: &TaskList<'_>| {
        let style = serde_json::to_value(list.style).unwrap();
        let items: Vec<String> = list.items.iter().map(item).collect();
        format!("{}[{}]", style.as_str().unwrap(), items.join("; "))
    };
    lists.iter().map(list).collect::<Vec<_>>().join(" ")
}

fn item(task: &Task<'_>) -> String {
    let inner = match &task.lists[..] {
        [] => String::new(),
        lists => format!("{{{}}}", shape(lists)),
    };
    format!(
        "{}|{}{inner}",
        task.marker.as_deref().unwrap_or("∅"),
        task.text
    )
}

#[track_caller]
fn check(rows: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (text, expected) in rows {
        let got = shape(&lists(text));
        if got != *expected {
            wrong += &format!("{text:?}\n  expected {expected}\n  got      {got}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The same for pages, whose typesetting has to be undone first.
#[track_caller]
fn check_pages(rows: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (text, expected) in rows {
        let got = shape(&vanban::extract(text).task_lists);
        if got != *expected {
            wrong += &format!("{text:?}\n  expected {expected}\n  got      {got}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_marker_style_on_lines() {
    check(&[
        (
            "1. Rà soát;\n2. Lập báo cáo.",
            "arabic_dot[1.|Rà soát; 2.|Lập báo cáo]",
        ),
        (
            "01. Rà soát;\n02. Lập báo cáo.",
            "arabic_dot[01.|Rà soát; 02.|Lập báo cáo]",
        ),
        (
            "1.Rà soát;\n2.Lập báo cáo./.",
            "arabic_dot[1.|Rà soát; 2.|Lập báo cáo]",
        ),
        (
            "1. “Một cửa”;\n2. “Một dấu”.",
            "arabic_dot[1.|“Một cửa”; 2.|“Một dấu”]",
        ),
        (
            "1) Rà soát;\n2) Lập báo cáo.",
            "arabic_paren[1)|Rà soát; 2)|Lập báo cáo]",
        ),
        (
            "(1) Rà soát;\n(2) Lập báo cáo.",
            "paren_arabic[(1)|Rà soát; (2)|Lập báo cáo]",
        ),
        (
            "1/ Rà soát;\n2/ Lập báo cáo.",
            "arabic_slash[1/|Rà soát; 2/|Lập báo cáo]",
        ),
        (
            "1/Rà soát;\n2/Lập báo cáo.",
            "arabic_slash[1/|Rà soát; 2/|Lập báo cáo]",
        ),
        (
            "1- Rà soát;\n2- Lập báo cáo.",
            "arabic_hyphen[1-|Rà soát; 2-|Lập báo cáo]",
        ),
        (
            "1 - Rà soát;\n2 - Lập báo cáo.",
            "arabic_hyphen[1 -|Rà soát; 2 -|Lập báo cáo]",
        ),
        (
            "1.1. Rà soát;\n1.2. Lập báo cáo.",
            "arabic_multi[1.1.|Rà soát; 1.2.|Lập báo cáo]",
        ),
        (
            "1.1 Rà soát;\n1.2 Lập báo cáo.",
            "arabic_multi[1.1|Rà soát; 1.2|Lập báo cáo]",
        ),
        (
            "2.3.1. Rà soát;\n2.3.2. Lập.",
            "arabic_multi[2.3.1.|Rà soát; 2.3.2.|Lập]",
        ),
        (
            "a.1) Rà soát;\na.2) Lập.",
            "arabic_multi[a.1)|Rà soát; a.2)|Lập]",
        ),
        (
            "I.1. Rà soát;\nI.2. Lập.",
            "arabic_multi[I.1.|Rà soát; I.2.|Lập]",
        ),
        (
            "a) Rà soát;\nb) Lập báo cáo.",
            "letter_paren[a)|Rà soát; b)|Lập báo cáo]",
        ),
        (
            "a)Rà soát;\nb )Lập báo cáo.",
            "letter_paren[a)|Rà soát; b )|Lập báo cáo]",
        ),
        (
            "A) Rà soát;\nB) Lập báo cáo.",
            "letter_paren[A)|Rà soát; B)|Lập báo cáo]",
        ),
        (
            "a. Rà soát;\nb. Lập báo cáo.",
            "letter_dot[a.|Rà soát; b.|Lập báo cáo]",
        ),
        (
            "A. MỤC TIÊU\nB. NHIỆM VỤ",
            "letter_dot[A.|MỤC TIÊU; B.|NHIỆM VỤ]",
        ),
        (
            "a/ Rà soát;\nb/ Lập báo cáo.",
            "letter_slash[a/|Rà soát; b/|Lập báo cáo]",
        ),
        (
            "a- Rà soát;\nb- Lập báo cáo.",
            "letter_hyphen[a-|Rà soát; b-|Lập báo cáo]",
        ),
        (
            "(a) Rà soát;\n(b) Lập báo cáo.",
            "paren_letter[(a)|Rà soát; (b)|Lập báo cáo]",
        ),
        (
            "I. MỤC TIÊU\nII. NHIỆM VỤ",
            "roman_upper_dot[I.|MỤC TIÊU; II.|NHIỆM VỤ]",
        ),
        (
            "I/ Mục tiêu\nII/ Nhiệm vụ",
            "roman_upper_slash[I/|Mục tiêu; II/|Nhiệm vụ]",
        ),
        (
            "I- Mục tiêu\nII- Nhiệm vụ",
            "roman_upper_hyphen[I-|Mục tiêu; II-|Nhiệm vụ]",
        ),
        (
            "I - MỤC TIÊU\nII - NHIỆM VỤ",
            "roman_upper_hyphen[I -|MỤC TIÊU; II -|NHIỆM VỤ]",
        ),
        (
            "(I) Mục tiêu\n(II) Nhiệm vụ",
            "roman_upper_paren[(I)|Mục tiêu; (II)|Nhiệm vụ]",
        ),
        (
            "i) Rà soát;\nii) Lập;\niii) Trình.",
            "roman_lower[i)|Rà soát; ii)|Lập; iii)|Trình]",
        ),
        (
            "(i) Rà soát;\n(ii) Lập.",
            "roman_lower[(i)|Rà soát; (ii)|Lập]",
        ),
        (
            "- Rà soát;\n- Lập báo cáo.",
            "dash[-|Rà soát; -|Lập báo cáo]",
        ),
        ("-Rà soát;\n-Lập báo cáo.", "dash[-|Rà soát; -|Lập báo cáo]"),
        (
            "– Rà soát;\n— Lập báo cáo.",
            "dash[–|Rà soát; —|Lập báo cáo]",
        ),
        (
            "+ Rà soát;\n+ Lập báo cáo.",
            "plus[+|Rà soát; +|Lập báo cáo]",
        ),
        (
            "• Rà soát;\n• Lập báo cáo.",
            "bullet[•|Rà soát; •|Lập báo cáo]",
        ),
        ("● Rà soát;\n● Lập.", "bullet[●|Rà soát; ●|Lập]"),
        ("▪ Rà soát;\n▪ Lập.", "bullet[▪|Rà soát; ▪|Lập]"),
        ("* Rà soát;\n* Lập.", "bullet[*|Rà soát; *|Lập]"),
        ("o Rà soát;\no Lập.", "bullet[o|Rà soát; o|Lập]"),
        ("§ Rà soát;\n§ Lập.", "bullet[§|Rà soát; §|Lập]"),
        (
            "\u{f0b7} Rà soát;\n\u{f0b7} Lập.",
            "bullet[\u{f0b7}|Rà soát; \u{f0b7}|Lập]",
        ),
        (
            "\u{f02d} Rà soát;\n\u{f02d} Lập.",
            "bullet[\u{f02d}|Rà soát; \u{f02d}|Lập]",
        ),
        (
            "Thứ nhất, rà soát.\nThứ hai, lập.",
            "ordinal_words[Thứ nhất,|rà soát; Thứ hai,|lập]",
        ),
        (
            "Thứ nhất: rà soát.\nThứ hai: lập.",
            "ordinal_words[Thứ nhất:|rà soát; Thứ hai:|lập]",
        ),
        (
            "Thứ nhất là rà soát.\nThứ hai là lập.",
            "ordinal_words[Thứ nhất là|rà soát; Thứ hai là|lập]",
        ),
        (
            "Một là, rà soát.\nHai là, lập.\nBa là, trình.",
            "mot_la[Một là,|rà soát; Hai là,|lập; Ba là,|trình]",
        ),
        (
            "Một là: rà soát.\nHai là: lập.",
            "mot_la[Một là:|rà soát; Hai là:|lập]",
        ),
        (
            "Nhiệm vụ 1: rà soát.\nNhiệm vụ 2: lập.",
            "labelled[Nhiệm vụ 1:|rà soát; Nhiệm vụ 2:|lập]",
        ),
        (
            "Nhóm 1: Thể chế.\nNhóm 2: Bộ máy.",
            "labelled[Nhóm 1:|Thể chế; Nhóm 2:|Bộ máy]",
        ),
        (
            "Bước 1. Nộp hồ sơ.\nBước 2. Nhận kết quả.",
            "labelled[Bước 1.|Nộp hồ sơ; Bước 2.|Nhận kết quả]",
        ),
        (
            "Giải pháp thứ nhất: A lớn.\nGiải pháp thứ hai: B nhỏ.",
            "labelled[Giải pháp thứ nhất:|A lớn; Giải pháp thứ hai:|B nhỏ]",
        ),
        (
            "Giai đoạn I: A lớn.\nGiai đoạn II: B nhỏ.",
            "labelled[Giai đoạn I:|A lớn; Giai đoạn II:|B nhỏ]",
        ),
        (
            "Các đơn vị thực hiện các nhiệm vụ sau:\nRà soát văn bản.\nXây dựng kế hoạch.\nTrong thời gian tới còn nhiều việc.",
            "paragraphs_after_colon[∅|Rà soát văn bản; ∅|Xây dựng kế hoạch]",
        ),
        (
            "Hồ sơ gồm:\nĐơn đề nghị;\nBản sao giấy phép;\nẢnh chân dung.\nNơi nộp là bộ phận một cửa.",
            "paragraphs_after_colon[∅|Đơn đề nghị; ∅|Bản sao giấy phép; ∅|Ảnh chân dung]",
        ),
    ]);
}

#[test]
fn lists_inside_a_paragraph() {
    check(&[
        (
            "Gồm: (1) Rà soát; (2) Lập; (3) Trình.",
            "paren_arabic[(1)|Rà soát; (2)|Lập; (3)|Trình]",
        ),
        (
            "Gồm: (1) rà soát, (2) lập, và (3) trình.",
            "paren_arabic[(1)|rà soát; (2)|lập; (3)|trình]",
        ),
        (
            "Tập trung (1) rà soát; (2) lập.",
            "paren_arabic[(1)|rà soát; (2)|lập]",
        ),
        (
            "Gồm: (1) Rà soát. (2) Lập. (3) Trình.",
            "paren_arabic[(1)|Rà soát; (2)|Lập; (3)|Trình]",
        ),
        (
            "Gồm: a) Rà soát; b) Lập; c) Trình.",
            "letter_paren[a)|Rà soát; b)|Lập; c)|Trình]",
        ),
        (
            "Gồm: 1) Rà soát; 2) Lập.",
            "arabic_paren[1)|Rà soát; 2)|Lập]",
        ),
        ("Gồm: 1. Rà soát; 2. Lập.", "arabic_dot[1.|Rà soát; 2.|Lập]"),
        (
            "Như sau: 1. Rà soát A. 2. Lập B. 3. Trình C.",
            "arabic_dot[1.|Rà soát A; 2.|Lập B; 3.|Trình C]",
        ),
        (
            "Gồm: (i) rà soát; (ii) lập; và (iii) trình.",
            "roman_lower[(i)|rà soát; (ii)|lập; (iii)|trình]",
        ),
        (
            "Gồm: i) rà soát; ii) lập.",
            "roman_lower[i)|rà soát; ii)|lập]",
        ),
        (
            "Gồm: (a) rà soát; (b) lập.",
            "paren_letter[(a)|rà soát; (b)|lập]",
        ),
        ("Gồm: - Rà soát; - Lập.", "dash[-|Rà soát; -|Lập]"),
        ("Gồm: + Rà soát; + Lập.", "plus[+|Rà soát; +|Lập]"),
        (
            "Như sau: Thứ nhất, rà soát. Thứ hai, lập.",
            "ordinal_words[Thứ nhất,|rà soát; Thứ hai,|lập]",
        ),
        (
            "Cần làm: một là, rà soát; hai là, lập.",
            "mot_la[một là,|rà soát; hai là,|lập]",
        ),
        (
            "Cần làm: thứ nhất, rà soát; thứ hai, lập.",
            "ordinal_words[thứ nhất,|rà soát; thứ hai,|lập]",
        ),
        (
            "Gồm: (1) Rà soát; (2) Lập báo cáo. Ngoài ra, các đơn vị tự kiểm tra.",
            "paren_arabic[(1)|Rà soát; (2)|Lập báo cáo]",
        ),
        (
            "Gồm: (1) Rà soát; (2) Lập báo cáo. Các đơn vị tự kiểm tra.",
            "paren_arabic[(1)|Rà soát; (2)|Lập báo cáo]",
        ),
        (
            "Như sau: Thứ nhất, rà soát. Làm ngay. Thứ hai, lập. Làm sau. Bên cạnh đó, còn việc khác.",
            "ordinal_words[Thứ nhất,|rà soát. Làm ngay; Thứ hai,|lập. Làm sau]",
        ),
        (
            "a) Rà soát; b) Lập; c) Trình.",
            "letter_paren[a)|Rà soát; b)|Lập; c)|Trình]",
        ),
        (
            "Như sau: (1) Rà soát;\n(2) Lập;\n(3) Trình.",
            "paren_arabic[(1)|Rà soát; (2)|Lập; (3)|Trình]",
        ),
        (
            "Hai việc: (1) Rà soát tại TP. Hồ Chí Minh; (2) Lập.",
            "paren_arabic[(1)|Rà soát tại TP. Hồ Chí Minh; (2)|Lập]",
        ),
    ]);
}

#[test]
fn trees() {
    check(&[
        (
            "1. Rà soát:\na) Luật;\nb) Nghị định;\n2. Lập báo cáo.",
            "arabic_dot[1.|Rà soát:{letter_paren[a)|Luật; b)|Nghị định]}; 2.|Lập báo cáo]",
        ),
        (
            "I. MỤC TIÊU\n1. Chung\n2. Riêng\nII. NHIỆM VỤ\n1. Thể chế\na) Rà soát:\n- Luật;\n+ Cũ;\n+ Mới;\n- Nghị định.\nb) Sửa đổi.\n2. Bộ máy",
            "roman_upper_dot[I.|MỤC TIÊU{arabic_dot[1.|Chung; 2.|Riêng]}; II.|NHIỆM VỤ{arabic_dot[1.|Thể chế{letter_paren[a)|Rà soát:{dash[-|Luật;{plus[+|Cũ; +|Mới]}; -|Nghị định]}; b)|Sửa đổi]}; 2.|Bộ máy]}]",
        ),
        (
            "1. Thể chế\n1.1. Rà soát\n1.1.1. Luật\n1.1.2. Nghị định\n1.2. Sửa đổi\n2. Bộ máy\n2.1. Sở\n2.2. Phòng",
            "arabic_dot[1.|Thể chế{arabic_multi[1.1.|Rà soát{arabic_multi[1.1.1.|Luật; 1.1.2.|Nghị định]}; 1.2.|Sửa đổi]}; 2.|Bộ máy{arabic_multi[2.1.|Sở; 2.2.|Phòng]}]",
        ),
        (
            "Như sau: Thứ nhất, rà soát. Thứ hai, làm các việc: (1) lập; (2) trình. Thứ ba, báo cáo.",
            "ordinal_words[Thứ nhất,|rà soát; Thứ hai,|làm các việc:{paren_arabic[(1)|lập; (2)|trình]}; Thứ ba,|báo cáo]",
        ),
        (
            "1. Làm các việc: (i) lập; (ii) trình.\n2. Báo cáo.",
            "arabic_dot[1.|Làm các việc:{roman_lower[(i)|lập; (ii)|trình]}; 2.|Báo cáo]",
        ),
        (
            "h) Rà soát;\ni) Lập;\nk) Trình.\n",
            "letter_paren[h)|Rà soát; i)|Lập; k)|Trình]",
        ),
        (
            "1. Rà soát.\nViệc này làm ngay.\n2. Lập báo cáo.\nViệc này làm sau.",
            "arabic_dot[1.|Rà soát.\nViệc này làm ngay; 2.|Lập báo cáo]",
        ),
        (
            "1. Rà soát.\nViệc này gồm:\na) Luật;\nb) Nghị định.\n2. Lập báo cáo.",
            "arabic_dot[1.|Rà soát.\nViệc này gồm:{letter_paren[a)|Luật; b)|Nghị định]}; 2.|Lập báo cáo]",
        ),
        (
            "1. Rà soát.\n2. Lập báo cáo.\nSở Y tế yêu cầu:\n- Làm ngay;\n- Làm đủ.",
            "arabic_dot[1.|Rà soát; 2.|Lập báo cáo] dash[-|Làm ngay; -|Làm đủ]",
        ),
        (
            "Điều 5. Trách nhiệm\n1. Rà soát.\n2. Bộ Y tế\nCó các việc sau:\na) Lập;\nb) Trình.\nĐiều 6. Hiệu lực\n1. Từ nay.\n2. Bãi bỏ.",
            "arabic_dot[1.|Rà soát; 2.|Bộ Y tế\nCó các việc sau:{letter_paren[a)|Lập; b)|Trình]}] arabic_dot[1.|Từ nay; 2.|Bãi bỏ]",
        ),
        (
            "1. Sửa đổi khoản 2 như sau:\n“2. Cơ quan có quyền:\na) Hỏi;\nb) Đáp.”;\n2. Bãi bỏ Điều 5.",
            "arabic_dot[1.|Sửa đổi khoản 2 như sau:\n“2. Cơ quan có quyền:\na) Hỏi;\nb) Đáp.”; 2.|Bãi bỏ Điều 5]",
        ),
        (
            "Gồm các việc:\n- Rà soát văn bản của các\nđơn vị thuộc Bộ;\n- Lập.",
            "dash[-|Rà soát văn bản của các\nđơn vị thuộc Bộ; -|Lập]",
        ),
        (
            "a) Rà soát;\nCÔNG BÁO/Số 1523 + 1524/Ngày 29-12-2024\n\n15\nb) Lập.",
            "letter_paren[a)|Rà soát; b)|Lập]",
        ),
        (
            "1. Rà soát;\n1a. Bổ sung;\n2. Lập.\n",
            "arabic_dot[1.|Rà soát; 1a.|Bổ sung; 2.|Lập]",
        ),
        (
            "a) Rà soát;\na1) Bổ sung;\nb) Lập.",
            "letter_paren[a)|Rà soát; a1)|Bổ sung; b)|Lập]",
        ),
        (
            "1. Nội dung gồm:\nĐơn đề nghị;\nBản sao giấy phép.\n2. Thời hạn.",
            "arabic_dot[1.|Nội dung gồm:{paragraphs_after_colon[∅|Đơn đề nghị; ∅|Bản sao giấy phép]}; 2.|Thời hạn]",
        ),
    ]);
}

#[test]
fn letter_order() {
    let all = "abcdđeghiklmnopqrstuvxy";
    let text: String = all.chars().map(|c| format!("{c}) Việc này;\n")).collect();
    let found = lists(&text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].items.len(), 23);
    assert_eq!(found[0].warnings, []);

    let skipped = lists("a) A này;\nb) B này;\nc) C này;\nd) D này;\ne) E này;\ng) G này.");
    assert_eq!(skipped[0].items.len(), 6);
    assert!(
        matches!(
            skipped[0].warnings[..],
            [ListWarning::Gap { missing: 1, .. }]
        ),
        "{:?}",
        skipped[0].warnings
    );

    let foreign = lists(
        "a) A này;\nb) B này;\nc) C này;\nd) D này;\nđ) Đ này;\ne) E này;\nf) F này;\ng) G này.",
    );
    assert_eq!(foreign[0].items.len(), 8);
    assert!(
        matches!(foreign[0].warnings[..], [ListWarning::ForeignLetter { .. }]),
        "{:?}",
        foreign[0].warnings
    );
}

#[test]
fn false_lists() {
    let quiet = [
        "1.000 đồng một bộ\n2.000 đồng hai bộ",
        "Mức chi:\n3.800.000 đồng/tháng\n4.800.000 đồng/tháng",
        "2,34 triệu đồng\n3,34 triệu đồng",
        "1,5% tổng số\n2,5% tổng số",
        "1.5 triệu đồng\n1.6 triệu đồng",
        "Quý I năm 2022\nQuý II năm 2022",
        "Quốc hội khóa XV\nthế kỷ XX\nlần thứ XIII",
        "5/8 là ngày họp\n6/8 là ngày nghỉ",
        "12/8 Hội nghị\n13/8 Hội nghị",
        "12.8.2020 Hội nghị\n13.8.2020 Hội nghị",
        "Điều 1. Phạm vi\nĐiều 2. Đối tượng",
        "Điều 1: Phạm vi\nĐiều 2: Đối tượng",
        "Chương I\nQUY ĐỊNH CHUNG\nChương II\nTHI HÀNH",
        "TP. HCM\nTP. Hà Nội",
        "TS. Trần Văn A.\nThS. Lê Thị B.",
        "Ông Nguyễn Văn A. và bà Trần Thị B. cùng dự",
        "3. 5. 7.\n4. 6. 8.",
        "1.\n2.\n3.",
        "phiên bản 1.2.3 và 1.2.4",
        "Thứ Tư, 13/04/2022, 11:01 [GMT+7]",
        "Thứ Hai, ngày 13/4\nThứ Ba, ngày 14/4",
        "Thứ nhất, rà soát.",
        "lần thứ nhất, lần thứ hai",
        "Your email address will not be published. Required fields are marked *",
        "khoa học - công nghệ, kinh tế - xã hội",
        "giai đoạn 2018 - 2022: - 5%",
        "theo Nghị định 15 (1) và Nghị định 16 (2) của Chính phủ",
        "Điền Mẫu (Mẫu số 1), (Mẫu số 2).",
        "quy định tại điểm a), b) và c) khoản này",
        "theo khoản 1, 2. Các đơn vị khác",
        "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.",
        "Kính gửi: - Sở Y tế; - Sở Tư pháp.",
        "Nơi nhận:\n- Như trên;\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n- Lưu: VT, PL;\n- Trang tin.",
        "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nNguyễn Văn A",
        "“a) Hỏi;\nb) Đáp;\nc) Ghi.”",
        "-----\n-----",
        "- 12 -\n- 13 -",
        "+84 912 345 678\n+84 912 345 679",
        "-5 độ\n-6 độ",
        "1/QĐ-UBND ngày 5/8\n2/QĐ-UBND ngày 6/8",
        "15-NQ/TW của Bộ Chính trị\n16-NQ/TW của Bộ Chính trị",
        "1. Rà soát.",
        "Mục tiêu: đến năm 2025.",
        "Tin liên quan\n- Sở Y tế họp\n- Sở Tư pháp họp",
        "Giờ làm việc: 8 giờ. Nghỉ: 17 giờ.",
        "Tỷ lệ 1: 2. Tỷ lệ 1: 3.",
        "** Ghi chú **\n** Lưu ý **",
        "Email: a.b@c.vn\nWeb: a.b.vn",
        "Là một là hai đều được; hai là ba thì không.",
    ];
    check(&quiet.map(|text| (text, "")));
}

#[test]
fn lists_of_one() {
    check(&[
        (
            "1. Kiểm tra\n- Đưa vào chương trình.\n2. Báo cáo.",
            "arabic_dot[1.|Kiểm tra{dash[-|Đưa vào chương trình]}; 2.|Báo cáo]",
        ),
        (
            "1. Kiểm tra việc này.\n- Và việc kia.\n2. Báo cáo.",
            "arabic_dot[1.|Kiểm tra việc này.\n- Và việc kia; 2.|Báo cáo]",
        ),
    ]);
}

#[test]
fn tables() {
    check(&[
        (
            "STT\tNhiệm vụ\tCơ quan chủ trì\n1\tRà soát\tBộ Y tế\n2\tLập đề án\tBộ Công an\nHết.",
            "table[1|Rà soát; 2|Lập đề án]",
        ),
        (
            "| Nội dung công việc | ĐƠN VỊ THỰC HIỆN | Thời hạn |\n|---|---|---|\n| Rà soát; | Bộ Y tế | Quý I |",
            "table[∅|Rà soát]",
        ),
        // Groups.
        (
            "TT|Nhiệm vụ|Chủ trì|Phối hợp\nI|Thể chế||\n1|Rà soát|Bộ Y tế|\nII|Nhân lực||\n1|Đào tạo|Bộ Công an|",
            "table[I|Thể chế{table[1|Rà soát]}; II|Nhân lực{table[1|Đào tạo]}]",
        ),
        // In an item, over a page break.
        (
            "1. Phân công như sau:\nSTT\tNhiệm vụ\tChủ trì\n1\tRà soát\tBộ Y tế\n12\nSTT\tNhiệm vụ\tChủ trì\n2\tLập\tBộ Y tế\n2. Báo cáo.",
            "arabic_dot[1.|Phân công như sau:{table[1|Rà soát; 2|Lập]}; 2.|Báo cáo]",
        ),
        // No table of tasks.
        ("Tên\tTuổi\nA\t5", ""),
        ("Nhiệm vụ | Kinh phí\nA | 5", ""),
        ("STT\tNhiệm vụ\tChủ trì\nHết.", ""),
    ]);
    let text = "STT | Sản phẩm | Thời gian hoàn thành | Nhiệm vụ | Cơ quan phối hợp | Cơ quan chủ trì\n\
        1 | Đề án | Quý IV/2021 | Xây dựng Đề án | Bộ Tài chính; Bộ Công an | Bộ Y tế\n\
        2 | Báo cáo | Hằng quý | Tổng hợp | | các Bộ, ngành\n\
        3 | | Tháng 6/2021 | Họp | |";
    let found = assignments(text);
    let got: Vec<_> = found.iter().map(assigned).collect();
    assert_eq!(
        got,
        [
            "Bộ Y tế + Bộ Tài chính + Bộ Công an: Xây dựng Đề án",
            "các Bộ, ngành: Tổng hợp"
        ]
    );
    assert_eq!(due(&found[0].value.deadlines), "2021-36");
    assert_eq!(found[0].value.product.as_ref().unwrap().text, "Đề án");
    assert_eq!(found[1].value.deadlines[0].text, "Hằng quý");
    let lists = extracted(text).task_lists;
    let got: Vec<_> = lists[0]
        .items
        .iter()
        .map(|task| due(&task.deadlines))
        .collect();
    assert_eq!(got, ["2021-36", "", "2021-06"]);
}

#[test]
fn what_ends_a_list() {
    check(&[
        (
            "Ông A nói: “Có 2 việc:\n1. Học;\n2. Hỏi”.",
            "arabic_dot[1.|Học; 2.|Hỏi”]",
        ),
        (
            "1.\nRà soát văn bản\n2.\nLập báo cáo",
            "arabic_dot[1.|Rà soát văn bản; 2.|Lập báo cáo]",
        ),
        (
            "Gồm: (1) Rà soát: a) Luật; b) Nghị định; (2) Lập; (3) Trình. Bên cạnh đó, còn việc khác.",
            "paren_arabic[(1)|Rà soát:{letter_paren[a)|Luật; b)|Nghị định]}; (2)|Lập; (3)|Trình]",
        ),
        (
            "- A lớn;\n- B nhỏ.\nTrên cơ sở đó, làm ngay.",
            "dash[-|A lớn; -|B nhỏ]",
        ),
        (
            "1. A lớn;\n2. B nhỏ.\nĐiều 7. Hiệu lực\n3. C vừa;\n4. D khác.",
            "arabic_dot[1.|A lớn; 2.|B nhỏ] arabic_dot[3.|C vừa; 4.|D khác]",
        ),
        (
            "1. A lớn;\n2. B nhỏ./.\nNơi nhận:\n- Như trên;\n- Lưu.",
            "arabic_dot[1.|A lớn; 2.|B nhỏ]",
        ),
        (
            "1. A lớn;\n2. B nhỏ.\nCùng chuyên mục\n3. Tin khác\n4. Tin khác nữa",
            "arabic_dot[1.|A lớn; 2.|B nhỏ]",
        ),
        (
            "Cần thực hiện các nhiệm vụ chủ yếu:\n\nTổ chức học tập.\n\nNâng cao vai trò.\n\nTheo Chương trình, sẽ có 22 nhiệm vụ cụ thể.",
            "paragraphs_after_colon[∅|Tổ chức học tập; ∅|Nâng cao vai trò]",
        ),
        (
            "Phát biểu tại hội nghị, ông A nói:\nTôi rất vui.\nTôi rất mừng.",
            "",
        ),
    ]);
}

#[test]
fn numbers_that_run_on_through_parts() {
    check(&[
        (
            "I. MỘT\n1. Việc a.\n2. Việc b.\nII. HAI\n3. Việc c.\n4. Việc d.",
            "roman_upper_dot[I.|MỘT{arabic_dot[1.|Việc a; 2.|Việc b]}; \
             II.|HAI{arabic_dot[3.|Việc c; 4.|Việc d]}]",
        ),
        (
            "1. Một:\na) Rà soát;\nb) Lập.\n2. Hai:\nc) Trình;\nd) Gửi.",
            "arabic_dot[1.|Một:{letter_paren[a)|Rà soát; b)|Lập]}; \
             2.|Hai:{letter_paren[c)|Trình; d)|Gửi]}]",
        ),
        // One item alone is a list when it goes on a count.
        (
            "I. MỘT\n1. Việc a.\n2. Việc b.\nII. HAI\n3. Việc c.\nIII. BA\n4. Việc d.\n5. Việc đ.",
            "roman_upper_dot[I.|MỘT{arabic_dot[1.|Việc a; 2.|Việc b]}; II.|HAI{arabic_dot[3.|Việc c]}; \
             III.|BA{arabic_dot[4.|Việc d; 5.|Việc đ]}]",
        ),
        (
            "A. MỘT\nI. Đất\n1. Việc a.\nII. Biển\n2. Việc b.\nB. HAI\nI. Nước\n3. Việc c.\n4. Việc d.\nII. Rừng\n5. Việc đ.\n6. Việc e.",
            "letter_dot[A.|MỘT{roman_upper_dot[I.|Đất\n1. Việc a; II.|Biển{arabic_dot[2.|Việc b]}]}; \
             B.|HAI{roman_upper_dot[I.|Nước{arabic_dot[3.|Việc c; 4.|Việc d]}; \
             II.|Rừng{arabic_dot[5.|Việc đ; 6.|Việc e]}]}]",
        ),
        (
            "Phần thứ nhất\n1. Việc a.\n2. Việc b.\nPhần thứ hai\n3. Việc c.\n4. Việc d.",
            "arabic_dot[1.|Việc a; 2.|Việc b] arabic_dot[3.|Việc c; 4.|Việc d]",
        ),
    ]);
    for (text, gap) in [
        (
            "I. MỘT\n1. Việc a.\n2. Việc b.\nII. HAI\n3. Việc c.\n4. Việc d.",
            None,
        ),
        (
            "I. MỘT\n1. Việc a.\n2. Việc b.\nII. HAI\n4. Việc c.\n5. Việc d.",
            Some(1),
        ),
    ] {
        let found = lists(text);
        let missing = match found[0].items[1].lists[0].warnings[..] {
            [ListWarning::Gap { missing, .. }] => Some(missing),
            [] => None,
            ref other => panic!("{other:?}"),
        };
        assert_eq!(missing, gap, "{text:?}");
    }
}

#[test]
fn lines_that_go_on_an_open_sentence() {
    check_pages(&[
        (
            "1. Việc một.\n2. Sào dài ít nhất\n3,5 m tại chỗ.",
            "arabic_dot[1.|Việc một; 2.|Sào dài ít nhất\n3,5 m tại chỗ]",
        ),
        (
            "1. Việc một.\n2. Sào dài ít nhất\n3 m tại chỗ.",
            "arabic_dot[1.|Việc một; 2.|Sào dài ít nhất\n3 m tại chỗ]",
        ),
        (
            "1. Việc một.\n2. Chi không quá\n1.000.000 đồng mỗi xã.",
            "arabic_dot[1.|Việc một; 2.|Chi không quá\n1.000.000 đồng mỗi xã]",
        ),
        (
            "1. Việc một.\n2. Hai bờ, một là bờ\n“Đông” và bờ Tây.",
            "arabic_dot[1.|Việc một; 2.|Hai bờ, một là bờ\n“Đông” và bờ Tây]",
        ),
        (
            "1. Việc một.\n2. Báo cáo Chủ tịch\nỦy ban nhân dân tỉnh.",
            "arabic_dot[1.|Việc một; 2.|Báo cáo Chủ tịch\nỦy ban nhân dân tỉnh]",
        ),
        // A sentence that is closed is not gone on, and a blank line parts.
        (
            "1. Việc một.\n2. Việc hai.\n3 m là đủ.",
            "arabic_dot[1.|Việc một; 2.|Việc hai]",
        ),
        (
            "1. Việc một\n2. Việc hai\n\n3 m là đủ.",
            "arabic_dot[1.|Việc một; 2.|Việc hai]",
        ),
    ]);
    let text = "Thực hiện Quyết định số 12/QĐ-\nTTg của Thủ tướng\nChính phủ, các cơ quan làm 02 việc sau:\n1. Rà soát.\n2. Lập.";
    let document = vanban::extract(text);
    let lead_in = document.task_lists[0].lead_in.as_ref();
    assert_eq!(
        lead_in.map(|lead_in| &*lead_in.text),
        text.split_once("\n1.").map(|(lead, _)| lead)
    );
}

#[test]
fn items_behind_gaps() {
    check(&[
        (
            "1. Rà soát.\n3. Lập.\n4. Trình.\n9. Gửi.\n10. Báo cáo.",
            "arabic_dot[1.|Rà soát; 3.|Lập; 4.|Trình; 9.|Gửi; 10.|Báo cáo]",
        ),
        (
            "1. Bộ Y tế.\n2. Bộ Tư pháp:\n2.1. Rà soát.\n2.2. Báo cáo.\n10. Bộ Công an.",
            "arabic_dot[1.|Bộ Y tế; 2.|Bộ Tư pháp:{arabic_multi[2.1.|Rà soát; 2.2.|Báo cáo]}; 10.|Bộ Công an]",
        ),
        // The words before say that this is no marker.
        (
            "1. Rà soát theo\n9. Lập.\n2. Trình.",
            "arabic_dot[1.|Rà soát theo\n9. Lập; 2.|Trình]",
        ),
    ]);
    let found = lists("1. Rà soát.\n3. Lập.\n4. Trình.\n9. Gửi.\n10. Báo cáo.");
    let missing: Vec<u32> = found[0]
        .warnings
        .iter()
        .map(|warning| match warning {
            ListWarning::Gap { missing, .. } => *missing,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(missing, [1, 4]);
}

#[test]
fn page_heads_within_lists() {
    check_pages(&[
        (
            "1. Rà soát.\n12\n\nCÔNG BÁO/Số 41 + 42/Ngày 20-6-2025\n2. Lập\nCÔNG BÁO/Số 41 + 42/Ngày 20-6-2025 13\n3. Gửi.",
            "arabic_dot[1.|Rà soát; 2.|Lập; 3.|Gửi]",
        ),
        (
            "1. Rà soát. CÔNG BÁO/Số 41 + 42/Ngày 20-6-2025 3\n2. Lập. 4 CÔNG BÁO/Số 41 + 42/Ngày 20-6-2025\n3. Gửi.",
            "arabic_dot[1.|Rà soát; 2.|Lập; 3.|Gửi]",
        ),
        // The Gazette as a word, and a head that is spoken of.
        (
            "1. Đăng CÔNG BÁO/Số 41 cho các xã.\n2. Lập theo CÔNG BÁO.",
            "arabic_dot[1.|Đăng CÔNG BÁO/Số 41 cho các xã; 2.|Lập theo CÔNG BÁO]",
        ),
    ]);
    let document = vanban::extract("1. Rà soát. 4 CÔNG BÁO/Số 41 + 42/Ngày 20-6-2025");
    let found: Vec<_> = document
        .furniture
        .iter()
        .map(|f| (&*f.text, f.value.kind))
        .collect();
    assert_eq!(
        found,
        [(
            "4 CÔNG BÁO/Số 41 + 42/Ngày 20-6-2025",
            FurnitureKind::RunningHead
        )]
    );
}

#[test]
fn rarer_markers() {
    check(&[
        ("1 . Rà soát.\n2 . Lập.", "arabic_dot[1 .|Rà soát; 2 .|Lập]"),
        (
            "o\tthăm hỏi;\no\ttặng quà.",
            "bullet[o|thăm hỏi; o|tặng quà]",
        ),
        (
            "Bước thứ nhất, rà soát. Bước thứ hai, lập danh mục.",
            "labelled[Bước thứ nhất,|rà soát; Bước thứ hai,|lập danh mục]",
        ),
        (
            "Việc này có hai bước. Bước thứ nhất, rà soát. Bước thứ hai, lập.",
            "labelled[Bước thứ nhất,|rà soát; Bước thứ hai,|lập]",
        ),
        (
            "Bước 1: rà soát; Bước 2: lập.",
            "labelled[Bước 1:|rà soát; Bước 2:|lập]",
        ),
        (
            "Một, rà soát; hai, lập danh mục; ba, báo cáo.",
            "mot_la[Một,|rà soát; hai,|lập danh mục; ba,|báo cáo]",
        ),
        (
            "Có ba việc: một, rà soát; hai, lập; ba, báo cáo.",
            "mot_la[một,|rà soát; hai,|lập; ba,|báo cáo]",
        ),
        // A number of days, and a number among others.
        ("Trong một, hai ngày; ba, bốn ngày; năm, sáu ngày.", ""),
        ("Một, hai, ba bước; hai, ba việc.", ""),
    ]);
}

fn lead(text: &str) -> (Option<String>, Option<u32>) {
    let found = lists(text);
    assert_eq!(found.len(), 1, "{text:?}: {}", shape(&found));
    (
        found[0].lead_in.as_ref().map(|lead| lead.text.to_string()),
        found[0].declared_count,
    )
}

#[test]
fn lead_ins_and_counts() {
    let rows: &[(&str, Option<&str>, Option<u32>)] = &[
        (
            "Có 07 nhóm nhiệm vụ như sau:\n- A lớn;\n- B nhỏ.",
            Some("Có 07 nhóm nhiệm vụ như sau:"),
            Some(7),
        ),
        (
            "Họp xong. Gồm ba giải pháp:\n- A lớn;\n- B nhỏ.",
            Some("Gồm ba giải pháp:"),
            Some(3),
        ),
        (
            "Có 05 nội dung: (1) A lớn; (2) B nhỏ.",
            Some("Có 05 nội dung:"),
            Some(5),
        ),
        (
            "Có 2 (hai) việc sau đây:\n1. A lớn.\n2. B nhỏ.",
            Some("Có 2 (hai) việc sau đây:"),
            Some(2),
        ),
        (
            "Tại TP. Huế, có mười hai nhiệm vụ:\n- A lớn;\n- B nhỏ.",
            Some("Tại TP. Huế, có mười hai nhiệm vụ:"),
            Some(12),
        ),
        (
            "Trong 02 năm 2020 và 2021 làm:\n- A lớn;\n- B nhỏ.",
            Some("Trong 02 năm 2020 và 2021 làm:"),
            None,
        ),
        (
            "Tại 63 tỉnh, thành phố:\n- A lớn;\n- B nhỏ.",
            Some("Tại 63 tỉnh, thành phố:"),
            None,
        ),
        (
            "Một số nhiệm vụ:\n- A lớn;\n- B nhỏ.",
            Some("Một số nhiệm vụ:"),
            None,
        ),
        (
            "Có 3 mục tiêu và 2 nhiệm vụ:\n- A lớn;\n- B nhỏ.",
            Some("Có 3 mục tiêu và 2 nhiệm vụ:"),
            Some(2),
        ),
        (
            "Đề án có 2 nhiệm vụ. Cụ thể:\n- A lớn;\n- B nhỏ.",
            Some("Cụ thể:"),
            Some(2),
        ),
        (
            "Đề án có 9 nhiệm vụ. Cụ thể:\n- A lớn;\n- B nhỏ.",
            Some("Cụ thể:"),
            None,
        ),
        ("2 nhiệm vụ trọng tâm\n1. A lớn.\n2. B nhỏ.", None, Some(2)),
        (
            "Sẽ có 22 nhiệm vụ cụ thể được làm.\n1. A lớn.\n2. B nhỏ.",
            None,
            None,
        ),
        (
            "Các đơn vị thực hiện như sau\n1. A lớn.\n2. B nhỏ.",
            Some("Các đơn vị thực hiện như sau"),
            None,
        ),
        (
            "Điều 5. Bộ Y tế có các nhiệm vụ sau:\n1. A lớn.\n2. B nhỏ.",
            Some("Bộ Y tế có các nhiệm vụ sau:"),
            None,
        ),
        (
            "Làm 3 việc:\nẢnh minh họa\n1. A lớn.\n2. B nhỏ.",
            Some("Làm 3 việc:"),
            Some(3),
        ),
        ("1. A lớn.\n2. B nhỏ.", None, None),
    ];
    for &(text, lead_in, count) in rows {
        assert_eq!(lead(text), (lead_in.map(str::to_owned), count), "{text:?}");
    }
    let short = &lists("Có 03 nhiệm vụ:\n1. A lớn.\n2. B nhỏ.")[0];
    assert_eq!(short.declared_in.as_ref().unwrap().text, "03 nhiệm vụ");
    assert_eq!(
        short.warnings,
        [ListWarning::CountMismatch {
            declared: 3,
            found: 2
        }]
    );
    // Of two counts the first is that of the list.
    let groups =
        &lists("Có 5 nhóm nhiệm vụ với 22 nhiệm vụ cụ thể như sau:\n1. A lớn.\n2. B nhỏ.")[0];
    assert_eq!(groups.declared_count, Some(5));
    assert_eq!(
        groups.warnings,
        [ListWarning::CountMismatch {
            declared: 5,
            found: 2
        }]
    );
    let whole = &lists("Có 07 nhóm nhiệm vụ, giải pháp chủ yếu như sau:\n1. A lớn.\n2. B nhỏ.")[0];
    assert_eq!(
        whole.declared_in.as_ref().unwrap().text,
        "07 nhóm nhiệm vụ, giải pháp chủ yếu"
    );
}

#[test]
fn warnings() {
    let kinds = |text: &str| {
        let found = lists(text);
        let all = found.iter().flat_map(|list| &list.warnings);
        let value = |warning: &ListWarning| {
            serde_json::to_value(warning).unwrap()["kind"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        all.map(value).collect::<Vec<_>>().join(" ")
    };
    for (text, expected) in [
        ("1. A lớn.\n2. B nhỏ.", ""),
        ("1. A lớn.\n3. C vừa.", "gap"),
        ("1. A lớn.\n2. B nhỏ.\n2. C vừa.", "repeat"),
        ("1. A lớn.\n2. B nhỏ.\n1. C vừa.\n2. D khác.", "restart"),
        (
            "I. A lớn\n1. B nhỏ.\n2. C vừa.\nII. D khác\n1. E này.\n2. G kia.",
            "",
        ),
        ("3. A lớn.\n4. B nhỏ.", "late_start"),
        ("Có 5 việc:\n1. A lớn.\n2. B nhỏ.", "count_mismatch"),
    ] {
        assert_eq!(kinds(text), expected, "{text:?}");
    }
}

/// The bodies of `text` as a recogniser would hand them over, found by their literal names.
/// `requester > lead + partner, partner: task`
fn assigned(found: &Found<'_, Assignment<'_>>) -> String {
    let value = &found.value;
    let mut out = String::new();
    if !value.requesters.is_empty() {
        out += &format!("{} > ", value.requesters.join(" + "));
    }
    out += &value.leads.join(", ");
    if !value.partners.is_empty() {
        out += &format!(" + {}", value.partners.join(" + "));
    }
    format!("{out}: {}", value.task.text)
}

#[test]
fn assignments_in_all_their_forms() {
    let rows = [
        (
            "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính xây dựng đề án.",
            "Bộ Y tế + Bộ Tài chính: xây dựng đề án",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp chặt chẽ với Bộ Tài chính xây dựng đề án.",
            "Bộ Y tế + Bộ Tài chính: xây dựng đề án",
        ),
        (
            "Bộ Y tế chủ trì phối hợp với Bộ Tài chính xây dựng đề án.",
            "Bộ Y tế + Bộ Tài chính: xây dựng đề án",
        ),
        (
            "Bộ Y tế chủ trì và phối hợp với Bộ Tài chính xây dựng đề án.",
            "Bộ Y tế + Bộ Tài chính: xây dựng đề án",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp cùng Bộ Tài chính xây dựng đề án.",
            "Bộ Y tế + Bộ Tài chính: xây dựng đề án",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp Bộ Tài chính xây dựng đề án.",
            "Bộ Y tế + Bộ Tài chính: xây dựng đề án",
        ),
        (
            "Bộ Y tế sẽ chủ trì, phối hợp với Bộ Tài chính xây dựng đề án.",
            "Bộ Y tế + Bộ Tài chính: xây dựng đề án",
        ),
        (
            "Bộ Y tế có trách nhiệm chủ trì, phối hợp với Bộ Tài chính lập dự toán.",
            "Bộ Y tế + Bộ Tài chính: lập dự toán",
        ),
        (
            "Bộ Y tế được giao chủ trì, phối hợp với Bộ Tài chính lập dự toán.",
            "Bộ Y tế + Bộ Tài chính: lập dự toán",
        ),
        (
            "BỘ TRƯỞNG: Bộ Y tế chủ trì, phối hợp với Bộ Tài chính, Bộ Công an, Bộ Tư pháp rà soát.",
            "Bộ Y tế + Bộ Tài chính + Bộ Công an + Bộ Tư pháp: rà soát",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính, Bộ Công an và Bộ Tư pháp rà soát.",
            "Bộ Y tế + Bộ Tài chính + Bộ Công an + Bộ Tư pháp: rà soát",
        ),
        (
            "Cục KHTC chủ trì, phối hợp chặt chẽ với Vụ PBGDPL, Văn phòng Bộ bố trí kinh phí.",
            "Cục Kế hoạch - Tài chính + Vụ Phổ biến, giáo dục pháp luật + Văn phòng Bộ Tư pháp: bố trí kinh phí",
        ),
        (
            "Cục Kế hoạch - Tài chính (KHTC) chủ trì, phối hợp với Vụ Phổ biến, giáo dục pháp luật (PBGDPL) bố trí kinh phí.",
            "Cục Kế hoạch - Tài chính + Vụ Phổ biến, giáo dục pháp luật: bố trí kinh phí",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với Bộ Văn hóa, Thể thao và Du lịch, Bộ Công an tổ chức lễ hội.",
            "Bộ Y tế + Bộ Văn hóa, Thể thao và Du lịch + Bộ Công an: tổ chức lễ hội",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với các Bộ, ngành, địa phương xây dựng kế hoạch.",
            "Bộ Y tế + các Bộ, ngành, địa phương: xây dựng kế hoạch",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với các đơn vị liên quan để đề xuất dự án.",
            "Bộ Y tế + các đơn vị liên quan: đề xuất dự án",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính và các cơ quan, tổ chức có liên quan ban hành văn bản.",
            "Bộ Y tế + Bộ Tài chính + các cơ quan, tổ chức có liên quan: ban hành văn bản",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với UBND các tỉnh, thành phố trực thuộc Trung ương kiểm tra.",
            "Bộ Y tế + UBND các tỉnh, thành phố trực thuộc Trung ương: kiểm tra",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với các đơn vị sự nghiệp công lập rà soát.",
            "Bộ Y tế + các đơn vị sự nghiệp công lập: rà soát",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với các cơ quan tham mưu, giúp việc Tỉnh ủy rà soát.",
            "Bộ Y tế + các cơ quan tham mưu, giúp việc Tỉnh ủy: rà soát",
        ),
        (
            "Cục KHTC chủ trì, phối hợp với Vụ PBGDPL có văn bản gửi Bộ Tài chính.",
            "Cục Kế hoạch - Tài chính + Vụ Phổ biến, giáo dục pháp luật: có văn bản gửi Bộ Tài chính",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính trong việc phân bổ vốn.",
            "Bộ Y tế + Bộ Tài chính: phân bổ vốn",
        ),
        (
            "Giao Bộ Y tế chủ trì, phối hợp với Bộ Tài chính rà soát.",
            "Bộ Y tế + Bộ Tài chính: rà soát",
        ),
        (
            "Thủ tướng Chính phủ giao Bộ Y tế chủ trì, phối hợp với Bộ Tài chính rà soát.",
            "Thủ tướng Chính phủ > Bộ Y tế + Bộ Tài chính: rà soát",
        ),
        (
            "Bộ Tư pháp đề nghị Cục KHTC chủ trì, phối hợp với Vụ PBGDPL rà soát.",
            "Bộ Tư pháp > Cục Kế hoạch - Tài chính + Vụ Phổ biến, giáo dục pháp luật: rà soát",
        ),
        (
            "Về việc này, Thứ trưởng đề nghị Cục CNTT chủ trì, phối hợp với Vụ PBGDPL rà soát.",
            "Thứ trưởng > Cục Công nghệ thông tin + Vụ Phổ biến, giáo dục pháp luật: rà soát",
        ),
        ("Bộ Y tế chủ trì xây dựng đề án.", "Bộ Y tế: xây dựng đề án"),
        ("Nhiệm vụ này do Bộ Y tế chủ trì.", "Bộ Y tế: Nhiệm vụ này"),
        (
            "Bộ Y tế phối hợp với Bộ Tài chính bố trí vốn.",
            "Bộ Y tế + Bộ Tài chính: bố trí vốn",
        ),
        (
            "Các đơn vị liên quan tiếp tục phối hợp chặt chẽ, sát sao với Vụ PBGDPL triển khai.",
            "Các đơn vị liên quan + Vụ Phổ biến, giáo dục pháp luật: triển khai",
        ),
        (
            "Bộ Y tế có trách nhiệm hướng dẫn thi hành; báo cáo kết quả.",
            "Bộ Y tế: hướng dẫn thi hành; báo cáo kết quả",
        ),
        (
            "Bộ Y tế chịu trách nhiệm tổ chức thực hiện./.",
            "Bộ Y tế: tổ chức thực hiện",
        ),
        (
            "Bộ Y tế là cơ quan đầu mối giúp Thủ tướng Chính phủ theo dõi.",
            "Bộ Y tế: giúp Thủ tướng Chính phủ theo dõi",
        ),
        (
            "Sở Nội vụ làm đầu mối tổng hợp báo cáo.",
            "Sở Nội vụ: tổng hợp báo cáo",
        ),
        (
            "UBND tỉnh Sơn La yêu cầu Sở Nội vụ rà soát biên chế.",
            "Ủy ban nhân dân tỉnh Sơn La > Sở Nội vụ: rà soát biên chế",
        ),
        (
            "UBND tỉnh Sơn La yêu cầu các sở, ban, ngành, đoàn thể tỉnh xây dựng kế hoạch.",
            "Ủy ban nhân dân tỉnh Sơn La > các sở, ban, ngành, đoàn thể tỉnh: xây dựng kế hoạch",
        ),
        (
            "Bộ Tư pháp yêu cầu cấp ủy đảng, thủ trưởng các cơ quan, đơn vị trong toàn Ngành tiến hành phát động thi đua.",
            "Bộ Tư pháp > cấp ủy đảng, thủ trưởng các cơ quan, đơn vị trong toàn Ngành: tiến hành phát động thi đua",
        ),
        ("Giao Sở Nội vụ tham mưu.", "Sở Nội vụ: tham mưu"),
        (
            "Bộ trưởng, Thủ trưởng cơ quan ngang bộ và Chủ tịch UBND các tỉnh chịu trách nhiệm thi hành Quyết định này.",
            "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch UBND các tỉnh: thi hành Quyết định này",
        ),
        (
            "Bộ Y tế có trách nhiệm:\na) Chủ trì, phối hợp với Bộ Tài chính rà soát;\nb) Báo cáo.",
            "Bộ Y tế + Bộ Tài chính: rà soát | Bộ Y tế: Báo cáo",
        ),
        (
            "Điều 5. Trách nhiệm của Bộ Y tế\n1. Chủ trì, phối hợp với Bộ Tài chính rà soát.",
            "Bộ Y tế + Bộ Tài chính: rà soát",
        ),
        (
            "1. Bộ Y tế:\n- Chủ trì, phối hợp với Bộ Công an rà soát;\n2. Bộ Tài chính:\n- Chủ trì, phối hợp với Bộ Tư pháp lập dự toán.",
            "Bộ Y tế + Bộ Công an: rà soát | Bộ Tài chính + Bộ Tư pháp: lập dự toán",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính rà soát; Bộ Công an chủ trì, phối hợp với Bộ Tư pháp kiểm tra.",
            "Bộ Y tế + Bộ Tài chính: rà soát | Bộ Công an + Bộ Tư pháp: kiểm tra",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính:\n- Rà soát;\n- Báo cáo.",
            "Bộ Y tế + Bộ Tài chính: Rà soát | Bộ Y tế + Bộ Tài chính: Báo cáo",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với Báo Sức khỏe, Bộ Công an mở chuyên mục.",
            "Bộ Y tế + Báo Sức khỏe + Bộ Công an: mở chuyên mục",
        ),
        // Labels.
        (
            "a) Rà soát văn bản.\nĐơn vị chủ trì: Bộ Y tế; đơn vị phối hợp: Bộ Tài chính, Bộ Công an; thời gian hoàn thành: Quý III/2026;\nb) Báo cáo.",
            "Bộ Y tế + Bộ Tài chính + Bộ Công an: Rà soát văn bản",
        ),
        (
            "1. Rà soát văn bản.\n- Cơ quan chủ trì: Bộ Y tế.\n- Cơ quan phối hợp: các Bộ, ngành, địa phương.\n2. Báo cáo.",
            "Bộ Y tế + các Bộ, ngành, địa phương: Rà soát văn bản",
        ),
        (
            "Rà soát văn bản (chủ trì: Bộ Y tế; phối hợp: Hội Luật gia).",
            "Bộ Y tế + Hội Luật gia: Rà soát văn bản",
        ),
        (
            "Rà soát văn bản.\nChủ trì: Bộ Y tế, Bộ Công an.",
            "Bộ Y tế, Bộ Công an: Rà soát văn bản",
        ),
        // Quiet: no actor, no task, or a meeting that was chaired.
        (
            "Đề án đã xác định rõ thời gian, cơ quan chủ trì, phối hợp thực hiện từng nhiệm vụ cụ thể.",
            "",
        ),
        (
            "Cơ quan chủ trì: Bộ Y tế; cơ quan phối hợp: Bộ Tài chính.",
            "",
        ),
        ("Bộ Y tế chủ trì họp với Bộ Tài chính.", ""),
        (
            "Bộ Y tế đã chủ trì buổi làm việc với Vụ PBGDPL về đề án.",
            "",
        ),
        ("Bộ Y tế đã phối hợp với Bộ Tài chính xây dựng đề án.", ""),
        ("Theo đề nghị của Bộ trưởng Bộ Y tế;", ""),
        ("Thực hiện theo yêu cầu của Bộ Y tế.", ""),
        ("Công tác phối hợp với các ngành còn hạn chế.", ""),
        ("Hội nghị giao ban quý I.", ""),
        ("Chủ trì, phối hợp với Bộ Tài chính rà soát.", ""),
        (
            "Doanh nghiệp chưa có sự phối hợp đề xuất những nội dung cụ thể cần hỗ trợ.",
            "",
        ),
        (
            "1. Giao Bộ Y tế chủ trì, phối hợp với Bộ Tài chính:\na) Rà soát;\nb) Lập.",
            "Bộ Y tế + Bộ Tài chính: Rà soát | Bộ Y tế + Bộ Tài chính: Lập",
        ),
        (
            "Giao Bộ Y tế:\na) Rà soát;\nb) Lập.",
            "Bộ Y tế: Rà soát | Bộ Y tế: Lập",
        ),
        (
            "Bộ Y tế có trách nhiệm:\na) Rà soát;\nb) Lập.",
            "Bộ Y tế: Rà soát | Bộ Y tế: Lập",
        ),
        (
            "Bộ Y tế có trách nhiệm thực hiện các nhiệm vụ sau:\na) Rà soát;\nb) Lập.",
            "Bộ Y tế: Rà soát | Bộ Y tế: Lập",
        ),
        (
            "Đề nghị Bộ Y tế, Bộ Tài chính:\n- Rà soát;\n- Lập.",
            "Bộ Y tế, Bộ Tài chính: Rà soát | Bộ Y tế, Bộ Tài chính: Lập",
        ),
        // Words of their own are the task.
        (
            "Giao Bộ Y tế rà soát các việc sau:\na) Đất;\nb) Rừng.",
            "Bộ Y tế: rà soát các việc sau",
        ),
        (
            "Lập danh mục do Bộ Y tế chủ trì, Bộ Tài chính phối hợp thực hiện.",
            "Bộ Y tế + Bộ Tài chính: Lập danh mục",
        ),
        (
            "Lập danh mục do Bộ Y tế chủ trì, Bộ Tài chính và Bộ Công an phối hợp.",
            "Bộ Y tế + Bộ Tài chính + Bộ Công an: Lập danh mục",
        ),
        (
            "1. Rà soát (Bộ Y tế chủ trì);\n2. Lập (do Bộ Tài chính chủ trì, phối hợp với Bộ Công an).",
            "Bộ Y tế: Rà soát | Bộ Tài chính + Bộ Công an: Lập",
        ),
        (
            "1. Rà soát (Bộ Y tế chủ trì, Bộ Tài chính phối hợp).",
            "Bộ Y tế + Bộ Tài chính: Rà soát",
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với Thuế tỉnh Lâm Đồng lập đề án.",
            "Bộ Y tế + Thuế tỉnh Lâm Đồng: lập đề án",
        ),
    ];
    let mut wrong = String::new();
    for (text, expected) in rows {
        let found = assignments(text);
        let got = found.iter().map(assigned).collect::<Vec<_>>().join(" | ");
        if got != expected {
            wrong += &format!("{text:?}\n  expected {expected}\n  got      {got}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// `edtf` of every deadline.
/// The words of the task or the first item, the document that it is of, the unit that it stands in.
#[test]
fn what_lists_and_assignments_belong_to() {
    let decree = "CHÍNH PHỦ\nSố: 12/2026/NĐ-CP\n\nNGHỊ ĐỊNH\nVề bến bãi\n\n";
    let annex = "\nPHỤ LỤC\n(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 05/5/2026)\n";
    for (page, expected) in [
        (
            format!(
                "{decree}Điều 4. Trách nhiệm\n1. Bộ Xây dựng chủ trì rà soát.\n2. Bộ Công an hướng dẫn.\n"
            ),
            "rà soát self 4/1 | list self 4",
        ),
        (
            format!(
                "{decree}Điều 1. Phạm vi\nVề bến.{annex}1. Sở Xây dựng chủ trì nạo vét luồng.\n2. Sở Tài chính cấp vốn.\n"
            ),
            "nạo vét luồng 77/QĐ-UBND Phụ lục | list 77/QĐ-UBND Phụ lục",
        ),
        (
            format!(
                "{decree}Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 15/2020/NĐ-CP\n1. Sửa đổi Điều 7 như sau:\n“Điều 7. Trách nhiệm\n1. Bộ Xây dựng chủ trì kiểm tra bến.\n2. Bộ Công an xử phạt.”\nĐiều 2. Hiệu lực\nNghị định này có hiệu lực.\n"
            ),
            "",
        ),
        (
            "Ngày mai, Bộ Xây dựng chủ trì kiểm tra bến.".to_owned(),
            "kiểm tra bến - ",
        ),
        // What stands above the letterhead is the site's.
        (
            format!("- Thuộc tính\n- Nội dung\n- Lược đồ\n{decree}- Bộ Xây dựng chủ trì rà soát;\n- Bộ Công an hướng dẫn.\n"),
            "rà soát self  | list -  | list self ",
        ),
        // Who quotes an article is not its law.
        (
            "Bạn cần chuẩn bị những giấy tờ sau:\n- Đơn xin ly hôn;\n- Bản sao căn cước.\nĐiều 56. Ly hôn theo yêu cầu\nTòa án có trách nhiệm hòa giải.".to_owned(),
            "hòa giải -  | list - ",
        ),
        // An annex alone is of the document that it belongs to.
        (
            format!("{annex}1. Sở Xây dựng chủ trì nạo vét luồng.\n2. Sở Tài chính cấp vốn.\n"),
            "nạo vét luồng 77/QĐ-UBND Phụ lục | list 77/QĐ-UBND Phụ lục",
        ),
    ] {
        let document = vanban::extract(&page);
        let of = |of: &Option<vanban::provision::ProvisionOf>| match of {
            Some(of) => of.to_string(),
            None => "-".to_owned(),
        };
        let given = document.assignments.iter().map(|found| {
            let value = &found.value;
            format!("{} {} {}", value.task.text, of(&value.of), value.unit)
        });
        let lists =
            (document.task_lists.iter()).map(|list| format!("list {} {}", of(&list.of), list.unit));
        let got: Vec<String> = given.chain(lists).collect();
        assert_eq!(got.join(" | "), expected, "{page}");
    }
}

fn due(deadlines: &[Found<'_, DateExpression>]) -> String {
    let edtf = deadlines.iter().filter_map(|date| date.value.edtf());
    edtf.collect::<Vec<_>>().join("; ")
}

#[test]
fn deadlines() {
    for (text, edtf) in [
        (
            "Bộ Y tế chủ trì rà soát trước ngày 30/6/2021.",
            "2021-06-30",
        ),
        (
            "Bộ Y tế chủ trì rà soát, hoàn thành trong quý IV/2020.",
            "2020-36",
        ),
        (
            "Bộ Y tế chủ trì rà soát, chậm nhất là ngày 31/12/2020.",
            "2020-12-31",
        ),
        (
            "Bộ Y tế chủ trì rà soát để tháng 11/2020 có báo cáo.",
            "2020-11",
        ),
        ("Bộ Y tế chủ trì rà soát xong trong năm 2025.", "2025"),
        (
            "1. Rà soát (Bộ Y tế chủ trì, hoàn thành trong quý I/2026);",
            "2026-33",
        ),
        (
            "Lập danh mục do Bộ Y tế chủ trì, Bộ Tài chính phối hợp thực hiện, hoàn thành trước ngày 30/6/2026.",
            "2026-06-30",
        ),
        // In the clauses that go on with the task.
        (
            "Bộ Y tế chủ trì rà soát; trình Chính phủ trong quý II/2026;",
            "2026-34",
        ),
        (
            "Bộ Y tế chủ trì rà soát; thời gian hoàn thành: Quý II/2026;",
            "2026-34",
        ),
        (
            "Bộ Y tế chủ trì rà soát. Hoàn thành trước ngày 15/11/2026.",
            "2026-11-15",
        ),
        (
            "Bộ Y tế chủ trì rà soát.\nThời hạn hoàn thành: tháng 12/2026.",
            "2026-12",
        ),
        (
            "Bộ Y tế có trách nhiệm rà soát; lập danh mục; gửi Bộ Tài chính trước ngày 31/12/2026.",
            "2026-12-31",
        ),
        (
            "Bộ Y tế chủ trì rà soát trước ngày 30/6/2021; báo cáo trước ngày 30/9/2021.",
            "2021-06-30; 2021-09-30",
        ),
        // Another is to do it, or it is no deadline.
        (
            "Bộ Y tế chủ trì rà soát; Bộ Công an báo cáo trước ngày 15/11/2026.",
            "",
        ),
        (
            "Bộ Y tế chủ trì rà soát Quyết định số 5/QĐ-BYT ngày 05/8/2020.",
            "",
        ),
        ("Bộ Y tế chủ trì thực hiện Đề án giai đoạn 2021-2025.", ""),
        ("Bộ Y tế chủ trì vận hành Quỹ từ ngày 01/7/2026.", ""),
        (
            "Bộ Y tế chủ trì giải quyết chế độ cho người đã nghỉ hưu trước ngày 01/7/2022.",
            "",
        ),
        (
            "Bộ Y tế chủ trì:\n- Rà soát trước ngày 30/6/2021;\n- Lập báo cáo.",
            "2021-06-30",
        ),
    ] {
        let found = assignments(text);
        let got = due(&found[0].value.deadlines);
        assert_eq!(got, edtf, "{text:?}");
    }
    let text =
        "1. Rà soát trước ngày 30/6/2021;\n2. Lập:\na) Bảng, xong trước ngày 30/6/2021;\nb) Biểu.";
    let found = extracted(text).task_lists;
    let [first, second] = &found[0].items[..] else {
        panic!()
    };
    assert_eq!(due(&first.deadlines), "2021-06-30");
    assert_eq!(second.deadlines, []);
    let deadline = &second.lists[0].items[0].deadlines[0];
    assert_eq!(deadline.span.start(), text.rfind("ngày").unwrap());
    assert_eq!(second.lists[0].items[1].deadlines, []);
}

#[test]
fn recurring_tasks() {
    for (words, expected) in [
        ("Định kỳ hằng quý báo cáo Bộ trưởng", "hằng quý P3M"),
        ("Hằng năm, bồi dưỡng nghiệp vụ", "Hằng năm P1Y"),
        ("Tổng hợp, báo cáo hằng tháng", "hằng tháng P1M"),
        ("Báo cáo trước ngày 25 hằng tháng", "ngày 25 hằng tháng P1M"),
        ("Thường xuyên kiểm tra", ""),
        ("Bố trí từ dự toán chi thường xuyên", ""),
        ("Lập dự toán hằng năm của đơn vị", ""),
        ("Rà soát trước ngày 30/6/2021", "ngày 30/6/2021 -"),
    ] {
        let text = format!("1. {words};\n2. Lập báo cáo.");
        let found = extracted(&text).task_lists;
        let deadline = found[0].items[0].deadlines.first();
        let got = deadline.map(|found| {
            let period = match found.value.value {
                DateValue::Recurring(period) => Some(period),
                _ => found.value.recurrence,
            };
            let period = period.map_or("-".into(), |p| p.to_string());
            format!("{} {period}", found.text)
        });
        assert_eq!(got.unwrap_or_default(), expected, "{words:?}");
    }
}

#[test]
fn furniture_of_pages() {
    use FurnitureKind::*;
    for (line, kind) in [
        ("Cùng chuyên mục", Some(Related)),
        ("Tin liên quan:", Some(Related)),
        ("Các tin khác", Some(Related)),
        ("Có thể bạn quan tâm", Some(Related)),
        ("Xem thêm: Sở Y tế họp", Some(ReadMore)),
        ("Xem chi tiet tin_new - Sở Tư pháp", Some(ReadMore)),
        ("Đang online: 3", Some(Counter)),
        ("Hôm nay: 1334", Some(Counter)),
        ("Đã truy cập: 1.333.419", Some(Counter)),
        ("Số lượt xem: 1234", Some(Counter)),
        ("Lượt truy cập 12.345 lượt", Some(Counter)),
        ("Leave a Comment", Some(CommentForm)),
        (
            "Your email address will not be published. Required fields are marked *",
            Some(CommentForm),
        ),
        ("Gửi bình luận", Some(CommentForm)),
        ("Ảnh minh họa", Some(Caption)),
        (
            "Đoàn nhận quà. Ảnh: Nguyễn Hoàng Phương, Trung tâm Truyền thông Quảng Ngãi cung cấp",
            None,
        ),
        ("Ảnh: TTXVN", Some(Caption)),
        ("Nguồn: Cổng Thông tin điện tử Bộ Tư pháp.", Some(Byline)),
        ("Tác giả: Ngọc Lan", Some(Byline)),
        ("(Ban Nội chính Tỉnh ủy)", Some(Byline)),
        ("(Theo TTXVN)", Some(Byline)),
        ("Chia sẻ", Some(Share)),
        ("In bài viết", Some(Share)),
        ("A- A A+", Some(Share)),
        ("Tags: cải cách, tư pháp", Some(Share)),
        ("Trang chủ > Tin tức", Some(Breadcrumb)),
        ("File đính kèm", Some(Attachment)),
        ("Tệp đính kèm: qd242.pdf", Some(Attachment)),
        ("fbpx", Some(Tracking)),
        ("© 2020 Báo Pháp luật", Some(Footer)),
        ("Giấy phép số 123/GP-TTĐT", Some(Footer)),
        ("CÔNG BÁO/Số 1523 + 1524/Ngày 29-12-2024", Some(RunningHead)),
        ("15", Some(PageNumber)),
        ("- 15 -", Some(PageNumber)),
        ("28/02/2018", Some(Dateline)),
        ("Ngày 19-09-2022", Some(Dateline)),
        ("Thứ Tư, 13/04/2022, 11:01 [GMT+7]", Some(Dateline)),
        ("Thứ hai, 01/01/2024 08:00 (GMT+7)", Some(Dateline)),
        ("Cập nhật: 11:01, 13/04/2022", Some(Dateline)),
        ("(PLVN) - Bộ Tư pháp vừa họp.", Some(AgencyTag)),
        ("(Chinhphu.vn) – Thủ tướng vừa ký.", Some(AgencyTag)),
        ("Theo dõi, đôn đốc việc thực hiện.", None),
        ("Hôm nay, Bộ Tư pháp họp.", None),
        ("Ngày 13/9/2022, Bộ trưởng ký ban hành.", None),
        ("Nguồn kinh phí do ngân sách bảo đảm.", None),
        ("Tin tức về dịch bệnh còn nhiều.", None),
        ("Ảnh hưởng của dịch bệnh rất lớn.", None),
        ("(sau đây gọi là Kế hoạch)", None),
        ("Bộ Tư pháp", None),
        ("(Ban hành kèm theo Quyết định số 5/2021/QĐ-UBND)", None),
        ("2020", None),
    ] {
        let found = furniture(line);
        assert_eq!(
            found.first().map(|found| found.value.kind),
            kind,
            "{line:?}"
        );
        assert!(found.len() <= 1, "{line:?}");
    }
    let page = "Bộ Tư pháp họp.\nTin liên quan\nSở Y tế họp\nSở Tư pháp họp";
    let related = &furniture(page)[0];
    assert_eq!(related.text, "Tin liên quan\nSở Y tế họp\nSở Tư pháp họp");
    let caption = "Hội nghị giao ban quý I của khối Nội chính và khối Dân vận";
    let twice = format!("Mở đầu.\n{caption}\n{caption}\nKết thúc.");
    assert_eq!(
        furniture(&twice)
            .iter()
            .filter(|f| f.value.kind == Caption)
            .count(),
        2
    );
    for (page, kind, lines) in [
        (
            "• Trang chủ\n• Giới thiệu\n• Liên hệ\nSở Y tế họp.",
            Menu,
            3,
        ),
        ("- Giới thiệu đại biểu\n- Liên hệ công tác", Menu, 0),
        (
            "Mục lục\nMở đầu i\n1. Tình hình 3\n2. Giải pháp 9\nTỉnh có xã nghèo.",
            Contents,
            4,
        ),
        (
            "1. Khái niệm 2\n1.1. Đặc điểm 2\n1.2. Vai trò 5\n2. Quy trình 7",
            Contents,
            4,
        ),
        (
            "1. Mẫu số 1\n2. Mẫu số 2\n3. Mẫu số 3\n4. Mẫu số 4",
            Contents,
            0,
        ),
        (
            "STT\nDự án\nVốn\n1\nKho lạnh\n120\n2\nBến đò\n85",
            PageNumber,
            0,
        ),
        (
            "Tỉnh đã hoàn thành chỉ tiêu.\n12\nNăm sau tiếp tục phấn đấu.",
            PageNumber,
            1,
        ),
    ] {
        let found = furniture(page);
        assert_eq!(
            found
                .iter()
                .filter(|found| found.value.kind == kind)
                .count(),
            lines,
            "{page:?}"
        );
        assert_eq!(found.len(), lines, "{page:?}");
    }
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    /// Text in which lists are likely: markers, ends of sentences, breaks, words.
    fn listlike() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("\n".to_owned()),
            Just(": ".to_owned()),
            Just("; ".to_owned()),
            Just(". ".to_owned()),
            Just("”".to_owned()),
            Just("“".to_owned()),
            Just("\"".to_owned()),
            (1u32..9).prop_map(|n| format!("\n{n}. ")),
            (1u32..9).prop_map(|n| format!("({n}) ")),
            (1u32..4, 1u32..4).prop_map(|(a, b)| format!("\n{a}.{b}. ")),
            "[a-eđ]\\) ",
            "\n[a-eđ]\\) ",
            "\n[IV]{1,3}\\. ",
            "\n[-+•*] ",
            Just("\nThứ nhất, ".to_owned()),
            Just(" Thứ hai, ".to_owned()),
            Just("Một là, ".to_owned()),
            Just("\nĐiều 5. ".to_owned()),
            Just("các nhiệm vụ sau:\n".to_owned()),
            Just("Bộ Y tế chủ trì, phối hợp với ".to_owned()),
            Just("các đơn vị liên quan ".to_owned()),
            Just("Rà soát ".to_owned()),
            "[a-zđâ ]{1,9}",
            "\\PC{0,4}",
        ];
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    /// Everything about the spans of a list and the lists within it.
    fn hold(text: &str, list: &TaskList<'_>, within: Span) {
        assert!(within.contains(list.span), "{list:?} within {within}");
        // Only a sign right below a heading makes a list of one, or a marker that goes on the
        // count of the list in the part before.
        let sign = matches!(
            list.style,
            ListStyle::Dash | ListStyle::Plus | ListStyle::Bullet | ListStyle::Table
        );
        let marker = list.items[0].marker.as_deref().unwrap_or_default();
        let number = marker.trim_matches(|c: char| !c.is_alphanumeric());
        let number = number.rsplit('.').next().unwrap_or(number);
        let counts_on = !matches!(number, "1" | "a" | "A" | "i" | "I");
        assert!(list.items.len() >= 2 || list.lead_in.is_some() || sign || counts_on);
        let mut at = list.span.start();
        if let Some(lead_in) = &list.lead_in {
            assert_eq!(lead_in.span.of(text), lead_in.text);
            assert_eq!(lead_in.span.start(), list.span.start());
            at = lead_in.span.end();
        }
        for task in &list.items {
            assert!(at <= task.span.start(), "{list:?}");
            at = task.span.end();
            assert!(list.span.contains(task.span));
            assert_eq!(task.words.of(text), task.text);
            assert!(task.span.contains(task.words), "{task:?}");
            if let Some(marker) = task.marker.as_deref() {
                assert!(text[task.span.start()..].starts_with(marker));
            }
            let inner = Span::try_from(task.span.start()..task.span.end()).unwrap();
            let mut last = task.span.start();
            for list in &task.lists {
                hold(text, list, inner);
                assert!(last <= list.span.start(), "{task:?}");
                last = list.span.end();
            }
        }
        assert_eq!(at, list.span.end());
    }

    fn hold_all(text: &str) {
        let found = lists(text);
        let mut at = 0;
        for list in &found {
            hold(text, list, Span::try_from(at..text.len()).unwrap());
            at = list.span.end();
        }
        let mut at = 0;
        for found in furniture(text) {
            assert!(at <= found.span.start());
            assert_eq!(found.span.of(text), found.text);
            at = found.span.end();
        }
        for found in assignments(text) {
            assert_eq!(found.span.of(text), found.text);
            assert!(found.span.contains(found.value.task.span), "{found:?}");
            assert!(!found.value.leads.is_empty() && !found.value.task.text.is_empty());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn any_text(text in "\\PC{0,80}") {
            hold_all(&text);
        }

        #[test]
        fn any_listlike_text(text in listlike()) {
            hold_all(&text);
        }
    }

    #[test]
    fn words_announce_one_list() {
        hold_all(
            "Điều 5. các nhiệm vụ sau:\n\n-  Thứ hai, \nV. Một là, các nhiệm vụ sau:\n\n1.1. các nhiệm vụ sau:\n",
        );
    }

    /// Texts made to be slow or deep: they end, and what is found still holds together.
    #[test]
    fn hostile_texts() {
        for piece in [
            "(1) ",
            ": (1) ",
            "1. a\n",
            "- a\n",
            "(1) a; (2) b. ",
            "a: a) ",
            "“1. a\n",
            "a”.\n",
            "\"a\n",
            "Bộ Y tế chủ trì, phối hợp với ",
            "các đơn vị, ",
            "yêu cầu các ",
            "a.b. ",
            "Như sau:\n",
            "Rà soát.\n",
            "A: - b; ",
            "Thứ nhất, a ",
            "Tin khác\n",
            "1.1.1.1. A\n",
            "I. A\n1. B\na) C\n- D\n+ E\n",
            "\u{f0b7} A\n\u{f0b8} B\n",
            "chủ trì ",
            "Một là, ",
            "có 5 việc ",
            "| Nhiệm vụ | Chủ trì\n",
            "\tNhiệm vụ\tThời hạn\t\n1\tA\tB",
            "Chủ trì: Bộ Y tế; ",
            "chủ trì: ",
            "\nchủ trì: A",
            "Bộ Y tế chủ trì: ",
            "rà soát trước ngày 30/6/2021 ",
            "trước ngày 30/6/2021; ",
            "thường xuyên ",
            "A\n- B\n",
            "(1",
            "((((",
            "1a. a\n",
            "Bộ Y tế, Bộ Công an, ",
        ] {
            let text = piece.repeat(50_000 / piece.len());
            hold_all(&text);
        }
        let deep: String = (0xf000u32..0xf0ff)
            .filter_map(char::from_u32)
            .map(|c| format!("{c} Việc:\n"))
            .collect();
        hold_all(&deep);
        assert_eq!(lists(&"- A lớn;\n".repeat(100_000))[0].items.len(), 100_000);
        let long: String = (1..=999).map(|n| format!("{n}. Việc này;\n")).collect();
        assert_eq!(lists(&long)[0].items.len(), 999);
    }
}

#[test]
fn json_of_a_list() {
    let text = "Có 2 việc:\n1. Rà soát;\n2. Lập.";
    let json = serde_json::to_value(lists(text)).unwrap();
    assert_eq!(
        json,
        serde_json::json!([{
            "span": [0, 36], "lead_in": { "span": [0, 13], "text": "Có 2 việc:" },
            "declared_count": 2, "declared_in": { "span": [4, 12], "text": "2 việc" },
            "style": "arabic_dot",
            "items": [
                { "span": [14, 26], "marker": "1.", "text": "Rà soát", "words": [17, 26], "path": "1" },
                { "span": [28, 36], "marker": "2.", "text": "Lập", "words": [31, 36], "path": "2" },
            ],
        }])
    );
    assert_eq!(
        ListStyle::ParagraphsAfterColon,
        serde_json::from_value(serde_json::json!("paragraphs_after_colon")).unwrap()
    );
}
