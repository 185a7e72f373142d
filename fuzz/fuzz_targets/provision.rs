//! Provisions as whole strings.
#![no_main]

#[path = "../../tests/common/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|text: &str| {
    promises::provision(text);
    promises::parsed::<vanban::provision::Target>(text);
});
