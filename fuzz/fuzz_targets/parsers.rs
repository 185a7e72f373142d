//! Every parser of whole strings, those of dates, times and periods among them.
#![no_main]

#[path = "../../tests/common/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|text: &str| promises::parsers(text));
