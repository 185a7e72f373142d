//! How often a text was looked at, counted in tests only: growth is told by steps, not by time.

#[cfg(test)]
thread_local! {
    static TAKEN: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts `n` looks.
#[inline(always)]
pub(crate) fn take(n: usize) {
    #[cfg(test)]
    TAKEN.set(TAKEN.get() + n as u64);
    let _ = n;
}

/// The looks that `work` takes on this thread.
#[cfg(test)]
pub(crate) fn of(work: impl FnOnce()) -> u64 {
    let before = TAKEN.get();
    work();
    TAKEN.get() - before
}
