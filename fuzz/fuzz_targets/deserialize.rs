//! JSON as a document.
#![no_main]

#[path = "../../tests/common/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|json: &str| promises::deserialized(json));
