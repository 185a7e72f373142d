//! A panic in one document costs no other.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    /// Whether this thread is at work that is guarded, and what its panic said.
    static GUARDED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs `work`; a panic in it is no more than an error that says where and why.
///
/// # Errors
/// What the panic said, with its place in the code.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let taken =
                GUARDED.with_borrow_mut(|said| said.as_mut().map(|said| *said = info.to_string()));
            if taken.is_none() {
                usual(info);
            }
        }));
    });
    GUARDED.set(Some(String::new()));
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    let said = GUARDED.take().unwrap_or_default();
    result.map_err(|_| said.split_whitespace().collect::<Vec<_>>().join(" "))
}
