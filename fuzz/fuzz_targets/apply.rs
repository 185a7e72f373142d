//! An amending act on another act.
#![no_main]

#[path = "../../tests/common/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|texts: (&str, &str)| promises::applied(texts.0, texts.1));
