//! Markers of signs and numbers.

use super::*;

/// Style, place, and what follows.
fn seen(text: &str) -> String {
    let Some(marker) = signed(text, 0) else {
        return "-".to_owned();
    };
    let senses: Vec<_> = marker
        .senses()
        .map(|sense| format!("{:?}", sense.shape.style.list))
        .collect();
    format!(
        "{} {} | {}",
        senses.join("/"),
        marker.label.of(text),
        &text[marker.body..]
    )
}

#[test]
fn markers_of_signs_and_numbers() {
    for (text, expected) in [
        ("1. Tăng cường", "ArabicDot 1 | Tăng cường"),
        ("12a. Sửa", "ArabicDot 12a | Sửa"),
        ("1.Tăng", "ArabicDot 1 | Tăng"),
        ("1 . Tăng", "ArabicDot 1 | Tăng"),
        ("1.- Tăng", "ArabicDot 1 | Tăng"),
        ("1) tăng", "ArabicParen 1 | tăng"),
        ("1/ Tăng", "ArabicSlash 1 | Tăng"),
        ("1 - Tăng", "ArabicHyphen 1 | Tăng"),
        ("1.2. Tăng", "ArabicMulti 1.2 | Tăng"),
        ("a.1) Tăng", "ArabicMulti a.1 | Tăng"),
        ("(1) tăng", "ParenArabic 1 | tăng"),
        ("[1] tăng", "BracketArabic 1 | tăng"),
        ("đ) tăng", "LetterParen đ | tăng"),
        ("a1) tăng", "LetterParen a1 | tăng"),
        ("aa) tăng", "LetterParen aa | tăng"),
        ("a. Tăng", "LetterDot a | Tăng"),
        ("a/ tăng", "LetterSlash a | tăng"),
        ("a- Tăng", "LetterHyphen a | Tăng"),
        ("(a) tăng", "ParenLetter a | tăng"),
        ("i) tăng", "RomanLower/LetterParen i | tăng"),
        ("v) tăng", "LetterParen/RomanLower v | tăng"),
        ("ii) tăng", "RomanLower ii | tăng"),
        ("IV. TĂNG", "RomanUpperDot IV | TĂNG"),
        ("I - TĂNG", "RomanUpperHyphen I | TĂNG"),
        ("A. TĂNG", "LetterDot A | TĂNG"),
        ("là) Tăng", "ArabicParen là | Tăng"),
        ("la. Tăng", "ArabicDot la | Tăng"),
        ("- tăng", "Dash  | tăng"),
        ("+ tăng", "Plus  | tăng"),
        ("• tăng", "Bullet  | tăng"),
        ("o Tăng", "Bullet o | Tăng"),
        ("\u{f0b7} tăng", "Bullet  | tăng"),
    ] {
        assert_eq!(seen(text), expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_marker() {
    for text in [
        "1.000 đồng",
        "2024. Năm",
        "12/8",
        "1-2 ngày",
        "5 - 7 ngày",
        "1.5 triệu",
        "-5",
        "---",
        "**đậm**",
        "a là",
        "là cơ quan",
        "ab) x",
        "Công) x",
        "(abc) x",
        "(12/2020) x",
        "1/QĐ",
        "đ",
        "",
        "IIII. X",
        "iVi) x",
    ] {
        assert_eq!(seen(text), "-", "{text}");
    }
}

#[test]
fn a_new_style_is_one_row() {
    static STYLES: [Style; 1] = [Style {
        open: Some('{'),
        core: Core::Letter,
        close: crate::marker::style::Signs::new("}"),
        loose: true,
        list: ListStyle::ParenLetter,
        glue: Glue::Never,
        depth: 4,
        inline: crate::marker::style::Inline::Bracketed,
        late: false,
        unit: None,
    }];
    let sense = |text| {
        let marker = signed_as(&STYLES, text, 0)?;
        marker.senses().next()
    };
    let (first, next) = (sense("{a} tăng"), sense("{b } giảm"));
    let (first, next) = first.zip(next).expect("two markers");
    assert!(first.is_first() && first.shape == next.shape);
    assert_eq!(
        next.ordinal.step_from(first.ordinal),
        crate::marker::Step::Next
    );
    assert!(sense("(a) tăng").is_none() && sense("{a}tăng").is_none());
}
