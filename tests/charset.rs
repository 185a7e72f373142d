//! Decoding: Vietnamese text goes into every charset and comes back; other text is left alone.

use once_cell::sync::OnceCell;
use std::collections::HashMap;
use std::path::PathBuf;

use proptest::prelude::*;
use vanban::Span;
use vanban::text::{
    Charset, CharsetEvidence, DecodeError, Decoded, decode, decode_as, decode_lossy,
    decode_lossy_mapped, decode_mapped, detect,
};

/// Official prose, more than 500 characters, with a heading in capitals.
const PROSE: &str = "QUYẾT ĐỊNH\nVề việc phê duyệt kế hoạch cải cách hành chính của Bộ Tư pháp\n\
    Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015; theo đề nghị của Chánh Văn phòng, \
    Bộ trưởng quyết định những nội dung sau đây:\n\
    Điều 1. Các cơ quan, đơn vị thuộc Bộ phối hợp với các tỉnh, thành phố tổ chức thực hiện và \
    báo cáo kết quả trước ngày 15 tháng 12 hằng năm. Người đứng đầu cơ quan chịu trách nhiệm về \
    việc quản lý, sử dụng kinh phí được giao; không được để xảy ra lãng phí, thất thoát tài sản \
    của nhà nước.\n\
    Điều 2. Văn bản này có hiệu lực từ ngày ký và thay thế những quy định trước đây. Kỹ thuật \
    trình bày theo hướng dẫn của cấp trên; mỗi đơn vị cử một cán bộ đầu mối để theo dõi.\n\
    ĐIỀU KHOẢN THI HÀNH\nThủ trưởng các đơn vị chịu trách nhiệm thi hành quyết định này.\n";

const LEGACY: [Charset; 5] = [
    Charset::Tcvn3,
    Charset::Vni,
    Charset::Viscii,
    Charset::Vps,
    Charset::Windows1258,
];

/// The codes of all letters in a charset, as lists of bytes.
fn codes(charset: Charset) -> HashMap<char, Vec<u8>> {
    let table = include_str!("../src/tables/charsets.tsv");
    let column = LEGACY
        .iter()
        .position(|&c| c == charset)
        .expect("a legacy charset")
        + 1;
    let hex = |code: &str| -> Vec<u8> {
        (0..code.len() / 2)
            .map(|i| u8::from_str_radix(&code[2 * i..2 * i + 2], 16).expect("hexadecimal"))
            .collect()
    };
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|row| row.split('\t').collect::<Vec<_>>())
        .map(|cells| {
            (
                cells[0].chars().next().expect("a letter"),
                hex(cells[column]),
            )
        })
        .collect()
}

/// Writes text in a legacy charset; what it has no code for becomes a question mark.
fn encode(text: &str, charset: Charset) -> Vec<u8> {
    static CODES: OnceCell<HashMap<Charset, HashMap<char, Vec<u8>>>> = OnceCell::new();
    let tables = LEGACY.iter().map(|&charset| (charset, codes(charset)));
    let codes = &CODES.get_or_init(|| tables.collect())[&charset];
    let mut bytes = Vec::new();
    for c in text.chars() {
        match codes.get(&c) {
            Some(code) => bytes.extend(code),
            None if c.is_ascii() => bytes.push(c as u8),
            None => bytes.push(b'?'),
        }
    }
    bytes
}

/// Bytes read as windows-1252, as programs do that know no other charset.
fn western(bytes: &[u8]) -> String {
    let symbols: Vec<char> = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
        .chars()
        .collect();
    let letter = |&byte: &u8| match byte {
        0x80..=0x9F => symbols[usize::from(byte - 0x80)],
        _ => char::from(byte),
    };
    bytes.iter().map(letter).collect()
}

/// How many letters there are, and how many of them came back.
fn letters_back(text: &str, decoded: &str) -> (usize, usize) {
    let mut counts = (0, 0);
    assert_eq!(text.chars().count(), decoded.chars().count());
    for (a, b) in text.lines().zip(decoded.lines()) {
        let mut wrong = 0;
        for (x, y) in a.chars().zip(b.chars()) {
            if x.is_alphabetic() {
                counts.0 += 1;
                wrong += usize::from(x != y);
            }
        }
        if wrong > 0 && std::env::var_os("VANBAN_SHOW_MISSES").is_some() {
            println!("{wrong} letters: {a}\n     read as: {b}");
        }
        counts.1 += a.chars().filter(|c| c.is_alphabetic()).count() - wrong;
    }
    counts
}

#[test]
fn prose_comes_back_from_every_charset() {
    for charset in LEGACY {
        let bytes = encode(PROSE, charset);
        let (text, report) = decode(&bytes).expect("it is prose");
        assert_eq!(text, PROSE, "{charset}");
        assert_eq!(report.charset, charset);
        assert!(
            matches!(report.evidence, CharsetEvidence::Words { found, rival } if found > rival)
        );
        assert_eq!(decode_as(&bytes, charset).as_deref(), Ok(PROSE));
        assert_eq!(detect(&bytes), Ok(report));
    }
}

#[test]
fn wrongly_decoded_prose_is_read_again() {
    for charset in LEGACY {
        let bytes = encode(PROSE, charset);
        let western = western(&bytes);
        let latin1: String = bytes.iter().copied().map(char::from).collect();
        for wrong in [&western, &latin1] {
            let (text, report) = decode(wrong.as_bytes()).expect("it is UTF-8");
            assert_eq!(text, PROSE, "{charset}");
            assert_eq!(report.charset, Charset::Utf8);
            assert!(report.blocks.iter().all(|block| block.charset == charset));
        }
    }
    let twice = western(PROSE.as_bytes());
    let (text, report) = decode(twice.as_bytes()).expect("it is UTF-8");
    assert_eq!(text, PROSE);
    assert!(
        report
            .blocks
            .iter()
            .all(|block| block.charset == Charset::Utf8)
    );
}

#[test]
fn one_block_in_unicode_text() {
    let latin1: String = encode(PROSE, Charset::Tcvn3)
        .into_iter()
        .map(char::from)
        .collect();
    let mixed = format!("{PROSE}{latin1}{PROSE}");
    let (text, report) = decode(mixed.as_bytes()).expect("it is UTF-8");
    assert_eq!(text, PROSE.repeat(3));
    let covered: usize = report.blocks.iter().map(|block| block.span.len()).sum();
    assert_eq!(covered, PROSE.len());
    assert_eq!(report.blocks[0].span.start(), PROSE.len());
}

#[test]
fn two_charsets_in_one_file() {
    let long = PROSE.repeat(3);
    let bytes = [
        encode(&long, Charset::Tcvn3),
        encode(&PROSE.repeat(2), Charset::Vni),
    ]
    .concat();
    let (text, report) = decode(&bytes).expect("it is prose");
    assert_eq!(report.charset, Charset::Tcvn3);
    assert!(
        report
            .blocks
            .iter()
            .any(|block| block.charset == Charset::Vni)
    );
    // The block in which the two meet can be right for one of them only.
    let (expected, decoded) = (PROSE.repeat(5), text);
    let lines = expected.lines().count();
    assert_eq!(decoded.lines().count(), lines);
    let right = expected
        .lines()
        .zip(decoded.lines())
        .filter(|(a, b)| a == b)
        .count();
    assert!(right * 10 >= lines * 8, "{right} of {lines}");
}

#[test]
fn known_forms() {
    for (bytes, charset, text) in [
        (&b"Vi\xD6t Nam"[..], Charset::Tcvn3, "Việt Nam"),
        (b"A\xB5", Charset::Tcvn3, "À"),
        (b"\xA7\xA1NG K\xFD", Charset::Tcvn3, "ĐĂNG KÝ"),
        (b"S\xE8: 5/Q\xA7-BTC", Charset::Tcvn3, "Số: 5/QĐ-BTC"),
        (b"C\xE3 C\xE3", Charset::Tcvn3, "Có Có"),
        (b"Vie\xE4t Nam", Charset::Vni, "Việt Nam"),
        (b"\xF1\xF6\xF4\xF8ng", Charset::Vni, "đường"),
        (b"NGHO\xD8 NGHO\xF8", Charset::Vni, "NGHÒ NGHÒ"),
        (b"Vi\xAEt", Charset::Viscii, "Việt"),
        (b"Vi\x8Ct", Charset::Vps, "Việt"),
        (b"Vi\xEA\xF2t", Charset::Windows1258, "Việt"),
        (b"\xEF\xBB\xBF\xC4\x91", Charset::Utf8, "đ"),
        (b"\xFF\xFE\x11\x01", Charset::Utf16Le, "đ"),
        (b"\x01\x11", Charset::Utf16Be, "đ"),
        (b"\x93a\x94 5\xB0 \x96", Charset::Tcvn3, "“a” 5° –"),
    ] {
        assert_eq!(decode_as(bytes, charset).as_deref(), Ok(text), "{charset}");
    }
}

#[test]
fn swapped_glyphs_of_pdf_text() {
    let latin1: String = encode(PROSE, Charset::Tcvn3)
        .into_iter()
        .map(char::from)
        .collect();
    let swapped = latin1
        .replace('\u{AD}', "\u{2212}")
        .replace('·', "\u{2219}")
        + "5 \u{2212} 3\n";
    let (text, _) = decode(swapped.as_bytes()).expect("it is UTF-8");
    assert_eq!(text, format!("{PROSE}5 \u{2212} 3\n"));
    // In the letters of another charset the sign is a sign.
    let vni: String = encode(PROSE, Charset::Vni)
        .into_iter()
        .map(char::from)
        .collect();
    let (text, _) =
        decode((vni.trim_end().to_owned() + " ph\u{2219}p").as_bytes()).expect("it is UTF-8");
    assert_eq!(text, format!("{} ph\u{2219}p", PROSE.trim_end()));
}

#[test]
fn unicode_is_unicode() {
    let utf16 =
        |unit: fn(u16) -> [u8; 2]| -> Vec<u8> { PROSE.encode_utf16().flat_map(unit).collect() };
    for (bytes, charset, evidence) in [
        (
            PROSE.as_bytes().to_vec(),
            Charset::Utf8,
            CharsetEvidence::WellFormed,
        ),
        (
            [b"\xEF\xBB\xBF", PROSE.as_bytes()].concat(),
            Charset::Utf8,
            CharsetEvidence::ByteOrderMark,
        ),
        (
            utf16(u16::to_le_bytes),
            Charset::Utf16Le,
            CharsetEvidence::WellFormed,
        ),
        (
            utf16(u16::to_be_bytes),
            Charset::Utf16Be,
            CharsetEvidence::WellFormed,
        ),
        (
            [vec![0xFF, 0xFE], utf16(u16::to_le_bytes)].concat(),
            Charset::Utf16Le,
            CharsetEvidence::ByteOrderMark,
        ),
        (Vec::new(), Charset::Utf8, CharsetEvidence::WellFormed),
    ] {
        let (text, report) = decode(&bytes).expect("it is Unicode");
        assert!(bytes.is_empty() || text == PROSE);
        assert_eq!((report.charset, report.evidence), (charset, evidence));
        assert!(report.blocks.is_empty());
    }
}

#[test]
fn leaves_other_text_alone() {
    for text in [
        "The Government of Viet Nam shall, subject to “Article 5” – see § 3 ©2020 – issue a decree.",
        "Le décret n° 2004-1234 relatif à la forêt a été publié; où sont les élèves français ? \
         Là-bas, l’œuvre d’art a été cédée à l’État après l’été. Ça y est : où est passé le \
         château ? Les bénéficiaires, très âgés, ont été placés près de la mère et du père. \
         L’hôtel de la préfecture fête sa création; l’évêque a prêté son évêché à l’abbé.",
        "Die Größe der Häuser müßte größer sein; Änderungen über die Öffnung für Schüler, Ämter \
         und Behörden können später veröffentlicht werden. Früher war es üblich, täglich zu üben.",
        "El niño pequeño soñó con la montaña; ¿cómo está usted, señor? La situación económica y la \
         administración pública también están en discusión según la constitución política.",
        "và là có cô tö và là có cô tö và là có",
        "Giá là 5 ®, © và «à»; «đó» là ½ của ¼ × 3 ÷ 2 ± ¶ § µ",
        "Það er það sem ég á að gera í dag, og þú ættir að fara út í búð og kaupa mjólk á morgun.",
        "Пример текста на русском языке для проверки.",
    ] {
        let (back, report) = decode(text.as_bytes()).expect("it is UTF-8");
        assert_eq!(back, text);
        assert!(report.blocks.is_empty(), "{text}");
        // The same in windows-1252: no Vietnamese charset explains it.
        let bytes: Option<Vec<u8>> = text
            .chars()
            .map(|c| (0..=255).find(|&byte| western(&[byte]).starts_with(c)))
            .collect();
        if let Some(bytes) = bytes.filter(|bytes| std::str::from_utf8(bytes).is_err()) {
            let at = bytes.iter().position(|b| !b.is_ascii()).expect("not ASCII");
            let error = decode(&bytes).expect_err(text);
            assert_eq!(error, DecodeError::Unknown { at });
        }
    }
}

/// Every word's bytes are those that it was written in.
fn assert_words_have_their_bytes(decoded: &Decoded, bytes: &[u8], write: impl Fn(&str) -> Vec<u8>) {
    let text = decoded.as_str();
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let span = Span::try_from(start..start + word.len()).expect("a span");
        let there = decoded.source_span(span);
        assert_eq!(bytes[there.range()], *write(word), "{word} at {there}");
    }
    let all = Span::try_from(0..text.len()).expect("a span");
    assert_eq!(decoded.source_span(all).end(), bytes.len());
}

#[test]
fn words_know_the_bytes_they_were_read_from() {
    // TCVN3 has no capitals with tone marks: what it restores was written otherwise.
    let small = PROSE.to_lowercase();
    for charset in LEGACY {
        let bytes = encode(&small, charset);
        let decoded = decode_mapped(&bytes).expect("prose");
        assert_eq!(decoded.report().charset, charset);
        assert_words_have_their_bytes(&decoded, &bytes, |word| encode(word, charset));
        // The same bytes as text that was read wrongly: every byte is a character of one, two or three.
        let wrong = western(&bytes);
        let decoded = decode_mapped(wrong.as_bytes()).expect("it is UTF-8");
        let write = |word: &str| western(&encode(word, charset)).into_bytes();
        assert_words_have_their_bytes(&decoded, wrong.as_bytes(), write);
    }
    let twice = western(PROSE.as_bytes());
    let decoded = decode_mapped(twice.as_bytes()).expect("it is UTF-8");
    let write = |word: &str| western(word.as_bytes()).into_bytes();
    assert_words_have_their_bytes(&decoded, twice.as_bytes(), write);
    for mark in ["", "\u{FEFF}"] {
        let marked = format!("{mark}{PROSE}🙂");
        let decoded = decode_mapped(marked.as_bytes()).expect("UTF-8");
        let write = |word: &str| word.as_bytes().to_vec();
        assert_eq!(decoded.as_str().len(), marked.len() - mark.len());
        assert_words_have_their_bytes(&decoded, marked.as_bytes(), write);
        for unit in [u16::to_le_bytes, u16::to_be_bytes] {
            let write = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(unit).collect() };
            let bytes = write(&marked);
            let decoded = decode_mapped(&bytes).expect("UTF-16");
            assert_words_have_their_bytes(&decoded, &bytes, write);
        }
    }
}

#[test]
fn capitals_that_are_restored_keep_their_places() {
    let text = format!("{PROSE}\nNGH\u{1ECA} QUY\u{1EBE}T của PH\u{1EA6}N mềm");
    let bytes = encode(&text, Charset::Tcvn3);
    let decoded = decode_mapped(&bytes).expect("prose");
    for (word, written) in [("NGHỊ QUYẾT", "NGHỊ QUYẾT"), ("PHẦN", "PHẦN")] {
        let start = decoded.as_str().rfind(word).expect(word);
        let span = Span::try_from(start..start + word.len()).expect("a span");
        assert_eq!(
            bytes[decoded.source_span(span).range()],
            *encode(written, Charset::Tcvn3)
        );
    }
}

#[test]
fn errors_say_where() {
    for (bytes, at, message) in [
        (
            &b"ab\xE1 c"[..],
            2,
            "byte 2 is not UTF-8, and no Vietnamese charset makes words of the text",
        ),
        (b"\xEF\xBB\xBFab\xFF", 5, "byte 5 is not UTF-8"),
        (
            b"\xFF\xFEa\0\0\xD8b\0",
            4,
            "the UTF-16LE unit at byte 4 is half a character",
        ),
        (
            b"\xFE\xFF\0a\0",
            4,
            "the UTF-16BE unit at byte 4 is half a character",
        ),
    ] {
        let error = decode(bytes).expect_err(message);
        assert_eq!((error.at(), error.to_string().as_str()), (at, message));
    }
}

#[test]
fn the_corpus_comes_back() {
    let folder = std::env::var_os("VANBAN_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let path = folder.join("corpus/vbpl-dev.jsonl");
    let Ok(corpus) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not there", path.display());
        return;
    };
    // A part of the documents, unless all are asked for: the way there and back takes a minute.
    let every = if std::env::var_os("VANBAN_WHOLE_CORPUS").is_some() {
        1
    } else {
        8
    };
    let texts: Vec<String> = corpus
        .lines()
        .step_by(every)
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        .map(|row| {
            vanban::normalize(row["text"].as_str().unwrap_or_default())
                .as_str()
                .to_owned()
        })
        .collect();
    for charset in LEGACY {
        let (mut all, mut right) = (0, 0);
        let (mut blocks, mut detected) = (0, 0);
        for text in &texts {
            // Only what all charsets can hold, so that no question marks come back.
            let text: String = text
                .chars()
                .map(|c| {
                    if c.is_ascii() && c != '?' || codes_hold(c) {
                        c
                    } else {
                        ' '
                    }
                })
                .collect();
            let decoded = decode_as(&encode(&text, charset), charset).expect("it is bytes");
            let (a, r) = letters_back(&text, &decoded);
            all += a;
            right += r;
            let chars: Vec<char> = text.chars().collect();
            for block in chars
                .chunks(600)
                .filter(|block| block.len() >= 500)
                .step_by(8)
            {
                let block: String = block.iter().collect();
                if block.chars().filter(|c| !c.is_ascii()).count() < 60 {
                    continue; // a table of figures, not text
                }
                blocks += 1;
                let report = detect(&encode(&block, charset));
                let found = report.as_ref().map(|report| report.charset);
                if found == Ok(charset) {
                    detected += 1;
                } else if std::env::var_os("VANBAN_SHOW_MISSES").is_some() {
                    println!("{charset} {report:?}: {block}");
                }
                let unicode = detect(block.as_bytes()).expect("it is UTF-8");
                assert_eq!(
                    (unicode.charset, unicode.blocks.len()),
                    (Charset::Utf8, 0),
                    "{block}"
                );
            }
        }
        println!("{charset}: {right} of {all} letters, {detected} of {blocks} blocks");
        let exact = charset != Charset::Tcvn3;
        assert!(if exact {
            right == all
        } else {
            right * 1000 >= all * 995
        });
        assert!(detected * 1000 >= blocks * 990);
    }
}

/// Whether the legacy charsets have a code for `c`.
fn codes_hold(c: char) -> bool {
    static LETTERS: OnceCell<HashMap<char, Vec<u8>>> = OnceCell::new();
    LETTERS.get_or_init(|| codes(Charset::Vni)).contains_key(&c)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn any_bytes_are_text_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        match decode(&bytes) {
            Ok((text, report)) => for block in report.blocks {
                prop_assert!(text.get(block.span.range()).is_some());
            },
            Err(error) => prop_assert!(error.at() < bytes.len()),
        }
        for charset in LEGACY {
            prop_assert!(decode_as(&bytes, charset).is_ok());
        }
    }

    /// The characters' bytes follow each other from the first byte to the last, but for the mark of the
    /// byte order, whatever the bytes are.
    #[test]
    fn characters_share_out_their_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600), marked in any::<bool>()) {
        let bytes = if marked { [b"\xFF\xFE", &bytes[..]].concat() } else { bytes };
        let decoded = decode_lossy_mapped(&bytes);
        let mut behind = None;
        for (at, c) in decoded.as_str().char_indices() {
            let span = Span::try_from(at..at + c.len_utf8()).expect("a span");
            let there = decoded.source_span(span);
            prop_assert_eq!(there.start(), behind.unwrap_or(there.start()));
            prop_assert!(!there.is_empty());
            behind = Some(there.end());
        }
        prop_assert!(decoded.as_str().is_empty() || behind == Some(bytes.len()));
    }

    #[test]
    fn any_text_is_decoded(text in any::<String>()) {
        let (decoded, report) = decode(text.as_bytes()).expect("it is UTF-8");
        if report.blocks.is_empty() && report.evidence == CharsetEvidence::WellFormed && report.charset == Charset::Utf8 {
            prop_assert_eq!(decoded, text);
        }
    }
}

#[test]
fn coordinates_are_no_legacy_text() {
    let rows: String = (0..60)
        .map(|i| {
            format!(
                "HP{i}: 20º{:02}’27,4”N, 106º{:02}’08,0”E.\n",
                i % 60,
                (i * 7) % 60
            )
        })
        .collect();
    let page = format!("Ranh giới vùng nước cảng biển gồm các điểm:\n{rows}");
    let (text, report) = vanban::decode(page.as_bytes()).expect("UTF-8");
    assert_eq!(text, page);
    assert_eq!(report.blocks, []);
}

/// In a word in capitals the letters that could not be capitals are; elsewhere one capital does not tell.
#[test]
fn capitals_of_tcvn3() {
    for (line, expected) in [
        (
            "PHẦN I. Những quy định chung, theo QUYẾT ĐỊNH",
            "PHẦN I. Những quy định chung, theo QUYẾT ĐỊNH",
        ),
        ("Có, Bộ, Sở và UBND xã", "Có, Bộ, Sở và UBND xã"),
        ("CHỦ TỊCH NƯỚC", "CHỦ TỊCH NƯỚC"),
        ("Ông Đỗ Ế ký", "Ông Đỗ ế ký"),
    ] {
        let decoded = decode_as(&encode(line, Charset::Tcvn3), Charset::Tcvn3);
        assert_eq!(decoded.as_deref(), Ok(expected));
    }
}

/// Damaged bytes, the text that is left, and where in the bytes it was damaged.
#[test]
fn what_cannot_be_read_is_replaced_and_told() {
    for (bytes, text, damaged) in [
        (
            &b"s\xE1\xBB\x91 \xFF\xFE15"[..],
            "số \u{FFFD}\u{FFFD}15",
            &[(5, 6), (6, 7)][..],
        ),
        (b"caf\xE9", "caf\u{FFFD}", &[(3, 4)]),
        (b"\xEF\xBB\xBFs\xE1\xBB", "s\u{FFFD}", &[(4, 6)]),
        (b"\xFF\xFEs\0\x00\xD8t\0", "s\u{FFFD}t", &[(4, 6)]),
        (b"\xFE\xFF\0s\0", "s\u{FFFD}", &[(4, 5)]),
        ("số 15".as_bytes(), "số 15", &[]),
        (b"", "", &[]),
    ] {
        let (decoded, report) = decode_lossy(bytes);
        assert_eq!(decoded, text);
        let places: Vec<_> = report
            .replaced
            .iter()
            .map(|place| (place.bytes.start(), place.bytes.end()))
            .collect();
        assert_eq!(places, damaged, "{text}");
        for place in &report.replaced {
            assert_eq!(place.span.of(&decoded), "\u{FFFD}");
        }
        assert_eq!(
            report.evidence == CharsetEvidence::Assumed,
            !damaged.is_empty()
        );
    }
}
