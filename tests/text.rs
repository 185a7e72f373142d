//! The repair of text: what it mends, what it leaves alone, and that no offset is lost.

use std::path::PathBuf;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use vanban::text::{
    Repair, RepairKind, Text, compare, fold, fold_plain, tone_on_first_vowel, tone_on_second_vowel,
};
use vanban::{Span, normalize};

/// Shape marks and tone marks; the twelve vowels as base letter and shape.
const TONES: [&str; 5] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
const SHAPES: [(char, &str); 12] = [
    ('a', ""),
    ('a', "\u{306}"),
    ('a', "\u{302}"),
    ('e', ""),
    ('e', "\u{302}"),
    ('i', ""),
    ('o', ""),
    ('o', "\u{302}"),
    ('o', "\u{31B}"),
    ('u', ""),
    ('u', "\u{31B}"),
    ('y', ""),
];

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// All spellings of all letters that are not the letter itself, made from the table of marks.
fn spellings() -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for (base, shape) in SHAPES {
        for base in [base, base.to_ascii_uppercase()] {
            for tone in TONES.iter().chain([&""]) {
                // NFC composes this order for all letters.
                let letter = nfc(&format!("{base}{shape}{tone}"));
                let mut written = vec![
                    format!("{base}{shape}{tone}"),
                    format!("{base}{tone}{shape}"),
                ];
                if !shape.is_empty() && !tone.is_empty() {
                    written.push(format!("{}{tone}", nfc(&format!("{base}{shape}"))));
                    written.push(format!("{}{shape}", nfc(&format!("{base}{tone}"))));
                }
                written.sort();
                written.dedup();
                rows.extend(
                    written
                        .into_iter()
                        .filter(|w| *w != letter)
                        .map(|w| (w, letter.clone())),
                );
            }
        }
    }
    rows
}

#[test]
fn composes_every_order_of_marks() {
    let rows = spellings();
    assert_eq!(rows.len(), 312);
    let beyond_nfc = rows.iter().filter(|(w, l)| nfc(w) != *l).count();
    assert_eq!(beyond_nfc, 64);
    for (written, letter) in rows {
        let text = normalize(&written);
        assert_eq!(text.as_str(), letter, "{}", written.escape_unicode());
        let whole = text.source_span(Span::try_from(0..letter.len()).unwrap());
        assert_eq!(whole, Span::try_from(0..written.len()).unwrap());
    }
}

/// The folder of measured cases, where it is at hand.
fn shared(file: &str) -> Option<String> {
    let folder = std::env::var_os("VANBAN_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("skipped: {} is not there", path.display());
    }
    text
}

#[test]
fn composes_the_listed_orders() {
    let Some(table) = shared("cases/nfc_orders.tsv") else {
        return;
    };
    let mut rows = 0;
    for row in table.lines().skip(1) {
        let mut cells = row.split('\t');
        let points = cells.next().unwrap_or_default();
        let written: String = points
            .split(' ')
            .filter_map(|p| u32::from_str_radix(p, 16).ok().and_then(char::from_u32))
            .collect();
        let expected = cells.nth(1).unwrap_or_default();
        assert_eq!(normalize(&written).as_str(), expected, "{points}");
        rows += 1;
    }
    println!("{rows} rows of nfc_orders.tsv, all as expected");
}

#[test]
fn repairs() {
    for (source, clean) in [
        ("Ðiều", "Điều"),
        ("NÐ-CP", "NĐ-CP"),
        ("121/2021/NÐ-CP", "121/2021/NĐ-CP"),
        ("102_2017_nð-cp", "102_2017_nđ-cp"),
        ("QUYẾT ÐỊNH", "QUYẾT ĐỊNH"),
        ("HÐND", "HĐND"),
        ("Ðoan của họ", "Đoan của họ"),
        ("Ɖiều", "Điều"),
        ("ð) Các cơ quan", "đ) Các cơ quan"),
        ("NĐ-СР", "NĐ-CP"),
        ("TT-BТС", "TT-BTC"),
        ("112/2021/NĐ-CР", "112/2021/NĐ-CP"),
        ("18/2022/NĐ-\nСР", "18/2022/NĐ-\nCP"),
        ("51/2025/ТТ-ВТС", "51/2025/TT-BTC"),
        ("NĐ-СΡ", "NĐ-CP"),
        ("nа\u{323}m cu\u{309}a", "nạm của"),
        ("nư\u{AD}ớc", "nước"),
        ("nh\u{AC}ư", "như"),
        ("l\u{200E}ý", "lý"),
        ("đ\u{200B}iê\u{200B}\u{300}u", "điều"),
        ("\u{FEFF}Số", "Số"),
        ("Số:\u{A0}5\u{2009}\u{202F}a", "Số: 5  a"),
        ("a\r\nb\rc\n\rd\u{2028}e", "a\nb\nc\n\nd\ne"),
        ("\u{1F}ưa\u{2}", "ưa"),
        ("e\u{341}", "é"),
        // Outside Vietnamese: as canonical composition has it.
        ("u\u{308}ber", "über"),
        ("n\u{303}a", "ña"),
        ("Å", "Å"),
        ("\u{1112}\u{1161}\u{11AB}", "한"),
        ("が", "が"),
        ("e\u{323}\u{323}", "ẹ\u{323}"),
        ("a\u{301}\u{306}\u{305}", "á\u{306}\u{305}"),
        ("ê\u{302}\u{301}", "ê\u{302}\u{301}"),
    ] {
        let text = normalize(source);
        assert_eq!(
            text.as_str(),
            clean,
            "{source:?} {}",
            source.escape_unicode()
        );
        check(&text);
    }
}

#[test]
fn leaves_alone() {
    for text in [
        "hoà hòa hoàn quý kĩ kỹ Mỹ Mĩ",
        "Пример текста",
        "сор",
        "да",
        "СССР — США",
        "Постановление 15-СР",
        "TV-сор",
        "λόγος",
        "α-",
        "µm",
        "μm",
        "Ω",
        "hν",
        "ȭ",
        "g\u{305}",
        "tăng 5 − 3",
        "Độc lập – Tự do",
        "®, © và «Việt»",
        "Ø34 × 2 ÷ 3 ± 1",
        "\u{F0A3} Có \u{F0A3} Không",
        "\u{85} Có \u{0} Không \u{86}",
        "François, Señor, Straße, naïve",
        "dduwowngj",
        "CT CTr TT TTr",
        "đ) Các cơ quan",
        "maður, Suðurland, Það er það sem ég á",
        "Garðabær; Ísafjörður",
        "/ðə/ /ð/",
        "A ¬ B, p∧¬q",
        "hiê \u{323}",
        "\n\u{301}",
        "👨\u{200D}👩\u{200D}👧",
        "می\u{200C}خواهم",
        "a\tb\u{B}c\u{C}d",
        "",
    ] {
        let clean = normalize(text);
        assert_eq!(clean.as_str(), text);
        assert!(clean.is_clean());
        assert_eq!(clean.as_str().as_ptr(), text.as_ptr(), "borrowed: {text}");
    }
}

#[test]
fn reports_what_it_did() {
    let source = "\u{FEFF}Ðie\u{302}\u{300}u\u{A0}1\r\nnh\u{AC}ư";
    let text = normalize(source);
    assert_eq!(text.as_str(), "Điều 1\nnhư");
    let repairs: Vec<Repair> = text.repairs().collect();
    let kinds: Vec<RepairKind> = repairs.iter().map(|r| r.kind).collect();
    assert_eq!(
        kinds,
        [
            RepairKind::Invisible,
            RepairKind::LookAlike,
            RepairKind::Composed,
            RepairKind::Space,
            RepairKind::LineEnd,
            RepairKind::Scar
        ]
    );
    for repair in &repairs {
        assert_eq!(repair.from, repair.span.of(source));
    }
    #[cfg(feature = "serde")]
    assert_eq!(
        serde_json::to_string(&repairs[1]).expect("a repair is JSON"),
        r#"{"span":[3,5],"kind":"look_alike","from":"Ð","to":"Đ"}"#
    );
}

#[test]
fn spans_cover_letters_with_their_marks() {
    let source = "\u{FEFF}Quye\u{302}\u{301}t đi\u{323}nh\u{200B} so\u{302}\u{301}";
    let text = normalize(source);
    assert_eq!(text.as_str(), "Quyết định số");
    for (clean, expected) in [
        ("Quyết", "Quye\u{302}\u{301}t"),
        ("ết", "e\u{302}\u{301}t"),
        ("ế", "e\u{302}\u{301}"),
        ("định", "đi\u{323}nh"),
        ("số", "so\u{302}\u{301}"),
    ] {
        let start = text.as_str().find(clean).expect("it is there");
        let span = Span::try_from(start..start + clean.len()).unwrap();
        let there = text.source_span(span);
        assert_eq!(there.of(source), expected);
        assert_eq!(text.clean_span(there), span, "{clean}");
    }
}

#[test]
fn places_the_listed_tones() {
    let Some(table) = shared("cases/tone.tsv") else {
        return;
    };
    let mut rows = 0;
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let (input, first, second) = (cells[0], cells[1], cells[2]);
        assert_eq!(tone_on_first_vowel(input), first, "{input}");
        assert_eq!(tone_on_second_vowel(input), second, "{input}");
        rows += 1;
    }
    println!("{rows} rows of tone.tsv, all as expected");
}

#[test]
fn places_tones() {
    for (input, first, second) in [
        ("hoà", "hòa", "hoà"),
        ("HÒA", "HÒA", "HOÀ"),
        ("Uỷ", "Ủy", "Uỷ"),
        ("khoẻ", "khỏe", "khoẻ"),
        ("hoàn", "hoàn", "hoàn"),
        ("hòan", "hoàn", "hoàn"),
        ("họat", "hoạt", "hoạt"),
        ("ngòai", "ngoài", "ngoài"),
        ("khủyu", "khuỷu", "khuỷu"),
        ("hùynh", "huỳnh", "huỳnh"),
        ("qúy", "quý", "quý"),
        ("qủa", "quả", "quả"),
        ("qúyêt", "quyết", "quyết"),
        ("gía", "giá", "giá"),
        ("gì", "gì", "gì"),
        ("gĩư", "giữ", "giữ"),
        ("gíêng", "giếng", "giếng"),
        ("cuả", "của", "của"),
        ("thủơ", "thuở", "thuở"),
        ("đựơc", "được", "được"),
        ("ýêu", "yếu", "yếu"),
        // No syllable, no tone, two tones: left alone.
        ("buèo", "buèo", "buèo"),
        ("ruợu", "ruợu", "ruợu"),
        ("hoa", "hoa", "hoa"),
        ("hòà", "hòà", "hòà"),
        ("café", "café", "café"),
        ("nghiêngs", "nghiêngs", "nghiêngs"),
        ("", "", ""),
    ] {
        assert_eq!(tone_on_first_vowel(input), first, "{input}");
        assert_eq!(tone_on_second_vowel(input), second, "{input}");
    }
}

#[test]
fn folds_spellings_together() {
    for (text, key, plain) in [
        ("UỶ BAN NHÂN DÂN", "ủy ban nhân dân", "uy ban nhan dan"),
        ("Lý Thái Tổ", "lí thái tổ", "li thai to"),
        (
            "quý, kỹ sư, tỷ, sỹ",
            "quí, kĩ sư, tỉ, sĩ",
            "qui, ki su, ti, si",
        ),
        (
            "Y tế, ý kiến, thủy",
            "y tế, ý kiến, thủy",
            "y te, y kien, thuy",
        ),
        ("  Độc lập –  Tự do\n", "độc lập - tự do", "doc lap - tu do"),
        ("15/2020/NÐ\u{2011}CP", "15/2020/nđ-cp", "15/2020/nd-cp"),
        ("Ho\u{300}a Bi\u{300}nh", "hòa bình", "hoa binh"),
        ("François Ñ", "françois ñ", "francois n"),
        ("", "", ""),
    ] {
        assert_eq!(fold(text), key, "{text}");
        assert_eq!(fold_plain(text), plain, "{text}");
        assert_eq!(fold(&fold(text)), key, "twice is once");
    }
}

#[test]
fn sorts_as_the_alphabet_does() {
    let sorted = [
        "", "-", "5", "a", "A", "à", "À", "ả", "ã", "á", "ạ", "an", "án", "ă", "ắn", "â", "b", "c",
        "d", "đ", "Đ", "đa", "e", "é", "ê", "g", "h", "i", "k", "l", "ma", "mà", "mả", "mã", "má",
        "mạ", "ma túy", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y", "я",
    ];
    for (i, a) in sorted.iter().enumerate() {
        for (j, b) in sorted.iter().enumerate() {
            assert_eq!(compare(a, b), i.cmp(&j), "{a} {b}");
        }
    }
}

#[test]
fn hostile_text_takes_no_longer() {
    // Would not come to an end if anything were walked over again for each character.
    for pattern in [
        "Ð",
        "а",
        "aа",
        "\u{301}",
        "e\u{301}\u{302}",
        "\u{200D}",
        "\u{200D}\u{301}",
        "¬",
        "a¬",
        "\r",
        "\u{AD}",
        "Р-",
        "Р-\n",
        "Ð ",
        "ж",
        "ð\n",
        "\u{1100}\u{1161}",
        "👨\u{200D}",
        "a\u{305}\u{AD}",
    ] {
        let source = pattern.repeat(20_000);
        let text = normalize(&source);
        assert!(normalize(text.as_str()).is_clean(), "{pattern:?}");
    }
}

/// What holds for every text.
fn check(text: &Text<'_>) {
    let (source, clean) = (text.source(), text.as_str());
    // Canonical composition lengthens some letters of other scripts; nothing else does.
    assert!(clean.len() <= source.len() || nfc(source).len() > source.len());
    let again = normalize(clean);
    assert_eq!(again.as_str(), clean, "twice is once");
    assert!(again.is_clean());
    assert_eq!(text.is_clean(), text.repairs().len() == 0);
    assert_eq!(text.is_clean(), std::ptr::eq(clean, source));

    let bounds =
        |s: &str| -> Vec<usize> { (0..=s.len()).filter(|&i| s.is_char_boundary(i)).collect() };
    let mut last = Span::default();
    for pair in bounds(clean).windows(2) {
        let span = Span::try_from(pair[0]..pair[1]).unwrap();
        let there = text.source_span(span);
        assert!(source.get(there.range()).is_some_and(|s| !s.is_empty()));
        assert!(
            last.start() <= there.start() && last.end() <= there.end(),
            "monotone"
        );
        assert!(text.clean_span(there).contains(span));
        let point = text.source_span(Span::try_from(pair[0]..pair[0]).unwrap());
        assert_eq!((point.start(), point.end()), (there.start(), there.start()));
        last = there;
    }
    let mut last = Span::default();
    for pair in bounds(source).windows(2) {
        let there = text.clean_span(Span::try_from(pair[0]..pair[1]).unwrap());
        assert!(clean.get(there.range()).is_some());
        assert!(
            last.start() <= there.start() && last.end() <= there.end(),
            "monotone"
        );
        last = there;
    }
    let whole = text.source_span(Span::try_from(0..clean.len()).unwrap());
    assert!(clean.is_empty() || source.get(whole.range()).is_some());

    // The repairs are the difference, and all of it.
    let mut rebuilt = String::new();
    let mut at = 0;
    for repair in text.repairs() {
        assert_eq!(repair.from, repair.span.of(source));
        assert_ne!(*repair.from, *repair.to);
        rebuilt.push_str(&source[at..repair.span.start()]);
        rebuilt.push_str(&repair.to);
        at = repair.span.end();
    }
    rebuilt.push_str(&source[at..]);
    assert_eq!(rebuilt, clean);
}

/// Characters that the repair has a word to say about, and some that it has not.
fn dirty() -> impl Strategy<Value = String> {
    let alphabet: Vec<char> = "aeiouyAEOUYbnđĐÐðƉ15-/¬ \n\r\u{A0}\u{AD}\u{200B}\u{200C}\u{200D}\u{FEFF}\u{2028}\
        êộéửũåéïсРТаиуΑωοхвпάÅ\u{300}\u{301}\u{302}\u{303}\u{305}\u{306}\u{308}\u{309}\u{30A}\u{31B}\u{323}\
        \u{340}\u{341}\u{344}\u{327}\u{1100}\u{1161}\u{11A8}가か\u{3099}\u{915}\u{93C}\u{958}你👨\u{FE0F}\u{0}\u{85}"
        .chars()
        .collect();
    prop::collection::vec(prop::sample::select(alphabet), 0..24)
        .prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn holds_for_dirty_text(source in dirty()) {
        check(&normalize(&source));
    }

    #[test]
    fn holds_for_any_text(source in any::<String>()) {
        check(&normalize(&source));
    }

    #[test]
    fn keys_are_their_own_keys(source in dirty()) {
        prop_assert_eq!(fold(&fold(&source)), fold(&source));
    }

    #[test]
    fn plain_keys_are_ascii(source in "[aeiouyAOđĐbhgqăâêôơưÉèọợ\u{300}\u{302}\u{323} \n-]{0,16}") {
        let key = fold_plain(&source);
        prop_assert!(key.is_ascii() && !key.contains("  "), "{:?}", key);
        prop_assert_eq!(fold_plain(&key), key);
    }

    #[test]
    fn tones_come_back(word in "[bcghknqtu]{0,2}[aeiouyàảêếơợươ]{1,3}(n|ng|nh|t|c)?") {
        let first = tone_on_first_vowel(&word);
        let second = tone_on_second_vowel(&word);
        prop_assert_eq!(tone_on_first_vowel(&second), tone_on_first_vowel(&first));
        prop_assert_eq!(tone_on_second_vowel(&first), tone_on_second_vowel(&second));
    }

    #[test]
    fn order_is_total(a in dirty(), b in dirty(), c in dirty()) {
        prop_assert_eq!(compare(&a, &b), compare(&b, &a).reverse());
        prop_assert_eq!(compare(&a, &b).is_eq(), a == b);
        if compare(&a, &b).is_le() && compare(&b, &c).is_le() {
            prop_assert!(compare(&a, &c).is_le());
        }
    }

    #[test]
    fn composed_text_is_nfc(source in dirty()) {
        let clean = normalize(&source).as_str().to_owned();
        prop_assert_eq!(nfc(&clean), clean);
    }

    #[test]
    fn no_edit_crosses_a_space(source in "[aeoêơ\u{301}\u{302}\u{323}\u{A0}\u{AD}\r\n b]{0,40}") {
        let pieces: String = source.split_inclusive(' ').map(|s| normalize(s).as_str().to_owned()).collect();
        // A line end may not be torn; nothing else is joined across a space.
        prop_assert_eq!(normalize(&source).as_str().to_owned(), pieces);
    }
}

/// What is written, and what it is with every lost ư put back; the same where it has another reading.
#[test]
fn lost_letters() {
    for (written, clean) in [
        ("Chủ tịch nớc", "Chủ tịch nước"),
        ("đợc giao cho Bộ trởng", "được giao cho Bộ trưởng"),
        ("Bộ trởng Bộ Công Thơng", "Bộ trưởng Bộ Công Thương"),
        ("BỘ TRỞNG", "BỘ TRƯỞNG"),
        ("nhng rợu, phơng hớng", "nhưng rượu, phương hướng"),
        ("nh\u{1a1}\u{301}ng nớc", "nh\u{1b0}\u{1edb}ng nước"),
        // Every line has its own proof.
        ("nớc\nThơng", "nước\nThơng"),
        // Words of their own.
        (
            "sáng ngời, mời, vờn, lớp, sơn, thơm",
            "sáng ngời, mời, vờn, lớp, sơn, thơm",
        ),
        ("xã Krơng, thôn Bơng", "xã Krơng, thôn Bơng"),
        ("nhng", "nhng"),
        // A slip for ươ, and a line that has its ư.
        ("huơng thuớc", "huơng thuớc"),
        ("nước đợc", "nước đợc"),
        ("tr\u{ad}ường", "trường"),
        ("ơng ớc", "ương ước"),
        ("", ""),
    ] {
        let text = normalize(written);
        assert_eq!(text.as_str(), clean, "{written}");
        assert!(normalize(clean).is_clean(), "{clean}");
        let whole = (0, clean.len()).try_into().expect("a span");
        assert_eq!(
            text.source_span(whole).range(),
            0..written.len(),
            "{written}"
        );
        for repair in text
            .repairs()
            .filter(|repair| repair.to.starts_with(['ư', 'Ư']))
        {
            assert_eq!(repair.kind, RepairKind::LostLetter, "{written}");
        }
    }
}
