//! Repair of characters, and folding.
#![no_main]

#[path = "../../tests/common/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|source: &str| {
    promises::normalized(source);
    promises::spelled(source);
});
