//! Bytes of any charset.
#![no_main]

#[path = "../../tests/common/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::decoded(bytes));
