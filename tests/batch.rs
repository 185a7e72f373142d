//! The `batch` example as a program: what it reads, what it writes, and what a bad file costs.

/// The tests, by what they are about.
mod batch {
    mod clash;
    mod formats;
    mod hostile;
    mod inputs;
    mod outputs;
    mod places;
    mod resume;
    mod stream;
    mod terminal;
    mod tool;
}

/// The tool's readers, for properties that are tried a thousand times.
#[allow(dead_code)]
#[path = "../examples/common/mod.rs"]
mod common;

/// How the tool keeps a panic to itself; nothing that a user can hand it makes it panic, so this part
/// is tried alone.
#[path = "../examples/batch/guard.rs"]
mod guard;

#[test]
fn a_panic_becomes_an_error_that_says_where() {
    let said = guard::guarded(|| -> u32 { panic!("no such word") }).unwrap_err();
    assert!(said.starts_with("panicked at tests/batch.rs:"), "{said}");
    assert!(said.ends_with("no such word"), "{said}");
    assert_eq!(guard::guarded(|| 7), Ok(7));
}
