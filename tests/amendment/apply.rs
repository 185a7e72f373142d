//! A circular, its amendment and the circular as it reads after it, all written by hand.

use vanban::amendment::{Reason, apply};

const BASE: &str = include_str!("../data/amended-base.txt");
const ACT: &str = include_str!("../data/amended-act.txt");
const AFTER: &str = include_str!("../data/amended-after.txt");

#[test]
fn a_circular_reads_as_amended() {
    let amended = apply(BASE, ACT);
    assert_eq!(amended.unapplied, []);
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&amended.text()), lines(AFTER));
}

#[test]
fn an_act_that_amends_another_changes_nothing() {
    let other = ACT.replace("37/2019/TT-BVHTTDL", "38/2019/TT-BVHTTDL");
    let amended = apply(BASE, &other);
    assert_eq!(amended.text(), BASE);
    assert!(
        amended
            .unapplied
            .iter()
            .all(|u| u.reason == Reason::OtherAct)
    );
    assert!(amended.unapplied.len() > 10);
}

#[test]
fn what_cannot_be_done_is_told() {
    for (instruction, reason) in [
        ("Bãi bỏ Điều 40.", Reason::NoSuchUnit),
        ("Bãi bỏ khoản 9 Điều 9.", Reason::NoSuchUnit),
        (
            "Thay thế cụm từ “sân bay” bằng cụm từ “bến xe” tại Điều 9.",
            Reason::NoSuchWords,
        ),
        (
            "Bổ sung khoản 3 vào sau khoản 7 Điều 9 như sau:\n“3. Một.”",
            Reason::NoPlace,
        ),
        ("Bổ sung Phụ lục II.", Reason::NoWording),
    ] {
        let act = format!(
            "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 37/2019/TT-BVHTTDL\n1. {instruction}\n"
        );
        let amended = apply(BASE, &act);
        let reasons: Vec<Reason> = amended.unapplied.iter().map(|u| u.reason).collect();
        assert_eq!(reasons, [reason], "{instruction}");
        assert_eq!(amended.text(), BASE, "{instruction}");
    }
}

/// A small base whose headings and words change; what it reads as.
fn amended(instructions: &str) -> String {
    const BASE: &str = "BỘ XÂY DỰNG\nSố: 31/2021/TT-BXD\nTHÔNG TƯ\nQuy định về kho\n\
        Chương I\nKHO CHUNG\nĐiều 1. Kho lớn\nKho có cửa.\nĐiều 2. Kho nhỏ\n1. Kho kín:\na) Kho gỗ;\n2. Kho hở.\n";
    let act = format!(
        "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 31/2021/TT-BXD\n{instructions}\n"
    );
    let amended = apply(BASE, &act);
    assert_eq!(amended.unapplied, [], "{instructions}");
    let text = amended.text();
    let (_, text) = text.split_once("THÔNG TƯ\n").unwrap();
    text.replace('\n', "⏎")
}

#[test]
fn headings_change_alone() {
    for (instruction, after) in [
        (
            "1. Thay thế cụm từ “Kho” bằng cụm từ “Bãi” tại tên Điều 1.",
            "Quy định về kho⏎Chương I⏎KHO CHUNG⏎Điều 1. Bãi lớn⏎Kho có cửa.⏎Điều 2. Kho nhỏ⏎1. Kho kín:⏎a) Kho gỗ;⏎2. Kho hở.⏎",
        ),
        (
            "1. Thay thế cụm từ “kho” bằng cụm từ “bãi” tại tên Thông tư.",
            "Quy định về bãi⏎Chương I⏎KHO CHUNG⏎Điều 1. Kho lớn⏎Kho có cửa.⏎Điều 2. Kho nhỏ⏎1. Kho kín:⏎a) Kho gỗ;⏎2. Kho hở.⏎",
        ),
        (
            "1. Thay thế cụm từ “KHO” bằng cụm từ “BÃI” tại tên Chương I.\n2. Bãi bỏ tên Điều 2.",
            "Quy định về kho⏎Chương I⏎BÃI CHUNG⏎Điều 1. Kho lớn⏎Kho có cửa.⏎Điều 2.⏎1. Kho kín:⏎a) Kho gỗ;⏎2. Kho hở.⏎",
        ),
        (
            "1. Bãi bỏ cụm từ “ kín” tại tên khoản 1 Điều 2.\n2. Sửa đổi tên khoản 2 Điều 2 như sau: “2. Bãi trống.”",
            "Quy định về kho⏎Chương I⏎KHO CHUNG⏎Điều 1. Kho lớn⏎Kho có cửa.⏎Điều 2. Kho nhỏ⏎1. Kho:⏎a) Kho gỗ;⏎2. Bãi trống.⏎",
        ),
        (
            "1. Sửa đổi tên Chương I như sau: “BÃI CHUNG”\n2. Sửa đổi tên Điều 1 như sau: “Bãi lớn”",
            "Quy định về kho⏎Chương I⏎BÃI CHUNG⏎Điều 1. Bãi lớn⏎Kho có cửa.⏎Điều 2. Kho nhỏ⏎1. Kho kín:⏎a) Kho gỗ;⏎2. Kho hở.⏎",
        ),
        (
            "1. Sửa đổi tên Thông tư như sau: “Quy định về bãi”\n2. Thay thế cụm từ “Kho” bằng cụm từ “Bãi” trong toàn bộ Thông tư.",
            "Quy định về bãi⏎Chương I⏎KHO CHUNG⏎Điều 1. Bãi lớn⏎Bãi có cửa.⏎Điều 2. Bãi nhỏ⏎1. Bãi kín:⏎a) Bãi gỗ;⏎2. Bãi hở.⏎",
        ),
    ] {
        assert_eq!(amended(instruction), after, "{instruction}");
    }
}

#[test]
fn words_of_a_heading_are_looked_for_in_it_alone() {
    let act = "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 37/2019/TT-BVHTTDL\n\
               1. Thay thế cụm từ “sân bay” bằng cụm từ “bến xe” tại tên Điều 9.\n";
    let amended = apply(BASE, act);
    assert_eq!(amended.unapplied[0].reason, Reason::NoSuchWords);
    assert_eq!(amended.text(), BASE);
}
