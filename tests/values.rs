//! No way to make a value gives one that its own writing does not give back.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use vanban::date::{CivilDate, DateValue, PartialDate, Period, TimeOfDay, Unit};
use vanban::provision::Target;
use vanban::{DocumentId, DocumentNumber, IssuingBody, Level, Offsets, Span};
use vanban::{amendment, body, citation, date, number, provision, task, text};

/// What is written of `value` is read back as `value`, as text and as JSON.
fn returns<T>(value: &T)
where
    T: Debug + Display + FromStr<Err: Debug> + PartialEq + Serialize + DeserializeOwned,
{
    let written = value.to_string();
    match written.parse::<T>() {
        Ok(again) => assert_eq!(&again, value, "from {written:?}"),
        Err(error) => panic!("{written:?} of {value:?}: {error:?}"),
    }
    returns_json(value);
}

fn returns_json<T: Debug + PartialEq + Serialize + DeserializeOwned>(value: &T) {
    let json = serde_json::to_value(value).expect("it is JSON");
    match serde_json::from_value::<T>(json.clone()) {
        Ok(again) => assert_eq!(&again, value, "from {json}"),
        Err(error) => panic!("{json} of {value:?}: {error}"),
    }
}

/// Whatever `text` is taken for, by the parser or by `Deserialize`, returns.
fn taken<T>(text: &str)
where
    T: Debug + Display + FromStr<Err: Debug> + PartialEq + Serialize + DeserializeOwned,
{
    if let Ok(value) = text.parse::<T>() {
        returns(&value);
    }
    if let Ok(value) = serde_json::from_value::<T>(json!(text)) {
        returns(&value);
    }
}

/// Scraps of what is written for values.
fn written() -> impl Strategy<Value = String> {
    let scraps = prop::sample::select(vec![
        "15",
        "2020",
        "05",
        "1.706",
        "/",
        "-",
        "–",
        " ",
        "_",
        "NĐ",
        "CP",
        "QĐ",
        "TTg",
        "ND",
        "Ctr",
        "BCS",
        "QH15",
        "UBND",
        "TCVN",
        "ISO",
        ":",
        "2019-09-27",
        "XXXX",
        "2020-36",
        "~",
        "..",
        "17:30",
        "+07:00",
        "24:00",
        "Nghị định",
        "Luật",
        "Đất đai",
        "(",
        ")",
        ";",
        "[",
        "]",
        "|",
        "Bộ Tư pháp",
        "2024",
        "số",
    ]);
    prop::collection::vec(scraps, 0..9).prop_map(|scraps| scraps.concat())
}

/// A JSON value of any kind, for a key of an object.
fn any_json() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(|flag| json!(flag)),
        any::<u16>().prop_map(|number| json!(number)),
        written().prop_map(|text| json!(text)),
        prop::collection::vec(written(), 0..3).prop_map(|texts| json!(texts)),
    ]
}

/// Documents of few numbers, so that two of them are often the same.
fn identity() -> impl Strategy<Value = DocumentId> {
    let kind = prop::sample::select(vec!["", "Quyết định ", "Quy định ", "Luật "]);
    let number = prop::sample::select(vec![
        "5/QĐ-BTP",
        "05/QĐ-BTP",
        "5-QĐ/BTP",
        "5a/QĐ-BTP",
        "5/2020/QĐ-BTP",
        "Giá",
    ]);
    let more = prop::sample::select(vec![
        "",
        " (2020)",
        " (2020-03-05)",
        " (2021)",
        " (Bộ Tư pháp)",
    ]);
    let read = |(kind, number, more)| format!("{kind}{number}{more}").parse().ok();
    (kind, number, more).prop_filter_map("no document", read)
}

/// What is shown of each value of an enum is its name in JSON, and is read as that value.
#[test]
fn names_are_those_of_the_json() {
    fn of<T>(all: &[T])
    where
        T: Debug + Display + FromStr<Err: Debug> + PartialEq + Serialize + DeserializeOwned,
    {
        for value in all {
            assert_eq!(json!(value), json!(value.to_string()));
            returns(value);
        }
    }
    of(amendment::EffectivityKind::ALL);
    of(amendment::Operation::ALL);
    of(amendment::RelationKind::ALL);
    of(body::BodyClass::ALL);
    of(body::BodyWarning::ALL);
    of(citation::Anaphor::ALL);
    of(citation::Evidence::ALL);
    of(citation::Source::ALL);
    of(citation::Via::ALL);
    of(date::DateWarning::ALL);
    of(date::Modifier::ALL);
    of(date::PartOfDay::ALL);
    of(date::Role::ALL);
    of(date::Unit::ALL);
    of(date::Vague::ALL);
    of(date::Weekday::ALL);
    of(number::DocumentSystem::ALL);
    of(number::Notation::ALL);
    of(number::NumberWarning::ALL);
    of(provision::ProvisionWarning::ALL);
    of(task::Duty::ALL);
    of(task::FurnitureKind::ALL);
    of(task::ListStyle::ALL);
    of(text::RepairKind::ALL);
    of(Offsets::ALL);
    let error = "Montag".parse::<date::Weekday>().unwrap_err();
    let said = "expected a day of the week at byte 0, found 'M'";
    assert_eq!(error.to_string(), said);
}

/// What fuzzing found.
#[test]
fn an_identity_with_odd_signs_is_read_back() {
    for text in ["n(số 8TT", "H\rsố 3/TV", "số số0tT", "“”", "Luật “Đất đai”"]
    {
        taken::<DocumentId>(text);
    }
    assert_eq!(
        DocumentId::titled(Some(""), "Đất đai"),
        DocumentId::titled(None, "Đất đai")
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_parser_takes(text in prop_oneof![written(), any::<String>()]) {
        taken::<DocumentNumber>(&text);
        taken::<DocumentId>(&text);
        taken::<CivilDate>(&text);
        taken::<PartialDate>(&text);
        taken::<TimeOfDay>(&text);
        if let Ok(value) = text.parse::<DateValue>() {
            prop_assert_eq!(value.to_string().parse(), Ok(value));
        }
        if let Ok(body) = text.parse::<IssuingBody>() {
            returns_json(&body);
        }
    }

    #[test]
    fn identities_are_ordered_as_they_are_equal(a in identity(), b in identity()) {
        prop_assert_eq!(a == b, a.cmp(&b).is_eq(), "{} {}", a, b);
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse(), "{} {}", a, b);
    }

    /// The constructors of an identity take any words.
    #[test]
    fn an_identity_of_any_words(
        kind in prop::option::of(prop_oneof![written(), any::<String>()]),
        title in prop_oneof![written(), any::<String>()],
        issuer in prop_oneof![written(), any::<String>()],
        number in prop::sample::select(vec!["15/2020/NĐ-CP", "52-NQ/TW", "43/2024/QH15", "TCVN 7980:2008"]),
        date in prop::option::of(prop::sample::select(vec!["2024", "2024-03", "2024-03-05", "XXXX-08-12"])),
    ) {
        let number = number.parse().expect("a number");
        let numbered = DocumentId::numbered(kind.as_deref(), number);
        for id in [Some(numbered), DocumentId::titled(kind.as_deref(), &title)].into_iter().flatten() {
            returns(&id);
            let id = id.issued_by(&issuer);
            returns(&id);
            if let Some(date) = date {
                returns(&id.dated(date.parse().expect("a date")));
            }
        }
    }

    #[test]
    fn a_target_of_any_labels(labels in prop::collection::vec((prop::sample::select(&Level::ALL[..]), prop_oneof![written(), "[0-9]{1,3}[a-eđ]?", "[IVX]{1,4}", any::<String>()]), 1..4)) {
        let mut target = Target::default();
        let mut json = json!({});
        for (level, label) in labels {
            let key = serde_json::to_value(level).expect("a name");
            json[key.as_str().expect("a name")] = json!(label);
            if let Ok(more) = target.clone().with(level, &label) {
                target = more;
                returns(&target);
            }
        }
        if let Ok(target) = serde_json::from_value::<Target>(json) {
            returns(&target);
        }
    }

    #[test]
    fn parts_of_dates(a in any::<Option<u16>>(), b in any::<Option<u8>>(), c in any::<u8>(), offset in -900i16..900) {
        let made = [
            PartialDate::new_century(c),
            PartialDate::new_decade(a.unwrap_or(0)),
            PartialDate::new_year(a.unwrap_or(0)),
            PartialDate::new_half(a, c),
            PartialDate::new_quarter(a, c),
            PartialDate::new_month(a, c),
            PartialDate::new_day(a, b, c),
        ];
        for date in made.into_iter().flatten() {
            returns(&date);
        }
        for unit in [Unit::Day, Unit::Week, Unit::Month, Unit::Year] {
            if let Some(period) = Period::new(a.unwrap_or(0), unit) {
                returns(&period);
            }
        }
        if let Some(time) = TimeOfDay::new(c, b, b.filter(|_| a.is_some()), Some(offset)) {
            returns(&time);
        }
    }

    /// A number's JSON with one key that says something else.
    #[test]
    fn a_number_that_was_changed(
        number in prop::sample::select(vec!["15/2020/NĐ-CP", "52-NQ/TW", "4698/BNV-CCVC", "TCVN 7980:2008"]),
        key in prop::sample::select(vec!["canonical", "serial", "year", "kind", "issuers", "units", "notation", "warnings"]),
        value in any_json(),
    ) {
        let number: DocumentNumber = number.parse().expect("a number");
        let mut json = serde_json::to_value(&number).expect("a number is JSON");
        json[key] = value;
        if let Ok(number) = serde_json::from_value::<DocumentNumber>(json) {
            returns(&number);
        }
    }

    #[test]
    fn a_document_that_was_made_up(
        kind in prop::sample::select(vec!["Luật", "Bộ luật", "Nghị quyết"]),
        title in "Đất đai|Nhà ở|Đầu tư công và nợ",
        issuer in "Quốc hội|Bộ Tư pháp",
        year in 1946u16..2100,
    ) {
        let date = PartialDate::new_year(year).expect("a year");
        let bare = DocumentId::titled(Some(kind), &title).expect("a title");
        returns(&bare);
        returns(&bare.issued_by(&issuer).dated(date));
    }

    #[test]
    fn days_and_spans(year in any::<u16>(), month in any::<u8>(), day in any::<u8>(), start in any::<usize>(), end in any::<usize>()) {
        if let Some(day) = CivilDate::new(year, month, day) {
            returns(&day);
        }
        match Span::try_from(start..end) {
            Ok(span) => returns_json(&span),
            Err(_) => prop_assert!(end < start),
        }
        prop_assert_eq!(serde_json::from_value::<Span>(json!([start, end])).is_ok(), start <= end);
    }
}
