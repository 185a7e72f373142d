//! No body, issuer, date or deadline without its words in the text or a named source.

use proptest::prelude::*;
use vanban::body::{Place, Registry};
use vanban::citation::Evidence;
use vanban::date::{CivilDate, Role};
use vanban::text::fold;
use vanban::{Document, Extractor, IssuingBody, Span, extract};

/// Words of which bodies and the documents that they issue are spoken.
const WORDS: &[&str] = &[
    "Bộ Tư pháp ",
    "Bộ trưởng ",
    "Bộ trưởng Y tế ",
    "Phó Thủ tướng ",
    "Chủ tịch ",
    "UBND tỉnh ",
    "UBND các xã ",
    "tỉnh ",
    "Sơn La ",
    "TP. Hà Nội ",
    "Tỉnh ủy ",
    "Văn phòng Bộ ",
    "Viện kiểm sát nhân dân ",
    "TAND khu vực 2 ",
    "các Bộ: Tài chính, ",
    "Công an ",
    "Nhật Bản ",
    "Quyết định số 12/QĐ-BTP ",
    "Nghị quyết 52-NQ/TW ",
    "Cáo trạng số 15/CT-VKS ",
    "Thông tư số 01/2020/TT-ABC ",
    "Nghị định 15/2020/NĐ-CP ",
    "ngày 03/02/2020 ",
    "của ",
    "và ",
    ", ",
    "ban hành ",
    "ký ",
    "thay mặt ",
    "; ",
    ". ",
    "\n",
    "(",
    ")",
];

/// Whether each word of `name` is among those of `text`, or of a table's long form of them.
fn is_spelled_in(name: &str, text: &str) -> bool {
    let text = fold(text);
    let short_forms = Registry::builtin().bodies().iter().filter(|body| {
        let names = std::iter::once(&body.name).chain(&body.aliases);
        names
            .map(|name| fold(name))
            .any(|name| text.contains(&name))
    });
    let mut known: Vec<String> = short_forms.map(|body| fold(&body.name)).collect();
    known.extend(
        Place::all()
            .iter()
            .map(|place| fold(&place.full_name(None))),
    );
    // Levels and heads that are written short, and what makes a name of several words one.
    known.push(
        "tòa án viện kiểm sát nhân dân công an thành phố xã phường huyện quận bộ sở của".into(),
    );
    fold(name)
        .split(|c: char| !c.is_alphanumeric())
        .all(|word| text.contains(word) || known.iter().any(|name| name.contains(word)))
}

fn assert_body_has_words(text: &str, found: &vanban::Found<'_, IssuingBody>) {
    let body = &found.value;
    // The head of a series stands before its items, at most a line away.
    let line = text[..found.span.start()]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let near = &text[line..found.span.end()];
    let place = body.place.as_deref().filter(|_| !body.derived);
    if let Some(place) = place {
        assert!(
            is_spelled_in(place, near),
            "{place:?} of {body:?} in {text:?}"
        );
    }
    if body.derived {
        assert!(
            is_spelled_in(&body.name, &text[..found.span.end()]),
            "{body:?} in {text:?}"
        );
    } else {
        assert!(is_spelled_in(&body.name, near), "{body:?} in {text:?}");
    }
    if let Some(holder) = &body.holder {
        assert!(fold(near).contains(&fold(holder)), "{holder:?} in {text:?}");
    }
}

fn assert_evident(text: &str, document: &Document<'_>) {
    for body in &document.bodies {
        assert_body_has_words(text, body);
    }
    let is_named = |issuer: &str| {
        document.bodies.iter().any(|body| {
            let name = &*body.value.name;
            name.ends_with(issuer)
                // Deputies sign for their chiefs.
                || body.value.holder.as_deref().is_some_and(|holder| holder.contains("Phó"))
                    && body.value.id == vanban::body::find(issuer).next().and_then(|b| b.value.id)
                || issuer == "Thủ tướng Chính phủ" && name.starts_with("Phó Thủ tướng")
        })
    };
    for citation in &document.citations {
        for stated in &citation.value.issuers {
            assert!(is_named(&stated.name), "{stated:?} in {text:?}");
        }
        let resolved = &citation.value.resolved;
        assert_eq!(
            resolved.issuers.is_empty(),
            resolved.evidence.is_none(),
            "{text:?}"
        );
        for issuer in &resolved.issuers {
            let is_known = match resolved.evidence {
                Some(Evidence::Code | Evidence::Place) => {
                    let number = citation.value.number.as_ref();
                    let codes = number
                        .map(|number| number.issuers().to_vec())
                        .unwrap_or_default();
                    codes.iter().any(|code| {
                        let mut bodies = Registry::builtin().by_code(code.as_ref());
                        bodies.any(|body| issuer.starts_with(&body.name))
                    })
                }
                _ => is_named(issuer),
            };
            assert!(is_known, "{issuer:?} of {:?} in {text:?}", citation.text);
        }
    }
}

#[test]
fn pages_name_what_is_found() {
    for (text, bodies) in [
        (
            "Cáo trạng số 15/CT-VKS của Viện kiểm sát nhân dân tỉnh Sơn La.",
            1,
        ),
        ("TAND tỉnh Sơn La xét Cáo trạng số 15/CT-VKS.", 1),
        (
            "Phó Thủ tướng ký Quyết định số 5/QĐ-TTg ngày 03/02/2020.",
            1,
        ),
        ("UBND các xã Tân Lập, Mường La và Công an tỉnh Sơn La.", 3),
    ] {
        let document = extract(text);
        assert_eq!(document.bodies.len(), bodies, "{text}");
        assert_evident(text, &document);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_is_found_that_nobody_wrote(words in proptest::collection::vec(0..WORDS.len(), 0..40)) {
        let text: String = words.iter().map(|&i| WORDS[i]).collect();
        assert_evident(&text, &extract(&text));
    }
}

/// Words of which days, limits and what is asked for by then are spoken.
const DATE_WORDS: &[&str] = &[
    "ngày 5/6 ",
    "ngày 07/8/2024 ",
    "ngày 12 tháng 3 ",
    "ngày 12 tháng 3 năm 2023 ",
    "tháng 9 ",
    "tháng 10/2026 ",
    "quý III ",
    "quý 4/2025 ",
    "năm 2022 ",
    "năm sau ",
    "hằng năm ",
    "hằng tháng ",
    "sáng 18/4 ",
    "từ ngày 3/5 ",
    "đến ngày 31/5/2025 ",
    "đến hết ",
    "trước ",
    "chậm nhất ",
    "trong thời hạn 30 ngày ",
    "kể từ ngày ký ",
    "riêng ",
    "giai đoạn 2021 - 2025 ",
    "Hà Nội, ngày 02 tháng 01 năm 2021\n",
    "Quyết định số 9/QĐ-BTP ngày 4/7/2019 ",
    "Nghị định 15/2020/NĐ-CP ",
    "Giao Sở Tư pháp ",
    "hoàn thành ",
    "báo cáo ",
    "đã họp ",
    ", ",
    "; ",
    ". ",
    "\n",
    "(",
    ") ",
    "và ",
];

/// The numbers of a text, Roman ones among them.
fn numbers_of(text: &str) -> Vec<u32> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let roman = |word: &str| match word {
        "I" => Some(1),
        "II" => Some(2),
        "III" => Some(3),
        "IV" => Some(4),
        _ => None,
    };
    words
        .filter_map(|word| word.parse().ok().or_else(|| roman(word)))
        .collect()
}

/// The numbers that an EDTF string names: those behind `XX` are open, quarters are 33 to 36.
fn numbers_of_edtf(edtf: &str) -> Vec<u32> {
    let quarter = |number| match number {
        33..=36 => number - 32,
        number => number,
    };
    numbers_of(edtf).into_iter().map(quarter).collect()
}

/// What is said of the days of a text that neither its words nor the day of writing say.
fn faults_of_dates(text: &str, document: &Document<'_>, written: Option<i16>) -> Vec<String> {
    let mut faults = Vec::new();
    let of_page = |role| matches!(role, Some(Role::Page | Role::Issue | Role::Signature));
    let mut years: Vec<i16> = written.into_iter().collect();
    for date in &document.dates {
        let day = date.value.day().filter(|_| of_page(date.value.role));
        years.extend(day.map(|day| day.year() as i16));
    }
    for date in &document.dates {
        let words = text.get(date.span.start()..date.span.end()).unwrap_or("");
        let own = numbers_of(words);
        let value = date.value.edtf().unwrap_or_default();
        if let Some(number) = numbers_of_edtf(&value).iter().find(|n| !own.contains(n)) {
            faults.push(format!("{number} of {value} is not in {words:?}"));
        }
        let resolved = date.value.resolved.as_ref().and_then(|value| value.edtf());
        for number in numbers_of_edtf(&resolved.unwrap_or_default()) {
            let near = |year: &i16| (number as i16 - year).abs() <= 1;
            if number > 31 && !own.contains(&number) && !years.iter().any(near) {
                faults.push(format!("nobody says that {words:?} is of {number}"));
            }
        }
        let sentence = text[..date.span.end().min(text.len())]
            .rsplit(['.', '\n'])
            .next();
        let sentence = sentence.unwrap_or("").to_lowercase();
        let asked = [
            "trước",
            "chậm nhất",
            "thời hạn",
            "hoàn thành",
            "báo cáo",
            "đến",
        ];
        if date.value.role == Some(Role::Deadline)
            && !asked.iter().any(|cue| sentence.contains(cue))
        {
            faults.push(format!("nothing is asked for by {words:?}"));
        }
    }
    let is_date = |span: Span| document.dates.iter().any(|date| date.span == span);
    for assignment in &document.assignments {
        for due in &assignment.value.deadlines {
            if !is_date(due.span) {
                faults.push(format!("{:?} is no date of the text", due.text));
            }
        }
    }
    faults
}

#[test]
fn a_year_from_elsewhere_is_a_fault() {
    let text = "Hoàn thành trước ngày 07/8/2024.";
    assert_eq!(faults_of_dates(text, &extract(text), None), [""; 0]);
    assert_eq!(
        faults_of_dates("Hoàn thành trước ngày 07/8/2025.", &extract(text), None),
        [
            "2024 of 2024-08-07 is not in \"ngày 07/8/2025\"",
            "nobody says that \"ngày 07/8/2025\" is of 2024"
        ]
    );
    let faults = faults_of_dates("Chuyện này xảy ra ngày 07/8/2024.", &extract(text), None);
    let unasked = |fault: &String| fault.starts_with("nothing is asked for by");
    assert!(faults.iter().any(unasked), "{faults:?}");
    let text = "Hoàn thành trước ngày 5/6.";
    let reference = CivilDate::new(2025, 3, 1).unwrap();
    let told = Extractor::builder()
        .reference_date(reference)
        .build()
        .extract(text);
    assert_eq!(faults_of_dates(text, &told, Some(2025)), [""; 0]);
    assert_eq!(
        faults_of_dates(text, &told, None),
        ["nobody says that \"ngày 5/6\" is of 2025"]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_day_is_told_that_nobody_wrote(
        words in proptest::collection::vec(0..DATE_WORDS.len(), 0..30),
        told in proptest::bool::ANY,
    ) {
        let text: String = words.iter().map(|&i| DATE_WORDS[i]).collect();
        let reference = CivilDate::new(2030, 5, 20).unwrap();
        let mut extractor = Extractor::builder();
        if told {
            extractor = extractor.reference_date(reference);
        }
        let faults = faults_of_dates(&text, &extractor.build().extract(&text), told.then_some(2030));
        prop_assert!(faults.is_empty(), "{:?} in {:?}", faults, text);
    }
}
