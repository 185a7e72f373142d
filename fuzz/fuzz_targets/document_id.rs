//! Identifiers of documents as whole strings.
#![no_main]

#[path = "../../tests/common/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|text: &str| promises::parsed::<vanban::DocumentId>(text));
