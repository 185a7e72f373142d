use super::*;

fn vocabulary() -> Vocabulary {
    Vocabulary::of([
        "Ủy ban nhân dân",
        "sửa đổi, bổ sung",
        "ban hành",
        "đã ký",
        "Kế hoạch - Tài chính",
        "khoản Điều",
    ])
}

/// The words of a text, slowly.
fn plainly(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        '0'..='9' => 1,
        _ if c.is_alphanumeric() && !vocabulary::is_raised(c) => 2,
        _ => 0,
    };
    let mut words = Vec::new();
    let mut start = None;
    let mut last = 0;
    for (i, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let now = class(c);
        if now != last {
            if let Some(start) = start.take() {
                words.push(&text[start..i]);
            }
            if now != 0 {
                start = Some(i);
            }
        }
        last = now;
    }
    words
}

fn check_words(text: &str) {
    let reading = Reading::new(text, &vocabulary());
    let expected = plainly(text);
    let found: Vec<_> = (0..reading.len()).map(|i| reading.slice(i)).collect();
    assert_eq!(found, expected, "{text:?}");
    for i in 0..reading.len() {
        let word = reading.word(i).expect("a word");
        assert_eq!(reading.place_at(word.start).index(), i, "{text:?}");
        assert_eq!(reading.place_at(word.start + 1).index(), i + 1, "{text:?}");
        assert_eq!(word.id, vocabulary().id(reading.slice(i)), "{text:?}");
    }
}

#[test]
fn words_are_runs_of_letters_or_digits() {
    for text in [
        "",
        " ",
        "Ủy ban",
        "khoản1Điều5 Nghị định số45/2019/QH14",
        "“Điều 7a.” – … • ½ ¹ x² № 5",
        "Uỷ  ban\n\nnhân dân",
        "日本 русский ελληνικά",
        "x",
        "1",
    ] {
        check_words(text);
    }
    let long = format!("{} {}", "a".repeat(300), "1".repeat(400));
    check_words(&long);
    // Words far from each other.
    check_words(&format!(
        "a{}b c{}d",
        " ".repeat(70_000),
        "-".repeat(200_000)
    ));
    // Words and signs over the edges of blocks.
    for shift in 0..70 {
        check_words(&format!("{}Ủy ban “nhân” dân 2020… và", "-".repeat(shift)));
        check_words(&format!("{}Ủy", "a".repeat(shift)));
    }
}

proptest::proptest! {
    #[test]
    fn words_of_any_text(text in "[a-zđĐỷắ0-9 “”–…¹/.\\-\n]{0,200}") {
        check_words(&text);
    }
}

#[test]
fn phrases_are_read_both_ways() {
    let vocabulary = vocabulary();
    let phrases = Phrases::new(
        &vocabulary,
        [
            ("ủy ban nhân dân", 1),
            ("ủy ban", 2),
            ("sửa đổi, bổ sung", 3),
            ("ký ban hành", 4),
            ("kế hoạch - tài chính", 5),
            ("ban hành", 6),
        ],
    );
    for (text, right, left) in [
        ("Uỷ  ban nhân dân", Some((1, 16)), Some((1, 0))),
        ("ỦY BAN", Some((2, 8)), Some((2, 0))),
        ("Ủy ban\nnhân dân", Some((2, 8)), None),
        ("sửa đổi bổ sung", Some((3, 19)), Some((3, 0))),
        ("sửa đổi, bổ sung", Some((3, 20)), Some((3, 0))),
        ("Kế hoạch – Tài chính", Some((5, 25)), Some((5, 0))),
        ("đã ký ban hành", None, Some((4, 5))),
        ("ký, ban hành", None, Some((6, 5))),
        ("ban hành", Some((6, 9)), Some((6, 0))),
        ("ban: hành", None, None),
        ("Ủy banx", None, None),
        ("", None, None),
    ] {
        let reading = Reading::new(text, &vocabulary);
        let forward = reading.place_at(0).phrase(&phrases);
        let forward = forward.map(|(&value, place)| (value, place.end()));
        assert_eq!(forward.map(|f| f.0), right.map(|r| r.0), "{text:?}");
        let backward = reading.place_at(text.len()).phrase_before(&phrases);
        let backward = backward.map(|(&value, place)| (value, place.start()));
        assert_eq!(backward, left, "{text:?}");
    }
}

#[test]
#[should_panic(expected = "\"Lào\" of \"Chính phủ Lào\" is in no table")]
fn a_phrase_of_unknown_words_is_a_slip() {
    let _ = Phrases::new(&Vocabulary::of(["chính phủ"]), [("Chính phủ Lào", ())]);
}

/// `|` marks the place asked about.
fn marked(text: &str) -> (String, usize) {
    let at = text.find('|').expect("a mark");
    (text.replace('|', ""), at)
}

#[test]
fn sentences() {
    for (text, expected) in [
        ("Một. Hai |ba. Bốn", "Hai ba"),
        ("Tại TP. Hồ |Chí Minh. Sau đó", "Tại TP. Hồ Chí Minh"),
        (
            "Theo số 66.16/2026/|NQ-CP; hết.",
            "Theo số 66.16/2026/NQ-CP; hết",
        ),
        ("Dòng một\nDòng |hai", "Dòng hai"),
        ("Ông Nguyễn V. |A họp. Hết", "Ông Nguyễn V. A họp"),
        ("Một (hai. ba) |bốn. Năm", "Một (hai. ba) bốn"),
        ("Một… |Hai", "Hai"),
        ("|", ""),
        ("Một. |", ""),
    ] {
        let (text, at) = marked(text);
        let reading = Reading::new(&text, &vocabulary());
        assert_eq!(reading.sentence(at).of(&text), expected, "{text:?}");
    }
}

#[test]
fn clauses() {
    for (text, expected) in [
        ("A thay thế B; C |bãi bỏ Dê. E", "C bãi bỏ Dê"),
        ("A |thay thế B; C bãi bỏ D.", "A thay thế B"),
        ("Yêu cầu: Bộ Y tế |rà soát; báo cáo.", "Bộ Y tế rà soát"),
        ("Lúc 8:30 |họp", "Lúc 8:30 họp"),
        ("A (gồm: x; y) |thay thế B; C", "A (gồm: x; y) thay thế B"),
        (
            "A |b (gồm: x; y) thay thế B; C",
            "A b (gồm: x; y) thay thế B",
        ),
        ("A (gồm: x; |y) thay thế B; C", "y"),
        ("A (chưa đóng; |bên. Có", "bên"),
        ("Một. Hai: |ba. Bốn", "ba"),
    ] {
        let (text, at) = marked(text);
        let reading = Reading::new(&text, &vocabulary());
        assert_eq!(reading.clause(at).of(&text), expected, "{text:?}");
    }
}

#[test]
fn brackets_and_lines() {
    let (text, at) = marked("a (b [c] |d) e\n  f  \n\n(g");
    let reading = Reading::new(&text, &vocabulary());
    assert_eq!(reading.bracket(at).map(|b| b.of(&text)), Some("(b [c] d)"));
    assert_eq!(reading.bracket(5).map(|b| b.of(&text)), Some("[c]"));
    assert_eq!(reading.bracket(0), None);
    // What nobody closes is around nothing, and what is closed ends there.
    for (text, expected) in [
        ("((a) |b", None),
        ("((a) b)|", None),
        ("((a)|(c) b)", Some("(c)")),
        ("((a)| (c) b)", Some("((a) (c) b)")),
        ("(a\n|b)", None),
        ("a) (|", None),
    ] {
        let (text, at) = marked(text);
        let reading = Reading::new(&text, &vocabulary());
        assert_eq!(
            reading.bracket(at).map(|b| b.of(&text)),
            expected,
            "{text:?}"
        );
    }
    assert_eq!(reading.bracket(text.len()), None);
    let lines: Vec<_> = reading.lines().iter().map(|l| l.span().of(&text)).collect();
    assert_eq!(lines, ["a (b [c] d) e", "f", "(g"]);
}

#[test]
fn quotations() {
    for (text, expected) in [
        (
            "như sau: “2. Hồ sơ gồm “một” đơn.”.",
            vec!["“2. Hồ sơ gồm “một” đơn.”"],
        ),
        (
            "như sau:\n“Điều 7a. Một\nHai.”\nĐiều 2",
            vec!["“Điều 7a. Một\nHai.”"],
        ),
        ("như sau: \"a) Một\"; hết", vec!["\"a) Một\""]),
        (
            "Đề án “Chuyển đổi số” và “Hai”",
            vec!["“Chuyển đổi số”", "“Hai”"],
        ),
        ("như sau: “2. Không đóng", vec![]),
        ("”””", vec![]),
        (
            "Thay cụm từ “tỉnh bằng cụm từ khác\nMột “hai”",
            vec!["“hai”"],
        ),
        ("Bỏ cụm từ “tỉnh“ tại khoản 2", vec!["“tỉnh“"]),
        (
            "a) như sau: “1. Sửa: “a) Một\nb) Hai.””.\nx",
            vec!["“1. Sửa: “a) Một\nb) Hai.””"],
        ),
        ("“Một\nHai\n\"\nBa", vec![]),
        (
            "như sau:\n“Điều 2. Một\n1. Hai sau đây:\";\nb) Ba",
            vec!["“Điều 2. Một\n1. Hai sau đây:\""],
        ),
        (
            "như sau:\n“1. Một\n2. Hai\n“3. Ba\nBốn.”\nx",
            vec!["“3. Ba\nBốn.”"],
        ),
        (
            "\"Điều 7. Hồ sơ\n1. Đơn.\".",
            vec!["\"Điều 7. Hồ sơ\n1. Đơn.\""],
        ),
    ] {
        let reading = Reading::new(text, &vocabulary());
        let found: Vec<_> = reading.quotations().iter().map(|q| q.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }
}
