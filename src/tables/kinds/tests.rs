//! Kinds of documents.

use super::*;

fn kinds() -> &'static Kinds {
    &Tables::builtin().kinds
}

#[test]
fn every_cell_of_the_table_is_read() {
    for ([name, codes, also, short, systems, english, traits], kind) in
        super::super::KINDS.rows().zip(kinds().iter())
    {
        assert_eq!((name, english), (kind.name.as_str(), kind.english.as_str()));
        let have = [
            kind.codes.join(" "),
            kind.also.join(" "),
            kind.short.join(" "),
        ];
        assert_eq!(have, [codes, also, short], "{name}");
        assert!(!english.is_empty(), "{name}");
        assert_eq!(systems.split(',').count(), kind.systems.len(), "{name}");
        let named = traits.split_whitespace().count();
        assert_eq!(named, kind.traits.count_ones() as usize, "{name}: {traits}");
    }
}

#[test]
fn names_and_traits_do_not_contradict_each_other() {
    let mut names = HashSet::new();
    for kind in kinds().iter() {
        assert!(names.insert(&kind.name), "{} stands there twice", kind.name);
        let refers = kind.is(Trait::Refers);
        for what in [
            Trait::Title,
            Trait::Formal,
            Trait::Small,
            Trait::Noun,
            Trait::Verb,
        ] {
            assert!(refers || !kind.is(what), "{}: {what:?}", kind.name);
        }
        assert!(
            !(kind.is(Trait::Noun) && (kind.is(Trait::Formal) || kind.is(Trait::Small))),
            "{}",
            kind.name
        );
        for code in &kind.also {
            assert!(!kind.codes.contains(code), "{}: {code}", kind.name);
        }
    }
}

#[test]
fn heads_are_read_from_the_left() {
    let read = |text: &str, from: usize| {
        let reading = Reading::new(text, &crate::tables::VOCABULARY);
        let place = reading.place_at(from);
        let (head, behind) = kinds().announced_at(place)?;
        Some((head.name.clone(), behind.end()))
    };
    for (text, name, end) in [
        ("Nghị quyết số 52", "Nghị quyết", "Nghị quyết".len()),
        (
            "NGHỊ QUYẾT LIÊN TỊCH SỐ 3",
            "Nghị quyết liên tịch",
            "NGHỊ QUYẾT LIÊN TỊCH".len(),
        ),
        (
            "thông tư  liên tịch",
            "Thông tư liên tịch",
            "thông tư  liên tịch".len(),
        ),
        ("CV 755", "Công văn", 2),
        ("TTr 12", "Tờ trình", 3),
    ] {
        assert_eq!(read(text, 0), Some((name.to_owned(), end)), "{text}");
    }
    for text in ["luật sư Nam", "Nghị  sĩ", "quyết", "TTC 5", "tt 12", ""] {
        assert_eq!(read(text, 0), None, "{text}");
    }
    assert_eq!(read("pháp luật", "pháp ".len()), None);
    assert_eq!(read("quy luật", "quy ".len()), None);
    assert!(read("quy định Luật Giá", "quy định ".len()).is_some());
}

#[test]
fn a_name_ends_within_the_span_at_whose_start_it_stands() {
    let text = "THÔNG TƯ LIÊN TỊCH số 5";
    let reading = Reading::new(text, &crate::tables::VOCABULARY);
    let read = |start, end| {
        let named = kinds().named_at(&reading, Span::new(start, end), Trait::Title);
        named.map(|(kind, end)| (kind.name.as_str(), end))
    };
    let short = "THÔNG TƯ".len();
    let long = "THÔNG TƯ LIÊN TỊCH".len();
    assert_eq!(read(0, text.len()), Some(("Thông tư liên tịch", long)));
    assert_eq!(read(0, long - 1), Some(("Thông tư", short)));
    assert_eq!(read(0, short - 1), None);
    assert_eq!(read(1, long), None);
}

#[test]
fn heads_are_read_from_the_right() {
    for (text, name, start) in [
        ("theo Nghị quyết", "Nghị quyết", "theo ".len()),
        ("một Bộ luật ", "Bộ luật", "một ".len()),
        ("Chương trình hành động", "Chương trình hành động", 0),
        ("(QĐ ", "Quyết định", 1),
    ] {
        let reading = Reading::new(text, &crate::tables::VOCABULARY);
        let end = reading.place(reading.len());
        let (head, at) = kinds().announced_before(end).expect(text);
        assert_eq!((head.name.as_str(), at.start()), (name, start), "{text}");
    }
    for text in ["Nghị quyết này", "", "pháp luật", "Nghị\nquyết"] {
        let reading = Reading::new(text, &crate::tables::VOCABULARY);
        let end = reading.place(reading.len());
        assert!(kinds().announced_before(end).is_none(), "{text}");
    }
}

#[test]
fn kinds_announce_documents_with_a_capital_or_where_the_word_means_nothing_else() {
    for (text, names) in [
        (
            "Theo Nghị định và nghị định, Quy chế và quy chế",
            "Nghị định, Nghị định, Quy chế",
        ),
        ("Bộ luật và Luật sư theo pháp luật", "Bộ luật"),
        ("NGHỊ ĐỊNH NÀY, NĐ 5, Nghị Quyết", "Nghị quyết"),
        ("quyết tâm, nghị sĩ", ""),
    ] {
        let reading = Reading::new(text, &crate::tables::VOCABULARY);
        let found = kinds().announced(&reading);
        let found: Vec<&str> = found.map(|(_, kind, _)| kind.name.as_str()).collect();
        assert_eq!(found.join(", "), names, "{text}");
    }
}
