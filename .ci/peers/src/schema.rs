//! The JSON Schema against the JSON of every sample page.

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::pages;

fn validator() -> Validator {
    let schema = serde_json::to_value(vanban::json_schema()).expect("a schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of its draft");
    jsonschema::validator_for(&schema).expect("a schema that can be used")
}

fn faults(validator: &Validator, json: &Value) -> Vec<String> {
    let faults = validator.iter_errors(json);
    faults
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect()
}

#[test]
fn every_fixture_is_valid() {
    let validator = validator();
    for (path, page) in pages::fixtures() {
        let json = serde_json::to_value(vanban::extract(&page)).expect("a document is JSON");
        assert_eq!(faults(&validator, &json), [""; 0], "{}", path.display());
    }
}

/// What stands behind what on a page does not matter to the shape of what is said of it.
#[test]
fn lines_of_the_fixtures_in_any_order_are_valid() {
    let validator = validator();
    let pages = pages::fixtures();
    let lines: Vec<String> = pages
        .iter()
        .flat_map(|(_, page)| page.lines().map(str::to_owned))
        .collect();
    let config = ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    TestRunner::new(config)
        .run(&prop::collection::vec(select(lines), 0..40), |lines| {
            let document = vanban::extract(&lines.join("\n")).into_owned();
            let json = serde_json::to_value(document).expect("a document is JSON");
            prop_assert_eq!(faults(&validator, &json), [""; 0]);
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn what_is_no_document_is_invalid() {
    let validator = validator();
    let number = json!({ "span": [0, 8], "text": "52-NQ/TW", "canonical": "52-NQ/TW", "serial": "52",
        "notation": "party" });
    for (json, expected) in [
        (json!({ "schema": 2 }), ""),
        (json!({ "schema": 2, "numbers": [number] }), ""),
        (json!({}), ": \"schema\" is a required property"),
        (json!({ "schema": 1 }), "/schema: 2 was expected"),
        (
            json!({ "schema": 2, "numbers": {} }),
            "/numbers: {} is not of type \"array\"",
        ),
        (
            json!({ "schema": 2, "documents": [{ "id": "52-NQ/TW", "mentions": [[-1, 5]] }] }),
            "/documents/0/mentions/0/0: -1 is less than the minimum of 0",
        ),
    ] {
        assert_eq!(faults(&validator, &json).join("\n"), expected, "{json}");
    }
}

/// A key that is written and not described, or described and never written, is a slip of one of the two.
#[test]
fn every_key_that_is_written_is_described() {
    let schema = serde_json::to_value(vanban::json_schema()).expect("a schema is JSON");
    let described = &schema["properties"];
    let defs = schema["$defs"].as_object().expect("definitions");
    for (path, page) in pages::fixtures() {
        let json = serde_json::to_value(vanban::extract(&page)).expect("a document is JSON");
        for key in json.as_object().expect("a document is an object").keys() {
            assert!(described.get(key).is_some(), "{}: {key}", path.display());
        }
        for date in json["dates"].as_array().into_iter().flatten() {
            let keys = defs
                .values()
                .filter_map(|def| def["properties"].as_object());
            let keys = keys.filter(|keys| keys.contains_key("core")).next();
            let keys = keys.expect("the keys of a date");
            let own = [
                "span",
                "text",
                "edtf",
                "recurring",
                "lunar",
                "offset",
                "anchor",
                "relative",
                "vague",
                "blank",
                "impossible",
            ];
            for key in date.as_object().expect("a date is an object").keys() {
                assert!(
                    own.contains(&key.as_str()) || keys.contains_key(key),
                    "{}: {key}",
                    path.display()
                );
            }
        }
    }
}
