//! No body and no issuer without its words in the text or a named source.

use proptest::prelude::*;
use vanban::body::{Place, Registry};
use vanban::citation::Evidence;
use vanban::text::fold;
use vanban::{Document, IssuingBody, extract};

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
