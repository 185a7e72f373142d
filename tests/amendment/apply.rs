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
