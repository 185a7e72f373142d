//! Every layer, the views of a document (tasks, chunks, graph, markup) and its JSON.
#![no_main]

#[path = "../../tests/common/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|source: &str| promises::document(source));
